"""Garble of covered boxes in a text: where it is marked, and its innocent twins."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import layout
from pipeline.intake import text
from pipeline.page import COVERED, Page
from pipeline.redaction import mark_garble

ALMERE = Path(__file__).parents[1] / "samples" / "almere-text" / "letter.txt"


def marked(content: str) -> list[Page]:
    return [mark_garble(layout.arrange(sheet)) for sheet in text.sheets(content)]


def garble(content: str) -> list[str]:
    """What stands in the places that are marked as covered."""
    return [
        word.cover.text
        for page in marked(content)
        for block in page.blocks
        for line in block.lines
        for word in line.words
        if word.cover is not None
    ]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        # an amount is wanted, and the word is no word
        ("De kosten voor de cursus bedragen fx®e per dag.", ["fx®e"]),
        ("De kosten bedragen p®e . Wij gaan hiermee akkoord.", ["p®e"]),
        ("Hiervoor vragen wij een totaalbudget aan van g®e", ["g®e"]),
        ("Hiervoor vragen wij een bedrag aan van ¥®e", ["¥®e"]),
        ("De kosten bedragen\np®e per dag.", ["p®e"]),
        # a euro sign with no number, where a sum is named
        ("Wij vragen een bedrag van € per dag.", ["€"]),
        ("Het tarief is € per uur, exclusief btw.", ["€"]),
        # a code in the place of a name, an address, a sum
        ("Geachte heer 5.1.2.e,", ["5.1.2.e"]),
        ("Beste 512e,", ["512e"]),
        ("Van: S12e\nAan: 512e", ["S12e", "512e"]),
        ("Ik heb dit met &12e en haar team besproken.", ["&12e"]),
        ("Stuur het naar st2e@voorbeeld.nl of bel.", []),  # a whole address is a word of its own
        ("Mail: 512e @voorbeeld.nl", ["512e"]),
        ("Het budget voor dit werk is 5.1.1c per jaar.", ["5.1.1c"]),
        ("Met vriendelijke groet,\n512e", ["512e"]),
        ("Contactpersoon: 10.2.e", ["10.2.e"]),
        ("Het gesprek met 5.1,2,e is verzet.", ["5.1,2,e"]),
        ("De kosten bedragen| 10.2.b |perdag en meer.", ["10.2.b"]),  # the sides of the box
        ("Daarvoor vragen wij 10.2.b voor dit jaar.", ["10.2.b"]),
        ("Hij is bereikbaar onder telefoonnummer 10.2.e.", ["10.2.e"]),
        ("Wij vragen een bedrag van € g®e per dag.", ["g®e"]),  # one place, not two
        ("Met vriendelijke groet,\n\n5.1.2.e\nadviseur", ["5.1.2.e"]),
        # blocks and brackets
        ("Wij zagen dat ■■■■■ daar wel voor voelde.", ["■■■■■"]),
        ("■■■■■■Contactpersoon\nM ■■■■■", ["■■■■■■", "■■■■■"]),  # two words read as one
        ("Contactpersoon [ ]\nTelefoon [...]", ["[ ]", "[...]"]),
        ("Wij hebben gesproken met [ ], die hier woont.", ["[ ]"]),
        ("Hoogachtend,\nnamens deze,\n\n(...)\n\nteamleider", ["(...)"]),
        ("De secretaris is [geanonimiseerd].", ["[geanonimiseerd]"]),
        # signs that no word has, without a sentence that says what is wanted
        ("Als hoofdbewoner was daar hs®e volgens ons.", ["hs®e"]),
        ("Projectleider   2019   t©c\nAnalist   2019   € 1.200,00", ["t©c"]),
        ("Behandeld door\nE@\nDatum\n3 maart 2019", ["E@"]),
        ("Geachte heer p®,\n\nDe heer ■■■ zei dat g& kwam met S&e.", ["p®", "■■■", "g&", "S&e"]),
        # a code of more words, and one alone
        ("T.a.v. art. 5 1 lid 2 sub e\nKerkstraat 1", ["art. 5 1 lid 2 sub e"]),
        ("Zij woont aan de 5 1.2e. Daar was het stil.", ["5 1.2e"]),
        (
            "Geachte heer ■■■,\n\nUw zus ■■■ belde.\n\n5.2.1\n\nHet is stil.",
            ["■■■", "■■■", "5.2.1"],
        ),
    ],
)
def test_marked(content: str, found: list[str]) -> None:
    assert garble(content) == found


@pytest.mark.parametrize(
    "content",
    [
        # the law is cited, not covered
        "Op grond van artikel 10.2.e van de Wob maken wij namen niet openbaar.",
        "op grond van artikel 5.1, tweede lid, aanhef en onder e, van de Woo",
        "Dit is weggelakt met de aanduiding “10.2.e”.",
        "De gronden 10.2.e en 10.2.g zijn van toepassing.",
        "Deze passages zijn gelakt onder vermelding van de code 5.1.2e.",
        "Namen staan onder 10.2.e in de lijst.",
        "Ik maak dit onleesbaar onder vermelding van: 10.2.a.",
        "Persoonsgegevens zijn weggelakt met 10.2.e in de marge.",
        "De Woo kent deze gronden:\n\n5.1.2.e\n\n5.1.2.f",
        "2   Offerte campagne   04-07-2016   Deels openbaar   10.2.b",
        "Bijlage\n\n5.2.1\n\nInleiding",
        # a box to tick; a part left out of what is quoted
        "[ ] openbaar\n[x] vertrouwelijk\n[ ] persoonlijk",
        "De wet zegt: “Het verzoek wordt ingewilligd (...) met inachtneming van dit artikel.”",
        "Een toelichting (…) ontbreekt.",
        "10.2.e: eerbiediging van de persoonlijke levenssfeer",
        "5.1.2.e – persoonlijke levenssfeer",
        "Zie hoofdstuk 5.2.4 van het plan en pagina 515 van de bijlage.",
        # a number that could not be read is no box
        "In Lelystad hebben g functionarissen een training gevolgd.",
        "verschil tussen de zes gemeenten. e",
        "Lelystad  B  |\nUrk  ]  g",
        # words, abbreviations, marks
        "Wij werken samen met R&D, O&S en B&W van de gemeente.",
        "© 2016 Gemeente Voorbeeld",
        "De kosten van Word® bedragen € 120 per jaar.",
        "de 12e vergadering van de 2e kamer",
        "een oppervlakte van 40 m® groot",
        "Vragen aan j.jansen@voorbeeld.nl of @gemeente",
        "a) de eerste\nb) de tweede\ne) de laatste",
        "de formule x2e = 5a + 2b",
        "op de A12 bij knooppunt B2",
        # the euro sign that heads a column, or stands with its number
        "Bedragen in €",
        "Kosten (x € 1.000)",
        "Een bedrag van € 12.500,00 per jaar.",
        "Een bedrag van €\n12.500 per jaar.",
        "De bijdrage is € nihil.",
        "Molenlaan 101a\n8229 XT Raalte",  # a house number, no ground of the Wob
    ],
)
def test_innocent_twin(content: str) -> None:
    assert garble(content) == []


def test_the_letter_has_exactly_four() -> None:
    assert garble(ALMERE.read_text("utf-8")) == ["fx®e", "p®e", "g®e", "¥®e"]


def test_a_covered_word_stands_for_what_was_read() -> None:
    (page,) = marked("De kosten bedragen fx®e, exclusief btw.")
    (line,) = page.blocks[0].lines
    assert line.text == f"De kosten bedragen {COVERED} , exclusief btw."
    covered = next(word for word in line.words if word.cover is not None)
    assert covered.as_read == "fx®e"
    assert covered.cover is not None
    assert covered.cover.style == "text"
    assert 0 < covered.cover.score < 1


def test_a_page_with_none_stays_as_it_is() -> None:
    page = layout.arrange(next(iter(text.sheets("Geachte heer Jansen,\n\nDank voor uw brief."))))
    assert mark_garble(page) is page
