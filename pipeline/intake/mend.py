"""PDF files before they are read: whole or damaged, locked, filled in; mended by pikepdf."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from pipeline.errors import CannotRead

Source = Path | bytes
HEAD, TAIL = 1024, 2048  # bytes in which a PDF's first and last line stand
AGAIN = "download, export or scan it again"


def sound(path: Path) -> tuple[Source, int, tuple[str, ...]]:
    """What to read in place of the file, its number of pages, and notes.

    A file whose end or table of objects is not where it should be is mended, and refused unless
    all that its pages need is still there: half a letter must not pass for one.
    """
    count = _page_count(path)
    if count and _has_its_end(path):
        return path, count, ()
    content = _mended(path)
    count = _page_count(content)
    if count == 0:
        raise CannotRead("the PDF is damaged or cut short", AGAIN)
    return content, count, ("the file was damaged and has been mended",)


def flattened(source: Source) -> bytes | None:
    """The file with what is filled in or noted on its pages made part of them; None on failure."""
    try:
        with opened(source) as document:
            document.generate_appearance_streams()
            document.flatten_annotations("screen")
            return _saved(document)
    except Exception:  # a form may be broken in any way; the page itself is still there
        return None


def _page_count(source: Source) -> int:
    """Number of pages; 0 where pdfium cannot open it."""
    try:
        with closing(pdfium.PdfDocument(source)) as document:
            return len(document)
    except pdfium.PdfiumError:
        return 0


def _has_its_end(path: Path) -> bool:
    """Whether the last lines are there and point at the table of objects.

    Not where something else stands before the first line: pdfminer counts from the start of the
    file and does not find the table then.
    """
    with path.open("rb") as file:
        if not file.read(HEAD).startswith(b"%PDF-"):
            return False
        size = file.seek(0, io.SEEK_END)
        file.seek(max(0, size - TAIL))
        found = re.findall(rb"startxref\s+(\d+)\s+%%EOF", file.read())
        if not found:
            return False
        file.seek(int(found[-1]))
        return re.match(rb"\s*(xref\b|\d+\s+\d+\s+obj\b)", file.read(32)) is not None


def _mended(path: Path) -> bytes:
    """The file as pikepdf can save it, with all that its pages need; else CannotRead."""
    with _refusing(), opened(path) as document:
        counted = int(document.Root.Pages.Count)  # before pikepdf looks at pages and corrects it
        if counted == 0 and _has_its_end(path):
            raise CannotRead("this PDF has no pages", "export or scan it again")
        if len(document.pages) != counted:
            raise CannotRead("the PDF is cut short: pages are missing", AGAIN)
        for number, page in enumerate(document.pages, 1):
            if not all(_readable(part) for part in _parts(page)):
                raise CannotRead(f"the PDF is damaged or cut short on page {number}", AGAIN)
        return _saved(document)


@contextmanager
def _refusing() -> Iterator[None]:
    """What pikepdf raises, as CannotRead."""
    import pikepdf

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except pikepdf.PasswordError:
        raise CannotRead(
            "it is encrypted with a password", "give a copy without a password"
        ) from None
    except (pikepdf.PdfError, ValueError, OSError, AttributeError, KeyError, TypeError) as error:
        raise CannotRead("the PDF is damaged or cut short", AGAIN) from error


def _parts(page: Any) -> Iterator[Any]:
    """What a page needs: its contents, fonts and pictures; None for what is no longer there."""
    contents = page.obj.get("/Contents")
    yield from contents if _is_array(contents) else [contents]
    resources = page.resources
    for kind in ("/Font", "/XObject"):
        for _, part in (resources.get(kind) or {}).items():
            yield part


def _is_array(part: Any) -> bool:
    import pikepdf

    return isinstance(part, pikepdf.Array)


def _readable(part: Any) -> bool:
    """Whether it is there and, where it is a stream, has anything in it."""
    import pikepdf

    if not isinstance(part, pikepdf.Object):
        return False
    return not isinstance(part, pikepdf.Stream) or len(part.read_raw_bytes()) > 0


def opened(source: Source) -> Any:
    """The file as pikepdf opens it; it raises where it cannot."""
    import pikepdf

    return pikepdf.open(io.BytesIO(source) if isinstance(source, bytes) else source)


def _saved(document: Any) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
