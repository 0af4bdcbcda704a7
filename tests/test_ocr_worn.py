"""What a fax or a faint, grainy copy adds to a page is taken away; what somebody wrote stays."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.geometry import Box
from pipeline.ocr.grain import calmed, grain
from pipeline.ocr.specks import swept
from pipeline.ocr.stray import without_strays
from pipeline.ocr.tesseract import Seen
from pipeline.page import ILLEGIBLE, Pixels


def fax() -> Pixels:
    """Lines of letters of 200 dpi: strokes of 3 pixels, 20 high."""
    pixels = np.full((1200, 900), 255, np.uint8)
    for top in range(200, 1000, 60):
        for left in range(100, 600, 12):
            pixels[top : top + 20, left : left + 3] = 0
    return pixels


def test_a_page_with_nothing_to_mend_is_not_copied() -> None:
    page = fax()
    assert swept(page) is page


def test_a_lone_speck_goes_a_full_stop_stays() -> None:
    page = fax()
    page[218:220, 600:602] = 0  # behind the last letter of a line
    worn = page.copy()
    worn[1100:1102, 800:802] = 0
    assert (swept(worn) == page).all()


def test_the_dots_that_lead_to_a_sum_stay() -> None:
    page = fax()
    for left in range(300, 700, 9):
        page[1100:1103, left : left + 3] = 0
    assert swept(page) is page


def test_a_streak_goes_but_not_the_letters_that_it_crosses() -> None:
    worn = fax()
    worn[50:1150, 700] = 0
    assert (swept(worn) == fax()).all()
    crossing = fax()
    crossing[:, 101] = 0  # inside strokes of letters
    assert (swept(crossing)[200:220, 100:103] == 0).all()


def test_rows_that_dropped_out_are_filled_between_letters_only() -> None:
    worn = fax()
    worn[210] = 255
    assert (swept(worn) == fax()).all()
    apart = fax()
    apart[210, 100:103] = 255  # a gap in one letter is how it is written
    assert swept(apart) is apart


def test_grain_is_softened_and_a_clean_page_left_alone() -> None:
    clean = np.full((600, 600), 250, np.uint8)
    clean[100:120, 100:500] = 20
    assert calmed(clean, 200.0) is clean
    noise = np.random.default_rng(5).integers(-25, 25, clean.shape)
    grainy = np.clip(clean.astype(np.int16) + noise, 0, 255).astype(np.uint8)
    calm = calmed(grainy, 200.0)
    assert grain(calm) < grain(grainy) / 2
    assert calm[105:115, 110:490].max() < 80 and calm[300:, :].min() > 200


LINES = [
    Seen("brief", Box(100.0 + 90 * column, 60.0 * row, 170.0 + 90 * column, 60.0 * row + 28), 0.96)
    for row in range(3, 6)
    for column in range(4)
]


@pytest.mark.parametrize(
    ("text", "box", "confidence", "stays"),
    [
        ("eere", Box(100, 500, 300, 506), 0.8, False),  # a dotted rule
        ("12,50", Box(100, 500, 130, 506), 0.8, True),
        ("oe", Box(700, 500, 730, 528), 0.3, False),
        ("oe", Box(465, 180, 490, 208), 0.3, True),  # beside a word of its line
        ("7", Box(700, 500, 715, 528), 0.3, True),
        (ILLEGIBLE, Box(700, 500, 730, 528), 0.0, True),
    ],
)
def test_what_nobody_wrote(text: str, box: Box, confidence: float, stays: bool) -> None:
    word = Seen(text, box, confidence)
    assert (word in without_strays([*LINES, word])) is stays
    assert without_strays(LINES) == LINES
