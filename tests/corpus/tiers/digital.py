"""The file as it was made: text that is text, covers drawn over it, what they leak still in it."""

from __future__ import annotations

import io
import random

import pikepdf

from samples.make.typeset import fixed
from tests.corpus import ink
from tests.corpus.covers import covered
from tests.corpus.tiers.base import Made, dice_of
from tests.corpus.truth import shown
from tests.corpus.typeset import Sheet, Typeset
from tests.corpus.writer import Letter

EDGE = 34.0  # points at the head and foot of a page where a release puts its numbers


def digital(letter: Letter, pages: Typeset) -> Made:
    """The PDF with its covers; some carry the number of a release in the head or foot."""
    dice = dice_of(letter, "digital")
    content = covered(letter, pages)
    if dice.random() < 0.25:
        content = _numbered(content, pages, dice)
    truth = shown(letter, pages, blotted=False, leaks=True)
    sizes = tuple(sheet.size for sheet in pages.sheets)
    return Made(".pdf", content, truth, sizes, (0,) * len(sizes))


def _numbered(content: bytes, pages: Typeset, dice: random.Random) -> bytes:
    """The PDF with a document's number on every page where the edge is free."""
    number = f"{dice.randint(100, 99999):06}"
    form = dice.choice(("{number}", "Doc. {number}", "{number} {page:04}", "Document {number}"))
    head, right = dice.random() < 0.4, dice.random() < 0.7
    drawings = {}
    for page, sheet in enumerate(pages.sheets, start=1):
        if _free(sheet, head):
            words = form.format(number=number, page=page)
            x = sheet.size[0] - 36 - ink.width_of(words, 7.5) if right else 36
            y = 20 if head else sheet.size[1] - 14
            drawings[page] = ink.words(words, (x, y), 7.5, (0.2, 0.2, 0.2))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        ink.onto(pdf, drawings)
        return fixed(pdf)


def _free(sheet: Sheet, head: bool) -> bool:
    height = sheet.size[1]
    if head:
        return all(word.bbox[1] > EDGE for word in sheet.words)
    return all(word.bbox[3] < height - EDGE for word in sheet.words)
