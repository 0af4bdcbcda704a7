"""Tables whose cells a stroke parts, as in e-mails: 'Onderdeel | Begroot | Werkelijk'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.cells import cell_field, numeric_columns
from pipeline.extract.tabulated import Tabulated
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import Zone
from pipeline.record import Table

_SOURCE = "strokes"
_LEAST_ROWS = 2  # under the head
_ZONES = {Zone.body, Zone.table, Zone.subject, Zone.closing, Zone.signature}
_RULE = re.compile(r"[|\s:+=_–—-]+")
_CELL = re.compile(r"[^|]+")


def delimited_tables(letter: Letter) -> Iterator[Tabulated]:
    """Every run of lines with as many strokes, of which the first is the head."""
    run: list[tuple[Placed, list[Passage]]] = []
    for placed in [p for p in letter.lines if p.block.grid is None and p.zone in _ZONES]:
        cells = _cells(letter, placed)
        if run and _RULE.fullmatch(placed.line.text):
            continue
        if run and len(cells) == len(run[0][1]):
            run.append((placed, cells))
            continue
        yield from _table(letter, run)
        run = [(placed, cells)] if len(cells) > 1 else []
    yield from _table(letter, run)


def _cells(letter: Letter, placed: Placed) -> list[Passage]:
    """The cells of a line; none where no stroke stands in it."""
    text = letter.text[placed.start : placed.end]
    if "|" not in text.strip(" |"):
        return []
    first = placed.start + len(text) - len(text.lstrip(" |"))
    last = placed.start + len(text.rstrip().removesuffix("|"))
    return [_trimmed(letter, *match.span()) for match in _CELL.finditer(letter.text, first, last)]


def _trimmed(letter: Letter, start: int, end: int) -> Passage:
    text = letter.text[start:end]
    left = start + len(text) - len(text.lstrip())
    return letter.passage(left, max(left, start + len(text.rstrip())))


def _table(letter: Letter, run: Sequence[tuple[Placed, list[Passage]]]) -> Iterator[Tabulated]:
    if len(run) <= _LEAST_ROWS:
        return
    texts = [[letter.text[p.start : p.end] for p in cells] for _, cells in run]
    numeric = numeric_columns(texts[1:])
    head, *rows = [
        tuple(
            cell_field(letter, passage, numeric=bool(at) and n in numeric, source=_SOURCE)
            for n, passage in enumerate(cells)
        )
        for at, (_, cells) in enumerate(run)
    ]
    yield Tabulated(
        Table(page=run[0][0].page.number, header=head, rows=tuple(rows)),
        ((run[0][0].start, run[-1][0].end),),
        tuple(placed.start for placed, _ in run[1:]),
    )
