"""Where the value of a label may stand: beside it, in a column of values, on the line below."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.dutch.labels import Label, LabelKind, label_of
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import Word, Zone

_COLON = re.compile(r"[^\W\d_][\w'’ -]{2,24}:\s")
_PROSE = 7  # words on a line of running text
FORMED: set[LabelKind] = {"date", "our_reference", "your_reference", "their_date"}
_FARTHEST = 260.0  # points from a label to its value beside it
_FAR = 60.0  # farther than this, what stands straight below comes first
_TWO_SPACES = 0.75  # line heights between two words of which the second is another column's
_COLUMN = 12.0  # line heights in which the labels of a column stand
_INDENT = 3.0  # line heights that a value may begin left of the label over it
_STRAY_MARK = re.compile(r"[^\w(█'‘’\"]*[:;.]\s+|[:;]\s*")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and its value; `value` is None where nothing that could be it stands there."""

    label: Label
    at: Placed
    value: Passage | None
    place: str  # same_line, beside, stacked, row, below or nowhere


def accepted(letter: Letter, start: int, end: int, accept: Callable[[str], bool]) -> Passage | None:
    """The value without the colon (or what OCR made of one) that stands apart from its label."""
    mark = _STRAY_MARK.match(letter.text, start, end)
    start = mark.end() if mark else start
    end = start + len(letter.text[start:end].rstrip())
    return letter.passage(start, end) if accept(letter.text[start:end]) else None


def value_beside(letter: Letter, placed: Placed) -> Placed | None:
    """What stands beside a label on its height, near enough to be its value.

    Running text beside a margin, an address window and another label are none; nor is what stands
    far off when a line of the label's own block stands straight below.
    """
    other = _beside(letter, placed)
    far = other is not None and other.box.x0 - placed.box.x1 > _FAR
    if other is None or not far or not _has_value_below(placed):
        return other
    return other if _in_column_of_values(letter, placed, other) else None


def _in_column_of_values(letter: Letter, label: Placed, value: Placed) -> bool:
    """Whether the line under a label has something beside it too, flush with the label's value."""
    following = letter.below(label, within=1.6)
    beside = letter.right_of(following) if following is not None else None
    return beside is not None and abs(beside.box.x0 - value.box.x0) < 4


def _beside(letter: Letter, placed: Placed) -> Placed | None:
    other = letter.right_of(placed)
    if other is None or not _go_together(placed.zone, other.zone):
        return None
    if placed.zone is Zone.body and len(other.line.words) >= _PROSE:
        return None
    near = other.box.x0 - placed.box.x1 <= _FARTHEST
    label = label_of(placed.line.text)
    if label is None:
        return other if near and label_of(other.line.text) is None else None
    return other if near and not is_of_another(label, other) else None


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
    """The line under a label, but in a column of labels that have their values beside them."""
    following = letter.below(placed)
    if following is None or _is_next_label(letter, placed, following):
        return None
    return following


def _is_next_label(letter: Letter, label: Placed, following: Placed) -> bool:
    """Whether a line under a label has something beside it, as labels over and under it have."""
    beside = _beside(letter, following)
    if beside is None or letter.right_of(label) is not None:
        return False
    reach, height = _COLUMN * label.box.height, label.box.height
    values = [
        value.box.x0
        for other in letter.on_page(label.page)
        if other is not following
        and abs(other.box.x0 - label.box.x0) < height / 2
        and abs(other.box.top - label.box.top) < reach
        and label_of(other.line.text) is not None
        and (value := _beside(letter, other)) is not None
    ]
    return sum(abs(x0 - beside.box.x0) < height for x0 in values) > 1


def is_of_another(label: Label, value: Placed) -> bool:
    """Whether a line opens with a label; for a date or reference an unknown one, 'Hulst:', too.

    One more label of the same kind is none of another: 'ons kenmerk' beside 'zaaknummer: 16 / 48'.
    """
    inner = label_of(value.line.text)
    if inner is not None:
        return not (inner.kind == label.kind and inner.colon and inner.value)
    formed = label.kind in FORMED - {"date"}
    return formed and _COLON.match(value.line.text) is not None


def start_under(letter: Letter, label: Placed, below: Placed) -> int | None:
    """Where in the line below a label its value begins; None where that line is another column's.

    Where something stands beside the label, a line that begins far to the left of it goes with
    that; what is the label's then stands apart at its end.
    """
    reach = label.box.x0 - _INDENT * label.box.height
    if below.box.x0 >= reach or below.block is label.block or letter.left_of(label) is None:
        return below.start
    words = below.line.words
    for number in range(len(words) - 1, 0, -1):
        if words[number].box.x0 >= label.box.x0 - label.box.height and apart(below, number):
            return below.start + offset(below, number)
    return None


def row_under(letter: Letter, labels: Placed, below: Placed) -> list[Placed]:
    """The lines on one height under a row of labels, no farther right than it reaches."""
    return [
        other
        for other in letter.on_page(labels.page)
        if other.box.side_by_side(below.box) > 0.5
        and labels.box.x0 - _INDENT * labels.box.height < other.box.x0 < labels.box.x1
    ]


def end_of_next_row(letter: Letter, placed: Placed) -> Placed | None:
    """The last line of the row under this one."""
    below = letter.below(placed, within=1.6)
    while below is not None and (beside := letter.right_of(below)) is not None:
        below = beside
    return below


def offset(placed: Placed, word: int) -> int:
    """Where a word of a line begins in it; of the word after the last, one past its space."""
    return sum(len(other.text) + 1 for other in placed.line.words[:word])


def word_at(placed: Placed, start: int) -> Word:
    """The word of a line in which, or right before which, an offset of the letter stands."""
    words = placed.line.words
    first = (n for n in range(len(words)) if placed.start + offset(placed, n + 1) > start)
    return words[next(first, -1)]


def number_of_word_at(placed: Placed, start: int) -> int:
    """The number of the word that begins at an offset of its line; 0 where none does."""
    words = range(1, len(placed.line.words))
    return next((n for n in words if offset(placed, n) == start), 0)


def apart(placed: Placed, word: int) -> bool:
    """Whether more than a space parts a word from the one before it."""
    before, after = placed.line.words[word - 1 : word + 1]
    return after.box.x0 - before.box.x1 > _TWO_SPACES * placed.box.height


PLACES = (
    ("beside", value_beside),
    ("stacked", _value_in_stack),
    ("below", _value_below),
    ("beside", _beside),
)
