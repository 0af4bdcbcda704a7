"""What the letters of application share: regions and their municipalities, addresses, days, invented persons."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
import re
from collections.abc import Sequence

from pipeline import registers
from tests.corpus.writer import Writer

SMALL_WORDS = {"op", "aan", "de", "den", "van", "en", "ad"}
PROVINCES_BEHIND = re.compile(r" (?:GLD|NH|NB|L|DR|FR|OV|ZH)$")


@dataclasses.dataclass(frozen=True, slots=True)
class Region:
    """Neighbours that work together: `leads` write for the others (with their dialling codes)."""

    name: str
    province: str
    leads: tuple[tuple[str, str], ...]
    towns: tuple[str, ...]


REGIONS = (
    Region("de Gelderse Vallei", "Gelderland", (("Ede", "0318"), ("Barneveld", "0342")), ("Ede", "Barneveld", "Nijkerk", "Scherpenzeel", "Wageningen", "Putten")),
    Region("de regio Noord-Veluwe", "Gelderland", (("Putten", "0341"), ("Heerde", "0578"), ("Harderwijk", "0341")), ("Elburg", "Ermelo", "Harderwijk", "Nunspeet", "Oldebroek", "Putten", "Heerde", "Hattem", "Epe")),
    Region("het Rivierengebied", "Gelderland", (("Buren", "0344"), ("Tiel", "0344")), ("Buren", "Culemborg", "Maasdriel", "Neder-Betuwe", "Tiel", "West Maas en Waal", "Zaltbommel", "Druten")),
    Region("de Kempen", "Noord-Brabant", (("Best", "0499"), ("Veldhoven", "040")), ("Best", "Bergeijk", "Bladel", "Eersel", "Oirschot", "Reusel-De Mierden", "Veldhoven", "Waalre")),
    Region("de regio Alkmaar", "Noord-Holland", (("Alkmaar", "072"), ("Castricum", "0251")), ("Alkmaar", "Bergen (NH)", "Castricum", "Heiloo", "Uitgeest", "Schagen", "Opmeer")),
    Region("Noord-Limburg", "Limburg", (("Venray", "0478"), ("Gennep", "0485")), ("Bergen (L)", "Gennep", "Horst aan de Maas", "Venray", "Peel en Maas", "Beesel", "Mook en Middelaar")),
    Region("Twente", "Overijssel", (("Oldenzaal", "0541"), ("Almelo", "0546")), ("Almelo", "Borne", "Dinkelland", "Haaksbergen", "Hof van Twente", "Losser", "Oldenzaal", "Tubbergen", "Wierden")),
    Region("Zuid-Drenthe", "Drenthe", (("Hoogeveen", "0528"), ("Meppel", "0522")), ("Hoogeveen", "Meppel", "Midden-Drenthe", "Westerveld", "De Wolden", "Coevorden")),
    Region("de Achterhoek", "Gelderland", (("Doetinchem", "0314"), ("Winterswijk", "0543")), ("Aalten", "Berkelland", "Bronckhorst", "Doetinchem", "Oost Gelre", "Oude IJsselstreek", "Winterswijk")),
    Region("Midden-Zeeland", "Zeeland", (("Goes", "0113"), ("Middelburg", "0118")), ("Borsele", "Goes", "Kapelle", "Noord-Beveland", "Reimerswaal", "Veere", "Middelburg", "Tholen")),
    Region("West-Brabant", "Noord-Brabant", (("Roosendaal", "0165"), ("Bergen op Zoom", "0164")), ("Bergen op Zoom", "Roosendaal", "Rucphen", "Steenbergen", "Woensdrecht", "Zundert", "Halderberge", "Moerdijk")),
)  # fmt: skip

NO_MUNICIPALITIES = ("Groenbrugge", "Grevendam", "Wijchmonde", "Lindervoort", "Holtmarke", "Zandermeer")
"""Names that no municipality and no place ever had."""
SURNAMES = (
    "van den Broek", "Hoekstra", "Jansen-Kuipers", "de Graaf", "van Ede", "Best", "van Putten", "van Buren",
    "van Bergen", "van Heerde", "Schouten", "El Amrani", "Yılmaz", "ter Horst", "Wolterink", "Nijhuis",
    "Dekkers", "van der Velde", "Oosterhof", "Pietersma", "Tromp", "Verhoeven", "Roelofs", "Slagter",
    "Brouwers", "Kamphuis", "van de Laar", "Lankhorst", "Goossens-Peters", "Rietveld", "Zijlstra", "den Ouden",
)  # fmt: skip
INITIALS = ("A.", "A.J.", "B.M.", "C.", "E.H.", "F.", "G.J.", "H.", "H.W.", "I.", "J.A.M.", "J.", "K.", "L.C.", "M.", "M.E.", "N.", "P.", "P.J.", "R.", "S.", "T.W.", "W.")  # fmt: skip


def person(dice: random.Random, titles: Sequence[str] = ("",)) -> str:
    """Somebody who does not exist: 'drs. J.A.M. van Putten'."""
    title, initials, surname = dice.choice(titles), dice.choice(INITIALS), dice.choice(SURNAMES)
    return f"{title} {initials} {surname}".strip()


def persons(dice: random.Random, count: int, titles: Sequence[str] = ("",)) -> list[str]:
    """Several who do not exist, of different families."""
    names = dice.sample(SURNAMES, count)
    return [f"{dice.choice(titles)} {dice.choice(INITIALS)} {name}".strip() for name in names]


def surname(name: str) -> str:
    """The surname as it follows 'Geachte heer': with a capital."""
    bare = name.split(". ")[-1] if "." in name else name.partition(" ")[2]
    return bare[0].upper() + bare[1:]


def subscriber(dice: random.Random, dialling: str) -> str:
    """A number behind a dialling code, in two groups: nought and nine figures in all."""
    figures = 7 - len(dialling)
    return f"{dice.randint(200, 799)} {dice.randint(10 ** (figures - 1), 10**figures - 1)}"


def workday(dice: random.Random, first: dt.date, last: dt.date) -> dt.date:
    """A day from Monday to Friday."""
    day = first + dt.timedelta(dice.randrange((last - first).days))
    return day - dt.timedelta(max(0, day.weekday() - 4))


def after(day: dt.date, days: int) -> dt.date:
    """That many days later (earlier if negative), never in a weekend."""
    moved = day + dt.timedelta(days)
    return moved - dt.timedelta(max(0, moved.weekday() - 4))


def spoken(name: str) -> str:
    """A municipality as people call it: 'Bergen' for 'Bergen (L)'."""
    return name.partition(" (")[0]


def series(words: Sequence[str], last: str = "en") -> str:
    """'a, b en c'."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else words[0]


def town(w: Writer, name: str, part: str, before: str = "") -> str:
    """A municipality marked, under the name people use; `before` 'gemeente ' is marked with it."""
    return w.municipality(name, part, before + spoken(name))


def address(text: str) -> tuple[str, str, str]:
    """'Postbus 9022, 6710 HK EDE GLD' as its line, postcode and place ('Ede')."""
    line, _, rest = text.rpartition(", ")
    place = PROVINCES_BEHIND.sub("", rest[8:])
    if place.isupper():
        words = [word if word in SMALL_WORDS else word.title() for word in place.lower().split()]
        place = " ".join(words).replace("Ij", "IJ")
    return line, rest[:7], place


def postal(name: str, day: dt.date) -> tuple[str, str, str]:
    """A municipality's postal address: line, postcode, place."""
    item = registers.municipality(name, day)
    if item is None:
        raise ValueError(f"no municipality {name!r} on {day}")
    return address(item.postal_address)


def visiting(name: str, day: dt.date) -> tuple[str, str, str]:
    """Where its town hall stands: line, postcode, place."""
    item = registers.municipality(name, day)
    if item is None:
        raise ValueError(f"no municipality {name!r} on {day}")
    return address(item.visiting_address)


def no_postcode(dice: random.Random, postcode: str) -> str:
    """A postcode that cannot be: letters that are never given out, or a nought in front."""
    digits, letters = postcode.split()
    return dice.choice((f"{digits} {dice.choice(('SS', 'SD', 'SA'))}", f"0{digits[1:]} {letters}"))


def write_sender(w: Writer, name: str) -> str:
    """The organisation of a municipality as sender; gives the marked words 'gemeente X'."""
    item = registers.municipality(name, w.day)
    if item is None:
        raise ValueError(f"no municipality {name!r} on {w.day}")
    w.silent("sender.organisation_id", item.identifier)
    words = w.municipality(name, "sender", f"gemeente {spoken(name)}")
    return w.field("sender.organisation", f"Gemeente {item.official_name(w.day)}", words)


def write_recipient(w: Writer, name: str, shown: str | None = None) -> str:
    """The organisation of a municipality as recipient; gives the marked words."""
    item = registers.municipality(name, w.day)
    if item is None:
        raise ValueError(f"no municipality {name!r} on {w.day}")
    w.silent("recipient.organisation_id", item.identifier)
    words = w.municipality(name, "recipient", shown or f"Gemeente {spoken(name)}")
    return w.field("recipient.organisation", f"Gemeente {item.official_name(w.day)}", words)


def web_name(name: str) -> str:
    """'Horst aan de Maas' as in its web address."""
    return re.sub(r"[^a-z-]", "", spoken(name).lower().replace(" ", ""))
