"""A safety region or health service tells its municipalities their contribution: table with total, letterhead at the foot, released with covers."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make import art
from tests.corpus import circulars
from tests.corpus.families import family
from tests.corpus.regional_themes import HEALTH, SAFETY, Cause
from tests.corpus.regions import REGIONS, Region
from tests.corpus.wording import day, figures, in_words
from tests.corpus.writer import STYLES, Writer

PLANTS = (
    "municipality-count-mismatch",
    "municipality-missing-from-table",
    "municipality-only-in-table",
    "municipality-not-in-force",
    "sender-signature-mismatch",
    "enumeration-count-mismatch",
    "deadline-passed",
    "date-in-future",
    "personal-data-exposed",
    "redaction-ground-odd",
    "redaction-leak",
)
PRINTED = {"5.1.2.e": ("5.1.2e", "5.1.2.e", "5.1 lid 2 e"), "10.2.e": ("10.2.e", "10.2e", "(10)(2e)")}
TEMPO = ("in twee gelijke termijnen, op 1 februari en 1 juli", "in één keer, in de maand januari", "per kwartaal vooraf")


@family("unseen", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    """One letter of one region about one cause."""
    region = w.dice.choice(REGIONS)
    w.day = circulars.random_day(w.dice, region.first, region.last)
    w.style, w.leak = w.dice.choice(STYLES), w.planted("redaction-leak")
    health = "ezondheidsdienst" in region.name or region.name.startswith("GGD")
    cause = w.dice.choice(HEALTH if health else SAFETY)
    w.silent("sender.organisation_id", region.identifier)
    writer, chair, handler = circulars.people(w.dice, 3)
    to = _to(w, region)
    shown = _date(w)
    body = _body(w, region, cause, writer)
    return {
        "ink": w.dice.choice(("#b5121b", "#7a1f5c", "#0b6e4f", "#2b3a67")),
        "mark": circulars.flame_mark("#b5121b", "#ffd166") if not health else art.region_mark(),
        "foot": _foot(w, region),
        "head": _head(w, shown, cause, handler, region),
        "zebra": w.dice.random() < 0.5,
        **to,
        **body,
        **_closing(w, region, chair),
    }


def _ground(w: Writer) -> tuple[str, str]:
    """The privacy ground of the act in force on the day, as printed."""
    code = "5.1.2.e" if w.day >= dt.date(2022, 5, 1) else "10.2.e"
    return code, _spelling(w, code)


def _spelling(w: Writer, code: str) -> str:
    """One spelling throughout a letter."""
    return PRINTED[code][w.day.toordinal() % 3]


def _odd_ground(w: Writer) -> tuple[str, str]:
    """The same, or that of the other act where that is planted."""
    code, printed = _ground(w)
    other = "10.2.e" if code == "5.1.2.e" else "5.1.2.e"
    return (other, _spelling(w, other)) if w.planted("redaction-ground-odd") else (code, printed)


def _short(region: Region) -> str:
    return region.name if "ezondheidsdienst" not in region.name else f"GGD {region.short}"


def _own(w: Writer, region: Region) -> str:
    if _short(region) != region.name:
        w.either["sender.organisation"] = [_short(region)]
    return w.field("sender.organisation", region.name, _short(region))


def _to(w: Writer, region: Region) -> dict[str, Any]:
    names = list(region.people)
    towns = [registers.municipality(name, w.day) for name in names]
    official = [f"Gemeente {town.name}" for town in towns if town]
    marked = [w.municipality(name, "recipient") for name in names]
    if "Den Haag" in names:
        w.either["recipient.organisation"] = ["; ".join(f"Gemeente {name}" for name in names)]
    every = w.field("recipient.organisation", "; ".join(official), circulars.listed(marked))
    w.silent("recipient.organisation_id", "; ".join(town.code.lower() for town in towns if town))
    role, hail = w.dice.choice((("de colleges van burgemeester en wethouders", "Geacht college,"), ("de raden", "Geachte raad,")))
    role = w.field("recipient.role", role)
    if w.dice.random() < 0.6:
        return {"salutation": hail, "to": f"Aan {role} van de gemeenten {every}", "mailing": ""}
    return {"salutation": hail, "to": f"Aan {role} in de regio {region.short} (zie verzendlijst)", "mailing": f"Verzendlijst: de gemeenten {every}"}


def _date(w: Writer) -> str:
    said = w.dice.choice(("long", "long", "figures", "bare"))
    if not w.planted("date-in-future"):
        return w.date(day(w.day, said))
    w.allow("deadline-passed", "redaction-ground-odd")
    future = w.day.replace(year=w.day.year + 20, day=min(w.day.day, 28))
    return w.field("date", future.isoformat(), day(future, said))


def _head(w: Writer, shown: str, cause: Cause, handler: circulars.Person, region: Region) -> list[list[str]]:
    number = f"{w.day.year}-{w.dice.randint(100, 9999):04}/{w.dice.choice(('FIN', 'BJZ', 'DIR', 'AB'))}"
    name = w.cover("person", handler.name, *_ground(w))
    rows = [
        ["Datum", shown],
        ["Kenmerk", w.field("references.ours", number)],
        ["Contactpersoon", name],
        ["Betreft", w.field("subject", cause.subject.format(year=w.day.year + 1))],
    ]
    if w.dice.random() < 0.4:
        rows.insert(0, rows.pop(1))
    return rows


def _foot(w: Writer, region: Region) -> dict[str, str]:
    street, postcode, place = circulars.address(region.postal)
    return {
        "name": _own(w, region),
        "address": f"{w.field('sender.address', street)}, {w.field('sender.postcode', postcode)} {w.field('sender.place', place)}",
        "phone": w.field("sender.phone", circulars.phone(w.dice)),
        "mail": w.field("sender.email", f"{w.dice.choice(('info', 'bestuur'))}@{region.domain}"),
    }


def _table(w: Writer, region: Region, rate: Decimal) -> tuple[list[list[str]], str]:
    year = w.day.year + 1
    people, extra = dict(region.people), w.dice.randint(120, 400)
    names = list(people)
    absent = names[w.dice.randrange(1, len(names) - 1)]
    stranger = w.dice.choice(("Bunschoten", "Woudenberg", "Oudewater", "Someren", "Renswoude"))
    if w.planted("municipality-missing-from-table"):
        del people[absent]
        w.allow("municipality-count-mismatch")
    if w.planted("municipality-only-in-table"):
        people[stranger] = extra
        w.allow("municipality-count-mismatch")
    rows = []
    for name in people:
        amount = rate * people[name] * 100
        line = w.budget(name, "item", amount)
        town = w.municipality(name, "recipient" if name in region.people else "mentioned")
        rows.append([line.description(town), figures(Decimal(people[name] * 100), ""), line.amount(f"€ {figures(amount, '')}")])
    whole = rate * sum(people.values()) * 100
    total = w.budget(w.dice.choice(("Totaal", "Totaal regio")), "total", whole)
    word = w.truth["budget_lines"][-1]["description"]
    rows.append([total.description(word), figures(Decimal(sum(people.values()) * 100), ""), total.amount(f"€ {figures(whole, '')}")])
    header = ["Gemeente", f"Inwoners 1-1-{w.day.year}", f"Bijdrage {year}"]
    return w.table(header, rows), figures(whole, "")


def _body(w: Writer, region: Region, cause: Cause, writer: circulars.Person) -> dict[str, Any]:
    year, count = w.day.year + 1, len(region.people)
    if w.planted("municipality-count-mismatch"):
        count += 1
    rate = Decimal(w.dice.randint(35, 980)) / 100
    price = w.budget("bijdrage", "unit_price", rate, unit="per inwoner")
    table, _ = _table(w, region, rate)
    met = circulars.random_day(w.dice, w.day - dt.timedelta(90), w.day - dt.timedelta(14))
    ahead, behind = w.dice.randint(35, 70), w.dice.randint(8, 40)
    by = w.day - dt.timedelta(behind) if w.planted("deadline-passed") else w.day + dt.timedelta(ahead)
    goals = w.dice.sample(cause.goals, w.dice.choice((2, 3, 4)))
    more = len(goals) + (1 if w.planted("enumeration-count-mismatch") else 0)
    if w.planted("municipality-not-in-force"):
        beside = circulars.municipality_at(w, region.gone, "mentioned", dt.date(1996, 1, 1))
    else:
        beside = w.municipality(region.neighbour, "mentioned")
    domain = registers.municipality(next(iter(region.people)), w.day)
    mail = f"{writer.mail}@{(domain.name if domain else '').lower().replace(' ', '')}.nl"
    name = w.cover("person", f"{writer.formal}", *_odd_ground(w))
    ground = _ground(w)
    contact = mail if w.planted("personal-data-exposed") else w.cover("contact", mail, *ground)
    return {
        "before": [
            cause.opening.format(year=year, count=in_words(count)),
            f"{cause.reason} Het algemeen bestuur heeft op {day(met, w.dice.choice(('long', 'weekday')))} met het voorstel ingestemd.",
            f"Met de bijdrage worden de volgende {in_words(more)} {cause.noun} bekostigd:",
        ],
        "goals": goals,
        "between": [
            f"De {price.description('bijdrage')} bedraagt {price.amount(f'€ {figures(rate)}')} per inwoner. Wij zijn uitgegaan van afgeronde "
            f"inwonertallen per 1 januari {w.day.year}. Dat geeft het volgende overzicht.",
        ],
        "table": table,
        "after": [
            f"De bijdrage wordt gefactureerd {w.dice.choice(TEMPO)}. {cause.aside}",
            f"Met de gemeente {beside}, die buiten onze regio ligt, bestaat een overeenkomst over wederzijdse ondersteuning; daarvoor "
            "brengen wij geen kosten in rekening.",
            f"Namens de ambtenaren financiën neemt {name} deel aan de voorbereidingsgroep. Aanvullende vragen over de berekening "
            f"kunt u ook daar stellen ({contact}).",
            f"{w.dice.choice(('Uw zienswijze ontvangen wij graag', 'Wij verzoeken u uw zienswijze in te dienen'))} uiterlijk {day(by)}. "
            "Daarna stelt het algemeen bestuur de begroting vast en zenden wij haar aan gedeputeerde staten, de toezichthouder op grond van "
            "artikel 203 van de Gemeentewet.",
        ],
    }  # fmt: skip


def _closing(w: Writer, region: Region, chair: circulars.Person) -> dict[str, Any]:
    kinds = [r for r in REGIONS if r.short != region.short and ("Veiligheid" in r.name) == ("Veiligheid" in region.name)]
    other = w.dice.choice(kinds)
    pen, hidden = w.dice.randint(1, 9999), w.dice.random() < 0.45
    role = w.dice.choice(("secretaris", "voorzitter", "directeur"))
    if w.planted("sender-signature-mismatch"):
        body = _short(other)
        w.either["sender.organisation"] = [other.name, body]
        w.either["sender.organisation_id"] = [other.identifier]
    else:
        body = _own(w, region)
    person, grounds = chair.name, _ground(w)
    mark = w.cover("signature", "Handtekening", *grounds) if hidden else ""
    return {
        "above": f"{w.dice.choice(('Namens het dagelijks bestuur van', 'Het dagelijks bestuur van'))} {body},",
        "signer": w.field("sender.person", person),
        "role": w.field("sender.role", role),
        "signature": mark,
        "pen": art.signature(pen),
        "hail": w.dice.choice(("Met vriendelijke groet,", "Hoogachtend,")),
    }
