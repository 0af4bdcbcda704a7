"""Numbers in digits, with the points, commas and spaces of a Dutch letter: '12.500,50', '1 250'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pipeline.dutch.misread import DIGIT, digits_of

_SPACE: Final = "[ \u00a0\u202f]"
_CENTS_FOLLOW: Final = rf"(?=[ ]?,[ ]?(?:[-–—=]|{DIGIT}{{2}}(?!\w)))"
FIGURE: Final = (
    # Spaces round a point only where cents follow: '€ 12. 500 mensen' is the end of a sentence.
    rf"(?:{DIGIT}{{1,3}}(?:[ ]?\.[ ]?{DIGIT}{{3}}){{1,3}}{_CENTS_FOLLOW}(?:[ ]?,[ ]?{DIGIT}{{2}})?"
    rf"|{DIGIT}{{1,3}}(?:{_SPACE}{DIGIT}{{3}}){{1,4}}(?!\w)(?:,{DIGIT}{{1,2}}(?!\w))?"
    rf"|{DIGIT}{{1,15}}(?:[.,'’]{DIGIT}{{1,6}}){{0,5}})"
)
"""A run that may be one number, for use inside a larger regular expression. No groups."""

DASHES: Final = r"(?:[ ]?[.,:][ ]?[-–—=_]{1,3}|(?:—|–|=|--)(?![ ]?[€\d]))"
"""What a Dutch hand writes for no cents: ',-', ',--', ',=', '—'."""

_GROUPED: Final = re.compile(
    rf"(\d{{1,3}}(?:[.]\d{{3}})+|\d{{1,3}}(?:{_SPACE}\d{{3}})+)(?:,(\d{{1,2}}))?"
)
_PLAIN: Final = re.compile(r"(\d+)(?:,(\d{1,2}))?")
_SMALL: Final = re.compile(r"(0),(\d{3,6})")
_POINT: Final = re.compile(r"(\d+)\.(\d{1,2})")
_ENGLISH: Final = re.compile(r"(\d{1,3}(?:,\d{3})+)\.(\d{2})|(\d{1,3}(?:,\d{3}){2,})")
_SWISS: Final = re.compile(r"(\d{1,3}(?:['’]\d{3})+)(?:[.,](\d{2}))?")
_SLIPPED: Final = re.compile(r"(\d{1,3}(?:\.\d{3})+)\.(\d{2})|(\d{1,3}(?:,\d{3})+),(\d{2})")
_COMMA_GROUPED: Final = re.compile(r"(\d{1,3}(?:,\d{3})+)()")
_READINGS: Final = (_GROUPED, _PLAIN, _SMALL, _POINT, _ENGLISH, _SWISS)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written: `repaired` where a letter stood for a digit or a comma for a point.

    `shaped`: it is written as money is, with groups of thousands or two decimals.
    """

    value: Decimal
    repaired: bool
    shaped: bool


def read_figure(written: str, *, whole: bool = False, scaled: bool = False) -> Figure | None:
    """The number that `written` (a match of FIGURE) is; None where it has no single reading.

    '12,500' is twelve and a half in Dutch and twelve thousand five hundred in English: None. It
    is a whole number where dashes for the cents follow (`whole`), and a decimal where a scale
    follows (`scaled`: '1,250 miljoen').
    """
    digits = _repaired_digits(written)
    if digits is None:
        return None
    repaired = digits != written
    if whole and (match := _COMMA_GROUPED.fullmatch(digits)):
        return Figure(_decimal(match), True, True)
    if scaled and (match := re.fullmatch(r"(\d{1,3}),(\d{3})", digits)):
        return Figure(_decimal(match), repaired, True)
    for reading in _READINGS:
        if match := reading.fullmatch(digits):
            shaped = reading is not _PLAIN or len(match[2] or "") == 2
            return Figure(_decimal(match), repaired, shaped)
    if match := _SLIPPED.fullmatch(digits):
        return Figure(_decimal(match), True, True)
    return None


def parse_number(cell_text: str) -> Decimal | None:
    """The number that a whole cell holds: '1.250', '6', '12,5', '-3'; None for anything else.

    Nothing is repaired here, because there is no room to say so.
    """
    text = cell_text.strip().replace("−", "-")
    sign, text = (-1, text[1:].lstrip()) if text.startswith("-") else (1, text)
    if len(text) > 40 or not re.fullmatch(FIGURE, text):
        return None
    figure = read_figure(text)
    return None if figure is None or figure.repaired else sign * figure.value


def _repaired_digits(written: str) -> str | None:
    """`written` with letters turned into digits; None where one has no single reading."""
    tight = re.sub(r"[ ]?([.,])[ ]?", r"\1", written)
    parts = re.split(rf"([.,'’]|{_SPACE})", tight)
    if not any(char.isdigit() for char in tight):
        return None
    repaired = [
        part if index % 2 else digits_of(part, letters_only=True)
        for index, part in enumerate(parts)
    ]
    return "".join(part or "" for part in repaired) if None not in repaired else None


def _decimal(match: re.Match[str]) -> Decimal:
    whole, *cents = (group for group in match.groups() if group is not None)
    digits = re.sub(r"\D", "", whole)
    return Decimal(f"{digits}.{cents[0]}" if cents and cents[0] else digits)
