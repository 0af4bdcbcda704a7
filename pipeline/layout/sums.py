"""Lists of posts with their sums at the right, where the columns are too uneven for a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.dutch.labels import label_of
from pipeline.geometry import around
from pipeline.layout.grids import rows_of
from pipeline.layout.segments import WIDE_GAP, Segment
from pipeline.page import Line

_SUM = re.compile(
    r"(?:(?:€|ƒ|£|f|fl\.?|Hfl\.?|H[FÉf]\.|EUR)\s*)?"
    r"-?\d{1,3}(?:[. ]?\d{3})*(?:,(?:\d\d|\s?[-–—=]{0,2}))?"
    r"(?:\s*(?:euro|EUR|gulden|%))?$",
    re.IGNORECASE,
)
# OCR takes ƒ for £, Hf. for HÉ., and may lose the dash behind a sum.
_ENDS, _BEGINS = re.compile(r"\d[%=–-]*$"), re.compile(r"[€ƒ]?\s?-?\d")
_SIGNED = re.compile(
    r"[€ƒ£]|H[FÉf]\.|\b(?:f|fl|hfl|eur|euro|gulden)\b|,[-–—=]|,\d\d\b", re.IGNORECASE
)


def with_sums(segments: Sequence[Segment]) -> list[Segment]:
    """The segments, with a post and the sum at the end of its row as one, and figures close by."""
    joined: list[Segment] = []
    for row in rows_of(segments):
        row = _near_figures(row)
        joined += [_one(row)] if _is_post(row) else row
    return joined


def _near_figures(row: Sequence[Segment]) -> list[Segment]:
    """The row with figures that stand close to each other as one: they are in no table."""
    near: list[Segment] = []
    for segment in row:
        if near and segment.box.x0 - near[-1].box.x1 < WIDE_GAP * segment.box.height:
            both = _ENDS.search(near[-1].text) and _BEGINS.match(segment.text)
            near[-1:] = [_one([near[-1], segment])] if both else [near[-1], segment]
        else:
            near.append(segment)
    return near


def _is_post(row: Sequence[Segment]) -> bool:
    """Words, then a sum of money: not labels with values, not figures alone."""
    first, last = row[0], row[-1]
    return (
        len(row) > 1
        and _SUM.match(last.text) is not None
        and _SIGNED.search(last.text) is not None
        and any(character.isalpha() for character in first.text)
        and label_of(first.text) is None
    )


def _one(row: Sequence[Segment]) -> Segment:
    words = tuple(word for segment in row for word in segment.line.words)
    return Segment(Line(words, row[0].line.number), around(segment.box for segment in row))
