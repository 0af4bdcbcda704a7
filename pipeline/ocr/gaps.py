"""Second readings: of ink that no word accounts for, and of words that are in doubt.

Tesseract's layout analysis loses single figures in the cells of a table and small print that
stands apart, or reads them badly; alone on white they are often read well. What stays unread
where a reader would see a word becomes a word that is illegible.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.geometry import Box
from pipeline.ocr.tesseract import SURE, Reader, Seen, is_sure, usual_height
from pipeline.page import ILLEGIBLE, Pixels
from pipeline.pieces import pieces

WHITE = 255
LOWEST, HIGHEST, WIDEST = 0.45, 1.6, 12.0  # of a blob, in heights of a word
LARGEST = 3.0  # heights; ink in one piece that is wider is no letter
SPECK = 0.2  # heights; ink in one piece that is smaller is no letter
LEAST_INK, MOST_INK = 0.08, 0.75  # share of a blob's box; less is speckle, more is a bar or a box
JOIN = 0.6  # heights; letters nearer to each other than this are one word
EDGE = 0.015  # share of the page along its sides where the scanner casts shadows
MOST_DOUBTFUL = 60  # words in doubt that are read again, the surest first; a page has under 30
MOST = 80  # blobs on a page; more are a picture or a page that was not read at all
MARGIN, CROP = 16, 48  # pixels: white around a crop, and the height of its letters
LOW = 0.35  # heights; a doubtful word whose ink is lower is a row of dots
PILED = 1.7  # heights; a doubtful word that is taller may be two words above each other
READ, READ_DENSE = 0.3, 0.85  # confidence below which a second reading is no reading
DENSE = 0.55  # share of ink in a blob's box from which it is hardly letters
GAIN = 0.1  # confidence that the second reading of a word must have more


@dataclass(frozen=True, slots=True)
class Place:
    """A place to read again, in pixels; `word` is what was read there, if anything."""

    box: Box
    word: Seen | None = None
    expected: bool = False  # a reader would take the ink for a word
    dense: bool = False  # more ink than letters have: something smudged or struck out


def read_again(pixels: Pixels, seen: Sequence[Seen], reader: Reader, languages: str) -> list[Seen]:
    """The words of the page, those that were missed among them.

    `pixels` is the page as it was recognised: level, dark on white.
    """
    height = usual_height(seen)
    if height is None:
        return list(seen)
    dark = pixels < _darkness(pixels, [word for word in seen if is_sure(word)])
    seen = [word for word in seen if not _is_leader(word, dark, height)]
    piled = [word for word in seen if word.confidence < SURE and _is_piled(word, height)]
    blobs = _blobs(dark, [word for word in seen if word not in piled], height)
    if len(blobs) > MOST:
        blobs = []
    apart = [word for word in piled if any(word.box.holds(blob.box.middle) for blob in blobs)]
    kept = [word for word in seen if word not in apart]
    doubtful = _surest([word for word in kept if _is_doubtful(word, height)])
    places = [*(Place(word.box.grown(2), word) for word in doubtful), *blobs]
    if not places:
        return kept
    found = [word for word in kept if word not in doubtful]
    for place, words in zip(
        places, _readings(pixels, places, height, (reader, languages)), strict=True
    ):
        found += _judged(place, words)
    return found


def _surest(doubtful: Sequence[Seen]) -> list[Seen]:
    """Those that are read again: on a page with more of them than that, the rest is noise."""
    return sorted(doubtful, key=lambda word: -word.confidence)[:MOST_DOUBTFUL]


def _is_doubtful(word: Seen, height: float) -> bool:
    """Whether it is worth a second reading; what is much higher than a word is a signature."""
    return word.confidence < SURE and word.box.height <= PILED * height


def _is_piled(word: Seen, height: float) -> bool:
    """Whether it may be several rows of a narrow column, taken for one word that stands upright."""
    return word.box.height > PILED * height and word.box.width < word.box.height * 1.5


def _is_leader(word: Seen, dark: NDArray[np.bool_], height: float) -> bool:
    """Whether it is a row of dots or a line that was read as letters: its ink is far too low."""
    if word.confidence >= SURE:
        return False
    box = word.box
    rows = dark[int(box.top) : int(box.bottom) + 1, int(box.x0) : int(box.x1) + 1].sum(axis=1)
    share = np.cumsum(rows) / max(1, rows.sum())
    with_ink = int(np.searchsorted(share, 0.97) - np.searchsorted(share, 0.03)) + 1
    return box.width > height and with_ink < LOW * height


def _readings(
    pixels: Pixels, places: Sequence[Place], height: float, engine: tuple[Reader, str]
) -> list[list[Seen]]:
    """What is read at each place, in pixels of the page; all in one call."""
    reader, languages = engine
    factor = CROP / max(1.0, height)
    crops = [_crop(pixels, place.box, factor) for place in places]
    answers: list[list[Seen]] = [[] for _ in places]
    for word in reader.lines(crops, languages, None):
        corner = places[word.picture].box
        box = Box(
            corner.x0 + (word.box.x0 - MARGIN) / factor,
            corner.top + (word.box.top - MARGIN) / factor,
            corner.x0 + (word.box.x1 - MARGIN) / factor,
            corner.top + (word.box.bottom - MARGIN) / factor,
        )
        answers[word.picture].append(replace(word, box=box, picture=0))
    return answers


def _judged(place: Place, words: list[Seen]) -> list[Seen]:
    """What stands at a place: the better reading, a word that cannot be read, or nothing."""
    confidence = min((word.confidence for word in words), default=0.0)
    legible = any(character.isalnum() for word in words for character in word.text)
    if place.word is not None:
        better = legible and confidence >= place.word.confidence + GAIN
        return words if better else [place.word]
    if legible and confidence >= (READ_DENSE if place.dense else READ):
        return words
    return [Seen(ILLEGIBLE, place.box, 0.0)] if place.expected else []


def _blobs(dark: NDArray[np.bool_], seen: Sequence[Seen], height: float) -> list[Place]:
    """Places with ink, as high as a word, outside all words."""
    ink = _uncovered(dark, seen, height)
    reach = max(1, round(JOIN * height))
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, reach), np.uint8))
    boxes: dict[Box, float] = {}
    for left, top, wide, high in pieces(joined).boxes.tolist():
        box = Box(left, top, left + wide, top + high)
        inked = float(ink[top : top + high, left : left + wide].mean())
        if _like_a_word(box, inked, height) and not _at_the_edge(box, dark.shape):
            boxes[box] = inked
    words = [word.box for word in seen if is_sure(word)]
    return [
        Place(box, expected=_in_a_grid(box, [*words, *boxes], words), dense=inked > DENSE)
        for box, inked in boxes.items()
    ]


def _uncovered(dark: NDArray[np.bool_], seen: Sequence[Seen], height: float) -> Pixels:
    """Ink (1) without what the words cover and without what is too large or too small for text."""
    ink: Pixels = dark.astype(np.uint8)
    for word in seen:
        box = word.box.grown(0.15 * height)
        top, left = max(0, int(box.top)), max(0, int(box.x0))
        ink[top : int(box.bottom) + 1, left : int(box.x1) + 1] = 0
    found = pieces(ink)
    wide, high = found.boxes[:, 2], found.boxes[:, 3]
    keep = (high <= HIGHEST * height) & (wide <= LARGEST * height)
    keep &= np.maximum(wide, high) >= SPECK * height
    return found.drawn(keep)


def _darkness(pixels: Pixels, sure: Sequence[Seen]) -> float:
    """The grey halfway between the ink of the page's words and its paper."""
    parts = [
        pixels[int(w.box.top) : int(w.box.bottom), int(w.box.x0) : int(w.box.x1)].ravel()
        for w in sure
    ]
    ink = float(np.percentile(np.concatenate(parts), 12))
    return (ink + WHITE) / 2


def _like_a_word(box: Box, inked: float, height: float) -> bool:
    return (
        LOWEST * height <= box.height <= HIGHEST * height
        and 0.15 * height <= box.width <= WIDEST * height
        and LEAST_INK <= inked <= MOST_INK
    )


def _at_the_edge(box: Box, shape: tuple[int, ...]) -> bool:
    rows, columns = shape
    across, down = EDGE * columns, EDGE * rows
    inside = Box(across, down, columns - across, rows - down)
    return not inside.holds((box.x0, box.top)) or not inside.holds((box.x1, box.bottom))


def _in_a_grid(box: Box, others: Sequence[Box], words: Sequence[Box]) -> bool:
    """Whether it stands in the row of a word and in a column with more, as a cell does."""
    if not any(box.side_by_side(word) > 0.6 for word in words):
        return False
    near = 4 * box.height
    return any(
        other is not box
        and box.above_each_other(other) > 0.6
        and (0 < other.top - box.bottom < near or 0 < box.top - other.bottom < near)
        for other in others
    )


def _crop(pixels: Pixels, box: Box, factor: float) -> Pixels:
    """The place alone on white, enlarged to the size that Tesseract likes."""
    rows, columns = pixels.shape
    top, bottom = max(0, int(box.top)), min(rows, int(box.bottom) + 1)
    left, right = max(0, int(box.x0)), min(columns, int(box.x1) + 1)
    part = pixels[top:bottom, left:right]
    large = cv2.resize(part, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
    return np.pad(np.asarray(large, dtype=np.uint8), MARGIN, constant_values=WHITE)
