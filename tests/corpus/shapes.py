"""How a cover looks: filled, bordered, hatched, penned or whited out, with its code.

Every shape is a function from a patch and dice to drawing operators (ink.py).
"""

from __future__ import annotations

import dataclasses
import random

from tests.corpus import ink
from tests.corpus.typeset import Bbox

LARGEST, SMALL = 8.0, 5.2  # sizes of codes, points
PALE = 0.5  # fills lighter than this carry dark codes


@dataclasses.dataclass(frozen=True, slots=True)
class Patch:
    """One box drawn over a line (or lines) of a cover, the code it shows and where that stands.

    `part` names the covered place: that of a cover over one or more lines, or one of its pieces.
    """

    part: str
    page: int
    bbox: Bbox
    style: str
    fill: ink.Colour
    code: str
    code_at: str
    means: str
    seed: int

    @property
    def name(self) -> str:
        """The name of its cover."""
        return self.part.partition("/")[0]


def drawing(patch: Patch) -> str:
    """The operators of one cover: its shape, then its code."""
    return f"{SHAPES[patch.style](patch, random.Random(patch.seed))} {code(patch)}"


def extent(patch: Patch) -> Bbox:
    """The box of all that is drawn for a cover: wider than its own where the code stands beside."""
    x0, top, x1, bottom = patch.bbox
    beside = ink.width_of(patch.code, LARGEST) + 4 if patch.code_at == "beside" else 0
    return (x0 - 2, top - 2, x1 + 2 + beside, bottom + 2)


def code(patch: Patch) -> str:
    """The printed code: within its box as large as fits, or right of it."""
    if not patch.code:
        return ""
    x0, top, x1, bottom = patch.bbox
    largest = SMALL if patch.code_at == "small" else LARGEST
    size = min(largest, 0.72 * min(bottom - top, 14.0))
    beside = patch.code_at == "beside"
    if not beside:
        size = max(4.0, min(size, size * (x1 - x0 - 2) / ink.width_of(patch.code, size)))
    width = ink.width_of(patch.code, size)
    x = {"left": x0 + 1.5, "small": x0 + 1.5}.get(patch.code_at, (x0 + x1 - width) / 2)
    at = (x1 + 1.5 if beside else x, (top + bottom) / 2 + 0.36 * size)
    light = sum(patch.fill) / 3 < PALE and not beside
    return ink.words(patch.code, at, size, ink.WHITE if light else ink.BLACK)


def _solid(patch: Patch, dice: random.Random) -> str:
    return ink.filled(ink.box(patch.bbox), patch.fill)


def _bordered(patch: Patch, dice: random.Random) -> str:
    edge = ink.lined(ink.box(patch.bbox), ink.BLACK, dice.choice((0.5, 0.75, 1.0)))
    return f"{_solid(patch, dice)} {edge}"


def _hatched(patch: Patch, dice: random.Random) -> str:
    x0, top, x1, bottom = patch.bbox
    height = bottom - top
    step = dice.choice((2.6, 3.4))
    count = int((x1 - x0 + height) / step) + 1
    strokes = " ".join(
        ink.line([(x0 + step * n - height, bottom), (x0 + step * n, top)]) for n in range(count)
    )
    hatch = ink.clipped(ink.box(patch.bbox), ink.lined(strokes, ink.BLACK, 0.6))
    shape = f"{_solid(patch, dice)} {hatch} {ink.lined(ink.box(patch.bbox), ink.BLACK, 0.6)}"
    return f"{shape} {_label(patch)}"


def _label(patch: Patch) -> str:
    """White paper under a code that would drown in hatching or pen."""
    if not patch.code or patch.code_at == "beside":
        return ""
    x0, top, x1, bottom = patch.bbox
    half = min((x1 - x0) / 2, ink.width_of(patch.code, 8.0) / 2 + 2)
    left = x0 if patch.code_at in ("left", "small") else (x0 + x1) / 2 - half
    return ink.filled(ink.box((left + 0.5, top + 1, left + 2 * half, bottom - 1)), ink.WHITE)


def _penned(patch: Patch, dice: random.Random) -> str:
    """Strokes of a marker, with ends of letters peeping out above and below."""
    x0, top, x1, bottom = patch.bbox
    height = bottom - top
    ticks = []
    x = x0 + dice.uniform(1, 4)
    while x < x1 - 2:
        y, reach = (top, -1.0) if dice.random() < 0.6 else (bottom, 1.2)
        ticks.append(ink.line([(x, y), (x + dice.uniform(-0.4, 0.4), y + reach)]))
        x += dice.uniform(4, 22)
    peeping = ink.lined(" ".join(ticks), ink.BLACK, 0.8) if ticks else ""
    shade = dice.uniform(0.02, 0.12)
    strokes = [
        ink.lined(_stroke(patch.bbox, part, dice), (shade, shade, shade), height * 0.44)
        for part in (0.26, 0.5, 0.74)
    ]
    return " ".join([peeping, *strokes, _label(patch)])


def _stroke(bbox: Bbox, part: float, dice: random.Random) -> str:
    x0, top, x1, bottom = bbox
    height = bottom - top
    steps = max(2, round((x1 - x0) / 14))
    inner = height * 0.2
    return ink.curve(
        [
            (
                x0 + inner + (x1 - x0 - 2 * inner) * step / steps,
                top + part * height + dice.gauss(0, height * 0.035),
            )
            for step in range(steps + 1)
        ]
    )


def _whited(patch: Patch, dice: random.Random) -> str:
    edge = ink.ragged(dice, patch.bbox, 0.6)
    return f"{ink.filled(edge, (0.985, 0.985, 0.98))} {ink.lined(edge, (0.76, 0.76, 0.74), 0.5)}"


SHAPES = {
    "black": _solid,
    "border": _bordered,
    "grey": _solid,
    "colour": _solid,
    "hatched": _hatched,
    "pen": _penned,
    "white-out": _whited,
}
