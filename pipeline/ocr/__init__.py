"""Recognise a page of which only the picture is known.

Importing this loads neither OpenCV nor Tesseract; the first page to be recognised does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.page import Pixels, Sheet

if TYPE_CHECKING:
    from pipeline.ocr.tesseract import Engine, Reader


def recognise(sheet: Sheet, languages: str, reader: Reader | None = None) -> Sheet:
    """The sheet upright and with its words, each with its place and legibility.

    `rotation` says by how many degrees clockwise the page was turned; its picture, width and
    height are turned with it. Boxes are those of the page as shown, a skewed page's on the skewed
    page. A blank page gets no words. Missing where Tesseract or a language ('nld+fra') is not
    installed, CannotRead where Tesseract fails.
    """
    from pipeline.ocr.recognition import recognised
    from pipeline.ocr.tesseract import Tesseract, require

    if reader is None:
        require(languages)
        reader = Tesseract()
    return recognised(sheet, languages, reader)


def read_crops(
    crops: Sequence[Pixels], *, languages: str, characters: str | None = None
) -> list[tuple[str, float]]:
    """Text and confidence (0 to 1) of small grey pictures of one line each, in one call.

    The pictures are taken as they are: black on white, letters some 40 pixels high, a margin
    around them. `characters`: the only ones that may be read.
    """
    from pipeline.ocr.tesseract import Tesseract, require

    if not crops:
        return []
    require(languages)
    seen = Tesseract().lines(crops, languages, characters)
    answers = []
    for place in range(len(crops)):
        words = [word for word in seen if word.picture == place]
        confidence = min((word.confidence for word in words), default=0.0)
        answers.append((" ".join(word.text for word in words), confidence))
    return answers


def engine() -> Engine:
    """The installed Tesseract: version, languages, path. Missing where there is none."""
    from pipeline.ocr import tesseract

    return tesseract.engine()
