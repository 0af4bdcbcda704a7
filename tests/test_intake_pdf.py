"""PDF pages: which words and lines stand where, which pages have to be recognised, what fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageOps

from pipeline import intake
from pipeline.errors import CannotRead
from pipeline.geometry import Box
from pipeline.page import Sheet, TextFrom
from tests.pages_made import (
    A4,
    FIRST,
    LINES,
    Scan,
    full_page,
    ink_share,
    pdf,
    saved,
    scan,
    text_page,
)

MARK = "q 0 g 20 20 30 10 re f Q"  # a filled shape, so that a page gets a picture
OUTLINES = "q 0 g 100 700 m 140 700 l 120 760 l f Q"


@pytest.fixture(scope="module")
def picture() -> Scan:
    return scan()


def sheets(path: Path, document: pikepdf.Pdf, **options: object) -> list[Sheet]:
    path.write_bytes(saved(document, **options))
    return list(intake.open_file(path).sheets)


def sheet(path: Path, content: bytes | str, **options: object) -> Sheet:
    content = content.encode("latin-1") if isinstance(content, str) else content
    (only,) = sheets(path, pdf([content], **options))
    return only


def said(path: Path, document: pikepdf.Pdf | bytes, **options: object) -> str:
    path.write_bytes(document if isinstance(document, bytes) else saved(document, **options))
    with pytest.raises(CannotRead) as caught:
        list(intake.open_file(path).sheets)
    return caught.value.what


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "letter.pdf"


def text(found: Sheet) -> str:
    return " ".join(word.text for word in found.words)


def test_words_and_thin_lines_need_no_picture(file: Path, picture: Scan) -> None:
    lines = "0.5 w 70 600 m 500 600 l S 70 500 0.4 90 re f 300 300 100 50 re S"
    found = sheet(file, text_page(prefix=lines.replace(" 300 300 100 50 re S", "")))
    assert found.text_from is TextFrom.text_layer
    assert text(found) == " ".join(LINES)
    assert found.raster is None
    assert found.rotation == 0
    assert [(round(r.x0), round(r.top), round(r.x1), round(r.bottom)) for r in found.rules] == [
        (70, 242, 500, 242),
        (70, 252, 70, 342),
    ]
    for word, (name, box) in zip(found.words, picture.words, strict=True):
        assert word.text == name
        assert box.covered_by(word.box) > 0.9


def test_a_drawn_box_gives_lines_and_a_picture(file: Path) -> None:
    found = sheet(file, text_page(prefix="0.5 w 300 300 100 50 re S"))
    assert found.raster is not None
    assert Box(300, 492, 400, 492) in [
        Box(*map(round, (r.x0, r.top, r.x1, r.bottom))) for r in found.rules
    ]
    assert len(found.rules) == 4


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize(
    ("box", "crop"),
    [
        ((0, 0, 595, 842), None),
        ((-50, 30, 645, 872), None),
        ((0, 0, 595, 842), (40, 100, 560, 800)),
        ((-50, -20, 645, 892), (10, 60, 580, 860)),
    ],
)
def test_boxes_are_those_of_the_page_as_shown(
    rotate: int, box: Sequence[float], crop: Sequence[float] | None, file: Path
) -> None:
    """Words turned by content back upright; by the page's flag, too, wherever its origin is."""
    found = sheet(file, text_page(prefix=MARK), box=box, crop=crop, rotate=rotate)
    assert found.text_from is TextFrom.text_layer
    assert found.raster is not None
    assert text(found) == " ".join(LINES)
    assert found.rotation == (360 - rotate) % 360
    shape = found.raster.pixels.shape
    assert shape[1] / found.raster.dpi * 72 == pytest.approx(found.width, abs=1)
    assert shape[0] / found.raster.dpi * 72 == pytest.approx(found.height, abs=1)
    grey = found.raster.pixels if len(shape) == 2 else found.raster.pixels[:, :, 0]
    for word in found.words:
        assert ink_share(grey, found.raster.dpi, word.box) > 0.08
        assert ink_share(grey, found.raster.dpi, replace_x(word.box)) == 0


def replace_x(box: Box) -> Box:
    """The strip of paper between two rows, above a word."""
    return replace(box, top=box.top - 6, bottom=box.top - 2)


def test_a_page_flagged_upright_whose_letters_lie_on_their_side(file: Path) -> None:
    """A landscape page drawn on portrait paper, as a scanner's software makes them."""
    content = b"q 0 1 -1 0 842 0 cm " + text_page(LINES[:5]) + b" Q"
    found = sheet(file, content)
    assert found.rotation == 90
    assert (found.width, found.height) == (842, 595)
    assert text(found) == " ".join(LINES[:5])
    assert found.words[0].box.x0 == pytest.approx(70, abs=2)
    assert found.words[0].box.middle[1] == pytest.approx(FIRST - 4, abs=3)


def test_a_margin_note_on_its_side_leaves_the_page_upright(file: Path) -> None:
    note = "BT /F1 8 Tf 0 1 -1 0 30 300 Tm (Kopie archief 2016) Tj ET"
    found = sheet(file, text_page(prefix=note))
    assert found.rotation == 0
    sideways = {word.text: word.box for word in found.words if word.box.x0 < 40}
    assert set(sideways) == {"Kopie", "archief", "2016"}
    assert sideways["Kopie"].top > sideways["2016"].bottom  # it reads upwards
    assert sideways["Kopie"].height > sideways["Kopie"].width


def test_a_slanting_watermark_is_no_word(file: Path) -> None:
    mark = "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (CONCEPT) Tj ET"
    found = sheet(file, text_page(prefix=mark))
    assert text(found) == " ".join(LINES)
    assert found.notes == ("7 slanted letters left out",)


def test_bold_letters_and_bold_by_painting_twice(file: Path) -> None:
    twice = "BT /F1 12 Tf 70.3 400 Td (Besluit) Tj ET BT /F1 12 Tf 70 400 Td (Besluit) Tj ET"
    assert text(sheet(file, twice)) == "Besluit"
    document = pdf([text_page()])
    document.pages[0].obj.Resources.Font.F1.BaseFont = pikepdf.Name("/Helvetica-Bold")
    (found,) = sheets(file, document)
    assert all(word.bold for word in found.words)
    assert not any(word.bold for word in sheet(file, text_page()).words)


@pytest.mark.parametrize(
    "unseen",
    [
        "BT 3 Tr /F1 12 Tf 70 400 Td (Geheim dossier) Tj ET 0 Tr",
        "BT 1 g /F1 12 Tf 70 400 Td (Geheim dossier) Tj ET 0 g",
    ],
)
def test_text_that_nobody_sees_is_no_text_of_the_page(unseen: str, file: Path) -> None:
    found = sheet(file, text_page(prefix=unseen))
    assert text(found) == " ".join(LINES)
    assert [word.text for word in found.unseen] == ["Geheim", "dossier"]


def test_white_letters_on_a_dark_ground_are_seen(file: Path) -> None:
    banner = "0 0 0.5 rg 60 390 300 30 re f BT 1 g /F1 12 Tf 70 400 Td (Gemeente Almere) Tj ET 0 g"
    assert text(sheet(file, text_page(prefix=banner))).endswith("Gemeente Almere")


def test_a_scan_without_text(file: Path, picture: Scan) -> None:
    found = sheet(file, full_page(), images=[picture.image])
    assert (found.text_from, found.words) == (TextFrom.ocr, ())
    assert found.raster is not None
    assert found.dpi == pytest.approx(200, abs=0.5)
    assert np.array_equal(found.raster.pixels, np.asarray(picture.image))


@pytest.mark.parametrize("mode", ["1", "RGB", "CMYK"])
def test_scans_of_every_kind_of_colour(mode: str, file: Path, picture: Scan) -> None:
    image = picture.image.convert(mode)
    if mode == "CMYK":  # a converter of its own would only compare Pillow with itself
        image = Image.merge(
            "CMYK", (*[Image.new("L", image.size, 0)] * 3, ImageOps.invert(picture.image))
        )
    found = sheet(file, full_page(), images=[image])
    assert found.raster is not None
    assert found.raster.pixels.ndim == 2
    difference = found.raster.pixels.astype(int) - np.asarray(picture.image).astype(int)
    assert abs(difference).mean() < 6


def test_a_scan_in_colour_keeps_it(file: Path, picture: Scan) -> None:
    image = picture.image.convert("RGB")
    image.paste((200, 30, 30), (100, 100, 300, 160))
    found = sheet(file, full_page(), images=[image])
    assert found.raster is not None
    assert tuple(found.raster.pixels[120, 200]) == (200, 30, 30)


def turned(pixels: np.ndarray, how: str) -> np.ndarray:
    return {
        "mirrored": pixels[:, ::-1],
        "upside down": pixels[::-1, ::-1],
        "on its side": np.rot90(pixels),
        "flipped": pixels[::-1],
    }[how]


@pytest.mark.parametrize(
    ("placed", "how"),
    [
        ("q -595 0 0 842 595 0 cm /Im1 Do Q", "mirrored"),
        ("q -595 0 0 -842 595 842 cm /Im1 Do Q", "upside down"),
        ("q 595 0 0 -842 0 842 cm /Im1 Do Q", "flipped"),
        ("q 0 842 -595 0 595 0 cm /Im1 Do Q", "on its side"),
    ],
)
def test_a_scan_is_taken_dot_for_dot_and_turned_as_it_is_shown(
    placed: str, how: str, file: Path, picture: Scan
) -> None:
    found = sheet(
        file, placed, images=[picture.image if how != "on its side" else on_side(picture)]
    )
    assert found.raster is not None
    shown = turned(np.asarray(picture.image if how != "on its side" else on_side(picture)), how)
    assert np.array_equal(found.raster.pixels, shown)
    assert found.dpi == pytest.approx(200, abs=0.5)


def on_side(picture: Scan) -> Image.Image:
    return picture.image.transpose(Image.Transpose.ROTATE_270)


def test_a_scan_that_leans_or_is_drawn_over_is_rendered(file: Path, picture: Scan) -> None:
    """At the resolution of its content where nothing but pictures is there."""
    leaning = sheet(file, "q 595 9 -9 842 4 0 cm /Im1 Do Q", images=[picture.image])
    assert leaning.raster is not None
    assert leaning.raster.dpi == pytest.approx(200, abs=1)
    covered = sheet(file, full_page() + " 0 g 100 100 300 200 re f", images=[picture.image])
    assert covered.raster is not None
    assert covered.raster.dpi == pytest.approx(300)
    assert ink_share(covered.raster.pixels, 300, Box(105, 547, 395, 737)) == 1


def test_strips_and_tiles_are_put_together(file: Path, picture: Scan) -> None:
    """A page in strips of uneven height, then in tiles that share edges."""
    whole = np.asarray(picture.image)
    rows, columns = whole.shape
    cuts = [
        [(0, 0, columns, 700), (0, 700, columns, 1500), (0, 1500, columns, rows)],
        [(x, y, x + 827, y + 1170) for y in (0, 1169) for x in (0, 826)],
    ]
    for boxes in cuts:
        parts = [picture.image.crop(box) for box in boxes]
        content = "\n".join(
            f"q {(x1 - x0) * 0.36:.4f} 0 0 {(y1 - y0) * 0.36:.4f} {x0 * 0.36:.4f}"
            f" {842 - y1 * 0.36:.4f} cm /Im{place} Do Q"
            for place, (x0, y0, x1, y1) in enumerate(boxes, 1)
        )
        found = sheet(file, content, images=parts)
        assert found.raster is not None
        assert found.dpi == pytest.approx(200, abs=0.5)
        shown = found.raster.pixels[:rows, :columns]
        assert (np.abs(shown.astype(int) - whole[: len(shown), : shown.shape[1]]) > 9).mean() < 0.01


def test_a_scan_with_paper_around_it(file: Path, picture: Scan) -> None:
    small = picture.image.resize((827, 1170))
    found = sheet(file, "q 297.7 0 0 421.2 148.68 210.6 cm /Im1 Do Q", images=[small])
    assert found.raster is not None
    assert found.raster.pixels.shape == (2339, 1653)
    assert np.array_equal(found.raster.pixels[584:1754, 413:1240], np.asarray(small))


@pytest.mark.parametrize(
    ("dots", "dpi"), [((4959, 7017), 300), ((1653, 1170), 200), ((496, 702), 300)]
)
def test_scans_too_fine_uneven_or_coarse(
    dots: tuple[int, int], dpi: float, file: Path, picture: Scan
) -> None:
    """600 dpi is more than letters need; a fax has half the dots down; 60 dpi is drawn larger."""
    found = sheet(file, full_page(), images=[picture.image.resize(dots)])
    assert found.raster is not None
    assert found.raster.dpi == pytest.approx(dpi, abs=0.5)
    rows, columns = found.raster.pixels.shape
    assert (columns / dpi * 72, rows / dpi * 72) == (
        pytest.approx(595, abs=0.5),
        pytest.approx(842, abs=0.5),
    )
    for _, box in picture.words:
        assert ink_share(found.raster.pixels, found.raster.dpi, box) > 0.05


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_scan_flagged_as_turned_is_shown_turned(rotate: int, file: Path, picture: Scan) -> None:
    found = sheet(file, full_page(), images=[picture.image], rotate=rotate)
    assert found.raster is not None
    assert found.rotation == 0
    assert (found.width > found.height) == (rotate != 180)
    assert np.array_equal(found.raster.pixels, np.rot90(np.asarray(picture.image), -rotate // 90))


def test_a_scanners_own_reading_is_not_trusted(file: Path, picture: Scan) -> None:
    """Invisible text over the picture, or text painted before it."""
    over = full_page().encode() + b"\n" + text_page(mode=3)
    under = text_page() + b"\n" + full_page().encode()
    for content in (over, under):
        found = sheet(file, content, images=[picture.image])
        assert found.text_from is TextFrom.ocr
        assert found.words == ()
        assert found.notes == ("recognised: hidden text under a picture of the page",)
        assert " ".join(word.text for word in found.unseen) == " ".join(LINES)


def test_a_picture_in_strips_with_a_reading_is_a_scan(file: Path, picture: Scan) -> None:
    strips = [f"q 595 0 0 {842 / 8:.3f} 0 {842 / 8 * place:.3f} cm /Im1 Do Q" for place in range(8)]
    content = "\n".join(strips).encode() + b"\n" + text_page(mode=3)
    assert sheet(file, content, images=[picture.image]).text_from is TextFrom.ocr


def test_a_stamp_over_a_scan_does_not_make_it_digital(file: Path, picture: Scan) -> None:
    content = full_page() + " BT /F1 9 Tf 500 820 Td (Doc. 12) Tj ET"
    found = sheet(file, content, images=[picture.image])
    assert found.text_from is TextFrom.ocr
    assert found.notes == ("recognised: a few words over a picture of the page",)


def test_a_letter_on_paper_with_a_pale_picture_stays_digital(file: Path) -> None:
    paper = Image.new("L", (595, 842), 245)
    found = sheet(file, full_page().encode() + b"\n" + text_page(LINES * 2), images=[paper])
    assert found.text_from is TextFrom.text_layer
    assert text(found) == " ".join(LINES * 2)
    assert found.raster is not None


def test_a_logo_does_not_make_a_letter_a_scan(file: Path, picture: Scan) -> None:
    logo = "q 120 0 0 60 70 770 cm /Im1 Do Q"
    found = sheet(file, text_page(prefix=logo), images=[picture.image])
    assert found.text_from is TextFrom.text_layer
    assert found.raster is not None
    assert found.raster.dpi == pytest.approx(150)


def test_each_page_is_judged_for_itself(file: Path, picture: Scan) -> None:
    document = pdf([text_page(), full_page().encode(), b""], images=[picture.image])
    kinds = [(s.number, s.text_from.value, bool(s.words)) for s in sheets(file, document)]
    assert kinds == [(1, "text-layer", True), (2, "ocr", False), (3, "text-layer", False)]


def test_a_blank_page_has_neither_words_nor_a_picture(file: Path) -> None:
    found = sheet(file, "")
    assert (found.words, found.raster) == ((), None)


def test_runs_without_letters_do_no_harm(file: Path) -> None:
    """A page whose only text lies beside it, or is a blank, or nothing at all."""
    from pipeline.intake.survey import survey
    from pipeline.intake.words import read_layer

    for content in (b"", b"BT /F1 12 Tf 70 400 Td ( ) Tj ET", b"BT /F1 9 Tf 900 900 Td (a) Tj ET"):
        file.write_bytes(saved(pdf([content])))
        assert next(iter(intake.open_file(file).sheets)).words == ()
        document = pdfium.PdfDocument(file)
        page = document[0]
        layer = read_layer(page, survey(page))
        assert (layer.words, layer.unseen, layer.turns) == ((), (), 0)
        page.close()
        document.close()


def test_letters_drawn_as_outlines_have_to_be_recognised(file: Path) -> None:
    found = sheet(file, OUTLINES)
    assert found.text_from is TextFrom.ocr
    assert found.raster is not None
    assert (found.raster.pixels < 128).any()


def test_forms_within_forms_are_surveyed_where_they_stand(file: Path, picture: Scan) -> None:
    """A scan wrapped in two form objects, each with a matrix, covers the page."""
    document = pdf([b"q 0.5 0 0 0.5 0 0 cm /Outer Do Q"], images=[picture.image])
    resources = document.pages[0].obj.Resources
    inner = document.make_stream(f"q {A4[0]} 0 0 {A4[1]} 0 0 cm /Im1 Do Q".encode())
    outer = document.make_stream(b"/Inner Do")
    for form, inside in ((inner, {"/Im1": resources.XObject.Im1}), (outer, {"/Inner": inner})):
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = pikepdf.Array([0, 0, 2000, 2000])
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(inside))
    inner.Matrix = pikepdf.Array([2, 0, 0, 2, 0, 0])
    resources.XObject["/Outer"] = outer
    found = sheets(file, document)[0]
    assert found.text_from is TextFrom.ocr
    assert found.dpi is not None


def note(document: pikepdf.Pdf, words: str, **more: object) -> pikepdf.Object:
    """An annotation that shows these words 400 points up the page."""
    font = document.pages[0].obj.Resources.Font
    look = document.make_stream(f"0 g BT /F1 14 Tf 2 5 Td ({words}) Tj ET".encode())
    look.Type, look.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    look.BBox = pikepdf.Array([0, 0, 200, 20])
    look.Resources = pikepdf.Dictionary(Font=font)
    return document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Rect=pikepdf.Array([70, 400, 270, 420]),
            F=4,
            AP=pikepdf.Dictionary(N=look),
            **more,
        )
    )


@pytest.mark.parametrize("kind", ["FreeText", "Widget"])
def test_what_is_filled_in_or_noted_on_a_page_is_read(kind: str, file: Path) -> None:
    document = pdf([text_page()])
    more = {"FT": pikepdf.Name.Tx, "T": "datum", "V": "3 maart 2016"} if kind == "Widget" else {}
    added = note(document, "3 maart 2016", Subtype=pikepdf.Name("/" + kind), **more)
    document.pages[0].obj.Annots = pikepdf.Array([added])
    if kind == "Widget":
        document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([added]))
    (found,) = sheets(file, document)
    assert text(found) == " ".join([*LINES, "3 maart 2016"])
    assert found.raster is not None
    grey = found.raster.pixels
    assert ink_share(grey, found.raster.dpi, Box(70, 422, 170, 442)) > 0.02


def test_a_link_is_nothing_to_see(file: Path) -> None:
    document = pdf([text_page()])
    document.pages[0].obj.Annots = pikepdf.Array(
        [
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Link,
                Rect=pikepdf.Array([70, 700, 200, 720]),
            )
        ]
    )
    assert sheets(file, document)[0].raster is None


def test_an_encrypted_file_is_read_where_it_asks_no_password(file: Path) -> None:
    document = pdf([text_page()])
    for revision in (3, 4, 6):
        lock = pikepdf.Encryption(
            owner="eigenaar", user="", R=revision, aes=revision > 3, metadata=revision > 3
        )
        (found,) = sheets(file, document, encryption=lock)
        assert text(found) == " ".join(LINES)
    lock = pikepdf.Encryption(owner="eigenaar", user="geheim")
    assert said(file, document, encryption=lock) == "it is encrypted with a password"


def test_a_pdf_without_pages(file: Path) -> None:
    assert "no pages" in said(file, pikepdf.new())


def test_a_file_cut_short_is_never_half_read(file: Path, picture: Scan) -> None:
    """Wherever it is cut: all of its pages, or a line that says what is wrong."""
    document = pdf([text_page(), full_page().encode(), text_page()], images=[picture.image])
    for options in ({}, {"object_stream_mode": pikepdf.ObjectStreamMode.generate}):
        whole = saved(document, **options)
        for share in (0.02, 0.1, 0.3, 0.6, 0.9, 0.98, 0.999):
            file.write_bytes(whole[: int(len(whole) * share)])
            try:
                found = list(intake.open_file(file).sheets)
            except CannotRead as problem:
                assert "cut short" in problem.what or "damaged" in problem.what
            else:
                assert [text(s) for s in found] == [" ".join(LINES), "", " ".join(LINES)]
                assert found[1].raster is not None
                assert (found[1].raster.pixels < 128).mean() > 0.005


def test_a_lost_cross_reference_table_is_mended(file: Path) -> None:
    whole = saved(pdf([text_page()]))
    file.write_bytes(whole.replace(b"startxref", b"startxxxx"))
    (found,) = intake.open_file(file).sheets
    assert text(found) == " ".join(LINES)


def test_something_before_the_first_line_does_no_harm(file: Path) -> None:
    file.write_bytes(b"\r\nX-Header: 1\r\n\r\n" + saved(pdf([text_page()])))
    (found,) = intake.open_file(file).sheets
    assert text(found) == " ".join(LINES)


def test_something_before_the_first_line_of_a_file_with_streams_of_objects(file: Path) -> None:
    """As most programs write now; there pdfminer cannot search for the objects itself."""
    options = {"object_stream_mode": pikepdf.ObjectStreamMode.generate}
    file.write_bytes(b"junk\n" * 30 + saved(pdf([text_page()]), **options))
    opened = intake.open_file(file)
    assert opened.notes == ("the file was damaged and has been mended",)
    (found,) = opened.sheets
    assert text(found) == " ".join(LINES)


def test_a_text_layer_that_breaks_the_reader_is_recognised(file: Path) -> None:
    document = pdf([text_page(), text_page()])
    document.pages[1].obj.Resources.Font = pikepdf.Dictionary(
        F1=pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type0,
            BaseFont=pikepdf.Name.Helvetica,
            DescendantFonts=pikepdf.Array([7]),
        )
    )
    first, second = sheets(file, document)
    assert text(first) == " ".join(LINES)
    assert second.words == ()


def test_an_enormous_page_is_drawn_coarsely(file: Path) -> None:
    found = sheet(file, "0 g 5000 5000 4000 4000 re f", box=(0, 0, 14400, 14400))
    assert found.raster is not None
    assert found.raster.pixels.size <= 40_100_000
    assert found.raster.dpi < 40


@pytest.mark.parametrize("side", [1, 14_401, 1_000_000])
def test_paper_on_which_nothing_could_be_seen(side: int, file: Path) -> None:
    what = said(file, pdf([b"0 g 0 0 1 1 re f"], box=(0, 0, side, side)))
    assert what.startswith("page 1: its paper is ")


def test_an_enormous_picture_is_refused_undecoded(file: Path) -> None:
    document = pdf([full_page().encode()], images=[Image.new("L", (8, 8))])
    image = document.pages[0].obj.Resources.XObject.Im1
    image.Width = image.Height = 40_000
    assert said(file, document).startswith("page 1: a picture in it is 40,000 × 40,000 pixels")


def test_the_file_is_closed_also_when_reading_stops_early(file: Path) -> None:
    file.write_bytes(saved(pdf([text_page(prefix=MARK)] * 3)))

    def held() -> int:
        links = list(Path("/proc/self/fd").iterdir())
        return sum(link.exists() and link.resolve() == file.resolve() for link in links)

    opened = intake.open_file(file)
    assert held() == 0
    pages = iter(opened.sheets)
    next(pages)
    assert held() > 0
    pages.close()  # type: ignore[attr-defined]
    assert held() == 0
    assert len(list(intake.open_file(file).sheets)) == 3
    assert held() == 0


HALF = "\nq 455 0 0 321.8 70 60 cm /Im1 Do Q"  # the upper half of the letter, below its text


@pytest.fixture(scope="module")
def half(picture: Scan) -> Image.Image:
    return picture.image.crop((0, 0, picture.image.width, picture.image.height // 2))


@pytest.mark.parametrize("hidden", [False, True])
def test_a_picture_of_text_on_a_page_of_text(hidden: bool, file: Path, half: Image.Image) -> None:
    """Also where somebody else's OCR lies over it: the text is taken, the picture is named."""
    layer = b""
    if hidden:
        layer = b"\nBT 3 Tr /F1 9 Tf 120 300 Td (Naar aanleiding van uw brief 9081) Tj ET"
    found = sheet(file, text_page() + HALF.encode() + layer, images=[half])
    assert found.text_from is TextFrom.text_layer
    assert text(found) == " ".join(LINES)
    (part,) = found.unread
    assert (round(part.x0), round(part.top), round(part.x1), round(part.bottom)) == (
        (70, 460, 525, 782)
    )
    assert found.raster is not None
    assert found.raster.dpi == pytest.approx(300)
    assert found.notes == ("read from its picture in 1 place",)
    cut = found.part(part)
    assert cut.raster is not None
    assert cut.raster.pixels.shape[0] == pytest.approx(321.8 / 72 * 300, abs=2)
    assert bool(found.unseen) == hidden


@pytest.mark.parametrize("place", ["\nq 560 0 0 560 20 20 cm /Im1 Do Q", HALF])
def test_a_large_picture_of_text_below_some_lines(
    place: str, file: Path, half: Image.Image
) -> None:
    """Though it covers most of the page, the lines above it are not recognised anew."""
    found = sheet(file, text_page(LINES[:6]) + place.encode(), images=[half])
    assert found.text_from is TextFrom.text_layer
    assert text(found) == " ".join(LINES[:6])
    assert len(found.unread) == 1


@pytest.mark.parametrize("kind", ["photo", "even", "logo", "few words"])
def test_a_picture_without_text_is_not_to_be_read(kind: str, file: Path, half: Image.Image) -> None:
    dice = np.random.default_rng(1)
    pictures = {
        "photo": dice.integers(0, 255, (300, 400)).astype(np.uint8).repeat(4, 0).repeat(4, 1),
        "even": np.full((300, 400), 40, np.uint8),
        "logo": np.pad(np.zeros((100, 100), np.uint8), 100, constant_values=255),
        "few words": np.asarray(half)[300:360, :500],
    }
    found = sheet(file, text_page() + HALF.encode(), images=[Image.fromarray(pictures[kind])])
    assert found.unread == ()
    assert text(found) == " ".join(LINES)


def test_letters_whose_font_has_no_codes_are_parts_to_be_read(file: Path) -> None:
    """A heading in a font without a Unicode map, over a letter in a good one."""
    document = pdf([text_page(prefix="BT /F2 14 Tf 70 760 Td <0024002500260027> Tj ET")])
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=pikepdf.Name.ABCDEF,
        Flags=4,
        FontBBox=[0, -200, 1000, 800],
        ItalicAngle=0,
        Ascent=800,
        Descent=-200,
        CapHeight=700,
        StemV=80,
    )
    inner = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType2,
        BaseFont=pikepdf.Name.ABCDEF,
        CIDSystemInfo=pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=document.make_indirect(descriptor),
        DW=600,
    )
    document.pages[0].obj.Resources.Font.F2 = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type0,
        BaseFont=pikepdf.Name.ABCDEF,
        Encoding=pikepdf.Name("/Identity-H"),
        DescendantFonts=[document.make_indirect(inner)],
    )
    (found,) = sheets(file, document)
    assert text(found) == " ".join(LINES)
    (part,) = found.unread
    assert part.holds((85, 842 - 765))
    assert found.raster is not None


def nested(levels: int, times: int) -> pikepdf.Pdf:
    """A page that paints a drawing, which paints another so many times, and so on."""
    document = pdf([b"/X Do " + text_page()])
    inner = None
    for _ in range(levels):
        form = document.make_stream(b"0 0 1 1 re f" if inner is None else b"/X Do " * times)
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = pikepdf.Array([0, 0, 595, 842])
        if inner is not None:
            form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
        inner = form
    document.pages[0].obj.Resources.XObject = pikepdf.Dictionary(X=inner)
    return document


def test_a_drawing_that_paints_itself_over_and_over_is_refused(file: Path) -> None:
    """Unread, for pdfium would need more memory than there is."""
    file.write_bytes(saved(nested(levels=24, times=10)))
    with pytest.raises(CannotRead, match="over and over"):
        intake.open_file(file)


@pytest.mark.parametrize(("levels", "times"), [(3, 3), (6, 1), (5, 5), (40, 1)])
def test_drawings_within_drawings_are_read(levels: int, times: int, file: Path) -> None:
    file.write_bytes(saved(nested(levels, times)))
    (found,) = intake.open_file(file).sheets
    assert text(found) == " ".join(LINES)


@pytest.mark.parametrize(("times", "refused"), [(1, False), (2, True)])
@pytest.mark.parametrize("levels", [1, 3])
def test_drawings_that_paint_each_other(levels: int, times: int, refused: bool, file: Path) -> None:
    """Once is as deep as pdfium goes, twice is without end."""
    document = nested(levels, times)
    outermost = document.pages[0].obj.Resources.XObject.X
    innermost = outermost
    for _ in range(levels - 1):
        innermost = innermost.Resources.XObject.X
    innermost.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=outermost))
    innermost.write(b"/X Do " * times)
    file.write_bytes(saved(document))
    if refused:
        with pytest.raises(CannotRead, match="over and over"):
            intake.open_file(file)
    else:
        (found,) = intake.open_file(file).sheets
        assert text(found) == " ".join(LINES)
