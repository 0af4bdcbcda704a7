"""A province grants a project subsidy: labels in a row over their values, ruled costs, instalments by date.

Letterhead at the right, coloured rule, Open Sans; the recipient is a municipality or a foundation.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from samples.make import art
from tests.corpus import awards
from tests.corpus.award_texts import (
    DECISIONS,
    FOUNDATIONS,
    OPENINGS,
    PROJECTS,
    PROVINCES,
    ROLES,
)
from tests.corpus.families import family
from tests.corpus.wording import account, broken_account, day, euro
from tests.corpus.writer import Writer


@family(
    "tuned",
    plants=(
        "reference-missing",
        "reply-precedes-letter",
        "total-mismatch",
        "percentage-mismatch",
        "total-unverifiable",
        "postcode-place-mismatch",
        "iban-invalid",
        "municipality-not-in-force",
    ),
)
def write(w: Writer) -> dict[str, Any]:
    """One award; amounts, instalments and the objection clause as provinces write them."""
    w.day = awards.some_day(w.dice, dt.date(2012, 3, 1), dt.date(2024, 11, 1))
    province = w.dice.choice(PROVINCES)
    near = awards.towns(province[0], w.day)
    town = w.dice.choice(near)
    others = w.dice.sample([other for other in near if other is not town], 2)
    style = w.dice.choice(("cents", "comma-dash", "comma-dashes", "whole"))
    data: dict[str, Any] = {"ink": province[6], "mark": art.province_mark(), "signature": art.signature(w.dice.randrange(999))}
    data |= _sender(w, province)
    data |= _recipient(w, town, others[0])
    data |= _head(w)
    data |= _costs(w, style)
    data |= _payment(w, data["who"], style)
    data |= _rest(w, province, others[1])
    data["opening"] = data["opening"].format(project=data["project"])
    data["decision"] = w.dice.choice(DECISIONS).format(law=data["law"], sum=data["decision"], near=data["near"])
    return data


def _sender(w: Writer, province: tuple[str, ...]) -> dict[str, Any]:
    name, identifier, box, postcode, place, area, _, site = province
    w.silent("sender.organisation_id", identifier)
    first = w.dice.randint(20, 69) if len(area) == 4 else w.dice.randint(220, 699)
    number = f"{first} {w.dice.randint(10, 99)} {w.dice.randint(10, 99)}"
    who, role = awards.person(w.dice), w.dice.choice(ROLES)
    return {
        "name": w.field("sender.organisation", f"Provincie {name}", f"provincie {name}"),
        "letterhead": [
            w.field("sender.address", box),
            f"{w.field('sender.postcode', postcode)} {w.field('sender.place', place)}",
        ],
        "mail": w.field("sender.email", f"post@{site}"),
        "phone": w.field("sender.phone", f"({area}) {number}"),
        "signed": [w.field("sender.person", who), w.field("sender.role", role)],
        "clerk": awards.person(w.dice, title=False),
    }


def _recipient(w: Writer, town: Any, other: Any) -> dict[str, Any]:
    foundation = w.dice.random() < 0.4
    house = awards.street(w.dice, town) if foundation else awards.address(town)
    called = w.dice.choice(FOUNDATIONS)
    contact = awards.person(w.dice, title=False)
    courtesy = w.dice.choice(("de heer", "mevrouw"))
    place = awards.address(other).place if w.planted("postcode-place-mismatch") else house.place
    address = [
        w.field("recipient.address", house.line),
        f"{w.field('recipient.postcode', house.postcode)}  {w.field('recipient.place', place.upper())}",
    ]
    if foundation:
        lines = [w.field("recipient.organisation", called), f"t.a.v. {courtesy} {w.field('recipient.person', contact)}"]
        hail = f"Geachte {courtesy.removeprefix('de ')} {contact.partition(' ')[2][:1].upper() + contact.partition(' ')[2][1:]},"
        return {"to": [*lines, *address], "hail": hail, "who": called}
    body = w.municipality(town.name, "recipient")
    w.silent("recipient.organisation_id", town.identifier)
    role = w.field("recipient.role", "College van burgemeester en wethouders")
    lines = [role, f"van de {w.field('recipient.organisation', f'Gemeente {town.name}', f'gemeente {body}')}"]
    return {"to": [*lines, *address], "hail": "Geacht college,", "who": f"de gemeente {body}"}


def _head(w: Writer) -> dict[str, Any]:
    asked = awards.some_day(w.dice, w.day - dt.timedelta(days=150), w.day - dt.timedelta(days=60))
    added = awards.working_day(asked + dt.timedelta(days=w.dice.randint(14, 40)))
    ours = w.dice.choice((f"{w.day.year}/{w.dice.randint(100000, 999999)}", f"{w.day:%y}.{w.dice.randint(1000, 9999)}/S-{w.dice.randint(100, 999)}", f"SUB-{w.dice.randint(2000000, 2999999)}"))
    yours = w.dice.choice((f"Z{w.day:%y}.{w.dice.randint(10000, 99999)}", f"{asked.year}-{w.dice.randint(1000, 9999)}/UIT"))
    late = asked.replace(year=asked.year + 1) if asked.day < 29 else asked + dt.timedelta(days=365)
    shown = late if w.planted("reply-precedes-letter") else asked
    theirs = "" if w.planted("reference-missing") else w.field("references.yours", yours)
    cells = [["Datum", w.date(day(w.day))], ["Ons kenmerk", w.field("references.ours", ours)], ["Uw kenmerk", theirs]]
    w.dice.shuffle(cells)
    answered = w.field("replies_to", shown.isoformat(), day(shown))
    opening = w.dice.choice(OPENINGS).format(answered=answered, added=day(added))
    return {"cells": cells, "opening": opening}


def _costs(w: Writer, style: str) -> dict[str, Any]:
    title, spots, posts = w.dice.choice(PROJECTS)
    title = title.format(spot=w.dice.choice(spots))
    share = w.dice.choice((25, 40, 45, 50, 60, 75))
    total = w.dice.randrange(48, 420) * 2000
    count = w.dice.randint(4, 6)
    sums = awards.parts(w.dice, total, [5, 3, 3, 2, 2, 1][:count], 25)
    hidden = w.dice.randrange(1, count)
    spoilt = w.dice.randrange(count)
    grant = Decimal(total * share // 100)
    given = w.budget("subsidie", "item", grant)
    if w.planted("total-mismatch"):
        sums[spoilt] += 900
    ground, printed = awards.exemption(w)
    hide = hidden if w.planted("total-unverifiable") else None
    rows = [_row(w, post, amount, style, (ground, printed) if hide == number else None) for number, (post, amount) in enumerate(zip(posts, sums, strict=False))]
    whole = w.budget("Totaal subsidiabele kosten", "total", Decimal(total))
    rows.append([whole.description("Totaal subsidiabele kosten"), whole.amount(euro(Decimal(total), style))])
    own = w.budget("eigen bijdrage", "item", total - grant)
    said = {25: 35, 40: 45, 45: 54, 50: 55, 60: 65, 75: 57}[share] if w.planted("percentage-mismatch") else share
    return {
        "subject": w.field("subject", w.dice.choice(("Beschikking subsidie {}", "Verlening projectsubsidie {}", "Besluit op uw subsidieaanvraag {}")).format(f"‘{title}’")),
        "project": f"‘{title}’",
        "costs": w.table(["Kostenpost", "Begrote kosten"], rows),
        "decision": given.amount(euro(grant, style)),
        "share": f"{said}% van {whole.amount(euro(Decimal(total), style))}, te weten {given.amount(euro(grant, style))}",
        "own": f"De {own.description('eigen bijdrage')} bedraagt volgens uw dekkingsplan {own.amount(euro(total - grant, style))}.",
    }


def _row(w: Writer, post: str, amount: Decimal, style: str, hidden: tuple[str, str] | None) -> list[str]:
    line = w.budget(post, "item", None if hidden else amount)
    if hidden:
        w.allow("personal-data-exposed")
        return [line.description(post), w.cover("amount", euro(amount, style), *hidden)]
    return [line.description(post), line.amount(euro(amount, style))]


def _payment(w: Writer, who: str, style: str) -> dict[str, Any]:
    shares = w.dice.choice(((40, 30, 20), (50, 40), (30, 30, 20), (60, 30)))
    grant = Decimal(w.truth["budget_lines"][0]["amount"])
    first = awards.working_day(w.day + dt.timedelta(days=24))
    rows = []
    for number, share in enumerate(shares):
        due = awards.working_day(first + dt.timedelta(days=210 * number))
        name = f"{number + 1}e voorschot"
        line = w.budget(name, "item", grant * share / 100)
        rows.append([line.description(name), day(due, "figures"), f"{share}%", line.amount(euro(grant * share / 100, "cents" if style == "cents" else style))])
    bank = "BNGH" if who.startswith("de ") else w.dice.choice(("RABO", "INGB", "TRIO"))
    number = w.dice.randrange(10_000_000, 699_999_999)
    write_account = broken_account if w.planted("iban-invalid") else account
    return {
        "instalments": w.table(["Termijn", "Uiterlijke betaaldatum", "Deel", "Bedrag"], rows),
        "account": f"{write_account(bank, number)} ten name van {who}",
        "rest": 100 - sum(shares),
    }


def _rest(w: Writer, province: tuple[str, ...], other: Any) -> dict[str, Any]:
    lost = w.dice.choice(awards.gone(province[0], w.day))
    near = awards.former(w, lost, "mentioned") if w.planted("municipality-not-in-force") else w.municipality(other.name, "mentioned")
    end = dt.date(w.day.year + 2, w.dice.choice((6, 12)), 30)
    listed = w.dice.random() < 0.5
    enclosed = w.dice.choice(("Verantwoordingsformulier", "Toelichting op de beschikking", "Controleprotocol accountant"))
    if listed:
        w.expect("enclosure-not-included")
    return {
        "province": province[0],
        "near": near,
        "end": day(end),
        "settle": day(dt.date(end.year + (end.month == 12), 4 if end.month == 12 else 10, 1)),
        "law": w.dice.choice(("de Algemene subsidieverordening {0}", "de Algemene subsidieverordening {0} en de Subsidieregeling leefbaarheid en natuur")).format(province[0]),
        "objection": w.dice.choice((0, 1)),
        "enclosure": w.enclosure(enclosed) if listed else "",
        "box": f"{province[2]}, {province[3]} {province[4]}",
    }
