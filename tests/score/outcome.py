"""The one thing that all field figures are counted from: a value that is true, one that was said."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

GROUPS = {
    "date": "head",
    "replies_to": "head",
    "subject": "head",
    "references": "head",
    "sender": "parties",
    "recipient": "parties",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Outcome:
    """One value: what is true, what was said (None: nothing), and whether that is right.

    `placed`: whether the evidence stands where the value stands (None: nothing to compare with).
    """

    field: str
    truth: str | None
    said: str | None
    exact: bool = False
    lenient: bool = False
    confidence: float | None = None
    placed: bool | None = None

    @property
    def group(self) -> str:
        """The group of fields that it is calibrated in."""
        name = self.field.partition(".")[0]
        return GROUPS.get(name, name)

    @property
    def wrong(self) -> bool:
        """Whether something is missed or said without being so."""
        return not self.lenient and (self.truth is not None or self.said is not None)


@dataclasses.dataclass(frozen=True, slots=True)
class Count:
    """Outcomes added up. What is true and said and differs is both a miss and a false positive."""

    support: int = 0
    said: int = 0
    exact: int = 0
    lenient: int = 0
    placed: int = 0
    placeable: int = 0

    def figures(self) -> dict[str, float | int | None]:
        """Support, and exact and lenient precision, recall and F1 (None where there is nothing)."""
        place = ratio(self.placed, self.placeable)
        return {
            "support": self.support,
            "exact_precision": ratio(self.exact, self.said),
            "exact_recall": ratio(self.exact, self.support),
            "exact_f1": f1(self.exact, self.said, self.support),
            "precision": ratio(self.lenient, self.said),
            "recall": ratio(self.lenient, self.support),
            "f1": f1(self.lenient, self.said, self.support),
            **({} if place is None else {"place": place}),
        }


def count(outcomes: Iterable[Outcome]) -> Count:
    """Add outcomes up."""
    rows = list(outcomes)
    comparable = [row for row in rows if row.lenient and row.placed is not None]
    return Count(
        support=sum(row.truth is not None for row in rows),
        said=sum(row.said is not None for row in rows),
        exact=sum(row.exact for row in rows),
        lenient=sum(row.lenient for row in rows),
        placed=sum(bool(row.placed) for row in comparable),
        placeable=len(comparable),
    )


def ratio(part: float, whole: float) -> float | None:
    """A share, or None where there is nothing to have a share of."""
    return part / whole if whole else None


def f1(right: float, said: float, true: float) -> float | None:
    """The harmonic mean of precision and recall: twice what is right by all said and all true."""
    return ratio(2 * right, said + true)
