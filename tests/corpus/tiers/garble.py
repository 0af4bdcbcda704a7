"""What OCR makes of letters, of covers and of smudges: look-alikes, odd glyphs, specks."""

from __future__ import annotations

import random

from tests.corpus.writer import Cover

SLIP, FIGURE_SLIP = 1 / 300, 1 / 4000  # of letters, of figures
LOOKALIKES = {
    "e": "ec", "l": "1I", "i": "l!", "h": "b", "n": "u", "g": "q", "o": "0", "t": "f", "r": "n",
    "a": "o", "c": "e", "u": "n", "m": "rn", "d": "cl", "I": "l", "S": "5", "B": "8", ",": ".",
}  # fmt: skip
WHOLE = {"m": "rn", "d": "cl"}  # read as two letters
FIGURES = {"0": "O", "1": "l", "5": "S", "8": "B", "6": "G"}
BARE = str.maketrans("ëïüöéèáóç", "eiuoeeaoc")
LIGATURES = {"ffi": "ﬃ", "fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ"}
SPECKS = (".", ",", "'", "`", "·", "-", "|", "°", "~")
ROUGH = "ßi)t|o»«~°*^¢§;:,.-_lIE]{}%ñrvwxy\\/ij"
CELLS = ("B", "g", "]", "|", "}", "ß", "(", "§", "»")
FIRST, MIDDLE = ("f", "p", "g", "€", "¥", "$", "S", "t", "h", "E", "é"), ("x", "s", "a", "", "", "")
NOISE = (
    "iNGEK0",
    "OMEN",
    "ONIV.",
    "~'t",
    "/Jr",
    "ß8",
    "SEP",
    "il|",
    "—_",
    "¢d.",
    "Pa raaf",
    ",;:",
    "n°",
    "AFD",
    "»»",
)
BRACKETS = ("[...]", "[…]", "[ ]", "(...)", "[xxx]")
KINDS = ("odd", "odd", "odd", "code", "code", "code", "blocks", "brackets", "gap")
SILENT_KINDS = ("odd", "odd", "odd", "blocks", "blocks", "brackets", "gap")


def misread(word: str, dice: random.Random, *, plain_vowels: bool, ligatures: bool) -> str:
    """A word as OCR may read it; nearly all come out as they stand."""
    if plain_vowels and dice.random() < 0.5:
        word = word.translate(BARE)
    if ligatures:
        for letters, glyph in LIGATURES.items():
            word = word.replace(letters, glyph)
    return "".join(_slipped(letter, dice) for letter in word)


def _slipped(letter: str, dice: random.Random) -> str:
    chance = dice.random()
    if letter in FIGURES:
        return FIGURES[letter] if chance < FIGURE_SLIP else letter
    if letter not in LOOKALIKES or chance >= SLIP:
        return letter
    return WHOLE.get(letter) or dice.choice(LOOKALIKES[letter])


def smudged(word: str, dice: random.Random) -> str:
    """What is read of a smudged word: never its letters, never a number."""
    if len(word) <= 2 and dice.random() < 0.7:
        return dice.choice(CELLS)
    length = max(2, len(word) + dice.randint(-2, 1))
    return "".join(dice.choice(ROUGH) for _ in range(length))


def kind_of(cover: Cover, chance: float) -> str:
    """How a cover comes out of OCR; `chance` 0 to 1 is mostly the same for all of a letter."""
    kinds = KINDS if cover.printed else SILENT_KINDS
    return kinds[int(chance * len(kinds))]


def covered(
    cover: Cover, kind: str, width: float, habit: float, dice: random.Random
) -> tuple[str, bool]:
    """What is read of a cover `width` points wide, and whether its code can be told from it.

    `habit` (0 to 1) is the letter's own.
    """
    euro = "€ " if cover.covers == "amount" and dice.random() < 0.3 else ""
    if kind == "code" and cover.printed:
        return euro + _worn(cover.printed, dice), True
    if kind == "blocks":
        return blocks(width), False
    if kind == "brackets":
        return BRACKETS[int(habit * 1000) % len(BRACKETS)], False
    if kind == "gap":
        return euro.strip(), False
    return euro + odd(dice), False


def odd(dice: random.Random) -> str:
    """Odd glyphs, as of white letters on black: 'fx®e'."""
    middle = dice.choice(("®", "®", "®", "©", "@", "&", "¢"))
    return dice.choice(FIRST) + dice.choice(MIDDLE) + middle + dice.choice(("e", "e", "e", "", "c"))


def blocks(width: float) -> str:
    """A solid bar as solid characters."""
    return "■" * max(3, min(60, round(width / 6)))


def _worn(code: str, dice: random.Random) -> str:
    """A code with at most a point lost or a comma for one."""
    if "." not in code or dice.random() < 0.5:
        return code
    place = dice.choice([index for index, letter in enumerate(code) if letter == "."])
    return code[:place] + dice.choice(("", ",", " ")) + code[place + 1 :]


def noise_line(dice: random.Random) -> str:
    """A stamp or a note in someone's hand, as read."""
    return " ".join(dice.choice(NOISE) for _ in range(dice.randint(2, 4)))
