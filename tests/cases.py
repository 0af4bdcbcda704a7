"""Cases for the tests of rules: a letter given as text, a record of only what matters."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pipeline import layout, zones
from pipeline.check import Breach, Case, rules
from pipeline.intake import text
from pipeline.letter import Letter
from pipeline.record import (
    BudgetLine,
    Evidence,
    Field,
    Kind,
    Municipality,
    Part,
    Record,
    Source,
    Status,
    Table,
)

SOURCE = Source(name="t", sha256="", media_type="text/plain", pages=(1,), page_count=1)
HERE = (Evidence(page=1, lines=(1, 1)),)
TODAY = dt.date(2026, 1, 1)


def letter(content: str) -> Letter:
    """The letter that a text makes; form feeds part its pages."""
    (pages,) = zones.letters([layout.arrange(sheet) for sheet in text.sheets(content)])
    return Letter(pages)


def field(value: Any, text: str | None = None, confidence: float = 0.95) -> Field[Any]:
    """A field that was found; covered where the value is None."""
    return Field[Any](
        value=value,
        status=Status.found if value is not None else Status.redacted,
        text=text or f"{value}",
        confidence=confidence,
        evidence=HERE,
        source="test",
    )


def day(iso: str, confidence: float = 0.95) -> Field[Any]:
    """A date's field."""
    return field(dt.date.fromisoformat(iso), confidence=confidence)


def illegible() -> Field[Any]:
    """A cell that OCR could not read."""
    return field("").model_copy(update={"value": None, "status": Status.illegible})


def redacted() -> Field[Any]:
    """A cell that is covered."""
    return field(None)


def table(rows: list[list[str | Field[Any]]], page: int = 1) -> Table:
    """A table, its first row the header; strings are read cells."""
    cells = [tuple(c if isinstance(c, Field) else field(c, c) for c in row) for row in rows]
    return Table(page=page, header=cells[0], rows=tuple(cells[1:]))


def municipality(name: str, part: Part = Part.party) -> Municipality:
    """A municipality of the record."""
    return Municipality(
        name=name,
        code=None,
        province=None,
        part=part,
        text=name,
        confidence=0.95,
        evidence=HERE,
        source="test",
    )


def budget(kind: Kind, amount: str | Field[Any] | None, **known: Any) -> BudgetLine:
    """A budget line; `amount` in digits."""
    value = field(Decimal(amount), f"€ {amount}") if isinstance(amount, str) else amount
    description = field(known.pop("description", "post"))
    return BudgetLine(description=description, kind=kind, amount=value, currency="EUR", **known)


def case(content: str = "", today: dt.date = TODAY, **of_record: Any) -> Case:
    """A case of a letter's text and the fields of its record that matter."""
    return Case(letter(content), Record(source=SOURCE, **of_record), today)


def breaches(code: str, of: Case) -> list[Breach]:
    """What one rule finds. Its messages must be complete."""
    rule = dict(rules)[code]
    found = list(rule.check(of))
    for one in found:
        for message in rule.messages.values():
            message.format(**one.details)
    return found


def message(code: str, of: Case, language: Any = "en") -> str:
    """The message of the one breach of a rule."""
    (found,) = breaches(code, of)
    return dict(rules)[code].messages[language].format(**found.details)
