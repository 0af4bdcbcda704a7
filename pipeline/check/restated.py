"""What is asked for or granted, said again further on in the letter as another sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pipeline.dutch.amounts import FoundAmount, find_amounts
from pipeline.letter import Letter

_NOUN: Final = r"(?:subsidie|bijdrage|uitkering|tegemoetkoming|vergoeding|bedrag)(?:\s+toe)?"
_LIMIT: Final = r"(?:\s+(?:maximaal|ten\s+hoogste|in\s+totaal))?\s*$"
_ASKED: Final = re.compile(
    rf"\b(?:vraagt?|vragen|verzoek(?:t|en)?|aanvragen)\b[^.;€]{{0,70}}\been\s+{_NOUN}\s+van{_LIMIT}",
    re.IGNORECASE,
)
_ASKED_AGAIN: Final = re.compile(
    rf"\b(?:de|het)\s+(?:aan)?gevraagde\s+{_NOUN}\s+van{_LIMIT}", re.IGNORECASE
)
_GRANTED: Final = re.compile(
    rf"\b(?:verleent?|verlenen|kent?|kennen|verstrekt?|verstrekken)\b[^.;€]{{0,70}}\been\s+{_NOUN}\s+van"
    rf"{_LIMIT}",
    re.IGNORECASE,
)
_GRANTED_AGAIN: Final = re.compile(
    rf"\b(?:de|het)\s+(?:verleende|toegekende|verstrekte)\s+{_NOUN}\s+van{_LIMIT}", re.IGNORECASE
)
_ANOTHER: Final = re.compile(
    r"\b(?:eerder|vorig|destijds|oorspronkelijk|aanvankelijk|niet\s+(?:gevraagde|verleende|toegekende|verstrekte)|andere?|reeds|(?:19|20)\d\d)\b|"
    r"\bgemeente\s+[A-Z]|\bper\b",
    re.IGNORECASE,
)
_LEAD: Final = 120


class Restated(NamedTuple):
    """A sum and what it becomes when it is said again."""

    first: FoundAmount
    again: FoundAmount


def restated(letter: Letter) -> Iterator[Restated]:
    """'vragen wij een bijdrage van € 48.000' … 'de gevraagde bijdrage van € 84.000'.

    Only where one sum is asked for or granted, the other stands nowhere else in the letter, and
    nothing beside it speaks of another time or body.
    """
    text = letter.text
    if not re.search(r"gevraagde|verleende|toegekende|verstrekte", text):
        return
    amounts = [one for one in find_amounts(text) if not one.in_words]
    for first, again in ((_ASKED, _ASKED_AGAIN), (_GRANTED, _GRANTED_AGAIN)):
        stated = _led_by(letter, amounts, first)
        if len({one.value for one in stated}) != 1:
            continue
        for other in _led_by(letter, amounts, again):
            alone = sum(one.value == other.value for one in amounts) == 1
            if alone and other.value != stated[0].value and not (other.repaired or other.unit):
                yield Restated(stated[0], other)


def _led_by(
    letter: Letter, amounts: Sequence[FoundAmount], lead: re.Pattern[str]
) -> list[FoundAmount]:
    """The amounts that some words lead to, in sentences of the letter's own matter."""
    found = []
    for one in amounts:
        first, last = letter.sentence(one.start)
        before = letter.text[max(first, one.start - _LEAD) : one.start]
        if lead.search(before) and not _ANOTHER.search(letter.text, first, last):
            found.append(one)
    return found
