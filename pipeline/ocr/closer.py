"""A second look at figures and words in doubt, at the page's picture as it was scanned.

A figure has no dictionary: one wrong digit is another sum, another date. Each figure of which the
engine is not sure is therefore read four more times: from the scan at its full resolution and from
the page as it was made ready, as a line and as a bare row of letters. The readings vote; one that
is a date, a sum, a telephone number weighs more. How many agree stays with the word, because it
tells how likely it is right. A word that the dictionary does not have is read again too, and gives
way to one that it has. Costs about 14 ms a place, at most `MOST` places a page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from pipeline.geometry import Box
from pipeline.ocr import picture
from pipeline.ocr.dictionary import bare, is_known
from pipeline.ocr.figures import MANY, Vote, has_digit, settled
from pipeline.ocr.picture import Matrix
from pipeline.ocr.tesseract import Reader, Seen, usual_height
from pipeline.page import Pixels

SURE = 0.9  # confidence from which a figure is not read again: 98 in 100 are right
UNSURE = 0.8  # confidence below which a word that the dictionary does not have is read again
GROUND = re.compile(
    r"(?:1[01]|5)\W{0,2}[12]\W{0,2}\d?\W{0,2}[a-z]"
)  # 10.2.e, (10)(2e): read elsewhere
LONG = 5  # letters from which chance, or the pattern of a covered place, makes no known word
VOICES = 2  # readings that must agree on a known word
MOST = 12  # places on a page that are read again, figures first, the least sure of them first
TALLEST = 1.7  # heights of a word; what is higher is no figure in a line
AROUND = 0.12  # heights of a word of paper around the place
LOW, MIDDLE, HIGH = 30, 36, 40  # pixels that letters are high in the several pictures
MARGIN = 14  # pixels of white around a crop
SOFT = 1.0  # pixels by which one of the pictures is blurred


@dataclass(frozen=True, slots=True)
class Scan:
    """The scanned picture, upright, and the way to it from the pixels of the page made ready."""

    grey: Pixels
    matrix: Matrix

    def crop(self, box: Box, factor: float) -> Pixels:
        """A box of the page as it stands in the scan, level, so many times as large, on white."""
        size = max(1, round(box.width * factor)), max(1, round(box.height * factor))
        placed = np.array(
            [[1 / factor, 0, box.x0], [0, 1 / factor, box.top], [0, 0, 1]], dtype=np.float64
        )
        way = self.matrix @ placed
        part, corner = self._part(way, size)
        if part.size == 0:
            return np.full((2 * MARGIN, 2 * MARGIN), picture.WHITE, np.uint8)
        shift = np.array([[1, 0, -corner[0]], [0, 1, -corner[1]], [0, 0, 1]], dtype=np.float64)
        flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
        level = cv2.warpPerspective(part, shift @ way, size, None, flags, cv2.BORDER_REPLICATE)
        paper = max(1.0, float(np.percentile(level, 90)))
        white = np.minimum(level.astype(np.float32) * (picture.WHITE / paper), picture.WHITE)
        return np.pad(white.astype(np.uint8), MARGIN, constant_values=picture.WHITE)

    def _part(self, way: Matrix, size: tuple[int, int]) -> tuple[Pixels, tuple[int, int]]:
        """The part of the scan that a crop is made of, and its corner."""
        wide, high = size
        corners = way @ np.array([[0, wide, 0, wide], [0, 0, high, high], [1, 1, 1, 1]])
        across, down = corners[:2] / corners[2]
        rows, columns = self.grey.shape
        left, right = max(0, int(across.min()) - 3), min(columns, int(across.max()) + 4)
        top, bottom = max(0, int(down.min()) - 3), min(rows, int(down.max()) + 4)
        return np.ascontiguousarray(self.grey[top:bottom, left:right]), (left, top)


def look_again(
    seen: Sequence[Seen], pixels: Pixels, scan: Scan, engine: tuple[Reader, str]
) -> list[Seen]:
    """The words of a page, its doubtful figures read again; `pixels` is the page made ready."""
    height = usual_height(seen)
    if height is None:
        return list(seen)
    doubtful = [word for word in seen if _is_doubtful(word, height)]
    first = sorted(doubtful, key=lambda word: (not has_digit(word.text), word.confidence))
    chosen = first[:MOST]
    if not chosen:
        return list(seen)
    readings = _readings(chosen, pixels, scan, (height, *engine))
    better = dict(zip(map(id, chosen), map(_judged, chosen, readings), strict=True))
    return [result for word in seen for result in better.get(id(word), [word])]


def _is_doubtful(word: Seen, height: float) -> bool:
    if word.confidence >= SURE or word.box.height > TALLEST * height:
        return False
    if has_digit(word.text):
        return not GROUND.search(word.text)
    return word.confidence < UNSURE and _is_unknown(word.text)


def _is_unknown(text: str) -> bool:
    """Whether it is a word, and the dictionary does not have it."""
    return sum(map(str.isalpha, text)) >= LONG and not is_known(bare(text))


def _readings(
    words: Sequence[Seen], pixels: Pixels, scan: Scan, by: tuple[float, Reader, str]
) -> list[list[list[Seen]]]:
    """Four readings of each word: twice as a line, twice as a bare row of letters."""
    height, reader, languages = by
    boxes = [word.box.grown(max(2.0, AROUND * height)) for word in words]
    page = Scan(pixels, np.eye(3))
    plain = [scan.crop(box, LOW / height) for box in boxes]
    soft = [np.asarray(cv2.GaussianBlur(crop, (0, 0), SOFT), dtype=np.uint8) for crop in plain]
    near = [page.crop(box, HIGH / height) for box in boxes]
    large = [scan.crop(box, MIDDLE / height) for box in boxes]
    lines = reader.lines([*soft, *near], languages, None)
    rows = reader.lines([*plain, *large], languages, None, raw=True)
    sizes = (LOW / height, HIGH / height), (LOW / height, MIDDLE / height)
    placed = [*_placed(lines, boxes, sizes[0]), *_placed(rows, boxes, sizes[1])]
    return [[placed[at + turn * len(boxes)] for turn in range(4)] for at in range(len(boxes))]


def _placed(
    words: Sequence[Seen], boxes: Sequence[Box], factors: tuple[float, float]
) -> list[list[Seen]]:
    """The words of each crop, twice as many crops as boxes, in pixels of the page."""
    answers: list[list[Seen]] = [[] for _ in range(2 * len(boxes))]
    for word in words:
        turn, at = divmod(word.picture, len(boxes))
        factor, corner = factors[turn], boxes[at]
        box = Box(
            corner.x0 + (word.box.x0 - MARGIN) / factor,
            corner.top + (word.box.top - MARGIN) / factor,
            corner.x0 + (word.box.x1 - MARGIN) / factor,
            corner.top + (word.box.bottom - MARGIN) / factor,
        )
        answers[word.picture].append(replace(word, box=box, picture=0))
    return answers


def _judged(word: Seen, readings: Sequence[list[Seen]]) -> list[Seen]:
    """What stands at a place: a figure by vote, a known word that two readings have."""
    return _figure(word, readings) if has_digit(word.text) else [_word(word, readings)]


def _word(word: Seen, readings: Sequence[list[Seen]]) -> Seen:
    """The known word that at least two readings agree on, else the word as it was."""
    single = [reading[0] for reading in readings if len(reading) == 1]
    counted = Counter(bare(one.text) for one in single)
    for text, voices in counted.most_common():
        if voices >= VOICES and len(text) >= LONG and is_known(text):
            best = max((one for one in single if bare(one.text) == text), key=_confidence)
            return replace(best, box=word.box)
    return word


def _currency(readings: Sequence[list[Seen]]) -> Seen | None:
    """The euro sign that most readings have: alone in its cell it may be taken for a 6 or an 8."""
    signs = [reading[0] for reading in readings if [one.text for one in reading] == ["€"]]
    return max(signs, key=_confidence) if len(signs) >= MANY else None


def _confidence(word: Seen) -> float:
    return word.confidence


def _figure(word: Seen, readings: Sequence[list[Seen]]) -> list[Seen]:
    """The reading that the vote is for, with the share of the readings that agree with it."""
    if len(word.text) == 1 and (sign := _currency(readings)) is not None:
        return [replace(sign, box=word.box)]
    votes = [_vote([word]), *map(_vote, readings)]
    best, agreed = settled(votes)
    if best == 0:
        return [replace(word, agreed=agreed)]
    words = [one for one in readings[best - 1] if any(map(str.isalnum, one.text))]
    sure = min(one.confidence for one in words)
    return [replace(one, confidence=max(sure, word.confidence), agreed=agreed) for one in words]


def _vote(words: Sequence[Seen]) -> Vote:
    text = " ".join(word.text for word in words)
    return Vote(text, min((word.confidence for word in words), default=0.0))
