"""What a letter lists as attached, at its end or in its head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from pipeline.dutch.label_rows import label_row
from pipeline.dutch.labels import label_of
from pipeline.dutch.misread import mended
from pipeline.dutch.vocabulary import page_number
from pipeline.dutch.wrapped import on_one_line
from pipeline.extract import Candidate
from pipeline.extract.label_places import Labelled, word_at
from pipeline.extract.labelled import labelled
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import Zone

_MARK = re.compile(r"^\s*(?:[-–—•*·▪]|\(?\d{1,2}[.):]|[a-z][.)])\s*(?=\S)")
_COUNT = re.compile(
    r"[-–—./]*|(?:ja,?\s*)?(?:\d{1,2}|[ée]{2}n|twee|drie|vier|vijf|zes)"
    r"(?:\s*(?:stuks?|bijlagen?|ex(?:emplaar|emplaren)?|map(?:pen)?))?"
    r"(?:\s*\((?:\d{1,2}|digitaal|separaat|los|apart|per\s+post)\))?|"
    r"geen(?:\s+bijlagen?)?|nee|ja|nihil|n\.?v\.?t\.?|div(?:erse)?\.?|als\s+genoemd|zie\s+(?:tekst|boven|onder)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[a-zà-ÿ]")
_OPEN_END = re.compile(
    r"[a-z](?:-|,?\s(?:en|of|van|de|het|een|voor|over|met|bij|in|op|tot|inzake))$"
)
_COUNTED = re.compile(r"\s*\d{1,2}\s*\((?P<what>[^()]{3,})\)[\s.;]*(?![^\n])")  # '1 (begroting)'
_STROKE = re.compile(r"\s+[/|•·]\s+")
_NUMBERED = re.compile(r"bijlage\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})\s*[:.–-]\s*(?P<item>\S.*)", re.I)
_SPECK = re.compile(r"[a-z]{1,2}")  # what OCR makes of a dash
_AND = re.compile(r"\s+en\s+")
_SEVERAL = re.compile(r"bijlagen|bijl\b|stukken|documenten|\(n\)", re.IGNORECASE)
_LONGEST = 20  # lines of a list
_WOVEN_WORDS = 7  # of a line of running text
_WORDS = 5  # of each of several on one line, parted by commas


def enclosures(letter: Letter) -> Iterator[Candidate[str]]:
    """Each in its own words; a bare number or 'geen' lists nothing."""
    yield from _numbered(letter)
    for found in labelled(letter, {"enclosures"}, bool):
        value = found.value
        head = found.at.zone in {Zone.reference, Zone.margin} and found.at.page.number == 1
        foot = found.label.text.lower() == "bijl"  # 'Bijl. 1 tekening': no word of a sentence
        in_sentence = found.place == "same_line" and not (found.label.colon or head or foot)
        if value is None or found.at.zone is Zone.table or in_sentence or _is_text(letter, found):
            continue
        for item in _items(letter, found, value):
            text = _item_text(item.text)
            if text:
                yield Candidate(text, item, 0.9 if found.label.colon else 0.6)


def _is_text(letter: Letter, found: Labelled) -> bool:
    """Whether what stands below a label is the letter's text, woven with the label's column."""
    if found.place != "below" or found.value is None or found.at.page.measured:
        return False
    line = letter.line_at(found.value.start)
    closed = any(p.zone is Zone.closing and p.start < found.at.start for p in letter.lines)
    whole = line.start == found.value.start and not closed
    return whole and len(line.line.words) > _WOVEN_WORDS and not _MARK.match(line.line.text)


def _numbered(letter: Letter) -> Iterator[Candidate[str]]:
    """'Bijlage 1: begroting' under the signature; on a page of its own it heads the enclosure."""
    signed: int | None = None  # the page of it
    for placed in letter.lines:
        if placed.zone in {Zone.closing, Zone.signature}:
            signed = placed.page.number
        match = _NUMBERED.match(placed.line.text)
        if match is not None and placed.page.number == signed:
            item = letter.passage(placed.start + match.start("item"), placed.end)
            yield Candidate(_one_line(item.text), item, 0.85)


def _items(letter: Letter, found: Labelled, value: Passage) -> list[Passage]:
    """The value with the lines of its list; after a number only what is marked goes on."""
    listed = _list_below(letter, found, value)
    if found.place in {"same_line", "beside", "row"} or _is_count(value.text):
        marked = _MARK.match(value.text) or any(_MARK.match(item.text) for item in listed)
        marked = marked or _are_counted([value, *listed])
        if not marked or found.place == "row":
            # a list on one line: what stands under it is something else, but for the rest of it
            listed = list(takewhile(lambda item: _GOES_ON.match(item.text), listed))
            listed = [] if _is_count(value.text) else listed
    counted = None if _is_count(value.text) else _COUNTED.fullmatch(value.text)
    if counted is not None:  # '2 (begroting; dekkingsplan)'
        value = letter.passage(
            value.start + counted.start("what"), value.start + counted.end("what")
        )
    whole = [value, *listed]
    if _are_counted(whole):  # '1 verslag' over '2 begroting', with no point
        whole = [letter.passage(item.start + 2, item.end) for item in whole]
    whole = _joined(letter, whole)
    several = len(whole) == 1 and _SEVERAL.search(found.label.text) is not None
    return [part for passage in whole for part in _split(letter, passage, commas=several)]


def _are_counted(items: Sequence[Passage]) -> bool:
    """Whether lines count themselves from one on, without a mark after the figure."""
    starts = [re.match(r"(\d) [^\W\d]", item.text) for item in items]
    numbers = [int(match[1]) for match in starts if match is not None]
    return len(items) > 1 and numbers == list(range(1, len(items) + 1))


def _list_below(letter: Letter, found: Labelled, value: Passage) -> list[Passage]:
    """The lines that follow a value in its column, down to another label or the foot."""
    last = letter.line_at(value.start)
    column = word_at(last, value.start).box.x0 if found.place == "below" else None
    lines: list[Placed] = []
    following = letter.below(last, within=1.2)
    while following is not None and len(lines) < _LONGEST and _goes_on(letter, following, column):
        lines.append(following)
        following = letter.below(following, within=1.2)
    return [letter.passage(line.start, line.end) for line in lines]


def _goes_on(letter: Letter, placed: Placed, column: float | None) -> bool:
    beside = letter.left_of(placed)
    lines = [placed.line.text] if beside is None else [placed.line.text, beside.line.text]
    if any(label_of(text) is not None or label_row(text) for text in lines):
        return False
    if page_number(placed.line.text) is not None:
        return False
    flush = column is None or abs(placed.box.x0 - column) < 2.5 * placed.box.height
    return flush and placed.zone is not Zone.footer


def _joined(letter: Letter, passages: list[Passage]) -> list[Passage]:
    """In a marked list a line without a mark goes on with the item above it.

    Where the first has none, a line in small letters does, or one after 'en', 'van' and the like.
    """
    first = next((one for one in passages if not _is_count(one.text)), None)
    if first is None:
        return passages
    marked, capital = _MARK.match(first.text), first.text[:1].isupper()
    joined: list[Passage] = []
    for passage in passages:
        goes_on = (
            not _MARK.match(passage.text) if marked else capital and _GOES_ON.match(passage.text)
        )
        if joined and (goes_on or _OPEN_END.search(joined[-1].text)):
            joined[-1] = letter.passage(joined[-1].start, passage.end)
        else:
            joined.append(passage)
    return joined


def _split(letter: Letter, passage: Passage, *, commas: bool) -> Iterator[Passage]:
    """'begroting; projectplan' lists two; after 'Bijlagen' a comma or a stroke parts them too."""
    counted = _COUNTED.match(letter.text, passage.start, passage.end)
    counted = None if _is_count(passage.text) else counted
    start, end = counted.span("what") if counted is not None else (passage.start, passage.end)
    if commas and _STROKE.search(letter.text, start, end):
        strokes = [match.span() for match in _STROKE.finditer(letter.text, start, end)]
        for first, last in pairwise([(start, start), *strokes, (end, end)]):
            yield letter.passage(first[1], last[0])
        return
    parts = re.split(r"[;,]", letter.text[start:end])
    short = len(parts) > 1 and all(0 < len(part.split()) <= _WORDS for part in parts)
    listed = re.compile(r"[^;,]+" if (commas or counted is not None) and short else r"[^;]+")
    spans = [part.span() for part in listed.finditer(letter.text, start, end)]
    joint = _AND.search(letter.text, *spans[-1]) if short and len(spans) == len(parts) else None
    if joint is not None:  # 'a, b en c'
        spans[-1:] = [(spans[-1][0], joint.start()), (joint.end(), spans[-1][1])]
    for span in spans:
        yield letter.passage(*span)


def _item_text(text: str) -> str:
    """An item without its mark; '' for what is only a number of enclosures."""
    whole = _one_line(text)
    bare = _MARK.sub("", whole).strip()
    return "" if _is_count(whole) or _is_count(bare) or _SPECK.fullmatch(bare) else bare


def _is_count(text: str) -> bool:
    return _COUNT.fullmatch(text.strip(" .,:")) is not None


def _one_line(text: str) -> str:
    """A passage as one line, with a word that was broken at a line's end made whole."""
    return mended(on_one_line(text).strip(" .;:,"))
