"""How likely a word is read right: from the engine's confidence, the dictionary, other readings.

The engine's confidence means something else for each kind of word: of the known words that it
gives 0.65, 94 in 100 are right, of those of one to three letters 50. The tables in `legible.json`
are counted on scans of letters whose text is known, by

    python -m tests.benchmarks.legibility CORPUS --accept
"""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache
from importlib import resources
from typing import Final

from pipeline.ocr.dictionary import SHORTEST, bare, is_known
from pipeline.ocr.figures import has_digit
from pipeline.ocr.tesseract import Seen
from pipeline.page import ILLEGIBLE

KINDS: Final = ("short", "known", "unknown", "figure", "agreed")


def probability(seen: Seen) -> float:
    """How likely a word is right, 0 to 1; 0 for the mark of a word that cannot be read."""
    if seen.text == ILLEGIBLE:
        return 0.0
    kind, value = measured(seen)
    return round(_between(value, *_table()[kind]), 3)


def measured(seen: Seen) -> tuple[str, float]:
    """What kind of word it is, and what its probability depends on."""
    if seen.agreed is not None:
        return "agreed", seen.agreed
    if has_digit(seen.text):
        return "figure", seen.confidence
    word = bare(seen.text)
    if len(word) < SHORTEST:
        return "short", seen.confidence
    return ("known" if is_known(word) else "unknown"), seen.confidence


def _between(value: float, knots: list[float], heights: list[float]) -> float:
    """The height at a value, on straight lines from knot to knot."""
    place = bisect_right(knots, value)
    if place == 0:
        return heights[0]
    if place == len(knots):
        return heights[-1]
    share = (value - knots[place - 1]) / (knots[place] - knots[place - 1])
    return heights[place - 1] + share * (heights[place] - heights[place - 1])


@cache
def _table() -> dict[str, tuple[list[float], list[float]]]:
    content = resources.files("pipeline.ocr").joinpath("legible.json").read_text("utf-8")
    table: dict[str, dict[str, list[float]]] = json.loads(content)["tables"]
    return {kind: (table[kind]["at"], table[kind]["right"]) for kind in KINDS}
