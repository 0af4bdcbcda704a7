"""Tables: rows of segments whose gaps stand under each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.geometry import Box, around
from pipeline.layout.segments import Segment
from pipeline.page import ILLEGIBLE, Block, Cell, Grid, Line, Raster, Word

_GUTTER = 4.0  # points of white between two columns, at least
_LABEL = re.compile(
    r"(?:(?:ons|uw|onze|het)\s+)?(?:kenmerk|referentie|nummer|datum|bijlagen?|contactpersoon|"
    r"behandeld door|telefoon\w*|onderwerp|betreft|dossier\w*|zaak\w*|e-?mail\w*|doorkies\w*|"
    r"afdeling|pagina|blad|verzonden|verzenddatum|iban|kvk\w*|btw\w*|fax|tel|t|e|bezoekadres|"
    r"postadres|postbus|retouradres|aan|cc)\b|.{1,30}:$|\d{4} ?[A-Z]{2}\b",
    re.IGNORECASE,
)
_INKED = 0.02  # share of a cell's pixels that is more than specks
_FIGURES = re.compile(r"\d")

Row = list[Segment]
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Run:
    """Rows under each other that may be a table, with left and right of its columns."""

    rows: tuple[Row, ...]
    columns: tuple[Span, ...]


def part_tables(
    segments: Sequence[Segment], rules: Sequence[Box], raster: Raster | None = None
) -> tuple[list[Block], list[Segment]]:
    """The tables, and the segments that are in none.

    `rules` are lines drawn on the page. Where the picture shows ink in a cell that has no words,
    the cell holds the mark `ILLEGIBLE`.
    """
    runs = [run for run in _runs(rows_of(segments), rules) if _is_table(run)]
    tables = [_table(run, rules, raster) for run in runs]
    taken = {id(line) for table in tables for line in table.lines}
    return tables, [s for s in segments if id(s.line) not in taken]


# --- runs of rows


def rows_of(segments: Sequence[Segment]) -> list[Row]:
    """Segments by their height on the page, each row from left to right."""
    rows: list[Row] = []
    for segment in sorted(segments, key=lambda s: s.box.middle[1]):
        if rows and around(s.box for s in rows[-1]).side_by_side(segment.box) > 0.5:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda s: s.box.x0) for row in rows]


def _runs(rows: Sequence[Row], rules: Sequence[Box]) -> list[_Run]:
    """Runs of rows, each as long as at least one gutter stays free from its top to its bottom."""
    runs: list[_Run] = []
    at = 0
    while at < len(rows):
        run = _run_from(rows, at, rules)
        runs += [run] if len(run.rows) > 1 else []
        at += len(run.rows)
    return runs


def _run_from(rows: Sequence[Row], at: int, rules: Sequence[Box]) -> _Run:
    kept = [rows[at]]
    columns = _columns(kept)
    for row in rows[at + 1 :]:
        longer = _columns([*kept, row])
        settled = len(kept) > 1 or len(row) < 2
        if len(columns) < 2 or len(longer) < (len(columns) if settled else 2):
            break
        if _step(kept[-1], row) > _farthest(kept):
            break
        kept.append(row)
        columns = longer
    while len(kept) > 1 and len(kept[-1]) == 1 and not _belongs(kept, rules):
        kept.pop()
    return _Run(tuple(kept), tuple(_columns(kept)))


def _columns(rows: Sequence[Row]) -> list[Span]:
    """The spans across the page that rows fill, parted by the white that all of them leave."""
    columns: list[Span] = []
    for x0, x1 in sorted((s.box.x0, s.box.x1) for row in rows for s in row):
        if columns and x0 < columns[-1][1] + _GUTTER:
            columns[-1] = columns[-1][0], max(columns[-1][1], x1)
        else:
            columns.append((x0, x1))
    return columns


def _step(upper: Row, lower: Row) -> float:
    return _middle(lower) - _middle(upper)


def _middle(row: Row) -> float:
    return around(s.box for s in row).middle[1]


def _steps(rows: Sequence[Row]) -> list[float]:
    return [_step(upper, lower) for upper, lower in pairwise(rows)]


def _farthest(rows: Sequence[Row]) -> float:
    """How far down the next row may stand, in points."""
    height = median(s.box.height for row in rows for s in row)
    return max(3.2 * height, 1.6 * median(_steps(rows))) if len(rows) > 2 else 3.5 * height


def _belongs(rows: Sequence[Row], rules: Sequence[Box]) -> bool:
    """Whether a last row with one filled cell is a row of the table, not the text after it."""
    last, full = rows[-1][0], [row for row in rows if len(row) > 1]
    lowest = max((r.top for r in rules if _across(r, rows)), default=None)
    if lowest is not None:
        return last.box.middle[1] < lowest
    usual = median(_steps(rows))
    steady = abs(_step(rows[-2], rows[-1]) - usual) < 0.25 * usual
    flush = any(abs(last.box.x0 - row[0].box.x0) < 3 for row in full)
    return steady and flush and len(_columns(full)) > 2


def _across(rule: Box, rows: Sequence[Row]) -> bool:
    """A horizontal line that runs over at least half of the rows' width and touches them."""
    box = around(s.box for row in rows for s in row)
    reaches = rule.bottom > box.top - 20 and rule.top < box.bottom + 20
    return rule.width > 3 * rule.height and reaches and (rule & box).width > 0.5 * box.width


# --- is it a table


def _is_table(run: _Run) -> bool:
    """Figures in columns, or three columns and rows; no labels with values, no text in columns."""
    full = [row for row in run.rows if len(row) > 1]
    needed = 2 if len(run.columns) > 2 else 3
    return (
        len(run.columns) > 1
        and len(full) >= needed
        and not _is_labels(run)
        and not _is_prose(run)
        and (_has_figures(run) or (len(run.columns) > 2 and len(full) > 2))
    )


def _cells_of(run: _Run, column: int) -> list[Segment]:
    left, right = run.columns[column]
    return [s for row in run.rows for s in row if left - 1 <= s.box.x0 <= right]


def _is_labels(run: _Run) -> bool:
    """A block of references, an address: half of a column, or of the first row, are labels."""
    groups = [list(run.rows[0]), *(_cells_of(run, n) for n in range(len(run.columns)))]
    return any(
        sum(bool(_LABEL.match(s.text)) for s in group) >= 0.5 * len(group) for group in groups
    )


def _is_prose(run: _Run) -> bool:
    """Running text set in columns: in two of them the lines are long."""
    long = [
        n
        for n in range(len(run.columns))
        if median(len(s.line.words) for s in _cells_of(run, n)) > 5
    ]
    return len(long) > 1


def _has_figures(run: _Run) -> bool:
    return any(
        2 * sum(bool(_FIGURES.search(s.text)) for s in cells) >= len(cells) > 1
        for cells in (_cells_of(run, n) for n in range(1, len(run.columns)))
    )


# --- the table itself


def _table(run: _Run, rules: Sequence[Box], raster: Raster | None) -> Block:
    rows = tuple(_cells(rows, run.columns, raster) for rows in _joined(run, rules))
    lines = tuple(line for row in rows for cell in row for line in cell.lines)
    return Block(lines, grid=Grid(rows))


def _joined(run: _Run, rules: Sequence[Box]) -> list[list[Row]]:
    """Rows of print by rows of the table: a cell of several lines takes more than one."""
    lines = [rule for rule in rules if _across(rule, run.rows)]
    joined: list[list[Row]] = []
    for row in run.rows:
        if joined and _continues(joined[-1][-1], row, run, lines):
            joined[-1].append(row)
        else:
            joined.append([row])
    return joined


def _continues(above: Row, row: Row, run: _Run, lines: Sequence[Box]) -> bool:
    """Whether a row of print goes on with the cell above it."""
    if len(lines) > len(run.rows) // 2:
        return not any(_middle(above) < line.middle[1] < _middle(row) for line in lines)
    if len(row) > 1 or len(above) < 2:
        return False
    text = row[0].text
    to_full = [_step(upper, lower) for upper, lower in pairwise(run.rows) if len(lower) > 1]
    closer = _step(above, row) < 0.8 * median(to_full or [0.0])
    return closer or text[:1].islower() or text.startswith(("(", "&", "/"))


def _cells(rows: Sequence[Row], columns: Sequence[Span], raster: Raster | None) -> tuple[Cell, ...]:
    segments = [s for row in rows for s in row]
    height = around(s.box for s in segments)
    cells = []
    for x0, x1 in columns:
        box = Box(x0, height.top, x1, height.bottom)
        lines = tuple(s.line for s in segments if x0 - 1 <= s.box.x0 <= x1)
        if not lines and raster is not None and raster.ink(box) > _INKED:
            lines = (Line((Word(ILLEGIBLE, box, legibility=0.0),), segments[0].line.number),)
        cells.append(Cell(lines, box))
    return tuple(cells)
