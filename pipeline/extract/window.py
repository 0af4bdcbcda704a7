"""The address window: the lines of the one written to, each read as what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from pipeline import registers
from pipeline.dutch.identifiers import find_postcodes
from pipeline.dutch.names import find_persons, looks_like_name
from pipeline.dutch.wrapped import on_one_line
from pipeline.extract.addresses import houses, is_numbered
from pipeline.extract.organisations import unregistered
from pipeline.letter import Letter, Passage, Placed, together
from pipeline.page import COVERED, Zone

Span = tuple[int, int]
PartKind = Literal["address", "place", "person", "office", "name", "care_of"]

OPENER = re.compile(
    r"^(?:aan\s*:?\s+|bestemd\s+voor\s*:?\s+|:\s+|t\.?\s?a\.?\s?v\.?\s*:?\s*|[l1|]\.?a\.v\.\s+|ter\s+attentie\s+van\s+|per\s+\S+\s*:\s*|p\s?/\s?a\s+|"
    r"z\.?\s?hd\.?\s+|attn?\.?:?\s+|"
    r"(?:zijne|hare)\s+excellentie\s+|(?:de\s+)?heren\s+(?=burgemeester|gedeputeerde|leden|dijkgraaf))+",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"\b(?:minister|staatssecretaris|(?:loco-?)?burgemeester|wethouder|colleges?|\w*secretaris|"
    r"gemeenteraad|staten|\w*bestuur|directie|\w*directeur|voorzitter|afdeling|\w*hoofd|dijkgraaf|"
    r"\w*griffiers?|griffie|\w*raden|\w*secretariaat|commissaris|gedeputeerde|\w*commissie|\w*manager|teamleider|coördinator|\w*adviseur|penningmeester|raad|"
    r"leden|gezag|kamer|team|sector|rector|\w*inspecteur|\w*chef|\w*officier|\w*beheerder|"
    r"\w*medewerk(?:er|ster)|\w*ambtenaar|\w*consulent|\w*jurist|\w*specialist|\w*leider|\w*planoloog|"
    r"\w*functionaris|\w*secretaresse|\w*verlener|\w*handhaver|\w*houder|\w*regisseur|\w*controller|"
    r"steaten|\w*coach|\w*planner|\w*consultant|\w*deskundige|\w*analist|\w*architect|\w*econoom|\w*strateeg|\w*assistent|\w*bestuurder|\w*makelaar|\w*onderzoeker)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"^(?:van|en|voor|de gemeenten?|te|namens)\b|^&\s|^[a-z]")
_UNIT = re.compile(
    r"(?:(?:hoofd)?afdeling|sector|sectie|team|dienst|(?:staf|project|programma)?bureau|directie|"
    r"cluster|eenheid|domein|programma|secretariaat|vakgroep|(?:expertise|kennis|service)centrum)\b",
    re.I,
)
_ALSO_TO = re.compile(
    r"(?:ter\s+(?:kennisneming|kennisname|informatie)|(?:een\s+|in\s+)?afschrift|(?:een\s+)?kopie|"
    r"c\.?\s?c\.?\b|i\.?\s?a\.?\s?a\.)",
    re.IGNORECASE,
)
_SPECKS = " ,~|·•`_'’^*"
_UNFINISHED = re.compile(
    r"(?:[,&]|[a-z]-|\b(?:van|en|de|het|voor|der|aan|gemeenten?|provincie|stichting|vereniging|"
    r"(?:hoogheemraad|water)?schap|ministerie|veiligheidsregio|omgevingsdienst|"
    r"[a-z]{3,}(?:lijke?|ische?)))$",
    re.IGNORECASE,
)
_CUT_NAME = re.compile(  # 'de voorzitter van de Stichting Behoud' over 'Fort Rijnauwen'
    r"\b(?:van|der|aan)\s+(?:de\s+|het\s+)?(?:stichting|vereniging|coöperatie|bond)\s+\S+$", re.I
)
_ENDS_IN_KIND = re.compile(  # 'het bestuur van Voetbalvereniging' over 'Sparta'
    r"\bvan\s+(?:de\s+|het\s+)?(?P<kind>[A-Z]\w+)$"
)
_REST_OF_NAME = re.compile(r"[A-Z'’][\w'’.-]*(?:\s+[\w'’.&-]+){0,4}")
_OWN_OFFICE = re.compile(rf"(?:de|het)\s+(?:\w+\s+)?{OFFICE.pattern}", re.IGNORECASE)
_NOTHING = re.compile(
    r"(?:aan|te|bestemd\s+voor|t\.?a\.?v\.?|(?:aan\s+)?(?:de\s+)?heren|(?:de\s+)?heer|mevrouw|"
    r"(?:aan\s+)?(?:de\s+)?(?:erven|erfgenamen|nabestaanden|ouders)\s+van"
    r"(?:\s+(?:de\s+heer|wijlen|mevrouw))*|"
    r"gebouw\s.+|(?:kamer|postvak)\s+\d\S*|stadhuis|stadskantoor|gemeentehuis|raadhuis|provinciehuis|"
    r"\(?(?:(?:per|via)\s+e-?mail)\)?|"
    r"(?:(?:per\s+)?(?:aangetekende?|aantekenen|persoonlijk|vertrouwelijk|spoed|koerier|"
    r"(?:gewone\s+)?post|e-?mail|en|met|bericht\s+van\s+ontvangst)\W*)+)?\s*:?",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:en|&)\s", re.IGNORECASE)
_APPOSITION = re.compile(r"[a-zà-ÿ][^\d:;@]{2,60}")  # after a name: 'eigenaar'
_FORM_AFTER = re.compile(r"\s?(?:[BN]\.?V\b|V\.O\.F|&)")  # 'Transportbedrijf H. de Jong B.V.'
_ROLE_AFTER = re.compile(r"\s?[,(]|\s[–-]\s")
_ATTENTION = re.compile(r"(?:t\.?\s?a\.?\s?v\b|ter\s+attentie|attn?\b)", re.IGNORECASE)
_TWO: tuple[PartKind, PartKind] = ("office", "name")
_OFFICE_OF_BODY = re.compile(
    r"(?P<office>(?!(?:de|het)\s)[a-zà-ÿ][a-zà-ÿ -]+?)\s+(?:(?:van|bij)\s+(?:de\s+|het\s+)?)?"
    r"(?P<body>(?:(?<=van\s)|(?<=bij\s)|(?=\S+\s))[A-Z].*)"
)
_BUILDING = re.compile(
    r"\W*(?:gebouw|stadhuis|stadskantoor|\w*huis|\w*kantoor|postvak|locatie|kamer|etage|verdieping|"
    r"per\s|via\s|toren)\b|.*\d",
    re.IGNORECASE,
)
_CARE_OF = re.compile(r"p\s?/\s?a\b", re.IGNORECASE)
_TO_PLACE = re.compile(r"\s+te(?:\s+['’A-Z][^a-z]*)?$")  # 'de Minister van ... te 's-GRAVENHAGE'
TE = re.compile(r"te\s+(?=['’A-Z])")  # 'te VOORBURG' alone on its line
_SPACED = re.compile(r"(?:[^\W\d_]\s){2,}[^\W\d_]\s?\.?")  # 'M A A S T R I C H T'


@dataclass(frozen=True, slots=True)
class Part:
    """A line of the window, or several that are one, without its opener ('Aan', 'T.a.v.')."""

    kind: PartKind
    text: str
    passage: Passage


def window(letter: Letter) -> list[Part]:
    """The parts of the recipient's address on the first page; empty where there is none."""
    lines = _window_lines(letter)
    town = place_line(letter)
    if town is not None and not _UNFINISHED.search(lines[-2].line.text):
        lines = lines[:-1]
    parts: list[Part] = []
    for pieces in _joined(letter, [(p.start, p.end) for p in lines]):
        (start, end), *further = pieces
        opener = OPENER.match(letter.text[start:end])
        care_of = opener is not None and _CARE_OF.search(opener.group()) is not None
        start += opener.end() if opener else 0
        spans = [(start, end), *further]
        whole = "\n".join(letter.text[slice(*span)] for span in spans)
        text = _TO_PLACE.sub("", on_one_line(whole)).strip(_SPECKS)
        if _NOTHING.fullmatch(text):
            continue
        kind = _kind(text)
        if care_of and kind in {"name", "office"}:
            kind = "care_of"
        elif opener is not None and _ATTENTION.match(opener[0]) and _is_desk(text, kind, parts):
            kind = "office"
        part = Part(kind, text, _passage(letter, spans))
        straight = part.passage.end - part.passage.start == len(whole)
        split = (_apart(letter, part) or _unit_apart(letter, part)) if straight else []
        parts += split or [part]
    return _with_body_apart(letter, _with_units(_with_numbered(parts)))


def name_alone(parts: Sequence[Part]) -> Part | None:
    """'Theo Slob' or 'Bakkerij Smits' over an address and nothing else: a person or a body."""
    first, others = (parts[0], parts[1:]) if parts else (None, [])
    if first is None or first.kind != "name" or not looks_like_name(first.text):
        return None
    return first if all(part.kind in {"address", "place"} for part in others) else None


def _passage(letter: Letter, spans: Sequence[Span]) -> Passage:
    """Lines as one passage; where another column stands between them, each keeps its place."""
    if all(after[0] == before[1] + 1 for before, after in pairwise(spans)):
        return letter.passage(spans[0][0], spans[-1][1])
    return together([letter.passage(*span) for span in spans])


def _window_lines(letter: Letter) -> list[Placed]:
    """The lines of the window, down to where others are named who get a copy."""
    lines = [p for p in letter.lines if p.zone is Zone.address and p.page.number == 1]
    copies = (n for n, placed in enumerate(lines) if n and _ALSO_TO.match(placed.line.text))
    return lines[: next(copies, None)]


def _apart(letter: Letter, part: Part) -> list[Part]:
    """'wethouder mw. J. Eugster' is an office and a person; so is 'J. de Vries, secretaris'."""
    start, end = part.passage.start, part.passage.end
    text = letter.text[start:end]
    span = _named_in(text)
    if span is None or part.kind == "address":
        return []
    first, last = span
    before, after = text[:first], text[last:]
    named = Part("person", text[first:last], letter.passage(start + first, start + last))
    if OFFICE.search(before) and not _FORM_AFTER.match(after):
        head = letter.passage(start, start + len(before.rstrip(" ,:")))
        tail = letter.passage(start + first, end)
        return [Part("office", head.text, head), Part("person", text[first:], tail)]
    role = after.strip(" ,()–-")
    says = OFFICE.search(role) or _APPOSITION.fullmatch(role)
    if _ROLE_AFTER.match(after) and says and not before.strip():
        at = start + last + after.index(role)
        return [named, Part("office", role, letter.passage(at, at + len(role)))]
    return []


def _unit_apart(letter: Letter, part: Part) -> list[Part]:
    """'Provincie Drenthe, bureau Europa' is a body and a unit of it; 'Gemeente Ede, Ede' is not."""
    named, comma, unit = part.text.partition(", ")
    end = part.passage.end
    start = end - len(part.text)
    if part.kind != "name" or not comma or letter.text[start:end] != part.text:
        return []
    other = "," in unit or _BUILDING.match(unit) or _is_body(unit)
    if other or registers.place_named(unit) or registers.organisation(named, None) is None:
        return []
    passages = (letter.passage(start, start + len(named)), letter.passage(end - len(unit), end))
    return [Part("name", named, passages[0]), Part("office", unit, passages[1])]


def _named_in(text: str) -> Span | None:
    """The person of a line; a bare name where a comma or a bracket ends it: 'Els Bos (arts)'."""
    if (at := text.find(COVERED)) > 0:
        return at, at + 1
    person = next(find_persons(text), None)
    if person is not None:
        return person.start, person.end
    bare = re.match(r"[^,(]+?(?=\s?[,(]|\s[–-]\s)", text)
    if bare is None or not looks_like_name(bare[0]):
        return None
    return None if OFFICE.search(bare[0]) or _is_body(bare[0]) else bare.span()


def place_line(letter: Letter) -> Placed | None:
    """The last line of a window without a postcode, where it is a place: 'ZWOLLE'."""
    lines = _window_lines(letter)
    if len(lines) < 2 or any(_is_place(placed.line.text) for placed in lines):
        return None
    name = unspaced(TE.sub("", lines[-1].line.text))
    known = registers.place_named(name) or registers.municipalities_named(name)
    return lines[-1] if known else None


def unspaced(text: str) -> str:
    """A name without the spaces between its letters, and without the point after it."""
    text = text.strip(" ,")
    text = re.sub(r"\s", "", text) if _SPACED.fullmatch(text) else text
    return text.rstrip(". ")


def _with_numbered(parts: list[Part]) -> list[Part]:
    """'Veerdam 9' straight over a postcode is an address, though nothing else says so.

    And a first line that names a house is no address over another: 'VvE Apollolaan 88-94'.
    """
    last = len(parts) - 1
    kinds: list[PartKind] = [part.kind for part in parts]
    for at, part in enumerate(parts[:-1]):
        if part.kind == "name" and is_numbered(part.text) and kinds[at + 1] == "place":
            kinds[at] = "address"
    if last > 1 and kinds[0] == "address" and "address" in kinds[1:]:
        kinds[0] = "name"
    return [replace(part, kind=kind) for part, kind in zip(parts, kinds, strict=True)]


def _with_units(parts: list[Part]) -> list[Part]:
    """'bureau Juridische Zaken' under the body of which it is; 'eigenaar' under his name."""
    found: list[Part] = []
    for part in parts:
        over = found[-1] if found else None
        under = any(above.kind in {"name", "office"} for above in found)
        unit = under and _UNIT.match(part.text) is not None
        if over is not None and not unit:
            own = over.kind == "person" and _APPOSITION.fullmatch(part.text) is not None
            unit = own or _is_unit_of(over, part)
        office = part.kind == "name" and unit
        found.append(replace(part, kind="office") if office else part)
    return found


def _with_body_apart(letter: Letter, parts: list[Part]) -> list[Part]:
    """'penningmeester Cultuurhuis Hanzehof' under a name, where no body has a line of its own."""
    if any(part.kind == "name" for part in parts):
        return parts
    for at, part in enumerate(parts):
        split = _OFFICE_OF_BODY.fullmatch(part.text)
        whole = part.passage.end - part.passage.start == len(part.text)
        if at and parts[at - 1].kind == "person" and part.kind == "office" and split and whole:
            start = part.passage.start
            spans = [(start + a, start + b) for a, b in (split.span("office"), split.span("body"))]
            texts = (split["office"], split["body"])
            office, body = (
                Part(kind, text, letter.passage(*span))
                for kind, text, span in zip(_TWO, texts, spans, strict=True)
            )
            return [*parts[:at], office, body, *parts[at + 1 :]]
    return parts


def _is_unit_of(over: Part, part: Part) -> bool:
    """'Publiekszaken' straight under 'Gemeente Ede'; no building, no second body, no name."""
    other = _BUILDING.match(part.text) or _is_body(part.text) or looks_like_name(part.text)
    return over.kind == "name" and not other and registers.organisation(over.text, None) is not None


def _is_desk(text: str, kind: PartKind, parts: Sequence[Part]) -> bool:
    """Whether attention is asked for a desk of the body over it: 'Crediteurenadministratie'."""
    under = any(part.kind == "name" for part in parts)
    return under and kind == "name" and not (looks_like_name(text) or _is_body(text))


def _joined(letter: Letter, spans: Sequence[Span]) -> list[list[Span]]:
    """Lines that go on with the one above them as one."""
    joined: list[list[Span]] = []
    for start, end in spans:
        text = letter.text[start:end]
        above = letter.text[slice(*joined[-1][-1])] if joined else ""
        begun = " ".join(letter.text[slice(*span)] for span in joined[-1]) if joined else ""
        open_to = joined and not (_NOTHING.fullmatch(above) or houses(above))
        alone = OPENER.match(text) or _stands_alone(text)
        if open_to and not alone and _continues(begun, above, text):
            joined[-1].append((start, end))
        else:
            joined.append([(start, end)])
    return joined


def _continues(begun: str, above: str, text: str) -> bool:
    """Whether a line goes on with the one above it, the last of what was begun."""
    if _UNFINISHED.search(above) or registers.known_together(_opened(begun), text):
        return True
    kind = _ENDS_IN_KIND.search(above)
    bare = above.isalpha() and above[:1].isupper() and not OFFICE.search(above)
    of_kind = unregistered(kind["kind"]) if kind is not None else None
    lone_kind = unregistered(above) if bare and above == begun and not _UNIT.match(above) else None
    if (
        (_CUT_NAME.search(above) or of_kind or lone_kind)
        and _REST_OF_NAME.fullmatch(text)
        and not _names_more(text)
    ):
        return True
    person = next(find_persons(text), None)
    if person is not None and not person.start:
        return False
    named = _kind(_opened(above)) == "person" and not _AND.match(text)
    own = _OWN_OFFICE.match(text) or _UNIT.match(text) or named
    return not own and bool(_GOES_ON.match(text)) and not (OFFICE.match(text) and _is_body(above))


def _is_body(text: str) -> bool:
    if OFFICE.search(text) is not None:
        return False
    known = registers.organisation(text, None) or registers.former_organisation(text, None)
    return known is not None or unregistered(text) is not None


def _opened(text: str) -> str:
    """A line without its opener: 'T.a.v. de heer Bos' is a person."""
    return OPENER.sub("", text, count=1)


def _names_more(text: str) -> bool:
    """Whether a line says of itself what it is: an office, a unit, another body."""
    return OFFICE.search(text) is not None or unregistered(text) is not None


def _stands_alone(text: str) -> bool:
    return _kind(text) in {"place", "person", "address"}


def _is_place(text: str) -> bool:
    return any(True for _ in find_postcodes(text))


def _kind(text: str) -> PartKind:
    if _is_place(text):
        return "place"
    if houses(text):
        return "address"
    named = sum(person.end - person.start for person in find_persons(text))
    if text == COVERED or named > 0.6 * len(text):
        return "person"
    return "office" if OFFICE.search(text) else "name"
