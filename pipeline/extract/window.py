"""The address window: the lines of the one written to, each read as what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.dutch.identifiers import find_postcodes
from pipeline.dutch.names import find_persons
from pipeline.extract.addresses import houses
from pipeline.letter import Letter, Passage
from pipeline.page import COVERED, Zone

PartKind = Literal["address", "place", "person", "office", "name"]

OPENER = re.compile(
    r"^(?:aan\s*:?\s+|t\.?\s?a\.?\s?v\.?\s*:?\s*|ter\s+attentie\s+van\s+|per\s+\S+\s*:\s*)+",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"\b(?:minister|staatssecretaris|(?:loco-?)?burgemeester|wethouder|colleges?|\w*secretaris|"
    r"gemeenteraad|staten|bestuur|directie|\w*directeur|voorzitter|afdeling|\w*hoofd|dijkgraaf|"
    r"griffier?|commissaris|\w*manager|teamleider|coördinator|\w*adviseur|penningmeester|raad|"
    r"leden|kamer|team|sector|projectleider|rector|inspecteur|\w*chef|\w*officier|\w*beheerder|medewerker)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"^(?:van|en|voor|de gemeenten?|te|namens)\b|^[a-z]")
_UNFINISHED = re.compile(r"(?:[,&]|\b(?:van|en|de|het|voor|der|aan))$")


@dataclass(frozen=True, slots=True)
class Part:
    """A line of the window, or several that are one, without its opener ('Aan', 'T.a.v.')."""

    kind: PartKind
    text: str
    passage: Passage


def window(letter: Letter) -> list[Part]:
    """The parts of the recipient's address on the first page; empty where there is none."""
    lines = [p for p in letter.lines if p.zone is Zone.address and p.page.number == 1]
    parts = []
    for start, end in _joined(letter, [(p.start, p.end) for p in lines]):
        opener = OPENER.match(letter.text[start:end])
        start += opener.end() if opener else 0
        if re.fullmatch(r"(?:aan|t\.?a\.?v\.?)?\s*:?", letter.text[start:end], re.IGNORECASE):
            continue
        text = " ".join(letter.text[start:end].split()).strip(" ,")
        parts.append(Part(_kind(text), text, letter.passage(start, end)))
    return parts


def _joined(letter: Letter, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lines that go on with the one above them as one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        text = letter.text[start:end]
        above = letter.text[slice(*joined[-1])] if joined else ""
        goes_on = _GOES_ON.match(text) or _UNFINISHED.search(above)
        if joined and goes_on and not (OPENER.match(text) or _stands_alone(text) or houses(above)):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _stands_alone(text: str) -> bool:
    return _kind(text) in {"place", "person"}


def _is_place(text: str) -> bool:
    return any(True for _ in find_postcodes(text))


def _kind(text: str) -> PartKind:
    if _is_place(text):
        return "place"
    if houses(text):
        return "address"
    person = next(find_persons(text), None)
    if text == COVERED or (person is not None and person.end - person.start > 0.6 * len(text)):
        return "person"
    return "office" if OFFICE.search(text) else "name"
