"""Typst source to PDF bytes that are the same each time, and the places marked in it."""

from __future__ import annotations

import dataclasses
import io
import json
from pathlib import Path

import pikepdf
import typst

LETTERS = Path(__file__).parent / "letters"


@dataclasses.dataclass(frozen=True, slots=True)
class Mark:
    """A place marked in the source: its page (from 1) and box in points, origin top left."""

    id: str
    page: int
    bbox: tuple[float, float, float, float]


def typeset(name: str, inputs: dict[str, str]) -> tuple[bytes, dict[str, Mark]]:
    """Compile `letters/<name>.typ`: the PDF and its marks by id."""
    source = LETTERS / f"{name}.typ"
    root = LETTERS.parent
    pdf = typst.compile(source, root=root, format="pdf", sys_inputs=inputs, timestamp=0)
    found = json.loads(typst.query(source, "<mark>", root=root, sys_inputs=inputs))
    return fixed(pikepdf.open(io.BytesIO(pdf))), {mark.id: mark for mark in map(_mark, found)}


def fixed(pdf: pikepdf.Pdf) -> bytes:
    """The bytes of a PDF without the dates and random ids that differ from run to run."""
    if "/Metadata" in pdf.Root:
        del pdf.Root.Metadata
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    target = io.BytesIO()
    pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()


def _mark(found: dict[str, dict[str, float]]) -> Mark:
    value = found["value"]
    x, y = value["x"], value["y"]
    box = (x, y, x + value["width"], y + value["height"])
    return Mark(str(value["id"]), int(value["page"]), box)
