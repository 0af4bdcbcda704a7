"""Files read side by side in processes of their own; one that dies takes no other file with it."""

from __future__ import annotations

import datetime as dt
import logging
import multiprocessing
import os
import signal
import threading
import time
import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing.connection import wait as wait_for
from pathlib import Path

from pipeline.check import Language
from pipeline.errors import CannotRead, Problem, as_problem
from pipeline.intake import written
from pipeline.record import Record, Severity

_log = logging.getLogger("kenmerk")
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
    notes: tuple[str, ...] = ()  # how it was read, where a person should know: 'page 2: recognised'
    problem: Problem | None = None


Work = Callable[[Path, Settings], Outcome]


def work(path: Path, settings: Settings) -> Outcome:
    """Read one file; what goes wrong with it is an outcome too. Runs in a worker process."""
    from pipeline.reader import read  # with all its libraries, which the parent does without

    start, notes = time.perf_counter(), _Notes(path)
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
    finally:
        notes.close()
    return replace(outcome, seconds=time.perf_counter() - start, notes=tuple(notes.told))


class _Notes(logging.Handler):
    """What the reader tells of a file while it reads it, without the file's name."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.WARNING)
        self.about, self.told = f"{written(str(path))}: ", list[str]()
        _log.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(record.getMessage().removeprefix(self.about))

    def close(self) -> None:
        _log.removeHandler(self)
        super().close()


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
) -> Generator[tuple[Path, Outcome], None, None]:
    """The outcome of each file, in the order in which they are ready.

    Where a worker process dies, one of the files that were being read killed it: each of these is
    read again in a process of its own, and the one that kills it again has failed. Closed early
    or interrupted, it ends the workers at once: what they were at is read by the next batch.
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
        try:
            while queue or running:
                while queue and len(running) < workers:
                    future = submit(pool, queue[0])
                    running[future] = queue.popleft()
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    outcome = future.result()
                    yield running.pop(future), outcome
        except (KeyboardInterrupt, GeneratorExit):
            for process in multiprocessing.active_children():
                process.terminate()
            raise


def _at_start() -> None:
    """In a worker: one thread for Tesseract, since the files are what runs side by side.

    What libraries have to say is not for the terminal. An interrupt from the keyboard is for the
    parent, which ends its workers; where it ends in another way, they see that themselves.
    """
    threading.Thread(target=_end_with_parent, daemon=True).start()
    os.environ["OMP_THREAD_LIMIT"] = "1"
    logging.basicConfig(handlers=[logging.NullHandler()])
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _stop)


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for its next file for ever.

    The first signal ends the reading, the second the waiting, unless a library hears neither.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    wait_for([parent.sentinel])
    for _ in range(10):
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(1)
    os._exit(1)


def _stop(*_: object) -> None:
    """Leave the file at hand; what was made for it in a temporary folder goes."""
    raise SystemExit(1)
