"""What a scan makes of names, labels, dates and references, and what only looks like it."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from pipeline.dutch.labels import label_of
from pipeline.dutch.misread import initials_mended, signature_mended, with_possible_date
from pipeline.dutch.names import find_persons
from pipeline.extract.fields import extract
from pipeline.extract.ministers import as_registered
from pipeline.geometry import Box
from pipeline.letter import Letter
from pipeline.ocr.stray import without_strays
from pipeline.ocr.tesseract import Seen
from pipeline.ocr.tidy import tidied, trimmed
from pipeline.page import TextFrom
from pipeline.record import Record, Source, plain
from tests.factories import letter_of

SOURCE = Source(name="x", sha256="", media_type="text/plain", pages=(1,), page_count=1)
BODY = "\n\nGeachte heer,\n\nHierbij ontvangt u onze aanvraag voor het komende jaar, met dank vooraf.\n"


def read(text: str, *, scanned: bool = True) -> Record:
    pages = letter_of(text).pages
    if scanned:
        pages = tuple(dataclasses.replace(page, text_from=TextFrom.ocr) for page in pages)
    return extract(Letter(pages), SOURCE)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mr, T. Jansen", "mr. T. Jansen"),
        ("ir. W, ter Horst", "ir. W. ter Horst"),
        ("t.a.v. mevrouw mr. K.L, ter Horst", "mr. K.L. ter Horst"),
        ("KL, Eijsink", "K.L. Eijsink"),
        ("Ch, in 't Veld", "Ch. in 't Veld"),
        ("de heer W, Jansen", "W. Jansen"),
        ("prof, dr. S. Bos", "prof. dr. S. Bos"),
        ("|. de Graaf", "I. de Graaf"),
        ("i.K. van Engelshoven", "I.K. van Engelshoven"),
        ("F.B). Grapperhaus", "F.B.J. Grapperhaus"),
        ("dr. Th). Kuipers", "dr. Th.J. Kuipers"),
        ("ThJ. Willems", "Th.J. Willems"),
        ("dr. G.H. in t Veld", "dr. G.H. in 't Veld"),
        ("ir. S. in't Veld", "ir. S. in 't Veld"),
        ("dr. K.L. lersel", "dr. K.L. Iersel"),
        ("prof. dr. KL, lersel", "prof. dr. K.L. Iersel"),
        ("LK. van Engelshoven", "L.K. van Engelshoven"),
    ],
)
def test_points_and_strokes_of_initials(text: str, name: str) -> None:
    assert [person.name for person in find_persons(text)] == [name]
    assert len(initials_mended(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "A, B en C",
        "Bijlage A, Begroting",
        "artikel 8, onder A, Wet",
        "N.V, Postbus 2",
        "l. Kosten",
        "onder A). Dit",
    ],
)
def test_a_comma_after_a_letter_makes_no_name(text: str) -> None:
    assert list(find_persons(text)) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("15-65-2014", "15-05-2014"),
        ("64-11-2021", "04-11-2021"),
        ("13-16-2621", "13-10-2021"),
        ("op 12.86.2014", "op 12.06.2014"),
        ("31-02-2014", "31-02-2014"),
        ("12-13-2014", "12-13-2014"),
        ("2014/15-65-2014/3", "2014/15-65-2014/3"),
    ],
)
def test_a_digit_that_no_date_can_have(text: str, mended: str) -> None:
    assert with_possible_date(text) == mended


def test_only_a_scan_misreads_a_date() -> None:
    letter = "Urk, 15-65-2014" + BODY
    date = read(letter).date
    assert date is not None
    assert (date.value.isoformat(), date.text) == ("2014-05-15", "15-65-2014")
    assert read(letter, scanned=False).date is None


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("Ons kemmnerk: RO/18.289", "our_reference", "RO/18.289"),
        ("Uw kemnerk: 3314723", "your_reference", "3314723"),
        ("Onze refercntic 12/3", "our_reference", "12/3"),
        ("„Uw kenmerk", "your_reference", ""),
        ("Ons kenmerk .", "our_reference", ""),
        ("Uw kenmerk’: 1999.40657", "your_reference", "1999.40657"),
        ("Antwoordop: 26 mei 1954", "their_date", "26 mei 1954"),
        ("Ons", "our_reference", ""),
    ],
)
def test_a_misread_label(line: str, kind: str, value: str) -> None:
    label = label_of(line)
    assert label is not None
    assert (label.kind, label.value) == (kind, value)


@pytest.mark.parametrize(
    "line", ["Ons kerkbestuur 2012", "Uw kerkwerk 12", "Ons netwerk: 3", "Ons dorp"]
)
def test_other_words_are_no_misread_label(line: str) -> None:
    assert label_of(line) is None


@pytest.mark.parametrize(
    ("head", "ours"),
    [
        ("Ons kenmerk: „___2020-0000218438", "2020-0000218438"),
        ("Ons kenmerk: RO/98.147-", "RO/98.147"),
        ("Ons kenmerk: Uo6.51227", "U06.51227"),
        ("Ons kenmerk: RO/01. 125", "RO/01.125"),
        ("Ons kenmerk: KO1.77132", "KO1.77132"),  # nobody knows that it is a nought
        ("Ons kenmerk: RO12.125", "RO12.125"),
        ("Ons kenmerk: 2023205515/2023037989", "2023Z05515/2023D37989"),
        ("Ons kenmerk: -2.07.15/333", "-2.07.15/333"),
    ],
)
def test_specks_are_no_part_of_a_reference(head: str, ours: str) -> None:
    assert plain(read(head + BODY))["references"]["ours"] == ours


@pytest.mark.parametrize(
    ("signature", "person", "role"),
    [
        ("Ilse Timmermans; afdelingshoofd Beheer", "Ilse Timmermans", "afdelingshoofd Beheer"),
        ("mr, T. Jansen, directeur", "mr. T. Jansen", "directeur"),
        ("B. Kuiper\n|. de Graaf", "B. Kuiper; I. de Graaf", None),
    ],
)
def test_a_misread_signature(signature: str, person: str, role: str | None) -> None:
    sender = plain(read(f"Urk, 3 mei 2014{BODY}\nHoogachtend,\n\n\n{signature}\n"))["sender"]
    assert (sender["person"], sender["role"]) == (person, role)


def test_two_who_sign_are_not_parted_by_a_comma() -> None:
    assert signature_mended("B. Kuiper; M. Zonneveld") == "B. Kuiper; M. Zonneveld"


def test_who_signs_for_another_writes_himself() -> None:
    letter = (
        f"Urk, 3 mei 2014{BODY}\nHoogachtend,\n\nNamens burgemeester en wethouders van Dordrecht,"
        "\n\n\nJ. de Vries\nmanager Toezicht\nOmgevingsdienst Zuid-Holland Zuid\n"
    )
    assert plain(read(letter))["sender"]["organisation"] == "Omgevingsdienst Zuid-Holland Zuid"


def on_a_line(*words: str, gap: float = 4.0) -> list[Seen]:
    seen, left = [], 50.0
    for word in words:
        size = 10.0 if word[0].isalnum() else 2.0
        box = Box(left, 110.0 - size, left + 6.0 * len(word), 110.0)
        seen.append(Seen(word, box, 0.95))
        left = box.x1 + gap
    return seen


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (["„secretaris"], ["secretaris"]),
        (["[045-2039416", "Goes"], ["045-2039416", "Goes"]),
        (["„___2020-0000218438"], ["2020-0000218438"]),
        (["-_Uw", "brief"], ["Uw", "brief"]),
        (["„Water", "in", "de", "wijk”"], ["„Water", "in", "de", "wijk”"]),
        (["[bijlage", "3]"], ["[bijlage", "3]"]),
        (["-2.07.15"], ["-2.07.15"]),
        (["van", "‘burgemeester", "en"], ["van", "burgemeester", "en"]),
        (["‘De", "Linde’,"], ["‘De", "Linde’,"]),
        (["6622", "Aj", "GOES"], ["6622", "AJ", "GOES"]),
        (["2018", "Nu", "Wij"], ["2018", "Nu", "Wij"]),
    ],
)
def test_what_opens_and_is_not_closed_is_a_speck(words: list[str], left: list[str]) -> None:
    assert [word.text for word in tidied(on_a_line(*words))] == left


@pytest.mark.parametrize(
    ("gap", "left"),
    [(8.0, ["Uw", "kenmerk", "12345"]), (1.0, ["Uw", "kenmerk", ".", "12345"])],
)
def test_a_point_that_stands_alone_is_a_speck(gap: float, left: list[str]) -> None:
    words = without_strays(on_a_line(*["Datum"] * 8, "Uw", "kenmerk", ".", "12345", gap=gap))
    assert [word.text for word in words[8:]] == left


def test_a_speck_stretches_a_word_and_not_its_line() -> None:
    line = on_a_line("15", "oktober", "2018")
    tall = dataclasses.replace(
        line[1], box=dataclasses.replace(line[1].box, top=90.0, bottom=120.0)
    )
    assert trimmed([line[0], tall, line[2]])[1].box == line[1].box


def test_a_date_of_a_later_page_does_not_undo_that_of_the_first() -> None:
    pages = f"Datum: 30 augustus 1985{BODY}\fDatum: 36 augustus 1985\n\nen dank u voor uw tijd.\n"
    date = read(pages).date
    assert date is not None
    assert date.value.isoformat() == "1985-08-30"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("L.K. van Engelshoven", "I.K. van Engelshoven"),
        ("mr. E.B. Grapperhaus", "mr. F.B.J. Grapperhaus"),
        ("I.K. van Engelshoven", "I.K. van Engelshoven"),
        ("A. van Engelshoven", "A. van Engelshoven"),
        ("L.K. Bakker", "L.K. Bakker"),
    ],
)
def test_a_minister_has_the_initials_of_the_register(name: str, meant: str) -> None:
    assert as_registered(name, dt.date(2018, 8, 8)) == meant
