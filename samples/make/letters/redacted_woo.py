"""A letter released under the Woo: scanned, boxes drawn over it, one page upside down."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from samples.make import art, files, paper, truth
from samples.make.typeset import Mark, typeset

DPI = 200
SKEWS = (0.45, -0.35)
BLACK, GREY = 0, 178
FONT = "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"
# What each box covers, the code printed in it and its fill.
BOXES: dict[str, tuple[str, str, int]] = {
    "recipient": ("person", "5.1.2.e", BLACK),
    "clerk": ("person", "5.1.2.e", BLACK),
    "clerk-phone": ("contact", "", BLACK),
    "clerk-mail": ("contact", "5.1.2.e", BLACK),
    "salutation": ("person", "5.1.2.e", BLACK),
    "adviser": ("person", "5.1.2.e", BLACK),
    "passage": ("passage", "5.1.2.h", GREY),
    "guard": ("amount", "5.1.1.c", GREY),
    "coordinator": ("amount", "5.1.1.c", GREY),
    "total": ("amount", "5.1.2.b", GREY),
    "cancel": ("amount", "5.1.2.b", GREY),
    "coordinator-name": ("person", "5.1.2.e", BLACK),
    "coordinator-phone": ("contact", "", BLACK),
    "signature": ("signature", "5.1.2.e", BLACK),
    "signer": ("person", "", BLACK),
}


def make(folder: Path) -> None:
    """Typeset both pages, scan, cover, turn the second, write the PDF and its truth."""
    pdf, marks = typeset("redacted_woo", {"mark": art.cuijk_mark(), "signature": art.signature(26)})
    marks["passage"] = _joined(marks.pop("passage1"), marks.pop("passage2"))
    pages, covered = [], []
    for number, skew in enumerate(SKEWS):
        look = paper.Look(skew=skew, blur=0.65, noise=2.5, specks=25)
        clean = paper.rendered(pdf, number, DPI)
        picture = Image.fromarray(paper.scanned(clean, look, seed=2022 + number))
        size = (clean.shape[1] * 72 / DPI, clean.shape[0] * 72 / DPI)
        for name, (covers, code, fill) in BOXES.items():
            if marks[name].page == number + 1:
                bbox = _cover(picture, paper.moved(marks[name].bbox, look, size), code, fill)
                covered.append(truth.redaction(number + 1, bbox, covers, [code] if code else []))
        pages.append(np.asarray(picture))
    pages[1] = np.ascontiguousarray(pages[1][::-1, ::-1])
    (folder / "letter.pdf").write_bytes(files.image_pdf(pages, DPI, quality=60))
    found = truth.findings({"redaction-without-ground": None}, ["total-unverifiable"])
    truth.write(folder, "letter.pdf", [LETTER | {"redactions": covered} | found], [2], NOTE)


def _joined(first: Mark, second: Mark) -> Mark:
    """One box round two lines."""
    (x0, top, x1, _), (left, _, right, bottom) = first.bbox, second.bbox
    return Mark("passage", first.page, (min(x0, left), top, max(x1, right), bottom))


def _cover(picture: Image.Image, bbox: paper.Bbox, code: str, fill: int) -> paper.Bbox:
    """Draw a box, upright on the skewed scan, with its code; its place in points."""
    x0, top, x1, bottom = (round(number * DPI / 72) for number in bbox)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((x0, top, x1, bottom), fill=fill)
    ink = 255 if fill == BLACK else 0
    font = ImageFont.truetype(FONT, 22)
    pen.text(((x0 + x1) / 2, (top + bottom) / 2), code, fill=ink, font=font, anchor="mm")
    point = 72 / DPI
    return x0 * point, top * point, (x1 + 1) * point, (bottom + 1) * point


LETTER: truth.Truth = {
    "sender": truth.sender(
        organisation="Gemeente Land van Cuijk",
        organisation_id="gm1982",
        role="teammanager Veiligheid",
        address="Postbus 177",
        postcode="5830 AD",
        place="Boxmeer",
        email="gemeente@landvancuijk.nl",
        phone="(0485) 85 40 00",
    ),
    "recipient": truth.recipient(
        organisation="Brugman Evenementenbeveiliging B.V.",
        address="De Hork 83",
        postcode="5431 NS",
        place="Cuijk",
    ),
    "date": "2022-11-08",
    "references": {"ours": "Z-22-048812", "yours": None},
    "replies_to": "2022-10-20",
    "subject": "Opdracht beveiliging evenementen 2023",
    "municipalities": [
        truth.municipality("Land van Cuijk", "GM1982", "Noord-Brabant", "sender"),
        truth.municipality("Gennep", "GM0907", "Limburg", "mentioned"),
    ],
    "budget_lines": [
        truth.budget("beveiliger", "unit_price", None, unit="per uur", redacted=True),
        truth.budget("coördinator", "unit_price", None, unit="per uur", redacted=True),
        truth.budget("gehele opdracht", "total", None, redacted=True),
        truth.budget("openbare orde bij evenementen in 2023", "item", "62000.00"),
        truth.budget("afgelasting", "unit_price", None, unit="per evenement", redacted=True),
    ],
    "tables": [],
    "redactions": [],
    "enclosures": [],
}
NOTE = """
A municipality's order to a company as released under the Woo: a 200 dpi scan, over it black and
grey boxes with their exemption codes (three have none), the second page upside down. No text
layer. Written and typeset for this project; company, persons and prices are invented.
"""
