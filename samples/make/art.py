"""Drawings as SVG text: signatures, smudges and the marks of letterheads, all from a seed."""

from __future__ import annotations

import math
import random


def signature(seed: int, ink: str = "#1b2a6b") -> str:
    """A pen scrawl, 200 by 70 units: a capital, a dying wave with a loop or two, a flourish."""
    dice = random.Random(seed)
    points = [(x + dice.gauss(0, 2), y + dice.gauss(0, 2)) for x, y in dice.choice(CAPITALS)]
    x, swing, base = points[-1][0], dice.uniform(7, 17), dice.uniform(36, 46)
    climb = dice.uniform(-0.9, 0.2)
    for step in range(dice.randint(6, 17)):
        x += dice.uniform(3, 13)
        base += climb
        side = 1 if step % 2 else -1
        tall = 2.4 if dice.random() < 0.15 else 1.0
        points.append(
            (x - (6 if tall > 1 else 0), base + side * swing * tall * dice.uniform(0.3, 1.1))
        )
        swing *= dice.uniform(0.84, 0.99)
    points.append((x + dice.uniform(10, 40), base + dice.uniform(-12, 8)))
    strokes = _stroke(points, ink, dice.uniform(1.2, 2.1))
    if dice.random() < 0.6:
        start, dip = dice.uniform(5, 60), dice.uniform(-6, 6)
        under = [(start, 60.0 + dip), ((start + x) / 2, 58.0), (x + 15, 54.0 - dip)]
        strokes += _stroke(under, ink, 1.3)
    return _svg(200, 70, strokes)


CAPITALS = (
    (
        (8.0, 45.0),
        (22.0, 12.0),
        (34.0, 8.0),
        (26.0, 40.0),
        (16.0, 58.0),
        (30.0, 44.0),
        (40.0, 38.0),
    ),
    (
        (20.0, 10.0),
        (17.0, 36.0),
        (14.0, 60.0),
        (18.0, 30.0),
        (30.0, 10.0),
        (42.0, 20.0),
        (28.0, 36.0),
        (46.0, 48.0),
    ),
    (
        (44.0, 16.0),
        (30.0, 8.0),
        (14.0, 26.0),
        (18.0, 52.0),
        (38.0, 54.0),
        (48.0, 36.0),
        (38.0, 34.0),
        (54.0, 42.0),
    ),
    ((10.0, 56.0), (30.0, 6.0), (36.0, 54.0), (24.0, 38.0), (14.0, 34.0), (52.0, 34.0)),
)


def smudge(seed: int, width: float, height: float, ink: str = "#2b2b2b", load: float = 1.0) -> str:
    """An over-inked speck: tangled strokes and blots; `load` is how much ink there is."""
    dice = random.Random(seed)
    parts = []
    for _ in range(max(2, round(width / 6 * load))):
        middle = dice.uniform(0.1, 0.9) * width
        points = [
            (middle + dice.gauss(0, min(width * 0.2, 5)), dice.uniform(0.15, 0.85) * height)
            for _ in range(5)
        ]
        parts.append(_stroke(points, ink, dice.uniform(0.9, 2.6)))
    for _ in range(round(width / 3 * load)):
        x, y = dice.uniform(0, width), dice.gauss(height / 2, height / 4)
        parts.append(
            f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{dice.uniform(0.2, 1.3):.2f}" fill="{ink}"/>'
        )
    return _svg(width, height, "".join(parts))


def almere_mark() -> str:
    """A plain town mark: three standing bars and a wave."""
    bars = "".join(
        f'<rect x="{x}" y="{y}" width="9" height="{48 - y}" fill="#00718f"/>'
        for x, y in ((4, 14), (17, 4), (30, 20))
    )
    return _svg(
        46, 62, bars + _stroke([(2, 56), (13, 52), (24, 57), (34, 53), (44, 56)], "#7ab800", 4)
    )


def province_mark() -> str:
    """A shield with a bend and two bars."""
    shield = '<path d="M3 3 H47 V34 C47 50 33 57 25 61 C17 57 3 50 3 34 Z" fill="#1d3c78"/>'
    bend = '<path d="M3 30 L47 8 V20 L3 42 Z" fill="#f2c230"/>'
    return _svg(50, 64, shield + bend + '<circle cx="14" cy="14" r="4" fill="#fff"/>')


def state_mark() -> str:
    """The blue ribbon of the state with a plain crest in it."""
    ribbon = '<rect width="44" height="88" fill="#154273"/>'
    crest = '<path d="M13 46 h18 v14 c0 7 -6 10 -9 12 c-3 -2 -9 -5 -9 -12 z" fill="#fff"/>'
    crown = '<path d="M13 42 l-2 -9 6 5 5 -8 5 8 6 -5 -2 9 z" fill="#fff"/>'
    return _svg(44, 88, ribbon + crest + crown)


def water_mark() -> str:
    """Three waves over each other."""
    waves = "".join(
        _stroke(
            [(2, y), (18, y - 7), (34, y), (50, y + 7), (66, y), (82, y - 7), (98, y)], ink, 4.5
        )
        for y, ink in ((14, "#0a7ca3"), (27, "#2f9fc4"), (40, "#73c2dd"))
    )
    return _svg(100, 50, waves)


def _stroke(points: list[tuple[float, float]], ink: str, width: float) -> str:
    """A smooth line through the points (Catmull-Rom as Bezier curves)."""
    padded = [points[0], *points, points[-1]]
    path = [f"M{points[0][0]:.2f} {points[0][1]:.2f}"]
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        numbers = (*first, *second, *end)
        path.append("C" + " ".join(f"{number:.2f}" for number in numbers))
    style = f'fill="none" stroke="{ink}" stroke-width="{width:.2f}" stroke-linecap="round"'
    return f'<path d="{" ".join(path)}" {style}/>'


def _svg(width: float, height: float, body: str) -> str:
    box = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{body}</svg>'


def ring(seed: int) -> str:
    """A sun-like ring of strokes, the mark of a foundation."""
    dice = random.Random(seed)
    rays = []
    for step in range(16):
        angle = step * math.pi / 8
        inner, outer = 14.0, 24.0 + dice.uniform(0, 5)
        start = (30 + inner * math.cos(angle), 30 + inner * math.sin(angle))
        end = (30 + outer * math.cos(angle), 30 + outer * math.sin(angle))
        rays.append(_stroke([start, end], "#c1441e", 2.6))
    return _svg(60, 60, "".join(rays))


def region_mark() -> str:
    """A ring of six dots round a cross."""
    dots = "".join(
        f'<circle cx="{30 + 22 * math.cos(step * math.pi / 3):.2f}" '
        f'cy="{30 + 22 * math.sin(step * math.pi / 3):.2f}" r="6" fill="#00a3a6"/>'
        for step in range(6)
    )
    return _svg(
        60, 60, dots + '<path d="M26 18 h8 v8 h8 v8 h-8 v8 h-8 v-8 h-8 v-8 h8 z" fill="#006f72"/>'
    )


def cuijk_mark() -> str:
    """Two hills and a river."""
    left = '<path d="M2 40 Q16 8 30 40 Z" fill="#d98e1f"/>'
    right = '<path d="M22 40 Q38 16 54 40 Z" fill="#8c2f39"/>'
    return _svg(
        56, 54, left + right + _stroke([(2, 48), (18, 45), (36, 50), (54, 46)], "#2f6f9f", 4.5)
    )
