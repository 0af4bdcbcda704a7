"""Generated letters as text with entities: those that their truth marks, and what rules find.

The text is that of the layout, with blocks and columns as kenmerk sees them, of clean type; noise
comes later, over text and entities alike. Nothing is recognised, so a letter takes a tenth of a
second.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from models.labelled import Labelled, Span, labelled
from models.silver import found_in
from pipeline.geometry import Box
from pipeline.layout import arrange
from pipeline.letter import Letter
from pipeline.page import Page, Sheet, TextFrom, Word
from tests.corpus.families import families
from tests.corpus.typeset import Bbox, Typeset, inside, typeset

FIRST_SEED = 1000  # those of the measuring ground begin at 0
_LEAVES = {
    "person": "PERSON",
    "organisation": "ORGANISATION",
    "place": "PLACE",
    "date": "DATE",
    "replies_to": "DATE",
    "amount": "AMOUNT",
    "ours": "REFERENCE",
    "yours": "REFERENCE",
}
Places = dict[str, list[tuple[int, Bbox]]]


def letters(half: str, each: int, first_seed: int = FIRST_SEED) -> Iterator[Labelled]:
    """So many letters of every family of a half."""
    for seed in range(first_seed, first_seed + each):
        for family in families().values():
            if family.half == half:
                pages = typeset(family.letter(seed))
                yield of_pages(arranged(pages), pages.places)


def arranged(pages: Typeset) -> list[Page]:
    """The pages as the layout sees them."""
    return [
        arrange(
            Sheet(
                number=number,
                width=sheet.size[0],
                height=sheet.size[1],
                words=tuple(Word(word.text, Box(*word.bbox)) for word in sheet.words),
                text_from=TextFrom.text_layer,
            )
        )
        for number, sheet in enumerate(pages.sheets, 1)
    ]


def of_pages(pages: Iterable[Page], places: Places) -> Labelled:
    """The text of pages with its entities; `places` are those of the truth on these pages."""
    letter = Letter(tuple(pages))
    known = [*marked(letter, places)]
    named = [span for span in known if not _is_office(letter.text[span.start : span.end])]
    return labelled(letter.text, [*named, *found_in(letter.text)])


def marked(letter: Letter, places: Places) -> Iterator[Span]:
    """The entities that the truth of a letter has, by the words that stand in their places."""
    words = list(_words(letter))
    for path, at in places.items():
        label = _LEAVES.get(path.rpartition(".")[2])
        if label is None:
            continue
        hit = [
            any(page == number and inside(box, bbox) for number, bbox in at)
            for page, box, _, _ in words
        ]
        for found, group in itertools.groupby(
            zip(hit, words, strict=True), key=lambda pair: pair[0]
        ):
            if found:
                run = [word for _, word in group]
                yield Span(run[0][2], run[-1][3], label, sure=True)


def _words(letter: Letter) -> Iterator[tuple[int, Bbox, int, int]]:
    """Every word: its page, box and offsets."""
    for placed in letter.lines:
        at = placed.start
        for word in placed.line.words:
            box = word.box
            yield placed.page.number, (box.x0, box.top, box.x1, box.bottom), at, at + len(word.text)
            at += len(word.text) + 1


def _is_office(text: str) -> bool:
    """A body that is named by who acts for it: rules find the part that is its name."""
    return text.lower().startswith(("de ", "het ", "aan ", "college", "der "))
