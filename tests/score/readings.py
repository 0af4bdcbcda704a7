"""Reading the files of a corpus in worker processes, and keeping what came out.

A reading is kept with a fingerprint of the file, of its truth's file name and of all of pipeline/
and models/. As long as these are the same a file is not read again, so that scoring anew takes
seconds, and a run that was broken off goes on where it was.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import hashlib
import json
import logging
import multiprocessing
import os
import resource
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any
from unittest import mock

from tests.score.corpus import File, Reading

TODAY = dt.date(2026, 6, 30)
ROOT = Path(__file__).parents[2]
CODE = ("pipeline", "models")
NO_MODEL = "-without-model"  # in what a reading was made by


def readings(
    files: Iterable[File], kept: Path, jobs: int, *, model: bool = True
) -> Iterator[Reading]:
    """The reading of every file, from `kept` (JSON lines) where it is there, else read and added.

    `model`: whether models/entities may be asked.
    """
    code = fingerprint() + ("" if model else NO_MODEL)
    known = {one.file: one for one in _known(kept)}
    missing = []
    for file in files:
        made_by = f"{code}-{_hash(file.path.read_bytes())}"
        if file.name in known and known[file.name].made_by == made_by:
            yield known[file.name]
        else:
            missing.append((file.name, str(file.path), made_by))
    with kept.open("a", encoding="utf-8") as store:
        for one in _read(missing, jobs):
            store.write(json.dumps(dataclasses.asdict(one), ensure_ascii=False) + "\n")
            store.flush()
            yield one


def fingerprint() -> str:
    """The state of everything that a record is made by."""
    paths = [path for name in CODE for path in sorted((ROOT / name).rglob("*"))]
    held = [p for p in paths if p.is_file() and p.suffix in (".py", ".csv", ".json", ".cfg", "")]
    return _hash(b"".join(path.read_bytes() for path in held))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _known(kept: Path) -> Iterator[Reading]:
    if not kept.is_file():
        return
    for line in kept.read_text("utf-8").splitlines():
        try:
            data = json.loads(line)
        except json.JSONDecodeError:  # the line at which a run was broken off
            continue
        yield Reading(**data | {name: tuple(data[name]) for name in ("records", "texts")})


def _read(files: list[tuple[str, str, str]], jobs: int) -> Iterator[Reading]:
    """Read files in as many processes, Tesseract with one thread each; one job: in this process."""
    with mock.patch.dict(os.environ, {"OMP_THREAD_LIMIT": "1"}):
        if jobs <= 1 or len(files) <= 1:
            yield from (read(*file) for file in files)
            return
        spawn = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(jobs, mp_context=spawn, initializer=quiet) as pool:
            yield from pool.map(read, *zip(*files, strict=True))


def quiet() -> None:
    """One thread, and no notes about files on standard error."""
    import cv2

    cv2.setNumThreads(1)
    logging.getLogger("kenmerk").setLevel(logging.ERROR)


def read(name: str, path: str, made_by: str) -> Reading:
    """Read one file; the seconds are those of the records alone, child processes counted."""
    from pipeline import reader

    pages: list[Any] = []
    look = reader._pages

    def once(*args: Any) -> Any:
        """The text is that of the same pages, so they are not recognised a second time."""
        if not pages:
            pages.extend(look(*args))
        return list(pages)

    before, started = _cpu(), time.monotonic()
    with mock.patch.object(reader, "_pages", once), _models(made_by):
        try:
            records = reader.read(path, today=TODAY)
            cpu, wall = _cpu() - before, time.monotonic() - started
            texts = reader.text_of(path).split("\f")
        except Exception as error:
            cpu, wall = _cpu() - before, time.monotonic() - started
            why = f"{type(error).__name__}: {error}"
            return Reading(name, made_by, (), (), cpu, wall, why)
    full = tuple(record.model_dump(mode="json") for record in records)
    return Reading(name, made_by, full, tuple(texts), cpu, wall)


def _models(made_by: str) -> contextlib.AbstractContextManager[Any]:
    """The state in which a file is read: as if spaCy were not installed, or as it is."""
    from pipeline.extract import entities

    if NO_MODEL in made_by:
        return mock.patch.object(entities, "_seen", lambda page: ())
    return contextlib.nullcontext()


def _cpu() -> float:
    """CPU seconds of this process and of those that it started and that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)
