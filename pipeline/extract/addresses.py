"""Addresses as letters set them: a house or a P.O. box, then postcode and place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline import registers
from pipeline.dutch.formulas import is_country
from pipeline.dutch.identifiers import find_po_boxes, find_postcodes, find_street_addresses
from pipeline.letter import Letter, Passage, Placed

_NO_PLACE = r"(?i:tel(?:efoon)?|fax|postbus|e-?mail|internet|website|kvk|iban|btw|bank|[tfei])\b"
_PLACE = re.compile(
    r"\s{0,3}(?:[|·,]\s{0,3})?(?P<place>(?:['’‘][stST][- ]?)?[A-Z][\w'’.]*"
    rf"(?:[ -](?:aan|den|de|het|op|bij|en|a/d|(?!{_NO_PLACE})[A-Z(][\w'’.)]*))*)"
)
_NUMBERED = re.compile(
    r"[A-Z'’][^\d,;:]{2,40}\s\d{1,5}\s?[-/]?\s?[a-zA-Z0-9]{0,4}"
)  # over a postcode
_ABROAD = re.compile(
    r"(?P<postcode>(?:[A-Z]{1,2}[- ])?\d{4,5}(?:\s?[A-Z]{2})?)\s+(?P<place>[A-ZÀ-Þ][^\d,;:]{1,40})"
)
_SMALL = re.compile(
    r"[1-9]\d{3} ?[a-z]{2}(?= +['’a-z][\w'’ -]+$)"
)  # a house style in small letters
_PROVINCE = re.compile(r"\(?[A-Z]{1,3}\.?\)?")  # 'Bergen NH'
_ASIDE = 100.0  # points between a box and its postcode on one line
_BETWEEN = re.compile(r"[\s,;·•|–\-]{0,8}")


@dataclass(frozen=True, slots=True)
class Address:
    """An address with the passage of each part; `house` is None for a postcode alone."""

    house: Passage | None
    postcode: str
    postcode_at: Passage
    place: Passage | None
    line: Placed

    @property
    def is_box(self) -> bool:
        return self.house is not None and any(True for _ in find_po_boxes(self.house.text))


def addresses(letter: Letter, lines: Sequence[Placed]) -> Iterator[Address]:
    """Every address in some lines, in their order."""
    for placed in lines:
        text = letter.text[placed.start : placed.end]
        for found in find_postcodes(text):
            yield Address(
                _house_before(letter, lines, placed, found.start),
                found.value,
                letter.passage(placed.start + found.start, placed.start + found.end),
                _place_after(letter, placed, found.end),
                placed,
            )
        small = _SMALL.match(text)
        if small is not None:
            yield from _in_small_letters(letter, lines, placed, small.end())
        elif is_country(text):
            yield from _abroad(letter, lines, placed)


def _in_small_letters(
    letter: Letter, lines: Sequence[Placed], placed: Placed, at: int
) -> Iterator[Address]:
    """'postbus 20120 / 8900 hm leeuwarden': only under a house, since '2016 in' is no postcode."""
    house = _house_before(letter, lines, placed, 0)
    if house is not None:
        start = placed.start
        code = letter.text[start : start + at].replace(" ", "").upper()
        place = letter.passage(
            placed.end - len(letter.text[start + at : placed.end].lstrip()), placed.end
        )
        yield Address(
            house, f"{code[:4]} {code[4:]}", letter.passage(start, start + at), place, placed
        )


def _abroad(letter: Letter, lines: Sequence[Placed], country: Placed) -> Iterator[Address]:
    """The address over the name of a country, its postcode as that country writes it."""
    placed = _above(lines, country)
    text = letter.text[placed.start : placed.end] if placed is not None else ""
    match = _ABROAD.fullmatch(text)
    if placed is None or match is None or any(True for _ in find_postcodes(text)):
        return
    house = _house_before(letter, lines, placed, 0)
    code, place = (
        letter.passage(placed.start + match.start(name), placed.start + match.end(name))
        for name in ("postcode", "place")
    )
    yield Address(house, match["postcode"], code, place, placed)


def _place_after(letter: Letter, placed: Placed, at: int) -> Passage | None:
    """The place after a postcode; where the line ends there, set wide beside or below it."""
    match = _PLACE.match(letter.text, placed.start + at, placed.end)
    if match is not None:
        start, end = match.span("place")
        return letter.passage(start, start + len(_known_place(letter.text[start:end])))
    if letter.text[placed.start + at : placed.end].strip():
        return None
    for other in (letter.right_of(placed), letter.below(placed)):
        if other is None:
            continue
        whole = _PLACE.fullmatch(letter.text, other.start, other.end)
        if whole is not None:
            return letter.passage(*whole.span("place"))
    return None


def _known_place(text: str) -> str:
    """A place without the words of another column after it; as it stands where none is known."""
    words = text.split(" ")
    for size in range(len(words), 0, -1):
        if registers.place_named(" ".join(words[:size])):
            marked = size < len(words) and _PROVINCE.fullmatch(words[size])
            return " ".join(words[: size + bool(marked)])
    return text


def houses(text: str) -> list[tuple[int, int]]:
    """Where streets with a number and P.O. boxes stand in a text, in their order."""
    found = [(f.start, f.end) for f in find_po_boxes(text)]
    found += [(f.start, f.end) for f in find_street_addresses(text)]
    return sorted(found)


def _house_before(
    letter: Letter, lines: Sequence[Placed], placed: Placed, at: int
) -> Passage | None:
    """The street or box before a postcode: on its line, else straight above, else left of it."""
    own = letter.text[placed.start : placed.start + at]
    code = letter.text[placed.start + at : placed.start + at + 7]
    place = _last_house(own, code)
    if place is not None:
        return letter.passage(placed.start + place[0], placed.start + place[1])
    above = _above(lines, placed) or _left(letter, placed)
    if above is None or own.strip(" ,·|-–>"):
        return None
    text = letter.text[above.start : above.end]
    place = _last_house(text) or _first_house(text)
    place = place or ((0, len(text)) if is_numbered(text) else None)
    return letter.passage(above.start + place[0], above.start + place[1]) if place else None


def is_numbered(text: str) -> bool:
    """Words and a number, which over a postcode is an address: 'Veerdam 9'."""
    return _NUMBERED.fullmatch(text) is not None


def _left(letter: Letter, placed: Placed) -> Placed | None:
    other = letter.left_of(placed)
    near = other is not None and placed.box.x0 - other.box.x1 < _ASIDE
    return other if near else None


def _last_house(text: str, code: str = "") -> tuple[int, int] | None:
    """The last street or box of a text, where nothing but separators and a postcode follows it."""
    found = [house for house in houses(text + code) if house[1] <= len(text)]
    return found[-1] if found and _BETWEEN.fullmatch(text[found[-1][1] :]) else None


def _first_house(text: str) -> tuple[int, int] | None:
    """The street or box with which a text begins; what follows it is of another column."""
    found = houses(text)
    return found[0] if found and found[0][0] == 0 else None


def _above(lines: Sequence[Placed], placed: Placed) -> Placed | None:
    box = placed.box
    near = [
        other
        for other in lines
        if other.page is placed.page
        and 0 < box.middle[1] - other.box.middle[1] < 3.2 * box.height
        and abs(other.box.x0 - box.x0) < 3 * box.height
    ]
    return max(near, key=lambda other: other.box.top, default=None)
