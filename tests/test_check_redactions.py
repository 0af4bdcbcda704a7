from __future__ import annotations

import pytest

from pipeline.check import Case
from pipeline.geometry import Box
from pipeline.letter import Letter
from pipeline.page import Block, Cover, Line, Page, TextFrom, Word
from pipeline.record import Covers, Redaction
from tests.cases import HERE, breaches, case, day, message


def redaction(*grounds, covers=Covers.person):
    return Redaction(
        page=1,
        bbox=None,
        covers=covers,
        grounds=grounds,
        text="; ".join(grounds),
        confidence=0.9,
        evidence=HERE,
        source="test",
    )


def test_without_ground_is_one_finding_a_letter():
    of = case(redactions=(redaction(), redaction("10.2.e"), redaction()))
    assert message("redaction-without-ground", of).startswith("2 of 3 ")
    assert breaches("redaction-without-ground", case(redactions=(redaction("10.2.e"),))) == []


@pytest.mark.parametrize(
    ("grounds", "covers", "printed", "count"),
    [
        ((), Covers.person, False, 1),
        ((), Covers.person, True, 0),  # what is printed in it could not be read
        ((), Covers.unknown, False, 0),  # a stamp or a bar
        (("10.2.e",), Covers.unknown, True, 0),
    ],
)
def test_without_ground_on_a_scanned_page(grounds, covers, printed, count):
    box = Box(10, 10, 60, 22)
    word = Word("█", box, cover=Cover(box, "black", " ".join(grounds), printed=printed))
    page = Page(1, 595, 842, (Block((Line((word,), 1),)),), text_from=TextFrom.ocr)
    letter = Letter((page,))
    ((_, place),) = letter.covered
    covered = redaction(*grounds, covers=covers).model_copy(update={"evidence": place.evidence})
    of = case(redactions=(covered,))
    found = breaches("redaction-without-ground", Case(letter, of.record, of.today))
    assert len(found) == count


@pytest.mark.parametrize(
    ("date", "covered", "count"),
    [
        ("2016-01-28", redaction("10.2.e"), 0),
        ("2016-01-28", redaction("5.1.2.e"), 0),  # released later
        ("2023-01-28", redaction("10.2.e"), 1),
        ("2023-01-28", redaction("5.1.2.e"), 0),
        ("2016-01-28", redaction("10.2.e", covers=Covers.amount), 1),
        ("2016-01-28", redaction("10.2.b", covers=Covers.amount), 0),
        ("2016-01-28", redaction("10.2.e", "10.2.b", covers=Covers.amount), 0),
    ],
)
def test_ground_odd(date, covered, count):
    of = case(date=day(date), redactions=(covered,))
    assert len(breaches("redaction-ground-odd", of)) == count


@pytest.mark.parametrize(
    ("date", "codes", "odd"),
    [
        ("2019-01-28", ["10.2.e", "10.2.e", "5.1.2.e"], ["5.1.2.e"]),
        ("2019-01-28", ["5.1.2.e", "5.1.2.b", "10.2.e"], ["10.2.e"]),
        ("2019-01-28", ["5.1.2.e", "5.1.2.b"], []),
        ("2023-01-28", ["5.1.2.e", "5.1.2.b", "10.2.e"], ["10.2.e"]),
    ],
)
def test_grounds_of_two_acts(date, codes, odd):
    of = case(date=day(date), redactions=tuple(redaction(code) for code in codes))
    assert [found.details["code"] for found in breaches("redaction-ground-odd", of)] == odd


def test_the_law_is_asked_only_where_the_date_is_known():
    assert breaches("redaction-ground-odd", case(redactions=(redaction("10.2.e"),))) == []


@pytest.mark.parametrize(("hidden", "count"), [(0, 0), (14, 1)])
def test_leak(hidden, count):
    box = Box(10, 10, 60, 22)
    word = Word("█", box, cover=Cover(box, "black", hidden=hidden))
    page = Page(1, 595, 842, (Block((Line((word,), 1),)),))
    of = case()
    assert len(breaches("redaction-leak", Case(Letter((page,)), of.record, of.today))) == count
