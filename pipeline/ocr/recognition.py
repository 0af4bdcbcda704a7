"""From a picture to words: upright, level, white; read; what was missed read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from pipeline.geometry import Box, Warp
from pipeline.ocr import picture
from pipeline.ocr.closer import Scan, look_again
from pipeline.ocr.drawings import without_drawings
from pipeline.ocr.gaps import read_again
from pipeline.ocr.grain import calmed
from pipeline.ocr.legible import probability
from pipeline.ocr.orientation import legibility, stands
from pipeline.ocr.paper import sheet_of_paper
from pipeline.ocr.picture import Matrix
from pipeline.ocr.specks import swept
from pipeline.ocr.stray import without_strays
from pipeline.ocr.tesseract import Reader, Seen
from pipeline.ocr.tidy import tidied, trimmed
from pipeline.ocr.unread import standing
from pipeline.page import Pixels, Raster, Sheet, TextFrom, Word

READABLE = 0.45  # mean confidence that no page reaches the wrong way up; the poorest do upright
ENOUGH = 200.0  # dpi at which a page is read: as right as at 300, in three quarters of the time
LIES = 2  # times that a file's resolution is guessed anew; letters of few pixels tell it badly
SIDEWAYS = -1.0  # levelness below which a page is looked at on its side first
CLEAR = 0.62  # mean confidence of some lines that no page reaches the wrong way up


@dataclass(frozen=True, slots=True)
class Ready:
    """A page's picture after so many quarter turns clockwise: its paper white, its lines level."""

    pixels: Pixels
    dpi: float
    quarters: int
    matrix: Matrix | None  # from these pixels to those before; None where they are the same
    slight: bool = False  # so little that the page itself can stay as it was scanned

    def scan(self, grey: Pixels) -> Scan:
        """The page as it was scanned, at its full resolution, with the way to it from here."""
        upright = np.rot90(grey, -self.quarters)
        larger = upright.shape[1] / self.pixels.shape[1]
        way = np.eye(3) if self.matrix is None else self.matrix
        return Scan(upright, np.diag([larger, larger, 1.0]) @ way)

    @property
    def turned(self) -> Ready:
        """The other way up."""
        upset = np.ascontiguousarray(self.pixels[::-1, ::-1])
        quarters = (self.quarters + 2) % 4
        if self.matrix is None:
            return replace(self, pixels=upset, quarters=quarters)
        half = picture.turning(180.0, self.pixels.shape)
        return replace(self, pixels=upset, quarters=quarters, matrix=half @ self.matrix @ half)


@dataclass(frozen=True, slots=True)
class Reading:
    """A page made ready and what was read on it; boxes in its pixels."""

    ready: Ready
    words: list[Seen]

    @property
    def quality(self) -> float:
        """Mean confidence by length of the words that have a letter or figure; 0 without any.

        Words that stand higher than wide count as unread: the page lies on its side.
        """
        words = [word for word in self.words if _says_something(word)]
        length = sum(len(word.text) for word in words)
        good = sum(len(w.text) * w.confidence for w in words if not _upended(w))
        return good / length if length else 0.0


def recognised(sheet: Sheet, languages: str, reader: Reader) -> Sheet:
    """See recognise; `reader` is the engine."""
    if sheet.raster is None:
        return sheet
    scan = picture.grey(sheet.raster.pixels)
    grey, dpi, small = _copies(scan, sheet.raster.dpi)
    if picture.is_blank(small):
        return _unread(sheet, scan)
    reading = _upright(grey, dpi, small, (reader, languages))
    ready = reading.ready
    words = without_drawings(reading.words, ready.pixels, ready.dpi)
    words = look_again(words, ready.pixels, ready.scan(scan), (reader, languages))
    words = without_strays(trimmed(tidied(words)))
    if not any(map(_says_something, words)):
        return _unread(sheet, scan)
    return _sheet(sheet, sheet.raster, ready, words)


def _says_something(word: Seen) -> bool:
    return any(map(str.isalnum, word.text))


def _unread(sheet: Sheet, scan: Pixels) -> Sheet:
    """The sheet as it came, without words; if it is not blank, with the place of what it shows."""
    dpi = scan.shape[1] / sheet.width * 72
    found = standing(picture.shrunk(scan, dpi, ENOUGH), min(dpi, ENOUGH))
    places = () if found is None else (found.scaled(72 / min(dpi, ENOUGH)),)
    return replace(sheet, text_from=TextFrom.ocr, illegible=places)


def _copies(scan: Pixels, stated: float) -> tuple[Pixels, float, Pixels]:
    """The picture that is read, its resolution, and the small copy; anew where the file lies."""
    for _ in range(LIES + 1):
        dpi = min(stated, ENOUGH)
        grey = picture.shrunk(scan, stated, ENOUGH)
        small = picture.ink(grey, dpi)
        meant = picture.believed(stated, small, dpi * small.shape[1] / grey.shape[1])
        if meant == stated:
            break
        stated = meant
    return grey, dpi, small


def _upright(grey: Pixels, dpi: float, small: Pixels, engine: tuple[Reader, str]) -> Reading:
    """The page read the way that it can be read: no other way comes near."""
    best: Reading | None = None
    for ready in _ways(grey, dpi, small, engine):
        reading = _read(ready, engine)
        if best is None or reading.quality > best.quality:
            best = reading
        if best.quality >= READABLE:
            break
    assert best is not None
    return best


def _ways(grey: Pixels, dpi: float, small: Pixels, engine: tuple[Reader, str]) -> Iterator[Ready]:
    """The page made ready in the ways that it may have to be read, the likeliest first."""
    levelness = picture.levelness(small)
    sides = [0, 1] if levelness >= SIDEWAYS else [1, 0]
    told: list[tuple[float, Ready]] = []
    for side in sides:
        ready = _ready(grey, dpi, side)
        for way in (ready, ready.turned):
            if stands(way.pixels, way.dpi):  # no need to read any of it
                yield way
                continue
            clear = legibility(way.pixels, way.dpi, *engine)
            if clear >= CLEAR:
                yield way
            else:
                told.append((clear, way))
    yield from (way for _, way in sorted(told, key=lambda pair: -pair[0]))


def _ready(grey: Pixels, dpi: float, quarters: int) -> Ready:
    """The page turned, enlarged where coarse, cut out of a photo, whitened or softened, level."""
    pixels, dpi = picture.enlarged(np.ascontiguousarray(np.rot90(grey, -quarters)), dpi)
    shades = picture.is_grey(pixels)
    matrix = sheet_of_paper(pixels) if shades else None
    if matrix is not None:
        pixels = picture.warped(pixels, matrix)
    pixels = calmed(picture.whitened(pixels), dpi) if shades else picture.softened(swept(pixels))
    degrees = picture.skew(picture.ink(pixels, dpi))
    slight = matrix is None and abs(degrees) < picture.MUCH_SKEW
    if abs(degrees) >= picture.LEAST_SKEW:
        turn = picture.turning(degrees, pixels.shape)
        pixels = picture.warped(pixels, turn)
        matrix = turn if matrix is None else matrix @ turn
    return Ready(pixels, dpi, quarters, matrix, slight)


def _read(ready: Ready, engine: tuple[Reader, str]) -> Reading:
    """One reading of the page: recognised, what is no word taken out, gaps filled."""
    reader, languages = engine
    pixels = ready.pixels
    seen = tidied(reader.page(pixels, ready.dpi, languages))
    return Reading(ready, tidied(read_again(pixels, seen, reader, languages)))


def _moved(box: Box, warp: Warp) -> Box:
    """The box with its middle where the warp leads it, as wide and high as it was."""
    x, y = box.middle
    to_x, to_y = warp.point(x, y)
    across, down = to_x - x, to_y - y
    return Box(box.x0 + across, box.top + down, box.x1 + across, box.bottom + down)


def _sheet(sheet: Sheet, raster: Raster, ready: Ready, words: Sequence[Seen]) -> Sheet:
    """The sheet turned and levelled as it was made ready, with its words in points."""
    width, height = sheet.width, sheet.height
    if ready.quarters % 2:
        width, height = height, width
    rows, columns = ready.pixels.shape
    scale_x, scale_y = width / columns, height / rows
    if ready.matrix is not None and ready.slight:
        back = _warp(ready.matrix)
        words = [replace(word, box=_moved(word.box, back)) for word in words]
    turned = replace(
        sheet,
        width=width,
        height=height,
        words=tuple(_word(seen, scale_x, scale_y) for seen in words),
        text_from=TextFrom.ocr,
        raster=Raster(np.ascontiguousarray(np.rot90(raster.pixels, -ready.quarters)), raster.dpi),
        rotation=(sheet.rotation + 90 * ready.quarters) % 360,
        unseen=_turned(sheet, ready.quarters),
    )
    if ready.matrix is None or ready.slight:
        return turned
    return _levelled(turned, picture.scaled(ready.matrix, scale_x, scale_y))


def _levelled(sheet: Sheet, matrix: Matrix) -> Sheet:
    """The sheet with its picture and its unseen words level; `matrix` in points, back to before."""
    assert sheet.raster is not None
    pixels = sheet.raster.pixels
    rows, columns = pixels.shape[:2]
    in_pixels = picture.scaled(matrix, columns / sheet.width, rows / sheet.height)
    forth = _warp(np.asarray(np.linalg.inv(matrix), dtype=np.float64))
    return replace(
        sheet,
        raster=Raster(picture.warped(pixels, in_pixels), sheet.raster.dpi),
        unseen=tuple(replace(word, box=forth.box(word.box)) for word in sheet.unseen),
        warp=_warp(matrix),
    )


def _warp(matrix: Matrix) -> Warp:
    return Warp(tuple(float(number) for number in matrix.ravel()))


def _word(seen: Seen, scale_x: float, scale_y: float) -> Word:
    box = replace(
        seen.box,
        x0=seen.box.x0 * scale_x,
        x1=seen.box.x1 * scale_x,
        top=seen.box.top * scale_y,
        bottom=seen.box.bottom * scale_y,
    )
    return Word(seen.text, box, legibility=probability(seen))


def _turned(sheet: Sheet, quarters: int) -> tuple[Word, ...]:
    size = sheet.width, sheet.height
    return tuple(replace(w, box=w.box.turned(quarters, *size)) for w in sheet.unseen)


def _upended(word: Seen) -> bool:
    return len(word.text) > 2 and word.box.height > 1.2 * word.box.width
