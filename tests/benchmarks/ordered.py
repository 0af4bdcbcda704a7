"""How well pages were read: with their reading order, and whatever it is.

Without order: `tests.score.text.errors`. With order: the page's text in the truth's order (the
lines as they are read, cells of a table's row one after the other) against the text as the
contestant gave it, Levenshtein distance over the whole page, by characters and by words. The same
preparation in both: Unicode NFC, white space collapsed, covered places, the codes in them and the
hyphen of a word cut at the end of a line left out. Rates are sums over pages.

An order other than the truth's that a person would find as good counts as error here, for every
contestant alike: that is why both are shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from rapidfuzz.distance import Levenshtein

from tests.benchmarks.pages import Truth
from tests.score.text import Errors, errors, pieces


def scored(truths: Sequence[Truth], read: Sequence[str]) -> tuple[list[Errors], list[Errors]]:
    """The errors of each page with reading order and without; a page not read counts whole."""
    with_order, without = [], []
    for truth, text in zip_longest(truths, read):
        known, said = truth or Truth(""), text or ""
        with_order.append(in_order(known.text, uncoded(said, known.codes)))
        without.append(errors(known.text, said, known.codes))
    return with_order, without


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


def uncoded(read: str, codes: Sequence[str]) -> str:
    """What was read without the codes of covered places, each taken out once, as in `errors`."""
    for code in sorted(codes, key=len, reverse=True):
        spread = r"\s*".join(map(re.escape, "".join(code.split())))
        read = re.sub(spread, " ", read, count=1)
    return read
