"""The signature: who signs, in which office. Two may sign, one beside or under the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.dutch.labels import label_of
from pipeline.dutch.names import find_persons
from pipeline.extract.window import OFFICE
from pipeline.letter import Letter, Placed
from pipeline.page import COVERED, Zone

_SIGNED = {Zone.closing, Zone.signature}
_CLOSING = re.compile(r"hoogachtend|groet|hoogachting", re.IGNORECASE)
_FORMULA = re.compile(
    r"(?:namens|voor)\s+dezen?\b|w\.?\s?g\.?$|was\s+getekend|\(?handtekening|digitaal|i\.?\s?o\.?,?$",
    re.IGNORECASE,
)
_SCRAWL = 130.0  # points that a signature by hand may take between office and name
_OFFICE_ALONE = re.compile(
    r"(?:de|het|plv\.?|wnd\.?|loco-?)?\s*(?:loco-?)?(?:burgemeester|(?:gemeente)?secretaris|voorzitter|"
    r"griffier|dijkgraaf|wethouder|minister|staatssecretaris|directeur|commissaris|penningmeester)"
    r"\b[^.]{0,40}$",
    re.IGNORECASE,
)
_BARE_NAME = re.compile(
    r"[A-Z][a-zß-ÿ]+(?:-[A-Z][a-zß-ÿ]+)?(?:\s(?:van|de|den|der|ten|ter|te|het|'t|in|op))*"
    r"(?:\s[A-Z][\w'’\-]+){1,2}(?:\s(?:MSc|MA|MBA|MPA|LLM|BSc|RA))*$"
)


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: name (None where it is covered) and office, with the offsets that both take up."""

    name: str | None
    role: str | None
    start: int
    end: int


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
    names = {id(placed): name for placed in lines if (name := _name(placed)) is not None}
    named = [_signatory(letter, placed, lines, names) for placed in lines if id(placed) in names]
    if named:
        return named
    covered = [
        _signatory(letter, placed, lines, names) for placed in lines if placed.line.text == COVERED
    ]
    return [person for person in covered if person.role is not None]


def _signatory(
    letter: Letter, placed: Placed, lines: list[Placed], names: dict[int, str]
) -> Signatory:
    name = names.get(id(placed))
    inside = _rest_of_line(placed, name) if name is not None else None
    if inside is not None:
        return Signatory(name, inside, placed.start, placed.end)
    role = _role(letter, placed, lines, names)
    if role is None:
        return Signatory(name, None, placed.start, placed.end)
    start, end = min(placed.start, role[1]), max(placed.end, role[2])
    return Signatory(name, role[0], start, end)


def _name(placed: Placed) -> str | None:
    text = placed.line.text.strip(" ,")
    if COVERED in text or _FORMULA.match(text) or label_of(text) is not None:
        return None
    person = next(find_persons(text), None)
    if person is not None and person.start < 22:
        return person.name
    bare = _BARE_NAME.match(text)
    return text if bare is not None and not OFFICE.search(text) else None


def _rest_of_line(placed: Placed, name: str) -> str | None:
    """'J. de Vries, directeur' has both on one line."""
    _, _, rest = placed.line.text.partition(name)
    rest = rest.strip(" ,")
    return rest if OFFICE.search(rest) else None


def _role(
    letter: Letter, placed: Placed, lines: list[Placed], names: dict[int, str]
) -> tuple[str, int, int] | None:
    """The office under a name, else over it: its text and where it stands.

    Over the name a scrawl may stand between: there only a line that names an office counts.
    """
    own = {id(line) for line in lines}
    below = letter.below(placed, within=1.6)
    under = below if below is not None and id(below) in own and _is_role(below, names) else None
    over = _office_above(placed, lines)
    if under is not None and (over is None or OFFICE.search(under.line.text)):
        return _whole_role(letter, under, own, names)
    return (over.line.text.strip(" ,"), over.start, over.end) if over is not None else None


def _is_role(placed: Placed, names: dict[int, str]) -> bool:
    text = placed.line.text
    worded = re.match(r"[A-Za-zé'’]", text) is not None and not any(c.isdigit() for c in text)
    return id(placed) not in names and worded and COVERED not in text and len(text.split()) <= 14


def _whole_role(
    letter: Letter, first: Placed, own: set[int], names: dict[int, str]
) -> tuple[str, int, int]:
    """An office may take two lines: it goes on after 'en' or 'van', or with a small letter."""
    text, last = first.line.text.strip(), first
    following = letter.below(first, within=1.0)
    if following is not None and id(following) in own and _is_role(following, names):
        goes_on = re.search(r"\b(?:en|van|de|der)$|,$", text) or following.line.text[:1].islower()
        if goes_on:
            text, last = f"{text} {following.line.text.strip()}", following
    return text.strip(" ,"), first.start, last.end


def _office_above(placed: Placed, lines: list[Placed]) -> Placed | None:
    """The nearest office over this line; a body that signs ('namens ...') is none."""
    box = placed.box
    over = [
        other
        for other in lines
        if other.page is placed.page
        and other.box.bottom <= box.top + 2
        and box.top - other.box.bottom < _SCRAWL
        and min(other.box.x1, box.x1) - max(other.box.x0, box.x0) > 0
        and _OFFICE_ALONE.match(other.line.text)
    ]
    return max(over, key=lambda other: other.box.top, default=None)
