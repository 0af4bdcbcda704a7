"""A letter as one text that knows, for every character, where on the pages it stands.

`Letter.text` and its offsets come from one loop, so they cannot disagree. A covered place is the
one character `COVERED` in the text; a `Passage` says what a person sees there.
Lines end in a newline, cells of a table's row are parted by a tab, blocks by an empty line, pages
by a form feed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pipeline.geometry import Box, around
from pipeline.page import Block, Cell, Line, Page, Word, Zone
from pipeline.record import Evidence

FURTHER = 0.01  # points; a line narrower than a point is not beside itself
_SENTENCE_END = re.compile(
    r"(?:(?<=[a-z\d%)█’'\"][.!?;:])|(?<=█ [.!?;]))\s+(?=[A-Z█€•\-–(‘'\"])|\n\n+|\f"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the letter: what it says, where it stands, how well it could be read.

    `start` and `end` are offsets in `Letter.text`; `text` is what a person sees, where a covered
    place shows its code or garble; `legibility` is that of its least legible word.
    """

    start: int
    end: int
    text: str
    evidence: tuple[Evidence, ...]
    legibility: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of the letter with its offsets in the text and its block and page."""

    start: int
    end: int
    line: Line
    block: Block
    page: Page

    @property
    def box(self) -> Box:
        return self.line.box

    @property
    def zone(self) -> Zone:
        return self.block.zone


class _PlacedWord(NamedTuple):
    start: int
    word: Word
    line: Line
    page: Page


@dataclass(frozen=True)
class Letter:
    """The pages of one letter, numbered from 1."""

    pages: tuple[Page, ...]

    @cached_property
    def _built(self) -> tuple[str, list[_PlacedWord], list[Placed]]:
        parts: list[str] = []
        words: list[_PlacedWord] = []
        lines: list[Placed] = []
        offset = 0
        for page, block, line, joint in self._in_order():
            start = offset
            for word in line.words:
                words.append(_PlacedWord(offset, word, line, page))
                offset += len(word.text) + 1
            lines.append(Placed(start, offset - 1, line, block, page))
            parts += (line.text, joint)
            offset += len(joint) - 1
        return "".join(parts), words, lines

    def _in_order(self) -> Iterator[tuple[Page, Block, Line, str]]:
        """Every line with what parts it from the next."""
        for page in self.pages:
            for number, block in enumerate(page.blocks, 1):
                last = number == len(page.blocks)
                joints = [*_joints(block), "\f" if last else "\n\n"]
                for line, joint in zip(block.lines, joints, strict=True):
                    yield page, block, line, joint

    @property
    def text(self) -> str:
        return self._built[0]

    @property
    def lines(self) -> list[Placed]:
        """Every line, in reading order."""
        return self._built[2]

    @cached_property
    def _starts(self) -> list[int]:
        return [placed.start for placed in self._built[1]]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [placed.start for placed in self.lines]

    @cached_property
    def _offset_of(self) -> dict[int, int]:
        return {id(placed.word): placed.start for placed in self._built[1]}

    # --- from offsets to places

    def passage(self, start: int, end: int) -> Passage:
        """The stretch from one offset to another, with the places of the words it touches."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        touched = self._built[1][first : bisect_right(self._starts, max(start, end - 1))]
        return Passage(
            start,
            end,
            self._as_read(start, end, touched),
            _evidence(touched),
            min((placed.word.legibility for placed in touched), default=0.0),
        )

    def _as_read(self, start: int, end: int, touched: list[_PlacedWord]) -> str:
        parts: list[str] = []
        at = start
        for placed in touched:
            if placed.word.cover is not None and placed.start >= start:
                parts += (self.text[at : placed.start], placed.word.as_read)
                at = min(end, placed.start + len(placed.word.text))
        return "".join([*parts, self.text[at:end]])

    def find(
        self, pattern: str, flags: int = re.IGNORECASE
    ) -> Iterator[tuple[re.Match[str], Passage]]:
        """Every match of a pattern in the text, with its passage."""
        for match in re.finditer(pattern, self.text, flags):
            yield match, self.passage(*match.span())

    def line_at(self, offset: int) -> Placed:
        """The line on which an offset stands; IndexError for a letter with no lines."""
        return self.lines[max(bisect_right(self._line_starts, offset) - 1, 0)]

    def zone_at(self, offset: int) -> Zone:
        return self.line_at(offset).zone

    @cached_property
    def _breaks(self) -> list[tuple[int, int]]:
        return [match.span() for match in _SENTENCE_END.finditer(self.text)]

    def sentence(self, offset: int) -> tuple[int, int]:
        """First and last offset of the sentence around an offset; it never leaves its block."""
        following = bisect_right(self._breaks, (offset, len(self.text)))
        start = self._breaks[following - 1][1] if following else 0
        end = self._breaks[following][0] if following < len(self._breaks) else len(self.text)
        return start, max(start, end)

    # --- from places to passages

    def of_lines(self, lines: Iterable[Line]) -> Passage:
        """The passage from the first word of some lines to the last; ValueError where none."""
        words = [word for line in lines for word in line.words]
        start = min(self._offset_of[id(word)] for word in words)
        last = max(words, key=lambda word: self._offset_of[id(word)])
        return self.passage(start, self._offset_of[id(last)] + len(last.text))

    def of_cell(self, page: Page, cell: Cell) -> Passage:
        """What stands in a cell of a table; of an empty one, only its place."""
        if any(line.words for line in cell.lines):
            return self.of_lines(cell.lines)
        return Passage(0, 0, "", (self.place(page, cell.box),), 1.0)

    def place(self, page: Page, box: Box) -> Evidence:
        """A box of a page as evidence; in a text file, the lines that it touches."""
        if page.measured:
            return Evidence(page=page.number, bbox=_rounded(page.as_shown(box)))
        rows = [
            line.number
            for block in page.blocks
            for line in block.lines
            if line.box.side_by_side(box) > 0.5
        ]
        return Evidence(page=page.number, lines=(min(rows, default=1), max(rows, default=1)))

    # --- what stands beside and below: labels and their values

    def on_page(self, page: Page) -> list[Placed]:
        """The lines of a page, in reading order."""
        return self._by_page.get(id(page), [])

    @cached_property
    def _by_page(self) -> dict[int, list[Placed]]:
        found: dict[int, list[Placed]] = {}
        for placed in self.lines:
            found.setdefault(id(placed.page), []).append(placed)
        return found

    def right_of(self, placed: Placed) -> Placed | None:
        """The nearest line on the same height, to the right."""
        box = placed.box
        beside = [
            other
            for other in self.on_page(placed.page)
            if other.box.x0 >= max(box.x1 - 1, box.x0 + FURTHER)
            and other.box.side_by_side(box) > 0.5
        ]
        return min(beside, key=lambda other: other.box.x0, default=None)

    def left_of(self, placed: Placed) -> Placed | None:
        """The nearest line on the same height, to the left."""
        box = placed.box
        beside = [
            other
            for other in self.on_page(placed.page)
            if other.box.x1 <= min(box.x0 + 1, box.x1 - FURTHER)
            and other.box.side_by_side(box) > 0.5
        ]
        return max(beside, key=lambda other: other.box.x1, default=None)

    def below(self, placed: Placed, within: float = 2.5) -> Placed | None:
        """The nearest line under this one that shares some of its width.

        `within` is how far down to look, in heights of the line.
        """
        box = placed.box
        under = [
            other
            for other in self.on_page(placed.page)
            if other is not placed
            and other.box.top >= box.bottom - 0.4 * box.height
            and other.box.top - box.bottom <= within * box.height
            and min(other.box.x1, box.x1) - max(other.box.x0, box.x0) > 0
        ]
        return min(under, key=lambda other: (other.box.top, other.box.x0), default=None)

    # --- covered places and tables

    @cached_property
    def covered(self) -> list[tuple[Word, Passage]]:
        """Every covered place with its passage, in reading order."""
        return [
            (placed.word, self.passage(placed.start, placed.start + len(placed.word.text)))
            for placed in self._built[1]
            if placed.word.cover is not None
        ]

    @property
    def tables(self) -> Iterator[tuple[Page, Block]]:
        """Every block that is a table, with its page."""
        return ((p, b) for p in self.pages for b in p.blocks if b.grid is not None)


def together(passages: Sequence[Passage]) -> Passage:
    """Several passages as one, such as the names of two who sign; each keeps its own place."""
    return Passage(
        min(passage.start for passage in passages),
        max(passage.end for passage in passages),
        "; ".join(passage.text for passage in passages),
        tuple(place for passage in passages for place in passage.evidence),
        min(passage.legibility for passage in passages),
    )


def _joints(block: Block) -> list[str]:
    """What parts each line of a block from the next: a tab between two cells of one row."""
    if block.grid is None:
        return ["\n"] * (len(block.lines) - 1)
    cell_of = {
        id(line): (row, column)
        for row, cells in enumerate(block.grid.rows)
        for column, cell in enumerate(cells)
        for line in cell.lines
    }
    joints = []
    for left, right in zip(block.lines, block.lines[1:], strict=False):
        here, there = cell_of.get(id(left)), cell_of.get(id(right))
        same_row = here is not None and there is not None and here[0] == there[0]
        beside = same_row and left.number == right.number  # in one cell: '€' far from its figure
        joints.append("\t" if same_row and here != there else " " if beside else "\n")
    return joints


def _rounded(box: Box) -> tuple[float, float, float, float]:
    return round(box.x0, 1), round(box.top, 1), round(box.x1, 1), round(box.bottom, 1)


def _evidence(touched: list[_PlacedWord]) -> tuple[Evidence, ...]:
    """One entry a page."""
    return tuple(
        _on_one_page([placed for placed in touched if placed.page is page])
        for page in {id(placed.page): placed.page for placed in touched}.values()
    )


def _on_one_page(touched: list[_PlacedWord]) -> Evidence:
    page = touched[0].page
    if page.measured:
        whole = around(placed.word.box for placed in touched)
        return Evidence(page=page.number, bbox=_rounded(page.as_shown(whole)))
    rows = [placed.line.number for placed in touched]
    return Evidence(page=page.number, lines=(min(rows), max(rows)))
