"""The thing that a sum is said of in its clause: its subject, or what stands beside it.

Each function knows one way of saying it, and gives the span of the words, or None.
"""

from __future__ import annotations

import re

from pipeline.extract.clauses import HEADS, Clause, last_match, within
from pipeline.extract.noun_phrases import Span, phrase
from pipeline.extract.running_text import ITEM

_NOUN_AFTER = re.compile(
    rf"(?:,?[-–—=]+)?(?:(?:\s+[\w-]+){{0,2}}\s+als|\s+aan)?\s+"
    rf"(?P<noun>(?:eigen\s+)?\w*(?:{HEADS}|kosten|btw|huur))\b",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\b(?:bied|lever|verzorg|offre|organis|verstrek)\w*\s+(?:(?:wij|we|ik|u|uw)\s+){0,2}"
    r"(?=[^.;]{3,80}\s(?:voor|tegen|à)\s*$)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:(?<=[.!?]\s)|(?<=\n\n)|(?<=[,;:]\s)|(?<=\ben\s))(?=(?P<subject>[^,;:]{3,70}?)\s+"
    r"(?:(?:bedra(?:agt|gen)|kost(?:en(?!\s+(?:bedragen|zijn|worden|van|voor|in)))?)\b[^,;:]*"
    r"|(?:wordt|worden|is|zijn)\s+(?:[\w\s]{0,25}\s)?"
    r"(?:geraamd|begroot|geschat|vastgesteld|bepaald|berekend|doorberekend|verrekend|vergoed|"
    r"gefactureerd|in\s+rekening\s+gebracht)\b[^,;:]*"
    r"|(?:komt|komen|sluit|ligt|liggen)\s+(?:[\w\s]{0,20}\s)?(?:op|rond)\b[^,;:]*"
    r"|(?:is|zijn)\s+(?:[a-z]+\s+)?)$)",
    re.IGNORECASE,
)
# 'Uw eigen inbreng, uit contributies en giften, is'
_SUBJECT_WITH_ASIDE = re.compile(
    r"(?P<subject>[^,;:.]{3,70}),\s[^,;:.]{3,120},\s+(?:is|zijn|bedra(?:agt|gen)|kost(?:en)?)\s+$",
    re.IGNORECASE,
)
_AT = re.compile(r"(?<!\w)(?:[Bb]ij|[Nn]a|Per|Aan)\s+(?!(?:de(?:ze)?|dit|uw|onze|mijn)\s+brief\b)")
_PARTED = re.compile(r"[,;:(]\s+(?=\S)|(?<!\w)en\s+(?:in\s+)?(?=\S)|[.!?]\s+(?=\S)", re.IGNORECASE)
_LINK = re.compile(r"[\s:(,]*(?:\b(?:à|ad|a)\s*)?$")
_BESIDE_WORDS = 5
_ADJACENT_WORDS = 9
_BEFORE_PHRASE = frozenset(
    {"de", "het", "een", "onze", "uw", "om", "aan", "voor", "plus", "met", "naar"}
)


def item(clause: Clause) -> Span | None:
    """'b. een projectleider, voor twee dagen per week: € 5.000': the head of an item or a label."""
    if clause.before > clause.first:
        return None
    mark = ITEM.match(clause.text, clause.first)
    start = mark.end() if mark else clause.first
    lead = clause.text[start : clause.start].rstrip()
    found = phrase(clause.text, start) if lead.endswith((":", "(")) or mark else None
    if found is None or found[1] > clause.start:
        return None
    rest = clause.text[found[1] : clause.start].lstrip()
    return found if rest[:1] in (",", ":", "(", "") else None


def subject(clause: Clause) -> Span | None:
    """'X bedraagt', 'X kost', 'X wordt geraamd op', 'X, met een bijzin, is'."""
    text = clause.text
    aside = _SUBJECT_WITH_ASIDE.match(text[clause.first : clause.start])
    if aside is not None and clause.before == clause.first:
        return within(text, clause.first + aside.start("subject"), clause.start)
    match = last_match(_SUBJECT, text, clause.before, clause.start)
    if match is None or _AT.match(text, match.start("subject")):
        return None
    return within(text, *match.span("subject"))


def beside(clause: Clause) -> Span | None:
    """'personeel € 12.000, materiaal € 3.000': a few words before it, no verb."""
    text = clause.text
    end = clause.before + len(_LINK.sub("", text[clause.before : clause.start]))
    parted = last_match(_PARTED, text, clause.before, end)
    start = parted.end() if parted else clause.before
    found = None if _AT.match(text, start) else phrase(text, start, _BESIDE_WORDS)
    return found if found and found[1] == end else None


def adjacent(clause: Clause) -> Span | None:
    """'het gaat om de inzet van een gids (€ 500)': the whole phrase that ends at the sum."""
    text = clause.text
    end = clause.before + len(_LINK.sub("", text[clause.before : clause.start]))
    words = list(re.finditer(r"\S+", text[clause.own : end]))[-_ADJACENT_WORDS:]
    for number, word in enumerate(words):
        if word[0].lower() in _BEFORE_PHRASE and number + 1 < len(words):
            found = phrase(text, clause.own + words[number + 1].start(), _ADJACENT_WORDS)
            if found is not None and found[1] == end:
                return found
    return None


def noun_after(clause: Clause) -> Span | None:
    """'leden betalen € 45 contributie'."""
    match = _NOUN_AFTER.match(clause.text, clause.end, clause.after)
    return match.span("noun") if match else None


def offered(clause: Clause) -> Span | None:
    """'wij bieden u de training aan voor € 500'."""
    match = _OFFERED.search(clause.text, clause.own, clause.start)
    return within(clause.text, match.end(), clause.start) if match else None


def at(clause: Clause) -> Span | None:
    """'bij een latere afgelasting vergoeden wij'."""
    match = last_match(_AT, clause.text, clause.before, clause.start)
    return within(clause.text, match.end(), clause.start) if match else None
