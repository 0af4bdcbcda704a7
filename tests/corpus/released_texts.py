"""What safety regions, police and health services write to mayors: bodies, cases, their wording."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Body:
    """A sender: name as printed, official name, code, address, phone, role of who signs."""

    name: str
    official: str
    identifier: str | None
    address: str
    postcode: str
    place: str
    phone: str
    role: str


@dataclasses.dataclass(frozen=True, slots=True)
class Region:
    """Its safety region, police unit and health service, its towns, a village that is no town."""

    bodies: tuple[Body, Body, Body]
    towns: tuple[str, ...]
    unknown: str


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """One kind of letter; texts have places for what is covered, dated or summed."""

    subjects: tuple[str, ...]
    replies: bool
    posts: tuple[str, str]
    blot: str
    secret: str
    opinion: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    advice: tuple[str, ...]
    end: str


STREETS = ("Nijverheidsweg", "Burgemeester Van Engelenweg", "Lijsterbesstraat", "Oude Rijksweg", "Kanaaldijk", "Meester Van Putstraat", "Industrieweg", "Dorpsstraat")
REGIONS = (
    Region(
        (
            Body("Veiligheidsregio IJsselland", "Veiligheidsregio IJsselland", "so0003", "Postbus 1453", "8001 BL", "Zwolle", "088 - 119 70 00", "regionaal commandant"),
            Body("Politie Eenheid Oost-Nederland", "Politie, Eenheid Oost-Nederland", None, "Postbus 618", "7300 AP", "Apeldoorn", "0900 - 8844", "districtschef IJsselland"),
            Body("GGD IJsselland", "GGD IJsselland", "so0670", "Postbus 1453", "8001 BL", "Zwolle", "038 - 428 14 28", "directeur publieke gezondheid"),
        ),
        ("Kampen", "Hardenberg", "Raalte", "Ommen", "Dalfsen"),
        "Lemelerveld",
    ),
    Region(
        (
            Body("Veiligheidsregio Drenthe", "Veiligheidsregio Drenthe", "so0616", "Postbus 402", "9400 AK", "Assen", "088 - 246 02 46", "directeur"),
            Body("Politie Eenheid Noord-Nederland", "Politie, Eenheid Noord-Nederland", None, "Postbus 107", "9400 AC", "Assen", "0900 - 8844", "teamchef basisteam Zuidwest-Drenthe"),
            Body("GGD Drenthe", "GGD Drenthe", "so0474", "Postbus 144", "9400 AC", "Assen", "088 - 246 02 00", "directeur publieke gezondheid"),
        ),
        ("Emmen", "Hoogeveen", "Meppel", "Coevorden", "Midden-Drenthe"),
        "Klazienaveen",
    ),
    Region(
        (
            Body("Veiligheidsregio Brabant-Noord", "Veiligheidsregio Brabant-Noord", "so0066", "Postbus 218", "5201 AE", "'s-Hertogenbosch", "088 - 020 82 08", "regionaal commandant"),
            Body("Politie Eenheid Oost-Brabant", "Politie, Eenheid Oost-Brabant", None, "Postbus 8050", "5601 KB", "Eindhoven", "0900 - 8844", "districtschef 's-Hertogenbosch"),
            Body("GGD Hart voor Brabant", "GGD Hart voor Brabant", "so0442", "Postbus 3024", "5003 DA", "Tilburg", "088 - 368 68 68", "directeur publieke gezondheid"),
        ),
        ("Oss", "Meierijstad", "Bernheze", "Maashorst", "Heusden"),
        "Odiliapeel",
    ),
)  # fmt: skip

FIRE = Case(
    ("Eerste bevindingen brand bedrijfsverzamelgebouw", "Brand bedrijfsverzamelgebouw: stand van zaken evaluatie"),
    True,
    ("inhuur van een sloopkraan", "afvoer van verontreinigd bluswater"),
    "met een hoogwerker en twee waterkanonnen",
    "Uit de verklaring van de huurder van unit 14 blijkt dat daar zonder melding accu's werden opgeslagen en dat de brandmeldinstallatie al enige weken buiten bedrijf was. De verhuurder was hiervan op de hoogte; hij heeft de controle van het voorjaar laten verplaatsen en heeft op twee herinneringen niet gereageerd.",
    "Het beeld is dat uw afdeling Vergunningen eerder had kunnen optreden. Wij bespreken dit liever mondeling.",
    (
        ("Aanleiding", (
            "In uw e-mail van {asked} vraagt u ons naar de eerste bevindingen over de brand van {event}. Met deze brief geven wij u de stand van zaken. Het volledige evaluatierapport wordt in het algemeen bestuur besproken en verschijnt later dit jaar.",
        )),
        ("Verloop van de inzet", (
            "De meldkamer ontving om 02.47 uur de eerste melding van een brand in het pand aan de {address}. Om 02.56 uur was de eerste tankautospuit ter plaatse. Er is opgeschaald naar grote brand en GRIP 1, en later {blot} geblust. De melder, {person}, zag kort daarvoor een bestelbus wegrijden. Een tweede getuige, {neighbour}, is bereikbaar op nummer {phone}.",
            "{secret}",
            "Voor de opvang van de bewoners van de aangrenzende bovenwoningen stelde de gemeente {other} een sporthal beschikbaar. Rond 7.30 uur konden 23 van de 31 bewoners terug naar huis.",
        )),
        ("Kosten", (
            "De inhuur van een sloopkraan kostte {first}; de afvoer van verontreinigd bluswater {second}. Beide posten brengen wij op grond van de afspraken over bijzondere inzet bij u in rekening. De reguliere inzet van onze ploegen valt onder de jaarlijkse bijdrage.",
        )),
        ("Aanbevelingen", ("{opinion}", "Vooruitlopend op het rapport bevelen wij u het volgende aan:")),
    ),
    (
        "Controleer of de gebruiksmelding van het pand overeenkomt met het feitelijk gebruik.",
        "Leg vast wie in de eerste uren de omwonenden informeert.",
        "Betrek de omgevingsdienst bij vergelijkbare panden op het terrein.",
    ),
    "Wij lichten deze bevindingen graag toe in het driehoeksoverleg. De gegevens in deze brief zijn uitsluitend voor u bestemd.",
)
DRUGS = Case(
    ("Bestuurlijke rapportage aantreffen harddrugs in woning", "Bestuurlijke rapportage artikel 13b Opiumwet"),
    False,
    ("opslag van de in beslag genomen goederen", "herstel van de toegangsdeur"),
    "achter een gipswand op de zolder",
    "In de weken voorafgaand aan de doorzoeking is driemaal melding gemaakt van kortstondige bezoeken in de avonduren. Bij de laatste melding zijn kentekens doorgegeven die op naam staan van personen met antecedenten op het gebied van de Opiumwet. Een anonieme bron noemt de woning als overdrachtspunt.",
    "De ervaring met de betrokkene is dat een waarschuwing geen effect zal hebben.",
    (
        ("Grondslag", (
            "Met deze bestuurlijke rapportage informeren wij u over feiten die van belang kunnen zijn voor uw bevoegdheden op grond van artikel 13b van de Opiumwet en artikel 174a van de Gemeentewet. De gegevens worden verstrekt op grond van artikel 16, eerste lid, van de Wet politiegegevens.",
        )),
        ("Feiten", (
            "Op {event} omstreeks 21.15 uur doorzochten wij de woning aan de {address}. Als hoofdbewoner was aanwezig {person}, geboren op {born}. Onder het aanrecht en {blot} lagen 312 gram MDMA, 48 gram cocaïne en een weegschaal. In een kluis lag een contant geldbedrag van € 14.350,00, dat in beslag is genomen.",
            "{secret}",
            "Een omwonende, {neighbour}, telefoon {phone}, is bereid een verklaring af te leggen. In de gemeente {other} is tegen dezelfde bewoner eerder bestuurlijk opgetreden.",
        )),
        ("Kosten", (
            "Wij hebben kosten gemaakt voor de opslag van de in beslag genomen goederen ({first}) en voor het herstel van de toegangsdeur ({second}). Wij verzoeken u deze kosten te betrekken bij een eventueel verhaal op de overtreder.",
        )),
        ("Advies", ("{opinion}", "Gelet op het voorgaande geven wij u in overweging:")),
    ),
    (
        "de woning voor de duur van drie maanden te sluiten;",
        "de verhuurder van de sluiting schriftelijk op de hoogte te stellen;",
        "de wijkagent vooraf over het tijdstip te informeren.",
    ),
    "De processen-verbaal zijn niet bijgevoegd; zij kunnen door uw juristen op het bureau worden ingezien.",
)
HEALTH = Case(
    ("Advies over een zorgwekkende woonsituatie", "Signaal en advies woonhygiëne"),
    True,
    ("specialistische reiniging", "tijdelijke opvang van de huisdieren"),
    "in de keuken en op de trap",
    "Betrokkene is bij ons bekend sinds 2019. Hij mijdt zorg, opent geen post en heeft de behandeling bij de huisarts gestaakt. Bij het huisbezoek maakte hij een verwarde indruk en beschuldigde hij de buren van diefstal. Zijn dochter heeft geen contact meer met hem en wil niet worden benaderd.",
    "Onze arts acht de kans groot dat vrijwillige hulp opnieuw wordt geweigerd.",
    (
        ("Uw verzoek", (
            "Naar aanleiding van uw verzoek van {asked} hebben wij een onderzoek ingesteld naar de woonsituatie aan de {address}. Onze verpleegkundige bracht op {event} een huisbezoek, samen met de wijkagent en een medewerker van de woningcorporatie.",
        )),
        ("Bevindingen", (
            "De woning wordt bewoond door {person}, geboren op {born}. De woonkamer is niet meer toegankelijk; {blot} staan stapels kranten en afval tot een hoogte van 1,60 meter. Er zijn elf katten aangetroffen. De buurvrouw, {neighbour}, te bereiken op {phone}, meldt ongedierte en stankoverlast.",
            "{secret}",
            "Eerder dit jaar is in de gemeente {other} in een vergelijkbaar geval met goed gevolg gekozen voor een gezamenlijke aanpak met de verhuurder.",
        )),
        ("Kosten", (
            "De specialistische reiniging van de woning is geoffreerd voor {first}. Voor de tijdelijke opvang van de huisdieren vraagt de stichting een vergoeding van {second}. Wij verzoeken u deze kosten vanuit de bijzondere bijstand of het vangnetbudget te dragen.",
        )),
        ("Advies", ("{opinion}", "Wij adviseren u daarom:")),
    ),
    (
        "een verkennend onderzoek te starten als bedoeld in artikel 5:2 van de Wet verplichte geestelijke gezondheidszorg;",
        "de woning op korte termijn te laten reinigen;",
        "één medewerker aan te wijzen die de afspraken met alle partijen bewaakt.",
    ),
    "Dit advies bevat medische gegevens. Wij verzoeken u het buiten het openbare dossier te houden.",
)
CASES = (FIRE, DRUGS, HEALTH)
