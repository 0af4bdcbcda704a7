"""Dates: every notation read, what only looks like a date left alone."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dutch.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    WEEKDAYS,
    find_dates,
    find_partial_dates,
    weekday_of,
)

PLAIN = [
    ("11 juli 2016/287 WS 34", "2016-07-11"),
    ("28 januari 2016", "2016-01-28"),
    ("Almere, 28 januari 2016", "2016-01-28"),
    ("1 februari 1999", "1999-02-01"),
    ("15 maart 2000", "2000-03-15"),
    ("30 april 1945", "1945-04-30"),
    ("5 mei 2020", "2020-05-05"),
    ("21 juni 2013", "2013-06-21"),
    ("14 juli 1989", "1989-07-14"),
    ("31 augustus 1948", "1948-08-31"),
    ("9 september 2021", "2021-09-09"),
    ("03 oktober 2022", "2022-10-03"),
    ("11 november 1918", "1918-11-11"),
    ("24 december 1851", "1851-12-24"),
    ("28 Januari 2016", "2016-01-28"),
    ("28 JANUARI 2016", "2016-01-28"),
    ("28 jan. 2016", "2016-01-28"),
    ("28 jan 2016", "2016-01-28"),
    ("28 JAN 2016", "2016-01-28"),
    ("3 feb. 2016", "2016-02-03"),
    ("3 febr. 2016", "2016-02-03"),
    ("3 mrt. 2016", "2016-03-03"),
    ("3 apr. 2016", "2016-04-03"),
    ("3 jun. 2016", "2016-06-03"),
    ("3 jul. 2016", "2016-07-03"),
    ("3 aug. 2016", "2016-08-03"),
    ("3 sept. 2016", "2016-09-03"),
    ("3 sep. 2016", "2016-09-03"),
    ("3 okt. 2016", "2016-10-03"),
    ("3 oct. 2016", "2016-10-03"),
    ("3 nov. 2016", "2016-11-03"),
    ("3 dec. 2016", "2016-12-03"),
    ("28\njanuari 2016", "2016-01-28"),
    ("28 januari\n2016", "2016-01-28"),
    ("28  januari   2016", "2016-01-28"),
    ("28 januari, 2016", "2016-01-28"),
    ("28 septem-\nber 2016", "2016-09-28"),
    ("de 28e januari 2016", "2016-01-28"),
    ("de 1ste maart 2016", "2016-03-01"),
    ("de 3de maart 2016", "2016-03-03"),
    ("d.d. 28 januari 2016", "2016-01-28"),
    ("(28 januari 2016)", "2016-01-28"),
    ("uw brief van 28 januari 2016, ons kenmerk 12", "2016-01-28"),
    ("28 januari 2016.", "2016-01-28"),
    ("28 januari 2016: besluit", "2016-01-28"),
    ("_28 januari 2016", "2016-01-28"),
    ("28-jan-2016", "2016-01-28"),
    ("28/jan/2016", "2016-01-28"),
    ("4 januarij 1860", "1860-01-04"),
    ("4 julij 1860", "1860-07-04"),
    ("28 march 2016", "2016-03-28"),
    ("28 January 2016", "2016-01-28"),
    ("28 août 2016", "2016-08-28"),
    ("28 Dezember 2016", "2016-12-28"),
    ("zaterdag, juli 9, 2022 8:16", "2022-07-09"),
    ("July 9, 2022", "2022-07-09"),
    ("28-01-2016", "2016-01-28"),
    ("28-1-2016", "2016-01-28"),
    ("1-3-2016", "2016-03-01"),
    ("28/1/2016", "2016-01-28"),
    ("28/01/2016", "2016-01-28"),
    ("28.01.2016", "2016-01-28"),
    ("28.1.2016", "2016-01-28"),
    ("28 - 01 - 2016", "2016-01-28"),
    ("28. 01. 2016", "2016-01-28"),
    ("28–01–2016", "2016-01-28"),
    ("d.d.28-01-2016", "2016-01-28"),
    ("Datum:28-01-2016", "2016-01-28"),
    ("28-01-2016 14:30", "2016-01-28"),
    ("01-06-2020/zaak", None),
    ("2016-01-28", "2016-01-28"),
    ("2016-01-28T10:00", "2016-01-28"),
    ("2016/01/28", "2016-01-28"),
    ("28-I-1987", "1987-01-28"),
    ("28/XI/1987", "1987-11-28"),
    ("28.XII.1987", "1987-12-28"),
    ("28 - IV - 1987", "1987-04-28"),
]

REPAIRED = [
    ("28 januarl 2016", "2016-01-28"),
    ("28 januar1 2016", "2016-01-28"),
    ("28 janvari 2016", "2016-01-28"),
    ("28 ianuari 2016", "2016-01-28"),
    ("3 rnaart 2016", "2016-03-03"),
    ("3 maait 2016", "2016-03-03"),
    ("3 apriI 2016", "2016-04-03"),
    ("3 me1 2016", "2016-05-03"),
    ("3 jull 2016", "2016-07-03"),
    ("3 junl 2016", "2016-06-03"),
    ("3 augustas 2016", "2016-08-03"),
    ("3 septernber 2016", "2016-09-03"),
    ("3 0ktober 2016", "2016-10-03"),
    ("3 novernber 2016", "2016-11-03"),
    ("l maart 2016", "2016-03-01"),
    ("op I maart 2016", "2016-03-01"),
    ("I6 mei 2012", "2012-05-16"),
    ("3O april 2014", "2014-04-30"),
    ("O3 april 2014", "2014-04-03"),
    ("2 8 SEP. 2021", "2021-09-28"),
    ("INGEKOMEN 2 8 SEP. 2021", "2021-09-28"),
    ("0 3 OKT 2022", "2022-10-03"),
    ("1 8 december 1 987", "1987-12-18"),
    ("28 januari 201 6", "2016-01-28"),
    ("28 januari 20 16", "2016-01-28"),
    ("28 januari 2O16", "2016-01-28"),
    ("28 januari 20l6", "2016-01-28"),
    ("Zwolle,28 januari2016", "2016-01-28"),
    ("28januari 2016", "2016-01-28"),
    ("14, februari 2023", "2023-02-14"),
    ("O1-O3-2016", "2016-03-01"),
    ("28-Ol-2016", "2016-01-28"),
    ("l-3-2016", "2016-03-01"),
]

SHORT_YEAR = [
    ("28-01-16", "2016-01-28"),
    ("28/1/16", "2016-01-28"),
    ("28.01.16", "2016-01-28"),
    ("28-01-87", "1987-01-28"),
    ("28 jan '16", "2016-01-28"),
    ("28 januari ’98", "1998-01-28"),
    ("28-jan-16", "2016-01-28"),
    ("28-XI-87", "1987-11-28"),
]

NO_DATES = [
    "1 januari 2016/2017",
    "06-12-34 56 78",
    "038-499 88 99",
    "telefoon 010-12-2016 99",
    "art. 10-2",
    "artikel 10, lid 2, van 2016",
    "kenmerk 2016-01-2812",
    "kenmerk 2016-01-28-12",
    "Z/2016/01/28/7",
    "AB-28-01-2016",
    "28-01-2016-AB",
    "10.2.e",
    "5.1.2.16",
    "2500 EH DEN HAAG",
    "€ 12.500",
    "12.500,50",
    "192.168.10.2016",
    "versie 1.28.01.2016",
    "2/3",
    "pagina 2/3",
    "10:30",
    "09.30-10.15",
    "3-1-12",
    "5.2.15",
    "28-01-45",
    "4/15/2018",
    "28 januari",
    "januari 2016",
    "28 gemeenten 2016",
    "28 juin-juli 2016",
    "26 maart 9081",
    "28 januari 1849",
    "28 januari 2101",
    "28 januari 20161",
    "45 januari 2016",
    "0 januari 2016",
    "Fase I maart 2016",
    "Deel II mei 2016",
    "28 ju?i 2016",
    "28 jui 2016",
    "23 juli 201 |",
    "| augustus 2016",
    "2S januari 2016",
    "B8-01-2016",
    "28 I 1987",
    "wij 2016",
    "",
]

IMPOSSIBLE = ["31 februari 2016", "29 februari 2015", "31-04-2016", "32 januari 2016", "28-13-2016"]

WITH_WEEKDAY = [
    ("maandag 28 januari 2016", "maandag"),
    ("Donderdag 28 januari 2016", "donderdag"),
    ("donderdag, 28 januari 2016", "donderdag"),
    ("donderdag de 28e januari 2016", "donderdag"),
    ("donderdag\n28 januari 2016", "donderdag"),
    ("donderdag 28-01-2016", "donderdag"),
    ("do. 28 jan. 2016", "donderdag"),
    ("ma 28 jan 2016", "maandag"),
    ("28 januari 2016", None),
    ("zo 28 januari 2016", None),
]

RANGES = [
    ("3 t/m 5 maart 2016", ["2016-03-03", "2016-03-05"]),
    ("3 tot en met 5 maart 2016", ["2016-03-03", "2016-03-05"]),
    ("3-5 maart 2016", ["2016-03-03", "2016-03-05"]),
    ("3 – 5 maart 2016", ["2016-03-03", "2016-03-05"]),
    ("3 en 4 maart 2016", ["2016-03-03", "2016-03-04"]),
    ("3, 4 en 5 maart 2016", ["2016-03-03", "2016-03-04", "2016-03-05"]),
    ("28 februari t/m 3 maart 2016", ["2016-02-28", "2016-03-03"]),
    ("28 december t/m 3 januari 2017", ["2016-12-28", "2017-01-03"]),
    ("maandag 3 en dinsdag 4 maart 2014", ["2014-03-03", "2014-03-04"]),
    ("03-03-2016 t/m 05-03-2016", ["2016-03-03", "2016-03-05"]),
    ("01-06-2020/30-06-2020", ["2020-06-01", "2020-06-30"]),
    ("artikel 3 en 5 maart 2016", ["2016-03-05"]),
    ("punt 3, 5 maart 2016", ["2016-03-05"]),
    ("zaak 12 tot 5 maart 2016", ["2016-03-05"]),
]

PARTIAL = [
    ("1 maart jl.", (1, 3, None, "jl.")),
    ("1 maart j.l. heeft u", (1, 3, None, "j.l.")),
    ("3 mei a.s.", (3, 5, None, "a.s.")),
    ("op 3 mei aanstaande", (3, 5, None, "aanstaande")),
    ("donderdag 3 maart", (3, 3, None, None)),
    ("maart 2016", (None, 3, 2016, None)),
    ("in maart 2016", (None, 3, 2016, None)),
    ("begin maart 2016", (None, 3, 2016, "begin")),
    ("eind 2015", (None, None, 2015, "eind")),
    ("begin 2016", (None, None, 2016, "begin")),
    ("medio 2016", (None, None, 2016, "medio")),
    ("in 2016", (None, None, 2016, "in")),
    ("vanaf 2017", (None, None, 2017, "vanaf")),
    ("najaar 2015", (None, None, 2015, "najaar")),
    ("eerste kwartaal 2016", (None, None, 2016, "eerste kwartaal")),
]

NOT_EVEN_PARTIAL = [
    "28 januari 2016",
    "2016",
    "kenmerk 2016-12",
    "3 gemeenten",
    "in 2016-17",
    "in 3016",
    "34 maart",
    "1-3",
]


def values(text: str) -> list[str | None]:
    return [str(date.value) if date.value else None for date in find_dates(text)]


@pytest.mark.parametrize(("text", "value"), PLAIN)
def test_reads_every_notation_as_it_stands(text: str, value: str | None) -> None:
    assert values(text) == ([value] if value else [])
    assert not any(date.repaired for date in find_dates(text))


@pytest.mark.parametrize(("text", "value"), REPAIRED)
def test_repairs_what_can_be_read_in_one_way_and_says_so(text: str, value: str) -> None:
    (found,) = find_dates(text)
    assert (str(found.value), found.repaired) == (value, True)


@pytest.mark.parametrize(("text", "value"), SHORT_YEAR)
def test_flags_a_year_of_two_digits(text: str, value: str) -> None:
    (found,) = find_dates(text)
    assert str(found.value) == value
    assert found.kind in ("short-year", "roman")


@pytest.mark.parametrize("text", NO_DATES)
def test_leaves_alone_what_is_no_date(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_a_day_that_does_not_exist_has_no_value(text: str) -> None:
    assert values(text) == [None]


@pytest.mark.parametrize(("text", "weekday"), WITH_WEEKDAY)
def test_the_weekday_is_the_one_written(text: str, weekday: str | None) -> None:
    (found,) = find_dates(text)
    assert found.weekday == weekday
    assert found.text.startswith(text[:2]) is (weekday is not None or text.startswith("28"))


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_both_ends_of_a_range(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(("text", "expected"), PARTIAL)
def test_partial_dates(text: str, expected: tuple[object, ...]) -> None:
    (found,) = find_partial_dates(text)
    assert (found.day, found.month, found.year, found.qualifier) == expected


@pytest.mark.parametrize("text", NOT_EVEN_PARTIAL)
def test_no_partial_dates(text: str) -> None:
    assert list(find_partial_dates(text)) == []


def test_a_stray_digit_belongs_to_what_it_stands_with() -> None:
    assert values("Vraag 2 8 september 2021") == ["2021-09-08"]
    assert values("Verzonden op 2 8 september 2021") == ["2021-09-28"]


def test_an_ambiguous_month_is_not_chosen() -> None:
    assert values("3 juii 2016") == ["2016-07-03"]
    assert values("3 jui 2016") == []


def test_spans_are_where_the_text_stands() -> None:
    text = "Van 3 t/m 5 maart 2016 en\nop maandag 28-01-2016, op 2 8 SEP. 2021."
    assert [text[date.start : date.end] for date in find_dates(text)] == [
        date.text for date in find_dates(text)
    ]
    assert [date.text for date in find_dates(text)] == [
        "3",
        "5 maart 2016",
        "maandag 28-01-2016",
        "2 8 SEP. 2021",
    ]


DAYS = st.dates(dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31))
NOTATIONS = [
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{weekday_of(day)} {day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day:02} {MONTHS[day.month - 1].upper()} {day.year}",
    lambda day: f"{day.day}\n{MONTHS[day.month - 1]}\n{day.year}",
    lambda day: f"{day.day:02}-{day.month:02}-{day.year}",
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day.day}.{day.month:02}.{day.year}",
    lambda day: day.isoformat(),
]


@pytest.mark.parametrize("notation", NOTATIONS)
@settings(max_examples=40, deadline=None)
@given(day=DAYS)
def test_what_is_printed_is_read_back(notation: object, day: dt.date) -> None:
    assert callable(notation)
    (found,) = find_dates(f"Zwolle, {notation(day)}.")
    assert (found.value, found.repaired) == (day, False)


@given(day=DAYS)
@settings(max_examples=30, deadline=None)
def test_weekday_of_names_seven_days_in_turn(day: dt.date) -> None:
    following = WEEKDAYS[(WEEKDAYS.index(weekday_of(day)) + 1) % 7]
    assert weekday_of(day + dt.timedelta(days=1)) == following
    assert weekday_of(dt.date(2016, 1, 28)) == "donderdag"
