"""How many there are of something."""

from __future__ import annotations

import pytest

from pipeline.dutch.counts import find_counts

NOUNS = r"gemeenten?|onderdelen|sporen|punten|bijlagen?|trainingen"

COUNTS = [
    ("de zes Flevolandse gemeenten", (6, "gemeenten", None)),
    ("de zes gemeenten", (6, "gemeenten", None)),
    ("zes\ngemeenten", (6, "gemeenten", None)),
    ("de andere vijf\ngemeenten", (5, "gemeenten", "andere")),
    ("de andere vijf\nzijn", (5, None, "andere")),
    ("alle 6 gemeenten", (6, "gemeenten", "alle")),
    ("de andere 5 gemeenten", (5, "gemeenten", "andere")),
    ("de overige vijf gemeenten", (5, "gemeenten", "overige")),
    ("de overige vijf.", (5, None, "overige")),
    ("de overige vijf zijn", (5, None, "overige")),
    ("elk van de vier", (4, None, "elk van")),
    ("elk van de vier gemeenten", (4, "gemeenten", "elk van")),
    ("drie onderdelen", (3, "onderdelen", None)),
    ("deze 3 sporen", (3, "sporen", "deze")),
    ("de volgende vier punten", (4, "punten", "volgende")),
    ("de volgende vier belangrijke punten", (4, "punten", "volgende")),
    ("de twaalf deelnemende Gelderse gemeenten", (12, "gemeenten", None)),
    ("beide gemeenten", (2, "gemeenten", None)),
    ("Beide gemeenten", (2, "gemeenten", None)),
    ("één gemeente", (1, "gemeente", None)),
    ("ruim 200 gemeenten", (200, "gemeenten", "ruim")),
    ("in totaal 12 trainingen", (12, "trainingen", "in totaal")),
    ("circa 1.200 trainingen", (1200, "trainingen", "circa")),
    ("vijfentwintig gemeenten", (25, "gemeenten", None)),
    ("tweeëntwintig gemeenten", (22, "gemeenten", None)),
    ("- zes gemeenten", (6, "gemeenten", None)),
    ("als volgt: drie sporen", (3, "sporen", None)),
    ("twee grote, drie kleine gemeenten", (3, "gemeenten", None)),
    ("tweeledig", (2, None, None)),
    ("een drieledige aanpak", (3, None, None)),
    ("bijlagen: 2", (2, "bijlagen", None)),
    ("Bijlagen: twee", (2, "Bijlagen", None)),
    ("Bijlage(n): 2", (2, "Bijlage", None)),
    ("Aantal bijlagen : 3", (3, "bijlagen", None)),
]

NO_COUNTS = [
    "artikel 6 gemeenten",
    "bijlage 3 gemeenten",
    "in 2016 gemeenten",
    "In 2016, gemeenten",
    "drie tot vijf gemeenten",
    "drie à vier gemeenten",
    "drie of vier gemeenten",
    "3-5 gemeenten",
    "3 - 5 gemeenten",
    "3 t/m 5 gemeenten",
    "een gemeente",
    "de derde gemeente",
    "enkele gemeenten",
    "5 van de gemeenten",
    "€ 500 gemeenten",
    "50% gemeenten",
    "15 maart gemeenten",
    "3 dagen gemeenten",
    "twee miljoen euro gemeenten",
    "Bijlage: 1. Rapport",
    "Bijlagen: 1) Rapport",
    "Bijlage 1",
    "de overige vijf deelnemers",
    "de overigen vijf",
    "zes gemeentehuizen",
    "zesgemeenten",
    "1.3.2 gemeenten",
    "",
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(text: str, expected: tuple[object, ...]) -> None:
    (found,) = find_counts(text, NOUNS)
    assert (found.value, found.noun, found.qualifier) == expected


@pytest.mark.parametrize("text", NO_COUNTS)
def test_no_counts(text: str) -> None:
    assert list(find_counts(text, NOUNS)) == []


def test_the_span_runs_from_number_to_noun() -> None:
    text = "tussen de zes Flevolandse gemeenten en de andere 5 gemeenten"
    assert [text[count.start : count.end] for count in find_counts(text, NOUNS)] == [
        "zes Flevolandse gemeenten",
        "5 gemeenten",
    ]
