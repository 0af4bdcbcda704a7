"""A letter on a table, photographed: perspective, shadows, colour of the light, a little blur.

The photo of one page is a JPEG that says 72 dpi, as telephones write and nobody believes; its page
is taken to be as long as A4. Of more pages somebody made a PDF with pages as wide as A4.
"""

from __future__ import annotations

import dataclasses
import math
import random

import cv2
import numpy as np
from PIL import Image

from tests.corpus.covers import boxes, plan
from tests.corpus.tiers import files, paper, pixels
from tests.corpus.tiers.base import Made, Matrix, Picture, all_moved, dice_of, scaling
from tests.corpus.truth import shown
from tests.corpus.typeset import Typeset
from tests.corpus.writer import Letter

WIDTH, HEIGHT = 1700, 2300
DRAWN = 200.0  # dpi of the page that is put on the table
ORIENTATION, TURN_RIGHT = 274, 6  # a tag of Exif and its value
A4_LONG, A4_WIDE = 841.68, 595.28  # points
TABLES = ((92, 122, 156), (58, 74, 98), (120, 118, 112), (60, 62, 66), (150, 165, 178))
LIGHTS = ((0.86, 0.96, 1.0), (1.0, 0.98, 0.93), (0.93, 1.0, 0.98), (0.98, 1.0, 1.0))


def phone(letter: Letter, pages: Typeset) -> Made:
    """The photos of a letter's pages."""
    dice = dice_of(letter, "phone")
    pdf = pixels.printed(letter, pages, covers=True)
    table, light = dice.choice(TABLES), dice.choice(LIGHTS)
    photos, warps = [], []
    for page in pixels.drawn(pdf, DRAWN, True):
        lens = _lens(page.shape, dice)
        photos.append(_photo(page, lens, table, light, dice))
        warps.append(lens @ scaling(DRAWN / 72))
    dpi = [_dpi(photo, len(photos)) for photo in photos]
    to_points = [scaling(72 / density) @ warp for density, warp in zip(dpi, warps, strict=True)]
    drawn = all_moved(boxes(plan(letter, pages)), to_points)
    truth = shown(letter, pages, blotted=True, leaks=False, drawn=drawn)
    truth = dataclasses.replace(truth, places=all_moved(truth.places, to_points))
    sizes = tuple(
        (photo.shape[1] * 72 / density, photo.shape[0] * 72 / density)
        for photo, density in zip(photos, dpi, strict=True)
    )
    upright = (0,) * len(photos)
    if len(photos) == 1:
        sideways = dice.random() < 0.25
        return Made(".jpg", _photo_file(photos[0], sideways), truth, sizes, upright)
    return Made(".pdf", files.jpeg_pdf(photos, dpi, 70), truth, sizes, upright)


def _photo_file(photo: Picture, sideways: bool) -> bytes:
    """The JPEG; a telephone held sideways says in the file how it has to be turned."""
    if not sideways:
        return files.jpeg(photo, 72, dpi=(72, 72))
    exif = Image.Exif()
    exif[ORIENTATION] = TURN_RIGHT
    return files.jpeg(
        cv2.rotate(photo, cv2.ROTATE_90_COUNTERCLOCKWISE), 72, dpi=(72, 72), exif=exif
    )


def _dpi(photo: Picture, count: int) -> float:
    if count == 1:
        return max(photo.shape[:2]) * 72 / A4_LONG
    return photo.shape[1] * 72 / A4_WIDE


def _lens(shape: tuple[int, ...], dice: random.Random) -> Matrix:
    """From pixels of the page to pixels of the photo: a turn, and a camera that was not level."""
    height, width = shape[:2]
    fit = min(WIDTH / width, HEIGHT / height) * dice.uniform(0.88, 0.94)
    angle = math.radians(dice.uniform(-2.2, 2.2))
    middle = (WIDTH / 2 + dice.uniform(-14, 14), HEIGHT / 2 + dice.uniform(-20, 20))
    corners = []
    for x, y in ((0, 0), (width, 0), (width, height), (0, height)):
        across, down = (x - width / 2) * fit, (y - height / 2) * fit
        corners.append(
            (
                middle[0] + across * math.cos(angle) - down * math.sin(angle),
                middle[1] + across * math.sin(angle) + down * math.cos(angle),
            )
        )
    near = [(x + dice.uniform(-34, 34), y + dice.uniform(-34, 34)) for x, y in corners]
    page = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    return cv2.getPerspectiveTransform(page, np.array(near, np.float32))


def _photo(
    page: Picture,
    lens: Matrix,
    table: tuple[int, int, int],
    light: tuple[float, float, float],
    dice: random.Random,
) -> Picture:
    photo = _table(table, dice)
    _shadow_under(photo, page.shape, lens)
    sheet = paper.toned(page, 26, 246)
    creases = paper.uneven(page.shape, 0.03, 0.008, dice)
    if dice.random() < 0.6:
        paper.folds(creases, dice.uniform(0.06, 0.16), dice)
    sheet = paper.lit(sheet, creases)
    cv2.warpPerspective(
        sheet,
        lens,
        (WIDTH, HEIGHT),
        dst=photo,
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_TRANSPARENT,
    )
    soft = cv2.GaussianBlur(photo, (5, 5), dice.uniform(0.55, 0.95))
    return paper.grained(paper.lit(soft, _light(light, dice)), dice.uniform(2.5, 5), dice)


def _table(colour: tuple[int, int, int], dice: random.Random) -> Picture:
    """Wood with its grain along one side, or a desk with hardly any."""
    grain = np.random.default_rng(dice.randrange(2**32))
    rough = grain.standard_normal((HEIGHT // 8, 10), dtype=np.float32)
    fine = grain.standard_normal((HEIGHT // 2, 40), dtype=np.float32)
    size = (WIDTH // 2, HEIGHT // 2)
    depth = dice.choice((0.1, 0.5, 1.0))
    field = depth * (12 * cv2.resize(rough, size) + 5 * cv2.resize(fine, size))
    if dice.random() < 0.5:
        field = cv2.rotate(field, cv2.ROTATE_90_CLOCKWISE)
    relief = cv2.resize(np.clip(128 + field, 0, 255).astype(np.uint8), (WIDTH, HEIGHT))
    plain = np.full((HEIGHT, WIDTH, 3), colour, np.uint8)
    return cv2.addWeighted(plain, 1.0, cv2.merge([relief] * 3), 0.8, -0.8 * 128)


def _shadow_under(photo: Picture, shape: tuple[int, ...], lens: Matrix) -> None:
    """The shadow that the sheet throws on the table."""
    height, width = shape[:2]
    corners = np.array([[[0, 0], [width, 0], [width, height], [0, height]]], np.float32)
    sheet = cv2.perspectiveTransform(corners, lens)[0]
    small = np.full((HEIGHT // 8, WIDTH // 8), 255, np.uint8)
    cv2.fillPoly(small, [np.round((sheet + np.array([10, 14])) / 8).astype(np.int32)], 90)
    small = cv2.GaussianBlur(small, (0, 0), 2)
    photo[:] = paper.lit(photo, small.astype(np.float32) / 255)


def _light(colour: tuple[float, float, float], dice: random.Random) -> np.ndarray:
    """The light of a room: from one side, with the shadow of a hand or the telephone, tinted."""
    field = paper.uneven((HEIGHT, WIDTH), dice.uniform(0.1, 0.35), 0.004, dice)
    if dice.random() < 0.7:
        field *= _shadow(field.shape, dice)
    return np.stack([field * part for part in colour], axis=-1)


def _shadow(shape: tuple[int, ...], dice: random.Random) -> np.ndarray:
    height, width = shape
    x, y = dice.uniform(0, width), dice.uniform(0.3, 1) * height
    reach = dice.uniform(0.35, 0.7) * width
    lean = dice.uniform(-0.3, 0.3) * width
    corners = [(x, y), (x + reach, y + lean / 2), (x + reach + lean, 2 * height), (x, 2 * height)]
    mask = np.zeros(shape, np.float32)
    cv2.fillPoly(mask, [np.array(corners).astype(np.int32)], 1.0)
    depth = dice.uniform(0.15, 0.35)
    return 1 - depth * cv2.GaussianBlur(mask, (0, 0), dice.uniform(2, 5))
