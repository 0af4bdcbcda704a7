"""What was left legible of persons in a letter that is released with covered places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline.check import Breach, Case, breach, rule
from pipeline.check.reading import certain_redactions
from pipeline.dutch.identifiers import (
    FoundIdentifier,
    find_bsns,
    find_emails,
    find_ibans,
    find_phones,
)
from pipeline.letter import Letter
from pipeline.page import COVERED
from pipeline.record import Severity


@rule(
    "personal-data-exposed",
    Severity.warning,
    en="In a letter with covered places a person's {kind_en} can still be read.",
    nl="In een brief met gelakte plekken is nog {kind_nl} van een persoon te lezen.",
)
def exposed(case: Case) -> Iterator[Breach]:
    """A BSN, or an e-mail address, mobile number or bank account of a person, is covered too.

    The message does not repeat it. One finding for each kind.
    """
    if not certain_redactions(case):
        return
    left: dict[str, list[FoundIdentifier]] = {}
    for found in _of_persons(case.letter):
        left.setdefault(found.kind, []).append(found)
    for kind, all_found in left.items():
        places = [case.letter.passage(found.start, found.end) for found in all_found]
        kind_en, kind_nl = _NAMES[kind]
        yield breach(*places, kind_en=kind_en, kind_nl=kind_nl)


_NAMES: Final = {
    "bsn": ("citizen service number", "een burgerservicenummer"),
    "email": ("e-mail address", "een e-mailadres"),
    "phone": ("mobile number", "een mobiel nummer"),
    "iban": ("bank account", "een rekeningnummer"),
}
_INITIALS: Final = re.compile(r"(?:[a-z]\.){1,4}(?:[a-z]+[.-])*[a-z]{2,}@")
"""'j.de.vries@': an address of a person; 'info@' and 'bezwaar.beroep@' are of a desk."""
_SURNAME: Final = re.compile(r"(?:van(?:de[nr]?)?|de|ter|ten)[a-z]{4,}@")
"""'vandenbosch@', beside a covered name: that of whom is covered."""
_DESK: Final = re.compile(
    r"vandaag|de(?:sk|raad|griffie|gemeente|partement|cos|bat|penning|elnemer)", re.IGNORECASE
)
_BESIDE: Final = 2  # lines between a covered name and an address
_PERSON: Final = re.compile(
    rf"\b(?:de\s+heer|mevrouw|mw\.|dhr\.)\s|{COVERED}|ten\s+name\s+van|t\.?n\.?v\.?", re.IGNORECASE
)
_BODY: Final = re.compile(
    r"gemeente|ministerie|provincie|stichting|vereniging|waterschap|b\.?v\.?\b|belastingdienst|"
    r"minister\b|rijk\b",
    re.IGNORECASE,
)


def _of_persons(letter: Letter) -> Iterator[FoundIdentifier]:
    text = letter.text
    yield from (one for one in find_bsns(text) if one.valid and one.labelled)
    for one in find_emails(text):
        named = _SURNAME.match(one.value) and not _DESK.match(one.value)
        if _INITIALS.match(one.value) or (named and _is_beside_cover(letter, one)):
            yield one
    yield from (one for one in find_phones(text) if one.value.startswith("+316"))
    for one in find_ibans(text):
        sentence = text[slice(*letter.sentence(one.start))]
        if one.valid and _PERSON.search(sentence) and not _BODY.search(sentence):
            yield one


def _is_beside_cover(letter: Letter, found: FoundIdentifier) -> bool:
    """Whether something is covered on the line of what was found, or on the lines over it."""
    lines = letter.lines
    at = lines.index(letter.line_at(found.start))
    return any(COVERED in line.line.text for line in lines[max(0, at - _BESIDE) : at + 1])
