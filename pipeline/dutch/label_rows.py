"""Labels that stand in a row: 'Uw kenmerk  Ons kenmerk  Datum', their values in a row below.

Also a label at the end of a line of something else, where two columns were read as one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.dutch.dates import find_dates
from pipeline.dutch.labels import LabelKind, label_at, label_of

_STRONG: frozenset[LabelKind] = frozenset(
    ("our_reference", "your_reference", "their_date", "date", "subject", "enclosures", "contact")
)
_JUNK = re.compile(r"[^\w(]*")
_UNKNOWN = re.compile(r"[^\W\d_]{4,}(?!\S)")
_LONGEST = 110  # characters of a row of labels
_AT_END = re.compile(
    r"\s(?P<label>(?:Uw|UW|Ons|ONS|Onze|ONZE)\s+[\w-]+(?:\s+(?:van|VAN))?|Behandeld\s+door|"
    r"[A-Z][\w-]{3,}(?:\(n\))?)(?!\.$)\W*$"
)
_MAY_BEGIN = re.compile(r"(?<=\s)(?=[A-Z])|(?<=[|·•,;]\s)(?=\w)")
_LEADS_ON = re.compile(  # after these a capital is a name's, or the label a word of the sentence
    r"(?:^|[\s(])(?:van|op|tot|met|per|de[rn]?|het|een|uw|ons|onze|inzake|en|over|aan|voor|bij|in|"
    r"t\.?a\.?v\.?)\s*$|\($",
    re.IGNORECASE,
)
_OPENS_VALUE = re.compile(r"[.\s]*[:;]\s*")
_DASH = re.compile(r"[-–—](?!\S)")
_UNKNOWN_LABEL = re.compile(r"[A-Z][a-zà-ÿ][\w-]{1,18}:\s\S")
_CODED = re.compile(r"(?:\S+\s+)?\S*\d|[-–]")


@dataclass(frozen=True, slots=True)
class RowLabel:
    """A label among others on its line, from one offset of the line to another.

    `kind` is None for a word among labels that is none we know.
    """

    kind: LabelKind | None
    start: int
    end: int


@lru_cache(maxsize=4096)
def label_row(line: str) -> tuple[RowLabel, ...]:
    """The labels of which a line wholly consists, two or more; empty where it holds more.

    One word that is no known label may stand among three that are.
    """
    if len(line) > _LONGEST or line.endswith("?"):
        return ()
    found: list[RowLabel] = []
    at = _skip(line, 0)
    while at < len(line):
        known = label_at(line, at)
        unknown = _UNKNOWN.match(line, at) if known is None else None
        if known is None and unknown is None:
            return ()
        end = known[1] if known is not None else unknown.end() if unknown is not None else at
        found.append(RowLabel(known[0] if known is not None else None, at, end))
        at = _skip(line, end)
    kinds = [label.kind for label in found if label.kind is not None]
    strange = len(found) - len(kinds)
    enough = strange < 2 and len(kinds) >= 2 + strange
    return tuple(found) if enough and any(kind in _STRONG for kind in kinds) else ()


def _skip(line: str, at: int) -> int:
    """Past white space, colons and specks."""
    match = _JUNK.match(line, at)
    return match.end() if match is not None else at


@lru_cache(maxsize=4096)
def label_at_end(line: str) -> RowLabel | None:
    """The label with which a line of something else ends: '4460 MC Goes   Ons kenmerk'.

    Written with a capital; of one word only where white space parts it from the words before.
    """
    match = _AT_END.search(line)
    if match is None:
        return None
    start = match.start("label")
    known = label_at(line, start)
    if known is None or line[known[1] :].strip(" :.,"):
        return None
    return RowLabel(known[0], start, known[1])


@lru_cache(maxsize=4096)
def labels_within(line: str) -> tuple[int, ...]:
    """Where in a line, after its beginning, labels start that have their value behind them.

    'Gemeente Assen Ons kenmerk: 12/3' and 'Datum: 3 mei 2016 Uw kenmerk: AB/12', as a text has it
    that lost the white between its columns. Without a colon the value must have its label's form.
    """
    if len(line) > _LONGEST or label_row(line):
        return ()
    found: list[int] = []
    end = 0
    for candidate in _MAY_BEGIN.finditer(line):
        at = candidate.start()
        known = label_at(line, at) if at >= end else None
        if known is not None and _has_value(line, at, known, inside=bool(found)):
            found.append(at)
            end = known[1]
        elif known is None and _is_unknown_label(line, found[-1] if found else 0, at):
            found.append(at)
    return tuple(found)


def _has_value(line: str, at: int, known: tuple[LabelKind, int], *, inside: bool) -> bool:
    """Whether the label at an offset is one, by what stands before and behind it."""
    kind, end = known
    before, colon = line[:at].rstrip(), _OPENS_VALUE.match(line, end)
    value = line[colon.end() if colon is not None else end :].strip(" .")
    colon = colon or _DASH.match(value)  # 'Uw brief van -': it has none
    if not value or _LEADS_ON.search(before) or not any(c.isalnum() for c in before):
        return False
    first = label_of(before)
    if first is not None and first.kind == "subject" and not first.value:
        return False  # 'Betreft: Uw kenmerk 12/3'
    if colon is not None:
        return True
    stroke = before.endswith(("|", "·", "•"))
    if kind in {"our_reference", "your_reference"}:
        return (stroke or " " in line[at:end]) and _CODED.match(value) is not None
    if kind in {"date", "their_date", "received"}:
        return any(date.start == 0 for date in find_dates(value))
    among_labels = inside or (first is not None and bool(first.value))
    return stroke or (among_labels and kind in {"subject", "enclosures", "contact", "phone"})


def _is_unknown_label(line: str, last: int, at: int) -> bool:
    """Whether a word with a colon, 'Toestel: 412', ends the value of the label before it.

    A subject may hold such a word.
    """
    label = label_of(line[last:at])
    ended = label is not None and label.colon and label.value and label.kind != "subject"
    return bool(ended) and _UNKNOWN_LABEL.match(line, at) is not None
