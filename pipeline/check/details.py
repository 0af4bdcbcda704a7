"""Postcodes and bank accounts that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline import registers
from pipeline.check import Breach, Case, breach, rule
from pipeline.check.reading import doubt
from pipeline.dutch.identifiers import FoundIdentifier, find_ibans, find_postcodes
from pipeline.letter import Letter, Passage
from pipeline.page import TextFrom
from pipeline.record import Severity
from pipeline.registers import PostcodeArea

_REGISTER_ENDS: Final = 2020  # postcodes of a later year are not in the register
_FAR: Final = 99
_UNUSED: Final = re.compile(
    r"(?<![\w-])(?:[1-9]\d{3} ?S[ADS]|0\d{3} ?[A-Z]{2})(?=[ ,]+(?P<place>[A-Z'’][\w'’ -]+))"
)
_PLACE: Final = re.compile(r"[ ,]{1,3}(?P<place>['’]?[A-Z][\w'’ -]*)")
_SURE_DIGITS: Final = 0.85  # one misread digit is enough to fail a checksum


@rule(
    "postcode-invalid",
    Severity.warning,
    en="'{text}' should be a postcode, and no such postcode has been given out.",
    nl="'{text}' hoort een postcode te zijn, maar zo'n postcode is nooit uitgegeven.",
)
def postcode_invalid(case: Case) -> Iterator[Breach]:
    """The digits were given out and do not begin with 0; the letters are not SA, SD or SS.

    Those of after 2020 are not in the register: a new one lies near the others of its place.
    """
    letter = case.letter
    for match in _UNUSED.finditer(letter.text):
        if _first_place(match["place"]):
            passage = letter.passage(*match.span())
            yield breach(passage, text=passage.text)
    if case.record.date and case.record.date.value:
        known = case.record.date.value.year <= _REGISTER_ENDS
        for found, words, area in _postcodes(letter):
            place = _first_place(words) if area is None else None
            if place and (known or _is_far(found.value, place)):
                passage = letter.passage(found.start, found.end)
                yield breach(passage, text=passage.text)


def _first_place(words: str) -> str | None:
    """The longest place name that some words begin with."""
    parts = words.split()
    names = (" ".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((name for name in names if registers.place_named(name)), None)


def _is_far(postcode: str, place: str) -> bool:
    codes = [int(code) for code in registers.postcodes_of(place)]
    return bool(codes) and all(abs(code - int(postcode[:4])) > _FAR for code in codes)


@rule(
    "postcode-place-mismatch",
    Severity.warning,
    en="Postcode {postcode} belongs to {expected}, not to {place}.",
    nl="Postcode {postcode} hoort bij {expected}, niet bij {place}.",
)
def postcode_place(case: Case) -> Iterator[Breach]:
    """A postcode stands before the place that it is of, or one in the same municipality."""
    for found, place, area in _postcodes(case.letter):
        if area is None or not area.places or _lies_in(area, place):
            continue
        if registers.place_named(place) and not _same_municipality(area, place):
            passage = case.letter.passage(found.start, found.end)
            yield breach(passage, postcode=found.value, expected=area.places[0], place=place)


@rule(
    "iban-invalid",
    Severity.error,
    en="{text} should be a bank account; its check digits do not fit.",
    nl="{text} hoort een rekeningnummer te zijn; de controlecijfers kloppen niet.",
)
def iban_invalid(case: Case) -> Iterator[Breach]:
    """The checksum of a bank account holds. What a scan shows may be one digit misread."""
    for found in find_ibans(case.letter.text):
        if not found.valid:
            passage = case.letter.passage(found.start, found.end)
            severity = _as_read(case.letter, found, passage)
            yield breach(passage, severity=severity, text=" ".join(passage.text.split()))


def _as_read(letter: Letter, found: FoundIdentifier, passage: Passage) -> Severity | None:
    scanned = letter.line_at(found.start).page.text_from is TextFrom.ocr
    if found.repaired or (scanned and passage.legibility < _SURE_DIGITS):
        return Severity.warning
    return doubt(passage)


def _postcodes(letter: Letter) -> Iterator[tuple[FoundIdentifier, str, PostcodeArea | None]]:
    """Every postcode that a place stands behind, with that place and the postcode's area."""
    for found in find_postcodes(letter.text):
        match = _PLACE.match(letter.text, found.end)
        if match and not found.repaired:
            yield found, match["place"].strip(), registers.postcode_place(found.value)


def _lies_in(area: PostcodeArea, place: str) -> bool:
    """Whether the place, or the words that it begins with, is a spelling of one of the area's."""
    words = place.split()
    return any(area.lies_in(" ".join(words[:count])) for count in range(1, len(words) + 1))


def _same_municipality(area: PostcodeArea, place: str) -> bool:
    """Towns have grown over villages: 'Amsterdam' does for Weesp."""
    return bool(
        _municipalities(place) & {code for name in area.places for code in _municipalities(name)}
    )


def _municipalities(place: str) -> set[str]:
    """Every municipality that a place of this name has lain in, and those of the name itself."""
    stays = {stay.municipality for found in registers.place_named(place) for stay in found.stays}
    return stays | {found.code for found in registers.municipalities_named(place)}
