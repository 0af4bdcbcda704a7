"""Filled areas: black, grey or coloured patches with straight sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from pipeline.geometry import Box
from pipeline.redaction.picture import Mask, Picture

LEAST_HEIGHT, LEAST_WIDTH = 5.5, 8.0  # points
CHROMA = 26  # of 255; below it a tone is neutral
_DENSE = 0.70  # of a window; running text stays below half, bold below two thirds


@dataclass(frozen=True, slots=True)
class Patch:
    """A candidate: a rectangle in working pixels and how its inside looks."""

    box: Box
    style: str  # black, gray, color, border
    framed: bool = False  # a line runs around it


def fills(picture: Picture) -> Iterator[Patch]:
    """Every patch of one family of tones, cut where paper shows between two of them."""
    for style, mask in _families(picture):
        for box in _patches(picture, mask):
            yield Patch(box, style)


def _families(picture: Picture) -> Iterator[tuple[str, Mask]]:
    gray, paper, chroma = picture.gray, picture.paper, picture.chroma
    yield "black", picture.mask(gray < 0.42 * paper)
    neutral = picture.mask((gray >= 0.42 * paper) & (gray < 0.93 * paper))
    if chroma is None:
        yield "gray", neutral
        return
    colored = picture.mask(chroma > CHROMA)
    yield "gray", cv2.bitwise_and(neutral, cv2.bitwise_not(colored))
    yield "color", colored


def _patches(picture: Picture, mask: Mask) -> Iterator[Box]:
    """Rectangles where most of every window belongs to the family."""
    window = (picture.px(4.5) | 1, picture.px(3.5) | 1)
    core = picture.mask(cv2.blur(mask, window) > _DENSE * 255)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(core, connectivity=4)
    for label in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[label])
        if width < picture.px(LEAST_WIDTH - 4) or height < picture.px(LEAST_HEIGHT - 3):
            continue
        part = labels[y : y + height, x : x + width] == label
        for box in _rectangles(picture, part, area, Box(x, y, x + width, y + height)):
            for row in _cut_rows(picture, mask, box):
                yield from _cut(picture, mask, _fitted(mask, row, picture.px(3)))


def _rectangles(picture: Picture, part: Any, area: int, whole: Box) -> list[Box]:
    """One box for a straight patch or a left-aligned passage, else one for each run of rows."""
    slack = picture.px(4)
    if area > 0.85 * whole.area:
        return [whole]
    first = part.argmax(axis=1)
    last = part.shape[1] - part[:, ::-1].argmax(axis=1)
    runs = [
        Box(run.x0 + whole.x0, run.top + whole.top, run.x1 + whole.x0, run.bottom + whole.top)
        for run in _runs(first, last, slack)
    ]
    aligned = max(run.x0 for run in runs) - min(run.x0 for run in runs) <= slack if runs else True
    return [whole] if len(runs) < 2 or (aligned and _passage(picture, runs)) else runs


def _passage(picture: Picture, runs: list[Box]) -> bool:
    """Whether rows under each other are one covered passage: no row has a code or label its own."""
    own = 0
    for run in runs:
        left = Box(run.x0 - picture.px(80), run.top, run.x0, run.bottom)
        own += any(
            (word.code and word.box.covered_by(run) > 0.5)
            or (word.visible and word.box.covered_by(left) > 0.5)
            for word in picture.words
        )
    return own < 2


def _cut_rows(picture: Picture, mask: Mask, box: Box) -> Iterator[Box]:
    """The parts of a box between rows in which paper shows from side to side."""
    gaps = mask[picture.cut(box)].mean(axis=1) < 0.3 * 255
    for start, end in _stretches(gaps):
        if end - start >= picture.px(LEAST_HEIGHT - 3):
            yield Box(box.x0, box.top + start, box.x1, box.top + end)


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
    runs: list[Box] = []
    start = 0
    for row in range(1, len(first) + 1):
        ends = row == len(first)
        if (
            ends
            or abs(first[row] - first[row - 1]) > slack
            or abs(last[row] - last[row - 1]) > slack
        ):
            if row - start >= slack:
                x0, x1 = np.median(first[start:row]), np.median(last[start:row])
                runs.append(Box(float(x0), start, float(x1), row))
            start = row
    return runs


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
