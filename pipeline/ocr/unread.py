"""What stands on a page on which no word could be read: nothing, or something that is no blank.

Blank pages are scanned with their punch holes, staples, dust and a dark edge; those are nothing.
"""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.geometry import Box
from pipeline.ocr import picture
from pipeline.page import Pixels

EDGE = 0.65  # inch of a page's edge in which holes and shadows are; no more than a quarter of it
TILE = 0.1  # inch
INKED = 0.08  # share of ink from which something stands in a tile
FEWEST = 20  # tiles; a line of two inches has as many, dust and a staple have fewer
THINNEST = 0.25  # inch; what is less high or wide in all is a fold
BLACK = 64  # level below which a spot is dark, whatever surrounds it


def standing(pixels: Pixels, dpi: float) -> Box | None:
    """Where something stands on a grey page, in its pixels; None where the page is blank."""
    dark = _dark(pixels, dpi)
    tile = max(1, round(TILE * dpi * dark.shape[1] / pixels.shape[1]))
    edges = [min(round(EDGE / TILE), length // tile // 4) for length in dark.shape]
    tiles = picture.reduced(dark, tile) >= INKED * picture.WHITE
    inner = np.zeros_like(tiles)
    rows, columns = (slice(edge, -edge or None) for edge in edges)
    inner[rows, columns] = tiles[rows, columns]
    down, across = np.nonzero(inner)
    if len(down) < FEWEST:
        return None
    box = Box(across.min(), down.min(), across.max() + 1, down.max() + 1)
    if min(box.width, box.height) < THINNEST / TILE:
        return None
    return box.scaled(tile * pixels.shape[1] / dark.shape[1])


def _dark(pixels: Pixels, dpi: float) -> Pixels:
    """A small copy: 255 where there is ink or all is dark, else 0."""
    ink = picture.ink(pixels, dpi)
    small = cv2.resize(pixels, ink.shape[::-1], interpolation=cv2.INTER_AREA)
    return np.where((ink > 0) | (small < BLACK), picture.WHITE, 0).astype(np.uint8)
