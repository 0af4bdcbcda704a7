"""Pages that are missing or out of order, by the numbers that they give themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from pipeline.check import Breach, Case, breach, rule
from pipeline.check.page_marks import Mark, marks_in_one, marks_of_pages
from pipeline.check.reading import doubt
from pipeline.letter import Letter
from pipeline.record import Severity


@rule(
    "page-missing",
    Severity.error,
    en="Page {missing} is missing: the numbers announce {expected} pages and {found} are there.",
    nl="Pagina {missing} ontbreekt: de nummers kondigen er {expected} aan en er zijn er {found}.",
)
def page_missing(case: Case) -> Iterator[Breach]:
    """Every page that the numbers announce is there.

    In a text without form feeds only where too little stands between two numbers, or after the
    last one, to be the page that lies between.
    """
    for marks, here, missing in _with_missing(case.letter):
        if missing:
            places = [mark.passage for mark in marks]
            yield breach(
                *places,
                severity=doubt(*places),
                missing=", ".join(missing),
                expected=max(mark.total or mark.number for mark in marks),
                found=here,
            )
            return


@rule(
    "page-order",
    Severity.error,
    en="The pages should follow each other; they are numbered {order}.",
    nl="De pagina's horen op elkaar te volgen; ze zijn genummerd {order}.",
)
def page_order(case: Case) -> Iterator[Breach]:
    """Pages stand in the order of their numbers."""
    for marks in (*marks_of_pages(case.letter), marks_in_one(case.letter)):
        numbers = [mark.number for mark in marks]
        if any(second < first for first, second in pairwise(numbers)):
            places = [mark.passage for mark in marks]
            yield breach(*places, severity=doubt(*places), order=", ".join(map(str, numbers)))
            return


_PAGE: Final = 0.8  # of the longest page: less than this is no whole page
_LEAST: Final = 3  # lines after the last number that may be all of a page
_FULL: Final = 25  # lines on a page that is full, at the least


def _with_missing(letter: Letter) -> Iterator[tuple[list[Mark], int, list[str]]]:
    """Each series of numbers, how many pages are there, and which are not."""
    pages = letter.pages
    if len(pages) > 1 or any(page.measured for page in pages):
        for marks in marks_of_pages(letter):
            yield marks, len(pages), _missing(marks, len(pages))
    elif marks := marks_in_one(letter):
        yield marks, len(marks), _missing_in_one(letter, marks)


def _missing(marks: Sequence[Mark], here: int) -> list[str]:
    """The numbers for which there is no page; '3-5' where one of them is there without a number."""
    if not marks:
        return []
    total = next((mark.total for mark in marks if mark.total is not None), None)
    places = sorted((mark.number, mark.at) for mark in marks)
    if any(second < first for (_, first), (_, second) in pairwise(places)):  # out of order
        absent = set(range(1, (total or 0) + 1)) - {number for number, _ in places}
        return [str(number) for number in sorted(absent)] if here == len(places) else []
    if total is not None:
        places = [(0, 0), *places, (max(total, places[-1][0]) + 1, here + 1)]
    gaps = [
        (low + 1, high - 1)
        for (low, at_low), (high, at_high) in pairwise(places)
        if high - low > at_high - at_low
    ]
    return [f"{first}" if first == last else f"{first}-{last}" for first, last in gaps]


def _missing_in_one(letter: Letter, marks: Sequence[Mark]) -> list[str]:
    """Numbers that no page can have between two marks of a text on one page; `at` is a row."""
    if any(other.number < one.number for one, other in pairwise(marks)):
        return []
    rows = len({placed.box.top for placed in letter.lines})
    stretches = [(0, marks[0].at), *((one.at, other.at) for one, other in pairwise(marks))]
    longest = max(after - before for before, after in stretches)
    missing = [
        str(number)
        for one, other in pairwise(marks)
        if other.at - one.at < _PAGE * longest
        for number in range(one.number + 1, other.number)
    ]
    total = marks[0].total or 0
    if len(marks) > 1 and rows - marks[-1].at < _LEAST:
        missing += [str(number) for number in range(marks[-1].number + 1, total + 1)]
    first = marks[0].number
    if first > 2 and marks[0].at < _FULL * (first - 1):
        missing = [str(number) for number in range(2, first)] + missing
    return missing
