"""A reorganisation of municipalities, proposed by a province or announced by the minister: mark in the middle, ruled table of old and new."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make import art
from tests.corpus import circulars
from tests.corpus.families import family
from tests.corpus.markup import mark
from tests.corpus.reorganisations import MERGERS, Merger
from tests.corpus.wording import day, euro, figures, in_words
from tests.corpus.writer import Writer

PLANTS = (
    "municipality-count-mismatch",
    "municipality-missing-from-table",
    "municipality-only-in-table",
    "municipality-not-in-force",
    "sender-signature-mismatch",
    "minister-not-in-office",
    "body-not-in-force",
    "total-mismatch",
)
MINISTRY = "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties"
BZK = "De minister van Binnenlandse Zaken en Koninkrijksrelaties"
AREAS = {"Gelderland": "026", "Utrecht": "030", "Limburg": "043", "Groningen": "050", "Fryslân": "058", "Noord-Holland": "023",
         "Zuid-Holland": "070", "Noord-Brabant": "073"}  # fmt: skip
SUBJECTS = ("Herindelingsadvies {new}", "Vorming van de gemeente {new}", "Gemeentelijke herindeling {new}")
HISTORY = (
    "De besturen spreken al sinds het eind van de vorige eeuw over verdergaande samenwerking. Een gemeenschappelijke dienst voor sociale zaken "
    "bracht niet de besparing waarop was gehoopt; de bestuurlijke drukte nam er juist door toe.",
    "Uit een onderzoek van een extern bureau kwam naar voren dat elk van de gemeenten afzonderlijk te weinig specialisten in dienst heeft om de "
    "nieuwe taken zelfstandig te verrichten. De raden hebben de aanbevelingen eenstemmig overgenomen.",
    "Inwoners zijn op drie avonden geraadpleegd. Zij vroegen vooral aandacht voor de dorpshuizen en voor een balie op fietsafstand. Die wensen "
    "zijn in de kernenaanpak verwerkt.",
    "Het ontwerp heeft acht weken ter inzage gelegen. Er zijn eenentwintig zienswijzen ingediend, waarvan er vier tot een wijziging van de grens "
    "hebben geleid.",
)
RULES = (
    "Ingevolge artikel 36 van de Wet algemene regels herindeling gaan alle rechten en verplichtingen van rechtswege over. Een afzonderlijke "
    "overdracht van eigendommen of contracten is niet nodig.",
    "Verordeningen van de op te heffen gemeenten blijven nog twee jaar van kracht in het gebied waarvoor zij golden, tenzij de nieuwe raad ze "
    "eerder vervangt.",
    "Vanaf de inwerkingtreding van de wet heeft een besluit dat de nieuwe gemeente langdurig bindt, de goedkeuring van het provinciebestuur nodig.",
    "De ambtenaren komen in dienst van de nieuwe gemeente. Voor hen geldt het sociaal statuut dat met de vakorganisaties is overeengekomen.",
)


@family("tuned", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    """A proposal to the minister, or the minister's announcement to the councils."""
    merger = w.dice.choice(MERGERS)
    w.day = circulars.random_day(w.dice, merger.day - dt.timedelta(390), merger.day - dt.timedelta(110))
    proposes = w.dice.random() < 0.55
    letterhead = _letterhead(w, merger, proposes)
    to = _to_minister(w) if proposes else _to_councils(w, merger)
    number = w.dice.randint(100_000, 999_999)
    ours = f"{w.day.year}-{number}" if proposes else f"{w.day.year}-0000{number}"
    labels = [["Datum", w.date(day(w.day))], ["Ons kenmerk", w.field("references.ours", ours)]]
    subject = w.dice.choice(SUBJECTS).format(new=merger.new)
    marked = mark("subject", subject.replace(merger.new, _new(w, merger)))
    w.silent("subject", subject)
    body = _body(w, merger, proposes)
    enclosure = w.dice.choice((None, "Herindelingsontwerp met kaart", "Verslag van de zienswijzen"))
    if enclosure:
        w.expect("enclosure-not-included")
    labels.append(["Betreft", marked])
    return {
        **letterhead,
        **to,
        "labels": labels,
        **body,
        **_closing(w, merger, proposes),
        "enclosure": f"Bijlage: {w.enclosure(enclosure)}" if enclosure else "",
    }


def _new(w: Writer, merger: Merger) -> str:
    return circulars.municipality_at(w, merger.new, "mentioned", merger.day)


def _province(w: Writer, name: str) -> tuple[str, str, str]:
    body = registers.body(f"Provincie {name}", w.day)
    assert body is not None and body.identifier is not None
    return body.name, body.identifier, body.postal_addresses[0]


def _letterhead(w: Writer, merger: Merger, proposes: bool) -> dict[str, Any]:
    name, identifier, postal = _province(w, merger.province)
    tel = circulars.phone(w.dice, AREAS[merger.province])
    ink = w.dice.choice((("#8a1538", "#e0a526"), ("#0a5c8e", "#f2c230"), ("#205c3b", "#d7b23b")))
    if not proposes:
        name, identifier, postal = MINISTRY, "mnre1034", "Postbus 20011, 2500 EA Den Haag"
    street, postcode, place = circulars.address(postal)
    w.silent("sender.organisation_id", identifier)
    return {
        "ink": ink[0] if proposes else "#154273",
        "mark": circulars.lion_mark(*ink) if proposes else art.state_mark(),
        "name": w.field("sender.organisation", name),
        "address": f"{w.field('sender.address', street)}, {w.field('sender.postcode', postcode)} {w.field('sender.place', place)}",
        "phone": f"telefoon {w.field('sender.phone', tel)}" if proposes else "",
    }


def _minister(w: Writer) -> str:
    wrong = circulars.other_minister("bzk", w.day)
    right = circulars.minister("bzk", w.day)
    return circulars.minister_name(wrong if w.planted("minister-not-in-office") else right)


def _to_minister(w: Writer) -> dict[str, Any]:
    w.field("recipient.organisation", MINISTRY)
    w.silent("recipient.organisation_id", "mnre1034")
    role = w.field("recipient.role", BZK)
    to = [
        mark("recipient.organisation", role),
        w.field("recipient.person", _minister(w)),
        w.field("recipient.address", "Postbus 20011"),
        f"{w.field('recipient.postcode', '2500 EA')} {w.field('recipient.place', w.dice.choice(('DEN HAAG', 'Den Haag')))}",
    ]
    return {"to": to, "salutation": w.dice.choice(("Excellentie,", "Geachte minister,"))}


def _to_councils(w: Writer, merger: Merger) -> dict[str, Any]:
    w.dice.choice((0, 1))
    names = list(merger.old)
    every = circulars.listed([w.municipality(name, "recipient") for name in names])
    role = w.field("recipient.role", "de raden")
    towns = [registers.municipality(name, w.day) for name in names]
    shown = w.field("recipient.organisation", "; ".join(f"Gemeente {town.name}" for town in towns if town), every)
    w.silent("recipient.organisation_id", "; ".join(town.code.lower() for town in towns if town))
    return {"to": [f"Aan {role} van de gemeenten {shown}"], "salutation": w.dice.choice(("Geachte leden van de raad,", "Geachte raad,"))}


def _table(w: Writer, merger: Merger, part: str) -> tuple[list[list[str]], str, str]:
    people, extra, rate = dict(merger.old), w.dice.randint(90, 300), w.dice.randint(18, 74)
    absent = w.dice.choice(list(people)[1:])
    if w.planted("municipality-missing-from-table"):
        del people[absent]
        w.allow("municipality-count-mismatch")
    if w.planted("municipality-only-in-table"):
        people[merger.others] = extra
        w.allow("municipality-count-mismatch")
    rows = []
    for name, count in people.items():
        amount = Decimal(count * rate * 100)
        line = w.budget(name, "item", amount)
        town = w.municipality(name, part if name in merger.old else "mentioned")
        rows.append([line.description(town), figures(Decimal(count * 100), ""), _new(w, merger), line.amount(euro(amount, "whole"))])
    slip = w.dice.choice((10_000, 9_000, 90_000))
    whole = Decimal(sum(people.values()) * rate * 100 + (slip if w.planted("total-mismatch") else 0))
    total = w.budget("Totaal", "total", whole)
    rows.append([total.description("Totaal"), figures(Decimal(sum(people.values()) * 100), ""), "", total.amount(euro(whole, "whole"))])
    header = ["Huidige gemeente", "Inwoners", w.dice.choice(("Nieuwe gemeente", "Gaat op in")), "Frictiekosten"]
    return w.table(header, rows), total.amount(euro(whole, "whole")), f"€ {rate}"


def _body(w: Writer, merger: Merger, proposes: bool) -> dict[str, Any]:
    part = "party" if proposes else "recipient"
    names = circulars.listed([w.municipality(name, part) for name in merger.old])
    count = in_words(len(merger.old) + (1 if w.planted("municipality-count-mismatch") else 0))
    vote = merger.day - dt.timedelta(42)
    vote += dt.timedelta((2 - vote.weekday()) % 7)
    decided = circulars.random_day(w.dice, w.day - dt.timedelta(60), w.day - dt.timedelta(10))
    new, start = _new(w, merger), day(merger.day)
    help_sum = Decimal(w.dice.randint(3, 16) * 25_000)
    if w.planted("municipality-not-in-force"):
        beside = circulars.municipality_at(w, merger.gone, "mentioned", dt.date(1983, 1, 1))
    else:
        beside = w.municipality(merger.stays, "mentioned")
    justice = circulars.ministry_then(circulars.JUSTICE, w.day, w.planted("body-not-in-force"))
    grant = w.budget("procesondersteuning", "item", help_sum)
    table, total, rate = _table(w, merger, part)
    # The rate stands below the table that it was used for.
    price = w.budget("vergoeding", "unit_price", Decimal(rate.removeprefix("€ ")), unit="per inwoner")
    order = circulars.workday(merger.day - dt.timedelta(w.dice.randint(60, 90)))
    opening = (
        f"Hierbij bieden wij u, mede namens de gemeenten {names}, ons advies aan over de gemeentelijke indeling van het gebied. Wij hebben het in "
        f"onze vergadering van {day(decided)} vastgesteld. Het voorstel houdt in dat per {start} de nieuwe gemeente {new} wordt gevormd."
        if proposes
        else f"Op {day(decided, 'weekday')} heeft de Eerste Kamer het wetsvoorstel tot samenvoeging van uw gemeenten aanvaard. Met ingang van {start} "
        f"worden {names} opgeheven en wordt de nieuwe gemeente {new} ingesteld."
    )
    return {
        "before": [
            opening,
            f"De {count} {merger.area} hebben daartoe zelf het initiatief genomen. {w.dice.choice(HISTORY[:2])}",
            w.dice.choice(HISTORY[2:]),
            f"De gemeente {beside}, die aan het gebied grenst, onderschrijft de gekozen grenzen en wenst zelf niet bij de samenvoeging te worden "
            f"betrokken. Het ministerie van {justice} stemt in met de gevolgen voor de indeling van de politie en de rechtspraak.",
            f"Ter voorbereiding is voor {grant.description('procesondersteuning')} {grant.amount(euro(help_sum, w.dice.choice(('word', 'whole'))))} "
            "uitgetrokken, te besteden aan een kwartiermaker en aan de harmonisatie van de belastingen. De kosten van de overgang zelf zijn als volgt "
            "geraamd.",
        ],
        "table": table,
        "after": [
            f"De frictiekosten zijn berekend met een {price.description('vergoeding')} van {price.amount(rate)} per inwoner. Het totaal van {total} "
            "wordt in vier jaarlijkse termijnen via het gemeentefonds uitgekeerd.",
            *(RULES[at] for at in sorted(w.dice.sample(range(len(RULES)), 2))),
            f"De raad van {new} wordt gekozen op {day(vote, 'weekday')}; de leden van de huidige raden treden tegelijk met de opheffing af. Namen en "
            f"wapens moeten uiterlijk {day(order)} zijn geregistreerd.",
            "Wij verzoeken u het advies te volgen en een wetsvoorstel in procedure te brengen."
            if proposes
            else "Ik dank u voor de zorgvuldigheid waarmee u dit besluit heeft voorbereid en wens uw inwoners een goede toekomst toe.",
        ],
    }  # fmt: skip


def _closing(w: Writer, merger: Merger, proposes: bool) -> dict[str, Any]:
    first, second = circulars.people(w.dice, 2)
    pen = w.dice.randint(1, 9999)
    elsewhere = w.dice.choice([m.province for m in MERGERS if m.province != merger.province])
    hail, second_role = w.dice.choice(("Hoogachtend,", "Met de meeste hoogachting,")), w.dice.choice(("secretaris", "loco-secretaris"))
    wrong = w.planted("sender-signature-mismatch")
    if not proposes:
        if wrong:
            w.allow("minister-not-in-office")
            w.either["sender.organisation"], w.either["sender.organisation_id"] = ["Ministerie van Financiën"], ["mnre1090"]
        role = "De minister van Financiën" if wrong else BZK
        signer = w.field("sender.person", _minister(w))
        return {"hail": hail, "above": f"{w.field('sender.role', role)},", "pens": [art.signature(pen)], "signers": [[signer]]}
    name, identifier, _ = _province(w, elsewhere if wrong else merger.province)
    if wrong:
        w.either["sender.organisation"], w.either["sender.organisation_id"] = [name], [identifier]
    whose = name.removeprefix("Provincie ")
    person, roles = f"{first.name}; {second.name}", f"gedeputeerde; {second_role}"
    signers = [
        [w.field("sender.person", person, first.name), w.field("sender.role", roles, "gedeputeerde")],
        [w.field("sender.person", person, second.name), w.field("sender.role", roles, second_role)],
    ]
    return {"hail": hail, "above": f"Gedeputeerde staten van {whose},", "pens": [art.signature(pen), art.signature(pen + 7)], "signers": signers}
