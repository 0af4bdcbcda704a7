"""The signature: who signs, in which office. Two may sign, one beside or under the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from pipeline import registers
from pipeline.dutch.labels import label_of
from pipeline.dutch.misread import signature_mended
from pipeline.dutch.names import DEGREES, PREFIX, UPPER, find_persons, looks_like_name
from pipeline.extract.signed_roles import (
    FORMULA,
    MANDATE,
    Signed,
    is_office,
    is_organisation,
    is_printed,
    role_of,
    unbracketed,
)
from pipeline.extract.window import OFFICE
from pipeline.letter import Letter, Placed
from pipeline.page import COVERED, Zone

_SIGNED = {Zone.closing, Zone.signature}
_CLOSING = re.compile(r"hoogachtend|groet|hoogachting", re.IGNORECASE)
_LEGAL_FORM = re.compile(r"(?:N\.?V|B\.?V|V\.O\.F)\.?\s", re.IGNORECASE)  # no initials
_SKEWED = 2.0  # heights between two names that stand beside each other
_INITIALED = re.compile(
    rf"(?:(?:mr|drs|ir|ing|dr|prof)\.\s?)*(?:[A-Z][a-z]?\.\s?)+(?:{PREFIX}\s)*[{UPPER}][\w'’\-]+"
    rf"(?:[ -][{UPPER}][\w'’\-]+)?(?:\s(?:MSc|MA|MBA|MPA|LLM|BSc|RA))*$"
)
_WAS_SIGNED = re.compile(
    r"(?:\(?w\.?\s?g\.\)?|\(?get\.\)?)\s+(?=\S)"
)  # 'w.g. E. Bos'; W.G. Bos is one
_BARE_INITIALS = re.compile(
    rf"[A-Z]{{2,3}}\s(?:{PREFIX}\s)*[{UPPER}][\w'’]{{2,}}(?:-[\w'’ ]+)?{DEGREES}"
)
_APPOSITION = re.compile(r"[a-z][^\d:;.]{2,60}$")  # 'J. de Vries, jeugdarts'


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: name (None where it is covered) and office."""

    name: Signed | None
    role: Signed | None


def signed_lines(letter: Letter) -> list[Placed]:
    """The lines after the closing: names, offices, bodies."""
    return [
        placed
        for placed in letter.lines
        if placed.zone in _SIGNED and not _CLOSING.search(placed.line.text)
    ]


def signatories(letter: Letter) -> list[Signatory]:
    """Everyone who signs, in the order of the letter."""
    lines = signed_lines(letter)
    names = {id(placed): name for placed in lines if (name := _several(placed) or _name(placed))}
    names = names or _with_bare_initials(letter, lines)
    names = {key: name for key, name in names.items() if key not in _mandators(lines)}
    names = _without_bodies(letter, names)
    names = _without_offices(lines, names)
    signing = _from_left([placed for placed in lines if id(placed) in names])
    named = [_signatory(letter, placed, lines, names) for placed in signing]
    if named:
        return named
    covered = [
        _signatory(letter, placed, lines, names) for placed in lines if placed.line.text == COVERED
    ]
    offices = {p.role.start: p for p in covered if p.role is not None}  # a scrawl is covered too
    return list(offices.values()) or _office_alone(lines)


def _with_bare_initials(letter: Letter, lines: list[Placed]) -> dict[int, str]:
    """'JW Scholten', where nobody signs otherwise; 'VVD Apeldoorn' is a body, and its place."""
    found = {}
    for placed in lines:
        text = placed.line.text.strip(" ,")
        surname = text.partition(" ")[2]
        place = registers.place_named(surname) or registers.municipalities_named(surname)
        body = place or is_organisation(text) or is_printed(letter, text)
        if _BARE_INITIALS.fullmatch(text) and not body:
            found[id(placed)] = text
    return found


def _from_left(lines: list[Placed]) -> list[Placed]:
    """Two names beside each other from left to right, though a skewed page has the right higher."""
    if len(lines) == 2 and lines[0].page is lines[1].page:
        first, second = lines[0].box, lines[1].box
        level = abs(first.top - second.top) < _SKEWED * max(first.height, second.height)
        if level and second.x1 < first.x0:
            return [lines[1], lines[0]]
    return lines


def _mandators(lines: list[Placed]) -> set[int]:
    """Lines followed by 'namens deze': a body, however like a name it looks."""
    return {id(line) for line, after in pairwise(lines) if MANDATE.match(after.line.text)}


def _without_bodies(letter: Letter, names: dict[int, str]) -> dict[int, str]:
    """Without what the letterhead has too ('Stadlander Wonen'), where another name is signed."""
    persons = {
        at: name
        for at, name in names.items()
        if not (looks_like_name(name) and is_printed(letter, name))
    }
    return persons or names


def _without_offices(lines: list[Placed], names: dict[int, str]) -> dict[int, str]:
    """Without 'Teamcoach Openbare Ruimte' right under a name, though it looks like one too."""
    offices = {
        id(below)
        for placed, below in pairwise(lines)
        if {id(placed), id(below)} <= names.keys()
        and below.block is placed.block
        and looks_like_name(names[id(below)])
        and below.box.top - placed.box.bottom < placed.box.height
        and abs(below.box.x0 - placed.box.x0) < placed.box.height
    }
    return {at: name for at, name in names.items() if at not in offices}


def _office_alone(lines: list[Placed]) -> list[Signatory]:
    """'Hoogachtend, de griffier': an office signs, and no name is given."""
    offices = [placed for placed in lines if is_office(placed.line.text)]
    last = [placed for placed in offices if placed.line.number == offices[-1].line.number]
    return [Signatory(None, _whole(placed)) for placed in last]


def _whole(placed: Placed) -> Signed:
    return Signed(placed.line.text.strip(" ,"), placed.start, placed.end)


def _signatory(
    letter: Letter, placed: Placed, lines: list[Placed], names: dict[int, str]
) -> Signatory:
    name = names.get(id(placed))
    if name is None:
        return Signatory(None, role_of(letter, placed, lines, names))
    before, found, after = signature_mended(placed.line.text).partition(name)
    start = placed.start + len(before) if found else placed.start
    signed = Signed(name, start, start + len(found) if found else placed.end)
    inside = _rest_of_line(placed, name)
    if inside is None:
        return Signatory(signed, role_of(letter, placed, lines, names))
    at = signed.end + after.find(inside)
    return Signatory(signed, Signed(inside, at, at + len(inside)))


def _several(placed: Placed) -> str | None:
    """'B. Kuiper en M. Zonneveld' on one line: who sign together."""
    text = signature_mended(placed.line.text).strip(" ,")
    both = re.split(r"\s(?:en|&)\s", text)
    if len(both) == 2 and all(_is_person(part) for part in both):
        return "; ".join(both)
    persons = list(find_persons(text))
    spans = [0, *(at for person in persons for at in (person.start, person.end)), len(text)]
    between = [text[start:end].strip() for start, end in zip(spans[::2], spans[1::2], strict=True)]
    joined = all(part in {"en", "&", "/", ","} for part in between[1:-1])
    whole = len(persons) > 1 and joined and not between[0] and not between[-1]
    return "; ".join(person.name for person in persons) if whole else None


def _is_person(text: str) -> bool:
    """Whether a text is a person's name and no more, with initials or without."""
    person = next(find_persons(text), None)
    whole = person is not None and (person.start, person.end) == (0, len(text))
    other = OFFICE.search(text) is not None or is_organisation(text)
    return whole or (looks_like_name(text) and not other)


def _name(placed: Placed) -> str | None:
    text = _WAS_SIGNED.sub("", signature_mended(placed.line.text).strip(" ,"))
    other = FORMULA.match(text) or _LEGAL_FORM.match(text) or label_of(text) is not None
    if COVERED in text or other:
        return None
    person = next(find_persons(text), None)
    if person is not None and person.start < 22:
        return person.name
    alone, _, rest = _parted(unbracketed(text))
    if _INITIALED.fullmatch(alone) and (not rest or _says_office(rest)):
        return alone
    bare = looks_like_name(alone) and (not rest or _says_office(rest))
    return alone if bare and not OFFICE.search(alone) and not is_organisation(alone) else None


def _rest_of_line(placed: Placed, name: str) -> str | None:
    """'J. de Vries, directeur' has both on one line."""
    _, _, rest = signature_mended(placed.line.text).partition(name)
    apart = rest.lstrip(" )").startswith((",", "|"))
    rest = rest.strip(" ,).|")
    return rest if OFFICE.search(rest) or (apart and _says_office(rest)) else None


def _parted(text: str) -> tuple[str, str, str]:
    """A name and what a comma or a stroke parts from it: 'Els Bakker | directeur'."""
    name, stroke, rest = text.partition(" | ")
    return (name, stroke, rest) if stroke else text.partition(",")


def _says_office(rest: str) -> bool:
    """After a name and a comma: a few words in small letters, or what names an office."""
    rest = rest.strip()
    return bool(OFFICE.search(rest) or _APPOSITION.match(rest)) and len(rest.split()) <= 8
