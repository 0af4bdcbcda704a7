"""Segments under each other become blocks; blocks get their reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from statistics import median

from pipeline.geometry import Box
from pipeline.layout.segments import Segment
from pipeline.page import Block

_FAR = 40.0  # points; a greater step is no line's
_ENOUGH = 5  # steps that tell what is usual
_SAME_PITCH = 1.3  # a step down wider than so many usual ones ends a block


def blocks(segments: Sequence[Segment], pitch: float | None = None) -> list[Block]:
    """Blocks of segments that stand under each other at the usual distance.

    `pitch` is that distance in points where it is known (a text file's grid).
    """
    below = _followers(segments)
    usual = _pitches(segments, below, pitch)
    groups: list[list[Segment]] = []
    group_of: dict[int, list[Segment]] = {}
    for segment in sorted(segments, key=lambda s: s.box.top):
        group = group_of.get(id(segment))
        if group is None:
            group = [segment]
            groups.append(group)
        follower = below.get(id(segment))
        if follower is not None and _belongs(segment, follower, usual(segment)):
            group.append(follower)
            group_of[id(follower)] = group
    return [Block(tuple(segment.line for segment in group)) for group in groups]


def _followers(segments: Sequence[Segment]) -> dict[int, Segment]:
    """The one segment that stands straight under each, where each is the other's nearest."""
    down = sorted(segments, key=lambda s: (s.box.middle[1], s.box.x0))
    up = sorted(segments, key=lambda s: (-s.box.middle[1], s.box.x0))
    under = dict(_nearest(down, _is_under))
    over = dict(_nearest(up, lambda lower, upper: _is_under(upper, lower)))
    return {
        key: follower
        for key, follower in under.items()
        if follower is not None and (back := over[id(follower)]) is not None and id(back) == key
    }


def _is_under(upper: Box, lower: Box) -> bool:
    overlap = min(upper.x1, lower.x1) - max(upper.x0, lower.x0)
    return lower.middle[1] > upper.middle[1] + 0.3 * upper.height and overlap > 0


def _nearest(
    segments: Sequence[Segment], related: Callable[[Box, Box], bool]
) -> Iterator[tuple[int, Segment | None]]:
    """Beside each segment the first one further on, as they are sorted, that is related to it."""
    for place, segment in enumerate(segments, 1):
        others = (other for other in segments[place:] if related(segment.box, other.box))
        yield id(segment), next(others, None)


def _pitches(
    segments: Sequence[Segment], below: dict[int, Segment], known: float | None
) -> Callable[[Segment], float]:
    """The usual distance from the middle of a line to that of the next, in points.

    Lines of about one size have one: small labels stand closer than the text does.
    """
    steps = [
        (s.box.height, step)
        for s in segments
        if id(s) in below and (step := below[id(s)].box.middle[1] - s.box.middle[1]) < _FAR
    ]
    overall = median(step for _, step in steps) if steps else 14.0

    def usual(segment: Segment) -> float:
        alike = [step for height, step in steps if _alike(height, segment.box.height)]
        return known or (median(alike) if len(alike) >= _ENOUGH else overall)

    return usual


def _alike(one: float, other: float) -> bool:
    return abs(one - other) <= 0.12 * max(one, other)


def _belongs(upper: Segment, lower: Segment, usual: float) -> bool:
    step = lower.box.middle[1] - upper.box.middle[1]
    heights = sorted((upper.box.height, lower.box.height))
    nearest = max(min(usual, 1.6 * heights[1]), heights[0])
    return step <= _SAME_PITCH * nearest and heights[1] < 1.8 * heights[0]


def in_order(found: Sequence[Block]) -> list[Block]:
    """Blocks as they are read: cut across the page where that can be done, else along it."""
    if len(found) < 2:
        return list(found)
    for extent in (_down, _across):
        parts = _cut(found, extent)
        if len(parts) > 1:
            return [block for part in parts for block in in_order(part)]
    return sorted(found, key=lambda block: (block.box.top, block.box.x0))


def _down(box: Box) -> tuple[float, float]:
    slack = 0.2 * min(box.height, 12)  # descenders may reach into the next line
    return box.top + slack, box.bottom - slack


def _across(box: Box) -> tuple[float, float]:
    return box.x0, box.x1


def _cut(found: Sequence[Block], extent: Callable[[Box], tuple[float, float]]) -> list[list[Block]]:
    """The blocks in parts that do not overlap along one direction."""
    parts: list[list[Block]] = []
    reach = float("-inf")
    for block in sorted(found, key=lambda block: extent(block.box)):
        low, high = extent(block.box)
        if not parts or low >= reach:
            parts.append([])
        parts[-1].append(block)
        reach = max(reach, high)
    return parts
