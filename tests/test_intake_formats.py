"""Pictures in every coding that scanners and archives use, in a PDF and by themselves."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageOps

from pipeline import intake
from pipeline.errors import CannotRead
from pipeline.page import Sheet, TextFrom
from tests.pages_made import full_page, jbig2, pdf, saved, scan, stored, strip

LETTER = scan().image
FAX = LETTER.convert("1")
WHITE_IS_ONE = Dictionary(K=-1, Columns=LETTER.width, Rows=LETTER.height, BlackIs1=False)


def saved_as(image: Image.Image, kind: str, **options: Any) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def of_black(image: Image.Image) -> Image.Image:
    """The picture in four inks, all of it black."""
    none = Image.new("L", image.size, 0)
    return Image.merge("CMYK", (none, none, none, ImageOps.invert(image)))


def in_pdf(data: bytes, bits: int = 8, space: Any = Name.DeviceGray, **more: Any) -> pikepdf.Pdf:
    entries = {"BitsPerComponent": bits, "ColorSpace": space} if bits else {}
    return stored(data, LETTER.size, **entries, **more)


def with_alpha() -> pikepdf.Pdf:
    """All black, and ink only where the mask lets it through."""
    document = in_pdf(zlib.compress(bytes(LETTER.width * LETTER.height)), Filter=Name.FlateDecode)
    mask = document.make_stream(ImageOps.invert(LETTER).tobytes())
    mask.Type, mask.Subtype, mask.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
    mask.Width, mask.Height, mask.BitsPerComponent = *LETTER.size, 8
    document.pages[0].obj.Resources.XObject.Im1.SMask = mask
    return document


def of_palette() -> pikepdf.Pdf:
    table = bytes(255 - place for place in range(256) for _ in range(3))
    space = Array([Name.Indexed, Name.DeviceRGB, 255, pikepdf.String(table)])
    return in_pdf(ImageOps.invert(LETTER).tobytes(), space=space)


CODED: dict[str, Callable[[], pikepdf.Pdf]] = {
    "flate": lambda: in_pdf(zlib.compress(LETTER.tobytes()), Filter=Name.FlateDecode),
    "lzw": lambda: in_pdf(strip(LETTER, "tiff_lzw"), Filter=Name.LZWDecode),
    "jpeg": lambda: in_pdf(saved_as(LETTER, "JPEG", quality=90), Filter=Name.DCTDecode),
    "jpeg of four inks": lambda: in_pdf(
        saved_as(of_black(LETTER), "JPEG", quality=95),
        space=Name.DeviceCMYK,
        Filter=Name.DCTDecode,
        Decode=Array([1, 0] * 4),  # as Photoshop writes them: the inks inverted
    ),
    "jpeg 2000": lambda: in_pdf(saved_as(LETTER, "JPEG2000"), 0, Filter=Name.JPXDecode),
    "jpeg 2000, lossy": lambda: in_pdf(
        saved_as(LETTER.convert("RGB"), "JPEG2000", irreversible=True, quality_layers=[30]),
        0,
        Filter=Name.JPXDecode,
    ),
    "16 bits": lambda: in_pdf((np.asarray(LETTER).astype(">u2") * 257).tobytes(), 16),
    "4 bits": lambda: in_pdf(four_bits(), 4),
    "inverted": lambda: in_pdf(ImageOps.invert(LETTER).tobytes(), Decode=Array([1, 0])),
    "palette": of_palette,
    "alpha": with_alpha,
}
BLACK_AND_WHITE: dict[str, Callable[[], pikepdf.Pdf]] = {
    "ccitt g4": lambda: in_pdf(
        strip(ImageOps.invert(LETTER.convert("1")), "group4"),
        1,
        Filter=Name.CCITTFaxDecode,
        Parms=WHITE_IS_ONE,
    ),
    "jbig2": lambda: in_pdf(jbig2(FAX), 1, Filter=Name.JBIG2Decode),
    "stencil": lambda: stored(FAX.tobytes(), LETTER.size, ImageMask=True, BitsPerComponent=1),
}


def four_bits() -> bytes:
    values = np.asarray(LETTER) >> 4
    if values.shape[1] % 2:
        values = np.pad(values, ((0, 0), (0, 1)))
    return ((values[:, ::2] << 4) | values[:, 1::2]).astype(np.uint8).tobytes()


def only(file: Path, content: bytes | pikepdf.Pdf) -> Sheet:
    file.write_bytes(content if isinstance(content, bytes) else saved(content))
    (sheet,) = intake.open_file(file).sheets
    return sheet


def off(sheet: Sheet, letter: Image.Image) -> float:
    """Mean difference in grey levels between what was read and the letter.

    A page that had to be rendered may have a row more than its picture.
    """
    assert sheet.raster is not None
    assert sheet.raster.pixels.dtype == np.uint8
    expected = np.asarray(letter.convert("L")).astype(int)
    rows, columns = sheet.raster.pixels.shape
    assert (rows - letter.height, columns - letter.width) in ((0, 0), (1, 0))
    return float(abs(sheet.raster.pixels[: letter.height] - expected).mean())


@pytest.mark.parametrize("coding", CODED)
def test_a_grey_scan_in_a_pdf(coding: str, tmp_path: Path) -> None:
    sheet = only(tmp_path / "scan.pdf", CODED[coding]())
    assert sheet.text_from is TextFrom.ocr
    assert off(sheet, LETTER) < (9 if coding == "4 bits" else 3)


@pytest.mark.parametrize("coding", BLACK_AND_WHITE)
def test_a_black_and_white_scan_in_a_pdf(coding: str, tmp_path: Path) -> None:
    sheet = only(tmp_path / "scan.pdf", BLACK_AND_WHITE[coding]())
    assert off(sheet, FAX) < 2


@pytest.mark.parametrize(
    "compression", ["group3", "group4", "packbits", "tiff_lzw", "tiff_adobe_deflate", "jpeg"]
)
@pytest.mark.parametrize("rows", [None, 16, 64])
def test_a_tiff_in_strips(compression: str, rows: int | None, tmp_path: Path) -> None:
    image = FAX if compression.startswith("group") else LETTER
    options = {} if rows is None else {"tiffinfo": {278: rows}}
    content = saved_as(image, "TIFF", compression=compression, dpi=(200, 200), **options)
    assert off(only(tmp_path / "scan.tif", content), image) < 1


def test_a_tiff_of_pages_that_all_differ(tmp_path: Path) -> None:
    file = tmp_path / "scan.tif"
    kinds = [FAX, LETTER, LETTER.convert("RGB"), LETTER.rotate(90, expand=True)]
    kinds[0].save(file, save_all=True, append_images=kinds[1:], compression="tiff_lzw")
    sheets = list(intake.open_file(file).sheets)
    assert [sheet.number for sheet in sheets] == [1, 2, 3, 4]
    for sheet, kind in zip(sheets, kinds, strict=True):
        assert off(sheet, kind) < 1


@pytest.mark.parametrize("suffix", ["jp2", "j2k"])
@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
def test_a_jpeg_2000_file(suffix: str, mode: str, tmp_path: Path) -> None:
    file = tmp_path / f"scan.{suffix}"
    LETTER.convert(mode).save(file)
    opened = intake.open_file(file)
    assert opened.media_type == "image/jp2"
    (sheet,) = opened.sheets
    assert off(sheet, LETTER) < 1


def test_a_jpeg_2000_file_cut_short(tmp_path: Path) -> None:
    file = tmp_path / "scan.jp2"
    content = saved_as(LETTER, "JPEG2000")
    for share in (0.001, 0.3, 0.9):
        file.write_bytes(content[: int(len(content) * share)])
        with pytest.raises(CannotRead):
            list(intake.open_file(file).sheets)


@pytest.mark.parametrize("coding", ["jpeg", "jpeg 2000", "jbig2"])
def test_a_picture_in_a_pdf_that_is_no_picture(coding: str, tmp_path: Path) -> None:
    """One clear line; never a blank page in its place."""
    document = (CODED | BLACK_AND_WHITE)[coding]()
    image = document.pages[0].obj.Resources.XObject.Im1
    kept = {name: image.get(name) for name in ("/Filter", "/DecodeParms")}
    image.write(b"\x13niets" * 9, filter=kept["/Filter"], decode_parms=kept["/DecodeParms"])
    file = tmp_path / "scan.pdf"
    file.write_bytes(saved(document))
    with pytest.raises(CannotRead, match="page 1"):
        list(intake.open_file(file).sheets)


@pytest.mark.parametrize(
    "head", [struct.pack(">I", 24) + b"ftypheic" + bytes(90), b"\x97JB2\r\n\x1a\n" + bytes(90)]
)
def test_pictures_that_are_not_read_are_named(head: bytes, tmp_path: Path) -> None:
    file = tmp_path / "scan.jpg"
    file.write_bytes(head)
    with pytest.raises(CannotRead, match=r"HEIC|JBIG2"):
        intake.open_file(file)


def test_several_pictures_of_letters_on_a_page(tmp_path: Path) -> None:
    """Two receipts copied on one sheet: both are there, with the paper between them."""
    half = LETTER.crop((0, 0, LETTER.width, 1100))
    content = "q 500 0 0 332.7 40 480 cm /Im1 Do Q q 500 0 0 332.7 50 60 cm /Im2 Do Q"
    sheet = only(tmp_path / "scan.pdf", pdf([content.encode()], images=[half, half]))
    assert sheet.raster is not None
    dark = sheet.raster.pixels < 128
    rows = len(dark)
    assert dark[: rows // 2].sum() == pytest.approx(dark[rows // 2 :].sum(), rel=0.02)
    assert dark[: rows // 2].sum() == pytest.approx((np.asarray(half) < 128).sum(), rel=0.02)


def test_a_scan_in_two_layers(tmp_path: Path) -> None:
    """Coarse paper, and over it fine letters as a stencil: rendered as fine as the letters."""
    document = pdf(
        [f"{full_page('Im1')} 0 g {full_page('Im2')}".encode()],
        images=[Image.new("RGB", (413, 585), (235, 225, 205)), FAX],
    )
    image = document.pages[0].obj.Resources.XObject.Im2
    del image["/ColorSpace"]
    image.ImageMask = True
    sheet = only(tmp_path / "scan.pdf", document)
    assert sheet.raster is not None
    assert sheet.raster.dpi == pytest.approx(200, abs=1)
    ink = (sheet.raster.pixels.min(axis=2) < 128).mean()
    assert ink == pytest.approx((~np.asarray(FAX)).mean(), rel=0.1)
