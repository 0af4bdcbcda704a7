"""Sums of money and percentages: read as written, never invented."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dutch.amounts import (
    find_amounts,
    find_empty_amounts,
    find_percentages,
    find_unreadable_amounts,
    format_amount,
    parse_amount,
    parse_number,
)

EUROS = [
    ("€ 12.500,-", "12500.00"),
    ("€ 12.500,--", "12500.00"),
    ("€ 12.500,=", "12500.00"),
    ("€ 12.500,—", "12500.00"),
    ("€ 12.500,–", "12500.00"),
    ("€ 12.500.-", "12500.00"),
    ("€ 12.500 ,-", "12500.00"),
    ("€ 12.500,00", "12500.00"),
    ("€12.500,00", "12500.00"),
    ("€12.500", "12500.00"),
    ("€ 12.500", "12500.00"),
    ("€ 12500", "12500.00"),
    ("€ 12500,50", "12500.50"),
    ("€ 12.500,50", "12500.50"),
    ("€ 12 500", "12500.00"),
    ("€ 1 250 000", "1250000.00"),
    ("€ 12\u00a0500,00", "12500.00"),
    ("€ 1.250.000", "1250000.00"),
    ("€ 1.250.000,75", "1250000.75"),
    ("€ 850", "850.00"),
    ("€ 8,50", "8.50"),
    ("€ 8,5", "8.50"),
    ("€ 8.50", "8.50"),
    ("€ 0,05", "0.05"),
    ("€ 0,125", "0.13"),
    ("€ 0", "0.00"),
    ("€\u00a0850,00", "850.00"),
    ("€      850,00", "850.00"),
    ("€\n12.500", "12500.00"),
    ("€12,500.00", "12500.00"),
    ("€ 1,250,000.50", "1250000.50"),
    ("€ 1,250,000", "1250000.00"),
    ("€ 12'500", "12500.00"),
    ("EUR 12.500", "12500.00"),
    ("EUR 12.500,00", "12500.00"),
    ("EUR12.500,00", "12500.00"),
    ("EURO 850", "850.00"),
    ("euro 850", "850.00"),
    ("12.500 euro", "12500.00"),
    ("12.500,- euro", "12500.00"),
    ("12.500,50 euro", "12500.50"),
    ("12.500\neuro", "12500.00"),
    ("12.500 Euro", "12500.00"),
    ("12.500 EUR", "12500.00"),
    ("12.500 €", "12500.00"),
    ("850 euro", "850.00"),
    ("5 euro", "5.00"),
    ("5 euro's", "5.00"),
    ("12 euro en 50 cent", "12.50"),
    ("€ 1,2 miljoen", "1200000.00"),
    ("€ 1.2 miljoen", "1200000.00"),
    ("€ 1,25 mln.", "1250000.00"),
    ("€ 1,25 mln", "1250000.00"),
    ("€ 1,234 miljoen", "1234000.00"),
    ("€ 1.234 miljoen", "1234000000.00"),
    ("€ 3 miljard", "3000000000.00"),
    ("€ 3 mld.", "3000000000.00"),
    ("€ 350 duizend", "350000.00"),
    ("€ 350k", "350000.00"),
    ("€ 350 K", "350000.00"),
    ("€ 1,2M", "1200000.00"),
    ("€ 2,5 ton", "250000.00"),
    ("1,2 mln. euro", "1200000.00"),
    ("1,2 miljoen euro", "1200000.00"),
    ("12 miljoen euro", "12000000.00"),
    ("2,5 ton euro", "250000.00"),
    ("€ -1.200,00", "-1200.00"),
    ("€ - 1.200,00", "-1200.00"),
    ("€ −1.200,00", "-1200.00"),
    ("-€ 1.200", "-1200.00"),
    ("-/- € 1.200", "-1200.00"),
    ("€ -/- 1.200", "-1200.00"),
    ("-/- 1.200 euro", "-1200.00"),
    ("- € 1.200", "1200.00"),
    ("(€ 1.200)", "1200.00"),
    ("€ 12.500.", "12500.00"),
    ("€ 12.500, waarvan", "12500.00"),
    ("€ 12.500.De rest", "12500.00"),
    ("bedraagt € 12.500; dit", "12500.00"),
    ("€ 12.500 euro", "12500.00"),
    ("3 x € 850", "850.00"),
    ("3 x € 1.000", "1000.00"),
]

GUILDERS = [
    ("f 12.500,—", "12500.00"),
    ("f 12.500,-", "12500.00"),
    ("f 12.500", "12500.00"),
    ("f\n12.500,-", "12500.00"),
    ("gld. 12.500,-", "12500.00"),
    ("Hﬂ. 12.500,-", "12500.00"),
    ("f 50,-", "50.00"),
    ("f 50,25", "50.25"),
    ("f 50", "50.00"),
    ("f. 12.500,-", "12500.00"),
    ("f12.500,-", "12500.00"),
    ("F 12.500,-", "12500.00"),
    ("ƒ 12.500,-", "12500.00"),
    ("ƒ12.500", "12500.00"),
    ("fl. 12.500,00", "12500.00"),
    ("fl 12.500,00", "12500.00"),
    ("Fl. 12.500,00", "12500.00"),
    ("Hfl. 12.500,-", "12500.00"),
    ("HFL 12.500", "12500.00"),
    ("hfl. 100", "100.00"),
    ("Dfl. 100,-", "100.00"),
    ("NLG 12.500,00", "12500.00"),
    ("12.500 gulden", "12500.00"),
    ("12.500,- gulden", "12500.00"),
    ("1,2 miljoen gulden", "1200000.00"),
    ("12.500 NLG", "12500.00"),
    ("f 1,5 miljoen", "1500000.00"),
]

REPAIRED = [
    ("€ l2.5OO,-", "12500.00"),
    ("€ 12.5OO,-", "12500.00"),
    ("€ 12.5oo,00", "12500.00"),
    ("€ I.250", "1250.00"),
    ("€ 1O0", "100.00"),
    ("€ 85O", "850.00"),
    ("€ 12,500,-", "12500.00"),
    ("€ 12,500,00", "12500.00"),
    ("€ 12.500.00", "12500.00"),
    ("€ 12. 500,-", "12500.00"),
    ("€ 12 .500,00", "12500.00"),
    ("e 12.500,-", "12500.00"),
    ("e 12.500", "12500.00"),
    ("E 12.500,-", "12500.00"),
    ("E 8,50", "8.50"),
    ("C 12.500,-", "12500.00"),
    ("£ 12.500", "12500.00"),
    ("£12.500,00", "12500.00"),
    ("é 12.500,-", "12500.00"),
    ("€. 12.500", "12500.00"),
    ("€: 12.500", "12500.00"),
    ("l2.500 euro", "12500.00"),
]

IN_WORDS = [
    ("(zegge: twaalfduizend vijfhonderd euro)", "12500.00", "EUR"),
    ("zegge twaalfduizendvijfhonderd euro", "12500.00", "EUR"),
    ("zegge: twaalfduizend vijfhonderd", "12500.00", "EUR"),
    ("zegge: twaalfduizend euro en vijftig cent", "12000.50", "EUR"),
    ("anderhalf miljoen euro", "1500000.00", "EUR"),
    ("drie miljoen euro", "3000000.00", "EUR"),
    ("een half miljoen euro", "500000.00", "EUR"),
    ("duizend gulden", "1000.00", "NLG"),
    ("vijfentwintig duizend euro", "25000.00", "EUR"),
    ("tweehonderd-vijftig euro", "250.00", "EUR"),
    ("één euro", "1.00", "EUR"),
    ("Honderd Euro", "100.00", "EUR"),
]

NO_AMOUNTS = [
    "artikel 4",
    "12.500 inwoners",
    "12.500",
    "1,2 miljoen inwoners",
    "2,5 ton zand",
    "€ 12,500",
    "€ 1S.000",
    "€ 12.5S0",
    "€ 1?.500",
    "€ per dag",
    "€",
    "bedragen x € 1.000",
    "(x € 1.000)",
    "bedragen × € 1.000.000",
    "€ 21 %",
    "lid f 2",
    "sub f 12",
    "F 070-402 32 61",
    "F30",
    "f28",
    "figuur f3O",
    "F1036938",
    "e 12",
    "E 53",
    "2e 12.500",
    "E12",
    "categorie C 1.250",
    "(e684,-)",
    "€ 1000 AE Amsterdam",
    "Telefoon 14020\n€",
    "een euro",
    "van de euro",
    "enkele euro",
    "eurocent 12",
    "zeggen twaalf mensen",
    "zegge: achthonderdduvizend\nvierenzeventig euro",
    "zegge: twaa1f vijfhonderd euro",
    "achthonderdvierendertigduvizend vierenzeventig euro",
    "",
]

BESIDE = [
    ("€ 850 per dag", ("per dag", None, False, None)),
    ("€ 850,- per dagdeel", ("per dagdeel", None, False, None)),
    ("€ 1,25 per inwoner", ("per inwoner", None, False, None)),
    ("€ 250 per deelnemende gemeente", ("per deelnemende gemeente", None, False, None)),
    ("€ 250 per gemeente voor 2016", ("per gemeente", None, False, None)),
    ("€ 250\nper deelnemer", ("per deelnemer", None, False, None)),
    ("€ 12,50/uur", ("per uur", None, False, None)),
    ("€ 12,50 / m2", ("per m2", None, False, None)),
    ("€ 12,50 per m²", ("per m²", None, False, None)),
    ("€ 4,50 p/st", ("p/st", None, False, None)),
    ("€ 4,50 p.p.", ("p.p.", None, False, None)),
    ("€ 90 p/u", ("p/u", None, False, None)),
    ("per dag € 850", ("per dag", None, False, None)),
    ("850 euro per maand", ("per maand", None, False, None)),
    ("€ 850 per 1 januari 2016", (None, None, False, None)),
    ("€ 850 per januari", (None, None, False, None)),
    ("€ 850 per brief", (None, None, False, None)),
    ("€ 850 per e-mail", (None, None, False, None)),
    ("circa € 850", (None, "circa", True, None)),
    ("ca. € 850", (None, "ca.", True, None)),
    ("Ruim € 850", (None, "ruim", True, None)),
    ("ongeveer 850 euro", (None, "ongeveer", True, None)),
    ("maximaal € 850", (None, "maximaal", False, None)),
    ("ten hoogste € 850", (None, "ten hoogste", False, None)),
    ("maximaal een bedrag van € 850", (None, "maximaal", False, None)),
    ("meer dan € 850", (None, "meer dan", False, None)),
    ("niet meer dan € 850", (None, "niet meer dan", False, None)),
    ("een bedrag van € 850", (None, None, False, None)),
    ("€ 850 exclusief btw", (None, None, False, False)),
    ("€ 850 (excl. BTW)", (None, None, False, False)),
    ("€ 850, exclusief 21% btw", (None, None, False, False)),
    ("€ 850 ex btw", (None, None, False, False)),
    ("€ 850 te vermeerderen met btw", (None, None, False, False)),
    ("€ 850 inclusief btw", (None, None, False, True)),
    ("€ 850 (incl. 21 % btw)", (None, None, False, True)),
    ("€ 850 per dag (excl. btw)", ("per dag", None, False, False)),
    ("€ 850 excl. btw per dag", ("per dag", None, False, False)),
    ("circa € 850,- per dag, inclusief btw", ("per dag", "circa", True, True)),
]

SEVERAL = [
    ("€ 3.000 - € 4.000", ["3000.00", "4000.00"]),
    ("€ 3.000 -€ 4.000", ["3000.00", "4000.00"]),
    ("€ 3.000,- - € 4.000,-", ["3000.00", "4000.00"]),
    ("€ 3.000 tot 4.000", ["3000.00", "4000.00"]),
    ("€ 3.000 - 4.000", ["3000.00", "4000.00"]),
    ("tussen € 3.000 en 4.000", ["3000.00", "4000.00"]),
    ("€ 3.000 en 4.000 inwoners", ["3000.00"]),
    ("tussen 3.000 en 4.000 euro", ["3000.00", "4000.00"]),
    ("€ 3 à 4 miljoen", ["3000000.00", "4000000.00"]),
    ("3 tot 4 miljoen euro", ["3000000.00", "4000000.00"]),
    ("€ 500.000 tot 1 miljoen", ["500000.00", "1000000.00"]),
    ("€ 50 - 75 per uur", ["50.00", "75.00"]),
    ("€ 3 - 4 dagen", ["3.00"]),
    ("€ 3.000 tot 2016", ["3000.00"]),
    ("2016 - 500 euro", ["500.00"]),
    ("€ 12.500 (zegge: twaalfduizend euro)", ["12500.00", "12000.00"]),
    ("12 x € 850 = € 10.200", ["850.00", "10200.00"]),
    ("€ 1.000 € 2.000 € 3.000", ["1000.00", "2000.00", "3000.00"]),
    ("totaal 3.000 € 4.000", ["4000.00"]),
]

PERCENTAGES = [
    ("21%", ["21"]),
    ("21 %", ["21"]),
    ("12,5%", ["12.5"]),
    ("12,5 procent", ["12.5"]),
    ("100 pct.", ["100"]),
    ("twintig procent", ["20"]),
    ("60% en 40%", ["60", "40"]),
    ("2l%", ["21"]),
    ("12 procentpunt", []),
    ("procent", []),
    ("1S%", []),
    ("een procent", []),
]

CELLS = [
    ("12.500", "12500.00"),
    ("12.500,00", "12500.00"),
    ("12500", "12500.00"),
    ("1.250.000", "1250000.00"),
    ("6", "6.00"),
    ("12,5", "12.50"),
    ("  850,- ", "850.00"),
    ("€ 850", "850.00"),
    ("€ 850 per dag", "850.00"),
    ("€ 850 *", "850.00"),
    ("-850", "-850.00"),
    ("-/- 850", "-850.00"),
    ("€ -", "0.00"),
    ("€ -,--", "0.00"),
    ("1,2 miljoen", "1200000.00"),
    ("l2.500", "12500.00"),
    ("12,500", None),
    ("1S.000", None),
    ("850 uur", None),
    ("€ 850 € 900", None),
    ("zie bijlage € 850", None),
    ("p.m.", None),
    ("", None),
    ("-", None),
]

NUMBERS = [
    ("1.250", "1250"), ("6", "6"), ("12,5", "12.5"), ("-3", "-3"), ("1 250", "1250"),
    ("1.250,5", "1250.5"), ("12.5", "12.5"), (" 7 ", "7"), ("12,500", None), ("l2", None),
    ("6 dagen", None), ("zes", None), ("", None), ("1.2.3", None), ("12.50.000", None),
]  # fmt: skip

EMPTY = [
    ("van € per dag", ["€"]),
    ("kosten bedragen € .", ["€"]),
    ("Totaalsom: €\nOpmerkingen", ["€"]),
    ("€ a 1 dag € a", ["€", "€"]),
    ("een bedrag van euro per dag", ["euro"]),
    ("Totaal: EUR", ["EUR"]),
    ("€ 850", []),
    ("850 €", []),
    ("€ 1S.000", []),
    ("€ 12,500", []),
    ("(€)", []),
    ("bedrag in €", []),
    ("(x € 1.000)", []),
    ("€ -", []),
    ("de euro", []),
]

UNREADABLE = [
    ("€ 12,500", True),
    ("€ 1S.000", True),
    ("€ g.500,-", True),
    ("€ 12.500", False),
    ("€ per dag", False),
    ("bedragen x € 1.000", False),
]


def values(text: str) -> list[str]:
    return [format_amount(amount.value) for amount in find_amounts(text)]


@pytest.mark.parametrize(("text", "value"), EUROS)
def test_euros(text: str, value: str) -> None:
    (found,) = find_amounts(text)
    assert (format_amount(found.value), found.currency, found.repaired) == (value, "EUR", False)


@pytest.mark.parametrize(("text", "value"), GUILDERS)
def test_guilders(text: str, value: str) -> None:
    (found,) = find_amounts(text)
    assert (format_amount(found.value), found.currency, found.repaired) == (value, "NLG", False)


@pytest.mark.parametrize(("text", "value"), REPAIRED)
def test_repairs_what_can_be_read_in_one_way_and_says_so(text: str, value: str) -> None:
    (found,) = find_amounts(text)
    assert (format_amount(found.value), found.currency, found.repaired) == (value, "EUR", True)


@pytest.mark.parametrize(("text", "value", "currency"), IN_WORDS)
def test_sums_in_words(text: str, value: str, currency: str) -> None:
    (found,) = find_amounts(text)
    assert (format_amount(found.value), found.currency, found.in_words) == (value, currency, True)


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_leaves_alone_what_is_no_sum(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_what_stands_beside_a_sum(text: str, expected: tuple[object, ...]) -> None:
    (found,) = find_amounts(text)
    assert (found.unit, found.qualifier, found.approximate, found.including_vat) == expected
    assert found.value in (850, 250, Decimal("1.25"), Decimal("12.50"), Decimal("4.50"), 90)


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_ranges_and_rows(text: str, expected: list[str]) -> None:
    assert values(text) == expected
    assert [text[amount.start : amount.end] for amount in find_amounts(text)] == [
        amount.text for amount in find_amounts(text)
    ]


def test_the_unit_of_a_range_belongs_to_both_ends() -> None:
    assert [amount.unit for amount in find_amounts("€ 50 - 75 per uur")] == ["per uur", "per uur"]


@pytest.mark.parametrize(("text", "expected"), PERCENTAGES)
def test_percentages(text: str, expected: list[str]) -> None:
    assert [str(found.value) for found in find_percentages(text)] == expected


@pytest.mark.parametrize(("text", "expected"), CELLS)
def test_a_table_cell(text: str, expected: str | None) -> None:
    found = parse_amount(text)
    assert (format_amount(found.value) if found else None) == expected


def test_a_cell_without_a_sign_is_in_the_currency_of_its_table() -> None:
    plain, signed = parse_amount("12.500", "NLG"), parse_amount("€ 12.500", "NLG")
    assert plain is not None
    assert signed is not None
    assert (plain.currency, signed.currency) == ("NLG", "EUR")


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_a_plain_number(text: str, expected: str | None) -> None:
    number = parse_number(text)
    assert (str(number) if number is not None else None) == expected


@pytest.mark.parametrize(("text", "expected"), EMPTY)
def test_a_currency_without_a_number(text: str, expected: list[str]) -> None:
    assert [found.text for found in find_empty_amounts(text)] == expected


@pytest.mark.parametrize(("text", "unreadable"), UNREADABLE)
def test_digits_that_are_not_sure_are_no_amount(text: str, unreadable: bool) -> None:
    assert bool(list(find_unreadable_amounts(text))) is unreadable


@pytest.mark.parametrize(
    ("value", "text"),
    [("12500", "12500.00"), ("0.125", "0.13"), ("-3.5", "-3.50"), ("1E+3", "1000.00")],
)
def test_format_amount(value: str, text: str) -> None:
    assert format_amount(Decimal(value)) == text


CENTS = st.integers(0, 10**11)


def dutch(cents: int) -> str:
    whole = f"{cents // 100:,}".replace(",", ".")
    return f"{whole},{cents % 100:02}"


NOTATIONS = ["€ {}", "€{}", "EUR {}", "{} euro", "fl. {}", "ƒ {}", "{} gulden", "€ -{}", "(€ {}),"]


@pytest.mark.parametrize("notation", NOTATIONS)
@settings(max_examples=40, deadline=None)
@given(cents=CENTS)
def test_what_is_printed_is_read_back(notation: str, cents: int) -> None:
    text = f"een bedrag van {notation.format(dutch(cents))} voor"
    (found,) = find_amounts(text)
    assert abs(found.value) * 100 == cents
    assert not found.repaired
    assert text[found.start : found.end] == found.text
    assert (cell := parse_amount(dutch(cents))) is not None
    assert cell.value * 100 == cents
