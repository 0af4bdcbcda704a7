"""Bodies, projects and sentences of the awards of provinces and the settlements of water boards."""

from __future__ import annotations

# An award in instalments.
PROVINCES = (
    ("Drenthe", "pv22", "Postbus 122", "9400 AC", "Assen", "0592", "#7a1f3d", "drenthe.nl"),
    ("Gelderland", "pv25", "Postbus 9090", "6800 GX", "Arnhem", "026", "#0a5ca8", "gelderland.nl"),
    ("Zeeland", "pv29", "Postbus 6001", "4330 LA", "Middelburg", "0118", "#1b6e8c", "zeeland.nl"),
    ("Limburg", "pv31", "Postbus 5700", "6202 MA", "Maastricht", "043", "#a3161a", "prvlimburg.nl"),
    ("Noord-Brabant", "pv30", "Postbus 90151", "5200 MC", "'s-Hertogenbosch", "073", "#b5121b", "brabant.nl"),
)
PROJECTS = (
    ("Herstel stadswal {spot}", ("Noordersingel", "Oude Haven", "bij de Waterpoort"), ("Sloopwerk en grondwerk", "Metselwerk en voegherstel", "Archeologische begeleiding", "Aanleg wandelpad en verlichting", "Beplanting", "Onvoorzien")),
    ("Fietsverbinding {spot}", ("Kanaalzone", "Noordersingel", "Stationskwartier"), ("Verhardingen en fundering", "Kunstwerken", "Openbare verlichting", "Voorbereiding, administratie en toezicht", "Verkeersmaatregelen", "Leges en onderzoeken")),
    ("Dorpshuis {spot} toekomstbestendig", ("De Schakel", "De Meander", "Ons Huis"), ("Isolatie dak en gevels", "Warmtepomp en leidingwerk", "Zonnepanelen", "Bouwbegeleiding", "Toegankelijkheid entree", "Inrichting grote zaal")),
    ("Natuurlijk {spot}", ("Kloosterveld", "Het Zandven", "Meentpolder"), ("Grondverzet", "Aankoop plantgoed", "Rasters en veekeringen", "Monitoring flora en fauna", "Educatie en communicatie", "Projectleiding")),
)  # fmt: skip
FOUNDATIONS = ("Stichting Dorpsbelang De Eendracht", "Stichting Behoud Cultuurgoed", "Stichting Groen Dichtbij", "Stichting De Wachter")
ROLES = ("teammanager Subsidies", "afdelingsmanager Subsidieverlening", "concerndirecteur", "programmamanager Leefbaarheid")

OPENINGS = (
    "Op uw aanvraag van {answered} om een bijdrage in de kosten van het project {{project}} hebben wij een besluit genomen. De aanvraag was nog niet volledig; de ontbrekende stukken hebben wij op {added} van u ontvangen. Hieronder leest u wat wij hebben besloten, op welke kosten dat besluit berust en wat wij van u verwachten.",
    "U heeft ons op {answered} subsidie gevraagd voor het project {{project}}. Na overleg met een van onze medewerkers heeft u de begroting op {added} gewijzigd. In deze brief vindt u ons besluit, de berekening van de subsidie en de verplichtingen die eraan zijn verbonden.",
    "Naar aanleiding van uw subsidieaanvraag d.d. {answered}, aangevuld op {added}, voor het project {{project}} delen wij u het volgende mee. De adviescommissie heeft ons gunstig geadviseerd: het project draagt bij aan de doelen van ons programma en kan bovendien direct van start.",
)
DECISIONS = (
    "Gedeputeerde Staten verlenen u op grond van {law} een subsidie van ten hoogste {sum}. De subsidie is uitsluitend bestemd voor de uitvoering van het project zoals u dat in uw aanvraag heeft beschreven. Wij hebben daarbij in aanmerking genomen dat het project aansluit bij de werkzaamheden die op dit moment in de gemeente {near} worden uitgevoerd, en dat omwonenden bij de voorbereiding zijn betrokken.",
    "Wij kennen u, gelet op {law}, een subsidie toe van maximaal {sum} voor de activiteiten die in uw projectplan zijn genoemd. Ook de gemeente {near} werkt aan een vergelijkbaar project, dat inmiddels in uitvoering is. Wij raden u aan van de ervaringen daar gebruik te maken.",
)

# A settlement with what is reclaimed.
BOARDS = (
    ("Aa en Maas", "ws0654", ("Postbus 5049", "5201 GA", "'s-Hertogenbosch"), "073", "aaenmaas.nl",
     ("Bernheze", "Meierijstad", "Oss", "Helmond", "Deurne", "Gemert-Bakel", "Someren", "Asten", "Laarbeek", "Boekel")),
    ("Rijn en IJssel", "ws0152", ("Postbus 148", "7000 AC", "Doetinchem"), "0314", "wrij.nl",
     ("Doetinchem", "Zutphen", "Lochem", "Berkelland", "Winterswijk", "Aalten", "Montferland", "Zevenaar", "Oude IJsselstreek", "Oost Gelre")),
    ("Vallei en Veluwe", "ws0662", ("Postbus 4142", "7320 AC", "Apeldoorn"), "055", "vallei-veluwe.nl",
     ("Apeldoorn", "Barneveld", "Amersfoort", "Epe", "Heerde", "Hattem", "Ermelo", "Putten", "Nunspeet", "Renkum", "Wageningen")),
)  # fmt: skip
SETTLED_PROJECTS = (
    ("Klimaatbestendige wijken", ("Afkoppelen verhard oppervlak", "Wadi’s en infiltratie", "Groene daken", "Voorlichting aan bewoners", "Projectleiding")),
    ("Schoon water in stad en dorp", ("Baggeren stadsvijvers", "Natuurvriendelijke oevers", "Vissenbossen", "Meetnet waterkwaliteit", "Communicatie")),
    ("Samen aan de beek", ("Herprofilering beekloop", "Vispassages", "Recreatieve voorzieningen", "Archeologisch onderzoek", "Directievoering")),
)  # fmt: skip
SETTLED_OPENINGS = (
    "Op {asked} ontvingen wij uw aanvraag om de subsidie voor het project ‘{project}’ vast te stellen. U voerde dit project uit mede namens de gemeenten {towns}. De subsidie is verleend bij beschikking van {granted}.",
    "In uw brief van {asked} verantwoordt u, ook namens de gemeenten {towns}, het project ‘{project}’ en verzoekt u ons de subsidie vast te stellen die wij bij beschikking van {granted} hebben verleend.",
    "U heeft bij brief van {asked} het eindverslag ingediend van het project ‘{project}’, dat u samen met de gemeenten {towns} heeft uitgevoerd. Daarmee heeft u ook gevraagd om vaststelling van de subsidie die is verleend op {granted}.",
)
