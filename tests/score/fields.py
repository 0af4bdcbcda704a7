"""The outcomes of one letter: every value of its truth and of its record, compared once.

`either` gives, by path (`date`, `budget_lines.1.amount`, `municipalities.0`), other values that are
as right as the truth; null among them means that saying nothing is right as well. Where the record
says one of them, that one counts as the truth.

A record that belongs to no letter is compared with an empty truth, a letter without a record with
an empty record.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

from pipeline.record import Record, Source, plain
from tests.score import entries, match, redactions, tables
from tests.score.corpus import Pair, Tree
from tests.score.outcome import Outcome
from tests.score.places import Places

SIDES = ("sender", "recipient", "references")
SINGLE = ("date", "replies_to", "subject")
HEAD = (
    "sender.organisation",
    "sender.person",
    "recipient.organisation",
    "recipient.person",
    "date",
    "replies_to",
    "references.ours",
    "references.yours",
    "subject",
)
_NOWHERE = Source(name="", sha256="", media_type="", pages=(), page_count=0)
_EMPTY = Record(source=_NOWHERE)


def outcomes(pair: Pair) -> list[Outcome]:
    """Everything that the letter has and everything that was said of it."""
    truth, record = filled(pair)
    places = Places(truth, record)
    return [
        *_leaves(places),
        *entries.municipalities(places),
        *entries.budget_lines(places),
        *entries.enclosures(places),
        *tables.cells(places),
        *redactions.outcomes(places),
    ]


def filled(pair: Pair) -> tuple[Tree, Tree]:
    """Truth and record, an empty one where there is none."""
    nothing = {"plain": plain(_EMPTY), "either": {}, "source": {"pages": []}}
    return pair.truth or nothing, pair.record or _EMPTY.model_dump(mode="json")


def paths(truth: Tree) -> Iterator[tuple[str, Any]]:
    """The fields that a letter has once, with their values."""
    for side in SIDES:
        for leaf, value in truth[side].items():
            yield f"{side}.{leaf}", value
    for leaf in SINGLE:
        yield leaf, truth[leaf]


def field_at(record: Tree, path: str) -> Tree | None:
    """The full field of a path such as `sender.person`; None where the letter has none."""
    node: Any = record
    for name in path.split("."):
        node = node[name]
    return node if node is None else dict(node)


def _leaves(places: Places) -> Iterator[Outcome]:
    either = places.truth.get("either", {})
    for path, true in paths(places.truth["plain"]):
        field = field_at(places.record, path)
        said = None if field is None else field["value"]
        truth = _as_said(path, true, either.get(path, []), said)
        if truth is None and said is None:
            continue
        right = truth is not None and said is not None
        yield Outcome(
            path,
            truth,
            said,
            exact=right and match.exact(truth, said),
            lenient=right and match.lenient(path, truth, said),
            confidence=field["confidence"] if field and said is not None else None,
            placed=places.placed(path, field["evidence"]) if field else None,
        )


def _as_said(path: str, true: str | None, others: list[str | None], said: str | None) -> str | None:
    """The truth, or the one of the values as right as it that was said."""
    for alike in (match.exact, functools.partial(match.lenient, path)):
        for value in (true, *others):
            if value is said is None or (value is not None and said and alike(value, said)):
                return value
    return true
