import pytest

from pipeline import layout
from pipeline.geometry import Box
from pipeline.page import COVERED, Cover, Zone
from tests.factories import letter_of, letter_on, sheet_of

PROSE = "Eind vorig jaar ontvingen wij het aanbod van het ministerie"


def blocks(sheet, covers=()):
    return [block.text for block in layout.arrange(sheet, covers).blocks]


def test_lines_under_each_other_are_a_block_and_a_white_line_parts_two():
    sheet = sheet_of((60, 100, "een twee"), (60, 112, "drie vier"), (60, 140, "vijf zes"))
    assert blocks(sheet) == ["een twee\ndrie vier", "vijf zes"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("s t a d l a n d e r  w o n e n", ["stadlander", "wonen"]),
        ("T E L E F AX", ["TELEFAX"]),
        ("A. B. C. de Vries", ["A.", "B.", "C.", "de", "Vries"]),
        ("A B C D", ["A", "B", "C", "D"]),
        ("op 5 a 6 b 7 c 8 d 9 e", ["op", "5", "a", "6", "b", "7", "c", "8", "d", "9", "e"]),
    ],
)
def test_letters_set_apart_are_words(line, words):
    (placed,) = letter_of(line).lines
    assert [word.text for word in placed.line.words] == words


def test_the_margin_column_comes_after_the_body():
    lines = [(60, 100 + 12 * n, PROSE) for n in range(4)]
    beside = [(470, 100, "Datum"), (470, 110, "28 januari 2016"), (470, 130, "Pagina 2/3")]
    page = layout.arrange(sheet_of(*lines, *beside))
    assert [block.zone for block in page.blocks] == [Zone.body, Zone.margin, Zone.margin]
    assert page.blocks[1].text == "Datum\n28 januari 2016"


def test_a_column_of_sums_is_no_margin():
    rows = [
        (60, 100 + 14 * n, name) for n, name in enumerate(["Trainingen", "Zaalhuur", "Drukwerk"])
    ]
    sums = [(470, 100 + 14 * n, sum_) for n, sum_ in enumerate(["€ 1.200", "€ 3.400", "€ 5.600"])]
    page = layout.arrange(sheet_of((60, 60, PROSE), (60, 72, PROSE), *rows, *sums))
    (table,) = [block for block in page.blocks if block.grid]
    assert [[cell.lines[0].text for cell in row] for row in table.grid.rows] == [
        ["Trainingen", "€ 1.200"],
        ["Zaalhuur", "€ 3.400"],
        ["Drukwerk", "€ 5.600"],
    ]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["Datum:|3 maart 2020", "Kenmerk:|2020/12", "Bijlagen:|2"], id="references"),
        pytest.param(
            [
                "Gemeente Urk|Datum 3 maart 2020",
                "Postbus 77|Kenmerk 2020/1",
                "8320 AB URK|Bijlagen 2",
            ],
            id="address beside references",
        ),
        pytest.param(["de secretaris,|de burgemeester,", "J. de Vries|P. Jansen"], id="signatures"),
    ],
)
def test_labels_addresses_and_signatures_are_no_table(rows):
    lines = []
    for n, row in enumerate(rows):
        left, right = row.split("|")
        lines += [(60, 100 + 14 * n, left), (330, 100 + 14 * n, right)]
    assert not any(block.grid for block in layout.arrange(sheet_of(*lines)).blocks)


def test_a_row_with_one_cell_stays_in_its_table_and_the_sentence_after_it_does_not():
    rows = [
        (60, 100, "Gemeente"), (200, 100, "basis"), (300, 100, "verdieping"),
        (60, 116, "Almere"), (200, 116, "6"), (300, 116, "6"),
        (60, 132, "Dronten"),
        (60, 148, "Urk"), (200, 148, "2"), (300, 148, "1"),
        (60, 175, PROSE),
    ]  # fmt: skip
    page = layout.arrange(sheet_of(*rows))
    (table,) = [block for block in page.blocks if block.grid]
    assert [len([c for c in row if c.lines]) for row in table.grid.rows] == [3, 3, 1, 3]
    assert page.blocks[-1].text == PROSE


def test_a_column_with_the_salutation_in_it_is_no_margin():
    lines = [
        (60, 100, "No. 1234"), (60, 112, "Bijlagen: 2"), (60, 180, "Mijne heren,"),
        (300, 100, "Aan Gedeputeerde Staten van Limburg te Maastricht"),
        (300, 112, "Posterholt, den 17 februari 1966 des avonds"),
        (60, 210, PROSE),
    ]  # fmt: skip
    page = layout.arrange(sheet_of(*lines))
    assert Zone.margin not in {block.zone for block in page.blocks}


def test_a_value_that_nearly_touches_the_next_is_parted_under_its_label():
    letter = letter_of(
        "Datum            Nummer\n6 augustus 1986  RO 86.14420\n\n" + PROSE + "\n" + PROSE
    )
    lines = [line.line.text for line in letter.lines]
    assert "6 augustus 1986" in lines
    assert "RO 86.14420" in lines


def test_two_spaces_in_a_sentence_part_nothing():
    letter = letter_of("Datum            Nummer\n\n\n\nHet is af.       En  toen kwam er meer.\n")
    assert "En toen kwam er meer." in [line.line.text for line in letter.lines]


def test_small_labels_set_close_do_not_part_the_lines_of_the_text():
    text = [(60, 300 + 15 * n, PROSE) for n in range(6)]
    small = sheet_of(*[(400, 100 + 8 * n, f"label {n}") for n in range(12)], size=7)
    sheet = sheet_of(*text, size=10)
    import dataclasses

    both = dataclasses.replace(sheet, words=(*sheet.words, *small.words))
    assert "\n".join([PROSE] * 6) in blocks(both)


def test_a_cover_takes_the_place_of_the_words_under_it():
    cover = Cover(Box(85, 99, 125, 111), "black")
    sheet = sheet_of((60, 100, "bedrag 12.500 per dag"))
    words = layout.arrange(sheet, [Cover(Box(94, 99, 126, 111), "black")]).blocks[0].lines[0].words
    assert [word.text for word in words] == ["bedrag", COVERED, "per", "dag"]
    assert cover.hidden == 0


def test_a_skewed_page_reads_as_an_upright_one():
    import math

    from pipeline.page import Sheet, TextFrom, Word

    upright = sheet_of(*[(60, 100 + 14 * n, f"regel {n} {PROSE}") for n in range(6)])
    fall = math.tan(math.radians(1.5))
    words = tuple(
        Word(
            w.text,
            Box(w.box.x0, w.box.top + fall * w.box.x0, w.box.x1, w.box.bottom + fall * w.box.x0),
        )
        for w in upright.words
    )
    skewed = Sheet(1, 595.0, 842.0, words, TextFrom.ocr)
    assert blocks(skewed) == blocks(upright)


def test_two_letters_side_by_side_blocks_are_read_one_after_the_other():
    letter = letter_on(
        (60, 100, "Gemeente Urk"), (60, 112, "Postbus 77"), (60, 124, "8320 AB URK"),
        (350, 101, "Datum"), (350, 113, "3 maart 2020"),
    )  # fmt: skip
    assert letter.text == "Gemeente Urk\nPostbus 77\n8320 AB URK\n\nDatum\n3 maart 2020\f"


def test_columns_in_a_text_file_are_columns():
    letter = letter_of(
        "Onderdeel      2020      2021\nZaalhuur       100       200\nDrukwerk       300       400\n"
    )
    ((_, table),) = letter.tables
    assert [[c.lines[0].text for c in row] for row in table.grid.rows][1] == [
        "Zaalhuur",
        "100",
        "200",
    ]


def test_ink_in_a_cell_without_words_is_something_that_cannot_be_read():
    import dataclasses

    import numpy as np

    from pipeline.page import ILLEGIBLE, Raster

    rows = [
        (60, 100, "Gemeente"), (200, 100, "basis"), (300, 100, "verdieping"),
        (60, 116, "Almere"), (200, 116, "6"), (300, 116, "6"),
        (60, 132, "Urk"), (200, 132, "2"),
    ]  # fmt: skip
    white = np.full((842, 595), 255, np.uint8)
    smudged = white.copy()
    smudged[134:140, 303:330] = 0
    for pixels, cell in ((white, []), (smudged, [ILLEGIBLE])):
        sheet = dataclasses.replace(sheet_of(*rows), raster=Raster(pixels, 72.0))
        (table,) = [block for block in layout.arrange(sheet).blocks if block.grid]
        assert [line.text for line in table.grid.rows[2][2].lines] == cell


def test_two_sums_that_nearly_touch_are_two_cells():
    rows = [(60, 100, "Post"), (195, 100, "Tarief"), (235, 100, "Bedrag")]
    for n, (name, price, amount) in enumerate(
        [("uren", "€ 72,50", "€ 232"), ("zaal", "€ 10,00", "€ 410"), ("druk", "€ 15,00", "€ 950")],
        1,
    ):
        rows += [(60, 100 + 16 * n, name), (190, 100 + 16 * n, price), (234, 100 + 16 * n, amount)]
    (table,) = [block for block in layout.arrange(sheet_of(*rows)).blocks if block.grid]
    assert [[cell.lines[0].text for cell in row] for row in table.grid.rows][1:] == [
        ["uren", "€ 72,50", "€ 232"],
        ["zaal", "€ 10,00", "€ 410"],
        ["druk", "€ 15,00", "€ 950"],
    ]


@pytest.mark.parametrize(
    ("row", "lines"),
    [
        ("- nieuwe deuren 3 x € 650,-      € 1.950,-", ["- nieuwe deuren 3 x € 650,- € 1.950,-"]),
        ("schilderwerk          1.250,00", ["schilderwerk 1.250,00"]),
        ("Datum          € 1.250,00", ["Datum", "€ 1.250,00"]),  # a label is no post
        ("Utrecht          2016", ["Utrecht", "2016"]),  # nor a year a sum
        ("€ 100,00          € 1.250,00", ["€ 100,00", "€ 1.250,00"]),
    ],
)
def test_a_post_and_the_sum_at_the_end_of_its_row_are_one_line(row, lines):
    assert [placed.line.text for placed in letter_of(row).lines] == lines


LABELS = ["Datum", "Ons kenmerk", "Betreft"]
VALUES = ["3 maart 2020", "Z2020-114", "Verzoek om een bijdrage"]


def beside_each_other(labels, values, *, at=100, step=14):
    rows = [(60, at + step * n, label) for n, label in enumerate(labels)]
    return rows + [(170, at + step * n, value) for n, value in enumerate(values)]


def test_labels_are_read_with_the_values_beside_them():
    box = [(440, 100 + 14 * n, text) for n, text in enumerate(["Rubricering", "openbaar"])]
    sheet = sheet_of(*beside_each_other(LABELS, VALUES), (170, 142, "aan de kosten"), *box)
    assert blocks(sheet) == [
        "Datum\n3 maart 2020",
        "Ons kenmerk\nZ2020-114",
        "Betreft\nVerzoek om een bijdrage\naan de kosten",
        "Rubricering\nopenbaar",
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (["Gemeente Urk", "Postbus 77", "8320 AB URK"], VALUES),
        (["Datum", "3 maart 2020", "Kenmerk", "2020/1"], ["Gemeente Urk", "Postbus 77", "URK"]),
    ],
)
def test_columns_that_are_no_labels_with_values_are_read_one_after_the_other(left, right):
    assert blocks(sheet_of(*beside_each_other(left, right))) == ["\n".join(left), "\n".join(right)]


def test_a_dash_parts_no_line():
    sheet = sheet_of((60, 100, "Postbus 144"), (60, 112, "T 088"), (100, 112, "246 02 00"))
    import dataclasses

    from pipeline.page import Word

    low = Word("-", Box(91, 116, 94, 117))
    with_dash = dataclasses.replace(sheet, words=(*sheet.words, low))
    assert blocks(with_dash) == ["Postbus 144\nT 088 - 246 02 00"]


TORN = [(60, 112, "Onze eigen bijdrage is"), (260, 112, "waarvan de helft ten laste komt")]


@pytest.mark.parametrize(
    "others",
    [
        pytest.param([(60, 100, PROSE), (60, 124, PROSE)], id="between two lines"),
        pytest.param([(60, 124, PROSE)], id="the first line"),
        pytest.param([(60, 100, PROSE)], id="the last line"),
    ],
)
def test_a_torn_line_of_the_text_is_one_line(others):
    whole = "Onze eigen bijdrage is waarvan de helft ten laste komt"
    (block,) = layout.arrange(sheet_of(*others, *TORN)).blocks
    assert whole in [line.text for line in block.lines]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param([(60, "Almere"), (260, "Dronten")], id="two columns of names"),
        pytest.param([(60, "Behandeld door"), (230, "mevrouw van den Bergh")], id="a label"),
        pytest.param(
            [(60, "de secretaris van Urk,"), (230, "de burgemeester van Urk,")], id="two sign"
        ),
    ],
)
def test_what_stands_in_columns_under_a_line_is_not_torn(row):
    sheet = sheet_of((60, 100, PROSE), *((x0, 112, text) for x0, text in row))
    lines = [line.text for block in layout.arrange(sheet).blocks for line in block.lines]
    assert lines == [PROSE, *(text for _, text in row)]


def test_a_column_beside_the_text_may_stand_under_a_letterhead_that_runs_over_it():
    text = [(190, 150 + 12 * n, PROSE) for n in range(4)]
    column = [(60, 160 + 12 * n, line) for n, line in enumerate(["Postbus 2115", "T 088 502 62"])]
    head = [(90, 60, "Inspectie Gezondheidszorg en Jeugd"), (60, 66, "Rijk")]
    page = layout.arrange(sheet_of(*head, *text, *column))
    assert [block.text for block in page.blocks if block.zone is Zone.margin] == [
        "Postbus 2115\nT 088 502 62"
    ]
    over = [(90, 60 - 12 * n, PROSE) for n in range(5)]  # most of the text runs over it
    page = layout.arrange(sheet_of(*over, head[1], *text, *column))
    assert Zone.margin not in {block.zone for block in page.blocks}


def test_blocks_that_no_straight_cut_parts_are_read_from_the_left():
    foot = [
        (60, 700.4, "Ministerie van Defensie"), (210, 700, "Postbus 20701"),
        (60, 712, "info@mindef.nl"), (165, 712, "IBAN NL21 BNGH 0447"),
    ]  # fmt: skip
    read = "\n".join(blocks(sheet_of(*foot)))
    assert read.index("Ministerie") < read.index("Postbus")


def table_of(*rows):
    """The texts of the cells of the one table that (x0, top, text) make."""
    (table,) = [block for block in layout.arrange(sheet_of(*rows)).blocks if block.grid]
    return [[" ".join(line.text for line in cell.lines) for cell in row] for row in table.grid.rows]


def test_lines_closer_than_rows_are_one_row():
    rows = [(60, 100, "Post"), (240, 100, "2016"), (300, 100, "2017")]
    for n, (name, more) in enumerate([("Huur van", "de zaal"), ("Inzet van", "de regisseur")]):
        top = 120 + 32 * n
        rows += [(60, top, name), (60, top + 12, more), (240, top, "120"), (300, top, "130")]
    assert table_of(*rows) == [
        ["Post", "2016", "2017"],
        ["Huur van de zaal", "120", "130"],
        ["Inzet van de regisseur", "120", "130"],
    ]


def test_figures_beside_the_middle_of_two_lines_are_in_their_row():
    rows = [(60, 100, "Post"), (240, 100, "2016"), (300, 100, "2017")]
    for n, (name, more) in enumerate([("Huur van", "de zaal"), ("Inzet van", "de regisseur")]):
        top = 120 + 32 * n
        rows += [(60, top, name), (60, top + 12, more), (240, top + 6, "12"), (300, top + 6, "13")]
    rows += [(60, 184, "Totaal"), (240, 184, "24"), (300, 184, "26")]
    assert table_of(*rows)[1:] == [
        ["Huur van de zaal", "12", "13"],
        ["Inzet van de regisseur", "12", "13"],
        ["Totaal", "24", "26"],
    ]


def test_a_sign_at_the_edge_of_its_column_belongs_to_the_figure():
    rows = [(60, 100, "Post"), (240, 100, "2016"), (340, 100, "2017")]
    for n, name in enumerate(["Huur", "Energie", "Zaal"], 1):
        top = 100 + 16 * n
        rows += [(60, top, name), (200, top, "€"), (245, top, "120")]
        rows += [(300, top, "€"), (345, top, "130")]
    assert table_of(*rows)[1] == ["Huur", "€ 120", "€ 130"]


def test_a_numbered_list_in_two_columns_is_no_table():
    rows = [
        (x0, 100 + 14 * n, f"{2 * n + 1 + (x0 > 60)}. Nota 12")
        for n in range(3)
        for x0 in (60, 320)
    ]
    assert not any(block.grid for block in layout.arrange(sheet_of(*rows)).blocks)
