"""The municipalities of a letter, each once, with the strongest part that it has in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pipeline import registers
from pipeline.extract import Reading, calibration, field_of
from pipeline.extract.cells import one_line
from pipeline.extract.mentions import Mention, mentions, stands_in_text
from pipeline.extract.municipal_parts import Sides, part_of
from pipeline.extract.tabulated import Tabulated
from pipeline.record import Field, Municipality, Part

_MOST_EVIDENCE = 20


def municipalities(
    reading: Reading,
    tables: Sequence[Tabulated],
    sender: Field[str] | None = None,
    recipient: Field[str] | None = None,
) -> tuple[Municipality, ...]:
    """Every municipality that the letter names, in the order in which it first does.

    `sender` and `recipient` are the fields of the two organisations' ids ('gm0034'). One that the
    letter nowhere calls by name, known by its address or office, comes first.
    """
    sides = Sides(_codes(sender), _codes(recipient))
    found = mentions(reading, tables)
    counted: dict[str, list[Mention]] = {}
    for mention in found:
        own = mention.item.identifier in sides.sender | sides.recipient
        if mention.said or own or stands_in_text(reading.letter, mention):
            counted.setdefault(mention.item.identifier, []).append(mention)
    named = [
        _entry(reading, of_one, part_of(reading.letter, of_one, found, sides))
        for of_one in counted.values()
    ]
    unnamed = [
        _of_field(reading, item, field, part)
        for field, part in ((sender, Part.sender), (recipient, Part.recipient))
        for item in registers.municipalities()
        if field is not None and item.identifier in _codes(field) - counted.keys()
    ]
    return (*unnamed, *named)


def _codes(field: Field[str] | None) -> frozenset[str]:
    """The ids of municipalities in a field of organisations' ids."""
    written = field.value if field is not None and field.value else ""
    return frozenset(code for code in re.split(r"[;,\s]+", written) if code.startswith("gm"))


# --- its entry


def _entry(reading: Reading, named: Sequence[Mention], part: Part) -> Municipality:
    letter = reading.letter
    passages = [letter.passage(mention.start, mention.end) for mention in named]
    clearest = max(named, key=lambda mention: (mention.said, mention.likeness))
    score = (0.96 if clearest.said else 0.75) * clearest.likeness
    best = max(passages, key=lambda passage: passage.legibility)
    evidence = dict.fromkeys(place for passage in passages for place in passage.evidence)
    seen = field_of(named[0].item, passages[0], score, "named" if clearest.said else "bare-name")
    ground = calibration.ground_of(best, score, agreeing=min(len(named) - 1, 3))
    agreed = calibration.confidence(ground)
    update = {"confidence": agreed, "evidence": tuple(evidence)[:_MOST_EVIDENCE]}
    return _of_field(reading, named[0].item, seen.model_copy(update=update), part)


def _of_field(
    reading: Reading, item: registers.Municipality, field: Field[Any], part: Part
) -> Municipality:
    """The entry of a municipality, with text and evidence of a field."""
    return Municipality(
        name=item.official_name(reading.date),
        code=item.code,
        province=item.province_on(reading.date) or None,
        part=part,
        text=one_line(field.text),
        confidence=field.confidence,
        evidence=field.evidence,
        source=field.source,
    )
