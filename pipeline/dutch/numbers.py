"""Dutch number words, both ways: 'twaalfduizend vijfhonderd' is 12500."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from pipeline.dutch.misread import without_accents

_UNITS: Final = (
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen",
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien",
    "achttien", "negentien",
)  # fmt: skip
_TENS: Final = {
    20: "twintig", 30: "dertig", 40: "veertig", 50: "vijftig",
    60: "zestig", 70: "zeventig", 80: "tachtig", 90: "negentig",
}  # fmt: skip
_SCALES: Final = ((10**9, "miljard"), (10**6, "miljoen"), (1000, "duizend"))
_LARGEST: Final = 10**12 - 1
_LONGEST: Final = 150
"""Characters in the longest number word below 10**12, with room for spaces."""


def _below_hundred() -> dict[str, int]:
    words = {word: number for number, word in enumerate(_UNITS)}
    for ten, word in _TENS.items():
        words[word] = ten
        for unit in range(1, 10):
            words[f"{_UNITS[unit]}en{word}"] = ten + unit
    return words


_BELOW_HUNDRED: Final = _below_hundred()
_FRACTIONS: Final = {
    "half": Decimal("0.5"), "eenhalf": Decimal("0.5"), "driekwart": Decimal("0.75"),
    "anderhalf": Decimal("1.5"), "anderhalve": Decimal("1.5"),
}  # fmt: skip
NUMBER_WORDS: Final = (
    r"(?:nul|[eé][eé]n|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|der|veer|vijf|"
    r"tach|tig|twintig|ë?en|ën|honderd|duizend|miljoen|miljard|anderhal(?:f|ve)|half|halve|driekwart|-)+"
)
"""Regular expression of what a number word is made of; most of what it matches is no number yet."""
_WORDS_AT_END: Final = re.compile(rf"(?<!\w)(?:{NUMBER_WORDS}\s{{1,3}}){{1,9}}$", re.IGNORECASE)
_BADLY_READ: Final = re.compile(r"\w*(?:honderd|tig|duizend|tien)\w*\s{1,3}$", re.IGNORECASE)
"""Before a number word, a word that holds a part of one: OCR has bitten into it."""


def parse_number_word(text: str) -> int | Decimal | None:
    """The number that `text` spells, an int, or a Decimal where it has a fraction.

    Spaces, hyphens, capitals, accents and a diaeresis make no difference. 'beide' is 2; words
    that give no number ('enkele', 'paar') and ordinals ('derde') are None.

    >>> parse_number_word("twaalfduizend vijfhonderd")
    12500
    >>> parse_number_word("tweeënhalf")
    Decimal('2.5')
    """
    if len(text) > _LONGEST:
        return None
    word = _compressed(text)
    if word in ("beide", "allebei"):
        return 2
    value = _parse(word)
    if value is None:
        return None
    return int(value) if value == int(value) else value.normalize()


def number_words_before(text: str, end: int) -> tuple[int, int | Decimal] | None:
    """The longest number word that ends right before `end`: where it starts, and its number.

    The article 'een' is no number; 'één' is.
    """
    window = max(0, end - _LONGEST)
    run = _WORDS_AT_END.search(text, window, end)
    if run is None or _BADLY_READ.search(text, max(0, run.start() - 60), run.start()):
        return None
    for token in re.finditer(r"\S+", run[0]):
        words = run[0][token.start() :]
        value = parse_number_word(words)
        if value is not None and words.strip().lower() != "een":
            return run.start() + token.start(), value
    return None


def number_word(number: int) -> str:
    """The Dutch word for `number`, 0 to 999_999_999_999, spelled as the Taalunie does.

    One word up to and including 'duizend', then a space: 12500 is 'twaalfduizend vijfhonderd'.
    Raises ValueError outside that range.
    """
    if not 0 <= number <= _LARGEST:
        raise ValueError(f"No word for {number}: give a number from 0 to {_LARGEST}.")
    if number == 0:
        return _UNITS[0]
    parts = []
    for scale, word in _SCALES:
        count, number = divmod(number, scale)
        if count:
            parts.append(_scaled(count, word))
    if number:
        parts.append(_word_below_thousand(number))
    return " ".join(parts)


def _compressed(text: str) -> str:
    return re.sub(r"[\s\u00ad-]+", "", without_accents(text).lower())


def _parse(word: str) -> Decimal | None:
    """The number of a word without spaces: so many of each scale, largest first."""
    total = Decimal(0)
    rest = word
    scaled = False
    for scale, name in _SCALES:
        head, found, tail = rest.partition(name)
        if not found:
            continue
        count = Decimal(1) if not head and scale == 1000 else _count(head)
        if count is None or not 0 < count < 1000:
            return None
        total, rest, scaled = total + count * scale, tail, True
    if not rest:
        return total if scaled else None
    last = _remainder(rest) if scaled else _count(rest)
    return None if last is None else total + last


def _remainder(word: str) -> Decimal | None:
    """What follows a scale: below a thousand, 'en' allowed before it ('duizend en een')."""
    value = _count(word)
    if value is None:
        value = _count(word.removeprefix("en"))
    # 'duizend twaalfhonderd' is no number, and 'miljoen nul' neither.
    return value if value is not None and 0 < value < 1000 and value == int(value) else None


def _count(word: str) -> Decimal | None:
    """Up to 'negenennegentighonderd…': hundreds and what is below, or a number with a half."""
    if word in _BELOW_HUNDRED:
        return Decimal(_BELOW_HUNDRED[word])
    if word in _FRACTIONS:
        return _FRACTIONS[word]
    head, hundred, tail = word.partition("honderd")
    if hundred:
        return _hundreds(head, tail)
    for half in ("eneenhalf", "eneenhalve", "enhalf", "enhalve"):
        whole = word.removesuffix(half)
        if whole != word and whole in _BELOW_HUNDRED:
            return _BELOW_HUNDRED[whole] + Decimal("0.5")
    return None


def _hundreds(head: str, tail: str) -> Decimal | None:
    count = Decimal(_BELOW_HUNDRED.get(head, 0)) if head else Decimal(1)
    if head == "anderhalf":
        count = _FRACTIONS[head]
    if not count or count % 10 == 0:
        return None
    if not tail:
        return count * 100
    rest = _BELOW_HUNDRED.get(tail) or _BELOW_HUNDRED.get(tail.removeprefix("en"))
    return count * 100 + rest if rest else None


def _scaled(count: int, scale: str) -> str:
    if scale != "duizend":
        return f"{_word_below_thousand(count)} {scale}"
    return scale if count == 1 else _word_below_thousand(count) + scale


def _word_below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    head = "" if not hundreds else "honderd" if hundreds == 1 else f"{_UNITS[hundreds]}honderd"
    return head + _word_below_hundred(rest) if rest or not head else head


def _word_below_hundred(number: int) -> str:
    if number < 20:
        return _UNITS[number]
    tens, unit = divmod(number, 10)
    if not unit:
        return _TENS[number]
    # A diaeresis where the unit's last vowel would run into 'en': tweeën-, drieën-.
    link = "ën" if _UNITS[unit].endswith("e") else "en"
    return f"{_UNITS[unit]}{link}{_TENS[tens * 10]}"
