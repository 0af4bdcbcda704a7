"""Marks in a PDF as drawing operators: boxes, wobbly strokes, blots, words.

Coordinates are points from the top left of the page; `onto` turns the page over for them.
Everything random comes from the dice handed in.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence

import pikepdf

from tests.corpus.typeset import Bbox

Point = tuple[float, float]
Colour = tuple[float, float, float]

BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)
WIDTHS = {".": 0.278, " ": 0.278, "(": 0.333, ")": 0.333, "-": 0.333, "l": 0.222, "i": 0.222}


def onto(pdf: pikepdf.Pdf, drawings: Mapping[int, str]) -> None:
    """Draw on the pages (from 1) of a PDF, over what is there."""
    for number, drawing in sorted(drawings.items()):
        page = pdf.pages[number - 1]
        if "/Font" not in page.resources:
            page.resources.Font = pikepdf.Dictionary()
        for name, font in resources().Font.items():
            page.resources.Font[name] = font
        turned = f"q 1 0 0 -1 0 {float(page.mediabox[3]):.3f} cm {drawing} Q"
        page.contents_add(turned.encode("ascii"))


def resources() -> pikepdf.Dictionary:
    """The fonts that drawings with words need."""
    return pikepdf.Dictionary(
        Font=pikepdf.Dictionary(Ink=_font("Helvetica"), InkBold=_font("Helvetica-Bold"))
    )


def _font(base: str) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name(f"/{base}"),
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )


def box(bbox: Bbox) -> str:
    """The path of a rectangle."""
    x0, top, x1, bottom = bbox
    return f"{x0:.2f} {top:.2f} {x1 - x0:.2f} {bottom - top:.2f} re"


def filled(path: str, colour: Colour) -> str:
    """A path in one colour."""
    return f"q {_rgb(colour)} rg {path} f Q"


def lined(path: str, colour: Colour, width: float) -> str:
    """The line of a path, with round ends."""
    return f"q {_rgb(colour)} RG {width:.2f} w 1 J 1 j {path} S Q"


def line(points: Sequence[Point]) -> str:
    """The path of straight pieces."""
    (x, y), *rest = points
    return f"{x:.2f} {y:.2f} m " + " ".join(f"{x:.2f} {y:.2f} l" for x, y in rest)


def curve(points: Sequence[Point]) -> str:
    """The path of a smooth line through the points (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]
    path = [f"{points[0][0]:.2f} {points[0][1]:.2f} m"]
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        path.append(" ".join(f"{number:.2f}" for number in (*first, *second, *end)) + " c")
    return " ".join(path)


def blob(dice: random.Random, x: float, y: float, across: float, down: float) -> str:
    """The path of a blot with a wobbly edge round a middle; radii `across` and `down`."""
    count = 14
    points = []
    for step in range(count):
        reach = dice.uniform(0.72, 1.12)
        angle = step * 2 * math.pi / count
        points.append((x + reach * across * math.cos(angle), y + reach * down * math.sin(angle)))
    return curve([*points, points[0]]) + " h"


def ragged(dice: random.Random, bbox: Bbox, wobble: float) -> str:
    """The path of a rectangle whose edges are not straight."""
    x0, top, x1, bottom = bbox
    steps = max(3, round((x1 - x0) / 9))
    xs = [x0 + (x1 - x0) * step / steps for step in range(steps + 1)]
    over = [(x, top + dice.gauss(0, wobble)) for x in xs]
    under = [(x, bottom + dice.gauss(0, wobble)) for x in reversed(xs)]
    return curve([*over, *under, over[0]]) + " h"


def words(text: str, at: Point, size: float, colour: Colour, *, bold: bool = False) -> str:
    """Words in Helvetica with their left end and base line at a point."""
    font = "InkBold" if bold else "Ink"
    shown = pikepdf.String(text).unparse().decode("latin-1")
    place = f"1 0 0 -1 {at[0]:.2f} {at[1]:.2f} Tm"
    return f"q {_rgb(colour)} rg BT /{font} {size:.2f} Tf {place} {shown} Tj ET Q"


def width_of(text: str, size: float) -> float:
    """About how wide words in Helvetica are."""
    return sum(WIDTHS.get(letter, 0.56) for letter in text) * size


def turned(drawing: str, about: Point, degrees: float) -> str:
    """A drawing turned clockwise about a point."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x, y = about
    matrix = f"{c:.5f} {s:.5f} {-s:.5f} {c:.5f} {x - c * x + s * y:.3f} {y - s * x - c * y:.3f}"
    return f"q {matrix} cm {drawing} Q"


def clipped(path: str, drawing: str) -> str:
    """A drawing within a path."""
    return f"q {path} W n {drawing} Q"


def _rgb(colour: Colour) -> str:
    return " ".join(f"{part:.3f}" for part in colour)
