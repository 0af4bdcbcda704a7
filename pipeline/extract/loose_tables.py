"""Tables in plain lines, whose columns only a blank parts: 'Almere 6 6' under 'Gemeente 1 daagse'.

The rows that are read clean say how many columns there are and of what kind; the line above them,
or the two lines above, must part into as many heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pipeline.dutch.labels import label_of
from pipeline.dutch.vocabulary import page_number
from pipeline.extract import covered, field_of
from pipeline.extract.cells import cell_field, is_year, one_line
from pipeline.extract.loose_heads import heads
from pipeline.extract.loose_rows import Item, Kind, Row, Span, columns_of, fits, places, row_of
from pipeline.extract.tabulated import Tabulated
from pipeline.letter import Letter, Placed, together
from pipeline.page import Zone
from pipeline.record import Field, Status, Table

_LEAST_ROWS = 3
_SOURCE = "loose-lines"
_ZONES = {Zone.body, Zone.table, Zone.subject, Zone.closing, Zone.signature}
_DRAWN = re.compile(r"[-–—=_.+|*]{4,}(?:\s+[-–—=_.+|*]{4,})*")
_REST = re.compile(r"[a-zà-ÿ(]\S*(?: \S+){0,3}")
_BREAKS = 3  # lines of a foot and a head of a page between a head and its rows, at most

Heads = list[list[Span]]


def loose_tables(letter: Letter) -> Iterator[Tabulated]:
    """Every table in lines that belong to no grid."""
    lines = [p for p in letter.lines if p.block.grid is None and p.zone in _ZONES]
    rows = [row_of(letter, placed) for placed in lines]
    at = 0
    while at < len(lines):
        run, end = _run(letter, lines, rows, at)
        made = _table(letter, _above(lines, at), run) if len(run) > 1 else None
        if made is not None:
            yield made
        at = max(end, at + 1)


# --- rows under each other


def _run(
    letter: Letter, lines: Sequence[Placed], rows: Sequence[Row | None], at: int
) -> tuple[list[Row], int]:
    """Rows from a line on, no two with the same name; and the number of the line after them."""
    run: list[Row] = []
    names: set[str] = set()
    while at < len(lines) and (not run or _follows(lines[at - 1], lines[at])):
        row = rows[at]
        if row is None and run and _is_rest(letter, run[-1], lines[at]):
            run[-1] = replace(run[-1], rest=(lines[at].start, lines[at].end))
        elif row is None and not (run and _DRAWN.fullmatch(lines[at].line.text)):
            break
        elif row is not None:
            name = letter.text[slice(*row.items[0].span)].casefold()
            if name in names:
                break
            names.add(name)
            run.append(row)
        at += 1
    return run, at


def _follows(above: Placed, placed: Placed) -> bool:
    """The next line of the text, on the same page."""
    return above.page is placed.page and 0 < placed.start - above.end <= 2


def _is_rest(letter: Letter, above: Row, placed: Placed) -> bool:
    """The end of a name that was broken at the hyphen: 'delbeers' under 'West- en Mid-'."""
    named = next((item for item in above.items if item.kind is Kind.words), None)
    broken = named is not None and letter.text[named.end - 1] in "-­"
    return broken and above.rest is None and _REST.fullmatch(placed.line.text) is not None


def _above(lines: Sequence[Placed], at: int) -> list[Placed]:
    """The two lines over a run; the foot of a page between them and it is passed over."""
    before = list(lines[max(0, at - _BREAKS - 2) : at])
    for number in range(len(before) - 1, max(-1, len(before) - 1 - _BREAKS), -1):
        if page_number(before[number].line.text) is not None:
            before = before[:number]
            break
    return before[-2:]


# --- the table


def _table(letter: Letter, above: Sequence[Placed], run: Sequence[Row]) -> Tabulated | None:
    run, above = _without_head(letter, run, above)
    columns = columns_of(run)
    if columns is None:
        return None
    run = _alike([_fewer(row, columns) for row in run], columns)
    found = _found(letter, above, columns)
    if found is None or not _enough(run, columns) or not _near(above[-1], run[0].placed):
        return None
    if len(run) < _LEAST_ROWS and _are_labels(letter, found):
        return None
    if Kind.words in columns[2:] and not _are_capitalised(letter, found):
        return None
    first = min(span[0] for head in found for span in head)
    return Tabulated(
        Table(
            page=letter.line_at(first).page.number,
            header=tuple(_head(letter, head) for head in found),
            rows=tuple(_cells(letter, row, columns) for row in run),
        ),
        ((first, max(run[-1].placed.end, run[-1].rest[1] if run[-1].rest else 0)),),
        tuple(row.items[0].start for row in run),
    )


def _are_labels(letter: Letter, found: Heads) -> bool:
    """The labels of a reference, as stand over many letters with their values below."""
    texts = [letter.text[slice(*head[0])] for head in found if head]
    return 2 * sum(label_of(text) is not None for text in texts) > len(texts)


def _are_capitalised(letter: Letter, found: Heads) -> bool:
    """Heads that begin with a capital: the words of a sentence do not."""
    return not any(letter.text[head[0][0]].islower() for head in found if head)


def _enough(run: Sequence[Row], columns: Sequence[Kind]) -> bool:
    """Three rows; two where both fill three columns or more."""
    full = sum(len(row.items) == len(columns) > 2 and row.clean for row in run)
    return len(run) >= _LEAST_ROWS or full == len(run) == _LEAST_ROWS - 1


def _alike(run: Sequence[Row], columns: Sequence[Kind]) -> list[Row]:
    """The rows up to the first that has other items, or stands apart under a total.

    What comes before an empty line and has other items is the head of a page.
    """
    if len(run) > 1 and not fits(run[0], columns) and _apart(run[0], run[1]):
        run = run[1:]
    kept: list[Row] = []
    for row in run:
        apart = bool(kept) and _apart(kept[-1], row)
        other = len(row.items) != len(columns)
        if not fits(row, columns, slack=0 if apart else 1):
            break
        if apart and (other or kept[-1].total):
            break
        kept.append(row)
    return kept


def _apart(above: Row, below: Row) -> bool:
    """Whether there is an empty line between two rows."""
    return above.placed.block is not below.placed.block


def _without_head(
    letter: Letter, run: Sequence[Row], above: Sequence[Placed]
) -> tuple[list[Row], list[Placed]]:
    """A first line that ends in figures too is a head: 'Post 2016 2017', 'Plaats fase 1 fase 2'."""
    first, *others = run
    columns = columns_of(others)
    if len(others) < 2 or columns is None or first.items[0].kind is not Kind.words:
        return list(run), list(above)
    values = [letter.text[slice(*item.span)] for item in first.items[1:]]
    years = all(map(is_year, values)) and Kind.year not in columns[1:]
    named = years or not fits(first, columns) or len(first.items) > len(columns)
    if named and _found(letter, [first.placed], columns):
        return others, [*above, first.placed]
    return list(run), list(above)


def _found(letter: Letter, above: Sequence[Placed], columns: Sequence[Kind]) -> Heads | None:
    """The heads; over rows with a number before their names, the number's may be missing."""
    found = heads(letter, above, len(columns))
    if found is None and columns[:2] == (Kind.number, Kind.words):
        fewer = heads(letter, above, len(columns) - 1)
        found = [fewer[0], [], *fewer[1:]] if fewer else None
    return found


def _near(above: Placed, placed: Placed) -> bool:
    """On the line above, or beyond a foot of a page."""
    gap = placed.start - above.end
    return 0 < gap <= 2 or (gap < 300 and above.page.number in _pages_before(placed))


def _pages_before(placed: Placed) -> tuple[int, int]:
    return placed.page.number, placed.page.number - 1


def _fewer(row: Row, columns: Sequence[Kind]) -> Row:
    """A row with too many items: what stands before its last values is all of its name."""
    extra = len(row.items) - len(columns)
    if extra <= 0 or columns[0] is not Kind.words:
        return row
    name = Item(row.items[0].start, row.items[extra].end, Kind.words)
    return replace(row, items=(name, *row.items[extra + 1 :]))


def _head(letter: Letter, spans: Sequence[Span]) -> Field[Any]:
    passages = [letter.passage(*span) for span in spans] or [letter.passage(0, 0)]
    if len(passages) == 1:
        return cell_field(letter, passages[0], numeric=False, source=_SOURCE)
    joined = one_line("\n".join(letter.text[slice(*span)] for span in spans))
    return field_of(joined, together(passages), 0.9, _SOURCE)


def _cells(letter: Letter, row: Row, columns: Sequence[Kind]) -> tuple[Field[Any], ...]:
    """The cells of a row; where it has too few values and none fits one way, all are illegible."""
    where = places(row, columns)
    if where is None:
        name, rest = row.items[0], letter.passage(row.items[1].start, row.items[-1].end)
        unread = covered(rest, 0.85, _SOURCE, Status.illegible)
        return _cell(letter, row, name, columns[0]), *(unread for _ in columns[1:])
    at = dict(zip(where, row.items, strict=True))
    empty = Item(row.items[0].end, row.items[0].end, Kind.blank)
    return tuple(
        _cell(letter, row, at.get(number, empty), kind) for number, kind in enumerate(columns)
    )


def _cell(letter: Letter, row: Row, item: Item, column: Kind) -> Field[Any]:
    passage = letter.passage(*item.span)
    if item.kind is Kind.words and row.rest is not None:
        written = letter.text[slice(*item.span)] + "\n" + letter.text[slice(*row.rest)]
        ends = together([passage, letter.passage(*row.rest)])
        return field_of(one_line(written), ends, 0.9, _SOURCE)
    numeric = column not in (Kind.words, Kind.code)
    return cell_field(letter, passage, numeric=numeric, source=_SOURCE)
