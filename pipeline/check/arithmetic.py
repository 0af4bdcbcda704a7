"""Products and sums in words: a line's own arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from pipeline.check import Breach, Case, breach, rule
from pipeline.check.columns import shown
from pipeline.check.reading import doubt, is_currency_misread
from pipeline.check.restated import restated
from pipeline.check.row_sums import broken_products, broken_shares, broken_statements
from pipeline.check.rows import runs
from pipeline.check.wholes import contradictions
from pipeline.dutch.amounts import FoundAmount, find_amounts
from pipeline.letter import Letter
from pipeline.record import BudgetLine, Evidence, Severity

_FACTORS: Final = tuple(Decimal(rate) for rate in ("1", "1.21", "1.19", "1.175", "1.09", "1.06"))
"""A price may be without btw, and the line's amount with it; the rates of now and before."""
_ROUNDED: Final = re.compile(r"afgerond|circa|\bca\.|ongeveer|maximaal|korting", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?<![\d.,])\d{1,4}(?:[.,]\d{1,2})?(?![\d.,]*\d)")


@rule(
    "line-arithmetic-mismatch",
    Severity.error,
    en="'{label}': {quantity} × {price} should be {expected}; it says {stated}.",
    nl="'{label}': {quantity} × {price} hoort {expected} te zijn; er staat {stated}.",
)
def line_arithmetic(case: Case) -> Iterator[Breach]:
    """Quantity × unit price is the amount, with or without btw or another factor of the line.

    Also where nothing says which is which, and the other rows of the table all multiply.
    """
    said: set[Decimal] = set()
    for line in case.record.budget_lines:
        amount = line.amount.value if line.amount else None
        if line.quantity is None or line.unit_price is None or amount is None:
            continue
        expected = line.quantity * line.unit_price
        if not line.amount or _fits(case, line, amount):
            continue
        if is_currency_misread(case.letter, line.amount, amount, expected):
            continue
        yield breach(
            line.amount,
            severity=doubt(line.amount),
            label=" ".join(line.description.text.split()) if line.description else "",
            quantity=f"{line.quantity.normalize():f}".replace(".", ","),
            price=shown(line.unit_price),
            expected=shown(expected),
            stated=shown(amount),
        )
        said.add(amount)
    rows = list(runs(case.letter))
    prices = {one.value for one in find_amounts(case.letter.text)} if rows else set()
    broken = (*broken_products(rows), *broken_statements(rows), *broken_shares(rows, prices))
    for row in broken:
        due = row.quantity * row.price
        misread = is_currency_misread(case.letter, row.row.place, row.stated, due)
        if row.stated not in said and not misread:
            said.add(row.stated)
            yield breach(
                row.row.place,
                severity=doubt(row.row.place),
                label=" ".join(row.row.label.split()),
                quantity=f"{row.quantity.normalize():f}".replace(".", ","),
                price=shown(row.price),
                expected=shown(due),
                stated=shown(row.stated),
            )


def _fits(case: Case, line: BudgetLine, amount: Decimal) -> bool:
    """Whether the product gives the amount by some reading of what stands on the line."""
    assert line.amount and line.quantity is not None and line.unit_price is not None
    near = _around(case, line.amount.evidence)
    if _ROUNDED.search(near):
        return True
    rates = _FACTORS if re.search(r"btw|b\.t\.w", case.letter.text, re.IGNORECASE) else _FACTORS[:1]
    numbers = (Decimal(number.replace(",", ".")) for number in _NUMBER.findall(near))
    multiples = {Decimal(1), *numbers}
    product = line.quantity * line.unit_price
    # A price rounded to cents, times the quantity; whole euros where the amount is whole.
    whole = amount == amount.to_integral_value()
    slack = Decimal("0.005") * (abs(line.quantity) + 1) + (Decimal("0.5") if whole else 0)
    return any(
        abs(product * multiple * rate - amount) <= slack * max(multiple, Decimal(1))
        for multiple in multiples
        for rate in rates
    )


def _around(case: Case, evidence: tuple[Evidence, ...]) -> str:
    """The row of the table, or the lines of the text, in which something stands."""
    for table in case.record.tables:
        for row in table.rows:
            if any(set(cell.evidence) & set(evidence) for cell in row):
                return " ".join(cell.text for cell in row)
    return " ".join(_lines_at(case.letter, evidence))


def _lines_at(letter: Letter, evidence: tuple[Evidence, ...]) -> Iterator[str]:
    for placed in letter.lines:
        here = letter.place(placed.page, placed.box)
        if any(_touches(here, other) for other in evidence):
            yield letter.text[slice(*letter.sentence(placed.start))]


def _touches(left: Evidence, right: Evidence) -> bool:
    if left.page != right.page:
        return False
    if left.bbox and right.bbox:
        return left.bbox[1] < right.bbox[3] and right.bbox[1] < left.bbox[3]
    if left.lines and right.lines:
        return left.lines[0] <= right.lines[1] and right.lines[0] <= left.lines[1]
    return False


@rule(
    "amounts-disagree",
    Severity.error,
    en="One sum should be the same wherever it is stated; '{figure}' is {stated} and '{words}' is "
    "{spelled}.",
    nl="Eén bedrag hoort overal hetzelfde te zijn; '{figure}' is {stated} en '{words}' is "
    "{spelled}.",
)
def amounts_disagree(case: Case) -> Iterator[Breach]:
    """A sum is the same in figures and spelled out ('zegge: …'), said again, and in its table."""
    yield from _figure_against_words(case)
    for first, again in restated(case.letter):
        passages = [case.letter.passage(one.start, one.end) for one in (first, again)]
        yield breach(
            *passages,
            severity=doubt(*passages),
            figure=" ".join(first.text.split()),
            words=" ".join(again.text.split()),
            stated=shown(first.value),
            spelled=shown(again.value),
        )
    for stated, total, label, place in contradictions(case):
        passage = case.letter.passage(stated.start, stated.end)
        yield breach(
            passage,
            place,
            severity=doubt(passage),
            figure=" ".join(stated.text.split()),
            words=" ".join(label.split()),
            stated=shown(stated.value),
            spelled=shown(total),
        )


def _figure_against_words(case: Case) -> Iterator[Breach]:
    text = case.letter.text
    amounts = list(find_amounts(text)) if _IN_WORDS.search(text) else []
    for left, right in pairwise(amounts):
        between = text[left.end : right.start]
        if left.in_words is right.in_words or not _SAME.fullmatch(between):
            continue
        figure, words = (right, left) if left.in_words else (left, right)
        if _differ(figure, words):
            passages = [case.letter.passage(one.start, one.end) for one in (figure, words)]
            yield breach(
                *passages,
                severity=Severity.warning if figure.repaired else doubt(*passages),
                figure=" ".join(figure.text.split()),
                words=" ".join(words.text.split()),
                stated=shown(figure.value),
                spelled=shown(words.value),
            )


_IN_WORDS: Final = re.compile(
    r"\bzegge\b|\bin woorden\b|\([^()\d]{3,90}(?:euro|gulden)|(?:euro|gulden)[\s:,]*\(",
    re.IGNORECASE,
)
"""A sum may be spelled out somewhere: to look for it everywhere would take its time."""
_SAME: Final = re.compile(r"[\s,:;.-]*\(?\s*(?:[Zz]egge|in woorden|zijnde)?\s*[:;]?\s*\(?\s*")


def _differ(figure: FoundAmount, words: FoundAmount) -> bool:
    """Words often leave the cents out."""
    if words.value == words.value.to_integral_value():
        return figure.value.to_integral_value(rounding="ROUND_FLOOR") != words.value
    return figure.value != words.value
