"""What stands on a page, from the words that were read to the blocks that a reader sees.

A page has two states. A `Sheet` is what intake and OCR deliver: loose words, and the picture where
there is one. A `Page` is what layout makes of it: blocks of lines in reading order.
All boxes are in points with the origin at the top left of the upright page.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pipeline.geometry import Box, Warp, around

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
else:
    Pixels = Any

LEADING = 12.0  # points from line to line of the grid that a text file is laid on
THICKEST_RULE = 1.5  # points; what is drawn across a table is no thicker
COVERED = "█"  # stands in a letter's text where something is covered
ILLEGIBLE = "□"  # a word that is there, of which OCR could read nothing; its legibility is 0


class TextFrom(StrEnum):
    """Where the words of a page come from."""

    text_layer = "text-layer"
    ocr = "ocr"
    text = "text"


class Zone(StrEnum):
    """What a block is in a letter."""

    letterhead = "letterhead"
    address = "address"  # of the recipient
    reference = "reference"  # labels with their values: date, reference, subject
    subject = "subject"
    salutation = "salutation"
    body = "body"
    table = "table"
    closing = "closing"
    signature = "signature"
    footer = "footer"
    page_number = "page_number"
    margin = "margin"  # a narrow column beside the text: the sender's details
    stamp = "stamp"


@dataclass(frozen=True, slots=True)
class Cover:
    """A place where something is covered: a box on a page, or OCR's garble of one in a text."""

    box: Box
    style: str  # black, white, gray, color or text
    text: str = ""  # what can be read in it: the code, or the garble
    score: float = 1.0  # how sure the detector is that it is one, 0 to 1
    hidden: int = 0  # characters under it that the file still gives away
    beside: Box | None = None  # where its code stands, if that is not in the box
    printed: bool = False  # something is printed in it; without `text`, it could not be read


@dataclass(frozen=True, slots=True)
class Word:
    """A word as read. Where it stands for a covered place, `text` is `COVERED`."""

    text: str
    box: Box
    legibility: float = 1.0  # what OCR thinks of its reading; 1 where the file carried the text
    bold: bool = False
    cover: Cover | None = None

    @property
    def as_read(self) -> str:
        """What a person would see: the code or garble of a covered place, else the word."""
        return self.text if self.cover is None else self.cover.text or self.text


@dataclass(frozen=True)
class Line:
    """Words on one baseline with no wide gap between them."""

    words: tuple[Word, ...]
    number: int  # in a text file its line, 1-based; elsewhere its place on the page from the top

    @cached_property
    def box(self) -> Box:
        return around(word.box for word in self.words)

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its words (none where it is empty) and its place."""

    lines: tuple[Line, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it stands: rows of cells, every row with as many cells as there are columns."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Block:
    """Lines that belong together; of a table, its rows (each cell a line) and its grid."""

    lines: tuple[Line, ...]
    zone: Zone = Zone.body
    grid: Grid | None = None

    @cached_property
    def box(self) -> Box:
        return around(line.box for line in self.lines)

    @cached_property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture of a page: grey (height × width) or colour (height × width × 3, RGB), 8 bits."""

    pixels: Pixels
    dpi: float

    @property
    def points_per_pixel(self) -> float:
        return 72.0 / self.dpi

    def ink(self, box: Box) -> float:
        """Share of the pixels in a box (in points) that are darker than the middle, 0 to 1.

        A thin rule across the box, which has as much in every column, is left out.
        """
        x0, top, x1, bottom = (
            max(0, round(edge / self.points_per_pixel))
            for edge in (box.x0, box.top, box.x1, box.bottom)
        )
        inside = self.pixels[top:bottom, x0:x1]
        if not inside.size:
            return 0.0
        dark = (inside < 128).sum(axis=0).ravel()
        middle = sorted(dark.tolist())[dark.size // 2]
        rule = min(middle, THICKEST_RULE / self.points_per_pixel)
        return float((dark - rule).clip(0).sum() / inside.size)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something opaque on a digital page: a filled shape, a picture of one tone, a note's box."""

    box: Box
    tone: tuple[int, int, int]  # red, green, blue, 0 to 255
    edged: bool  # a line is drawn around it


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page before its layout is known.

    `words` is empty for a page that still has to be recognised; then `raster` is its picture.
    `raster` is None for a text file and for a digital page that nothing but letters stands on.
    """

    number: int  # in the file, from 1
    width: float
    height: float
    words: tuple[Word, ...]
    text_from: TextFrom
    raster: Raster | None = None
    rotation: int = 0  # degrees clockwise by which the page in the file was turned to be upright
    dpi: float | None = None  # of the scan; None where there is none
    rules: tuple[Box, ...] = ()  # thin lines drawn on a digital page
    notes: tuple[str, ...] = ()  # what a person should know about how it was read
    unseen: tuple[Word, ...] = ()  # text in the file that a reader of the page does not see
    drawings: tuple[Drawing, ...] = ()  # of a digital page; in the order of painting
    warp: Warp | None = None  # from this level, square page to the page as shown; None: the same
    unread: tuple[Box, ...] = ()  # parts of a page with words that only its picture tells
    illegible: tuple[Box, ...] = ()  # what stands on a page of which OCR could read nothing
    art: tuple[Box, ...] | None = None  # where more than letters is drawn; None: it is not known

    def part(self, box: Box) -> Sheet:
        """A part of a sheet that has a picture, as a sheet to be recognised."""
        assert self.raster is not None
        x0, top, x1, bottom = (
            max(0, round(edge / self.raster.points_per_pixel))
            for edge in (box.x0, box.top, box.x1, box.bottom)
        )
        raster = Raster(self.raster.pixels[top:bottom, x0:x1], self.raster.dpi)
        size = box.width, box.height
        return Sheet(self.number, *size, (), TextFrom.ocr, raster, dpi=self.raster.dpi)


@dataclass(frozen=True)
class Page:
    """A page as a reader sees it: blocks in reading order, a margin column after the body."""

    number: int  # in the letter, from 1
    width: float
    height: float
    blocks: tuple[Block, ...]
    text_from: TextFrom = TextFrom.text
    rotation: int = 0
    dpi: float | None = None
    number_in_file: int = 0  # 0: the same as `number`
    warp: Warp | None = None  # see Sheet

    def as_shown(self, box: Box) -> Box:
        """Where a box of this page stands on the page as a reader sees it: skewed, a photo's."""
        return self.warp.box(box) if self.warp else box

    @property
    def measured(self) -> bool:
        """False for a text file: its boxes are a typewriter's grid and say nothing to a reader."""
        return self.text_from is not TextFrom.text

    @cached_property
    def legibility(self) -> float:
        """Mean legibility of the words, by their length; 1 for a page without any."""
        words = [w for b in self.blocks for line in b.lines for w in line.words if w.cover is None]
        length = sum(len(word.text) for word in words)
        return sum(len(w.text) * w.legibility for w in words) / length if length else 1.0
