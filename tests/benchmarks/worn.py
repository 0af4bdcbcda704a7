"""The grey tier: an archive's copy of a clean scan, 200 dpi, dark, unevenly lit, askew, blurred.

The corpus has no such tier, so the pages are worn here, once, in a way settled before anything was
read from them. The same file gives the same page.
"""

from __future__ import annotations

import random
import zlib
from contextlib import closing
from pathlib import Path

import cv2
import numpy as np
import pypdfium2

from tests.corpus.tiers import files, paper
from tests.corpus.tiers.base import Picture

DPI = 200
QUALITY = 35  # of the JPEG


def grey(path: Path, folder: Path) -> Path:
    """The worn copy of a scan as PDF in `folder`; made anew if it is there."""
    dice = random.Random(zlib.crc32(path.stem.encode()))
    side = dice.choice((-1, 1))
    with closing(pypdfium2.PdfDocument(path)) as document:
        pages = [
            page.render(scale=DPI / 72, grayscale=True).to_numpy().squeeze() for page in document
        ]
    pictures = [_worn(page, side * dice.uniform(0.3, 2.0), dice) for page in pages]
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / path.name
    copy.write_bytes(files.jpeg_pdf(pictures, [DPI] * len(pictures), QUALITY))
    return copy


def _worn(page: Picture, skew: float, dice: random.Random) -> Picture:
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1.0)
    turned = cv2.warpAffine(np.ascontiguousarray(page), turn, (width, height), borderValue=255)
    soft = cv2.GaussianBlur(turned, (5, 5), dice.uniform(0.7, 1.0))
    light = paper.uneven(page.shape, dice.uniform(0.3, 0.55), 0.02, dice)
    paper.gutter(light, dice.uniform(0.3, 0.6), dice)
    toned = paper.toned(soft, dice.uniform(60, 85), dice.uniform(190, 215))
    return paper.grained(paper.lit(toned, light), dice.uniform(5, 8), dice)
