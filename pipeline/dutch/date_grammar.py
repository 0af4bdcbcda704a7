"""How a date is written: the regular expressions that `dates` reads with."""

from __future__ import annotations

import re
from typing import Final

from pipeline.dutch.misread import DIGIT
from pipeline.dutch.months import MONTH_NUMBERS, MONTH_STEM, MONTHS, WEEKDAYS

_GAP: Final = r"[ \t\u00a0]{0,3}(?:\n[ \t\u00a0]{0,3})?"
_WEEKDAY: Final = (
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}|(?:ma|di|wo|do|vr|za)\.?|zo\.),?(?:{_GAP}de[nr]?)?"
    r"[ \t\u00a0]{1,3}|(?P<weekday_above>"
    rf"{'|'.join(WEEKDAYS)}),?\n[ \t\u00a0]{{0,3}})?"
)
# An underscore is what OCR leaves of a rule to write on, so it may touch a date.
_NOT_INSIDE_NUMBER: Final = r"(?<![^\W_])(?<!\d[.,:])"
WRITTEN: Final = re.compile(
    rf"{_NOT_INSIDE_NUMBER}(?i:{_WEEKDAY})"
    rf"(?P<day>{DIGIT}{{1,2}})(?:(?:e|de|ste)(?=\s))?"
    rf"(?P<first>[.,]?{_GAP}|[ ]?[-/][ ]?)"
    r"(?P<month>[A-Za-zÀ-ÿ|!][A-Za-zÀ-ÿ01|!]{0,9}|0[A-Za-z]{2,8}"
    r"|[A-Za-z]{2,7}-\n[ ]{0,3}[a-z]{2,7})"
    rf"(?P<second>\.?,?{_GAP}|[ ]?\.?[-/][ ]?)"
    rf"(?P<year>[12Il|](?:[ ]?{DIGIT}){{3}}|['’‘`´][ ]?[0-9]{{2}}|(?<=[-/])[0-9]{{2}})"
    r"(?![0-9])(?!/(?:[0-9]{1,2}|[0-9]{4})(?![0-9A-Za-z]))"  # '1 mei 2016/2017'; not '/287 WS'
)
MONTH_FIRST: Final = re.compile(
    rf"(?<!\w)(?i:{_WEEKDAY})(?P<month>{MONTH_STEM})\.?{_GAP}"
    rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,{_GAP}(?P<year>[12][0-9]{{3}})(?!\w)"
)
NUMERIC: Final = re.compile(
    rf"{_NOT_INSIDE_NUMBER}(?<![^\W_]-)(?:(?<!/)|(?<=\d{{4}}/)|(?<=-\d\d/))(?i:{_WEEKDAY})"
    rf"(?P<day>{DIGIT}{{1,2}})[ ]?(?P<separator>[-/.–])[ ]?(?P<month>{DIGIT}{{1,2}})"
    rf"[ ]?(?P=separator)[ ]?(?P<year>[12Il|]{DIGIT}{{3}}|[0-9]{{2}})"
    r"(?![^\W_])(?![-.,:–][^\W_])(?!/(?!\d{1,2}-\d{1,2}-\d)\w)"
)
ISO: Final = re.compile(
    rf"{_NOT_INSIDE_NUMBER}(?<![\w/]-)(?<!/)(?P<year>[12][0-9]{{3}})(?P<separator>[-/.])"
    r"(?P<month>[0-9]{2})(?P=separator)(?P<day>[0-9]{2})(?![^\W_T])(?!T(?!\d))(?![-/.,:]\w)"
)
EARLIER_DAY: Final = re.compile(
    rf"{_NOT_INSIDE_NUMBER}(?i:{_WEEKDAY})(?P<day>[0-9]{{1,2}})"
    rf"(?:{_GAP}(?P<month>{'|'.join(MONTHS)}))?"
    rf"(?P<link>{_GAP}(?:t/m|tot(?:{_GAP}en{_GAP}met)?|en|of|à|&|[-–—/,]){_GAP})$",
    re.IGNORECASE,
)
BEFORE_LINK: Final = 48
"""Characters to look back for the first end of a range: weekday, day, month and 'tot en met'."""
INTRODUCED: Final = re.compile(
    r"(?:^|[\n:,;(]|\b(?:van|op|d\.?d\.?|datum|verzonden|verz\.|ingekomen|ontvangen|gedateerd|per|tot|"
    r"vanaf|met|uiterlijk|voor|vóór|de|den|te|dag))[ \t]{0,6}$",
    re.IGNORECASE,
)
"""What comes before a date and not before a count or a numbered thing."""
STRAY_DIGIT: Final = re.compile(rf"{_NOT_INSIDE_NUMBER}([0-3OoIl|]) $")
NUMBERED: Final = re.compile(
    r"\b(?:artikel(?:en)?|art\.?|leden|lid|punt(?:en)?|nr\.?|nummers?|bijlagen?|pagina'?s?|blz\.?|"
    r"hoofdstuk(?:ken)?|paragra(?:af|fen)|fase|deel|vraag|vragen|zaak|onderdeel|stuk)[ \t]{1,3}$",
    re.IGNORECASE,
)
"""Words that make the number after them a name: 'artikel 3 en 5 maart 2016' is no range."""
_SHORT_MONTHS: Final = "|".join(sorted(set(MONTH_NUMBERS) - set(MONTHS), key=len, reverse=True))
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
PARTIAL: Final = re.compile(f"{_DAY_AND_MONTH}|{_MONTH_AND_YEAR}|{_WORD_AND_YEAR}")
