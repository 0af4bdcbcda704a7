"""Bodies and ministers at the letter's date: under which name, who signs, who was in office."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from pipeline import registers
from pipeline.check import Breach, Case, breach, rule
from pipeline.check.reading import doubt, own_pages
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import COVERED, Zone
from pipeline.record import Field, Severity
from pipeline.registers.offices import find_ministries

_HEAD: Final = {Zone.letterhead, Zone.address, Zone.reference, Zone.subject, Zone.margin}
_SIGNED: Final = {Zone.closing, Zone.signature}


# --- under a name that it had


@rule(
    "body-not-in-force",
    Severity.error,
    en="'{text}' should be the name of a body on {date}; it bore that name {period_en}.",
    nl="'{text}' hoort op {date} de naam van een instantie te zijn; die naam gold {period_nl}.",
)
def body_not_in_force(case: Case) -> Iterator[Breach]:
    """Ministry, province and water board stand in head and signature under their name of then.

    Some weeks after a change of cabinet the old name may still be used.
    """
    dated = case.record.date
    if dated is None or dated.value is None:
        return
    names: dict[str, list[Passage]] = {}
    found: dict[str, tuple[registers.Body, ...]] = {}
    for passage, bodies in _named_bodies(case.letter):
        if not any(body.carried(dated.value) for body in bodies):
            text = " ".join(passage.text.split())
            names.setdefault(text, []).append(passage)
            found[text] = bodies
    for text, passages in names.items():
        yield breach(
            *passages,
            dated,
            severity=doubt(dated, *passages),
            text=text,
            date=dated.value,
            period_en=_periods(found[text], ("from", "until")),
            period_nl=_periods(found[text], ("van", "tot")),
        )


_NAME_GOES_ON: Final = re.compile(
    r"[ ]*(?:,|&|\ben\b|/|-)|[ ]*\n[ ]*(?:en\b|&|,)|[ ]+(?:[A-Z]\w*|van|voor|aan|de)\b"
)
"""After a name: then it is the beginning of a longer one that is not in the register."""
_LINE_BODY: Final = re.compile(
    r"(?:het |de )?(?:waterschap|hoogheemraadschap|wetterskip|provincie) ", re.IGNORECASE
)


def _named_bodies(letter: Letter) -> Iterator[tuple[Passage, tuple[registers.Body, ...]]]:
    """Every ministry, province and water board of head and signature, with all of that name."""
    pages = own_pages(letter)
    places = [p for p in letter.lines if p.zone in _HEAD | _SIGNED and p.page in pages]
    for placed in places:
        for start, end, bodies in _ministries_of(letter, placed):
            if not _NAME_GOES_ON.match(letter.text, end):
                yield letter.passage(start, end), bodies
        if _LINE_BODY.match(placed.line.text):
            named = registers.bodies_named(placed.line.text.strip(" ,"))
            if named and all(body.kind in ("water_board", "province") for body in named):
                yield letter.passage(placed.start, placed.end), named


def _ministries_of(
    letter: Letter, placed: Placed
) -> Iterator[tuple[int, int, tuple[registers.Body, ...]]]:
    """The ministries whose name begins on a line; it may go on upon the next."""
    if not re.search(r"minist", placed.line.text, re.IGNORECASE):
        return
    text = letter.text[placed.start : placed.end + 120].partition("\n\n")[0]
    for hit in find_ministries(text):
        if hit.start < placed.end - placed.start:
            yield placed.start + hit.start, placed.start + hit.end, hit.items


def _periods(bodies: tuple[registers.Body, ...], words: tuple[str, str]) -> str:
    """'from 2017-10-26 until 2024-07-02', several by commas."""
    spans = dict.fromkeys((body.valid_from, body.valid_to) for body in bodies)
    return ", ".join(
        " ".join(f"{word} {day}" for word, day in zip(words, span, strict=True) if day)
        for span in spans
    )


# --- who signs


@rule(
    "sender-signature-mismatch",
    Severity.error,
    en="The letter is from {sender}; it is signed for {signed}.",
    nl="De brief is van {sender}; ondertekend is voor {signed}.",
)
def sender_signature(case: Case) -> Iterator[Breach]:
    """Who signs for a municipality, province or water board signs for the one of the letterhead.

    Not where the one signed for stands in the head as well, or took over the other.
    """
    sender = case.record.sender
    identifier = sender.organisation_id.value if sender.organisation_id else None
    date = case.record.date.value if case.record.date else None
    kind = _kind(identifier)
    if sender.organisation is None or not identifier or kind is None:
        return
    if identifier not in {code for code, _, _ in _signed_for(case.letter, date, _HEAD)}:
        return  # known by the signature itself or by an address: nothing to hold against it
    signed = list(_signed_for(case.letter, date, _SIGNED))
    in_head = {code for code, _, _ in _signed_for(case.letter, date, _HEAD)}
    codes = {code for code, _, _ in signed}
    if not codes or codes & in_head or {_kind(code) for code in codes} != {kind}:
        return
    if any(_are_kin(identifier, code) for code in codes):
        return
    yield breach(
        sender.organisation,
        *(passage for _, _, passage in signed),
        severity=doubt(sender.organisation, *(passage for _, _, passage in signed)),
        sender=sender.organisation.value,
        signed=", ".join(dict.fromkeys(name for _, name, _ in signed)),
    )


_OFFICE: Final = re.compile(
    r"burgemeester|wethouder|college|gemeente|\bb\s?(?:&|en)\s?w\b|gedeputeerde staten|provincie|"
    r"dijkgraaf|waterschap|hoogheemraadschap",
    re.IGNORECASE,
)


_COPIES: Final = re.compile(
    r"\W*(?:(?:een|in)\s+)?(?:afschrift|kopie|c\.?\s?c\.?\b|i\.?a\.?a\.?|bijlage|verzendlijst)",
    re.IGNORECASE,
)


def _kind(identifier: str | None) -> str | None:
    """'gm', 'pv' or 'ws' out of a TOOI code; None for any other, or for several at once."""
    match = re.fullmatch(r"(gm|pv|ws)\d+", identifier or "")
    return match[1] if match else None


def _signed_for(
    letter: Letter, date: dt.date | None, zones: set[Zone]
) -> Iterator[tuple[str, str, Passage]]:
    """Municipalities, provinces and water boards named in some zones: code, name, place."""
    pages = own_pages(letter)
    for placed in letter.lines:
        if placed.zone not in zones or placed.page not in pages:
            continue
        text = letter.text[placed.start : placed.end + 60].partition("\n\n")[0]
        if placed.zone in _SIGNED and _COPIES.match(placed.line.text):
            return  # from here on, who gets a copy
        if not _OFFICE.search(text):
            continue
        for start, end, bodies in registers.find_organisations(text, date):
            ours = [body for body in bodies if _kind(body.identifier)]
            if start < placed.end - placed.start and len(ours) == len(bodies) == 1:
                passage = letter.passage(placed.start + start, placed.start + end)
                yield str(ours[0].identifier), ours[0].name, passage


def _are_kin(left: str, right: str) -> bool:
    """Whether one municipality went into the other."""
    towns = {t.identifier: t for t in registers.municipalities() if t.identifier in (left, right)}
    pairs = ((left, right), (right, left))
    return any(
        other in {heir.identifier for heir in registers.successors(towns[one])}
        for one, other in pairs
        if one in towns
    )


# --- ministers


@rule(
    "minister-not-in-office",
    Severity.warning,
    en="{person} should be {role} on {date}; then it was {actual}.",
    nl="{person} hoort op {date} {role} te zijn; dat was toen {actual}.",
)
def minister_not_in_office(case: Case) -> Iterator[Breach]:
    """Who is addressed or signs as minister or state secretary was that on the letter's date.

    Within some weeks of a change either name will do.
    """
    date = case.record.date.value if case.record.date else None
    if date is None or not registers.ministers_are_known(date):
        return
    for side in (case.record.recipient, case.record.sender):
        if side is case.record.sender and _by_proxy(case.letter):
            continue
        if side.person is None or side.role is None or not side.person.value:
            continue
        actual = _in_office(side.role, date)
        if actual and not any(_is_surname_of(side.person.value, one) for one in actual):
            yield breach(
                side.person,
                side.role,
                person=side.person.value,
                role=side.role.value,
                date=date,
                actual=" / ".join(dict.fromkeys(one.name for one in actual)),
            )


_MINISTER: Final = re.compile(r"\W*(?:de )?(?:minister|staatssecretaris) van\b", re.IGNORECASE)
_PROXY: Final = re.compile(r"\bnamens\b|\bi\.?o\.?\b|\bplv|\bvoor dezen?\b|w\.?g\.?", re.IGNORECASE)
_MARGIN: Final = dt.timedelta(days=45)
_ALIKE: Final = 0.75


def _by_proxy(letter: Letter) -> bool:
    lines = (placed.line.text for placed in letter.lines if placed.zone in _SIGNED)
    return any(_PROXY.search(text) for text in lines)


def _in_office(role: Field[str], date: dt.date) -> list[registers.Minister]:
    """All who were in office at the ministry of a role, some weeks before and after too."""
    if not role.value or not _MINISTER.match(role.value):
        return []
    ministry = registers.ministry_of(role.value, date)
    if ministry is None or ministry.identifier is None:
        return []
    days = (date - _MARGIN, date, date + _MARGIN)
    return [one for day in days for one in registers.ministers(ministry.identifier, day)]


def _is_surname_of(person: str, one: registers.Minister) -> bool:
    """Whether a name has the surname of a minister in it, a letter or two misread forgiven."""
    if COVERED in person:
        return True
    words = [registers.key(word) for word in re.split(r"[\s,;.\-/]+", person) if len(word) > 2]
    wanted = [registers.key(word) for word in re.split(r"[\s-]+", one.surname) if len(word) > 2]
    return any(
        SequenceMatcher(None, word, name).ratio() >= _ALIKE for word in words for name in wanted
    )
