"""What Tesseract takes for words that are none: rules, specks, edges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.geometry import Box, around
from pipeline.ocr.tesseract import Seen

RULE_GLYPHS = frozenset("|_—–-=~¦[]{}'\"‘’“”`.,:;…·•*°^<>/\\")
LIGATURES = str.maketrans({"ĳ": "ij", "Ĳ": "IJ", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff"})
DOUBLE_IJ = re.compile("i?j?ĳ(?:ĳ|ij)?")
CLIPPED = re.compile(r"^[‘`´](?=[stnkSTNK]\b)")  # 's-Hertogenbosch, 't, 'n, 'k
RULED = re.compile(r"^[^\w\s(]*_+(?=[^\W_])")
CLOSES = {"„": '”“"’', "“": '”"', "‚": "’‘'", "‘": "’'", "[": "]"}
FAR = 25  # words over which something that is quoted goes on
UNSURE = 0.6  # confidence below which a word of nothing but such glyphs is noise
STRETCHED = 6.0  # times wider than high: a rule read as a dash
STRETCHED_UP = 1.8  # times higher than a word beside it
TALL = 6.0  # times higher than wide: a rule read as a bar
TIGHT = 0.2  # heights; a space is wider, the gap behind a figure's point is not
SMALL = re.compile(r"[A-Z][cjvwxz]")  # of a postcode, the second capital taken for a small letter
BEGINS, GOES_ON = re.compile(r"\d[.,-]$"), re.compile(r"\d")


def tidied(seen: Sequence[Seen]) -> list[Seen]:
    """The words that are words; a real word of low confidence stays: someone should look at it."""
    words = [_typed(word) for word in _parted(seen) if not _noise(word)]
    words = [_of_postcode(word, words[max(0, at - 1) : at + 2]) for at, word in enumerate(words)]
    words = [_closed(word, words[at : at + FAR]) for at, word in enumerate(words)]
    joined: list[Seen] = []
    for word in words:
        if joined and _one_figure(joined[-1], word):
            word = _together(joined.pop(), word)
        joined.append(word)
    return joined


def trimmed(seen: Sequence[Seen]) -> list[Seen]:
    """The words, none much higher than those beside it; for when no gap is looked for any more."""
    return [_trimmed(word, seen[max(0, at - 1) : at + 2]) for at, word in enumerate(seen)]


def _trimmed(word: Seen, near: Sequence[Seen]) -> Seen:
    """A word no higher than those beside it: a speck or a stamp may have stretched its box."""
    box = word.box
    for other in near:
        beside = max(other.box.x0 - box.x1, box.x0 - other.box.x1) < 2 * other.box.height
        inside = box.top < other.box.top and other.box.bottom < box.bottom
        if beside and inside and box.height > STRETCHED_UP * other.box.height and _has_tall(other):
            return replace(word, box=replace(box, top=other.box.top, bottom=other.box.bottom))
    return word


def _of_postcode(word: Seen, near: Sequence[Seen]) -> Seen:
    """The letters of a postcode, '6622 Aj GOES', both capitals."""
    before, after = near[0].text, near[-1].text
    coded = len(near) == 3 and len(before) == 4 and before.isdigit() and after[:1].isupper()
    return replace(word, text=word.text.upper()) if coded and SMALL.fullmatch(word.text) else word


def _has_tall(word: Seen) -> bool:
    """Whether a word has letters of full height: 'van' is low beside 'Begroting'."""
    return any(sign.isdigit() or sign.isupper() or sign in "bdfhklt" for sign in word.text)


def _closed(word: Seen, following: Sequence[Seen]) -> Seen:
    """A word without the mark that opens it, where nothing closes that: it is a speck."""
    close = CLOSES.get(word.text[0], "")
    spoken = len(word.text) > 1 and word.text[1].isalnum()
    closed = any(other.text.rstrip(".,;:)?!")[-1:] in close for other in following)
    if not close or not spoken or closed:
        return word
    return replace(word, text=word.text[1:])


def _typed(word: Seen) -> Seen:
    text = word.text if word.text.isascii() and word.text.isalnum() else _spelt(word.text)
    return word if text == word.text else replace(word, text=text)


def _spelt(text: str) -> str:
    """As it is typed: ligatures in two letters, a comma for a low quote, 's for a quoted s."""
    text = DOUBLE_IJ.sub("ĳ", text)  # the letter ij read twice, in two letters and in one
    text = RULED.sub("", text).strip("_\\") or text  # it stands on a ruled line
    text = CLIPPED.sub("'", text.translate(LIGATURES))
    return f"{text[:-1]}," if len(text) > 1 and text.endswith("‚") else text


def _one_figure(word: Seen, following: Seen) -> bool:
    """Whether '429.250,' and '00' are one figure, cut at its comma."""
    if not (BEGINS.search(word.text) and GOES_ON.match(following.text)):
        return False
    gap = following.box.x0 - word.box.x1
    height = max(word.box.height, following.box.height)
    return word.box.side_by_side(following.box) > 0.5 and -height < gap < TIGHT * height


def _together(word: Seen, following: Seen) -> Seen:
    box = around([word.box, following.box])
    sure = min(word.confidence, following.confidence)
    return replace(word, text=word.text + following.text, box=box, confidence=sure)


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
