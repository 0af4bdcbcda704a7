"""Dates as Dutch official letters write them.

A fixed grammar finds the spans; nothing guesses. Where day, month and year are plain, the value
is made from them; only a month word in no table of ours goes to dateparser (see `months`).
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.dutch import date_grammar as grammar
from pipeline.dutch.misread import digits_of
from pipeline.dutch.months import MONTH_NUMBERS, MONTHS, ROMAN, WEEKDAY_BY_SHORT, WEEKDAYS, month_of

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "MONTHS",
    "WEEKDAYS",
    "FoundDate",
    "Kind",
    "PartialDate",
    "find_dates",
    "find_partial_dates",
    "weekday_of",
]

Kind = Literal["words", "numeric", "short-year", "iso", "roman", "range"]

FIRST_YEAR: Final = 1850
LAST_YEAR: Final = 2100


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A full date. `text` is what stands at [start, end); spans never overlap and come in order.

    - `value`: None where there is no such day (31 februari).
    - `weekday`: as the letter names it, in full and lower case ('maandag'), not computed.
    - `repaired`: something was undone that can be read in one way only: a letter for a digit, a
      space inside a number or missing between words, a misspelt month.
    - `kind`: how it is written. `short-year`: two digits, the century is ours (00-40 is 2000-2040,
      50-99 is 1950-1999, between them no date). `range`: the first end of 'from 3 to 5 maart
      2016', with the span of its own words only and month and year taken from the second.
    """

    start: int
    end: int
    text: str
    value: dt.date | None
    weekday: str | None
    repaired: bool
    kind: Kind


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with a part missing: '1 maart jl.', 'maart 2016', 'begin 2016'.

    `qualifier` is the word that goes with it, lower case: 'jl.', 'a.s.', 'begin', 'eind', 'in' …
    """

    start: int
    end: int
    text: str
    day: int | None
    month: int | None
    year: int | None
    weekday: str | None
    qualifier: str | None


def find_dates(text: str) -> Iterator[FoundDate]:
    """Every full date in `text`, from left to right, in every notation and both ends of a range.

    Dates before 1850 or after 2100 are not dates. Nothing is found in phone numbers, reference
    numbers, articles of law, amounts or version numbers.
    """
    yield from _all_dates(text)


# Rules and finders ask for the dates of the same letter one after another.
@functools.lru_cache(maxsize=8)
def _all_dates(text: str) -> tuple[FoundDate, ...]:
    end = 0
    apart: list[FoundDate] = []
    found = [*_written(text), *_month_first(text), *_numeric(text), *_iso(text)]
    for date in sorted(found, key=lambda date: (date.start, -date.end)):
        if date.start >= end:
            apart.append(date)
            end = date.end
    return tuple(apart)


def find_partial_dates(text: str) -> Iterator[PartialDate]:
    """Dates with a part missing, from left to right, outside every full date.

    Day and month ('1 maart jl.'), month and year ('maart 2016', 'begin maart 2016'), or a year
    with a word that makes it a time ('begin 2016', 'in 2016', 'najaar 2015').
    """
    taken = [(date.start, date.end) for date in _all_dates(text)]
    for match in grammar.PARTIAL.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            partial = _partial(match)
            if partial is not None:
                yield partial


def weekday_of(date: dt.date) -> str:
    """The Dutch name of the day of the week, lower case."""
    return WEEKDAYS[date.weekday()]


def _written(text: str) -> Iterator[FoundDate]:
    """Dates with the month in letters: a name, an abbreviation, another language, Roman."""
    position = 0
    while match := grammar.WRITTEN.search(text, position):
        date = _from_written(text, match)
        if date is None:
            position = match.end("day")
            continue
        if date.kind == "words":
            yield from _earlier_ends(text, date)
        yield date
        position = match.end()


def _from_written(text: str, match: re.Match[str]) -> FoundDate | None:
    roman = match["month"] in ROMAN and match["first"].strip() != ""
    month = (ROMAN[match["month"]], False) if roman else month_of(match["month"])
    year = _year(match["year"])
    if month is None or year is None:
        return None
    start, day, repaired = _day(text, match)
    if day is None or (match["first"].startswith(",") and _numbered(text, start)):
        return None
    kind: Kind = "roman" if roman else "words" if len(match["year"]) > 3 else "short-year"
    glued = match["first"][:1] in ("", ",") or not match["second"]
    odd = repaired or month[1] or glued or not match["year"].strip("'’‘`´ ").isdigit()
    return _found(text, (start, match.end()), (year, month[0], day), match, (odd, kind))


def _month_first(text: str) -> Iterator[FoundDate]:
    """'zaterdag, juli 9, 2022', as mail programs set in another language print it."""
    for match in grammar.MONTH_FIRST.finditer(text):
        month, year, day = month_of(match["month"]), _year(match["year"]), int(match["day"])
        if month is not None and year is not None and 0 < day < 32:
            yield _found(text, match.span(), (year, month[0], day), match, (month[1], "words"))


def _introduced(text: str, position: int) -> bool:
    return grammar.INTRODUCED.search(text, max(0, position - 24), position) is not None


def _day(text: str, match: re.Match[str]) -> tuple[int, int | None, bool]:
    """Where the date begins, its day, and whether the day was repaired; None where it is unsure."""
    token, start = match["day"], match.start("day")
    named = match.start() < start
    stray = None if named or len(token) > 1 else grammar.STRAY_DIGIT.search(text, start - 2, start)
    if stray is not None and (stray[1] in "0O" or _introduced(text, start - 2)):
        token, start = stray[1] + token, start - 2
    introduced = named or _introduced(text, start)
    digits = digits_of(token, letters_only=token == "l" or (introduced and token != "|"))
    day = int(digits) if digits is not None else 0
    return min(start, match.start()), day if 0 < day < 40 else None, not _plain(match["day"], token)


def _plain(written: str, token: str) -> bool:
    return written == token and token.isdigit()


def _year(token: str) -> int | None:
    digits = digits_of(token.lstrip("'’‘`´"))
    # '201 |' is a year that OCR could not finish beside the rule of a table.
    if digits is None or (" " in token.strip() and digits != re.sub(r"\D", "", token)):
        return None
    year = int(digits)
    if len(digits) == 2:
        year += 2000 if year <= 40 else 1900
        return None if 1940 < year < 1950 else year
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def _numeric(text: str) -> Iterator[FoundDate]:
    """Day, month and year in digits, in that order: 28-01-2016, 28/1/2016, 28.01.2016, 28-01-16."""
    for match in grammar.NUMERIC.finditer(text):
        day, month, year = match["day"], match["month"], match["year"]
        short = len(year) == 2
        # '3-1-12' and '10.2.16' number sections; a short year needs a day or month of two digits.
        if short and len(day) + len(month) < (4 if match["separator"] == "." else 3):
            continue
        if short and re.match(r"[ ]?\d", text[match.end() : match.end() + 2]):
            continue
        if not re.search(r"[0-9]", day + month) or day in ("I", "|"):
            continue
        numbers = [digits_of(part, letters_only=True) or "0" for part in (day, month)]
        value = _year(year)
        if value is None or not _is_day_and_month(int(numbers[0]), int(numbers[1])):
            continue
        odd = not (day + month + year).isdigit()
        parts = (value, int(numbers[1]), int(numbers[0]))
        kind: Kind = "short-year" if short else "numeric"
        yield _found(text, match.span(), parts, match, (odd, kind))


def _is_day_and_month(day: int, month: int) -> bool:
    """Whether two numbers can be meant so; '4/15/2018' is another country's order, not ours."""
    return 0 < day < 40 and 0 < month < 20 and (month <= 12 or day > 12)


def _iso(text: str) -> Iterator[FoundDate]:
    """Year, month and day in digits: 2016-01-28."""
    for match in grammar.ISO.finditer(text):
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
        if FIRST_YEAR <= year <= LAST_YEAR and 0 < day < 40 and 0 < month < 20:
            yield _found(text, match.span(), (year, month, day), None, (False, "iso"))


def _earlier_ends(text: str, date: FoundDate) -> list[FoundDate]:
    """The days before `date` that share its month and year: '3 t/m 5', '3, 4 en 5 maart 2016'."""
    ends: list[FoundDate] = []
    last = date
    while last.value is not None:
        lowest = max(0, last.start - grammar.BEFORE_LINK)
        match = grammar.EARLIER_DAY.search(text, lowest, last.start)
        if match is None or (match["link"].strip() == "," and not ends):
            break
        month = MONTH_NUMBERS[match["month"].lower()] if match["month"] else last.value.month
        # '28 december tot 3 januari 2017' begins in 2016.
        year = last.value.year - (month > last.value.month)
        end = match.end("month") if match["month"] else match.end("day")
        day = int(match["day"])
        if not 0 < day < 32 or _numbered(text, match.start()):
            break
        last = _found(text, (match.start(), end), (year, month, day), match, (False, "range"))
        ends.insert(0, last)
    return ends


def _numbered(text: str, position: int) -> bool:
    return grammar.NUMBERED.search(text, max(0, position - 24), position) is not None


def _found(
    text: str,
    span: tuple[int, int],
    parts: tuple[int, int, int],
    match: re.Match[str] | None,
    manner: tuple[bool, Kind],
) -> FoundDate:
    start, end = span
    try:
        value = dt.date(*parts)
    except ValueError:
        value = None
    weekday = _weekday(match) if match is not None else None
    return FoundDate(start, end, text[start:end], value, weekday, *manner)


def _weekday(match: re.Match[str]) -> str | None:
    name = match["weekday"] or match["weekday_above"]
    return WEEKDAY_BY_SHORT[name[:2].lower()] if name else None


def _partial(match: re.Match[str]) -> PartialDate | None:
    month_word = match["day_month"] or match["month"]
    year_word = match["month_year"] or match["year"]
    day = int(match["day"]) if match["day"] else None
    year = int(year_word) if year_word else None
    if (day is not None and not 0 < day < 32) or (year and not FIRST_YEAR <= year <= LAST_YEAR):
        return None
    month = MONTH_NUMBERS[month_word.rstrip(".").lower()] if month_word else None
    qualifier = match["after"] or match["about"] or match["when"]
    qualifier = " ".join(qualifier.lower().split()) if qualifier else None
    weekday = _weekday(match) if day is not None else None
    return PartialDate(*match.span(), match[0], day, month, year, weekday, qualifier)
