"""Lines and blocks that are nothing but how to reach a body: its address, telephone, website.

On a page with measures the foot of the page is known by its place; in a text file, and in a column
beside the text, only by what it says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.dutch.identifiers import (
    find_emails,
    find_ibans,
    find_phones,
    find_po_boxes,
    find_postcodes,
    find_street_addresses,
)
from pipeline.page import Block, Line

_WEBSITE = re.compile(r"\b(?:www\.|https?://)\S+|(?<![@\w.])[a-z][\w-]+\.(?:nl|eu|org)\b")
_NAMED = re.compile(r"(?:post|bezoek|correspondentie)-?adres\b|(?:kvk|btw|iban)\b", re.IGNORECASE)
_AS_DETAIL = re.compile(
    r"(?:tel(?:efoon)?|fax|e-?mail|internet|website|postbus|(?:post|bezoek|retour)-?adres|bank|"
    r"contact|pagina|blad|van|nummer|raadhuis|gemeentehuis|provinciehuis)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<![\w@./-])[a-zà-ÿ]{3,}(?![\w@]|\.\w)")
_OPENS = re.compile(r"(?:post-?bus|postadres|bezoekadres|correspondentie-?adres)\b", re.IGNORECASE)
_LONGEST = 150  # characters of a line of details


def is_details(text: str) -> bool:
    """Whether a line holds an address with a postcode, or two ways to reach somebody, and no more.

    'Postbus 5 · 9480 AA Vries · telefoon 14 0205'; not a sentence that tells where to write to.
    """
    return _kinds(text) > 1 and not _is_prose(text)


def _kinds(text: str) -> int:
    """How many kinds of details a text holds."""
    if len(text) > _LONGEST or not re.search(r"\d|@|www", text):
        return 0
    house = any(True for _ in find_po_boxes(text)) or any(True for _ in find_street_addresses(text))
    return (
        house
        + any(True for _ in find_postcodes(text))
        + any(True for _ in find_phones(text))
        + any(True for _ in find_emails(text))
        + (_WEBSITE.search(text) is not None)
        + any(True for _ in find_ibans(text))
        + (_NAMED.search(text) is not None)
    )


def _is_prose(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if not _AS_DETAIL.match(word)]
    return len(words) > 3 or text.rstrip().endswith((".", ":", ";", "?"))


def with_details_apart(block: Block) -> list[tuple[bool, Block]]:
    """A block in its parts, each with whether it is details: a foot may run into the text.

    Lines that hold one each ('Postbus 5', '9480 AA Vries') are details where they open the block:
    under a name they are somebody's whom the letter speaks of.
    """
    if block.grid is not None:
        return [(False, block)]
    runs: list[tuple[bool, list[Line]]] = []
    for line in block.lines:
        detailed = _kinds(line.text) > 0 and not _is_prose(line.text)
        if not runs or runs[-1][0] != detailed:
            runs.append((detailed, []))
        runs[-1][1].append(line)
    parts: list[tuple[bool, list[Line]]] = []
    for at, (detailed, lines) in enumerate(runs):
        whole = detailed and _are_details(lines, opens=at == 0)
        if parts and parts[-1][0] == whole:
            parts[-1][1].extend(lines)
        else:
            parts.append((whole, lines))
    return [(whole, replace(block, lines=tuple(lines))) for whole, lines in parts]


def rows_of_details(blocks: Sequence[Block]) -> set[int]:
    """The rows of which several blocks of one line each are the details together.

    'Postadres     Postbus 20951     2500 EZ 's-Gravenhage' set wide.
    """
    alone: dict[int, list[str]] = {}
    for block in blocks:
        if len(block.lines) == 1 and block.grid is None:
            alone.setdefault(block.lines[0].number, []).append(block.text)
    return {n for n, parts in alone.items() if len(parts) > 1 and is_details(" ".join(parts))}


def _are_details(lines: Sequence[Line], *, opens: bool) -> bool:
    if any(is_details(line.text) for line in lines):
        return True
    first = lines[0].text
    addressed = _OPENS.match(first) or _is_house(first)
    return opens and bool(addressed) and _kinds(" ".join(line.text for line in lines)) > 1


def _is_house(text: str) -> bool:
    found = next(find_street_addresses(text), None)
    return found is not None and found.start == 0
