"""Recognise a page of which only the picture is known.

Importing this loads neither OpenCV nor Tesseract; the first page to be recognised does.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.page import Pixels, Sheet

if TYPE_CHECKING:
    from pipeline.ocr.tesseract import Engine, Reader


def recognise(sheet: Sheet, languages: str, reader: Reader | None = None) -> Sheet:
    """The sheet upright and with its words, each with its place and legibility.

    `rotation` says by how many degrees clockwise the page was turned; its picture, width and
    height are turned with it. Boxes are those of the page as shown, a skewed page's on the skewed
    page. A page on which nothing can be read gets no words and, if it is not blank, in `illegible`
    the place of what stands on it. Missing where Tesseract or a language ('nld+fra') is not
    installed, CannotRead where Tesseract fails.
    """
    from pipeline.ocr.recognition import recognised

    return recognised(sheet, languages, reader or reader_for(languages))


def read_crops(
    crops: Sequence[Pixels], *, languages: str, characters: str | None = None
) -> list[tuple[str, float]]:
    """Text and confidence (0 to 1) of small grey pictures of one line each, in one call.

    The pictures are taken as they are: black on white, letters some 40 pixels high, a margin
    around them. `characters`: the only ones that may be read.
    """
    if not crops:
        return []
    seen = reader_for(languages).lines(crops, languages, characters)
    answers = []
    for place in range(len(crops)):
        words = [word for word in seen if word.picture == place]
        confidence = min((word.confidence for word in words), default=0.0)
        answers.append((" ".join(word.text for word in words), confidence))
    return answers


def engine() -> Engine:
    """The installed Tesseract: version, languages, path. Missing where there is none."""
    from pipeline.ocr.tesseract import engine

    return engine()


def reader_for(languages: str) -> Reader:
    """Tesseract as a library where tesserocr is installed, else as a program, which is slower.

    Missing where there is no Tesseract, or none with these languages.
    """
    from pipeline.ocr.tesseract import engine, require

    require(languages)
    if engine().data and importlib.util.find_spec("tesserocr"):
        from pipeline.ocr.library import Library

        return Library()
    from pipeline.ocr.program import Program

    return Program()
