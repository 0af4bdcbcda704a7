"""The tiers: the same bytes each time, and truth that stands where the ink is."""

from __future__ import annotations

import functools
import io

import numpy as np
import numpy.typing as npt
import pypdfium2
import pytest
from PIL import Image, ImageOps

from tests.corpus.covers import pieces
from tests.corpus.families import Family, families
from tests.corpus.tiers import TIERS, Made, made, pixels
from tests.corpus.tiers.base import moved, scaling, turning
from tests.corpus.typeset import Bbox, Typeset, typeset
from tests.corpus.writer import Letter

IMAGES = ("clean", "office", "poor", "phone")
Grey = npt.NDArray[np.uint8]


def _first(wanted: str) -> tuple[Family, int, str | None]:
    """A family and seed whose letter has black covers; or a plant with a smudge in running text."""
    for family in families().values():
        if wanted in family.plants:
            return family, 0, wanted
        for seed in range(40):
            styles = {cover.style for cover in family.letter(seed).covers.values()}
            if wanted in styles and len(styles) == 1:
                return family, seed, None
    pytest.fail(f"no family has {wanted}")


@functools.cache
def _letter(wanted: str) -> tuple[Letter, Typeset]:
    family, seed, plant = _first(wanted)
    letter = family.letter(seed, plant)
    return letter, typeset(letter)


@functools.cache
def _made(wanted: str, tier: str) -> Made:
    return made(*_letter(wanted), tier)


@functools.cache
def _read(content: bytes, suffix: str, number: int) -> Grey:
    """A page of a file in grey."""
    if suffix == ".pdf":
        document = pypdfium2.PdfDocument(content)
        shot = document[number - 1].render(scale=2, grayscale=True).to_numpy()
        grey = np.array(shot.reshape(shot.shape[:2]))
        document.close()
    else:
        with Image.open(io.BytesIO(content)) as image:
            image.seek(number - 1)
            grey = np.array(ImageOps.exif_transpose(image).convert("L"))
    return grey


def _part(file: Made, number: int, bbox: Bbox) -> Grey:
    """The pixels of a box (points of the page as seen)."""
    grey = _read(file.content, file.suffix, number)
    if file.rotations[number - 1] == 180:
        grey = np.rot90(grey, 2)
    scale = grey.shape[1] / file.sizes[number - 1][0]
    x0, top, x1, bottom = (max(0, round(side * scale)) for side in bbox)
    return grey[top:bottom, x0:x1]


def _dark(part: Grey) -> float:
    """The share of pixels that are ink, whatever the light."""
    return float((part < 0.8 * np.percentile(part, 95)).mean())


@pytest.mark.parametrize("tier", TIERS)
def test_the_same_bytes_twice(tier: str) -> None:
    letter, pages = _letter("black")
    again = typeset(letter)
    pixels.drawn.cache_clear()
    assert made(letter, again, tier) == _made("black", tier)
    assert again == pages


@pytest.mark.parametrize("tier", IMAGES)
def test_black_covers_are_black_where_the_truth_says(tier: str) -> None:
    """Two lines of a passage leave room in the box round both, a skew at its corners."""
    file = _made("black", tier)
    entries = file.truth.plain["redactions"]
    assert len(entries) >= len(_letter("black")[0].covers)
    for entry in entries:
        x0, top, x1, bottom = entry["bbox"]
        paper = np.percentile(_part(file, entry["page"], (x0, top - 40, x1, bottom + 40)), 90)
        assert (_part(file, entry["page"], entry["bbox"]) < 0.5 * paper).mean() > 0.35


@pytest.mark.parametrize("tier", IMAGES)
def test_values_have_ink_under_them(tier: str) -> None:
    file = _made("black", tier)
    spots = [(page, bbox) for at in file.truth.places.values() for page, bbox in at]
    inked = [_dark(_part(file, page, bbox)) > 0.02 for page, bbox in spots]
    assert sum(inked) >= 0.9 * len(inked) > 0


@pytest.mark.parametrize("tier", ("digital", *IMAGES))
def test_boxes_stand_on_their_pages(tier: str) -> None:
    file = _made("black", tier)
    assert len(file.sizes) == len(file.rotations) == len(_letter("black")[1].sheets)
    for at in file.truth.places.values():
        for page, (x0, top, x1, bottom) in at:
            width, height = file.sizes[page - 1]
            assert -5 < x0 < x1 < width + 5
            assert -5 < top < bottom < height + 5


def test_lines_of_a_cover_hold_what_was_read_of_it() -> None:
    file = _made("black", "text")
    pages = [part.split("\n") for part in file.content.decode().split("\f")]
    covers = file.truth.plain["redactions"]
    assert len(covers) == len(_made("black", "digital").truth.plain["redactions"])
    for entry in covers:
        first, last = entry["lines"]
        held = " ".join(pages[entry["page"] - 1][first - 1 : last])
        assert entry["text"] in held
        assert entry["bbox"] is None
    assert any(entry["text"] for entry in covers)


def test_what_a_smudge_hides_is_gone() -> None:
    file = _made("text-illegible", "text")
    assert not file.truth.places
    assert "text-illegible" in file.truth.expected
    hidden = _made("text-illegible", "office").truth.text
    shown = _made("text-illegible", "digital").truth.text
    lost = set(" ".join(shown).split()) - set(" ".join(hidden).split())
    assert lost
    assert not lost & set(file.content.decode().split())
    assert "text-illegible" not in _made("text-illegible", "digital").truth.expected


@pytest.mark.parametrize("tier", IMAGES)
def test_a_smudge_is_ink_over_its_words(tier: str) -> None:
    """More ink than words have: at least half as much again as in the twin without it."""
    letter, pages = _letter("text-illegible")
    page, bbox = next(at for n, at in pages.places.items() if n.startswith("smudge."))[0]
    bare = {n: at for n, at in pages.places.items() if not n.startswith("smudge.")}
    twin = made(letter, _without(pages, bare), tier)
    file = _made("text-illegible", tier)
    spot = _place_on(file, pages, page, bbox)
    assert _dark(_part(file, page, spot)) > 1.5 * _dark(_part(twin, page, spot))


def _without(pages: Typeset, places: dict[str, list[tuple[int, Bbox]]]) -> Typeset:
    return Typeset(pages.pdf, pages.sheets, places, pages.lost)


def _place_on(file: Made, pages: Typeset, page: int, bbox: Bbox) -> Bbox:
    """Where a box of the clean page went, told from the nearest value that went with it."""
    known = [
        (at, file.truth.places[name])
        for name, at in pages.places.items()
        if name in file.truth.places
    ]
    pairs = [
        (a[1], b[1]) for old, new in known for a, b in zip(old, new, strict=True) if a[0] == page
    ]
    old, new = min(pairs, key=lambda pair: abs(pair[0][1] - bbox[1]) + abs(pair[0][0] - bbox[0]))
    scale = (new[2] - new[0]) / (old[2] - old[0])
    shift = [(new[i] + new[i + 2]) / 2 - (old[i] + old[i + 2]) / 2 * scale for i in (0, 1)]
    return (
        bbox[0] * scale + shift[0], bbox[1] * scale + shift[1],
        bbox[2] * scale + shift[0], bbox[3] * scale + shift[1],
    )  # fmt: skip


def test_a_name_broken_over_two_lines_is_two_covered_places() -> None:
    tail, head, under = (400, 10, 500, 20), (70, 22, 120, 32), (70, 34, 300, 44)
    assert pieces([tail, head, under]) == [[tail], [head, under]]
    assert pieces([head, under]) == [[head, under]]


def test_a_turn_takes_its_box_along() -> None:
    quarter = turning((200.0, 200.0), 90)
    assert moved((0, 0, 10, 20), quarter) == pytest.approx((180, 0, 200, 10))
    assert moved((1, 2, 3, 4), scaling(2)) == (2, 4, 6, 8)
