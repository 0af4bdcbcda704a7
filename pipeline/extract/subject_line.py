"""The subject of a letter: with its label, or the line that stands where a subject does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline import registers
from pipeline.dutch.dates import find_dates
from pipeline.dutch.label_rows import label_at_end, label_row
from pipeline.dutch.labels import label_of
from pipeline.dutch.misread import mended
from pipeline.dutch.wrapped import on_one_line
from pipeline.extract import Candidate, Reading, finds
from pipeline.extract.codes import is_reference
from pipeline.extract.label_places import Labelled, apart, offset, word_at
from pipeline.extract.labelled import labelled
from pipeline.extract.row_values import best_tail
from pipeline.letter import Letter, Passage, Placed, together
from pipeline.page import Zone

_WORDS = re.compile(r"[^\W\d_]{2,}")
_BROKEN = re.compile(r"(\w+-)\n([a-z]\w+)")
_SENTENCE_WORDS = 8
_SENTENCE_END = re.compile(r"[a-z]{2}[.,](?:\s|$)")
_STAMPED = re.compile(  # a word alone over the text that says how it goes, not what it is about
    r"(?:aangetekend|vertrouwelijk|persoonlijk|spoed|memo|notitie|brief|besluit|concept|kopie|afschrift|"
    r"faxbericht|telefax|exp\w*|kennisgeving|bijlagen?)\W*",
    re.IGNORECASE,
)
_CASE = re.compile(r"zaak|dossier|project", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{5,}")  # longer than what codes are made of
_COLON = re.compile(r"[A-Z][^\W\d_]{2,20}:\s\S")  # a label that nobody knows


@finds("subject")
def subject_label(reading: Reading) -> Iterator[Candidate[str]]:
    """What stands with 'Onderwerp' or 'Betreft', to the end of its block."""
    letter = reading.letter
    cases = (found for found in labelled(letter, {"our_reference"}, _is_worded) if _is_case(found))
    for rank, found in enumerate((*labelled(letter, {"subject"}, bool), *cases)):
        if found.value is None or _is_sentence(letter, found):
            continue
        parts = _subject_parts(letter, found)
        passage = together(parts) if _scattered(parts) else _whole(letter, parts)
        score = max(0.5, 0.97 - 0.1 * rank - (0.05 if found.place in {"below", "row"} else 0.0))
        text = _with_hyphens("\n".join(part.text for part in parts), letter.text)
        yield Candidate(_one_line(text), passage, score)


@finds("subject")
def line_above_salutation(reading: Reading) -> Iterator[Candidate[str]]:
    """Without a label: the short block straight above the salutation, below the address."""
    letter = reading.letter
    block = _block_above_salutation(letter)
    if block:
        passage = letter.of_lines([placed.line for placed in block])
        bold = all(word.bold for placed in block for word in placed.line.words)
        yield Candidate(_one_line(passage.text), passage, score=0.9 if bold else 0.85)


@finds("subject")
def bold_line_above_text(reading: Reading) -> Iterator[Candidate[str]]:
    """Without label and salutation: the bold lines with which the head ends."""
    letter = reading.letter
    lines = [placed for placed in letter.lines if placed.page.number == 1]
    if any(placed.zone is Zone.salutation for placed in lines):
        return
    body = next((n for n, p in enumerate(lines) if _is_of_text(p)), 0)
    block = _plain_block(lines, body)
    if block and all(word.bold for placed in block for word in placed.line.words):
        passage = letter.of_lines([placed.line for placed in block])
        yield Candidate(_one_line(passage.text), passage, score=0.65)


@finds("subject")
def line_below_salutation(reading: Reading) -> Iterator[Candidate[str]]:
    """Without a label: a short block straight below the salutation that is no sentence."""
    letter = reading.letter
    lines = [placed for placed in letter.lines if placed.page.number == 1]
    at = next((n for n, placed in enumerate(lines) if placed.zone is Zone.salutation), None)
    below = lines[at + 1 : at + 4] if at is not None else []
    block = [placed for placed in below if placed.block is below[0].block]
    text = " ".join(placed.line.text for placed in block)
    whole = len(block) < 3 and len(block) == len(block[0].block.lines) if block else False
    words = len(text.split())
    if whole and words < 30 and text[:1].isupper() and text[-1] not in ".:;,?!":
        bold = all(word.bold for placed in block for word in placed.line.words)
        if words > 1 or _says_what(text):
            passage = letter.of_lines([placed.line for placed in block])
            yield Candidate(_one_line(passage.text), passage, score=0.8 if bold else 0.6)


def _is_case(found: Labelled) -> bool:
    """'Zaak: Tracébesluit A27': what names a case by its number may name it in words."""
    return _CASE.fullmatch(found.label.text) is not None


def _is_worded(text: str) -> bool:
    return _WORD.search(text) is not None


def _is_sentence(letter: Letter, found: Labelled) -> bool:
    """'Betreft het een woning, dan geldt een andere termijn.': a word of the text, no label."""
    value = found.value
    if found.label.colon or found.place != "same_line" or value is None:
        return False
    text = " ".join(line.text for line in found.at.block.lines)
    ended = len(text.split()) > _SENTENCE_WORDS and _SENTENCE_END.search(text) is not None
    return value.text[:1].islower() and (found.at.zone is Zone.body or ended)


def _whole(letter: Letter, parts: list[Passage]) -> Passage:
    return letter.passage(parts[0].start, parts[-1].end)


def _scattered(parts: list[Passage]) -> bool:
    return any(after.start != before.end + 1 for before, after in pairwise(parts))


def _subject_parts(letter: Letter, found: Labelled) -> list[Passage]:
    """A subject goes on while its lines do: in the value's column, close below, with no label."""
    assert found.value is not None
    parts = [*_over_beside(letter, found), found.value]
    last = letter.line_at(found.value.start)
    column = _column(last, found)
    for _ in range(3):
        following = _next_in_column(letter, last, column)
        if following is None or _is_labelled(following.line.text):
            break
        if _COLON.match(following.line.text) and _is_flush(following, found.at):
            break
        if _has_own_label(letter, found, following):
            break
        parts.append(letter.passage(following.start, _own_end(found, following)))
        last = following
    return parts


def _over_beside(letter: Letter, found: Labelled) -> list[Passage]:
    """The lines over a value, close and flush, where its label stands at half their height."""
    assert found.value is not None
    value = letter.line_at(found.value.start)
    if found.place != "beside" or found.value.start != value.start:
        return []
    over: list[Placed] = []
    reach = found.at.box.top - 1.6 * found.at.box.height
    for line in reversed([p for p in letter.on_page(value.page) if p.end < value.start]):
        below = over[0] if over else value
        close = -below.box.height < below.box.top - line.box.bottom < below.box.height
        if not close or not _is_flush(line, value) or line.box.top < reach:
            break
        over.insert(0, line)
    alone = all(letter.left_of(line) is None and label_of(line.line.text) is None for line in over)
    return [letter.passage(line.start, line.end) for line in over] if alone else []


def _is_flush(placed: Placed, label: Placed) -> bool:
    return abs(placed.box.x0 - label.box.x0) < label.box.height / 2


def _has_own_label(letter: Letter, found: Labelled, following: Placed) -> bool:
    """Whether a label stands before a line: a known one, or a word under the subject's label."""
    beside = letter.left_of(following)
    if beside is None:
        return False
    under = found.place == "beside" and _is_flush(beside, found.at)
    return label_of(beside.line.text) is not None or (under and len(beside.line.words) < 4)


def _is_labelled(text: str) -> bool:
    """Whether a line opens with a label; 'dossiernummer 12' in small letters is of a subject."""
    label = label_of(text)
    return bool(label_row(text)) or (label is not None and (label.colon or text[:1].isupper()))


def _column(value: Placed, found: Labelled) -> tuple[float, ...]:
    """Where the lines of a subject may begin: under its first word, or under its label."""
    starts = {value.box.x0}
    if found.value is not None:
        starts.add(word_at(value, found.value.start).box.x0)
    return tuple(starts)


def _next_in_column(letter: Letter, last: Placed, column: tuple[float, ...]) -> Placed | None:
    """The line straight below in the block; in a text with woven columns, one line further."""
    slack = 2.5 * last.box.height
    following = letter.below(last, within=1.0)
    if following is None:
        return _past_other_column(letter, last)
    if any(abs(following.box.x0 - start) < slack for start in column):
        whole = following.block is last.block and following.start == last.end + 1
        whole = whole or _is_next(last, following, column)
        return following if whole else _past_other_column(letter, last)
    if last.page.measured:
        return None
    inside = _part_in_column(following, column, slack)
    if inside is not None:
        return inside
    further = [
        placed
        for placed in letter.on_page(last.page)
        if placed.line.number == following.line.number + 1
        and abs(placed.box.x0 - last.box.x0) < slack
    ]
    return further[0] if further and last.box.x0 > slack else None


def _is_next(last: Placed, following: Placed, column: tuple[float, ...]) -> bool:
    """Whether a line of another block is the next of a value: straight under its first word."""
    height = last.box.height
    flush = abs(following.box.x0 - max(column)) < 0.3 * height
    close = following.box.top - last.box.bottom < 0.6 * height
    own = following.zone not in {Zone.address, Zone.salutation, Zone.body}
    return flush and close and own and max(column) - min(column) > 0.5 * height


def _past_other_column(letter: Letter, last: Placed) -> Placed | None:
    """In a text, the line after next, where the next row holds but another column's line."""
    if last.page.measured:
        return None
    row = [p for p in letter.on_page(last.page) if p.line.number == last.line.number + 1]
    following = letter.below(last, within=2.0)
    if following is None or not row or following.line.number != last.line.number + 2:
        return None
    flush = abs(following.box.x0 - last.box.x0) < 1
    own = following.zone not in {Zone.address, Zone.salutation, Zone.body}
    return following if flush and own and min(p.box.x0 for p in row) > last.box.x1 else None


def _part_in_column(placed: Placed, column: tuple[float, ...], slack: float) -> Placed | None:
    """The end of a line that stands apart from the rest, in a column."""
    for number in range(1, len(placed.line.words)):
        word = placed.line.words[number]
        if apart(placed, number) and any(abs(word.box.x0 - start) < slack for start in column):
            line = replace(placed.line, words=placed.line.words[number:])
            return replace(placed, start=placed.start + offset(placed, number), line=line)
    return None


def _own_end(found: Labelled, following: Placed) -> int:
    """The end of a subject's further line, without the value of a label that ended the first."""
    other = label_at_end(found.at.line.text) if found.place == "same_line" else None
    if other is None or other.kind is None:
        return following.end
    words = [word.text for word in following.line.words]
    own = words[: len(words) - best_tail(other.kind, words)]
    return following.start + len(" ".join(own))


def _block_above_salutation(letter: Letter) -> list[Placed]:
    lines = [placed for placed in letter.lines if placed.page.number == 1]
    at = next((n for n, placed in enumerate(lines) if placed.zone is Zone.salutation), None)
    return _plain_block(lines, at or 0)


def _plain_block(lines: list[Placed], at: int) -> list[Placed]:
    """The block that ends before a line of the first page, where it may be a subject."""
    above = [placed for placed in lines[:at] if not _is_aside(placed, lines[at])]
    if not above:
        return []
    block = above[-1].block
    found = [placed for placed in lines[:at] if placed.block is block]
    text = " ".join(placed.line.text for placed in found)
    plain = block.zone is Zone.letterhead and len(found) <= 3
    return found if plain and not _is_dated(text) and _says_what(text) else []


def _is_of_text(placed: Placed) -> bool:
    """Whether a line is of the letter's text, or of a block that reads as sentences do."""
    if placed.zone in {Zone.body, Zone.table}:
        return True
    text = " ".join(line.text for line in placed.block.lines)
    return len(text.split()) > _SENTENCE_WORDS and text.endswith(".")


def _says_what(text: str) -> bool:
    """Whether words may be a subject: two or more, or a long one that is no place or stamp."""
    words = text.split()
    if len(words) != 1:
        return len(words) > 1
    long = len(text) > 4 and text[:1].isupper() and not text.isupper() and "@" not in text
    return long and not (_STAMPED.fullmatch(text) or registers.place_named(text.strip(" ,.")))


def _is_dated(text: str) -> bool:
    """Whether a line tells a day and little else; a subject may name one."""
    dates = [date for date in find_dates(text) if date.value]
    label = label_of(text)
    if not dates or (label is not None and label.kind in {"date", "received"}):
        return bool(dates)
    rest = text if label is None else label.value
    for date in dates:
        rest = rest.replace(date.text, " ")
    return len(_WORDS.findall(rest)) < 3


def _is_aside(placed: Placed, begun: Placed) -> bool:
    """A code, or what stands in the right half of the page while the letter begins in the left."""
    middle = placed.page.width / 2
    right = placed.page.measured and begun.box.x0 < 0.7 * middle and placed.box.x0 > middle
    coded = is_reference(placed.line.text) and not _is_worded(placed.line.text)
    return right or (len(placed.line.words) < 4 and coded)


def _with_hyphens(text: str, whole: str) -> str:
    """A hyphen at a line's end stays where the letter writes the word with it elsewhere."""
    return _BROKEN.sub(
        lambda word: word[0] if f"{word[1]}{word[2]}" not in whole else f"{word[1]}{word[2]}", text
    )


def _one_line(text: str) -> str:
    """A passage as one line, with a word that was broken at a line's end made whole."""
    return mended(on_one_line(text).strip(" .;:,|"))
