"""Which way is up: a few lines are read both ways round, which tells more than their look."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from pipeline.geometry import Box
from pipeline.ocr import picture
from pipeline.ocr.tesseract import Reader
from pipeline.page import Pixels

FEWEST_LETTERS = 12  # in the lines read, below which they tell nothing
LINES = 5
SPACE = 0.12  # inch: letters nearer to each other than this are one line
LOW, HIGH = 0.05, 0.3  # inch: how high a line of text is
LONGEST = 2.0  # inch of a line that is read
CROP, MARGIN = 40, 12  # pixels: height of a crop's ink, white around it


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
    reach = max(1, round(SPACE * dpi))
    joined = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((1, reach), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    boxes = [
        Box(left, top, left + wide, top + high)
        for left, top, wide, high, _ in stats[1:count].tolist()
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
