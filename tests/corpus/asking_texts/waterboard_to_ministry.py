"""What a water board and the municipalities in its area ask of the ministry."""

from __future__ import annotations

import dataclasses
import datetime as dt


@dataclasses.dataclass(frozen=True, slots=True)
class Board:
    """A water board, from when it writes here, its web name, and municipalities in its area."""

    name: str
    since: dt.date
    web: str
    towns: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """A plan; `measured` is (words, unit, what follows, counts, prices), `works` (words, what follows, low, high)."""

    subjects: tuple[str, ...]
    openings: tuple[str, ...]
    causes: tuple[str, ...]
    measured: tuple[str, str, str, tuple[int, ...], tuple[int, ...]]
    works: tuple[tuple[str, str, int, int], ...]
    column: str
    local: tuple[str, ...]
    planning: tuple[str, ...]


START = dt.date(2016, 2, 1)
BOARDS = (
    Board("Waterschap Rijn en IJssel", START, "wrij", ("Aalten", "Berkelland", "Bronckhorst", "Doetinchem", "Oude IJsselstreek", "Winterswijk", "Lochem", "Zutphen")),
    Board("Waterschap Vallei en Veluwe", START, "vallei-veluwe", ("Ede", "Putten", "Heerde", "Epe", "Hattem", "Nijkerk", "Barneveld", "Ermelo")),
    Board("Waterschap Rivierenland", START, "wsrl", ("Buren", "Culemborg", "Tiel", "Neder-Betuwe", "Druten", "West Maas en Waal", "Maasdriel", "Zaltbommel")),
    Board("Waterschap De Dommel", START, "dommel", ("Best", "Oirschot", "Veldhoven", "Bladel", "Eersel", "Reusel-De Mierden", "Bergeijk", "Waalre")),
    Board("Waterschap Brabantse Delta", START, "brabantsedelta", ("Bergen op Zoom", "Steenbergen", "Woensdrecht", "Roosendaal", "Moerdijk", "Halderberge", "Zundert")),
    Board("Waterschap Limburg", dt.date(2017, 2, 1), "waterschaplimburg", ("Bergen (L)", "Gennep", "Venray", "Horst aan de Maas", "Beesel", "Peel en Maas")),
    Board("Waterschap Scheldestromen", START, "scheldestromen", ("Borsele", "Goes", "Kapelle", "Reimerswaal", "Tholen", "Veere", "Hulst")),
    Board("Waterschap Zuiderzeeland", START, "zuiderzeeland", ("Almere", "Dronten", "Lelystad", "Noordoostpolder", "Urk", "Zeewolde")),
)  # fmt: skip

DROUGHT = Plan(
    subjects=("Verzoek om bijdrage maatregelen tegen droogte", "Aanvraag rijksbijdrage zoetwatervoorziening en beekherstel", "bijdrage klimaatrobuust watersysteem"),
    openings=(
        "Mede namens de gemeenten {names} verzoekt {board} u om een bijdrage in de kosten van een samenhangend pakket maatregelen tegen droogte en wateroverlast.",
        "De gemeenten {names} en {board} hebben gezamenlijk een uitvoeringsprogramma opgesteld om water langer vast te houden. Wij richten ons tot u met het verzoek daarin bij te dragen.",
    ),
    causes=(
        "De zomers van de afgelopen jaren hebben laten zien hoe kwetsbaar de hoge gronden in ons beheergebied zijn. Beken vielen over een lengte van tientallen kilometers droog, het grondwater zakte in augustus {year} op sommige plaatsen tot 80 centimeter onder het langjarig gemiddelde en wij waren genoodzaakt een verbod op onttrekking uit oppervlaktewater in te stellen. Voor de landbouw, de natuur en de drinkwaterwinning waren de gevolgen ernstig.",
        "Tegelijk leidde een enkele bui in juni {year} tot overstroomde kelders en straten. Beide verschijnselen hebben dezelfde oorzaak: het watersysteem is in de vorige eeuw ingericht om water zo snel mogelijk af te voeren. De ruilverkavelingen van de jaren zestig hebben van slingerende beken rechte waterlopen gemaakt, met stuwen om de afvoer te regelen. Het Deltaprogramma vraagt nu het omgekeerde van ons.",
        "In het kader van het Deltaplan Zoetwater zijn voor de hoge zandgronden en de overige gebieden regionale uitvoeringsprogramma’s vastgesteld. De maatregelen waarvoor wij een bijdrage vragen, zijn daarin als kansrijk aangeduid, maar konden in de eerste fase niet worden gehonoreerd omdat de plannen nog onvoldoende waren uitgewerkt. Dat is inmiddels wel het geval: de ontwerpen zijn gereed, met de eigenaren van de gronden is op hoofdlijnen overeenstemming bereikt en de milieueffecten zijn beoordeeld.",
    ),
    measured=("natuurvriendelijke oevers", "meter", "aanleg van {count} meter {words} à {price} per meter", (420, 560, 640, 850, 920), (145, 168, 185, 210)),
    works=(
        ("hermeandering van de beek", "de {words}, inclusief grondverwerving", 420000, 890000),
        ("drempels en stuwen", "vervanging van {words} door vispasseerbare constructies", 160000, 380000),
        ("waterberging", "aanleg van een {words} van zes hectare", 240000, 520000),
        ("afkoppelen van verhard oppervlak", "het {words} in de kernen", 190000, 410000),
        ("meetnet", "een {words} voor grondwaterstanden", 48000, 96000),
    ),
    column="Maatregel",
    local=("afkoppelen dorpskern", "wadi’s en groen", "berging sportpark", "ontharding schoolpleinen", "vergroten duikers", "infiltratie bermen", "vijver en park", "regenwaterriool"),
    planning=(
        "De voorbereiding is zo ver gevorderd dat de eerste werken in het voorjaar van {next} kunnen worden aanbesteed. Voor de hermeandering is een projectplan als bedoeld in de waterwetgeving ter inzage gelegd; daarop zijn veertien zienswijzen ontvangen, die in de nota van antwoord zijn behandeld. Tegen het vaststellingsbesluit staat nog beroep open.",
        "Voor een deel van de werken is de aanwezigheid van het grondwaterbeschermingsgebied van belang. Met het drinkwaterbedrijf zijn daarover afspraken gemaakt, die in de overeenkomst tussen de partijen zijn opgenomen. Ook met de terreinbeheerders en met LTO is de planning afgestemd, zodat zoveel mogelijk buiten het broedseizoen en na de oogst wordt gewerkt.",
        "Na de oplevering volgen wij gedurende zes jaar de grondwaterstanden en de ecologische toestand. De resultaten komen beschikbaar voor de rapportage op grond van de Kaderrichtlijn Water en worden gedeeld met de andere waterschappen. Het beheer en onderhoud van de watergangen blijven bij het waterschap; die van de voorzieningen in de kernen bij de gemeenten.",
    ),
)

PUMPING = Plan(
    subjects=("Bijdrage in de kosten van de vernieuwing van gemalen en keringen", "aanvraag cofinanciering waterveiligheid regionale keringen", "Verzoek om een rijksbijdrage voor klimaatadaptatie"),
    openings=(
        "Hierbij vraagt {board}, mede namens de gemeenten {names}, om een rijksbijdrage voor het klimaatbestendig maken van gemalen, keringen en stedelijk water.",
        "In het regionaal bestuursakkoord hebben {board} en de gemeenten {names} afgesproken hun investeringen in waterveiligheid op elkaar af te stemmen. Voor het programma dat daaruit is voortgekomen, doen wij een beroep op uw ministerie.",
    ),
    causes=(
        "Uit de toetsing die wij in {year} hebben afgerond, blijkt dat een deel van de regionale keringen niet aan de norm voldoet. Op drie trajecten is de stabiliteit onvoldoende wanneer het boezempeil na een natte periode langdurig hoog blijft. De gemalen die het water moeten uitslaan dateren uit 1958 en 1971; reserveonderdelen zijn nauwelijks nog te krijgen en de capaciteit is berekend op neerslag die tegenwoordig bijna jaarlijks wordt overschreden.",
        "De gebeurtenissen in Limburg en in de Eifel in juli 2021 en de wateroverlast die ons eigen gebied heeft gekend, hebben het besef versterkt dat het stelsel van dijken, boezems en rioleringen als één geheel moet worden bezien. Wat een gemeente in de straat aanlegt, bepaalt mede wat ons gemaal moet verwerken. De stresstesten die de gemeenten hebben uitgevoerd, bevestigen dat: in zeven wijken staat bij een bui van 70 millimeter water in de woningen.",
        "Het Rijk heeft met de Impulsregeling klimaatadaptatie al een eerste stap gezet. Voor de grotere werken biedt die regeling door het maximum per werkregio echter onvoldoende ruimte. In het bestuurlijk overleg met de directeur-generaal is toegezegd dat een aanvraag voor het restant welwillend zal worden bezien, mits de regio zelf ten minste de helft bijeenbrengt. Aan die voorwaarde is met het voorliggende programma voldaan.",
    ),
    measured=("damwand", "meter", "het plaatsen van {count} meter {words} à {price} per meter", (180, 240, 320, 410, 480), (620, 740, 890, 1050)),
    works=(
        ("nieuw gemaal", "de bouw van een {words} met visvriendelijke pompen", 780000, 1600000),
        ("versterking van de kade", "de {words} over het zwakste traject", 350000, 820000),
        ("noodpompen", "aanschaf van verplaatsbare {words}", 110000, 240000),
        ("automatisering", "de {words} van zeven stuwen", 95000, 210000),
        ("archeologisch en explosievenonderzoek", "het vereiste {words}", 38000, 88000),
    ),
    column="Werk in de gemeente",
    local=("riolering centrum", "waterplein", "kadeherstel haven", "berging bedrijvenpark", "duiker rondweg", "pompput industrieterrein", "aanpassing tunnel", "gescheiden stelsel"),
    planning=(
        "De contractvoorbereiding is afgerond. Wij gaan uit van gunning in het najaar van {next}; het gemaal moet vóór het stormseizoen van het jaar daarop in bedrijf zijn. Bij de raming is uitgegaan van het prijspeil van {year} en is rekening gehouden met een post onvoorzien, die in de genoemde bedragen is begrepen. De raming is getoetst door een onafhankelijk bureau, dat de uitkomst met een bandbreedte van 15 procent aannemelijk acht.",
        "Tijdens de uitvoering wordt een stuurgroep ingesteld waarin de wethouders en het dagelijks bestuur zitting hebben. Deze komt tweemaal per jaar bijeen. Meevallers worden naar rato tussen de deelnemers verdeeld; voor tegenvallers heeft het algemeen bestuur een reservering getroffen. De provincie is over de opzet geïnformeerd en heeft laten weten het programma te onderschrijven.",
        "Voor zover werken in de nabijheid van een Natura 2000-gebied liggen, is in een voortoets vastgesteld dat significante effecten kunnen worden uitgesloten. Van het materieel wordt ten minste de helft elektrisch uitgevoerd. De bewoners langs de kade zijn in drie bijeenkomsten ingelicht; hun opmerkingen hebben op twee plaatsen tot een aangepast ontwerp geleid.",
    ),
)
PLANS = (DROUGHT, PUMPING)
AGREED = (
    "Het programma is vastgesteld door ons algemeen bestuur en door de gemeenteraden van de {count} gemeenten.",
    "De colleges van de {count} gemeenten en ons dagelijks bestuur hebben met het programma ingestemd.",
)
ITEMS = ("Het programma omvat de volgende {count} maatregelen:", "Concreet stellen wij de volgende {count} maatregelen voor:")
TOTALS = ("De totale {words} komen daarmee op {amount}, inclusief omzetbelasting.", "In totaal zijn hiermee {words} gemoeid ten bedrage van {amount}.")
TABLES = (
    "De gemeenten dragen aan het programma bij naar rato van de werken op hun grondgebied. De bijdragen zijn als volgt verdeeld.",
    "In onderstaande tabel is aangegeven welk bedrag iedere gemeente heeft gereserveerd, en voor welk werk.",
)
WISHES = (
    "Na aftrek van de gemeentelijke bijdragen komt een {own} van {own_sum} ten laste van onze begroting. Voor het resterende bedrag verzoeken wij u om een {wish} van {wish_sum}.",
    "Het {own} bedraagt {own_sum} en is door het algemeen bestuur beschikbaar gesteld. Wij vragen u een {wish} toe te kennen van {wish_sum}.",
)
TERMS = (
    "In verband met de gunning ontvangen wij uw beslissing graag uiterlijk {term}. Mocht u de aanvraag willen bespreken, dan zijn wij daartoe uiteraard bereid; een werkbezoek behoort eveneens tot de mogelijkheden.",
    "De inschrijvers kunnen hun aanbieding beperkte tijd gestand doen. Wij verzoeken u daarom vóór {term} te besluiten. Vanzelfsprekend lichten wij het programma graag ter plaatse toe.",
)
