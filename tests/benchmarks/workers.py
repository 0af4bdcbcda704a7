"""Workers side by side: what two read in the time of one, and the memory that one needs.

    python -m tests.benchmarks.workers FILE...    # reads them, as a worker does: for its memory

Each worker reads the same files, warm, from a common start. Two workers against one: twice the
work, so the ratio is twice the time of one by the time of two (the slower of them); 2 is perfect.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

Tree = dict[str, Any]
ROOT = Path(__file__).parents[2]
PROC = Path("/proc")
PATIENCE = 600.0  # seconds until a worker must be warm


def throughput(files: Sequence[Path], rounds: int, workers: int = 2) -> Tree:
    """How many times the pages of one worker several read, the median of rounds, one and several in turn."""
    ratios = []
    for _ in range(rounds):
        alone, together = wall(files, 1), wall(files, workers)
        ratios.append(workers * alone / together)
    return {"workers": workers, "rounds": rounds, "ratio": statistics.median(ratios)}


def wall(files: Sequence[Path], workers: int) -> float:
    """Seconds until the last of some workers has read all files, counted from when all are warm.

    RuntimeError where one of them fails; what it failed of stands on standard error.
    """
    spawn = multiprocessing.get_context("spawn")
    barrier = spawn.Barrier(workers + 1)
    started = [spawn.Process(target=_work, args=(files, barrier)) for _ in range(workers)]
    for one in started:
        one.start()
    try:
        barrier.wait(PATIENCE)
        begin = time.perf_counter()
        barrier.wait()
        return time.perf_counter() - begin
    except threading.BrokenBarrierError:
        raise RuntimeError("a worker failed, or was not warm in time") from None
    finally:
        for one in started:
            one.join(PATIENCE)


def _work(files: Sequence[Path], barrier: Barrier) -> None:
    try:
        one_thread()
        _read(files[:1])
        barrier.wait(PATIENCE)
        _read(files)
        barrier.wait()
    except BaseException:
        barrier.abort()  # else the others would wait for this one
        raise


def one_thread() -> None:
    """As a worker of a batch: Tesseract and OpenCV with one thread each."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    import cv2

    cv2.setNumThreads(1)


def _read(files: Sequence[Path]) -> None:
    from pipeline.reader import text_of

    for file in files:
        text_of(file)


def memory(file: Path) -> Tree:
    """Peak memory of a fresh worker that reads a file, in bytes.

    `own`: of its process. `tree`: the most that it and its child processes held at one moment, as
    sampled; memory that they share counts in each.
    """
    command = [sys.executable, "-m", "tests.benchmarks.workers", str(file)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as worker:
        peak: list[int] = [0]
        watching = threading.Thread(target=_watch, args=(worker, peak))
        watching.start()
        printed, _ = worker.communicate()
        watching.join()
    if worker.returncode:
        raise RuntimeError(f"the worker ended with {worker.returncode}")
    own = int(printed)
    return {"own": own, "tree": max(own, peak[0])}


def _watch(worker: subprocess.Popen[str], peak: list[int]) -> None:
    while worker.poll() is None:
        peak[0] = max(peak[0], sum(held(process) for process in descendants(worker.pid)))
        time.sleep(0.01)


def descendants(process: int) -> list[int]:
    """A process and all that it started, as far as they are still there."""
    found = [process]
    for one in found:
        try:
            children = (PROC / f"{one}/task/{one}/children").read_text()
        except OSError:
            continue
        found += map(int, children.split())
    return found


def held(process: int) -> int:
    """Bytes of memory that a process holds now; 0 where it has ended or the system does not say."""
    try:
        pages = int((PROC / f"{process}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * resource.getpagesize()


def peak_of_this_process() -> int:
    """In bytes. Linux's VmHWM, which unlike ru_maxrss does not begin with that of the parent."""
    try:
        status = (PROC / "self/status").read_text()
    except OSError:
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return used if sys.platform == "darwin" else used * 1024
    return int(status.split("VmHWM:")[1].split()[0]) * 1024


if __name__ == "__main__":
    one_thread()
    _read([Path(name) for name in sys.argv[1:]])
    print(peak_of_this_process())
