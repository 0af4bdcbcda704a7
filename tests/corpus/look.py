"""Look at a family's letters: `python -m tests.corpus.look FAMILY [SEED [PLANT]] --out DIR`.

Without SEED every plant and a few seeds are tried and what is wrong is printed: a value without a
place, a cover without one, a twin that differs in length. With SEED its pages are drawn as PNG, with
the truth beside them.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from pathlib import Path

import pypdfium2

from tests.corpus.covers import covered
from tests.corpus.families import Family, families
from tests.corpus.truth import shown, unmarked
from tests.corpus.typeset import typeset


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("family")
    parser.add_argument("seed", nargs="?", type=int)
    parser.add_argument("plant", nargs="?")
    parser.add_argument("--out", type=Path, default=Path("/tmp/corpus-look"))
    given = parser.parse_args()
    family = families()[given.family]
    if given.seed is None:
        return _try_all(family)
    _draw(family, given.seed, given.plant, given.out)
    return 0


def _try_all(family: Family) -> int:
    wrong = 0
    for plant in (None, *family.plants):
        for seed in range(6 if plant is None else 3):
            letter = family.letter(seed, plant)
            pages = typeset(letter)
            missing = unmarked(letter, pages)
            wrong += bool(missing)
            print(f"{family.name} {seed} {plant}: {len(pages.sheets)} pages", *missing)
            truth = shown(letter, pages, blotted=True, leaks=False)
            print(f"    expects {', '.join(truth.expected)}; allows {', '.join(truth.allowed)}")
    return wrong


def _draw(family: Family, seed: int, plant: str | None, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    letter = family.letter(seed, plant)
    pages = typeset(letter)
    stem = f"{family.name}-{seed}-{plant or 'twin'}"
    pdf = covered(letter, pages)
    (out / f"{stem}.pdf").write_bytes(pdf)
    truth = dataclasses.asdict(shown(letter, pages, blotted=False, leaks=True))
    (out / f"{stem}.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), "utf-8")
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, start=1):
        page.render(scale=1.4).to_pil().save(out / f"{stem}-{number}.png")
    print(f"{out / stem}: {len(document)} pages; without a place: {unmarked(letter, pages)}")


if __name__ == "__main__":
    sys.exit(main())
