"""The truth of a letter as a file shows it: the writer's values with the places of its marks."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from samples.make.truth import Truth
from tests.corpus.covers import boxes, pieces, plan, union
from tests.corpus.typeset import Bbox, Typeset, Word, inside
from tests.corpus.writer import Letter

LISTS = ("municipalities", "budget_lines", "tables", "enclosures")
T = TypeVar("T")
Places = dict[str, list[tuple[int, Bbox]]]


@dataclasses.dataclass(frozen=True, slots=True)
class Shown:
    """What is true of one file's letter: plain form, findings, text of each page, boxes of fields."""

    plain: Truth
    expected: tuple[str, ...]
    allowed: tuple[str, ...]
    either: dict[str, list[Any]]
    text: tuple[str, ...]
    places: Places


def shown(
    letter: Letter, pages: Typeset, *, blotted: bool, leaks: bool, drawn: Places | None = None
) -> Shown:
    """The truth of a letter on these pages.

    `blotted`: the places that smudges hide cannot be read; `leaks`: text under covers is in the
    file; `drawn`: the boxes of covers where they are not those of the plan. Boxes
    are in points of the clean page. What stands on a page left out is not in it.
    """
    plain = copy.deepcopy(letter.truth)
    _lose(plain, pages.lost - set(pages.places))
    numbers = _numbers(plain)
    smudges = {name: at for name, at in pages.places.items() if name.startswith("smudge.")}
    if blotted:
        for name in smudges:
            _put(plain, name.removeprefix("smudge."), None)
    plain["tables"] = [
        table | {"page": _first_page(pages.places.get(f"tables.{index}", []))}
        for index, table in enumerate(plain["tables"])
        if table is not None
    ]
    plain["redactions"] = _redactions(
        plain, letter, boxes(plan(letter, pages)) if drawn is None else drawn
    )
    _close_gaps(plain)
    hidden = [spot for at in smudges.values() for spot in at] if blotted else []
    return Shown(
        plain=plain,
        expected=_findings(letter, blotted, leaks),
        allowed=tuple(sorted(letter.allowed)),
        either=_renumbered(letter.either, numbers),
        text=_text(pages, hidden, letter, leaks),
        places=_renumbered(pages.places, numbers),
    )


def unmarked(letter: Letter, pages: Typeset) -> list[str]:
    """The values of the truth that have no place on any page, kept or left out: a family's slip."""
    marked = set(pages.places) | set(pages.lost)
    known = {name.removeprefix("leak.") for name in marked}
    missing = [path for path in _leaves(letter.truth) if path not in known]
    return missing + [name for name in letter.covers if name not in known]


def _leaves(truth: Truth) -> Iterable[str]:
    for side in ("sender", "recipient", "references"):
        for leaf, value in truth[side].items():
            if value is not None and leaf != "organisation_id":
                yield f"{side}.{leaf}"
    for leaf in ("date", "replies_to", "subject"):
        if truth[leaf] is not None:
            yield leaf
    for name in ("municipalities", "tables", "enclosures"):
        yield from (f"{name}.{index}" for index in range(len(truth[name])))
    for index, line in enumerate(truth["budget_lines"]):
        if line["amount"] is not None:
            yield f"budget_lines.{index}.amount"


def _lose(plain: Truth, lost: Iterable[str]) -> None:
    """Take out what stood only on pages that are not there."""
    for path in lost:
        name, _, rest = path.partition(".")
        if name in ("covers", "leak", "smudge", "noise"):
            continue
        if name not in LISTS:
            _put(plain, path, None)
            if path.endswith(".organisation"):
                plain[name]["organisation_id"] = None
        elif name != "budget_lines" or rest.endswith(".amount"):
            plain[name][int(rest.partition(".")[0])] = None


def _put(plain: Any, path: str, value: Any) -> None:
    if not path:
        return
    *parents, leaf = path.split(".")
    holder = plain
    for parent in parents:
        holder = holder[int(parent)] if isinstance(holder, list) else holder[parent]
        if holder is None:
            return
    if isinstance(holder, list):
        holder[int(leaf)] = value
    else:
        holder[leaf] = value


def _redactions(plain: Truth, letter: Letter, drawn: Places) -> list[Truth]:
    found = []
    for index, entry in enumerate(plain["redactions"]):
        name = f"covers.{index}"
        at = drawn.get(name, [])
        for page in sorted({page for page, _ in at}):
            printed = letter.covers[name].printed
            for lines in pieces([bbox for number, bbox in at if number == page]):
                box = list(union(lines))
                found.append(entry | {"page": page, "bbox": box, "text": printed})
    return sorted(found, key=lambda entry: (entry["page"], entry["bbox"][1]))


def _first_page(at: list[tuple[int, Bbox]]) -> int | None:
    return min((page for page, _ in at), default=None)


def _close_gaps(plain: Truth) -> None:
    for name in LISTS:
        plain[name] = [entry for entry in plain[name] if entry is not None]


def _numbers(plain: Truth) -> dict[str, str]:
    """List entries as they were numbered, and as they are after the losses."""
    return {
        f"{name}.{index}": f"{name}.{sum(item is not None for item in plain[name][:index])}"
        for name in LISTS
        for index, entry in enumerate(plain[name])
        if entry is not None
    }


def _renumbered(by_path: Mapping[str, T], numbers: dict[str, str]) -> dict[str, T]:
    """Values by field paths: those of lost entries are left out, the others follow."""
    kept: dict[str, T] = {}
    for path, value in by_path.items():
        name, *rest = path.split(".")
        if name in LISTS:
            entry = numbers.get(f"{name}.{rest[0]}")
            if entry is None:
                continue
            path = ".".join([entry, *rest[1:]])
        if name not in ("covers", "leak", "smudge", "noise"):
            kept[path] = value
    return kept


def _findings(letter: Letter, blotted: bool, leaks: bool) -> tuple[str, ...]:
    expected = set(letter.expected)
    if not leaks:
        expected.discard("redaction-leak")
    if not blotted:
        expected -= {"table-cell-illegible", "text-illegible"}
    return tuple(sorted(expected))


def _text(
    pages: Typeset, hidden: list[tuple[int, Bbox]], letter: Letter, leaks: bool
) -> tuple[str, ...]:
    """The words of each page that can be read there, lines as they were set.

    An empty line parts what does not follow on below or beside what was set before it: the
    running text from the column beside it, a letterhead from a footer.
    """
    covered = [
        spot
        for name, at in pages.places.items()
        if name.startswith("leak.") and not leaks
        for spot in at
    ]
    away = [*hidden, *covered]
    texts = []
    for number, sheet in enumerate(pages.sheets, start=1):
        boxes = [bbox for page, bbox in away if page == number]
        words = [w for w in sheet.words if not any(inside(w.bbox, box) for box in boxes)]
        texts.append(_lines(words))
    return tuple(texts)


def _lines(words: Sequence[Word]) -> str:
    lines: list[str] = []
    last: Bbox | None = None
    row: Bbox | None = None  # from the first word of the row that `last` stands in
    for word in words:
        box = word.bbox
        level = last and min(last[3], box[3]) - max(last[1], box[1]) > 0
        if last and level and box[0] - last[2] < 30:
            lines[-1] += f" {word.text}"
        else:
            if row and not level and not _below(row, box):
                lines.append("")
            lines.append(word.text)
        row = (*row[:2], box[2], box[3]) if row and level else box
        last = box
    return "\n".join(lines)


def _below(row: Bbox, box: Bbox) -> bool:
    """Whether a line that begins with this box follows on the row above it."""
    near = -1 <= box[1] - row[3] < 2.5 * (row[3] - row[1])
    return near and row[0] - 120 < box[0] < max(row[2], row[0] + 120)
