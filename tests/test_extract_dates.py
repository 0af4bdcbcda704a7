import datetime as dt

import pytest

from pipeline.extract import Reading, choose
from tests.factories import letter_of, letter_on

BODY = "\n\nGeachte heer,\n\nHierbij ontvangt u onze aanvraag voor het komende jaar, met dank vooraf.\n"
DAY = dt.date(2016, 1, 28)


def field(name, text):
    return choose(name, Reading(letter_of(text), None))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Datum: 28 januari 2016" + BODY, "date_label"),
        ("Datum\n28 januari 2016" + BODY, "date_label"),
        ("Datum        Ons kenmerk\n28 januari 2016   12/3" + BODY, "date_label"),
        ("Almere, 28 januari 2016" + BODY, "dateline"),
        ("Almere d.d. 28 januari 2016" + BODY, "dateline"),
        ("Datum: 28-01-16 14:05" + BODY, "date_label"),
        ("28 januari 2016" + BODY, "alone_in_head"),
        ("Hulst: 28 januari 2016\n\nVerzonden: 30 JAN. 2016" + BODY, "dateline"),
        ("Uw brief van: 3 maart 2015\nDatum: 28 januari 2016" + BODY, "date_label"),
        ("INGEKOMEN 2 FEB. 2016\nDatum: 28-01-2016" + BODY, "date_label"),
        ("Almere, d.d. 28 jan. 2016" + BODY, "dateline"),
        ("Verzonden: 29 jan. 2016\n\nAlmere, 28 januari 2016" + BODY, "dateline"),
        ("VERZONDEN 29 JAN. 2016\n\nDatum: 28 januari 2016" + BODY, "date_label"),
        ("VERZONDEN 28 JAN. 2016\n\nINGEKOMEN 2 FEB 2016" + BODY, "date_label"),
        ("Uw brief van    Ede\n12 maart 2014   28 januari 2016" + BODY, "alone_in_head"),
        ("Uw kenmerk\nDatum\n\n12/3\n28 januari 2016" + BODY, "date_label"),
        ("Datum: 28-1-16" + BODY, "date_label"),
        ("Uw brief van Ons kenmerk Datum\n3 mei 2015 12/3 28 januari 2016" + BODY, "date_label"),
        (
            BODY
            + "\nTot slot Datum\n\nEr is hard gewerkt aan een aanpak voor nauwe 28 januari 2016\n"
            "samenwerking met de gemeenten in de regio.",
            "date_label",
        ),
        ("Uw brief van Datum\n28 januari 2016" + BODY, "date_label"),
        (
            BODY + "\nVergaderd wordt op 3 maart 2016.\n\nHoogachtend,\n\nAlmere, 28 januari 2016",
            "dateline",
        ),
    ],
)
def test_the_letters_own_date(text, source):
    found = field("date", text)
    assert (found.value, found.source) == (DAY, source)


def test_no_date():
    assert field("date", BODY) is None


def test_a_date_of_another_is_only_taken_with_little_confidence():
    found = field("date", BODY + "De bijeenkomst van 3 maart 2016 gaat door.")
    assert found is None or found.confidence < 0.5


def test_a_word_that_is_a_label_elsewhere_may_end_a_line_of_text():
    text = "Wij noemen u graag een Datum\nvoor overleg met de raad, na die van 28 januari 2016\nin Urk."
    assert field("date", BODY + text) is None


def test_a_date_in_a_sentence_is_not_the_letters_own():
    assert field("date", BODY + "Gemeenten kunnen op 3 maart 2016 een aanvraag indienen.") is None


def test_a_day_that_does_not_exist_is_illegible():
    found = field("date", "Datum: 31 februari 2016" + BODY)
    assert (found.value, found.status) == (None, "illegible")


@pytest.mark.parametrize(
    "sentence",
    [
        "Naar aanleiding van uw brief van 28 januari 2016 bericht ik u als volgt.",
        "In antwoord op uw schrijven d.d. 28 januari 2016 delen wij u mee.",
        "Bij brief van 28 januari 2016 heeft u verzocht om een bijdrage.",
        "Naar aanleiding van uw fax van 28 januari 2016 zenden wij u de stukken.",
        "In uw e-mail van 28 januari 2016, ontvangen op 2 februari 2016, verzoekt u om stukken.",
        "Op 28 januari 2016 heeft u mij gevraagd om informatie.",
        "Naar aanleiding van het schrijven van Uw College van 28 januari 2016 berichten wij u.",
        "Op 28 januari 2016 ontvingen wij uw aanvraag om subsidie.",
        "U heeft op 28 januari 2016 een verzoek ingediend.",
        "Op 28 januari 2016 heeft de vaste commissie voor Financiën om een afschrift verzocht.",
        "U maakte op 28 januari 2016 bezwaar tegen ons besluit.",
        "Wij hebben op 28 januari 2016 uw aanvraag om een vergunning ontvangen.",
        "Op 28 januari 2016 hebben wij een melding ontvangen voor het veranderen van uw inrichting.",
        "Uw aanvraag is op 28 januari 2016 ontvangen.",
        "Gezien de aanvraag van 28 januari 2016 besluiten Gedeputeerde Staten de subsidie te verlenen.",
        "Op uw aanvraag, ontvangen op 28 januari 2016, heeft de raad besloten.",
        "Onder verwijzing naar uw verzoek om informatie over de aanpak van 28 januari 2016 bericht ik u.",
    ],
)
def test_the_letter_answered(sentence):
    assert field("replies_to", "Datum: 5 mei 2016" + BODY + sentence).value == DAY


@pytest.mark.parametrize(
    "sentence",
    [
        "De kosten zijn hoog.\n\nUw kenmerk        Op 28 januari 2016 hebben twee van onze inspecteurs gekeken.",
        "In onze brief van 28 januari 2016 hebben wij u gevraagd om stukken.",
        "De inspectie heeft bij brief van 28 januari 2016 een voornemen verzonden.",
        "Bij brief van 28 januari 2016 heb ik u op de hoogte gesteld van mijn voornemen.",
        "Op 28 januari 2016 vergaderde de raad over het voorstel.",
        "De regeling is op 28 januari 2016 in werking getreden.",
        "Naar aanleiding van uw brief delen wij u mee dat de raad van 28 januari 2016 instemde.",
        "U heeft daar op 28 januari 2016 al een bericht over gekregen.",
        "U woont sinds 28 januari 2016 in Urk.",
        "Op 28 januari 2016 hebben wij een wandeling gemaakt.",
        "Op 28 januari 2016 ontvingen wij een bloemstuk.",
        "Op 28 januari 2016 heeft de vaste commissie voor Financiën vergaderd.",
        "Bij besluit van 28 januari 2016 is de subsidie verleend.",
        "Bij besluit, verzonden op 28 januari 2016, hebt u de subsidie verleend.",
    ],
)
def test_no_letter_answered(sentence):
    assert field("replies_to", "Datum: 5 mei 2016" + BODY + sentence) is None


@pytest.mark.parametrize(
    ("said", "day"),
    [("4 maart jl.", "2016-03-04"), ("12 december", "2015-12-12"), ("30 juni a.s.", None)],
)
def test_a_letter_answered_without_its_year_is_of_before(said, day):
    letter = letter_of(f"Datum: 5 mei 2016{BODY}Ik dank u voor uw brief van {said} over de kosten.")
    found = choose("replies_to", Reading(letter, dt.date(2016, 5, 5)))
    assert (found and found.value.isoformat()) == day


def test_a_date_beside_an_empty_label_is_another_labels():
    letter = letter_on(
        (60, 100, "Uw kenmerk:"), (300, 100, "Hulst: 5 november 2021"),
        (60, 180, "Geachte heer,"),
        (60, 210, "Hierbij ontvangt u onze aanvraag voor het komende jaar."),
    )  # fmt: skip
    assert choose("replies_to", Reading(letter, None)) is None


def test_label_in_the_head_names_the_letter_answered():
    assert (
        field("replies_to", "Uw brief van: 28 januari 2016\nDatum: 5 mei 2016" + BODY).value == DAY
    )


def test_agreement_of_two_voices_raises_confidence():
    alone = field("date", "Datum: 28 januari 2016" + BODY)
    both = field("date", "Datum: 28 januari 2016\n\nAlmere, 28 januari 2016" + BODY)
    assert both.confidence > alone.confidence
