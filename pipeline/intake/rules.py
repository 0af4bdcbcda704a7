"""The thin lines that are drawn on a page: those of tables and boxes."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_float
from dataclasses import dataclass

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from pipeline.geometry import Box
from pipeline.intake.paint import Frame, own_matrix, times
from pipeline.intake.survey import THIN, Shape, Survey

SHORTEST = 4.0  # points; a shorter thin thing is a dot or a dash
SQUARE = 0.01  # points by which the corners of an upright rectangle may be off

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a path drawn without lifting the pen: the ends of its lines and curves."""

    points: tuple[Point, ...]
    curved: bool

    @property
    def box(self) -> Box:
        xs, ys = zip(*self.points, strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))

    @property
    def rectangle(self) -> bool:
        """Whether it is four lines, level and upright."""
        points = self.points[:-1] if self.points[0] == self.points[-1] else self.points
        if self.curved or len(points) != 4:
            return False
        sides = zip(points, (*points[1:], points[0]), strict=True)
        steps = [(abs(one[0] - two[0]), abs(one[1] - two[1])) for one, two in sides]
        return all(min(step) < SQUARE for step in steps)


def rules(survey: Survey) -> list[Box]:
    """Thin lines, level or upright, and the four sides of boxes that are drawn but not filled."""
    width, height = survey.frame.size
    page = Box(-1, -1, width + 1, height + 1)
    return [
        line
        for path in survey.paths
        if max(path.box.width, path.box.height) >= SHORTEST
        for part in _parts(path, survey.frame)
        for line in _lines(path, part)
        if max(line.width, line.height) >= SHORTEST and page.holds(line.middle)
    ]


def _lines(path: Shape, part: _Part) -> tuple[Box, ...]:
    box = part.box
    if min(box.width, box.height) <= THIN:
        return (box,)
    return _sides(box) if path.stroked and not path.filled and part.rectangle else ()


def _parts(path: Shape, frame: Frame) -> Iterator[_Part]:
    """The parts of a path, on the page as shown."""
    a, b, c, d, e, f = times(own_matrix(path.handle), path.matrix)
    points: list[Point] = []
    curve = 0  # points of one that have been seen; the third is where it ends
    curved = False
    for place in range(raw.FPDFPath_CountSegments(path.handle)):
        segment = raw.FPDFPath_GetPathSegment(path.handle, place)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield _Part(tuple(points), curved)
            points, curve, curved = [], 0, False
        elif kind == raw.FPDF_SEGMENT_BEZIERTO:
            curve, curved = (curve + 1) % 3, True
            if curve:
                continue
        x, y = c_float(), c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(frame.shown(a * x.value + c * y.value + e, b * x.value + d * y.value + f))
    if len(points) > 1:
        yield _Part(tuple(points), curved)


def _sides(box: Box) -> tuple[Box, Box, Box, Box]:
    return (
        Box(box.x0, box.top, box.x1, box.top),
        Box(box.x0, box.bottom, box.x1, box.bottom),
        Box(box.x0, box.top, box.x0, box.bottom),
        Box(box.x1, box.top, box.x1, box.bottom),
    )
