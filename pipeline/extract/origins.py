"""Where a sum comes from or goes to, as its clause says it: 'ten laste van …', 'uit …'.

Each function knows one way of saying it, and gives the span of the words, or None.
"""

from __future__ import annotations

import re

from pipeline.extract.clauses import CONTRIBUTES, Clause, last_match, within
from pipeline.extract.noun_phrases import Span

_CHARGED = re.compile(
    r"(?:,?[-–—=]+)?(?:\s+[\w-]+){0,4}?\s+(?:(?:ten\s+laste|voor\s+rekening)\s+(?:komt\s+|komen\s+|gebracht\s+)?van|"
    r"(?:gedekt|bekostigd|gefinancierd|betaald|voldaan|onttrokken|gehaald|genomen)\s+"
    r"(?:uit|door|vanuit|aan)|afkomstig\s+(?:uit|van))\s+",
    re.IGNORECASE,
)
_CHARGED_BEFORE = re.compile(
    r"\b(?:ten\s+laste|voor\s+rekening)\s+van\s+(?!onze?\b)", re.IGNORECASE
)
_PART = re.compile(r"\b(?:waarvan|daarvan)\b")
_OUT_OF_AFTER = re.compile(
    r"(?:,?[-–—=]+)?(?:\s+[a-zà-ÿ-]+){0,3}?\s+(?:van)?uit\s+(?!te\b|de\s+begroting\b)",
    re.IGNORECASE,
)
_FROM_AFTER = re.compile(
    r"(?:,?[-–—=]+)?\s+(?:(?:af)?komstig\s+)?(?:uit|van(?:uit)?|door|via)\s+(?=(?:de|het|onze|uw|een|eigen|[A-Z])|[a-z]+(?:ing|en|s)\b)"
)
_NEXT_ONE = re.compile(
    r"(?:,?[-–—=]+)?\s+(?:uit|vanuit|van|door|via)\s+[^,;:.]{2,50}(?:,(?:\s+en)?|\s+en)\s+"
)
_OF_AFTER = re.compile(r"(?:,?[-–—=]+)?\s+van\s+(?=(?:de|het|deze|uw|onze)\s+[a-zà-ÿ])")
_OUT_OF = re.compile(r"(?<!\w)uit\s+(?=[^.;]{3,60}$)", re.IGNORECASE)
_FROM = re.compile(r"(?:Van|Uit)\s+")
_COMES = re.compile(
    r"\b(?:verwacht\w*|ontvang\w*|beschikbaar|gereserveerd|bekostig\w*|(?:ge)?dekt|dekken|betal\w*|inge(?:zet|legd)|inzetten|gebruik\w*|onttr\w*|vrijgemaakt|gehaald)\b",
    re.IGNORECASE,
)


def charged(clause: Clause) -> Span | None:
    """'€ 500 komt ten laste van X', '€ 500 wordt gedekt uit X'."""
    match = _CHARGED.match(clause.text, clause.end, clause.after)
    return within(clause.text, match.end(), clause.after) if match else None


def charged_before(clause: Clause) -> Span | None:
    """'ten laste van X komt € 500'."""
    match = last_match(_CHARGED_BEFORE, clause.text, clause.own, clause.start)
    return within(clause.text, match.end(), clause.start) if match else None


def one_of_several(clause: Clause) -> Span | None:
    """'€ 500 uit de reserve, € 600 van de provincie': each sum with what comes right after it."""
    match = _FROM_AFTER.match(clause.text, clause.end, clause.after)
    gap = clause.text[clause.before : clause.start]
    part = _PART.search(gap) is not None
    among = part or clause.before == clause.first or _NEXT_ONE.fullmatch(gap)
    if (
        match is None
        or not among
        or (not part and clause.before == clause.first and clause.after >= clause.last)
    ):
        return None
    return within(clause.text, match.end(), clause.after)


def out_of(clause: Clause) -> Span | None:
    """'draagt uit eigen middelen € 750 bij'."""
    match = last_match(_OUT_OF, clause.text, clause.before, clause.start)
    if match is None and clause.before == clause.first:
        match = _FROM.match(clause.text, clause.first, clause.start)
    around = clause.text[clause.before : clause.last]
    if match is None or not (CONTRIBUTES.search(around) or _COMES.search(around)):
        return None
    return within(clause.text, match.end(), clause.start)


def of_after(clause: Clause) -> Span | None:
    """'€ 500 van de factuur is voldaan'."""
    match = _OF_AFTER.match(clause.text, clause.end, clause.after)
    return within(clause.text, match.end(), clause.after) if match else None


def out_of_after(clause: Clause) -> Span | None:
    """'€ 500 beschikbaar uit X'."""
    match = _OUT_OF_AFTER.match(clause.text, clause.end, clause.after)
    return within(clause.text, match.end(), clause.after) if match else None
