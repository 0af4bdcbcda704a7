"""How well pages were read: with their reading order, and whatever it is.

Without order: `tests.score.text.errors`. In the order drawn: the page's text in the truth's order
(the lines as they were set, cells of a table's row one after the other) against the text as the
contestant gave it, Levenshtein distance over the whole page, by characters and by words. With
order: the same, but the truth's blocks (`tests.corpus.truth`: running text, the column beside it, a
letterhead, a page number) stand where the contestant has them, since nobody can say whether a
column is to be read before the text that it stands beside or after it; a block that is torn, or
broken into by another, counts as error. If the order drawn is nearer, that one is taken. The same
preparation in all: Unicode NFC, white space collapsed, covered places, the codes in them and the
hyphen of a word cut at the end of a line left out. Rates are sums over pages.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from itertools import zip_longest

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from tests.benchmarks.pages import Truth
from tests.score.text import Errors, errors, pieces

TAKEN = "\0"  # for each character of the reading that belongs to a block


@dataclasses.dataclass(frozen=True, slots=True)
class Read:
    """The errors on each page of a file, in three ways of counting."""

    ordered: tuple[Errors, ...] = ()
    drawn: tuple[Errors, ...] = ()
    free: tuple[Errors, ...] = ()


def scored(truths: Sequence[Truth], read: Sequence[str]) -> Read:
    """The errors of each page; a page not read counts whole."""
    pages = []
    for truth, text in zip_longest(truths, read):
        known, said = truth or Truth(""), text or ""
        bare = uncoded(said, known.codes)
        free = errors(known.text, said, known.codes)
        pages.append((in_blocks(known.text, bare), in_order(known.text, bare), free))
    return Read(*map(tuple, zip(*pages, strict=True)))


def in_order(truth: str, read: str) -> Errors:
    """The errors of one page where the order counts."""
    one, other = (" ".join(pieces(text)) for text in (truth, read))
    words = one.split()
    return Errors(
        Levenshtein.distance(one, other),
        len(one),
        Levenshtein.distance(words, other.split()),
        len(words),
    )


def in_blocks(truth: str, read: str) -> Errors:
    """The errors of one page where the order counts within the truth's blocks."""
    moved = "\n".join(_as_read(truth.split("\n\n"), " ".join(pieces(read))))
    ways = (in_order(text, read) for text in (truth, moved))
    return min(ways, key=lambda errors: errors.characters)


def _as_read(blocks: Sequence[str], read: str) -> list[str]:
    """The blocks in the order in which they stand in the reading, found the longest first."""
    found: list[tuple[int, str]] = []
    for block in sorted(blocks, key=len, reverse=True):
        at = fuzz.partial_ratio_alignment(" ".join(pieces(block)), read)
        start, end = (at.dest_start, at.dest_end) if at else (len(read), len(read))
        found.append((start, block))
        read = read[:start] + TAKEN * (end - start) + read[end:]
    return [block for _, block in sorted(found, key=lambda pair: pair[0])]


def uncoded(read: str, codes: Sequence[str]) -> str:
    """What was read without the codes of covered places, each taken out once, as in `errors`."""
    for code in sorted(codes, key=len, reverse=True):
        spread = r"\s*".join(map(re.escape, "".join(code.split())))
        read = re.sub(spread, " ", read, count=1)
    return read
