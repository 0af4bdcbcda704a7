"""Municipalities named as a group: 'de Flevolandse gemeenten', 'de G4', 'de regio Twente'.

A group names none of its members. Those that the register has at the letter's date are inferred,
and stay apart from the municipalities that the letter names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline import registers
from pipeline.extract import Reading, calibration, field_of
from pipeline.extract.cells import one_line
from pipeline.page import Zone
from pipeline.record import MunicipalityGroup

_EVERY = r"Diverse|Nederlandse|Vlaamse|Europese|Duitse|Belgische|Franse|Deense|Zweedse"
_GROUP = re.compile(
    rf"(?<![\w-])(?:(?P<adjective>(?!(?:{_EVERY})\b)[A-Z][a-zà-ÿ-]+(?:se|er)\s+gemeenten)"
    r"|(?P<size>[GMP]-?\s?\d{1,2})(?:[- ]gemeenten)?(?=\W)"
    r"|(?P<region>(?:gemeenten\s+(?:in|van|binnen|uit)\s+(?:de\s+)?)?(?:stads)?regio\s+"
    r"[A-Z][\w-]+(?:[ -][A-Z][\w-]+){0,2})"
    r"|(?P<province>(?:alle\s+)?gemeenten\s+(?:in|van|binnen|uit)\s+(?:de\s+)?provincie\s+"
    r"[A-Z][\w-]+))"
)
_SIZE_LEADS = re.compile(r"\b(?:de|binnen|van|G\d+\s+en)\s+$", re.IGNORECASE)
_LOCATED = re.compile(r"\b(?:in|binnen|uit|naar|door|voor)\s+(?:de\s+)?$", re.IGNORECASE)
_SIZES = frozenset({"G4", "G6", "G21", "G25", "G27", "G32", "G36", "G40", "M50", "P10"})
_IN_TEXT = {Zone.body, Zone.subject, Zone.table, Zone.closing}
_MOST_EVIDENCE = 20


def groups(reading: Reading) -> tuple[MunicipalityGroup, ...]:
    """Every group that the letter names, once, in the order in which it first does."""
    found: dict[str, MunicipalityGroup] = {}
    for start, end in _spans(reading):
        passage = reading.letter.passage(start, end)
        name = one_line(reading.letter.text[start:end])
        known = found.get(name.lower())
        if known is not None:
            places = dict.fromkeys((*known.evidence, *passage.evidence))
            update = {"evidence": tuple(places)[:_MOST_EVIDENCE]}
            found[name.lower()] = known.model_copy(update=update)
            continue
        members = registers.group(name.removeprefix("alle "), reading.date) or ()
        field = field_of(name, passage, 0.9, "inferred" if members else "group")
        found[name.lower()] = MunicipalityGroup(
            name=name,
            members=tuple(item.code for item in members),
            text=name,
            confidence=calibration.confidence(calibration.ground_of(passage, 0.9)),
            evidence=field.evidence,
            source=field.source,
        )
    return tuple(found.values())


def _spans(reading: Reading) -> Iterator[tuple[int, int]]:
    text = reading.letter.text
    for match in _GROUP.finditer(text):
        if reading.letter.zone_at(match.start()) not in _IN_TEXT:
            continue
        size = match["size"]
        if size is not None:
            known = re.sub(r"[-\s]", "", size) in _SIZES
            leads = _SIZE_LEADS.search(text, max(0, match.start() - 12), match.start())
            if not (known and leads):
                continue
        where = _LOCATED.search(text, max(0, match.start() - 20), match.start())
        if match["region"] is not None and match["region"].startswith(("regio", "stads")) and where:
            continue  # a place, not those who act
        yield match.span()
