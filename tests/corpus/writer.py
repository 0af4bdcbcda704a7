"""The pen of a family: what it writes into the text goes into the truth in the same call."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make.truth import CODES, Truth, recipient, sender
from tests.corpus.markup import mark, plain

STYLES = ("black", "border", "grey", "colour", "hatched", "pen", "white-out")
PARTS = ("sender", "recipient", "party", "mentioned")


@dataclasses.dataclass(frozen=True, slots=True)
class Cover:
    """A place to be covered: what stands under it, the code printed in it ('' for none), its look."""

    covers: str
    grounds: tuple[str, ...]
    printed: str
    style: str
    leak: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Letter:
    """A letter as written: `data` fills the Typst file, `truth` is the plain form without places."""

    family: str
    half: str
    seed: int
    plant: str | None
    data: dict[str, Any]
    truth: Truth
    covers: dict[str, Cover]
    either: dict[str, list[Any]]
    expected: frozenset[str]
    allowed: frozenset[str]
    pages: tuple[int, ...] | None


class Writer:
    """Writes one letter of `day`; `plant` is the code of the contradiction to put in, or None.

    Every method that takes text gives it back marked, to be put where it shall stand. Draw from
    `dice` in the same order with and without the plant, so that twins differ in nothing else.
    """

    def __init__(self, seed: int, plant: str | None) -> None:
        self.dice = random.Random(seed)
        self.plant = plant
        self.day = dt.date(2020, 1, 1)
        self.style = "black"
        self.leak = False
        self.pages: tuple[int, ...] | None = None
        self.covers: dict[str, Cover] = {}
        self.either: dict[str, list[Any]] = {}
        self.expected: set[str] = set()
        self.allowed: set[str] = set()
        self.truth: Truth = {
            "sender": sender(),
            "recipient": recipient(),
            "date": None,
            "references": {"ours": None, "yours": None},
            "replies_to": None,
            "subject": None,
            "municipalities": [],
            "budget_lines": [],
            "tables": [],
            "redactions": [],
            "enclosures": [],
        }

    def planted(self, code: str) -> bool:
        """Whether this letter has the contradiction `code`; if so it is expected to be found."""
        if self.plant == code:
            self.expect(code)
        return self.plant == code

    def expect(self, *codes: str) -> None:
        """Findings that this letter must give, planted or not."""
        self.expected.update(map(_known, codes))

    def allow(self, *codes: str) -> None:
        """Findings that may be given and may be left out: nobody could object to either."""
        self.allowed.update(map(_known, codes))

    def field(self, path: str, value: str, shown: str | None = None) -> str:
        """A head field (`sender.person`, `subject`, `references.ours`, `replies_to` …) and its words.

        `value` is what the record says (a date in ISO form), `shown` how it stands here. Said again
        with the same value it is one more place; with another value it is an error.
        """
        *parents, leaf = path.split(".")
        holder = self.truth
        for parent in parents:
            holder = holder[parent]
        if holder[leaf] not in (None, value):
            raise ValueError(f"{path} is {holder[leaf]!r} already, not {value!r}")
        holder[leaf] = value
        return mark(path, value if shown is None else shown)

    def silent(self, path: str, value: str | None) -> None:
        """A value that follows without standing in the letter itself (`sender.organisation_id`)."""
        if value is not None:
            self.field(path, value)

    def date(self, shown: str) -> str:
        """The letter's own date (`day`) as shown."""
        return self.field("date", self.day.isoformat(), shown)

    def municipality(self, name: str, part: str, shown: str | None = None) -> str:
        """A municipality by the name it had on `day`; several times: the strongest part holds."""
        item = registers.municipality(name, self.day) or registers.municipality(name, None)
        if item is None:
            raise ValueError(f"no municipality {name!r}")
        entries = self.truth["municipalities"]
        known = [index for index, entry in enumerate(entries) if entry["code"] == item.code]
        if known:
            entry = entries[known[0]]
            entry["part"] = min(entry["part"], part, key=PARTS.index)
            return mark(f"municipalities.{known[0]}", shown or name)
        entries.append(
            {"name": item.name, "code": item.code, "province": item.province, "part": part}
        )
        return mark(f"municipalities.{len(entries) - 1}", shown or name)

    def budget(self, description: str, kind: str, amount: Decimal | None, **more: Any) -> Line:
        """A budget line in order of appearance; `more`: currency, unit, quantity, unit_price.

        `amount` None: it stands there under a cover. The line marks its own words.
        """
        line: Truth = {
            "description": description,
            "kind": kind,
            "amount": None if amount is None else f"{amount:.2f}",
            "currency": "EUR",
            "unit": None,
            "quantity": None,
            "unit_price": None,
            "redacted": amount is None,
        }
        if unknown := set(more) - set(line):
            raise ValueError(f"no such leaf of a budget line: {sorted(unknown)}")
        self.truth["budget_lines"].append(line | {name: _text(more[name]) for name in more})
        return Line(f"budget_lines.{len(self.truth['budget_lines']) - 1}")

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[list[str]]:
        """A table: its marked rows, the header first (left out where it is empty).

        Cells may be marked already. A covered cell is null in the truth, an empty one ''.
        """
        name = f"tables.{len(self.truth['tables'])}"
        known = [[_cell(text) for text in row] for row in rows]
        self.truth["tables"].append(
            {"page": None, "header": [plain(text) for text in header], "rows": known}
        )
        return [[mark(name, text) for text in row] for row in [list(header), *rows] if row]

    def enclosure(self, text: str) -> str:
        """An enclosure that the letter lists, in its words."""
        self.truth["enclosures"].append(text)
        return mark(f"enclosures.{len(self.truth['enclosures']) - 1}", text)

    def cover(self, covers: str, text: str, ground: str = "", printed: str | None = None) -> str:
        """Cover `text` (amount, person, contact, reference, signature, passage, unknown).

        `ground` is the normal form ('5.1.2.e'), `printed` what stands in the box (else the
        ground). Style and leak are the letter's (`style`, `leak`). The field under it, if there is
        one, stays null: give no value for it, and mark it with `under` below.
        """
        name = f"covers.{len(self.covers)}"
        grounds = (ground,) if ground else ()
        shown = ground if printed is None else printed
        self.covers[name] = Cover(covers, grounds, shown, self.style, self.leak)
        self.truth["redactions"].append(
            {"page": None, "bbox": None, "lines": None, "covers": covers, "grounds": list(grounds)}
        )
        if not ground:
            self.expect("redaction-without-ground")
        if self.leak:
            self.expect("redaction-leak")
        return mark(f"leak.{name}" if self.leak else name, plain(text))

    def smudge(self, path: str, text: str) -> str:
        """Words that the damaged tiers blot out; `path` is the leaf that is null then, '' for none."""
        return mark(f"smudge.{path}", text)

    def done(self, family: str, half: str, seed: int, data: dict[str, Any]) -> Letter:
        """The letter as it is now."""
        return Letter(
            family=family,
            half=half,
            seed=seed,
            plant=self.plant,
            data=data,
            truth=self.truth,
            covers=self.covers,
            either=self.either,
            expected=frozenset(self.expected),
            allowed=frozenset(self.allowed),
            pages=self.pages,
        )


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """A budget line that was written: marks the words that are its description and amount."""

    path: str

    def description(self, text: str) -> str:
        """These words are what it is for."""
        return mark(f"{self.path}.description", text)

    def amount(self, text: str) -> str:
        """These words are its amount."""
        return mark(f"{self.path}.amount", text)


def _known(code: str) -> str:
    if code not in (*CODES, "duplicate-letter"):
        raise ValueError(f"no such finding: {code}")
    return code


def _text(value: Any) -> Any:
    return f"{value:.2f}" if isinstance(value, Decimal) else value


def _cell(text: str) -> str | None:
    return None if "covers." in text else plain(text)
