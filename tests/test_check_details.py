from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.check import Case
from pipeline.letter import Letter
from pipeline.page import TextFrom
from pipeline.record import Severity
from tests.cases import breaches, case, day, message


@pytest.mark.parametrize(
    ("address", "invalid", "mismatch"),
    [
        ("Postbus 20301\n2500 EH Den Haag", 0, 0),
        ("Postbus 20301\n2500 EH DEN HAAG", 0, 0),
        ("Postbus 20301\n2500 EH 's-Gravenhage", 0, 0),
        ("Postbus 9022\n6710 HK Ede", 0, 0),
        ("Postbus 9022\n6710 HK Apeldoorn", 0, 1),
        ("Postbus 9022\n6710 HK Onbekendoord", 0, 0),
        ("Postbus 20011 2500 EA Den Haag Nederland", 0, 0),
        ("Raadhuisplein 1\n6711 SS Ede", 1, 0),
        ("In 1944 SS Obersturmführer in Ede", 0, 0),
        ("Dorpsstraat 1\n0671 AB Ede", 1, 0),
        ("Dorpsstraat 1\n0671 AB Ede | www.ede.nl", 1, 0),
        ("kenmerk 0671 AB Nergenshuizen", 0, 0),
        ("Dorpsstraat 1\n1384 AA Amsterdam", 0, 0),  # Weesp, now in Amsterdam
    ],
)
def test_postcodes(address, invalid, mismatch):
    of = case(address, date=day("2016-01-28"))
    assert len(breaches("postcode-invalid", of)) == invalid
    assert len(breaches("postcode-place-mismatch", of)) == mismatch


def test_a_postcode_that_was_never_given_out():
    address = "Dorpsstraat 1\n6729 XX Ede"
    assert len(breaches("postcode-invalid", case(address, date=day("2016-01-28")))) == 1
    # It may have been given out since the register was made.
    assert breaches("postcode-invalid", case(address, date=day("2024-01-28"))) == []
    # Yet not so far from all others of the place.
    far = case("Dorpsstraat 1\n2499 XX Ede", date=day("2024-01-28"))
    assert len(breaches("postcode-invalid", far)) == 1


def test_postcode_message():
    of = case("6710 HK Apeldoorn")
    assert message("postcode-place-mismatch", of) == (
        "Postcode 6710 HK belongs to Ede, not to Apeldoorn."
    )


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("rekening NL91 ABNA 0417 1643 00", "none"),
        ("rekening NL91ABNA0417164300", "none"),
        ("rekening NL91 ABNA 0417 1643 01", "error"),
        ("rekening NL91 ABNA O417 1643 01", "warning"),  # with a letter that was a digit
        ("rekening NL91 ABNA 0417 █", "none"),
        ("kenmerk NL-2019-0417164301", "none"),
    ],
)
def test_iban(text, severity):
    found = [(b.severity or Severity.error).value for b in breaches("iban-invalid", case(text))]
    assert found == ([] if severity == "none" else [severity])


def test_an_account_on_a_doubtful_scan_is_a_warning():
    of = case("rekening NL91 ABNA 0417 1643 01")
    (page,) = of.letter.pages
    (block,) = page.blocks
    lines = [
        replace(line, words=tuple(replace(word, legibility=0.8) for word in line.words))
        for line in block.lines
    ]
    scan = replace(page, blocks=(replace(block, lines=tuple(lines)),), text_from=TextFrom.ocr)
    (found,) = breaches("iban-invalid", Case(Letter((scan,)), of.record, of.today))
    assert found.severity is Severity.warning


@pytest.mark.parametrize(("number", "count"), [("1643 00", 0), ("1634 00", 1)])
def test_an_account_over_the_end_of_a_line(number, count):
    of = case(f"U kunt het bedrag overmaken op NL91 ABNA\n0417 {number[:4]} {number[5:]} van ons.")
    assert len(breaches("iban-invalid", of)) == count
