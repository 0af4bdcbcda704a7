"""Whether confidences are what they say: of all values said with 0.9, nine in ten are right.

Over every value that was said with a confidence; right is lenient right. ECE: ten bins of equal
width, the distance between mean confidence and share right, weighted by the values in the bin.
Surely wrong: of the values said with more than 0.95, the share that is wrong.
Brier: the mean squared distance between confidence and right (1) or wrong (0). Both 0 at best.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from sklearn.calibration import calibration_curve
from sklearn.metrics import brier_score_loss

from tests.score.outcome import Outcome

BINS = 10
SURE = 0.95
Sure = tuple[np.ndarray, np.ndarray]  # right or wrong, confidence


def by_group(outcomes: Iterable[Outcome]) -> dict[str, Sure]:
    """Right or wrong and confidence of every value said, by group of fields and for `all`."""
    rows: dict[str, list[Outcome]] = {"all": []}
    for one in outcomes:
        if one.said is not None and one.confidence is not None:
            rows["all"].append(one)
            rows.setdefault(one.group, []).append(one)
    return {
        name: (
            np.array([one.lenient for one in group], dtype=int),
            np.array([one.confidence for one in group], dtype=float),
        )
        for name, group in rows.items()
    }


def figures(groups: Mapping[str, Sure]) -> dict[str, dict[str, float | int | None]]:
    """Values, ECE and Brier score of each group, and for all together."""
    return {
        name: {
            "values": len(right),
            "ece": ece(right, sure),
            "brier": _brier(right, sure),
            "surely_wrong": surely_wrong(right, sure),
        }
        for name, (right, sure) in groups.items()
    }


def surely_wrong(right: np.ndarray, sure: np.ndarray) -> float | None:
    """Of the values said with a confidence over SURE, the share that is wrong; None without any."""
    above = sure > SURE
    return float(1 - right[above].mean()) if above.any() else None


def ece(right: np.ndarray, sure: np.ndarray) -> float | None:
    """The expected calibration error; None without values."""
    if not len(right):
        return None
    share, mean = calibration_curve(right, sure, n_bins=BINS, strategy="uniform")
    edges = np.linspace(0.0, 1.0, BINS + 1)
    held = np.bincount(np.searchsorted(edges[1:-1], sure), minlength=BINS)
    return float(np.sum(np.abs(share - mean) * held[held > 0]) / len(right))


def _brier(right: np.ndarray, sure: np.ndarray) -> float | None:
    return float(brier_score_loss(right, sure, pos_label=1)) if len(right) else None


def plot(groups: Mapping[str, Sure], target: Path) -> None:
    """Draw the reliability of each group and of all as a PNG, with how many values lie where."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, (curve, held) = plt.subplots(
        2, 1, figsize=(7, 8), sharex=True, height_ratios=(3, 1), layout="constrained"
    )
    curve.plot([0, 1], [0, 1], color="0.7", linestyle="--")
    for name, (right, sure) in groups.items():
        if len(right):
            share, mean = calibration_curve(right, sure, n_bins=BINS, strategy="uniform")
            style = {"color": "black", "linewidth": 2.5} if name == "all" else {"alpha": 0.7}
            curve.plot(mean, share, marker="o", label=f"{name} ({len(right)})", **style)
    curve.set(ylabel="share right", xlim=(0, 1), ylim=(0, 1))
    curve.legend(loc="upper left", fontsize="small")
    held.hist(groups["all"][1], bins=_edges(), color="0.4")
    held.set(xlabel="confidence", ylabel="values", yscale="log")
    figure.savefig(target, dpi=110)
    plt.close(figure)


def _edges() -> Sequence[float]:
    return [number / BINS for number in range(BINS + 1)]
