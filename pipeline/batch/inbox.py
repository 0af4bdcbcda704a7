"""What lies in an inbox, and what of it is still to be read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.errors import Problem, as_problem
from pipeline.intake import HEAD, NAMED, begins_as_page, written
from pipeline.ledger import Entry, State

SUFFIXES = {*NAMED, ".txt"}


def look(inbox: Path, out: Path, known: Mapping[str, Entry]) -> dict[Path, Entry]:
    """Every file under the inbox, in order, with how far it is; `known` is the ledger, by path."""
    return {
        path: _judged(path, entry, known.get(entry.path), out) for path, entry in _found(inbox, out)
    }


def _found(inbox: Path, out: Path) -> Iterator[tuple[Path, Entry]]:
    """Every file under the inbox that is not hidden, in order; never what lies in `out`."""
    folders, out = [inbox], out.resolve()
    while folders:
        folder = folders.pop()
        try:
            children = sorted(folder.iterdir())
        except OSError as error:
            yield folder, _unread(inbox, folder, as_problem(error))
            continue
        shown = [path for path in children if not path.name.startswith(".")]
        folders += [path for path in reversed(shown) if _is_folder(path) and path.resolve() != out]
        for path in shown:
            if not _is_folder(path):
                yield path, _seen(inbox, path)


def _is_folder(path: Path) -> bool:
    """Whether it is a folder, and no link to one; what cannot be looked at is none."""
    try:
        return path.is_dir() and not path.is_symlink()
    except OSError:
        return False


def _seen(inbox: Path, path: Path) -> Entry:
    """A file as it lies there, to be read or left out."""
    try:
        why_not = _no_letter(path)
        found = path.lstat()
    except OSError as error:
        return _unread(inbox, path, as_problem(error))
    state = State.skipped if why_not else State.waiting
    return Entry(_key(inbox, path), state, why_not, size=found.st_size, mtime_ns=found.st_mtime_ns)


def _unread(inbox: Path, path: Path, problem: Problem) -> Entry:
    return Entry(_key(inbox, path), State.failed, problem.what, problem.remedy)


def _key(inbox: Path, path: Path) -> str:
    """The path in the inbox."""
    return written(path.relative_to(inbox).as_posix())


def _no_letter(path: Path) -> str:
    """Why a file is not read; empty for one that is. By its name, or else by how it starts."""
    if path.is_symlink():
        return "a symbolic link"
    if not path.is_file():
        return "no regular file"
    if path.suffix.lower() in SUFFIXES:
        return ""
    with path.open("rb") as file:
        head = file.read(HEAD)
    return "" if begins_as_page(head) else "not a PDF, image or text file"


def _judged(path: Path, entry: Entry, known: Entry | None, out: Path) -> Entry:
    """A file of the inbox in the light of what the ledger knows of it."""
    if known is None or entry.state is not State.waiting:
        return entry
    there = all((out / name).is_file() for name in known.records)
    if known.state is State.done and there and _is_same(path, entry, known):
        return replace(known, mtime_ns=entry.mtime_ns)
    return replace(entry, attempts=known.attempts, records=known.records)


def _is_same(path: Path, entry: Entry, known: Entry) -> bool:
    if entry.size != known.size or entry.mtime_ns == known.mtime_ns:
        return entry.size == known.size
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == known.sha256
