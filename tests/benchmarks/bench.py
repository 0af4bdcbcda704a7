"""How long a letter takes: `make bench`.

Wall time and CPU seconds of the whole process tree, the median of some runs; on a machine that is busy
with other things the CPU seconds say more. Nothing is asserted here.
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from rich.console import Console
from rich.table import Table

from pipeline.reader import read

ROOT = Path(__file__).parents[2]
TEXT = ROOT / "samples" / "almere-text" / "letter.txt"
DIGITAL = ROOT / "samples" / "almere-digital" / "letter.pdf"
SCAN = ROOT / "samples" / "almere-scan" / "letter.pdf"
NAMELESS = "Geachte heer,\n\nHierbij vraagt Stichting De Oever u om een bijdrage.\n\nA. Visser\n"
PAGES = 3  # of each of the two
TODAY = dt.date(2026, 1, 1)
DPI = 300


class Time(NamedTuple):
    wall: float
    cpu: float


def cpu() -> float:
    """CPU seconds of this process and of all its children that have ended."""
    return sum(os.times()[:4])


def timed(action: Callable[[], object], runs: int) -> Time:
    """The medians of some runs, after one that fills the caches."""
    action()
    times = []
    for _ in range(runs):
        wall, used = time.perf_counter(), cpu()
        action()
        times.append(Time(time.perf_counter() - wall, cpu() - used))
    return Time(*(statistics.median(figures) for figures in zip(*times, strict=True)))


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


def main() -> None:
    os.environ["OMP_THREAD_LIMIT"] = "1"
    command = (sys.executable, "-m", "pipeline", "extract")
    with tempfile.TemporaryDirectory() as folder:
        bare = bare_tesseract(Path(folder))
        nameless = Path(folder) / "nameless.txt"
        nameless.write_text(NAMELESS, "utf-8")
        asked = timed(lambda: process(*command, nameless), 3)
    rows = {
        "kenmerk --help, the whole process": timed(lambda: process(*command, "--help"), 7),
        "kenmerk extract letter.txt, the whole process": timed(lambda: process(*command, TEXT), 7),
        "the same, of a letter that names no sender: spaCy is asked": asked,
        "a text letter, after start-up": timed(lambda: read(TEXT, today=TODAY), 7),
        "a digital page, after start-up": per_page(timed(lambda: read(DIGITAL, today=TODAY), 5)),
        "a scanned page, after start-up": per_page(timed(lambda: read(SCAN, today=TODAY), 3)),
        "the same page, Tesseract alone": bare,
    }
    table = Table("seconds, medians", "wall", "CPU", "× bare Tesseract (CPU)")
    for name, took in rows.items():
        ratio = f"{took.cpu / bare.cpu:.2f}" if "page" in name else ""
        table.add_row(name, f"{took.wall:.2f}", f"{took.cpu:.2f}", ratio)
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
