"""Rows of print by rows of a table, and what stands in each cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from pipeline.geometry import Box, around
from pipeline.layout.row_pieces import VALUE, Columns, Piece
from pipeline.page import ILLEGIBLE, Block, Cell, Grid, Line, Raster, Word

_INKED = 0.02  # share of a cell's pixels that is more than specks
_CORE = 0.35  # of a line's height, up and down from its middle: no other line reaches into it
_CLOSER = 0.88  # of the step between two rows: lines as close as this are in one row
_JUMP = 1.15  # by which the steps between rows are larger than those between lines of a cell
_LINES = 3  # between rows; two may be those under a head and over a total
_FILLED = 0.8  # of the columns

Pieces = Sequence[Piece]
Band = list[Piece]


def table(
    rows: Sequence[Pieces], columns: Columns, rules: Sequence[Box], raster: Raster | None
) -> Block:
    """The block that rows of print are, with its grid."""
    extents = _extents(rows, columns)
    grid = tuple(_cells(row, extents, raster) for row in _rows(rows, columns, rules))
    lines = tuple(line for row in grid for cell in row for line in cell.lines)
    return Block(lines, grid=Grid(grid))


# --- which lines are one row


def _rows(rows: Sequence[Pieces], columns: Columns, rules: Sequence[Box]) -> list[Band]:
    """Rows of the table: a cell of several lines takes more than one row of print."""
    bands = _bands(rows)
    level = _level(rules, bands)
    parted = [_line_between(level, a, b) for a, b in pairwise(bands)]
    ruled = _is_ruled(bands, parted, columns)
    steps = [_step(a, b) for a, b in pairwise(bands)]
    closest = _closest_rows(bands, steps, parted, columns)
    even = not any(step < closest for step in steps)
    joined = [bands[0]]
    for above, band, line, step in zip(bands, bands[1:], parted, steps, strict=False):
        near = step < closest or (even and _continues(above, band))
        if not line and (ruled or near) and not _differ(above, band, columns):
            joined[-1] = joined[-1] + band
        else:
            joined.append(band)
    return joined


def _is_ruled(bands: Sequence[Band], parted: Sequence[bool], columns: Columns) -> bool:
    """Whether several lines part the rows, and all of those that are two for certain."""
    certain = [
        line for (a, b), line in zip(pairwise(bands), parted, strict=True) if _differ(a, b, columns)
    ]
    return all(certain) and sum(parted) >= _LINES


def _bands(rows: Sequence[Pieces]) -> list[Band]:
    """Rows of print that no white runs between as one: a cell may be set beside two lines."""
    bands: list[Band] = []
    above: Pieces = ()
    for row in rows:
        band = list(row)
        beside = bands and not {p.first for p in above} & {p.first for p in row}
        if beside and _core(bands[-1])[1] > _core(band)[0]:
            bands[-1] += band
        else:
            bands.append(band)
        above = row
    return bands


def _core(band: Band) -> tuple[float, float]:
    middles = [(p.segment.box.middle[1], _CORE * p.segment.box.height) for p in band]
    return min(y - h for y, h in middles), max(y + h for y, h in middles)


def _step(above: Band, below: Band) -> float:
    last = max(p.segment.box.middle[1] for p in above)
    return min(p.segment.box.middle[1] for p in below) - last


def _level(rules: Sequence[Box], bands: Sequence[Band]) -> list[float]:
    """The heights of lines drawn over at least half of the width, whole or in parts."""
    box = around(p.segment.box for band in bands for p in band).grown(5)
    across: dict[int, list[Box]] = defaultdict(list)
    for rule in rules:
        if rule.width > 3 * rule.height and (rule & box).width > 0:
            across[round(rule.middle[1])].append(rule & box)
    return [
        parts[0].middle[1]
        for parts in across.values()
        if sum(part.width for part in parts) > 0.5 * box.width
    ]


def _line_between(level: Sequence[float], above: Band, below: Band) -> bool:
    top = max(p.segment.box.middle[1] for p in above)
    bottom = min(p.segment.box.middle[1] for p in below)
    return any(top < y < bottom for y in level)


def _closest_rows(
    bands: Sequence[Band], steps: Sequence[float], parted: Sequence[bool], columns: Columns
) -> float:
    """The step under which two bands are one row.

    Bands that must be two rows tell how close rows stand; where there are none, steps of two
    sizes do.
    """
    pairs = [
        step
        for (a, b), step, line in zip(pairwise(bands), steps, parted, strict=True)
        if not line and _differ(a, b, columns)
    ]
    if pairs:
        return _CLOSER * min(pairs)
    sizes = sorted(step for step, line in zip(steps, parted, strict=True) if not line)
    jumps = [(b / a, (a + b) / 2) for a, b in pairwise(sizes) if a > 0]
    ratio, between = max(jumps, default=(1.0, 0.0))
    return between if ratio > _JUMP else 0.0


def _differ(above: Band, below: Band, columns: Columns) -> bool:
    """Two rows for certain: a value over a value, or both fill nearly all columns."""
    values = [
        {p.first for p in band if p.first and VALUE.fullmatch(p.segment.text)}
        for band in (above, below)
    ]
    if values[0] & values[1]:
        return True
    filled = [{p.first for p in band} for band in (above, below)]
    begins = min(below, key=lambda p: (p.first, p.segment.box.top)).segment.text
    both = len(filled[0] & filled[1])
    if both == columns.count > 2:
        return True
    return both >= _FILLED * columns.count and 0 in filled[1] and not begins[:1].islower()


def _continues(above: Band, band: Band) -> bool:
    """By its words, whether a band goes on with the one above."""
    if any(p.first and VALUE.fullmatch(p.segment.text) for p in band):
        return False
    filled = {p.first for p in above}
    return all(
        p.first in filled and (p.segment.text[:1].islower() or p.segment.text[0] in "(&/")
        for p in band
    )


# --- cells


def _extents(rows: Sequence[Pieces], columns: Columns) -> list[tuple[float, float]]:
    """Left and right of what stands in each column."""
    found = []
    for number in range(columns.count):
        boxes = [p.segment.box for row in rows for p in row if p.first == p.last == number]
        if boxes:
            found.append((min(b.x0 for b in boxes), max(b.x1 for b in boxes)))
        else:
            edges = [sum(g) / 2 for g in columns.gutters]
            whole = around(p.segment.box for row in rows for p in row)
            edges = [whole.x0, *edges, whole.x1]
            found.append((edges[number], edges[number + 1]))
    return found


def _cells(
    band: Band, extents: Sequence[tuple[float, float]], raster: Raster | None
) -> tuple[Cell, ...]:
    height = around(p.segment.box for p in band)
    cells = []
    for number, (x0, x1) in enumerate(extents):
        own = [p for p in band if p.first == number]
        own.sort(key=lambda p: p.segment.box.middle[1])
        lines = tuple(p.segment.line for p in own)
        last = max((p.last for p in own), default=number)
        box = Box(x0, height.top, max(x1, extents[last][1]), height.bottom)
        bare = not any(p.segment.box.x0 < x1 and p.segment.box.x1 > x0 for p in band)
        if not lines and bare and raster is not None and raster.ink(box) > _INKED:
            number_of = band[0].segment.line.number
            lines = (Line((Word(ILLEGIBLE, box, legibility=0.0),), number_of),)
        cells.append(Cell(lines, box))
    return tuple(cells)
