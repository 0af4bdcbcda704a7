"""Ink that looks like a word and that no word accounts for: read again, or said to be illegible.

Tesseract's layout analysis loses single figures in the cells of a table and words that stand
alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import cv2
import numpy as np

from pipeline.geometry import Box
from pipeline.ocr.tesseract import Reader, Seen
from pipeline.page import ILLEGIBLE, Pixels

DARK, WHITE = 140, 255  # grey levels; paper is white by now
SURE = 0.5  # confidence from which a word fixes the height of the page's letters
FEWEST = 8  # such words; a page with fewer has no height to compare with
LOWEST, HIGHEST, WIDEST = 0.5, 1.6, 12.0  # of a blob, in heights of a word
LEAST_INK, MOST_INK = 0.08, 0.75  # share of a blob's box; less is speckle, more is a bar or a box
JOIN = 0.6  # heights; letters nearer to each other than this are one word
MOST = 60  # blobs on a page; more are a picture or a page that was not read at all
MARGIN = 0.35  # heights of white around a crop
CROP = 48  # pixels; height of the ink in a crop that is recognised
READ = 0.3  # confidence below which the second reading is no reading


@dataclass(frozen=True, slots=True)
class Blob:
    """A place where a word may stand, in pixels."""

    box: Box
    sure: bool  # beside or under words of the page: a reader would take it for one


def filled(pixels: Pixels, seen: Sequence[Seen], reader: Reader, languages: str) -> list[Seen]:
    """The words of the page, and those that were missed; `pixels` is black on white and level."""
    sure = [s for s in seen if s.confidence >= SURE and s.text.isalnum()]
    if len(sure) < FEWEST:
        return list(seen)
    height = median(s.box.height for s in sure)
    blobs = _blobs(pixels, seen, height)
    if not blobs or len(blobs) > MOST:
        return list(seen)
    crops = [_crop(pixels, blob.box, height) for blob in blobs]
    read = reader.lines(crops, languages, None)
    found = list(seen)
    for place, blob in enumerate(blobs):
        words = [s for s in read if s.picture == place]
        found += _judged(blob, words)
    return found


def _judged(blob: Blob, words: Sequence[Seen]) -> list[Seen]:
    """What stands in a blob: what was read there, or a word that cannot be read, or nothing."""
    text = " ".join(word.text for word in words)
    confidence = min((word.confidence for word in words), default=0.0)
    if confidence >= READ and any(character.isalnum() for character in text):
        return [Seen(text, blob.box, confidence)]
    return [Seen(ILLEGIBLE, blob.box, 0.0)] if blob.sure else []


def _blobs(pixels: Pixels, seen: Sequence[Seen], height: float) -> list[Blob]:
    """Places with ink, as high as a word, outside all words."""
    ink = _uncovered(pixels, seen, height)
    reach = max(1, round(JOIN * height))
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, reach), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    blobs = []
    for left, top, wide, high, _ in stats[1:count].tolist():
        box = Box(left, top, left + wide, top + high)
        area = ink[top : top + high, left : left + wide]
        if _like_a_word(box, float(area.mean()), height):
            blobs.append(Blob(box, _in_line(box, seen)))
    return blobs


def _uncovered(pixels: Pixels, seen: Sequence[Seen], height: float) -> Pixels:
    """Ink (1) without what the words cover and without what is too large or too small for text."""
    ink: Pixels = (pixels < DARK).astype(np.uint8)
    for word in seen:
        box = word.box.grown(0.15 * height)
        top, left = max(0, int(box.top)), max(0, int(box.x0))
        ink[top : int(box.bottom) + 1, left : int(box.x1) + 1] = 0
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    wide, high = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    keep = (
        (high <= HIGHEST * height) & (wide <= 3 * height) & (np.maximum(wide, high) >= 0.2 * height)
    )
    keep[0] = False
    return keep.astype(np.uint8)[labels] if count > 1 else ink


def _like_a_word(box: Box, inked: float, height: float) -> bool:
    return (
        LOWEST * height <= box.height <= HIGHEST * height
        and 0.15 * height <= box.width <= WIDEST * height
        and LEAST_INK <= inked <= MOST_INK
    )


def _in_line(box: Box, seen: Sequence[Seen]) -> bool:
    """Whether it stands in the row of a word, as a figure in a cell does."""
    rows = [word.box for word in seen if word.confidence >= SURE and word.text.isalnum()]
    return any(box.side_by_side(row) > 0.6 for row in rows)


def _crop(pixels: Pixels, box: Box, height: float) -> Pixels:
    """The blob alone on white, enlarged to the size that Tesseract likes."""
    rows, columns = pixels.shape
    top, bottom = max(0, int(box.top) - 1), min(rows, int(box.bottom) + 1)
    left, right = max(0, int(box.x0) - 1), min(columns, int(box.x1) + 1)
    part = pixels[top:bottom, left:right]
    factor = CROP / max(1.0, height)
    margin = round(MARGIN * CROP)
    large = cv2.resize(part, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
    return np.pad(np.asarray(large, dtype=np.uint8), margin, constant_values=WHITE)
