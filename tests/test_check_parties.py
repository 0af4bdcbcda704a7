from __future__ import annotations

import pytest

from pipeline.record import Part
from tests.cases import breaches, case, day, field, message, municipality


def test_sender_and_recipient_missing():
    assert len(breaches("sender-missing", case())) == 1
    assert len(breaches("recipient-missing", case())) == 1


@pytest.mark.parametrize("who", ["organisation", "person", "role"])
def test_sender_and_recipient_are_there(who):
    of = case(sender={who: field(None)}, recipient={who: field(None)})
    assert breaches("sender-missing", of) == []
    assert breaches("recipient-missing", of) == []


REST = "\n\nGeachte heer,\n\nWij vragen u ons te laten weten wat u daarvan vindt.\n"


@pytest.mark.parametrize(
    ("head", "count"),
    [
        ("Datum: 3 mei 2019", 1),  # a function does not say of what
        ("Stichting De Kade\nKade 4, 1012 AB Amsterdam\n\nDatum: 3 mei 2019", 0),
        ("Datum   : 3 mei 2019\nVan     : afdeling Beheer, J. Vos", 0),
    ],
)
def test_a_function_is_no_sender(head, count):
    official = {"person": field("R. Vos"), "role": field("teamleider")}
    assert len(breaches("sender-missing", case(head + REST, sender=official))) == count


def test_what_a_letter_is_called_is_no_sender():
    of = case("Circulaire" + REST, sender={"organisation": field("Circulaire")})
    assert len(breaches("sender-missing", of)) == 1


@pytest.mark.parametrize(
    ("head", "count"), [("", 1), ("Aan alle ouders van De Toverbal", 0), ("AAN: raad van Ede", 0)]
)
def test_to_anybody(head, count):
    of = case("Stichting De Kade\n\n" + head + "\n\nBetreft: plan" + REST)
    assert len(breaches("recipient-missing", of)) == count


@pytest.mark.parametrize(
    ("sentence", "date", "count"),
    [
        ("Wij schrijven mede namens de gemeenten Ede, Nijkerk en Maarn.", "2019-02-14", 1),
        ("Wij schrijven mede namens de gemeenten Ede, Nijkerk en Maarn.", "2004-02-14", 0),
        ("Wij schrijven mede namens de gemeente\nMaarn.", "2019-02-14", 1),
        ("Het gebied lag in de voormalige gemeente Maarn.", "2019-02-14", 0),
        ("De gemeente Maarn is in 2006 opgegaan in Utrechtse Heuvelrug.", "2019-02-14", 0),
        ("In 2001 stelde de gemeente Maarn het plan vast.", "2019-02-14", 0),
        ("Het perceel ligt te Maarn.", "2019-02-14", 0),  # a place, which it still is
    ],
)
def test_not_in_force(sentence, date, count):
    of = case(sentence, date=day(date), municipalities=(municipality("Maarn"),))
    assert len(breaches("municipality-not-in-force", of)) == count


@pytest.mark.parametrize(("part", "count"), [(Part.mentioned, 0), (Part.party, 1)])
def test_one_innocent_mention_is_enough_for_who_takes_no_part(part, count):
    text = "Voor de gemeente Maarn. De gemeente Maarn is in 2006 opgegaan in een andere."
    of = case(text, date=day("2019-02-14"), municipalities=(municipality("Maarn", part),))
    assert len(breaches("municipality-not-in-force", of)) == count


def test_not_yet_in_force():
    text = "Wij schrijven u namens de gemeente Vijfheerenlanden."
    town = municipality("Vijfheerenlanden", Part.sender)
    of = case(text, date=day("2016-02-14"), municipalities=(town,))
    assert "from 2019-01-01" in message("municipality-not-in-force", of)


def test_without_a_date_nobody_is_out_of_time():
    of = case("Namens de gemeente Maarn.", municipalities=(municipality("Maarn"),))
    assert breaches("municipality-not-in-force", of) == []


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Wij schrijven u namens de gemeente Kwakelveen over het plan.", 1),
        ("Wij schrijven u namens de gemeente Zandvoort over het plan.", 0),
        ("Wij leren van de ervaringen van de gemeen-\nte Kwakelveen met het plan.", 1),
        ("Wij leren van de gemeente Kwakel-\nveen met het plan.", 1),
        ("Wij leren van de gemeente Zand-\nvoort met het plan.", 0),
        ("Wij leren.\n\nHuidige gemeente Inwoners Nieuwe gemeente Frictiekosten\nMaarn 7 8", 0),
        ("Wij schrijven u namens de gemeente Noordoostpoider over het plan.", 0),  # misread
        ("De Protestantse gemeente Kwakelveen heeft gereageerd.", 0),
        ("Gemeente Onderwerp Datum", 0),
        ("Dat heeft de gemeente Wij hebben besloten.", 0),
        ("Namens de gemeente De Ronde Venen.", 0),
        ("Namens de gemeente Alphen aan den Rijn.", 0),
        ("Namens de gemeente Maarn, die niet meer bestaat.", 0),
    ],
)
def test_unknown(sentence, count):
    assert len(breaches("municipality-unknown", case(sentence, date=day("2019-02-14")))) == count


def test_unknown_is_one_finding_a_name():
    text = "De gemeente Kwakelveen vraagt u dit. De gemeente Kwakelveen dankt u."
    assert len(breaches("municipality-unknown", case(text))) == 1


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("De gemeente Maarn stemt in met de gekozen grenzen en wil blijven.", 1),
        (
            "De gemeente Maarn, die aan het gebied grenst, onderschrijft de gekozen grenzen en wenst "
            "zelf niet bij de samenvoeging te worden betrokken.",
            1,
        ),
        ("Door de samenvoeging van de gemeente Maarn met vier andere is dit geregeld.", 0),
        ("De voormalige gemeente Maarn had dit geregeld.", 0),
    ],
)
def test_told_of_as_past(sentence, count):
    of = case(
        sentence,
        date=day("2016-01-28"),
        municipalities=(municipality("Maarn", Part.mentioned),),
    )
    assert len(breaches("municipality-not-in-force", of)) == count
