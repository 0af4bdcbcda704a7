"""Municipalities by their adjective: 'de Almeerse raad', 'Zwolse wethouders', 'het Urker college'.

No register holds them, so the name is found back by how adjectives are made: 'Leids' is of Leiden,
'Zwols' of Zwolle, 'Almeers' of Almere. Only before what a municipality has: a council, people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline import registers
from pipeline.registers import Municipality

_BODY = (
    r"(?:gemeente)?(?:raad|raadsleden|raadslid|college|bestuur|wethouders?|burgemeester|ambtenaren|"
    r"secretaris|fracties?|politiek|huis|griffie)"
)
_PEOPLE = r"(?:inwoners|bewoners|jongeren|ouderen|ondernemers|scholen|wijken|bevolking|gemeenschap)"
_ADJECTIVE = re.compile(
    rf"(?<![\w-])(?P<stem>(?:'s-|[A-Z])[\w-]{{2,}}?)(?:se|s|er)\s+(?:(?P<body>{_BODY})|{_PEOPLE})\b"
)
_OF_PROVINCES = frozenset(
    {"utrecht", "groning", "groningen", "fries", "zeeuw", "gelder", "limburg", "brabant", "drent"}
)
_LONG = re.compile(r"(?P<vowel>[aeou])(?P=vowel)(?P<consonant>[^aeiou])$")


@dataclass(frozen=True, slots=True)
class Adjective:
    """An adjective at [start, end) with the municipalities whose name it may be made of.

    `said`: a council, a mayor or another part of a municipality is what it is said of.
    """

    start: int
    end: int
    items: tuple[Municipality, ...]
    said: bool


def adjectives(text: str) -> Iterator[Adjective]:
    """Every adjective of a municipality, in the order of the text."""
    for match in _ADJECTIVE.finditer(text):
        of_province = match["stem"].lower() in _OF_PROVINCES
        if of_province and match["body"] is None:
            continue
        items = next(filter(None, map(_named, _nouns(match["stem"]))), ())
        if items:
            end = match.start("stem") + len(re.split(r"\s", match[0], maxsplit=1)[0])
            yield Adjective(match.start("stem"), end, items, match["body"] is not None)


def _named(name: str) -> tuple[Municipality, ...]:
    found = registers.municipalities_named(name)
    return tuple(item for item in found if item.kind == "gemeente")


def _nouns(stem: str) -> Iterator[str]:
    """The names that an adjective's stem may be of, the plainest first."""
    yield stem
    yield f"{stem}e"
    yield f"{stem}en"
    if stem[-1:] not in "aeiou":
        yield f"{stem}{stem[-1]}e"  # 'Zwol'
        yield f"{stem}{stem[-1]}en"  # 'Om(mer)'
    long = _LONG.search(stem)
    if long is not None:
        short = stem[: long.start()] + long["vowel"] + long["consonant"]
        yield f"{short}e"  # 'Almeer'
        yield f"{short}en"
    if stem.lower() in ("haag", "haags"):
        yield "Den Haag"
