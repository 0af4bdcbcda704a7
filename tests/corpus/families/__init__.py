"""Families of letters: each module here writes one, with the Typst file of the same name beside it."""

from __future__ import annotations

import dataclasses
import functools
import importlib
import pkgutil
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from tests.corpus.writer import Letter, Writer

HALVES = ("tuned", "unseen")
Write = Callable[[Writer], dict[str, Any]]


@dataclasses.dataclass(frozen=True, slots=True)
class Family:
    """A kind of letter: how it is written and which contradictions it can be given."""

    name: str
    half: str
    plants: tuple[str, ...]
    write: Write

    def letter(self, seed: int, plant: str | None = None) -> Letter:
        """The letter of a seed; twins (the same seed, with and without a plant) differ in it alone."""
        if plant is not None and plant not in self.plants:
            raise ValueError(f"{self.name} cannot be given {plant}")
        pen = Writer(zlib.crc32(f"{self.name} {seed}".encode()), plant)
        data = self.write(pen)
        if plant is not None and plant not in pen.expected:
            raise ValueError(f"{self.name} was given {plant} and did not plant it")
        return pen.done(self.name, self.half, seed, data)


_found: dict[str, Family] = {}


def family(half: str, plants: tuple[str, ...]) -> Callable[[Write], Write]:
    """Register the function that writes the letters of its module.

    `half`: rules may be tuned on 'tuned'; 'unseen' is only ever scored.
    """
    if half not in HALVES:
        raise ValueError(f"no such half: {half}")

    def register(write: Write) -> Write:
        name = write.__module__.rpartition(".")[2]
        _found[name] = Family(name, half, plants, write)
        return write

    return register


@functools.cache
def families() -> Mapping[str, Family]:
    """All families by name, in alphabetical order."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return dict(sorted(_found.items()))
