"""Government bodies other than municipalities, under the name that they had at a date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pipeline.registers import tables
from pipeline.registers.names import NameIndex, distance_in_days, holds, key

# Of these the register knows when they began; of the others often only when they were registered.
DATED_KINDS = frozenset({"ministry", "province", "water_board"})
ADDRESS = re.compile(
    r"^(?P<line>.*?),? *(?P<postcode>\d{4} ?[A-Z]{2}) (?P<place>[^,]+)$", re.IGNORECASE
)
SHORTEST_NEAR = 12
WATER_BOARD = re.compile(
    r"^(?:waterschap|hoogheemraadschap|heemraadschap|wetterskip)\s+(?:van\s+)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body under one name. A ministry that changed its name is several, under one identifier.

    `key` is the register's own; `identifier` the TOOI code, None where there is none. `name_to`:
    until when letters may carry the name, some weeks after a cabinet changed it; None: `valid_to`.
    """

    key: str
    identifier: str | None
    kind: str
    name: str
    aliases: tuple[str, ...]
    abbreviations: tuple[str, ...]
    valid_from: dt.date | None
    valid_to: dt.date | None
    name_to: dt.date | None
    postal_addresses: tuple[str, ...]
    visiting_addresses: tuple[str, ...]

    @property
    def postal_address(self) -> str | None:
        """The line before postcode and place: 'Postbus 20301'."""
        return _part(self.postal_addresses, "line")

    @property
    def postcode(self) -> str | None:
        return _part(self.postal_addresses, "postcode")

    @property
    def place(self) -> str | None:
        return _part(self.postal_addresses, "place")

    def in_force(self, date: dt.date | None) -> bool:
        """Whether it carries this name on `date`; None asks for today."""
        return holds(self, date)

    def carried(self, date: dt.date | None) -> bool:
        """Whether a letter of `date` may carry this name without a remark.

        Wider than `in_force`: the weeks after a change of cabinet, and the years before a
        registration that is no foundation.
        """
        if date is None or self.in_force(date):
            return self.in_force(date)
        if self.valid_from is not None and date < self.valid_from:
            return self.kind not in DATED_KINDS
        return self.name_to is not None and date < self.name_to

    def official_name(self, date: dt.date | None) -> str:
        """What the body with this identifier is called on `date`; its own name where unknown."""
        if self.identifier is None:
            return self.name
        names = (b.name for b in bodies() if b.identifier == self.identifier and b.in_force(date))
        return next(names, self.name)


def _part(addresses: tuple[str, ...], name: str) -> str | None:
    match = ADDRESS.match(addresses[0]) if addresses else None
    return match[name] if match else None


@cache
def bodies() -> tuple[Body, ...]:
    """Ministries first, then the others, in the order of the tables."""
    names = ("ministries.csv", "bodies.csv")
    return tuple(_body(row) for name in names for row in tables.rows(name))


def _body(row: list[str]) -> Body:
    own, identifier, kind, name, aliases, short, first, last, name_to, postal, visit = row
    return Body(
        own, identifier or None, kind, name, tables.parts(aliases), tables.parts(short),
        tables.day(first), tables.day(last), tables.day(name_to),
        tables.parts(postal), tables.parts(visit),
    )  # fmt: skip


@cache
def ministries() -> dict[str, Body]:
    """Ministries by the register's own key ('venj')."""
    return {item.key: item for item in bodies() if item.kind == "ministry"}


@cache
def _abbreviated() -> NameIndex[Body]:
    return NameIndex((short, item) for item in bodies() for short in item.abbreviations)


@cache
def full_name_index() -> NameIndex[Body]:
    """Names that say by themselves what they are: no abbreviations, no bare 'Delfland'.

    Of a ministry also 'ministerie van VenJ'.
    """
    return NameIndex((n, b) for b in bodies() for n in full_names(b))


def full_names(item: Body) -> tuple[str, ...]:
    if item.kind == "ministry":
        shorts = (*item.aliases, *item.abbreviations)
        return (item.name, *(f"Ministerie van {short}" for short in shorts))
    if item.kind == "water_board":
        bare = key(WATER_BOARD.sub("", item.name))
        return (item.name, *(alias for alias in item.aliases if key(alias) != bare))
    return (item.name, *item.aliases)


@cache
def water_boards() -> NameIndex[Body]:
    """Water boards by the name after 'waterschap (van)': letters mix up the kinds."""
    items = [item for item in bodies() if item.kind == "water_board"]
    named = ((WATER_BOARD.sub("", name), b) for b in items for name in (b.name, *b.aliases))
    return NameIndex(named)


def bodies_named(text: str) -> tuple[Body, ...]:
    """All that ever carried the name, alias or abbreviation `text`."""
    found = dict.fromkeys((*full_name_index().named(text), *_abbreviated().named(text)))
    return tuple(found) or _water_boards_named(text)


def _water_boards_named(text: str) -> tuple[Body, ...]:
    bare, count = WATER_BOARD.subn("", text.strip())
    return water_boards().named(bare) if count else ()


def carrier(items: Iterable[Body], date: dt.date | None) -> Body | None:
    """The one of `items` that carries its name on `date`; None for none, or for two."""
    items = tuple(items)
    for test in (Body.in_force, Body.carried):
        here = [item for item in items if test(item, date)]
        if here:
            return _only(here)
    return None


def _only(items: list[Body]) -> Body | None:
    return items[0] if len({item.identifier or item.key for item in items}) == 1 else None


@cache
def _by_domain() -> dict[str, tuple[Body, ...]]:
    """Bodies by their names and abbreviations as a domain spells them: 'raadvanstate', 'igj'."""
    found: dict[str, dict[Body, None]] = {}
    for item in bodies():
        for name in (*full_names(item), *(s for s in item.abbreviations if len(s) > 2)):
            found.setdefault(key(name), {})[item] = None
    return {spelled: tuple(items) for spelled, items in found.items()}


def body_of_domain(label: str, date: dt.date | None) -> Body | None:
    """The body that the name of a domain spells: 'igj', 'raadvanstate', 'nationaal-archief'."""
    return carrier(_by_domain().get(key(label.replace("-", "")), ()), date)


def body(text: str, date: dt.date | None) -> Body | None:
    """The body that `text` names on `date` (None: today); None for no such body, or for two.

    One or two wrong letters are forgiven in a long name. Not for roles: see `organisation`.
    """
    return carrier(bodies_named(text) or bodies_near(text), date)


def former_body(text: str, date: dt.date | None) -> Body | None:
    """A body that did not carry the name `text` on `date`, the nearest in time; None if one did."""
    items = bodies_named(text) or bodies_near(text)
    if not items or any(item.carried(date) for item in items):
        return None
    return min(items, key=lambda item: distance_in_days(item, date))


def bodies_near(text: str) -> tuple[Body, ...]:
    """Those with a long name at one or two letters from `text`, when they share one name."""
    from rapidfuzz.distance import Levenshtein

    asked = key(text)
    if len(asked) < SHORTEST_NEAR:
        return ()
    far = 1 if len(asked) < 18 else 2
    names = full_name_index().items
    near = [
        (distance, name)
        for name in names
        if len(name) >= SHORTEST_NEAR
        and (distance := Levenshtein.distance(asked, name, score_cutoff=far)) <= far
    ]
    least = min(near, default=(0, ""))[0]
    best = [name for distance, name in near if distance == least]
    return names[best[0]] if len({names[name] for name in best}) == 1 else ()
