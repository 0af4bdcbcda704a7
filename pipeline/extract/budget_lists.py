"""Budget lines in lists: a label, then its sum at the end of the line or of the item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.extract import field_of
from pipeline.extract.budget_posts import Post, kind_by, unit_by
from pipeline.extract.budget_text import Quantity, quantity_before
from pipeline.extract.noun_phrases import written
from pipeline.extract.running_text import ITEM, RunningText
from pipeline.extract.sums import Sum
from pipeline.record import Field, Kind

_SOURCE = "list"
_MOST_WORDS = 12
_DOUBTFUL = 0.35
_OTHER_FIGURE = re.compile(r"(?:\t|[ ]{2,})[\d.,%]+\s*$")
_RULE = re.compile(r"[\W_]*")
_DOTS = re.compile(r"(?:[.…·_][ ]?){3,}|…")
_LEADERS = re.compile(r"(?:(?:\.[ ]?){3,}|…|_{3,}|\t|[ ]{3,}|[:=])\s*$")
# A label that ends so leads into the sum: that is a sentence.
_LEADS_IN = re.compile(
    r"(?<!\w)(?:van|op|met|tot|ad|is|zijn|bedra(?:agt|gen)|en|of|voor|in|circa|ongeveer|maximaal|"
    r"hoogste|wij|we|u|kost|kosten\s+van)\s*$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\b(?:wij|we|ik|u)\b", re.IGNORECASE)
_TO = re.compile(r"(?:aan|voor)\s+(?=\w)", re.IGNORECASE)  # 'aan Ommen … f 52.000'
_WORDS = re.compile(r"[^\W\d]{3}|\d{4}")
_REST = re.compile(
    r"(?:[\s.,;)*=—–-]|(?:ex|in)cl(?:usief|\.)?|btw|eenmalig|structureel|incidenteel|jaarlijks|geraamd|geschat|raming|\(|per\s+[^\W\d]+|/[^\W\d]+|en|p\.\w\.?)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the text with the sums that end it: one, or a price and its product."""

    start: int
    end: int
    label: tuple[int, int]
    sums: tuple[Sum, ...]
    quantity: Quantity | None
    marked: bool
    led: bool


def in_lists(letter: RunningText, found: Sequence[Sum]) -> Iterator[tuple[Post, tuple[Sum, ...]]]:
    """One post for each line of a list, with the sums that it takes."""
    lines = list(_by_line(letter, found))
    taken = {_line_start(letter, one.start) for one in found}
    rows = [row for row in (_row(letter, own, taken) for own in lines) if row]
    ends = {row.end for row in rows}
    starts = {row.start for row in rows}
    for row in rows:
        beside = row.end + 1 in starts or _end_above(letter, row.start) in ends
        if row.marked or row.led or beside:
            yield _post(letter, row), row.sums


def _end_above(letter: RunningText, start: int) -> int:
    """Where the line above ends, past a rule that stands between."""
    above = _line_start(letter, max(start - 1, 0))
    ruled = above < start and _RULE.fullmatch(letter.text, above, start - 1) is not None
    return above - 1 if ruled else start - 1


def _by_line(letter: RunningText, found: Sequence[Sum]) -> Iterator[list[Sum]]:
    group: list[Sum] = []
    for one in found:
        if group and "\n" in letter.text[group[-1].end : one.start]:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _line_start(letter: RunningText, at: int) -> int:
    return letter.text.rfind("\n", 0, at) + 1


def _row(letter: RunningText, own: Sequence[Sum], taken: set[int]) -> _Row | None:
    """The line as a row of a list; None where its label leads into the sum or is no label."""
    text = letter.text
    start = _line_start(letter, own[0].start)
    end = text.find("\n", own[-1].end)
    end = len(text) if end < 0 else end
    quantity = quantity_before(text, start, own[0].start)
    product = len(own) == 2 and quantity is not None
    if (len(own) > 1 and not product) or not _REST.fullmatch(text, own[-1].end, end):
        return None
    bare = not text[start : own[0].start].strip()
    first = _item_start(letter, start, taken, bare)
    mark = ITEM.match(text, first)
    until = quantity.start if quantity else own[0].start
    label = (at := mark.end() if mark else first), _without_leaders(letter, at, until)
    words = text[slice(*label)]
    if (
        not _WORDS.search(written(text, label))
        or _LEADS_IN.search(words)
        or _SENTENCE.search(words)
        or len(words.split()) > _MOST_WORDS
    ):
        return None
    led = _LEADERS.search(text, label[0], own[-1].start) is not None
    return _Row(start, end, label, tuple(own), quantity, mark is not None, led)


def _item_start(letter: RunningText, start: int, taken: set[int], bare: bool) -> int:
    """Where the item begins of which a line is the last: up to two lines higher, at its mark.

    `taken` are the starts of lines that have a sum of their own. `bare`: the line has nothing
    but its sum, so that the line above may lead to it with a colon.
    """
    text, at = letter.text, start
    for _ in range(3):
        if ITEM.match(text, at):
            return at
        above = _line_start(letter, max(at - 1, 0))
        ends = ("", ".", ";") if bare and at == start else ("", ".", ":", ";")
        if (
            at == 0
            or above in taken
            or _RULE.fullmatch(text, above, at)
            or text[above:at].strip()[-1:] in ends
        ):
            return start
        at = above
    return start


def _without_leaders(letter: RunningText, start: int, end: int) -> int:
    """Where a label ends before the dots that lead to its sum, and what OCR made of them."""
    match = _DOTS.search(letter.text, start, end)
    end = match.start() if match else end
    figure = _OTHER_FIGURE.search(letter.text, start, end)
    end = figure.start() if figure else end
    words = list(re.finditer(r"\S+", letter.text[start:end]))
    while len(words) > 1 and _is_garble(letter, start + words[-1].start(), words[-1][0]):
        words.pop()
    return start + words[-1].end() if words else end


def _is_garble(letter: RunningText, at: int, word: str) -> bool:
    """Specks and dots read as letters: one alone, few different ones in a long word, in doubt."""
    letters = word.strip(".,:")
    if len(letters) == 1 and letters.islower():
        return True
    alike = len(set(letters)) == 1 < len(letters) or (
        len(letters) >= 8 and 2.4 * len(set(letters)) <= len(letters)
    )
    return alike or letter.passage(at, at + len(word)).legibility < _DOUBTFUL


def _post(letter: RunningText, row: _Row) -> Post:
    text, last = letter.text, row.sums[-1]
    words = text[slice(*row.label)]
    price = row.sums[0].value if len(row.sums) > 1 else None
    unit = last.unit or unit_by(words)
    return Post(
        row.sums[0].start,
        row.start,
        _description(letter, row.label),
        _kind(row, words, unit),
        last.amount(letter, _SOURCE),
        last.currency,
        (row.quantity and row.quantity.unit) or unit,
        _number(row),
        price,
        listed=True,
    )


def _kind(row: _Row, words: str, unit: str | None) -> Kind:
    if row.quantity is None:
        return kind_by(words, unit)
    return Kind.item if len(row.sums) > 1 else Kind.unit_price


def _number(row: _Row) -> Decimal | None:
    return row.quantity and row.quantity.number


def _description(letter: RunningText, label: tuple[int, int]) -> Field[str]:
    to = _TO.match(letter.text, *label)
    label = (to.end(), label[1]) if to else label
    return field_of(written(letter.text, label), letter.passage(*label), 0.93, _SOURCE)
