"""The picture of the README: a page with what was read off it drawn as boxes, the record beside it.

    python -m samples.make.picture

Writes samples/.boxes.png (hidden, so that it is not read as a letter). It shows what the program
reads now: nothing in it is drawn by hand.
"""

from __future__ import annotations

import datetime as dt
import json
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from pipeline.reader import read
from pipeline.record import Record

SAMPLE = Path(__file__).parents[1] / "almere-scan"
PICTURE = SAMPLE.with_name(".boxes.png")
PAGE = 2
SCALE = 1.55  # pixels to a point
WIDTH = 760  # pixels of the record beside the page
COLOURS = {
    "date": "#0b6e4f", "references": "#0b6e4f", "municipalities": "#1d4ed8",
    "budget_lines": "#b45309", "tables": "#6d28d9", "redactions": "#b91c1c", "findings": "#be185d",
}  # fmt: skip
FONT = "/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf"


def main() -> None:
    """Draw the page and the record, and write the picture."""
    (record,) = read(SAMPLE / "letter.pdf", today=dt.date(2026, 1, 1))
    page = pypdfium2.PdfDocument(SAMPLE / "letter.pdf")[PAGE - 1]
    sheet = page.render(scale=SCALE).to_pil().convert("RGB")
    boxed = _with_boxes(sheet, record)
    canvas = Image.new("RGB", (boxed.width + WIDTH, boxed.height), "white")
    canvas.paste(boxed, (0, 0))
    _write(ImageDraw.Draw(canvas), record, boxed.width + 24)
    canvas.quantize(64).save(PICTURE, optimize=True)


def _with_boxes(sheet: Image.Image, record: Record) -> Image.Image:
    veil = Image.new("RGBA", sheet.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(veil)
    for part, colour in COLOURS.items():
        for place in _places(record.model_dump(mode="json")[part]):
            if place["page"] == PAGE and place["bbox"]:
                x0, top, x1, bottom = (edge * SCALE for edge in place["bbox"])
                draw.rectangle(
                    (x0 - 2, top - 2, x1 + 2, bottom + 2),
                    fill=colour + "22",
                    outline=colour,
                    width=2,
                )
    return Image.alpha_composite(sheet.convert("RGBA"), veil).convert("RGB")


def _places(node: Any) -> Iterator[dict[str, Any]]:
    """Every piece of evidence below a node of the record."""
    if isinstance(node, list):
        for item in node:
            yield from _places(item)
    elif isinstance(node, dict):
        yield from node.get("evidence") or []
        for value in node.values():
            yield from _places(value)


def _write(draw: ImageDraw.ImageDraw, record: Record, left: int) -> None:
    font = ImageFont.truetype(FONT, 13)
    top = 18
    for part, line in _lines(record):
        draw.text((left, top), line[:92], fill=COLOURS.get(part, "#111111"), font=font)
        top += 17


def _lines(record: Record) -> Iterator[tuple[str, str]]:
    """The record in short: the full form of one field, the values of the others."""
    assert record.date is not None
    yield "date", '"date": {'
    for key, value in record.date.model_dump(mode="json").items():
        yield "date", f'  "{key}": {json.dumps(value, ensure_ascii=False)}'[:90]
    yield "date", "}"
    yield "", ""
    for town in record.municipalities:
        yield "municipalities", f"{town.code}  {town.name:<17}{town.part.value:<8}{town.confidence}"
    yield "", ""
    for line in record.budget_lines:
        name = line.description.value if line.description else "-"
        amount = (
            line.amount.value
            if line.amount and line.amount.value
            else line.amount and line.amount.status.value
        )
        yield "budget_lines", f"{line.kind.value:<11} {name!s:<32} {amount} {line.unit or ''}"
    yield "", ""
    for table in record.tables:
        for row in (table.header, *table.rows):
            cells = [c.value if c.status.value == "found" else f"<{c.status.value}>" for c in row]
            yield "tables", " | ".join(str(cell) for cell in cells)
    yield "", ""
    for covered in record.redactions:
        grounds, box = " ".join(covered.grounds), covered.bbox
        yield "redactions", f"{covered.covers.value:<8} {grounds:<7} page {covered.page} {box}"
    yield "", ""
    for finding in record.findings:
        yield "findings", f"{finding.severity.value}: {finding.code}"
        for line in textwrap.wrap(finding.message, 80):
            yield "findings", f"   {line}"


if __name__ == "__main__":
    main()
