"""What people without a letterhead ask of their municipality, in their own words."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """A request; `counted` is (words, unit, before, counts, prices in cents), `lumps` (words, phrase, low, high)."""

    firms: tuple[str, ...]
    subjects: tuple[str, ...]
    openings: tuple[str, ...]
    stories: tuple[str, ...]
    counted: tuple[str, str, str, tuple[int, ...], tuple[int, ...]]
    lumps: tuple[tuple[str, str, int, int], ...]
    news: tuple[str, ...]
    asked: str
    grounds: tuple[str, ...]
    papers: str


ROADWORKS = Case(
    firms=("Bakkerij Van Putten", "Eetcafé De Buren", "Fietsenwinkel Best Bike", "Bloemsierkunst Oosterhof"),
    subjects=("verzoek om schadevergoeding wegwerkzaamheden", "Nadeelcompensatie afsluiting straat", "schade door afsluiting van de straat"),
    openings=(
        "Hierbij vraag ik u om een vergoeding voor de schade die mijn zaak heeft geleden doordat de straat wekenlang was afgesloten.",
        "Als kleine ondernemer doe ik niet graag een beroep op de gemeente, maar na de afsluiting van onze straat zie ik geen andere mogelijkheid.",
    ),
    stories=(
        "Op {event} werd zonder aankondiging een hek voor de deur gezet. In de bewonersbrief stond dat de zaken bereikbaar zouden blijven, maar de eerste elf dagen lag er zelfs geen loopplank. De aannemer verwees mij naar uw afdeling, en daar kreeg ik te horen dat de opzichter met vakantie was. Het leek mij het best om eerst zelf met hem te gaan praten; dat heeft niets opgeleverd.",
        "Mijn klanten zijn grotendeels ouderen, die met de rollator komen. Zij zijn in die tijd naar de supermarkt gegaan en een deel komt niet meer terug. De buren links en rechts hebben hetzelfde meegemaakt, al zeggen zij dat een procedure toch geen zin heeft. Ik heb mijn kosten bijgehouden en reken alleen wat ik kan aantonen.",
    ),
    counted=("extra bezorgritten", "ritten", "Ik heb {count} {words} laten rijden", (24, 32, 36, 48, 60), (1250, 1450, 1600, 1875)),
    lumps=(
        ("weggegooide voorraad", "De {words} heb ik gewaardeerd op inkoop: {amount}.", 340, 890),
        ("advertenties", "Verder heb ik aan {words} in het huis-aan-huisblad {amount} uitgegeven.", 180, 460),
        ("tijdelijke bewegwijzering", "Voor {words} heb ik {amount} betaald, omdat de gemeente geen borden plaatste.", 120, 310),
    ),
    news=(
        "In de krant stond dat het pand op de hoek voor € 1,2 miljoen te koop staat; u begrijpt dat zulke bedragen voor een zaak als de mijne niet aan de orde zijn.",
        "Mijn zwager zegt dat de keten verderop wel 350k omzet draait in een kwartaal en zoiets nauwelijks merkt. Bij mij ligt dat anders.",
    ),
    papers="rekeningen",
    asked="vergoeding",
    grounds=("Volgens het Juridisch Loket kan ik mij beroepen op het égalitébeginsel; ik vind het vooral een kwestie van fatsoen.", "In uw eigen verordening nadeelcompensatie staat dat schade die uitgaat boven het normale ondernemersrisico wordt vergoed."),
)

DRAINS = Case(
    firms=(),
    subjects=("schade door wateroverlast", "Verzoek om tegemoetkoming in de kosten na wateroverlast", "verstopte putten in onze straat"),
    openings=(
        "Met deze brief wil ik u vragen om een tegemoetkoming in de kosten die ik heb gemaakt nadat het water uit de straat mijn woning was binnengelopen.",
        "Al drie jaar vraag ik uw meldpunt om de putten in onze straat te laten leegzuigen. Nu het mis is gegaan, schrijf ik u persoonlijk aan.",
    ),
    stories=(
        "Op {event} viel er in een uur 42 millimeter regen. De putten voor de huisnummers 11 tot en met 19 zaten vol blad en zand, zodat het water nergens heen kon. Binnen twintig minuten stond het in de gang en in de voorkamer. De brandweer kwam na een uur, met excuses, want er waren die avond 140 meldingen.",
        "De verzekering noemt het ‘water van buiten’ en keert niet uit. Op mijn melding van vorig jaar heb ik nooit antwoord gekregen, alleen een automatisch bericht met een nummer. Mijn buren van nummer 15 hebben inmiddels zelf zandzakken gekocht; bergen zand liggen er dus genoeg. Ik ben 74 en kan dat niet meer sjouwen.",
    ),
    counted=("laminaat", "m²", "Er is {count} m² {words} vervangen", (18, 24, 32, 38), (1895, 2250, 2650)),
    lumps=(
        ("schilderwerk", "Het {words} van de gang en de kamer kostte {amount}.", 420, 960),
        ("huur van een droogapparaat", "De {words} bedroeg {amount} voor twee weken.", 140, 295),
        ("nieuwe meterkastdeur", "Een {words} heb ik laten plaatsen voor {amount}.", 110, 240),
    ),
    news=(
        "Op de regionale televisie ging het over een villa van € 1,2 miljoen die ook blank stond. Daar was de ploeg binnen een half uur.",
        "Een kennis beweert dat een huis in deze straat straks 350k opbrengt, maar met vochtplekken krijg je het aan niemand verkocht.",
    ),
    papers="bonnen",
    asked="tegemoetkoming",
    grounds=("De gemeente heeft volgens de wet de zorg voor het afvloeiend hemelwater. Daar hoort het leegmaken van de putten bij.", "Ik meen dat de gemeente hier tekort is geschoten in het onderhoud, zoals bedoeld in artikel 6:174 van het Burgerlijk Wetboek."),
)

DEFIBRILLATOR = Case(
    firms=(),
    subjects=("bijdrage voor een AED in onze buurt", "Aanvraag uit het wijkbudget", "AED in de Lindebuurt"),
    openings=(
        "Namens de bewoners van onze buurt vraag ik u om een bijdrage uit het wijkbudget voor een AED aan de buitenmuur van het wijkgebouw.",
        "In onze buurt wonen veel oudere mensen en de dichtstbijzijnde AED hangt op ruim een kilometer. Daar willen wij met een paar buren zelf iets aan doen, en daarbij vragen wij uw hulp.",
    ),
    stories=(
        "Op {event} kreeg een van de bewoners tijdens het kaarten een hartstilstand. De ambulance was er na negen minuten; dat hij nog leeft, danken wij aan een verpleegkundige die toevallig langsfietste. Sindsdien is er geen vergadering geweest waarop dit niet ter sprake kwam.",
        "De Hartstichting rekent op zes minuten. Wij hebben inmiddels een lijst van mensen die opgeroepen willen worden, en de woningbouwvereniging geeft toestemming om de kast op te hangen en betaalt de stroom. De collecte langs de deuren heeft meer goede woorden dan geld opgeleverd.",
    ),
    counted=("reanimatiecursus", "deelnemers", "Voor de {words} rekenen wij op {count} deelnemers", (12, 14, 16, 20), (2750, 3250, 3500)),
    lumps=(
        ("AED", "De {words} zelf kost {amount}, met tien jaar garantie.", 1150, 1690),
        ("verwarmde buitenkast", "Een {words} met slot en alarm kost {amount}.", 390, 620),
        ("onderhoud", "Aan {words}, dus elektroden en batterij, zijn wij {amount} kwijt.", 160, 340),
    ),
    news=(
        "Van een loterij las ik dat in een straat als de onze € 1,2 miljoen is gevallen, maar die postcode hebben wij helaas niet.",
        "Op internet staan apparaten met de gekste prijzen en mijn neef had het zelfs over een kliniek met een scanner van 350k, maar wij houden het eenvoudig.",
    ),
    papers="offertes",
    asked="bijdrage",
    grounds=("In het coalitieakkoord staat dat bewoners zelf met ideeën mogen komen. Dit is er een.", "Volgens de wijkwethouder, die in het voorjaar bij ons op de koffie kwam, is hiervoor een potje."),
)
CASES = (ROADWORKS, DRAINS, DEFIBRILLATOR)
