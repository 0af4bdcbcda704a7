"""What a covered place hides, from what stands around it. In the tables a █ is a covered box."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from pipeline import layout, zones
from pipeline.geometry import Box
from pipeline.intake import text
from pipeline.letter import Letter
from pipeline.page import Cover, Sheet, Word
from pipeline.record import Redaction
from pipeline.redaction import describe
from tests.factories import sheet_of


def boxed(sheet: Sheet, code: str = "", height: float | None = None) -> Letter:
    """The letter on a sheet, with a box over every word of full blocks."""
    covers = [cover(word, code, height) for word in sheet.words if set(word.text) == {"█"}]
    words = tuple(word for word in sheet.words if set(word.text) != {"█"})
    page = layout.arrange(replace(sheet, words=words), covers)
    return Letter(zones.letters([page])[0])


def cover(word: Word, code: str, height: float | None) -> Cover:
    box = word.box
    bottom = box.bottom if height is None else box.top + height
    return Cover(Box(box.x0, box.top, box.x1, bottom), "black", code)


def of_text(content: str, code: str = "") -> tuple[Redaction, ...]:
    (sheet,) = text.sheets(re.sub(r"█(?=[^█\s])", "█ ", content))  # a box is a word of its own
    return describe(boxed(sheet, code), dt.date(2023, 1, 1))


@pytest.mark.parametrize(
    ("content", "covers"),
    [
        ("De kosten bedragen ████ per dag.", "amount"),
        ("Hiervoor vragen wij een bedrag aan van ████", "amount"),
        ("Wij stellen het budget vast op ████ voor dit jaar.", "amount"),
        ("Een subsidie van maximaal ████ is mogelijk.", "amount"),
        ("Dat is € ████ in totaal.", "amount"),
        ("U ontvangt ████ exclusief btw.", "amount"),
        ("Geachte heer █████,", "person"),
        ("Wij spraken hierover met mevrouw █████ van uw afdeling.", "person"),
        ("Behandeld door: █████", "person"),
        ("Zij is bereikbaar op telefoonnummer █████████.", "contact"),
        ("E-mail: ████████", "contact"),
        ("Stuur uw reactie naar █████@voorbeeld.nl", "contact"),
        ("Uw kenmerk: ██████", "reference"),
        ("IBAN ████████████████", "reference"),
        ("Contactpersoon █████", "person"),
        ("T.a.v. de burgemeester, █████", "person"),
        ("De bewoner is geboren op █████████.", "person"),
        ("Wij doorzochten de woning aan de ██████████.", "contact"),
        ("De bijdrage van de provincie Zeeland van █████ is toegezegd.", "amount"),
        ("Van de kosten (€ 1.200,00) en die van herstel ( ████ ) is een deel betaald.", "amount"),
        ("Onze bijdrage bedraagt € 1.000,00, waarvan ████ ten laste komt van u.", "amount"),
        (
            "Geachte heer,\n\nDaarna volgt een alinea.\n\n██████████████\n\nEn nog een alinea.",
            "passage",
        ),
        ("Wij zagen dat █████ daar wel voor voelde.", "unknown"),
    ],
)
def test_by_the_sentence(content: str, covers: str) -> None:
    (redaction,) = of_text(content)
    assert redaction.covers == covers


@pytest.mark.parametrize(
    ("code", "covers"),
    [("5.1.2.e", "person"), ("5.1.2.b", "amount"), ("5.2", "passage"), ("5.1.1.e", "reference")],
)
def test_by_the_ground_where_nothing_else_tells(code: str, covers: str) -> None:
    (redaction,) = of_text("Wij zagen dat █████ daar wel voor voelde.", code)
    assert (redaction.covers, redaction.grounds) == (covers, (code,))


def test_the_sentence_is_stronger_than_the_ground() -> None:
    (redaction,) = of_text("De kosten bedragen ████ per dag.", "5.1.2.e")
    assert (redaction.covers, redaction.grounds) == ("amount", ("5.1.2.e",))


def test_a_code_of_the_other_act_is_less_sure() -> None:
    (right,) = of_text("Geachte heer █████,", "5.1.2.e")
    (odd,) = of_text("Geachte heer █████,", "10.2.e")
    assert odd.confidence < right.confidence


def test_by_the_column_of_a_table() -> None:
    content = (
        "Onderdeel          Naam        Bedrag\n"
        "Training           Jansen      € 1.200,00\n"
        "Begeleiding        ██████      ██████████\n"
        "Zaalhuur           Bakker      € 300,00\n"
    )
    assert [redaction.covers for redaction in of_text(content)] == ["person", "amount"]


def test_by_the_label_on_the_same_height() -> None:
    sheet = sheet_of((60, 100, "Telefoon"), (200, 100, "███████"), (60, 112, "Datum"))
    (redaction,) = describe(boxed(sheet), None)
    assert redaction.covers == "contact"


def test_by_the_size() -> None:
    sheet = sheet_of((60, 300, "De kosten bedragen"), (60, 330, "█" * 60), (60, 420, "Tot slot"))
    (redaction,) = describe(boxed(sheet, height=80), None)
    assert redaction.covers == "passage"


@pytest.mark.parametrize(("height", "covers"), [(50.0, "signature"), (12.0, "person")])
def test_under_the_closing(height: float, covers: str) -> None:
    sheet = sheet_of((60, 400, "Hoogachtend,"), (60, 420, "██████████████"))
    (redaction,) = describe(boxed(sheet, height=height), None)
    assert redaction.covers == covers


def test_a_signature_stands_over_a_name() -> None:
    covered = of_text("Hoogachtend,\n\n████████████\n\n██████\nteamleider")
    assert [one.covers for one in covered] == ["signature", "person"]
    (named,) = of_text("Hoogachtend,\n\n████████████\n\nA.B. de Vries\nteamleider")
    assert named.covers == "signature"


def test_a_sum_among_sums() -> None:
    content = "Zaal € 100,00\nKoffie € 50,00\nHuur ██████\nTotaal € 900,00"
    assert [one.covers for one in of_text(content)] == ["amount"]


def lines_of(*places: tuple[float, float, float, str]) -> list[Redaction]:
    """Boxes (left, top, right, code) of the height of a line, under a line of text."""
    sheet = sheet_of((60, 100, "De aanvraag is beoordeeld en daarbij is gebleken:"))
    covers = [Cover(Box(x0, top, x1, top + 12), "black", code) for x0, top, x1, code in places]
    page = layout.arrange(sheet, covers)
    return list(describe(Letter(zones.letters([page])[0]), None))


def test_the_lines_of_a_passage_are_one_redaction() -> None:
    (one,) = lines_of((60, 114, 520, "10.2.g"), (60, 128, 520, ""), (60, 142, 200, ""))
    assert one.bbox == (60, 114, 520, 154)
    assert (one.covers, one.grounds) == ("passage", ("10.2.g",))


@pytest.mark.parametrize(
    "places",
    [
        ((60, 114, 160, "10.2.e"), (60, 128, 170, "10.2.e")),  # of an address
        ((60, 114, 160, ""), (60, 128, 140, "")),
        ((400, 114, 520, "10.2.e"), (60, 128, 120, "10.2.e")),  # a name broken at the line's end
        ((60, 114, 520, "10.2.g"), (60, 170, 520, "")),  # far below
    ],
)
def test_other_boxes_are_their_own(places: tuple[tuple[float, float, float, str], ...]) -> None:
    assert len(lines_of(*places)) == 2


def test_a_measured_page_gives_a_box_and_a_text_gives_lines() -> None:
    (measured,) = describe(boxed(sheet_of((60, 100, "Tel. ███████"))), None)
    (typed,) = of_text("\nTel. ███████")
    assert measured.lines is None and measured.bbox is not None
    assert typed.bbox is None and typed.lines == (2, 2)
    assert measured.source == "box:sentence"


def test_in_reading_order() -> None:
    redactions = of_text(
        "Geachte heer ████,\n\nHet bedrag van ████ is te hoog. Bel ons op tel. ████."
    )
    assert [redaction.covers for redaction in redactions] == ["person", "amount", "contact"]
