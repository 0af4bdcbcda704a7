"""Segments under each other become blocks; blocks get their reading order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median

from pipeline.geometry import Box, around
from pipeline.layout.pairs import is_bare_label
from pipeline.layout.segments import Segment
from pipeline.page import Block

_FAR = 40.0  # points; a greater step is no line's
_ENOUGH = 5  # steps that tell what is usual
_SAME_PITCH = 1.3  # a step down wider than so many usual ones ends a block
_FLUSH = 3.0  # points

_Group = tuple[Box, Sequence[Block]]


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
        if follower is None or _opens(segment, follower, below):
            continue
        if _belongs(segment, follower, usual(segment)):
            group.append(follower)
            group_of[id(follower)] = group
    return [Block(tuple(segment.line for segment in group)) for group in groups]


def _followers(segments: Sequence[Segment]) -> dict[int, Segment]:
    """The one segment that stands straight under each, where each is the other's nearest."""
    down = sorted(segments, key=lambda s: (s.box.middle[1], s.box.x0))
    up = sorted(segments, key=lambda s: (-s.box.middle[1], s.box.x0))
    under = {id(s): _nearest(s, down[n:], _is_under) for n, s in enumerate(down, 1)}
    over = {id(s): _nearest(s, up[n:], lambda a, b: _is_under(b, a)) for n, s in enumerate(up, 1)}
    return {
        key: follower
        for key, follower in under.items()
        if follower is not None and (back := over[id(follower)]) is not None and id(back) == key
    }


def _is_under(upper: Box, lower: Box) -> bool:
    overlap = min(upper.x1, lower.x1) - max(upper.x0, lower.x0)
    return lower.middle[1] > upper.middle[1] + 0.3 * upper.height and overlap > 0


def _nearest(
    segment: Segment, others: Sequence[Segment], related: Callable[[Box, Box], bool]
) -> Segment | None:
    """The first that is related, of those at its height the one flush with the segment.

    `others` stand ever further from it.
    """
    own = segment.box
    row: list[Segment] = []
    for other in others:
        if row and abs(other.box.middle[1] - row[0].box.middle[1]) > row[0].box.height:
            break
        if related(own, other.box) and (not row or other.box.side_by_side(row[0].box) > 0.5):
            row.append(other)
    return min(row, key=lambda s: (abs(s.box.x0 - own.x0) > _FLUSH, s.box.x0), default=None)


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
        if known:
            return known
        alike = [step for height, step in steps if _alike(height, segment.box.height)]
        return median(alike) if len(alike) >= _ENOUGH else overall

    return usual


def _alike(one: float, other: float) -> bool:
    return abs(one - other) <= 0.12 * max(one, other)


def _opens(upper: Segment, label: Segment, below: dict[int, Segment]) -> bool:
    """Whether a label with its value under it is set off from a line over it."""
    value = below.get(id(label))
    if value is None or not is_bare_label(label) or is_bare_label(upper):
        return False
    step = label.box.middle[1] - upper.box.middle[1]
    return step > _SAME_PITCH * (value.box.middle[1] - label.box.middle[1])


def _belongs(upper: Segment, lower: Segment, usual: float) -> bool:
    step = lower.box.middle[1] - upper.box.middle[1]
    heights = sorted((upper.box.height, lower.box.height))
    nearest = max(min(usual, 1.6 * heights[1]), heights[0])
    return step <= _SAME_PITCH * nearest and heights[1] < 1.8 * heights[0]


def in_order(found: Sequence[Sequence[Block]]) -> list[Block]:
    """Blocks as they are read: cut across the page where that can be done, else along it.

    Blocks that come together are read one after the other, as they stand there.
    """
    groups = [(around(block.box for block in group), group) for group in found]
    return [block for _, group in _ordered(groups) for block in group]


def _ordered(groups: Sequence[_Group]) -> list[_Group]:
    if len(groups) < 2:
        return list(groups)
    for extent in (_down, _across):
        parts = _cut(groups, extent)
        if len(parts) > 1:
            return [group for part in parts for group in _ordered(part)]
    return _one_by_one(groups)


def _one_by_one(groups: Sequence[_Group]) -> list[_Group]:
    """Groups that no straight cut parts: each after what stands over it or to the left of it."""
    left = sorted(groups, key=lambda group: (group[0].top, group[0].x0))
    ordered: list[_Group] = []
    while left:
        first = next((g for g in left if not any(_precedes(o[0], g[0]) for o in left)), left[0])
        left.remove(first)
        ordered.append(first)
    return ordered


def _precedes(one: Box, other: Box) -> bool:
    """Whether a box stands straight over another, or to the left of it at the same height."""
    if min(one.x1, other.x1) - max(one.x0, other.x0) > 0:
        return one.middle[1] < other.middle[1]
    return one.x0 < other.x0 and one.side_by_side(other) > 0.5


def _down(box: Box) -> tuple[float, float]:
    slack = 0.2 * min(box.height, 12)  # descenders may reach into the next line
    return box.top + slack, box.bottom - slack


def _across(box: Box) -> tuple[float, float]:
    return box.x0, box.x1


def _cut(
    groups: Sequence[_Group], extent: Callable[[Box], tuple[float, float]]
) -> list[list[_Group]]:
    """The groups in parts that do not overlap along one direction."""
    parts: list[list[_Group]] = []
    reach = float("-inf")
    for group in sorted(groups, key=lambda group: extent(group[0])):
        low, high = extent(group[0])
        if not parts or low >= reach:
            parts.append([])
        parts[-1].append(group)
        reach = max(reach, high)
    return parts
