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
    """Where a label asks for a reference, one stands with it, here or on another page.

    Another label ('Zaaknummer') with a value of its own does not fill it.
    """
    references = case.record.references
    for kind, known in (("our_reference", references.ours), ("your_reference", references.yours)):
        labels = _by_wording(case.letter, kind)
        filled = [label.value for same in labels for _, label in same if label.value]
        if known is None or known.value in filled:
            for same in labels:
                if not any(_has_value(case.letter, placed, label) for placed, label in same):
                    places = [case.letter.passage(p.start, p.end) for p, _ in same]
                    yield breach(*places, label=same[0][1].text)


def _by_wording(letter: Letter, kind: str) -> list[list[tuple[Placed, Label]]]:
    """The labels of a kind in the head of each page, those of the same words together."""
    pages = own_pages(letter)
    found: dict[str, list[tuple[Placed, Label]]] = {}
    for placed in letter.lines:
        if (
            _MAY_BE_LABEL.match(placed.line.text)
            and placed.page in pages
            and placed.zone not in (Zone.table, Zone.signature)
            and (label := label_of(placed.line.text))
            and label.kind == kind
            and _is_head(letter, placed)
        ):
            found.setdefault(label.text.lower(), []).append((placed, label))
    return list(found.values())


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
