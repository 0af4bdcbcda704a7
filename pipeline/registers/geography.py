"""Provinces, places (BAG woonplaatsen) and four-digit postcodes."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from pipeline.registers import tables
from pipeline.registers.municipal import Municipality, by_code
from pipeline.registers.names import NameIndex, key

LEAD = re.compile(r"^\s*(?:de\s+)?(?:provincie|provinsje)\s+", re.IGNORECASE)
# PostNL's marks at names that occur twice: 'Nes Gem Ameland', 'Noordwijk ZH'.
MARK = re.compile(
    r" (?:\(?(?:GLD|OV|UT|NH|ZH|NB|LB|L|FR|DR|GN|GR|F)\.?\)?|Gem\.? .*)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Province:
    """A province under its official name of today."""

    code: str
    identifier: str
    name: str
    aliases: tuple[str, ...]
    abbreviation: str
    capital: str
    valid_from: dt.date | None


@dataclass(frozen=True, slots=True)
class Stay:
    """A time that a place lay in a municipality; half-open."""

    municipality: str
    valid_from: dt.date | None
    valid_to: dt.date | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place with the municipalities that it lay in since about 2010."""

    code: str
    name: str
    aliases: tuple[str, ...]
    stays: tuple[Stay, ...]


@dataclass(frozen=True, slots=True)
class PostcodeArea:
    """A four-digit postcode: its places, the official one first; street, pobox, both or unknown."""

    pc4: str
    places: tuple[str, ...]
    kind: str

    def lies_in(self, place: str) -> bool:
        """Whether `place` is a spelling of one of its places; PostNL's marks do not matter."""
        asked = key(MARK.sub("", place.strip()))
        return any(asked == key(MARK.sub("", name)) for name in self.places)


@cache
def provinces() -> tuple[Province, ...]:
    """The twelve, by code."""
    return tuple(
        Province(code, code.lower(), name, tables.parts(aliases), short, capital, tables.day(first))
        for code, name, aliases, short, capital, first in tables.rows("provinces.csv")
    )


@cache
def _provinces_by_key() -> dict[str, Province]:
    return {key(name): item for item in provinces() for name in (item.name, *item.aliases)}


def province(text: str) -> Province | None:
    """The province that `text` names, with the word before it or without."""
    return _provinces_by_key().get(key(LEAD.sub("", text)))


@cache
def places() -> tuple[Place, ...]:
    """Every place of the BAG, by code."""
    rows = sorted(tables.rows("places.csv"))
    return tuple(_place(code, list(group)) for code, group in groupby(rows, key=lambda r: r[0]))


def _place(code: str, rows: list[list[str]]) -> Place:
    stays = tuple(Stay(row[3], tables.day(row[4]), tables.day(row[5])) for row in rows)
    return Place(code, rows[0][1], tables.parts(rows[0][2]), stays)


@cache
def place_index() -> NameIndex[Place]:
    """Places by name and PostNL's spellings."""
    return NameIndex((name, item) for item in places() for name in (item.name, *item.aliases))


def place_named(text: str) -> tuple[Place, ...]:
    """All places of that name; three are called Nes."""
    return place_index().named(text)


def municipality_of_place(place: Place, date: dt.date | None) -> Municipality | None:
    """The municipality that `place` lay in on `date` (None: today).

    The BAG began about 2010: before that its first municipality is given if that existed then.
    """
    for stay in place.stays:
        begun = stay.valid_from is None or date is None or stay.valid_from <= date
        if begun and (stay.valid_to is None or (date is not None and date < stay.valid_to)):
            item = by_code()[stay.municipality]
            return item if item.in_force(date) else None
    return None


@cache
def _postcodes() -> dict[str, list[str]]:
    return {row[0]: row for row in tables.rows("postcodes.csv")}


def postcode_place(pc4: str) -> PostcodeArea | None:
    """What the four digits at the head of `pc4` stand for; None for a number never given out.

    The table ends in 2020: a postcode that opened later is not in it.
    """
    row = _postcodes().get(pc4.strip()[:4])
    if row is None:
        return None
    names = ((row[2],) if row[2] else ()) + tables.parts(row[3])
    return PostcodeArea(row[0], names, row[1])


def postcodes_of(place: str) -> tuple[str, ...]:
    """The four-digit postcodes of the places of that name, lowest first; empty for no place."""
    return _codes_by_place().get(key(MARK.sub("", place.strip())), ())


@cache
def _codes_by_place() -> dict[str, tuple[str, ...]]:
    codes: dict[str, list[str]] = {}
    for pc4, _, official, others in sorted(_postcodes().values()):
        for name in ((official,) if official else ()) + tables.parts(others):
            codes.setdefault(key(MARK.sub("", name)), []).append(pc4)
    return {name: tuple(found) for name, found in codes.items()}
