"""How much of the text was read: character and word error rate, whatever the reading order.

Characters: after Clausner, Pletschacher and Antonacopoulos, 'Flexible character accuracy measure for
reading-order-independent evaluation' (2020). The lines of truth and reading are matched, not
compared in their order: lines that are the same go first, then the longest line of the truth takes
the line or the part of a line in the reading that explains most of it (rapidfuzz partial ratio, cut
at word boundaries); what is left over of either goes back among the lines. The Levenshtein
distances of the matches are added up. What finds no partner at last counts as replaced, and beyond
that as inserted or deleted.

Words: as bags. The errors are the words missing or the words too many, whichever are more.

Before that: Unicode NFC, white space collapsed, the mark of a covered place and the exemption codes
printed in covered places left out, and the hyphen of a word that is cut at the end of a line (a PDF
may have it or not). Rates are sums over pages: errors by characters (words) of truth.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from pipeline.page import COVERED
from tests.score.corpus import Case
from tests.score.match import spaced
from tests.score.outcome import ratio

LIKE_ENOUGH = 50.0  # a partial ratio below this is chance


@dataclasses.dataclass(frozen=True, slots=True)
class Errors:
    """Errors in characters and words, and how many there are to read."""

    characters: int = 0
    of_characters: int = 0
    words: int = 0
    of_words: int = 0

    def __add__(self, other: Errors) -> Errors:
        return Errors(
            self.characters + other.characters,
            self.of_characters + other.of_characters,
            self.words + other.words,
            self.of_words + other.of_words,
        )

    @property
    def cer(self) -> float | None:
        return ratio(self.characters, self.of_characters)

    @property
    def wer(self) -> float | None:
        return ratio(self.words, self.of_words)


def of_case(case: Case) -> Errors:
    """The errors on the pages of a file; page by page, a blank one too, where the pages were told apart."""
    truth: dict[int, str] = {}
    codes: dict[int, list[str]] = {}
    for letter in case.file.letters:
        for number, text in zip(letter["source"]["pages"], letter["text"], strict=False):
            truth[number] = text
        for entry in letter["plain"]["redactions"]:
            page = letter["source"]["pages"][entry["page"] - 1]
            codes.setdefault(page, []).extend({entry["text"], *entry["grounds"]})
    read = dict(enumerate(case.reading.texts, start=1))
    if not set(truth) <= set(read):
        whole = [code for of_page in codes.values() for code in of_page]
        return errors("\n".join(truth.values()), "\n".join(read.values()), whole)
    pages = (errors(truth.get(n, ""), text, codes.get(n, ())) for n, text in read.items())
    return sum(pages, Errors())


def errors(truth: str, read: str, codes: Sequence[str] = ()) -> Errors:
    """The errors of one page; `codes` stand in covered places and are taken out of what was read."""
    for code in sorted(filter(None, codes), key=len, reverse=True):
        spread = r"\s*".join(map(re.escape, "".join(code.split())))
        read = re.sub(spread, " ", read, count=1)
    one, other = (pieces(text) for text in (truth, read))
    words, said = (Counter(" ".join(lines).split()) for lines in (one, other))
    return Errors(
        character_errors(one, other),
        sum(map(len, one)),
        max((words - said).total(), (said - words).total()),
        words.total(),
    )


def pieces(text: str) -> list[str]:
    """The lines of a page, the cells of a row apart, without the hyphen of a word cut at its end."""
    lines = text.replace(COVERED, " ").replace("\t", "\n").replace("\f", "\n").splitlines()
    return [line for line in (re.sub(r"(?<=\w)-$", "", spaced(one)) for one in lines) if line]


def character_errors(truth: Sequence[str], read: Sequence[str]) -> int:
    """The least that has to be changed, as the greedy matching finds it."""
    same = Counter(truth) & Counter(read)
    left = sorted((Counter(truth) - same).elements(), key=len)
    free = list((Counter(read) - same).elements())
    wrong = missing = 0
    while left:
        line = left.pop()
        found = _best(line, free)
        if found is None:
            missing += len(line)
            continue
        (start, end), index, (first, last) = found
        other = free.pop(index)
        wrong += Levenshtein.distance(line[start:end], other[first:last])
        free += _rests(other, first, last)
        left = sorted([*left, *_rests(line, start, end)], key=len)
    return wrong + max(missing, sum(map(len, free)))


def _best(line: str, free: Sequence[str]) -> tuple[tuple[int, int], int, tuple[int, int]] | None:
    """The part of the line, the index of the piece, and the part of it that match best."""
    if not free:
        return None
    scores = process.cdist([line], free, scorer=fuzz.partial_ratio, score_cutoff=LIKE_ENOUGH)[0]
    gains = [score * min(len(line), len(other)) for score, other in zip(scores, free, strict=True)]
    index = max(range(len(free)), key=gains.__getitem__)
    if not gains[index]:
        return None
    at = fuzz.partial_ratio_alignment(line, free[index])
    if at is None:
        return None
    mine = _whole_words(line, at.src_start, at.src_end)
    return mine, index, _whole_words(free[index], at.dest_start, at.dest_end)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch, grown until it cuts no word."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _rests(text: str, start: int, end: int) -> list[str]:
    return [rest for rest in (text[:start].strip(), text[end:].strip()) if rest]
