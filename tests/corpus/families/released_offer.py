"""A bureau's offer to a minister, released under Wob or Woo with its rates covered.

A4 in TeX Gyre Adventor: coloured bar along the left edge, a dark band with the word OFFERTE, a box
of particulars, a table of rates with a dark head and striped rows, a form to sign for approval.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

from stdnum.nl import bsn

from tests.corpus import released, wording
from tests.corpus.families import family
from tests.corpus.writer import Line, Writer

PLANTS = (
    "amounts-disagree", "minister-not-in-office", "total-unverifiable", "redaction-leak",
    "body-not-in-force", "table-cell-illegible", "redaction-ground-odd", "date-in-future",
    "postcode-invalid", "recipient-missing",
)  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Assignment:
    """A ministry (portfolio, former name, code, box, ministers by year) and what it wants done."""

    portfolio: str
    old: str
    code: str
    post: tuple[str, str]
    ministers: tuple[str, str, str]
    subject: str
    question: str
    approach: tuple[str, str]
    phases: tuple[str, str, str]
    trick: str


ASSIGNMENTS = (
    Assignment(
        "Infrastructuur en Waterstaat", "Infrastructuur en Milieu", "mnre1130", ("Postbus 20901", "2500 EX"),
        ("C. van Nieuwenhuizen Wijbenga", "M.G.J. Harbers", "M.H. Schultz van Haegen-Maas Geesteranus"),
        "Offerte evaluatie stimuleringsregeling laadpunten",
        "U wilt weten of de regeling sinds de start in 2016 heeft bijgedragen aan een dekkend net van laadpunten en of de uitvoering doelmatig is geweest. De evaluatie moet voldoen aan de eisen van de Regeling periodiek evaluatieonderzoek.",
        ("Wij beginnen met een analyse van de 214 verleende beschikkingen en een gesprek met de uitvoerder. Vervolgens enquêteren wij de aanvragers; bij een respons van 40 procent zijn de uitkomsten representatief.", "In de derde fase toetsen wij de bevindingen in twee bijeenkomsten met gemeenten en netbeheerders. Het eindrapport telt ten hoogste veertig pagina's en een samenvatting die zelfstandig leesbaar is."),
        ("Dossieronderzoek", "Enquête en interviews", "Rapportage"),
        "De enquête voeren wij uit met een eigen model waarin gebruiksgegevens van laadpassen worden gekoppeld aan buurtkenmerken; de rekenregels daarvan zijn alleen binnen ons bureau bekend en worden niet overgedragen.",
    ),
    Assignment(
        "Economische Zaken en Klimaat", "Economische Zaken", "mnre1045", ("Postbus 20401", "2500 EK"),
        ("E.D. Wiebes", "M.A.M. Adriaansens", "H.G.J. Kamp"),
        "Aanbieding onderzoek regeldruk midden- en kleinbedrijf",
        "U vraagt een onderzoek naar de regeldruk bij ondernemers met minder dan vijftig werknemers in drie branches. De resultaten zijn bedoeld voor het overleg met de brancheorganisaties en worden openbaar gemaakt.",
        ("Wij brengen per branche alle verplichtingen in beeld en meten bij twaalf bedrijven de tijd die daarmee gemoeid is, volgens het Handboek meting regeldrukkosten. De bedrijven werven wij zelf.", "De metingen leggen wij voor aan een klankbordgroep van zes leden. Conceptteksten ontvangt u steeds een week voor de bespreking."),
        ("Inventarisatie", "Metingen bij bedrijven", "Analyse en advies"),
        "Voor de werving beschikken wij over een panel van 2.300 ondernemers, dat wij met een beloning per deelname in stand houden; de samenstelling en de hoogte van de beloning zijn bedrijfsvertrouwelijk.",
    ),
    Assignment(
        "Volksgezondheid, Welzijn en Sport", "Welzijn, Volksgezondheid en Cultuur", "mnre1025", ("Postbus 20350", "2500 EJ"),
        ("H.M. de Jonge", "E.J. Kuipers", "E.I. Schippers"),
        "Offerte monitor preventieakkoorden",
        "Het ministerie zoekt een bureau dat de lokale en regionale preventieakkoorden drie jaar lang volgt. De monitor moet laten zien welke maatregelen tot stand komen en wat de deelnemers daarvan merken.",
        ("Elk jaar nemen wij een vragenlijst af bij alle coördinatoren, met een vaste kern van 28 vragen. Daarnaast volgen wij acht akkoorden intensief, met interviews en een observatie van ten minste één bijeenkomst.", "De opbrengst presenteren wij in een jaarlijkse factsheet en een slotrapport. Op verzoek verzorgen wij een toelichting voor de begeleidingscommissie."),
        ("Opzet en vragenlijst", "Verdiepend onderzoek", "Factsheets en slotrapport"),
        "Wij zetten een methodiek in die wij voor een farmaceutische opdrachtgever hebben ontwikkeld en waarvan de scoringstabellen niet eerder buiten ons bureau zijn gebruikt.",
    ),
)  # fmt: skip
COMPANIES = (
    ("Van Buren & Best Onderzoek B.V.", "Keizersgracht 412", "1016 GC", "Amsterdam", "020 - 624 17 35", "vanburenbest.nl"),
    ("Kwadrant Beleidsadvies B.V.", "Emmalaan 12", "3581 HT", "Utrecht", "030 - 231 48 06", "kwadrantbeleid.nl"),
    ("Meetpunt Noord B.V.", "Oude Boteringestraat 27", "9711 GD", "Groningen", "050 - 312 66 40", "meetpuntnoord.nl"),
    ("Bureau Zuiderval B.V.", "Zuiderval 90", "7543 EZ", "Enschede", "053 - 428 31 19", "bureauzuiderval.nl"),
)


@family("unseen", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    act = w.dice.choice(("Wob", "Woo"))
    year = w.dice.choice((2018, 2019, 2020) if act == "Wob" else (2022, 2023))
    base = released.workday(dt.date(year, w.dice.randint(6, 10), w.dice.randint(2, 26)))
    w.day = base
    if w.planted("date-in-future"):
        w.day = base.replace(year=year + 20)
        w.allow("minister-not-in-office", "body-not-in-force", "deadline-passed", "redaction-ground-odd")
    w.style = w.dice.choice(("black", "white-out", "colour", "border", "pen"))
    w.leak = w.planted("redaction-leak")
    release = released.Release(act, w.dice.choice(("dotted", "short", "brackets" if act == "Wob" else "spaced", "words")))
    task, company, persons = w.dice.choice(ASSIGNMENTS), w.dice.choice(COMPANIES), released.people(w.dice, 4)
    data = {"mark": released.blocks(w.dice, ("#7a1f4c", "#d98a2b", "#3b3b58"))} | _company(w, company)
    data |= _address(w, task, act) | _particulars(w, release, task, base, persons[0])
    data |= _text(w, release, task, persons) | _rates(w, release, act)
    return data | _closing(w, release, task, persons[3], base)


def _company(w: Writer, company: tuple[str, ...]) -> dict[str, Any]:
    name, street, postcode, place, phone, domain = company
    if w.planted("postcode-invalid"):
        postcode = f"{postcode[:5]}SD"
        w.either["sender.postcode"] = [None]
    number = next(str(n) for n in range(w.dice.randrange(801000000, 859000000), 900000000) if bsn.is_valid(str(n)))
    account = wording.account(w.dice.choice(("RABO", "INGB", "TRIO")), w.dice.randrange(100000000, 399999999))
    return {
        "company": w.field("sender.organisation", name),
        "contact": [
            w.field("sender.address", street),
            f"{w.field('sender.postcode', postcode)} {w.field('sender.place', place)}",
            w.field("sender.phone", phone),
            w.field("sender.email", f"info@{domain}"),
        ],
        "footer": f"KvK {w.dice.randrange(30000000, 69999999)}   |   BTW NL{number}B01   |   IBAN {account}",
    }


def _address(w: Writer, task: Assignment, act: str) -> dict[str, Any]:
    name = task.ministers[2] if w.planted("minister-not-in-office") else task.ministers[("Wob", "Woo").index(act)]
    portfolio = task.old if w.planted("body-not-in-force") else task.portfolio
    if w.planted("recipient-missing"):
        return {"address": [], "dear": "Geachte heer, mevrouw,"}
    if portfolio != task.portfolio:
        w.either["recipient.organisation"] = [f"Ministerie van {portfolio}"]
        w.allow("minister-not-in-office")
    w.silent("recipient.organisation_id", task.code)
    role = w.field("recipient.role", f"De minister van {portfolio}")
    return {
        "address": [
            w.field("recipient.organisation", f"Ministerie van {task.portfolio}", role),
            w.field("recipient.person", name),
            w.field("recipient.address", task.post[0]),
            f"{w.field('recipient.postcode', task.post[1])} {w.field('recipient.place', 'DEN HAAG')}",
        ],
        "dear": "Excellentie,",
    }


def _particulars(w: Writer, release: released.Release, task: Assignment, base: dt.date, contact: released.Person) -> dict[str, Any]:
    asked = released.workday(base - dt.timedelta(days=w.dice.randint(12, 30)))
    yours = f"{w.dice.randint(202000, 202999)}{w.dice.randint(100, 999)}"
    boxes = [
        ["Datum", w.date(wording.day(w.day))],
        ["Offertenummer", w.field("references.ours", f"OF{base.year % 100}.{w.dice.randint(100, 999)}")],
        ["Uw kenmerk", release.hide(w, "reference", yours) if w.dice.random() < 0.4 else w.field("references.yours", yours)],
        ["Uw aanvraag van", w.field("replies_to", asked.isoformat(), wording.day(asked, w.dice.choice(("long", "figures"))))],
        ["Contactpersoon", release.hide(w, "person", contact.name)],
        ["Geldig tot", wording.day(base + dt.timedelta(days=60))],
    ]
    return {"boxes": boxes, "subject": w.field("subject", task.subject)}


def _text(w: Writer, release: released.Release, task: Assignment, persons: list[released.Person]) -> dict[str, Any]:
    thanks = w.dice.choice((
        "Hartelijk dank voor uw uitnodiging om een offerte uit te brengen. Met veel genoegen leggen wij u in deze brief ons voorstel voor.",
        "Met belangstelling hebben wij kennisgenomen van uw offerteaanvraag. Wij bieden u graag het volgende aan.",
    ))  # fmt: skip
    secret = release.hide(w, "passage", task.trick, "10.1.c" if release.act == "Wob" else "5.1.1.c")
    leader, second = (release.hide(w, "person", one.name) for one in persons[1:3])
    return {
        "thanks": thanks,
        "question": task.question,
        "approach": [task.approach[0], secret, task.approach[1]],
        "team": f"Projectleider is {persons[1].address} {leader}. De projectleider is eindverantwoordelijk en woont alle besprekingen bij. De tweede onderzoeker is {persons[2].address} {second}, die eerder voor de provincies Utrecht en Fryslân vergelijkbare onderzoeken uitvoerde.",
    }  # fmt: skip


def _rates(w: Writer, release: released.Release, act: str) -> dict[str, Any]:
    hours = [w.dice.randrange(low, high, 4) for low, high in ((16, 48), (80, 160), (96, 220), (12, 40))]
    rates = [Decimal(w.dice.randrange(low, low + 30, 5)) for low in (150, 125, 95, 65)]
    names = ("Projectleider", "Senior onderzoeker", "Onderzoeker", "Secretariaat")
    trade = "10.1.c" if act == "Wob" else "5.1.1.c"
    hidden, smudged = w.dice.randrange(4), w.dice.randrange(4)
    odd, gone, blotted = w.planted("redaction-ground-odd"), w.planted("total-unverifiable"), w.planted("table-cell-illegible")
    rows = []
    for at, (name, number, rate) in enumerate(zip(names, hours, rates, strict=True)):
        amount = number * rate
        covered = gone and at == hidden
        line = w.budget(name, "item", None if covered else amount, unit="uur", quantity=str(number))
        privacy = ("10.2.e" if act == "Wob" else "5.1.2.e") if odd and at == 0 else trade
        shown = wording.euro(amount, "cents")
        cell = line.amount(release.hide(w, "amount", shown, trade) if covered else shown)
        if blotted and at == smudged:
            cell = w.smudge(f"tables.0.rows.{at}.3", w.smudge(f"{line.path}.amount", cell))
        rows.append([line.description(name), str(number), release.hide(w, "amount", wording.euro(rate, "cents"), privacy), cell])
    if gone:
        w.allow("line-arithmetic-mismatch")
    if blotted:
        w.allow("total-unverifiable")
    return _totals(w, rows, sum((n * r for n, r in zip(hours, rates, strict=True)), Decimal(0)))


def _totals(w: Writer, rows: list[list[str]], net: Decimal) -> dict[str, Any]:
    tax = (net * 21) / 100
    first = w.budget("Totaal exclusief btw", "subtotal", net)
    w.either[f"{first.path}.kind"] = ["total"]
    ends: list[tuple[Line, str, Decimal]] = [(first, "Totaal exclusief btw", net)]
    ends.append((w.budget("Btw 21%", "item", tax), "Btw 21%", tax))
    ends.append((w.budget("Totaal inclusief btw", "total", net + tax), "Totaal inclusief btw", net + tax))
    rows += [[line.description(name), "", "", line.amount(wording.euro(amount, "cents"))] for line, name, amount in ends]
    said = net + 900 if w.planted("amounts-disagree") else net
    if said != net:
        w.either[f"{first.path}.amount"] = [f"{said:.2f}"]
    price = first.amount(wording.euro(said, "comma-dash"))
    fixed = w.dice.choice((
        f"Wij voeren het onderzoek uit voor een vaste prijs van {price} exclusief btw.",
        f"De prijs van {price} (exclusief btw) is vast; overschrijding van de begrote uren komt voor onze rekening.",
    ))  # fmt: skip
    return {"table": w.table(["Functie", "Uren", "Tarief per uur", "Bedrag"], rows), "fixed": fixed}


def _closing(w: Writer, release: released.Release, task: Assignment, signer: released.Person, base: dt.date) -> dict[str, Any]:
    discount, travel = Decimal(w.dice.randrange(10, 45) * 100), Decimal(w.dice.randrange(4, 19) * 50)
    trade = "10.1.c" if release.act == "Wob" else "5.1.1.c"
    lines = [w.budget("reis- en verblijfkosten", "item", travel), w.budget("vervolgmeting", "item", None)]
    w.either[f"{lines[1].path}.description"] = ["eventuele vervolgmeting"]
    listed = w.dice.random() < 0.5
    if listed:
        w.expect("enclosure-not-included")
    start = base + dt.timedelta(days=45)
    named = w.dice.random() < 0.5
    return {
        "costs": [
            f"In de tarieven zijn {lines[0].description('reis- en verblijfkosten')} tot {lines[0].amount(wording.euro(travel))} begrepen. Een eventuele {lines[1].description('vervolgmeting')} kunnen wij uitvoeren voor {lines[1].amount(release.hide(w, 'amount', wording.euro(discount * 7), trade))}; daarover beslist u na afloop. Wij factureren na iedere fase een derde deel, met een betaaltermijn van dertig dagen.",
            f"Op deze offerte zijn de Algemene Rijksvoorwaarden voor het verstrekken van opdrachten tot het verrichten van diensten (ARVODI-2018) van toepassing. Wij kunnen in de week van {wording.day(start)} beginnen.",
        ],
        "phases": list(task.phases),
        "scrawl": release.hide(w, "signature", "handtekening"),
        "signer": w.field("sender.person", signer.name) if named else release.hide(w, "person", signer.name),
        "role": w.field("sender.role", w.dice.choice(("directeur", "partner"))),
        "enclosures": [w.enclosure(text) for text in (("Curricula vitae", "Referenties") if listed else ())],
    }  # fmt: skip
