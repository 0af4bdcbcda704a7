"""The narrow column beside the running text, at the right or the left of a Dutch letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.dutch.formulas import is_salutation
from pipeline.dutch.labels import label_of
from pipeline.geometry import around
from pipeline.layout.segments import Segment

_RIGHT_FROM, _LEFT_UNTIL = 0.55, 0.34  # of the page's width
_NARROW = 0.38
_INTRUSION = 0.25  # of the column's width
_PROSE = 5  # words on a line of running text
_RUNNING = 7  # words on a line that is no value of a label
_LONG = 0.38  # of the page's width: an address is narrower
_WORD = re.compile(r"[^\W\d_]{2,}")


def part_margins(segments: Sequence[Segment], width: float) -> tuple[list[Segment], list[Segment]]:
    """What runs over the page, and what stands in a column of its own beside it."""
    beside = _right_column(segments, width) or _left_column(segments, width)
    taken = {id(segment) for segment in beside}
    return [s for s in segments if id(s) not in taken], beside


def _right_column(segments: Sequence[Segment], width: float) -> list[Segment]:
    """The widest set of segments that begin right of a line which running text does not cross."""
    for start in sorted({s.box.x0 for s in segments if s.box.x0 > _RIGHT_FROM * width}):
        inside = [s for s in segments if s.box.x0 >= start - 2]
        outside = [s for s in segments if s.box.x0 < start - 2]
        if _is_column(inside, outside, start, width) and not _crossed(inside, outside):
            return inside
    return []


def _left_column(segments: Sequence[Segment], width: float) -> list[Segment]:
    """The same at the left, where the text begins right of it."""
    for end in sorted({s.box.x1 for s in segments if s.box.x1 < _LEFT_UNTIL * width}, reverse=True):
        inside = [s for s in segments if s.box.x1 <= end + 2]
        outside = [s for s in segments if s.box.x1 > end + 2]
        start = min(s.box.x0 for s in inside)
        beside = _is_column(inside, outside, start, width) and not _crossed(inside, outside)
        if beside and not _is_of_labels(inside, outside):
            return inside
    return []


def _is_of_labels(inside: Sequence[Segment], outside: Sequence[Segment]) -> bool:
    """Labels under each other whose values stand beside them: no column of its own."""
    column = sorted(inside, key=lambda s: s.box.top)
    bare = [s for s in column if _is_bare_label(s)]
    followed = [
        upper
        for upper, lower in pairwise(column)
        if _is_bare_label(upper)
        and not _is_bare_label(lower)
        and lower.box.top - upper.box.bottom < upper.box.height
        and not any(_is_value_of(other, lower) for other in outside)
    ]
    valued = [s for s in bare if any(s.box.side_by_side(o.box) > 0.5 for o in outside)]
    return len(valued) > 1 and 2 * len(followed) < len(bare)


def _is_value_of(other: Segment, segment: Segment) -> bool:
    """Whether what stands on a segment's height may be its value: it is no running text."""
    return len(other.line.words) < _RUNNING and segment.box.side_by_side(other.box) > 0.5


def _is_bare_label(segment: Segment) -> bool:
    label = label_of(segment.text)
    return label is not None and not label.value


def _is_column(
    inside: Sequence[Segment], outside: Sequence[Segment], start: float, width: float
) -> bool:
    """Narrow, flush left, in words, with running text beside it; no letter begins in it."""
    box = around(s.box for s in inside)
    flush = sum(abs(s.box.x0 - start) < 6 for s in inside)
    in_words = sum(bool(_WORD.search(s.text)) for s in inside)
    prose = [
        s
        for s in outside
        if len(s.line.words) >= _PROSE
        and s.box.width > _LONG * width
        and box.top < s.box.middle[1] < box.bottom
    ]
    return (
        len(inside) >= 2
        and not any(is_salutation(s.text) for s in inside)
        and box.width <= _NARROW * width
        and flush >= 0.6 * len(inside)
        and in_words >= 0.5 * len(inside)
        and len(prose) >= 2
    )


def _crossed(inside: Sequence[Segment], outside: Sequence[Segment]) -> bool:
    """Whether lines from outside run through the column; a long one may reach into its white."""
    box = around(s.box for s in inside)
    for other in outside:
        shared = other.box & box
        if shared.width <= 4 or shared.height <= 2:
            continue
        meets = any((other.box & s.box).area > 0 for s in inside)
        if meets or shared.width > _INTRUSION * box.width:
            return True
    return False
