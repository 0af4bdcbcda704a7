"""What a born-digital page takes: its words with their boxes, and its text with tables and shapes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pdfplumber

from pipeline import intake
from pipeline.page import TextFrom
from pipeline.reader import text_of
from tests.benchmarks.clock import Time, medians, once
from tests.benchmarks.pages import Unit

Tree = dict[str, Any]


def _with_pdfplumber(path: Path) -> object:
    with pdfplumber.open(path) as pdf:
        return [page.extract_words() for page in pdf.pages]


WAYS: dict[str, Callable[[Path], object]] = {
    "words with boxes": lambda path: list(intake.open_file(path).sheets),
    "with tables and shapes": text_of,
    "pdfplumber words": _with_pdfplumber,
}
WORDS, SHAPES, PDFPLUMBER = WAYS


def figures(units: Sequence[Unit], rounds: int) -> Tree:
    """What → CPU and wall seconds a page, medians over files and rounds, interleaved."""
    kept = [unit for unit in units if carries_text(unit)]
    times: dict[str, list[Time]] = {name: [] for name in WAYS}
    for number in range(rounds + 1):
        for unit in kept:
            for name, way in WAYS.items():
                took = once(lambda way=way, path=unit.path: way(path))
                if number:  # the first round fills the caches
                    pages = len(unit.pages)
                    times[name].append(Time(took.wall / pages, took.cpu / pages))
    pages = sum(len(unit.pages) for unit in kept)
    return {
        name: {"pages": pages, **medians(found)._asdict()} for name, found in times.items() if found
    }


def carries_text(unit: Unit) -> bool:
    """Whether no page of it has to be recognised."""
    sheets = intake.open_file(unit.path).sheets
    return all(sheet.text_from is TextFrom.text_layer for sheet in sheets)
