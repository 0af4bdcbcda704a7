"""The data files as rows of strings, and the cells that are not plain strings."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import Missing

DATA = Path(__file__).parent.parent / "data"


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a CSV file under the data folder, without its header."""
    with opened(name) as stream:
        reader = csv.reader(stream)
        next(reader)
        yield from reader


def value(name: str) -> Any:
    """The content of a JSON file under the data folder."""
    with opened(name) as stream:
        return json.load(stream)


def opened(name: str) -> Any:
    try:
        return (DATA / name).open(encoding="utf-8", newline="")
    except FileNotFoundError as error:
        raise Missing(f"the register {DATA / name} is not there", "install again") from error


def parts(cell: str) -> tuple[str, ...]:
    """The values of a cell with several."""
    return tuple(cell.split("|")) if cell else ()


def day(cell: str) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None
