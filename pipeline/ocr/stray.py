"""What was read where nobody wrote: dotted rules, specks, the scanner's black edge.

Told by what it looks like beside the page's words: far too low, or a few letters of no confidence
that stand alone. A doubtful word within a line stays: someone should look at it. What is far too
high is a drawing (drawings.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.ocr.dictionary import bare, is_known
from pipeline.ocr.figures import has_digit
from pipeline.ocr.tesseract import SURE, Seen, usual_height
from pipeline.page import ILLEGIBLE

LOWEST, LOW_UNSURE = 0.35, 0.9  # heights; confidence below which what is lower is no word
SHORT = 3  # letters; so few that are not sure and stand alone are none
POINTS = frozenset(".,'`‚‘’·•")  # alone on the paper they are specks
ATTACHED = 0.4  # heights from a point to the word that it ends
BESIDE = 1.5  # heights between neighbours


def without_strays(seen: Sequence[Seen]) -> list[Seen]:
    """The words of a page that stand for something written, and the marks of illegible ones."""
    height = usual_height(seen)
    if height is None:
        return list(seen)
    return [word for word in seen if not _is_stray(word, seen, height)]


def _is_stray(word: Seen, seen: Sequence[Seen], height: float) -> bool:
    if word.text in POINTS:
        return not _has_company(word, seen, ATTACHED * height)
    if word.text == ILLEGIBLE or not any(map(str.isalnum, word.text)) or is_known(bare(word.text)):
        return False
    if word.box.height < LOWEST * height:
        return word.confidence < LOW_UNSURE and not has_digit(word.text)
    short = len(word.text) <= SHORT and not has_digit(word.text)
    return short and word.confidence < SURE and not _has_company(word, seen, BESIDE * height)


def _has_company(word: Seen, seen: Sequence[Seen], near: float) -> bool:
    """Whether a word that was read stands so near beside it."""
    return any(
        other.confidence >= SURE
        and other.box.side_by_side(word.box) > 0.5
        and other.box.x0 - word.box.x1 < near
        and word.box.x0 - other.box.x1 < near
        for other in seen
        if other is not word
    )
