"""What stands on a page of a PDF besides its letters: pictures, shapes, hidden text, notes."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_int
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from pipeline.geometry import Box
from pipeline.intake.drawings import Origin, drawn
from pipeline.intake.paint import Frame, frame_of, painted
from pipeline.page import Drawing

THIN = 2.0  # points; a shape no thicker is a line
GRID = 20  # points along each side of the page that are looked at for pictures
SPECK = 0.0005  # share of the page; a smaller picture covers nothing
INVISIBLE = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
UNSEEN_NOTES = (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP)


@dataclass(frozen=True, slots=True)
class Survey:
    """A page before its words are read; boxes are those of the page as shown."""

    frame: Frame
    texts: tuple[Box, ...]  # runs of letters
    hidden: tuple[Box, ...]  # of these, the ones that nobody sees
    pictures: tuple[Box, ...]
    shapes: bool  # anything beyond letters, thin lines and pictures
    notes: bool  # annotations that show: stamps, boxes, fields that are filled in
    drawings: tuple[Drawing, ...] = ()  # what is opaque, notes left out
    under: frozenset[Origin] = frozenset()  # letters that these hide

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
    frame = frame_of(page)
    texts: list[tuple[Box, bool]] = []
    pictures: list[tuple[int, Box]] = []
    shapes = False
    items = tuple(painted(page, frame))
    for item in items:
        if item.kind == raw.FPDF_PAGEOBJ_TEXT:
            mode = raw.FPDFTextObj_GetTextRenderMode(item.handle)
            texts.append((item.box, mode in INVISIBLE))
        elif item.kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictures.append((len(texts), item.box))
        elif not _thin(item.kind, item.handle, item.box):
            shapes = True
    boxes = tuple(box for _, box in pictures)
    hidden = _hidden(texts, pictures if covered(frame, boxes) >= 0.5 else [])
    found = Survey(frame, tuple(box for box, _ in texts), hidden, boxes, shapes, _has_notes(page))
    if not texts or not (shapes or boxes):
        return found
    drawings, under = drawn(page, frame, items)
    return replace(found, drawings=drawings, under=under)


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
