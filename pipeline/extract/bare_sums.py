"""Sums without a currency of their own, in a column with one that has it.

Many lists write '€' on the first line or the last alone: 'Personeel 12.000', 'Totaal € 15.000'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.dutch.amounts import parse_number
from pipeline.extract.running_text import RunningText
from pipeline.extract.sums import Sum
from pipeline.record import Status

_ROW = re.compile(
    r"(?P<label>[^\n]*?[^\W\d]{2}[^\n]*?)[\s.…:·_]+(?:[^\s\d]{1,5}\s*)?"
    r"(?<![\d.,/-])(?P<figure>\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d{1,3},\d\d|\d{4,6},\d\d)"
    r"(?:,[-–—=]{0,2}|\.)?[^\S\n]*"
)
_RULE = re.compile(r"[\s\-–—_=.]*")
_TOTAL = re.compile(r"\W*(?:sub|eind)?-?totaal", re.IGNORECASE)
_MOST_WORDS = 8


def bare_sums(letter: RunningText, found: Sequence[Sum]) -> Iterator[Sum]:
    """The sums of lines above and below a line that ends in a sum with its currency."""
    lines = _lines(letter.text)
    sums_of = {number: one for one in found for number in _numbers(lines, one)}
    for step in (1, -1):
        for number in sorted(sums_of, reverse=step < 0):
            one = _beside(letter.text, lines, number, step, sums_of)
            while one is not None:
                at, made = one
                sums_of[at] = made
                yield made
                one = _beside(letter.text, lines, at, step, sums_of)


def _lines(text: str) -> list[tuple[int, int]]:
    """Every line that says something: a rule above a total is none."""
    found = [match.span() for match in re.finditer(r"[^\n\f]+", text)]
    return [(start, end) for start, end in found if not _RULE.fullmatch(text, start, end)]


def _numbers(lines: Sequence[tuple[int, int]], one: Sum) -> Iterator[int]:
    """The number of the line that a sum ends, if it does."""
    for number, (start, end) in enumerate(lines):
        if start <= one.start and one.end <= end and end - one.end < 3:
            yield number


def _beside(
    text: str, lines: Sequence[tuple[int, int]], number: int, step: int, known: dict[int, Sum]
) -> tuple[int, Sum] | None:
    """The sum of the next line up or down, where it has one like that of this line."""
    at = number + step
    if not 0 <= at < len(lines) or at in known:
        return None
    upper, lower = sorted((number, at))
    match = _ROW.fullmatch(text, *lines[at])
    between = text[lines[upper][1] : lines[lower][0]]
    close = between == "\n" or between.strip() or _TOTAL.match(text, lines[lower][0])
    if match is None or not close or between.count("\n") > 3:
        return None
    value = parse_number(match["figure"])
    if value is None or len(match["label"].split()) > _MOST_WORDS:
        return None
    span, like = match.span("figure"), known[number]
    return at, Sum(*span, value, Status.found, like.currency, None, 0.85, *lines[at])
