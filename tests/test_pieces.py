"""Pieces of masks: the same as OpenCV's connected components, which look at every pixel."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipeline.pieces import Mask, connected, enclosed, pieces


def drawing(*rows: str) -> Mask:
    return np.array([[255 * (sign == "#") for sign in row] for row in rows], np.uint8)


RING = drawing(
    "........",
    ".#####..",
    ".#...#..",
    ".#.#.#.#",
    ".#...#..",
    ".#####..",
    "......#.",
)


def random(share: float) -> Mask:
    noise = np.random.default_rng(7).random((60, 80))
    return np.where(cv2.blur(noise, (3, 3)) < share, 255, 0).astype(np.uint8)


MASKS = [RING, drawing("...", "..."), drawing("##", "##"), random(0.4), random(0.5), random(0.6)]


def of_opencv(mask: Mask, connectivity: int) -> list[tuple[int, ...]]:
    count, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=connectivity)
    return sorted(tuple(row) for row in stats[1:count].tolist())


@pytest.mark.parametrize("mask", MASKS)
def test_pieces_are_components(mask: Mask) -> None:
    found = pieces(mask)
    sizes = [int((found.cut(number) > 0).sum()) for number in range(len(found.boxes))]
    boxes = sorted((*box, size) for box, size in zip(found.boxes.tolist(), sizes, strict=True))
    assert boxes == of_opencv(mask, 8)


@pytest.mark.parametrize("mask", MASKS)
def test_every_piece_drawn_is_the_mask(mask: Mask) -> None:
    found = pieces(mask)
    assert np.array_equal(found.drawn(slice(None)), mask)
    assert not found.drawn([]).any()


def test_a_piece_is_drawn_without_what_stands_in_it() -> None:
    found = pieces(RING)
    large = found.drawn(found.boxes[:, 2] > 3)
    assert found.boxes.tolist() == [[1, 1, 6, 6], [3, 3, 1, 1], [7, 3, 1, 1]]
    assert large[3, 3] == 0 and large[1, 1] == 255 and large[3, 7] == 0


@pytest.mark.parametrize("mask", MASKS)
def test_parts_that_hang_together_by_sides(mask: Mask) -> None:
    found = [
        (x, y, part.shape[1], part.shape[0], int(part.sum()))
        for x, y, part in connected(mask, 2, 3)
    ]
    assert sorted(found) == [row for row in of_opencv(mask, 4) if row[2] >= 2 and row[3] >= 3]


@pytest.mark.parametrize("mask", MASKS)
def test_what_is_enclosed(mask: Mask) -> None:
    """Open ground is enclosed by the edge of the page."""
    found = sorted(enclosed(mask, (2, 2), 200.0))
    wanted = [row for row in of_opencv(cv2.bitwise_not(mask), 4) if min(row[2:4]) >= 2]
    assert found == [row for row in wanted if row[2] * row[3] < 200]
