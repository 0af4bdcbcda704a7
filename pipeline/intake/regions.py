"""Parts of a digital page that only its picture tells: pictures of text, letters without a code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import cv2
import numpy as np

from pipeline.geometry import Box, around
from pipeline.intake.pixels import grey
from pipeline.intake.trust import ODD
from pipeline.page import Raster, Word

WIDEST_GAP = 12.0  # points; pictures or words so near belong together
NARROWEST, LOWEST, LEAST = 60.0, 15.0, 0.01  # points; share of the page: smaller is a mark or logo
MARGIN = 2.0  # points around a part
HEIGHTS = 3.0, 24.0  # points; of a letter in a picture
PAPER = 150  # grey level; text that we look for stands on light ground
INK = 60  # grey levels that it must be darker than the ground
INKED = 0.01, 0.4  # share of ink between which it can be text
ENOUGH = 30  # letters; fewer are a logo or the words in a drawing
ROW_OF, IN_ROWS = 5, 0.6  # letters that make a row; share of the letters that stand in one
SPREAD = 2.5  # how much higher the higher letters of a text are than the lower ones
SIGN = re.compile(r"\w")


def pictures_of_text(
    pictures: Iterable[Box], words: Sequence[Word], raster: Raster, page: Box
) -> list[Box]:
    """The pictures, joined where they touch, in which text stands that is none of the words."""
    least = LEAST * page.area
    found = [part & page for part in joined(pictures) if (part & page).area >= least]
    large = [part for part in found if part.width >= NARROWEST and part.height >= LOWEST]
    return [part for part in large if _holds_text(part, words, raster)]


def without_codes(words: Sequence[Word]) -> tuple[list[Word], list[Box]]:
    """The words that can be read, and the places of those whose font does not tell its letters.

    A single sign, as the bullet of a list, is left as it is.
    """
    odd = [word for word in words if len(word.text) > 1 and _odd(word.text)]
    if not odd:
        return list(words), []
    places = joined(word.box for word in odd)
    return [word for word in words if word not in odd], [box.grown(MARGIN) for box in places]


def _odd(text: str) -> bool:
    strange = sum(len(match.group()) for match in ODD.finditer(text))
    return strange * 2 > len(text)


def joined(boxes: Iterable[Box]) -> list[Box]:
    """Boxes as few, those that touch or lie side by side made one."""
    parts: list[Box] = []
    for box in boxes:
        near = [part for part in parts if _near(part, box)]
        parts = [part for part in parts if part not in near]
        parts.append(around([box, *near]))
    return parts


def _near(one: Box, other: Box) -> bool:
    across = max(one.x0 - other.x1, other.x0 - one.x1)
    down = max(one.top - other.bottom, other.top - one.bottom)
    return across <= WIDEST_GAP and down <= 1


def _holds_text(part: Box, words: Sequence[Word], raster: Raster) -> bool:
    """Whether small dark shapes stand in rows on light ground there, as letters do."""
    per_point = 1 / raster.points_per_pixel
    pixels = grey(_cut(raster, part)).copy()
    ground = int(np.median(pixels)) if pixels.size else 0
    if ground < PAPER:
        return False
    for word in words:
        box = word.box.grown(1) & part
        if box.area > 0:
            left, top = (box.x0 - part.x0) * per_point, (box.top - part.top) * per_point
            right, bottom = (box.x1 - part.x0) * per_point, (box.bottom - part.top) * per_point
            pixels[int(top) : int(bottom) + 1, int(left) : int(right) + 1] = ground
    ink = (pixels < ground - INK).astype(np.uint8)
    if not INKED[0] <= ink.mean() <= INKED[1]:
        return False
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink)
    low, high = (value * per_point for value in HEIGHTS)
    heights, widths = stats[1:, cv2.CC_STAT_HEIGHT], stats[1:, cv2.CC_STAT_WIDTH]
    letters = stats[1:][(heights >= low) & (heights <= high) & (widths <= 2 * high)]
    return _in_rows(letters, per_point)


def _in_rows(letters: np.ndarray, per_point: float) -> bool:
    """Whether shapes are as high as each other and most share their foot with some others."""
    if len(letters) < ENOUGH:
        return False
    heights = letters[:, cv2.CC_STAT_HEIGHT]
    if np.percentile(heights, 75) > SPREAD * np.percentile(heights, 25):
        return False
    feet = np.sort(letters[:, cv2.CC_STAT_TOP] + heights)
    near = max(1.0, 0.75 * per_point)
    company = np.searchsorted(feet, feet + near, "right") - np.searchsorted(feet, feet - near)
    return bool((company >= ROW_OF).mean() >= IN_ROWS)


def _cut(raster: Raster, part: Box) -> np.ndarray:
    box = part.scaled(1 / raster.points_per_pixel)
    return raster.pixels[int(box.top) : round(box.bottom), int(box.x0) : round(box.x1)]
