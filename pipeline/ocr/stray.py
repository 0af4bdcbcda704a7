"""What was read where nobody wrote: a signature's loops, dotted rules, the scanner's black edge.

Told by what it looks like beside the page's words: far too high, far too low, or a few letters of
no confidence that stand alone. A doubtful word within a line stays: someone should look at it.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from pipeline.ocr.dictionary import bare, is_known
from pipeline.ocr.figures import has_digit
from pipeline.ocr.tesseract import Seen
from pipeline.page import ILLEGIBLE

SURE = 0.9  # confidence of words that tell the height of the page's letters
FEWEST = 8  # such words
HIGHEST, TALL_UNSURE = 2.6, 0.5  # heights; confidence below which what is higher is no word
LOWEST, LOW_UNSURE = 0.35, 0.9  # heights; confidence below which what is lower is no word
SHORT, UNSURE = 3, 0.5  # letters; confidence below which so few that stand alone are none
READ = 0.5  # confidence of a word that keeps a neighbour company
BESIDE = 1.5  # heights between neighbours


def without_strays(seen: Sequence[Seen]) -> list[Seen]:
    """The words of a page that stand for something written, and the marks of illegible ones."""
    heights = [word.box.height for word in seen if word.confidence >= SURE and word.text.isalnum()]
    if len(heights) < FEWEST:
        return list(seen)
    height = median(heights)
    return [word for word in seen if not _is_stray(word, seen, height)]


def _is_stray(word: Seen, seen: Sequence[Seen], height: float) -> bool:
    if word.text == ILLEGIBLE or not any(map(str.isalnum, word.text)) or is_known(bare(word.text)):
        return False
    if word.box.height > HIGHEST * height:
        return word.confidence < TALL_UNSURE
    if word.box.height < LOWEST * height:
        return word.confidence < LOW_UNSURE and not has_digit(word.text)
    short = len(word.text) <= SHORT and not has_digit(word.text)
    return short and word.confidence < UNSURE and not _has_company(word, seen, height)


def _has_company(word: Seen, seen: Sequence[Seen], height: float) -> bool:
    """Whether a word that was read stands beside it, as words of a line do."""
    near = BESIDE * height
    return any(
        other.confidence >= READ
        and other.box.side_by_side(word.box) > 0.5
        and other.box.x0 - word.box.x1 < near
        and word.box.x0 - other.box.x1 < near
        for other in seen
        if other is not word
    )
