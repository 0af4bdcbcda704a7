"""Words that are none: what Tesseract reads into a logo, a seal, a signature.

Their ink hangs together with something higher than any letter on the page, and they make no sense
by themselves. A blot on a line of text is higher than letters too, but has words close by on both
sides: what is read there stays, for someone should look at it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.geometry import Box
from pipeline.ocr import picture
from pipeline.ocr.dictionary import bare, is_known
from pipeline.ocr.tesseract import Seen, usual_height
from pipeline.page import Pixels
from pipeline.pieces import pieces

SURE = 0.5  # confidence from which a word is no drawing
SURE_SHORT, SHORT, HIGH = 0.9, 3, 1.3  # the same of so few letters, so many heights of a word high
FIGURE = 3  # figures that are no chance: a number that a rule runs through
HIGHER = 2.2  # heights of a word; what is drawn is higher, or it is taken for letters
LARGEST = 180.0  # points; a larger one is a frame with text in it
JOINED = 5  # pixels at `picture.SMALL` dpi between the strokes of one drawing
SHARE = 0.6  # of a word's ink that hangs together with the drawing
BESIDE = 1.0  # heights between a blot and the words that it stands among


@dataclass(frozen=True, slots=True)
class Ink:
    """The ink of a page (1) at `scale` of its pixels, and which of it is part of a drawing."""

    every: Pixels
    drawings: Pixels
    scale: float

    def drawn(self, box: Box) -> float:
        """The share of the ink in the box that is part of a drawing."""
        box = box.scaled(self.scale)
        within = np.s_[
            max(0, round(box.top)) : round(box.bottom) + 1,
            max(0, round(box.x0)) : round(box.x1) + 1,
        ]
        ink = np.count_nonzero(self.every[within])
        return float(np.count_nonzero(self.drawings[within]) / ink) if ink else 0.0


def without_drawings(seen: Sequence[Seen], pixels: Pixels, dpi: float) -> list[Seen]:
    """The words without those that were read into a drawing; `pixels` is the page, level."""
    height = usual_height(seen)
    if height is None:
        return list(seen)
    doubtful = [word for word in seen if _is_doubtful(word, height)]
    if not doubtful:
        return list(seen)
    ink = _ink(pixels, dpi, [word for word in seen if word not in doubtful], height)
    return [word for word in seen if word not in doubtful or ink.drawn(word.box) <= SHARE]


def _is_doubtful(word: Seen, height: float) -> bool:
    if is_known(bare(word.text)) or sum(map(str.isdigit, word.text)) >= FIGURE:
        return False
    short = sum(map(str.isalnum, word.text)) <= SHORT and word.box.height > HIGH * height
    return word.confidence < (SURE_SHORT if short else SURE)


def _ink(pixels: Pixels, dpi: float, sure: Sequence[Seen], height: float) -> Ink:
    """The drawings on the page: ink in one piece that is too high for letters."""
    small = picture.reduced(pixels, max(1, round(dpi / picture.SMALL)))
    small = (small < picture.WHITE - picture.INK).astype(np.uint8)
    scale = small.shape[1] / pixels.shape[1]
    for word in sure:
        box = word.box.scaled(scale)
        small[int(box.top) : int(box.bottom) + 2, int(box.x0) : int(box.x1) + 2] = 0
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((JOINED, JOINED), np.uint8))
    found = pieces(np.asarray(closed, dtype=np.uint8))
    drawn = [
        number
        for number in np.flatnonzero(found.boxes[:, 3] > HIGHER * height * scale).tolist()
        if _is_drawing(_box(found.boxes[number].tolist(), scale), sure, height, dpi)
    ]
    drawings = np.asarray(cv2.bitwise_and(small, found.drawn(drawn)), dtype=np.uint8)
    return Ink(small, drawings, scale)


def _box(piece: Sequence[int], scale: float) -> Box:
    """The box of a piece in pixels of the page."""
    left, top, wide, high = piece
    return Box(left, top, left + wide, top + high).scaled(1 / scale)


def _is_drawing(box: Box, sure: Sequence[Seen], height: float, dpi: float) -> bool:
    largest = LARGEST / 72 * dpi
    if not (HIGHER * height < box.height < largest and box.width < largest):
        return False
    near = [word.box for word in sure if word.box.side_by_side(box) > SHARE]
    before = any(0 <= box.x0 - other.x1 < BESIDE * height for other in near)
    after = any(0 <= other.x0 - box.x1 < BESIDE * height for other in near)
    return not (before and after)
