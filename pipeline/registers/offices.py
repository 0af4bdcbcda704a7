"""Ministers, ministers without portfolio and state secretaries, asked at a date."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from pipeline.registers import tables
from pipeline.registers.names import Hit, NameIndex, holds, words
from pipeline.registers.public_bodies import Body, carrier, ministries

# Before 2000 the table has those who stayed on only; after May 2025 acting stints are missing.
KNOWN_FROM = dt.date(2000, 1, 1)
KNOWN_TO = dt.date(2025, 6, 1)
ROLE = re.compile(
    r"\b(?:ministerie|minister|staatssecretaris|min\.)(?:s|\(s\))?\s+(?:van\s+|voor\s+)?(?:de\s+)?",
    re.IGNORECASE,
)
PRIME = re.compile(r"\bminister[\s-]+president\b", re.IGNORECASE)
INITIAL = re.compile(r"(?<![^\W\d_])([A-Z])\.")


@dataclass(frozen=True, slots=True)
class Minister:
    """One person in one office; `start` and `end` are half-open, within a few days."""

    name: str
    initials: str
    prefix: str
    surname: str
    function: str
    portfolio: str
    ministry: str
    ministry_id: str | None
    start: dt.date
    end: dt.date | None

    @property
    def valid_from(self) -> dt.date:
        return self.start

    @property
    def valid_to(self) -> dt.date | None:
        return self.end

    @property
    def whole_surname(self) -> str:
        """'van der Steur'."""
        return f"{self.prefix} {self.surname}".strip()


@cache
def all_ministers() -> tuple[Minister, ...]:
    """Everyone in the table, by start."""
    return tuple(_minister(row) for row in tables.rows("ministers.csv"))


def _minister(row: list[str]) -> Minister:
    ministry, function, portfolio, initials, prefix, surname, first_name, start, end = row
    name = " ".join(filter(None, (first_name or initials, prefix, surname)))
    return Minister(
        name, initials, prefix, surname, function, portfolio, ministry,
        ministries()[ministry].identifier, dt.date.fromisoformat(start), tables.day(end),
    )  # fmt: skip


def ministers_are_known(date: dt.date) -> bool:
    """Whether the table is complete at `date`: only then does 'not in it' mean 'not in office'."""
    return KNOWN_FROM <= date < KNOWN_TO


def ministers(ministry: str, date: dt.date) -> tuple[Minister, ...]:
    """Those in office at a ministry on `date`; by TOOI code or the register's own key."""
    return tuple(
        item
        for item in all_ministers()
        if ministry in (item.ministry_id, item.ministry) and holds(item, date)
    )


@cache
def _surnames() -> NameIndex[Minister]:
    return NameIndex((item.whole_surname, item) for item in all_ministers())


def minister_named(text: str, date: dt.date | None) -> tuple[Minister, ...]:
    """Those of that name in office on `date` (None: ever); titles and initials may stand before it.

    'mr. G.A. Van der Steur' is found; 'A. de Jonge' is not H. de Jonge.
    """
    initial = INITIAL.search(text)
    found = [item for item in _bearers(text) if date is None or holds(item, date)]
    return tuple(item for item in found if initial is None or item.initials.startswith(initial[1]))


def _bearers(text: str) -> tuple[Minister, ...]:
    keys = [word.key for word in words(text)]
    for at in range(len(keys)):
        if found := _surnames().items.get("".join(keys[at:])):
            return found
    return ()


@cache
def subjects() -> NameIndex[Body]:
    """Ministries by what stands after 'minister van': names, abbreviations, portfolios."""
    named = [
        (name, item)
        for item in ministries().values()
        for name in (item.name.removeprefix("Ministerie van "), *item.aliases, *item.abbreviations)
    ]
    named += [(m.portfolio, ministries()[m.ministry]) for m in all_ministers() if m.portfolio]
    return NameIndex(named)


def find_ministries(text: str) -> list[Hit[Body]]:
    """Every 'ministerie van X', 'minister van/voor X', 'staatssecretaris van X' in `text`."""
    hits = []
    for match in ROLE.finditer(text):
        if hit := subjects().leading(text, match.end()):
            hits.append(Hit(match.start(), hit.end, hit.items))
    general = (ministries()["az"],)
    hits += [Hit(match.start(), match.end(), general) for match in PRIME.finditer(text)]
    return hits


def ministry_of(role: str, date: dt.date | None) -> Body | None:
    """The ministry of 'De minister van Veiligheid en Justitie' on `date`."""
    hits = find_ministries(role)
    return carrier(hits[0].items, date) if hits else None
