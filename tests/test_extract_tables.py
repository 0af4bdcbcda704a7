"""Tables: heads, cells, what cannot be read, and what is no table."""

from __future__ import annotations

import pytest

from pipeline import layout, zones
from pipeline.extract import Reading
from pipeline.extract.cells import is_unreadable, numeric_columns
from pipeline.extract.tables import tables, tabulated
from pipeline.geometry import Box
from pipeline.intake import text
from pipeline.letter import Letter
from pipeline.page import Sheet, TextFrom, Word
from pipeline.record import Field, Status

Cells = list[list[str | None]]


def reading(content: str) -> Reading:
    """A letter's text, between a salutation and a closing."""
    whole = f"Geachte heer,\n\n{content}\n\nHoogachtend,\n"
    (pages,) = zones.letters([layout.arrange(sheet) for sheet in text.sheets(whole)])
    return Reading(Letter(pages), None)


def found(content: str) -> list[tuple[list[str | None], Cells]]:
    """Each table as its header and rows of values."""
    return [
        (
            [cell.value for cell in table.header],
            [[cell.value for cell in row] for row in table.rows],
        )
        for table in tables(reading(content))
    ]


# --- loose lines

ALMERE = """De verdeling is als volgt.

Gemeente 1 daagse 2 daagse
Almere 6 6
Dronten |
Lelystad B
Urk ]
"""

LOOSE = [
    pytest.param(
        "Onderdeel | Begroot | Werkelijk\n--- | --- | ---\nOuderen | 112.000 | 109.480\n"
        "Jongeren |  | -4.713\nTotaal | 356.500 | █",
        ["Onderdeel", "Begroot", "Werkelijk"],
        [
            ["Ouderen", "112.000", "109.480"],
            ["Jongeren", "", "-4.713"],
            ["Totaal", "356.500", None],
        ],
        id="cells parted by strokes",
    ),
    pytest.param(
        ALMERE,
        ["Gemeente", "1 daagse", "2 daagse"],
        [
            ["Almere", "6", "6"],
            ["Dronten", None, None],
            ["Lelystad", None, None],
            ["Urk", None, None],
        ],
        id="values that cannot be told apart are illegible",
    ),
    pytest.param(
        "Gemeente Inwoners Bijdrage\nUrk 20.000 € 17.000\nEde 120.000 g\nDe Bilt 42.000 € 35.700",
        ["Gemeente", "Inwoners", "Bijdrage"],
        [
            ["Urk", "20.000", "€ 17.000"],
            ["Ede", "120.000", None],
            ["De Bilt", "42.000", "€ 35.700"],
        ],
        id="a lone letter among numbers",
    ),
    pytest.param(
        "Post 2016 2017\nPersoneel 1.200 1.300\nMateriaal € 300 € 200\nHuur 20 -\n"
        "Totaal 1.520 1.500",
        ["Post", "2016", "2017"],
        [
            ["Personeel", "1.200", "1.300"],
            ["Materiaal", "€ 300", "€ 200"],
            ["Huur", "20", "-"],
            ["Totaal", "1.520", "1.500"],
        ],
        id="years as heads",
    ),
    pytest.param(
        "Gemeente Inwoners Bijdrage 2018\nUrk 20.000 █\nEde 120.000 € 96.000\nEpe 33.000 □",
        ["Gemeente", "Inwoners", "Bijdrage 2018"],
        [["Urk", "20.000", None], ["Ede", "120.000", "€ 96.000"], ["Epe", "33.000", None]],
        id="covered and unreadable",
    ),
    pytest.param(
        "Naam school Aantal leerlingen Aantal groepen\nDe Regenboog 120 6\nHet Kompas 240 11\n"
        "De Brug 95 5",
        ["Naam school", "Aantal leerlingen", "Aantal groepen"],
        [["De Regenboog", "120", "6"], ["Het Kompas", "240", "11"], ["De Brug", "95", "5"]],
        id="heads of two words each",
    ),
    pytest.param(
        "Gemeente Uren Tarief Bedrag\nUrk 12 € 40 € 480\nEde 10 € 40 € 400\nEpe 8 € 320\n"
        "Totaal 30 € 1.200",
        ["Gemeente", "Uren", "Tarief", "Bedrag"],
        [
            ["Urk", "12", "€ 40", "€ 480"],
            ["Ede", "10", "€ 40", "€ 400"],
            ["Epe", "8", "", "€ 320"],
            ["Totaal", "30", "", "€ 1.200"],
        ],
        id="a last value stands in the last column",
    ),
    pytest.param(
        "Post x € 1.000\n1 ontwerp 45,0\n2 onderzoek 25,5\nSubtotaal voorbereiding 70,5\n"
        "3 meubilair 91,0\nTotaal 161,5",
        ["Post", "", "x € 1.000"],
        [
            ["1", "ontwerp", "45,0"],
            ["2", "onderzoek", "25,5"],
            ["", "Subtotaal voorbereiding", "70,5"],
            ["3", "meubilair", "91,0"],
            ["", "Totaal", "161,5"],
        ],
        id="rows with a number before their names",
    ),
    pytest.param(
        "Nr. Stuk Datum Besluit Grond\n1 Brief aan de raad 04-01-2016 Openbaar -\n"
        "2 Offerte 4 juli 2016 Deels openbaar 10.2.b\n3 Verslag O8-07-2016 Openbaar -",
        ["Nr.", "Stuk", "Datum", "Besluit", "Grond"],
        [
            ["1", "Brief aan de raad", "04-01-2016", "Openbaar", "-"],
            ["2", "Offerte", "4 juli 2016", "Deels openbaar", "10.2.b"],
            ["3", "Verslag", "O8-07-2016", "Openbaar", "-"],
        ],
        id="words between values",
    ),
    pytest.param(
        "Onderdeel Aantal Kosten per Bedrag\nwoningen woning\nDorpsstraat e.o. 28 19.000 532.000\n"
        "Plein 10 20.000 200.000\nTotaal 732.000",
        ["Onderdeel", "Aantal woningen", "Kosten per woning", "Bedrag"],
        [
            ["Dorpsstraat e.o.", "28", "19.000", "532.000"],
            ["Plein", "10", "20.000", "200.000"],
            ["Totaal", "", "", "732.000"],
        ],
        id="a head that goes on below",
    ),
    pytest.param(
        "Jaar Bedrag in euro\n2020 133.000\n2021 128.000\n2022 ]\nTotaal 261.000",
        ["Jaar", "Bedrag in euro"],
        [["2020", "133.000"], ["2021", "128.000"], ["2022", None], ["Totaal", "261.000"]],
        id="rows of years",
    ),
    pytest.param(
        "Post Aantal à Totaal\nheesters 220 stuks € 6,25 € 1.375,00 ,\nontwerp 56 uur € 85 € 4.760\n"
        ". verzekering € 390,00\nTotaal € 6.525,00 ·",
        ["Post", "Aantal", "à", "Totaal"],
        [
            ["heesters", "220 stuks", "€ 6,25", "€ 1.375,00"],
            ["ontwerp", "56 uur", "€ 85", "€ 4.760"],
            ["verzekering", "", "", "€ 390,00"],
            ["Totaal", "", "", "€ 6.525,00"],
        ],
        id="quantities, and specks at the ends of lines",
    ),
    pytest.param(
        "Gemeente Inwoners Bijdrage\nOost-, West- en Mid- 3.109 f 10.345,--\ndelbeers\n"
        "Best 9.300 f 30.946,--\n-------------\nTezamen 12.409 f 41.291,--",
        ["Gemeente", "Inwoners", "Bijdrage"],
        [
            ["Oost-, West- en Middelbeers", "3.109", "f 10.345,--"],
            ["Best", "9.300", "f 30.946,--"],
            ["Tezamen", "12.409", "f 41.291,--"],
        ],
        id="a broken name, and a line drawn over the total",
    ),
    pytest.param(
        "Post Jaar Bedrag\nPersoneel 2020-2021 ¥®c\nHuur 2020 € 92.000,00\nRest 2020 € 10.2b\n"
        "Totaal € 92.000,00\n\nDe bijdrage is 50% van € 92.000,00 te betalen in 2021",
        ["Post", "Jaar", "Bedrag"],
        [
            ["Personeel", "2020-2021", None],
            ["Huur", "2020", "€ 92.000,00"],
            ["Rest", "2020", None],
            ["Totaal", "", "€ 92.000,00"],
        ],
        id="garble and a code where a sum was; the sentence below is no row",
    ),
    pytest.param(
        "Onderdeel Bedrag\n\nPagina 1 van 2\n\nDrukwerk € 3.253,-\nZendtijd € 56.178,50\n"
        "Totaal € 59.431,50",
        ["Onderdeel", "Bedrag"],
        [["Drukwerk", "€ 3.253,-"], ["Zendtijd", "€ 56.178,50"], ["Totaal", "€ 59.431,50"]],
        id="a head at the foot of a page",
    ),
]


@pytest.mark.parametrize(("content", "header", "rows"), LOOSE)
def test_loose_lines(content: str, header: list[str], rows: Cells) -> None:
    assert found(content) == [(header, rows)]


def test_covered_is_not_illegible() -> None:
    (table,) = tables(reading("Gemeente Bijdrage\nUrk █\nEde € 96.000\nEpe € 12.000\nTiel B"))
    assert [row[1].status for row in table.rows] == [
        Status.redacted,
        Status.found,
        Status.found,
        Status.illegible,
    ]


# --- grids

GRIDS = [
    pytest.param(
        "Maatregel           Plaats        Bijdrage\n"
        "-----------------------------------------\n"
        "Wadi                Ede           € 630\nBerging             Urk           € 241\n"
        "Overleg             beide         € 100\n"
        "-----------------------------------------\n"
        "Totaal                            € 971",
        ["Maatregel", "Plaats", "Bijdrage"],
        [
            ["Wadi", "Ede", "€ 630"],
            ["Berging", "Urk", "€ 241"],
            ["Overleg", "beide", "€ 100"],
            ["Totaal", "", "€ 971"],
        ],
        id="lines of dashes across a table part it from nothing",
    ),
    pytest.param(
        "Gemeente       Inwoners         Bijdrage\n                             2016       2017\n"
        "Borne            22.422     € 316.150  € 327.810\nLosser           22.612     € 318.829  € 330.587\n"
        "Tubbergen        21.212     € 299.089  € 310.119",
        ["Gemeente", "Inwoners", "Bijdrage 2016", "Bijdrage 2017"],
        [
            ["Borne", "22.422", "€ 316.150", "€ 327.810"],
            ["Losser", "22.612", "€ 318.829", "€ 330.587"],
            ["Tubbergen", "21.212", "€ 299.089", "€ 310.119"],
        ],
        id="a head over two columns",
    ),
    pytest.param(
        "Omschrijving           Aantal     Prijs      Bedrag\n"
        "Training               3          € 100      € 300\n"
        "Zaal                              € 50       € 50\n"
        "Totaal                                       € 350",
        ["Omschrijving", "Aantal", "Prijs", "Bedrag"],
        [
            ["Training", "3", "€ 100", "€ 300"],
            ["Zaal", "", "€ 50", "€ 50"],
            ["Totaal", "", "", "€ 350"],
        ],
        id="an empty cell is empty",
    ),
    pytest.param(
        "Gemeente        Uren     Kosten\nUrk             12       € 480\n"
        "Ede             B        € 600\nEpe             8        █",
        ["Gemeente", "Uren", "Kosten"],
        [["Urk", "12", "€ 480"], ["Ede", None, "€ 600"], ["Epe", "8", None]],
        id="unreadable and covered",
    ),
    pytest.param(
        "Gemeente        Uren     Kosten\nUrk             wf       € 480\n"
        "Ede             10       PM\nEpe             8        € 320",
        ["Gemeente", "Uren", "Kosten"],
        [["Urk", None, "€ 480"], ["Ede", "10", "PM"], ["Epe", "8", "€ 320"]],
        id="stray letters among numbers, but not PM",
    ),
    pytest.param(
        "                Aantal     Kosten\nGemeente        uren       in euro\n"
        "Urk             12         480\nEde             15         600\n"
        "Epe             8          320",
        ["Gemeente", "Aantal uren", "Kosten in euro"],
        [["Urk", "12", "480"], ["Ede", "15", "600"], ["Epe", "8", "320"]],
        id="a head of two rows",
    ),
    pytest.param(
        "Post                        x € 1.000\n 1   ontwerp van de zaal          45,0\n 2   onderzoek en teksten         25,5\n"
        "     Subtotaal ontwerp            70,5\n 3   meubilair                    91,0\n"
        "     Totaal                      161,5",
        ["Post", "", "x € 1.000"],
        [
            ["1", "ontwerp van de zaal", "45,0"],
            ["2", "onderzoek en teksten", "25,5"],
            ["", "Subtotaal ontwerp", "70,5"],
            ["3", "meubilair", "91,0"],
            ["", "Totaal", "161,5"],
        ],
        id="rows with a number before their names",
    ),
    pytest.param(
        "Gemeente     Inwoners Gaat op in         Kosten\nUrk             9.900 Flevoland      € 346.500\n"
        "Ede            14.100 Veluwe         € 493.500\nEpe             8.200 Veluwe         € 287.000\n"
        "Totaal         32.200                € 1.127.000",
        ["Gemeente", "Inwoners", "Gaat op in", "Kosten"],
        [
            ["Urk", "9.900", "Flevoland", "€ 346.500"],
            ["Ede", "14.100", "Veluwe", "€ 493.500"],
            ["Epe", "8.200", "Veluwe", "€ 287.000"],
            ["Totaal", "32.200", "", "€ 1.127.000"],
        ],
        id="figures with words close behind them",
    ),
    pytest.param(
        "Gemeente       Inwoners Bedrijven 2013 Bedden in totaal\n"
        "Urk              36.266         2.155              92\n"
        "Ede              13.285         1.294             216\n"
        "Epe              37.337         2.732             504",
        ["Gemeente", "Inwoners", "Bedrijven 2013", "Bedden in totaal"],
        [
            ["Urk", "36.266", "2.155", "92"],
            ["Ede", "13.285", "1.294", "216"],
            ["Epe", "37.337", "2.732", "504"],
        ],
        id="heads that only a blank parts",
    ),
    pytest.param(
        "Postbus 12 | 1234 AB Urk | 14 0527                           1 van 2\n\n"
        "Onderdeel                                 Jaar               Bedrag\n"
        "Personeel en inhuur van derden           2019-2020     € 155.500,00\n"
        "Huur                                        2019       € 113.500,00\n"
        "Totaal                                                 € 269.000,00",
        ["Onderdeel", "Jaar", "Bedrag"],
        [
            ["Personeel en inhuur van derden", "2019-2020", "€ 155.500,00"],
            ["Huur", "2019", "€ 113.500,00"],
            ["Totaal", "", "€ 269.000,00"],
        ],
        id="the foot of a page above it",
    ),
    pytest.param(
        "Nr. Stuk                  Datum        Besluit          Grond\n"
        "1   Reactie van de raad   06-09-2019   Openbaar         -\n"
        "2   Opdracht              30-09-2019   Deels openbaar   10.1.a\n"
        "3   Verslag van overleg   28-08-2020   Geheel geweigerd 10.1.a",
        ["Nr.", "Stuk", "Datum", "Besluit", "Grond"],
        [
            ["1", "Reactie van de raad", "06-09-2019", "Openbaar", "-"],
            ["2", "Opdracht", "30-09-2019", "Deels openbaar", "10.1.a"],
            ["3", "Verslag van overleg", "28-08-2020", "Geheel geweigerd", "10.1.a"],
        ],
        id="a cell that only a blank parts from the next",
    ),
    pytest.param(
        "Gemeente        Lengte     Bijdrage\nUrk              2.016     f 23.769,--\n"
        "Ede                940     f 11.083,--\n                           -----------\n"
        "Tezamen          2.956     f 34.852,--",
        ["Gemeente", "Lengte", "Bijdrage"],
        [
            ["Urk", "2.016", "f 23.769,--"],
            ["Ede", "940", "f 11.083,--"],
            ["Tezamen", "2.956", "f 34.852,--"],
        ],
        id="a line drawn over the total",
    ),
]


@pytest.mark.parametrize(("content", "header", "rows"), GRIDS)
def test_grids(content: str, header: list[str], rows: Cells) -> None:
    assert found(content) == [(header, rows)]


def test_goes_on_over_a_page() -> None:
    first = "Gemeente        Kosten\n" + "".join(f"Plaats {c}        € {n}00\n" for n, c in ONE)
    second = "Gemeente        Kosten\n" + "".join(f"Plaats {c}        € {n}00\n" for n, c in TWO)
    (table,) = tables(reading(first + "\f" + second))
    assert [row[0].value for row in table.rows] == [f"Plaats {c}" for _, c in [*ONE, *TWO]]


ONE = [(n, "ABCD"[n - 1]) for n in range(1, 5)]
TWO = [(n, "EFG"[n - 1]) for n in range(1, 4)]


def test_a_line_of_text_that_begins_with_betreft_does_not_open_the_letter() -> None:
    """On a page without salutation, what stands above the subject is the head of a letter."""
    table = (
        "Post                   Aantal        Bedrag\n"
        "Inhuur                     3      € 1.000,00\n"
        "Huur                       4      € 2.000,00\n"
    )
    prose = "\nHet laatste bedrag, zoals wij vorig jaar hebben afgesproken,\nbetreft de huur.\n"
    ((header, rows),) = found(table + prose)
    assert header == ["Post", "Aantal", "Bedrag"] and len(rows) == 2


def test_a_speck_is_no_figure() -> None:
    words = [
        (60, 100, "Gemeente", 9), (200, 100, "Uren", 9),
        (60, 120, "Urk", 9), (200, 120, "6", 9),
        (60, 140, "Ede", 9), (200, 145, "7", 1),
        (60, 160, "Epe", 9), (200, 160, "8", 9),
    ]  # fmt: skip
    boxed = tuple(
        Word(text, Box(x, top, x + 5 * len(text), top + height)) for x, top, text, height in words
    )
    page = layout.arrange(Sheet(1, 595, 842, boxed, TextFrom.ocr))
    (table,) = tables(Reading(Letter((page,)), None))
    assert [row[1].value for row in table.rows] == ["6", None, "8"]


def drawn(rows: list[list[tuple[float, str]]], rules: list[Box]) -> list[list[list[str | None]]]:
    """The cells of the tables on a page with words set at x, and lines drawn."""
    words = [
        Word(
            word, Box(x + 5 * text.find(word), top, x + 5 * (text.find(word) + len(word)), top + 9)
        )
        for top, row in zip(range(100, 400, 14), rows, strict=False)
        for x, text in row
        for word in text.split()
    ]
    sheet = Sheet(1, 595, 842, tuple(words), TextFrom.text_layer, rules=tuple(rules))
    made = tables(Reading(Letter((layout.arrange(sheet),)), None))
    return [[[cell.value for cell in row] for row in (t.header, *t.rows)] for t in made]


def test_lines_over_and_under_do_not_join_the_rows_between() -> None:
    rows = [
        [(60, "Gemeente"), (200, "Uren"), (300, "Kosten")],
        [(60, "Urk"), (200, "12"), (300, "480")],
        [(60, "Ede"), (200, "15"), (300, "600")],
        [(60, "Totaal"), (200, "27"), (300, "1.080")],
    ]
    ruled = [Box(60, top, 330, top + 0.5) for top in (98, 112, 140, 154)]
    (cells,) = drawn(rows, ruled)
    assert cells == [[text for _, text in row] for row in rows]


def test_a_line_down_the_page_parts_what_nearly_touches() -> None:
    rows = [
        [(60, "Gemeente"), (146, "Karakter"), (193, "Werk")],
        [(60, "Urk"), (146, "stedelijk"), (193, "veel")],
        [(60, "Ede"), (146, "landelijk"), (193, "wat")],
        [(60, "Epe"), (146, "landelijk"), (193, "veel")],
    ]
    (cells,) = drawn(rows, [Box(192, 98, 192.5, 155)])
    assert cells == [[text for _, text in row] for row in rows]
    assert all(len(row) == 2 for table in drawn(rows, []) for row in table)


def test_a_head_at_the_foot_of_the_page_before() -> None:
    first = "Onderdeel        Bedrag\n"
    second = "Drukwerk         € 300\nZendtijd         € 500\nZaal             € 200\n"
    (table,) = tables(reading("De kosten.\n\n" + first + "\f" + second))
    assert [cell.value for cell in table.header] == ["Onderdeel", "Bedrag"]


# --- no tables

NONE = [
    pytest.param(
        "DIRECTIE SCHOLEN                         Nieuwe Uitleg 1\n"
        "                                         Telefoon 070-531911\n"
        "Uw brief      Uw kenmerk     Ons kenmerk     Den Haag\n"
        "12.3.1985     OW/85-301      BAO/224.118     28 mei 1985",
        id="labels with what stands over them",
    ),
    pytest.param("Stationsweg 12\nPostbus 20301\nTelefoon 0320\n1234 AB Urk", id="an address"),
    pytest.param(
        "Datum          3 mei 2016\nOns kenmerk    2016/12\nBijlagen       2", id="labels"
    ),
    pytest.param(
        "Uw kenmerk     Ons kenmerk     Datum\nAB/12          2016/345        3 mei 2016",
        id="a row of labels",
    ),
    pytest.param("1. de inzet van 12 werkers;\n2. een training;\n3. een overleg.", id="a list"),
    pytest.param(
        "de secretaris            de burgemeester\n\nH. Oost          P. West", id="signatures"
    ),
    pytest.param(
        "gemeente Urk        € 84.000,--\ngemeente Ede        € 52.500,--\n"
        "totaal             € 136.500,--",
        id="posts with their sums, without a head",
    ),
    pytest.param(
        "Wij hebben in het jaar 2015\ngesproken met de raad en in 2016\n"
        "opnieuw, op verzoek van 12\nleden.",
        id="prose with numbers at the ends of lines",
    ),
    pytest.param(
        "Ervaringen van gemeenten\nAan de gemeente Urk heb ik € 1.450 toegekend voor de werving\n"
        "van vrijwilligers en de gemeente Ede ontvangt € 1.637 voor een\nplan van 12 bladzijden in",
        id="prose with sums in the middle of its lines",
    ),
    pytest.param(
        "Onderwerp Doorkiesnummer Bijlagen\nhuurwoningen 070-3258470 geen",
        id="a row of labels, loose",
    ),
    pytest.param(
        "Postbus 5 | 8000 AA Zwolle\nwww.urk.nl | 038 12 34 567", id="details and strokes"
    ),
    pytest.param("Artikel 3\nArtikel 4\nArtikel 5", id="the same name on every line"),
]


@pytest.mark.parametrize("content", NONE)
def test_no_table(content: str) -> None:
    assert found(content) == []


# --- evidence and offsets


def test_every_cell_shows_its_place() -> None:
    (table,) = tables(reading(ALMERE))
    cells: list[Field[str]] = [*table.header, *(cell for row in table.rows for cell in row)]
    assert all(cell.evidence and cell.evidence[0].lines for cell in cells)
    assert table.rows[1][0].evidence[0].lines == (7, 7)


def test_rows_know_where_they_begin() -> None:
    letter = reading(ALMERE)
    (table,) = tabulated(letter)
    begins = [letter.letter.text[at:].split()[0] for at in table.row_starts]
    assert begins == ["Almere", "Dronten", "Lelystad", "Urk"]
    assert table.holds(table.row_starts[0])
    assert not table.holds(0)


# --- cells


@pytest.mark.parametrize("cell", ["B", "g", "]", "|", "□", "□□", "|]", "€"])
def test_unreadable(cell: str) -> None:
    assert is_unreadable(cell)


@pytest.mark.parametrize("cell", ["", "6", "-", "–", "PM", "ja", "€ 6", "█", "n.v.t.", "€ -"])
def test_not_unreadable(cell: str) -> None:
    assert not is_unreadable(cell)


def test_numeric_columns_forgive_what_is_unreadable() -> None:
    assert numeric_columns([["Urk", "6"], ["Ede", "B"], ["Epe", "|"]]) == {1}
    assert numeric_columns([["Urk", "6"], ["Ede", "geen"], ["Epe", "onbekend"]]) == set()
