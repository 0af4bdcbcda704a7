"""What letters released with covered places share: exemption codes as printed, invented persons,
addresses, and drawings that look like covers and are none (bar codes, squares, photos, marks).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
import re
from collections.abc import Sequence

from pipeline import registers
from tests.corpus.writer import Writer

# The ground on which each kind of thing is withheld, by the act of the release.
GROUNDS = {
    "Wob": {"amount": "10.2.b", "reference": "10.2.g", "passage": "11.1", "": "10.2.e"},
    "Woo": {"amount": "5.1.2.b", "reference": "5.1.2.i", "passage": "5.2.1", "": "5.1.2.e"},
}
SPELLINGS = ("dotted", "short", "spaced", "brackets", "words")
SURNAMES = (
    "van Ede", "Best", "van Putten", "van Buren", "Hoekstra", "Wolters", "Kuiper", "de Rooij",
    "Verhagen", "ter Braak", "Nijland", "Oosterbaan", "van der Linde", "Schipper", "Dekkers",
    "Lammers", "Bosgra", "Huisman", "van Deventer", "Postma", "Kamphuis", "Reinders", "Tuinstra",
    "Vermeulen", "den Otter", "Haverkamp", "Bouwmeester", "Slagter", "van Rossum", "Wiegers",
)  # fmt: skip
FIRST_NAMES = ("Anneke", "Bert", "Carla", "Dirk", "Esther", "Frank", "Gerda", "Hans", "Ingrid", "Jeroen", "Karin", "Lex", "Marloes", "Niels", "Petra", "Ruud", "Saskia", "Tom", "Wilma", "Yvonne")
MOBILE = ("10", "12", "18", "21", "23", "29", "34", "41", "46", "51", "53", "57")


@dataclasses.dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented: 'J.M. van Ede', 'Anneke', 'mevrouw'."""

    initials: str
    surname: str
    first_name: str
    address: str

    @property
    def name(self) -> str:
        return f"{self.initials} {self.surname}"

    @property
    def whole(self) -> str:
        return f"{self.first_name} {self.surname}"

    @property
    def dear(self) -> str:
        """As a salutation has it: 'heer Van Ede'."""
        upper = self.surname[0].upper() + self.surname[1:]
        return f"{self.address.removeprefix('de ')} {upper}"

    def mail(self, domain: str) -> str:
        """'j.van.ede@…'."""
        return f"{self.initials[0].lower()}.{self.surname.lower().replace(' ', '.')}@{domain}"


def people(dice: random.Random, count: int) -> list[Person]:
    """So many persons, no surname twice."""
    found = []
    for surname in dice.sample(SURNAMES, count):
        letters = dice.sample("ABCDEFGHJKLMPRSTW", dice.randint(1, 3))
        first = dice.choice(FIRST_NAMES)
        title = "mevrouw" if first in FIRST_NAMES[::2] or first == "Yvonne" else "de heer"
        found.append(Person("".join(f"{letter}." for letter in letters), surname, first, title))
    return found


def mobile(dice: random.Random, style: str = "06-{}{}{}{}") -> str:
    """A mobile number; `style` has four places for two figures each."""
    return style.format(*dice.choices(MOBILE, k=4))


@dataclasses.dataclass(frozen=True, slots=True)
class Release:
    """How a letter was released: under which act, how its codes are spelled ('' for no codes)."""

    act: str
    spelling: str

    def ground(self, covers: str) -> str:
        """The normal form of the ground for a kind of cover; '' where no codes are printed."""
        return GROUNDS[self.act].get(covers, GROUNDS[self.act][""]) if self.spelling else ""

    def hide(self, w: Writer, covers: str, text: str, ground: str | None = None) -> str:
        """Cover `text` on the usual ground or a given one ('' for none), spelled to fit."""
        code = self.ground(covers) if ground is None else ground
        room = len(text) if covers != "signature" else 30
        text = text if " " in text else f"{text} "  # a place without a space would be too low
        return w.cover(covers, text, code, self.printed(code, room))

    def printed(self, code: str, room: int) -> str:
        """The code in the letter's spelling; the long one only where there is room for it."""
        tight = room < 2 * len(spelled(code, self.spelling))
        return spelled(code, "short" if tight else self.spelling) if code else ""


def spelled(code: str, spelling: str) -> str:
    """'10.2.e' as '10.2.e', '10.2e', '10.2 e', '(10)(2e)' or 'art. 10 lid 2 sub e'."""
    parts = re.fullmatch(r"(10|11|5\.1|5\.2)\.(\d)(?:\.([a-z]))?", code)
    if parts is None:
        return code
    article, member, letter = parts[1], parts[2], parts[3] or ""
    sub = f" sub {letter}" if letter else ""
    return {
        "dotted": code,
        "short": f"{article}.{member}{letter}",
        "spaced": f"{article}.{member} {letter}".strip(),
        "brackets": f"({article})({member}{letter})",
        "words": f"art. {article} lid {member}{sub}",
    }[spelling]


def workday(day: dt.date) -> dt.date:
    """The day itself, or the Monday after a weekend."""
    return day + dt.timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)


def postal(name: str, w: Writer) -> tuple[str, str, str]:
    """The postal address of a municipality on the letter's day: line, postcode, place."""
    item = registers.municipality(name, w.day)
    if item is None:
        raise ValueError(f"no municipality {name!r} on {w.day}")
    found = re.fullmatch(r"(.+), (\d{4} [A-Z]{2}) (.+?)(?: (?:GLD|NH|LB|OV|NB|ZH|FR))?", item.postal_address)
    if found is None:
        raise ValueError(f"no postal address of {name!r}")
    return found[1], found[2], found[3].title()


def identifier(name: str, w: Writer) -> str:
    """The TOOI code of a municipality."""
    item = registers.municipality(name, w.day)
    if item is None:
        raise ValueError(f"no municipality {name!r} on {w.day}")
    return item.identifier


def split(dice: random.Random, total: int, weights: Sequence[int], step: int) -> list[int]:
    """A total parted by weights in multiples of `step`; the last takes what is left."""
    whole = sum(weights)
    parts = [
        round(total * weight / whole * dice.uniform(0.9, 1.1) / step) * step
        for weight in weights[:-1]
    ]
    return [*parts, total - sum(parts)]


# --- drawings


def drawing(width: float, height: float, body: str) -> str:
    """An SVG of this size."""
    box = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{body}</svg>'


def bars(dice: random.Random, ink: str = "#000") -> str:
    """A bar code, 120 by 30 units."""
    parts, x = [], 2.0
    while x < 116:
        width = dice.choice((0.8, 0.8, 1.6, 2.4))
        parts.append(f'<rect x="{x:.1f}" y="0" width="{width}" height="30" fill="{ink}"/>')
        x += width + dice.choice((0.8, 1.6, 1.6, 2.4))
    return drawing(120, 30, "".join(parts))


def squares(dice: random.Random) -> str:
    """A square code of 25 by 25 modules with its three finders."""
    parts = []
    corners = ((0, 0), (18, 0), (0, 18))
    for y in range(25):
        for x in range(25):
            near = any(cx - 1 <= x < cx + 8 and cy - 1 <= y < cy + 8 for cx, cy in corners)
            if dice.random() < 0.48 and not near:
                parts.append(f'<rect x="{x}" y="{y}" width="1.02" height="1.02"/>')
    for x, y in corners:
        parts.append(f'<path d="M{x} {y}h7v7h-7z M{x + 1} {y + 1}v5h5v-5z" fill-rule="evenodd"/>')
        parts.append(f'<rect x="{x + 2}" y="{y + 2}" width="3" height="3"/>')
    return drawing(25, 25, "".join(parts))


def photo(dice: random.Random) -> str:
    """A dull picture of a building under a sky, 120 by 80 units."""
    sky, wall = dice.choice((("#9fb8cc", "#6d5a4c"), ("#c6ccd2", "#7d8288"), ("#7f93a6", "#8b4f3c")))
    parts = [f'<rect width="120" height="80" fill="{sky}"/><rect y="62" width="120" height="18" fill="#565f4b"/>']
    left = dice.randint(8, 24)
    parts.append(f'<rect x="{left}" y="22" width="78" height="46" fill="{wall}"/>')
    parts.append(f'<path d="M{left - 4} 22 L{left + 39} 6 L{left + 82} 22 Z" fill="#3a3532"/>')
    for row in range(2):
        for column in range(5):
            shade = dice.choice(("#23292e", "#39434a", "#cfd6d8"))
            at = f'x="{left + 6 + column * 14}" y="{28 + row * 18}"'
            parts.append(f'<rect {at} width="8" height="11" fill="{shade}"/>')
    for _ in range(14):
        x, y = dice.uniform(0, 120), dice.uniform(52, 66)
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{dice.uniform(2, 5):.1f}" fill="#3f4d35"/>')
    return drawing(120, 80, "".join(parts))


def blocks(dice: random.Random, inks: Sequence[str]) -> str:
    """A mark of overlapping squares and a bow, 60 by 60 units."""
    parts = []
    for ink in inks:
        x, y, size = dice.randint(2, 26), dice.randint(2, 26), dice.randint(18, 32)
        parts.append(f'<rect x="{x}" y="{y}" width="{size}" height="{size}" fill="{ink}"/>')
    bow = f'<path d="M4 54 Q30 {dice.randint(30, 44)} 56 54" fill="none" stroke="{inks[0]}" stroke-width="5"/>'
    return drawing(60, 60, "".join(parts) + bow)
