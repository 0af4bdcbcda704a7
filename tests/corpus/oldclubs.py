"""Clubs, churches and foundations of 1960-1990 that asked their municipality for help, and for what."""

from __future__ import annotations

import dataclasses

# Village, municipality, PC4, another municipality nearby.
VILLAGES = (
    ("Lunteren", "Ede", "6741", "Renswoude"), ("Voorthuizen", "Barneveld", "3781", "Nijkerk"), ("Kootwijkerbroek", "Barneveld", "3774", "Scherpenzeel"),
    ("Enter", "Wierden", "7468", "Rijssen"), ("Vroomshoop", "Den Ham", "7681", "Ommen"), ("Oosterbeek", "Renkum", "6861", "Wageningen"),
    ("Kloosterzande", "Hontenisse", "4587", "Hulst"), ("Dwingeloo", "Dwingeloo", "7991", "Diever"), ("Moergestel", "Moergestel", "5066", "Oisterwijk"),
    ("Nootdorp", "Nootdorp", "2631", "Pijnacker"), ("Siddeburen", "Slochteren", "9628", "Appingedam"), ("Hijken", "Beilen", "9415", "Smilde"),
    ("Baarlo", "Maasbree", "5991", "Kessel"), ("Twello", "Voorst", "7391", "Brummen"), ("Scheemda", "Scheemda", "9679", "Winschoten"),
)  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Club:
    """A kind of club: its names, what it wants and why; rows are (what, least, most, count, unit)."""

    names: tuple[str, ...]
    we: str
    our: str
    subjects: tuple[str, ...]
    founded: str
    why: tuple[str, ...]
    listed: tuple[str, tuple[str, str, str]]
    counted: tuple[str, int, int, int, int, str]
    rows: tuple[tuple[str, int, int], ...]
    funds: tuple[str, str]
    thing: str
    age: tuple[int, int] = (18, 60)


BAND = Club(
    names=('Muziekvereniging "Excelsior"', 'Chr. Muziekvereniging "Crescendo"', 'Harmonie "St. Caecilia"', 'Fanfarecorps "De Eendracht"'),
    we="onze vereniging", our="onze muziekvereniging",
    subjects=("subsidie aanschaf instrumenten", "verzoek om bijdrage in de kosten van nieuwe instrumenten"),
    founded="opgericht in {year} en goedgekeurd bij Koninklijk Besluit, telt thans {number} werkende leden en bijna tweehonderd donateurs",
    why=(
        "Zoals Uw College wellicht bekend is, dateren de meeste instrumenten nog van vóór de oorlog. Zij zijn in de loop der jaren zo vaak gerepareerd, dat de instrumentmaker ons heeft laten weten er niets meer aan te kunnen doen. Op het concours van vorig jaar maakte de jury de opmerking, dat de zuiverheid van het corps niet door de muzikanten maar door het materiaal te kort schoot, hetgeen voor onze dirigent een grote teleurstelling was.",
        "Daar komt bij, dat zich in het afgelopen seizoen een twintigtal jongens en meisjes voor de opleiding heeft aangemeld, aan wie wij geen instrument kunnen geven. Wij zouden het betreuren, indien wij deze jeugd om die reden zouden moeten teleurstellen.",
    ),
    listed=("onderdelen", ("de vervanging van het koperwerk;", "de aanschaf van slagwerk voor de drumband;", "de aanschaf van lessenaars en mappen.")),
    counted=("bugels", 385, 540, 3, 6, "stuks"),
    rows=(("slagwerk", 820, 1600), ("bariton en bas", 2400, 4200), ("lessenaars en mappen", 210, 480)),
    funds=("eigen middelen", "opbrengst bazar"),
    thing="het jubileumconcert",
)  # fmt: skip
ICE = Club(
    names=('IJsclub "De Volharding"', 'IJsvereniging "Thialf"', 'IJsclub "Nooit Gedacht"'),
    we="onze ijsclub", our="onze ijsclub",
    subjects=("bijdrage verlichting ijsbaan", "verzoek om subsidie inrichting ijsbaan"),
    founded="opgericht in {year}, telt {number} gezinnen als lid en beschikt sedert enkele jaren over een landijsbaan, die zij van een der leden pacht",
    why=(
        "In de strenge winter, die achter ons ligt, is wel gebleken hoezeer een goede baan in een behoefte voorziet. Op sommige dagen bewogen zich meer dan zeshonderd schaatsers op het ijs, waaronder de leerlingen van alle scholen in het dorp. Des avonds moest echter reeds om vijf uur worden gesloten, omdat de noodverlichting, bestaande uit enkele lampen aan een kabel, door het elektriciteitsbedrijf als gevaarlijk werd aangemerkt.",
        "Ook de keet, waarin de baancommissie haar werk moet doen, verkeert in slechte staat. De plaatselijke aannemer heeft zich bereid verklaard de materialen tegen kostprijs te leveren, terwijl het werk geheel door vrijwilligers zal worden verricht.",
    ),
    listed=("voorzieningen", ("een verlichting langs de gehele baan;", "een houten baanhuisje met koffiekeuken;", "een pomp met toevoerleiding.")),
    counted=("lichtmasten", 140, 235, 8, 14, "stuks"),
    rows=(("kabel en schakelkast", 540, 980), ("hout en golfplaten voor baanhuisje", 1150, 2350), ("pomp met toevoerleiding", 690, 1450)),
    funds=("eigen middelen", "opbrengst verloting"),
    thing="de opening van de vernieuwde baan",
)  # fmt: skip
CHURCH = Club(
    names=("Kerkvoogdij der Hervormde Gemeente te {village}", "Commissie van Beheer der Gereformeerde Kerk van {village}", "R.K. Kerkbestuur St. Martinus"),
    we="ons college", our="ons college",
    subjects=("bijdrage herstel torenuurwerk en klokkestoel", "verzoek om bijdrage in herstel uurwerk kerktoren"),
    founded="dat sinds {year} het beheer voert over kerk en toren, vertegenwoordigt een gemeenschap van {number}0 zielen",
    why=(
        "Het uurwerk in de toren, dat door het gehele dorp als openbare tijdaanwijzing wordt beschouwd, is reeds sedert de herfst buiten gebruik. Bij onderzoek door een deskundige firma is gebleken, dat niet alleen het gaande werk versleten is, doch dat ook de klokkestoel door houtworm is aangetast en dat het luiden van de grote klok niet langer verantwoord is.",
        "Volgens mededeling van de Rijksdienst voor de Monumentenzorg komt de toren, die uit de vorige eeuw dateert, niet voor rijkssubsidie in aanmerking. Van de zijde van de gemeenteleden is inmiddels een actie gevoerd, die boven verwachting is geslaagd.",
    ),
    listed=("werkzaamheden", ("het herstel van het uurwerk met elektrische opwinding;", "de vernieuwing van de klokkestoel;", "het schilderen en vergulden van de wijzerplaten.")),
    counted=("wijzerplaten", 260, 430, 2, 4, "stuks"),
    rows=(("herstel uurwerk", 1900, 3800), ("eikenhout klokkestoel", 1350, 2900), ("steigerwerk en verzekering", 380, 760)),
    funds=("eigen middelen", "opbrengst actie"),
    thing="de viering van het eeuwfeest van de toren",
)  # fmt: skip
PLAY = Club(
    names=("Stichting Peuterspeelzaal 't Opstapje", "Stichting Kleuterspeelzaal Kindervreugd", "Stichting Peuterspeelzaal De Krekel"),
    we="onze stichting", our="onze stichting",
    subjects=("inrichtingssubsidie", "aanvraag eenmalige bijdrage inrichting lokaal"),
    founded="opgericht bij notariële akte in {year}, biedt gedurende vier dagdelen per week plaats aan {number} kinderen",
    why=(
        "Tot dusver konden wij gebruik maken van een lokaal in de voormalige lagere school, doch door de bouwvallige toestand van het dak is dit niet langer mogelijk. Na lang zoeken is ons door een particulier een ruimte aangeboden, welke na enig timmerwerk zeer geschikt is. De brandweer heeft het gebouw bezichtigd en enkele eisen gesteld, waaraan zonder veel moeite kan worden voldaan.",
        "De dagelijkse leiding berust bij een gediplomeerde kracht, bijgestaan door moeders uit het dorp. De ouderbijdrage is zodanig vastgesteld, dat de lopende kosten daaruit kunnen worden bestreden; voor de inrichting ontbreken ons de middelen.",
    ),
    listed=("voorzieningen", ("een vloer, die warm en gemakkelijk schoon te houden is;", "kindermeubilair en speelmateriaal;", "een nooduitgang met verlichting.")),
    counted=("vloerbedekking", 18, 34, 60, 110, "m2"),
    rows=(("tafeltjes en stoeltjes", 640, 1300), ("speelmateriaal", 420, 950), ("nooduitgang en brandblusapparaten", 510, 1150)),
    funds=("eigen middelen", "opbrengst rommelmarkt"),
    thing="de ingebruikneming van het lokaal",
    age=(2, 6),
)  # fmt: skip
