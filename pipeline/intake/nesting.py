"""A drawing that paints itself over and over: a few kilobytes that would take all memory to read.

A PDF may name a drawing and paint it many times, also within another. Ten levels of ten are ten
thousand million, and pdfium opens each of them.
"""

from __future__ import annotations

import mmap
import re
from collections import Counter
from pathlib import Path
from typing import Any

from pipeline.errors import CannotRead
from pipeline.intake.mend import opened

FORM = re.compile(rb"/Form\b")
PAINTED = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
DEEPEST = 30  # levels of drawings; of one within itself pdfium paints about as many
MOST = 20_000  # drawings painted within one

Key = tuple[int, int]  # number and generation of an object


def check_nesting(source: Path | bytes) -> None:
    """CannotRead where a drawing paints more drawings than any page needs."""
    if not _has_forms(source):
        return
    import pikepdf

    try:
        with opened(source) as document:
            painted = {form.objgen: _within(form) for form in document.objects if _is_form(form)}
    except (pikepdf.PdfError, ValueError, TypeError):  # pdfium may make more of it
        return
    if _most(painted) > MOST:
        raise CannotRead(
            "a drawing in it paints itself over and over", "print it to PDF anew, give that"
        )


def _has_forms(source: Path | bytes) -> bool:
    """Whether there is a drawing in the file: never in a compressed part of it."""
    if isinstance(source, bytes):
        return FORM.search(source) is not None
    with source.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return FORM.search(content) is not None


def _is_form(part: Any) -> bool:
    import pikepdf

    return isinstance(part, pikepdf.Stream) and part.get("/Subtype") == pikepdf.Name.Form


def _within(form: Any) -> Counter[Key]:
    """How often each other drawing is painted in a drawing."""
    parts = (form.get("/Resources") or {}).get("/XObject") or {}
    forms = {str(name)[1:]: part.objgen for name, part in parts.items() if _is_form(part)}
    names = PAINTED.findall(form.read_bytes()) if forms else []
    return Counter(forms[name] for name in (n.decode("latin-1") for n in names) if name in forms)


def _most(painted: dict[Key, Counter[Key]]) -> int:
    """The most drawings that are painted where one is, that one included; more than `MOST` is all.

    Counted level by level, so that those which paint each other come to an end.
    """
    totals = dict.fromkeys(painted, 1)
    for _ in range(DEEPEST):
        deeper = {
            form: 1 + sum(times * totals.get(key, 1) for key, times in within.items())
            for form, within in painted.items()
        }
        if deeper == totals or max(deeper.values(), default=0) > MOST:
            return max(deeper.values(), default=0)
        totals = deeper
    return max(totals.values(), default=0)
