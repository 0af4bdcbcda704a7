"""What Tesseract takes for words that are none: rules, specks, edges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.geometry import Box
from pipeline.ocr.tesseract import Seen

RULE_GLYPHS = frozenset("|_—–-=~¦[]{}'\"‘’“”`.,:;…·•*°^<>/\\")
LIGATURES = str.maketrans({"ĳ": "ij", "Ĳ": "IJ", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff"})
DOUBLE_IJ = re.compile("i?j?ĳ(?:ĳ|ij)?")
CLIPPED = re.compile(r"^[‘`´](?=[stnk]\b)")  # 's-Hertogenbosch, 't, 'n, 'k
UNSURE = 0.6  # confidence below which a word of nothing but such glyphs is noise
STRETCHED = 6.0  # times wider than high: a rule read as a dash
TALL = 6.0  # times higher than wide: a rule read as a bar


def tidied(seen: Sequence[Seen]) -> list[Seen]:
    """The words that are words; a real word of low confidence stays: someone should look at it."""
    return [replace(w, text=_spelt(w.text)) for w in _parted(seen) if not _noise(w)]


def _spelt(text: str) -> str:
    """As it is typed: ligatures in two letters, a comma for a low quote, 's for a quoted s."""
    text = DOUBLE_IJ.sub("ĳ", text)  # the letter ij read twice, in two letters and in one
    if set(text) <= RULE_GLYPHS:
        text = text.strip("_") or text  # a dash that stands on a ruled line
    text = CLIPPED.sub("'", text.translate(LIGATURES))
    return f"{text[:-1]}," if len(text) > 1 and text.endswith("‚") else text


def _parted(seen: Sequence[Seen]) -> list[Seen]:
    """Words of which none reaches over the next: Tesseract may give one the box of its line."""
    parted = []
    for word, following in zip(seen, [*seen[1:], None], strict=False):
        if following is not None and _reaches_over(word.box, following.box):
            word = replace(word, box=replace(word.box, x1=following.box.x0))
        parted.append(word)
    return parted


def _reaches_over(box: Box, following: Box) -> bool:
    starts_inside = box.x0 < following.x0 < box.x1
    return starts_inside and box.side_by_side(following) > 0.5


def _noise(word: Seen) -> bool:
    if word.box.width <= 0 or word.box.height <= 0:
        return True
    if not set(word.text) <= RULE_GLYPHS:
        return False
    if word.confidence < UNSURE or set(word.text) <= set("|¦_"):
        return True
    wide = word.box.width > STRETCHED * word.box.height
    return wide or word.box.height > TALL * word.box.width
