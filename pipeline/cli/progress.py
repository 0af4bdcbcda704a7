"""What a batch tells while it runs and at its end, on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.streams import Tally, say
from pipeline.errors import CannotRead, Missing

if TYPE_CHECKING:
    from pipeline.batch import Batch
    from pipeline.ledger import Entry

PATIENCE = 20.0  # seconds between two lines of progress that go to no terminal


def tell(entry: Entry, tally: Tally, inbox: Path) -> None:
    """The line of a file that failed; of what is missing for many files, one line."""
    if not entry.reason:
        return
    is_missing = entry.state.value == "waiting"
    problem = (Missing if is_missing else CannotRead)(entry.reason, entry.remedy)
    if not (is_missing and tally.missing):
        say(problem, inbox / entry.path)
    tally.problem(problem)


def summary(batch: Batch, entries: list[Entry]) -> str:
    """What came of a batch, in one line."""
    states = [entry.state.value for entry in entries]
    letters = sum(entry.letters for entry in entries)
    counts = {
        "failed": states.count("failed"),
        "waiting for what is missing": states.count("waiting"),
        "done before": len(batch.done),
        "other files left out": len(batch.skipped),
        "with a note in the ledger": sum(bool(entry.notes) for entry in entries),
    }
    more = "".join(f", {number} {what}" for what, number in counts.items() if number)
    read = states.count("done") - len(batch.done)
    return f"{read} read{more}; {letters} letter{'' if letters == 1 else 's'} in all"


def watched(entries: Iterator[Entry], total: int) -> Iterator[Entry]:
    """The entries as they come, with progress on standard error."""
    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import track

        yield from track(entries, "Reading", total, console=Console(stderr=True), transient=True)
        return
    told = time.monotonic()
    for number, entry in enumerate(entries, 1):
        yield entry
        if time.monotonic() - told > PATIENCE:
            say(f"{number} of {total} files")
            told = time.monotonic()
