"""A letter typed in 1987, in guilders, by a municipality that is no more; a grey JPEG."""

from __future__ import annotations

from pathlib import Path

from samples.make import art, files, paper, truth
from samples.make.typeset import typeset


def make(folder: Path) -> None:
    """Type the page, scan it, write the JPEG and its truth."""
    lines = TEXT.strip("\n").split("\n")
    signed = next(number for number, line in enumerate(lines) if line.startswith("burgemeester en"))
    pdf, _ = typeset(
        "typewriter_1987",
        {
            "text": "\n".join(lines),
            "sign": str(signed + 1.9),
            "signature": art.signature(5, "#222a44"),
            "initials": art.signature(24, "#222a44"),
        },
    )
    look = paper.Look(skew=-0.45, paper=230, ink=35, light=16, blur=1.0, noise=3.5, specks=90)
    page = paper.scanned(paper.rendered(pdf, 0, 300), look, seed=1987)
    (folder / "letter.jpg").write_bytes(files.jpeg(page, 55, 300))
    truth.write(
        folder, "letter.jpg", [LETTER | truth.findings({"enclosure-not-included": 1})], [1], NOTE
    )


TEXT = """
Aan burgemeester en wethouders
van Harmelen
Postbus 40
3480 DA  HARMELEN

uw brief van:  22 september 1987       Vleuten, 9 november 1987
uw kenmerk  :  87/2310
ons kenmerk :  Fin 1987-1142
onderwerp   :  verdeling kosten      bijlagen: 1
               streekmuziekschool


Geacht college,

In antwoord op uw bovengenoemde brief delen wij u mede, dat wij
instemmen met de door u voorgestelde verdeling van de kosten van
de streekmuziekschool voor het jaar 1988. Ook de gemeente Kockengen
heeft ons laten weten daarmee akkoord te gaan.

De exploitatiekosten zullen als volgt worden omgeslagen:

     Vleuten-De Meern          f  16.000,--
     Harmelen                  f  12.500,--
     Kockengen                 f   8.750,--
                               ------------
     totaal                  Hfl. 37.250,--

Het aandeel van uw gemeente dient in twee gelijke termijnen te
worden voldaan, te weten vóór 1 april en vóór 1 oktober 1988. Voor
de aanschaf van een piano is in onze begroting een eenmalig bedrag
van f 6.400,-- opgenomen; dit komt niet ten laste van uw gemeente.

Een afschrift van het rooster van lesuren, zoals dat door het
bestuur van de school is vastgesteld, doen wij u als bijlage
toekomen. Wij verzoeken u dit ter kennis te brengen van uw raad.


Hoogachtend,

burgemeester en wethouders van Vleuten-De Meern,
de secretaris,            de burgemeester,




H. Oostveen               mr. J.P. van der Lugt
"""
LETTER: truth.Truth = {
    "sender": truth.sender(
        organisation="Gemeente Vleuten-De Meern",
        organisation_id="gm0347",
        person="H. Oostveen; mr. J.P. van der Lugt",
        role="de secretaris; de burgemeester",
        address="Postbus 8",
        postcode="3450 AA",
        place="Vleuten",
        phone="03407-1844",
    ),
    "recipient": truth.recipient(
        organisation="Gemeente Harmelen",
        organisation_id="gm0318",
        role="burgemeester en wethouders",
        address="Postbus 40",
        postcode="3480 DA",
        place="HARMELEN",
    ),
    "date": "1987-11-09",
    "references": {"ours": "Fin 1987-1142", "yours": "87/2310"},
    "replies_to": "1987-09-22",
    "subject": "verdeling kosten streekmuziekschool",
    "municipalities": [
        truth.municipality("Vleuten-De Meern", "GM0347", "Utrecht", "sender"),
        truth.municipality("Harmelen", "GM0318", "Utrecht", "recipient"),
        truth.municipality("Kockengen", "GM0324", "Utrecht", "mentioned"),
    ],
    "budget_lines": [
        truth.budget("Vleuten-De Meern", "item", "16000.00", currency="NLG"),
        truth.budget("Harmelen", "item", "12500.00", currency="NLG"),
        truth.budget("Kockengen", "item", "8750.00", currency="NLG"),
        truth.budget("totaal", "total", "37250.00", currency="NLG"),
        truth.budget("aanschaf van een piano", "item", "6400.00", currency="NLG"),
    ],
    "tables": [],
    "redactions": [],
    "enclosures": [],
}
NOTE = """
A typewritten letter of 1987 between two municipalities that exist no more, in guilders: labels
with colons, the date in the same rows. Grey JPEG, 300 dpi, worn machine and paper. Written for
this project; the persons are invented.
"""
