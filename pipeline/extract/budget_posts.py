"""What a stated sum is: a budget line in the making, with the words that say its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pipeline.dutch.amounts import Currency
from pipeline.record import Amount, BudgetLine, Field, Kind, Status

_SUBTOTAL = re.compile(r"(?<!\w)sub-?\s?tota(?:al|len)|(?<!\w)tussentotaal", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?<!\w)(?:(?:eind|generaal\s+)?totaal\w*|totale|opgeteld|alles\s+bijeen|tezamen|^te\s+(?:betalen|voldoen|ontvangen)|factuurbedrag|bij\s+elkaar|"
    r"gezamenlijke?\s+(?:kosten|bedrag)|(?:^|(?<=[,;:.(]\s)|(?<=\bis\s)|(?<=\bbedragen\s))\s*(?:te[sz]|s)amen(?=(?:\s+is)?[\s:]*$))(?!\w)",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"(?<!\w)(?:(?:(?:uur|dag|dagdeel|week|maand|jaar|stuk|eenheids|kilometer)?tarie(?:f|ven)"
    r"|(?:uur|dag|dagdeel|week|maand|stuk|eenheids|kilometer)prij(?:s|zen))"
    r"(?!(?<!uurtarief)(?<!dagtarief)(?<!deeltarief)\s+van\s+het)|(?:prijs|kosten|tarief|bijdrage|vergoeding|bedrag)\s+per\s+[^\W\d]{2,30})(?!\w)",
    re.IGNORECASE,
)
_PER = re.compile(
    r"(?<!\w)per\s+((?:(?:[a-zà-ÿ]+ende|vierkante|kubieke|halve|hele)\s+)?[^\W\d]{2,30})",
    re.IGNORECASE,
)
_FOR_EACH = re.compile(
    r"(?:^|[.;,:(]\s+)(?:(?:voor|aan)\s+)?(?:elke?|iedere?|ieder)\s+(?:[a-zà-ÿ]+(?:en|e|de)\s+)?(?P<unit>(?!jaar\b)[a-zà-ÿ]{3,30})\s+"
    r"(?:wordt|worden|ontvangt|ontvangen|krijgt|krijgen|betaalt|betalen|rekent|rekenen|vergoedt|vergoeden|is|geldt)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_PER_LEADING = re.compile(
    r"(?:^|[.;,:(]\s+)per\s+(?!(?:brief|e-?mail|mail|post|saldo|abuis|omgaande|jaar)\b)"
    r"((?:[a-z]+ende\s+)?[^\W\d]{3,30})\s+(?:[\w’']+\s+){0,6}$",
    re.IGNORECASE,
)
_ONE_OF = re.compile(
    r"(?:^|[.;,:(]\s+|\ben\s+)(?:een|één|elke?|iedere?|ieder)\s+(?:(?:hele|halve|extra|volle)\s+)?"
    r"(?P<unit>uur|dagdeel|dag|week|maand|kwartaal|les|lesuur|stuk|kilometer|nacht|etmaal|kilo|liter|overnachting|"
    r"(?:vierkante|kubieke|strekkende)\s+meter)\b[^.;,:]*"
    r"(?:\bkost|\bbedraagt|\bkomt\s+op)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
_COMPOUND = re.compile(
    r"(?<!\w)(uur|dag|dagdeel|week|maand|jaar|stuk|kilometer)(?:tarief|prijs)", re.I
)


@dataclass(frozen=True, slots=True)
class Post:
    """A sum with what it is for. `at` is its place in the letter; `own_words`: that it is for
    something is said beside it, and not taken from the wording of the sum alone.
    """

    at: int
    sentence: int
    description: Field[str] | None
    kind: Kind
    amount: Field[Amount]
    currency: Currency
    unit: str | None = None
    quantity: Decimal | None = None
    unit_price: Decimal | None = None
    own_words: bool = True
    listed: bool = False

    def line(self) -> BudgetLine:
        """The entry of the record."""
        return BudgetLine(
            description=self.description,
            kind=self.kind,
            amount=self.amount,
            currency=self.currency,
            unit=self.unit,
            quantity=self.quantity,
            unit_price=self.unit_price,
            redacted=self.amount.status is Status.redacted,
        )


def kind_by(words: str, unit: str | None) -> Kind:
    """The kind of a sum by the words that lead to it and by what it is for one of."""
    if _SUBTOTAL.search(words):
        return Kind.subtotal
    if unit is not None or _PRICE.search(words):
        return Kind.unit_price
    return Kind.total if _TOTAL.search(words) else Kind.item


def unit_by(words: str) -> str | None:
    """'per uur' out of 'prijs per uur', 'uurtarief' or 'per uur rekenen wij'."""
    leading = _PER_LEADING.search(words)
    if leading is not None:
        return f"per {leading[1].lower()}"
    one_of = _ONE_OF.search(words) or _FOR_EACH.search(words)
    if one_of is not None:
        return f"per {one_of['unit'].lower()}"
    price = _PRICE.search(words)
    if price is None:
        return None
    per = _PER.search(words, price.start())
    compound = _COMPOUND.search(words)
    noun = per[1] if per else compound[1] if compound else None
    return f"per {noun.lower()}" if noun else None
