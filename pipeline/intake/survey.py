"""What stands on a page of a PDF besides its letters: pictures, shapes, hidden text, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import c_float, c_int, c_uint, c_void_p, cast
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
class Item:
    """Something drawn on a page. `handle` is pdfium's and good only as long as the page is open."""

    handle: Any
    matrix: Matrix  # of the forms it stands in
    box: Box
    order: int  # how many things were painted before it


@dataclass(frozen=True, slots=True)
class Text(Item):
    """A run of letters: whether nobody sees it, and whether it is white."""

    hidden: bool
    white: bool

    @property
    def address(self) -> int:
        return address(self.handle)


@dataclass(frozen=True, slots=True)
class Shape(Item):
    """A path that is painted: with a line around it, filled, or both."""

    stroked: bool
    filled: bool
    white: bool  # its filling

    @property
    def thin(self) -> bool:
        return min(self.box.width, self.box.height) <= THIN


@dataclass(frozen=True, slots=True)
class Survey:
    """A page before its words are read; boxes are those of the page as shown."""

    frame: Frame
    texts: tuple[Text, ...]
    images: tuple[Item, ...]
    paths: tuple[Shape, ...]
    shaded: bool  # a gradient, or something that pdfium does not know
    notes: bool  # annotations that show: stamps, boxes, fields that are filled in

    @property
    def pictures(self) -> tuple[Box, ...]:
        return tuple(image.box for image in self.images)

    @property
    def covered(self) -> float:
        """Share of the page that lies under pictures."""
        return covered(self.frame, self.pictures)

    @property
    def hidden_share(self) -> float:
        return sum(text.hidden for text in self.texts) / len(self.texts) if self.texts else 0.0

    @property
    def shapes(self) -> bool:
        """Whether there is anything beyond letters, thin lines and pictures."""
        return self.shaded or not all(path.thin for path in self.paths)

    @property
    def drawn(self) -> bool:
        return self.shapes or self.notes or bool(self.images)

    @property
    def only_pictures(self) -> bool:
        """Whether a reader sees nothing but pictures."""
        return not (self.shapes or self.notes) and all(text.hidden for text in self.texts)


def survey(page: pdfium.PdfPage) -> Survey:
    """Go once through all that is drawn on a page."""
    frame = _frame(page)
    texts: list[Item] = []
    images: list[Item] = []
    paths: list[Shape] = []
    shaded = False
    for kind, item in _items(page, frame):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            texts.append(item)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            images.append(item)
        elif kind != raw.FPDF_PAGEOBJ_PATH:
            shaded = True
        elif (shape := _shape(item)) is not None:
            paths.append(shape)
    whole = covered(frame, [image.box for image in images]) >= 0.5
    seen = tuple(_text(item, images if whole else ()) for item in texts)
    return Survey(frame, seen, tuple(images), tuple(paths), shaded, _has_notes(page))


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


def _text(item: Item, images: Sequence[Item]) -> Text:
    """A run of letters: unseen where invisible, or painted before a picture that lies over it.

    `images` are those that cover the page together; a small picture over text is a patch that
    hides a passage, and that is not for us to judge.
    """
    invisible = raw.FPDFTextObj_GetTextRenderMode(item.handle) in INVISIBLE
    over = (image.box.holds(item.box.middle) for image in images if image.order > item.order)
    white, clear = _filling(item.handle)
    return Text(
        item.handle, item.matrix, item.box, item.order, invisible or clear or any(over), white
    )


def _shape(item: Item) -> Shape | None:
    """A path that is painted; None where it shows nothing, as one that only cuts out."""
    fill, stroke = c_int(), c_int()
    if not raw.FPDFPath_GetDrawMode(item.handle, fill, stroke):
        return None
    if not fill.value and not stroke.value:
        return None
    white = bool(fill.value) and _filling(item.handle)[0]
    return Shape(
        item.handle,
        item.matrix,
        item.box,
        item.order,
        bool(stroke.value),
        bool(fill.value),
        white,
    )


def _filling(handle: Any) -> tuple[bool, bool]:
    """Whether the colour that something is filled with is white; whether it lets all through."""
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if not raw.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha):
        return False, False
    return red.value == green.value == blue.value == 255, alpha.value == 0


def address(handle: Any) -> int:
    """Where pdfium keeps something: the same for two handles of one thing."""
    return cast(handle, c_void_p).value or 0


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


def _items(page: pdfium.PdfPage, frame: Frame) -> Iterator[tuple[int, Item]]:
    """Every object that is painted, in the order of painting, with its kind."""
    order = 0
    for place in range(raw.FPDFPage_CountObjects(page.raw)):
        item = raw.FPDFPage_GetObject(page.raw, place)
        for kind, inner, matrix in _nested(item, IDENTITY, 0):
            if (box := _box(inner, matrix, frame)) is not None:
                yield kind, Item(inner, matrix, box, order)
                order += 1


def _nested(item: Any, matrix: Matrix, depth: int) -> Iterator[tuple[int, Any, Matrix]]:
    """An object, or what is in it where it is a form."""
    kind = raw.FPDFPageObj_GetType(item)
    if kind != raw.FPDF_PAGEOBJ_FORM:
        yield kind, item, matrix
    elif depth < DEEPEST:
        combined = times(own_matrix(item), matrix)
        for place in range(raw.FPDFFormObj_CountObjects(item)):
            yield from _nested(raw.FPDFFormObj_GetObject(item, place), combined, depth + 1)


def times(first: Matrix, second: Matrix) -> Matrix:
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
    if matrix is IDENTITY:
        return frame.box(left.value, bottom.value, right.value, top.value)
    a, b, c, d, e, f = matrix
    corners = [
        (a * x + c * y + e, b * x + d * y + f)
        for x in (left.value, right.value)
        for y in (bottom.value, top.value)
    ]
    xs, ys = zip(*corners, strict=True)
    return frame.box(min(xs), min(ys), max(xs), max(ys))


def own_matrix(handle: Any) -> Matrix:
    """The matrix of an object, without those of the forms that it stands in."""
    own = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(handle, own)
    return own.a, own.b, own.c, own.d, own.e, own.f
