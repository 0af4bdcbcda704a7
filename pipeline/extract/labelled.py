"""Labels of a letter with the value that belongs to each: on its line, beside it or below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.dutch.labels import Label, LabelKind, label_of
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import Zone

_STRAY_MARK = re.compile(r"[^\w(█'‘’\"]*[:;.]\s+|[:;]\s*")
_FARTHEST = 260.0  # points from a label to its value beside it


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and its value; `value` is None where nothing that could be it stands there."""

    label: Label
    at: Placed
    value: Passage | None
    place: str  # same_line, beside, below or nowhere


def labelled(
    letter: Letter, kinds: set[LabelKind], accept: Callable[[str], bool]
) -> Iterator[Labelled]:
    """Every label of the kinds, in reading order; `accept` says whether a text can be its value."""
    for placed in letter.lines:
        label = label_of(placed.line.text)
        if label is not None and label.kind in kinds and _may_hold_labels(placed):
            yield _with_value(letter, placed, label, accept)


def _may_hold_labels(placed: Placed) -> bool:
    """Labels stand at the start of a block or above another; not in the midst of running text."""
    if placed.zone is not Zone.body:
        return True
    before = placed.block.lines[: placed.block.lines.index(placed.line)]
    return all(len(line.words) < 9 for line in before[-1:])


def _with_value(
    letter: Letter, placed: Placed, label: Label, accept: Callable[[str], bool]
) -> Labelled:
    if label.value:
        value = _accepted(letter, placed.start + label.value_at, placed.end, accept)
        return Labelled(label, placed, value, "same_line")
    for place, other in (("beside", value_beside(letter, placed)), ("below", letter.below(placed))):
        if other is not None and label_of(other.line.text) is None:
            value = _accepted(letter, other.start, other.end, accept)
            if value is not None:
                return Labelled(label, placed, value, place)
    return Labelled(label, placed, None, "nowhere")


def _accepted(
    letter: Letter, start: int, end: int, accept: Callable[[str], bool]
) -> Passage | None:
    """The value without the colon (or what OCR made of one) that stands apart from its label."""
    mark = _STRAY_MARK.match(letter.text, start, end)
    start = mark.end() if mark else start
    return letter.passage(start, end) if accept(letter.text[start:end]) else None


def value_beside(letter: Letter, placed: Placed) -> Placed | None:
    """What stands beside a label on its height, near enough to be its value."""
    other = letter.right_of(placed)
    if other is None or other.box.x0 - placed.box.x1 > _FARTHEST:
        return None
    return other
