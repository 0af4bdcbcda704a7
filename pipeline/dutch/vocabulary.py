"""The fixed words of Dutch official letters: typed access to data/vocabulary.json.

Read once, at the first question. Tuples keep the order of the file.
"""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from importlib import resources
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class PageNumber:
    """What a page says of itself; `total` where it also says how many there are."""

    number: int
    total: int | None


@functools.cache
def _data() -> dict[str, Any]:
    content = resources.files("pipeline.data").joinpath("vocabulary.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(content)
    return data


def surname_prefixes() -> tuple[str, ...]:
    """Lower case, each once, the common ones first: 'van', 'van der', 'in 't'."""
    prefixes = _data()["surname_prefixes"]
    return tuple(dict.fromkeys([*prefixes["common"], *prefixes["official"]]))


def titles(place: str) -> tuple[str, ...]:
    """Titles by place: `academic_before_name`, `academic_after_name`, `noble`, `style`.

    Raises KeyError for a place that the vocabulary does not have.
    """
    return tuple(_data()["titles"][place])


def address_openers() -> tuple[str, ...]:
    """What an address block begins with: 'Aan', 'T.a.v.', 'Per e-mail', 'Retouradres'."""
    return tuple(_data()["address_openers"])


def salutations() -> tuple[str, ...]:
    """'Geachte heer', 'Geacht college'."""
    return tuple(_data()["salutations"])


def closings() -> tuple[str, ...]:
    """'Hoogachtend', 'Met vriendelijke groet'."""
    return tuple(_data()["closings"])


def signing_formulas() -> tuple[str, ...]:
    """Between a body and who signs for it: 'namens deze', 'w.g.', 'loco-secretaris'."""
    return tuple(_data()["signing_on_behalf"])


def signing_bodies() -> tuple[str, ...]:
    """Who signs: 'Burgemeester en wethouders van', 'De Minister van', 'de griffier'."""
    return tuple(_data()["signing_bodies"])


def label_fields() -> tuple[str, ...]:
    """The fields that have labels: 'our_reference', 'subject', 'date'."""
    return tuple(_data()["labels"])


def labels(field: str) -> tuple[str, ...]:
    """The labels of a field, as printed. Raises KeyError for a field without labels."""
    return tuple(_data()["labels"][field])


def reply_phrases() -> tuple[str, ...]:
    """'Naar aanleiding van uw brief van' …; '...' stands for a date."""
    return tuple(_data()["reply_phrases"])


def decision_phrases() -> tuple[str, ...]:
    """What a letter is: 'Besluit op uw verzoek', 'Beschikking', 'Ontvangstbevestiging'."""
    return tuple(_data()["decision_phrases"])


def date_phrases() -> tuple[str, ...]:
    """Words beside a date: 'd.d.', 'uiterlijk', 'm.i.v.'."""
    return tuple(_data()["date_phrases"])


def page_patterns() -> tuple[str, ...]:
    """Regular expressions of page numbers as letters print them."""
    return tuple(_data()["page_patterns"])


def abbreviations() -> dict[str, str]:
    """'B&W' → 'burgemeester en wethouders' …; a copy."""
    return dict(_data()["abbreviations"])


_LABELLED_PAGE: Final = re.compile(
    r"(?:pagina|pag|bladzijde|bladnummer|vervolgblad|volgblad|blad|blz|page|p)\b\.?\s*(?:nr\.?)?\s*:?"
    r"\s*(\d{1,4})(?:\s*(?:van|/|of|uit)\s*(\d{1,4}))?",
    re.IGNORECASE,
)
_BARE_PAGE: Final = re.compile(r"[-–—]\s*(\d{1,4})\s*[-–—]|(\d{1,3})\s*(?:van|/)\s*(\d{1,3})")


def page_number(text: str) -> PageNumber | None:
    """The page number that `text`, a line or a label with its value, consists of; None if more.

    'Pagina 2 van 3', 'Pagina 2/3', 'blad 2', 'Blz. 2', '- 2 -', '2/3', '2 van 3'. 'Pagina 23' is
    page 23, even where OCR lost a slash: that cannot be known. A page 0, or one past the total,
    is none.
    """
    stripped = text.strip(" \t\r\n|")
    if match := _LABELLED_PAGE.fullmatch(stripped):
        number, total = match.groups()
    elif match := _BARE_PAGE.fullmatch(stripped):
        number, total = match[1] or match[2], match[3]
    else:
        return None
    page = PageNumber(int(number), int(total) if total else None)
    return page if page.number and (page.total is None or page.number <= page.total) else None
