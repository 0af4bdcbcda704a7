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
    r"schenking|gift|deeltermijnen|termijnen|rente|aandeel|contributie|leges|gelden"
)
"""Nouns that a sum may be called by, as the last part of a word."""

_A_SUM = re.compile(rf"(?:\w+e\s+)?\w*(?:{HEADS})(?:\s+van)?", re.IGNORECASE)

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
    r"\b(?:\w*kosten|lasten|aanschaf|huur|inkoop|tarief|prijs|salaris|waarde)\s+(?:van|in)\s+",
    re.IGNORECASE,
)
_BETWEEN_SUM_AND_FOR = (
    r"(?:is|zijn|was|waren|wordt|worden|werd|werden|er|ook|nog|daarvan|hiervan|beschikbaar|nodig|"
    r"benodigd|bestemd|bedoeld|uitsluitend|eenmalig|jaarlijks|extra|subsidie|aan|bij|te\s+\w+en|"
    r"\w{3,}(?:d|t)|\w*(?:genomen|gegeven|gekregen|schreven|trokken|houden|kregen|geven|vangen)|vrij|uit|over|mee|ter\s+beschikking)"
)
_FOR_AFTER = re.compile(
    r"(?:,?[-–—=]+)?\s*(?:\([^)]{0,60}\)\s*)?[,)]{0,2}\s*"
    r"(?:\(?(?:ex|in)cl\w*\.?\s+(?:de\s+)?btw\)?,?\s*)?(?:per\s+\w+(?:\s+per\s+\w+)?,?\s+)?"
    rf"(?:{_BETWEEN_SUM_AND_FOR}\s+){{0,4}}?"
    rf"(?:{_PREPOSITION}|bestemd\s+voor|gaat\s+naar|(?<=d\saan|n\saan|t\saan|j\saan)|aan)\s+"
    rf"(?!de\s+kosten\b){_NO_PURPOSE}(?!(?:19|20)\d\d\b)",
)
# In 'voor Ede € 30.000, voor Epe € 40.000' the second purpose is that of the second sum.
_NEXT_PAIR = re.compile(rf"(?:,?[-–—=]+)?,\s*{_PREPOSITION}\s+$")
_CHARGED = re.compile(
    r"(?:,?[-–—=]+)?(?:\s+[\w-]+){0,4}?\s+(?:ten\s+laste\s+(?:komt\s+|komen\s+|gebracht\s+)?van|"
    r"(?:gedekt|bekostigd|gefinancierd|betaald|voldaan|onttrokken|gehaald|genomen)\s+"
    r"(?:uit|door|vanuit|aan)|afkomstig\s+(?:uit|van))\s+",
    re.IGNORECASE,
)
_CHARGED_BEFORE = re.compile(r"\bten\s+laste\s+van\s+", re.IGNORECASE)
_OUT_OF_AFTER = re.compile(
    r"(?:,?[-–—=]+)?(?:\s+[a-zà-ÿ-]+){0,3}?\s+(?:van)?uit\s+(?!te\b|de\s+begroting\b)",
    re.IGNORECASE,
)
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
_RECEIVES = re.compile(
    r"(?P<who>(?:gemeente|provincie|stichting|vereniging|regio|school|waterschap|coöperatie|"
    r"Rijk|rijk|ministerie|fonds|bank)"
    r"(?:\s+[A-Z][\w’'-]+){0,4})\s+(?:ontvang(?:t|en)|ontving(?:en)?|krijg(?:t|en)|kreeg|"
    r"kregen|stelt|geeft|betaalt|vraagt)\b"
)
_OUT_OF = re.compile(r"(?<!\w)uit\s+(?=[^.;]{3,60}$)", re.IGNORECASE)
_FROM = re.compile(r"Van\s+")
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
CONTRIBUTES = re.compile(
    r"\b(?:bij\s+te\s+dragen|bijdragen|bijdraagt|bijgedragen|dra(?:agt|gen)\b(?:[^.;]|\.\d){1,80}?\bbij)\b",
    re.IGNORECASE,
)
_COMES = re.compile(
    r"\b(?:verwacht\w*|ontvang\w*|beschikbaar|gereserveerd|bekostig\w*|(?:ge)?dekt|dekken|betal\w*)\b",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[,;:(]\s+(?=\S)|(?<!\w)en\s+(?:in\s+)?(?=\S)|[.!?]\s+(?=\S)", re.IGNORECASE)
_OWN_CLAUSE = re.compile(
    r"(?:,\s+|\s)(?:zodat|terwijl|omdat|waarvan|waardoor|waarna|maar|want|daarom|daarnaast)\s|;\s",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(r"(?:\d+[.,])?\d+\s?%\s+van\s+(?:[\w\s-]{0,40}\bvan\s+)?$", re.IGNORECASE)
_SHARE = re.compile(r"\d\s?%\s*\(?\s*$")
_HIERVOOR = re.compile(r"\b(?:hier|daar)(?:voor|toe|mee)\b", re.IGNORECASE)
_A_THING = re.compile(r"(?<!\w)een\s+", re.IGNORECASE)
_FAR_BACK = 200
_LINK = re.compile(r"[\s:(,]*(?:\b(?:à|ad|a)\s*)?$")
_BESIDE_WORDS = 5
_ADJACENT_WORDS = 9
_BEFORE_PHRASE = frozenset(
    {"de", "het", "een", "onze", "uw", "om", "aan", "voor", "plus", "met", "naar"}
)


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


def share_after(clause: Clause) -> Span | None:
    """'30% (€ 5.000) voor X': a share with its sum, and then what for."""
    share = _SHARE.search(clause.text, clause.before, clause.start)
    return for_after(clause) if share else None


def costs_for(clause: Clause) -> Span | None:
    """'de kosten voor X bedragen'."""
    match = last_match(COST_FOR, clause.text, clause.own, clause.start)
    return _within(clause.text, match.end(), clause.start) if match else None


def for_before(clause: Clause) -> Span | None:
    """'voor X vragen wij'."""
    for start in (clause.own, clause.before):
        match = last_match(_FOR, clause.text, start, clause.start)
        found = _within(clause.text, match.end(), clause.start) if match else None
        if found is not None:
            said_after = _A_SUM.fullmatch(written(clause.text, found))
            return for_after(clause) or found if said_after else found
    return None


def for_after(clause: Clause) -> Span | None:
    """'een bedrag van € 500 voor X'."""
    match = _FOR_AFTER.match(clause.text, clause.end, clause.after)
    if match is None or (clause.after < clause.last and _NEXT_PAIR.match(match[0])):
        return None
    return _within(clause.text, match.end(), clause.after)


def noun_after(clause: Clause) -> Span | None:
    """'leden betalen € 45 contributie'."""
    match = _NOUN_AFTER.match(clause.text, clause.end, clause.after)
    return match.span("noun") if match else None


def offered(clause: Clause) -> Span | None:
    """'wij bieden u de training aan voor € 500'."""
    match = _OFFERED.search(clause.text, clause.own, clause.start)
    return _within(clause.text, match.end(), clause.start) if match else None


def charged(clause: Clause) -> Span | None:
    """'€ 500 komt ten laste van X', '€ 500 wordt gedekt uit X'."""
    match = _CHARGED.match(clause.text, clause.end, clause.after)
    return _within(clause.text, match.end(), clause.after) if match else None


def charged_before(clause: Clause) -> Span | None:
    """'ten laste van X komt € 500'."""
    match = last_match(_CHARGED_BEFORE, clause.text, clause.own, clause.start)
    return _within(clause.text, match.end(), clause.start) if match else None


def out_of_after(clause: Clause) -> Span | None:
    """'€ 500 beschikbaar uit X'."""
    match = _OUT_OF_AFTER.match(clause.text, clause.end, clause.after)
    return _within(clause.text, match.end(), clause.after) if match else None


def receiver(clause: Clause) -> Span | None:
    """'de gemeente Ede ontvangt € 500'."""
    match = last_match(_RECEIVES, clause.text, clause.own, clause.start)
    return match.span("who") if match else None


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


def antecedent(clause: Clause) -> Span | None:
    """'Wij zoeken een gids. Hiervoor is € 500 nodig': what the sentence before speaks of."""
    if _HIERVOOR.search(clause.text, clause.first, clause.last) is None:
        return None
    start = max(clause.first - _FAR_BACK, 0)
    start = max(start, clause.text.rfind("\n\n", start, clause.first) + 1)
    match = last_match(_FOR, clause.text, start, clause.first) or last_match(
        _A_THING, clause.text, start, clause.first
    )
    return _within(clause.text, match.end(), clause.first) if match else None


def costs_of(clause: Clause) -> Span | None:
    """'de kosten van X', with its head: 'kosten van aanleg'."""
    match = last_match(_COSTS_OF, clause.text, clause.own, clause.start)
    found = _within(clause.text, match.end(), clause.start) if match else None
    return (match.start(), found[1]) if match and found else None


def out_of(clause: Clause) -> Span | None:
    """'draagt uit eigen middelen € 750 bij'."""
    match = last_match(_OUT_OF, clause.text, clause.before, clause.start)
    if match is None and clause.before == clause.first:
        match = _FROM.match(clause.text, clause.first, clause.start)
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
    match = last_match(_SUBJECT, text, clause.before, clause.start)
    if match is None or _AT.match(text, match.start("subject")):
        return None
    return _within(text, *match.span("subject"))


def beside(clause: Clause) -> Span | None:
    """'personeel € 12.000, materiaal € 3.000': a few words before it, no verb."""
    text = clause.text
    end = clause.before + len(_LINK.sub("", text[clause.before : clause.start]))
    parted = last_match(_PARTED, text, clause.before, end)
    start = parted.end() if parted else clause.before
    found = None if _AT.match(text, start) else phrase(text, start, _BESIDE_WORDS)
    return found if found and found[1] == end else None


def at(clause: Clause) -> Span | None:
    """'bij een latere afgelasting vergoeden wij'."""
    match = last_match(_AT, clause.text, clause.before, clause.start)
    return _within(clause.text, match.end(), clause.start) if match else None
