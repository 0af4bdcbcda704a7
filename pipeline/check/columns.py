"""The columns of a table as lines that can be added up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from pipeline.check.sums import Entry, Lines
from pipeline.dutch.amounts import parse_amount
from pipeline.record import Field, Status, Table

_NO_SUM: Final = re.compile(
    r"tarief|prijs|\bper\b|%|percentage|procent|uurloon|\bnr\b|nummer|\bdatum|gemiddeld|jaartal|"
    r"\bp/|stuks?prijs|kostprijs|looptijd|postcode|code|rente|index|\bbtw-?tarief",
    re.IGNORECASE,
)
_MONEY: Final = re.compile(
    r"€|\bEUR\b|euro|bedrag|kosten|budget|begroot|subsidie|\bfl?\.|gulden|ƒ", re.I
)
_NIL: Final = re.compile(r"[-–—]+|nihil|p\.?m\.?", re.IGNORECASE)


def columns(tables: Sequence[Table]) -> Iterator[Lines]:
    """The columns of tables that can be added up; a table goes on in the next of the same width."""
    for rows, header in _joined(tables):
        for column in range(1, len(header)):
            if not _NO_SUM.search(header[column]) and (found := _column(rows, header, column)):
                yield found


Rows = list[tuple[Field[str], ...]]


def _joined(tables: Sequence[Table]) -> Iterator[tuple[Rows, list[str]]]:
    """Rows with their header. One that has its total only on the next page is taken with that."""
    waiting: Rows = []
    header: list[str] = []
    page = 0
    for table in tables:
        own = [cell.value or cell.text for cell in table.header]
        width = max([len(own), *(len(row) for row in table.rows)])
        goes_on = bool(waiting) and table.page == page + 1 and width == len(header)
        waiting = waiting if goes_on else []
        rows = [*waiting, *([table.header] if _is_row(table.header) else []), *table.rows]
        header = header if goes_on else own + [""] * (width - len(own))
        closed = any(Entry(_label(row, 1), None, row[0]).is_total for row in rows)
        if closed or table is tables[-1]:
            yield rows, header
        waiting = [] if closed else rows
        page = table.page


def _is_row(header: Sequence[Field[str]]) -> bool:
    """Whether a table without a header of its own (it goes on from a page before) begins so."""
    return any(re.search(r"\d[.,]\d|€ ?\d", cell.text) for cell in header[1:])


def _label(row: Sequence[Field[str]], column: int) -> str:
    """What a row is called: its cells before the column that hold words."""
    texts = [cell.value or "" for cell in row[:column]]
    return " ".join(text for text in texts if re.search(r"[^\W\d]", text)).strip() or texts[0]


def _column(rows: Rows, header: Sequence[str], column: int) -> Lines | None:
    """One column as lines; None where a cell holds something else than a number or nothing."""
    entries: list[Entry] = []
    texts = [header[column]]
    for row in rows:
        if column >= len(row):
            return None
        cell = row[column]
        text = (cell.value or "").strip(" *)")
        texts.append(cell.text)
        if cell.status is not Status.found:
            entries.append(Entry(_label(row, column), None, cell))
        elif _NIL.fullmatch(text):
            entries.append(Entry(_label(row, column), Decimal(0), cell))
        elif text:
            found = parse_amount(text)
            if found is None:
                return None
            entries.append(Entry(_label(row, column), found.value, cell))
    return Lines(tuple(entries), any(_MONEY.search(text) for text in texts))


def shown(value: Decimal) -> str:
    """A number as a Dutch letter writes it: '1.250' or '1.250,50'."""
    digits = f"{value:,.2f}" if value != value.to_integral_value() else f"{value:,.0f}"
    return digits.translate(str.maketrans(",.", ".,"))
