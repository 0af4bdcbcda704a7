from __future__ import annotations

import pytest

from pipeline.record import Part
from tests.cases import breaches, case, day, illegible, message, municipality, table

SIX = ["Almere", "Dronten", "Lelystad", "Noordoostpolder", "Urk", "Zeewolde"]
LIST = "Het voorstel is van de gemeente Almere, mede namens de gemeenten {}.\n\n"


def named(names, *mentioned):
    first, *others = names
    return (
        municipality(first, Part.sender),
        *(municipality(name) for name in others),
        *(municipality(name, Part.mentioned) for name in mentioned),
    )


def letter(sentence, names=SIX, *mentioned, **known):
    listed = ", ".join(names[1:-1]) + f" en {names[-1]}"
    return case(
        LIST.format(listed) + sentence,
        date=day("2016-01-28"),
        municipalities=named(names, *mentioned),
        **known,
    )


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("In alle zes gemeenten gaan wij aan de slag.", 0),
        ("In alle zeven gemeenten gaan wij aan de slag.", 1),
        ("In alle zeven gemeenten. De zeven gemeenten willen dit.", 1),
        ("In alle zeven gemeenten. De acht gemeenten willen dit.", 2),
        ("Wij breiden uit naar de andere 5 gemeenten.", 0),
        ("Wij breiden uit naar de andere 4 gemeenten.", 1),
        ("\n\nIn Urk begint het. Later volgen de andere 4 gemeenten.", 0),  # others than Urk
        ("Wij breiden uit naar de andere 7 gemeenten.", 1),
        ("De zes Flevolandse gemeenten willen dit.", 0),
        ("De vier grote gemeenten hebben dit al.", 0),  # others
        ("Drie gemeenten gingen ons voor.", 0),
        ("De 342 gemeenten krijgen dit geld.", 0),
        ("Wij schrijven namens zes van de negen gemeenten in de regio.", 0),
        ("De negen gemeenten in de regio, waaronder de zes die dit vragen.", 0),
        ("De twee gemeenten Urk en Zeewolde beginnen.", 0),
        ("De circa acht gemeenten willen dit.", 0),
        ("\n\nDe vijf gemeenten tekenden. Alle zes gemeenten betalen.", 1),
        ("De vijf gemeenten tekenden. In geheel Flevoland wordt betaald.", 0),
        (
            "\n\nDronten, Lelystad, Noordoostpolder, Urk en Zeewolde stemden in. De vijf gemeenten "
            "tekenden. Alle zes gemeenten betalen.",
            0,
        ),
        ("Beide gemeenten willen dit.", 0),
    ],
)
def test_count_of_municipalities(sentence, count):
    assert len(breaches("municipality-count-mismatch", letter(sentence))) == count


def test_one_who_is_only_mentioned_may_count():
    sentence = "De zeven gemeenten willen dit."
    assert breaches("municipality-count-mismatch", letter(sentence, SIX, "Ede")) == []


def test_a_name_that_ocr_spoilt_still_counts():
    text = "Namens de gemeenten Dronten, Lelystad, Urk en Zeew0lde. De vijf gemeenten willen dit."
    of = case(text, municipalities=named(["Almere", "Dronten", "Lelystad", "Urk"]))
    assert breaches("municipality-count-mismatch", of) == []


def test_without_a_list_nothing_is_counted():
    of = case("De zes gemeenten willen dit.", municipalities=named(["Almere", "Urk"]))
    assert breaches("municipality-count-mismatch", of) == []


def test_count_message():
    of = letter("In alle zeven gemeenten gaan wij aan de slag.")
    assert message("municipality-count-mismatch", of).startswith(
        "'zeven gemeenten': 7 municipalities are announced and 6 are named (Almere, Dronten"
    )


def rows(*names):
    return table([["Gemeente", "Dagen"], *([name, "6"] for name in names)])


@pytest.mark.parametrize(
    ("names", "missing", "only"),
    [
        (SIX, 0, 0),
        ([*SIX, "Totaal"], 0, 0),
        ([*SIX[:-1], "Totaal"], 1, 0),
        (SIX[1:], 0, 0),  # the writer does not count itself
        ([*SIX[:4], "Gemeente Urk", "ZEEWOLDE"], 0, 0),
        ([*SIX[:3], "Noordoostpoider", "Urk", "Zeewolde"], 0, 0),  # misread
        ([*SIX[:-1], "Zw#"], 0, 0),  # what cannot be read may be the one
        ([*SIX[:-1], illegible()], 0, 0),
        ([*SIX, "Ede"], 0, 1),
        (["Ede", "Almere", "Nijkerk", "Scherpenzeel"], 0, 0),  # a table of something else
        (["Trainer", "Zaal", "Almere"], 0, 0),
    ],
)
def test_tables_of_municipalities(names, missing, only):
    of = letter("Zie de tabel.", tables=(rows(*names),))
    assert len(breaches("municipality-missing-from-table", of)) == missing
    assert len(breaches("municipality-only-in-table", of)) == only


def test_a_table_over_two_pages_is_one():
    of = letter("Zie de tabel.", tables=(rows(*SIX[:3]), rows(*SIX[3:])))
    assert breaches("municipality-missing-from-table", of) == []


def test_one_of_whom_the_text_speaks_may_be_in_the_table():
    of = letter("Ter vergelijking noemen wij Ede.", tables=(rows(*SIX, "Ede"),))
    assert breaches("municipality-only-in-table", of) == []


def test_those_to_whom_is_written_may_be_the_list():
    towns = tuple(municipality(name, Part.recipient) for name in SIX)
    whole = table([["Gemeente", "Bedrag"], *([name, "€ 5"] for name in SIX)])
    less = table([["Gemeente", "Bedrag"], *([name, "€ 5"] for name in SIX[:-1])])
    text = "Aan de raden van Almere, Dronten, Lelystad, Noordoostpolder, Urk en Zeewolde."
    for tables, count in ((whole, 0), (less, 1)):
        of = case(text, date=day("2016-01-28"), municipalities=towns, tables=(tables,))
        assert len(breaches("municipality-missing-from-table", of)) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("De drie gemeenten in de streek: Ede, Epe en Urk.", 0),
        ("De vier gemeenten in de streek: Ede, Epe en Urk.", 1),
        ("De vier gemeenten in de streek (Ede, Epe en Urk) doen mee.", 1),
        ("De vier gemeenten in de streek, te weten Ede, Epe en Urk.", 1),
        ("De vier gemeenten, waaronder twee in de streek: Ede en Epe.", 0),
        ("De vier gemeenten in de streek: Ede, Epe, Urk en Xyzdam.", 0),
        ("De vijf gemeenten vragen aan Ede, Epe en Urk om hulp.", 0),
    ],
)
def test_a_list_behind_its_number(sentence, count):
    assert len(breaches("municipality-count-mismatch", case(sentence))) == count


@pytest.mark.parametrize(("number", "count"), [("drie", 0), ("vijf", 1)])
def test_our_municipalities_are_not_those_of_others(number, count):
    parties = [municipality(name) for name in ("Ede", "Epe", "Urk")]
    others = [municipality(name, Part.mentioned) for name in ("Dronten", "Zeewolde")]
    of = case(f"In onze {number} gemeenten is dit zo.", municipalities=(*parties, *others))
    assert len(breaches("municipality-count-mismatch", of)) == count
