"""How sure a value is: the rule that found it may be wrong, and its print may be misread.

Both chances are logistic, with the weights of models/calibration.json (see models/README.md), and
the confidence is their product. On print that is perfectly legible nothing can be misread.
"""

from __future__ import annotations

import json
import math
from functools import cache
from typing import NamedTuple

from pipeline.letter import Passage
from pipeline.shipped import model_path

Weights = dict[str, dict[str, float]]
_LEAST = 0.01  # no rule is sure, and none is certainly wrong


class Ground(NamedTuple):
    """What the confidence of a value rests on."""

    score: float
    """Of its finder, 0 to 1."""
    legibility: float
    """Of the least legible word that was read, 0 to 1."""
    characters: int
    """That were read."""
    figures: int
    """Of them digits, which no dictionary speaks for."""
    agreeing: int = 0
    """Further finders that say the same value."""
    rival: float = 0.0
    """Rank of the best other value, as a share of this one's; 0 without any."""
    chosen: bool = True
    """From among finders of a head; else its score was set by hand as the chance of its rule."""


def ground_of(passage: Passage, score: float, agreeing: int = 0, rival: float = 0.0) -> Ground:
    """What is known of a value that stands in a passage and was chosen among finders."""
    figures = sum(map(str.isdigit, passage.text))
    return Ground(score, passage.legibility, len(passage.text), figures, agreeing, rival)


def by_hand(passage: Passage, score: float) -> Ground:
    """What is known of a value that only one rule looks for, such as the cell of a table."""
    return ground_of(passage, score)._replace(chosen=False)


def certain(score: float) -> Ground:
    """What is known of a value that needs no reading, such as that something is covered."""
    return Ground(score, 1.0, 0, 0, chosen=False)


def confidence(ground: Ground) -> float:
    """The chance that the value is right, 0 to 1, in thousandths."""
    weights = _weights()
    rule_right = _chance(weights["rule"], rule_features(ground)) if ground.chosen else ground.score
    return round(rule_right * read_right(weights["print"], ground), 3)


def rule_features(ground: Ground) -> dict[str, float]:
    """The features of the chance that the rule is right."""
    score = min(max(ground.score, _LEAST), 1 - _LEAST)
    return {
        "score": math.log(score / (1 - score)),
        "agreeing": float(ground.agreeing),
        "rival": ground.rival,
    }


def print_features(ground: Ground) -> dict[str, float]:
    """The features of the chance that the print was read right."""
    return {
        "illegibility": 1 - ground.legibility,
        "length": math.log1p(ground.characters),
        "figures": ground.figures / max(ground.characters, 1),
    }


def read_right(weights: dict[str, float], ground: Ground) -> float:
    """The chance that the print was read right; 1 where nothing could be misread."""
    return 1.0 if ground.legibility >= 1 else _chance(weights, print_features(ground))


def _chance(weights: dict[str, float], features: dict[str, float]) -> float:
    logit = weights["intercept"] + sum(weights[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-logit))


@cache
def _weights() -> Weights:
    weights: Weights = json.loads(model_path("calibration.json").read_text("utf-8"))["weights"]
    return weights
