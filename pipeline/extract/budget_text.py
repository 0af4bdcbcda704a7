"""Budget lines in running text: each sum with what its sentence says that it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from pipeline.dutch.amounts import parse_number
from pipeline.dutch.numbers import parse_number_word
from pipeline.extract import field_of
from pipeline.extract.budget_posts import Post, kind_by, unit_by
from pipeline.extract.noun_phrases import Span, written
from pipeline.extract.purposes import COST_FOR
from pipeline.extract.respective import respective
from pipeline.extract.running_text import RunningText
from pipeline.extract.sum_descriptions import describe
from pipeline.extract.sums import Sum
from pipeline.record import Field, Kind

_SOURCE = "sentence"
_QUANTITY = re.compile(
    r"(?<![\w.,/-])(?P<number>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?|[a-zë]{3,20})\s*"
    r"(?P<unit>[^\W\d]{2,24}(?:\s[^\W\d]{2,24})?)?\s*(?:[àáâa]{1,2}|ad|x|×|\*|maal|keer|tegen|@|"
    r"(?:tegen|voor)\s+een\s+(?:\w*tarief|\w*prijs)\s+van|tegen\s+een\s+bedrag\s+van)\s*$",
    re.IGNORECASE,
)
_BOUGHT = re.compile(
    r"(?<![\w.,/-])(?P<number>\d{1,3}(?:\.\d{3})+|\d+)\s+(?P<thing>[^\W\d][^\d.;:,]{2,60}?)\s+"
    r"(?:van|voor|à|tegen)(?:\s+een\s+\w+\s+van)?\s+$"
)
_COUNT = re.compile(
    r"(?<![\w.,/-])(?P<number>\d{1,3}(?:\.\d{3})*(?:,\d+)?)\s+(?P<unit>[^\W\d]{2,24})"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|van|vanaf|sinds|over|voor|jaar|per)\s+(?:19|20)\d\d$", re.IGNORECASE
)
_MEASURE = re.compile(
    r"(?P<measure>uur|uren|dag|dagen|dagdeel|dagdelen|week|weken|maand|maanden|stuks?|keer)\s+(?=\w)",
    re.IGNORECASE,
)
_EQUALS = re.compile(
    r"\s*(?:per\s+\w+)?[\s=:,(.…·_\t–-]*(?:(?:is|dus|totaal|in\s+totaal|samen|maakt|wordt|ofwel|oftewel|"
    r"kom(?:t|en)\s+(?:(?:dit|dat|de\s+kosten|wij)\s+)?(?:neer\s+|uit\s+)?op|"
    r"(?:bedraagt|bedragen|zijn|is)\s+(?:dit|dat|de\s+kosten)|bedraagt|van)\s*:?\s*){0,3}",
    re.IGNORECASE,
)


# '€ 500 exclusief btw (€ 605 inclusief btw)': one thing with two prices
_OTHER_VAT = re.compile(
    r"(?:,?[-–—=]+)?\s*(?:\(?(?:ex|in)cl\w*\.?\s+(?:de\s+)?(?:\d+%\s+)?btw\)?)?[\s,(]*"
    r"(?:(?:of|ofwel|oftewel|dat\s+is|is|en|=|resp\w*\.?)\s+)?(?:(?:ex|in)cl\w*\.?\s+(?:de\s+)?(?:\d+%\s+)?btw:?\s*)?",
    re.IGNORECASE,
)
_BECOMES = re.compile(r"(?:,[-–—=]+)?\s+(?:\w+en\s+)?(?:naar|tot|op)\s+")
_YEAR = re.compile(r"(?:19|20)\d\d")


_TIMES_AFTER = re.compile(
    r"(?:,[-–—=]+)?\s*[(,]\s*(?P<number>\d[\d.]*(?:,\d+)?)\s*(?P<unit>[^\W\d]{2,24})?\s*"
    r"(?:van|à|a|x|×|maal|keer|tegen)\s+"
)


class Quantity(NamedTuple):
    """How many of what stand before a price, and where that begins.

    `thing` is where it is said of what: 'coaching' in '60 uur coaching à'.
    """

    start: int
    number: Decimal
    unit: str | None
    thing: tuple[int, int] | None = None


def quantity_before(text: str, first: int, start: int) -> Quantity | None:
    """'60 uur à', '12 x' right before a price."""
    match = _QUANTITY.search(text, max(first, start - 70), start)
    if match is None:
        return None
    number = parse_number(match["number"]) or parse_number_word(match["number"].lower())
    if (
        number is None
        or match["number"].lower() == "een"
        or _YEAR_BEFORE.search(text, max(first, match.start() - 10), match.end("number"))
    ):
        return None
    unit = match["unit"]
    if unit is None and _YEAR.fullmatch(match["number"]):
        return None
    measured = _MEASURE.match(unit) if unit else None
    thing = (match.start("unit") + measured.end(), match.end("unit")) if measured else None
    words = measured["measure"] if measured else unit
    return Quantity(match.start(), Decimal(number), words and words.lower(), thing)


def bought(text: str, first: int, one: Sum) -> Quantity | None:
    """'40 stoelen van € 55 per stuk': how many of what, before a price of one."""
    match = _BOUGHT.search(text, max(first, one.start - 90), one.start) if one.unit else None
    number = parse_number(match["number"]) if match else None
    if match is None or number is None or _YEAR.fullmatch(match["number"]):
        return None
    measured = _MEASURE.match(text, match.start("thing"))
    thing = measured.end() if measured else match.start("thing")
    unit = measured["measure"].lower() if measured else None
    return Quantity(match.start(), number, unit, (thing, match.end("thing")))


def _counted_before(text: str, price: Sum, total: Sum) -> Quantity | None:
    """'12 dagen gewerkt, bij een tarief van € 500 is dat € 6.000': how many, where it comes out."""
    if price.value is None or total.value is None:
        return None
    for match in _COUNT.finditer(text, price.first, price.start):
        number = parse_number(match["number"])
        if number is not None and number > 1 and number * price.value == total.value:
            return Quantity(match.start(), Decimal(number), match["unit"].lower())
    return None


def is_product(text: str, price: Sum, total: Sum, number: Decimal) -> bool:
    """Whether the second of two sums is stated as the first taken so many times.

    By the words between them ('= € 500'), or in one sentence by its being just so much.
    """
    just = price.first == total.first and price.value is not None
    multiplied = just and number > 1 and total.value == number * (price.value or 0)
    return multiplied or _EQUALS.fullmatch(text, price.end, total.start) is not None


def in_sentences(letter: RunningText, found: Sequence[Sum]) -> Iterator[Post]:
    """One post for each sum; a quantity, its price and their product are one."""
    shared = respective(letter.text, found)
    prices: list[tuple[int, Post]] = []
    last: Post | None = None
    at = 0
    while at < len(found):
        one, following = found[at], found[at + 1] if at + 1 < len(found) else None
        before = found[at - 1].end if at and found[at - 1].first == one.first else one.first
        start_before = found[at - 1].start if at else -1
        quantity = quantity_before(letter.text, before, one.start)
        quantity = quantity or bought(letter.text, before, one)
        same = following is not None and following.first == one.first
        within = before, following.start if following and same else one.last
        at += 1
        if one.in_words:
            continue
        if quantity is None and following and same:
            quantity = _counted_before(letter.text, one, following)
        if quantity and following and is_product(letter.text, one, following, quantity.number):
            yield _product(letter, (one, following), quantity, within)
            at += 1
            continue
        post = _post(letter, one, within, quantity)
        if one.start in shared:
            post = replace(post, description=_thing(letter, shared[one.start]), own_words=True)
        if (
            last
            and last.sentence == one.first
            and _OTHER_VAT.fullmatch(letter.text, before, one.start)
            and "cl" in letter.text[before : one.start] + letter.text[one.end : one.end + 12]
        ):
            post = replace(post, description=last.description, kind=last.kind)
        last = post
        if following and (times := _taken_apart(letter.text, one, following)) is not None:
            number, unit = times
            yield replace(post, quantity=number, unit=unit, unit_price=following.value)
            at += 1
            continue
        was = prices[-1][1] if prices and prices[-1][1].at == start_before else None
        if was and _BECOMES.fullmatch(letter.text, before, one.start):
            post = replace(post, kind=Kind.unit_price, unit=was.unit)
        if post.kind is Kind.item and _parallel(letter, one, before, prices):
            post = replace(post, kind=Kind.unit_price)
        if post.kind is Kind.unit_price:
            prices.append((one.first, post))
        yield post


def _taken_apart(text: str, total: Sum, price: Sum) -> tuple[Decimal, str | None] | None:
    """How many of what in '€ 96.000 (1.600 bezoeken van € 60)', where the product is the sum."""
    match = _TIMES_AFTER.fullmatch(text, total.end, price.start)
    number = parse_number(match["number"]) if match else None
    if match is None or number is None or total.value is None or price.value is None:
        return None
    return (number, match["unit"]) if number * price.value == total.value else None


def _post(letter: RunningText, one: Sum, within: Span, quantity: Quantity | None) -> Post:
    words = letter.text[within[0] : one.start]
    after = re.match(r"[\s,-]*(?:in\s+)?totaal\b", letter.text[one.end : one.last], re.I)
    unit = one.unit or unit_by(words)
    kind = Kind.unit_price if quantity else kind_by(words + (" totaal" if after else ""), unit)
    description, own_words = describe(letter, one, within)
    if quantity is not None and quantity.thing is not None:
        description, own_words = _thing(letter, quantity.thing), True
    if description is None and quantity is not None and quantity.unit:
        passage = letter.passage(quantity.start, one.start)
        description = field_of(quantity.unit, passage, 0.6, _SOURCE)
    return Post(
        one.start,
        one.first,
        description,
        kind,
        one.amount(letter, _SOURCE),
        one.currency,
        (quantity and quantity.unit) or unit,
        quantity and quantity.number,
        own_words=own_words,
    )


def _product(letter: RunningText, sums: tuple[Sum, Sum], quantity: Quantity, within: Span) -> Post:
    price, total = sums
    whole = replace(price, start=quantity.start, end=total.end)
    description, own = describe(letter, whole, (within[0], max(total.end, within[1])))
    if quantity.thing is not None:
        description, own = _thing(letter, quantity.thing), True
    if description is None:  # '60 uur à € 45 voor coaching, totaal € 2.700'
        description, own = describe(letter, price, (within[0], total.start))
    if description is None and quantity.unit:
        passage = letter.passage(quantity.start, price.start)
        description = field_of(quantity.unit, passage, 0.7, _SOURCE)
    return Post(
        price.start,
        price.first,
        description,
        Kind.item,
        total.amount(letter, _SOURCE),
        total.currency,
        quantity.unit,
        quantity.number,
        price.value,
        own,
    )


def _thing(letter: RunningText, span: tuple[int, int]) -> Field[str]:
    return field_of(written(letter.text, span), letter.passage(*span), 0.85, _SOURCE)


def _parallel(
    letter: RunningText, one: Sum, before: int, prices: Sequence[tuple[int, Post]]
) -> bool:
    """'…, de kosten voor de tweedaagse bedragen █' beside a price in the same sentence."""
    beside = any(first == one.first for first, _ in prices)
    return beside and COST_FOR.search(letter.text, before, one.start) is not None
