"""What stands beside a sum: 'circa', 'per dag', 'exclusief btw'."""

from __future__ import annotations

import re
from typing import Final

from pipeline.dutch.dates import MONTHS

_APPROXIMATE: Final = (
    "circa", "ca.", "ca", "ongeveer", "ongev.", "ruim", "bijna", "zo'n", "zo’n", "naar schatting",
    "om en nabij", "om en nabij de", "rond de", "plusminus", "grofweg", "afgerond", "globaal",
    "geschat op",
)  # fmt: skip
_BOUNDS: Final = (
    "maximaal", "max.", "maximum van", "minimaal", "min.", "ten hoogste", "hoogstens", "hooguit",
    "ten minste", "tenminste", "minstens", "meer dan", "minder dan", "niet meer dan", "vanaf",
    "tot en met", "tot maximaal", "tot ten hoogste", "in totaal maximaal",
)  # fmt: skip


def _any_of(words: tuple[str, ...]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in longest_first)


_QUALIFIER: Final = re.compile(
    rf"(?<!\w)(?:(?P<about>{_any_of(_APPROXIMATE)})|(?:{_any_of(_BOUNDS)}))"
    r"(?:\s(?:een\s)?bedrag\svan)?\s{0,3}$",
    re.IGNORECASE,
)
_LONGEST_QUALIFIER: Final = 40
_GAP: Final = r"[ \t\u00a0]{0,3}(?:\n[ \t\u00a0]{0,3})?"
_VAT: Final = re.compile(
    rf"{_GAP}[,(]?{_GAP}(?:(?P<incl>inclusief|incl\.?|met)|exclusief|excl\.?|ex\.?|zonder)\s{{1,3}}"
    r"(?:de\s)?(?:\d{1,2}(?:[.,]\d)?\s?%\s)?(?:btw|b\.t\.w\.|omzetbelasting)\b\)?",
    re.IGNORECASE,
)
_VAT_ADDED: Final = re.compile(
    rf"{_GAP}[,(]?{_GAP}(?:te )?vermeerder(?:d|en)\smet\s(?:de\s)?(?:\d{{1,2}}\s?%\s)?btw\b\)?",
    re.IGNORECASE,
)
_NO_UNIT: Final = (
    r"\d|(?:" + "|".join(MONTHS) + r"|brief|e-?mail|mail|post|fax|direct|saldo|abuis|omgaande|"
    r"ommegaande|bank|giro|kas|automatische|incasso|heden|datum|ultimo|gelijke|definitie|se)\b"
)
_ADJECTIVE: Final = (
    r"(?:\w{2,12}(?:ende|elijke|ische|aamse)|halve|hele|volle|extra|nieuwe|gewogen)\s"
)
_UNIT: Final = re.compile(
    rf"{_GAP}[,(]?(?:(?P<per>per)\s{{1,3}}(?!{_NO_UNIT})"
    rf"(?P<of>(?:{_ADJECTIVE})?\w[\w²³/-]{{0,40}}(?:\sper\s(?!{_NO_UNIT})[^\W\d]{{3,20}})?)"
    r"|(?P<short>p[./][ ]?(?:stuk|st|uur|u|dag|d|mnd|maand|m|jaar|jr|j|pers|p|week|w|eenh)\b"
    r"(?:\.(?=[^\w]|$))?|\bpp\b|\b[pP]\.p\.)"
    r"|/[ ]?(?P<slash>uur|u|dagdeel|dag|week|maand|mnd|jaar|jr|stuk|st|persoon|deelnemer|inwoner|"
    r"leerling|m2|m²|m3|m³|km|ha|woning)\b)",
    re.IGNORECASE,
)
_UNIT_BEFORE: Final = re.compile(
    rf"(?<!\w)per\s{{1,3}}(?!{_NO_UNIT})(?:{_ADJECTIVE})?[^\W\d]{{2,30}}[:\s]{{1,4}}$",
    re.IGNORECASE,
)


def qualifier_before(text: str, start: int) -> tuple[str | None, bool]:
    """The word before `start` that says how exact a sum is, and whether it is only about right."""
    match = _QUALIFIER.search(text, max(0, start - _LONGEST_QUALIFIER), start)
    if match is None:
        return None, False
    words = re.sub(r"(?i)\s(?:een\s)?bedrag\svan$", "", " ".join(match[0].split()))
    return words.lower(), match["about"] is not None


def beside(text: str, end: int) -> tuple[str | None, bool | None, int]:
    """Unit and btw in what follows `end`, in either order, and where that ends."""
    unit: str | None = None
    including: bool | None = None
    for _ in range(2):
        if unit is None and (match := _UNIT.match(text, end)):
            unit, end = _unit(match), match.end()
        if including is None and (match := _VAT.match(text, end)):
            including, end = match["incl"] is not None, match.end()
        elif including is None and (match := _VAT_ADDED.match(text, end)):
            including, end = False, match.end()
    return unit, including, end


def unit_before(text: str, start: int) -> str | None:
    """'per dag' where it stands right before the sum: 'per dag € 850'."""
    match = _UNIT_BEFORE.search(text, max(0, start - 60), start)
    return " ".join(match[0].rstrip(": \n\t").split()).lower() if match else None


def _unit(match: re.Match[str]) -> str:
    if match["per"]:
        return f"per {' '.join(match['of'].split())}"
    return f"per {match['slash']}" if match["slash"] else match["short"]
