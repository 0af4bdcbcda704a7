"""The words and thin lines of a page's text layer, on the page as a reader would hold it."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber.page import Page as PlumberPage
from pdfplumber.utils.text import dedupe_chars, extract_words

from pipeline.geometry import Box
from pipeline.intake.drawings import is_under
from pipeline.intake.survey import THIN, Survey
from pipeline.page import Word

Char = dict[str, Any]  # as pdfplumber gives it

GAP = 0.15  # of the letters' size; a wider one parts two words
ROW = 3.0  # points; letters whose tops differ by less stand on one line
SLANT = 10  # degrees; letters that stand further off a right angle are a watermark
SHORTEST = 4.0  # points; a shorter thin thing is a dot or a dash
DOUBLE = 0.05  # share of letters painted twice from which the page paints bold that way
WHITE = ((1,), (1, 1, 1), (0, 0, 0, 0), 1)
BOLD = ("bold", "black", "heavy", "demi")


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


def read_layer(page: PlumberPage, survey: Survey) -> Layer:
    """Words and lines of a page; raises whatever pdfminer raises for a page that is broken."""
    width, height = survey.frame.size
    shift = _shift(page, survey)
    chars = _deduplicated([_placed(char, shift) for char in page.chars])
    chars = [char for char in chars if _inside(_box(char), width, height)]
    groups: dict[tuple[int | None, bool], list[Char]] = {}
    for char, unseen in zip(
        chars, _unseen(chars, _grounds(page, shift, survey), survey), strict=True
    ):
        groups.setdefault((_turns(char), unseen), []).append(char)
    main = _main(groups)
    words: dict[bool, list[Word]] = {False: [], True: []}
    for (turns, unseen), group in groups.items():
        if turns is not None:
            words[unseen] += _words(group, turns, main, (width, height))
    return Layer(
        *((height, width) if main % 2 else (width, height)),
        main,
        tuple(words[False]),
        tuple(words[True]),
        tuple(box.turned(main, width, height) for box in _rules(page, shift, survey)),
        sum(len(group) for (turns, _), group in groups.items() if turns is None),
    )


def _main(groups: dict[tuple[int | None, bool], list[Char]]) -> int:
    """Quarter turns clockwise that bring most of the letters upright."""
    standing: dict[int, int] = {0: 0}
    for (turns, _), group in groups.items():
        if turns is not None:
            standing[turns] = standing.get(turns, 0) + len(group)
    return max(standing, key=lambda turns: standing[turns])


def _shift(page: PlumberPage, survey: Survey) -> tuple[float, float]:
    """From pdfplumber's origin (of the media box) to that of the page as shown (the crop box)."""
    left, bottom, right, top = (float(value) for value in page.page_obj.mediabox)
    corners = [survey.frame.shown(x, y) for x in (left, right) for y in (bottom, top)]
    x, y = min(x for x, _ in corners), min(y for _, y in corners)
    return x - float(page.mediabox[0]), y - float(page.mediabox[1])


def _placed(char: Char, shift: tuple[float, float]) -> Char:
    x, y = shift
    if not x and not y:
        return char
    moved = {"x0": char["x0"] + x, "x1": char["x1"] + x}
    return char | moved | {"top": char["top"] + y, "bottom": char["bottom"] + y}


def _box(item: Char) -> Box:
    return Box(float(item["x0"]), float(item["top"]), float(item["x1"]), float(item["bottom"]))


def _inside(box: Box, width: float, height: float) -> bool:
    x, y = box.middle
    return 0 <= x <= width and 0 <= y <= height


def _turns(char: Char) -> int | None:
    """Quarter turns clockwise that make the letter stand upright; None where it stands aslant."""
    a, b = char["matrix"][:2]
    if b == 0:
        return 0 if a >= 0 else 2
    degrees = math.degrees(math.atan2(b, a))
    turns = round(degrees / 90)
    return turns % 4 if abs(degrees - turns * 90) <= SLANT else None


def _deduplicated(chars: list[Char]) -> list[Char]:
    """Letters painted twice, a hair apart, to look bold, count once."""
    places = {(char["text"], round(char["x0"]), round(char["top"])) for char in chars}
    if len(chars) - len(places) < DOUBLE * len(chars):
        return chars
    return dedupe_chars(chars, tolerance=1)


def _words(chars: Sequence[Char], turns: int, main: int, size: tuple[float, float]) -> list[Word]:
    """Words of letters that need the same turns, placed on the page after `main` turns."""
    upright = [_upright(char, turns, size) for char in chars]
    found = extract_words(upright, x_tolerance_ratio=GAP, y_tolerance=ROW, return_chars=True)
    width, height = size[::-1] if turns % 2 else size
    return [
        Word(text, _box(item).turned(main - turns, width, height), bold=_bold(item["chars"]))
        for item in found
        if (text := _clean(item["text"]))
    ]


def _upright(char: Char, turns: int, size: tuple[float, float]) -> Char:
    """The letter as it stands once the page is turned; pdfplumber reads only such letters well."""
    if turns == 0 and char["upright"]:
        return char
    box = _box(char).turned(turns, *size)
    return char | {
        "x0": box.x0,
        "x1": box.x1,
        "top": box.top,
        "bottom": box.bottom,
        "doctop": box.top,
        "width": box.width,
        "height": box.height,
        "size": box.height,
        "upright": True,
    }


def _clean(text: str) -> str:
    """Accents joined to their letters; a soft hyphen shows only where it ends a word."""
    text = unicodedata.normalize("NFC", text).replace("\x00", "")
    if text.endswith("\xad"):
        text = text[:-1] + "-"
    return text.replace("\xad", "").replace("\u200b", "").replace("ĳ", "ij").replace("Ĳ", "IJ")


def _bold(chars: Sequence[Char]) -> bool:
    heavy = sum(any(name in char["fontname"].lower() for name in BOLD) for char in chars)
    return heavy * 2 > len(chars)


def _unseen(chars: Sequence[Char], grounds: Sequence[Box], survey: Survey) -> list[bool]:
    """Of each letter whether nobody sees it: invisible, under something, or white on paper.

    `grounds` are filled shapes and pictures: white letters on these do show.
    """
    if survey.texts and len(survey.hidden) == len(survey.texts):
        return [True] * len(chars)
    unseen = []
    for char in chars:
        middle = _box(char).middle
        white = _colour(char) in WHITE and not any(ground.holds(middle) for ground in grounds)
        x, y = char["matrix"][4:6]
        under = bool(survey.under) and is_under(x, y, survey.under)
        unseen.append(white or under or any(box.holds(middle) for box in survey.hidden))
    return unseen


def _colour(char: Char) -> Any:
    colour = char.get("non_stroking_color")
    return tuple(colour) if isinstance(colour, list) else colour


def _grounds(page: PlumberPage, shift: tuple[float, float], survey: Survey) -> list[Box]:
    shapes = [item for item in (*page.rects, *page.curves) if item.get("fill")]
    boxes = [_box(_placed(item, shift)) for item in shapes if _colour(item) not in WHITE]
    return [*boxes, *survey.pictures]


def _rules(page: PlumberPage, shift: tuple[float, float], survey: Survey) -> list[Box]:
    """Thin lines, level or upright, and the four sides of boxes that are drawn but not filled."""
    width, height = survey.frame.size
    boxes = [_box(_placed(item, shift)) for item in (*page.lines, *page.rects, *page.curves)]
    lines = [box for box in boxes if min(box.width, box.height) <= THIN]
    for item in page.rects:
        box = _box(_placed(item, shift))
        if item.get("stroke") and not item.get("fill") and min(box.width, box.height) > THIN:
            lines += _sides(box)
    page_box = Box(0, 0, width, height)
    return [
        line
        for line in lines
        if max(line.width, line.height) >= SHORTEST and page_box.grown(1).holds(line.middle)
    ]


def _sides(box: Box) -> tuple[Box, Box, Box, Box]:
    return (
        Box(box.x0, box.top, box.x1, box.top),
        Box(box.x0, box.bottom, box.x1, box.bottom),
        Box(box.x0, box.top, box.x0, box.bottom),
        Box(box.x1, box.top, box.x1, box.bottom),
    )
