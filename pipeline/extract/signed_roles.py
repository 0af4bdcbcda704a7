"""The office of who signs: under the name, over it, beside it or in a mandate."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline import registers
from pipeline.dutch.identifiers import find_postcodes
from pipeline.dutch.labels import label_of
from pipeline.dutch.misread import mended
from pipeline.extract.organisations import unregistered
from pipeline.extract.window import OFFICE
from pipeline.letter import Letter, Placed
from pipeline.page import COVERED, Zone

FORMULA = re.compile(
    r"(?:mede\s+)?(?:namens|voor)\b|i\.?a\.?a\b|c\.?c\b|(?:in\s+)?afschrift|w\.?\s?g\.?$|was\s+getekend|\(?handtekening|digitaal|(?:i[./]?\s?o|b/a|p[./]?\s?o)\.?,?$",
    re.IGNORECASE,
)
MANDATE = re.compile(r"(?:namens|voor)\s+(?:dezen?|hen|haar)\b", re.IGNORECASE)
_ACTING = re.compile(r",?\s+\(?(?:wnd|plv|lo|a\.?i|l\.?[bs])\.?\)?$", re.IGNORECASE)
_PARTS = re.compile(r"\s?[|·•]\s|,\s|\s[-–]\s")  # of a line of details
_SCRAWL = 130.0  # points that a signature by hand may take between office and name
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
_OFFICE_SAID = re.compile(  # 'De kandidaat-notaris,' over a name
    r"(?!.*\b(?:college|raad|staten|bestuur|directie|maatschap|stichting|vereniging|gemeente)\b)"
    r"[Dd]e\s[a-zà-ÿ][\w -]{3,60}[,:]"
)
_NUMBERED_OFFICE = re.compile(rf"\D*{OFFICE.pattern}\D*\b\d{{1,2}}\b\D*$", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True)
class Signed:
    """A name or an office in a signature, with its offsets in the letter's text."""

    text: str
    start: int
    end: int


def role_of(
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
        below = further if further is not None and is_office(further.line.text) else None
    if below is not None and _is_scrawl(letter, below):
        below = letter.below(below, within=1.6) or below
    under = below if below is not None and id(below) in own and _is_role(below, names) else None
    mandated = _mandated(placed, lines, names)
    over = _office_above(placed, lines)
    if under is not None and not OFFICE.search(under.line.text):
        under = None if is_printed(letter, under.line.text) else under
    if mandated is not None and (under is None or not OFFICE.search(under.line.text)):
        return mandated
    if under is not None and over is not None and _is_of_next(under, over, lines, names):
        return _whole_role(letter, over, own, names)
    if under is not None and (over is None or OFFICE.search(under.line.text)):
        return _whole_role(letter, under, own, names)
    return _whole_role(letter, over, own, names) if over is not None else None


def is_printed(letter: Letter, text: str) -> bool:
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


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalpha())


def unbracketed(text: str) -> str:
    """'(Els Bakker)' under a scrawl."""
    return text[1:-1] if text.startswith("(") and text.find(")") == len(text) - 1 else text


def is_organisation(text: str) -> bool:
    """A body, at whatever date, or one by its kind: 'Gemeente Zwolle', 'Omgevingsdienst ...'."""
    if _PART_OF_BODY.match(text):
        return True
    known = registers.organisation(text, None) or registers.former_organisation(text, None)
    return known is not None or unregistered(text) is not None


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
    other = labelled or id(placed) in names or COVERED in text or FORMULA.match(text) or "@" in text
    return worded and not other and len(text.split()) <= 14 and not _names_body(text)


def _names_body(text: str) -> bool:
    return OFFICE.search(text) is None and is_organisation(text)


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
        if not _goes_on(text, further) or is_office(further):
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
    return unbracketed(text.strip(" ,.") if text.startswith(",") else text.strip(" ,"))


def is_office(text: str) -> bool:
    """A line that names an office and nothing else; a body that signs is none."""
    text = _ACTING.sub("", _plain(text))
    no_office = _BODY.match(text) or FORMULA.match(text)
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
    if not following or not is_office(under.line.text) or not is_office(over.line.text):
        return False
    after = min(following, key=lambda line: line.box.top)
    return not any(_stands_over(after, line) and is_office(line.line.text) for line in lines)


def _office_above(placed: Placed, lines: list[Placed]) -> Placed | None:
    """The nearest office over this line; a body that signs ('namens ...') is none.

    Nor is one for whom another signs: 'De Minister van ..., namens deze'.
    """
    above = [line for line in lines if line.page is placed.page and _stands_over(line, placed)]
    mandates = [line.box.top for line in above if MANDATE.match(line.line.text)]
    over = [
        other
        for other in above
        if (is_office(other.line.text) or _OFFICE_SAID.fullmatch(other.line.text))
        and not any(other.box.top < top for top in mandates)
    ]
    return max(over, key=lambda other: other.box.top, default=None)
