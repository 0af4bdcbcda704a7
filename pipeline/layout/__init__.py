"""Loose words become lines, lines become blocks in reading order.

Geometry first: words that follow each other on a baseline are a line, lines under each other are a
block. A narrow column beside the running text (the sender's details in many Dutch letters) is
taken out first and comes after the body, so that it never stands in the middle of a sentence.
Rows of lines whose gaps stand under each other are a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.layout.blocks import blocks, in_order
from pipeline.layout.columns import part_margins
from pipeline.layout.grids import part_tables
from pipeline.layout.pairs import part_pairs
from pipeline.layout.segments import segments, with_covers
from pipeline.layout.sums import with_sums
from pipeline.layout.torn import with_torn_mended
from pipeline.page import ILLEGIBLE, LEADING, Cover, Page, Sheet, TextFrom, Word, Zone


def arrange(sheet: Sheet, covers: Sequence[Cover] = ()) -> Page:
    """The page that a sheet shows. A covered place becomes one word; words under it are dropped.

    So does what could not be read on a page without words, unless it is covered.
    """
    pitch = LEADING if sheet.text_from is TextFrom.text else None
    unread = [] if covers else [Word(ILLEGIBLE, box, 0.0) for box in sheet.illegible]
    found = segments(with_covers((*sheet.words, *unread), covers), pitch)
    running, beside = part_margins(found, sheet.width)
    tables, running = part_tables(running, sheet.rules, sheet.raster)
    pairs, running = part_pairs(running)
    running = with_torn_mended(running, sheet.width)
    loose = blocks(with_sums(running), pitch)
    body = in_order([*([table] for table in tables), *pairs, *([block] for block in loose)])
    margin = in_order([[replace(b, zone=Zone.margin)] for b in blocks(beside, pitch)])
    return Page(
        sheet.number,
        sheet.width,
        sheet.height,
        (*body, *margin),
        sheet.text_from,
        sheet.rotation,
        sheet.dpi,
        sheet.number,
        sheet.warp,
    )
