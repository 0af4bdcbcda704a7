"""Which of several readings of a figure is the likeliest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

SENSE = 0.4  # what a reading that makes sense counts for more
FIRST = 0.15  # what the reading within its line counts for more
VOICE = 0.3  # what a reading counts for beside its confidence, which is 0 for many that are right
ENOUGH, MANY = 2, 3  # others that must agree, where the first makes no sense and where it does
HEARD = 0.2  # confidence of a reading that is to take the first one's place
DASHED = 0.5  # confidence of a reading whose dash is believed, though others have none

_DAY, _MONTH = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])"
_FORMS: Final = (
    r"(?:€|f|fl\.?|Hfl\.?)?\d{1,3}(?:\.\d{3})*(?:,\d\d?)?",  # € 12.500; its ',--' is cut off before
    r"[1-9]\d{3}",  # a year, a number
    r"\d{1,3}(?:,\d{1,2})?%",
    *(rf"{_DAY}{part}{_MONTH}{part}(?:(?:19|20)?\d\d)" for part in ("-", "/", r"\.")),
    r"0\d{1,3}-?\d{6,7}",  # a telephone number
    r"[1-9]\d?/\d{1,2}",  # page 1/2
    r"(?:[01]?\d|2[0-3])[.:][0-5]\d",  # a time
    r"[1-9]\d{3}[A-Z]{2}",  # a postcode
)
_SENSIBLE: Final = re.compile("|".join(f"(?:{form})" for form in _FORMS))
_DASH: Final = re.compile("[—–―=]")
_NO_CENTS: Final = re.compile(r",-+$")
_BEFORE, _BEHIND = re.compile(r"^(?:[^\w€(]|_)+"), re.compile(r"(?:[^\w%)-]|_)+$")


@dataclass(frozen=True, slots=True)
class Vote:
    """A reading of one place and the engine's confidence in it."""

    text: str
    confidence: float


def has_digit(text: str) -> bool:
    """Whether a digit stands in it, of any script."""
    return any(map(str.isdigit, text))


def settled(votes: Sequence[Vote]) -> tuple[int, float]:
    """Which reading is kept, by its place, and the share of all that agree with it.

    The first is the one within its line: others take its place only if two of them agree, or three
    where it makes sense itself; one alone does if it makes sense and the first does not.
    """
    keys = [_key(vote.text) for vote in votes]
    scores = {
        key: sum(VOICE + v.confidence for v, own in zip(votes, keys, strict=True) if own == key)
        + SENSE * _makes_sense(key)
        + FIRST * (key == keys[0])
        for key in keys
        if has_digit(key)
    }
    best = max(scores, key=scores.__getitem__, default=keys[0])
    alike = [place for place, key in enumerate(keys) if key == best]
    surest = max(alike, key=lambda place: votes[place].confidence)
    if best != keys[0] and not _overrules(best, keys, votes[surest]):
        return 0, keys.count(keys[0]) / len(keys)
    with_dash = [place for place in alike if _has_dash(votes[place])]
    if with_dash:
        surest = max(with_dash, key=lambda place: votes[place].confidence)
    kept = surest if best != keys[0] or with_dash else 0
    return kept, len(alike) / len(keys)


def _overrules(best: str, keys: Sequence[str], surest: Vote) -> bool:
    """Whether a reading may take the place of the first."""
    voices = keys.count(best)
    if _makes_sense(keys[0]):
        return voices >= MANY and _makes_sense(best)
    if surest.confidence < HEARD and voices < MANY:
        return False
    shorter = _digits(best) < _digits(keys[0]) - 1
    return _makes_sense(best) or (voices >= ENOUGH and not shorter)


def _makes_sense(key: str) -> bool:
    """Whether it is a figure as letters have them: a sum, a date, a number, a postcode."""
    return bool(_SENSIBLE.fullmatch(key.strip("()")))


def _has_dash(vote: Vote) -> bool:
    """Whether it ends in the ',-' of a round sum, as no speck makes it do."""
    joined = _DASH.sub("-", vote.text).strip()
    return vote.confidence >= DASHED and bool(_NO_CENTS.search(joined))


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _key(text: str) -> str:
    """A reading without what does not matter: blanks, specks around it, the ',-' of a round sum."""
    joined = _DASH.sub("-", "".join(text.split())).replace("£", "€").replace("‚", ",")
    return _BEHIND.sub("", _NO_CENTS.sub("", _BEHIND.sub("", _BEFORE.sub("", joined))))
