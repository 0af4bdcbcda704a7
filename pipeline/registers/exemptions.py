"""The grounds on which something may be covered in a released document (Wob, Woo)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.registers import tables
from pipeline.registers.names import holds

PLAUSIBLE = frozenset({"medium", "high", "highest"})


@dataclass(frozen=True, slots=True)
class Ground:
    """One exemption ground; `code` as records have it: '10.2.e' (Wob), '5.1.2.e' (Woo).

    `amount_likelihood` is no, low, medium, high or highest; `plausible_for_amount` from medium on.
    """

    code: str
    law: str
    kind: str
    name_nl: str
    name_en: str
    printed_forms: tuple[str, ...]
    amount_likelihood: str
    valid_from: dt.date | None
    valid_to: dt.date | None

    @property
    def plausible_for_amount(self) -> bool:
        return self.amount_likelihood in PLAUSIBLE

    def in_force(self, date: dt.date | None) -> bool:
        """Whether the law was in force on `date`."""
        return holds(self, date)


@cache
def _source() -> Any:
    return tables.value("grounds.json")


@cache
def grounds() -> tuple[Ground, ...]:
    """All grounds: Wob, Woo, and two of other acts."""
    return tuple(_ground(row) for row in _source()["grounds"])


def _ground(row: Mapping[str, Any]) -> Ground:
    return Ground(
        row["code"], row["law"], row["kind"], row["name_nl"], row["name_en"],
        tuple(row["printed_forms"]), row["plausible_for_amount"],
        tables.day(row["valid_from"] or ""), tables.day(row["valid_to"] or ""),
    )  # fmt: skip


def _bare(form: str) -> str:
    return re.sub(r"[\W_]", "", form.lower())


@cache
def _by_form() -> dict[str, Ground]:
    forms = {_bare(form): item for item in grounds() for form in item.printed_forms}
    return forms | {_bare(item.code): item for item in grounds()}


def ground(code: str) -> Ground | None:
    """The ground that is printed as `code`: '10.2.e', '10.2e', '(10)(2e)', '5.1 lid 2 onder e'."""
    return _by_form().get(_bare(code))


def labels() -> Mapping[str, tuple[str, ...]]:
    """What is printed over covered text and is no ground: 'buiten verzoek', 'dubbel'."""
    return {name: tuple(forms) for name, forms in _source()["labels"].items()}


def glyph_confusions() -> Mapping[str, tuple[str, ...]]:
    """For each sign of a code, what OCR makes of it."""
    return {sign: tuple(others) for sign, others in _source()["glyph_confusions"].items()}
