"""Where in its clause a sum's purpose is said: one function for each way of saying it.

Each gets the clause of one sum, and gives the span of the words that say what the sum is for, or
None where it is not said so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.noun_phrases import Span, phrase, written
from pipeline.extract.running_text import ITEM

HEADS = (
    r"subsidie|bijdrage|voorschot|krediet|budget|vergoeding|uitkering|lening|tegemoetkoming|dotatie|"
    r"garantie|garantstelling|cofinanciering|toeslag|waarborgsom|aanneemsom|opdrachtsom|investering|"
    r"tekort|overschot|saldo|reservering|opbrengst|restant|lasten|baten|schade|inbreng|inleg|"
    r"schenking|gift|termijn|huur|rente|aandeel|contributie"
)
"""Nouns that a sum may be called by, as the last part of a word."""

# What money is given until or during says not what it is for; nor do those for whom it is.
_NO_PURPOSE = (
    r"(?!(?:(?:de\s+|een\s+)?(?:periode|jaren|duur|looptijd|termijn|totale\s+looptijd)|"
    r"(?:het\s+|ieder\s+|elk\s+)?(?:jaar|boekjaar|kalenderjaar|seizoen|schooljaar)|"
    r"(?:haar|hun|zijn|eigen|onze|uw)\s+rekening|rekening|u|ons|mij|hem|hen|"
    r"uw\s+(?:gemeente|deel)|\w+\s+in\s+aanmerking|\d{1,2}\s+[a-z]+|zover|wat|het\s+(?:overige|"
    r"restant)|een\s+(?:deel|bedrag|totaal)|dit\s+(?:bedrag|doel)|akkoord|vragen|meer\s+informatie|"
    r"(?:iedere?|elke?)\s+\w+|alle\s+\w+\s+(?:te)?samen)\b)"
)
_PREPOSITION = (
    r"(?:voor|ten\s+behoeve\s+van|t\.\s?b\.\s?v\.|ter\s+dekking\s+van|ten\s+bate\s+van|"
    r"in\s+verband\s+met)"
)
COST_FOR = re.compile(
    r"\b(?:kosten|prijs|tarief|vergoeding|bijdrage|budget|raming|die|dat|bedrag|subsidie)\s+voor\s+",
    re.IGNORECASE,
)
_FOR = re.compile(rf"(?<!\w){_PREPOSITION}\s+{_NO_PURPOSE}", re.IGNORECASE)
_COSTS_OF = re.compile(
    r"\b(?:\w*kosten|lasten|aanschaf|huur|inkoop)\s+(?:van|in)\s+", re.IGNORECASE
)
_BETWEEN_SUM_AND_FOR = (
    r"(?:is|zijn|was|waren|wordt|worden|werd|werden|er|ook|nog|daarvan|hiervan|beschikbaar|nodig|"
    r"benodigd|bestemd|bedoeld|uitsluitend|eenmalig|jaarlijks|extra|subsidie|aan|bij|te\s+\w+en|"
    r"\w{3,}(?:d|t)|\w*(?:genomen|gegeven|gekregen|schreven|trokken|houden|kregen|geven))"
)
_FOR_AFTER = re.compile(
    r"(?:,?[-–—=]+)?\s*(?:\([^)]{0,60}\)\s*)?[,)]{0,2}\s*"
    r"(?:\(?(?:ex|in)cl\w*\.?\s+(?:de\s+)?btw\)?,?\s*)?(?:per\s+\w+(?:\s+per\s+\w+)?,?\s+)?"
    rf"(?:{_BETWEEN_SUM_AND_FOR}\s+){{0,4}}?"
    rf"(?:{_PREPOSITION}|bestemd\s+voor|gaat\s+naar|(?<=d\saan|n\saan|t\saan|j\saan)|aan)\s+"
    rf"(?!de\s+kosten\b){_NO_PURPOSE}(?!(?:19|20)\d\d\b)",
)
_CHARGED = re.compile(
    r"(?:,?[-–—=]+)?(?:\s+[\w-]+){0,4}?\s+(?:ten\s+laste\s+(?:komt\s+|komen\s+|gebracht\s+)?van|"
    r"(?:gedekt|bekostigd|gefinancierd|betaald|voldaan|onttrokken|gehaald|genomen)\s+"
    r"(?:uit|door|vanuit|aan)|afkomstig\s+(?:uit|van))\s+",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"(?<!\w)uit\s+(?=[^.;]{3,60}$)", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:(?<=[.!?]\s)|(?<=\n\n)|(?<=[,;:]\s)|(?<=\ben\s))(?=(?P<subject>[^,;:]{3,70}?)\s+"
    r"(?:(?:bedra(?:agt|gen)|kost(?:en(?!\s+(?:bedragen|zijn|worden|van|voor|in)))?)\b[^,;:]*"
    r"|(?:wordt|worden|is|zijn)\s+(?:[\w\s]{0,25}\s)?"
    r"(?:geraamd|begroot|geschat|vastgesteld|berekend|verrekend|vergoed|gefactureerd)\b[^,;:]*"
    r"|(?:is|zijn)\s+(?:[a-z]+\s+)?)$)",
    re.IGNORECASE,
)
# 'Uw eigen inbreng, uit contributies en giften, is'
_SUBJECT_WITH_ASIDE = re.compile(
    r"(?P<subject>[^,;:.]{3,70}),\s[^,;:.]{3,120},\s+(?:is|zijn|bedra(?:agt|gen)|kost(?:en)?)\s+$",
    re.IGNORECASE,
)
_ADJECTIVE = (
    r"(?:(?!(?:de|deze|die|onze|alle|elke|iedere|beide|laatste|totale|maximale|te)\b)"
    r"[a-zà-ÿë-]{3,}e|eigen|extra)"
)
_QUALIFIED = (
    r"(?:\s+(?:van|ad|groot|à|is|zijn|bedra(?:agt|gen)|zijnde|te\s+weten|namelijk|ter\s+(?:hoogte|grootte)"
    r"\s+van|ten\s+bedrage\s+van|op|maximaal|minimaal|max\.|ten\s+hoogste|hoogstens|ten\s+minste|circa|ca\.|"
    r"ongeveer|ruim|bijna|afgerond|in\s+totaal|totaal|eenmalig|jaarlijks|thans|dan\s+ook|dus|nu|"
    r"een\s+bedrag|netto|bruto|(?:toe|aan|uit|beschikbaar)\s+van|"
    r"(?:(?:is|zijn|wordt|worden|werd|was|door\s+\w+)\s+)*"
    r"(?:geraamd|begroot|vastgesteld|geschat|bepaald|gesteld|verhoogd|verlaagd|berekend)\s+(?:op|naar|tot|van|met))|[,:(])*\s*"
)
_GIVEN_BY = (
    r"(?P<giver>\s+van\s+(?:(?:de|het|onze|uw)\s+)?(?:[\w’'-]+\s+){0,2}?(?:provincie|gemeenten?|Rijk|rijk|"
    r"ministerie|waterschap|regio|stichting|vereniging|fonds|[A-Z][\w’'-]+)(?:\s+[A-Z][\w’'-]+){0,3})?"
)
_NOUN = rf"(?<![\w-])(?P<noun>(?:{_ADJECTIVE}\s+){{0,2}}(?P<bare>[\w-]*(?:{HEADS}|inkomsten)))\b"
_HEAD = re.compile(rf"{_NOUN}(?-i:{_GIVEN_BY})(?P<manner>{_QUALIFIED})$", re.IGNORECASE)
_HEAD_WITH_TAIL = re.compile(
    rf"{_NOUN}(?-i:{_GIVEN_BY})\s+(?:in|aan|uit|voor|bij|over|tot|van)\s+[^,;:.(]{{2,70}}?"
    rf"(?P<manner>{_QUALIFIED})$",
    re.IGNORECASE,
)
_OF_A_SHARE = re.compile(
    r"(?:%|deel|gedeelte|helft)\s+van\s+(?:(?:de|het|een|deze|uw|onze)\s+)?$", re.IGNORECASE
)
_LOOSE_HEAD = re.compile(
    rf"\b(?P<een>een\s+(?:[\w-]+\s+){{0,2}})?(?P<own>eigen\s+)?(?P<noun>\w*(?:{HEADS}))\b"
    r"(?=[^.;]{0,90}$)",
    re.IGNORECASE,
)
_WHICH_BUDGET = re.compile(
    rf"\b(?:aanvullende?|extra|resterende?|structurele|incidentele)\s+\w*(?:{HEADS})",
    re.IGNORECASE,
)
_A_SUM = re.compile(rf"(?:\w+e\s+)?\w*(?:{HEADS})(?:\s+van)?", re.IGNORECASE)
_AT = re.compile(r"(?<!\w)(?:[Bb]ij|[Nn]a|Per)\s+")
CONTRIBUTES = re.compile(
    r"\b(?:bij\s+te\s+dragen|bijdragen|bijdraagt|bijgedragen|dra(?:agt|gen)\b(?:[^.;]|\.\d){1,80}?\bbij)\b",
    re.IGNORECASE,
)
_COMES = re.compile(
    r"\b(?:verwacht\w*|ontvang\w*|beschikbaar|gereserveerd|bekostig\w*|(?:ge)?dekt|dekken|betal\w*)\b",
    re.IGNORECASE,
)
PLAIN = re.compile(
    r"\w*(?:bedrag|budget|kosten|som|totaal|saldo)\w*(?:\s+(?:daarvan|hiervan|daarvoor|hiervoor))?",
    re.IGNORECASE,
)
"""Words for money that do not tell one sum from another."""
_PARTED = re.compile(r"[,;:(]\s+(?=\S)|(?<!\w)en\s+(?:in\s+)?(?=\S)|[.!?]\s+(?=\S)", re.IGNORECASE)
_OWN_CLAUSE = re.compile(
    r"(?:,\s+|\s)(?:zodat|terwijl|omdat|waarvan|waardoor|waarna|maar|want|daarom|daarnaast)\s|;\s",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(r"(?:\d+[.,])?\d+\s?%\s+van\s+(?:[\w\s-]{0,40}\bvan\s+)?$", re.IGNORECASE)
_SHARE = re.compile(r"\d\s?%\s*\(?\s*$")
_BESIDE_WORDS = 5


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


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    matches = list(pattern.finditer(text, start, end))
    return matches[-1] if matches else None


def _within(text: str, at: int, end: int) -> Span | None:
    """The phrase at an offset, as far as it stands before `end`."""
    found = phrase(text, at)
    if found is None or found[0] >= end:
        return None
    return found[0], min(found[1], end)


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


def head(clause: Clause) -> Span | None:
    """'een eigen bijdrage van € 500': the noun that leads straight to the sum."""
    for pattern in (_HEAD, _HEAD_WITH_TAIL):
        match = pattern.search(clause.text, clause.own, clause.start)
        if match is None or PLAIN.fullmatch(match["bare"]) or not match["manner"].strip():
            continue
        if not _OF_A_SHARE.search(clause.text, clause.first, match.start()):
            return match.start("noun"), match.end("giver") if match["giver"] else match.end("noun")
    return None


def share_after(clause: Clause) -> Span | None:
    """'30% (€ 5.000) voor X': a share with its sum, and then what for."""
    share = _SHARE.search(clause.text, clause.before, clause.start)
    return for_after(clause) if share else None


def costs_for(clause: Clause) -> Span | None:
    """'de kosten voor X bedragen'."""
    match = _last(COST_FOR, clause.text, clause.own, clause.start)
    return _within(clause.text, match.end(), clause.start) if match else None


def for_before(clause: Clause) -> Span | None:
    """'voor X vragen wij'."""
    for start in (clause.own, clause.before):
        match = _last(_FOR, clause.text, start, clause.start)
        found = _within(clause.text, match.end(), clause.start) if match else None
        if found is not None:
            said_after = _A_SUM.fullmatch(written(clause.text, found))
            return for_after(clause) or found if said_after else found
    return None


def for_after(clause: Clause) -> Span | None:
    """'een bedrag van € 500 voor X'."""
    match = _FOR_AFTER.match(clause.text, clause.end, clause.after)
    return _within(clause.text, match.end(), clause.after) if match else None


def charged(clause: Clause) -> Span | None:
    """'€ 500 komt ten laste van X', '€ 500 wordt gedekt uit X'."""
    match = _CHARGED.match(clause.text, clause.end, clause.after)
    return _within(clause.text, match.end(), clause.after) if match else None


def costs_of(clause: Clause) -> Span | None:
    """'de kosten van X', with its head: 'kosten van aanleg'."""
    match = _last(_COSTS_OF, clause.text, clause.own, clause.start)
    found = _within(clause.text, match.end(), clause.start) if match else None
    return (match.start(), found[1]) if match and found else None


def out_of(clause: Clause) -> Span | None:
    """'draagt uit eigen middelen € 750 bij'."""
    match = _last(_OUT_OF, clause.text, clause.before, clause.start)
    around = clause.text[clause.before : clause.last]
    if match is None or not (CONTRIBUTES.search(around) or _COMES.search(around)):
        return None
    return _within(clause.text, match.end(), clause.start)


def subject(clause: Clause) -> Span | None:
    """'X bedraagt', 'X kost', 'X wordt geraamd op', 'X, met een bijzin, is'."""
    text = clause.text
    aside = _SUBJECT_WITH_ASIDE.match(text[clause.first : clause.start])
    if aside is not None and clause.before == clause.first:
        return _within(text, clause.first + aside.start("subject"), clause.start)
    match = _last(_SUBJECT, text, clause.before, clause.start)
    if match is None or _AT.match(text, match.start("subject")):
        return None
    return _within(text, *match.span("subject"))


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
    match = _last(_LOOSE_HEAD, clause.text, clause.before, clause.start)
    if match is None:
        return None
    more = _last(_WHICH_BUDGET, clause.text, clause.before, match.end("noun"))
    return (more or match).start(0 if more else "noun"), match.end("noun")


def beside(clause: Clause) -> Span | None:
    """'personeel € 12.000, materiaal € 3.000': a few words before it, no verb."""
    text = clause.text
    end = clause.before + len(text[clause.before : clause.start].rstrip(" \n:("))
    parted = _last(_PARTED, text, clause.before, end)
    start = parted.end() if parted else clause.before
    found = None if _AT.match(text, start) else phrase(text, start, _BESIDE_WORDS)
    rest = text[found[1] : clause.start] if found else "…"
    return found if found and not rest.strip(" \n:(à") and found[1] <= clause.start else None


def at(clause: Clause) -> Span | None:
    """'bij een latere afgelasting vergoeden wij'."""
    match = _last(_AT, clause.text, clause.before, clause.start)
    return _within(clause.text, match.end(), clause.start) if match else None
