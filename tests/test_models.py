"""The trained pipeline, and what it learns from: entities stay on their words through it all."""

from __future__ import annotations

import random

import pytest

pytest.importorskip("spacy")

from models.corpora import corpus
from models.invented import varied
from models.labelled import LABELS, Labelled, Span, joined, labelled, windows
from models.letters import letters
from models.noise import noisy, shouted
from models.silver import found_in
from models.training import annotated, untrained
from pipeline.extract import entities
from tests.factories import letter_of

SENTENCE = "Op 3 maart 2016 vroeg J.P. de Vries van Stichting De Oever € 12.500,- aan."


def words(text: Labelled) -> list[tuple[str, str]]:
    return [(span.label, text.text[span.start : span.end]) for span in text.spans]


def silver(text: str) -> Labelled:
    return labelled(text, found_in(text))


def test_rules_find_what_a_sentence_names():
    assert words(silver(SENTENCE)) == [
        ("DATE", "3 maart 2016"),
        ("PERSON", "J.P. de Vries"),
        ("ORGANISATION", "Stichting De Oever"),
        ("AMOUNT", "€ 12.500,-"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ons kenmerk: 2016/1234-AB", [("REFERENCE", "2016/1234-AB")]),
        ("Postbus 200\n1300 AE  Almere", [("PLACE", "Almere")]),
        ("de gemeente Almere en de gemeenten Urk en Dronten", [("ORGANISATION", "gemeente Almere"), ("PLACE", "Urk"), ("PLACE", "Dronten")]),
        ("Geachte heer De Vries,", [("PERSON", "De Vries")]),
        ("Het aantal inwoners is 26.760.", []),
    ],
)  # fmt: skip
def test_rules_label_what_stands_there(text, found):
    assert words(silver(text)) == found


def test_other_values_take_their_places():
    other = silver(SENTENCE).with_values(lambda span: f"<{span.label}>")
    assert other.text == "Op <DATE> vroeg <PERSON> van <ORGANISATION> <AMOUNT> aan."
    assert words(other) == [(label, f"<{label}>") for label in ("DATE", "PERSON", "ORGANISATION", "AMOUNT")]  # fmt: skip


@pytest.mark.parametrize("seed", range(20))
def test_noise_leaves_entities_on_their_words(seed):
    """What stands before and after an entity does not come into it, whatever is lost or added."""
    dice = random.Random(seed)
    clean = shouted(varied(silver(SENTENCE), dice), dice)
    read = noisy(clean, 0.1, dice)
    assert [span.label for span in read.spans] == [span.label for span in clean.spans]
    for before, after in zip(clean.spans, read.spans, strict=True):
        had = clean.text[before.start : before.end]
        has = read.text[after.start : after.end].strip()
        assert abs(len(has) - len(had)) < 8
        assert sum(a in has for a in had) > 0.5 * len(had)


def test_windows_hold_whole_blocks():
    whole = silver("Almere\n\nOp 3 maart 2016\n\nvroeg J. de Vries\fSlot")
    pieces = list(windows(whole, iter([1, 2, 5])))
    assert [piece.text for piece in pieces] == ["Almere\n\n", "Op 3 maart 2016\n\nvroeg J. de Vries\f", "Slot"]  # fmt: skip
    assert words(pieces[1]) == [("DATE", "3 maart 2016"), ("PERSON", "J. de Vries")]


def test_tagged_tokens_become_text():
    text = joined([("Jan", "B-PERSON"), ("Bos", "I-PERSON"), (",", "O"), ("Delft", "I-PLACE")])
    assert text.text == "Jan Bos, Delft"
    assert words(text) == [("PERSON", "Jan Bos"), ("PLACE", "Delft")]


def test_a_corpus_is_read_with_our_labels(tmp_path):
    folder = tmp_path / "voc-missives"
    folder.mkdir()
    (folder / "dev.conll").write_text("Jan B-PER\nBos I-PER\nte O\nDelft B-LOC\nHollands B-LOCderiv\n\n", "utf-8")  # fmt: skip
    (only,) = corpus(tmp_path, "voc-missives", "dev")
    assert words(only) == [("PERSON", "Jan Bos"), ("PLACE", "Delft")]


def test_a_generated_letter_has_its_truth_marked():
    letter = next(letters("tuned", 1))
    sure = {span.label for span in letter.spans if span.sure}
    assert {"ORGANISATION", "PLACE", "DATE"} <= sure <= set(LABELS)
    assert all(letter.text[s.start : s.end].strip() == letter.text[s.start : s.end] for s in letter.spans)  # fmt: skip


def test_an_entity_with_a_blank_at_its_end_loses_it():
    doc = annotated(untrained(), Labelled("Jan Bos  schrijft", (Span(0, 8, "PERSON"),)))
    assert [(e.text, e.label_) for e in doc.ents] == [("Jan Bos", "PERSON")]


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("Met vriendelijke groet,\n\nJ.P. van der Heijden\nvoorzitter", "PERSON", "J.P. van der Heijden"),
        ("Hierbij vraagt Stichting Taalhuis De Linde subsidie aan.", "ORGANISATION", "Stichting Taalhuis De Linde"),
        ("Met vricndelijke groet,\n\nJ.P. vau der Heijdcn\nvoorzitler", "PERSON", "J.P. vau der Heijdcn"),
        ("Namens Stichtlng De Lindc vraag ik dit.", "ORGANISATION", "Stichtlng De Lindc"),
        ("Datum: 28 januarl 2016", "DATE", "28 januarl 2016"),
    ],
)  # fmt: skip
def test_the_pipeline_reads_through_noise(text, label, name):
    found = [entity.text for entity in entities._entities(letter_of(text), label)]
    assert found == [name]
