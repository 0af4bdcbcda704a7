"""Entities that rules find in clean text: what a letter names without its truth saying so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.labelled import Span
from models.ruler import bodies_by_kind
from pipeline import registers
from pipeline.dutch.amounts import find_amounts
from pipeline.dutch.dates import find_dates
from pipeline.dutch.identifiers import find_postcodes
from pipeline.dutch.names import find_persons

_SUM = re.compile(r"(?<![\w.,/-])\d{1,3}(?:\.?\d{3})*,(?:\d\d|--?|—)(?![\w%])")
_REFERENCE = re.compile(
    r"\b(?:kenmerk|referentie|(?:zaak|dossier|registratie|brief|besluit)?nummer|nr\.|litt\.)\s*:?\s*"
    r"(?P<code>(?:[A-Z]{1,4}[ ])?(?:[\w./\-–]*\d[\w./\-–]*\w|\d))",
    re.IGNORECASE,
)
_PLACE_AFTER = re.compile(
    r"\s{1,3}(?P<place>['’A-Z][\w'’ \-]{1,30}?)\s*(?=$|[\n\t,|·•;]|\s{2})", re.M
)


def found_in(text: str) -> Iterator[Span]:
    """Everything that rules find, the surest first."""
    yield from dates(text)
    yield from amounts(text)
    yield from references(text)
    yield from persons(text)
    yield from organisations(text)
    yield from places(text)


def dates(text: str) -> Iterator[Span]:
    for date in find_dates(text):
        yield Span(date.start, date.end, "DATE")


def amounts(text: str) -> Iterator[Span]:
    for amount in find_amounts(text):
        yield Span(amount.start, amount.end, "AMOUNT")
    for match in _SUM.finditer(text):
        yield Span(*match.span(), "AMOUNT")


def references(text: str) -> Iterator[Span]:
    for match in _REFERENCE.finditer(text):
        yield Span(*match.span("code"), "REFERENCE")


def persons(text: str) -> Iterator[Span]:
    """Names without 'de heer' and its like."""
    for person in find_persons(text):
        name = re.search(r"\s+".join(map(re.escape, person.name.split())), person.text)
        start = person.start + (name.start() if name else 0)
        yield Span(start, person.end, "PERSON")


def organisations(text: str) -> Iterator[Span]:
    for start, end, _ in registers.find_organisations(text):
        yield Span(start, end, "ORGANISATION")
    for start, end in bodies_by_kind(text):
        yield Span(start, end, "ORGANISATION")


def places(text: str) -> Iterator[Span]:
    """What follows a postcode; municipalities by their names."""
    for code in find_postcodes(text):
        match = _PLACE_AFTER.match(text, code.end)
        if match is not None and registers.place_named(match["place"]):
            yield Span(*match.span("place"), "PLACE")
    for hit in registers.find_municipalities(text):
        yield Span(hit.start, hit.end, "PLACE")
