"""The date of the letter, request or e-mail that a letter answers, by what is said around it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from pipeline.dutch.dates import FoundDate, find_partial_dates
from pipeline.extract import Candidate, Reading, finds
from pipeline.extract.dates import HEAD, all_dates, candidate, holds_date, labelled_dates
from pipeline.extract.labelled import labelled
from pipeline.letter import Letter

_MESSAGE = (
    r"(?:[\w-]*(?:brief|schrijven|verzoek|aanvraag|bericht|mail|e-mail|fax|telex|memo|notitie|bezwaarschrift|vraag|vragen|"
    r"verzoekschrift|melding|offerte|uitnodiging|brieven|formulier|bezwaar|klacht|missive|voorstel|zienswijze|"
    r"ontwerp\w*|voorontwerp|stukken|reactie|aanmelding))"
)
_MOST_WORDS = 8
_YOURS = re.compile(
    rf"\b(?:(?:uw|jouw|je|het\s+door\s+u\s+\w+)\s+(?:(?!bij\s|bevestigd\s)\S+\s+){{0,4}}?{_MESSAGE}|"
    rf"{_MESSAGE}\s+van\s+uw\s+(?:college|raad|bestuur|ministerie|excellentie))\b"
    r"(?:\s+op|(?:(?!\b(?:wij|ik|we|bevestigd|verdaagd)\b)[^.;]){0,90}?"
    r"(?:\bvan|\bd\.?\s?d\.?|\bdd|gedateerd|\bmet\s+datum|\bgedagtekend))\s*,?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_BY_LETTER = re.compile(
    rf"\b(?:bij|in|met|per|via)\s+(?:een\s+|de\s+|het\s+|uw\s+)?(?:\S+\s+){{0,2}}?{_MESSAGE}\s+(?:\([^)]*\)\s+)?"
    r"(?:van|d\.?\s?d\.?|gedateerd|op)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_SEEN = re.compile(
    rf"\b(?:gezien|beschikkende\s+op|beslissende\s+op|naar\s+aanleiding\s+van|in\s+antwoord\s+op)\s+"
    rf"(?:de|het|een)\s+(?:\S+\s+){{0,3}}?{_MESSAGE}\s+(?:\S+\s+){{0,3}}?(?:van|d\.?\s?d\.?|gedateerd)\s*$",
    re.IGNORECASE,
)
_OTHERS_WROTE = re.compile(  # 'De AP heeft bij brief van ...'; not 'U heeft'
    r"(?<!\bu\s)(?<!\bje\s)\b(?:heeft|hebben|heb|had|hadden|is|zijn|werd|werden)\s+"
    r"(?!u\b|uw\b)(?:\S+\s+){0,3}$",
    re.IGNORECASE,
)
_WE_WROTE = re.compile(r"\W*(?:heb|hebben|had|hadden)\s+(?:ik|wij|we)\b", re.IGNORECASE)
_ON_DAY = re.compile(r"(?<!verzonden )(?:^|[.\n]\s*|\b)op\s*$", re.IGNORECASE)
_YOU_ASKED = re.compile(
    r"^\W*(?:\w+\W+){0,3}?(?:heeft|hebt|heb|verzocht|verzoekt|vraagt|vroeg|diende|stelde|hebben)\b\s+(?:u|uw|je|jij|jullie)\b|"
    r"^\W*(?:heeft|verzocht|vroeg)\s+(?:de|een|uw|het)\s+(?:vaste\s+|algemene\s+)?(?:\w*commissie|fractie|"
    r"[Kk]amer|lid|leden)\b[^.]{0,160}\b(?:verzocht|gevraagd|verzoek|om)\b|"
    r"^\W*(?:\([^)]*\)\W*)?(?:heeft|hebt|verzocht|verzoekt|vraagt|vroeg)\s+u\b|"
    r"^[^.]{0,80}\b(?:u\s+(?:ons|mij)?\s*(?:verzocht|gevraagd|verzoekt)|heeft\s+u|hebt\s+u|verzoekt\s+u|vraagt\s+u)",
    re.IGNORECASE | re.DOTALL,
)
_YOU_HAVE = re.compile(
    r"\b(?:u|je|jij|jullie)\s+(?:heeft|hebt|hebben|heb|vraagt|verzoekt|vroeg|verzocht|maakte|diende|stuurde|zond|schreef|stelde|deed|"
    r"mailde)\b[^.]{0,60}\b(?:op|van|d\.d\.)\s*$",
    re.IGNORECASE,
)
_YOU_GOT = re.compile(r"^[^.]{0,120}\b(?:gekregen|ontvangen|gehad)\b", re.IGNORECASE | re.DOTALL)
_ADDED = re.compile(r"^[^.]{0,60}\b(?:aangevuld|aanvulling|gewijzigd|ingetrokken|toegelicht)", re.I)
_WE_RECEIVED = re.compile(
    rf"\W*(?:hebben|heb)?\s*(?:ontvingen|ontving)?\s*(?:wij|ik|we)\s+(?:\S+\s+){{0,2}}?(?:uw|een|de)\s+"
    rf"(?:\S+\s+){{0,3}}?{_MESSAGE}",
    re.IGNORECASE,
)
_NAMES_YOU = re.compile(r"[^.]{0,60}\buw\b", re.IGNORECASE | re.DOTALL)
_RECEIVED_BY_US = re.compile(
    r"(?:\b(?:wij|ik|we)\s+(?:ontvingen|ontving)|\b(?:ontvingen\s+(?:wij|we)|ontving\s+ik))\s+op\s*$",
    re.IGNORECASE,
)
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
_RECEIVED_BEFORE = re.compile(
    rf"\b(?:uw|een|de)\s+(?:\S+\s+){{0,3}}?{_MESSAGE}\b[^.]{{0,80}}\bontvangen\s+op\s*$",
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
    for found in labelled(letter, {"their_date", "your_reference"}, _is_dated):
        if found.value is not None:
            for date in labelled_dates(letter, found.value):
                yield replace(date, score=0.96 * date.score)


def _is_dated(text: str) -> bool:
    """A date with a reference at most; not the sentence that stands beside a margin."""
    return holds_date(text) and len(text.split()) <= _MOST_WORDS


@finds("replies_to")
def your_letter_of(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """'Naar aanleiding van uw brief van 3 maart 2016', 'uw verzoek d.d. ...'."""
    yield from _said(reading, lambda before, after: 0.95 if _YOURS.search(before) else 0.0)


@finds("replies_to")
def in_subject(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """'Uw brief van 3 maart 2016 over de fietsbrug' as the subject, on one line of the head."""
    letter = reading.letter
    for date in all_dates(letter):
        placed = letter.line_at(date.start)
        head = placed.zone in HEAD and placed.page.number == 1
        if head and _YOURS.search(letter.text, placed.start, date.start):
            yield candidate(letter, date, score=0.85)


@finds("replies_to")
def by_letter_of(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """'Bij brief van 3 maart 2016 heeft u ...', 'in uw e-mail van ...'."""

    def score(before: str, after: str) -> float:
        by_letter = _BY_LETTER.search(before)
        if by_letter is None or _OTHERS_WROTE.search(before[: by_letter.start()]):
            return 0.0
        if _WE_WROTE.match(after):
            return 0.0
        return 0.93 if _YOU_ASKED.search(after) else 0.6

    yield from _said(reading, score)


@finds("replies_to")
def seen(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """'gezien de aanvraag van 3 maart 2016', as a decision says it."""
    yield from _said(reading, lambda before, after: 0.8 if _SEEN.search(before) else 0.0)


@finds("replies_to")
def on_day_you(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """'Op 3 maart 2016 heeft u verzocht ...', 'U heeft op 3 maart 2016 gevraagd ...'."""

    def score(before: str, after: str) -> float:
        if _ADDED.search(after) or _YOU_GOT.search(after):
            return 0.0
        asked = _ON_DAY.search(before) and _YOU_ASKED.search(after)
        return 0.85 if asked or _YOU_HAVE.search(before) else 0.0

    yield from _said(reading, score)


@finds("replies_to")
def received_on(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """'Op 3 maart 2016 ontvingen wij uw aanvraag', 'Uw aanvraag is op 3 maart 2016 ontvangen'.

    It is the day of receipt, for when no other is given.
    """

    def score(before: str, after: str) -> float:
        if _ON_DAY.search(before) and _WE_RECEIVED.match(after):
            return 0.86 if _NAMES_YOU.match(after) or _RECEIVED_AFTER.match(after) else 0.0
        if _RECEIVED_BY_US.search(before) and _YOUR_MESSAGE.match(after):
            return 0.86
        if _WE_HAVE.search(before) and _YOUR_MESSAGE.match(after) and _RECEIVED_AFTER.match(after):
            return 0.85
        received = _MESSAGE_RECEIVED.search(before) and _RECEIVED_AFTER.match(after)
        return 0.84 if received or _RECEIVED_BEFORE.search(before) else 0.0

    yield from _said(reading, score)


def dates_answered(reading: Reading) -> Iterator[Candidate[dt.date]]:
    """Every date that a sentence of the letter gives to what it answers."""
    for finder in (your_letter_of, by_letter_of, on_day_you):
        yield from finder(reading)


def _said(reading: Reading, score: Callable[[str, str], float]) -> Iterator[Candidate[dt.date]]:
    """Dates whose sentence says so, by what stands before and after; the earlier the likelier."""
    letter = reading.letter
    for rank, date in enumerate(_running_dates(letter, reading.date)):
        start, end = letter.sentence(date.start)
        before = letter.text[max(start, date.start - 220) : date.start]
        value = score(before, letter.text[date.end : min(end, date.end + 220)])
        if value and not _OURS.search(before):
            yield candidate(letter, date, max(0.3, value - 0.02 * rank))


def _running_dates(letter: Letter, own: dt.date | None) -> list[FoundDate]:
    """Dates below the head, where sentences are; those without a year are of before the letter."""
    full = list(all_dates(letter))
    past = _without_year(letter.text, own) if own is not None else []
    found = sorted([*full, *past], key=lambda date: date.start)
    return [date for date in found if letter.zone_at(date.start) not in HEAD]


def _without_year(text: str, own: dt.date) -> Iterator[FoundDate]:
    """'uw brief van 4 maart jl.': the last 4 March up to the letter's own date."""
    for part in find_partial_dates(text):
        if part.day is None or part.month is None or (part.qualifier or "").startswith("a"):
            continue
        days = (_day(year, part.month, part.day) for year in (own.year, own.year - 1))
        value = next((day for day in days if day is not None and day <= own), None)
        if value is not None:
            weekday = part.weekday
            yield FoundDate(part.start, part.end, part.text, value, weekday, True, "words")


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
