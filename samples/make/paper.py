"""The way of a page through a scanner: skew, grey, blur, uneven light, noise."""

from __future__ import annotations

import dataclasses
import math

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2

Grey = npt.NDArray[np.uint8]
Bbox = tuple[float, float, float, float]


@dataclasses.dataclass(frozen=True, slots=True)
class Look:
    """How worn a scan looks. `skew` in degrees, clockwise; the rest in grey levels or pixels."""

    skew: float = 0.0
    paper: float = 243.0
    ink: float = 38.0
    light: float = 14.0
    blur: float = 0.8
    noise: float = 3.0
    specks: int = 60


def rendered(pdf: bytes, page: int, dpi: int) -> Grey:
    """Page number `page` (from 0) of a PDF as a grey image."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[page].render(scale=dpi / 72, grayscale=True).to_numpy()
    document.close()
    grey: Grey = np.ascontiguousarray(picture.reshape(picture.shape[:2]), dtype=np.uint8)
    return grey


def scanned(clean: Grey, look: Look, seed: int) -> Grey:
    """The page as a scanner saw it; the same seed gives the same pixels."""
    dice = np.random.default_rng(seed)
    turned = cv2.warpAffine(
        clean,
        _turn(clean.shape, look.skew),
        clean.shape[::-1],
        flags=cv2.INTER_CUBIC,
        borderValue=255,
    )
    soft = cv2.GaussianBlur(turned, (0, 0), look.blur).astype(np.float32)
    tone = look.ink + soft / 255.0 * (look.paper - look.ink)
    tone -= _shade(clean.shape, look.light, dice)
    tone += (
        cv2.GaussianBlur(dice.normal(0, 1, clean.shape).astype(np.float32), (0, 0), 0.7)
        * look.noise
        * 1.9
    )
    _speckle(tone, look.specks, dice)
    return np.asarray(np.clip(tone, 0, 255), dtype=np.uint8)


def moved(bbox: Bbox, look: Look, size: tuple[float, float]) -> Bbox:
    """Where a box of the clean page (points) stands on the skewed page of `size` points."""
    turn = _turn((size[1], size[0]), look.skew)
    x0, top, x1, bottom = bbox
    corners = np.array([[x, y, 1.0] for x in (x0, x1) for y in (top, bottom)]) @ turn.T
    low, high = corners.min(axis=0), corners.max(axis=0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def _turn(shape: tuple[float, ...], degrees: float) -> npt.NDArray[np.float64]:
    height, width = shape[:2]
    return np.asarray(cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0))


def _shade(
    shape: tuple[int, ...], depth: float, dice: np.random.Generator
) -> npt.NDArray[np.float32]:
    """Light that falls off towards one side, and a shadow along the binding edge."""
    height, width = shape[:2]
    down, across = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j].astype(np.float32)
    angle = dice.uniform(0, 2 * math.pi)
    slope = (across - 0.5) * math.cos(angle) + (down - 0.5) * math.sin(angle)
    edge = np.exp(-across * 40) * depth * 1.6
    return np.asarray((slope + 0.7) * depth / 1.4 + edge, dtype=np.float32)


def _speckle(tone: npt.NDArray[np.float32], count: int, dice: np.random.Generator) -> None:
    height, width = tone.shape
    for _ in range(count):
        spot = (int(dice.integers(0, width)), int(dice.integers(0, height)))
        cv2.circle(
            tone, spot, int(dice.integers(1, 3)), float(dice.uniform(90, 190)), -1, cv2.LINE_AA
        )
