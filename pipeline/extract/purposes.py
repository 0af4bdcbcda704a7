"""What a sum is given for, as its clause says it: 'voor …', 'de kosten van …', 'aan …'.

Each function knows one way of saying it, and gives the span of the words, or None.
"""

from __future__ import annotations

import re

from pipeline.extract.clauses import HEADS, Clause, last_match, within
from pipeline.extract.noun_phrases import Span, enumerated, written

_A_SUM = re.compile(rf"(?:\w+e\s+)?\w*(?:{HEADS})(?:\s+van)?", re.IGNORECASE)
# What money is given until or during says not what it is for; nor do those for whom it is.
_NO_PURPOSE = (
    r"(?!(?:(?:(?:de|het|een|elk|ieder|\w{2,6})\s+)?(?:[a-z]+e\s+)?(?:periode|duur|looptijd|termijn|"
    r"(?:boek|kalender|school)?jaar|jaren|seizoen|kwartaal|maand(?:en)?|weken|dagen)|"
    r"(?:haar|hun|zijn|eigen|onze|uw)\s+rekening|rekening|u|ons|mij|hem|hen|"
    r"uw\s+(?:gemeente|deel)|\w+\s+in\s+aanmerking|\d{1,2}\s+[a-z]+|zover|wat|het\s+(?:overige|"
    r"restant)|een\s+(?:deel|bedrag|totaal)|dit\s+(?:bedrag|doel)|akkoord|vragen|meer\s+informatie|"
    r"(?:iedere?|elke?)\s+\w+|alle\s+\w+\s+(?:te)?samen)\b)"
)
_PREPOSITION = (
    r"(?:voor|ten\s+behoeve\s+van|t\.\s?b\.\s?v\.|ter\s+dekking\s+van|ten\s+(?:bate|gunste)\s+van|"
    r"in\s+verband\s+met)"
)
COST_FOR = re.compile(
    r"\b(?:kosten|prijs|tarief|vergoeding|bijdrage|budget|raming|die|dat|bedrag|subsidie)\s+voor\s+",
    re.IGNORECASE,
)
_FOR = re.compile(rf"(?<!\w){_PREPOSITION}\s+{_NO_PURPOSE}", re.IGNORECASE)
_COSTS_OF = re.compile(
    r"\b(?:\w*kosten|lasten|aanschaf|huur|inkoop|tarief|prijs|salaris|waarde)\s+(?:van|in)\s+",
    re.IGNORECASE,
)
_BETWEEN_SUM_AND_FOR = (
    r"(?:is|zijn|was|waren|wordt|worden|werd|werden|er|ook|nog|daarvan|hiervan|beschikbaar|nodig|"
    r"benodigd|bestemd|bedoeld|uitsluitend|eenmalig|jaarlijks|extra|subsidie|aan|bij|te\s+\w+en|"
    r"\w{3,}(?:d|t)|toe|af|open|in\s+rekening|\w*(?:genomen|gegeven|gekregen|schreven|trokken|houden|kregen|geven|vangen)|vrij|uit|over|mee|ter\s+beschikking)"
)
_FOR_AFTER = re.compile(
    r"(?:,?[-–—=]+)?\s*(?:\([^)]{0,60}\)\s*)?[,)]{0,2}\s*"
    r"(?:\(?(?:ex|in)cl\w*\.?\s+(?:de\s+)?btw\)?,?\s*)?(?:per\s+\w+(?:\s+per\s+\w+)?,?\s+)?"
    rf"(?:{_BETWEEN_SUM_AND_FOR}\s+){{0,4}}?"
    rf"(?:{_PREPOSITION}|bestemd\s+voor|gemoeid\s+(?:geweest\s+)?met|(?:gaat\s+)?naar(?!\s+(?:rato|verwachting|schatting|verhouding|gelang|aanleiding|boven|beneden|keuze))|(?:te\s+)?(?:steken|gestoken|investeren|geïnvesteerd|stoppen)\s+in|(?<=d\saan|n\saan|t\saan|j\saan)|aan)\s+"
    rf"(?!de\s+kosten\b){_NO_PURPOSE}(?!(?:19|20)\d\d\b)",
)
# In 'voor Ede € 30.000, voor Epe € 40.000' the second purpose is that of the second sum.
_NEXT_PAIR = re.compile(rf"(?:,?[-–—=]+)?,\s*{_PREPOSITION}\s+$")
_TO_PAY = re.compile(
    r"(?:,?[-–—=]+)?(?:\s+(?:\(.{0,40}?\)|[\w-]+)){0,5}?\s+om\s+(?=[^.;,]{3,90}?\s+(?:mee\s+|mede\s+|mogelijk\s+|af\s+|uit\s+|op\s+)?te\s+"
    r"(?:kunnen\s+)?[a-zë]+en\b)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"(?:,?[-–—=]+)?\s*\((?P<what>[^()€]{2,60})\)")
_ONE_IN_BRACKETS = re.compile(
    r"\d(?:,?[-–—=]+)?\s*\((?!(?:zegge|zie|artikel|ex|in|bijlage)\b)[^()€]{2,60}\)", re.I
)
_ADVERB = re.compile(
    r"\W*(?:eenmalig|structureel|incidenteel|jaarlijks|geschat|geraamd|raming|afgerond|voorlopig|definitief|"
    r"p\.?\s?m\.?|per\s.*|zie\s.*|.*\bbtw\b.*|\d.*)\W*",
    re.IGNORECASE,
)
_LATER_FOR = re.compile(
    r"(?:,?[-–—=]+)?(?:\s+[a-zà-ÿ-]+){1,6}?\s+"
    rf"(?:{_PREPOSITION})\s+(?!de\s+kosten\b){_NO_PURPOSE}(?!(?:19|20)\d\d\b)"
)
_INVOLVED = re.compile(
    r"(?<!\w)[Mm]et\s+(?=[^.;]{3,120}\s(?:is|zijn|gaat|gaan|was|waren|zal)\s)(?=[^.;]*?\b(?:gemoeid|gepaard)\b)"
)
_ESTIMATED = re.compile(
    r"\b(?:begrot(?:en|te|ten)|begroot|ramen|raamt?|raamden?|schatten|schat|becijferen|berekenen|stellen|stelt)\s+"
    r"(?:(?:wij|ik|we|u|zij)\s+)?(?=[^.;]{3,90}\s(?:op|vast\s+op)\b[^.;]{0,30}$)",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"(?:(?<=[.;:]\s)|(?<=\n)|^|\bdat\s)[Vv]an\s+(?!(?:dit|dat|die|deze)\b)(?=[^.;,]{3,80}\s(?:is|zijn|komt|komen|wordt|worden|werd|was)\s[^.;,]{0,30}$)"
)
_TO_DO = re.compile(
    r"\b[Oo]m\s+(?=[^.;,]{3,90}?\s+(?:te|mogelijk\s+te|af\s+te|uit\s+te|op\s+te|door\s+te|in\s+te)\s+(?:kunnen\s+)?[a-zë]+en\b)"
)
_SHARE = re.compile(r"\d\s?%\s*\(?\s*$")


def share_after(clause: Clause) -> Span | None:
    """'30% (€ 5.000) voor X': a share with its sum, and then what for."""
    share = _SHARE.search(clause.text, clause.before, clause.start)
    return for_after(clause) if share else None


def costs_for(clause: Clause) -> Span | None:
    """'de kosten voor X bedragen'."""
    match = last_match(COST_FOR, clause.text, clause.own, clause.start)
    return within(clause.text, match.end(), clause.start) if match else None


def for_before(clause: Clause) -> Span | None:
    """'voor X vragen wij'."""
    parted = ";" in clause.text[clause.before : clause.own]
    for start in (clause.own,) if parted else (clause.own, clause.before):
        found = _last_for(clause.text, start, clause.start)
        if found is not None:
            said_after = _A_SUM.fullmatch(written(clause.text, found))
            return for_after(clause) or found if said_after else found
    return None


def _last_for(text: str, start: int, end: int) -> Span | None:
    """What stands after the last 'voor'; of 'voor een meldpunt voor geweld' the whole."""
    best: Span | None = None
    for match in _FOR.finditer(text, start, end):
        found = enumerated(text, match.end(), end)
        if best is None or match.start() > best[1] or found is None:
            best = found
    return best


def for_after(clause: Clause) -> Span | None:
    """'een bedrag van € 500 voor X'."""
    match = _FOR_AFTER.match(clause.text, clause.end, clause.after)
    if match is None or (clause.after < clause.last and _NEXT_PAIR.match(match[0])):
        return None
    return enumerated(clause.text, match.end(), clause.after)


def in_brackets(clause: Clause) -> Span | None:
    """'€ 500 (fase 1) en € 600 (fase 2)': where more sums have what they are for in brackets."""
    match = _IN_BRACKETS.match(clause.text, clause.end, clause.last)
    if match and _ADVERB.fullmatch(match["what"]):
        return None
    alike = len(_ONE_IN_BRACKETS.findall(clause.text, clause.first, clause.last))
    return match.span("what") if match and alike > 1 else None


def part_of(clause: Clause) -> Span | None:
    """'Van X komt € 500 in aanmerking'."""
    match = last_match(_PART_OF, clause.text, clause.before, clause.start)
    return within(clause.text, match.end(), clause.start) if match else None


def for_later(clause: Clause) -> Span | None:
    """'€ 500 kunnen wij toezeggen voor X': with other words between."""
    match = _LATER_FOR.match(clause.text, clause.end, clause.after)
    return enumerated(clause.text, match.end(), clause.after) if match else None


def for_in_sentence(clause: Clause) -> Span | None:
    """'Voor X vroegen wij offertes; de laagste is € 500'."""
    return _last_for(clause.text, clause.first, clause.start)


def to_do(clause: Clause) -> Span | None:
    """'om X te kunnen realiseren vragen wij € 500'."""
    match = last_match(_TO_DO, clause.text, clause.own, clause.start)
    return within(clause.text, match.end(), clause.start) if match else None


def involved(clause: Clause) -> Span | None:
    """'Met X is een bedrag van € 500 gemoeid'."""
    match = last_match(_INVOLVED, clause.text, clause.before, clause.start)
    return within(clause.text, match.end(), clause.start) if match else None


def estimated(clause: Clause) -> Span | None:
    """'wij begroten X op € 500'."""
    match = last_match(_ESTIMATED, clause.text, clause.own, clause.start)
    return within(clause.text, match.end(), clause.start) if match else None


def to_pay(clause: Clause) -> Span | None:
    """'€ 500 inzetten om X te bekostigen'."""
    match = _TO_PAY.match(clause.text, clause.end, clause.after)
    return enumerated(clause.text, match.end(), clause.after) if match else None


def costs_of(clause: Clause) -> Span | None:
    """'de kosten van X', with its head: 'kosten van aanleg'."""
    match = last_match(_COSTS_OF, clause.text, clause.own, clause.start)
    found = within(clause.text, match.end(), clause.start) if match else None
    return (match.start(), found[1]) if match and found else None
