"""Rows of figures as they stand on the page, whether or not a table was made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pipeline.check.sums import Entry
from pipeline.dutch.amounts import parse_amount
from pipeline.dutch.vocabulary import page_number
from pipeline.letter import Letter, Passage, Placed
from pipeline.page import COVERED, Zone


@dataclass(frozen=True, slots=True)
class Row:
    """What stands before the figures of a row, and the figures with the right edge of each.

    `flat`: label and figures are one line, so that they need not stand in columns. A figure that is
    covered is None.
    """

    label: str
    figures: tuple[Decimal | None, ...]
    ends: tuple[float, ...]
    flat: bool
    money: bool
    place: Passage

    @property
    def is_total(self) -> bool:
        total = Entry(self.label, None, self.place).is_total
        return total and _HEADS.match(self.label) is not None


@dataclass(frozen=True, slots=True)
class Run:
    """Rows that follow one another; `whole`: no row can be lost before the first."""

    rows: tuple[Row, ...]
    whole: bool


_HEADS: Final = re.compile(
    r"\W*(?:sub|eind|deel|generaal )?-?tota|\W*te ?[sz]amen|\W*samen|\W*in totaal|\W*som\b|"
    r"\W*(?:nog )?(?:door u )?te (?:voldoen|betalen)\b|\W*(?:eind|factuur)bedrag\b",
    re.I,
)
_ITEM: Final = re.compile(r"\s*[-–—•*·]\s")
_CURRENCY: Final = r"(?:€|EUR|Hfl\.?|fl?\.?|ƒ|[\"”„“])"
_NUMBER: Final = r"(?:\d{1,3}(?:\.\d{3})+(?:[.,]\d\d?)?|\d+(?:[.,]\d\d?)?)(?![.,]?\d)"
_CODE: Final = (
    r"\(?1[01]\)?[\s.,]{0,2}\(?[12]\)?[\s.,]{0,2}\(?[a-i]\)?(?!\w)|"
    r"5[.,]\s?1[.,]\s?[125](?:[.,]\s?[a-i])?(?![\w.,])"
)
"""An exemption code where a sum should stand: what it covers was not seen as a covered place."""
_HIDDEN: Final = rf"{COVERED}|{_CODE}|\[[x.… ]{{1,5}}\]|[x*]{{3,}}+"
_UNIT: Final = r"(?:m[23²³]|ha|km|uur|uren|u|dag(?:en)?|stuks?|st\.?|weken|maanden|personen|p\.?)"
_ANY_UNIT: Final = rf"[a-zà-ÿ]{{2,15}}(?=\s+{_CURRENCY}\s?\d)"
_COUNTED: Final = re.compile(rf"(?:{_NUMBER})\s+[a-zà-ÿ]{{2,15}}")
"""'44 dagdelen' in a column of its own, or before the price of one."""
_WRITTEN: Final = (
    rf"(?:{_CURRENCY}\s{{0,3}})?(?:{_HIDDEN}|(?:{_NUMBER})(?:,[-–—=]{{1,2}}|\.[-–—])?)"
    rf"(?:\s(?:{_UNIT}|{_ANY_UNIT}))?[\s.;)*]*"
)
_FIGURE: Final = re.compile(
    rf"(?P<currency>{_CURRENCY})?\s{{0,3}}(?:(?P<covered>{_HIDDEN})|(?P<number>{_NUMBER}))", re.I
)
_FIGURES_AT_END: Final = re.compile(rf"(?<![\w.,:/-])(?:{_WRITTEN})+[\s·°~'|–—-]*$", re.IGNORECASE)
_LEADERS: Final = re.compile(r"[\s.…_:]+$")
_ASIDE: Final = {Zone.page_number, Zone.footer, Zone.margin, Zone.letterhead, Zone.reference}
_LONGEST_LABEL: Final = 80
_LONGEST_NUMBER: Final = 30


_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:\s?[-/]\s?\d{2,4})?(?=\s|$)")
_NUMBERING: Final = re.compile(rf"\(?(?:\d{{1,2}}|[a-z])[.)]?|{_YEAR.pattern}")
_MAY_BE_ROW: Final = re.compile(r"[®©¥$€&¢\\%]|\d(?!.*[.:]$)|\d\W*$")
"""What stands over the first row may be a row too, badly read, or lost on the page before."""
_OF_HEADERS: Final = re.compile(
    r"[x×*]\s*(?:€|EUR|f|ƒ)?\s*1[. ]?000\b|(?<![\d.,])(?:19|20)\d\d(?![\d.,])|[€$%](?!\s?\d)"
)
"""What stands over columns too: 'x € 1.000', a year, a currency or '%' without a number."""
_DATED: Final = re.compile(
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"[a-z]\s+(?:in|van|sinds|tot|uit|over))\s+(?:19|20)\d\d\W*$"
)
"""A line of text that ends in a year."""
_TIMES: Final = re.compile(r"\d\s*(?:[a-z]+\s+)?(?:[x×*@]|maal|keer|à)\s*$")
_HEADER: Final = re.compile(r"\b[x×]$")
_GOES_ON: Final = re.compile(r"[.:;]$|\d")


def runs(letter: Letter) -> Iterator[Run]:
    """Rows that follow one another, each with figures at its end, three or more.

    A line of dashes, a page number and the rest of a label that was broken off do not part them.
    """
    rows: list[Row] = []
    broken_off = ""
    before = ""  # what stands over the row, on its page
    page = 0
    whole = True
    for cells in _rows(letter):
        text = " ".join(cell.line.text for cell in cells)
        if cells[0].page.number != page and not rows:
            before = "" if cells[0].page.number == 1 else "1"
        page = cells[0].page.number
        if cells[0].zone in _ASIDE or _says_nothing(text):
            continue
        row = _row(letter, cells, broken_off)
        if row is not None:
            if not rows:
                whole = not _MAY_BE_ROW.search(_OF_HEADERS.sub("", before))
            elif broken_off and (_ITEM.match(text) or _HEADS.match(text)):
                whole = False  # what was taken for the beginning of a label is a row without a sum
            rows.append(row)
            broken_off = ""
        elif rows and not broken_off and not _GOES_ON.search(text) and len(text) < _LONGEST_LABEL:
            broken_off = text
        else:
            yield from _run(rows, whole)
            rows, broken_off = [], ""
        before = text
    yield from _run(rows, whole)


def _says_nothing(text: str) -> bool:
    """A line of dashes, or a page number."""
    return not any(char.isalnum() or char == COVERED for char in text) or (
        len(text) < _LONGEST_NUMBER and page_number(text) is not None
    )


def _run(rows: Sequence[Row], whole: bool) -> Iterator[Run]:
    if len(rows) > 2:
        yield Run(tuple(rows), whole)


def _rows(letter: Letter) -> Iterator[list[Placed]]:
    """The lines of each page that stand at one height, from left to right."""
    for page in letter.pages:
        lines = sorted(letter.on_page(page), key=lambda p: (p.box.top, p.box.x0))
        row: list[Placed] = []
        for placed in lines:
            if row and placed.box.side_by_side(row[0].box) < 0.5:
                yield sorted(row, key=lambda p: p.box.x0)
                row = []
            row.append(placed)
        if row:
            yield sorted(row, key=lambda p: p.box.x0)


def _row(letter: Letter, cells: Sequence[Placed], broken_off: str) -> Row | None:
    """A row of a label and figures; None for any other."""
    if _DATED.search(cells[-1].line.text):
        return None
    figures: list[Decimal | None] = []
    ends: list[float] = []
    words = [broken_off] if broken_off else []
    money = False
    numbered = len(cells) > 1 and _NUMBERING.fullmatch(cells[0].line.text) is not None
    for cell in cells[1:] if numbered else cells:
        counted = _COUNTED.fullmatch(cell.line.text) if words and not figures else None
        match = counted or _figures_at_end(cell.line.text)
        label = cell.line.text[: match.start()].strip() if match else cell.line.text
        if label and figures:
            return None  # words behind a figure: two columns of text
        words += [label] if label else []
        for one in _FIGURE.finditer(cell.line.text, match.start()) if match else ():
            found = parse_amount(one["number"]) if one["number"] else None
            if one["number"] and found is None:
                return None
            figures.append(found.value if found else None)
            ends.append(_edge(cell, one.end()))
            money = money or bool(one["currency"]) or "," in (one["number"] or "")
    if not words and (year := _year(cells[0].line.text)):
        words = [year]
        figures, ends = (figures, ends) if numbered else (figures[1:], ends[1:])
    label = _LEADERS.sub("", " ".join(words).strip())
    if not figures or not re.search(r"[^\W\d]{2}|\d{4}", label) or len(label) > _LONGEST_LABEL:
        return None
    if _HEADER.search(label):
        return None
    place = letter.of_lines([cell.line for cell in cells])
    return Row(label, tuple(figures), tuple(ends), len(cells) == 1, money, place)


def _figures_at_end(text: str) -> re.Match[str] | None:
    """The figures at the end of a cell; what is multiplied, or stands in brackets, says how."""
    match = _FIGURES_AT_END.search(text)
    before = text[: match.start()] if match else ""
    multiplied = match and _TIMES.search(before) and len(_FIGURE.findall(match.group())) == 1
    return None if multiplied or before.count("(") > before.count(")") else match


def _edge(cell: Placed, offset: int) -> float:
    """The right edge of the word of a line that ends at an offset of its text, or after it."""
    at = 0
    for word in cell.line.words:
        at += len(word.text)
        if at >= offset:
            return word.box.x1
        at += 1
    return cell.box.x1


def _year(text: str) -> str:
    """The year that a row may be called by."""
    match = _YEAR.match(text)
    return match.group() if match else ""
