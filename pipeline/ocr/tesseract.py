"""Tesseract behind a small protocol: pictures in, words with their places and confidence out."""

from __future__ import annotations

import csv
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

import pytesseract  # type: ignore[import-untyped]

from pipeline.errors import CannotRead, Missing
from pipeline.geometry import Box
from pipeline.page import Pixels

MEMORY = Path("/dev/shm")  # a disk in memory, where there is one
SECONDS = 120  # for one call; an ordinary page takes two
AUTOMATIC, ONE_LINE, ORIENTATION = 3, 7, 0  # Tesseract's page segmentation modes
SAUVOLA = "-c thresholding_method=2"
LEVEL, PAGE, LEFT, TOP, WIDTH, HEIGHT, CONFIDENCE, TEXT = 0, 1, 6, 7, 8, 9, 10, 11
WORD_LEVEL = "5"


@dataclass(frozen=True, slots=True)
class Engine:
    """The Tesseract that is installed."""

    version: str
    languages: tuple[str, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A word that the engine sees: its box in pixels of the picture, its confidence 0 to 1."""

    text: str
    box: Box
    confidence: float
    picture: int = 0  # which of several pictures, from 0


class Reader(Protocol):
    """What the rest of OCR asks of an engine."""

    def page(self, pixels: Pixels, dpi: float, languages: str, *, grey: bool) -> list[Seen]:
        """The words of a whole page; `grey` where it still has to be made black and white."""

    def lines(
        self, pictures: Sequence[Pixels], languages: str, characters: str | None
    ) -> list[Seen]:
        """The words of pictures that each hold one line."""

    def orientation(self, pixels: Pixels, dpi: float) -> int | None:
        """Quarter turns clockwise that bring the page upright; None where it cannot tell."""


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
    return Engine(version, languages, path)


def require(languages: str) -> None:
    """Missing where Tesseract or one of the languages ('nld+fra') is not installed."""
    for language in languages.split("+"):
        if language not in engine().languages:
            package = f"tesseract-ocr-{language.replace('_', '-').lower()}"
            raise Missing(
                f"Tesseract has no data for the language '{language}'", f"apt install {package}"
            )


class Tesseract:
    """The engine as a program: one process a call, one thread a process."""

    def page(self, pixels: Pixels, dpi: float, languages: str, *, grey: bool) -> list[Seen]:
        """See Reader."""
        options = f"--psm {AUTOMATIC} --dpi {round(dpi)} {SAUVOLA if grey else ''}"
        with _folder(pixels.nbytes) as folder:
            return _words(_run(str(_saved(pixels, folder / "page.pgm")), languages, options))

    def lines(
        self, pictures: Sequence[Pixels], languages: str, characters: str | None
    ) -> list[Seen]:
        """See Reader."""
        options = f"--psm {ONE_LINE} --dpi 300"
        if characters is not None:
            options += f" -c tessedit_char_whitelist={shlex.quote(characters)}"
        with _folder(sum(picture.nbytes for picture in pictures)) as folder:
            names = [
                str(_saved(picture, folder / f"{place}.pgm"))
                for place, picture in enumerate(pictures)
            ]
            (folder / "list.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
            return _words(_run(str(folder / "list.txt"), languages, options))

    def orientation(self, pixels: Pixels, dpi: float) -> int | None:
        """See Reader."""
        if "osd" not in engine().languages:
            return None
        with _folder(pixels.nbytes) as folder, _one_thread():
            try:
                answer = pytesseract.image_to_osd(
                    str(_saved(pixels, folder / "page.pgm")),
                    config=f"--dpi {round(dpi)}",
                    timeout=SECONDS,
                )
            except (pytesseract.TesseractError, RuntimeError):
                return None
        found = re.search(r"Rotate: (\d+)", answer)
        return int(found[1]) // 90 % 4 if found else None


def _run(picture: str, languages: str, options: str) -> str:
    with _one_thread():
        try:
            return str(
                pytesseract.image_to_data(picture, lang=languages, config=options, timeout=SECONDS)
            )
        except pytesseract.TesseractError as error:
            raise CannotRead(f"Tesseract failed ({error})", "look at the page") from error
        except RuntimeError as error:  # pytesseract's way to say that time is up
            raise CannotRead(
                f"Tesseract took more than {SECONDS} seconds for a page", "look at the page"
            ) from error


def _words(table: str) -> list[Seen]:
    """The words in Tesseract's table; its first line names the columns."""
    rows = csv.reader(table.splitlines()[1:], delimiter="\t", quoting=csv.QUOTE_NONE)
    seen = []
    for row in rows:
        if len(row) <= TEXT or row[LEVEL] != WORD_LEVEL or not row[TEXT].strip():
            continue
        left, top, width, height = (float(row[column]) for column in (LEFT, TOP, WIDTH, HEIGHT))
        box = Box(left, top, left + width, top + height)
        confidence = min(1.0, max(0.0, float(row[CONFIDENCE]) / 100))
        seen.append(Seen(row[TEXT].strip(), box, confidence, int(row[PAGE]) - 1))
    return seen


def _saved(pixels: Pixels, path: Path) -> Path:
    """The grey picture as PGM: nothing to compress, nothing to decompress."""
    rows, columns = pixels.shape
    with path.open("wb") as file:
        file.write(b"P5 %d %d 255\n" % (columns, rows))
        file.write(pixels.tobytes())
    return path


@contextmanager
def _folder(size: int) -> Iterator[Path]:
    """A folder for files of so many bytes, in memory where that has the room."""
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK)
    roomy = roomy and shutil.disk_usage(MEMORY).free > 4 * size
    with tempfile.TemporaryDirectory(prefix="kenmerk-", dir=MEMORY if roomy else None) as name:
        yield Path(name)


@contextmanager
def _one_thread() -> Iterator[None]:
    """Tesseract's own threads cost far more than they gain, above all when batches run."""
    before = os.environ.get("OMP_THREAD_LIMIT")
    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ["OMP_THREAD_LIMIT"]
        else:
            os.environ["OMP_THREAD_LIMIT"] = before
