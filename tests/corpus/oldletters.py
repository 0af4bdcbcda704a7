"""What the families of old letters (1950-1999) share: persons, days, sums in guilders, coats of arms."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from pipeline import registers
from tests.corpus.markup import mark
from tests.corpus.wording import MONTHS, WEEKDAYS, figures, in_words
from tests.corpus.writer import Line, Writer

INITIALS = tuple(f"{letter}." for letter in "ABCDEFGHJKLMNPRSTW")
SURNAMES = (
    "Hoekzema", "van der Weerd", "Lanting", "Ruiterkamp", "Boersbroek", "van Ede", "Schimmelpen",
    "Nijhoving", "ter Steege", "Wolterbeek", "van Putten", "Klaverdijk", "Oosterling", "Brandsema",
    "van den Hoven", "Mulderij", "Kuipersma", "Reinstra", "van Buren", "Haverman", "Geurtsen",
    "Tolsma", "de Vlieger", "Best", "Slotemaker", "Zandbergen", "Vierhout", "van Westering",
    "Roodenburgh", "Beekhuis", "van Lochem", "Doornekamp", "Hillebrink", "Swaansveld", "Terlouws",
)  # fmt: skip
SMALL = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")


def person(dice: random.Random, titles: Sequence[str] = ("",)) -> str:
    """An invented person: 'mr. J.H. van der Weerd'."""
    letters = "".join(dice.sample(INITIALS, dice.choice((1, 2, 2, 2, 3))))
    return f"{dice.choice(titles)} {letters} {dice.choice(SURNAMES)}".strip()


def persons(dice: random.Random, count: int, titles: Sequence[str] = ("",)) -> list[str]:
    """Invented persons with different surnames."""
    found: list[str] = []
    while len(found) < count:
        new = person(dice, titles)
        if all(new.rpartition(".")[2] != old.rpartition(".")[2] for old in found):
            found.append(new)
    return found


def working_day(dice: random.Random, first: dt.date, last: dt.date) -> dt.date:
    """A day from Monday to Friday in a period, not around Christmas."""
    day = first + dt.timedelta(days=dice.randrange((last - first).days))
    if (day.month, day.day) > (12, 20) or (day.month, day.day) < (1, 4):
        day += dt.timedelta(days=16)
    return weekday_near(day)


def weekday_near(day: dt.date) -> dt.date:
    """The day itself, or the Friday before a weekend."""
    return day - dt.timedelta(days=max(0, day.weekday() - 4))


def days_before(dice: random.Random, day: dt.date, least: int, most: int) -> dt.date:
    """A working day some time before, not around Christmas."""
    found = day - dt.timedelta(days=dice.randint(least, most))
    if (found.month, found.day) > (12, 20) or (found.month, found.day) < (1, 4):
        found -= dt.timedelta(days=16)
    return weekday_near(found)


def on_weekday(day: dt.date, wrong: bool = False) -> str:
    """'donderdag 12 juni 1958'; `wrong`: under another weekday."""
    name = WEEKDAYS[(day.weekday() + (2 if wrong else 0)) % 5]
    return f"{name} {day.day} {MONTHS[day.month - 1]} {day.year}"


def spelled(amount: Decimal) -> str:
    """A whole sum in words as cashiers wrote it: 'twaalfhonderd', 'zestigduizend'."""
    number = int(amount)
    hundreds, rest = divmod(number, 100)
    if 10 < hundreds < 100 and hundreds % 10:
        return in_words(hundreds) + "honderd" + (in_words(rest) if rest else "")
    return in_words(number)


def typed(amount: Decimal, sign: str = "f", cents: str = ",--") -> str:
    """'f 12.500,--' with any sign: f, fl., Hfl., the ditto marks of a column."""
    return f"{sign} {figures(amount, cents)}"


def gulden(w: Writer, description: str, kind: str, amount: Decimal | None, **more: Any) -> Line:
    """A budget line in guilders."""
    return w.budget(description, kind, amount, currency="NLG", **more)


def capital(place: str) -> str:
    """A place in capitals, its 's- left small: ''s-GRAVENHAGE'."""
    return place[:3] + place[3:].upper() if place.startswith("'s-") else place.upper()


def parts(
    dice: random.Random, total: int, shares: Sequence[float], step: int = 50
) -> list[Decimal]:
    """A total in parts, each about its share of it and a multiple of `step` but the last."""
    weights = [share * dice.uniform(0.8, 1.2) for share in shares]
    whole = sum(weights)
    found = [int(total * weight / whole / step) * step for weight in weights[:-1]]
    return [Decimal(part) for part in (*found, total - sum(found))]


def of_another_time(w: Writer, name: str, part: str) -> str:
    """A municipality that did not exist on the letter's day, gone or not there yet, marked."""
    item = registers.municipalities_named(name)[0]
    if item.in_force(w.day):
        raise ValueError(f"{name} existed on {w.day}")
    entries = w.truth["municipalities"]
    entries.append({"name": item.name, "code": item.code, "province": item.province, "part": part})
    return mark(f"municipalities.{len(entries) - 1}", name)


def named(w: Writer, names: Sequence[str], part: str) -> str:
    """'A, B en C', each of them marked as a municipality."""
    marked = [w.municipality(name, part) for name in names]
    return ", ".join(marked[:-1]) + (" en " if len(marked) > 1 else "") + marked[-1]


CHARGES = (
    "<path d='M8 34 L50 10 L50 22 L8 46 Z'/>",
    "<path d='M29 14 L44 44 H14 Z'/><circle cx='29' cy='52' r='4'/>",
    "<path d='M8 30 H50 V40 H8 Z'/><circle cx='18' cy='20' r='4'/><circle cx='40' cy='20' r='4'/><circle cx='29' cy='52' r='5'/>",
    "<path d='M24 10 H34 V28 H50 V38 H34 V62 H24 V38 H8 V28 H24 Z'/>",
    "<path d='M8 24 q10 -9 21 0 t21 0 v8 q-10 9 -21 0 t-21 0 Z M8 44 q10 -9 21 0 t21 0 v7 q-10 9 -21 0 t-21 0 Z'/>",
    "<path d='M16 52 V26 h5 v5 h5 v-5 h6 v5 h5 v-5 h5 V52 Z'/>",
)


def coat(seed: int, ink: str = "#222222", crowned: bool = True) -> str:
    """A coat of arms as a line engraving, SVG text of 58 by 90 units."""
    shield = f"<path d='M8 8 H50 V48 C50 62 38 68 29 74 C20 68 8 62 8 48 Z' fill='none' stroke='{ink}' stroke-width='1.6'/>"
    hatch = "".join(
        f"<path d='M{x} 9 V{66 - abs(x - 29) * 0.6:.0f}' stroke='{ink}' stroke-width='0.35'/>"
        for x in range(11, 50, 3)
    )
    crown = (
        f"<path d='M12 -2 L9 -14 L18 -7 L23 -17 L29 -8 L35 -17 L40 -7 L49 -14 L46 -2 Z' fill='none' stroke='{ink}' stroke-width='1.4'/>"
        if crowned
        else ""
    )
    charge = f"<g fill='{ink}'>{CHARGES[seed % len(CHARGES)]}</g>"
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 -20 58 98' width='58' height='98'>{shield}{hatch if seed % 2 else ''}{charge}{crown}</svg>"


def signatories(
    w: Writer, names: Sequence[str], roles: Sequence[str], stop: str = ""
) -> list[dict[str, str]]:
    """Who sign, in the order of the letter: marked 'role' (with its comma) and 'name' of each."""
    w.field("sender.person", "; ".join(names))
    w.field("sender.role", "; ".join(roles))
    return [
        {"role": mark("sender.role", role) + stop, "name": mark("sender.person", name)}
        for name, role in zip(names, roles, strict=True)
    ]


def not_then(w: Writer, names: Sequence[str]) -> str:
    """One of the municipalities that did not exist on the letter's day."""
    away = [
        name
        for name in names
        if not any(item.in_force(w.day) for item in registers.municipalities_named(name))
    ]
    return w.dice.choice(away)
