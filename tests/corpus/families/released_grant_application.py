"""A municipality asks a minister for a grant; released under the Wob with its sums covered.

A4 in Lato: mark and name at the left of a tinted band, a strip of four references, framed numbered
headings, a table with a dark head and a total, two signatories side by side.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

from tests.corpus import released, wording
from tests.corpus.families import family
from tests.corpus.writer import Line, Writer

PLANTS = (
    "amounts-disagree", "redaction-leak", "minister-not-in-office", "table-cell-illegible",
    "redaction-ground-odd", "date-in-future", "body-not-in-force", "sender-signature-mismatch",
    "postcode-place-mismatch",
)  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Theme:
    """What is asked for and of whom."""

    minister: tuple[str, str, str, str]  # portfolio, code of the ministry, box and postcode
    names: tuple[str, str]  # in office and not (any more)
    old: str  # the portfolio's former name
    subject: str
    posts: tuple[str, ...]
    own: str
    paragraphs: tuple[str, str, str]


JUSTICE = Theme(
    ("Justitie en Veiligheid", "mnre1058", "Postbus 20301", "2500 EH"),
    ("de heer F.B.J. Grapperhaus", "de heer S.A. Blok"),
    "Veiligheid en Justitie",
    "Aanvraag bijdrage versterking aanpak ondermijning",
    ("Projectleider ondermijning", "Informatieanalist", "Bestuurlijke rapportages", "Weerbaarheidstrainingen ambtenaren", "Communicatie en meldpunt"),
    "het programma openbare orde en veiligheid",
    (
        "De afgelopen twee jaar zijn in het buitengebied vier hennepkwekerijen en een opslagplaats voor chemicaliën aangetroffen. De invloed van de georganiseerde criminaliteit op ons bedrijventerrein De Vaart wordt groter. Wij passen artikel 13b van de Opiumwet toe en toetsen vergunningen aan de Wet Bibob, maar lopen aan tegen de grenzen van onze informatiepositie.",
        "De projectleider vormt met de informatieanalist de kern van het ondermijningsteam. Zij werken vanuit het gemeentehuis samen met de politie, het Openbaar Ministerie, de Belastingdienst en het Regionaal Informatie- en Expertisecentrum.",
        "op twee adressen aan de rand van de binnenstad is sprake van een vastgoedeigenaar die via stromannen horecavergunningen aanvraagt",
    ),
)
WORKS = Theme(
    ("Infrastructuur en Waterstaat", "mnre1130", "Postbus 20901", "2500 EX"),
    ("mevrouw drs. C. van Nieuwenhuizen Wijbenga", "mevrouw drs. M.H. Schultz van Haegen-Maas Geesteranus"),
    "Infrastructuur en Milieu",
    "Verzoek om een rijksbijdrage in de kosten van de snelfietsroute",
    ("Voorbereiding en ontwerp", "Grondverwerving", "Onderdoorgang spoorlijn", "Tijdelijke verkeersmaatregelen", "Directievoering en toezicht"),
    "de reserve bovenwijkse voorzieningen",
    (
        "Tussen het station en het bedrijventerrein De Vaart fietsen op een werkdag ruim 3.400 mensen. Het bestaande pad is 2,20 meter breed en kruist het spoor op een overweg die per uur achttien minuten dichtligt. In de tracéstudie van 2017 is de overweg aangemerkt als het grootste knelpunt in de route.",
        "De onderdoorgang wordt door ProRail ontworpen en aanbesteed; de overige werken neemt de gemeente voor haar rekening. Met ProRail is hierover een realisatieovereenkomst in voorbereiding.",
        "de eigenaar van perceel sectie K 1142 is alleen bereid tot verkoop wanneer de gemeente ook de naastgelegen bedrijfswoning overneemt",
    ),
)
ECONOMY = Theme(
    ("Economische Zaken en Klimaat", "mnre1045", "Postbus 20401", "2500 EK"),
    ("de heer ir. E.D. Wiebes", "de heer H.G.J. Kamp"),
    "Economische Zaken",
    "Aanvraag rijksbijdrage verduurzaming bedrijventerrein De Vaart",
    ("Energiescans bij bedrijven", "Procesbegeleiding", "Ontwerp warmtenet", "Juridisch en fiscaal advies", "Monitoring en evaluatie"),
    "het duurzaamheidsfonds",
    (
        "Op bedrijventerrein De Vaart zijn 118 bedrijven gevestigd, die samen een kwart van het gasverbruik in onze gemeente voor hun rekening nemen. Uit een verkenning blijkt dat 60 procent van de dakoppervlakken geschikt is voor zonnepanelen en dat de restwarmte van twee bedrijven onbenut blijft.",
        "De uitvoering leggen wij bij de coöperatie die de ondernemers voor dit doel oprichten. De gemeente levert de projectleiding en bewaakt de samenhang met de warmtevisie die de raad dit jaar vaststelt.",
        "één van de beide leveranciers van restwarmte overweegt de productie binnen drie jaar te beëindigen en heeft gevraagd dit vertrouwelijk te behandelen",
    ),
)
TOWNS = (
    ("Ede", "0318", "ede.nl", ("Veenendaal", "Barneveld")),
    ("Deventer", "0570", "deventer.nl", ("Olst-Wijhe", "Raalte")),
    ("Roosendaal", "0165", "roosendaal.nl", ("Halderberge", "Rucphen")),
    ("Tiel", "0344", "gemeentetiel.nl", ("Buren", "Neder-Betuwe")),
    ("Almelo", "0546", "almelo.nl", ("Wierden", "Tubbergen")),
    ("Kampen", "0383", "kampen.nl", ("Zwartewaterland", "Dronten")),
)


@family("tuned", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    base = released.workday(dt.date(w.dice.choice((2018, 2019, 2020)), w.dice.randint(2, 10), w.dice.randint(3, 25)))
    future = w.planted("date-in-future")
    w.day = base.replace(year=base.year + 12) if future else base
    if future:
        w.allow("redaction-ground-odd", "minister-not-in-office", "body-not-in-force", "deadline-passed")
    w.style = w.dice.choice(("black", "grey", "border", "hatched"))
    w.leak = w.planted("redaction-leak")
    release = released.Release("Wob", w.dice.choice(released.SPELLINGS))
    theme = w.dice.choice((JUSTICE, WORKS, ECONOMY))
    town, area, domain, near = w.dice.choice(TOWNS)
    data = {"mark": released.blocks(w.dice, ("#0b5d66", "#e0a526", "#7fb0a8"))}
    data |= _letterhead(w, town, area, domain) | {"address": _address(w, theme)}
    data |= _strip(w, release, theme, base)
    data |= _body(w, release, theme, town, near, base)
    data |= _table(w, release, theme, base)
    data |= _closing(w, release, town, near, base)
    return data


def _letterhead(w: Writer, town: str, area: str, domain: str) -> dict[str, Any]:
    line, postcode, place = released.postal(town, w)
    w.silent("sender.organisation_id", released.identifier(town, w))
    name = w.field("sender.organisation", f"Gemeente {town}", "Gemeente " + w.municipality(town, "sender"))
    return {
        "name": name,
        "footer": "  |  ".join((
            w.field("sender.address", line),
            f"{w.field('sender.postcode', postcode)} {w.field('sender.place', place)}",
            w.field("sender.phone", f"14 {area}"),
            w.field("sender.email", f"info@{domain}"),
        )),
    }  # fmt: skip


def _address(w: Writer, theme: Theme) -> list[str]:
    portfolio, code, box, postcode = theme.minister
    direct = w.dice.random() < 0.5
    shown = theme.old if w.planted("body-not-in-force") else portfolio
    wrong = w.planted("minister-not-in-office")
    title, _, name = theme.names[wrong].partition(" ")
    title, name = (f"{title} heer", name.removeprefix("heer ")) if title == "de" else (title, name)
    person = f"{title} {w.field('recipient.person', name)}"
    organisation = f"Ministerie van {portfolio}"
    if shown != portfolio:
        w.either["recipient.organisation"] = [f"Ministerie van {shown}"]
        w.allow("minister-not-in-office")
    w.silent("recipient.organisation_id", code)
    place = "Deventer" if w.planted("postcode-place-mismatch") else "Den Haag"
    town = f"{w.field('recipient.postcode', postcode)} {w.field('recipient.place', place)}"
    tail = [w.field("recipient.address", box), town]
    if direct:
        role = w.field("recipient.role", f"De minister van {shown}")
        return [w.field("recipient.organisation", organisation, role), person, *tail]
    head = w.field("recipient.organisation", organisation, f"Ministerie van {shown}")
    return [head, f"t.a.v. {w.field('recipient.role', 'de minister')}, {person}", *tail]


def _strip(w: Writer, release: released.Release, theme: Theme, base: dt.date) -> dict[str, Any]:
    asked = released.workday(base - dt.timedelta(days=w.dice.randint(20, 55)))
    yours = f"{w.dice.randint(1100000, 2899999)}"
    hidden = w.dice.random() < 0.4
    clerk, = released.people(w.dice, 1)
    number = released.mobile(w.dice)
    return {
        "strip": [
            ["Uw brief van", w.field("replies_to", asked.isoformat(), wording.day(asked))],
            ["Uw kenmerk", release.hide(w, "reference", yours) if hidden else w.field("references.yours", yours)],
            ["Ons kenmerk", w.field("references.ours", f"{base.year}/{w.dice.randint(10, 99)}{w.dice.randint(100, 999)}")],
            ["Datum", w.date(wording.day(w.day))],
            ["Behandeld door", release.hide(w, "person", clerk.whole)],
            ["Doorkiesnummer", release.hide(w, "contact", number)],
        ],
        "subject": w.field("subject", theme.subject),
    }  # fmt: skip


def _body(w: Writer, release: released.Release, theme: Theme, town: str, near: tuple[str, str], base: dt.date) -> dict[str, Any]:
    council = released.workday(base - dt.timedelta(days=w.dice.randint(90, 160)))
    explored = Decimal(w.dice.randrange(15, 60) * 1000)
    own = wording.euro(Decimal(w.dice.randrange(40, 180) * 1000))
    part = wording.euro(Decimal(w.dice.randrange(12, 38) * 1000))
    intro = w.dice.choice((
        "In uw brief aan de gemeenten heeft u ons uitgenodigd voorstellen in te dienen. Van die gelegenheid maken wij graag gebruik. Met deze brief vragen wij u om een eenmalige bijdrage.",
        "Wij hebben uw brief met belangstelling gelezen en leggen u hierbij ons voorstel voor. Wij verzoeken u daaraan financieel bij te dragen op grond van artikel 4:23, derde lid, onderdeel d, van de Algemene wet bestuursrecht.",
    ))  # fmt: skip
    first = w.budget("verkenning", "item", explored)
    second = w.budget("eigen bijdrage", "item", None)
    third = w.budget(theme.own.partition(" ")[2], "item", None)
    w.either["budget_lines.1.description"] = ["eigen bijdrage in de uitvoering"]
    w.either["budget_lines.2.description"] = ["eigen bijdrage", theme.own]
    neighbours = f"{w.municipality(near[0], 'mentioned')} en {w.municipality(near[1], 'mentioned')}"
    secret = release.hide(w, "passage", theme.paragraphs[2][0].upper() + theme.paragraphs[2][1:] + ".", "10.2.g")
    return {
        "intro": intro,
        "cause": [theme.paragraphs[0], secret + " " + w.dice.choice(("Die ontwikkeling willen wij voor blijven.", "Afwachten is daarom geen reële mogelijkheid."))],
        "approach": [theme.paragraphs[1], f"De gemeenten {neighbours} zijn over dit voorstel geïnformeerd. Zij vragen geen bijdrage, maar krijgen de beschikking over de resultaten."],
        "money": [
            f"De gemeenteraad heeft op {wording.day(council)} een bedrag van {first.amount(wording.euro(explored))} beschikbaar gesteld voor de {first.description('verkenning')}. Deze is inmiddels afgerond en maakt geen deel uit van het onderstaande overzicht.",
            f"Onze {second.description('eigen bijdrage')} in de uitvoering bedraagt {second.amount(release.hide(w, 'amount', own))}, waarvan {third.amount(release.hide(w, 'amount', part))} ten laste komt van {third.description(theme.own)}. Aan u vragen wij de kosten die in de tabel zijn opgenomen. Onderdelen waarmee minder dan € 5.000,- is gemoeid, dragen wij zelf.",
        ],
    }  # fmt: skip


def _table(w: Writer, release: released.Release, theme: Theme, base: dt.date) -> dict[str, Any]:
    total = w.dice.randrange(180, 640) * 1000
    parts = released.split(w.dice, total, (34, 25, 17, 14, 10), 500)
    hidden = sorted(w.dice.sample(range(5), w.dice.randint(2, 3)))
    years = [f"{base.year + 1}", f"{base.year + 1}-{base.year + 2}"]
    smudged = w.planted("table-cell-illegible")
    odd = w.planted("redaction-ground-odd")
    rows, open_rows = [], [index for index in range(5) if index not in hidden]
    for index, (post, amount) in enumerate(zip(theme.posts, parts, strict=True)):
        shown = f"€ {wording.figures(Decimal(amount))}"
        line = w.budget(post, "item", None if index in hidden else Decimal(amount))
        if index in hidden:
            ground = "10.2.e" if odd and index == hidden[0] else None
            cell = line.amount(release.hide(w, "amount", shown, ground))
        else:
            cell = line.amount(shown)
            cell = _blot(w, line, index, cell) if smudged and index == open_rows[0] else cell
        rows.append([line.description(post), w.dice.choice(years), cell])
    whole = Decimal(total)
    line = w.budget("Totaal gevraagde bijdrage", "total", whole)
    rows.append([line.description("Totaal gevraagde bijdrage"), "", line.amount(f"€ {wording.figures(whole)}")])
    w.expect("total-unverifiable")
    return {"table": w.table(["Onderdeel", "Jaar", "Bedrag"], rows), "after": _restated(w, line, total)}


def _blot(w: Writer, line: Line, row: int, cell: str) -> str:
    return w.smudge(f"tables.0.rows.{row}.2", w.smudge(f"{line.path}.amount", cell))


def _restated(w: Writer, line: Line, total: int) -> str:
    other = total + w.dice.choice((9000, 18000, -9000))
    said = other if w.planted("amounts-disagree") else total
    if said != total:
        w.either[f"{line.path}.amount"] = [f"{said}.00"]
        w.allow("total-mismatch")
    words = line.amount(wording.euro(Decimal(said)))
    return w.dice.choice((
        f"Wij vragen u derhalve om een bijdrage van in totaal {words}. De btw is voor ons compensabel via het BTW-compensatiefonds en is niet in de bedragen begrepen.",
        f"De gevraagde bijdrage komt daarmee uit op {words}. Alle bedragen zijn exclusief btw.",
    ))  # fmt: skip


def _closing(w: Writer, release: released.Release, town: str, near: tuple[str, str], base: dt.date) -> dict[str, Any]:
    clerk, mayor, contact = released.people(w.dice, 3)
    answer = base + dt.timedelta(days=w.dice.randint(35, 70))
    mail, phone = contact.mail("example.nl"), released.mobile(w.dice, "06 - {} {} {} {}")
    signed = near[0] if w.planted("sender-signature-mismatch") else town
    if signed != town:
        w.either["sender.organisation"] = [f"Gemeente {signed}"]
        w.either["sender.organisation_id"] = [released.identifier(signed, w)]
    listed = w.dice.random() < 0.5
    enclosures = ["Projectplan", "Planning en begroting"] if listed else []
    if listed:
        w.expect("enclosure-not-included")
    roles = w.field("sender.role", "de secretaris; de burgemeester", "de secretaris"), w.field("sender.role", "de secretaris; de burgemeester", "de burgemeester")
    w.either["sender.role"] = ["secretaris; burgemeester"]
    return {
        "asks": f"Wij stellen het op prijs uw besluit vóór {wording.day(answer)} te ontvangen, omdat de raad dan de kadernota behandelt. Voor vragen kunt u terecht bij {contact.address} {release.hide(w, 'person', contact.name)}, telefoon {release.hide(w, 'contact', phone)}, e-mail {release.hide(w, 'contact', mail)}.",
        "college": f"burgemeester en wethouders van {w.municipality(signed, 'sender' if signed == town else 'mentioned')},",
        "signatures": [[role, release.hide(w, "signature", "handtekening"), release.hide(w, "person", one.name)] for role, one in zip(roles, (clerk, mayor), strict=True)],
        "enclosures": [w.enclosure(text) for text in enclosures],
    }  # fmt: skip
