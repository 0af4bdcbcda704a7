from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.check import Case
from pipeline.letter import Letter
from pipeline.page import TextFrom
from tests.cases import breaches, case, message

THREE = "1. het eerste van de dingen;\n2. het tweede van de dingen;\n3. het derde van de dingen."
TWO = "1. het eerste van de dingen;\n2. het tweede van de dingen."
AFTER = "\n\n\nWij kiezen er bewust voor om daarbij aan te sluiten bij wat er al is.\n"
INTRO = "Geachte heer,\n\nHet voorstel bestaat uit de volgende drie onderdelen:\n\n"


def mismatches(text):
    return len(breaches("enumeration-count-mismatch", case(text)))


@pytest.mark.parametrize(
    ("items", "count"),
    [
        (THREE, 0),
        (TWO, 1),
        (THREE[:-1] + ";\n4. het vierde van de dingen.", 1),
        ("a. het eerste van de dingen;\nb. het tweede van de dingen;\nc. het derde.", 0),
        ("a) het eerste van de dingen;\nb) het tweede van de dingen.", 1),
        ("- het eerste van de dingen;\n- het tweede van de dingen;\n- het derde.", 0),
        ("- het eerste van de dingen;\n- het tweede van de dingen.", 1),
        # Nested items are no items.
        ("1. het eerste:\n   - dit\n   - dat;\n2. het tweede;\n3. het derde.", 0),
        ("- het eerste:\n   - dit\n   - dat;\n- het tweede;\n- het derde.", 0),
        # Where numbering is lost, nothing is said.
        ("1. het eerste van de dingen;\nhet tweede van de dingen;\n3. het derde.", 0),
        ("1. het eerste van de dingen;\n2. het tweede van de dingen;\nhet derde van de dingen.", 0),
        ("1. het eerste van de dingen;\n2. het tweede van de dingen;\n\n\nHet derde.", 0),
        ("1.\n\nHet eerste van de dingen;\n\nHet tweede van de dingen.", 0),
        ("Het eerste van de dingen;\nhet tweede van de dingen.", 0),
        ("1. Het eerste van de dingen.\n2. Het tweede van de dingen.", 0),  # may have lost a 3.
        # The next heading has a number too.
        (TWO + "\n\n\nTekst over deze dingen in dit voorstel.\n\n\n3. Planning", 0),
    ],
)
def test_items(items, count):
    assert mismatches(INTRO + items + AFTER) == count


@pytest.mark.parametrize(
    ("intro", "count"),
    [
        ("De aanpak richt zich op drie onderdelen:", 1),
        ("De aanpak kent twee onderdelen:", 0),
        ("Voor de drie onderdelen gelden de volgende voorwaarden:", 0),
        ("Binnen drie sporen zijn dit de volgende twee maatregelen:", 0),
        ("Wij hebben in de drie projecten die u kent het volgende gedaan:", 0),
        ("Wij hebben drie onderdelen. Het gaat om:", 0),
        ("De aanpak wordt tweeledig ingezet:", 0),
        ("De aanpak is drieledig:", 1),
        ("Dit zijn de volgende drie overtredingen:", 1),
        ("Dit zijn de volgende drie struikelblokken:", 1),
        ("Dit zijn onze drie struikelblokken:", 0),  # what is counted may stand elsewhere
        ("Dit doen wij in de volgende drie weken:", 0),
        ("Er zijn drie redenen voor het voorstel:", 1),
        ("Wij stellen drie voorwaarden waaraan u moet voldoen:", 1),
        ("Voor de drie projecten in uw gemeente geldt:", 0),
        ("Aan ons besluit verbinden wij drie voorwaarden.", 1),
        ("Wij spraken met u over de drie voorwaarden.", 0),
    ],
)
def test_introductions(intro, count):
    assert mismatches(f"Geachte heer,\n\n{intro}\n\n{TWO}{AFTER}") == count


def test_a_heading_further_out_ends_the_list():
    items = TWO.replace("1.", "  1.").replace("2.", "  2.")
    assert mismatches(INTRO.rstrip() + f"\n{items}\nVerdeling van de middelen{AFTER}") == 1


def test_the_list_is_bounded_by_the_next():
    text = INTRO + THREE + "\n\n\nDaarnaast vragen wij:\n\n1. dit en dat;\n2. en ook dat."
    assert mismatches(text) == 0


def test_a_list_goes_on_over_a_page():
    text = INTRO + "1. het eerste van de dingen;\n2. het tweede van\f" + "de dingen;\n3. het derde."
    assert mismatches(text) == 0


def test_on_a_digital_page_marks_are_not_lost():
    of = case(INTRO + "1. Het eerste van de dingen.\n2. Het tweede van de dingen." + AFTER)
    (page,) = of.letter.pages
    digital = Letter((replace(page, text_from=TextFrom.text_layer),))
    assert breaches("enumeration-count-mismatch", of) == []
    assert len(breaches("enumeration-count-mismatch", Case(digital, of.record, of.today))) == 1


def test_message():
    assert message("enumeration-count-mismatch", case(INTRO + TWO + AFTER)) == (
        "'drie onderdelen': 3 are announced and 2 follow."
    )
