"""Organisations by their address: a P.O. box or a house belongs to somebody."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from pipeline.registers import municipal, public_bodies
from pipeline.registers.names import key
from pipeline.registers.organisations import Organisation, Source, named

BOX = re.compile(r"\b(?:postbus|p\.?\s?o\.?\s?box)\s*:?\s*(\d[\d .]{0,7}\d|\d)", re.IGNORECASE)
POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([A-Z]{2})?\b")
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


def _at(text: str) -> tuple[Source, ...]:
    for question in _questions(text):
        if found := _register().get(question):
            return found
    return ()


def _questions(text: str) -> list[str]:
    """What to ask for, the surest first. A wrong P.O. box is no reason to believe its postcode."""
    postcode = POSTCODE.search(text)
    digits = postcode[1] if postcode else ""
    if box := BOX.search(text):
        number = re.sub(r"\D", "", box[1])
        return [f"box {number} {digits}"]
    houses = [f"{key(street)} {number} {digits}" for street, number in HOUSE.findall(text)]
    if houses and digits:
        return houses
    return [f"box postcode {digits}{postcode[2]}"] if postcode and postcode[2] else []


@cache
def _register() -> dict[str, tuple[Source, ...]]:
    found: dict[str, list[Source]] = {}
    for item, address in _addresses():
        for question in (*_questions(address), *_postcode_of_box(address)):
            found.setdefault(question, []).append(item)
    return {question: tuple(items) for question, items in found.items()}


def _postcode_of_box(address: str) -> list[str]:
    postcode = POSTCODE.search(address)
    return [f"box postcode {postcode[1]}{postcode[2]}"] if postcode and BOX.match(address) else []


def _addresses() -> list[tuple[Source, str]]:
    found: list[tuple[Source, str]] = []
    for town in municipal.municipalities():
        found += [(town, line) for line in (town.postal_address, town.visiting_address) if line]
    for body in public_bodies.bodies():
        lines = (*body.postal_addresses, *body.visiting_addresses)
        found += [(body, line) for line in lines if line]
    return found
