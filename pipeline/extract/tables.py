"""The tables of a letter: those that layout found by their columns, and those in loose lines.

A table has a head. A list of posts with their sums, two columns without one, is no table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract import Reading
from pipeline.extract.delimited_tables import delimited_tables
from pipeline.extract.grid_tables import of_grid
from pipeline.extract.loose_tables import loose_tables
from pipeline.extract.tabulated import Tabulated, is_running_head
from pipeline.letter import Letter
from pipeline.page import Zone
from pipeline.record import Table

# What may stand between the two parts of a table that goes on over a page.
_BETWEEN = {Zone.footer, Zone.page_number, Zone.margin, Zone.letterhead, Zone.reference}


def tables(reading: Reading) -> tuple[Table, ...]:
    """The tables of the record, in the order of the letter."""
    return tuple(found.table for found in tabulated(reading))


def tabulated(reading: Reading) -> tuple[Tabulated, ...]:
    """Every table with the offsets of its rows in the letter's text."""
    letter = reading.letter
    grids: list[Tabulated] = []
    for page, block in letter.tables:
        found = of_grid(letter, page, block, follows=bool(grids))
        if found is None:
            continue
        if grids and _goes_on(letter, grids[-1], found):
            grids[-1] = _joined(grids[-1], found)
        elif found.table.header or _needs_no_head(found.table):
            grids.append(found)
    stroked = list(delimited_tables(letter))
    loose = [found for found in loose_tables(letter) if not in_tables(stroked, found.start)]
    return tuple(sorted([*grids, *stroked, *loose], key=lambda found: found.start))


def _needs_no_head(table: Table) -> bool:
    """Three columns that most rows fill, the first with words: more than a list of posts."""
    filled = [
        sum(field.value != "" for field in column) for column in zip(*table.rows, strict=True)
    ]
    words = sum(bool(re.search(r"[^\W\d]{2}", row[0].value or "")) for row in table.rows)
    most = 0.7 * len(table.rows)
    return sum(count >= most for count in filled) > 2 and words >= most


def _goes_on(letter: Letter, before: Tabulated, found: Tabulated) -> bool:
    """At the top of the next page, as many columns, and the same head or none."""
    heads = [[field.value for field in table.header] for table in (before.table, found.table)]
    between = [p for p in letter.lines if before.end <= p.start and p.end <= found.start]
    rest = [placed for placed in between if placed.zone not in _BETWEEN]
    next_page = letter.line_at(before.end - 1).page.number + 1 == found.table.page
    return (
        next_page
        and heads[1] in ([], heads[0])
        and len(before.table.rows[0]) == len(found.table.rows[0])
        and is_running_head([placed for placed in rest if placed.page.number == found.table.page])
        and not any(placed.page.number != found.table.page for placed in rest)
    )


def _joined(before: Tabulated, found: Tabulated) -> Tabulated:
    rows = (*before.table.rows, *found.table.rows)
    return Tabulated(
        before.table.model_copy(update={"rows": rows}),
        (*before.spans, *found.spans),
        (*before.row_starts, *found.row_starts),
    )


def in_tables(found: Sequence[Tabulated], offset: int) -> bool:
    """Whether an offset stands in one of the tables."""
    return any(table.holds(offset) for table in found)
