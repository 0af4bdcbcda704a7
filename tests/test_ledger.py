"""The ledger: what is written comes back; what is no ledger is refused."""

from __future__ import annotations

import sqlite3
from dataclasses import fields
from pathlib import Path

import pytest

from pipeline.errors import Problem, Usage
from pipeline.ledger import NAME, Entry, State, ledger

DONE = Entry(
    path="a/brief é.pdf",
    state=State.done,
    sha256="ab" * 32,
    size=2**40,
    mtime_ns=1_700_000_000_123_456_789,
    attempts=2,
    seconds=1.25,
    pages=3,
    letters=2,
    worst="error",
    version="0.1.0",
    records=("records/a/brief é.pdf.json", "records/a/brief é.pdf.2.json"),
)
FAILED = Entry("b.pdf", State.failed, "this PDF is cut off", "copy it anew")


def test_what_is_written_comes_back(tmp_path: Path) -> None:
    with ledger(tmp_path, create=True) as book:
        book.put(FAILED, DONE)
    with ledger(tmp_path) as book:
        assert list(book) == [DONE, FAILED]
        assert all(type(entry.state) is State for entry in book)


def test_a_path_has_one_entry(tmp_path: Path) -> None:
    with ledger(tmp_path, create=True) as book:
        book.put(DONE)
        book.put(Entry(DONE.path, State.failed, "why"))
        (entry,) = book
    assert (entry.state, entry.reason, entry.records) == (State.failed, "why", ())


def test_entries_are_dropped_by_path(tmp_path: Path) -> None:
    with ledger(tmp_path, create=True) as book:
        book.put(DONE, FAILED)
        book.drop(["b.pdf", "never seen"])
        assert list(book) == [DONE]


def test_all_of_a_call_is_written_or_none(tmp_path: Path) -> None:
    with ledger(tmp_path, create=True) as book:
        with pytest.raises(sqlite3.Error):
            book.put(FAILED, Entry("c.pdf", State.done, size="no number"))  # type: ignore[arg-type]
        assert list(book) == []


def test_it_is_an_ordinary_database(tmp_path: Path) -> None:
    """Which somebody may ask with any other program, also while a batch runs."""
    with ledger(tmp_path, create=True) as book:
        book.put(FAILED)
        other = sqlite3.connect(tmp_path / NAME)
        cursor = other.execute("SELECT * FROM files")
        assert [column[0] for column in cursor.description] == [f.name for f in fields(Entry)]
        assert cursor.fetchone()[:3] == ("b.pdf", "failed", "this PDF is cut off")
        other.close()


def test_no_ledger_is_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(Usage, match="holds no records"), ledger(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_which_nobody_may_write_can_be_read(tmp_path: Path, monkeypatch) -> None:
    """SQLite itself would write beside the ledger, even to read it."""
    with ledger(tmp_path, create=True) as book:
        book.put(FAILED)
    monkeypatch.setattr("os.access", lambda *_: False)
    before = sorted(tmp_path.iterdir())
    with ledger(tmp_path) as book:
        assert list(book) == [FAILED]
        assert sorted(tmp_path.iterdir()) == before


def test_who_only_looks_writes_nothing(tmp_path: Path) -> None:
    with ledger(tmp_path, create=True):
        pass
    with ledger(tmp_path) as book, pytest.raises(Problem, match="cannot be written"):
        book.put(FAILED)


def test_a_ledger_that_was_never_begun_holds_nothing(tmp_path: Path) -> None:
    """As a disk that was full leaves it."""
    (tmp_path / NAME).touch()
    with pytest.raises(Usage, match="holds no records"), ledger(tmp_path):
        pass


def test_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"not a database, but long enough to look at " * 9)
    with pytest.raises(Usage, match="is no ledger"), ledger(tmp_path, create=True):
        pass


def test_another_layout_is_refused(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / NAME)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(Usage, match="another version"), ledger(tmp_path, create=True):
        pass
