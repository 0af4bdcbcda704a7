"""The letter's own date: chosen by role, not by order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from pipeline import registers
from pipeline.dutch.dates import FoundDate, find_dates
from pipeline.dutch.labels import label_of
from pipeline.dutch.misread import with_possible_date
from pipeline.extract import Candidate, Reading, finds
from pipeline.extract.labelled import labelled, labels_of_values
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import COVERED, TextFrom, Zone
from pipeline.record import Status

HEAD = {Zone.letterhead, Zone.address, Zone.reference, Zone.subject, Zone.margin, Zone.stamp}
_NOT_OWN = re.compile(
    r"(?:\b(?:uw|jouw|mijn|onze)\b[^.\n]{0,60}|ontvang\w*|ingekomen|geboren|tot|vóór|uiterlijk|"
    r"d\.\s?d\.?|gedateerd|per|sinds|vanaf|op|van)\s*:?\s*(?:van|op|d\.d\.)?\s*$",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^[A-Z'’][\w'’.\- ]{1,40},?\s*(?:de|den|d\.d\.)?\s*$")
_AFTER_PLACE = re.compile(r",\s*d\.?\s?d\.?\s*$", re.IGNORECASE)  # 'Almere, d.d. 28 januari'
_GIVEN = re.compile(r"(?P<place>['’\w][\w'’.\- ]{1,40}?)\s+d\.?\s?d\.?\s*")
_SHORT = re.compile(r"\s*(\d{1,2})([-/.])(\d{1,2})\2(\d{2})(?:\s+\d{1,2}[:.]\d{2})?\s*")
_DAY_OF_SENDING = re.compile(r"verz", re.IGNORECASE)
_ASIDE = 150.0  # points from a label to the date that it is of
_SHORT_LINE = 8  # words; a date in more is another's
_SENT = re.compile(r"verzonden|verzend|uitgegaan|verz\.?\s*$", re.IGNORECASE)
_RECEIVED = re.compile(r"ingekomen|ontvangen|ontv\.|ingek|binnengekomen|received", re.IGNORECASE)


# --- the letter's own date


@finds("date")
def date_label(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """The date with 'Datum', 'Dagtekening' or 'Verzonden': on its line, beside it or below."""
    letter = reading.letter
    stated = list(labelled(letter, {"date"}, holds_date))
    heads = [found for found in stated if found.at.zone not in {Zone.table, Zone.body}]
    known = False
    for rank, found in enumerate(heads or stated):
        if found.value is None:
            continue
        score = max(0.6, 0.98 - 0.01 * rank - (0.02 if found.place == "below" else 0.0))
        if _DAY_OF_SENDING.match(found.label.text):
            score -= 0.13  # a letter's own date goes before
        if COVERED in letter.text[found.value.start : found.value.end]:
            yield Candidate(None, found.value, score, Status.redacted)
        for date in labelled_dates(letter, found.value):
            if date.value is not None or not known:  # the head of a later page tells it again
                yield replace(date, score=score * date.score)
            known = known or date.value is not None
            break


@finds("date")
def dateline(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """'Almere, 28 januari 2016' on a line of its own, in the head or above the signature."""
    letter = reading.letter
    for placed, date in _own_lines(letter):
        before = _AFTER_PLACE.sub(",", letter.text[placed.start : date.start])
        given = _GIVEN.fullmatch(before)  # 'Hulst d.d. 5 november 2021'
        if given is not None and registers.place_named(given["place"]):
            before = f"{given['place']},"
        place, colon, rest = before.partition(":")  # 'Hulst: 5 november 2021'
        if colon and not rest.strip() and registers.place_named(place.strip()):
            before = f"{place},"
        stamped = _SENT.search(before) or _RECEIVED.search(before)
        if _DATELINE.match(before) and not _NOT_OWN.search(before) and not stamped:
            yield candidate(letter, date, 0.95 if _in_head(letter, placed) else 0.8)


@finds("date")
def alone_in_head(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """A line in the head that holds a date and nothing else.

    Of two the later: the other is of the letter answered. A stamp ('12 FEB 1987') counts for none.
    """
    letter = reading.letter
    others = _dates_of_others(letter)
    alone = [
        (placed, date)
        for placed, date in _own_lines(letter)
        if placed.start not in others
        and _in_head(letter, placed)
        and not letter.text[placed.start : date.start].strip()
    ]
    written = [date.value for _, date in alone if date.value and not date.text.isupper()]
    for placed, date in alone:
        answered = date.value is not None and date.value < max(written, default=date.value)
        yield candidate(letter, date, _sure_alone(letter, placed) - 0.02 * answered)


def _sure_alone(letter: Letter, placed: Placed) -> float:
    """How sure it is that a date alone is the letter's own, by what stands beside it.

    A place makes it a dateline; other words may be a label that gives it to something else.
    """
    beside = letter.left_of(placed)
    if beside is None or placed.box.x0 - beside.box.x1 > _ASIDE or _holds_figure(beside.line.text):
        return 0.88
    if registers.place_named(beside.line.text.strip(" :,")):
        return 0.94
    label = label_of(beside.line.text)
    return 0.88 if label is None or label.kind == "date" else 0.7


def _holds_figure(text: str) -> bool:
    return any(character.isdigit() for character in text)


@finds("date")
def sent_stamp(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """A stamp of the day of sending; one of receipt gives no date of the letter."""
    letter = reading.letter
    for date in dates_in(letter, 0, len(letter.text)):
        around = letter.text[max(0, date.start - 30) : date.start]
        if _SENT.search(around) and not _RECEIVED.search(around):
            yield candidate(letter, date, 0.7)


@finds("date")
def first_in_head(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """The first date above the running text that is not said to be another's."""
    letter = reading.letter
    others = _dates_of_others(letter)
    for date in dates_in(letter, 0, len(letter.text)):
        placed = letter.line_at(date.start)
        before = letter.text[placed.start : date.start]
        if placed.start in others:
            continue
        if _in_head(letter, placed) and not (_NOT_OWN.search(before) or _RECEIVED.search(before)):
            yield candidate(letter, date, 0.6)
            return


@finds("date")
def near_signature(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """A date on a line of its own after the last running text."""
    letter = reading.letter
    for placed, date in _own_lines(letter):
        if placed.zone in {Zone.closing, Zone.signature} or _ends_text(letter, placed):
            yield candidate(letter, date, 0.65)


def _ends_text(letter: Letter, placed: Placed) -> bool:
    """A line that is a block of its own, right above the closing or the signature.

    'Aldus besloten te Hulst, 5 november 2021', 'Gedaan te Goes op 3 mei 1998'.
    """
    following = next((other for other in letter.lines if other.start > placed.end), None)
    closed = following is not None and following.zone in {Zone.closing, Zone.signature}
    return closed and len(placed.block.lines) == 1


@finds("date")
def first_of_all(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """When nothing else is there: the first date on a short line that is not another's."""
    letter = reading.letter
    for date in dates_in(letter, 0, len(letter.text)):
        placed = letter.line_at(date.start)
        sentence = letter.text[slice(*letter.sentence(date.start))]
        in_words = len(sentence.split()) > _SHORT_LINE and placed.zone is Zone.body
        if not in_words and not _NOT_OWN.search(letter.text[max(0, date.start - 80) : date.start]):
            yield candidate(letter, date, 0.3)
            return


def holds_date(text: str) -> bool:
    """Whether a label's value is a date, or a place that is covered."""
    dated = any(True for _ in find_dates(with_possible_date(text)))
    return text.strip() == COVERED or dated or bool(_short(text))


def labelled_dates(letter: Letter, passage: Passage) -> Iterator[Candidate[dt.date]]:
    """The dates of a label's value, scored 1; there '5-3-15' is one, elsewhere it is a number."""
    found = list(dates_in(letter, passage.start, passage.end))
    yield from (candidate(letter, date, 1.0) for date in found)
    short = None if found else _short(letter.text[passage.start : passage.end])
    if short is not None:
        yield Candidate(short, passage, 1.0)


def _short(text: str) -> dt.date | None:
    match = _SHORT.fullmatch(text)
    if match is None:
        return None
    day, _, month, year = match.groups()
    return next((found.value for found in find_dates(f"{day:0>2}-{month:0>2}-{year}")), None)


def dates_in(letter: Letter, start: int, end: int) -> Iterator[FoundDate]:
    """Dates of a stretch of the text, with offsets in the whole text."""
    for found in all_dates(letter):
        if start <= found.start and found.end <= end:
            yield found


def all_dates(letter: Letter) -> tuple[FoundDate, ...]:
    """Every full date of a letter; of a scan also those of which one digit cannot be right."""
    return _dates_of(letter.text, any(page.text_from is TextFrom.ocr for page in letter.pages))


@lru_cache(maxsize=4)
def _dates_of(text: str, scanned: bool) -> tuple[FoundDate, ...]:
    """Every finder asks for the same letter's dates."""
    found = find_dates(with_possible_date(text) if scanned else text)
    return tuple(
        replace(date, text=as_read, repaired=True)
        if date.text != (as_read := text[date.start : date.end])
        else date
        for date in found
    )


def _own_lines(letter: Letter) -> Iterator[tuple[Placed, FoundDate]]:
    """Dates that end their line, with little before them."""
    for date in all_dates(letter):
        placed = letter.line_at(date.start)
        rest = letter.text[date.end : max(date.end, placed.end)]
        if len(rest.strip(" .,")) == 0 and date.start - placed.start <= 45:
            yield placed, date


def _dates_of_others(letter: Letter) -> set[int]:
    """The offsets of lines that a label gives to the letter answered, or to the day of receipt."""
    kinds = labels_of_values(letter)
    return {start for start, kind in kinds.items() if kind in {"their_date", "received"}}


def _in_head(letter: Letter, placed: Placed) -> bool:
    return placed.page.number == 1 and (placed.zone in HEAD or placed is letter.lines[0])


def candidate(letter: Letter, date: FoundDate, score: float) -> Candidate[dt.date]:
    """A day that does not exist is a date that cannot be read."""
    passage = letter.passage(date.start, date.end)
    status = Status.found if date.value else Status.illegible
    return Candidate(date.value, passage, score - (0.05 if date.repaired else 0.0), status)
