"""Files are opened by what they are; what cannot be read says why in one line."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pipeline import intake
from pipeline.errors import CannotRead, Problem
from pipeline.intake.text import decode
from pipeline.page import TextFrom
from tests.pages_made import pdf, saved, text_page

LETTER = "Geachte heer,\n\nHet bedrag is € 12,50. Café ’t Hof.\n"


def words(path: Path) -> list[str]:
    return [word.text for sheet in intake.open_file(path).sheets for word in sheet.words]


def problem(path: Path) -> str:
    """What is said of a file that cannot be read, at opening or at one of its pages."""
    with pytest.raises(CannotRead) as caught:
        list(intake.open_file(path).sheets)
    assert "\n" not in str(caught.value)
    assert caught.value.remedy
    return caught.value.what


@pytest.mark.parametrize(
    ("content", "text", "notes"),
    [
        (LETTER.encode(), LETTER, ()),
        (b"\xef\xbb\xbf" + LETTER.encode(), LETTER, ()),
        (LETTER.encode("utf-16"), LETTER, ("read as UTF-16",)),
        (b"\xfe\xff" + LETTER.encode("utf-16-be"), LETTER, ("read as UTF-16",)),
        (LETTER.encode("cp1252"), LETTER, ("read as Windows-1252",)),
        ("één café".encode("latin-1"), "één café", ("read as ISO-8859-1",)),
        ("één café, één tête".encode() + b"\xe9", "één café, één tête�", ("1 unreadable",)),
        ("cafe\u0301".encode(), "café", ()),
        (b"twee\r\nregels\x1a", "twee regels", ()),
    ],
)
def test_text_in_any_western_encoding(
    content: bytes, text: str, notes: tuple[str, ...], tmp_path: Path
) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(content)
    opened = intake.open_file(file)
    assert opened.media_type == "text/plain"
    assert words(file) == text.split()
    assert len(opened.notes) == len(notes)
    for note, expected in zip(opened.notes, notes, strict=True):
        assert expected in note


@pytest.mark.parametrize(
    ("content", "pages"), [("een", 1), ("een\ftwee", 2), ("een\ftwee\f\n", 2), ("een\f\fdrie", 3)]
)
def test_form_feeds_part_a_text_into_pages(content: str, pages: int, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text(content)
    assert intake.open_file(file).page_count == pages


def test_words_of_a_text_stand_on_a_grid(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Datum\t1 mei\u2028x\n\n  Onderwerp")
    (sheet,) = intake.open_file(file).sheets
    assert sheet.text_from is TextFrom.text
    assert [(w.text, w.box.x0 / 6, w.box.top / 12) for w in sheet.words] == [
        ("Datum", 0, 0),
        ("1", 8, 0),
        ("mei", 10, 0),
        ("x", 14, 0),
        ("Onderwerp", 2, 2),
    ]


def test_a_file_is_what_it_holds_not_what_it_is_called(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_bytes(saved(pdf([text_page()])))
    scan = tmp_path / "scan.pdf"
    Image.new("L", (827, 1169), 255).save(scan, "JPEG")
    plain = tmp_path / "letter"
    plain.write_text("Geachte heer,")
    kinds = [intake.open_file(file).media_type for file in (letter, scan, plain)]
    assert kinds == ["application/pdf", "image/jpeg", "text/plain"]


def test_a_name_that_is_no_utf_8_can_still_be_written(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"brief-\xe9.txt")
    file.write_bytes(b"Geachte heer,")
    assert intake.open_file(file).name == r"brief-\xe9.txt"


def test_the_digest_is_that_of_the_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(b"abc")
    assert intake.open_file(file).sha256.startswith("ba7816bf8f01cfea414140de5dae2223")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("leeg.pdf", b"", "empty"),
        ("leeg.txt", b"", "empty"),
        ("wit.txt", b" \r\n\f \n", "no text"),
        ("brief.pdf", b"<html>404 Niet gevonden</html>", "not a PDF, though named so, but text"),
        ("brief.TIF", b"Geachte heer,", "not a TIFF, though named so, but text"),
        ("brief.pdf", bytes(range(256)) * 9, "not a PDF, though named so"),
        ("brief.txt", bytes(range(256)) * 9, "not a text file"),
        ("brief.dat", b"\x00\x01\x02\x03" * 50, "not a text file"),
        ("brief.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "old Word"),
        ("brief.rtf", b"{\\rtf1\\ansi Geachte heer}", "Rich Text"),
        ("brief.gif", b"GIF89a" + bytes(90), "damaged"),
        ("brief.bmp", b"BM" + bytes(90), "damaged"),
        ("brief.webp", b"RIFF\x50\0\0\0WEBPVP8 " + bytes(90), "damaged"),
        ("brief.heic", b"\0\0\0\x18ftypheic" + bytes(90), "HEIC or AVIF"),
        ("brief.jpg", b"\0\0\0\x18ftypmif1" + bytes(90), "HEIC or AVIF"),
        ("brief.mp4", b"\0\0\0\x18ftypisom" + bytes(90), "a film"),
        ("brief.jxl", b"\xff\x0a" + bytes(90), "JPEG XL"),
        ("brief.html", b"<!DOCTYPE html><p>Geachte heer", "a web page"),
        ("brief.txt", b"\xef\xbb\xbf\n<?xml version='1.0'?><brief/>", "marked-up text"),
        ("brief.png", b"\x89PNG\r\n\x1a\n" + b"niets", "damaged"),
        ("brief.jpg", b"\xff\xd8\xff\xe0" + bytes(90), "damaged"),
        ("brief.tif", b"II*\x00" + bytes(90), "damaged"),
        ("brief.pdf", b"%PDF-1.7\n", "damaged or cut short"),
        ("brief.pdf", b"%PDF-1.7\n" + b"rommel " * 900, "damaged or cut short"),
    ],
)
def test_what_cannot_be_read_says_what_it_is(
    name: str, content: bytes, said: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert said in problem(file)


def test_a_word_file_is_named_as_such(tmp_path: Path) -> None:
    file = tmp_path / "brief.docx"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    assert "Word" in problem(file)


def test_a_text_that_begins_like_a_picture_is_text(tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("BM Wonen\nGeachte heer,")
    assert words(file)[:2] == ["BM", "Wonen"]


def test_a_text_with_a_sign_of_less_is_text(tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("<concept> Geachte heer, 3 < 4")
    assert words(file)[:2] == ["<concept>", "Geachte"]


def test_folders_and_names_of_nothing(tmp_path: Path) -> None:
    assert "folder" in problem(tmp_path)
    assert "no such file" in problem(tmp_path / "weg.pdf")
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    assert "not an ordinary file" in problem(pipe)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("Geachte heer,")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    assert "no permission" in problem(file)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_problem(content: bytes) -> None:
    try:
        text = decode(content)
    except Problem as error:
        assert error.remedy
    else:
        assert any(sheet.words for sheet in text.sheets)


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("import pipeline.intake", "PIL pdfplumber pypdfium2 pikepdf cv2 numpy"),
        ("import pipeline.ocr", "PIL pytesseract cv2 numpy"),
        (
            "import pathlib, pipeline.intake;"
            "list(pipeline.intake.open_file(pathlib.Path(sys.argv[1])).sheets)",
            "PIL pdfplumber pypdfium2 pikepdf cv2 numpy",
        ),
    ],
)
def test_a_text_loads_no_library_of_pictures(code: str, absent: str, tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("Geachte heer,")
    code = f"import sys; {code}; print([n for n in {absent.split()} if n in sys.modules])"
    command = [sys.executable, "-c", code, str(file)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
