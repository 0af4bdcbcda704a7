"""A letter in one row, for a person who goes through a pile of them."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from pipeline.record import BudgetLine, Field, Kind, Part, Recipient, Record, Severity, Status

COLUMNS = ("file", "date", "sender", "recipient", "municipalities", "sum asked", "findings")
NOTHING = "-"
_SIGNS = {"EUR": "€", "NLG": "ƒ"}
_ORDER = list(reversed(Severity))


def row(name: str, record: Record) -> tuple[str, ...]:
    """The row of a letter under `COLUMNS`; what is not in the letter is a dash."""
    return (
        name,
        shown(record.date),
        party(record.sender),
        party(record.recipient),
        municipalities(record) or NOTHING,
        sum_asked(record),
        "\n".join(findings(record)) or NOTHING,
    )


def shown(field: Field[Any] | None) -> str:
    """The value of a field; where there is none, why."""
    if field is None:
        return NOTHING
    return field.status.value if field.status is not Status.found else str(field.value)


def party(of: Recipient) -> str:
    """The organisation, or else the person."""
    return shown(of.organisation or of.person)


def municipalities(record: Record) -> str:
    """Their names; those that are only mentioned in brackets behind them."""
    parts = [m.name for m in record.municipalities if m.part is not Part.mentioned]
    mentioned = [m.name for m in record.municipalities if m.part is Part.mentioned]
    return ", ".join(parts) + (f" ({', '.join(mentioned)})" if mentioned else "")


def sum_asked(record: Record) -> str:
    """The largest total, or the item where there is only one; where it is covered, that."""
    totals = [line for line in record.budget_lines if line.kind is Kind.total]
    items = [line for line in record.budget_lines if line.kind is Kind.item]
    candidates = totals or (items if len(items) == 1 else [])
    if not candidates:
        return NOTHING
    line = max(candidates, key=_amount)
    if line.redacted:
        return Status.redacted.value
    return (
        money(_amount(line), line.currency)
        if line.amount and line.amount.value
        else shown(line.amount)
    )


def _amount(line: BudgetLine) -> Decimal:
    value = line.amount.value if line.amount else None
    return value if value is not None else Decimal(-1)


def money(amount: Decimal, currency: str) -> str:
    """An amount as it is written in Dutch: € 12.500,00."""
    figures = f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))
    return f"{_SIGNS[currency]} {figures}"


def findings(record: Record) -> list[str]:
    """The codes of each severity: 'error: date-missing, total-mismatch ×2'."""
    groups = []
    for severity in _ORDER:
        codes = Counter(f.code for f in record.findings if f.severity is severity)
        if codes:
            names = (code if n == 1 else f"{code} ×{n}" for code, n in codes.items())
            groups.append(f"{severity.value}: {', '.join(names)}")
    return groups
