"""Labels of a letter with the value that belongs to each: on its line, beside it or below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.dutch.label_rows import RowLabel, label_at_end, label_row
from pipeline.dutch.labels import Label, LabelKind, label_of
from pipeline.extract.label_places import (
    FORMED,
    PLACES,
    apart,
    end_of_next_row,
    is_of_another,
    number_of_word_at,
    offset,
    row_under,
    start_under,
)
from pipeline.extract.row_values import best_tail, shared_out
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import Word, Zone

_STRAY_MARK = re.compile(r"[^\w(█'‘’\"]*[:;.]\s+|[:;]\s*")
_OF_SENTENCE = re.compile(
    r"\b(?:van|op|tot|met|per|vanaf|sinds|voor|en|d\.?d\.?)\s+$", re.IGNORECASE
)
_COLON = re.compile(r"[^\W\d_][\w'’ -]{2,24}:\s")
_FLUSH = 3.0  # points
_LABEL_WORDS = 5


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
            and (last.kind in FORMED or _other_column(placed))
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
    for place, look in PLACES:
        other = look(letter, placed)
        if other is not None and not is_of_another(label, other):
            start = other.start if place != "below" else start_under(letter, placed, other)
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


def _in_row(
    letter: Letter, placed: Placed, row: tuple[RowLabel, ...], accept: Callable[[str], bool]
) -> Iterator[Labelled]:
    """Labels in a row, each with its share of the row below."""
    values = letter.below(placed)
    parts = row_under(letter, placed, values) if values is not None else []
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
    starts = [placed.line.words[number_of_word_at(placed, label.start)].box.x0 for label in row]
    spans: list[tuple[int, int] | None] = []
    for start, until in pairwise([*starts, float("inf")]):
        under = [n for n, word in enumerate(words) if start - _FLUSH < word.box.x0 < until - _FLUSH]
        spans.append((under[0], under[-1] + 1) if under else None)
    found = [(start, span) for start, span in zip(starts, spans, strict=True) if span is not None]
    flush = all(abs(words[span[0]].box.x0 - start) < _FLUSH for start, span in found)
    return spans if flush and len(found) > 1 and found[0][1][0] == 0 else None


def _in_columns(
    letter: Letter,
    placed: Placed,
    row: tuple[RowLabel, ...],
    parts: list[Placed],
    accept: Callable[[str], bool],
) -> Iterator[Labelled]:
    """Labels in a row over values that stand apart: each has what begins under it."""
    starts = [placed.line.words[number_of_word_at(placed, label.start)].box.x0 for label in row]
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


def _other_column(placed: Placed) -> RowLabel | None:
    """A label with which a line ends that is another column's: it stands apart, or has two words.

    'Datum' and other labels of one word may end a sentence.
    """
    last = _at_end(placed)
    if last is None:
        return None
    alone = " " not in placed.line.text[last.start : last.end]
    return None if alone and not apart(placed, number_of_word_at(placed, last.start)) else last


def _at_end(placed: Placed) -> RowLabel | None:
    last = label_at_end(placed.line.text)
    whole = last is None or label_row(placed.line.text) or not number_of_word_at(placed, last.start)
    return None if whole else last


def _with_value_at_end(
    letter: Letter, placed: Placed, last: RowLabel, accept: Callable[[str], bool]
) -> Labelled:
    """A label at the end of a line, its value at the end of the next, or all of it."""
    assert last.kind is not None
    label = Label(last.kind, placed.line.text[last.start : last.end], last.end, False, "")
    values = end_of_next_row(letter, placed)
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


def _accepted(
    letter: Letter, start: int, end: int, accept: Callable[[str], bool]
) -> Passage | None:
    """The value without the colon (or what OCR made of one) that stands apart from its label."""
    mark = _STRAY_MARK.match(letter.text, start, end)
    start = mark.end() if mark else start
    end = start + len(letter.text[start:end].rstrip())
    return letter.passage(start, end) if accept(letter.text[start:end]) else None
