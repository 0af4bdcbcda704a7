"""Which file of a batch is done, failed (why) or left out, and by which version.

A SQLite file beside the records. Only the parent process of a batch writes it; anyone may read it,
also while a batch runs.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path

from pipeline.errors import Problem, Usage

NAME = "kenmerk.sqlite"
LAYOUT = 2  # of the table; goes up when a column changes


class State(StrEnum):
    """How far a file is."""

    waiting = "waiting"  # seen, not read: the batch was stopped, or a program is missing
    done = "done"
    failed = "failed"
    skipped = "skipped"  # no letter by its kind


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the inbox. `path` is relative to it, with / between its parts."""

    path: str
    state: State
    reason: str = ""  # what is wrong, or why it was left out
    remedy: str = ""
    sha256: str = ""
    size: int = 0
    mtime_ns: int = 0
    attempts: int = 0
    seconds: float = 0.0
    pages: int = 0
    letters: int = 0
    worst: str = ""  # the severity of its worst finding; empty where it has none
    notes: str = ""  # how it was read, where a person should know: 'read as Windows-1252'
    version: str = ""  # of kenmerk, that read it
    records: tuple[str, ...] = ()  # paths relative to the folder of the ledger


_COLUMNS = [field.name for field in fields(Entry)]
_TYPES = {"size": "INTEGER", "mtime_ns": "INTEGER", "attempts": "INTEGER", "seconds": "REAL"}
_TYPES |= {"pages": "INTEGER", "letters": "INTEGER", "path": "TEXT PRIMARY KEY"}


class Ledger:
    """The entries of one batch, by path."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __iter__(self) -> Iterator[Entry]:
        """Every entry, by path."""
        columns = ", ".join(_COLUMNS)
        for row in self._connection.execute(f"SELECT {columns} FROM files ORDER BY path"):
            entry = Entry(*row)
            yield replace(
                entry, state=State(entry.state), records=tuple(json.loads(str(entry.records)))
            )

    def put(self, *entries: Entry) -> None:
        """Write entries, each in place of the one with its path; all of them or none.

        Raises Problem where the disk is full or somebody else holds the ledger.
        """
        places = ", ".join("?" * len(_COLUMNS))
        rows = [(*astuple(entry)[:-1], json.dumps(entry.records)) for entry in entries]
        with _told(), self._connection:
            self._connection.executemany(
                f"INSERT OR REPLACE INTO files ({', '.join(_COLUMNS)}) VALUES ({places})", rows
            )

    def drop(self, paths: Iterable[str]) -> None:
        """Forget files that are no longer there."""
        with _told(), self._connection:
            self._connection.executemany(
                "DELETE FROM files WHERE path = ?", [(path,) for path in paths]
            )


@contextmanager
def ledger(folder: Path, *, create: bool = False) -> Iterator[Ledger]:
    """The ledger of the folder with a batch's records; it is made where `create` is set.

    Raises Usage where there is none, or where what is there is no ledger that this version knows.
    """
    file = folder / NAME
    if not create and not file.is_file():
        raise Usage(f"{folder} holds no records of a batch", "make them with kenmerk run")
    try:
        with closing(_connected(file, create)) as connection:
            _prepare(connection, file, create)
            yield Ledger(connection)
    except sqlite3.OperationalError as error:
        what = f"{file} cannot be used: {error}"
        raise Usage(what, "check its disk, and who may write there") from error


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        what = f"the ledger cannot be written: {error}"
        raise Problem(what, "mend that and run again; what is done is kept") from error


def _connected(file: Path, create: bool) -> sqlite3.Connection:
    """Only a batch may write. Where nobody can write beside the file, it is read as it lies there.

    SQLite itself would write there to read, since a batch could be at work.
    """
    if create:
        return sqlite3.connect(file)
    how = "mode=ro" if os.access(file.parent, os.W_OK) else "immutable=1"
    return sqlite3.connect(f"{file.resolve().as_uri()}?{how}", uri=True)


def _prepare(connection: sqlite3.Connection, file: Path, create: bool) -> None:
    try:
        (layout,) = connection.execute("PRAGMA user_version").fetchone()
        if layout == 0 and create:
            connection.execute("PRAGMA journal_mode = WAL")
            columns = ", ".join(f"{name} {_TYPES.get(name, 'TEXT')}" for name in _COLUMNS)
            connection.execute(f"CREATE TABLE files ({columns}) STRICT")
            connection.execute(f"PRAGMA user_version = {LAYOUT}")
            layout = LAYOUT
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        raise Usage(f"{file} is no ledger: {error}", "choose another folder with --out") from None
    if layout == 0:
        raise Usage(f"{file.parent} holds no records of a batch", "make them with kenmerk run")
    if layout != LAYOUT:
        what = f"{file} was written by another version of kenmerk"
        raise Usage(what, "remove it to read all again, or choose another folder with --out")
