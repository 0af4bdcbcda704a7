"""Where the sender is to be reached: address, e-mail and telephone, in the head or at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline import registers
from pipeline.dutch.dates import find_dates
from pipeline.dutch.formulas import is_dispatched
from pipeline.dutch.identifiers import find_emails, find_phones
from pipeline.dutch.labels import label_of
from pipeline.extract import Candidate, Reading, finds
from pipeline.extract.addresses import Address, addresses, houses
from pipeline.extract.labelled import labelled
from pipeline.extract.signature import signed_lines
from pipeline.letter import Letter, Placed
from pipeline.page import COVERED, Zone
from pipeline.record import Status

OWN = {Zone.letterhead, Zone.reference, Zone.margin, Zone.footer, Zone.subject}
_LETTER_IN_NUMBER = re.compile(r"(?<=[\d -])[Oo](?=\d)|(?<=\d)[Oo](?=[\d ]|$)")  # OCR's 0
_LETTER_BEFORE = re.compile(r"(?<!\w)[TM](?=\+?0\d)")  # 'T0118 42 11 00': OCR lost the space
_PHONE_AS_SET = re.compile(
    r"\b(?:telefoon|tel\.?)\s*:?\s*(?P<number>(?:[A-Z]\s)?\d[\d\s./()-]{3,}\d)", re.IGNORECASE
)
_NUMBER = re.compile(r"\(?0\d[\d\s./()-]{5,14}")
_OPENS_HOUSE = re.compile(r"(?:[A-Z]\w+:\s*)?")
_CLOSES_HOUSE = re.compile(r"\s*(?:[—–|·•,;-].*)?", re.DOTALL)


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text.strip()) is not None


def own_lines(letter: Letter) -> list[Placed]:
    """Lines with the sender's details: those of the first page before those of later ones."""
    own = [p for p in letter.lines if p.zone in OWN]
    return sorted(own, key=lambda placed: placed.page.number)


def own_addresses(letter: Letter) -> list[Address]:
    """The sender's addresses, P.O. boxes first: that is where a reply goes.

    Where the head and the foot have none, those under the signature, as in an e-mail.
    """
    found = list(addresses(letter, own_lines(letter)))
    found = found or list(addresses(letter, signed_lines(letter)))
    return sorted(found, key=lambda address: (address.house is None, not address.is_box))


@finds("sender.address")
def sender_address(reading: Reading) -> Iterator[Candidate[str]]:
    """The P.O. box, else the street and number, of the sender."""
    for rank, address in enumerate(own_addresses(reading.letter)):
        if address.house is not None:
            yield Candidate(address.house.text, address.house, max(0.4, 0.93 - 0.1 * rank))


@finds("sender.address")
def without_postcode(reading: Reading) -> Iterator[Candidate[str]]:
    """A P.O. box or street that opens a line of the letterhead, as before 1978."""
    letter = reading.letter
    for placed in own_lines(letter):
        text = letter.text[placed.start : placed.end]
        for start, end in houses(text) if placed.zone is not Zone.subject else []:
            if _OPENS_HOUSE.fullmatch(text[:start]) and _CLOSES_HOUSE.fullmatch(text[end:]):
                passage = letter.passage(placed.start + start, placed.start + end)
                yield Candidate(text[start:end], passage, score=0.5)


@finds("sender.postcode")
def sender_postcode(reading: Reading) -> Iterator[Candidate[str]]:
    """The postcode that goes with the sender's address."""
    for rank, address in enumerate(own_addresses(reading.letter)):
        yield Candidate(address.postcode, address.postcode_at, max(0.4, 0.93 - 0.1 * rank))


@finds("sender.place")
def sender_place(reading: Reading) -> Iterator[Candidate[str]]:
    """The place that goes with the sender's address, as it is printed."""
    for rank, address in enumerate(own_addresses(reading.letter)):
        if address.place is not None:
            yield Candidate(address.place.text, address.place, max(0.4, 0.93 - 0.1 * rank))


@finds("sender.place", late=True)
def place_of_dateline(reading: Reading) -> Iterator[Candidate[str]]:
    """'Stolwijk, 1 april 1960', where the letterhead has a street and no postcode."""
    letter = reading.letter
    if not any(True for _ in without_postcode(reading)):
        return
    for placed in letter.lines:
        before, comma, after = placed.line.text.partition(",")
        dated = comma and any(True for _ in find_dates(after))
        if (
            placed.page.number == 1
            and placed.zone in OWN
            and dated
            and registers.place_named(before)
        ):
            passage = letter.passage(placed.start, placed.start + len(before))
            yield Candidate(before, passage, score=0.6)


@finds("sender.email")
def sender_email(reading: Reading) -> Iterator[Candidate[str]]:
    """The first e-mail address among the sender's details."""
    letter = reading.letter
    for rank, placed in enumerate([*own_lines(letter), *signed_lines(letter)]):
        if is_dispatched(placed.line.text):
            continue
        for found in find_emails(letter.text[placed.start : placed.end]):
            passage = letter.passage(placed.start + found.start, placed.start + found.end)
            yield Candidate(found.value, passage, max(0.5, 0.95 - 0.01 * rank))
    yield from _covered_after(letter, "email")


@finds("sender.email", late=True)
def own_email_in_text(reading: Reading) -> Iterator[Candidate[str]]:
    """'een bericht naar info@vries.nl' in the text, of a domain that the sender's name spells."""
    letter = reading.letter
    own = [
        placed
        for placed in [*own_lines(letter), *signed_lines(letter)]
        if not is_dispatched(placed.line.text)
    ]
    spelled = re.sub(r"[^a-z]", "", "".join(placed.line.text for placed in own).lower())
    for found in find_emails(letter.text):
        domain = re.sub(r"[^a-z]", "", found.value.partition("@")[2].rpartition(".")[0])
        if len(domain) > 2 and domain in spelled:
            yield Candidate(found.value, letter.passage(found.start, found.end), score=0.7)


@finds("sender.phone", late=True)
def number_as_set(reading: Reading) -> Iterator[Candidate[str]]:
    """What stands with 'Telefoon' in the head, in the form of other days: 'K 2574-280'."""
    letter = reading.letter
    for stated in labelled(letter, {"phone"}, _is_number):
        if stated.value is not None and stated.at.zone is not Zone.body:
            yield Candidate(stated.value.text.strip(), stated.value, score=0.7)
    for placed in own_lines(letter):
        match = _PHONE_AS_SET.search(letter.text, placed.start, placed.end)
        if match is not None:
            yield Candidate(match["number"], letter.passage(*match.span("number")), score=0.6)


@finds("sender.phone")
def sender_phone(reading: Reading) -> Iterator[Candidate[str]]:
    """The first telephone number among the sender's details, as it is printed; a fax is none."""
    letter = reading.letter
    for rank, placed in enumerate([*own_lines(letter), *signed_lines(letter)]):
        text = _LETTER_BEFORE.sub(" ", letter.text[placed.start : placed.end])
        text = _LETTER_IN_NUMBER.sub("0", text)
        for found in find_phones(text):
            beside = letter.left_of(placed) if found.start < 4 else None
            before = (beside.line.text if beside is not None else "") + text[: found.start]
            if re.search(r"fax\.?(?:nr|nummer)?\W*$", before, re.IGNORECASE):
                continue
            passage = letter.passage(placed.start + found.start, placed.start + found.end)
            sure = 0.94 if found.labelled else 0.85
            yield Candidate(found.text.strip(), passage, max(0.5, sure - 0.01 * rank))
    yield from _covered_after(letter, "phone")


def _covered_after(letter: Letter, kind: str) -> Iterator[Candidate[str]]:
    """A label whose value is covered."""
    for placed in own_lines(letter):
        label = label_of(placed.line.text)
        if label is not None and label.kind == kind and COVERED in label.value:
            passage = letter.passage(placed.start + label.value_at, placed.end)
            yield Candidate(None, passage, 0.7, Status.redacted)
