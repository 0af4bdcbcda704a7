"""Words for days and months: Dutch, abbreviated, Roman, foreign, or badly read.

dateparser reads only what begins as a month does in Dutch, English, German or French and is in
no table here, with strict settings and a whole date round it: its search and its partial dates
are not to be trusted.
"""

from __future__ import annotations

import re
from typing import Final

from pipeline.dutch.misread import without_accents

WEEKDAYS: Final = (
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
)  # fmt: skip
MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAY_BY_SHORT: Final = {name[:2]: name for name in WEEKDAYS}
MONTH_NUMBERS: Final = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "mar": 3, "maa": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
    # Until 1947 official spelling had these, and hands kept to them.
    "januarij": 1, "februarij": 2, "meij": 5, "junij": 6, "julij": 7,
}  # fmt: skip
ROMAN: Final = {
    name: number
    for number, name in enumerate(
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), 1
    )
}
MONTH_STEM: Final = (
    r"(?i:jan|jän|feb|fév|mrt|maa|mar|mär|apr|avr|mei|may|mai|jun|jul|jui|aug|aoû|sep|oct|okt|nov|"
    r"dec|dez|déc)[A-Za-zà-ÿ]{0,6}"
)
"""Regular expression of words that begin as a month does in Dutch, English, German or French."""
_MONTH_STEM: Final = re.compile(MONTH_STEM)
_LOOK_ALIKES: Final = str.maketrans({"1": "i", "|": "i", "!": "i", "l": "i", "0": "o"})


def _skeleton(word: str) -> str:
    """`word` with what OCR confuses made equal, so that 'januarl' and 'rnaart' meet their month."""
    plain = without_accents(word.lower()).replace("rn", "m").replace("vv", "w")
    return plain.translate(_LOOK_ALIKES)


# 'jui' is as near to juni and juli as to jul, so that abbreviation is never guessed.
_MONTH_SKELETONS: Final = {
    _skeleton(name): number for name, number in MONTH_NUMBERS.items() if name != "jul"
}


def month_of(word: str) -> tuple[int, bool] | None:
    """The month that a word names and whether it had to be repaired; None where none or several."""
    plain = re.sub(r"-\s*", "", word.lower()) if "-" in word else word.lower()
    if plain in MONTH_NUMBERS:
        return MONTH_NUMBERS[plain], False
    if (number := _MONTH_SKELETONS.get(_skeleton(plain))) is not None:
        return number, True
    if _MONTH_STEM.fullmatch(plain) and (foreign := _foreign_month(plain)) is not None:
        return foreign, False
    near = {number for name, number in MONTH_NUMBERS.items() if _one_slip(plain, name)}
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
