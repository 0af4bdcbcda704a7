"""Bodies that only their letterhead names: no register has them and no word says their kind.

Asked late, where letterhead, margin, signature and address name nobody that is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from statistics import median

from pipeline.dutch.identifiers import find_postcodes
from pipeline.dutch.labels import label_of
from pipeline.dutch.names import find_persons, looks_like_name
from pipeline.extract import Candidate, Reading, finds
from pipeline.extract.addresses import houses
from pipeline.extract.organisations import is_organ
from pipeline.extract.signature import signatories, signed_lines
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import Zone

_HEAD = frozenset((Zone.letterhead, Zone.reference))
_LARGE = 1.25  # times the usual height of a line
_LONGEST = 7  # words of a body's name
_ABBREVIATED = re.compile(r"\s(?:[A-Z]\w{0,4}|[A-Z.]{2,})\.$")  # 'Hofstra & Zn.'
_NO_BODY = re.compile(
    r"\W*(?:rijksoverheid$|(?:directie|(?:hoofd)?afdeling|sector|stafbureau)\b|\w*(?:besluit|beschikking|brief|memo|nota|notitie|factuur|mededeling|voorstel|verslag|"
    r"formulier|rapport|advies|offerte|bericht)\b|concept|afschrift|kopie|bijlage|"
    r"fax\w*|telefax|memorandum|persbericht|uitnodiging|aanvraag|aangetekend|spoed|vertrouwelijk|familie|fam\.|postbus|van:|"
    r"from\b)",
    re.IGNORECASE,
)


@finds("sender.organisation", late=True)
def largest_print(reading: Reading) -> Iterator[Candidate[str]]:
    """The top line of the letterhead, or of a column at the side, in larger print than the rest."""
    lines = [p for p in reading.letter.lines if p.page.number == 1 and p.page.measured]
    usual = median(placed.box.height for placed in lines) if lines else 0.0
    for placed in [*_top(reading.letter), *_top(reading.letter, {Zone.margin})[:1]]:
        if placed.page.measured and placed.box.height > _LARGE * usual:
            passage = reading.letter.of_lines([p.line for p in _in_same_print(reading, placed)])
            yield Candidate(" ".join(passage.text.split()), passage, score=0.5)
            return


def _in_same_print(reading: Reading, first: Placed) -> list[Placed]:
    """A line with those right under it in the same print: a name in two lines."""
    found = [first]
    while (below := reading.letter.below(found[-1], within=0.8)) is not None and len(found) < 3:
        alike = 0.87 < below.box.height / first.box.height < 1.15
        flush = abs(below.box.x0 - first.box.x0) < 0.5 * first.box.height
        if not (alike and flush and _may_be_body(below.line.text)):
            break
        found.append(below)
    return found


@finds("sender.organisation", late=True)
def printed_and_signed(reading: Reading) -> Iterator[Candidate[str]]:
    """What the foot of the page opens with and the signature has too: 'Woonpartners Midden'."""
    letter = reading.letter
    ends = [p for p in letter.lines if p.zone in {Zone.footer, Zone.margin}]
    feet = [placed.line.text.casefold() for placed in ends]
    for placed in signed_lines(letter):
        text = placed.line.text.strip(" ,.")
        opening = [foot for foot in feet if re.match(rf"{re.escape(text.casefold())}\W", foot)]
        addressed = any(houses(foot) for foot in opening)
        if opening and (addressed or len(text.split()) > 1) and not _is_signer(letter, text):
            yield Candidate(text, _whole(letter, placed), score=0.55)


@finds("sender.organisation", late=True)
def opens_foot(reading: Reading) -> Iterator[Candidate[str]]:
    """What stands before an address at the foot: 'Cultuurhuis Hanzehof | Markt 3 | ...'."""
    letter = reading.letter
    for placed in letter.lines:
        text = placed.line.text
        house = next(iter(houses(text)), None) if placed.zone is Zone.footer else None
        name = text[: house[0]].strip(" ,|·•–-") if house is not None else ""
        if name and label_of(text) is None and _may_be_body(name) and not _is_signer(letter, name):
            passage = letter.passage(placed.start, placed.start + len(name))
            yield Candidate(name, passage, score=0.46)


@finds("sender.organisation", late=True)
def over_own_address(reading: Reading) -> Iterator[Candidate[str]]:
    """The top line of the letterhead, where its address stands with it or the signature has it."""
    letter = reading.letter
    signed = {placed.line.text.strip(" ,.").casefold() for placed in signed_lines(letter)}
    for placed in _top(letter)[:1]:
        text = placed.line.text.strip(" ,")
        repeated = text.casefold() in signed
        known = (repeated and len(text.split()) > 1) or _stands_with_address(letter, placed)
        if known and not _is_signer(letter, text):
            yield Candidate(text, _whole(letter, placed), score=0.47)


@finds("sender.organisation", late=True)
def top_line(reading: Reading) -> Iterator[Candidate[str]]:
    """The top line of the letterhead, with nothing beside it that says so: to be doubted."""
    letter = reading.letter
    for placed in _top(letter)[:1]:
        text = placed.line.text.strip(" ,")
        worded = len(text.split()) > 1 or len(text) > 4
        if placed is letter.lines[0] and worded and not _is_signer(letter, text):
            yield Candidate(text, _whole(letter, placed), score=0.35)


def _top(letter: Letter, zones: Set[Zone] = _HEAD) -> list[Placed]:
    """The first lines of the letterhead (or of other zones) that may be a body's name."""
    own = [
        placed
        for placed in letter.lines
        if placed.page.number == 1 and placed.zone in zones and label_of(placed.line.text) is None
    ]
    return [placed for placed in own[:2] if _may_be_body(placed.line.text)]


def _may_be_body(text: str) -> bool:
    alone = not any(character.isdigit() for character in text) and "@" not in text
    ended = text.endswith(".") and not _ABBREVIATED.search(text)
    named = text[:1].isalpha() and len(text.split()) <= _LONGEST and not ended
    other = _NO_BODY.match(text) or is_organ(text) or any(find_persons(text))
    return alone and named and not other


def _stands_with_address(letter: Letter, placed: Placed) -> bool:
    """Whether an address follows in the block or stands beside it."""
    beside = letter.right_of(placed)
    lines = placed.block.lines
    texts = [line.text for line in lines[lines.index(placed.line) + 1 :][:3]]
    texts += [beside.line.text] if beside is not None else []
    return any(houses(text) or any(find_postcodes(text)) for text in texts)


def _is_signer(letter: Letter, text: str) -> bool:
    """Whether a line reads as a person's name and may be that of who signs: 'Jan de Vries'."""
    names = [person.name.text for person in signatories(letter) if person.name is not None]
    if text in names or not names:
        return looks_like_name(text)
    surname = text.split()[-1]
    return any(name.endswith(surname) and name[:1] == text[:1] for name in names)


def _whole(letter: Letter, placed: Placed) -> Passage:
    return letter.passage(placed.start, placed.end)
