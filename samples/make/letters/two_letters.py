"""Two letters scanned in one go; the scanner's own reading lies under the pictures."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from samples.make import art, files, paper, truth
from samples.make.typeset import fixed, typeset

DPI = 200
SKEWS = (0.4, -0.6, 0.2)


def make(folder: Path) -> None:
    """Typeset both letters, scan their three pages into one PDF, write it and both truths."""
    first, _ = typeset("doetinchem", {"signature": art.signature(38)})
    signatures = {"signature1": art.signature(20), "signature2": art.signature(35)}
    second, _ = typeset("bronckhorst", signatures)
    bundle = pikepdf.new()
    for number, (pdf, page) in enumerate(((first, 0), (second, 0), (second, 1))):
        look = paper.Look(skew=SKEWS[number], blur=0.65, noise=2.5, specks=25)
        picture = paper.scanned(paper.rendered(pdf, page, DPI), look, seed=2015 + number)
        files.image_page(bundle, picture, DPI, quality=52)
        files.lay_text(bundle, files.words_of(pdf, page), look, seed=number)
    (folder / "letter.pdf").write_bytes(fixed(bundle))
    letters = [
        DOETINCHEM | truth.findings({}),
        BRONCKHORST | truth.findings({"enclosure-not-included": 1}),
    ]
    truth.write(folder, "letter.pdf", letters, [1, 2], NOTE)


DOETINCHEM: truth.Truth = {
    "sender": truth.sender(
        organisation="Gemeente Doetinchem",
        organisation_id="gm0222",
        person="ir. L.B. Scholten",
        role="hoofd afdeling Ruimte",
        address="Postbus 9020",
        postcode="7000 HA",
        place="Doetinchem",
        email="gemeente@doetinchem.nl",
        phone="(0314) 37 73 77",
    ),
    "recipient": truth.recipient(
        organisation="Waterschap Rijn en IJssel",
        organisation_id="ws0152",
        role="het dagelijks bestuur",
        address="Postbus 148",
        postcode="7000 AC",
        place="DOETINCHEM",
    ),
    "date": "2015-09-17",
    "references": {"ours": "15uit14820", "yours": "WRIJ-2015-0733"},
    "replies_to": "2015-07-08",
    "subject": "reactie op ontwerp-projectplan oevers Oude IJssel",
    "municipalities": [truth.municipality("Doetinchem", "GM0222", "Gelderland", "sender")],
    "budget_lines": [truth.budget("bijdrage", "item", "25000.00")],
    "tables": [],
    "redactions": [],
    "enclosures": [],
}
BRONCKHORST: truth.Truth = {
    "sender": truth.sender(
        organisation="Gemeente Bronckhorst",
        organisation_id="gm1876",
        person="drs. G. Wolbert; M.T. Reinders",
        role="secretaris; burgemeester",
        address="Postbus 200",
        postcode="7255 ZJ",
        place="Hengelo (Gld)",
        email="info@bronckhorst.nl",
        phone="(0575) 75 02 50",
    ),
    "recipient": truth.recipient(
        organisation="Provincie Gelderland",
        organisation_id="pv25",
        role="Gedeputeerde Staten",
        address="Postbus 9090",
        postcode="6800 GX",
        place="ARNHEM",
    ),
    "date": "2015-10-06",
    "references": {"ours": "Z98512/UIT-2217", "yours": None},
    "replies_to": None,
    "subject": "aanvraag bijdrage herstel Hessenwegen",
    "municipalities": [
        truth.municipality("Bronckhorst", "GM1876", "Gelderland", "sender"),
        truth.municipality("Lochem", "GM0262", "Gelderland", "party"),
        truth.municipality("Zutphen", "GM0301", "Gelderland", "party"),
    ],
    "budget_lines": [
        truth.budget("gemeente Bronckhorst", "item", "84000.00"),
        truth.budget("gemeente Lochem", "item", "52500.00"),
        truth.budget("gemeente Zutphen", "item", "31500.00"),
        truth.budget("totaal", "total", "168000.00"),
        truth.budget("bijdrage", "item", "100800.00"),
    ],
    "tables": [],
    "redactions": [],
    "enclosures": ["overzichtskaart Hessenwegen"],
}
NOTE = """
Two letters in one file: a municipality to a water board (one page), another municipality to the
province (two pages). A 200 dpi scan with the scanner's own reading, a few letters of it wrong, as
hidden text under the pictures. Written and typeset for this project; the persons are invented.
"""
