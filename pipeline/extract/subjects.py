"""The thing that a sum is said of in its clause: its subject, or what stands beside it.

Each function knows one way of saying it, and gives the span of the words, or None.
"""

from __future__ import annotations

import re

from pipeline.extract.clauses import HEADS, LEADS, Clause, last_match, within
from pipeline.extract.noun_phrases import Span, ending_at, phrase
from pipeline.extract.running_text import ITEM

_NOUN_AFTER = re.compile(
    rf"(?:,?[-–—=]+)?(?:(?:\s+[\w-]+){{0,2}}\s+als|\s+aan)?\s+"
    rf"(?P<noun>(?:eigen\s+)?(?!bevoor)\w*(?:{HEADS}|kosten|btw|huur))\b",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\b(?:bied|lever|verzorg|offre|organis|verstrek)\w*\s+(?:(?:wij|we|ik|u|uw)\s+){0,2}"
    r"(?=[^.;]{3,80}\s(?:voor|tegen|à)\s*$)",
    re.IGNORECASE,
)
_DONE_FOR = re.compile(
    r"\b(?:heeft|hebben|had|hadden|zal|zullen|kan|kunnen|wil|willen|wij|we|u|is|zijn|wordt|worden)\s+(?:wij\s+|u\s+)*"
    r"(?P<thing>(?:(?!\b(?:heeft|hebben|zal|kan|is|wij)\b)[^.;,]){3,90}?)\s+(?:te\s+)?"
    r"(?:aangeboden|geoffreerd|geleverd|verricht|uitgevoerd|gedaan|gekocht|verkocht|verhuurd|gehuurd|aangeschaft|"
    r"aanbieden|leveren|verrichten|uitvoeren|verzorgen|verzorgd|kopen|verkopen|huren|aanschaffen)\s+"
    r"(?:voor|tegen|à)(?:\s+een\s+(?:bedrag|prijs|som)\s+van)?\s*$",
    re.IGNORECASE,
)
_COST_AFTER = re.compile(
    r"(?:,?[-–—=]+)?\s+(?:(?:zal|zullen|gaat|gaan|zou|zouden|moet|moeten)\s+)?(?:kost|kosten|kostte|vergt|vergen|bedraagt|bedragen|"
    r"(?:heeft|hebben|had|hadden)\s+(?:gekost|gevergd|bedragen))\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s[^,;:.]{3,120},\s*$")  # 'Uw inbreng, uit contributies en giften, is'
_COSTS = (
    r"(?:bedra(?:agt|gen)|bedroeg(?:en)?|belo(?:opt|pen)|beliep(?:en)?|kost(?:te|ten)?|verg(?:t|en|de)|"
    r"(?<!de\s)(?<!e\s)(?<!d\s)kosten(?!\s+(?:bedragen|zijn|worden|van|voor|in)\b))"
)
_VERB = re.compile(
    rf"(?<!\w)(?:{_COSTS}\b[^,;:]*"
    r"|(?:wordt|worden|werd|werden|is|zijn|was|waren)\s+(?:[\w\s]{0,40}\s)?"
    r"(?:gegund|aanbesteed|verkocht|aangekocht|gekocht|opgeleverd|uitgevoerd|geraamd|begroot|geschat|vastgesteld|bepaald|berekend|doorberekend|verrekend|vergoed|"
    r"gefactureerd|in\s+rekening\s+gebracht)\b[^,;:]*"
    r"|(?:vond|vindt|vonden|vinden)\s+plaats\b[^,;:]*"
    r"|(?:kom(?:t|en)|kwam(?:en)?|sluit|sloot|ligt|liggen)\s+(?:[\w\s]{0,60}\s)?(?:op|rond)\b[^,;:]*"
    r"|(?:is|zijn|was|waren)\s+(?:[a-z]+\s+)?)$",
    re.IGNORECASE,
)
_AT = re.compile(
    r"(?<!\w)(?:[Bb]ij|[Nn]a|Per|Aan|Door)\s+(?!(?:de(?:ze)?|dit|uw|onze|mijn)\s+brief\b)"
)
_BESIDES = re.compile(
    r"(?<!\w)(?:bij|na|per|aan|in|op|voor|sinds|vanaf|over|tot|met|uit|van|tegen|om|blijkens|volgens|"
    r"conform|krachtens|ingevolge|gezien|wegens|gedurende)\s+(?:(?:de|het|een|uw|onze|ons|dit|deze|hun)\s+)?$",
    re.IGNORECASE,
)
# 'de eerste termijn, 40 procent van de bijdrage ofwel'
_SAID_AGAIN = re.compile(
    r",\s[^,;.]{0,60}\b(?:ofwel|oftewel|dat\s+is|te\s+weten|namelijk|zijnde)\s+$"
    r"|\s+(?:van\s+)?[\d.,]+\s?(?:%|procent),?\s*\(?(?:[a-z]+\s+){0,2}$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?<!\w)(?:na|sinds|vanaf|tijdens|gedurende|volgens|binnen)\s+(?:(?:de|het|een|deze|dit)\s+)?$",
    re.I,
)
_LEADS = re.compile(rf"{LEADS}$", re.IGNORECASE)
_AFTER_VERB = re.compile(
    r"[\w-]+\s+(?:(?:daarmee|hiermee|dan|dus|nu|thans|ook)\s+)?(?=(?:de|het|een|deze|dit|onze|ons|uw|hun|"
    r"haar|zijn|mijn)\s|(?!(?:wij|ik|we|u|dan|dus|nu|ook|er|in|op|voor|met|naar|circa|ge[a-z]+(?:t|d|en))\b)[a-zà-ÿ-]{4,}\s)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:De|Het|Een|Onze|Ons|Uw|Mijn|Deze|Dit|Hun)\s+(?=[a-zà-ÿ])")
_GIVES = re.compile(
    r"(?<!\w)(?:ontvang(?:t|en)|ontving(?:en)?|krijg(?:t|en)|kreeg|kregen|stel(?:t|len)|geeft|geven|gaf|"
    r"betaal(?:t|de)|betalen|(?:onder)?steun(?:t|en|de|den)|bekostig(?:t|en)|subsidieer(?:t|de)|sponsor(?:t|en|de)|schenk(?:t|en)|doneer(?:t|de)|doneren|financier(?:t|en)|legt|"
    r"leggen|draagt|dragen|zegt|zegde|levert|leveren|neemt|nemen|vraagt|verleent|verleende|heeft|hebben)\b",
    re.IGNORECASE,
)


def item(clause: Clause) -> Span | None:
    """'b. een projectleider, voor twee dagen per week: € 5.000': the head of an item or a label."""
    if clause.before > clause.first:
        return None
    mark = ITEM.match(clause.text, clause.first)
    start = mark.end() if mark else clause.first
    lead = clause.text[start : clause.start].rstrip()
    if lead.endswith("(") and ":" in lead and not mark:
        start += lead.rfind(":") + 1  # 'drie onderdelen: een gids (€ 500)'
    found = phrase(clause.text, start) if lead.endswith((":", "(")) or mark else None
    if found is None or found[1] > clause.start:
        return None
    rest = clause.text[found[1] : clause.start].lstrip()
    return found if rest[:1] in (",", ":", "(", "") else None


def subject(clause: Clause) -> Span | None:
    """'X bedraagt', 'X kost voor twee jaar', 'daarmee komt X op', 'X, met een bijzin, is'."""
    text = clause.text
    for start in dict.fromkeys((clause.own, clause.before)):
        verb = last_match(_VERB, text, start, clause.start)
        if verb is None:
            continue
        aside = _ASIDE.search(text, start, verb.start())
        found = ending_at(text, start, aside.start() if aside else verb.start())
        turned = found is None or _BESIDES.search(text, start, found[0])
        if turned:
            after = _AFTER_VERB.match(text, verb.start(), clause.start)
            found = within(text, after.end(), clause.start) if after else None
        if found is not None:
            return found
    return None


def will_cost(clause: Clause) -> Span | None:
    """'dat X tussen € 500 en € 600 zal kosten': the verb after the sum, the thing before it."""
    if _COST_AFTER.match(clause.text, clause.end, clause.last) is None:
        return None
    leads = _LEADS.search(clause.text, clause.own, clause.start)
    return ending_at(clause.text, clause.own, leads.start() if leads else clause.start)


def done_for(clause: Clause) -> Span | None:
    """'de aannemer heeft X aangeboden voor € 500'."""
    match = last_match(_DONE_FOR, clause.text, clause.own, clause.start)
    return (
        within(clause.text[: match.end("thing")], match.start("thing"), clause.start)
        if match
        else None
    )


def named(clause: Clause) -> Span | None:
    """'de inzet van een gids (€ 500)', 'materiaal € 3.000', 'het honorarium, zijnde € 500'.

    The whole phrase that leads to the sum.
    """
    again = _SAID_AGAIN.search(clause.text, clause.own, clause.start)
    leads = again or _LEADS.search(clause.text, clause.own, clause.start)
    end = leads.start() if leads else clause.start
    found = ending_at(clause.text, clause.own, end)
    return None if found and _WHEN.search(clause.text, clause.own, found[0]) else found


def agent(clause: Clause) -> Span | None:
    """'de Rabobank sponsort het feest met € 500', 'de gemeente Ede ontvangt € 500'."""
    verb = _GIVES.search(clause.text, clause.own, clause.start)
    found = ending_at(clause.text, clause.own, verb.start()) if verb else None
    return None if found and _BESIDES.search(clause.text, clause.own, found[0]) else found


def opening(clause: Clause) -> Span | None:
    """'De inschrijving viel € 500 lager uit': what the sentence begins with."""
    match = _OPENING.match(clause.text, clause.first, clause.start)
    return phrase(clause.text[: clause.start], match.end()) if match else None


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
