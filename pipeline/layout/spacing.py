"""Words whose letters stand apart ('T E L E F A X') made whole again.

A letterhead may be set so; the white between two of its words is wider than that between letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median

from pipeline.geometry import around
from pipeline.page import Word

_FEWEST = 5  # signs set apart in a row; fewer may be initials or heads of columns
_LONGEST = 2  # signs of a part: kerning draws some pairs together
_SINGLE = 0.7  # of the parts are one sign
_WIDER = 1.6  # times the white between two letters


def without_spacing(chain: Sequence[Word]) -> list[Word]:
    """The words of a line, those set with their letters apart as whole words."""
    whole: list[Word] = []
    for apart, run in groupby(chain, key=_is_part):
        words = list(run)
        whole += _joined(words) if apart and _is_spaced(words) else words
    return whole


def _is_part(word: Word) -> bool:
    return word.cover is None and len(word.text) <= _LONGEST and _is_lettered(word.text)


def _is_lettered(text: str) -> bool:
    return all(sign.isalpha() or sign in "&-." for sign in text)


def _is_spaced(words: Sequence[Word]) -> bool:
    """Whether parts of words make a row of single letters; initials have their points."""
    letters = [word for word in words if len(word.text) == 1 and word.text.isalpha()]
    return len(letters) >= max(_FEWEST - 1, _SINGLE * len(words)) and len(words) >= _FEWEST


def _joined(words: Sequence[Word]) -> list[Word]:
    """Letters as words, parted where the white is wider than it is between letters."""
    gaps = [after.box.x0 - before.box.x1 for before, after in pairwise(words)]
    usual = median(gaps)
    joined: list[list[Word]] = [[words[0]]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap > _WIDER * max(usual, 0.1):
            joined.append([])
        joined[-1].append(word)
    return [_one(parts) for parts in joined]


def _one(parts: Sequence[Word]) -> Word:
    return Word(
        "".join(part.text for part in parts),
        around(part.box for part in parts),
        min(part.legibility for part in parts),
        all(part.bold for part in parts),
    )
