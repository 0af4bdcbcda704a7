"""Several readings of one figure: which is kept, how many agree; and the second look itself."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.geometry import Box
from pipeline.ocr.closer import MOST, Scan, look_again
from pipeline.ocr.figures import Vote, settled
from pipeline.ocr.library import Library
from pipeline.ocr.program import Program
from pipeline.ocr.tesseract import Reader, Seen
from pipeline.ocr.tidy import tidied
from pipeline.page import Pixels
from tests.fakes import Telling


def votes(*readings: tuple[str, float]) -> list[Vote]:
    return [Vote(text, confidence) for text, confidence in readings]


@pytest.mark.parametrize(
    ("readings", "kept", "agreed"),
    [
        # all the same, but for blanks and specks
        ([("€ 12.500,00", 0.7), ("€12.500,00", 0.9), ("_€12.500,00;", 0.9)], "€ 12.500,00", 1.0),
        # the first makes no sense, another does
        ([("1601-2015", 0.6), ("16-01-2015", 0.9), ("", 0.0)], "16-01-2015", 1 / 3),
        ([("@76-5291770", 0.6), ("076-5291770", 0.6), ("0176529", 0.1)], "076-5291770", 1 / 3),
        # and its innocent twin: another that does not is heard by nobody
        ([("ab12-7", 0.6), ("16-01-2015", 0.1), ("ab12-7", 0.4)], "ab12-7", 2 / 3),
        # both make sense: three voices are needed, two are not enough
        ([("3886", 0.5), ("3880", 0.9), ("3880", 0.9), ("3880", 0.9)], "3880", 3 / 4),
        ([("3886", 0.5), ("3880", 0.9), ("3880", 0.9), ("3886", 0.2)], "3886", 1 / 2),
        # neither makes sense: two voices, but not for half a number
        ([("12-KL-9", 0.2), ("12-KI-9", 0.6), ("12-KI-9", 0.6)], "12-KI-9", 2 / 3),
        ([("AB/12345", 0.2), ("AB/1x", 0.6), ("AB/1x", 0.6)], "AB/12345", 1 / 3),
        # the dash behind a round sum, which is easily lost and never made up
        ([("36.650,", 0.0), ("36.650,", 0.1), ("36.650,—", 0.8)], "36.650,—", 1.0),
        ([("36.650", 0.9), ("36.650", 0.9), ("36.650,-", 0.2)], "36.650", 1.0),
        # no other has a digit
        ([("8", 0.4), ("", 0.0), ("B", 0.9)], "8", 1 / 3),
        ([("8", 0.4), ("5", 0.9), ("S", 0.3)], "8", 1 / 3),
    ],
)
def test_which_reading_is_kept(readings: list[tuple[str, float]], kept: str, agreed: float) -> None:
    place, share = settled(votes(*readings))
    assert readings[place][0] == kept
    assert share == pytest.approx(agreed)


WIDE = 1200


def page(text: str, dpi: int = 300) -> tuple[Pixels, Box]:
    """A scan with one line, and the box of the text in it."""
    image = Image.new("L", (WIDE, 300), 255)
    font = ImageFont.load_default(size=12 * dpi / 72)
    ImageDraw.Draw(image).text((100, 100), text, 0, font)
    left, top, right, bottom = font.getbbox(text)
    return np.asarray(image), Box(100 + left, 100 + top, 100 + right, 100 + bottom)


SURE = [Seen("woord", Box(10, 200, 90, 236), 0.95) for _ in range(8)]


@pytest.mark.parametrize("engine", [Library(), Program()], ids=["library", "program"])
def test_a_figure_that_was_misread_is_read_right_at_full_resolution(engine: Reader) -> None:
    """The page was read at a third of the scan's resolution, skewed."""
    scan, box = page("31-12-2014")
    small = np.ascontiguousarray(scan[::3, ::3])
    seen = [*SURE, Seen("3112-2074", box.scaled(1 / 3), 0.4)]
    near = [Seen(word.text, word.box.scaled(1 / 3), word.confidence) for word in seen[:-1]]
    *others, found = look_again(
        [*near, seen[-1]], small, Scan(scan, np.diag([3.0, 3.0, 1.0])), (engine, "nld")
    )
    assert others == near
    assert found.text == "31-12-2014"
    assert found.box.iou(box.scaled(1 / 3)) > 0.6
    assert found.agreed is not None
    assert found.agreed >= 0.6


def looked(*words: Seen) -> tuple[list[Seen], list[int]]:
    pixels = np.full((300, WIDE), 255, np.uint8)
    engine = Telling()
    seen = look_again([*SURE, *words], pixels, Scan(pixels, np.eye(3)), (engine, "nld"))
    return seen[len(SURE) :], engine.pictures


def test_only_figures_in_doubt_are_read_again() -> None:
    place = Box(100, 100, 300, 136)
    words = [Seen("12.500", place, 0.95), Seen("Ommen", place, 0.85)]
    assert looked(*words) == (words, [])


def test_what_no_other_reading_confirms_stays_and_is_in_doubt() -> None:
    (word,), pictures = looked(Seen("12.500", Box(100, 100, 300, 136), 0.85))
    assert (word.text, word.agreed) == ("12.500", pytest.approx(1 / 5))
    assert pictures == [2, 2]


def test_a_page_full_of_doubt_costs_no_more_than_its_bound() -> None:
    words = [Seen("12.500", Box(100, 100, 300, 136), 0.3 + place / 100) for place in range(40)]
    again, pictures = looked(*words)
    assert pictures == [2 * MOST, 2 * MOST]
    assert [word.agreed is None for word in again] == [place >= MOST for place in range(40)]


def test_a_place_beside_the_scan_breaks_nothing() -> None:
    scan = Scan(np.full((20, 20), 255, np.uint8), np.eye(3))
    assert scan.crop(Box(500, 500, 520, 520), 1.0).min() == 255


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ([("429.250,", 0, 100), ("00", 103, 130)], ["429.250,00"]),
        ([("23-02-", 0, 60), ("2012", 61, 110)], ["23-02-2012"]),
        ([("19.", 0, 30), ("650,-", 32, 90)], ["19.650,-"]),
        ([("57,", 0, 30), ("9401", 42, 90)], ["57,", "9401"]),  # a space between
        ([("plan.", 0, 80), ("2012", 82, 120)], ["plan.", "2012"]),
        ([("2012.", 0, 80), ("Het", 82, 120)], ["2012.", "Het"]),
    ],
)
def test_a_figure_cut_at_its_point_is_one(
    words: list[tuple[str, float, float]], joined: list[str]
) -> None:
    seen = [Seen(text, Box(left, 0, right, 36), 0.9) for text, left, right in words]
    assert [word.text for word in tidied(seen)] == joined


def test_what_stands_on_a_ruled_line() -> None:
    place = Box(0, 0, 100, 36)
    words = [Seen(text, place, 0.9) for text in ("__€29.275", "j_smit@ede.nl", "_\\_12")]
    assert [word.text for word in tidied(words)] == ["€29.275", "j_smit@ede.nl", "12"]


@pytest.mark.parametrize(
    ("word", "readings", "kept"),
    [
        ("Mintsterie", ("Ministerie", "Mintsterie", "Ministerie", ""), "Ministerie"),
        ("Mintsterie,", ("Ministerie,", "Ministerie", "", ""), "Ministerie,"),
        ("Mintsterie", ("Ministerie", "Minsterie", "", ""), "Mintsterie"),  # one voice
        ("Oirschot", ("Oirschat", "Oirschat", "Oirschat", ""), "Oirschot"),  # no word either
        ("6", ("€", "sf", "€", "€"), "€"),
        ("6", ("€", "6", "€", "6"), "6"),
    ],
)
def test_a_word_that_is_none_gives_way_to_one_that_is(
    word: str, readings: tuple[str, str, str, str], kept: str
) -> None:
    pixels = np.full((300, WIDE), 255, np.uint8)
    seen = [*SURE, Seen(word, Box(100, 100, 300, 136), 0.5)]
    engine = Telling(*readings)
    *_, found = look_again(seen, pixels, Scan(pixels, np.eye(3)), (engine, "nld"))
    assert found.text == kept
    assert found.box == seen[-1].box
    assert engine.pictures == [2, 2]


def test_a_known_word_is_not_read_again() -> None:
    words = [Seen("gemeente", Box(100, 100, 300, 136), 0.4)]
    assert looked(*words) == (words, [])
