"""What a filled path of a PDF covers: not its bounds, where it is many thin bars or a frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import c_float, c_int
from dataclasses import dataclass

import numpy as np
import pypdfium2.raw as raw  # type: ignore[import-untyped]
from numpy.typing import NDArray

from pipeline.geometry import Box
from pipeline.intake.paint import Frame, Painted, moved, own_matrix, times

FULL = 0.6  # of its bounds; an outline that takes up less is no box
MANY = 2000  # points in a path: a drawing, that hides no line of text


@dataclass(frozen=True, slots=True)
class _Outline:
    box: Box
    area: float  # square points, below 0 where it runs the other way round


def points_of(item: Painted, frame: Frame) -> NDArray[np.float64]:
    """Points of a path on the page as shown, an array (n, 3): x, y, and 1 where an outline begins.

    Of a curve the points that it is drawn by, which may lie beside it.
    """
    matrix = times(own_matrix(item.handle), item.matrix)
    rows = []
    for place in range(raw.FPDFPath_CountSegments(item.handle)):
        x, y = c_float(), c_float()
        segment = raw.FPDFPath_GetPathSegment(item.handle, place)
        if raw.FPDFPathSegment_GetPoint(segment, x, y):
            begins = raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO
            rows.append((*frame.shown(*moved(matrix, x.value, y.value)), float(begins)))
    return np.array(rows).reshape(-1, 3)


def filled(item: Painted, frame: Frame) -> list[Box]:
    """The boxes that a filled path covers; none where it only draws bars, frames or a figure."""
    if raw.FPDFPath_CountSegments(item.handle) > MANY:
        return []
    outlines = list(_outlines(points_of(item, frame)))
    holes = [one for one in outlines if _is_hole(one, outlines, _by_turns(item))]
    solid = [one for one in outlines if one not in holes]
    covered = sum(abs(one.area) for one in solid) - sum(abs(one.area) for one in holes)
    if covered >= FULL * item.box.area:
        return [item.box]
    return [
        one.box
        for one in solid
        if abs(one.area) >= FULL * one.box.area and not any(_within(h, one) for h in holes)
    ]


def _outlines(points: NDArray[np.float64]) -> Iterator[_Outline]:
    starts = np.flatnonzero(points[:, 2])
    for part in np.split(points[:, :2], starts[1:]):
        if len(part) < 3:
            continue
        x, y = part.T
        area = float(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2
        yield _Outline(Box(*part.min(axis=0).tolist(), *part.max(axis=0).tolist()), area)


def _by_turns(item: Painted) -> bool:
    """Whether an outline within another is a hole, whichever way it runs (the even-odd rule)."""
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(item.handle, fill, stroke)
    return bool(fill.value == raw.FPDF_FILLMODE_ALTERNATE)


def _is_hole(one: _Outline, others: Sequence[_Outline], by_turns: bool) -> bool:
    return any(
        _within(one, other) and (by_turns or (one.area < 0) != (other.area < 0)) for other in others
    )


def _within(one: _Outline, other: _Outline) -> bool:
    inner, outer = one.box, other.box
    inside = outer.x0 <= inner.x0 and inner.x1 <= outer.x1
    inside = inside and outer.top <= inner.top and inner.bottom <= outer.bottom
    return inside and inner.area < outer.area
