"""Whether the text layer of a page says what a reader sees there, and if not, why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_DUTCH = (
    "de het een en van in is op te dat die voor met zijn niet aan er om ook als dan of door over"
    " bij naar uit uw u wij ik deze dit wordt worden zal heeft hebben ben kan tot geen"
)
_OTHERS = "the of and to for with that this der die das und den le la les des et pour"
FUNCTION_WORDS = frozenset(f"{_DUTCH} {_OTHERS}".split())
ODD = re.compile(r"\(cid:\d+\)|[\ufffd\x00-\x08\x0e-\x1f\x80-\x9f\ue000-\uf8ff]")
LETTERS = re.compile(r"[^\W\d_]+")
ORDINARY = re.compile(r"[^\W\d_](?:[^\WA-Z\d_]*|[^\Wa-z\d_]*)")  # Abc, abc or ABC, not aBc
VOWEL = re.compile(r"[aeiouyà-öø-ýij]", re.IGNORECASE)
CLUSTER = re.compile(r"[bcdfghjklmnpqrstvwxz]{7}", re.IGNORECASE)

MOST_ODD = 0.04  # share of characters; a list's bullets in a symbol font stay below
ENOUGH = 25  # words of letters, fewer say nothing about a language
MOST_SINGLE = 0.5  # share of words that are one letter: 'B e s t e  h e e r'
LEAST_FUNCTION, LEAST_ORDINARY = 0.04, 0.7
PICTURE = 0.5  # share of the page under pictures from which the page may be a scan
LEAST_WORDS = 20  # on such a page, fewer are a stamp or a number laid over a scan
MOST_INK_OUTSIDE = 0.6  # share of such a page's ink that no word accounts for


def why_not(
    words: Sequence[str], *, pictures: float = 0.0, hidden: float = 0.0, ink_outside: float = 0.0
) -> str:
    """Why the words of a page's text layer cannot be trusted; '' where they can.

    `pictures`: share of the page under pictures. `hidden`: share of the text that nobody sees,
    invisible or under a picture. `ink_outside`: share of what is dark on the page that lies
    outside the words.
    """
    if pictures >= PICTURE and hidden > 0.5:
        return "hidden text under a picture of the page"
    if not words:
        return "no text"
    if pictures >= PICTURE:
        if len(words) < LEAST_WORDS:
            return "a few words over a picture of the page"
        if ink_outside > MOST_INK_OUTSIDE:
            return "a picture of the page holds more than its text"
    return _rubbish(words)


def stands_by_itself(words: Sequence[str]) -> bool:
    """Whether the words beside a page's pictures are a text, and no stamp or number."""
    return len(words) >= LEAST_WORDS and not _rubbish(words)


def has_odd(words: Iterable[str]) -> bool:
    """Whether any letter has no meaning: no code, or one that only its font knows."""
    return any(not word.isascii() and ODD.search(word) for word in words)


def _rubbish(words: Sequence[str]) -> str:
    """Why the words are no language, '' where they are, or are too few to tell."""
    text = "".join(words)
    odd = sum(len(match.group()) for match in ODD.finditer(text))
    if odd > MOST_ODD * len(text):
        return "glyphs without a meaning"
    of_letters = [word for word in words if LETTERS.search(word)]
    if len(of_letters) < ENOUGH:
        return _too_few_letters(text)
    if sum(len(word) == 1 for word in of_letters) > MOST_SINGLE * len(of_letters):
        return "letters set apart"
    tokens = [token for word in of_letters for token in LETTERS.findall(word)]
    known = sum(token.lower() in FUNCTION_WORDS for token in tokens)
    ordinary = sum(_ordinary(token) for token in tokens)
    if known < LEAST_FUNCTION * len(tokens) and ordinary < LEAST_ORDINARY * len(tokens):
        return "words of no language"
    return ""


def _too_few_letters(text: str) -> str:
    """A page of figures is fine; one whose characters are mostly signs is a shifted alphabet."""
    plain = sum(character.isalnum() for character in text)
    return "signs instead of words" if len(text) >= 100 and plain < 0.5 * len(text) else ""


def _ordinary(token: str) -> bool:
    """Whether the letters could be a word, a name or an abbreviation in a Western language."""
    if not ORDINARY.fullmatch(token) or CLUSTER.search(token):
        return False
    return len(token) <= 3 or VOWEL.search(token) is not None
