"""Numbers of municipalities against those that are named, in the text and in tables."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final

from pipeline import registers
from pipeline.check import Breach, Case, breach, rule
from pipeline.check.reading import doubt
from pipeline.dutch.counts import FoundCount, find_counts
from pipeline.letter import Letter
from pipeline.page import Zone
from pipeline.record import Field, Municipality, Part, Severity, Table


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
    named = _taking_part(case)
    if len(named) < _LISTED:
        return
    text = case.letter.text
    counts = [count for count in _counts(text) if _is_about_them(text, count)]
    wholes = {count.value for count in _counts(text) if _is_whole_of_some(text, count)}
    for value in dict.fromkeys(count.value for count in counts):
        same = [count for count in counts if count.value == value]
        if value in wholes or any(_fits(case, count) for count in same):
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


_LISTED: Final = 3  # names that make a list of those who take part
_MOST: Final = 40  # a larger number is of a province, or of the country
_NOUN: Final = "gemeenten"
_ABOUT: Final = {
    "ruim", "circa", "ca.", "ongeveer", "bijna", "meer dan", "minder dan", "minstens",
    "ten minste", "tenminste", "minimaal", "maximaal", "ten hoogste", "hoogstens", "slechts",
}  # fmt: skip
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


def _taking_part(case: Case) -> list[Municipality]:
    wanted = (Part.sender, Part.party)
    return [town for town in case.record.municipalities if town.part in wanted]


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


def _is_whole_of_some(text: str, count: FoundCount) -> bool:
    """Whether only some of that number are meant: 'drie van de zes', 'de zes, waaronder'."""
    part = _OF.search(text, max(0, count.start - 60), count.start)
    after = text[count.end : count.end + 60].partition(".")[0]
    return part is not None or _SUCH_AS.search(after) is not None


def _fits(case: Case, count: FoundCount) -> bool:
    """Whether a reasonable reading of who is counted gives the number."""
    parties = sum(town.part is Part.party for town in case.record.municipalities)
    if count.qualifier in _REST and _on_behalf_of_others(case, count, parties):
        # 'mede namens A, B en C': those are the others. Of tables and groups they may be the rest.
        return count.value in (parties, *_in_tables(case)) or count.value + 1 in _in_tables(case)
    rest = 1 if count.qualifier in _REST else 0
    fitting = {*_by_part(case), *_in_tables(case), *_nearby(case.letter, count)}
    return count.value in fitting or (rest and count.value + 1 in fitting) or _is_group(case, count)


def _on_behalf_of_others(case: Case, count: FoundCount, parties: int) -> bool:
    """Whether one municipality writes for others, all named, and none of them is set apart here.

    'In Urk begint het, de andere vier volgen': those are others than Urk.
    """
    towns = case.record.municipalities
    paragraph = case.letter.text[slice(*_paragraph(case.letter.text, count.start))]
    here = sum(town.part is Part.party and town.name in paragraph for town in towns)
    alone = sum(town.part is Part.sender for town in towns) == 1
    mentioned = any(town.part is Part.mentioned for town in towns)
    return alone and parties >= _LISTED and not mentioned and here in (0, parties)


def _by_part(case: Case) -> set[int]:
    """With and without the sender, the recipient and those who are only mentioned."""
    sizes = [sum(town.part is part for town in case.record.municipalities) for part in Part]
    return {
        sum(size for size, counted in zip(sizes, taken, strict=True) if counted)
        for taken in product((True, False), repeat=len(sizes))
    }


def _in_tables(case: Case) -> set[int]:
    sizes = {len(column.named) for column in _columns(case)}
    return sizes | {size + 1 for size in sizes}


def _nearby(letter: Letter, count: FoundCount) -> set[int]:
    """How many stand in lists: names by the register, or words with a capital after 'gemeenten'.

    The latter so that a name which OCR spoilt still counts. The writer may come on top.
    """
    found: set[int] = set()
    for match in _LIST.finditer(letter.text):
        size = len(_ITEM.findall(match["list"]))
        found |= {size, size + 1}
    for stretch in (letter.sentence(count.start), _paragraph(letter.text, count.start)):
        part = letter.text[slice(*stretch)]
        size = len({part[hit.start : hit.end] for hit in registers.find_municipalities(part)})
        found |= {size, size + 1}
    return found


_CAPITAL: Final = r"['’]?[A-Z][\w'’.-]+(?:[ \n](?:aan|den|de|het|op|in|bij|a/d|[A-Z][\w'’.-]+))*"
_LIST: Final = re.compile(
    rf"\bgemeenten:?[ \n]+(?P<list>{_CAPITAL}(?:(?:,|;|[ \n]en|[ \n]&|,[ \n]en)[ \n]+{_CAPITAL})+)"
)
_ITEM: Final = re.compile(_CAPITAL)


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


# --- tables of municipalities


@rule(
    "municipality-missing-from-table",
    Severity.error,
    en="The table should have all who take part; {names} is not in it.",
    nl="De tabel hoort alle deelnemers te bevatten; {names} staat er niet in.",
)
def missing_from_table(case: Case) -> Iterator[Breach]:
    """Every municipality that takes part is in the table of them. The writer's own may be left out.

    A table of other things has few of them; where a row could not be read, it may be that one.
    """
    columns = _columns(case)
    parties = [town for town in _taking_part(case) if town.part is Part.party]
    absent = [town for town in parties if not any(column.has(town) for column in columns)]
    present = len(_taking_part(case)) - len(absent)
    if not columns or any(column.unread for column in columns):
        return
    if absent and present >= _LISTED - 1 and len(absent) < present:
        cells = [cell for column in columns for cell, _ in column.named]
        names = ", ".join(town.name for town in absent)
        yield breach(*absent, *cells, severity=doubt(*cells), names=names)


@rule(
    "municipality-only-in-table",
    Severity.error,
    en="{names} is in the table of those who take part and nowhere else in the letter.",
    nl="{names} staat in de tabel van deelnemers en nergens anders in de brief.",
)
def only_in_table(case: Case) -> Iterator[Breach]:
    """In a table with all who take part there is nobody else, unless the text speaks of them."""
    for column in _columns(case):
        parties = [*_taking_part(case), *_written_to(case, column)]
        extra = [
            cell
            for cell, towns in column.named
            if not any(_is(town, towns) for town in parties) and not _in_text(case.letter, cell)
        ]
        whole = all(column.has(town) for town in parties if town.part is Part.party)
        enough = len(parties) >= _LISTED and len(extra) < len(parties) / 2
        if extra and whole and enough and not column.unread:
            names = ", ".join(f"{cell.value}" for cell in extra)
            yield breach(*extra, *parties, severity=doubt(*extra), names=names)


def _written_to(case: Case, column: _Column) -> list[Municipality]:
    """Those to whom the letter goes, where the table has them: they take part too."""
    towns = case.record.municipalities
    return [town for town in towns if town.part is Part.recipient and column.has(town)]


Towns = tuple[registers.Municipality, ...]
_SUM: Final = re.compile(r"\W*(?:sub)?tota(?:al|len)|\W*som\b|\W*(?:te ?)?samen\b", re.IGNORECASE)
_TITLE: Final = re.compile(r"(?:de )?(?:gemeente|gem\.)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Column:
    """The first column of a table of municipalities: each cell with all that carry the name."""

    named: tuple[tuple[Field[str], Towns], ...]
    unread: bool  # a cell is illegible, covered or no municipality that we know

    def has(self, town: Municipality) -> bool:
        return any(_is(town, towns) for _, towns in self.named)


def _is(town: Municipality, towns: Towns) -> bool:
    return any(town.code == other.code or town.name == other.name for other in towns)


def _columns(case: Case) -> list[_Column]:
    """The tables of which most rows begin with a municipality; several are taken as one."""
    found = [column for table in case.record.tables if (column := _column(case, table))]
    if len(found) < 2:
        return found
    named = tuple(cell for column in found for cell in column.named)
    return [_Column(named, any(column.unread for column in found))]


def _column(case: Case, table: Table) -> _Column | None:
    date = case.record.date.value if case.record.date else None
    cells = [row[0] for row in table.rows if row and not _SUM.match(row[0].text)]
    cells = [cell for cell in cells if cell.value != ""]
    named = [(cell, towns) for cell in cells if (towns := _towns(cell, date))]
    if len(named) < 2 or len(named) < 0.6 * len(cells):
        return None
    return _Column(tuple(named), len(named) < len(cells))


def _towns(cell: Field[str], date: dt.date | None) -> Towns:
    """All that carry the name in a cell; where OCR spoilt it, the one that it comes nearest to."""
    name = _TITLE.sub("", cell.value or "").strip(" .:*")
    if found := registers.municipalities_named(name):
        return found
    near = registers.nearest_municipality(name, date)
    return (near[0],) if near else ()


def _in_text(letter: Letter, cell: Field[str]) -> bool:
    """Whether the name stands in the letter outside its tables."""
    name = re.compile(rf"(?<!\w){re.escape(cell.value or '')}(?!\w)", re.IGNORECASE)
    return any(
        name.search(placed.line.text) for placed in letter.lines if placed.zone is not Zone.table
    )
