"""What OCR does to a text, its entities moved along: look-alikes, spaces lost and added."""

from __future__ import annotations

import dataclasses
import random

from models.labelled import Labelled
from tests.corpus.tiers.garble import BARE, FIGURES, LOOKALIKES, SPECKS, WHOLE

FURTHER = {
    "J": "I", "E": "F", "G": "C", "O": "0Q", "D": "O", "Z": "2", "s": "5", "g": "9", "v": "y",
    "w": "vv", "b": "6h", "k": "l<", ".": ", ", "-": "—.", "é": "e6", "€": "Ee£", "/": "I1",
}  # fmt: skip
LEVELS = {"clean": 0.0, "light": 0.01, "heavy": 0.05}
"""Share of the letters that are misread; the poor tier of the corpus has about that of 'heavy'."""


def noisy(clean: Labelled, level: float, dice: random.Random) -> Labelled:
    """The text as OCR of that quality may leave it; `level` is the share of letters misread."""
    if not level:
        return clean
    bare = dice.random() < 0.1
    text = clean.text.translate(BARE) if bare else clean.text
    read = [_read(letter, level, dice) for letter in text]
    edges = [0]
    for part in read:
        edges.append(edges[-1] + len(part))
    spans = [
        dataclasses.replace(span, start=edges[span.start], end=edges[span.end])
        for span in clean.spans
    ]
    return Labelled("".join(read), tuple(span for span in spans if span.start < span.end))


def _read(letter: str, level: float, dice: random.Random) -> str:
    chance = dice.random()
    if letter in "\n\t\f":
        return letter
    if letter == " ":
        return _blank(chance, level, dice)
    if chance < 0.05 * level:
        return ""
    if chance < 0.2 * level:
        return f"{letter} "
    if chance < 0.25 * level:
        return letter.swapcase()
    if letter.isdigit() and chance >= 0.5 * level:  # OCR knows figures better than letters
        return letter
    return _lookalike(letter, dice) if chance < level else letter


def _blank(chance: float, level: float, dice: random.Random) -> str:
    if chance < 0.4 * level:
        return ""
    if chance < 0.5 * level:
        return f" {dice.choice(SPECKS)} "
    return "  " if chance < 0.7 * level else " "


def _lookalike(letter: str, dice: random.Random) -> str:
    if letter in WHOLE and dice.random() < 0.6:
        return WHOLE[letter]
    for table in (FIGURES, LOOKALIKES, FURTHER):
        if letter in table:
            return dice.choice(table[letter]).strip() or letter
    return letter


def shouted(clean: Labelled, dice: random.Random) -> Labelled:
    """Some of the lines in capitals, as letterheads are."""
    lines = clean.text.split("\n")
    loud = [line.upper() if dice.random() < 0.15 and len(line) < 60 else line for line in lines]
    same = [b if len(a) == len(b) else a for a, b in zip(lines, loud, strict=True)]
    return Labelled("\n".join(same), clean.spans)
