import pytest

from pipeline.extract import Reading, choose
from pipeline.extract.header import enclosures
from tests.factories import letter_of, letter_on

OPENING = "\n\nGeachte heer,\n\nHierbij ontvangt u onze aanvraag voor het komende jaar, met dank vooraf.\n"


def value(field, letter):
    found = choose(field, Reading(letter, None))
    return found and found.value


@pytest.mark.parametrize(
    ("head", "ours", "yours"),
    [
        ("Ons kenmerk: 2016/123", "2016/123", None),
        ("Ons kenmerk    Uw kenmerk\n2016/123       Z-45/B", "2016/123", "Z-45/B"),
        ("Zaaknummer: Z.12\nOns kenmerk: 2016/123", "2016/123", None),
        ("Kenmerk\nDGBK-2016-0000012345", "DGBK-2016-0000012345", None),
        ("Uw referentie: AB/12 34", None, "AB/12 34"),
        ("Ons kenmerk\n\nPagina\n2/3", None, None),
        ("Ons kenmerk: 3 maart 2016", None, None),
        ("Ons kenmerk", None, None),
    ],
)
def test_references(head, ours, yours):
    letter = letter_of(head + OPENING)
    assert (value("references.ours", letter), value("references.yours", letter)) == (ours, yours)


def test_the_reference_given_of_the_letter_answered():
    letter = letter_of(
        OPENING + "\nIn uw brief van 3 maart 2016, kenmerk AB/12-3, vraagt u om geld."
    )
    assert value("references.yours", letter) == "AB/12-3"
    assert value("references.ours", letter) is None


@pytest.mark.parametrize(
    ("head", "subject"),
    [
        ("Onderwerp: subsidie jeugdwerk", "subsidie jeugdwerk"),
        (
            "Betreft: subsidie voor het jeugdwerk\n         in Urk en Dronten",
            "subsidie voor het jeugdwerk in Urk en Dronten",
        ),
        ("Onderwerp: subsidie\nDatum: 3 maart 2016", "subsidie"),
        ("Datum: 3 maart 2016\n\nAanvraag subsidie jeugdwerk", "Aanvraag subsidie jeugdwerk"),
        ("Datum: 3 maart 2016", None),
    ],
)
def test_subject(head, subject):
    assert value("subject", letter_of(head + OPENING)) == subject


def test_a_column_of_values_beside_a_column_of_labels():
    letter = letter_on(
        (60, 100, "Datum"), (150, 100, "6 oktober 2015"),
        (60, 114, "Onderwerp"), (150, 114, "aanvraag herstel"),
        (60, 128, "Bijlage"), (150, 128, "overzichtskaart"),
        (60, 160, "Geachte heer,"),
        (60, 190, "Hierbij ontvangt u onze aanvraag voor het komende jaar."),
    )  # fmt: skip
    assert value("subject", letter) == "aanvraag herstel"
    assert [text for text, _ in enclosures(letter)] == ["overzichtskaart"]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Bijlage(n): 2", []),
        ("Bijlagen: geen", []),
        ("Bijlage: begroting 2016", ["begroting 2016"]),
        ("Bijlagen: begroting; projectplan", ["begroting", "projectplan"]),
        (
            "Bijlagen:\n1. begroting 2016\n2. projectplan voor de\n   hele regio",
            ["begroting 2016", "projectplan voor de hele regio"],
        ),
        ("Bijlagen:\n- begroting\n- projectplan", ["begroting", "projectplan"]),
        ("Meer informatie vindt u in de bijlage.", []),
    ],
)
def test_enclosures(text, listed):
    letter = letter_of(OPENING + "\nHoogachtend,\nJ. de Vries\n\n" + text)
    assert [item for item, _ in enclosures(letter)] == listed
