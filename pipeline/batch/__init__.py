"""Many files: a path goes to a worker process, JSON comes back, and a ledger says what is done.

The parent alone writes: a record beside its place first and then renamed, the ledger after it, so
that a batch which is stopped at any moment leaves no half record and goes on where it was.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline import __version__
from pipeline.batch import inbox as files
from pipeline.batch.workers import Outcome, Settings, Work, outcomes, work
from pipeline.errors import CannotRead, Missing, Problem, Usage
from pipeline.ledger import Entry, Ledger, State, ledger
from pipeline.record import Record

__all__ = ["Batch", "Settings", "prepare", "records"]

RECORDS = "records"
LOCK = "kenmerk.lock"
_TOO_LONG = CannotRead("its name is too long for a record's", "shorten it by ten letters")


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch that is ready to go: what is to be read, and what is not, or not again."""

    out: Path
    ledger: Ledger
    waiting: Mapping[Path, Entry]
    done: tuple[Entry, ...]
    failed: tuple[Entry, ...]  # before they were read: a folder that cannot be opened
    skipped: tuple[Entry, ...]

    def go(self, settings: Settings, jobs: int, work: Work = work) -> Iterator[Entry]:
        """Read what is waiting, at most `jobs` files at a time; each entry as it is finished.

        A file for which a program is missing stays waiting. Raises Problem where records cannot be
        written.
        """
        with closing(outcomes(self.waiting, settings, jobs, work)) as ready:
            for path, outcome in ready:
                entry = _finished(self.waiting[path], self._kept(self.waiting[path], outcome))
                self.ledger.put(entry)
                yield entry

    def _kept(self, entry: Entry, outcome: Outcome) -> Outcome:
        """Write the records of a file, and remove those of its former content."""
        try:
            for name, content in zip(_names(entry, outcome), outcome.records, strict=True):
                _write(self.out / name, content)
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:
                return Outcome(problem=_TOO_LONG)
            what = f"cannot write in {self.out}: {error.strerror}"
            raise Problem(what, "mend that and run again; what is done is kept") from error
        if not isinstance(outcome.problem, Missing):
            for name in set(entry.records) - set(_names(entry, outcome)):
                (self.out / name).unlink(missing_ok=True)
        return outcome


def _names(entry: Entry, outcome: Outcome) -> list[str]:
    """Where the records of a file lie in the folder: a.pdf.json, a.pdf.2.json, and so on."""
    ends = ("" if number == 1 else f".{number}" for number in range(1, len(outcome.records) + 1))
    return [f"{RECORDS}/{entry.path}{end}.json" for end in ends]


def _write(target: Path, content: str) -> None:
    """All of a file or nothing of it, whatever happens."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("w", encoding="utf-8") as file:
            file.write(content + "\n")
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _finished(entry: Entry, outcome: Outcome) -> Entry:
    """The entry after an attempt."""
    problem = outcome.problem
    missing = isinstance(problem, Missing)
    state = State.done if problem is None else State.waiting if missing else State.failed
    return replace(
        entry,
        state=state,
        reason=problem.what if problem else "",
        remedy=problem.remedy if problem else "",
        sha256=outcome.sha256,
        attempts=entry.attempts + 1,
        seconds=round(outcome.seconds, 3),
        pages=outcome.pages,
        letters=len(outcome.records),
        worst=outcome.worst,
        notes="; ".join(outcome.notes),
        version=__version__,
        records=entry.records if missing else tuple(_names(entry, outcome)),
    )


def records(out: Path) -> Iterator[tuple[str, Record]]:
    """Every record of a batch with the name of its file; 'a.pdf #2' for the second letter in it.

    Raises Usage where `out` holds no batch, or a record that this version did not write.
    """
    with ledger(out) as book:
        entries = list(book)
    for entry in entries:
        for number, name in enumerate(entry.records, 1):
            try:
                record = Record.model_validate_json((out / name).read_bytes())
            except (OSError, ValueError) as error:
                what = f"{out / name} is not there, or not as this version writes it"
                raise Usage(what, "remove it and run the batch again") from error
            yield entry.path if number == 1 else f"{entry.path} #{number}", record


# --- what there is to do


@contextmanager
def prepare(inbox: Path, out: Path) -> Iterator[Batch]:
    """Look what is in the inbox and what of it is done; `out` is made where it is not there.

    Raises Usage for an inbox that is no folder, an `out` that cannot be, and where another batch is
    at work in `out`.
    """
    _make_folders(inbox, out)
    with _alone_in(out), ledger(out, create=True) as book:
        known = {entry.path: entry for entry in book}
        now = files.look(inbox, out, known)
        here = {entry.path for entry in now.values()}
        book.put(*(entry for entry in now.values() if entry != known.get(entry.path)))
        book.drop(path for path in known.keys() - here if not known[path].records)

        def of(state: State) -> dict[Path, Entry]:
            return {path: entry for path, entry in now.items() if entry.state is state}

        done, failed, skipped = (
            tuple(of(state).values()) for state in (State.done, State.failed, State.skipped)
        )
        yield Batch(out, book, of(State.waiting), done, failed, skipped)


def _make_folders(inbox: Path, out: Path) -> None:
    if not inbox.is_dir():
        raise Usage(f"{inbox} is not a folder", "give a folder, or read one file: kenmerk extract")
    if inbox.resolve() == out.resolve():
        raise Usage("the folder for records is the inbox itself", "choose another with --out")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"{out} cannot be made: {error.strerror}"
        raise Usage(what, "choose another folder with --out") from None


@contextmanager
def _alone_in(out: Path) -> Iterator[None]:
    """Hold the folder for this process; the system lets go of it however the process ends."""
    try:
        lock = (out / LOCK).open("w")
    except OSError as error:
        what = f"{out} cannot be written in: {error.strerror}"
        raise Usage(what, "choose another folder with --out") from None
    with lock as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            what = f"another kenmerk run is at work in {out}"
            raise Usage(what, "wait for it, or choose another folder with --out") from None
        yield
