"""What pdfium is asked once for each letter, with plain numbers for pointers.

A page has thousands of letters, and an object made for each of them costs more than the question.
"""

from __future__ import annotations

from ctypes import CFUNCTYPE, c_int, c_uint, c_void_p, cast
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]
from numpy.typing import NDArray

from pipeline.intake.paint import address


def _plain(function: Any, answer: Any, *arguments: Any) -> Any:
    return CFUNCTYPE(answer, *arguments)(cast(function, c_void_p).value or 0)


_loose_box = _plain(raw.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
_tight_box = _plain(raw.FPDFText_GetCharBox, c_int, c_void_p, c_int, *[c_void_p] * 4)
_origin = _plain(raw.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)
_owner = _plain(raw.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
_code = _plain(raw.FPDFText_GetUnicode, c_uint, c_void_p, c_int)


def loose_boxes(text: pdfium.PdfTextPage, count: int) -> NDArray[np.float32]:
    """Left, top, right, bottom of each letter in PDF coordinates, with the room that it takes."""
    found = np.zeros((count, 4), np.float32)
    list(map(_loose_box, repeat(address(text.raw)), range(count), _rows(found)))
    return found


def tight_boxes(text: pdfium.PdfTextPage, count: int) -> NDArray[np.float64]:
    """Left, right, bottom, top of each letter's ink in PDF coordinates."""
    found = np.zeros((count, 4))
    sides = (_rows(found[:, side:]) for side in range(4))
    list(map(_tight_box, repeat(address(text.raw)), range(count), *sides))
    return found


def origins(text: pdfium.PdfTextPage, count: int) -> NDArray[np.float64]:
    """Where each letter begins on its baseline, in PDF coordinates."""
    found = np.zeros((count, 2))
    places = _rows(found), _rows(found[:, 1:])
    list(map(_origin, repeat(address(text.raw)), range(count), *places))
    return found


def owners(text: pdfium.PdfTextPage, count: int) -> NDArray[np.uint64]:
    """The address of the text object of each letter; 0 for a blank that pdfium put in."""
    found = map(_owner, repeat(address(text.raw)), range(count))
    return np.fromiter((owner or 0 for owner in found), np.uint64, count)


def codes(text: pdfium.PdfTextPage, count: int) -> NDArray[np.uint32]:
    """The Unicode of each letter."""
    return np.fromiter(map(_code, repeat(address(text.raw)), range(count)), np.uint32, count)


def _rows(array: NDArray[Any]) -> range:
    """The addresses of the rows of an array."""
    if not len(array):
        return range(0)
    start, step = array.ctypes.data, array.strides[0]
    return range(start, start + step * len(array), step)
