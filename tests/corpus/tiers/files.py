"""Pictures of pages as files: PDF, TIFF, PNG, JPEG, the same bytes for the same pixels."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
import pikepdf
from PIL import Image

from samples.make.files import lay_text
from samples.make.paper import Look
from samples.make.typeset import fixed
from tests.corpus.tiers.base import Picture
from tests.corpus.typeset import Bbox

Words = list[tuple[str, Bbox]]


def jpeg(picture: Picture, quality: int, **options: object) -> bytes:
    """A JPEG, grey or from blue, green, red."""
    target = io.BytesIO()
    _image(picture).save(target, "JPEG", quality=quality, **options)
    return target.getvalue()


def _image(picture: Picture) -> Image.Image:
    shown = picture if picture.ndim == 2 else picture[:, :, ::-1]
    return Image.fromarray(np.ascontiguousarray(shown))


def jpeg_pdf(
    pictures: Sequence[Picture], dpi: Sequence[float], quality: int, layers: Sequence[Words] = ()
) -> bytes:
    """A PDF of pictures; `layers` are words laid invisibly under each page, in its points."""
    pdf = pikepdf.new()
    for index, picture in enumerate(pictures):
        _add(
            pdf,
            picture,
            dpi[index],
            jpeg(picture, quality),
            BitsPerComponent=8,
            Filter=pikepdf.Name.DCTDecode,
            ColorSpace=pikepdf.Name.DeviceGray if picture.ndim == 2 else pikepdf.Name.DeviceRGB,
        )
        if layers and layers[index]:
            lay_text(pdf, layers[index], Look(skew=0.0), index)
    return fixed(pdf)


def bilevel_pdf(pictures: Sequence[Picture], dpi: float) -> bytes:
    """A PDF of black and white pictures in CCITT G4."""
    pdf = pikepdf.new()
    for picture in pictures:
        height, width = picture.shape
        parameters = pikepdf.Dictionary(K=-1, Columns=width, Rows=height, BlackIs1=False)
        _add(
            pdf,
            picture,
            dpi,
            _strip(picture),
            BitsPerComponent=1,
            Filter=pikepdf.Name.CCITTFaxDecode,
            DecodeParms=parameters,
            ColorSpace=pikepdf.Name.DeviceGray,
        )
    return fixed(pdf)


def _add(pdf: pikepdf.Pdf, picture: Picture, dpi: float, data: bytes, **entries: object) -> None:
    """A page that is nothing but a picture."""
    height, width = picture.shape[:2]
    points = (width * 72 / dpi, height * 72 / dpi)
    image = pdf.make_stream(
        data,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=width,
        Height=height,
        **entries,
    )
    page = pdf.add_blank_page(page_size=points)
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
    drawing = f"q {points[0]:.3f} 0 0 {points[1]:.3f} 0 0 cm /Im0 Do Q"
    page.Contents = pdf.make_stream(drawing.encode())


def _strip(picture: Picture) -> bytes:
    """The G4 code of a picture, taken out of a TIFF with one strip; black is its 1, as in a fax."""
    target = io.BytesIO()
    height = picture.shape[0]
    Image.fromarray(255 - picture).convert("1").save(
        target, "TIFF", compression="group4", tiffinfo={278: height}
    )
    content = target.getvalue()
    tags = Image.open(io.BytesIO(content)).tag_v2
    (start,), (length,) = tags[273], tags[279]
    return content[start : start + length]


def bilevel_tiff(pictures: Sequence[Picture], dpi: float) -> bytes:
    """A TIFF of black and white pages in CCITT G4."""
    return _tiff([Image.fromarray(picture).convert("1") for picture in pictures], dpi, "group4")


def jpeg_tiff(pictures: Sequence[Picture], dpi: float) -> bytes:
    """A TIFF whose pages are JPEGs."""
    return _tiff([_image(picture) for picture in pictures], dpi, "jpeg", quality=85)


def _tiff(pages: list[Image.Image], dpi: float, compression: str, **options: object) -> bytes:
    target = io.BytesIO()
    pages[0].save(
        target,
        "TIFF",
        save_all=True,
        append_images=pages[1:],
        compression=compression,
        dpi=(dpi, dpi),
        **options,
    )
    return target.getvalue()


def png(picture: Picture, dpi: float) -> bytes:
    """A PNG."""
    target = io.BytesIO()
    _image(picture).save(target, "PNG", dpi=(dpi, dpi), compress_level=1)
    return target.getvalue()
