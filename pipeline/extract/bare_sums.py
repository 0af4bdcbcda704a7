"""Sums without a currency of their own, in a column with one that has it.

Many lists write '€' on the first line or the last alone: 'Personeel 12.000', 'Totaal € 15.000'.
A figure that ends in ',-' is a sum of itself, in a list of two or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.dutch.amounts import Currency, parse_number
from pipeline.extract.running_text import RunningText
from pipeline.extract.sums import Sum
from pipeline.record import Status

_ROW = re.compile(
    r"(?P<label>[^\n]*?[^\W\d]{2}[^\n]*?)[\s.…:·_]+(?:[^\s\d]{1,5}\s*)?"
    r"(?<![\d.,/-])(?P<figure>\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d{1,3},\d\d|\d{4,6},\d\d|\d{1,6}(?=,[-–—=]))"
    r"(?P<dash>,[-–—=]{1,2})?[,.]?[^\S\n]*"
)
_RULE = re.compile(r"[\s\-–—_=.]*")
_TOTAL = re.compile(r"\W*(?:sub|eind)?-?totaal", re.IGNORECASE)
_MOST_WORDS = 8


def bare_sums(letter: RunningText, found: Sequence[Sum], house: Currency) -> Iterator[Sum]:
    """The sums of lines above and below a line that ends in a sum with its currency.

    `house` is the currency of those that end in ',-' where none is named.
    """
    lines = _lines(letter.text)
    sums_of = {number: one for one in found for number in _numbers(lines, one)}
    dashed = dict(_dashed(letter.text, lines, sums_of, house))
    yield from dashed.values()
    sums_of |= dashed
    for step in (1, -1):
        for number in sorted(sums_of, reverse=step < 0):
            one = _beside(letter.text, lines, number, step, sums_of)
            while one is not None:
                at, made = one
                sums_of[at] = made
                yield made
                one = _beside(letter.text, lines, at, step, sums_of)


def _dashed(
    text: str, lines: Sequence[tuple[int, int]], known: dict[int, Sum], house: Currency
) -> Iterator[tuple[int, Sum]]:
    """The sums of lines that end in ',-', beside another such line or a sum."""
    matches = {n: m for n, line in enumerate(lines) if (m := _ROW.fullmatch(text, *line))}
    dashed = {n for n, match in matches.items() if match["dash"] and n not in known}
    currency = next((one.currency for one in known.values()), house)
    for number in sorted(dashed):
        one = _sum(matches[number], lines[number], currency)
        if one is not None and {number - 1, number + 1} & (dashed | known.keys()):
            yield number, one


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
    one = _sum(match, lines[at], known[number].currency)
    return (at, one) if one is not None else None


def _sum(match: re.Match[str], line: tuple[int, int], currency: Currency) -> Sum | None:
    value = parse_number(match["figure"])
    if value is None or len(match["label"].split()) > _MOST_WORDS:
        return None
    return Sum(*match.span("figure"), value, Status.found, currency, None, 0.85, *line)
