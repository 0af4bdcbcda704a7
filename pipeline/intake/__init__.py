"""Open a file by what it is, not by what it is called, and give its pages as sheets.

Importing this loads no PDF or image library; a text file never needs one.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import CannotRead
from pipeline.page import Sheet

HEAD = 1024  # bytes; a PDF may have this much of something else before its first line
IMAGES = {
    re.compile(start, re.DOTALL): media_type
    for start, media_type in {
        rb"\x89PNG\r\n\x1a\n": "image/png",
        rb"\xff\xd8\xff": "image/jpeg",
        rb"II[*+]\x00|MM\x00[*+]": "image/tiff",
        rb"\x00\x00\x00\x0cjP  \r\n\x87\n": "image/jp2",
        rb"\xff\x4f\xff\x51": "image/jp2",  # without the box around it
        rb"RIFF....WEBP": "image/webp",
        rb"GIF8[79]a": "image/gif",
        rb"BM.{4}\x00{4}": "image/bmp",
    }.items()
}
HEIC = re.compile(rb"....ftyp(?:hei|hev|mif1|msf1|avi[fs])", re.DOTALL)
OTHERS = {
    b"PK\x03\x04": "a zip file or a Word, Excel or OpenDocument file",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Word or Excel file or an Outlook message",
    b"{\\rtf": "a Rich Text file",
    b"\x97JB2\r\n\x1a\n": "a JBIG2 picture",
    b"\xff\x0a": "a JPEG XL picture",
    b"\x00\x00\x00\x0cJXL ": "a JPEG XL picture",
    b"8BPS\x00": "a Photoshop picture",
    b"AT&TFORM": "a DjVu file",
    b"%!PS": "a PostScript file",
    b"\x1f\x8b": "a gzip file",
}
KINDS = "a PDF, TIFF, PNG, JPEG, JPEG 2000, WebP, GIF, BMP or text file"
NAMED = {
    ".pdf": "PDF",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".jp2": "JPEG 2000",
    ".j2k": "JPEG 2000",
    ".jpx": "JPEG 2000",
    ".webp": "WebP",
    ".gif": "GIF",
    ".bmp": "BMP",
    ".heic": "HEIC",
    ".heif": "HEIC",
}


@dataclass(frozen=True, slots=True)
class Intake:
    """A file that was opened: what it is, and its pages one after the other.

    `sheets` can be gone through once; a page that cannot be read raises CannotRead there.
    """

    name: str
    sha256: str
    media_type: str
    page_count: int
    sheets: Iterable[Sheet]
    notes: tuple[str, ...] = ()  # what a person should know: 'read as Windows-1252'


def open_file(path: Path) -> Intake:
    """Open a PDF, a picture or a text file. CannotRead where it is none or is broken."""
    head, sha256 = _look(path)
    media_type = _media_type(head)
    if media_type == "application/pdf":
        from pipeline.intake.pdf import open_pdf

        pages, sheets, notes = open_pdf(path)
    elif media_type.startswith("image/"):
        from pipeline.intake.image import open_image

        pages, sheets, notes = open_image(path)
    else:
        from pipeline.intake.text import decode

        content = decode(path.read_bytes(), _expected(path))
        pages, sheets, notes = len(content.sheets), iter(content.sheets), content.notes
    return Intake(written(path.name), sha256, media_type, pages, sheets, notes)


def written(name: str) -> str:
    """A name of a file as text that can be kept; bytes of it that are no UTF-8 are written out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _look(path: Path) -> tuple[bytes, str]:
    """The first bytes of the file and the SHA-256 of the whole."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise CannotRead("this is a folder", "name the files in it, or use `kenmerk run`")
        if not stat.S_ISREG(mode):
            raise CannotRead("this is not an ordinary file", f"give {KINDS}")
        with path.open("rb") as file:
            head = file.read(HEAD)
            file.seek(0)
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        raise CannotRead("there is no such file", "check the name") from None
    except PermissionError:
        raise CannotRead("no permission to read it", "ask for read access to the file") from None
    except OSError as error:
        raise CannotRead(
            f"it cannot be opened ({error.strerror})", "copy it to a local disk and try again"
        ) from None
    if not head:
        raise CannotRead("the file is empty", "copy or export it again")
    return head, sha256


def begins_as_page(head: bytes) -> bool:
    """Whether a file begins as a PDF or a picture, if only one that has to be converted first."""
    return b"%PDF-" in head or bool(_image(head)) or HEIC.match(head) is not None


def _image(head: bytes) -> str:
    """The media type of a picture that is read, else ''."""
    return next((media_type for start, media_type in IMAGES.items() if start.match(head)), "")


def _media_type(head: bytes) -> str:
    """What the first bytes say the file is; CannotRead for a known kind that we do not read."""
    if b"%PDF-" in head:
        return "application/pdf"
    if HEIC.match(head):
        raise CannotRead("this is a HEIC or AVIF picture", "save it as JPEG or PDF and give that")
    if head[4:8] == b"ftyp":
        raise CannotRead("this is a film or a sound", f"give {KINDS}")
    for start, name in OTHERS.items():
        if head.startswith(start):
            raise CannotRead(f"this is {name}", "save it as PDF and give that")
    return _image(head) or "text/plain"


def _expected(path: Path) -> str:
    """What the name promises where that is no text: 'PDF', 'TIFF' and so on, else ''."""
    return NAMED.get(path.suffix.lower(), "")
