"""Forty letters of the tuned families, written, read and scored: no figure is below its floor.

`floor.json` beside the corpus holds what was reached, less a little; `pytest tests/test_floor.py --accept`
raises it (or lowers it: say why in the commit).
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.corpus import files, plan
from tests.score import corpus, summary
from tests.score.readings import readings

LETTERS, FIRST_SEED = 40, 100
SCANNED = 8  # of them are read as a clean scan, too
SLACK = 0.02
KEPT = (
    "all",
    "date",
    "replies_to",
    "subject",
    "sender.organisation",
    "recipient.organisation",
    "references.ours",
    "municipalities",
    "budget_lines.sum",
    "tables",
    "redactions.area",
    "heads",
    "characters",
    "findings",
    "silent",
    "twins",
)
FLOOR = Path(__file__).parent / "corpus" / "floor.json"


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> summary.Tree:
    folder = tmp_path_factory.mktemp("corpus")
    for number, item in enumerate(plan.letters(LETTERS, FIRST_SEED, "tuned")):
        tiers = ("text", "digital", "clean") if number < SCANNED else ("text", "digital")
        files.write_letter(item, tiers, folder)
    whole = corpus.files(folder)
    read = {one.file: one for one in readings(whole, folder / "readings.jsonl", jobs=2)}
    return summary.figures([corpus.case(file, read[file.name]) for file in whole])


def test_every_file_is_read(figures: summary.Tree) -> None:
    assert set(figures) == {"text", "digital", "clean"}


def test_no_figure_is_below_its_floor(
    figures: summary.Tree, request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--accept"):
        FLOOR.write_text(json.dumps(reached(figures), indent=1) + "\n", "utf-8")
    floor = json.loads(FLOOR.read_text("utf-8"))
    assert set(floor) == {"text", "digital", "clean"}
    assert summary.floor(figures, floor) == []


def reached(figures: summary.Tree) -> summary.Tree:
    """The figures that are kept, less a little, so that one letter more or less is no alarm."""
    return {
        tier: {
            name: round(value - SLACK, 3)
            for name, value in summary.flat(of["both"]).items()
            if name in KEPT and value is not None
        }
        for tier, of in figures.items()
    }
