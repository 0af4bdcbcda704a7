"""Letters that OCR writes where digits stood.

Only confusions with a single reading are undone: a round letter is a nought, a stroke is a one.
S, B, Z, G and the like stand for several digits (5 or 8, 8 or 3 …) and are never turned into one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

DIGIT = "[0-9OoQIl|]"
"""Character class for regular expressions: a digit or a letter with one reading as a digit."""

_AS_DIGIT = str.maketrans({"O": "0", "o": "0", "Q": "0", "I": "1", "l": "1", "|": "1"})


def digits_of(token: str, *, letters_only: bool = False) -> str | None:
    """The digits that `token` stands for, spaces dropped; None where one has no single reading.

    At least one character must be a real digit, because 'lO' alone may be a word; pass
    `letters_only` where the place leaves no room for a word.
    """
    joined = "".join(token.split())
    repaired = joined.translate(_AS_DIGIT)
    if not (repaired.isascii() and repaired.isdigit()):
        return None
    return repaired if letters_only or any(char in "0123456789" for char in joined) else None


def without_accents(text: str) -> str:
    """`text` with its accents and diaereses dropped: 'tweeëntwintig' → 'tweeentwintig'."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


_IN_WORD: Final = re.compile(r"(?<=[^\W\d_])[01!|](?=[a-zß-ÿ])|(?<!\S)[018](?=[a-zß-ÿ]{3})")
_AS_LETTER: Final = {"0": "o", "1": "l", "|": "l", "!": "i", "8": "B"}
_LIGATURES: Final = re.compile("[ﬀ-ﬆ]")


def mended(text: str) -> str:
    """`text` with the digits and strokes inside its words read as the letters they must be.

    'aanvu1lende' → 'aanvullende', '0ver' → 'over', '8elang' → 'Belang', 'beslu!t' → 'besluit';
    'ﬁets' → 'fiets'. A word with a digit of its own ('A1', '2e', 'B2B', 'covid19') stays.
    """
    text = _LIGATURES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return _IN_WORD.sub(lambda match: _AS_LETTER[match[0]], text)
