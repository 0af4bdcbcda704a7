"""Codes in boxes: what is sent to the OCR engine, and what is made of its answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from pipeline.geometry import Box
from pipeline.page import Cover, Pixels
from pipeline.redaction import CODE_CHARACTERS, read_codes
from pipeline.redaction.reading import printed
from tests.drawn import Drawn

PLACE = Box(180, 151, 270, 166)
BLACK, GRAY, GREEN, WHITE = (0, 0, 0), (170, 170, 170), (60, 170, 90), (255, 255, 255)


class Engine:
    """Stands in for OCR: keeps what it is given, answers as it is told."""

    def __init__(self, *answers: str) -> None:
        self.answers = answers
        self.calls: list[Sequence[Pixels]] = []

    def __call__(self, pictures: Sequence[Pixels]) -> Sequence[tuple[str, float]]:
        self.calls.append(pictures)
        return [(answer, 0.0) for answer in self.answers]


def boxed(
    code: str, fill: tuple[int, int, int] = WHITE, *, ink: int = 0, place: Box = PLACE
) -> tuple[Drawn, Cover]:
    page = Drawn()
    page.box(place, fill, line=0 if fill == WHITE else None, code=code, ink=ink)
    return page, Cover(place, "black")


@pytest.mark.parametrize(
    ("fill", "ink"),
    [(BLACK, 255), (GRAY, 255), (GRAY, 0), (GREEN, 0), (GREEN, 255), (WHITE, 0)],
)
def test_the_picture_is_large_and_dark_on_white(fill: tuple[int, int, int], ink: int) -> None:
    page, cover = boxed("10.2.e", fill, ink=ink)
    raster = page.sheet().raster
    assert raster is not None
    found = printed(raster, cover)
    assert found is not None
    for picture in found.pictures:
        assert picture.ndim == 2 and picture.dtype == np.uint8
        assert 0.02 < float((picture < 128).mean()) < 0.3  # ink is the lesser part
        inked = np.flatnonzero((picture < 128).any(axis=1))
        assert 20 < np.ptp(inked) < 60
        sides = np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])
        assert int(sides.min()) == 255  # no line of the box is left


@pytest.mark.parametrize(
    ("code", "last"),
    [("10.2.e", "short"), ("5.1.2.b", "tall"), ("10.2.g", "low"), ("5.1.1.c", "short")],
)
def test_the_shape_of_the_last_letter(code: str, last: str) -> None:
    page, cover = boxed(code)
    raster = page.sheet().raster
    assert raster is not None
    found = printed(raster, cover)
    assert found is not None and found.shape.last == last


def test_called_once_with_all_boxes_that_have_print() -> None:
    page = Drawn()
    covers = []
    for row, code in enumerate(("10.2.e", "", "5.1.2.b", "")):
        place = Box(100, 100 + 40 * row, 200, 116 + 40 * row)
        page.box(place, BLACK, code=code, ink=255)
        covers.append(Cover(place, "black"))
    engine = Engine("10.2.e", "10.2.e", "5.1.2b", "5.1.2b")
    read = read_codes(page.sheet(), covers, engine)
    assert len(engine.calls) == 1
    assert [cover.text for cover in read] == ["10.2.e", "", "5.1.2b", ""]
    assert [cover.box for cover in read] == [cover.box for cover in covers]


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        (("10.2.e", "10.2.e"), "10.2.e"),
        (("10 2 e", "10.2.e"), "10 2 e"),
        (("10.2e", "1O.2e"), "10.2e"),
        (("i0.2.e", "10.26"), "10.2.e"),
        (("i0.2.e", "l0.2.c"), ""),
        (("", ""), ""),
        (("buiten verzoek", "be 2"), ""),
        (("10.2.b", "10.2.b"), ""),  # the letter in the picture is a short one
    ],
)
def test_what_an_answer_stands_for(answers: tuple[str, str], text: str) -> None:
    page, cover = boxed("10.2.e")
    (read,) = read_codes(page.sheet(), [cover], Engine(*answers))
    assert read.text == text


def test_nothing_to_read_is_not_sent() -> None:
    engine = Engine()
    page, cover = boxed("", BLACK)
    known = replace(cover, text="10.2.e")
    assert read_codes(page.sheet(), [cover, known], engine) == (cover, known)
    assert read_codes(replace(page.sheet(), raster=None), [cover], engine) == (cover,)
    assert read_codes(page.sheet(), [], engine) == ()
    assert engine.calls == []


@pytest.mark.parametrize(
    "place",
    [Box(-20, -10, 5, 4), Box(590, 838, 640, 870), Box(100, 100, 101, 101), Box(100, 100, 90, 95)],
)
def test_a_place_at_the_edge_or_of_no_size(place: Box) -> None:
    page, _ = boxed("10.2.e")
    cover = Cover(place, "black")
    assert read_codes(page.sheet(), [cover], Engine()) == (cover,)


def test_every_code_can_be_written_with_the_characters() -> None:
    assert set("10.2.e 5.1.2.i (10)(2g)") <= set(CODE_CHARACTERS)
