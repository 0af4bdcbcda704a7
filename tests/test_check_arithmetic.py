from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.check import Case
from pipeline.letter import Letter
from pipeline.page import TextFrom
from pipeline.record import Kind, Severity
from tests.cases import breaches, budget, case, field, message, table


def item(quantity, price, amount, text="", **known):
    line = budget(Kind.item, amount, quantity=Decimal(quantity), unit_price=Decimal(price), **known)
    return case(text, budget_lines=(line,))


@pytest.mark.parametrize(
    ("quantity", "price", "amount", "count"),
    [
        ("8", "450.00", "3600.00", 0),
        ("8", "450.00", "3650.00", 1),
        ("2.5", "80.00", "200.00", 0),
        ("3", "33.33", "100.00", 0),  # a rounded price
        ("3", "33.33", "101.00", 1),
        ("1500", "1.25", "1875.00", 0),
        ("100", "4.27", "427.00", 0),
    ],
)
def test_line_arithmetic(quantity, price, amount, count):
    assert len(breaches("line-arithmetic-mismatch", item(quantity, price, amount))) == count


@pytest.mark.parametrize(
    ("sentence", "amount", "count"),
    [
        ("8 dagen à € 450,00 per dag", "4356.00", 1),
        ("8 dagen à € 450,00 per dag, incl. btw", "4356.00", 0),  # 21 %
        ("8 dagen à € 450,00 voor 2 trainers", "7200.00", 0),
        ("8 dagen à € 450,00 voor 3 trainers", "7200.00", 1),
        ("8 dagen à € 450,00, afgerond", "3500.00", 0),
    ],
)
def test_another_factor_on_the_line(sentence, amount, count):
    assert len(breaches("line-arithmetic-mismatch", item("8", "450", amount, sentence))) == count


def test_without_quantity_price_or_amount_there_is_no_product():
    lines = (
        budget(Kind.item, "3650.00"),
        budget(Kind.item, None, quantity=Decimal(8), unit_price=Decimal(450)),
        budget(Kind.item, field(None), quantity=Decimal(8), unit_price=Decimal(450)),
    )
    assert breaches("line-arithmetic-mismatch", case(budget_lines=lines)) == []


def test_line_message():
    of = item("8", "450.00", "3650.00", description="Nijkerk")
    assert message("line-arithmetic-mismatch", of) == (
        "'Nijkerk': 8 × 450 should be 3.600; it says 3.650."
    )


def test_a_doubtful_amount_gives_a_warning():
    (found,) = breaches(
        "line-arithmetic-mismatch", item("8", "450", field(Decimal(3650), confidence=0.4))
    )
    assert found.severity is Severity.warning


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("een bedrag van € 12.500,00 (zegge: twaalfduizend vijfhonderd euro)", 0),
        ("een bedrag van € 12.500,00 (zegge: twaalfduizend zeshonderd euro)", 1),
        ("een bedrag van € 12.500,50 (zegge: twaalfduizend vijfhonderd euro)", 0),
        ("een bedrag van € 12.500,50, zegge twaalfduizend vijfhonderd euro en tien cent", 1),
        ("een bedrag van twaalfduizend euro (€ 12.000)", 0),
        ("een bedrag van twaalfduizend euro (€ 13.000)", 1),
        ("een bedrag van f 1.250,-- (zegge: duizend tweehonderdvijftig gulden)", 0),
        ("van € 12.500,00. Daarnaast vragen wij twaalfduizend euro", 0),
    ],
)
def test_figure_against_words(text, count):
    assert len(breaches("amounts-disagree", case(text))) == count


LIST = "\n\nVoorbereiding      € 20.000,-\nUitvoering         € 40.000,-\nTotaal             € 60.000,-\n\n"
TABLE = (
    "\n\nPost          Bedrag x € 1.000\nOntwerp                   20,0\nBouw                      40,0\n\
Totaal                    60,0\n\n"
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"De kosten worden geraamd op € 66.000,-, en wel als volgt:{LIST}", 1),
        (f"De kosten worden geraamd op € 60.000,-, en wel als volgt:{LIST}", 0),
        (f"De kosten zijn als volgt.{LIST}De kosten bedragen in totaal € 66.000.", 1),
        (f"De kosten zijn als volgt.{LIST}De kosten bedragen in totaal € 60.000.", 0),
        (f"De kosten zijn als volgt.{LIST}Met deze aanvraag is € 66 duizend gemoeid.", 1),
        (
            f"De kosten zijn als volgt.{LIST}Met deze aanvraag is € 0,06 miljoen gemoeid.",
            0,
        ),  # rounded
        (f"De kosten zijn als volgt.{LIST}Inclusief 21% btw is dat in totaal € 72.600.", 0),
        (
            f"De kosten zijn als volgt.{LIST}Met de toeslag van € 6.000 is dat in totaal € 66.000.",
            0,
        ),
        (f"De kosten zijn als volgt.{LIST}In 2014 kostte het in totaal € 600.000.", 0),  # far off
        (f"De kosten zijn als volgt.{LIST}De eigen kosten zijn in totaal € 66.000.", 0),
        (f"De kosten zijn als volgt.{LIST}Wij vragen u een bijdrage van € 54.000.", 0),  # a part
        (f"De totale kosten zijn € 60.000.{LIST}Eerst was het in totaal € 66.000.", 0),
        (f"Wij verlenen een subsidie van ten hoogste € 66.000. De verdeling is:{LIST}", 1),
        (f"Het besluit:{LIST}De gevraagde bijdrage komt daarmee uit op € 66.000.", 0),  # of what?
        (
            f"De verdeling is:{LIST.replace('Totaal    ', 'Totale bijdrage')}De gevraagde bijdrage komt "
            "daarmee uit op € 66.000.",
            1,
        ),
        (f"Dit zijn ze:{LIST.replace('60', '62')}Met dit besluit is € 0,026 miljoen gemoeid.", 1),
        (f"De kosten zijn als volgt.{TABLE}De totale kosten komen op € 66.000.", 1),
        (f"De kosten zijn als volgt.{TABLE}De totale kosten komen op € 60.000.", 0),
    ],
)
def test_a_whole_against_its_total(text, count):
    assert len(breaches("amounts-disagree", case(text))) == count


# --- totals


@pytest.mark.parametrize(
    ("again", "count"),
    [
        ("Wij zien uw besluit over de gevraagde bijdrage van € 84.000 graag tegemoet.", 1),
        ("Wij zien uw besluit over de gevraagde bijdrage van € 48.000 graag tegemoet.", 0),
        ("De gevraagde bijdrage van € 84.000 in 2017 wees u af.", 0),  # of another time
        ("De gevraagde bijdrage van € 84.000 van de gemeente Urk wees u af.", 0),
        ("De kosten zijn € 84.000.", 0),
        ("Dat is niet genoeg voor de gevraagde bijdrage van € 84.000.", 1),
        ("De gevraagde bijdrage van € 84.000 is de helft. De kosten zijn € 84.000.", 0),
    ],
)
def test_a_sum_said_again(again, count):
    of = case(f"Wij vragen u een bijdrage van € 48.000 voor de poort.\n\n{again}")
    assert len(breaches("amounts-disagree", of)) == count


def sums(*rows, header=("Post", "Bedrag")):
    return case(tables=(table([list(header), *[list(row) for row in rows]]),))


HIDDEN = field(None)


@pytest.mark.parametrize(
    ("rows", "mismatch", "unverifiable"),
    [
        ([("a", "€ 100"), ("b", "€ 200"), ("Totaal", "€ 300")], 0, 0),
        ([("a", "€ 100"), ("b", "€ 200"), ("Totaal", "€ 400")], 1, 0),
        ([("a", "€ 100"), ("b", "€ 200"), ("Totaal", "€ 301")], 0, 0),  # rounding
        ([("a", "€ 100,25"), ("b", "€ 200,25"), ("Totaal", "€ 301,50")], 1, 0),
        ([("a", "€ 100"), ("b", HIDDEN), ("Totaal", "€ 400")], 0, 1),
        ([("a", "€ 100"), ("b", "€ 200"), ("Totaal", HIDDEN)], 0, 1),
        ([("a", "€ 500"), ("b", HIDDEN), ("Totaal", "€ 400")], 1, 0),  # fails for certain
        ([("a", "€ 100"), ("b", "p.m."), ("c", "€ 5"), ("Totaal", "€ 105")], 0, 0),
        ([("a", "€ 100"), ("b", "zie c"), ("Totaal", "€ 400")], 0, 0),
        ([("a", "€ 100"), ("b", "€ 200"), ("Gemiddeld totaal", "€ 150")], 0, 0),
        # Subtotals, and lines after them.
        (
            [("a", "€ 100"), ("b", "€ 200"), ("Subtotaal", "€ 300"), ("c", "€ 50"),
             ("d", "€ 20"), ("Subtotaal", "€ 70"), ("Totaal", "€ 370")],
            0, 0,
        ),
        (
            [("a", "€ 100"), ("b", "€ 200"), ("Subtotaal", "€ 300"), ("c", "€ 50"),
             ("d", "€ 20"), ("Subtotaal", "€ 90"), ("Totaal", "€ 370")],
            1, 0,
        ),
        (
            [("a", "€ 100"), ("b", "€ 200"), ("Totaal excl. btw", "€ 300"),
             ("21% btw", "€ 63"), ("Totaal incl. btw", "€ 363")],
            0, 0,
        ),
        # Deductions; a total of something else.
        ([("a", "€ 100"), ("b", "€ 200"), ("Eigen bijdrage", "€ 50"), ("Totaal", "€ 250")], 0, 0),
        ([("a", "€ 100"), ("b", "€ 200"), ("waarvan btw", "€ 52"), ("Totaal", "€ 300")], 0, 0),
        ([("a", "€ 1"), ("b", "€ 2"), ("Totaal", "€ 3"), ("Totaal budget", "€ 9")], 0, 0),
    ],
)  # fmt: skip
def test_totals_of_tables(rows, mismatch, unverifiable):
    assert len(breaches("total-mismatch", sums(*rows))) == mismatch
    assert len(breaches("total-unverifiable", sums(*rows))) == unverifiable


@pytest.mark.parametrize(
    ("head", "stated", "count"),
    [
        ("Dagen", "14", 1),
        ("Dagen", "15", 0),
        ("Tarief", "14", 0),
        ("Prijs per dag", "14", 0),
        ("Percentage", "14", 0),
    ],
)
def test_columns_that_are_no_sums(head, stated, count):
    of = sums(("a", "7"), ("b", "8"), ("Totaal", stated), header=("Post", head))
    assert len(breaches("total-mismatch", of)) == count


def test_a_column_without_a_total_is_not_added_up():
    rows = [("a", "2", "€ 100"), ("b", "3", "€ 200"), ("Totaal", "", "€ 300")]
    assert breaches("total-mismatch", sums(*rows, header=("Post", "Dagen", "Bedrag"))) == []


def test_a_table_goes_on_over_the_page():
    first = table([["Post", "Bedrag"], ["a", "€ 100"], ["b", "€ 200"]])
    second = table([["c", "€ 50"], ["d", "€ 60"], ["Totaal", "€ 410"]], page=2)
    assert breaches("total-mismatch", case(tables=(first, second))) == []


def test_a_line_that_layout_lost_is_no_mismatch():
    rows = [["Post", "Bedrag"], ["a", "€ 100"], ["b", "€ 200"], ["Totaal", "€ 950"]]
    of = case("Verder is er huur van € 650,00 per jaar.", tables=(table(rows),))
    assert breaches("total-mismatch", of) == []


def test_total_message():
    of = sums(("a", "€ 1.000"), ("b", "€ 200"), ("Totaal", "€ 1.300"))
    assert message("total-mismatch", of) == (
        "'Totaal' should be 1.200, the sum of its 2 lines; it says 1.300."
    )


LIST = "De kosten zijn:\n\n- docent, 60 uur à € 42,50 . . . . . . € 2.550,00\n"


@pytest.mark.parametrize(
    ("rest", "count"),
    [
        ("- materiaal . . . . € 900,00\n- zaal . . . . . € 50,00\nTotaal . . . . € 3.500,00", 0),
        ("- materiaal . . . . € 900,00\n- zaal . . . . . € 50,00\nTotaal . . . . € 4.500,00", 1),
        ("- materiaal . . . . € 900,00\n- zaal . . . . . € S0,0?\nTotaal . . . . € 4.500,00", 0),
        ("- materiaal . . . . € 900,00\n- zaal\nTotaal . . . . € 4.500,00", 0),
        ("- materiaal . . . . € 900,00\n- zaal en\nkoffie . . . € 50,00\nTotaal . . € 3.500,00", 0),
        ("- materiaal . . . . € 900,00\nTotaal . . . . € 4.500,00", 1),
        ("- materiaal . . . . € 900,00\n\nWij vragen in totaal € 4.500,00", 0),
    ],
)
def test_totals_of_lists(rest, count):
    assert len(breaches("total-mismatch", case(LIST + rest))) == count


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("In totaal is dit € 16.000.", 1),
        ("In totaal is dit € 15.000.", 0),
        ("Daarmee komt het totaal op € 16.000.", 1),
        ("Daarmee komt het totaal op € 15.000.", 0),
        ("Samen met onze inleg is dat in totaal € 16.000.", 0),
        ("In totaal is € 16.000 beschikbaar.", 0),  # more than what is given here
        ("Dat is samen circa € 16.000.", 0),
        ("Dat is met 6% btw samen € 16.000.", 0),
        ("In totaal is dit € 160.000.", 0),  # of something else
        ("Het totaal staat in de bijlage. Vorig jaar was dat € 16.000.", 0),
    ],
)
def test_totals_in_a_sentence(said, count):
    of = case(f"Wij geven € 10.000 aan het plein.\nVoor de brug is er € 5.000. {said}")
    assert len(breaches("total-mismatch", of)) == count


def test_hidden_sums_in_running_text():
    lines = (
        budget(Kind.unit_price, field(None)),
        budget(Kind.total, field(None), description="trainingen"),
        budget(Kind.item, field(None)),
    )
    assert message("total-unverifiable", case(budget_lines=lines)) == (
        "'trainingen' should be the sum of its lines; that cannot be checked: "
        "the total is covered or illegible."
    )
    seen = (budget(Kind.item, "100.00"), budget(Kind.total, "100.00"))
    assert breaches("total-unverifiable", case(budget_lines=seen)) == []


PARTS = """Geachte heer,

Het gaat om de volgende drie onderdelen:
a. beweeggroepen volgens de methode, ten minste
   vier per gemeente: € 90.000,-;
b. onderzoek naar de resultaten: €
   18.500,-;
c. een programmaleider, gedurende {years} jaar: € 127.500,-.
{said}"""


@pytest.mark.parametrize(
    ("said", "years", "count"),
    [
        ("De totale kosten bedragen daarmee € 236.000,-. Wij betalen € 59.000.", "twee", 0),
        ("De totale kosten bedragen daarmee € 236.500,-. Wij betalen € 59.000.", "twee", 1),
        ("Dit is in totaal € 263.000,-.", "twee", 1),
        ("De totale kosten bedragen € 976.000,-, omdat er meer is.", "twee", 0),  # far off
        ("De totale kosten bedragen € 263.000,-.", "twee à € 60.000,- per", 0),  # two sums
        ("De totale kosten van het vorige plan waren € 263.000,-.", "twee", 0),
    ],
)
def test_a_total_in_words_under_a_list(said, years, count):
    of = case(PARTS.format(said=said, years=years))
    assert len(breaches("total-mismatch", of)) == count


@pytest.mark.parametrize(
    ("again", "count"),
    [("86.400", 0), ("84.600", 1)],
)
def test_what_is_granted_is_said_again(again, count):
    text = (
        "Wij kennen u een bijdrage toe van € 86.400, voor de beelden in uw tuin.\n\n"
        f"De toegekende bijdrage van € {again} betalen wij in delen."
    )
    assert len(breaches("amounts-disagree", case(text))) == count


@pytest.mark.parametrize(("total", "count"), [("86.400", 0), ("88.400", 1)])
def test_a_sum_within_its_sentence(total, count):
    text = (
        "U krijgt 40% van de kosten. Het is voor beelden (€ 51.400) en voor groen "
        f"(€ 35.000), opgeteld € {total}."
    )
    assert len(breaches("total-mismatch", case(text))) == count


@pytest.mark.parametrize(("text_from", "count"), [(TextFrom.ocr, 0), (TextFrom.text_layer, 1)])
def test_a_currency_sign_read_as_a_digit(text_from, count):
    of = case("Tafels 4 stuks à € 10.000 samen 240.000\n")
    line = budget(Kind.item, "240000", quantity=Decimal(4), unit_price=Decimal(10000))
    (page,) = of.letter.pages
    scanned = Letter((replace(page, text_from=text_from),))
    record = of.record.model_copy(update={"budget_lines": (line,)})
    found = breaches("line-arithmetic-mismatch", Case(scanned, record, of.today))
    assert len(found) == count
