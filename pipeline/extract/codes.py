"""What a reference looks like: a code with figures, and the date that may stand with it."""

from __future__ import annotations

import re
from itertools import chain

from pipeline.dutch.dates import find_dates
from pipeline.dutch.identifiers import find_ibans, find_phones, find_postcodes
from pipeline.dutch.misread import with_possible_date
from pipeline.page import COVERED

_REFERENCE = re.compile(r"[\w./\\\-–—:()\[\]&+, ]{2,60}$")
# What joins a reference to a date: '19 januari 1998 / 98.0412', 'AB/12 d.d. 3 mei 1998'.
_JOIN = (
    r"(?:[\s,;/()]|\b(?:en|van|op|met|uw|d\.?\s?d|kenmerk|referentie|ref|nummer|no|nr)\b[.:]{0,2})"
)
_BEFORE_CODE = re.compile(rf"{_JOIN}*", re.IGNORECASE)
_AFTER_CODE = re.compile(rf"{_JOIN}+$", re.IGNORECASE)
_BARE_CODE = re.compile(r"(?=.*\d)(?=.*[A-Z].*)(?=.*[/.\-_])[A-Z\d][\w/.\-]{4,29}")
_DAY_AND_MONTH = re.compile(  # the year stands below
    r"(?:[a-z]+dag\s+)?\d{1,2}\s+(?:jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?",
    re.I,
)
SPECKS = re.compile(r"^[\s„“”\"'‚‘’_~·•|]+(?=[\w-])")  # of a scan, or of a line of points
_SIGN = re.compile(r"[\W_]+")  # a stroke between spaces is no word of a reference


def beside_date(text: str) -> tuple[int, int] | None:
    """The reference that stands before or after a date, and is all that stands with it."""
    for date in find_dates(text):
        apart = date.kind == "words" or text[date.start - 1 : date.start] in ("", " ", "\n")
        before, after = text[: date.start], text[date.end :]
        join = _BEFORE_CODE.match(after)
        start = date.end + (join.end() if join is not None else 0)
        code = text[start:].rstrip(" ,;.")
        surplus = max(0, code.count(")") - code.count("("))
        code = code.removesuffix(")" * surplus)
        if apart and not _BEFORE_CODE.fullmatch(after) and _BEFORE_CODE.fullmatch(before):
            return (start, start + len(code)) if start > date.end and is_reference(code) else None
        tail = _AFTER_CODE.search(before)
        if apart and tail is not None and _BEFORE_CODE.fullmatch(after):
            code = before[: tail.start()]
            code += ")" * (code.count("(") - code.count(")"))
            whole = is_reference(code) and text.startswith(code)
            return (0, len(code)) if whole else None
    return None


def is_dated_reference(text: str) -> bool:
    """A reference, alone or with a date."""
    return is_reference(text) or beside_date(text) is not None


def is_date(text: str) -> bool:
    """Whether a date is the most of a text: 'Urk, 3 mei 2016' has no reference."""
    text = with_possible_date(text)
    dates = [found for found in find_dates(text) if text[found.end : found.end + 1] != "/"]
    return any(found.end - found.start > 0.4 * len(text) for found in dates)


def is_reference(text: str) -> bool:
    """A code with a digit, of a few words at most; no date, no sentence."""
    text = SPECKS.sub("", text.strip())
    if text == COVERED:
        return True
    coded = any(c.isdigit() for c in text) or (text.isupper() and "/" in text)
    parts = [part for part in text.split() if not _SIGN.fullmatch(part)]
    dated = is_date(text) or _DAY_AND_MONTH.fullmatch(text) is not None
    return coded and not dated and len(parts) <= 5 and bool(_REFERENCE.match(text))


def is_code(text: str) -> bool:
    """One word of figures and letters with a stroke, 'VRU-2021-0388'; no postcode or telephone."""
    coded = _BARE_CODE.fullmatch(text) is not None and not is_date(text)
    return coded and not any(chain(find_phones(text), find_ibans(text), find_postcodes(text)))
