"""To whom the letter is written: the address window, and the salutation where it names someone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from pipeline import registers
from pipeline.dutch.misread import mended
from pipeline.dutch.names import find_persons
from pipeline.extract import Candidate, Reading, finds
from pipeline.extract.addresses import Address, addresses
from pipeline.extract.ministers import as_registered
from pipeline.extract.organisations import official, unregistered
from pipeline.extract.window import OFFICE, TE, Part, name_alone, place_line, unspaced, window
from pipeline.letter import Letter
from pipeline.page import COVERED, Zone
from pipeline.record import Status

_NAMED = re.compile(
    r"(?:(?:waterschap|stichting|vereniging|polder|\w+schap)\s+(?:van\s+|de\s+|het\s+)*)?[A-Z'’]"
)
_FOR_BODY = re.compile(
    r"(?P<head>(?:\S+\s+){0,4}?(?:\w*bestuur|directie|bestuurder|voorzitter|bevoegd\s+gezag|\w*directeur|\w*inspecteur|secretaris|secretariaat|leden|"
    r"fractie|raad\s+van\s+\w+))\s+van\s+(?:de\s+|het\s+)?"
    rf"(?P<tail>(?-i:{_NAMED.pattern}).*)",
    re.IGNORECASE,
)
_OPENS_OFFICE = re.compile(
    rf"(?:(?:de|het|aan)\s+)?(?:(?!aan\b)[\w.&'-]+\s+){{0,3}}?{OFFICE.pattern}", re.IGNORECASE
)
_ACTS = re.compile(
    rf"b\s?(?:&|en)\s?w\b|(?:gedeputeerde|provinciale)\s|{OFFICE.pattern}", re.IGNORECASE
)
_FAMILY = re.compile(r"(?:de\s+)?(?:familie\b|fam\.)", re.IGNORECASE)
_MINISTER = re.compile(r"\b(?:minister|staatssecretaris)\b", re.IGNORECASE)


@finds("recipient.organisation")
def named_in_window(reading: Reading) -> Iterator[Candidate[str]]:
    """The registered body of the address window: by its name, or by the office that acts for it."""
    for part in window(reading.letter):
        name = _body_of(part, reading.date) if part.kind in {"office", "name"} else None
        if name is not None:
            yield Candidate(name, part.passage, score=0.96)


def _body_of(part: Part, date: dt.date | None) -> str | None:
    """The body of a line; after an office its place is enough: 'de griffier van Woudenberg'."""
    name = official(part.text, date)
    place = re.search(r".*\bvan\s+(?P<name>[A-Z'’][^,]*)$", part.text)
    if name is not None or place is None or part.kind != "office":
        return name
    return official(f"gemeente {place['name']}", date)


@finds("recipient.organisation")
def at_address(reading: Reading) -> Iterator[Candidate[str]]:
    """The body whose address the window gives."""
    letter = reading.letter
    lines = [p for p in letter.lines if p.zone is Zone.address]
    for address in addresses(letter, lines):
        house = address.house.text if address.house else ""
        found = registers.organisation_by_address(f"{house}, {address.postcode}", reading.date)
        if found is not None:
            yield Candidate(found.name, address.postcode_at, score=0.6)


@finds("recipient.organisation")
def first_name_in_window(reading: Reading) -> Iterator[Candidate[str]]:
    """A body that no register has: the line that names its kind, else the first line."""
    parts = window(reading.letter)
    names = [part for part in parts if part.kind == "name"]
    for part in parts:
        acted = _FOR_BODY.fullmatch(part.text) if part.kind in {"name", "office"} else None
        if acted is not None:
            yield Candidate(acted["tail"], part.passage, score=0.7)
        name = unregistered(part.text) if part.kind in {"name", "office"} else None
        if name is not None and (part.kind == "name" or name != part.text):
            yield Candidate(name, part.passage, score=0.8)
    named = names and COVERED not in names[0].text and names[0].text[:1].isupper()
    if named and not (name_alone(parts) or _FAMILY.match(names[0].text)):
        yield Candidate(names[0].text, names[0].passage, score=0.5)


@finds("recipient.person")
def person_in_window(reading: Reading) -> Iterator[Candidate[str]]:
    """The person of the address window; a minister by his name in the register."""
    parts = window(reading.letter)
    minister = any(part.kind == "office" and _MINISTER.search(part.text) for part in parts)
    for part in parts:
        if COVERED in part.text and part.kind == "person":
            yield Candidate(None, part.passage, 0.8, Status.redacted)
        elif part.kind == "person":
            names = [person.name for person in find_persons(part.text)]
            name = "; ".join(names) or part.text
            if minister and part.passage.legibility < 1:
                name = as_registered(name, reading.date)
            yield Candidate(name, part.passage, score=0.95)


@finds("recipient.person")
def person_in_salutation(reading: Reading) -> Iterator[Candidate[str]]:
    """The person of 'Geachte heer Van der Steur', where the window names none."""
    letter = reading.letter
    for placed in letter.lines:
        if placed.zone is Zone.salutation:
            text = letter.text[placed.start : placed.end]
            for person in find_persons(text):
                passage = letter.passage(placed.start + person.start, placed.start + person.end)
                yield Candidate(person.name, passage, score=0.55)
            if COVERED in text:
                yield Candidate(
                    None, letter.passage(placed.start, placed.end), 0.5, Status.redacted
                )


@finds("recipient.role")
def office_in_window(reading: Reading) -> Iterator[Candidate[str]]:
    """The office of the window, without the body that it belongs to; a minister's stays whole."""
    parts = window(reading.letter)
    for part in parts:
        if part.kind != "office":
            continue
        role = _without_body(part, reading.date)
        if role and official(role, reading.date) != role:
            sure = 0.92 if _OPENS_OFFICE.match(role) else 0.6
            yield Candidate(mended(role), part.passage, sure)


def _without_body(part: Part, date: dt.date | None) -> str:
    """'het college van burgemeester en wethouders' of '... van de gemeente Ommen'."""
    if _MINISTER.search(part.text):
        return part.text
    several = re.search(
        r"\s+van\s+(?:de\s+(?:gemeenten?\s|(?:gemeente|provincie)$)|alle\s+gemeenten)", part.text
    )
    if several is not None:
        return part.text[: several.start()]
    named, comma, unit = part.text.partition(", ")
    if comma and OFFICE.search(unit) and not OFFICE.search(named) and official(named, date):
        return unit
    whole = official(part.text, date) or unregistered(part.text)
    acted = _FOR_BODY.fullmatch(part.text)
    if acted is not None and official(part.text, date) is None:
        return acted["head"]
    for cut in re.finditer(
        r"\s+(?:van|der|te|in)\s+(?:de\s+|het\s+)?(?=[A-Z'’]|(?:provincie|gemeente|waterschap|"
        r"hoogheemraadschap)\s)",
        part.text,
    ):
        tail = part.text[cut.end() :]
        ends = whole is not None and whole.lower().endswith(tail.lower())
        body = official(tail, date) or unregistered(tail)
        body = body or official(f"gemeente {tail}", date) or official(f"provincie {tail}", date)
        if ends or (body is not None and not _ACTS.match(tail)):
            return part.text[: cut.start()]
    return part.text


@finds("recipient.address")
def window_address(reading: Reading) -> Iterator[Candidate[str]]:
    """The street and number or P.O. box of the window."""
    for address in _in_window(reading.letter):
        if address.house is not None:
            yield Candidate(address.house.text, address.house, score=0.96)


@finds("recipient.address")
def address_without_postcode(reading: Reading) -> Iterator[Candidate[str]]:
    """The street or P.O. box of a window that has no postcode, as before 1978."""
    for part in window(reading.letter):
        if part.kind == "address":
            yield Candidate(part.text, part.passage, score=0.6)


@finds("recipient.postcode")
def window_postcode(reading: Reading) -> Iterator[Candidate[str]]:
    """The postcode of the window, as '2500 EH'."""
    for address in _in_window(reading.letter):
        yield Candidate(address.postcode, address.postcode_at, score=0.97)


@finds("recipient.place")
def window_place(reading: Reading) -> Iterator[Candidate[str]]:
    """The place after the postcode of the window, as it is printed."""
    for address in _in_window(reading.letter):
        if address.place is not None:
            yield Candidate(address.place.text, address.place, score=0.97)


@finds("recipient.place")
def place_without_postcode(reading: Reading) -> Iterator[Candidate[str]]:
    """The place that ends a window without a postcode: 'Aan Gedeputeerde Staten te ZWOLLE'."""
    placed = place_line(reading.letter)
    if placed is not None:
        passage = reading.letter.passage(placed.start, placed.end)
        place = TE.sub("", passage.text)
        yield Candidate(unspaced(place), passage, score=0.8)


def _in_window(letter: Letter) -> Iterator[Address]:
    lines = [p for p in letter.lines if p.zone is Zone.address and p.page.number == 1]
    return addresses(letter, lines)
