"""`python -m tests.score CORPUS`: read, compare, count, print (see README.md in this folder)."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track

from tests.score import calibration, corpus, real, show, summary, worst
from tests.score.readings import NO_MODEL, readings

COMMITTED = Path(__file__).parents[1] / "corpus" / "score.json"


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.score", description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?", help="folder with <tier>/<name>.truth.json")
    parser.add_argument("--out", type=Path, default=Path("out/score"))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--tiers", type=lambda text: text.split(","), default=[])
    parser.add_argument("--half", choices=summary.HALVES, default="both")
    parser.add_argument("--limit", type=int, help="at most so many files of each tier")
    parser.add_argument("--scans", type=int, default=1, metavar="N", help="one scan in N")
    parser.add_argument("--full", action="store_true", help="print every table")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="a page of the N worst")
    parser.add_argument("--accept", action="store_true", help="keep these figures as committed")
    parser.add_argument("--floor", type=Path, help="JSON: tier, figure, least; exit 1 below it")
    parser.add_argument("--without-model", action="store_true", help="without models/entities")
    parser.add_argument("--real", type=Path, help="folder with letters/ and redactions/")
    chosen = parser.parse_args(given)
    if chosen.corpus is None and chosen.real is None:
        parser.error("give a corpus, --real FOLDER, or both")
    partial = chosen.tiers or chosen.limit or chosen.half != "both" or chosen.corpus is None
    if chosen.accept and (partial or chosen.without_model):
        parser.error("--accept takes the whole: no --tiers, --half, --limit or --without-model")
    return chosen


def main() -> int:
    given = arguments()
    console = Console(width=None if sys.stdout.isatty() else 160)
    low: list[str] = []
    if given.corpus is not None:
        low = _corpus(given, console)
    if given.real is not None:
        real.show(given.real, console)
    return 1 if low else 0


def _corpus(given: argparse.Namespace, console: Console) -> list[str]:
    cases = _cases(given)
    tree = summary.figures(cases)
    committed = _committed()
    show.show(tree, committed, given.half, console, full=given.full)
    for case in cases:
        if case.reading.error:
            console.print(f"failed: {case.file.name}: {case.reading.error}", markup=False)
    _write(given, cases, tree)
    if given.accept:
        COMMITTED.write_text(summary.written(summary.digest(tree)), "utf-8")
    low = summary.floor(tree, json.loads(given.floor.read_text("utf-8"))) if given.floor else []
    for line in low:
        console.print(f"below the floor: {line}", markup=False)
    return low


def _cases(given: argparse.Namespace) -> list[corpus.Case]:
    whole = corpus.thinned(corpus.files(given.corpus), given.scans)
    files = corpus.chosen(whole, given.tiers, given.half, given.limit)
    given.out.mkdir(parents=True, exist_ok=True)
    kept = given.out / f"readings{NO_MODEL if given.without_model else ''}.jsonl"
    read = readings(files, kept, given.jobs, model=not given.without_model)
    waiting = Console(stderr=True)
    by_name = {one.file: one for one in track(read, "reading", len(files), console=waiting)}
    return [corpus.case(file, by_name[file.name]) for file in files]


def _committed() -> summary.Tree:
    if not COMMITTED.is_file():
        return {}
    return summary.undigested(json.loads(COMMITTED.read_text("utf-8")))


def _write(given: argparse.Namespace, cases: list[corpus.Case], tree: summary.Tree) -> None:
    whole = json.dumps(tree, ensure_ascii=False, sort_keys=True, indent=1)
    (given.out / "score.json").write_text(whole + "\n", "utf-8")
    rows = [one for _, pairs in summary.scored(cases) for _, of in pairs for one in of]
    groups = calibration.by_group(rows)
    calibration.plot(groups, given.out / "reliability.png")
    if given.worst:
        worst.write(cases, given.worst, given.out / "worst.html")


if __name__ == "__main__":
    sys.exit(main())
