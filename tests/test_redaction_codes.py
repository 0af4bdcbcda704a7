"""Grounds in a box: every spelling, and readings with slips."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.redaction.codes import Shape, decode, grounds_in, law_codes, looks_like_code


@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        ("10.2.e", ["10.2.e"]),
        ("10.2.e.", ["10.2.e"]),
        ("10 2 e", ["10.2.e"]),
        ("10.2e", ["10.2.e"]),
        ("10.2.E", ["10.2.e"]),
        ("102e", ["10.2.e"]),
        ("(10)(2e)", ["10.2.e"]),
        ("(10)(2)(e)", ["10.2.e"]),
        ("10(2e)", ["10.2.e"]),
        ("art. 10, lid 2, onder e", ["10.2.e"]),
        ("artikel 10, tweede lid, aanhef en onder e", ["10.2.e"]),
        ("artikel 10 2e lid sub g", ["10.2.g"]),
        ("5.1.2e", ["5.1.2.e"]),
        ("5.1.2.e.", ["5.1.2.e"]),
        ("5.1, lid 2, onder e", ["5.1.2.e"]),
        ("5.1 lid 2 e", ["5.1.2.e"]),
        ("5.1 2 e", ["5.1.2.e"]),
        ("512e", ["5.1.2.e"]),
        ("5 1.2e", ["5.1.2.e"]),
        ("10,2b", ["10.2.b"]),
        ("art. 5 1 lid 2 sub e", ["5.1.2.e"]),
        ("5.1.5", ["5.1.5"]),
        ("5.2", ["5.2"]),
        ("5.2.1", ["5.2.1"]),
        ("11.1", ["11.1"]),
        ("(11)(1)", ["11.1"]),
        ("art. 67 AWR", ["67 AWR"]),
        ("10.2.e 10.2.g", ["10.2.e", "10.2.g"]),
        ("10.2.e; 10.2.g", ["10.2.e", "10.2.g"]),
        ("5.1.2e/5.1.2i", ["5.1.2.e", "5.1.2.i"]),
        ("10.2.e en g", ["10.2.e", "10.2.g"]),
        ("10.2.e\n10.2.e", ["10.2.e"]),
        ("5.1.2.e 10.2.e", ["5.1.2.e", "10.2.e"]),
        # no ground
        ("", []),
        ("AVG", []),
        ("buiten verzoek", []),
        ("10.2.h", []),
        ("10.1.e", []),
        ("5.1.1.f", []),
        ("10.2", []),
        ("2010.2.e", []),
        ("110.25", []),
        ("12", []),
        ("€ 5,20", []),
        ("020-5110211", []),
    ],
)
def test_every_spelling(text: str, grounds: list[str]) -> None:
    assert list(grounds_in(text)) == grounds


SHORT, TALL, LOW = (Shape(last=kind) for kind in ("short", "tall", "low"))


@pytest.mark.parametrize(
    ("readings", "shape", "grounds"),
    [
        (["5.1.2.e"], None, ["5.1.2.e"]),
        (["5.1.2e 5.1.2f"], None, ["5.1.2.e", "5.1.2.f"]),
        (["S.1.2.e"], None, ["5.1.2.e"]),
        (["5.i.2.e"], None, ["5.1.2.e"]),
        (["1O.2.e"], None, ["10.2.e"]),
        (["10.2.9"], LOW, ["10.2.g"]),
        (["10.?.b"], None, ["10.2.b"]),
        (["5126", "5.12.8"], SHORT, ["5.1.2.e"]),
        (["5126", "5.12.b"], TALL, ["5.1.2.b"]),
        (["1.2.e", "1.2.e"], Shape("wide", "short"), ["5.1.2.e"]),  # the first figure cut off
        (["5.1.2.e", "~."], SHORT, ["5.1.2.e"]),
        (["11.1", "11.1"], None, ["11.1"]),
        # cannot be told
        (["5126"], None, []),
        (["5.1.2.b", "5.1.2.b"], SHORT, []),  # what is read is not what is seen
        (["5.1.2.e", "5.1.2.c"], SHORT, []),
        (["5.1.2.e 5.1.2.f", "5.1.2.e"], None, []),
        (["10.z.b"], None, []),
        (["11.1", "~"], None, []),
        (["5.1.2"], None, []),
        (["10.2."], None, []),
        (["10.2.0"], None, []),
        (["buiten verzoek"], None, []),
        (["e"], None, []),
        (["", ""], None, []),
        (["~%#"], None, []),
    ],
)
def test_readings_with_slips(readings: list[str], shape: Shape | None, grounds: list[str]) -> None:
    assert list(decode(*readings, shape=shape)) == grounds


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789.,() abcdefghilnodrust/;€\n", max_size=24))
def test_only_codes_that_the_law_has(text: str) -> None:
    assert set(grounds_in(text)) <= law_codes()
    assert set(decode(text)) <= law_codes()


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(law_codes() - {"67"})))
def test_every_code_reads_as_itself(code: str) -> None:
    assert grounds_in(code) == (code,)
    assert decode(code) == (code,)


@pytest.mark.parametrize("word", ["5.1.2e", "512e", "S12e", "10.2.", "[5.12e", "&t2e"])
def test_looks_like_code(word: str) -> None:
    assert looks_like_code(word)


@pytest.mark.parametrize(
    "word", ["", "de", "2016", "1381", "€", "Almere", "12.500,00", "e", "2e", "BTW"]
)
def test_no_code(word: str) -> None:
    assert not looks_like_code(word)
