"""The noun that a sum itself is called by: 'een eigen bijdrage van', 'de subsidie bedraagt'."""

from __future__ import annotations

import re

from pipeline.extract.clauses import HEADS, LEADS, Clause, last_match
from pipeline.extract.noun_phrases import Span, phrase

_ADJECTIVE = (
    r"(?:(?!(?:de|deze|die|onze|alle|elke|iedere|beide|laatste|totale|maximale|te)\b)"
    r"[a-zà-ÿë-]{3,}e|eigen|extra)"
)
_GIVEN_BY = (
    r"(?P<giver>\s+van\s+(?:(?:de|het|onze|uw)\s+)?(?:[\w’'-]+\s+){0,2}?(?:provincie|gemeenten?|Rijk|rijk|"
    r"ministerie|waterschap|regio|stichting|vereniging|fonds|[A-Z][\w’'-]+)(?:\s+[A-Z][\w’'-]+){0,3})?"
)
_NOUN = (
    rf"(?<![\w-])(?P<noun>(?:(?:onverschuldigd|reeds|eerder)\s+)?(?:{_ADJECTIVE}\s+){{0,2}}"
    rf"(?P<bare>(?!bevoor)[\w-]*(?:{HEADS}|inkomsten)(?:s|n|en)?))\b"
    r"(?:\s+(?:met\s+)?(?:nr\.?\s*|\w*nummer\s+|kenmerk\s+)?[A-Z]{0,4}[\d./-]*\d[\w./-]*(?=\s+(?:ten|van|ter|ad|à|groot)\b))?"
)
_HEAD = re.compile(rf"{_NOUN}(?-i:{_GIVEN_BY})(?P<manner>{LEADS})$", re.IGNORECASE)
_HEAD_WITH_TAIL = re.compile(
    rf"{_NOUN}(?-i:{_GIVEN_BY})\s+(?:in|aan|uit|voor|bij|over|tot|van)\s+[^,;:.(]{{2,70}}?"
    rf"(?P<manner>{LEADS})$",
    re.IGNORECASE,
)
_OF_A_SHARE = re.compile(
    r"(?:%|deel|gedeelte|helft)\s+van\s+(?:(?:de|het|een|deze|uw|onze)\s+)?$", re.IGNORECASE
)
_OF = re.compile(r"\s+van\s+(?=(?:(?:de|het|een|uw|onze)\s+)?[a-zà-ÿ])")
_LOOSE_HEAD = re.compile(
    rf"\b(?P<een>een\s+(?:[\w-]+\s+){{0,2}})?(?P<own>eigen\s+)?(?P<noun>(?!bevoor)\w*(?:{HEADS}))\b"
    r"(?=[^.;]{0,90};?\s*$)",
    re.IGNORECASE,
)
_WHICH_BUDGET = re.compile(
    rf"\b(?:aanvullende?|extra|resterende?|structurele|incidentele)\s+\w*(?:{HEADS})",
    re.IGNORECASE,
)
PLAIN = re.compile(
    r"(?:(?:(?:te\s?veel\s+)?(?:volgende|benodigde?|gevraagde?|genoemde?|betaalde|resterende|geraamde|"
    r"begrote|werkelijke|maximale|aangevraagde|toegekende)|subsidiabele)\s+){0,2}"
    r"(?:(?:totaal|eind|deel|rest|geld|start|norm|maximum|subsidie)?(?:bedrag|bedragen|som)|"
    r"(?:totaal)?budget(?:ten)?|kosten|prijs|totaal|saldo|verschil|raming)"
    r"(?:\s+(?:daarvan|hiervan|daarvoor|hiervoor))?",
    re.IGNORECASE,
)
"""Words for money that do not tell one sum from another."""
_PLAIN_HEAD = re.compile(rf"(?<!\w)(?P<noun>{PLAIN.pattern}){LEADS}$", re.IGNORECASE)


def head(clause: Clause) -> Span | None:
    """'een eigen bijdrage van € 500': the noun that leads straight to the sum."""
    for pattern in (_HEAD, _HEAD_WITH_TAIL):
        match = pattern.search(clause.text, clause.own, clause.start)
        if match is None or PLAIN.fullmatch(match["bare"]) or not match["manner"].strip():
            continue
        if not _OF_A_SHARE.search(clause.text, clause.first, match.start()):
            return match.start("noun"), match.end("giver") if match["giver"] else _with_object(
                match
            )
    return None


def _with_object(match: re.Match[str]) -> int:
    """Where 'vergoeding van de proceskosten' ends: a noun with what it is of."""
    text, end = match.string, match.end("noun")
    of = _OF.match(text, end, match.start("manner"))
    found = phrase(text[: match.start("manner")], of.end()) if of else None
    return found[1] if found else end


def loose_head(clause: Clause) -> Span | None:
    """'een subsidie' somewhere before the sum; one after 'een' first."""
    matches = [
        match
        for match in _LOOSE_HEAD.finditer(clause.text, clause.before, clause.start)
        if not PLAIN.fullmatch(match["noun"])
    ]
    if not matches:
        return None
    match = next((m for m in reversed(matches) if m["een"]), matches[-1])
    return match.start("own") if match["own"] else match.start("noun"), match.end("noun")


def plain_head(clause: Clause) -> Span | None:
    """'het budget van', where nothing better is said."""
    match = last_match(_LOOSE_HEAD, clause.text, clause.before, clause.start)
    if match is None:
        plain = _PLAIN_HEAD.search(clause.text, clause.own, clause.start)
        return plain.span("noun") if plain else None
    more = last_match(_WHICH_BUDGET, clause.text, clause.before, match.end("noun"))
    return (more or match).start(0 if more else "noun"), match.end("noun")
