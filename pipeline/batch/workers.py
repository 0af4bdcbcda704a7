"""Files read side by side in processes of their own; one that dies takes no other file with it."""

from __future__ import annotations

import datetime as dt
import logging
import multiprocessing
import os
import signal
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.check import Language
from pipeline.errors import CannotRead, Problem, as_problem
from pipeline.record import Record, Severity

_DIED = CannotRead(
    "the process that read it died", "it may need more memory than there is; try it alone"
)


@dataclass(frozen=True, slots=True)
class Settings:
    """How each file of a batch is read; see `pipeline.reader.read`."""

    today: dt.date
    language: Language = "en"
    ocr_languages: str = "nld"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a worker gives back: the records of a file as JSON, or the problem with it."""

    records: tuple[str, ...] = ()
    sha256: str = ""
    pages: int = 0
    worst: str = ""
    seconds: float = 0.0
    problem: Problem | None = None


Work = Callable[[Path, Settings], Outcome]


def work(path: Path, settings: Settings) -> Outcome:
    """Read one file; what goes wrong with it is an outcome too. Runs in a worker process."""
    from pipeline.reader import read  # with all its libraries, which the parent does without

    start = time.perf_counter()
    try:
        records = read(
            path,
            today=settings.today,
            language=settings.language,
            ocr_languages=settings.ocr_languages,
        )
        outcome = _outcome(records)
    except Exception as error:
        outcome = Outcome(problem=as_problem(error))
    return replace(outcome, seconds=time.perf_counter() - start)


def _outcome(records: list[Record]) -> Outcome:
    return Outcome(
        records=tuple(record.model_dump_json(indent=2) for record in records),
        sha256=records[0].source.sha256 if records else "",
        pages=records[0].source.page_count if records else 0,
        worst=worst(finding.severity for record in records for finding in record.findings),
    )


def worst(severities: Iterator[Severity]) -> str:
    """The worst of some severities; empty where there is none."""
    return max(severities, key=list(Severity).index, default="")


def outcomes(
    paths: Iterable[Path], settings: Settings, jobs: int, work: Work
) -> Iterator[tuple[Path, Outcome]]:
    """The outcome of each file, in the order in which they are ready.

    Where a worker process dies, one of the files that were being read killed it: each of these is
    read again in a process of its own, and the one that kills it again has failed.
    """

    def submit(pool: ProcessPoolExecutor, path: Path) -> Future[Outcome]:
        return pool.submit(work, path, settings)

    todo, suspects = deque(paths), deque[Path]()
    while todo or suspects:
        alone = not todo
        queue = deque([suspects.popleft()]) if alone else todo
        running: dict[Future[Outcome], Path] = {}
        try:
            yield from _in_pool(queue, running, submit, 1 if alone else jobs)
        except BrokenProcessPool:
            if alone:
                yield running.popitem()[1], Outcome(problem=_DIED)
            suspects += running.values()


def _in_pool(
    queue: deque[Path],
    running: dict[Future[Outcome], Path],
    submit: Callable[[ProcessPoolExecutor, Path], Future[Outcome]],
    workers: int,
) -> Iterator[tuple[Path, Outcome]]:
    """Work a queue off; `running` is what is being read, also where BrokenProcessPool is raised."""
    spawn = multiprocessing.get_context("spawn")  # no lock or thread of the parent comes along
    with ProcessPoolExecutor(workers, mp_context=spawn, initializer=_at_start) as pool:
        while queue or running:
            while queue and len(running) < workers:
                future = submit(pool, queue[0])
                running[future] = queue.popleft()
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                outcome = future.result()
                yield running.pop(future), outcome


def _at_start() -> None:
    """In a worker: one thread for Tesseract, since the files are what runs side by side.

    What libraries have to say is not for the terminal. An interrupt from the keyboard is for the
    parent, which lets the files at hand come to an end.
    """
    os.environ["OMP_THREAD_LIMIT"] = "1"
    logging.basicConfig(handlers=[logging.NullHandler()])
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
