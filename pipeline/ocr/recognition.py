"""From a picture to words: upright, level, white; read; what was missed read again."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from pipeline.ocr import picture
from pipeline.ocr.gaps import read_again
from pipeline.ocr.tesseract import Reader, Seen
from pipeline.ocr.tidy import tidied
from pipeline.page import Pixels, Raster, Sheet, TextFrom, Word

SIDEWAYS, LEVEL = (
    -0.6,
    0.3,
)  # levelness below which a page lies on its side, above which it does not
READABLE = 0.45  # mean confidence that no page reaches the wrong way up; the poorest do upright
ORIENTATION_DPI = 150.0  # of the copy on which the engine is asked which side is up


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as read after so many quarter turns clockwise."""

    quarters: int
    words: list[Seen]  # boxes in pixels of `shape`, as scanned
    shape: tuple[int, ...]
    dpi: float

    @property
    def quality(self) -> float:
        """Mean confidence by length of the words that have a letter or figure; 0 without any.

        Words that stand higher than wide count as unread: the page lies on its side.
        """
        words = [w for w in self.words if any(character.isalnum() for character in w.text)]
        length = sum(len(word.text) for word in words)
        good = sum(len(w.text) * w.confidence for w in words if not _upended(w))
        return good / length if length else 0.0


def recognised(sheet: Sheet, languages: str, reader: Reader) -> Sheet:
    """See recognise; `reader` is the engine."""
    if sheet.raster is None:
        return sheet
    grey = picture.grey(sheet.raster.pixels)
    small = picture.ink(grey, sheet.raster.dpi)
    if picture.is_blank(small):
        return replace(sheet, text_from=TextFrom.ocr)
    reading = _upright(grey, sheet.raster.dpi, small, (reader, languages))
    return _sheet(sheet, sheet.raster, reading)


def _upright(grey: Pixels, dpi: float, small: Pixels, engine: tuple[Reader, str]) -> Reading:
    """The page read the way that it can be read: no other way comes near.

    Lines that run up and down show in the picture. That a page stands on its head shows when it
    is read. The engine's own test of orientation costs half a page, and errs on poor scans: it
    says where to begin with a page on its side, no more.
    """
    best: Reading | None = None
    for quarters in _ways(grey, dpi, picture.levelness(small), engine[0]):
        reading = _read(grey, dpi, quarters, engine)
        if best is None or reading.quality > best.quality:
            best = reading
        if best.quality >= READABLE:
            break
    assert best is not None
    return best


def _ways(grey: Pixels, dpi: float, levelness: float, reader: Reader) -> list[int]:
    """The quarter turns clockwise that may bring the page upright, the likeliest first."""
    if levelness >= LEVEL:
        return [0, 2]
    ways = [1, 3] if levelness < SIDEWAYS else [0, 2, 1, 3]
    hint = reader.orientation(
        picture.shrunk(np.ascontiguousarray(grey), dpi, ORIENTATION_DPI), min(dpi, ORIENTATION_DPI)
    )
    return sorted(ways, key=lambda quarters: quarters != hint)


def _read(grey: Pixels, dpi: float, quarters: int, engine: tuple[Reader, str]) -> Reading:
    """One reading of the page: turned, enlarged, whitened, levelled, recognised, gaps filled."""
    reader, languages = engine
    turned = np.ascontiguousarray(np.rot90(grey, -quarters))
    pixels, fine = picture.enlarged(turned, dpi)
    shades = picture.is_grey(pixels)
    if shades:
        pixels = picture.whitened(pixels)
    degrees = picture.skew(picture.ink(pixels, fine))
    if abs(degrees) >= picture.LEAST_SKEW:
        pixels = picture.levelled(pixels, degrees)
    else:
        degrees = 0.0
    seen = tidied(reader.page(pixels, fine, languages, grey=shades))
    seen = tidied(read_again(pixels, seen, reader, languages))
    words = [replace(w, box=picture.as_scanned(w.box, degrees, pixels.shape)) for w in seen]
    return Reading(quarters, words, pixels.shape, fine)


def _sheet(sheet: Sheet, raster: Raster, reading: Reading) -> Sheet:
    """The sheet turned as the reading was, with its words in points."""
    quarters = reading.quarters
    width, height = sheet.width, sheet.height
    if quarters % 2:
        width, height = height, width
    pixels = np.ascontiguousarray(np.rot90(raster.pixels, -quarters))
    scale_x, scale_y = width / reading.shape[1], height / reading.shape[0]
    return replace(
        sheet,
        width=width,
        height=height,
        words=tuple(_word(seen, scale_x, scale_y) for seen in reading.words),
        text_from=TextFrom.ocr,
        raster=Raster(pixels, raster.dpi),
        rotation=(sheet.rotation + 90 * quarters) % 360,
        unseen=_turned(sheet, quarters),
    )


def _word(seen: Seen, scale_x: float, scale_y: float) -> Word:
    box = replace(
        seen.box,
        x0=seen.box.x0 * scale_x,
        x1=seen.box.x1 * scale_x,
        top=seen.box.top * scale_y,
        bottom=seen.box.bottom * scale_y,
    )
    return Word(seen.text, box, legibility=round(seen.confidence, 3))


def _turned(sheet: Sheet, quarters: int) -> tuple[Word, ...]:
    size = sheet.width, sheet.height
    return tuple(replace(w, box=w.box.turned(quarters, *size)) for w in sheet.unseen)


def _upended(word: Seen) -> bool:
    return len(word.text) > 2 and word.box.height > 1.2 * word.box.width
