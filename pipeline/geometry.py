"""Boxes on a page: points (1/72 inch), origin at the top left, as the page is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points; `top` is above `bottom`, so `top <= bottom`."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def area(self) -> float:
        return max(0.0, self.width) * max(0.0, self.height)

    @property
    def middle(self) -> tuple[float, float]:
        """The centre point (x, y)."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def __and__(self, other: Box) -> Box:
        """The part both have; its area is 0 where they do not touch."""
        return Box(
            max(self.x0, other.x0),
            max(self.top, other.top),
            min(self.x1, other.x1),
            min(self.bottom, other.bottom),
        )

    def covered_by(self, other: Box) -> float:
        """How much of this box lies under the other, from 0 to 1."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        if width <= 0 or height <= 0 or not (area := self.area):
            return 0.0
        return width * height / area

    def iou(self, other: Box) -> float:
        """Intersection over union, from 0 to 1."""
        shared = (self & other).area
        whole = self.area + other.area - shared
        return shared / whole if whole else 0.0

    def holds(self, point: tuple[float, float]) -> bool:
        return self.x0 <= point[0] <= self.x1 and self.top <= point[1] <= self.bottom

    def grown(self, by: float) -> Box:
        """The box with every side moved outward by so many points."""
        return Box(self.x0 - by, self.top - by, self.x1 + by, self.bottom + by)

    def moved(self, right: float, down: float) -> Box:
        """The box so many points further on."""
        return Box(self.x0 + right, self.top + down, self.x1 + right, self.bottom + down)

    def scaled(self, factor: float) -> Box:
        """The box with every coordinate multiplied: pixels to points and back."""
        return Box(self.x0 * factor, self.top * factor, self.x1 * factor, self.bottom * factor)

    def turned(self, quarters: int, width: float, height: float) -> Box:
        """The box after its page (width × height) is turned clockwise by so many quarter turns."""
        if quarters % 4 == 0:
            return self
        x0, top, x1, bottom = self.x0, self.top, self.x1, self.bottom
        for _ in range(quarters % 4):
            x0, top, x1, bottom = height - bottom, x0, height - top, x1
            width, height = height, width
        return Box(x0, top, x1, bottom)

    def side_by_side(self, other: Box) -> float:
        """How much of the lower of the two heights they share, from 0 (above each other) to 1."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        least = min(self.height, other.height)
        return max(0.0, shared) / least if least > 0 else 0.0

    def above_each_other(self, other: Box) -> float:
        """How much of the lesser of the two widths they share, from 0 (beside each other) to 1."""
        shared = min(self.x1, other.x1) - max(self.x0, other.x0)
        least = min(self.width, other.width)
        return max(0.0, shared) / least if least > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Warp:
    """Where each point of a page that was made level and square stands on the page as shown.

    A projective map in points: the nine numbers of its matrix, row by row.
    """

    numbers: tuple[float, ...]

    def point(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f, g, h, i = self.numbers
        depth = g * x + h * y + i
        return (a * x + b * y + c) / depth, (d * x + e * y + f) / depth

    def box(self, box: Box) -> Box:
        """The upright box around a box's four corners as shown."""
        corners = [self.point(x, y) for x in (box.x0, box.x1) for y in (box.top, box.bottom)]
        across, down = zip(*corners, strict=True)
        return Box(min(across), min(down), max(across), max(down))


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds them all; ValueError where there are none."""
    x0, top, x1, bottom = zip(*((b.x0, b.top, b.x1, b.bottom) for b in boxes), strict=True)
    return Box(min(x0), min(top), max(x1), max(bottom))
