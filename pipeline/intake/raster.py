"""The picture of a PDF page: the scan itself where it is one, else the page rendered."""

from __future__ import annotations

import cv2
import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped]
from numpy.typing import NDArray

from pipeline.errors import CannotRead
from pipeline.geometry import Box
from pipeline.intake.pictures import assembled, resolution, stored
from pipeline.intake.pixels import grey, plain
from pipeline.intake.survey import Survey
from pipeline.page import Pixels, Raster

TO_RECOGNISE, TO_LOOK_AT, TO_WEIGH, TO_COMPARE = 300.0, 150.0, 72.0, 36.0  # dots per inch
MOST = 40_000_000  # pixels of a picture that we make
MOST_EMBEDDED = 200_000_000  # pixels of a picture in the file; decoding more takes gigabytes
FAINT = 150.0  # dpi; coarser pictures are drawn larger than they are, for letters to be read
MOST_APART, EVEN = 20.0, 2.0  # grey levels between a scan and the page as rendered; a blank page
FAR_APART, FEW = 90.0, 0.005  # grey levels between two tiles that differ; how many of these may
TILES = 100  # along each side, when two pictures are compared
ALIKE = 0.95  # correlation between the two; text upside down has next to none


def rendered(page: pdfium.PdfPage, dpi: float) -> Raster:
    """The page as shown, with its annotations; coarser where it would be too large. RGB or grey."""
    width, height = page.get_size()
    most = (MOST / (width * height)) ** 0.5 * 72
    dpi = min(dpi, most)
    bitmap = page.render(scale=dpi / 72, may_draw_forms=True, rev_byteorder=True)
    pixels = plain(bitmap.to_numpy())
    bitmap.close()
    return Raster(pixels, dpi)


def scan(page: pdfium.PdfPage, survey: Survey, plain: bool = False) -> Raster:
    """The picture to recognise: that in the file where it is what the page shows, else rendered.

    The comparison guards against masks, inverted pictures and what is drawn over one; `plain`: it
    is known that there is none of these.
    """
    found = assembled(survey)
    if found is not None and (plain or _alike(found.pixels, rendered(page, TO_COMPARE).pixels)):
        return found
    dpi = resolution(survey) if survey.only_pictures else None
    return rendered(page, dpi if dpi and FAINT <= dpi < TO_RECOGNISE else TO_RECOGNISE)


def turned(raster: Raster, quarters: int) -> Raster:
    """The picture turned clockwise by so many quarter turns."""
    if quarters % 4 == 0:
        return raster
    return Raster(np.ascontiguousarray(np.rot90(raster.pixels, -quarters)), raster.dpi)


def check_size(survey: Survey) -> None:
    """CannotRead where a picture on the page is too large to decode."""
    for width, height in map(stored, survey.images):
        if width * height > MOST_EMBEDDED:
            raise CannotRead(
                f"a picture in it is {width:,} × {height:,} pixels, more than"
                f" {MOST_EMBEDDED // 1_000_000} million",
                "scan the page again at 300 dpi",
            )


def ink_outside(page: pdfium.PdfPage, words: list[Box]) -> float:
    """Share of what is dark on the page that lies outside the words, from 0 to 1."""
    raster = rendered(page, TO_WEIGH)
    dark = grey(raster.pixels) < 128
    total = int(dark.sum())
    for box in words:
        pixels = box.grown(1).scaled(1 / raster.points_per_pixel)
        top, left = max(0, int(pixels.top)), max(0, int(pixels.x0))
        dark[top : int(pixels.bottom) + 1, left : int(pixels.x1) + 1] = False
    return int(dark.sum()) / total if total else 0.0


def _alike(one: Pixels, other: Pixels) -> bool:
    """Whether two pictures of a page show the same, seen from afar."""
    if min(*one.shape[:2], *other.shape[:2]) < TILES:
        return False
    first, second = _tiles(one), _tiles(other)
    apart = np.abs(first - second)
    if apart.mean() > MOST_APART or (apart > FAR_APART).mean() > FEW:
        return False
    if min(first.std(), second.std()) < EVEN:
        return True
    return bool(np.corrcoef(first.ravel(), second.ravel())[0, 1] >= ALIKE)


def _tiles(pixels: Pixels) -> NDArray[np.float64]:
    """The mean grey of each tile, on a grid of TILES × TILES."""
    small = pixels
    while min(small.shape[:2]) >= 4 * TILES:  # by halves, which is far quicker than at once
        rows, columns = small.shape[0] // 2, small.shape[1] // 2
        even = small[: 2 * rows, : 2 * columns]
        small = np.asarray(
            cv2.resize(even, (columns, rows), interpolation=cv2.INTER_AREA), np.uint8
        )
    small = np.asarray(cv2.resize(small, (TILES, TILES), interpolation=cv2.INTER_AREA), np.uint8)
    return grey(small).astype(np.float64)
