"""Bodies and ministers at the letter's date: under which name, and who was in office."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Final

from pipeline import registers
from pipeline.check import Breach, Case, breach, rule
from pipeline.check.reading import doubt, is_told_as_past, own_pages
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import COVERED, Zone
from pipeline.record import Recipient, Severity
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
    """Ministry, province and water board go by their name of the letter's date.

    Some weeks after a change of cabinet the old name may still be used. In running text it is a
    warning: there a ministry may be told of as it was.
    """
    dated = case.record.date
    if dated is None or dated.value is None:
        return
    said: set[str] = set()
    ways = (
        (_named_bodies(case.letter), None),
        (_told_of(case.letter, dated.value), Severity.warning),
    )
    for named, severity in ways:
        for text, (bodies, passages) in _not_carried(named, dated.value).items():
            if text.lower() in said:
                continue
            said.add(text.lower())
            yield breach(
                *passages,
                dated,
                severity=severity or doubt(dated, *passages),
                text=text,
                date=dated.value,
                period_en=_periods(bodies, ("from", "until")),
                period_nl=_periods(bodies, ("van", "tot")),
            )


Bodies = tuple[registers.Body, ...]


def _not_carried(
    named: Iterable[tuple[Passage, Bodies]], date: dt.date
) -> dict[str, tuple[Bodies, list[Passage]]]:
    """Names that no body bore on a date, each with its bodies and places."""
    found: dict[str, tuple[Bodies, list[Passage]]] = {}
    for passage, bodies in named:
        if not any(body.carried(date) for body in bodies):
            text = " ".join(passage.text.split())
            found.setdefault(text, (bodies, []))[1].append(passage)
    return found


_NAME_GOES_ON: Final = re.compile(
    r"[ ]*(?:,(?![ ]*\n[ ]*(?:postbus|t\.?a\.?v|[^\n]*\d))|&|\ben\b|/|-)|[ ]*\n[ ]*(?:en\b|&|,)|"
    r"[ ]+(?:[A-Z]\w*|van|voor|aan|de)\b",
)
"""After a name: then it is the beginning of a longer one that is not in the register."""
_NAME_GOES_ON_IN_TEXT: Final = re.compile(
    r"[ \n](?:en|&)[ \n](?=[A-Z])|,[ \n](?=[A-Z])|[ \n][A-Z]|-"
)
_LINE_BODY: Final = re.compile(
    r"(?:het |de )?(?:waterschap|hoogheemraadschap|wetterskip|provincie) ", re.IGNORECASE
)


def _named_bodies(letter: Letter) -> Iterator[tuple[Passage, Bodies]]:
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


def _ministries_of(letter: Letter, placed: Placed) -> Iterator[tuple[int, int, Bodies]]:
    """The ministries whose name begins on a line; it may go on upon the next."""
    if not re.search(r"minist", placed.line.text, re.IGNORECASE):
        return
    text = letter.text[placed.start : placed.end + 120].partition("\n\n")[0]
    for hit in find_ministries(text):
        if hit.start < placed.end - placed.start:
            yield placed.start + hit.start, placed.start + hit.end, hit.items


_MINISTRY: Final = re.compile(r"\bministerie\s+van\b", re.IGNORECASE)


def _told_of(letter: Letter, date: dt.date) -> Iterator[tuple[Passage, Bodies]]:
    """Ministries that running text names in full, and not as something of the past."""
    pages = own_pages(letter)
    if not _MINISTRY.search(letter.text):
        return
    for hit in find_ministries(letter.text):
        placed = letter.line_at(hit.start)
        text = " ".join(letter.text[hit.start : hit.end].split())
        whole = any(registers.key(text) == registers.key(body.name) for body in hit.items)
        if placed.zone is not Zone.body or placed.page not in pages or not whole:
            continue
        if not _NAME_GOES_ON_IN_TEXT.match(letter.text, hit.end) and not is_told_as_past(
            letter, date, hit.start
        ):
            yield letter.passage(hit.start, hit.end), hit.items


def _periods(bodies: Bodies, words: tuple[str, str]) -> str:
    """'from 2017-10-26 until 2024-07-02', several by commas."""
    spans = dict.fromkeys((body.valid_from, body.valid_to) for body in bodies)
    return ", ".join(
        " ".join(f"{word} {day}" for word, day in zip(words, span, strict=True) if day)
        for span in spans
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
        actual = _in_office(_whole_role(side), date)
        if actual and not any(_is_surname_of(side.person.value, one) for one in actual):
            yield breach(
                side.person,
                side.role,
                person=side.person.value,
                role=side.role.value,
                date=date,
                actual=" / ".join(dict.fromkeys(one.name for one in actual)),
            )


_MINISTER: Final = re.compile(r"\W*(?:de )?(?:minister|staatssecretaris)\b", re.IGNORECASE)
_OF: Final = re.compile(r"\bvan\b", re.IGNORECASE)
_PROXY: Final = re.compile(r"\bnamens\b|\bi\.?o\.?\b|\bplv|\bvoor dezen?\b|w\.?g\.?", re.IGNORECASE)
_MARGIN: Final = dt.timedelta(days=45)
_ALIKE: Final = 0.75


def _by_proxy(letter: Letter) -> bool:
    lines = (placed.line.text for placed in letter.lines if placed.zone in _SIGNED)
    return any(_PROXY.search(text) for text in lines)


def _whole_role(side: Recipient) -> str:
    """'de minister van Financiën', where 'de minister' stands under the ministry's name too.

    What follows may also be a part of the ministry: 'de staatssecretaris Mijnbouw'.
    """
    role = side.role.value if side.role else None
    body = side.organisation.value if side.organisation else None
    if role and body and not _OF.search(role) and _MINISTRY.match(body):
        return f"{role} {_MINISTRY.sub('van', body)}"
    return role or ""


def _in_office(role: str, date: dt.date) -> list[registers.Minister]:
    """All who were in office at the ministry of a role, some weeks before and after too."""
    if not _MINISTER.match(role) or not _OF.search(role):
        return []
    ministry = registers.ministry_of(role, date)
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
