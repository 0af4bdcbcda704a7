from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.check import Case
from pipeline.geometry import Box
from pipeline.letter import Letter
from pipeline.page import Block, Cover, Page, TextFrom, Word
from tests.cases import breaches, case, illegible, message, redacted, table

HEAD = "Geachte heer,\n\nIn deze brief leest u wat wij over uw plan hebben besloten. "


def test_cells_are_one_finding_a_table():
    rows = [
        ["Gemeente", "1 daagse"],
        ["Almere", "6"],
        ["Dronten", illegible()],
        ["Urk", illegible()],
    ]
    of = case(tables=(table(rows),))
    assert message("table-cell-illegible", of).startswith("2 cell(s) of the table on page 1")
    assert "Dronten, 1 daagse; Urk, 1 daagse" in message("table-cell-illegible", of, "nl")


def test_a_covered_or_empty_cell_is_not_illegible():
    rows = [["Gemeente", "1 daagse"], ["Dronten", redacted()], ["Urk", ""]]
    assert breaches("table-cell-illegible", case(tables=(table(rows),))) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "e linpe hebben g functionarissen een driedaagse training gevolgd.",
        "Hiervoor hebben wij g trainingen gegeven in het afgelopen jaar.",
        "De kosten van □ trainingen zijn voor rekening van de gemeente.",
        "De pr¢j€ct¥n zijn v®rder uitgewerkt in de planning van dit jaar.",
    ],
)
def test_what_is_no_word(sentence):
    (found,) = breaches("text-illegible", case(HEAD + "\n\n" + sentence))
    assert found.evidence


@pytest.mark.parametrize(
    "sentence",
    [
        "Hiervoor hebben wij u trainingen gegeven in het afgelopen jaar.",
        "Op grond van artikel 10, tweede lid, onder e en g van de wet weiger ik dit.",
        "Dit is beschreven onder e hieronder en verder in deze brief aan u.",
        "Wij bestelden 5 m stof en 3 l verf voor de school in uw dorp.",
        "Dit kost 3 x 450 euro en duurt 2 à 3 weken, d.w.z. niet lang.",
        "o organisaties die met ons willen samenwerken in dit project;",
        "n instellingen die met ons willen samenwerken in dit project;",
        "In plan B hebben wij de kosten van het project lager begroot.",
        "I. v. m. vakantie is het loket i v m werk in augustus gesloten.",
        "Kijk op https://www.ede.nl/a_b~c of mail naar a~b@ede.nl voor meer.",
        "De btw, het kvk en de AVG gelden, evenals DHTML en de VNG c.s. dus.",
        "Stuur een e mail aan het loket van de gemeente voor vragen hierover.",
    ],
)
def test_what_is_one(sentence):
    assert breaches("text-illegible", case(HEAD + "\n\n" + sentence)) == []


def test_a_table_and_a_name_are_not_running_text():
    text = HEAD + "\n\nGemeente    Dagen    Groep\nAlmere      6        g\nUrk         7        b"
    assert breaches("text-illegible", case(text)) == []


def _scanned(legibilities):
    """A letter of one line, whose words OCR was so sure of."""
    of = case("De gemeente heeft hiervoor nieuwe trainingen gegeven dit jaar.")
    (page,) = of.letter.pages
    ((line,),) = [block.lines for block in page.blocks]
    words = [
        replace(word, legibility=sure) for word, sure in zip(line.words, legibilities, strict=True)
    ]
    block = Block((replace(line, words=tuple(words)),))
    scan = Page(1, page.width, page.height, (block,), TextFrom.ocr)
    return Case(Letter((scan,)), of.record, of.today)


@pytest.mark.parametrize(
    ("legibilities", "count"),
    [
        ([0.95] * 9, 0),
        ([0.95, 0.95, 0.95, 0.2, 0.2, 0.95, 0.95, 0.95, 0.95], 1),
        ([0.95, 0.95, 0.95, 0.4, 0.95, 0.95, 0.95, 0.95, 0.95], 0),  # one doubt is no damage
        ([0.2, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.2], 0),  # a short word; the last
    ],
)
def test_what_ocr_doubts(legibilities, count):
    assert len(breaches("text-illegible", _scanned(legibilities))) == count


def _covered(of, *numbers):
    """The case with some words of its one line covered, without a code."""
    (page,) = of.letter.pages
    ((line,),) = [block.lines for block in page.blocks]
    words = [
        Word("█", word.box, cover=Cover(word.box, "black")) if number in numbers else word
        for number, word in enumerate(line.words)
    ]
    scan = replace(page, blocks=(Block((replace(line, words=tuple(words)),)),))
    return Case(Letter((scan,)), of.record, of.today)


@pytest.mark.parametrize(
    ("covered", "count"),
    [
        ([2], 1),  # beside a doubtful word it may be a stain
        ([1, 2], 0),  # more are a released document
        ([], 0),
    ],
)
def test_a_covered_place_beside_a_doubtful_word(covered, count):
    of = _covered(_scanned([0.95] * 4 + [0.2] + [0.95] * 4), *covered)
    assert len(breaches("text-illegible", of)) == count


@pytest.mark.parametrize(("width", "count"), [(8, 1), (1, 0)])
def test_a_speck_is_no_word(width, count):
    of = _scanned([0.95] * 9)
    (page,) = of.letter.pages
    ((line,),) = [block.lines for block in page.blocks]
    first = line.words[3]
    box = Box(first.box.x0, first.box.top, first.box.x0 + width, first.box.bottom)
    words = (*line.words[:3], Word("□", box, legibility=0.0), *line.words[4:])
    scan = replace(page, blocks=(Block((replace(line, words=words),)),))
    assert len(breaches("text-illegible", Case(Letter((scan,)), of.record, of.today))) == count


@pytest.mark.parametrize(
    ("above", "first", "count"),
    [
        ("Dit is besloten.", "hebben", 1),  # the head of the sentence is lost
        ("Dit is besloten:", "hebben", 0),  # an item of a list
        ("Dit is besloten.", "Hebben", 0),
    ],
)
def test_a_paragraph_that_lost_its_head_beside_a_doubtful_word(above, first, count):
    of = case(
        f"Geachte heer,\n\n{above}\n\n\n{first} Hfunctionarissen een training gevolgd in dit jaar."
    )
    (page,) = of.letter.pages
    blocks = [
        replace(
            block, lines=tuple(replace(line, words=_doubted(line.words)) for line in block.lines)
        )
        for block in page.blocks
    ]
    scan = replace(page, blocks=tuple(blocks), text_from=TextFrom.ocr)
    assert len(breaches("text-illegible", Case(Letter((scan,)), of.record, of.today))) == count


def _doubted(words):
    return tuple(replace(w, legibility=0.2 if "Hfunc" in w.text else 0.95) for w in words)
