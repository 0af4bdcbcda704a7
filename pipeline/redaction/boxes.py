"""Covered places in the picture of a page: candidates, then one verifier.

Imported only where there is a picture: it loads OpenCV.
"""

from __future__ import annotations

from pipeline.page import Cover, Sheet, TextFrom
from pipeline.redaction.codes import grounds_in
from pipeline.redaction.fills import Patch, fills
from pipeline.redaction.frames import frames
from pipeline.redaction.picture import Picture, picture_of
from pipeline.redaction.verify import verified


def find(sheet: Sheet) -> tuple[Cover, ...]:
    """Every covered place on a sheet that has a raster, from the top down."""
    picture = picture_of(sheet)
    patches = distinct([*frames(picture), *fills(picture)])
    covers = [_cover(sheet, picture, patch, score) for patch, score in verified(picture, patches)]
    return tuple(sorted(covers, key=lambda cover: (cover.box.top, cover.box.x0)))


def distinct(patches: list[Patch]) -> list[Patch]:
    """One patch for each place: of two that overlap, the one found first; of two nested, inner."""
    kept: list[Patch] = []
    for patch in patches:
        if not any(patch.box.iou(other.box) > 0.5 for other in kept):
            kept.append(patch)
    return kept


def _cover(sheet: Sheet, picture: Picture, patch: Patch, score: float) -> Cover:
    box = patch.box.scaled(1 / picture.scale)
    if sheet.text_from is not TextFrom.text_layer:
        return Cover(box, patch.style, score=score)
    under = [
        (word, seen)
        for word, seen in zip(sheet.words, picture.words, strict=True)
        if word.box.covered_by(box) > 0.5
    ]
    printed = " ".join(word.text for word, seen in under if seen.visible or seen.code)
    text = printed if grounds_in(printed) else ""
    hidden = sum(len(word.text) for word, seen in under if not seen.visible and not seen.code)
    return Cover(box, patch.style, text, score, hidden if hidden > 1 else 0)
