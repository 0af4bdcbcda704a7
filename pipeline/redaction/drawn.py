"""Covered places on a digital page, from what is drawn on it: exact boxes, one verdict for each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from pipeline.geometry import Box, around
from pipeline.page import Cover, Drawing, Sheet, Word
from pipeline.redaction.codes import grounds_in, label_words
from pipeline.redaction.fills import CHROMA, LEAST_HEIGHT, LEAST_WIDTH, Patch
from pipeline.redaction.marks import Kind, marks
from pipeline.redaction.picture import Picture
from pipeline.redaction.verify import Look, refused

_LETTERS: Final = 2  # under a box: fewer may stick out from beside it
_PAPER: Final = 235  # of 255: a tone no darker covers like paper
_PART: Final = 0.3  # of the smaller of two drawings of one tone: they make one box
_BESIDE, _APART = 90.0, 6.0  # points: how far a code reaches right of a box; between its words
_INLINE: Final = 14.0  # points between a box and the word before it


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A drawn box with what is printed in it and how many letters the file has under it."""

    box: Box
    tone: tuple[int, int, int]
    edged: bool
    printed: tuple[Word, ...]
    hidden: int
    beside: tuple[Word, ...]  # a code just right of it

    @property
    def code(self) -> str:
        text = printed_code([word.text for word in self.printed])
        if text or _labelled(self.printed):
            return text or " ".join(word.text for word in self.printed)
        return "" if self.printed else " ".join(word.text for word in self.beside)

    @property
    def other(self) -> bool:
        """Whether words stand in it that are no part of a code: it is their ground."""
        rest = [w.text for w in self.printed if w.text.lower().strip(".,()[]") not in label_words()]
        words = [text for text in rest if sum(map(str.isalpha, text)) >= 3]
        return bool(words) or (bool(rest) and not self.code)

    @property
    def style(self) -> str:
        if max(self.tone) - min(self.tone) > CHROMA:
            return "color"
        if min(self.tone) >= _PAPER:
            return "white"
        return "black" if max(self.tone) < 107 else "gray"


def printed_code(words: Sequence[str]) -> str:
    """The words as one code; '' where they are none. A code's letters may be set apart."""
    spaced, compact = " ".join(words), "".join(words)
    whole = any(sum(map(str.isalpha, word)) > 1 for word in words)
    best = spaced if whole else compact
    return best if grounds_in(best) else spaced if grounds_in(spaced) else ""


def _labelled(printed: Sequence[Word]) -> bool:
    text = " ".join(word.text.lower() for word in printed)
    return text.strip(".[]") in {"buiten verzoek", "buiten reikwijdte", "dubbel"}


def drawn_covers(sheet: Sheet, picture: Picture) -> tuple[list[Cover], list[Box]]:
    """The covers among a page's drawings, and the boxes of all that was judged here."""
    joined = _joined(sheet.drawings)
    found = [_candidate(sheet, drawing) for drawing in joined]
    sure = [one for one in found if _sure(one, found)]
    sure = [one for one in sure if not any(_within(one.box, other.box) for other in sure)]
    covers = [_cover(one, 0.97) for one in sure]
    styles = {one.style for one in sure}
    line = median([word.box.height for word in sheet.words] or [10.0])
    for one in found:
        inside = any(_within(one.box, other.box) for other in sure)
        if one not in sure and not inside and _plain(sheet, picture, one, found, line, styles):
            covers.append(_cover(one, 0.8))
    return covers, [drawing.box for drawing in joined]


def _within(box: Box, other: Box) -> bool:
    """A slip of paper under a code lies in the box that it belongs to."""
    return box.area < other.area and box.covered_by(other) > 0.6


def _cover(one: _Candidate, score: float) -> Cover:
    hidden = one.hidden if one.hidden >= _LETTERS else 0
    beside = around(word.box for word in one.beside) if one.beside and not one.printed else None
    return Cover(one.box, one.style, one.code, score, hidden, beside)


def _joined(drawings: Sequence[Drawing]) -> list[Drawing]:
    """Drawings of one tone that overlap (strokes of a marker, a box and its edge) are one box."""
    whole: list[Drawing] = []
    for drawing in drawings:
        parts = [one for one in whole if _one_box(one, drawing)]
        whole = [one for one in whole if one not in parts]
        box = around(one.box for one in (*parts, drawing))
        edged = drawing.edged or any(one.edged for one in parts)
        whole.append(Drawing(box, drawing.tone, edged))
    return [one for one in whole if one.box.height >= LEAST_HEIGHT and one.box.width >= LEAST_WIDTH]


def _one_box(one: Drawing, other: Drawing) -> bool:
    if max(abs(a - b) for a, b in zip(one.tone, other.tone, strict=True)) > 6:
        return False
    shared = (one.box & other.box).area
    if min(one.box.width, one.box.height, other.box.width, other.box.height) <= 0:
        return False
    smaller = min(one.box.area, other.box.area)
    alike = 0.5 < one.box.height / other.box.height < 2 or shared > 0.9 * smaller
    level = one.box.above_each_other(other.box) > 0.7 or one.box.side_by_side(other.box) > 0.7
    return alike and level and _positive(one.box & other.box) and shared > _PART * smaller


def _positive(box: Box) -> bool:
    return box.width > 0 and box.height > 0


def _candidate(sheet: Sheet, drawing: Drawing) -> _Candidate:
    box = drawing.box
    printed = tuple(word for word in sheet.words if word.box.covered_by(box) > 0.5)
    hidden = sum(
        sum(map(str.isalnum, word.text)) for word in sheet.unseen if word.box.covered_by(box) > 0.5
    )
    beside = () if printed else code_beside(sheet.words, box)
    return _Candidate(box, drawing.tone, drawing.edged, printed, hidden, beside)


def code_beside(
    words: Sequence[Word], box: Box, kinds: Collection[Kind] = (Kind.code,)
) -> tuple[Word, ...]:
    """The words of a code that stands just right of a box; none where there is none."""
    level = [
        word
        for word in words
        if -3 < word.box.x0 - box.x1 < _BESIDE and word.box.side_by_side(box) > 0.5
    ]
    row: list[Word] = []
    for word in sorted(level, key=lambda word: word.box.x0):
        if word.box.x0 - (row[-1].box.x1 if row else box.x1) > _APART:
            break
        row.append(word)
    mark = next(marks([word.text for word in row[:8]]), None)
    if mark is None or mark.first != 0 or mark.kind not in kinds:
        return ()
    return tuple(row[: mark.last])


def _sure(one: _Candidate, found: Sequence[_Candidate]) -> bool:
    """It hides letters or bears a code, and is neither the ground of words nor a table's cell."""
    if one.other or not (one.code or one.hidden >= _LETTERS):
        return False
    return not any(other.other for other in _in_row(one, found))


def _in_row(one: _Candidate, found: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """What touches it on the left or right and is as high: cells of a shaded row."""
    for other in found:
        level = abs(other.box.top - one.box.top) < 1 and abs(other.box.bottom - one.box.bottom) < 1
        apart = max(one.box.x0 - other.box.x1, other.box.x0 - one.box.x1)
        if other is not one and level and -1 < apart < 1.5:
            yield other


def _plain(
    sheet: Sheet,
    picture: Picture,
    one: _Candidate,
    found: Sequence[_Candidate],
    line: float,
    styles: set[str],
) -> bool:
    """A box with nothing in it, where text has been taken away: it stands where text would."""
    if one.printed or any(True for _ in _in_row(one, found)):
        return False
    in_line = inline(sheet, one.box)
    white = one.style == "white"
    style = "border" if white else one.style
    look = Look(picture, Patch(one.box.scaled(picture.scale), style, framed=white))
    if one.style == "white":
        edged = one.edged or look.sharp >= 3
        if not (edged and (in_line or "white" in styles)):
            return False
    if _of_pattern(one, found):
        return False
    shape = one.box.width / one.box.height
    if shape < 1.6 and not in_line:
        return False
    if one.box.height > 1.8 * line and shape < 2.5:
        return False
    return white or not refused(look)


def inline(sheet: Sheet, box: Box) -> bool:
    """Whether words stand close before it on its line."""
    level = [word.box for word in sheet.words if word.box.side_by_side(box) > 0.6]
    return any(-2 < box.x0 - other.x1 < _INLINE for other in level)


def _of_pattern(one: _Candidate, found: Sequence[_Candidate]) -> bool:
    """Whether others of its size or of another tone touch it: a logo, a drawing."""
    near = one.box.grown(4)
    for other in found:
        if other is one or not _positive(near & other.box):
            continue
        size = (
            abs(other.box.width - one.box.width) < 2 and abs(other.box.height - one.box.height) < 2
        )
        if size and one.box.width < 2 * one.box.height:
            return True
        tone = max(abs(a - b) for a, b in zip(one.tone, other.tone, strict=True)) > 24
        if tone and not other.printed and other.box.height > 0.5 * one.box.height:
            return True
    return False
