"""Tables: rows of segments whose gaps stand under each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.dutch.formulas import is_closing, is_salutation
from pipeline.dutch.labels import label_of
from pipeline.geometry import Box, around
from pipeline.layout.cells import table
from pipeline.layout.close_cells import with_close_cells_apart
from pipeline.layout.gutters import (
    VALUE,
    Columns,
    Piece,
    Row,
    columns_of,
    least_space,
    spaces,
)
from pipeline.layout.segments import Segment
from pipeline.page import COVERED, Block, Raster

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
_LONG = 5  # words over several columns
_TOP = 4  # rows over a table that may have come with it
_HEADS = 5  # rows of print in a head, at most
_LINE = 0.75  # of the width of the text
_PROSE = 9  # words of running text; where it goes before, a line that greets opens no letter
_MARK = re.compile(r"\d{1,2}[.)](?:\s|$)|[-•]\s")  # of a list
_LISTED = re.compile(r"[-–—•*·▪]|\(?\d{1,2}[.)]|[a-zA-Z][.)]")
_SUM = re.compile(r"\d[\d.]*[.,]\d[\d,.]*(?:[-–=]*|%)")
_FIGURES = re.compile(r"\d")
_DRAWN = re.compile(r"[-–—=_.+|*]{4,}")


@dataclass(frozen=True, slots=True)
class _Run:
    """Rows under each other that may be a table, as they were found and by their columns."""

    found: tuple[Row, ...]
    columns: Columns
    rows: tuple[tuple[Piece, ...], ...]

    @property
    def full(self) -> list[tuple[Piece, ...]]:
        """The rows with words in several columns."""
        return [row for row in self.rows if len(row) > 1]


def part_tables(
    segments: Sequence[Segment], rules: Sequence[Box], raster: Raster | None = None
) -> tuple[list[Block], list[Segment]]:
    """The tables, and the segments that are in none.

    `rules` are lines drawn on the page. Where the picture shows ink in a cell that has no words,
    the cell holds the mark `ILLEGIBLE`.
    """
    opening = _opening(segments)
    rows = [row for row in rows_of(segments) if not _is_drawn(row)]
    runs = [
        run
        for stretch in _stretches(rows)
        for run in _tables_in(stretch, rules)
        if not _is_head(run, opening, rules) and not _is_signed(run)
    ]
    taken = {id(segment) for run in runs for row in run.found for segment in row}
    tables = [table(run.rows, run.columns, rules, raster) for run in runs]
    return tables, [s for s in segments if id(s) not in taken]


def _is_signed(run: _Run) -> bool:
    """Whether it opens with the closing of a letter: two may sign beside each other."""
    return any(is_closing(segment.text) for segment in run.found[0])


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


def _stretches(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows under each other, as far as no running text or wide space parts them."""
    if not rows:
        return
    broad = around(s.box for row in rows for s in row).width
    kept: list[Row] = []
    for row in rows:
        prose = _runs_on(row, broad)
        if kept and (prose or _step(kept[-1], row) > _farthest(kept)):
            yield kept
            kept = []
        kept += [] if prose else [row]
    if kept:
        yield kept


def _runs_on(row: Row, broad: float) -> bool:
    """Whether a row is a line of running text: as wide, and nothing parts its words but spaces."""
    if len(row) > 1 or len(row[0].line.words) < _PROSE - 2 or row[0].box.width < _LINE * broad:
        return False
    gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(row[0].line.words)]
    return max(gaps) < max(least_space([row]), 1.8 * median(gaps))


def _tables_in(rows: Sequence[Row], rules: Sequence[Box]) -> list[_Run]:
    """The tables in a stretch: one, or several where each has columns that the whole has not."""
    run = _run(rows, rules)
    if run is None:
        return []
    sentence = next((n for n, row in enumerate(run.rows) if _crosses(row)), None)
    if sentence is not None:
        around_it = run.found[:sentence], run.found[sentence + 1 :]
        return [table for part in around_it for table in _tables_in(part, rules)]
    parts = [
        (upper, lower)
        for at in _seams(run)
        for upper in [_run(run.found[:at], rules)]
        for lower in [_run(run.found[at:], rules)]
        if _better(run, upper, lower, at)
    ]
    if not parts:
        return [run] if _is_table(run) else []
    upper, lower = max(parts, key=lambda two: _worth(two[0]) + _worth(two[1]))
    return [
        table
        for part in (upper, lower)
        if part is not None
        for table in _tables_in(part.found, rules)
    ]


def _run(rows: Sequence[Row], rules: Sequence[Box]) -> _Run | None:
    """Rows by their columns, without those at the ends that are no rows of a table."""
    several = [n for n, row in enumerate(rows) if len(spaces(row, least_space([row]))) > 1]
    if len(several) < 2:
        return None
    core = rows[several[0] : several[-1] + 1]
    columns = columns_of(core, rules)
    if columns.count < 2:
        return None
    kept = list(core)
    for row in reversed(rows[: several[0]]):
        if not _heads(row, kept, columns, rules):
            break
        kept.insert(0, row)
    for row in rows[several[-1] + 1 :]:
        if not _belongs([*kept, row], rules):
            break
        kept.append(row)
    return _of_rows(kept, columns)


def _of_rows(rows: Sequence[Row], columns: Columns) -> _Run:
    """The rows by columns; those over the first figures are the head."""
    plain = [columns.pieces(row) for row in rows]
    first = next((n for n, row in enumerate(plain) if _has_value(row)), 1)
    parted: list[list[Piece]] = []
    for number, row in enumerate(rows):
        if number < first <= _HEADS:
            under = {p.first for below in plain[number + 1 : first] for p in below}
            parted.append(columns.pieces(row, under))
        else:
            parted.append(plain[number])
    set_apart, columns = with_close_cells_apart(parted, columns, max(first - 1, 0))
    return _Run(tuple(rows), columns, tuple(map(tuple, set_apart)))


def _crosses(row: Sequence[Piece]) -> bool:
    """Whether a row is a sentence that runs over the white between columns."""
    first = row[0]
    runs = first.first == 0 < first.last and len(first.segment.line.words) > _LONG
    return runs and not _has_value(row)


def _has_value(row: Sequence[Piece]) -> bool:
    """Whether a value stands beside the name of a row, alone or after another."""
    return any(
        VALUE.fullmatch(p.segment.text) or _SUM.fullmatch(p.segment.line.words[-1].text)
        for p in row[1:]
    )


def _heads(row: Row, below: Sequence[Row], columns: Columns, rules: Sequence[Box]) -> bool:
    """Whether a row over a table is a part of its head: not over its first column, or framed."""
    if any(r.top < _middle(row) and _across(r, below) for r in rules):
        return True
    near = _step(row, below[0]) < 1.8 * row[0].box.height
    return near and columns.number(row[0].box.x0) > 0


def _seams(run: _Run) -> list[int]:
    """Where one table may end and the next begin: at wider steps, and over what may be a head."""
    steps = _steps(run.found)
    usual = median(steps)
    return [
        at
        for at in range(1, len(run.found))
        if steps[at - 1] > 1.25 * usual
        or (len(run.rows[at]) > 1 and not _has_value(run.rows[at]) and _has_value(run.rows[at - 1]))
    ]


def _worth(run: _Run | None) -> float:
    return len(run.full) * (run.columns.count - 1) if run and _is_table(run) else 0.0


def _pitch(run: _Run) -> float:
    """The usual distance between rows with words in several columns."""
    heights = [p[0].segment.box.middle[1] for p in run.full]
    return median(lower - upper for upper, lower in pairwise(heights))


def _better(run: _Run, upper: _Run | None, lower: _Run | None, at: int) -> bool:
    """Whether two parts say more than the whole: each a table, or one with more columns.

    What stands over a head, with wide space between, does not belong to its table.
    """
    tables = [part for part in (upper, lower) if part is not None and _is_table(part)]
    if not tables:
        return False
    row, steps = run.rows[at], _steps(run.found)
    headed = steps[at - 1] > 1.4 * _pitch(run) and len(row) > 1 and not _has_value(row)
    finer = max(part.columns.count for part in tables) > run.columns.count
    if len(tables) == 2:
        return finer or headed
    most = _worth(tables[0]) > _worth(run)
    return (most and finer) or not _is_table(run) or (headed and tables[0] is lower and at <= _TOP)


def _is_drawn(row: Row) -> bool:
    """A line over a total, made with the keys of a typewriter."""
    return all(_DRAWN.fullmatch(word.text) for s in row for word in s.line.words)


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
    return steady and flush and columns_of(full).count > 2


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
    drawn = any(_across(rule, run.found) for rule in rules)
    over = run.found[0][0].box.middle[1] < opening
    returned = any(_RETURN.search(s.text) for row in run.found for s in row)
    return returned or (over and not drawn)


def _is_table(run: _Run) -> bool:
    """Figures in columns, or three columns and rows; no labels with values, no text in columns."""
    full = run.full
    needed = 2 if run.columns.count > 2 else 3
    return (
        run.columns.count > 1
        and len(full) >= needed
        and not _is_labels(run)
        and not _is_prose(run)
        and (_has_figures(run) or (run.columns.count > 2 and len(full) > 2))
    )


def _cells_of(run: _Run, column: int) -> list[Segment]:
    return [p.segment for row in run.rows for p in row if p.first == column]


def _is_labels(run: _Run) -> bool:
    """A block of references, an address: half of a column, or of the first row, are labels."""
    if any(_of_head(s.text) for row in run.found for s in row):
        return True
    marks = [bool(_LISTED.fullmatch(s.text)) for s in _cells_of(run, 0)]
    if run.columns.count == 2 and sum(marks) > len(marks) / 2:
        return True
    first = [p.segment.text for p in run.rows[0]]
    if any(text.endswith(",") for text in first) or any(map(_MARK.match, first[1:])):
        return True
    groups = [
        [p.segment for p in run.rows[0]],
        *(_cells_of(run, n) for n in range(run.columns.count)),
    ]
    return any(
        group and 2 * sum(bool(_LABEL.match(s.text)) for s in group) >= len(group)
        for group in groups
    )


def _of_head(text: str) -> bool:
    found = _REFERENCES.search(text)
    return found is not None and (found.start() == 0 or found[0].lower().endswith("kenmerk"))


def _is_prose(run: _Run) -> bool:
    """Running text set in columns: in two of them the lines are long."""
    long = [
        n
        for n in range(run.columns.count)
        if _cells_of(run, n) and median(len(s.line.words) for s in _cells_of(run, n)) > 5
    ]
    return len(long) > 1


def _has_figures(run: _Run) -> bool:
    """Whether most of a column holds figures, seen or covered."""
    for number in range(1, run.columns.count):
        cells = [s.text for s in _cells_of(run, number)]
        figures = sum(_FIGURES.search(text) is not None for text in cells)
        covered = sum(COVERED in text for text in cells)
        if figures and 2 * (figures + covered) >= len(cells) > 1:
            return True
    return False
