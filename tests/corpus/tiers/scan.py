"""Letters through a scanner: clean, of an office, poor.

The paper is drawn once at 300 dpi (pixels.py) and worn from there. Covers were on the paper, or
(where nobody could tell by their style) a tool drew them on the scan: crisp, upright, untouched.
"""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Sequence

import cv2
import numpy as np

from tests.corpus.covers import boxes, plan
from tests.corpus.shapes import Patch, drawing, extent
from tests.corpus.tiers import clutter, files, paper, pixels
from tests.corpus.tiers.base import (
    Made,
    Matrix,
    Picture,
    all_moved,
    dice_of,
    moved,
    scaling,
    turning,
)
from tests.corpus.truth import Places, shown
from tests.corpus.typeset import Bbox, Typeset, inside
from tests.corpus.writer import Letter

ON_PAPER = {"pen", "white-out"}  # no tool draws these on a scan
AGED = (0.965, 0.985, 1.0)  # blue, green and red of paper in colour
STRAIGHT = 0.35  # degrees: before somebody draws boxes on a scan its skew is taken away


@dataclasses.dataclass(frozen=True, slots=True)
class Run:
    """A letter in the scanner: its dice, resolution, skew of pages, whether it scans in colour.

    `late`: the covers are drawn on the scan.
    """

    letter: Letter
    pages: Typeset
    dice: random.Random
    late: bool
    colour: bool
    dpi: int
    skews: tuple[float, ...]

    @property
    def warps(self) -> list[Matrix]:
        """The way from the clean page to the scanned one, in points."""
        sizes = [sheet.size for sheet in self.pages.sheets]
        return [turning(size, skew) for size, skew in zip(sizes, self.skews, strict=True)]


@dataclasses.dataclass(frozen=True, slots=True)
class Past:
    """What happened to a letter's sheets before the copier."""

    holes: bool
    staple: bool
    folded: bool
    tone: float


def clean(letter: Letter, pages: Typeset) -> Made:
    """A good scan: 300 dpi, mostly grey, straight; a PDF, sometimes a TIFF or a PNG."""
    run = _run(letter, pages, "clean", 300, 0.2)
    pictures = []
    for index, page in enumerate(_papers(run)):
        turned = _turned(page, run.warps[index], run.dpi)
        soft = cv2.GaussianBlur(turned, (3, 3), 0.55)
        pictures.append(paper.grained(paper.toned(soft, 24, 250), 1.6, run.dice))
    _cover_late(run, pictures)
    form = run.dice.random()
    if form < 0.15:
        return _made(run, ".tif", files.jpeg_tiff(pictures, run.dpi))
    if form < 0.3 and len(pictures) == 1:
        return _made(run, ".png", files.png(pictures[0], run.dpi))
    return _made(run, ".pdf", files.jpeg_pdf(pictures, [run.dpi] * len(pictures), 85))


def office(letter: Letter, pages: Typeset) -> Made:
    """The copier down the hall: 300 dpi, a little askew; some with another's hidden text."""
    run = _run(letter, pages, "office", 300, 1.2)
    dice = run.dice
    past = Past(
        holes=dice.random() < 0.35,
        staple=dice.random() < 0.3,
        folded=dice.random() < 0.3,
        tone=dice.uniform(222, 244),
    )
    papers = _papers(run)
    pictures = []
    for index, page in enumerate(papers):
        turned = _turned(page, run.warps[index], run.dpi)
        if index + 1 < len(papers) and dice.random() < 0.3:
            turned = paper.shining_through(turned, papers[index + 1], dice.uniform(0.04, 0.09))
        pictures.append(_copied(run, index, turned, past))
    _cover_late(run, pictures)
    layers = [_read_by_others(run, index) for index in range(len(pictures))]
    hidden = layers if dice.random() < 0.3 else ()
    quality = dice.randint(40, 60)
    content = files.jpeg_pdf(pictures, [run.dpi] * len(pictures), quality, hidden)
    return _made(run, ".pdf", content)


def _copied(run: Run, index: int, turned: Picture, past: Past) -> Picture:
    """A page as a copier sees it: its tone, the light of the glass, holes, staple, dust, grain."""
    dice = run.dice
    soft = cv2.GaussianBlur(turned, (5, 5), dice.uniform(0.7, 1.1))
    light = paper.uneven(turned.shape, dice.uniform(0.03, 0.12), 0.012, dice)
    paper.gutter(light, dice.uniform(0.05, 0.35), dice)
    if past.folded:
        paper.folds(light, dice.uniform(0.04, 0.12), dice)
    if run.colour:
        light = np.stack([light * part for part in AGED], axis=-1)
    worn = paper.lit(paper.toned(soft, dice.uniform(34, 60), past.tone), light)
    if past.holes and _free_margin(run, index):
        paper.punched(worn, run.dpi, dice.choice((40, 70, 205)), dice)
    if past.staple and _free_corner(run, index):
        paper.stapled(worn, run.dpi, dice)
    paper.speckled(worn, dice.randint(5, 60), (90, 190), dice)
    return paper.grained(worn, dice.uniform(3, 5.5), dice)


def poor(letter: Letter, pages: Typeset) -> Made:
    """An archive's or fax's page: 200 dpi, black and white, askew, broken or thick, stamped over."""
    run = _run(letter, pages, "poor", 200, 3.0)
    dice = run.dice
    broken, black_edge, faulty = dice.random() < 0.5, dice.random() < 0.5, dice.random() < 0.2
    upside_down = dice.randrange(len(run.skews)) if dice.random() < 0.25 else None
    papers = _papers(run)
    if dice.random() < 0.35:
        drawn, area = clutter.stamp(letter, pages, dice)
        papers[0] = papers[0].copy()
        pixels.lay(papers[0], drawn, area, pixels.FULL)
    pictures = [_faxed(run, index, page, broken, faulty) for index, page in enumerate(papers)]
    if black_edge:
        for picture in pictures:
            paper.edged(picture, run.dpi, dice)
    _cover_late(run, pictures)
    finished = [_two_tones(picture, 128) for picture in pictures]
    if upside_down is not None:
        finished[upside_down] = cv2.rotate(finished[upside_down], cv2.ROTATE_180)
    if dice.random() < 0.6:
        return _made(run, ".tif", files.bilevel_tiff(finished, run.dpi), upside_down)
    return _made(run, ".pdf", files.bilevel_pdf(finished, run.dpi), upside_down)


def _faxed(run: Run, index: int, page: Picture, broken: bool, faulty: bool) -> Picture:
    """A page after the threshold: strokes break where it is low, run together where it is high."""
    dice = run.dice
    size = [round(side * run.dpi / pixels.FULL) for side in page.shape[::-1]]
    small = cv2.resize(page, size, interpolation=cv2.INTER_AREA)
    turned = _turned(small, run.warps[index], run.dpi)
    soft = cv2.GaussianBlur(turned, (5, 5), 0.6 if broken else 0.9)
    light = paper.uneven(soft.shape, dice.uniform(0.08, 0.22), 0.03, dice)
    paper.gutter(light, dice.uniform(0.2, 0.6), dice)
    grey = paper.grained(paper.lit(paper.toned(soft, 30, 232, 2.0), light), 10, dice)
    tones = _two_tones(grey, dice.randint(96, 110) if broken else dice.randint(130, 150))
    paper.speckled(tones, dice.randint(60, 400), (0, 0), dice)
    if faulty:
        paper.streaked(tones, dice)
    if broken:
        paper.speckled(tones, dice.randint(100, 500), (255, 255), dice)
    return tones


def _two_tones(picture: Picture, threshold: int) -> Picture:
    return cv2.threshold(picture, threshold, 255, cv2.THRESH_BINARY)[1]


def _run(letter: Letter, pages: Typeset, tier: str, dpi: int, skew: float) -> Run:
    dice = dice_of(letter, tier)
    early = any(cover.style in ON_PAPER for cover in letter.covers.values())
    late = dice.random() < 0.35 and not early and bool(letter.covers)
    low, high = (0.0, min(skew, STRAIGHT)) if late else ((0.5 if skew > 1 else 0) * skew, skew)
    side = dice.choice((-1, 1))
    skews = tuple(side * dice.uniform(low, high) for _ in pages.sheets)
    coloured = any(cover.style == "colour" for cover in letter.covers.values())
    colour = dice.random() < (0.6 if coloured else 0.15) and tier != "poor"
    return Run(letter, pages, dice, late, colour, dpi, skews)


def _papers(run: Run) -> list[Picture]:
    pdf = pixels.printed(run.letter, run.pages, covers=not run.late)
    return list(pixels.drawn(pdf, pixels.FULL, run.colour))


def _turned(picture: Picture, warp: Matrix, dpi: float) -> Picture:
    to_pixels = scaling(dpi / 72)
    matrix = to_pixels @ warp @ np.linalg.inv(to_pixels)
    return cv2.warpAffine(
        picture,
        matrix[:2],
        picture.shape[1::-1],
        flags=cv2.INTER_LINEAR,
        borderValue=(255, 255, 255),
    )


def _cover_late(run: Run, pictures: Sequence[Picture]) -> None:
    """Draw the covers on the scans, if they come after it."""
    for patch in _late_patches(run):
        pixels.lay(pictures[patch.page - 1], drawing(patch), extent(patch), run.dpi)


def _late_patches(run: Run) -> list[Patch]:
    if not run.late:
        return []
    warps = run.warps
    return [
        dataclasses.replace(patch, bbox=moved(patch.bbox, warps[patch.page - 1]))
        for patch in plan(run.letter, run.pages)
    ]


def _drawn(run: Run) -> Places:
    """The boxes of the covers on the scans."""
    if run.late:
        return boxes(_late_patches(run))
    return all_moved(boxes(plan(run.letter, run.pages)), run.warps)


def _made(run: Run, suffix: str, content: bytes, upside_down: int | None = None) -> Made:
    truth = shown(run.letter, run.pages, blotted=True, leaks=False, drawn=_drawn(run))
    places = all_moved(truth.places, run.warps)
    sizes = tuple(sheet.size for sheet in run.pages.sheets)
    truth = dataclasses.replace(truth, places=places)
    rotations = tuple(180 if index == upside_down else 0 for index in range(len(sizes)))
    return Made(suffix, content, truth, sizes, rotations)


def _read_by_others(run: Run, index: int) -> files.Words:
    """What another's OCR read on a scanned page: nothing under covers, nothing in smudges."""
    away = [
        bbox
        for name, at in run.pages.places.items()
        for page, bbox in at
        if page == index + 1 and name.startswith(("smudge.", "leak.", "covers."))
    ]
    return [
        (word.text, moved(word.bbox, run.warps[index]))
        for word in run.pages.sheets[index].words
        if not any(inside(word.bbox, bbox) for bbox in away)
    ]


def _free_margin(run: Run, index: int) -> bool:
    """Whether no words stand where a binder's holes are."""
    words = run.pages.sheets[index].words
    return all(word.bbox[0] > 44 for word in words)


def _free_corner(run: Run, index: int) -> bool:
    words = run.pages.sheets[index].words
    corner: Bbox = (0, 0, 62, 62)
    return not any(word.bbox[0] < corner[2] and word.bbox[1] < corner[3] for word in words)
