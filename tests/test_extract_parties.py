import pytest

from pipeline.extract.fields import extract
from pipeline.record import Source, plain
from tests.factories import letter_of

SOURCE = Source(name="x", sha256="", media_type="text/plain", pages=(1,), page_count=1)
BODY = "\n\nGeachte heer,\n\nHierbij ontvangt u onze aanvraag voor het komende jaar, met dank vooraf.\n"


def read(text):
    return plain(extract(letter_of(text), SOURCE))


def filled(party):
    return {name: value for name, value in party.items() if value}


def test_a_minister_in_the_window():
    record = read(
        "Datum: 28 januari 2016\n\nDe minister van Veiligheid en Justitie\nmr. G.A. Van der Steur\n"
        "Postbus 20301\n2500 EH DEN HAAG" + BODY
    )
    assert filled(record["recipient"]) == {
        "organisation": "Ministerie van Veiligheid en Justitie",
        "organisation_id": "mnre1058",
        "person": "mr. G.A. Van der Steur",
        "role": "De minister van Veiligheid en Justitie",
        "address": "Postbus 20301",
        "postcode": "2500 EH",
        "place": "DEN HAAG",
    }


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (
            "Aan het college van burgemeester en wethouders\nvan de gemeente Ommen\nPostbus 100\n7730 AC OMMEN",
            {"organisation": "Gemeente Ommen", "organisation_id": "gm0175",
             "role": "het college van burgemeester en wethouders"},
        ),
        (
            "Gedeputeerde Staten van Overijssel\nt.a.v. mevrouw J. de Vries\nPostbus 10078\n8000 GB ZWOLLE",
            {"organisation": "Provincie Overijssel", "organisation_id": "pv23", "role": "Gedeputeerde Staten",
             "person": "J. de Vries"},
        ),
        (
            "Stichting De Vechtoever\nde heer P. Jansen\nZamenhofdreef 412\n3562 JX UTRECHT",
            {"organisation": "Stichting De Vechtoever", "person": "P. Jansen", "address": "Zamenhofdreef 412"},
        ),
        (
            "Aan de voorzitter van de Tweede Kamer\nder Staten-Generaal\nPostbus 20018\n2500 EA DEN HAAG",
            {"organisation": "Tweede Kamer der Staten-Generaal", "role": "de voorzitter"},
        ),
        (
            "Gemeente Vlaardingen\nde raad van de gemeente\nPostbus 1002\n3130 EB VLAARDINGEN",
            {"organisation": "Gemeente Vlaardingen", "role": "de raad"},
        ),
        (
            "Stichting Dorpsbelangen Mander\nt.a.v. het bestuur\np/a Uelserdijk 4\n7663 TE Mander",
            {"organisation": "Stichting Dorpsbelangen Mander", "role": "het bestuur", "address": "Uelserdijk 4"},
        ),
        (
            "Stichting De Oever\np/a Gemeente Urk\nPostbus 77\n8320 AB URK",
            {"organisation": "Stichting De Oever", "organisation_id": None},
        ),
        (
            "Aan het bestuur van\nHuisartsenpost Limburg B.V.\nPostbus 1926\n5900 BX VENLO",
            {"organisation": "Huisartsenpost Limburg B.V.", "role": "het bestuur"},
        ),
        (
            "Gemeente Meierijstad\nT.a.v. wethouder mw. J. Eugster\nPostbus 10001\n5460 DA Veghel",
            {"organisation": "Gemeente Meierijstad", "person": "J. Eugster", "role": "wethouder"},
        ),
        (
            "De heer en mevrouw K. van Wijngaarden\nVeerdam 9\n3351 AK PAPENDRECHT",
            {"organisation": None, "person": "K. van Wijngaarden", "address": "Veerdam 9", "place": "PAPENDRECHT"},
        ),
        (
            "VvE Apollolaan 88-94\np/a Beheer Zuid\nBeethovenstraat 141\n1077 JC Amsterdam",
            {"organisation": "VvE Apollolaan 88-94", "address": "Beethovenstraat 141"},
        ),
        (
            "Aan\nde Inspecteur van de Volksgezondheid\nZwartewaterallee 6\nZ W O L L E",
            {"address": "Zwartewaterallee 6", "postcode": None, "place": "ZWOLLE"},
        ),
        (
            "Minister van Justitie\nAan de gemeenteraad van Elburg\nPostbus 70\n8080 AB ELBURG",
            {"organisation": "Gemeente Elburg", "role": "de gemeenteraad"},
        ),
        (
            "Stad Damme\nVissersstraat 2A\n8340 DAMME\nBELGIË",
            {"organisation": "Stad Damme", "address": "Vissersstraat 2A", "postcode": "8340", "place": "DAMME"},
        ),
        (
            "Aan de Heren Burgemeester en Wethouders\nvan de gemeente\nELBURG",
            {"organisation": "Gemeente Elburg", "role": "Burgemeester en Wethouders", "place": "ELBURG"},
        ),
        (
            "Aan Gedeputeerde Staten van Limburg\nte\nM A A S T R I C H T .",
            {"organisation": "Provincie Limburg", "role": "Gedeputeerde Staten", "place": "MAASTRICHT",
             "postcode": None},
        ),
        (
            "Zwemvereniging De Rat\nt.a.v. de heer D. Van Ede, penningmeester\nKerkstraat 2\n9481 CN VRIES",
            {"organisation": "Zwemvereniging De Rat", "person": "D. Van Ede", "role": "penningmeester"},
        ),
        (
            "Gemeente Oldenzaal\nafdeling Maatschappelijke Ontwikkeling\nPostbus 354\n7570 AJ OLDENZAAL",
            {"organisation": "Gemeente Oldenzaal", "role": "afdeling Maatschappelijke Ontwikkeling"},
        ),
        (
            "Aan de colleges van burgemeester en wethouders van alle gemeenten\n"
            "ter kennisneming aan de griffiers",
            {"role": "de colleges van burgemeester en wethouders"},
        ),
        (
            "Aan de colleges van burgemeester en wethouders van de gemeenten\nUrk, Ede en Nijkerk",
            {"organisation": "Gemeente Urk; Gemeente Ede; Gemeente Nijkerk",
             "role": "de colleges van burgemeester en wethouders"},
        ),
        (
            "Aan het college van dijkgraaf\nen heemraden van het Waterschap\nZoutmeer\nPostbus 5\n8320 AB URK",
            {"organisation": "Waterschap Zoutmeer", "role": "het college van dijkgraaf en heemraden"},
        ),
        (
            "AANTEKENEN EN PERSOONLIJK\nDe heer H. Bos\nVeerdam 9\n3351 AK PAPENDRECHT",
            {"organisation": None, "person": "H. Bos"},
        ),
        (
            "Aan\nburgemeester en wethouders\nvan de gemeente Tholen\nPostbus 51\n4695 ZH SINT-MAARTENSDIJK",
            {"organisation": "Gemeente Tholen", "role": "burgemeester en wethouders"},
        ),
        (
            "Van: Smit, Anna <a.smit@losser.nl>\nAan: 'j.bos@overijssel.nl'\nCC: Griffie Losser",
            {"organisation": "Provincie Overijssel", "person": None},
        ),
        (
            "De erven van mevrouw\nM.HJ. Bos\nVeerdam 9\n3351 AK PAPENDRECHT",
            {"organisation": None, "person": "M.H.J. Bos"},
        ),
        (
            "Aan          : Rijkswaterstaat Directie Zeeland\nTer attentie van : de heer ir. L. Coosen\n"
            "Van          : S.J.M. Weststrate\nFaxnummer    : 0118 - 686231",
            {"organisation": "Rijkswaterstaat", "person": "ir. L. Coosen"},
        ),
        (
            "Aan het College van Burgemeester\nen Wethouders der gemeente\nHarlingen\nPostbus 1\n8860 HA HARLINGEN",
            {"organisation": "Gemeente Harlingen", "role": "het College van Burgemeester en Wethouders"},
        ),
        (
            "Stichting Heemkunde\nSecretariaat: mevr. W. Bos\nVeerdam 9\n3351 AK PAPENDRECHT",
            {"organisation": "Stichting Heemkunde", "person": "W. Bos", "role": "Secretariaat"},
        ),
        (
            "Aan de gemeenteraden van de gemeenten\nUrk en Ede\n\nPostbus 5\n8320 AB URK",
            {"organisation": "Gemeente Urk; Gemeente Ede", "role": "de gemeenteraden"},
        ),
        (
            "Het college van burgemeester en wethouders\nvan Kampen ~\nPostbus 5009\n8260 GA KAMPEN",
            {"organisation": "Gemeente Kampen", "role": "Het college van burgemeester en wethouders"},
        ),
        (
            "Aan de Heren\nGedeputeerde Staten der\nprovincie Zuid-Holland\nte\n's-GRAVENHAGE",
            {"organisation": "Provincie Zuid-Holland", "role": "Gedeputeerde Staten", "place": "'s-GRAVENHAGE"},
        ),
        (
            "Aan: Provincie Drenthe, bureau Europa\nT.a.v.: dhr. ir. G. Bos\nFaxnr.: 0592-453216\n"
            "Van: gemeente Assen\nTelefoon: 0592-159225",
            {"organisation": "Provincie Drenthe", "person": "ir. G. Bos", "role": "bureau Europa"},
        ),
        (
            "Kapper De Schaar                        Ons kenmerk\nMarkt 93                                12/3\n"
            "                                        Zaaknummer\n3773 VV BARNEVELD",
            {"organisation": "Kapper De Schaar", "address": "Markt 93", "postcode": "3773 VV"},
        ),
        (
            "Aan het bestuur van de\nVereniging voor Christelijk\nBasisonderwijs\nPeulenstraat 92\n3371 AP URK",
            {"organisation": "Vereniging voor Christelijk Basisonderwijs", "role": "het bestuur"},
        ),
        (
            "Het bevoegd gezag van de\nStichting Openbaar Onderwijs\nPostbus 88\n9470 AB ZUIDLAREN",
            {"organisation": "Stichting Openbaar Onderwijs", "role": "Het bevoegd gezag"},
        ),
        (
            "de Voorzitter van de Stichting Behoud\nFort Rijnauwen\nRhijnauwenselaan 6\n3981 HG BUNNIK",
            {"organisation": "Stichting Behoud Fort Rijnauwen", "role": "de Voorzitter"},
        ),
        (
            "Gemeente Ede\nT.a.v. dhr. P. Bos\nstrategisch adviseur\nPostbus 9022\n6710 HK EDE",
            {"organisation": "Gemeente Ede", "person": "P. Bos", "role": "strategisch adviseur"},
        ),
        (
            "Hotel De Linde\nT.a.v. Els d'Ancona (eigenaar)\nMarkt 3\n8229 XT RAALTE",
            {"organisation": "Hotel De Linde", "person": "Els d'Ancona", "role": "eigenaar"},
        ),
        (
            "Gemeente Ede\nbureau Juridische Zaken\nPostbus 9022\n6710 HK EDE",
            {"organisation": "Gemeente Ede", "role": "bureau Juridische Zaken"},
        ),
        (
            "Bureau Leefbaar\nMarkt 3\n6710 HK EDE",
            {"organisation": "Bureau Leefbaar", "role": None},
        ),
        (
            "de wethouder van Financiën van Woudenberg\nPostbus 1\n3930 EA WOUDENBERG",
            {"organisation": "Gemeente Woudenberg", "role": "de wethouder van Financiën"},
        ),
        (
            "Aan het college van B&W\nvan Ede\nPostbus 9022\n6710 HK EDE",
            {"organisation": "Gemeente Ede", "role": "het college van B&W"},
        ),
        (
            "Gemeente Katwijk\ncollege van burgemeester en wethouders\nPostbus 589\n2220 AN Katwijk",
            {"organisation": "Gemeente Katwijk", "role": "college van burgemeester en wethouders"},
        ),
        (
            "De minister van Binnenlandse\nZaken en Koninkrijksrelaties\nPostbus 20011\n2500 EA Den Haag",
            {"organisation": "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
             "role": "De minister van Binnenlandse Zaken en Koninkrijksrelaties"},
        ),
        (
            "Dhr. Joris Verbeek\nBurgemeester Schoutenlaan 138\n8229 XT RAALTE",
            {"organisation": None, "person": "Joris Verbeek", "address": "Burgemeester Schoutenlaan 138"},
        ),
        (
            "Dhr. Joris Verbeek\nHoge Wal 115a\n8229 XT RAALTE",
            {"organisation": None, "person": "Joris Verbeek", "address": "Hoge Wal 115a"},
        ),
        (
            "Retouradres: Postbus 1, 2800 BB Gouda\nGemeente Bunnik\nPostbus 5\n3980 CA Bunnik",
            {"organisation": "Gemeente Bunnik", "address": "Postbus 5"},
        ),
        (
            "Gemeente Gouda\nt.a.v. wethouder mevrouw J. Bos\nPostbus 1086\n2800 BB Gouda",
            {"organisation": "Gemeente Gouda", "person": "J. Bos", "role": "wethouder"},
        ),
        (
            "Gemeente Gouda\nt.a.v. de rekenkamercommissie\nPostbus 1086\n2800 BB Gouda",
            {"organisation": "Gemeente Gouda", "role": "de rekenkamercommissie"},
        ),
        (
            "Theater De Lawei\nt.a.v. Crediteurenadministratie\nMarkt 3\n8229 XT Raalte",
            {"organisation": "Theater De Lawei", "role": "Crediteurenadministratie"},
        ),
        (
            "Gemeente Gouda\nPubliekszaken\nStadhuis\nPostbus 1086\n2800 BB Gouda",
            {"organisation": "Gemeente Gouda", "role": "Publiekszaken"},
        ),
        (
            "Gemeente Gouda\nStadhuis\nPostbus 1086\n2800 BB Gouda",
            {"organisation": "Gemeente Gouda", "role": None},
        ),
        (
            "Zwembad De Kikker\nmevr. J. Bos - penningmeester\nMarkt 3\n8229 XT Raalte",
            {"organisation": "Zwembad De Kikker", "person": "J. Bos", "role": "penningmeester"},
        ),
        (
            "mevr. J. Bos\npenningmeester Cultuurhuis Hanzehof\nMarkt 3\n8229 XT Raalte",
            {"organisation": "Cultuurhuis Hanzehof", "person": "J. Bos", "role": "penningmeester"},
        ),
        (
            "de heer P. Veen\nde Commissaris van de Koning in Utrecht\nPostbus 80300\n3508 TH Utrecht",
            {"organisation": "Provincie Utrecht", "person": "P. Veen", "role": "de Commissaris van de Koning"},
        ),
        (
            "Aan de secretaris\nvan Transportbedrijf H. de Jong B.V.\nMarkt 3\n8229 XT Raalte",
            {"person": None, "role": "de secretaris"},
        ),
        (
            "Gemeente Coevorden\nt.a.v. de burgemeester, █\nPostbus 2\n7740 AA COEVORDEN",
            {"organisation": "Gemeente Coevorden", "person": None, "role": "de burgemeester"},
        ),
        (
            "Gemeente Ede, Ede\nPostbus 9022\n6710 HK EDE",
            {"organisation": "Gemeente Ede", "role": None},
        ),
        (
            "Aan het bestuur van Voetbalvereniging\nSparta '28\nMarkt 3\n8229 XT Raalte",
            {"organisation": "Voetbalvereniging Sparta '28", "role": "het bestuur"},
        ),
        (
            "Dhr. M. van Rossum\nnotaris van Milieudefensie\nMarkt 3\n8229 XT Raalte",
            {"organisation": "Milieudefensie", "person": "M. van Rossum", "role": "notaris"},
        ),
        (
            "Gemeente Ede\nt.a.v. de heer A. Nauta en mevrouw drs. E. Bos MSc\nPostbus 1\n6710 HK Ede",
            {"organisation": "Gemeente Ede", "person": "A. Nauta; drs. E. Bos MSc", "role": None},
        ),
        (
            "Gemeente Bunnik\nVakgroep Planologie\nPostbus 5\n3980 CA Bunnik",
            {"organisation": "Gemeente Bunnik", "role": "Vakgroep Planologie"},
        ),
        (
            "Aan de leden van het bestuur\nvan Onderwijsgroep Tilburg\nMarkt 3\n5038 AB Tilburg",
            {"organisation": "Onderwijsgroep Tilburg", "role": "de leden van het bestuur"},
        ),
        (
            "Woningbouwvereniging\nVolksbelang\nMarkt 3\n8229 XT Raalte",
            {"organisation": "Woningbouwvereniging Volksbelang", "person": None},
        ),
        (
            "Maatschap Notarissen Houben\n& Van Dijk\nMarkt 3\n8229 XT Raalte",
            {"organisation": "Maatschap Notarissen Houben & Van Dijk"},
        ),
        (
            "Familie Kuipers\n's-Gravelandseweg 12\n8229 XT Raalte",
            {"organisation": None, "address": "'s-Gravelandseweg 12"},
        ),
        (
            "Mevrouw G.H. de Boer-Kuipers\nPopulierenlaan 8\n9741 HH GRONINGEN",
            {"organisation": None, "person": "G.H. de Boer-Kuipers"},
        ),
        (
            "Aan de colleges van burgemeester en wethouders van\nde gemeenten Barneveld, Ede en Nijkerk",
            {"organisation": "Gemeente Barneveld; Gemeente Ede; Gemeente Nijkerk",
             "organisation_id": "gm0203; gm0228; gm0267", "role": "de colleges van burgemeester en wethouders"},
        ),
    ],
)  # fmt: skip
def test_windows(window, expected):
    recipient = read("Datum: 28 januari 2018\n\n" + window + BODY)["recipient"]
    assert {name: recipient[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("head", "signature", "expected"),
    [
        (
            "Gemeente Urk\nPostbus 77, 8320 AB Urk\nT 0527 68 98 68   info@urk.nl",
            "Burgemeester en wethouders van Urk,\nde secretaris,        de burgemeester,\n\nJ. de Vries           P. Jansen",
            {"organisation": "Gemeente Urk", "organisation_id": "gm0184", "person": "J. de Vries; P. Jansen",
             "role": "de secretaris; de burgemeester", "address": "Postbus 77", "postcode": "8320 AB",
             "place": "Urk", "email": "info@urk.nl", "phone": "0527 68 98 68"},
        ),
        (
            "",
            "F.M. Weerwind\nBurgemeester Almere en Voorzitter Veiligheidscollege",
            {"organisation": "Gemeente Almere", "person": "F.M. Weerwind",
             "role": "Burgemeester Almere en Voorzitter Veiligheidscollege"},
        ),
        (
            "Stichting Taalhuis De Oever",
            "Fatma Yildirim-Bos\nvoorzitter",
            {"organisation": "Stichting Taalhuis De Oever", "organisation_id": None,
             "person": "Fatma Yildirim-Bos", "role": "voorzitter"},
        ),
    ],
)  # fmt: skip
def test_senders(head, signature, expected):
    record = read(f"{head}\n\nDatum: 28 januari 2016" + BODY + f"\nHoogachtend,\n\n{signature}\n")
    assert {name: record["sender"][name] for name in expected} == expected


@pytest.mark.parametrize(
    ("signature", "person", "role"),
    [
        ("De Minister van Economische Zaken,\nnamens deze,\n\ning. A.H. Bosman\nteammanager", "ing. A.H. Bosman",
         "teammanager"),
        ("De minister van Volksgezondheid,\nWelzijn en Sport,\n\n\nHugo de Jonge", "Hugo de Jonge",
         "De minister van Volksgezondheid, Welzijn en Sport"),
        ("Gedeputeerde Staten van Gelderland,\n\nM. de Bruyne, commissaris\n\nP.W. Smit, griffier",
         "M. de Bruyne; P.W. Smit", "commissaris; griffier"),
        ("Marieke Oldenburger, jeugdarts", "Marieke Oldenburger", "jeugdarts"),
        ("Joke Hendriks            Mohamed el Idrissi\nvoorzitter               secretaris",
         "Joke Hendriks; Mohamed el Idrissi", "voorzitter; secretaris"),
        (", burgemeester.          , secretaris.\n(L.K. Smit)             (mw. H. Bos)", "L.K. Smit; H. Bos",
         "burgemeester; secretaris"),
        ("ing. B. Bos\nBureauhoofd Haven 2, Milieudienst", "ing. B. Bos", "Bureauhoofd Haven 2, Milieudienst"),
        ("ing. B. Bos\nPostbus 12", "ing. B. Bos", None),
        ("Werkverband Turfmarkt\nnamens deze:\n\nIneke Verkaaik", "Ineke Verkaaik", None),
        ("B. Kuiper en M. Zonneveld\nvennoten", "B. Kuiper; M. Zonneveld", "vennoten"),
        ("W. Bos,       secretaris.\n\nG. Smit,   voorzitter.", "W. Bos; G. Smit", "secretaris; voorzitter"),
        ("Woonpartij Midden-Holland\n\ndrs. C.P. Bos\nbestuurder\n\n"
         "Woonpartij Midden-Holland Kerkstraat 22 2741 GE Waddinxveen 0182 64 64 64", "drs. C.P. Bos", "bestuurder"),
        ("Bart de Klerk\nSchakel Openbare Ruimte", "Bart de Klerk", "Schakel Openbare Ruimte"),
        ("mr. J.C. Bos          mr. E.J. Smit\n\nsecretaris            burgemeester, wnd.",
         "mr. J.C. Bos; mr. E.J. Smit", "secretaris; burgemeester, wnd."),
        ("ing. G.J. Kamphuis\nmanager Onderhoud", "ing. G.J. Kamphuis", "manager Onderhoud"),
        ("het hoofd van de afdeling Ruimte,\n\n\ndrs. T.H. Wiersma", "drs. T.H. Wiersma",
         "het hoofd van de afdeling Ruimte"),
        ("burgemeester en wethouders van Tholen,\nnamens dezen,\n\nM. Verhage\nafdelingshoofd Ruimte",
         "M. Verhage", "afdelingshoofd Ruimte"),
        ("ing. N. Nijboer ir. S. Tolkamp\nvoorzitter vo0rzitter directieraad",
         "ing. N. Nijboer; ir. S. Tolkamp", "voorzitter; voorzitter directieraad"),
        ("De Secretaris, De Burgemeester,\n\nH.G. Hillebrink G.B. Best", "H.G. Hillebrink; G.B. Best",
         "De Secretaris; De Burgemeester"),
        ("de griffier", None, "de griffier"),
        ("de secretaris,           de burgemeester,", None, "de secretaris; de burgemeester"),
        ("M. Bos\nafdelingshoofd Maatschappelijke\nOntwikkeling", "M. Bos",
         "afdelingshoofd Maatschappelijke Ontwikkeling"),
        ("het hoofd van de hoofdafdeling\nBekostiging,\n\n\ndrs. K. Smit", "drs. K. Smit",
         "het hoofd van de hoofdafdeling Bekostiging"),
        ("DE HOOFDINGENIEUR-DIRECTEUR\nVAN DE RIJKSWATERSTAAT IN DE\nDIRECTIE ZEELAND,\n\n\nir. H. Bos", "ir. H. Bos",
         "DE HOOFDINGENIEUR-DIRECTEUR VAN DE RIJKSWATERSTAAT IN DE DIRECTIE ZEELAND"),
        ("drs. Saskia J. Stuiveling,     dr. Ellen M.A. van Schoten RA,\npresident                      secretaris",
         "drs. Saskia J. Stuiveling; dr. Ellen M.A. van Schoten RA", "president; secretaris"),
        ("R. de Boer\nNamens UWV", "R. de Boer", None),
        ("Karin Jansen\nGemeente Zwolle", "Karin Jansen", None),
        ("M.G.J. Harbers\n\nDirectoraat-Generaal Migratie", "M.G.J. Harbers", None),
        ("Namens het bestuur van Taalhuis De Oever", None, None),
        ("A. van Emst-Bomhof          W. Dalhuisen\n(voorzitster)               (secretaris)",
         "A. van Emst-Bomhof; W. Dalhuisen", "voorzitster; secretaris"),
        ("Stadlander Wonen\n\ndrs. A.M. Bos\ndirecteur", "drs. A.M. Bos", "directeur"),
        ("De Minister van Justitie,\nnamens deze:\njuridisch adviseur\n\n\nA. Bos", "A. Bos", "juridisch adviseur"),
        ("De Minister van Justitie,\nnamens deze:\n\n\nA. Bos", "A. Bos", None),
        ("Gedeputeerde Staten van Utrecht,\nnamens deze,\nconcerndirecteur Sociaal\nDomein,\n\n\nA. Bos", "A. Bos",
         "concerndirecteur Sociaal Domein"),
        ("de secretaris,\n\n\nA. Bos\n\nde burgemeester,\n\n\nC. Smit", "A. Bos; C. Smit",
         "de secretaris; de burgemeester"),
        ("A. Bos\nvoorzitter\n\nC. Smit\nsecretaris", "A. Bos; C. Smit", "voorzitter; secretaris"),
        ("Corrie Boukhari en ir. C. Veen\nvoorzitter en secretaris", "Corrie Boukhari; ir. C. Veen",
         "voorzitter en secretaris"),
        ("A. Bos\nprocesmanager\nAfdeling Toezicht", "A. Bos", "procesmanager"),
        ("namens dezen,\n\ni/o\nA. Bos", "A. Bos", None),
        ("De heffingsambtenaar van de gemeente Gouda,\n\n\nA. Bos", "A. Bos",
         "De heffingsambtenaar van de gemeente Gouda"),
        ("(Marieke El Idrissi)     (drs. D. Bos)\nsecretaris               burgemeester",
         "Marieke El Idrissi; drs. D. Bos", "secretaris; burgemeester"),
        ("A. Bos\nmedewerker Subsidies\nafdeling Ruimte", "A. Bos", "medewerker Subsidies"),
        ("A. Bos\nhoofd\nafdeling Ruimte", "A. Bos", "hoofd afdeling Ruimte"),
        ("JW Scholten\nstrateeg", "JW Scholten", "strateeg"),
        ("VVD Apeldoorn\n\nA. Bos\nstrateeg", "A. Bos", "strateeg"),
        ("VVD Apeldoorn", None, None),
        ("W.G. Goossens\ndirecteur", "W.G. Goossens", "directeur"),
        ("w.g. Rachid van de Kerkhof\nsecretaris", "Rachid van de Kerkhof", "secretaris"),
        ("Tineke van de Kerkhof | gebiedsontwikkelaar", "Tineke van de Kerkhof", "gebiedsontwikkelaar"),
        ("De kandidaat-notaris,\n\n\nA. Bos", "A. Bos", "De kandidaat-notaris"),
        ("De directie van de stichting,\n\n\nA. Bos", "A. Bos", None),
        ("A. Bos\nDe Staatssecretaris van Sociale\nZaken en Werkgelegenheid", "A. Bos",
         "De Staatssecretaris van Sociale Zaken en Werkgelegenheid"),
    ],
)  # fmt: skip
def test_who_signs(signature, person, role):
    text = f"s t a d l a n d e r  w o n e n\n\nDatum: 28 januari 2018{BODY}\nHoogachtend,\n\n{signature}\n"
    sender = read(text)["sender"]
    assert (sender["person"], sender["role"]) == (person, role)


@pytest.mark.parametrize(
    ("head", "signature", "organisation"),
    [
        ("Postbus 93144\n2509 AC Den Haag\nsde@rvo.nl", "De minister van Economische Zaken\nen Klimaat,",
         "Ministerie van Economische Zaken en Klimaat"),
        ("Rijksdienst voor Ondernemend Nederland", "De minister van Economische Zaken en Klimaat,\nnamens deze,",
         "Rijksdienst voor Ondernemend Nederland"),
        ("Dienst Uitvoering Onderwijs", "", "Dienst Uitvoering Onderwijs"),
        ("Postbus 2\n3500 GE Utrecht\nT 088 120 50 00\nwww.igj.nl", "", "Inspectie Gezondheidszorg en Jeugd"),
        ("", "Namens het bestuur van Stichting De Oever,", "Stichting De Oever"),
        ("Stichting Catent | Postbus 290, 8000 AG Zwolle | bestuur@catent.nl", "", "Stichting Catent"),
        ("WONINGSTICHTING SINT JOSEPH", "Woningstichting Sint Joseph", "Woningstichting Sint Joseph"),
        ("GGD Oever-\nKust", "", "GGD Oever-Kust"),
        ("Recreatieschap\nMidden-Delfland", "", "Recreatieschap Midden-Delfland"),
        ("Vereniging van Hollandse\nMolenaars", "Vereniging van Hollandse Molenaars", "Vereniging van Hollandse Molenaars"),
        ("Arcadis Nederland\nB.V.", "", "Arcadis Nederland B.V."),
        ("Stafbureau\nVereniging De Oever", "", "Vereniging De Oever"),
        ("gemeente Bergen\n\nop Zoom", "", "Gemeente Bergen op Zoom"),
        ("Gemeente Urk\n\nVeiligheid", "", "Gemeente Urk"),
        ("FAX\n\nAan: Provincie Drenthe\nVan: drs. S. Bos, gemeente Tilburg\nTelefoon: 013-473452", "",
         "Gemeente Tilburg"),
        ("Sticbtinq Speeltuin De Bongerd", "", "Stichting Speeltuin De Bongerd"),
        ("No.    12\nBijl.: 3", "Burgemeester en Wethouders van Urk,", "Gemeente Urk"),
        ("FAXBERICHT\nMarkt 18\n4841 AB Prinsenbeek", "", None),
        ("Betreft: Beheer De Groot B.V.", "Van Loon & De Wijs advocaten", "Van Loon & De Wijs advocaten"),
    ],
)  # fmt: skip
def test_which_body_sends(head, signature, organisation):
    record = read(
        f"{head}\n\nDatum: 28 januari 2018{BODY}\nHoogachtend,\n\n{signature}\n\nJ. Smit\n"
    )
    assert record["sender"]["organisation"] == organisation


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Postbus 9090        6800 GX Arnhem", {"address": "Postbus 9090", "place": "Arnhem"}),
        ("Postbus 20401 | 2500 EK | Den Haag", {"address": "Postbus 20401", "place": "Den Haag"}),
        ("postbus 20120\n8900 hm leeuwarden", {"postcode": "8900 HM", "place": "leeuwarden"}),
        ("Postbus 4000 3800 EA Amersfoort Tel. 14 033", {"place": "Amersfoort", "phone": "14 033"}),
        ("Gemeente Elburg\nPostbus 11", {"address": "Postbus 11", "postcode": None}),
        (
            "Postbus 6001 E-mail pagina 1 van 2\n4330 LA Middelburg post@x.nl",
            {"address": "Postbus 6001", "place": "Middelburg"},
        ),
        ("Postbus 16375, 2500 BJ Den Haag Directie Erfgoed", {"place": "Den Haag"}),
        (
            "Fax: 0527 68 98 00\nFaxnr.: 0527 68 98 01\nTel. 0527 68 98 68",
            {"phone": "0527 68 98 68"},
        ),
        (
            "GEMEENTE STOLWIJK\n\nRaadhuis: Marktplein 59 — Telefoon K 2574-280\n\nStolwijk, 1 april 1960",
            {"address": "Marktplein 59", "phone": "K 2574-280", "place": "Stolwijk"},
        ),
        ("Stolwijk, 1 april 1960", {"address": None, "place": None}),
        ("Leeuwarden\nin het jaar\n2016 in de zomer", {"address": None, "postcode": None}),
    ],
)
def test_where_the_sender_is(head, expected):
    sender = read(f"{head}\n\nDatum: 28 januari 2018{BODY}")["sender"]
    assert {name: sender[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("head", "signature", "organisation"),
    [
        ("Bakkerij Van Dongen\nMarkt 18\n4841 AB Prinsenbeek", "A. van Dongen", "Bakkerij Van Dongen"),
        ("Bureau Leefbaar     Postbus 300, 8200 AH Lelystad", "M. de Boer", "Bureau Leefbaar"),
        ("De Zonnebloem Kerkdorp", "De Zonnebloem Kerkdorp,\n\nM. de Boer", "De Zonnebloem Kerkdorp"),
        ("Anna van Dongen\nMarkt 18\n4841 AB Prinsenbeek", "A. van Dongen", None),
        ("Fam. Oosterveld\nMarkt 18\n4841 AB Prinsenbeek", "G. Oosterveld", None),
        ("BESCHIKKING\nMarkt 18\n4841 AB Prinsenbeek", "G. Oosterveld", None),
    ],
)  # fmt: skip
def test_a_letterhead_that_no_register_knows(head, signature, organisation):
    window = "Gemeente Breda\nPostbus 90156\n4800 RH Breda"
    text = f"{head}\n\n{window}\n\nDatum: 28 januari 2018{BODY}\nHoogachtend,\n\n{signature}\n"
    assert read(text)["sender"]["organisation"] == organisation


def test_details_under_the_signature_count_where_the_head_has_none():
    text = f"Datum: 28 januari 2018{BODY}\nGroeten,\n\nK. Jansen\nPostbus 7, 8000 GA Zwolle\n"
    assert read(text)["sender"]["postcode"] == "8000 GA"
    assert read(f"Postbus 9, 8320 AB Urk\n\n{text}")["sender"]["postcode"] == "8320 AB"


@pytest.mark.parametrize(
    ("sentence", "email"),
    [
        ("Stuur een bericht naar info@vriesveen.nl of bel ons.", "info@vriesveen.nl"),
        ("Stuur een bericht naar info@tubbergen.nl of bel hen.", None),
    ],
)
def test_an_address_for_mail_in_the_text_is_the_senders_where_it_spells_his_name(sentence, email):
    record = read(f"Stichting Vriesveen\n\nDatum: 28 januari 2018{BODY}{sentence}\n")
    assert record["sender"]["email"] == email


def test_two_columns_keep_the_window_whole():
    record = read(
        "No. 12                        Aan Heren\nBijl.: 3                      Gedeputeerde Staten der\n\n"
        "Men gelieve bij antwoord      provincie Utrecht\nhet nummer te vermelden." + BODY
    )
    assert filled(record["recipient"]) == {
        "organisation": "Provincie Utrecht",
        "organisation_id": "pv26",
        "role": "Gedeputeerde Staten",
    }


def test_a_sentence_that_opens_with_a_body_is_no_window():
    record = read(
        "Gemeente Urk\n\nBetreft: Aanvraag\n\nHet college heeft kennisgenomen van het advies van de\n"
        "commissie en neemt dit over.\n\nHoogachtend,\n\nA. Bos\n"
    )
    assert filled(record["recipient"]) == {}


def test_what_opens_the_foot_and_signs_is_the_sender_and_no_office():
    sender = read(
        f"Datum: 28 januari 2018{BODY}\nHoogachtend,\n\nA. Bos\nNatuurmonumenten\n\n\n"
        "Natuurmonumenten - Markt 92a - 5250 XT Rhenen - 088-1234567\n"
    )["sender"]
    assert (sender["organisation"], sender["role"]) == ("Natuurmonumenten", None)


def test_an_address_for_mail_under_a_name_is_no_body():
    text = f"STICHTING DE LINDE\n\nDatum: 28 januari 2018{BODY}\nGroeten,\n\nA. Bos\nE a.bos@linde-bv.nl\n"
    assert read(text)["sender"]["organisation"] == "STICHTING DE LINDE"


def test_who_signs_for_others_without_a_closing():
    text = (
        f"Gemeente Harlingen\n\nDatum: 28 januari 2018{BODY}\nBurgemeester en wethouders,\n"
        "namens deze:\nprojectleider\n\n\nA. Bos\n"
    )
    sender = read(text)["sender"]
    assert (sender["person"], sender["role"]) == ("A. Bos", "projectleider")


def test_a_ministry_bears_the_name_of_its_day():
    head = "Ministerie van Veiligheid en Justitie\n\nDatum: {}" + BODY
    names = [read(head.format(day))["sender"]["organisation_id"] for day in ("28 januari 2016",)]
    assert names == ["mnre1058"]


def test_nobody_is_nobody():
    record = read(BODY)
    assert filled(record["sender"]) == {}
    assert filled(record["recipient"]) == {}
    assert record["date"] is None


def test_each_who_signs_keeps_a_place_of_his_own():
    letter = letter_of(
        "Geachte heer,\n\nHierbij ontvangt u onze aanvraag voor het komende jaar, met dank.\n\n"
        "Hoogachtend,\n\nmr. W. van Essen         drs. A.C. Hoog\nsecretaris               burgemeester\n"
    )
    sender = extract(letter, SOURCE).sender
    assert (sender.person.value, sender.person.text) == ("mr. W. van Essen; drs. A.C. Hoog",) * 2
    assert [place.lines for place in sender.role.evidence] == [(8, 8), (8, 8)]
