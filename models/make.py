"""Train models/entities: persons, bodies, places, days, sums and references of Dutch letters.

    python -m models.make [--corpora FOLDER]              # 10 minutes on one core
    python -m models.make --evaluate [--corpora FOLDER]   # F1 of the pipeline that is there

It learns from generated letters of the tuned half and from the train parts of the corpora; it is
scored on letters of the unseen half and on the dev parts. The same versions on the same machine
give the same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import time
from pathlib import Path

import spacy
from spacy.language import Language

from models.corpora import FILES, corpus
from models.labelled import LABELS
from models.letters import letters
from models.noise import LEVELS, noisy
from models.scores import Score, scores
from models.training import Material, trained

TARGET = Path(__file__).parent / "entities"
CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
EACH, ROUNDS, TEXTS, SEED = 20, 6, 1500, 0
UNSEEN_EACH, UNSEEN_SEED = 5, 5000  # other letters than those of the measuring ground


def main() -> None:
    """Train and write the pipeline, or tell how well the one that is there finds entities."""
    given = _arguments()
    started = time.monotonic()
    if given.evaluate:
        nlp = spacy.load(TARGET, exclude=["tokenizer", "vocab"])
        _evaluate(nlp, given.corpora)
    else:
        texts = [text for name in FILES for text in corpus(given.corpora, name, "train")]
        material = Material(list(letters("tuned", EACH)), texts, TEXTS)
        nlp = trained(material, ROUNDS, SEED, lambda line: print(line, flush=True))
        write(nlp, TARGET)
    print(f"{time.monotonic() - started:.0f} s")


def write(nlp: Language, folder: Path) -> None:
    """The pipeline without tokenizer and vocabulary: those of spaCy itself serve."""
    shutil.rmtree(folder, ignore_errors=True)
    nlp.meta |= {
        "name": "kenmerk_entities",
        "description": "Entities of Dutch official letters under OCR (models/README.md)",
        "license": "MIT",
    }
    nlp.to_disk(folder, exclude=["tokenizer", "vocab"])
    meta = folder / "meta.json"
    meta.write_text(json.dumps(json.loads(meta.read_text("utf-8")), indent=1) + "\n", "utf-8")


def _evaluate(nlp: Language, folder: Path) -> None:
    unseen = list(letters("unseen", UNSEEN_EACH, UNSEEN_SEED))
    print(f"{'F1':28}", *(f"{label.lower():>13}" for label in (*LABELS, "all")))
    for name, level in LEVELS.items():
        dice = random.Random(SEED)
        found = scores(nlp, [noisy(text, level, dice) for text in unseen])
        _show(f"unseen letters, {name}", found)
        _show_sure("  recall of what truth marks", found)
    for name in FILES:
        _show(f"{name}, dev", scores(nlp, corpus(folder, name, "dev")))


def _show(name: str, found: dict[str, Score]) -> None:
    _row(name, {label: score.f1 for label, score in found.items()})


def _show_sure(name: str, found: dict[str, Score]) -> None:
    _row(name, {label: score.sure_recall for label, score in found.items()})


def _row(name: str, figures: dict[str, float | None]) -> None:
    cells = [figures.get(label) for label in (*LABELS, "all")]
    print(f"{name:28}", *("            –" if cell is None else f"{cell:13.3f}" for cell in cells))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m models.make", description=__doc__)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--evaluate", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
