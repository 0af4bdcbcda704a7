"""A table out of a grid of cells: which rows are its head, and what each cell holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from pipeline.dutch.labels import label_of
from pipeline.extract import covered
from pipeline.extract.cells import (
    cell_field,
    is_number,
    is_unreadable,
    is_year,
    numeric_columns,
    one_line,
)
from pipeline.extract.spanning_heads import spanning
from pipeline.extract.tabulated import Tabulated, is_running_head
from pipeline.geometry import Box, around
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import ILLEGIBLE, Block, Cell, Line, Page, Zone
from pipeline.record import Field, Status, Table

_HEAD_ROWS = 3  # a head of more rows than this is none
_FIGURE = re.compile(r"\d[.,]\s?\d{2}|[€ƒ]\s?\d|\d\s?,[-–=]")  # a sum stands in no head
_UNIT = re.compile(r"\bx\s?(?:€|ƒ|f|EUR)?\s?1\.?000(?:\.000)?\b|\b1\.?000\s?euro\b", re.IGNORECASE)
_LEAST_HEIGHT = 0.4  # of the words of a table; what is lower is no figure
_TEXT = {Zone.body, Zone.table, Zone.subject}
_SOURCE = "grid"


@dataclass(frozen=True, slots=True)
class _Grid:
    """The cells of a block as passages, with their texts on one line."""

    page: Page
    block: Block
    rows: tuple[tuple[Passage, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    numeric: frozenset[int]
    kept: tuple[int, ...]  # the columns of the block that are columns of the table
    specks: frozenset[int]  # starts of the cells in which only specks were read


def of_grid(letter: Letter, page: Page, block: Block, *, follows: bool) -> Tabulated | None:
    """The table that a block with a grid is; None for labels with their values.

    Without a head its header is empty. `follows` says that there was a table before, of which
    this may be the rest: then no head is sought above it.
    """
    grid = _grid(letter, page, block)
    head = _head_rows(grid)
    header = tuple(_header(letter, grid, head))
    above = [] if head or (follows and _at_top(page, block)) else _line_above(letter, grid)
    above = above or ([] if head else _row_before(letter, grid))
    header = header or tuple(_header_above(letter, grid, above))
    values = grid.rows[head:]
    if len(grid.kept) < 2 or not values or (len(values) < 2 and _is_reference(header)):
        return None
    span = letter.of_lines(block.lines)
    start = min([span.start, *(p.start for p in above if header and p.page is page)])
    return Tabulated(
        Table(page=page.number, header=header, rows=_fields(letter, grid, head)),
        ((start, span.end),),
        tuple(_row_start(row) for row in grid.rows[head:]),
    )


def _grid(letter: Letter, page: Page, block: Block) -> _Grid:
    assert block.grid is not None
    least = _LEAST_HEIGHT * median(word.box.height for line in block.lines for word in line.words)
    rows, specks = [], set()
    for row in block.grid.rows:
        passages = [letter.of_cell(page, _without_specks(cell, least)) for cell in row]
        specks |= {
            p.start for p, cell in zip(passages, row, strict=True) if _is_specks(cell, least)
        }
        rows.append(tuple(passages))
    texts = tuple(tuple(one_line(letter.text[p.start : p.end]) for p in row) for row in rows)
    kept = [n for n in range(len(rows[0])) if not _is_dirt([row[n] for row in texts])]
    texts = tuple(tuple(row[n] for n in kept) for row in texts)
    return _Grid(
        page,
        block,
        tuple(tuple(row[n] for n in kept) for row in rows),
        texts,
        frozenset(numeric_columns(texts[1:])),
        tuple(kept),
        frozenset(specks),
    )


def _is_speck(line: Line, least: float) -> bool:
    """A letter or figure that is far too low for one: dirt, or what is left of a blot."""
    return all(word.box.height < least and word.text.isalnum() for word in line.words)


def _is_specks(cell: Cell, least: float) -> bool:
    return bool(cell.lines) and all(_is_speck(line, least) for line in cell.lines)


def _without_specks(cell: Cell, least: float) -> Cell:
    """The cell without the specks beside its words."""
    clear = tuple(line for line in cell.lines if not _is_speck(line, least))
    return replace(cell, lines=clear) if clear else cell


def _is_dirt(cells: Sequence[str]) -> bool:
    """A column without a head in which OCR read a speck or two."""
    filled = [cell for cell in cells if cell]
    specks = all(is_unreadable(cell) and ILLEGIBLE not in cell for cell in filled)
    return not filled or (not cells[0] and specks and 3 * len(filled) < len(cells))


def _fields(letter: Letter, grid: _Grid, head: int) -> tuple[tuple[Field[str], ...], ...]:
    return tuple(
        tuple(
            covered(passage, 0.85, _SOURCE, Status.illegible)
            if passage.end and passage.start in grid.specks
            else cell_field(letter, passage, numeric=column in grid.numeric, source=_SOURCE)
            for column, passage in enumerate(row)
        )
        for row in grid.rows[head:]
    )


def _row_start(row: Sequence[Passage]) -> int:
    return min((passage.start for passage in row if passage.end > passage.start), default=0)


def _is_reference(header: Sequence[Field[str]]) -> bool:
    """A row of labels with their values below, as stands above many letters."""
    cells = [field.value for field in header if field.value]
    return len(cells) > 1 and 2 * sum(label_of(cell) is not None for cell in cells) > len(cells)


# --- its head


def _head_rows(grid: _Grid) -> int:
    """How many rows are the head: words over columns of numbers; else bold, or filled and short."""
    if len(grid.texts) < 2:
        return 0
    if any(map(_is_sum, grid.texts[0])):
        return 0
    if not grid.numeric:
        return int(_only_bold(grid) or _looks_like_head(grid.texts))
    count = 0
    for number in range(min(_HEAD_ROWS, len(grid.texts) - 1)):
        if not _over_numbers(grid, number) or (number and not _second_of_head(grid, number)):
            break
        count = number + 1
    return count


def _is_sum(cell: str) -> bool:
    """A sum, not the unit of a column: 'x € 1.000'."""
    return _FIGURE.search(_UNIT.sub("", cell)) is not None


def _over_numbers(grid: _Grid, number: int) -> bool:
    """A row with words, or years that are no value below, where the columns hold numbers."""
    over = [grid.texts[number][column] for column in grid.numeric]
    below = [row[column] for row in grid.texts[number + 1 :] for column in grid.numeric]
    if any(map(_is_sum, over)):
        return False
    years = any(map(is_year, over)) and not any(map(is_year, below))
    return any(over) and not any(is_number(cell) and not (years and is_year(cell)) for cell in over)


def _second_of_head(grid: _Grid, number: int) -> bool:
    """A second row of a head leaves its first cell empty, or stands under an empty one."""
    return not grid.texts[number][0] or not grid.texts[number - 1][0]


def _only_bold(grid: _Grid) -> bool:
    assert grid.block.grid is not None
    first, *others = grid.block.grid.rows
    words = [word for cell in first for line in cell.lines for word in line.words]
    rest = [word for row in others for cell in row for line in cell.lines for word in line.words]
    return bool(words) and all(w.bold for w in words) and not all(w.bold for w in rest)


def _looks_like_head(texts: Sequence[Sequence[str]]) -> bool:
    return all(cell and len(cell.split()) <= 4 for cell in texts[0]) and len(texts) > 2


def _header(letter: Letter, grid: _Grid, head: int) -> Iterator[Field[str]]:
    """One field a column; of a head of several rows the parts are joined.

    What stands over several columns is a part of the head of each.
    """
    heads = [_lines(grid, range(head), column) for column in range(len(grid.texts[0]))]
    over = spanning(heads, _columns(grid), apart=head > 1)
    for column in range(len(heads)) if head else ():
        parts = [letter.of_lines([over[column]])] if column in over else []
        parts += [grid.rows[row][column] for row in range(head)]
        filled = [part for part in parts if part.end > part.start] or parts[:1]
        yield _together([cell_field(letter, p, numeric=False, source=_SOURCE) for p in filled])


def _lines(grid: _Grid, rows: Iterable[int], column: int) -> list[Line]:
    assert grid.block.grid is not None
    cells = [grid.block.grid.rows[row][grid.kept[column]] for row in rows]
    return [line for cell in cells for line in cell.lines]


def _together(fields: Sequence[Field[str]]) -> Field[str]:
    if len(fields) == 1 or any(field.value is None for field in fields):
        return fields[0]
    return fields[0].model_copy(
        update={
            "value": " ".join(field.value or "" for field in fields),
            "text": " ".join(field.text for field in fields),
            "confidence": min(field.confidence for field in fields),
            "evidence": tuple(place for field in fields for place in field.evidence),
        }
    )


# --- a head that is no row of the grid, because its words stand close together


def _at_top(page: Page, block: Block) -> bool:
    return page.measured and block.box.top < 0.2 * page.height


def _line_above(letter: Letter, grid: _Grid) -> list[Placed]:
    """The lines of the row straight over a grid; no sentence, and no more words than a head has."""
    block = grid.block
    height = block.lines[0].box.height
    near = [
        placed
        for placed in letter.on_page(grid.page)
        if placed.block is not block
        and 0 < block.box.top - placed.box.middle[1] < 1.6 * height
        and not placed.line.text.rstrip().endswith((".", ":", ",", ";"))
    ]
    words = sum(len(placed.line.words) for placed in near)
    return near if len(grid.texts[0]) <= words <= 3 * len(grid.texts[0]) else []


def _row_before(letter: Letter, grid: _Grid) -> list[Placed]:
    """The last row of the page before, over a grid that begins its page: a head left behind."""
    texts = [p for p in letter.lines if p.zone in _TEXT and p.page.number <= grid.page.number]
    before = [p for p in texts if p.page.number == grid.page.number - 1]
    here = [p for p in texts if p.page is grid.page and p.block is not grid.block]
    if not before or not is_running_head([p for p in here if p.box.top < grid.block.box.top]):
        return []
    lowest = max(before, key=lambda placed: placed.box.bottom)
    row = [p for p in before if p.box.side_by_side(lowest.box) > 0.5]
    named = all(re.search(r"[^\W\d]", p.line.text) and not _is_sum(p.line.text) for p in row)
    ended = any(p.line.text.endswith((".", ":", ",", ";")) for p in row)
    return row if len(row) == len(grid.kept) and named and not ended else []


def _header_above(letter: Letter, grid: _Grid, above: Sequence[Placed]) -> list[Field[str]]:
    """The words above, each in the column that it stands over; nothing where one stays empty."""
    columns = _columns(grid)
    spans: list[tuple[int, int] | None] = [None] * len(columns)
    for placed in above:
        at = placed.start
        for word in placed.line.words:
            column = _nearest(word.box, columns)
            known = spans[column]
            spans[column] = (known[0] if known else at, at + len(word.text))
            at += len(word.text) + 1
    if None in spans:
        return []
    passages = [letter.passage(*span) for span in spans if span is not None]
    return [cell_field(letter, p, numeric=False, source=_SOURCE) for p in passages]


def _columns(grid: _Grid) -> list[Box]:
    assert grid.block.grid is not None
    columns = list(zip(*grid.block.grid.rows, strict=True))
    return [
        around([line.box for cell in columns[n] for line in cell.lines] or [columns[n][0].box])
        for n in grid.kept
    ]


def _nearest(box: Box, columns: Sequence[Box]) -> int:
    def away(number: int) -> tuple[float, float]:
        column = columns[number]
        outside = max(column.x0 - box.x1, box.x0 - column.x1, 0.0)
        return outside, abs(column.middle[0] - box.middle[0])

    return min(range(len(columns)), key=away)
