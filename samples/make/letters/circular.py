"""A safety and health region writes to six municipalities, some named like ordinary words."""

from __future__ import annotations

from pathlib import Path

from samples.make import art, truth
from samples.make.typeset import typeset


def make(folder: Path) -> None:
    """Typeset the letter and write its truth."""
    pdf, _ = typeset("circular", {"mark": art.region_mark(), "signature": art.signature(9)})
    (folder / "letter.pdf").write_bytes(pdf)
    truth.write(folder, "letter.pdf", [LETTER | truth.findings({})], [2], NOTE)


ROWS = [
    ("Barneveld", "GM0203", "56.800", "48.280"),
    ("Ede", "GM0228", "113.400", "96.390"),
    ("Nijkerk", "GM0267", "42.200", "35.870"),
    ("Renkum", "GM0274", "31.400", "26.690"),
    ("Scherpenzeel", "GM0279", "9.800", "8.330"),
    ("Wageningen", "GM0289", "38.000", "32.300"),
]
LETTER: truth.Truth = {
    "sender": truth.sender(
        organisation="Veiligheids- en Gezondheidsregio Gelderland-Midden",
        organisation_id="so0476",
        person="drs. C.J. Wagenvoort",
        role="directeur publieke gezondheid",
        address="Postbus 5364",
        postcode="6802 EJ",
        place="Arnhem",
        email="info@vggm.nl",
        phone="0800 844 60 00",
    ),
    "recipient": truth.recipient(
        organisation="; ".join(f"Gemeente {name}" for name, *_ in ROWS),
        organisation_id="; ".join(code.lower() for _, code, *_ in ROWS),
        role="de colleges van burgemeester en wethouders",
    ),
    "date": "2017-10-19",
    "references": {"ours": "GGD/17.3381/mb", "yours": None},
    "replies_to": None,
    "subject": "Bijdrage jeugdgezondheidszorg 2018",
    "municipalities": [
        *(truth.municipality(name, code, "Gelderland", "recipient") for name, code, *_ in ROWS),
        truth.municipality("Putten", "GM0273", "Gelderland", "mentioned"),
        truth.municipality("Best", "GM0753", "Noord-Brabant", "mentioned"),
    ],
    "budget_lines": [
        truth.budget("bijdrage", "unit_price", "0.85", unit="per inwoner"),
        *(
            truth.budget(name, "item", amount.replace(".", "") + ".00")
            for name, _, _, amount in ROWS
        ),
        truth.budget("Totaal", "total", "247860.00"),
    ],
    "tables": [
        truth.table(
            1,
            ["Gemeente", "Inwoners", "Bijdrage 2018"],
            [
                *([name, people, f"€ {amount}"] for name, _, people, amount in ROWS),
                ["Totaal", "291.600", "€ 247.860"],
            ],
        )
    ],
    "redactions": [],
    "enclosures": [],
}
NOTE = """
A circular of a safety and health region to six municipalities, born digital: window address, a
table without rules, and the names Ede, Best and Putten beside the ordinary words 'best' and
'putten'. Written and typeset for this project; the persons are invented.
"""
