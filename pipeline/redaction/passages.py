"""Which covered places are one redaction: the lines of a passage, a code with its blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pipeline.geometry import Box
from pipeline.letter import Letter, Passage
from pipeline.page import Cover, Word
from pipeline.redaction.codes import grounds_in

Covered = tuple[Word, Passage]

_LINE: Final = 40  # characters of a covered line of running text
_WIDE, _WIDEST = 180.0, 300.0  # points of the same; from the second a code in every line is one
_LEAD: Final = 0.9  # of a box's height: the most between two lines of one passage


def together(letter: Letter) -> Iterator[list[Covered]]:
    """The covered places of a letter in reading order, those of one passage in one list."""
    group: list[Covered] = []
    for covered in letter.covered:
        if group and not _continues(letter, group, covered):
            yield group
            group = []
        group.append(covered)
    if group:
        yield group


def _continues(letter: Letter, group: list[Covered], following: Covered) -> bool:
    (word, passage), (next_word, next_passage) = group[-1], following
    between = letter.text[passage.end : next_passage.start]
    if any(map(str.isalnum, between)) or len(between) > 12 or "\f" in between:
        return False
    first, second = word.cover, next_word.cover
    assert first is not None and second is not None  # of Letter.covered
    if first.style != second.style:
        return False
    if first.style == "text":
        return _text_goes_on(first.text, second.text, between)
    has_code = any(one.cover is not None and one.cover.text for one, _ in group)
    return _box_goes_on(first, second, has_code)


def _text_goes_on(text: str, following: str, between: str) -> bool:
    """A full line of blocks goes on in the next; a code may stand before its blocks."""
    if any(map(str.isalnum, following)):
        return False
    if grounds_in(text):
        return _blocks(following) and ("\n" not in between or len(following) >= _LINE)
    return _blocks(text) and _blocks(following) and len(text) >= _LINE and "\n" in between


def _blocks(text: str) -> bool:
    return len(text) > 3 and not any(map(str.isalnum, text)) and len(set(text)) == 1


def _box_goes_on(first: Cover, second: Cover, has_code: bool) -> bool:
    """The box under a wide one is its next line, unless it has a code of its own."""
    if not _stacked(first.box, second.box) or first.box.width < _WIDE:
        return False
    if second.text and has_code:
        same = grounds_in(first.text) == grounds_in(second.text)
        return same and first.box.width >= _WIDEST
    return True


def _stacked(upper: Box, lower: Box) -> bool:
    gap = lower.top - upper.bottom
    alike = 0.6 < lower.height / max(upper.height, 0.1) < 1.6
    close = -0.4 * upper.height < gap < _LEAD * upper.height
    return alike and close and lower.above_each_other(upper) > 0.5
