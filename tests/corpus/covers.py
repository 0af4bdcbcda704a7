"""Covers drawn into a PDF over the places that the letter wants covered."""

from __future__ import annotations

import io

import pikepdf

from samples.make.typeset import fixed
from tests.corpus.typeset import Bbox, Typeset
from tests.corpus.writer import Cover, Letter


def covered(letter: Letter, pages: Typeset) -> bytes:
    """The PDF with its covers drawn as shapes, their codes as text."""
    pdf = pikepdf.open(io.BytesIO(pages.pdf))
    for name, cover in letter.covers.items():
        for place, (number, bbox) in enumerate(_places(name, pages)):
            page = pdf.pages[number - 1]
            _fonts(page)
            drawing = _drawing(cover, bbox, float(page.mediabox[3]), place == 0)
            page.contents_add(drawing.encode("ascii"))
    return fixed(pdf)


def _places(name: str, pages: Typeset) -> list[tuple[int, Bbox]]:
    return pages.places.get(name) or pages.places.get(f"leak.{name}") or []


def _fonts(page: pikepdf.Page) -> None:
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    if "/Font" not in page.resources:
        page.resources.Font = pikepdf.Dictionary()
    page.resources.Font["/Cover"] = font


def _drawing(cover: Cover, bbox: Bbox, height: float, first: bool) -> str:
    x0, top, x1, bottom = bbox
    box = f"{x0:.2f} {height - bottom:.2f} {x1 - x0:.2f} {bottom - top:.2f} re"
    shape = f"q 0 g {box} f Q"
    if not (first and cover.printed):
        return shape
    size = min(7.5, (bottom - top) * 0.62)
    width = len(cover.printed) * size * 0.5
    x, y = (x0 + x1 - width) / 2, height - (top + bottom) / 2 - size * 0.35
    return f"{shape} q 1 g BT /Cover {size:.2f} Tf {x:.2f} {y:.2f} Td ({cover.printed}) Tj ET Q"
