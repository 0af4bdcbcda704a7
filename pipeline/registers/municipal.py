"""Municipalities since 1950, each asked at a date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.registers import tables
from pipeline.registers.names import Hit, NameIndex, distance_in_days, holds, key

SUFFIX = re.compile(r" \([^)]*\)$")
# Digits that OCR puts for letters; no municipality has a digit in its name.
DIGITS = str.maketrans("0158", "olsb")
SHORTEST_NEAR = 6
ADJECTIVES = {
    "brabants": "Noord-Brabant", "drents": "Drenthe", "flevolands": "Flevoland",
    "fries": "Fryslân", "frysk": "Fryslân", "gelders": "Gelderland", "gronings": "Groningen",
    "groninger": "Groningen", "limburgs": "Limburg", "noordbrabants": "Noord-Brabant",
    "noordhollands": "Noord-Holland", "overyssels": "Overijssel", "utrechts": "Utrecht",
    "zeeuws": "Zeeland", "zuidhollands": "Zuid-Holland",
}  # fmt: skip
FOUR_CITIES = ("GM0363", "GM0599", "GM0518", "GM0344")
OF_PROVINCE = re.compile(
    r"^(?:de |alle )*(?:(?P<adjective>[\w-]+) gemeenten"
    r"|gemeenten (?:in|van|binnen|uit) (?:de )?(?:provincie )?(?P<name>[\w -]+))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Municipality:
    """One municipality with the time that it existed under this name; dates are half-open."""

    code: str
    identifier: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    province: str
    province_history: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    successor_codes: tuple[str, ...]
    postal_address: str
    visiting_address: str

    @property
    def plain_name(self) -> str:
        """The name without the province in brackets: 'Bergen' of 'Bergen (NH)'."""
        return SUFFIX.sub("", self.name)

    def in_force(self, date: dt.date | None) -> bool:
        """Whether it exists on `date`; None asks for today's register."""
        return holds(self, date)

    def official_name(self, date: dt.date | None) -> str:
        """The register's name; its suffix is dropped when no other of that name exists then."""
        name = self.plain_name
        twins = [m for m in municipalities_named(name) if m is not self and m.plain_name == name]
        return self.name if any(twin.in_force(date) for twin in twins) else name

    def province_on(self, date: dt.date | None) -> str:
        """The province on `date`: Urk was in Overijssel until 1986; '' where it was in none."""
        for part in self.province_history.split(";") if date and self.province_history else ():
            name, _, period = part.partition(":")
            first, _, last = period.partition("..")
            if first <= str(date) and (not last or str(date) < last):
                return province_names().get(name, "")
        return self.province


@cache
def municipalities() -> tuple[Municipality, ...]:
    """All that existed on or after 1950-01-01, by code; a few are other bodies (see `kind`)."""
    return tuple(_municipality(row) for row in tables.rows("municipalities.csv"))


def _municipality(row: list[str]) -> Municipality:
    code, name, aliases, kind, province, history, first, last, successors, postal, visit = row
    return Municipality(
        code, code.lower(), name, tables.parts(aliases), kind, province, history,
        tables.day(first), tables.day(last), tables.parts(successors), postal, visit,
    )  # fmt: skip


@cache
def province_names() -> dict[str, str]:
    """Province names by the abbreviations of `province_history`."""
    return {row[3]: row[1] for row in tables.rows("provinces.csv")}


@cache
def by_code() -> dict[str, Municipality]:
    """Municipalities by code ('GM0034')."""
    return {item.code: item for item in municipalities()}


@cache
def index() -> NameIndex[Municipality]:
    """Names and aliases of all periods."""
    return NameIndex((name, item) for item in municipalities() for name in names_of(item))


def names_of(item: Municipality) -> tuple[str, ...]:
    return tuple(dict.fromkeys((item.name, item.plain_name, *item.aliases)))


def municipalities_named(text: str) -> tuple[Municipality, ...]:
    """All that ever carried the name or alias `text`, of any period."""
    return index().named(text)


def municipality_names() -> frozenset[str]:
    """Every official name and alias, as written."""
    return frozenset(name for item in municipalities() for name in names_of(item))


def municipality(
    text: str, date: dt.date | None, province: str | None = None
) -> Municipality | None:
    """The municipality that `text` names on `date` (None: in today's register), or None.

    Where several carry the name, the one in `province` goes first, then an official name over an
    alias, a name without suffix over one with ('Laren' is the one in Noord-Holland), one that still
    exists over one that was merged, the lower code. It never abstains between two in force.
    """
    return likeliest(text, [m for m in municipalities_named(text) if m.in_force(date)], province)


def likeliest(
    text: str, items: Iterable[Municipality], province: str | None = None
) -> Municipality | None:
    """The one of `items` that the name `text` means, in the order that `municipality` gives."""
    asked = key(text)

    def rank(item: Municipality) -> tuple[bool, bool, bool, bool, bool, str]:
        return (
            province is not None and item.province != province,
            item.kind != "gemeente",
            asked not in (key(item.name), key(item.plain_name)),
            asked != key(item.name),
            item.valid_to is not None,
            item.code,
        )

    return min(items, key=rank, default=None)


def former_municipality(text: str, date: dt.date | None) -> Municipality | None:
    """One of that name that does not exist on `date` (yet, or any more); None if one does.

    Of several the one nearest in time, official names before aliases.
    """
    items = municipalities_named(text)
    if not items or any(item.in_force(date) for item in items):
        return None
    official = [item for item in items if key(text) in (key(item.name), key(item.plain_name))]
    return min(official or items, key=lambda item: distance_in_days(item, date))


def successors(item: Municipality) -> tuple[Municipality, ...]:
    """Those that took over its territory; empty while it exists."""
    return tuple(by_code()[code] for code in item.successor_codes)


def nearest_municipality(text: str, date: dt.date | None) -> tuple[Municipality, float] | None:
    """The one in force on `date` whose name OCR may have turned into `text`, and how alike (0-1).

    One wrong letter in six to nine, two from ten on; None for a short name, for a tie, for a Dutch
    word ('worden' is no Woerden), and for a text that is itself the name of a place.
    """
    from rapidfuzz.distance import Levenshtein

    asked = key(text)
    mended = asked.translate(DIGITS)
    if len(asked) < SHORTEST_NEAR or asked in _near_words() or _is_place(text):
        return None
    far = near_enough(len(asked))
    near = [
        (distance, name)
        for name in _keys_in_force(date)
        if len(name) >= SHORTEST_NEAR
        and (distance := Levenshtein.distance(mended, name, score_cutoff=far)) <= far
    ]
    if not near:
        return None
    least = min(near)[0]
    best = {likeliest(name, _keys_in_force(date)[name]) for d, name in near if d == least}
    item = best.pop()
    if best or item is None:
        return None
    return item, Levenshtein.normalized_similarity(asked, key(item.plain_name))


def near_enough(length: int) -> int:
    """How many wrong letters a key of that length is forgiven."""
    return 1 if length < 10 else 2


def _is_place(text: str) -> bool:
    from pipeline.registers.geography import place_named

    return bool(municipalities_named(text) or place_named(text))


@cache
def _near_words() -> frozenset[str]:
    return frozenset(tables.value("near_words.json"))


@lru_cache(maxsize=64)
def _keys_in_force(date: dt.date | None) -> dict[str, list[Municipality]]:
    keys: dict[str, list[Municipality]] = {}
    for name, items in index().items.items():
        if here := [item for item in items if item.in_force(date)]:
            keys[name] = here
    return keys


def find_municipalities(text: str) -> Iterator[Hit[Municipality]]:
    """Every place in running text where a municipality's name stands: (start, end, all of it).

    Candidates only: of any period, and 'Best' at the head of a sentence too. Needs a capital; a
    name may be broken over a line ('Noordoost-' 'polder').
    """
    return index().scan(text)


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(tables.value("ordinary_words.json"))


def is_ordinary_word(name: str) -> bool:
    """Whether the name is a Dutch word or a common surname too: Best, Putten, Buren, Laren."""
    return name.lower() in _ordinary()


def municipalities_of_province(province: str, date: dt.date | None) -> tuple[Municipality, ...]:
    """All municipalities in the province (its official name) on `date`, by name."""
    found = [
        item
        for item in municipalities()
        if item.kind == "gemeente" and item.in_force(date) and item.province_on(date) == province
    ]
    return tuple(sorted(found, key=lambda item: item.name))


def group(text: str, date: dt.date | None) -> tuple[Municipality, ...] | None:
    """The municipalities that `text` names together, in force on `date`; None if it names none.

    Knows 'de Flevolandse gemeenten', 'alle gemeenten in (de provincie) Zeeland' and 'de G4'.
    'Utrechtse gemeenten' and 'Groningse gemeenten' are taken as those of the province.
    """
    text = " ".join(text.split())
    if re.fullmatch(r"(?:de )?G-?4(?:[- ]gemeenten)?", text, re.IGNORECASE):
        return tuple(by_code()[code] for code in FOUR_CITIES)
    match = OF_PROVINCE.match(text)
    if match is None:
        return None
    name = _province_of(match["adjective"]) if match["adjective"] else match["name"]
    found = municipalities_of_province(_official(name), date) if name else ()
    return found or None


def _province_of(adjective: str) -> str | None:
    asked = key(adjective)
    return ADJECTIVES.get(asked) or ADJECTIVES.get(asked.removesuffix("e"))


def _official(name: str) -> str:
    from pipeline.registers.geography import province

    known = province(name)
    return known.name if known else name
