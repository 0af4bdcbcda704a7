"""A page's picture made ready: grey, its paper white, its lines level."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.page import Pixels

Matrix = NDArray[np.float64]  # 3 × 3, a projective map between pixels
SMALL = 100.0  # dpi of the copy on which lines are looked for
LOWEST, TARGET = 180.0, 300.0  # dpi; a coarser picture is enlarged to about the target
STEEPEST = 5.0  # degrees of skew that are looked for
LEAST_SKEW = 0.2  # degrees; less is not worth the blur of turning
MUCH_SKEW = 0.9  # degrees; more, and the lines of a page run into each other
INK = 64  # levels darker than white paper around it, on grey paper as much less as it is darker
LEAST_INK = 24  # levels, however dark the paper
SMALLEST, LARGEST = 6.5, 18.0  # pixels at `SMALL` dpi that the letters of no usual page are high
USUAL = 9.0  # pixels at `SMALL` dpi of the higher letters in print of 11 points
FEWEST = 50  # letters on a page that tell their size
BLANK = 0.0002  # share of ink below which there is nothing on the page
MIDDLE_GREYS = 0.03  # share of pixels neither black nor white, below which it is a 1-bit scan
SOFT = 0.7  # pixels
WHITE = 255
OF_PAPER = np.maximum(np.arange(256) * INK / WHITE, LEAST_INK).round().astype(np.uint8)


def grey(pixels: Pixels) -> Pixels:
    """Grey of grey or RGB pixels."""
    return pixels if pixels.ndim == 2 else _bytes(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY))


def enlarged(pixels: Pixels, dpi: float) -> tuple[Pixels, float]:
    """The picture and its dpi, twice as large where it is coarse."""
    if dpi >= LOWEST:
        return pixels, dpi
    factor = min(4, round(TARGET / dpi))
    larger = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
    return _bytes(larger), dpi * factor


def softened(pixels: Pixels) -> Pixels:
    """A black and white picture with its jagged edges rounded, as the engine was taught letters."""
    return _bytes(cv2.GaussianBlur(pixels, (0, 0), SOFT))


def is_grey(pixels: Pixels) -> bool:
    """Whether the picture has shades, so that it still has to be made black and white."""
    sample = pixels[::4, ::4]
    return bool(((sample > 40) & (sample < 215)).mean() > MIDDLE_GREYS)


def whitened(pixels: Pixels) -> Pixels:
    """Paper to white, also where it is shaded: each pixel divided by the paper around it."""
    factor = 8
    small = cv2.resize(pixels, None, fx=1 / factor, fy=1 / factor, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 15)
    paper = cv2.resize(paper, pixels.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return _bytes(cv2.divide(pixels, np.maximum(paper, 1), scale=WHITE))


def shrunk(pixels: Pixels, dpi: float, to: float) -> Pixels:
    """The picture at a lower resolution, or as it is where that is low enough."""
    if dpi <= to:
        return pixels
    factor = to / dpi
    return _bytes(cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA))


def ink(pixels: Pixels, dpi: float) -> Pixels:
    """A small copy of a picture, of about `SMALL` dpi: 1 where there is ink, 0 on paper."""
    small = reduced(pixels, max(1, int(dpi / SMALL + 0.3)))
    light = cv2.dilate(small, np.ones((9, 9), np.uint8))[::4, ::4]  # paper over thin ink
    paper = cv2.resize(cv2.medianBlur(np.ascontiguousarray(light), 5), small.shape[::-1])
    return _bytes(cv2.subtract(paper, small) > cv2.LUT(paper, OF_PAPER))


def reduced(pixels: Pixels, times: int) -> Pixels:
    """The picture so many times smaller: far quicker than by a broken number."""
    if times <= 1:
        return pixels
    rows, columns = pixels.shape[0] // times, pixels.shape[1] // times
    whole = pixels[: rows * times, : columns * times]
    return _bytes(cv2.resize(whole, (columns, rows), interpolation=cv2.INTER_AREA))


def is_blank(small: Pixels) -> bool:
    """Whether the small copy has next to no ink."""
    return bool(small.mean() < BLANK)


def believed(dpi: float, small: Pixels, small_dpi: float) -> float:
    """The resolution of a page by the size of its letters, where the file's is that of no print.

    A scan of 300 dpi that says 600 has letters of 5 points, one that says 72 has letters of 46.
    Small print counts as a coarse scan, and is read at the resolution that it needs.
    """
    count, _, stats, _ = cv2.connectedComponentsWithStats(small, connectivity=8)
    wide, high = stats[1:count, cv2.CC_STAT_WIDTH], stats[1:count, cv2.CC_STAT_HEIGHT]
    letters = high[(high > 1) & (wide <= 4 * high) & (high <= 4 * wide)]
    if len(letters) < FEWEST:
        return dpi
    size = float(np.percentile(letters, 75)) * SMALL / small_dpi
    return dpi if SMALLEST <= size <= LARGEST else dpi * size / USUAL


def levelness(small: Pixels) -> float:
    """Above 0 where the lines of text run level, below 0 where they run up and down."""
    upright = _line_energy(small)
    sideways = _line_energy(np.ascontiguousarray(np.rot90(small)))
    return float(np.log((upright + 1) / (sideways + 1)))


def skew(small: Pixels) -> float:
    """Degrees, clockwise, by which the lines of text of an upright page are out of level.

    The pixels on the lower edge of ink are counted by row, for each of the angles: at the right
    one the letters' feet fall into few rows.
    """
    rows, columns = _lower_edges(small)
    if len(rows) == 0:
        return 0.0
    coarse = np.arange(-STEEPEST, STEEPEST + 0.01, 0.25)
    best = max(coarse, key=lambda angle: _sharpness(rows, columns, angle))
    fine = best + np.arange(-0.25, 0.26, 0.05)
    best = float(max(fine, key=lambda angle: _sharpness(rows, columns, angle)))
    return best if abs(best) < STEEPEST else 0.0


def turning(degrees: float, shape: tuple[int, ...]) -> Matrix:
    """From the levelled picture to the skewed one, which it has the size and the middle of."""
    rows, columns = shape[:2]
    turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), -degrees, 1.0)
    return np.vstack([turn, (0.0, 0.0, 1.0)])


def warped(pixels: Pixels, matrix: Matrix) -> Pixels:
    """The level picture of a skewed one: `matrix` leads from the first to the second."""
    rows, columns = pixels.shape[:2]
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    white = (WHITE, WHITE, WHITE)
    return _bytes(cv2.warpPerspective(pixels, matrix, (columns, rows), None, flags, 0, white))


def scaled(matrix: Matrix, across: float, down: float) -> Matrix:
    """The same map in units that are so many times smaller."""
    size = np.diag([across, down, 1.0])
    return np.asarray(size @ matrix @ np.linalg.inv(size))


def _line_energy(small: Pixels) -> float:
    """How sharply ink changes from row to row, once the skew is undone."""
    rows, columns = _lower_edges(small)
    if len(rows) == 0:
        return 0.0
    coarse = np.arange(-STEEPEST, STEEPEST + 0.01, 0.5)
    return max(_sharpness(rows, columns, angle) for angle in coarse)


def _lower_edges(small: Pixels) -> tuple[np.ndarray, np.ndarray]:
    places = np.flatnonzero(small[:-1] > small[1:])
    rows, columns = np.divmod(places, small.shape[1])
    return rows, columns


def _sharpness(rows: np.ndarray, columns: np.ndarray, degrees: float) -> float:
    """How much the count changes from row to row, along lines that fall by so many degrees."""
    level = rows - columns * np.tan(np.radians(degrees))
    counts = np.bincount((level - level.min() + 0.5).astype(np.int64)).astype(np.float64)
    return float((np.diff(counts) ** 2).sum())


def _bytes(pixels: np.ndarray) -> Pixels:
    return np.ascontiguousarray(pixels, dtype=np.uint8)
