"""Outcomes of the lists of a letter: municipalities, budget lines, enclosures.

- Municipalities are paired by their code (by name where there is none). `municipalities.part` is
  asked of those that were paired, so that a missed one is not counted twice.
- Budget lines are paired so that most are right. Exact: description, kind, amount, currency,
  redacted, unit, quantity and unit price are all the same. Lenient: amount, currency and redacted
  are the same and the descriptions alike. `budget_lines.kind` is asked of the pairs.
  `budget_lines.line` wants the kind right too. `budget_lines.sum` leaves kind and description
  aside: the share of the sums that were found at all.
- Enclosures are words, paired by likeness.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any

import numpy as np
from rapidfuzz import fuzz

from tests.score import match
from tests.score.corpus import Tree
from tests.score.outcome import Outcome
from tests.score.places import Places

OF_A_SUM = ("amount", "currency", "redacted")
OF_A_LINE = ("kind", *OF_A_SUM, "unit", "quantity", "unit_price")
DECIMALS = {"amount", "quantity", "unit_price"}
Likeness = Callable[[int, int], float]


def municipalities(places: Places) -> Iterator[Outcome]:
    """`municipalities` by code, `municipalities.part` of those found."""
    truth, said = places.truth["plain"]["municipalities"], places.record["municipalities"]
    optional = _optional(places.truth, "municipalities")
    pairs = _paired(truth, said, lambda i, j: float(_code(truth[i]) == _code(said[j])))
    for i, j in pairs:
        if i is None or j is None:
            yield from _alone("municipalities", truth, said, (i, j), optional, _code)
            continue
        path = f"municipalities.{i}"
        placed = places.placed(path, said[j]["evidence"])
        code, sure = _code(truth[i]), said[j]["confidence"]
        yield Outcome("municipalities", code, code, True, True, sure, placed)
        others = places.truth.get("either", {}).get(f"{path}.part", [])
        right = said[j]["part"] in (truth[i]["part"], *others)
        yield Outcome("municipalities.part", truth[i]["part"], said[j]["part"], right, right)


def enclosures(places: Places) -> Iterator[Outcome]:
    """`enclosures`, in the letter's words."""
    truth, said = places.truth["plain"]["enclosures"], places.record["enclosures"]
    said = [field for field in said if field["value"] is not None]

    def likeness(i: int, j: int) -> float:
        return fuzz.ratio(match.folded(truth[i]), match.folded(said[j]["value"])) / 100

    optional = _optional(places.truth, "enclosures")
    for i, j in _paired(truth, said, likeness, least=0.5):
        if i is None or j is None:
            yield from _alone("enclosures", truth, said, (i, j), optional, _enclosure)
            continue
        true, field = truth[i], said[j]
        yield Outcome(
            "enclosures",
            true,
            field["value"],
            match.exact(true, field["value"]),
            match.lenient_words(true, field["value"]),
            field["confidence"],
            places.placed(f"enclosures.{i}", field["evidence"]),
        )


def budget_lines(places: Places) -> Iterator[Outcome]:
    """`budget_lines`, and its `.kind`, `.line` and `.sum`."""
    truth = places.truth["plain"]["budget_lines"]
    full = places.record["budget_lines"]
    said = [_plain_line(line) for line in full]
    either = [_alternatives(places.truth, index) for index in range(len(truth))]
    optional = _optional(places.truth, "budget_lines")

    def likeness(i: int, j: int) -> float:
        if not _same(OF_A_SUM, truth[i], said[j], either[i]):
            return 0.0
        alike = _described(truth[i], said[j], either[i], match.lenient_description)
        whole = _line_exact(truth[i], said[j], either[i])
        order = 1 - abs(i / max(1, len(truth)) - j / max(1, len(said)))
        return 1.0 + 2.0 * alike + whole + 0.01 * order

    for i, j in _paired(truth, said, likeness):
        if i is None or j is None or likeness(i, j) < 3:
            yield from _line_alone(truth, said, full, (i, j), optional)
            continue
        whole = _line_exact(truth[i], said[j], either[i])
        placed = _line_placed(places, i, full[j])
        one, other = _line_text(truth[i]), _line_text(said[j])
        yield Outcome("budget_lines", one, other, whole, True, _sureness(full[j]), placed)
        right = _same(("kind",), truth[i], said[j], either[i])
        yield Outcome("budget_lines.kind", truth[i]["kind"], said[j]["kind"], right, right)
        yield Outcome("budget_lines.line", one, other, right, right)
        yield Outcome("budget_lines.sum", one, other, True, True)


def _line_alone(
    truth: Sequence[Tree],
    said: Sequence[Tree],
    full: Sequence[Tree],
    pair: tuple[int | None, int | None],
    optional: set[int],
) -> Iterator[Outcome]:
    """A line that is only on one side, or whose sum is right and its description is not."""
    i, j = pair
    true = None if i is None or (j is None and i in optional) else _line_text(truth[i])
    mine = None if j is None else _line_text(said[j])
    sure = None if j is None else _sureness(full[j])
    if true is not None or mine is not None:
        yield Outcome("budget_lines", true, mine, confidence=sure)
        yield Outcome("budget_lines.line", true, mine)
        both = true is not None and mine is not None
        yield Outcome("budget_lines.sum", true, mine, both, both)


def _paired(
    truth: Sequence[Any], said: Sequence[Any], likeness: Likeness, least: float = 1e-9
) -> list[tuple[int | None, int | None]]:
    """Pairs of indices, then what is left of the truth, then what is left of what was said."""
    scores = np.array([[likeness(i, j) for j in range(len(said))] for i in range(len(truth))])
    pairs = match.best_pairs(scores.reshape(len(truth), len(said)), least)
    lone = set(range(len(truth))) - {i for i, _ in pairs}
    extra = set(range(len(said))) - {j for _, j in pairs}
    missed = [(i, None) for i in sorted(lone)]
    return [*pairs, *missed, *((None, j) for j in sorted(extra))]


def _alone(
    field: str,
    truth: Sequence[Any],
    said: Sequence[Tree],
    pair: tuple[int | None, int | None],
    optional: set[int],
    shown: Callable[[Any], str],
) -> Iterator[Outcome]:
    i, j = pair
    if i is not None and i not in optional:
        yield Outcome(field, shown(truth[i]), None)
    if j is not None:
        yield Outcome(field, None, shown(said[j]), confidence=said[j]["confidence"])


def _optional(truth: Tree, name: str) -> set[int]:
    """The entries of a list that may be left out: null is as right as the entry."""
    either = truth.get("either", {})
    known = range(len(truth["plain"][name]))
    return {index for index in known if None in either.get(f"{name}.{index}", [])}


def _code(entry: Tree) -> str:
    return str(entry["code"] or match.folded(entry["name"]))


def _enclosure(entry: Any) -> str:
    return str(entry if isinstance(entry, str) else entry["value"])


def _plain_line(line: Tree) -> Tree:
    taken = {name: line[name] and line[name]["value"] for name in ("description", "amount")}
    return line | taken


def _alternatives(truth: Tree, index: int) -> dict[str, list[Any]]:
    either = truth.get("either", {})
    names = ("description", *OF_A_LINE)
    return {name: either.get(f"budget_lines.{index}.{name}", []) for name in names}


def _same(names: Sequence[str], truth: Tree, said: Tree, either: dict[str, list[Any]]) -> bool:
    return all(
        any(_equal(name, value, said[name]) for value in (truth[name], *either[name]))
        for name in names
    )


def _equal(name: str, truth: Any, said: Any) -> bool:
    if truth is None or said is None or isinstance(truth, bool):
        return bool(truth == said)
    if name in DECIMALS:
        return Decimal(truth) == Decimal(said)
    return match.exact(truth, said)


def _described(
    truth: Tree, said: Tree, either: dict[str, list[Any]], alike: Callable[[Any, Any], bool]
) -> bool:
    true = (truth["description"], *either["description"])
    return any(alike(value, said["description"]) for value in true)


def _line_exact(truth: Tree, said: Tree, either: dict[str, list[Any]]) -> bool:
    return _same(OF_A_LINE, truth, said, either) and _described(
        truth, said, either, lambda one, other: _equal("description", one, other)
    )


def _line_text(line: Tree) -> str:
    sum_said = "covered" if line["redacted"] else line["amount"]
    times = f" = {line['quantity']} {line['unit'] or ''} × {line['unit_price']}"
    return f"{line['description']}: {line['currency']} {sum_said} ({line['kind']})" + (
        times if line["quantity"] is not None or line["unit_price"] is not None else ""
    )


def _sureness(line: Tree) -> float | None:
    """The lower confidence of the line's two fields."""
    known = [line[name]["confidence"] for name in ("description", "amount") if line[name]]
    return min(known, default=None)


def _line_placed(places: Places, index: int, line: Tree) -> bool | None:
    evidence = line["amount"]["evidence"] if line["amount"] else []
    return places.placed(f"budget_lines.{index}.amount", evidence)
