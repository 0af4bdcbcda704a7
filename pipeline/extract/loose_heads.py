"""The head over rows whose cells only a blank parts: which of its words are over which column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.extract.cells import is_year
from pipeline.extract.loose_rows import Span, without_specks
from pipeline.letter import Letter, Placed

_HEAD_WORDS = 16
_SENTENCE = (".", ",", ";", ":", "?", "!")
_NAME = re.compile(r"[^\W\d_]{2}|\b[Nn]r\b|#")
_WORD = re.compile(r"x\s(?:€|ƒ|f|EUR)?\s?1\.?000\S*|\(\S+(?: \S+){0,3}\)|\S+")
_SUM = re.compile(r"(?<!x )[€ƒ]\s?\d|\d,(?:\d\d\b|[-–=])")
# What another word must follow: the rest of such a head stands on the line below.
_OPEN = re.compile(
    r"(?:\b(?:per|in|van|x|à|tot|en|of|op|aan|voor|met|de|het)|^(?:aantal|totale?|begrote|eigen|"
    r"gevraagde|verleende|werkelijke|geraamde|uiterlijke|toegekende|vast|nieuwe|huidige))$",
    re.IGNORECASE,
)


def heads(letter: Letter, above: Sequence[Placed], count: int) -> list[list[Span]] | None:
    """The words over each of `count` columns, as one stretch a line; None where there is no head.

    `above` are the last lines over the rows, the nearest last. Of two lines the second holds what
    the heads of the first go on with.
    """
    near = _parted(letter, above[-1], count) if above else None
    if near is not None:
        return [[span] for span in near]
    upper = _parted(letter, above[-2], count) if len(above) > 1 else None
    if upper is None or not _goes_on(letter, above[-2], above[-1]):
        return None
    lower = _words(letter, above[-1])
    open_heads = [n for n, span in enumerate(upper) if _OPEN.search(letter.text[slice(*span)])]
    if len(lower) > count:
        return None
    over = open_heads if len(open_heads) == len(lower) else range(count - len(lower), count)
    found = [[span] for span in upper]
    for number, word in zip(over, lower, strict=True):
        found[number].append(word)
    return found


def _goes_on(letter: Letter, upper: Placed, lower: Placed) -> bool:
    """A second line of a head: right under the first, no capitals, no more words than columns."""
    words = letter.text[lower.start : lower.end]
    return 0 < lower.start - upper.end <= 2 and len(words.split()) < 8 and not words[0].isupper()


def _words(letter: Letter, placed: Placed) -> list[Span]:
    start, end = without_specks(letter.text, placed)
    return [match.span() for match in _WORD.finditer(letter.text, start, end)]


def _parted(letter: Letter, placed: Placed, count: int) -> list[Span] | None:
    """The line in as many parts as there are columns; None where it has not."""
    spans = _words(letter, placed)
    words = [letter.text[slice(*span)] for span in spans]
    if not count <= len(words) <= _HEAD_WORDS or words[-1].endswith(_SENTENCE):
        return None
    for starts in _partings(words, count):
        if len(starts) == count:
            ends = [*starts[1:], len(words)]
            found = [(spans[s][0], spans[e - 1][1]) for s, e in zip(starts, ends, strict=True)]
            return found if _say_something(letter, found) else None
    return None


def _say_something(letter: Letter, found: Sequence[Span]) -> bool:
    """The first in words, the others in words or years; no sums."""
    texts = [letter.text[slice(*span)] for span in found]
    if _NAME.search(texts[0]) is None or (len(texts) == 2 and not _are_names(texts)):
        return False
    if any(_SUM.search(text) for text in texts):
        return False
    return all(is_year(text) or re.search(r"[^\W\d]|[€%#]", text) for text in texts[1:])


def _are_names(texts: Sequence[str]) -> bool:
    """Two heads over one column of values: capitalised words, no figures but a year or unit."""
    figures = [figure for text in texts for figure in re.findall(r"\d[\d.]*", text)]
    named = all(text[0].isupper() or text.startswith(("x ", "€", "(")) for text in texts)
    return named and all(is_year(figure) or figure in ("1.000", "1000") for figure in figures)


def _partings(words: Sequence[str], count: int) -> Iterator[list[int]]:
    """Ways to part a head: a word a column, figures, words that come again, capitals, equally."""
    numbers = range(len(words))
    yield list(numbers)
    yield [0, *(n for n in numbers if n and words[n][0].isdigit())]
    again, times = Counter(word.casefold() for word in words).most_common(1)[0]
    places = [n for n in numbers if words[n].casefold() == again]
    if 1 < times == count - 1 and places[-1] == len(words) - 1:  # it ends its column
        yield [0, *(place - (places[1] - places[0]) + 1 for place in places)]
    if 1 < times == count - 1 and places[0]:  # it begins its column: 'Aantal klassen Aantal uren'
        yield [0, *places]
    yield [n for n in numbers if words[n][0].isupper()]
    yield [n for n in numbers if words[n][0].isupper() or words[n][0] in "€x"]
    yield [n for n in numbers if words[n][0].isupper() or words[n][0] in "€("]
    if count > 1 and (len(words) - 1) % (count - 1) == 0:
        size = (len(words) - 1) // (count - 1)
        yield [0, *range(1, len(words), size)]
