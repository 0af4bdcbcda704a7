"""The columns that rows of a table share: the white, and the lines drawn, between their words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from pipeline.geometry import Box, around
from pipeline.layout.row_pieces import (
    SIGN,
    VALUE,
    Columns,
    Row,
    Span,
    bits_of,
    joined,
    least_space,
    spaces,
)
from pipeline.layout.segments import Segment

_NEARLY = 0.8  # of that, where it lies under each other in all rows
_SURE = 1.3  # of that: as much white need not lie along words set flush
_WIDE = 10.0  # points of white that make a column of what few rows fill
_FILLED = 0.4  # of the rows: a column beside less white that fewer of them fill is none
_OUTVOTED = 3  # rows that leave white for each one that runs over it
_HEAD = 1 / 3  # what runs over white in a head counts for less: it may stand over both columns
_HEADS = 3
_ALIGNED = 2.5  # points
_MOST = 0.75  # of the rows
_WALL = 0.6  # of the height of the rows: as far down runs a line between two columns
_WORD = re.compile(r"[^\W\d_]{3}")


def walls_of(rows: Sequence[Row], rules: Sequence[Box]) -> list[float]:
    """Where a line is drawn down along most of some rows, from left to right."""
    box = around(s.box for row in rows for s in row)
    drawn: dict[int, list[Box]] = defaultdict(list)
    for rule in rules:
        if rule.height > 3 * rule.width and (rule & box.grown(30)).height > 0:
            drawn[round(rule.middle[0] / 2)].append(rule & box.grown(30))
    found: list[float] = []
    for at in sorted(drawn):
        x = drawn[at][0].middle[0]
        tall = sum(rule.height for rule in drawn[at]) >= _WALL * box.height
        if tall and not (found and x - found[-1] < 3):
            found.append(x)
    return found


def _flush(gutter: Span, spans: Sequence[Sequence[Span]]) -> bool:
    """Whether words begin under each other right of a gutter, or end so left of it."""
    beside = [
        (a[1], b[0])
        for row in spans
        for a, b in pairwise(row)
        if a[1] <= gutter[0] + 1 and b[0] >= gutter[1] - 1
    ]
    for edges in zip(*beside, strict=True):
        middle = median(edges)
        if sum(abs(x - middle) < _ALIGNED for x in edges) >= _MOST * len(edges):
            return True
    return False


def columns_of(rows: Sequence[Row], rules: Sequence[Box] = ()) -> Columns:
    """The columns that rows stand in, told by the white that most of them leave.

    A line that is drawn down between words parts them as well; a grid that is drawn whole says it
    all. The sign of a currency is no column of its own.
    """
    least = least_space(rows)
    walls = sorted([*walls_of(rows, rules), *_seams(rows, least)])
    groups = [spaces(row, least, walls) for row in rows]
    spans = [[(g[0].box.x0, g[-1].box.x1) for g in row] for row in groups]
    left, right = (
        min(row[0][0] for row in spans),
        max(row[-1][1] for row in spans),
    )
    inner = [x for x in walls if left < x < right]
    drawn = [(x, x) for x in inner]
    if walls[:-2] and walls[0] <= left + 1 and walls[-1] >= right - 1:
        gutters = drawn
    else:
        white = [
            g
            for g in _white(spans, _weights(groups), least)
            if not any(g[0] - 1 <= x <= g[1] + 1 for x in inner)
            and (g[1] - g[0] > least * _SURE or _flush(g, spans))
        ]
        gutters = _filled(sorted([*drawn, *white]), spans, inner)
    return _without_signs(Columns(tuple(gutters), tuple(inner), least), rows)


def _seams(rows: Sequence[Row], least: float) -> Iterator[float]:
    """Where only a space parts figures from words: they end, and begin, under each other."""
    met: dict[tuple[int, int], list[tuple[str, float]]] = defaultdict(list)
    for row in rows:
        for a, b in pairwise(bits_of(row)):
            near = 0 < b.box.x0 - a.box.x1 <= least
            if near and VALUE.fullmatch(a.text) and _WORD.match(b.text):
                key = round(a.box.x1 / _ALIGNED), round(b.box.x0 / _ALIGNED)
                met[key].append((a.text, (a.box.x1 + b.box.x0) / 2))
    for found in met.values():
        if len({text for text, _ in found}) > 2 and 2 * len(found) > len(rows):
            yield median(x for _, x in found)


def _weights(groups: Sequence[Sequence[Sequence[Segment]]]) -> list[float]:
    """How much each row counts for where it runs over white."""
    figures = [any(VALUE.fullmatch(joined(g).text) for g in row[1:]) for row in groups]
    first = figures.index(True) if True in figures else 1
    return [_HEAD if n < min(first, _HEADS) else 1.0 for n in range(len(groups))]


def _white(
    spans: Sequence[Sequence[Span]], weights: Sequence[float], least: float
) -> Iterator[Span]:
    """The gutters: white in every row with several groups, or in most."""
    several = [(row, w) for row, w in zip(spans, weights, strict=True) if len(row) > 1]
    edges = sorted({x for row in spans for span in row for x in span})
    region: list[tuple[Span, float]] = []
    for a, b in pairwise(edges):
        over = sum(w for row, w in several if any(x0 < b and x1 > a for x0, x1 in row))
        votes = _votes(spans, a, b)
        if votes >= max(2 if len(several) > 2 else 1, _OUTVOTED * over):
            region.append(((a, b), over))
        else:
            yield from _gutters(region, least)
            region = []
    yield from _gutters(region, least)


def _votes(spans: Sequence[Sequence[Span]], a: float, b: float) -> int:
    """In how many rows there is white between two places: with words on both sides of it.

    Where a row shows it, so do rows of which one has words left of it and another right.
    """
    left = [any(x1 <= a for _, x1 in row) for row in spans]
    right = [any(x0 >= b for x0, _ in row) for row in spans]
    over = [any(x0 < b and x1 > a for x0, x1 in row) for row in spans]
    sides = list(zip(left, right, over, strict=True))
    inner = sum(one and other and not across for one, other, across in sides)
    return max(inner, min(sum(left), sum(right))) if inner else 0


def _gutters(region: Sequence[tuple[Span, float]], least: float) -> Iterator[Span]:
    """The gutters in a stretch of white: those that the fewest rows run over, if wide enough."""
    for level in sorted({over for _, over in region}):
        found: list[Span] = []
        for (a, b), over in region:
            if over <= level:
                joins = bool(found) and found[-1][1] == a
                found[-1:] = [(found[-1][0], b)] if joins else [*found[-1:], (a, b)]
        wide = [span for span in found if span[1] - span[0] >= _NEARLY * least]
        if wide:
            yield from wide
            return


def _filled(
    gutters: Sequence[Span], spans: Sequence[Sequence[Span]], walls: Sequence[float]
) -> list[Span]:
    """The gutters without those beside a column that is hardly filled.

    Such a column goes with the one beside it that has less in the same rows: a head may stand
    over the white beside its figures.
    """
    kept = list(gutters)
    while kept:
        rows = _rows_filled(kept, spans)
        poor = [
            (len(rows[n]), n)
            for n in range(len(rows))
            if len(rows[n]) < _needed(kept, walls, n, spans)
        ]
        sides = [
            (len(rows[n] & rows[other]), kept[g][1] - kept[g][0], g)
            for _, n in sorted(poor)[:1]
            for g, other in ((n - 1, n - 1), (n, n + 1))
            if 0 <= g < len(kept) and kept[g][0] not in walls
        ]
        if not sides:
            break
        del kept[min(sides)[2]]
    return kept


def _needed(
    gutters: Sequence[Span], walls: Sequence[float], number: int, spans: Sequence[Sequence[Span]]
) -> float:
    """How many rows must fill a column: fewer where much white or a line parts it."""
    beside = gutters[max(number - 1, 0) : number + 1]
    if all(left in walls for left, _ in beside):
        return 0.0
    narrow = min(right - left for left, right in beside) < _WIDE
    several = sum(len(row) > 1 for row in spans)
    return min(several, max(2.0, _FILLED * several if narrow else 0.0))


def _rows_filled(gutters: Sequence[Span], spans: Sequence[Sequence[Span]]) -> list[set[int]]:
    """For each column the rows that have words in it."""
    edges = [(-1e6, -1e6), *gutters, (1e6, 1e6)]
    return [
        {n for n, row in enumerate(spans) if any(x0 - 1 <= a and b <= x1 + 1 for a, b in row)}
        for (_, x0), (x1, _) in pairwise(edges)
    ]


def _without_signs(columns: Columns, rows: Sequence[Row]) -> Columns:
    """The columns, those that hold nothing but signs of a currency one with the next."""
    texts: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        for piece in columns.pieces(row):
            if piece.first == piece.last:
                texts[piece.first].append(piece.segment.text)
    dropped = {
        number
        for number, cells in texts.items()
        if 2 * sum(SIGN.fullmatch(cell) is not None for cell in cells) > len(cells)
        and sum(not SIGN.fullmatch(cell) for cell in cells) < 2
    }
    gutters = tuple(g for n, g in enumerate(columns.gutters) if n not in dropped)
    return Columns(gutters, columns.walls, columns.least)
