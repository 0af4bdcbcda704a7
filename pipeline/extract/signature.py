"""The signature: who signs, in which office. Two may sign, one beside or under the other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline import registers
from pipeline.dutch.identifiers import find_postcodes
from pipeline.dutch.labels import label_of
from pipeline.dutch.misread import mended, signature_mended
from pipeline.dutch.names import PREFIX, UPPER, find_persons, looks_like_name
from pipeline.extract.organisations import unregistered
from pipeline.extract.window import OFFICE
from pipeline.letter import Letter, Placed
from pipeline.page import COVERED, Zone

_SIGNED = {Zone.closing, Zone.signature}
_CLOSING = re.compile(r"hoogachtend|groet|hoogachting", re.IGNORECASE)
_FORMULA = re.compile(
    r"(?:mede\s+)?(?:namens|voor)\b|i\.?a\.?a\b|c\.?c\b|(?:in\s+)?afschrift|w\.?\s?g\.?$|was\s+getekend|\(?handtekening|digitaal|(?:i[./]?\s?o|b/a|p[./]?\s?o)\.?,?$",
    re.IGNORECASE,
)
MANDATE = re.compile(r"(?:namens|voor)\s+(?:dezen?|hen|haar)\b", re.IGNORECASE)
_ACTING = re.compile(r",?\s+\(?(?:wnd|plv|lo|a\.?i|l\.?[bs])\.?\)?$", re.IGNORECASE)
_PARTS = re.compile(r"\s?[|·•]\s|,\s|\s[-–]\s")  # of a line of details
_LEGAL_FORM = re.compile(r"(?:N\.?V|B\.?V|V\.O\.F)\.?\s", re.IGNORECASE)  # no initials
_SCRAWL = 130.0  # points that a signature by hand may take between office and name
_SKEWED = 2.0  # heights between two names that stand beside each other
_DOUBTFUL = 0.7  # legibility; print is read better
_BODY = re.compile(
    r"(?:burgemeester\s+en\s+wethouders|b\s*(?:en|&)\s*w\b|(?:gedeputeerde|provinciale)\s+staten|"
    r"(?:het|de)?\s*(?:college|(?:\w+\s+)?bestuur|raad|gemeenteraad|directie)\b|dijkgraaf\s+en)",
    re.IGNORECASE,
)
_OFFICE_ALONE = re.compile(
    r"(?:de|het)?\s*(?:(?:plv|wnd|loco|plaatsvervangend|waarnemend|algemeen)\b[.-]?\s*)?"
    r"(?:\w+[ -])?(?:\w*burgemeester|\w*secretaris|\w*voorzitter|griffier|dijkgraaf|wethouder|"
    r"minister|staatssecretaris|\w*directeur|\w*commissaris|penningmeester|\w*hoofd|\w*chef|\w*manager|"
    r"teamleider|rector|\w*ambtenaar|inspecteur|\w*officier|president|gedeputeerde|rentmeester|\w*coördinator)"
    r"(?:-\w+)?\b[^.]{0,60}$",
    re.IGNORECASE,
)
_NUMBERED_OFFICE = re.compile(rf"\D*{OFFICE.pattern}\D*\b\d{{1,2}}\b\D*$", re.IGNORECASE)
_INITIALED = re.compile(
    rf"(?:(?:mr|drs|ir|ing|dr|prof)\.\s?)*(?:[A-Z][a-z]?\.\s?)+(?:{PREFIX}\s)*[{UPPER}][\w'’\-]+"
    rf"(?:[ -][{UPPER}][\w'’\-]+)?(?:\s(?:MSc|MA|MBA|MPA|LLM|BSc|RA))*$"
)
_LONG_OFFICE = re.compile(r"^(?:de\s+)?(?:minister|staatssecretaris)\s+\w+\s.*,$", re.IGNORECASE)
_MOST_LINES = 4  # of an office
_OPEN_END = re.compile(r"\b(?:en|van|de|der|het|in|voor)$", re.IGNORECASE)
_LINK = re.compile(r"(?:VAN|EN|IN|VOOR|DER|TE)\b")  # 'VAN DE RIJKSWATERSTAAT'
_OPEN_UNIT = re.compile(r"\b(?:\w*afdeling|directie|dienst|sector|bureau|team|cluster)$")
_HEAD_OF = re.compile(
    r"^(?:\S+\s)?(?:afdelings|team|sector|unit|cluster)?(?:hoofd|chef|manager|leider)$",
    re.IGNORECASE,
)
_OPEN_ADJECTIVE = re.compile(r"\s[A-Z][a-z]+(?:lijke|ische|nale|ële|ieke|bare|ieve)$")
_PART_OF_BODY = re.compile(
    r"(?:directoraat|directie|afdeling|team|sector|dienst|bureau|eenheid|cluster|programma|postbus|"
    r"bezoekadres|locatie)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r",\s?[a-z][^\d:;]{2,60}$")  # ', voorzitter.' set wide beside a name
_APPOSITION = re.compile(r"[a-z][^\d:;.]{2,60}$")  # 'J. de Vries, jeugdarts'


@dataclass(frozen=True, slots=True)
class Signed:
    """A name or an office in a signature, with its offsets in the letter's text."""

    text: str
    start: int
    end: int


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
        if not (looks_like_name(name) and _is_printed(letter, name))
    }
    return persons or names


def _is_printed(letter: Letter, text: str) -> bool:
    """Whether a text is a part of the letterhead, or opens a line with an address at the foot."""
    own = {
        _letters(part)
        for placed in letter.lines
        if placed.zone in {Zone.letterhead, Zone.footer}
        for part in _PARTS.split(placed.line.text)
    }
    feet = [
        _letters(placed.line.text)
        for placed in letter.lines
        if placed.zone is Zone.footer and any(find_postcodes(placed.line.text))
    ]
    return _letters(text) in own or any(foot.startswith(_letters(text)) for foot in feet)


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


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalpha())


def _office_alone(lines: list[Placed]) -> list[Signatory]:
    """'Hoogachtend, de griffier': an office signs, and no name is given."""
    offices = [placed for placed in lines if _is_office(placed.line.text)]
    last = [placed for placed in offices if placed.line.number == offices[-1].line.number]
    return [Signatory(None, _whole(placed)) for placed in last]


def _whole(placed: Placed) -> Signed:
    return Signed(placed.line.text.strip(" ,"), placed.start, placed.end)


def _signatory(
    letter: Letter, placed: Placed, lines: list[Placed], names: dict[int, str]
) -> Signatory:
    name = names.get(id(placed))
    if name is None:
        return Signatory(None, _role(letter, placed, lines, names))
    before, found, after = signature_mended(placed.line.text).partition(name)
    start = placed.start + len(before) if found else placed.start
    signed = Signed(name, start, start + len(found) if found else placed.end)
    inside = _rest_of_line(placed, name)
    if inside is None:
        return Signatory(signed, _role(letter, placed, lines, names))
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
    other = OFFICE.search(text) is not None or _is_organisation(text)
    return whole or (looks_like_name(text) and not other)


def _name(placed: Placed) -> str | None:
    text = signature_mended(placed.line.text).strip(" ,")
    other = _FORMULA.match(text) or _LEGAL_FORM.match(text) or label_of(text) is not None
    if COVERED in text or other:
        return None
    person = next(find_persons(text), None)
    if person is not None and person.start < 22:
        return person.name
    alone, _, rest = _unbracketed(text).partition(",")
    if _INITIALED.fullmatch(alone) and (not rest or _says_office(rest)):
        return alone
    bare = looks_like_name(alone) and (not rest or _says_office(rest))
    return alone if bare and not OFFICE.search(alone) and not _is_organisation(alone) else None


def _unbracketed(text: str) -> str:
    """'(Els Bakker)' under a scrawl."""
    return text[1:-1] if text.startswith("(") and text.find(")") == len(text) - 1 else text


def _is_organisation(text: str) -> bool:
    """A body, at whatever date, or one by its kind: 'Gemeente Zwolle', 'Omgevingsdienst ...'."""
    if _PART_OF_BODY.match(text):
        return True
    known = registers.organisation(text, None) or registers.former_organisation(text, None)
    return known is not None or unregistered(text) is not None


def _rest_of_line(placed: Placed, name: str) -> str | None:
    """'J. de Vries, directeur' has both on one line."""
    _, _, rest = signature_mended(placed.line.text).partition(name)
    apart = rest.lstrip(" )").startswith(",")
    rest = rest.strip(" ,).")
    return rest if OFFICE.search(rest) or (apart and _says_office(rest)) else None


def _says_office(rest: str) -> bool:
    """After a name and a comma: a few words in small letters, or what names an office."""
    rest = rest.strip()
    return bool(OFFICE.search(rest) or _APPOSITION.match(rest)) and len(rest.split()) <= 8


def _role(
    letter: Letter, placed: Placed, lines: list[Placed], names: dict[int, str]
) -> Signed | None:
    """The office under a name, else over it.

    Over the name a scrawl may stand between: there only a line that names an office counts.
    """
    own = {id(line) for line in lines}
    beside = letter.right_of(placed)
    comma = "," if placed.line.text.endswith(",") else ""
    free = beside is not None and id(beside) in own and id(beside) not in names
    if beside is not None and free and _BESIDE.match(comma + beside.line.text):
        return Signed(beside.line.text.strip(" ,."), beside.start, beside.end)
    below = letter.below(placed, within=1.6)
    if below is None:
        further = letter.below(placed, within=3.0)
        below = further if further is not None and _is_office(further.line.text) else None
    if below is not None and _is_scrawl(letter, below):
        below = letter.below(below, within=1.6) or below
    under = below if below is not None and id(below) in own and _is_role(below, names) else None
    mandated = _mandated(placed, lines, names)
    over = _office_above(placed, lines)
    if under is not None and not OFFICE.search(under.line.text):
        under = None if _is_printed(letter, under.line.text) else under
    if mandated is not None and (under is None or not OFFICE.search(under.line.text)):
        return mandated
    if under is not None and over is not None and _is_of_next(under, over, lines, names):
        return _whole_role(letter, over, own, names)
    if under is not None and (over is None or OFFICE.search(under.line.text)):
        return _whole_role(letter, under, own, names)
    return _whole_role(letter, over, own, names) if over is not None else None


def _is_scrawl(letter: Letter, placed: Placed) -> bool:
    """One word that could hardly be read: what OCR makes of a signature by hand."""
    doubtful = letter.passage(placed.start, placed.end).legibility < _DOUBTFUL
    return doubtful and len(placed.line.words) == 1 and not OFFICE.search(placed.line.text)


def _is_role(placed: Placed, names: dict[int, str]) -> bool:
    """A line that may be an office: words, no name of a person or a body, no formula."""
    text = mended(placed.line.text).lstrip("(")
    numbered = any(c.isdigit() for c in text) and not _NUMBERED_OFFICE.match(text)
    worded = re.match(r"[A-Za-zé'’]", text) is not None and not numbered
    label = label_of(text)
    labelled = label is not None and label.colon
    other = (
        labelled or id(placed) in names or COVERED in text or _FORMULA.match(text) or "@" in text
    )
    return worded and not other and len(text.split()) <= 14 and not _names_body(text)


def _names_body(text: str) -> bool:
    return OFFICE.search(text) is None and _is_organisation(text)


def _whole_role(letter: Letter, first: Placed, own: set[int], names: dict[int, str]) -> Signed:
    """An office may take several lines: it goes on after 'en' or 'van', or in small letters.

    After a comma only a minister's does: a scrawl under 'de secretaris,' is no office.
    """
    text, last = first.line.text.strip(), first
    for _ in range(_MOST_LINES - 1):
        following = letter.below(last, within=1.0)
        if following is None or id(following) not in own or id(following) in names:
            break
        further = following.line.text.strip()
        if not (_is_role(following, names) or _LINK.match(further)):
            break
        if not _goes_on(text, further) or _is_office(further):
            break
        text, last = f"{text} {further}", following
    return Signed(_plain(text), first.start, last.end)


def _goes_on(text: str, further: str) -> bool:
    """Whether an office goes on in the line below it."""
    if text.endswith(",") and not _LONG_OFFICE.match(text):
        return further[:1].islower()
    ends = (_OPEN_END, _LONG_OFFICE, _OPEN_ADJECTIVE, _OPEN_UNIT)
    open_end = any(end.search(text) for end in ends) or registers.known_together(text, further)
    if _PART_OF_BODY.match(further):  # 'adviseur' over 'afdeling Ruimte'; but 'hoofd' is of it
        return open_end or _HEAD_OF.search(text) is not None
    return bool(open_end or further[:1].islower() or _LINK.match(further))


def _plain(text: str) -> str:
    """An office without comma or brackets; ', secretaris.' behind a scrawl has a point too."""
    return _unbracketed(text.strip(" ,.") if text.startswith(",") else text.strip(" ,"))


def _is_office(text: str) -> bool:
    """A line that names an office and nothing else; a body that signs is none."""
    text = _ACTING.sub("", _plain(text))
    no_office = _BODY.match(text) or _FORMULA.match(text)
    return _OFFICE_ALONE.match(text) is not None and no_office is None


def _mandated(placed: Placed, lines: Sequence[Placed], names: Mapping[int, str]) -> Signed | None:
    """The office between 'namens deze' and the name, in one line or more."""
    above = [line for line in lines if line.page is placed.page and _stands_over(line, placed)]
    starts = [at for at, line in enumerate(above) if MANDATE.match(line.line.text)]
    office = above[starts[-1] + 1 :] if starts else []
    ends = [at for at, line in enumerate(office) if line.line.text.endswith(",")]
    office = office[: ends[0] + 1] if ends else office
    text = " ".join(line.line.text.strip() for line in office)
    if not office or not all(_is_role(line, dict(names)) for line in office):
        return None
    if not (OFFICE.search(text) or text[:1].islower() or text.endswith(",")):
        return None
    return Signed(_plain(text), office[0].start, office[-1].end)


def _stands_over(other: Placed, placed: Placed) -> bool:
    """Whether a line stands over another, at most a scrawl away, partly in the same column."""
    near = placed.box.top - other.box.bottom < _SCRAWL and other.box.bottom <= placed.box.top + 2
    return near and min(other.box.x1, placed.box.x1) > max(other.box.x0, placed.box.x0)


def _is_of_next(
    under: Placed, over: Placed, lines: Sequence[Placed], names: Mapping[int, str]
) -> bool:
    """Whether the office under a name is over the next one, as another stands over the first.

    'de secretaris,' over a name and 'de burgemeester,' over the one below it.
    """
    following = [line for line in lines if id(line) in names and _stands_over(under, line)]
    if not following or not _is_office(under.line.text) or not _is_office(over.line.text):
        return False
    after = min(following, key=lambda line: line.box.top)
    return not any(_stands_over(after, line) and _is_office(line.line.text) for line in lines)


def _office_above(placed: Placed, lines: list[Placed]) -> Placed | None:
    """The nearest office over this line; a body that signs ('namens ...') is none.

    Nor is one for whom another signs: 'De Minister van ..., namens deze'.
    """
    above = [line for line in lines if line.page is placed.page and _stands_over(line, placed)]
    mandates = [line.box.top for line in above if MANDATE.match(line.line.text)]
    over = [
        other
        for other in above
        if _is_office(other.line.text) and not any(other.box.top < top for top in mandates)
    ]
    return max(over, key=lambda other: other.box.top, default=None)
