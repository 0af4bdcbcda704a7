"""Totals stated in a sentence, after the sums that they are of: 'In totaal is dit € 35.500'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final

from pipeline.check.sums import Entry, Judged, Verdict
from pipeline.dutch.amounts import FoundAmount, find_amounts
from pipeline.letter import Letter
from pipeline.page import COVERED, ILLEGIBLE

_SAYS: Final = re.compile(
    r"\b(?:in totaal(?: is (?:dit|dat)| komt (?:dit|dat)(?: neer)? op| dus| derhalve| vragen wij)?|"
    r"(?:dit|dat) is (?:in totaal|samen|tezamen|opgeteld)|(?:te)?samen(?: is (?:dit|dat))?|"
    r"opgeteld|totale\s+(?:\w+\s+){1,3}(?:bedragen|bedraagt|zijn|is|komen|komt|belopen)"
    r"(?:\s+(?:daarmee|dus|dan|hiermee|nu|op|neer|derhalve))*|"
    r"(?<!in )totaal(?:bedrag)? (?:(?:komt|uit|daarmee|dan|hiermee|dus) )*"
    r"(?:op|is|van|bedraagt)):?\s*$",
    re.IGNORECASE,
)
_OTHERWISE: Final = re.compile(
    r"%|\bprocent|btw|b\.t\.w|\bà\b|\bx\b|\bmaal\b|\bkeer\b|\bper\b|\belk|\bieder|"
    r"samen met|ruim\b|circa|\bca\.|ongeveer|afgerond|bijna|resteert|resterend|minus|"
    rf"verminder|aftrek|korting|inclusief|incl\.|exclusief|excl\.|vorig|eerder|{COVERED}|{ILLEGIBLE}",
    re.IGNORECASE,
)
_OF_MORE: Final = re.compile(r"beschikbaar|maxim|hoogste|ten minste|minimaal", re.IGNORECASE)
_MOST: Final = 6
_NEAR: Final = Decimal("0.2")  # further off, the total is of something else


def spoken_totals(letter: Letter) -> Iterator[Judged]:
    """Each total that a sentence states of two or more sums before it in its paragraph.

    Silent where the paragraph multiplies, deducts, rounds or speaks of other things as well.
    """
    text = letter.text
    if not re.search(r"tota(?:al|le)|samen|opgeteld", text, re.IGNORECASE):
        return
    amounts = [one for one in find_amounts(text) if not one.in_words]
    for at, total in enumerate(amounts):
        first = max(text.rfind(mark, 0, total.start) for mark in ("\n\n", "\f", "\t")) + 1
        said = _SAYS.search(text[max(first, total.start - 80) : total.start].replace("\n", " "))
        items = [one for one in amounts[:at] if one.start >= first]
        listed = _listed(letter, amounts, total.start - len(said[0])) if said else []
        if said and len(listed) > 1:
            yield _judged(letter, total, listed, text[total.start - len(said[0]) : total.start])
            continue
        if said is None:
            continue
        # What the sentence itself adds up, else what its paragraph does.
        sentence, _ = letter.sentence(total.start)
        here = [one for one in items if one.start >= sentence]
        for start, some in ((sentence, here), (first, items)):
            if 2 <= len(some) <= _MOST and not _is_unclear(text, start, total, some):
                yield _judged(letter, total, some, text[total.start - len(said[0]) : total.start])
                break


_ITEM: Final = re.compile(r"\s*(?:[-–—•*·▪●]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_ENDS: Final = re.compile(r"[\s;.,]*(?:en\s*)?$")
_LONGEST_LIST: Final = 40  # lines


def _listed(letter: Letter, amounts: Sequence[FoundAmount], offset: int) -> list[FoundAmount]:
    """The sums that end the items of a list over the line of an offset, one in every item."""
    lines = letter.lines
    here = lines.index(letter.line_at(offset))
    start = here
    while start > max(0, here - _LONGEST_LIST) and not lines[start - 1].line.text.endswith(":"):
        start -= 1
    items: list[tuple[int, int]] = []
    for placed in lines[start:here]:
        if _ITEM.match(placed.line.text):
            items.append((placed.start, placed.end))
        elif not items:
            return []
        else:
            items[-1] = (items[-1][0], placed.end)
    found = []
    for first, last in items:
        own = [one for one in amounts if first <= one.start < last]
        if len(own) != 1 or own[0].approximate or not _ENDS.match(letter.text[own[0].end : last]):
            return []
        found += own
    return found


def _is_unclear(text: str, first: int, total: FoundAmount, items: Sequence[FoundAmount]) -> bool:
    other = any(one.unit or one.approximate or one.repaired for one in (*items, total))
    currencies = {one.currency for one in (*items, total)}
    last = re.compile(r"[.!?](?:\s|$)|\n\n|$").search(text, total.end)
    end = last.start() if last else len(text)
    unclear = _OTHERWISE.search(text, first, end) or _OF_MORE.search(text, items[-1].end, end)
    return other or len(currencies) > 1 or unclear is not None


def _judged(letter: Letter, total: FoundAmount, items: Sequence[FoundAmount], said: str) -> Judged:
    """The total against the sums before it, or any two or more of them."""
    expected = sum((one.value for one in items), Decimal(0))
    entries = [_entry(letter, "", one) for one in items]
    off = abs(expected - total.value)
    fits = any(
        abs(sum((one.value for one in part), Decimal(0)) - total.value) < len(items)
        for size in range(1, len(items) + 1)
        for part in combinations(items, size)
    )
    near = off <= total.value * _NEAR
    verdict = Verdict.holds if fits else Verdict.fails if near else Verdict.silent
    label = " ".join(said.split()).strip(" :") or "totaal"
    return Judged(_entry(letter, label, total), verdict, tuple(entries), expected)


def _entry(letter: Letter, label: str, one: FoundAmount) -> Entry:
    return Entry(label, one.value, letter.passage(one.start, one.end))
