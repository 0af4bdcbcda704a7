"""A letter as one reads on: without what stands at a page's edges, words cut at a line's end whole.

Sentences go on over a page break, past the letterhead and the foot of the page, and a phrase is
found whether or not its words are hyphenated. Offsets are those of this text; `source` tells where
a character stands in `Letter.text`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline.letter import Letter, Passage, Placed
from pipeline.page import Block, Zone

_EDGES = {
    Zone.address, Zone.reference, Zone.footer, Zone.page_number, Zone.margin, Zone.stamp,
    Zone.letterhead,
}  # fmt: skip
_MAY_BE_PROSE = {Zone.letterhead, Zone.reference}
_PROSE_WORDS = 15
_LOWER_SHARE = 0.6
_CUT = re.compile(r"(?<=[a-zà-ÿ])-$")
_JOINED_WORD = re.compile(r"(?!(?:en|of)\b)[a-zà-ÿ]")
_READS_ON = re.compile(r"[a-zà-ÿ€ƒ█(\d](?![.)]\s)")
_ENDED = re.compile(r"[.!?;:]['’”\")]?\s*$")

ITEM = re.compile(
    r"[^\S\n]*(?:[-–—•*·▪]|\(?\d{1,2}[.):]|\(?(?:[a-zA-Z]|i{2,3}|iv|vi{1,3}|ix)[.)])[^\S\n]+"
)
"""The mark before an item of a list."""
_BREAKS = re.compile(
    r"(?:(?<=[a-zà-ÿ\d%)█’'\"—=-][.!?;:])|(?<=[█=–-] [.!?;]))\s+(?=[A-Z█€•\-–(‘'\"])|\n\n+|\f"
    rf"|(?<=[;:.])\n(?={ITEM.pattern})|\n(?=[^\S\n]*(?:[-–—•▪]|\(?[a-z]\)|[a-z]\.)[^\S\n]+[^\d\s])"
)


@dataclass(frozen=True)
class RunningText:
    """The text of a letter in one piece; `sources` has the place of each character in it."""

    letter: Letter
    text: str
    sources: tuple[int, ...]
    gaps: tuple[int, ...]

    def source(self, at: int) -> int:
        """Where the character at an offset stands in `Letter.text`."""
        return self.sources[at] if at < len(self.sources) else len(self.letter.text)

    def passage(self, start: int, end: int) -> Passage:
        """The stretch from one offset to another, without the page's edge that it goes past."""
        cuts = self.gaps[bisect_right(self.gaps, start) : bisect_left(self.gaps, end)]
        ends = [*cuts, end]
        pieces = [
            self.letter.passage(self.source(first), self.source(last - 1) + 1)
            for first, last in zip([start, *cuts], ends, strict=True)
        ]
        return joined(pieces)

    @cached_property
    def _breaks(self) -> list[tuple[int, int]]:
        return [match.span() for match in _BREAKS.finditer(self.text)]

    def sentence(self, at: int) -> tuple[int, int]:
        """First and last offset of the sentence, or item of a list, around an offset."""
        following = bisect_right(self._breaks, (at, len(self.text)))
        start = self._breaks[following - 1][1] if following else 0
        end = self._breaks[following][0] if following < len(self._breaks) else len(self.text)
        return start, max(start, end)


def joined(pieces: list[Passage]) -> Passage:
    """Passages that are read as one."""
    if len(pieces) == 1:
        return pieces[0]
    return Passage(
        pieces[0].start,
        pieces[-1].end,
        " ".join(piece.text for piece in pieces),
        tuple(dict.fromkeys(place for piece in pieces for place in piece.evidence)),
        min(piece.legibility for piece in pieces),
    )


def running_text(letter: Letter) -> RunningText:
    """A letter without letterheads, feet and margins, its broken words and sentences joined."""
    parts: list[str] = []
    sources: list[int] = []
    gaps: list[int] = []
    before: Placed | None = None
    for placed in _kept(letter):
        if before is not None:
            joint = _joint(letter, before, placed)
            if joint == "" and parts[-1].endswith("-"):
                parts[-1] = parts[-1][:-1]
                sources.pop()
            parts.append(joint)
            sources += [before.end] * len(joint)
            if placed.start - before.end > 2:
                gaps.append(len(sources))
        parts.append(letter.text[placed.start : placed.end])
        sources += range(placed.start, placed.end)
        before = placed
    return RunningText(letter, "".join(parts), tuple(sources), tuple(gaps))


def _kept(letter: Letter) -> Iterator[Placed]:
    """The lines that are the letter itself; text that zones took for a letterhead among them."""
    prose: dict[int, bool] = {}
    for placed in letter.lines:
        if placed.zone in _MAY_BE_PROSE:
            key = id(placed.block)
            prose.setdefault(key, _is_prose(placed.block))
            if prose[key]:
                yield placed
        elif placed.zone not in _EDGES:
            yield placed


def _is_prose(block: Block) -> bool:
    """Whole sentences, not names and numbers."""
    words = [word for line in block.lines for word in line.text.split()]
    lower = sum(word[:1].islower() for word in words)
    return len(words) >= _PROSE_WORDS and lower >= _LOWER_SHARE * len(words)


def _joint(letter: Letter, before: Placed, placed: Placed) -> str:
    """What parts two lines: nothing in a cut word, an empty line where a sentence is not cut."""
    between = letter.text[before.end : placed.start]
    text, following = letter.text[before.start : before.end], placed.line.text
    if "\f" in between or len(between) > 2:
        reads_on = _READS_ON.match(following) is not None and not _ENDED.search(text)
        same = before.block.grid is None and placed.block.grid is None
        between = "\n" if reads_on and same else "\n\n"
    cut = len(between) < 3 and _CUT.search(text) is not None
    return "" if cut and _JOINED_WORD.match(following) else between
