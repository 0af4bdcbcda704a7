"""Wall time and CPU seconds of an action, its child processes counted."""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Callable, Iterable
from typing import NamedTuple


class Time(NamedTuple):
    wall: float
    cpu: float


def cpu() -> float:
    """CPU seconds of this process and of all its descendants that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def once(action: Callable[[], object]) -> Time:
    """How long one call takes."""
    wall, used = time.perf_counter(), cpu()
    action()
    return Time(time.perf_counter() - wall, cpu() - used)


def timed(action: Callable[[], object], runs: int) -> Time:
    """The medians of some runs, after one that fills the caches."""
    action()
    return medians(once(action) for _ in range(runs))


def medians(times: Iterable[Time]) -> Time:
    """The median wall time and the median CPU seconds; of no times, ValueError."""
    return Time(*(statistics.median(figures) for figures in zip(*times, strict=True)))
