"""The annotated corpora: editions of letters of the 17th and 18th century, newspapers of the 19th.

Their persons, places and organisations are marked by hand; dates and amounts are those that our
own grammars find, since no corpus marks them. References they have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from models.labelled import Labelled, joined, labelled
from models.silver import amounts, dates

FILES = {"voc-missives": "{}.conll", "europeana-icdar-nl": "{}.txt"}
NAMES = {"PER": "PERSON", "LOC": "PLACE", "ORG": "ORGANISATION"}
HEADED = "-DOCSTART-"
LONGEST = 220  # tokens; a unit of the letters may be a page long


def corpus(folder: Path, name: str, part: str) -> Iterator[Labelled]:
    """The texts of one corpus: `part` is 'train' or 'dev'."""
    path = folder / name / FILES[name].format(part)
    for unit in path.read_text("utf-8").split("\n\n"):
        rows = [line.split() for line in unit.splitlines()]
        words = [(row[0], _tag(row[-1])) for row in rows if len(row) > 1 and row[0] != HEADED]
        for at in range(0, len(words), LONGEST):
            found = joined(words[at : at + LONGEST])
            if found.text:
                yield labelled(found.text, [*found.spans, *dates(found.text), *amounts(found.text)])


def _tag(tag: str) -> str:
    """Ours for theirs; words derived from names ('Engelse') and ships are nothing to us."""
    kind, _, label = tag.partition("-")
    return f"{kind}-{NAMES[label]}" if label in NAMES else "O"
