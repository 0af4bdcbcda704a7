"""Numbers and addresses by which a person, a body or a place is known."""

from __future__ import annotations

import pytest

from pipeline.dutch import identifiers

IBANS = [
    ("NL91ABNA0417164300", "NL91ABNA0417164300", True, False),
    ("NL91 ABNA 0417 1643 00", "NL91ABNA0417164300", True, False),
    ("IBAN: NL91 ABNA 0417 1643 00.", "NL91ABNA0417164300", True, False),
    ("NL91 ABNA 0417 1643 01", "NL91ABNA0417164301", False, False),
    ("NL91 ABNA O4I7 1643 OO", "NL91ABNA0417164300", True, True),
    ("BE68 5390 0754 7034", "BE68539007547034", True, False),
]
NO_IBANS = ["NL91", "AB12CDEF3456789012345", "BE68 5390 0754 7035", "NL91 ABNA 0417", ""]

PHONES = [
    ("(038) 499 88 99", "+31384998899"),
    ("038-4998899", "+31384998899"),
    ("038 - 499 88 99", "+31384998899"),
    ("0384998899", "+31384998899"),
    ("0529 488888", "+31529488888"),
    ("06-12345678", "+31612345678"),
    ("06 12 34 56 78", "+31612345678"),
    ("06 1234 5678", "+31612345678"),
    ("+31 6 12345678", "+31612345678"),
    ("+31 (0)6 1234 5678", "+31612345678"),
    ("+31(0)38 499 88 99", "+31384998899"),
    ("0031 70 379 79 11", "+31703797911"),
    ("088 - 123 45 67", "+31881234567"),
    ("14 036", "14036"),
    ("0800-1234", "08001234"),
    ("0900 - 8844", "09008844"),
    ("0800 844 60 00", "08008446000"),
    ("Telefoon 03407-1844", "034071844"),
    ("tel. 070-614941", "070614941"),
]
NO_PHONES = [
    "01-02-2016 10:30",
    "06-12-2019 11:08",
    "0123",
    "2016-0123456789",
    "038-49988",
    "kenmerk 03407-1844",
    "038-499889912",
    "NL91 ABNA 0417 1643 00",
    "14 036,50",
    "€ 0,80",
    "",
]

POSTCODES = [
    ("2500 EH DEN HAAG", "2500 EH", False),
    ("2500EH Den Haag", "2500 EH", False),
    ("2500  EH", "2500 EH", False),
    ("25OO EH", "2500 EH", True),
    ("I315 HR", "1315 HR", True),
    ("2500 0H", "2500 OH", True),
    ("Postcode:1074AG", "1074 AG", False),
]
NO_POSTCODES = [
    "0500 EH", "2500 eh", "25000 EH", "2500 EHA", "2500 SS", "in 2016 EU-subsidie", "250 EH",
    "NEN 1991-1-1:2009 NB:2011", "A06/3168 MD", "",
]  # fmt: skip

STREETS = [
    ("Stadhuisplein 1", ("Stadhuisplein", "1")),
    ("Lange Voorhout 12-a", ("Lange Voorhout", "12-a")),
    ("P.C. Hooftstraat 3bis", ("P.C. Hooftstraat", "3bis")),
    ("Kerkstraat 12 hs", ("Kerkstraat", "12 hs")),
    ("Prins Clauslaan 8", ("Prins Clauslaan", "8")),
    ("Burgemeester de Withstraat 40", ("Burgemeester de Withstraat", "40")),
    ("Woudenbergseweg 56-58", ("Woudenbergseweg", "56-58")),
    ("Lijnbaansgracht 161A", ("Lijnbaansgracht", "161A")),
    ("Bezoekadres Stadhuisplein 1", ("Stadhuisplein", "1")),
    ("aan de Rozengracht 226", ("Rozengracht", "226")),
    ("Het Bat 4, 6211 EX Maastricht", ("Het Bat", "4")),
    ("Amstel 1\n1011 PN Amsterdam", ("Amstel", "1")),
]
NO_STREETS = [
    "Postbus 20301",
    "Postbus 202\n1000 AE Amsterdam",
    "Artikel 4",
    "Bijlage 3",
    "straat 5",
    "Stadhuisplein",
    "Kerkstraat 50%",
    "Het Bat 4",
    "E 58\n3555 ER",
    "",
]


@pytest.mark.parametrize(("text", "value", "valid", "repaired"), IBANS)
def test_ibans(text: str, value: str, valid: bool, repaired: bool) -> None:
    (found,) = identifiers.find_ibans(text)
    assert (found.value, found.valid, found.repaired) == (value, valid, repaired)


@pytest.mark.parametrize("text", NO_IBANS)
def test_no_ibans(text: str) -> None:
    assert list(identifiers.find_ibans(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BSN: 111222333", ("111222333", True, True)),
        ("BSN 1112.22.333", ("111222333", True, True)),
        ("burgerservicenummer 123456789", ("123456789", False, True)),
        ("Burgerservicenummer (BSN): 123 456 782", ("123456782", True, True)),
        ("sofinummer 123456782", ("123456782", True, True)),
        ("123456782", ("123456782", True, False)),
    ],
)
def test_bsns(text: str, expected: tuple[str, bool, bool]) -> None:
    (found,) = identifiers.find_bsns(text)
    assert (found.value, found.valid, found.labelled) == expected


@pytest.mark.parametrize("text", ["123456789", "1234567820", "123.456.782,50", "12345678", ""])
def test_no_bsns(text: str) -> None:
    assert list(identifiers.find_bsns(text)) == []


@pytest.mark.parametrize(("text", "value"), PHONES)
def test_phones(text: str, value: str) -> None:
    assert [found.value for found in identifiers.find_phones(f"bel {text} of")] == [value]


@pytest.mark.parametrize("text", NO_PHONES)
def test_no_phones(text: str) -> None:
    assert [found.value for found in identifiers.find_phones(text)] == []


def test_a_phone_number_knows_its_label() -> None:
    labelled = [
        found.labelled for found in identifiers.find_phones("Tel. 038-4998899, 06-12345678")
    ]
    assert labelled == [True, False]


@pytest.mark.parametrize(("text", "value", "repaired"), POSTCODES)
def test_postcodes(text: str, value: str, repaired: bool) -> None:
    (found,) = identifiers.find_postcodes(text)
    assert (found.value, found.repaired) == (value, repaired)


@pytest.mark.parametrize("text", NO_POSTCODES)
def test_no_postcodes(text: str) -> None:
    assert list(identifiers.find_postcodes(text)) == []


@pytest.mark.parametrize(
    ("text", "value", "repaired"),
    [
        ("mail naar info@almere.nl.", "info@almere.nl", False),
        ("J.de-Vries@mail.almere.nl", "j.de-vries@mail.almere.nl", False),
        ("info @almere.nl", "info@almere.nl", True),
        ("info@ almere.nl", "info@almere.nl", True),
    ],
)
def test_emails(text: str, value: str, repaired: bool) -> None:
    (found,) = identifiers.find_emails(text)
    assert (found.value, found.repaired) == (value, repaired)


@pytest.mark.parametrize("text", ["info@almere", "@almere.nl", "almere.nl", "a @ b", ""])
def test_no_emails(text: str) -> None:
    assert list(identifiers.find_emails(text)) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("Postbus 20301", "20301"), ("Post-bus 12", "12"), ("POSTBUS 1", "1"), ("Postbus 2O2", "202")],
)
def test_po_boxes(text: str, value: str) -> None:
    assert [found.value for found in identifiers.find_po_boxes(text)] == [value]


@pytest.mark.parametrize("text", ["Postbus", "Postbus 1234567", "brievenbus 12", "postbussen 4"])
def test_no_po_boxes(text: str) -> None:
    assert list(identifiers.find_po_boxes(text)) == []


@pytest.mark.parametrize(("text", "expected"), STREETS)
def test_street_addresses(text: str, expected: tuple[str, str]) -> None:
    (found,) = identifiers.find_street_addresses(text)
    assert (found.street, found.number) == expected
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("text", NO_STREETS)
def test_no_street_addresses(text: str) -> None:
    assert list(identifiers.find_street_addresses(text)) == []
