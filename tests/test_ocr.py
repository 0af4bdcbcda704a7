"""Recognition: words where they stand, whichever side is up; what is missing says what to do."""

from __future__ import annotations

import importlib.util
import itertools
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytesseract
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline import ocr
from pipeline.errors import CannotRead, Missing
from pipeline.geometry import Box
from pipeline.ocr import tesseract
from pipeline.ocr.gaps import MOST, MOST_DOUBTFUL, read_again
from pipeline.ocr.library import Library
from pipeline.ocr.orientation import stands
from pipeline.ocr.program import Program
from pipeline.ocr.tesseract import Seen
from pipeline.page import Pixels, Raster, Sheet, TextFrom, Word
from tests.benchmarks.second import Counting
from tests.fakes import Seeing, Silent, Upright
from tests.pages_made import Scan, scan


@pytest.fixture(scope="module")
def letter() -> Scan:
    return scan()


def sheet(pixels: Pixels, dpi: float = 200.0, **more: object) -> Sheet:
    rows, columns = pixels.shape[:2]
    size = columns * 72 / dpi, rows * 72 / dpi
    return Sheet(1, *size, (), TextFrom.ocr, Raster(pixels, dpi), dpi=dpi, **more)


def found_at(words: Sequence[Word], text: str, box: Box) -> bool:
    """Whether the word was read at its place."""
    return any(word.text == text and word.box.iou(box) > 0.3 for word in words)


def as_shown(box: Box, result: Sheet) -> Box:
    return result.warp.box(box) if result.warp else box


def share_found(result: Sheet, letter: Scan) -> float:
    return sum(found_at(result.words, *word) for word in letter.words) / len(letter.words)


def test_words_stand_where_they_were_drawn(letter: Scan) -> None:
    result = ocr.recognise(sheet(np.asarray(letter.image)), "nld")
    assert share_found(result, letter) > 0.95
    assert (result.text_from, result.rotation, result.dpi) == (TextFrom.ocr, 0, 200)
    assert all(0 <= word.legibility <= 1 for word in result.words)
    assert np.mean([word.legibility for word in result.words]) > 0.85


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_on_its_side_or_head_is_read_upright(quarters: int, letter: Scan) -> None:
    """The boxes are those of the page once it is upright, and so is its picture."""
    pixels = np.ascontiguousarray(np.rot90(np.asarray(letter.image), quarters))
    before = sheet(pixels, unseen=(Word("stil", Box(0, 0, 10, 10)),))
    result = ocr.recognise(before, "nld")
    assert result.rotation == 90 * quarters
    assert (round(result.width), round(result.height)) == (595, 842)
    assert share_found(result, letter) > 0.95
    assert result.raster is not None
    assert np.array_equal(result.raster.pixels, np.asarray(letter.image))
    corner = {1: (585, 0), 2: (585, 832), 3: (0, 832)}[quarters]
    (unseen,) = result.unseen
    assert (unseen.box.x0, unseen.box.top) == pytest.approx(corner, abs=1)


@pytest.mark.parametrize("degrees", [-2.0, 0.7, 3.0])
def test_boxes_of_a_skewed_page_lie_on_the_skewed_words(degrees: float, letter: Scan) -> None:
    """The words and the picture are level; the warp says where they stand on the page as scanned."""
    image = letter.image.rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=255)
    pixels = np.asarray(image)
    result = ocr.recognise(sheet(pixels), "nld")
    assert (result.warp is None) == (abs(degrees) < 0.9)
    radians = np.radians(degrees)
    centre_x, centre_y = result.width / 2, result.height / 2
    hits = 0
    for text, box in letter.words:
        x, y = box.middle[0] - centre_x, box.middle[1] - centre_y
        middle = (
            centre_x + x * np.cos(radians) - y * np.sin(radians),
            centre_y + x * np.sin(radians) + y * np.cos(radians),
        )
        hits += any(
            word.text == text and as_shown(word.box, result).holds(middle) for word in result.words
        )
    assert hits > 0.95 * len(letter.words)
    assert result.raster is not None
    assert result.raster.pixels.shape == pixels.shape


def photo(letter: Scan) -> tuple[Pixels, list[tuple[float, float]]]:
    """The letter on a dark table, seen from the side; the corners of its sheet in pixels."""
    page = np.asarray(letter.image)
    rows, columns = page.shape
    corners = [
        (0.07 * columns, 0.05 * rows),
        (0.91 * columns, 0.03 * rows),
        (0.96 * columns, 0.97 * rows),
        (0.03 * columns, 0.94 * rows),
    ]
    flat = np.array([(0, 0), (columns, 0), (columns, rows), (0, rows)], np.float32)
    seen = cv2.getPerspectiveTransform(flat, np.array(corners, np.float32))
    lit = np.asarray(page * 0.8 + 20, dtype=np.uint8)
    return cv2.warpPerspective(lit, seen, (columns, rows), borderValue=70), corners


def test_a_photo_of_a_sheet_is_made_square(letter: Scan) -> None:
    pixels, corners = photo(letter)
    result = ocr.recognise(sheet(pixels), "nld")
    assert share_found(result, letter) > 0.95
    assert result.warp is not None
    sheet_at = [(0, 0), (result.width, 0), (result.width, result.height), (0, result.height)]
    for flat, seen in zip(sheet_at, corners, strict=True):
        expected = [value * 72 / letter.dpi for value in seen]
        assert result.warp.point(*flat) == pytest.approx(expected, abs=6)


def test_a_scan_with_a_dark_edge_is_no_photo(letter: Scan) -> None:
    pixels = np.asarray(letter.image).copy()
    pixels[:200] = np.clip(pixels[:200], 0, 60)
    pixels[:, :20] = 90
    assert ocr.recognise(sheet(pixels), "nld").warp is None


def test_the_library_and_the_program_read_the_same(letter: Scan) -> None:
    page = sheet(np.asarray(letter.image))
    library, program = (ocr.recognise(page, "nld", one) for one in (Library(), Program()))
    read = [{word.text for word in result.words} for result in (library, program)]
    assert len(read[0] & read[1]) > 0.95 * len(read[0] | read[1])


def test_a_shaded_page_in_grey_and_one_in_colour(letter: Scan) -> None:
    clean = np.asarray(letter.image).astype(float)
    light = np.linspace(0.55, 1.0, clean.shape[1])[None, :]
    noise = np.random.default_rng(1).normal(0, 5, clean.shape)
    shaded = np.clip((60 + clean * 0.7) * light + noise, 0, 255).astype(np.uint8)
    coloured = np.stack([shaded, shaded, (shaded * 0.8).astype(np.uint8)], axis=2)
    for pixels in (shaded, coloured):
        assert share_found(ocr.recognise(sheet(pixels), "nld"), letter) > 0.9


def test_a_coarse_page_is_enlarged() -> None:
    coarse = scan(110)
    result = ocr.recognise(sheet(np.asarray(coarse.image), 110), "nld")
    assert share_found(result, coarse) > 0.9
    assert result.raster is not None
    assert result.raster.pixels.shape == np.asarray(coarse.image).shape


@pytest.mark.parametrize("grey", [255, 230])
def test_a_blank_page_has_no_words(grey: int) -> None:
    pixels = np.full((1169, 827), grey, np.uint8)
    pixels[500:502, 300:302] = 0  # a speck of dust
    result = ocr.recognise(sheet(pixels, 100), "nld", reader=Silent())
    assert result.words == ()


def test_a_page_without_a_picture_stays_as_it_is() -> None:
    empty = Sheet(1, 595, 842, (), TextFrom.text_layer)
    assert ocr.recognise(empty, "nld", reader=Silent()) == empty


TABLE = (("Gemeente", "dagen", "deelnemers"), ("Almere", "6", "24"), ("Dronten", "4", "8"))
CELLS = (*TABLE, ("Lelystad", "7", "31"), ("Urk", "2", "9"))


def ruled_table(letter: Scan) -> tuple[Pixels, dict[str, Box]]:
    """The letter with a ruled table below; where a smudge stands, and where each figure does."""
    scale = letter.dpi / 72
    image = letter.image.copy()
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=12 * scale)
    places = {}
    for (row, cells), column in itertools.product(enumerate(CELLS), range(3)):
        x, y = 70 + column * 140, 420 + row * 24
        box = [value * scale for value in (x, y, x + 140, y + 24)]
        draw.rectangle(box, outline=0, width=2)
        draw.text(((x + 6) * scale, (y + 5) * scale), cells[column], 0, font)
        places[f"{row}:{column}"] = Box(x, y, x + 140, y + 24)
    smudge = [value * scale for value in (356, 450, 374, 460)]
    draw.rectangle(smudge, fill=20)
    for place in range(0, 50, 5):
        draw.line((smudge[0] + place, smudge[1], smudge[0] + place - 4, smudge[3]), 255, 1)
    return np.asarray(image), places


def test_single_figures_in_the_cells_of_a_table(letter: Scan) -> None:
    pixels, places = ruled_table(letter)
    result = ocr.recognise(sheet(pixels), "nld")
    figures = {
        place: [word for word in result.words if box.holds(word.box.middle)]
        for place, box in places.items()
    }
    for row, cells in enumerate(CELLS):
        assert [word.text for word in figures[f"{row}:1"]] == [cells[1]]
    assert all(word.legibility < 0.6 for word in figures["1:2"])  # '24' under a smudge
    assert share_found(result, letter) > 0.95


def test_a_row_of_dots_is_no_word_a_doubtful_word_is(letter: Scan) -> None:
    image = letter.image.copy()
    scale = letter.dpi / 72
    for x in range(70, 300, 4):
        ImageDraw.Draw(image).ellipse((x * scale, 508 * scale, x * scale + 3, 508 * scale + 3), 0)
    (first, *others) = [Seen(text, box, 0.9) for text, box in letter.words]
    dots = Seen("nenennen", Box(70, 500, 300, 512), 0.1)
    engine = Seeing(*others, dots, replace(first, confidence=0.1))
    result = ocr.recognise(sheet(np.asarray(image)), "nld", reader=engine)
    assert sorted(word.text for word in result.words) == sorted(text for text, _ in letter.words)


def test_second_readings_of_a_page_full_of_doubt_are_bounded() -> None:
    """Every word stays, read again or not."""
    places = [Box(100 * x, 40 * y, 100 * x + 80, 40 * y + 20) for x in range(10) for y in range(30)]
    seen = [
        Seen("woord", box, 0.9 if at < 20 else 0.2 + at / 10**4) for at, box in enumerate(places)
    ]
    engine = Counting(Seeing())
    ruled = np.full((1300, 1100), 255, np.uint8)
    for box in places:
        ruled[int(box.top) : int(box.bottom), int(box.x0) : int(box.x1) : 7] = 0
    kept = read_again(ruled, seen, engine, "nld")
    assert 0 < engine.pictures <= MOST_DOUBTFUL + MOST < len(seen) - 20
    assert len(kept) == len(seen)


@pytest.mark.parametrize(
    ("turned", "sureness", "rotation", "pages"),
    [
        (0, [0.9], 0, 1),  # its lines are read well at once: the other way up is not tried
        (2, [0.2, 0.9], 180, 1),
        (2, [0.5, 0.4], 180, 2),  # the lines mislead, the page tells
        (1, [0.9], 90, 1),
        (1, [0.4, 0.5], 90, 2),
        (3, [0.3, 0.6], 270, 1),
        (3, [], 270, 2),
    ],
)
def test_which_side_is_up_by_reading_lines(
    turned: int,
    sureness: list[float],
    rotation: int,
    pages: int,
    letter: Scan,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The letter has most of its ink in its upper half."""
    monkeypatch.setattr("pipeline.ocr.recognition.stands", lambda pixels, dpi: False)
    engine = Upright(*sureness)
    pixels = np.ascontiguousarray(np.rot90(np.asarray(letter.image), turned))
    result = ocr.recognise(sheet(pixels), "nld", reader=engine)
    assert (result.rotation, engine.pages) == (rotation, pages)


@pytest.mark.parametrize(("turned", "rotation"), [(0, 0), (1, 90), (2, 180), (3, 270)])
def test_which_side_is_up_by_the_look_of_letters(turned: int, rotation: int, letter: Scan) -> None:
    """The lines, were they read, would tell nothing; the page is read once."""
    engine = Upright()
    pixels = np.ascontiguousarray(np.rot90(np.asarray(letter.image), turned))
    result = ocr.recognise(sheet(pixels), "nld", reader=engine)
    assert (result.rotation, engine.pages) == (rotation, 1)


def test_a_page_stands_only_where_that_is_plain(letter: Scan) -> None:
    pixels = np.asarray(letter.image)
    rows = round(letter.dpi)
    empty = np.full_like(pixels, 255)
    few = empty.copy()
    few[rows : 2 * rows] = pixels[rows : 2 * rows]  # an inch of it, with hardly any text
    assert stands(pixels, letter.dpi)
    assert not stands(np.ascontiguousarray(pixels[::-1, ::-1]), letter.dpi)
    assert not stands(np.ascontiguousarray(np.rot90(pixels)), letter.dpi)
    assert not stands(few, letter.dpi)
    assert not stands(empty, letter.dpi)


def test_rules_and_specks_are_no_words_but_doubtful_words_are(letter: Scan) -> None:
    place = Box(30, 30, 90, 42)
    engine = Seeing(
        Seen("bedrag", place, 0.95),
        Seen("|", place, 0.9),
        Seen("—", Box(30, 60, 270, 61.2), 0.9),
        Seen("'", place, 0.3),
        Seen("-", Box(3, 3, 9, 4.8), 0.9),
        Seen("12.50O", place, 0.1),
        Seen("‘s-Graĳs‚", place, 0.8),
        Seen("Cuiĳk", place, 0.8),
        Seen("Cuĳĳk", place, 0.8),
        Seen("Cuĳijk", place, 0.8),
        Seen("-_", place, 0.8),
        Seen("‘kop’", place, 0.8),
        Seen("leeg", Box(3, 3, 3, 12), 0.9),
    )
    result = ocr.recognise(sheet(np.asarray(letter.image)), "nld", reader=engine)
    assert [word.text for word in result.words] == [
        "bedrag",
        "-",
        "12.50O",
        "'s-Graijs,",
        "Cuijk",
        "Cuijk",
        "Cuijk",
        "-",
        "‘kop’",
    ]


def test_a_page_on_which_nothing_is_seen(letter: Scan) -> None:
    assert ocr.recognise(sheet(np.asarray(letter.image)), "nld", reader=Seeing()).words == ()


def line_crop(text: str) -> Pixels:
    image = Image.new("L", (40 + 30 * len(text), 90), 255)
    ImageDraw.Draw(image).text((20, 16), text, 0, ImageFont.load_default(size=48))
    return np.asarray(image)


def test_crops_are_read_in_one_call_with_the_characters_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = []
    image_to_data = pytesseract.image_to_data

    def counted(*arguments: object, **named: object) -> object:
        calls.append((named, os.environ["OMP_THREAD_LIMIT"]))
        return image_to_data(*arguments, **named)

    monkeypatch.setattr(pytesseract, "image_to_data", counted)
    monkeypatch.setenv("OMP_THREAD_LIMIT", "3")
    crops = [line_crop("10.2.e"), np.full((60, 60), 255, np.uint8), line_crop("5.1.2.e")]
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    read = ocr.read_crops(crops, languages="nld", characters="0123456789.e")
    assert [text for text, _ in read] == ["10.2.e", "", "5.1.2.e"]
    assert read[1][1] == 0
    assert [limit for _, limit in calls] == ["1"]
    assert os.environ["OMP_THREAD_LIMIT"] == "3"
    assert ocr.read_crops([], languages="nld") == []


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The engine is looked for once in a process; here it is looked for anew."""
    monkeypatch.setattr(tesseract, "engine", tesseract.engine.__wrapped__)
    return monkeypatch


def test_the_engine_tells_what_it_is(fresh: pytest.MonkeyPatch) -> None:
    engine = ocr.engine()
    assert int(engine.version.split(".")[0]) >= 4
    assert "nld" in engine.languages
    assert Path(engine.path).is_file()


def test_no_tesseract(fresh: pytest.MonkeyPatch, letter: Scan) -> None:
    fresh.setattr(pytesseract.pytesseract, "tesseract_cmd", "tesseract-that-is-not-there")
    with pytest.raises(Missing, match="Tesseract is not installed; apt install tesseract-ocr"):
        ocr.recognise(sheet(np.asarray(letter.image)), "nld")


def test_a_language_that_is_not_there(letter: Scan) -> None:
    page = sheet(np.asarray(letter.image))
    with pytest.raises(Missing, match="language 'xyz'; apt install tesseract-ocr-xyz"):
        ocr.recognise(page, "nld+xyz")
    with pytest.raises(Missing, match="tesseract-ocr-chi-sim"):
        ocr.read_crops([line_crop("1")], languages="chi_sim")


def test_a_folder_of_languages_that_is_set_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", "/elsewhere")
    with pytest.raises(Missing, match="'xyz'; it is looked for in TESSDATA_PREFIX=/elsewhere"):
        tesseract.require("nld+xyz")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (RuntimeError("Tesseract process timeout"), "more than 120 seconds"),
        (pytesseract.TesseractError(1, "read_params_file"), "Tesseract failed"),
    ],
)
def test_a_page_that_the_engine_fails_on(
    error: Exception, said: str, letter: Scan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(pytesseract, "image_to_data", failing)
    with pytest.raises(CannotRead, match=said):
        ocr.recognise(sheet(np.asarray(letter.image)), "nld")
