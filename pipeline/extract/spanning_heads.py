"""Heads that stand over several columns: '2016' over 'begroot' and 'werkelijk'.

Which columns a head is over is told by where it is set: over their middle, or flush with the first
of them. Heads of one table are over as many columns each, if nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from pipeline.geometry import Box, around
from pipeline.page import Line

_ALONE = 15.0  # points: what is worse set over a column than this is not over it
_UNEVEN = 8.0  # points that one column more or fewer than the others' heads have weighs
_MOST = 2000  # ways to try
_NEVER = 1000.0

Span = tuple[int, int]


def spanning(
    heads: Sequence[Sequence[Line]], columns: Sequence[Box], *, apart: bool
) -> dict[int, Line]:
    """For a column the head that stands over it, but in the cell of another.

    `heads` are the lines of the head by column, `columns` the boxes of the columns. `apart`: its
    lines are rows of their own; else a head may go on in the line below, and only one that is set
    over the middle of several columns is over them.
    """
    lines = [line for column in heads for line in column]
    top = min((line.box.middle[1] for line in lines), default=0.0)
    upper = {
        number: line
        for number, column in enumerate(heads)
        for line in column
        if line.box.middle[1] < top + 0.6 * line.box.height
    }
    lower = [
        any(line is not upper.get(number) for line in column) for number, column in enumerate(heads)
    ]
    if not upper or len(upper) == len(heads):
        return {}
    ways = (list(way) for way, _ in zip(_ways(upper, lower), range(_MOST), strict=False))
    best = min(ways, key=lambda way: _cost(way, upper, columns, apart))
    return {
        column: line
        for (own, line), (first, last) in zip(upper.items(), best, strict=True)
        for column in range(first, last + 1)
        if column != own
    }


def _ways(upper: dict[int, Line], lower: Sequence[bool]) -> Iterator[tuple[Span, ...]]:
    """The spans that the heads may have: each its own column and others with a head below alone."""
    free = [below and number not in upper for number, below in enumerate(lower)]
    choices = []
    for own in upper:
        first = last = own
        while lower[own] and first > 0 and free[first - 1]:
            first -= 1
        while lower[own] and last + 1 < len(free) and free[last + 1]:
            last += 1
        choices.append([(a, b) for a in range(first, own + 1) for b in range(own, last + 1)])
    for way in product(*choices):
        if all(a[1] < b[0] for a, b in pairwise(way)):
            yield way


def _cost(
    way: Sequence[Span], lines: dict[int, Line], columns: Sequence[Box], apart: bool
) -> float:
    """How badly heads are set over their columns, in points; every column under none counts."""
    sizes = [last - first + 1 for first, last in way if last > first]
    uneven = _UNEVEN * (max(sizes) - min(sizes)) if sizes else 0.0
    away = sum(
        _away(line.box, columns[own], around(columns[first : last + 1]), apart)
        for (own, line), (first, last) in zip(lines.items(), way, strict=True)
        if last > first
    )
    alone = len(columns) - sum(last - first + 1 for first, last in way)
    return away + uneven + _ALONE * alone


def _away(head: Box, own: Box, under: Box, apart: bool) -> float:
    """How far a head is from the middle of what is under it, or from being flush with it."""
    middle = abs(head.middle[0] - under.middle[0])
    if apart:
        return min(middle, abs(head.x0 - under.x0))
    return middle if middle < abs(head.middle[0] - own.middle[0]) else _NEVER
