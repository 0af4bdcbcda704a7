from __future__ import annotations

import pytest

from pipeline.record import Covers, Redaction
from tests.cases import HERE, breaches, case, day, message, table


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Wij verzoeken u uiterlijk 1 mei 2016 te reageren.", 1),
        ("Wij verzoeken u uiterlijk 1 mei 2017 te reageren.", 0),
        ("U kunt tot en met 1 mei 2016 bezwaar maken.", 1),
        ("U dient de verantwoording vóór vrijdag 1 april 2016 in te zenden.", 1),
        ("Wij hadden u verzocht uiterlijk 1 mei 2016 te reageren.", 0),
        ("De subsidie liep tot 1 mei 2016.", 0),
        ("Op 1 mei 2016 ontvingen wij graag uw brief.", 0),
        ("Ik verzoek u daarom ons vóór 1 mei 2016 te berichten of u bezwaar heeft.", 1),
        ("U moet vóór 1 mei 2016 de herkomst van de grond aantonen.", 1),
        ("Ik verzoek de gemeenten hun plan uiterlijk 1 mei 2016 te zenden.", 1),
        ("Voor de stukken van het plan vragen wij u tot 1 mei 2016 de tijd te nemen.", 1),
        ("Wij vragen u de regels te volgen die van 1 mei 2016 tot 1 juni 2016 golden.", 0),
        ("U moest vóór 1 mei 2016 de herkomst van de grond aantonen.", 0),
    ],
)
def test_deadline_passed(text, count):
    assert len(breaches("deadline-passed", case(text, date=day("2017-03-06")))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Uw aandeel is 35% van € 200.000, ofwel € 75.000.", 1),
        ("Uw aandeel is 35% van € 200.000, ofwel € 70.000.", 0),
        ("Uw aandeel is 35% van € 200.000, afgerond € 75.000.", 0),
        ("Wij geven 35% van € 200.000. Dat is meer dan € 75.000.", 0),
        ("80% van het bedrag van € 1.250, te weten € 1.000.", 0),
        ("80% van het bedrag van € 1.250, te weten € 1.100.", 1),
        ("De kosten zijn verdeeld: Almelo 45%, Hengelo 35%, Borne 10% en Wierden 15%.", 1),
        ("De kosten zijn verdeeld: Almelo 40%, Hengelo 35%, Borne 10% en Wierden 15%.", 0),
        ("De kosten zijn verdeeld: Almelo 33%, Hengelo 33% en Borne 33%.", 0),  # rounded
        ("Verdeeld: Almelo 45%, Hengelo 35%, Borne 10%. De rest is voor Wierden.", 0),
        ("Ons aandeel is maximaal 60%: 60% van € 90.000 is € 45.000.", 1),
        ("Verdeeld: Almelo 45%, Hengelo 35%, Borne 10%. De overige steden doen niet mee.", 1),
        ("De kosten stegen met 45%, in Hengelo 35%, en in Borne 25%.", 0),  # no whole
        ("Verdeeld over de jaren: 20%, dan 30% en later 10%.", 0),  # a part of it
        ("Van € 20 mln is 55% (€ 11 mln) voor A, 30% (€ 6 mln) voor B en 15% (€ 3 mln) over.", 0),
        ("Van € 20 mln is 55% (€ 11 mln) voor A, 35% (€ 6 mln) voor B en 15% (€ 3 mln) over.", 1),
        ("Van € 20 mln is 55% (€ 11 mln) voor A en 35% (€ 6 mln) voor B.", 0),  # which of them?
        ("A kreeg 50% (€ 10), B kreeg 20% (€ 900) en C 10% (€ 7).", 0),  # of other wholes
    ],
)
def test_percentages(text, count):
    assert len(breaches("percentage-mismatch", case(text))) == count


@pytest.mark.parametrize(("last", "count"), [("20%", 0), ("25%", 1), ("70%", 0), ("", 0)])
def test_a_column_of_percentages(last, count):
    rows = [["Gemeente", "Deel"], ["Ede", "50%"], ["Epe", "20%"], ["Elburg", "10%"]]
    of = case(tables=(table([*rows, ["Ermelo", last], ["Totaal", "100%"]]),))
    assert len(breaches("percentage-mismatch", of)) == count


COVER = Redaction(
    page=1, bbox=None, lines=(1, 1), covers=Covers.person, grounds=(), text="█",
    confidence=0.9, evidence=HERE, source="test",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mail j.devries@minienw.nl of info@minienw.nl.", 1),
        ("Mail info@minienw.nl of bezwaar.beroep@minienw.nl.", 0),
        ("Contactpersoon\n█\nvandenbosch@minienw.nl", 1),
        ("Contactpersoon\n█\nderaad@minienw.nl", 0),
        ("Contactpersoon\n█\npostbus@minienw.nl", 0),
        ("Mail vandenbosch@minienw.nl.", 0),  # a firm's or a person's: it is not said
        ("Bel 06-12345678.", 1),
        ("Bel 070-4568000.", 0),
        ("overgemaakt op NL91 ABNA 0417 1643 00 ten name van de heer De Vries", 1),
        ("overgemaakt op NL91 ABNA 0417 1643 00 ten name van de gemeente Ede", 0),
        ("BSN 111222333", 1),
        ("zaaknummer 111222334", 0),
    ],
)
def test_personal_data(text, count):
    assert len(breaches("personal-data-exposed", case(text, redactions=(COVER,)))) == count
    assert breaches("personal-data-exposed", case(text)) == []


def test_what_is_exposed_is_not_said_again():
    of = case("Bel 06-12345678.", redactions=(COVER,))
    assert "1234" not in message("personal-data-exposed", of)
