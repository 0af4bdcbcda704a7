import pytest

from pipeline.dutch.label_rows import labels_within
from pipeline.dutch.labels import label_of


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("Ons kenmerk", "our_reference", ""),
        ("Kenmerk ........ : AB/12", "our_reference", "AB/12"),
        ("Ons kenmerk (bij antwoord vermelden): AB-12", "our_reference", "AB-12"),
        ("Ons kenmerk / Our ref.: AB-12", "our_reference", "AB-12"),
        ("– Zaaknummer: AB-12", "our_reference", "AB-12"),
        ("Uw brief nr.: AB-12", "your_reference", "AB-12"),
        ("Datum / Date", "date", ""),
        ("Plaats en datum: Hulst, 3 mei 2016", "date", "Hulst, 3 mei 2016"),
        ("Onder verwijzing naar uw brief van", "their_date", ""),
        ("Uw brief (datum): 3 mei 2016", "their_date", "3 mei 2016"),
        ("Bijlage (n) (1):", "enclosures", ""),
        ("Bijlage(n)/Enclosure(s): 2", "enclosures", "2"),
        ("Onderwerp / zaak Overlast markt", "subject", "Overlast markt"),
        ("Het betreft: Overlast markt", "subject", "Overlast markt"),
        ("Ons kenmerk: 2016/123", "our_reference", "2016/123"),
        ("Ons kenmerk 2016/123", "our_reference", "2016/123"),
        ("0ns kenmerk: 2016/123", "our_reference", "2016/123"),
        ("Uw kenmerk", "your_reference", ""),
        ("Zaaknummer Z-2020-1", "our_reference", "Z-2020-1"),
        ("Uw brief van 3 maart 2016", "their_date", "3 maart 2016"),
        ("Uw bezwaarschrift d.d. 12 november 2020", "their_date", "12 november 2020"),
        ("Datum aanvraag: 3 maart 2016", "their_date", "3 maart 2016"),
        ("Datum", "date", ""),
        ("Datum besluit 3 maart 2016", "date", "3 maart 2016"),
        ("Nummer 08.KAB.0317", "our_reference", "08.KAB.0317"),
        ("Datum 3 maart 2016", "date", "3 maart 2016"),
        ("VERZONDEN 3 MRT 2016", "date", "3 MRT 2016"),
        ("Onderwerp: subsidie", "subject", "subsidie"),
        ("Betreft subsidie voor het jeugdwerk", "subject", "subsidie voor het jeugdwerk"),
        ("Bijlage(n): 2", "enclosures", "2"),
        ("No. 2317 A.Z.", "our_reference", "2317 A.Z."),
        ("Nummer : 74/1187", "our_reference", "74/1187"),
        ("Bijl.: 2", "enclosures", "2"),
        ("Bericht op schrijven van: 3 oktober 1958", "their_date", "3 oktober 1958"),
        ("Verzonden op 3 mei 2016", "date", "3 mei 2016"),
        ("Afdeling: Financiën", "other", "Financiën"),
        ("Betreffende: een voetpad", "subject", "een voetpad"),
        ("Betreﬀende: de ﬁets", "subject", "de ﬁets"),
        ("Antwoord op: 26 mei 1954", "their_date", "26 mei 1954"),
        ("Ous kenmerk: 12/3", "our_reference", "12/3"),
        ("Ons kenrnerk: 12/3", "our_reference", "12/3"),
        ("Doonkiesnummer", "phone", ""),
        ("‚Uw kenmerk", "your_reference", ""),
        ("[Verzenddatum", "date", ""),
        ("Contact", "contact", ""),
        ("Uw brief d.d./nr.: 19 januari 1998 / 98.0412", "their_date", "19 januari 1998 / 98.0412"),
        ("Kenmerk ODMH", "our_reference", ""),
        ("Kenmerk ODMH: 2018168204", "our_reference", "2018168204"),
        ("Kenmerk ABC 2018", "our_reference", "ABC 2018"),
        ("Documentnr.: 2014-08", "our_reference", "2014-08"),
        ("Onderwerp", "subject", ""),
        ("Ons ken.: SB 81-995", "our_reference", "SB 81-995"),
        ("Kenmerk brief MO/71", "our_reference", "MO/71"),
        ("Ond.: Nieuwe brug", "subject", "Nieuwe brug"),
        ("betreft Nieuwe brug", "subject", "Nieuwe brug"),
        ("Onderwerp/zaak: Nieuwe brug", "subject", "Nieuwe brug"),
        ("Gedagtekend: 3 mei 2016", "date", "3 mei 2016"),
        ("Ons dossier 54.384/jk", "our_reference", "54.384/jk"),
        ("Ref.nr.: 12/3", "our_reference", "12/3"),
        ("Kenmerk/zaaknr. Z12/3", "our_reference", "Z12/3"),
        ("Uw dossier: 12/4", "your_reference", "12/4"),
        ("Uw kenmerk / datum", "your_reference", ""),
        ("Naar aanleiding van: 3 mei 2011", "their_date", "3 mei 2011"),
        ("Onderwerp van deze brief: de brug", "subject", "de brug"),
        ("Onderwerp brief Nieuwe brug", "subject", "Nieuwe brug"),
        ("Betreffende Nieuwe brug", "subject", "Nieuwe brug"),
        ("Titel: Nieuwe brug", "subject", "Nieuwe brug"),
        ("Bijlage(n) begroting", "enclosures", "begroting"),
        ("Bijlagen begroting.pdf; plan.docx", "enclosures", "begroting.pdf; plan.docx"),
        ("T 070 123 45 67", "phone", "070 123 45 67"),
        (
            "> Retouradres Postbus 1, 2500 EA Den Haag",
            "return_address",
            "Postbus 1, 2500 EA Den Haag",
        ),
    ],
)
def test_label(line, kind, value):
    label = label_of(line)
    assert (label.kind, label.value) == (kind, value)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Gemeente Assen Ons kenmerk: 12/3", ["Ons kenmerk: 12/3"]),
        ("Datum 3 mei 2016 Uw kenmerk AB/12", ["Uw kenmerk AB/12"]),
        ("Zwolle, Datum 3 mei 2016 Verseonnummer: 9", ["Datum 3 mei 2016", "Verseonnummer: 9"]),
        ("Kenmerk: AB/12 Toestel: 412", ["Toestel: 412"]),
        ("Uw kenmerk 12 Uw brief van -", ["Uw brief van -"]),
        (
            "datum 3 mei 2016 | kenmerk 12/3 | bijlage plan",
            ["kenmerk 12/3 |", "bijlage plan"],
        ),
        ("Betreft: Project N34: planning", []),
        ("Betreft: Uw kenmerk 12/3", []),
        ("Onderwerp: reactie op Uw brief van 3 mei 2016", []),
        ("4000068 Ons kenmerk", []),
        ("Uw kenmerk Ons kenmerk", []),
        ("Stichting Nummer Een", []),
        ("- Telefoon: 026-3625570", []),
    ],
)
def test_labels_within_a_line(line, parts):
    starts = labels_within(line)
    ends = (*starts[1:], len(line))
    assert [line[a:b].strip() for a, b in zip(starts, ends, strict=False)] == parts


@pytest.mark.parametrize(
    "line",
    [
        "Het kenmerk van deze aanpak is samenwerking",
        "kenmerk van deze aanpak is samenwerking met anderen",
        "Uw brief hebben wij gelezen.",
        "betreft het jaar 2016 en volgende",
        "Datum en plaats worden later bekend gemaakt aan allen.",
        "No 88 werd gesloopt",
        "Nummer 3 van de lijst",
        "Uw aanvraag subsidie 2021",
        "Contact opnemen kan dagelijks",
        "Betreffende deze aanvraag merken wij het volgende op.",
        "Kenmerkt zich",
        "Besluit op uw Wob-verzoek",
        "Project N34: planning",
        "Als bijlage treft u de begroting aan.",
        "Betrekt u anderen bij het plan",
        "Dalum",
        "Onderwerpen voor de raad",
        "Dienst Uitvoering Onderwijs",
        "Openbaar Lichaam Rijnmond",
        "Onze zaak tegen 3 buren loopt",
        "Uw zaak is in behandeling",
        "Naar aanleiding van uw brief van 3 mei 2011 delen wij u mee",
        "Bijlagen begroting en plan zijn toegezonden",
        "Titel van het boek",
        "Omschrijving",  # the head of a table
        "Titel",
        "Team Jeugd heeft de aanvraag op 3 maart 2016 beoordeeld.",
        "",
    ],
)
def test_no_label(line):
    assert label_of(line) is None
