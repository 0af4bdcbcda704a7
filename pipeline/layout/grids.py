"""Tables: rows of segments whose gaps stand under each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from pipeline.geometry import Box, around
from pipeline.layout.cells import table
from pipeline.layout.close_cells import with_close_cells_apart
from pipeline.layout.gutters import columns_of
from pipeline.layout.row_pieces import VALUE, Columns, Piece, Row, least_space, spaces
from pipeline.layout.segments import Segment
from pipeline.layout.table_signs import Run, is_across, is_head, is_signed, is_table, opening_of
from pipeline.page import Block, Raster

_LONG = 5  # words over several columns
_TOP = 4  # rows over a table that may have come with it
_HEADS = 5  # rows of print in a head, at most
_LINE = 0.75  # of the width of the text
_PROSE = 7  # words of a line of running text, at least
_SUM = re.compile(r"\d[\d.]*[.,]\d[\d,.]*(?:[-–=]*|%)")
_DRAWN = re.compile(r"[-–—=_.+|*]{4,}")


def part_tables(
    segments: Sequence[Segment], rules: Sequence[Box], raster: Raster | None = None
) -> tuple[list[Block], list[Segment]]:
    """The tables, and the segments that are in none.

    `rules` are lines drawn on the page. Where the picture shows ink in a cell that has no words,
    the cell holds the mark `ILLEGIBLE`.
    """
    opening = opening_of(segments)
    rows = [row for row in rows_of(segments) if not _is_drawn(row)]
    runs = [
        run
        for stretch in _stretches(rows)
        for run in _tables_in(stretch, rules)
        if not is_head(run, opening, rules) and not is_signed(run)
    ]
    taken = {id(segment) for run in runs for row in run.found for segment in row}
    tables = [table(run.rows, run.columns, rules, raster) for run in runs]
    return tables, [s for s in segments if id(s) not in taken]


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


def _stretches(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows under each other, as far as no running text or wide space parts them."""
    if not rows:
        return
    broad = around(s.box for row in rows for s in row).width
    kept: list[Row] = []
    for row in rows:
        prose = _runs_on(row, broad)
        if kept and (prose or _step(kept[-1], row) > _farthest(kept)):
            yield kept
            kept = []
        kept += [] if prose else [row]
    if kept:
        yield kept


def _runs_on(row: Row, broad: float) -> bool:
    """Whether a row is a line of running text: as wide, and nothing parts its words but spaces."""
    if len(row) > 1 or len(row[0].line.words) < _PROSE or row[0].box.width < _LINE * broad:
        return False
    gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(row[0].line.words)]
    return max(gaps) < max(least_space([row]), 1.8 * median(gaps))


def _tables_in(rows: Sequence[Row], rules: Sequence[Box]) -> list[Run]:
    """The tables in a stretch: one, or several where each has columns that the whole has not."""
    run = _run(rows, rules)
    if run is None:
        return []
    sentence = next((n for n, row in enumerate(run.rows) if _crosses(row)), None)
    if sentence is not None:
        around_it = run.found[:sentence], run.found[sentence + 1 :]
        return [table for part in around_it for table in _tables_in(part, rules)]
    parts = [
        (upper, lower)
        for at in _seams(run)
        for upper in [_run(run.found[:at], rules)]
        for lower in [_run(run.found[at:], rules)]
        if _better(run, upper, lower, at)
    ]
    if not parts:
        return [run] if is_table(run) else []
    upper, lower = max(parts, key=lambda two: _worth(two[0]) + _worth(two[1]))
    return [
        table
        for part in (upper, lower)
        if part is not None
        for table in _tables_in(part.found, rules)
    ]


def _run(rows: Sequence[Row], rules: Sequence[Box]) -> Run | None:
    """Rows by their columns, without those at the ends that are no rows of a table."""
    several = [n for n, row in enumerate(rows) if len(spaces(row, least_space([row]))) > 1]
    if len(several) < 2:
        return None
    core = rows[several[0] : several[-1] + 1]
    columns = columns_of(core, rules)
    if columns.count < 2:
        return None
    kept = list(core)
    for row in reversed(rows[: several[0]]):
        if not _heads(row, kept, columns, rules):
            break
        kept.insert(0, row)
    for row in rows[several[-1] + 1 :]:
        if not _belongs([*kept, row], rules):
            break
        kept.append(row)
    return _of_rows(kept, columns)


def _of_rows(rows: Sequence[Row], columns: Columns) -> Run:
    """The rows by columns; those over the first figures are the head."""
    plain = [columns.pieces(row) for row in rows]
    first = next((n for n, row in enumerate(plain) if _has_value(row)), 1)
    parted: list[list[Piece]] = []
    for number, row in enumerate(rows):
        if number < first <= _HEADS:
            under = {p.first for below in plain[number + 1 : first] for p in below}
            parted.append(columns.pieces(row, under))
        else:
            parted.append(plain[number])
    set_apart, columns = with_close_cells_apart(parted, columns, max(first - 1, 0))
    return Run(tuple(rows), columns, tuple(map(tuple, set_apart)))


def _crosses(row: Sequence[Piece]) -> bool:
    """Whether a row is a sentence that runs over the white between columns."""
    first = row[0]
    runs = first.first == 0 < first.last and len(first.segment.line.words) > _LONG
    return runs and not _has_value(row)


def _has_value(row: Sequence[Piece]) -> bool:
    """Whether a value stands beside the name of a row, alone or after another."""
    return any(
        VALUE.fullmatch(p.segment.text) or _SUM.fullmatch(p.segment.line.words[-1].text)
        for p in row[1:]
    )


def _heads(row: Row, below: Sequence[Row], columns: Columns, rules: Sequence[Box]) -> bool:
    """Whether a row over a table is a part of its head: not over its first column, or framed."""
    if any(r.top < _middle(row) and is_across(r, below) for r in rules):
        return True
    near = _step(row, below[0]) < 1.8 * row[0].box.height
    return near and columns.number(row[0].box.x0) > 0


def _seams(run: Run) -> list[int]:
    """Where one table may end and the next begin: at wider steps, and over what may be a head."""
    steps = _steps(run.found)
    usual = median(steps)
    return [
        at
        for at in range(1, len(run.found))
        if steps[at - 1] > 1.25 * usual
        or (len(run.rows[at]) > 1 and not _has_value(run.rows[at]) and _has_value(run.rows[at - 1]))
    ]


def _worth(run: Run | None) -> float:
    return len(run.full) * (run.columns.count - 1) if run and is_table(run) else 0.0


def _pitch(run: Run) -> float:
    """The usual distance between rows with words in several columns."""
    heights = [p[0].segment.box.middle[1] for p in run.full]
    return median(lower - upper for upper, lower in pairwise(heights))


def _better(run: Run, upper: Run | None, lower: Run | None, at: int) -> bool:
    """Whether two parts say more than the whole: each a table, or one with more columns.

    What stands over a head, with wide space between, does not belong to its table.
    """
    tables = [part for part in (upper, lower) if part is not None and is_table(part)]
    if not tables:
        return False
    row, steps = run.rows[at], _steps(run.found)
    headed = steps[at - 1] > 1.4 * _pitch(run) and len(row) > 1 and not _has_value(row)
    finer = max(part.columns.count for part in tables) > run.columns.count
    if len(tables) == 2:
        return finer or headed
    most = _worth(tables[0]) > _worth(run)
    return (most and finer) or not is_table(run) or (headed and tables[0] is lower and at <= _TOP)


def _is_drawn(row: Row) -> bool:
    """A line over a total, made with the keys of a typewriter."""
    return all(_DRAWN.fullmatch(word.text) for s in row for word in s.line.words)


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
    if last.text.endswith((",", ":")):
        return False
    lowest = max((r.top for r in rules if is_across(r, rows)), default=None)
    if lowest is not None:
        return last.box.middle[1] < lowest
    usual = median(_steps(rows))
    steady = abs(_step(rows[-2], rows[-1]) - usual) < 0.25 * usual
    flush = any(abs(last.box.x0 - row[0].box.x0) < 3 for row in full)
    if flush and _step(rows[-2], rows[-1]) < 0.8 * usual:
        return last.box.width < max(row[0].box.width for row in full) * 1.5
    return steady and flush and columns_of(full).count > 2
