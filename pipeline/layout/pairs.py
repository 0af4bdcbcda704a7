"""Labels under each other with their values beside them: each label is read with its value.

'Datum        3 mei 2016' over 'Ons kenmerk  2016/114': as columns, all labels would come before all
values.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.dutch.labels import label_of
from pipeline.layout.grids import rows_of
from pipeline.layout.row_pieces import Row
from pipeline.layout.segments import Segment
from pipeline.page import Block

_FLUSH = 4.0  # points
_GAP = 150.0  # points between a label and its value
_STEP = 3.0  # heights of a label from one to the next
_NEXT_LINE = 2.2  # the same, from a line of a value to its next


@dataclass(frozen=True, slots=True)
class _Pair:
    """A label and the lines of its value, none where it has none."""

    label: Segment
    value: tuple[Segment, ...]

    @property
    def segments(self) -> tuple[Segment, ...]:
        return self.label, *self.value


def part_pairs(segments: Sequence[Segment]) -> tuple[list[list[Block]], list[Segment]]:
    """Lists of labels with their values, a block each; and the segments that are in none."""
    lists = [found for found in _lists(segments) if _is_list(found)]
    taken = {id(s) for found in lists for pair in found for s in pair.segments}
    blocks = [[Block(tuple(s.line for s in pair.segments)) for pair in found] for found in lists]
    return blocks, [s for s in segments if id(s) not in taken]


def is_bare_label(segment: Segment) -> bool:
    """Whether a label is all there is: its value stands elsewhere."""
    label = label_of(segment.text)
    return label is not None and not label.value


def _is_list(pairs: Sequence[_Pair]) -> bool:
    """Two labels with values or more, and hardly a row whose first words are no known label."""
    labelled = [pair for pair in pairs if is_bare_label(pair.label)]
    valued = [pair for pair in labelled if pair.value]
    return len(valued) > 1 and 4 * (len(pairs) - len(labelled)) <= len(pairs)


def _lists(segments: Sequence[Segment]) -> Iterator[list[_Pair]]:
    """From each label with a value beside it, the rows that go on in the same two columns."""
    rows = rows_of(segments)
    taken: set[int] = set()
    for at, row in enumerate(rows):
        for label, value in pairwise(row):
            if id(label) not in taken and is_bare_label(label) and _may_be_value(label, value):
                found = _list_from(label, value, rows[at + 1 :])
                taken |= {id(s) for pair in found for s in pair.segments}
                yield found


def _may_be_value(label: Segment, beside: Segment) -> bool:
    return beside.box.x0 - label.box.x1 < _GAP and label_of(beside.text) is None


def _list_from(label: Segment, value: Segment, rows: Sequence[Row]) -> list[_Pair]:
    """The pairs under each other down to where something else stands in their columns."""
    pairs = [_Pair(label, (value,))]
    for row in rows:
        first, second = _flush(row, label), _flush(row, value)
        if first is None and second is None:
            if any(s.box.x0 < value.box.x1 and s.box.x1 > label.box.x0 for s in row):
                break
            continue
        last = pairs[-1]
        step = (first or second or label).box.middle[1] - last.segments[-1].box.middle[1]
        height = max(label.box.height, value.box.height)  # labels may be small
        if step > (_STEP if first else _NEXT_LINE) * height:
            break
        if first is not None and (second is not None or is_bare_label(first)):
            pairs.append(_Pair(first, (second,) if second else ()))
        elif first is None and second is not None and last.value:
            pairs[-1] = _Pair(last.label, (*last.value, second))
        else:
            break
    return pairs


def _flush(row: Row, column: Segment) -> Segment | None:
    return next((s for s in row if abs(s.box.x0 - column.box.x0) < _FLUSH), None)
