"""What a fax adds to a black and white page: specks, streaks, rows that dropped out."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.page import Pixels
from pipeline.pieces import pieces

DARK = 128
ROWS = 16  # one of so many tells how thick strokes are
THICKEST = 12  # pixels of a stroke; what is wider is none
LONE = 1.6  # strokes; what is smaller and has no letter near it is no full stop
NEAR = 4.0  # strokes
LEADER = 20.0  # strokes that a row of dots, each near the next, is long
STREAK, RUN = 0.4, 60  # share of the page's height that a streak takes; pixels in one run of it
WIDE = 4  # pixels; more in a row belong to a letter that a streak crosses
STRETCH, DROPPED, FEWEST = 161, 0.85, 12  # of a row: pixels looked at; share, number of gaps


def swept(pixels: Pixels) -> Pixels:
    """A black and white page without its specks and streaks, its dropped rows filled."""
    ink = np.asarray(pixels < DARK, dtype=np.uint8)
    gone = _streaks(ink)
    ink &= 1 - gone
    gone |= _specks(ink)
    filled = _dropped(ink)
    if not gone.any() and not filled.any():
        return pixels
    clean = pixels.copy()
    clean[gone > 0] = 255
    clean[filled > 0] = 0
    return clean


def _stroke(ink: Pixels) -> float:
    """How many pixels wide the strokes of letters are; 0 on a page without any."""
    sample = np.pad(ink[::ROWS], ((0, 0), (1, 1))).astype(np.int8)
    change = np.diff(sample, axis=1).ravel()
    lengths = np.flatnonzero(change == -1) - np.flatnonzero(change == 1)
    lengths = lengths[(lengths > 1) & (lengths <= THICKEST)]
    return float(np.median(lengths)) if len(lengths) else 0.0


def _specks(ink: Pixels) -> Pixels:
    """Small pieces of ink far from all letters; nearer to them they may be part of one."""
    stroke = _stroke(ink)
    found = pieces(ink)
    size = found.boxes[:, 2:].max(axis=1)
    small = size <= LONE * stroke
    reach = 2 * round(NEAR * stroke) + 1
    letters = cv2.dilate(found.drawn(~small), np.ones((reach, reach), np.uint8))
    kept = np.maximum(letters, _leaders(found.drawn(small), stroke))
    across = found.boxes[:, 0] + found.boxes[:, 2] // 2
    down = found.boxes[:, 1] + found.boxes[:, 3] // 2
    return np.asarray(found.drawn(small & (kept[down, across] == 0)) > 0, dtype=np.uint8)


def _leaders(dots: Pixels, stroke: float) -> Pixels:
    """The rows of dots that lead from a word to its sum."""
    near, length = (np.ones((1, round(times * stroke) + 1), np.uint8) for times in (NEAR, LEADER))
    rows = cv2.morphologyEx(dots, cv2.MORPH_CLOSE, near)
    return np.asarray(cv2.morphologyEx(rows, cv2.MORPH_OPEN, length), dtype=np.uint8)


def _streaks(ink: Pixels) -> Pixels:
    """Thin lines that run down the page, a scanner's dirt; not where they cross a letter."""
    runs = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((RUN, 1), np.uint8))
    wide = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, WIDE), np.uint8))
    thin = np.asarray((runs > 0) & (wide == 0), dtype=np.uint8)
    columns = thin.sum(axis=0, dtype=np.int64) >= STREAK * ink.shape[0]
    streaks = np.asarray(thin * columns.astype(np.uint8), dtype=np.uint8)
    closed = cv2.morphologyEx(ink & (1 - streaks), cv2.MORPH_CLOSE, np.ones((1, WIDE), np.uint8))
    return np.asarray((streaks > 0) & (closed == 0), dtype=np.uint8)


def _dropped(ink: Pixels) -> Pixels:
    """White rows of a pixel or so through letters: where ink is above and below, all along."""
    both = np.zeros_like(ink)
    both[1:-1] = ink[:-2] & ink[2:]
    gaps = both & (1 - ink)
    if gaps.sum() < FEWEST:
        return np.zeros_like(ink)
    size = (STRETCH, 1)
    of_all = cv2.boxFilter(both, cv2.CV_32F, size, normalize=False)
    missing = cv2.boxFilter(gaps, cv2.CV_32F, size, normalize=False)
    return np.asarray(gaps & ((missing >= FEWEST) & (missing >= DROPPED * of_all)), dtype=np.uint8)
