"""Real letters and pages, where a folder with them is at hand; nothing that stands in them is shown.

`letters/` holds letters and `truth.csv` (file, date, request_date): the share of dates right.
`redactions/` holds pictures of pages and `truth.json` (style, boxes in pixels): precision, recall
and F1 at half overlap, F1 of the covered area, by style. Words come from OCR once a page and are
kept in a folder for temporary files.
"""

from __future__ import annotations

import csv
import dataclasses
import json
import os
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import pytesseract
from PIL import Image
from rich.console import Console
from rich.table import Table

from pipeline.geometry import Box
from pipeline.page import Raster, Sheet, TextFrom, Word
from pipeline.reader import read
from pipeline.redaction import find_covers
from tests.score.match import best_pairs
from tests.score.outcome import f1, ratio
from tests.score.readings import TODAY
from tests.score.redactions import HALF, Area
from tests.score.show import figure

KEPT = Path(tempfile.gettempdir()) / "kenmerk-real-words"


def show(folder: Path, console: Console) -> None:
    """Print the figures of a folder of real letters; one line where something is not there."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    for name, needed, score in (
        ("letters", "truth.csv", letters),
        ("redactions", "truth.json", redactions),
    ):
        if (folder / name / needed).is_file():
            score(folder / name, console)
        else:
            console.print(f"real {name}: skipped, there is no {folder / name / needed}")


def letters(folder: Path, console: Console) -> None:
    """The date of a letter, and the date of the letter that it answers."""
    with (folder / "truth.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    right: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    pages, started = 0, time.monotonic()
    for row in rows:
        records = read(folder / row["file"], today=TODAY)
        pages += records[0].source.page_count
        findings.update(finding.code for record in records for finding in record.findings)
        for field, column in (("date", "date"), ("replies_to", "request_date")):
            found = getattr(records[0], field)
            right[field] += (str(found.value) if found is not None else "") == row[column]
    for field in ("date", "replies_to"):
        console.print(f"real letters: {field} {right[field]} of {len(rows)} right")
    seconds = (time.monotonic() - started) / max(1, pages)
    console.print(f"real letters: {pages} pages, {seconds:.2f} s a page")
    told = ", ".join(f"{code} {count}" for code, count in sorted(findings.items()))
    console.print(f"real letters: findings {told or 'none'}", markup=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Tally:
    """Covered places right, found and there, and their areas in pixels."""

    right: int = 0
    found: int = 0
    true: int = 0
    area: Area = dataclasses.field(default_factory=Area)

    def __add__(self, other: Tally) -> Tally:
        counts = (self.right + other.right, self.found + other.found, self.true + other.true)
        return Tally(*counts, self.area + other.area)


def redactions(folder: Path, console: Console) -> None:
    """The detector of covered places alone, on pages that have been drawn on by hand."""
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    tallies: dict[str, Tally] = defaultdict(Tally)
    seconds = []
    for name, entry in sorted(truth.items()):
        sheet = sheet_of(folder / name)
        started = time.process_time()
        covers = find_covers(sheet)
        seconds.append(time.process_time() - started)
        tally = _tally(sheet, [c.box for c in covers], [Box(*box) for box in entry["boxes"]])
        for style in ("all", entry["style"]):
            tallies[style] += tally
    table = Table(title=f"Real redactions, {len(truth)} pages", title_justify="left", box=None)
    for column in ("style", "P", "R", "F1", "area F1", "right", "found", "there"):
        table.add_column(column)
    for style, tally in tallies.items():
        counts = (tally.right, tally.found, tally.true)
        shares = (ratio(tally.right, tally.found), ratio(tally.right, tally.true), f1(*counts))
        cells = [figure(one) for one in (*shares, tally.area.f1, *counts)]
        table.add_row(style, *cells)
    console.print(table)
    mean, most = float(np.mean(seconds)), max(seconds)
    console.print(f"real redactions: CPU s a page, mean {mean:.3f}, most {most:.3f}")


def _tally(sheet: Sheet, covers: list[Box], true: list[Box]) -> Tally:
    assert sheet.raster is not None
    found = [box.scaled(sheet.raster.dpi / 72) for box in covers]
    overlap = np.array([[one.iou(other) for other in true] for one in found])
    pairs = best_pairs(overlap.reshape(len(found), len(true)), HALF)
    here, there = (_painted(boxes, sheet.raster.pixels.shape) for boxes in (found, true))
    area = Area(int((here & there).sum()), int(here.sum()), int(there.sum()))
    return Tally(len(pairs), len(found), len(true), area)


def _painted(boxes: list[Box], shape: tuple[int, ...]) -> np.ndarray:
    canvas = np.zeros(shape[:2], bool)
    for box in boxes:
        canvas[round(box.top) : round(box.bottom), round(box.x0) : round(box.x1)] = True
    return canvas


def sheet_of(path: Path) -> Sheet:
    """The page as intake and OCR would hand it over; A4 or letter paper is taken for granted."""
    pixels = np.asarray(Image.open(path).convert("RGB"))
    dpi = 300.0 if pixels.shape[1] > 2000 else 200.0
    height, width = (side * 72 / dpi for side in pixels.shape[:2])
    words = words_of(path, dpi)
    return Sheet(1, width, height, words, TextFrom.ocr, Raster(pixels, dpi), dpi=dpi)


def words_of(path: Path, dpi: float) -> tuple[Word, ...]:
    """What OCR reads on the page, in points; kept between runs."""
    kept = KEPT / f"{path.stem}.json"
    if not kept.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(_recognised(path)), encoding="utf-8")
    return tuple(
        Word(row["text"], Box(*row["box"]).scaled(72 / dpi), row["confidence"])
        for row in json.loads(kept.read_text(encoding="utf-8"))
    )


def _recognised(path: Path) -> list[dict[str, object]]:
    config = "--psm 3 --dpi 200"
    table = pytesseract.image_to_data(
        str(path), lang="nld", config=config, output_type=pytesseract.Output.DICT
    )
    names = ("text", "left", "top", "width", "height", "conf")
    return [
        {"text": text, "box": [x, y, x + w, y + h], "confidence": float(sure) / 100}
        for text, x, y, w, h, sure in zip(*(table[name] for name in names), strict=True)
        if text.strip()
    ]
