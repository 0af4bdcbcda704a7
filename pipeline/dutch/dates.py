"""Dates as Dutch official letters write them.

A fixed grammar finds the spans; nothing guesses. Where day, month and year are plain, the value
is made from them. Only a month word that is in no Dutch table but begins as a month does in
Dutch, English, German or French goes to dateparser, with the whole span and strict settings:
its search and its partial dates are not to be trusted.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.dutch.misread import DIGIT, digits_of, without_accents

Kind = Literal["words", "numeric", "short-year", "iso", "roman", "range"]

WEEKDAYS: Final = (
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
)  # fmt: skip
MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
FIRST_YEAR: Final = 1850
LAST_YEAR: Final = 2100


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A full date. `text` is what stands at [start, end); spans never overlap and come in order.

    - `value`: None where there is no such day (31 februari).
    - `weekday`: as the letter names it, in full and lower case ('maandag'), not computed.
    - `repaired`: something was undone that can be read in one way only: a letter for a digit, a
      space inside a number or missing between words, a misspelt month.
    - `kind`: how it is written. `short-year`: two digits, the century is ours (00-40 is 2000-2040,
      50-99 is 1950-1999, between them no date). `range`: the first end of 'from 3 to 5 maart
      2016', with the span of its own words only and month and year taken from the second.
    """

    start: int
    end: int
    text: str
    value: dt.date | None
    weekday: str | None
    repaired: bool
    kind: Kind


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with a part missing: '1 maart jl.', 'maart 2016', 'begin 2016'.

    `qualifier` is the word that goes with it, lower case: 'jl.', 'a.s.', 'begin', 'eind', 'in' …
    """

    start: int
    end: int
    text: str
    day: int | None
    month: int | None
    year: int | None
    weekday: str | None
    qualifier: str | None


def find_dates(text: str) -> Iterator[FoundDate]:
    """Every full date in `text`, from left to right, in every notation and both ends of a range.

    Dates before 1850 or after 2100 are not dates. Nothing is found in phone numbers, reference
    numbers, articles of law, amounts or version numbers.
    """
    yield from _all_dates(text)


# Rules and finders ask for the dates of the same letter one after another.
@functools.lru_cache(maxsize=8)
def _all_dates(text: str) -> tuple[FoundDate, ...]:
    end = 0
    apart: list[FoundDate] = []
    found = [*_written(text), *_month_first(text), *_numeric(text), *_iso(text)]
    for date in sorted(found, key=lambda date: (date.start, -date.end)):
        if date.start >= end:
            apart.append(date)
            end = date.end
    return tuple(apart)


def find_partial_dates(text: str) -> Iterator[PartialDate]:
    """Dates with a part missing, from left to right, outside every full date.

    Day and month ('1 maart jl.'), month and year ('maart 2016', 'begin maart 2016'), or a year
    with a word that makes it a time ('begin 2016', 'in 2016', 'najaar 2015').
    """
    taken = [(date.start, date.end) for date in _all_dates(text)]
    for match in _PARTIAL.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            partial = _partial(match)
            if partial is not None:
                yield partial


def weekday_of(date: dt.date) -> str:
    """The Dutch name of the day of the week, lower case."""
    return WEEKDAYS[date.weekday()]


# --- words for days and months -------------------------------------------------------------------

_WEEKDAY_BY_SHORT: Final = {name[:2]: name for name in WEEKDAYS}
_MONTH_NUMBERS: Final = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "mar": 3, "maa": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
    # Until 1947 official spelling had these, and hands kept to them.
    "januarij": 1, "februarij": 2, "meij": 5, "junij": 6, "julij": 7,
}  # fmt: skip
_ROMAN: Final = {
    name: number
    for number, name in enumerate(
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), 1
    )
}
_FOREIGN_STEM: Final = re.compile(
    r"(?:jan|jän|feb|fév|mar|mär|apr|avr|may|mai|jun|jul|jui|aug|aoû|sep|oct|okt|nov|dec|dez|déc)"
    r"[a-zà-ÿ]{0,6}"
)
_LOOK_ALIKES: Final = str.maketrans({"1": "i", "|": "i", "!": "i", "l": "i", "0": "o"})


def _skeleton(word: str) -> str:
    """`word` with what OCR confuses made equal, so that 'januarl' and 'rnaart' meet their month."""
    plain = without_accents(word.lower()).replace("rn", "m").replace("vv", "w")
    return plain.translate(_LOOK_ALIKES)


# 'jui' is as near to juni and juli as to jul, so that abbreviation is never guessed.
_MONTH_SKELETONS: Final = {
    _skeleton(name): number for name, number in _MONTH_NUMBERS.items() if name != "jul"
}


def _month(word: str) -> tuple[int, bool] | None:
    """The month that a word names and whether it had to be repaired; None where none or several."""
    plain = re.sub(r"-\s*", "", word.lower()) if "-" in word else word.lower()
    if plain in _MONTH_NUMBERS:
        return _MONTH_NUMBERS[plain], False
    if (number := _MONTH_SKELETONS.get(_skeleton(plain))) is not None:
        return number, True
    if _FOREIGN_STEM.fullmatch(plain) and (foreign := _foreign_month(plain)) is not None:
        return foreign, False
    near = {number for name, number in _MONTH_NUMBERS.items() if _one_slip(plain, name)}
    return (near.pop(), True) if len(near) == 1 else None


def _foreign_month(word: str) -> int | None:
    """The month of a word in English, German or French, as dateparser reads '1 <word> 2000'."""
    import dateparser  # type: ignore[import-untyped]  # 150 ms, so only when needed

    value = dateparser.parse(
        f"1 {word} 2000",
        languages=["nl", "en", "de", "fr"],
        date_formats=["%d %B %Y", "%d %b %Y"],
        settings={"STRICT_PARSING": True, "DATE_ORDER": "DMY"},
    )
    return value.month if value is not None and value.year == 2000 and value.day == 1 else None


def _one_slip(word: str, name: str) -> bool:
    """Whether one letter changed, lost or too many lies between a word and a month of 5 or more."""
    if len(name) < 5 or abs(len(word) - len(name)) > 1:
        return False
    shorter, longer = sorted((word, name), key=len)
    if len(shorter) == len(longer):
        return sum(a != b for a, b in zip(shorter, longer, strict=True)) == 1
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


# --- notations -----------------------------------------------------------------------------------

_GAP: Final = r"[ \t\u00a0]{0,3}(?:\n[ \t\u00a0]{0,3})?"
_WEEKDAY: Final = (
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}|(?:ma|di|wo|do|vr|za)\.?|zo\.),?(?:{_GAP}de[nr]?)?"
    r"[ \t\u00a0]{1,3}|(?P<weekday_above>"
    rf"{'|'.join(WEEKDAYS)}),?\n[ \t\u00a0]{{0,3}})?"
)
# An underscore is what OCR leaves of a rule to write on, so it may touch a date.
_NOT_INSIDE_NUMBER: Final = r"(?<![^\W_])(?<!\d[.,:])"
_WRITTEN: Final = re.compile(
    rf"{_NOT_INSIDE_NUMBER}(?i:{_WEEKDAY})"
    rf"(?P<day>{DIGIT}{{1,2}})(?:(?:e|de|ste)(?=\s))?"
    rf"(?P<first>[.,]?{_GAP}|[ ]?[-/][ ]?)"
    r"(?P<month>[A-Za-zÀ-ÿ|!][A-Za-zÀ-ÿ01|!]{0,9}|0[A-Za-z]{2,8}"
    r"|[A-Za-z]{2,7}-\n[ ]{0,3}[a-z]{2,7})"
    rf"(?P<second>\.?,?{_GAP}|[ ]?\.?[-/][ ]?)"
    rf"(?P<year>[12Il|](?:[ ]?{DIGIT}){{3}}|['’‘`´][ ]?[0-9]{{2}}|(?<=[-/])[0-9]{{2}})"
    r"(?![0-9])(?![/][0-9])"
)
_MONTH_FIRST: Final = re.compile(
    rf"(?<!\w)(?i:{_WEEKDAY})(?P<month>[A-Za-zÀ-ÿ]{{3,10}})\.?{_GAP}(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,"
    rf"{_GAP}(?P<year>[12][0-9]{{3}})(?!\w)"
)
_NUMERIC: Final = re.compile(
    rf"{_NOT_INSIDE_NUMBER}(?<![^\W_]-)(?:(?<!/)|(?<=\d{{4}}/)|(?<=-\d\d/))(?i:{_WEEKDAY})"
    rf"(?P<day>{DIGIT}{{1,2}})[ ]?(?P<separator>[-/.–])[ ]?(?P<month>{DIGIT}{{1,2}})"
    rf"[ ]?(?P=separator)[ ]?(?P<year>[12Il|]{DIGIT}{{3}}|[0-9]{{2}})"
    r"(?![^\W_])(?![-.,:–][^\W_])(?!/(?!\d{1,2}-\d{1,2}-\d)\w)"
)
_ISO: Final = re.compile(
    rf"{_NOT_INSIDE_NUMBER}(?<![\w/]-)(?<!/)(?P<year>[12][0-9]{{3}})(?P<separator>[-/.])(?P<month>[0-9]{{2}})"
    r"(?P=separator)(?P<day>[0-9]{2})(?![^\W_T])(?!T(?!\d))(?![-/.,:]\w)"
)
_EARLIER_DAY: Final = re.compile(
    rf"{_NOT_INSIDE_NUMBER}(?i:{_WEEKDAY})(?P<day>[0-9]{{1,2}})"
    rf"(?:{_GAP}(?P<month>{'|'.join(MONTHS)}))?"
    rf"(?P<link>{_GAP}(?:t/m|tot(?:{_GAP}en{_GAP}met)?|en|of|à|&|[-–—/,]){_GAP})$",
    re.IGNORECASE,
)
_BEFORE_LINK: Final = 48
"""Characters to look back for the first end of a range: weekday, day, month and 'tot en met'."""


def _written(text: str) -> Iterator[FoundDate]:
    """Dates with the month in letters: a name, an abbreviation, another language, Roman."""
    position = 0
    while match := _WRITTEN.search(text, position):
        date = _from_written(text, match)
        if date is None:
            position = match.end("day")
            continue
        if date.kind == "words":
            yield from _earlier_ends(text, date)
        yield date
        position = match.end()


def _from_written(text: str, match: re.Match[str]) -> FoundDate | None:
    roman = match["month"] in _ROMAN and match["first"].strip() != ""
    month = (_ROMAN[match["month"]], False) if roman else _month(match["month"])
    year = _year(match["year"])
    if month is None or year is None:
        return None
    start, day, repaired = _day(text, match)
    if day is None or (match["first"].startswith(",") and _numbered(text, start)):
        return None
    kind: Kind = "roman" if roman else "words" if len(match["year"]) > 3 else "short-year"
    glued = match["first"][:1] in ("", ",") or not match["second"]
    odd = repaired or month[1] or glued or not match["year"].strip("'’‘`´ ").isdigit()
    return _found(text, (start, match.end()), (year, month[0], day), match, (odd, kind))


def _month_first(text: str) -> Iterator[FoundDate]:
    """'zaterdag, juli 9, 2022', as mail programs set in another language print it."""
    for match in _MONTH_FIRST.finditer(text):
        month, year, day = _month(match["month"]), _year(match["year"]), int(match["day"])
        if month is not None and year is not None and 0 < day < 32:
            yield _found(text, match.span(), (year, month[0], day), match, (month[1], "words"))


_INTRODUCED: Final = re.compile(
    r"(?:^|[\n:,;(]|\b(?:van|op|d\.?d\.?|datum|verzonden|verz\.|ingekomen|ontvangen|gedateerd|per|tot|"
    r"vanaf|met|uiterlijk|voor|vóór|de|den|te|dag))[ \t]{0,6}$",
    re.IGNORECASE,
)
"""What comes before a date and not before a count or a numbered thing."""
_STRAY_DIGIT: Final = re.compile(rf"{_NOT_INSIDE_NUMBER}([0-3OoIl|]) $")


def _introduced(text: str, position: int) -> bool:
    return _INTRODUCED.search(text, max(0, position - 24), position) is not None


def _day(text: str, match: re.Match[str]) -> tuple[int, int | None, bool]:
    """Where the date begins, its day, and whether the day was repaired; None where it is unsure."""
    token, start = match["day"], match.start("day")
    named = match.start() < start
    stray = None if named or len(token) > 1 else _STRAY_DIGIT.search(text, start - 2, start)
    if stray is not None and (stray[1] in "0O" or _introduced(text, start - 2)):
        token, start = stray[1] + token, start - 2
    introduced = named or _introduced(text, start)
    digits = digits_of(token, letters_only=token == "l" or (introduced and token != "|"))
    day = int(digits) if digits is not None else 0
    return min(start, match.start()), day if 0 < day < 40 else None, not _plain(match["day"], token)


def _plain(written: str, token: str) -> bool:
    return written == token and token.isdigit()


def _year(token: str) -> int | None:
    digits = digits_of(token.lstrip("'’‘`´"))
    # '201 |' is a year that OCR could not finish beside the rule of a table.
    if digits is None or (" " in token.strip() and digits != re.sub(r"\D", "", token)):
        return None
    year = int(digits)
    if len(digits) == 2:
        year += 2000 if year <= 40 else 1900
        return None if 1940 < year < 1950 else year
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def _numeric(text: str) -> Iterator[FoundDate]:
    """Day, month and year in digits, in that order: 28-01-2016, 28/1/2016, 28.01.2016, 28-01-16."""
    for match in _NUMERIC.finditer(text):
        day, month, year = match["day"], match["month"], match["year"]
        short = len(year) == 2
        # '3-1-12' and '10.2.16' number sections; a short year needs a day or month of two digits.
        if short and len(day) + len(month) < (4 if match["separator"] == "." else 3):
            continue
        if short and re.match(r"[ ]?\d", text[match.end() : match.end() + 2]):
            continue
        if not re.search(r"[0-9]", day + month) or day in ("I", "|"):
            continue
        numbers = [digits_of(part, letters_only=True) or "0" for part in (day, month)]
        value = _year(year)
        if value is None or not _is_day_and_month(int(numbers[0]), int(numbers[1])):
            continue
        odd = not (day + month + year).isdigit()
        parts = (value, int(numbers[1]), int(numbers[0]))
        kind: Kind = "short-year" if short else "numeric"
        yield _found(text, match.span(), parts, match, (odd, kind))


def _is_day_and_month(day: int, month: int) -> bool:
    """Whether two numbers can be meant so; '4/15/2018' is another country's order, not ours."""
    return 0 < day < 40 and 0 < month < 20 and (month <= 12 or day > 12)


def _iso(text: str) -> Iterator[FoundDate]:
    """Year, month and day in digits: 2016-01-28."""
    for match in _ISO.finditer(text):
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
        if FIRST_YEAR <= year <= LAST_YEAR and 0 < day < 40 and 0 < month < 20:
            yield _found(text, match.span(), (year, month, day), None, (False, "iso"))


def _earlier_ends(text: str, date: FoundDate) -> list[FoundDate]:
    """The days before `date` that share its month and year: '3 t/m 5', '3, 4 en 5 maart 2016'."""
    ends: list[FoundDate] = []
    last = date
    while last.value is not None:
        lowest = max(0, last.start - _BEFORE_LINK)
        match = _EARLIER_DAY.search(text, lowest, last.start)
        if match is None or (match["link"].strip() == "," and not ends):
            break
        month = _MONTH_NUMBERS[match["month"].lower()] if match["month"] else last.value.month
        # '28 december tot 3 januari 2017' begins in 2016.
        year = last.value.year - (month > last.value.month)
        end = match.end("month") if match["month"] else match.end("day")
        day = int(match["day"])
        if not 0 < day < 32 or _numbered(text, match.start()):
            break
        last = _found(text, (match.start(), end), (year, month, day), match, (False, "range"))
        ends.insert(0, last)
    return ends


_NUMBERED: Final = re.compile(
    r"\b(?:artikel(?:en)?|art\.?|leden|lid|punt(?:en)?|nr\.?|nummers?|bijlagen?|pagina'?s?|blz\.?|"
    r"hoofdstuk(?:ken)?|paragra(?:af|fen)|fase|deel|vraag|vragen|zaak|onderdeel|stuk)[ \t]{1,3}$",
    re.IGNORECASE,
)
"""Words that make the number after them a name: 'artikel 3 en 5 maart 2016' is no range."""


def _numbered(text: str, position: int) -> bool:
    return _NUMBERED.search(text, max(0, position - 24), position) is not None


def _found(
    text: str,
    span: tuple[int, int],
    parts: tuple[int, int, int],
    match: re.Match[str] | None,
    manner: tuple[bool, Kind],
) -> FoundDate:
    start, end = span
    try:
        value = dt.date(*parts)
    except ValueError:
        value = None
    weekday = _weekday(match) if match is not None else None
    return FoundDate(start, end, text[start:end], value, weekday, *manner)


def _weekday(match: re.Match[str]) -> str | None:
    name = match["weekday"] or match["weekday_above"]
    return _WEEKDAY_BY_SHORT[name[:2].lower()] if name else None


# --- partial dates -------------------------------------------------------------------------------

_SHORT_MONTHS: Final = "|".join(sorted(set(_MONTH_NUMBERS) - set(MONTHS), key=len, reverse=True))
_MONTH_WORD: Final = rf"(?:{'|'.join(MONTHS)}|(?:{_SHORT_MONTHS})\b\.?)"
_ABOUT: Final = (
    r"begin|medio|half|eind(?:e)?(?:[ ]van)?|ultimo|voorjaar|najaar|zomer|herfst|winter|lente|"
    r"(?:eerste|tweede|derde|vierde)[ ](?:kwartaal|helft|half[ ]?jaar)(?:[ ]van)?"
)
_DAY_AND_MONTH: Final = (
    rf"(?<![^\W_])(?<!\d[.,:/-])(?i:{_WEEKDAY})(?P<day>[0-9]{{1,2}}){_GAP}"
    rf"(?P<day_month>(?i:{_MONTH_WORD}))(?!\w)"
    rf"(?:{_GAP}(?P<after>(?i:j\.?l\.?|jongstleden|a\.?s\.?|aanstaande|dezes|dit[ ]jaar))(?!\w))?"
)
_FULL_YEAR: Final = r"[12][0-9]{3})(?!\w|[.,/-]\d)"
_MONTH_AND_YEAR: Final = (
    rf"(?<!\w)(?:(?P<about>(?i:{_ABOUT})){_GAP})?(?P<month>(?i:{_MONTH_WORD})){_GAP}"
    rf"(?P<month_year>{_FULL_YEAR}"
)
_WORD_AND_YEAR: Final = (
    rf"(?<!\w)(?P<when>(?i:{_ABOUT}|in|vanaf|sinds|over|tot|het[ ]jaar|jaar)){_GAP}"
    rf"(?P<year>{_FULL_YEAR}"
)
_PARTIAL: Final = re.compile(f"{_DAY_AND_MONTH}|{_MONTH_AND_YEAR}|{_WORD_AND_YEAR}")


def _partial(match: re.Match[str]) -> PartialDate | None:
    month_word = match["day_month"] or match["month"]
    year_word = match["month_year"] or match["year"]
    day = int(match["day"]) if match["day"] else None
    year = int(year_word) if year_word else None
    if (day is not None and not 0 < day < 32) or (year and not FIRST_YEAR <= year <= LAST_YEAR):
        return None
    month = _MONTH_NUMBERS[month_word.rstrip(".").lower()] if month_word else None
    qualifier = match["after"] or match["about"] or match["when"]
    qualifier = " ".join(qualifier.lower().split()) if qualifier else None
    weekday = _weekday(match) if day is not None else None
    return PartialDate(*match.span(), match[0], day, month, year, weekday, qualifier)
