"""Enclosures that the letter speaks of and the file does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from pipeline.check import Breach, Case, breach, rule
from pipeline.check.reading import is_enclosure, own_pages
from pipeline.dutch.labels import Label, label_of
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import Zone
from pipeline.record import Field, Severity


@rule(
    "enclosure-not-included",
    Severity.info,
    en="The letter speaks of an enclosure ('{text}'); none is in the file.",
    nl="De brief noemt een bijlage ('{text}'); er zit er geen in het bestand.",
)
def enclosure_not_included(case: Case) -> Iterator[Breach]:
    """What a letter says it encloses is in the file. One finding a letter, with every mention."""
    if _something_follows(case.letter):
        return
    mentions = list(_mentions(case.letter))
    places: list[Passage | Field[Any]] = [*case.record.enclosures, *mentions]
    if places and not any(_heads_a_page(case.letter, mention) for mention in mentions):
        texts = [" ".join(place.text.split()) for place in places]
        yield breach(*places, text=max(texts, key=len))


_LABEL: Final = re.compile(r"\s*[>*]?\s*(?:aantal|bij[l1]age|bijgevoegd)", re.IGNORECASE)
_NONE: Final = re.compile(r"(?:geen|0|nihil|n\.?v\.?t\.?|[-–—.]+)\.?", re.IGNORECASE)
_THING: Final = r"(?:bijlagen?|annex(?:en)?)"
_MENTION: Final = re.compile(
    rf"""
      \b(?:in|als)\s+(?:de|een|deze|\w+de|bijgevoegde)?\s*{_THING}\b
    | \b(?:zie|in)\s+(?:ook\s+)?(?:de\s+)?{_THING}(?:\s+\d+)?\b
    | \b{_THING}\s+bij\s+(?:deze|dit)\b
    | \b(?:bijgevoegde?|bijgesloten|meegezonden)\b
    | \bbijgaande?\s+(?:\w+\s+)?(?:treft|vindt|ontvangt|zend|stuur|doe|bieden?)
    | \bbij\s+(?:deze|dit)\s+(?:brief|besluit)\s+(?:is|zijn|hebben?)?\s*(?:ge|toe)voegd
    | \b(?:hierbij|bij\s+deze\s+brief)\s+(?:is|zijn)\s+(?:\w+\s+){{0,6}}?(?:bij)?gevoegd
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OF_OTHERS: Final = re.compile(
    rf"{_THING}\s+(?:[\w.]+\s+)?(?:bij|van|behorende?\s+bij|aan)\s+(?!deze|dit\b|hierbij)"
    r"|\b(?:uw|zijn|haar|hun)\s+(?:(?!als\b|in\b)\w+\s+)?bijlage|\bbij\s+uw\b|\bdoor\s+u\b|\bu\s+(?:heeft|hebt|had)\b"
    r"|\buw\s+(?:aanvraag|verzoek|bezwaarschrift|plan|rapport|projectplan)\b"
    r"|\b(?:bij|in|van)\s+het\s+(?:verzoek|bezwaarschrift|plan|rapport|projectplan)\b",
    re.IGNORECASE,
)
_WITH_THIS: Final = re.compile(
    r"\bbij\s+(?:deze|dit)\s+(?:brief|besluit|schrijven)\b", re.IGNORECASE
)
_NOT: Final = re.compile(r"\b(?:niet|geen|zonder)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def _mentions(letter: Letter) -> Iterator[Passage]:
    """Labels with something beside them, and sentences that enclose something with this letter."""
    pages = own_pages(letter)
    for placed in letter.lines:
        label = label_of(placed.line.text) if _LABEL.match(placed.line.text) else None
        if label is None or label.kind != "enclosures" or placed.zone is Zone.table:
            continue
        if placed.page in pages:
            yield from _listed(letter, placed, label)
    for match in _MENTION.finditer(letter.text):
        if letter.line_at(match.start()).page in pages:
            first, last = letter.sentence(match.start())
            sentence = letter.text[first:last]
            others = _OF_OTHERS.search(sentence) and not _WITH_THIS.search(sentence)
            if not others and not _NOT.search(letter.text, first, match.start()):
                yield letter.passage(*match.span())


def _listed(letter: Letter, placed: Placed, label: Label) -> Iterator[Passage]:
    """'Bijlagen: 2', or the label with its value beside or below it; not 'Bijlagen: geen'."""
    if label.value:
        if not _NONE.fullmatch(label.value):
            yield letter.passage(placed.start, placed.end)
        return
    for line in (letter.right_of(placed), letter.below(placed, within=1.2)):
        if line is not None and label_of(line.line.text) is None:
            if not _NONE.fullmatch(line.line.text) and len(line.line.text.split()) <= 8:
                yield letter.passage(placed.start, placed.end)
                yield letter.passage(line.start, line.end)
            return


def _something_follows(letter: Letter) -> bool:
    """A page that is an enclosure, or one after the page on which the letter is signed."""
    if any(is_enclosure(page) for page in letter.pages[1:]):
        return True
    signed = next((p for p in letter.lines if p.zone is Zone.closing), None)
    if signed is None:
        return False
    after = [placed for placed in letter.lines if placed.start > signed.start]
    if any(_words(after[n:]) > _FILLED for n, placed in enumerate(after) if _is_heading(placed)):
        return True
    later = [placed for placed in after if placed.page is not signed.page]
    return _words(later) > _FILLED and not _is_legal_remedy(later)


def _is_legal_remedy(lines: Sequence[Placed]) -> bool:
    """How to object, which stands under many decisions: no enclosure."""
    text = " ".join(placed.line.text for placed in lines)
    return len(text) < _LONGEST_REMEDY and _REMEDY.search(text) is not None


def _heads_a_page(letter: Letter, mention: Passage) -> bool:
    """Whether a later page is headed by what the sentence says is enclosed: 'Inventarislijst'."""
    sentence = letter.text[slice(*letter.sentence(mention.start))].lower()
    later = letter.pages[letter.line_at(mention.start).page.number :]
    heads = (page.blocks[0].lines[0].words[0].text for page in later if page.blocks)
    return any(len(head) > 5 and head.lower() in sentence for head in heads)


_HEADING: Final = re.compile(r"bijlage(?:\s+[\dIVA-D]{1,3})?", re.IGNORECASE)
_REMEDY: Final = re.compile(
    r"tegen\s+(?:dit|deze|het)\b.{0,120}\b(?:bezwaar|beroep)|\bbezwaarschrift\b.{0,200}\bgronden\b",
    re.IGNORECASE,
)
_LONGEST_REMEDY: Final = 2500  # characters
_FILLED: Final = 40  # words that make a page more than the end of a signature


def _is_heading(placed: Placed) -> bool:
    return placed.line is placed.block.lines[0] and bool(_HEADING.fullmatch(placed.line.text))


def _words(lines: Sequence[Placed]) -> int:
    return sum(len(placed.line.words) for placed in lines if placed.zone is not Zone.margin)
