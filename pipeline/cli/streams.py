"""What goes to which stream: data on standard output, a line a problem on standard error.

And the tally of what went wrong, from which the exit status follows.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO, TypeVar

import typer

from pipeline.errors import CannotRead, Missing, Problem, as_problem

T = TypeVar("T")
SEVERITIES = ("", "info", "warning", "error")  # of a letter without findings, then upwards
FAILED, MISSING, FOUND = CannotRead.exit_code, Missing.exit_code, 4
INTERRUPTED = 130  # as a shell has it for a program that Ctrl-C ended
log = logging.getLogger("kenmerk")


def open_streams() -> None:
    """Both in UTF-8, whatever the terminal says; one that the caller closed swallows all."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def printable(text: str) -> str:
    """Text in one line that does nothing to a terminal; what cannot be shown is written out."""
    return "".join(c if c.isprintable() else _escaped(c) for c in text)


def say(message: object, file: object = None) -> None:
    """One line on standard error; where even that cannot be written, the exit status remains."""
    about = f"{printable(str(file))}: " if file is not None else ""
    line = printable(" ".join(str(message).split("\n")))
    try:
        print(f"kenmerk: {about}{line}", file=sys.stderr)
    except OSError:
        log.disabled = True


def give(data: str) -> None:
    """Data on standard output; where its reader has seen enough (| head), that is the end."""
    try:
        print(data, end="", flush=True)
    except BrokenPipeError:
        _let_go()
        raise typer.Exit from None
    except OSError as error:
        _let_go()
        what = f"standard output cannot be written: {error.strerror}"
        raise Problem(what, "make room there, or send it elsewhere") from error


def _let_go() -> None:
    """What is still in the buffer of standard output goes nowhere, without complaint."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _escaped(character: str) -> str:
    """A byte of a name that is no UTF-8 as that byte, another character as Python writes it."""
    if "\udc80" <= character <= "\udcff":
        return f"\\x{ord(character) - 0xDC00:02x}"
    return character.encode("unicode_escape").decode("ascii")


@dataclass(slots=True)
class Tally:
    """What came of the files so far, and what the command answers at the end."""

    fail_on: str | None = None
    failed: bool = False
    missing: bool = False
    found: bool = False

    def problem(self, problem: Problem) -> None:
        self.missing |= isinstance(problem, Missing)
        self.failed |= not isinstance(problem, Missing)

    def findings(self, severities: Iterable[str]) -> None:
        worst = max(map(SEVERITIES.index, severities), default=0)
        self.found |= self.fail_on is not None and worst >= SEVERITIES.index(self.fail_on)

    def finish(self) -> None:
        """Exit; a missing program goes before a failed file, and that before a finding."""
        code = MISSING if self.missing else FAILED if self.failed else FOUND if self.found else 0
        raise typer.Exit(code)


def each(files: list[Path], tally: Tally, read: Callable[[Path], T]) -> Iterator[T]:
    """What is read of each file; one that fails gives its line, and the others go on."""
    for file in files:
        try:
            if file.is_dir():
                raise CannotRead("is a folder", f"use kenmerk run {file} --out DIR")
            result = read(file)
        except Exception as error:
            problem = as_problem(error)
            tally.problem(problem)
            say(problem, file)
            log.debug("", exc_info=error)
        else:
            yield result
