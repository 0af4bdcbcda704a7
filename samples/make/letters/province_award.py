"""A province awards a grant: reference row of labels over values, a ruled budget that adds up."""

from __future__ import annotations

from pathlib import Path

from samples.make import art, truth
from samples.make.typeset import typeset


def make(folder: Path) -> None:
    """Typeset the letter and write its truth."""
    pdf, _ = typeset(
        "province_award", {"mark": art.province_mark(), "signature": art.signature(16)}
    )
    (folder / "letter.pdf").write_bytes(pdf)
    found = truth.findings({"enclosure-not-included": None})
    truth.write(folder, "letter.pdf", [LETTER | found], [2], NOTE)


ROWS = [
    ("Grondverzet en verwijderen van duikers", "item", "86400.00", "€ 86.400,00"),
    ("Aanleg natuurvriendelijke oevers", "item", "54250.00", "€ 54.250,00"),
    ("Wandelpad met twee bruggen", "item", "38900.00", "€ 38.900,00"),
    ("Subtotaal inrichting", "subtotal", "179550.00", "€ 179.550,00"),
    ("Ontwerp en bestek", "item", "21600.00", "€ 21.600,00"),
    ("Directievoering en toezicht", "item", "18850.00", "€ 18.850,00"),
    ("Subtotaal voorbereiding en begeleiding", "subtotal", "40450.00", "€ 40.450,00"),
    ("Totaal subsidiabele kosten", "total", "220000.00", "€ 220.000,00"),
]
LETTER: truth.Truth = {
    "sender": truth.sender(
        organisation="Provincie Overijssel",
        organisation_id="pv23",
        person="drs. H.J. Wolterink",
        role="teamleider Subsidieverlening",
        address="Postbus 10078",
        postcode="8000 GB",
        place="Zwolle",
        email="postbus@overijssel.nl",
        phone="038 499 88 99",
    ),
    "recipient": truth.recipient(
        organisation="Gemeente Ommen",
        organisation_id="gm0175",
        role="het college van burgemeester en wethouders",
        address="Postbus 100",
        postcode="7730 AC",
        place="OMMEN",
    ),
    "date": "2018-06-12",
    "references": {"ours": "2018/0198765", "yours": "Z2018-00412"},
    "replies_to": "2018-02-28",
    "subject": "Verlening subsidie beekherstel Regge, deeltraject Ommen-Noord",
    "municipalities": [
        truth.municipality("Ommen", "GM0175", "Overijssel", "recipient"),
        truth.municipality("Hardenberg", "GM0160", "Overijssel", "mentioned"),
        truth.municipality("Dalfsen", "GM0148", "Overijssel", "mentioned"),
    ],
    "budget_lines": [
        truth.budget("subsidie", "item", "132000.00"),
        truth.budget("eigen bijdrage gemeente Ommen", "item", "88000.00"),
        *(truth.budget(text, kind, amount) for text, kind, amount, _ in ROWS),
        truth.budget("voorschot", "item", "105600.00"),
    ],
    "tables": [
        truth.table(1, ["Onderdeel", "Bedrag"], [[text, printed] for text, _, _, printed in ROWS])
    ],
    "redactions": [],
    "enclosures": [
        "Algemene voorwaarden subsidieverlening",
        "Formulier aanvraag vaststelling subsidie",
    ],
}
NOTE = """
A province's award of a grant to a municipality, born digital: letterhead at the left, labels in a
row over their values, a ruled budget with subtotals and a total that adds up. Written and typeset
for this project; the persons are invented.
"""
