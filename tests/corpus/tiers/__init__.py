"""The tiers: forms in which somebody would have a letter, from its text to a photo of it.

`made` gives the file and its truth; the same letter gives the same bytes with the same versions
of the libraries. Letters and their twins are worn alike.
"""

from __future__ import annotations

from tests.corpus.tiers.base import Made
from tests.corpus.tiers.digital import digital
from tests.corpus.tiers.phone import phone
from tests.corpus.tiers.scan import clean, office, poor
from tests.corpus.tiers.text import text
from tests.corpus.typeset import Typeset
from tests.corpus.writer import Letter

MAKERS = {
    "text": text,
    "digital": digital,
    "clean": clean,
    "office": office,
    "poor": poor,
    "phone": phone,
}
TIERS = tuple(MAKERS)

__all__ = ["TIERS", "Made", "made"]


def made(letter: Letter, pages: Typeset, tier: str) -> Made:
    """The letter's file in a tier, with its truth."""
    return MAKERS[tier](letter, pages)
