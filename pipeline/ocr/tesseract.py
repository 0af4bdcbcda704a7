"""The Tesseract that is installed, and what is asked of it, whichever way it is called."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import Protocol

import pytesseract  # type: ignore[import-untyped]

from pipeline.errors import Missing
from pipeline.geometry import Box
from pipeline.page import Pixels

SECONDS = 120  # for one call; an ordinary page takes one
AUTOMATIC, ONE_LINE, RAW_LINE = 3, 7, 13  # Tesseract's page segmentation modes
LEVEL, PAGE, LEFT, TOP, WIDTH, HEIGHT, CONFIDENCE, TEXT = 0, 1, 6, 7, 8, 9, 10, 11
WORD_LEVEL = "5"
SURE = 0.5  # confidence of words that tell the height of the page's letters
FEWEST = 8  # such words; a page with fewer has no height to compare with


@dataclass(frozen=True, slots=True)
class Engine:
    """The Tesseract that is installed."""

    version: str
    languages: tuple[str, ...]
    path: str
    data: str  # the folder with its languages


@dataclass(frozen=True, slots=True)
class Seen:
    """A word that the engine sees: its box in pixels of the picture, its confidence 0 to 1."""

    text: str
    box: Box
    confidence: float
    picture: int = 0  # which of several pictures, from 0
    agreed: float | None = None  # share of several readings that are this one, if read again


def is_sure(word: Seen) -> bool:
    """Whether it was read well enough to tell how high the page's letters are."""
    return word.confidence >= SURE and word.text.isalnum()


def usual_height(seen: Sequence[Seen]) -> float | None:
    """The height of the page's words in pixels; None where too few were read to tell."""
    heights = [word.box.height for word in seen if is_sure(word)]
    return median(heights) if len(heights) >= FEWEST else None


class Reader(Protocol):
    """What the rest of OCR asks of an engine."""

    def page(self, pixels: Pixels, dpi: float, languages: str) -> list[Seen]:
        """The words of a whole page."""

    def lines(
        self,
        pictures: Sequence[Pixels],
        languages: str,
        characters: str | None,
        raw: bool = False,
    ) -> list[Seen]:
        """The words of pictures that each hold one line; `raw`: all of it is taken for letters."""


@cache
def engine() -> Engine:
    """The engine that is installed; Missing where there is none."""
    path = shutil.which(pytesseract.pytesseract.tesseract_cmd)
    if path is None:
        raise Missing("Tesseract is not installed", "apt install tesseract-ocr tesseract-ocr-nld")
    try:
        version = str(pytesseract.get_tesseract_version()).split()[0]
        languages = tuple(pytesseract.get_languages())
    except (pytesseract.TesseractError, SystemExit, OSError) as error:
        raise Missing(f"Tesseract does not run ({error})", "install it again") from error
    return Engine(version, languages, path, _data(path))


def _data(path: str) -> str:
    """The folder that the program says it takes its languages from."""
    told = subprocess.run([path, "--list-langs"], capture_output=True, text=True, check=False)
    found = re.search('in "(.+)"', told.stdout + told.stderr)
    return found[1] if found else ""


def require(languages: str) -> None:
    """Missing where Tesseract or one of the languages ('nld+fra') is not installed."""
    for language in languages.split("+"):
        if language not in engine().languages:
            raise Missing(f"Tesseract has no data for the language '{language}'", _remedy(language))


def _remedy(language: str) -> str:
    """What brings the data of a language; a folder that is set may simply be the wrong one."""
    folder = os.environ.get("TESSDATA_PREFIX")
    if folder:
        return f"it is looked for in TESSDATA_PREFIX={folder}: unset that, or put the data there"
    package = f"tesseract-ocr-{language.replace('_', '-').lower()}"
    installed = ", ".join(name for name in engine().languages if name != "osd")
    return f"apt install {package}, or take one of {installed}"


def words_of(table: str) -> list[Seen]:
    """The words in Tesseract's table."""
    rows = csv.reader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    seen = []
    for row in rows:
        if len(row) <= TEXT or row[LEVEL] != WORD_LEVEL or not row[TEXT].strip():
            continue
        left, top, width, height = (float(row[column]) for column in (LEFT, TOP, WIDTH, HEIGHT))
        box = Box(left, top, left + width, top + height)
        confidence = min(1.0, max(0.0, float(row[CONFIDENCE]) / 100))
        seen.append(Seen(row[TEXT].strip(), box, confidence, int(row[PAGE]) - 1))
    return seen
