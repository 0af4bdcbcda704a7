"""Sums in a sentence that name no currency: '12.500,-', 'een bedrag van 12.500'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.dutch.amount_context import beside
from pipeline.dutch.amount_grammar import SCALES
from pipeline.dutch.amounts import Currency, parse_number
from pipeline.extract.running_text import RunningText
from pipeline.extract.sums import Sum, sentence
from pipeline.record import Status

_SCORE = 0.8
_ALONE = r"(?<![\w.,/€ƒ-])(?<![€ƒ] )(?<!-)"
# Dashes for the cents are written of money alone.
_DASHED = re.compile(
    rf"{_ALONE}(?P<figure>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}}),[-–—=]{{1,2}}(?![\w€])(?P<scale>)"
)
_NOUN = (
    r"\w*(?:bedrag|som|subsidie|bijdrage|budget|krediet|vergoeding|kosten|voorschot|prijs|raming|"
    r"tekort|uitgaven|inkomsten|huur|honorarium)"
)
_LEADS = (
    r"(?:van|ad|groot|à|bedra(?:agt|gen)|bedroeg(?:en)?|belo(?:opt|pen)|ter\s+(?:hoogte|grootte)\s+van|"
    r"ten\s+bedrage\s+van|(?:(?:is|zijn|wordt|worden|werd|werden)\s+)?(?:geraamd|begroot|geschat|"
    r"vastgesteld|bepaald)\s+op)"
)
_MANNER = (
    r"(?:(?:circa|ca\.|ongeveer|ruim|bijna|maximaal|minimaal|thans|nu|(?:ten\s+)?hoogste|in\s+totaal)"
    r"\s+){0,2}"
)
_AFTER_MONEY = re.compile(
    rf"\b{_NOUN}\s+{_LEADS}\s+{_MANNER}"
    r"(?P<figure>\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d{1,6},\d\d|(?!(?:19|20)\d\d\b)\d{3,6}|"
    r"\d{1,3}(?:,\d{1,2})?(?=\s+(?:miljoen|mln|miljard)))"
    r"(?:\s+(?P<scale>miljoen|mln|miljard)\b\.?)?"
    r"(?=\s*(?:[.;:)]|,\s|$|\n\n|\s(?:voor|aan|ten|ter|is|zijn|wordt|worden|was|waren|en|toe|over|te|in|uit|"
    r"op|beschikbaar|nodig|extra|per|die|dat|waarvan|ex\w*\.?|in[ck]l\w*\.?)\b))",
    re.IGNORECASE,
)


def unsigned_sums(letter: RunningText, found: Sequence[Sum], house: Currency) -> Iterator[Sum]:
    """What must be a sum by its dashes, or by the noun that leads to it; `house`: its currency."""
    taken = [(one.start, one.end) for one in found]
    for pattern in (_DASHED, _AFTER_MONEY):
        for match in pattern.finditer(letter.text):
            start, end = match.start("figure"), match.end()
            value = parse_number(match["figure"])
            if value is None or any(first < end and start < last for first, last in taken):
                continue
            taken.append((start, end))
            whole = Decimal(value) * SCALES[match["scale"].lower()] if match["scale"] else value
            yield _sum(letter, (start, end), Decimal(whole), house)


def _sum(letter: RunningText, span: tuple[int, int], value: Decimal, house: Currency) -> Sum:
    unit, _, _ = beside(letter.text, span[1])
    places = sentence(letter, span[0])
    return Sum(*span, value, Status.found, house, unit, _SCORE, *places)
