"""Lists of sums in running text: lines that each end in one, down to their total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.check.sums import Entry, Lines
from pipeline.dutch.amounts import find_amounts
from pipeline.letter import Letter, Placed
from pipeline.page import COVERED

_LABEL: Final = re.compile(r"^(?P<label>.*?[^\W\d].*?)[\s.…_:]*$", re.DOTALL)
_AFTER_SUM: Final = re.compile(
    r"[\s.,;]*(?:\((?:in|ex)cl\.? ?btw\)|(?:in|ex)cl\.? ?btw|en)?[\s.,;]*"
)
_BULLET: Final = re.compile(r"^\s*(?:[-–—•*·]|\(?\w{1,2}[.)])\s+")
_MAY_BE_SUM: Final = re.compile(
    rf"€|\.{{4}}|(?: \.){{3}}|\d$|{COVERED}$|\[[^]]{{0,8}}\]$|[x*]{{3,}}$"
)
_MAY_BE_TOTAL: Final = re.compile(r"tota|samen", re.IGNORECASE)
_HEADS: Final = re.compile(
    r"\W*(?:sub|eind|deel)?-?tota|\W*te ?[sz]amen|\W*in totaal", re.IGNORECASE
)
_WRAPPED: Final = 2  # lines without a sum between two with one


def lists(letter: Letter) -> Iterator[Lines]:
    """Lines that each end in a sum, under each other, down to one that is called the total."""
    lines = [placed for placed in letter.lines if placed.block.grid is None]
    for at, placed in enumerate(lines):
        if not _MAY_BE_TOTAL.search(placed.line.text) and placed.line.text[:1] not in "€ƒf":
            continue
        total = _entry(letter, placed)
        if total is not None and total.is_total and _HEADS.match(total.label):
            above = _above(letter, lines[:at])
            if above is not None and len(above) > 1:
                yield Lines((*above, total), money=True)


def _above(letter: Letter, lines: Sequence[Placed]) -> list[Entry] | None:
    """The lines with a sum up to the one that opens the list; None where one may be lost.

    Too many do no harm: a total may be of the nearest only.
    """
    entries: list[Entry] = []
    without = 0
    bulleted_below = True  # the total stands below
    for placed in reversed(lines):
        text = placed.line.text
        entry = _entry(letter, placed)
        if entry is not None:
            entries.insert(0, entry)
            without = 0
        elif not (beside := letter.right_of(placed)) or _entry(letter, beside) is None:
            without += 1
            if _ends_above(text) or without > _WRAPPED:
                break
            on_right = beside.line.text if beside else ""
            if _MAY_BE_SUM.search(text) or _MAY_BE_SUM.search(on_right):
                return None
            if _BULLET.match(text) and bulleted_below:
                return None
        bulleted_below = bool(_BULLET.match(text))
    return entries


def _ends_above(text: str) -> bool:
    return text.endswith((":", ".")) and not _MAY_BE_SUM.search(text)


def _entry(letter: Letter, placed: Placed) -> Entry | None:
    """A line that ends in a sum, with what it is for, here or left of it; None for any other."""
    text = placed.line.text
    amounts = list(find_amounts(text))
    if not amounts or not _AFTER_SUM.fullmatch(text, amounts[-1].end):
        return None
    before = text[: amounts[-1].start].strip() or _left_of(letter, placed)
    label = _LABEL.match(_BULLET.sub("", before))
    if label is None:
        return None
    place = letter.passage(placed.start, placed.end)
    return Entry(label["label"].strip(), amounts[-1].value, place)


def _left_of(letter: Letter, placed: Placed) -> str:
    """What stands left on the same height: the nearest line whose right neighbour this one is."""
    beside = (other for other in letter.on_page(placed.page) if other.box.x1 <= placed.box.x0 + 1)
    level = [other for other in beside if other.box.side_by_side(placed.box) > 0.5]
    return max(level, key=lambda other: other.box.x1).line.text if level else ""
