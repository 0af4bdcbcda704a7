"""What each block of a page is, and where one letter ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.dutch.formulas import is_closing, is_quoted, is_salutation, is_signing
from pipeline.dutch.label_rows import label_row
from pipeline.dutch.labels import label_of
from pipeline.dutch.vocabulary import page_number
from pipeline.page import Block, Line, Page, Zone
from pipeline.zones.address import OWN_DETAILS, POSTCODE, address_lines, cut_out
from pipeline.zones.details import rows_of_details, with_details_apart
from pipeline.zones.ending import AFTER_SIGNATURE, with_signature
from pipeline.zones.pairs import with_pairs_apart
from pipeline.zones.woven import with_labels_apart

_LABELLED = re.compile(r"[\w.'’()-]+(?:\s[\w.'’()-]+){0,2}\s*:\s")  # 'T.a.v.: ...'
_OF_ONE = {Zone.salutation, Zone.closing, Zone.signature}  # what a letter has once
_WORDED = re.compile(r"(?:\b[a-zà-ÿ]+[\s,]+){4}")  # words in small letters in a row
_PROSE = 7  # words on a line of running text


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
    named: list[Page] = []
    for number, page in enumerate(pages, 1):
        page = with_labels_apart(page) if number == 1 else page
        page = replace(page, blocks=tuple(p for block in page.blocks for p in _parts(block)))
        blocks, closed = _zones(page, first=number == 1, closed=closed)
        named.append(replace(page, blocks=tuple(blocks), number=number))
        closed = closed and not any(block.zone is Zone.signature for block in blocks)
    return tuple(with_pairs_apart(page) for page in with_signature(_without_quoted(named)))


def _without_quoted(pages: Sequence[Page]) -> list[Page]:
    """The pages of an e-mail, the older one under it all text: its signature is another's."""
    own, closed = True, False
    named = []
    for page in pages:
        blocks = []
        for block in page.blocks:
            closed = closed or block.zone is Zone.closing
            own = own and not (closed and _opens_quoted(block))
            zone = Zone.body if not own and block.zone in _OF_ONE else block.zone
            blocks.append(replace(block, zone=zone))
        named.append(replace(page, blocks=tuple(blocks)))
    return named


def _opens_quoted(block: Block) -> bool:
    label = label_of(block.lines[0].text)
    return is_quoted(block.lines[0].text) or (
        label is not None and label.kind == "from" and label.colon and len(block.lines) > 2
    )


def _parts(block: Block) -> list[Block]:
    """A block cut where a salutation or a closing stands in it: they are blocks of their own.

    A line that signs for a body begins one, where a sentence ends above it.
    """
    if block.grid is not None:
        return [block]
    parts: list[list[Line]] = [[]]
    for line in block.lines:
        alone = is_salutation(line.text) or is_closing(line.text)
        if parts[-1] and (alone or is_quoted(line.text) or _signs_after(parts[-1][-1], line)):
            parts.append([])
        parts[-1].append(line)
        if alone:
            parts.append([])
    return [replace(block, lines=tuple(part)) for part in parts if part]


def _signs_after(above: Line, line: Line) -> bool:
    ended = above.text.endswith((".", "!", "?"))
    return ended and line.text.endswith(",") and len(line.words) < 9 and is_signing(line.text)


# --- where a letter begins


def _begins_letter(page: Page, before: Page) -> bool:
    """A page that opens like a letter; a page number other than 1 speaks against it."""
    number = _own_number(page)
    if number is not None and number > 1:
        return False
    opening = _salutation_at(page.blocks) is not None
    addressed = bool(address_lines(page.blocks, page))
    marks = (
        2 * opening
        + 2 * addressed
        + 2 * (number == 1)
        + any(is_closing(line.text) for line in _lines(before))
        + _has_date_label(page)
    )
    return marks >= 4


def _own_number(page: Page) -> int | None:
    """The page's own number as printed on it; after the label 'Pagina' it may stand below."""
    for block in page.blocks:
        texts = [block.text] if len(block.text) < 40 else []
        texts += [f"{at.text} {after.text}" for at, after in pairwise(block.lines) if _paged(at)]
        found = next(filter(None, (page_number(" ".join(text.split())) for text in texts)), None)
        if found is not None:
            return found.number
    return None


def _paged(line: Line) -> bool:
    label = label_of(line.text)
    return label is not None and label.kind == "page" and not label.value


def _has_date_label(page: Page) -> bool:
    labels = (label_of(line.text) for line in _lines(page))
    return any(label is not None and label.kind == "date" for label in labels)


def _lines(page: Page) -> list[Line]:
    return [line for block in page.blocks for line in block.lines]


# --- what a block is


def _zones(page: Page, *, first: bool, closed: bool) -> tuple[list[Block], bool]:
    """Each block with its zone, and whether the letter has been closed by the end of the page."""
    salutation = _salutation_at(page.blocks) if first else None
    end = _head_end(page.blocks, salutation) if first else _running_head_end(page)
    address = address_lines(page.blocks[:end], page) if first else set()
    head = cut_out(page.blocks[:end], address)
    named = [
        replace(block, zone=_fixed_zone(block, page) or _head_zone(block, address))
        for block in head
    ]
    for number, details, block in _apart(page.blocks[end:], end):
        fixed = _fixed_zone(block, page)
        if fixed is not None:
            zone = fixed
        elif details:
            zone = Zone.footer
        elif number == salutation:
            zone = Zone.salutation
        elif is_closing(block.lines[0].text):
            zone, closed = Zone.closing, True
        elif closed and not _ends_signature(block):
            zone = Zone.signature
        else:
            zone = Zone.body
        named.append(replace(block, zone=zone))
    return _with_whole_footer(named), closed


def _apart(blocks: Sequence[Block], first: int) -> Iterator[tuple[int, bool, Block]]:
    """The blocks below the head with their numbers, and whether each is the sender's details."""
    rows = rows_of_details(blocks)
    for number, block in enumerate(blocks, first):
        for details, part in with_details_apart(block):
            yield number, details or part.lines[0].number in rows, part


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
    own = OWN_DETAILS.search(text) or POSTCODE.search(text)
    if low and (own or block.box.top > 0.93 * page.height):
        return Zone.footer
    return None


def _with_whole_footer(blocks: list[Block]) -> list[Block]:
    """What stands beside the sender's details at the foot of the page is theirs too."""
    feet = [block.box for block in blocks if block.zone is Zone.footer]
    open_to = {Zone.body, Zone.signature}
    return [
        replace(block, zone=Zone.footer)
        if block.zone in open_to and any(foot.side_by_side(block.box) > 0.5 for foot in feet)
        else block
        for block in blocks
    ]


def _head_zone(block: Block, address: set[int]) -> Zone:
    if id(block.lines[0]) in address:
        return Zone.address
    labels = [label_of(line.text) for line in block.lines]
    if any(label is not None and label.kind == "subject" for label in labels):
        return Zone.subject if len(block.lines) < 4 else Zone.reference
    if any(
        label is not None or label_row(line.text)
        for label, line in zip(labels, block.lines, strict=True)
    ):
        return Zone.reference
    return Zone.letterhead


def _ends_signature(block: Block) -> bool:
    prose = sum(
        sum(word.text.isalpha() for word in line.words) >= _PROSE - 1 for line in block.lines
    )
    return bool(AFTER_SIGNATURE.match(block.text)) or prose >= 2


def _salutation_at(blocks: Sequence[Block]) -> int | None:
    for number, block in enumerate(blocks):
        if block.zone is not Zone.margin and is_salutation(block.lines[0].text):
            return number
    return None


def _head_end(blocks: Sequence[Block], salutation: int | None) -> int:
    """The number of the block at which the letter itself begins."""
    if salutation is not None:
        return salutation
    for number, block in enumerate(blocks):
        begun = _is_running(block) or block.grid is not None or is_closing(block.lines[0].text)
        if block.zone is not Zone.margin and begun:
            return number
    return len(blocks)


def _is_running(block: Block) -> bool:
    """Two long lines, or one that goes on to the end of its sentence."""
    long = sum(_is_prose(line) for line in block.lines)
    ended = block.lines[-1].text.endswith(".") and _is_prose(block.lines[0])
    return long >= 2 or (ended and _WORDED.search(block.text) is not None)


def _is_prose(line: Line) -> bool:
    """A long line with no label: 'T.a.v.: de heer ir. R. van den Hoven' is none of running text."""
    labelled = _LABELLED.match(line.text) or label_of(line.text) is not None
    return len(line.words) >= _PROSE and not labelled


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
