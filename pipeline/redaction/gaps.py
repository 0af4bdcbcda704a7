"""How far a cover goes of which a scan shows only the code: tape, white-out, a tint washed out.

The code stands in a gap. The gap goes from word to word on the line; where one side is open the
code stands in its middle; and where it is alone, the blank lines around it are the passage.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

from pipeline.geometry import Box
from pipeline.page import Block, Line, Page, TextFrom, Word

_SPACE: Final = 1.2  # points between a word and a cover
_CLOSE, _WIDE = 0.35, 0.8  # of the height of a line: more than the space between words
_INLINE: Final = 70.0  # points from a word to a code in the same gap
_LEAST: Final = 3.0  # points that a gap is wider than the space beside a word
_NEAR: Final = 70.0  # points up and down, of the lines that show where a column begins
_HIGH: Final = 1.15  # of a cover by the height of a line
_PITCH: Final = 1.3  # from line to line by the same
_BLANK: Final = 2.6  # lines of blank around a lone code that make a passage
_MOST: Final = 12  # lines


def widened(page: Page) -> Page:
    """The page with every code that stands for a cover made as large as its gap; scans only."""
    if page.text_from is not TextFrom.ocr:
        return page
    codes = [word for word in _words(page) if _alone(word)]
    room = room_of(page)
    if not codes or room is None:
        return page
    found: dict[int, Word] = {}
    for word in codes:
        box = _gap(room, word.box)
        cover = word.cover
        assert cover is not None  # of _alone
        found[id(word)] = replace(word, box=box, cover=replace(cover, box=box))
    return replace(page, blocks=tuple(_with(block, found) for block in page.blocks))


def room_of(page: Page) -> Room | None:
    """What codes on a scanned page stand between; None for another page, or one without words."""
    if page.text_from is not TextFrom.ocr:
        return None
    lines = [
        line.box
        for block in page.blocks
        for line in block.lines
        if any(word.cover is None for word in line.words)
    ]
    words = tuple(word.box for word in _words(page))
    return Room(words, tuple(lines)) if lines else None


def apart(room: Room, code: Box) -> bool:
    """Whether a code stands farther from the words beside it than words do from each other."""
    left, right = _beside(room, code)
    gaps = (
        math.inf if left is None else code.x0 - left,
        math.inf if right is None else right - code.x1,
    )
    return min(gaps) > _CLOSE * room.height and max(gaps) > _WIDE * room.height


def _beside(room: Room, code: Box) -> tuple[float | None, float | None]:
    """Where the words to the left end and those to the right begin."""
    level = [box for box in room.words if box.side_by_side(code) > 0.4 and not _same(box, code)]
    left = max((box.x1 for box in level if box.x0 < code.x0), default=None)
    right = min((box.x0 for box in level if box.x1 > code.x1), default=None)
    return left, right


def _same(box: Box, code: Box) -> bool:
    return box.covered_by(code) > 0.9


def _words(page: Page) -> Iterator[Word]:
    return (word for block in page.blocks for line in block.lines for word in line.words)


def _alone(word: Word) -> bool:
    """Whether it is a code without the box in which it stands."""
    cover = word.cover
    return cover is not None and cover.style == "text" and any(map(str.isdigit, cover.text))


@dataclass(frozen=True, slots=True)
class Room:
    """What a gap lies between: the words and the lines of a page."""

    words: tuple[Box, ...]
    lines: tuple[Box, ...]  # those with words

    @property
    def height(self) -> float:
        """Of a line of text."""
        return median(box.height for box in self.lines)


def _gap(room: Room, code: Box) -> Box:
    """The gap in which a code stands; the code's own box where nothing tells."""
    left, right = _beside(room, code)
    before = left if left is not None and code.x0 - left < _INLINE else None
    after = right if right is not None and right - code.x1 < _INLINE else None
    x0 = None if before is None else before + _SPACE
    x1 = None if after is None else after - _SPACE
    if x0 is None and x1 is None:
        x0 = _margin(room, code, left)
    middle = code.middle[0]
    if x0 is None and x1 is not None:
        x0 = max(2 * middle - x1, _margin(room, code, left) or 0.0)
    elif x0 is not None and x1 is None:
        x1 = 2 * middle - x0
        x1 = min(x1, max(box.x1 for box in room.lines) if right is None else right - _SPACE)
    if x0 is None or x1 is None or (code.x0 - x0) + (x1 - code.x1) < _LEAST:
        return code
    half = _HIGH * room.height / 2
    across = Box(min(x0, code.x0), code.middle[1] - half, max(x1, code.x1), code.middle[1] + half)
    return across if before is not None or after is not None else _passage(room, code, across)


def _margin(room: Room, code: Box, least: float | None) -> float | None:
    """Where the lines above and below begin, the nearest to the left of a code."""
    starts = [
        line.x0
        for line in room.lines
        if abs(line.middle[1] - code.middle[1]) < _NEAR and (least or 0.0) < line.x0 < code.x0 - 1
    ]
    shared = [x0 for x0 in starts if sum(abs(x0 - other) < 3 for other in starts) > 1]
    return max(shared or starts, default=None)


def _passage(room: Room, code: Box, across: Box) -> Box:
    """A line with nothing beside it, with the blank lines above and below."""
    middle, line = code.middle[1], room.height
    over = [
        box for box in room.words if box.above_each_other(across) > 0.02 and not _same(box, code)
    ]
    above = max((box.bottom for box in over if box.middle[1] < middle), default=None)
    below = min((box.top for box in over if box.middle[1] > middle), default=None)
    if above is None or below is None:
        return across
    up, down = middle - above, below - middle
    if not _BLANK * _PITCH * line < up + down < _MOST * _PITCH * line:
        return across
    if down < 2 * up:  # in the middle: of a signature, with space above and below
        up = down = min(up, down)
    return Box(across.x0, middle - up + 0.3 * line, across.x1, middle + down - 0.3 * line)


def _with(block: Block, found: dict[int, Word]) -> Block:
    """The block with other words in it, in its grid as well."""
    lines = {id(line): _line(line, found) for line in block.lines}
    grid = block.grid
    if grid is not None:
        rows = tuple(
            tuple(replace(cell, lines=_those(cell.lines, lines)) for cell in row)
            for row in grid.rows
        )
        grid = replace(grid, rows=rows)
    return replace(block, lines=_those(block.lines, lines), grid=grid)


def _line(line: Line, found: dict[int, Word]) -> Line:
    if not any(id(word) in found for word in line.words):
        return line
    return replace(line, words=tuple(found.get(id(word), word) for word in line.words))


def _those(lines: Sequence[Line], found: dict[int, Line]) -> tuple[Line, ...]:
    return tuple(found.get(id(line), line) for line in lines)
