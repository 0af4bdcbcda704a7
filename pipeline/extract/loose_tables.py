"""Tables in plain lines, whose columns only a blank parts: 'Almere 6 6' under 'Gemeente 1 daagse'.

Rows begin with words and end in numbers, or in what OCR left of them. The rows that are read
clean say how many columns there are, the line above them must part into as many heads.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from pipeline.dutch.labels import label_of
from pipeline.extract import covered, field_of
from pipeline.extract.cells import cell_field, is_unreadable, is_year
from pipeline.extract.tabulated import Tabulated
from pipeline.letter import Letter, Placed
from pipeline.page import COVERED, ILLEGIBLE, Zone
from pipeline.record import Field, Status, Table

_LEAST_ROWS = 3
_NAME_WORDS = 6
_HEAD_WORDS = 14
_SOURCE = "loose-lines"
_VALUE = re.compile(
    rf"(?:(?:€|EUR|ƒ|Hfl\.?|fl?\.?)\s?)?[-–−]?\d[\d.,']*(?:[,.]?[-–—=]{{1,2}})?(?:\s?%)?"
    rf"|(?:€\s?)?{COVERED}|{ILLEGIBLE}+|[-–—]{{1,2}}"
)
_TOTAL = re.compile(r"(?:sub|eind)?-?totaal", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]{2}")
_ZONES = {Zone.body, Zone.table, Zone.subject, Zone.closing, Zone.signature}
_SENTENCE = (".", ",", ";", ":", "?", "!")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that may be a row: its name and its values, as offsets in the letter's text."""

    placed: Placed
    name: Span
    values: tuple[Span, ...]
    clean: bool  # every value is a number, or covered

    def text(self, letter: Letter, span: Span) -> str:
        return letter.text[span[0] : span[1]]


def loose_tables(letter: Letter) -> Iterator[Tabulated]:
    """Every table in lines that belong to no grid."""
    lines = [p for p in letter.lines if p.block.grid is None and p.zone in _ZONES]
    rows = [_row(letter, placed) for placed in lines]
    at = 0
    while at < len(rows):
        run = _run(letter, rows, at)
        if len(run) >= _LEAST_ROWS:
            made = _table(letter, lines[at - 1] if at else None, run)
            if made is not None:
                yield made
        at += max(len(run), 1)


# --- rows


def _row(letter: Letter, placed: Placed) -> _Row | None:
    """The line as name and values; None where it has no name, no value, or is a sentence."""
    tokens = _tokens(letter, placed)
    count = 0
    while count < len(tokens) and _is_value(letter, tokens[len(tokens) - 1 - count]):
        count += 1
    name, values = tokens[: len(tokens) - count], tokens[len(tokens) - count :]
    if not values or not 0 < len(name) <= _NAME_WORDS:
        return None
    span = name[0][0], name[-1][1]
    written = letter.text[slice(*span)]
    if not _NAME.match(written) or written.endswith(_SENTENCE) or label_of(written) is not None:
        return None
    clean = all(_VALUE.fullmatch(letter.text[slice(*value)]) for value in values)
    return _Row(placed, span, tuple(values), clean and not _dashes(letter, values))


def _dashes(letter: Letter, values: Sequence[Span]) -> bool:
    return all(not letter.text[slice(*v)].strip("-–— " + ILLEGIBLE) for v in values)


def _tokens(letter: Letter, placed: Placed) -> list[Span]:
    """Words, a currency sign with its figure as one."""
    pattern = rf"(?:€|ƒ|EUR|Hfl\.?|fl?\.?)\s(?=[-\d{COVERED}])\S+|\d[\d.,]*\s%|\S+"
    text = letter.text[placed.start : placed.end]
    return [
        (placed.start + match.start(), placed.start + match.end())
        for match in re.finditer(pattern, text)
    ]


def _is_value(letter: Letter, token: Span) -> bool:
    text = letter.text[slice(*token)]
    return _VALUE.fullmatch(text) is not None or is_unreadable(text)


def _run(letter: Letter, rows: Sequence[_Row | None], at: int) -> list[_Row]:
    """Rows from here on, with nothing between them, no two with the same name."""
    run: list[_Row] = []
    names: set[str] = set()
    for row in rows[at:]:
        if row is None or (run and not _follows(run[-1].placed, row.placed)):
            break
        name = row.text(letter, row.name).casefold()
        if name in names:
            break
        names.add(name)
        run.append(row)
    return run


def _follows(above: Placed, placed: Placed) -> bool:
    """The next line of the text, on the same page."""
    return above.page is placed.page and 0 < placed.start - above.end <= 2


# --- the table


def _table(letter: Letter, above: Placed | None, run: Sequence[_Row]) -> Tabulated | None:
    widths = Counter(len(row.values) for row in run if row.clean)
    if not widths:
        return None
    columns = max(widths, key=lambda width: (widths[width], width))
    if len(run) > _LEAST_ROWS and _may_be_head(letter, run, columns):
        above, run = run[0].placed, run[1:]
    if above is None or not _follows(above, run[0].placed):
        return None
    heads = _heads(letter, above, columns + 1)
    if heads is None or (columns == 1 and not _are_names(letter, heads)):
        return None
    header = [cell_field(letter, letter.passage(*h), numeric=False, source=_SOURCE) for h in heads]
    money = _money_columns(letter, run, columns)
    rows = tuple(_cells(letter, row, money) for row in run)
    return Tabulated(
        Table(page=above.page.number, header=tuple(header), rows=rows),
        ((above.start, run[-1].placed.end),),
        tuple(row.placed.start for row in run),
    )


def _may_be_head(letter: Letter, run: Sequence[_Row], columns: int) -> bool:
    """A first line that ends in figures too: 'Post 2016 2017', 'Gemeente fase 1 fase 2'."""
    first, *others = run
    years = all(is_year(letter.text[slice(*value)]) for value in first.values)
    below = any(is_year(letter.text[slice(*value)]) for row in others for value in row.values)
    return (years and not below) or len(first.values) != columns


def _money_columns(letter: Letter, run: Sequence[_Row], columns: int) -> tuple[bool, ...]:
    """Of each column whether its values carry a currency."""
    full = [row for row in run if row.clean and len(row.values) == columns]
    return tuple(any(_is_money(letter, row.values[n]) for row in full) for n in range(columns))


def _is_money(letter: Letter, value: Span) -> bool:
    return letter.text[value[0]] in "€ƒfHE"


def _cells(letter: Letter, row: _Row, money: Sequence[bool]) -> tuple[Field[Any], ...]:
    """The cells of a row; where it has too few values and none fits one way, all are illegible."""
    name = field_of(row.text(letter, row.name), letter.passage(*row.name), 0.9, _SOURCE)
    places = _places(letter, row, money)
    rest = letter.passage(row.values[0][0], row.values[-1][1])
    if places is None:
        return name, *(covered(rest, 0.85, _SOURCE, Status.illegible) for _ in money)
    empty = letter.passage(row.name[1], row.name[1])
    passages = [empty] * len(money)
    for place, value in zip(places, row.values, strict=True):
        passages[place] = letter.passage(*value)
    return name, *(cell_field(letter, p, numeric=True, source=_SOURCE) for p in passages)


def _places(letter: Letter, row: _Row, money: Sequence[bool]) -> tuple[int, ...] | None:
    """The column of each value. Some left empty: by which carry a currency, if that fits one way;
    a total stands in the last column.
    """
    if len(row.values) == len(money):
        return tuple(range(len(money)))
    kinds = [_is_money(letter, value) for value in row.values]
    fitting = [
        places
        for places in combinations(range(len(money)), len(row.values))
        if row.clean and [money[place] for place in places] == kinds
    ]
    if len(fitting) > 1 and _TOTAL.match(letter.text, row.name[0]):
        fitting = [places for places in fitting if places[-1] == len(money) - 1]
    return fitting[0] if len(fitting) == 1 else None


# --- its head


def _heads(letter: Letter, above: Placed, count: int) -> list[Span] | None:
    """The line above the rows in as many parts as there are columns; None where it has not."""
    text = above.line.text.rstrip()
    tokens = [(above.start + m.start(), above.start + m.end()) for m in re.finditer(r"\S+", text)]
    if not count <= len(tokens) <= _HEAD_WORDS or text.endswith(_SENTENCE):
        return None
    words = [letter.text[slice(*token)] for token in tokens]
    for starts in _partings(words, count):
        if len(starts) == count:
            ends = [*starts[1:], len(tokens)]
            heads = [(tokens[s][0], tokens[e - 1][1]) for s, e in zip(starts, ends, strict=True)]
            return heads if _say_something(letter, heads) else None
    return None


def _say_something(letter: Letter, heads: Sequence[Span]) -> bool:
    """The first in words, the others in words or years."""
    first, *others = (letter.text[slice(*head)] for head in heads)
    named = _NAME.search(first) is not None
    return named and all(is_year(text) or re.search(r"[^\W\d]|[€%]", text) for text in others)


def _are_names(letter: Letter, heads: Sequence[Span]) -> bool:
    """Two heads over one column of values: capitalised words, no figures but a year."""
    texts = [letter.text[slice(*head)] for head in heads]
    figures = [figure for text in texts for figure in re.findall(r"\d+", text)]
    return all(text[0].isupper() for text in texts) and all(map(is_year, figures))


def _partings(words: Sequence[str], count: int) -> Iterator[list[int]]:
    """Ways to part a head: words that come again, a word a column, figures, capitals, equally."""
    numbers = range(len(words))
    yield list(numbers)
    yield [0, *(n for n in numbers if n and words[n][0].isdigit())]
    again, times = Counter(word.casefold() for word in words).most_common(1)[0]
    places = [n for n in numbers if words[n].casefold() == again]
    if 1 < times == count - 1 and places[-1] == len(words) - 1:  # it ends its column
        yield [0, *(place - (places[1] - places[0]) + 1 for place in places)]
    if 1 < times == count - 1:  # it begins its column: 'Aantal leerlingen Aantal groepen'
        yield [0, *places]
    yield [n for n in numbers if words[n][0].isupper() or words[n][0] in "€("]
    if (len(words) - 1) % (count - 1) == 0:
        size = (len(words) - 1) // (count - 1)
        yield [0, *range(1, len(words), size)]
