"""The letter's own date, and the date of the letter that it answers: chosen by role, not order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from pipeline.dutch.dates import FoundDate, find_dates
from pipeline.extract import Candidate, Reading, finds
from pipeline.extract.labelled import labelled, labels_of_values
from pipeline.letter import Letter, Placed
from pipeline.page import COVERED, Zone
from pipeline.record import Status

_HEAD = {Zone.letterhead, Zone.address, Zone.reference, Zone.subject, Zone.margin, Zone.stamp}
_NOT_OWN = re.compile(
    r"(?:\b(?:uw|jouw|mijn|onze)\b[^.\n]{0,60}|ontvang\w*|ingekomen|geboren|tot|vóór|uiterlijk|"
    r"d\.\s?d\.?|gedateerd|per|sinds|vanaf|op|van)\s*:?\s*(?:van|op|d\.d\.)?\s*$",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^[A-Z'’][\w'’.\- ]{1,40},?\s*(?:de|den|d\.d\.)?\s*$")
_AFTER_PLACE = re.compile(r",\s*d\.?\s?d\.?\s*$", re.IGNORECASE)  # 'Almere, d.d. 28 januari'
_DAY_OF_SENDING = re.compile(r"verz", re.IGNORECASE)
_SENT = re.compile(r"verzonden|verzend|uitgegaan|verz\.?\s*$", re.IGNORECASE)
_RECEIVED = re.compile(r"ingekomen|ontvangen|ontv\.|ingek|binnengekomen|received", re.IGNORECASE)


# --- the letter's own date


@finds("date")
def date_label(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """The date with 'Datum', 'Dagtekening' or 'Verzonden': on its line, beside it or below."""
    letter = reading.letter
    for rank, found in enumerate(labelled(letter, {"date"}, _holds_date)):
        if found.value is None:
            continue
        score = max(0.6, 0.98 - 0.01 * rank - (0.02 if found.place == "below" else 0.0))
        if _DAY_OF_SENDING.match(found.label.text):
            score -= 0.06  # a letter's own date goes before
        if COVERED in letter.text[found.value.start : found.value.end]:
            yield Candidate(None, found.value, score, Status.redacted)
        for date in _dates(letter, found.value.start, found.value.end):
            yield _candidate(letter, date, score)
            break


@finds("date")
def dateline(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """'Almere, 28 januari 2016' on a line of its own, in the head or above the signature."""
    letter = reading.letter
    for placed, date in _own_lines(letter):
        before = _AFTER_PLACE.sub(",", letter.text[placed.start : date.start])
        stamped = _SENT.search(before) or _RECEIVED.search(before)
        if _DATELINE.match(before) and not _NOT_OWN.search(before) and not stamped:
            yield _candidate(letter, date, 0.95 if _in_head(letter, placed) else 0.8)


@finds("date")
def alone_in_head(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """A line in the head that holds a date and nothing else."""
    letter = reading.letter
    others = _dates_of_others(letter)
    for placed, date in _own_lines(letter):
        if placed.start in others or not _in_head(letter, placed):
            continue
        if not letter.text[placed.start : date.start].strip():
            yield _candidate(letter, date, 0.88)


@finds("date")
def sent_stamp(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """A stamp of the day of sending; one of receipt gives no date of the letter."""
    letter = reading.letter
    for date in _dates(letter, 0, len(letter.text)):
        around = letter.text[max(0, date.start - 30) : date.start]
        if _SENT.search(around) and not _RECEIVED.search(around):
            yield _candidate(letter, date, 0.7)


@finds("date")
def first_in_head(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """The first date above the running text that is not said to be another's."""
    letter = reading.letter
    others = _dates_of_others(letter)
    for date in _dates(letter, 0, len(letter.text)):
        placed = letter.line_at(date.start)
        before = letter.text[placed.start : date.start]
        if placed.start in others:
            continue
        if _in_head(letter, placed) and not (_NOT_OWN.search(before) or _RECEIVED.search(before)):
            yield _candidate(letter, date, 0.6)
            return


@finds("date")
def near_signature(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """A date on a line of its own after the last running text."""
    letter = reading.letter
    for placed, date in _own_lines(letter):
        if placed.zone in {Zone.closing, Zone.signature}:
            yield _candidate(letter, date, 0.65)


@finds("date")
def first_of_all(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """When nothing else is there: the first date of the letter that is not another's."""
    letter = reading.letter
    for date in _dates(letter, 0, len(letter.text)):
        if not _NOT_OWN.search(letter.text[max(0, date.start - 80) : date.start]):
            yield _candidate(letter, date, 0.3)
            return


def _holds_date(text: str) -> bool:
    return text.strip() == COVERED or any(True for _ in find_dates(text))


def _dates(letter: Letter, start: int, end: int) -> Iterator[FoundDate]:
    """Dates of a stretch of the text, with offsets in the whole text."""
    for found in _all_dates(letter):
        if start <= found.start and found.end <= end:
            yield found


def _all_dates(letter: Letter) -> tuple[FoundDate, ...]:
    return _dates_in(letter.text)


@lru_cache(maxsize=4)
def _dates_in(text: str) -> tuple[FoundDate, ...]:
    """Every finder asks for the same letter's dates."""
    return tuple(find_dates(text))


def _own_lines(letter: Letter) -> Iterator[tuple[Placed, FoundDate]]:
    """Dates that end their line, with little before them."""
    for date in _all_dates(letter):
        placed = letter.line_at(date.start)
        rest = letter.text[date.end : max(date.end, placed.end)]
        if len(rest.strip(" .,")) == 0 and date.start - placed.start <= 45:
            yield placed, date


def _dates_of_others(letter: Letter) -> set[int]:
    """The offsets of lines that a label gives to the letter answered, or to the day of receipt."""
    kinds = labels_of_values(letter)
    return {start for start, kind in kinds.items() if kind in {"their_date", "received"}}


def _in_head(letter: Letter, placed: Placed) -> bool:
    return placed.page.number == 1 and (placed.zone in _HEAD or placed is letter.lines[0])


def _candidate(letter: Letter, date: FoundDate, score: float) -> Candidate[dt.date]:
    """A day that does not exist is a date that cannot be read."""
    passage = letter.passage(date.start, date.end)
    status = Status.found if date.value else Status.illegible
    return Candidate(date.value, passage, score - (0.05 if date.repaired else 0.0), status)


# --- the letter that is answered

_MESSAGE = (
    r"(?:[\w-]*(?:brief|schrijven|verzoek|aanvraag|bericht|mail|e-mail|bezwaarschrift|vraag|vragen|"
    r"verzoekschrift|melding|offerte|uitnodiging|brieven|formulier|bezwaar|klacht|voorstel|zienswijze|"
    r"ontwerp\w*|voorontwerp|stukken|reactie|aanmelding))"
)
_YOURS = re.compile(
    rf"\b(?:uw|jouw|het\s+door\s+u\s+\w+)\s+(?:\S+\s+){{0,4}}?{_MESSAGE}\b"
    r"(?:\s+op|(?:(?!\b(?:wij|ik|we)\b)[^.;]){0,90}?"
    r"(?:\bvan|\bd\.?\s?d\.?|\bdd|gedateerd|\bmet\s+datum|\bgedagtekend))\s*,?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_BY_LETTER = re.compile(
    rf"\b(?:bij|in|met|per|via)\s+(?:een\s+|de\s+|het\s+|uw\s+)?(?:\S+\s+){{0,2}}?{_MESSAGE}\s+(?:\([^)]*\)\s+)?"
    r"(?:van|d\.?\s?d\.?|gedateerd|op)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_ON_DAY = re.compile(r"(?:^|[.\n]\s*|\b)op\s*$", re.IGNORECASE)
_YOU_ASKED = re.compile(
    r"^\W*(?:\w+\W+){0,3}?(?:heeft|hebt|verzocht|verzoekt|vraagt|vroeg|diende|stelde|hebben)\b\s+(?:u|uw|je)\b|"
    r"^\W*(?:\([^)]*\)\W*)?(?:heeft|hebt|verzocht|verzoekt|vraagt|vroeg)\s+u\b|"
    r"^[^.]{0,80}\b(?:u\s+(?:ons|mij)?\s*(?:verzocht|gevraagd|verzoekt)|heeft\s+u|hebt\s+u|verzoekt\s+u|vraagt\s+u)",
    re.IGNORECASE | re.DOTALL,
)
_YOU_HAVE = re.compile(
    r"\bu\s+(?:heeft|hebt|vraagt|verzoekt|vroeg|verzocht|maakte|diende|stuurde|zond|schreef|stelde|deed|"
    r"mailde)\b[^.]{0,60}\b(?:op|van|d\.d\.)\s*$",
    re.IGNORECASE,
)
_ADDED = re.compile(r"^[^.]{0,60}\b(?:aangevuld|aanvulling|gewijzigd|ingetrokken|toegelicht)", re.I)
_WE_RECEIVED = re.compile(
    rf"\W*(?:hebben|heb)?\s*(?:ontvingen|ontving)?\s*(?:wij|ik|we)\s+(?:\S+\s+){{0,2}}?(?:uw|een|de)\s+"
    rf"(?:\S+\s+){{0,3}}?{_MESSAGE}",
    re.IGNORECASE,
)
_NAMES_YOU = re.compile(r"[^.]{0,60}\buw\b", re.IGNORECASE | re.DOTALL)
_RECEIVED_AFTER = re.compile(r"[^.]{0,200}\bontv(?:angen|ingen)\b", re.IGNORECASE | re.DOTALL)
_WE_HAVE = re.compile(
    r"\b(?:hebben\s+(?:wij|we)|heb\s+ik|(?:wij|we)\s+hebben|ik\s+heb)\s+op\s*$", re.IGNORECASE
)
_YOUR_MESSAGE = re.compile(rf"\W*uw\s+(?:\S+\s+){{0,3}}?{_MESSAGE}", re.IGNORECASE)
_MESSAGE_RECEIVED = re.compile(
    rf"\b(?:uw|een|de|het)\s+(?:\S+\s+){{0,3}}?{_MESSAGE}\b[^.]{{0,120}}\b"
    r"(?:is|zijn|hebben\s+(?:wij|we)|heb\s+ik|ontvingen\s+(?:wij|we)|ontving\s+ik)\s+(?:\S+\s+){0,2}?op\s*$",
    re.IGNORECASE | re.DOTALL,
)
_OURS = re.compile(
    r"\b(?:mijn|onze|ons|ministeri\w+)\s+(?:\S+\s+){0,2}?\w*(?:brief|besluit|bericht|mail)\b[^.]{0,40}$",
    re.I,
)


@finds("replies_to")
def their_label(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """The date with 'Uw brief van' in the head."""
    letter = reading.letter
    for found in labelled(letter, {"their_date", "your_reference"}, _holds_date):
        if found.value is not None:
            for date in _dates(letter, found.value.start, found.value.end):
                yield _candidate(letter, date, 0.96)


@finds("replies_to")
def your_letter_of(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """'Naar aanleiding van uw brief van 3 maart 2016', 'uw verzoek d.d. ...'."""
    yield from _said(reading.letter, lambda before, after: 0.95 if _YOURS.search(before) else 0.0)


@finds("replies_to")
def by_letter_of(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """'Bij brief van 3 maart 2016 heeft u ...', 'in uw e-mail van ...'."""

    def score(before: str, after: str) -> float:
        if not _BY_LETTER.search(before):
            return 0.0
        return 0.93 if _YOU_ASKED.search(after) else 0.6

    yield from _said(reading.letter, score)


@finds("replies_to")
def on_day_you(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """'Op 3 maart 2016 heeft u verzocht ...', 'U heeft op 3 maart 2016 gevraagd ...'."""

    def score(before: str, after: str) -> float:
        if _ADDED.search(after):
            return 0.0
        asked = _ON_DAY.search(before) and _YOU_ASKED.search(after)
        return 0.85 if asked or _YOU_HAVE.search(before) else 0.0

    yield from _said(reading.letter, score)


@finds("replies_to")
def received_on(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """'Op 3 maart 2016 ontvingen wij uw aanvraag', 'Uw aanvraag is op 3 maart 2016 ontvangen'.

    It is the day of receipt, for when no other is given.
    """

    def score(before: str, after: str) -> float:
        if _ON_DAY.search(before) and _WE_RECEIVED.match(after):
            return 0.86 if _NAMES_YOU.match(after) or _RECEIVED_AFTER.match(after) else 0.0
        if _WE_HAVE.search(before) and _YOUR_MESSAGE.match(after) and _RECEIVED_AFTER.match(after):
            return 0.85
        received = _MESSAGE_RECEIVED.search(before) and _RECEIVED_AFTER.match(after)
        return 0.84 if received else 0.0

    yield from _said(reading.letter, score)


def _said(letter: Letter, score: Callable[[str, str], float]) -> Iterator[Candidate[dt.date]]:
    """Dates whose sentence says so, by what stands before and after; the earlier the likelier."""
    for rank, date in enumerate(_running_dates(letter)):
        start, end = letter.sentence(date.start)
        before = letter.text[max(start, date.start - 220) : date.start]
        value = score(before, letter.text[date.end : min(end, date.end + 220)])
        if value and not _OURS.search(before):
            yield _candidate(letter, date, max(0.3, value - 0.02 * rank))


def _running_dates(letter: Letter) -> list[FoundDate]:
    """Dates below the head, where sentences are."""
    return [date for date in _all_dates(letter) if letter.zone_at(date.start) not in _HEAD]
