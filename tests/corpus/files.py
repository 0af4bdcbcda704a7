"""The files of a corpus: one a letter and tier, bundles, copies; beside each its truth as JSON."""

from __future__ import annotations

import io
import json
import random
import shutil
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf

from samples.make.typeset import fixed
from tests.corpus.plan import Item
from tests.corpus.tiers import Made, made
from tests.corpus.typeset import typeset
from tests.corpus.writer import Letter

BLANK_BETWEEN = 0.3


def write_letter(item: Item, tiers: Sequence[str], folder: Path) -> None:
    """Write one letter in every tier: `folder/<tier>/<name>.<suffix>` and `<name>.truth.json`."""
    letter = item.letter()
    pages = typeset(letter)
    for tier in tiers:
        file = made(letter, pages, tier)
        _write(folder / tier, item.name, file.suffix, file.content)
        truth = _truth(letter, file, 1, len(file.truth.text))
        _write_truth(folder / tier, item.name, file.suffix, tier, [truth])


def write_bundle(number: int, items: Sequence[Item], tier: str, folder: Path) -> None:
    """Write several letters as one PDF of a tier, some with a blank page between two letters."""
    dice = random.Random(zlib.crc32(f"{number} {tier}".encode()))
    whole = pikepdf.new()
    truths: list[tuple[Letter, Made, int]] = []
    for item in items:
        letter = item.letter()
        file = made(letter, typeset(letter), tier)
        if truths and dice.random() < BLANK_BETWEEN:
            whole.add_blank_page(page_size=(595, 842))
        truths.append((letter, file, len(whole.pages) + 1))
        with pikepdf.open(io.BytesIO(file.content)) as part:
            whole.pages.extend(part.pages)
    name = f"bundle-{number:02}-{tier}"
    _write(folder / "bundles", name, ".pdf", fixed(whole))
    known = [_truth(letter, file, first, len(whole.pages)) for letter, file, first in truths]
    _write_truth(folder / "bundles", name, ".pdf", f"bundle-{tier}", known)


def write_copy(item: Item, tier: str, folder: Path) -> None:
    """Write a letter's file a second time under another name: both then have a double."""
    folder = folder / tier
    for truth in folder.glob(f"{item.name}.truth.json"):
        known = json.loads(truth.read_text("utf-8"))
        suffix = Path(known["file"]).suffix
        shutil.copyfile(folder / known["file"], folder / f"{item.name}-copy{suffix}")
        letters = known["letters"]
        letters[0]["expected"] = sorted([*letters[0]["expected"], "duplicate-letter"])
        for name in (item.name, f"{item.name}-copy"):
            _write_truth(folder, name, suffix, tier, letters)


def _write(folder: Path, name: str, suffix: str, content: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}{suffix}").write_bytes(content)


def _write_truth(
    folder: Path, name: str, suffix: str, tier: str, letters: Sequence[dict[str, Any]]
) -> None:
    truth = {"file": f"{name}{suffix}", "tier": tier, "letters": list(letters)}
    text = json.dumps(truth, ensure_ascii=False, indent=1)
    (folder / f"{name}.truth.json").write_text(text + "\n", "utf-8")


def _truth(letter: Letter, file: Made, first: int, page_count: int) -> dict[str, Any]:
    pages = list(range(first, first + len(file.truth.text)))
    return {
        "family": letter.family,
        "half": letter.half,
        "seed": letter.seed,
        "plant": letter.plant,
        "source": {"pages": pages, "page_count": page_count},
        "plain": file.truth.plain,
        "expected": file.truth.expected,
        "allowed": file.truth.allowed,
        "either": file.truth.either,
        "text": file.truth.text,
        "places": file.truth.places,
        "sizes": file.sizes,
        "rotations": file.rotations,
    }
