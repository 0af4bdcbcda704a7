"""Confidence: what raises it, what lowers it, and that its weights can be learnt from values."""

from __future__ import annotations

import random

import pytest

from pipeline.extract import calibration
from pipeline.extract.calibration import Ground, by_hand, certain, confidence, ground_of
from tests.factories import letter_of

CLEAR = Ground(score=0.9, legibility=0.99, characters=20, figures=0)


@pytest.mark.parametrize(
    ("surer", "less"),
    [
        (CLEAR, CLEAR._replace(score=0.8)),
        (CLEAR, CLEAR._replace(legibility=0.7)),
        (CLEAR._replace(legibility=1.0), CLEAR),
        (CLEAR._replace(agreeing=1), CLEAR),
        (CLEAR, CLEAR._replace(rival=0.9)),
    ],
)
def test_what_makes_us_surer(surer: Ground, less: Ground) -> None:
    assert 0 < confidence(less) < confidence(surer) < 1


def test_what_was_not_read_was_not_misread() -> None:
    clear = CLEAR._replace(legibility=1.0)
    assert confidence(clear._replace(characters=2, figures=2)) == confidence(clear)


def test_a_score_set_by_hand_is_the_chance_of_its_rule() -> None:
    read = letter_of("Totaal 12").passage(0, 6)
    assert confidence(by_hand(read, 0.93)) == 0.93
    assert confidence(certain(0.9)) == 0.9
    assert confidence(CLEAR._replace(chosen=False)) < 0.9


def test_the_ground_of_a_passage() -> None:
    letter = letter_of("Kenmerk 2016/42")
    ground = ground_of(letter.passage(8, 15), 0.9, agreeing=2, rival=0.5)
    assert ground == Ground(0.9, 1.0, characters=7, figures=6, agreeing=2, rival=0.5)


def test_the_weights_come_out_of_values_that_they_made() -> None:
    from models.calibration import RULE_RIGHT, START, Row, fitted

    truth = {"intercept": 4.0, "illegibility": -6.0, "length": 0.0, "figures": 0.0}
    dice = random.Random(4)
    rows = []
    for _ in range(4000):
        ground = Ground(0.9, dice.random() * 0.98, dice.randint(1, 40), 0)
        chance = RULE_RIGHT * calibration.read_right(truth, ground)
        rows.append(Row(dice.random() < chance, ground))
    found = fitted(rows, calibration.print_features, START["print"], lambda _: RULE_RIGHT)
    assert found["intercept"] == pytest.approx(4.0, abs=0.7)
    assert found["illegibility"] == pytest.approx(-6.0, abs=0.7)
    assert found["length"] == pytest.approx(0.0, abs=0.2)


def test_values_at_first_sight_are_there() -> None:
    from models.calibration import FIRST_SIGHT, first_sight

    rows = first_sight(FIRST_SIGHT)
    assert {row.right for row in rows} == {True, False}
    assert all(0 < row.ground.score < 1 for row in rows)
