"""Bodies that no register knows, named in running text: the spaCy pipeline of models/entities.

Asked late, where letterhead, margin and signature name nobody, since loading it takes seconds.
It comes with the extra `nlp`; without it these finders find nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from pipeline.extract import Candidate, Reading, finds, model_path
from pipeline.letter import Letter
from pipeline.page import Zone

if TYPE_CHECKING:
    from spacy.language import Language

_OPENING = 900  # characters of running text in which a writer says for whom he writes


@finds("sender.organisation", late=True)
def body_in_opening(reading: Reading) -> Iterator[Candidate[str]]:
    """'Hierbij vraagt Stichting De Oever ...': the first body that the running text names."""
    letter = reading.letter
    start = _start_of_body(letter)
    nlp = _pipeline()
    if start is None or nlp is None:
        return
    for rank, entity in enumerate(nlp(letter.text[start : start + _OPENING]).ents):
        name = " ".join(entity.text.split())
        passage = letter.passage(start + entity.start_char, start + entity.end_char)
        yield Candidate(name[:1].upper() + name[1:], passage, max(0.2, 0.45 - 0.1 * rank))


def _start_of_body(letter: Letter) -> int | None:
    return next((p.start for p in letter.lines if p.zone is Zone.body), None)


@cache
def _pipeline() -> Language | None:
    """The pipeline, loaded once; None where spaCy is not installed."""
    try:
        import spacy
    except ImportError:
        return None
    return spacy.load(model_path("entities"), exclude=["tokenizer", "vocab"])
