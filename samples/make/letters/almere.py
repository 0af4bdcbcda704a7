"""The Almere letter of 2016, three times: as text, as it was typeset, as it was scanned."""

from __future__ import annotations

from pathlib import Path

from samples.make import art, files, paper, truth
from samples.make.typeset import Mark, typeset

SKEWS = (0.6, -0.4, 0.9)
LOOK = paper.Look()
PAGE = (595.28, 841.89)
HIDDEN = ("eendaagse", "tweedaagse", "trainingen", "netwerkregisseur")
FOUND = {
    "reference-missing": 1,
    "enclosure-not-included": 1,
    "total-unverifiable": None,
    "table-cell-illegible": None,
}


def make_text(folder: Path) -> None:
    """The text that another OCR left of the released letter: given, so only its truth is made."""
    places = [(92, "fx®e"), (93, "p®e"), (93, "g®e"), (101, "¥®e")]
    covered = [
        truth.redaction(1, None, "amount", lines=[line, line], text=text) for line, text in places
    ]
    found = FOUND | {"redaction-without-ground": None, "text-illegible": None}
    letter = _letter(1, covered) | truth.findings(found)
    letter["redactions_optional"] = [truth.redaction(1, None, "passage", lines=[63, 67], text="e")]
    truth.write(folder, "letter.txt", [letter], [1], NOTE_TEXT)


def make_digital(folder: Path) -> None:
    """Three pages typeset as the original looked, boxes drawn over nothing."""
    pdf, marks = _typeset("digital")
    (folder / "letter.pdf").write_bytes(pdf)
    covered = [_covered(marks[name], marks[name].bbox) for name in HIDDEN]
    letter = _letter(2, covered, **ADDRESS) | truth.findings(FOUND | {"text-illegible": None})
    truth.write(folder, "letter.pdf", [letter], [3], NOTE_DIGITAL)


def make_scan(folder: Path) -> None:
    """The three pages at 300 dpi, each skewed its own way, no text layer."""
    pdf, marks = _typeset("scan")
    looks = [paper.Look(skew=skew) for skew in SKEWS]
    pages = [
        paper.scanned(paper.rendered(pdf, number, 300), look, seed=2016 + number)
        for number, look in enumerate(looks)
    ]
    (folder / "letter.pdf").write_bytes(files.image_pdf(pages, 300))
    covered = [
        _covered(marks[name], paper.moved(marks[name].bbox, looks[marks[name].page - 1], PAGE))
        for name in HIDDEN
    ]
    letter = _letter(2, covered, **ADDRESS) | truth.findings(FOUND | {"text-illegible": None})
    truth.write(folder, "letter.pdf", [letter], [3], NOTE_SCAN)


def _typeset(variant: str) -> tuple[bytes, dict[str, Mark]]:
    blots = {
        f"smudge{number}": art.smudge(300 + number, 13, 8, load=2.8) for number in range(1, 11)
    }
    inputs = {
        "variant": variant,
        "mark": art.almere_mark(),
        "signature": art.signature(12),
        "smudge11": art.smudge(411, 52, 12, load=1.5),
        "smudge12": art.smudge(412, 9, 10, load=1.8),
    }
    return typeset("almere", inputs | blots)


def _covered(mark: Mark, bbox: paper.Bbox) -> truth.Truth:
    return truth.redaction(mark.page, bbox, "amount", ["10.2.b"])


def _letter(table_page: int, covered: list[truth.Truth], **address: str) -> truth.Truth:
    blank = [None, None]
    others = [
        ("Dronten", "GM0303"),
        ("Lelystad", "GM0995"),
        ("Noordoostpolder", "GM0171"),
        ("Urk", "GM0184"),
        ("Zeewolde", "GM0050"),
    ]
    return {
        "sender": truth.sender(
            organisation="Gemeente Almere",
            organisation_id="gm0034",
            person="F.M. Weerwind",
            role="Burgemeester Almere en Voorzitter Districtelijk Veiligheidscollege Flevoland",
            **address,
        ),
        "recipient": truth.recipient(
            organisation="Ministerie van Veiligheid en Justitie",
            organisation_id="mnre1058",
            person="mr. G.A. Van der Steur",
            role="De minister van Veiligheid en Justitie",
            address="Postbus 20301",
            postcode="2500 EH",
            place="DEN HAAG",
        ),
        "date": "2016-01-28",
        "references": {"ours": None, "yours": None},
        "replies_to": None,
        "subject": "Aanvraag versterkingsgelden lokale aanpak radicalisering",
        "municipalities": [
            truth.municipality("Almere", "GM0034", "Flevoland", "sender"),
            *(truth.municipality(name, code, "Flevoland", "party") for name, code in others),
        ],
        "budget_lines": [
            truth.budget(
                "eendaagse basistraining", "unit_price", None, unit="per dag", redacted=True
            ),
            truth.budget("tweedaagse verdiepingstraining", "unit_price", None, redacted=True),
            truth.budget("trainingen", "total", None, redacted=True),
            truth.budget("netwerkregisseur", "item", None, redacted=True),
        ],
        "tables": [
            truth.table(
                table_page,
                ["Gemeente", "1 daagse", "2 daagse"],
                [["Almere", "6", "6"], *([name, *blank] for name, _ in others)],
            )
        ],
        "redactions": covered,
        "enclosures": [],
    }


ADDRESS = {
    "address": "Postbus 200",
    "postcode": "1300 AE",
    "place": "Almere",
    "email": "info@almere.nl",
    "phone": "14 036",
}
NOTE_TEXT = """
The letter of 28 January 2016 of the municipality of Almere to the minister of Security and
Justice, as the text that somebody else's OCR left of the copy released under the Wob. The file is
given, not made; only its truth is made here.
"""
NOTE_DIGITAL = """
The Almere letter typeset again from its text as the original would have looked: three pages, a
reference column at the right, covered amounts as bordered boxes, marks without text in the table.
Made by `python -m samples.make`.
"""
NOTE_SCAN = """
The same three pages as a 300 dpi office scan: grey, each page skewed its own way (0.6°, -0.4°,
0.9°), no text layer. Made by `python -m samples.make`.
"""
