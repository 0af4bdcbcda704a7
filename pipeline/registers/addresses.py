"""Organisations by their address: a P.O. box or a house belongs to somebody."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from pipeline.registers import municipal, public_bodies
from pipeline.registers.names import key
from pipeline.registers.organisations import Organisation, Source, named

BOX = re.compile(
    r"\b(?:postbus|p\.?\s?o\.?\s?box)\s*:?\s*(\d{1,2}[. ]\d{3}(?!\d)|\d{1,6})", re.IGNORECASE
)
POSTCODE = re.compile(r"(?<!postbus )\b([1-9]\d{3})\s?([A-Z]{2})?\b", re.IGNORECASE)
HOUSE = re.compile(r"([^\W\d][^\d\n,;|]{3,40}?)[ \t]+(\d{1,5})\b")
# Who answers for an address that several share: the ministry before its agencies.
RANK = ("ministry", "municipality", "province", "water_board")


def organisations_by_address(text: str, date: dt.date | None) -> tuple[Organisation, ...]:
    """All at the address in `text` on `date`, those first who answer for it.

    `text` holds a P.O. box ('Postbus 20301, 2500 EH'), a street with number and postcode, or the
    postcode of a P.O. box alone. Addresses are of 2026; boxes rarely change hands.
    """
    found = [item for item in _at(text) if item.in_force(date)]
    ranked = sorted(found, key=_rank)
    return tuple(dict.fromkeys(named(item, date) for item in ranked))


def organisation_by_address(text: str, date: dt.date | None) -> Organisation | None:
    """The one who answers for the address in `text` on `date`; None for none, or two equals."""
    found = organisations_by_address(text, date)
    if not found:
        return None
    first = [item for item in found if _kind_rank(item.kind) == _kind_rank(found[0].kind)]
    return first[0] if len(first) == 1 else None


def _kind_rank(kind: str) -> int:
    return RANK.index(kind) if kind in RANK else len(RANK)


def _rank(item: Source) -> int:
    town = isinstance(item, municipal.Municipality)
    return _kind_rank("municipality" if town else item.kind)


def _at(text: str) -> list[Source]:
    box, postcode = _box(text), POSTCODE.search(text)
    if postcode is None:
        return [item for item, line in _addresses() if _box(line) == box] if _is_own(box) else []
    near = _by_postcode().get(postcode[1], [])
    if box:
        return [item for item, line in near if _box(line) == box]
    houses = _houses(text)
    found = [item for item, line in near if houses & _houses(line)]
    return found or _at_postcode(near, postcode)


def _box(text: str) -> str:
    """The digits of the P.O. box in `text`; '' where it has none."""
    match = BOX.search(text)
    return re.sub(r"\D", "", match[1]) if match else ""


def _is_own(box: str) -> bool:
    """Whether the number alone may tell: every town has a Postbus 55, few have a 20301."""
    return len(box) >= 5


def _houses(text: str) -> set[tuple[str, str]]:
    return {(key(street), number) for street, number in HOUSE.findall(text)}


def _at_postcode(near: list[tuple[Source, str]], postcode: re.Match[str]) -> list[Source]:
    """By the whole postcode of a P.O. box: it belongs to a few boxes in a row."""
    asked = (postcode[1], postcode[2])
    boxes = [(item, POSTCODE.search(line)) for item, line in near if postcode[2] and _box(line)]
    return [item for item, own in boxes if own and (own[1], own[2]) == asked]


@cache
def _by_postcode() -> dict[str, list[tuple[Source, str]]]:
    found: dict[str, list[tuple[Source, str]]] = {}
    for item, line in _addresses():
        if postcode := POSTCODE.search(line):
            found.setdefault(postcode[1], []).append((item, line))
    return found


@cache
def _addresses() -> list[tuple[Source, str]]:
    found: list[tuple[Source, str]] = []
    for town in municipal.municipalities():
        found += [(town, line) for line in (town.postal_address, town.visiting_address) if line]
    for body in public_bodies.bodies():
        lines = (*body.postal_addresses, *body.visiting_addresses)
        found += [(body, line) for line in lines if line]
    return found
