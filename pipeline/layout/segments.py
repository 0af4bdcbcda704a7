"""Words become segments: runs on one baseline with no wide gap.

Boxes are compared level: on a page that lies askew they are measured along its own lines, so that
the two ends of a row count as one height.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.dutch.labels import label_of
from pipeline.geometry import Box, around
from pipeline.layout.spacing import without_spacing
from pipeline.page import COVERED, Cover, Line, Word

_BAND = 20.0  # points
WIDE_GAP = 1.45  # line heights between two words that part them
_MARKER = re.compile(r"^(?:[-–—•*·▪]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])$")  # opens a list's item
_MARKER_GAP = 45.0  # points from such a marker to its item
_DASH = re.compile(r"[-–—•·|/~]")  # has little height of its own
_TWO_SPACES = 0.7  # of a line's height
_SIGN = re.compile(r"[€ƒ]|EUR|[hd]?fl?\.?", re.IGNORECASE)
_FIGURE = re.compile(r"[-–(]?\d[\d.,]*[-–=)]*$")
_SIGN_GAP = 5.0  # line heights from a currency sign to its figure, set to the right of its column
_ENDS_SUM = re.compile(r"(?:\d|,[-–—=]+|\d%)$")
_BEGINS_SUM = re.compile(r"€|ƒ|EUR\b|-?\d[\d.]*(?:,\d\d)?%?$")
_SUMS_GAP = 0.75  # line heights between two sums of one row
_UNDER = 8.0  # heights of a head down to the figures of its column
_LABEL_GAP = 150.0  # points from 'Datum:' to its value


@dataclass(frozen=True, slots=True)
class Segment:
    """A line, with its box along the page's own lines."""

    line: Line
    box: Box

    @property
    def text(self) -> str:
        return self.line.text


def with_covers(words: Sequence[Word], covers: Sequence[Cover]) -> list[Word]:
    """The words with each covered place as one word; what stands under a cover is dropped."""
    if not covers:
        return list(words)
    left = [word for word in words if not any(_under(word, cover) for cover in covers)]
    return left + [Word(COVERED, cover.box, cover=cover) for cover in covers]


def _under(word: Word, cover: Cover) -> bool:
    if cover.beside is not None and word.box.covered_by(cover.beside) > 0.7:
        return True
    return word.box.covered_by(cover.box) > 0.5 or (
        cover.box.holds(word.box.middle) and word.box.covered_by(cover.box) > 0.3
    )


def segments(words: Iterable[Word], pitch: float | None = None) -> list[Segment]:
    """Segments from the top of the page down.

    A segment's number is its row from the top; with `pitch`, the points from line to line of a
    typewriter's grid, it is the line of the file.
    """
    chains = [without_spacing(c) for c in _chains(sorted(words, key=lambda word: word.box.x0))]
    chains = _part_under_labels(chains)
    chains = _part_over_figures(_part_at_headings(chains))
    slope = _slope(chains)
    found = [(chain, around(_level(word.box, slope) for word in chain)) for chain in chains]
    found.sort(key=lambda item: (item[1].middle[1], item[1].x0))
    boxes = [box for _, box in found]
    numbers = _row_numbers(boxes) if pitch is None else [round(b.top / pitch) + 1 for b in boxes]
    return [
        Segment(Line(tuple(chain), number), box)
        for number, (chain, box) in zip(numbers, found, strict=True)
    ]


def _chains(words: Sequence[Word]) -> list[list[Word]]:
    """Each word joined to the one before it on its baseline."""
    chains: list[list[Word]] = []
    at_height: dict[int, list[list[Word]]] = defaultdict(list)  # chains by where they end
    for word in words:
        near = {id(c): c for band in _bands(word) for c in at_height[band]}
        before = (c for c in near.values() if _follows(c, word))
        chain = min(before, key=lambda c: word.box.x0 - c[-1].box.x1, default=None)
        if chain is None:
            chain = []
            chains.append(chain)
        else:
            for band in _bands(chain[-1]):
                at_height[band] = [other for other in at_height[band] if other is not chain]
        chain.append(word)
        for band in _bands(word):
            at_height[band].append(chain)
    return chains


def _bands(word: Word) -> range:
    """The strips of the page that a word reaches into: only there can its line go on."""
    return range(int(word.box.top // _BAND), int(word.box.bottom // _BAND) + 1)


def _part_under_labels(chains: Sequence[list[Word]]) -> list[list[Word]]:
    """Chains cut where a word stands under a label of its own: two values nearly touch there.

    And where one label follows another, each with its value below.

    Between words in a sentence the gap is less than two spaces.
    """
    heads = [chain[0].box for chain in chains if _is_label(chain)]
    parted: list[list[Word]] = []
    for chain in chains:
        parts = [chain[:1]]
        for at, (before, word) in enumerate(pairwise(chain), 1):
            apart = word.box.x0 - before.box.x1 > _TWO_SPACES * max(_height(before), _height(word))
            if apart and (
                any(_is_under(head, word.box) for head in heads)
                or (before.text.endswith(":") and _is_label(chain[at:]))
            ):
                parts.append([])
            parts[-1].append(word)
        parted += parts
    return parted


def _part_at_headings(chains: Sequence[list[Word]]) -> list[list[Word]]:
    """Chains cut after a label with a colon that heads a column: its value stands under it.

    What stands wide beside it heads a column too: 'Bezoekadres:      Postbus 5700' over
    'Limburglaan 10   6202 MA Maastricht'.
    """
    parted: list[list[Word]] = []
    for chain in chains:
        at = next((n for n in (1, 2, 3) if chain[n - 1 : n] and chain[n - 1].text[-1] == ":"), 0)
        if 0 < at < len(chain) and _far(chain, at) and _heads_columns(chain, at, chains):
            parted += [chain[:at], chain[at:]]
        else:
            parted.append(chain)
    return parted


def _far(chain: Sequence[Word], at: int) -> bool:
    gap = chain[at].box.x0 - chain[at - 1].box.x1
    return gap > WIDE_GAP * max(_height(chain[at]), _height(chain[at - 1]))


def _heads_columns(chain: Sequence[Word], at: int, chains: Sequence[list[Word]]) -> bool:
    """Whether lines begin straight under a label and under what stands beside it, no labels."""
    under = [
        [other for other in chains if _is_under(head.box, other[0].box) and other is not chain]
        for head in (chain[0], chain[at])
    ]
    texts = [word.text for other in under[0] for word in other[:3]]
    return all(under) and not any(text.endswith(":") for text in texts)


def _part_over_figures(chains: Sequence[list[Word]]) -> list[list[Word]]:
    """Chains cut where a word ends over a column of figures: two heads of columns nearly touch."""
    ends = [chain[-1].box for chain in chains if _ENDS_SUM.search(chain[-1].text)]
    parted: list[list[Word]] = []
    for chain in chains:
        parts = [chain[:1]]
        for before, word in pairwise(chain):
            gap = word.box.x0 - before.box.x1
            wide = gap > _SUMS_GAP * max(_height(before), _height(word))
            if wide and sum(_ends_over(before.box, end) for end in ends) > 1:
                parts.append([])
            parts[-1].append(word)
        parted += parts
    return parted


def _ends_over(head: Box, figure: Box) -> bool:
    down = figure.middle[1] - head.middle[1]
    return abs(head.x1 - figure.x1) < 2 and 0 < down < _UNDER * head.height


def _is_label(chain: Sequence[Word]) -> bool:
    label = label_of(" ".join(word.text for word in chain)) if len(chain) < 4 else None
    return label is not None and not label.value


def _is_under(head: Box, word: Box) -> bool:
    return abs(head.x0 - word.x0) < 4 and 0 <= word.middle[1] - head.middle[1] < 2.2 * word.height


def _follows(chain: Sequence[Word], word: Word) -> bool:
    last = chain[-1]
    if last.box.side_by_side(word.box) <= 0.5:
        return False
    gap = word.box.x0 - last.box.x1
    height = max(_height(last), _height(word))
    wide = _opened(chain) or _between_sums(last, word) * height
    lowest, tallest = sorted((last, word), key=lambda w: w.box.height)
    alike = tallest.box.height < 3 * _height(lowest) or _DASH.fullmatch(lowest.text)
    return -height < gap < wide and bool(alike)


def _between_sums(last: Word, word: Word) -> float:
    """The gap allowed, in line heights: two sums side by side are two columns; '€' waits long."""
    if _SIGN.fullmatch(last.text) and _FIGURE.match(word.text):
        return _SIGN_GAP
    if _ENDS_SUM.search(last.text) and _BEGINS_SUM.match(word.text):
        return _SUMS_GAP
    return WIDE_GAP


def _opened(chain: Sequence[Word]) -> float | None:
    """The gap allowed after what opens a line: a list's mark, a label with its colon."""
    text = chain[-1].text
    if len(chain) == 1 and _MARKER.match(text):
        return _MARKER_GAP
    return _LABEL_GAP if len(chain) <= 3 and text.endswith(":") else None


def _height(word: Word) -> float:
    """Of the line: a low word ('een', '-') in larger print has a lower box than its line."""
    if word.cover is not None:
        return word.box.height
    return max(word.box.height, word.box.width / max(len(word.text), 1))


def _slope(chains: Sequence[Sequence[Word]]) -> float:
    """How far lines fall for each point to the right: the median of the long ones."""
    falls = [
        (chain[-1].box.middle[1] - chain[0].box.middle[1])
        / (chain[-1].box.middle[0] - chain[0].box.middle[0])
        for chain in chains
        if len(chain) > 4 and chain[-1].box.x0 - chain[0].box.x0 > 150
    ]
    return median(falls) if len(falls) > 3 else 0.0


def _level(box: Box, slope: float) -> Box:
    fall = slope * box.middle[0]
    return Box(box.x0, box.top - fall, box.x1, box.bottom - fall)


def _row_numbers(boxes: Sequence[Box]) -> list[int]:
    """1-based row of each box; the boxes come sorted by their middle."""
    numbers: list[int] = []
    number = 0
    row: Box | None = None
    for box in boxes:
        if row is None or row.side_by_side(box) < 0.5:
            number += 1
            row = box
        numbers.append(number)
    return numbers
