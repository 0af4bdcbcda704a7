"""The pictures of a scanned page taken out of its PDF and put together as the page shows them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from ctypes import c_uint
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from pipeline.geometry import Box
from pipeline.intake.paint import Frame, own_matrix, times
from pipeline.intake.pixels import plain
from pipeline.intake.survey import Item, Survey
from pipeline.page import Pixels, Raster

FINEST, COARSEST = 420.0, 120.0  # dpi between which a scan is taken as it is
USUAL = 300.0  # dpi to which a finer one is brought
FULL, OVER = 0.97, 2.0  # share of the page that a picture fills to be the page; points beside it
MOST = 400  # pictures on a page; more are a drawing
SKEW = 0.005  # by how much a picture may lean, in shares of its side
SAME = 0.02  # difference in resolution of pictures, and across and down, that is none
LARGE = 0.02  # share of the page from which a picture counts for its resolution


@dataclass(frozen=True, slots=True)
class _Placed:
    """A picture: where it stands, its pixels across and down, and how they are stored."""

    handle: Any
    box: Box
    size: tuple[int, int]  # as shown
    flips: tuple[bool, bool, bool]  # sides exchanged, then upside down, then mirrored

    @property
    def dpi(self) -> float:
        """Dots per inch across, or down where these are finer."""
        across, down = self.size[0] / self.box.width, self.size[1] / self.box.height
        return (across if down <= across * (1 + SAME) else down) * 72

    def pixels(self) -> Pixels:
        """The picture as shown: grey or RGB."""
        bitmap = raw.FPDFImageObj_GetBitmap(self.handle)
        if not bitmap:
            raise pdfium.PdfiumError("a picture that cannot be decoded")
        found = plain(_colours(pdfium.PdfBitmap.from_raw(bitmap)))
        exchanged, upside_down, mirrored = self.flips
        if exchanged:
            found = found.swapaxes(0, 1)
        return found[:: -1 if upside_down else 1, :: -1 if mirrored else 1]


def assembled(survey: Survey) -> Raster | None:
    """The page out of its pictures, dot for dot; None where that would not be what it shows.

    One picture that fills the page is taken as it is. Strips, tiles and pictures with paper around
    them are laid on a white page of their resolution. Finer ones than a reader of letters needs
    are made smaller. PdfiumError where a picture cannot be decoded.
    """
    if not survey.only_pictures or not 0 < len(survey.images) <= MOST:
        return None
    placed = [_placed(image, survey.frame) for image in survey.images]
    known = [picture for picture in placed if picture is not None]
    if len(known) < len(placed):
        return None
    page = Box(0, 0, *survey.frame.size)
    dpi = _one_resolution(known, page)
    if dpi is None or dpi < COARSEST:
        return None
    to = dpi if dpi <= FINEST else USUAL
    if len(known) == 1 and _is_page(known[0].box, page):
        picture = known[0]
        return Raster(_scaled(picture.pixels(), _dots(picture.box, to)), to)
    return Raster(_laid(known, page, to), to)


def resolution(survey: Survey) -> float | None:
    """Dots per inch of the finest picture that is no small one; None where there is none."""
    width, height = survey.frame.size
    found = []
    for image in survey.images:
        if image.box.area >= LARGE * width * height:
            across, rise = _edges(image, survey.frame)
            columns, rows = stored(image)
            found += [columns / math.hypot(*across) * 72, rows / math.hypot(*rise) * 72]
    return max(found, default=None)


def _edges(image: Item, frame: Frame) -> tuple[tuple[float, float], tuple[float, float]]:
    """The lower and the left edge of a picture on the page as shown, as steps in points."""
    a, b, c, d, e, f = times(own_matrix(image.handle), image.matrix)
    (x, y), (right, right_y), (up, up_y) = (
        frame.shown(*point) for point in ((e, f), (e + a, f + b), (e + c, f + d))
    )
    return (right - x, right_y - y), (up - x, up_y - y)


def stored(image: Item) -> tuple[int, int]:
    """The pixels of a picture across and down, as they are stored; 0 where that is not said."""
    columns, rows = c_uint(), c_uint()
    raw.FPDFImageObj_GetImagePixelSize(image.handle, columns, rows)
    return columns.value, rows.value


def _placed(image: Item, frame: Frame) -> _Placed | None:
    """How a picture stands on the page as shown; None where it leans or has no size."""
    (across, rise), (columns, rows) = _edges(image, frame), stored(image)
    if not columns or not rows or image.box.area <= 0:
        return None
    exchanged = abs(across[1]) > abs(across[0])
    along, level = (across[1], rise[0]) if exchanged else (across[0], rise[1])
    off = (across[0], rise[1]) if exchanged else (across[1], rise[0])
    if not along or not level or max(map(abs, off)) > SKEW * min(abs(along), abs(level)):
        return None
    # rows are stored from the top: against the direction of `rise`
    flips = (along < 0, level > 0) if exchanged else (level > 0, along < 0)
    size = (rows, columns) if exchanged else (columns, rows)
    return _Placed(image.handle, image.box, size, (exchanged, *flips))


def _one_resolution(placed: Sequence[_Placed], page: Box) -> float | None:
    """The resolution that all large pictures share; None where they differ."""
    every = [picture.dpi for picture in placed if picture.box.area >= LARGE * page.area]
    every = every or [picture.dpi for picture in placed]
    return max(every) if max(every) <= min(every) * (1 + SAME) else None


def _is_page(picture: Box, page: Box) -> bool:
    fills = page.covered_by(picture) >= FULL
    return fills and picture.grown(-OVER).covered_by(page) >= 1


def _laid(placed: Sequence[_Placed], page: Box, dpi: float) -> Pixels:
    """A white page with the pictures where they stand, in the order of painting."""
    pictures = [_scaled(picture.pixels(), _dots(picture.box, dpi)) for picture in placed]
    width, height = _dots(page, dpi)
    colours = (3,) if any(pixels.ndim == 3 for pixels in pictures) else ()
    canvas = np.full((height, width, *colours), 255, np.uint8)
    for picture, pixels in zip(placed, pictures, strict=True):
        left, top = round(picture.box.x0 * dpi / 72), round(picture.box.top * dpi / 72)
        from_left, from_top = max(0, -left), max(0, -top)
        part = pixels[from_top : max(0, height - top), from_left : max(0, width - left)]
        if colours and part.ndim == 2:
            part = np.repeat(part[:, :, None], 3, axis=2)
        rows, columns = part.shape[:2]
        top, left = max(0, top), max(0, left)
        canvas[top : top + rows, left : left + columns] = part
    return canvas


def _dots(box: Box, dpi: float) -> tuple[int, int]:
    return max(1, round(box.width * dpi / 72)), max(1, round(box.height * dpi / 72))


def _scaled(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """The picture at a size (across, down), as it is where it has that but for a hair."""
    rows, columns = pixels.shape[:2]
    if abs(size[0] / columns - 1) <= SAME and abs(size[1] / rows - 1) <= SAME:
        return np.ascontiguousarray(pixels)
    shrinks = size[0] <= columns and size[1] <= rows
    how = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(np.ascontiguousarray(pixels), size, interpolation=how), np.uint8)


def _colours(bitmap: pdfium.PdfBitmap) -> Pixels:
    """The pixels of a bitmap as grey or RGB, alpha left out."""
    pixels: Pixels = bitmap.to_numpy()
    if pixels.ndim == 2 or pixels.shape[2] < 3:
        return pixels.reshape(pixels.shape[:2])
    if bitmap.rev_byteorder:
        return pixels[:, :, :3]
    how = cv2.COLOR_BGR2RGB if pixels.shape[2] == 3 else cv2.COLOR_BGRA2RGB
    return np.asarray(cv2.cvtColor(pixels, how), np.uint8)
