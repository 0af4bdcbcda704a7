"""A scan in an image file becomes sheets without words, one for each page in it."""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from pipeline.errors import CannotRead
from pipeline.intake.pixels import plain
from pipeline.page import Pixels, Raster, Sheet, TextFrom

MOST = 150_000_000  # pixels of an image that is decoded: A2 at 600 dpi
KEPT = 25_000_000  # pixels of a page that goes on, A4 at 500 dpi; a larger one is made smaller
LEAST, NARROWEST = 20, 30  # pixels of a page's short side; how often that goes into the long one
THUMBNAIL = 1  # bit of a TIFF's subfile type: a smaller copy of another page, not a page
SUBFILE_TYPE, PHOTOMETRIC, ORIENTATION = 254, 262, 274
TURNED = {3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270}  # degrees clockwise, once unmirrored
DEPTHS = 8, 10, 12, 14, 16, 32  # bits in which scanners store their greys
STANDARD_ERROR = 2
DAMAGED = "the picture is damaged; what stands there may be lost or wrong"
A4_LONG = 11.69  # inches
LONGEST, SHORTEST, LONGEST_COARSE = 48.0, 3.0, 12.0  # inches of a page's long side
COARSE = 100.0  # dpi; at or below it is what programs write that do not know


def open_image(path: Path) -> tuple[int, Iterator[Sheet], tuple[str, ...]]:
    """Page count, the pages one by one, and notes. CannotRead where it cannot be opened."""
    with _opened(path) as image, _careful(""):
        pages = _pages(image)
    return len(pages), _sheets(path, pages), ()


def _sheets(path: Path, pages: list[int]) -> Iterator[Sheet]:
    with _opened(path) as image:
        for number, frame in enumerate(pages, 1):
            with _careful(f"page {number} of " if len(pages) > 1 else ""):
                image.seek(frame)
                _check_size(image)
                sheet = _sheet(number, image)
            if number == len(pages):
                image.close()  # its pixels take more than all that follows
            yield sheet


def _opened(path: Path) -> Image.Image:
    """The image, its size checked before anything is decoded."""
    # Pillow's limit holds for the whole process, and its error does not say the size.
    limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
    try:
        with _careful(""):
            image = Image.open(path)
    finally:
        Image.MAX_IMAGE_PIXELS = limit
    try:
        _check_size(image)
    except CannotRead:
        image.close()
        raise
    return image


@contextmanager
def _careful(part: str) -> Iterator[None]:
    """What Pillow raises on a broken file, as CannotRead; it warns of odd tags, which we ignore."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except UnidentifiedImageError as error:
        raise CannotRead(
            f"{part}the image is damaged or cut short, or of a kind that is seldom used",
            "copy it again, or save it as PNG",
        ) from error
    except (OSError, EOFError, SyntaxError, ValueError, TypeError, LookupError) as error:
        raise CannotRead(
            f"{part}the image is damaged or cut short", "copy it or scan the page again"
        ) from error


def _check_size(image: Image.Image) -> None:
    width, height = image.size
    if width * height > MOST:
        raise CannotRead(
            f"the image is {width:,} × {height:,} pixels, more than {MOST // 1_000_000} million",
            "scan it again at 300 dpi",
        )
    if min(width, height) < LEAST or max(width, height) > NARROWEST * min(width, height):
        raise CannotRead(
            f"the image is {width:,} × {height:,} pixels, which is no page",
            "scan the page at 300 dpi",
        )


def _pages(image: Image.Image) -> list[int]:
    """The numbers of the frames that are pages; only a TIFF has more than one."""
    count = getattr(image, "n_frames", 1)
    if image.format in ("GIF", "WEBP") and count > 1:
        raise CannotRead(f"it is a film of {count} pictures", "save the page as PNG")
    if image.format != "TIFF":
        return [0]
    frames = []
    for frame in range(count):
        image.seek(frame)
        tags = getattr(image, "tag_v2", {})
        if not int(tags.get(SUBFILE_TYPE, 0)) & THUMBNAIL:
            frames.append(frame)
    return frames or [0]


def _sheet(number: int, image: Image.Image) -> Sheet:
    """A page, upright as far as the file says which side is up."""
    rotation = TURNED.get(image.getexif().get(ORIENTATION, 1), 0)  # gone once it is decoded
    dpi_x, dpi_y = _resolution(image)
    with _complaints() as complaints:
        image.load()  # a TIFF turns itself upright by this; another kind has to be turned
    ImageOps.exif_transpose(image, in_place=True)
    columns, rows = image.size
    pixels = _pixels(_small_enough(image))
    if rotation in (90, 270):
        dpi_x, dpi_y = dpi_y, dpi_x
    if not _plausible(max(columns / dpi_x, rows / dpi_y), max(dpi_x, dpi_y)):
        dpi_x = dpi_y = max(columns, rows) / A4_LONG
    width, height = columns / dpi_x * 72, rows / dpi_y * 72
    raster = _square(pixels, width, height)
    dpi = round(min(dpi_x, dpi_y), 1)
    notes = (DAMAGED,) if complaints else ()
    return Sheet(
        number, width, height, (), TextFrom.ocr, raster, rotation=rotation, dpi=dpi, notes=notes
    )


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """What libtiff writes to standard error, past Python, of a picture that it does decode.

    A fax has such places from the line that it came over.
    """
    told: list[str] = []
    try:
        kept = os.dup(STANDARD_ERROR)
    except OSError:  # closed
        yield told
        return
    with tempfile.TemporaryFile() as file:
        os.dup2(file.fileno(), STANDARD_ERROR)
        try:
            yield told
        finally:
            os.dup2(kept, STANDARD_ERROR)
            os.close(kept)
            file.seek(0)
            told += file.read().decode("utf-8", "replace").splitlines()


def _resolution(image: Image.Image) -> tuple[float, float]:
    """Dots per inch across and down as the file says; 1 where it says nothing useful."""
    try:
        across, down = (float(value) for value in image.info.get("dpi", (1, 1)))
    except (TypeError, ValueError, ZeroDivisionError):
        return 1.0, 1.0
    return (across, down) if 1 < across < 10_000 and 1 < down < 10_000 else (1.0, 1.0)


def _plausible(inches: float, dpi: float) -> bool:
    """Whether a page's long side can be so long; else an A4 page is assumed."""
    return SHORTEST <= inches <= (LONGEST_COARSE if dpi <= COARSE else LONGEST)


def _square(pixels: Pixels, width: float, height: float) -> Raster:
    """The picture with as many dots down as across (a fax has half), and no larger than we keep."""
    rows, columns = pixels.shape[:2]
    dpi = max(columns / width, rows / height) * 72
    dpi = min(dpi, (KEPT / (width * height)) ** 0.5 * 72)
    size = max(1, round(width * dpi / 72)), max(1, round(height * dpi / 72))
    if abs(size[0] - columns) > 1 or abs(size[1] - rows) > 1:
        image = Image.fromarray(pixels)
        pixels = np.asarray(image.resize(size, Image.Resampling.BOX, reducing_gap=2.0))
    return Raster(pixels, dpi)


def _small_enough(image: Image.Image) -> Image.Image:
    """The picture no larger than we keep, before more copies are made of it."""
    width, height = image.size
    factor = (KEPT / (width * height)) ** 0.5
    if factor >= 1 or image.mode not in ("L", "RGB", "CMYK", "YCbCr"):
        return image
    size = round(width * factor), round(height * factor)
    return image.resize(size, Image.Resampling.BOX, reducing_gap=2.0)


def _pixels(image: Image.Image) -> Pixels:
    """Grey or RGB, 8 bits, of any kind of image; what is transparent becomes white paper."""
    if image.mode.startswith(("I", "F")):
        pixels = _eight_bits(np.asarray(image))
        return 255 - pixels if _is_negative(image) else pixels
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image)
    if image.mode in ("1", "L"):
        return np.asarray(image.convert("L"))
    return plain(np.asarray(image if image.mode == "RGB" else image.convert("RGB")))


def _is_negative(image: Image.Image) -> bool:
    """Whether a TIFF of more than 8 bits says that 0 is white; of fewer, Pillow sees to it."""
    return getattr(image, "tag_v2", {}).get(PHOTOMETRIC) == 0


def _eight_bits(values: NDArray[Any]) -> Pixels:
    """Pixels of 16 or 32 bits: fractions up to 1, else whole numbers of so many bits as they need.

    A scanner of 12 bits stores its greys in 16 as they are, and white paper is next to black then.
    """
    highest = float(values.max(initial=0))
    if values.dtype.kind == "f" and highest <= 1:
        factor = 255.0
    else:
        factor = 255 / (2 ** next((bits for bits in DEPTHS if highest < 2**bits), 32) - 1)
    return np.clip(values * factor, 0, 255).astype(np.uint8)
