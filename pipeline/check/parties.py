"""Who writes, to whom, on whose behalf: that they are there, and existed on that day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from pipeline import registers
from pipeline.check import Breach, Case, breach, rule
from pipeline.check.reading import doubt, is_told_as_past
from pipeline.dutch.dates import find_dates
from pipeline.dutch.labels import label_of
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import Zone
from pipeline.record import Municipality, Part, Recipient, Severity
from pipeline.registers import Hit


@rule(
    "sender-missing",
    Severity.error,
    en="The letter must say who it is from; no sender was found.",
    nl="Een brief hoort te zeggen van wie hij is; er is geen afzender gevonden.",
)
def sender_missing(case: Case) -> Iterator[Breach]:
    """A letter is from somebody: an organisation or a person, covered or not.

    A function alone ('teamleider Toezicht') does not say of what. Where something stands in the
    head that may be a sender, we may have failed to see it.
    """
    sender = case.record.sender
    if sender.organisation and _KIND.fullmatch(sender.organisation.value or ""):
        yield breach(sender.organisation)  # 'Circulaire' in large print says what it is
        return
    official = sender.organisation is None and sender.role is not None and sender.role.value
    if not _is_anybody(sender) or official:
        alone = not _is_anybody(case.record.recipient)  # an address may be the sender's own
        zones = {Zone.letterhead, Zone.address} if alone else {Zone.letterhead}
        if not any(_may_be_sender(case.letter, placed, zones) for placed in case.letter.lines):
            yield breach()


@rule(
    "recipient-missing",
    Severity.warning,
    en="The letter should say whom it is to; no recipient was found.",
    nl="Een brief hoort te zeggen aan wie hij is; er is geen geadresseerde gevonden.",
)
def recipient_missing(case: Case) -> Iterator[Breach]:
    """A letter is to somebody, if only to a house. What stands after 'Aan' may be anybody."""
    recipient = case.record.recipient
    known = _is_anybody(recipient) or recipient.address is not None
    if not known and not any(_is_labelled(case.letter, p, _TO) for p in case.letter.lines):
        yield breach()


def _is_anybody(body: Recipient) -> bool:
    return any(field is not None for field in (body.organisation, body.person, body.role))


_FROM: Final = re.compile(r"(?:van|afzender|retouradres)\b\s*:?\s*", re.IGNORECASE)
_TO: Final = re.compile(r"aan\b\s*:?\s*", re.IGNORECASE)
_HEAD: Final = {Zone.letterhead, Zone.address, Zone.reference, Zone.subject, Zone.margin}
_NAME: Final = re.compile(r"[^\W\d_]{3}")
_KIND: Final = re.compile(
    r"\W*(?:(?:tele)?fax(?:bericht)?|circulaire|rondschrijven|brief|memo|notitie|nota|besluit|beschikking|aangetekend|"
    r"persoonlijk|vertrouwelijk|kopie|afschrift|concept|ontvangen|ingekomen)\W*",
    re.IGNORECASE,
)
"""What may stand over a letter and names nobody."""
_WEB: Final = re.compile(r"\bwww\.|\w@\w", re.IGNORECASE)


def _may_be_sender(letter: Letter, placed: Placed, zones: set[Zone]) -> bool:
    """A line of some zones that is no date and no label, 'Van: …', or an address on the web."""
    if placed.page is not letter.pages[0]:
        return False
    text = placed.line.text
    if placed.zone in zones and _NAME.search(text):
        return not (_KIND.fullmatch(text) or label_of(text) or any(find_dates(text)))
    web = placed.zone in _HEAD | {Zone.footer} and _WEB.search(text)
    return bool(web) or _is_labelled(letter, placed, _FROM)


def _is_labelled(letter: Letter, placed: Placed, label: re.Pattern[str]) -> bool:
    """Whether a line of the head begins with a label that has something behind or beside it."""
    match = label.match(placed.line.text) if placed.zone in _HEAD else None
    if match is None:
        return False
    beside = letter.right_of(placed)
    return match.end() < len(placed.line.text) or (
        beside is not None and label_of(beside.line.text) is None
    )


# --- municipalities at the letter's date


@rule(
    "municipality-not-in-force",
    Severity.error,
    en="{name} should be a municipality on {date}; it existed {period_en}{now_en}.",
    nl="{name} hoort op {date} een gemeente te zijn; die bestond {period_nl}{now_nl}.",
)
def not_in_force(case: Case) -> Iterator[Breach]:
    """A municipality that a letter speaks of exists on its date, unless it is told of as past."""
    date = case.record.date.value if case.record.date else None
    if date is None:
        return
    for named in case.record.municipalities:
        former = registers.former_municipality(named.name, date)
        if former is None:
            continue
        mentions = list(_as_municipality(case.letter, named))
        past = [is_told_as_past(case.letter, date, mention.start) for mention in mentions]
        # Who takes part is there now, whatever the letter tells of its past elsewhere.
        if all(past) or (any(past) and named.part is Part.mentioned):
            continue
        heirs = ", ".join(heir.official_name(date) for heir in registers.successors(former))
        yield breach(
            *mentions,
            severity=doubt(*mentions),
            name=former.name,
            date=date,
            period_en=_period(former, ("from", "until")),
            period_nl=_period(former, ("van", "tot")),
            now_en=f" and went into {heirs}" if heirs else "",
            now_nl=f" en ging op in {heirs}" if heirs else "",
        )


@rule(
    "municipality-unknown",
    Severity.warning,
    en="'{text}' should be a municipality; there has never been one of that name.",
    nl="'{text}' hoort een gemeente te zijn; er is er nooit een van die naam geweest.",
)
def unknown(case: Case) -> Iterator[Breach]:
    """What a letter calls 'gemeente X' is one. What may be another word misread is let be."""
    date = case.record.date.value if case.record.date else None
    if date is not None and date.year < _REGISTER_BEGINS:
        return
    text = case.letter.text
    names: dict[str, list[Passage]] = {}
    for match in _CALLED.finditer(text):
        name = match["name"].replace("-\n", "")
        other = _OTHER_KINDS.match(match["before"] or "")
        known = match.start("name") in {hit.start for hit in _hits(text)}
        if other or known or _heads_rows(case.letter, match.start()):
            continue
        if not _may_be_none(name, date):
            names.setdefault(name, []).append(case.letter.passage(*match.span()))
    for passages in names.values():
        if doubt(*passages) is None:
            yield breach(*passages, text=" ".join(passages[0].text.split()))


_REGISTER_BEGINS: Final = 1950
_CALLED: Final = re.compile(
    r"\b(?P<before>\w+ )?ge(?:-\n)?meen(?:-\n)?te[ \n]"
    r"(?P<name>[A-Z](?:[a-zë]|-\n(?=[a-z])){3,}(?:[- ](?:aan|op|den|de|het|[A-Z][a-z]+))*)"
)
_OTHER_KINDS: Final = re.compile(
    r"(?:protestantse|hervormde|gereformeerde|kerkelijke|joodse|evangelische|belgische|duitse|"
    r"vlaamse|burgerlijke)\s",
    re.IGNORECASE,
)
_NO_NAMES: Final = {
    "Aanvraag", "Bedrag", "Betreft", "Bijlage", "Daarom", "Datum", "Deze", "Door", "Geachte",
    "Indien", "Naar", "Onderwerp", "Over", "Postbus", "Project", "Totaal", "Voor", "Wanneer",
}  # fmt: skip
"""Words that a line may go on with when it was another's, so that OCR set them together."""
_NAMES: Final = re.compile(
    r"\b(?:[Gg]emeenten?|[Cc]olleges?\s+van(?:\s+burgemeesters?\s+en\s+wethouders\s+van)?)\b:?"
    r"(?:[ \n]+(?:['’]?[A-Z][\w'’.-]*|aan|den|de|het|op|en|of|in|van|als|bij|a/d|"
    r"\([A-Z]+\.?\)|alsmede|respectievelijk)[,;]?)*[ \n]*$"
)
_LONGEST_LIST: Final = 300  # characters from 'de gemeenten' to the last name


def _period(former: registers.Municipality, words: tuple[str, str]) -> str:
    bounds = zip(words, (former.valid_from, former.valid_to), strict=True)
    return " ".join(f"{word} {day}" for word, day in bounds if day is not None)


@lru_cache(maxsize=4)
def _hits(text: str) -> tuple[Hit[registers.Municipality], ...]:
    return tuple(registers.find_municipalities(text))


def _as_municipality(letter: Letter, named: Municipality) -> Iterator[Passage]:
    """Where the letter calls it a municipality: after 'gemeente', or in a list of 'gemeenten'."""
    for hit in _hits(letter.text):
        if named.code in {item.code for item in hit.items} or _is_name(letter, hit, named):
            before = letter.text[max(0, hit.start - _LONGEST_LIST) : hit.start]
            if _NAMES.search(before):
                yield letter.passage(hit.start, hit.end)


def _is_name(letter: Letter, hit: Hit[registers.Municipality], named: Municipality) -> bool:
    return letter.text[hit.start : hit.end].lower() == named.name.lower()


_MOST_HEADS: Final = 7  # words over the columns of a table


def _heads_rows(letter: Letter, offset: int) -> bool:
    """'Huidige gemeente Inwoners Nieuwe gemeente Kosten' over lines that end in a figure."""
    placed = letter.line_at(offset)
    at = letter.lines.index(placed)
    below = letter.lines[at + 1].line.text if at + 1 < len(letter.lines) else ""
    text = placed.line.text
    short = len(text.split()) <= _MOST_HEADS and not re.search(r"[.,;:\d]", text)
    return short and re.search(r"\d\W*$", below) is not None


def _may_be_none(name: str, date: dt.date | None) -> bool:
    """Whether a word after 'gemeente' may be something else: a near miss of OCR, a common word."""
    first = re.split(r"[- ]", name)[0]
    return (
        first in _NO_NAMES
        or registers.nearest_municipality(name, date) is not None
        or registers.nearest_municipality(first, date) is not None
        or bool(registers.municipalities_named(name) or registers.municipalities_named(first))
        or registers.is_ordinary_word(first)
    )
