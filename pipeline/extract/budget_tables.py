"""Budget lines in tables: what each column holds, and one line for each row with a sum."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pipeline.dutch.amounts import Currency, parse_amount, parse_number
from pipeline.dutch.dates import find_dates
from pipeline.extract import calibration
from pipeline.extract.budget_posts import Post, kind_by
from pipeline.extract.tabulated import Tabulated
from pipeline.letter import Letter
from pipeline.record import Field, Kind, Status

_SOURCE = "table"
_MONEY = re.compile(
    r"€|\beuro|\bEUR\b|bedrag|kosten|totaal|subsidie|bijdrage|budget|begroot|begroting|raming|geraamd|"
    r"gulden|\b[hd]?fl\b|lasten|baten|vergoeding|voorschot|aangevraagd|toegekend|verleend|uitgaven|"
    r"inkomsten|dekking|krediet|werkelijk|realisatie|gerealiseerd|besteed|vastgesteld",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"prijs|tarief|\bper\s+(?:uur|dag|dagdeel|week|maand|stuk|eenheid|deelnemer|persoon|training)|"
    r"^à|kostprijs",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"\baantal\b|hoeveelheid|^(?:uren|uur|dagen|dagdelen|weken|maanden|stuks?|deelnemers|sessies|"
    r"bijeenkomsten|trainingen|personen|omvang|eenheden)\b",
    re.IGNORECASE,
)
# What became of a sum says more than what it was to be.
_REAL = re.compile(
    r"toegekend|verleend|vastgesteld|werkelijk|realisatie|gerealiseerd|besteed", re.I
)
_DIFFERENCE = re.compile(r"verschil|mutatie|afwijking|stijging|daling", re.IGNORECASE)
_ALL_MONEY = re.compile(r"€|\beuro|gulden|bedragen|x\s*(?:f|ƒ)?\s*1\.000", re.IGNORECASE)
_UNIT = re.compile(r"^(?:eenheid|per|soort\s+eenheid)\b", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:nr|nummer|no|#|post\s?nr|code)\b\.?", re.IGNORECASE)
_COUNTED = re.compile(r"(?P<number>\d[\d.]*(?:,\d+)?)\s*(?:[^\W\d][\w²³./-]*\s?){0,2}")  # '45 m³'
_PER = re.compile(r"\bper\s+(?!jaar\b)[a-zà-ÿ]", re.IGNORECASE)
_THOUSANDS = re.compile(r"[x×*]\s*€?\s*1[.\s]?000\b|in\s+duizend(?:en|tallen)?|\bk€|€\s?k\b", re.I)
_MILLIONS = re.compile(r"[x×*]\s*€?\s*(?:1\s+)?(?:mln|miljoen)|in\s+miljoenen", re.IGNORECASE)
_GUILDERS = re.compile(
    r"gulden|ƒ|(?<!\w)[hd]?fl\b|(?<!\w)f\s*\d|\(f\.?\)|\bin\s+f\b|\bNLG\b", re.IGNORECASE
)
_EUROS = re.compile(r"€|\beuro|\bEUR\b", re.IGNORECASE)
_CURRENCY = re.compile(r"€|\bEUR\b|\beuro\b|ƒ|(?<!\w)(?:[hd]?fl\.?|f)\s*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what; None where there is none."""

    description: int
    amount: int | None
    price: int | None
    quantity: int | None
    unit: int | None


def in_table(letter: Letter, found: Tabulated, house: Currency) -> Iterator[Post]:
    """One post for each row of a table that has a column of sums.

    `house` is the currency of a table that names none.
    """
    table = found.table
    heads = [field.value or "" for field in table.header] or [""] * len(table.rows[0])
    sides = _sides(heads, table.rows) or [_columns(heads, table.rows)]
    if sides[0].amount is None and sides[0].price is None:
        return
    above = letter.text[max(0, found.start - 160) : found.start] + " ".join(heads)
    cells = " ".join(field.text for row in table.rows for field in row)
    manner = _manner((above, heads, cells), house)
    for at, row in zip(found.row_starts, table.rows, strict=True):
        for number, columns in enumerate(sides):
            post = _post(at + number, row, heads, columns, manner)
            if post is not None:
                yield post


def _manner(words: tuple[str, Sequence[str], str], house: Currency) -> tuple[Currency, int]:
    """The currency of a table, and what its figures are to be taken times.

    `words`: what stands above it with its heads, its heads, all of its cells.
    """
    above, heads, cells = words
    guilders = _GUILDERS.search(" ".join(heads)) or (_GUILDERS.search(cells) and "€" not in cells)
    euros = _EUROS.search(" ".join(heads)) or _EUROS.search(cells)
    scale = 1_000_000 if _MILLIONS.search(above) else 1000 if _THOUSANDS.search(above) else 1
    return ("NLG" if guilders else "EUR" if euros else house), scale


# --- the columns


def _sides(heads: Sequence[str], rows: Sequence[Sequence[Field[str]]]) -> list[_Columns]:
    """'Lasten | Bedrag | Baten | Bedrag': two lists of sums side by side; else nothing."""
    columns = range(len(rows[0]))
    cells = [[row[column] for row in rows] for column in columns]
    money = [_holds_money(heads[c], cells[c]) for c in columns]
    words = [not money[c] and _holds_words(heads[c], cells[c]) for c in columns]
    pairs = list(zip(columns[::2], columns[1::2], strict=False))
    if len(columns) != 4 or not all(words[w] and money[m] for w, m in pairs):
        return []
    return [_Columns(w, m, None, None, None) for w, m in pairs]


def _columns(heads: Sequence[str], rows: Sequence[Sequence[Field[str]]]) -> _Columns:
    columns = range(len(rows[0]))
    cells = [[row[column] for row in rows] for column in columns]
    named = [c for c in columns if _holds_money(heads[c], cells[c])]
    money = named or (list(_figures(heads, cells)) if _ALL_MONEY.search(heads[0]) else [])
    prices = [
        c
        for c in money
        if (_PRICE.search(heads[c]) or (len(money) > 1 and _PER.search(heads[c])))
        and not re.search("totaal", heads[c], re.I)
    ]
    amounts = [c for c in money if c not in prices]
    others = [c for c in columns if c not in money]
    product = _product(heads, cells)
    if product is not None:
        quantity, price, amount = product
        words = [c for c in columns if c not in product and _holds_words(heads[c], cells[c])]
        unit = next((c for c in others if _UNIT.search(heads[c])), None)
        return _Columns(next(iter(words), 0), amount, price, quantity, unit)
    return _Columns(
        description=next((c for c in others if _holds_words(heads[c], cells[c])), 0),
        amount=_amount_column(heads, amounts),
        price=prices[0] if prices else None,
        quantity=_quantity_column(heads, cells, others, bool(prices)),
        unit=next((c for c in others if _UNIT.search(heads[c])), None),
    )


def _product(
    heads: Sequence[str], cells: Sequence[Sequence[Field[str]]]
) -> tuple[int, int, int] | None:
    """Quantity, price and amount: three columns of which the third is the product of the others.

    Two rows of more than one thing must say so, and no more rows may say otherwise.
    """
    figures = [[_value(field) for field in column] for column in cells]
    counted = [c for c, values in enumerate(figures) if any(v is not None for v in values)]
    for quantity, price, amount in itertools.permutations(counted, 3):
        if amount < max(quantity, price) or not _may_count(heads[quantity], cells[quantity]):
            continue
        rows = zip(figures[quantity], figures[price], figures[amount], strict=True)
        whole = [(q * p, a) for q, p, a in rows if q and p and a and q != 1]
        right = sum(product == stated for product, stated in whole)
        if right >= 2 and 2 * right > len(whole):
            return quantity, price, amount
    return None


def _value(field: Field[str]) -> Decimal | None:
    """The figure of a cell: '45 m³' is 45, '€ 7.500,-' is 7500."""
    text = field.value or ""
    found = parse_amount(text)
    match = None if found else _COUNTED.fullmatch(text)
    return found.value if found else parse_number(match["number"]) if match else None


def _may_count(head: str, cells: Sequence[Field[str]]) -> bool:
    """Whether a column can say how many: no sign of a currency, no price in its head."""
    signed = any(_CURRENCY.search(field.value or "") for field in cells)
    speaks = (_MONEY.search(head) or _PRICE.search(head) or _PER.search(head)) is not None
    return not signed and (not speaks or _QUANTITY.search(head) is not None)


def _amount_column(heads: Sequence[str], amounts: Sequence[int]) -> int | None:
    """The last of them; before it one headed 'Totaal', or of what was granted or spent."""
    total = [c for c in amounts if re.search(r"totaal", heads[c], re.IGNORECASE)]
    amounts = [c for c in amounts if not _DIFFERENCE.search(heads[c])] or list(amounts)
    real = [c for c in amounts if _REAL.search(heads[c])]
    return next(reversed(total or real or amounts), None)


def _holds_money(head: str, cells: Sequence[Field[str]]) -> bool:
    """Sums with a currency, or figures under a head that speaks of money."""
    texts = [field.value for field in cells if field.value]
    read = [text for text in texts if parse_amount(text) is not None]
    hidden = sum(field.status is not Status.found for field in cells)
    signed = sum(bool(_CURRENCY.search(text)) for text in texts)
    if not read and not hidden:
        return False
    speaks = bool(_MONEY.search(head) or _PRICE.search(head)) and not _QUANTITY.search(head)
    return 2 * len(read) >= len(texts) and (speaks or 2 * signed > len(texts))


def _figures(heads: Sequence[str], cells: Sequence[Sequence[Field[str]]]) -> Iterator[int]:
    """The columns of figures, where the first head says that all are sums: '(x € 1.000)'."""
    for column, head in enumerate(heads):
        texts = [field.value for field in cells[column] if field.value]
        read = all(parse_amount(text) is not None for text in texts)
        if column and texts and read and not _QUANTITY.search(head):
            yield column


def _holds_words(head: str, cells: Sequence[Field[str]]) -> bool:
    texts = [field.value or "" for field in cells]
    words = sum(
        bool(re.search(r"[^\W\d]{2}", text)) and not (_COUNTED.fullmatch(text) or _is_date(text))
        for text in texts
    )
    return 2 * words > len(cells) and not _UNIT.search(head) and not _NUMBER.search(head)


def _is_date(text: str) -> bool:
    return any(found.end - found.start >= len(text.strip()) for found in find_dates(text))


def _quantity_column(
    heads: Sequence[str],
    cells: Sequence[Sequence[Field[str]]],
    others: Sequence[int],
    priced: bool,
) -> int | None:
    """Numbers under 'Aantal' or a unit; beside a price any one column of numbers."""
    numbers = [
        c
        for c in others
        if any(parse_number(field.value or "") is not None for field in cells[c])
        and not _NUMBER.search(heads[c])
        and not _holds_words(heads[c], cells[c])
    ]
    named = [c for c in numbers if _QUANTITY.search(heads[c])]
    return named[0] if named else numbers[0] if priced and len(numbers) == 1 else None


# --- the rows


def _post(
    at: int,
    row: Sequence[Field[str]],
    heads: Sequence[str],
    columns: _Columns,
    manner: tuple[Currency, int],
) -> Post | None:
    description = _description(row, columns)
    price = _sum(row, columns.price, manner)
    amount = _sum(row, columns.amount, manner)
    if amount is None and price is None:
        return None
    kind = kind_by(description.value or "" if description else "", None)
    single = kind in (Kind.item, Kind.unit_price)
    if amount is None or columns.amount is None:
        kind = Kind.unit_price
    elif single:
        kind = Kind.item
    quantity = _number(row, columns.quantity) if single else None
    counted = quantity is not None or kind is Kind.unit_price or columns.unit is not None
    return Post(
        at,
        at,
        description,
        kind,
        amount or price,  # type: ignore[arg-type]  # one of them is there
        manner[0],
        _unit(row, heads, columns, kind) if single and counted else None,
        quantity,
        price.value if price is not None and amount is not None and single else None,
        listed=True,
    )


def _description(row: Sequence[Field[str]], columns: _Columns) -> Field[str] | None:
    """The first cell with words in it."""
    own = row[columns.description]
    if own.value and re.search(r"[^\W\d]|\d{3}", own.value):
        return own
    taken = (columns.amount, columns.price, columns.quantity)
    cells = [row[columns.description], *(f for c, f in enumerate(row) if c not in taken)]
    return next((f for f in cells if f.value and re.search(r"[^\W\d]", f.value)), None) or next(
        (f for f in cells if f.value), None
    )


def _sum(
    row: Sequence[Field[str]], column: int | None, manner: tuple[Currency, int]
) -> Field[Any] | None:
    """The sum in a cell; a covered or unreadable cell as it is; None for an empty one."""
    if column is None:
        return None
    field = row[column]
    if field.value is None:
        return field
    found = parse_amount(field.value, manner[0])
    if found is None:
        return None
    value = found.value * manner[1]
    sure = calibration.confidence(calibration.certain(0.75)) if found.repaired else field.confidence
    return field.model_copy(
        update={"value": value, "confidence": min(sure, field.confidence), "source": _SOURCE}
    )


def _number(row: Sequence[Field[str]], column: int | None) -> Decimal | None:
    """'12' and '12 uur' are twelve."""
    if column is None or not row[column].value:
        return None
    match = re.match(r"[\d.,]+", row[column].value or "")
    return parse_number(match[0]) if match else None


def _unit(
    row: Sequence[Field[str]], heads: Sequence[str], columns: _Columns, kind: Kind
) -> str | None:
    """Of a quantity the unit in its row, else its column's head; of a price alone 'per …'."""
    if columns.unit is not None and row[columns.unit].value:
        return row[columns.unit].value
    price = heads[columns.price] if columns.price is not None else ""
    per = re.search(r"\bper\s+([^\W\d]+)", price, re.IGNORECASE)
    if kind is Kind.unit_price:
        return f"per {per[1].lower()}" if per else None
    if columns.quantity is None:
        return None
    own = re.search(r"\d\s+([^\W\d]+)", row[columns.quantity].value or "")
    head = re.sub(r"(?i)^aantal\s*", "", heads[columns.quantity]).strip(" ():")
    return own[1] if own else head.lower() or (per[1].lower() if per else None)
