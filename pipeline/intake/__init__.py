"""Open a file by what it is, not by what it is called, and give its pages as sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.page import Sheet


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
    """Open a PDF, TIFF, PNG, JPEG or text file. CannotRead where it is none or is broken."""
    import hashlib

    from pipeline.intake import text

    content = path.read_bytes()
    sheets = text.sheets(content.decode("utf-8"))
    return Intake(path.name, hashlib.sha256(content).hexdigest(), "text/plain", len(sheets), sheets)
