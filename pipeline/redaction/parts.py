"""The parts of a digital page on which anything but letters is drawn: only there frames stand.

To look for lines over a whole page takes most of the time that a digital page takes.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from pipeline.geometry import Box
from pipeline.redaction.picture import Picture

_MARGIN = 24.0  # points around a drawing: more than any stroke that is looked for is long
_THIN = 2.0  # points; a line
_WHOLE = 0.6  # share of the page from which it is looked at as a whole
_COARSE = 2.0  # points a dot of the map on which parts are joined


def parts_of(picture: Picture, art: Sequence[Box] | None) -> list[Box]:
    """Parts of a picture, whole pixels, with a margin around what is drawn in them.

    `art`: where something is drawn, in points; None where that is not known: then the picture as
    a whole. A level line by itself, as at the foot of a page, encloses nothing and is left out.
    """
    whole = Box(0, 0, picture.width, picture.height)
    if art is None:
        return [whole]
    found = [box & whole for box in _joined(picture, art)]
    return found if sum(box.area for box in found) < _WHOLE * whole.area else [whole]


def _joined(picture: Picture, art: Sequence[Box]) -> list[Box]:
    """The places with a margin, joined where they meet."""
    per_dot = _COARSE * picture.scale
    size = int(picture.height / per_dot) + 1, int(picture.width / per_dot) + 1
    near, upright = np.zeros(size, np.uint8), np.zeros(size, np.uint8)
    for box in art:
        place = box.grown(_MARGIN).scaled(1 / _COARSE)
        corners = (int(place.x0), int(place.top)), (int(place.x1), int(place.bottom))
        cv2.rectangle(near, *corners, (1,), cv2.FILLED)
        if box.height > _THIN:
            cv2.rectangle(upright, *corners, (1,), cv2.FILLED)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(near)
    tall = set(np.unique(labels[upright > 0]).tolist())
    return [
        Box(*(int(edge * per_dot) for edge in (x, y, x + width, y + height)))
        for label, (x, y, width, height, _) in enumerate(stats.tolist())
        if label in tall
    ]
