"""What every tier gives back, its dice, and the way of a box from the clean page to the file's."""

from __future__ import annotations

import dataclasses
import random
import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from tests.corpus.truth import Places, Shown
from tests.corpus.typeset import Bbox
from tests.corpus.writer import Letter

Picture = npt.NDArray[np.uint8]
Matrix = npt.NDArray[np.float64]


@dataclasses.dataclass(frozen=True, slots=True)
class Made:
    """A letter's file in one tier and the truth of it.

    Boxes in `truth` are in points of the file's pages as a reader sees them upright, whose
    (width, height) are `sizes`; `rotations` are the degrees clockwise that make each page
    upright. A text file has none of these.
    """

    suffix: str
    content: bytes
    truth: Shown
    sizes: tuple[tuple[float, float], ...]
    rotations: tuple[int, ...]


def dice_of(letter: Letter, purpose: str) -> random.Random:
    """The dice of a letter for one purpose (a tier); a letter and its twin throw the same."""
    return random.Random(zlib.crc32(f"{letter.family} {letter.seed} {purpose}".encode()))


def moved(bbox: Bbox, warp: Matrix) -> Bbox:
    """The box round a box after a 3 × 3 projection."""
    x0, top, x1, bottom = bbox
    corners = np.array([[x, y, 1.0] for x in (x0, x1) for y in (top, bottom)]) @ warp.T
    flat = corners[:, :2] / corners[:, 2:]
    (left, upper), (right, lower) = flat.min(axis=0), flat.max(axis=0)
    return float(left), float(upper), float(right), float(lower)


def all_moved(places: Places, warps: Sequence[Matrix]) -> Places:
    """Places on the clean pages, each by the projection of its page."""
    return {
        name: [(page, moved(bbox, warps[page - 1])) for page, bbox in at]
        for name, at in places.items()
    }


def turning(size: tuple[float, float], degrees: float) -> Matrix:
    """A turn about the middle of a page, clockwise as one sees it."""
    angle = np.deg2rad(degrees)
    cos, sin = float(np.cos(angle)), float(np.sin(angle))
    x, y = size[0] / 2, size[1] / 2
    return np.array(
        [[cos, -sin, x - cos * x + sin * y], [sin, cos, y - sin * x - cos * y], [0.0, 0.0, 1.0]]
    )


def scaling(factor: float) -> Matrix:
    """Points to pixels, or pixels to points."""
    return np.diag([factor, factor, 1.0])
