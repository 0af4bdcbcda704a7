"""A water board's reply of one page, off an office scanner as a PNG."""

from __future__ import annotations

from pathlib import Path

from samples.make import art, files, paper, truth
from samples.make.typeset import typeset


def make(folder: Path) -> None:
    """Typeset the page, scan it, write the PNG and its truth."""
    pdf, _ = typeset("waterboard_reply", {"mark": art.water_mark(), "signature": art.signature(23)})
    look = paper.Look(skew=0.35, paper=262, light=9, noise=2.0, blur=0.9, specks=30)
    page = paper.scanned(paper.rendered(pdf, 0, 300), look, seed=2020)
    files.write_png(folder / "letter.png", page, 300)
    truth.write(folder, "letter.png", [LETTER | truth.findings({})], [1], NOTE)


LETTER: truth.Truth = {
    "sender": truth.sender(
        organisation="Waterschap Aa en Maas",
        organisation_id="ws0654",
        person="drs. M.A. Kuijpers-Smulders",
        role="hoofd afdeling Watersysteem",
        address="Postbus 5049",
        postcode="5201 GA",
        place="'s-Hertogenbosch",
        email="info@aaenmaas.nl",
        phone="(088) 178 80 00",
    ),
    "recipient": truth.recipient(
        organisation="Gemeente Bernheze",
        organisation_id="gm1721",
        role="Het college van burgemeester en wethouders",
        address="Postbus 19",
        postcode="5384 ZG",
        place="HEESCH",
    ),
    "date": "2020-09-03",
    "references": {"ours": "2020/18822", "yours": "Z/20/067311"},
    "replies_to": "2020-07-14",
    "subject": "Bijdrage waterberging Heesch-Noord",
    "municipalities": [
        truth.municipality("Bernheze", "GM1721", "Noord-Brabant", "recipient"),
        truth.municipality("Oss", "GM0828", "Noord-Brabant", "mentioned"),
    ],
    "budget_lines": [
        truth.budget("kosten van aanleg", "item", "150000.00"),
        truth.budget("bijdrage", "item", "37500.00"),
    ],
    "tables": [],
    "redactions": [],
    "enclosures": [],
}
NOTE = """
A water board's reply to a municipality: centred letterhead, labels with colons, address in the
footer. One page off an office scanner (PNG, 300 dpi, grey, skewed 0.35°). Written and typeset for
this project; the persons are invented.
"""
