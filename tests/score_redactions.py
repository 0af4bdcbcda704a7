
"""Scores the detector of covered places on real pages: `python -m tests.score_redactions FOLDER`.

FOLDER holds page pictures and `truth.json`. Words are read once a page and kept under /tmp.
Prints precision, recall and F1 at IoU 0.5 by style, F1 by covered area, and CPU time a page.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from pipeline.geometry import Box
from pipeline.page import Raster, Sheet, TextFrom, Word
from pipeline.redaction import find_covers

KEPT = Path("/tmp/redaction-words")


@dataclass
class Tally:
    """Counts of boxes and of pixels."""

    right: int = 0
    found: int = 0
    true: int = 0
    area_right: int = 0
    area_found: int = 0
    area_true: int = 0

    def line(self) -> str:
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.true if self.true else 1.0
        area = 2 * self.area_right / max(1, self.area_found + self.area_true)
        both = 2 * self.right / max(1, self.found + self.true)
        return (
            f"P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}  area F1 {area:.3f}"
            f"  ({self.right} right of {self.found} found, {self.true} there)"
        )


def words_of(path: Path, dpi: float) -> tuple[Word, ...]:
    """What OCR reads on the page, in points; kept between runs."""
    kept = KEPT / f"{path.stem}.json"
    if not kept.exists():
        import pytesseract

        os.environ["OMP_THREAD_LIMIT"] = "1"
        table = pytesseract.image_to_data(
            str(path), lang="nld", config="--psm 3 --dpi 200", output_type=pytesseract.Output.DICT
        )
        columns = zip(
            *(table[name] for name in ("text", "left", "top", "width", "height", "conf")),
            strict=True,
        )
        rows = [
            {"text": t, "x0": x, "y0": y, "x1": x + w, "y1": y + h, "conf": float(c) / 100}
            for t, x, y, w, h, c in columns
            if t.strip()
        ]
        KEPT.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(rows), encoding="utf-8")
    factor = 72 / dpi
    return tuple(
        Word(
            row["text"], Box(row["x0"], row["y0"], row["x1"], row["y1"]).scaled(factor), row["conf"]
        )
        for row in json.loads(kept.read_text(encoding="utf-8"))
    )


def sheet_of(path: Path) -> Sheet:
    """The page as intake and OCR would hand it over; A4 or letter paper is taken for granted."""
    pixels = np.asarray(Image.open(path).convert("RGB"))
    dpi = 300.0 if pixels.shape[1] > 2000 else 200.0
    height, width = (side * 72 / dpi for side in pixels.shape[:2])
    words = words_of(path, dpi)
    return Sheet(1, width, height, words, TextFrom.ocr, Raster(pixels, dpi), dpi=dpi)


def matches(found: list[Box], true: list[Box]) -> list[tuple[int, int]]:
    """Pairs at IoU 0.5 or more, the best first, each box once."""
    ranked = sorted(
        ((f.iou(t), i, j) for i, f in enumerate(found) for j, t in enumerate(true)), reverse=True
    )
    pairs: list[tuple[int, int]] = []
    for overlap, i, j in ranked:
        if overlap >= 0.5 and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _painted(boxes: list[Box], shape: tuple[int, ...]) -> np.ndarray:
    canvas = np.zeros(shape[:2], bool)
    for box in boxes:
        canvas[round(box.top) : round(box.bottom), round(box.x0) : round(box.x1)] = True
    return canvas


def score(folder: Path) -> None:
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    tallies: dict[str, Tally] = defaultdict(Tally)
    seconds = []
    for name, entry in sorted(truth.items()):
        sheet = sheet_of(folder / name)
        assert sheet.raster is not None
        started = time.process_time()
        covers = find_covers(sheet)
        seconds.append(time.process_time() - started)
        found = [cover.box.scaled(sheet.raster.dpi / 72) for cover in covers]
        true = [Box(*box) for box in entry["boxes"]]
        pairs = matches(found, true)
        here, there = (_painted(boxes, sheet.raster.pixels.shape) for boxes in (found, true))
        for tally in (tallies["all"], tallies[entry["style"]]):
            tally.right += len(pairs)
            tally.found += len(found)
            tally.true += len(true)
            tally.area_right += int((here & there).sum())
            tally.area_found += int(here.sum())
            tally.area_true += int(there.sum())
        print(
            f"{name}  {entry['style']:7}right {len(pairs)}  found {len(found)}  there {len(true)}"
        )
    for style, tally in tallies.items():
        print(f"{style:8}{tally.line()}")
    print(f"CPU s a page: mean {np.mean(seconds):.3f}, most {max(seconds):.3f}")


if __name__ == "__main__":
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "truth.json").exists():
        sys.exit("usage: python -m tests.score_redactions FOLDER (with truth.json); skipped")
    score(Path(sys.argv[1]))
