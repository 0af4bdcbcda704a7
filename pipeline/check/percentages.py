"""Percentages: of an amount, and parts of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from pipeline.check import Breach, Case, breach, rule
from pipeline.check.columns import shown
from pipeline.check.reading import doubt
from pipeline.dutch.amounts import FoundAmount, find_amounts
from pipeline.dutch.percentages import FoundPercentage, find_percentages
from pipeline.record import Field, Severity, Table


@rule(
    "percentage-mismatch",
    Severity.error,
    en="'{text}' should give {expected}; it says {stated}.",
    nl="'{text}' hoort {expected} te geven; er staat {stated}.",
)
def percentage_mismatch(case: Case) -> Iterator[Breach]:
    """'35% van € 200.000, ofwel € 70.000'; the parts of a whole that is divided make 100 %."""
    percentages = list(find_percentages(case.letter.text))
    if percentages:
        yield from _of_amounts(case, percentages)
        yield from _of_wholes(case, percentages)
        yield from _beside_sums(case, percentages)
    for table in case.record.tables:
        yield from _of_columns(table)


# --- a percentage of an amount

_OF: Final = re.compile(
    r"\s*van\s+(?:(?:de|het|uw|in\s+totaal|totaal)\s+)?(?:bedrag\s+(?:van\s+)?)?"
)
_IS: Final = re.compile(
    r"[\s,;:(]*(?:(?:is|=|ofwel|oftewel|dus|zijnde|te\s+weten|dat\s+is|dit\s+is|wat\s+neerkomt\s+op|"
    r"komt\s+neer\s+op|bedraagt|maakt|derhalve)\s*){1,2}[\s:(]*",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(r"afgerond|circa|\bca\.|ongeveer|ruim|bijna|maximum|hoogstens", re.I)


def _of_amounts(case: Case, percentages: Sequence[FoundPercentage]) -> Iterator[Breach]:
    """A percentage, the amount that it is of, and what it comes to, in one breath."""
    text = case.letter.text
    amounts = {amount.start: amount for amount in find_amounts(text)}
    for share in percentages:
        whole = _next(text, amounts, _OF, share.end)
        part = _next(text, amounts, _IS, whole.end) if whole else None
        if whole is None or part is None or share.repaired or whole.repaired or part.repaired:
            continue
        expected = share.value * whole.value / 100
        near = text[slice(*case.letter.sentence(share.start))]
        far = abs(expected - part.value) > max(Decimal(1), expected / 1000)
        if far and not _ABOUT.search(near):
            passage = case.letter.passage(share.start, part.end)
            yield breach(
                passage,
                severity=doubt(passage),
                text=" ".join(text[share.start : whole.end].split()),
                expected=shown(expected),
                stated=shown(part.value),
            )


_IN_BRACKETS: Final = re.compile(r"\s*(?:\(|,?\s*(?:ofwel|oftewel|dat\s+is|zijnde)\s+)\s*")
_TOGETHER: Final = 600  # characters between shares of one whole
_LEAST_ALIKE: Final = 2


def _beside_sums(case: Case, percentages: Sequence[FoundPercentage]) -> Iterator[Breach]:
    """'55% (€ 11 miljoen) … 30% (€ 6 miljoen) … 15% (€ 3 miljoen)': all are of one whole.

    Two or more must agree on the whole, and one be left that does not.
    """
    text = case.letter.text
    amounts = {amount.start: amount for amount in find_amounts(text)}
    beside = ((share, _next(text, amounts, _IN_BRACKETS, share.end)) for share in percentages)
    pairs = [(share, sum_) for share, sum_ in beside if sum_ and share.value and not sum_.unit]
    for run in _close(pairs):
        odd = _odd_one(run)
        if odd is None or odd[0].repaired or odd[1].repaired:
            continue
        share, part = odd
        whole = next(_whole(*other) for other in run if other != odd)
        passage = case.letter.passage(share.start, part.end)
        yield breach(
            passage,
            severity=doubt(passage),
            text=f"{share.text} van {shown(whole)}",
            expected=shown(share.value * whole / 100),
            stated=shown(part.value),
        )


Pair = tuple[FoundPercentage, FoundAmount]


def _close(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Pairs that stand near each other, in one page or over its edge."""
    run: list[Pair] = []
    for pair in pairs:
        if run and pair[0].start - run[-1][1].end > _TOGETHER:
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _whole(share: FoundPercentage, part: FoundAmount) -> Decimal:
    return part.value * 100 / share.value


def _odd_one(run: Sequence[Pair]) -> Pair | None:
    """The one pair of which the whole is another than that of all others, and yet near it."""
    if len(run) <= _LEAST_ALIKE:
        return None
    for odd in run:
        others = [_whole(*pair) for pair in run if pair is not odd]
        alike = max(others) - min(others) <= max(others) * Decimal("0.02")
        off = abs(_whole(*odd) - others[0])
        if alike and others[0] * Decimal("0.05") < off <= others[0] * Decimal("0.6"):
            return odd
    return None


def _next(
    text: str, amounts: dict[int, FoundAmount], lead: re.Pattern[str], at: int
) -> FoundAmount | None:
    """The amount that follows at once after some words."""
    match = lead.match(text, at)
    return amounts.get(match.end()) if match else None


# --- parts of a whole

_DIVIDED: Final = re.compile(
    r"verde(?:eld|elsleutel|ling)|onderling|naar\s+rato|verhouding", re.IGNORECASE
)
_REST: Final = re.compile(r"\b(?:rest|restant|resterende|overige)\b", re.IGNORECASE)
_REST_OF_IT: Final = re.compile(
    r"\b(?:rest|restant|resterende|overige\s+(?:\d|deel|kosten|middelen|bedrag|geld))",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"[^.;:%€\d]{2,60}")
_LEAST_PARTS: Final = 3
_LEAD: Final = 120  # characters before the first part that say what is divided
_NEAR: Final = Decimal(12)  # what lies further from 100 is not meant as a whole


def _of_wholes(case: Case, percentages: Sequence[FoundPercentage]) -> Iterator[Breach]:
    """'wordt verdeeld: Almelo 45%, Hengelo 35%, Borne 20%' makes 100."""
    text = case.letter.text
    for run in _runs(text, percentages):
        if len(run) < _LEAST_PARTS or any(p.repaired for p in run):
            continue
        lead = text[max(0, run[0].start - _LEAD) : run[0].start].rpartition(". ")[2]
        _, last = case.letter.sentence(run[-1].start)
        rest = _REST.search(text, run[-1].end, last) or _REST_OF_IT.search(text, last, last + _LEAD)
        if _DIVIDED.search(lead) and not rest and _is_off([p.value for p in run]):
            passage = case.letter.passage(run[0].start, run[-1].end)
            total = sum((p.value for p in run), Decimal(0))
            yield breach(
                passage,
                severity=doubt(passage),
                text=" + ".join(p.text for p in run),
                expected="100 %",
                stated=f"{shown(total)} %",
            )


def _runs(text: str, percentages: Sequence[FoundPercentage]) -> Iterator[list[FoundPercentage]]:
    """Percentages that follow one another with a few words between them."""
    run: list[FoundPercentage] = []
    for one in percentages:
        if run and not _BETWEEN.fullmatch(text, run[-1].end, one.start):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _is_off(values: Sequence[Decimal]) -> bool:
    """Whether parts miss 100 by more than their rounding, and yet come near it."""
    off = abs(sum(values, Decimal(0)) - 100)
    whole = all(value == value.to_integral_value() for value in values)
    rounding = (Decimal("0.5") if whole else Decimal("0.05")) * len(values)
    return rounding < off <= _NEAR


# --- columns of tables

_TOTAL: Final = re.compile(r"\W*(?:eind)?totaal\b", re.IGNORECASE)


def _of_columns(table: Table) -> Iterator[Breach]:
    """A column of percentages whose total row says 100 %."""
    if len(table.rows) <= _LEAST_PARTS or not table.rows[-1] or not _is_total(table.rows[-1][0]):
        return
    for column in range(1, len(table.rows[-1])):
        cells = [row[column] for row in table.rows if column < len(row)]
        values = [_percentage(cell) for cell in cells]
        if any(value is None for value in values) or values[-1] != 100:
            continue
        parts = [value for value in values[:-1] if value is not None]
        if _is_off(parts):
            yield breach(
                *cells,
                severity=doubt(*cells),
                text=" + ".join(cell.text for cell in cells[:-1]),
                expected="100 %",
                stated=f"{shown(sum(parts, Decimal(0)))} %",
            )


def _is_total(cell: Field[str]) -> bool:
    return _TOTAL.match(cell.value or "") is not None


def _percentage(cell: Field[str]) -> Decimal | None:
    text = cell.value or ""
    found = next(find_percentages(text), None)
    return found.value if found and found.text == text.strip() and not found.repaired else None
