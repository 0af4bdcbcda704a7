"""Grain: the specks of a dark or faint original, which whitening makes as dark as letters."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.page import Pixels

EVERY = 16  # a column of so many tells enough
GRAINY = 5.5  # grey levels that neighbours differ on a quarter of the page; office scans: up to 5
SOFT = 0.8  # pixels, as wide as letters of 200 dpi can bear


def calmed(pixels: Pixels) -> Pixels:
    """A whitened page without its grain; the page as it is where that has little."""
    return softened(pixels, SOFT) if grain(pixels) > GRAINY else pixels


def grain(pixels: Pixels) -> float:
    """By how many grey levels a pixel differs from those above and below it, upper quartile."""
    sample = pixels[:, ::EVERY].astype(np.int16)
    if sample.shape[0] < 3:
        return 0.0
    return float(np.percentile(np.abs(2 * sample[1:-1] - sample[:-2] - sample[2:]), 75))


def softened(pixels: Pixels, by: float) -> Pixels:
    """The picture blurred by so many pixels."""
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), by), dtype=np.uint8)
