"""The narrow column beside the running text, at the right or the left of a Dutch letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.dutch.formulas import is_salutation
from pipeline.geometry import Box, around
from pipeline.layout.pairs import is_bare_label
from pipeline.layout.segments import Segment

_RIGHT_FROM, _LEFT_UNTIL = 0.55, 0.34  # of the page's width
_NARROW = 0.38
_INTRUSION = 0.25  # of the column's width
_REACH = _NARROW * _INTRUSION
_PROSE = 5  # words on a line of running text
_MOST = 0.8  # of the running text stands beside a column, where it does not run down the page
_RUNNING = 7  # words on a line that is no value of a label
_LONG = 0.38  # of the page's width: an address is narrower
_BEYOND = 1e6  # points; no page is as high
_WORD = re.compile(r"[^\W\d_]{2,}")


def part_margins(segments: Sequence[Segment], width: float) -> tuple[list[Segment], list[Segment]]:
    """What runs over the page, and what stands in a column of its own beside it."""
    beside = _right_column(segments, width) or _left_column(segments, width)
    taken = {id(segment) for segment in beside}
    return [s for s in segments if id(s) not in taken], beside


def _right_column(segments: Sequence[Segment], width: float) -> list[Segment]:
    """The widest set of segments that begin right of a line which running text does not cross."""
    edges = sorted(s.box.x1 for s in segments if _is_prose(s, width))
    for start in sorted({s.box.x0 for s in segments if s.box.x0 > _RIGHT_FROM * width}):
        if len(edges) < 2 or edges[1] > start + _REACH * width:
            continue
        inside = [s for s in segments if s.box.x0 >= start - 2]
        outside = [s for s in segments if s.box.x0 < start - 2]
        for column in _uncrossed(inside, outside, width):
            if _is_column(column, outside, start, width):
                return column
    return []


def _left_column(segments: Sequence[Segment], width: float) -> list[Segment]:
    """The same at the left, where the text begins right of it."""
    edges = sorted(s.box.x0 for s in segments if _is_prose(s, width))
    for end in sorted({s.box.x1 for s in segments if s.box.x1 < _LEFT_UNTIL * width}, reverse=True):
        if len(edges) < 2 or edges[-2] < end - _REACH * width:
            continue
        inside = [s for s in segments if s.box.x1 <= end + 2]
        outside = [s for s in segments if s.box.x1 > end + 2]
        for column in _uncrossed(inside, outside, width):
            start = min(s.box.x0 for s in column)
            beside = _is_column(column, outside, start, width)
            if beside and not _is_of_labels(column, outside):
                return column
    return []


def _is_of_labels(inside: Sequence[Segment], outside: Sequence[Segment]) -> bool:
    """Labels under each other whose values stand beside them: no column of its own."""
    column = sorted(inside, key=lambda s: s.box.top)
    bare = [s for s in column if is_bare_label(s)]
    followed = [
        upper
        for upper, lower in pairwise(column)
        if is_bare_label(upper)
        and not is_bare_label(lower)
        and lower.box.top - upper.box.bottom < upper.box.height
        and not any(_is_value_of(other, lower) for other in outside)
    ]
    valued = [s for s in bare if any(s.box.side_by_side(o.box) > 0.5 for o in outside)]
    return len(valued) > 1 and 2 * len(followed) < len(bare)


def _is_value_of(other: Segment, segment: Segment) -> bool:
    """Whether what stands on a segment's height may be its value: it is no running text."""
    return len(other.line.words) < _RUNNING and segment.box.side_by_side(other.box) > 0.5


def _is_column(
    inside: Sequence[Segment], outside: Sequence[Segment], start: float, width: float
) -> bool:
    """Narrow, flush left, in words, with running text beside it; no letter begins in it."""
    box = around(s.box for s in inside)
    flush = sum(abs(s.box.x0 - start) < 6 for s in inside)
    in_words = sum(bool(_WORD.search(s.text)) for s in inside)
    prose = [s for s in outside if _is_prose(s, width) and box.top < s.box.middle[1] < box.bottom]
    return (
        len(inside) >= 2
        and not any(is_salutation(s.text) for s in inside)
        and box.width <= _NARROW * width
        and flush >= 0.6 * len(inside)
        and in_words >= 0.5 * len(inside)
        and len(prose) >= 2
    )


def _uncrossed(
    inside: Sequence[Segment], outside: Sequence[Segment], width: float
) -> Iterator[list[Segment]]:
    """The column, or else what is left of it between a letterhead and a foot that run through it.

    No running text stands over that or under it: it goes on beside the column.
    """
    crossing = _crossing(inside, outside)
    if not crossing:
        yield list(inside)
        return
    prose = [s.box.middle[1] for s in outside if _is_prose(s, width)]
    edges = [(-_BEYOND, -_BEYOND), *sorted((b.top, b.bottom) for b in crossing), (_BEYOND, _BEYOND)]
    for (_, top), (bottom, _) in pairwise(edges):
        column = [s for s in inside if top < s.box.top + 1 and s.box.bottom - 1 < bottom]
        beside = sum(top < middle < bottom for middle in prose)
        if column and beside >= _MOST * len(prose) and not _crossing(column, outside):
            yield column


def _crossing(inside: Sequence[Segment], outside: Sequence[Segment]) -> list[Box]:
    """Lines from outside that run through the column; a long one may reach into its white."""
    box = around(s.box for s in inside)
    found = []
    for other in outside:
        shared = other.box & box
        if shared.width <= 4 or shared.height <= 2:
            continue
        wide = shared.width > _INTRUSION * box.width
        if wide or any((other.box & s.box).area > 0 for s in inside):
            found.append(other.box)
    return found


def _is_prose(segment: Segment, width: float) -> bool:
    return len(segment.line.words) >= _PROSE and segment.box.width > _LONG * width
