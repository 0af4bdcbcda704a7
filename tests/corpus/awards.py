"""What letters about grants and orders share: addresses, invented persons, sums cut in parts."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline import registers
from tests.corpus.markup import mark
from tests.corpus.wording import WEEKDAYS, day
from tests.corpus.writer import Writer

INITIALS = ("A.", "B.J.", "C.M.", "D.", "E.W.", "F.T.", "G.J.", "H.A.", "I.", "J.P.", "K.L.", "L.", "M.C.", "N.", "P.H.", "R.", "S.E.", "T.J.", "W.", "Y.")
SURNAMES = (
    "Kooistra", "van der Heijden", "Van Ede", "Best", "Putten", "Buren", "Hoekzema", "Terpstra", "de Ruijter",
    "Mulder-Vos", "Aksoy", "van Dongeren", "Schepers", "Lammerts", "El Idrissi", "Wesselink", "Boonstra",
    "Verhaegh", "te Riele", "Oudshoorn", "Smeenk", "Bakker-de Wit", "Radstake", "Nijenhuis", "van Zoelen",
    "Peereboom", "Hofstee", "Stienstra", "Coolen", "Jagtman", "Westerink", "Doornbos",
)  # fmt: skip
TITLES = ("", "", "", "drs. ", "mr. ", "ir. ", "dr. ", "mr. drs. ")


@dataclasses.dataclass(frozen=True, slots=True)
class Address:
    """Where post goes: 'Postbus 100', '7730 AC', 'Ommen'."""

    line: str
    postcode: str
    place: str


def person(dice: random.Random, *, title: bool = True) -> str:
    """An invented name with initials, as it stands under a letter."""
    head = dice.choice(TITLES)
    return f"{head if title else ''}{dice.choice(INITIALS)} {dice.choice(SURNAMES)}"


def address(town: registers.Municipality, *, visiting: bool = False) -> Address:
    """A municipality's postal or visiting address, its place in ordinary letters."""
    found = re.fullmatch(
        r"(.+), (\d{4} [A-Z]{2}) (.+)", town.visiting_address if visiting else town.postal_address
    )
    if found is None:
        raise ValueError(f"no address of {town.name}")
    place = next(name for name in _area(found[2]).places if name.upper() == found[3])
    return Address(found[1], found[2], place)


def towns(province: str, date: dt.date) -> list[registers.Municipality]:
    """The municipalities of a province on a day that have plain names and addresses."""
    return [
        town
        for town in registers.municipalities_of_province(province, date)
        if "(" not in town.name and "'" not in town.name and _is_plain(town)
    ]


def _is_plain(town: registers.Municipality) -> bool:
    try:
        return address(town).line.startswith("Postbus") and bool(address(town, visiting=True))
    except (ValueError, StopIteration):
        return False


def _area(postcode: str) -> registers.PostcodeArea:
    area = registers.postcode_place(postcode)
    if area is None:
        raise ValueError(f"no postcode {postcode}")
    return area


def street(dice: random.Random, town: registers.Municipality) -> Address:
    """A house in the place of the town hall: an invented street number, a postcode of that place."""
    hall = address(town, visiting=True)
    name = dice.choice(("Kerkstraat", "Stationsweg", "Dorpsstraat", "Molenweg", "Wilhelminastraat", "Parallelweg"))
    letters = dice.choice(("AB", "BK", "CN", "GT", "HL", "KE", "NP", "RV", "TX", "WJ"))
    return Address(f"{name} {dice.randint(2, 148)}", f"{hall.postcode[:4]} {letters}", hall.place)


def former(w: Writer, name: str, part: str) -> str:
    """A municipality that did not exist on the letter's day, marked as `Writer.municipality` does."""
    item = registers.former_municipality(name, w.day)
    if item is None:
        raise ValueError(f"{name!r} is no municipality that was or is to come")
    entries = w.truth["municipalities"]
    entries.append({"name": item.name, "code": item.code, "province": item.province, "part": part})
    return mark(f"municipalities.{len(entries) - 1}", name)


def parts(dice: random.Random, total: int, weights: Sequence[int], step: int) -> list[Decimal]:
    """A total cut into positive multiples of `step`, about in proportion to the weights."""
    loose = [weight * dice.uniform(0.8, 1.25) for weight in weights]
    cut = [max(step, round(total * share / sum(loose) / step) * step) for share in loose]
    cut[cut.index(max(cut))] += total - sum(cut)
    return [Decimal(amount) for amount in cut]


def working_day(date: dt.date) -> dt.date:
    """The day itself, or the Monday after a weekend."""
    return date + dt.timedelta(days=(7 - date.weekday()) % 7 if date.weekday() > 4 else 0)


def some_day(dice: random.Random, first: dt.date, last: dt.date) -> dt.date:
    """A working day in a period."""
    return working_day(first + dt.timedelta(days=dice.randrange((last - first).days)))


def other_weekday(date: dt.date) -> str:
    """'woensdag 3 maart 2016' where it was a Thursday."""
    return f"{WEEKDAYS[(date.weekday() + 6) % 7]} {day(date)}"


def swapped(amount: Decimal) -> Decimal:
    """The amount with two neighbouring digits changed round: a typist's slip."""
    digits = f"{amount:.0f}"
    for place in range(len(digits) - 1):
        if digits[place] != digits[place + 1] and digits[place + 1] != "0":
            return Decimal(digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])
    return amount + 1000


def gone(province: str, date: dt.date) -> list[str]:
    """Municipalities of a province that were merged some years before a day, by name."""
    names = {
        item.plain_name
        for item in registers.municipalities()
        if item.kind == "gemeente"
        and item.province == province
        and item.valid_to is not None
        and dt.date(1995, 1, 1) < item.valid_to < date - dt.timedelta(days=900)
        and item.name == item.plain_name
        and registers.municipality(item.name, date) is None
    }
    return sorted(name for name in names if name.isalpha() and not registers.is_ordinary_word(name))


def exemption(w: Writer) -> tuple[str, str]:
    """Sets how covers look; the code over a sum, normal and printed.

    It is of the act that holds when the letter is released; an older letter may come out late.
    """
    w.style = w.dice.choice(("black", "border", "grey", "colour"))
    if w.day < dt.date(2022, 5, 1) and w.dice.random() < 0.6:
        return w.dice.choice((("10.2.b", "10.2.b"), ("10.1.c", "10.1 c"), ("10.2.g", "10.2.g")))
    return w.dice.choice((("5.1.2.b", "5.1.2b"), ("5.1.1.c", "5.1.1c"), ("5.1.2.i", "5.1.2.i")))
