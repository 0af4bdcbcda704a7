"""What second readings cost: pictures of single lines read beside the page, and their share.

The engine is asked for them to tell which way is up, to find what the page's reading missed, and to
decide on figures and words in doubt.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline import intake, ocr
from pipeline.ocr.tesseract import Reader, Seen
from pipeline.page import Pixels
from tests.benchmarks.clock import cpu, once
from tests.benchmarks.pages import Unit

Tree = dict[str, Any]


@dataclass(slots=True)
class Counting:
    """An engine that counts the pictures of lines that it is given, and the CPU seconds for them."""

    engine: Reader
    pictures: int = 0
    seconds: float = 0.0

    def page(self, pixels: Pixels, dpi: float, languages: str) -> list[Seen]:
        return self.engine.page(pixels, dpi, languages)

    def lines(
        self,
        pictures: Sequence[Pixels],
        languages: str,
        characters: str | None,
        raw: bool = False,
    ) -> list[Seen]:
        before = cpu()
        seen = self.engine.lines(pictures, languages, characters, raw)
        self.seconds += cpu() - before
        self.pictures += len(pictures)
        return seen


def figures(units: Sequence[Unit]) -> Tree:
    """Pictures of single lines a page (median and most), and their share of the CPU seconds."""
    engine = ocr.reader_for("nld")
    counts, again, whole = [], 0.0, 0.0
    for unit in units:
        for sheet in intake.open_file(unit.path).sheets:
            counting = Counting(engine)
            whole += once(lambda of=sheet, by=counting: ocr.recognise(of, "nld", by)).cpu
            counts.append(counting.pictures)
            again += counting.seconds
    return {
        "pages": len(counts),
        "median": statistics.median(counts),
        "most": max(counts),
        "share": again / whole,
    }
