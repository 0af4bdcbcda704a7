"""What Tesseract takes for words that are none: rules, specks, edges."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.ocr.tesseract import Seen

RULE_GLYPHS = frozenset("|_—–-=~¦[]{}'\"‘’“”`.,:;·•*°^<>/\\")
UNSURE = 0.6  # confidence below which a word of nothing but such glyphs is noise
STRETCHED = 6.0  # times wider than high: a rule read as a dash
TALL = 6.0  # times higher than wide: a rule read as a bar


def tidied(seen: Iterable[Seen]) -> list[Seen]:
    """The words that are words; a real word of low confidence stays: someone should look at it."""
    return [word for word in seen if not _noise(word)]


def _noise(word: Seen) -> bool:
    if word.box.width <= 0 or word.box.height <= 0:
        return True
    if not set(word.text) <= RULE_GLYPHS:
        return False
    if word.confidence < UNSURE or set(word.text) <= set("|¦_"):
        return True
    wide = word.box.width > STRETCHED * word.box.height
    return wide or word.box.height > TALL * word.box.width
