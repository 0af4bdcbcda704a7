"""Labels of a letter with the value that belongs to each: on its line, beside it or below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.dutch.label_rows import RowLabel, label_at_end, label_row
from pipeline.dutch.labels import Label, LabelKind, label_of
from pipeline.extract.label_places import (
    FORMED,
    PLACES,
    Labelled,
    accepted,
    apart,
    end_of_next_row,
    is_of_another,
    number_of_word_at,
    offset,
    start_under,
)
from pipeline.extract.labelled_rows import in_row
from pipeline.extract.row_values import best_head, best_tail
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import Zone

_OF_SENTENCE = re.compile(
    r"\b(?:van|op|tot|met|per|vanaf|sinds|voor|en|d\.?d\.?)\s+$", re.IGNORECASE
)
_COLON = re.compile(r"[^\W\d_][\w'’ -]{2,24}:\s")
_LABEL_WORDS = 5
_WOVEN_WORDS = 5  # of a line with the value of another column's label


def labelled(
    letter: Letter, kinds: set[LabelKind], accept: Callable[[str], bool]
) -> Iterator[Labelled]:
    """Every label of the kinds, in reading order; `accept` says whether a text can be its value."""
    ends: set[int] = set()  # where the second line of a label in two lines starts
    for placed in letter.lines:
        row = label_row(placed.line.text)
        if row:
            yield from (
                found for found in in_row(letter, placed, row, accept) if found.label.kind in kinds
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
        value = accepted(letter, other.start, other.end, accept) if other is not None else None
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
        value = accepted(letter, placed.start + label.value_at, end, accept)
        if value is None and last is None:
            value = _over_two_lines(letter, placed, placed.start + label.value_at, accept)
        return Labelled(label, placed, value, "same_line")
    for place, look in PLACES:
        other = look(letter, placed)
        if other is not None and not is_of_another(label, other):
            start = other.start if place != "below" else start_under(letter, placed, other)
            inner = label_of(other.line.text)
            start = other.start + inner.value_at if inner is not None else start
            value = accepted(letter, start, other.end, accept) if start is not None else None
            if value is None and start is not None and place != "stacked":
                value = _over_two_lines(letter, other, start, accept)
            if value is not None:
                return Labelled(label, placed, value, place)
    return _woven(letter, placed, label, accept)


def _woven(letter: Letter, placed: Placed, label: Label, accept: Callable[[str], bool]) -> Labelled:
    """A label of a narrow column that a text without white weaves into the lines beside it.

    Its value ends, or begins, the next line.
    """
    below = letter.below(placed, within=1.6)
    if placed.page.measured or below is None or label.kind not in FORMED:
        return Labelled(label, placed, None, "nowhere")
    words = [word.text for word in below.line.words]
    tail, head = best_tail(label.kind, words), best_head(label.kind, words)
    first = len(words) - tail
    start, end = below.start + offset(below, first), below.end
    if not tail or _OF_SENTENCE.search(letter.text, below.start, start):
        start, end = below.start, below.start + offset(below, head) - 1
    woven = len(words) >= _WOVEN_WORDS and (tail or head)
    value = accepted(letter, start, end, accept) if woven else None
    return Labelled(label, placed, value, "below" if value is not None else "nowhere")


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
    return accepted(letter, start, following.end, accept)


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
            value = accepted(letter, start, values.end, accept)
            if value is not None:
                return Labelled(label, placed, value, "below")
    return Labelled(label, placed, None, "nowhere")
