"""Covered places in the picture of a page: candidates, then one verifier.

Imported only where there is a picture: it loads OpenCV.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipeline.geometry import Box, around
from pipeline.page import Cover, Sheet, TextFrom
from pipeline.redaction.codes import grounds_in
from pipeline.redaction.drawn import code_beside, drawn_covers, inline, printed_code
from pipeline.redaction.fills import LEAST_WIDTH, Patch, fills
from pipeline.redaction.frames import frames
from pipeline.redaction.marks import Kind
from pipeline.redaction.parts import parts_of
from pipeline.redaction.picture import Picture, picture_of
from pipeline.redaction.verify import verified

_CODES = (Kind.code, Kind.near)  # as OCR reads them


def find(sheet: Sheet) -> tuple[Cover, ...]:
    """Every covered place on a sheet that has a raster, from the top down."""
    picture = picture_of(sheet)
    parts = parts_of(picture, sheet.art)
    patches = distinct(joined(picture, [*frames(picture, parts), *fills(picture, parts)]))
    covers, drawn = drawn_covers(sheet, picture) if sheet.drawings else ([], [])
    if drawn:  # what is drawn has its exact box there, and is judged
        patches = [patch for patch in patches if not _is_drawn(picture, patch, drawn)]
    found = list(verified(picture, patches))
    if sheet.text_from is TextFrom.text_layer:
        found = [
            (patch, score) for patch, score in found if not _empty_frame(sheet, picture, patch)
        ]
    sure = outermost(found)
    covers += [_cover(sheet, picture, patch, score) for patch, score in sure]
    return tuple(sorted(covers, key=lambda cover: (cover.box.top, cover.box.x0)))


def _is_drawn(picture: Picture, patch: Patch, drawn: Sequence[Box]) -> bool:
    box = patch.box.scaled(1 / picture.scale)
    return any(box.covered_by(one.grown(1)) > 0.6 for one in drawn) or (
        sum((box & one).area for one in drawn) > 0.6 * box.area
    )


def _empty_frame(sheet: Sheet, picture: Picture, patch: Patch) -> bool:
    """A frame of lines with no code in it, apart from a sentence: a form's box, a table's cell."""
    if not patch.framed:
        return False
    box = patch.box.scaled(1 / picture.scale)
    inside = [word for word in picture.words if word.box.covered_by(patch.box) > 0.5]
    words = [word.text for word in inside if word.visible]
    if printed_code(words) or len(words) < len(inside):  # with a code, or with text under it
        return False
    return any(map(str.isalpha, "".join(words))) or not inline(sheet, box)


def joined(picture: Picture, patches: list[Patch]) -> list[Patch]:
    """Frames side by side with no line between them are one: a letter or speckle parted them."""
    whole: list[Patch] = []
    for patch in sorted(patches, key=lambda patch: (not patch.framed, patch.box.x0)):
        for index, other in enumerate(whole):
            if patch.framed and other.framed and _one_frame(picture, other.box, patch.box):
                whole[index] = replace(other, box=around([other.box, patch.box]))
                break
        else:
            whole.append(patch)
    least = picture.px(LEAST_WIDTH)
    return [patch for patch in whole if patch.box.width >= least]


def _one_frame(picture: Picture, left: Box, right: Box) -> bool:
    near = picture.px(1.5)
    if abs(left.top - right.top) > near or abs(left.bottom - right.bottom) > near:
        return False
    if not -2 * near <= right.x0 - left.x1 <= picture.px(9):
        return False
    edge = picture.px(0.9)  # the line above and below
    between = Box(
        min(left.x1, right.x0) - near,
        left.top + edge,
        max(left.x1, right.x0) + near,
        left.bottom - edge,
    )
    ink = picture.gray[picture.cut(between)] < 0.82 * picture.paper
    return bool(ink.size and ink.mean(axis=0).max() < 0.93)


def distinct(patches: list[Patch]) -> list[Patch]:
    """One patch for each place: of two that overlap, the one that was found first."""
    boxes = np.array([_edges(patch.box) for patch in patches]).reshape(-1, 4)
    kept: list[int] = []
    for place in range(len(patches)):
        if not (_overlap(boxes[place], boxes[kept]) > 0.5).any():
            kept.append(place)
    return [patches[place] for place in kept]


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.x0, box.top, box.x1, box.bottom


def _overlap(box: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.float64]:
    """Intersection over union of a box with each of some others."""
    sides = np.minimum(box[2:], others[:, 2:]) - np.maximum(box[:2], others[:, :2])
    shared = np.maximum(sides, 0).prod(axis=1)
    areas = np.maximum(others[:, 2:] - others[:, :2], 0).prod(axis=1)
    whole = np.maximum(box[2:] - box[:2], 0).prod() + areas - shared
    return np.asarray(shared / np.where(whole > 0, whole, 1.0))


def outermost(found: list[tuple[Patch, float]]) -> list[tuple[Patch, float]]:
    """What does not lie inside another covered place."""
    return [
        (patch, score)
        for patch, score in found
        if not any(
            patch.box.covered_by(other.box) > 0.45 and other.box.area > patch.box.area
            for other, _ in found
        )
    ]


def _cover(sheet: Sheet, picture: Picture, patch: Patch, score: float) -> Cover:
    box = patch.box.scaled(1 / picture.scale)
    if sheet.text_from is not TextFrom.text_layer:
        within = any(word.box.covered_by(patch.box) > 0.5 for word in picture.words_at(patch.box))
        beside = () if within else code_beside(sheet.words, box, _CODES)
        at = around(word.box for word in beside) if beside else None
        return Cover(box, patch.style, score=score, beside=at)
    under = [
        (word, seen)
        for word, seen in zip(sheet.words, picture.words, strict=True)
        if word.box.covered_by(box) > 0.5
    ]
    printed = " ".join(word.text for word, seen in under if seen.visible or seen.code)
    text = printed if grounds_in(printed) else ""
    hidden = sum(len(word.text) for word, seen in under if not seen.visible and not seen.code)
    return Cover(box, patch.style, text, score, hidden if hidden > 1 else 0)
