"""A letter set on pages: its PDF without marks, the words on each page, the place of each mark."""

from __future__ import annotations

import dataclasses
import io
import json
from collections import defaultdict
from pathlib import Path

import pikepdf
import pypdfium2
import typst

from samples.make.typeset import fixed
from tests.corpus.writer import Letter

ROOT = Path(__file__).parent
Bbox = tuple[float, float, float, float]
LINE_END_HYPHEN = "\ufffe"  # what pdfium gives for it


@dataclasses.dataclass(frozen=True, slots=True)
class Word:
    """A word as printed and its box in points, origin top left."""

    text: str
    bbox: Bbox


@dataclasses.dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its size in points and its words, in the order in which they were written."""

    size: tuple[float, float]
    words: tuple[Word, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Typeset:
    """The pages that are kept, and for each mark the (page from 1, box) of every line it takes."""

    pdf: bytes
    sheets: tuple[Sheet, ...]
    places: dict[str, list[tuple[int, Bbox]]]
    lost: frozenset[str]


def typeset(letter: Letter) -> Typeset:
    """Set a letter; a mark that stands only on pages that were left out is `lost`."""
    source = ROOT / "families" / f"{letter.family}.typ"
    inputs = {"data": json.dumps(letter.data, ensure_ascii=False)}
    try:
        raw = typst.compile(source, root=ROOT, format="pdf", sys_inputs=inputs, timestamp=0)
    except typst.TypstError as error:  # it cannot go from one process to another
        raise ValueError(f"{letter.family} {letter.seed} {letter.plant}: {error}") from None
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        _name_hyphens(pdf)
        marks = [_marks_of(page) for page in pdf.pages]
        kept = letter.pages or tuple(range(1, len(marks) + 1))
        whole = pikepdf.new()
        for number in kept:
            whole.pages.append(pdf.pages[number - 1])
        clean = fixed(whole)
    places = _places(marks, kept)
    lost = {name for page in marks for name, _ in page} - set(places)
    return Typeset(clean, _sheets(clean, places), places, frozenset(lost))


def _name_hyphens(pdf: pikepdf.Pdf) -> None:
    """Call the hyphen a hyphen: after a word cut in two Typst names the glyph a soft one throughout."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
            names = thing.ToUnicode.read_bytes()
            thing.ToUnicode.write(names.replace(b"<00AD>", b"<002D>"))


def _places(
    marks: list[list[tuple[str, Bbox]]], kept: tuple[int, ...]
) -> dict[str, list[tuple[int, Bbox]]]:
    places: dict[str, list[tuple[int, Bbox]]] = defaultdict(list)
    for shown, number in enumerate(kept, start=1):
        for name, bbox in marks[number - 1]:
            _add(places[name], shown, bbox)
    return dict(places)


def _add(places: list[tuple[int, Bbox]], page: int, bbox: Bbox) -> None:
    """Join the pieces of one mark on one line: a link has one rectangle a run of text."""
    if places:
        last_page, last = places[-1]
        level = min(last[3], bbox[3]) - max(last[1], bbox[1])
        near = bbox[0] - last[2] < 8 and bbox[2] > last[0]
        if last_page == page and near and level > 0.5 * min(last[3] - last[1], bbox[3] - bbox[1]):
            places[-1] = (page, _union(last, bbox))
            return
    places.append((page, bbox))


def _union(first: Bbox, second: Bbox) -> Bbox:
    return (
        min(first[0], second[0]),
        min(first[1], second[1]),
        max(first[2], second[2]),
        max(first[3], second[3]),
    )


def _marks_of(page: pikepdf.Page) -> list[tuple[str, Bbox]]:
    """The marks on a page, taken out of it."""
    height = float(page.mediabox[3])
    found = []
    for note in page.obj.get("/Annots", pikepdf.Array()):
        address = str(note.get("/A", {}).get("/URI", ""))
        x0, y0, x1, y1 = (float(number) for number in note.Rect)
        bbox = (min(x0, x1), height - max(y0, y1), max(x0, x1), height - min(y0, y1))
        found += [(name, bbox) for name in address.removeprefix("mark:").split("+")]
    if "/Annots" in page.obj:
        del page.obj["/Annots"]
    return found


def _sheets(pdf: bytes, places: dict[str, list[tuple[int, Bbox]]]) -> tuple[Sheet, ...]:
    noise = places.get("noise", [])
    document = pypdfium2.PdfDocument(pdf)
    sheets = []
    for index, page in enumerate(document):
        stamped = [bbox for number, bbox in noise if number == index + 1]
        words = [word for word in _words(page) if not any(inside(word.bbox, b) for b in stamped)]
        sheets.append(Sheet(page.get_size(), tuple(words)))
    document.close()
    return tuple(sheets)


def inside(inner: Bbox, outer: Bbox) -> bool:
    """Whether the middle of one box lies in the other."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _words(page: pypdfium2.PdfPage) -> list[Word]:
    text_page = page.get_textpage()
    height = page.get_height()
    words: list[Word] = []
    letters: list[tuple[str, Bbox]] = []
    for index in range(text_page.count_chars()):
        character = text_page.get_text_range(index, 1)
        if character.strip():
            left, bottom, right, top = text_page.get_charbox(index, loose=True)
            shown = character.replace(LINE_END_HYPHEN, "-")
            letters.append((shown, (left, height - top, right, height - bottom)))
        if letters and (not character.strip() or character == LINE_END_HYPHEN):
            words.append(_word(letters))
            letters = []
    if letters:
        words.append(_word(letters))
    return words


def _word(letters: list[tuple[str, Bbox]]) -> Word:
    boxes = [bbox for _, bbox in letters]
    whole = boxes[0]
    for bbox in boxes[1:]:
        whole = _union(whole, bbox)
    return Word("".join(text for text, _ in letters), whole)
