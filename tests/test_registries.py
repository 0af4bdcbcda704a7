"""What holds for every rule, finder and exporter there is or will be."""

from __future__ import annotations

import datetime as dt
import inspect
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from pipeline.check import Case, rules
from pipeline.export import exporters
from pipeline.extract import Reading, finders
from pipeline.extract.fields import extract
from pipeline.record import Record, Severity
from pipeline.registry import Registry
from tests.cases import SOURCE, TODAY, letter

# The table of RECORD.md. A rule may give a finding less weight by case, never another code.
SEVERITIES = {
    Severity.error: """
        date-missing sender-missing date-weekday-mismatch date-impossible date-in-future
        dates-disagree reply-precedes-letter sender-signature-mismatch municipality-not-in-force
        municipality-count-mismatch municipality-missing-from-table municipality-only-in-table
        enumeration-count-mismatch total-mismatch line-arithmetic-mismatch amounts-disagree
        percentage-mismatch page-missing page-order iban-invalid body-not-in-force
        redaction-leak""",
    Severity.warning: """
        recipient-missing subject-missing reference-missing deadline-passed municipality-unknown
        table-cell-illegible text-illegible postcode-invalid postcode-place-mismatch
        minister-not-in-office personal-data-exposed""",
    Severity.info: """
        total-unverifiable enclosure-not-included redaction-without-ground redaction-ground-odd
        duplicate-letter""",
}
CODES = {code: severity for severity, codes in SEVERITIES.items() for code in codes.split()}

JUNK = {
    "nothing": "",
    "a blank": " ",
    "two empty pages": "\f",
    "a broken amount": "Totaal € 1.2.3,4\nbedrag van € , per uur en 3 x € 5 = €",
    "an impossible date": "Datum 31 februari 2016",
    "a null": "Datum \x00 2016",
    "a label that goes on": "datum " * 50,
    "wide figures": "１２ mei ２０１６",
    "a covered place": "Datum █\nOns kenmerk █\n\nGeachte █,\n\n█ g®e fx®e",
    "a ragged table": "Gemeente   bedrag   deel\nAlmere     6\n           7      █\nUrk     9   x",
    "labels alone": "Ons kenmerk\nUw kenmerk\nDatum\nOnderwerp\nBijlage(n)\nPagina 2 van",
    "counts of nothing": "de zes gemeenten, de volgende drie onderdelen:\n1.\n2.\nzegge: euro",
    "another script": "Γεια σου κόσμε 你好 \u202e\u0301\ufeff",
}
RULES, FINDERS, EXPORTERS = list(rules), list(finders), list(exporters)


def names(entries: list) -> list[str]:
    return [name for name, _ in entries]


@cache
def reading(kind: str) -> Reading:
    return Reading(letter(JUNK[kind]), dt.date(2016, 1, 28))


@cache
def record(kind: str) -> Record:
    return extract(reading(kind).letter, SOURCE)


@pytest.mark.parametrize("kind", JUNK)
@pytest.mark.parametrize(("code", "rule"), RULES, ids=names(RULES))
def test_a_rule_survives_junk(code: str, rule, kind: str) -> None:
    """And where it objects, it says so in both languages and shows where."""
    for found in rule.check(Case(reading(kind).letter, record(kind), TODAY)):
        for message in rule.messages.values():
            message.format(**found.details)
        assert found.evidence or code.endswith("-missing"), f"{code} shows nothing"


@pytest.mark.parametrize("kind", JUNK)
@pytest.mark.parametrize(("name", "entry"), FINDERS, ids=names(FINDERS))
def test_a_finder_survives_junk_and_shows_its_evidence(name: str, entry, kind: str) -> None:
    for found in entry[1](reading(kind)):
        assert found.passage.evidence, f"{name} shows nothing"
        assert 0 < found.score <= 1


@pytest.mark.parametrize(("name", "exporter"), EXPORTERS, ids=names(EXPORTERS))
def test_an_exporter_takes_nothing_and_emptiness(name: str, exporter, tmp_path: Path) -> None:
    exporter([], tmp_path / "none")
    exporter([Record(source=SOURCE)], tmp_path / "one")
    assert (tmp_path / "none").exists()
    assert (tmp_path / "none").read_bytes() != (tmp_path / "one").read_bytes()


@pytest.mark.parametrize(("code", "rule"), RULES, ids=names(RULES))
def test_a_rule_is_of_the_contract(code: str, rule) -> None:
    assert CODES.get(code) == rule.severity, "the code and its severity are those of the contract"


@pytest.mark.parametrize(("code", "rule"), RULES, ids=names(RULES))
def test_a_rule_speaks_both_languages(code: str, rule) -> None:
    """With the same facts in both; a fact that is words ends in _en or _nl."""
    facts = [
        {field.removesuffix(f"_{language}") for field in fields_of(rule.messages[language])}
        for language in ("en", "nl")
    ]
    assert facts[0] == facts[1]
    assert all(message.endswith(".") for message in rule.messages.values())


def fields_of(message: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(message) if field}


def test_a_finder_is_for_a_field_of_the_record() -> None:
    empty = Record(source=SOURCE)
    known = Record.model_fields.keys() | {
        f"{name}.{leaf}"
        for name in ("sender", "recipient", "references")
        for leaf in type(getattr(empty, name)).model_fields
    }
    assert {registered.field for _, registered in finders} <= known


def test_all_are_documented() -> None:
    functions = [rule.check for _, rule in RULES] + [registered.finder for _, registered in FINDERS]
    functions += [exporter for _, exporter in EXPORTERS]
    assert [f.__name__ for f in functions if not inspect.getdoc(f)] == []


def test_there_is_something_registered() -> None:
    assert RULES and FINDERS and EXPORTERS


def test_a_name_twice_is_refused() -> None:
    registry: Registry[int] = Registry("pipeline.check")
    registry.add("a", 1)
    with pytest.raises(ValueError, match="twice"):
        registry.add("a", 2)
