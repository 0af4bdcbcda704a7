"""Columns of which only a space parts the cells: told by the values in them, and by their heads.

'Deels openbaar 10.2.b' under 'Beoordeling Wob' is two cells, if the other rows end in a value too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from pipeline.layout.row_pieces import SIGN, VALUE, Columns, Piece, bits_of, joined
from pipeline.layout.segments import Segment

_MOST = 0.8  # of the cells are made alike
_OFTEN = 0.6  # of them hold all cells; the others the last one alone
_LEAST = 3
_CODE = re.compile(r"(?=\S*\d)[\w.,/€-]+|[-–]")

Rows = Sequence[Sequence[Piece]]
Parts = Callable[[Segment], list[list[Segment]]]


def with_close_cells_apart(rows: Rows, columns: Columns, head: int) -> tuple[Rows, Columns]:
    """Rows and columns, those columns parted that hold two values or more in each row.

    `head` is the number of the row over the first values: it must part into as many heads.
    """
    number = 0
    while number < columns.count:
        sizes = _sizes(rows, number, head)
        if sizes > 1:
            rows, columns = _parted(rows, columns, number, sizes, head)
        number += max(sizes, 1)
    return rows, columns


def _sizes(rows: Rows, number: int, head: int) -> int:
    """How many cells a column's cells are made of; 1 where they are whole."""
    under = [p for row in rows[head + 1 :] for p in row if p.first == p.last == number]
    over = [p for row in rows[head : head + 1] for p in row if p.first == p.last == number]
    shapes = Counter(_shape(_items(piece.segment)) for piece in under)
    if len(under) < _LEAST or not over:
        return 1
    shape, count = shapes.most_common(1)[0]
    lone = shapes[shape[-1]] if len(shape) > 1 else 0
    if count < _OFTEN * len(under) or count + lone < _MOST * len(under) or "w" in shape[1:]:
        return 1
    return len(shape) if len(_heads(over[0].segment)) == len(shape) else 1


def _items(segment: Segment) -> list[list[Segment]]:
    """Words that follow each other as one item, every value with its sign as one."""
    items: list[list[Segment]] = []
    for bit in bits_of([segment]):
        signed = items and SIGN.fullmatch(items[-1][-1].text) and _is_value(bit.text)
        word = items and not _is_value(bit.text) and not _is_value(items[-1][-1].text)
        if (word and not SIGN.fullmatch(bit.text)) or signed:
            items[-1].append(bit)
        else:
            items.append([bit])
    return items


def _is_value(text: str) -> bool:
    return VALUE.fullmatch(text) is not None or _CODE.fullmatch(text) is not None


def _shape(items: Sequence[Sequence[Segment]]) -> str:
    return "".join("v" if _is_value(item[-1].text) else "w" for item in items)


def _heads(segment: Segment) -> list[list[Segment]]:
    """The words of a head, each with a capital and what follows it."""
    heads: list[list[Segment]] = []
    for bit in bits_of([segment]):
        if heads and bit.text[0].islower():
            heads[-1].append(bit)
        else:
            heads.append([bit])
    return heads


def _parted(
    rows: Rows, columns: Columns, number: int, sizes: int, head: int
) -> tuple[Rows, Columns]:
    """Rows and columns with one column as so many."""
    found = [
        list(_row(row, number, sizes, _heads if n == head else _items))
        for n, row in enumerate(rows)
    ]
    starts = [
        min(p.segment.box.x0 for row in found for p in row if p.first == p.last == number + n)
        for n in range(sizes)
    ]
    gutters = [*columns.gutters]
    gutters[number:number] = [(x, x) for _, x in pairwise(starts)]
    return found, Columns(tuple(gutters), columns.walls, columns.least)


def _row(row: Sequence[Piece], number: int, sizes: int, parts_of: Parts) -> Iterator[Piece]:
    for piece in row:
        parts = parts_of(piece.segment)
        if piece.first == piece.last == number and len(parts) == sizes:
            yield from (Piece(joined(p), number + n, number + n) for n, p in enumerate(parts))
        else:
            more = sizes - 1
            lone = piece.first == number and _shape(_items(piece.segment)) == "v"
            first = piece.first + more * (piece.first > number or lone)
            yield Piece(piece.segment, first, piece.last + more * (piece.last >= number))
