"""Sums of money as Dutch official letters write them, in euros and in guilders.

A digit that is not sure is never filled in: such a sum is no amount here but one of
`find_unreadable_amounts`. Values are Decimal, as precise as they are written.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from pipeline.dutch import amount_grammar as grammar
from pipeline.dutch.amount_context import beside, qualifier_before, unit_before
from pipeline.dutch.currency_signs import counts_in, is_sum
from pipeline.dutch.figures import Figure, parse_number, read_figure
from pipeline.dutch.numbers import number_words_before, parse_number_word
from pipeline.dutch.percentages import FoundPercentage, find_percentages

__all__ = [
    "Currency",
    "FoundAmount",
    "FoundPercentage",
    "FoundSpan",
    "find_amounts",
    "find_empty_amounts",
    "find_percentages",
    "find_unreadable_amounts",
    "format_amount",
    "parse_amount",
    "parse_number",
]

Currency = Literal["EUR", "NLG"]


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """A sum of money. `text` is what stands at [start, end): sign, currency, figure and scale.

    - `unit`: what it is for one of, as stated beside it: 'per dag', 'per inwoner', 'p/st'; a
      slash is written out ('/uur' is 'per uur').
    - `qualifier`: 'circa', 'ruim', 'maximaal' …, lower case; `approximate` is true where it says
      that the sum is not exact, and false for a bound ('maximaal').
    - `including_vat`: what stands beside it about btw; None where nothing does.
    - `repaired`: OCR's letter for a digit, its letter for the euro sign, or a comma for a point
      was undone, and there was one reading.
    - `in_words`: spelled out, as after 'zegge'.
    """

    start: int
    end: int
    text: str
    value: Decimal
    currency: Currency
    unit: str | None
    approximate: bool
    qualifier: str | None
    including_vat: bool | None
    repaired: bool
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class FoundSpan:
    """A place where something stands that has no value."""

    start: int
    end: int
    text: str


def find_amounts(text: str) -> Iterator[FoundAmount]:
    """Every sum of money with its currency in `text`, from left to right, spans apart.

    A range ('€ 3.000 - € 4.000', '3 tot 4 miljoen euro') is two amounts. A sum written out
    after one in figures ('zegge: twaalfduizend euro') is one of its own, `in_words`.
    """
    yield from _all_amounts(text)


# What has no amount is found by knowing where amounts are, so a letter is read three times.
@functools.lru_cache(maxsize=8)
def _all_amounts(text: str) -> tuple[FoundAmount, ...]:
    end = 0
    apart: list[FoundAmount] = []
    found = [*_prefixed(text), *_suffixed(text), *_in_words(text), *_after_zegge(text)]
    for amount in sorted(found, key=lambda amount: (amount.start, -amount.end)):
        if amount.start >= end:
            apart.append(amount)
            end = amount.end
    return tuple(apart)


def find_empty_amounts(text: str) -> Iterator[FoundSpan]:
    """Currency signs with no number beside them ('van € per dag'), as a covered sum leaves them.

    Not the sign in a column's head ('in €', '(€)', 'x € 1.000'), nor nil ('€ -').
    """
    taken = [*_spans(find_amounts(text)), *_spans(find_unreadable_amounts(text))]
    for match in grammar.EMPTY.finditer(text):
        head = grammar.HEAD_BEFORE.search(text, max(0, match.start() - 12), match.start())
        if head is None and not _overlaps(match, taken):
            yield FoundSpan(*match.span(), match[0])


def find_unreadable_amounts(text: str) -> Iterator[FoundSpan]:
    """Currency signs with digits that have no single reading: '€ 1S.0?0', '€ 12,500'."""
    taken = _spans(find_amounts(text))
    for match in grammar.UNREADABLE.finditer(text):
        if not counts_in(text, match.start()) and not _overlaps(match, taken):
            yield FoundSpan(*match.span(), match[0])


def parse_amount(cell_text: str, currency: Currency = "EUR") -> FoundAmount | None:
    """The one sum that a whole table cell holds, with or without a currency sign.

    `currency` is that of the table, for a cell that names none. '€ -' is nil. None where the
    cell holds anything else, or a number with two readings ('12,500').
    """
    found = list(find_amounts(cell_text))
    if found:
        return found[0] if len(found) == 1 and _fills(cell_text, found[0]) else None
    stripped = cell_text.strip()
    start = len(cell_text) - len(cell_text.lstrip())
    span = (start, start + len(stripped))
    if grammar.NIL.fullmatch(stripped):
        return _amount(cell_text, span, Decimal(0), (currency, False))
    match = grammar.BARE.fullmatch(stripped)
    figure = _figure(match) if match else None
    if match is None or figure is None:
        return None
    value = figure.value * (-1 if match["sign"] else 1)
    return _amount(cell_text, span, value, (currency, figure.repaired))


def format_amount(value: Decimal) -> str:
    """A sum as records hold it, two decimals and a point: '12500.00'. Halves of a cent go up."""
    return str(value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))


# --- in figures ----------------------------------------------------------------------------------


def _prefixed(text: str) -> Iterator[FoundAmount]:
    """Sums with the currency before them, each with the second end of its range."""
    for match in grammar.PREFIXED.finditer(text):
        figure = _figure(match)
        if figure is None or not is_sum(text, match, figure):
            continue
        misread = match["misread"] is not None
        currency: Currency = "NLG" if match["guilder"] else "EUR"
        value = -figure.value if match["sign"] or match["inner"] else figure.value
        first = _amount(text, match.span(), value, (currency, figure.repaired or misread))
        yield from _with_second(text, match, first)


def _with_second(text: str, match: re.Match[str], first: FoundAmount) -> Iterator[FoundAmount]:
    """`first`, and the bare second end of '€ 3.000 - 4.000' or '€ 3 à 4 miljoen'."""
    second = grammar.RANGE_SECOND.match(text, first.end)
    figure = _figure(second) if second else None
    if second is None or figure is None or not _is_link(text, second["link"], first.start):
        yield first
        return
    shared = _scale(second) if match["scale"] is None and first.value < 1000 else 1
    plainly_money = figure.shaped or second["scale"] or _stands_free(text, second)
    if not plainly_money or figure.value <= first.value:
        yield first
        return
    span = (second.start("figure"), second.end())
    last = _amount(text, span, figure.value, (first.currency, figure.repaired))
    yield replace(first, value=first.value * shared, unit=first.unit or last.unit)
    yield last


def _is_link(text: str, link: str, start: int) -> bool:
    """'en' joins the ends of a range only after 'tussen'; the other links need nothing."""
    return link != "en" or grammar.BETWEEN.search(text, max(0, start - 14), start) is not None


def _stands_free(text: str, match: re.Match[str]) -> bool:
    """Whether no noun of its own follows a bare figure: not '€ 3 - 4 dagen'."""
    return re.match(r"\s{0,3}(?:$|[^\w\s]|per\b)", text[match.end() : match.end() + 8]) is not None


def _suffixed(text: str) -> Iterator[FoundAmount]:
    """Sums with the currency after them, each with the first end of its range."""
    for match in grammar.SUFFIXED.finditer(text):
        figure = _figure(match)
        if figure is None or grammar.YEAR_THEN_SUM.match(text, match.start("figure")):
            continue
        currency: Currency = "EUR" if match["euro_after"] else "NLG"
        value = -figure.value if match["sign"] else figure.value
        value, end = _with_cents(text, value, match.end())
        last = _amount(text, (match.start(), end), value, (currency, figure.repaired))
        yield from _first_of(text, match, last)
        yield last


def _first_of(text: str, match: re.Match[str], last: FoundAmount) -> Iterator[FoundAmount]:
    first = grammar.RANGE_FIRST.search(text, max(0, last.start - 40), last.start)
    figure = _figure(first) if first else None
    if first is None or figure is None or not _is_link(text, first["link"], first.start()):
        return
    shared = first["scale"] is None and figure.value < 1000
    value = figure.value * (_scale(match) if shared else 1)
    if value < last.value:
        span = (first.start(), first.end("scale") if first["scale"] else first.end("figure"))
        found = _amount(text, span, value, (last.currency, figure.repaired))
        yield replace(found, unit=last.unit)


def _figure(match: re.Match[str]) -> Figure | None:
    """The figure of a match with its scale multiplied in."""
    scaled = match["scale"] is not None
    figure = read_figure(match["figure"], whole=match["dashes"] is not None, scaled=scaled)
    return replace(figure, value=figure.value * _scale(match)) if figure else None


def _scale(match: re.Match[str]) -> int:
    word = match["scale"]
    if word is None:
        return 1
    return grammar.SCALES[word if word in grammar.SCALES else word.lower()]


# --- in words ------------------------------------------------------------------------------------


def _in_words(text: str) -> Iterator[FoundAmount]:
    """'twaalfduizend vijfhonderd euro', with or without cents."""
    for match in grammar.WORD_CURRENCY.finditer(text):
        words = number_words_before(text, match.start())
        if words is None or grammar.SAID_MORE.search(text, max(0, words[0] - 80), words[0]):
            continue
        start, number = words
        currency: Currency = "EUR" if match["euro_after"] else "NLG"
        value, end = _with_cents(text, Decimal(number), match.end())
        found = _amount(text, (start, end), value, (currency, False))
        yield replace(found, in_words=True)


def _after_zegge(text: str) -> Iterator[FoundAmount]:
    """'zegge: twaalfduizend' with no currency after it; that of euros is taken."""
    for match in grammar.SAY.finditer(text):
        number = parse_number_word(match["words"])
        currency_follows = grammar.WORD_CURRENCY.match(text[match.end() :].lstrip()[:12])
        if number is not None and not currency_follows:
            found = _amount(text, match.span("words"), Decimal(number), ("EUR", False))
            yield replace(found, in_words=True)


def _with_cents(text: str, value: Decimal, end: int) -> tuple[Decimal, int]:
    """'… euro en vijftig cent': the cents added, and where they end."""
    match = grammar.CENTS.match(text, end)
    if match is None:
        return value, end
    word = match["number"]
    cents = int(word) if word.isdigit() else parse_number_word(word)
    return (value, end) if cents is None else (value + Decimal(cents) / 100, match.end())


# --- shared --------------------------------------------------------------------------------------


def _amount(
    text: str, span: tuple[int, int], value: Decimal, manner: tuple[Currency, bool]
) -> FoundAmount:
    start, end = span
    qualifier, approximate = qualifier_before(text, start)
    unit, including_vat, _ = beside(text, end)
    unit = unit or unit_before(text, start)
    currency, repaired = manner
    beside_it = (unit, approximate, qualifier, including_vat, repaired)
    return FoundAmount(start, end, text[start:end], value, currency, *beside_it)


def _fills(cell_text: str, amount: FoundAmount) -> bool:
    """Whether a cell holds nothing but the sum and what belongs to it."""
    _, _, end = beside(cell_text, amount.end)
    before = cell_text[: amount.start].strip().lower()
    return before in ("", amount.qualifier) and not cell_text[end:].strip(" \n\t.*)")


def _spans(found: Iterator[FoundAmount] | Iterator[FoundSpan]) -> list[tuple[int, int]]:
    return [(item.start, item.end) for item in found]


def _overlaps(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in spans)
