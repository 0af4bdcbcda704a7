"""Filled areas: black, grey or coloured patches with straight sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from typing import Any

import cv2
import numpy as np

from pipeline.geometry import Box, around
from pipeline.pieces import connected
from pipeline.redaction.picture import Mask, Picture

LEAST_HEIGHT, LEAST_WIDTH = 5.5, 8.0  # points
CHROMA = 26  # of 255; below it a tone is neutral
_FULL_LINE = 0.85  # of the widest line of a passage
_LIST_WIDTH, _PRINTED = 130.0, 0.99  # points; share of a box that its code leaves
_DENSE = 0.70  # of a window; running text stays below half, bold below two thirds


@dataclass(frozen=True, slots=True)
class Patch:
    """A candidate: a rectangle in working pixels and how its inside looks."""

    box: Box
    style: str  # black, gray, color, border
    framed: bool = False  # a line runs around it
    tinted: bool = False  # the frame is full of speckle
    lines: bool = False  # ragged lines, or a line that touches others: not all sides have a step


class Shape(Enum):
    """What a rectangle is of the patch that it was cut from."""

    straight = auto()
    ragged = auto()  # a passage, whose lines end where they may
    step = auto()  # one of lines that touch, each a place of its own


def fills(picture: Picture, parts: Sequence[Box]) -> Iterator[Patch]:
    """Every patch of one family of tones, cut where paper shows between two of them.

    `parts` of the picture: where anything but letters is drawn. Black is looked for everywhere: a
    font may have a letter that is a box.
    """
    whole = [Box(0, 0, picture.width, picture.height)]
    for style, mask in _families(picture):
        for place in whole if style == "black" else parts:
            for box, lines in _patches(picture, mask, place):
                yield Patch(box, style, lines=lines)


def _families(picture: Picture) -> Iterator[tuple[str, Mask]]:
    yield "black", picture.darker(0.42)
    neutral = picture.darker(picture.pale, than=0.42)
    if picture.chroma is None:
        yield "gray", neutral
        return
    colored = picture.between(picture.chroma, CHROMA + 1, 256)
    yield "gray", cv2.bitwise_and(neutral, cv2.bitwise_not(colored))
    yield "color", colored


def _patches(picture: Picture, mask: Mask, place: Box) -> Iterator[tuple[Box, bool]]:
    """Rectangles where most of every window belongs to the family, and whether sides are open."""
    window = (picture.px(4.5) | 1, picture.px(3.5) | 1)
    core = picture.between(cv2.blur(mask[picture.cut(place)], window), _DENSE * 255, 256)
    least = picture.px(LEAST_WIDTH - 4), picture.px(LEAST_HEIGHT - 3)
    for left, top, part in connected(core, *least):
        height, width = part.shape
        x, y = left + round(place.x0), top + round(place.top)
        for band, touching in _bands(picture, mask, Box(x, y, x + width, y + height)):
            rows = part[round(band.top) - y : round(band.bottom) - y]
            for box, shape in _rectangles(picture, mask, rows, band):
                loose = not touching and shape is not Shape.step
                fitted = _fitted(mask, box, picture.px(3)) if loose else box
                whole = shape is Shape.straight
                cut = _cut(picture, mask, fitted) if whole else [fitted]
                yield from ((piece, touching or not whole) for piece in cut)


def _bands(picture: Picture, mask: Mask, box: Box) -> Iterator[tuple[Box, bool]]:
    """A patch parted where paper shows from side to side, and between the lines of its labels.

    Beside each part whether it touches the next.
    """
    paper = mask[picture.cut(box)].mean(axis=1) < 0.1 * 255
    for start, end in _stretches(paper):
        if end - start >= picture.px(LEAST_HEIGHT - 3):
            own = _own_lines(picture, Box(box.x0, box.top + start, box.x1, box.top + end))
            yield from ((line, len(own) > 1) for line in own)


def _rectangles(picture: Picture, mask: Mask, part: Any, whole: Box) -> Iterator[tuple[Box, Shape]]:
    """One box for a straight patch or a left-aligned passage, else one for each run of rows."""
    slack = picture.px(4)
    filled = part.any(axis=1)
    first = np.where(filled, part.argmax(axis=1), 0)
    last = np.where(filled, part.shape[1] - part[:, ::-1].argmax(axis=1), 0)
    side = Box(whole.x0, whole.top, whole.x0 + picture.px(1), whole.bottom)
    if mask[picture.cut(side)].mean() > 0.8 * 255:  # a code at the left is no indentation
        first[:] = 0
    runs = [
        Box(run.x0 + whole.x0, run.top + whole.top, run.x1 + whole.x0, run.bottom + whole.top)
        for run in _runs(first, last, slack)
        if run.x1 - run.x0 > slack
    ]
    flush = len(runs) > 1 and max(run.x0 for run in runs) - min(run.x0 for run in runs) <= slack
    if flush and _list(picture, mask, runs):
        yield from ((run, Shape.step) for run in runs)
    elif part.mean() > 0.85:
        yield whole, Shape.straight
    elif flush and not any(
        word.ordinary and word.box.covered_by(whole) > 0.5 for word in picture.words_at(whole)
    ):
        yield around(runs), Shape.ragged
    else:
        yield from ((run, Shape.straight) for run in runs or [whole])


def _list(picture: Picture, mask: Mask, runs: Sequence[Box]) -> bool:
    """Whether runs are lines of an address or a list: a code in each, not only the last short."""
    widest = max(run.width for run in runs)
    short = any(run.width < _FULL_LINE * widest for run in runs[:-1])
    if not short or widest > picture.px(_LIST_WIDTH):
        return False
    return all(_printed(mask, picture, run) for run in runs)


def _printed(mask: Mask, picture: Picture, run: Box) -> bool:
    """Whether a code stands in a box or just right of it."""
    part = mask[picture.cut(run.grown(-picture.px(1.5)))]
    if part.size and float(part.mean()) < _PRINTED * 255:
        return True
    beside = Box(run.x1, run.top, run.x1 + picture.px(6), run.bottom)
    return any(word.code and word.box.side_by_side(run) > 0.5 for word in picture.words_at(beside))


def _own_lines(picture: Picture, box: Box) -> list[Box]:
    """The lines of a patch, each of which has words of its own to the left; else the patch."""
    left = Box(box.x0 - picture.px(90), box.top, box.x0 - picture.px(1.5), box.bottom)
    inked = (picture.dark[picture.cut(left)] > 0).sum(axis=1) >= picture.px(2)
    for word in picture.words_at(left) if not inked.any() and inked.size else ():  # pale print
        top, bottom = (max(0, round(edge - box.top)) for edge in (word.box.top, word.box.bottom))
        inked[top:bottom] = True
    high = (
        [(start, end) for start, end in _stretches(~inked) if end - start >= picture.px(4)]
        if inked.size
        else []
    )
    if len(high) < 2 or any(end - start > picture.px(20) for start, end in high):
        return [box]
    cuts = [box.top, *((a[1] + b[0]) / 2 + box.top for a, b in pairwise(high)), box.bottom]
    return [Box(box.x0, top, box.x1, bottom) for top, bottom in pairwise(cuts)]


def _stretches(gaps: Any) -> Iterator[tuple[int, int]]:
    """From where to where there is no gap."""
    start = None
    for place, gap in enumerate([*gaps, True]):
        if gap and start is not None:
            yield start, place
            start = None
        elif not gap and start is None:
            start = place


def _runs(first: Any, last: Any, slack: int) -> list[Box]:
    """Stretches of rows whose left and right ends stay where they are."""
    moves = np.maximum(np.abs(np.diff(first)), np.abs(np.diff(last))) > slack
    ends = [*(np.flatnonzero(moves) + 1).tolist(), len(first)]
    return [
        Box(float(np.median(first[start:end])), start, float(np.median(last[start:end])), end)
        for start, end in pairwise([0, *ends])
        if end - start >= slack
    ]


def _fitted(mask: Mask, box: Box, reach: int) -> Box:
    """The box with each side moved out to the last row or column that is mostly filled."""
    x0, top, x1, bottom = (round(value) for value in (box.x0, box.top, box.x1, box.bottom))
    rows = mask[max(0, top - reach) : bottom + reach, x0:x1].mean(axis=1) > 127
    columns = mask[top:bottom, max(0, x0 - reach) : x1 + reach].mean(axis=0) > 127
    above, left = min(top, reach), min(x0, reach)
    return Box(
        x0 - _steps(columns[:left][::-1]),
        top - _steps(rows[:above][::-1]),
        x1 + _steps(columns[left + x1 - x0 :]),
        bottom + _steps(rows[above + bottom - top :]),
    )


def _steps(filled: Any) -> int:
    """How many entries are filled before the first that is not."""
    return int(filled.argmin()) if not filled.all() else len(filled)


def _cut(picture: Picture, mask: Mask, box: Box) -> Iterator[Box]:
    """The parts of a box between columns in which paper shows from top to bottom."""
    inside = mask[picture.cut(box)]
    height = inside.shape[0]
    if height < picture.px(LEAST_HEIGHT):
        return
    trim = max(1, height // 8)
    gaps = inside[trim:-trim].mean(axis=0) < 0.2 * 255
    for start, end in _stretches(gaps):
        if end - start >= picture.px(LEAST_WIDTH):
            yield Box(box.x0 + start, box.top, box.x0 + end, box.bottom)
