"""What each covered place hides: an amount, a person, a passage … from what stands around it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline import registers
from pipeline.dutch.amounts import find_amounts
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import COVERED, Block, Cover, Word, Zone
from pipeline.record import Covers, Redaction
from pipeline.redaction.codes import grounds_in
from pipeline.redaction.cues import wanted

_PASSAGE_HEIGHT, _SIGNATURE_HEIGHT = 30.0, 25.0  # points: two lines; more than a typed name takes
_WIDE, _NAME_WIDTH = 320.0, (18.0, 230.0)
_PRIVACY: Final = frozenset({"10.2.e", "5.1.2.e", "10.1.d", "5.1.1.d"})
_OPINION: Final = frozenset({"11.1", "11.2", "5.2", "5.2.4"})
_NUMBERS: Final = frozenset({"5.1.1.e"})
_CLOSING: Final = re.compile(
    r"\b(?:hoogachtend|(?:met )?(?:vriendelijke |hartelijke )?groet(?:en)?|namens (?:deze|dezen)|"
    r"ondertekening|handtekening)\b",
    re.IGNORECASE,
)
_MONEY_COLUMN: Final = re.compile(
    r"€|\b(?:\w*bedrag\w*|\w*kosten|euro|\w*prijs|\w*tarief|\w*budget|totaal|\w*subsidie|\w*som)\b",
    re.IGNORECASE,
)
_NAME_COLUMN: Final = re.compile(
    r"\b(?:naam|namen|persoon|contactpersoon|deelnemer)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Meaning:
    covers: Covers
    certainty: float  # 0 to 1
    source: str  # what told it


@dataclass(frozen=True)
class _Gap:
    """A covered place in its letter."""

    letter: Letter
    cover: Cover
    passage: Passage
    grounds: tuple[str, ...]

    @property
    def placed(self) -> Placed:
        return self.letter.line_at(self.passage.start)

    @property
    def measured(self) -> bool:
        return self.placed.page.measured

    @property
    def tall(self) -> float:
        return self.cover.box.height if self.measured else 0.0


def describe(letter: Letter, date: dt.date | None) -> tuple[Redaction, ...]:
    """One entry for each covered place of the letter, in reading order."""
    return tuple(_entry(letter, word, passage, date) for word, passage in letter.covered)


def _entry(letter: Letter, word: Word, passage: Passage, date: dt.date | None) -> Redaction:
    cover = word.cover
    assert cover is not None  # of Letter.covered
    grounds = _grounds(cover)
    meaning = next(_meanings(_Gap(letter, cover, passage, grounds)))
    sure = cover.score * (0.5 + 0.5 * meaning.certainty)
    if any(not _in_force(code, date) for code in grounds):
        sure *= 0.9  # a code of the other act is likelier misread
    place = passage.evidence[0]
    return Redaction(
        page=place.page,
        bbox=place.bbox,
        lines=place.lines,
        covers=meaning.covers,
        grounds=grounds,
        text=cover.text,
        confidence=round(min(sure, 1.0), 2),
        evidence=passage.evidence,
        source=f"{'garble' if cover.style == 'text' else 'box'}:{meaning.source}",
    )


def _grounds(cover: Cover) -> tuple[str, ...]:
    """The codes in a box; garble in a text does not tell one unless it is printed in full."""
    if cover.style == "text" and "." not in cover.text:
        return ()
    return grounds_in(cover.text)


def _in_force(code: str, date: dt.date | None) -> bool:
    ground = registers.ground(code)
    return date is None or ground is None or ground.in_force(date)


def _meanings(gap: _Gap) -> Iterator[_Meaning]:
    """Every reading of a gap, the most telling first; the last is 'unknown'."""
    yield from _by_column(gap)
    yield from _by_signature(gap)
    if gap.tall > _PASSAGE_HEIGHT or (gap.measured and gap.cover.box.width > _WIDE):
        yield _Meaning(Covers.passage, 0.9, "size")
    yield from _by_sentence(gap)
    yield from _by_label(gap)
    yield from _by_ground(gap)
    yield _Meaning(Covers.unknown, 0.5, "none")


def _by_column(gap: _Gap) -> Iterator[_Meaning]:
    """A column of a table with sums in it hides a sum, one of names a name."""
    column = _column(gap.placed.block, gap.passage, gap.letter)
    if column is None:
        return
    header, others = column[0], " \n".join(column[1:])
    if _MONEY_COLUMN.search(header) or any(True for _ in find_amounts(others)):
        yield _Meaning(Covers.amount, 0.95, "column")
    elif _NAME_COLUMN.search(header):
        yield _Meaning(Covers.person, 0.9, "column")


def _column(block: Block, passage: Passage, letter: Letter) -> list[str] | None:
    """The texts of the column of a covered place, from the top; None outside tables."""
    if block.grid is None:
        return None
    line = letter.line_at(passage.start).line
    for row in block.grid.rows:
        for index, cell in enumerate(row):
            if any(one is line for one in cell.lines):
                return [
                    "\n".join(one.text for one in other[index].lines) for other in block.grid.rows
                ]
    return None


def _by_signature(gap: _Gap) -> Iterator[_Meaning]:
    """Under 'Hoogachtend': a tall box is the signature, a low one the name."""
    before = gap.letter.text[max(0, gap.passage.start - 160) : gap.passage.start]
    closings = [match.end() for match in _CLOSING.finditer(before)]
    under = bool(closings) and before[closings[-1] :].strip(" ,.:\n\t").count("\n\n") < 3
    if not (under or gap.placed.zone is Zone.signature):
        return
    if gap.tall > _SIGNATURE_HEIGHT:
        yield _Meaning(Covers.signature, 0.9, "closing")
    elif under and len(before) - closings[-1] < 80 and wanted(*_around(gap)) is None:
        yield _Meaning(Covers.person, 0.85, "closing")


def _around(gap: _Gap) -> tuple[str, str]:
    """The sentence before and after the gap, and the label that the sentence follows."""
    start, end = gap.letter.sentence(gap.passage.start)
    start = min(start, gap.placed.start)
    text = gap.letter.text
    return text[start : gap.passage.start], text[gap.passage.end : max(end, gap.passage.end)]


def _by_sentence(gap: _Gap) -> Iterator[_Meaning]:
    """A verb, an honorific or a unit beside the gap."""
    before, after = _around(gap)
    while before.rstrip().endswith(COVERED):  # boxes side by side hide one thing
        before = before.rstrip()[:-1]
    want = wanted(before, after)
    if want is not None and want.strong:
        yield _Meaning(want.covers, 0.95, "sentence")


def _by_label(gap: _Gap) -> Iterator[_Meaning]:
    """A label to the left on the same height, or just above at the same margin."""
    for label in _labels(gap):
        want = wanted(label.rstrip(" :") + ": ", "")
        if want is not None and want.strong:
            yield _Meaning(want.covers, 0.9, "label")


def _labels(gap: _Gap) -> Iterator[str]:
    here = gap.placed
    page = gap.letter.on_page(here.page)
    left = [
        line for line in page
        if line.box.x1 <= here.box.x0 + 1 and line.box.side_by_side(here.box) > 0.5
    ]  # fmt: skip
    if left:
        yield max(left, key=lambda line: line.box.x1).line.text
    above = [
        line for line in page
        if line.box.bottom <= here.box.top + 3
        and here.box.top - line.box.bottom < 2 * max(here.box.height, 10)
        and abs(line.box.x0 - here.box.x0) < 12
    ]  # fmt: skip
    if above:
        yield max(above, key=lambda line: line.box.bottom).line.text


def _by_ground(gap: _Gap) -> Iterator[_Meaning]:
    """The ground and the size: privacy over the width of a name is a person."""
    codes = set(gap.grounds)
    width = gap.cover.box.width
    named = not gap.measured or _NAME_WIDTH[0] <= width <= _NAME_WIDTH[1]
    if codes & _NUMBERS:
        yield _Meaning(Covers.reference, 0.7, "ground")
    if codes & _OPINION:
        yield _Meaning(Covers.passage, 0.6, "ground")
    if codes & _PRIVACY and named:
        yield _Meaning(Covers.person, 0.6, "ground")
    plausible = [registers.ground(code) for code in codes]
    if any(ground and ground.amount_likelihood in {"high", "highest"} for ground in plausible):
        yield _Meaning(Covers.amount, 0.4, "ground")
    before, _ = _around(gap)
    want = wanted(before, "")
    if (
        want is not None
        and named
        and not codes
        and re.search(r"\b(?:door|namens|met|mij)\s+$", before)
    ):
        yield _Meaning(Covers.person, 0.3, "sentence")
