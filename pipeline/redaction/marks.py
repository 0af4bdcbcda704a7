"""What can stand for a covered box in a text: blocks, empty brackets, a printed code, odd glyphs.

Only the shape of a word or of a few words is looked at here; whether something is covered there is
for the sentence to say (garble.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from pipeline.redaction.codes import as_long_as_code, grounds_in, nearest_code


class Kind(StrEnum):
    """What a mark looks like, the surest first."""

    blocks = "blocks"  # '■■■■'
    label = "label"  # '[geanonimiseerd]'
    empty = "empty"  # '[ ]', which may be a box to tick
    dots = "dots"  # '[...]', '(…)', which may leave out a part of what is quoted
    code = "code"  # '10.2.e', 'art. 10 lid 2 sub g'
    odd = "odd"  # 'fx®e': letters that make no word round a sign that nobody types
    odd_short = "odd_short"  # 'S&', '€@': as odd, but too short to be sure
    near = "near"  # 'S12e', 'sizte': nearly a code
    euro = "euro"  # a euro sign alone


@dataclass(frozen=True, slots=True)
class Mark:
    """Words `first` to `last` (the first that is no part of it) of a line, and their parts."""

    first: int
    last: int
    kind: Kind
    text: str  # of all its words
    start: int  # of the mark itself in that text, and its end: punctuation stays outside
    end: int

    @property
    def core(self) -> str:
        return self.text[self.start : self.end]


_OPEN: Final = r"(?:[\"'“”„‘(<\[{]|_)*"
_CLOSE: Final = r"[\"'”’)>\]};:,.!?]*"
_GLUED: Final = r"(?:[A-Z][a-z]{4,})?"  # the next word, where OCR joined them: '■■■Contactpersoon'
_BLOCK: Final = "█■▇▆▉▊▮▬▒▓░"
_BRACKETED: Final = [
    (Kind.blocks, rf"\(?(?P<core>[{_BLOCK}]{{2,}}|█){_CLOSE}{_GLUED}"),
    (
        Kind.label,
        rf"(?P<core>\[\s?(?:geanonimiseerd|(?:zwart|weg)?gelakt|vertrouwelijk|persoonsgegevens?)"
        rf"\s?\]){_CLOSE}",
    ),
    (Kind.empty, rf"\(?(?P<core>\[\s?\]){_CLOSE}{_GLUED}"),
    (Kind.dots, rf"(?P<core>\[\s?(?:\.{{3,}}|…)\s?\]|\(\s?(?:\.{{3,}}|…)\s?\)){_CLOSE}"),
]
_FIRST_BRACKETED: Final = re.compile(rf"^\(?(?:[{_BLOCK}]|\[|\((?:\.|…))")
_PATTERNS: Final = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _BRACKETED]
_PARTS: Final = 8  # words that a code in full may have: 'art. 10 lid 2 aanhef onder e'
_CODE_START: Final = re.compile(r"^[(\[]?(?:art(?:ikel)?\.?$|\(?(?:10|11|5[.,]?[12]?)\b)", re.I)
_CODE_PARTS: Final = re.compile(
    rf"{_OPEN}(?P<core>(?:art(?:ikel)?\.?\s?)?\(?(?:10|11|5[\s.,]{{0,2}}[12])"
    rf"(?:[\s.,()]|\d|lid|sub|onder|aanhef|en(?=\s(?:onder|sub)))*[a-i]?\)?)(?P<close>{_CLOSE})",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    rf"{_OPEN}(?P<core>11[.,]\s?1|5[.,]\s?2[.,]\s?1|\(11\)\(1\)|art\. (?:11|5\.2) lid 1){_CLOSE}"
)
_CORE: Final = re.compile(rf"^{_OPEN}(?P<core>.*?){_CLOSE}$")
_SIGNS: Final = "®©¥¢£¤§@€$™"
_ODD: Final = re.compile(
    rf"[a-z]?[A-Za-z\d{_SIGNS}]?[{_SIGNS}]+[a-z]{{1,2}}|"  # 'fx®e', '€®e'
    rf"[A-Za-zà-ÿ{_SIGNS}][a-z]?[®©¢][ec]"  # 'Ex®c'
)
_ODD_SHORT: Final = re.compile(
    rf"[A-Za-zà-ÿ{_SIGNS}][a-z]?[®©¢@&][a-z]?|[a-z\d]?&[a-z\d]{{2,3}}|[a-zà-ÿ][a-z]?&[a-z]{{1,2}}"
)
_ODD_GLUED: Final = re.compile(rf"(?P<core>{_ODD.pattern}|{_ODD_SHORT.pattern})[A-Z][a-z]{{4,}}")
_NO_MARK: Final = re.compile(
    r"\w[\w.+-]*@\w[\w-]*\.\w|[A-Z]{1,4}&[A-Z]{1,4}|[@#$£€¥]\d+(?:[.,]\d+)*|[©®™]\s?\d{4}|https?|www"
)
_ALL_LETTERS: Final = 0.95  # the farthest from a code that letters alone may be


def marks(words: Sequence[str]) -> Iterator[Mark]:
    """Every mark of a line from left to right, none in two."""
    at = 0
    while at < len(words):
        mark = _bracketed(words, at) or _code(words, at) or _word(words[at], at)
        if mark is not None:
            yield mark
        at = mark.last if mark is not None else at + 1


def _bracketed(words: Sequence[str], at: int) -> Mark | None:
    """Blocks; brackets round nothing, round dots or a label."""
    if not _FIRST_BRACKETED.match(words[at]):
        return None
    for end in (at + 2, at + 1):
        text = " ".join(words[at:end])
        for kind, pattern in _PATTERNS:
            if match := pattern.fullmatch(text):
                return Mark(at, end, kind, text, *match.span("core"))
    return None


def _code(words: Sequence[str], at: int) -> Mark | None:
    """A printed code: the most words that are nothing else."""
    if not _CODE_START.match(words[at]):
        return None
    for end in range(min(len(words), at + _PARTS), at, -1):
        text = " ".join(words[at:end])
        match = _CODE_PARTS.fullmatch(text)
        if match and any(code[-1].isalpha() for code in grounds_in(match["core"])):
            start, stop = match.span("core")
            stray = match["core"].endswith(")") and match["core"].count("(") < match["core"].count(
                ")"
            )
            return Mark(at, end, Kind.code, text, start, stop - stray)
        if match := _NUMBERED.fullmatch(text):
            return Mark(at, end, Kind.code, text, *match.span("core"))
    return None


def _word(word: str, at: int) -> Mark | None:
    if match := _ODD_GLUED.fullmatch(word):
        return Mark(at, at + 1, Kind.odd_short, word, *match.span("core"))
    match = _CORE.match(word)
    assert match is not None  # every string has a core
    kind = _kind(match["core"], word)
    return None if kind is None else Mark(at, at + 1, kind, word, *match.span("core"))


@lru_cache(maxsize=16384)
def _kind(core: str, word: str) -> Kind | None:
    if core == "€":
        return Kind.euro
    if not 2 <= len(core) <= 9 or _NO_MARK.search(word):
        return None
    if core.isalpha():
        return Kind.near if letters_of_code(core) else None
    if any(code[-1].isalpha() for code in grounds_in(core)):
        return Kind.code
    if _ODD.fullmatch(core):
        return Kind.odd
    if _ODD_SHORT.fullmatch(core):
        return Kind.odd_short
    return Kind.near if any(map(str.isalpha, core)) and as_long_as_code(core) else None


@lru_cache(maxsize=4096)
def letters_of_code(core: str) -> bool:
    """Whether letters alone are what OCR may make of a code: 'sizte'."""
    return core.islower() and nearest_code(core) <= _ALL_LETTERS
