"""Lines of text as rows of a table whose cells only a blank parts: words, then figures.

A line is taken apart into items: stretches of words, and what can be told from them, such as
figures, sums, dates, quantities with their unit and codes. The rows of a table have the same kinds
of items in the same order; a row with fewer leaves cells empty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, islice, zip_longest

from pipeline.dutch.dates import MONTHS
from pipeline.dutch.labels import label_of
from pipeline.extract.cells import is_unreadable
from pipeline.letter import Letter, Placed
from pipeline.page import COVERED, ILLEGIBLE

_NAME_WORDS = 8
_MOST_ITEMS = 12
_MOST_FITS = 500
_SURE = 3  # rows of one shape with words in it after the name
_SENTENCE = (",", ";", ":", "?", "!")
_STOP = re.compile(r"(?<![\s.(]\w)(?<!enz)(?<!etc)(?<!incl)(?<!excl)\.$")  # not 'e.o.'
_NEW_SENTENCE = re.compile(r"[a-z]{3}[.;!?] [A-Z]|[a-z], (?:de|het|een|dat|die|te|zoals|waar\w*)\b")
_SPECK = re.compile(r"[.,·•'`‘’´°:;~_¸¨“”\"]")
_WORDS = re.compile(r"[^\W\d_]{2}")
_GARBLE = re.compile(r"[^\w\s.,:;()/'’-]")
_TOTAL = re.compile(r"(?:sub|eind)?-?tota(?:al|le)\b|tezamen\b|samen\b", re.IGNORECASE)
_CURRENCY = r"(?:€|EUR|ƒ|Hfl\.?|fl?\.?)"
_FIGURE = r"[-–−(]?\d(?:[\d.,'Oo]*[\dOo])?(?:[,.]?[-–—=]{1,2})?\)?"
_GROUND = r"(?:10[., ]?[12][.,]?[a-g]|11[.,]?1|5[., ]?[12][.,]?[1-5]?[.,]?[a-k])"
_UNITS = (
    r"(?:m[²³123]?|km|ha|uur|uren|dag(?:en|delen)?|we(?:ek|ken)|maand(?:en)?|jaar|stuks?|st\.?|fte|"
    r"kg|ton|liter|x|personen|deelnemers|leerlingen|woningen|plaatsen|keer)(?![\w-])"
)


class Kind(StrEnum):
    """What an item of a row is."""

    words = "words"
    number = "number"
    total = "sum"
    percentage = "percentage"
    quantity = "quantity"
    year = "year"
    date = "date"
    code = "code"
    blank = "blank"
    covered = "covered"
    unreadable = "unreadable"


_PATTERNS = {
    Kind.date: (
        r"[\dO]{1,2}[-/][\dO]{1,2}[-/](?:[\dO]{4}|\d{2})"
        rf"|\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}"
    ),
    Kind.covered: rf"(?:{_CURRENCY}\s?)?{COVERED}|{ILLEGIBLE}+",
    Kind.total: rf"{_CURRENCY}\s?{_FIGURE}|{_FIGURE}\s(?:euro|gulden)",
    Kind.percentage: rf"{_FIGURE}\s?%",
    Kind.quantity: rf"{_FIGURE}\s{_UNITS}",
    Kind.year: r"(?:19|20)\d\d(?:\s?[-/–]\s?(?:(?:19|20)?\d\d))?",
    Kind.number: _FIGURE,
    Kind.code: rf"(?:{_CURRENCY}\s?)?{_GROUND}|(?=\S*\d\S*\d)[A-Z]{{0,4}}[\dO]+(?:[-/.][\dOA-Z]+)+",
    Kind.blank: r"[-–—]{1,2}|PM|p\.m\.|n\.v\.t\.|nihil",
}
_ITEM = re.compile("|".join(rf"(?P<{kind}>(?:{p})(?=\s|$))" for kind, p in _PATTERNS.items()))
_FIGURES = {Kind.number, Kind.total, Kind.percentage, Kind.quantity, Kind.year}
_ANYTHING = {Kind.blank, Kind.covered, Kind.unreadable}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """Words or a value at [start, end) of the letter's text."""

    start: int
    end: int
    kind: Kind

    @property
    def span(self) -> Span:
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Row:
    """A line that may be a row of a table; `rest` is where its name goes on below."""

    placed: Placed
    items: tuple[Item, ...]
    total: bool
    rest: Span | None = None

    @property
    def shape(self) -> tuple[bool, ...]:
        """Of each item whether it is words."""
        return tuple(item.kind is Kind.words for item in self.items)

    @property
    def clean(self) -> bool:
        """Whether all of its values could be read, or are covered."""
        values = [item.kind for item in self.items if item.kind is not Kind.words]
        return Kind.unreadable not in values and set(values) != {Kind.blank}


def row_of(letter: Letter, placed: Placed) -> Row | None:
    """The line as a row; None where it has no value, is a sentence, or a label with its value."""
    items = tuple(islice(_items(letter, placed), _MOST_ITEMS + 1))
    words = [letter.text[slice(*item.span)] for item in items if item.kind is Kind.words]
    if not 2 <= len(items) <= _MOST_ITEMS or len(words) == len(items):
        return None
    first = letter.text[slice(*items[0].span)]
    if any(_is_sentence(text) for text in words) or label_of(first) is not None:
        return None
    if not words and items[0].kind not in (Kind.year, Kind.date):
        return None
    return Row(placed, items, _TOTAL.match(words[0] if words else "") is not None)


def _is_sentence(words: str) -> bool:
    return (
        len(words.split()) > _NAME_WORDS
        or words.endswith(_SENTENCE)
        or _STOP.search(words) is not None
        or _NEW_SENTENCE.search(words) is not None
        or _WORDS.search(words) is None
    )


def _items(letter: Letter, placed: Placed) -> Iterator[Item]:
    """Words that follow each other as one item, every value as one."""
    begun: Span | None = None
    tokens = list(_tokens(letter.text, *without_specks(letter.text, placed)))
    for (start, end, kind), after in zip_longest(tokens, tokens[1:]):
        single = kind is Kind.unreadable and after is not None and after[2] is Kind.words
        if kind is Kind.words or single:
            begun = (begun[0] if begun else start), end
            continue
        if begun:
            yield Item(*begun, Kind.words)
            begun = None
        yield Item(start, end, kind)
    if begun:
        yield Item(*begun, Kind.words)


def without_specks(text: str, placed: Placed) -> Span:
    """The line without the lone points and quotes at its ends that OCR made of dirt."""
    start, end = placed.start, placed.end
    while end - start > 2 and text[end - 2].isspace() and _SPECK.match(text[end - 1]):
        end -= 2
    while end - start > 2 and text[start + 1].isspace() and _SPECK.match(text[start]):
        start += 2
    return start, end


def _tokens(text: str, start: int, end: int) -> Iterator[tuple[int, int, Kind]]:
    at = start
    while at < end:
        if text[at].isspace():
            at += 1
            continue
        found = _ITEM.match(text, at, end)
        if found is not None and found.lastgroup is not None:
            yield at, found.end(), Kind(found.lastgroup)
            at = found.end()
            continue
        stop = at + 1
        while stop < end and not text[stop].isspace():
            stop += 1
        yield at, stop, Kind.unreadable if _is_garbled(text[at:stop]) else Kind.words
        at = stop


def _is_garbled(token: str) -> bool:
    """What is left of a value: signs, with a letter or two between them."""
    return is_unreadable(token) or (
        _WORDS.search(token) is None and _GARBLE.search(token) is not None
    )


# --- what the rows have in common


def columns_of(rows: Sequence[Row]) -> tuple[Kind, ...] | None:
    """The kinds of the columns: those of the shape that most of the clean rows have.

    None where no row is clean, or where words stand between values and few rows agree on it.
    """
    shapes = Counter(row.shape for row in rows if row.clean)
    if not shapes:
        return None
    shape = max(shapes, key=lambda shape: (shapes[shape], len(shape)))
    if shapes[shape] < (_SURE if any(shape[2:]) else 1):
        return None
    alike = [row for row in rows if row.clean and row.shape == shape]
    return tuple(_kind([row.items[n].kind for row in alike]) for n in range(len(shape)))


def _kind(kinds: Sequence[Kind]) -> Kind:
    """What most cells of a column are, those aside that say nothing."""
    telling = [kind for kind in kinds if kind not in _ANYTHING] or kinds
    return Counter(telling).most_common(1)[0][0]


def places(row: Row, columns: Sequence[Kind]) -> tuple[int, ...] | None:
    """The column of each item; None where it cannot be told.

    Where several ways fit, a lone value, a total and otherwise the last value stand in the last
    column.
    """
    kinds = [item.kind for item in row.items]
    if len(kinds) == len(columns):
        return tuple(range(len(columns)))
    if len(kinds) > len(columns) or not row.clean:
        return None
    ways = islice(combinations(range(len(columns)), len(kinds)), _MOST_FITS)
    scored = [(_fit(kinds, [columns[n] for n in way]), way) for way in ways]
    best = max(score for score, _ in scored)
    fitting = [way for score, way in scored if score == best]
    if best <= 0:
        return None
    if len(fitting) > 1:
        fitting = [way for way in fitting if way[-1] == len(columns) - 1]
    lone = len(kinds) == 2 or row.total
    return fitting[-1] if len(fitting) == 1 or (fitting and lone) else None


def _fit(kinds: Sequence[Kind], columns: Sequence[Kind]) -> int:
    """How well items stand in columns; 0 where one cannot."""
    scores = [_likeness(kind, column) for kind, column in zip(kinds, columns, strict=True)]
    return sum(scores) if all(scores) else 0


def _likeness(kind: Kind, column: Kind) -> int:
    if kind is column:
        return 3
    if kind in _FIGURES and column in _FIGURES:
        return 2
    if Kind.words not in (kind, column) and (kind in _ANYTHING or column in _ANYTHING):
        return 2
    return 0


def fits(row: Row, columns: Sequence[Kind], slack: int = 0) -> bool:
    """Whether a row has the kinds of items that the columns hold, but for `slack` of them."""
    kinds = [item.kind for item in row.items]
    if len(kinds) != len(columns):
        return not row.clean or places(row, columns) is not None
    return sum(not _likeness(*pair) for pair in zip(kinds[1:], columns[1:], strict=True)) <= slack
