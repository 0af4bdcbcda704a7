"""Totals and products of rows as they stand on the page, whatever tables were made of them."""

from __future__ import annotations

import pytest

from pipeline.check.rows import runs
from tests.cases import breaches, case, letter

HEAD = "Geachte heer,\n\nHierbij zenden wij u de kosten van het plan voor het komende jaar.\n\n"
FLAT = """De kosten zijn als volgt opgebouwd:

Activiteit Uren Tarief Bedrag (Hfl.)
Tekenwerk 208 120,00 24.960,00
Opstellen plan 280 80,00 {product}
Berekeningen 248 90,00 22.320,00
Subtotaal 69.680,00
BTW 17,5% 12.194,00
Totaal {total}

Wij zijn ervan uitgegaan dat u de putten opent."""


@pytest.mark.parametrize(
    ("product", "total", "products", "totals"),
    [
        ("22.400,00", "81.874,00", 0, 0),
        ("22.400,00", "81.784,00", 0, 1),
        ("22.400,00", "8l.8?4,00", 0, 0),  # misread
        ("22.400.00", "81.874,00", 0, 0),  # a comma misread
    ],
)
def test_flat_rows(product, total, products, totals):
    of = case(HEAD + FLAT.format(product=product, total=total))
    assert len(breaches("line-arithmetic-mismatch", of)) == products
    assert len(breaches("total-mismatch", of)) == totals


UNDER = """             Raming 2017   Raming 2018     in € x 1.000
Grond                 640           410
Kades                 925         1.180
Natuur                350           450
Totaal              1.915         {total}"""
SHARES = """Gemeente        Inwoners     Bijdrage (€)
Hoogeveen         55.300          138.250
Meppel            37.200           93.000
Westerveld        19.420           {share}
De Wolden         24.000           60.000
Assen                  0                0"""
OF_PARTS = """Scholing                                     € 1.000
Workshops     48 x € 125      € 6.000
Recette (9 x € 70)                               €   630
Totaal   € {total}"""


@pytest.mark.parametrize(("total", "count"), [("2.040", 0), ("2.140", 1)])
def test_years_and_currencies_over_columns_are_no_row(total, count):
    found = breaches("total-mismatch", case(HEAD + UNDER.format(total=total)))
    assert len(found) == count


@pytest.mark.parametrize(("share", "count"), [("48.550", 0), ("45.850", 1)])
@pytest.mark.parametrize(("price", "factor"), [("2,50", 1), ("3,50", 0)])
def test_shares_at_a_price_of_the_text(share, count, price, factor):
    of = case(HEAD + f"Per inwoner is € {price} beschikbaar.\n\n" + SHARES.format(share=share))
    assert len(breaches("line-arithmetic-mismatch", of)) == count * factor


@pytest.mark.parametrize(
    ("row", "count"),
    [
        ("maaipad           650 m à f 42,50      f 27.625,-", 0),
        ("maaipad           650 m à f 42,50      f 29.625,-", 1),
        ("scholing          3 groepen, 2 dagen à f 500,-      f 3.000,-", 0),
    ],
)
def test_a_row_that_says_how_it_comes_about(row, count):
    rows = f"{row}\nbeplanting                             f  8.500,-\ntoezicht      f  900,-"
    assert len(breaches("line-arithmetic-mismatch", case(HEAD + rows))) == count


@pytest.mark.parametrize(("total", "count"), [("7.630", 0), ("7.360", 1)])
def test_rows_that_say_how_they_come_about(total, count):
    of = case(HEAD + OF_PARTS.format(total=total))
    assert len(breaches("total-mismatch", of)) == count


ROWS = """Gemeente            Haltes      Vast bedrag         Bijdrage
Vlieland                31     € 10.000,00     € 310.000,00
Het Hogeland            13     {price}     € 130.000,00
Texel                   13      € 7.500,00      € 97.500,00
Totaal                  57                     € 537.500,00"""


@pytest.mark.parametrize(
    ("price", "count"),
    [("€ 10.000,00", 0), ("€ 11.000,00", 1), ("          █", 0), ("       p.m.", 0)],
)
def test_products_that_the_other_rows_show(price, count):
    found = breaches("line-arithmetic-mismatch", case(HEAD + ROWS.format(price=price)))
    assert len(found) == count
    assert all("Het Hogeland" in breach.details["label"] for breach in found)


@pytest.mark.parametrize(("stated", "count"), [("1.430,00", 0), ("1.700,00", 1)])
def test_quantities_with_what_they_count(stated, count):
    rows = f"""Post            Aantal          Prijs      Bedrag
drukwerk        2500 folders    € 0,42     € 1.050,00
huur ruimte     44 dagdelen     € 32,50    € {stated}
trainingen      6 dagdelen      € 310,00   € 1.860,00
Totaal                                     € 4.340,00"""
    assert len(breaches("line-arithmetic-mismatch", case(HEAD + rows))) == count


@pytest.mark.parametrize(
    "rows",
    [
        "Ede 12 30 45\nEpe 14 28 60\nUrk 11 31 70",  # no products at all
        "Ede 2 30 60\nEpe 4 28 60\nUrk 1 31 70",  # one by chance
        "Ede 2 30 60\nEpe 4 10 44\nUrk 3 10 33\nNijkerk 3 20 60",  # two keep it, two do not
        "Ede 2 30,00 72,60\nEpe 4 10,00 40,00\nUrk 3 10,00 30,00",  # with btw
    ],
)
def test_rows_that_do_not_multiply(rows):
    assert (
        breaches("line-arithmetic-mismatch", case(f"{HEAD}Overzicht\n\n{rows}\n\nEn verder.")) == []
    )


@pytest.mark.parametrize(
    ("text", "mismatch", "unverifiable"),
    [
        ("Post   Bedrag\nA-werk   € 100\nB-werk   € 200\nTotaal   € 310", 1, 0),
        ("Post   Bedrag\nA-werk   € 100\nB-werk   € 200\nTotaal   € 300", 0, 0),
        ("Post   Bedrag\nA-werk   € 100\nB-werk   █\nTotaal   € 310", 0, 1),
        ("Post   Bedrag\nA-werk   € 400\nB-werk   █\nTotaal   € 310", 1, 0),  # for certain
        ("Post   Bedrag\nA-werk   € 100\nB-werk   10.2b\nTotaal   € 310", 0, 1),
        ("C-werk € 5?.0\nA-werk   € 100\nB-werk   € 200\nTotaal   € 310", 0, 0),  # a row lost
        ("Jaar     Bedrag\n2020     € 100\n2021     € 200\nTotaal   € 310", 1, 0),
        ("Post x € 1.000\n1   ontwerp   32,5\n2   vitrines   23,0\nTotaal   55,5", 0, 0),
        ('Bank f 100,--\nStoel " 200,--\n- 2 -\nKast " 50,--\n------\nTotaal f 360,--', 1, 0),
        ('Bank f 100,--\nStoel " 200,--\n- 2 -\nKast " 50,--\n------\nTezamen f 350,--', 0, 0),
        ("Ruimte € 100\nZaal € 200\nTotaal beschikbaar € 900", 0, 0),
        ("De zaal kost € 100.\nDe koffie € 200.\nWij vragen in totaal € 900.", 0, 0),
    ],
)
def test_totals_of_rows(text, mismatch, unverifiable):
    of = case(f"{HEAD}{text}\n\nWij zien uw besluit tegemoet.")
    assert len(breaches("total-mismatch", of)) == mismatch
    assert len(breaches("total-unverifiable", of)) == unverifiable


def test_what_parts_rows_and_what_does_not():
    text = "Post Bedrag\nkoffie 300\nhuur van de grote\nzaal 1.200\n- 2 -\nbus 50\nEn dan dit.\nx 1"
    (run,) = runs(letter(HEAD + text))
    assert [row.label for row in run.rows] == ["koffie", "huur van de grote zaal", "bus"]
    assert run.whole


@pytest.mark.parametrize(("total", "count"), [("78.187,50", 0), ("81.787,50", 1)])
def test_a_line_of_text_that_ends_in_a_year_is_no_row(total, count):
    text = f"""Geachte heer,

Bijgaand de uren die u vroeg in uw e-mail van 14 februari 2023
                  Uren      Tarief         Bedrag
Begeleiding      612,0     € 75,00    € 45.900,00
Intake           188,5     € 75,00    € 14.137,50
Nazorg           242,0     € 75,00    € 18.150,00
Totaal         1.042,5                € {total}"""
    assert len(breaches("total-mismatch", case(text))) == count
