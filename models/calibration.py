"""Fit models/calibration.json: how sure a value is (pipeline/extract/calibration.py).

    python -m models.calibration [--corpus out/corpus]

A value is right when its rule is right and its print was read right. The second is learnt on scans
of the tuned half of the measuring ground, where the rules are nearly always right, so that what is
wrong was misread. The first cannot be learnt there, for the same reason: it is learnt on letters
that no rule had been tuned on when they were read (`first_sight.csv`, models/README.md).
"""

from __future__ import annotations

import argparse
import csv
import json
import multiprocessing
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np
from rich.console import Console
from rich.progress import track
from scipy.optimize import minimize
from scipy.special import expit

from pipeline.extract import calibration
from pipeline.extract.calibration import Ground, Weights
from tests.score import corpus, fields, readings

TARGET = Path(__file__).parent / "calibration.json"
FIRST_SIGHT = Path(__file__).parent / "first_sight.csv"
RULE_RIGHT = (
    0.99  # of the tuned half where nothing can be misread: python -m tests.score --half tuned
)
LEAST_MOVED = 1.0  # how strongly the weights are held to those that they start from
START: Weights = {
    "rule": {"intercept": 0.0, "score": 1.0, "agreeing": 0.7, "rival": 0.0},
    "print": {"intercept": 5.0, "illegibility": -5.0, "length": 0.0, "figures": 0.0},
}


class Row(NamedTuple):
    """A value that was said: whether it is right, and what its confidence rests on."""

    right: bool
    ground: Ground


def main() -> None:
    """Read the scans, fit both chances, write the weights."""
    given = _arguments()
    made = made_of(list(said_in(given.corpus, given.scans, given.jobs)), first_sight(FIRST_SIGHT))
    TARGET.write_text(json.dumps(made, indent=2) + "\n", "utf-8")


def made_of(scans: Sequence[Row], unseen: Sequence[Row]) -> dict[str, object]:
    """What calibration.json holds, from values of scans and values at first sight."""
    reading = fitted(scans, calibration.print_features, START["print"], lambda _: RULE_RIGHT)

    def read_right(ground: Ground) -> float:
        return calibration.read_right(reading, ground)

    rule = fitted(unseen, calibration.rule_features, START["rule"], read_right)
    return {
        "how": f"models/calibration.py: {len(scans)} values of scans, {len(unseen)} at first sight",
        "weights": {"rule": rule, "print": reading},
    }


def fitted(
    rows: Sequence[Row],
    features: Callable[[Ground], dict[str, float]],
    start: dict[str, float],
    other: Callable[[Ground], float],
) -> dict[str, float]:
    """The weights that make `right` likeliest, where right = other chance × logistic(features).

    Held to `start` by a normal prior, so that a feature that few rows tell of stays as it is.
    """
    names = list(start)
    table = np.array(
        [[({"intercept": 1.0} | features(row.ground))[n] for n in names] for row in rows]
    )
    right = np.array([row.right for row in rows])
    chance = np.array([other(row.ground) for row in rows])
    origin = np.array([start[name] for name in names])

    def loss(weights: np.ndarray) -> float:
        sure = np.clip(chance * expit(table @ weights), 1e-9, 1 - 1e-9)
        likely = np.log(np.where(right, sure, 1 - sure)).sum()
        return float(-likely + LEAST_MOVED * np.square(weights - origin).sum() / 2)

    found = minimize(loss, origin, method="L-BFGS-B").x
    return {name: round(float(weight), 3) for name, weight in zip(names, found, strict=True)}


def said_in(folder: Path, every: int, jobs: int) -> Iterable[Row]:
    """Every value said of the scans of the tuned half, one scan in `every`."""
    scans = [tier for tier in corpus.SCANS if not tier.startswith("bundle")]
    files = corpus.chosen(corpus.thinned(corpus.files(folder), every), scans, "tuned", None)
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=spawn, initializer=readings.quiet) as pool:
        read = pool.map(rows_of, files)
        for rows in track(read, "reading", len(files), console=Console(stderr=True)):
            yield from rows


def rows_of(file: corpus.File) -> list[Row]:
    """The values said of one file."""
    grounds: dict[float, Ground] = {}
    honest = calibration.confidence

    def marked(ground: Ground) -> float:
        """The confidence, made unlike any other by less than it is rounded to."""
        mark = honest(ground) + len(grounds) * 1e-8
        grounds[mark] = ground
        return mark

    with mock.patch.object(calibration, "confidence", marked):
        reading = readings.read(file.name, str(file.path), "")
    said = (one for pair in corpus.case(file, reading).pairs for one in fields.outcomes(pair))
    return [Row(one.lenient, grounds[one.confidence]) for one in said if one.confidence in grounds]


def first_sight(path: Path) -> list[Row]:
    """The values of letters that were read before any rule was tuned on them."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Row(
                row["right"] == "1",
                Ground(
                    float(row["score"]),
                    float(row["legibility"]),
                    int(row["characters"]),
                    int(row["figures"]),
                    int(row["agreeing"]),
                    float(row["rival"]),
                ),
            )
            for row in csv.DictReader(lines)
        ]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m models.calibration", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("out/corpus"))
    parser.add_argument("--scans", type=int, default=4, metavar="N", help="one scan in N")
    parser.add_argument("--jobs", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
