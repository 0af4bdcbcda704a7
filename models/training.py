"""The network of models/entities and how it is taught: a small convolution over hashed words."""

from __future__ import annotations

import dataclasses
import itertools
import random
from collections.abc import Callable, Iterable, Iterator, Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch

from models.invented import varied
from models.labelled import LABELS, Labelled, Span, windows
from models.noise import noisy, shouted

WIDTH = 96
ROWS = {"NORM": 4000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 2500}
DEPTH = 4
BATCH = 10  # windows of a letter at a time
DROPOUT = 0.15
LEVELS = (0.0, 0.0, 0.0, 0.01, 0.02, 0.05, 0.08)  # of noise, each as often
LONGEST_WINDOW = 8  # blocks


@dataclasses.dataclass(frozen=True, slots=True)
class Material:
    """What is learnt from: letters, which are varied anew in every round, and texts as they are."""

    letters: Sequence[Labelled]
    texts: Sequence[Labelled]
    texts_a_round: int


def untrained() -> Language:
    """A Dutch tokenizer with a recogniser of entities that knows nothing yet."""
    nlp = spacy.blank("nl")
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": WIDTH,
        "attrs": list(ROWS),
        "rows": list(ROWS.values()),
        "include_static_vectors": False,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": WIDTH,
        "depth": DEPTH,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    model = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode},
    }
    recogniser = nlp.add_pipe("ner", config={"model": model})
    for label in LABELS:
        recogniser.add_label(label)  # type: ignore[attr-defined]
    return nlp


def trained(material: Material, rounds: int, seed: int, tell: Callable[[str], None]) -> Language:
    """The recogniser after so many rounds; the same seed gives the same weights."""
    fix_random_seed(seed)
    dice = random.Random(seed)
    nlp = untrained()
    optimizer = nlp.initialize()
    for number in range(1, rounds + 1):
        losses: dict[str, float] = {}
        examples = [_example(nlp, text) for text in _round(material, dice)]
        dice.shuffle(examples)
        for batch in minibatch(examples, BATCH):
            nlp.update(batch, drop=DROPOUT, sgd=optimizer, losses=losses)
        tell(f"round {number}: {len(examples)} texts, loss {losses['ner']:.0f}")
    with nlp.use_params(optimizer.averages):
        return spacy.blank("nl").from_config(nlp.config).from_bytes(nlp.to_bytes())


def _round(material: Material, dice: random.Random) -> Iterator[Labelled]:
    """Every letter with other values and other noise, cut in windows; some of the texts."""
    sizes = iter(lambda: dice.randint(1, LONGEST_WINDOW), 0)
    for letter in material.letters:
        for window in windows(shouted(varied(letter, dice), dice), sizes):
            yield noisy(window, dice.choice(LEVELS), dice)
    yield from dice.sample(material.texts, min(material.texts_a_round, len(material.texts)))


def _example(nlp: Language, text: Labelled) -> Example:
    return Example(nlp.make_doc(text.text), annotated(nlp, text))


def annotated(nlp: Language, text: Labelled) -> Doc:
    """The text as a document with its entities; one that begins within a token takes all of it."""
    doc = nlp.make_doc(text.text)
    spans = []
    for span in text.spans:
        first, last = _edges(text.text, span)
        found = doc.char_span(first, last, span.label, alignment_mode="expand")
        if found is not None and not (found[0].is_space or found[-1].is_space):
            spans.append(found)
    doc.ents = spacy.util.filter_spans(spans)
    return doc


def _edges(text: str, span: Span) -> tuple[int, int]:
    """Without the blanks that noise put at its ends."""
    inner = text[span.start : span.end]
    return span.end - len(inner.lstrip()), span.start + len(inner.rstrip())


def taken(texts: Iterable[Labelled], count: int) -> list[Labelled]:
    """The first so many texts."""
    return list(itertools.islice(texts, count))
