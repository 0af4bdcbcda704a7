"""Wherever a letter gives its own date: by a label, over the salutation, in the head of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.check.reading import own_pages
from pipeline.dutch.dates import FoundDate, find_dates
from pipeline.dutch.labels import label_of
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import Page, Zone

Own = tuple[FoundDate, Passage]


def own_dates(letter: Letter) -> Iterator[Own]:
    """The letter's own date in every place that gives it, in own pages only."""
    pages = own_pages(letter)
    lines = [placed for page in pages for placed in letter.on_page(page)]
    yield from _labelled(letter, lines)
    yield from _in_rows(letter, lines)
    yield from _continued(letter, lines)
    for page in pages:
        yield from _over_salutation(letter, page)


# --- by a label

_LABEL: Final = re.compile(r"(?:datum|dagtekening)(?:\s+brief)?\s*:?\s*", re.IGNORECASE)
_WOVEN: Final = re.compile(r"[a-z,;.-]\s+Datum$")
_SALUTATION: Final = re.compile(
    r"(?:zeer )?geachte?\b|mijne? heren|l\.\s?s\.|beste\b|excellentie|hoog\w+ he(?:er|ren)", re.I
)
_PAGE: Final = re.compile(r"(?:blad|pagina)(?:nummer)?:?", re.IGNORECASE)
_TOP_LINES: Final = 6
_REFERENCES: Final = {"our_reference", "your_reference", "their_date"}
_HEADS: Final = {Zone.reference, Zone.margin, Zone.letterhead}


def _labelled(letter: Letter, lines: Sequence[Placed]) -> Iterator[Own]:
    """'Datum: 3 mei 2019', the date beside the label or under it, on any page's head."""
    for at, placed in enumerate(lines):
        label = _LABEL.match(placed.line.text)
        if label and _in_head(letter, placed):
            rest = label.end() < len(placed.line.text)
            for line in [placed] if rest else [letter.right_of(placed), letter.below(placed)]:
                if line and (found := _only_date(line, label.end() if rest else 0)):
                    yield found, letter.passage(line.start, line.end)
                    break
            continue
        # A column in the margin that somebody else's OCR wove into the body.
        under = lines[at + 1] if at + 1 < len(lines) and _WOVEN.search(placed.line.text) else None
        if under and (found := _only_date(under, 0)):
            yield found, letter.passage(under.start, under.end)


def _in_head(letter: Letter, placed: Placed) -> bool:
    """Whether a line is in the head of its page; a label further down may date anything."""
    if placed.zone in _HEADS or _PAGE.fullmatch(_beside(letter, placed)):
        return True
    if placed.zone is not Zone.body:
        return False
    if any(_kind(line.text) in _REFERENCES for line in placed.block.lines):
        return True
    on_page = letter.on_page(placed.page)
    salutation = next((n for n, line in enumerate(on_page) if _SALUTATION.match(line.line.text)), 0)
    return placed in on_page[: salutation if placed.page.number == 1 else _TOP_LINES]


def _kind(text: str) -> str | None:
    label = label_of(text)
    return label.kind if label else None


def _beside(letter: Letter, placed: Placed) -> str:
    line = letter.right_of(placed)
    return line.line.text if line else ""


def _only_date(placed: Placed, offset: int) -> FoundDate | None:
    """The date that is all there is on a line from an offset on."""
    text = placed.line.text[offset:].strip()
    found = next(find_dates(text), None)
    return found if found and found.value and found.text.strip() == text else None


# --- in a row under a row of labels

_ROW: Final = re.compile(r"\b(?:Datum|Dagtekening)\b")
_OTHER_LABEL: Final = re.compile(r"kenmerk|nummer|\bBlad\b|Onderwerp|Telefoon|Bijlage", re.I)
_THEIRS: Final = re.compile(r"brief\s+van|schrijven\s+van|verzonden|ontvangen", re.IGNORECASE)


def _in_rows(letter: Letter, lines: Sequence[Placed]) -> Iterator[Own]:
    """'Ons kenmerk Datum Blad' over 'DGA 243222 14 januari 1989 2 van 3'."""
    for at, placed in enumerate(lines[:-1]):
        text = placed.line.text
        row = _ROW.search(text)
        if row is None or any(char.isdigit() for char in text) or not _OTHER_LABEL.search(text):
            continue
        below = lines[at + 1]
        dates = [found for found in find_dates(below.line.text) if found.value]
        theirs = _THEIRS.search(text)
        if len(dates) == (2 if theirs else 1):
            first = theirs is None or row.start() < theirs.start()
            found = dates[0 if first else 1]
            yield found, letter.passage(below.start + found.start, below.start + found.end)


# --- on a later page

_CONTINUED: Final = re.compile(
    r"(?:vervolg(?:blad)?|behoort|hoort)\s+(?:van|bij|op)\s+(?:onze|mijn|de|deze|ons|het|dit)\s+"
    r"(?:brief|schrijven|besluit|beschikking)\s+(?:van|d\.?d\.?)\s+",
    re.IGNORECASE,
)
_HEAD_LINES: Final = 4


def _continued(letter: Letter, lines: Sequence[Placed]) -> Iterator[Own]:
    """'Vervolg van onze brief van 9-12-2021, blad 2' on a line or two at the top of a page."""
    for page in letter.pages[1:]:
        top = [placed for placed in lines if placed.page is page][:_HEAD_LINES]
        if top and (match := _CONTINUED.search(letter.text, top[0].start, top[-1].end)):
            rest = letter.text[match.end() : top[-1].end]
            found = next(find_dates(rest), None)
            if found and found.value and found.start == 0:
                yield found, letter.passage(match.end(), match.end() + found.end)


# --- over the salutation

_MONTH: Final = re.compile(r"(?:[A-Z]['’\w -]{2,30},\s*)?\d{1,2}\s+[a-z]{3,9}\s+\d{4}")
_FAR: Final = 14  # lines on a page over its salutation


def _over_salutation(letter: Letter, page: Page) -> Iterator[Own]:
    """'Ede, 3 mei 2019' on a line of its own over 'Geachte heer', and the value of no label.

    With the month in letters and small: what is in capitals or figures may be a stamp's.
    """
    on_page = letter.on_page(page)
    greeted = next((n for n, line in enumerate(on_page) if _SALUTATION.match(line.line.text)), 0)
    above = on_page[:greeted]
    for placed in above if page.number == 1 else above[:_FAR]:
        text = placed.line.text.strip(" .")
        if not _MONTH.fullmatch(text) or _is_value(letter, placed, above):
            continue
        found = next(find_dates(text), None)
        if found and found.value:
            yield found, letter.passage(placed.start, placed.end)


def _is_value(letter: Letter, placed: Placed, above: Sequence[Placed]) -> bool:
    """Whether a line stands beside or under a label: of the letter answered, or of anything."""
    return any(
        _is_open(other) and placed in (letter.right_of(other), letter.below(other))
        for other in above
        if other is not placed
    )


def _is_open(placed: Placed) -> bool:
    """A label whose value is not on its line: 'Datum', or a row of labels."""
    label = label_of(placed.line.text)
    return label is not None and (not label.value or label_of(label.value) is not None)
