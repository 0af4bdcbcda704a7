"""The race: every contestant on every file, one after the other, and what each took and read."""

from __future__ import annotations

import dataclasses
import statistics
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.errors import Problem
from tests.benchmarks.clock import Time, once
from tests.benchmarks.contestants import NO_START, OURS, Contestant
from tests.benchmarks.ordered import Read, scored
from tests.benchmarks.pages import Unit
from tests.score.text import Errors

Tree = dict[str, Any]


@dataclasses.dataclass(frozen=True, slots=True)
class Lap:
    """A contestant on a file: what it took, the errors of each page; or why it failed."""

    contestant: str
    tier: str
    file: str
    pages: int
    took: Time
    start: Time
    read: Read
    error: str = ""


def laps(units: Sequence[Unit], who: Sequence[Contestant], rounds: int) -> Iterator[Lap]:
    """Interleaved: on each file all contestants in turn, each file begun by another of them.

    Whoever is started once for all files reads one before the clock starts.
    """
    for one in who:
        if units and one.start == NO_START:
            lap(units[0], one)
    for number in range(rounds):
        for index, unit in enumerate(units):
            first = (index + number) % len(who)
            yield from (lap(unit, one) for one in (*who[first:], *who[:first]))


def lap(unit: Unit, contestant: Contestant) -> Lap:
    """One contestant on one file. One that fails has read nothing: all of the text counts."""
    texts: list[str] = []
    error = ""
    took = Time(0.0, 0.0)
    with tempfile.TemporaryDirectory() as folder:
        try:
            read = contestant.prepare(unit.path, Path(folder))
            took = once(lambda: texts.extend(read()))
        except (Problem, OSError, RuntimeError, subprocess.CalledProcessError) as problem:
            error = f"{type(problem).__name__}: {problem}"
    return Lap(
        contestant.name,
        unit.tier,
        unit.path.name,
        len(unit.pages),
        took,
        contestant.start,
        scored(unit.pages, texts),
        error,
    )


def figures(laps: Iterable[Lap]) -> Tree:
    """Tier → contestant → its figures; seconds a page, errors in parts of one."""
    by_tier: dict[str, dict[str, list[Lap]]] = {}
    for one in laps:
        by_tier.setdefault(one.tier, {}).setdefault(one.contestant, []).append(one)
    return {
        tier: {name: _of(own, of_tier.get(OURS, [])) for name, own in sorted(of_tier.items())}
        for tier, of_tier in by_tier.items()
    }


def _of(own: Sequence[Lap], ours: Sequence[Lap]) -> Tree:
    """The figures of a contestant in a tier, its times also as multiples of ours on each file."""
    good = [lap for lap in own if not lap.error]
    reference = cpu_by_file(ours)
    pairs = [(lap, reference[lap.file]) for lap in good if reference.get(lap.file)]
    return {
        "files": len({lap.file for lap in own}),
        "pages": sum({lap.file: lap.pages for lap in own}.values()),
        "failed": sorted({f"{lap.file}: {lap.error}" for lap in own if lap.error}),
        "cpu": median(lap.took.cpu / lap.pages for lap in good),
        "wall": median(lap.took.wall / lap.pages for lap in good),
        "cpu_without_start": median((lap.took.cpu - lap.start.cpu) / lap.pages for lap in good),
        "times_ours": median(lap.took.cpu / base for lap, base in pairs),
        "times_ours_without_start": median(
            (lap.took.cpu - lap.start.cpu) / base for lap, base in pairs
        ),
        **rates("", [page for lap in own for page in lap.read.ordered]),
        **rates("_drawn", [page for lap in own for page in lap.read.drawn]),
        **rates("_free", [page for lap in own for page in lap.read.free]),
    }


def cpu_by_file(laps: Iterable[Lap]) -> dict[str, float]:
    """The median CPU seconds of each file; files that failed are not in it."""
    took: dict[str, list[float]] = {}
    for lap in laps:
        if not lap.error:
            took.setdefault(lap.file, []).append(lap.took.cpu)
    return {file: statistics.median(seconds) for file, seconds in took.items()}


def rates(suffix: str, pages: Sequence[Errors]) -> Tree:
    """Sums over pages, and the page in the middle, which a few hopeless pages do not move."""
    whole = sum(pages, Errors())
    middle = median(page.cer for page in pages if page.cer is not None)
    return {
        f"cer{suffix}": whole.cer,
        f"wer{suffix}": whole.wer,
        f"cer{suffix}_middle_page": middle,
    }


def median(figures: Iterable[float]) -> float | None:
    """The median, None of nothing."""
    known = list(figures)
    return statistics.median(known) if known else None
