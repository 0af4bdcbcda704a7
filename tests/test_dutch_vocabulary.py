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


@pytest.mark.parametrize(
    ("words", "one"),
    [
        (vocabulary.salutations(), "Geachte heer"),
        (vocabulary.closings(), "Hoogachtend"),
        (vocabulary.signing_formulas(), "namens deze"),
        (vocabulary.signing_bodies(), "burgemeester en wethouders"),
        (vocabulary.reply_phrases(), "Naar aanleiding van uw brief van"),
        (vocabulary.decision_phrases(), "Beschikking"),
        (vocabulary.date_phrases(), "d.d."),
        (vocabulary.address_openers(), "T.a.v."),
        (vocabulary.titles("academic_before_name"), "mr."),
        (vocabulary.labels("our_reference"), "Ons kenmerk"),
        (vocabulary.labels("subject"), "Betreft"),
    ],
)
def test_lists_hold_what_their_name_says(words: tuple[str, ...], one: str) -> None:
    assert one in words
    assert all(isinstance(word, str) and word for word in words)


def test_every_label_field_has_labels() -> None:
    assert "date" in vocabulary.label_fields()
    assert all(vocabulary.labels(field) for field in vocabulary.label_fields())


def test_an_unknown_field_is_an_error() -> None:
    with pytest.raises(KeyError):
        vocabulary.labels("shoe size")


def test_abbreviations_are_a_copy() -> None:
    vocabulary.abbreviations()["B&W"] = "changed"
    assert vocabulary.abbreviations()["B&W"] == "burgemeester en wethouders"
