"""The connected pieces of a mask, found by their outlines: most of a page is empty.

OpenCV's statistics of connected components look at every pixel of the page, which takes longer
than all the rest that is done with a mask.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Mask = NDArray[Any]  # 0 where nothing is

# On a page, OpenCV's threads cost more in waiting for each other than they gain.
cv2.setNumThreads(1)

_CHILD, _NEXT, _PARENT = 2, 0, 3  # columns of OpenCV's table of outlines


@dataclass(frozen=True)
class Pieces:
    """What hangs together in a mask, corners counted, in the order of its first pixels."""

    mask: Mask
    outlines: tuple[Any, ...]  # OpenCV's: of pieces and of the holes in them
    tree: NDArray[np.int32]
    places: NDArray[np.int_]  # rows of the table that are pieces
    boxes: NDArray[np.int32]  # x, y, width, height of each of these

    def drawn(self, chosen: Any) -> Mask:
        """A mask of the chosen pieces (an index or a mask over `places`) alone."""
        found = np.zeros_like(self.mask)
        lines = [line for place in self.places[chosen] for line in self._around(int(place))]
        if lines:
            cv2.drawContours(found, lines, -1, (255,), cv2.FILLED)
        return cv2.bitwise_and(found, self.mask)

    def cut(self, number: int) -> Mask:
        """One piece alone, in the size of its box."""
        x, y, width, height = self.boxes[number].tolist()
        found = np.zeros((height, width), np.uint8)
        lines = list(self._around(int(self.places[number])))
        cv2.drawContours(found, lines, -1, (255,), cv2.FILLED, offset=(-x, -y))
        return cv2.bitwise_and(found, self.mask[y : y + height, x : x + width])

    def _around(self, place: int) -> Iterator[Any]:
        """The outline of a piece, and those of its holes."""
        yield self.outlines[place]
        hole = int(self.tree[place, _CHILD])
        while hole >= 0:
            yield self.outlines[hole]
            hole = int(self.tree[hole, _NEXT])


def pieces(mask: Mask) -> Pieces:
    """The pieces of a mask."""
    outlines, tree = _outlines(mask)
    outer = np.flatnonzero(tree[:, _PARENT] < 0)
    boxes, firsts = _boxes([outlines[place] for place in outer])
    order = np.lexsort(firsts.T)
    return Pieces(mask, outlines, tree, outer[order], boxes[order])


def connected(mask: Mask, least_width: int, least_height: int) -> Iterator[tuple[int, int, Any]]:
    """Each part that hangs together by sides, with its left and top; the smaller left out.

    The part is an array of bool, as large as its box.
    """
    found = pieces(mask)
    large = (found.boxes[:, 2] >= least_width) & (found.boxes[:, 3] >= least_height)
    for number in np.flatnonzero(large):
        x, y = found.boxes[number, :2].tolist()
        count, labels, stats, _ = cv2.connectedComponentsWithStats(
            found.cut(int(number)), connectivity=4
        )
        for label in range(1, count):
            left, top, width, height = stats[label, :4].tolist()
            if width >= least_width and height >= least_height:
                part = labels[top : top + height, left : left + width] == label
                yield x + left, y + top, part


def enclosed(
    lines: Mask, least: tuple[int, int], most: float
) -> Iterator[tuple[int, int, int, int, int]]:
    """What lines enclose, the edge of the page being one: x, y, width, height, number of pixels.

    What is narrower or lower than `least` is left out, and that of which the box is larger than
    `most` pixels.
    """
    framed = cv2.copyMakeBorder(lines, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=(255,))
    outlines, tree = _outlines(framed)
    holes = np.flatnonzero(tree[:, _PARENT] >= 0)
    for x, y, width, height in _boxes([outlines[hole] for hole in holes])[0].tolist():
        width, height = width - 2, height - 2  # the outline runs on the lines; x, y as in `lines`
        if width >= least[0] and height >= least[1] and width * height < most:
            yield x, y, width, height, _pixels(lines[y : y + height, x : x + width])


def _pixels(lines: Mask) -> int:
    """The pixels of what is enclosed in its own box: it alone reaches all four sides."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(cv2.bitwise_not(lines), connectivity=4)
    height, width = lines.shape
    whole = (stats[1:count, 2] == width) & (stats[1:count, 3] == height)
    return int(stats[1:count, 4][whole].max(initial=0))


def _outlines(mask: Mask) -> tuple[tuple[Any, ...], NDArray[np.int32]]:
    outlines, tree = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    return tuple(outlines), np.zeros((0, 4), np.int32) if tree is None else np.asarray(tree[0])


def _boxes(outlines: list[Any]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The box of each outline (x, y, width, height), and its first point."""
    if not outlines:
        return np.zeros((0, 4), np.int32), np.zeros((0, 2), np.int32)
    starts = np.cumsum([0, *map(len, outlines[:-1])])
    points = np.concatenate(outlines)[:, 0]
    least, most = np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)
    return np.hstack([least, most - least + 1]), points[starts]
