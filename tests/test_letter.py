from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.geometry import Box
from pipeline.letter import Letter
from pipeline.page import COVERED, Block, Cover, Line, Page, TextFrom, Word
from tests.factories import letter_of, letter_on


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab1€ \n\f\t.", max_size=120))
def test_every_word_stands_where_its_passage_says(content):
    letter = letter_of(content)
    for match, passage in letter.find(r"[^\s]+"):
        assert passage.text == match.group()
        (place,) = passage.evidence
        lines = content.split("\f")[place.page - 1].expandtabs().splitlines()
        row = lines[place.lines[0] - 1]
        assert passage.text in row


def test_evidence_of_a_text_file_is_its_lines_page_by_page():
    letter = letter_of("een\n\n twee  drie\f\nvier")
    places = [p.evidence[0] for _, p in letter.find(r"\S+")]
    assert [(e.page, e.lines) for e in places] == [
        (1, (1, 1)),
        (1, (3, 3)),
        (1, (3, 3)),
        (2, (2, 2)),
    ]


def test_evidence_of_a_measured_page_is_a_box():
    letter = letter_on((100, 200, "28 januari 2016"))
    (_, passage) = next(letter.find("28 januari 2016"))
    assert passage.evidence[0].bbox == (100.0, 200.0, 175.0, 210.0)


def test_a_covered_place_is_one_character_and_shows_what_can_be_read():
    box = Box(0, 0, 10, 10)
    words = (
        Word("bedragen", box),
        Word(COVERED, box, cover=Cover(box, "text", "fx®e")),
        Word("per", box),
    )
    letter = Letter((Page(1, 595, 842, (Block((Line(words, 1),)),), TextFrom.text),))
    assert letter.text == f"bedragen {COVERED} per\f"
    assert letter.passage(0, 14).text == "bedragen fx®e per"
    ((word, passage),) = letter.covered
    assert (word.as_read, passage.start, passage.text) == ("fx®e", 9, "fx®e")


def test_a_sentence_ends_at_its_stop_and_at_the_end_of_its_block():
    letter = letter_of("Wij vragen € 5. Dat is\nniet veel.\n\nTot slot")
    texts = [
        letter.text[slice(*letter.sentence(letter.text.index(w)))]
        for w in ("vragen", "niet", "slot")
    ]
    assert texts == ["Wij vragen € 5.", "Dat is\nniet veel.", "Tot slot"]


def test_a_sentence_ends_after_a_covered_place_and_its_stop():
    letter = letter_of("de kosten bedragen █ . Voor deze trainingen vragen wij geld.")
    assert letter.text[slice(*letter.sentence(30))] == "Voor deze trainingen vragen wij geld."


def test_neighbours():
    letter = letter_on(
        (60, 100, "Datum"), (200, 100, "3 maart"), (60, 114, "Ons kenmerk"), (60, 400, "ver weg")
    )
    by_place = sorted(letter.lines, key=lambda placed: (placed.box.top, placed.box.x0))
    label, value, under, _ = by_place
    assert letter.right_of(label).line.text == "3 maart"
    assert letter.left_of(value).line.text == "Datum"
    assert letter.below(label).line.text == "Ons kenmerk"
    assert letter.below(under) is None


def test_a_line_narrower_than_a_point_is_not_beside_itself():
    """On a worn scan an edge is read as 'l', half a point wide; a walk along the row has to end."""
    box = Box(300, 100, 300.5, 110)
    line = Line((Word("l", box),), 1)
    letter = Letter((Page(1, 595, 842, (Block((line,)),), TextFrom.ocr),))
    (alone,) = letter.lines
    assert letter.right_of(alone) is None
    assert letter.left_of(alone) is None
