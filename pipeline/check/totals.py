"""Totals of tables and lists against their lines."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from pipeline.check import Breach, Case, HasEvidence, breach, rule
from pipeline.check.columns import columns, shown
from pipeline.check.lists import lists
from pipeline.check.reading import doubt, is_currency_misread
from pipeline.check.row_sums import doubtful_totals, judged_rows, sums_of_rows
from pipeline.check.rows import runs
from pipeline.check.spoken_totals import spoken_totals
from pipeline.check.sums import Judged, Verdict
from pipeline.dutch.amounts import find_amounts
from pipeline.letter import Passage
from pipeline.page import TextFrom
from pipeline.record import BudgetLine, Field, Kind, Severity


@rule(
    "total-mismatch",
    Severity.error,
    en="'{label}' should be {expected}, the sum of its {count} lines; it says {stated}.",
    nl="'{label}' hoort {expected} te zijn, de som van de {count} regels; er staat {stated}.",
)
def total_mismatch(case: Case) -> Iterator[Breach]:
    """A stated total is the sum of its lines, by one reading of them or another.

    Not where the difference is a sum that stands elsewhere in the letter: a line may be lost.
    """
    for judged in _judged(case):
        stated = judged.total.value
        if judged.verdict is not Verdict.fails or stated is None:
            continue
        if is_currency_misread(case.letter, judged.total.place, stated, judged.expected):
            continue
        if abs(stated - judged.expected) in _sums(case.letter.text) - _own(judged):
            continue
        yield breach(
            judged.total.place,
            *(entry.place for entry in judged.lines),
            severity=doubt(*_fields(judged)),
            label=judged.total.label,
            expected=shown(judged.expected),
            count=len(judged.lines),
            stated=shown(stated),
        )


@rule(
    "total-unverifiable",
    Severity.info,
    en="'{label}' should be the sum of its lines; that cannot be checked: {hidden_en}.",
    nl="'{label}' hoort de som van de regels te zijn; dat is niet na te gaan: {hidden_nl}.",
)
def total_unverifiable(case: Case) -> Iterator[Breach]:
    """An amount that a sum needs, the total itself or a line of it, is covered or illegible."""
    for judged in _unverifiable(case):
        hidden = [e.place for e in (judged.total, *judged.lines) if e.value is None]
        yield _hidden(judged.total.label, judged.total.place, *hidden)
    for total, hidden_lines in _hidden_in_text(case):
        label = total.description.text if total.description else "totaal"
        yield _hidden(label, *(line.amount for line in (total, *hidden_lines) if line.amount))


def _unverifiable(case: Case) -> Iterator[Judged]:
    """Totals with a hidden part; not where the rows on the page show that nothing is hidden."""
    rows = list(runs(case.letter))
    on_page = list(judged_rows(rows))
    checked = {one.total.value for one in on_page if one.verdict is not Verdict.unknown}
    checked |= sums_of_rows(rows)
    values: set[Decimal | None] = set()
    for judged in (*_of_tables(case), *on_page):
        hides = any(entry.value is None for entry in (judged.total, *judged.lines))
        value = judged.total.value
        if judged.verdict is Verdict.unknown and hides and value not in checked | values:
            values |= {value} - {None}
            yield judged


def _hidden(label: str, total: HasEvidence, *hidden: HasEvidence) -> Breach:
    own = total in hidden
    return breach(
        total,
        *hidden,
        label=" ".join(label.split()),
        hidden_en="the total is covered or illegible" if own else "a line is covered or illegible",
        hidden_nl="het totaal is gelakt of onleesbaar"
        if own
        else "een regel is gelakt of onleesbaar",
    )


def _of_tables(case: Case) -> Iterator[Judged]:
    return (judged for column in columns(case.record.tables) for judged in column.totals())


def _judged(case: Case) -> Iterator[Judged]:
    """Every total of every column and list with its verdict.

    What stands on the page decides: a table may have lost a row, and some totals are in none.
    """
    rows = list(runs(case.letter))
    on_page = list(judged_rows(rows))
    sure = {one.total.value for one in on_page if one.verdict is Verdict.fails}
    other = ({one.total.value for one in on_page} | doubtful_totals(rows)) - sure
    other |= sums_of_rows(rows)
    known = [one for one in _of_tables(case) if _is_digital(case) or _is_near(one)]
    known += [judged for found in lists(case.letter) for judged in found.totals()]
    yield from (one for one in known if one.total.value not in other)
    yield from spoken_totals(case.letter)
    values = {one.total.value for one in known if one.verdict is not Verdict.silent}
    yield from (one for one in on_page if one.total.value not in values)


def _is_digital(case: Case) -> bool:
    return all(page.text_from is TextFrom.text_layer for page in case.letter.pages)


def _is_near(judged: Judged) -> bool:
    """Whether a total may be of its lines: from a picture or a text figures may have gone."""
    stated = judged.total.value
    return (
        stated is None
        or judged.verdict is not Verdict.fails
        or judged.expected / 2 <= stated <= judged.expected * 2
    )


# --- sums that stand elsewhere


@lru_cache(maxsize=4)
def _sums(text: str) -> frozenset[Decimal]:
    """Every sum of money in the letter."""
    return frozenset(amount.value for amount in find_amounts(text))


def _own(judged: Judged) -> set[Decimal | None]:
    """The values of the lines themselves, which are no lost lines."""
    return {entry.value for entry in (judged.total, *judged.lines)}


def _fields(judged: Judged) -> list[Field[str] | Passage]:
    places = (entry.place for entry in (judged.total, *judged.lines))
    return [place for place in places if isinstance(place, Field | Passage)]


# --- hidden sums in running text


def _hidden_in_text(case: Case) -> Iterator[tuple[BudgetLine, list[BudgetLine]]]:
    """Totals outside tables that are hidden, or that follow a hidden line; with what is hidden."""
    in_tables = {
        evidence
        for table in case.record.tables
        for row in table.rows
        for cell in row
        for evidence in cell.evidence
    }
    hidden: list[BudgetLine] = []
    for line in case.record.budget_lines:
        if line.amount is None or set(line.amount.evidence) & in_tables:
            continue
        if line.amount.value is None:
            hidden.append(line)
        if line.kind in (Kind.total, Kind.subtotal):
            if hidden:
                yield line, hidden
            hidden = []
