"""What a sum is for where its clause only points back to it: 'Dat kost € 500', 'Hiervoor is …'."""

from __future__ import annotations

import re

from pipeline.extract.clauses import GRANTS, HEADS, Clause, last_match, within
from pipeline.extract.noun_phrases import Span, ending_at

_FAR_BACK = 300
_POINTS = re.compile(r"\b(?:hier|daar)(?:voor|toe|mee)\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:(?<=[.!?,;:]\s)|(?<=\n\n)|\b(?:en|maar|want)\s+)(?:dat|dit|deze|die|zij|ze|hij|het|wat|"
    r"welke?)\s+(?=[a-zà-ÿ]+)[^,;:]*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",\s+(?:dat|die|wat|welke)\s[^,;:]*$")
_FOR = re.compile(r"(?<!\w)(?:voor|ten\s+behoeve\s+van)\s+", re.IGNORECASE)
_A_THING = re.compile(
    r"(?<!\w)(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|enkele|enige)\s+(?=[a-zà-ÿ])",
    re.IGNORECASE,
)
_SUM_CALLED = re.compile(rf"(?<![\w-])(?:eigen\s+)?[a-zà-ÿ]*(?:{HEADS})\b", re.IGNORECASE)


def pointed_at(clause: Clause) -> Span | None:
    """'Wij zoeken een gids. Hiervoor is € 500 nodig'; 'een gids, die € 500 kost'."""
    text = clause.text
    relative = _RELATIVE.search(text, clause.before, clause.start)
    if relative is not None:
        found = ending_at(text, clause.first, relative.start())
        if found is not None:
            return found
    pronoun = _PRONOUN.search(text, clause.own, clause.start)
    points = _POINTS.search(text, clause.before, clause.last)
    if pronoun is None and points is None:
        return None
    until = pronoun.start() if pronoun else clause.first
    return _thing_before(text, until if until > clause.first else clause.first)


def _thing_before(text: str, until: int) -> Span | None:
    """The last thing that is brought up before an offset, in its paragraph."""
    start = max(until - _FAR_BACK, 0)
    start = max(start, text.rfind("\n\n", start, until) + 1)
    match = last_match(_A_THING, text, start, until) or last_match(_FOR, text, start, until)
    return within(text, match.end(), until) if match else None


def called_before(clause: Clause) -> Span | None:
    """'U vroeg een subsidie. Wij kennen u € 500 toe': the sum has the name of the one before."""
    if GRANTS.search(clause.text, clause.before, clause.last) is None:
        return None
    match = last_match(_SUM_CALLED, clause.text, max(clause.before - _FAR_BACK, 0), clause.before)
    return match.span() if match else None
