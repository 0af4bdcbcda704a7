"""The columns that rows of a table share, and the words of a head that stand over several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.geometry import Box, around
from pipeline.layout.segments import Segment
from pipeline.page import Line

_GUTTER = 4.0  # points of white between two columns, at least
_HEADS = 3  # rows at the top that may be a head
_FILLED = 0.4  # of the rows under a head: a column that fewer of them fill is none
_ALIGNED = 2.5  # points
_SHIFTED = 12.0  # points by which a head may stand beside its column
_NUMBER = re.compile(r"[-–(]?\d[\d.,]*(?:[-–=]{1,2})?\)?%?")

Row = list[Segment]
Span = tuple[float, float]


def spans_of(rows: Sequence[Row]) -> list[Span]:
    """The spans across the page that rows fill, parted by the white that all of them leave."""
    columns: list[Span] = []
    for x0, x1 in sorted((s.box.x0, s.box.x1) for row in rows for s in row):
        if columns and x0 < columns[-1][1] + _GUTTER:
            columns[-1] = columns[-1][0], max(columns[-1][1], x1)
        else:
            columns.append((x0, x1))
    return columns


def column_of(box: Box, columns: Sequence[Span]) -> int:
    """The column that a box belongs to: flush with it, else where it begins, else the nearest."""

    def distance(number: int) -> tuple[bool, bool, float]:
        x0, x1 = columns[number]
        middle = abs(box.middle[0] - (x0 + x1) / 2)
        flush = min(abs(box.x0 - x0), abs(box.x1 - x1), middle) < _ALIGNED
        outside = max(x0 - box.x1, box.x0 - x1, 0.0)
        return not flush, not x0 - 1 <= box.x0 <= x1, outside or middle / 1000

    return min(range(len(columns)), key=distance)


def set_in_columns(rows: Sequence[Row]) -> tuple[list[Row], list[Span]]:
    """Rows with the columns that they stand in.

    The rows under a head may show more columns than the head leaves white; the words of the head
    are then parted among them.
    """
    rows = _with_figures_apart(list(rows))
    columns = spans_of(rows)
    heads = 0
    for above in range(1, _HEADS + 1):
        below = rows[above:]
        if len(below) < max(2, len(rows) / 2):
            break
        finer = spans_of(below)
        if len(finer) > len(columns) and _all_filled(below, finer):
            heads, columns = above, finer
    parted = [[part for s in row for part in _among(s, columns)] for row in rows[:heads]]
    return [*parted, *rows[heads:]], columns


def _all_filled(rows: Sequence[Row], columns: Sequence[Span]) -> bool:
    least = max(2.0, _FILLED * len(rows))
    return all(
        sum(any(x0 <= s.box.x0 <= x1 for s in row) for row in rows) >= least for x0, x1 in columns
    )


def _among(segment: Segment, columns: Sequence[Span]) -> list[Segment]:
    """A segment cut where its words stand over different columns."""
    box = segment.box
    over = [n for n, (x0, x1) in enumerate(columns) if min(x1, box.x1) - max(x0, box.x0) > 0]
    if len(over) < 2:
        return [segment]
    middles = [word.box.middle[0] for word in segment.line.words]
    places = [min(over, key=lambda n: _away(middle, columns[n])) for middle in middles]
    cuts = [at for at, (a, b) in enumerate(pairwise(places), 1) if a != b]
    return list(cut(segment, _at_capitals([word.text for word in segment.line.words], cuts)))


def _at_capitals(words: Sequence[str], cuts: Sequence[int]) -> list[int]:
    """Cuts moved to the nearest word with a capital: heads begin with one."""
    moved: list[int] = []
    for at, after in pairwise([*cuts, len(words)]):
        first = moved[-1] + 1 if moved else 1
        capitals = [n for n in range(first, after) if words[n][0].isupper()]
        moved.append(min(capitals, key=lambda n: abs(n - at), default=max(at, first)))
    return moved


def _away(x: float, span: Span) -> float:
    return max(span[0] - x, x - span[1])


def cut(segment: Segment, places: Sequence[int]) -> Iterator[Segment]:
    """The parts of a segment, cut before the words with these numbers."""
    words = segment.line.words
    if not places:
        yield segment
        return
    for start, end in pairwise([0, *places, len(words)]):
        part = words[start:end]
        box = around(word.box for word in part)
        level = Box(box.x0, segment.box.top, box.x1, segment.box.bottom)
        yield Segment(Line(part, segment.line.number), level)


def with_bridge_cut(row: Row, columns: Sequence[Span]) -> Row:
    """A row that fills all columns, cut where one segment runs over the white between two.

    Only a blank parts its words there, but they stand on either side.
    """
    if len(row) < 2 or len(columns) < 3:
        return row
    whites = [(left[1], right[0]) for left, right in pairwise(columns)]
    over = [(s, w) for s in row for w in whites if s.box.x0 < w[0] and s.box.x1 > w[1]]
    touched = {
        n for s in row for n, (x0, x1) in enumerate(columns) if s.box.x0 < x1 and s.box.x1 > x0
    }
    if len(over) != 1 or len(touched) < len(columns):
        return row
    bridge, white = over[0]
    return [part for s in row for part in cut(s, _gaps(s, white) if s is bridge else [])]


# --- columns of which only a space parts the cells


def _with_figures_apart(rows: list[Row]) -> list[Row]:
    """Rows cut after the figures of a column that nearly touches the words of the next.

    In every row the figures end under each other, and the head has words for both.
    """
    for x0, x1 in spans_of(rows):
        gap = _gap_after_figures([s for row in rows[1:] for s in row if x0 <= s.box.x0 <= x1])
        head = next((s for s in rows[0] if x0 <= s.box.x0 <= x1), None)
        if gap is not None and head is not None and _gaps(head, gap, _SHIFTED):
            below = [[part for s in row for part in cut(s, _gaps(s, gap))] for row in rows[1:]]
            rows = [rows[0], *below]
    return rows


def _gap_after_figures(cells: Sequence[Segment]) -> Span | None:
    """The white between figures and words that stands under each other in most cells."""
    both = [s.line.words[:2] for s in cells if len(s.line.words) > 1]
    if len(both) < 2 or len(both) < len(cells) - 1:
        return None
    if not all(_NUMBER.fullmatch(a.text) and not _NUMBER.fullmatch(b.text) for a, b in both):
        return None
    ends, starts = [a.box.x1 for a, _ in both], [b.box.x0 for _, b in both]
    flush = max(ends) - min(ends) < _ALIGNED and max(starts) - min(starts) < _ALIGNED
    return (max(ends), min(starts)) if flush else None


def _gaps(segment: Segment, gap: Span, slack: float = 0.0) -> list[int]:
    """The word of a segment before which there is white in the same place; at most one."""
    return [
        at
        for at, (before, word) in enumerate(pairwise(segment.line.words), 1)
        if before.box.x1 < gap[1] + slack and word.box.x0 > gap[0] - slack
    ][:1]


# --- lines drawn between columns


def part_at_rules(segments: Sequence[Segment], rules: Sequence[Box]) -> list[Segment]:
    """The segments, cut where a line drawn down the page runs between two of their words."""
    upright = [rule for rule in rules if rule.height > 8 and rule.height > 3 * rule.width]
    if not upright:
        return list(segments)
    return [part for s in segments for part in cut(s, _crossings(s, upright))]


def _crossings(segment: Segment, rules: Sequence[Box]) -> list[int]:
    middle = segment.box.middle[1]
    at = [rule.middle[0] for rule in rules if rule.top - 1 <= middle <= rule.bottom + 1]
    return [
        number
        for number, (before, word) in enumerate(pairwise(segment.line.words), 1)
        if any(before.box.x1 - 1 <= x <= word.box.x0 + 1 for x in at)
    ]
