"""Who signs: for the body of the letterhead, or for another."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from pipeline import registers
from pipeline.check import Breach, Case, breach, rule
from pipeline.check.reading import doubt, own_pages
from pipeline.letter import Letter, Passage
from pipeline.page import Zone
from pipeline.record import Sender, Severity
from pipeline.registers.offices import find_ministries

HEAD: Final = {Zone.letterhead, Zone.address, Zone.reference, Zone.subject, Zone.margin}
SIGNED: Final = {Zone.closing, Zone.signature}


@rule(
    "sender-signature-mismatch",
    Severity.error,
    en="The letter is from {sender}; it is signed for {signed}.",
    nl="De brief is van {sender}; ondertekend is voor {signed}.",
)
def sender_signature(case: Case) -> Iterator[Breach]:
    """Who signs for a municipality, province, water board or other body signs for the sender.

    Not where the one signed for stands in the head as well, or took over the other.
    """
    sender = case.record.sender
    if headed := _head_of_another(case):
        yield headed
        return
    signed = _others(case) or _others_of_its_kind(case) or _other_ministries(case)
    if sender.organisation is None or not signed:
        return
    yield breach(
        sender.organisation,
        *(passage for _, passage in signed),
        severity=doubt(sender.organisation, *(passage for _, passage in signed)),
        sender=sender.organisation.value,
        signed=", ".join(dict.fromkeys(name for name, _ in signed)),
    )


Signed = list[tuple[str, Passage]]
"""Names of bodies that are signed for, each with its place."""


# --- municipalities, provinces and water boards, by the register


_OFFICE: Final = re.compile(
    r"burgemeester|wethouder|college|gemeente|\bb\s?(?:&|en)\s?w\b|gedeputeerde staten|provincie|"
    r"dijkgraaf|waterschap|hoogheemraadschap",
    re.IGNORECASE,
)
_COPIES: Final = re.compile(
    r"\W*(?:(?:een|in)\s+)?(?:afschrift|kopie|c\.?\s?c\.?\b|i\.?a\.?a\.?|bijlage|verzendlijst)",
    re.IGNORECASE,
)


def _others(case: Case) -> Signed:
    """Bodies of the sender's kind that are signed for where the sender itself is not."""
    sender = case.record.sender
    identifier = sender.organisation_id.value if sender.organisation_id else None
    date = case.record.date.value if case.record.date else None
    kind = _kind(identifier)
    if not identifier or kind is None:
        return []
    in_head = {code for code, _, _ in _signed_for(case.letter, date, HEAD)}
    if identifier not in in_head and not _stands_in_head(sender):
        return []  # known by the signature itself or by an address: nothing to hold against it
    signed = list(_signed_for(case.letter, date, SIGNED))
    codes = {code for code, _, _ in signed}
    if not codes or codes & (in_head | {identifier}) or {_kind(code) for code in codes} != {kind}:
        return []
    if any(_are_kin(identifier, code) for code in codes):
        return []
    if any(_is_in_head(case.letter, name) for _, name, _ in signed):
        return []
    return [(name, passage) for _, name, passage in signed]


def _head_of_another(case: Case) -> Breach | None:
    """Where the sender is known by who signs: the letterhead is of another body of its kind."""
    sender, recipient = case.record.sender, case.record.recipient
    identifier = sender.organisation_id.value if sender.organisation_id else None
    date = case.record.date.value if case.record.date else None
    if sender.organisation is None or not identifier or _stands_in_head(sender):
        return None
    head = list(_signed_for(case.letter, date, {Zone.letterhead}))
    signed = {code for code, _, _ in _signed_for(case.letter, date, SIGNED)}
    codes = {code for code, _, _ in head}
    own = recipient.organisation_id.value if recipient.organisation_id else None
    if len(codes) != 1 or signed != {identifier} or codes & {identifier, own}:
        return None
    ((code, name, _), *_) = head
    if _kind(code) != _kind(identifier) or _are_kin(code, identifier):
        return None
    if _is_in_head(case.letter, sender.organisation.value or ""):
        return None
    places = [passage for _, _, passage in head]
    return breach(
        *places,
        sender.organisation,
        severity=doubt(*places, sender.organisation),
        sender=name,
        signed=sender.organisation.value,
    )


def _stands_in_head(sender: Sender) -> bool:
    return sender.organisation is not None and sender.organisation.source == "letterhead"


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
        if placed.zone in SIGNED and _COPIES.match(placed.line.text):
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


def _is_in_head(letter: Letter, name: str) -> bool:
    """Whether a name stands in the head or the foot of the letter, if only in an address there."""
    bare = registers.key(name.partition(" ")[2])
    lines = (p.line.text for p in letter.lines if p.zone in HEAD | {Zone.footer})
    return bare in registers.key(" ".join(lines))


# --- other bodies, by the words of their name


_KINDS: Final = re.compile(
    r"(?P<kind>omgevingsdienst|veiligheidsregio|stichting|vereniging|inspectie|waterschap|"
    r"hoogheemraadschap|ggd|regio|milieudienst|recreatieschap|werkvoorzieningschap|woningstichting|"
    r"fonds|directie|kamer|bureau|adviesbureau)\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"(?:namens|voor)?\s*(?:het\s+(?:dagelijks\s+)?bestuur\s+van\s+)?(?:de|het)?\s*", re.IGNORECASE
)
_ALIKE: Final = 0.7
_NO_NAME: Final = {"voor", "van", "de", "het", "en", "der", "te", "in", "nederland"}


def _others_of_its_kind(case: Case) -> Signed:
    """'Omgevingsdienst Zuid-Holland Zuid' under a letter of the Omgevingsdienst IJmond."""
    sender = case.record.sender
    own = _KINDS.fullmatch((sender.organisation.value or "") if sender.organisation else "")
    if own is None or not _stands_in_head(sender):
        return []
    signed: Signed = []
    pages = own_pages(case.letter)
    for placed in case.letter.lines:
        if placed.zone not in SIGNED or placed.page not in pages:
            continue
        if _COPIES.match(placed.line.text):
            break
        text = placed.line.text.strip(" ,.")
        match = _KINDS.fullmatch(text, _lead(text))
        if match and match["kind"].lower() == own["kind"].lower():
            if not _may_be_one(own["rest"], match["rest"]):
                signed.append((match[0], case.letter.passage(placed.start, placed.end)))
            else:
                return []
    return signed


def _lead(text: str) -> int:
    match = _LEAD.match(text)
    return match.end() if match else 0


def _may_be_one(left: str, right: str) -> bool:
    """Whether all words of one name are in the other, a letter misread forgiven."""
    ours, theirs = (_words(name) for name in (left, right))
    return not ours or not theirs or _all_in(ours, theirs) or _all_in(theirs, ours)


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", name.lower()) if word not in _NO_NAME]


def _all_in(words: list[str], others: list[str]) -> bool:
    return all(
        any(SequenceMatcher(None, word, other).ratio() >= _ALIKE for other in others)
        for word in words
    )


# --- ministries


def _other_ministries(case: Case) -> Signed:
    """'De minister van Financiën' under a letterhead of Justitie; not where both have a word."""
    head = dict(_ministries(case.letter, {Zone.letterhead}))
    own = case.record.sender.organisation
    if not head or own is None or not _MINISTRY.match(own.value or ""):
        return []
    known = set(_words(" ".join([*head, own.value or ""])))
    signed = dict(_ministries(case.letter, SIGNED))
    if any(known & set(_words(name)) for name in signed):
        return []
    return list(signed.items())


_MINISTRY: Final = re.compile(r"ministerie van\b", re.IGNORECASE)
_MINISTER: Final = re.compile(r"\W*(?:de\s+)?minister(?:ie)?\s+van\b", re.IGNORECASE)


def _ministries(letter: Letter, zones: set[Zone]) -> Iterator[tuple[str, Passage]]:
    """Ministries, or their ministers, that lines of some zones begin with: the name, its place."""
    pages = own_pages(letter)
    for placed in letter.lines:
        if placed.zone not in zones or placed.page not in pages:
            continue
        if placed.zone in SIGNED and _COPIES.match(placed.line.text):
            return
        if not _MINISTER.match(placed.line.text):
            continue
        text = letter.text[placed.start : placed.end + 120].partition("\n\n")[0]
        for hit in find_ministries(text)[:1]:
            passage = letter.passage(placed.start + hit.start, placed.start + hit.end)
            name = " ".join(text[hit.start : hit.end].split())
            yield _MINISTER.sub("", name).strip(), passage
