"""Written questions of members of the Tweede Kamer and what ministers answer; {…} is filled in by the family."""

from __future__ import annotations

import dataclasses

Pair = tuple[str, str]


@dataclasses.dataclass(frozen=True, slots=True)
class Questions:
    """A set of questions: the two ministries, what about, what the money is for, question and answer in pairs.

    `since`: the first of the family's periods that it can be asked in.
    """

    since: int
    first: str
    second: str
    phone: str
    about: str
    money: str
    share: str
    work: str
    measures: tuple[str, ...]
    pairs: tuple[Pair, ...]


SETS = (
    Questions(
        1, "mnre1025", "mnre1058", "070 340 79 11", "de wachttijden in de jeugdbescherming",
        "versterking van de jeugdbescherming", "gecertificeerde instellingen", "extra jeugdbeschermers",
        ("een landelijk tarief voor de jeugdbeschermer;", "minder administratie bij de start van een maatregel;", "een vaste contactpersoon voor ieder gezin;", "een gezamenlijke wachtlijst per regio."),
        (
            ("Heeft u kennisgenomen van het bericht ‘Kinderen wachten maanden op een beschermer’, dat op {weekday} is verschenen?", "Ja."),
            ("Deelt u de opvatting dat een kind dat door de rechter onder toezicht is gesteld, binnen enkele dagen een jeugdbeschermer moet krijgen?", "Ja. Volgens het kwaliteitskader moet binnen vijf werkdagen een vaste jeugdbeschermer zijn toegewezen. Uit de cijfers die de instellingen over de eerste helft van het jaar hebben aangeleverd, blijkt dat deze norm in 42 van de 100 zaken niet is gehaald. Dat is niet aanvaardbaar. Achter iedere zaak staat een kind waarvan de rechter heeft geoordeeld dat de situatie thuis niet veilig is, en dat vervolgens moet wachten op de hulp die daarbij hoort."),
            ("Klopt het dat van de {whole} die voor {money} beschikbaar is gesteld, een groot deel nog niet is besteed? Zo ja, hoe verklaart u dat?", "Van dit bedrag is {percent}%, te weten {part}, bestemd voor de {share}. Het andere deel is toegevoegd aan het fonds waaruit de regio's de overgangskosten betalen. De besteding is later op gang gekomen doordat de afspraken met de accounthoudende regio's pas in het najaar zijn ondertekend. Ik verwacht dat de middelen voor het einde van het jaar volledig zijn verplicht."),
            ("Wat is de stand van zaken in de gemeenten {town1} en {town2}, waar de problemen volgens het bericht het grootst zijn?", "De gemeente {town1} heeft aanvullend {grant} beschikbaar gesteld voor {work}. In de gemeente {town2} is op {meeting} een herstelplan vastgesteld, dat wordt getoetst door de Inspectie Gezondheidszorg en Jeugd en de Inspectie Justitie en Veiligheid. Volgens beide gemeenten is de wachttijd inmiddels gedaald, al is de norm nog niet bereikt. De accounthoudende gemeente brengt ons maandelijks verslag uit."),
            ("Welke maatregelen neemt u op korte termijn?", "Wij hebben met de instellingen en de Vereniging van Nederlandse Gemeenten de volgende {count} maatregelen afgesproken: {list} De maatregelen gelden in alle 42 jeugdregio's. Over de voortgang spreken wij ieder kwartaal met de betrokken partijen, voor het eerst in januari."),
            ("Hoe is het toezicht geregeld en welke mogelijkheden heeft de kinderrechter als een maatregel niet wordt uitgevoerd?", "De beide inspecties houden toezicht op de uitvoering van kinderbeschermingsmaatregelen. De kinderrechter kan bij een verzoek tot verlenging beoordelen of de maatregel daadwerkelijk is uitgevoerd en kan de instelling om uitleg vragen. In drie uitspraken heeft de rechter het afgelopen jaar overwogen dat het uitblijven van hulp aan de overheid als geheel moet worden toegerekend. Wij trekken ons die uitspraken aan. Een boete of dwangsom achten wij geen passend middel, omdat daarmee geld aan de uitvoering wordt onttrokken zonder dat er een jeugdbeschermer bij komt."),
            ("Bent u bereid de Kamer te informeren over de uitkomsten, en wanneer?", "Ja. Wij informeren uw Kamer in de eerstvolgende voortgangsbrief, die in het voorjaar van {next} verschijnt. Daarin gaan wij ook in op de motie over het verlagen van de werklast per jeugdbeschermer, waarvoor in het rapport van de Algemene Rekenkamer een gemiddelde van 17 gezinnen is genoemd. Het onderzoek naar het tarief, dat door een extern bureau in samenwerking met {partner} wordt uitgevoerd, zenden wij daarbij mee."),
        ),
    ),
    Questions(
        0, "mnre1090", "mnre1034", "070 342 80 00", "het verdwijnen van geldautomaten uit kleine kernen",
        "de bereikbaarheid van contant geld", "dorpen zonder bankkantoor", "een servicepunt in het dorpshuis",
        ("een minimum van één automaat binnen vijf kilometer;", "een meldpunt voor ondernemers en ouderen;", "spreekuren van banken in de bibliotheek;", "een proef met stortautomaten op het gemeentehuis."),
        (
            ("Bent u bekend met de uitzending over het verdwijnen van geldautomaten die op {weekday} op de regionale televisie te zien was?", "Ja, wij hebben van die uitzending kennisgenomen."),
            ("Hoeveel kernen hebben sinds {past} hun laatste geldautomaat verloren?", "Volgens De Nederlandsche Bank ging het in die periode om 214 kernen. Voor 99,3 procent van de inwoners is een automaat binnen vijf kilometer hemelsbreed beschikbaar. Dat gemiddelde verhult dat de afstand over de weg op het platteland groter kan zijn en dat de openingstijden van winkels waarin een automaat staat beperkt zijn. Het Maatschappelijk Overleg Betalingsverkeer brengt de afstanden daarom voortaan ook langs de weg in kaart."),
            ("Is het juist dat voor {money} door de banken {whole} is toegezegd, en hoe wordt dat bedrag ingezet?", "Dat is juist. Daarvan is {percent}%, te weten {part}, gereserveerd voor {share}. De rest is bestemd voor beveiliging van bestaande automaten tegen plofkraken. De banken leggen over de besteding verantwoording af in het overleg dat onder leiding van De Nederlandsche Bank wordt gevoerd. Het Rijk draagt niet bij aan de kosten van automaten, omdat het aanbieden van betaaldiensten een taak van de banken is."),
            ("Wat doen de gemeenten {town1} en {town2} zelf om het voorzieningenniveau op peil te houden?", "De gemeente {town1} heeft {grant} uitgetrokken voor {work}. De gemeente {town2} heeft op {meeting} met de gezamenlijke banken afgesproken dat één automaat in het winkelcentrum ten minste drie jaar behouden blijft. Gemeenten hebben hierin geen wettelijke taak, maar kunnen door het aanbieden van een veilige locatie wel veel betekenen. Het is aan de gemeenteraden om daarin een afweging te maken."),
            ("Welke afspraken gelden er en bent u bereid deze in de wet vast te leggen?", "In het convenant zijn de volgende {count} afspraken opgenomen: {list} Een wettelijke verankering wordt voorbereid. Het wetsvoorstel is in consultatie geweest en daarop zijn 61 reacties binnengekomen, waarvan een groot deel van ouderenbonden en winkeliers."),
            ("Hoe beoordeelt u de positie van ouderen en van mensen met een beperking, die vaker op contant geld zijn aangewezen?", "Voor een deel van hen is contant geld de enige manier om het overzicht te houden. Uit de meest recente bereikbaarheidsmonitor blijkt dat 8 procent van de ouderen hulp nodig heeft bij het opnemen van geld, en dat die hulp meestal van kinderen of buren komt. Banken hebben een eigen verantwoordelijkheid om hun dienstverlening toegankelijk te houden; zij bieden onder meer aan om geld aan huis te bezorgen. Wij vinden dat die mogelijkheid ruimer bekend moet worden gemaakt en hebben de banken daarop aangesproken."),
            ("Kunt u deze vragen beantwoorden vóór het commissiedebat over het betalingsverkeer?", "Dat is niet gelukt, omdat over enkele onderdelen afstemming nodig was met {partner} en met de Betaalvereniging. Wij hebben uw Kamer daarover uitstel gevraagd. In de rapportage die in het voorjaar van {next} verschijnt, komen wij op de ontwikkeling van het aantal automaten terug. Daarbij betrekken wij het advies van de Nationale ombudsman over de toegankelijkheid van basisvoorzieningen."),
        ),
    ),
    Questions(
        1, "mnre1073", "mnre1109", "070 333 44 44", "kinderen die zonder ontbijt naar school gaan",
        "schoolmaaltijden", "scholen met veel leerlingen uit gezinnen met een laag inkomen", "een maaltijdbus voor vijf basisscholen",
        ("een boodschappenkaart voor ouders;", "een ontbijt op school dat ouders niet hoeven aan te vragen;", "een aanspreekpunt in het wijkteam;", "gratis deelname aan de naschoolse activiteiten."),
        (
            ("Kent u het onderzoek dat op {weekday} is gepresenteerd en waaruit blijkt dat een op de vijftien leerlingen wel eens zonder ontbijt naar school komt?", "Ja."),
            ("Wat is uw reactie op de uitkomsten?", "Wij vinden het verontrustend dat leerlingen met honger in de klas zitten. Een kind dat niet heeft gegeten, kan zich slechter concentreren en doet minder mee. Het onderzoek berust op een vragenlijst onder 1.150 leraren en geeft geen uitsluitsel over de oorzaak. Armoede is een verklaring, maar ook het werken in ploegendienst en het ontbreken van regelmaat thuis worden genoemd. Scholen vangen nu veel op met eigen middelen en met hulp van vrijwilligers."),
            ("Hoe wordt de {whole} besteed die voor {money} is uitgetrokken?", "Van dit bedrag komt {percent}%, te weten {part}, rechtstreeks ten goede aan {share}. Met het andere deel worden boodschappenkaarten verstrekt aan gezinnen die daarvoor in aanmerking komen. De uitvoering is opgedragen aan twee landelijke organisaties. Scholen melden zich zelf aan en hoeven achteraf alleen te verklaren hoeveel leerlingen hebben deelgenomen, zodat de administratieve last beperkt blijft."),
            ("Wat leren de ervaringen in {town1} en {town2}?", "De gemeente {town1} droeg {grant} bij aan {work}. In de gemeente {town2} is de aanpak op {meeting} door de raad uitgebreid tot het voortgezet onderwijs. Leraren zien daar meer rust in de klas en een lager verzuim op maandag. Tegelijk geven zij aan dat het verstrekken van maaltijden geen taak van de school zou moeten worden. Dat signaal nemen wij serieus."),
            ("Welke andere vormen van ondersteuning overweegt u?", "Naast de maaltijden richten wij ons op de volgende {count} vormen van ondersteuning: {list} Gemeenten kunnen deze inzetten binnen de bijzondere bijstand of vanuit het kindpakket, waarvoor structureel middelen aan het gemeentefonds zijn toegevoegd."),
            ("Hoe voorkomt u dat kinderen zich schamen voor het aannemen van een maaltijd?", "Scholen die aan de aanpak deelnemen, bieden de maaltijd aan alle leerlingen van een klas aan, zonder te vragen naar het inkomen van de ouders. De ervaring leert dat kinderen het dan als iets gewoons beschouwen en dat ook ouders minder terughoudend zijn. Het Nederlands Jeugdinstituut heeft daarvoor een handreiking opgesteld met voorbeelden van 24 scholen. Wij hebben besturen gevraagd deze onder de aandacht te brengen van hun schoolleiders, die het beste kunnen beoordelen wat bij hun leerlingen past."),
            ("Bent u bereid dit beleid structureel te maken?", "Over de periode na dit schooljaar besluit het kabinet bij de voorjaarsnota. Uw Kamer ontvangt in het voorjaar van {next} de evaluatie, die in samenwerking met {partner} wordt opgesteld. Wij lopen daarop niet vooruit. Wel hechten wij eraan dat scholen vóór de zomer weten waar zij aan toe zijn, zodat zij hun afspraken met leveranciers en vrijwilligers op tijd kunnen maken of beëindigen."),
        ),
    ),
)  # fmt: skip
