"""Names that the trained model sees where rules see none: the spaCy pipeline of models/entities.

Rules and registers decide. The model is asked late, where they find nobody; so that most letters
never load it, which takes a second. It comes with the extra `nlp`; without it these finders find
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.dutch.misread import mended
from pipeline.dutch.names import find_persons
from pipeline.extract import Candidate, Reading, finds
from pipeline.extract.addresses import houses
from pipeline.extract.organisations import is_organ, official
from pipeline.extract.signature import signatories, signed_lines
from pipeline.extract.window import OFFICE, Part, name_alone, window
from pipeline.letter import Letter, Placed
from pipeline.page import COVERED, Zone
from pipeline.shipped import model_path

if TYPE_CHECKING:
    from spacy.language import Language

_OPENING = 900  # characters of running text in which a writer says for whom he writes
_MOST = 100_000  # characters of a page that the model is asked about; a page has some 4,000
_OWN = {Zone.letterhead, Zone.margin, Zone.footer}
_HEAD = {Zone.letterhead, Zone.address, Zone.reference, Zone.subject, Zone.margin}
_ADDRESSED = re.compile(
    r"(?:\baan\b|\bt\.?\s?a\.?\s?v\b|college|raad|bestuur|voorzitter|\bheren\b)[^\n]{0,60}\n?[^\n]{0,40}$",
    re.IGNORECASE,
)
_LOUD = re.compile(r"(?:\s[A-Z]{4,}|(?:\s[A-Z]){3,})$")  # 'TELEFAX', 'F A X' beside a name
_BY_KIND = re.compile(
    r"^(?:stichting|\w*vereniging|coöperatie|federatie|bond|maatschap|comité|platform)\s+\S|"
    r"\s(?:B\.?V|N\.?V|V\.?O\.?F)\.?$",
    re.IGNORECASE,
)
# 'gebruikers van gronden in polder De' before a name
_IN_PROSE = re.compile(r"(?:\b[a-z]+ ){4,12}(?:[A-Z]\w+ )?$")
# 'de directeur van' before a name: it need not be who writes
_SPOKEN_OF = re.compile(r"\b(?:van|aan|bij|met|door|tussen|tegen|voor)\s+(?:de\s+|het\s+)?$", re.I)
_STATES = re.compile(r"(?:provinciale|gedeputeerde)\s+staten|(?:de\s+)?gemeenteraad", re.I)
_NO_NAME = re.compile(r"www\.|@|-$|\d{4}|^(?i:(?:de\s+)?(?:familie\b|fam\.)|(?:en\s+)?wethouders$)")


class Entity(NamedTuple):
    """A name and its offsets in the letter's text."""

    start: int
    end: int
    text: str


@finds("sender.organisation", late=True)
def body_on_own_lines(reading: Reading) -> Iterator[Candidate[str]]:
    """The first body that begins a line of the letterhead, margin, foot or signature."""
    letter = reading.letter
    named = {person.name.start for person in signatories(letter) if person.name is not None}
    signed = {placed.start for placed in signed_lines(letter)} - named
    for entity, placed in _on_lines(letter, "ORGANISATION"):
        entity = _on_one_line(entity, placed, letter)
        own = placed.zone in _OWN and placed.page.number == 1
        begins = entity.start - placed.start < 5  # 'teamleider Inspectie ...' is an office
        if _in_address(entity, placed):
            continue
        if begins and (own or placed.start in signed) and _is_unknown(reading, entity):
            yield _organisation(
                reading, _with_article(letter, entity, placed), 0.5 - 0.02 * (not own)
            )


@finds("sender.organisation", late=True)
def body_in_opening(reading: Reading) -> Iterator[Candidate[str]]:
    """'Hierbij vraagt Stichting De Oever ...': the first body that the running text names."""
    letter = reading.letter
    start = next((p.start for p in letter.lines if p.zone is Zone.body), None)
    top = letter.lines[0].line.text if letter.lines else ""
    if start is None or top in {p.name.text for p in signatories(letter) if p.name is not None}:
        return  # a person's own letter
    inside = [
        entity
        for entity in _entities(letter, "ORGANISATION")
        if start <= entity.start < start + _OPENING and _BY_KIND.search(entity.text)
    ]
    for rank, entity in enumerate(inside):
        before = letter.text[max(0, entity.start - 60) : entity.start]
        spoken_of = _SPOKEN_OF.search(before) is not None and "namens" not in before.lower()
        score = 0.3 if spoken_of else 0.45
        yield _organisation(reading, entity, max(0.2, score - 0.1 * rank))


@finds("recipient.organisation", late=True)
def body_in_head(reading: Reading) -> Iterator[Candidate[str]]:
    """A body in the head of the letter that is written to: in the window, after 'Aan'."""
    letter = reading.letter
    for entity, placed in _on_lines(letter, "ORGANISATION"):
        if placed.page.number > 1 or placed.zone not in _HEAD:
            continue
        before = letter.text[max(0, entity.start - 100) : entity.start].rpartition("\n\n")[2]
        addressed = placed.zone is Zone.address or _ADDRESSED.search(before)
        other = _NO_NAME.search(entity.text) or _is_person(entity.text)
        other = other or _in_address(entity, placed)
        lead = _IN_PROSE.search(letter.text, max(0, entity.start - 120), entity.start)
        within = lead is not None and OFFICE.search(lead[0]) is None
        if addressed and not (other or within or _STATES.fullmatch(entity.text)):
            yield _organisation(reading, entity, 0.5)


@finds("recipient.person", late=True)
def person_alone(reading: Reading) -> Iterator[Candidate[str]]:
    """A name over an address, with no style: of a person, where the model says so."""
    alone = name_alone(window(reading.letter))
    if alone is not None and _is_seen_as_person(reading.letter, alone):
        yield Candidate(mended(alone.text), alone.passage, score=0.5)


@finds("recipient.organisation", late=True)
def body_alone(reading: Reading) -> Iterator[Candidate[str]]:
    """A name over an address that the model does not take for a person's: 'Bakkerij Smits'."""
    alone = name_alone(window(reading.letter))
    asked = alone is not None and _pipeline() is not None
    if alone is not None and asked and not _is_seen_as_person(reading.letter, alone):
        yield Candidate(mended(alone.text), alone.passage, score=0.45)


def _is_seen_as_person(letter: Letter, part: Part) -> bool:
    start, end = part.passage.start, part.passage.end
    return any(start <= entity.start < end for entity in _entities(letter, "PERSON"))


def _with_article(letter: Letter, entity: Entity, placed: Placed) -> Entity:
    """'De Zonnebloem': an article that begins the line belongs to the name."""
    before = letter.text[placed.start : entity.start]
    if before.strip() not in {"De", "Het", "DE", "HET", "'t"}:
        return entity
    return Entity(placed.start, entity.end, f"{before.strip()} {entity.text}")


def _is_person(text: str) -> bool:
    """'Mevrouw P. de Vries-Bos' at the head of a window is no body, whatever the model says."""
    person = next(find_persons(text), None)
    return person is not None and person.end - person.start > 0.6 * len(text)


def _is_address(text: str) -> bool:
    """'Burgemeester Schoutenlaan 138' is a street, though an office is in its name."""
    return any(houses(text))


def _in_address(entity: Entity, placed: Placed) -> bool:
    """Whether a name is part of the street on its line, not what stands beside a P.O. box."""
    start, end = entity.start - placed.start, entity.end - placed.start
    return any(first < end and start < last for first, last in houses(placed.line.text))


def _is_unknown(reading: Reading, entity: Entity) -> bool:
    """Whether no register has the body: of those the rules know more."""
    named = not (_is_address(entity.text) or _NO_NAME.search(entity.text) or is_organ(entity.text))
    return named and official(entity.text, reading.date) is None


def _on_one_line(entity: Entity, placed: Placed, letter: Letter) -> Entity:
    """The part on its first line, where the next is in other print: a name over what it is."""
    below = letter.below(placed)
    if entity.end <= placed.end or below is None:
        return entity
    if 0.87 < below.box.height / placed.box.height < 1.15:
        return entity
    return Entity(entity.start, placed.end, letter.text[entity.start : placed.end].strip())


def _organisation(reading: Reading, entity: Entity, score: float) -> Candidate[str]:
    """A body in its official name where a register has it, else as it is written."""
    written = mended(entity.text)
    plain = written if written.isupper() else _LOUD.sub("", written)
    name = official(written, reading.date) or plain
    passage = reading.letter.passage(entity.start, entity.end)
    return Candidate(name[:1].upper() + name[1:], passage, score)


def _on_lines(letter: Letter, label: str) -> Iterator[tuple[Entity, Placed]]:
    """The entities of a label, each with the line that it begins on."""
    lines = iter(letter.lines)
    placed = next(lines, None)
    for entity in _entities(letter, label):
        while placed is not None and placed.end <= entity.start:
            placed = next(lines, None)
        if placed is not None:
            yield entity, placed


def _entities(letter: Letter, label: str) -> list[Entity]:
    """What the model sees of a label, in the order of the text; nothing that is covered in part."""
    found = []
    start = 0
    for page in letter.text.split("\f"):
        for kind, first, last in _seen(page):
            text = " ".join(page[first:last].split())
            if kind == label and COVERED not in text:
                found.append(Entity(start + first, start + last, text))
        start += len(page) + 1
    return found


@lru_cache(maxsize=64)
def _seen(page: str) -> tuple[tuple[str, int, int], ...]:
    """Label and offsets of every entity on a page; none where spaCy is not installed."""
    nlp = _pipeline() if len(page) <= _MOST else None
    if nlp is None:
        return ()
    return tuple((e.label_, e.start_char, e.end_char) for e in nlp(page).ents)


@cache
def _pipeline() -> Language | None:
    """The pipeline, loaded once; None where spaCy is not installed."""
    try:
        import spacy
    except ImportError:
        return None
    return spacy.load(model_path("entities"), exclude=["tokenizer", "vocab"])
