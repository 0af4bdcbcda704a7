"""The grounds printed in a covered box: every spelling of them, and readings that missed a letter.

`grounds_in` takes what is printed to be right; `decode` takes a reading of a small picture, and
says what it must have been, or nothing where two codes are about as near.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from pipeline import registers

CODE_CHARACTERS: Final = "0123456789abcdefghi.,() "
"""Every letter that a code can have: what to allow an OCR engine in a box."""

_ORDINALS: Final = {"eerste": "1", "tweede": "2", "vierde": "4", "vijfde": "5", "zevende": "7"}
_BETWEEN: Final = r"[\s.,()\-:_]{0,3}"
_LID: Final = (
    r"(?:lid\s*(?P<lid>\d)|(?P<nth>\d)e?\s*lid|(?P<word>eerste|tweede|vierde|vijfde|zevende)\s+lid)"
)
_LETTER: Final = (
    r"(?:(?:aanhef\s+en\s+)?(?:onder(?:deel)?|sub|letter)?\s*)(?P<letter>[a-i])(?![a-z])"
)
_WORDED: Final = re.compile(
    rf"(?<![\d.])(?P<article>10|11|5[.,\s]{{1,2}}[124])[\s,)]*{_LID}(?:[\s,]*{_LETTER})?",
    re.IGNORECASE,
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


@cache
def law_codes() -> frozenset[str]:
    """Every ground that the Wob and the Woo have, as '10.2.e' and '5.1.2.e'."""
    codes = {ground.code for ground in registers.grounds()}
    return frozenset(codes | {"5.2.1"})  # the first paragraph of 5.2, as the registers have that


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
    article = re.sub(r"^(5|8)\D*(?=\d)", r"\1.", groups["article"])  # '5 1', '51'
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
    return ".".join(parts)


# --- readings with slips -------------------------------------------------------------------------

_COMMON: Final = frozenset({"5.1.2.e", "10.2.e"})  # by far; any other needs a clearer reading
_RARER: Final = 0.1
_MARGIN: Final = 0.35
_FARTHEST: Final = 0.85  # of the two readings together
_SHORT_LETTERS: Final = frozenset("ace")

LastGlyph = Literal["short", "tall", "low"]
FirstGlyph = Literal["narrow", "wide"]


@dataclass(frozen=True, slots=True)
class Shape:
    """What can be measured of a code's first and last glyph beside the others; None: not sure.

    Short as 'e', tall as 'b', or with a tail below the line as 'g'; narrow as '1', wide as '5'.
    """

    first: FirstGlyph | None = None
    last: LastGlyph | None = None


def decode(reading: str, *others: str, shape: Shape | None = None) -> tuple[str, ...]:
    """The codes that readings of one box must stand for; none where that is not sure.

    The others are readings of the same box at another size. Several codes in a box have to be
    read without a slip.
    """
    readings = [text for text in (reading, *others) if text.strip(" .,()|[]_")]
    if not readings:
        return ()
    several = [grounds_in(text) for text in readings]
    if any(len(codes) > 1 for codes in several):
        return several[0] if all(codes == several[0] for codes in several) else ()
    measured = shape or Shape()
    clean = {codes[0] for codes in several if codes}
    if len(clean) == 1:
        code = clean.pop()
        proved = all(several) or (measured.last is not None and code[-1].isalpha())
        if proved and _fits(code, measured):
            return (code,)
    return _nearest(readings, measured)


def _nearest(readings: list[str], shape: Shape) -> tuple[str, ...]:
    """The code that is nearest to all readings, and nearer than any other by a margin."""
    totals: dict[str, float] = {}
    for reading in readings:
        for distance, code in ranked_codes(reading, first_missing=0.5):
            totals[code] = totals.get(code, 0.0) + distance / len(readings)
    ranked = sorted((total + _misfit(code, shape), code) for code, total in totals.items())
    if len(ranked) < 2:
        return ()
    (best, code), (second, _) = ranked[:2]
    return (code,) if best <= _FARTHEST and second - best >= _MARGIN else ()


def _misfit(code: str, shape: Shape) -> float:
    """How badly a code fits what was measured of its glyphs."""
    first = "wide" if code.startswith("5") else "narrow"
    cost = 0.0 if code in _COMMON else _RARER
    cost += 0.0 if _fits(code, shape) else 0.6
    return cost + (0.4 if shape.first not in (None, first) else 0.0)


def _fits(code: str, shape: Shape) -> bool:
    """Whether a code's last glyph has the measured shape; an 'i' without its dot is short."""
    letter = code[-1]
    if shape.last is None or letter == "i":
        return shape.last != "low"
    if letter in _SHORT_LETTERS:
        return shape.last == "short"
    return shape.last == ("low" if letter == "g" else "tall")  # a digit is tall


def as_long_as_code(word: str) -> bool:
    """Whether a word has as many glyphs as a code with a letter may have."""
    return 2 < len(_SEPARATORS.sub("", word)) < 7


def nearest_code(word: str) -> float:
    """Distance of the nearest code with a letter to one word; infinite where all are far."""
    bare = _SEPARATORS.sub("", word)
    if not as_long_as_code(bare) or sum(not _costs(glyph) for glyph in bare) > 1:
        return math.inf  # a glyph that stands for none in a code costs 0.8 at least
    return min((distance for distance, _ in _ranked(bare, 0.9)), default=math.inf)


def ranked_codes(part: str, *, first_missing: float = 0.9) -> list[tuple[float, str]]:
    """Distance of each code with a letter to one word, nearest first; empty for a long word.

    `first_missing` is what it costs that the first figure was not read.
    """
    return list(_ranked(_SEPARATORS.sub("", part), first_missing))


@lru_cache(maxsize=10_000)
def _ranked(bare: str, first_missing: float) -> tuple[tuple[float, str], ...]:
    if not as_long_as_code(bare):
        return ()
    costs = [_costs(glyph) for glyph in bare]
    return tuple(
        sorted((_distance(costs, printed, first_missing), code) for code, printed in _bare_codes())
    )


@cache
def _bare_codes() -> tuple[tuple[str, str], ...]:
    """Each code that ends in a letter, and without what parts its figures."""
    codes = sorted(code for code in law_codes() if code[-1].isalpha())
    return tuple((code, _SEPARATORS.sub("", code)) for code in codes)


def _distance(costs: Sequence[Mapping[str, float]], printed: str, first_missing: float) -> float:
    """Edits from what is printed to what was read, a known confusion of glyphs counting less.

    `costs`: of each glyph that was read, what it costs to take it for one that is printed.
    """
    row = [0.0, *(first_missing + 0.9 * column for column in range(len(printed)))]
    for of_glyph in costs:
        before = row[0]
        last = before + 0.8
        following = [last]
        for column, wanted in enumerate(printed, 1):
            above = row[column]
            last = min(before + of_glyph.get(wanted, 1.0), above + 0.8, last + 0.9)
            following.append(last)
            before = above
        row = following
    return row[-1]


@cache
def _costs(read: str) -> Mapping[str, float]:
    """What it costs to take a glyph for each one that is printed in codes; not named: 1."""
    printed = {wanted for _, code in _bare_codes() for wanted in code}
    costs = {wanted: _confusion(wanted, read) for wanted in printed}
    return {wanted: cost for wanted, cost in costs.items() if cost < 1}


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
    table["e"] |= set("8")
    return {key: frozenset(value) for key, value in table.items()}


def looks_like_code(word: str) -> bool:
    """Whether a word that OCR read is a code or nearly one: '5.1.2e', 'S12e', '10.2', '512'."""
    if grounds_in(word):
        return True
    bare = _SEPARATORS.sub("", word)
    if not any(char.isdigit() for char in bare) and not set(bare) & set("®©&@¥£§"):
        return False
    return nearest_code(word) <= 1.0
