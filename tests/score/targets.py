"""The targets of heads and of applications, and what was measured beside each, unseen half."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

Tree = dict[str, Any]


class Target(NamedTuple):
    """A figure, where it stands in the digest, and its bound for each of some tiers."""

    what: str
    path: tuple[str, ...]
    bound: tuple[float, ...]
    less: bool = False
    """Whether the figure has to be below its bound, instead of not below it."""


class Targets(NamedTuple):
    """A table of targets and the tiers that they are set for."""

    tiers: tuple[str, ...]
    rows: tuple[Target, ...]


def _field(name: str, bound: tuple[float, ...], figure: str = "exact_f1", what: str = "") -> Target:
    return Target(what or name, ("fields", name, figure), bound)


HEADS = Targets(
    ("digital", "office", "poor"),
    (
        _field("date", (0.995, 0.99, 0.95)),
        _field("replies_to", (0.98, 0.96, 0.90)),
        _field("references.ours", (0.98, 0.95, 0.85)),
        _field("references.yours", (0.98, 0.95, 0.85)),
        _field("subject", (0.98, 0.92, 0.80), what="subject, exact"),
        _field("subject", (0.99, 0.98, 0.93), "f1", "subject, lenient"),
        _field("sender.organisation", (0.98, 0.97, 0.92)),
        _field("recipient.organisation", (0.98, 0.97, 0.92)),
        _field("sender.person", (0.97, 0.94, 0.85)),
        _field("recipient.person", (0.97, 0.94, 0.85)),
        Target("all of these right in one letter", ("letters", "heads"), (0.92, 0.85, 0.65)),
        Target("calibration error (ECE)", ("calibration", "all", "ece"), (0.03,) * 3, less=True),
        Target(
            "wrong with confidence over 0.95",
            ("calibration", "all", "surely_wrong"),
            (0.01,) * 3,
            less=True,
        ),
    ),
)
APPLICATIONS = Targets(
    ("text", "digital", "office", "poor"),
    (
        _field("municipalities", (0.99, 0.995, 0.99, 0.97), "precision", "municipalities, P"),
        _field("municipalities", (0.99, 0.995, 0.98, 0.94), "recall", "municipalities, R"),
        _field("municipalities.part", (0.95, 0.97, 0.96, 0.92), what="their part"),
        _field("budget_lines.sum", (0.98, 0.995, 0.985, 0.94), "precision", "amounts, P"),
        _field("budget_lines.sum", (0.98, 0.995, 0.98, 0.92), "recall", "amounts, R"),
        _field(
            "budget_lines.line",
            (0.88, 0.93, 0.90, 0.80),
            "f1",
            "budget lines: amount, kind, redacted, description",
        ),
        _field("tables", (0.90, 0.98, 0.95, 0.85), "f1", "cells of tables"),
        Target("letters with every amount right", ("letters", "amounts"), (0.92, 0.96, 0.92, 0.75)),
    ),
)


def rows(unseen: Tree, targets: Targets) -> list[tuple[str, ...]]:
    """A row a target, 'measured (target)' for each tier, bold where it is met.

    `unseen`: tier → topic → …, as `summary.undigested` gives it, of the unseen half.
    """
    return [(target.what, *_cells(unseen, target, targets.tiers)) for target in targets.rows]


def _cells(unseen: Tree, target: Target, tiers: Sequence[str]) -> list[str]:
    measured = [_found(unseen.get(tier), target.path) for tier in tiers]
    pairs = zip(measured, target.bound, strict=True)
    return [_cell(one, bound, less=target.less) for one, bound in pairs]


def _found(topics: Tree | None, path: tuple[str, ...]) -> float | None:
    node: Any = topics
    for name in path:
        node = (node or {}).get(name)
    return node if isinstance(node, float | int) else None


def _cell(measured: float | None, bound: float, *, less: bool) -> str:
    if measured is None:
        return "not measured"
    met = measured < bound if less else measured >= bound
    shown = f"{100 * measured:.1f}"
    return f"{f'**{shown}**' if met else shown} ({100 * bound:g})"
