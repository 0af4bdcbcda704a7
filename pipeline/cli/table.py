"""The letters of a batch, drawn for a terminal of any width."""

from __future__ import annotations

from pipeline.cli.streams import printable
from pipeline.export.overview import COLUMNS

NARROW = 145  # a terminal below this has no room for a table
FIXED = {"file": 26, "date": 10, "sum asked": 14, "findings": 32}


def drawn(rows: list[tuple[str, ...]], width: int) -> str:
    """A row a letter; where there is no room for that, a paragraph a letter."""
    rows = [tuple(_harmless(cell) for cell in cells) for cells in rows]
    return _table(rows, width) if width >= NARROW else _paragraphs(rows)


def _harmless(cell: str) -> str:
    return "\n".join(map(printable, cell.split("\n")))


def _table(rows: list[tuple[str, ...]], width: int) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    rules = 3 * len(COLUMNS) - 1  # what Rich puts between and around the columns
    rest = (width - rules - sum(FIXED.values())) // (len(COLUMNS) - len(FIXED))
    shown = Table(box=box.HORIZONTALS, show_lines=True, header_style="bold", pad_edge=False)
    for column in COLUMNS:
        shown.add_column(
            column,
            overflow="fold",
            justify="right" if column == "sum asked" else "left",
            width=FIXED.get(column, rest),
        )
    for name, *cells in rows:
        shown.add_row(_folded(name, FIXED["file"]), *cells)
    console = Console(width=width, markup=False, highlight=False, emoji=False)
    with console.capture() as capture:
        console.print(shown)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _folded(path: str, width: int) -> str:
    """A path over lines of at most `width`, parted at its folders where that can be."""
    lines = [""]
    for part in path.replace("/", "/\n").split("\n"):
        if lines[-1] and len(lines[-1] + part) > width:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


def _paragraphs(rows: list[tuple[str, ...]]) -> str:
    length = max(map(len, COLUMNS))
    lines = [
        f"{column:{length}}  " + cell.replace("\n", "\n" + " " * (length + 2))
        for cells in rows
        for column, cell in [*zip(COLUMNS, cells, strict=True), ("", "")]
    ]
    return "".join(f"{line.rstrip()}\n" for line in lines)
