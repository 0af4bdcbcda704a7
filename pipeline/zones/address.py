"""Where the address of the one written to stands: the likeliest run of lines in the head."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.dutch.dates import find_dates
from pipeline.dutch.formulas import is_country, is_dispatched, is_salutation
from pipeline.dutch.identifiers import find_phones
from pipeline.dutch.label_rows import label_row
from pipeline.dutch.labels import label_of
from pipeline.page import LEADING, Block, Line, Page, Zone

POSTCODE = re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b")
OWN_DETAILS = re.compile(
    r"retouradres|bezoekadres|postadres|www\.|@|\btel(?:efoon|\.)|\bfax|\biban\b|\bk\.?v\.?k\b|\bbtw\b",
    re.IGNORECASE,
)
_RETURN = re.compile(r"retour-?adres", re.IGNORECASE)
_TO_LABEL = r"(?:aan|bestemd\s+voor)"
_TO = re.compile(
    rf"(?:{_TO_LABEL}\b|t\.?\s?a\.?\s?v\.?|ter attentie van|de heer\b|mevrouw\b|"
    r"het college|de minister|burgemeester en wethouders|het bestuur|de directie|de raad)",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    rf"(?:{_TO_LABEL}\b|t\.?\s?a\.?\s?v\.|het\s+(?:gemeentebestuur|college|bestuur|dagelijks\s+bestuur)|"
    r"(?:de\s+)?(?:heer|mevrouw|directie|raad)\b|(?:de\s+)?heren\b|burgemeester\s+en\s+wethouders|"
    r"gedeputeerde\s+staten|(?:de\s+)?(?:minister|staatssecretaris)\s+van)",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:de\s+heer|mevrouw|mw\.|dhr\.)\s", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(?:zeer\s+|hoog)?geachte\s+(?:colleges|besturen|raden|heren|dames|leden|directies|partijen)\b",
    re.IGNORECASE,
)
_ON_ONE_LINE = re.compile(r"\d[\w ]{0,6}[,;|·•–-]?\s+[1-9]\d{3}\s?[A-Z]{2}\b")  # a letterhead's
_AAN = re.compile(rf"{_TO_LABEL}\b", re.IGNORECASE)
_FROM = re.compile(r"(?:van|afzender)\s*(?::|$)", re.IGNORECASE)
_FROM_ALONE = re.compile(r"(?:van|afzender)\s*:?$", re.IGNORECASE)
_ATTENTION = re.compile(r"(?:t\.?\s?a\.?\s?v\b|ter attentie van)", re.IGNORECASE)
_LABELLED = re.compile(rf"{_TO_LABEL}\s*(?::|$)", re.IGNORECASE)
_AAN_ALONE = re.compile(rf"{_TO_LABEL}\s*:?$", re.IGNORECASE)
_OPENER = re.compile(r"(?:aan|t\.?a\.?v\.?):?", re.IGNORECASE)
_LESS = 3.5  # of the score of a window for another beside it
_LONGEST = 8  # lines of an address window, at most

Numbered = tuple[int, Line]  # a line with the number of its block


def address_lines(blocks: Sequence[Block], page: Page) -> set[int]:
    """The ids of the lines that are the recipient's address; empty where there is none."""
    lines = [
        (number, line)
        for number, block in enumerate(blocks)
        if block.zone is not Zone.margin
        for line in block.lines
    ]
    lines = _without_other_values(lines)
    scored = [
        (_score([line for _, line in found], page) - _own_details(found, blocks), found)
        for found in _candidates(lines)
    ]
    # Of two alike the upper is the sender's; of two beside each other the left is the first.
    scored.sort(key=lambda item: (item[1][0][1].box.top, -item[1][0][1].box.x0))
    best = max(reversed(scored), key=lambda item: item[0], default=(0.0, []))
    if best[0] <= 0:
        return set()
    greeted = any(_SEVERAL.match(line.text) for block in page.blocks for line in block.lines)
    second = {
        id(line)
        for score, found in scored
        if score > best[0] - _LESS and _is_second(found, best[1])
        if greeted or _is_addressed(found)
        for _, line in found
    }
    return _grown(best[1], lines) | second


def _without_other_values(lines: Sequence[Numbered]) -> list[Numbered]:
    """The lines but for those beside the other labels of a column that has 'Aan' among them.

    On a memorandum 'Van', 'Datum' and 'Portefeuillehouder' stand under 'Aan', each with its value.
    """
    columns = [line.box.x0 for _, line in lines if _AAN_ALONE.match(line.text)]
    labels = [
        line
        for _, line in lines
        if _FROM_ALONE.match(line.text)
        or (
            any(abs(line.box.x0 - x0) < line.box.height for x0 in columns)
            and label_of(line.text) is not None
            and not _AAN_ALONE.match(line.text)
        )
    ]
    return [
        (number, line)
        for number, line in lines
        if not any(
            line.box.x0 > label.box.x1 and line.box.side_by_side(label.box) > 0.5
            for label in labels
        )
    ]


def _is_addressed(found: Sequence[Numbered]) -> bool:
    """Whether a run says that somebody is written to, and has a postcode: it is no letterhead."""
    opened = any(_ADDRESSED.match(line.text) for _, line in found)
    return opened and POSTCODE.search(found[-1][1].text) is not None


def _is_second(found: Sequence[Numbered], best: Sequence[Numbered]) -> bool:
    """Whether a run is a window beside another, on the same height."""
    apart = not {id(line) for _, line in found} & {id(line) for _, line in best}
    upper, other = found[0][1].box, best[0][1].box
    return apart and abs(upper.top - other.top) < upper.height and len(found) > 2


def _grown(found: Sequence[Numbered], lines: Sequence[Numbered]) -> set[int]:
    """The run with what stands over it in its block, but for another's address or labels."""
    chosen = {id(line) for _, line in found}
    first = next(at for at, (_, line) in enumerate(lines) if id(line) in chosen)
    for number, line in reversed(lines[:first]):
        if _AAN.match(lines[first][1].text):
            break
        if number != lines[first][0] or _stops(line) or POSTCODE.search(line.text):
            break
        chosen.add(id(line))
    return chosen


def cut_out(blocks: Sequence[Block], chosen: set[int]) -> list[Block]:
    """The blocks, cut where chosen lines and others stand in one."""
    cut: list[Block] = []
    for block in blocks:
        parts: list[list[Line]] = []
        for line in block.lines:
            if not parts or (id(line) in chosen) != (id(parts[-1][-1]) in chosen):
                parts.append([])
            parts[-1].append(line)
        whole = len(parts) < 2 or block.grid is not None
        cut += [block] if whole else [replace(block, lines=tuple(part)) for part in parts]
    return cut


def _candidates(lines: Sequence[Numbered]) -> list[list[Numbered]]:
    """Runs up from a postcode or a country, and down from 'Aan' or who is written to."""
    last = [
        at
        for at, (_, line) in enumerate(lines)
        if POSTCODE.search(line.text) or is_country(line.text)
    ]
    opened = [at for at, (_, line) in enumerate(lines) if _ADDRESSED.match(line.text)]
    labelled = [at for at, (_, line) in enumerate(lines) if _AAN_ALONE.match(line.text)]
    return [
        *(_upward(lines, at) for at in last),
        *(_downward(lines, at) for at in opened),
        *(_beside_label(lines, at) for at in labelled),
    ]


def _own_details(found: Sequence[Numbered], blocks: Sequence[Block]) -> float:
    """What speaks against a window: telephone, e-mail or bank with it, or the return address."""
    texts = {
        "\n".join(
            line.text
            for line in blocks[number].lines
            if not (is_dispatched(line.text) or _RETURN.match(line.text))
        )
        for number, _ in found
    }
    if _LABELLED.match(found[0][1].text):  # on a fax the labels go on: telephone, sender
        texts = {line.text for _, line in found}
    reached = any(OWN_DETAILS.search(text) or any(find_phones(text)) for text in texts)
    whole = [line for _, line in found] + _straight_below(found[-1][1], blocks)
    codes = {m.group() for line in whole for m in POSTCODE.finditer(line.text)}
    own = set(map(id, whole))
    rest = ("\n".join(x.text for x in b.lines if id(x) not in own) for b in blocks)
    returned = any(_RETURN.search(text) and any(c in text for c in codes) for text in rest)
    return 6.0 * (reached or returned)


def _straight_below(last: Line, blocks: Sequence[Block]) -> list[Line]:
    """What goes on under the last line of a run: the P.O. box under a visiting address."""
    below: list[Line] = []
    for line in sorted((x for b in blocks for x in b.lines), key=lambda x: x.box.top):
        box = (below or [last])[-1].box
        flush = abs(line.box.x0 - box.x0) < box.height
        if flush and 0 <= line.box.top - box.bottom + 0.5 * box.height < 3 * box.height:
            below.append(line)
    return below


def _upward(lines: Sequence[Numbered], at: int) -> list[Numbered]:
    """The lines of an address up from its last: flush left, close above each other.

    A second postcode above is another's: the return address over a window.
    """
    found = [lines[at]]
    for number, line in _in_column(lines[at][1], reversed(lines[:at])):
        below = found[0][1]
        if not _stacked(line, below) or _stops(line) or POSTCODE.search(line.text):
            break
        if _AAN.match(below.text):
            break
        apart = below.box.top - line.box.bottom > _widest(found) + 0.8 * below.box.height
        opens = _TO.match(below.text) is not None or len(found) > 2
        goes_on = _ATTENTION.match(below.text) or _is_split(line, below, lines)
        if apart and opens and not goes_on:
            break  # what stands apart above the one addressed is a letterhead
        found.insert(0, (number, line))
    return found


def _is_split(line: Line, below: Line, lines: Sequence[Numbered]) -> bool:
    """In a text, an empty line within an address comes of what stood beside it on the page.

    The first lines of the page are a letterhead all the same.
    """
    measured = line.number != round(line.box.top / LEADING) + 1
    first = sorted(other.number for _, other in lines)[:2]
    flush = abs(line.box.x0 - below.box.x0) < 1 and line.number == below.number - 2
    return (
        not measured
        and flush
        and line.number not in first
        and _PERSON.match(below.text) is not None
    )


def _in_column(first: Line, others: Iterable[Numbered]) -> list[Numbered]:
    """The nearest lines, but for those that stand beside the first line's column."""
    box = first.box
    reach = _LONGEST * 2.5 * box.height
    return [
        (number, line)
        for number, line in others
        if line.box.x0 < box.x1 + 2 * box.height
        and line.box.x1 > box.x0
        and abs(line.box.top - box.top) < reach
    ][:_LONGEST]


def _widest(found: Sequence[Numbered]) -> float:
    """The widest white between two lines of a run, in points."""
    gaps = [lower.box.top - upper.box.bottom for (_, upper), (_, lower) in pairwise(found)]
    return max(gaps, default=0.0)


def _downward(lines: Sequence[Numbered], at: int) -> list[Numbered]:
    """The lines of an address down from 'Aan'."""
    found = [lines[at]]
    for number, line in _in_column(lines[at][1], lines[at + 1 :]):
        if not _stacked(found[-1][1], line) or _stops(line) or _AAN.match(line.text):
            break
        found.append((number, line))
        if POSTCODE.search(line.text):
            break
    return found


def _beside_label(lines: Sequence[Numbered], at: int) -> list[Numbered]:
    """'Aan' alone with what stands beside it, down to the height of the next label."""
    label = lines[at][1]
    beside = [
        other
        for other in lines
        if other[1].box.x0 > label.box.x1 and other[1].box.side_by_side(label.box) > 0.5
    ]
    first = min(beside, key=lambda other: other[1].box.x0, default=None)
    if first is None or _stops(first[1]):
        return [lines[at]]
    below = [line for _, line in lines if line.box.top > label.box.bottom - 1 and _stops(line)]
    end = min((line.box.top for line in below), default=label.box.bottom)
    found = [lines[at], first]
    column = {id(line) for _, line in _in_column(first[1], lines)}
    for number, line in lines:
        lower = line.box.top > found[-1][1].box.top and line.box.top < end - 1
        under = id(line) in column and _stacked(found[-1][1], line)
        if lower and line is not label and (under or _ATTENTION.match(line.text)):
            found.append((number, line))
    return found


def _stacked(upper: Line, lower: Line) -> bool:
    gap = lower.box.top - upper.box.bottom
    height = max(upper.box.height, lower.box.height)
    flush = any(abs(a - b) < 2.5 * height for a in _edges(upper) for b in _edges(lower))
    return -0.5 * height < gap < 2.2 * height and flush


def _edges(line: Line) -> list[float]:
    """Where a line begins; after 'Aan:' it begins a second time."""
    opened = len(line.words) > 1 and _OPENER.fullmatch(line.words[0].text)
    return [line.box.x0, line.words[1].box.x0] if opened else [line.box.x0]


def _stops(line: Line) -> bool:
    label = label_of(line.text)
    labelled = (label is not None and not _TO.match(line.text)) or bool(label_row(line.text))
    other = OWN_DETAILS.search(line.text) or _FROM.match(line.text)
    dated = any(True for _ in find_dates(line.text))
    return labelled or bool(other) or dated or is_salutation(line.text)


def _score(lines: Sequence[Line], page: Page) -> float:
    """How much a run of lines looks like the window of the one written to."""
    text = "\n".join(line.text for line in lines)
    to = sum(bool(_TO.match(line.text)) for line in lines)
    score = 2.0 * min(to, 2) + min(len(lines), 4) * 0.5
    score -= 1.5 * any(_ON_ONE_LINE.search(line.text) for line in lines)
    score += 1.0 if POSTCODE.search(text) or is_country(lines[-1].text) else 0.0
    if page.measured:
        top, left = lines[0].box.top / page.height, lines[0].box.x0 / page.width
        score += 1.5 if 0.12 < top < 0.4 else -1.0
        score += 1.0 if left < 0.5 else 0.0
    elif lines[0].number == min(line.number for block in page.blocks for line in block.lines):
        score -= 1.0  # a text begins with its letterhead
    return score if len(lines) > 1 else score - 2.0
