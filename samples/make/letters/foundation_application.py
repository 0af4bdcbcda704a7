"""A foundation asks for a grant: no labels, a dateline, prices in a list; a 1-bit TIFF."""

from __future__ import annotations

from pathlib import Path

from samples.make import art, files, paper, truth
from samples.make.typeset import typeset


def make(folder: Path) -> None:
    """Typeset both pages, scan them to one bit a pixel, write the TIFF and its truth."""
    pdf, _ = typeset(
        "foundation_application", {"mark": art.ring(4), "signature": art.signature(27)}
    )
    pages = [
        paper.scanned(
            paper.rendered(pdf, number, 300),
            paper.Look(skew=skew, light=8, specks=140),
            seed=2019 + number,
        )
        for number, skew in enumerate((-0.5, 0.3))
    ]
    files.write_tiff(folder / "letter.tif", pages, 300, threshold=150)
    truth.write(
        folder, "letter.tif", [LETTER | truth.findings({"enclosure-not-included": None})], [2], NOTE
    )


LETTER: truth.Truth = {
    "sender": truth.sender(
        organisation="Stichting Taalhuis De Vechtoever",
        person="Fatma Yildirim-Bos",
        role="voorzitter",
        address="Zamenhofdreef 412",
        postcode="3562 JX",
        place="Utrecht",
        phone="030 - 555 01 42",
    ),
    "recipient": truth.recipient(
        organisation="Gemeente Utrecht",
        organisation_id="gm0344",
        role="Afdeling Subsidies",
        address="Postbus 16200",
        postcode="3500 CE",
        place="UTRECHT",
    ),
    "date": "2019-03-14",
    "references": {"ours": None, "yours": None},
    "replies_to": None,
    "subject": "subsidieaanvraag ‘Samen lezen in Overvecht’",
    "municipalities": [
        truth.municipality("Utrecht", "GM0344", "Utrecht", "recipient"),
        truth.municipality("Zeist", "GM0355", "Utrecht", "mentioned"),
        truth.municipality("Nieuwegein", "GM0356", "Utrecht", "mentioned"),
    ],
    "budget_lines": [
        truth.budget(
            "taaldocent", "item", "2550.00", quantity="60", unit="uur", unit_price="42.50"
        ),
        truth.budget(
            "lesmateriaal", "item", "900.00", quantity="48", unit="pakketten", unit_price="18.75"
        ),
        truth.budget(
            "zaalhuur", "item", "1050.00", quantity="30", unit="dagdelen", unit_price="35.00"
        ),
        truth.budget(
            "onkosten", "item", "1020.00", quantity="12", unit="vrijwilligers", unit_price="85.00"
        ),
        truth.budget("voorlichting en drukwerk", "item", "480.00"),
        truth.budget("Totaal", "total", "6000.00"),
        truth.budget("eigen middelen en giften", "item", "750.00"),
        truth.budget("subsidie", "item", "5250.00"),
    ],
    "tables": [],
    "redactions": [],
    "enclosures": ["activiteitenplan 2019-2020", "jaarrekening 2018", "statuten"],
}
NOTE = """
A foundation's application to a municipality: a dateline and no labels, quantities and prices in a
list with dots. Two pages in one TIFF, one bit a pixel (CCITT G4, 300 dpi). Written and typeset
for this project; foundation and persons are invented.
"""
