"""Labels that stand beside something else, in a text that lost the white between its columns.

'Gemeente Assen Ons kenmerk: 12/3' is a line of the address and a label with its value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.dutch.formulas import is_salutation
from pipeline.dutch.label_rows import labels_within
from pipeline.page import Block, Line, Page

_STROKE = re.compile(r"[|/·•,;]")  # what parts a label from the value before it


def with_labels_apart(page: Page) -> Page:
    """The page with such labels, above the salutation, in a block of their own after the other."""
    blocks: list[Block] = []
    head = True
    for block in page.blocks:
        head = head and not any(is_salutation(line.text) for line in block.lines)
        blocks.extend(_parted(block) if head and block.grid is None else [block])
    return replace(page, blocks=tuple(blocks))


def _parted(block: Block) -> list[Block]:
    own: list[Line] = []
    aside: list[Line] = []
    for line in block.lines:
        first, *others = _parts(line)
        own.append(first)
        aside.extend(others)
    parts = [own, aside] if aside else [own]
    return [replace(block, lines=tuple(lines)) for lines in parts]


def _parts(line: Line) -> Sequence[Line]:
    starts = labels_within(line.text)
    if not starts:
        return [line]
    words = [0, *(len(line.text[:at].split()) for at in starts), len(line.words)]
    parts = [list(line.words[first:last]) for first, last in pairwise(words)]
    for part in parts:
        while len(part) > 1 and _STROKE.fullmatch(part[-1].text):
            part.pop()
    return [replace(line, words=tuple(part)) for part in parts]
