"""What tells a table from what else stands in columns: labels, addresses, lists, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.dutch.formulas import is_closing, is_salutation
from pipeline.dutch.labels import label_of
from pipeline.geometry import Box, around
from pipeline.layout.row_pieces import Columns, Piece, Row
from pipeline.layout.segments import Segment
from pipeline.page import COVERED

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
_MARK = re.compile(r"\d{1,2}[.)](?:\s|$)|[-•]\s")  # of a list
_LISTED = re.compile(r"[-–—•*·▪]|\(?\d{1,2}[.)]|[a-zA-Z][.)]")
_FIGURES = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Run:
    """Rows under each other that may be a table, as they were found and by their columns."""

    found: tuple[Row, ...]
    columns: Columns
    rows: tuple[tuple[Piece, ...], ...]

    @property
    def full(self) -> list[tuple[Piece, ...]]:
        """The rows with words in several columns."""
        return [row for row in self.rows if len(row) > 1]


def opening_of(segments: Sequence[Segment]) -> float:
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


def is_head(run: Run, opening: float, rules: Sequence[Box]) -> bool:
    """Rows over the salutation: address, labels and the sender's details, whatever they look like.

    A table that is drawn there is one as long as no return address stands in it.
    """
    drawn = any(is_across(rule, run.found) for rule in rules)
    over = run.found[0][0].box.middle[1] < opening
    returned = any(_RETURN.search(s.text) for row in run.found for s in row)
    return returned or (over and not drawn)


def is_table(run: Run) -> bool:
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


def _cells_of(run: Run, column: int) -> list[Segment]:
    return [p.segment for row in run.rows for p in row if p.first == column]


def _is_labels(run: Run) -> bool:
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


def _is_prose(run: Run) -> bool:
    """Running text set in columns: in two of them the lines are long."""
    long = [
        n
        for n in range(run.columns.count)
        if _cells_of(run, n) and median(len(s.line.words) for s in _cells_of(run, n)) > 5
    ]
    return len(long) > 1


def _has_figures(run: Run) -> bool:
    """Whether most of a column holds figures, seen or covered."""
    for number in range(1, run.columns.count):
        cells = [s.text for s in _cells_of(run, number)]
        figures = sum(_FIGURES.search(text) is not None for text in cells)
        covered = sum(COVERED in text for text in cells)
        if figures and 2 * (figures + covered) >= len(cells) > 1:
            return True
    return False


def is_signed(run: Run) -> bool:
    """Whether it opens with the closing of a letter: two may sign beside each other."""
    return any(is_closing(segment.text) for segment in run.found[0])


def is_across(rule: Box, rows: Sequence[Row]) -> bool:
    """A horizontal line that runs over at least half of the rows' width and touches them."""
    box = around(s.box for row in rows for s in row)
    reaches = rule.bottom > box.top - 20 and rule.top < box.bottom + 20
    return rule.width > 3 * rule.height and reaches and (rule & box).width > 0.5 * box.width
