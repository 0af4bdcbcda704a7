"""The clause that a sum of money stands in, for those who ask what the sum is for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.noun_phrases import Span, phrase

HEADS = (
    r"subsidie|bijdrage|voorschot|krediet|budget|vergoeding|uitkering|(?<!ver)lening|tegemoetkoming|dotatie|"
    r"garantie|garantstelling|cofinanciering|toeslag|waarborgsom|aanneemsom|opdrachtsom|investering|"
    r"tekort|overschot|saldo|reservering|opbrengst|restant|lasten|baten|schade|inbreng|inleg|"
    r"factuur|nota|offerte|declaratie|schenking|gift|deeltermijnen|termijnen|rente|aandeel|contributie|(?<!col)(?<!privi)leges|(?<=\w)gelden"
)
"""Nouns that a sum may be called by, as the last part of a word."""

LEADS = (
    r"(?:\s+(?:van|ad|groot|à|is|zijn|bedra(?:agt|gen)|zijnde|te\s+weten|namelijk|ter\s+(?:hoogte|grootte)"
    r"\s+van|ten\s+bedrage\s+van|a|(?:moeten|kunnen|laten|te)\s+[a-z]+en|(?:heeft|hebben)\s+\w+(?:d|t|en)\s+van|"
    r"(?:ontvangen|gekregen|betaald|uitgegeven|besteed)|tussen|slechts|nog|maar|al|reeds|alleen|gezamenlijk|elk|ieder|tot\s+een\s+(?:totaal|maximum)|,?\s*en\s+wel|op|maximaal|minimaal|max\.|ten\s+hoogste|hoogstens|ten\s+minste|circa|ca\.|"
    r"ongeveer|ruim|bijna|afgerond|in\s+totaal|totaal|eenmalig|jaarlijks|thans|dan\s+ook|dus|nu|"
    r"een\s+bedrag|[a-z]+(?:t|d|en)\s+(?:u|wij|we|ik)\s+(?:op|met)|met|tot|naar(?:\s+(?:verwachting|schatting|raming))?|netto|bruto|weer|ook|(?:toe|aan|uit|beschikbaar)\s+van|vast\s+op|"
    r"(?:(?:is|zijn|wordt|worden|werd|was|door\s+\w+)\s+)*"
    r"(?:geraamd|begroot|vastgesteld|geschat|bepaald|gesteld|verhoogd|verlaagd|berekend)\s+(?:op|naar|tot|van|met))|\s*\((?:de\s+)?(?:kosten|prijs|raming)\b|\s*[,:(])*\s*"
)
"""What may stand between a noun and the sum that it leads to."""

GRANTS = re.compile(
    r"\b(?:(?:aan)?(?:gevraagd|vroeg|vroegen|vraagt|vragen|vraag)|verle(?:en|nen|end|ent|ende)|toe(?:gekend|kennen)|"
    r"ken(?:t|nen)?|ontvang\w*|(?:uit)?(?:be)taa?ld?\w*|(?:be)?taa?l\w*|overgemaakt|maken|vastgesteld|"
    r"stel(?:t|len)?|toegezegd|verzoek\w*)\b",
    re.IGNORECASE,
)
"""Verbs for money that is asked for, granted or paid."""

CONTRIBUTES = re.compile(
    r"\b(?:bij\s+te\s+dragen|bijdragen|bijdraagt|bijgedragen|dra(?:agt|gen)\b(?:[^.;]|\.\d){1,80}?\bbij)\b",
    re.IGNORECASE,
)
_OWN_CLAUSE = re.compile(
    r"(?:,\s+|\s)(?:zodat|terwijl|omdat|waarvan|waardoor|waarna|maar|want|daarom|daarnaast)\s|;\s",
    re.IGNORECASE,
)
# 'Hoewel de zaal duurder is geworden, blijft onze bijdrage'
_FRONTED = re.compile(
    r"\s*(?:Hoewel|Omdat|Nu|Als|Indien|Doordat|Aangezien|Wanneer|Nadat|Terwijl|Zodra|Mocht)\s[^,;.]{3,150},\s+"
    r"(?=[a-z]+\s+(?:wij|ik|we|u|de|het|onze?|uw|zij|er|dit|dat|een)\b)"
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
        fronted = _FRONTED.match(self.text, self.before, self.start)
        if fronted is not None and self.before == self.first:
            return fronted.end()
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
    return found if found[1] <= end else phrase(text[:end], at)
