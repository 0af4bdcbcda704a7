"""Amounts, dates and numbers in the notations that Dutch letters use."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from num2words import num2words
from stdnum import iban

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
SHORT_MONTHS = (
    "jan.",
    "feb.",
    "mrt.",
    "apr.",
    "mei",
    "juni",
    "juli",
    "aug.",
    "sept.",
    "okt.",
    "nov.",
    "dec.",
)
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def day(date: dt.date, style: str = "long") -> str:
    """A date: long '3 maart 2016', padded '03 maart 2016', short '3 mrt. 2016', figures '03-03-2016',
    bare '3-3-2016', dots '03.03.2016', slashes '03/03/2016', weekday 'donderdag 3 maart 2016'.
    """
    month, number = date.month - 1, date.day
    return {
        "long": f"{number} {MONTHS[month]} {date.year}",
        "padded": f"{number:02} {MONTHS[month]} {date.year}",
        "short": f"{number} {SHORT_MONTHS[month]} {date.year}",
        "figures": f"{number:02}-{date.month:02}-{date.year}",
        "bare": f"{number}-{date.month}-{date.year}",
        "dots": f"{number:02}.{date.month:02}.{date.year}",
        "slashes": f"{number:02}/{date.month:02}/{date.year}",
        "weekday": f"{WEEKDAYS[date.weekday()]} {number} {MONTHS[month]} {date.year}",
    }[style]


def figures(amount: Decimal, cents: str = ",00") -> str:
    """Digits with points: '12.500,00'; whole amounts end in `cents` (',-', ',--', ',00', '')."""
    whole, part = divmod(amount, 1)
    return f"{int(whole):,}".replace(",", ".") + (f",{int(part * 100):02}" if part else cents)


def euro(amount: Decimal, style: str = "comma-dash") -> str:
    """An amount in euros in one of the notations in use (see the keys below)."""
    millions = f"{(amount / 1_000_000).normalize():f}".replace(".", ",")
    thousands = f"{(amount / 1000).normalize():f}".replace(".", ",")
    return {
        "comma-dash": f"€ {figures(amount, ',-')}",
        "comma-dashes": f"€ {figures(amount, ',--')}",
        "cents": f"€ {figures(amount)}",
        "close": f"€{figures(amount)}",
        "whole": f"€ {figures(amount, '')}",
        "code": f"EUR {figures(amount, '')}",
        "code-cents": f"EUR {figures(amount)}",
        "word": f"{figures(amount, '')} euro",
        "million": f"€ {millions} miljoen",
        "thousand": f"€ {thousands} duizend",
        "k": f"{thousands}k",
    }[style]


def guilders(amount: Decimal, style: str = "f") -> str:
    """An amount in guilders: f 'f 12.500,--', fl 'fl. 12.500,--', hfl 'Hfl. 12.500,00', word."""
    return {
        "f": f"f {figures(amount, ',--')}",
        "f-dash": f"f {figures(amount, ',—')}",
        "fl": f"fl. {figures(amount, ',--')}",
        "hfl": f"Hfl. {figures(amount)}",
        "word": f"{figures(amount, '')} gulden",
    }[style]


def in_words(number: int) -> str:
    """'zes', 'twaalfduizendvijfhonderd': as it stands after 'zegge'."""
    return str(num2words(number, lang="nl")).replace(" ", "")


def account(bank: str, number: int) -> str:
    """A valid Dutch IBAN in groups of four: bank 'BNGH', ten digits."""
    bare = f"{bank}{number:010}"
    rest = iban.calc_check_digits(f"NL00{bare}")
    return iban.format(f"NL{rest}{bare}")


def broken_account(bank: str, number: int) -> str:
    """An IBAN with two figures swapped, so that its checksum fails."""
    good = account(bank, number).replace(" ", "")
    digits = list(good)
    for place in range(len(digits) - 1, 8, -1):
        if digits[place] != digits[place - 1]:
            digits[place], digits[place - 1] = digits[place - 1], digits[place]
            return iban.format("".join(digits))
    raise ValueError(f"all figures alike: {good}")
