"""What is drawn over the letters of a digital page, and which letters are under it."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from pipeline.intake import open_file
from pipeline.page import Sheet
from tests.pages_made import A4, FIRST, LEFT, pdf, saved, text_page

OVER = Image.new("RGB", (8, 8), (20, 20, 20))
# 'Geachte heer Van der Steur,' stands at (70, 120); the box lies over 'Van der Steur'
X0, TOP, WIDTH, HEIGHT = 148.0, FIRST - 11, 85.0, 15.0
Y0 = A4[1] - TOP - HEIGHT
BARS = f"{X0} {Y0} {WIDTH} 0.5 re {X0} {Y0} 0.5 {HEIGHT} re {X0} {Y0 + HEIGHT} {WIDTH} 0.5 re"
INNER = f"{X0 + 1} {Y0 + 1} {WIDTH - 2} {HEIGHT - 2} re"
BOX = f"{X0} {A4[1] - TOP - HEIGHT} {WIDTH} {HEIGHT} re"


def sheet(tmp_path: Path, after: str, *, before: str = "") -> Sheet:
    document = pdf([text_page(prefix=before) + f"\n{after}".encode()], images=[OVER])
    states = pikepdf.Dictionary(
        Clear=pikepdf.Dictionary(ca=0.4), Marker=pikepdf.Dictionary(BM=pikepdf.Name.Multiply)
    )
    document.pages[0].Resources.ExtGState = states
    return of(document, tmp_path)


def of(document: pikepdf.Pdf, tmp_path: Path) -> Sheet:
    path = tmp_path / "letter.pdf"
    path.write_bytes(saved(document))
    (one,) = open_file(path).sheets
    return one


def unseen(one: Sheet) -> str:
    return " ".join(word.text for word in one.unseen)


@pytest.mark.parametrize(
    "drawing",
    [
        f"q 0 g {BOX} f Q",
        f"q 1 g {BOX} f Q 0 G {BOX} S",
        f"q 0.7 g {BOX} B Q",
        f"q 0 g {BOX} {INNER} f Q",  # twice the same way round: no hole
        f"q 0 g {X0} {Y0} {WIDTH / 2} {HEIGHT} re {X0 + WIDTH / 2} {Y0} {WIDTH / 2} {HEIGHT} re f Q",
        f"q {WIDTH} 0 0 {HEIGHT} {X0} {A4[1] - TOP - HEIGHT} cm /Im1 Do Q",
        f"q 0 G 14 w {X0 + 7} {A4[1] - FIRST + 4} m {X0 + WIDTH - 7} {A4[1] - FIRST + 4} l S Q",
    ],
)
def test_letters_under_something_opaque_are_not_read(tmp_path: Path, drawing: str) -> None:
    one = sheet(tmp_path, drawing)
    assert unseen(one) == "Van der Steur,"
    assert [word.text for word in one.words][:2] == ["Geachte", "heer"]
    (drawn,) = one.drawings
    assert abs(drawn.box.x0 - X0) < 1.5 and abs(drawn.box.width - WIDTH) < 3


def test_pdfium_has_nothing_to_say_of_a_picture(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It warns of a picture's memory that is given back while it may still be looked at."""
    corner = f"{X0} {A4[1] - TOP - HEIGHT}"
    one = sheet(tmp_path, f"q {WIDTH} 0 0 {HEIGHT} {corner} cm /Im1 Do Q")
    assert len(one.drawings) == 1
    assert caplog.records == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"q 0.9 g {BOX} f Q", ""),  # a ground, painted first
        ("", f"q /Clear gs 1 1 0 rg {BOX} f Q"),
        ("", f"q /Marker gs 1 1 0 rg {BOX} f Q"),
        ("", f"q 0 G {BOX} S Q"),  # only a line
        ("", f"q 10 10 5 5 re W n 0 g {BOX} f Q"),  # cut off: nothing of it shows
        ("", f"q 0 g {BARS} f Q"),  # the lines of a cell in one path, as word processors write
        ("", f"q 0 g {BOX} {INNER} f* Q"),  # a frame: a box with a hole
        ("", f"q 0 g {X0} {Y0} m {X0 + WIDTH} {Y0} l {X0 + 2} {Y0 + 2} l {X0} {Y0 + HEIGHT} l f Q"),
    ],
)
def test_letters_that_show_are_read(tmp_path: Path, before: str, after: str) -> None:
    one = sheet(tmp_path, after, before=before)
    assert unseen(one) == ""
    assert "Steur," in [word.text for word in one.words]


def test_the_words_on_a_box_are_read_and_those_under_it_not(tmp_path: Path) -> None:
    code = f"BT /F1 8 Tf 1 g 1 0 0 1 {X0 + 30} {A4[1] - FIRST} Tm (10.2.e) Tj ET"
    one = sheet(tmp_path, f"q 0 g {BOX} f Q {code}")
    assert unseen(one) == "Van der Steur,"
    assert "10.2.e" in [word.text for word in one.words]


def test_a_note_with_an_appearance_covers(tmp_path: Path) -> None:
    document = pdf([text_page()])
    area = [X0, A4[1] - TOP - HEIGHT, X0 + WIDTH, A4[1] - TOP]
    look = document.make_stream(
        f"0 g {BOX} f".encode(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=area,
    )
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Square,
        Rect=area,
        F=4,
        AP=pikepdf.Dictionary(N=look),
    )
    document.pages[0].Annots = document.make_indirect(pikepdf.Array([document.make_indirect(note)]))
    one = of(document, tmp_path)
    assert unseen(one) == "Van der Steur,"
    assert [round(drawn.box.x0) for drawn in one.drawings] == [round(X0)]
    assert LEFT < X0
