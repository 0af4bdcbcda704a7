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
_FAR = 60.0  # farther than this, what stands straight below comes first


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and its value; `value` is None where nothing that could be it stands there."""

    label: Label
    at: Placed
    value: Passage | None
    place: str  # same_line, beside, stacked, below or nowhere


def labelled(
    letter: Letter, kinds: set[LabelKind], accept: Callable[[str], bool]
) -> Iterator[Labelled]:
    """Every label of the kinds, in reading order; `accept` says whether a text can be its value."""
    for placed in letter.lines:
        label = label_of(placed.line.text)
        if label is not None and label.kind in kinds and _may_hold_labels(placed):
            yield _with_value(letter, placed, label, accept)


def labels_of_values(letter: Letter) -> dict[int, LabelKind]:
    """For each line of the head that is a label's value (its offset), the kind of that label."""
    kinds: dict[int, LabelKind] = {}
    for placed in letter.lines:
        label = label_of(placed.line.text) if placed.zone is not Zone.body else None
        if label is None:
            continue
        dated = label.kind in {"date", "their_date", "received"}
        found = _with_value(letter, placed, label, _holds_digit if dated else bool)
        if found.value is not None:
            kinds.setdefault(letter.line_at(found.value.start).start, label.kind)
    return kinds


def _holds_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


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
    for place, look in _PLACES:
        other = look(letter, placed)
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
    """What stands beside a label on its height, near enough to be its value.

    Running text beside a margin, an address window and another label are none; nor is what stands
    far off when a line of the label's own block stands straight below.
    """
    other = _beside(letter, placed)
    far = other is not None and other.box.x0 - placed.box.x1 > _FAR
    return None if far and _has_value_below(placed) else other


def _beside(letter: Letter, placed: Placed) -> Placed | None:
    other = letter.right_of(placed)
    if other is None or not _go_together(placed.zone, other.zone):
        return None
    near = other.box.x0 - placed.box.x1 <= _FARTHEST
    return other if near and label_of(other.line.text) is None else None


def _go_together(label: Zone, value: Zone) -> bool:
    """Whether a label in one zone may have its value in another."""
    if Zone.margin in {label, value}:
        return label is value
    return label is value or value not in {Zone.address, Zone.body, Zone.salutation}


def _has_value_below(placed: Placed) -> bool:
    """Whether the next line of the label's block is no label and begins where it does."""
    lines = placed.block.lines
    following = lines[lines.index(placed.line) + 1 :][:1]
    return any(
        label_of(line.text) is None and abs(line.box.x0 - placed.box.x0) < 4 for line in following
    )


def _value_in_stack(letter: Letter, placed: Placed) -> Placed | None:
    """A block of labels alone and then as many values, as text read column by column has them."""
    block = placed.block
    labels = [label_of(line.text) for line in block.lines]
    if len(labels) < 2 or not all(label is not None and not label.value for label in labels):
        return None
    last = next(n for n, p in enumerate(letter.lines) if p.line is block.lines[-1])
    values = letter.lines[last + 1 : last + 1 + len(labels)]
    whole = bool(values) and len(values[0].block.lines) == len(labels)
    if not whole or any(label_of(value.line.text) is not None for value in values):
        return None
    return values[block.lines.index(placed.line)]


def _value_below(letter: Letter, placed: Placed) -> Placed | None:
    return letter.below(placed)


_PLACES = (
    ("beside", value_beside),
    ("stacked", _value_in_stack),
    ("below", _value_below),
    ("beside", _beside),
)
