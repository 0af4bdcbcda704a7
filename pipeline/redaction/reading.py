"""The code printed in a box: cut out, made large and dark on white, read, decoded.

Imported only where there is a picture: it loads OpenCV. The OCR engine itself is passed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import cv2
import numpy as np

from pipeline.page import Cover, Pixels, Raster
from pipeline.redaction.codes import FirstGlyph, LastGlyph, Shape, decode, grounds_in

Read = Callable[[Sequence[Pixels]], Sequence[tuple[str, float]]]

_GLYPH_HEIGHTS: Final = (28, 38)  # pixels; each is read better by the engine now and then
_GLYPH_POINTS: Final = (2.2, 26.0)  # height of a code's letters on the page
_PAD: Final = 30
_LEAST_CONTRAST: Final = 40
_MOST_GLYPHS: Final = 80  # more is a photograph or speckle, not a code


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed in a box: grey, dark on white, once for each size; and its glyphs' shape."""

    pictures: tuple[Pixels, ...]
    shape: Shape


def read_codes(raster: Raster, covers: Sequence[Cover], read: Read) -> tuple[Cover, ...]:
    """The covers with the code that was read in each; '' stays where none is sure.

    `read` is called once with all pictures (grey, dark text on white), two of each box, and gives
    a text and a confidence for each. Boxes in which nothing is printed are not sent.
    """
    found = {
        index: ink
        for index, cover in enumerate(covers)
        if not cover.text and (ink := printed(raster, cover)) is not None
    }
    if not found:
        return tuple(covers)
    answers = iter(read([picture for ink in found.values() for picture in ink.pictures]))
    texts = {
        index: as_printed([next(answers)[0] for _ in ink.pictures], ink.shape)
        for index, ink in found.items()
    }
    return tuple(
        replace(cover, text=texts[index], printed=True) if index in texts else cover
        for index, cover in enumerate(covers)
    )


def as_printed(readings: Sequence[str], shape: Shape | None = None) -> str:
    """The code as it stands in the box where a reading is clean, else its usual spelling."""
    codes = decode(*readings, shape=shape)
    for reading in readings:
        neat = " ".join(reading.split()).strip(" |[]_,")
        if codes and grounds_in(neat) == codes:
            return neat
    return " ".join(codes)


def printed(raster: Raster, cover: Cover) -> Printed | None:
    """What is printed in a box, cut out and enlarged; None where nothing is."""
    part = _inside(raster, cover)
    ink = None if part is None else _ink(part, raster.dpi / 72)
    if ink is None:
        return None
    x0, y0 = ink.spots[:, :2].min(axis=0)
    x1, y1 = (ink.spots[:, :2] + ink.spots[:, 2:4]).max(axis=0)
    high = float(np.median(ink.spots[:, 3]))
    around = max(2, round(0.25 * high))
    cut = ink.tones[max(0, y0 - around) : y1 + around, max(0, x0 - around) : x1 + around]
    return Printed(tuple(_enlarged(cut, size / high) for size in _GLYPH_HEIGHTS), _shape(ink.spots))


def _enlarged(cut: Any, factor: float) -> Pixels:
    factor = min(8.0, max(0.3, factor))
    large = cv2.resize(cut, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
    padded: Pixels = cv2.copyMakeBorder(
        large, _PAD, _PAD, _PAD, _PAD, cv2.BORDER_CONSTANT, value=(255,)
    ).astype(np.uint8)
    return padded


def _shape(spots: Any) -> Shape:
    """The first and last glyph beside the digits between them; nothing where there are too few."""
    row = spots[np.argsort(spots[:, 0])]
    if not 3 <= len(row) <= 6:
        return Shape()
    top, width, height = (row[:, column].astype(float) for column in range(1, 4))
    digits = slice(0, -1)
    line, high = float(np.median((top + height)[digits])), float(np.median(height[digits]))
    if np.abs((top + height)[digits] - line).max() > 0.2 * high:
        return Shape()  # not on one line
    tail, head = (top[-1] + height[-1] - line) / high, (top[-1] - line + high) / high
    last: LastGlyph | None = None
    if tail > 0.13:
        last = "low"
    elif abs(tail) <= 0.1 and (head > 0.16 or head < 0.08):
        last = "short" if head > 0.16 else "tall"
    slim = width[0] / high
    first: FirstGlyph | None = "narrow" if slim < 0.42 else "wide" if slim > 0.52 else None
    return Shape(first, last)


@dataclass(frozen=True, slots=True)
class _Ink:
    """The inside of a box, dark on white, and where its letters are."""

    tones: Any
    spots: Any  # x, y, width, height of each letter


def _inside(raster: Raster, cover: Cover) -> Any | None:
    """The grey inside of a box without its border, or what stands beside it."""
    place = cover.box.grown(-0.7) if cover.beside is None else cover.beside.grown(1.5)
    box = place.scaled(raster.dpi / 72)
    if box.width < 8 or box.height < 8:
        return None
    part = raster.pixels[
        max(0, round(box.top)) : round(box.bottom), max(0, round(box.x0)) : round(box.x1)
    ]
    if not part.size:
        return None
    return part if part.ndim == 2 else cv2.cvtColor(np.ascontiguousarray(part), cv2.COLOR_RGB2GRAY)


def _ink(part: Any, scale: float) -> _Ink | None:
    """The letters in a box, whatever their colour and that of the ground."""
    ground = float(np.median(part))
    darker, lighter = ground - part.astype(np.float32), part.astype(np.float32) - ground
    strong = [float((side > _LEAST_CONTRAST).sum()) for side in (darker, lighter)]
    depth = darker if strong[0] >= strong[1] else lighter
    most = float(np.percentile(depth, 99.7))
    if most < _LEAST_CONTRAST:
        return None
    tones = (255 - np.clip(depth / most, 0, 1) * 255).astype(np.uint8)
    spots = np.array(list(_letters(tones, scale))).reshape(-1, 4)
    spots = spots[spots[:, 3] > 0.55 * spots[:, 3].max(initial=0)]
    return _Ink(tones, spots) if 2 <= len(spots) <= _MOST_GLYPHS else None


def _letters(tones: Any, scale: float) -> Iterator[tuple[int, int, int, int]]:
    """The place of every spot that has the height of a letter and stands free of the sides."""
    height, width = tones.shape
    dark = (tones < 128).astype(np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    for label in range(1, count):
        x, y, w, h, area = (int(value) for value in stats[label])
        at_side = x <= 1 or y <= 1 or x + w >= width - 1 or y + h >= height - 1
        if at_side and (w > 0.5 * width or h > 0.8 * height or area < 4):
            continue
        if _GLYPH_POINTS[0] * scale <= h <= _GLYPH_POINTS[1] * scale and w < 3 * h:
            yield x, y, w, h
