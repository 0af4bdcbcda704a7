"""What ministries of 1978-1994 granted to municipalities: the scheme, its norms, its conditions."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme: names of the ministry before and after 1982, what is counted and at which price."""

    early: str
    late: str
    office: str
    address: str
    postcode: str
    place: str
    subjects: tuple[str, ...]
    counted: tuple[str, str, str]
    rows: tuple[str, ...]
    price: tuple[int, int, int]
    quantity: tuple[int, int]
    opening: str
    policy: str
    judged: str
    terms: tuple[str, ...]
    closing: str


HOUSING = Scheme(
    early="Volkshuisvesting en Ruimtelijke Ordening",
    late="Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer",
    office="Directie Stadsvernieuwing",
    address="Postbus 20951", postcode="2500 EZ", place="'s-Gravenhage",
    subjects=("verbetering particuliere huurwoningen", "rijksbijdrage woningverbetering", "programma woningverbetering, toekenning rijksbijdrage"),
    counted=("Aantal woningen", "Bedrag per woning", "woningen"),
    rows=("Stationskwartier", "Havenstraat e.o.", "Oranjebuurt", "Nieuwstad-West", "Molenwijk", "Vestinggracht"),
    price=(14, 38, 500),
    quantity=(12, 96),
    opening="de verbetering van een aantal particuliere huurwoningen in uw gemeente",
    policy="Zoals in de Nota herstructurering stedelijke gebieden is uiteengezet, acht ik het van belang dat de verbetering van woningen die voor 1945 zijn gebouwd zoveel mogelijk gelijke tred houdt met de vernieuwing van de woonomgeving. De ervaring heeft geleerd dat eigenaren van een gering aantal woningen vaak niet in staat zijn de kosten van een ingrijpende verbetering zonder geldelijke steun te dragen, en dat achterstallig onderhoud zich, wanneer een blok gesplitst wordt aangepakt, binnen enkele jaren opnieuw voordoet.",
    judged="De hoofdingenieur-directeur van de volkshuisvesting in uw provincie heeft de ingediende plannen technisch en financieel beoordeeld. Hij heeft vastgesteld dat de woningen na verbetering nog ten minste 25 jaar in gebruik kunnen blijven. Tegen de voorgestelde huurverhoging bestaat bij hem geen bezwaar, mits de bewoners die tijdens de werkzaamheden elders moeten worden ondergebracht een verhuiskostenvergoeding ontvangen.",
    terms=(
        "de werkzaamheden worden uitgevoerd overeenkomstig de bij de aanvraag gevoegde bestekken en tekeningen;",
        "met de uitvoering wordt niet eerder begonnen dan nadat het bouwtoezicht de opneming ten aanvang heeft verricht;",
        "de huurprijs na verbetering wordt vastgesteld met inachtneming van de Huurprijzenwet woonruimte;",
        "de woningen worden gedurende tien jaren na de gereedmelding niet verkocht dan met toestemming van uw college;",
        "wijzigingen in het aantal of de indeling van de woningen worden mij vooraf gemeld;",
    ),
    closing="Ik vertrouw erop dat de voortgang van de stadsvernieuwing in uw gemeente hiermee gediend is.",
)  # fmt: skip
WELFARE = Scheme(
    early="Cultuur, Recreatie en Maatschappelijk Werk",
    late="Welzijn, Volksgezondheid en Cultuur",
    office="Directie Samenlevingsopbouw",
    address="Postbus 5406", postcode="2280 HK", place="Rijswijk",
    subjects=("rijksbijdrage sociaal-cultureel werk", "uitbreiding formatieplaatsen club- en buurthuiswerk", "toekenning rijksbijdrage buurthuizen"),
    counted=("Aantal plaatsen", "Bedrag per plaats", "plaatsen"),
    rows=("Buurthuis De Kring", "Wijkcentrum 't Anker", "Stichting Jeugdhonk Zuid", "Opbouwwerk Noord", "Ontmoetingscentrum Allochtonen", "Open Deur"),
    price=(41, 66, 300),
    quantity=(2, 9),
    opening="de uitbreiding van het aantal formatieplaatsen in het sociaal-cultureel werk",
    policy="Met de Rijksbijdrageregeling sociaal-cultureel werk is beoogd de verantwoordelijkheid voor de inrichting van het plaatselijk welzijnsbeleid zoveel mogelijk bij de gemeenten te leggen. Dat neemt niet weg dat het rijk, zolang de Kaderwet specifiek welzijn niet volledig in werking is getreden, de omvang van de formatie toetst aan de landelijke normen. Bij die toetsing wordt in het bijzonder gelet op het aandeel van jeugdige werklozen en van minderheden in de wijken waar het werk wordt verricht.",
    judged="De rijksconsulent voor uw provincie heeft over uw verzoek geadviseerd na overleg met de betrokken besturen. Hij is van oordeel dat de voorgestelde uitbreiding past in het vierjarenplan dat door uw raad is vastgesteld en dat ook de inspraak van de gebruikers voldoende is gewaarborgd. Wel wijst hij erop dat twee van de instellingen nog niet beschikken over een goedgekeurd werkplan.",
    terms=(
        "de beroepskrachten worden aangesteld volgens de collectieve arbeidsovereenkomst voor het welzijnswerk;",
        "de instellingen dienen jaarlijks een werkplan in, dat de instemming van uw college behoeft;",
        "vacatures die langer dan zes maanden onvervuld blijven, worden mij gemeld;",
        "van de gebruikers wordt een redelijke eigen bijdrage gevraagd;",
        "de accommodaties staan ook open voor groepen die niet bij de instelling zijn aangesloten;",
    ),
    closing="Ik verzoek u de betrokken besturen van de inhoud van deze brief op de hoogte te stellen.",
)  # fmt: skip
WORK = Scheme(
    early="Sociale Zaken",
    late="Sociale Zaken en Werkgelegenheid",
    office="Directoraat-Generaal voor de Arbeidsvoorziening",
    address="Postbus 90801", postcode="2509 LV", place="'s-Gravenhage",
    subjects=("werkgelegenheidsproject voor langdurig werklozen", "bijdrage in loonkosten werkervaringsplaatsen", "werkverruimende maatregel; verlening bijdrage"),
    counted=("Aantal plaatsen", "Bijdrage per plaats", "plaatsen"),
    rows=("Groenvoorziening", "Sportaccommodaties", "Openbare bibliotheek", "Monumentenwacht", "Schoolgebouwen", "Bejaardenhulp"),
    price=(19, 33, 250),
    quantity=(4, 28),
    opening="een bijdrage in de loonkosten van langdurig werklozen die bij gemeentelijke diensten en instellingen te werk worden gesteld",
    policy="De werkloosheid in uw rayon ligt nog steeds aanzienlijk boven het landelijk gemiddelde. Bij de verdeling van de middelen die in de rijksbegroting voor werkverruimende maatregelen zijn uitgetrokken, heb ik daarom voorrang gegeven aan projecten waarbij personen die ten minste een jaar bij het gewestelijk arbeidsbureau staan ingeschreven, ervaring kunnen opdoen in werk dat anders niet of niet tijdig zou worden verricht. Verdringing van reguliere arbeid moet daarbij worden voorkomen.",
    judged="De directeur van het gewestelijk arbeidsbureau heeft, na de commissie van bijstand en advies te hebben gehoord, positief geadviseerd. De plaatselijke vertegenwoordigers van werkgevers en werknemers hebben verklaard dat het werk naar hun mening niet door het bedrijfsleven kan worden uitgevoerd. Met de geneeskundige dienst is afgesproken dat de kandidaten vooraf worden gekeurd.",
    terms=(
        "te werk gesteld worden uitsluitend personen die door het gewestelijk arbeidsbureau zijn voorgedragen;",
        "de arbeidsovereenkomst wordt aangegaan voor ten hoogste twaalf maanden;",
        "aan de betrokkenen wordt gelegenheid gegeven gedurende een dag per week scholing te volgen;",
        "beloond wordt volgens het minimumloon, vermeerderd met de gebruikelijke vakantietoeslag;",
        "elk kwartaal wordt verslag uitgebracht over in- en uitstroom;",
    ),
    closing="Over de plaatsing van de eerste kandidaten zal het arbeidsbureau zich rechtstreeks met u verstaan.",
)  # fmt: skip
