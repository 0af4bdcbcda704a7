"""What is fixed in Dutch letters: the prefixes of surnames (data/vocabulary.json), page numbers."""

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
