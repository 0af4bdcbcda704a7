"""What inspectorates and agencies found where, in which law's words, and what they order."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Inspection:
    """One kind of inspection: by whom, of whom ('' for a municipality), what was found and ordered."""

    body: str
    site: str
    institution: str
    board: str
    subjects: tuple[str, str]
    visit: str
    law: str
    findings: tuple[str, ...]
    defence: str
    order: str
    per: str
    plan: str
    signer: str


INSPECTIONS = (
    Inspection(
        "Nederlandse Voedsel- en Warenautoriteit", "nvwa.nl", "", "College van burgemeester en wethouders",
        ("Bevindingen inspectie speeltoestellen en voornemen tot last onder dwangsom", "Last onder dwangsom: onderhoud speeltoestellen"),
        "hebben onze inspecteurs zes openbare speelplaatsen in uw gemeente bezocht. Zij beoordeelden de toestellen, de ondergrond en het logboek",
        "artikel 3 van het Warenwetbesluit attractie- en speeltoestellen moeten speeltoestellen zodanig zijn onderhouden dat zij bij gebruik geen gevaar opleveren voor de gezondheid of de veiligheid van personen. Wie een toestel voorhanden heeft, houdt daarvan een logboek bij",
        ("bij de kabelbaan in het wijkpark ontbreekt een deel van de valdempende ondergrond;", "de staanders van twee schommels zijn door houtrot aangetast;", "het logboek is na maart niet meer bijgewerkt;", "aan de klimkoepel steken drie bouten uit waaraan een kind kan blijven haken."),
        "In een eerder gesprek heeft uw beheerder aangegeven dat de vervanging is vertraagd door een tekort aan aannemers. Wij begrijpen dat, maar een toestel dat niet veilig is, kan ook worden afgesloten. Dat is op geen van de speelplaatsen gebeurd.",
        "de vastgestelde gebreken te herstellen of de toestellen voor gebruik af te sluiten", "per week", "vervanging van speeltoestellen", "teamleider Inspectie Consumentenproducten",
    ),
    Inspection(
        "Inspectie Leefomgeving en Transport", "ilent.nl", "", "College van burgemeester en wethouders",
        ("Toezicht bodemkwaliteit: bevindingen en vervolg", "Herstelmaatregelen toepassing grond sportpark"),
        "hebben twee van onze inspecteurs het werk aan het sportpark bezocht waar uw gemeente grond laat toepassen. Zij hebben het meldingsdossier bekeken en op vier plaatsen monsters genomen",
        "artikel 38 van het Besluit bodemkwaliteit mag alleen grond worden toegepast waarvan de kwaliteit is vastgesteld in een milieuhygiënische verklaring. De toepasser meldt dit ten minste vijf werkdagen van tevoren",
        ("voor 2.400 ton grond is geen milieuhygiënische verklaring overgelegd;", "de toepassing is pas na aanvang van het werk gemeld;", "in twee monsters is een te hoog gehalte aan zink gemeten;", "de partijen zijn op het terrein niet gescheiden opgeslagen."),
        "De projectleider verklaarde dat de grond afkomstig is van een ander werk binnen uw gemeente en dat hij meende dat een nieuwe keuring niet nodig was. Die uitleg strookt niet met de herkomst die op de begeleidingsbrieven staat vermeld.",
        "de herkomst en de kwaliteit van de toegepaste partijen alsnog aan te tonen", "per twee weken", "aanvullende keuringen van de grond", "coördinerend specialistisch inspecteur",
    ),
    Inspection(
        "Inspectie Gezondheidszorg en Jeugd", "igj.nl", "Stichting Woonzorg De Lindenhoek", "Raad van bestuur",
        ("Vastgesteld rapport en maatregelen locatie De Beuk", "Uitkomst inspectiebezoek en te nemen maatregelen"),
        "bracht de inspectie een onaangekondigd bezoek aan uw locatie De Beuk. Er is gesproken met zes medewerkers en drie cliëntvertegenwoordigers en er zijn vijf dossiers ingezien",
        "artikel 2 van de Wet kwaliteit, klachten en geschillen zorg biedt de zorgaanbieder goede zorg aan. Artikel 3 verplicht tot een zodanige personele bezetting dat verantwoorde zorg redelijkerwijs kan worden geleverd",
        ("in de nachtdienst is niet steeds een verpleegkundige binnen dertig minuten ter plaatse;", "de medicatieoverzichten van twee cliënten zijn ouder dan zes maanden;", "incidenten worden gemeld, maar niet aantoonbaar besproken in het team;", "de inzet van bewegingssensoren is niet in het zorgplan onderbouwd."),
        "U heeft bij de feitencontrole gewezen op het ziekteverzuim in het voorjaar. Dat verklaart een deel van de onderbezetting, maar ook daarvoor was het rooster structureel niet rond. Wij zien dat de nieuwe locatiemanager inmiddels verbeteringen heeft ingezet.",
        "te zorgen dat tijdens iedere dienst voldoende deskundig personeel beschikbaar is", "per dag", "scholing medicatieveiligheid", "senior inspecteur Verpleging en verzorging",
    ),
    Inspection(
        "Rijksdienst voor Ondernemend Nederland", "rvo.nl", "Stichting Scholengroep Veldzicht", "College van bestuur",
        ("Energie-audit: nog niet voldaan aan uw verplichting", "Verplichting energie-audit en last onder dwangsom"),
        "hebben wij het verslag van de energie-audit beoordeeld dat namens uw stichting is ingediend. Vier van uw gebouwen zijn daarna door een adviseur bezocht",
        "artikel 2 van de Tijdelijke regeling implementatie artikelen 8 en 14 Richtlijn energie-efficiëntie moet een onderneming met meer dan 250 werknemers eens in de vier jaar een energie-audit uitvoeren en het verslag daarvan indienen",
        ("van drie gebouwen ontbreekt het energieverbruik over het laatste jaar;", "het vervoer is niet in de audit betrokken;", "de terugverdientijden zijn niet onderbouwd;", "het verslag noemt geen maatregelen voor de zwemhal."),
        "Uw adviseur heeft laten weten dat de meetgegevens van de netbeheerder laat zijn ontvangen. Wij hebben daarom al eenmaal uitstel verleend. Een tweede uitstel verlenen wij niet, omdat de ontbrekende gegevens voor het grootste deel uit uw eigen administratie blijken.",
        "een volledig verslag in te dienen dat aan de regeling voldoet", "per week", "verduurzaming van de gymzalen", "teammanager Toezicht en Handhaving",
    ),
)  # fmt: skip
