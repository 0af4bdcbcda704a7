"""Outcomes of covered places, and their area.

A covered place is found where a box overlaps the true one by half (intersection over union), each
box once; in a text file where the lines overlap. `redactions.covers` and `redactions.grounds` are
asked of those found. Because truth may draw one box round lines that the record covers one by one,
the shared area (in whole points) is counted beside it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import numpy as np

from pipeline.geometry import Box
from tests.score import match
from tests.score.corpus import Tree
from tests.score.outcome import Outcome, f1
from tests.score.places import Places

HALF = 0.5


def outcomes(places: Places) -> Iterator[Outcome]:
    """`redactions`, `redactions.covers`, `redactions.grounds`."""
    truth, said = places.truth["plain"]["redactions"], places.record["redactions"]
    scores = np.array([[_overlap(places, one, other) for other in said] for one in truth])
    pairs = match.best_pairs(scores.reshape(len(truth), len(said)), HALF)
    for i, j in pairs:
        at = _shown(truth[i])
        sure = said[j]["confidence"]
        yield Outcome("redactions", at, _shown(said[j]), True, True, sure)
        for name in ("covers", "grounds"):
            one, other = (str(_sorted(entry[name]) or "none") for entry in (truth[i], said[j]))
            yield Outcome(f"redactions.{name}", one, other, one == other, one == other)
    for i in sorted(set(range(len(truth))) - {i for i, _ in pairs}):
        yield Outcome("redactions", _shown(truth[i]), None)
    for j in sorted(set(range(len(said))) - {j for _, j in pairs}):
        yield Outcome("redactions", None, _shown(said[j]), confidence=said[j]["confidence"])


def _overlap(places: Places, truth: Tree, said: Tree) -> float:
    if places.page_true(truth["page"]) != places.page_said(said["page"]):
        return 0.0
    if truth.get("lines") and said.get("lines"):
        (first, last), (start, end) = truth["lines"], said["lines"]
        apart = abs(first - start) + abs(last - end)
        return 1.0 + 1 / (1 + apart) if start <= last and end >= first else 0.0
    if not truth.get("bbox") or not said.get("bbox"):
        return 0.0
    ((_, box),) = places.said([said])
    return Box(*truth["bbox"]).iou(box)


def _sorted(value: object) -> object:
    return ", ".join(sorted(value)) if isinstance(value, list) else value


def _shown(entry: Tree) -> str:
    at = entry.get("lines") or [round(side) for side in entry["bbox"] or ()]
    return f"page {entry['page']} at {list(at)}"


@dataclasses.dataclass(frozen=True, slots=True)
class Area:
    """Square points covered in both, in the record, in the truth."""

    shared: int = 0
    said: int = 0
    true: int = 0

    def __add__(self, other: Area) -> Area:
        return Area(self.shared + other.shared, self.said + other.said, self.true + other.true)

    @property
    def f1(self) -> float | None:
        return f1(self.shared, self.said, self.true)


def area(places: Places) -> Area:
    """The covered area of a letter."""
    true = [
        (places.page_true(entry["page"]), Box(*entry["bbox"]))
        for entry in places.truth["plain"]["redactions"]
        if entry.get("bbox")
    ]
    said = places.said(places.record["redactions"])
    total = Area()
    for page in {page for page, _ in [*true, *said]}:
        there, here = (_painted(boxes, page) for boxes in (true, said))
        total += Area(int((there & here).sum()), int(here.sum()), int(there.sum()))
    return total


def _painted(spots: list[tuple[int, Box]], page: int) -> np.ndarray:
    canvas = np.zeros((1700, 1700), bool)
    for number, box in spots:
        if number == page:
            top, bottom, left, right = map(round, (box.top, box.bottom, box.x0, box.x1))
            canvas[max(0, top) : max(0, bottom), max(0, left) : max(0, right)] = True
    return canvas
