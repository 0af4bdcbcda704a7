"""What a region asks of a minister: three subjects, each with its own history, figures and posts."""

from __future__ import annotations

import dataclasses
import datetime as dt


@dataclasses.dataclass(frozen=True, slots=True)
class Topic:
    """A subject: which ministry, when, and what is said; `posts` are (words, sentence, low, high)."""

    ministry: str
    first: dt.date
    last: dt.date
    women: tuple[str, ...]
    subjects: tuple[str, ...]
    openings: tuple[str, ...]
    background: tuple[str, ...]
    table_intros: tuple[str, ...]
    columns: tuple[str, ...]
    ranges: tuple[tuple[int, int], ...]
    posts: tuple[tuple[str, str, int, int], ...]

    def title(self, surname: str) -> str:
        """How a minister is addressed."""
        return "mevrouw" if surname in self.women else "de heer"


UNDERMINING = Topic(
    ministry="Ministerie van Justitie en Veiligheid",
    first=dt.date(2018, 2, 1),
    last=dt.date(2023, 6, 20),
    women=("Yeşilgöz-Zegerius",),
    subjects=(
        "Aanvraag bijdrage regionale aanpak ondermijning in het buitengebied",
        "Verzoek om cofinanciering weerbaar buitengebied",
        "Aanvraag rijksbijdrage aanpak ondermijnende criminaliteit buitengebied",
    ),
    openings=(
        "Mede namens de colleges van burgemeester en wethouders van {names} vraag ik uw aandacht en een financiële bijdrage voor de aanpak van ondermijnende criminaliteit in het buitengebied. De {own} treedt in dezen op als penvoerder voor de {count} gemeenten.",
        "Hierbij dien ik, als burgemeester van de {own} en mede namens mijn ambtgenoten van {names}, een aanvraag in voor een bijdrage aan de bestrijding van ondermijning in {region}. De {count} gemeenten werken op dit terrein sinds enige jaren nauw samen.",
    ),
    background=(
        "In {region} is een zorgelijke verschuiving zichtbaar. Waar hennepteelt en de productie van synthetische drugs zich eerder in de steden afspeelden, worden nu steeds vaker leegstaande stallen, loodsen en vakantiewoningen in het buitengebied gebruikt. Agrariërs die op het punt staan hun bedrijf te beëindigen, worden benaderd met aanbiedingen die zij in hun financiële omstandigheden moeilijk kunnen weigeren.",
        "Artikel 13b van de Opiumwet en de Wet bevordering integriteitsbeoordelingen door het openbaar bestuur geven de burgemeesters weliswaar bevoegdheden, maar handhaving vraagt om informatie die over zes organisaties verspreid ligt. In {year} is door de politie, de Belastingdienst en het RIEC een gezamenlijk ondermijningsbeeld opgesteld. De conclusie daarvan luidt dat kleinere gemeenten de capaciteit missen om signalen structureel op te volgen.",
    ),
    table_intros=(
        "De omvang van de problematiek per gemeente is in onderstaande tabel weergegeven.",
        "Ter toelichting treft u hieronder per gemeente de voornaamste kengetallen aan.",
    ),
    columns=("Inwoners", "Agrarische bedrijven", "Meldingen {year}"),
    ranges=((12100, 48900), (104, 690), (11, 96)),
    posts=(
        ("regionale coördinator ondermijning", "een {description}, die de signalen uit de gemeenten bundelt en de gezamenlijke controles voorbereidt: {amount};", 140000, 190000),
        ("data-analist bij het RIEC", "een {description}, voor 24 uur per week gedetacheerd vanuit de regio: {amount};", 88000, 125000),
        ("controleweken in het buitengebied", "{description}, waarbij telkens ook de netbeheerder en de omgevingsdienst aansluiten: {amount};", 35000, 62000),
        ("weerbaarheidstrainingen", "{description} voor agrariërs, makelaars en verhuurders van recreatiewoningen, in samenwerking met LTO Nederland: {amount};", 18000, 40000),
        ("publiekscampagne", "een {description} rond Meld Misdaad Anoniem, in aansluiting op de landelijke campagne: {amount};", 12000, 28000),
    ),
)

FALLS = Topic(
    ministry="Ministerie van Volksgezondheid, Welzijn en Sport",
    first=dt.date(2015, 2, 1),
    last=dt.date(2021, 6, 20),
    women=("Schippers",),
    subjects=(
        "Aanvraag stimuleringsbijdrage regionale valpreventie",
        "Verzoek om bijdrage ketenaanpak valpreventie bij ouderen",
        "Aanvraag middelen programma Stevig Ouder",
    ),
    openings=(
        "Met deze brief verzoekt de {own} u om een bijdrage voor een regionale ketenaanpak valpreventie. Wij doen dat mede namens de gemeenten {names}. De {count} gemeenten hebben het programma gezamenlijk met de GGD en de huisartsen ontwikkeld.",
        "De gemeenten {names} en de {own} willen de komende twee jaar het aantal valongevallen onder zelfstandig wonende ouderen terugdringen. Namens deze {count} gemeenten vraag ik u daarvoor een bijdrage beschikbaar te stellen.",
    ),
    background=(
        "Vallen is in {region} de belangrijkste oorzaak van letsel bij mensen boven de 65 jaar. Een heupfractuur betekent voor velen het einde van het zelfstandig wonen; de kosten van ziekenhuisopname, revalidatie en huishoudelijke ondersteuning op grond van de Wet maatschappelijke ondersteuning 2015 lopen snel op. Landelijk gaat het volgens VeiligheidNL om ruim 100.000 behandelingen op de spoedeisende hulp per jaar.",
        "In {year} heeft een werkgroep van fysiotherapeuten, wijkverpleegkundigen en buurtsportcoaches in drie kernen een proef uitgevoerd. Van de 212 deelnemers bleek 38 procent een verhoogd valrisico te hebben; bij de meesten kon dat met een beweegprogramma van twaalf weken aanzienlijk worden verlaagd. De zorgverzekeraar heeft toegezegd de behandeling van de groep met een hoog risico te vergoeden, maar niet de opsporing en de groepslessen.",
    ),
    table_intros=(
        "De doelgroep is over de gemeenten verdeeld zoals in de volgende tabel is aangegeven.",
        "In het onderstaande overzicht is per gemeente de omvang van de doelgroep opgenomen.",
    ),
    columns=("Inwoners", "75 jaar en ouder", "Spoedritten na val {year}"),
    ranges=((11800, 46700), (980, 4300), (64, 388)),
    posts=(
        ("programmaleider", "een {description} in dienst van de GGD, gedurende twee jaar: {amount};", 120000, 160000),
        ("screening aan huis", "{description} door de wijkverpleegkundigen, inclusief scholing en materiaal: {amount};", 80000, 140000),
        ("beweeggroepen", "{description} volgens de methoden In Balans en Otago, ten minste vier per gemeente: {amount};", 60000, 118000),
        ("woningaanpassing en voorlichting", "{description}, te verzorgen door de ouderenbonden: {amount};", 22000, 48000),
        ("onderzoek naar de resultaten", "{description} door een hogeschool uit de regio: {amount};", 15000, 39000),
    ),
)

WORKERS = Topic(
    ministry="Ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
    first=dt.date(2014, 2, 1),
    last=dt.date(2019, 9, 20),
    women=("Ollongren",),
    subjects=(
        "Aanvraag bijdrage registratie en huisvesting arbeidsmigranten",
        "Verzoek om een specifieke uitkering huisvesting arbeidsmigranten",
        "Regionale aanpak arbeidsmigranten: aanvraag financiële bijdrage",
    ),
    openings=(
        "De {own} en de gemeenten {names} staan voor dezelfde opgave. Deze {count} gemeenten hebben in het regionaal portefeuillehoudersoverleg besloten de registratie en de huisvesting van arbeidsmigranten gezamenlijk ter hand te nemen. Ik verzoek u dat met een bijdrage mogelijk te maken.",
        "Namens de {own} en de gemeenten {names} wend ik mij tot u met het verzoek bij te dragen in de kosten van een regionale aanpak van de huisvesting van arbeidsmigranten. De {count} gemeenten hebben daarover eerder een intentieverklaring getekend.",
    ),
    background=(
        "De land- en tuinbouw en de logistiek in {region} kunnen niet zonder arbeidskrachten uit Midden- en Oost-Europa. Een groot deel van hen verblijft korter dan vier maanden en staat niet in de Basisregistratie Personen ingeschreven, maar in de Registratie Niet-Ingezetenen. Daardoor ontbreekt het zicht op wie waar verblijft, met alle gevolgen voor de brandveiligheid, de heffing van toeristenbelasting en de toegang tot zorg.",
        "Op grond van artikel 2.38 van de Wet basisregistratie personen moet wie langer dan vier maanden blijft zich binnen vijf dagen inschrijven. In de praktijk gebeurt dat zelden. Een steekproef in {year} bij 47 adressen wees uit dat ruim de helft van de aangetroffen bewoners nergens geregistreerd stond. Uw ambtgenoot van Sociale Zaken en Werkgelegenheid heeft de Tweede Kamer toegezegd in overleg te treden met de uitzendbranche.",
    ),
    table_intros=(
        "De onderstaande tabel geeft per gemeente een beeld van de opgave.",
        "Per gemeente zijn de aantallen geïnventariseerd; de uitkomst daarvan is als volgt.",
    ),
    columns=("Inwoners", "Arbeidsmigranten {year}", "Tekort aan bedden"),
    ranges=((13100, 47900), (210, 2900), (40, 720)),
    posts=(
        ("regionaal projectbureau", "een {description}, met een projectleider en ondersteuning: {amount};", 130000, 190000),
        ("inhaalslag bij de registratie", "een {description} in de Basisregistratie Personen, door tijdelijke medewerkers aan de balies: {amount};", 55000, 98000),
        ("toezichthouders", "twee {description} voor controles op adressen en vakantieparken, inclusief voertuig: {amount};", 96000, 150000),
        ("informatiepunt", "een {description} waar in het Pools, Roemeens en Bulgaars voorlichting wordt gegeven: {amount};", 28000, 61000),
    ),
)
TOPICS = (UNDERMINING, FALLS, WORKERS)
EARLIER = (
    "In {year} stelde uw ministerie een eenmalige {description} van {amount} beschikbaar voor de voorbereiding van de regionale samenwerking. Die middelen zijn geheel besteed; het accountantsverslag daarover is u indertijd toegezonden.",
    "De voorbereiding kon in {year} worden bekostigd uit een {description} van {amount} van het Rijk. Over de besteding daarvan is verantwoording afgelegd volgens de systematiek van single information, single audit (SiSa), bedoeld in artikel 17a van de Financiële-verhoudingswet.",
)
POSTS_INTRO = (
    "Voor een periode van twee jaar gaat het om de volgende {count} onderdelen:",
    "Het plan van aanpak omvat {count} onderdelen, die wij voor de looptijd van twee jaar als volgt hebben begroot:",
)
REPEAT = (
    "Gelet op het bovenstaande verzoek ik u het gevraagde bedrag van {amount} als eenmalige specifieke uitkering aan mijn gemeente toe te kennen. Wij dragen er zorg voor dat de middelen in de regio worden verdeeld en verantwoord.",
    "Ik verzoek u derhalve te bewilligen in een specifieke uitkering van {amount}. Onze gemeente treedt op als penvoerder en verantwoordt de besteding mede voor de andere gemeenten.",
)
EXAMPLES = (
    "Bij de opzet van het plan is gebruikgemaakt van de ervaringen van de {town}, waar met een vergelijkbare werkwijze binnen twee jaar zichtbaar resultaat is geboekt. De colleges van de {count} gemeenten hebben het plan inmiddels vastgesteld en de gemeenteraden zijn daarover geïnformeerd.",
    "Alle {count} gemeenten hebben het plan bestuurlijk vastgesteld. De aanpak is ontleend aan die van de {town}; een evaluatie door een onafhankelijk bureau liet zien dat vooral de vaste contactpersoon per gemeente het verschil maakt.",
)
TERMS = (
    "De uitvoering dient op {start} van start te gaan. In verband met de werving van personeel zouden wij het op prijs stellen uiterlijk {term} uw besluit te vernemen.",
    "Wij streven naar een begin op {start}. Ik verzoek u daarom ons vóór {term} te berichten of u met deze aanvraag kunt instemmen.",
)
REQUEST = (
    "De {total} bedragen daarmee {total_sum}. De gemeenten in de regio nemen hiervan gezamenlijk een {own} van {own_sum} "
    "voor hun rekening, zodat een {asked} van {asked_sum} resteert."
)
