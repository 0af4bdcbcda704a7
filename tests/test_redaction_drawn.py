"""Covers among the drawings of a digital page, and what is drawn there else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline import layout
from pipeline.geometry import Box
from pipeline.page import Cover, Drawing, TextFrom
from pipeline.redaction import find_covers
from tests.drawn import Drawn

BLACK, GRAY, WHITE, BLUE, RED = (
    (0, 0, 0),
    (190, 190, 190),
    (255, 255, 255),
    (30, 60, 150),
    (200, 30, 40),
)
Tone = tuple[int, int, int]
PLACE = Box(164, 151, 250, 164)  # after 'Geachte heer dokter'


class Page:
    """A letter with drawings on it, each painted in the picture as well."""

    def __init__(self) -> None:
        self.page = Drawn()
        self.page.write(60, 152, "Geachte heer dokter")
        self.page.paragraph(200)
        self.drawings: list[Drawing] = []

    def draw(self, box: Box, tone: Tone, *, line: int | None = None, code: str = "") -> Box:
        self.page.box(box, tone, line=line)
        self.drawings.append(Drawing(box, tone, line is not None))
        if code:
            ink = 255 if sum(tone) < 380 else 0
            self.page.write(box.x0 + 4, box.top + 2, code, size=8, ink=ink)
        return box

    def covers(self, *, unseen: str = "") -> tuple[Cover, ...]:
        words = list(self.page.words)
        self.page.write(PLACE.x0 + 3, PLACE.top + 1, unseen, seen=False)
        under = self.page.words[len(words) :]
        self.page.words = words
        sheet = replace(self.page.sheet(TextFrom.text_layer), drawings=tuple(self.drawings))
        self.sheet = replace(sheet, unseen=tuple(under))
        return find_covers(self.sheet)


@pytest.mark.parametrize("tone", [BLACK, GRAY, BLUE])
@pytest.mark.parametrize("code", ["", "10.2.e", "art. 5.1 lid 2 sub e"])
def test_the_box_is_the_drawn_one(tone: Tone, code: str) -> None:
    page = Page()
    page.draw(PLACE, tone, code=code)
    (cover,) = page.covers()
    assert (cover.box, cover.text, cover.hidden) == (PLACE, code, 0)


def test_letters_under_it_are_counted() -> None:
    page = Page()
    page.draw(PLACE, WHITE)
    (cover,) = page.covers(unseen="Jan Jansen")
    assert cover.hidden == 9


def test_a_code_beside_it_belongs_to_it() -> None:
    page = Page()
    page.draw(PLACE, GRAY)
    page.page.write(PLACE.x1 + 2, 153, "10.2 e")
    (cover,) = page.covers()
    assert (cover.box, cover.text) == (PLACE, "10.2 e")
    text = " ".join(
        line.text for b in layout.arrange(page.sheet, [cover]).blocks for line in b.lines
    )
    assert "10.2" not in text


def test_strokes_of_a_marker_are_one_box() -> None:
    page = Page()
    for top in (151.0, 154.0, 157.0):
        page.draw(Box(164, top, 250, top + 6), BLACK)
    (cover,) = page.covers()
    assert cover.box == Box(164, 151, 250, 163)


def test_lines_of_a_passage_in_white_boxes() -> None:
    page = Page()
    page.draw(Box(60, 300, 500, 312), WHITE, line=0, code="10.2.g")
    page.draw(Box(60, 314, 240, 326), WHITE, line=0)
    assert [cover.text for cover in page.covers()] == ["10.2.g", ""]


def test_boxes_that_touch_are_two() -> None:
    page = Page()
    page.draw(Box(60, 300, 160, 312), GRAY, code="10.2.e")
    page.draw(Box(60, 311.5, 170, 324), GRAY, code="10.2.e")
    assert len(page.covers()) == 2


def bar(page: Page) -> None:
    page.draw(Box(60, 300, 520, 318), GRAY, line=0)
    page.page.write(66, 303, "Aanleiding")


def squares(page: Page) -> None:
    for row in range(3):
        for column in range(3):
            x, top = 76 + 13 * column, 59 + 13 * row
            page.draw(Box(x, top, x + 10.5, top + 10.5), RED if row == column else BLUE)


def logo(page: Page) -> None:
    page.draw(Box(92, 77, 116, 100), RED)
    page.draw(Box(76, 75, 94, 93), BLUE)


def row_of_a_table(page: Page) -> None:
    page.draw(Box(60, 300, 300, 318), GRAY)
    page.draw(Box(300, 300, 370, 318), GRAY)
    page.page.write(66, 303, "Totaal")


def codes_in_a_table(page: Page) -> None:
    page.draw(Box(60, 300, 300, 318), GRAY)
    page.page.write(66, 303, "Verslag van het gesprek")
    page.draw(Box(300, 300, 370, 318), GRAY, code="10.2.e")


def form(page: Page) -> None:
    page.draw(Box(300, 300, 500, 330), WHITE, line=0)
    page.draw(Box(60, 300, 70, 310), WHITE, line=0)


def edge(page: Page) -> None:
    page.draw(Box(0, 0, 595, 16), BLUE)


@pytest.mark.parametrize(
    "decoy", [bar, squares, logo, row_of_a_table, codes_in_a_table, form, edge]
)
def test_what_covers_nothing(decoy: object) -> None:
    page = Page()
    assert callable(decoy)
    decoy(page)
    assert page.covers() == ()
