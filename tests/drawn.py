"""Pages drawn for the tests of covered places: text, boxes and what is easily taken for one.

All places are in points on an A4 page of 200 pixels to the inch. What is written is also handed
over as words, as OCR or a text layer would do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from pipeline.geometry import Box
from pipeline.page import Raster, Sheet, TextFrom, Word

DPI = 200.0
WIDTH, HEIGHT = 595.0, 842.0
SCALE = DPI / 72


@cache
def _font(points: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(points * SCALE)


@dataclass
class Drawn:
    """A page under the pencil."""

    paper: int = 255
    words: list[Word] = field(default_factory=list)

    def __post_init__(self) -> None:
        size = round(WIDTH * SCALE), round(HEIGHT * SCALE)
        self.image = Image.new("RGB", size, (self.paper,) * 3)
        self.pen = ImageDraw.Draw(self.image)

    def write(
        self,
        x: float,
        top: float,
        content: str,
        *,
        size: float = 10,
        ink: int = 0,
        seen: bool = True,
    ) -> None:
        """Writes words; unseen ones are only in the text layer."""
        font = _font(size)
        for part in content.split():
            width = self.pen.textlength(part, font) / SCALE
            box = Box(x, top + 0.15 * size, x + width, top + size)
            if seen:
                self.pen.text((x * SCALE, top * SCALE), part, fill=(ink,) * 3, font=font)
            self.words.append(Word(part, box, 0.95))
            x += width + 0.35 * size

    def box(
        self,
        place: Box,
        fill: tuple[int, int, int] | None = None,
        *,
        line: int | None = None,
        code: str = "",
        ink: int = 0,
    ) -> Box:
        """A filled or outlined rectangle with a code in its middle, which OCR does not read."""
        at = place.scaled(SCALE)
        edge = None if line is None else (line,) * 3
        self.pen.rectangle((at.x0, at.top, at.x1, at.bottom), fill, edge, 2)
        if code:
            self.pen.text(at.middle, code, fill=(ink,) * 3, font=_font(7.5), anchor="mm")
        return place

    def paragraph(self, top: float, lines: int = 6) -> None:
        for row in range(lines):
            self.write(
                60, top + 13 * row, "De gemeente vraagt een bijdrage voor de aanpak in dit jaar"
            )

    def sheet(self, text_from: TextFrom = TextFrom.ocr) -> Sheet:
        pixels = np.asarray(self.image)
        return Sheet(1, WIDTH, HEIGHT, tuple(self.words), text_from, Raster(pixels, DPI), dpi=DPI)
