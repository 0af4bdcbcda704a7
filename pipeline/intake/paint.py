"""All that is painted on a page of a PDF, in its order, with its place on the page as shown."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_float, c_void_p, cast
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]
from numpy.typing import NDArray

from pipeline.geometry import Box

DEEPEST = 6  # forms within forms

Number = TypeVar("Number", float, NDArray[np.float64])

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """How the page is shown: its visible part in PDF coordinates, turned clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points, as shown."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.rotation in (90, 270) else (width, height)

    def shown(self, x: Number, y: Number) -> tuple[Number, Number]:
        """A point (or an array of each) in PDF coordinates as the reader sees it: from the left,
        from the top.
        """
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle in PDF coordinates as a box on the page as shown."""
        (x0, y0), (x1, y1) = self.shown(left, bottom), self.shown(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


@dataclass(frozen=True, slots=True)
class Painted:
    """An object on a page. `handle` is pdfium's and good only as long as the page is open."""

    kind: int
    handle: Any
    box: Box
    matrix: Matrix  # of the forms that it stands in


def frame_of(page: pdfium.PdfPage) -> Frame:
    """How a page is shown."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation() % 360)


def painted(page: pdfium.PdfPage, frame: Frame) -> Iterator[Painted]:
    """Every object that is painted, in the order of painting."""
    for place in range(raw.FPDFPage_CountObjects(page.raw)):
        item = raw.FPDFPage_GetObject(page.raw, place)
        for kind, inner, matrix in _nested(item, IDENTITY, 0):
            if (box := _box(inner, matrix, frame)) is not None:
                yield Painted(kind, inner, box, matrix)


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point of a form in the coordinates of the page."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _nested(item: Any, matrix: Matrix, depth: int) -> Iterator[tuple[int, Any, Matrix]]:
    """An object, or what is in it where it is a form."""
    kind = raw.FPDFPageObj_GetType(item)
    if kind != raw.FPDF_PAGEOBJ_FORM:
        yield kind, item, matrix
    elif depth < DEEPEST:
        combined = times(own_matrix(item), matrix)
        for place in range(raw.FPDFFormObj_CountObjects(item)):
            yield from _nested(raw.FPDFFormObj_GetObject(item, place), combined, depth + 1)


def times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does the first, then the second."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _box(item: Any, matrix: Matrix, frame: Frame) -> Box | None:
    """The place of an object on the page as shown; None where it has none."""
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    if matrix is IDENTITY:
        return frame.box(left.value, bottom.value, right.value, top.value)
    corners = [
        moved(matrix, x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)
    ]
    xs, ys = zip(*corners, strict=True)
    return frame.box(min(xs), min(ys), max(xs), max(ys))


def own_matrix(handle: Any) -> Matrix:
    """The matrix of an object, without those of the forms that it stands in."""
    own = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(handle, own)
    return own.a, own.b, own.c, own.d, own.e, own.f


def address(handle: Any) -> int:
    """Where pdfium keeps something: the same for two handles of one thing."""
    return cast(handle, c_void_p).value or 0
