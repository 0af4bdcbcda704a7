"""Whether what stands before a figure is a currency: a sign, 'f', or a euro sign badly read."""

from __future__ import annotations

import re

from pipeline.dutch import amount_grammar as grammar
from pipeline.dutch.figures import Figure
from pipeline.dutch.misread import DIGIT


def is_sum(text: str, match: re.Match[str], figure: Figure) -> bool:
    """Whether a letter before a figure is a currency: only where the figure is written as money."""
    start = match.start()
    if figure.value in (1000, 10**6) and counts_in(text, start):
        return False
    # 'Postbus 202, € 1000 AE': a stray sign before a postcode.
    plain = match["figure"].isdigit()
    if plain and len(match["figure"]) == 4 and grammar.POSTCODE_LETTERS.match(text, match.end()):
        return False
    sign = match["misread"] or match["letter"]
    if sign is None or sign[0] == "€":
        broken = "\n" in text[start : match.start("figure")]
        return not broken or figure.shaped or figure.value >= 100
    return _is_money_after_letter(text, match, sign)


def _is_money_after_letter(text: str, match: re.Match[str], sign: str) -> bool:
    """Whether the figure after 'f', or after what may be a badly read euro sign, is a sum."""
    written = match["figure"]
    grouped = re.search(rf"\.{DIGIT}{{3}}(?:,|$)", written) is not None
    cents = match["dashes"] is not None or re.search(r",\w\w$", written) is not None
    cents = cents or (match["scale"] or "k") not in "kKM"
    glued = match.start("figure") == match.start() + len(sign)
    if "\n" in text[match.start() : match.start("figure")]:
        return cents or grouped
    if sign[0] == "f":
        numbered = grammar.NUMBERED_LETTER.search(text, max(0, match.start() - 12), match.start())
        whole = written.isdigit() and len(written) > 1 and written[0] != "0"
        return cents or grouped or (whole and not glued and numbered is None)
    if sign[0] == "F":
        return (cents or grouped) and written[0] != "0"
    if glued and sign != "£":
        return grouped
    return cents or (grouped and sign != "C")


def counts_in(text: str, start: int) -> bool:
    """Whether the sum at `start` is what a table counts in: 'bedragen x € 1.000'."""
    return grammar.TABLE_SCALE.search(text, max(0, start - 4), start) is not None
