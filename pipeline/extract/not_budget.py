"""Sums that are no money asked for, granted, spent or budgeted: fines, bounds, seized money."""

from __future__ import annotations

import re

_OTHER_MONEY = re.compile(
    r"\b(?:\w*boetes?|(?:last\s+onder\s+)?dwangsom\w*|griffierecht\w*|grensbedrag\w*|"
    r"drempel(?:bedrag|waarde)\w*|"
    r"(?:aanbestedings|inkomens|vermogens|vrijstellings|subsidie)-?drempel\w*|"
    r"europese\s+drempel\w*|drempel|"
    r"(?:onder|boven|aanbestedings|meld|inkomens|vermogens)grens\w*|eigen\s+risico|minimumloon|"
    r"balanstotaal|\w*omzet|(?:jaar|netto|bruto)?winst|\w*inkomen|(?:maatschappelijk|aandelen)\s?kapitaal|"
    r"verdachten?|vrijgesteld\w*\s+(?:som|bedrag)|woz-waarde)\b",
    re.IGNORECASE,
)
_DEBT = re.compile(
    r"\b(?:\w*schuld(?:en)?|vermogen)\s+(?:van|is|was|bedraagt|bedroeg|bedragen)\s+(?:\w+\s+)?$",
    re.I,
)
# A ceiling says how far a scheme goes, what is left of it what could still be given; equity is
# what is owned.
_CEILING = re.compile(r"(?:plafond\w*|\beigen\s+vermogen)\b(?:[^.;,]|\.\d){0,70}$", re.IGNORECASE)
_LEFT = re.compile(
    r"\b(?:rest(?:eert|eerde|te)?|blijft|bleef)\s+(?:er\s+)?(?:dan\s+)?(?:nog|slechts|maar|alleen)"
    r"(?:\s+(?:slechts|maar))?\s*$",
    re.IGNORECASE,
)
_CASH = re.compile(
    r"\b(?:geldbedrag\w*|contante?\w*|cash|bankbiljetten|muntgeld|papiergeld)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_CASH_AFTER = re.compile(
    r"[^\w.;]{0,4}(?:(?:aan|in)\s+)?(?:contant\w*|cash|bankbiljetten)\b", re.IGNORECASE
)
_TAKEN = re.compile(
    r"\bin\s+beslag\b|\binbeslag\w*|\b(?:aangetroffen|troffen|lag(?:en)?|vonden|gevonden|gestolen|"
    r"ontvreemd|buit\w*|ontnomen|kluis|trof)\b",
    re.IGNORECASE,
)
_SEIZED = re.compile(
    r"(?:[^.;(]|\.\d){0,60}\b(?:in\s+beslag|ontnomen|buitgemaakt|gestolen)\b", re.IGNORECASE
)

_COMPARED = (
    r"(?:meer|minder|hoger|lager|groter|kleiner)\s+"
    r"(?:(?:is|zijn|wordt|worden|ligt|liggen|was|waren|bedraagt|uitvalt|uitvallen)\s+)?dan"
)
_BOUND = re.compile(
    rf"(?:{_COMPARED}|boven|beneden|onder|vanaf|tot(?:\s+en\s+met)?)"
    r"(?:\s+(?:de|een\s+bedrag\s+van))?\s*$",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"\b(?:artikel|wet|verordening|regeling|subsidies|opdrachten|aankopen|verplicht\w*|moet(?:en)?|"
    r"dien(?:t|en)|indien|wanneer|als|mag|mogen|geldt|gelden|hoeft|hoeven|vrijgesteld|vrijstelling|"
    r"volstaat|wie|geheven|heffen|uitkomt|vereist|omdat|zodra|bevoegd\w*|gemandateerd|mandaat)\b",
    re.IGNORECASE,
)
# 'Posten van minder dan', 'voor aanvragen boven': a kind of thing, told apart by its size.
# 'bij een schade van minder dan', 'er mag ten hoogste', 'artikel 3 stelt het maximum op'
_IN_CASE = re.compile(
    rf"\b(?:bij|voor|op|over|van)\s+(?:een|elke|iedere)\s+(?:[a-zà-ÿ]+e\s+)?[a-zà-ÿ]{{3,}}\s+(?:(?:van|met)\s+)?{_COMPARED}\s*$"
    r"|\b(?:mag|mogen)\s+(?:\w+\s+){0,3}(?:ten\s+hoogste|maximaal|hooguit|niet\s+meer\s+dan|hoogstens)\s*$"
    r"|\b(?:artikel|wet|regeling|verordening)\b[^.;]{0,60}\b(?:maximum|minimum)\s+(?:op|van|is|bedraagt)\s*$",
    re.IGNORECASE,
)
_AND_MORE = re.compile(
    r"\s*(?:,?[-–—=]+)?\s*(?:of|en)\s+(?:meer|hoger|minder|lager|daarboven|daaronder)\b",
    re.IGNORECASE,
)
_KIND_OF_THING = re.compile(
    r"(?:^|[.;:(]\s*|\b(?:voor|bij|alle|op|over|aan|van|tegen)\s+)"
    r"(?:(?!de\b|onze\b|deze\b|te\b)[a-zà-ÿ]+e\s+){0,2}[a-zà-ÿ]{3,}(?:en|s)\s+"
    rf"(?:(?:(?:van|met|tot)\s+)?(?:{_COMPARED}|boven|beneden|onder|vanaf)|tot(?:\s+en\s+met)?)"
    r"(?:\s+een\s+bedrag\s+van)?\s*$",
    re.IGNORECASE,
)
# 'een inkomen boven', 'een omzet van meer dan'
_SIZED = re.compile(
    rf"\b\w*(?:inkomen|vermogen|omzet|begroting|waarde|omvang|balans\w*)\s+(?:(?:van|met|tot|is|was|bedraagt|ligt)\s+)?(?:{_COMPARED}|boven|"
    r"beneden|onder|vanaf|tot(?:\s+en\s+met)?|minimaal|ten\s+minste|minstens)\s*$",
    re.IGNORECASE,
)
# 'de maximale subsidie per aanvrager', 'de minimale omvang van een aanvraag', 'de grens ligt bij'
_LIMIT = re.compile(
    r"\b(?:(?:maximale|minimale|hoogste|laagste|maximum|minimum)\s*-?\w*\s[^.;]{0,30}\b(?:per|van\s+(?:een|elke|iedere))\s+"
    r"(?:aanvra\w+|project|activiteit|gemeente|huishouden|woning|instelling|vereniging|organisatie|opdracht|jaar)"
    r"|\w*grens(?:en)?)\b[^.;]{0,60}\b(?:ligt|liggen|van|op|bij|is|zijn|bedraagt|bedragen)\s+(?:[a-z]+\s+)?$",
    re.IGNORECASE,
)
# 'per aanvrager kan ten hoogste', 'een aanvraag moet minimaal'
_MOST = re.compile(
    r"\b(?:per|een|elke|iedere|voor)\s+(?:aanvra(?:ag|ger)s?|project|activiteit|instelling|vereniging|organisatie|opdracht|"
    r"huishouden|onderneming)\b[^.;]{0,50}\b(?:kan|kunnen|mag|mogen|moet|moeten|dient|bedraagt|wordt|geldt)\b[^.;]{0,40}"
    r"\b(?:ten\s+hoogste|hoogstens|maximaal|minimaal|ten\s+minste|minstens|niet\s+meer\s+dan)\s*$",
    re.IGNORECASE,
)
_WHICH_COST = re.compile(
    rf"\b(?:waarmee|waarvan|waarvoor|die|welke|als|indien|wanneer|mits)\b[^.;]{{0,50}}{_COMPARED}"
    r"\s*$",
    re.IGNORECASE,
)
_NEAR = 100


def is_no_budget(text: str, span: tuple[int, int], sentence: tuple[int, int]) -> bool:
    """Whether a sum is a fine, a bound that a rule sets, a ceiling, what is left, or seized money.

    `span` is where it stands in `text`, `sentence` where its sentence stands.
    """
    start, end = span
    first, last = sentence
    around = text[first:last]
    before, after = text[max(first, start - _NEAR) : start], text[end:last]
    if (
        _OTHER_MONEY.search(around)
        or _CEILING.search(before)
        or _LEFT.search(before)
        or _DEBT.search(before)
    ):
        return True
    cash = _CASH.search(before) or _CASH_AFTER.match(after)
    if _SEIZED.match(after) or (cash and _TAKEN.search(around)):
        return True
    if (
        _IN_CASE.search(before)
        or _MOST.search(before)
        or _SIZED.search(before)
        or _LIMIT.search(before)
    ):
        return True
    return _AND_MORE.match(after) is not None or _is_bound(before, around)


def _is_bound(before: str, around: str) -> bool:
    """Whether it only says from what size, or up to what size, a thing is meant."""
    if _BOUND.search(before) is None:
        return False
    return bool(_RULE.search(around) or _KIND_OF_THING.search(before) or _WHICH_COST.search(before))
