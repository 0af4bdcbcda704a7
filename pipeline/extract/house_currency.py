"""The currency that a letter counts in, for sums that name none."""

from __future__ import annotations

import datetime as dt
import re

from pipeline.dutch.amounts import Currency, find_amounts

_LAST_OF_GUILDERS = dt.date(2001, 12, 31)
_SAYS = re.compile(
    r"\bbedragen\b[^.;]{0,40}\bin\s+(?P<what>(?:hele\s+|duizenden\s+)?(?:guldens?|euro['’]?s?))\b",
    re.IGNORECASE,
)
_EURO = re.compile(r"€|\beuro\b|\bEUR\b", re.IGNORECASE)


def house_currency(text: str, date: dt.date | None) -> Currency:
    """What a letter says that its sums are in; else that of its sums; else that of its date."""
    said = _SAYS.search(text)
    if said is not None:
        return "NLG" if "gulden" in said["what"].lower() else "EUR"
    currencies = [found.currency for found in find_amounts(text)]
    if currencies:
        return "NLG" if 2 * currencies.count("NLG") > len(currencies) else "EUR"
    old = date is not None and date <= _LAST_OF_GUILDERS
    return "NLG" if old and not _EURO.search(text) else "EUR"
