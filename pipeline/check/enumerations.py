"""Numbers of things announced against the items of the list that follows.

A list counts only where its marks are regular: numbers or letters from the first on, or the same
bullet at the same indent. OCR loses marks; a list that may have lost one is let be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from pipeline.check import Breach, Case, breach, rule
from pipeline.check.reading import doubt
from pipeline.dutch.counts import FoundCount, find_counts
from pipeline.letter import Letter, Placed
from pipeline.page import TextFrom, Zone
from pipeline.record import Severity


@rule(
    "enumeration-count-mismatch",
    Severity.error,
    en="'{text}': {expected} are announced and {found} follow.",
    nl="'{text}': er zijn er {expected} aangekondigd en er volgen er {found}.",
)
def enumeration_mismatch(case: Case) -> Iterator[Breach]:
    """'De volgende drie onderdelen:' is followed by a list of three."""
    for count, colon in _announced(case.letter.text):
        items = _list_after(case.letter, colon)
        if items and _is_mismatch(items, count.value):
            intro = case.letter.passage(count.start, count.end)
            firsts = [case.letter.passage(i.lines[0].start, i.lines[0].end) for i in items.items]
            yield breach(
                intro,
                *firsts,
                severity=doubt(intro),
                text=" ".join(intro.text.split()),
                expected=count.value,
                found=len(items.items),
            )


# --- what announces a list


_THINGS: Final = (
    r"(?:(?:deel|speer|knel|aandachts|verbeter|hoofd|actie|rand|beleids|bespreek|kern|uitgangs|"
    r"project|sub)?-?(?:onderdelen|onderwerpen|punten|pijlers|sporen|maatregelen|voorwaarden|doelen|"
    r"verplichtingen|doelstellingen|redenen|aspecten|stappen|fasen|fases|activiteiten|projecten|"
    r"thema['’]s|vragen|documenten|categorieën|hoofdlijnen|criteria|varianten|elementen|eisen|"
    r"componenten|stukken|acties|resultaten|producten|afspraken|wijzigingen|besluiten|bezwaren|"
    r"argumenten|conclusies|aanbevelingen|prioriteiten|lijnen|trajecten|instrumenten|taken|"
    r"ambities|mogelijkheden|scenario['’]s|manieren|gronden|posten|bijlagen|functies|delen|zaken|"
    r"organisaties|partijen|opgaven|uitgangspunten|overtredingen|tekortkomingen|gebreken|feiten|"
    r"bevindingen|werkzaamheden|voorschriften|opmerkingen|adviezen|locaties|oorzaken|voorstellen))"
)
_ANYTHING: Final = (
    r"(?!(?:dagen|weken|maanden|jaren|uren|minuten|keren|malen|zinnen)\b)[a-zë]{3,24}(?:en|['’]?s)"
)
_MOST: Final = 20
_FOLLOWING: Final = {"volgende", "onderstaande"}
_COLON: Final = re.compile(r"[:.][ \t]*(?=\n|\f|$)")
"""The end of the sentence that announces a list: a colon, or a full stop straight over it."""
_INTRODUCES: Final = re.compile(
    r"\b(?:er\s+(?:zijn|waren)|zijn\s+er|heb(?:ben|t)?|heeft|zien?|ziet|noem(?:en|t)?|kent?|kennen|"
    r"bestaa[nt]\s+uit|valt\s+uiteen\s+in|gaat\s+(?:daarbij\s+)?om|stel(?:len|t)?|leg(?:gen|t)?|"
    r"volgen|onderscheid(?:en|t)?|gebaseerd\s+op|berust\s+op|omvat(?:ten)?|bevat(?:ten)?|telt|"
    r"verbind(?:en|t)?|vra(?:ag|gen|agt)|gel(?:dt|den)|maken?|maakt|do(?:e|et|en)|geeft?|geven|"
    r"in|onder|aan|met|uit|op)\s+(?:(?!de\b|deze\b|die\b|onze\b|alle\b)[\w,]+\s+){0,3}$",
    re.IGNORECASE,
)
_TO_COLON: Final = re.compile(r"(?:[^.!?:;\n\f]|\n(?!\n))*")
_FIRST_MARK: Final = re.compile(r"\s*(?:\(?[1aA][.)]|[-–—•*·▪●○◦►➢\uf0b7\uf0a7])\s")
_OPENS: Final = re.compile(r"(?:[.!?]\s|\n\n|^)\s*$")
_FEW: Final = 4  # words after a number that opens its sentence: 'Drie vragen staan nog open:'
_WINDOW: Final = 200  # characters before the colon in which the number stands
_OTHER_LIST: Final = re.compile(rf"\b(?:volgende|onderstaande|als volgt)\b|\b{_THINGS}\b", re.I)
_LONGEST_REST: Final = 80  # characters between what is announced and the colon


def _announced(text: str) -> Iterator[tuple[FoundCount, int]]:
    """Each count with the offset of the colon that ends its line, and announces nothing else.

    A list may also stand straight under a sentence that ends in a full stop.
    """
    for colon in _COLON.finditer(text):
        stop = colon[0][0] == "."
        if stop and not _FIRST_MARK.match(text, colon.end()):
            continue
        begin = max(0, colon.start() - _WINDOW)
        window = text[begin : colon.start()]
        for count in _counts(window):
            rest = window[count.end :]
            if not 1 < count.value <= _MOST or not _TO_COLON.fullmatch(rest):
                continue
            # Without 'volgende' another thing than what is counted may be what the colon opens.
            introduced = count.noun and _INTRODUCES.search(window[: count.start])
            opens = _OPENS.search(window[: count.start]) is not None
            near = not stop and len(rest.split()) <= (_FEW if opens else 2)
            led = near or introduced or count.qualifier in _FOLLOWING
            if led and len(rest) <= _LONGEST_REST and not _OTHER_LIST.search(rest):
                yield replace(count, start=begin + count.start, end=begin + count.end), colon.end()


def _counts(window: str) -> Iterator[FoundCount]:
    """Counts of things that make lists, of anything after 'volgende', and 'tweeledig'."""
    known = list(find_counts(window, _THINGS))
    yield from (count for count in known if count.noun or count.qualifier is None)
    ends = {count.end for count in known}
    for count in find_counts(window, _ANYTHING):
        if count.noun and count.qualifier in _FOLLOWING and count.end not in ends:
            yield count


# --- the list itself


class _Mark(NamedTuple):
    """What opens an item: its kind, and its number where it has one."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class _Item:
    lines: tuple[Placed, ...]

    @property
    def end(self) -> str:
        """The last sign: '; en' ends in a semicolon."""
        return re.sub(r"\s+(?:en|of|en/of)$", "", self.lines[-1].line.text)[-1:]


@dataclass(frozen=True, slots=True)
class _Items:
    """A list with regular marks. `sure`: it came with the file, not by way of an image."""

    items: tuple[_Item, ...]
    sure: bool


_NUMBERED: Final = re.compile(r"\(?(?P<number>\d{1,2})[.)](?=\s)")
_LETTERED: Final = re.compile(r"\(?(?P<letter>[a-z])[.)](?=\s)")
_BULLET: Final = re.compile(r"(?P<bullet>[-–—•*·▪●○◦►➢\uf0b7\uf0a7])(?=\s)")
_ALONE: Final = re.compile(r"(?:\(?(?:\d{1,2}|[a-z])[.)]|[-–—•*·▪●○◦►➢\uf0b7\uf0a7])\s*")
_INDENT: Final = 8.0  # points; an item that begins further in belongs to the one above
_OUT: Final = 3.0
_ASIDE: Final = {Zone.margin, Zone.footer, Zone.page_number, Zone.letterhead, Zone.reference}
_ENDS: Final = {Zone.closing, Zone.signature, Zone.table}


def _mark(text: str) -> _Mark | None:
    if match := _NUMBERED.match(text):
        return _Mark("number", int(match["number"]))
    if match := _LETTERED.match(text):
        return _Mark("letter", ord(match["letter"]) - ord("a") + 1)
    if match := _BULLET.match(text):
        return _Mark(match["bullet"], 0)
    return None


def _list_after(letter: Letter, offset: int) -> _Items | None:
    """The list that begins on the first line after an offset; None where it is not regular."""
    lines = [p for p in letter.lines if p.start >= offset and p.zone not in _ASIDE]
    first = _mark(lines[0].line.text) if lines else None
    if first is None or first.number > 1:
        return None
    groups: list[list[Placed]] = []
    for at, placed in enumerate(lines):
        mark = _mark(placed.line.text)
        same = mark is not None and mark.kind == first.kind
        deeper = placed.box.x0 > lines[0].box.x0 + _INDENT
        if _ALONE.fullmatch(placed.line.text):
            return None
        if same and not deeper and mark is not None:
            if mark.number and mark.number != len(groups) + 1:
                return None if mark.number > 1 else _made(groups)
            groups.append([placed])
        elif _ends_list(placed, groups[-1], marked=mark is not None):
            return None if _goes_on(lines[at:], first, len(groups) + 1) else _made(groups)
        else:
            groups[-1].append(placed)
    return _made(groups)


def _ends_list(placed: Placed, item: Sequence[Placed], *, marked: bool) -> bool:
    """A line without a mark in a block of its own, unless it goes on from the page before.

    Or one that begins further out than the item before it, which has come to its end.
    """
    before = item[-1]
    if placed.zone in _ENDS:
        return True
    out = placed.page is before.page and placed.box.x0 < item[0].box.x0 - _OUT
    if out and before.line.text.endswith(".") and placed.line.text[:1].isupper():
        return True
    goes_on = placed.page is not before.page and placed.line.text[:1].islower()
    goes_on = goes_on and not before.line.text.endswith(".")
    return placed.block is not before.block and not marked and not goes_on


def _goes_on(lines: Sequence[Placed], first: _Mark, following: int) -> bool:
    """Whether the list may go on after a paragraph: its next mark comes before another list."""
    for placed in lines:
        mark = _mark(placed.line.text)
        if mark is not None and mark.kind == first.kind and mark.number in (0, following):
            return True
        if mark is not None or placed.line.text.endswith(":") or placed.zone in _ENDS:
            return False
    return False


def _made(groups: Sequence[Sequence[Placed]]) -> _Items | None:
    pages = {placed.page.number: placed.page for group in groups for placed in group}.values()
    sure = all(page.text_from is TextFrom.text_layer and page.dpi is None for page in pages)
    return _Items(tuple(_Item(tuple(group)) for group in groups), sure) if groups else None


def _is_mismatch(found: _Items, expected: int) -> bool:
    """Whether another number follows for certain: none of the items can be two of them in one."""
    items = found.items
    if len(items) == expected or len(items) < 2:
        return False
    return len(items) > expected or (not _hides_one(items) and (found.sure or _is_closed(items)))


def _hides_one(items: Sequence[_Item]) -> bool:
    """A line that ends as an item does, inside an item or at the end of the last."""
    inside = [line.line.text for item in items for line in item.lines[:-1]]
    return any(text.endswith(";") for text in inside) or items[-1].end in (";", ",", ":")


def _is_closed(items: Sequence[_Item]) -> bool:
    """'…; …; ….': the marks of reading say where each item ends, and that the last is the last."""
    return all(item.end in (";", ",") for item in items[:-1]) and items[-1].end == "."
