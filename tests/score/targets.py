"""The targets of the head of a letter, and what was measured beside each on the unseen half."""

from __future__ import annotations

from typing import Any, NamedTuple

Tree = dict[str, Any]
TIERS = ("digital", "office", "poor")


class Target(NamedTuple):
    """A figure, where it stands in the digest, and its least share for each of TIERS."""

    what: str
    path: tuple[str, ...]
    least: tuple[float, float, float]


TARGETS = (
    Target("date", ("fields", "date", "exact_f1"), (0.995, 0.99, 0.95)),
    Target("replies_to", ("fields", "replies_to", "exact_f1"), (0.98, 0.96, 0.90)),
    Target("references.ours", ("fields", "references.ours", "exact_f1"), (0.98, 0.95, 0.85)),
    Target("references.yours", ("fields", "references.yours", "exact_f1"), (0.98, 0.95, 0.85)),
    Target("subject, exact", ("fields", "subject", "exact_f1"), (0.98, 0.92, 0.80)),
    Target("subject, lenient", ("fields", "subject", "f1"), (0.99, 0.98, 0.93)),
    Target(
        "sender.organisation", ("fields", "sender.organisation", "exact_f1"), (0.98, 0.97, 0.92)
    ),
    Target(
        "recipient.organisation",
        ("fields", "recipient.organisation", "exact_f1"),
        (0.98, 0.97, 0.92),
    ),
    Target("sender.person", ("fields", "sender.person", "exact_f1"), (0.97, 0.94, 0.85)),
    Target("recipient.person", ("fields", "recipient.person", "exact_f1"), (0.97, 0.94, 0.85)),
    Target("all of these right in one letter", ("letters", "heads"), (0.92, 0.85, 0.65)),
)
ECE, SURELY_WRONG = 0.03, 0.01


def rows(unseen: Tree) -> list[tuple[str, ...]]:
    """A row a target, 'measured (target)' for each tier, bold where it is met.

    `unseen`: tier → topic → …, as `summary.undigested` gives it, of the unseen half.
    """
    wanted = [
        *((target.what, target.path, target.least, True) for target in TARGETS),
        ("calibration error (ECE)", ("calibration", "all", "ece"), (ECE,) * 3, False),
        (
            "wrong with confidence over 0.95",
            ("calibration", "all", "surely_wrong"),
            (SURELY_WRONG,) * 3,
            False,
        ),
    ]
    return [
        (
            what,
            *(
                _cell(_found(unseen.get(tier), path), bound, more)
                for tier, bound in zip(TIERS, least, strict=True)
            ),
        )
        for what, path, least, more in wanted
    ]


def _found(topics: Tree | None, path: tuple[str, ...]) -> float | None:
    node: Any = topics
    for name in path:
        node = (node or {}).get(name)
    return node if isinstance(node, float | int) else None


def _cell(measured: float | None, bound: float, more: bool) -> str:
    if measured is None:
        return "not measured"
    met = measured >= bound if more else measured < bound
    shown = f"{100 * measured:.1f}"
    return f"{f'**{shown}**' if met else shown} ({100 * bound:g})"
