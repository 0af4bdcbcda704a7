"""What is covered: where, with which ground, and what it hides.

`find_covers` looks at the picture of a page, `read_codes` at the code in each box, `mark_garble`
at words that OCR made of a box, `describe` says of each what it covers. None of them ever gives
away the text under a box.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from pipeline.letter import Letter
from pipeline.page import Cover, Page, Pixels, Sheet
from pipeline.record import Redaction
from pipeline.redaction import gaps, garble, meaning
from pipeline.redaction.codes import CODE_CHARACTERS

__all__ = ["CODE_CHARACTERS", "describe", "find_covers", "mark_garble", "read_codes"]

Read = Callable[[Sequence[Pixels]], Sequence[tuple[str, float]]]


def find_covers(sheet: Sheet) -> tuple[Cover, ...]:
    """Every covered place on an upright sheet with a raster; none where there is no raster."""
    if sheet.raster is None:
        return ()
    from pipeline.redaction import boxes

    return boxes.find(sheet)


def read_codes(sheet: Sheet, covers: Sequence[Cover], read: Read) -> tuple[Cover, ...]:
    """The covers, each with the code that is printed in it where that can be told.

    `read` is the OCR engine: it takes grey pictures (dark text on white, of `CODE_CHARACTERS`) and
    gives a text and a confidence for each. It is called once, and not at all where no box has
    anything in it.
    """
    if sheet.raster is None or not covers:
        return tuple(covers)
    from pipeline.redaction import reading

    return reading.read_codes(sheet.raster, covers, read)


def mark_garble(page: Page) -> Page:
    """The page with the words that are a box's garble turned into covered places.

    On a scan the place is the gap in which a code stands.
    """
    return gaps.widened(garble.mark(page))


def describe(letter: Letter, date: dt.date | None) -> tuple[Redaction, ...]:
    """One entry for each covered place of the letter, in reading order.

    `date` is the letter's, and says which act was in force.
    """
    return meaning.describe(letter, date)
