"""Dark and unevenly lit pages: what is ink there, and where paper ends."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipeline.ocr import picture
from pipeline.ocr.paper import sheet_of_paper
from pipeline.page import Pixels

TEXT = "De gemeente verleent"
DPI = 200.0


def written(ink: int = 0, paper: int = 255) -> Pixels:
    """Some lines of letters with strokes of four pixels."""
    page = np.full((600, 900), paper, np.uint8)
    for row in range(100, 600, 60):
        cv2.putText(page, TEXT, (60, row), cv2.FONT_HERSHEY_SIMPLEX, 1.1, (ink,), 4)
    return page


def with_noise(page: Pixels, by: float) -> Pixels:
    noise = np.random.default_rng(1).normal(0, by, page.shape)
    return np.clip(page + noise, 0, 255).astype(np.uint8)


@pytest.mark.parametrize(("ink", "paper"), [(0, 255), (80, 200), (50, 120)])
def test_ink_is_darker_than_the_paper_it_is_on(ink: int, paper: int) -> None:
    found = picture.ink(written(ink, paper), DPI)
    truth = picture.ink(written(), DPI)
    assert (found & truth).sum() > 0.7 * truth.sum()
    assert not picture.is_blank(found)


def test_grain_on_grey_paper_is_no_ink() -> None:
    page = with_noise(np.full((600, 900), 140, np.uint8), 8)
    assert picture.is_blank(picture.ink(page, DPI))


def test_light_that_fades_to_all_sides_is_no_edge_of_paper() -> None:
    """The same brightness in the middle and at the sides, with and without an edge between."""
    rows, columns = np.mgrid[0:1400, 0:1000]
    inward = np.minimum.reduce([rows, 1399 - rows, columns, 999 - columns])
    fading = (90 + np.minimum(inward, 480) * 0.25).astype(np.uint8)
    lying = np.where(inward > 60, 210, 90).astype(np.uint8)
    assert sheet_of_paper(fading) is None
    assert sheet_of_paper(lying) is not None
