"""The words of born-digital pages, beside those that pdfplumber finds: another reader of PDF."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest

from pipeline import intake
from pipeline.geometry import Box
from pipeline.page import Sheet, TextFrom, Word

SAMPLES = Path(__file__).parents[1] / "samples"
NEAR = 2.0  # points by which a side of a word may lie elsewhere


def pages() -> list[tuple[str, Sheet, tuple[Word, ...]]]:
    """Every page of a sample whose text layer is taken: its name, as we read it, their words."""
    found = []
    for path in sorted(SAMPLES.glob("*/*.pdf")):
        with pdfplumber.open(path) as pdf:
            for sheet, page in zip(intake.open_file(path).sheets, pdf.pages, strict=True):
                if sheet.text_from is TextFrom.text_layer:
                    name = f"{path.parent.name}, page {sheet.number}"
                    found.append((name, sheet, theirs(page)))
    return found


def theirs(page: pdfplumber.page.Page) -> tuple[Word, ...]:
    return tuple(
        Word(word["text"], Box(word["x0"], word["top"], word["x1"], word["bottom"]))
        for word in page.extract_words()
    )


def unmatched(words: tuple[Word, ...], others: tuple[Word, ...]) -> list[Word]:
    """The words without one of the same text in the same place among the others, each used once."""
    left = list(others)
    missing = []
    for word in words:
        match = next((other for other in left if same(word, other)), None)
        if match is None:
            missing.append(word)
        else:
            left.remove(match)
    return missing


def same(word: Word, other: Word) -> bool:
    a, b = word.box, other.box
    sides = (a.x0 - b.x0, a.top - b.top, a.x1 - b.x1, a.bottom - b.bottom)
    return word.text == other.text and max(map(abs, sides)) <= NEAR


PAGES = pages()


def test_there_are_pages_to_compare() -> None:
    assert len(PAGES) >= 10
    assert all(len(words) > 50 for _, _, words in PAGES)


@pytest.mark.parametrize(("name", "sheet", "words"), PAGES, ids=[name for name, _, _ in PAGES])
def test_words_are_those_that_pdfplumber_finds(
    name: str, sheet: Sheet, words: tuple[Word, ...]
) -> None:
    """Text that nobody sees is kept apart by us; pdfplumber makes no difference."""
    ours = (*sheet.words, *sheet.unseen)
    assert unmatched(words, ours) == [], "theirs alone"
    assert unmatched(ours, words) == [], "ours alone"


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (Word("brief", Box(10, 10, 40, 20)), True),
        (Word("brief", Box(11, 9, 41.5, 21)), True),
        (Word("brief", Box(10, 13, 40, 23)), False),
        (Word("Brief", Box(10, 10, 40, 20)), False),
    ],
)
def test_a_word_is_the_same_by_its_text_and_place(other: Word, alike: bool) -> None:
    assert (unmatched((Word("brief", Box(10, 10, 40, 20)),), (other,)) == []) is alike
