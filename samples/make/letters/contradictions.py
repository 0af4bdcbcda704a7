"""A letter that contradicts itself in as many ways as a letter of two pages can bear."""

from __future__ import annotations

from pathlib import Path

from samples.make import art, truth
from samples.make.typeset import typeset


def make(folder: Path) -> None:
    """Typeset the letter and write its truth."""
    pdf, _ = typeset(
        "contradictions", {"signature1": art.signature(33), "signature2": art.signature(13)}
    )
    (folder / "letter.pdf").write_bytes(pdf)
    truth.write(folder, "letter.pdf", [LETTER | truth.findings(dict.fromkeys(FOUND, 1))], [2], NOTE)


FOUND = (
    "date-weekday-mismatch",  # Wednesday 22 January 2019 was a Tuesday
    "date-impossible",  # 31 April
    "reply-precedes-letter",  # answers a letter of 5 March on 14 February
    "municipality-count-mismatch",  # six said, five named
    "municipality-not-in-force",  # Maarn, until 2006
    "municipality-missing-from-table",  # Scherpenzeel
    "enumeration-count-mismatch",  # four said, three listed
    "line-arithmetic-mismatch",  # 8 x 450 is not 3,650
    "total-mismatch",  # the lines add up to 19,850
    "page-missing",  # page 3 of 3
)
ROWS = [
    ("Barneveld", "12", "5400.00", "€ 5.400,00"),
    ("Ede", "20", "9000.00", "€ 9.000,00"),
    ("Nijkerk", "8", "3650.00", "€ 3.650,00"),
    ("Maarn", "4", "1800.00", "€ 1.800,00"),
]
LETTER: truth.Truth = {
    "sender": truth.sender(
        organisation="Gemeente Barneveld",
        organisation_id="gm0203",
        person="mr. W. van Essenveld; drs. A.C. Hoogland",
        role="secretaris; burgemeester",
        address="Postbus 63",
        postcode="3770 AB",
        place="Barneveld",
        email="info@barneveld.nl",
        phone="14 0342",
    ),
    "recipient": truth.recipient(
        organisation="Provincie Gelderland",
        organisation_id="pv25",
        role="Gedeputeerde Staten",
        address="Postbus 9090",
        postcode="6800 GX",
        place="Arnhem",
    ),
    "date": "2019-02-14",
    "references": {"ours": "1092847", "yours": None},
    "replies_to": "2019-03-05",
    "subject": "Gezamenlijke inzet jeugdpreventie in de Vallei",
    "municipalities": [
        truth.municipality("Barneveld", "GM0203", "Gelderland", "sender"),
        truth.municipality("Ede", "GM0228", "Gelderland", "party"),
        truth.municipality("Nijkerk", "GM0267", "Gelderland", "party"),
        truth.municipality("Scherpenzeel", "GM0279", "Gelderland", "party"),
        truth.municipality("Maarn", "GM0332", "Utrecht", "party"),
    ],
    "budget_lines": [
        *(
            truth.budget(name, "item", amount, unit="dagdelen", quantity=count, unit_price="450.00")
            for name, count, amount, _ in ROWS
        ),
        truth.budget("Totaal", "total", "20850.00"),
    ],
    "tables": [
        truth.table(
            1,
            ["Gemeente", "Dagdelen", "Tarief", "Bedrag"],
            [
                *([name, count, "€ 450,00", printed] for name, count, _, printed in ROWS),
                ["Totaal", "44", "", "€ 20.850,00"],
            ],
        )
    ],
    "redactions": [],
    "enclosures": [],
}
NOTE = """
A municipality's letter to a province, born digital, with ten contradictions in it: a weekday, a
day that is none, a reply before the letter, a count of municipalities, a municipality long gone,
one absent from the table, a count of items, a product, a sum, and a third page that is not there.
Written and typeset for this project; the persons are invented.
"""
