"""The figures as tables in a terminal: one table a topic, a column a tier, beside the committed ones.

A cell reads `.953 (+.004)`: the figure now, and how far it is from the committed one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

Tree = dict[str, Any]
Path = Sequence[str]
FIELD_COLUMNS = ("f1", "precision", "recall", "exact_f1")
TOPICS: tuple[tuple[str, tuple[tuple[str, Path], ...]], ...] = (
    (
        "Letters",
        (
            ("letters", ("letters", "letters")),
            ("files that failed", ("letters", "failed")),
            ("whole letters right", ("letters", "whole")),
            ("heads right", ("letters", "heads")),
            ("all fields, F1", ("fields", "all", "f1")),
            ("all fields, place right", ("fields", "all", "place")),
            ("redacted area, F1", ("redactions", "area_f1")),
        ),
    ),
    (
        "Text and time",
        (
            ("pages", ("text", "pages")),
            ("CER", ("text", "cer")),
            ("WER", ("text", "wer")),
            ("CPU s a page", ("seconds", "cpu_per_page")),
            ("wall s a page", ("seconds", "wall_per_page")),
        ),
    ),
    (
        "Findings",
        (
            ("expected", ("findings", "expected")),
            ("recall", ("findings", "recall")),
            ("innocent letters", ("findings", "innocent")),
            ("false alarms per 100", ("findings", "alarms_per_100")),
            ("innocent letters silent", ("findings", "silent")),
            ("planted letters", ("findings", "planted")),
            ("plants found", ("findings", "planted_found")),
            ("alarms beside a plant, per 100", ("findings", "alarms_beside_plant_per_100")),
            ("pairs of twins", ("findings", "twins")),
            ("twins right", ("findings", "twins_right")),
            ("duplicates (only a batch tells)", ("findings", "only_in_a_batch")),
        ),
    ),
    (
        "Files cut into letters",
        (
            ("files", ("bundles", "files")),
            ("cut exactly", ("bundles", "exact")),
            ("boundaries", ("bundles", "boundaries")),
            ("boundary F1", ("bundles", "boundary_f1")),
        ),
    ),
)


def show(tree: Tree, committed: Tree, half: str, console: Console) -> None:
    """Print all figures of a half; `committed` is an `undigested` digest, or empty."""
    now = {tier: halves[half] for tier, halves in tree.items() if half in halves}
    then = {tier: halves.get(half, {}) for tier, halves in committed.items()}
    for title, rows in TOPICS:
        console.print(_table(f"{title} ({half})", rows, now, then))
    for figure in FIELD_COLUMNS:
        names = _names(now, "fields")
        fields = [(name, ("fields", name, figure)) for name in names]
        title = f"Fields, {'lenient ' if figure == 'f1' else ''}{figure.replace('_', ' ')} ({half})"
        console.print(_table(title, [*fields], now, then))
    console.print(_table(f"Fields, how many ({half})", _rows(now, "fields", "support"), now, then))
    console.print(_table(f"Fields, place ({half})", _rows(now, "fields", "place"), now, then))
    codes = _names(now, "findings", "codes")
    for title, figure in (
        ("letters that expect it", "expected"),
        ("recall", "recall"),
        ("false alarms per 100 innocent letters", "alarms_per_100"),
        ("said beside a plant", "beside_plant"),
    ):
        rows = [(code, ("findings", "codes", code, figure)) for code in codes]
        console.print(_table(f"Findings: {title} ({half})", rows, now, _coded(then)))
    for figure in ("ece", "brier", "values"):
        rows = _rows(now, "calibration", figure)
        console.print(_table(f"Confidence: {figure} ({half})", rows, now, then))
    _halves(tree, console)


def _rows(now: Tree, topic: str, figure: str) -> list[tuple[str, Path]]:
    return [(name, (topic, name, figure)) for name in _names(now, topic)]


def _names(now: Tree, *path: str) -> list[str]:
    """The names of a topic in all tiers, in their first order."""
    found: dict[str, None] = {}
    for topics in now.values():
        found.update(dict.fromkeys(_at(topics, path) or {}))
    return list(found)


def _coded(then: Tree) -> Tree:
    """A digest keeps the codes beside the findings; here they are looked up within."""
    return {
        tier: {"findings": topics.get("findings", {}) | {"codes": topics.get("codes", {})}}
        for tier, topics in then.items()
    }


def _table(title: str, rows: Iterable[tuple[str, Path]], now: Tree, then: Tree) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    table.add_column("")
    for tier in now:
        table.add_column(tier, justify="right")
    for name, path in rows:
        cells = [figure(_at(now[tier], path), _at(then.get(tier, {}), path)) for tier in now]
        table.add_row(name, *cells)
    return table


def _halves(tree: Tree, console: Console) -> None:
    """What tuning flatters: the two halves side by side."""
    table = Table(title="Tuned and unseen", title_justify="left", box=None, pad_edge=False)
    table.add_column("")
    halves = [(t, h) for t in tree for h in ("tuned", "unseen") if h in tree[t]]
    for tier, half in halves:
        table.add_column(f"{tier}\n{half}", justify="right")
    for name, path in (
        ("letters", ("letters", "letters")),
        ("whole letters right", ("letters", "whole")),
        ("heads right", ("letters", "heads")),
        ("all fields, F1", ("fields", "all", "f1")),
        ("findings, recall", ("findings", "recall")),
        ("false alarms per 100", ("findings", "alarms_per_100")),
        ("twins right", ("findings", "twins_right")),
    ):
        table.add_row(name, *(figure(_at(tree[t][h], path), None) for t, h in halves))
    console.print(table)


def _at(node: Any, path: Path) -> Any:
    for name in path:
        if not isinstance(node, dict) or name not in node:
            return None
        node = node[name]
    return node


def figure(now: float | None, then: float | None) -> str:
    """'.953 (+.004)'; '–' where there is nothing to measure; whole numbers as they are."""
    if now is None:
        return "–"
    text = str(now) if isinstance(now, int) else _short(f"{now:.3f}")
    if then is None or round(now - then, 3) == 0:
        return text
    change = f"{now - then:+d}" if isinstance(now - then, int) else _short(f"{now - then:+.3f}")
    return f"{text} ({change})"


def _short(text: str) -> str:
    """Without the zero before the point."""
    sign = text[0] if text[0] in "+-" else ""
    bare = text.removeprefix(sign)
    return sign + (bare[1:] if bare.startswith("0.") else bare)
