"""The picture of a PDF page: the scan itself where it is one, else the page rendered."""

from __future__ import annotations

import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from pipeline.errors import CannotRead
from pipeline.geometry import Box
from pipeline.intake.survey import Survey
from pipeline.page import Pixels, Raster

TO_RECOGNISE, TO_LOOK_AT, TO_COMPARE = 300.0, 150.0, 36.0  # dots per inch
MOST = 40_000_000  # pixels of a picture that we make
MOST_EMBEDDED = 200_000_000  # pixels of a picture in the file; decoding more takes gigabytes
FINEST, COARSEST = 420.0, 120.0  # dpi between which a scan is taken as it is
FULL = 0.97  # share of the page that one picture must fill to be the page
ALIKE = 12.0  # mean difference, of 255, between a scan and the page as rendered
COLOURED = 24  # difference between red, green and blue that is colour, not the grey of a JPEG


def rendered(page: pdfium.PdfPage, dpi: float) -> Raster:
    """The page as shown, with its annotations; coarser where it would be too large. RGB or grey."""
    width, height = page.get_size()
    most = (MOST / (width * height)) ** 0.5 * 72
    dpi = min(dpi, most)
    bitmap = page.render(scale=dpi / 72, may_draw_forms=True, rev_byteorder=True)
    pixels = _plain(bitmap.to_numpy())
    bitmap.close()
    return Raster(pixels, dpi)


def scan(page: pdfium.PdfPage, survey: Survey) -> Raster:
    """The picture to recognise: the embedded scan where it is the whole page, else rendered."""
    return _embedded(page, survey) or rendered(page, TO_RECOGNISE)


def turned(raster: Raster, quarters: int) -> Raster:
    """The picture turned clockwise by so many quarter turns."""
    if quarters % 4 == 0:
        return raster
    return Raster(np.ascontiguousarray(np.rot90(raster.pixels, -quarters)), raster.dpi)


def check_size(page: pdfium.PdfPage) -> None:
    """CannotRead where a picture on the page is too large to decode."""
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        width, height = item.get_px_size()
        if width * height > MOST_EMBEDDED:
            raise CannotRead(
                f"a picture in it is {width:,} × {height:,} pixels, more than"
                f" {MOST_EMBEDDED // 1_000_000} million",
                "scan the page again at 300 dpi",
            )


def ink_outside(page: pdfium.PdfPage, words: list[Box]) -> float:
    """Share of what is dark on the page that lies outside the words, from 0 to 1."""
    raster = rendered(page, TO_COMPARE * 2)
    dark = _grey(raster.pixels) < 128
    total = int(dark.sum())
    for box in words:
        pixels = box.grown(1).scaled(1 / raster.points_per_pixel)
        top, left = max(0, int(pixels.top)), max(0, int(pixels.x0))
        dark[top : int(pixels.bottom) + 1, left : int(pixels.x1) + 1] = False
    return int(dark.sum()) / total if total else 0.0


def _embedded(page: pdfium.PdfPage, survey: Survey) -> Raster | None:
    """The one picture that fills the page, if it looks like the page as rendered.

    The comparison guards against masks, inverted or turned pictures and what is drawn over one.
    """
    width, height = survey.frame.size
    whole = Box(0, 0, width, height)
    if len(survey.pictures) != 1 or whole.covered_by(survey.pictures[0]) < FULL:
        return None
    picture = survey.pictures[0]
    if picture.grown(-2).covered_by(whole) < 1:
        return None
    item = next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))
    columns, rows = item.get_px_size()
    dpi = columns / picture.width * 72
    if not COARSEST <= dpi <= FINEST or abs(rows / picture.height * 72 / dpi - 1) > 0.02:
        return None
    bitmap = item.get_bitmap()
    pixels = _plain(_colours(bitmap))
    return Raster(pixels, dpi) if _alike(pixels, rendered(page, TO_COMPARE).pixels) else None


def _colours(bitmap: pdfium.PdfBitmap) -> Pixels:
    """The pixels of a bitmap as grey or RGB, alpha left out."""
    pixels: Pixels = bitmap.to_numpy()
    if pixels.ndim == 2 or pixels.shape[2] < 3:
        return pixels.reshape(pixels.shape[:2])
    return pixels[:, :, :3] if bitmap.rev_byteorder else pixels[:, :, 2::-1]


def _plain(pixels: Pixels) -> Pixels:
    """Grey where the picture has no colour, else RGB; a copy, 8 bits."""
    if pixels.ndim == 2:
        return pixels.copy()
    pixels = pixels[:, :, :3]
    sample = pixels[::3, ::3].astype(np.int16)
    if (sample.max(axis=2) - sample.min(axis=2)).max(initial=0) > COLOURED:
        return pixels.copy()
    return pixels[:, :, 1].copy()


def _grey(pixels: Pixels) -> Pixels:
    return pixels if pixels.ndim == 2 else np.asarray(pixels.min(axis=2), dtype=np.uint8)


def _alike(one: Pixels, other: Pixels) -> bool:
    """Whether two pictures show the same, at the size of the smaller, the other."""
    rows, columns = other.shape[:2]
    step_y, step_x = one.shape[0] / rows, one.shape[1] / columns
    if min(step_y, step_x) < 1:
        return False
    grey = _grey(one)
    edges_y = (np.arange(rows) * step_y).astype(int)
    edges_x = (np.arange(columns) * step_x).astype(int)
    sums = np.add.reduceat(np.add.reduceat(grey, edges_y, axis=0, dtype=np.uint32), edges_x, axis=1)
    heights = np.diff(np.append(edges_y, grey.shape[0]))
    widths = np.diff(np.append(edges_x, grey.shape[1]))
    small = sums / (heights[:, None] * widths[None, :])
    return bool(np.abs(small - _grey(other)).mean() <= ALIKE)
