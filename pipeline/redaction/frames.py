"""Rectangles that a thin line encloses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np

from pipeline.geometry import Box
from pipeline.pieces import enclosed, pieces
from pipeline.redaction.fills import CHROMA, LEAST_HEIGHT, LEAST_WIDTH, Patch
from pipeline.redaction.picture import Mask, Picture

_MOST = 0.6  # of the page


def frames(picture: Picture, parts: Sequence[Box]) -> Iterator[Patch]:
    """Every enclosed rectangle, with the line around it; its style says how the inside looks.

    A box with speckle inside is taken as a whole; else what its lines enclose. `parts` of the
    picture: where anything but letters is drawn.
    """
    page = Box(0, 0, picture.width, picture.height)
    for part in parts:
        for patch in _frames(picture.part(part), _MOST * page.area):
            moved = patch.box.moved(part.x0, part.top)
            if (moved & page).covered_by(part) == 1:  # else it is what the part was cut off from
                yield replace(patch, box=moved)


def _frames(picture: Picture, most: float) -> Iterator[Patch]:
    ink = picture.darker(0.82)
    lines = _lines(picture, ink)
    outer = list(_tinted(picture, most))
    inner = (
        box
        for box in _enclosed(picture, lines, most)
        if not any(box.covered_by(other) > 0.8 for other in outer)
    )
    for box in outer:
        if _inside(picture, box) != "color":
            yield Patch(box, "gray", framed=True, tinted=True)
    for box in inner:
        if (style := _inside(picture, box)) in ("border", "gray"):  # the others are fills
            yield Patch(box, style, framed=True)


def _lines(picture: Picture, ink: Mask) -> Mask:
    """Straight strokes longer than letters have, thickened a little and mended.

    An upright stroke counts where it runs from one level stroke to another.
    """
    faint = picture.darker(0.9)  # hairlines, paled in a small picture
    level = cv2.bitwise_or(_level(picture, ink), _thin(_level(picture, faint), _bar(1, 5)))
    level = cv2.morphologyEx(level, cv2.MORPH_CLOSE, _bar(picture.px(5), 1))
    mended = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, _bar(1, picture.px(1.2)))
    upright = cv2.bitwise_or(
        _upright(picture, mended, 5.2), _thin(_upright(picture, faint, 6), _bar(5, 1))
    )
    upright = cv2.morphologyEx(upright, cv2.MORPH_CLOSE, _bar(1, picture.px(3)))
    lines = cv2.bitwise_or(level, _between(picture, upright, level))
    return cv2.morphologyEx(cv2.dilate(lines, _bar(3, 3)), cv2.MORPH_CLOSE, _bar(3, 3))


def _thin(strokes: Mask, across: Mask) -> Mask:
    """The strokes without what is thicker than a bar across them."""
    thick = cv2.morphologyEx(strokes, cv2.MORPH_OPEN, across)
    return cv2.bitwise_and(strokes, cv2.bitwise_not(thick))


def _upright(picture: Picture, ink: Mask, least: float) -> Mask:
    """Upright strokes of so many points, a little askew as well."""
    return cv2.morphologyEx(cv2.dilate(ink, _bar(2, 1)), cv2.MORPH_OPEN, _bar(1, picture.px(least)))


def _level(picture: Picture, ink: Mask) -> Mask:
    """Level strokes, a little askew as well."""
    return cv2.morphologyEx(cv2.dilate(ink, _bar(1, 2)), cv2.MORPH_OPEN, _bar(picture.px(11), 1))


def _bar(width: int, height: int) -> Mask:
    bar: Mask = np.ones((height, width), np.uint8)
    return bar


def _between(picture: Picture, upright: Mask, level: Mask) -> Mask:
    """The parts of upright strokes that run from one level stroke to the next."""
    reach = picture.px(1)
    near = cv2.dilate(level, _bar(2 * reach + 1, 2 * reach + 1))
    apart = pieces(cv2.bitwise_and(upright, cv2.bitwise_not(cv2.dilate(level, _bar(5, 3)))))
    left, top, width, height = apart.boxes.T
    middle = left + width // 2
    above, below = np.maximum(top - 1, 0), np.minimum(top + height, len(near) - 1)
    return apart.drawn((near[above, middle] > 0) & (near[below, middle] > 0))


def _enclosed(picture: Picture, lines: Mask, most: float) -> Iterator[Box]:
    """What lies between lines on all four sides, with the lines."""
    edge = picture.px(0.7)
    least = picture.px(2.5), picture.px(LEAST_HEIGHT - 2)
    for x, y, width, height, area in enclosed(lines, least, most):
        if 0.82 * width * height <= area:
            yield Box(x - edge, y - edge, x + width + edge, y + height + edge)


def _tinted(picture: Picture, most: float) -> Iterator[Box]:
    """Outlined boxes with speckle inside, whose strokes hang together with the outline."""
    ink = picture.darker(0.68)
    level = cv2.morphologyEx(_level(picture, ink), cv2.MORPH_CLOSE, _bar(picture.px(4), 1))
    lines = cv2.dilate(cv2.bitwise_or(level, _upright(picture, ink, 6)), _bar(3, 3))
    for x, y, width, height in pieces(lines).boxes.tolist():
        if width < picture.px(LEAST_WIDTH) or height < picture.px(LEAST_HEIGHT + 1):
            continue
        box = Box(x + 1, y + 1, x + width - 1, y + height - 1)
        if width * height < most and _outlined(ink, box) and _speckled(picture, box):
            yield box


def _outlined(ink: Mask, box: Box) -> bool:
    """Whether most of each side is inked."""
    x0, top, x1, bottom = (round(value) for value in (box.x0, box.top, box.x1, box.bottom))
    part = ink[top:bottom, x0:x1]
    sides = (part[:4], part[-4:], part[:, :4].T, part[:, -4:].T)
    return all(bool((side.max(axis=0) > 0).mean() > 0.8) for side in sides)


def _speckled(picture: Picture, box: Box) -> bool:
    """Whether the inside is neither paper nor letters on paper: a tint in a rough scan."""
    part = picture.gray[picture.cut(box.grown(-picture.px(1.2)))]
    if not part.size:
        return False
    dark = part < 0.75 * picture.paper
    return bool(0.15 < dark.mean() < 0.9 and (dark.mean(axis=0) > 0.05).mean() > 0.85)


def _inside(picture: Picture, box: Box) -> str:
    rows, columns = picture.cut(box.grown(-picture.px(1.2)))
    part = picture.gray[rows, columns]
    if not part.size:
        return "border"
    if picture.chroma is not None and float(np.median(picture.chroma[rows, columns])) > CHROMA:
        return "color"
    mean, middle = float(part.mean()) / picture.paper, float(np.median(part)) / picture.paper
    if middle < 0.42:
        return "black"
    return "gray" if middle < picture.pale or mean < 0.80 else "border"
