"""Sums in three values: a total holds, fails, or cannot be checked since a part of it is hidden.

A total may be of all lines, of those since the last subtotal, or of subtotals; lines may be
deducted. It fails only where no reading of the lines above it gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import product
from typing import Final

from pipeline.check import HasEvidence


class Verdict(StrEnum):
    """What can be said of a total."""

    holds = "holds"
    fails = "fails"
    unknown = "unknown"  # a part is hidden
    silent = "silent"  # there is nothing to add up, or something that is no number


@dataclass(frozen=True, slots=True)
class Entry:
    """A line with a sum; `value` is None where it is hidden (covered or illegible)."""

    label: str
    value: Decimal | None
    place: HasEvidence

    @property
    def is_total(self) -> bool:
        return bool(_TOTAL.search(self.label)) and not _NO_TOTAL.search(self.label)

    @property
    def may_be_deducted(self) -> bool:
        return bool(_DEDUCTED.search(self.label))


@dataclass(frozen=True, slots=True)
class Judged:
    """A total with its verdict, the lines it was held against and what they give."""

    total: Entry
    verdict: Verdict
    lines: tuple[Entry, ...]
    expected: Decimal


_TOTAL: Final = re.compile(
    r"^\W*(?:eind|sub|deel|generaal |in )?-?tota(?:al|le|len)\b|^\W*(?:eind|sub|deel)?totaal\w*|"
    r"^\W*(?:te ?)?samen\b|^\W*tezamen\b|^\W*som\b|\btotaal\W*$|"
    r"^\W*(?:nog )?(?:door u )?te (?:voldoen|betalen)\b|^\W*(?:eind|factuur)bedrag\b",
    re.IGNORECASE,
)
_NO_TOTAL: Final = re.compile(r"gemiddeld|unie[kc]|maxim|beschikbaar|resterend|restant|saldo", re.I)
_DEDUCTED: Final = re.compile(
    r"^\W*(?:af\b|minus|min\b|-/-|korting|waarvan|dekking|inkomsten|opbrengst|baten|voorschot|reeds)|"
    r"\b(?:bijdrage|cofinanciering|subsidie|btw|b\.t\.w\.|inbegrepen|verrekening|korting|aftrek)\b",
    re.IGNORECASE,
)
_MOST_DEDUCTED: Final = 4  # lines that may be added, deducted or left out


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one list or one column, totals among them; `money`: they may be rounded."""

    entries: tuple[Entry, ...]
    money: bool

    def totals(self) -> Iterator[Judged]:
        """Every total among them with its verdict."""
        for at, entry in enumerate(self.entries):
            if entry.is_total:
                yield judge(self.entries, at, self.tolerance)

    @property
    def tolerance(self) -> Decimal:
        """Half a unit of rounding a line: of cents, or of whole euros where all are whole."""
        if not self.money:
            return Decimal(0)
        values = [entry.value for entry in self.entries if entry.value is not None]
        whole = all(value == value.to_integral_value() for value in values)
        return (Decimal(1) if whole else Decimal("0.01")) * max(1, len(values) // 2)


def judge(entries: Sequence[Entry], at: int, tolerance: Decimal) -> Judged:
    """The verdict on the total at one place among the lines of a list or a column."""
    total, above = entries[at], entries[:at]
    group = _group(above)
    items = [entry for entry in above if not entry.is_total]
    expected = sum((entry.value or Decimal(0) for entry in (group or items)), Decimal(0))
    lines = tuple(group or items)
    if len(items) < 2:
        return Judged(total, Verdict.silent, lines, expected)
    if total.value is None:
        return Judged(total, Verdict.unknown, lines, expected)
    if any(entry.value is None for entry in above):
        return Judged(total, _with_hidden(total.value, group, tolerance), lines, expected)
    holds = any(abs(total.value - reading) <= tolerance for reading in _readings(above))
    verdict = Verdict.holds if holds else Verdict.fails
    if not group and len(above) - len(items) < 2:
        verdict = Verdict.silent  # straight under another total: of something else
    whole = lines if re.match(r"\W*(?:sub|deel)", total.label, re.IGNORECASE) else tuple(items)
    expected = sum((entry.value or Decimal(0) for entry in whole), Decimal(0))
    return Judged(total, verdict, whole, expected)


def _group(above: Sequence[Entry]) -> list[Entry]:
    """The lines since the last total."""
    since = max((n for n, entry in enumerate(above, 1) if entry.is_total), default=0)
    return list(above[since:])


def _with_hidden(total: Decimal, group: Sequence[Entry], tolerance: Decimal) -> Verdict:
    """Unknown, unless what can be seen of the nearest lines is more than the total by itself."""
    seen = [entry.value for entry in group if entry.value is not None]
    plain = all(value >= 0 for value in seen) and not any(e.may_be_deducted for e in group)
    certain = plain and sum(seen, Decimal(0)) > total + tolerance
    return Verdict.fails if certain else Verdict.unknown


def _readings(above: Sequence[Entry]) -> Iterator[Decimal]:
    """Every sum that the lines above a total may be meant to give."""
    doubtful = [n for n, entry in enumerate(above) if entry.may_be_deducted and not entry.is_total]
    if len(doubtful) > _MOST_DEDUCTED:
        doubtful = doubtful[-_MOST_DEDUCTED:]
    for signs in product((1, -1, 0), repeat=len(doubtful)):
        sign = dict(zip(doubtful, signs, strict=True))
        values = [(entry.value or Decimal(0)) * sign.get(n, 1) for n, entry in enumerate(above)]
        yield from _from_below(above, values)


def _from_below(above: Sequence[Entry], values: Sequence[Decimal]) -> Iterator[Decimal]:
    """Sums of the lines from each place down: of the items alone, and of the totals with the rest.

    `loose` are the items that no total below them has taken up yet.
    """
    items = totals = loose = Decimal(0)
    seen_total = False
    for entry, value in zip(reversed(above), reversed(values), strict=True):
        if entry.is_total:
            totals += value
            seen_total = True
            yield totals + loose
        else:
            items += value
            loose += 0 if seen_total else value
            yield items
            yield totals + loose
