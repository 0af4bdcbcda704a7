"""What stands in a letter, in the plain form of the record, known from its source."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Truth = dict[str, Any]
SENDER = (
    "organisation",
    "organisation_id",
    "person",
    "role",
    "address",
    "postcode",
    "place",
    "email",
    "phone",
)
RECIPIENT = ("organisation", "organisation_id", "person", "role", "address", "postcode", "place")

CODES = (
    "date-missing",
    "sender-missing",
    "recipient-missing",
    "subject-missing",
    "reference-missing",
    "date-weekday-mismatch",
    "date-impossible",
    "date-in-future",
    "dates-disagree",
    "reply-precedes-letter",
    "deadline-passed",
    "sender-signature-mismatch",
    "municipality-unknown",
    "municipality-not-in-force",
    "municipality-count-mismatch",
    "municipality-missing-from-table",
    "municipality-only-in-table",
    "enumeration-count-mismatch",
    "total-mismatch",
    "line-arithmetic-mismatch",
    "amounts-disagree",
    "percentage-mismatch",
    "total-unverifiable",
    "table-cell-illegible",
    "text-illegible",
    "page-missing",
    "page-order",
    "enclosure-not-included",
    "postcode-invalid",
    "postcode-place-mismatch",
    "iban-invalid",
    "body-not-in-force",
    "minister-not-in-office",
    "personal-data-exposed",
    "redaction-without-ground",
    "redaction-ground-odd",
    "redaction-leak",
)


def findings(expected: dict[str, int | None], optional: Sequence[str] = ()) -> Truth:
    """The findings that must come (code to count; None: one or more), may come, must not come."""
    unknown = {*expected, *optional} - set(CODES)
    if unknown:
        raise ValueError(f"no such finding: {sorted(unknown)}")
    absent = [code for code in CODES if code not in expected and code not in optional]
    rows = [{"code": code, "count": count} for code, count in expected.items()]
    return {"findings": rows, "findings_optional": list(optional), "findings_absent": absent}


def sender(**known: str) -> Truth:
    """The sender with every leaf, null where the letter has nothing."""
    return _leaves(SENDER, known)


def recipient(**known: str) -> Truth:
    """The recipient with every leaf, null where the letter has nothing."""
    return _leaves(RECIPIENT, known)


def municipality(name: str, code: str, province: str, part: str) -> Truth:
    """One municipality in the plain form."""
    return {"name": name, "code": code, "province": province, "part": part}


def budget(description: str, kind: str, amount: str | None, **more: str | bool) -> Truth:
    """One budget line; currency EUR unless said otherwise."""
    line: Truth = {
        "description": description,
        "kind": kind,
        "amount": amount,
        "currency": "EUR",
        "unit": None,
        "quantity": None,
        "unit_price": None,
        "redacted": False,
    }
    unknown = set(more) - set(line)
    if unknown:
        raise ValueError(f"no such leaf of a budget line: {sorted(unknown)}")
    return line | more


def table(page: int, header: Sequence[str], rows: Sequence[Sequence[str | None]]) -> Truth:
    """One table in the plain form."""
    return {"page": page, "header": list(header), "rows": [list(row) for row in rows]}


def redaction(
    page: int, bbox: Sequence[float] | None, covers: str, grounds: Sequence[str] = (), **more: Any
) -> Truth:
    """One covered place; `lines` for a text file, `text` as printed in the box."""
    place = None if bbox is None else [round(number, 1) for number in bbox]
    known: Truth = {
        "page": page,
        "bbox": place,
        "lines": None,
        "covers": covers,
        "grounds": list(grounds),
    }
    return known | {"text": more.pop("text", "; ".join(grounds))} | more


def write(
    folder: Path, file_name: str, letters: Sequence[Truth], pages: Sequence[int], note: str
) -> None:
    """Write truth.json and README.md beside the letter; `pages`: how many each letter takes."""
    whole: list[Truth] = []
    for letter, count in zip(letters, pages, strict=True):
        first = 1 + sum(pages[: len(whole)])
        span = list(range(first, first + count))
        whole.append({"source": {"pages": span, "page_count": sum(pages)}} | letter)
    truth = {"file": file_name, "letters": whole}
    (folder / "truth.json").write_text(
        json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    (folder / "README.md").write_text(f"# {folder.name}\n\n{note.strip()}\n", "utf-8")


def _leaves(names: Sequence[str], known: dict[str, str]) -> Truth:
    unknown = set(known) - set(names)
    if unknown:
        raise ValueError(f"no such leaf: {sorted(unknown)}")
    return {name: known.get(name) for name in names}
