"""Who writes: the letterhead, the details in the margin or at the foot, and the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline import registers
from pipeline.dutch.identifiers import find_emails, find_phones
from pipeline.dutch.labels import label_of
from pipeline.dutch.misread import mended
from pipeline.extract import Candidate, Reading, finds
from pipeline.extract.addresses import Address, addresses, houses
from pipeline.extract.organisations import DOMAIN, of_domain, official, unregistered
from pipeline.extract.signature import Signed, signatories, signed_lines
from pipeline.letter import Letter, Placed, together
from pipeline.page import COVERED, Zone
from pipeline.record import Status

_OWN = {Zone.letterhead, Zone.reference, Zone.margin, Zone.footer, Zone.subject}
_LETTER_IN_NUMBER = re.compile(r"(?<=[\d -])[Oo](?=\d)|(?<=\d)[Oo](?=[\d ]|$)")  # OCR's 0
_LETTER_BEFORE = re.compile(r"(?<!\w)[TM](?=\+?0\d)")  # 'T0118 42 11 00': OCR lost the space
_MANDATE = re.compile(r"(?:namens|voor)\s+dezen?\b", re.IGNORECASE)
_IN_NAME_OF = re.compile(
    r"\b(?:(?:het\s+)?(?:voorstel|verzoek|aanvraag)\s+van|namens|wij\s+als)\s+(?:de\s+)?(?=gemeente\s|provincie\s|"
    r"waterschap\s|stichting\s)",
    re.IGNORECASE,
)


# --- the organisation


@finds("sender.organisation")
def letterhead(reading: Reading) -> Iterator[Candidate[str]]:
    """A registered body named in the letterhead, the margin or the foot of the page."""
    for zone, lines in _own_blocks(reading.letter):
        score = 0.95 if zone is Zone.letterhead else 0.88
        texts = [lines, *([line] for line in lines)] if len(lines) > 1 else [lines]
        for part in texts:
            passage = reading.letter.of_lines([placed.line for placed in part])
            name = official(passage.text, reading.date)
            if name is not None:
                yield Candidate(name, passage, score - 0.02 * (part is not lines))
                break


@finds("sender.organisation")
def signed_for(reading: Reading) -> Iterator[Candidate[str]]:
    """A registered body in the signature: by its name or the office that signs for it.

    Of one for which another signs ('De Minister van ..., namens deze') the letterhead knows better.
    """
    lines = signed_lines(reading.letter)
    for at, placed in enumerate(lines):
        after = [line.line.text for line in lines[at + 1 : at + 3]]
        text = re.sub(r"^(?:namens|voor)\s+", "", placed.line.text, flags=re.IGNORECASE)
        name = official("\n".join([text, *after[:1]]), reading.date)
        if name is not None:
            score = 0.72 if any(_MANDATE.match(line) for line in after) else 0.9
            yield Candidate(name, reading.letter.passage(placed.start, placed.end), score)


@finds("sender.organisation")
def own_address(reading: Reading) -> Iterator[Candidate[str]]:
    """The body whose address stands as the sender's."""
    for address in _own_addresses(reading.letter):
        house = address.house.text if address.house else ""
        found = registers.organisation_by_address(f"{house}, {address.postcode}", reading.date)
        if found is not None:
            yield Candidate(found.name, address.postcode_at, score=0.75)


@finds("sender.organisation")
def own_domain(reading: Reading) -> Iterator[Candidate[str]]:
    """The body that the sender's e-mail address or website names: '@minezk.nl', 'barneveld.nl'."""
    for placed in _own_lines(reading.letter):
        text = reading.letter.text[placed.start : placed.end]
        for match in DOMAIN.finditer(text):
            name = of_domain(match, reading.date)
            if name is not None:
                start, end = placed.start + match.start(), placed.start + match.end()
                yield Candidate(name, reading.letter.passage(start, end), score=0.65)


@finds("sender.organisation")
def in_name_of(reading: Reading) -> Iterator[Candidate[str]]:
    """'het voorstel van de gemeente Almere', 'namens de gemeente ...' in the letter's own words."""
    letter = reading.letter
    for match in _IN_NAME_OF.finditer(letter.text):
        if letter.zone_at(match.start()) is not Zone.body:
            continue
        name = official(letter.text[match.end() : match.end() + 60], reading.date)
        if name is not None and "; " not in name:
            _, end = letter.sentence(match.end())
            passage = letter.passage(match.end(), min(end, match.end() + len(name)))
            yield Candidate(name, passage, score=0.5)


@finds("sender.organisation")
def named_by_kind(reading: Reading) -> Iterator[Candidate[str]]:
    """A body that no register has, named by its kind: 'Stichting ...', '... B.V.'."""
    letter = reading.letter
    own = [placed for _, lines in _own_blocks(letter) for placed in lines]
    for score, lines in ((0.8, own), (0.78, signed_lines(letter))):
        for placed in lines:
            name = unregistered(placed.line.text)
            if name is not None and label_of(placed.line.text) is None:
                shouted = 0.03 if name.isupper() else 0.0  # as written is better
                passage = letter.passage(placed.start, placed.end)
                yield Candidate(name, passage, score - shouted)
                break


def _own_blocks(letter: Letter) -> Iterator[tuple[Zone, list[Placed]]]:
    """The blocks of the first page that are the sender's, each with its lines."""
    own = [p for p in letter.lines if p.zone in _OWN and p.page.number == 1]
    for _, lines in groupby(own, key=lambda placed: id(placed.block)):
        block = list(lines)
        if block[0].zone is not Zone.subject:
            yield block[0].zone, block


# --- the signatory


@finds("sender.person")
def signatory(reading: Reading) -> Iterator[Candidate[str]]:
    """Who signs; of two, both in the letter's order."""
    letter = reading.letter
    names = [person.name for person in signatories(letter) if person.name is not None]
    if names:
        yield _together(letter, names, 0.93)
        return
    for _, passage in letter.covered:
        if letter.zone_at(passage.start) in {Zone.closing, Zone.signature}:
            yield Candidate(None, passage, 0.75, Status.redacted)


@finds("sender.role")
def office_signed(reading: Reading) -> Iterator[Candidate[str]]:
    """The office under (or over) the name of who signs; of two, both in the letter's order."""
    roles = [person.role for person in signatories(reading.letter) if person.role is not None]
    if roles:
        yield _together(reading.letter, roles, 0.9)


def _together(letter: Letter, signed: Sequence[Signed], score: float) -> Candidate[str]:
    places = [letter.passage(part.start, part.end) for part in signed]
    text = "; ".join(mended(part.text) for part in signed)
    return Candidate(text, together(places), score)


# --- where the sender is to be reached


def _own_lines(letter: Letter) -> list[Placed]:
    """Lines with the sender's details: those of the first page before those of later ones."""
    own = [p for p in letter.lines if p.zone in _OWN]
    return sorted(own, key=lambda placed: placed.page.number)


def _own_addresses(letter: Letter) -> list[Address]:
    """The sender's addresses, P.O. boxes first: that is where a reply goes.

    Where the head and the foot have none, those under the signature, as in an e-mail.
    """
    found = list(addresses(letter, _own_lines(letter)))
    found = found or list(addresses(letter, signed_lines(letter)))
    return sorted(found, key=lambda address: (address.house is None, not address.is_box))


@finds("sender.address")
def sender_address(reading: Reading) -> Iterator[Candidate[str]]:
    """The P.O. box, else the street and number, of the sender."""
    for rank, address in enumerate(_own_addresses(reading.letter)):
        if address.house is not None:
            yield Candidate(address.house.text, address.house, max(0.4, 0.93 - 0.1 * rank))


@finds("sender.address")
def without_postcode(reading: Reading) -> Iterator[Candidate[str]]:
    """A P.O. box or street alone on a line of the letterhead, as before 1978."""
    letter = reading.letter
    for placed in _own_lines(letter):
        text = letter.text[placed.start : placed.end]
        if placed.zone is not Zone.subject and any(
            end - start == len(text) for start, end in houses(text)
        ):
            yield Candidate(text, letter.passage(placed.start, placed.end), score=0.5)


@finds("sender.postcode")
def sender_postcode(reading: Reading) -> Iterator[Candidate[str]]:
    """The postcode that goes with the sender's address."""
    for rank, address in enumerate(_own_addresses(reading.letter)):
        yield Candidate(address.postcode, address.postcode_at, max(0.4, 0.93 - 0.1 * rank))


@finds("sender.place")
def sender_place(reading: Reading) -> Iterator[Candidate[str]]:
    """The place that goes with the sender's address, as it is printed."""
    for rank, address in enumerate(_own_addresses(reading.letter)):
        if address.place is not None:
            yield Candidate(address.place.text, address.place, max(0.4, 0.93 - 0.1 * rank))


@finds("sender.email")
def sender_email(reading: Reading) -> Iterator[Candidate[str]]:
    """The first e-mail address among the sender's details."""
    letter = reading.letter
    for rank, placed in enumerate([*_own_lines(letter), *signed_lines(letter)]):
        for found in find_emails(letter.text[placed.start : placed.end]):
            passage = letter.passage(placed.start + found.start, placed.start + found.end)
            yield Candidate(found.value, passage, max(0.5, 0.95 - 0.01 * rank))
    yield from _covered_after(letter, "email")


@finds("sender.phone")
def sender_phone(reading: Reading) -> Iterator[Candidate[str]]:
    """The first telephone number among the sender's details, as it is printed; a fax is none."""
    letter = reading.letter
    for rank, placed in enumerate([*_own_lines(letter), *signed_lines(letter)]):
        text = _LETTER_BEFORE.sub(" ", letter.text[placed.start : placed.end])
        text = _LETTER_IN_NUMBER.sub("0", text)
        for found in find_phones(text):
            if re.search(r"fax\.?(?:nr|nummer)?\W*$", text[: found.start], re.IGNORECASE):
                continue
            passage = letter.passage(placed.start + found.start, placed.start + found.end)
            sure = 0.94 if found.labelled else 0.9
            yield Candidate(found.text.strip(), passage, max(0.5, sure - 0.01 * rank))
    yield from _covered_after(letter, "phone")


def _covered_after(letter: Letter, kind: str) -> Iterator[Candidate[str]]:
    """A label whose value is covered."""
    for placed in _own_lines(letter):
        label = label_of(placed.line.text)
        if label is not None and label.kind == kind and COVERED in label.value:
            passage = letter.passage(placed.start + label.value_at, placed.end)
            yield Candidate(None, passage, 0.7, Status.redacted)
