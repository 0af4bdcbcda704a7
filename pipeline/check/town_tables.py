"""Who takes part against who stands in the table of those who take part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from pipeline.check import Breach, Case, breach, rule
from pipeline.check.reading import doubt
from pipeline.check.town_columns import LISTED, Column, bare_name, columns, is_town, taking_part
from pipeline.letter import Letter
from pipeline.page import Zone
from pipeline.record import Field, Municipality, Part, Severity


@rule(
    "municipality-missing-from-table",
    Severity.error,
    en="The table should have all who take part; {names} is not in it.",
    nl="De tabel hoort alle deelnemers te bevatten; {names} staat er niet in.",
)
def missing_from_table(case: Case) -> Iterator[Breach]:
    """Every municipality that takes part is in the table of them. The writer's own may be left out.

    A table of other things has few of them; where a row could not be read, it may be that one.
    """
    found = columns(case)
    parties = [town for town in taking_part(case) if town.part is not Part.sender]
    absent = [town for town in parties if not any(column.has(town) for column in found)]
    present = len(taking_part(case)) - len(absent)
    if not found or any(column.unread for column in found):
        return
    if absent and present >= LISTED - 1 and len(absent) < present:
        cells = [cell for column in found for cell, _ in column.named]
        names = ", ".join(town.name for town in absent)
        yield breach(*absent, *cells, severity=doubt(*cells), names=names)


@rule(
    "municipality-only-in-table",
    Severity.error,
    en="{names} is in the table of those who take part and nowhere else in the letter.",
    nl="{names} staat in de tabel van deelnemers en nergens anders in de brief.",
)
def only_in_table(case: Case) -> Iterator[Breach]:
    """In a table with all who take part there is nobody whom the text does not name."""
    for column in columns(case):
        extra = [cell for cell, _ in column.named if not _in_text(case.letter, cell)]
        alone = {cell.value for cell in extra}
        parties = [
            town
            for town in (*taking_part(case), *_written_to(case, column))
            if town.name not in alone
            and not any(is_town(town, t) for c, t in column.named if c in extra)
        ]
        whole = all(column.has(town) for town in parties if town.part is not Part.sender)
        enough = len(parties) >= LISTED and len(extra) < len(parties) / 2
        if extra and whole and enough and not column.unread:
            names = ", ".join(f"{cell.value}" for cell in extra)
            yield breach(*extra, *parties, severity=doubt(*extra), names=names)


def _written_to(case: Case, column: Column) -> list[Municipality]:
    """Those to whom the letter goes, where the table has them: they take part too."""
    towns = case.record.municipalities
    return [town for town in towns if town.part is Part.recipient and column.has(town)]


_ALIKE: Final = 0.8
_LONG: Final = 5  # letters of a name that is no part of other words


def _in_text(letter: Letter, cell: Field[str]) -> bool:
    """Whether the name stands outside tables, cut at a line's end or a letter or two misread."""
    name = bare_name(cell)
    outside = "\n".join(
        placed.line.text
        for placed in letter.lines
        if placed.zone is not Zone.table and placed.block.grid is None
    )
    squashed = re.sub(r"\W", "", name.lower())
    if len(squashed) >= _LONG and squashed in re.sub(r"\W", "", outside.lower()):
        return True
    if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", outside, re.IGNORECASE):
        return True
    written = [word for word in re.findall(r"[\w'’!-]+", outside) if word[:1].isupper()]
    words = name.split()
    return all(
        any(SequenceMatcher(None, word, other).ratio() >= _ALIKE for other in written)
        for word in [word for word in words if len(word) > 3] or words
    )
