"""What foundations ask of their municipality: a playground, a festival, a project with volunteers."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Project:
    """A project; `posts` are (words, unit, quantities, prices in cents), `funds` who else pays."""

    foundations: tuple[str, ...]
    titles: tuple[str, ...]
    openings: tuple[str, ...]
    stories: tuple[str, ...]
    dates: tuple[str, ...]
    posts: tuple[tuple[str, str, tuple[int, ...], tuple[int, ...]], ...]
    lumps: tuple[tuple[str, int, int], ...]
    funds: tuple[str, ...]


PLAYGROUND = Project(
    foundations=("Stichting Natuurspeelplaats De Wildernis", "Stichting Buurttuin Het Hazelaarhof", "Stichting Speeltuin De Bongerd"),
    titles=("Aanvraag subsidie inrichting natuurspeelplaats", "subsidieverzoek vergroening speelterrein", "Aanvraag eenmalige subsidie speel- en ontmoetingsplek"),
    openings=(
        "Met deze brief vraagt onze stichting u om een eenmalige subsidie voor de herinrichting van het speelterrein in onze wijk. Het plan is gemaakt met kinderen van de twee basisscholen en is in een bewonersavond met algemene instemming ontvangen.",
        "Graag vragen wij u een bijdrage in de kosten van een natuurlijke speelplaats op het terrein dat wij sinds 2009 van uw gemeente in bruikleen hebben. De huidige toestellen zijn bij de keuring van afgelopen voorjaar grotendeels afgekeurd.",
    ),
    stories=(
        "Het terrein van 2.400 m² ligt aan de rand van de wijk en wordt dagelijks door zo’n veertig kinderen bezocht. Op grond van het Warenwetbesluit attractie- en speeltoestellen moesten vorig jaar drie toestellen worden verwijderd. Daarvoor in de plaats komen geen nieuwe fabriekstoestellen, maar wilgentunnels, een waterloop met pomp en een heuvel van grond die bij de aanleg van de rotonde is vrijgekomen.",
        "Vrijwilligers nemen het grondwerk en de beplanting voor hun rekening; wij rekenen daarvoor geen uren. De gemeentelijke afdeling Groen heeft toegezegd het ontwerp op veiligheid en onderhoud te toetsen. Een vergelijkbare speelplaats in {neighbour} trekt bezoekers uit de hele omgeving en blijkt in het onderhoud niet duurder dan een gewone speeltuin.",
    ),
    dates=("De feestelijke opening staat gepland op {day}.", "Wij hopen de eerste boom te planten op {day}, tijdens de landelijke vrijwilligersdagen."),
    posts=(
        ("ontwerp en begeleiding", "uur", (24, 32, 40, 56), (6750, 7200, 8500)),
        ("robinia palen", "stuks", (36, 48, 64, 80), (4250, 5800, 6475)),
        ("houtsnippers", "m³", (30, 45, 60), (3150, 3825)),
        ("inheemse heesters", "stuks", (150, 220, 340), (485, 625, 790)),
        ("huur minigraver", "dagen", (3, 4, 6), (18500, 21250)),
    ),
    lumps=(("waterpomp met waterloop", 2400, 4100), ("keuring en certificering", 650, 980), ("verzekering", 310, 520)),
    funds=("het Oranje Fonds", "Jantje Beton", "het Rabobank Coöperatiefonds"),
)

FESTIVAL = Project(
    foundations=("Stichting Muziekzomer", "Stichting Cultuurdagen Het Ambacht", "Stichting Klank en Kerk"),
    titles=("Subsidieaanvraag muziekfestival", "Aanvraag bijdrage culturele activiteit", "verzoek om evenementensubsidie"),
    openings=(
        "Onze stichting organiseert dit jaar voor de negende maal een meerdaags muziekfestival op bijzondere plaatsen. Om de toegang voor jongeren en minima gratis te kunnen houden, vragen wij u een bijdrage uit het budget voor culturele evenementen.",
        "Hierbij dient ondergetekende namens het bestuur een aanvraag in voor een subsidie voor onze jaarlijkse muziekdagen. Wij doen dat op grond van artikel 6 van de Algemene subsidieverordening en de nadere regels cultuur van uw gemeente.",
    ),
    stories=(
        "De vorige editie trok 3.100 bezoekers, van wie een kwart van buiten de gemeente. Amateurs en beroepsmusici treden samen op in kerken, boerderijen en een oude drukkerij. In de week voorafgaand geven de musici workshops op vier basisscholen. De gemeenteraad noemde het festival in de cultuurnota ‘een visitekaartje’ en stelde voor kleinschalige evenementen een subsidieplafond van € 60.000 per jaar vast.",
        "Anders dan voorgaande jaren kunnen wij geen beroep meer doen op de sponsor die ons vanaf het begin heeft gesteund. Wij hebben de entreeprijzen verhoogd tot € 12,50 en het programma met een dag bekort. Met de organisatoren van het koorfestival in {neighbour} delen wij voortaan de podiumdelen en de verlichting.",
    ),
    dates=("Het openingsconcert vindt plaats op {day} in de grote kerk.", "Wij nodigen uw college graag uit voor het slotconcert op {day}."),
    posts=(
        ("gages ensembles", "optredens", (8, 10, 12, 14), (45000, 52500, 61000)),
        ("workshopdocenten", "dagdelen", (12, 16, 20), (17500, 19800)),
        ("huur concertvleugel", "dagen", (3, 4, 5), (32500, 38750)),
        ("huur kerken", "dagdelen", (6, 9, 11), (14500, 16250)),
        ("programmaboekjes", "stuks", (600, 800, 1200), (185, 235, 310)),
    ),
    lumps=(("publiciteit", 1150, 2300), ("geluid en licht", 2700, 4900), ("buma-rechten en verzekering", 840, 1360)),
    funds=("het Prins Bernhard Cultuurfonds", "het VSBfonds", "het K.F. Hein Fonds"),
)

BUDDIES = Project(
    foundations=("Stichting Samen Verder", "Stichting Inloophuis De Haven", "Stichting Maatjeswerk"),
    titles=("Aanvraag subsidie maatjesproject", "Subsidieaanvraag inloop en ontmoeting", "aanvraag projectsubsidie informele zorg"),
    openings=(
        "In opdracht van het bestuur vraag ik u om een projectsubsidie voor het koppelen van vrijwilligers aan inwoners die door ziekte, scheiding of schulden alleen zijn komen te staan.",
        "De vraag naar ons maatjesproject is zo toegenomen dat wij het met de bestaande middelen niet langer kunnen dragen. Wij verzoeken u daarom voor het komende jaar een subsidie beschikbaar te stellen in het kader van het beleid rond informele ondersteuning (Wmo).",
    ),
    stories=(
        "Wij zijn begonnen met zes maatjes en een geleende kamer in het gezondheidscentrum. Inmiddels zijn 74 vrijwilligers actief en worden wekelijks nieuwe aanvragen gedaan door huisartsen, het wijkteam en de woningcorporatie. Een maatje komt gemiddeld drie kwartier per week op bezoek. De wachttijd is opgelopen tot vier maanden.",
        "Van de deelnemers geeft 81 procent aan zich minder alleen te voelen. Ook in {neighbour} is men met een soortgelijk project begonnen, waarvoor onze coördinator de eerste training verzorgde. Wij werken volgens de kwaliteitseisen van het NOV-keurmerk; van alle vrijwilligers wordt een verklaring omtrent het gedrag gevraagd.",
    ),
    dates=("De eerste groep begint met de training op {day}.", "Op {day} houden wij een bijeenkomst voor verwijzers, waarvoor u nog een uitnodiging ontvangt."),
    posts=(
        ("coördinator", "uur", (208, 312, 416), (3450, 3875, 4125)),
        ("trainingen", "dagdelen", (6, 8, 10), (27500, 31000)),
        ("onkosten vrijwilligers", "maanden", (12,), (18500, 22000, 24500)),
        ("huur ruimte", "dagdelen", (44, 48, 88), (2750, 3250)),
        ("werving en drukwerk", "folders", (1500, 2000, 2500), (42, 55)),
    ),
    lumps=(("administratie en accountant", 750, 1400), ("verzekering", 280, 460), ("attenties", 320, 610)),
    funds=("het Oranje Fonds", "Stichting RCOAK", "het Kansfonds"),
)
PROJECTS = (PLAYGROUND, FESTIVAL, BUDDIES)
INTROS = (
    "De kosten hebben wij als volgt begroot (bedragen inclusief btw):",
    "Onze begroting ziet er als volgt uit:",
    "Voor de kosten verwijzen wij u naar het onderstaande overzicht. Prijzen zijn ontleend aan offertes.",
)
COVERS = (
    "Van dit bedrag brengen wij zelf {own_sum} bijeen als {own}, uit acties en donateurs. Een {gift} van {gift_sum} is toegezegd door {fund}, onder voorbehoud van medewerking van de gemeente. Wij vragen u om een {asked} van {asked_sum}.",
    "De stichting doet een {own} van {own_sum} uit haar reserve. Van {fund} ontvangen wij een {gift} van {gift_sum}. Het ontbrekende deel, een {asked} van {asked_sum}, vragen wij hierbij aan uw college.",
)
PAYMENTS = (
    "Indien u ons verzoek inwilligt, kan het bedrag van {asked} worden overgemaakt op rekening {iban} ten name van de stichting.",
    "Wij verzoeken u de toe te kennen {asked} over te maken op IBAN {iban}. Een onkostenvergoeding aan bestuursleden wordt niet betaald.",
)
CLOSES = (
    "Na afloop sturen wij u binnen dertien weken een inhoudelijk en financieel verslag. Niet bestede gelden storten wij uiteraard terug.",
    "Onze stichting is door de Belastingdienst aangemerkt als algemeen nut beogende instelling (ANBI). Voor een mondelinge toelichting zijn wij overdag en ’s avonds bereikbaar.",
    "Wij zien uw besluit, dat volgens de verordening binnen acht weken wordt genomen, met vertrouwen tegemoet.",
)
