"""What a word's legibility says: kinds of words, the dictionary, and how the tables are counted."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.geometry import Box
from pipeline.ocr.dictionary import is_known
from pipeline.ocr.legible import KINDS, _table, measured, probability
from pipeline.ocr.tesseract import Seen
from pipeline.page import ILLEGIBLE
from tests.benchmarks import legibility

PLACE = Box(0, 0, 100, 30)


def seen(text: str, confidence: float, agreed: float | None = None) -> Seen:
    return Seen(text, PLACE, confidence, agreed=agreed)


@pytest.mark.parametrize(
    "word", ["gemeente", "Gemeente", "SUBSIDIE", "wijk", "raadsbesluit", "zeeën"]
)
def test_words_of_the_list_are_known(word: str) -> None:
    assert is_known(word)


def test_few_strings_that_are_no_words_are_known() -> None:
    dice = np.random.default_rng(1)
    made = ["".join(dice.choice(list("abcdefghijklmnop"), 9)) for _ in range(2000)]
    assert sum(map(is_known, made)) < 60
    assert not is_known("het")  # of three letters too much is a word


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        (seen("gemeente,", 0.6), ("known", 0.6)),
        (seen("(Gemeente)", 0.6), ("known", 0.6)),
        (seen("gemzente", 0.6), ("unknown", 0.6)),
        (seen("de", 0.6), ("short", 0.6)),
        (seen("—", 0.6), ("short", 0.6)),
        (seen("€12.500", 0.6), ("figure", 0.6)),
        (seen("€12.500", 0.6, agreed=0.8), ("agreed", 0.8)),
    ],
)
def test_kinds_of_words(word: Seen, kind: tuple[str, float]) -> None:
    assert measured(word) == kind


def test_a_known_word_is_likelier_right_than_an_unknown_one() -> None:
    known, unknown, short = (probability(seen(word, 0.6)) for word in ("wijk", "wjjk", "wj"))
    assert known > 0.8 > 0.5 > max(unknown, short)


@pytest.mark.parametrize("kind", KINDS)
def test_more_confidence_is_never_less_legible(kind: str) -> None:
    knots, heights = _table()[kind]
    assert knots == sorted(set(knots))
    assert heights == sorted(heights)
    assert 0 < heights[0] < heights[-1] <= 1


def test_a_figure_of_which_the_readings_differ_is_in_doubt() -> None:
    """Below the least with which a figure in a table is believed; one all agree on is above."""
    assert probability(seen("3886", 0.89, agreed=0.2)) < 0.5
    assert probability(seen("3886", 0.89, agreed=0.4)) < 0.5
    assert probability(seen("3886", 0.3, agreed=1.0)) > 0.9


def test_what_cannot_be_read_stays_so() -> None:
    assert probability(seen(ILLEGIBLE, 0.0)) == 0.0


def test_between_two_values_it_lies_between() -> None:
    table = _table()["known"]
    (low, high), (least, most) = table[0][3:5], table[1][3:5]
    middle = probability(seen("gemeente", (low + high) / 2))
    assert middle == pytest.approx((least + most) / 2, abs=0.002)
    assert probability(seen("gemeente", 0.0)) == table[1][0]
    assert probability(seen("gemeente", 1.0)) == table[1][-1]


def test_which_words_are_right() -> None:
    """Each word of the page is found once; cut and joined ones are; codes and bar codes do not count."""
    truth = "De gemeente Ede\nvraagt € 12.500 aan Rijks-waterstaat █"
    read = [
        "gemeente",
        "gemeente",
        "Ede,",
        "12.500",
        "12.600",
        "vraagt€",
        "Rijks-",
        "10.2.e",
        "1" * 12,
    ]
    marked = dict(
        (word.text, right) if place != 1 else ("again", right)
        for place, (word, right) in enumerate(
            legibility.marked([seen(word, 0.9) for word in read], truth, {"10.2.e"})
        )
    )
    assert marked == {
        "gemeente": True,
        "again": False,
        "Ede,": True,
        "12.500": True,
        "12.600": False,
        "vraagt€": True,
        "Rijks-": True,
    }


def test_the_error_of_a_forecast() -> None:
    said, right = np.array([0.95, 0.95, 0.15, 0.15]), np.array([1.0, 1.0, 0.0, 1.0])
    assert legibility.error(said, right) == pytest.approx((0.1 + 0.7) / 4)
    assert legibility.error(right, right) == 0


def test_a_table_never_falls() -> None:
    pairs = np.array([(0.1, 1)] * 5 + [(0.4, 0)] * 5 + [(0.97, 1)] * 20, dtype=float)
    table = legibility._table(pairs)
    assert table["at"] == [pytest.approx(0.25), pytest.approx(0.97)]
    assert table["right"] == [0.5, pytest.approx(21 / 22, abs=0.001)]
