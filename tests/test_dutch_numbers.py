"""Number words, both ways."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dutch.numbers import (
    number_word,
    number_words_before,
    parse_number_word,
)

WORDS = [
    ("nul", 0), ("een", 1), ("één", 1), ("Een", 1), ("twee", 2), ("drie", 3), ("zes", 6),
    ("tien", 10), ("elf", 11), ("twaalf", 12), ("dertien", 13), ("veertien", 14),
    ("achttien", 18), ("negentien", 19), ("twintig", 20), ("eenentwintig", 21),
    ("tweeëntwintig", 22), ("tweeentwintig", 22), ("twee-en-twintig", 22), ("drieëndertig", 33),
    ("vijfentwintig", 25), ("achtenveertig", 48), ("zeventig", 70), ("tachtig", 80),
    ("negenennegentig", 99), ("honderd", 100), ("honderdeen", 101), ("honderd en een", 101),
    ("honderdachttien", 118), ("honderdtwintig", 120), ("honderdtachtig", 180),
    ("tweehonderd", 200), ("driehonderdvijftien", 315), ("negenhonderdnegenennegentig", 999),
    ("duizend", 1000), ("duizend en een", 1001), ("duizendvijftig", 1050),
    ("twaalfhonderd", 1200), ("vijftienhonderd", 1500), ("vijfentwintighonderd", 2500),
    ("twaalfduizend vijfhonderd", 12500), ("twaalfduizendvijfhonderd", 12500),
    ("twaalf duizend vijf honderd", 12500), ("eenentwintigduizend", 21000),
    ("vijfentwintig duizend", 25000), ("honderdduizend", 100_000),
    ("tweehonderdvijftigduizend", 250_000), ("een miljoen", 1_000_000),
    ("drie miljoen", 3_000_000), ("driemiljoen", 3_000_000),
    ("twee miljoen driehonderdduizend vijf", 2_300_005), ("twaalf miljard", 12_000_000_000),
    ("anderhalf miljoen", 1_500_000), ("een half miljoen", 500_000), ("anderhalfduizend", 1500),
    ("twee en een half miljoen", 2_500_000), ("beide", 2), ("allebei", 2),
    ("twaalf-\nduizend", 12_000), ("TWAALFDUIZEND", 12_000),
]  # fmt: skip

FRACTIONS = [("anderhalf", "1.5"), ("tweeënhalf", "2.5"), ("drieënhalve", "3.5"), ("half", "0.5")]

NO_WORDS = [
    "", "enkele", "paar", "derde", "twintigste", "gemeenten", "en", "miljoen", "tigtig", "zeseneen",
    "twintigeen", "honderdhonderd", "duizend duizend", "eenen", "twee drie", "zesde", "zessen",
    "nulduizend", "duizend twaalfhonderd", "12", "x" * 5000,
]  # fmt: skip



@pytest.mark.parametrize(("text", "number"), WORDS)
def test_words(text: str, number: int) -> None:
    assert parse_number_word(text) == number


@pytest.mark.parametrize(("text", "number"), FRACTIONS)
def test_fractions(text: str, number: str) -> None:
    assert parse_number_word(text) == Decimal(number)


@pytest.mark.parametrize("text", NO_WORDS)
def test_what_is_no_number(text: str) -> None:
    assert parse_number_word(text) is None


@pytest.mark.parametrize(
    ("number", "word"),
    [(1, "een"), (22, "tweeëntwintig"), (101, "honderdeen"), (1000, "duizend"),
     (12500, "twaalfduizend vijfhonderd"), (1_000_000, "een miljoen"), (0, "nul")],
)  # fmt: skip
def test_spelling(number: int, word: str) -> None:
    assert number_word(number) == word


@given(st.integers(0, 999_999_999))
@settings(max_examples=300, deadline=None)
def test_round_trip(number: int) -> None:
    word = number_word(number)
    assert parse_number_word(word) == number
    assert parse_number_word(word.replace(" ", "").replace("ë", "e").upper()) == number


@pytest.mark.parametrize("number", [-1, 10**12])
def test_out_of_range(number: int) -> None:
    with pytest.raises(ValueError, match="give a number"):
        number_word(number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ruim twaalfduizend vijfhonderd euro", (5, 12500)),
        ("de een euro", None),
        ("één euro", (0, 1)),
        ("gemeenten euro", None),
        ("achthonderdduvizend vierenzeventig euro", None),
    ],
)
def test_words_before(text: str, expected: tuple[int, int] | None) -> None:
    assert number_words_before(text, text.index("euro")) == expected
