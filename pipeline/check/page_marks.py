"""What pages say of themselves: 'Pagina 2 van 3', 'Blad' over '2 van 3', a fax machine's 'P.02'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pipeline.dutch.vocabulary import PageNumber, page_number
from pipeline.letter import Letter, Passage
from pipeline.page import Block, Line, Page, Zone


class Mark(NamedTuple):
    """The number of a page; `at` is its place in the letter: a page from 1, or a row of text."""

    number: int
    total: int | None
    at: int
    passage: Passage


_AT_END: Final = re.compile(r"(?:pagina|blad|blz\.?)\s*:?\s*\d{1,3}\s*(?:van|/)\s*\d{1,3}$", re.I)
_CONTINUED: Final = re.compile(r"vervolg\b.*\bblad\s+\d{1,2}$", re.IGNORECASE)
_OF: Final = re.compile(r"(?<![\d/-])\d{1,2}\s*(?:van|/)\s*\d{1,2}$", re.IGNORECASE)
_HEADED: Final = re.compile(r"(?:^|\s)(?:blad|pagina|bladnummer)$", re.IGNORECASE)
_FAX: Final = re.compile(r"\d[.:]\d\d\b.*\bP\.?\s?(?P<number>\d{1,2})(?:/(?P<total>\d{1,2}))?$")
_EDGE: Final = 0.12  # of the page's height
_WRITTEN_OFF: Final = 99  # pages; beyond it a figure is something else
_FIRST_LINES: Final = 2  # and last ones: where a fax machine prints its line


def marks_of_pages(letter: Letter) -> list[list[Mark]]:
    """The numbers that pages give themselves, and those that a fax machine gave them.

    A series is left out where it contradicts itself: numbers that come twice, or totals that
    differ, are those of more than one document.
    """
    own = [mark for page in letter.pages if (mark := _own_mark(letter, page))]
    faxed = [mark for page in letter.pages if (mark := _fax_mark(letter, page))]
    return [marks for marks in (own, faxed) if marks and _is_one_series(marks)]


def marks_in_one(letter: Letter) -> list[Mark]:
    """The numbers in a text file that stands on one page, each with its row; they say a total."""
    if len(letter.pages) != 1 or letter.pages[0].measured:
        return []
    tops = sorted({placed.box.top for placed in letter.lines})
    rows = {top: row for row, top in enumerate(tops)}
    marks = [
        Mark(said.number, said.total, rows[line.box.top], passage)
        for line, passage, said in _page_numbers(letter, letter.pages[0])
        if said.total is not None
    ]
    marks.sort(key=lambda mark: mark.at)
    return marks if _is_one_series(marks) else []


def _is_one_series(marks: Sequence[Mark]) -> bool:
    totals = {mark.total for mark in marks if mark.total is not None}
    numbers = [mark.number for mark in marks]
    alone = len(numbers) == len(set(numbers)) and len(totals) < 2
    return alone and max(numbers, default=0) <= _WRITTEN_OFF


def _own_mark(letter: Letter, page: Page) -> Mark | None:
    """The one number that a page says it has."""
    found = {said: passage for _, passage, said in _page_numbers(letter, page)}
    if len(found) != 1:
        return None
    ((said, passage),) = found.items()
    return Mark(said.number, said.total, page.number, passage)


def _fax_mark(letter: Letter, page: Page) -> Mark | None:
    """'10-OKT-91 13:54 … P.02/03' at the top or the foot of a page."""
    placed = letter.on_page(page)
    rows: dict[float, list[Line]] = {}
    for one in placed:
        rows.setdefault(round(one.box.top), []).append(one.line)
    tops = sorted(rows)
    for top in dict.fromkeys([*tops[:_FIRST_LINES], *tops[-_FIRST_LINES:]]):
        lines = sorted(rows[top], key=lambda line: line.box.x0)
        if match := _FAX.search(" ".join(line.text for line in lines)):
            total = int(match["total"]) if match["total"] else None
            return Mark(int(match["number"]), total, page.number, letter.of_lines(lines))
    return None


def _page_numbers(letter: Letter, page: Page) -> Iterator[tuple[Line, Passage, PageNumber]]:
    above = ""
    for block in page.blocks:
        text = " ".join(block.text.split())
        if len(text) < 40 and (said := _whole(text)):
            yield block.lines[0], letter.of_lines(block.lines), said
            above = text
            continue
        for line in block.lines:
            if said := _said(line.text, above, _is_outer(line, block, page)):
                yield line, letter.of_lines([line]), said
            above = line.text


def _whole(text: str) -> PageNumber | None:
    """A block that is a page number; a bare '3' or '- 3 -' is too little to found an error on."""
    said = page_number(text) if any(char.isdigit() for char in text) else None
    return said if said and (said.total is not None or text[:1].isalpha()) else None


def _said(text: str, above: str, outer: bool) -> PageNumber | None:
    """A line that is 'Pagina 2 van 3', in the edge of a page one that ends so, or under 'Blad'."""
    if not any(char.isdigit() for char in text) or _FAX.search(text):
        return None
    if _CONTINUED.match(text):
        return page_number(text[text.rindex("blad") :] if "blad" in text else "")
    if _HEADED.search(above) and (match := _OF.search(text)):
        return page_number(match.group())
    match = _AT_END.search(text) if outer else None
    return page_number(match.group() if match else text) if match or text[:1].isalpha() else None


def _is_outer(line: Line, block: Block, page: Page) -> bool:
    edge = _EDGE * page.height
    outer = line.box.bottom < edge or line.box.top > page.height - edge
    return outer or block.zone is Zone.margin
