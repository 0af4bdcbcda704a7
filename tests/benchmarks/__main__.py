"""`python -m tests.benchmarks CORPUS`: how fast and how well pages are read, beside others."""

from __future__ import annotations

import argparse
import dataclasses
import json
import logging
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track

from tests.benchmarks import bench, committed, digital, pages, race, second, show, targets, workers
from tests.benchmarks import contestants as who
from tests.corpus.families import HALVES

Tree = dict[str, Any]
PARTS = ("letters", "pages", "digital", "workers", "memory", "second")
FEW, FULL = 4, 40  # pages of each tier
DIGITAL_ROUNDS, WORKER_ROUNDS = 5, 3


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?", default=Path("out/corpus"))
    parser.add_argument("--out", type=Path, default=Path("out/bench"))
    parser.add_argument("--parts", type=_names, default=PARTS, help=",".join(PARTS))
    parser.add_argument("--tiers", type=_names, default=tuple(pages.TIERS))
    parser.add_argument("--contestants", type=_names, default=(), help="these beside kenmerk")
    parser.add_argument("--half", choices=HALVES, default="unseen")
    parser.add_argument("--pages", type=int, default=FEW, help="at least so many of each tier")
    parser.add_argument("--full", action="store_true", help=f"{FULL} pages of each tier")
    parser.add_argument("--rounds", type=int, default=1, help="how often each file is read")
    parser.add_argument(
        "--accept",
        action="store_true",
        help="these figures into the committed ones, for the README",
    )
    chosen = parser.parse_args(given)
    for name, known in (("parts", PARTS), ("tiers", pages.TIERS)):
        if unknown := set(getattr(chosen, name)) - set(known):
            parser.error(f"no such {name}: {', '.join(sorted(unknown))}")
    if chosen.full:
        chosen.pages = FULL
    return chosen


def main() -> int:
    given = arguments()
    workers.one_thread()
    logging.getLogger("kenmerk").setLevel(logging.ERROR)
    console = Console(width=None if sys.stdout.isatty() else 170)
    if set(given.parts) != {"letters"} and not given.corpus.is_dir():
        console.print(f"{given.corpus}: no corpus there; `make corpus` writes one")
        return 2
    given.out.mkdir(parents=True, exist_ok=True)
    figures: Tree = {"machine": machine()}
    if "letters" in given.parts:
        letters = bench.letters()
        figures["letters"] = {name: took._asdict() for name, took in letters.items()}
        console.print(bench.table(letters))
    if "pages" in given.parts:
        figures |= read_by_all(given, console)
        for tier, of_tier in figures["tiers"].items():
            console.print(show.tier(tier, of_tier))
    figures |= machine_rows(given)
    rows = targets.targets(figures)
    console.print(show.targets(rows))
    figures["targets"] = [dataclasses.asdict(row) for row in rows]
    figures["machine"]["load"].append(os.getloadavg()[0])
    write(figures, given.out, console)
    if given.accept:
        committed.accept(figures)
    return 0


def read_by_all(given: argparse.Namespace, console: Console) -> Tree:
    """The race on every tier, tiers apart, and its laps."""
    found, missing = who.contestants(given.contestants)
    if missing:
        console.print(missing, markup=False)
    units = [unit for tier in given.tiers for unit in chosen(given, tier, given.pages)]
    count = len(units) * len(found) * given.rounds
    running = race.laps(units, found, given.rounds)
    laps = list(track(running, "reading", count, console=Console(stderr=True)))
    for problem in sorted(
        {f"{lap.contestant}, {lap.file}: {lap.error}" for lap in laps if lap.error}
    ):
        console.print(f"failed: {problem}", markup=False)
    start = {one.name: one.start._asdict() for one in found if one.start.cpu}
    return {
        "tiers": race.figures(laps),
        "start": start,
        "versions": who.versions(),
        "laps": [dataclasses.asdict(lap) for lap in laps],
    }


def machine_rows(given: argparse.Namespace) -> Tree:
    """Digital pages, two workers, the memory of one, second readings."""
    found: Tree = {}
    if "digital" in given.parts:
        found["digital"] = digital.figures(
            chosen(given, pages.DIGITAL, given.pages), DIGITAL_ROUNDS
        )
    if set(given.parts) & {"workers", "memory"}:
        files = [unit.path for unit in chosen(given, "office", given.pages)]
        if "workers" in given.parts:
            found["workers"] = workers.throughput(files, WORKER_ROUNDS)
        if "memory" in given.parts:
            found["memory"] = workers.memory(files[0])
    if "second" in given.parts:
        found["second"] = {
            tier: second.figures(chosen(given, tier, given.pages)) for tier in given.tiers
        }
    return found


def chosen(given: argparse.Namespace, tier: str, count: int) -> list[pages.Unit]:
    return pages.units(given.corpus, tier, count, given.half, given.out / "grey")


def machine() -> Tree:
    """What it was measured on, and how busy that was before (and, added later, after)."""
    return {
        "cores": os.cpu_count(),
        "processor": _processor(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "load": [os.getloadavg()[0]],
    }


def write(figures: Tree, out: Path, console: Console) -> None:
    """The figures as JSON, the picture, and a line that says where and on what."""
    text = json.dumps(figures, ensure_ascii=False, indent=1)
    (out / "bench.json").write_text(text + "\n", "utf-8")
    show.plot(figures.get("tiers", {}), out / "bench.png")
    of = figures["machine"]
    before, after = of["load"]
    console.print(
        f"{of['cores']} cores of {of['processor']}, Python {of['python']}, load {before:.1f} before "
        f"and {after:.1f} after (over {of['cores']}: wall times mean little); all in {out}",
        markup=False,
    )


def _processor() -> str:
    """Its name, as Linux tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        lines = []
    names = (line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor())


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


if __name__ == "__main__":
    sys.exit(main())
