"""The letters of a page's text layer, as pdfium knows them: what, where, how they stand."""

from __future__ import annotations

import math
from collections.abc import Iterator
from ctypes import c_float, cast, create_string_buffer
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]
from numpy.typing import NDArray

from pipeline.geometry import Box
from pipeline.intake import calls
from pipeline.intake.paint import Frame, address
from pipeline.intake.survey import Survey, Text

SLANT = 10  # degrees; letters that stand further off a right angle are a watermark
ASLANT = -1
BOLD = ("bold", "black", "heavy", "demi")
NAME = 128  # bytes of a font's name that are looked at
JOINED, HYPHEN = 2, 0x2D  # what pdfium writes for a hyphen at the end of a line
UNKNOWN = 0xFFFD
NEAR = 0.5  # points between two runs of letters that are the same, painted twice


@dataclass(frozen=True, slots=True)
class Letters:
    """Arrays with one row a letter, in the order of the file; blanks are letters, too."""

    codes: NDArray[np.uint32]  # Unicode; UNKNOWN where the font does not tell
    boxes: NDArray[np.float64]  # x0, top, x1, bottom on the page as shown
    turns: NDArray[np.int8]  # quarter turns clockwise that make it stand upright, or ASLANT
    unseen: NDArray[np.bool_]
    bold: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.codes)

    def only(self, chosen: Any) -> Letters:
        """The letters that an index or a mask chooses."""
        return Letters(*(getattr(self, field.name)[chosen] for field in fields(self)))


@dataclass(frozen=True, slots=True)
class _Font:
    """What pdfium says of a font; its descent (below 0) in shares of the letters' size."""

    number: int
    bold: bool
    descent: float


@dataclass(frozen=True, slots=True)
class _Run:
    """What holds for all letters of one text object."""

    font: int
    bold: bool
    turns: int
    along: tuple[float, float]  # the direction of writing, in PDF coordinates
    foot: tuple[float, float]  # from a letter's origin to the foot of its box, in points
    head: tuple[float, float]  # and to its head: one size higher
    hidden: bool
    white: bool


def read_letters(page: pdfium.PdfPage, survey: Survey) -> Letters:
    """Every letter on the page; PdfiumError where its text cannot be read."""
    text = page.get_textpage()
    try:
        return _read(text, survey)
    finally:
        text.close()


def _read(text: pdfium.PdfTextPage, survey: Survey) -> Letters:
    count = text.count_chars()
    loose, origins = calls.loose_boxes(text, count), calls.origins(text, count)
    owners, codes = calls.owners(text, count), calls.codes(text, count)
    places = np.flatnonzero(owners)  # pdfium adds blanks of its own, which no run owns
    names, first, which = np.unique(owners[places], return_index=True, return_inverse=True)
    runs = _runs(text, dict(zip(names.tolist(), places[first].tolist(), strict=True)), survey)
    boxes = _boxes(loose[places], origins[places], (runs, which), survey.frame)
    white = np.array([run.white for run in runs], bool)[which]
    unseen = np.array([run.hidden for run in runs], bool)[which]
    unseen |= _on_paper(boxes, white, survey) | _under(origins[places], survey)
    return Letters(
        _known(text, codes[places], places, np.array([run.font for run in runs], int)[which]),
        boxes,
        np.array([run.turns for run in runs], np.int8)[which],
        unseen,
        np.array([run.bold for run in runs], bool)[which],
    )


def _runs(text: pdfium.PdfTextPage, firsts: dict[int, int], survey: Survey) -> list[_Run]:
    """The runs at these addresses, each known by the place of its first letter."""
    fonts: dict[int, _Font] = {}
    drawn = {found.address: found for found in survey.texts}
    dropped = [found for name, found in drawn.items() if name not in firsts and _seen(found)]
    runs = []
    for name, place in firsts.items():
        found = drawn.get(name)
        if found is not None and not _seen(found):
            found = next((twin for twin in dropped if _one_place(found, twin)), found)
        runs.append(_run(text, (name, place), found, (survey.frame, fonts)))
    return runs


def _seen(found: Text) -> bool:
    return not found.hidden and not found.white


def _one_place(found: Text, other: Text) -> bool:
    """Whether two runs are painted over each other: pdfium gives the letters of the first only."""
    one, two = found.box, other.box
    edges = (one.x0 - two.x0, one.top - two.top, one.x1 - two.x1, one.bottom - two.bottom)
    return max(map(abs, edges)) < NEAR


def _run(
    text: pdfium.PdfTextPage,
    letter: tuple[int, int],
    found: Text | None,
    known: tuple[Frame, dict[int, _Font]],
) -> _Run:
    """A run by its address and the place of its first letter; `found` is what the survey knows."""
    frame, fonts = known
    handle = cast(letter[0], raw.FPDF_PAGEOBJECT)
    matrix, size = raw.FS_MATRIX(), c_float()
    raw.FPDFText_GetMatrix(text.raw, letter[1], matrix)
    raw.FPDFTextObj_GetFontSize(handle, size)
    font = _font(raw.FPDFTextObj_GetFont(handle), fonts)
    high, low = size.value, font.descent * size.value
    return _Run(
        font.number,
        font.bold,
        _turns(matrix.a, matrix.b, frame),
        (matrix.a, matrix.b),
        (matrix.c * low, matrix.d * low),
        (matrix.c * (low + high), matrix.d * (low + high)),
        found is not None and found.hidden,
        found is not None and found.white,
    )


def _font(handle: Any, fonts: dict[int, _Font]) -> _Font:
    """A font, asked once a page."""
    name = address(handle)
    if name not in fonts:
        buffer, descent = create_string_buffer(NAME), c_float()
        raw.FPDFFont_GetBaseFontName(handle, buffer, NAME)
        raw.FPDFFont_GetDescent(handle, 1, descent)
        called = buffer.value.decode("utf-8", "replace").lower()
        bold = any(word in called for word in BOLD)
        fonts[name] = _Font(len(fonts), bold, descent.value)
    return fonts[name]


def _turns(a: float, b: float, frame: Frame) -> int:
    """Quarter turns clockwise that make letters along (a, b) stand upright; ASLANT where none."""
    degrees = math.degrees(math.atan2(b, a)) - frame.rotation
    turns = round(degrees / 90)
    return turns % 4 if abs(degrees - turns * 90) <= SLANT else ASLANT


def _boxes(
    loose: NDArray[np.float32],
    origins: NDArray[np.float64],
    owners: tuple[list[_Run], NDArray[np.intp]],
    frame: Frame,
) -> NDArray[np.float64]:
    """Boxes on the page as shown: from a letter's origin as far as it reaches, one size high.

    What pdfium gives holds the ink as well, so that letters on one line begin at several heights.
    `owners`: the runs, and for each letter which of them is its own.
    """
    runs, which = owners
    left, top, right, bottom = loose.astype(np.float64).T
    x, y = origins.T
    values = np.array([(*run.along, *run.foot, *run.head) for run in runs]).reshape(-1, 6)
    a, b, foot_x, foot_y, head_x, head_y = values[which].T
    level = np.abs(a) >= np.abs(b)
    end_x = np.where(level, np.where(a > 0, right, left), x)
    end_y = np.where(level, y, np.where(b > 0, top, bottom))
    one: Any = (x + foot_x, y + foot_y)
    two: Any = (end_x + head_x, end_y + head_y)
    (x0, y0), (x1, y1) = frame.shown(*one), frame.shown(*two)
    edges = (np.minimum(x0, x1), np.minimum(y0, y1), np.maximum(x0, x1), np.maximum(y0, y1))
    return np.stack(edges, axis=1)


def _known(
    text: pdfium.PdfTextPage,
    codes: NDArray[np.uint32],
    places: NDArray[np.intp],
    fonts: NDArray[np.int_],
) -> NDArray[np.uint32]:
    """The codes, UNKNOWN where a font has no Unicode for a letter; asked once a font and code."""
    pairs = fonts.astype(np.uint64) << 32 | codes
    _, first, which = np.unique(pairs, return_index=True, return_inverse=True)
    lost = [raw.FPDFText_HasUnicodeMapError(text.raw, int(place)) == 1 for place in places[first]]
    known = np.where(codes == JOINED, np.uint32(HYPHEN), codes)
    return np.where(np.array(lost, bool)[which], np.uint32(UNKNOWN), known)


def _under(origins: NDArray[np.float64], survey: Survey) -> NDArray[np.bool_]:
    """Which letters lie under something opaque that was painted after them."""
    if not survey.under:
        return np.zeros(len(origins), bool)
    places = map(tuple, np.round(10 * origins).astype(int).tolist())
    return np.array([place in survey.under for place in places], bool)


def _on_paper(
    boxes: NDArray[np.float64], white: NDArray[np.bool_], survey: Survey
) -> NDArray[np.bool_]:
    """Which letters are white on paper; on filled shapes and pictures white letters do show."""
    if not white.any():
        return white
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    on_paper = white.copy()
    for ground in _grounds(survey):
        inside = (x >= ground.x0) & (x <= ground.x1) & (y >= ground.top) & (y <= ground.bottom)
        on_paper &= ~inside
    return on_paper


def _grounds(survey: Survey) -> Iterator[Box]:
    yield from survey.pictures
    for path in survey.paths:
        if path.filled and not path.white:
            yield path.box
