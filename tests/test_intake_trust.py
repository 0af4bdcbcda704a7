"""Which text layers are believed."""

from __future__ import annotations

import string

import pytest

from pipeline.intake.trust import why_not
from tests.pages_made import LINES

LETTER = " ".join(LINES).split()
ENGLISH = "Thank you for the letter of 3 March to which I can reply that all is well"
FIGURES = "2016 12.500,00 € 4 1.250,00 0034 2017 13.000,00 € 4 1.300,00"
NAMES = "Almere Dronten Lelystad Noordoostpolder Urk Zeewolde 's-Gravenhage BZK VWS"
PLAIN = string.ascii_letters
SHIFTED = str.maketrans(PLAIN, "".join(chr(33 + place) for place in range(len(PLAIN))))
SHUFFLED = str.maketrans(PLAIN, PLAIN[7:] + PLAIN[:7])


@pytest.mark.parametrize(
    "words",
    [
        LETTER,
        ENGLISH.split() * 3,
        FIGURES.split() * 6,
        NAMES.split() * 5,
        ["Bijlage", "1"],
        ["\uf0b7", *LETTER],  # a bullet in a symbol font
        list("1abcde2abcde"),  # a form with boxes to tick
    ],
)
def test_text_is_trusted(words: list[str]) -> None:
    assert why_not(words) == ""


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ([], "no text"),
        ([f"(cid:{len(word)})" for word in LETTER], "glyphs without a meaning"),
        (["".join(chr(0xE000 + ord(c)) for c in w) for w in LETTER], "glyphs without a meaning"),
        (["\ufffd" * len(word) for word in LETTER], "glyphs without a meaning"),
        (list("Geachteheervandersteur" * 3), "letters set apart"),
        ([word.translate(SHIFTED) for word in LETTER * 2], "signs instead of words"),
        ([word.translate(SHUFFLED) for word in LETTER], "words of no language"),
        ([word.swapcase()[::-1] for word in ["Qrtsfk", "bbGgxz", "wrTz"] * 20], "words of no"),
        (["&%#", "$$(", ")*+"] * 60, "signs instead of words"),
    ],
)
def test_rubbish_is_not(words: list[str], reason: str) -> None:
    assert why_not(words).startswith(reason)


@pytest.mark.parametrize(
    ("pictures", "hidden", "ink_outside", "reason"),
    [
        (0.4, 1.0, 0.0, ""),
        (0.9, 0.2, 0.1, ""),
        (0.9, 0.9, 0.1, "hidden text under a picture of the page"),
        (0.9, 0.0, 0.9, "a picture of the page holds more than its text"),
    ],
)
def test_a_picture_of_the_page_casts_doubt(
    pictures: float, hidden: float, ink_outside: float, reason: str
) -> None:
    assert why_not(LETTER, pictures=pictures, hidden=hidden, ink_outside=ink_outside) == reason
