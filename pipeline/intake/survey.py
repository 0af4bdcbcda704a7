"""What stands on a page of a PDF besides its letters: pictures, shapes, hidden text, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import c_float, c_int
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from pipeline.geometry import Box

THIN = 2.0  # points; a shape no thicker is a line
DEEPEST = 6  # forms within forms
GRID = 20  # points along each side of the page that are looked at for pictures
SPECK = 0.0005  # share of the page; a smaller picture covers nothing
INVISIBLE = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
UNSEEN_NOTES = (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP)

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """How the page is shown: its visible part in PDF coordinates, turned clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points, as shown."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.rotation in (90, 270) else (width, height)

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """A point in PDF coordinates as the reader sees it: from the left, from the top."""
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle in PDF coordinates as a box on the page as shown."""
        (x0, y0), (x1, y1) = self.shown(left, bottom), self.shown(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


@dataclass(frozen=True, slots=True)
class Survey:
    """A page before its words are read; boxes are those of the page as shown."""

    frame: Frame
    texts: tuple[Box, ...]  # runs of letters
    hidden: tuple[Box, ...]  # of these, the ones that nobody sees
    pictures: tuple[Box, ...]
    shapes: bool  # anything beyond letters, thin lines and pictures
    notes: bool  # annotations that show: stamps, boxes, fields that are filled in

    @property
    def covered(self) -> float:
        """Share of the page that lies under pictures."""
        return covered(self.frame, self.pictures)

    @property
    def hidden_share(self) -> float:
        return len(self.hidden) / len(self.texts) if self.texts else 0.0

    @property
    def drawn(self) -> bool:
        return self.shapes or self.notes or bool(self.pictures)

    @property
    def only_pictures(self) -> bool:
        """Whether a reader sees nothing but pictures."""
        return not (self.shapes or self.notes) and len(self.hidden) == len(self.texts)


def survey(page: pdfium.PdfPage) -> Survey:
    """Go once through all that is drawn on a page."""
    frame = _frame(page)
    texts: list[tuple[Box, bool]] = []
    pictures: list[tuple[int, Box]] = []
    shapes = False
    for kind, item, box in _items(page, frame):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            texts.append((box, raw.FPDFTextObj_GetTextRenderMode(item) in INVISIBLE))
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictures.append((len(texts), box))
        elif not _thin(kind, item, box):
            shapes = True
    boxes = tuple(box for _, box in pictures)
    hidden = _hidden(texts, pictures if covered(frame, boxes) >= 0.5 else [])
    return Survey(frame, tuple(box for box, _ in texts), hidden, boxes, shapes, _has_notes(page))


def covered(frame: Frame, pictures: Sequence[Box]) -> float:
    """Share of the page that lies under pictures: of a grid of points, how many do."""
    width, height = frame.size
    large = [picture for picture in pictures if picture.area > SPECK * width * height]
    points = [
        ((column + 0.5) * width / GRID, (row + 0.5) * height / GRID)
        for column in range(GRID)
        for row in range(GRID)
    ]
    return sum(any(picture.holds(point) for picture in large) for point in points) / len(points)


def _hidden(
    texts: Sequence[tuple[Box, bool]], pictures: Sequence[tuple[int, Box]]
) -> tuple[Box, ...]:
    """The runs of letters that are invisible, or painted before a picture that lies over them.

    `pictures` are those that cover the page together, each with the number of texts before it; a
    small picture over text is a patch that hides a passage, and that is not for us to judge.
    """
    return tuple(
        box
        for place, (box, invisible) in enumerate(texts)
        if invisible
        or any(place < after and picture.holds(box.middle) for after, picture in pictures)
    )


def _frame(page: pdfium.PdfPage) -> Frame:
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation() % 360)


def _has_notes(page: pdfium.PdfPage) -> bool:
    """Whether the page bears annotations that show: stamps, boxes, form fields."""
    for number in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        note = raw.FPDFPage_GetAnnot(page.raw, number)
        subtype = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if subtype not in UNSEEN_NOTES:
            return True
    return False


def _thin(kind: int, item: Any, box: Box) -> bool:
    """Whether a shape is a thin line, or nothing that shows."""
    if kind != raw.FPDF_PAGEOBJ_PATH:
        return False
    fill, stroke = c_int(), c_int()
    if raw.FPDFPath_GetDrawMode(item, fill, stroke) and not fill.value and not stroke.value:
        return True
    return min(box.width, box.height) <= THIN


def _items(page: pdfium.PdfPage, frame: Frame) -> Iterator[tuple[int, Any, Box]]:
    """Every object that is painted, in the order of painting, with its box on the page as shown."""
    for place in range(raw.FPDFPage_CountObjects(page.raw)):
        item = raw.FPDFPage_GetObject(page.raw, place)
        for kind, inner, matrix in _nested(item, IDENTITY, 0):
            if (box := _box(inner, matrix, frame)) is not None:
                yield kind, inner, box


def _nested(item: Any, matrix: Matrix, depth: int) -> Iterator[tuple[int, Any, Matrix]]:
    """An object, or what is in it where it is a form."""
    kind = raw.FPDFPageObj_GetType(item)
    if kind != raw.FPDF_PAGEOBJ_FORM:
        yield kind, item, matrix
    elif depth < DEEPEST:
        own = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(item, own)
        combined = _times((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
        for place in range(raw.FPDFFormObj_CountObjects(item)):
            yield from _nested(raw.FPDFFormObj_GetObject(item, place), combined, depth + 1)


def _times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does the first, then the second."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _box(item: Any, matrix: Matrix, frame: Frame) -> Box | None:
    """The place of an object on the page as shown; None where it has none."""
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    a, b, c, d, e, f = matrix
    corners = [
        (a * x + c * y + e, b * x + d * y + f)
        for x in (left.value, right.value)
        for y in (bottom.value, top.value)
    ]
    xs, ys = zip(*corners, strict=True)
    return frame.box(min(xs), min(ys), max(xs), max(ys))
