"""Writing page images into the file forms that letters arrive in."""

from __future__ import annotations

import io
import random
from pathlib import Path

import numpy as np
import pdfplumber
import pikepdf
from PIL import Image

from samples.make.paper import Bbox, Grey, Look, moved
from samples.make.typeset import fixed


def jpeg(picture: Grey, quality: int, dpi: int) -> bytes:
    """A grey JPEG with its resolution."""
    target = io.BytesIO()
    Image.fromarray(picture).save(target, "JPEG", quality=quality, dpi=(dpi, dpi), optimize=True)
    return target.getvalue()


def image_page(pdf: pikepdf.Pdf, picture: Grey, dpi: int, quality: int = 50) -> None:
    """Add a page that is nothing but a picture, as a scanner makes it."""
    height, width = picture.shape
    points = (width * 72 / dpi, height * 72 / dpi)
    image = pdf.make_stream(
        jpeg(picture, quality, dpi),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=width,
        Height=height,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    page = pdf.add_blank_page(page_size=points)
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
    drawing = f"q {points[0]:.3f} 0 0 {points[1]:.3f} 0 0 cm /Im0 Do Q".encode()
    page.Contents = pdf.make_stream(drawing)


def image_pdf(pictures: list[Grey], dpi: int, quality: int = 50) -> bytes:
    """A PDF of scanned pages without a text layer."""
    pdf = pikepdf.new()
    for picture in pictures:
        image_page(pdf, picture, dpi, quality)
    return fixed(pdf)


def words_of(pdf: bytes, page: int) -> list[tuple[str, Bbox]]:
    """The words of page number `page` (from 0) and their boxes in points."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        found = opened.pages[page].extract_words()
    return [(word["text"], (word["x0"], word["top"], word["x1"], word["bottom"])) for word in found]


def lay_text(pdf: pikepdf.Pdf, words: list[tuple[str, Bbox]], look: Look, seed: int) -> None:
    """Lay words invisibly under the picture of the last page, one letter in 150 misread."""
    page = pdf.pages[-1]
    size = (float(page.mediabox[2]), float(page.mediabox[3]))
    dice = random.Random(seed)
    lines = [b"BT 3 Tr"]
    for text, bbox in words:
        misread = "".join(LOOKALIKES.get(c, c) if dice.random() < 1 / 150 else c for c in text)
        x0, top, x1, bottom = moved(bbox, look, size)
        height = bottom - top
        stretch = (x1 - x0) / (0.6 * height * len(misread)) * 100
        shown = pikepdf.String(f"{misread} ".encode("cp1252", "replace")).unparse()
        base = size[1] - bottom + height * 0.2
        place = f"/F0 {height:.2f} Tf {stretch:.2f} Tz 1 0 0 1 {x0:.2f} {base:.2f} Tm "
        lines.append(place.encode() + shown + b" Tj")
    lines.append(b"ET")
    page.Resources.Font = pikepdf.Dictionary(
        F0=pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Courier,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
    )
    page.contents_add(b"\n".join(lines), prepend=True)


LOOKALIKES = {
    "e": "c",
    "l": "1",
    "i": "l",
    "h": "b",
    "n": "u",
    "g": "q",
    "o": "0",
    "t": "f",
    "r": "n",
}


def write_tiff(path: Path, pictures: list[Grey], dpi: int, threshold: int) -> None:
    """A multi-page TIFF, one bit a pixel, CCITT G4: what a fax or an archive scanner leaves."""
    pages = [
        Image.fromarray((picture > threshold).astype(np.uint8) * 255).convert("1")
        for picture in pictures
    ]
    pages[0].save(
        path, save_all=True, append_images=pages[1:], compression="group4", dpi=(dpi, dpi)
    )


def write_png(path: Path, picture: Grey, dpi: int, levels: int = 16) -> None:
    """A grey PNG with few tones, which keeps a noisy page small."""
    step = 255 // (levels - 1)
    reduced = (np.round(picture.astype(np.float32) / step) * step).clip(0, 255).astype(np.uint8)
    Image.fromarray(reduced).quantize(levels, dither=Image.Dither.NONE).save(
        path, dpi=(dpi, dpi), optimize=True, bits=4
    )
