"""Scans in image files: upright, 8 bits, with a size in points that can be true."""

from __future__ import annotations

import os
import struct
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from pipeline import intake
from pipeline.errors import CannotRead
from pipeline.page import Pixels, Sheet, TextFrom
from tests.pages_made import scan

A4_200 = (1654, 2339)


@pytest.fixture(scope="module")
def letter() -> Image.Image:
    return scan().image.resize(A4_200)


def sheets(image: Image.Image, file: Path, **options: Any) -> list[Sheet]:
    image.save(file, **options)
    return list(intake.open_file(file).sheets)


def pixels(image: Image.Image, file: Path, **options: Any) -> Pixels:
    (sheet,) = sheets(image, file, **options)
    assert sheet.raster is not None
    assert sheet.raster.pixels.dtype == np.uint8
    return sheet.raster.pixels


def near(found: Pixels, letter: Image.Image, *, within: float = 2.0) -> bool:
    expected = np.asarray(letter).astype(int)
    return found.shape == expected.shape and bool(abs(found - expected).mean() < within)


@pytest.mark.parametrize(
    ("suffix", "options"),
    [
        (".png", {}),
        (".jpg", {"quality": 92}),
        (".tif", {"compression": "tiff_lzw"}),
        (".tif", {"compression": "jpeg"}),
        (".tif", {"compression": "tiff_adobe_deflate"}),
        (".tif", {}),
        (".bmp", {}),
    ],
)
def test_every_kind_of_file(
    suffix: str, options: dict[str, Any], letter: Image.Image, tmp_path: Path
) -> None:
    (sheet,) = sheets(letter, tmp_path / f"scan{suffix}", dpi=(200, 200), **options)
    assert (sheet.text_from, sheet.words, sheet.dpi) == (TextFrom.ocr, (), 200)
    assert (round(sheet.width), round(sheet.height)) == (595, 842)
    assert sheet.raster is not None
    assert near(sheet.raster.pixels, letter)


@pytest.mark.parametrize(
    ("suffix", "kind"), [(".webp", "image/webp"), (".gif", "image/gif"), (".bmp", "image/bmp")]
)
def test_kinds_that_know_no_resolution(
    suffix: str, kind: str, letter: Image.Image, tmp_path: Path
) -> None:
    file = tmp_path / f"scan{suffix}"
    (sheet,) = sheets(letter, file)
    assert intake.open_file(file).media_type == kind
    assert sheet.dpi == pytest.approx(200, abs=0.2)
    assert sheet.raster is not None
    assert near(sheet.raster.pixels, letter)


@pytest.mark.parametrize("suffix", [".gif", ".webp"])
def test_a_film_is_no_letter(suffix: str, letter: Image.Image, tmp_path: Path) -> None:
    file = tmp_path / f"film{suffix}"
    small = letter.resize((100, 141))
    small.save(file, save_all=True, append_images=[small.rotate(180)])
    with pytest.raises(CannotRead, match="a film of 2 pictures"):
        intake.open_file(file)


def test_a_fax_of_two_pages_with_half_the_dots_down(letter: Image.Image, tmp_path: Path) -> None:
    page = letter.convert("1").resize((1728, 1145))
    file = tmp_path / "fax.tif"
    found = sheets(
        page, file, compression="group4", dpi=(204, 98), save_all=True, append_images=[page]
    )
    assert [sheet.number for sheet in found] == [1, 2]
    assert intake.open_file(file).page_count == 2
    for sheet in found:
        assert sheet.raster is not None
        assert sheet.height / sheet.width == pytest.approx(842 / 610, abs=0.01)
        rows, columns = sheet.raster.pixels.shape
        assert rows / columns == pytest.approx(sheet.height / sheet.width, abs=0.01)


def test_a_thumbnail_in_a_tiff_is_no_page(letter: Image.Image, tmp_path: Path) -> None:
    file = tmp_path / "scan.tif"
    small = letter.resize((100, 141))
    small.encoderinfo = {"tiffinfo": {254: 1}}
    letter.save(file, save_all=True, append_images=[small])
    opened = intake.open_file(file)
    assert opened.page_count == 1
    (sheet,) = opened.sheets
    assert sheet.raster is not None
    assert sheet.raster.pixels.shape == A4_200[::-1]


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "CMYK", "I;16", "F", "P", "LA", "RGBA"])
def test_every_kind_of_pixel(mode: str, letter: Image.Image, tmp_path: Path) -> None:
    suffix = "tif"
    if mode == "I;16":
        image = Image.fromarray(np.asarray(letter).astype(np.uint16) * 257)
    elif mode == "F":
        image = Image.fromarray(np.asarray(letter).astype(np.float32) / 255)
    elif mode in ("LA", "RGBA"):  # ink in the alpha channel, over black that nobody sees
        image = Image.new(mode, letter.size, 0)
        image.putalpha(Image.eval(letter, lambda value: 255 - value))
        suffix = "png"
    else:
        image = letter.convert(mode)
    found = pixels(image, tmp_path / f"scan.{suffix}")
    assert near(found, letter.convert("1").convert("L") if mode == "1" else letter)


@pytest.mark.parametrize("bits", [10, 12, 14])
def test_greys_of_fewer_bits_than_they_are_stored_in(
    bits: int, letter: Image.Image, tmp_path: Path
) -> None:
    """Else white paper of 12 bits is nearly black among 16."""
    stored = np.asarray(letter).astype(np.uint16) << (bits - 8)
    assert near(pixels(Image.fromarray(stored), tmp_path / "scan.tif"), letter, within=3)


def with_tag(file: Path, tag: int, value: int) -> None:
    """Write another short number in the place of that of a TIFF's tag; little endian."""
    content = bytearray(file.read_bytes())
    place = content.index(struct.pack("<HHI", tag, 3, 1), int.from_bytes(content[4:8], "little"))
    content[place + 8 : place + 10] = value.to_bytes(2, "little")
    file.write_bytes(bytes(content))


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_a_negative_that_says_so(
    kind: type[np.unsignedinteger[Any]], letter: Image.Image, tmp_path: Path
) -> None:
    file = tmp_path / "scan.tif"
    stored = (255 - np.asarray(letter)).astype(kind) * (257 if kind is np.uint16 else 1)
    Image.fromarray(stored).save(file)
    with_tag(file, 262, 0)
    (sheet,) = intake.open_file(file).sheets
    assert sheet.raster is not None
    assert near(sheet.raster.pixels, letter)


def test_colour_stays(letter: Image.Image, tmp_path: Path) -> None:
    image = letter.convert("RGB")
    image.paste((20, 40, 200), (90, 90, 300, 150))
    assert tuple(pixels(image, tmp_path / "scan.png")[120, 200]) == (20, 40, 200)


@pytest.mark.parametrize("suffix", [".jpg", ".tif"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_camera_says_which_side_is_up(
    orientation: int, suffix: str, letter: Image.Image, tmp_path: Path
) -> None:
    """The picture as stored is the upright one with the orientation's turn undone."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = letter.transpose(undo[orientation]) if orientation in undo else letter
    exif = Image.Exif()
    exif[274] = orientation
    options = {"compression": "tiff_lzw"} if suffix == ".tif" else {}
    (sheet,) = sheets(stored, tmp_path / f"scan{suffix}", exif=exif, dpi=(200, 200), **options)
    assert sheet.raster is not None
    assert near(sheet.raster.pixels, letter)
    assert (round(sheet.width), round(sheet.height)) == (595, 842)
    assert sheet.rotation == {3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270}.get(orientation, 0)


@pytest.mark.parametrize(
    ("size", "stated", "expected"),
    [
        ((2480, 3508), 300, 300),
        ((2480, 3508), None, 300),
        ((2480, 3508), 72, 300),  # a page of 87 by 124 cm
        ((2480, 3508), 96, 300),
        ((794, 1123), 96, 96),
        ((3508, 2480), None, 300),
        ((1654, 2339), 1, 200),
        ((4961, 7016), 600, 600),
        ((3508, 4961), 300, 300),  # A3
    ],
)
def test_resolution_is_believed_where_the_page_could_be_so_large(
    size: tuple[int, int], stated: int | None, expected: float, tmp_path: Path
) -> None:
    options = {} if stated is None else {"dpi": (stated, stated)}
    (sheet,) = sheets(Image.new("1", size, 1), tmp_path / "scan.png", **options)
    assert sheet.dpi == pytest.approx(expected, rel=0.01)


def test_an_enormous_image_is_refused_undecoded(tmp_path: Path) -> None:
    file = tmp_path / "scan.tif"
    Image.new("1", (40_000, 10), 1).save(file, compression="group4")
    content = bytearray(file.read_bytes())
    height = content.index(b"\x01\x01")  # tag 257, little endian, in the directory
    content[height + 8 : height + 12] = (40_000).to_bytes(4, "little")
    file.write_bytes(bytes(content))
    before = Image.MAX_IMAGE_PIXELS
    with warnings.catch_warnings(), pytest.raises(CannotRead, match="40,000 × 40,000 pixels"):
        warnings.simplefilter("error")
        intake.open_file(file)
    assert before == Image.MAX_IMAGE_PIXELS


@pytest.mark.parametrize("size", [(1, 1), (19, 400), (100_000, 30), (30, 1000)])
def test_a_picture_that_can_be_no_page(size: tuple[int, int], tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="which is no page"):
        sheets(Image.new("L", size, 255), tmp_path / "scan.png")


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "CMYK", "P"])
def test_a_very_large_scan_is_made_smaller(
    mode: str, letter: Image.Image, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.intake.image.KEPT", 1_000_000)
    (sheet,) = sheets(letter.convert(mode), tmp_path / "scan.tif", dpi=(200, 200))
    assert sheet.raster is not None
    assert sheet.raster.pixels.size == pytest.approx(1_000_000, rel=0.01)
    assert sheet.raster.pixels.shape[1] / sheet.raster.dpi * 72 == pytest.approx(595, abs=1)
    assert sheet.dpi == pytest.approx(200)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif"])
@pytest.mark.parametrize("share", [0.02, 0.5, 0.95])
def test_an_image_cut_short(suffix: str, share: float, letter: Image.Image, tmp_path: Path) -> None:
    file = tmp_path / f"scan{suffix}"
    letter.save(file, **({"compression": "tiff_lzw"} if suffix == ".tif" else {}))
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(CannotRead, match="damaged or cut short"):
        list(intake.open_file(file).sheets)


@pytest.mark.parametrize("compression", ["group3", "group4"])
def test_a_fax_with_damaged_rows_is_read_with_a_note(
    compression: str, letter: Image.Image, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """And libtiff, which tells it past Python, is kept from standard error."""
    file = tmp_path / "fax.tif"
    (whole,) = sheets(letter.convert("1"), file, compression=compression)
    content = bytearray(file.read_bytes())
    for place in range(300, 2000, 100):
        content[place] ^= 0x40
    file.write_bytes(bytes(content))
    (sheet,) = intake.open_file(file).sheets
    assert whole.notes == ()
    assert sheet.notes == ("the picture is damaged; what stands there may be lost or wrong",)
    assert capfd.readouterr().err == ""


def test_standard_error_that_is_closed(letter: Image.Image, tmp_path: Path) -> None:
    file = tmp_path / "scan.png"
    letter.resize((100, 141)).save(file)
    kept = os.dup(2)
    os.close(2)
    try:
        assert len(list(intake.open_file(file).sheets)) == 1
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def test_a_page_of_a_tiff_whose_size_is_not_said(letter: Image.Image, tmp_path: Path) -> None:
    file = tmp_path / "scan.tif"
    small = letter.resize((100, 141))
    small.save(file, save_all=True, append_images=[small])
    content = bytearray(file.read_bytes())
    place = content.rindex(struct.pack("<HHI", 256, 4, 1))
    content[place : place + 2] = (65000).to_bytes(2, "little")
    file.write_bytes(bytes(content))
    with pytest.raises(CannotRead, match="damaged or cut short"):
        list(intake.open_file(file).sheets)
