"""The grounds printed in a covered box: every spelling of them, and readings that missed a letter.

`grounds_in` takes what is printed to be right; `decode` takes a reading of a small picture, and
says what it must have been, or nothing where two codes are about as near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from pipeline import registers

CODE_CHARACTERS: Final = "0123456789abcdefghiABCDEFGHI.,()/ lLidoOnrtsubWVGv"
"""Every letter that a code or its wording can have: what to allow an OCR engine in a box."""

_ORDINALS: Final = {"eerste": "1", "tweede": "2", "vierde": "4", "vijfde": "5", "zevende": "7"}
_BETWEEN: Final = r"[\s.,()\-:_]{0,3}"
_LID: Final = (
    r"(?:lid\s*(?P<lid>\d)|(?P<nth>\d)e?\s*lid|(?P<word>eerste|tweede|vierde|vijfde|zevende)\s+lid)"
)
_LETTER: Final = (
    r"(?:(?:aanhef\s+en\s+)?(?:onder(?:deel)?|sub|letter)?\s*)(?P<letter>[a-i])(?![a-z])"
)
_WORDED: Final = re.compile(
    rf"(?<![\d.])(?P<article>10|11|5\.[124])[\s,)]*{_LID}(?:[\s,]*{_LETTER})?", re.IGNORECASE
)
_SHORT: Final = re.compile(
    rf"(?<![\d.,])(?P<article>5{_BETWEEN}1|10){_BETWEEN}(?P<lid>\d)"
    rf"(?:{_BETWEEN}(?P<letter>[a-i])(?![a-z0-9])|(?![\d]))",
    re.IGNORECASE,
)
_PLAIN: Final = re.compile(
    r"(?<![\d.,])(?P<article>11|5\.[24]|8\.8)(?:[\s.,()]{1,3}(?P<lid>\d))?(?![\d])|"
    r"(?P<tax>(?<!\d)67\s*AWR\b|\bAWR,?\s*(?:art(?:ikel)?\.?\s*)?67(?!\d))",
    re.IGNORECASE,
)
_MORE_LETTERS: Final = re.compile(
    r"\s*(?:,|;|/|\+|&|en)\s*(?P<letter>[a-i])(?![\w.])", re.IGNORECASE
)
_SEPARATORS: Final = re.compile(r"[\s.,()\-:_\[\]|]+")
_PARTS: Final = re.compile(
    r"\s*(?:[;/+\n]|,(?=\s)|\ben\b|\bjo\b\.?)\s*|(?<=[a-i])[.)]?\s+(?=\(?[15sS])"
)


@cache
def law_codes() -> frozenset[str]:
    """Every ground that the Wob and the Woo have, as '10.2.e' and '5.1.2.e'."""
    return frozenset(ground.code for ground in registers.grounds())


_CITATION: Final = frozenset(
    {"artikel", "art", "lid", "onder", "sub", "aanhef", "wob", "woo", "avg"}
)


@cache
def label_words() -> frozenset[str]:
    """Words that are printed in a box beside or instead of a code, lower case: 'buiten', 'lid'."""
    kinds = registers.labels()
    forms = [*kinds["buiten-verzoek"], *kinds["dubbel"], *kinds["anon-marker"]]
    words = {word.strip(".[]") for form in forms for word in form.lower().split()}
    return frozenset(words | _CITATION)


def grounds_in(text: str) -> tuple[str, ...]:
    """The grounds printed in one box, normalised ('10.2.e', '5.1.2.e'), each once, in order.

    Takes every spelling ('10 2 e', '(10)(2e)', 'art. 10, lid 2, onder e', '5.1 lid 2 e'); a code
    that neither act has is none. Meant for the text in a box, not for running text.
    """
    found: list[str] = []
    for _, code in sorted(_found(text)):
        if code in law_codes() and code not in found:
            found.append(code)
    return tuple(found)


def _found(text: str) -> Iterator[tuple[int, str]]:
    taken: list[tuple[int, int]] = []
    for pattern in (_WORDED, _SHORT, _PLAIN):
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            yield from _codes_of(match, text)


def _codes_of(match: re.Match[str], text: str) -> Iterator[tuple[int, str]]:
    groups = match.groupdict()
    if groups.get("tax"):
        yield match.start(), "67 AWR"
        return
    article = "5.1" if _SEPARATORS.sub("", groups["article"]) == "51" else groups["article"]
    lid = (
        groups.get("lid") or groups.get("nth") or _ORDINALS.get((groups.get("word") or "").lower())
    )
    stem = [article, *([lid] if lid else [])]
    letter = groups.get("letter")
    yield match.start(), _code([*stem, *([letter.lower()] if letter else [])])
    position = match.end()
    while letter and (more := _MORE_LETTERS.match(text, position)):
        yield more.start(), _code([*stem, more["letter"].lower()])
        position = more.end()


def _code(parts: list[str]) -> str:
    code = ".".join(parts)
    return "5.2" if code == "5.2.1" else code  # the paragraph of art. 5.2 is left out as a rule


# --- readings with slips -------------------------------------------------------------------------

_COMMON: Final = {"5.1.2.e": 0.0, "10.2.e": 0.0}  # by far; any other needs a clearer reading
_RARER: Final = 0.1
_MARGIN: Final = 0.35


def decode(reading: str, confidence: float = 1.0) -> tuple[str, ...]:
    """The codes that a reading of a box must stand for; none where that is not sure.

    `confidence` is the OCR engine's, from 0 to 1: the lower, the nearer the reading must be.
    """
    parts = [part for part in _PARTS.split(reading) if part and part.strip(" .,()|[]_")]
    codes: list[str] = []
    for part in parts:
        exact = grounds_in(part)
        found = exact if exact and confidence >= 0.5 else _nearest(part, confidence)
        codes += [code for code in found if code not in codes]
    return tuple(codes)


def _nearest(part: str, confidence: float) -> tuple[str, ...]:
    ranked = ranked_codes(part)
    if len(ranked) < 2:
        return ()
    (best, code), (second, _) = ranked[:2]
    allowed = 0.3 + 0.6 * confidence
    return (code,) if best <= allowed and second - best >= _MARGIN else ()


def ranked_codes(part: str) -> list[tuple[float, str]]:
    """Distance of each code with a letter to one word, nearest first; empty for a long word."""
    bare = _SEPARATORS.sub("", part)
    if not 2 < len(bare) < 7:
        return []
    distances = [
        (_distance(bare, _SEPARATORS.sub("", code)) + _COMMON.get(code, _RARER), code)
        for code in sorted(law_codes())
        if code[-1].isalpha()
    ]
    return sorted(distances)


def _distance(read: str, printed: str) -> float:
    """Edits from what is printed to what was read, a known confusion of glyphs counting less."""
    row = [0.9 * column for column in range(len(printed) + 1)]
    for glyph in read:
        following = [row[0] + 0.8]
        for column, wanted in enumerate(printed):
            following.append(
                min(
                    row[column] + _confusion(wanted, glyph),
                    row[column + 1] + 0.8,
                    following[column] + 0.9,
                )
            )
        row = following
    return row[-1]


def _confusion(printed: str, read: str) -> float:
    if printed == read.lower():
        return 0.0
    return 0.3 if read in _confusions().get(printed, frozenset()) else 1.0


@cache
def _confusions() -> Mapping[str, frozenset[str]]:
    """What each printed glyph is read as; more of them where OCR falls back on marks ('&', '#')."""
    table = {key: set(value) for key, value in registers.glyph_confusions().items()}
    table["5"] |= set("&#£€%8ß3")
    table["1"] |= set("+j/4")
    table["2"] |= set("&")
    return {key: frozenset(value) for key, value in table.items()}


def looks_like_code(word: str) -> bool:
    """Whether a word that OCR read is a code or nearly one: '5.1.2e', 'S12e', '10.2', '512'."""
    if grounds_in(word):
        return True
    bare = _SEPARATORS.sub("", word)
    if not any(char.isdigit() for char in bare) and not set(bare) & set("®©&@¥£§"):
        return False
    ranked = ranked_codes(word)
    return bool(ranked) and ranked[0][0] <= 1.0
