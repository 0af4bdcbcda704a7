"""Covered places where only the text is left: 'bedragen p®e per dag', 'Geachte heer [ ],', '512e'.

What stands there says that it may be one (marks.py), what stands around it that it is (verdict.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from pipeline.dutch.identifiers import find_street_addresses
from pipeline.geometry import Box, around
from pipeline.page import COVERED, Block, Cover, Line, Page, Word, Zone
from pipeline.redaction.gaps import Room, apart, room_of
from pipeline.redaction.marks import Mark, marks
from pipeline.redaction.verdict import Place, Setting, verdict

_SPEAKS_OF_LAW: Final = re.compile(r"\bW(?:ob|oo)\b|\bWet open(?:baarheid van bestuur| overheid)\b")
_NUMBER: Final = re.compile(r"1[01]\d[a-df-i]")
_CLOSING: Final = re.compile(
    r"^\W*(?:[\w ]{0,30}groet(?:en)?|hoogachtend|namens dezen?|gr)[.,]?\W*$", re.I | re.M
)
_SIGNED: Final = 5  # lines between a closing and a signature: 'namens deze,', a function
_MANY: Final = 2  # covered places on a page, from which a doubtful one is likely another
_AROUND: Final = 30  # words of a line that can say what is wanted; a file may be one long line


def mark(page: Page) -> Page:
    """The page with what stands for a covered place replaced by covered words."""
    above = ["", *(block.lines[-1].text if block.lines else "" for block in page.blocks)]
    room = room_of(page)
    places = [
        tuple(_places(block, over, room)) for block, over in zip(page.blocks, above, strict=False)
    ]
    if not any(places):
        return page
    texts = [block.text for block in page.blocks]
    law = _SPEAKS_OF_LAW.search("\n".join(texts)) is not None
    known = sum(text.count(COVERED) for text in texts)
    settings = [
        Setting(_is_table(block), known >= _MANY, law, _under_closing(texts[: index + 1]))
        for index, block in enumerate(page.blocks)
    ]
    sure = [_scores(each, setting) for each, setting in zip(places, settings, strict=True)]
    if known + sum(map(len, sure)) >= _MANY:
        settings = [replace(setting, many=True) for setting in settings]
        sure = [_scores(each, setting) for each, setting in zip(places, settings, strict=True)]
    if not any(sure):
        return page
    return replace(page, blocks=tuple(map(_marked, page.blocks, sure)))


def _is_table(block: Block) -> bool:
    return block.grid is not None or block.zone is Zone.table


def _scores(places: Sequence[Place], setting: Setting) -> list[tuple[Place, float]]:
    """The places that are covered ones, each with how sure that is."""
    scored = ((place, verdict(place, setting)) for place in places)
    return [(place, score) for place, score in scored if score > 0]


def _places(block: Block, above: str, room: Room | None) -> Iterator[Place]:
    """Every mark that can still be read; in a table only its own cell is around it."""
    by_line = _is_table(block)
    for index, line in enumerate(block.lines):
        found = list(_marks(line))
        if not found:
            continue
        earlier = (
            "" if by_line else _text(block.lines[max(0, index - 2) : index]) if index else above
        )
        later = "" if by_line else "\n" + _text(block.lines[index + 1 : index + 2])
        covered = {place for mark in found for place in range(mark.first, mark.last)}
        texts = [word.text for word in line.words]
        alone = all(
            place in covered or not any(map(str.isalnum, text)) for place, text in enumerate(texts)
        )
        for mark in found:
            left = " ".join(texts[max(0, mark.first - _AROUND) : mark.first])
            right = " ".join(texts[mark.last : mark.last + _AROUND])
            joint = "\n" if index else "\n\n"
            before = (earlier + joint if earlier else "") + left + (" " if left else "")
            after = (" " if right else "") + right + later
            words = line.words[mark.first : mark.last]
            gap = room is not None and not by_line and apart(room, around(w.box for w in words))
            yield Place(mark, words, before, after, alone, not mark.first, gap)


def _marks(line: Line) -> Iterator[Mark]:
    """The marks of a line that are no covered places already."""
    if any(word.cover is not None for word in line.words):
        texts = ["" if word.cover is not None else word.text for word in line.words]
    else:
        texts = [word.text for word in line.words]
    return (mark for mark in marks(texts) if not _is_house_number(texts, mark))


def _is_house_number(texts: Sequence[str], mark: Mark) -> bool:
    """'Kerkstraat 101a' reads as a ground for exemption; one of privacy it may well be: '102e'."""
    if not _NUMBER.fullmatch(mark.core):
        return False
    before = " ".join(texts[: mark.last])
    return any(found.end == len(before) for found in find_street_addresses(before))


def _text(lines: tuple[Line, ...]) -> str:
    return "\n".join(line.text for line in lines)


def _under_closing(texts: Sequence[str]) -> bool:
    """Whether a closing stands in the last of some blocks, or in the few lines over it."""
    over = "\n".join(texts[:-1]).split("\n")[-_SIGNED:]
    return _CLOSING.search("\n".join((*over, texts[-1]))) is not None


def _marked(block: Block, scores: Sequence[tuple[Place, float]]) -> Block:
    """The block with its marks covered."""
    if not scores:
        return block
    found: dict[int, tuple[Word, ...]] = {}
    for place, score in scores:
        first, *others = place.words
        found[id(first)] = _covered(place, score)
        found |= {id(word): () for word in others}
    lines = {id(line): _line(line, found) for line in block.lines}
    return _with_lines(block, lines)


def _covered(place: Place, score: float) -> tuple[Word, ...]:
    """The covered place, and what is punctuation about it as words of their own."""
    text, whole = place.mark.text, around(word.box for word in place.words)
    pitch = whole.width / max(1, len(text))
    words = []
    for start, end in (
        (0, place.mark.start),
        (place.mark.start, place.mark.end),
        (place.mark.end, len(text)),
    ):
        if start == end:
            continue
        box = Box(whole.x0 + start * pitch, whole.top, whole.x0 + end * pitch, whole.bottom)
        part = text[start:end].strip()
        cover = Cover(box, "text", part, score) if start == place.mark.start else None
        word = place.words[0]
        words.append(replace(word, text=COVERED if cover else part, box=box, cover=cover))
    return tuple(words)


def _line(line: Line, found: dict[int, tuple[Word, ...]]) -> Line:
    words = [new for word in line.words for new in found.get(id(word), (word,))]
    return replace(line, words=tuple(words))


def _with_lines(block: Block, lines: dict[int, Line]) -> Block:
    """The block with other lines, in its grid as well."""
    grid = block.grid
    if grid is not None:
        rows = tuple(
            tuple(
                replace(cell, lines=tuple(lines.get(id(line), line) for line in cell.lines))
                for cell in row
            )
            for row in grid.rows
        )
        grid = replace(grid, rows=rows)
    return replace(block, lines=tuple(lines[id(line)] for line in block.lines), grid=grid)
