"""Words read into logos and signatures are none; what stands on a line of text stays."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.geometry import Box
from pipeline.ocr.drawings import without_drawings
from pipeline.ocr.tesseract import Seen
from pipeline.page import Pixels

DPI = 200.0
LINES = [
    Seen(
        "Hierbij",
        Box(400.0 * column, 500.0 + 60 * row, 400.0 * column + 140, 528.0 + 60 * row),
        0.96,
    )
    for row in range(6)
    for column in range(1, 4)
]


def page(*ink: Box) -> Pixels:
    """A page with its lines of text, and ink in the boxes."""
    pixels = np.full((2200, 1600), 255, np.uint8)
    for box in (*(word.box for word in LINES), *ink):
        pixels[int(box.top) : int(box.bottom), int(box.x0) : int(box.x1)] = 0
    return pixels


def texts(pixels: Pixels, *more: Seen) -> list[str]:
    seen = without_drawings([*LINES, *more], pixels, DPI)
    assert seen[: len(LINES)] == LINES
    return [word.text for word in seen[len(LINES) :]]


LOGO = Box(200.0, 100.0, 330.0, 220.0)


@pytest.mark.parametrize(
    ("text", "box", "confidence"),
    [
        ("8", LOGO, 0.85),
        ("ZNE", Box(200.0, 150.0, 330.0, 220.0), 0.2),
        ("Kd", Box(230.0, 120.0, 260.0, 140.0), 0.3),
        ("Gemrnw", LOGO, 0.4),
    ],
)
def test_what_is_read_into_a_logo_is_no_word(text: str, box: Box, confidence: float) -> None:
    assert texts(page(LOGO), Seen(text, box, confidence)) == []


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Gemeente", 0.3),  # a word that there is
        ("1234", 0.2),  # a number that a rule runs through
        ("Zwrq", 0.7),  # large type, read well enough
        ("8", 0.95),
    ],
)
def test_what_makes_sense_or_is_sure_stays(text: str, confidence: float) -> None:
    assert texts(page(LOGO), Seen(text, LOGO, confidence)) == [text]


def test_words_beside_a_logo_stay() -> None:
    name = Seen("Gmnt", Box(340.0, 150.0, 420.0, 178.0), 0.4)
    assert texts(page(LOGO, name.box), name, Seen("8", LOGO, 0.5)) == ["Gmnt"]


def test_a_blot_between_words_stays_for_someone_to_look_at() -> None:
    row = LINES[4].box
    blot = Box(row.x1 + 8, row.top - 30, row.x1 + 110, row.bottom + 30)
    following = Seen("brief", Box(blot.x1 + 8, row.top, blot.x1 + 90, row.bottom), 0.95)
    read = Seen("ß~i)t", blot, 0.1)
    assert texts(page(blot, following.box), following, read) == ["brief", "ß~i)t"]
    assert texts(page(blot), read) == []  # alone behind the last word: a flourish


def test_the_text_in_a_frame_is_no_drawing() -> None:
    frame = [
        Box(100.0, 1200.0, 1500.0, 1204.0),
        Box(100.0, 1400.0, 1500.0, 1404.0),
        Box(100.0, 1200.0, 104.0, 1404.0),
        Box(1496.0, 1200.0, 1500.0, 1404.0),
    ]
    word = Seen("xqz", Box(300.0, 1290.0, 360.0, 1318.0), 0.3)
    assert texts(page(*frame, word.box), word) == ["xqz"]


def test_a_page_with_few_words_has_no_size_of_letters() -> None:
    logo = Seen("8", LOGO, 0.2)
    assert without_drawings([*LINES[:5], logo], page(LOGO), DPI) == [*LINES[:5], logo]
    assert without_drawings([], page(LOGO), DPI) == []
