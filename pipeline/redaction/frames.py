"""Rectangles that a thin line encloses."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from pipeline.geometry import Box
from pipeline.redaction.fills import LEAST_HEIGHT, LEAST_WIDTH, Patch
from pipeline.redaction.picture import Mask, Picture


def frames(picture: Picture) -> Iterator[Patch]:
    """Every enclosed rectangle, with the line around it; its style says how the inside looks."""
    lines = _lines(picture)
    count, _, stats, _ = cv2.connectedComponentsWithStats(cv2.bitwise_not(lines), connectivity=4)
    edge = picture.px(0.7)
    for label in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[label])
        if width < picture.px(LEAST_WIDTH) or height < picture.px(LEAST_HEIGHT):
            continue
        if area < 0.82 * width * height or width * height > 0.6 * lines.size:
            continue
        box = Box(x - edge, y - edge, x + width + edge, y + height + edge)
        yield Patch(box, _inside(picture, Box(x, y, x + width, y + height)), framed=True)


def _lines(picture: Picture) -> Mask:
    """Straight strokes longer than letters have, thickened a little and mended."""
    dark = picture.mask(picture.gray < 0.68 * picture.paper)
    thick = cv2.dilate(dark, np.ones((2, 1), np.uint8))
    level = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, picture.px(11)), np.uint8))
    thick = cv2.dilate(dark, np.ones((1, 2), np.uint8))
    upright = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((picture.px(6), 1), np.uint8))
    level = cv2.morphologyEx(level, cv2.MORPH_CLOSE, np.ones((1, picture.px(4)), np.uint8))
    return cv2.dilate(cv2.bitwise_or(level, upright), np.ones((3, 3), np.uint8))


def _inside(picture: Picture, box: Box) -> str:
    part = picture.gray[picture.cut(box.grown(-1))]
    if picture.chroma is not None and float(np.median(picture.chroma[picture.cut(box)])) > 26:
        return "color"
    mean, middle = float(part.mean()) / picture.paper, float(np.median(part)) / picture.paper
    if middle < 0.42:
        return "black"
    return "gray" if middle < 0.93 or mean < 0.80 else "border"
