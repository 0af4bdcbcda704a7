"""Small nouns for tests, stating only what matters."""

from __future__ import annotations

from pipeline import layout, zones
from pipeline.geometry import Box
from pipeline.intake import text
from pipeline.letter import Letter
from pipeline.page import Sheet, TextFrom, Word


def letter_of(content: str) -> Letter:
    """The first letter of a text, laid out as the program does it."""
    pages = [layout.arrange(sheet) for sheet in text.sheets(content)]
    return Letter(zones.letters(pages)[0])


def sheet_of(*lines: tuple[float, float, str], size: float = 10.0) -> Sheet:
    """A measured A4 page from lines of text at (x0, top); each character is half its height wide."""
    words = []
    for x0, top, content in lines:
        for part in content.split():
            width = len(part) * size / 2
            words.append(Word(part, Box(x0, top, x0 + width, top + size)))
            x0 += width + size / 2
    return Sheet(1, 595.0, 842.0, tuple(words), TextFrom.text_layer)


def letter_on(*lines: tuple[float, float, str]) -> Letter:
    """A letter of one measured page."""
    return Letter(zones.letters([layout.arrange(sheet_of(*lines))])[0])
