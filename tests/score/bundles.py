"""Files cut into letters: whether the page lists are the same, and where a letter begins.

`exact` is the share of files of which every letter has just its own pages, in order; a page that is
of no letter (a blank sheet between two) may go to either. A boundary is a page of the file on which
a letter begins, the first page aside, where one always does.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.score.corpus import Case, Tree
from tests.score.outcome import f1, ratio


def figures(cases: Iterable[Case]) -> dict[str, Any]:
    """Files, the share that was cut right, F1 of boundaries (None where there are none)."""
    rows = list(cases)
    exact = sum(_cut_right(case) for case in rows)
    there = [_boundaries(case.file.letters) for case in rows]
    said = [_boundaries(case.reading.records) for case in rows]
    right = sum(len(one & other) for one, other in zip(there, said, strict=True))
    return {
        "files": len(rows),
        "exact": ratio(exact, len(rows)),
        "boundaries": sum(map(len, there)),
        "boundary_f1": f1(right, sum(map(len, said)), sum(map(len, there))),
    }


def _cut_right(case: Case) -> bool:
    there = _pages(case.file.letters)
    of_letters = {page for pages in there for page in pages}
    said = _pages(case.reading.records)
    return [[page for page in pages if page in of_letters] for pages in said] == there


def _pages(letters: Iterable[Tree]) -> list[list[int]]:
    return [list(letter["source"]["pages"]) for letter in letters]


def _boundaries(letters: Iterable[Tree]) -> set[int]:
    return {pages[0] for pages in _pages(letters) if pages} - {1}
