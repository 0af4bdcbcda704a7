"""Municipalities by their adjective, and those that are named as a group."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline import layout, zones
from pipeline.extract import Reading
from pipeline.extract.adjectives import adjectives
from pipeline.extract.groups import groups
from pipeline.intake import text
from pipeline.letter import Letter
from pipeline.record import Record, Source, plain

ADJECTIVES = [
    ("De Almeerse gemeenteraad is het eens.", [("Almeerse", "Almere", True)]),
    ("Het Urker college stemde in.", [("Urker", "Urk", True)]),
    ("De Zwolse wethouders kwamen.", [("Zwolse", "Zwolle", True)]),
    ("De Leidse raad, de Haagse politiek.", [("Leidse", "Leiden", True), ("Haagse", "'s-Gravenhage", True)]),
    ("De Dronter ondernemers wachten.", [("Dronter", "Dronten", False)]),
    ("De Utrechtse inwoners wachten.", []),  # of the province, as likely
    ("De Utrechtse wethouder wacht.", [("Utrechtse", "Utrecht", True)]),
    ("De Almeerse haring is op.", []),
    ("Diverse ambtenaren en onze ouderen zijn tegen.", []),
    ("De Nederlandse politiek zwijgt.", []),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), ADJECTIVES)
def test_adjectives(content: str, expected: list[tuple[str, str, bool]]) -> None:
    found = [
        (content[one.start : one.end], one.items[0].name, one.said) for one in adjectives(content)
    ]
    assert found == expected


def reading(content: str) -> Reading:
    whole = f"Geachte heer,\n\n{content}\n\nHoogachtend,\n"
    (pages,) = zones.letters([layout.arrange(sheet) for sheet in text.sheets(whole)])
    return Reading(Letter(pages), dt.date(2018, 5, 3))


GROUPS = [
    ("De Flevolandse gemeenten doen mee.", [("Flevolandse gemeenten", 6)]),
    ("Dit vragen ook de G4 en de G40.", [("G4", 4), ("G40", 0)]),
    ("Alle gemeenten in de provincie Zeeland.", [("gemeenten in de provincie Zeeland", 13)]),
    ("De gemeenten in de regio Twente.", [("gemeenten in de regio Twente", 0)]),
    ("De Twentse gemeenten zijn het eens.", [("Twentse gemeenten", 0)]),
    ("De regio Twente is het hiermee eens.", [("regio Twente", 0)]),
    ("Dit gebeurt met partners in de regio Midden Nederland.", []),
    ("Diverse gemeenten en Nederlandse gemeenten.", []),
    ("Zie vergaderzaal G4 en de gemeenten Urk en Ede.", []),
    ("Deze gemeenten zijn het eens.", []),
]


@pytest.mark.parametrize(("content", "expected"), GROUPS)
def test_groups(content: str, expected: list[tuple[str, int]]) -> None:
    assert [(one.name, len(one.members)) for one in groups(reading(content))] == expected


def test_what_the_register_gives_is_marked_as_inferred() -> None:
    known, unknown = groups(
        reading("De Flevolandse gemeenten en de Twentse gemeenten. De Flevolandse gemeenten.")
    )
    assert (known.source, unknown.source) == ("inferred", "group")
    assert "GM0184" in known.members and known.evidence


def test_a_letter_without_groups_has_no_key_for_them() -> None:
    source = Source(name="a", sha256="", media_type="", pages=(1,), page_count=1)
    record = Record(
        source=source, municipality_groups=groups(reading("De G4 vraagt dit niet. Dat doet de G4."))
    )
    assert plain(record)["municipality_groups"] == [
        {"name": "G4", "members": ["GM0363", "GM0599", "GM0518", "GM0344"]}
    ]
    assert "municipality_groups" not in plain(Record(source=source))
