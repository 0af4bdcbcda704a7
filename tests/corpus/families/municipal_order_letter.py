"""A municipality orders work from a company: quantities at a rate, btw, the sum in words, a place to countersign.

Narrow sans with a grey box of particulars beside the address and a fully ruled table of five columns.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from stdnum.nl import btw

from samples.make import art
from tests.corpus import awards
from tests.corpus.families import family
from tests.corpus.markup import mark
from tests.corpus.wording import account, broken_account, day, euro, in_words
from tests.corpus.writer import Writer

PROVINCES = ("Utrecht", "Zuid-Holland", "Noord-Holland", "Noord-Brabant", "Gelderland", "Flevoland", "Overijssel")
COMPANIES = (
    ("Hoekstra Verkeersadvies B.V.", "verkeersonderzoek centrumgebied", (("Verkeerstellingen", "dagdeel"), ("Modelberekeningen", "uur"), ("Rapportage en presentatie", "uur"), ("Fietstelpunten", "stuk"))),
    ("Groenrijk Boomverzorging V.O.F.", "onderhoud laanbomen", (("Boomveiligheidscontrole", "uur"), ("Snoeien van laanbomen", "stuk"), ("Toezicht en begeleiding", "dagdeel"), ("Bijwerken beheersysteem", "uur"))),
    ("Bureau Helder & Zo B.V.", "training klantgericht schrijven", (("Trainingsdagen", "dagdeel"), ("Individuele coaching", "uur"), ("Werkboeken", "stuk"), ("Herschrijven standaardbrieven", "uur"))),
    ("Datawerk Zaaksystemen B.V.", "inrichting zaaksysteem sociaal domein", (("Procesinrichting", "uur"), ("Datamigratie", "uur"), ("Gebruikerslicenties", "stuk"), ("Instructiebijeenkomsten", "dagdeel"))),
)  # fmt: skip
OPENINGS = (
    "Naar aanleiding van uw offerte van {offer} verstrekken wij u hierbij de opdracht {work}. De gesprekken die wij daarover hebben gevoerd, en de referentie die wij van de gemeente {near} hebben ontvangen, geven ons het vertrouwen dat u de werkzaamheden goed zult uitvoeren.",
    "Hierbij dragen wij u op de werkzaamheden te verrichten die zijn omschreven in uw offerte van {offer}, betreffende {work}. Van drie uitgebrachte offertes had die van u de beste verhouding tussen prijs en kwaliteit. Dat u eerder voor de gemeente {near} heeft gewerkt, woog daarbij mee.",
    "Wij hebben uw offerte d.d. {offer} met belangstelling gelezen en gaan daarmee akkoord. Met deze brief krijgt u de opdracht {work}. Over de uitvoering kunt u ook overleggen met de gemeente {near}, die een soortgelijk traject heeft doorlopen.",
)
TOWER = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 48" width="40" height="48"><path d="M6 46 V18 H2 V10 H8 V14 H14 V6 H20 L23 2 L26 6 H32 V14 H38 V18 H34 V46 H24 V34 H16 V46 Z" fill="#b3541e"/></svg>'


@family(
    "unseen",
    plants=(
        "reference-missing",
        "date-weekday-mismatch",
        "line-arithmetic-mismatch",
        "amounts-disagree",
        "total-unverifiable",
        "enclosure-not-included",
        "postcode-place-mismatch",
        "iban-invalid",
    ),
)
def write(w: Writer) -> dict[str, Any]:
    """One order; thresholds for extra work, fines and insured sums are no budget lines."""
    w.day = awards.some_day(w.dice, dt.date(2013, 1, 8), dt.date(2026, 3, 1))
    town, near, other = w.dice.sample(awards.towns(w.dice.choice(PROVINCES), w.day), 3)
    company = w.dice.choice(COMPANIES)
    data: dict[str, Any] = {"mark": TOWER}
    data |= _sender(w, town)
    data |= _recipient(w, company[0], near, other)
    data |= _head(w, company[1])
    data |= _prices(w, company[2])
    data["opening"] = w.dice.choice(OPENINGS).format(offer=data["offer"], work=f"‘{company[1]}’", near=w.municipality(other.name, "mentioned"))
    return data | _terms(w, data["company"])


def _sender(w: Writer, town: Any) -> dict[str, Any]:
    w.silent("sender.organisation_id", town.identifier)
    post = awards.address(town)
    two = w.dice.random() < 0.35
    clerk = awards.person(w.dice, title=False)
    names = [awards.person(w.dice), awards.person(w.dice)][: 1 + two]
    roles = ["teammanager Openbare Ruimte" if w.dice.random() < 0.5 else "manager Bedrijfsvoering", "adviseur Inkoop"][: 1 + two]
    w.silent("sender.person", "; ".join(names))
    w.silent("sender.role", "; ".join(roles))
    site = f"{town.name.lower().replace(' ', '').replace(',', '')}.nl"
    box = clerk.lower().replace(" ", "").replace("..", ".")
    return {
        "name": w.field("sender.organisation", f"Gemeente {town.name}", f"Gemeente {w.municipality(town.name, 'sender')}"),
        "post": f"{w.field('sender.address', post.line)}  |  {w.field('sender.postcode', post.postcode)} {w.field('sender.place', post.place)}",
        "own": f"KvK {w.dice.randint(50000000, 66000000)}  |  btw-nummer {_tax(w)}  |  IBAN {account('BNGH', w.dice.randrange(285_000_000, 286_000_000))}",
        "clerk": clerk,
        "phone": w.field("sender.phone", f"06{w.dice.choice((' - ', '-', ' '))}{w.dice.randint(1000, 5899)} {w.dice.randint(1000, 9999)}"),
        "mail": w.field("sender.email", f"{box}@{site}"),
        "signed": [[mark("sender.person", name), mark("sender.role", role)] for name, role in zip(names, roles, strict=True)],
        "signatures": [art.signature(w.dice.randrange(999), "#101010") for _ in names],
        "seat": post.place,
    }


def _tax(w: Writer) -> str:
    """A btw number whose check digit is right."""
    number = w.dice.randint(800_000_000, 860_000_000)
    while not btw.is_valid(f"NL{number}B01"):
        number += 1
    return f"NL{number}B01"


def _recipient(w: Writer, company: str, near: Any, other: Any) -> dict[str, Any]:
    house = awards.street(w.dice, near)
    place = awards.address(other, visiting=True).place if w.planted("postcode-place-mismatch") else house.place
    who = awards.person(w.dice, title=False)
    courtesy = w.dice.choice(("de heer", "mevrouw"))
    surname = who.partition(" ")[2]
    return {
        "to": [
            w.field("recipient.organisation", company),
            f"{courtesy} {w.field('recipient.person', who)}",
            w.field("recipient.address", house.line),
            f"{w.field('recipient.postcode', house.postcode)}  {w.field('recipient.place', place.upper())}",
        ],
        "hail": f"Geachte {courtesy.removeprefix('de ')} {surname[:1].upper()}{surname[1:]},",
        "company": company,
    }


def _head(w: Writer, work: str) -> dict[str, Any]:
    offer = awards.some_day(w.dice, w.day - dt.timedelta(days=50), w.day - dt.timedelta(days=8))
    ours = w.dice.choice((f"INK-{w.day.year}-{w.dice.randint(100, 999)}", f"{w.day:%y}{w.dice.randint(100000, 999999)}", f"OV{w.dice.randint(10000, 99999)}/{w.dice.randint(10, 99)}"))
    yours = w.dice.choice((f"OFF{offer:%y}-{w.dice.randint(100, 999)}", f"{offer:%Y%m}-{w.dice.randint(10, 99)}", f"P{w.dice.randint(1000, 9999)}.{w.dice.randint(1, 9)}"))
    theirs = "" if w.planted("reference-missing") else w.field("references.yours", yours)
    label = w.dice.choice(("Ons kenmerk", "Ons kenmerk", "Opdrachtnummer"))
    box = [["Datum", w.date(day(w.day, w.dice.choice(("long", "figures", "short"))))], [label, w.field("references.ours", ours)], ["Uw kenmerk", theirs]]
    title = w.dice.choice(("Opdrachtverstrekking {0}", "Opdracht {0}", "opdrachtbrief {0}")).format(work)
    return {
        "box": box,
        "subject": w.field("subject", title),
        "offer": w.field("replies_to", offer.isoformat(), day(offer)),
    }


def _price(w: Writer, unit: str) -> tuple[int, Decimal]:
    """A quantity and a rate whose product is in whole hundreds."""
    if unit == "uur":
        return w.dice.randrange(1, 6) * 40, Decimal(w.dice.randrange(28, 50)) * Decimal("2.5")
    if unit == "dagdeel":
        return w.dice.randrange(1, 3) * 20, Decimal(w.dice.randrange(70, 130) * 5)
    return w.dice.randrange(1, 5) * 100, Decimal(w.dice.randrange(12, 68))


def _prices(w: Writer, posts: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    posts = posts[: w.dice.choice((3, 3, 4))]
    prices = [_price(w, unit) for _, unit in posts]
    wrong, code = w.dice.randrange(len(posts)), awards.exemption(w)
    hide = 1 if w.planted("total-unverifiable") else None
    slip = wrong if w.planted("line-arithmetic-mismatch") else None
    if hide:
        w.allow("personal-data-exposed")
    rows, whole = [], Decimal(0)
    for number, ((post, unit), (count, rate)) in enumerate(zip(posts, prices, strict=True)):
        amount = count * rate
        told = rate + 20 if slip == number else rate
        covered = hide == number
        line = w.budget(post, "item", None if covered else amount, quantity=str(count), unit=unit, unit_price=None if covered else told)
        cells = [euro(told, "cents"), euro(amount, "cents")]
        cells = [w.cover("amount", cell, *code) for cell in cells] if covered else [cells[0], line.amount(cells[1])]
        rows.append([line.description(post), str(count), unit, *cells])
        whole += amount
    tax = whole * 21 / 100
    for name, kind, amount in (("Subtotaal exclusief btw", "subtotal", whole), ("Btw 21%", "item", tax), ("Totaal inclusief btw", "total", whole + tax)):
        last = w.budget(name, kind, amount)
        rows.append([last.description(name), "", "", "", last.amount(euro(amount, "cents"))])
    total = whole + tax
    said = awards.swapped(total) if w.planted("amounts-disagree") else total
    if said != total:
        w.either[f"{last.path}.amount"] = [f"{said:.2f}"]
    return {
        "rows": w.table(["Omschrijving", "Aantal", "Eenheid", "Tarief", "Bedrag"], rows),
        "sum": f"{last.amount(euro(total, 'cents'))}, zegge: {in_words(int(said))} euro",
    }


def _terms(w: Writer, company: str) -> dict[str, Any]:
    start = awards.working_day(w.day + dt.timedelta(days=w.dice.randint(9, 24)))
    end = awards.working_day(start + dt.timedelta(days=w.dice.randint(90, 240)))
    number = w.dice.randrange(100_000_000, 399_999_999)
    bank = w.dice.choice(("RABO", "INGB", "ABNA"))
    make = broken_account if w.planted("iban-invalid") else account
    enclosed = w.dice.choice(("Algemene Inkoopvoorwaarden leveringen en diensten", "Verwerkersovereenkomst"))
    return {
        "start": awards.other_weekday(start) if w.planted("date-weekday-mismatch") else day(start, "weekday"),
        "hour": w.dice.choice(("9.30", "10.00", "13.30")),
        "end": day(end),
        "bank": f"{make(bank, number)} (ten name van {company}).",
        "chamber": str(w.dice.randint(20000000, 89000000)),
        "tax": _tax(w),
        "extra": euro(Decimal(w.dice.choice((1000, 1500, 2500))), "cents"),
        "fine": euro(Decimal(w.dice.choice((250, 500))), "cents"),
        "insured": euro(Decimal(w.dice.choice((1_000_000, 1_250_000, 2_500_000))), "cents"),
        "variant": w.dice.choice((0, 1)),
        "enclosure": w.enclosure(enclosed) if w.planted("enclosure-not-included") else "",
    }
