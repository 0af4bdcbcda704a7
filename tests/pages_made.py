"""Small files for the tests of reading, made on the spot."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pikepdf
import pypdfium2 as pdfium
from PIL import Image, ImageChops

from pipeline.geometry import Box

LINES = (
    "Geachte heer Van der Steur,",
    "Naar aanleiding van uw brief van 3 maart 2016 bericht ik u als volgt.",
    "De gemeente vraagt een bijdrage voor de opleiding van medewerkers in de wijk,",
    "en voor het overleg tussen politie, gemeente en het openbaar ministerie.",
    "Wij gaan ervan uit dat het bedrag voor het einde van het jaar wordt betaald.",
    "Over de besteding leggen wij verantwoording af in onze jaarrekening, zoals",
    "dat ook bij de eerdere bijdragen is gebeurd. Een begroting is bijgevoegd.",
    "Heeft u nog vragen, neem dan contact op met de afdeling Veiligheid.",
    "Hoogachtend,",
)
LEFT, FIRST, LEADING, SIZE = 70.0, 120.0, 24.0, 12.0  # points
A4 = (595.0, 842.0)


def text_page(lines: Sequence[str] = LINES, *, prefix: str = "", mode: int = 0) -> bytes:
    """A PDF content stream: lines of Helvetica; `prefix` goes before, `mode` 3 is invisible."""
    shown = [
        f"BT /F1 {SIZE:g} Tf {mode} Tr 1 0 0 1 {LEFT:g} {A4[1] - FIRST - LEADING * row:g} Tm"
        f" ({line}) Tj ET"
        for row, line in enumerate(lines)
    ]
    return "\n".join([prefix, *shown]).encode("latin-1")


def pdf(
    contents: Sequence[bytes],
    *,
    images: Sequence[Image.Image] = (),
    box: Sequence[float] = (0, 0, *A4),
    crop: Sequence[float] | None = None,
    rotate: int = 0,
) -> pikepdf.Pdf:
    """A PDF of these content streams; image n is /Im<n> on every page, 1-based."""
    document = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    objects = {f"/Im{place}": _image(document, image) for place, image in enumerate(images, 1)}
    for content in contents:
        page = document.add_blank_page(page_size=A4)
        page.obj.MediaBox = pikepdf.Array(box)
        if crop is not None:
            page.obj.CropBox = pikepdf.Array(crop)
        page.obj.Rotate = rotate
        page.obj.Resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary(F1=font), XObject=pikepdf.Dictionary(objects)
        )
        page.obj.Contents = document.make_stream(content)
    return document


def saved(document: pikepdf.Pdf, **options: object) -> bytes:
    target = io.BytesIO()
    document.save(target, **options)
    return target.getvalue()


def _image(document: pikepdf.Pdf, image: Image.Image) -> pikepdf.Object:
    spaces = {"1": "/DeviceGray", "L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}
    stream = document.make_stream(image.tobytes())
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width, stream.Height = image.size
    stream.ColorSpace = pikepdf.Name(spaces[image.mode])
    stream.BitsPerComponent = 1 if image.mode == "1" else 8
    return document.make_indirect(stream)


def strip(image: Image.Image, compression: str) -> bytes:
    """The code of a picture as it stands in a TIFF of one strip: 'group4', 'tiff_lzw'."""
    target = io.BytesIO()
    image.save(target, "TIFF", compression=compression, tiffinfo={278: image.height})
    content = target.getvalue()
    tags = Image.open(io.BytesIO(content)).tag_v2
    (start,), (length,) = tags[273], tags[279]
    return content[start : start + length]


def jbig2(image: Image.Image) -> bytes:
    """A black and white picture as JBIG2 in a PDF: one region, coded like a fax."""
    size = struct.pack(">II", *image.size)
    page = size + bytes(8) + b"\x00" + bytes(2)
    code = strip(ImageChops.invert(image.convert("L")).convert("1"), "group4")
    region = size + bytes(8) + b"\x00" + b"\x01" + code

    def segment(number: int, kind: int, data: bytes) -> bytes:
        return struct.pack(">IBBBI", number, kind, 0, 1, len(data)) + data

    return segment(0, 48, page) + segment(1, 38, region)


def stored(data: bytes, size: tuple[int, int], **entries: object) -> pikepdf.Pdf:
    """A PDF of one page, filled by one picture with this code and these entries."""
    document = pdf([full_page().encode()], images=[Image.new("L", (1, 1))])
    image = document.pages[0].obj.Resources.XObject.Im1
    for name in ("/ColorSpace", "/BitsPerComponent"):
        del image[name]
    image.write(data, filter=entries.pop("Filter", None), decode_parms=entries.pop("Parms", None))
    image.Width, image.Height = size
    for name, value in entries.items():
        image["/" + name] = value
    return document


def full_page(name: str = "Im1") -> str:
    return f"q {A4[0]:g} 0 0 {A4[1]:g} 0 0 cm /{name} Do Q"


@dataclass(frozen=True, slots=True)
class Scan:
    """A picture of the letter, and where its words stand, in points."""

    image: Image.Image
    dpi: float
    words: tuple[tuple[str, Box], ...]


def scan(dpi: float = 200.0) -> Scan:
    """The lines above as a scanner's clean grey picture; the boxes from the drawing itself."""
    document = pdfium.PdfDocument(saved(pdf([text_page()])))
    page = document[0]
    image = page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    text = page.get_textpage()
    content = text.get_text_range()
    words, start = [], 0
    for word in content.split():
        start = content.index(word, start)
        boxes = [text.get_charbox(place) for place in range(start, start + len(word))]
        left, bottom = min(b[0] for b in boxes), min(b[1] for b in boxes)
        right, top = max(b[2] for b in boxes), max(b[3] for b in boxes)
        words.append((word, Box(left, A4[1] - top, right, A4[1] - bottom)))
        start += len(word)
    text.close()
    page.close()
    document.close()
    return Scan(image, dpi, tuple(words))


def ink_share(pixels: np.ndarray, dpi: float, box: Box) -> float:
    """Share of dark pixels in a box of points."""
    inside = box.scaled(dpi / 72)
    part = pixels[int(inside.top) : int(inside.bottom) + 1, int(inside.x0) : int(inside.x1) + 1]
    return float((part < 128).mean()) if part.size else 0.0
