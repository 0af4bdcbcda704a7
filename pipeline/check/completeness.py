"""What a letter should have and has not: a subject, references, all of its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.check import Breach, Case, breach, rule
from pipeline.check.reading import doubt, own_pages
from pipeline.dutch.labels import Label, label_of
from pipeline.dutch.vocabulary import PageNumber, page_number
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import COVERED, Block, Line, Page, Zone
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


# --- pages


@rule(
    "page-missing",
    Severity.error,
    en="Page {missing} is missing: the numbers announce {expected} pages and {found} are there.",
    nl="Pagina {missing} ontbreekt: de nummers kondigen er {expected} aan en er zijn er {found}.",
)
def page_missing(case: Case) -> Iterator[Breach]:
    """Every page that the numbers announce is there; a text with no form feeds may hold all."""
    pages = case.letter.pages
    numbered = _numbered_pages(case.letter)
    missing = _missing(numbered, len(pages))
    if missing and (len(pages) > 1 or pages[0].measured):
        places = [said.passage for said in numbered]
        yield breach(
            *places,
            severity=doubt(*places),
            missing=", ".join(missing),
            expected=max(said.total or said.number for said in numbered),
            found=len(pages),
        )


@rule(
    "page-order",
    Severity.error,
    en="The pages should follow each other; they are numbered {order}.",
    nl="De pagina's horen op elkaar te volgen; ze zijn genummerd {order}.",
)
def page_order(case: Case) -> Iterator[Breach]:
    """Pages stand in the order of their numbers."""
    numbered = _numbered_pages(case.letter)
    numbers = [said.number for said in numbered]
    if any(second < first for first, second in pairwise(numbers)):
        places = [said.passage for said in numbered]
        yield breach(*places, severity=doubt(*places), order=", ".join(map(str, numbers)))


class _Numbered(NamedTuple):
    """What a page says of itself; `at` is its place in the letter, from 1."""

    number: int
    total: int | None
    at: int
    passage: Passage


_AT_END: Final = re.compile(r"(?:pagina|blad|blz\.?)\s*:?\s*\d{1,3}\s*(?:van|/)\s*\d{1,3}$", re.I)
_DIGIT: Final = re.compile(r"\d")
_EDGE: Final = 0.12  # of the page's height
_WRITTEN_OFF: Final = 99  # pages; beyond it a figure is something else


def _numbered_pages(letter: Letter) -> list[_Numbered]:
    """The number that each page gives itself. Empty where they contradict each other.

    Numbers that come twice, or totals that differ, are those of more than one document.
    """
    found = (_number_of(letter, page) for page in letter.pages)
    numbered = [said for said in found if said is not None]
    totals = {said.total for said in numbered if said.total is not None}
    numbers = [said.number for said in numbered]
    alone = len(numbers) == len(set(numbers)) and len(totals) < 2
    return numbered if alone and max(numbers, default=0) <= _WRITTEN_OFF else []


def _number_of(letter: Letter, page: Page) -> _Numbered | None:
    """The one number that a page says it has."""
    found = {said: passage for passage, said in _page_numbers(letter, page)}
    if len(found) != 1:
        return None
    ((said, passage),) = found.items()
    return _Numbered(said.number, said.total, page.number, passage)


def _missing(numbered: Sequence[_Numbered], here: int) -> list[str]:
    """The numbers for which there is no page; '3-5' where one of them is there without a number."""
    if not numbered:
        return []
    total = next((said.total for said in numbered if said.total is not None), None)
    marks = [(said.number, said.at) for said in sorted(numbered)]
    if any(second < first for (_, first), (_, second) in pairwise(marks)):  # out of order
        absent = set(range(1, (total or 0) + 1)) - {number for number, _ in marks}
        return [str(number) for number in sorted(absent)] if here == len(marks) else []
    if total is not None:
        marks = [(0, 0), *marks, (max(total, marks[-1][0]) + 1, here + 1)]
    gaps = [
        (low + 1, high - 1)
        for (low, at_low), (high, at_high) in pairwise(marks)
        if high - low > at_high - at_low
    ]
    return [f"{first}" if first == last else f"{first}-{last}" for first, last in gaps]


def _page_numbers(letter: Letter, page: Page) -> Iterator[tuple[Passage, PageNumber]]:
    for block in page.blocks:
        text = " ".join(block.text.split())
        if (
            len(text) < 40
            and _DIGIT.search(text)
            and (said := page_number(text))
            and _counts(text, said)
        ):
            yield letter.of_lines(block.lines), said
            continue
        for line in block.lines:
            if _DIGIT.search(line.text) and (
                said := _said(line.text, _is_outer(line, block, page))
            ):
                yield letter.of_lines([line]), said


def _said(text: str, outer: bool) -> PageNumber | None:
    """A line that is 'Pagina 2 van 3', or in the edge of a page one that ends so."""
    match = _AT_END.search(text) if outer else None
    return page_number(match.group() if match else text) if match or text[:1].isalpha() else None


def _is_outer(line: Line, block: Block, page: Page) -> bool:
    edge = _EDGE * page.height
    outer = line.box.bottom < edge or line.box.top > page.height - edge
    return outer or block.zone is Zone.margin


def _counts(text: str, said: PageNumber) -> bool:
    """A bare '3' or '- 3 -' is too little to found an error on."""
    return said.total is not None or text[:1].isalpha()
