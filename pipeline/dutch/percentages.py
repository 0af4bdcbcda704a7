"""Percentages: '21%', '12,5 procent', 'twintig procent'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pipeline.dutch.figures import FIGURE, read_figure
from pipeline.dutch.numbers import number_words_before

_IN_FIGURES: Final = re.compile(
    rf"(?<!\w)(?<!\d[.,])(?P<figure>{FIGURE})[ \u00a0]?(?:%|procent(?!\w)|pct(?!\w)\.?)"
)
_IN_WORDS: Final = re.compile(r"(?<!\w)procent(?!\w)")


@dataclass(frozen=True, slots=True)
class FoundPercentage:
    """A percentage: 21 for '21 %', 12.5 for '12,5 procent'; `repaired` as for an amount."""

    start: int
    end: int
    text: str
    value: Decimal
    repaired: bool


def find_percentages(text: str) -> Iterator[FoundPercentage]:
    """Every percentage in `text`, in figures and in words, from left to right."""
    found = [*_in_figures(text), *_in_words(text)]
    yield from sorted(found, key=lambda percentage: percentage.start)


def _in_figures(text: str) -> Iterator[FoundPercentage]:
    for match in _IN_FIGURES.finditer(text):
        figure = read_figure(match["figure"])
        if figure is not None:
            yield FoundPercentage(*match.span(), match[0], figure.value, figure.repaired)


def _in_words(text: str) -> Iterator[FoundPercentage]:
    for match in _IN_WORDS.finditer(text):
        words = number_words_before(text, match.start())
        if words is not None:
            start, end = words[0], match.end()
            yield FoundPercentage(start, end, text[start:end], Decimal(words[1]), False)
