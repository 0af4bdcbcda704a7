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


PROSE = (
    "Eind 2015 ontvingen de zes gemeenten het aanbod van het ministerie voor geld.\n"
    "Dat aanbod hebben zij met belangstelling gelezen en onderling besproken.\n"
)


def zone_of(content, line):
    blocks = [block for page in letter_of(content).pages for block in page.blocks]
    return next(block.zone.value for block in blocks if line in block.text)


@pytest.mark.parametrize(
    "ending",
    [
        "Gedeputeerde Staten van Gelderland,\n\nP.W. van der Ploeg, griffier",
        "De Minister van Economische Zaken,\nnamens deze,\n\nA.H. Bosman\nteammanager",
        "Namens het bestuur van Stichting De Oever,\n\nE. Wouda",
        "J.H. Bakker-Smit",
        "(w.g.) mr. L.J. Brinkhorst\nMinister van Economische Zaken",
    ],
)
def test_a_letter_may_be_signed_without_a_closing(ending):
    content = f"Datum: 28 januari 2016\n\nGeachte heer,\n\n{PROSE}\n{ending}\n\nBijlagen: 2\n"
    assert zone_of(content, ending.split("\n")[-1]) == "signature"
    assert zone_of(content, "Bijlagen") == "body"


def test_how_to_object_may_follow_the_signature():
    signature = "De Minister van Defensie,\nnamens deze,\nhet hoofd Recht\n\nmr. H.P. Steenberg\n\n"
    content = f"Datum: 28 januari 2016\n\nGeachte heer,\n\n{PROSE}\n{signature}Bezwaar\n{PROSE}"
    assert zone_of(content, "het hoofd Recht") == "signature"
    assert zone_of(content, "mr. H.P. Steenberg") == "signature"
    assert zone_of(content, "Bezwaar") == "body"


@pytest.mark.parametrize(
    "ending",
    [
        "Gedeputeerde Staten van Gelderland hebben op 3 maart 2016 ingestemd met dit plan.",
        "Wij zien uw besluit met belangstelling tegemoet.",
        "Kosten van het plan",
    ],
)
def test_the_last_sentence_is_no_signature(ending):
    content = f"Datum: 28 januari 2016\n\nGeachte heer,\n\n{PROSE}\n{ending}\n"
    assert zone_of(content, ending) == "body"


def test_what_follows_on_the_page_after_the_signature_is_not_signed():
    content = LETTER + "\fBijlage 1\n\nBegroting\n\nZaalhuur in Urk\n\nPagina 2 van 2"
    assert zone_of(content, "Zaalhuur") == "body"
    assert zone_of(content, "F.M. Weerwind") == "signature"


def address_in(head):
    content = f"{head}\n\nDatum: 28 januari 2016\n\nGeachte heer,\n\n{PROSE}"
    blocks = letter_of(content).pages[0].blocks
    return [
        line for block in blocks if block.zone.value == "address" for line in block.text.split("\n")
    ]


@pytest.mark.parametrize(
    ("head", "first", "last"),
    [
        (
            "Postbus 3007 | 2001 DA Haarlem\nGemeenteraad van Bergen\nPostbus 175\n1860 AD BERGEN",
            "Gemeenteraad van Bergen",
            "1860 AD BERGEN",
        ),
        (
            "Gemeente Sluis\n\nStad Damme\nVissersstraat 2A\n8340 DAMME\nBELGIË",
            "Stad Damme",
            "BELGIË",
        ),
        (
            "Gemeente Ede\n\nGemeente Nunspeet\nAfdeling Werken\nT.a.v. dhr. H. Mulder\n8070 AB Nunspeet",
            "Gemeente Nunspeet",
            "8070 AB Nunspeet",
        ),
        (
            "Anna van Dongen\nMarkt 18\n4841 AB Prinsenbeek\n\nGemeente Breda\nPostbus 90156\n4800 RH Breda",
            "Gemeente Breda",
            "4800 RH Breda",
        ),
        ("Gemeente Breda\nPostbus 90156\n4800 RH Breda", "Gemeente Breda", "4800 RH Breda"),
        (
            "Raad van Zeist\n\nAan:      de fractie\n          t.a.v. de heer E. Smid",
            "Aan: de fractie",
            "t.a.v. de heer E. Smid",
        ),
        ("GEMEENTE URK\n\nHet Gemeentebestuur van Elburg\nte\nE L B U R G", "Het Gemeentebestuur van Elburg",
         "ELBURG"),
    ],
    ids=["return address", "abroad", "department", "two alike", "one alone", "indented", "no postcode"],
)  # fmt: skip
def test_the_window_and_nothing_but_the_window(head, first, last):
    lines = address_in(head)
    assert (lines[0], lines[-1]) == (first, last)


def test_an_address_that_goes_on_with_that_of_the_return_is_the_senders():
    column = "Kabinet\nBinnenhof 19\n2513 AA Den Haag\n\nPostbus 20001\n2500 EA Den Haag\nwww.x.nl"
    aside = "\n".join(" " * 30 + line for line in column.split("\n"))
    assert address_in(f"Ministerie\n\nRetouradres Postbus 20001 2500 EA Den Haag\n\n{aside}") == []


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
        ([LETTER, f"Datum\n28-01-2016\nPagina\n2 van 2\n\n{LETTER}"], [[1, 2]]),
        ([LETTER, "Bijlage 1\n\nBegroting", LETTER], [[1, 2], [3]]),
        (["", LETTER], [[1, 2]]),
    ],
    ids=[
        "one",
        "second page",
        "two letters",
        "numbered 2",
        "under its label",
        "enclosure between",
        "blank first",
    ],
)
def test_where_letters_begin(pages, expected):
    assert letters(*pages) == expected


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("Postbus 5 · 9480 AA Vries · telefoon 14 0205 1/3", "footer"),
        ("Postadres Postbus 20951 2500 EZ 's-Gravenhage", "footer"),
        ("Stichting X | 050 574 52 74 | info@x.nl", "footer"),
        ("Postbus 122\n9400 AC Assen", "footer"),
        ("Postbus 6001 E-mail pagina 1 van 2\n4330 LA Middelburg post@x.nl", "footer"),
        ("U kunt bellen met 070 123 45 67 of schrijven naar info@x.nl", "body"),
        ("U kunt bezwaar maken bij ons college, Postbus 5, 9480 AA Vries.", "body"),
        ("Rechtbank Midden-Nederland\nPostbus 16005\n3500 DA Utrecht", "body"),
    ],
)
def test_details_of_the_sender_in_a_text_without_pages(line, zone):
    content = LETTER.replace("\nHoogachtend", f"\n{line}\n\n{PROSE}\nHoogachtend")
    assert zone_of(content, line.split("\n")[0]) == zone
    after = f"{LETTER}\n{line}\n"
    assert zone != "footer" or zone_of(after, line.split("\n")[0]) == zone


def test_a_foot_that_runs_into_the_text_is_cut_from_it():
    foot = "Stichting X | Postbus 5 | 9480 AA Vries | info@x.nl"
    content = LETTER.replace("Hoogachtend", f"{PROSE}{foot}\n{PROSE}\nHoogachtend")
    blocks = [block for block in letter_of(content).pages[0].blocks if foot in block.text]
    assert [(block.text, block.zone.value) for block in blocks] == [(foot, "footer")]


@pytest.mark.parametrize("line", ["Hoog Edel Gestrenge Heren,", "Edelachtbaar college,", "L.S.,"])
def test_salutations_of_other_days(line):
    assert zone_of(LETTER.replace("Geachte heer Van der Steur,", line), line) == "salutation"
