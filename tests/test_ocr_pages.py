"""Pages as they come: worn in every way, any side up, with a resolution that is wrong; engines that fail."""

from __future__ import annotations

import importlib.util
import random
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytesseract
import pytest
from PIL import Image

from pipeline import ocr
from pipeline.errors import CannotRead
from pipeline.ocr import library, picture, program, recognition
from pipeline.page import Pixels, Raster, Sheet, TextFrom
from tests.corpus.tiers import paper
from tests.pages_made import LINES, scan

DPI = 200.0
WORDS = " ".join(LINES).split()


def sheet(pixels: Pixels, dpi: float = DPI) -> Sheet:
    rows, columns = pixels.shape[:2]
    size = columns * 72 / dpi, rows * 72 / dpi
    return Sheet(1, *size, (), TextFrom.ocr, Raster(pixels, dpi), dpi=dpi)


@pytest.fixture(scope="module")
def letter() -> Pixels:
    """The letter as a clean scan in three colours."""
    return np.stack([np.asarray(scan(DPI).image)] * 3, axis=2)


def clean(page: Pixels, dice: random.Random) -> Pixels:
    return paper.grained(paper.toned(page, 24, 250), 1.6, dice)


def office(page: Pixels, dice: random.Random) -> Pixels:
    light = paper.uneven(page.shape, 0.1, 0.012, dice)
    paper.gutter(light, 0.3, dice)
    soft = cv2.GaussianBlur(turned(page, 0.8), (5, 5), 0.8)
    worn = paper.lit(paper.toned(soft, 45, 235), light)
    paper.speckled(worn, 40, (90, 190), dice)
    return paper.grained(worn, 4, dice)


def poor(page: Pixels, dice: random.Random) -> Pixels:
    worn = cv2.GaussianBlur(turned(page, -2.0), (0, 0), 0.8)
    two = np.where(paper.grained(worn, 12, dice) > 140, 255, 0).astype(np.uint8)
    paper.streaked(two, dice)
    return two


def phone(page: Pixels, dice: random.Random) -> Pixels:
    rows, columns = page.shape[:2]
    corners = [(0.06, 0.05), (0.93, 0.04), (0.96, 0.95), (0.04, 0.96)]
    flat = np.array([(0, 0), (columns, 0), (columns, rows), (0, rows)], np.float32)
    seen = np.array([(x * columns, y * rows) for x, y in corners], np.float32)
    lens = cv2.getPerspectiveTransform(flat, seen)
    photo = cv2.warpPerspective(
        paper.toned(page, 30, 240), lens, (columns, rows), borderValue=(92, 122, 156)
    )
    return paper.grained(paper.lit(photo, paper.uneven(page.shape, 0.3, 0.01, dice)), 4, dice)


def turned(page: Pixels, degrees: float) -> Pixels:
    rows, columns = page.shape[:2]
    turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), degrees, 1.0)
    return cv2.warpAffine(page, turn, (columns, rows), borderValue=(255, 255, 255))


def read(pixels: Pixels, dpi: float = DPI) -> tuple[Sheet, list[str]]:
    result = ocr.recognise(sheet(pixels, dpi), "nld")
    return result, [word.text for word in result.words]


def share(words: list[str]) -> float:
    left = list(words)
    found = 0
    for word in WORDS:
        if word in left:
            left.remove(word)
            found += 1
    return found / len(WORDS)


@pytest.mark.parametrize("quarters", range(4))
@pytest.mark.parametrize("worn", [clean, office, poor, phone])
def test_any_side_up_on_every_tier(
    worn: Callable[[Pixels, random.Random], Pixels], quarters: int, letter: Pixels
) -> None:
    page = worn(letter, random.Random(7))
    result, words = read(np.ascontiguousarray(np.rot90(page, quarters)))
    assert result.rotation == 90 * quarters
    assert (round(result.width), round(result.height)) == (595, 842)
    assert share(words) > 0.9


def holes(page: Pixels, dice: random.Random) -> Pixels:
    worn = paper.toned(page, 40, 235)
    paper.punched(worn, DPI, 40, dice)
    return worn


def edges(page: Pixels, dice: random.Random) -> Pixels:
    worn = page.copy()
    paper.edged(worn, DPI, dice)
    return np.where(worn > 128, 255, 0).astype(np.uint8)


def back(page: Pixels, dice: random.Random) -> Pixels:
    """The back of the sheet shimmers through, with lines where the front has none."""
    moved = np.roll(page, round(3.2 * DPI), axis=0)
    return paper.toned(paper.shining_through(page, moved, 0.12), 35, 235)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("worn", [holes, edges, back])
def test_what_is_no_ink_is_no_word(
    worn: Callable[[Pixels, random.Random], Pixels], seed: int, letter: Pixels
) -> None:
    page = worn(letter, random.Random(seed))
    assert not np.array_equal(page, letter)
    _, words = read(page)
    assert share(words) > 0.95
    assert [word for word in words if word not in WORDS and len(word) > 1] == []
    assert len(words) <= len(WORDS) + 1


@pytest.mark.parametrize("stated", [60.0, 100.0, 300.0, 400.0])
def test_a_file_that_lies_about_its_resolution_is_read_as_well(
    stated: float, letter: Pixels
) -> None:
    """The boxes are those of the page as large as the file says."""
    result, words = read(letter[:, :, 0], stated)
    assert share(words) > 0.95
    assert result.raster is not None
    assert result.raster.dpi == stated
    first = next(word for word in result.words if word.text == "Geachte")
    assert first.box.x0 == pytest.approx(70 * DPI / stated, abs=3)


@pytest.mark.parametrize("stated", [150.0, 200.0, 240.0, 300.0])
def test_a_resolution_that_print_may_have_is_believed(stated: float, letter: Pixels) -> None:
    grey, dpi, _ = recognition._copies(letter[:, :, 0], stated)
    assert dpi == min(stated, recognition.ENOUGH)
    assert grey.shape[1] == pytest.approx(letter.shape[1] * dpi / stated, abs=1)


@pytest.mark.parametrize("stated", [50.0, 72.0, 400.0, 600.0, 800.0])
def test_else_the_letters_tell_it(stated: float, letter: Pixels) -> None:
    grey, dpi, _ = recognition._copies(letter[:, :, 0], stated)
    assert dpi == pytest.approx(DPI * grey.shape[1] / letter.shape[1], rel=0.35)


def test_a_page_with_few_letters_tells_nothing_of_its_resolution() -> None:
    small = np.zeros((1169, 827), np.uint8)
    small[100:102, 100:600:30] = 1
    assert picture.believed(600.0, small, 100.0) == 600.0


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Make Tesseract, called as a program, do what a line of shell says."""

    def does(line: str) -> None:
        command = tmp_path / "tesseract"
        command.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
        command.chmod(0o755)
        monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", str(command))
        monkeypatch.setattr(program, "SECONDS", 0.3)

    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    return does


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("exec sleep 30", "took more than 0.3 seconds"),
        ("kill -SEGV $$", "Tesseract failed"),
        ("echo 'Error in pixReadMem' >&2; exit 1", "Tesseract failed"),
    ],
)
def test_a_program_that_hangs_or_crashes_gives_one_line(
    line: str, said: str, engine: Callable[[str], None], letter: Pixels
) -> None:
    engine(line)
    with pytest.raises(CannotRead, match=said) as problem:
        program.Program().page(letter[:, :, 0], DPI, "nld")
    assert "\n" not in str(problem.value)


def test_a_library_that_hangs_gives_one_line(
    monkeypatch: pytest.MonkeyPatch, letter: Pixels
) -> None:
    monkeypatch.setattr(library, "SECONDS", 0.001)
    page = np.tile(letter[:, :, 0], (1, 2))
    with pytest.raises(CannotRead, match="took more than"):
        library.Library().page(page, DPI, "nld")


def test_a_language_that_is_not_installed_is_one_line_and_exit_code_3(tmp_path: Path) -> None:
    file = tmp_path / "scan.png"
    Image.fromarray(np.asarray(scan(100).image)).save(file, dpi=(100, 100))
    command = [sys.executable, "-m", "pipeline", "extract", "--ocr-languages", "nld+xyz", str(file)]
    answer = subprocess.run(
        command, cwd=Path(__file__).parents[1], capture_output=True, encoding="utf-8", check=False
    )
    assert (answer.returncode, answer.stdout) == (3, "")
    (line,) = answer.stderr.splitlines()
    assert re.search("no data for the language 'xyz'; apt install tesseract-ocr-xyz", line)
