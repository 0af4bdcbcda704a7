"""Outcomes of tables, cell by cell (`tables`).

Tables of truth and record are paired by how many cells have the same text. Within a pair rows, then
columns, are aligned in their order, so that one row too many shifts nothing; the header is a row
like any other. An empty cell is nothing: empty in both, it is not counted. A cell that cannot be
read (null) is a value of its own: it is right where the record says so too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from rapidfuzz import fuzz

from tests.score import match
from tests.score.corpus import Tree
from tests.score.outcome import Outcome
from tests.score.places import Places

UNREADABLE = "(cannot be read)"
ALIKE = 0.6  # by which a misread cell still shows which row or column it belongs to
Grid = list[list[str]]


def cells(places: Places) -> Iterator[Outcome]:
    """One outcome for each cell with something in it, on either side."""
    truth = [_grid(table) for table in places.truth["plain"]["tables"]]
    said = [_grid(_plain_table(table)) for table in places.record["tables"]]
    either = places.truth.get("either", {})
    overlap = np.array([[_overlap(one, other) for other in said] for one in truth], dtype=float)
    pairs = match.best_pairs(overlap.reshape(len(truth), len(said)), least=1)
    optional = {i for i in range(len(truth)) if None in either.get(f"tables.{i}", [])}
    for i, j in pairs:
        yield from _of_pair(truth[i], said[j], i, places.record["tables"][j], places)
    for i in sorted(set(range(len(truth))) - {i for i, _ in pairs} - optional):
        yield from (Outcome("tables", text, None) for row in truth[i] for text in row if text)
    for j in sorted(set(range(len(said))) - {j for _, j in pairs}):
        for row, fields in zip(said[j], _fields(places.record["tables"][j]), strict=True):
            for text, field in zip(row, fields, strict=True):
                if text:
                    yield Outcome("tables", None, text, confidence=_sure(field))


def _of_pair(truth: Grid, said: Grid, index: int, table: Tree, places: Places) -> Iterator[Outcome]:
    rows = dict(match.aligned(_likeness(truth, said)))
    columns = dict(_columns(truth, said, rows))
    back = {j: i for i, j in rows.items()}
    across = {j: i for i, j in columns.items()}
    fields = _fields(table)
    for i, row in enumerate(truth):
        for k, text in enumerate(row):
            at = (rows.get(i), columns.get(k))
            field, mine = None, ""
            if at[0] is not None and at[1] is not None and at[1] < len(said[at[0]]):
                mine, field = said[at[0]][at[1]], fields[at[0]][at[1]]
            if text or mine:
                placed = places.placed(f"tables.{index}", field["evidence"]) if field else None
                yield _cell(text, mine, field, placed)
    for j, row in enumerate(said):
        for k, text in enumerate(row):
            known = j in back and k in across and across[k] < len(truth[back[j]])
            if text and not known:
                yield Outcome("tables", None, text, confidence=_sure(fields[j][k]))


def _cell(truth: str, said: str, field: Tree | None, placed: bool | None) -> Outcome:
    both = bool(truth and said)
    unreadable = UNREADABLE in (truth, said)
    return Outcome(
        "tables",
        truth or None,
        said or None,
        both and match.exact(truth, said),
        both and (truth == said if unreadable else match.lenient_words(truth, said)),
        _sure(field) if said else None,
        placed,
    )


def _sure(field: Tree | None) -> float | None:
    return field["confidence"] if field and field["value"] is not None else None


def _fields(table: Tree) -> list[list[Tree]]:
    return [list(row) for row in (table["header"], *table["rows"]) if row]


def _plain_table(table: Tree) -> Tree:
    rows = [[field["value"] for field in row] for row in table["rows"]]
    return {"header": [field["value"] for field in table["header"]], "rows": rows}


def _grid(table: Tree) -> Grid:
    rows = [row for row in (table["header"], *table["rows"]) if row]
    return [[UNREADABLE if text is None else match.spaced(text) for text in row] for row in rows]


def _overlap(truth: Grid, said: Grid) -> int:
    one, other = (Counter(match.folded(t) for row in g for t in row if t) for g in (truth, said))
    return (one & other).total()


def _likeness(truth: Grid, said: Grid) -> np.ndarray:
    return np.array([[_alike(one, other) for other in said] for one in truth], dtype=float)


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    """How many cells two rows share, a misread one for a part."""
    shared = (Counter(t for t in one if t) & Counter(t for t in other if t)).total()
    joined = fuzz.ratio(match.folded(" ".join(one)), match.folded(" ".join(other))) / 100
    return shared + (joined if joined >= ALIKE else 0.0)


def _columns(truth: Grid, said: Grid, rows: dict[int, int]) -> list[tuple[int, int]]:
    wide, broad = max(map(len, truth)), max(map(len, said))
    scores = np.zeros((wide, broad))
    for i, j in rows.items():
        for k, text in enumerate(truth[i]):
            for m, other in enumerate(said[j]):
                scores[k, m] += _cells_alike(text, other)
    return match.aligned(scores)


def _cells_alike(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    alike = fuzz.ratio(one.casefold(), other.casefold()) / 100
    return 1.0 if one == other else 0.5 * alike if alike >= ALIKE else 0.0
