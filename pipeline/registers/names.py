"""Names as letters write them: keys under which spellings are equal, and an index that scans text.

A key forgives case, accents, apostrophes, hyphen against space, IJ against Y, `Sint` against `St.`,
`a/d` against `aan den`, `&` against `en`, `het` against `'t`, and a hyphen at a line's end.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Generic, NamedTuple, Protocol, TypeVar

LETTER = r"(?:[^\W_]|[\u0300-\u036f])"
BROKEN = r"[-\u00ad¬][^\S\n]*\n[^\S\n]*(?!(?:en|of)\b)(?=[a-zß-ÿ])"
WORD = re.compile(rf"{LETTER}+(?:{BROKEN}{LETTER}+)*|&")
SAME = {"sint": "st", "sinte": "st", "het": "t", "&": "en"}
# What may stand between two words of one name: some signs, little space, one line's end.
JOINT = re.compile(r"[-–/.()'’‘`´,]{0,2}(?:[^\S\n]{0,3}|[^\S\n]*\n[^\S\n]*)[-–/()'’‘`´]{0,2}")
# What may stand between a word such as 'gemeente' and the name: a logo read as signs, no stop.
GAP = re.compile(r"[^\n.,;!?]{0,6}")
HYPHENS = frozenset("-–")
ARTICLES = frozenset({"s", "t", "de", "den", "ter", "ten"})


class Word(NamedTuple):
    """One word of a text: where it stands, and its key."""

    start: int
    end: int
    key: str


class Dated(Protocol):
    """Anything with a half-open time of validity."""

    @property
    def valid_from(self) -> dt.date | None: ...

    @property
    def valid_to(self) -> dt.date | None: ...


def holds(item: Dated, date: dt.date | None) -> bool:
    """Whether `item` is in force on `date`; None asks for what has not ended."""
    if date is None:
        return item.valid_to is None
    begun = item.valid_from is None or item.valid_from <= date
    return begun and (item.valid_to is None or date < item.valid_to)


def distance_in_days(item: Dated, date: dt.date | None) -> int:
    """How far `date` lies outside the validity of `item`, 0 within; None stands for far ahead."""
    date = date or dt.date.max
    if item.valid_from is not None and date < item.valid_from:
        return (item.valid_from - date).days
    if item.valid_to is not None and date >= item.valid_to:
        return (date - item.valid_to).days + 1
    return 0


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """The key of one word."""
    word = word.lower()
    if not word.isascii() or "-" in word:
        word = "".join(s for s in unicodedata.normalize("NFKD", word) if s.isalnum() or s == "&")
    return SAME.get(word) or word.replace("ij", "y")


def words(text: str) -> list[Word]:
    """The words of `text` in order."""
    return [Word(*match.span(), folded(match[0])) for match in WORD.finditer(text)]


def inner(previous: str, word: str) -> str:
    """The key of a word within a name: 'aan de(n)' is 'a/d'. Not at its head: 'aan de Bilt'."""
    if word == "aan":
        return "a"
    return "d" if previous == "aan" and word in ("de", "den", "der") else word


def keys_of(name: Sequence[Word]) -> list[str]:
    """The keys of the words of one name."""
    keys = [word.key for word in name]
    return keys[:1] + [inner(previous, word) for previous, word in pairwise(keys)]


def key(text: str) -> str:
    """All of `text` as one key: "'s-Gravenhage" and "s Gravenhage" have the same."""
    return "".join(keys_of(words(text)))


T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """A name found in a text, and all that carry it."""

    start: int
    end: int
    items: tuple[T, ...]


class NameIndex(Generic[T]):
    """What carries which name: exact questions, and a scan of running text, longest name first."""

    def __init__(self, named: Iterable[tuple[str, T]]) -> None:
        self.items: dict[str, tuple[T, ...]] = {}
        self.reach: dict[str, int] = {}
        self._joints: dict[str, set[int]] = {}
        self._commas: dict[str, set[int]] = {}
        for name, item in named:
            self._add(name, item)

    def _add(self, name: str, item: T) -> None:
        found = words(name)
        keys = keys_of(found)
        whole = "".join(keys)
        if not whole:
            return
        known = self.items.get(whole, ())
        if item not in known:
            self.items[whole] = (*known, item)
        self.reach[keys[0]] = max(len(keys), self.reach.get(keys[0], 0))
        if len(keys) > 1:
            joints = list(accumulate(map(len, keys[:-1])))
            self._joints.setdefault(whole, set()).update(joints)
            if "," in name:
                commas = (
                    at for at, word in zip(joints, found, strict=False) if name[word.end] == ","
                )
                self._commas.setdefault(whole, set()).update(commas)

    def named(self, text: str) -> tuple[T, ...]:
        """All whose name `text` is, as a whole."""
        return self.items.get(key(text), ())

    def scan(self, text: str, capital: bool = True) -> Iterator[Hit[T]]:
        """Every name in `text`, left to right, none overlapping.

        With `capital` a name must begin with one, after an article at most ('de Bilt').
        """
        found, at = words(text), 0
        while at < len(found):
            if found[at].key in self.reach and (not capital or capitalised(text, found, at)):
                count, hit = self.longest(text, found, at)
                if hit is not None:
                    yield hit
                    at += count
                    continue
            at += 1

    def leading(self, text: str, start: int) -> Hit[T] | None:
        """The longest name that begins with the first word of `text` from `start` on."""
        near = text[start : start + 120]
        found = words(near)
        if not found or not GAP.fullmatch(near[: found[0].start]):
            return None
        _, hit = self.longest(near, found, 0)
        return hit and Hit(hit.start + start, hit.end + start, hit.items)

    def longest(self, text: str, found: Sequence[Word], at: int) -> tuple[int, Hit[T] | None]:
        """The longest name that begins with word `at`, and how many words it takes."""
        count, end, whole = 0, 0, found[at].key
        cuts: list[tuple[int, str]] = []
        if whole in self.items:
            count, end, best = 1, found[at].end, whole
        for more, (previous, last) in enumerate(pairwise(found[at : at + self._far(found[at])]), 2):
            between = text[previous.end : last.start]
            if not JOINT.fullmatch(between):
                break
            cuts.append((len(whole), between))
            whole += inner(previous.key, last.key)
            if whole in self.items and self._fits(whole, cuts):
                count, end, best = more, last.end, whole
        if not count or not stands_alone(text, found[at].start, end):
            return 0, None
        return count, self._hit(text, found[at].start, end, best)

    def _far(self, first: Word) -> int:
        return self.reach.get(first.key, 0)

    def _fits(self, whole: str, cuts: Sequence[tuple[int, str]]) -> bool:
        """Words part where the name has its parts, or at a hyphen: 'haar lem' is not Haarlem.

        A comma stands only where the name has one: 'Pijnacker, Nootdorp' are two.
        """
        joints, commas = self._joints.get(whole, ()), self._commas.get(whole, ())
        return all(
            (at in joints or between in HYPHENS) and ("," not in between or at in commas)
            for at, between in cuts
        )

    def _hit(self, text: str, start: int, end: int, whole: str) -> Hit[T]:
        if start and text[start - 1] in "'’‘`´" and text[start : start + 1] in "sStT":
            start -= 1
        if text[end : end + 1] == ")" and "(" in text[start:end]:
            end += 1
        elif text[end : end + 2] == ".)" and "(" in text[start:end]:
            end += 2
        return Hit(start, end, self.items[whole])


def capitalised(text: str, found: Sequence[Word], at: int) -> bool:
    """A capital at the word; after an article at the next: 'de Bilt', not 'De wijk'."""
    following = found[at + 1 : at + 2]
    word = following[0] if following and found[at].key in ARTICLES else found[at]
    return text[word.start].isupper()


def stands_alone(text: str, start: int, end: int) -> bool:
    """Not a part of a compound: 'Amsterdam-Noord', 'Oud-Zevenaar', 'info@Almere'."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    joined_before = len(before) == 2 and before[1] in "-@" and before[0].isalnum()
    joined_after = len(after) == 2 and after[0] == "-" and after[1].isalnum()
    return not (joined_before or joined_after or after[:1] == "@")
