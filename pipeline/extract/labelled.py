"""Labels of a letter with the value that belongs to each: on its line, beside it or below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.dutch.label_rows import RowLabel, label_at_end, label_row
from pipeline.dutch.labels import Label, LabelKind, label_of
from pipeline.extract.row_values import best_tail, shared_out
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import Word, Zone

_STRAY_MARK = re.compile(r"[^\w(█'‘’\"]*[:;.]\s+|[:;]\s*")
_OF_SENTENCE = re.compile(
    r"\b(?:van|op|tot|met|per|vanaf|sinds|voor|en|d\.?d\.?)\s+$", re.IGNORECASE
)
_COLON = re.compile(r"[^\W\d_][\w'’ -]{2,24}:\s")
_PROSE = 7  # words on a line of running text
_FORMED: set[LabelKind] = {"date", "our_reference", "your_reference", "their_date"}
_FARTHEST = 260.0  # points from a label to its value beside it
_FAR = 60.0  # farther than this, what stands straight below comes first
_TWO_SPACES = 0.75  # line heights between two words of which the second is another column's
_COLUMN = 12.0  # line heights in which the labels of a column stand
_FLUSH = 3.0  # points
_LABEL_WORDS = 5
_INDENT = 3.0  # line heights that a value may begin left of the label over it


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and its value; `value` is None where nothing that could be it stands there."""

    label: Label
    at: Placed
    value: Passage | None
    place: str  # same_line, beside, stacked, row, below or nowhere


def labelled(
    letter: Letter, kinds: set[LabelKind], accept: Callable[[str], bool]
) -> Iterator[Labelled]:
    """Every label of the kinds, in reading order; `accept` says whether a text can be its value."""
    ends: set[int] = set()  # where the second line of a label in two lines starts
    for placed in letter.lines:
        row = label_row(placed.line.text)
        if row:
            yield from (
                found for found in _in_row(letter, placed, row, accept) if found.label.kind in kinds
            )
            continue
        if placed.start in ends:
            continue
        wrapped = _in_two_lines(letter, placed)
        if wrapped is not None:
            ends.add(wrapped[1].start)
            if wrapped[0].kind in kinds:
                yield _beside_two_lines(letter, placed, wrapped, accept)
            continue
        label = label_of(placed.line.text) or _before_gap(placed)
        if label is not None and label.kind in kinds and _may_hold_labels(placed):
            yield _with_value(letter, placed, label, accept)
        last = _at_end(placed)
        if (
            last is not None
            and last.kind in kinds
            and (last.kind in _FORMED or _other_column(placed))
        ):
            yield _with_value_at_end(letter, placed, last, accept)


def _before_gap(placed: Placed) -> Label | None:
    """A label that only white space parts from its value, in the head: it is as good as a colon."""
    if placed.zone in {Zone.body, Zone.signature, Zone.footer}:
        return None
    words = placed.line.words
    first = next((n for n in range(1, min(len(words), _LABEL_WORDS)) if apart(placed, n)), 0)
    label = label_of(" ".join(word.text for word in words[:first])) if first else None
    if label is None or label.value:
        return None
    value_at = offset(placed, first)
    return Label(label.kind, label.text, value_at, True, placed.line.text[value_at:])


def _in_two_lines(letter: Letter, placed: Placed) -> tuple[Label, Placed] | None:
    """A label that a narrow column breaks, 'Uw' over 'dossiernummer:', and its second line."""
    if placed.zone is Zone.body or len(placed.line.words) > _LABEL_WORDS - 2:
        return None
    second = letter.below(placed, within=0.8)
    if second is None or len(second.line.words) > 2 or second.zone is Zone.body:
        return None
    if abs(second.box.x0 - placed.box.x0) > 0.5 * placed.box.height:
        return None
    first = placed.line.text
    label = label_of(f"{first} {second.line.text}")
    whole = label is not None and not label.value and len(label.text) > len(first) + 1
    beside = [line for line in map(letter.right_of, (placed, second)) if line is not None]
    if label is None or not whole or len(beside) != 1 or label_of(beside[0].line.text) is not None:
        return None
    return label, second


def _beside_two_lines(
    letter: Letter, placed: Placed, wrapped: tuple[Label, Placed], accept: Callable[[str], bool]
) -> Labelled:
    label, second = wrapped
    for line in (placed, second):
        other = letter.right_of(line)
        value = _accepted(letter, other.start, other.end, accept) if other is not None else None
        if value is not None:
            return Labelled(label, placed, value, "beside")
    return Labelled(label, placed, None, "nowhere")


def labels_of_values(letter: Letter) -> dict[int, LabelKind]:
    """For each line of the head that is a label's value (its offset), the kind of that label."""
    kinds: dict[int, LabelKind] = {}
    for placed in letter.lines:
        label = label_of(placed.line.text) if placed.zone is not Zone.body else None
        if label is None or label_row(placed.line.text):
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
    last = _other_column(placed)
    end = placed.start + last.start if last is not None else placed.end
    if letter.text[placed.start + label.value_at : end].strip():
        value = _accepted(letter, placed.start + label.value_at, end, accept)
        if value is None and last is None:
            value = _over_two_lines(letter, placed, placed.start + label.value_at, accept)
        return Labelled(label, placed, value, "same_line")
    for place, look in _PLACES:
        other = look(letter, placed)
        if other is not None and not _is_of_another(label, other):
            start = other.start if place != "below" else _start_under(letter, placed, other)
            inner = label_of(other.line.text)
            start = other.start + inner.value_at if inner is not None else start
            value = _accepted(letter, start, other.end, accept) if start is not None else None
            if value is None and start is not None and place != "stacked":
                value = _over_two_lines(letter, other, start, accept)
            if value is not None:
                return Labelled(label, placed, value, place)
    return Labelled(label, placed, None, "nowhere")


def _over_two_lines(
    letter: Letter, placed: Placed, start: int, accept: Callable[[str], bool]
) -> Passage | None:
    """A value that goes on in the next line of its block: 'vrijdag 26 januari' over '2018'."""
    following = letter.below(placed, within=0.8)
    if following is None or following.block is not placed.block:
        return None
    if following.start != placed.end + 1 or label_of(following.line.text) is not None:
        return None
    if placed.zone is Zone.body or _COLON.match(following.line.text):
        return None
    return _accepted(letter, start, following.end, accept)


def _is_of_another(label: Label, value: Placed) -> bool:
    """Whether a line opens with a label; for a date or reference an unknown one, 'Hulst:', too.

    One more label of the same kind is none of another: 'ons kenmerk' beside 'zaaknummer: 16 / 48'.
    """
    inner = label_of(value.line.text)
    if inner is not None:
        return not (inner.kind == label.kind and inner.colon and inner.value)
    formed = label.kind in _FORMED - {"date"}
    return formed and _COLON.match(value.line.text) is not None


def _in_row(
    letter: Letter, placed: Placed, row: tuple[RowLabel, ...], accept: Callable[[str], bool]
) -> Iterator[Labelled]:
    """Labels in a row, each with its share of the row below."""
    values = letter.below(placed)
    parts = _row_of(letter, placed, values) if values is not None else []
    if len(parts) > 1:
        yield from _in_columns(letter, placed, row, parts, accept)
        return
    words = values.line.words if values is not None and not label_row(values.line.text) else ()
    spans = _by_place(placed, row, words) or shared_out(
        [label.kind for label in row], [word.text for word in words]
    )
    for label, span in zip(row, spans or [None] * len(row), strict=True):
        if label.kind is None:
            continue
        text = placed.line.text[label.start : label.end]
        value = None
        if span is not None and values is not None:
            start = values.start + offset(values, span[0])
            end = values.start + offset(values, span[1]) - 1
            value = _accepted(letter, start, end, accept)
        found = Label(label.kind, text, label.end, False, "")
        yield Labelled(found, placed, value, "row" if value is not None else "nowhere")


def _by_place(
    placed: Placed, row: tuple[RowLabel, ...], words: Sequence[Word]
) -> list[tuple[int, int] | None] | None:
    """For each label the words under it, where each value begins straight under its label."""
    starts = [placed.line.words[_word_at(placed, label.start)].box.x0 for label in row]
    spans: list[tuple[int, int] | None] = []
    for start, until in pairwise([*starts, float("inf")]):
        under = [n for n, word in enumerate(words) if start - _FLUSH < word.box.x0 < until - _FLUSH]
        spans.append((under[0], under[-1] + 1) if under else None)
    found = [(start, span) for start, span in zip(starts, spans, strict=True) if span is not None]
    flush = all(abs(words[span[0]].box.x0 - start) < _FLUSH for start, span in found)
    return spans if flush and len(found) > 1 and found[0][1][0] == 0 else None


def _row_of(letter: Letter, labels: Placed, below: Placed) -> list[Placed]:
    """The lines on one height under a row of labels, no farther right than it reaches."""
    return [
        other
        for other in letter.on_page(labels.page)
        if other.box.side_by_side(below.box) > 0.5
        and labels.box.x0 - _INDENT * labels.box.height < other.box.x0 < labels.box.x1
    ]


def _in_columns(
    letter: Letter,
    placed: Placed,
    row: tuple[RowLabel, ...],
    parts: list[Placed],
    accept: Callable[[str], bool],
) -> Iterator[Labelled]:
    """Labels in a row over values that stand apart: each has what begins under it."""
    starts = [placed.line.words[_word_at(placed, label.start)].box.x0 for label in row]
    for at, label in enumerate(row):
        if label.kind is None:
            continue
        until = starts[at + 1] if at + 1 < len(row) else float("inf")
        slack = placed.box.height
        under = [p for p in parts if starts[at] - slack < p.box.x0 < until - slack]
        value = _accepted(letter, under[0].start, under[0].end, accept) if under else None
        text = placed.line.text[label.start : label.end]
        found = Label(label.kind, text, label.end, False, "")
        yield Labelled(found, placed, value, "row" if value is not None else "nowhere")


def offset(placed: Placed, word: int) -> int:
    """Where a word of a line begins in it; of the word after the last, one past its space."""
    return sum(len(other.text) + 1 for other in placed.line.words[:word])


def word_at(placed: Placed, start: int) -> Word:
    """The word of a line in which, or right before which, an offset of the letter stands."""
    words = placed.line.words
    first = (n for n in range(len(words)) if placed.start + offset(placed, n + 1) > start)
    return words[next(first, -1)]


def _other_column(placed: Placed) -> RowLabel | None:
    """A label with which a line ends that is another column's: it stands apart, or has two words.

    'Datum' and other labels of one word may end a sentence.
    """
    last = _at_end(placed)
    if last is None:
        return None
    alone = " " not in placed.line.text[last.start : last.end]
    return None if alone and not apart(placed, _word_at(placed, last.start)) else last


def _at_end(placed: Placed) -> RowLabel | None:
    last = label_at_end(placed.line.text)
    whole = last is None or label_row(placed.line.text) or not _word_at(placed, last.start)
    return None if whole else last


def _word_at(placed: Placed, start: int) -> int:
    """The number of the word that begins at an offset of its line; 0 where none does."""
    words = range(1, len(placed.line.words))
    return next((n for n in words if offset(placed, n) == start), 0)


def apart(placed: Placed, word: int) -> bool:
    """Whether more than a space parts a word from the one before it."""
    before, after = placed.line.words[word - 1 : word + 1]
    return after.box.x0 - before.box.x1 > _TWO_SPACES * placed.box.height


def _with_value_at_end(
    letter: Letter, placed: Placed, last: RowLabel, accept: Callable[[str], bool]
) -> Labelled:
    """A label at the end of a line, its value at the end of the next, or all of it."""
    assert last.kind is not None
    label = Label(last.kind, placed.line.text[last.start : last.end], last.end, False, "")
    values = _at_end_of_next_row(letter, placed)
    if values is not None and label_of(values.line.text) is None:
        words = [word.text for word in values.line.words]
        first = next((n for n in range(1, len(words)) if apart(values, n)), None)
        alone = letter.left_of(values) is not None
        size = len(words) - first if first is not None else best_tail(last.kind, words)
        size = len(words) if alone else size
        if size:
            start = values.start + offset(values, len(words) - size)
            if _OF_SENTENCE.search(letter.text, values.start, start):
                return Labelled(label, placed, None, "nowhere")
            value = _accepted(letter, start, values.end, accept)
            if value is not None:
                return Labelled(label, placed, value, "below")
    return Labelled(label, placed, None, "nowhere")


def _at_end_of_next_row(letter: Letter, placed: Placed) -> Placed | None:
    """The last line of the row under this one."""
    below = letter.below(placed, within=1.6)
    while below is not None and (beside := letter.right_of(below)) is not None:
        below = beside
    return below


def _start_under(letter: Letter, label: Placed, below: Placed) -> int | None:
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


def _accepted(
    letter: Letter, start: int, end: int, accept: Callable[[str], bool]
) -> Passage | None:
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
    return other if near and not _is_of_another(label, other) else None


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


_PLACES = (
    ("beside", value_beside),
    ("stacked", _value_in_stack),
    ("below", _value_below),
    ("beside", _beside),
)
