"""Any string gives values or nothing: no exception, no endless search, spans where they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dutch import amounts, dates, identifiers
from pipeline.dutch.counts import find_counts
from pipeline.dutch.names import find_persons
from pipeline.dutch.numbers import parse_number_word
from pipeline.dutch.vocabulary import page_number

Finder = Callable[[str], Iterable[Any]]
FINDERS: list[Finder] = [
    dates.find_dates,
    dates.find_partial_dates,
    amounts.find_amounts,
    amounts.find_percentages,
    amounts.find_empty_amounts,
    amounts.find_unreadable_amounts,
    find_persons,
    lambda text: find_counts(text, "gemeenten?|bijlagen?"),
    identifiers.find_ibans,
    identifiers.find_bsns,
    identifiers.find_postcodes,
    identifiers.find_emails,
    identifiers.find_phones,
    identifiers.find_po_boxes,
    identifiers.find_street_addresses,
]
PARSERS: list[Callable[[str], object]] = [
    amounts.parse_amount,
    amounts.parse_number,
    parse_number_word,
    page_number,
]
PIECES = [
    "28",
    "januari",
    "2016",
    "-",
    "/",
    ".",
    ",",
    " ",
    "\n",
    "€",
    "f",
    "12",
    "500",
    "l",
    "O",
    "I",
    "|",
    "euro",
    "miljoen",
    "van",
    "de",
    "der",
    "Meneer",
    "heer",
    "mr.",
    "A.",
    "Jansen",
    "zes",
    "honderd",
    "gemeenten",
    "t/m",
    "en",
    "tot",
    "%",
    "procent",
    "zegge",
    "NL91",
    "ABNA",
    "06",
    "+31",
    "@",
    "nl",
    "Kerkstraat",
    "1000 AE",
    "'",
    "per",
    "dag",
    "circa",
    "Pagina",
    "jl.",
    "maart",
    "'16",
    "XI",
    "é",
]
HOSTILE = [
    "1" * 5000,
    "€" * 5000,
    "van " * 1250,
    "1 " * 2500,
    "1." * 2500,
    "een" * 1600,
    "een " * 1250,
    "A." * 2500,
    "Aa-" * 1600,
    "heer " * 1000,
    "Van der " * 600,
    "a@" * 2500,
    "a." * 2500,
    "'" * 5000,
    "\n" * 5000,
    " " * 5000,
    "I" * 5000,
    "|" * 5000,
    "O " * 2500,
    "1-" * 2500,
    "06-" * 1600,
    "0 " * 2500,
    "maandag " * 600,
    "mr. " * 1200,
    "honderdduizend " * 330,
    "zegge " * 800,
    "€ 1" * 1600,
    "per " * 1200,
    "zes grote " * 500,
    "Kerkstraat " * 450,
    "twee tot " * 600,
    "Meneer/mevrouw, " * 300,
    "1 maart " * 600,
]


def check(find: Finder, text: str) -> None:
    end = 0
    for found in find(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.start >= end
        assert (
            getattr(found, "text", text[found.start : found.end]) == text[found.start : found.end]
        )
        end = found.end


@pytest.mark.parametrize("find", FINDERS)
@settings(max_examples=60, deadline=None)
@given(
    text=st.one_of(
        st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
    )
)
def test_finders_survive_anything(find: Finder, text: str) -> None:
    check(find, text)


@pytest.mark.parametrize("find", FINDERS)
@settings(max_examples=60, deadline=None)
@given(text=st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_finders_survive_words_in_any_order(find: Finder, text: str) -> None:
    check(find, text)


@pytest.mark.parametrize("find", FINDERS)
@pytest.mark.parametrize("text", HOSTILE, ids=[text[:9].strip() or "blank" for text in HOSTILE])
def test_finders_come_back_from_hostile_text(find: Finder, text: str) -> None:
    check(find, text)


@pytest.mark.parametrize("parse", PARSERS)
@settings(max_examples=80, deadline=None)
@given(
    text=st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
)
def test_parsers_survive_anything(parse: Callable[[str], object], text: str) -> None:
    parse(text)


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize("text", HOSTILE, ids=[text[:9].strip() or "blank" for text in HOSTILE])
def test_parsers_come_back_from_hostile_text(parse: Callable[[str], object], text: str) -> None:
    parse(text)
