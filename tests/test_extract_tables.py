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
            ["Epe", None, None, None],
            ["Totaal", "30", "", "€ 1.200"],
        ],
        id="a total stands in the last column; another row with a gap cannot be told",
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


# --- no tables

NONE = [
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
