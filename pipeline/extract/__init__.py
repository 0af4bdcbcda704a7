"""Find the fields of a letter: many finders put candidates forward, one place chooses.

A finder is one function; its docstring is its rule. It looks at the letter alone and claims no
probability: `score` is only its rank among finders. `choose` picks, `confidence` turns what is
known of a value into the confidence that stands in the record.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from pipeline.extract import calibration
from pipeline.extract.calibration import by_hand, certain, ground_of
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


class Registered(NamedTuple):
    """A finder with its field; a `late` one is asked only where no other found anything."""

    field: str
    finder: Finder
    late: bool = False


finders: Registry[Registered] = Registry(__name__)


def finds(field: str, *, late: bool = False) -> Callable[[Finder], Finder]:
    """Register a function that puts forward candidates for a field, such as `sender.person`.

    `late`: it is costly (it loads a model), so it is asked only where the others found nothing.
    """

    def register(finder: Finder) -> Finder:
        finders.add(f"{field}:{finder.__name__}", Registered(field, finder, late))
        return finder

    return register


def choose(field: str, reading: Reading, *, explain: bool = False) -> Field[Any] | None:
    """The best candidate of all finders of a field; the losers with it where asked for.

    Finders that agree on a value strengthen it, a close rival weakens it.
    """
    voices = _voices(field, reading, late=False) or _voices(field, reading, late=True)
    if not voices:
        return None
    ranked = sorted(voices, key=lambda voice: _weight(voice[1]), reverse=True)
    source, best = ranked[0]
    agreeing = {name for name, other in ranked if other.value == best.value} - {source}
    losers = [(name, other) for name, other in ranked if other.value != best.value]
    rival = _weight(losers[0][1]) / _weight(best) if losers else 0.0
    return Field[Any](
        value=best.value,
        status=best.status,
        text=best.passage.text,
        confidence=calibration.confidence(
            ground_of(best.passage, best.score, len(agreeing), rival)
        ),
        evidence=best.passage.evidence,
        source=source,
        candidates=tuple(_loser(*loser) for loser in losers) if explain else None,
    )


def _voices(field: str, reading: Reading, *, late: bool) -> list[tuple[str, Candidate[Any]]]:
    """Every candidate for a field with the name of its finder."""
    return [
        (name.partition(":")[2], candidate)
        for name, registered in finders
        if registered.field == field and registered.late is late
        for candidate in registered.finder(reading)
    ]


def field_of(value: T | None, passage: Passage, score: float, source: str) -> Field[Any]:
    """A field that needs no choice: a table's cell, a budget line's amount."""
    return Field[Any](
        value=value,
        status=Status.found,
        text=passage.text,
        confidence=calibration.confidence(by_hand(passage, score)),
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
        confidence=calibration.confidence(certain(score)),
        evidence=passage.evidence,
        source=source,
    )


def _weight(candidate: Candidate[Any]) -> float:
    return candidate.score * (0.5 + 0.5 * candidate.passage.legibility)


def _loser(source: str, candidate: Candidate[Any]) -> Loser:
    return Loser(
        value=candidate.value,
        text=candidate.passage.text,
        confidence=calibration.confidence(ground_of(candidate.passage, candidate.score)),
        evidence=candidate.passage.evidence,
        source=source,
    )
