"""The letter's text as somebody else's OCR left it.

The order is by block, or a typewriter's grid (as of `pdftotext -layout`), or line by line across
the page with columns woven into each other; pages are parted by form feeds or not at all.
"""

from __future__ import annotations

import dataclasses
import itertools
import random
import statistics
from collections.abc import Sequence

from tests.corpus.covers import plan
from tests.corpus.tiers import garble
from tests.corpus.tiers.base import Made, dice_of
from tests.corpus.truth import Shown, shown
from tests.corpus.typeset import Bbox, Typeset, inside
from tests.corpus.writer import Letter

LAYOUTS = ("blocks", "blocks", "grid", "grid", "woven")
FAR = 18.0  # points between two words of a line that are columns
TOUCH = -0.3  # points: covers are larger than their words, so they overlap what touches them
PITCH = 5.2  # points to a character of the grid


@dataclasses.dataclass(frozen=True, slots=True)
class Token:
    """Something read on a page: where, in which turn it was written, which cover it is."""

    text: str
    bbox: Bbox
    turn: float
    cover: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, and the covers in it."""

    text: str
    covers: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class _Reader:
    """The OCR program of one letter: its dice and habits, and what it made of each cover."""

    letter: Letter
    pages: Typeset
    dice: random.Random
    plain_vowels: bool
    ligatures: bool
    habit: float
    read: dict[str, list[str]]
    told: set[str]


def text(letter: Letter, pages: Typeset) -> Made:
    """The text file. Smudged words are garbled in it, nothing leaks; boxes there are none."""
    dice = dice_of(letter, "text")
    plain_vowels, ligatures = dice.random() < 0.15, dice.random() < 0.1
    reader = _Reader(letter, pages, dice, plain_vowels, ligatures, dice.random(), {}, set())
    layout, parted = dice.choice(LAYOUTS), dice.random() < 0.5
    sheets = [_lines(reader, number, layout) for number in range(1, len(pages.sheets) + 1)]
    if not parted:
        sheets = [[line for sheet in sheets for line in (*sheet, Line(""))]]
    content = "\n\f".join("\n".join(line.text for line in sheet) for sheet in sheets) + "\n"
    return Made(".txt", content.encode("utf-8"), _truth(reader, sheets), (), ())


def _truth(reader: _Reader, sheets: Sequence[Sequence[Line]]) -> Shown:
    truth = shown(reader.letter, reader.pages, blotted=True, leaks=False)
    found = []
    for part, read in reader.read.items():
        entry = reader.letter.truth["redactions"][int(part.split("/")[0].removeprefix("covers."))]
        for number, sheet in enumerate(sheets, start=1):
            rows = [row for row, line in enumerate(sheet, start=1) if part in line.covers]
            if rows:
                grounds = entry["grounds"] if part in reader.told else []
                spot = {"page": number, "bbox": None, "lines": [rows[0], rows[-1]]}
                said = " ".join(filter(None, read))
                found.append(entry | spot | {"grounds": grounds, "text": said})
    plain = truth.plain | {
        "redactions": sorted(found, key=lambda entry: (entry["page"], entry["lines"]))
    }
    one_page = len(sheets) == 1
    if one_page:
        plain["tables"] = [table | {"page": 1} for table in plain["tables"]]
    expected, allowed = _findings(truth, reader)
    return dataclasses.replace(
        truth,
        plain=plain,
        expected=expected,
        allowed=allowed,
        text=("\n".join(truth.text),) if one_page else truth.text,
        places={},
    )


def _findings(truth: Shown, reader: _Reader) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where codes got lost on the way, what is said of codes may be said or not."""
    expected, allowed = set(truth.expected), set(truth.allowed)
    grounded = {name for name, cover in reader.letter.covers.items() if cover.grounds}
    if any(part.split("/")[0] in grounded for part in set(reader.read) - reader.told):
        allowed |= {"redaction-without-ground"} - expected
        doubtful = expected & {"redaction-ground-odd"}
        expected, allowed = expected - doubtful, allowed | doubtful
    return tuple(sorted(expected)), tuple(sorted(allowed))


def _lines(reader: _Reader, number: int, layout: str) -> list[Line]:
    tokens = _tokens(reader, number)
    rows = _rows(tokens)
    if layout == "blocks":
        return _by_block(rows, reader.dice)
    if layout == "grid":
        return _on_grid(rows)
    return _woven(rows, reader.dice)


def _tokens(reader: _Reader, number: int) -> list[Token]:
    """The words of a page as read, the covers and what else was taken for words."""
    dice, places = reader.dice, reader.pages.places
    here = {name: [bbox for page, bbox in at if page == number] for name, at in places.items()}
    leaks = [box for name, at in here.items() if name.startswith("leak.") for box in at]
    smudges = [box for name, at in here.items() if name.startswith("smudge.") for box in at]
    tokens = []
    for turn, word in enumerate(reader.pages.sheets[number - 1].words):
        if any(inside(word.bbox, box) for box in leaks):
            continue
        if any(inside(word.bbox, box) for box in smudges):
            read = garble.smudged(word.text, dice)
        else:
            habits = {"plain_vowels": reader.plain_vowels, "ligatures": reader.ligatures}
            read = garble.misread(word.text, dice, **habits)
        tokens.append(Token(read, word.bbox, turn))
    tokens += [_placed(token, tokens) for token in _covers(reader, number)]
    for box in here.get("noise", []):
        if dice.random() < 0.6:
            tokens.append(_placed(Token(garble.noise_line(dice), box, 0), tokens))
    return tokens


def _covers(reader: _Reader, number: int) -> list[Token]:
    dice = reader.dice
    tokens = []
    for patch in plan(reader.letter, reader.pages):
        if patch.page != number:
            continue
        cover, width = reader.letter.covers[patch.name], patch.bbox[2] - patch.bbox[0]
        chance = reader.habit if dice.random() < 0.75 else dice.random()
        kind = garble.kind_of(cover, chance)
        if patch.part not in reader.read:
            read, told = garble.covered(cover, kind, width, reader.habit, dice)
            if told:
                reader.told.add(patch.part)
        else:
            read = garble.blocks(width) if kind == "blocks" else ""
        reader.read.setdefault(patch.part, []).append(read)
        tokens.append(Token(read, patch.bbox, 0, patch.part))
    return tokens


def _placed(token: Token, words: Sequence[Token]) -> Token:
    """The token in its turn: after the word left of it on its line, else before the one right of
    it, else after the last one above.
    """
    level = [word for word in words if _level(word.bbox, token.bbox)]
    left = [word for word in level if word.bbox[0] < token.bbox[0]]
    if left:
        return dataclasses.replace(token, turn=max(left, key=lambda w: w.bbox[0]).turn + 0.5)
    if level:
        return dataclasses.replace(token, turn=min(level, key=lambda w: w.bbox[0]).turn - 0.5)
    above = [word.turn for word in words if word.bbox[3] <= token.bbox[1] + 2]
    return dataclasses.replace(token, turn=max(above, default=0) + 0.5)


def _level(first: Bbox, second: Bbox) -> bool:
    common = min(first[3], second[3]) - max(first[1], second[1])
    return common > 0.5 * min(first[3] - first[1], second[3] - second[1])


def _rows(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens on one height, from left to right, rows from the top."""
    rows: list[list[Token]] = []
    for token in sorted(tokens, key=lambda token: (token.bbox[1] + token.bbox[3], token.bbox[0])):
        if rows and any(_level(token.bbox, other.bbox) for other in rows[-1][-3:]):
            rows[-1].append(token)
        else:
            rows.append([token])
    return [sorted(row, key=lambda token: token.bbox[0]) for row in rows]


def _segments(row: Sequence[Token]) -> list[list[Token]]:
    """A row cut where a column ends."""
    pieces: list[list[Token]] = []
    for token in row:
        if pieces and token.bbox[0] - pieces[-1][-1].bbox[2] < FAR:
            pieces[-1].append(token)
        else:
            pieces.append([token])
    return pieces


def _by_block(rows: Sequence[Sequence[Token]], dice: random.Random) -> list[Line]:
    """In the order of writing; cells of a row follow each other on one line."""
    pieces = [piece for row in rows for piece in _segments(row)]
    pieces.sort(key=lambda piece: min(token.turn for token in piece))
    pitch = _pitch(rows)
    lines: list[Line] = []
    pending: list[Token] = []
    for piece in pieces:
        if pending and not _level(pending[-1].bbox, piece[0].bbox):
            lines.append(_line(pending, dice))
            down = _middle(piece[0]) - _middle(pending[-1])
            if not 0 < down < 1.3 * pitch:
                lines.append(Line(""))
            pending = []
        pending += piece
    return [*lines, _line(pending, dice)] if pending else lines


def _woven(rows: Sequence[Sequence[Token]], dice: random.Random) -> list[Line]:
    """Line by line across the page; an empty line after a paragraph."""
    lines: list[Line] = []
    pitch, above = _pitch(rows), None
    for row in rows:
        if above is not None and _middle(row[0]) - above > 1.3 * pitch:
            lines.append(Line(""))
        lines.append(_line(row, dice))
        above = _middle(row[0])
    return lines


def _pitch(rows: Sequence[Sequence[Token]]) -> float:
    """The usual distance between two lines; points."""
    steps = [_middle(low[0]) - _middle(high[0]) for high, low in itertools.pairwise(rows)]
    usual = [step for step in steps if step > 5]
    return statistics.median_low(usual) if usual else 12.0


def _middle(token: Token) -> float:
    return (token.bbox[1] + token.bbox[3]) / 2


def _on_grid(rows: Sequence[Sequence[Token]]) -> list[Line]:
    """Every token about where it stands; empty lines where there is room for them."""
    lines: list[Line] = []
    pitch, above = _pitch(rows), None
    left = min((row[0].bbox[0] for row in rows), default=0)
    for row in rows:
        if above is not None:
            lines += [Line("")] * min(4, round((_middle(row[0]) - above) / pitch - 0.8))
        shown = ""
        for piece in _segments(row):
            column = round((piece[0].bbox[0] - left) / PITCH)
            space = max(2 if shown else 0, column - len(shown))
            shown += " " * space + _spaced(piece)
        lines.append(Line(shown.rstrip(), tuple(token.cover for token in row if token.cover)))
        above = _middle(row[0])
    return lines


def _spaced(tokens: Sequence[Token], wide: random.Random | None = None) -> str:
    """Tokens with a space between them (now and then two), none where a cover touches the next."""
    shown, last = "", None
    for token in tokens:
        touching = last is not None and token.bbox[0] - last < TOUCH
        space = "" if touching else "  " if wide and wide.random() < 0.01 else " "
        shown += (space if shown and token.text else "") + token.text
        last = token.bbox[2] if token.text else last
    return shown


def _line(tokens: Sequence[Token], dice: random.Random) -> Line:
    """A line of tokens; here and there a speck at one of its ends."""
    shown = _spaced(tokens, dice)
    if dice.random() < 0.02:
        shown += f" {dice.choice(garble.SPECKS)}"
    elif dice.random() < 0.01:
        shown = f"{dice.choice(garble.SPECKS)} {shown}"
    return Line(shown, tuple(token.cover for token in tokens if token.cover))
