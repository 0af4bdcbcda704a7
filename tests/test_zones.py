import pytest

from pipeline import layout, zones
from pipeline.intake import text
from tests.factories import letter_of

LETTER = """Gemeente Almere

De minister van Veiligheid en Justitie
Postbus 20301
2500 EH DEN HAAG

Datum: 28 januari 2016

Aanvraag versterkingsgelden

Geachte heer Van der Steur,

Eind 2015 ontvingen de zes gemeenten het aanbod van het ministerie voor geld.

Hoogachtend,
F.M. Weerwind
"""


def test_each_block_gets_its_zone():
    zones_of = {
        block.lines[0].text: block.zone.value for block in letter_of(LETTER).pages[0].blocks
    }
    assert zones_of == {
        "Gemeente Almere": "letterhead",
        "De minister van Veiligheid en Justitie": "address",
        "Datum: 28 januari 2016": "reference",
        "Aanvraag versterkingsgelden": "letterhead",
        "Geachte heer Van der Steur,": "salutation",
        "Eind 2015 ontvingen de zes gemeenten het aanbod van het ministerie voor geld.": "body",
        "Hoogachtend,": "closing",
        "F.M. Weerwind": "signature",
    }


def letters(*pages):
    arranged = [layout.arrange(sheet) for sheet in text.sheets("\f".join(pages))]
    return [[page.number_in_file for page in letter] for letter in zones.letters(arranged)]


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ([LETTER], [[1]]),
        ([LETTER, "en verder over de aanpak\n\nPagina 2 van 2"], [[1, 2]]),
        ([LETTER, LETTER], [[1], [2]]),
        ([LETTER, LETTER + "\n\nPagina 2 van 2"], [[1, 2]]),
        ([LETTER, "Bijlage 1\n\nBegroting", LETTER], [[1, 2], [3]]),
        (["", LETTER], [[1, 2]]),
    ],
    ids=["one", "second page", "two letters", "numbered 2", "enclosure between", "blank first"],
)
def test_where_letters_begin(pages, expected):
    assert letters(*pages) == expected
