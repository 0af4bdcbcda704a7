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


_PREFIXES: Final = (
    r"(?:(?:van|de|den|der|ten|ter|te|in|op|'t|’t|het|el|al|la|le|von|da|dos|du) ){0,3}"
)
_NAME_ALONE: Final = rf"(?= ?{_PREFIXES}[A-Z][^\W\d_]+(?:[ -][A-Z]?[\w'’]+){{0,2}}$)"
_COMMAS_FOR_POINTS: Final = (
    re.compile(r"\b([DMdm]r|[Dd]rs|[Ii]r|[Ii]ng|[Pp]rof),(?= [A-Z]| dr\b)"),
    re.compile(
        r"((?:\.|\b(?:[dm]r|drs|ir|ing|prof|dhr|mw)\. |\b(?:heer|mevrouw) )[A-Z]{1,2}),"
        rf"(?= ?{_PREFIXES}(?:[A-Z]|l[a-z]{{3}}))"
    ),
    re.compile(rf"(^[A-Z]{{1,2}}|\b[CT]h),{_NAME_ALONE}", re.MULTILINE),
)
# 'K.L. lersel' is Iersel.
_SMALL_SURNAME: Final = re.compile(
    r"((?:[A-Z]\. ?[A-Z]\.|\b(?:[dm]r|drs|ir|ing)\.) )l(?=[a-z]{3})|"
    r"([A-Z]\. )l(?=[a-z]{3,}$)",
    re.MULTILINE,
)
_BRACKET_INITIAL: Final = re.compile(r"(\b[CT]h|(?:\b|\.)[A-Z])\)(?=\. ?[A-Za-z'])")  # it was a J
_STROKE_INITIAL: Final = re.compile(
    rf"^[|l!](?=\. ?(?:[A-Z]\. ?)*{_NAME_ALONE})|(?<![\w.])i(?=\.[A-Z]\.)", re.MULTILINE
)
_SEMICOLON: Final = re.compile(r"(?<=\w);(?= [a-z])")


def initials_mended(text: str) -> str:
    """`text`, as long, with the points and strokes of initials and titles that a scan misread.

    'mr, T. Jansen' → 'mr. T. Jansen', 'K.L, ter Horst' → 'K.L. ter Horst', '|. de Graaf' and
    'i.K. Bos' → 'I. de Graaf' and 'I.K. Bos', 'F.B). Bos' → 'F.BJ. Bos'. A letter and a
    comma alone only where the rest of the line is a name.
    """
    for pattern in _COMMAS_FOR_POINTS:
        text = pattern.sub(r"\1.", text)
    text = _STROKE_INITIAL.sub("I", _BRACKET_INITIAL.sub(r"\1J", text))
    return _SMALL_SURNAME.sub(lambda match: f"{match[1] or match[2]}I", text)


def signature_mended(text: str) -> str:
    """A line of a signature, as long: its initials, and 'A. Bos; hoofd' with the comma it had."""
    return initials_mended(_SEMICOLON.sub(",", text))


_NUMERIC_DATE: Final = re.compile(
    r"(?<![\w./-])(?P<day>\d\d)(?P<mark>[-/.])(?P<month>\d\d)(?P=mark)(?P<year>\d{4})(?![\w/-])"
)
_TENS: Final = str.maketrans("68", "00")


def with_possible_date(text: str) -> str:
    """`text`, as long, with the 6 or 8 of a numeric date that only a nought can have been.

    '15-65-2014' → '15-05-2014', '64-11-2021' → '04-11-2021', '13-16-2621' → '13-10-2021'. Days and
    months that somebody may have written so ('31-02-2014', '12-13-2014') stay.
    """
    return _NUMERIC_DATE.sub(_possible, text)


def _possible(match: re.Match[str]) -> str:
    day, month, year, mark = match["day"], match["month"], match["year"], match["mark"]
    day = day[0].translate(_TENS) + day[1]
    month = month[0].translate(_TENS) + month[1]
    month = month[0] + month[1].translate(_TENS) if month[0] == "1" else month
    year = year[0] + year[1].translate(_TENS) + year[2:] if year[0] == "2" else year
    return f"{day}{mark}{month}{mark}{year}"
