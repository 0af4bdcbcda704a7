"""The state as families of letters need it: who was minister, which ministry, invented officials, days."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Sequence

from pipeline import registers
from pipeline.registers import tables
from tests.corpus.wording import WEEKDAYS, day

SURNAMES = (
    "Wolterink", "Van den Bosch", "De Ruiter", "Hoekman", "Lammers", "Van Ede", "Kuipers-Tol", "Best",
    "Schouwstra", "Van Buren", "Oude Nijhuis", "El Amrani", "Putten", "Ter Braak", "Vermeulen",
    "Dijkgraaf-Smit", "Yilmaz", "Postma", "Van 't Hof", "Kamphuis", "Terpstra", "Noordermeer",
    "De Haan", "Blankestijn", "Rozendaal", "Veenstra", "Koopmans", "Van der Meulen", "Jaspers", "Slagter",
)  # fmt: skip
INITIALS = "ABCDEFGHJKLMNPRSTW"
# Municipalities that stand unchanged from 1998 to today, with a name that nothing else has.
STEADY = (
    "Almelo", "Amersfoort", "Apeldoorn", "Arnhem", "Assen", "Barneveld", "Breda", "Deventer", "Ede",
    "Eindhoven", "Enschede", "Gouda", "Haarlem", "Heerlen", "Helmond", "Leiden", "Maastricht",
    "Nieuwegein", "Nijmegen", "Oss", "Roermond", "Roosendaal", "Tilburg", "Veenendaal", "Venlo",
    "Vlissingen", "Weert", "Zaanstad", "Zeist", "Zoetermeer", "Zwolle", "Hilversum", "Middelburg",
)  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Ministry:
    """A ministry under the name of a day: 'Ministerie van Financiën', TOOI id, postal and visit address."""

    identifier: str
    name: str
    postal: str
    visit: str

    @property
    def field(self) -> str:
        """What it is the ministry of: 'Financiën'."""
        return self.name.removeprefix("Ministerie van ")


def ministry(identifier: str, date: dt.date) -> Ministry:
    """The ministry of a TOOI id on a day."""
    for row in tables.rows("ministries.csv"):
        if row[1] == identifier and row[6] <= date.isoformat() < (row[7] or "9999"):
            visit = row[10].split("|")[0 if date.year < 2013 else -1]
            return Ministry(identifier, row[3], row[9].split("|")[0], visit)
    raise ValueError(f"no ministry {identifier} on {date}")


def minister(identifier: str, date: dt.date) -> str:
    """Who was minister there on a day, as they sign: 'H.M. de Jonge'."""
    return _signed(next(m for m in registers.ministers(identifier, date) if m.function == "minister"))


def minister_before(identifier: str, date: dt.date) -> str:
    """The minister there before the one of that day."""
    now = next(m for m in registers.ministers(identifier, date) if m.function == "minister")
    return minister(identifier, now.start - dt.timedelta(days=30))


def _signed(item: registers.Minister) -> str:
    return f"{item.initials} {item.whole_surname}"


def split_address(address: str) -> tuple[str, str, str]:
    """'Postbus 20350, 2500 EJ Den Haag' as street or box, postcode, place."""
    street, _, rest = address.rpartition(", ")
    return street, rest[:7], rest[8:]


def person(dice: random.Random, title: bool = False) -> str:
    """An invented official: 'mr. J.K. Hoekman'; surnames as they stand after initials."""
    letters = "".join(f"{letter}." for letter in dice.sample(INITIALS, dice.choice((1, 2, 2, 3))))
    surname = dice.choice(SURNAMES)
    front = dice.choice(("drs. ", "mr. ", "ir. ", "")) if title else ""
    first, _, rest = surname.partition(" ")
    low = {"Van", "De", "Ter"} & {first}
    return f"{front}{letters} {first.lower() if low else first}{' ' + rest if rest else ''}"


def surname(name: str) -> str:
    """The surname as it stands in a salutation: 'Van den Bosch' of 'mr. J. van den Bosch'."""
    words = name.split()
    kept = words[next(i for i, word in enumerate(words) if word[0].isupper() and "." in word) + 1 :]
    return " ".join([kept[0][0].upper() + kept[0][1:], *kept[1:]])


def working_day(dice: random.Random, first: dt.date, last: dt.date) -> dt.date:
    """A day from Monday to Friday between two days, no holiday that anyone would notice."""
    date = first + dt.timedelta(days=dice.randrange((last - first).days + 1))
    return on_working_day(date)


def on_working_day(date: dt.date) -> dt.date:
    """The day itself or the Monday after it; not the Queen's birthday; around Christmas 3 January or later."""
    if (date.month, date.day) >= (12, 24):
        date = dt.date(date.year + 1, 1, 3)
    elif (date.month, date.day) < (1, 3):
        date = dt.date(date.year, 1, 3)
    while date.weekday() > 4 or (date.month, date.day) == (4, 30):
        date += dt.timedelta(days=1)
    return date


def moved(date: dt.date, days: int) -> dt.date:
    """A working day about so many days later (or earlier, where negative)."""
    return on_working_day(date + dt.timedelta(days=days))


def dated(date: dt.date, wrong_weekday: bool = False) -> str:
    """'donderdag 14 maart 2019', or with the weekday of two days later."""
    weekday = WEEKDAYS[(date.weekday() + 2 * wrong_weekday) % 7]
    return f"{weekday} {day(date)}"


def listed(names: Sequence[str]) -> str:
    """'A, B en C'."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def noun(phrase: str) -> tuple[str, str]:
    """The article with its space, and the rest: ('de ', 'centrumgemeenten'); ('', …) without one."""
    article, _, rest = phrase.partition(" ")
    return (f"{article} ", rest) if article.lower() in ("de", "het", "een") else ("", phrase)


def ribbon(ink: str = "#154273", width: int = 40, height: int = 100) -> str:
    """The ribbon of the state hanging from the edge of the page, a white crest with a lion's stroke in it."""
    middle = width / 2
    shield = f'<path d="M{middle - 9} {height - 38} h18 v12 c0 8 -6 11 -9 13 c-3 -2 -9 -5 -9 -13 z" fill="#fff"/>'
    lion = f'<path d="M{middle - 4} {height - 20} c2 -8 -2 -10 3 -14 c4 2 1 5 4 6 c-3 2 0 6 -3 9" stroke="{ink}" stroke-width="1.6" fill="none"/>'
    crown = f'<path d="M{middle - 8} {height - 42} l-1 -7 5 3 4 -6 4 6 5 -3 -1 7 z" fill="#fff"/>'
    bearers = "".join(
        f'<path d="M{x} {height - 16} c{-s * 3} -7 {s * 2} -9 {-s * 1} -15" stroke="#fff" stroke-width="2" fill="none"/>'
        for x, s in ((middle - 13, 1), (middle + 13, -1))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<rect width="{width}" height="{height}" fill="{ink}"/>{shield}{lion}{crown}{bearers}</svg>'
    )
