"""What is scored: the files of a corpus with their truth, and what kenmerk made of each.

A corpus is a folder of folders, `<tier>/<name>.<suffix>` with `<name>.truth.json` beside it. The
truth of a file is a list of letters, each with its `plain` record, expected and allowed findings,
`either` (other values that are as right), the text of its pages and the boxes of its fields.
"""

from __future__ import annotations

import dataclasses
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tests.score.match import best_pairs

Tree = dict[str, Any]
TRUTH = ".truth.json"
SCANS = ("clean", "office", "poor", "phone", "bundle-office")  # tiers that have to be recognised


@dataclasses.dataclass(frozen=True, slots=True)
class File:
    """A file of the corpus and what is true of the letters in it."""

    path: Path
    name: str
    tier: str
    letters: tuple[Tree, ...]

    @property
    def half(self) -> str:
        return str(self.letters[0]["half"])


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """What came out of a file: full records, the text of each page, seconds; or why it failed."""

    file: str
    made_by: str
    records: tuple[Tree, ...]
    texts: tuple[str, ...]
    cpu: float
    wall: float
    error: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    """A letter and the record of it; either may be missing (a letter not seen, a record too many)."""

    file: File
    truth: Tree | None
    record: Tree | None

    @property
    def half(self) -> str:
        return str((self.truth or self.file.letters[0])["half"])

    @property
    def innocent(self) -> bool:
        """Whether nothing was planted in the letter (for a record too many: in its file)."""
        return (self.truth or self.file.letters[0])["plant"] is None


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """A file with its reading, its letters paired with the records."""

    file: File
    reading: Reading
    pairs: tuple[Pair, ...]


def files(folder: Path) -> list[File]:
    """Every file of a corpus that has a truth beside it, by name; ValueError where there is none."""
    found = []
    for path in sorted(folder.rglob(f"*{TRUTH}")):
        data = json.loads(path.read_text("utf-8"))
        file = path.with_name(data["file"])
        name = file.relative_to(folder).as_posix()
        found.append(File(file, name, data["tier"], tuple(data["letters"])))
    if not found:
        raise ValueError(f"{folder}: no file with a {TRUTH} beside it")
    return found


def chosen(
    whole: Iterable[File], tiers: Sequence[str], half: str | None, limit: int | None
) -> list[File]:
    """The files of some tiers (none named: all) and one half; at most `limit` of each tier."""
    taken: dict[str, list[File]] = {}
    for file in whole:
        if (not tiers or file.tier in tiers) and half in (None, "both", file.half):
            taken.setdefault(file.tier, []).append(file)
    return [file for of_tier in taken.values() for file in of_tier[:limit]]


def thinned(whole: Iterable[File], every: int) -> list[File]:
    """All files without scans, and of the scans one in `every`: with 4, each letter as one scan."""
    return [file for file in whole if file.tier not in SCANS or _turn(file, every) == 0]


def _turn(file: File, every: int) -> int:
    stem = file.path.name.partition(".")[0]
    return (zlib.crc32(stem.encode()) + SCANS.index(file.tier)) % every


def case(file: File, reading: Reading) -> Case:
    """Pair each letter with the record that shares most pages with it."""
    shared = np.array(
        [[_shared(truth, record) for record in reading.records] for truth in file.letters]
    ).reshape(len(file.letters), len(reading.records))
    partner = dict(best_pairs(shared, least=1))
    pairs = [
        Pair(file, truth, reading.records[partner[index]] if index in partner else None)
        for index, truth in enumerate(file.letters)
    ]
    extra = set(range(len(reading.records))) - set(partner.values())
    pairs += [Pair(file, None, reading.records[index]) for index in sorted(extra)]
    return Case(file, reading, tuple(pairs))


def _shared(truth: Tree, record: Tree) -> int:
    return len(set(truth["source"]["pages"]) & set(record["source"]["pages"]))


def of_tiers(cases: Iterable[Case]) -> Iterator[tuple[str, list[Case]]]:
    """The cases of each tier, tiers in the order in which they come."""
    by_tier: dict[str, list[Case]] = {}
    for one in cases:
        by_tier.setdefault(one.file.tier, []).append(one)
    yield from by_tier.items()
