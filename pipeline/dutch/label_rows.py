"""Labels that stand in a row: 'Uw kenmerk  Ons kenmerk  Datum', their values in a row below.

Also a label at the end of a line of something else, where two columns were read as one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.dutch.labels import LabelKind, form_at

_STRONG: frozenset[LabelKind] = frozenset(
    ("our_reference", "your_reference", "their_date", "date", "subject", "enclosures", "contact")
)
_JUNK = re.compile(r"[^\w(]*")
_UNKNOWN = re.compile(r"[^\W\d_]{4,}(?!\S)")
_LONGEST = 110  # characters of a row of labels
_AT_END = re.compile(
    r"\s(?P<label>(?:Uw|Ons|Onze)\s+\w+(?:\s+van)?|Datum|Zaaknummer|Onderwerp|Betreft|"
    r"Bijlagen?(?:\(n\))?|Kenmerk|Behandeld\s+door|Contactpersoon|Doorkiesnummer)\W*$"
)


@dataclass(frozen=True, slots=True)
class RowLabel:
    """A label among others on its line, from one offset of the line to another.

    `kind` is None for a word among labels that is none we know.
    """

    kind: LabelKind | None
    start: int
    end: int


@lru_cache(maxsize=4096)
def label_row(line: str) -> tuple[RowLabel, ...]:
    """The labels of which a line wholly consists, two or more; empty where it holds more.

    One word that is no known label may stand among three that are.
    """
    if len(line) > _LONGEST or line.endswith((".", "?")):
        return ()
    found: list[RowLabel] = []
    at = _skip(line, 0)
    while at < len(line):
        known = form_at(line, at)
        unknown = _UNKNOWN.match(line, at) if known is None else None
        if known is None and unknown is None:
            return ()
        end = known[1] if known is not None else unknown.end() if unknown is not None else at
        found.append(RowLabel(known[0] if known is not None else None, at, end))
        at = _skip(line, end)
    kinds = [label.kind for label in found if label.kind is not None]
    strange = len(found) - len(kinds)
    enough = strange < 2 and len(kinds) >= 2 + strange
    return tuple(found) if enough and any(kind in _STRONG for kind in kinds) else ()


def _skip(line: str, at: int) -> int:
    """Past white space, colons and specks."""
    match = _JUNK.match(line, at)
    return match.end() if match is not None else at


@lru_cache(maxsize=4096)
def label_at_end(line: str) -> RowLabel | None:
    """The label with which a line of something else ends: '4460 MC Goes   Ons kenmerk'.

    Written with a capital; of one word only where white space parts it from the words before.
    """
    match = _AT_END.search(line)
    if match is None:
        return None
    start = match.start("label")
    known = form_at(line, start)
    if known is None or line[known[1] :].strip(" :.,"):
        return None
    return RowLabel(known[0], start, known[1])
