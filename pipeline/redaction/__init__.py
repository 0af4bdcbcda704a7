"""What is covered: where, with which ground, and what it hides.

`find_covers` looks at the picture of a page, `mark_garble` at words that OCR made of a box, `describe` says
of each what it covers. None of them ever gives away the text under a box.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pipeline.geometry import Box
from pipeline.letter import Letter
from pipeline.page import Cover, Page, Sheet
from pipeline.record import Redaction


def find_covers(sheet: Sheet) -> tuple[Cover, ...]:
    """Every covered place on an upright sheet with a raster; none where there is no raster."""
    return ()


def mark_garble(page: Page) -> Page:
    """The page with the words that are a box's garble turned into covered places."""
    return page


def describe(letter: Letter, date: dt.date | None) -> tuple[Redaction, ...]:
    """One entry for each covered place of the letter, in reading order."""
    return ()
