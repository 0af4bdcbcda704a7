"""A table with where it stands in the letter's text, for those who read on from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.letter import Placed
from pipeline.record import Table

_HEAD_LINES, _HEAD_WORDS = 4, 8


@dataclass(frozen=True, slots=True)
class Tabulated:
    """A table of the record; `spans` are its stretches of `Letter.text`, one a page.

    `row_starts` has for each of its rows the offset of the row's first word.
    """

    table: Table
    spans: tuple[tuple[int, int], ...]
    row_starts: tuple[int, ...]

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]

    def holds(self, offset: int) -> bool:
        """Whether the character at an offset stands in the table."""
        return any(start <= offset < end for start, end in self.spans)


def is_running_head(lines: Sequence[Placed]) -> bool:
    """Whether lines at the top of a page can be its head: none, or a few short ones."""
    return len(lines) <= _HEAD_LINES and all(
        len(placed.line.words) <= _HEAD_WORDS and not placed.line.text.endswith((".", ":", ","))
        for placed in lines
    )
