"""Where a letter without 'Hoogachtend' is signed: short lines after its last sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.dutch.formulas import is_signing
from pipeline.dutch.labels import LabelKind, label_of
from pipeline.dutch.names import find_persons
from pipeline.page import Block, Line, Page, Zone

AFTER_SIGNATURE = re.compile(
    r"(?:bijlagen?\b|bijl\.|c\.?c\.?\b|(?:een\s+)?afschrift|kopie aan)", re.IGNORECASE
)
_SIGNED_SO = re.compile(r"^\W*(?:w\.?\s?g\.?|get\.|was\s+getekend)\W*", re.IGNORECASE)  # '(w.g.)'
_NOTE = re.compile(  # 'Bij beantwoording datum en nummer vermelden' at the foot
    r"(?:gelieve|verzoeke|wilt\s+u|s\.?v\.?p\.?)?\s*(?:bij|in)\s+(?:uw\s+)?(?:be)?antwoord",
    re.IGNORECASE,
)
_FOR_ANOTHER = re.compile(r"(?:namens|voor)\s+(?:dezen?|hen)\W*$", re.IGNORECASE)
_BESIDE = {Zone.footer, Zone.page_number, Zone.margin, Zone.stamp}
_SIGNING: set[LabelKind] = {"from", "to", "date"}  # their words stand in signatures too
_SENTENCE = re.compile(r"(?:\S+\s+){3,}\S+[.?!;:]$")
_LONGEST = 9  # words on a line of a signature
_MOST = 6  # lines of a block of one


def with_signature(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages of a letter, its signature named where no closing announced it."""
    if any(block.zone is Zone.closing for page in pages for block in page.blocks):
        return tuple(pages)
    for page in pages:
        start = _signing(page.blocks)
        if start is None and page is pages[-1]:
            start = _named(page.blocks)
        tail = _tail(page.blocks)
        signed = [n for n in tail if n >= start] if start is not None else _amid(page.blocks)
        if signed:
            return tuple(_signed(page, signed) if other is page else other for other in pages)
    return tuple(pages)


def _signed(page: Page, signed: Sequence[int]) -> Page:
    blocks = [
        replace(block, zone=Zone.signature) if number in signed else block
        for number, block in enumerate(page.blocks)
    ]
    return replace(page, blocks=tuple(blocks))


def _amid(blocks: Sequence[Block]) -> list[int]:
    """The blocks from an office that signs to a name, where text follows: how to object.

    The last that are so; without the comma after the office they may be of a list.
    """
    for number in reversed(range(len(blocks))):
        first = blocks[number].lines[0].text
        if first.rstrip().endswith(",") and is_signing(first):
            run = _short_run(blocks, number)
            named = [at for at in run if _holds_name(blocks[at])]
            if named:
                return run[: run.index(named[0]) + 1]
    return []


def _short_run(blocks: Sequence[Block], first: int) -> list[int]:
    """The numbers of the blocks of short lines that follow each other from one on."""
    run: list[int] = []
    for number in range(first, len(blocks)):
        block = blocks[number]
        if block.zone in _BESIDE:
            continue
        if block.zone is not Zone.body or not _is_short(block):
            break
        run.append(number)
    return run


def _signing(blocks: Sequence[Block]) -> int | None:
    """The first block of the tail that opens as a body or an office that signs does."""
    return next((n for n in _tail(blocks) if _opens_signature(blocks[n])), None)


def _opens_signature(block: Block) -> bool:
    signed_for = any(_FOR_ANOTHER.match(line.text) for line in block.lines)
    return signed_for or is_signing(block.lines[0].text)


def _named(blocks: Sequence[Block]) -> int | None:
    """The first block of the tail in which a person's name opens a line."""
    return next((n for n in _tail(blocks) if _holds_name(blocks[n])), None)


def _holds_name(block: Block) -> bool:
    texts = (_SIGNED_SO.sub("", line.text) for line in block.lines)
    persons = (next(find_persons(text), None) for text in texts)
    return any(person is not None and person.start < 6 for person in persons)


def _tail(blocks: Sequence[Block]) -> list[int]:
    """The numbers of the blocks with short lines at the end of the running text."""
    tail: list[int] = []
    for number in reversed(range(len(blocks))):
        block = blocks[number]
        if block.zone in _BESIDE or AFTER_SIGNATURE.match(block.text) or _is_foot(block):
            continue
        if block.zone is not Zone.body or not _is_short(block):
            break
        tail.insert(0, number)
    above = blocks[: tail[0]] if tail else []
    return tail if any(block.zone is Zone.body for block in above) else []


def _is_foot(block: Block) -> bool:
    """References under a signature, with a word to those who answer: 'Nr. 84/2102', 'Bijl. 1'."""
    labels = [label_of(line.text) for line in block.lines]
    return all(
        _NOTE.match(line.text) or (label is not None and label.kind not in _SIGNING)
        for line, label in zip(block.lines, labels, strict=True)
    )


def _is_short(block: Block) -> bool:
    return len(block.lines) <= _MOST and all(
        len(line.words) <= _LONGEST and (not _SENTENCE.match(line.text) or _opens_with_name(line))
        for line in block.lines
    )


def _opens_with_name(line: Line) -> bool:
    """'M.J. van den Berg, voorzitter.' is no sentence."""
    person = next(find_persons(line.text), None)
    return person is not None and not person.start and line.text[person.end :].lstrip()[:1] == ","
