"""Ministers by their names in the register, where a scan misread the first initial."""

from __future__ import annotations

import datetime as dt
import re

from pipeline import registers

_NAMED = re.compile(r"(?P<initials>(?:[A-Z][a-z]?\.\s?)+)(?P<surname>[^\d.]{3,40})$")
_WRONG = 1  # letters of the initials that may differ, besides the first


def as_registered(name: str, date: dt.date | None) -> str:
    """A minister's name with the initials of the only one of that surname in office.

    'L.K. van Engelshoven' is I.K.; where the first initial is that of the register, or the others
    differ by more than a letter, the name stays.
    """
    match = _NAMED.search(name)
    if match is None or date is None:
        return name
    known = {item.initials for item in registers.minister_named(match["surname"], date)}
    letters = _letters(match["initials"])
    for initials in known if len(known) == 1 else ():
        meant = _letters(initials)
        if meant[:1] != letters[:1] and _alike(letters[1:], meant[1:]):
            return f"{name[: match.start()]}{initials} {match['surname']}"
    return name


def _letters(initials: str) -> str:
    return "".join(sign for sign in initials if sign.isalpha())


def _alike(letters: str, meant: str) -> bool:
    wrong = sum(a != b for a, b in zip(letters, meant, strict=False))
    return bool(letters) and wrong + abs(len(letters) - len(meant)) <= _WRONG
