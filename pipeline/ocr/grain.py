"""Grain: the specks of a dark or faint original, which whitening makes as dark as letters."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from pipeline.ocr import picture
from pipeline.page import Pixels

EVERY = 16  # a column of so many tells enough
GRAINY = 5.5  # grey levels that neighbours differ on a quarter of the page; office scans: up to 5
SOME = 3.5  # of those on a page that is faint beside
FAINT = 140  # grey level of most of the ink; of office scans, 130
SOFT = 0.8  # pixels, as much as letters of 200 dpi can bear
BLACK, WHITE = 50, 240  # grey levels of the ink and the paper of such a page, softened
_SPREAD: Final = np.clip((np.arange(256) - BLACK) * 255.0 / (WHITE - BLACK), 0, 255).astype(
    np.uint8
)


def calmed(pixels: Pixels, dpi: float) -> Pixels:
    """A whitened page without its grain, its ink darker; the page as it is where it has little."""
    grainy = grain(pixels)
    if grainy <= SOME or (grainy <= GRAINY and darkness(pixels, dpi) < FAINT):
        return pixels
    soft = cv2.GaussianBlur(pixels, (0, 0), SOFT)
    return np.asarray(cv2.LUT(soft, _SPREAD), dtype=np.uint8)


def grain(pixels: Pixels) -> float:
    """By how many grey levels a pixel differs from those above and below it, upper quartile."""
    sample = pixels[:, ::EVERY].astype(np.int16)
    if sample.shape[0] < 3:
        return 0.0
    return float(np.percentile(np.abs(2 * sample[1:-1] - sample[:-2] - sample[2:]), 75))


def darkness(pixels: Pixels, dpi: float) -> float:
    """The grey level of the darker quarter of a page's ink; 0 where there is none."""
    ink = picture.ink(pixels, dpi)
    small = picture.reduced(pixels, pixels.shape[1] // ink.shape[1])
    found = small[ink > 0]
    return float(np.percentile(found, 25)) if found.size else 0.0
