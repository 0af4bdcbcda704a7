"""What holds for all rules together."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pipeline import reader
from pipeline.check import Case, check, rules
from pipeline.letter import Letter
from pipeline.record import Evidence, Severity
from tests.cases import breaches, case

SAMPLE = Path(__file__).parents[1] / "samples" / "almere-text" / "letter.txt"
JUNK = [
    "",
    "\f\f",
    "□ █ €",
    "Totaal € 5\nTotaal",
    "1.\n2.\n3:",
    "de volgende drie punten:",
    "Bijlagen:\n\fBijlage",
    "Ons kenmerk\nUw kenmerk\nPagina 0 van 0",
    "gemeente\nX de 99 gemeenten: A, B",
    "zegge: zegge euro (€",
    "0000 AA\nNL00 ABNA 0000 0000 00",
    "31 februari 0000 maandag 99 mei 2019",
]


@pytest.mark.parametrize("content", JUNK)
@pytest.mark.parametrize("code", [code for code, _ in rules])
def test_a_rule_survives_junk(code, content):
    breaches(code, case(content))


def test_a_letter_without_pages():
    of = case()
    assert check(Case(Letter(()), of.record, of.today))


def test_almere_in_text():
    """Six announced, six named, six in the table; three parts of which one keeps its number."""
    (record,) = reader.read(SAMPLE, today=dt.date(2026, 1, 1))
    assert [f.code for f in record.findings if f.severity is Severity.error] == []
    assert {f.code for f in record.findings} == {
        "enclosure-not-included",
        "redaction-without-ground",
        "reference-missing",
        "table-cell-illegible",
        "text-illegible",
        "total-unverifiable",
    }
    assert all(isinstance(e, Evidence) for f in record.findings for e in f.evidence)
    assert all(f.evidence for f in record.findings)


def test_findings_in_dutch():
    (record,) = reader.read(SAMPLE, today=dt.date(2026, 1, 1), language="nl")
    messages = {f.code: f.message for f in record.findings}
    assert messages["reference-missing"] == "Het label 'Ons kenmerk' heeft geen waarde."
