"""The files that are read: letters of families that no rule was tuned on, whole, of every tier.

Taken are PDFs of one letter, upright, without text under the picture (OCRmyPDF refuses such a file,
and turns no page unless asked to), a letter of each family before a second of one. The choice
depends on names alone: neither the pages nor what anybody read of them has a say in it.
"""

from __future__ import annotations

import dataclasses
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

import pypdfium2

from tests.benchmarks import worn
from tests.score import corpus

TIERS = {  # ours: the tier of the corpus that the files are taken from
    "clean": "clean",
    "office": "office",
    "grey": "clean",  # worn anew, see worn.py: the corpus has no grey pages as poor
    "fax": "poor",
    "phone": "phone",
}
DIGITAL = "digital"


@dataclasses.dataclass(frozen=True, slots=True)
class Truth:
    """What stands on a page, and the codes in its covered places, which may be read or not."""

    text: str
    codes: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Unit:
    """A file to be read, with the truth of each of its pages."""

    tier: str
    path: Path
    pages: tuple[Truth, ...]


def units(folder: Path, tier: str, pages: int, half: str, made: Path) -> list[Unit]:
    """Files of a tier with at least so many pages together, or all there are.

    `made`: where the pages of the grey tier are written.
    """
    source = TIERS.get(tier, tier)
    files = [file for file in corpus.files(folder / source) if file.half == half]
    taken: list[Unit] = []
    for file in in_turn(files):
        if sum(len(unit.pages) for unit in taken) >= pages:
            break
        if fits(file):
            path = worn.grey(file.path, made) if tier == "grey" else file.path
            taken.append(Unit(tier, path, truths(file.letters[0])))
    return taken


def in_turn(files: Iterable[corpus.File]) -> Iterator[corpus.File]:
    """One file of each family, then a second of each, shuffled by the checksum of the name."""
    families: dict[str, list[corpus.File]] = defaultdict(list)
    for file in sorted(files, key=lambda file: zlib.crc32(file.path.stem.encode())):
        families[file.letters[0]["family"]].append(file)
    for of_turn in zip_longest(*families.values()):
        yield from filter(None, of_turn)


def fits(file: corpus.File) -> bool:
    """Whether every contestant can be expected to read it."""
    letter = file.letters[0]
    whole = letter["source"]["pages"] == list(range(1, len(letter["text"]) + 1))
    if file.path.suffix != ".pdf" or len(file.letters) > 1 or any(letter["rotations"]) or not whole:
        return False
    return file.tier == DIGITAL or not any(characters(file.path))


def characters(path: Path) -> Sequence[int]:
    """How many characters of text each page of a PDF carries."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().count_chars() for page in document]
    finally:
        document.close()


def truths(letter: corpus.Tree) -> tuple[Truth, ...]:
    """The text of each page of a letter with the codes that are printed in covered places."""
    codes: dict[int, list[str]] = defaultdict(list)
    for entry in letter["plain"]["redactions"]:
        codes[entry["page"]] += filter(None, {entry["text"], *entry["grounds"]})
    return tuple(
        Truth(text, tuple(sorted(codes[number])))
        for number, text in enumerate(letter["text"], start=1)
    )
