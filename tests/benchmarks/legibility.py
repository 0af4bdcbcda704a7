"""Fit and measure what a word's legibility says: `python -m tests.benchmarks.legibility CORPUS`.

Scans of letters of the tuned half are read, and every word is looked for in the text of its page: it
is right as often as it stands there and has not been found yet (words cut or joined at a hyphen or
a blank are right too). Codes in covered places and bar codes are left out. The tables are counted on
`--letters` letters a tier and measured on half as many others: the distance of legibility and share of
right words in ten bins (ECE), for the engine's own confidence and for ours. No letter or twin of it is
in both. `--accept` writes `pipeline/ocr/legible.json`.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from unittest import mock

import numpy as np

from pipeline import intake, ocr
from pipeline.ocr import legible, recognition
from pipeline.ocr.tesseract import Reader, Seen
from tests.benchmarks.pages import in_turn
from tests.score import corpus

TIERS = ("clean", "office", "phone", "poor")
FILE = Path(legible.__file__).with_name("legible.json")
EDGES = (0.15, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.96)  # of the engine's confidence
PRIOR, WEIGHT = 0.5, 2.0  # so many words, half of them right, are added to each count
BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """A word as the engine saw it, and whether it is right."""

    tier: str
    seen: Seen
    right: bool


def judged(
    folder: Path, tier: str, odd: int, letters: int, reader: Reader | None = None
) -> Iterator[Judged]:
    """The words of so many letters of a tier, those with even seeds or those with odd ones."""
    files = [file for file in corpus.files(folder / tier) if file.half == "tuned"]
    files = [file for file in files if file.letters[0]["seed"] % 2 == odd]
    for file in list(in_turn(files))[:letters]:
        truths, codes = _truths(file)
        for sheet in intake.open_file(file.path).sheets:
            if sheet.number in truths and not sheet.words and sheet.raster is not None:
                with mock.patch.object(recognition, "probability", return_value=0.0) as noted:
                    ocr.recognise(sheet, "nld", reader)
                words = [call.args[0] for call in noted.call_args_list]
                for word, right in marked(words, truths[sheet.number], codes):
                    yield Judged(tier, word, right)


def _truths(file: corpus.File) -> tuple[dict[int, str], set[str]]:
    """The text of each page, and the codes that may stand in covered places."""
    texts: dict[int, str] = {}
    codes: set[str] = set()
    for letter in file.letters:
        texts |= dict(zip(letter["source"]["pages"], letter["text"], strict=False))
        for cover in letter["plain"]["redactions"]:
            codes |= {_bare(cover["text"] or ""), *map(_bare, cover["grounds"])}
    return texts, codes - {""}


def marked(words: Sequence[Seen], truth: str, codes: set[str]) -> Iterator[tuple[Seen, bool]]:
    """Every word that counts, with whether it stands on the page; the surest are looked for first."""
    whole = [_bare(word) for word in truth.replace("█", " ").split()]
    left = Counter(whole)
    left += Counter(a + b for a, b in pairwise(whole))
    left += Counter(part for word in truth.split() for part in _parts(word))
    for word in sorted(words, key=lambda seen: -seen.confidence):
        bare = _bare(word.text)
        if not bare or any(code in bare for code in codes) or re.fullmatch(r"\d{12}", bare):
            continue
        yield word, left[bare] > 0
        left[bare] -= 1


def _bare(text: str) -> str:
    """Its letters and figures, and what stands between them."""
    return re.sub(r"^[\W_]+|[\W_]+$", "", text).replace("(", "").replace(")", "")


def _parts(word: str) -> list[str]:
    parts = [_bare(part) for part in re.split("[-/]", word)]
    return [part for part in parts if len(part) > 2] if len(parts) > 1 else []


def tables(words: Iterable[Judged]) -> dict[str, dict[str, list[float]]]:
    """For each kind of word: values, and the share of words that are right there, never falling."""
    kinds: dict[str, list[tuple[float, bool]]] = {kind: [] for kind in legible.KINDS}
    for word in words:
        kind, value = legible.measured(word.seen)
        kinds[kind].append((value, word.right))
    return {kind: _table(np.array(pairs, dtype=float)) for kind, pairs in kinds.items()}


def _table(pairs: np.ndarray) -> dict[str, list[float]]:
    """Bins of a kind; neighbours that would fall are put together."""
    place = np.digitize(pairs[:, 0], EDGES)
    bins = [pairs[place == one] for one in range(len(EDGES) + 1) if (place == one).any()]
    pooled: list[np.ndarray] = []
    for one in bins:
        pooled.append(one)
        while len(pooled) > 1 and _right(pooled[-2]) > _right(pooled[-1]):
            pooled[-2:] = [np.concatenate(pooled[-2:])]
    at = [round(float(one[:, 0].mean()), 3) for one in pooled]
    return {"at": at, "right": [round(_right(one), 3) for one in pooled]}


def _right(pairs: np.ndarray) -> float:
    return float((pairs[:, 1].sum() + PRIOR * WEIGHT) / (len(pairs) + WEIGHT))


def error(said: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error: the bins' distances of said and right, by their words."""
    place = np.minimum((said * BINS).astype(int), BINS - 1)
    gaps = [abs(said[place == one].sum() - right[place == one].sum()) for one in range(BINS)]
    return float(sum(gaps) / len(said))


def report(words: Sequence[Judged]) -> Iterator[str]:
    """A line a tier: how many words, how many right, the error of their confidence and of ours."""
    for tier in dict.fromkeys(word.tier for word in words):
        here = [word for word in words if word.tier == tier]
        right = np.array([word.right for word in here], dtype=float)
        before = np.array([word.seen.confidence for word in here])
        after = np.array([legible.probability(word.seen) for word in here])
        yield (
            f"{tier:8} {len(here):6} words, {right.mean():.3f} right, "
            f"ECE {error(before, right):.4f} -> {error(after, right):.4f}, "
            f"Brier {((before - right) ** 2).mean():.4f} -> {((after - right) ** 2).mean():.4f}"
        )


def main() -> None:
    """Fit, show and perhaps accept."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.legibility")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--letters", type=int, default=20, help="of each tier, to fit")
    parser.add_argument("--accept", action="store_true")
    given = parser.parse_args()
    if given.accept:
        known = [word for tier in TIERS for word in judged(given.corpus, tier, 0, given.letters)]
        made = {"made_by": "python -m tests.benchmarks.legibility", "tables": tables(known)}
        FILE.write_text(json.dumps(made, indent=1) + "\n", "utf-8")
        legible._table.cache_clear()
    for tier in TIERS:
        others = list(judged(given.corpus, tier, 1, given.letters // 2))
        print(*report(others), sep="\n", flush=True)


if __name__ == "__main__":
    main()
