"""Two who sign beside each other, in a text that lost the white between them.

'De Secretaris, De Burgemeester,' over 'H.G. Bos G.B. Best' is two offices over two names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.dutch.misread import mended
from pipeline.dutch.names import find_persons
from pipeline.page import Block, Line, Page, Zone

_OFFICE = (
    r"(?i:(?:de\s+|het\s+)?(?:(?:loco|vice|wnd\.?|plv\.?)[- ]?)?"
    r"(?:\w*secretaris|\w*burgemeester|\w*voorzitter|\w*directeur|griffier|dijkgraaf|"
    r"penningmeester|wethouder|commissaris)\b)"
)
_TWO_OFFICES = re.compile(
    rf"(?P<one>{_OFFICE}(?:\s+(?!{_OFFICE}|en\b|van\b|der?\b)[a-z]\w+){{0,2}},?)\s+"
    rf"(?P<two>{_OFFICE}.*)$"
)


def with_pairs_apart(page: Page) -> Page:
    """The page with the lines of its signature parted where each holds two names or two offices."""
    if page.measured:
        return page
    signed = {Zone.closing, Zone.signature}
    blocks = [_parted(block) if block.zone in signed else block for block in page.blocks]
    return replace(page, blocks=tuple(blocks))


def _parted(block: Block) -> Block:
    lines = [part for line in block.lines for part in _halves(line)]
    return replace(block, lines=tuple(lines))


def _halves(line: Line) -> Sequence[Line]:
    at = _second_name(line.text) or _second_office(line.text)
    if not at:
        return [line]
    words = len(line.text[:at].split())
    return [replace(line, words=part) for part in (line.words[:words], line.words[words:]) if part]


def _second_name(text: str) -> int:
    """Where the second of two names begins that are all there is on a line; else 0."""
    found = list(find_persons(text))
    if len(found) != 2 or found[0].start:
        return 0
    between, after = text[found[0].end : found[1].start], text[found[1].end :]
    return 0 if between.strip(" ,") or after.strip(" ,") else found[1].start


def _second_office(text: str) -> int:
    match = _TWO_OFFICES.match(mended(text))
    return match.start("two") if match is not None else 0
