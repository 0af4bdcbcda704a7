"""The head of a letter: references and subject. Dates have a module of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, pairwise

from pipeline.dutch.dates import find_dates
from pipeline.dutch.identifiers import find_ibans, find_phones, find_postcodes
from pipeline.dutch.label_rows import label_at_end, label_row
from pipeline.dutch.labels import LabelKind, form_at, label_of
from pipeline.dutch.misread import mended
from pipeline.dutch.wrapped import on_one_line
from pipeline.extract import Candidate, Reading, finds
from pipeline.extract.labelled import Labelled, apart, labelled, labels_of_values, offset
from pipeline.extract.replies import dates_answered
from pipeline.extract.row_values import best_tail
from pipeline.letter import Letter, Passage, Placed, together
from pipeline.page import COVERED, Word, Zone
from pipeline.record import Status

_HEAD = {Zone.letterhead, Zone.address, Zone.reference, Zone.subject, Zone.margin}
_REFERENCE = re.compile(r"[\w./\\\-–—:()&+, ]{2,60}$")
_NUMBER = r"(?:kenmerk|referentie|zaaknummer|nummer|(?:no|nr|la|litt)\.)"
_CODE = r"(?P<value>(?:[A-Z]{1,3}\s)?(?:[\w./\-–&]*\d[\w./\-–&]*\w|\d))"
_IN_SENTENCE = re.compile(
    r"\b(?P<whose>uw|onze?|mijn)\s+(?:\S+\s+){0,4}?[\w-]*(?:brie(?:f|ven)|schrijven|verzoek|aanvraag|"
    r"bericht|mail|bezwaar|beroep|melding|offerte|factuur|besluit|nota|opdracht|dossier)\w*\b(?:d\.\s?d\.|[^.]){0,90}?\b(?:met\s+|onder\s+|\()?(?:als\s+)?"
    rf"(?<!ons\s)(?<!onze\s)(?<!mijn\s){_NUMBER}\s*:?\s*{_CODE}",
    re.IGNORECASE,
)
_OTHER_LETTER = re.compile(  # 'uw verzoek is bevestigd bij brief van 3 maart, kenmerk 12'
    r"\s(?:bij|per)\s+(?!uw\b)(?:\w+\s+)?(?:brief|besluit|beschikking|e-?mail|bericht)\b|"
    r"\b(?:onze?|mijn)\s+(?:\w+\s+)?(?:brief|besluit|beschikking|bericht)\b",
    re.IGNORECASE,
)
_REGISTERED = re.compile(
    rf"(?P<where>\b(?:bij|door)\s+uw?\s+(?:\w+\s+){{0,2}})?\b(?:geregistreerd|ingeschreven|bekend)\s+(?:\w+\s+){{0,3}}?onder\s+(?:het\s+|ons\s+)?{_NUMBER}\s*:?\s*{_CODE}",
    re.IGNORECASE,
)
_OF_COLLEGE = re.compile(
    rf"\b(?:schrijven|brief|missive|verzoek)\s+van\s+uw\s+(?:college|raad|bestuur|ministerie|excellentie)\b"
    rf"(?:d\.\s?d\.|[^.;]){{0,90}}?(?:met\s+|onder\s+)?{_NUMBER}\s*:?\s*{_CODE}",
    re.IGNORECASE,
)
_OWNED = re.compile(
    rf"(?<=[^\s])[ (\n]+(?P<whose>uw|onze?|ons)\s+(?!tel|fax|bank|giro)"
    rf"(?:\w+[-\s]?)?{_NUMBER}\s*(?:is\s+|:\s*)?{_CODE}",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(
    rf"(?:\s*j\.?l\.?)?[,;\s(]*(?:met\s+)?(?:uw\s+)?{_NUMBER}\s*:?\s*{_CODE}", re.IGNORECASE
)
_SLASHED = re.compile(rf"\s*/\s*{_CODE}", re.IGNORECASE)  # '19 januari 1998 / 98.0412'
_NAMED = re.compile(r"o\s?n[sz]e?|u\s?w|kenmerk|ref", re.IGNORECASE)
_OF_CASE = re.compile(r"dossier|zaak|project", re.IGNORECASE)  # a number of the letter goes before
_BARE_CODE = re.compile(r"(?=.*\d)(?=.*[A-Z].*)(?=.*[/.\-_])[A-Z\d][\w/.\-]{4,29}")
_BROKEN = re.compile(r"(\w+-)\n([a-z]\w+)")
_ABBREVIATED = re.compile(r"\.[A-Za-z]{1,3}\.$")
_COLON = re.compile(r"[A-Z][^\W\d_]{2,20}:\s\S")  # a label that nobody knows
_OPEN_END = re.compile(r"[\w)][/\-–]$")
_REST = re.compile(r"(?=\S*[\dA-Z])[\w./\-–]{1,24}")
_BLANK_AT_STROKE = re.compile(r"(?<=\w/) (?=\w)|(?<=\w) (?=/\w)")
_PARLIAMENT = re.compile(r"\b(20\d\d)2(?=\d{5}/20\d\dD\d{5}\b)")
_SIGN = re.compile(r"[\W_]+")  # a stroke between spaces is no word of a reference


# --- references


@finds("references.ours")
def our_label(reading: Reading) -> Iterator[Candidate[str]]:
    """What stands with 'Ons kenmerk', 'Kenmerk', 'Zaaknummer', 'Onze referentie' and the like."""
    yield from _references(reading.letter, "our_reference")


@finds("references.ours")
def registered_under(reading: Reading) -> Iterator[Candidate[str]]:
    """'Uw verzoek is geregistreerd onder kenmerk 2022-173', where no label gives it."""
    for match in _REGISTERED.finditer(reading.letter.text):
        if match["where"] is None:
            yield Candidate(match["value"], reading.letter.passage(*match.span("value")), score=0.6)


@finds("references.yours")
def registered_with_you(reading: Reading) -> Iterator[Candidate[str]]:
    """'uw besluit, bij u bekend onder nummer OV-2020-0973'."""
    for match in _REGISTERED.finditer(reading.letter.text):
        if match["where"] is not None:
            yield Candidate(match["value"], reading.letter.passage(*match.span("value")), score=0.7)


@finds("references.ours", late=True)
def code_in_head(reading: Reading) -> Iterator[Candidate[str]]:
    """'VRU-2021-0388' alone in the head, where no label gives a reference."""
    letter = reading.letter
    labelled_lines = labels_of_values(letter)
    for placed in letter.lines:
        own = placed.page.number == 1 and placed.zone in {Zone.letterhead, Zone.reference}
        if own and placed.start not in labelled_lines and is_code(placed.line.text):
            yield Candidate(placed.line.text, letter.passage(placed.start, placed.end), score=0.5)


@finds("references.yours")
def your_label(reading: Reading) -> Iterator[Candidate[str]]:
    """What stands with 'Uw kenmerk', 'Uw referentie' and the like."""
    yield from _references(reading.letter, "your_reference")


@finds("references.yours")
def your_letter(reading: Reading) -> Iterator[Candidate[str]]:
    """The reference given of the letter answered: 'uw brief van 3 maart 2016, kenmerk AB/12'."""
    for match in _IN_SENTENCE.finditer(reading.letter.text):
        registered = _REGISTERED.search(match.group()) is not None or is_date(match["value"])
        other = _OTHER_LETTER.search(match.group())
        if match["whose"].lower() == "uw" and not (registered or other):
            passage = reading.letter.passage(*match.span("value"))
            yield Candidate(match["value"], passage, score=0.8)


@finds("references.yours")
def with_their_date(reading: Reading) -> Iterator[Candidate[str]]:
    """What follows the date with 'Uw brief van': '3 oktober 1958, no. 4711/F'."""
    letter = reading.letter
    for found in labelled(letter, {"their_date"}, bool):
        if found.value is None:
            continue
        for date in find_dates(letter.text[found.value.start : found.value.end]):
            start = found.value.start + date.end
            end = _end_of_next(letter, start - 1)
            code = _AFTER_DATE.match(letter.text, start, end) or _SLASHED.match(
                letter.text, start, end
            )
            if code is not None:
                value = " ".join(code["value"].split())
                yield Candidate(value, letter.passage(*code.span("value")), score=0.85)


@finds("references.yours")
def with_date_answered(reading: Reading) -> Iterator[Candidate[str]]:
    """'Bij brief van 12 mei jl. (kenmerk 21.0099) vroeg u ...': what follows the date answered."""
    said = {found.passage.start for found in your_letter(reading)}
    for answered in dates_answered(reading):
        code = _AFTER_DATE.match(reading.letter.text, answered.passage.end)
        known = code is None or code.start("value") in said or is_date(code["value"])
        if code is not None and not known:
            passage = reading.letter.passage(*code.span("value"))
            yield Candidate(_code(code["value"]), passage, 0.85 * answered.score)


@finds("references.yours")
def your_in_text(reading: Reading) -> Iterator[Candidate[str]]:
    """'(uw kenmerk Z-2020-11823)' in a subject or a sentence."""
    yield from _named_in_text(reading.letter, "uw", 0.85)


@finds("references.ours")
def our_in_text(reading: Reading) -> Iterator[Candidate[str]]:
    """'onder vermelding van ons kenmerk 2022-173', where no label gives it."""
    yield from _named_in_text(reading.letter, "on", 0.6)


def _named_in_text(letter: Letter, whose: str, score: float) -> Iterator[Candidate[str]]:
    """References that a possessive names, but for those that stand with a label of a line."""
    for match in _OWNED.finditer(letter.text):
        zone = letter.zone_at(match.start("whose"))
        said = zone is Zone.body or (
            zone not in {Zone.margin, Zone.footer} and ("(" in match[0] or "\n" not in match[0])
        )
        if said and match["whose"].lower().startswith(whose) and not is_date(match["value"]):
            passage = letter.passage(*match.span("value"))
            yield Candidate(" ".join(match["value"].split()), passage, score)


@finds("references.yours")
def with_their_label(reading: Reading) -> Iterator[Candidate[str]]:
    """'Uw brief: 2021Z22977', where the label of a date has a reference."""
    letter = reading.letter
    for found in labelled(letter, {"their_date"}, is_reference):
        if found.value is not None and found.at.zone is not Zone.body:
            yield Candidate(" ".join(found.value.text.split()), found.value, score=0.75)


def _end_of_next(letter: Letter, offset: int) -> int:
    """Where the line after the one of an offset ends, in the same block."""
    line = letter.line_at(offset)
    following = letter.line_at(min(line.end + 1, len(letter.text) - 1))
    return following.end if following.block is line.block else line.end


@finds("references.yours")
def of_your_college(reading: Reading) -> Iterator[Candidate[str]]:
    """'het schrijven van Uw College van 12 februari 1960, 1e afdeling, No. 33441/334'."""
    for match in _OF_COLLEGE.finditer(reading.letter.text):
        value = " ".join(match["value"].split())
        yield Candidate(value, reading.letter.passage(*match.span("value")), score=0.8)


def _references(letter: Letter, kind: LabelKind) -> Iterator[Candidate[str]]:
    """The first label counts most; where 'Ons kenmerk' stands, a case number is none of ours."""
    stated = list(labelled(letter, {kind}, is_reference))
    named = [found for found in stated if _NAMED.match(found.label.text)]
    known = [found for found in stated if form_at(found.label.text, 0) is not None]
    for rank, found in enumerate(named or known or stated):
        score = _reference_score(found, rank)
        if found.value is None:
            continue
        if COVERED in letter.text[found.value.start : found.value.end]:
            yield Candidate(None, found.value, score, Status.redacted)
        else:
            parts = [found.value, *_rest_below(letter, found.value)]
            text = _code("".join(part.text for part in parts))
            yield Candidate(text, together(parts) if len(parts) > 1 else found.value, score)


def _rest_below(letter: Letter, value: Passage) -> list[Passage]:
    """A reference that ends in a stroke goes on in the line below, where that is a code too."""
    placed = letter.line_at(value.start)
    following = letter.below(placed, within=1.0)
    if following is None or not _OPEN_END.search(value.text):
        return []
    beside = letter.left_of(following)
    if beside is not None and label_of(beside.line.text) is not None:
        return []
    begins = placed.box.x0, _first_word(placed, value.start).box.x0
    flush = any(abs(following.box.x0 - x0) < placed.box.height for x0 in begins)
    goes_on = flush and _REST.fullmatch(following.line.text)
    return [letter.passage(following.start, following.end)] if goes_on else []


def _first_word(placed: Placed, start: int) -> Word:
    """The word of a line that stands at an offset of the letter."""
    numbers = range(len(placed.line.words))
    at = next((n for n in numbers if placed.start + offset(placed, n) >= start), -1)
    return placed.line.words[at]


def _code(text: str) -> str:
    """A reference on one line, without the point that ends it; 'A.Z.' keeps its own.

    A blank on one side only of a stroke is the scan's or the line's; and the scan's is the 2 that
    stands for the Z of a number of parliament: '2021209377/2021D20777'.
    """
    text = _BLANK_AT_STROKE.sub("", " ".join(text.split())).rstrip(" ,;")
    text = text if _ABBREVIATED.search(text) else text.rstrip(".")
    return _PARLIAMENT.sub(r"\1Z", text)


def _reference_score(found: Labelled, rank: int) -> float:
    named = 0.0 if _NAMED.match(found.label.text) else -0.1
    named -= 0.03 if _OF_CASE.match(found.label.text) else 0.0
    below = -0.03 if found.place == "below" else 0.0
    return max(0.5, 0.96 + named + below - 0.02 * rank)


def is_date(text: str) -> bool:
    """Whether a date is the most of a text: 'Urk, 3 mei 2016' has no reference."""
    return any(found.end - found.start > 0.4 * len(text) for found in find_dates(text))


def is_reference(text: str) -> bool:
    """A code with a digit, of a few words at most; no date, no sentence."""
    text = text.strip()
    if text == COVERED:
        return True
    coded = any(c.isdigit() for c in text) or (text.isupper() and "/" in text)
    parts = [part for part in text.split() if not _SIGN.fullmatch(part)]
    return coded and not is_date(text) and len(parts) <= 5 and bool(_REFERENCE.match(text))


def is_code(text: str) -> bool:
    """One word of figures and letters with a stroke, 'VRU-2021-0388'; no postcode or telephone."""
    coded = _BARE_CODE.fullmatch(text) is not None and not is_date(text)
    return coded and not any(chain(find_phones(text), find_ibans(text), find_postcodes(text)))


# --- subject


@finds("subject")
def subject_label(reading: Reading) -> Iterator[Candidate[str]]:
    """What stands with 'Onderwerp' or 'Betreft', to the end of its block."""
    letter = reading.letter
    for rank, found in enumerate(labelled(letter, {"subject"}, bool)):
        if found.value is None:
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
    body = next((n for n, p in enumerate(lines) if p.zone in {Zone.body, Zone.table}), 0)
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
    if whole and 2 < len(text.split()) < 20 and text[:1].isupper() and text[-1] not in ".:;,?!":
        bold = all(word.bold for placed in block for word in placed.line.words)
        passage = letter.of_lines([placed.line for placed in block])
        yield Candidate(_one_line(passage.text), passage, score=0.8 if bold else 0.6)


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
    before = found.value.start - value.start if found.value is not None else 0
    at, starts = 0, {value.box.x0}
    for word in value.line.words:
        if at >= before:
            starts.add(word.box.x0)
            break
        at += len(word.text) + 1
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
    dated = any(found_date.value for found_date in find_dates(text))
    return found if plain and not dated and len(text.split()) >= 2 else []


def _is_aside(placed: Placed, begun: Placed) -> bool:
    """A code, or what stands in the right half of the page while the letter begins in the left."""
    middle = placed.page.width / 2
    right = placed.page.measured and begun.box.x0 < 0.7 * middle and placed.box.x0 > middle
    return right or (len(placed.line.words) < 4 and is_reference(placed.line.text))


def _with_hyphens(text: str, whole: str) -> str:
    """A hyphen at a line's end stays where the letter writes the word with it elsewhere."""
    return _BROKEN.sub(
        lambda word: word[0] if f"{word[1]}{word[2]}" not in whole else f"{word[1]}{word[2]}", text
    )


def _one_line(text: str) -> str:
    """A passage as one line, with a word that was broken at a line's end made whole."""
    return mended(on_one_line(text).strip(" .;:"))
