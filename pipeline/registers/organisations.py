"""Who writes, who is written to: any registered organisation, as a letter calls it.

An organisation is found by its name ('Waterschap Rivierenland'), by the office that acts for it
('Burgemeester en wethouders van Almere', 'De minister van VenJ'), or by its address.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
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
    r"\b(?:waterschap|hoogheemraadschap|heemraadschap|wetterskip|(?:hoog)?heemraden\s+van)\s+(?:van\s+)?",
    re.IGNORECASE,
)
# What may stand between the head of an address or signature and the organisation itself.
BEFORE = re.compile(
    r"(?:(?:aan|de|het|den|namens|college|dagelijks|algemeen|bestuur|directie|raad|voorzitter|leden"
    r"|secretaris|dijkgraaf|heemraden|heemraad|en|van|der|voor|t\.?\s?a\.?\s?v\.?|heer|mevrouw)"
    r"\b[\s.,:;]*)*",
    re.IGNORECASE,
)
LEADS = ("gemeente", "provincie", "ministerie", "waterschap", "hoogheemraadschap")
# Right as they are, though a letter or two from a lead word.
RIGHT = frozenset({*LEADS, "gemeenten", "gemeentes", "provincies", "ministeries", "minister"})
WELL_KNOWN = frozenset({"ministry", "agency", "inspectorate", "high_council"})


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
    """Abbreviations that are safe to find in running text, exactly as written.

    Three letters are safe for the well-known only: what OCR makes of a redaction looks like them.
    """
    found: dict[str, list[Body]] = {}
    for item in public_bodies.bodies():
        least = 3 if item.kind in WELL_KNOWN else 4
        for short in item.abbreviations:
            capitals = sum(sign.isupper() for sign in short)
            if len(short) >= least and capitals > 1 and not municipal.is_ordinary_word(short):
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
    yield from _municipal(text)
    for pattern, index in ((PROVINCIAL, provincial()), (WATER, public_bodies.water_boards())):
        for match in pattern.finditer(text):
            if hit := index.leading(text, match.end()):
                yield Hit(match.start(), hit.end, hit.items)
    for ministry in offices.find_ministries(text):
        yield Hit(*ministry)


def _municipal(text: str) -> Iterator[Hit[Source]]:
    """'gemeente X' and its like; 'gemeente heel' is not Heel, nor 'gemeente best' Best."""
    for match in MUNICIPAL.finditer(text):
        hit = _leading_municipality(text, match)
        if hit is not None and (
            text[hit.start].isupper() or not municipal.is_ordinary_word(text[hit.start : hit.end])
        ):
            yield Hit(match.start(), hit.end, hit.items)


def _leading_municipality(text: str, match: re.Match[str]) -> Hit[Municipality] | None:
    """The name after `match`; its last article may belong to it ('B en W van de Bilt')."""
    article = re.search(r"\b(?:de|der|het)\s+$", match[0], re.IGNORECASE)
    whole = article and municipal.index().leading(text, match.start() + article.start())
    return whole or municipal.index().leading(text, match.end())


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
    items = _sources(text, date)
    if any(_carries(item, date) for item in items):
        return None
    nearest = min(items, key=lambda item: distance_in_days(item, date), default=None)
    return named(nearest, None) if nearest else None


def known_together(above: str, below: str) -> bool:
    """Whether two lines name a body that neither has: 'de minister van Sociale', 'Zaken en ...'."""
    apart = _exactly(above) or _exactly(below)
    return not apart and bool(_exactly(f"{above} {below}"))


def _sources(text: str, date: dt.date | None) -> tuple[Source, ...]:
    return _exactly(text) or _exactly(mended := _mended(text)) or _nearly(mended, date)


def _exactly(text: str) -> tuple[Source, ...]:
    hit = next(find_sources(text), None)
    if hit is not None and BEFORE.fullmatch(text[: hit.start]):
        return hit.items
    return public_bodies.bodies_named(text)


def _nearly(text: str, date: dt.date | None) -> tuple[Source, ...]:
    return _near_municipality(text, date) or public_bodies.bodies_near(text)


def _choose(items: tuple[Source, ...], text: str, date: dt.date | None) -> Source | None:
    towns = [item for item in items if isinstance(item, Municipality)]
    if towns:
        name = MUNICIPAL.sub("", text)
        return municipal.likeliest(name, [item for item in towns if item.in_force(date)])
    return public_bodies.carrier((item for item in items if isinstance(item, Body)), date)


def _mended(text: str) -> str:
    """The lead word with its wrong letters put right: 'Gemeenle Urk', 'PROVlNCIE UTRECHT'."""
    from rapidfuzz.distance import Levenshtein

    for word in words(text)[:4]:
        if len(word.key) < 7 or word.key in RIGHT:
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
