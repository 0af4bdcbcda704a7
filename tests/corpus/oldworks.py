"""Works that municipalities of the fifties to the eighties wrote about: their costs, why they were needed."""

from __future__ import annotations

from typing import Any

SCHOOL: dict[str, Any] = {
    "subjects": ("Stichting school voor v.g.l.o.", "Bouw gemeenschappelijke school voor voortgezet gewoon lager onderwijs"),
    "aim": "de stichting van een school voor voortgezet gewoon lager onderwijs",
    "posts": ("aankoop terrein", "bouwkosten", "eerste inrichting en leermiddelen", "rijwielstalling en speelplaats", "honorarium architect"),
    "sizes": (9, 66, 14, 5, 6),
    "base": ("Leerlingen", 9, 64),
    "by": "het aantal leerlingen, dat op 1 september j.l. uit elk der gemeenten het zevende en achtste leerjaar bezocht",
    "why": "Zoals Uw College bekend is, ontbreekt in deze streek tot dusver iedere gelegenheid tot het volgen van voortgezet gewoon lager onderwijs. De kinderen, die na het zesde leerjaar niet naar een ambachts- of huishoudschool gaan, worden thans in de zevende klassen van de dorpsscholen ondergebracht, waar zij door het hoofd der school naast de zesde klas moeten worden beziggehouden. De inspecteur van het lager onderwijs heeft ons, laatstelijk bij brief van {older}, op deze onbevredigende toestand gewezen.",
    "plan": "Het schoolgebouw zal bestaan uit vier leslokalen, een handenarbeidlokaal en een keuken, en is ontworpen door de architect {builder}. De plannen hebben, naar ons bleek, de instemming van de hoofdinspecteur.",
    "minister": "de Minister van Onderwijs, Kunsten en Wetenschappen",
    "total": 286_000,
}
ROAD: dict[str, Any] = {
    "subjects": ("Verbetering tertiaire weg", "Reconstructie verbindingsweg met rijwielpad"),
    "aim": "de verbetering van de verbindingsweg tussen de kernen dezer gemeenten",
    "posts": ("grondaankoop en schadeloosstellingen", "grond- en baanwerk", "klinkerbestrating", "duikers en beschoeiing", "toezicht en onvoorzien"),
    "sizes": (11, 24, 46, 12, 7),
    "base": ("Lengte in m", 640, 3900),
    "by": "de lengte van het wegvak, dat op het grondgebied van elk der gemeenten is gelegen",
    "why": "De bedoelde weg, die over nagenoeg de gehele lengte uit een met puin en grind verharde baan bestaat, is niet langer berekend op het verkeer, dat zich sedert de oorlog daarover beweegt. Met name het vervoer van suikerbieten en van melk door zware vrachtauto's veroorzaakt ieder najaar zodanige vernielingen, dat het onderhoud niet meer op verantwoorde wijze kan geschieden. Ook de autobusonderneming heeft zich bij schrijven van {older} over de staat van de weg beklaagd.",
    "plan": "Het plan voorziet in een klinkerbestrating ter breedte van 4,50 m met aan één zijde een rijwielpad, en is opgesteld door het ingenieursbureau {builder}. De hoofdingenieur-directeur van de provinciale waterstaat kan zich, naar ons mondeling werd medegedeeld, met het plan verenigen.",
    "minister": "de Minister van Verkeer en Waterstaat",
    "total": 174_500,
}
REFUSE: dict[str, Any] = {
    "subjects": ("Gemeenschappelijke vuilnisophaaldienst", "Instelling streekvuilnisdienst"),
    "aim": "de instelling van een gemeenschappelijke dienst voor het ophalen en verwerken van huisvuil",
    "posts": ("vuilnisauto met gesloten laadbak", "emmers en losse bakken", "garage met werkplaats", "toegangsweg stortplaats", "oprichtingskosten"),
    "sizes": (38, 17, 26, 12, 7),
    "base": ("Inwoners", 2100, 9800),
    "by": "het aantal inwoners op 31 december van het vorige jaar",
    "why": "In geen der deelnemende gemeenten bestaat een geregelde ophaaldienst. Het huisvuil wordt door de ingezetenen in greppels en langs de wegen gestort, hetgeen uit een oogpunt van volksgezondheid niet langer kan worden geduld. De geneeskundige inspecteur van de volksgezondheid heeft, laatstelijk bij brief van {older}, op maatregelen aangedrongen.",
    "plan": "Aanvankelijk is overwogen ieder der gemeenten een eigen dienst te doen instellen. Uit een berekening van de gemeente-architect {builder} is echter gebleken, dat één auto met drie man personeel de gehele streek éénmaal per week kan bedienen, zodat gezamenlijke exploitatie aanmerkelijk goedkoper is.",
    "minister": "de Minister van Sociale Zaken en Volksgezondheid",
    "total": 88_400,
}
PATHS: dict[str, Any] = {
    "subjects": ("Provinciale subsidie aanleg recreatieve fietspaden", "Bijdrage ex Subsidieverordening openluchtrecreatie"),
    "for": "de aanleg van recreatieve fietspaden met bijbehorende rustplaatsen",
    "rules": "de Subsidieverordening openluchtrecreatie",
    "posts": ("grondwerk en baanaanleg", "verharding van asfaltbeton", "bruggen en duikers", "rustplaatsen en bewegwijzering", "beplanting", "voorbereiding en toezicht"),
    "sizes": (21, 40, 14, 7, 8, 10),
    "left": "de verwerving van gronden",
    "need": "Het toenemend recreatief verkeer op de smalle plattelandswegen brengt, zoals U in Uw brief terecht opmerkt, in het zomerseizoen gevaren met zich mede. Reeds in het streekplan is er op gewezen, dat de bestaande zandpaden door het bromfietsverkeer en het landbouwverkeer nagenoeg onbruikbaar zijn geworden. Wij achten het dan ook van belang, dat een aaneengesloten net van vrijliggende paden tot stand komt, dat de dorpskernen met de bosgebieden verbindt.",
    "advice": "De provinciale waterstaat en de provinciale planologische dienst hebben ons omtrent Uw verzoek geadviseerd. Zij kunnen zich met het ontwerp verenigen, met dien verstande dat het pad bij de kruising met de secundaire weg niet gelijkvloers, doch met een afzonderlijke oversteekplaats moet worden uitgevoerd en dat bij de keuze van de beplanting de aanwijzingen van het Staatsbosbeheer worden opgevolgd.",
    "base": (320, 760),
}  # fmt: skip
MUSIC: dict[str, Any] = {
    "subjects": ("Subsidie verbouw en inrichting streekmuziekschool", "Huisvesting streekmuziekschool; verlening provinciale bijdrage"),
    "for": "de verbouw en de inrichting van een schoolgebouw ten behoeve van de streekmuziekschool",
    "rules": "de Verordening stimulering kunstzinnige vorming",
    "posts": ("bouwkundige voorzieningen", "geluidsisolatie leslokalen", "centrale verwarming", "elektrische installatie", "muziekinstrumenten", "meubilair"),
    "sizes": (38, 17, 12, 9, 16, 8),
    "left": "de aankoop van het voormalige schoolgebouw",
    "need": "De belangstelling voor het muziekonderwijs in Uw streek is de laatste jaren in een zodanige mate toegenomen, dat de lessen thans in niet minder dan elf verschillende lokaliteiten moeten worden gegeven, waaronder een brandweerkazerne. De inspecteur voor het muziekonderwijs heeft ons meermalen doen weten, dat hij deze toestand op de duur onaanvaardbaar acht. Het verheugt ons, dat U er in geslaagd bent een gebouw te vinden, dat voor dit doel geschikt kan worden gemaakt.",
    "advice": "De culturele raad, welke wij omtrent Uw verzoek hebben gehoord, onderschrijft de noodzaak van de voorgestelde voorzieningen. Wel heeft de raad de vraag opgeworpen, of niet met een eenvoudiger uitvoering van de akoestische voorzieningen zou kunnen worden volstaan; na overleg met de directeur van de school en met Uw afdeling gemeentewerken is hij daarop echter teruggekomen.",
    "base": (180, 420),
}  # fmt: skip
