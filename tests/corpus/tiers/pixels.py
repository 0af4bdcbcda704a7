"""Pages of a PDF as pixels, and drawings laid over pixels."""

from __future__ import annotations

import functools
import io

import cv2
import numpy as np
import pikepdf
import pypdfium2

from samples.make.typeset import fixed
from tests.corpus import ink
from tests.corpus.covers import drawings, plan
from tests.corpus.tiers import clutter
from tests.corpus.tiers.base import Picture
from tests.corpus.typeset import Bbox, Typeset
from tests.corpus.writer import Letter

FULL = 300  # dpi at which a page is drawn once for all scans


def printed(letter: Letter, pages: Typeset, *, covers: bool) -> bytes:
    """The PDF of the paper that goes into a scanner: with smudges, clutter and (or not) covers."""
    pdf = pikepdf.open(io.BytesIO(pages.pdf))
    if covers:
        ink.onto(pdf, drawings(plan(letter, pages)))
    ink.onto(pdf, clutter.decoys(letter, pages))
    ink.onto(pdf, clutter.smudges(letter, pages))
    return fixed(pdf)


@functools.lru_cache(maxsize=2)
def drawn(pdf: bytes, dpi: float, colour: bool) -> tuple[Picture, ...]:
    """Every page, grey or in blue, green, red; not to be written on."""
    document = pypdfium2.PdfDocument(pdf)
    shots = [page.render(scale=dpi / 72, grayscale=not colour).to_numpy() for page in document]
    pictures = tuple(np.array(shot if colour else shot.reshape(shot.shape[:2])) for shot in shots)
    document.close()
    return pictures


def lay(picture: Picture, drawing: str, area: Bbox, dpi: float) -> None:
    """Lay a drawing (in points of the picture's page) over the part of a picture it takes."""
    height, width = picture.shape[:2]
    scale = dpi / 72
    left, top = max(0, int(area[0] * scale)), max(0, int(area[1] * scale))
    right, bottom = min(width, int(area[2] * scale) + 1), min(height, int(area[3] * scale) + 1)
    if right <= left or bottom <= top:
        return
    sheet = _transparent(
        drawing, (width / scale, height / scale), (left, top, right, bottom), scale
    )
    weight = sheet[:, :, 3:].astype(np.float32) / 255
    tone = sheet[:, :, :3]
    if picture.ndim == 2:
        weight, tone = weight[:, :, 0], cv2.cvtColor(tone, cv2.COLOR_BGR2GRAY)
    under = picture[top:bottom, left:right]
    under[:] = (under * (1 - weight) + tone * weight + 0.5).astype(np.uint8)


def _transparent(
    drawing: str, size: tuple[float, float], part: tuple[int, int, int, int], scale: float
) -> Picture:
    """A part (in pixels) of a page that has nothing but a drawing, with its opacity."""
    left, top, right, bottom = part
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(right / scale - left / scale, bottom / scale - top / scale))
    moved = f"q 1 0 0 1 {-left / scale:.4f} {-top / scale:.4f} cm {drawing} Q"
    ink.onto(pdf, {1: moved})
    document = pypdfium2.PdfDocument(fixed(pdf))
    shot = document[0].render(scale=scale, fill_color=(0, 0, 0, 0), rev_byteorder=False)
    pixels = np.array(shot.to_numpy())
    document.close()
    return cv2.resize(pixels, (right - left, bottom - top), interpolation=cv2.INTER_NEAREST)
