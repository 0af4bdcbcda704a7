"""What each covered place hides: an amount, a person, a passage … from what stands around it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline import registers
from pipeline.dutch.amounts import find_amounts
from pipeline.geometry import Box, around
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import COVERED, Block, Cover, Word, Zone
from pipeline.record import Covers, Redaction
from pipeline.redaction.codes import grounds_in
from pipeline.redaction.cues import wanted
from pipeline.redaction.passages import together

_PASSAGE_HEIGHT, _SIGNATURE_HEIGHT = 30.0, 25.0  # points: two lines; more than a typed name takes
_WIDE, _NAME_WIDTH = 320.0, (18.0, 230.0)
_PARAGRAPH_WIDTH: Final = 200.0
_PRIVACY: Final = frozenset({"10.2.e", "5.1.2.e", "10.1.d", "5.1.1.d"})
_OPINION: Final = frozenset({"11.1", "11.2", "5.2", "5.2.4"})
_NUMBERS: Final = frozenset({"5.1.1.e"})
_CLOSING: Final = re.compile(
    r"\b(?:hoogachtend|(?:met )?(?:vriendelijke |hartelijke )?groet(?:en)?|namens (?:deze|dezen)|"
    r"ondertekening|handtekening)\b",
    re.IGNORECASE,
)
_NAME: Final = re.compile(
    r"(?:(?:drs|mr|ir|ing|dr|prof|mw|dhr|mevrouw|de heer)\.?\s+)*(?:[A-Z][a-z]{0,2}\.\s?){1,5}"
    r"(?:\([A-Z]\w+\)\s?)?(?:[a-z'’]+\s+){0,3}[A-Z][\w'’-]+"
)
_CONTACT_LINE: Final = re.compile(
    r"(?:[TMEF](?:\s|$)|tel|mob|e-?mail|contactpersoon|doorkies|behandel)", re.IGNORECASE
)
_ATTENTION: Final = re.compile(r"\bt\.?\s?a\.?\s?v\.?(?:\s|$)|\b(?:de heer|mevrouw)\b", re.I)
_SUM_AT_END: Final = re.compile(r"(?:(?:€|EUR)\s*\d[\d.,-]*|\d{1,3}(?:\.\d{3})+(?:,\d\d|,-)?)$")
_SUM_IN_BRACKETS: Final = re.compile(r"\((?:€|EUR)\s*\d")
_PERSON_BEFORE: Final = re.compile(
    r"\b(?:door|namens|met|mij)\s+$|(?:^|[.!?]\s+)(?:Van|Aan|Met|Namens|Door)\s+$"
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
    """One entry for each covered place of the letter, in reading order.

    The lines of one covered passage are one place, with the box round all of them.
    """
    return tuple(_entry(letter, group, date) for group in together(letter))


def _entry(
    letter: Letter, group: Sequence[tuple[Word, Passage]], date: dt.date | None
) -> Redaction:
    covers = [word.cover for word, _ in group if word.cover is not None]
    grounds = tuple(dict.fromkeys(code for cover in covers for code in _grounds(cover)))
    evidence = tuple(item for _, passage in group for item in passage.evidence)
    if len(group) > 1:
        meaning = _Meaning(Covers.passage, 0.9, "lines")
    else:
        meaning = next(_meanings(_Gap(letter, covers[0], group[0][1], grounds)))
    sure = min(cover.score for cover in covers) * (0.5 + 0.5 * meaning.certainty)
    if any(not _in_force(code, date) for code in grounds):
        sure *= 0.9  # a code of the other act is likelier misread
    boxes = [Box(*item.bbox) for item in evidence if item.bbox is not None]
    rows = [row for item in evidence for row in item.lines or ()]
    whole = around(boxes) if boxes else None
    return Redaction(
        page=evidence[0].page,
        bbox=None if whole is None else (whole.x0, whole.top, whole.x1, whole.bottom),
        lines=(min(rows), max(rows)) if rows else None,
        covers=meaning.covers,
        grounds=grounds,
        text=" ".join(dict.fromkeys(cover.text for cover in covers if cover.text)),
        confidence=round(min(sure, 1.0), 2),
        evidence=evidence,
        source=f"{'garble' if covers[0].style == 'text' else 'box'}:{meaning.source}",
    )


def _grounds(cover: Cover) -> tuple[str, ...]:
    """The codes in a box; of garble in a text, only where their figures were read."""
    if cover.style == "text" and sum(map(str.isdigit, cover.text)) < 2:
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
    yield from _by_neighbours(gap)
    yield from _by_paragraph(gap)
    yield from _by_ground(gap)
    yield _Meaning(Covers.unknown, 0.5, "none")


def _by_column(gap: _Gap) -> Iterator[_Meaning]:
    """A column of a table with sums in it hides a sum, one of names a name."""
    if _among_sums(gap):
        yield _Meaning(Covers.amount, 0.9, "column")
    column = _column(gap.placed.block, gap.passage, gap.letter)
    if column is None:
        return
    header, others = column[0], " \n".join(column[1:])
    if _MONEY_COLUMN.search(header) or any(True for _ in find_amounts(others)):
        yield _Meaning(Covers.amount, 0.95, "column")
    elif _NAME_COLUMN.search(header):
        yield _Meaning(Covers.person, 0.9, "column")


def _among_sums(gap: _Gap) -> bool:
    """Whether it ends its line, and lines just above and below end in sums."""
    text = gap.letter.text
    above = text[: gap.passage.start].split("\n")[-4:-1]
    here, *below = text[gap.passage.end :].split("\n")[:4]
    near = [line.strip() for line in (*above, *below)]
    last = not _words(here) and COVERED not in here
    return last and sum(_SUM_AT_END.search(line) is not None for line in near) >= 2


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
    """Under 'Hoogachtend': a tall box, or one over a name or another box, is the signature."""
    between = _since_closing(gap)
    if between is None and gap.placed.zone is Zone.signature:
        between = gap.letter.text[max(0, gap.passage.start - 80) : gap.passage.start]
    if between is None:
        return
    if gap.tall > _SIGNATURE_HEIGHT:
        yield _Meaning(Covers.signature, 0.9, "closing")
    elif wanted(*_around(gap)) is None and not _words(gap.placed.line.text):
        signed = any(COVERED in line and not _words(line) for line in between.split("\n")[:-1])
        below = next(filter(None, gap.letter.text[gap.placed.end :].split("\n")), "")
        named = _NAME.match(below) is not None or (COVERED in below and not _words(below))
        kind = Covers.signature if named and not signed else Covers.person
        yield _Meaning(kind, 0.85, "closing")
    elif wanted(*_around(gap)) is None and len(between) < 80:
        yield _Meaning(Covers.person, 0.7, "closing")


def _since_closing(gap: _Gap) -> str | None:
    """What stands between a letter's closing and the gap; None where no closing stands over it."""
    before = gap.letter.text[max(0, gap.passage.start - 320) : gap.passage.start]
    closings = [match.end() for match in _CLOSING.finditer(before)]
    if not closings:
        return None
    between = before[closings[-1] :]
    lines = [line for line in between.split("\n") if line]
    return between if len(lines) <= 7 and all(len(line) < 75 for line in lines) else None


def _words(text: str) -> bool:
    """Whether anything but covered places can be read."""
    return any(map(str.isalnum, text))


def _around(gap: _Gap) -> tuple[str, str]:
    """The sentence before and after the gap, and the label that the sentence follows."""
    start, end = gap.letter.sentence(gap.passage.start)
    start = min(start, gap.placed.start)
    text = gap.letter.text
    return text[start : gap.passage.start], text[gap.passage.end : max(end, gap.passage.end)]


def _by_sentence(gap: _Gap) -> Iterator[_Meaning]:
    """A verb, an honorific or a unit beside the gap."""
    before, after = _around(gap)
    blank = None if _words(gap.placed.line.text) else " "
    while before.rstrip(blank).endswith(COVERED):  # boxes side by side hide one thing
        before = before.rstrip(blank)[:-1]
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


def _by_neighbours(gap: _Gap) -> Iterator[_Meaning]:
    """A sum in brackets, as another in the sentence; lines of an address, of a contact person."""
    placed, text = gap.placed, gap.letter.text
    lines = placed.block.lines
    at = next(index for index, line in enumerate(lines) if line is placed.line)
    start, end = gap.letter.sentence(gap.passage.start)
    bracketed = text[: gap.passage.start].rstrip().endswith("(")
    if bracketed and _SUM_IN_BRACKETS.search(text[start:end]):
        yield _Meaning(Covers.amount, 0.8, "sentence")
    if _words(placed.line.text):
        return
    above = [line.text for line in lines[max(0, at - 3) : at]]
    in_address = placed.zone is Zone.address or any(map(_ATTENTION.search, above))
    if above and (in_address or any(map(_CONTACT_LINE.match, above))):
        yield _Meaning(Covers.contact, 0.7, "address")


def _by_paragraph(gap: _Gap) -> Iterator[_Meaning]:
    """A line of its own in the running text."""
    own = not _words(gap.placed.line.text) and gap.placed.line.text.count(COVERED) == 1
    wide = not gap.measured or gap.cover.box.width > _PARAGRAPH_WIDTH
    if own and wide and gap.placed.zone in (Zone.body, Zone.subject):
        yield _Meaning(Covers.passage, 0.7, "paragraph")


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
    if want is not None and named and not codes and _PERSON_BEFORE.search(before):
        yield _Meaning(Covers.person, 0.3, "sentence")
