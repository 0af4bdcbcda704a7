"""A ministry grants a municipality money in a narrow column; released, half of the sums covered.

A4 in Carlito: blue ribbon, text 10 cm wide, at the right a column of small print with addresses,
contact and references. Wob codes in letters before May 2022, Woo codes after. The minister signs.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

from samples.make import art
from tests.corpus import released, wording
from tests.corpus.families import family
from tests.corpus.writer import Line, Writer

PLANTS = (
    "total-unverifiable", "minister-not-in-office", "amounts-disagree", "municipality-unknown",
    "personal-data-exposed", "body-not-in-force", "recipient-missing", "text-illegible",
    "redaction-without-ground", "postcode-place-mismatch",
)  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Ministry:
    """A ministry with its minister under the Wob, under the Woo, and one long before."""

    portfolio: str
    old: str
    code: str
    post: tuple[str, str]
    visit: tuple[str, str]
    unit: str
    ministers: tuple[str, str, str]
    subject: str
    goal: str
    posts: tuple[str, str, str]
    remark: str


MINISTRIES = (
    Ministry(
        "Justitie en Veiligheid", "Veiligheid en Justitie", "mnre1058", ("Postbus 20301", "2500 EH"), ("Turfmarkt 147", "2511 DP"),
        "Directie Sanctietoepassing en Jeugd", ("F.B.J. Grapperhaus", "D. Yeşilgöz-Zegerius", "I.W. Opstelten"),
        "Toekenning uitkering preventie jeugdcriminaliteit", "het voorkomen dat kinderen en jongeren afglijden naar (zware) criminaliteit",
        ("straatcoaches", "gezinsbegeleiding", "evaluatie"),
        "In het gesprek met de beoogde uitvoerder bleek dat deze de begeleiding niet binnen het geoffreerde aantal uren kan leveren en met een andere gemeente in onderhandeling is.",
    ),
    Ministry(
        "Infrastructuur en Waterstaat", "Infrastructuur en Milieu", "mnre1130", ("Postbus 20901", "2500 EX"), ("Rijnstraat 8", "2515 XP"),
        "Directoraat-Generaal Mobiliteit", ("C. van Nieuwenhuizen Wijbenga", "M.G.J. Harbers", "M.H. Schultz van Haegen-Maas Geesteranus"),
        "Beschikking specifieke uitkering verkeersveiligheid", "het verbeteren van de veiligheid op wegen waar een maximumsnelheid van 50 kilometer per uur geldt",
        ("herinrichting van drie kruispunten", "schoolomgevingen", "ongevallenanalyse"),
        "De aannemer heeft laten weten dat hij bij uitstel van de gunning aanspraak maakt op een hogere prijs en dat de gemeente daarmee onder de hand heeft ingestemd.",
    ),
    Ministry(
        "Onderwijs, Cultuur en Wetenschap", "Onderwijs, Cultuur en Wetenschappen", "mnre1109", ("Postbus 16375", "2500 BJ"), ("Rijnstraat 50", "2515 XP"),
        "Directie Erfgoed en Kunsten", ("I.K. van Engelshoven", "R.H. Dijkgraaf", "M.J.A. van der Hoeven"),
        "Verlening specifieke uitkering regionale cultuurparticipatie", "het versterken van cultuurdeelname in kernen met minder dan 10.000 inwoners",
        ("combinatiefunctionarissen", "bibliotheek op locatie", "publieksonderzoek"),
        "Het bestuur van de muziekschool heeft vertrouwelijk gemeld dat het faillissement dreigt zodra de huurverhoging ingaat.",
    ),
)  # fmt: skip
TOWNS = (
    ("Zeist", "Bunnik", "Kudelstaart"), ("Soest", "Baarn", "Lunteren"), ("Hellendoorn", "Twenterand", "Vroomshoop"),
    ("Stadskanaal", "Pekela", "Musselkanaal"), ("Culemborg", "Tiel", "Lunteren"), ("Coevorden", "Emmen", "Klazienaveen"),
    ("Goes", "Borsele", "Kudelstaart"),
)  # fmt: skip
DOMAINS = {"mnre1058": "minjenv.nl", "mnre1130": "minienw.nl", "mnre1109": "minocw.nl"}
PROVINCES = {"Zeist": "Utrecht", "Soest": "Utrecht", "Hellendoorn": "Overijssel", "Stadskanaal": "Groningen", "Culemborg": "Gelderland", "Coevorden": "Drenthe", "Goes": "Zeeland"}


@family("tuned", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    act = w.dice.choice(("Wob", "Woo"))
    year = w.dice.choice((2018, 2019, 2020) if act == "Wob" else (2022, 2023))
    w.day = released.workday(dt.date(year, w.dice.randint(6, 11), w.dice.randint(2, 26)))
    w.style = w.dice.choice(("black", "border", "grey", "colour", "hatched"))
    release = released.Release(act, w.dice.choice(("dotted", "short", "spaced", "brackets" if act == "Wob" else "words")))
    ministry, (town, partner, unknown) = w.dice.choice(MINISTRIES), w.dice.choice(TOWNS)
    data = {"ribbon": art.state_mark()} | _head(w, ministry, town) | _margin(w, release, ministry)
    data |= _grant(w, release, ministry, act) | _body(w, release, ministry, (town, partner, unknown))
    return data | _closing(w, release, ministry, act)


def _head(w: Writer, ministry: Ministry, town: str) -> dict[str, Any]:
    organisation = f"Ministerie van {ministry.portfolio}"
    w.silent("sender.organisation_id", ministry.code)
    shown = organisation
    if w.planted("body-not-in-force"):
        shown = f"Ministerie van {ministry.old}"
        w.either["sender.organisation"] = [shown]
    data = {"name": w.field("sender.organisation", organisation, shown), "address": [], "dear": "Geachte heer, mevrouw,"}
    line, postcode, place = released.postal(town, w)
    upper = w.dice.random() < 0.5
    if w.planted("recipient-missing"):
        return data
    place = "Zoetermeer" if w.planted("postcode-place-mismatch") else place
    place = place.upper() if upper else place
    w.silent("recipient.organisation_id", released.identifier(town, w))
    body = f"{w.field('recipient.role', 'Het college van burgemeester en wethouders')} van de "
    data["address"] = [
        body,
        w.field("recipient.organisation", f"Gemeente {town}", "gemeente " + w.municipality(town, "recipient")),
        w.field("recipient.address", line),
        f"{w.field('recipient.postcode', postcode)} {w.field('recipient.place', place)}",
    ]
    data["dear"] = "Geacht college,"
    return data


def _margin(w: Writer, release: released.Release, ministry: Ministry) -> dict[str, Any]:
    contact, = released.people(w.dice, 1)
    mail, phone = contact.mail(DOMAINS[ministry.code]), released.mobile(w.dice)
    shown = w.field("sender.email", mail) if w.planted("personal-data-exposed") else release.hide(w, "contact", mail)
    return {
        "unit": ministry.unit,
        "visit": [ministry.visit[0], f"{ministry.visit[1]} Den Haag"],
        "post": [w.field("sender.address", ministry.post[0]), f"{w.field('sender.postcode', ministry.post[1])} {w.field('sender.place', 'Den Haag')}"],
        "contact": [release.hide(w, "person", contact.name), f"M {release.hide(w, 'contact', phone)}", shown],
        "ours": w.field("references.ours", f"{w.dice.randint(1100000, 4899999)}"),
        "yours": w.field("references.yours", f"{w.dice.choice(('Z', 'D', 'UIT-'))}{w.day.year % 100}-{w.dice.randint(10000, 99999)}"),
        "date": w.date(wording.day(w.day)),
        "subject": w.field("subject", ministry.subject),
    }  # fmt: skip


def _grant(w: Writer, release: released.Release, ministry: Ministry, act: str) -> dict[str, Any]:
    total = w.dice.randrange(120, 780) * 1000
    parts = released.split(w.dice, total, (40, 35, 25), 1000)
    other = total + w.dice.choice((10000, -10000, 90000))
    style = w.dice.choice(("comma-dash", "whole", "cents"))
    line = w.budget("specifieke uitkering", "total", Decimal(total))
    w.either[f"{line.path}.description"] = ["Totaal", "uitkering"]
    w.either[f"{line.path}.kind"] = ["item"]
    said = other if w.planted("amounts-disagree") else total
    if said != total:
        w.either[f"{line.path}.amount"] = [f"{said}.00"]
        w.allow("total-mismatch")
    hidden = w.dice.randrange(3)
    covered = w.planted("total-unverifiable")
    first = line.amount(wording.euro(Decimal(said), style))
    rows = [_row(w, release, f"{w.day.year + at}", part, covered and at == hidden) for at, part in enumerate(parts)]
    rows.append(["Totaal", line.amount(wording.figures(Decimal(total), ""))])
    return {"grant": _sentence(w, ministry, line, first), "table": w.table(["Jaar", "Bedrag in euro"], rows)}


def _row(w: Writer, release: released.Release, year: str, part: int, covered: bool) -> list[str]:
    line = w.budget(year, "item", None if covered else Decimal(part))
    shown = wording.figures(Decimal(part), "")
    return [line.description(year), line.amount(release.hide(w, "amount", f"{shown} ") if covered else shown)]


def _sentence(w: Writer, ministry: Ministry, line: Line, amount: str) -> str:
    return w.dice.choice((
        f"Hierbij verleen ik u een {line.description('specifieke uitkering')} van ten hoogste {amount} voor {ministry.goal}. De uitkering wordt verstrekt op grond van artikel 17, vijfde lid, van de Financiële-verhoudingswet.",
        f"Ik heb besloten uw aanvraag te honoreren. U ontvangt een {line.description('specifieke uitkering')} van maximaal {amount}, bestemd voor {ministry.goal}.",
    ))  # fmt: skip


def _body(w: Writer, release: released.Release, ministry: Ministry, towns: tuple[str, str, str]) -> dict[str, Any]:
    asked = released.workday(w.day - dt.timedelta(days=w.dice.randint(40, 80)))
    town, partner, unknown = towns
    sums = [Decimal(w.dice.randrange(18, top) * 1000) for top in (160, 120, 30)]
    bare = "" if w.planted("redaction-without-ground") else None
    blot = w.planted("text-illegible")
    named = unknown if w.planted("municipality-unknown") else w.municipality(partner, "party")
    lines = [w.budget(post, "item", None if at < 2 else sums[2]) for at, post in enumerate(ministry.posts)]
    share = w.budget(f"bijdrage van de provincie {PROVINCES[town]}", "item", None)
    w.either[f"{share.path}.description"] = ["bijdrage van de provincie", "bijdrage"]
    shown = [release.hide(w, "amount", wording.euro(sums[0]), bare), release.hide(w, "amount", wording.euro(sums[1])), wording.euro(sums[2])]
    said = [line.amount(text) for line, text in zip(lines, shown, strict=True)]
    posts = [line.description(post) for line, post in zip(lines, ministry.posts, strict=True)]
    words = "de voortgang in het bestuurlijk overleg bespreken"
    account = wording.account("BNGH", 285000000 + w.dice.randint(1000, 999999))
    return {
        "intro": f"Op {w.field('replies_to', asked.isoformat(), wording.day(asked))} heeft u een aanvraag ingediend, mede namens de gemeente {named}. Daarover is op ambtelijk niveau enkele malen overleg gevoerd.",
        "judged": [
            f"In uw begroting neemt u voor {posts[0]} een bedrag op van {said[0]} en voor {posts[1]} een bedrag van {said[1]}. Daarnaast is {said[2]} geraamd voor {posts[2]}. Met de {share.description(f'bijdrage van de provincie {PROVINCES[town]}')} van {share.amount(release.hide(w, 'amount', wording.euro(sums[0] / 4)))} is de uitvoering gedekt. Posten van minder dan € 2.500 heb ik niet afzonderlijk beoordeeld.",
            release.hide(w, "passage", ministry.remark),
            f"Ik ga ervan uit dat u dit met de uitvoerder oplost en zal {w.smudge('', words) if blot else words}.",
        ],
        "terms": [
            f"De uitkering wordt in drie termijnen overgemaakt op rekeningnummer {account} van uw gemeente. De eerste termijn ontvangt u binnen vier weken.",
            f"U verantwoordt de besteding via de bijlage bij de jaarrekening (SiSa), uiterlijk op 15 juli {w.day.year + 3}. Bedragen die niet zijn besteed, worden teruggevorderd.",
            "Een belanghebbende kan tegen dit besluit binnen zes weken na de dag waarop het is verzonden een bezwaarschrift indienen, gericht aan de minister en voorzien van naam, adres, datum en gronden.",
        ],
    }  # fmt: skip


def _closing(w: Writer, release: released.Release, ministry: Ministry, act: str) -> dict[str, Any]:
    current = ministry.ministers[("Wob", "Woo").index(act)]
    name = ministry.ministers[2] if w.planted("minister-not-in-office") else current
    return {
        "role": w.field("sender.role", f"De minister van {ministry.portfolio}", f"De minister van {ministry.portfolio},"),
        "scrawl": release.hide(w, "signature", "handtekening"),
        "signer": w.field("sender.person", name),
    }
