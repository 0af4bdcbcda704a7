"""How long a letter takes from file to record: the first table of `make bench`.

Wall time and CPU seconds of the whole process tree, the median of some runs; on a machine that is busy
with other things the CPU seconds say more. Nothing is asserted here.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from rich.table import Table

from pipeline import registers
from pipeline.reader import read
from tests.benchmarks.clock import Time, timed

ROOT = Path(__file__).parents[2]
TEXT = ROOT / "samples" / "almere-text" / "letter.txt"
DIGITAL = ROOT / "samples" / "almere-digital" / "letter.pdf"
SCAN = ROOT / "samples" / "almere-scan" / "letter.pdf"
NAMELESS = "Geachte heer,\n\nHierbij vraagt Stichting De Oever u om een bijdrage.\n\nA. Visser\n"
PAGES = 3  # of each of the two
WORDS = " ".join((TEXT.read_text("utf-8").split() * 10)[:2000])
TODAY = dt.date(2026, 1, 1)
DPI = 300
BARE = "the same page, Tesseract alone"


def process(*command: str | Path) -> None:
    subprocess.run(list(map(str, command)), check=True, capture_output=True, cwd=ROOT)


def per_page(whole: Time) -> Time:
    return Time(whole.wall / PAGES, whole.cpu / PAGES)


def bare_tesseract(folder: Path) -> Time:
    """Tesseract alone on the pictures of the scan, one process for all pages."""
    names = []
    for number, page in enumerate(pypdfium2.PdfDocument(SCAN)):
        picture = page.render(scale=DPI / 72, grayscale=True).to_pil()
        names.append(folder / f"{number}.pgm")
        picture.save(names[-1])
    listed = folder / "pages.txt"
    listed.write_text("\n".join(map(str, names)), "utf-8")
    return per_page(timed(lambda: process("tesseract", listed, folder / "out", "-l", "nld"), 3))


def letters() -> dict[str, Time]:
    """How long the samples take, by what is done with them."""
    command = (sys.executable, "-m", "pipeline", "extract")
    with tempfile.TemporaryDirectory() as folder:
        bare = bare_tesseract(Path(folder))
        nameless = Path(folder) / "nameless.txt"
        nameless.write_text(NAMELESS, "utf-8")
        asked = timed(lambda: process(*command, nameless), 3)
    return {
        "kenmerk --help, the whole process": timed(lambda: process(*command, "--help"), 7),
        "kenmerk extract letter.txt, the whole process": timed(lambda: process(*command, TEXT), 7),
        "the same, of a letter that names no sender: spaCy is asked": asked,
        "a text letter, after start-up": timed(lambda: read(TEXT, today=TODAY), 7),
        "a digital page, after start-up": per_page(timed(lambda: read(DIGITAL, today=TODAY), 5)),
        "a scanned page, after start-up": per_page(timed(lambda: read(SCAN, today=TODAY), 3)),
        BARE: bare,
        "2,000 words against all names of municipalities": timed(look_up, 9),
    }


def look_up() -> None:
    """Every municipality, of today and before, that a text of 2,000 words names."""
    list(registers.find_municipalities(WORDS))


def table(rows: dict[str, Time]) -> Table:
    shown = Table(
        "from file to record", "wall s", "CPU s", "× bare Tesseract (CPU)", title="Letters"
    )
    for name, took in rows.items():
        ratio = f"{took.cpu / rows[BARE].cpu:.2f}" if "page" in name else ""
        shown.add_row(name, f"{took.wall:.2g}", f"{took.cpu:.2g}", ratio)
    return shown
