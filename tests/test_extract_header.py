import pytest

from pipeline.extract import Reading, choose
from pipeline.extract.enclosures import enclosures
from tests.factories import letter_of, letter_on

OPENING = "\n\nGeachte heer,\n\nHierbij ontvangt u onze aanvraag voor het komende jaar, met dank vooraf.\n"


def value(field, letter):
    found = choose(field, Reading(letter, None))
    return found and found.value


@pytest.mark.parametrize(
    ("head", "ours", "yours"),
    [
        ("Ons kenmerk: 2016/123", "2016/123", None),
        ("Ons kenmerk    Uw kenmerk\n2016/123       Z-45/B", "2016/123", "Z-45/B"),
        ("Zaaknummer: Z.12\nOns kenmerk: 2016/123", "2016/123", None),
        ("Kenmerk\nDGBK-2016-0000012345", "DGBK-2016-0000012345", None),
        ("Uw referentie: AB/12 34", None, "AB/12 34"),
        ("Ons kenmerk\n\nPagina\n2/3", None, None),
        ("Ons kenmerk: LEE 14 / 2877 BESLU V12", "LEE 14 / 2877 BESLU V12", None),
        ("No. 2317 A.Z.", "2317 A.Z.", None),
        ("Nummer: 611/AW.", "611/AW", None),
        ("Uw brief d.d./nr.: 19 januari 1998 / 98.0412", None, "98.0412"),
        ("Subjectnummer: 40117834\nZaaknummer: BZW-2022-018832", "BZW-2022-018832", None),
        ("Utrecht, 3 juni 2021        VRU-2021-0388        1 bijlage", "VRU-2021-0388", None),
        ("Datum: 3 juni 2021\n\n088 878 10 00", None, None),
        ("Bericht op schrijven van:\n3 oktober 1958, no. 4711/F.", None, "4711/F"),
        ("Uw kenmerk\nOns kenmerk\nDatum\n\n-\n19.014552\n8 oktober 2019", "19.014552", None),
        (
            "Uw kenmerk Datum Ons kenmerk Telefoon\nZ-45/B 3 mei 2016 2016/123 (010) 123 45 67",
            "2016/123",
            "Z-45/B",
        ),
        (
            "Uw brief van Uw kenmerk Ons kenmerk Datum\n2 mei 2016 DS/92-51 3 juni 2016",
            "DS/92-51",
            None,
        ),
        (
            "datum ons kenmerk rondzendbrief bijlage(n)\n05-12-2017 ECF/U2017 Rb. 17/055 geen",
            "ECF/U2017",
            None,
        ),
        ("Ous kenmerk: 2016/123\nUw kenmenk: AB/12", "2016/123", "AB/12"),
        (
            "Datum 3 mei 2016 Ons kenmerk\n4000068\nBetreft subsidie Uw kenmerk\ntheater D18-13",
            "4000068",
            "D18-13",
        ),
        ("Uw kenmerk Ons kenmerk\nwordt later bekend", None, None),
        ("Ons kenmerk\n\nZaaknummer\n6459-2017", None, None),
        ("Antwoord op: 26 mei 1954, No. G\n4390", None, "G 4390"),
        (", Ons kenmerk: 2016/123", "2016/123", None),
        ("Kenmerk: 2016/123\nKenmerk afzender: AB/12", "2016/123", "AB/12"),
        ("Ons nummer: CWW 84/015-96/\n            3321", "CWW 84/015-96/3321", None),
        ("Ons kenmerk: DGM/A/ 2569013", "DGM/A/2569013", None),
        ("Ons kenmerk: 2021209377/2021D20777", "2021Z09377/2021D20777", None),
        ("0 ns kenmerk: 2016/123", "2016/123", None),
        ("Teamnummer 14\nReferentie: AOW/D.14/1140", "AOW/D.14/1140", None),
        (
            "ons kenmerk    zaaknummer: UTR 16 / 4823 WABOA\nuw kenmerk     Z/16/140",
            "UTR 16 / 4823 WABOA",
            "Z/16/140",
        ),
        ("Uw correspondentienummer\n412 889 301 6\nKenmerk\nEB-24", "EB-24", None),
        ("Uw klantnummer: 7402218834\nKenmerk: EB-24", "EB-24", None),
        ("Uw kenmerk: 2338-2010:56 d.d. 29 april 2013", None, "2338-2010:56"),
        ("Uw kenmerk / datum: BWO.93/86 / 25-07-1992", None, "BWO.93/86"),
        ("Uw brief en kenmerk  Ons kenmerk\n3 mei 2016, AB/12  2016/4", "2016/4", "AB/12"),
        ("Datum 3 mei 2016 | Kenmerk 2016/4 | Uw kenmerk AB/12", "2016/4", "AB/12"),
        ("Uw schrijven van      27 mei 2010\nKenmerk", None, None),
        ("Uw kenmerk: PS1995-729\nOpgesteld: 22-12-2014", None, "PS1995-729"),
        ("Gemeente Assen Ons kenmerk: 2016/4\nPostbus 5 Uw kenmerk: AB/12", "2016/4", "AB/12"),
        ("Uw kenmerk: AB/12 d.d. 13 december\n            2015", None, "AB/12"),
        ("Uw brief/kenmerk: 11 juli 2016/287 WS 34", None, "287 WS 34"),
        ("Uw brief van: 3 mei 2011 (D12 (1992))", None, "D12 (1992)"),
        ("Uw brief van: 13 december\n              2015", None, None),
        ("Kenmerk: 1999-03-12/KvD", "1999-03-12/KvD", None),
        ("Dossiernummer: Z200 /\n               D75732", "Z200 / D75732", None),
        ("Uw                 2015/6380\ndossiernummer", None, "2015/6380"),
        ("Ons kenmerk: 3 maart 2016", None, None),
        ("Ons kenmerk", None, None),
    ],
)
def test_references(head, ours, yours):
    letter = letter_of(head + OPENING)
    assert (value("references.ours", letter), value("references.yours", letter)) == (ours, yours)


@pytest.mark.parametrize(
    ("sentence", "ours", "yours"),
    [
        ("Uw schrijven d.d. 17 januari 1951, no. 88123, hebben wij ontvangen.", None, "88123"),
        (
            "Naar aanleiding van het schrijven van Uw College van 12 mei 1960, 1e afdeling, No. 33441/334, "
            "berichten wij.",
            None,
            "33441/334",
        ),
        ("Bij brief van 12 mei 2021 (kenmerk HTN21.0099) vroeg u om advies.", None, "HTN21.0099"),
        ("Uw verzoek is geregistreerd onder kenmerk LNV-2022-173.", "LNV-2022-173", None),
        ("Uw brief is bij ons bekend onder ons kenmerk 12/3.", "12/3", None),
        (
            "Bezwaar tegen de vergunning (uw kenmerk Z-2020-11823) voor het perceel.",
            None,
            "Z-2020-11823",
        ),
        ("Vermeld bij uw antwoord ons kenmerk: 2022/8.", "2022/8", None),
        (
            "De ontvangst van uw verzoek is bevestigd bij brief van 17 mei 2022, kenmerk RWS-12.",
            None,
            None,
        ),
        ("Het besluit van 2 mei, bij u bekend onder nummer OV-20.", None, "OV-20"),
        (
            "In reactie op uw brief d.d. 19 mei 2011 (kenmerk R&P/RA/12) vragen wij.",
            None,
            "R&P/RA/12",
        ),
        ("Wij geven u na uw verzoek de documenten met nummers 1 tot en met 6.", None, None),
        ("Bij brief van 12 mei 2021 (HTN21.0099-A) vroeg u om advies.", None, "HTN21.0099-A"),
        ("Bij brief van 12 mei 2021 (woensdag) vroeg u om advies.", None, None),
        ("Graag uw standpunt. Het besluit van 4 april 2012 met nummer 12/445 blijft.", None, None),
        ("Uw huis staat op nummer 12. Het nummer 34 is van de buren.", None, None),
    ],
)
def test_references_in_a_sentence(sentence, ours, yours):
    letter = letter_of(OPENING + "\n" + sentence)
    assert (value("references.ours", letter), value("references.yours", letter)) == (ours, yours)


def test_the_reference_given_of_the_letter_answered():
    letter = letter_of(
        OPENING + "\nIn uw brief van 3 maart 2016, kenmerk AB/12-3, vraagt u om geld."
    )
    assert value("references.yours", letter) == "AB/12-3"
    assert value("references.ours", letter) is None


@pytest.mark.parametrize(
    ("head", "subject"),
    [
        ("Onderwerp: subsidie jeugdwerk", "subsidie jeugdwerk"),
        (
            "Betreft: subsidie voor het jeugdwerk\n         in Urk en Dronten",
            "subsidie voor het jeugdwerk in Urk en Dronten",
        ),
        ("Onderwerp: subsidie\nDatum: 3 maart 2016", "subsidie"),
        ("Onderwerp: prik\nCliëntcode: 2005-118843", "prik"),
        ("Datum: 3 maart 2016\n\nAanvraag subsidie jeugdwerk", "Aanvraag subsidie jeugdwerk"),
        ("Datum: 3 maart 2016", None),
        ("Datum: 3 maart 2016\n\nWob-verzoek", "Wob-verzoek"),
        ("Datum: 3 maart 2016\n\nAangetekend", None),
        ("Bezwaar tegen het besluit van 2 mei 2016", "Bezwaar tegen het besluit van 2 mei 2016"),
        ("Zwolle, 2 mei 2016", None),
        (
            "Onderwerp Doorkiesnummer Bijlage(n)\nbijdrage zwembad 070-1234567 geen",
            "bijdrage zwembad",
        ),
        ("Betreft: aanvu1lende ﬁnanciering A1 in 2o16", "aanvullende financiering A1 in 2o16"),
        (
            "Datum 3 mei 2016 Ons kenmerk\n4000068\nBetreft subsidie cultuurpar- Uw kenmerk\n"
            "ticipatie D18-13",
            "subsidie cultuurparticipatie",
        ),
        ("Betreft: geluid Amsterdam-\n         Rijnkanaal", "geluid Amsterdam-Rijnkanaal"),
        ("Betreft: de voor-\n         en nadelen van geluid", "de voor- en nadelen van geluid"),
    ],
)
def test_subject(head, subject):
    assert value("subject", letter_of(head + OPENING)) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Nieuwe brug", "Nieuwe brug"),
        ("Betreft het een woning, dan geldt een andere termijn.", None),
        ("Onderwerp van gesprek was de financiering van de brug door het waterschap.", None),
    ],
)
def test_a_word_of_a_sentence_is_no_label(text, subject):
    letter = letter_of(f"Datum: 2 mei 2016\n\nGeachte heer,\n\n{text}\n\n{OPENING[17:]}")
    assert value("subject", letter) == subject


def test_pale_labels_are_lost_and_the_values_stay():
    letter = letter_on(
        (440, 60, "8 mei 2024"),
        (430, 90, "19 maart 2024"),
        (60, 130, "Vergunning voor een dam"),
        (430, 143, "HAS2024_21377"),
        (60, 180, "Geachte heer,"),
        (60, 210, "Hierbij ontvangt u onze aanvraag voor het komende jaar."),
    )
    assert value("subject", letter) == "Vergunning voor een dam"
    assert value("date", letter).isoformat() == "2024-05-08"


def test_a_subject_ends_at_a_label_that_nobody_knows():
    letter = letter_on(
        (320, 100, "Betreft"), (400, 100, "Uitvoering regiodeal"),
        (400, 112, "Noordoost"),
        (320, 124, "Klantteam"), (400, 124, "H. de Boer"),
        (60, 180, "Geachte heer,"),
        (60, 210, "Hierbij ontvangt u onze aanvraag voor het komende jaar."),
    )  # fmt: skip
    assert value("subject", letter) == "Uitvoering regiodeal Noordoost"


def test_a_hyphen_stays_where_the_letter_writes_it():
    head = "Betreft: reactie op concept-\n         besluit en onder-\n         zoek"
    letter = letter_of(head + OPENING + "\nHet concept-besluit hebben wij gelezen.")
    assert value("subject", letter) == "reactie op concept-besluit en onderzoek"


def test_a_value_set_flush_right_under_its_label():
    letter = letter_on(
        (60, 100, "Vergunning voor een dam"), (490, 103, "ons kenmerk"),
        (420, 115, "HAS2024_Z21377 / 51880"),
        (60, 180, "Geachte heer,"),
        (60, 210, "Hierbij ontvangt u onze aanvraag voor het komende jaar."),
    )  # fmt: skip
    assert value("references.ours", letter) == "HAS2024_Z21377 / 51880"


def test_a_column_of_values_beside_a_column_of_labels():
    letter = letter_on(
        (60, 100, "Datum"), (150, 100, "6 oktober 2015"),
        (60, 114, "Onderwerp"), (150, 114, "aanvraag herstel"),
        (60, 128, "Bijlage"), (150, 128, "overzichtskaart"),
        (60, 160, "Geachte heer,"),
        (60, 190, "Hierbij ontvangt u onze aanvraag voor het komende jaar."),
    )  # fmt: skip
    assert value("subject", letter) == "aanvraag herstel"
    assert [found.value for found in enclosures(letter)] == ["overzichtskaart"]


@pytest.mark.parametrize("count", [[], [(176, 114, "1")]])
def test_a_label_below_a_label_is_no_value(count):
    letter = letter_on(
        (60, 100, "uw kenmerk"), (176, 100, "Z/16/140331"),
        (60, 114, "bijlage(n)"), *count,
        (60, 128, "faxnummer afdeling"), (176, 128, "(088) 361 25 18"),
        (60, 142, "onderwerp"), (176, 142, "het beroep van de buren"),
        (60, 170, "Geachte heer,"),
        (60, 190, "Hierbij ontvangt u onze aanvraag voor het komende jaar."),
    )  # fmt: skip
    assert [found.value for found in enclosures(letter)] == []


def test_labels_over_their_values_beside_the_text():
    text = [(193, 100 + 14 * n, OPENING.strip().split("\n")[-1]) for n in (0, 1, 4, 5, 6)]
    column = ["Datum", "4 maart 2021", "Ons kenmerk", "2021-614700", "Uw kenmerk", "BB21.39126"]
    letter = letter_on(*text, *((57, 100 + 14 * n, line) for n, line in enumerate(column)))
    assert value("references.ours", letter) == "2021-614700"
    assert value("references.yours", letter) == "BB21.39126"


def test_a_value_stands_below_when_the_address_stands_beside():
    letter = letter_of(
        "No. 1234\n"
        "Onderwerp:                              Aan Gedeputeerde Staten\n"
        "bijdrage sportveld                      van Limburg\n"
        "                                        te MAASTRICHT" + OPENING
    )
    assert value("subject", letter) == "bijdrage sportveld"


def test_a_label_in_the_margin_has_no_value_in_the_text():
    text = [(170, 300 + 12 * n, OPENING.strip().split("\n")[-1]) for n in range(6)]
    margin = [
        (40, 300, "datum"),
        (40, 312, "22 mei 2019"),
        (40, 336, "onderwerp"),
        (40, 348, "duiker Sloeweg"),
    ]
    letter = letter_on((170, 270, "Geacht college,"), *text, *margin)
    assert value("subject", letter) == "duiker Sloeweg"


WOVEN = """\
Kapper De Schaar                                        Ons kenmerk
                                                        D17415867
                                                        Zaaknummer
Geachte heer, mevrouw,                                  6459-2017

Op 17 juli 2017 heeft een toezichthouder van            Onderwerp
                                                        Bevindingen controle en
onze dienst uw bedrijf bezocht, met een collega uit een andere regio,
                                                        hersteltermijn
en gezien wat u daar doet. Dat was goed geregeld.       Uw kenmerk
Wij hebben gesproken met uw medewerker over wat er gebeurt met  Z-45/B
oude scharen. Wat u nog moet doen staat hieronder, met  Bijlage
alles wat wij daarover te zeggen hebben, en dat is veel  begroting
voor een brief als deze.
"""


def test_a_column_beside_the_text_woven_into_its_lines():
    letter = letter_of(WOVEN)
    assert value("subject", letter) == "Bevindingen controle en hersteltermijn"
    assert value("references.ours", letter) == "D17415867"
    assert value("references.yours", letter) == "Z-45/B"
    assert [found.value for found in enclosures(letter)] == ["begroting"]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Bijlage(n): 2", []),
        ("Bijlagen: geen", []),
        ("Bijlagen: n.v.t.", []),
        ("Bijlage(n):       Onderwerp:\n1                 watertoets", []),
        ("Bijlage: begroting 2016", ["begroting 2016"]),
        ("Bijlagen: 2 (begroting, tekening).", ["begroting", "tekening"]),
        ("Bijlagen: begroting; projectplan", ["begroting", "projectplan"]),
        ("Bijlagen: plan; baten en lasten", ["plan", "baten en lasten"]),
        (
            "Bijlagen:\n1. begroting 2016\n2. projectplan voor de\n   hele regio",
            ["begroting 2016", "projectplan voor de hele regio"],
        ),
        ("Bijlagen:\n- begroting\n- projectplan", ["begroting", "projectplan"]),
        ("Meer informatie vindt u in de bijlage.", []),
        ("Bijlagen: begroting, projectplan", ["begroting", "projectplan"]),
        ("Bijlagen: 2 (begroting; projectplan)", ["begroting", "projectplan"]),
        ("Bijlagen: begroting 2016 / het plan / kaart", ["begroting 2016", "het plan", "kaart"]),
        ("Bijlagen    1 verslag\n            2 begroting", ["verslag", "begroting"]),
        ("Meegestuurd: brief van de arts", ["brief van de arts"]),
        ("Bijl. taxatierapport d.d. 20-09-2010", ["taxatierapport d.d. 20-09-2010"]),
        ("Bijlage: kaart van het gebied, schaal 1:100", ["kaart van het gebied, schaal 1:100"]),
        ("Bijlage(n)\n2\nGraag bij antwoord het kenmerk vermelden", []),
        ("Bijlagen\nbegroting\nprojectplan", ["begroting", "projectplan"]),
        ("Bijlagen: 2\n1. begroting\n2. projectplan", ["begroting", "projectplan"]),
        ("Bijlage: Verslag\npagina 2 van 2", ["Verslag"]),
        (
            "Bijlagen\nBegroting\nVoorwaarden en\nverplichtingen",
            ["Begroting", "Voorwaarden en verplichtingen"],
        ),
        (
            "Bijlage: Overzicht casussen brede\n         ondersteuning",
            ["Overzicht casussen brede ondersteuning"],
        ),
        ("Ons kenmerk Bijlage(n) Datum\n2016/12 geen 3 mei 2016", []),
    ],
)
def test_enclosures(text, listed):
    letter = letter_of(OPENING + "\nHoogachtend,\nJ. de Vries\n\n" + text)
    assert [found.value for found in enclosures(letter)] == listed
