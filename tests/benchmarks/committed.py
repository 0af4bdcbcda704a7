"""The figures that the README shows: `--accept` puts those of a run into the committed ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.benchmarks import show
from tests.benchmarks.targets import percent, seconds

Tree = dict[str, Any]
FIGURES = Path(__file__).parent / "figures.json"
PICTURE = Path(__file__).parents[2] / "samples" / ".bench.png"
PARTS = ("digital", "workers", "memory", "second", "start", "versions", "machine")


def known() -> Tree:
    """The committed figures, of each tier and part those last accepted."""
    found: Tree = json.loads(FIGURES.read_text("utf-8")) if FIGURES.is_file() else {"tiers": {}}
    return found


def accept(figures: Tree) -> None:
    """Tiers and parts of this run replace those committed; the others stay. The picture too."""
    kept = known()
    kept["tiers"] |= figures.get("tiers", {})
    kept |= {part: figures[part] for part in PARTS if figures.get(part)}
    FIGURES.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", "utf-8")
    show.plot(kept["tiers"], PICTURE)


def rows(tiers: Tree) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Head and rows: a contestant a row, seconds and errors of each tier in its columns."""
    pages = {name: next(iter(of.values()))["pages"] for name, of in tiers.items()}
    head = ("CPU seconds a page; character errors (in the order drawn; in any order)",)
    head += tuple(f"{name}, {count} pages" for name, count in pages.items())
    names = sorted({who for of in tiers.values() for who in of}, key=lambda who: _cost(tiers, who))
    return head, [(name, *(_cell(of.get(name)) for of in tiers.values())) for name in names]


def _cost(tiers: Tree, name: str) -> float:
    """What a contestant takes on the tiers that all have read."""
    return sum(of[name]["cpu"] or 0.0 for of in tiers.values() if name in of)


def _cell(row: Tree | None) -> str:
    if row is None:
        return ""
    failed = f"; {len(row['failed'])} files failed" if row["failed"] else ""
    rates = f"{percent(row['cer'])} ({percent(row['cer_drawn'])}; {percent(row['cer_free'])})"
    return f"{seconds(row['cpu'])} s; {rates}{failed}"
