"""Whole heads in small: what stands where, in layouts of many kinds."""

import pytest

from pipeline.extract.fields import extract
from pipeline.record import Source, plain
from tests.factories import letter_of, letter_on

SOURCE = Source(name="x", sha256="", media_type="text/plain", pages=(1,), page_count=1)
BODY = "\n\nGeachte heer,\n\nHierbij ontvangt u onze aanvraag voor het komende jaar, met dank vooraf.\n"


def plain_of(letter):
    return plain(extract(letter, SOURCE))


def said(record, *fields):
    found = []
    for field in fields:
        value = record
        for part in field.split("."):
            value = value and value.get(part)
        value = (
            [entry["name"] if isinstance(entry, dict) else entry for entry in value]
            if isinstance(value, list)
            else value
        )
        found.append(value)
    return found


MEMO = """Memo                                Gemeente Medemblik

Aan         de gemeenteraad
Van         wethouder H.C.V. Tigges
Datum       21 januari 2020
Onderwerp   Stand van zaken brandweerpost

In de vergadering van 12 december heeft de fractie gevraagd naar de voortgang van de bouw.
In dit memo leest u hoe het er nu mee staat en wat er nog gedaan moet worden.
"""
MEMO_OF_THE_COLLEGE = """Raadsinformatiebrief

Aan                   De leden van de gemeenteraad
Van                   Het college van burgemeester en wethouders
Portefeuillehouder    M. Schouten
Datum                 16 mei 2017
Onderwerp             Verkoop gemeentehuis

Geachte leden van de raad,

In uw vergadering van 14 maart 2017 hebben wij toegezegd u te informeren over de verkoop.

Hoogachtend,
burgemeester en wethouders van Nuth,
"""
LABELS_AT_THE_LEFT = """X Gemeente
                                             Bezoekadres
 Amsterdam                                   Amstel 1
           Retouradres: Postbus 2758, 1000 CT Amsterdam

           Stichting De Anita
           Amstel 111
           1052 HN Amsterdam


Datum      3 december 2020
Kenmerk    SUB/2020/008833
Onderwerp  Beschikking eenmalige subsidie

           Geachte mevrouw El Khattabi,

           Op 14 oktober 2020 hebben wij uw aanvraag voor het programma ontvangen van de post.
           Wij verlenen u een subsidie van ten hoogste het bedrag dat u daarvoor hebt gevraagd.
"""
OF_THE_SEVENTIES = """RIJKSWATERSTAAT
DIRECTIE ZEELAND                            Middelburg, 26 januari 1976
                                            Koestraat 30
                                            Telefoon 01180-5951

AFDELING  WGM
No. 1187                                    Aan
                                            het Dagelijks Bestuur van
                                            het waterschap Walcheren
Bericht op schrijven van                    Groenmarkt 9
8 december 1975, no. 2214/w                 MIDDELBURG

Onderwerp:
dijkversterking Westkapelle


          Onder toezending van twee tekeningen deel ik U mede, dat ik mij
in beginsel met de door U voorgestelde wijze van uitvoering kan verenigen.
"""
MAIL_TO_A_BODY = """Van: Marjolein Oudshoorn <m.oudshoorn@ziggo.nl>
Verzonden: donderdag 17 november 2022 21:08
Aan: Meldpunt IGJ <meldpunt@igj.nl>
Onderwerp: Klacht over thuiszorg

Geachte heer/mevrouw,

Ik stuur u hierbij het zorgdossier van mijn moeder en een brief van de huisarts daarover.
"""
MAIL = """Van:        Postma, Hilda <h.postma@fumo.nl>
Verzonden:  dinsdag 4 februari 2020 14:22
Aan:        Bakker, Jeroen <j.bakker@smallingerland.nl>
Onderwerp:  advies geluid

Beste Jeroen,

Naar aanleiding van je mail van 28 januari stuur ik je hierbij het advies over het geluid.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            OF_THE_SEVENTIES,
            {"recipient.role": "het Dagelijks Bestuur", "date": "1976-01-26", "replies_to": "1975-12-08",
             "references.ours": "1187", "references.yours": "2214/w", "subject": "dijkversterking Westkapelle"},
        ),
        (
            MAIL_TO_A_BODY,
            {"sender.organisation": None, "sender.person": "Marjolein Oudshoorn",
             "recipient.organisation": "Inspectie Gezondheidszorg en Jeugd", "recipient.person": None},
        ),
        (
            MEMO,
            {"sender.organisation": "Gemeente Medemblik", "sender.person": "H.C.V. Tigges",
             "sender.role": "wethouder", "recipient.role": "de gemeenteraad", "date": "2020-01-21"},
        ),
        (
            LABELS_AT_THE_LEFT,
            {"date": "2020-12-03", "references.ours": "SUB/2020/008833",
             "subject": "Beschikking eenmalige subsidie", "recipient.organisation": "Stichting De Anita"},
        ),
        (
            MAIL,
            {"sender.person": "Hilda Postma", "recipient.person": "Jeroen Bakker", "date": "2020-02-04",
             "recipient.organisation": "Gemeente Smallingerland", "replies_to": "2020-01-28"},
        ),
        (
            "VAN DOORN & KRAMER\nADVOCATEN\n\nDatum: 3 mei 2021\ninzake   Kooijman B.V. / gemeente Urk" + BODY,
            {"sender.organisation": "VAN DOORN & KRAMER ADVOCATEN"},
        ),
        (
            "AVV Alternatief voor Vakbond\n\nDatum: 3 mei 2021" + BODY,
            {"sender.organisation": "AVV Alternatief voor Vakbond"},
        ),
        (
            "provincie Limburg\nPostbus 5700\n\n\nLeudal Energie U.A.\n\nDe heer F. Clevers\nRoggelseweg 58\n"
            "6081 NP HAELEN" + BODY,
            {"recipient.organisation": "Leudal Energie U.A.", "recipient.person": "F. Clevers"},
        ),
        (
            "gemeente Leek\n\n\nStichting Primair Onderwijs\n\nt.a.v. het bestuur\nPostbus 44\n9350 AA Leek" + BODY,
            {"recipient.organisation": "Stichting Primair Onderwijs", "recipient.role": "het bestuur"},
        ),
        (
            "Datum: 3 mei 2021\nOver\nUw aanvraag van de subsidie" + BODY,
            {"subject": "Uw aanvraag van de subsidie"},
        ),
        (
            "Datum: 3 mei 2021\n\nGeachte voorzitter,\n\nSubsidieaanvraag 2022 Dorpshuis De Bining\n\n"
            "Hierbij vragen wij namens het dorpshuis een subsidie aan voor het jaar 2022.\n",
            {"subject": "Subsidieaanvraag 2022 Dorpshuis De Bining"},
        ),
        ("Datum: 3 mei 2021\nUw brief: 2021Z22977" + BODY, {"references.yours": "2021Z22977", "replies_to": None}),
        ("Datum: 3 mei 2021\nOffertenr.: 23-1187\nTelefoonnr.: 12-34" + BODY, {"references.ours": "23-1187"}),
        (
            "TELEFAX\n\nAan      : Gemeente Purmerend\n           t.a.v. de heer Th. Groot\nFaxnr.   : 0299-452124\n"
            "Van      : mw. ir. S. Kamphuis\nTel.     : 030-2345678" + BODY,
            {"recipient.organisation": "Gemeente Purmerend", "recipient.person": "Th. Groot",
             "sender.person": "ir. S. Kamphuis", "sender.phone": "030-2345678"},
        ),
        (
            "ProRail\n\nGemeente Culemborg              Provincie Gelderland\nCollege van B&W                 "
            "Gedeputeerde Staten\nPostbus 136                     Postbus 9090\n4100 AC Culemborg               "
            "6800 GX Arnhem\n\nDatum: 3 mei 2016\n\nGeachte colleges,\n\nMet deze brief koppelen wij de "
            "resultaten terug van het overleg over de overweg.\n",
            {"recipient.organisation": "Gemeente Culemborg", "sender.postcode": None},
        ),
        (
            "Dorpshuis De Bining | Stasjonsstrjitte 10 | 9047 KM Minnertsga\n\nDatum: 3 mei 2016" + BODY,
            {"sender.address": "Stasjonsstrjitte 10"},
        ),
        (
            "gemeente Urk\n\nAan de bewoners van\nVredeweg 2 t/m 40\n9404 CA Assen\n\nDatum: 3 mei 2016" + BODY,
            {"recipient.address": "Vredeweg 2 t/m 40"},
        ),
        (
            "gemeente Urk\n\nAan: Gemeente Venlo, afdeling Leefomgeving\nPostbus 10.000\n5902 RK Venlo" + BODY,
            {"recipient.organisation": "Gemeente Venlo", "recipient.role": "afdeling Leefomgeving",
             "recipient.address": "Postbus 10.000"},
        ),
        (
            "GGD HOLLANDS MIDDEN\nPostbus 121, 2300 AC Leiden\n\nDatum: 3 mei 2016" + BODY +
            "\nHoogachtend,\n\nJ. de Gouw\ndirecteur\n\nmede namens\n\nH. Schutte\nadjunct-directeur\n\n"
            "i.a.a.: gemeente Noordwijk",
            {"sender.organisation": "GGD HOLLANDS MIDDEN", "sender.role": "directeur; adjunct-directeur"},
        ),
        (
            "Leeuwarden     12 november 2019\nOns kenmerk    WFN1917713\n\nVERZONDEN 14 NOV. 2019" + BODY,
            {"date": "2019-11-12"},
        ),
        ("Datum: 3 mei 2021\nBijlage(n) 1 (cijfers inbraken)" + BODY, {"enclosures": ["cijfers inbraken"]}),
        (
            "Datum: 3 mei 2021" + BODY + "\nHoogachtend,\n\nJ. de Gouw\n\nBijlagen (2):\n- verklaring\n- begroting\n",
            {"enclosures": ["verklaring", "begroting"]},
        ),
        (
            "Datum: 3 mei 2021" + BODY + "\nHoogachtend,\n\nJ. de Gouw\n\nBijlage 1: Kosten\nBijlage 2: Tarieven\n",
            {"enclosures": ["Kosten", "Tarieven"]},
        ),
        ("Datum: 3 mei 2021" + BODY + "\n\fBijlage 1: Kosten\n", {"enclosures": []}),
        (
            "Transportbedrijf Hofstra & Zn.\nIndustrieweg 44   8471 AD Wolvega\n\nDatum: 3 mei 2021" + BODY,
            {"sender.organisation": "Transportbedrijf Hofstra & Zn."},
        ),
        (
            "Datum: 3 mei 2021" + BODY + "\nVriendelijke groet,\n\nLoes van Erp\nBeleidsmedewerker Ruimtelijke Ordening\n",
            {"sender.person": "Loes van Erp", "sender.role": "Beleidsmedewerker Ruimtelijke Ordening"},
        ),
        (
            "Kerkvoogdij te Oene\n\nAan de Heer Hoofddirecteur van\nde Rijksdienst voor de Monumentenzorg\n"
            "Balen van Andelplein 2\nte VOORBURG\n\nOene, 4 juni 1957" + BODY,
            {"recipient.organisation": "Rijksdienst voor de Monumentenzorg", "recipient.place": "VOORBURG",
             "recipient.role": "de Heer Hoofddirecteur"},
        ),
        (
            "Hoekstra tekst\n\nDatum: 3 mei 2021\n\nGraag overmaken binnen dertig dagen op onze rekening bij de "
            "bank.\n\nMet vriendelijke groet,\n\nIngrid Hoekstra\n",
            {"sender.person": "Ingrid Hoekstra"},
        ),
        (
            "Datum: 3 mei 2021" + BODY + "\nGedeputeerde Staten van Groningen:\n\nM.J. van den Berg , voorzitter.\n"
            "H.J. Bolding , secretaris.\n",
            {"sender.person": "M.J. van den Berg; H.J. Bolding", "sender.role": "voorzitter; secretaris"},
        ),
        (
            "Dossiernummer: K2154\nDocumentnr.: 2014-08.722/12/A.6, EZ" + BODY,
            {"references.ours": "2014-08.722/12/A.6, EZ"},
        ),
        (
            "gemeente Urk\n\nPer e-mail: zaken@enexis.nl\nEnexis B.V.\nPostbus 856\n5201 AW 'S-HERTOGENBOSCH" + BODY,
            {"sender.email": None, "recipient.place": "'S-HERTOGENBOSCH"},
        ),
        (
            "gemeente Urk\n\nUniversiteit Twente\nt.a.v. mevrouw J. Oude Nijhuis\nPostbus 217\n7500 AE Enschede" + BODY,
            {"recipient.person": "J. Oude Nijhuis"},
        ),
        (
            "gemeente Urk\n\nAan\nhet Dagelijks Bestuur van het\nwaterschap Fivelingo\nMolenweg 9\nAPPINGEDAM" + BODY,
            {"recipient.organisation": "waterschap Fivelingo", "recipient.role": "het Dagelijks Bestuur"},
        ),
        (
            "Fonds Podium\n\nDatum: 3 mei 2021\naanvraagnummer PI-2021-1" + BODY +
            "\nOp 2 maart 2021 heb je een aanvraag ingediend.\n\nMet groet,\n\nV. van Hulst\ndirecteur-bestuurder\n\n"
            "bijlage: advies van de commissie\n",
            {"references.ours": "PI-2021-1", "replies_to": "2021-03-02", "sender.role": "directeur-bestuurder"},
        ),
        ("Datum: 3 mei 2021\nOns nummer\nGroningen, 29 mei 1964" + BODY, {"references.ours": None}),
        (
            "Datum: 3 mei 2021\n\nOnderwerp\nAfwijzing aanvraag subsidie\ndossiernummer DEL-17" + BODY,
            {"subject": "Afwijzing aanvraag subsidie dossiernummer DEL-17"},
        ),
        (
            MEMO_OF_THE_COLLEGE,
            {"recipient.role": "De leden van de gemeenteraad", "recipient.person": None,
             "sender.organisation": "Gemeente Nuth"},
        ),
        (
            "Datum: 3 mei 1984" + BODY + "\n     Burgemeester en wethouders van Brielle,\n"
            "     De secretaris,        De burgemeester,\n\n     C. Bos                mr. H.J. Smit\n\n\n"
            "Nr. 84/2102        Afd. Werken       Bijl. 1 tekening\n"
            "Bij beantwoording datum, nummer en afdeling vermelden.\n",
            {"sender.person": "C. Bos; mr. H.J. Smit", "references.ours": "84/2102", "enclosures": ["1 tekening"]},
        ),
        (
            "Statenmededeling\naan Provinciale Staten\n\nVan                   Gedeputeerde Staten\n"
            "Kennisnemen van       de voortgang\n\nDatum: 3 mei 2021" + BODY,
            {"recipient.role": "Provinciale Staten", "recipient.organisation": None},
        ),
        (
            "Datum: 3 mei 2021" + BODY + "\nMet groet,\n\nWoonpartij Midden-Holland\n\ndrs. C.P. Bos\n\n\n"
            "Woonpartij Midden-Holland | Kerkstraat 22 | 2741 GE Waddinxveen | 0182 64 64 64\n",
            {"sender.organisation": "Woonpartij Midden-Holland", "sender.person": "drs. C.P. Bos"},
        ),
        ("Raadsinformatiebrief\n\nDatum: 3 mei 2021" + BODY, {"sender.organisation": None}),
        (
            "TELEFAX\n\nAan      Provincie Drenthe        Van        ing. K. Bos\n"
            "T.a.v.   de heer ir. B. de Wit    Fax        0592-453216" + BODY,
            {"recipient.organisation": "Provincie Drenthe", "recipient.person": "ir. B. de Wit"},
        ),
        (
            "Bakker, Jan\n\nVan: Joost Bos <j.bos@fietsersbond.nl>\nVerzonden: dinsdag 8 juni 2021 16:42\n"
            "Aan: Wethouder Verkeer (gemeente Nijmegen)\nOnderwerp: Reactie" + BODY
            + "\nMet vriendelijke groet,\n\nJoost Bos\nvoorzitter Fietsersbond afdeling Nijmegen\n",
            {"sender.organisation": "Fietsersbond afdeling Nijmegen", "sender.person": "Joost Bos",
             "recipient.organisation": "Gemeente Nijmegen"},
        ),
        (
            "Dagblad De Stentor\nPostbus 99, 8000 AB Zwolle\n\nMinisterie van Financiën\nPostbus 20201\n"
            "2500 EE Den Haag\n\nVerzonden per e-mail aan woo@minvws.nl\n\nZwolle, 3 mei 2022" + BODY
            + "\nMet vriendelijke groet,\n\nSanne Bos\n",
            {"sender.organisation": "Dagblad De Stentor", "sender.email": None},
        ),
        (
            "Bos advocaten\n\nGemeente Haarlemmermeer           Provincie Noord-Holland\nt.a.v. het college van B en W     "
            "t.a.v. gedeputeerde staten\nPostbus 250                       Postbus 123\n2130 AG HOOFDDORP"
            "                 2000 MD HAARLEM\n\nDatum: 3 mei 2016" + BODY,
            {"recipient.organisation": "Gemeente Haarlemmermeer", "sender.organisation": "Bos advocaten"},
        ),
        (
            "Oosterling Advies B.V. TELEFAX\n\nAan: Gemeente Tilburg\nT.a.v.: dhr. ir. R.E.B. van den Hoven\n"
            "Van: ing. J. Boersbroek, Oosterling Advies B.V.\nDatum: 10-10-1991" + BODY,
            {"sender.organisation": "Oosterling Advies B.V.", "recipient.person": "ir. R.E.B. van den Hoven"},
        ),
        (
            "Datum: 3 mei 2021" + BODY + "\nHoogachtend,\n\nJ. Bos\n\nBos Lamers N.V. is statutair gevestigd te Urk.",
            {"sender.organisation": "Bos Lamers N.V."},
        ),
        (
            "BOS LAMERS\nADVOCATEN & NOTARISSEN\n\nDatum: 3 mei 2021" + BODY,
            {"sender.organisation": "BOS LAMERS ADVOCATEN & NOTARISSEN"},
        ),
        ("~ = Gemeente Urk\n\nDatum: 3 mei 2021" + BODY, {"sender.organisation": "Gemeente Urk"}),
        ("NA\n\nDatum: 3 mei 2021" + BODY, {"sender.organisation": None}),
        (
            "Gemeente Waalwijk                     Reg.nr.  08.0021994\n\nVan          Th.J. de Groot, medewerker RO\n"
            "Via          drs. J.H. Bos, gemeentesecretaris\nAan          college van burgemeester en wethouders\n\n"
            "Het plan is rond en het college stelt voor het vast te stellen in mei.\n"
            "De kosten van dat plan komen ten laste van de reserve voor het groen.\n",
            {"sender.organisation": "Gemeente Waalwijk", "sender.person": "Th.J. de Groot",
             "sender.role": "medewerker RO", "references.ours": "08.0021994"},
        ),
        (
            "From: Inkoop <inkoop@bos.nl>\nSent: woensdag 17 januari 2024 09:12\nTo: bezwaar@zwolle.nl\n"
            "Subject: Zaak 2023\nAttachments: gronden.pdf" + BODY,
            {"recipient.organisation": "Gemeente Zwolle", "date": "2024-01-17", "subject": "Zaak 2023",
             "enclosures": ["gronden.pdf"]},
        ),
        (
            "Ingenieurs- en aannemingsbedrijf sinds 1931\n\nDatum: 3 mei 2021" + BODY
            + "\nHoogachtend,\nVan Hattem Bruggenbouw BV\n\nir. D. Bos\n",
            {"sender.organisation": "Van Hattem Bruggenbouw BV", "sender.person": "ir. D. Bos"},
        ),
        (
            "Gelre ziekenhuizen\n\nRaad van Bestuur\n\nDatum: 3 mei 2021" + BODY,
            {"sender.organisation": "Gelre ziekenhuizen"},
        ),
        ("Raad van Bestuur\n\nDatum: 3 mei 2021" + BODY, {"sender.organisation": None}),
        (
            "Pels Bos                Postbus 11756\n& Fortuijn N.V.         2502 AT Den Haag\n\nDatum: 3 mei 2021" + BODY,
            {"sender.organisation": "Pels Bos & Fortuijn N.V."},
        ),
        ("Museum\nGouda\n\nDatum: 3 mei 2021" + BODY, {"sender.organisation": "Museum Gouda"}),
        (
            "Datum: 3 mei 2021" + BODY + "\nHoogachtend,\nN.V. Nederlandse Gasunie\n\n\ning. H. Klooster\n",
            {"sender.organisation": "N.V. Nederlandse Gasunie", "sender.person": "ing. H. Klooster"},
        ),
        (
            "Aan: Gemeente Stichtse Vecht\nVan: Bestuur vereniging\nDatum: 3 mei 2021" + BODY,
            {"recipient.organisation": "Gemeente Stichtse Vecht", "recipient.person": None},
        ),
        (
            "Van: Bos, D. (Dirk) <d.bos@assen.nl>\nVerzonden: vrijdag 11 maart 2022 10:05\n"
            "Aan: 'Anneke Postma' <anneke@buurtwonen.nl>\nOnderwerp: RE: speelveld\n\nBeste Anneke,\n\n"
            "Dank voor je mail van 7 maart. De officiële brief volgt.\n\nGroet,\n\nDirk Bos\nwijkregisseur\n"
            "Gemeente Assen\n\n-----Oorspronkelijk bericht-----\nVan: Anneke Postma <anneke@buurtwonen.nl>\n"
            "Verzonden: maandag 7 maart 2022 21:40\nAan: Bos, D. (Dirk)\n\nHoi Dirk,\nKun je al iets zeggen over "
            "onze aanvraag?\nGroetjes, Anneke\n",
            {"sender.person": "Dirk Bos", "sender.role": "wijkregisseur", "recipient.person": "Anneke Postma",
             "sender.organisation": "Gemeente Assen", "date": "2022-03-11", "replies_to": "2022-03-07"},
        ),
        (
            "Ons nummer   : 7312/vO\nOnderwerp    : nieuwbouw sporthal;\n               aanvullende werkzaamheden.\n"
            "Bijlagen     : 2" + BODY,
            {"subject": "nieuwbouw sporthal; aanvullende werkzaamheden", "enclosures": []},
        ),
        (
            "VAN ARKEL GERECHTSDEURWAARDERS Mauritslaan 2\n\nDossier  : 2190887 / MK\nDatum    : 3 mei 2021" + BODY
            + "\nHoogachtend,\nVan Arkel Gerechtsdeurwaarders\n\nM. Koppelaar\n",
            {"sender.organisation": "Van Arkel Gerechtsdeurwaarders", "sender.person": "M. Koppelaar",
             "references.ours": "2190887 / MK"},
        ),
        (
            "VNG\n\nVereniging van\nNederlandse Gemeenten\n\nDatum: 3 mei 2021" + BODY,
            {"sender.organisation": "Vereniging van Nederlandse Gemeenten"},
        ),
        (
            "zorgaccent\n\nNederlandse Zorgautoriteit        Zorgkantoor Twente\nPostbus 3017                    "
            "  t.a.v. zorginkoop\n3502 GA Utrecht                   Postbus 1001\n                               "
            "   7500 BA Enschede\n\nDatum: 3 mei 2012\n\nGeachte dames en heren,\n\nHierbij dienen wij een verzoek "
            "in tot wijziging van het budget.\n\nHoogachtend,\n\nJ. de Haan\n\nZorgaccent is een stichting, KvK 08109321\n",
            {"sender.organisation": "Zorgaccent", "recipient.organisation": "Nederlandse Zorgautoriteit"},
        ),
        (
            "Datum: 3 mei 2014" + BODY + "\nNamens de fracties,\n\nJan Visser                         "
            "Marjan Sijperda\nELP                                PvdA\n",
            {"sender.organisation": None, "sender.person": "Jan Visser; Marjan Sijperda"},
        ),
        (
            "FAXBERICHT\n\nGemeente Hellendoorn                    Bestemd voor:\nPostbus 200                  "
            "           Grontmij Oost B.V.\n7440 AE Nijverdal                       t.a.v. dhr. ing. F. Kuiper\n\n"
            "Datum           : 12-06-1996" + BODY,
            {"sender.organisation": "Gemeente Hellendoorn", "recipient.organisation": "Grontmij Oost B.V.",
             "recipient.person": "ing. F. Kuiper"},
        ),
        (
            "gemeente Urk\n\nHet algemeen bestuur van de\nGemeenschappelijke Regeling De Bevelanden\n"
            "Postbus 2118\n4460 MC GOES\n\nDatum: 3 mei 2016" + BODY,
            {"recipient.organisation": "Gemeenschappelijke Regeling De Bevelanden"},
        ),
        (
            "Datum: 3 mei 2021\nOnderwerp: Uw brief van 24 april 2021 over de brug" + BODY,
            {"replies_to": "2021-04-24", "date": "2021-05-03", "subject": "Uw brief van 24 april 2021 over de brug"},
        ),
        (
            "Bos & Bos\n\nDatum: 3 mei 2021" + BODY + "\nHoogachtend,\n\nJ. de Vries\n\n"
            "Catharijnesingel 56 | 3511 GE Utrecht | info@bos.nl\n",
            {"sender.organisation": "Bos & Bos"},
        ),
        (
            "Gemeente Hulst\n\nZaak: Overlast markt" + BODY + "\nAldus besloten te Hulst op 3 mei 2016\n\n"
            "Hoogachtend,\n\nJ. de Vries\n\nBijlagen (3): begroting, statuten en plattegrond\n",
            {"date": "2016-05-03", "subject": "Overlast markt", "references.ours": None,
             "enclosures": ["begroting", "statuten", "plattegrond"]},
        ),
        (
            "Gemeente Hulst\n\nHulst, op 3 mei 2016" + BODY + "\nHet besluit is verzonden op 4 juni 2013 onder"
            " nummer 2013/99 aan alle\ninwoners van de gemeente.\n\nHoogachtend,\nJ. de Vries\n\n"
            "Kenmerk: 12/3 · Uw brief van: 2 april 2016\n",
            {"date": "2016-05-03", "references.ours": "12/3", "replies_to": "2016-04-02"},
        ),
        (
            "Gemeente Hulst\n\nDatum: 3 mei 2016\n\nTracébesluit A27\n\nGeachte leden van de raad, Zaaknummer\n"
            "2016-4455\n\nWij ontvingen op 4 april 2016 uw verzoek (referentie AB/\n12.445) om steun. "
            "Graag vernemen wij\nuw standpunt daarover.\n",
            {"subject": "Tracébesluit A27", "references.ours": "2016-4455", "references.yours": "AB/12.445",
             "replies_to": "2016-04-04"},
        ),
        (
            "Gemeente Hulst\n\nHulst, 3 mei 2016\n\nHet bestuur van Zaaknummer: 12/3\nStichting Speelruimte\n"
            "Postbus 3\n4800 AA BREDA\n\nPEILBESLUIT POLDER DE HOEK\n\nHierbij informeren wij u over de stand van"
            " zaken in de polder en\nover alles wat daarmee te maken heeft.\n\nHoogachtend,\nJ. de Vries\n",
            {"references.ours": "12/3", "subject": "PEILBESLUIT POLDER DE HOEK", "date": "2016-05-03"},
        ),
        (
            "Gemeente Hulst\n\nDatum: 3 mei 2016\nBijlage(n): 2 (digitaal)\nOns kenmerk: 1 / 2" + BODY,
            {"enclosures": []},
        ),
    ],
)  # fmt: skip
def test_heads(text, expected):
    assert said(plain_of(letter_of(text)), *expected) == list(expected.values())


def test_the_head_is_no_table_whatever_stands_beside_the_address():
    letter = letter_on(
        (60, 100, "> Retouradres Postbus 25, 6200 MA Maastricht"),
        (440, 100, "Rijkswaterstaat"),
        (440, 112, "Avenue Ceramique 125"),
        (60, 124, "Gemeente Gennep"),
        (440, 124, "6221 KV Maastricht"),
        (60, 136, "Postbus 9003"),
        (440, 136, "T 043 329 44 44"),
        (60, 148, "6590 HD GENNEP"),
        (440, 148, "F 043 363 22 11"),
        (60, 172, "Datum"),
        (120, 172, "27 september 2013"),
        (440, 172, "Bijlage(n)"),
        (60, 196, "Geacht college,"),
        (440, 196, "3"),
        (60, 220, "Met uw brief van 2 september 2013 hebt u melding gedaan van het lozen."),
    )
    expected = {"recipient.organisation": "Gemeente Gennep", "recipient.place": "GENNEP"}
    assert said(plain_of(letter), *expected) == list(expected.values())


def test_the_head_of_a_letter_that_greets_nobody_is_no_table():
    letter = letter_on(
        (60, 116, "Ministerie van Volksgezondheid, Welzijn en"),
        (400, 116, "Datum"),
        (60, 129, "Sport"),
        (400, 129, "26 oktober 2019"),
        (60, 142, "team Leefbaarheid"),
        (400, 144, "Telefoon"),
        (60, 155, "Postbus 20350"),
        (400, 157, "(0348) 55 12 99"),
        (60, 168, "2500 EJ Den Haag"),
        (60, 200, "Onderwerp: Zienswijze"),
        (60, 226, "Bij brief van 3 maart 2018 heeft de gemeente Urk ons gevraagd om een reactie."),
        (60, 239, "Wij delen u mee dat wij daar in het voorjaar op terug zullen komen bij u."),
    )
    expected = {
        "recipient.organisation": "Ministerie van Volksgezondheid, Welzijn en Sport",
        "recipient.role": "team Leefbaarheid",
        "recipient.postcode": "2500 EJ",
        "date": "2019-10-26",
    }
    assert said(plain_of(letter), *expected) == list(expected.values())


def test_values_under_a_row_of_labels_go_by_their_place():
    letter = letter_on(
        (60, 100, "Verzenddatum Uw bericht van Ons nummer Zaaknummer"),
        (60, 116, "02-11-2022"),
        (128, 116, "29-09-2022"),
        (210, 116, "2022.08711"),
        (290, 116, "Z22.004419"),
        (60, 160, "Geachte heer Zonneveld,"),
        (60, 184, "Wij besluiten de gevraagde stukken gedeeltelijk openbaar te maken op de site."),
    )
    fields = ("date", "replies_to", "references.ours", "references.yours")
    assert said(plain_of(letter), *fields) == ["2022-11-02", "2022-09-29", "2022.08711", None]


def test_words_of_one_line_under_a_row_of_labels_go_by_their_place():
    letter = letter_on(
        (60, 100, "Zaak-id:"), (110, 100, "Behandeld door:"), (195, 100, "Bijlagen:"),
        (60, 116, "PS-665"), (110, 116, "Jan Kuipers sr."), (195, 116, "plan de brug"),
        (60, 160, "Geachte heer Zonneveld,"),
        (60, 184, "Wij besluiten de gevraagde stukken gedeeltelijk openbaar te maken op de site."),
    )  # fmt: skip
    assert said(plain_of(letter), "references.ours", "enclosures") == ["PS-665", ["plan de brug"]]


def test_a_label_stands_at_half_the_height_of_its_subject():
    letter = letter_on(
        (60, 60, "Raad van State"),
        (340, 250, "Onderwerp"),
        (431, 240, "Cranendonck"),
        (431, 251, "Wijzigingsplan"),
        (431, 262, "Hoofdstraat 112"),
        (60, 320, "Geachte mr. Snijders,"),
        (60, 344, "Hierbij doe ik u het verweerschrift toekomen van het college van Cranendonck."),
    )
    assert said(plain_of(letter), "subject") == ["Cranendonck Wijzigingsplan Hoofdstraat 112"]


def test_two_columns_at_the_foot_under_a_label_with_a_colon():
    letter = letter_on(
        (60, 60, "provincie limburg"),
        (60, 160, "Geachte heer Clevers,"),
        (60, 184, "Wij hebben uw aanvraag om subsidie ontvangen voor een project te Haelen."),
        (60, 774, "Bezoekadres:"),
        (226, 774, "Postbus 5700"),
        (60, 786, "Limburglaan 10"),
        (226, 786, "6202 MA Maastricht"),
        (60, 798, "6229 GA Maastricht"),
    )
    assert said(plain_of(letter), "sender.address", "sender.postcode") == [
        "Postbus 5700",
        "6202 MA",
    ]
