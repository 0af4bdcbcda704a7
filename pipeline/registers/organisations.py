"""Who writes, who is written to: any registered organisation, as a letter calls it.

An organisation is found by its name ('Waterschap Rivierenland'), by the office that acts for it
('Burgemeester en wethouders van Almere', 'De minister van VenJ'), or by its address.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.registers import municipal, offices, public_bodies
from pipeline.registers.municipal import Municipality
from pipeline.registers.names import Hit, NameIndex, distance_in_days, words
from pipeline.registers.public_bodies import Body

COLLEGE = r"(?:burgemeester\s+(?:en|&)\s+wethouders|b\s*(?:en|&|\+)\s*w)"
OF = r"\s+(?:van|der|te|in)(?:\s+de)?"
MUNICIPAL = re.compile(
    rf"\b(?:gemeente(?:bestuur)?(?:\s+van)?(?:\s+de)?"
    rf"|{COLLEGE}(?:{OF})?(?:\s+gemeente)?"
    rf"|gemeenteraad{OF}(?:\s+gemeente)?|(?:burgemeester|raad){OF}(?:\s+gemeente)?)\s+",
    re.IGNORECASE,
)
PROVINCIAL = re.compile(
    rf"\b(?:provincie(?:\s+van)?|(?:gedeputeerde|provinciale)\s+staten(?:{OF})?(?:\s+provincie)?"
    rf"|commissaris\s+van\s+de\s+koning(?:in)?{OF}(?:\s+provincie)?)\s+",
    re.IGNORECASE,
)
WATER = re.compile(
    r"\b(?:waterschap|hoogheemraadschap|heemraadschap|wetterskip)\s+(?:van\s+)?", re.IGNORECASE
)
# What may stand between the head of an address or signature and the organisation itself.
BEFORE = re.compile(
    r"(?:(?:aan|de|het|den|namens|college|dagelijks|algemeen|bestuur|directie|raad|voorzitter|leden"
    r"|secretaris|dijkgraaf|heemraden|heemraad|en|van|der|voor|t\.?\s?a\.?\s?v\.?|heer|mevrouw)"
    r"\b[\s.,:;]*)*",
    re.IGNORECASE,
)
LEADS = ("gemeente", "provincie", "ministerie", "waterschap", "hoogheemraadschap")
PLURALS = tuple(key for lead in LEADS for key in (f"{lead}n", f"{lead}s", f"{lead}pen"))
SHORTEST_ABBREVIATION = 3


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation in its official name at a date; `identifier` is its TOOI code or None."""

    name: str
    identifier: str | None
    kind: str


Source = Municipality | Body


@cache
def provincial() -> NameIndex[Body]:
    """Province bodies by the bare name, which means the province only after a lead word."""
    items = [item for item in public_bodies.bodies() if item.kind == "province"]
    names = [(n.split(" ", 1)[1], b) for b in items for n in (b.name, *b.aliases)]
    brabant = next(b for b in items if b.name == "Provincie Noord-Brabant")
    return NameIndex([*names, ("Brabant", brabant)])


@cache
def abbreviations() -> dict[str, tuple[Body, ...]]:
    """Abbreviations that are safe to find in running text, exactly as written."""
    found: dict[str, list[Body]] = {}
    for item in public_bodies.bodies():
        for short in item.abbreviations:
            if len(short) >= SHORTEST_ABBREVIATION and not municipal.is_ordinary_word(short):
                found.setdefault(short, []).append(item)
    return {short: tuple(items) for short, items in found.items()}


def find_sources(text: str) -> Iterator[Hit[Source]]:
    """Every registered body or municipality named in `text` as an organisation; longest first."""
    hits: list[Hit[Source]] = [*_named(text), *_led(text), *_abbreviated(text)]
    end = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= end:
            yield hit
            end = hit.end


def _named(text: str) -> Iterator[Hit[Source]]:
    for hit in public_bodies.full_name_index().scan(text, capital=False):
        one_word = " " not in text[hit.start : hit.end].strip()
        if not one_word or _is_name(text[hit.start : hit.end]):
            yield Hit(hit.start, hit.end, hit.items)


def _is_name(word: str) -> bool:
    return word[0].isupper() and not municipal.is_ordinary_word(word)


def _led(text: str) -> Iterator[Hit[Source]]:
    """Names after a word that says what they are."""
    for pattern, index in (
        (MUNICIPAL, municipal.index()),
        (PROVINCIAL, provincial()),
        (WATER, public_bodies.water_boards()),
    ):
        for match in pattern.finditer(text):
            if hit := index.leading(text, _before_article(text, match)):
                yield Hit(match.start(), hit.end, hit.items)
    for ministry in offices.find_ministries(text):
        yield Hit(*ministry)


def _before_article(text: str, match: re.Match[str]) -> int:
    """Where the name begins: 'de' may belong to it ('college van B&W van de Bilt')."""
    article = re.search(r"\b(?:de|der|het)\s+$", match[0], re.IGNORECASE)
    start = match.start() + article.start() if article else match.end()
    return start if municipal.index().leading(text, start) else match.end()


def _abbreviated(text: str) -> Iterator[Hit[Source]]:
    known = abbreviations()
    for match in re.finditer(r"(?<![\w@.-])[\w&]*[A-Z][\w&]*(?![\w@-])", text):
        if items := known.get(match[0]):
            yield Hit(*match.span(), items)


def find_organisations(
    text: str, date: dt.date | None = None
) -> Iterator[tuple[int, int, tuple[Organisation, ...]]]:
    """Every organisation named in running text: start, end, and who it can be.

    Those in force on `date`, named as then; where there is none, all that ever had the name.
    """
    for hit in find_sources(text):
        here = tuple(item for item in hit.items if _carries(item, date))
        found = tuple(dict.fromkeys(named(item, date) for item in here or hit.items))
        yield hit.start, hit.end, found


def _carries(item: Source, date: dt.date | None) -> bool:
    return item.carried(date) if isinstance(item, Body) else item.in_force(date)


def named(item: Source, date: dt.date | None) -> Organisation:
    """As a record has it: 'Gemeente Almere', 'Provincie Overijssel', with the TOOI code."""
    if isinstance(item, Body):
        return Organisation(item.name, item.identifier, item.kind)
    if item.kind != "gemeente":
        return Organisation(item.name, None, "public_body")
    return Organisation(f"Gemeente {item.official_name(date)}", item.identifier, "municipality")


def organisation(text: str, date: dt.date | None) -> Organisation | None:
    """The organisation that `text` begins with, in its official name on `date` (None: today).

    Takes names, abbreviations and acting offices; line breaks, case and one or two wrong letters in
    a long name do not matter. A bare place name ('Almere') is no organisation. None where nobody of
    that name existed then (see `former_organisation`), or where two did.
    """
    item = _choose(_sources(text, date), text, date)
    return named(item, date) if item else None


def former_organisation(text: str, date: dt.date | None) -> Organisation | None:
    """An organisation of that name at another time than `date`, as it was called; else None."""
    if organisation(text, date) is not None:
        return None
    items = _sources(text, date)
    place = next((m.plain_name for m in items if isinstance(m, Municipality)), "")
    municipality = municipal.former_municipality(place, date) if place else None
    if municipality is not None:
        return named(municipality, None)
    gone = [item for item in items if isinstance(item, Body) and not item.carried(date)]
    nearest = min(gone, key=lambda item: distance_in_days(item, date), default=None)
    return named(nearest, date) if nearest else None


def _sources(text: str, date: dt.date | None) -> tuple[Source, ...]:
    text = _mended(text)
    hit = next(find_sources(text), None)
    if hit is not None and BEFORE.fullmatch(text[: hit.start]):
        return hit.items
    return (
        public_bodies.bodies_named(text)
        or _near_municipality(text, date)
        or public_bodies.bodies_near(text)
    )


def _choose(items: Iterable[Source], text: str, date: dt.date | None) -> Source | None:
    items = tuple(items)
    local = [item for item in items if isinstance(item, Municipality)]
    if local:
        name = max((m.plain_name for m in local), key=lambda name: name in text)
        return municipal.municipality(name, date)
    return public_bodies.carrier((item for item in items if isinstance(item, Body)), date)


def _mended(text: str) -> str:
    """The lead word with its wrong letters put right: 'Gemeenle Urk', 'PROVlNCIE UTRECHT'."""
    from rapidfuzz.distance import Levenshtein

    for word in words(text)[:4]:
        if len(word.key) < 7 or word.key in LEADS or word.key in PLURALS:
            continue
        for lead in LEADS:
            far = 1 if len(lead) < 10 else 2
            if Levenshtein.distance(word.key, lead, score_cutoff=far) <= far:
                return text[: word.start] + lead + text[word.end :]
    return text


def _near_municipality(text: str, date: dt.date | None) -> tuple[Municipality, ...]:
    """The municipality after a lead word, when OCR spoilt its name."""
    match = MUNICIPAL.search(text)
    if match is None or not BEFORE.fullmatch(text[: match.start()]):
        return ()
    rest = re.split(r"[,;:\n(]", text[match.end() :], maxsplit=1)[0]
    near = municipal.nearest_municipality(rest, date)
    return (near[0],) if near else ()
