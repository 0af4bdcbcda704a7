"""What ministers wrote to mayors and to each other about in the first years of the century; {…} is filled in by the family."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Matter:
    """A matter: who writes, to which minister ('' to a mayor), what for and in which words.

    `partner` is another ministry as it was called then, `former` a name it had long lost.
    """

    ministry: str
    to: str
    unit: str
    reference: str
    subjects: tuple[str, str]
    purpose: str
    opening: str
    body: tuple[str, ...]
    request: str
    partner: str
    former: str
    blot: str
    annex: str


MATTERS = (
    Matter(
        "mnre1034", "", "Directie Brandweer en Rampenbestrijding", "EB{year}/U{number}",
        ("Bijdrage versterking rampenbestrijding", "Aanvraag bijdrage oefenen en opleiden"), "oefenen en opleiden van de brandweer",
        "In {answer} vraagt u mij een bijdrage voor het oefenen en opleiden van de brandweer in uw gemeente. U wijst daarbij op de ligging van uw gemeente aan twee spoorlijnen waarover gevaarlijke stoffen worden vervoerd.",
        (
            "Naar aanleiding van de rampen van de afgelopen jaren heeft het kabinet besloten tot een versterking van de rampenbestrijding. In het kabinetsstandpunt is aangegeven dat gemeenten in de eerste plaats zelf verantwoordelijk zijn voor de kwaliteit van hun brandweer. Waar risico's de draagkracht van een gemeente te boven gaan, kan het Rijk bijdragen.",
            "Voor de gemeenten met een spoorzone heb ik de commissie gevraagd die onder leiding staat van de commissaris der Koningin mij te adviseren. De commissie onderscheidt drie klassen van gemeenten, naar het aantal wagens met ammoniak of chloor dat jaarlijks passeert. Uw gemeente valt in de middelste klasse, met ten minste 3.000 en ten hoogste 7.500 wagens per jaar. In die klasse wordt uitgegaan van een vaste bijdrage en wordt van de gemeente verlangd dat zij hetzelfde bedrag zelf opbrengt.",
            "Tijdens ons gesprek op {weekday} heeft u toegelicht welke inspanningen uw gemeente al verricht. De beroepsbrandweer heeft thans 46 formatieplaatsen; daarnaast zijn 72 vrijwilligers actief. {blot} Ik heb daar waardering voor.",
            "Ik ben bereid {total} bij te dragen. Daarvan komt {first} ten laste van de begroting voor {year1} en {second} ten laste van die voor {year2}. Over de samenwerking met de geneeskundige keten heb ik overleg gevoerd met het Ministerie van {partner}.",
        ),
        "een oefenplan toe te zenden dat door uw gemeenteraad is vastgesteld",
        "Volksgezondheid, Welzijn en Sport", "Welzijn, Volksgezondheid en Cultuur",
        "De opkomsttijden voldoen aan de norm van acht minuten voor de binnenstad.", "Handleiding regionaal oefenbeleid",
    ),
    Matter(
        "mnre0180", "", "Directie Bodem, Water, Landelijk Gebied", "BWL/{year}0{number}",
        ("Bodemsanering voormalig gasfabrieksterrein", "Bijdrage in de kosten van bodemsanering"), "sanering van het gasfabrieksterrein",
        "Naar aanleiding van {answer} over de sanering van het voormalige gasfabrieksterrein bericht ik u als volgt. De verontreiniging met cyanide en teer is in 1994 vastgesteld en bij beschikking van gedeputeerde staten aangemerkt als ernstig en urgent.",
        (
            "Op grond van artikel 76 van de Wet bodembescherming komt een deel van de saneringskosten voor rekening van het Rijk. De zogenoemde gasfabriekenregeling gaat uit van een eigen bijdrage van de gemeente die afhankelijk is van het aantal inwoners. In het door u ingediende saneringsplan is gekozen voor ontgraving tot twee meter en een isolerende laag daaronder.",
            "Het saneringsplan is door mijn ministerie getoetst aan de circulaire over de bepaling van saneringsdoelstellingen. Daarin is voorzien dat bij een mobiele verontreiniging volledige verwijdering het uitgangspunt blijft, tenzij de kosten niet in verhouding staan tot het milieurendement. U heeft drie varianten vergeleken. De gekozen variant is ongeveer 30 procent goedkoper dan volledige ontgraving en leidt tot een eindsituatie waarbij permanente nazorg beperkt blijft tot het jaarlijks bemonsteren van zes peilbuizen.",
            "Op {weekday} hebben medewerkers van mijn ministerie het terrein bezocht. Zij constateerden dat de geplande woningbouw op het zuidelijke deel reeds in voorbereiding is. {blot} De fasering die u voorstelt, acht ik verantwoord.",
            "Ik stel voor de sanering {total} beschikbaar, te weten {first} in {year1} en {second} in {year2}. Voor het beheer van het aangrenzende gebied dient u zich te verstaan met het Ministerie van {partner}, dat daar eigenaar is van een strook grond.",
        ),
        "het aangepaste saneringsplan met een begroting in drie fasen in te dienen",
        "LNV", "Landbouw en Visserij",
        "Het grondwater onder de naastgelegen school is niet verontreinigd.", "Beoordelingsrapport saneringsplan",
    ),
    Matter(
        "mnre0170", "", "Directoraat-Generaal Personenvervoer", "DGP/SPO/U.{short}.{number}",
        ("Verbetering stationsomgeving", "Uw verzoek inzake de fietsenstalling bij het station"), "fietsenstalling bij het station",
        "Met {answer} heeft u aandacht gevraagd voor de stationsomgeving, en in het bijzonder voor het tekort aan stallingsplaatsen voor fietsen. Ik heb met belangstelling kennisgenomen van het ontwerp dat u meezond.",
        (
            "In het programma Ruimte voor de Fiets is vastgelegd dat bij de stations voldoende en goede stallingen komen. Daarbij geldt als uitgangspunt dat de kosten van een eenvoudige, onbewaakte stalling door het Rijk worden gedragen en dat de gemeente de inrichting van het voorplein voor haar rekening neemt. De beheerder van het spoor treedt op als opdrachtgever.",
            "Uit het onderzoek dat mijn ministerie onder 4.200 reizigers heeft laten verrichten, blijkt dat ongeveer een derde van de treinreizigers met de fiets naar het station komt. Het gemak van de stalling weegt voor hen zwaarder dan de prijs. In uw ontwerp ligt de ingang van de stalling in de looproute naar de perrons, wat ik een belangrijk voordeel acht. Wel geef ik u in overweging de breedte van de paden tussen de rekken op ten minste 2,10 meter te bepalen.",
            "De telling die op {weekday} is gehouden, liet zien dat op het drukste moment 1.280 fietsen buiten de rekken stonden. {blot} De capaciteit die u voorstelt, ligt in lijn met de prognose voor 2010.",
            "Ik zeg u voor dit werk {total} toe. De uitbetaling geschiedt in twee termijnen: {first} in {year1} en {second} in {year2}. Het Ministerie van {partner} heeft ingestemd met de ligging binnen het beschermde stadsgezicht.",
        ),
        "mij de overeenkomst met de beheerder van het station te doen toekomen",
        "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer", "Volkshuisvesting en Ruimtelijke Ordening",
        "De weg langs het spoor blijft tijdens de bouw voor bussen open.", "Tekening stationsplein, schaal 1:500",
    ),
    Matter(
        "mnre1034", "mnre1058", "Directie Politie", "EA{year}/{number}",
        ("Kosten grootschalig politieoptreden", "Vergoeding bijstand politiekorpsen"), "vergoeding van bijstand",
        "In {answer} legt u mij de vraag voor hoe de kosten van bijstand aan het korps bij de ontruiming in de gemeente {town} moeten worden gedragen. Ik ga daarop graag nader in.",
        (
            "Op grond van artikel 55 van de Politiewet 1993 wordt bijstand in beginsel niet verrekend. In bijzondere gevallen kunnen wij daarvan gezamenlijk afwijken. De korpsbeheerder heeft mij een opgave gedaan van de inzet, die ruim 11.000 uren bedroeg, verdeeld over negen korpsen en de Koninklijke Marechaussee.",
            "Bij eerdere gelegenheden, waaronder het Europees kampioenschap voetbal, is gekozen voor een vergoeding van alleen de meerkosten: verblijf, maaltijden, vervoer en overwerk. De reguliere salariskosten bleven voor rekening van het korps dat bijstand leverde. Ik zie geen reden daarvan thans af te wijken. Het openbaar ministerie heeft mij laten weten dat de strafrechtelijke afdoening van de 37 aanhoudingen buiten deze regeling blijft.",
            "Het onderwerp is op {weekday} aan de orde geweest in ons bestuurlijk overleg. {blot} Afgesproken is dat onze ambtenaren een voorstel uitwerken; dat ligt thans voor.",
            "Ik stel u voor in totaal {total} te vergoeden: {first} uit de begroting voor {year1} en {second} uit die voor {year2}. Het Ministerie van {partner} is over de inzet van geneeskundige eenheden geïnformeerd.",
        ),
        "te berichten of u met deze verdeling kunt instemmen",
        "Volksgezondheid, Welzijn en Sport", "Welzijn, Volksgezondheid en Cultuur",
        "De burgemeester heeft de raad inmiddels verslag gedaan.", "Opgave van uren per korps",
    ),
)  # fmt: skip
