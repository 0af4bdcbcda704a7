"""Covers as released letters have them, drawn over the places that the letter wants covered.

`plan` says for every covered line which box is drawn and how; the same letter gets the same boxes
in every tier. `covered` draws them into the PDF; how each looks is in shapes.py.
"""

from __future__ import annotations

import dataclasses
import io
import random
import zlib
from collections.abc import Sequence

import pikepdf

from samples.make.typeset import fixed
from tests.corpus import ink
from tests.corpus.shapes import LARGEST, Patch, code, drawing, extent
from tests.corpus.typeset import Bbox, Sheet, Typeset, inside
from tests.corpus.writer import Cover, Letter

FILLS: tuple[ink.Colour, ...] = (
    (1.0, 0.97, 0.66),
    (0.72, 0.85, 0.96),
    (0.66, 0.29, 0.24),
    (0.55, 0.78, 0.55),
)
OVER, UNDER = 0.19, 0.13  # parts of a line's height above and below its words
CAPITAL_OVER, CAPITAL_UNDER = -0.2, -0.35  # the same of a box as high as a capital
THIN = 8.8  # points: lines of 7 points and more are higher, capitals of up to 14 are lower
DECORATION = ("centre", "centre", "centre", "centre", "left", "left", "small", "beside")
MEANS = ("shape", "shape", "shape", "annotation", "picture")
Drawn = dict[str, list[tuple[int, Bbox]]]


@dataclasses.dataclass(frozen=True, slots=True)
class _Hand:
    """How one person covered one letter."""

    fill: ink.Colour
    code_at: str
    pad: float
    blocks: bool
    means: str


def plan(letter: Letter, pages: Typeset) -> tuple[Patch, ...]:
    """The boxes of all covers of a letter, in points of the clean pages."""
    hand = _hand(random.Random(zlib.crc32(f"{letter.family} {letter.seed} covers".encode())))
    found: list[Patch] = []
    for name, cover in letter.covers.items():
        at = pages.places.get(name) or pages.places.get(f"leak.{name}") or []
        for page in sorted({number for number, _ in at}):
            lines = [_padded(bbox, hand.pad) for number, bbox in at if number == page]
            sheet = pages.sheets[page - 1]
            for piece in pieces(_joined(lines, hand, sheet)):
                part = f"{name}/{page}/{piece[0][1]:.0f}"
                head, *rest = [_patch(part, cover, hand, page, bbox) for bbox in piece]
                found += [_with_code(head, cover.printed, sheet), *rest]
    return tuple(found)


def boxes(patches: Sequence[Patch]) -> Drawn:
    """The drawn boxes by the name of their cover: page and box of each."""
    found: Drawn = {}
    for patch in patches:
        found.setdefault(patch.name, []).append((patch.page, patch.bbox))
    return found


def covered(letter: Letter, pages: Typeset) -> bytes:
    """The PDF with its covers drawn, their codes as text; some are annotations or small pictures."""
    pdf = pikepdf.open(io.BytesIO(pages.pdf))
    for patch in plan(letter, pages):
        page = pdf.pages[patch.page - 1]
        if patch.means == "annotation":
            _annotate(pdf, page, patch)
        elif patch.means == "picture":
            _paste(pdf, page, patch)
            ink.onto(pdf, {patch.page: code(patch)})
        else:
            ink.onto(pdf, {patch.page: drawing(patch)})
    return fixed(pdf)


def drawings(patches: Sequence[Patch]) -> dict[int, str]:
    """The operators of covers by page."""
    found: dict[int, str] = {}
    for patch in patches:
        found[patch.page] = f"{found.get(patch.page, '')} {drawing(patch)}"
    return found


def _hand(dice: random.Random) -> _Hand:
    return _Hand(
        fill=dice.choice(FILLS),
        code_at=dice.choice(DECORATION),
        pad=dice.uniform(0.5, 2.0),
        blocks=dice.random() < 0.35,
        means=dice.choice(MEANS),
    )


def _padded(bbox: Bbox, pad: float) -> Bbox:
    """The box of a line's words, a little larger.

    `bbox` is as high as the line; where a single word is covered, as high as a capital letter.
    """
    x0, top, x1, bottom = bbox
    height = bottom - top
    over, under = (CAPITAL_OVER, CAPITAL_UNDER) if height < THIN else (OVER, UNDER)
    return (x0 - pad, top + over * height - pad, x1 + pad, bottom - under * height + pad)


def _joined(lines: list[Bbox], hand: _Hand, sheet: Sheet) -> list[Bbox]:
    """One block over several lines where the hand likes that and no other words stand in it."""
    if not hand.blocks or len(lines) < 2:
        return lines
    block = union(lines)
    others = [
        word.bbox
        for word in sheet.words
        if inside(word.bbox, block) and not any(inside(word.bbox, line) for line in lines)
    ]
    return lines if others else [block]


def pieces(lines: Sequence[Bbox]) -> list[list[Bbox]]:
    """The lines of one cover, parted where they have nothing above each other.

    A name broken at the end of a line is two covered places, each with its code; a box round both
    would be a box round what stands between them.
    """
    found: list[list[Bbox]] = []
    for bbox in lines:
        if found and min(bbox[2], found[-1][-1][2]) > max(bbox[0], found[-1][-1][0]):
            found[-1].append(bbox)
        else:
            found.append([bbox])
    return found


def union(lines: Sequence[Bbox]) -> Bbox:
    """The box round several."""
    return (
        min(line[0] for line in lines),
        min(line[1] for line in lines),
        max(line[2] for line in lines),
        max(line[3] for line in lines),
    )


def _patch(part: str, cover: Cover, hand: _Hand, page: int, bbox: Bbox) -> Patch:
    fill = {"grey": (0.75, 0.75, 0.75), "colour": hand.fill, "black": ink.BLACK}
    return Patch(
        part=part,
        page=page,
        bbox=bbox,
        style=cover.style,
        fill=fill.get(cover.style, ink.WHITE),
        code="",
        code_at="beside" if cover.style == "pen" else hand.code_at,
        means=hand.means if cover.style in fill else "shape",
        seed=zlib.crc32(f"{part} {bbox[0]:.1f} {bbox[1]:.1f}".encode()),
    )


def _with_code(patch: Patch, code: str, sheet: Sheet) -> Patch:
    """The patch with its code, which goes beside the box only where nothing stands there."""
    _, top, x1, bottom = patch.bbox
    room = (x1, top, x1 + ink.width_of(code, LARGEST) + 4, bottom)
    free = room[2] < sheet.size[0] - 10 and not any(
        _overlap(word.bbox, room) for word in sheet.words
    )
    at = patch.code_at if patch.code_at != "beside" or free else "centre"
    return dataclasses.replace(patch, code=code, code_at=at)


def _overlap(first: Bbox, second: Bbox) -> bool:
    across = min(first[2], second[2]) - max(first[0], second[0])
    return across > 0 and min(first[3], second[3]) - max(first[1], second[1]) > 1


def _annotate(pdf: pikepdf.Pdf, page: pikepdf.Page, patch: Patch) -> None:
    """The cover as a square annotation: its appearance is the same drawing."""
    height = float(page.mediabox[3])
    x0, top, x1, bottom = extent(patch)
    area = [x0, height - bottom, x1, height - top]
    look = pdf.make_stream(
        f"q 1 0 0 -1 0 {height:.3f} cm {drawing(patch)} Q".encode("ascii"),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=area,
        Resources=ink.resources(),
    )
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Square,
        Rect=area,
        IC=list(patch.fill),
        F=4,
        AP=pikepdf.Dictionary(N=look),
    )
    if "/Annots" not in page:
        page.Annots = pikepdf.Array()
    page.Annots.append(pdf.make_indirect(note))


def _paste(pdf: pikepdf.Pdf, page: pikepdf.Page, patch: Patch) -> None:
    """The cover as a picture of one tone, stretched over its place."""
    side = 8
    tone = bytes(round(255 * part) for part in patch.fill) * side
    picture = pdf.make_stream(
        tone * side,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=side,
        Height=side,
        ColorSpace=pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
    )
    name = f"/Cover{patch.seed}"
    page.add_resource(picture, pikepdf.Name.XObject, pikepdf.Name(name))
    x0, top, x1, bottom = patch.bbox
    place = f"{x1 - x0:.2f} 0 0 {bottom - top:.2f} {x0:.2f} {float(page.mediabox[3]) - bottom:.2f}"
    page.contents_add(f"q {place} cm {name} Do Q".encode("ascii"))
