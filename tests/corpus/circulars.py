"""What the families of circulars, regional bodies and reminders share: people, addresses, marks."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Sequence

from pipeline import registers
from pipeline.registers import Minister
from tests.corpus.writer import Writer

SURNAMES = (
    "Abbink", "Van Ede", "Best", "Boerrigter", "Buren", "Castelijns", "De Wit-Kooistra", "Dijkema",
    "Van Elburg", "Feddes", "Gerritsma", "Groothedde", "Hazelhorst", "Hoekzema", "Jongerius",
    "Kamperman", "Kloosterboer", "Lamberink", "Van der Linden-Mol", "Meulendijks", "Nijboer",
    "Oldenhof", "Van Putten", "Roelfsema", "Schuttevaer", "Slagboom", "Tolkamp", "Uijtdehaage",
    "Veenbrink", "Verhallen", "Wagenmans", "Wijnholds", "IJsselstein", "Zandbelt", "Zeldenrust",
)  # fmt: skip
INITIALS = ("A.", "B.J.", "C.M.", "D.", "E.H.", "F.", "G.W.M.", "H.", "I.", "J.P.", "K.L.", "M.",
            "M.A.C.", "N.", "P.", "R.F.", "S.", "T.J.", "W.", "Y.")  # fmt: skip
TITLES = ("", "", "", "drs. ", "mr. ", "ing. ", "ir. ", "dr. ", "mr. drs. ")
AFTER = (("", ""), ("", ""), ("", " MSc"), ("", " LLM"), ("", " MPA"))


@dataclasses.dataclass(frozen=True, slots=True)
class Person:
    """An invented person: the name as printed, the surname, and how to address them."""

    name: str
    surname: str
    woman: bool

    @property
    def formal(self) -> str:
        """'mevrouw Oldenhof', as it stands within a sentence."""
        return f"{'mevrouw' if self.woman else 'de heer'} {self.surname}"

    @property
    def mail(self) -> str:
        """The part of an e-mail address before the sign: 'a.oldenhof'."""
        bare = self.surname.lower().replace(" ", "").replace("-", "")
        words = [word for word in self.name.split() if word.endswith(".") and word[0].isupper()]
        return f"{words[0][0].lower()}.{bare}"


def people(dice: random.Random, count: int) -> list[Person]:
    """That many different persons; titles before or letters after the name."""
    found = []
    for surname in dice.sample(SURNAMES, count):
        initials, title, after = dice.choice(INITIALS), dice.choice(TITLES), dice.choice(AFTER)[1]
        prefix = surname[:1].lower() + surname[1:] if " " in surname else surname
        name = f"{title}{initials} {prefix}" + ("" if title else after)
        found.append(Person(name, surname, dice.random() < 0.5))
    return found


def listed(names: Sequence[str]) -> str:
    """'A, B en C'."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def address(text: str) -> tuple[str, str, str]:
    """'Postbus 15, 9900 AA APPINGEDAM' as street, postcode and place."""
    street, _, rest = text.rpartition(", ")
    number, letters, place = rest.split(" ", 2)
    return street, f"{number} {letters}", place


def town(place: str) -> str:
    """A place in capitals as it is written in lower case: 'DEN HELDER' → 'Den Helder'."""
    small = {"aan", "den", "de", "en", "op", "het", "ad", "onder"}
    words = [word if word in small else _capital(word) for word in place.lower().split()]
    return " ".join(words)


def _capital(word: str) -> str:
    if word.startswith("'s-"):
        return "'s-" + word[3:].capitalize()
    if word.startswith("ij"):
        return "IJ" + word[2:]
    return "-".join(part.capitalize() for part in word.split("-"))


def phone(dice: random.Random, area: str = "088") -> str:
    """A telephone number in groups: '088 456 12 30'."""
    return f"{area} {dice.randint(201, 989)} {dice.randint(10, 99)} {dice.randint(10, 99)}"


def minister(ministry: str, day: dt.date) -> Minister:
    """The minister (no state secretary, no portfolio) in office on that day."""
    return next(m for m in registers.ministers(ministry, day) if m.function == "minister")


def other_minister(ministry: str, day: dt.date) -> Minister:
    """A minister of that ministry who left office more than a year before that day."""
    begin = dt.date(1994, 8, 22)
    found: list[Minister] = []
    for days in range(0, (day - begin).days - 400, 90):
        then = begin + dt.timedelta(days)
        found += [m for m in registers.ministers(ministry, then) if m.function == "minister"]
    gone = [
        m
        for m in found
        if m.end
        and (day - m.end).days > 365
        and not registers.minister_named(m.surname, day)
        and m.surname != minister(ministry, day).surname
    ]
    return gone[-1]


def minister_name(item: Minister) -> str:
    """'K.H. Ollongren', 'E. van der Burg'."""
    return " ".join(filter(None, (item.initials, item.prefix, item.surname)))


JUSTICE = ("Justitie", "Veiligheid en Justitie", "Justitie en Veiligheid")
WATER = ("Verkeer en Waterstaat", "Infrastructuur en Milieu", "Infrastructuur en Waterstaat")


def ministry_then(names: Sequence[str], day: dt.date, wrong: bool) -> str:
    """The name that a ministry had on that day out of three; or one it had at another time."""
    period = (day >= dt.date(2010, 10, 14)) + (day >= dt.date(2017, 10, 26))
    return names[(0, 1, 2)[period] if not wrong else (1, 2, 1)[period]]


def workday(day: dt.date) -> dt.date:
    """That day, or the Monday after where it falls in a weekend."""
    return day + dt.timedelta(max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def random_day(dice: random.Random, first: dt.date, last: dt.date) -> dt.date:
    """A working day of the period, not in the Christmas holidays."""
    day = first + dt.timedelta(dice.randrange((last - first).days))
    feast = (day.month, day.day) >= (12, 23) or (day.month, day.day) <= (1, 3)
    return workday(day - dt.timedelta(14) if feast and day.month == 12 else day + dt.timedelta(4 * feast))


def municipality_at(w: Writer, name: str, part: str, then: dt.date) -> str:
    """A municipality that was there on another day than the letter's: gone, or not yet there."""
    day, w.day = w.day, then
    shown = w.municipality(name, part)
    w.day = day
    return shown


# --- marks of letterheads, as SVG


def _svg(width: float, height: float, body: str) -> str:
    box = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{body}</svg>'


def blocks_mark(ink: str, second: str) -> str:
    """Nine small squares, some in a second colour: the mark of an association of many."""
    squares = "".join(
        f'<rect x="{4 + 16 * (n % 3)}" y="{4 + 16 * (n // 3)}" width="13" height="13" '
        f'fill="{second if n in (2, 4, 6) else ink}"/>'
        for n in range(9)
    )
    return _svg(54, 54, squares)


def leaf_mark(ink: str, second: str) -> str:
    """Two leaves over a line: an environment service."""
    return _svg(
        64, 56,
        f'<path d="M32 50 C6 44 4 18 10 6 C28 10 36 28 32 50 Z" fill="{ink}"/>'
        f'<path d="M32 50 C34 30 44 20 60 16 C60 36 50 48 32 50 Z" fill="{second}"/>'
        f'<path d="M4 53 H60" stroke="{ink}" stroke-width="2.5"/>',
    )  # fmt: skip


def flame_mark(ink: str, second: str) -> str:
    """A flame in a shield: a safety region."""
    return _svg(
        50, 58,
        f'<path d="M3 4 H47 V32 C47 46 34 53 25 56 C16 53 3 46 3 32 Z" fill="{ink}"/>'
        f'<path d="M25 12 C36 22 38 32 33 40 C30 45 20 45 17 40 C13 32 22 28 25 12 Z" fill="{second}"/>',
    )  # fmt: skip


def lion_mark(ink: str, second: str) -> str:
    """A quartered shield with a crown: a province."""
    return _svg(
        52, 66,
        f'<path d="M4 16 H48 V42 C48 55 36 61 26 64 C16 61 4 55 4 42 Z" fill="{ink}"/>'
        f'<path d="M26 16 H48 V40 H26 Z" fill="{second}"/><path d="M4 40 H26 V64 C14 60 4 54 4 40 Z" fill="{second}"/>'
        f'<path d="M10 13 L8 3 L17 8 L26 1 L35 8 L44 3 L42 13 Z" fill="{second}"/>',
    )  # fmt: skip


def drop_mark(ink: str, second: str) -> str:
    """A drop over waves: a water board."""
    return _svg(
        60, 60,
        f'<path d="M30 4 C44 22 48 30 44 38 C40 46 20 46 16 38 C12 30 16 22 30 4 Z" fill="{ink}"/>'
        f'<path d="M4 50 Q12 44 20 50 T36 50 T56 50" fill="none" stroke="{second}" stroke-width="4"/>'
        f'<path d="M4 57 Q12 51 20 57 T36 57 T56 57" fill="none" stroke="{second}" stroke-width="3"/>',
    )  # fmt: skip
