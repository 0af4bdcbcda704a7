"""Who writes: the letterhead, the details in the margin or at the foot, and the signature."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby, pairwise

from pipeline import registers
from pipeline.dutch.formulas import is_dispatched
from pipeline.dutch.labels import LabelKind, label_of
from pipeline.dutch.misread import mended
from pipeline.extract import Candidate, Reading, finds
from pipeline.extract.addresses import Address
from pipeline.extract.labelled import labels_of_values
from pipeline.extract.ministers import as_registered
from pipeline.extract.organisations import DOMAIN, of_domain, official, unregistered
from pipeline.extract.reach import OWN, own_addresses, own_lines
from pipeline.extract.signature import signatories, signed_lines
from pipeline.extract.signed_roles import MANDATE, Signed
from pipeline.extract.window import OFFICE
from pipeline.letter import Letter, Placed, together
from pipeline.page import Zone
from pipeline.record import Status

_SPECK_BEFORE = re.compile(r"^[A-Z]\s+(?=[A-Z][a-z])")  # a stroke of a coat of arms
# 'voorzitter Platform Economie en wethouder van Ede' is an office, not a body.
_HOLDS_OFFICE = re.compile(rf"{OFFICE.pattern}.*\sen\s.*{OFFICE.pattern}", re.IGNORECASE)
_MINISTER = re.compile(r"\b(?:minister|staatssecretaris)\b", re.IGNORECASE)
_OF_OTHERS: set[LabelKind] = {
    "subject",
    "to",
    "copy_to",
    "your_reference",
    "their_date",
    "enclosures",
}
"""Kinds of labels whose value names no sender."""
_PROFESSION = (
    r"(?:advoca|notari|accountants|belasting|advies|adviseurs|ingenieurs|architecten|makelaars|"
    r"juristen|mediators|consultants|deurwaarders|landmeters|taxateurs|rentmeesters)\w*"
)
_PROFESSIONS = re.compile(
    rf"(?:raadgevende?\s+)?{_PROFESSION}(?:(?:,|\s*[&|·•–-]|\s+en)\s*{_PROFESSION}){{0,3}}|"
    r"stichting|vereniging|coöperatie|maatschap|school|[bn]\.?v\.?",
    re.IGNORECASE,
)
_TO_OTHERS = re.compile(r"aan\b|t\.?\s?a\.?\s?v\b|ter\s+attentie", re.IGNORECASE)
_FEWEST_LETTERS = 3  # of a body's name alone; fewer are what OCR makes of a drawing
_UNFINISHED = re.compile(r"(?:-|&|\b(?:van|voor|en|de|der|het|in|te|tot|bij))$", re.IGNORECASE)
_BARE_KINDS = {"museum", "universiteit", "hogeschool", "bibliotheek", "fonds", "ziekenhuis"}
_HOUSED = {"municipality", "province", "ministry", "water_board", "agency"}
_IN_WORDS = re.compile(r"[^\W\d_][^\d:@|,]{2,30}")
_OFFICE_OF = re.compile(
    r"(?:[a-zà-ÿ-]+\s+){1,4}(?=[A-Z])|[A-Z][a-zà-ÿ-]+\s+(?:van\s+|bij\s+)?(?:de\s+|het\s+)?(?=[A-Z])"
)
_STRAY = re.compile(
    r"(?:(?:\W+|\w{1,3}\W?)\s+){1,2}(?=[A-Z])"
)  # what it makes of a logo before one
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
            if len(part) == 1 and label_of(part[0].line.text) is not None:
                continue
            passage = reading.letter.of_lines([placed.line for placed in part])
            name = _known(passage.text, reading.date)
            if name is not None:
                yield Candidate(name, passage, score - 0.02 * (part is not lines))
                break


def _known(text: str, date: dt.date | None) -> str | None:
    """The registered body with which a letterhead begins, past what is read of a logo."""
    if sum(sign.isalpha() for sign in text) < _FEWEST_LETTERS:
        return None
    return official(text, date) or official(_STRAY.sub("", text, count=1), date)


@finds("sender.organisation")
def letterhead_in_two(reading: Reading) -> Iterator[Candidate[str]]:
    """A registered body whose name goes on in a block below: 'gemeente Bergen' over 'op Zoom'."""
    blocks = list(_own_blocks(reading.letter))
    heads = [lines for zone, lines in blocks if zone is Zone.letterhead][:4]
    margin = [lines for zone, lines in blocks if zone is Zone.margin][:2]
    for above, below in chain(pairwise(heads), pairwise(margin)):
        first, rest = above[-1], below[0]
        text = f"{first.line.text} {_SPECK_BEFORE.sub('', rest.line.text)}"
        name = official(text, reading.date)
        if name is None or name == official(first.line.text, reading.date):
            continue
        if name.split()[-1].casefold() == text.split()[-1].casefold():
            places = [reading.letter.passage(part.start, part.end) for part in (first, rest)]
            yield Candidate(name, together(places), score=0.96)


@finds("sender.organisation")
def signed_for(reading: Reading) -> Iterator[Candidate[str]]:
    """A registered body in the signature: by its name or the office that signs for it.

    Of one for which another signs ('De Minister van ..., namens deze', 'Namens burgemeester en
    wethouders' over a name and its own body) the letterhead knows better.
    """
    lines = signed_lines(reading.letter)
    own = [official(placed.line.text, reading.date) is not None for placed in lines]
    for at, placed in enumerate(lines):
        after = [line.line.text for line in lines[at + 1 : at + 3]]
        text = re.sub(r"^(?:namens|voor)\s+", "", placed.line.text, flags=re.IGNORECASE)
        name = official("\n".join([text, *after[:1]]), reading.date)
        if name is not None:
            for_other = text != placed.line.text and any(own[at + 2 :])
            mandated = for_other or any(MANDATE.match(line) for line in after)
            score = 0.72 if mandated else 0.9
            yield Candidate(name, reading.letter.passage(placed.start, placed.end), score)


@finds("sender.organisation")
def own_address(reading: Reading) -> Iterator[Candidate[str]]:
    """The body whose address stands as the sender's: its P.O. box, or its own building."""
    for address, found in _addressed(reading):
        if address.is_box or found.kind in _HOUSED:
            yield Candidate(found.name, address.postcode_at, score=0.75)


@finds("sender.organisation", late=True)
def shared_address(reading: Reading) -> Iterator[Candidate[str]]:
    """A body whose street address stands as the sender's: others may be in that building too."""
    for address, found in _addressed(reading):
        yield Candidate(found.name, address.postcode_at, score=0.4)


def _addressed(reading: Reading) -> Iterator[tuple[Address, registers.Organisation]]:
    """The sender's addresses that are those of registered bodies."""
    for address in own_addresses(reading.letter):
        house = address.house.text if address.house else ""
        found = registers.organisation_by_address(f"{house}, {address.postcode}", reading.date)
        if found is not None:
            yield address, found


@finds("sender.organisation")
def own_domain(reading: Reading) -> Iterator[Candidate[str]]:
    """The body that the sender's e-mail address or website names: '@minezk.nl', 'barneveld.nl'."""
    others = {at for at, kind in labels_of_values(reading.letter).items() if kind in _OF_OTHERS}
    for placed in own_lines(reading.letter):
        label = label_of(placed.line.text)
        others_own = label is not None and label.kind in _OF_OTHERS
        if placed.start in others or others_own or is_dispatched(placed.line.text):
            continue
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
        for above, placed in pairwise([None, *lines]):
            assert placed is not None
            name = unregistered(placed.line.text.lstrip("& "))
            office = lines is not own and _HOLDS_OFFICE.match(placed.line.text)
            if name is None or label_of(placed.line.text) is not None or office:
                continue
            parts = [placed]
            below = letter.below(placed, within=1.0)
            bare = name.casefold() in _BARE_KINDS
            if bare or _UNFINISHED.search(name) or _goes_on_below(letter, name, below):
                if below is None or below.zone is not placed.zone:
                    continue
                joint = "" if name.endswith("-") else " "
                name, parts = f"{name}{joint}{below.line.text.strip()}", [placed, below]
            further = placed.line.text.startswith("&")  # 'Bos' over '& Zonen B.V.'
            if further:
                name, above = f"& {name}", _straight_above(letter, placed, lines)
            if further or _PROFESSIONS.fullmatch(name):  # 'ADVOCATEN' under who they are
                joined = above is not None and letter.below(above, within=1.6) is placed
                if above is None or not joined or label_of(above.line.text) is not None:
                    continue
                name, parts = f"{above.line.text.strip()} {name}", [above, placed]
            shouted = 0.03 if name.isupper() else 0.0  # as written is better
            passage = letter.of_lines([part.line for part in parts])
            yield Candidate(name, passage, score - shouted)


def _goes_on_below(letter: Letter, name: str, below: Placed | None) -> bool:
    """Whether a kind alone stands over its name, or the letter says both elsewhere in one line."""
    if below is None or not below.line.text[:1].isupper():
        return False
    text = below.line.text.strip()
    if name.isalpha() and name.istitle() and _IN_WORDS.fullmatch(text) and not OFFICE.search(text):
        return label_of(text) is None
    whole = f"{name} {text}".casefold()
    return any(whole in placed.line.text.casefold() for placed in letter.lines)


def _straight_above(letter: Letter, placed: Placed, lines: Sequence[Placed]) -> Placed | None:
    """The line of some lines under which a line stands, whatever stands beside the two."""
    return next((line for line in lines if letter.below(line, within=1.6) is placed), None)


@finds("sender.organisation")
def of_signed_office(reading: Reading) -> Iterator[Candidate[str]]:
    """The body with the office of who signs: 'voorzitter Fietsersbond', 'directeur Bos B.V.'."""
    for placed in signed_lines(reading.letter):
        text = placed.line.text
        office = _OFFICE_OF.match(text)
        rest = text[office.end() :] if office is not None and OFFICE.search(office[0]) else ""
        name = official(rest, reading.date) or unregistered(rest) if rest[:1].isupper() else None
        if office is not None and name is not None:
            passage = reading.letter.passage(placed.start + office.end(), placed.end)
            yield Candidate(name, passage, score=0.7)


def _own_blocks(letter: Letter) -> Iterator[tuple[Zone, list[Placed]]]:
    """The blocks of the first page that are the sender's, each with its lines."""
    others = {at for at, kind in labels_of_values(letter).items() if kind in _OF_OTHERS}
    own = [
        placed
        for placed in letter.lines
        if placed.zone in OWN and placed.page.number == 1 and placed.start not in others
    ]
    for _, lines in groupby(own, key=lambda placed: id(placed.block)):
        block = list(lines)
        addressed = any(_TO_OTHERS.match(placed.line.text) for placed in block)
        other = addressed and block[0].zone is Zone.letterhead  # a window beside the window
        if block[0].zone is not Zone.subject and not other:
            yield block[0].zone, block


# --- the signatory


@finds("sender.person")
def signatory(reading: Reading) -> Iterator[Candidate[str]]:
    """Who signs; of two, both in the letter's order."""
    letter = reading.letter
    names = [person.name for person in signatories(letter) if person.name is not None]
    if any(_MINISTER.search(placed.line.text) for placed in signed_lines(letter)):
        names = [_registered(letter, name, reading.date) for name in names]
    if names:
        yield _together(letter, names, 0.93)
        return
    for _, passage in letter.covered:
        if letter.zone_at(passage.start) in {Zone.closing, Zone.signature}:
            yield Candidate(None, passage, 0.75, Status.redacted)


def _registered(letter: Letter, name: Signed, date: dt.date | None) -> Signed:
    """A minister's name as the register has it, where it could not be read well."""
    doubtful = letter.passage(name.start, name.end).legibility < 1
    return replace(name, text=as_registered(name.text, date)) if doubtful else name


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
