"""Labels in a row with their values in the row below, each under its label or by its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from pipeline.dutch.label_rows import RowLabel, label_row
from pipeline.dutch.labels import Label
from pipeline.extract.label_places import Labelled, accepted, number_of_word_at, offset, row_under
from pipeline.extract.row_values import shared_out
from pipeline.letter import Letter, Placed
from pipeline.page import Word

_FLUSH = 3.0  # points


def in_row(
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
            value = accepted(letter, start, end, accept)
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
        value = accepted(letter, under[0].start, under[0].end, accept) if under else None
        text = placed.line.text[label.start : label.end]
        found = Label(label.kind, text, label.end, False, "")
        yield Labelled(found, placed, value, "row" if value is not None else "nowhere")
