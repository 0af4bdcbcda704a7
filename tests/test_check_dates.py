from __future__ import annotations

import datetime as dt

import pytest

from pipeline.record import Severity
from tests.cases import breaches, case, day, message


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Op maandag 28 januari 2016 sprak ik u.", 1),
        ("Op donderdag 28 januari 2016 sprak ik u.", 0),
        ("Op 28 januari 2016 sprak ik u.", 0),
        ("Wij zien u op vrijdag 1 juni 2018 en op zaterdag 2 juni 2018.", 0),
        ("Wij zien u op vrijdag 1 juni 2018 en op vrijdag 2 juni 2018.", 1),
        ("woensdag 31 april 2019", 0),  # another finding's
    ],
)
def test_weekday_mismatch(text, count):
    assert len(breaches("date-weekday-mismatch", case(text))) == count


def test_weekday_message():
    of = case("Op woensdag 22 januari 2019 sprak ik u.")
    assert message("date-weekday-mismatch", of) == (
        "'woensdag 22 januari 2019': that day was a Tuesday, not a Wednesday."
    )
    assert "een dinsdag, geen woensdag" in message("date-weekday-mismatch", of, "nl")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("graag vóór 31 april 2019.", 1),
        ("graag vóór 30 april 2019.", 0),
        ("op 29 februari 2019", 1),
        ("op 29 februari 2020", 0),
        ("per 31-06-2018 eindigt", 1),
        ("kenmerk 31-13-2018", 0),  # no month: a number
        ("van 39 april 2019", 0),  # a misread digit rather than a calendar of its own
    ],
)
def test_impossible(text, count):
    assert len(breaches("date-impossible", case(text))) == count


def test_impossible_message():
    assert message("date-impossible", case("vóór 31 april 2019.")).endswith("has 30 days.")


@pytest.mark.parametrize(
    ("today", "count"), [("2016-01-27", 1), ("2016-01-28", 0), ("2026-01-01", 0)]
)
def test_in_future(today, count):
    of = case(today=dt.date.fromisoformat(today), date=day("2016-01-28"))
    assert len(breaches("date-in-future", of)) == count


def test_missing():
    assert len(breaches("date-missing", case("Geachte heer,"))) == 1
    assert breaches("date-missing", case("28 januari 2016", date=day("2016-01-28"))) == []


@pytest.mark.parametrize(
    ("date", "answered", "count"),
    [
        ("2019-02-14", "2019-03-05", 1),
        ("2019-02-14", "2019-02-14", 0),
        ("2019-02-14", "2018-12-05", 0),
    ],
)
def test_reply_precedes(date, answered, count):
    of = case(date=day(date), replies_to=day(answered))
    assert len(breaches("reply-precedes-letter", of)) == count


def test_a_doubtful_date_gives_a_warning():
    of = case(date=day("2019-02-14"), replies_to=day("2019-03-05", confidence=0.3))
    (found,) = breaches("reply-precedes-letter", of)
    assert found.severity is Severity.warning


FIRST = "Datum: 3 mei 2019\nOns kenmerk: 12\n\nGeachte heer,\n\nTekst van de brief.\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (FIRST + "\fDatum\n3 mei 2019\n\nVervolg van de brief.", 0),
        (FIRST + "\fDatum\n5 mei 2019\n\nVervolg van de brief.", 1),
        (FIRST + "\fDatum: 03-05-2019\n\nVervolg van de brief.", 0),
        (FIRST + "\n\nDatum: 8 juni 2019\nTijd: 10.00 uur\nPlaats: Ede", 0),  # an invitation
        (FIRST + "\fBijlage 1\n\nDatum: 1 januari 2018\n\nTekst.", 0),  # of an enclosure
        ("Verzonden: 4 mei 2019\n" + FIRST, 0),
        ("Datum: 3 mei 2019\nUw brief van: 1 mei 2019\n\nGeachte heer,", 0),
        (FIRST + "\fVervolg van onze brief van 9-5-2019, blad 2\n\nTekst.", 1),
        (FIRST + "\fVervolg van onze brief van 3-5-2019, blad 2\n\nTekst.", 0),
        (FIRST + "\fWerkgelegenheid Ons kenmerk Datum Blad\nDGA 12 9 mei 2019 2 van 2\n\nEn.", 1),
        (FIRST + "\fWerkgelegenheid Ons kenmerk Datum Blad\nDGA 12 3 mei 2019 2 van 2\n\nEn.", 0),
        (FIRST + "\fUw brief van Datum Blad\n9 april 2019 3 mei 2019 2 van 2\n\nEn.", 0),
        (FIRST + "\fUw brief van Datum Blad\n3 mei 2019 9 mei 2019 2 van 2\n\nEn.", 1),
        (FIRST + "\fAlle gemeenten hebben het plan Datum\n9 mei 2019\nvastgesteld.", 1),
        (FIRST + "\fEde, 5 mei 2019\n\nGeachte heer,\n\nTekst van de brief.", 1),
        (FIRST + "\fEde, 3 mei 2019\n\nGeachte heer,\n\nTekst van de brief.", 0),
        (FIRST + "\f12 MEI 2019\n\nGeachte heer,\n\nTekst van de brief.", 0),  # a stamp
        (FIRST + "\fUw brief van\n2 april 2019\n\nGeachte heer,\n\nTekst.", 0),
        (FIRST + "\fWij sluiten af.\n\nEde, 9 mei 2019\n\nDe voorzitter", 0),  # no head
    ],
)
def test_disagree(text, count):
    assert len(breaches("dates-disagree", case(text))) == count


@pytest.mark.parametrize(
    ("head", "count"),
    [
        ("Uw kenmerk: 12", 1),
        ("Datum: 3 rnei 2O19", 0),  # there is one, which could not be read
        ("Kenmerk: 12\nDatum:", 1),
    ],
)
def test_a_date_that_was_not_read_is_not_missing(head, count):
    assert len(breaches("date-missing", case(head + "\n\nGeachte heer,\n\nTekst."))) == count


@pytest.mark.parametrize(("day", "count"), [("2 maart 2023", 0), ("12 maart 2023", 1)])
def test_what_stands_under_a_label_with_its_value_is_no_value(day, count):
    head = f"Kade 4, 1012 AB Amsterdam\nT 0223 61 00 00\nEde, 2 maart 2023\n\nDatum: {day}"
    text = head + "\nOns kenmerk: 12\n\nGeachte heer,\n\nWij vragen u dit te doen."
    assert len(breaches("dates-disagree", case(text))) == count


def test_the_head_of_a_later_page_in_two_lines():
    text = "Ede, 2 maart 2023\n\nGeachte heer,\n\nWij vragen u dit te doen.\f"
    later = "J. Vos, vervolg van mijn brief\nvan 2 mei 2023, blad 2\n\nEn ook dat."
    assert len(breaches("dates-disagree", case(text + later))) == 1
