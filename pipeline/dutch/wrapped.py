"""Words that were cut at the end of a line, made whole."""

from __future__ import annotations

import re
from typing import Final

_CUT: Final = re.compile(r"(?<=[a-zà-ÿ])-\n\s*(?!(?:en|of|tot|dan|als)\b)(?=[a-zà-ÿ])")
_SOFT: Final = re.compile(
    "\u00ad\\n?\\s*"
)  # a hyphen that says itself that it is no part of the word
_COMPOUND: Final = re.compile(r"(?<=[\wà-ÿ]-)\n\s*(?=[A-ZÀ-Þ\d])")


def on_one_line(text: str) -> str:
    """Lines as one: 'burge-' and 'meester' are one word, 'Noord-' and 'Brabant' keep the hyphen.

    So does the first half of 'voor- en nadelen'.
    """
    text = _SOFT.sub("", text)
    return " ".join(_COMPOUND.sub("", _CUT.sub("", text)).split())
