"""What can go wrong, each with what a person can do about it.

Only the command line turns these into exit codes and lines on standard error.
"""

from __future__ import annotations

from typing import ClassVar


class Problem(Exception):
    """Something that keeps us from the work: what is wrong, and what to do."""

    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}; {remedy}")
        self.what = what
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[Problem], tuple[str, str]]:
        """Both parts survive the way from a worker process to its parent."""
        return type(self), (self.what, self.remedy)


class CannotRead(Problem):
    """A file that cannot be read; the others still can."""

    exit_code = 1


class Usage(Problem):
    """The call itself is wrong."""

    exit_code = 2


class Missing(Problem):
    """A program or a language that we cannot work without is not installed."""

    exit_code = 3


def as_problem(error: Exception) -> Problem:
    """What kept one file from being read, as a problem that can be told in one line."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, PermissionError):
        return CannotRead("no permission to use it", "ask for access to it and its folder")
    if isinstance(error, OSError) and error.strerror:
        what = f"cannot be read or written: {error.strerror}"
        return CannotRead(what, "check the file, its disk and who may use it")
    what = " ".join(f"unexpected {type(error).__name__}: {error}".split())
    return CannotRead(
        what, "a fault of kenmerk itself: please report it with what kenmerk --debug extract shows"
    )
