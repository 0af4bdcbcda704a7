"""Plain text becomes sheets on a typewriter's grid, so that nothing later needs a second path."""

from __future__ import annotations

import re

from pipeline.geometry import Box
from pipeline.page import Sheet, TextFrom, Word

PITCH, LEADING = 6.0, 12.0  # points: twelve characters and six lines to the inch
A4 = 595.0, 842.0


def sheets(text: str) -> tuple[Sheet, ...]:
    """One sheet for each part between form feeds; row r of a part has its top at r × LEADING."""
    return tuple(_sheet(number, part) for number, part in enumerate(text.split("\f"), 1))


def _sheet(number: int, part: str) -> Sheet:
    words = tuple(
        Word(
            match.group(),
            Box(match.start() * PITCH, row * LEADING, match.end() * PITCH, (row + 1) * LEADING),
        )
        for row, content in enumerate(part.expandtabs().splitlines())
        for match in re.finditer(r"\S+", content)
    )
    width = max([A4[0], *(word.box.x1 for word in words)])
    height = max([A4[1], *(word.box.bottom for word in words)])
    return Sheet(number, width, height, words, TextFrom.text)
