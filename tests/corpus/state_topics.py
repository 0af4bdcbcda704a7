"""Programmes that a minister writes to the Tweede Kamer about, in the words of their ministries."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Topic:
    """A programme: whose it is, its words, what its three parts of money are for."""

    ministry: str
    phone: str
    unit: str
    file: str
    committee: str
    name: str
    subjects: tuple[str, str]
    why: tuple[str, str]
    lines: tuple[str, ...]
    shares: tuple[str, str, str]
    works: tuple[str, str, str, str]
    research: tuple[str, str]
    motion: str
    story: str


TOPICS = (
    Topic(
        "mnre1025", "070 340 79 11", "DMO", "29 325", "Volksgezondheid, Welzijn en Sport",
        "de brede aanpak van dak- en thuisloosheid",
        ("Voortgang brede aanpak dak- en thuisloosheid", "Verdeling middelen aanpak dak- en thuisloosheid en stand van zaken"),
        ("Het aantal mensen zonder eigen woonplek is volgens het Centraal Bureau voor de Statistiek tussen 2009 en 2018 toegenomen van 17.800 tot 39.300. Vooral het aantal jongeren tussen 18 en 30 jaar is gestegen. Achter die cijfers gaan mensen schuil die door een scheiding, door schulden of na een verblijf in een instelling op straat zijn komen te staan en die met een eigen woonplek en enige begeleiding hun leven weer zelf kunnen inrichten.",
         "Iedereen verdient een eigen woonplek. De maatschappelijke opvang is bedoeld als een tijdelijke voorziening, maar de doorstroom stokt: wie eenmaal in de opvang verblijft, wacht gemiddeld tien maanden op een zelfstandige woning. Het Rijk, de gemeenten, de woningcorporaties en de zorgaanbieders hebben daarom afgesproken het roer om te gooien, van opvang naar wonen met begeleiding."),
        ("het voorkomen van huisuitzettingen, door huurachterstanden eerder te signaleren;", "de ombouw van slaapzalen tot eenpersoonskamers in de nachtopvang;",
         "de uitbreiding van het aantal woonplekken met begeleiding in de wijk;", "de inzet van ervaringsdeskundigen bij de toegang tot de opvang."),
        ("de centrumgemeenten", "begeleiding in de regiogemeenten", "landelijk onderzoek en kennisdeling"),
        ("ombouw van de nachtopvang", "begeleide woonplekken voor jongeren", "een woonunit voor gezinnen", "twee straatdokters"),
        ("het Trimbos-instituut", "de effecten van de eenpersoonskamers op de doorstroom"),
        "de leden Diertens en Van den Berg over een regierol voor de centrumgemeenten",
        "Bij een werkbezoek op 9 september vertelde een deelneemster mij hoe zij na een verblijf van veertien maanden bij vrienden en kennissen via een huisarts bij het wijkteam terechtkwam, en hoe zij nu zelf anderen op weg helpt. Zulke gesprekken laten zien dat de cijfers in deze brief niet het hele verhaal vertellen.",
    ),
    Topic(
        "mnre1073", "070 333 44 44", "W&I", "24 515", "Sociale Zaken en Werkgelegenheid",
        "de brede schuldenaanpak",
        ("Stand van zaken brede schuldenaanpak", "Tijdelijke middelen schuldhulpverlening gemeenten"),
        ("Ongeveer een op de twaalf huishoudens in Nederland heeft problematische schulden. Van hen is minder dan een kwart in beeld bij de gemeentelijke schuldhulpverlening, en wie hulp zoekt, doet dat gemiddeld pas na vijf jaar. Schulden leiden tot stress, verzuim en gezondheidsklachten, en kosten de samenleving een veelvoud van wat vroegtijdige hulp kost.",
         "Problematische schulden ontwrichten gezinnen. Sinds de wijziging van de Wet gemeentelijke schuldhulpverlening kunnen gemeenten bij signalen van huurachterstand of achterstand bij de energieleverancier zelf op inwoners afgaan. Die vroegsignalering vraagt menskracht, en die is bij veel gemeenten schaars."),
        ("vroegsignalering van betalingsachterstanden bij vaste lasten;", "de verkorting van de doorlooptijd van een minnelijke regeling;",
         "de inrichting van collectief schuldregelen bij grote schuldeisers;", "scholing van schuldhulpverleners en vrijwilligers."),
        ("de uitvoering door gemeenten", "vrijwilligersorganisaties in de regio", "landelijke ondersteuning en onderzoek"),
        ("vroegsignalering in drie wijken", "een saneringsfonds voor jongeren", "een werkgeversloket schulden", "het spreekuur in de bibliotheek"),
        ("het Nibud", "de duurzaamheid van de getroffen betalingsregelingen"),
        "de leden Peters en Raemakers over een schuldenknooppunt",
        "Een wijkteam beschreef het zo: een vader van twee kinderen met een schuld van € 43.300 en zeven schuldeisers kreeg in het verleden met vijf loketten te maken, en heeft nu één vaste contactpersoon die hem bezoekt, afspraken maakt en zo nodig doorverwijst.",
    ),
    Topic(
        "mnre1109", "070 412 34 56", "MBO", "28 760", "Onderwijs, Cultuur en Wetenschap",
        "de aanpak van laaggeletterdheid",
        ("Voortgang aanpak laaggeletterdheid", "Middelen voor de regionale aanpak van laaggeletterdheid"),
        ("In Nederland hebben naar schatting 2,5 miljoen mensen van 16 jaar en ouder moeite met lezen, schrijven of rekenen. Velen van hen werken, voeden kinderen op en redden zich met hulp van anderen, maar lopen vast bij een formulier, een bijsluiter of een digitaal loket. Het merendeel heeft Nederlands als moedertaal.",
         "Wie moeite heeft met taal, staat vaker aan de kant. De Algemene Rekenkamer schatte eerder dat de opbrengsten van de aanpak van laaggeletterdheid voor de samenleving ruimschoots tegen de kosten opwegen, maar ook dat het bereik van het aanbod achterblijft. Daarom leg ik de regie uitdrukkelijk bij gemeenten, in de regio's van de volwasseneneducatie."),
        ("een regionaal programma met een bereikbaar taalhuis;", "de scholing van docenten en taalvrijwilligers;",
         "cursussen op de werkvloer, met werkgevers als medefinanciers;", "een gezinsaanpak via bibliotheek en consultatiebureau."),
        ("de contactgemeenten van de arbeidsmarktregio's", "werkgevers die cursussen aanbieden", "landelijke ondersteuning en monitoring"),
        ("de uitbreiding van het taalhuis", "taallessen in de bouw", "een gezinsaanpak in vijf buurten", "de werving van taalvrijwilligers"),
        ("het Expertisecentrum Beroepsonderwijs", "het bereik van cursussen op de werkvloer"),
        "de leden Van den Hul en Kuik over een basisniveau voor rekenen",
        "Tijdens de Week van Lezen en Schrijven, die ieder jaar rond 8 september valt, sprak ik een taalambassadeur die dertig jaar lang had verzwegen dat hij de werkinstructies niet kon lezen. Sinds hij de cursus volgt, leest hij zijn kleinkinderen voor. Zulke gesprekken laten zien dat de cijfers in deze brief niet het hele verhaal vertellen.",
    ),
)  # fmt: skip
