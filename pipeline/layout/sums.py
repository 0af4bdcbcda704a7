"""Lists of posts with their sums at the right, where the columns are too uneven for a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.dutch.labels import label_of
from pipeline.geometry import around
from pipeline.layout.grids import rows_of
from pipeline.layout.segments import Segment
from pipeline.page import Line

_SUM = re.compile(
    r"(?:(?:€|ƒ|f|fl\.?|Hfl\.?|EUR)\s*)?-?\d{1,3}(?:[. ]?\d{3})*(?:,(?:\d\d|[-–—=]{1,2}))?"
    r"(?:\s*(?:euro|EUR|gulden|%))?$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"[€ƒ]|\b(?:f|fl|hfl|eur|euro|gulden)\b|,[-–—=]|,\d\d\b", re.IGNORECASE)


def with_sums(segments: Sequence[Segment]) -> list[Segment]:
    """The segments, with a post and the sum at the end of its row as one."""
    joined: list[Segment] = []
    for row in rows_of(segments):
        joined += [_one(row)] if _is_post(row) else row
    return joined


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
