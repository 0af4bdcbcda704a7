"""What regional bodies ask a contribution for: the reasons, the goals and the digressions."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Cause:
    """One subject: `{year}` and `{count}` are filled in; `noun` is what the goals are called."""

    subject: str
    opening: str
    reason: str
    noun: str
    goals: tuple[str, ...]
    aside: str


SAFETY = (
    Cause(
        "Bijdrage repressieve brandweerzorg {year}",
        "Hierbij ontvangt u de berekening van de bijdrage die de {count} gemeenten in onze regio in {year} betalen voor de "
        "repressieve brandweerzorg.",
        "Uit het dekkingsplan blijkt dat de opkomsttijden in het buitengebied onder druk staan. Vrijwilligers werken steeds vaker "
        "buiten hun woonplaats, waardoor het overdag moeite kost een tankautospuit te bemannen. Het bestuur wil daarop niet wachten "
        "tot de wet het eist, maar nu al investeren in de posten waar de bezetting het kwetsbaarst is.",
        "maatregelen",
        ("de werving en opleiding van vrijwilligers", "een kazernerooster op werkdagen voor twee posten", "de aanschaf van lichte "
         "blusvoertuigen", "een gezamenlijke oefenlocatie", "vervanging van ademluchttoestellen"),
        "De kosten van brandkranen en bluswaterwinning blijven voor rekening van de gemeenten zelf, zoals bij de regionalisering is afgesproken.",
    ),
    Cause(
        "Ontwerpbegroting {year}: bijdrage per gemeente",
        "In deze brief vindt u de hoofdlijnen van de ontwerpbegroting {year}, die wij voor zienswijze aan de {count} gemeenten in "
        "onze regio voorleggen.",
        "De begroting is opgesteld volgens de uitgangspunten van de kaderbrief. Loon- en prijsstijgingen zijn verwerkt op basis van "
        "de septembercirculaire. Nieuw beleid is beperkt tot wat uit de Wet veiligheidsregio's voortvloeit en tot het onderhoud dat "
        "de afgelopen jaren is uitgesteld.",
        "onderdelen",
        ("crisisbeheersing en rampenbestrijding", "risicobeheersing en advies over vergunningen", "het informatieknooppunt",
         "de meldkamer", "bevolkingszorg"),
        "Een eventueel rekeningoverschot wordt eerst gebruikt om de algemene reserve op peil te brengen; wat overblijft, betalen wij "
        "naar rato terug.",
    ),
    Cause(
        "Bijdrage bevolkingszorg en crisiscommunicatie {year}",
        "Sinds enkele jaren voeren de {count} gemeenten in deze regio de bevolkingszorg gezamenlijk uit. In deze brief leest u wat "
        "dat in {year} van uw gemeente vraagt.",
        "De overstroming in het zuiden van het land en de langdurige stroomstoring van vorig jaar hebben geleerd dat een gemeente "
        "alleen een crisis van meer dan twee dagen niet kan volhouden. Een vaste piketpoule van functionarissen is betrouwbaarder "
        "dan vrije instroom.",
        "taken",
        ("opvang en verzorging van evacués", "voorlichting aan inwoners", "registratie van slachtoffers en verwanten", "nazorg en "
         "schadeafhandeling"),
        "Oefeningen worden niet afzonderlijk in rekening gebracht; zij zijn in het tarief begrepen.",
    ),
)  # fmt: skip
HEALTH = (
    Cause(
        "Bijdrage prenatale huisbezoeken {year}",
        "Op verzoek van de {count} gemeenten in onze regio breiden wij de prenatale huisbezoeken in {year} uit. Hieronder vindt u de "
        "financiële uitwerking.",
        "De Wet publieke gezondheid verplicht gemeenten zwangere vrouwen en gezinnen in een kwetsbare situatie een huisbezoek aan te "
        "bieden. De vraag is groter dan geraamd: verloskundigen melden vrouwen eerder aan en de gesprekken duren langer. Daarom wordt "
        "het aantal jeugdverpleegkundigen vergroot.",
        "onderdelen",
        ("de huisbezoeken zelf", "een scholing voor jeugdverpleegkundigen", "een meldpunt voor verloskundigen en huisartsen",
         "een jaarlijkse rapportage per gemeente"),
        "Tolken worden betaald uit het bestaande budget en leiden niet tot hogere lasten.",
    ),
    Cause(
        "Gemeentelijke bijdrage publieke gezondheid {year}",
        "Met deze brief bieden wij de {count} gemeenten in onze regio een overzicht van hun bijdrage aan de publieke gezondheid voor {year}.",
        "De afgelopen jaren is de infectieziektebestrijding meermalen in korte tijd opgeschaald en weer afgeschaald. Het bestuur wil een "
        "vaste kern van artsen en verpleegkundigen behouden, zodat wij bij een volgende uitbraak niet opnieuw beginnen. Dat is vastgelegd "
        "in de bestuursagenda.",
        "programma's",
        ("infectieziektebestrijding", "jeugdgezondheidszorg", "medische milieukunde", "gezondheidsbevordering op scholen",
         "forensische geneeskunde"),
        "Reizigersvaccinatie is een markttaak. De opbrengst daarvan staat hierbuiten en komt ten gunste van de reserve.",
    ),
    Cause(
        "Uitbreiding inloopspreekuren jeugdgezondheidszorg {year}",
        "De {count} gemeenten in onze regio hebben gevraagd de inloopspreekuren voor ouders ook in {year} voort te zetten. Wij lichten de "
        "kosten in deze brief toe.",
        "De spreekuren voorzien in een behoefte: ruim vierduizend ouders kwamen vorig jaar zonder afspraak langs, vaak met vragen over "
        "slapen en voeding. Daarmee zijn verwijzingen naar de huisarts voorkomen. Zonder besluit zou het project in december eindigen.",
        "activiteiten",
        ("een spreekuur op elke locatie", "een chat met een jeugdarts", "ouderavonden op scholen", "lactatiekundige begeleiding"),
        "De gemeente die een ruimte om niet ter beschikking stelt, krijgt daarvoor geen korting.",
    ),
)  # fmt: skip
