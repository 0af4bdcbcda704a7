"""Whether a page shows its picture as it is stored: only then is the page not drawn to compare."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import closing

import pikepdf
import pypdfium2 as pdfium
import pytest
from pikepdf import Array, Dictionary, Name

from pipeline.intake.stored import Stored
from pipeline.intake.survey import survey
from tests.pages_made import full_page, pdf, scan, stored

LETTER = scan().image


def plain(**more: object) -> pikepdf.Pdf:
    entries = {"ColorSpace": Name.DeviceGray, "BitsPerComponent": 8} | more
    return stored(LETTER.tobytes(), LETTER.size, **entries)


def masked() -> pikepdf.Pdf:
    document = plain()
    mask = document.make_stream(LETTER.tobytes())
    mask.Type, mask.Subtype, mask.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
    mask.Width, mask.Height, mask.BitsPerComponent = *LETTER.size, 8
    document.pages[0].obj.Resources.XObject.Im1.SMask = mask
    return document


def pale() -> pikepdf.Pdf:
    document = pdf([f"/Pale gs {full_page()}".encode()], images=[LETTER])
    state = Dictionary(Pale=Dictionary(ca=0.5))
    document.pages[0].obj.Resources.ExtGState = state
    return document


OTHERS: dict[str, Callable[[], pikepdf.Pdf]] = {
    "a mask": masked,
    "tones exchanged": lambda: plain(Decode=Array([1, 0])),
    "half of it": lambda: pdf([f"0 0 300 842 re W n {full_page()}".encode()], images=[LETTER]),
    "pale": pale,
    "twice": lambda: pdf([(full_page() + "\n" + full_page()).encode()], images=[LETTER]),
    "a box over it": lambda: pdf([f"{full_page()} 9 9 99 99 re f".encode()], images=[LETTER]),
    "a layer": lambda: plain(OC=Dictionary(Type=Name.OCG, Name=pikepdf.String("seen"))),
}


def shows(document: pikepdf.Pdf) -> bool:
    content = io.BytesIO()
    document.save(content)
    with (
        closing(Stored(content.getvalue())) as file,
        closing(pdfium.PdfDocument(content.getvalue())) as read,
        closing(read[0]) as page,
    ):
        return file.shows(1, survey(page))


@pytest.mark.parametrize("document", [plain, lambda: pdf([full_page().encode()], images=[LETTER])])
def test_as_stored(document: Callable[[], pikepdf.Pdf]) -> None:
    assert shows(document())


@pytest.mark.parametrize("document", OTHERS.values(), ids=OTHERS)
def test_in_another_way(document: Callable[[], pikepdf.Pdf]) -> None:
    assert not shows(document())


def test_a_file_that_pikepdf_cannot_open_is_not_believed() -> None:
    content = io.BytesIO()
    plain().save(content)
    with (
        closing(Stored(b"no PDF")) as file,
        closing(pdfium.PdfDocument(content.getvalue())) as read,
        closing(read[0]) as page,
    ):
        assert not file.shows(1, survey(page))
