"""A sum that the text states as the whole, against the total of the table or list that it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from pipeline.check import Case, HasEvidence
from pipeline.check.columns import columns
from pipeline.check.sums import Entry, Verdict
from pipeline.dutch.amounts import FoundAmount, find_amounts, find_percentages, parse_amount
from pipeline.letter import Letter, Placed
from pipeline.page import Zone


class Contradiction(NamedTuple):
    """A sum in the text and the total that it should be."""

    stated: FoundAmount
    total: Decimal
    label: str
    place: HasEvidence


class _Total(NamedTuple):
    label: str
    value: Decimal
    place: HasEvidence


_NEAR: Final = Decimal("0.25")  # further off, the total is of something else
_VERY_NEAR: Final = Decimal("0.12")
_RATES: Final = tuple(map(Decimal, ("1.21", "1.19", "1.185", "1.175", "1.09", "1.06")))  # btw


def contradictions(case: Case) -> Iterator[Contradiction]:
    """Sums called the whole that are near the letter's total, and not it by any reckoning.

    None where another such sum is the total: then that one is of the table.
    """
    totals = list(_totals(case))
    if not totals:
        return
    stated = [one for one in find_amounts(case.letter.text) if _is_whole(case.letter, one)]
    stated = [one for one in stated if not _is_of_another_year(case, one)]
    if any(_same(one, total.value) for one in stated for total in totals):
        return
    others = _values(case)
    for one in stated:
        near = [t for t in totals if _is_near(case.letter, one, t)]
        if near and not any(_explains(one, total.value, others, case) for total in totals):
            total = near[-1]
            yield Contradiction(one, total.value, total.label, total.place)


# --- totals

_THOUSANDS: Final = re.compile(r"[x×]\s*(?:€|EUR|f|ƒ)?\s*1[. ]?000|in\s+duizenden", re.IGNORECASE)
_CALLED: Final = re.compile(
    r"(?P<label>(?:eind|in\s+)?-?tota(?:al|le)\b[^\d€]{0,50}?|te\s?zamen\W{0,3}|samen\W{0,3}|som\b\W{0,3})",
    re.IGNORECASE,
)
_LINE: Final = re.compile(
    rf"{_CALLED.pattern}\s*"
    r"(?P<sum>(?:(?:€|EUR|Hfl\.?|fl?\.?|ƒ)\s?)?\d{1,3}(?:\.\d{3})*(?:,(?:\d{1,2}|[-–—=]+))?)\W*",
    re.IGNORECASE,
)
_LEAST: Final = Decimal(1000)  # a total of less, without a currency, may count something else


def _totals(case: Case) -> Iterator[_Total]:
    """Grand totals of tables, and of lines that say 'Totaal' and a sum, there or on their right."""
    thousands = Decimal(1000) if _THOUSANDS.search(case.letter.text) else Decimal(1)
    for column in columns(case.record.tables):
        if not column.money:
            continue
        judged = [one for one in column.totals() if one.total.value]
        if judged and judged[-1].verdict is not Verdict.fails and judged[-1].total.value:
            total = judged[-1].total
            yield _Total(total.label, judged[-1].total.value * thousands, total.place)
    for placed in case.letter.lines:
        if _CALLED.match(placed.line.text):
            yield from _on_line(case.letter, placed, thousands)


def _on_line(letter: Letter, placed: Placed, thousands: Decimal) -> Iterator[_Total]:
    """The last figure on the row of a line that is called a total."""
    row = [placed]
    while (beside := letter.right_of(row[-1])) is not None:
        row.append(beside)
    match = _LINE.fullmatch(placed.line.text)
    whole = _CALLED.fullmatch(placed.line.text) if len(row) > 1 else None
    written = match["sum"] if match else row[-1].line.text if whole else ""
    found = parse_amount(written)
    if found is not None and not found.repaired and found.value * thousands >= _LEAST:
        label = match["label"] if match else placed.line.text
        place = letter.passage(row[-1].start, row[-1].end)
        yield _Total(label.strip(), found.value * thousands, place)


# --- sums that are called the whole

_ALL: Final = re.compile(
    r"\b(?:in\s+totaal|totaal(?:bedrag)?|totale|tezamen)\b[^.;:€%]{0,60}$", re.IGNORECASE
)
_INVOLVED: Final = re.compile(r"\s+gemoeid\b")
_FOLLOWS: Final = re.compile(
    r"\W{0,3}(?:en\s+wel|te\s+weten|onderverdeeld|verdeeld|opgebouwd|gespecificeerd)?\W{0,2}"
    r"als\s+volgt\b",
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(
    r"\b(?:vra(?:ag|agt|gen)|verzoek(?:en|t)?|verleent?|verlenen|kent?|kennen|ontvangt|verstrekt?|"
    r"verstrekken|toe\s+te\s+kennen)\b[^.;€]{0,110}"
    r"\b(?:subsidie|bijdrage|uitkering|tegemoetkoming)\s+(?:van|ad)"
    r"(?:\s+(?:maximaal|ten\s+hoogste|in\s+totaal))?\s*$",
    re.IGNORECASE,
)
_IS: Final = re.compile(
    r"\b(?:gevraagde|toegekende|verleende)\s+(?:subsidie|bijdrage|uitkering|tegemoetkoming)\s+"
    r"(?:komt|bedraagt|is)(?:\s+(?:daarmee|hiermee|dus|dan|uit|neer|op|nu))*\s*$",
    re.IGNORECASE,
)
_OTHERWISE: Final = re.compile(
    r"\beigen\b|vorig|eerder|oorspronkelijk|aanvankelijk|destijds|voorschot|tweede|eerste|"
    r"(?<!en )andere?\b|daarvan|waarvan|hiervan|plafond|beschikbaar|minder\s+dan|"
    r"meer\s+dan|\bper\b|\bniet\b|jaarlijks|elk\b|ieder|gemeente\s+[A-Z]|gemeenten\s+[A-Z]|naast|resterend",
    re.IGNORECASE,
)
_NEXT_CLAUSE: Final = re.compile(r"[,;(]\s")
_LEAD: Final = 170
_LABELLED: Final = re.compile(r"gevraagd|bijdrage|subsidie|uitkering|toegekend|verleend", re.I)
_SHARED_OUT: Final = re.compile(r"als\s+volgt|verdeling|verdeeld|onderstaande|tabel", re.IGNORECASE)


def _is_whole(letter: Letter, one: FoundAmount) -> bool:
    if one.unit or one.approximate or one.repaired or one.in_words:
        return False
    placed = letter.line_at(one.start)
    if (
        placed.block.grid is not None
        or placed.zone is Zone.table
        or _LINE.fullmatch(placed.line.text)
    ):
        return False
    first, last = letter.sentence(one.start)
    before = letter.text[max(first, one.start - _LEAD) : one.start]
    after = letter.text[one.end : one.end + 60]
    behind = _NEXT_CLAUSE.split(letter.text[one.end : min(last, one.end + 40)])[0]
    if _OTHERWISE.search(before) or _OTHERWISE.search(behind):
        return False
    return bool(_ALL.search(before) or _FOLLOWS.match(after)) or bool(
        _INVOLVED.match(after) or _GIVEN.search(before) or _IS.search(before)
    )


_YEAR: Final = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d/-])")


def _is_of_another_year(case: Case, one: FoundAmount) -> bool:
    """'In 2011 was het totaal …' in a letter of 2013 that is not about 2011."""
    date = case.record.date.value if case.record.date else None
    subject = case.record.subject.value if case.record.subject else None
    first, _ = case.letter.sentence(one.start)
    years = _YEAR.findall(case.letter.text, first, one.start)
    return date is not None and any(
        int(year) < date.year and year not in (subject or "") for year in years
    )


def _same(one: FoundAmount, total: Decimal) -> bool:
    return abs(one.value - total) <= _rounding(one)


def _rounding(one: FoundAmount) -> Decimal:
    """The last digit that is said: of '0,98 miljoen' ten thousand; else a euro."""
    scale = re.search(r"(?:,(?P<decimals>\d+))?\s*(?P<scale>miljoen|mln|miljard|duizend)", one.text)
    if scale is None:
        return Decimal(1)
    size = {"miljoen": 6, "mln": 6, "miljard": 9, "duizend": 3}[scale["scale"]]
    return Decimal(10) ** (size - len(scale["decimals"] or ""))


def _is_near(letter: Letter, one: FoundAmount, total: _Total) -> bool:
    """Whether the sum may be meant as the total: how near depends on how it is called."""
    off = abs(one.value - total.value)
    if _swapped(one.value, total.value):
        return True
    if off > _NEAR * total.value:
        return False
    first, _ = letter.sentence(one.start)
    before = letter.text[max(first, one.start - _LEAD) : one.start]
    given = _GIVEN.search(before) or _IS.search(before)
    if not given or _ALL.search(before):
        return True
    after = letter.text[one.end : one.end + 250]
    kin = _LABELLED.search(total.label) or _SHARED_OUT.search(after)
    return bool(kin) and off <= _VERY_NEAR * total.value


def _swapped(one: Decimal, other: Decimal) -> bool:
    """The same digits in another order."""
    return sorted(f"{int(one)}") == sorted(f"{int(other)}")


# --- other reckonings


def _values(case: Case) -> set[Decimal]:
    """Every sum in the letter, in text and in tables, and the sums of tables in thousands."""
    found = {amount.value for amount in find_amounts(case.letter.text)}
    entries: Sequence[Entry] = [e for c in columns(case.record.tables) for e in c.entries]
    cells = {entry.value for entry in entries if entry.value is not None}
    return found | cells | {1000 * value for value in cells}


def _explains(one: FoundAmount, total: Decimal, others: set[Decimal], case: Case) -> bool:
    """Whether the sum is the total with another sum added or taken off, btw, or a share of it."""
    off = abs(one.value - total)
    added = off in others and not _swapped(one.value, total)
    if added or any(abs(total * rate - one.value) <= 1 for rate in _RATES):
        return True
    if any(abs(one.value * rate - total) <= 1 for rate in _RATES):
        return True
    shares = [share.value / 100 for share in find_percentages(case.letter.text)]
    return any(
        abs(total * share - one.value) <= 1
        or abs(one.value * share - total) <= 1
        or abs(total * (1 + share) - one.value) <= 1
        for share in shares
    )
