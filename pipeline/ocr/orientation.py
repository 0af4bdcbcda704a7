"""Which way is up: seen by how far letters reach above and below, else by reading a few lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from pipeline.geometry import Box
from pipeline.ocr import picture
from pipeline.ocr.tesseract import Reader
from pipeline.page import Pixels
from pipeline.pieces import pieces

FEWEST_LETTERS = 12  # in the lines read, below which they tell nothing
LINES = 5
SPACE = 0.12  # inch: letters nearer to each other than this are one line
LOW, HIGH = 0.05, 0.3  # inch: how high a line of text is
LONGEST = 2.0  # inch of a line that is read
PART = 0.5  # inch of a line that is looked at: along more, it may not be level to a dot
WIDER = 4  # times as wide as high is a line of which the letters are looked at
FEWEST_PARTS = 30  # on a page, below which they tell nothing
BODY = 0.5  # share of a part's fullest row from which a row belongs to the letters' bodies
UPRIGHT = 0.54  # of what reaches beyond these, upward; upside down no page has more than 0.47
CROP, MARGIN = 40, 12  # pixels: height of a crop's ink, white around it


def stands(level: Pixels, dpi: float) -> bool:
    """Whether a level page is plainly the right way up; False also where that is not plain.

    In any text more letters rise above the others (b, d, t, capitals) than hang below (g, j, p).
    """
    small = picture.ink(level, dpi)
    parts = list(_parts(small, dpi * small.shape[1] / level.shape[1]))
    above, below = (sum(reach) for reach in zip(*parts, strict=True)) if parts else (0.0, 0.0)
    return len(parts) >= FEWEST_PARTS and bool(above > UPRIGHT * (above + below))


def _parts(small: Pixels, dpi: float) -> Iterator[tuple[float, float]]:
    """How much ink lies above and below the letters' bodies, in each part of each line."""
    step = round(PART * dpi)
    for left, top, wide, high in pieces(_joined(small, dpi)).boxes.tolist():
        if not (LOW * dpi <= high <= HIGH * dpi and wide >= WIDER * high):
            continue
        for start in range(left, left + wide - step // 2, step):
            part = small[top : top + high, start : min(start + step, left + wide)]
            ink = part.sum(axis=1, dtype=np.float64)
            body = np.flatnonzero(ink >= BODY * ink.max())
            if ink.max() > 0 and body[-1] - body[0] >= 2:
                yield ink[: body[0]].sum() / ink.max(), ink[body[-1] + 1 :].sum() / ink.max()


def _joined(small: Pixels, dpi: float) -> Pixels:
    """The ink with the letters of a line in one piece."""
    reach = max(1, round(SPACE * dpi))
    joined = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((1, reach), np.uint8))
    return np.asarray(joined, dtype=np.uint8)


def legibility(level: Pixels, dpi: float, reader: Reader, languages: str) -> float:
    """Mean confidence by length of some lines of a level page; 0 where they tell nothing."""
    small = picture.ink(level, dpi)
    scale = level.shape[1] // small.shape[1]
    boxes = _lines(small, dpi / scale)
    crops = [_crop(level, box, scale, dpi) for box in boxes]
    words = reader.lines(crops, languages, None) if crops else []
    letters = sum(len(word.text) for word in words)
    if letters < FEWEST_LETTERS:
        return 0.0
    return sum(len(word.text) * word.confidence for word in words) / letters


def _lines(small: Pixels, dpi: float) -> Sequence[Box]:
    """The longest lines of text on a small copy (1 where there is ink), in its pixels."""
    boxes = [
        Box(left, top, left + wide, top + high)
        for left, top, wide, high in pieces(_joined(small, dpi)).boxes.tolist()
        if LOW * dpi <= high <= HIGH * dpi and wide >= 6 * high
    ]
    return sorted(boxes, key=lambda box: -box.width)[:LINES]


def _crop(level: Pixels, box: Box, scale: int, dpi: float) -> Pixels:
    """The beginning of a line from the full picture, alone, as high as Tesseract likes it."""
    left, top, bottom = int(box.x0) * scale, int(box.top) * scale, int(box.bottom) * scale
    right = min(int(box.x1) * scale, left + round(LONGEST * dpi))
    part = np.ascontiguousarray(level[top:bottom, left:right])
    factor = CROP / max(1, part.shape[0])
    size = max(1, round(part.shape[1] * factor)), CROP
    sized = cv2.resize(part, size, interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC)
    return np.pad(np.asarray(sized, dtype=np.uint8), MARGIN, constant_values=picture.WHITE)
