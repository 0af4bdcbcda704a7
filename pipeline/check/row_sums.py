"""Rows of figures that explain themselves: products along a row, and the sum down to a total.

What most rows of a run keep, the one that does not keep it breaks; so nothing need be known of
what the columns are called.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from pipeline.check.rows import Row, Run
from pipeline.check.sums import Entry, Judged, Lines, Verdict, judge
from pipeline.dutch.amounts import parse_amount

_RATES: Final = tuple(map(Decimal, ("1.21", "1.19", "1.175", "1.09", "1.06")))
_ALIGNED: Final = 9.0  # points between right edges in one column
_LEAST_SHARES: Final = 3
_LEAST: Final = 2  # rows that show what a column is of


class Product(NamedTuple):
    """A row whose last figure is not the product of the two before it, as it is in the others."""

    row: Row
    quantity: Decimal
    price: Decimal
    stated: Decimal


def broken_products(found: Sequence[Run]) -> Iterator[Product]:
    """Two or more rows hold 'number × price = amount', and fewer than half as many do not."""
    for run in found:
        factors = [
            Product(row, *row.figures[-3:])  # type: ignore[arg-type]
            for row in run.rows
            if not row.is_total and len(row.figures) > 2 and None not in row.figures[-3:]
        ]
        broken = [one for one in factors if not _holds(one)]
        if len(factors) - len(broken) >= max(_LEAST, 2 * len(broken)):
            yield from (one for one in broken if not _with_rate(one))


def broken_statements(found: Sequence[Run]) -> Iterator[Product]:
    """Rows that say how their one figure comes about, and it does not: '650 m à f 42,50'.

    Other numbers of the row may multiply it further: '3 groepen, 2 dagen à € 500'.
    """
    for row in (row for run in found for row in run.rows if len(row.figures) == 1):
        match = _SAID.search(row.label)
        stated = row.figures[0]
        if match is None or stated is None or _SAID.search(row.label, match.end()):
            continue
        quantity, price = (parse_amount(match[name]) for name in ("quantity", "price"))
        if quantity is None or price is None or quantity.repaired or price.repaired:
            continue
        one = Product(row, quantity.value, price.value, stated)
        others = (Decimal(n) for n in _OTHERS.findall(row.label[: match.start()]))
        further = [one._replace(quantity=one.quantity * n) for n in others]
        if not any(_holds(any_) or _with_rate(any_) for any_ in (one, *further)):
            yield one


_SAID: Final = re.compile(
    r"(?<![\d.,])(?P<quantity>\d{1,3}(?:\.\d{3})+|\d+(?:,\d{1,2})?)\s*(?:[a-z][a-z²³.]*\s+){0,2}"
    r"(?:[x×*@]|maal|keer|à)\s*(?:€|EUR|Hfl\.?|fl?\.?|ƒ)?\s*"
    r"(?P<price>\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d+(?:,\d\d)?)(?!\d)",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(r"(?<![\d.,])\d{1,3}(?![\d.,])")


def broken_shares(found: Sequence[Run], prices: Iterable[Decimal]) -> Iterator[Product]:
    """Rows of 'number, amount' at a price that the letter states elsewhere: 'per inwoner € 2,50'.

    Three or more must hold, and no more than a third of them not.
    """
    for run in found:
        pairs = [
            (row, *row.figures)
            for row in run.rows
            if not row.is_total and len(row.figures) == 2 and all(row.figures)  # nor none of it
        ]
        for price in prices:
            shares = [Product(row, first, price, second) for row, first, second in pairs]  # type: ignore[arg-type]
            broken = [one for one in shares if not _holds(one)]
            if len(shares) - len(broken) >= max(_LEAST_SHARES, 2 * len(broken)):
                yield from broken


def _holds(one: Product) -> bool:
    whole = one.stated == one.stated.to_integral_value()
    slack = Decimal("0.005") * (abs(one.quantity) + 1) + (Decimal("0.5") if whole else 0)
    return one.quantity > 0 and abs(one.quantity * one.price - one.stated) <= slack


def _with_rate(one: Product) -> bool:
    """Whether btw makes the difference."""
    product = one.quantity * one.price
    return any(abs(product * rate - one.stated) <= 1 for rate in _RATES)


def judged_rows(found: Sequence[Run]) -> Iterator[Judged]:
    """Every total at the end of rows, with its verdict, column by column where they are aligned.

    Where a row may be lost over the first, a total that is not their sum is unknown.
    """
    for run in found:
        for at, row in enumerate(run.rows):
            if row.is_total and at >= _LEAST:
                yield from (_known(judged, run) for judged in _columns(run, at))


def doubtful_totals(found: Sequence[Run]) -> set[Decimal | None]:
    """Every figure of a total over which a row may be lost: a table of it may have lost it too."""
    return {
        figure
        for run in found
        if not run.whole
        for row in run.rows
        if row.is_total
        for figure in row.figures
    }


def sums_of_rows(found: Sequence[Run]) -> set[Decimal]:
    """What the last figures of rows add up to: a total of that value holds, wherever it stands."""
    sums = set()
    for run in found:
        items = [row.figures[-1] for row in run.rows if not row.is_total]
        sums.add(sum((figure for figure in items if figure is not None), Decimal(0)))
    return sums


def _known(judged: Judged, run: Run) -> Judged:
    if run.whole or judged.verdict is not Verdict.fails:
        return judged
    return Judged(judged.total, Verdict.unknown, judged.lines, judged.expected)


def _columns(run: Run, at: int) -> Iterator[Judged]:
    """The verdict on each figure of a total: by where it ends, else by its place among the others.

    Where columns cannot be told, only the last one.
    """
    total, above = run.rows[at], run.rows[:at]
    as_many = len(total.figures) > 1 and {len(row.figures) for row in above} == {len(total.figures)}
    told = False
    for index, end in enumerate(total.ends):
        aligned = [_aligned(row, end) for row in above]
        entries = [entry for entry in aligned if entry is not None]
        if len(entries) < len(aligned) and as_many:
            entries = [Entry(row.label, row.figures[index], row.place) for row in above]
        if len(entries) == len(above):
            told = True
            yield _judge(entries, Entry(total.label, total.figures[index], total.place), run)
    if not told:
        yield from _flat(total, above)


def _aligned(row: Row, end: float) -> Entry | None:
    """The figure of a row that ends where the total does; what hides the last may end anywhere."""
    for figure, own in zip(row.figures, row.ends, strict=True):
        if abs(own - end) <= _ALIGNED:
            return Entry(row.label, figure, row.place)
    return Entry(row.label, None, row.place) if row.figures[-1] is None else None


def _flat(total: Row, above: Sequence[Row]) -> Iterator[Judged]:
    """Rows whose figures stand in no columns: the last one, where all have as many or only that."""
    items = [row for row in above if not row.is_total]
    entries = [Entry(row.label, row.figures[-1], row.place) for row in above]
    last = Entry(total.label, total.figures[-1], total.place)
    run = Run((*above, total), whole=True)
    several = {len(row.figures) for row in items if len(row.figures) > 1}
    alone = all(row.money for row in items if len(row.figures) == 1)
    alike = alone and (not several or (len(several) < 2 and all(row.flat for row in run.rows)))
    if (alike or (_is_column(above) and len(total.figures) == 1)) and total.money:
        yield _judge(entries, last, run)
    else:
        yield Judged(last, Verdict.unknown, tuple(entries), Decimal(0))


def _is_column(rows: Sequence[Row]) -> bool:
    """Whether the last figures of rows end under each other; the total may stand out of line."""
    ends = [row.ends[-1] for row in rows]
    return max(ends) - min(ends) <= _ALIGNED


def _judge(above: Sequence[Entry], total: Entry, run: Run) -> Judged:
    lines = Lines((*above, total), money=any(row.money for row in run.rows))
    judged = judge(lines.entries, len(above), lines.tolerance)
    if judged.verdict is Verdict.fails and not _is_near(judged):
        return Judged(total, Verdict.silent, judged.lines, judged.expected)
    return judged


def _is_near(judged: Judged) -> bool:
    """A total that is less than half of its lines, or more than twice, is of something else."""
    stated = judged.total.value or Decimal(0)
    return judged.expected / 2 <= stated <= judged.expected * 2
