"""What a municipality adds to an application that a fund or agency found incomplete."""

from __future__ import annotations

import dataclasses
import datetime as dt


@dataclasses.dataclass(frozen=True, slots=True)
class File:
    """A pending application; `parts` are headings with (words, low, high) in hundreds of euros."""

    body: str
    lines: tuple[str, ...]
    first: dt.date
    number: str
    subjects: tuple[str, ...]
    scheme: str
    projects: tuple[str, ...]
    points: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, tuple[tuple[str, int, int], ...]], ...]
    role: str


MUSEUM = File(
    body="Mondriaan Fonds",
    lines=("Mondriaan Fonds",),
    first=dt.date(2018, 2, 1),
    number="MF-{year}-{serial}",
    subjects=("Aanvulling aanvraag Bijdrage Collectie-Erfgoed", "Nadere gegevens bij aanvraag stadsmuseum", "aanvullende informatie bij subsidieaanvraag museum"),
    scheme="de regeling Collectie-Erfgoed",
    projects=("de nieuwe vaste opstelling van het stadsmuseum", "de ontsluiting van het open depot van het stadsmuseum"),
    points=(
        ("Planning", "De uitvoering begint drie maanden na uw besluit en duurt veertien maanden. Tijdens de werkzaamheden blijft de begane grond voor het publiek geopend; alleen in de maanden januari en februari is het museum gesloten."),
        ("Eigendom van de collectie", "Van de 3.460 objecten zijn er 2.915 eigendom van de gemeente. De overige worden in langdurig bruikleen gegeven door de Historische Vereniging en enkele particulieren. De bruikleenovereenkomsten lopen ten minste tot en met het jaar waarin het project wordt afgesloten."),
        ("Fair Practice Code", "De gemeente onderschrijft de Fair Practice Code. Kunstenaars en vormgevers worden betaald volgens de richtlijn kunstenaarshonoraria; voor hun werk is in de begroting ten minste 12 procent gereserveerd."),
        ("Publieksbereik", "Het museum ontving in {year} in totaal 21.640 bezoekers, onder wie 3.180 leerlingen in schoolverband. Na de herinrichting verwachten wij een stijging tot 27.000 bezoekers per jaar."),
        ("Klimaat en beveiliging", "Een adviseur van het Rijk heeft het gebouw bezocht en geconstateerd dat met enkele ingrepen aan de luchtbehandeling aan de gangbare eisen van behoud kan worden voldaan. Die ingrepen vallen buiten dit project en zijn in het onderhoudsplan opgenomen."),
        ("Bestuurlijk draagvlak", "De gemeenteraad heeft bij de behandeling van de begroting unaniem een motie aangenomen waarin het college wordt opgeroepen de opstelling te vernieuwen vóór het stadsjubileum."),
    ),
    parts=(
        ("ontwerp", (("ontwerp van de opstelling", 280, 520), ("onderzoek en teksten", 140, 310))),
        ("uitvoering", (("vitrines en meubilair", 680, 1450), ("audiovisuele middelen", 260, 580), ("restauratie van objecten", 190, 420))),
        ("publiek", (("educatieprogramma", 95, 230), ("publicatie", 70, 160))),
    ),
    role="wethouder cultuur",
)

SPORTS = File(
    body="Rijksdienst voor Ondernemend Nederland",
    lines=("Rijksdienst voor Ondernemend Nederland", "Afdeling Duurzame gebouwen"),
    first=dt.date(2016, 3, 1),
    number="VMV{serial}",
    subjects=("Aanvulling op subsidieaanvraag verduurzaming sporthal", "aanvullende gegevens aanvraag energiebesparing zwembad", "Reactie op verzoek om aanvulling"),
    scheme="de subsidieregeling voor verduurzaming van maatschappelijk vastgoed",
    projects=("de verduurzaming van de gemeentelijke sporthal", "het aardgasvrij maken van het zwembad"),
    points=(
        ("Eigendom en gebruik", "Het gebouw is eigendom van de gemeente en wordt voor 86 procent van de openingstijden gebruikt door verenigingen en scholen. Commerciële verhuur vindt niet plaats, zodat van staatssteun geen sprake is."),
        ("Energieadvies", "Het maatwerkadvies is opgesteld door een daartoe gecertificeerd bureau volgens BRL 9500-MWA-U. De berekende besparing bedraagt 412.000 kWh-equivalent per jaar, dat is 58 procent van het verbruik in {year}."),
        ("Vergunningen", "Voor de plaatsing van zonnepanelen op een plat dak is geen omgevingsvergunning vereist. De melding voor de bodemwarmtewisselaar is gedaan op grond van het Besluit bodemenergie. Een ontheffing in het kader van soortenbescherming is niet nodig gebleken."),
        ("Planning", "De aanbesteding wordt binnen tien weken na de subsidieverlening gepubliceerd. De werkzaamheden worden in twee zomersluitingen uitgevoerd, zodat het gebruik door scholen niet wordt onderbroken."),
        ("Btw", "De gemeente kan de omzetbelasting over de investering niet in aftrek brengen en evenmin compenseren op grond van de Wet op het BTW-compensatiefonds. De bedragen in de begroting zijn daarom inclusief 21 procent btw."),
        ("Monitoring", "Het verbruik wordt gedurende vijf jaar per kwartaal gemeten en aan uw dienst gerapporteerd. De meetgegevens zijn voor derden in te zien."),
    ),
    parts=(
        ("bouwkundig", (("isolatie van het dak", 620, 1380), ("triple beglazing", 340, 790))),
        ("installaties", (("warmtepompen", 880, 1920), ("zonnepanelen", 420, 960), ("ledverlichting", 110, 285))),
        ("begeleiding", (("bouwdirectie en toezicht", 130, 290), ("energieadvies", 45, 115))),
    ),
    role="wethouder vastgoed en duurzaamheid",
)
FILES = (MUSEUM, SPORTS)
OPENINGS = (
    "In uw brief van {asked} verzoekt u ons de aanvraag voor {project} op enkele punten aan te vullen. Met deze brief voldoen wij aan dat verzoek.",
    "Naar aanleiding van uw verzoek van {asked} ontvangt u hierbij een aanvulling op onze aanvraag. Deze heeft, zoals u bekend is, betrekking op {project} en is ingediend op grond van {scheme}.",
)
HISTORY = (
    "De aanvraag dateert van {applied} en is door u in goede orde ontvangen. Op {called} hebben wij met uw medewerker telefonisch besproken welke gegevens ontbreken.",
    "Onze aanvraag is op {applied} digitaal ingediend. Na telefonisch overleg op {called} is ons duidelijk geworden dat uw commissie vooral behoefte heeft aan een nadere uitsplitsing van de kosten.",
)
INTROS = ("Wij gaan achtereenvolgens in op de volgende {count} punten.", "Uw vragen beantwoorden wij aan de hand van de volgende {count} onderwerpen:")
ATTACHED = ("Het bestek treft u in de bijlage aan.", "De offertes vindt u in de bijlage bij deze brief.")
INSPECTED = ("Het bestek ligt bij ons ter inzage.", "De offertes kunnen wij u desgewenst tonen.")
TABLE_INTROS = (
    "De begroting hebben wij op uw verzoek nader uitgesplitst. De onderstaande begroting vervangt die bij de oorspronkelijke aanvraag.",
    "Met inachtneming van het voorgaande luidt de herziene begroting als volgt.",
)
SUMS = (
    "Voor {post} was in de oorspronkelijke begroting nog {before} opgenomen; na een tweede offerte is die post verlaagd. De totale kosten komen daarmee op {text}. De gemeente draagt uit {own} {own_sum} bij en vraagt u om een {asked} van {asked_sum}.",
    "Wij wijzen u erop dat voor {post} eerder een bedrag van {before} was geraamd. De totale kosten bedragen nu {text}. Daarvan wordt {own_sum} gedekt uit {own} van de gemeente; de gevraagde {asked} bedraagt {asked_sum}.",
)
TERMS = (
    "Wij vertrouwen erop dat de aanvraag hiermee volledig is en verzoeken u uiterlijk {term} een besluit te nemen, zodat de opdracht tijdig kan worden verstrekt.",
    "Naar onze mening beschikt u nu over alle gegevens in de zin van artikel 4:5 van de Algemene wet bestuursrecht. Graag ontvangen wij uiterlijk {term} uw reactie.",
)
