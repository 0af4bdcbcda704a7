import pytest

from pipeline.extract import Reading, choose, entities
from tests.factories import letter_of

OPENING = "Geachte heer,\n\n{}\n\nMet vriendelijke groet,\nA. Visser"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Hierbij vraagt Stichting Taalhuis De Oever subsidie aan.", "Stichting Taalhuis De Oever"),
        ("Namens de vereniging Dorpsbelang Weiwerd vraag ik dit.", "Vereniging Dorpsbelang Weiwerd"),
        ("Visser & Zonen B.V. biedt u hierbij haar offerte aan.", "Visser & Zonen B.V."),
    ],
)  # fmt: skip
def test_a_body_no_register_knows_is_found_in_the_opening(sentence, name):
    pytest.importorskip("spacy")
    found = choose("sender.organisation", Reading(letter_of(OPENING.format(sentence)), None))
    assert (found.value, found.source) == (name, "body_in_opening")
    assert found.confidence < 0.6


def test_a_page_longer_than_any_page_is_let_be():
    """The model takes no more than a million characters."""
    pytest.importorskip("spacy")
    letter = letter_of(OPENING.format("Stichting De Oever vraagt dit." + "a" * 1_100_000))
    assert choose("sender.organisation", Reading(letter, None)) is None


def test_no_body_is_none():
    found = choose(
        "sender.organisation",
        Reading(letter_of(OPENING.format("Graag vraag ik u om steun.")), None),
    )
    assert found is None


def test_without_the_model_a_bare_name_over_an_address_is_nobody(monkeypatch):
    """'Theo Slob' may be a person or a firm: without spaCy nothing tells."""
    monkeypatch.setattr(entities, "_pipeline", lambda: None)
    head = "Datum: 3 mei 2016\n\nTheo Slob\nDorpsstraat 3\n8256 RA Biddinghuizen\n\n"
    letter = letter_of(head + OPENING.format("Graag vraag ik u om steun."))
    assert choose("recipient.organisation", Reading(letter, None)) is None
