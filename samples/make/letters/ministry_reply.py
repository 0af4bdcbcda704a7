"""A ministry's reply in the style of the state: first page born digital, second page scanned."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf

from samples.make import art, files, paper, truth
from samples.make.typeset import fixed, typeset


def make(folder: Path) -> None:
    """Typeset both pages, scan the second, write the mixed file and its truth."""
    pdf, _ = typeset("ministry_reply", {"mark": art.state_mark(), "signature": art.signature(30)})
    second = paper.scanned(
        paper.rendered(pdf, 1, 200), paper.Look(skew=-0.5, blur=0.6, specks=20), seed=2021
    )
    mixed = pikepdf.open(io.BytesIO(pdf))
    del mixed.pages[1]
    files.image_page(mixed, second, 200, quality=60)
    (folder / "letter.pdf").write_bytes(fixed(mixed))
    truth.write(
        folder, "letter.pdf", [LETTER | truth.findings({"enclosure-not-included": 1})], [2], NOTE
    )


LETTER: truth.Truth = {
    "sender": truth.sender(
        organisation="Ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
        organisation_id="mnre1034",
        person="mr. dr. E.M. Lindeboom",
        role="directeur Democratie en Bestuur",
        address="Postbus 20011",
        postcode="2500 EA",
        place="Den Haag",
        email="bestuur@minbzk.nl",
        phone="070-426 64 26",
    ),
    "recipient": truth.recipient(
        organisation="Gemeente Steenwijkerland",
        organisation_id="gm1708",
        role="het college van burgemeester en wethouders",
        address="Postbus 162",
        postcode="8330 AD",
        place="STEENWIJK",
    ),
    "date": "2021-06-08",
    "references": {"ours": "2021-0000287461", "yours": "Z21-004512"},
    "replies_to": "2021-04-19",
    "subject": "Uw verzoek om een bijdrage voor lokale digitale participatie",
    "municipalities": [
        truth.municipality("Steenwijkerland", "GM1708", "Overijssel", "recipient"),
        truth.municipality("Meppel", "GM0119", "Drenthe", "mentioned"),
        truth.municipality("Westerveld", "GM1701", "Drenthe", "mentioned"),
    ],
    "budget_lines": [
        truth.budget("proef digitale participatie", "total", "245000.00"),
        truth.budget("2021", "item", "98000.00"),
        truth.budget("2022", "item", "147000.00"),
    ],
    "tables": [],
    "redactions": [],
    "enclosures": ["Handreiking privacy bij digitale participatie"],
}
NOTE = """
A ministry's reply to a municipality in the layout of the state's letters: small print in a column
at the right. A mixed file: page 1 is born digital, page 2 a 200 dpi scan without text. Written
and typeset for this project; the persons are invented.
"""
