"""Dates that are missing, cannot be, or contradict each other."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from pipeline.check import Breach, Case, breach, rule
from pipeline.check.own_dates import own_dates
from pipeline.check.reading import dates_of, doubt
from pipeline.dutch.dates import FoundDate, find_dates, weekday_of
from pipeline.dutch.labels import label_of
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import Zone
from pipeline.record import Severity

_POORLY_READ: Final = 0.8  # mean legibility of a first page on which a date may have been lost


@rule(
    "date-missing",
    Severity.error,
    en="The letter must have a date; none was found.",
    nl="Een brief hoort een datum te hebben; er is er geen gevonden.",
)
def date_missing(case: Case) -> Iterator[Breach]:
    """A letter has a date, covered or not. Where the page is poorly read it may be our fault.

    Where a label 'Datum' has figures beside or under it, or the head a day without its year, there
    is one that was not read.
    """
    if case.record.date is None and not any(_is_dated(case.letter, p) for p in case.letter.lines):
        poor = any(page.legibility < _POORLY_READ for page in case.letter.pages[:1])
        yield breach(severity=Severity.warning if poor else None)


@rule(
    "date-weekday-mismatch",
    Severity.error,
    en="'{text}': that day was a {actual_en}, not a {named_en}.",
    nl="'{text}': die dag was een {actual_nl}, geen {named_nl}.",
)
def weekday_mismatch(case: Case) -> Iterator[Breach]:
    """A date that names its weekday must fall on it."""
    for found in dates_of(case.letter):
        if found.value is None or found.weekday is None:
            continue
        actual = weekday_of(found.value)
        if actual != found.weekday:
            passage = case.letter.passage(found.start, found.end)
            yield breach(
                passage,
                severity=_doubt(found, passage),
                text=_one_line(passage.text),
                actual_en=_ENGLISH[actual],
                actual_nl=actual,
                named_en=_ENGLISH[found.weekday],
                named_nl=found.weekday,
            )


@rule(
    "date-impossible",
    Severity.error,
    en="'{text}' is no day of the calendar{days_en}.",
    nl="'{text}' staat niet op de kalender{days_nl}.",
)
def impossible(case: Case) -> Iterator[Breach]:
    """A date names a day that its month has. What only looks like a date in figures is let be."""
    for found in dates_of(case.letter):
        if found.value is None and (month := _month_without_such_day(found.text)):
            passage = case.letter.passage(found.start, found.end)
            days = calendar.monthrange(*month)[1]
            name = dt.date(*month, 1)
            yield breach(
                passage,
                severity=_doubt(found, passage),
                text=_one_line(passage.text),
                days_en=f": that month ({name:%m-%Y}) has {days} days",
                days_nl=f": die maand ({name:%m-%Y}) heeft {days} dagen",
            )


@rule(
    "date-in-future",
    Severity.error,
    en="The letter is dated {date}, later than the day it was processed, {today}.",
    nl="De brief is gedateerd op {date}, later dan de dag van verwerking, {today}.",
)
def in_future(case: Case) -> Iterator[Breach]:
    """A letter is not dated later than the day it is processed."""
    dated = case.record.date
    if dated and dated.value and dated.value > case.today:
        yield breach(dated, severity=doubt(dated), date=dated.value, today=case.today)


@rule(
    "dates-disagree",
    Severity.error,
    en="The letter's date should be the same everywhere; it is given as {dates}.",
    nl="De datum van de brief hoort overal dezelfde te zijn; er staat {dates}.",
)
def disagree(case: Case) -> Iterator[Breach]:
    """Wherever the letter gives its own date, on the first page or a later one, it is the same."""
    own = list(own_dates(case.letter))
    values = list(dict.fromkeys(found.value for found, _ in own))
    if len(values) > 1:
        passages = [passage for _, passage in own]
        unsure = any(found.repaired for found, _ in own)
        severity = Severity.warning if unsure else doubt(*passages)
        yield breach(*passages, severity=severity, dates=" / ".join(map(str, values)))


@rule(
    "reply-precedes-letter",
    Severity.error,
    en="The letter of {date} answers one of {answered}, which is later.",
    nl="De brief van {date} antwoordt op een van {answered}, dat is later.",
)
def reply_precedes(case: Case) -> Iterator[Breach]:
    """What a letter answers is not later than the letter itself."""
    dated, answered = case.record.date, case.record.replies_to
    if dated and answered and dated.value and answered.value and answered.value > dated.value:
        yield breach(
            dated,
            answered,
            severity=doubt(dated, answered),
            date=dated.value,
            answered=answered.value,
        )


# --- what the rules above look for


def _is_dated(letter: Letter, placed: Placed) -> bool:
    if placed.zone not in _HEAD:
        return False
    label = label_of(placed.line.text)
    if label is None or label.kind != "date":
        return _WITHOUT_YEAR.fullmatch(placed.line.text) is not None
    near = (letter.right_of(placed), letter.below(placed))
    texts = [label.value, *(line.line.text for line in near if line is not None)]
    return any(_DAY.search(text) for text in texts)


_HEAD: Final = {Zone.letterhead, Zone.reference, Zone.subject, Zone.margin}
_WITHOUT_YEAR: Final = re.compile(
    r"\W*\d{1,2}\s+(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,6}\W*",
    re.IGNORECASE,
)
_DAY: Final = re.compile(r"(?<![\w./-])\d{1,2}\s?(?:[a-z]{3}|[-./]\s?\d{1,2}[-./])", re.IGNORECASE)


_ENGLISH: Final = {
    "maandag": "Monday",
    "dinsdag": "Tuesday",
    "woensdag": "Wednesday",
    "donderdag": "Thursday",
    "vrijdag": "Friday",
    "zaterdag": "Saturday",
    "zondag": "Sunday",
}


def _doubt(found: FoundDate, passage: Passage) -> Severity | None:
    return Severity.warning if found.repaired else doubt(passage)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _month_without_such_day(text: str) -> tuple[int, int] | None:
    """Year and month of a date whose day is 29, 30 or 31 and not in that month; else None.

    A day of 32 or a month of 13 is a misprint at best and a reference number at worst.
    """
    # The same words with a day that every month has: then the rest must be a month and a year.
    for match in re.finditer(r"(?<!\d)(?:29|30|31)(?!\d)", text):
        with_28 = text[: match.start()] + "28" + text[match.end() :]
        value = next((found.value for found in find_dates(with_28)), None)
        if value is not None:
            return value.year, value.month
    return None
