"""What a letter should have and has not: a subject, references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline.check import Breach, Case, breach, rule
from pipeline.check.reading import own_pages
from pipeline.dutch.labels import Label, label_of
from pipeline.letter import Letter, Placed
from pipeline.page import COVERED, Zone
from pipeline.record import Severity


@rule(
    "subject-missing",
    Severity.warning,
    en="The letter should say what it is about; no subject was found.",
    nl="Een brief hoort een onderwerp te hebben; er is er geen gevonden.",
)
def subject_missing(case: Case) -> Iterator[Breach]:
    """A letter says what it is about."""
    if case.record.subject is None:
        yield breach()


# --- references


@rule(
    "reference-missing",
    Severity.warning,
    en="The label '{label}' has no value.",
    nl="Het label '{label}' heeft geen waarde.",
)
def reference_missing(case: Case) -> Iterator[Breach]:
    """Where a label asks for a reference, one stands with it, here or on another page."""
    references = case.record.references
    for kind, known in (("our_reference", references.ours), ("your_reference", references.yours)):
        if known is None:
            yield from _labels_without_value(case.letter, kind)


def _labels_without_value(letter: Letter, kind: str) -> Iterator[Breach]:
    """One breach for all labels of a kind, none where one of them has something that may be it."""
    pages = own_pages(letter)
    labels = [
        (placed, label)
        for placed in letter.lines
        if _MAY_BE_LABEL.match(placed.line.text)
        and placed.page in pages
        and placed.zone not in (Zone.table, Zone.signature)
        if (label := label_of(placed.line.text)) and label.kind == kind and _is_head(letter, placed)
    ]
    if labels and not any(_has_value(letter, placed, label) for placed, label in labels):
        places = [letter.passage(placed.start, placed.end) for placed, _ in labels]
        yield breach(*places, label=labels[0][1].text)


def _is_head(letter: Letter, placed: Placed) -> bool:
    """A label, not the end of a sentence ('onder vermelding van' / 'ons kenmerk')."""
    first = next(char for char in placed.line.text if char.isalpha())
    return first.isupper() and (
        placed.zone is not Zone.body or placed.line is placed.block.lines[0]
    )


def _has_value(letter: Letter, placed: Placed, label: Label) -> bool:
    if label.value:
        return not _DASH.fullmatch(label.value)
    beside, under = letter.right_of(placed), letter.below(placed)
    return any(line is not None and _may_be_value(line.line.text) for line in (beside, under))


_MAY_BE_LABEL: Final = re.compile(
    r"\s*[>*]?\s*(?:[o0]n[sz]|uw|\w*kenmerk|ref|zaak|dossier|registratie|brief|document|besluit)",
    re.IGNORECASE,
)
_DASH: Final = re.compile(r"[-–—.]+")
_LONGEST_VALUE: Final = 5  # words
_NO_VALUE: Final = re.compile(r"geachte?\b|beste\b|mijne? heren|pagina\b|blad\b|dossier\b", re.I)


def _may_be_value(text: str) -> bool:
    """Whether a line may be the value of the label beside or above it: in doubt it is."""
    if COVERED in text:
        return True
    if label_of(text) is not None or _NO_VALUE.match(text) or _DASH.fullmatch(text):
        return False
    return len(text.split()) <= _LONGEST_VALUE
