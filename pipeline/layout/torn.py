"""Lines of running text that were torn: by a covered place, a stamp, words that are not read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.dutch.label_rows import label_row
from pipeline.dutch.labels import label_of
from pipeline.geometry import around
from pipeline.layout.grids import rows_of
from pipeline.layout.row_pieces import Row
from pipeline.layout.segments import Segment
from pipeline.page import Line

_PROSE = 5  # words on a line of running text
_WORDS = 3  # in one part of a torn line; a row of values has fewer in each
_LONG = 0.38  # of the page's width
_NEXT = 1.8  # heights from a line to the next of its text
_FILLED = 0.5  # of the text's width: words in columns leave more of it white
_FLUSH = 3.0  # points
_AGAIN = 3  # a line between two that are torn as well


def with_torn_mended(segments: Sequence[Segment], width: float) -> list[Segment]:
    """The segments, with those joined between which the lines above or below run on."""
    rows = rows_of(segments)
    for _ in range(_AGAIN):
        text = [s for row in rows for s in row if _is_text(s, width)]
        mended = [_mended(row, text) if len(row) > 1 else row for row in rows]
        if sum(map(len, mended)) == sum(map(len, rows)):
            break
        rows = mended
    return [s for row in rows for s in row]


def _is_text(segment: Segment, width: float) -> bool:
    long = len(segment.line.words) >= _PROSE and segment.box.width > _LONG * width
    return long and not (label_of(segment.text) or label_row(segment.text))


def _mended(row: Row, text: Sequence[Segment]) -> Row:
    parts = row[:1]
    for left, right in pairwise(row):
        if _is_torn(left, right, [line for line in text if _runs_over(line, left, right, row)]):
            parts[-1] = _one([parts[-1], right])
        else:
            parts.append(right)
    return parts


def _is_torn(left: Segment, right: Segment, lines: Sequence[Segment]) -> bool:
    """Whether two segments are parts of a line of the text that these lines are next to.

    Under the last line of a text two may sign beside each other.
    """
    if not lines or label_of(left.text) or label_of(right.text):
        return False
    below = any(line.box.middle[1] > left.box.middle[1] for line in lines)
    covered = left.line.words[-1].cover or right.line.words[0].cover
    return below or covered is not None or not (left.text.endswith(",") or right.text[0].isupper())


def _runs_over(line: Segment, left: Segment, right: Segment, row: Row) -> bool:
    """Whether a line next above or below runs on where white parts two, and the row fills it."""
    box = line.box
    apart = abs(left.box.middle[1] - box.middle[1])
    near = 0.5 * box.height < apart < _NEXT * box.height and not any(s is line for s in row)
    over = box.x0 < left.box.x1 and right.box.x0 < box.x1
    inside = [s for s in row if s.box.x0 > box.x0 - _FLUSH and s.box.x0 < box.x1]
    filled = sum(s.box.width for s in inside) > _FILLED * box.width
    return near and over and filled and any(len(s.line.words) >= _WORDS for s in inside)


def _one(row: Row) -> Segment:
    words = tuple(word for segment in row for word in segment.line.words)
    return Segment(Line(words, row[0].line.number), around(segment.box for segment in row))
