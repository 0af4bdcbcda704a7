"""Covered places on drawn pages: every style, and what is easily taken for one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from pipeline.geometry import Box
from pipeline.page import Raster, TextFrom
from pipeline.redaction import find_covers
from tests.drawn import Drawn

BLACK, GRAY, WHITE = (0, 0, 0), (180, 180, 180), (255, 255, 255)
GREEN, BLUE, YELLOW = (60, 170, 90), (30, 60, 150), (255, 240, 120)
PLACE = Box(180, 151, 270, 164)  # on the line 'Geachte heer'


def letter(paper: int = 255) -> Drawn:
    """A page with a salutation that wants a name, and running text."""
    page = Drawn(paper)
    page.write(60, 60, "Gemeente Voorbeeld", size=18)
    page.write(60, 152, "Geachte heer dokter")
    page.paragraph(200)
    page.paragraph(400)
    return page


def found(page: Drawn, text_from: TextFrom = TextFrom.ocr) -> list[Box]:
    return [cover.box for cover in find_covers(page.sheet(text_from))]


@pytest.mark.parametrize(
    ("style", "fill", "line", "ink"),
    [
        ("black", BLACK, None, 255),
        ("gray", GRAY, None, 0),
        ("gray", GRAY, None, 255),
        ("gray", GRAY, 0, 0),
        ("color", GREEN, None, 0),
        ("color", YELLOW, None, 0),
        ("border", WHITE, 0, 0),
    ],
)
@pytest.mark.parametrize("code", ["", "10.2.e"])
def test_every_style(
    style: str, fill: tuple[int, int, int], line: int | None, ink: int, code: str
) -> None:
    page = letter()
    place = page.box(PLACE, fill, line=line, code=code, ink=ink)
    (cover,) = find_covers(page.sheet())
    assert cover.style == style
    assert cover.box.iou(place) > 0.75
    assert 0.5 < cover.score <= 1
    assert cover.text == ""  # a code is read elsewhere


def test_gray_paper_and_a_gray_picture() -> None:
    page = letter(paper=225)
    place = page.box(PLACE, BLACK)
    sheet = page.sheet()
    assert sheet.raster is not None
    gray = Raster(np.ascontiguousarray(sheet.raster.pixels[:, :, 0]), sheet.raster.dpi)
    (cover,) = find_covers(replace(sheet, raster=gray))
    assert cover.box.iou(place) > 0.75


def test_speckle_in_an_outlined_box() -> None:
    """A grey fill as a rough one-bit scan leaves it."""
    page = letter()
    place = page.box(PLACE, WHITE, line=0)
    sheet = page.sheet()
    assert sheet.raster is not None
    pixels = sheet.raster.pixels.copy()
    at = place.grown(-1).scaled(sheet.raster.dpi / 72)
    part = pixels[round(at.top) : round(at.bottom), round(at.x0) : round(at.x1)]
    part[np.random.default_rng(1).random(part.shape[:2]) < 0.45] = 0
    (cover,) = find_covers(replace(sheet, raster=Raster(pixels, sheet.raster.dpi)))
    assert cover.style == "gray"
    assert cover.box.iou(place) > 0.7


def test_boxes_side_by_side_and_under_each_other() -> None:
    """A gap that a reader sees parts two covered places."""
    page = letter()
    places = [
        page.box(place, BLACK)
        for place in (
            Box(60, 300, 120, 312),
            Box(122.5, 300, 180, 312),
            Box(60, 315, 150, 327),
            Box(60, 330, 110, 342),
        )
    ]
    boxes = found(page)
    assert len(boxes) == 4
    assert all(any(box.iou(place) > 0.8 for box in boxes) for place in places)


def test_a_passage_with_a_ragged_end_is_one() -> None:
    page = letter()
    for row, width in enumerate((300, 340, 180)):
        page.box(Box(60, 300 + 12 * row, 60 + width, 312 + 12 * row), GRAY)
    (box,) = found(page)
    assert box.iou(Box(60, 300, 400, 336)) > 0.9


def test_touching_lines_with_a_label_each_are_places_of_their_own() -> None:
    page = letter()
    for row, label in enumerate(("Aan:", "Van:", "Cc:")):
        page.write(60, 300 + 14 * row, label)
        page.box(Box(110, 300 + 14 * row, 250, 314 + 14 * row), GRAY)
    assert len(found(page)) == 3


def test_short_lines_with_a_code_each_are_places_of_their_own() -> None:
    """Of an address, the lines of which touch; a code in one of them alone is a passage's."""
    page = letter()
    short, long = Box(400, 300, 450, 309), Box(400, 309.2, 470, 318)
    page.box(short, BLACK, code="10.2.e", ink=255)
    page.box(long, BLACK, code="10.2.e", ink=255)
    boxes = found(page)
    assert len(boxes) == 2
    assert all(any(box.iou(place) > 0.7 for box in boxes) for place in (short, long))


def test_a_code_beside_a_box_is_its_own() -> None:
    page = letter()
    page.box(PLACE, BLACK)
    page.write(PLACE.x1 + 2, 153, "10.2.e", size=8)
    (cover,) = find_covers(page.sheet())
    assert cover.beside is not None
    assert cover.beside.x0 > PLACE.x1
    page = letter()
    page.box(PLACE, BLACK)
    page.write(PLACE.x1 + 2, 153, "Jansen", size=8)
    (cover,) = find_covers(page.sheet())
    assert cover.beside is None


def test_a_photo_with_a_shadow_on_yellow_paper() -> None:
    """Paper in the shadow is as dark as a grey box in the light, and all of it has a colour."""
    page = letter()
    places = [page.box(Box(120, top, 220, top + 13), GRAY) for top in (300, 520)]
    for top in (300, 520):
        page.write(60, top + 1, "Volgens meneer")
        page.write(230, top + 1, "is dit bedrag de bijdrage van dit jaar")
    page.paragraph(560)
    sheet = page.sheet()
    assert sheet.raster is not None
    rows = np.linspace(1.0, 0.6, sheet.raster.pixels.shape[0])[:, None, None]
    tint = np.array([0.95, 0.9, 0.78])
    pixels = (sheet.raster.pixels * rows * tint).astype(np.uint8)
    covers = find_covers(replace(sheet, raster=Raster(pixels, sheet.raster.dpi)))
    assert [cover.style for cover in covers] == ["gray", "gray"]
    assert all(cover.box.iou(place) > 0.75 for cover, place in zip(covers, places, strict=True))


def table_head(page: Drawn) -> None:
    page.box(Box(60, 300, 500, 316), BLACK)
    for x, word in ((70, "Onderdeel"), (220, "Bedrag"), (380, "Toelichting")):
        page.write(x, 302, word, ink=255)


def shaded_rows(page: Drawn) -> None:
    for row in range(6):
        if row % 2:
            page.box(Box(60, 300 + 16 * row, 500, 316 + 16 * row), GRAY)
        page.write(70, 302 + 16 * row, "Begeleiding van deelnemers")
        page.write(400, 302 + 16 * row, "1.250,00")


def table_grid(page: Drawn) -> None:
    for row in range(4):
        for column in range(3):
            x, top = 60 + 150 * column, 300 + 18 * row
            page.box(Box(x, top, x + 150, top + 18), line=0)
            if (row + column) % 2:
                page.write(x + 4, top + 3, "Voorbeeld")


def letterhead_bar(page: Drawn) -> None:
    page.box(Box(280, 0, 310, 90), BLUE)
    page.box(Box(0, 30, 595, 34), BLUE)


def logo(page: Drawn) -> None:
    page.pen.ellipse((1200, 100, 1300, 200), fill=GREEN)
    page.pen.polygon([(1300, 200), (1380, 90), (1420, 210)], fill=BLUE)


def photo(page: Drawn) -> None:
    tones = np.random.default_rng(2).integers(0, 255, (30, 40, 3)).astype(np.uint8)
    from PIL import Image

    page.image.paste(Image.fromarray(tones).resize((500, 380)), (200, 900))


def bar_code(page: Drawn) -> None:
    for stripe in range(60):
        if stripe % 3 != 1:
            x = 400 + 1.6 * stripe
            page.box(Box(x, 300, x + (0.5 if stripe % 2 else 1.0), 330), BLACK)


def thick_rules(page: Drawn) -> None:
    page.box(Box(60, 300, 535, 303), BLACK)
    page.box(Box(60, 330, 535, 335), BLACK)


def framed_heading(page: Drawn) -> None:
    page.box(Box(60, 300, 535, 325), line=0)
    page.write(70, 305, "Besluit van het college van burgemeester")


def wide_heading(page: Drawn) -> None:
    page.box(Box(60, 300, 535, 315), line=0)
    page.write(70, 302, "Aanleiding")
    page.box(Box(60, 330, 535, 345), GRAY)
    page.write(70, 332, "Aanpak")


def codes_in_a_table(page: Drawn) -> None:
    """The cell of a list of documents; its lines go on to the cells around it."""
    for y in (300, 318, 336):
        page.box(Box(60, y, 535, y + 0.7), BLACK)
    for x in (60, 300, 440, 535):
        page.box(Box(x, 300, x + 0.7, 336), BLACK)
    for row in range(2):
        page.write(70, 303 + 18 * row, "Brief van de gemeente")
        page.write(310, 303 + 18 * row, "Deels openbaar")
        page.write(450, 303 + 18 * row, "10.2.e")


def square_logo(page: Drawn) -> None:
    page.box(Box(60, 20, 92, 44), BLUE)


def check_boxes(page: Drawn) -> None:
    for row, fill in enumerate((None, None, BLACK)):
        page.box(Box(60, 300 + 16 * row, 69, 309 + 16 * row), fill, line=0)
        page.write(76, 300 + 16 * row, "Ik ga akkoord")


def scan_edge(page: Drawn) -> None:
    page.box(Box(0, 0, 8, 842), BLACK)
    page.box(Box(0, 834, 595, 842), BLACK)


def punch_holes(page: Drawn) -> None:
    for middle in (280, 560):
        at = 60, middle * 200 / 72
        page.pen.ellipse((at[0] - 22, at[1] - 22, at[0] + 22, at[1] + 22), fill=BLACK)


def marker_over_words(page: Drawn) -> None:
    page.box(Box(60, 300, 350, 314), YELLOW)
    page.write(62, 302, "Deze zin is met geel gemarkeerd")


def blot(page: Drawn) -> None:
    page.pen.ellipse((300, 850, 360, 868), fill=BLACK)
    page.pen.line((300, 845, 350, 870, 370, 850), fill=BLACK, width=5)


@pytest.mark.parametrize(
    "decoy",
    [
        table_head,
        shaded_rows,
        table_grid,
        letterhead_bar,
        logo,
        photo,
        bar_code,
        thick_rules,
        framed_heading,
        wide_heading,
        codes_in_a_table,
        square_logo,
        check_boxes,
        scan_edge,
        punch_holes,
        marker_over_words,
        blot,
    ],
)
def test_what_is_no_covered_place(decoy: Callable[[Drawn], None]) -> None:
    page = letter()
    decoy(page)
    assert found(page) == []
    place = page.box(PLACE, BLACK)  # and a real one is still seen beside it
    (box,) = found(page)
    assert box.iou(place) > 0.75


def test_a_plain_letter_and_a_bold_heading() -> None:
    page = letter()
    for shift in (0.0, 0.4, 0.8):
        page.write(60 + shift, 500, "BESLUIT WOB-VERZOEK MMXX", size=22)
    assert found(page) == []


def test_a_code_in_a_text_layer_is_what_is_printed() -> None:
    page = letter()
    page.box(PLACE, BLACK)
    page.write(200, 153, "5.1.2.e", size=8, ink=255)
    (cover,) = find_covers(page.sheet(TextFrom.text_layer))
    assert (cover.text, cover.hidden) == ("5.1.2.e", 0)


@pytest.mark.parametrize(("fill", "line"), [(BLACK, None), (GREEN, None), (WHITE, 0)])
def test_a_leak_is_counted_and_not_given_away(fill: tuple[int, int, int], line: int | None) -> None:
    page = letter()
    page.write(184, 152, "Jan Jansen", seen=False)
    page.box(PLACE, fill, line=line)
    (cover,) = find_covers(page.sheet(TextFrom.text_layer))
    assert cover.hidden == len("JanJansen")
    assert cover.text == ""
    assert "Jansen" not in repr(cover)


def test_a_leak_beside_a_code() -> None:
    page = letter()
    page.write(184, 152, "Jansen", seen=False)
    page.box(PLACE, BLACK)
    page.write(225, 153, "10.2.e", size=8, ink=255)
    (cover,) = find_covers(page.sheet(TextFrom.text_layer))
    assert (cover.text, cover.hidden) == ("10.2.e", len("Jansen"))


def test_no_picture_no_cover() -> None:
    assert find_covers(replace(letter().sheet(), raster=None)) == ()
