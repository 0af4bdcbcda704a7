"""What intake does to pixels, wherever they come from."""

from __future__ import annotations

import numpy as np

from pipeline.page import Pixels

COLOURED = 24  # difference between red, green and blue that is colour, not the grey of a JPEG


def plain(pixels: Pixels) -> Pixels:
    """Grey where the picture has no colour, else RGB; a copy, 8 bits, of grey, RGB or RGBA."""
    if pixels.ndim == 2:
        return pixels.copy()
    red, green, blue = (np.ascontiguousarray(pixels[::3, ::3, place]) for place in range(3))
    most = np.maximum(np.maximum(red, green), blue)
    least = np.minimum(np.minimum(red, green), blue)
    if (most - least).max(initial=0) > COLOURED:
        return pixels[:, :, :3].copy()
    return pixels[:, :, 1].copy()


def grey(pixels: Pixels) -> Pixels:
    """The darkest of the three colours of each dot: coloured ink counts as ink."""
    return pixels if pixels.ndim == 2 else np.asarray(pixels.min(axis=2), dtype=np.uint8)
