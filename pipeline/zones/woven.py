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
from pipeline.dutch.labels import label_of
from pipeline.page import Block, Line, Page

_STROKE = re.compile(r"[|/·•,;]")  # what parts a label from the value before it


def with_labels_apart(page: Page) -> Page:
    """The page with such labels in a block of their own after the other.

    Below the salutation only those of lines that begin with a label and part the next by a stroke.
    """
    blocks: list[Block] = []
    head = True
    for block in page.blocks:
        head = head and not any(is_salutation(line.text) for line in block.lines)
        may_part = block.grid is None and (head or _is_list(block.lines[0]))
        blocks.extend(_parted(block) if may_part else [block])
    return replace(page, blocks=tuple(blocks))


def _is_list(line: Line) -> bool:
    """'Kenmerk: 12/3 · Datum: 3 mei 2016', as the foot of a page has it."""
    label, starts = label_of(line.text), labels_within(line.text)
    begun = label is not None and label.colon and bool(starts)
    return begun and all(line.text[:at].rstrip()[-1] in "|·•" for at in starts)


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
