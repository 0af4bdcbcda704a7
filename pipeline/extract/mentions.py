"""Where a letter names a municipality, and whether something beside the name says that it is one.

'de gemeente Urk', 'burgemeester en wethouders van Urk', a list after 'de gemeenten' and a table's
column 'Gemeente' say so. A bare name in running text counts as long as nothing says that it is
a place in an address, a dateline, a person or a part of another name.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline import registers
from pipeline.dutch.names import find_persons
from pipeline.extract import Reading
from pipeline.extract.adjectives import adjectives
from pipeline.extract.cells import one_line
from pipeline.extract.place_names import is_only_a_place
from pipeline.extract.tabulated import Tabulated
from pipeline.letter import Letter
from pipeline.page import Zone
from pipeline.registers import Hit, Municipality

_COLLEGE = r"(?:burgemeesters?\s+(?:en|&)\s+wethouders?|b\s?(?:&|en|\+)\s?w)"
# OCR reads 'm' as 'rn' and 'e' as 'c' or 'o'.
_MUNICIPALITY = r"ge(?:m|rn)[eoc]{2}n[tl][eoc]n?"
_KIND_OF = (
    r"(?:buur|naburige\s|omliggende\s|rand|centrum|gast|kern|regio|partner|grens|kust|groei|plattelands|"
    r"voorbeeld|pilot|proef|zuster|fusie|krimp|garantie)"
)
# 'de gastgemeente', 'buurgemeenten': a municipality by the part that it has for the writer
_LEAD = re.compile(
    rf"(?<!\w)(?:{_KIND_OF}?{_MUNICIPALITY}(?:bestuur|besturen|raad|raden)?(?:\s+(?:van|te))?"
    rf"|{_COLLEGE}(?:\s+(?:van|te|in|der))?(?:\s+de)?"
    r"|(?:colleges?|raad|raden|burgemeesters?|wethouders?|gemeentesecretaris|griffiers?|stad|steden|"
    r"gemeentehuis|stadhuis|raadhuis|stadskantoor|raadzaal|gemeentewerf)\s+(?-i:van|te|in|VAN|TE|IN))"
    r"(?:\s+(?:in|van|uit|binnen)\s+(?:onze|deze|de)\s+\w*regio)?"
    r"(?:\s*,?\s*(?:te\s+weten(?:\s+die\s+van)?|namelijk|zijn|zijnde|waaronder|zoals|als|deel|mee|die\s+van|die\s+(?:\w+\s+){0,2}(?:meedoen|deelnemen|samenwerken)(?:\s+zijn)?)|(?<=en),)?(?=\W)",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"(?<!\w)burgemeester\s+$", re.IGNORECASE)
# What may stand before a name of a list: a mark, an article, the lead word said again.
_SKIP = re.compile(
    rf"(?:[\s:(‘'\"“•*▪·–-]|\d{{1,2}}[.)]\s|(?:de|het|van)\s|{_MUNICIPALITY}\s|{_COLLEGE}\s"
    r"|colleges?\s)*",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:\s*[,;/&]|\s+(?:e[nu]|cn|of|alsmede|alsook|evenals)(?=\s)|[^\S\n]*\n\s*[•*▪·–-]|\s+&)+"
)
_PHRASE = re.compile(r"(?:[^\W\d]|\d(?=[a-z]{3}))[^\s,;:()/]*(?:[ \n-][^\W\d][^\s,;:()/]*){0,3}")
_REST = re.compile(
    r"\s*\n\n\s*(?:(?:op|aan|bij|in|en|den?|het)\s+){1,2}[A-Z][\w-]+(?: [A-Z][\w-]+)?"
)
_NEXT = re.compile(r"(?:\s|[,;/&•*▪·–(-]|\b(?:e[nu]|cn|of|de|alsmede|evenals|gemeenten?)\b){1,14}")
_OTHERS = re.compile(
    r"\b(?:(?:provincies|regio['’]?s|waterschappen|universiteiten|hogescholen|rechtbanken|stations|"
    r"families|firma['’]?s|heren)\s+(?:van\s+|te\s+|in\s+)?|(?:kernen|dorpen|wijken)\s+)$",
    re.IGNORECASE,
)
# 'de Provincie Utrecht en de gemeente Urk': the first is no municipality
_OF_ONE_BODY = re.compile(
    r"\b(?:provincie|waterschap|rijkswaterstaat|universiteit|rechtbank|politie|regio|veiligheidsregio|brandweer)\s+$",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\b(?:[Ii]n|naar|uit|nabij|binnen|tussen|rondom?|vanuit|buiten|tegenstelling\s+tot|"
    r"vergelijking\s+met|(?:zuiden|noorden|oosten|westen)\s+van|onder\s+(?:meer|andere)|"
    r"(?:inwoners|bewoners|burgers|ambtenaren|raadsleden|bestuurders|ondernemers|collega['’]s|scholen|kernen)\s+(?:van|uit|in)|"
    r"[Nn]et\s+als|[Ee]venals|[Aa]nders\s+dan|via|langs|[Zz]owel(?:\s+[A-Z][\w-]+\s+als)?|zoals|waaronder|rond)\s$"
)
_BARE_ZONES = {Zone.body, Zone.subject, Zone.table, Zone.closing}
_MERGER = re.compile(
    r"\b(?:samengevoegd|gefuseerd|fuseren|fuseerden|opgegaan|heringedeeld|herindeling|samengegaan)\b",
    re.I,
)
_COLUMN = re.compile(r"(?:deelnemende\s+)?gemeenten?(?:naam)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A municipality named at [start, end) of the letter's text.

    `said`: something beside it says that it is a municipality. `likeness` is below 1 where OCR
    spoilt the name. `chain` numbers the list that it stands in, `listed` says: in a table.
    """

    start: int
    end: int
    item: Municipality
    said: bool
    likeness: float = 1.0
    chain: int = 0
    listed: bool = False


@dataclass(frozen=True, slots=True)
class _Name:
    """A name that can be that of one or more municipalities."""

    start: int
    end: int
    items: tuple[Municipality, ...]
    said: bool = False
    likeness: float = 1.0
    listed: bool = False
    adjective: bool = False


def mentions(reading: Reading, tables: Sequence[Tabulated]) -> list[Mention]:
    """Every mention, in the order of the text; the lists that they stand in numbered."""
    letter = reading.letter
    hits = [hit for hit in registers.find_municipalities(letter.text) if _is_municipality(hit)]
    hits = [_with_rest(letter.text, hit) for hit in hits]
    plain = _after_leads(letter.text, hits, reading.date)
    names = _with_tables(letter, tables, _with_adjectives(letter.text, plain), reading)
    linked = _linked(letter, sorted(_merged(letter, names), key=lambda name: name.start))
    province = _province(letter, linked, reading.date)
    found = [
        replace(mention, chain=chain)
        for chain, name in linked
        if (mention := _mention(letter, name, reading.date, province)) is not None
    ]
    return _without_places(reading, found)


def _is_municipality(hit: Hit[Municipality]) -> bool:
    return any(item.kind == "gemeente" for item in hit.items)


def _with_rest(text: str, hit: Hit[Municipality]) -> Hit[Municipality]:
    """A name with what stands of it in the next block: 'gemeente Bergen' over 'op Zoom'."""
    rest = _REST.match(text, hit.end)
    items = registers.municipalities_named(one_line(text[hit.start : rest.end()])) if rest else ()
    return Hit(hit.start, rest.end(), tuple(items)) if rest and items else hit


# --- names, with those that OCR spoilt


def _after_leads(text: str, hits: Sequence[Hit[Municipality]], date: dt.date | None) -> list[_Name]:
    """All names; those in a list that begins after 'de gemeenten' are said to be one."""
    known = {hit.start: _Name(hit.start, hit.end, hit.items) for hit in hits}
    for lead in _LEAD.finditer(text):
        for name in _list(text, lead.end(), known, date):
            known[name.start] = replace(name, said=True)
    for name in list(known.values()):
        near = text[max(0, name.start - 20) : name.start]
        if _OFFICE.search(near) and not registers.is_ordinary_word(text[name.start : name.end]):
            known[name.start] = replace(name, said=True)
    return list(known.values())


def _with_adjectives(text: str, names: Sequence[_Name]) -> list[_Name]:
    """The names with those that stand there as an adjective: 'de Almeerse raad'."""
    taken = {name.start for name in names}
    more = [
        _Name(one.start, one.end, one.items, one.said, adjective=True)
        for one in adjectives(text)
        if one.start not in taken
    ]
    return [*names, *more]


def _list(text: str, at: int, known: dict[int, _Name], date: dt.date | None) -> Iterator[_Name]:
    """Names from an offset on, parted by commas, 'en' and the marks of a list."""
    while True:
        skip = _SKIP.match(text, at)
        end = skip.end() if skip else at
        name = next((known[n] for n in range(at, end + 1) if n in known), None)
        name = name or _spoilt(text, end, date)
        if name is None:
            return
        yield name
        link = _LINK.match(text, name.end)
        if link is None:
            return
        at = link.end()


def _spoilt(text: str, at: int, date: dt.date | None) -> _Name | None:
    """The name that OCR made of another, where a name must stand: the longest that is like one."""
    match = _PHRASE.match(text, at)
    if match is None or match[0][0].islower():
        return None
    phrase = match[0].rstrip(".’'\"”!?")
    ends = [m.start() for m in re.finditer(r"[\s-]|$", phrase)]
    for end in reversed(ends):
        near = registers.nearest_municipality(phrase[:end], date) if end else None
        if near is not None:
            return _Name(at, at + end, (near[0],), likeness=near[1])
    return None


def _with_tables(
    letter: Letter, tables: Sequence[Tabulated], names: list[_Name], reading: Reading
) -> list[_Name]:
    """The names with those of a table's column 'Gemeente', where every row is said to be one."""
    known = {name.start: name for name in names}
    for start, end in _cells(letter, tables, names):
        name = next((n for n in names if start <= n.start < end), None)
        name = name or _spoilt(letter.text, start, reading.date)
        if name is not None:
            known[name.start] = replace(name, said=True, listed=True)
    return list(known.values())


def _cells(
    letter: Letter, tables: Sequence[Tabulated], names: Sequence[_Name]
) -> Iterator[tuple[int, int]]:
    """The first cells of the rows of tables that are about municipalities."""
    starts = {name.start for name in names}
    for found in tables:
        rows = zip(found.row_starts, found.table.rows, strict=True)
        first = [(at, row[0].value or "") for at, row in rows]
        head = found.table.header[0].value if found.table.header else ""
        of_them = sum(at in starts for at, _ in first)
        if _COLUMN.match(head or "") or (not head and of_them > 1 and 2 * of_them >= len(first)):
            yield from ((at, at + max(len(text), 1)) for at, text in first)


def _merged(letter: Letter, names: Sequence[_Name]) -> Iterator[_Name]:
    """Names, those in a sentence about municipalities that became one said to be some."""
    for name in names:
        first, last = letter.sentence(name.start)
        merger = _MERGER.search(letter.text, first, last) is not None
        in_text = letter.zone_at(name.start) is Zone.body
        yield replace(name, said=name.said or (merger and in_text))


# --- lists


def _linked(letter: Letter, names: Sequence[_Name]) -> list[tuple[int, _Name]]:
    """Names with the number of their list; where one is said to be a municipality, all are."""
    groups: list[list[_Name]] = []
    for name in names:
        between = letter.text[groups[-1][-1].end : name.start] if groups else ""
        under = between == "\n" and letter.zone_at(name.start) is Zone.letterhead
        other = (
            groups
            and groups[-1][0].start
            and _OF_ONE_BODY.search(
                letter.text, max(0, groups[-1][-1].start - 30), groups[-1][-1].start
            )
        )
        if (
            groups
            and not other
            and _NEXT.fullmatch(between)
            and "\n\n" not in between
            and not under
        ):
            groups[-1].append(name)
        else:
            groups.append([name])
    return [
        (number, replace(name, said=any(other.said for other in group)))
        for number, group in enumerate(groups)
        for name in group
    ]


# --- which one it is


def _province(
    letter: Letter, names: Sequence[tuple[int, _Name]], date: dt.date | None
) -> str | None:
    """The province in which most of the municipalities lie that have a name of their own."""
    single = {
        item.code: item.province_on(date)
        for _, name in names
        for here in [[item for item in name.items if item.in_force(date)]]
        if len(here) == 1 and name.said
        for item in here
    }
    return Counter(single.values()).most_common(1)[0][0] if single else None


def _mention(
    letter: Letter, name: _Name, date: dt.date | None, province: str | None
) -> Mention | None:
    """The municipality in force that a name means; one of another time only where it is said."""
    text = one_line(letter.text[name.start : name.end])
    item: Municipality | None
    if name.adjective:
        item = next((item for item in name.items if item.in_force(date)), None)
    elif name.likeness < 1:
        item = name.items[0]
    else:
        item = registers.municipality(text, date, province)
        if item is None and name.said:
            item = registers.former_municipality(text, date)
    if item is None or item.kind != "gemeente":
        return None
    return Mention(name.start, name.end, item, name.said, name.likeness, listed=name.listed)


# --- what is only a place


def _without_places(reading: Reading, found: Sequence[Mention]) -> list[Mention]:
    """Without the bare names that are a place, a person, or a part of another name."""
    letter = reading.letter
    bare = [mention for mention in found if not mention.said]
    persons = [(p.start, p.end) for p in find_persons(letter.text)] if bare else []
    bodies = (
        [
            (start, end)
            for start, end, items in registers.find_organisations(letter.text, reading.date)
            if all(item.kind != "municipality" for item in items)
        ]
        if bare
        else []
    )
    taken = [*persons, *bodies]
    others = _of_provinces(letter.text, found)
    sure = {
        mention.chain
        for mention in found
        if mention.said
        or not registers.is_ordinary_word(letter.text[mention.start : mention.end])
        or _PLACED.search(letter.text, max(0, mention.start - 30), mention.start)
    }
    return [
        mention
        for mention in found
        if mention.said
        or not (
            any(start <= mention.start < end for start, end in taken)
            or mention.chain in others
            or _is_ordinary(letter.text, mention, sure)
            or is_only_a_place(letter.text, mention.start, mention.end)
        )
    ]


def _of_provinces(text: str, found: Sequence[Mention]) -> set[int]:
    """The lists that something else is said of: 'de provincies Utrecht en Groningen'."""
    firsts: dict[int, Mention] = {}
    for mention in found:
        firsts.setdefault(mention.chain, mention)
    return {
        chain
        for chain, first in firsts.items()
        if _OTHERS.search(text, max(0, first.start - 30), first.start)
    }


def _is_ordinary(text: str, mention: Mention, sure: set[int]) -> bool:
    """A name that is a word or a surname too; not in a list with others, nor after 'in', 'naar'."""
    name = text[mention.start : mention.end]
    if not registers.is_ordinary_word(name) or mention.chain in sure:
        return False
    placed = _PLACED.search(text, max(0, mention.start - 30), mention.start)
    return placed is None or name.isupper()


def stands_in_text(letter: Letter, mention: Mention) -> bool:
    """Whether a mention stands in running text, where a bare name says something."""
    return letter.zone_at(mention.start) in _BARE_ZONES
