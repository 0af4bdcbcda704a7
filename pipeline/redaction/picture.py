"""A page's picture at one working resolution, with the words that were read on it in pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.geometry import Box
from pipeline.page import Sheet, TextFrom
from pipeline.redaction.codes import label_words, looks_like_code

WORK_DPI = 180.0  # gaps of one point between two boxes are still two pixels wide
_CELL, _LIT_WORDS = 4.0, 20  # points; fewer words do not tell how the light falls
_PALE, _PALE_IN_PHOTO = 0.93, 0.87
_EVEN_LIGHT, _YELLOW = 0.93, 8
_STRIP, _BESIDE = 48, 12.0  # rows that are looked at together; points beside a drawing that matter
_REACHES = ((12.0, 1.0), (40.0, 1e-2), (150.0, 1e-4))  # points, and what they weigh
Mask = NDArray[Any]  # 0 and 255
Tones = NDArray[Any]  # 0 to 255


@dataclass(frozen=True)
class Seen:
    """A word with its place in working pixels; what it is, found when it is asked for."""

    text: str
    box: Box
    legibility: float
    shown: Tones | None = None  # the picture that it may not show in; OCR's words always do

    @cached_property
    def code(self) -> bool:
        """A ground, nearly one, or a label as 'buiten verzoek'."""
        bare = self.text.lower().strip(".,[]()|")
        return looks_like_code(self.text) or bare in label_words()

    @cached_property
    def visible(self) -> bool:
        """Its ink shows in the picture."""
        return self.shown is None or _shows(self.shown, self.box)

    @cached_property
    def ordinary(self) -> bool:
        """A word of the letter that can be seen and was read with confidence."""
        letters = sum(char.isalpha() for char in self.text)
        long = letters >= 3 or sum(char.isalnum() for char in self.text) >= 4
        return self.legibility > 0.55 and long and not self.code and self.visible


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
    pale: float = _PALE  # of paper: what is darker is grey

    @property
    def height(self) -> int:
        return int(self.gray.shape[0])

    @property
    def width(self) -> int:
        return int(self.gray.shape[1])

    def part(self, box: Box) -> Picture:
        """A part of the picture, without its words."""
        cut = self.cut(box)
        chroma = None if self.chroma is None else self.chroma[cut]
        return replace(self, gray=self.gray[cut], chroma=chroma, words=())

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
    size = round(pixels.shape[1] * factor), round(pixels.shape[0] * factor)
    gray = pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    if factor < 1:
        gray = cv2.resize(gray, size, interpolation=cv2.INTER_AREA)
    scale = dpi * factor / 72
    seen = _seen(sheet, gray, scale)
    shown = gray
    if sheet.text_from is not TextFrom.text_layer:
        gray = _evenly_lit(gray, seen, scale)
    pale = _PALE if gray is shown else _PALE_IN_PHOTO
    if pixels.ndim == 2:
        return Picture(gray, None, scale, _paper(gray), seen, pale)
    art = None if sheet.art is None else [box.grown(_BESIDE).scaled(scale) for box in sheet.art]
    return Picture(gray, _chroma(pixels, size, art), scale, _paper(gray), seen, pale)


def _chroma(pixels: Tones, size: tuple[int, int], art: Sequence[Box] | None = None) -> Tones | None:
    """How far the colours of each dot are apart; None for a page without colour.

    `art`: the boxes that matter; the colour of letters elsewhere does not.
    """
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_LINEAR)
    light = _light(small)
    chroma = np.zeros(small.shape[:2], np.uint8)
    for top in range(0, len(chroma), _STRIP):
        left, right = _span(art, top, size[0])
        if left < right:
            strip = np.s_[top : top + _STRIP, left:right]
            chroma[strip] = _apart(small[strip] if light is None else cv2.LUT(small[strip], light))
    return cv2.blur(chroma, (3, 3)) if int(chroma[::4, ::4].max()) > 24 else None


def _span(art: Sequence[Box] | None, top: int, width: int) -> tuple[int, int]:
    """From where to where across the page anything matters in the strip from `top` on."""
    if art is None:
        return 0, width
    at = [box for box in art if box.top < top + _STRIP and box.bottom > top]
    left = min((box.x0 for box in at), default=0.0)
    return max(0, int(left)), min(width, int(max((box.x1 for box in at), default=0.0)) + 1)


def _apart(pixels: Any) -> Any:
    """The difference between the strongest and the weakest colour of each dot."""
    red, green, blue = cv2.split(pixels)
    most = cv2.max(cv2.max(red, green), blue)
    return cv2.subtract(most, cv2.min(cv2.min(red, green), blue))


def _light(pixels: Any) -> Any:
    """A table that makes the paper of a picture white: that of a photo is yellow, and so is a
    shadow on it. None where it is white.
    """
    paper = np.percentile(pixels[::8, ::8].reshape(-1, 3), 75, axis=0)
    if paper.max() - paper.min() < _YELLOW or paper.min() < 60:
        return None
    gains = paper.max() / paper
    table = np.clip(np.arange(256)[:, None] * gains, 0, 255).astype(np.uint8)
    return table.reshape(1, 256, 3)


def _paper(gray: Tones) -> float:
    """The grey of the paper: what the lightest third of the page mostly is."""
    return max(120.0, float(np.percentile(gray[::6, ::6], 75)))


def _evenly_lit(gray: Tones, words: Sequence[Seen], scale: float) -> Tones:
    """The page as under even light, where the paper about its words is not of one tone.

    A photo has shadows, and a grey box may be lighter than the paper in them. What stands between
    words gets the light of the words around it: a box does not count as paper, however large.
    """
    side = max(2, round(_CELL * scale))
    size = max(1, gray.shape[1] // side), max(1, gray.shape[0] // side)
    places = np.array([word.box.middle for word in words if word.ordinary]).reshape(-1, 2)
    if len(places) < _LIT_WORDS:
        return gray
    whole = gray[: size[1] * side, : size[0] * side]  # far quicker than by a broken number
    small = cv2.resize(whole, size, interpolation=cv2.INTER_AREA)
    columns, rows = (places / side).astype(int).clip(0, np.array(size) - 1).T
    tones = cv2.dilate(small, np.ones((3, 5), np.uint8))[rows, columns].astype(np.float32)
    low, high = np.percentile(tones, (5, 95))
    if low > _EVEN_LIGHT * high:
        return gray
    known, weight = np.zeros((2, *small.shape), np.float32)
    np.add.at(known, (rows, columns), tones)
    np.add.at(weight, (rows, columns), 1)
    light, sure = np.full_like(known, 1e-6 * float(tones.mean())), np.full_like(known, 1e-6)
    for reach, part in _REACHES:  # near words count most; far ones where there are none near
        light += part * cv2.GaussianBlur(known, (0, 0), reach / _CELL)
        sure += part * cv2.GaussianBlur(weight, (0, 0), reach / _CELL)
    paper = cv2.resize(light / sure, gray.shape[::-1], interpolation=cv2.INTER_LINEAR)
    even: Tones = cv2.divide(gray, paper, scale=240, dtype=cv2.CV_8U)
    return even


def _seen(sheet: Sheet, gray: Tones, scale: float) -> tuple[Seen, ...]:
    shown = gray if sheet.text_from is TextFrom.text_layer else None
    return tuple(
        Seen(word.text, word.box.scaled(scale), word.legibility, shown) for word in sheet.words
    )


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
