"""Only the parts of a digital page that are drawn on are looked at: what is found is the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.geometry import Box
from pipeline.page import Cover, TextFrom
from pipeline.redaction import find_covers
from pipeline.redaction.parts import parts_of
from pipeline.redaction.picture import picture_of
from tests.drawn import HEIGHT, WIDTH, Drawn

BLACK, GRAY, WHITE, GREEN = (0, 0, 0), (180, 180, 180), (255, 255, 255), (60, 170, 90)
PLACE, OTHER = Box(180, 151, 270, 164), Box(300, 620, 420, 650)
LOGO = Box(430, 30, 500, 90)


def letter() -> Drawn:
    page = Drawn()
    page.write(60, 60, "Gemeente Voorbeeld", size=18)
    page.write(60, 152, "Geachte heer dokter")
    page.paragraph(200)
    page.paragraph(400)
    return page


def covers(page: Drawn, art: Sequence[Box] | None) -> tuple[Cover, ...]:
    known = None if art is None else tuple(art)
    return find_covers(replace(page.sheet(TextFrom.text_layer), art=known))


@pytest.mark.parametrize(
    ("fill", "line"), [(BLACK, None), (GRAY, None), (GRAY, 0), (GREEN, None), (WHITE, 0)]
)
def test_the_same_in_its_part_as_on_the_page(fill: tuple[int, int, int], line: int | None) -> None:
    page = letter()
    page.box(LOGO, GREEN)
    page.write(184, 152, "Jan Jansen", seen=False)
    page.box(PLACE, fill, line=line)
    page.box(OTHER, fill, line=line)
    art = (LOGO, PLACE, OTHER)
    found = covers(page, art)
    assert found == covers(page, None)
    assert any(cover.box.iou(PLACE) > 0.75 for cover in found)


def test_outside_its_parts_only_black_is_found() -> None:
    page = letter()
    page.box(PLACE, BLACK)  # a letter of a font that is a box
    page.box(OTHER, GRAY)
    assert [round(cover.box.top) for cover in covers(page, ())] == [round(PLACE.top)]


def test_a_part_cut_from_the_page_is_no_frame() -> None:
    page = letter()
    page.box(OTHER, None, line=0)
    around = OTHER.grown(24)  # lines up to where the part ends, and beyond
    page.box(Box(around.x0 - 30, around.top - 1, around.x1 + 30, around.top + 1), BLACK)
    assert covers(page, (OTHER,)) == covers(page, None)


@pytest.mark.parametrize(
    ("art", "count"),
    [
        ((), 0),
        ((PLACE,), 1),
        ((PLACE, OTHER), 2),
        ((PLACE, PLACE.moved(120, 0)), 1),  # their margins meet
        ((Box(60, 700, 500, 701),), 0),  # a line at the foot
        ((Box(60, 700, 500, 701), Box(60, 700, 61, 720)), 1),  # a frame's sides
        ((Box(0, 0, WIDTH, HEIGHT),), 1),
        (None, 1),
        ((Box(-500, -500, -300, -300),), 0),  # beside the page
    ],
)
def test_parts(art: tuple[Box, ...] | None, count: int) -> None:
    picture = picture_of(letter().sheet())
    found = parts_of(picture, art)
    assert len(found) == count
    for box in found:
        assert box.covered_by(Box(0, 0, picture.width, picture.height)) == 1
    for box in art if count and art else ():
        inside = (box & Box(0, 0, WIDTH, HEIGHT)).scaled(picture.scale)
        assert any((inside & part) == inside for part in found)
