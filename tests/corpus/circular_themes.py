"""What circulars to all municipalities are about: four subjects, each with its sums and its list."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

from tests.corpus import circulars
from tests.corpus.wording import WEEKDAYS, day, euro, figures
from tests.corpus.writer import Writer

NUMBERS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht")
Section = dict[str, Any]


@dataclasses.dataclass(frozen=True, slots=True)
class Theme:
    """A circular without its head: what it is about, in short, at length, and who knows more."""

    subject: str
    summary: str
    sections: list[Section]


def par(*texts: str) -> list[dict[str, Any]]:
    """Paragraphs of a section."""
    return [{"kind": "par", "text": text} for text in texts]


def announced(w: Writer, items: list[str]) -> str:
    """The number of items in words; another number where the miscount is planted."""
    more = w.dice.choice((-1, 1))
    return NUMBERS[len(items) + (more if w.planted("enumeration-count-mismatch") else 0)]


def pilots(w: Writer, what: str) -> str:
    """Towns that went first with something, and one that lends its papers to others."""
    towns = w.dice.sample(("Zwolle", "Breda", "Haarlem", "Oss", "Amersfoort", "Hoorn", "Venlo"), 3)
    shown = circulars.listed([w.municipality(town, "mentioned") for town in towns])
    lender = w.dice.choice(("Tynaarlo", "Dalfsen", "Houten", "Zutphen", "Raalte"))
    false = w.dice.choice(("Klazienaveen", "Nieuw-Vennep", "Swifterbant", "Zilverveen", "Oosterwaard"))
    gone = w.dice.choice(("Bemmel", "Harmelen", "Denekamp", "Akersloot"))
    if w.planted("municipality-unknown"):
        name = false
    elif w.planted("municipality-not-in-force"):
        name = circulars.municipality_at(w, gone, "mentioned", dt.date(1999, 1, 1))
    else:
        name = w.municipality(lender, "mentioned")
    first = w.dice.choice(
        (
            f"De gemeenten {shown} hebben het afgelopen jaar al gewerkt met {what}.",
            f"In de gemeenten {shown} is het afgelopen jaar ervaring opgedaan met {what}.",
        )
    )
    return f"{first} De gemeente {name} stelt haar werkbestanden en modelteksten op verzoek beschikbaar."


def aside(w: Writer, texts: tuple[str, ...], count: int) -> list[dict[str, Any]]:
    """Some of the paragraphs that such circulars digress with, in their order."""
    chosen = sorted(w.dice.sample(range(len(texts)), count))
    return par(*(texts[at] for at in chosen))


def together(w: Writer) -> str:
    """The ministry of justice under the name of that day, or another where that is planted."""
    name = circulars.ministry_then(circulars.JUSTICE, w.day, w.planted("body-not-in-force"))
    return f"Het ministerie van {name} is bij de uitwerking betrokken en onderschrijft de planning."


def _shares(w: Writer, total: int, count: int) -> list[int]:
    """A total in whole thousands cut in parts that add up."""
    weights = [w.dice.randint(2, 9) for _ in range(count)]
    parts = [total * weight // sum(weights) // 1000 * 1000 for weight in weights]
    return [*parts[:-1], total - sum(parts[:-1])]


CONTRIBUTION = (
    "De resolutie over gezamenlijk organiseren, die de leden enkele jaren geleden met ruime meerderheid aanvaardden, vormt nog "
    "steeds de grondslag. Daarin is ook vastgelegd dat het fonds geen reserve opbouwt die groter is dan een tiende van de "
    "jaaromzet.",
    "De accountant heeft bij de jaarrekening een goedkeurende verklaring afgegeven. Een klein overschot wordt toegevoegd "
    "aan de egalisatiereserve, zodat de bijdrage minder schommelt.",
    "Wij realiseren ons dat de financiële ruimte bij gemeenten beperkt is. Daarom zijn twee activiteiten waarvoor minder "
    "belangstelling bestond, beëindigd en is een derde voortaan alleen nog tegen betaling beschikbaar.",
    "Gemeenschappelijke regelingen betalen geen afzonderlijke bijdrage. Zij maken via de deelnemende gemeenten gebruik van "
    "de voorzieningen.",
)
CONSULTATION = (
    "De onderhandelingen met de vakorganisaties begonnen in het vorige voorjaar en zijn twee keer onderbroken. Een "
    "verkenner heeft de partijen weer bij elkaar gebracht; zijn verslag staat op het ledendeel van onze website.",
    "Het vakantieverlof wordt voor nieuwe medewerkers gelijkgetrokken met dat van zittende medewerkers. Lokale afspraken "
    "die daarvan afwijken, vervallen na een overgangstijd van vijf jaar.",
    "Werkgevers en vakorganisaties zetten samen een werkgroep op die de functiewaardering vereenvoudigt. De groep komt "
    "binnen een jaar met een advies, dat afzonderlijk aan u wordt voorgelegd.",
    "Voor de brandweer en de ambulancezorg gelden eigen regelingen. Die blijven in dit akkoord buiten beschouwing.",
    "Medewerkers die ten minste vijf jaar in dienst zijn, kunnen vijf jaar vóór hun AOW-leeftijd minder gaan werken met "
    "behoud van een deel van hun salaris en de volledige pensioenopbouw. Over de dekking beslist elke gemeente zelf.",
)
GRANT = (
    "Uit onderzoek van het Sociaal en Cultureel Planbureau blijkt dat hulp vaak te laat op gang komt, omdat huisartsen, "
    "wijkteams en woningcorporaties elkaar niet goed weten te vinden. De uitkering is bedoeld om die samenwerking te "
    "versterken en niet voor de bekostiging van individuele voorzieningen op grond van de Wmo.",
    "De Kamer heeft bij de behandeling van de begroting gevraagd kleinere gemeenten niet te belasten met een omvangrijke "
    "aanvraag. Samenwerkende gemeenten mogen daarom met één aanvraag volstaan; één van hen treedt dan op als penvoerder.",
    "De regeling is voor advies voorgelegd aan het Adviescollege toetsing regeldruk. Het college heeft geen aanleiding "
    "gezien voor een formeel advies.",
    "Staatssteun is niet aan de orde zolang het geld aan de eigen taken van gemeenten wordt besteed. Verstrekt u een deel "
    "door aan een onderneming, dan bent u zelf verantwoordelijk voor de toets aan de de-minimisverordening.",
)
ELECTION = (
    "Het aantal kiezers dat per volmacht stemt, liep bij de laatste verkiezing terug tot ongeveer een op de tien. Wel kwamen "
    "meer meldingen binnen over volmachten die in dezelfde straat werden geronseld. Ik vraag u alert te blijven en bij "
    "twijfel aangifte te doen.",
    "Kiezers met een beperking moeten zelfstandig hun stem kunnen uitbrengen. Elk stemlokaal moet "
    "aan de toegankelijkheidseisen voldoen; een tekort moet u aan de raad melden.",
    "Enkele gemeenten hebben gevraagd of ook in verzorgingshuizen een mobiel stembureau mag zitten. Dat mag, mits het "
    "stembureau vooraf is aangewezen en de openingstijden ten minste veertien dagen tevoren zijn gepubliceerd.",
    "De voorraad stempassen wordt centraal ingekocht. Houd rekening met een langere levertijd voor papier dan u gewend "
    "bent.",
    "Vragen over de registratie van kiezers buiten Nederland beantwoordt de helpdesk, die op werkdagen bereikbaar is van "
    "negen tot vijf uur.",
)


def contribution(w: Writer) -> Theme:
    """The association asks its members for the yearly contribution to common work."""
    year = w.day.year + 1
    goals = w.dice.sample(
        (
            ("Dienstverlening en informatievoorziening", "het onderhoud van de gemeenschappelijke voorzieningen voor publiekszaken"),
            ("Informatiebeveiliging", "een dienst die gemeenten dag en nacht bijstaat bij digitale incidenten"),
            ("Uitvoering sociaal domein", "landelijke contractering en het programma inkoop jeugdhulp"),
            ("Gegevensstandaarden", "beheer van de berichtenstandaarden en het testportaal"),
            ("Juridische ondersteuning", "modelverordeningen en de helpdesk voor juristen"),
        ),
        w.dice.choice((3, 4)),
    )  # fmt: skip
    rate = Decimal(w.dice.randint(165, 345)) / 100
    total = int(rate * 17_400_000)
    meeting = circulars.random_day(w.dice, dt.date(w.day.year, 1, 6), w.day)
    price = w.budget("bijdrage", "unit_price", rate, unit="per inwoner")
    subject = w.field("subject", f"Bijdrage gezamenlijke gemeentelijke uitvoering {year}")
    summary = (
        f"De algemene ledenvergadering heeft op {day(meeting, 'weekday')} ingestemd met het jaarplan {year}. "
        f"De {price.description('bijdrage')} bedraagt {price.amount(euro(rate))} per inwoner. In deze ledenbrief leest u "
        "waaraan het geld wordt besteed, hoe wij het innen en wat wij van u vragen."
    )
    rows = []
    for (name, _), part in zip(goals, _shares(w, total, len(goals)), strict=True):
        line = w.budget(name, "item", Decimal(part))
        rows.append([line.description(name), line.amount(f"€ {figures(Decimal(part), '')}")])
    whole = w.budget("Totaal", "total", Decimal(total))
    rows.append([whole.description("Totaal"), whole.amount(f"€ {figures(Decimal(total), '')}")])
    items = [f"{name}: {text};" for name, text in goals]
    sections = [
        {"title": "Aanleiding", "parts": par(
            "Gemeenten lossen vraagstukken die overal hetzelfde zijn steeds vaker samen op. Dat is goedkoper en het "
            "voorkomt dat inwoners in de ene gemeente anders worden geholpen dan in de andere. De activiteiten worden "
            "betaald uit een gezamenlijk fonds, waaraan elke gemeente naar rato van haar inwonertal bijdraagt.",
            pilots(w, "een gedeelde voorziening voor publiekszaken")) + aside(w, CONTRIBUTION, 2)},
        {"title": f"Wat wij in {year} gaan doen", "parts": [
            *par(f"Het jaarplan richt zich op de volgende {announced(w, items)} onderdelen:"),
            {"kind": "list", "items": items},
            *par(together(w))]},
        {"title": "Begroting", "parts": [
            *par("De begroting van het fonds ziet er als volgt uit."),
            {"kind": "table", "rows": w.table(["Onderdeel", f"Begroting {year}"], rows), "total": True},
            *par("Bij de berekening van het bedrag per inwoner is uitgegaan van 17.400.000 inwoners. Voor de verdeling "
                 "gebruiken wij de bevolkingscijfers van het CBS per 1 januari.")]},
        {"title": "Inning", "parts": par(
            f"U ontvangt de factuur in februari {year}. De betalingstermijn is dertig dagen. Wilt u de factuur onder een "
            "inkoopnummer ontvangen, geef dat dan door vóór "
            f"{day(circulars.workday(w.day + dt.timedelta(w.dice.randint(25, 50))))}.")},
    ]  # fmt: skip
    return Theme(subject, summary, sections)


def consultation(w: Writer) -> Theme:
    """The association asks its members' view of a labour agreement in principle."""
    answer = circulars.workday(w.day + dt.timedelta(w.dice.randint(28, 45)))
    talks = circulars.workday(w.day - dt.timedelta(w.dice.randint(4, 12)))
    sum_paid = Decimal(w.dice.choice((300, 500, 600, 750, 1200)))
    allowance = Decimal(w.dice.choice((8, 12, 15, 18)))
    raises = w.dice.choice((("2,0", "1,5"), ("3,2", "2,4"), ("1,4", "1,0")))
    subject = w.field("subject", w.dice.choice(("Ledenraadpleging principeakkoord Cao Gemeenten", "Onderhandelaarsakkoord Cao Gemeenten: uw reactie")))
    once = w.budget("eenmalige uitkering", "unit_price", sum_paid, unit="per medewerker")
    items = [
        "Kunt u instemmen met de afspraken over de salarissen?",
        "Kunt u instemmen met de afspraken over verlof en generatieregelingen?",
        "Heeft uw gemeente voldoende middelen begroot om de afspraken uit te voeren?",
        "Ziet u aanleiding om een afspraak op een later tijdstip te laten ingaan?",
    ][: w.dice.choice((3, 4))]
    summary = (
        f"Op {day(talks, 'weekday')} is een onderhandelaarsakkoord bereikt over een nieuwe cao. Medewerkers krijgen een "
        f"{once.description('eenmalige uitkering')} van {once.amount(euro(sum_paid))} per medewerker, naar rato van het dienstverband. "
        f"Wij leggen het akkoord met een positief advies aan u voor en ontvangen uw reactie graag uiterlijk {day(answer)}."
    )
    home = w.budget("vergoeding", "unit_price", allowance, unit="per maand")
    sections = [
        {"title": "Inhoud van het akkoord", "parts": par(
            f"De salarissen stijgen in twee stappen, met {raises[0]}% per 1 april en {raises[1]}% per 1 oktober. Voor thuiswerken geldt een "
            f"{home.description('vergoeding')} van {home.amount(euro(allowance))} per maand. De afspraken gelden ook voor gemeenschappelijke "
            "regelingen die de cao volgen.",
            pilots(w, "een keuzebudget voor arbeidsvoorwaarden")) + aside(w, CONSULTATION, 3)},
        {"title": "Financiële gevolgen", "parts": par(
            "Gemeenten kunnen de loonkostenstijging opvangen binnen de accressen van het gemeentefonds. In de meeste "
            "begrotingen is met een percentage gerekend dat daarbij in de buurt ligt. De kosten verschillen per gemeente, "
            "omdat de opbouw van het personeelsbestand verschilt.",
            "Voor buitengewoon opsporingsambtenaren is een afzonderlijke afspraak over opleiding en uitrusting gemaakt. " + together(w))},
        {"title": "Wat vragen wij van u?", "parts": [
            *par(f"Wij vragen u de volgende {announced(w, items)} vragen te beantwoorden:"),
            {"kind": "list", "items": items},
            *par("De uitslag wordt bepaald met gewogen stemmen: het aantal stemmen van een gemeente hangt af van haar "
                 "inwonertal, met een maximum van 75. Gemeenten die niet reageren, tellen niet mee.")]},
        {"title": "Hoe verder", "parts": par(
            f"Het bestuur stelt de uitslag vast in zijn vergadering van {day(circulars.workday(answer + dt.timedelta(6)))}. Stemmen de "
            "leden in, dan wordt de cao binnen twee weken ondertekend en algemeen bekendgemaakt.")},
    ]  # fmt: skip
    return Theme(subject, summary, sections)


def grant(w: Writer) -> Theme:
    """A ministry opens a grant for municipalities over three years."""
    name = w.dice.choice(("Specifieke uitkering mantelzorgondersteuning", "Regeling brede aanpak dakloosheid", "Specifieke uitkering valpreventie"))
    close = circulars.workday(w.day + dt.timedelta(w.dice.randint(60, 110)))
    total = w.dice.randint(24, 90) * 500_000
    years = [str(w.day.year + step) for step in range(1, 4)]
    money = w.budget("Totaal", "total", Decimal(total))
    w.either["budget_lines.0.description"] = ["uitkering", name]
    subject = w.field("subject", name)
    summary = (
        f"Voor de jaren {years[0]} tot en met {years[-1]} stel ik in totaal {money.amount(euro(Decimal(total), 'million'))} beschikbaar. "
        f"Gemeenten kunnen tot en met {day(close)} een aanvraag indienen. In deze brief licht ik de voorwaarden toe."
    )
    rows = []
    for year, part in zip(years, _shares(w, total, 3), strict=True):
        line = w.budget(year, "item", Decimal(part))
        rows.append([line.description(year), line.amount(f"€ {figures(Decimal(part), '')}")])
    rows.append([money.description("Totaal"), money.amount(f"€ {figures(Decimal(total), '')}")])
    items = [
        "een plan van aanpak van ten hoogste tien bladzijden;",
        "een sluitende begroting per kalenderjaar;",
        "een verklaring van de samenwerkende aanbieders;",
        "de naam van de contactpersoon en een functioneel e-mailadres;",
        "een besluit van uw college.",
    ][: w.dice.choice((3, 4, 5))]
    law = w.dice.choice(("artikel 17 van de Financiële-verhoudingswet", "artikel 15a, eerste lid, van de Financiële-verhoudingswet"))
    sections = [
        {"title": "Aanleiding", "parts": par(
            "In het laatste bestuurlijk overleg heb ik met de vertegenwoordigers van gemeenten afgesproken dat er geld "
            f"komt voor een lokale aanpak. De uitkering berust op {law}. " + together(w), pilots(w, "een vergelijkbare aanpak"))
            + aside(w, GRANT, 2)},
        {"title": "Beschikbare middelen", "parts": [
            *par("Het bedrag is als volgt over de jaren verdeeld."),
            {"kind": "table", "rows": w.table(["Jaar", "Bedrag"], rows), "total": True},
            *par("Aanvragen worden behandeld in volgorde van binnenkomst. Is het plafond bereikt, dan worden volgende aanvragen afgewezen.")]},
        {"title": "Aanvragen", "parts": [
            *par(f"Een aanvraag bestaat uit de volgende {announced(w, items)} stukken:"),
            {"kind": "list", "items": items},
            *par("U dient de aanvraag in via het portaal. Onvolledige aanvragen kunt u binnen twee weken aanvullen, zoals bedoeld in artikel 4:5 van de Algemene wet bestuursrecht.")]},
        {"title": "Verantwoording", "parts": par(
            f"Verantwoording vindt plaats volgens sisa. Niet bestede middelen over {years[0]} mag u meenemen naar {years[1]}; wat na "
            f"afloop van {years[-1]} resteert, vorder ik terug.")},
    ]  # fmt: skip
    return Theme(subject, summary, sections)


def election(w: Writer) -> Theme:
    """A ministry sets out what an election asks of municipalities and what it pays."""
    year = (w.day + dt.timedelta(w.dice.randint(110, 190))).year
    vote = dt.date(year, w.dice.choice((3, 5, 6)), 15)
    if vote < w.day + dt.timedelta(100):
        vote = vote.replace(year=year + 1)
    vote += dt.timedelta((2 - vote.weekday()) % 7)
    station, extra = Decimal(w.dice.choice((850, 1100, 1450))), Decimal(w.dice.randint(14, 44) * 50_000)
    subject = w.field("subject", w.dice.choice(("Voorbereiding verkiezingen: kosten en planning", "Organisatie van de komende verkiezingen")))
    pay = w.budget("tegemoetkoming", "unit_price", station, unit="per stembureau")
    items = [
        "het aanwijzen van voldoende toegankelijke stemlokalen;",
        "de werving en training van stembureauleden;",
        "de centrale stemopneming en de controle van processen-verbaal;",
        "het gebruik van de programmatuur voor de uitslagberekening.",
    ][: w.dice.choice((3, 4))]
    summary = (
        f"Op {WEEKDAYS[vote.weekday()]} {day(vote)} wordt gestemd. Met deze brief informeer ik u over de planning en over de vergoeding "
        f"van kosten. De {pay.description('tegemoetkoming')} bedraagt {pay.amount(euro(station))} per stembureau."
    )
    post = w.budget("verzending van kandidatenlijsten", "item", extra)
    sections = [
        {"title": "Inleiding", "parts": par(
            "De vorige verkiezingen zijn met de gemeenten en de Kiesraad geëvalueerd. De verbeterpunten uit die evaluatie zijn in "
            "de draaiboeken verwerkt. " + together(w), pilots(w, "een andere inrichting van de telling")) + aside(w, ELECTION, 3)},
        {"title": "Aandachtspunten", "parts": [
            *par(f"Ik vraag in het bijzonder uw aandacht voor de volgende {announced(w, items)} punten:"),
            {"kind": "list", "items": items},
            *par("De modellen worden in de Staatscourant bekendgemaakt. Hoofdstuk J van de Kieswet is onverkort van toepassing.")]},
        {"title": "Kosten", "parts": par(
            f"Daarnaast is voor de {post.description('verzending van kandidatenlijsten')} landelijk {post.amount(euro(extra, 'word'))} "
            "gereserveerd. De vergoeding wordt toegevoegd aan de algemene uitkering van het gemeentefonds; u hoeft daarvoor niets "
            "aan te vragen.")},
        {"title": "Planning", "parts": par(
            f"De dag van de kandidaatstelling is {day(vote - dt.timedelta(44), 'weekday')}. Geef het aantal stemlokalen uiterlijk "
            f"{day(circulars.workday(vote - dt.timedelta(60)))} aan ons door. Op de site van de Kiesraad vindt u het volledige "
            "tijdschema.")},
    ]  # fmt: skip
    return Theme(subject, summary, sections)


