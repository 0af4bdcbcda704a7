"""What lies on a page besides the letter: smudges over words, and things that look like covers.

Bar codes, boxes of a form, a photo, a bar over the letterhead, a stamp: none is in the truth.
"""

from __future__ import annotations

import datetime as dt
import random

import numpy as np
import pypdfium2

from tests.corpus import ink
from tests.corpus.tiers.base import Picture, dice_of
from tests.corpus.typeset import Bbox, Typeset
from tests.corpus.writer import Letter

CELL = 4.0  # points of a page to a cell of the map of its ink
SMUDGES = ("blot", "tangle", "tangle", "smear")
MONTHS = ("JAN", "FEB", "MRT", "APR", "MEI", "JUN", "JUL", "AUG", "SEP", "OKT", "NOV", "DEC")
STAMPS = ("INGEKOMEN", "ONTVANGEN", "INGEBOEKT", "GESCAND", "AFSCHRIFT", "POSTKAMER")


def smudges(letter: Letter, pages: Typeset) -> dict[int, str]:
    """The damage over the words that cannot be read, as operators by page."""
    dice = dice_of(letter, "smudges")
    kind = dice.choice(SMUDGES)
    found: dict[int, str] = {}
    for name, at in pages.places.items():
        for page, bbox in at if name.startswith("smudge.") else ():
            found[page] = f"{found.get(page, '')} {_smudge(bbox, kind, dice)}"
    return found


def _smudge(bbox: Bbox, kind: str, dice: random.Random) -> str:
    x0, top, x1, bottom = bbox
    height = bottom - top
    area = (x0 - 1, top + 0.12 * height, x1 + 1, bottom - 0.06 * height)
    if kind == "blot":
        return _blots(area, dice)
    wash = _smear(area, dice) if kind == "smear" else ""
    return f"{wash} {_tangle(area, dice)}"


def _blots(area: Bbox, dice: random.Random) -> str:
    """Ink that ran: round blots that run into each other, drops about them."""
    x0, top, x1, bottom = area
    middle, half = (top + bottom) / 2, (bottom - top) / 2
    count = max(1, round((x1 - x0) / (1.5 * half)))
    parts = []
    for step in range(count + 1):
        x = x0 + (x1 - x0) * step / count
        shade = dice.uniform(0.12, 0.3)
        shape = ink.blob(
            dice, x, middle + dice.gauss(0, 1), half * 1.25, half * dice.uniform(1, 1.3)
        )
        parts.append(ink.filled(shape, (shade, shade, shade * 1.2)))
    for _ in range(3 * count):
        x, y = dice.uniform(x0 - 6, x1 + 6), middle + dice.gauss(0, half * 1.2)
        size = dice.uniform(0.3, 1.1)
        parts.append(ink.filled(ink.blob(dice, x, y, size, size), (0.2, 0.2, 0.25)))
    return " ".join(parts)


def _tangle(area: Bbox, dice: random.Random) -> str:
    """Strokes as thick as those of letters, so crossed that no letter is left of the words."""
    x0, top, x1, bottom = area
    count = max(6, round((x1 - x0) / 1.6))
    strokes = []
    for step in range(count + 1):
        middle = x0 + (x1 - x0) * step / count
        points = [
            (min(x1 + 1, max(x0 - 1, middle + dice.gauss(0, 4))), dice.uniform(top, bottom))
            for _ in range(5)
        ]
        shade = dice.uniform(0.0, 0.25)
        path = ink.curve(points)
        strokes.append(ink.lined(path, (shade, shade, shade), dice.uniform(0.6, 1.5)))
    return " ".join(strokes)


def _smear(area: Bbox, dice: random.Random) -> str:
    """Wiped ink: grey streaks along the line."""
    x0, top, x1, bottom = area
    streaks = []
    for _ in range(10):
        y = dice.uniform(top, bottom)
        points = [
            (x0 - 2, y),
            ((x0 + x1) / 2, y + dice.gauss(0, 1)),
            (x1 + 2, y + dice.gauss(0, 1)),
        ]
        shade = dice.uniform(0.45, 0.8)
        streaks.append(ink.lined(ink.curve(points), (shade,) * 3, dice.uniform(0.8, 2)))
    return " ".join(streaks)


def decoys(letter: Letter, pages: Typeset) -> dict[int, str]:
    """Things on the free parts of the pages, as operators by page."""
    dice = dice_of(letter, "decoys")
    document = pypdfium2.PdfDocument(pages.pdf)
    found: dict[int, str] = {}
    for number, page in enumerate(document, start=1):
        filled = _ink_map(page)
        for place in pages.places.values():  # covered words have left no ink
            for bbox in (bbox for at, bbox in place if at == number):
                _take(filled, bbox)
        for chance, decoy in ((0.22, _bar_code), (0.15, _form_boxes), (0.08, _photo), (0.12, _bar)):
            if dice.random() < chance / (1 if number == 1 else 3):
                found[number] = (
                    f"{found.get(number, '')} {decoy(pages.sheets[number - 1].size, filled, dice)}"
                )
    document.close()
    return found


def _ink_map(page: pypdfium2.PdfPage) -> Picture:
    shot = page.render(scale=1 / CELL, grayscale=True).to_numpy()
    return np.array(shot.reshape(shot.shape[:2])) < 250


def _spot(
    size: tuple[float, float], wanted: tuple[float, float], filled: Picture, dice: random.Random
) -> tuple[float, float] | None:
    """The top left of a free place near the edge of the page; it is taken then."""
    width, height = wanted
    for _ in range(24):
        x = dice.choice((dice.uniform(12, 60), dice.uniform(12, size[0] - width - 12)))
        y = dice.choice((dice.uniform(12, 90), dice.uniform(0.8 * size[1], size[1] - height - 12)))
        area = (x - 6, y - 6, x + width + 6, y + height + 6)
        if x + width < size[0] - 8 and y > 0 and not filled[_cells(area)].any():
            _take(filled, area)
            return x, y
    return None


def _take(filled: Picture, area: Bbox) -> None:
    filled[_cells(area)] = True


def _cells(area: Bbox) -> tuple[slice, slice]:
    """Rows and columns of the map of a page's ink."""
    x0, top, x1, bottom = (max(0, int(side / CELL)) for side in area)
    return slice(top, bottom + 1), slice(x0, x1 + 1)


def _bar_code(size: tuple[float, float], filled: Picture, dice: random.Random) -> str:
    width, height = dice.uniform(80, 130), dice.uniform(16, 26)
    spot = _spot(size, (width, height + 8), filled, dice)
    if spot is None:
        return ""
    x, y = spot
    bars = []
    at = 0.0
    while at < width - 4:
        thick = dice.choice((0.8, 0.8, 1.6, 2.4))
        bars.append(ink.filled(ink.box((x + at, y, x + at + thick, y + height)), ink.BLACK))
        at += thick + dice.choice((0.8, 1.6, 2.4))
    number = "".join(dice.choice("0123456789") for _ in range(12))
    return " ".join([*bars, ink.words(number, (x + 8, y + height + 7), 6.5, ink.BLACK)])


def _form_boxes(size: tuple[float, float], filled: Picture, dice: random.Random) -> str:
    """A row of empty boxes, as for initials."""
    count, side = dice.randint(3, 6), dice.uniform(11, 22)
    spot = _spot(size, (count * side, side + 8), filled, dice)
    if spot is None:
        return ""
    x, y = spot
    cells = [(x + n * side, y + 8, x + (n + 1) * side, y + 8 + side) for n in range(count)]
    label = ink.words(dice.choice(("Paraaf", "Afd.", "Par. / afd.")), (x, y + 6), 6, ink.BLACK)
    return " ".join([label, *(ink.lined(ink.box(cell), ink.BLACK, 0.6) for cell in cells)])


def _photo(size: tuple[float, float], filled: Picture, dice: random.Random) -> str:
    """A small photograph: patches of tone that go over into each other."""
    width, height = dice.uniform(60, 95), dice.uniform(40, 60)
    spot = _spot(size, (width, height), filled, dice)
    if spot is None:
        return ""
    x, y = spot
    cells = []
    down, across = 12, 18
    tilt, base = dice.uniform(-0.4, 0.4), dice.uniform(0.3, 0.6)
    for row in range(down):
        for column in range(across):
            tone = base + tilt * column / across + 0.3 * (0.5 - row / down) + dice.gauss(0, 0.05)
            tone = min(0.95, max(0.05, tone))
            left, top = x + width * column / across, y + height * row / down
            cell = (left, top, left + width / across + 0.2, top + height / down + 0.2)
            cells.append(ink.filled(ink.box(cell), (tone, min(1, tone * 1.05), tone * 0.9)))
    return " ".join(cells)


def _bar(size: tuple[float, float], filled: Picture, dice: random.Random) -> str:
    """A bar over the whole width at the head of the page."""
    height = dice.uniform(6, 14)
    if filled[: int((height + 4) / CELL) + 1].any():
        return ""
    colour = dice.choice(((0.05, 0.2, 0.4), (0.0, 0.4, 0.3), ink.BLACK))
    return ink.filled(ink.box((0, 0, size[0], height)), colour)


def stamp(letter: Letter, pages: Typeset, dice: random.Random) -> tuple[str, Bbox]:
    """A received stamp across words of the first page but across no value of the truth; its area."""
    width, height = dice.uniform(100, 130), 36.0
    size = pages.sheets[0].size
    best = min(
        (
            (dice.uniform(0.3, 0.9) * (size[0] - width), dice.uniform(0.08, 0.8) * size[1])
            for _ in range(30)
        ),
        key=lambda spot: _trodden(spot, (width, height), pages),
    )
    x, y = best
    colour = (0.25, 0.15, 0.45)
    frame = ink.lined(ink.box((x, y, x + width, y + height)), colour, 1.4)
    head = ink.words(dice.choice(STAMPS), (x + 8, y + 15), 12, colour, bold=True)
    day = ink.words(_received(letter, dice), (x + 8, y + 30), 11, colour, bold=True)
    middle = (x + width / 2, y + height / 2)
    area = (x - 12, y - 12, x + width + 12, y + height + 12)
    return ink.turned(f"{frame} {head} {day}", middle, dice.uniform(-6, 6)), area


def _received(letter: Letter, dice: random.Random) -> str:
    late = dice.randint(1, 5)
    if letter.truth["date"] is None:
        return f"NR. {dice.randint(1000, 9999)}"
    day = dt.date.fromisoformat(letter.truth["date"]) + dt.timedelta(days=late)
    return f"{day.day:02} {MONTHS[day.month - 1]} {day.year}"


def _trodden(
    spot: tuple[float, float], size: tuple[float, float], pages: Typeset
) -> tuple[float, int]:
    """How much of the truth's values a stamp would tread on, and how far it is from any words."""
    x, y = spot
    area = (x - 6, y - 6, x + size[0] + 6, y + size[1] + 6)
    values = sum(
        _common(bbox, area)
        for name, at in pages.places.items()
        for page, bbox in at
        if page == 1 and name != "noise"
    )
    touched = sum(_common(word.bbox, area) > 0 for word in pages.sheets[0].words)
    return values, abs(touched - 3)


def _common(first: Bbox, second: Bbox) -> float:
    across = min(first[2], second[2]) - max(first[0], second[0])
    down = min(first[3], second[3]) - max(first[1], second[1])
    return max(0.0, across) * max(0.0, down)
