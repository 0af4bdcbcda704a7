"""What was faxed in 1989-1999: a project for which Brussels might pay, an offer of a bureau."""

from __future__ import annotations

import dataclasses

# Town, telephone before and from 10 October 1995, its province.
TOWNS = (
    ("Tilburg", "013-4", "013-54", "Noord-Brabant"), ("Breda", "076-2", "076-52", "Noord-Brabant"), ("Alkmaar", "072-1", "072-51", "Noord-Holland"),
    ("Maastricht", "043-2", "043-35", "Limburg"), ("Deventer", "05700-", "0570-6", "Overijssel"), ("Assen", "05920-", "0592-3", "Drenthe"),
)  # fmt: skip
PROVINCES = {"Noord-Brabant": "pv30", "Noord-Holland": "pv27", "Limburg": "pv31", "Overijssel": "pv23", "Drenthe": "pv22"}
# Invented bureaus with a street, a postcode, a place and telephone before and from 10 October 1995.
BUREAUS = (
    ("Ingenieursbureau Reinstra B.V.", "Galvanistraat 14", "6718", "Ede", "08380-", "0318-6"),
    ("Adviesbureau Klaverdijk & Partners", "Rieteweg 21", "8013", "Zwolle", "038-2", "038-42"),
    ("Oosterling Advies B.V.", "Rietveldenweg 80", "5222", "'s-Hertogenbosch", "073-2", "073-62"),
    ("Van Westering Raadgevende Ingenieurs", "Delta 112", "6825", "Arnhem", "085-6", "026-36"),
    ("Bureau Hillebrink", "Smederijstraat 2", "4817", "Breda", "076-2", "076-52"),
)


@dataclasses.dataclass(frozen=True, slots=True)
class Job:
    """Something to be done: what it is called, its activities with hours, what is said of it."""

    subjects: tuple[str, ...]
    name: str
    rows: tuple[str, ...]
    texts: tuple[str, ...]
    more: tuple[str, ...]


PROJECTS = (
    Job(
        subjects=("projectvoorstel revitalisering bedrijventerrein", "aanvraag structuurfondsen, revitalisering bedrijventerrein"),
        name="revitalisering van het bedrijventerrein",
        rows=("Projectleiding", "Inventarisatie bedrijven", "Ontwerp openbare ruimte", "Voorlichting en werving"),
        texts=(
            "Het terrein dateert uit de jaren vijftig en wordt gekenmerkt door leegstaande loodsen, een slechte ontsluiting en vervuilde grond. Uit een enquête onder de gevestigde bedrijven is gebleken dat ruim een derde overweegt om binnen drie jaar te verhuizen. Met een gerichte aanpak, waarbij eigenaren en gemeente ieder een deel van de kosten voor hun rekening nemen, is dat volgens ons te voorkomen.",
            "Wij hebben het voorstel besproken met de Kamer van Koophandel en met de ondernemersvereniging. Beide zijn bereid zitting te nemen in de begeleidingscommissie. De milieudienst heeft toegezegd de bodemgegevens beschikbaar te stellen.",
        ),
        more=(
            "Volgens het programmadocument komen projecten met een omvang van minder dan 50.000 ecu niet voor behandeling in aanmerking. Aan die voorwaarde wordt, bij de huidige koers, ruimschoots voldaan. Wij hebben geen rekening gehouden met loonkosten van ambtenaren die toch al in dienst zijn, omdat deze naar wij begrepen niet subsidiabel zijn.",
            "Graag vernemen wij of het voorstel in deze vorm aan het comité van toezicht kan worden voorgelegd, dan wel of u eerst nog aanvullende gegevens nodig heeft. De tekeningen sturen wij per post na, aangezien zij zich niet lenen voor verzending per fax.",
        ),
    ),
    Job(
        subjects=("scholingsproject langdurig werklozen", "Europees Sociaal Fonds: scholingsproject"),
        name="scholing van langdurig werklozen in de zorg",
        rows=("Werving en selectie", "Theoretische scholing", "Begeleiding op de werkplek", "Administratie en verslaglegging"),
        texts=(
            "Het project beoogt 24 langdurig werklozen, voor het merendeel vrouwen die na een onderbreking willen terugkeren op de arbeidsmarkt, in achttien maanden op te leiden tot verzorgende. De instellingen in de stad hebben zich garant gesteld voor stageplaatsen. Het centrum voor vakopleiding verzorgt de theoretische scholing.",
            "In de eerste ronde, die vorig jaar is afgesloten, heeft ruim tweederde van de deelnemers een arbeidscontract gekregen. De uitval deed zich vooral voor in de eerste weken. Daarom is nu meer tijd ingeruimd voor werving en selectie.",
        ),
        more=(
            "De regeling kent een maximum van 12.500 ecu per deelnemer, dat wij bij lange na niet bereiken. Het arbeidsbureau heeft ons laten weten dat voor dezelfde deelnemers geen andere Europese middelen zijn aangevraagd, zodat van dubbele financiering geen sprake kan zijn.",
            "Wij stellen het op prijs als u ons laat weten of de gekozen uurtarieven aanvaardbaar zijn. Bij het vorige project is daarover achteraf discussie ontstaan met de accountant, en dat willen wij nu voorkomen.",
        ),
    ),
)  # fmt: skip
OFFERS = (
    Job(
        subjects=("offerte gemeentelijk rioleringsplan", "aanbieding opstellen rioleringsplan"),
        name="het opstellen van een gemeentelijk rioleringsplan",
        rows=("Inventarisatie en veldwerk", "Hydraulische berekeningen", "Opstellen plan", "Tekenwerk", "Overleg en presentatie"),
        texts=(
            "In het Nationaal Milieubeleidsplan is uitgesproken dat iedere gemeente over een rioleringsplan dient te beschikken. Van het stelsel in uw gemeente is de ligging voor het grootste deel bekend, maar over de toestand van de oudere strengen bestaan nauwelijks gegevens. Wij stellen daarom voor te beginnen met een inventarisatie, waarbij gebruik wordt gemaakt van de inspecties die u de afgelopen jaren heeft laten uitvoeren.",
            "De berekeningen voeren wij uit met een rekenmodel dat ook door het zuiveringschap wordt gebruikt, zodat de uitkomsten zonder bezwaar kunnen worden uitgewisseld. Het concept bespreken wij met de werkgroep voordat het aan uw college wordt aangeboden.",
        ),
        more=(
            "Wij zijn ervan uitgegaan dat uw dienst zorgt voor het openen van de putten en voor de benodigde verkeersmaatregelen. Reis- en verblijfkosten zijn in de tarieven begrepen. Voor de werkzaamheden geldt de Regeling van de verhouding tussen opdrachtgever en adviserend ingenieursbureau (RVOI-1987).",
            "Met de werkzaamheden kunnen wij vier weken na opdracht beginnen. De doorlooptijd bedraagt ongeveer zes maanden, afhankelijk van het weer en van de beschikbaarheid van gegevens bij de nutsbedrijven.",
        ),
    ),
    Job(
        subjects=("bodemonderzoek voormalige gasfabriek", "prijsopgave nader bodemonderzoek gasfabriekterrein"),
        name="het nader bodemonderzoek op het terrein van de voormalige gasfabriek",
        rows=("Historisch onderzoek", "Boringen en peilbuizen", "Begeleiding laboratorium", "Rapportage", "Overleg bevoegd gezag"),
        texts=(
            "Uit het oriënterend onderzoek is gebleken dat de grond onder de voormalige teerput en langs de zuidgrens van het terrein sterk verontreinigd is met polycyclische aromatische koolwaterstoffen en cyaniden. Omdat het terrein is bestemd voor woningbouw, verlangt de provincie een nader onderzoek naar omvang en verspreiding. In het grondwater is vooralsnog alleen benzeen aangetroffen.",
            "Wij stellen voor in totaal 36 boringen te verrichten, waarvan 9 worden afgewerkt met een peilbuis. De monsters worden onderzocht door een erkend laboratorium; de kosten daarvan worden u rechtstreeks door dat laboratorium in rekening gebracht.",
        ),
        more=(
            "Bij de planning is rekening gehouden met de aanwezigheid van kabels en leidingen, waarvan de ligging door graven met de hand wordt vastgesteld. Eventuele puinlagen kunnen tot vertraging leiden. Het personeel werkt onder de veiligheidsklasse die in het protocol is voorgeschreven.",
            "Het rapport verschijnt in vijfvoud, tien weken na ontvangst van uw opdracht. Wij zijn graag bereid de uitkomsten toe te lichten op een bijeenkomst voor omwonenden.",
        ),
    ),
)  # fmt: skip
