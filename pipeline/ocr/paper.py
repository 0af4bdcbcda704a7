"""The sheet of paper in a photo: four edges against what it lies on."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.ocr.picture import Matrix, reduced
from pipeline.page import Pixels

LOOK = 500  # pixels of the longer side of the copy that is looked at
SMALLEST = 0.35  # share of the picture that a sheet takes
FULL = 0.97  # share from which there is nothing around it
ROUGH = 0.03  # of its circumference, by which the outline may differ from four straight edges
FILLED = 0.9  # share of the four-sided figure that is paper
APART = 20.0  # grey levels between the paper and what it lies on
RIM = 3  # pixels along the sides of the copy
BESIDE = 5.0  # pixels on either side of an edge of the paper
STEP = 8.0  # grey levels by which paper ends there; light that fades makes no such step


def sheet_of_paper(grey: Pixels) -> Matrix | None:
    """From a picture that the sheet fills to this one; None where no such sheet is seen."""
    rows, columns = grey.shape
    near = reduced(grey, max(1, max(rows, columns) // (2 * LOOK)))
    factor = LOOK / max(rows, columns)
    size = max(1, round(columns * factor)), max(1, round(rows * factor))
    small = cv2.resize(near, size, interpolation=cv2.INTER_AREA)
    corners = _corners(np.asarray(cv2.GaussianBlur(small, (0, 0), 2), dtype=np.uint8))
    if corners is None:
        return None
    target = np.array([(0, 0), (columns, 0), (columns, rows), (0, rows)], np.float32)
    return np.asarray(cv2.getPerspectiveTransform(target, corners / np.float32(factor)))


def _corners(small: Pixels) -> np.ndarray | None:
    """The corners of the brightest large four-sided figure, from the top left, clockwise."""
    _, bright = cv2.threshold(small, 0, 1, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    closed = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    outlines, _ = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    outline = cv2.convexHull(max(outlines, key=cv2.contourArea))
    edges = cv2.approxPolyDP(outline, ROUGH * cv2.arcLength(outline, True), True)
    share = cv2.contourArea(edges) / small.size
    if len(edges) != 4 or not SMALLEST <= share <= FULL:
        return None
    figure = np.zeros_like(small)
    cv2.fillConvexPoly(figure, edges, 1)
    inside = figure.astype(bool)
    paper = float(np.median(small[inside]))
    if closed[inside].mean() < FILLED or not _lies_on_something(small, paper):
        return None
    corners = _ordered(edges.reshape(4, 2).astype(np.float32))
    return corners if min(_steps(small, corners)) >= STEP else None


def _lies_on_something(small: Pixels, paper: float) -> bool:
    """Whether all four sides of the picture are darker than the paper: a scan's seldom are."""
    sides = small[:RIM], small[-RIM:], small[:, :RIM], small[:, -RIM:]
    return all(paper - float(np.median(side)) >= APART for side in sides)


def _steps(small: Pixels, corners: np.ndarray) -> list[float]:
    """How much darker it is just outside each of the four edges than just inside, in the middle."""
    shares = np.linspace(0.1, 0.9, 41)[:, None]
    steps = []
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        along = (end - start) / np.linalg.norm(end - start)
        outward = np.array((along[1], -along[0])) * BESIDE
        points = start + shares * (end - start)
        steps.append(float(np.median(_at(small, points - outward) - _at(small, points + outward))))
    return steps


def _at(small: Pixels, points: np.ndarray) -> np.ndarray:
    """The grey levels at some points; of one outside the picture, that at its side."""
    rows, columns = small.shape
    across = np.clip(points[:, 0].round().astype(int), 0, columns - 1)
    down = np.clip(points[:, 1].round().astype(int), 0, rows - 1)
    return np.asarray(small[down, across], dtype=np.float64)


def _ordered(corners: np.ndarray) -> np.ndarray:
    """Clockwise from the corner nearest to the top left."""
    middle = corners.mean(axis=0)
    angles = np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0])
    round_ = corners[np.argsort(angles)]
    first = int(np.argmin(round_.sum(axis=1)))
    return np.roll(round_, -first, axis=0)
