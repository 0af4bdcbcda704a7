"""One row a letter, for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline.export import exports
from pipeline.export.overview import findings, municipalities, sum_asked
from pipeline.record import Field, Record

HEADER = [
    *("file", "pages", "date", "sender", "sender_person", "recipient", "recipient_person"),
    *("ours", "yours", "replies_to", "subject"),
    *("municipalities", "sum_asked", "redactions", "findings"),
]


@exports("csv")
def letters(records: Iterable[Record], target: Path) -> None:
    """The fields that a letter has once; its municipalities, sum and findings in one cell each."""
    with target.open("w", newline="", encoding="utf-8-sig") as file:  # the mark that Excel asks for
        rows = csv.writer(file)
        rows.writerow(HEADER)
        rows.writerows(_row(record) for record in records)


def _row(record: Record) -> list[object]:
    source, references = record.source, record.references
    fields = (
        record.date,
        record.sender.organisation,
        record.sender.person,
        record.recipient.organisation,
        record.recipient.person,
        references.ours,
        references.yours,
        record.replies_to,
        record.subject,
    )
    return [
        _harmless(source.name),
        " ".join(map(str, source.pages)),
        *(_value(field) for field in fields),
        municipalities(record),
        sum_asked(record),
        len(record.redactions),
        "; ".join(findings(record)),
    ]


def _value(field: Field[Any] | None) -> object:
    """The value; empty where the letter has none, and why where it cannot be had."""
    if field is None:
        return ""
    return field.status.value if field.value is None else _harmless(str(field.value))


def _harmless(text: str) -> str:
    """Text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text
