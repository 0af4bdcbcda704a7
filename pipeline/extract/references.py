"""The references of a letter: the writer's own, and the addressee's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dutch.dates import find_dates
from pipeline.dutch.labels import LabelKind, form_at, label_of
from pipeline.extract import Candidate, Reading, finds
from pipeline.extract.codes import (
    SPECKS,
    beside_date,
    is_code,
    is_date,
    is_dated_reference,
    is_reference,
)
from pipeline.extract.label_places import Labelled, word_at
from pipeline.extract.labelled import labelled, labels_of_values
from pipeline.extract.replies import dates_answered
from pipeline.letter import Letter, Passage, together
from pipeline.page import COVERED, Zone
from pipeline.record import Status

_NUMBER = (
    r"(?:kenmerk|referentie(?:nummer)?|zaaknummer|dossier(?:nummer)?|nummer|"
    r"(?:no|nr|la|litt|ref)\.)"
)
_CODE = (  # it may be broken at a stroke
    r"(?P<value>\d{1,3}(?:\s\d{3})+(?!\S?\d)|(?:[A-Z]{1,3}\s|[\w.]{1,8}/\n)?(?:[\w./\\\-–&:]*\d[\w./\\\-–&:]*\w|\d)"
    r"(?:\s?\[\w+\]|/\n[\w.]*\d[\w./\-]*)?)"
)
_IN_SENTENCE = re.compile(
    r"\b(?P<whose>uw|onze?|mijn)\s+(?:(?!\S*[a-z][.;?!]\s)\S+\s+){0,4}?[\w-]*(?:brie(?:f|ven)|schrijven|verzoek|aanvraag|"
    r"bericht|mail|bezwaar|beroep|melding|offerte|factuur|besluit|nota|opdracht|dossier)\w*\b(?:d\.\s?d\.|[^.]){0,90}?\b(?:met\s+|onder\s+|\()?(?:als\s+)?"
    rf"(?<!ons\s)(?<!onze\s)(?<!mijn\s){_NUMBER}(?![^\W\d])\s*:?\s*{_CODE}",
    re.IGNORECASE,
)
_OTHER_LETTER = re.compile(  # 'uw verzoek is bevestigd bij brief van 3 maart, kenmerk 12'
    r"\s(?:bij|per)\s+(?!uw\b)(?:\w+\s+)?(?:brief|besluit|beschikking|e-?mail|bericht)\b|"
    r"\b(?:onze?|mijn)\s+(?:\w+\s+)?(?:brief|besluit|beschikking|bericht)\b",
    re.IGNORECASE,
)
_REGISTERED = re.compile(
    rf"(?P<where>\b(?:bij|door)\s+uw?\s+(?:\w+\s+){{0,2}})?\b(?:geregistreerd|ingeschreven|bekend)\s+(?:\w+\s+){{0,3}}?onder\s+(?:het\s+|ons\s+)?(?:{_NUMBER}(?![^\W\d])\s*:?\s*)?{_CODE}",
    re.IGNORECASE,
)
_OF_COLLEGE = re.compile(
    rf"\b(?:schrijven|brief|missive|verzoek)\s+van\s+uw\s+(?:college|raad|bestuur|ministerie|excellentie)\b"
    rf"(?:d\.\s?d\.|[^.;]){{0,90}}?(?:met\s+|onder\s+)?{_NUMBER}(?![^\W\d])\s*:?\s*{_CODE}",
    re.IGNORECASE,
)
_OWNED = re.compile(
    rf"(?<=[^\s])[ (\n]+(?P<whose>uw|onze?|ons)\s+(?!tel|fax|bank|giro)"
    rf"(?:\w+[-\s]?)?{_NUMBER}\s*(?:is\s+|:\s*)?{_CODE}",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(
    rf"(?:\s*j\.?l\.?)?[-–,;\s(\[]*(?:met\s+)?(?:uw\s+)?{_NUMBER}(?![^\W\d])\s*:?\s*{_CODE}",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\((?P<value>[^()\s]{4,30})\)")
_NAMED = re.compile(r"o\s?n[sz]e?|u\s?w|kenmerk|ref", re.IGNORECASE)
_OF_CASE = re.compile(r"dossier|zaak|project", re.IGNORECASE)  # a number of the letter goes before
_ABBREVIATED = re.compile(r"\.[A-Za-z]{1,3}\.$")
_OPEN_END = re.compile(r"[\w)]\s?[/\-–]$")
_REST = re.compile(r"(?=\S*[\dA-Z])[\w./\-–]{1,24}")
_BLANK_AT_STROKE = re.compile(r"(?<=\w/) (?=\w)|(?<=\w) (?=/\w)")
_ONLY_NUMBER = re.compile(r"(?:nr|kenmerk|ref)\b[.:]*\s*(?=\S*\d)", re.IGNORECASE)
_BLANK_AT_POINT = re.compile(r"(?<=[A-Z/-]\d\d\.) (?=\d)")  # 'RO/01. 125'
_NOUGHT = re.compile(r"(?<=[A-Z])o(?=\d)")  # 'Uo6.51227'; a capital O may be meant
_PARLIAMENT = re.compile(r"\b(20\d\d)[2Z](\d{5}/20\d\d)[0D](\d{5})\b")


@finds("references.ours")
def our_label(reading: Reading) -> Iterator[Candidate[str]]:
    """What stands with 'Ons kenmerk', 'Kenmerk', 'Zaaknummer', 'Onze referentie' and the like."""
    yield from _references(reading.letter, "our_reference")


@finds("references.ours")
def registered_under(reading: Reading) -> Iterator[Candidate[str]]:
    """'Uw verzoek is geregistreerd onder kenmerk 2022-173', where no label gives it."""
    for match in _REGISTERED.finditer(reading.letter.text):
        if match["where"] is None:
            yield Candidate(
                _code(match["value"]), reading.letter.passage(*match.span("value")), score=0.6
            )


@finds("references.yours")
def registered_with_you(reading: Reading) -> Iterator[Candidate[str]]:
    """'uw besluit, bij u bekend onder nummer OV-2020-0973'."""
    for match in _REGISTERED.finditer(reading.letter.text):
        if match["where"] is not None:
            yield Candidate(
                _code(match["value"]), reading.letter.passage(*match.span("value")), score=0.7
            )


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
        apart = "\n\n" in match.group()  # a label and what stands in another block
        if match["whose"].lower() == "uw" and not (registered or other or apart):
            passage = reading.letter.passage(*match.span("value"))
            yield Candidate(_code(match["value"]), passage, score=0.8)


@finds("references.yours")
def with_their_date(reading: Reading) -> Iterator[Candidate[str]]:
    """What follows the date with 'Uw brief van': '3 oktober 1958, no. 4711/F'."""
    letter = reading.letter
    for found in labelled(letter, {"their_date"}, bool):
        if found.value is None:
            continue
        start, end = found.value.start, found.value.end
        for date in find_dates(letter.text[start:end]):
            code = _AFTER_DATE.match(letter.text, start + date.end, _end_of_next(letter, end - 1))
            if code is not None:
                value = _code(code["value"])
                yield Candidate(value, letter.passage(*code.span("value")), score=0.85)
        span = beside_date(letter.text[start:end])
        if span is not None:
            passage = letter.passage(start + span[0], start + span[1])
            yield Candidate(_code(passage.text), passage, score=0.86)


@finds("references.yours")
def with_date_answered(reading: Reading) -> Iterator[Candidate[str]]:
    """'Bij brief van 12 mei jl. (kenmerk 21.0099) vroeg u ...': what follows the date answered."""
    said = {found.passage.start for found in your_letter(reading)}
    for answered in dates_answered(reading):
        text, end = reading.letter.text, answered.passage.end
        code = _AFTER_DATE.match(text, end) or _IN_BRACKETS.match(text, end)
        if code is not None and code.re is _IN_BRACKETS and not is_code(code["value"]):
            continue
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
            yield Candidate(_code(match["value"]), passage, score)


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
        value = _code(match["value"])
        yield Candidate(value, reading.letter.passage(*match.span("value")), score=0.8)


def _references(letter: Letter, kind: LabelKind) -> Iterator[Candidate[str]]:
    """The first label counts most; where 'Ons kenmerk' stands, a case number is none of ours."""
    stated = list(labelled(letter, {kind}, is_dated_reference))
    named = [found for found in stated if _NAMED.match(found.label.text)]
    known = [found for found in stated if form_at(found.label.text, 0) is not None]
    for rank, found in enumerate(named or known or stated):
        score = _reference_score(found, rank)
        if found.value is None:
            continue
        if COVERED in letter.text[found.value.start : found.value.end]:
            yield Candidate(None, found.value, score, Status.redacted)
        else:
            value = _without_date(letter, found.value)
            parts = [value, *_rest_below(letter, value)]
            blank = " " if value.text.endswith((" /", " -", " –")) else ""
            text = _code(blank.join(part.text for part in parts))
            yield Candidate(text, together(parts) if len(parts) > 1 else value, score)


def _without_date(letter: Letter, value: Passage) -> Passage:
    """A reference without the date beside it, of which the year may stand on the next line."""
    for end in (value.end, _end_of_next(letter, value.end - 1)):
        span = beside_date(letter.text[value.start : end])
        if span is not None and value.start + span[1] <= value.end:
            return letter.passage(value.start + span[0], value.start + span[1])
    return value


def _rest_below(letter: Letter, value: Passage) -> list[Passage]:
    """A reference that ends in a stroke goes on in the line below, where that is a code too."""
    placed = letter.line_at(value.start)
    following = letter.below(placed, within=1.0)
    if following is None or not _OPEN_END.search(value.text):
        return []
    beside = letter.left_of(following)
    if beside is not None and label_of(beside.line.text) is not None:
        return []
    begins = placed.box.x0, word_at(placed, value.start).box.x0
    flush = any(abs(following.box.x0 - x0) < placed.box.height for x0 in begins)
    goes_on = flush and _REST.fullmatch(following.line.text)
    return [letter.passage(following.start, following.end)] if goes_on else []


def _code(text: str) -> str:
    """A reference on one line, without the point that ends it; 'A.Z.' keeps its own.

    A blank on one side only of a stroke is the scan's or the line's; and the scan's is the 2 that
    stands for the Z of a number of parliament: '2021209377/2021D20777'.
    """
    text = _BLANK_AT_STROKE.sub("", " ".join(SPECKS.sub("", text).split())).rstrip(" ,;-_")
    number = _ONLY_NUMBER.match(text)
    text = text[number.end() :] if number is not None else text
    text = _NOUGHT.sub("0", text)
    text = _BLANK_AT_POINT.sub("", text)
    text = text if _ABBREVIATED.search(text) else text.rstrip(".")
    return _PARLIAMENT.sub(r"\1Z\2D\3", text)


def _reference_score(found: Labelled, rank: int) -> float:
    named = 0.0 if _NAMED.match(found.label.text) else -0.1
    named -= 0.03 if _OF_CASE.match(found.label.text) else 0.0
    below = -0.03 if found.place == "below" else 0.0
    return max(0.5, 0.96 + named + below - 0.02 * rank)
