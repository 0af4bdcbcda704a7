"""The figures as tables in a terminal: one table a topic, a column a tier, beside the committed ones.

A cell reads `.953 (+.004)`: the figure now, and how far it is from the committed one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

Tree = dict[str, Any]
Row = tuple[str, tuple[str, ...]]
TOPICS: dict[str, tuple[Row, ...]] = {
    "Letters": (
        ("letters", ("letters", "letters")),
        ("files that failed", ("letters", "failed")),
        ("whole letters right", ("letters", "whole")),
        ("heads right", ("letters", "heads")),
        ("every amount right", ("letters", "amounts")),
        ("CER", ("text", "cer")),
        ("WER", ("text", "wer")),
        ("redacted area, F1", ("redactions", "area_f1")),
        ("pages", ("text", "pages")),
        ("CPU s a page", ("seconds", "cpu_per_page")),
        ("wall s a page", ("seconds", "wall_per_page")),
    ),
    "Files cut into letters": (
        ("files", ("bundles", "files")),
        ("cut exactly", ("bundles", "exact")),
        ("boundaries", ("bundles", "boundaries")),
        ("boundary F1", ("bundles", "boundary_f1")),
    ),
    "Findings": (
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
        ("duplicates: only a batch tells", ("findings", "only_in_a_batch")),
    ),
}
OF_FIELDS = {
    "f1": "Fields, F1, lenient",
    "exact_f1": "Fields, F1, exact",
    "precision": "Fields, precision, lenient",
    "recall": "Fields, recall, lenient",
    "support": "Fields, how many there are",
    "place": "Fields, right ones that point at where they stand",
}
OF_CODES = {
    "recall": "Findings, recall",
    "alarms_per_100": "Findings, false alarms per 100 innocent letters",
    "expected": "Findings, letters that expect it",
    "beside_plant": "Findings, false alarms in letters with a plant",
}
OF_CONFIDENCE = {"ece": "Confidence, ECE", "brier": "Confidence, Brier score"}
IN_FULL = {"exact_f1", "precision", "recall", "support", "expected", "beside_plant", "brier"}
NO_NEWS_AT_ZERO = {"alarms_per_100", "beside_plant"}
SIDE_BY_SIDE: tuple[Row, ...] = (
    ("letters", ("letters", "letters")),
    ("whole letters right", ("letters", "whole")),
    ("heads right", ("letters", "heads")),
    ("every amount right", ("letters", "amounts")),
    ("all fields, F1", ("fields", "all", "f1")),
    ("findings, recall", ("findings", "recall")),
    ("false alarms per 100", ("findings", "alarms_per_100")),
    ("twins right", ("findings", "twins_right")),
)


def show(tree: Tree, committed: Tree, half: str, console: Console, *, full: bool) -> None:
    """Print the figures of a half; `committed` is an `undigested` digest, or empty.

    `full`: also the tables that are in `IN_FULL`; they are in score.json in any case.
    """
    now = {tier: halves[half] for tier, halves in tree.items() if half in halves}
    then = {tier: _coded(halves.get(half, {})) for tier, halves in committed.items()}
    tables = [(title, list(rows)) for title, rows in TOPICS.items()]
    for path, titles in (
        (("fields",), OF_FIELDS),
        (("findings", "codes"), OF_CODES),
        (("calibration",), OF_CONFIDENCE),
    ):
        names = _names(now, path)
        for name, title in titles.items():
            if full or name not in IN_FULL:
                tables.append((title, [(entry, (*path, entry, name)) for entry in names]))
    for title, rows in tables:
        _print(f"{title} ({half})", rows, now, then, console)
    both = {f"{t}\n{h}": tree[t][h] for t in tree for h in ("tuned", "unseen") if h in tree[t]}
    _print("What is tuned to and what is not", SIDE_BY_SIDE, both, {}, console)


def _coded(topics: Tree) -> Tree:
    """A digest keeps the codes beside the findings; here they are looked up within."""
    return topics | {"findings": topics.get("findings", {}) | {"codes": topics.get("codes", {})}}


def _names(now: Tree, path: Sequence[str]) -> list[str]:
    """The names of a topic in all tiers, in alphabetical order, `all` first."""
    names = {name for topics in now.values() for name in _at(topics, path) or {}}
    return sorted(names, key=lambda name: (name != "all", name))


def _print(title: str, rows: Sequence[Row], now: Tree, then: Tree, console: Console) -> None:
    """Print a table; rows with nothing to say in any tier are left out, and empty tables.

    A code that was never said wrongly has nothing to say in a table of false alarms.
    """
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for tier in now:
        table.add_column(tier, justify="right")
    for name, path in rows:
        figures = [_at(topics, path) for topics in now.values()]
        before = [_at(then.get(tier, {}), path) for tier in now]
        dull = (None, 0) if "codes" in path and path[-1] in NO_NEWS_AT_ZERO else (None,)
        if any(one not in dull for one in (*figures, *before)):
            cells = [figure(*pair) for pair in zip(figures, before, strict=True)]
            table.add_row(name, *cells)
    if table.row_count:
        console.print(title, style="bold")
        console.print(table)
        console.print()


def _at(node: Any, path: Sequence[str]) -> Any:
    for name in path:
        if not isinstance(node, dict) or name not in node:
            return None
        node = node[name]
    return node


def figure(now: float | None, then: float | None = None) -> str:
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
