"""Marks in text: ⟦id|words⟧ says that these words are the value `id` of the truth.

Ids are paths in the record (`date`, `sender.person`, `budget_lines.0.amount`, `tables.0`), several
joined by '+'. A mark has no mark within it.
"""

from __future__ import annotations

import re

MARK = re.compile("⟦([^|⟧]+)\\|([^⟧]*)⟧")


def mark(identifier: str, text: str) -> str:
    """The text as the value `identifier`; where it has marks already, they get this one too."""
    if not MARK.search(text):
        return f"⟦{identifier}|{text}⟧"
    pieces: list[str] = []
    end = 0
    for found in MARK.finditer(text):
        pieces.append(_piece(identifier, text[end : found.start()]))
        pieces.append(f"⟦{found[1]}+{identifier}|{found[2]}⟧")
        end = found.end()
    return "".join([*pieces, _piece(identifier, text[end:])])


def plain(text: str) -> str:
    """The words alone, as they stand on the page (those under a cover too)."""
    return MARK.sub(lambda found: found[2], text)


def _piece(identifier: str, text: str) -> str:
    return f"⟦{identifier}|{text}⟧" if text.strip() else text
