"""Who reads the pages. Each gets a file and gives the text of its pages; one thread each, Dutch.

What a contestant needs and would not have to make itself is made before the clock starts, in its
favour: the pictures of the pages for pytesseract and for bare Tesseract (rendered at 300 dpi, grey;
for the latter as uncompressed files), and our own opened pages for the recognition stage alone.
OCRmyPDF is a process a file, as it is used; what its start takes is measured apart.
"""

from __future__ import annotations

import dataclasses
import functools
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from contextlib import closing
from itertools import groupby, pairwise
from pathlib import Path

import pypdfium2
import pytesseract
from PIL import Image

from pipeline import intake, ocr
from pipeline.ocr.program import Program
from pipeline.ocr.tesseract import Reader
from pipeline.page import Sheet, Word
from pipeline.reader import text_of
from tests.benchmarks.clock import Time, timed

LANGUAGE = "nld"
DPI = 300
OURS, STAGE = "kenmerk", "kenmerk recognition alone"
STAGE_BY_PROGRAM = "the same by Tesseract as a program"
PYTESSERACT, BARE = "pytesseract.image_to_data", "bare Tesseract"
OCRMYPDF = {  # what is shown: the options
    "OCRmyPDF": ("--output-type", "none"),
    "OCRmyPDF to PDF": ("--output-type", "pdf"),
    "OCRmyPDF --deskew": ("--output-type", "none", "--deskew"),
    "OCRmyPDF --deskew Sauvola": (
        *("--output-type", "none", "--deskew", "--tesseract-thresholding", "sauvola"),
    ),
}
PLAIN, PLAIN_PDF, DESKEW, SAUVOLA = OCRMYPDF

NO_START = Time(0.0, 0.0)

Read = Callable[[], Sequence[str]]  # what is timed: gives the text of each page


@dataclasses.dataclass(frozen=True, slots=True)
class Contestant:
    """`prepare` takes a file and an empty folder, and gives what is to be timed.

    `start`: what starting its program takes, 0 for one that is started once for all files.
    """

    name: str
    prepare: Callable[[Path, Path], Read]
    start: Time = NO_START


def contestants(names: Sequence[str] = ()) -> tuple[list[Contestant], str]:
    """Those that are there (of `names`, none: all), and one line on what is not there, else ''."""
    found = [
        Contestant(OURS, _ours),
        Contestant(STAGE, _stage),
        Contestant(STAGE_BY_PROGRAM, functools.partial(_stage, reader=Program())),
        Contestant(PYTESSERACT, _pytesseract),
        Contestant(BARE, _bare, timed(_load, 3)),
    ]
    program, why = ocrmypdf()
    if program:
        start = timed(functools.partial(_run, [*program, "--version"]), 3)
        found += [
            Contestant(name, functools.partial(_ocrmypdf, [*program, *options]), start)
            for name, options in OCRMYPDF.items()
        ]
    return [one for one in found if not names or one.name in (OURS, *names)], why


def ocrmypdf() -> tuple[list[str], str]:
    """How to call OCRmyPDF, or one line on why it cannot be."""
    python = os.environ.get("OCRMYPDF_PYTHON")
    if python:
        program = [python, "-m", "ocrmypdf"]
    elif found := shutil.which("ocrmypdf"):
        program = [found]
    else:
        return [], "OCRmyPDF is not on PATH, nor is OCRMYPDF_PYTHON set: left out"
    try:
        _run([*program, "--version"])
    except (OSError, subprocess.CalledProcessError):
        return [], f"{' '.join(program)} does not start: left out"
    return program, ""


def versions() -> dict[str, str]:
    """What the contestants are, in versions."""
    program, _ = ocrmypdf()
    return {
        "Tesseract": str(pytesseract.get_tesseract_version()),
        "pytesseract": str(pytesseract.__version__),
        "OCRmyPDF": _run([*program, "--version"]).strip() if program else "",
    }


def _ours(path: Path, folder: Path) -> Read:
    return lambda: _split(text_of(path, ocr_languages=LANGUAGE))


def _stage(path: Path, folder: Path, reader: Reader | None = None) -> Read:
    sheets = list(intake.open_file(path).sheets)
    return lambda: [_plain(ocr.recognise(sheet, LANGUAGE, reader)) for sheet in sheets]


def _plain(sheet: Sheet) -> str:
    """The words as they came; a word that does not stand to the right of the last begins a line."""
    text = sheet.words[0].text if sheet.words else ""
    for last, word in pairwise(sheet.words):
        text += (" " if _beside(last, word) else "\n") + word.text
    return text


def _beside(last: Word, word: Word) -> bool:
    level = word.box.top < last.box.bottom and word.box.bottom > last.box.top
    return level and word.box.x0 > last.box.x0


def _pytesseract(path: Path, folder: Path) -> Read:
    pictures = rendered(path)
    return lambda: [_words(picture) for picture in pictures]


def _words(picture: Image.Image) -> str:
    """The words of pytesseract's table, a line a line, an empty one between blocks."""
    found = pytesseract.image_to_data(picture, lang=LANGUAGE, output_type=pytesseract.Output.DICT)
    names = ("block_num", "par_num", "line_num", "text")
    rows = [row for row in zip(*(found[name] for name in names), strict=True) if row[3].strip()]
    return "\n".join(" ".join(row[3] for row in line) for _, line in groupby(rows, lambda r: r[:3]))


def _bare(path: Path, folder: Path) -> Read:
    names = []
    for number, picture in enumerate(rendered(path)):
        names.append(folder / f"{number}.pgm")
        picture.save(names[-1])
    listed = folder / "pages.txt"
    listed.write_text("\n".join(map(str, names)), "utf-8")
    return lambda: _split(_tesseract(listed))


def _load() -> None:
    """Tesseract with its model, and nothing to read."""
    nothing = Image.new("L", (64, 64), 255)
    pytesseract.image_to_string(nothing, lang=LANGUAGE)


def _tesseract(listed: Path) -> str:
    return _run(["tesseract", listed, "stdout", "-l", LANGUAGE, "--dpi", DPI])


def _ocrmypdf(program: Sequence[str], path: Path, folder: Path) -> Read:
    text, pdf = folder / "text.txt", "-" if "none" in program else folder / "out.pdf"
    options = ["--jobs", 1, "-l", LANGUAGE, "--quiet", "--sidecar", text]

    def read() -> Sequence[str]:
        _run([*program, *options, path, pdf])
        return _split(text.read_text("utf-8"))

    return read


def rendered(path: Path) -> list[Image.Image]:
    """The pages of a PDF at 300 dpi, grey."""
    with closing(pypdfium2.PdfDocument(path)) as document:
        return [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in document]


def _split(text: str) -> list[str]:
    """The pages of a text with a form feed between, or after, each."""
    return text.removesuffix("\f").split("\f")


def _run(command: Sequence[object]) -> str:
    """What a program prints; OSError or CalledProcessError where it fails."""
    done = subprocess.run(
        [str(part) for part in command], check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout
