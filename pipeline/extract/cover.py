"""What the head of a fax, a memorandum or an e-mail says after 'Van', 'Aan' and 'T.a.v.'.

Its value names a person, an office and a body in any order: 'ing. K. Bos, Bureau Bos, Urk'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dutch.label_rows import label_row
from pipeline.dutch.labels import LabelKind, label_of
from pipeline.dutch.names import find_persons, looks_like_name, person_of_mailbox
from pipeline.extract import Candidate, Reading, finds
from pipeline.extract.label_places import word_at
from pipeline.extract.labelled import labelled
from pipeline.extract.organisations import DOMAIN, of_domain, official, unregistered
from pipeline.extract.window import OFFICE
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import Zone

_APART = re.compile(r"\s*(?:[,;(/\n]|\s[-–—|]\s)\s*")
_ATTENTION = re.compile(
    r"(?:t\.?\s?a\.?\s?v\.?|ter\s+attentie(?:\s+van)?|attentie)(?!\w)\s*:?\s*", re.IGNORECASE
)
_MAILBOX = re.compile(r"[<\[(]?\S+@\S+")
_NO_COVER = {Zone.body, Zone.closing, Zone.signature, Zone.salutation}
_LINES = 3  # of one value


# --- who writes


@finds("sender.organisation")
def body_after_from(reading: Reading) -> Iterator[Candidate[str]]:
    """The body after 'Van:', with a person or an office before it or alone."""
    yield from _bodies(reading, "from")


@finds("sender.person", late=True)
def person_after_from(reading: Reading) -> Iterator[Candidate[str]]:
    """The person after 'Van:', where no signature names one."""
    yield from _persons(reading.letter, "from")


@finds("sender.role", late=True)
def office_after_from(reading: Reading) -> Iterator[Candidate[str]]:
    """The office with the person after 'Van:': 'wethouder H. Tigges', 'H. Tigges, wethouder'."""
    for passage in _stated(reading.letter, "from"):
        for person in find_persons(passage.text):
            before, after = passage.text[: person.start], passage.text[person.end :]
            rest = " ".join(f"{before} {after}".split()).strip(" ,()")
            if OFFICE.search(rest) and len(rest.split()) < 7:
                yield Candidate(rest, passage, score=0.65)
            return


# --- who is written to


@finds("recipient.organisation")
def body_after_to(reading: Reading) -> Iterator[Candidate[str]]:
    """The body after 'Aan:', with a person or an office before it or alone."""
    yield from _bodies(reading, "to")


@finds("recipient.organisation", late=True)
def domain_after_to(reading: Reading) -> Iterator[Candidate[str]]:
    """The body of the mailbox after 'Aan:' in the head of an e-mail."""
    for passage in _stated(reading.letter, "to"):
        for match in DOMAIN.finditer(passage.text.partition("@")[2]):
            name = of_domain(match, reading.date)
            if name is not None:
                yield Candidate(name, passage, score=0.6)
                return


@finds("recipient.person")
def person_for_attention(reading: Reading) -> Iterator[Candidate[str]]:
    """The person after 'T.a.v.' in the head, on its line or in the cell beside it."""
    letter = reading.letter
    for placed in letter.lines:
        opened = _ATTENTION.match(placed.line.text)
        if opened is None or placed.page.number > 1 or placed.zone in _NO_COVER:
            continue
        alone = opened.end() >= len(placed.line.text)
        beside = letter.right_of(placed) if alone else placed
        person = next(find_persons(beside.line.text), None) if beside is not None else None
        if beside is not None and person is not None:
            yield Candidate(person.name, letter.passage(beside.start, beside.end), score=0.88)


@finds("recipient.person", late=True)
def person_after_to(reading: Reading) -> Iterator[Candidate[str]]:
    """The person after 'Aan:', where neither window nor salutation names one."""
    yield from _persons(reading.letter, "to")


# --- values and their parts


def _bodies(reading: Reading, kind: LabelKind) -> Iterator[Candidate[str]]:
    """Registered bodies named in a value from its start or from one of its parts on, or by kind."""
    for passage in _stated(reading.letter, kind):
        starts = [0, *(match.end() for match in _APART.finditer(passage.text))]
        known = (official(passage.text[start:], reading.date) for start in starts)
        name = next((found for found in known if found is not None), None)
        if name is not None:
            yield Candidate(name, passage, score=0.9)
            continue
        parts = (part.strip(" )") for part in _APART.split(_MAILBOX.sub("", passage.text)))
        named = (unregistered(part) for part in parts if not any(find_persons(part)))
        name = next((found for found in named if found is not None), None)
        if name is not None:
            yield Candidate(name, passage, score=0.79)


def _persons(letter: Letter, kind: LabelKind) -> Iterator[Candidate[str]]:
    """The first person of the first value: by a mailbox, by initials, or by two names alone."""
    for passage in _stated(letter, kind):
        mailed = person_of_mailbox(passage.text)
        names = [mailed] if mailed else [person.name for person in find_persons(passage.text)]
        first = _APART.split(passage.text)[0].strip()
        if not names and looks_like_name(first) and not _names_body(first):
            names = [first]
        if names:
            yield Candidate(names[0], passage, score=0.7)
            return


def _names_body(text: str) -> bool:
    known = official(text, None) is not None or unregistered(text) is not None
    return known or OFFICE.search(text) is not None


def _stated(letter: Letter, kind: LabelKind) -> Iterator[Passage]:
    """What stands with a label of the kind on the first page, above the running text."""
    for found in labelled(letter, {kind}, bool):
        own = found.at.page.number == 1 and found.at.zone not in _NO_COVER
        if found.value is not None and own:
            yield letter.passage(found.value.start, _last_end(letter, found.value))


def _last_end(letter: Letter, value: Passage) -> int:
    """Where a value ends that goes on on the lines straight below it, in its own column."""
    last = letter.line_at(value.start)
    column = word_at(last, value.start).box.x0
    for _ in range(_LINES - 1):
        following = letter.below(last, within=0.8)
        if following is None or not _goes_on(letter, last, following, column):
            break
        last = following
    return last.end


def _goes_on(letter: Letter, last: Placed, following: Placed, column: float) -> bool:
    """Whether a line is the next of the text, in the value's column, and no other label's."""
    straight = following.start == last.end + 1 and following.block is last.block
    flush = abs(following.box.x0 - column) < following.box.height
    labels = label_of(following.line.text) is not None or bool(label_row(following.line.text))
    beside = letter.left_of(following)
    other = beside is not None and label_of(beside.line.text) is not None
    return straight and flush and not (labels or other)
