"""The columns that rows of a table share: the white, and the lines drawn, between their words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.geometry import Box, around
from pipeline.layout.segments import Segment
from pipeline.page import COVERED, Line

_SPACES = 1.6  # usual spaces between two words: more white parts them
_SPACE = 1.02  # widths of a letter, where too few spaces tell
_WIDEST_SPACE = 1.2  # widths of a letter
_FEW = 4
_NEARLY = 0.8  # of that, where it lies under each other in all rows
_SURE = 1.3  # of that: as much white need not lie along words set flush
_LEAST_SPACE = 0.35  # of a line's height
_WIDE = 10.0  # points of white that make a column of what few rows fill
_FILLED = 0.4  # of the rows: a column beside less white that fewer of them fill is none
_OUTVOTED = 3  # rows that leave white for each one that runs over it
_HEAD = 1 / 3  # what runs over white in a head counts for less: it may stand over both columns
_HEADS = 3
_ALIGNED = 2.5  # points
_MOST = 0.75  # of the rows
_WALL = 0.6  # of the height of the rows: as far down runs a line between two columns
SIGN = re.compile(r"[€ƒ]|EUR|[hd]?fl?\.?|[\"„”»]|,,|''", re.IGNORECASE)
VALUE = re.compile(
    rf"(?:€|ƒ|EUR|Hfl\.?|fl?\.?)?\s*[-–+(]?\s?\d[\d.,/ –-]*[-–=)]*\s*%?\*{{0,2}}|[-–]|{COVERED}",
    re.IGNORECASE,
)

_WORD = re.compile(r"[^\W\d_]{3}")

Row = list[Segment]
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in a cell on one height of the page; `last` where it is over several columns."""

    segment: Segment
    first: int
    last: int


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


def spaces(row: Row, least: float, walls: Sequence[float] = ()) -> list[list[Segment]]:
    """The words of a row in groups, parted by more white than a space or by a line.

    The sign of a currency belongs to its figure, however far that is.
    """
    groups: list[list[Segment]] = []
    for bit in bits_of(row):
        if groups:
            before = groups[-1][-1]
            signed = len(groups[-1]) == 1 and SIGN.fullmatch(before.text)
            apart = bit.box.x0 - before.box.x1 > least and not (
                signed and VALUE.fullmatch(bit.text) and bit.text[0].isdigit()
            )
            walled = any(before.box.middle[0] < x < bit.box.middle[0] for x in walls)
            if not (apart or walled):
                groups[-1].append(bit)
                continue
        groups.append([bit])
    return groups


def bits_of(row: Row) -> list[Segment]:
    """The words of a row, each for itself, from left to right."""
    bits = [
        Segment(
            Line((word,), s.line.number), Box(word.box.x0, s.box.top, word.box.x1, s.box.bottom)
        )
        for s in row
        for word in s.line.words
    ]
    return sorted(bits, key=lambda bit: bit.box.x0)


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


def least_space(rows: Sequence[Row]) -> float:
    """The points of white that are more than a space between two words."""
    words = [word for row in rows for s in row for word in s.line.words if len(word.text) > 1]
    if not words:
        return 4.0
    letter = median(word.box.width / len(word.text) for word in words)
    gaps = [b.box.x0 - a.box.x1 for row in rows for s in row for a, b in pairwise(s.line.words)]
    usual = [gap for gap in gaps if 0 < gap < _WIDEST_SPACE * letter]
    space = median(usual) * _SPACES if len(usual) >= _FEW else _SPACE * letter
    return max(space, _LEAST_SPACE * median(word.box.height for word in words))


def joined(bits: Sequence[Segment]) -> Segment:
    """Words on one height as one segment."""
    words = tuple(word for bit in bits for word in bit.line.words)
    return Segment(Line(words, bits[0].line.number), around(bit.box for bit in bits))


@dataclass(frozen=True, slots=True)
class Columns:
    """The white between the columns, as (left, right), and how much of it parts two words."""

    gutters: tuple[Span, ...]
    walls: tuple[float, ...]
    least: float

    @property
    def count(self) -> int:
        return len(self.gutters) + 1

    def number(self, x: float) -> int:
        """The column in which a place stands, from 0."""
        return sum(x > (left + right) / 2 for left, right in self.gutters)

    def pieces(self, row: Row, under: Container[int] | None = None) -> list[Piece]:
        """A row's words by column.

        What runs over the white between two columns is cut there where a value follows, or words
        that begin as their column does; in a head at a capital, unless both columns have a head
        `under` it. Else it is over both.
        """
        found: list[Piece] = []
        for group in spaces(row, self.least, self.walls):
            parts = [[group[0]]]
            for at in range(1, len(group)):
                if self._parts(group, at, under):
                    parts.append([])
                parts[-1].append(group[at])
            found += [self._piece(part) for part in parts]
        return self._by_column(found)

    def _parts(self, group: Sequence[Segment], at: int, under: Container[int] | None) -> bool:
        """Whether a group of words is cut before one of them: it stands in another column."""
        before, bit = group[at - 1], group[at]
        first, last = self.number(before.box.middle[0]), self.number(bit.box.middle[0])
        text = joined(group[at:]).text
        if first == last:
            early = under is not None and at + 1 < len(group) and not text[0].islower()
            return early and self._turns(group, at)
        if under is not None:
            return not text[0].islower() and not (first in under and last in under)
        flush = abs(bit.box.x0 - self.gutters[last - 1][1]) < _ALIGNED
        return flush or VALUE.fullmatch(text) is not None

    def _turns(self, group: Sequence[Segment], at: int) -> bool:
        """Whether a head begins over the white beside its column: the next word is no capital."""
        here, after = group[at], group[at + 1]
        number = self.number(here.box.middle[0])
        if number == self.number(after.box.middle[0]) or not after.text[0].islower():
            return False
        return here.box.x1 > self.gutters[number][0]

    def _piece(self, part: Sequence[Segment]) -> Piece:
        """Words in the column that they lie in, or over those whose white they run over."""
        whole = joined(part)
        crossed = [
            n
            for n, (left, right) in enumerate(self.gutters)
            if whole.box.x0 < left - 1 and whole.box.x1 > right + 1
        ]
        if not crossed:
            number = self.number(whole.box.middle[0])
            return Piece(whole, number, number)
        return Piece(whole, crossed[0], crossed[-1] + 1)

    def _by_column(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Pieces in one column as one."""
        found: list[Piece] = []
        for piece in pieces:
            if found and found[-1].last >= piece.first:
                whole = joined([*bits_of([found[-1].segment]), *bits_of([piece.segment])])
                last = max(found[-1].last, piece.last)
                found[-1] = Piece(whole, found[-1].first, last)
            else:
                found.append(piece)
        return found


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
    edges = sorted({x for row, _ in several for span in row for x in span})
    region: list[tuple[Span, float]] = []
    for a, b in pairwise(edges):
        over = sum(w for row, w in several if any(x0 < b and x1 > a for x0, x1 in row))
        votes = sum(any(p[1] <= a and b <= q[0] for p, q in pairwise(row)) for row, _ in several)
        if votes >= max(2 if len(several) > 2 else 1, _OUTVOTED * over):
            region.append(((a, b), over))
        else:
            yield from _gutters(region, least)
            region = []
    yield from _gutters(region, least)


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
