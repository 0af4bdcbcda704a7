"""A batch: what is read, what is left out, what is done again, and what survives a bad day."""

from __future__ import annotations

import datetime as dt
import hashlib
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.batch import Settings, prepare, records
from pipeline.batch import workers as real
from pipeline.errors import Problem, Usage
from pipeline.ledger import Entry, State, ledger
from pipeline.record import Record
from tests import fakes

ROOT = Path(__file__).parents[1]
SETTINGS = Settings(dt.date(2026, 1, 1))


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def go(inbox: Path, out: Path) -> Callable[..., dict[str, Entry]]:
    """Run the batch; the entries of what was read this time, by path."""

    def go(jobs: int = 1, work: real.Work = fakes.work) -> dict[str, Entry]:
        with prepare(inbox, out) as batch:
            return {entry.path: entry for entry in batch.go(SETTINGS, jobs, work)}

    return go


def lay(inbox: Path, **files: str) -> None:
    """Text files by name."""
    for name, content in files.items():
        (inbox / f"{name}.txt").write_text(content, "utf-8")


def written(out: Path) -> list[str]:
    return sorted(str(p.relative_to(out)) for p in (out / "records").rglob("*") if p.is_file())


def states(out: Path) -> dict[str, str]:
    with ledger(out) as book:
        return {entry.path: entry.state.value for entry in book}


def test_records_lie_by_the_path_of_the_file(inbox: Path, out: Path, go) -> None:
    (inbox / "2016" / "mei").mkdir(parents=True)
    lay(inbox / "2016" / "mei", brief="3")
    lay(inbox, brief="1")
    assert {path: entry.letters for path, entry in go().items()} == {
        "2016/mei/brief.txt": 3,
        "brief.txt": 1,
    }
    assert written(out) == [
        "records/2016/mei/brief.txt.2.json",
        "records/2016/mei/brief.txt.3.json",
        "records/2016/mei/brief.txt.json",
        "records/brief.txt.json",
    ]
    names = [name for name, _ in records(out)]
    folder = "2016/mei/brief.txt"
    assert names == [folder, f"{folder} #2", f"{folder} #3", "brief.txt"]


def test_again_it_reads_only_what_is_not_done_yet(inbox: Path, out: Path, go) -> None:
    lay(inbox, a="1", b="fail", c="miss")
    go()
    assert states(out) == {"a.txt": "done", "b.txt": "failed", "c.txt": "waiting"}
    lay(inbox, c="1", d="1")
    assert {path: entry.attempts for path, entry in go().items()} == {
        "b.txt": 2,
        "c.txt": 2,
        "d.txt": 1,
    }
    assert set(go()) == {"b.txt"}


def test_a_changed_file_is_read_again_and_its_old_records_go(inbox: Path, out: Path, go) -> None:
    lay(inbox, a="3")
    go()
    lay(inbox, a="1 ")
    assert set(go()) == {"a.txt"}
    assert written(out) == ["records/a.txt.json"]
    lay(inbox, a="fail")
    go()
    assert written(out) == []


def test_a_file_that_was_only_touched_is_not_read_again(inbox: Path, out: Path, go) -> None:
    """Same size and content: that it has another time of change does not matter."""
    lay(inbox, a="1")
    go()
    with ledger(out, create=True) as book:
        (entry,) = book
        content = (inbox / "a.txt").read_bytes()
        book.put(Entry(**of(entry) | {"sha256": hashlib.sha256(content).hexdigest()}))
    os.utime(inbox / "a.txt", ns=(1, 1))
    assert go() == {}
    (inbox / "a.txt").write_text("2", "utf-8")  # as long as before
    assert set(go()) == {"a.txt"}


def of(entry: Entry) -> dict:
    return {name: getattr(entry, name) for name in Entry.__slots__}


def test_a_lost_record_is_made_again(inbox: Path, out: Path, go) -> None:
    lay(inbox, a="2")
    go()
    (out / "records" / "a.txt.2.json").unlink()
    assert set(go()) == {"a.txt"}
    assert written(out) == ["records/a.txt.2.json", "records/a.txt.json"]


def test_records_outlive_their_file(inbox: Path, out: Path, go) -> None:
    """An inbox that is emptied after reading; what had failed is forgotten."""
    lay(inbox, a="1", b="fail")
    go()
    for file in inbox.iterdir():
        file.unlink()
    assert go() == {}
    assert states(out) == {"a.txt": "done"}
    assert written(out) == ["records/a.txt.json"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("scan.PDF", b"", ""),
        ("scan", b"%PDF-1.4", ""),
        ("scan.old", b"\xff\xd8\xff\xe0", ""),
        ("photo", b"\0\0\0\x18ftypheic", ""),  # fails, and its line says what to do
        ("film.mp4", b"\0\0\0\x18ftypisom", "not a PDF, image or text file"),
        ("notes.docx", b"PK\x03\x04", "not a PDF, image or text file"),
        ("truth.json", b"{}", "not a PDF, image or text file"),
        ("empty", b"", "not a PDF, image or text file"),
    ],
)
def test_what_is_a_letter(inbox: Path, out: Path, name: str, content: bytes, reason: str) -> None:
    (inbox / name).write_bytes(content)
    with prepare(inbox, out) as batch:
        assert [entry.path for entry in batch.waiting.values()] == ([] if reason else [name])
        assert [(e.path, e.reason) for e in batch.skipped] == ([(name, reason)] if reason else [])


def test_links_pipes_and_hidden_files_are_not_read(inbox: Path, out: Path) -> None:
    lay(inbox, a="1")
    (inbox / ".hidden").mkdir()
    lay(inbox / ".hidden", b="1")
    lay(inbox, **{".c": "1"})
    (inbox / "link.txt").symlink_to(inbox / "a.txt")
    (inbox / "folder").symlink_to(inbox / ".hidden")
    os.mkfifo(inbox / "pipe.txt")
    with prepare(inbox, out) as batch:
        assert [path.name for path in batch.waiting] == ["a.txt"]
        assert {entry.path: entry.reason for entry in batch.skipped} == {
            "folder": "a symbolic link",
            "link.txt": "a symbolic link",
            "pipe.txt": "no regular file",
        }


def test_a_folder_for_records_inside_the_inbox_is_not_read(inbox: Path, go) -> None:
    lay(inbox, a="1")
    within = inbox / "out"
    for _ in range(2):
        with prepare(inbox, within) as batch:
            list(batch.go(SETTINGS, 1, fakes.work))
        with prepare(inbox, inbox / ".." / inbox.name / "out") as batch:
            assert batch.waiting == {}
        (within / "records" / "b.txt").write_text("1", "utf-8")
        assert states(within) == {"a.txt": "done"}


def test_a_name_that_is_no_utf_8(inbox: Path, out: Path, go) -> None:
    (inbox / os.fsdecode(b"brief-\xe9.txt")).write_text("1", "utf-8")
    assert set(go()) == {r"brief-\xe9.txt"}
    assert written(out) == [r"records/brief-\xe9.txt.json"]


def test_a_name_as_long_as_there_can_be(inbox: Path, out: Path, go) -> None:
    lay(inbox, **{"x" * 251: "1"}, b="1")
    entries = go()
    assert entries["b.txt"].state is State.done
    assert entries["x" * 251 + ".txt"].reason.startswith("its name is too long")


def test_a_worker_that_dies_stops_nothing(inbox: Path, out: Path, go) -> None:
    """Nor does it take the file with it that was read beside its own."""
    lay(inbox, a="1", b="die", c="1", d="die", e="2")
    entries = go(jobs=2)
    assert {path: entry.state.value for path, entry in entries.items()} == {
        "a.txt": "done",
        "b.txt": "failed",
        "c.txt": "done",
        "d.txt": "failed",
        "e.txt": "done",
    }
    assert entries["b.txt"].reason == "the process that read it died"
    assert len(written(out)) == 4


def test_a_batch_that_is_stopped_does_not_wait_for_its_workers(inbox: Path, out: Path) -> None:
    lay(inbox, a="1", b="wait", c="1")
    with prepare(inbox, out) as batch, closing(batch.go(SETTINGS, 1, fakes.work)) as entries:
        next(entries)
    assert multiprocessing.active_children() == []
    assert states(out) == {"a.txt": "done", "b.txt": "waiting", "c.txt": "waiting"}


def test_workers_end_with_a_parent_that_was_killed(inbox: Path, out: Path) -> None:
    """Or they would stay for ever, each with its libraries in memory."""
    lay(inbox, a="1", b="wait")
    code = (
        "from tests import test_batch as t; from pathlib import Path; import os, signal\n"
        f"with t.prepare(Path({str(inbox)!r}), Path({str(out)!r})) as batch:\n"
        "    for entry in batch.go(t.SETTINGS, 1, t.fakes.work):\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stdout.read() == b""  # which ends when the last who could write there does
    assert running.returncode == -signal.SIGKILL
    with prepare(inbox, out) as batch:
        assert [entry.path for entry in batch.waiting.values()] == ["b.txt"]


def test_where_nothing_can_be_written_it_stops(inbox: Path, out: Path, go) -> None:
    lay(inbox, a="1", b="1")
    out.mkdir()
    (out / "records").write_text("a file where a folder should be")
    with pytest.raises(Problem, match=r"cannot write in .*; mend that and run again"):
        go()
    assert set(states(out).values()) == {"waiting"}


def test_a_full_disk_leaves_no_half_record(inbox: Path, out: Path, go, monkeypatch) -> None:
    lay(inbox, a="1")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Problem, match=r"cannot write in .*: No space left on device"):
        go()
    assert written(out) == []


def test_a_folder_in_which_nobody_may_write(inbox: Path, out: Path, monkeypatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(Usage, match="out cannot be written in: Permission denied"):  # noqa: SIM117
        with prepare(inbox, out):
            pass


def test_what_may_not_be_looked_at_stops_nothing(inbox: Path, out: Path, monkeypatch) -> None:
    """A folder that may be listed and not entered."""
    lay(inbox, a="1", b="1")
    look = Path.is_dir

    def refused(self: Path, *arguments: object, **more: object) -> bool:
        if self.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return look(self)

    monkeypatch.setattr(Path, "is_dir", refused)
    monkeypatch.setattr(Path, "is_symlink", refused)
    with prepare(inbox, out) as batch:
        assert [path.name for path in batch.waiting] == ["a.txt"]
        assert [(e.path, e.reason) for e in batch.failed] == [("b.txt", "no permission to use it")]


def test_two_at_once_in_one_folder_are_refused(inbox: Path, out: Path) -> None:
    refused = pytest.raises(Usage, match="another kenmerk run is at work")
    with prepare(inbox, out), refused, prepare(inbox, out):
        pass
    with prepare(inbox, out) as batch:
        assert batch.waiting == {}


@pytest.mark.parametrize(
    ("inbox_name", "out_name", "message"),
    [
        ("nowhere", "out", "is not a folder"),
        ("file", "out", "is not a folder"),
        ("inbox", "inbox", "is the inbox itself"),
        ("inbox", "inbox/../inbox", "is the inbox itself"),
        ("inbox", "file", "cannot be made"),
    ],
)
def test_folders_that_cannot_be(
    tmp_path: Path, inbox: Path, inbox_name: str, out_name: str, message: str
) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(Usage, match=message), prepare(tmp_path / inbox_name, tmp_path / out_name):
        pass


def test_a_letter_is_really_read(inbox: Path, out: Path, go) -> None:
    """By the worker that a batch has unless told otherwise, in a process of its own."""
    (inbox / "a.txt").write_text("Almere, 28 januari 2016\n\nGeachte heer,\n", "utf-8")
    (inbox / "b.pdf").write_bytes(b"no PDF")
    (inbox / os.fsdecode(b"c-\xe9.txt")).write_bytes("Beste mevrouw Zoë,".encode("latin-1"))
    entries = go(work=real.work)
    assert entries[r"c-\xe9.txt"].state is State.done
    assert entries[r"c-\xe9.txt"].notes == "read as ISO-8859-1"
    assert (entries["a.txt"].state, entries["b.pdf"].state) == (State.done, State.failed)
    assert entries["b.pdf"].reason and entries["b.pdf"].remedy
    (_, record), _ = records(out)
    assert record.date is not None and record.date.value == dt.date(2016, 1, 28)
    assert record.source.sha256 == entries["a.txt"].sha256
    assert entries["a.txt"].worst == "error"  # it says not who it is from
    assert "sender-missing" in {finding.code for finding in record.findings}


def test_a_record_comes_back_as_it_was(read, tmp_path: Path) -> None:
    record = read("Almere, 28 januari 2016\n\nWij vragen u € 12.500,00 voor █.\n")
    assert Record.model_validate_json(record.model_dump_json()) == record
