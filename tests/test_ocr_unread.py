"""A page on which no word can be read: blank, or something stands on it, and then it is said."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from pipeline import layout, ocr
from pipeline.check import Case, check
from pipeline.letter import Letter
from pipeline.page import ILLEGIBLE, Cover, Page, Pixels, Raster, Sheet, TextFrom
from pipeline.record import Record, Source
from tests.conftest import TODAY
from tests.fakes import Seeing

DPI = 100
SOURCE = Source(name="t", sha256="", media_type="image/png", pages=(1,), page_count=1)


def paper(level: int = 250) -> Pixels:
    grain = np.random.default_rng(0).integers(-4, 5, (1169, 827))
    return np.clip(level + grain, 0, 255).astype(np.uint8)


def punched() -> Pixels:
    page = paper()
    down, across = np.ogrid[:1169, :827]
    for top in (420, 735):
        page[(down - top) ** 2 + (across - 47) ** 2 < 12**2] = 20
    return page


def with_edges() -> Pixels:
    page = paper()
    page[:, :35] = page[-30:] = 10
    return page


def dusty() -> Pixels:
    page = paper()
    for row, column in np.random.default_rng(1).integers(100, 700, (60, 2)):
        page[row : row + 2, column : column + 2] = 60
    return page


def folded() -> Pixels:
    page = paper()
    page[583:586] = 120
    return page


def shown_through() -> Pixels:
    page = paper()
    page[300:800:20, 100:700] -= 30
    return page


def black() -> Pixels:
    return np.zeros((1169, 827), np.uint8)


def noise() -> Pixels:
    return np.random.default_rng(2).integers(0, 256, (1169, 827)).astype(np.uint8)


def checked() -> Pixels:
    return ((np.indices((1169, 827)).sum(axis=0) // 4 % 2) * 255).astype(np.uint8)


def scrawled() -> Pixels:
    """Three lines of a hand that nobody can read."""
    page = paper()
    across = np.arange(150, 500)
    for top in (400, 440, 480):
        for thick in range(3):
            page[(top + 12 * np.sin(across / 4)).astype(int) + thick, across] = 40
    return page


def shadowed() -> Pixels:
    return np.tile(np.linspace(0, 255, 827).astype(np.uint8), (1169, 1))


def recognised(pixels: Pixels, dpi: float = DPI) -> Sheet:
    rows, columns = pixels.shape
    size = columns / dpi * 72, rows / dpi * 72
    sheet = Sheet(1, *size, (), TextFrom.ocr, Raster(pixels, dpi), dpi=dpi)
    return ocr.recognise(sheet, "nld", reader=Seeing())


def unread(page: Page) -> list[str]:
    letter = Letter((page,))
    found = check(Case(letter, Record(source=SOURCE), TODAY))
    return [finding.message for finding in found if finding.code == "text-illegible"]


@pytest.mark.parametrize("page", [paper, punched, with_edges, dusty, folded, shown_through])
def test_a_blank_page_is_fine(page: Callable[[], Pixels]) -> None:
    sheet = recognised(page())
    arranged = layout.arrange(sheet)
    assert (sheet.words, sheet.illegible) == ((), ())
    assert (arranged.legibility, unread(arranged)) == (1.0, [])


@pytest.mark.parametrize("page", [black, noise, checked, scrawled, shadowed])
def test_a_page_that_nobody_could_read_says_so(page: Callable[[], Pixels]) -> None:
    arranged = layout.arrange(recognised(page()))
    assert arranged.legibility == 0
    assert unread(arranged) == [f"This cannot be read: '{ILLEGIBLE} (p. 1)'."]


def test_where_it_stands() -> None:
    (box,) = recognised(scrawled()).illegible
    assert (box.x0, box.x1) == pytest.approx((108, 360), abs=8)
    assert (box.top, box.bottom) == pytest.approx((280, 356), abs=8)


@pytest.mark.parametrize(("level", "count"), [(0, 1), (255, 0)])
def test_a_picture_of_a_few_dots(level: int, count: int) -> None:
    sheet = recognised(np.full((20, 20), level, np.uint8), dpi=1.7)
    assert len(sheet.illegible) == count


def test_what_is_covered_is_not_illegible() -> None:
    sheet = recognised(black())
    page = layout.arrange(sheet, [Cover(sheet.illegible[0], "black")])
    assert unread(page) == []
