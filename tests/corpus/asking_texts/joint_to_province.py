"""What municipalities ask of their province together: two subjects with works for each of them."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Subject:
    """A subject: `works` are (words, the rest of the phrase, low, high) in euros."""

    titles: tuple[str, ...]
    scheme: str
    portfolio: str
    openings: tuple[str, ...]
    reasons: tuple[str, ...]
    examples: tuple[str, ...]
    works: tuple[tuple[str, str, int, int], ...]
    conditions: tuple[str, ...]


CYCLING = Subject(
    titles=("Gezamenlijke subsidieaanvraag regionale fietsverbindingen", "aanvraag bijdrage doorfietsroute", "Subsidieverzoek fietsnetwerk: veilig naar school en werk"),
    scheme="de Uitvoeringsregeling mobiliteit",
    portfolio="mobiliteit",
    openings=(
        "De colleges van burgemeester en wethouders van {names} hebben besloten de ontbrekende schakels in het regionale fietsnetwerk gezamenlijk aan te leggen. Wij vragen uw college daarvoor een bijdrage op grond van {scheme}.",
        "Met deze brief vragen wij, de gemeenten {names}, uw college subsidie te verlenen voor het verbeteren van de fietsverbindingen in {region}. De aanvraag berust op {scheme}.",
    ),
    reasons=(
        "De afgelopen tien jaar is het aantal elektrische fietsen in {region} meer dan verdubbeld. Voor afstanden tot vijftien kilometer is de fiets daarmee een volwaardig alternatief voor de auto geworden, maar de bestaande paden zijn daar niet op berekend: zij zijn te smal, onverlicht of liggen vlak langs een provinciale weg. Uit de tellingen van oktober {year} blijkt dat op de drukste schakel dagelijks 2.350 fietsers passeren, van wie een derde scholier is.",
        "De ongevallencijfers geven eveneens aanleiding tot zorg. In {year} werden in onze regio 41 ernstige ongevallen met fietsers geregistreerd, waarvan zeven op het tracé waarop deze aanvraag betrekking heeft. De Fietsersbond en Veilig Verkeer Nederland dringen al jaren aan op maatregelen.",
    ),
    examples=("waar een vergelijkbare route binnen twee jaar tot 30 procent meer fietsers heeft geleid", "waar het wegdek van gerecycled asfalt goed bevalt"),
    works=(
        ("verbreding van het fietspad", "langs de Dorpsweg tot 3,5 meter", 95000, 240000),
        ("aanleg van een vrijliggend fietspad", "over een lengte van 1,8 kilometer", 180000, 420000),
        ("vervanging van de fietsbrug", "over de hoofdwatergang", 110000, 260000),
        ("dynamische verlichting", "op het buitengebied-tracé, met detectie", 45000, 90000),
        ("herinrichting van het kruispunt", "bij het station, met voorrang voor fietsers", 80000, 190000),
        ("een fietstunnel", "onder de rondweg (bijdrage in de meerkosten)", 210000, 450000),
        ("fietsenstallingen", "bij vier haltes van het openbaar vervoer", 28000, 66000),
    ),
    conditions=(
        "de werken zijn uiterlijk achttien maanden na de verlening gereed",
        "het tracé sluit aan op het netwerk in het provinciale Meerjarenprogramma Fiets",
        "het beheer en onderhoud komen na oplevering voor rekening van de wegbeheerder",
        "over de voortgang wordt ieder halfjaar aan de provincie gerapporteerd",
    ),
)

VILLAGES = Subject(
    titles=("Gezamenlijke aanvraag leefbaarheid kleine kernen", "verzoek om bijdrage dorpshuizen en ontmoetingsplekken", "Subsidieaanvraag vitale dorpen"),
    scheme="de Subsidieregeling vitaal platteland",
    portfolio="leefbaarheid",
    openings=(
        "Hierbij ontvangt u de gezamenlijke aanvraag van {names} voor een bijdrage aan het in stand houden van voorzieningen in de kleine kernen. Wij beroepen ons daarbij op {scheme}.",
        "In {region} slaan de gemeenten {names} de handen ineen om in de kleinste dorpen een plek voor ontmoeting te behouden. Namens onze colleges vragen wij u daarvoor subsidie op grond van {scheme}.",
    ),
    reasons=(
        "In {year} sloten in {region} opnieuw twee basisscholen en het laatste bankfiliaal van een dorp met ruim 1.400 inwoners. Waar de school en de winkel verdwijnen, blijft het dorpshuis vaak als enige voorziening over. Juist die gebouwen, veelal in de jaren zeventig door de bewoners zelf neergezet, voldoen niet meer aan de eisen van brandveiligheid, toegankelijkheid en energiegebruik.",
        "De besturen van de dorpshuizen bestaan geheel uit vrijwilligers. Zij kunnen de gewone exploitatie sluitend houden, maar niet de investeringen opbrengen die op grond van het Bouwbesluit en het VN-verdrag Handicap van hen worden verlangd. In het bestuurlijk overleg van november {year} hebben wij met uw gedeputeerde over deze opgave gesproken.",
    ),
    examples=("waar de inwoners het gebouw inmiddels in een eigen coöperatie hebben ondergebracht", "waar huisarts, bibliotheek en kinderopvang onder één dak zijn gebracht"),
    works=(
        ("verduurzaming van het dorpshuis", "met isolatie, warmtepomp en zonnepanelen", 120000, 280000),
        ("verbouwing van de voormalige school", "tot ontmoetingscentrum", 190000, 440000),
        ("een toegankelijke entree", "met lift en aangepast sanitair", 48000, 98000),
        ("inrichting van een dorpsplein", "met speelgelegenheid en groen", 70000, 160000),
        ("aankoop van een leegstaand winkelpand", "ten behoeve van een dorpswinkel", 140000, 310000),
        ("procesbegeleiding", "van de bewonersgroepen gedurende twee jaar", 30000, 64000),
        ("vernieuwing van de keuken en de zaal", "van het gemeenschapshuis", 55000, 125000),
    ),
    conditions=(
        "de gebouwen blijven ten minste tien jaar voor het openbaar toegankelijk",
        "de bewoners zijn aantoonbaar bij het plan betrokken",
        "de uitvoering begint binnen twaalf maanden na de subsidieverlening",
        "ieder dorpshuis beschikt over een sluitende meerjarenbegroting",
    ),
)
SUBJECTS = (CYCLING, VILLAGES)
MEETINGS = (
    "Op {meeting} hebben de portefeuillehouders van de {count} gemeenten het plan in het stadhuis vastgesteld. Daarbij is afgesproken dat iedere gemeente de werken op eigen grondgebied zelf aanbesteedt en dat één gemeente de subsidie aanvraagt en verantwoordt.",
    "De {count} gemeenten hebben hun afspraken neergelegd in een samenwerkingsovereenkomst, die op {meeting} is ondertekend. Die overeenkomst voorziet in een stuurgroep, een gezamenlijke planning en een regeling voor tegenvallers.",
)
WORKS_INTRO = ("Het plan bestaat uit de volgende werken:", "Per gemeente gaat het om:", "De aanvraag heeft betrekking op:")
SUMS = (
    "De totale {total} belopen {total_sum}, exclusief de compensabele omzetbelasting. Zelf leggen de gemeenten daarvan {share} procent in als {own}, te weten {own_sum}. Wij vragen u voor het overige een {asked} van {asked_sum}.",
    "Met het geheel zijn {total} gemoeid van {total_sum}. De {own} van de gemeenten bedraagt {share} procent, ofwel {own_sum}; voor het restant verzoeken wij uw college een {asked} te verlenen van {asked_sum}.",
)
REQUESTS = (
    "Samenvattend verzoeken wij u het bedrag van {amount} toe te kennen en daarop bij de verlening een voorschot van 80 procent te verstrekken. Wij gaan ervan uit dat de beslistermijn van dertien weken van artikel 4:13 van de Algemene wet bestuursrecht wordt aangehouden.",
    "Indien u het gevraagde bedrag van {amount} toekent, kunnen de bestekken nog dit jaar worden gereedgemaakt. Een lager bedrag zou ertoe leiden dat een of meer werken komen te vervallen, waardoor de samenhang van het plan verloren gaat.",
)
