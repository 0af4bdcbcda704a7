"""Codes on a scan of which the box cannot be seen: the gap is the covered place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline import layout
from pipeline.geometry import Box
from pipeline.page import TextFrom
from pipeline.redaction import mark_garble
from tests.drawn import Drawn

CODE = "5.1.2e"


def page_with(*written: tuple[float, float, str]) -> Drawn:
    """A page with running text and what is written at places of it."""
    page = Drawn()
    page.paragraph(200)
    page.paragraph(400)
    for x, top, words in written:
        page.write(x, top, words)
    return page


def covered(page: Drawn, text_from: TextFrom = TextFrom.ocr) -> list[Box]:
    sheet = replace(page.sheet(text_from), raster=None)
    return [
        word.box
        for block in mark_garble(layout.arrange(sheet)).blocks
        for line in block.lines
        for word in line.words
        if word.cover is not None
    ]


def test_from_word_to_word() -> None:
    page = page_with((60, 300, "Volgens"), (140, 301, CODE), (210, 300, "is dit bedrag niet juist"))
    words = {word.text: word.box for word in page.words}
    (box,) = covered(page)
    assert box.x0 == pytest.approx(words["Volgens"].x1, abs=2)
    assert box.x1 == pytest.approx(words["is"].x0, abs=2)
    assert 8 < box.height < 16


def test_at_the_end_of_a_line_the_code_stands_in_the_middle() -> None:
    page = page_with((60, 300, "Dat schreef mevrouw"), (220, 301, CODE))
    words = {word.text: word.box for word in page.words}
    (box,) = covered(page)
    middle = words[CODE].middle[0]
    assert box.x0 == pytest.approx(words["mevrouw"].x1, abs=2)
    assert box.x1 == pytest.approx(2 * middle - box.x0, abs=1)


def test_a_line_of_its_own_begins_where_the_others_do() -> None:
    page = page_with((150, 284, CODE), (60, 300, "Dit is de volgende regel"))
    (box,) = covered(page)
    assert box.x0 == pytest.approx(60, abs=2)
    assert box.height < 20


def test_blank_lines_about_a_code_are_a_passage() -> None:
    page = page_with((250, 335, CODE))  # between the paragraphs, which end at 278 and begin at 400
    (box,) = covered(page)
    assert box.height > 60
    assert box.top > 270
    assert box.bottom < 402


@pytest.mark.parametrize(
    "written",
    [
        ((60, 300, "Dit staat in artikel 5.1.2e van de wet"),),
        ((60, 300, "artikel"), (120, 301, CODE), (200, 300, "van de wet")),
        ((60, 300, "Paragraaf"), (140, 301, "5.2.1"), (200, 300, "gaat over de kosten")),
    ],
)
def test_codes_that_cover_nothing(written: tuple[tuple[float, float, str], ...]) -> None:
    assert covered(page_with(*written)) == []


def test_on_a_digital_page_the_box_would_be_seen() -> None:
    page = page_with((60, 300, "Volgens mevrouw"), (220, 301, CODE), (290, 300, "is dit juist"))
    words = {word.text: word.box for word in page.words}
    (box,) = covered(page, TextFrom.text_layer)
    assert box.width == pytest.approx(words[CODE].width, abs=1)
