"""Cells and passages that could not be read: by the engine's own doubt, and by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.check import Breach, Case, breach, rule
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import COVERED, ILLEGIBLE, Page, TextFrom, Word, Zone
from pipeline.record import Field, Severity, Status, Table


@rule(
    "table-cell-illegible",
    Severity.warning,
    en="{count} cell(s) of the table on page {page} should hold something and cannot be read: "
    "{cells}.",
    nl="{count} cel(len) van de tabel op pagina {page} horen iets te bevatten en zijn onleesbaar: "
    "{cells}.",
)
def cell_illegible(case: Case) -> Iterator[Breach]:
    """What stands in the cell of a table can be read. One finding a table; covered is not this."""
    for table in case.record.tables:
        found = [
            (row[0], column, cell)
            for row in table.rows
            for column, cell in enumerate(row)
            if cell.status is Status.illegible
        ]
        if found:
            names = [_cell_name(table, *place) for place in found[:_NAMED]]
            more = ["…"] if len(found) > _NAMED else []
            yield breach(
                *(cell for _, _, cell in found),
                count=len(found),
                page=table.page,
                cells="; ".join([*names, *more]),
            )


_NAMED: Final = 12  # cells that a message names


def _cell_name(table: Table, first: Field[str], column: int, cell: Field[str]) -> str:
    """'Dronten, 1 daagse'; what a cell is called by its row and its column."""
    row = first.value or first.text
    head = table.header[column].text if column < len(table.header) else f"{column + 1}"
    return f"{row}, {head}" if column and row else head


@rule(
    "text-illegible",
    Severity.warning,
    en="This cannot be read: '{text}'.",
    nl="Dit is onleesbaar: '{text}'.",
)
def text_illegible(case: Case) -> Iterator[Breach]:
    """Running text consists of words. One finding a passage; of a page full of them, one a page."""
    passages = [
        passage for block in _prose(case.letter) for passage in _illegible(case.letter, block)
    ]
    for page in case.letter.pages:
        here = [p for p in passages if p.evidence[0].page == page.number]
        if len(here) > _MANY:
            yield breach(*here, text=" … ".join(_shown(p) for p in here[:_MANY]) + " …")
        elif here:
            yield from (breach(passage, text=_shown(passage)) for passage in here)
        elif page.text_from is TextFrom.ocr and page.legibility < _UNREAD:
            whole = _whole(case.letter, page)
            yield breach(whole, text=f"{_shown(whole)[:_SHOWN]} (p. {page.number})")


_MANY: Final = 5
_UNREAD: Final = 0.3  # legibility below which a page is not read, whatever its words
_SHOWN: Final = 80  # characters of such a page
_PROSE: Final = 5  # words on a line of running text
_NEAR: Final = 4  # words between two illegible ones of one passage


def _whole(letter: Letter, page: Page) -> Passage:
    """All that was read of a page with words."""
    lines = letter.on_page(page)
    return letter.passage(lines[0].start, lines[-1].end)


def _shown(passage: Passage) -> str:
    return " ".join(passage.text.split())


def _prose(letter: Letter) -> Iterator[list[Placed]]:
    """The lines of each block of running text."""
    blocks: dict[int, list[Placed]] = {}
    for placed in letter.lines:
        if placed.zone is Zone.body and placed.block.grid is None:
            blocks.setdefault(id(placed.block), []).append(placed)
    for lines in blocks.values():
        if any(len(placed.line.words) >= _PROSE for placed in lines):
            yield lines


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of running text with its place; `weight` is how surely it is none, 0 to 1.

    `hint`: it says nothing by itself, but it lends weight to a doubtful word near it.
    """

    start: int
    end: int
    weight: float
    hint: bool


def _illegible(letter: Letter, lines: Sequence[Placed]) -> Iterator[Passage]:
    """The passages of a block in which words that are none stand near each other."""
    group: list[_Token] = []
    last = 0
    for number, token in enumerate(_tokens(letter, lines)):
        if not token.weight:
            continue
        if group and number - last > _NEAR:
            yield from _passage(letter, group)
            group = []
        group.append(token)
        last = number
    yield from _passage(letter, group)


def _passage(letter: Letter, group: Sequence[_Token]) -> Iterator[Passage]:
    """Where the group is heavy enough. One hint counts; more are covers of a released document."""
    own = [token.weight for token in group if not token.hint]
    hinted = _LIKELY if len(group) - len(own) == 1 and max(own, default=0) >= _LIKELY else 0
    if sum(own) + hinted >= 1:
        yield letter.passage(group[0].start, group[-1].end)


def _tokens(letter: Letter, lines: Sequence[Placed]) -> list[_Token]:
    words: list[tuple[int, Word]] = []
    for placed in lines:
        at = placed.start
        for word in placed.line.words:
            words.append((at, word))
            at += len(word.text) + 1
    texts = [word.text for _, word in words]
    firsts = {placed.start for placed in lines}
    page = lines[0].page
    tokens = []
    for number, (at, word) in enumerate(words):
        weight = _weight(word, page)
        if word.text in _LONE:
            weight = max(weight, _alone(letter, texts, number, at, at in firsts))
        hint = word.cover is not None or (
            not weight and number == 0 and _has_lost_its_head(letter, lines[0])
        )
        weight = _LIKELY if hint and word.cover is None else weight
        tokens.append(_Token(at, at + len(word.text), weight, hint))
    return tokens


def _has_lost_its_head(letter: Letter, first: Placed) -> bool:
    """Whether a scanned block begins in the middle of a sentence, after one that ends with its."""
    before = letter.text[: first.start].rstrip()[-1:]
    scanned = first.page.text_from is TextFrom.ocr
    return scanned and first.line.text[:1].islower() and before in (".", "!", "?", COVERED)


def _weight(word: Word, page: Page) -> float:
    """How surely a word is none. A covered place without a code may be a stain: only beside one."""
    if word.cover is not None:
        return 0.0 if word.cover.text else _LIKELY
    if word.text == ILLEGIBLE:
        speck = page.measured and min(word.box.width, word.box.height) < _SPECK
        return 0.0 if speck else _CERTAIN
    doubt = _by_doubt(word) if page.text_from is TextFrom.ocr else 0.0
    return max(doubt, _by_shape(word.text))


# --- a word that is none


_GLYPHS: Final = re.compile(r"[^\W\d_][®©¢¥¤§~^|{}<>\\=]|[®©¢¥¤~^|{}<>\\=][^\W\d_]|\(cid:\d+\)|�")
_ADDRESS: Final = re.compile(r"@|://|www\.|=|<[^>]*>|[\\/]")
_NO_VOWEL: Final = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}")
_VOWELS: Final = frozenset("aeiouyáéíóúàèìòùäëïöüâêîôû")
_LONG: Final = 5
_CERTAIN, _VERY_LIKELY, _LIKELY, _POSSIBLE = 1.0, 0.7, 0.5, 0.34
_SELDOM_DOUBTED: Final = 9  # letters of a word that OCR does not doubt where it is one
_SPECK: Final = 2.5  # points; smaller than any letter


def _by_shape(text: str) -> float:
    """Letters mixed with signs that no word has, letters without a vowel."""
    if text.isalpha() and (len(text) < _LONG or not _VOWELS.isdisjoint(text)):
        return 0.0
    bare = text.strip(".,;:!?()'\"‘’“”|[]{}")
    if _ADDRESS.search(text):
        return 0.0
    return _LIKELY if _GLYPHS.search(bare) or _NO_VOWEL.fullmatch(bare) else 0.0


def _by_doubt(word: Word) -> float:
    """What OCR itself doubts; it doubts short words and figures that it has right too."""
    letters = sum(char.isalpha() for char in word.text)
    if letters < 3 or letters < 0.6 * len(word.text) or "|" in word.text:  # the edge of a box
        return 0.0
    if word.legibility < 0.3:
        return _VERY_LIKELY if letters >= _SELDOM_DOUBTED else _LIKELY
    return _POSSIBLE if word.legibility < 0.5 else 0.0


_LONE: Final = set("bcdefghijklmnpqrstvwzäëïöü")
"""Letters that are no word in Dutch (u, 'a', 'o', 'x' and 'y' are, or stand for one)."""
_STATUTE: Final = re.compile(
    r"\b(?:artikel(?:en)?|art|lid|leden|sub|onder|onderdeel|onderdelen|aanhef|letter|punt|optie|"
    r"bijlage|categorie|vitamine|wet|formule|variabele)\b",
    re.IGNORECASE,
)
_THING: Final = re.compile(r"[a-zà-ÿ-]{4,}[.,;:]?")
_NO_THING: Final = {
    "deze", "voor", "over", "naar", "door", "staat", "geldt", "wordt", "worden", "genoemd",
    "bedoeld", "zoals", "mail", "mails", "learning", "health", "van", "gelijk", "betekent",
}  # fmt: skip


def _alone(letter: Letter, texts: Sequence[str], number: int, at: int, first: bool) -> float:
    """A lone small letter in the place of a number or an article: 'hebben g functionarissen'.

    Not where letters have names (articles of law, options), nor beside a figure or another lone
    letter; at the head of a line it may be a bullet.
    """
    if number + 1 >= len(texts):
        return 0.0
    before, after = texts[number - 1] if number else "", texts[number + 1]
    beside = len(before.strip(".,")) == 1 or len(after.strip(".,")) == 1
    if beside or any(char.isdigit() for char in before + after):
        return 0.0
    if not _THING.fullmatch(after) or after.strip(".,;:") in _NO_THING:
        return 0.0
    if _STATUTE.search(letter.text[slice(*letter.sentence(at))]):
        return 0.0
    return _POSSIBLE if first else _CERTAIN
