"""A page's picture at one working resolution, with the words that were read on it in pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.geometry import Box
from pipeline.page import Sheet, TextFrom
from pipeline.redaction.codes import label_words, looks_like_code

WORK_DPI = 180.0  # gaps of one point between two boxes are still two pixels wide
Mask = NDArray[Any]  # 0 and 255
Tones = NDArray[Any]  # 0 to 255


@dataclass(frozen=True, slots=True)
class Seen:
    """A word with its place in working pixels."""

    text: str
    box: Box
    legibility: float
    code: bool  # a ground, nearly one, or a label as 'buiten verzoek'
    ordinary: bool  # a word of the letter that can be seen and was read with confidence
    visible: bool  # its ink shows in the picture; OCR's always does


@dataclass(frozen=True)
class Picture:
    """Grey and chroma (None for a grey page) at `scale` pixels a point; `paper` is the grey of
    the ground.
    """

    gray: Tones
    chroma: Tones | None
    scale: float
    paper: float
    words: tuple[Seen, ...]

    @property
    def height(self) -> int:
        return int(self.gray.shape[0])

    @property
    def width(self) -> int:
        return int(self.gray.shape[1])

    def px(self, points: float) -> int:
        """Points as whole pixels, at least one."""
        return max(1, round(points * self.scale))

    def cut(self, box: Box) -> tuple[slice, slice]:
        """The part of an array under a box."""
        rows = slice(max(0, round(box.top)), max(0, round(box.bottom)))
        return rows, slice(max(0, round(box.x0)), max(0, round(box.x1)))

    @cached_property
    def dark(self) -> Mask:
        """Ink: letters, lines, black fills."""
        return self.darker(0.55)

    @cached_property
    def _word_boxes(self) -> NDArray[Any]:
        boxes = [(w.box.x0, w.box.top, w.box.x1, w.box.bottom) for w in self.words]
        return np.array(boxes, np.float64).reshape(-1, 4)

    def words_at(self, box: Box) -> list[Seen]:
        """The words that a box touches."""
        x0, top, x1, bottom = self._word_boxes.T
        at = (x0 < box.x1) & (x1 > box.x0) & (top < box.bottom) & (bottom > box.top)
        return [self.words[index] for index in np.flatnonzero(at)]

    def darker(self, share: float, than: float = 0.0) -> Mask:
        """Where the page is darker than a share of its paper's grey, not than another."""
        return self.between(self.gray, than * self.paper, share * self.paper)

    @staticmethod
    def between(tones: Tones, least: float, below: float) -> Mask:
        """Where tones are at least the one and below the other."""
        return cv2.inRange(tones, (math.ceil(least),), (math.ceil(below) - 1,))


def picture_of(sheet: Sheet) -> Picture:
    """The sheet's raster brought to the working resolution. The sheet must have one."""
    assert sheet.raster is not None
    dpi = sheet.raster.dpi
    pixels: Tones = sheet.raster.pixels
    factor = min(1.0, WORK_DPI / dpi)
    if factor < 1:
        size = round(pixels.shape[1] * factor), round(pixels.shape[0] * factor)
        pixels = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    gray, chroma = _gray_and_chroma(pixels)
    scale = dpi * factor / 72
    return Picture(gray, chroma, scale, _paper(gray), _seen(sheet, gray, scale))


def _gray_and_chroma(pixels: Any) -> tuple[Tones, Tones | None]:
    if pixels.ndim == 2:
        return pixels, None
    gray = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    red, green, blue = cv2.split(pixels)
    most = cv2.max(cv2.max(red, green), blue)
    chroma = cv2.subtract(most, cv2.min(cv2.min(red, green), blue))
    return gray, (cv2.blur(chroma, (3, 3)) if int(chroma[::4, ::4].max()) > 24 else None)


def _paper(gray: Tones) -> float:
    """The grey of the paper: what the lightest third of the page mostly is."""
    return max(120.0, float(np.percentile(gray[::6, ::6], 75)))


def _seen(sheet: Sheet, gray: Tones, scale: float) -> tuple[Seen, ...]:
    digital = sheet.text_from is TextFrom.text_layer
    return tuple(
        _seen_word(word.text, word.box.scaled(scale), word.legibility, gray if digital else None)
        for word in sheet.words
    )


def _seen_word(text: str, box: Box, legibility: float, gray: Tones | None) -> Seen:
    code = looks_like_code(text) or text.lower().strip(".,[]()|") in label_words()
    visible = gray is None or _shows(gray, box)
    letters = sum(char.isalpha() for char in text)
    reads = legibility > 0.55 and (letters >= 3 or sum(char.isalnum() for char in text) >= 4)
    return Seen(text, box, legibility, code, visible and reads and not code, visible)


def _shows(gray: Tones, box: Box) -> bool:
    """Whether there is ink and ground in a word's place."""
    part = gray[round(box.top) : round(box.bottom) + 1, round(box.x0) : round(box.x1) + 1]
    if not part.size:
        return False
    tones = np.sort(part, axis=None)
    return bool(_share(tones, 0.97) - _share(tones, 0.03) > 40)


def _share(tones: Tones, share: float) -> float:
    """The tone below which that share of some sorted tones lies, as np.percentile has it."""
    place = share * (len(tones) - 1)
    before = int(place)
    low, high = float(tones[before]), float(tones[min(before + 1, len(tones) - 1)])
    return low + (high - low) * (place - before)
