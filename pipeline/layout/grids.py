"""Tables: rows of segments whose gaps stand under each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.dutch.formulas import is_closing, is_salutation
from pipeline.dutch.labels import label_of
from pipeline.geometry import Box, around
from pipeline.layout.gutters import (
    Row,
    Span,
    column_of,
    part_at_rules,
    set_in_columns,
    spans_of,
    with_bridge_cut,
)
from pipeline.layout.segments import Segment
from pipeline.page import COVERED, ILLEGIBLE, Block, Cell, Grid, Line, Raster, Word

_TOP = 4  # rows over a table that may have come with it
_LABEL = re.compile(
    r"(?:(?:ons|uw|onze|het)\s+)?(?:kenmerk|referentie|nummer|datum|bijlagen?|contactpersoon|"
    r"behandeld door|telefoon\w*|onderwerp|betreft|dossier\w*|zaak\w*|e-?mail\w*|doorkies\w*|"
    r"afdeling|pagina|blad|verzonden|verzenddatum|iban|kvk\w*|btw\w*|fax|tel|t|e|bezoekadres|"
    r"postadres|postbus|retouradres|aan|cc)\b|.{1,30}:$|\d{4} ?[A-Z]{2}\b",
    re.IGNORECASE,
)
_REFERENCES = re.compile(  # what only the head of a letter has
    r"\b(?:ons|uw)\s+kenmerk\b|aan\s*:?$|(?:bericht|antwoord)\s+op\s+(?:uw\s+)?(?:schrijven|brief)\b",
    re.IGNORECASE,
)
_RETURN = re.compile(r"retour-?\s?adres", re.IGNORECASE)
_PROSE = 9  # words of running text; where it goes before, a line that greets opens no letter
_INKED = 0.02  # share of a cell's pixels that is more than specks
_FIGURES = re.compile(r"\d")
_VALUE = re.compile(
    rf"(?:€|ƒ|EUR|Hfl\.?|fl?\.?)?\s*[-–(]?\d[\d.,/ –-]*[=)]?\s*%?|{COVERED}", re.IGNORECASE
)
_MOST = 0.7  # of the columns
_DRAWN = re.compile(r"[-–—=_.+|*]{4,}")


@dataclass(frozen=True, slots=True)
class _Run:
    """Rows under each other that may be a table, with left and right of its columns.

    `rows` are set in the columns, `found` are the segments as they came.
    """

    rows: tuple[Row, ...]
    columns: tuple[Span, ...]
    found: tuple[Row, ...]


def part_tables(
    segments: Sequence[Segment], rules: Sequence[Box], raster: Raster | None = None
) -> tuple[list[Block], list[Segment]]:
    """The tables, and the segments that are in none.

    `rules` are lines drawn on the page. Where the picture shows ink in a cell that has no words,
    the cell holds the mark `ILLEGIBLE`.
    """
    parted = part_at_rules(segments, rules)
    opening = _opening(segments)
    rows = [row for row in rows_of(parted) if not _is_drawn(row)]
    runs = [
        run
        for run in _runs(rows, rules)
        if _is_table(run) and not _is_head(run, opening, rules) and not _is_signed(run)
    ]
    if not runs:
        return [], list(segments)
    tables = [_table(run, rules, raster) for run in runs]
    taken = {id(word) for run in runs for row in run.found for s in row for word in s.line.words}
    return tables, _without(segments, parted, taken)


def _is_signed(run: _Run) -> bool:
    """Whether it opens with the closing of a letter: two may sign beside each other."""
    return any(is_closing(segment.text) for segment in run.found[0])


def _without(
    segments: Sequence[Segment], parted: Sequence[Segment], taken: set[int]
) -> list[Segment]:
    """What is in no table: segments as they were, and the parts that are left of others."""
    whole = [s for s in segments if not any(id(word) in taken for word in s.line.words)]
    kept = {id(word) for s in whole for word in s.line.words} | taken
    return whole + [s for s in parted if not any(id(word) in kept for word in s.line.words)]


# --- runs of rows


def rows_of(segments: Sequence[Segment]) -> list[Row]:
    """Segments by their height on the page, each row from left to right."""
    rows: list[Row] = []
    for segment in sorted(segments, key=lambda s: s.box.middle[1]):
        if rows and around(s.box for s in rows[-1]).side_by_side(segment.box) > 0.5:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda s: s.box.x0) for row in rows]


def _runs(rows: Sequence[Row], rules: Sequence[Box]) -> list[_Run]:
    """Runs of rows, each as long as at least one gutter stays free from its top to its bottom."""
    runs: list[_Run] = []
    at = 0
    while at < len(rows):
        found = _rows_from(rows, at, rules)
        if len(found) > 1:
            runs.append(_likeliest(found))
        at += len(found)
    return runs


def _likeliest(rows: Sequence[Row]) -> _Run:
    """The rows as a run; where they are no table, without the first of them if that is one.

    What stood over it (the foot of the page above, labels) is cut off at the widest step first.
    """
    run = _run(rows)
    if _is_table(run):
        return run
    steps = list(enumerate(_steps(rows), 1))[:_TOP]
    for start, _ in sorted(steps, key=lambda step: -step[1]):
        shorter = _run(rows[start:])
        if len(shorter.rows) > 2 and not _holds_labels(shorter) and _is_table(shorter):
            return shorter
    return run


def _run(rows: Sequence[Row]) -> _Run:
    parted, columns = set_in_columns(rows)
    return _Run(tuple(parted), tuple(columns), tuple(rows))


def _is_drawn(row: Row) -> bool:
    """A line over a total, made with the keys of a typewriter."""
    return all(_DRAWN.fullmatch(word.text) for s in row for word in s.line.words)


def _rows_from(rows: Sequence[Row], at: int, rules: Sequence[Box]) -> list[Row]:
    kept = [rows[at]]
    columns = spans_of(kept)
    for row in rows[at + 1 :]:
        row = with_bridge_cut(row, columns)
        longer = spans_of([*kept, row])
        settled = len(kept) > 1 or len(row) < 2
        if len(columns) < 2 or len(longer) < (len(columns) if settled else 2):
            break
        if _step(kept[-1], row) > _farthest(kept):
            break
        kept.append(row)
        columns = longer
    while len(kept) > 1 and len(kept[-1]) == 1 and not _belongs(kept, rules):
        kept.pop()
    return kept


def _step(upper: Row, lower: Row) -> float:
    return _middle(lower) - _middle(upper)


def _middle(row: Row) -> float:
    return around(s.box for s in row).middle[1]


def _steps(rows: Sequence[Row]) -> list[float]:
    return [_step(upper, lower) for upper, lower in pairwise(rows)]


def _farthest(rows: Sequence[Row]) -> float:
    """How far down the next row may stand, in points."""
    height = median(s.box.height for row in rows for s in row)
    return max(3.2 * height, 1.6 * median(_steps(rows))) if len(rows) > 2 else 3.5 * height


def _belongs(rows: Sequence[Row], rules: Sequence[Box]) -> bool:
    """Whether a last row with one filled cell is a row of the table, not the text after it."""
    last, full = rows[-1][0], [row for row in rows if len(row) > 1]
    if last.text.endswith((",", ":")):
        return False
    lowest = max((r.top for r in rules if _across(r, rows)), default=None)
    if lowest is not None:
        return last.box.middle[1] < lowest
    usual = median(_steps(rows))
    steady = abs(_step(rows[-2], rows[-1]) - usual) < 0.25 * usual
    flush = any(abs(last.box.x0 - row[0].box.x0) < 3 for row in full)
    return steady and flush and len(spans_of(full)) > 2


def _across(rule: Box, rows: Sequence[Row]) -> bool:
    """A horizontal line that runs over at least half of the rows' width and touches them."""
    box = around(s.box for row in rows for s in row)
    reaches = rule.bottom > box.top - 20 and rule.top < box.bottom + 20
    return rule.width > 3 * rule.height and reaches and (rule & box).width > 0.5 * box.width


# --- is it a table


def _opening(segments: Sequence[Segment]) -> float:
    """The height at which the letter itself begins: at its salutation, else below its subject.

    0 where neither says so.
    """
    greeted = [s.box.middle[1] for s in segments if is_salutation(s.text)]
    labelled = [s.box.top for s in segments if _names_subject(s.text)]
    opening = min(greeted or labelled, default=0.0)
    above = [s for s in segments if s.box.middle[1] < opening and len(s.line.words) >= _PROSE]
    return opening if len(above) < 2 else 0.0


def _names_subject(text: str) -> bool:
    """'Betreft: ...', 'ONDERWERP'; not a line of running text that begins with 'betreft'."""
    label = label_of(text) if text[:1].isupper() else None
    return label is not None and label.kind == "subject"


def _is_head(run: _Run, opening: float, rules: Sequence[Box]) -> bool:
    """Rows over the salutation: address, labels and the sender's details, whatever they look like.

    A table that is drawn there is one as long as no return address stands in it.
    """
    drawn = any(_across(rule, run.rows) for rule in rules)
    over = run.rows[0][0].box.middle[1] < opening
    returned = any(_RETURN.search(s.text) for row in run.rows for s in row)
    return returned or (over and not drawn)


def _is_table(run: _Run) -> bool:
    """Figures in columns, or three columns and rows; no labels with values, no text in columns."""
    full = [row for row in run.rows if len(row) > 1]
    needed = 2 if len(run.columns) > 2 else 3
    return (
        len(run.columns) > 1
        and len(full) >= needed
        and not _is_labels(run)
        and not _is_prose(run)
        and (_has_figures(run) or (len(run.columns) > 2 and len(full) > 2))
    )


def _cells_of(run: _Run, column: int) -> list[Segment]:
    left, right = run.columns[column]
    return [s for row in run.rows for s in row if left - 1 <= s.box.x0 <= right]


def _is_labels(run: _Run) -> bool:
    """A block of references, an address: half of a column, or of the first row, are labels."""
    if any(_of_head(s.text) for row in run.rows for s in row):
        return True
    groups = [list(run.rows[0]), *(_cells_of(run, n) for n in range(len(run.columns)))]
    return any(
        sum(bool(_LABEL.match(s.text)) for s in group) >= 0.5 * len(group) for group in groups
    )


def _of_head(text: str) -> bool:
    found = _REFERENCES.search(text)
    return found is not None and (found.start() == 0 or found[0].lower().endswith("kenmerk"))


def _holds_labels(run: _Run) -> bool:
    """Whether most of a row are labels: no head has so many."""
    return any(
        len(row) > 1 and 2 * sum(_LABEL.match(s.text) is not None for s in row) > len(row)
        for row in run.rows
    )


def _is_prose(run: _Run) -> bool:
    """Running text set in columns: in two of them the lines are long."""
    long = [
        n
        for n in range(len(run.columns))
        if median(len(s.line.words) for s in _cells_of(run, n)) > 5
    ]
    return len(long) > 1


def _has_figures(run: _Run) -> bool:
    return any(
        2 * sum(bool(_FIGURES.search(s.text)) for s in cells) >= len(cells) > 1
        for cells in (_cells_of(run, n) for n in range(1, len(run.columns)))
    )


# --- the table itself


def _table(run: _Run, rules: Sequence[Box], raster: Raster | None) -> Block:
    rows = tuple(_cells(rows, run.columns, raster) for rows in _joined(run, rules))
    lines = tuple(line for row in rows for cell in row for line in cell.lines)
    return Block(lines, grid=Grid(rows))


def _joined(run: _Run, rules: Sequence[Box]) -> list[list[Row]]:
    """Rows of print by rows of the table: a cell of several lines takes more than one."""
    lines = [rule for rule in rules if _across(rule, run.rows)]
    joined: list[list[Row]] = []
    for row in run.rows:
        if joined and not _anew(row, run) and _continues(joined[-1][-1], row, run, lines):
            joined[-1].append(row)
        else:
            joined.append([row])
    return joined


def _anew(row: Row, run: _Run) -> bool:
    """Whether a row of print fills nearly all columns, those of figures with a figure."""
    filled = {column_of(s.box, run.columns) for s in row}
    figures = any(_VALUE.fullmatch(s.text) for s in row[1:])
    return figures and len(filled) >= _MOST * len(run.columns)


def _continues(above: Row, row: Row, run: _Run, lines: Sequence[Box]) -> bool:
    """Whether a row of print goes on with the cell above it."""
    if len(lines) > len(run.rows) // 2:
        return not any(_middle(above) < line.middle[1] < _middle(row) for line in lines)
    if len(row) > 1 or len(above) < 2:
        return False
    text = row[0].text
    to_full = [_step(upper, lower) for upper, lower in pairwise(run.rows) if len(lower) > 1]
    closer = _step(above, row) < 0.8 * median(to_full or [0.0])
    return closer or text[:1].islower() or text.startswith(("(", "&", "/"))


def _cells(rows: Sequence[Row], columns: Sequence[Span], raster: Raster | None) -> tuple[Cell, ...]:
    segments = [s for row in rows for s in row]
    height = around(s.box for s in segments)
    cells = []
    for x0, x1 in columns:
        box = Box(x0, height.top, x1, height.bottom)
        lines = tuple(s.line for s in segments if columns[column_of(s.box, columns)] == (x0, x1))
        bare = not any(s.box.x0 < x1 and s.box.x1 > x0 for s in segments)
        if not lines and bare and raster is not None and raster.ink(box) > _INKED:
            lines = (Line((Word(ILLEGIBLE, box, legibility=0.0),), segments[0].line.number),)
        cells.append(Cell(lines, box))
    return tuple(cells)
