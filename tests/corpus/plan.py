"""Which letters a corpus has: of every family innocent ones, and each again with contradictions."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator, Sequence

from tests.corpus.families import HALVES, Family, families
from tests.corpus.writer import Letter

PLANTS_A_SEED = 2
BUNDLE_SIZES = (2, 12)
LETTERS_A_BUNDLE_LETTER = 3  # a third of the corpus is bound into bundles, too


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """One letter of the corpus: a family, a seed, and the contradiction planted in it or None."""

    family: str
    seed: int
    plant: str | None

    @property
    def name(self) -> str:
        """The stem of its files."""
        return f"{self.family}-{self.seed:02}-{self.plant or 'twin'}"

    def letter(self) -> Letter:
        """The letter as its family writes it."""
        return families()[self.family].letter(self.seed, self.plant)


def letters(count: int, first_seed: int, half: str | None = None) -> list[Item]:
    """The first `count` letters, from `first_seed` on: twins of all families, then their plants.

    A planted letter comes only after its innocent twin. Each seed takes the next two plants of a
    family, so that all come in turn.
    """
    chosen = [item for item in families().values() if half in (None, item.half)]
    found: list[Item] = []
    step = 0
    while chosen and len(found) < count:
        found += list(_round(chosen, first_seed + step, step))
        step += 1
    return found[:count]


def _round(chosen: Sequence[Family], seed: int, step: int) -> Iterator[Item]:
    for item in chosen:
        yield Item(item.name, seed, None)
    for place in range(PLANTS_A_SEED):
        for item in chosen:
            at = step * PLANTS_A_SEED + place
            if at < len(item.plants):
                yield Item(item.name, seed, item.plants[at])


def bundles(items: Sequence[Item], seed: int) -> list[tuple[Item, ...]]:
    """Stacks of 2 to 12 letters of one half, no letter twice in a corpus."""
    dice = random.Random(seed)
    found = []
    for half in HALVES:
        of_half = [item for item in items if families()[item.family].half == half]
        waiting = dice.sample(of_half, len(of_half) // LETTERS_A_BUNDLE_LETTER)
        while len(waiting) >= BUNDLE_SIZES[0]:
            size = min(dice.randint(*BUNDLE_SIZES), len(waiting))
            found.append(tuple(waiting[:size]))
            waiting = waiting[size:]
    return found
