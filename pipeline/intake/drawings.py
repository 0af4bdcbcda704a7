"""What is drawn on a page of a PDF that can hide what was painted before it, and what it hides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import c_float, c_int, c_uint
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]
from numpy.typing import NDArray

from pipeline.geometry import Box
from pipeline.intake import calls
from pipeline.intake.outlines import filled, points_of
from pipeline.intake.paint import Frame, Painted, address, moved
from pipeline.page import Drawing

LEAST = 4.0  # points; what is lower or narrower hides no letter
MOST = 0.5  # of the page; what is larger is a ground for all of it
MARKER = 3.0  # points; a line as wide as that is a stroke of a marker
MANY = 400  # of them make a drawing or a map
EVEN, LARGE = (
    8.0,
    250_000,
)  # spread of a picture's tones that is one tone; pixels that are looked at
SOLID = 250  # of 255: an alpha that lets nothing through
MOST_PAINTED = 2**31  # things on a page; later than any

Tone = tuple[int, int, int]
Origin = tuple[int, int]  # of a letter, in PDF coordinates, in tenths of a point


@dataclass(frozen=True, slots=True)
class _Solid:
    """Something opaque, and how many things were painted before it."""

    drawing: Drawing
    order: int


def drawn(
    page: pdfium.PdfPage, frame: Frame, painted: Sequence[Painted]
) -> tuple[tuple[Drawing, ...], frozenset[Origin]]:
    """The opaque drawings of a page from the first painted on, and the letters under them."""
    solids = list(_solids(page, frame, painted))
    if len(solids) > MANY:
        solids = [solid for solid in solids if _over_text(solid, painted)]
    over = [solid for solid in solids if _over_text(solid, painted)]
    under = _letters_under(page, frame, over, painted) if over else frozenset()
    return tuple(solid.drawing for solid in solids), under


def _solids(page: pdfium.PdfPage, frame: Frame, painted: Sequence[Painted]) -> Iterator[_Solid]:
    width, height = frame.size
    whole = Box(0, 0, width, height)
    for order, item in enumerate(painted):
        box = item.box & whole
        if min(box.width, box.height) < LEAST or box.area > MOST * whole.area:
            continue
        if item.kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            continue
        if raw.FPDFPageObj_HasTransparency(item.handle):
            continue
        found, boxes = _shown(page, item, frame)
        for part in boxes if found is not None else ():
            shown = part & whole
            shown = shown & _clipped(item, frame, shown)
            if found is not None and min(shown.width, shown.height) >= LEAST:
                yield _Solid(Drawing(shown, *found), order)


def _shown(
    page: pdfium.PdfPage, item: Painted, frame: Frame
) -> tuple[tuple[Tone, bool] | None, list[Box]]:
    """The tone of something opaque, whether it has a line around it, and what it covers."""
    if item.kind != raw.FPDF_PAGEOBJ_PATH:
        return _picture(page, item), [item.box]
    found = _path(item)
    if found is None:
        return None, []
    return found, filled(item, frame) if _is_filled(item) else [_stroke(item, frame)]


def _path(item: Painted) -> tuple[Tone, bool] | None:
    """The tone of a filled path or of a marker's stroke, and whether a line runs around it."""
    fill, stroke = c_int(), c_int()
    if not raw.FPDFPath_GetDrawMode(item.handle, fill, stroke):
        return None
    if fill.value:
        tone = _tone(raw.FPDFPageObj_GetFillColor, item.handle)
        return None if tone is None else (tone, bool(stroke.value))
    width = c_float()
    if not stroke.value or not raw.FPDFPageObj_GetStrokeWidth(item.handle, width):
        return None
    if width.value < MARKER or min(item.box.width, item.box.height) > 2.5 * width.value:
        return None
    tone = _tone(raw.FPDFPageObj_GetStrokeColor, item.handle)
    return None if tone is None else (tone, False)


def _is_filled(item: Painted) -> bool:
    fill, stroke = c_int(), c_int()
    return bool(raw.FPDFPath_GetDrawMode(item.handle, fill, stroke) and fill.value)


def _stroke(item: Painted, frame: Frame) -> Box:
    """The box of a marker's stroke: pdfium's leaves room for mitred corners that it has not."""
    width = c_float()
    points = points_of(item, frame)[:, :2]
    if not raw.FPDFPageObj_GetStrokeWidth(item.handle, width) or not len(points):
        return item.box
    drawn = Box(*points.min(axis=0).tolist(), *points.max(axis=0).tolist())
    return drawn.grown(width.value / 2) & item.box


def _tone(ask: Any, handle: Any) -> Tone | None:
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if not ask(handle, red, green, blue, alpha) or alpha.value < SOLID:
        return None
    return red.value, green.value, blue.value


def _picture(page: pdfium.PdfPage, item: Painted) -> tuple[Tone, bool] | None:
    """The tone of a picture that has only one and lets nothing through."""
    width, height = c_uint(), c_uint()
    if not raw.FPDFImageObj_GetImagePixelSize(item.handle, width, height):
        return None
    if not 0 < width.value * height.value <= LARGE:
        return None
    bitmap = raw.FPDFImageObj_GetRenderedBitmap(page.pdf.raw, page.raw, item.handle)
    if not bitmap:
        return None
    shown = pdfium.PdfBitmap.from_raw(bitmap)
    pixels = shown.to_numpy().astype(np.int16)
    if pixels.ndim == 2 or pixels.shape[2] < 3:
        pixels = np.repeat(pixels.reshape(*pixels.shape[:2], 1), 3, axis=2)
    inner = pixels[1:-1, 1:-1] if min(pixels.shape[:2]) > 4 else pixels
    if inner.shape[2] == 4 and inner[:, :, 3].min() < SOLID:
        return None
    if inner[:, :, :3].std(axis=(0, 1)).max() > EVEN:
        return None
    blue, green, red = (int(value) for value in inner[:, :, :3].mean(axis=(0, 1)))
    return (red, green, blue), False


def _clipped(item: Painted, frame: Frame, box: Box) -> Box:
    """The part of the page in which an object shows: the boxes round its clipping paths."""
    clip = raw.FPDFPageObj_GetClipPath(item.handle)
    for path in range(max(0, raw.FPDFClipPath_CountPaths(clip)) if clip else 0):
        points = []
        for place in range(raw.FPDFClipPath_CountPathSegments(clip, path)):
            segment = raw.FPDFClipPath_GetPathSegment(clip, path, place)
            x, y = c_float(), c_float()
            if raw.FPDFPathSegment_GetPoint(segment, x, y):
                points.append(moved(item.matrix, x.value, y.value))
        if points:
            xs, ys = zip(*points, strict=True)
            box = box & frame.box(min(xs), min(ys), max(xs), max(ys))
    return box


def _over_text(solid: _Solid, painted: Sequence[Painted]) -> bool:
    box = solid.drawing.box
    return any(
        (item.box & box).area > 0 and item.box.side_by_side(box) > 0
        for item in painted[: solid.order]
        if item.kind == raw.FPDF_PAGEOBJ_TEXT
    )


def _letters_under(
    page: pdfium.PdfPage, frame: Frame, solids: Sequence[_Solid], painted: Sequence[Painted]
) -> frozenset[Origin]:
    """The letters whose middle lies under something painted after them."""
    order_of = {address(item.handle): order for order, item in enumerate(painted)}
    text = page.get_textpage()
    try:
        count = text.count_chars()
        left, right, bottom, top = calls.tight_boxes(text, count).T
        over = _latest(solids, frame, ((left + right) / 2, (bottom + top) / 2))
        under = np.flatnonzero(over >= 0)
        owners = calls.owners(text, count)[under].tolist()
        orders = [order_of.get(owner, MOST_PAINTED) for owner in owners]
        hidden = under[over[under] > np.array(orders, int)]
        places = np.round(10 * calls.origins(text, count)[hidden]).astype(int)
    finally:
        text.close()
    return frozenset((x, y) for x, y in places.tolist())


def _latest(
    solids: Sequence[_Solid],
    frame: Frame,
    middles: tuple[NDArray[np.float64], NDArray[np.float64]],
) -> NDArray[np.int_]:
    """Of the solids over each point (in PDF coordinates) the order of the last; -1 for none."""
    x, y = frame.shown(*middles)
    latest = np.full(len(x), -1)
    for solid in solids:  # in the order of painting
        box = solid.drawing.box
        inside = (box.x0 <= x) & (x <= box.x1) & (box.top <= y) & (y <= box.bottom)
        latest[inside] = solid.order
    return latest
