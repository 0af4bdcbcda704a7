"""What tells a covered place from a table head, a picture, a form's box, a rule or a logo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import cv2
import numpy as np

from pipeline.geometry import Box
from pipeline.redaction.fills import Patch
from pipeline.redaction.picture import Picture, Seen

_LEAST_EVEN: Final = {"black": 0.6, "gray": 0.7, "color": 0.7}  # a code or noise is in it
_JUNCTIONS: Final = 4  # of eight
_HEAD_WIDTH: Final = 150.0  # points
_LOW, _SHORT = 6.8, 60.0  # points
_TALL, _STOCKY = 17.0, 2.1  # points, width by height: more than a line is covered over its length


@dataclass(frozen=True)
class Look:
    """What a patch looks like: measured when it is asked for, since most are refused at once.

    Sizes in points, shares from 0 to 1.
    """

    picture: Picture
    patch: Patch

    @property
    def width(self) -> float:
        return self.patch.box.width / self.picture.scale

    @property
    def height(self) -> float:
        return self.patch.box.height / self.picture.scale

    @cached_property
    def touching(self) -> list[Seen]:
        """The words that it touches."""
        return self.picture.words_at(self.patch.box)

    @cached_property
    def inside(self) -> list[Seen]:
        """The words that lie mostly in it."""
        return [word for word in self.touching if word.box.covered_by(self.patch.box) > 0.5]

    @cached_property
    def even(self) -> float:
        """Share of the inside that has about one tone."""
        return _even(self.picture, self.patch)

    @cached_property
    def words(self) -> float:
        """Share of the inside under ordinary words."""
        box = self.patch.box
        return sum((word.box & box).area for word in self.inside if word.ordinary) / box.area

    @cached_property
    def in_word(self) -> float:
        """Share of the patch under one ordinary word."""
        box = self.patch.box
        return max((box.covered_by(w.box) for w in self.touching if w.ordinary), default=0.0)

    @property
    def code(self) -> bool:
        """Whether a ground or a label stands in it."""
        return any(word.code for word in self.inside)

    @cached_property
    def beside(self) -> bool:
        """Whether words stand on the same line, close by."""
        return _beside(self.picture, self.patch.box)

    @cached_property
    def sides(self) -> tuple[float, float, float, float]:
        """Of left, top, right, bottom: the share with a step in tone."""
        return _steps(self.picture, self.patch.box)

    @cached_property
    def corners(self) -> int:
        """How many of the four have the tone of the inside."""
        return _corners(self.picture, self.patch.box)

    @cached_property
    def ring(self) -> float:
        """Share of paper close around."""
        return _ring(self.picture, self.patch.box)

    @property
    def edge(self) -> bool:
        """Whether it lies at the edge of the page."""
        box, picture = self.patch.box, self.picture
        right, bottom = picture.width - box.x1, picture.height - box.bottom
        return min(box.x0, box.top, right, bottom) < picture.px(2)

    @property
    def sharp(self) -> int:
        """How many of the four sides have a step in tone along most of their length."""
        return sum(step > 0.5 for step in self.sides)

    @property
    def square(self) -> bool:
        """Whether it has the shape and size of an icon or a check box."""
        least = 0.75 if self.patch.style == "color" else 0.6
        plain = not self.patch.framed and self.even > least and self.width > 11
        shape = self.width / self.height
        if self.height > _TALL and shape < _STOCKY and self.width < _SHORT:
            return True
        return not plain and self.width < 30 and 0.7 < shape < 1.35


def verified(picture: Picture, patches: Sequence[Patch]) -> Iterator[tuple[Patch, float]]:
    """The patches that are covered places, each with how sure that is."""
    looks = [Look(picture, patch) for patch in patches]
    judged = [(look, refused(look)) for look in looks]
    out = [look for look, is_out in judged if is_out]
    for look, is_out in judged:
        if is_out or _in_grid(picture, look.patch, patches) or of_table(picture, look.patch):
            continue  # a table may list grounds: a code in its cell covers nothing
        if look.code:
            yield look.patch, 0.95
        elif not _of_refused(picture, look.patch, out):
            yield look.patch, 0.8


def _in_grid(picture: Picture, patch: Patch, patches: Sequence[Patch]) -> bool:
    """Whether a frame shares whole sides with two others, as a table's cell does."""
    if not patch.framed:
        return False
    near, box = picture.px(1.5), patch.box
    shared = 0
    for other in (each.box for each in patches if each.framed and each is not patch):
        level = abs(other.top - box.top) < near and abs(other.bottom - box.bottom) < near
        upright = abs(other.x0 - box.x0) < near and abs(other.x1 - box.x1) < near
        beside = min(abs(other.x0 - box.x1), abs(other.x1 - box.x0)) < 2 * near
        above = min(abs(other.top - box.bottom), abs(other.bottom - box.top)) < 2 * near
        shared += (level and beside) or (upright and above)
    return shared >= 2


def of_table(picture: Picture, patch: Patch) -> bool:
    """Whether the lines around a frame go on beyond its corners, as those of a table's cell do."""
    if not patch.framed:
        return False
    box, far, near = patch.box, picture.px(8), picture.px(2)
    sides = [
        *((Box(x, y - near, x + far - near, y + near), 0)
          for x in (box.x0 - far, box.x1 + near) for y in (box.top, box.bottom)),
        *((Box(x - near, y, x + near, y + far - near), 1)
          for x in (box.x0, box.x1) for y in (box.top - far, box.bottom + near)),
    ]  # fmt: skip
    going = 0
    for place, axis in sides:
        part = picture.gray[picture.cut(place)] < 0.82 * picture.paper
        going += bool(part.size and part.any(axis=axis).mean() > 0.9 and part.mean() < 0.8)
    return going >= _JUNCTIONS


def _of_refused(picture: Picture, patch: Patch, out: Sequence[Look]) -> bool:
    """Whether a fill is part of something that is no covered place: of a logo, a table's head."""
    near, box = picture.px(2), patch.box
    for look in (each for each in out if not each.patch.framed):
        other = look.patch.box
        if box.covered_by(other) > 0.5:
            return True
        level = abs(other.top - box.top) < near and abs(other.bottom - box.bottom) < near
        close = max(other.x0 - box.x1, box.x0 - other.x1) < picture.px(4)
        if level and close and look.words > 0.04 and look.patch.style == patch.style:
            return True
    return False


def refused(look: Look) -> bool:
    """Whether a patch is something else than a covered place."""
    if look.words > (0.12 if look.height < 60 else 0.03):
        return True
    if look.words > (0.02 if look.width > _HEAD_WIDTH else 0.04) and not look.code:
        return not look.patch.framed or look.width > _HEAD_WIDTH  # the ground of a heading
    if not look.code and (look.edge or _ringed(look) or look.square):
        return True
    if look.patch.framed:
        return _no_cover_in_frame(look)
    if not look.code and look.height < _LOW and look.width < _SHORT and look.patch.style != "black":
        return True  # pale print, or bold
    if look.patch.lines:
        upright = look.width < 14 or look.height > 1.2 * look.width
        return upright or look.sides[0] < 0.5 or look.even < 0.4 or look.words > 0.04
    return _no_fill(look)


def _ringed(look: Look) -> bool:
    """No paper around it: a part of a picture."""
    return not look.patch.lines and look.ring < 0.2


def _no_cover_in_frame(look: Look) -> bool:
    if look.code:
        return False
    if look.ring < 0.4 or look.sharp < 2 or (look.even < 0.55 and not look.patch.tinted):
        return True  # a gap between boxes; a piece of underlined text
    return look.height > 1.2 * look.width or look.width < 10 or look.in_word > 0.45


def _no_fill(look: Look) -> bool:
    straight = min(look.sides) > 0.8
    least = _LEAST_EVEN[look.patch.style] - (0.12 if look.code or straight else 0)
    if look.even < least or look.sharp < (2 if look.code else 3):
        return True
    if look.code:
        return False
    return _letters(look, straight) or _stain(look) or _bar(look, straight)


def _letters(look: Look, straight: bool) -> bool:
    """Bold letters of a word, or those of a logo."""
    if look.in_word > 0.6 and (look.width < 12 or not straight):
        return True
    return look.even < 0.8 and min(look.sides) < 0.6


def _stain(look: Look) -> bool:
    """A blot or a part of a drawing: as small as a covered word, with no straight sides."""
    low = look.patch.style == "black" and look.height < 8
    if look.corners < 2 or (look.width < 20 and min(look.sides) < 0.8):
        return True
    return low and (look.even < 0.9 or min(look.sides) < 0.9)


def _bar(look: Look, straight: bool) -> bool:
    """A thick rule, or an upright bar as letterheads have."""
    if look.height > 1.2 * look.width:
        return look.even < 0.95 or look.width < 40
    if look.height >= 6.8:
        return False
    if look.patch.style == "color":
        return True
    return not look.beside and (look.width > 6 * look.height or not straight)


def _ring(picture: Picture, box: Box) -> float:
    """Share of paper in a ring around a box."""
    light = 0.85 * picture.paper
    outer = picture.gray[picture.cut(box.grown(picture.px(3)))] > light
    inner = picture.gray[picture.cut(box.grown(1))] > light
    around = outer.size - inner.size
    return float(int(outer.sum()) - int(inner.sum())) / around if around else 0.0


def _beside(picture: Picture, box: Box) -> bool:
    near = picture.px(40)
    return any(
        word.ordinary
        and word.box.side_by_side(box) > 0.6
        and (0 <= box.x0 - word.box.x1 < near or 0 <= word.box.x0 - box.x1 < near)
        for word in picture.words_at(Box(box.x0 - near, box.top, box.x1 + near, box.bottom))
    )


def _even(picture: Picture, patch: Patch) -> float:
    part = picture.gray[picture.cut(patch.box.grown(-1))]
    if not part.size:
        return 0.0
    smooth = cv2.blur(part, (3, 3))
    return float((np.abs(smooth.astype(np.int16) - int(np.median(smooth))) < 22).mean())


def _corners(picture: Picture, box: Box) -> int:
    """How many corners have the tone of the inside; a disc has none."""
    part = picture.gray[picture.cut(box.grown(-1))]
    if min(part.shape) < 8:
        return 4
    middle = float(np.median(part))
    spots = (part[:3, :3], part[:3, -3:], part[-3:, :3], part[-3:, -3:])
    return sum(abs(float(np.median(spot)) - middle) < 40 for spot in spots)


def _steps(picture: Picture, box: Box) -> tuple[float, float, float, float]:
    """For each side the share over which the tone jumps."""
    gray = _sides(picture.gray, box, 16)
    if picture.chroma is None:
        return gray
    chroma = _sides(picture.chroma, box, 24)
    left, top, right, bottom = (max(pair) for pair in zip(gray, chroma, strict=True))
    return left, top, right, bottom


def _sides(tones: Any, box: Box, least: int) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = (round(value) for value in (box.x0, box.top, box.x1, box.bottom))
    part = np.pad(tones[max(0, top - 5) : bottom + 5, max(0, x0 - 5) : x1 + 5].astype(np.int16), 0)
    if part.shape != (bottom - top + 10, x1 - x0 + 10):
        return 0.0, 0.0, 0.0, 0.0  # at the very edge of the page
    return (
        _jump(part[7:-7, :5], part[7:-7, 7], 1, least),
        _jump(part[:5, 7:-7], part[7, 7:-7], 0, least),
        _jump(part[7:-7, -5:], part[7:-7, -8], 1, least),
        _jump(part[-5:, 7:-7], part[-8, 7:-7], 0, least),
    )


def _jump(outside: Any, inside: Any, axis: int, least: int) -> float:
    """Share of a side where a tone just outside differs from the one inside."""
    if not inside.size:
        return 0.0
    lighter = outside.max(axis=axis) - inside > least
    return float((lighter | (inside - outside.min(axis=axis) > least)).mean())
