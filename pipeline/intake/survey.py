"""What stands on a page of a PDF besides its letters: pictures, shapes, hidden text, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import c_int, c_uint
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from pipeline.geometry import Box
from pipeline.intake.drawings import Origin, drawn
from pipeline.intake.paint import Frame, Matrix, address, frame_of, painted
from pipeline.page import Drawing

THIN = 2.0  # points; a shape no thicker is a line
GRID = 20  # points along each side of the page that are looked at for pictures
SPECK = 0.0005  # share of the page; a smaller picture covers nothing
INVISIBLE = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
UNSEEN_NOTES = (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP)


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
    shaded: tuple[Box, ...]  # gradients, and what pdfium does not know
    notes: tuple[Box, ...]  # annotations that show: stamps, boxes, fields that are filled in
    drawings: tuple[Drawing, ...] = ()  # what is opaque, notes left out
    under: frozenset[Origin] = frozenset()  # letters that these hide

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
        return bool(self.shaded) or not all(path.thin for path in self.paths)

    @property
    def drawn(self) -> bool:
        return self.shapes or bool(self.notes) or bool(self.images)

    @property
    def art(self) -> tuple[Box, ...]:
        """Where a reader may see anything but letters."""
        paths = (path.box for path in self.paths if path.stroked or not path.white)
        return (*self.pictures, *paths, *self.shaded, *self.notes)

    @property
    def only_pictures(self) -> bool:
        """Whether a reader sees nothing but pictures."""
        return not (self.shapes or self.notes) and all(text.hidden for text in self.texts)


def survey(page: pdfium.PdfPage) -> Survey:
    """Go once through all that is drawn on a page."""
    frame = frame_of(page)
    every = tuple(painted(page, frame))
    texts: list[Item] = []
    images: list[Item] = []
    paths: list[Shape] = []
    shaded: list[Box] = []
    for order, one in enumerate(every):
        kind, item = one.kind, Item(one.handle, one.matrix, one.box, order)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            texts.append(item)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            images.append(item)
        elif kind != raw.FPDF_PAGEOBJ_PATH:
            shaded.append(one.box)
        elif (shape := _shape(item)) is not None:
            paths.append(shape)
    whole = covered(frame, [image.box for image in images]) >= 0.5
    seen = tuple(_text(item, images if whole else ()) for item in texts)
    notes = tuple(_notes(page, frame))
    found = Survey(frame, seen, tuple(images), tuple(paths), tuple(shaded), notes)
    if not texts or not (found.shapes or images):
        return found
    drawings, under = drawn(page, frame, every)
    return replace(found, drawings=drawings, under=under)


def covered(frame: Frame, pictures: Sequence[Box]) -> float:
    """Share of the page that lies under pictures: of a grid of points, how many do."""
    width, height = frame.size
    large = [picture for picture in pictures if picture.area > SPECK * width * height]
    x = (np.arange(GRID)[:, None] + 0.5) * width / GRID
    y = (np.arange(GRID)[None, :] + 0.5) * height / GRID
    under = np.zeros((GRID, GRID), bool)
    for box in large:
        under |= (box.x0 <= x) & (x <= box.x1) & (box.top <= y) & (y <= box.bottom)
    return float(under.mean())


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


def _notes(page: pdfium.PdfPage, frame: Frame) -> Iterator[Box]:
    """The places of the annotations that show: stamps, boxes, form fields."""
    place = raw.FS_RECTF()
    for number in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        note = raw.FPDFPage_GetAnnot(page.raw, number)
        subtype = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFAnnot_GetRect(note, place)
        raw.FPDFPage_CloseAnnot(note)
        if subtype not in UNSEEN_NOTES:
            yield frame.box(place.left, place.bottom, place.right, place.top)
