"""Cells of a table: what stands in one, and whether it can be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pipeline.extract import covered, field_of
from pipeline.letter import Letter, Passage
from pipeline.page import COVERED, ILLEGIBLE
from pipeline.record import Field, Status

_CURRENCY = r"(?:€|EUR|euro|ƒ|f|Hfl\.?|fl\.?|NLG)"
_NUMBER = re.compile(
    rf"(?:{_CURRENCY}\s*)?[-–−+]?\s*(?:{_CURRENCY}\s*)?"
    rf"\(?\d[\d.,' \u00a0]*(?:[,.]?[-–—=]{{1,2}})?\)?"
    rf"\s*(?:%|{_CURRENCY}|mln\.?|miljoen|uur|dagen|x)?",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"(?:€\s*)?[-–—−.]{1,3}")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-/–]\s?(?:(?:19|20)\d\d|\d\d))?")
_SHORT_WORDS = {"ja", "nee", "pm", "nvt", "nb", "onb", "nog", "nul", "een", "vol", "vrij"}
_CODE = re.compile(r"(?:art\.?\s*)?\(?\d{1,2}\.\d(?:\.\d)?\.?\s?[a-k]\)?", re.IGNORECASE)
# A cell among numbers that holds a ground of refusal and nothing else is covered.
_GROUND = re.compile(
    rf"(?:{_CURRENCY}\s*)?(?:10[.,]?\s?[12][.,]?[a-g]|5[.,]\s?[12][.,]?[1-5]?[.,]?[a-k])",
    re.IGNORECASE,
)
_DOUBTFUL = 0.5  # a figure read with less is not taken for one
_BROKEN = re.compile(r"(?<=[a-zà-ÿ])-\s*\n\s*(?=[a-zà-ÿ])(?!(?:en|of)\b)")


def one_line(text: str) -> str:
    """A text as one line, with a word that was broken at a line's end made whole."""
    return " ".join(_BROKEN.sub("", text).split())


def is_number(text: str) -> bool:
    """Whether a cell holds a number or a sum and nothing else."""
    return _NUMBER.fullmatch(text.strip()) is not None


def is_year(text: str) -> bool:
    """A year or a pair of them, as the head of a column of numbers."""
    return _YEAR.fullmatch(text.strip()) is not None


def is_unreadable(text: str) -> bool:
    """What OCR leaves of a number that it could not read: a lone letter or a few signs."""
    text = "".join(text.split())
    if not text or COVERED in text or _NOTHING.fullmatch(text):
        return False
    if not text.replace(ILLEGIBLE, ""):
        return True
    return not any(c.isdigit() for c in text) and (
        len(text) == 1 or not any(map(str.isalnum, text))
    )


def _is_stray(text: str) -> bool:
    """Two or three letters among numbers that are no word: 'wf', 'IE:'."""
    bare = re.sub(r"[^\w]", "", text.replace(ILLEGIBLE, "")).lower()
    return 0 < len(bare) <= 3 and bare.isalpha() and bare not in _SHORT_WORDS


def numeric_columns(rows: Sequence[Sequence[str]]) -> set[int]:
    """The columns that hold numbers: at least one is read, and no more words than numbers."""
    found = set()
    for column in range(max(map(len, rows), default=0)):
        cells = [row[column] for row in rows if column < len(row)]
        numbers = sum(is_number(cell) for cell in cells)
        words = sum(
            bool(cell)
            and COVERED not in cell
            and not (is_number(cell) or is_unreadable(cell) or _is_stray(cell))
            and not _NOTHING.fullmatch(cell)
            for cell in cells
        )
        if numbers and numbers >= words:
            found.add(column)
    return found


def _is_covered(text: str) -> bool:
    """Whether nothing but the covered place is left, or beside it the code that stood on it."""
    left = _CODE.sub("", text.replace(COVERED, "")).strip(" €.,:-")
    return len(left) < len(text) / 2


def _legibility(letter: Letter, passage: Passage) -> float:
    """How well the figures of a cell could be read: a doubtful '€' or 'm²' does not spoil them."""
    text = letter.text[passage.start : passage.end]
    words = [match.span() for match in re.finditer(r"\S*\d\S*", text)]
    read = [letter.passage(passage.start + a, passage.start + b).legibility for a, b in words]
    return min(read, default=passage.legibility)


def cell_field(letter: Letter, passage: Passage, *, numeric: bool, source: str) -> Field[Any]:
    """What a cell holds; '' where it is empty, no value where it is covered or unreadable.

    `numeric` says that its column holds numbers, so that a lone letter there is none.
    """
    text = one_line(letter.text[passage.start : passage.end])
    if COVERED in text and _is_covered(text):
        return covered(passage, 0.9, source)
    if numeric and _GROUND.fullmatch(text):
        return covered(passage, 0.8, source)
    doubtful = _legibility(letter, passage) < _DOUBTFUL or is_unreadable(text) or _is_stray(text)
    if text and (not text.replace(ILLEGIBLE, "").strip() or (numeric and doubtful)):
        return covered(passage, 0.9, source, Status.illegible)
    return field_of(text, passage, 0.95, source)
