"""A northern fund awards a round of contributions to a group of municipalities, written to the one that applied.

Book type, letterhead in the middle, a table with horizontal rules only, the total said again in millions.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from samples.make import art
from tests.corpus import awards
from tests.corpus.families import family
from tests.corpus.wording import day, euro
from tests.corpus.writer import Writer

FUNDS = (
    ("Waddenfonds", "so0702", ("Ruiterskwartier 121a", "8911 BS", "Leeuwarden"), "waddenfonds.nl", "#1f5f74",
     ("Ameland", "Terschelling", "Vlieland", "Harlingen", "Waadhoeke", "Noardeast-Fryslân", "Het Hogeland", "Eemsdelta", "Texel", "Hollands Kroon"),
     ("Dongeradeel", "Franekeradeel", "Delfzijl", "Loppersum", "Ferwerderadiel", "Eemsmond", "Appingedam")),
    ("Samenwerkingsverband Noord-Nederland", "so0425", ("Postbus 779", "9700 AT", "Groningen"), "snn.nl", "#5b2a6e",
     ("Westerkwartier", "Midden-Groningen", "Westerwolde", "Oldambt", "Stadskanaal", "Veendam", "Pekela", "Opsterland", "Heerenveen", "Aa en Hunze", "Tynaarlo", "Borger-Odoorn"),
     ("Slochteren", "Menterwolde", "Bellingwedde", "Vlagtwedde", "Grootegast", "Marum", "Littenseradiel")),
)  # fmt: skip
SCHEMES = (
    ("Verduurzaming dorpshuizen", "Dorpshuizen", "dorpshuis"),
    ("Van het gas af", "Gebouwen", "gebouw"),
    ("Toegankelijke haltes", "Haltes", "halte"),
)
ROUNDS = (("tweede", "eerste"), ("derde", "tweede"), ("vierde", "derde"))
APPLIED = (
    "Op {asked} heeft u, mede namens de gemeenten {towns}, een aanvraag ingediend voor de {now} ronde van de regeling ‘{scheme}’. Het dagelijks bestuur heeft de aanvraag op {met} behandeld en met instemming kennisgenomen van de wijze waarop u de uitvoering gezamenlijk heeft voorbereid.",
    "Met uw brief van {asked} vroeg u ons om een bijdrage uit de {now} ronde van ‘{scheme}’, voor uw eigen gemeente en voor de gemeenten {towns}, die u daartoe hebben gemachtigd. Over deze aanvraag heeft het dagelijks bestuur op {met} een besluit genomen, dat wij u hierbij meedelen.",
)


@family(
    "tuned",
    plants=(
        "municipality-missing-from-table",
        "municipality-only-in-table",
        "municipality-not-in-force",
        "amounts-disagree",
        "line-arithmetic-mismatch",
        "table-cell-illegible",
        "date-impossible",
        "reference-missing",
    ),
)
def write(w: Writer) -> dict[str, Any]:
    """One round: who takes part stands in the text and in the table."""
    w.day = awards.some_day(w.dice, dt.date(2021, 9, 1), dt.date(2026, 3, 1))
    fund = w.dice.choice(FUNDS)
    scheme = w.dice.choice(SCHEMES)
    names = w.dice.sample(fund[5], 8)
    count = w.dice.randint(4, 6)
    lead, *others = names[:count]
    data: dict[str, Any] = {"ink": fund[4], "mark": art.water_mark() if fund[1] == "so0702" else art.region_mark(), "signature": art.signature(w.dice.randrange(999))}
    data |= _sender(w, fund)
    data |= _recipient(w, lead)
    data |= _head(w, scheme, others, names[7])
    data |= _table(w, scheme, [lead, *others])
    data |= _more(w, fund, names[6])
    return data


def _sender(w: Writer, fund: Any) -> dict[str, Any]:
    name, identifier, (line, postcode, place), site, *_ = fund
    w.silent("sender.organisation_id", identifier)
    who = awards.person(w.dice)
    role = w.dice.choice(("directeur", "secretaris-directeur", "programmamanager"))
    return {
        "name": w.field("sender.organisation", name),
        "house": f"{w.field('sender.address', line)}, {w.field('sender.postcode', postcode)} {w.field('sender.place', place)}",
        "phone": w.field("sender.phone", f"{'058' if place == 'Leeuwarden' else '050'} {w.dice.randint(200, 599)} {w.dice.randint(10, 99)} {w.dice.randint(10, 99)}"),
        "mail": w.field("sender.email", f"{w.dice.choice(('regelingen', 'subsidies', 'info'))}@{site}"),
        "signed": [w.field("sender.person", who), w.field("sender.role", role)],
    }


def _recipient(w: Writer, lead: str) -> dict[str, Any]:
    seen = w.municipality(lead, "recipient")
    town = next(item for item in awards.registers.municipalities_named(lead) if item.in_force(w.day))
    post = awards.address(town)
    w.silent("recipient.organisation_id", town.identifier)
    return {
        "to": [
            w.field("recipient.organisation", f"Gemeente {lead}", f"Gemeente {seen}"),
            w.field("recipient.role", "College van burgemeester en wethouders"),
            w.field("recipient.address", post.line),
            f"{w.field('recipient.postcode', post.postcode)} {w.field('recipient.place', post.place.upper() if w.dice.random() < 0.5 else post.place)}",
        ]
    }


def _head(w: Writer, scheme: tuple[str, ...], others: list[str], extra: str) -> dict[str, Any]:
    asked = awards.some_day(w.dice, w.day - dt.timedelta(days=120), w.day - dt.timedelta(days=50))
    met = awards.working_day(w.day - dt.timedelta(days=w.dice.randint(6, 16)))
    now, before = w.dice.choice(ROUNDS)
    named = list(others)
    if w.planted("municipality-missing-from-table"):
        named.insert(1, extra)
    if w.planted("municipality-only-in-table"):
        named.pop()
    shown = [w.municipality(name, "party") for name in named]
    towns = f"{', '.join(shown[:-1])} en {shown[-1]}"
    ours = f"{w.dice.choice(('WF', 'UP', 'SG'))}-{w.day:%y}-{w.dice.randint(10000, 99999)}"
    yours = w.dice.choice((f"{w.dice.randint(1000, 9999)}-{asked.year}", f"Z{asked.year}-{w.dice.randint(100000, 999999)}"))
    answered = w.field("replies_to", asked.isoformat(), day(asked))
    labels = [["Datum", w.date(day(w.day, w.dice.choice(("long", "long", "padded"))))]]
    labels += [["Onze referentie", w.field("references.ours", ours)], ["Uw referentie", "" if w.planted("reference-missing") else w.field("references.yours", yours)]]
    title = w.dice.choice(("{0}: toekenning {1} ronde", "Toekenning bijdragen {1} ronde {0}", "Besluit {0}, {1} ronde")).format(scheme[0], now)
    return {
        "labels": labels,
        "subject": w.field("subject", title),
        "before": before,
        "opening": w.dice.choice(APPLIED).format(asked=answered, towns=towns, now=now, scheme=scheme[0], met=day(met)),
    }


def _table(w: Writer, scheme: tuple[str, ...], names: list[str]) -> dict[str, Any]:
    style = w.dice.choice(("whole", "comma-dash", "cents"))
    prices = [w.dice.choice((7500, 10000)) for _ in names]
    counts = [w.dice.randint(6, 34) for _ in names]
    prices[-1] = 7500
    while sum(p * c for p, c in zip(prices, counts, strict=True)) % 10000:
        counts[-1] += 1
    total = Decimal(sum(p * c for p, c in zip(prices, counts, strict=True)))
    wrong, blot = w.dice.randrange(len(names)), w.dice.randrange(1, len(names))
    if w.planted("line-arithmetic-mismatch"):
        prices[wrong] += 1000
    blotted = w.planted("table-cell-illegible")
    rows = []
    for number, (name, count, price) in enumerate(zip(names, counts, prices, strict=True)):
        product = Decimal(count * (price - 1000 if w.plant == "line-arithmetic-mismatch" and number == wrong else price))
        line = w.budget(name, "item", product, quantity=str(count), unit=scheme[1].lower(), unit_price=Decimal(price))
        town = w.municipality(name, "mentioned" if w.plant == "municipality-only-in-table" else "party")
        cell = str(count)
        if blotted and number == blot:
            path = line.path + ".quantity"
            cell = w.smudge(path, w.smudge(f"tables.0.rows.{number}.1", cell))
            w.allow("total-unverifiable")
        rows.append([line.description(town), cell, euro(Decimal(price), style), line.amount(euro(product, style))])
    if w.plant == "municipality-only-in-table":
        w.either[f"municipalities.{len(w.truth['municipalities']) - 1}.part"] = ["party"]
    whole = w.budget("Totaal", "total", total)
    rows.append([whole.description("Totaal"), str(sum(counts)), "", whole.amount(euro(total, style))])
    said = awards.swapped(total / 10000) * 10000 if w.planted("amounts-disagree") else total
    if said != total:
        w.either[f"{whole.path}.amount"] = [f"{said:.2f}"]
    millions = euro(said, "million")
    return {
        "rows": w.table(["Gemeente", scheme[1], "Vast bedrag", "Bijdrage"], rows),
        "millions": millions if said != total else whole.amount(millions),
        "per": f"per {scheme[2]}",
        "thing": scheme[1].lower(),
        "advance": _advance(w, total, style),
    }


def _advance(w: Writer, total: Decimal, style: str) -> str:
    share = w.dice.choice((50, 75, 80, 90))
    line = w.budget("voorschot", "item", total * share / 100)
    return f"een {line.description('voorschot')} van {share}%, voor alle gemeenten samen {line.amount(euro(total * share / 100, style))}"


def _more(w: Writer, fund: Any, near: str) -> dict[str, Any]:
    amount = Decimal(w.dice.randrange(31, 88) * 10000)
    style = w.dice.choice(("whole", "word", "thousand"))
    line = w.budget("bijdragen", "item", amount)
    lost = w.dice.choice(fund[6])
    town = awards.former(w, lost, "mentioned") if w.planted("municipality-not-in-force") else w.municipality(near, "mentioned")
    month = w.dice.choice(((4, "april"), (6, "juni"), (9, "september"), (11, "november")))
    last = 31 if w.planted("date-impossible") else 30
    return {
        "earlier": f"{line.description('bijdragen')} toegekend voor een bedrag van {line.amount(euro(amount, style))}",
        "near": town,
        "due": f"{last} {month[1]} {w.day.year + 1}",
        "report": w.dice.choice(("een beknopt verslag en een overzicht van de gemaakte kosten", "een ingevuld eindformulier met foto’s van het resultaat")),
        "clerk": awards.person(w.dice, title=False),
        "variant": w.dice.choice((0, 1)),
    }
