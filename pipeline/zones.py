"""What each block of a page is, and where one letter ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.dutch.identifiers import find_phones
from pipeline.dutch.labels import label_of
from pipeline.dutch.vocabulary import page_number
from pipeline.page import Block, Line, Page, Zone

_SALUTATION = re.compile(
    r"(?:(?:hoog|zeer\s+)?geacht(?:e|\s+(?:college|bestuur|raad))\b|beste\s+\S|mijne?\s*heren\b|"
    r"mijnheer\b|(?:hoogedel|weledel)\w*\s+(?:heer|vrouwe)|excellentie|waarde\s+\S|dames\s+en\s+heren).{0,80}$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:hoogachtend|met\s+(?:de\s+meeste\s+)?hoogachting|(?:met\s+)?(?:\w+e\s+)?groet(?:en)?\b)"
    r".{0,40}$",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b")
_OWN_DETAILS = re.compile(
    r"retouradres|bezoekadres|postadres|www\.|@|\btel(?:efoon|\.)|\bfax|\biban\b|\bk\.?v\.?k\b|\bbtw\b",
    re.IGNORECASE,
)
_RETURN = re.compile(r"retour-?adres", re.IGNORECASE)
_TO = re.compile(
    r"(?:aan\b|t\.?\s?a\.?\s?v\.?|ter attentie van|de heer\b|mevrouw\b|het college|de minister|"
    r"burgemeester en wethouders|het bestuur|de directie|de raad)",
    re.IGNORECASE,
)
_END_OF_SIGNATURE = re.compile(r"(?:bijlagen?\b|c\.?c\.?\b|(?:een\s+)?afschrift|kopie aan)", re.I)
_PROSE = 7  # words on a line of running text
_ADDRESS_LINES = 8  # of an address window, at most

Numbered = tuple[int, Line]  # a line with the number of its block


def letters(pages: Sequence[Page]) -> list[tuple[Page, ...]]:
    """The pages of a file, letter by letter, each with its blocks named and numbered from 1."""
    groups: list[list[Page]] = []
    for page in pages:
        filled = any(before.blocks for before in groups[-1]) if groups else False
        if not groups or (filled and _begins_letter(page, groups[-1][-1])):
            groups.append([])
        groups[-1].append(page)
    return [_named(group) for group in groups]


def _named(pages: Sequence[Page]) -> tuple[Page, ...]:
    closed = False
    named = []
    for number, page in enumerate(pages, 1):
        page = replace(page, blocks=tuple(p for block in page.blocks for p in _parts(block)))
        blocks, closed = _zones(page, first=number == 1, closed=closed)
        named.append(replace(page, blocks=tuple(blocks), number=number))
    return tuple(named)


def _parts(block: Block) -> list[Block]:
    """A block cut where a salutation or a closing stands in it: they are blocks of their own."""
    if block.grid is not None:
        return [block]
    parts: list[list[Line]] = [[]]
    for line in block.lines:
        alone = _SALUTATION.match(line.text) or _CLOSING.match(line.text)
        if alone and parts[-1]:
            parts.append([])
        parts[-1].append(line)
        if alone:
            parts.append([])
    return [replace(block, lines=tuple(part)) for part in parts if part]


# --- where a letter begins


def _begins_letter(page: Page, before: Page) -> bool:
    """A page that opens like a letter; a page number other than 1 speaks against it."""
    number = _own_number(page)
    if number is not None and number > 1:
        return False
    opening = _salutation_at(page.blocks) is not None
    addressed = bool(_address_blocks(page.blocks, page))
    marks = (
        2 * opening
        + 2 * addressed
        + 2 * (number == 1)
        + any(_CLOSING.match(line.text) for line in _lines(before))
        + _has_date_label(page)
    )
    return marks >= 4


def _own_number(page: Page) -> int | None:
    """The page's own number as printed on it; after the label 'Pagina' it may stand below."""
    for block in page.blocks:
        found = page_number(" ".join(block.text.split())) if len(block.text) < 40 else None
        if found is not None:
            return found.number
    return None


def _has_date_label(page: Page) -> bool:
    labels = (label_of(line.text) for line in _lines(page))
    return any(label is not None and label.kind == "date" for label in labels)


def _lines(page: Page) -> list[Line]:
    return [line for block in page.blocks for line in block.lines]


# --- what a block is


def _zones(page: Page, *, first: bool, closed: bool) -> tuple[list[Block], bool]:
    """Each block with its zone, and whether the letter has been closed by the end of the page."""
    salutation = _salutation_at(page.blocks) if first else None
    head = _head_end(page.blocks, salutation) if first else _running_head_end(page)
    address = _address_blocks(page.blocks[:head], page) if first else set()
    named: list[Block] = []
    for number, block in enumerate(page.blocks):
        fixed = _fixed_zone(block, page)
        if fixed is not None:
            zone = fixed
        elif number < head:
            zone = _head_zone(block, number in address, first)
        elif number == salutation:
            zone = Zone.salutation
        elif _CLOSING.match(block.lines[0].text):
            zone, closed = Zone.closing, True
        elif closed and not _ends_signature(block):
            zone = Zone.signature
        else:
            zone = Zone.body
        named.append(replace(block, zone=zone))
    return named, closed


def _fixed_zone(block: Block, page: Page) -> Zone | None:
    """What a block is wherever in the letter it stands."""
    if block.zone is Zone.margin:
        return Zone.margin
    if block.grid is not None:
        return Zone.table
    text = " ".join(block.text.split())
    if len(text) < 40 and page_number(text) is not None:
        return Zone.page_number
    low = page.measured and block.box.top > 0.87 * page.height
    if low and (_OWN_DETAILS.search(text) or block.box.top > 0.93 * page.height):
        return Zone.footer
    return None


def _head_zone(block: Block, addressed: bool, first: bool) -> Zone:
    if addressed:
        return Zone.address
    labels = [label_of(line.text) for line in block.lines]
    if any(label is not None and label.kind == "subject" for label in labels):
        return Zone.subject if len(block.lines) < 4 else Zone.reference
    if any(label is not None for label in labels):
        return Zone.reference
    return Zone.letterhead


def _ends_signature(block: Block) -> bool:
    prose = sum(len(line.words) >= _PROSE for line in block.lines)
    return bool(_END_OF_SIGNATURE.match(block.text)) or prose >= 2


def _salutation_at(blocks: Sequence[Block]) -> int | None:
    for number, block in enumerate(blocks):
        if block.zone is not Zone.margin and _SALUTATION.match(block.lines[0].text):
            return number
    return None


def _head_end(blocks: Sequence[Block], salutation: int | None) -> int:
    """The number of the block at which the letter itself begins."""
    if salutation is not None:
        return salutation
    for number, block in enumerate(blocks):
        long = [line for line in block.lines if len(line.words) >= _PROSE]
        if block.zone is not Zone.margin and len(long) >= 2:
            return number
    return len(blocks)


def _running_head_end(page: Page) -> int:
    """On a later page: the blocks at its top that hold labels, or are short and near the edge."""
    end = 0
    for number, block in enumerate(page.blocks):
        label = label_of(block.lines[0].text)
        near_edge = page.measured and block.box.bottom < 0.09 * page.height
        if block.zone is Zone.margin or not (label is not None or near_edge):
            break
        end = number + 1
    return end


# --- the address window


def _address_blocks(blocks: Sequence[Block], page: Page) -> set[int]:
    """The numbers of the blocks that are the recipient's address: the likeliest of the head."""
    lines = [
        (number, line)
        for number, block in enumerate(blocks)
        if block.zone is not Zone.margin
        for line in block.lines
    ]
    candidates = [
        _upward(lines, at) for at, (_, line) in enumerate(lines) if _POSTCODE.search(line.text)
    ]
    candidates += [
        _downward(lines, at)
        for at, (_, line) in enumerate(lines)
        if re.match(r"aan\b", line.text, re.I)
    ]
    scored = [
        (_address_score([line for _, line in found], page) - _own_details(found, blocks), found)
        for found in candidates
    ]
    best = max(scored, key=lambda item: item[0], default=(0.0, []))
    return {number for number, _ in best[1]} if best[0] > 0 else set()


def _own_details(found: Sequence[Numbered], blocks: Sequence[Block]) -> float:
    """What speaks against a window: telephone, e-mail or bank with it, or the return address."""
    texts = {blocks[number].text for number, _ in found}
    reached = any(_OWN_DETAILS.search(text) or any(find_phones(text)) for text in texts)
    codes = {m.group() for _, line in found for m in _POSTCODE.finditer(line.text)}
    returned = any(_RETURN.search(b.text) and any(c in b.text for c in codes) for b in blocks)
    return 6.0 * (reached or returned)


def _upward(lines: Sequence[Numbered], at: int) -> list[Numbered]:
    """The lines of an address up from its postcode: flush left, close above each other."""
    found = [lines[at]]
    for number, line in reversed(lines[max(0, at - _ADDRESS_LINES) : at]):
        below = found[0][1]
        if not _stacked(line, below) or _stops_address(line):
            break
        if _TO.match(below.text) and below.box.top - line.box.bottom > 0.8 * below.box.height:
            break  # what stands apart above the one addressed is a letterhead
        found.insert(0, (number, line))
    return found


def _downward(lines: Sequence[Numbered], at: int) -> list[Numbered]:
    """The lines of an address down from 'Aan'."""
    found = [lines[at]]
    for number, line in lines[at + 1 : at + _ADDRESS_LINES]:
        if not _stacked(found[-1][1], line) or _stops_address(line):
            break
        found.append((number, line))
        if _POSTCODE.search(line.text):
            break
    return found


def _stacked(upper: Line, lower: Line) -> bool:
    gap = lower.box.top - upper.box.bottom
    height = max(upper.box.height, lower.box.height)
    return -0.5 * height < gap < 2.2 * height and abs(upper.box.x0 - lower.box.x0) < 2.5 * height


def _stops_address(line: Line) -> bool:
    label = label_of(line.text)
    labelled = label is not None and not _TO.match(line.text)
    return labelled or bool(_OWN_DETAILS.search(line.text)) or bool(_SALUTATION.match(line.text))


def _address_score(lines: Sequence[Line], page: Page) -> float:
    """How much a run of lines looks like the window of the one written to."""
    text = "\n".join(line.text for line in lines)
    to = sum(bool(_TO.match(line.text)) for line in lines)
    score = 2.0 * min(to, 2) + min(len(lines), 4) * 0.5
    score += 1.0 if _POSTCODE.search(text) else 0.0
    if page.measured:
        top, left = lines[0].box.top / page.height, lines[0].box.x0 / page.width
        score += 1.5 if 0.12 < top < 0.4 else -1.0
        score += 1.0 if left < 0.5 else 0.0
    return score if len(lines) > 1 else score - 2.0
