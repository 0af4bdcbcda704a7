"""Paper, light and glass: what a scanner or a camera adds to the pixels of a page.

OpenCV and NumPy alone: Augraphy is too slow for hundreds of letters, and does not tell where a box
went. Light is made small and blown up, noise comes from one tile cut at another place each time,
and full pages stay in bytes.
"""

from __future__ import annotations

import functools
import math
import random

import cv2
import numpy as np

from tests.corpus.tiers.base import Picture

TILE = 1024
GRAIN = 24.0  # grey levels of one standard deviation of the noise tile
SHADE = 24  # pixels of a page to one of its light


@functools.cache
def _noise(channels: int) -> Picture:
    """Grain of a sensor about 128: a little soft, as pixels are never alone."""
    dice = np.random.default_rng(20260630 + channels)
    raw = dice.standard_normal((TILE, TILE, channels), dtype=np.float32)
    soft = cv2.GaussianBlur(raw, (0, 0), 0.6)
    scaled = soft / float(soft.std()) * GRAIN + 128
    tile = np.clip(np.round(scaled), 0, 255).astype(np.uint8)
    return tile.reshape(TILE, TILE) if channels == 1 else tile


def grained(picture: Picture, strength: float, dice: random.Random) -> Picture:
    """The picture with noise of about `strength` grey levels."""
    tile = _noise(1 if picture.ndim == 2 else 3)
    tile = np.roll(tile, (dice.randrange(TILE), dice.randrange(TILE)), axis=(0, 1))
    height, width = picture.shape[:2]
    repeats = (math.ceil(height / TILE), math.ceil(width / TILE), 1)[: picture.ndim]
    noise = np.ascontiguousarray(np.tile(tile, repeats)[:height, :width])
    part = strength / GRAIN
    return cv2.addWeighted(picture, 1.0, noise, part, -128.0 * part)


def toned(picture: Picture, ink: float, paper: float, gamma: float = 1.0) -> Picture:
    """Black becomes `ink` and white `paper`; a gamma over 1 darkens what is between them."""
    curve = np.linspace(0, 1, 256) ** gamma
    return cv2.LUT(picture, (ink + curve * (paper - ink)).round().astype(np.uint8))


def lit(picture: Picture, light: np.ndarray) -> Picture:
    """The picture under a light: a small surface of factors 0 to 1."""
    height, width = picture.shape[:2]
    factors = np.clip(np.round(light * 255), 0, 255).astype(np.uint8)
    wide = cv2.resize(factors, (width, height), interpolation=cv2.INTER_LINEAR)
    if picture.ndim == 3 and wide.ndim == 2:
        wide = cv2.merge([wide, wide, wide])
    return cv2.multiply(picture, wide, scale=1 / 255)


def uneven(shape: tuple[int, ...], depth: float, mottle: float, dice: random.Random) -> np.ndarray:
    """Light that falls off to one side by `depth`, on paper mottled by `mottle`; at most 1."""
    height, width = max(4, shape[0] // SHADE), max(4, shape[1] // SHADE)
    down, across = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j].astype(np.float32)
    angle = dice.uniform(0, 2 * math.pi)
    slope = (across - 0.5) * math.cos(angle) + (down - 0.5) * math.sin(angle) + 0.5
    clouds = np.random.default_rng(dice.randrange(2**32)).standard_normal(
        (height, width), dtype=np.float32
    )
    clouds = cv2.GaussianBlur(clouds, (0, 0), 2.0) * 3
    return np.asarray(1 - depth * np.clip(slope, 0, 1) - mottle * np.abs(clouds), np.float32)


def gutter(light: np.ndarray, depth: float, dice: random.Random) -> None:
    """Darken a light along one side, where the paper bent away from the glass."""
    width = light.shape[1]
    reach = np.exp(-np.arange(width, dtype=np.float32) / (width * dice.uniform(0.015, 0.05)))
    light *= 1 - depth * (reach if dice.random() < 0.75 else reach[::-1])


def folds(light: np.ndarray, depth: float, dice: random.Random) -> None:
    """Darken and lighten a light across the lines in which a letter was folded in three."""
    rows = np.arange(light.shape[0], dtype=np.float32)
    for part in (1 / 3, 2 / 3):
        middle = (part + dice.uniform(-0.01, 0.01)) * light.shape[0]
        reach = 1.2
        dark = np.exp(-(((rows - middle) / reach) ** 2))
        light *= (1 - depth * dark)[:, None]


def speckled(picture: Picture, count: int, tones: tuple[int, int], dice: random.Random) -> None:
    """Dust on the glass: specks of one to five pixels across."""
    height, width = picture.shape[:2]
    for _ in range(count):
        spot = (dice.randrange(width), dice.randrange(height))
        tone = dice.randint(*tones)
        cv2.circle(picture, spot, dice.choice((0, 0, 0, 1, 1, 2)), (tone, tone, tone), -1)


def streaked(picture: Picture, dice: random.Random) -> None:
    """Faults of a fax: a thin line down the page from dirt on the glass, rows of dots lost."""
    height, width = picture.shape[:2]
    x = dice.randrange(width)
    cv2.line(picture, (x, 0), (x + dice.randint(-1, 1), height), 0, 1)
    for _ in range(dice.randint(1, 6)):
        row, start = dice.randrange(height), dice.randrange(width // 2)
        picture[row, start : start + dice.randrange(width // 2)] = dice.choice((0, 255, 255))


def punched(picture: Picture, dpi: float, tone: int, dice: random.Random) -> None:
    """Two holes of a binder at the left, each with the shadow of its edge."""
    height = picture.shape[0]
    x = round((11 + dice.uniform(-1.5, 1.5)) / 25.4 * dpi)
    for side in (-1, 1):
        y = round(height / 2 + side * (40 + dice.uniform(-0.6, 0.6)) / 25.4 * dpi)
        radius = round(2.8 / 25.4 * dpi)
        shadow = [max(0, tone - 50)] * 3
        cv2.circle(picture, (x + 2, y + 2), radius + 2, shadow, -1, cv2.LINE_AA)
        cv2.circle(picture, (x, y), radius, [tone] * 3, -1, cv2.LINE_AA)


def stapled(picture: Picture, dpi: float, dice: random.Random) -> None:
    """A staple in the top left corner, or the two holes and the shadow that it left."""
    x, y = (round(dice.uniform(7, 14) / 25.4 * dpi) for _ in range(2))
    reach = round(5 / 25.4 * dpi)
    angle = math.radians(dice.uniform(-60, -20))
    end = (x + round(reach * math.cos(angle)), y + round(reach * math.sin(angle)))
    thick = max(2, round(dpi / 90))
    below = (end[0] + thick, end[1] + thick)
    cv2.line(picture, (x + thick, y + thick), below, [150] * 3, thick * 2)
    if dice.random() < 0.6:
        cv2.line(picture, (x, y), end, [95] * 3, thick, cv2.LINE_AA)
    for spot in ((x, y), end):
        cv2.circle(picture, spot, thick, [60] * 3, -1, cv2.LINE_AA)


def edged(picture: Picture, dpi: float, dice: random.Random) -> None:
    """Black along one or two sides, where the glass was larger than the paper."""
    height, width = picture.shape[:2]
    for side in dice.sample(("left", "right", "top", "bottom"), dice.choice((1, 1, 2))):
        near, far = (round(dice.uniform(0.5, 5) / 25.4 * dpi) for _ in range(2))
        corners = {
            "left": [(0, 0), (near, 0), (far, height), (0, height)],
            "right": [(width, 0), (width - near, 0), (width - far, height), (width, height)],
            "top": [(0, 0), (0, near), (width, far), (width, 0)],
            "bottom": [(0, height), (0, height - near), (width, height - far), (width, height)],
        }[side]
        cv2.fillPoly(picture, [np.array(corners, np.int32)], 18)


def shining_through(picture: Picture, back: Picture, part: float) -> Picture:
    """The picture with the back of its sheet shimmering through."""
    size = (picture.shape[1], picture.shape[0])
    ghost = cv2.resize(cv2.flip(back, 1), size, interpolation=cv2.INTER_AREA)
    ghost = cv2.GaussianBlur(ghost, (0, 0), 2.5)
    return cv2.min(picture, cv2.addWeighted(ghost, part, ghost, 0.0, 255.0 * (1 - part)))
