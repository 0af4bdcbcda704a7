"""A page on which a person sees the letters that went worst: HTML in one file, pictures inside.

Worst is the lowest share of values right. The boxes of the truth are green, those of the record red.
"""

from __future__ import annotations

import base64
import html
import io
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageOps, ImageSequence

from pipeline.geometry import Box
from tests.score.corpus import Case, Pair, Tree
from tests.score.fields import filled, outcomes
from tests.score.findings import of_pair
from tests.score.outcome import Outcome
from tests.score.places import Places, Spot

WIDTH = 700
TRUE, SAID = "#1a9641", "#d7191c"
STYLE = """body{font:14px/1.4 sans-serif;margin:2em;max-width:1500px}
section{border-top:3px solid #333;margin-top:2em} .side{display:flex;gap:2em;align-items:flex-start}
table{border-collapse:collapse} td,th{border:1px solid #ccc;padding:2px 6px;text-align:left;
vertical-align:top;max-width:22em;overflow-wrap:anywhere} tr.wrong td{background:#fdd}
pre{width:700px;white-space:pre-wrap;background:#f6f6f6;padding:1em} img{border:1px solid #999}"""


def write(cases: Iterable[Case], number: int, target: Path) -> None:
    """Write the page of the `number` worst letters to `target`."""
    rows = [(pair, outcomes(pair)) for case in cases for pair in case.pairs]
    ranked = sorted(rows, key=lambda row: (right_share(row[1]), row[0].file.name))
    texts = {case.file.name: case.reading.texts for case in cases}
    sections = [
        _section(pair, of_letter, texts[pair.file.name])
        for pair, of_letter in islice(ranked, number)
    ]
    head = f"<meta charset='utf-8'><title>The worst letters</title><style>{STYLE}</style>"
    legend = f"<p>Boxes: <b style='color:{TRUE}'>truth</b>, <b style='color:{SAID}'>record</b>.</p>"
    page = f"<!DOCTYPE html><html lang='en'>{head}<h1>The worst letters</h1>{legend}"
    target.write_text(page + "".join(sections) + "</html>", "utf-8")


def right_share(of_letter: Sequence[Outcome]) -> float:
    """The share of a letter's values that are right; 1 where there are none."""
    return sum(one.lenient for one in of_letter) / len(of_letter) if of_letter else 1.0


def _section(pair: Pair, of_letter: Sequence[Outcome], texts: Sequence[str]) -> str:
    truth, record = filled(pair)
    said = of_pair(pair)
    name = " · ".join([pair.file.name, pair.half, str(truth.get("plant") or "innocent")])
    missing = " – no record" if pair.record is None else " – a record too many" * (not pair.truth)
    codes = "".join(
        f"<p>{label}: {html.escape(', '.join(sorted(group))) or '–'}</p>"
        for label, group in (
            ("expected and missing", said.expected - said.codes),
            ("false alarms", said.alarms),
            ("expected and said", said.expected & said.codes),
        )
    )
    left = _pages(pair, Places(truth, record), texts)
    title = f"<h2>{html.escape(name)}{missing}: {right_share(of_letter):.0%} right</h2>"
    right = f"<div>{codes}{_table(of_letter)}</div>"
    return f"<section>{title}<div class='side'><div>{left}</div>{right}</div></section>"


def _table(of_letter: Sequence[Outcome]) -> str:
    rows = sorted(of_letter, key=lambda one: not one.wrong)
    body = "".join(
        f"<tr{' class=wrong' * one.wrong}>"
        + "".join(f"<td>{html.escape(text)}</td>" for text in _cells(one))
        + "</tr>"
        for one in rows
    )
    names = ("field", "truth", "record", "confidence", "right?")
    head = "".join(f"<th>{name}</th>" for name in names)
    return f"<table><tr>{head}</tr>{body}</table>"


def _cells(one: Outcome) -> tuple[str, ...]:
    right = "exact" if one.exact else "lenient" if one.lenient else "no"
    elsewhere = ", elsewhere" if one.lenient and one.placed is False else ""
    sure = "" if one.confidence is None else f"{one.confidence:.2f}"
    return one.field, one.truth or "–", one.said or "–", sure, right + elsewhere


def _pages(pair: Pair, places: Places, texts: Sequence[str]) -> str:
    """The pages of the letter as pictures with boxes; a text file as its text."""
    numbers = (pair.truth or pair.record or {})["source"]["pages"]
    if pair.file.path.suffix == ".txt":
        text = pair.file.path.read_text("utf-8", errors="replace")
        return f"<pre>{html.escape(text)}</pre>"
    try:
        pictures = pages_of(pair.file.path)
    except Exception as error:  # a file that cannot be read is among the worst
        return f"<p>{html.escape(str(error))}</p><pre>{html.escape(chr(12).join(texts))}</pre>"
    shown = (n for n in numbers if n <= len(pictures))
    return "".join(_picture(pictures[n - 1], n, pair, places) for n in shown)


def pages_of(path: Path) -> list[Image.Image]:
    """The pages of a PDF or image file, `WIDTH` pixels wide."""
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(path)
        return [
            page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB") for page in document
        ]
    with Image.open(path) as whole:
        frames = [ImageOps.exif_transpose(f).convert("RGB") for f in ImageSequence.Iterator(whole)]
    return [frame.resize((WIDTH, round(frame.height * WIDTH / frame.width))) for frame in frames]


def _picture(picture: Image.Image, number: int, pair: Pair, places: Places) -> str:
    width, rotation, turned = _sheet(number, places)
    picture = picture.rotate(-rotation, expand=True) if rotation else picture
    pen = ImageDraw.Draw(picture)
    factor = picture.width / width
    for colour, spots in ((TRUE, _true(places)), (SAID, _said(places))):
        for page, box in spots:
            if page == number:
                at = box.scaled(factor)
                pen.rectangle((at.x0, at.top, at.x1, at.bottom), outline=colour, width=2)
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=60)
    data = base64.b64encode(buffer.getvalue()).decode()
    note = "" if turned == rotation else f", read turned by {turned}° where {rotation}° is upright"
    return (
        f"<p>page {number}{note}<br><img width='{WIDTH}' src='data:image/jpeg;base64,{data}'></p>"
    )


def _sheet(number: int, places: Places) -> tuple[float, int, int]:
    """The width that boxes are drawn on, what makes the page upright, how it was turned to be read.

    Where the truth does not say how a page lies, it is taken to lie as it was read.
    """
    width, turned = 595.3, 0
    pages = list(places.record["source"]["pages"])
    if number in pages:
        info = places.record["pages"][pages.index(number)]
        width, turned = info["width"] or width, info["rotation"]
    rotation, pages = turned, list(places.truth["source"]["pages"])
    if number in pages:
        index = pages.index(number)
        width = dict(enumerate(places.truth.get("sizes", ()))).get(index, (width,))[0]
        rotation = dict(enumerate(places.truth.get("rotations", ()))).get(index, turned)
    return width, rotation, turned


def _true(places: Places) -> list[Spot]:
    covered = places.truth["plain"]["redactions"]
    fields = [spot for path in places.truth.get("places", {}) for spot in places.true(path)]
    boxes = [(places.page_true(e["page"]), Box(*e["bbox"])) for e in covered if e.get("bbox")]
    return fields + boxes


def _said(places: Places) -> list[Spot]:
    evidence: list[Tree] = []
    _gather(places.record, evidence)
    return places.said(evidence)


def _gather(node: object, into: list[Tree]) -> None:
    """All evidence in a record, of whatever field."""
    if isinstance(node, dict):
        into += node.get("evidence", ())
        for name, value in node.items():
            if name not in ("evidence", "findings"):
                _gather(value, into)
    elif isinstance(node, (list, tuple)):
        for value in node:
            _gather(value, into)
