"""A text with the entities in it, and what can be done with one: cut, joined, given other words."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Callable, Iterable, Iterator

LABELS = ("PERSON", "ORGANISATION", "PLACE", "DATE", "AMOUNT", "REFERENCE")
_BLOCK_END = re.compile(r"\n\n+|\f")


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Span:
    """An entity: its offsets in the text and its label; `sure` where a letter's truth has it."""

    start: int
    end: int
    label: str
    sure: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Labelled:
    """A text with its entities in order; none overlaps another."""

    text: str
    spans: tuple[Span, ...]

    def piece(self, start: int, end: int) -> Labelled:
        """The part from one offset to another, with the entities that lie in it whole."""
        kept = [
            dataclasses.replace(span, start=span.start - start, end=span.end - start)
            for span in self.spans
            if start <= span.start and span.end <= end
        ]
        return Labelled(self.text[start:end], tuple(kept))

    def blocks(self) -> list[tuple[int, int]]:
        """Where the blocks stand, each with what parts it from the next."""
        ends = [found.end() for found in _BLOCK_END.finditer(self.text)]
        edges = sorted({0, *ends, len(self.text)})
        return list(itertools.pairwise(edges))

    def with_values(self, value: Callable[[Span], str]) -> Labelled:
        """The same text with other words in the place of every entity."""
        parts: list[str] = []
        spans: list[Span] = []
        at = length = 0
        for span in self.spans:
            parts += (self.text[at : span.start], value(span))
            length += span.start - at
            spans.append(dataclasses.replace(span, start=length, end=length + len(parts[-1])))
            length += len(parts[-1])
            at = span.end
        return Labelled("".join([*parts, self.text[at:]]), tuple(spans))


def labelled(text: str, found: Iterable[Span]) -> Labelled:
    """A text with those of the entities found that no earlier one overlaps."""
    kept: list[Span] = []
    for span in found:
        span = _without_edges(text, span)
        if span.start < span.end and all(
            span.end <= other.start or other.end <= span.start for other in kept
        ):
            kept.append(span)
    return Labelled(text, tuple(sorted(kept)))


def _without_edges(text: str, span: Span) -> Span:
    """Without the blanks and signs around it that belong to the sentence."""
    start, end = span.start, span.end
    while start < end and text[start] in ' \t\n\f,;:("“‘':
        start += 1
    while start < end and text[end - 1] in ' \t\n\f,;:)"”’?!':
        end -= 1
    if text[start:end].endswith(".") and not re.search(
        r"\b(?:\w\.\w|[A-Z]\w{0,2}|Zn|Co)\.$", text[start:end]
    ):
        end -= 1
    return dataclasses.replace(span, start=start, end=end)


def joined(words: Iterable[tuple[str, str]]) -> Labelled:
    """Tokens with BIO tags as a text: no space where none stood ('(1990),')."""
    parts: list[str] = []
    spans: list[Span] = []
    length = 0
    for word, tag in words:
        close = not parts or word in ",.;:)!?" or parts[-1].endswith("(")
        blank = "" if close else " "
        start = length + len(blank)
        parts += (blank, word)
        length = start + len(word)
        kind, _, label = tag.partition("-")
        if (
            kind == "I"
            and spans
            and spans[-1].label == label
            and spans[-1].end == start - len(blank)
        ):
            spans[-1] = dataclasses.replace(spans[-1], end=length)
        elif kind in "BI" and label:
            spans.append(Span(start, length, label))
    return Labelled("".join(parts), tuple(spans))


def windows(whole: Labelled, sizes: Iterator[int]) -> Iterator[Labelled]:
    """The text in pieces of so many blocks each."""
    blocks = whole.blocks()
    at = 0
    while at < len(blocks):
        last = min(len(blocks), at + next(sizes))
        piece = whole.piece(blocks[at][0], blocks[last - 1][1])
        if piece.text.strip():
            yield piece
        at = last
