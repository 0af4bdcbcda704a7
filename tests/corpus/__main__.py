"""Write a corpus: `python -m tests.corpus FOLDER [--letters 500] [--seed 0] [--tiers text,clean] [--half tuned]`."""

from __future__ import annotations

import argparse
import functools
import multiprocessing
import os
import shutil
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import cv2
from rich.progress import track

from tests.corpus import files, plan
from tests.corpus.families import HALVES
from tests.corpus.tiers import TIERS

BUNDLED_TIERS = ("digital", "office")
COPIES = 6


def main() -> int:
    given = _arguments()
    started = time.monotonic()
    tiers = tuple(given.tiers.split(","))
    if unknown := set(tiers) - set(TIERS):
        sys.exit(f"no such tier: {', '.join(sorted(unknown))}; there are {', '.join(TIERS)}")
    items = plan.letters(given.letters, given.seed, given.half)
    for tier in (*tiers, "bundles"):
        shutil.rmtree(given.folder / tier, ignore_errors=True)
    write = functools.partial(files.write_letter, tiers=tiers, folder=given.folder)
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(given.jobs, spawn, cv2.setNumThreads, (1,)) as pool:
        _all(pool.map(write, items), len(items), "letters")
        bundled = [
            (number, stack, tier, given.folder)
            for tier in BUNDLED_TIERS
            if tier in tiers
            for number, stack in enumerate(plan.bundles(items, given.seed))
        ]
        if bundled:
            _all(pool.map(files.write_bundle, *zip(*bundled, strict=True)), len(bundled), "bundles")
    for item in items[:COPIES] if "digital" in tiers else ():
        files.write_copy(item, "digital", given.folder)
    print(f"{len(items)} letters in {len(tiers)} tiers, {time.monotonic() - started:.0f} s")
    return 0


def _all(results: Iterable[None], count: int, what: str) -> None:
    for _ in track(results, total=count, description=what):
        pass


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--letters", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tiers", default=",".join(TIERS))
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
