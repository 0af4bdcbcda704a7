"""Values in a row (or a column) shared out among the labels over (or before) them.

Where white space is lost nothing but their kinds says which value is whose: '3 juli 1992
DS/92-5176 20 november 1992' under 'Uw brief van Uw kenmerk Ons kenmerk Datum' has no 'Uw kenmerk'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.dutch.dates import find_dates
from pipeline.dutch.identifiers import find_emails, find_phones
from pipeline.dutch.labels import LabelKind
from pipeline.dutch.names import find_persons
from pipeline.extract.codes import beside_date
from pipeline.page import COVERED

Span = tuple[int, int]

_LONGEST = 14  # items that one value may take
_SPECK = -0.6  # for an item that is nobody's
_CODE = re.compile(r"[\w./\\\-–:()\[\]&+]{2,40}")
_NUMBER = re.compile(r"\(?\+?\d[\d\s()./-]{2,}")
_STROKE = re.compile(r"[/–-]")  # 'WJZ / 4952868': no word of its own
_SHORTENED = re.compile(r"[a-z]{2,4}\.")  # 'afd. 6 nr. 9748'
_COUNT = re.compile(r"\d{1,2}|geen|diversen?|een|één|twee|drie|vier|vijf|zes|-", re.IGNORECASE)
_PAGE = re.compile(r"\d{1,3}(?:\s*(?:van|/|-)\s*\d{1,3})?")
_NONE: dict[LabelKind | None, float] = {  # for a label without a value
    "date": -2.5, "our_reference": -1.0, "subject": -2.0, "their_date": -0.3, "your_reference": -0.3
}  # fmt: skip


def shared_out(
    kinds: Sequence[LabelKind | None], items: Sequence[str]
) -> tuple[Span | None, ...] | None:
    """For each label the items (from, to) that are its value, in order; None for none.

    `items` are the words of a row, or the lines of a column. None where they fit the labels badly.
    """
    if not items or len(items) > 40:
        return None
    best = _best(tuple(kinds), tuple(items), 0, 0)
    return best[1] if best[0] > 0.5 * sum(span is not None for span in best[1]) else None


def best_head(kind: LabelKind, items: Sequence[str]) -> int:
    """How many of the first items are a value of a kind by their form; 0 where none are."""
    fits = [(_fit(kind, " ".join(items[:size]), size) or 0.0, size) for size in range(1, 5)]
    best = max((fit for fit in fits if fit[1] <= len(items)), default=(0.0, 0))
    return best[1] if best[0] > 1.9 else 0


def best_tail(kind: LabelKind, items: Sequence[str]) -> int:
    """How many of the last items are a value of a kind by their form; 0 where none are."""
    fits = [(_fit(kind, " ".join(items[-size:]), size) or 0.0, size) for size in range(1, 5)]
    best = max((fit for fit in fits if fit[1] <= len(items)), default=(0.0, 0))
    return best[1] if best[0] > 1.9 else 0


@lru_cache(maxsize=512)
def _best(
    kinds: tuple[LabelKind | None, ...], items: tuple[str, ...], label: int, at: int
) -> tuple[float, tuple[Span | None, ...]]:
    """The best score, and the values, of the labels from one on and the items from one on."""
    if label == len(kinds):
        return _SPECK * (len(items) - at), ()
    kind = kinds[label]
    score, rest = _best(kinds, items, label + 1, at)
    best: tuple[float, tuple[Span | None, ...]] = (score + _NONE.get(kind, -0.8), (None, *rest))
    for end in range(at + 1, min(len(items), at + _LONGEST) + 1):
        fit = _fit(kind, " ".join(items[at:end]), end - at)
        if fit is None:
            continue
        score, rest = _best(kinds, items, label + 1, end)
        if score + fit > best[0]:
            best = score + fit, ((at, end), *rest)
    if at < len(items):
        score, rest = _best(kinds, items, label, at + 1)
        if score + _SPECK > best[0]:
            best = score + _SPECK, rest
    return best


@lru_cache(maxsize=2048)
def _fit(kind: LabelKind | None, text: str, size: int) -> float | None:
    """How well a text is a value of a kind: about 3 where its form says so; None where not."""
    if text == COVERED:
        return 1.5
    if kind in {"date", "their_date", "received"}:
        if kind == "their_date" and beside_date(text) is not None:
            return 2.9  # more than the date alone and a word that is nobody's
        return 3.0 if _is_date(text) else None
    if kind == "your_reference" and beside_date(text) is not None:
        return 2.4
    if kind in {"our_reference", "your_reference"}:
        return _as_reference(kind, text, size)
    if kind in {"phone", "bank"}:
        plain = any(found.end - found.start == len(text) for found in find_phones(text))
        return 3.0 if plain else 2.0 if _NUMBER.fullmatch(text) and not _is_date(text) else None
    if kind == "email":
        return 3.0 if any(True for _ in find_emails(text)) and size == 1 else None
    if kind == "enclosures":
        return 2.5 if _COUNT.fullmatch(text) else 0.6 - 0.1 * size if size < 4 else None
    if kind == "page":
        return 2.5 if _PAGE.fullmatch(text) else None
    if kind == "contact":
        return _as_name(text, size)
    return _as_words(kind, text, size)


def _is_date(text: str) -> bool:
    return any(found.end - found.start >= len(text) - 1 for found in find_dates(text))


def _as_reference(kind: LabelKind, text: str, size: int) -> float | None:
    """A code: one word as a rule; more where capitals, figures or strokes go on."""
    coded = any(c.isdigit() for c in text) or (text.isupper() and "/" in text)
    words = [word for word in text.split() if not _STROKE.fullmatch(word)]
    if text[:1] in "/–-" or text[-2:] in {" /", " –", " -"}:
        return None
    if not coded or len(words) > 4 or not all(_CODE.fullmatch(word) for word in words):
        return None
    if any(True for _ in find_dates(text)) or any(
        word.isalpha() and word.islower() and len(word) > 3 for word in words
    ):
        return None
    own = 0.1 if kind == "our_reference" else 0.0
    size = sum(not _SHORTENED.fullmatch(word) for word in words)
    return 2.5 + own - 0.45 * (size - 1)


def _as_name(text: str, size: int) -> float | None:
    if any(found.end - found.start == len(text) for found in find_persons(text)):
        return 2.8
    named = not any(c.isdigit() for c in text) and text[:1].isupper()
    return 1.2 - 0.1 * size if named and size < 5 else None


def _as_words(kind: LabelKind | None, text: str, size: int) -> float | None:
    """Any words; a subject may be long, and has words of its own."""
    if kind == "subject":
        worded = sum(len(word) > 3 and word.isalpha() for word in text.split())
        return 1.0 + 0.25 * min(worded, 6) if worded else None
    return 0.8 - 0.3 * size if size < 4 else None
