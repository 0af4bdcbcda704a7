"""The figures as tables, and as a picture: CPU seconds a page against character error rate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.table import Table

from tests.benchmarks.contestants import OURS
from tests.benchmarks.targets import Target, percent, seconds

Tree = dict[str, Any]
LEAST = 1e-4  # error rates below this are drawn as this: the axis is logarithmic
MARKS = {"clean": "o", "office": "s", "grey": "D", "fax": "^", "phone": "P"}
INK = "#333333"
OURS_COLOUR = "#c1272d"
COLOURS = ("#1f6fb2", "#57a0d3", "#0b3c5d", "#6a4c93", "#2a9d8f", "#8d99ae", "#e9a23b")


def tier(name: str, figures: Tree) -> Table:
    """The contestants on one tier."""
    ours = figures[OURS]
    table = Table(title=f"{name}: {ours['pages']} pages, {ours['files']} files")
    table.add_column("", no_wrap=True)
    for head in ("CPU s/page", "without start", "wall s/page", "× ours"):
        table.add_column(head, justify="right")
    for head in ("CER", "WER", "CER, as drawn", "CER, any order", "WER, any order", "failed"):
        table.add_column(head, justify="right")
    for contestant, row in sorted(figures.items(), key=lambda item: item[1]["cpu"] or 0):
        rates = (row[rate] for rate in ("cer", "wer", "cer_drawn", "cer_free", "wer_free"))
        table.add_row(
            contestant,
            *(seconds(row[column]) for column in ("cpu", "cpu_without_start", "wall")),
            seconds(row["times_ours"]),
            *(percent(rate) for rate in rates),
            str(len(row["failed"])) if row["failed"] else "",
            style="bold" if contestant == OURS else None,
        )
    return table


def targets(rows: Sequence[Target]) -> Table:
    table = Table("", "target", "measured", "met", title="Targets")
    words = {True: "yes", False: "no", None: ""}
    for row in rows:
        table.add_row(row.what, row.least, row.measured, words[row.met])
    return table


def plot(tiers: Tree, target: Path) -> None:
    """One point a contestant and tier, saved as PNG; nothing where no tier was run."""
    if not tiers:
        return
    import matplotlib as mpl

    mpl.use("Agg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(9, 5.4), layout="constrained")
    others = sorted({name for of_tier in tiers.values() for name in of_tier} - {OURS})
    colours = {OURS: OURS_COLOUR, **dict(zip(others, COLOURS, strict=False))}
    for tier_name, of_tier in tiers.items():
        for name, row in of_tier.items():
            if row["cpu"]:
                _point(axes, row, MARKS[tier_name], colours[name], name == OURS)
    _axes(axes)
    who, what = _legends(colours, tiers)
    for title, handles, place in (("who", who, "upper"), ("scans", what, "lower")):
        place = f"outside right {place}"
        figure.legend(handles=handles, title=title, loc=place, frameon=False, alignment="left")
    figure.savefig(target, dpi=160)
    plt.close(figure)


def _point(axes: Any, row: Tree, mark: str, colour: str, ours: bool) -> None:
    axes.scatter(
        row["cpu"],
        100 * max(row["cer"], LEAST),
        marker=mark,
        s=110 if ours else 60,
        color=colour,
        edgecolor="white",
        linewidth=0.8,
        zorder=3 if ours else 2,
    )


def _axes(axes: Any) -> None:
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel("CPU seconds a page (median)")
    axes.set_ylabel("character error rate, reading order counted")
    axes.xaxis.set_major_locator(_at((0.25, 0.5, 1, 2, 4, 8, 16)))
    axes.yaxis.set_major_locator(_at((0.01, 0.1, 0.3, 1, 2, 3, 5, 7, 10, 15, 30, 100)))
    axes.xaxis.set_major_formatter("{x:g} s")
    axes.yaxis.set_major_formatter("{x:g} %")
    axes.minorticks_off()
    axes.grid(alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)


def _at(places: Sequence[float]) -> Any:
    from matplotlib.ticker import FixedLocator

    return FixedLocator(list(places))


def _legends(colours: dict[str, str], tiers: Tree) -> tuple[list[Any], list[Any]]:
    from matplotlib.lines import Line2D

    who = [
        Line2D([], [], marker="o", linestyle="", color=colour, label=name)
        for name, colour in colours.items()
    ]
    what = [
        Line2D([], [], marker=MARKS[name], linestyle="", color=INK, label=name) for name in tiers
    ]
    return who, what
