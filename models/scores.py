"""How well the pipeline finds entities: precision, recall and F1 by label, exact spans only."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable

from spacy.language import Language

from models.labelled import LABELS, Labelled
from models.training import annotated


@dataclasses.dataclass(frozen=True, slots=True)
class Score:
    """Of one label: how many there are, were said, were right; the same of those truth marks."""

    there: int
    said: int
    right: int
    sure: int
    sure_right: int

    @property
    def f1(self) -> float | None:
        return 2 * self.right / (self.there + self.said) if self.there else None

    @property
    def sure_recall(self) -> float | None:
        return self.sure_right / self.sure if self.sure else None


def scores(nlp: Language, texts: Iterable[Labelled]) -> dict[str, Score]:
    """By label, and for 'all' of them."""
    there: Counter[str] = Counter()
    said: Counter[str] = Counter()
    right: Counter[str] = Counter()
    sure: Counter[str] = Counter()
    sure_right: Counter[str] = Counter()
    for text in texts:
        truth = {(e.start_char, e.end_char, e.label_) for e in annotated(nlp, text).ents}
        found = {(e.start_char, e.end_char, e.label_) for e in nlp(text.text).ents}
        there.update(label for *_, label in truth)
        said.update(label for *_, label in found)
        right.update(label for *_, label in truth & found)
        for span in text.spans:
            if span.sure:
                sure[span.label] += 1
                sure_right[span.label] += any(
                    start <= span.start and span.end <= end and label == span.label
                    for start, end, label in found & truth
                )
    by_label = {
        label: Score(there[label], said[label], right[label], sure[label], sure_right[label])
        for label in LABELS
        if there[label] or said[label]
    }
    columns = zip(*(dataclasses.astuple(one) for one in by_label.values()), strict=True)
    return by_label | {"all": Score(*(sum(column) for column in columns))}
