"""Stand-ins for the slow and the broken, which a worker process can import by name."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

from pipeline.batch.workers import Outcome, Settings
from pipeline.errors import CannotRead, Missing
from pipeline.geometry import Box
from pipeline.ocr.tesseract import Seen
from pipeline.page import Pixels
from pipeline.record import Record, Source

SOURCE = Source(name="t", sha256="", media_type="text/plain", pages=(1,), page_count=1)


def work(path: Path, settings: Settings) -> Outcome:
    """What a file's text says: die, fail, wait, miss something, or be so many letters."""
    said = path.read_text("utf-8").strip()
    if said == "die":
        os._exit(9)
    if said == "fail":
        return Outcome(problem=CannotRead("this is broken", "mend it"))
    if said == "wait":
        time.sleep(60)
    if said == "miss":
        return Outcome(problem=Missing("Tesseract is not installed", "apt install it"))
    record = Record(source=SOURCE).model_dump_json()
    return Outcome(records=(record,) * int(said), sha256="00", pages=int(said), worst="warning")


# --- engines of OCR


class Silent:
    """An engine that must not be asked."""

    def page(self, pixels: Pixels, dpi: float, languages: str) -> list[Seen]:
        raise AssertionError("asked to read a page")

    def lines(
        self,
        pictures: Sequence[Pixels],
        languages: str,
        characters: str | None,
        raw: bool = False,
    ) -> list[Seen]:
        raise AssertionError("asked to read lines")


class Seeing(Silent):
    """An engine that sees these words on every page, their boxes in points, and none in lines."""

    def __init__(self, *words: Seen) -> None:
        self.words = words

    def page(self, pixels: Pixels, dpi: float, languages: str) -> list[Seen]:
        return [Seen(word.text, word.box.scaled(dpi / 72), word.confidence) for word in self.words]

    def lines(
        self,
        pictures: Sequence[Pixels],
        languages: str,
        characters: str | None,
        raw: bool = False,
    ) -> list[Seen]:
        return []


class Upright(Silent):
    """An engine that reads a page only one way up; its readings of lines are as sure as told."""

    def __init__(self, *sureness: float) -> None:
        self.sureness = list(sureness)
        self.pages = 0

    def page(self, pixels: Pixels, dpi: float, languages: str) -> list[Seen]:
        self.pages += 1
        right = pixels[: pixels.shape[0] // 2].mean() < pixels[pixels.shape[0] // 2 :].mean()
        return [Seen("woord", Box(100, 100, 300, 140), 0.9 if right else 0.2)]

    def lines(
        self,
        pictures: Sequence[Pixels],
        languages: str,
        characters: str | None,
        raw: bool = False,
    ) -> list[Seen]:
        sure = self.sureness.pop(0) if self.sureness else 0.0
        return [Seen("woorden", Box(0, 0, 9, 9), sure, place) for place in range(len(pictures))]


class Telling(Silent):
    """An engine that reads pictures of lines as these texts, the last two where all is letters.

    Without texts it reads nothing. `pictures` says how many it was given in each call.
    """

    def __init__(self, *texts: str) -> None:
        self.texts = texts
        self.pictures: list[int] = []

    def lines(
        self,
        pictures: Sequence[Pixels],
        languages: str,
        characters: str | None,
        raw: bool = False,
    ) -> list[Seen]:
        self.pictures.append(len(pictures))
        said = self.texts[2:] if raw else self.texts[:2]
        return [Seen(text, Box(0, 0, 9, 9), 0.7, place) for place, text in enumerate(said) if text]
