"""Lists under a head that speaks of money, in lines whose columns are lost: '2020 133.000'.

Another's OCR leaves a table so: its head, then in each line a label and one to three figures. The
last is the sum; before it may stand a quantity and a price.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.dutch.amounts import Currency, parse_number
from pipeline.extract import covered, field_of
from pipeline.extract.budget_posts import Post, kind_by
from pipeline.extract.noun_phrases import Span, written
from pipeline.extract.running_text import RunningText
from pipeline.page import COVERED
from pipeline.record import Amount, Field, Kind

_SOURCE = "headed-list"
_SCORE = 0.82
_MOST_WORDS = 9
_COUNTS = r"(?:(?:bedrag\w*\s+)?[x×*]\s*(?:€|f|ƒ)?\s*1[.\s]?000|in\s+duizend\w*\s+\w+)"
_UNIT = (
    r"\(?(?:in\s+(?:hele\s+)?(?:euro['’]?s?|guldens?|€|ƒ)|"
    rf"{_COUNTS}|€|ƒ|f|fl\.?|euro|gulden)\)?"
)
_HEAD = re.compile(
    r"[^\d\n█.;:]{0,70}?(?:(?:bedrag(?:en)?|kosten|begroot|begroting|raming|geraamd|subsidie|"
    r"bijdrage|vergoeding|budget|voorschot|toegekend|gevraagd|verleend|lasten|totaal)"
    rf"(?:\s+{_UNIT})?|(?<=\s){_UNIT})[^\S\n]*",
    re.IGNORECASE,
)
_MORE_HEAD = re.compile(r"[^\d\n€█]{3,50}")
_THOUSANDS = re.compile(_COUNTS, re.IGNORECASE)
_GUILDERS = re.compile(r"gulden|ƒ|(?<!\w)[hd]?fl?\.?(?!\w)", re.IGNORECASE)
_EURO = re.compile(r"€|\beuro", re.IGNORECASE)
_FIGURE = re.compile(
    r"(?:(?<=\s)|^)(?P<sign>(?:€|ƒ|[hd]?fl?\.?|EUR|[\"”„'’]{1,2})\s?)?"
    r"(?P<figure>-?\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|-?\d+(?:,\d{1,2})?)(?:,[-–—=]{1,2})?\s*$",
    re.IGNORECASE,
)
_HIDDEN = re.compile(rf"(?:(?<=\s)|^){COVERED}(?:\s?{COVERED})*(?:\s\S{{1,7}})?\s*$")
_SHAPED = re.compile(r"\d\.\d{3}|,\d\d$")
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]?\s+(?=[a-zA-Z])")
_COUNTED = re.compile(r"\baantal\s+(?P<unit>[a-zà-ÿ]{3,})", re.IGNORECASE)
_MEASURED = re.compile(r"\b(?P<unit>uren|uur|dagen|dagdelen|weken|maanden|stuks)\b", re.IGNORECASE)
_QUANTITY = re.compile(
    r"\b(?:aantal|uren|uur|dagen|dagdelen|weken|maanden|stuks|hoeveelheid)\b", re.I
)
_PRICED = re.compile(r"\d\D*(?<!\w)(?:[àáâ@x×]|a|ad|maal|keer)\s*$", re.IGNORECASE)  # '60 uur à'
_LEAST_ROWS = 2
_MOST_FIGURES = 3


@dataclass(frozen=True, slots=True)
class _Row:
    line: Span
    label: Span
    figures: tuple[tuple[Span, Decimal], ...]
    hidden: Span | None
    shaped: bool
    cents: bool


@dataclass(frozen=True, slots=True)
class HeadedList:
    """The posts of a list with the stretch of the text that it takes up."""

    span: Span
    posts: tuple[Post, ...]


def headed_lists(letter: RunningText, house: Currency) -> Iterator[HeadedList]:
    """Every list with a head of money and two rows or more; `house`: where no currency is named."""
    lines = [match.span() for match in re.finditer(r"[^\n]+", letter.text)]
    at = 0
    while at < len(lines):
        head, first = _head(letter.text, lines, at)
        rows = list(_rows(letter.text, lines, first, head))
        if _is_list(letter.text, rows, head):
            posts = tuple(_post(letter, row, head, house) for row in rows)
            yield HeadedList((lines[at][0], rows[-1].line[1]), posts)
            at = first + len(rows)
        else:
            at += 1


def _is_list(text: str, rows: Sequence[_Row], head: str) -> bool:
    """Sums under a head; without one, sums in cents that add up to the total under them.

    Lines that say how many at what price are read as such, not as columns (budget_lists).
    """
    if head or not rows:
        return len(rows) >= _LEAST_ROWS and 2 * sum(row.shaped for row in rows) >= len(rows)
    if not all(row.figures and row.cents for row in rows):
        return False
    if any(_PRICED.search(text[slice(*row.label)]) for row in rows):
        return False
    *parts, total = [row.figures[-1][1] for row in rows]
    named = kind_by(text[slice(*rows[-1].label)], None) is Kind.total
    return named and len(parts) >= _LEAST_ROWS and sum(parts) == total


def _head(text: str, lines: list[Span], at: int) -> tuple[str, int]:
    """The head that begins on a line, and where its rows begin; '' where none does."""
    match = _HEAD.fullmatch(text, *lines[at])
    words = match[0].split() if match else []
    if match is None or not 1 < len(words) <= _MOST_WORDS:
        return "", at
    if at + 1 < len(lines) and _more_head(text, lines, at + 1):
        return f"{match[0]} {text[slice(*lines[at + 1])]}", at + 2
    return match[0], at + 1


def _more_head(text: str, lines: list[Span], at: int) -> bool:
    """A second line of a head, right under the first: words and no figures."""
    close = text[lines[at - 1][1] : lines[at][0]] == "\n"
    words = _MORE_HEAD.fullmatch(text, *lines[at]) is not None
    return close and words and len(text[slice(*lines[at])].split()) <= _MOST_WORDS // 2


def _rows(text: str, lines: list[Span], first: int, head: str) -> Iterator[_Row]:
    """The rows under a head, as long as each has a label and a figure."""
    for at in range(first, len(lines)):
        gap = text[lines[at - 1][1] : lines[at][0]]
        row = _row(text, lines[at], bool(_THOUSANDS.search(head)))
        if row is None or gap.count("\n") > 2:
            return
        yield row


def _row(text: str, line: Span, scaled: bool) -> _Row | None:
    start, end = line
    hidden = _HIDDEN.search(text[start:end])
    figures: list[tuple[Span, Decimal]] = []
    if hidden is not None:
        end = start + hidden.start()
    while hidden is None and len(figures) < _MOST_FIGURES:
        match = _FIGURE.search(text[start:end])
        value = parse_number(match["figure"]) if match else None
        if match is None or value is None:
            break
        figures.insert(0, ((start + match.start(), start + match.end()), Decimal(value)))
        end = start + match.start()
    if hidden is None and not figures:
        return None
    label = (start, end)
    if figures and not text[start:end].strip():
        label, figures = figures[0][0], figures[1:]
    numbered = _NUMBERED.match(text, *label)
    label = (numbered.end() if numbered else label[0], label[1])
    words = text[slice(*label)]
    if (not figures and hidden is None) or not re.search(r"[^\W\d]{2}|(?:19|20)\d\d", words):
        return None
    if len(words.split()) > _MOST_WORDS or words.rstrip().endswith((".", "van", "op")):
        return None
    last = re.sub(r",[-–—=]+$", "", text[slice(*figures[-1][0])].strip()) if figures else ""
    shaped = hidden is not None or scaled or _SHAPED.search(last) is not None
    cents = re.search(r",\d\d$", last) is not None
    span = (start + hidden.start(), start + hidden.end()) if hidden else None
    return _Row(line, label, tuple(figures), span, shaped, cents)


def _post(letter: RunningText, row: _Row, head: str, house: Currency) -> Post:
    product = _product(row, head)
    label = row.label
    if product is None and len(row.figures) > 1 and not _QUANTITY.search(head):
        label = (label[0], row.figures[-2][0][1])
    description = field_of(written(letter.text, label), letter.passage(*label), 0.9, _SOURCE)
    kind = kind_by(description.value or "", None)
    single = kind is Kind.item
    quantity, price = product if product and single else (None, None)
    return Post(
        label[0],
        row.line[0],
        description,
        kind if kind in (Kind.total, Kind.subtotal) else Kind.item,
        _amount(letter, row, head),
        _currency(head, letter.text[slice(*row.line)], house),
        _unit(head) if quantity is not None else None,
        quantity,
        price,
        listed=True,
    )


def _amount(letter: RunningText, row: _Row, head: str) -> Field[Amount]:
    if row.hidden is not None:
        return covered(letter.passage(*row.hidden), _SCORE, _SOURCE)
    span, value = row.figures[-1]
    scale = 1000 if _THOUSANDS.search(head) else 1
    return field_of(value * scale, letter.passage(*span), _SCORE, _SOURCE)


def _product(row: _Row, head: str) -> tuple[Decimal, Decimal] | None:
    """Quantity and price, where three figures are so or stand under a head that counts."""
    if len(row.figures) != _MOST_FIGURES:
        return None
    quantity, price, amount = (value for _, value in row.figures)
    return (quantity, price) if _QUANTITY.search(head) or quantity * price == amount else None


def _unit(head: str) -> str | None:
    counted = _COUNTED.search(head)
    plain = counted is not None and not counted["unit"].istitle()
    match = counted if plain else _MEASURED.search(head)
    return match["unit"].lower() if match else None


def _currency(head: str, line: str, house: Currency) -> Currency:
    for words in (line, head):
        if _EURO.search(words):
            return "EUR"
        if _GUILDERS.search(words):
            return "NLG"
    return house
