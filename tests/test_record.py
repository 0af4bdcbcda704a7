import datetime as dt
import json
from decimal import Decimal

from pipeline.record import (
    Amount,
    BudgetLine,
    Covers,
    Evidence,
    Field,
    Kind,
    Loser,
    Record,
    Redaction,
    Source,
    Status,
    json_schema,
    plain,
)

SOURCE = Source(name="a.txt", sha256="0" * 64, media_type="text/plain", pages=(1,), page_count=1)
ON_LINE = Evidence(page=1, lines=(4, 5))
ON_PAGE = Evidence(page=2, bbox=(1.0, 2.0, 3.0, 4.0))


def field(value, kind=str, **more):
    return Field[kind](
        value=value, text="x", confidence=0.9, evidence=(ON_PAGE,), source="test", **more
    )


def dumped(model):
    return json.loads(model.model_dump_json())


def test_evidence_has_a_box_or_lines():
    assert dumped(ON_PAGE) == {"page": 2, "bbox": [1.0, 2.0, 3.0, 4.0]}
    assert dumped(ON_LINE) == {"page": 1, "bbox": None, "lines": [4, 5]}


def test_a_field_has_losers_only_where_they_were_asked_for():
    loser = Loser(value="y", text="y", confidence=0.1, evidence=(), source="other")
    assert "candidates" not in dumped(field("a"))
    assert dumped(field("a", candidates=(loser,)))["candidates"][0]["value"] == "y"


def test_values_are_written_as_the_contract_says():
    line = BudgetLine(
        description=field("cursus"),
        kind=Kind.item,
        amount=field(Decimal("12500"), Amount),
        currency="EUR",
        quantity=Decimal("10.0"),
        unit_price=Decimal("1250"),
    )
    record = Record(source=SOURCE, date=field(dt.date(2016, 1, 28), dt.date), budget_lines=(line,))
    assert plain(record)["date"] == "2016-01-28"
    assert plain(record)["budget_lines"] == [
        {
            "description": "cursus", "kind": "item", "amount": "12500.00", "currency": "EUR", "unit": None,
            "quantity": "10", "unit_price": "1250.00", "redacted": False,
        }
    ]  # fmt: skip
    assert dumped(record)["budget_lines"][0]["amount"]["value"] == "12500.00"


def test_the_plain_form_of_a_redaction_keeps_its_place_and_text():
    covered = Redaction(
        page=1, bbox=None, lines=(92, 92), covers=Covers.amount, grounds=(), text="fx®e",
        confidence=0.8, evidence=(ON_LINE,), source="garble",
    )  # fmt: skip
    assert plain(Record(source=SOURCE, redactions=(covered,)))["redactions"] == [
        {"page": 1, "bbox": None, "lines": [92, 92], "covers": "amount", "grounds": [], "text": "fx®e"}
    ]


def test_redacted_and_missing_are_two_things():
    record = Record(source=SOURCE, subject=field(None, status=Status.redacted))
    assert plain(record)["subject"] is None
    assert dumped(record)["subject"]["status"] == "redacted"
    assert dumped(record)["date"] is None


def test_the_schema_says_what_a_field_is_and_what_is_always_there():
    schema = json_schema()
    parts = schema["$defs"]
    assert set(parts["Field_str_"]["required"]) == {
        "value", "status", "text", "confidence", "evidence", "source",
    }  # fmt: skip
    assert set(parts["Evidence"]["required"]) == {"page", "bbox"}
    assert set(schema["required"]) == set(Record.model_fields) - {"municipality_groups"}
    assert all(part.get("properties") or part.get("enum") for part in parts.values())
