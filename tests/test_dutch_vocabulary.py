"""The fixed words of letters, and page numbers."""

from __future__ import annotations

import pytest

from pipeline.dutch import vocabulary
from pipeline.dutch.vocabulary import PageNumber, page_number

PAGES = [
    ("Pagina 2/3", (2, 3)),
    ("Pagina 2 van 3", (2, 3)),
    ("pagina 2", (2, None)),
    ("Pagina: 2", (2, None)),
    ("PAGINA 2 VAN 3", (2, 3)),
    ("blad 2", (2, None)),
    ("Blad 2 van 4", (2, 4)),
    ("Bladnummer 2", (2, None)),
    ("Blz. 2", (2, None)),
    ("blz 2/5", (2, 5)),
    ("Pag. 2", (2, None)),
    ("Vervolgblad 1", (1, None)),
    ("- 2 -", (2, None)),
    ("-2-", (2, None)),
    ("– 2 –", (2, None)),
    ("2/3", (2, 3)),
    ("2 van 3", (2, 3)),
    ("  Pagina 2 van 3 ", (2, 3)),
    ("Pagina 23", (23, None)),
]

NO_PAGES = [
    "Pagina", "2", "Pagina 2 van", "3/2", "Pagina 3 van 2", "pagina 0", "zie pagina 2", "28/1/2016",
    "Pagina 2 van 3 en verder", "2-3", "-2", "artikel 2 van 3", "",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PAGES)
def test_page_numbers(text: str, expected: tuple[int, int | None]) -> None:
    assert page_number(text) == PageNumber(*expected)


@pytest.mark.parametrize("text", NO_PAGES)
def test_no_page_numbers(text: str) -> None:
    assert page_number(text) is None


def test_prefixes_are_lower_case_and_each_once() -> None:
    prefixes = vocabulary.surname_prefixes()
    assert {"van", "van der", "in 't", "de la"} <= set(prefixes)
    assert len(prefixes) == len(set(prefixes))
    assert all(prefix == prefix.lower() for prefix in prefixes)
