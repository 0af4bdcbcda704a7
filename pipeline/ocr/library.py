"""Tesseract as a library, through tesserocr: the model is loaded once, no file in between."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache

from pipeline.errors import CannotRead, Missing
from pipeline.ocr.tesseract import AUTOMATIC, ONE_LINE, RAW_LINE, SECONDS, Seen, engine, words_of
from pipeline.page import Pixels

os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # read once, when the library is loaded

import tesserocr  # type: ignore[import-untyped]


class Library:
    """The engine in this process; one for the whole life of a worker."""

    def page(self, pixels: Pixels, dpi: float, languages: str) -> list[Seen]:
        """See Reader."""
        api = _api(languages)
        api.SetPageSegMode(AUTOMATIC)
        return _recognised(api, pixels, dpi)

    def lines(
        self,
        pictures: Sequence[Pixels],
        languages: str,
        characters: str | None,
        raw: bool = False,
    ) -> list[Seen]:
        """See Reader."""
        api = _api(languages)
        api.SetPageSegMode(RAW_LINE if raw else ONE_LINE)
        api.SetVariable("tessedit_char_whitelist", characters or "")
        try:
            return [
                word
                for place, picture in enumerate(pictures)
                for word in _recognised(api, picture, 300, place)
            ]
        finally:
            api.SetVariable("tessedit_char_whitelist", "")


def _recognised(
    api: tesserocr.PyTessBaseAPI, pixels: Pixels, dpi: float, place: int = 0
) -> list[Seen]:
    rows, columns = pixels.shape
    api.SetImageBytes(pixels.tobytes(), columns, rows, 1, columns)
    api.SetSourceResolution(round(dpi))
    if not api.Recognize(SECONDS * 1000):
        raise CannotRead(
            f"Tesseract took more than {SECONDS} seconds for a page", "look at the page"
        )
    return words_of(api.GetTSVText(place))


@cache
def _api(languages: str) -> tesserocr.PyTessBaseAPI:
    try:
        return tesserocr.PyTessBaseAPI(path=engine().data, lang=languages, psm=AUTOMATIC)
    except RuntimeError as error:
        raise Missing(
            f"tesserocr cannot use the languages in {engine().data} ({error})",
            "install their data again; if Tesseract itself can use it, pip uninstall tesserocr",
        ) from error
