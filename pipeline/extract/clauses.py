"""The clause that a sum of money stands in, for those who ask what the sum is for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.noun_phrases import Span, phrase

HEADS = (
    r"subsidie|bijdrage|voorschot|krediet|budget|vergoeding|uitkering|lening|tegemoetkoming|dotatie|"
    r"garantie|garantstelling|cofinanciering|toeslag|waarborgsom|aanneemsom|opdrachtsom|investering|"
    r"tekort|overschot|saldo|reservering|opbrengst|restant|lasten|baten|schade|inbreng|inleg|"
    r"schenking|gift|deeltermijnen|termijnen|rente|aandeel|contributie|leges|gelden"
)
"""Nouns that a sum may be called by, as the last part of a word."""

CONTRIBUTES = re.compile(
    r"\b(?:bij\s+te\s+dragen|bijdragen|bijdraagt|bijgedragen|dra(?:agt|gen)\b(?:[^.;]|\.\d){1,80}?\bbij)\b",
    re.IGNORECASE,
)
_OWN_CLAUSE = re.compile(
    r"(?:,\s+|\s)(?:zodat|terwijl|omdat|waarvan|waardoor|waarna|maar|want|daarom|daarnaast)\s|;\s",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(r"(?:\d+[.,])?\d+\s?%\s+van\s+(?:[\w\s-]{0,40}\bvan\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """The words around a sum at [start, end) of `text`.

    `first` and `last` are the ends of its sentence; `before` is where the sum before it in the
    sentence ends, `after` where the next one begins.
    """

    text: str
    first: int
    before: int
    start: int
    end: int
    after: int
    last: int

    @property
    def own(self) -> int:
        """Where the clause itself begins: after 'zodat', 'waarvan', a semicolon."""
        matches = list(_OWN_CLAUSE.finditer(self.text, self.before, self.start))
        return matches[-1].end() if matches else self.before

    def share(self) -> re.Match[str] | None:
        """'45% van' right before the sum: that is only what a share is taken of."""
        return _SHARE_OF.search(self.text, self.before, self.start)


def last_match(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    matches = list(pattern.finditer(text, start, end))
    return matches[-1] if matches else None


def within(text: str, at: int, end: int) -> Span | None:
    """The phrase at an offset, as far as it stands before `end`."""
    found = phrase(text, at)
    if found is None or found[0] >= end:
        return None
    return found[0], min(found[1], end)
