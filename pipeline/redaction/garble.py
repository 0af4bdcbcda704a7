"""What OCR made of a covered box, where only the text is left: 'bedragen p®e per dag', '512e'.

Two cues: the shape of the word, and the sentence, which wants an amount or a name there. Both are
required; a citation of the law ('artikel 5.1, tweede lid, onder e') is neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from pipeline.geometry import Box
from pipeline.page import COVERED, Block, Cover, Line, Page, Word, Zone
from pipeline.record import Covers
from pipeline.redaction.codes import grounds_in, ranked_codes
from pipeline.redaction.cues import Wanted, wanted

_CORE: Final = re.compile(r"^(?P<open>[\"'“”„‘(<\[{]*)(?P<core>.*?)(?P<close>[\"'”’)>\]};:,.!?]*)$")
_ODD: Final = "®©¥¢£¤§@€$™"
_INSIDE: Final = re.compile(rf"[a-z]?[A-Za-z\d{_ODD}]?[{_ODD}]+[a-z]{{1,2}}")
_AMPERSAND: Final = re.compile(r"[a-z\d]?&[a-z\d]{2,3}")
_NO_GARBLE: Final = re.compile(
    r"\w[\w.+-]*@\w[\w-]*\.\w|[A-Z]{1,4}&[A-Z]{1,4}|[@#$£€¥]\d+(?:[.,]\d+)*|[©®™]\s?\d{4}|https?|www"
)
_LEGAL_BEFORE: Final = re.compile(
    r"\b(?:art(?:ikel(?:en)?|t)?|lid|leden|"
    r"onder(?:deel|delen)?(?!\s+(?:(?:het|ons|uw|de)\s+)?(?:\w*nummer|dankzegging))|sub|aanhef|juncto|jo|wet|wob|woo|"
    r"(?:weigerings|uitzonderings)?grond(?:en|slag)?|code|codes|aanduiding|(?:weg|zwart)?gelakt|onleesbaar|ingevolge|ex|letter)\b"
    r"[^!?]{0,60}$",
    re.IGNORECASE,
)
_LEGAL_AFTER: Final = re.compile(
    r"\s*(?:,?\s*(?:van\s+de\s+)?(?:wob|woo|wet)\b|[-–:=]\s*[a-z])", re.I
)
_WORN: Final = re.compile(r"\d{3,4}[a-i]|(?!5\.1\.\d\.?[a-i])5[.,]?1[.,]?\d[.,]?[a-i]")
_MENTIONED: Final = re.compile(r"^[(\[“\"'‘„]|[)\]”\"'’]")
_NUMBERED_EURO: Final = re.compile(
    r"\s*(?:[\d(█xX*/)|,.\-–]*[\d█]|[(/)x]|-|(?:nihil|nul|p\.?m|n\.?v\.?t)\b)", re.IGNORECASE
)
_COLUMN_EURO: Final = re.compile(r"\b(?:in|x|per)\s*$|[(/]$", re.IGNORECASE)
_IN_SENTENCE: Final = re.compile(r"[a-zà-ÿ,]\s?(?:\||\s|\n)\s?$")
"""In the middle of a sentence that does not speak of the law nobody writes a code."""
_CLOSING: Final = re.compile(r"(?:groet(?:en)?|hoogachtend|gr)\.?,?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Place:
    """A word with what stands before and after it in its block."""

    word: Word
    before: str
    after: str
    alone: bool  # nothing else on its line
    above: str  # the line over its block


_AROUND = 30  # words of a line that can say what is wanted in it; a file may be one long line
_ALL_LETTERS = 0.95  # the farthest from a code that letters alone may be


def mark(page: Page) -> Page:
    """The page with garbled words replaced by covered ones."""
    above = ("", *(block.lines[-1].text if block.lines else "" for block in page.blocks))
    blocks = tuple(map(_marked, page.blocks, above))
    return replace(page, blocks=blocks) if blocks != page.blocks else page


def _marked(block: Block, above: str) -> Block:
    """The block with its garbled words covered; `above` is the line that stands over it."""
    table = block.grid is not None or block.zone is Zone.table
    found: dict[int, tuple[Word, ...]] = {}
    for place in _places(block, above, by_line=table):
        if (score := _score(place, table)) > 0:
            found[id(place.word)] = _covered(place.word, score)
    if not found:
        return block
    lines = {id(line): _line(line, found) for line in block.lines}
    return _with_lines(block, lines)


def _places(block: Block, above: str, *, by_line: bool) -> Iterator[_Place]:
    """Every word that can still be read; in a table only its own cell is around it."""
    for index, line in enumerate(block.lines):
        earlier = (
            "" if by_line or not index else _text(block.lines[max(0, index - 2) : index]) + "\n"
        )
        later = "" if by_line else "\n" + _text(block.lines[index + 1 : index + 2])
        for number, word in enumerate(line.words):
            if word.cover is None:
                left = " ".join(w.text for w in line.words[max(0, number - _AROUND) : number])
                right = " ".join(w.text for w in line.words[number + 1 : number + _AROUND])
                yield _Place(
                    word,
                    earlier + left + (" " if left else ""),
                    (" " if right else "") + right + later,
                    len(line.words) == 1,
                    "" if index else above,
                )


def _text(lines: tuple[Line, ...]) -> str:
    return "\n".join(line.text for line in lines)


def _score(place: _Place, table: bool) -> float:
    """How sure it is that a covered place was read here; 0 where it is not one."""
    match = _CORE.match(place.word.text)
    assert match is not None  # every string has a core
    core = match["core"]
    before, after = place.before + match["open"], match["close"] + place.after
    if core == "€":
        return 0.0 if table else _empty_euro(before, after)
    if not 2 <= len(core) <= 9 or _NO_GARBLE.search(place.word.text):
        return 0.0
    if core.isalpha() and not _letters_of_code(core):
        return 0.0  # an ordinary word, as nearly all are: what its sentence wants is not asked
    want = wanted(before, after)
    if any(code[-1].isalpha() for code in grounds_in(core)):
        return _printed_code(place, core, want, table)
    if _INSIDE.fullmatch(core) or _AMPERSAND.fullmatch(core):
        return 0.0 if want is None else 0.9 if want.strong else 0.6
    return _near_code(core, want)


def _printed_code(place: _Place, core: str, want: Wanted | None, table: bool) -> float:
    """A code where something else belongs; not one that the text itself speaks of."""
    if _LEGAL_BEFORE.search(place.before[-90:]) or _LEGAL_AFTER.match(place.after):
        return 0.0
    worn = _WORN.fullmatch(core) is not None  # nobody types '512e' or '5.1,2,e'
    if not worn and grounds_in(place.before.rstrip()[-8:]):
        return 0.0  # one of a list
    if want is not None and want.strong:
        return 0.95
    if want is not None:
        return 0.7 if worn or not (table or _MENTIONED.search(place.word.text)) else 0.0
    if not table and _IN_SENTENCE.search(place.before) and not _MENTIONED.search(place.word.text):
        return 0.6
    closing = _CLOSING.search((place.before or place.above).rstrip()) is not None
    return 0.7 if place.alone and not table and (closing or worn) else 0.0


@lru_cache(maxsize=4096)
def _letters_of_code(core: str) -> bool:
    """Whether letters alone are what OCR may make of a code: 'sizte'."""
    ranked = ranked_codes(core) if core.islower() else []
    return bool(ranked) and ranked[0][0] <= _ALL_LETTERS


def _near_code(core: str, want: Wanted | None) -> float:
    """'S12e', '&t2e': nearly a code, with a digit or a mark among letters."""
    if want is None or not any(char.isalpha() for char in core):
        return 0.0
    ranked = ranked_codes(core)
    if not ranked:
        return 0.0
    distance = ranked[0][0]
    if core.isalpha():
        people = want.covers in (Covers.person, Covers.contact)
        return 0.6 if want.strong and people and _letters_of_code(core) else 0.0
    if distance > 0.75:
        return 0.0
    return 0.85 if want.strong else 0.55


def _empty_euro(before: str, after: str) -> float:
    """A euro sign with no number, where a sum is named; not one before the garble itself."""
    if _INSIDE.match(after.lstrip()):
        return 0.0
    if _NUMBERED_EURO.match(after) or _COLUMN_EURO.search(before):
        return 0.0
    around = wanted(before, ""), wanted("", after)
    return 0.8 if any(want and want.covers is Covers.amount for want in around) else 0.0


def _covered(word: Word, score: float) -> tuple[Word, ...]:
    """The covered place, and what is punctuation about it as words of their own."""
    match = _CORE.match(word.text)
    assert match is not None
    length = max(1, len(word.text))
    words = []
    for name in ("open", "core", "close"):
        start, end = match.span(name)
        if start == end:
            continue
        pitch = word.box.width / length
        box = Box(
            word.box.x0 + start * pitch, word.box.top, word.box.x0 + end * pitch, word.box.bottom
        )
        cover = Cover(box, "text", match[name], score) if name == "core" else None
        words.append(replace(word, text=COVERED if cover else match[name], box=box, cover=cover))
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
