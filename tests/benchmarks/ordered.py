"""How well pages were read: with their reading order, and whatever it is.

Without order: `tests.score.text.errors`. In the order drawn: the page's text in the truth's order
(the lines as they were set, cells of a table's row one after the other) against the text as the
contestant gave it, Levenshtein distance over the whole page, by characters and by words. With
order: the same, but the truth's blocks (`tests.corpus.truth`: running text, the column beside it, a
letterhead, a page number) stand where the contestant has them, since nobody can say whether a
column is to be read before the text that it stands beside or after it: of all orders of the whole
blocks the nearest, as far as moving one at a time finds it. Nor can anybody say whether a row of
labels over the row of their values ('Datum  Ons kenmerk' over '3 mei 2016  2016/114') is to be read
by rows or label by label: there both are right, whichever of them was drawn. A block that is torn,
or broken into by another, counts as error. If the order drawn is nearer, that one is taken. The same
preparation in all: Unicode NFC, white space collapsed, covered places, the codes in them and the
hyphen of a word cut at the end of a line left out. Rates are sums over pages.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from itertools import combinations, takewhile, zip_longest

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from pipeline.dutch.labels import label_of
from tests.benchmarks.pages import Truth
from tests.score.text import Errors, errors, pieces

TAKEN = "\0"  # for each character of the reading that belongs to a block


@dataclasses.dataclass(frozen=True, slots=True)
class Read:
    """The errors on each page of a file, in three ways of counting."""

    ordered: tuple[Errors, ...] = ()
    drawn: tuple[Errors, ...] = ()
    free: tuple[Errors, ...] = ()


def scored(truths: Sequence[Truth], read: Sequence[str]) -> Read:
    """The errors of each page; a page not read counts whole."""
    pages = []
    for truth, text in zip_longest(truths, read):
        known, said = truth or Truth(""), text or ""
        bare = uncoded(said, known.codes)
        free = errors(known.text, said, known.codes)
        pages.append((in_blocks(known.text, bare), in_order(known.text, bare), free))
    return Read(*map(tuple, zip(*pages, strict=True)))


def in_order(truth: str, read: str) -> Errors:
    """The errors of one page where the order counts."""
    one, other = (" ".join(pieces(text)) for text in (truth, read))
    words = one.split()
    return Errors(
        Levenshtein.distance(one, other),
        len(one),
        Levenshtein.distance(words, other.split()),
        len(words),
    )


def in_blocks(truth: str, read: str) -> Errors:
    """The errors of one page where the order counts within the truth's blocks."""
    said = " ".join(pieces(read))
    cells = [_label_by_label(block, said) for block in truth.split("\n\n")]
    blocks = _in_best_order(_as_read(_row_by_row(cells, said), said), said)
    ways = (in_order(text, read) for text in (truth, "\n".join(blocks)))
    return min(ways, key=lambda errors: errors.characters)


def _label_by_label(block: str, read: str) -> str:
    """The block, a row of labels over the row of their values as it was read: by rows or by columns.

    'Datum  Ons kenmerk' over '3 mei 2016  2016/114' are two cells, each a label over its value;
    cells may be empty, so which label has none is taken as it was read. No other rows are.
    """
    lines = block.split("\n")
    bare = [_is_bare_label(line) for line in lines]
    at = 0
    while at < len(lines):
        labels = _run(bare, at, True)
        values = min(_run(bare, at + labels, False), labels)
        if labels > 1 and values:
            row = lines[at : at + labels + values]
            lines[at : at + labels + values] = _nearest(
                [row, *_columns(row[:labels], row[labels:])], read
            )
        at += labels + values or 1
    return "\n".join(lines)


def _row_by_row(blocks: Sequence[str], read: str) -> list[str]:
    """The same where the truth has the cells one by one, a block each, and they were read by rows."""
    found: list[str] = []
    left = [block.split("\n") for block in blocks]
    while left:
        first = left.pop(0)
        cells = [first[-2:]] if _is_cell(first[-2:]) else []
        while cells and left and _is_cell(left[0]):
            cells.append(left.pop(0))
        rows = [line for row in zip(*cells, strict=True) for line in row]
        together = [line for cell in cells for line in cell]
        if len(cells) > 1 and _nearest([together, rows], read) is rows:
            found += filter(None, ["\n".join(first[:-2]), "\n".join(rows)])
        else:
            found += ["\n".join(first), *("\n".join(cell) for cell in cells[1:])]
    return found


def _nearest(ways: Sequence[list[str]], read: str) -> list[str]:
    """Of some ways to set the same lines, the one most like a stretch of what was read."""
    return max(ways, key=lambda way: fuzz.partial_ratio(" ".join(pieces("\n".join(way))), read))


def _is_cell(lines: Sequence[str]) -> bool:
    """A label and its value under it."""
    return [_is_bare_label(line) for line in lines] == [True, False]


def _run(marks: Sequence[bool], at: int, mark: bool) -> int:
    """How many marks are this one, from a place on."""
    return sum(1 for _ in takewhile(lambda one: one is mark, marks[at:]))


def _columns(labels: Sequence[str], values: Sequence[str]) -> Iterator[list[str]]:
    """Each label with its value after it, the values in their order over some of the labels."""
    for over in combinations(range(len(labels)), len(values)):
        value_of = dict(zip(over, values, strict=True))
        yield [
            text
            for number, label in enumerate(labels)
            for text in (label, value_of.get(number))
            if text is not None
        ]


def _is_bare_label(line: str) -> bool:
    label = label_of(line)
    return label is not None and not label.value


def _as_read(blocks: Sequence[str], read: str) -> list[str]:
    """The blocks in the order in which they seem to stand in the reading, found the longest first."""
    found: list[tuple[int, str]] = []
    for block in sorted(blocks, key=len, reverse=True):
        at = fuzz.partial_ratio_alignment(" ".join(pieces(block)), read)
        start, end = (at.dest_start, at.dest_end) if at else (len(read), len(read))
        found.append((start, block))
        read = read[:start] + TAKEN * (end - start) + read[end:]
    return [block for _, block in sorted(found, key=lambda pair: pair[0])]


def _in_best_order(blocks: Sequence[str], read: str) -> list[str]:
    """The blocks, each moved to where the whole is nearest to the reading, until none gains.

    A block of a few characters ('2', 'Pagina 1') has its like in many places, and the stretch that
    was found for a long block may reach into the next: where one stands, only the whole page tells.
    """
    best = list(blocks)
    least = _distance(best, read)
    gained = True
    while gained:
        gained = False
        for block in sorted(blocks, key=len):
            rest = list(best)
            rest.remove(block)
            for at in range(len(best)):
                order = [*rest[:at], block, *rest[at:]]
                if (distance := _distance(order, read)) < least:
                    best, least, gained = order, distance, True
    return best


def _distance(blocks: Sequence[str], read: str) -> int:
    return Levenshtein.distance(" ".join(pieces("\n".join(blocks))), read)


def uncoded(read: str, codes: Sequence[str]) -> str:
    """What was read without the codes of covered places, each taken out once, as in `errors`."""
    for code in sorted(codes, key=len, reverse=True):
        spread = r"\s*".join(map(re.escape, "".join(code.split())))
        read = re.sub(spread, " ", read, count=1)
    return read
