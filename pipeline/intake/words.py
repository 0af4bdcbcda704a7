"""The words and thin lines of a page's text layer, on the page as a reader would hold it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped]
from numpy.typing import NDArray

from pipeline.geometry import Box
from pipeline.intake.letters import ASLANT, Letters, read_letters
from pipeline.intake.rules import rules
from pipeline.intake.survey import Survey
from pipeline.page import Word

GAP = 0.15  # of the letters' size; a wider one parts two words
ROW = 3.0  # points; letters whose tops differ by less stand on one line
DOUBLE = 0.05  # share of letters painted twice from which the page paints bold that way
BLANKS = np.array([chr(code).isspace() for code in range(0x3002)])  # the last for all beyond


@dataclass(frozen=True, slots=True)
class Layer:
    """The text layer of a page turned upright: `turns` quarter turns clockwise were needed."""

    width: float
    height: float
    turns: int
    words: tuple[Word, ...]
    unseen: tuple[Word, ...]
    rules: tuple[Box, ...]
    slanted: int  # letters left out because they stand aslant


def read_layer(page: pdfium.PdfPage, survey: Survey) -> Layer:
    """Words and lines of a page; PdfiumError where its text cannot be read."""
    size = width, height = survey.frame.size
    letters = _once(_standing(read_letters(page, survey), width, height))
    main = _main(letters)
    words: dict[bool, list[Word]] = {False: [], True: []}
    for unseen in (False, True):
        for turns in range(4):
            group = (letters.turns == turns) & (letters.unseen == unseen)
            if group.any():
                words[unseen] += _words(letters.only(group), turns, main, size)
    slanted = (letters.turns == ASLANT) & ~_blank(letters.codes)
    return Layer(
        *((height, width) if main % 2 else (width, height)),
        main,
        tuple(words[False]),
        tuple(words[True]),
        tuple(box.turned(main, width, height) for box in rules(survey)),
        int(slanted.sum()),
    )


def _blank(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    return BLANKS[np.minimum(codes, len(BLANKS) - 1)]


def _standing(letters: Letters, width: float, height: float) -> Letters:
    """The letters whose middle lies on the page; no blanks that pdfium made up, without a width."""
    x0, top, x1, bottom = letters.boxes.T
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    made_up = _blank(letters.codes) & (np.minimum(x1 - x0, bottom - top) <= 0)
    return letters.only((x >= 0) & (x <= width) & (y >= 0) & (y <= height) & ~made_up)


def _once(letters: Letters) -> Letters:
    """Letters painted twice, a hair apart, to look bold, count once.

    Two in exactly one place are the parts of a ligature.
    """
    x, y = np.round(letters.boxes[:, :2]).astype(np.int64).T  # on a page, give or take a letter
    keys = letters.codes.astype(np.int64) << 40 | (x & 0xFFFFF) << 20 | y & 0xFFFFF
    first = np.zeros(len(letters), bool)
    first[np.unique(keys, return_index=True)[1]] = True
    part = np.zeros(len(letters), bool)
    part[1:] = (letters.boxes[1:] == letters.boxes[:-1]).all(axis=1)
    double = ~(first | part)
    return letters.only(~double) if double.sum() >= DOUBLE * len(letters) else letters


def _main(letters: Letters) -> int:
    """Quarter turns clockwise that bring most of the letters upright."""
    standing = np.bincount(letters.turns[letters.turns != ASLANT], minlength=4)
    return int(standing.argmax())


def _words(letters: Letters, turns: int, main: int, size: tuple[float, float]) -> list[Word]:
    """Words of letters that need the same turns, placed on the page after `main` turns."""
    boxes = turned(letters.boxes, turns, size)
    width, height = size[::-1] if turns % 2 else size
    order, starts, ends = _parted(boxes, _blank(letters.codes))
    codes, boxes, bold = letters.codes[order], boxes[order], letters.bold[order]
    text = codes.astype("<u4").tobytes().decode("utf-32-le", "replace")
    edges = np.column_stack(
        [
            np.minimum.reduceat(boxes[:, 0], starts),
            np.minimum.reduceat(boxes[:, 1], starts),
            np.maximum.reduceat(boxes[:, 2], starts),
            np.maximum.reduceat(boxes[:, 3], starts),
        ]
    )
    heavy = np.add.reduceat(bold.astype(int), starts) * 2 > ends - starts
    return [
        Word(name, Box(*edge).turned(main - turns, width, height), bold=thick)
        for start, end, edge, thick in zip(
            starts.tolist(), ends.tolist(), edges.tolist(), heavy.tolist(), strict=True
        )
        if (name := _clean(text[start:end]))
    ]


def _parted(
    boxes: NDArray[np.float64], blank: NDArray[np.bool_]
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """The order of the letters without blanks, and where in it each word starts and ends.

    Letters whose tops follow each other closely are one line; in it they stand from left to right,
    and a blank, a gap or a step up or down parts two words.
    """
    tops = boxes[:, 1]
    down = np.argsort(tops, kind="stable")
    line = np.empty(len(boxes), int)
    line[down] = np.cumsum(np.diff(tops[down], prepend=tops[down[0]]) > ROW)
    order = np.lexsort((boxes[:, 0], line))
    x0, top, x1, bottom = boxes[order].T
    new = np.ones(len(order), bool)
    new[1:] = (line[order][1:] != line[order][:-1]) | blank[order][:-1]
    new[1:] |= x0[1:] > x1[:-1] + GAP * (bottom - top)[:-1]
    new[1:] |= np.abs(np.diff(top)) > ROW
    word = np.cumsum(new)[~blank[order]]
    order = order[~blank[order]]
    starts = np.flatnonzero(np.diff(word, prepend=0))
    return order, starts, np.append(starts, len(order))[1:]


def turned(
    boxes: NDArray[np.float64], quarters: int, size: tuple[float, float]
) -> NDArray[np.float64]:
    """The boxes after their page is turned clockwise by so many quarter turns."""
    width, height = size
    for _ in range(quarters % 4):
        x0, top, x1, bottom = boxes.T
        boxes = np.column_stack([height - bottom, x0, height - top, x1])
        width, height = height, width
    return boxes


def _clean(text: str) -> str:
    """Accents joined to their letters; a soft hyphen shows only where it ends a word."""
    if text.isascii():
        return text.replace("\x00", "")
    text = unicodedata.normalize("NFC", text).replace("\x00", "")
    if text.endswith("\xad"):
        text = text[:-1] + "-"
    return text.replace("\xad", "").replace("\u200b", "").replace("ĳ", "ij").replace("Ĳ", "IJ")
