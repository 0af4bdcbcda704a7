"""Tables of municipalities: which column names them, and who takes part."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from pipeline import registers
from pipeline.check import Case
from pipeline.record import Field, Municipality, Part, Table

LISTED: Final = 3  # names that make a list of those who take part


def taking_part(case: Case) -> list[Municipality]:
    """Those who write and those for whom is written; or those to whom, where they make the list."""
    towns = case.record.municipalities
    found = [town for town in towns if town.part in (Part.sender, Part.party)]
    written_to = [town for town in towns if town.part is Part.recipient]
    return written_to if len(found) < LISTED <= len(written_to) else found


Towns = tuple[registers.Municipality, ...]
_SUM: Final = re.compile(r"\W*(?:sub)?tota(?:al|len)|\W*som\b|\W*(?:te ?)?samen\b", re.IGNORECASE)
_TITLE: Final = re.compile(r"(?:de )?(?:gemeente|gem\.)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """The first column of a table of municipalities: each cell with all that carry the name."""

    named: tuple[tuple[Field[str], Towns], ...]
    unread: bool  # a cell is illegible, covered or no municipality that we know

    def has(self, town: Municipality) -> bool:
        return any(is_town(town, towns) for _, towns in self.named)


def is_town(town: Municipality, towns: Towns) -> bool:
    return any(town.code == other.code or town.name == other.name for other in towns)


def columns(case: Case) -> list[Column]:
    """The tables of which most rows begin with a municipality; several are taken as one."""
    found = [column for table in case.record.tables if (column := _column(case, table))]
    if len(found) < 2:
        return found
    named = tuple(cell for column in found for cell in column.named)
    return [Column(named, any(column.unread for column in found))]


def _column(case: Case, table: Table) -> Column | None:
    date = case.record.date.value if case.record.date else None
    cells = [row[0] for row in table.rows if row and not _SUM.match(row[0].text)]
    cells = [cell for cell in cells if cell.value != ""]
    named = [(cell, towns) for cell in cells if (towns := _towns(cell, date))]
    if len(named) < 2 or len(named) < 0.6 * len(cells):
        return None
    return Column(tuple(named), len(named) < len(cells))


def _towns(cell: Field[str], date: dt.date | None) -> Towns:
    """All that carry the name in a cell; where OCR spoilt it, the one that it comes nearest to."""
    name = bare_name(cell)
    if found := registers.municipalities_named(name):
        return found
    near = registers.nearest_municipality(name, date)
    return (near[0],) if near else ()


def bare_name(cell: Field[str]) -> str:
    """The name in a cell without 'gemeente' and without a mark."""
    return _TITLE.sub("", cell.value or "").strip(" .:*")
