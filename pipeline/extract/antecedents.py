"""What a sum is for where its clause only points back to it: 'Dat kost € 500', 'Hiervoor is …'."""

from __future__ import annotations

import re

from pipeline.extract.clauses import GRANTS, HEADS, Clause, last_match, within
from pipeline.extract.noun_phrases import Span, ending_at, ends_phrase

_FAR_BACK = 300
_POINTS = re.compile(
    r"\b(?:(?:hier|daar)(?:voor|toe|mee)|kom(?:t|en)\s+(?=daar\b|er\b))", re.IGNORECASE
)
_PRONOUN = re.compile(
    r"(?:(?<=[.!?,;:]\s)|(?<=\n\n)|\b(?:en|maar|want)\s+)(?:dat|dit|deze|die|zij|ze|hij|het|wat|"
    r"welke?)\s+(?P<verb>[a-zà-ÿ]+)[^,;:]*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",\s+(?:dat|die|wat|welke|waar(?:voor|mee|toe|bij|in|aan))\s[^,;:]*$")
_OF_IT = re.compile(r"\s+(?:daar|hier)van$")
_FOR = re.compile(r"(?<!\w)(?:voor|ten\s+behoeve\s+van)\s+", re.IGNORECASE)
_A_THING = re.compile(
    r"(?<!\w)(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|enkele|enige)\s+(?=[a-zà-ÿ])",
    re.IGNORECASE,
)
_THE_THING = re.compile(r"(?<!\w)(?:de|het|uw|onze)\s+(?=[a-zà-ÿ])", re.IGNORECASE)
_SUM_CALLED = re.compile(rf"(?<![\w-])(?:[Ee]igen\s+)?(?<![:\n] )(?<!\n)[a-zà-ÿ]*(?:{HEADS})\b")


def pointed_at(clause: Clause) -> Span | None:
    """'Wij zoeken een gids. Hiervoor is € 500 nodig'; 'een gids, die € 500 kost'."""
    text = clause.text
    relative = _RELATIVE.search(text, clause.before, clause.start)
    if relative is not None:
        of_it = _OF_IT.search(text, clause.first, relative.start())
        found = ending_at(text, clause.first, of_it.start() if of_it else relative.start())
        if found is not None:
            return found
    pronoun = _PRONOUN.search(text, clause.own, clause.start)
    if pronoun is not None and not ends_phrase(pronoun["verb"]):
        pronoun = None  # 'Het weghalen': an article
    points = _POINTS.search(text, clause.before, clause.last)
    pointer = pronoun or points
    if pointer is None:
        return None
    until = pointer.start()
    far = max(until - _FAR_BACK, 0)
    paragraph = max(far, text.rfind("\n\n", far, until) + 1)
    return _thing_in(text, clause.first, until) or _thing_in(text, paragraph, until)


def _thing_in(text: str, start: int, until: int) -> Span | None:
    """The last thing that is brought up between two offsets."""
    for pattern in (_A_THING, _FOR, _THE_THING):
        match = last_match(pattern, text, start, until)
        if match is not None:
            return within(text, match.end(), until)
    return None


def called_before(clause: Clause) -> Span | None:
    """'U vroeg een subsidie. Wij kennen u € 500 toe': the sum has the name of the one before."""
    if GRANTS.search(clause.text, clause.first, clause.last) is None:
        return None
    match = last_match(_SUM_CALLED, clause.text, max(clause.before - _FAR_BACK, 0), clause.before)
    return match.span() if match else None
