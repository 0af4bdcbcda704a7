"""Find the fields of a letter: many finders put candidates forward, one place chooses.

A finder is one function; its docstring is its rule. It looks at the letter alone and claims no
probability: `score` is only its rank among finders. `choose` picks, `calibrate` turns score and
legibility into the confidence that stands in the record.
"""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Generic, TypeVar

from pipeline.letter import Letter, Passage
from pipeline.record import Field, Loser, Status
from pipeline.registry import Registry

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """A letter, and the day on which its names are to be understood (None: not known)."""

    letter: Letter
    date: dt.date | None


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """A value that may be a field's; None where it is covered or cannot be read."""

    value: T | None
    passage: Passage
    score: float  # 0 to 1, rank among the finders of the field
    status: Status = Status.found


Finder = Callable[[Reading], Iterator[Candidate[Any]]]
finders: Registry[tuple[str, Finder]] = Registry(__name__)


def finds(field: str) -> Callable[[Finder], Finder]:
    """Register a function that puts forward candidates for a field, such as `sender.person`."""

    def register(finder: Finder) -> Finder:
        finders.add(f"{field}:{finder.__name__}", (field, finder))
        return finder

    return register


def choose(field: str, reading: Reading, *, explain: bool = False) -> Field[Any] | None:
    """The best candidate of all finders of a field; the losers with it where asked for.

    Several finders that agree on a value strengthen it: each further voice halves the doubt.
    """
    voices = [
        (name.partition(":")[2], candidate)
        for name, (of_field, finder) in finders
        if of_field == field
        for candidate in finder(reading)
    ]
    if not voices:
        return None
    ranked = sorted(voices, key=lambda voice: _weight(voice[1]), reverse=True)
    source, best = ranked[0]
    agreeing = {name for name, other in ranked if other.value == best.value} - {source}
    losers = [(name, other) for name, other in ranked if other.value != best.value]
    return Field[Any](
        value=best.value,
        status=best.status,
        text=best.passage.text,
        confidence=calibrate(best.score, best.passage.legibility, len(agreeing)),
        evidence=best.passage.evidence,
        source=source,
        candidates=tuple(_loser(*loser) for loser in losers) if explain else None,
    )


def field_of(value: T | None, passage: Passage, score: float, source: str) -> Field[Any]:
    """A field that needs no choice: a table's cell, a budget line's amount."""
    return Field[Any](
        value=value,
        status=Status.found,
        text=passage.text,
        confidence=calibrate(score, passage.legibility),
        evidence=passage.evidence,
        source=source,
    )


def covered(
    passage: Passage, score: float, source: str, status: Status = Status.redacted
) -> Field[Any]:
    """A field that stands there but is covered (or, by `status`, illegible)."""
    return Field[Any](
        value=None,
        status=status,
        text=passage.text,
        confidence=calibrate(score, 1.0),
        evidence=passage.evidence,
        source=source,
    )


def calibrate(score: float, legibility: float, agreeing: int = 0) -> float:
    """Confidence from a finder's score, the legibility of what it read, and further voices."""
    weights = _calibration()
    score = min(max(score, 0.01), 0.99)
    logit = (
        weights["intercept"]
        + weights["score"] * math.log(score / (1 - score))
        + weights["illegibility"] * (1 - legibility)
        + weights["agreeing"] * agreeing
    )
    return round(1 / (1 + math.exp(-logit)), 3)


def _weight(candidate: Candidate[Any]) -> float:
    return candidate.score * (0.5 + 0.5 * candidate.passage.legibility)


def _loser(source: str, candidate: Candidate[Any]) -> Loser:
    return Loser(
        value=candidate.value,
        text=candidate.passage.text,
        confidence=calibrate(candidate.score, candidate.passage.legibility),
        evidence=candidate.passage.evidence,
        source=source,
    )


@cache
def _calibration() -> dict[str, float]:
    """models/calibration.json: beside the package in a checkout, inside it in a wheel."""
    packed = files("pipeline") / "models" / "calibration.json"
    beside = Path(__file__).parents[2] / "models" / "calibration.json"
    text = packed.read_text("utf-8") if packed.is_file() else beside.read_text("utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights


def distinct(candidates: Iterable[Candidate[T]]) -> Iterator[Candidate[T]]:
    """Each value once, the highest score first."""
    seen: set[Any] = set()
    for candidate in sorted(candidates, key=_weight, reverse=True):
        if candidate.value not in seen:
            seen.add(candidate.value)
            yield candidate
