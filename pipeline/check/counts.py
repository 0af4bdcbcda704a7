"""Numbers of municipalities against those that are named."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import product
from typing import Final

from pipeline import registers
from pipeline.check import Breach, Case, breach, rule
from pipeline.check.reading import doubt
from pipeline.check.town_columns import LISTED, columns, taking_part
from pipeline.dutch.counts import FoundCount, find_counts
from pipeline.letter import Letter
from pipeline.record import Municipality, Part, Severity


@rule(
    "municipality-count-mismatch",
    Severity.error,
    en="'{text}': {expected} municipalities are announced and {found} are named ({names}).",
    nl="'{text}': er zijn {expected} gemeenten aangekondigd en {found} genoemd ({names}).",
)
def count_mismatch(case: Case) -> Iterator[Breach]:
    """'De zes gemeenten' are as many as are named, by one reading or another of who belongs.

    Only where those who take part are listed by name, and nothing says that they are a part.
    """
    listed = list(_listed_otherwise(case.letter))
    for count, names in listed:
        place = case.letter.passage(count.start, count.end)
        yield breach(
            place,
            severity=doubt(place),
            text=" ".join(place.text.split()),
            expected=count.value,
            found=len(names),
            names=", ".join(names),
        )
    named = taking_part(case)
    if listed or len(named) < LISTED:
        return
    text = case.letter.text
    counts = [count for count in _counts(text) if _is_about_them(text, count)]
    wholes = {count.value for count in _counts(text) if _is_whole_of_some(text, count)}
    for value in dict.fromkeys(count.value for count in counts):
        same = [count for count in counts if count.value == value]
        others = {count.value for count in counts} - {value}
        if value in wholes or any(_fits(case, count, others) for count in same):
            continue
        places = [case.letter.passage(count.start, count.end) for count in same]
        yield breach(
            *places,
            *named,
            severity=doubt(*places),
            text=" ".join(places[0].text.split()),
            expected=value,
            found=len(named),
            names=", ".join(town.name for town in named),
        )


_MOST: Final = 40  # a larger number is of a province, or of the country
_NOUN: Final = "gemeenten"
_ABOUT: Final = {
    "ruim", "circa", "ca.", "ongeveer", "bijna", "meer dan", "minder dan", "minstens",
    "ten minste", "tenminste", "minimaal", "maximaal", "ten hoogste", "hoogstens", "slechts",
}  # fmt: skip
_OWN: Final = {"onze", "deze", "deelnemende", "betrokken", "genoemde", "bovengenoemde"}
_REST: Final = {"andere", "overige", "resterende"}
_DEFINITE: Final = re.compile(r"\b(?:de|alle|deze|onze|die|genoemde)[ \n]+$", re.IGNORECASE)
_NEUTRAL: Final = re.compile(
    r"(?:deelnemende|betrokken|genoemde|bovengenoemde|samenwerkende|aanvragende|ondertekenende|"
    r"andere|overige|bovenstaande|onderstaande|volgende)",
    re.IGNORECASE,
)
_OF: Final = re.compile(
    r"\b(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|meerdere|enkele|sommige|"
    r"merendeel|meerderheid|deel|helft|aantal)[ \n]+van[ \n]+(?:de|deze|onze|alle)[ \n]+$",
    re.IGNORECASE,
)
_SUCH_AS: Final = re.compile(
    r"\b(?:waaronder|waarvan|zoals|onder meer|o\.a\.|onder andere)\b", re.I
)


@lru_cache(maxsize=4)
def _counts(text: str) -> tuple[FoundCount, ...]:
    return tuple(count for count in find_counts(text, _NOUN) if count.noun or count.qualifier)


def _is_about_them(text: str, count: FoundCount) -> bool:
    """'De zes gemeenten'; not 'drie gemeenten', 'de vier grote gemeenten', 'twee van de zes'."""
    before = text[max(0, count.start - 40) : count.start]
    words = text[count.start : count.end].split()[1:-1]
    definite = _DEFINITE.search(before) or (count.qualifier and count.qualifier not in _ABOUT)
    return (
        count.noun is not None
        and bool(definite)
        and 1 < count.value <= _MOST
        and not text[count.start : count.end].lower().startswith("beide")
        and all(_NEUTRAL.fullmatch(word) for word in words)
        and not _OF.search(before)
    )


def _listed_otherwise(letter: Letter) -> Iterator[tuple[FoundCount, list[str]]]:
    """'De elf gemeenten in de Achterhoek: Aalten, …' with another number of names behind it.

    Every name is a municipality by the register: what OCR spoilt may be two of them.
    """
    for count in _counts(letter.text):
        if count.noun is None or not 1 < count.value <= _MOST or count.qualifier in _ABOUT:
            continue
        match = _BEHIND.match(letter.text, count.end)
        if match is None or _SUCH_AS.search(letter.text, count.end, match.start("list")):
            continue
        names = [" ".join(name.split()) for name in _ITEM.findall(match["list"])]
        known = all(registers.municipalities_named(name) for name in names)
        if known and len(names) != count.value and len(names) > 1:
            yield count, names


def _is_whole_of_some(text: str, count: FoundCount) -> bool:
    """Whether only some of that number are meant: 'drie van de zes', 'de zes, waaronder'."""
    part = _OF.search(text, max(0, count.start - 60), count.start)
    after = text[count.end : count.end + 60].partition(".")[0]
    return part is not None or _SUCH_AS.search(after) is not None


def _fits(case: Case, count: FoundCount, others: set[int]) -> bool:
    """Whether a reasonable reading of who is counted gives the number.

    `others` are the other numbers of the letter: where one of them is of all who take part, one
    less than that is not of those for whom is written, unless just these are named there.
    """
    everyone = len(taking_part(case))
    if count.qualifier not in _REST and everyone in others and count.value == everyone - 1:
        return count.value in {*_in_tables(case), _named_beside(case.letter, count)}
    parties = sum(town.part is Part.party for town in case.record.municipalities)
    if count.qualifier in _REST and _on_behalf_of_others(case, count, parties):
        # 'mede namens A, B en C': those are the others. Of tables and groups they may be the rest.
        return count.value in (parties, *_in_tables(case)) or count.value + 1 in _in_tables(case)
    rest = 1 if count.qualifier in _REST else 0
    own = count.qualifier in _OWN
    fitting = {*_by_part(case, of_others=not own), *_in_tables(case), *_nearby(case, count)}
    return count.value in fitting or (rest and count.value + 1 in fitting) or _is_group(case, count)


def _on_behalf_of_others(case: Case, count: FoundCount, parties: int) -> bool:
    """Whether one municipality writes for others, all named, and none of them is set apart here.

    'In Urk begint het, de andere vier volgen': those are others than Urk.
    """
    towns = case.record.municipalities
    paragraph = case.letter.text[slice(*_paragraph(case.letter.text, count.start))]
    here = sum(town.part is Part.party and town.name in paragraph for town in towns)
    alone = sum(town.part is Part.sender for town in towns) == 1
    mentioned = any(town.part is Part.mentioned for town in _of_today(case))
    return alone and parties >= LISTED and not mentioned and here in (0, parties)


def _by_part(case: Case, *, of_others: bool) -> set[int]:
    """With and without the sender, the recipient and, if asked for, who are only mentioned."""
    towns = _of_today(case)
    parts = [part for part in Part if of_others or part is not Part.mentioned]
    sizes = [sum(town.part is part for town in towns) for part in parts]
    return {
        sum(size for size, counted in zip(sizes, taken, strict=True) if counted)
        for taken in product((True, False), repeat=len(sizes))
    }


def _of_today(case: Case) -> list[Municipality]:
    """Without those that are no more, and mentioned as something of the past."""
    date = case.record.date.value if case.record.date else None
    towns = case.record.municipalities
    return [town for town in towns if town.part is not Part.mentioned or not _is_past(town, date)]


def _is_past(town: Municipality, date: dt.date | None) -> bool:
    former = registers.former_municipality(town.name, date) if date else None
    return bool(former and date and former.valid_to and former.valid_to <= date)


def _in_tables(case: Case) -> set[int]:
    named = ([cell.value or "" for cell, _ in column.named] for column in columns(case))
    return {size for names in named for size in _with_writer(case, names)}


def _with_writer(case: Case, names: Collection[str]) -> set[int]:
    """How many are named; a municipality that writes may come on top of those that it names."""
    writers = [t.name for t in case.record.municipalities if t.part is Part.sender]
    absent = writers and not any(writer in name for writer in writers for name in names)
    return {len(names), len(names) + 1} if absent else {len(names)}


def _named_beside(letter: Letter, count: FoundCount) -> int:
    """How many municipalities are named in the paragraph of a count."""
    part = letter.text[slice(*_paragraph(letter.text, count.start))]
    return len({part[hit.start : hit.end] for hit in registers.find_municipalities(part)})


def _nearby(case: Case, count: FoundCount) -> set[int]:
    """How many stand in lists: names by the register, or words with a capital after 'gemeenten'.

    The latter so that a name which OCR spoilt still counts. The writer may come on top.
    """
    letter = case.letter
    found: set[int] = set()
    for match in _LIST.finditer(letter.text):
        found |= _with_writer(case, _ITEM.findall(match["list"]))
    for stretch in (letter.sentence(count.start), _paragraph(letter.text, count.start)):
        part = letter.text[slice(*stretch)]
        hits = registers.find_municipalities(part)
        found |= _with_writer(case, {part[hit.start : hit.end] for hit in hits})
    return found


_CAPITAL: Final = r"['’]?[A-Z][\w'’.-]+(?:[ \n](?:aan|den|de|het|op|in|bij|a/d|[A-Z][\w'’.-]+))*"
_LIST: Final = re.compile(
    rf"\bgemeenten:?[ \n]+(?P<list>{_CAPITAL}(?:(?:,|;|[ \n]en|[ \n]&|,[ \n]en)[ \n]+{_CAPITAL})+)"
)
_ITEM: Final = re.compile(_CAPITAL)
_BEHIND: Final = re.compile(
    r"[^.:;()\n█]{0,90}(?:\n[^.:;()\n█]{0,60})?"
    r"(?::[ \n]|[ \n]\(|,?[ \n](?:te[ ]weten|namelijk|t\.w\.):?[ \n])"
    rf"(?P<list>{_CAPITAL}(?:(?:,|;|[ \n]en|[ \n]&|,[ \n]en)[ \n]+{_CAPITAL})+)(?=[ \n]?[.);]|\n\n)"
)


def _paragraph(text: str, offset: int) -> tuple[int, int]:
    start = max(text.rfind("\n\n", 0, offset), text.rfind("\f", 0, offset), 0)
    ends = [end for end in (text.find("\n\n", offset), text.find("\f", offset)) if end >= 0]
    return start, min(ends, default=len(text))


def _is_group(case: Case, count: FoundCount) -> bool:
    """'De zes Flevolandse gemeenten' are those of the province."""
    date = case.record.date.value if case.record.date else None
    words = case.letter.text[count.start : count.end].split(maxsplit=1)
    group = registers.group(words[-1], date) if len(words) > 1 else None
    return group is not None and len(group) == count.value
