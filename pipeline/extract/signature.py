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
_BARE_NAME = re.compile(
    r"[A-Z][a-zß-ÿ]+(?:-[A-Z][a-zß-ÿ]+)?(?:\s(?:van|de|den|der|ten|ter|te|het|'t|in|op))*"
    r"(?:\s[A-Z][\w'’\-]+){1,2}(?:\s(?:MSc|MA|MBA|MPA|LLM|BSc|RA))*$"
)


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: name and office, with the offsets that both take up."""

    name: str
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
    named = [placed for placed in lines if id(placed) in names]
    found = []
    for placed in named:
        inside = _rest_of_line(placed, names[id(placed)])
        role = _role(letter, placed, lines, names)
        start, end = placed.start, placed.end
        if inside is None and role is not None:
            start, end = min(start, role[1]), max(end, role[2])
        found.append(Signatory(names[id(placed)], inside or (role and role[0]), start, end))
    return found


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
    """The office under a name, else over it: its text and where it stands."""
    own = {id(line) for line in lines}
    below = letter.below(placed, within=1.6)
    if below is not None and id(below) in own and _is_role(below, names):
        return _whole_role(letter, below, own, names)
    above = _above(placed, lines)
    if above is not None and _is_role(above, names) and not _FORMULA.match(above.line.text):
        return above.line.text.strip(" ,"), above.start, above.end
    return None


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


def _above(placed: Placed, lines: list[Placed]) -> Placed | None:
    """The nearest line of the signature over this one; a scrawl may stand between them."""
    box = placed.box
    over = [
        other
        for other in lines
        if other.page is placed.page
        and other.box.bottom <= box.top + 2
        and box.top - other.box.bottom < 90
        and min(other.box.x1, box.x1) - max(other.box.x0, box.x0) > 0
    ]
    return max(over, key=lambda other: other.box.top, default=None)
