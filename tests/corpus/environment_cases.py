"""What environment services write about: inspections, intended orders, orders and requests for data."""

from __future__ import annotations

import dataclasses
import datetime as dt


@dataclasses.dataclass(frozen=True, slots=True)
class Service:
    """An environment service, its towns (place, first street postcode, how many) and its period."""

    identifier: str
    name: str
    postal: str
    domain: str
    first: dt.date
    towns: tuple[tuple[str, str, int, int], ...]


SERVICES = (
    Service("so0787", "Omgevingsdienst de Vallei", "Postbus 9024, 6710 HM Ede", "oddevallei.nl", dt.date(2014, 1, 1),
            (("Ede", "Ede", 6711, 8), ("Barneveld", "Barneveld", 3771, 3), ("Nijkerk", "Nijkerk", 3861, 3))),
    Service("so0718", "Omgevingsdienst Achterhoek", "Postbus 350, 7000 AJ Doetinchem", "odachterhoek.nl", dt.date(2014, 1, 1),
            (("Doetinchem", "Doetinchem", 7001, 9), ("Zutphen", "Zutphen", 7201, 7), ("Lochem", "Lochem", 7241, 2))),
    Service("so0712", "Omgevingsdienst Midden- en West-Brabant", "Postbus 75, 5000 AB Tilburg", "omwb.nl", dt.date(2014, 1, 1),
            (("Tilburg", "Tilburg", 5011, 5), ("Breda", "Breda", 4811, 9), ("Waalwijk", "Waalwijk", 5141, 6))),
    Service("so0892", "Omgevingsdienst Twente", "Postbus 499, 7600 AL Almelo", "odtwente.nl", dt.date(2019, 1, 15),
            (("Almelo", "Almelo", 7601, 9), ("Oldenzaal", "Oldenzaal", 7571, 7))),
    Service("so0721", "Omgevingsdienst Groningen", "Postbus 97, 9640 AB Veendam", "odgroningen.nl", dt.date(2014, 1, 1),
            (("Veendam", "Veendam", 9644, 3), ("Oldambt", "Winschoten", 9671, 5))),
    Service("so0827", "Omgevingsdienst Noord-Holland Noord", "Postbus 2095, 1620 EB Hoorn", "odnhn.nl", dt.date(2014, 1, 1),
            (("Alkmaar", "Alkmaar", 1811, 7), ("Schagen", "Schagen", 1741, 2), ("Hoorn", "Hoorn", 1621, 5))),
    Service("so0455", "Omgevingsdienst West-Holland", "Postbus 159, 2300 AD Leiden", "odwh.nl", dt.date(2014, 1, 1),
            (("Katwijk", "Katwijk", 2221, 3), ("Noordwijk", "Noordwijk", 2201, 4), ("Leiden", "Leiden", 2311, 8))),
    Service("so0696", "Omgevingsdienst Flevoland & Gooi en Vechtstreek", "Postbus 2341, 8203 AH Lelystad", "ofgv.nl", dt.date(2014, 1, 1),
            (("Lelystad", "Lelystad", 8221, 6), ("Dronten", "Dronten", 8251, 4), ("Almere", "Almere", 1311, 9))),
    Service("so0669", "Omgevingsdienst Zuid-Holland Zuid", "Postbus 550, 3300 AN Dordrecht", "ozhz.nl", dt.date(2014, 1, 1),
            (("Dordrecht", "Dordrecht", 3311, 9), ("Papendrecht", "Papendrecht", 3351, 6), ("Sliedrecht", "Sliedrecht", 3361, 4))),
    Service("so0697", "Omgevingsdienst regio Utrecht", "Postbus 13101, 3507 LC Utrecht", "odru.nl", dt.date(2014, 1, 1),
            (("Zeist", "Zeist", 3701, 9), ("Woerden", "Woerden", 3441, 9), ("Veenendaal", "Veenendaal", 3901, 7))),
)  # fmt: skip
FIRMS = ("{name} Metaalbewerking B.V.", "Autodemontage {name} B.V.", "Pluimveebedrijf {name} V.O.F.", "{name} Recycling B.V.",
         "Wasserij {name} B.V.", "Tankstation De Poort B.V.", "Maatschap {name}", "Houthandel {name} & Zn. B.V.")  # fmt: skip
STREETS = ("Nijverheidsweg", "Energieweg", "Havenstraat", "Ambachtsweg", "Buitendijk", "Transportstraat", "Veldweg", "Handelskade")
BREACHES = (
    "de opslag van 1.800 liter afgewerkte olie zonder lekbak (artikel 4.1 van de Activiteitenregeling milieubeheer);",
    "het ontbreken van een geldig keuringsrapport van de vloeistofdichte vloer;",
    "het lozen van afvalwater zonder slibvangput en olieafscheider;",
    "het overschrijden van de geluidsgrenswaarde in de nachtperiode met 4 dB(A), gemeten op de gevel van de naastgelegen woning;",
    "het opslaan van gasflessen op minder dan vijf meter van de erfgrens, in strijd met PGS 15;",
    "het niet bijhouden van een afvalstoffenregistratie over de laatste twaalf maanden;",
    "het in gebruik hebben van een tweede spuitcabine waarvoor geen melding is gedaan.",
)
MISSING = (
    "een plattegrond van de inrichting op schaal 1:100 met de indeling van de opslagvakken;",
    "een akoestisch rapport waarin ook de transportbewegingen zijn meegenomen;",
    "de veiligheidsinformatiebladen van de gebruikte oplosmiddelen;",
    "een berekening van de stikstofdepositie op het dichtstbijzijnde Natura 2000-gebied;",
    "het bewijs dat de aanvrager gemachtigd is namens de vennootschap op te treden;",
    "een bodemonderzoek dat niet ouder is dan vijf jaar.",
)


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """A kind of letter: `{...}` is filled in; `points` are listed after `lead`."""

    subjects: tuple[str, ...]
    opening: str
    lead: str
    points: tuple[str, ...]
    demand: str
    paragraphs: tuple[str, ...]
    replies: bool


INSPECTION = Case(
    ("Uitslag milieucontrole", "Bevindingen controle en hersteltermijn"),
    "Op {visit} heeft een toezichthouder van onze dienst uw bedrijf aan de {street} bezocht. Het bezoek maakte deel uit van het "
    "uitvoeringsprogramma, waarin bedrijven in uw branche eens per drie jaar worden gecontroleerd.",
    "Wij hebben daarbij de volgende {count} overtredingen vastgesteld:",
    BREACHES,
    "Wij verzoeken u de overtredingen uiterlijk {by} te beëindigen. Na die datum vindt een hercontrole plaats.",
    ("Een foto van de genomen maatregelen is voor de meeste punten voldoende. Voor de vloer hebben wij een rapport nodig van een erkende "
     "instelling.",
     "Bij de hercontrole zullen wij ook nagaan of de aandachtspunten uit ons vorige bezoek zijn opgevolgd. Die zijn toen mondeling besproken "
     "en niet schriftelijk vastgelegd.",
     "Het herstellen van een overtreding laat de bevoegdheid van het Openbaar Ministerie om te vervolgen onverlet."),
    False,
)  # fmt: skip
INTENTION = Case(
    ("Voornemen last onder dwangsom", "Voornemen tot handhavend optreden"),
    "Bij een hercontrole op {visit} is gebleken dat uw bedrijf aan de {street} nog steeds niet aan de voorschriften voldoet. Het college is "
    "daarom van plan u een last onder dwangsom op te leggen.",
    "Het gaat om de volgende {count} overtredingen:",
    BREACHES,
    "U kunt uw zienswijze op dit voornemen tot en met {by} schriftelijk of mondeling naar voren brengen (artikel 4:8 van de Algemene wet "
    "bestuursrecht).",
    ("De dwangsom zal € {fine} per week bedragen, met een maximum van € {most}. Dit bedrag staat in redelijke verhouding tot de zwaarte van "
     "het geschonden belang en tot de beoogde werking, zoals artikel 5:32b van de Algemene wet bestuursrecht vereist.",
     "Wij hebben geen zicht op legalisatie. Een vergunning zou in strijd zijn met het bestemmingsplan en met de provinciale verordening.",
     "Heeft u de overtredingen inmiddels beëindigd, dan ontvangen wij daarvan graag bewijs. Wij zien dan van oplegging af."),
    False,
)  # fmt: skip
ORDER = Case(
    ("Besluit last onder dwangsom", "Last onder dwangsom"),
    "Op {before} hebben wij u ons voornemen kenbaar gemaakt. Wij hebben geen zienswijze ontvangen. Bij controle op {visit} is opnieuw "
    "geconstateerd dat aan de {street} in strijd met de wet wordt gehandeld.",
    "De last heeft betrekking op de volgende {count} overtredingen:",
    BREACHES,
    "U moet de overtredingen vóór {by} ongedaan maken en ongedaan houden. Daarna verbeurt u de dwangsom van rechtswege.",
    ("De dwangsom is vastgesteld op € {fine} per week of gedeelte van een week dat de last niet wordt uitgevoerd, tot een maximum van "
     "€ {most}. Verbeurde bedragen moeten binnen zes weken worden betaald en worden zo nodig bij dwangbevel ingevorderd.",
     "Bij onze afweging is betrokken dat omwonenden al geruime tijd hinder ondervinden. Uw belang bij ongestoorde voortzetting weegt daar "
     "niet tegen op.",
     "Tegen dit besluit kunt u binnen zes weken na de dag van verzending bezwaar maken. Het bezwaarschrift schorst de werking van het besluit "
     "niet; daarvoor kunt u de voorzieningenrechter van de rechtbank om een voorlopige voorziening vragen."),
    False,
)  # fmt: skip
REQUEST = Case(
    ("Aanvraag omgevingsvergunning: verzoek om aanvullende gegevens", "Opschorting behandeling vergunningaanvraag"),
    "Op {before} hebben wij uw aanvraag ontvangen voor het veranderen van de inrichting aan de {street}. Uit de toets op volledigheid blijkt "
    "dat wij de aanvraag nog niet kunnen beoordelen.",
    "Wij missen de volgende {count} stukken:",
    MISSING,
    "Wij stellen u in de gelegenheid de stukken uiterlijk {by} aan te leveren. De beslistermijn is tot die dag opgeschort (artikel 4:15 van de "
    "Algemene wet bestuursrecht).",
    ("Zijn de gegevens dan niet volledig, dan kan het college besluiten de aanvraag niet te behandelen. De legesverordening kent in dat geval "
     "geen teruggave.",
     "Bij de inhoudelijke beoordeling vragen wij advies aan de brandweer en aan het waterschap. Dat kan tot nieuwe vragen leiden.",
     "U kunt de stukken toevoegen via het loket waar u de aanvraag heeft ingediend. Vermeld daarbij het zaaknummer."),
    True,
)  # fmt: skip
CASES = (INSPECTION, INTENTION, ORDER, REQUEST)
