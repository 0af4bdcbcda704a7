"""The words of a row, and the pieces that they are where its columns are known."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
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
_LEAST_SPACE = 0.35  # of a line's height
_ALIGNED = 2.5  # points
SIGN = re.compile(r"[€ƒ]|EUR|[hd]?fl?\.?|[\"„”»]|,,|''", re.IGNORECASE)
VALUE = re.compile(
    rf"(?:€|ƒ|EUR|Hfl\.?|fl?\.?)?\s*[-–+(]?\s?\d[\d.,/ –-]*[-–=)]*\s*%?\*{{0,2}}|[-–]|{COVERED}",
    re.IGNORECASE,
)

Row = list[Segment]
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in a cell on one height of the page; `last` where it is over several columns."""

    segment: Segment
    first: int
    last: int


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
