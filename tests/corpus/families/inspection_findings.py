"""An inspectorate or agency tells what it found and what must be done by when, on pain of a penalty: labels in a column at the left."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make.art import signature
from tests.corpus import state
from tests.corpus.families import family
from tests.corpus.inspections import INSPECTIONS, Inspection
from tests.corpus.wording import day, euro
from tests.corpus.writer import Writer

NUMBERS = {3: "drie", 4: "vier", 5: "vijf"}
LATE = {2018: 2081, 2019: 2091, 2020: 2030, 2021: 2031, 2022: 2032, 2023: 2032, 2024: 2042}
TOWNS = ("Zwolle", "Leiden", "Assen", "Breda", "Venlo", "Zeist", "Gouda", "Almelo", "Oss", "Helmond")
SEATS = (("Apeldoorn", "7311"), ("Zeist", "3701"), ("Assen", "9401"), ("Deventer", "7411"), ("Amersfoort", "3811"))
PLANTS = (
    "sender-missing", "date-in-future", "deadline-passed", "date-weekday-mismatch",
    "enumeration-count-mismatch", "text-illegible",
)  # fmt: skip


@family("tuned", plants=PLANTS)
def write(w: Writer) -> dict[str, Any]:
    dice = w.dice
    item = dice.choice(INSPECTIONS)
    w.day = state.working_day(dice, dt.date(2018, 2, 1), dt.date(2024, 11, 1))
    number = dice.randrange(100000, 980000)
    ours = dice.choice((f"{w.day.year}-{number}", f"V{number}/{w.day.year % 100}", f"{number}.{w.day.month:02}", f"ILT-{w.day.year}/{number % 90000}" if item.site == "ilent.nl" else f"TRC{item.site[0].upper()}/{w.day.year}/{number % 9000}"))
    shown = _own_date(w)
    facts = [("Datum", shown), ("Ons kenmerk", w.field("references.ours", ours))]
    replied = dice.random() < 0.5
    reaction = state.moved(w.day, -dice.randrange(14, 26))
    if replied:
        yours = f"{dice.choice(('D', 'BB', 'uit/'))}{reaction.year % 100}.{dice.randrange(1000, 98000):05}"
        facts.append(("Uw kenmerk", w.field("references.yours", yours)))
    if dice.random() < 0.3:
        facts.reverse()
    return {
        "facts": facts,
        "subject": w.field("subject", dice.choice(item.subjects)),
        "subject_label": dice.choice(("Betreft", "Onderwerp")),
        **_sender(w, item),
        **_recipient(w, item),
        **_findings(w, item, replied, reaction),
        **_order(w, item),
    }


def _own_date(w: Writer) -> str:
    style = w.dice.choice(("long", "long", "figures", "padded"))
    if w.planted("date-in-future"):
        late = w.day.replace(year=LATE[w.day.year], day=min(w.day.day, 28))
        w.allow("deadline-passed")
        return w.field("date", late.isoformat(), day(late, style))
    return w.date(day(w.day, style))


def _sender(w: Writer, item: Inspection) -> dict[str, Any]:
    dice = w.dice
    signer, clerk = state.person(dice, title=True), state.person(dice)
    phone = f"088 {dice.randrange(200, 900)} {dice.randrange(10, 99)} {dice.randrange(10, 99)}"
    told = dice.choice((f"{dice.choice(('mw.', 'dhr.'))} {clerk}", ""))
    data = {
        "signer": w.field("sender.person", signer),
        "role": w.field("sender.role", item.signer),
        "signature": signature(dice.randrange(10**6)),
        "ribbon": "", "name": "", "colophon": [], "own": "",
    }  # fmt: skip
    if w.planted("sender-missing"):
        return data
    found = registers.organisation(item.body, w.day)
    w.silent("sender.organisation_id", found.identifier if found else None)
    address = next(body.postal_addresses[0] for body in registers.bodies() if body.name == item.body)
    street, code, place = state.split_address(address)
    colophon = [
        w.field("sender.address", street),
        f"{w.field('sender.postcode', code)} {w.field('sender.place', place.title())}",
        f"T {w.field('sender.phone', phone)}",
        f"www.{item.site}",
    ]
    name = w.field("sender.organisation", item.body)
    return data | {"ribbon": state.ribbon(width=36, height=84), "name": name, "colophon": [*colophon, *([f"Contact: {told}"] if told else [])], "own": name}


def _recipient(w: Writer, item: Inspection) -> dict[str, Any]:
    dice = w.dice
    town = dice.choice(TOWNS)
    seat, code = dice.choice(SEATS)
    letters, house = dice.choice(("AB", "KC", "RD", "XH")), dice.randrange(2, 140)
    board = w.field("recipient.role", item.board)
    if item.institution:
        first = [w.field("recipient.organisation", item.institution), board]
        address = [f"{dice.choice(('Stationsstraat', 'Parklaan', 'Nieuwe Markt'))} {house}", f"{code} {letters}", seat]
    else:
        found = registers.municipality(town, w.day)
        assert found is not None
        w.silent("recipient.organisation_id", found.identifier)
        first = [w.municipality(town, "recipient", w.field("recipient.organisation", f"Gemeente {town}")), board]
        street, code, _ = state.split_address(found.postal_address)
        address = [street, code, town]
    marked = [w.field(f"recipient.{leaf}", value, value) for leaf, value in zip(("address", "postcode", "place"), address, strict=True)]
    return {
        "address": [*first, marked[0], f"{marked[1]}  {marked[2]}"],
        "salutation": "Geacht college," if item.board.startswith("College") else "Geacht bestuur,",
        "town": f" De locatie ligt in de gemeente {w.municipality(town, 'mentioned')}." if item.institution else "",
    }  # fmt: skip


def _findings(w: Writer, item: Inspection, replied: bool, reaction: dt.date) -> dict[str, Any]:
    dice = w.dice
    visit = state.moved(w.day, -dice.randrange(60, 95))
    intent = state.moved(w.day, -dice.randrange(36, 48))
    count = dice.choice((3, 4))
    said = NUMBERS[count + 1 if w.planted("enumeration-count-mismatch") else count]
    chosen = dice.sample(item.findings, count)
    blot = "Wij begrijpen dat" if "Wij begrijpen dat" in item.defence else item.defence.split(". ")[1][:46].rpartition(" ")[0]
    defence = item.defence
    if w.planted("text-illegible"):
        defence = defence.replace(blot, w.smudge("", blot), 1)
    answer = dice.choice((f"In uw brief van {w.field('replies_to', reaction.isoformat(), day(reaction))} heeft u", f"Bij brief van {w.field('replies_to', reaction.isoformat(), day(reaction))} heeft u")) if replied else ""
    views = f"{answer} uw zienswijze gegeven op ons voornemen van {day(intent)}. U stelt dat de gestelde termijn te kort is." if replied else f"Ons voornemen hebben wij u op {day(intent)} toegezonden. Van de gelegenheid om uw zienswijze te geven heeft u geen gebruik gemaakt."
    return {
        "visited": f"Op {state.dated(visit, w.planted('date-weekday-mismatch'))} {item.visit}.",
        "found": dice.choice((f"Daarbij zijn de volgende {said} tekortkomingen vastgesteld:", f"Wij stelden de volgende {said} overtredingen vast:")),
        "findings": [*(text.rstrip(";.") + ";" for text in chosen[:-1]), chosen[-1].rstrip(";.") + "."],
        "law": f"Op grond van {item.law}.",
        "defence": defence,
        "views": views,
    }  # fmt: skip


def _order(w: Writer, item: Inspection) -> dict[str, Any]:
    dice = w.dice
    deadline = state.moved(w.day, dice.randrange(42, 84))
    report = state.moved(w.day, dice.randrange(20, 34))
    if w.planted("deadline-passed"):
        deadline = deadline.replace(year=deadline.year - 1, day=min(deadline.day, 28))
    once = Decimal(dice.choice((1000, 2500, 5000, 7500)))
    most = once * dice.choice((5, 8, 10))
    style = dice.choice(("whole", "comma-dash", "word"))
    plan = Decimal(dice.randrange(18, 140)) * 500
    line = w.budget(item.plan, "item", plan)
    w.expect("enclosure-not-included")
    return {
        "order": dice.choice((
            f"Wij gelasten u uiterlijk {day(deadline)} {item.order}. Voldoet u daaraan niet of niet volledig, dan verbeurt u een dwangsom van {euro(once, style)} {item.per} dat de overtreding voortduurt, tot een maximum van {euro(most, style)}.",
            f"U moet vóór {day(deadline)} {item.order}. Doet u dat niet, dan bent u een dwangsom verschuldigd van {euro(once, style)} {item.per}, met een maximum van {euro(most, style)}. Het bedrag staat in redelijke verhouding tot de zwaarte van het geschonden belang.",
        )),
        "plan": f"Uit de stukken maken wij op dat in uw begroting voor {w.day.year + 1} een bedrag van {line.amount(euro(plan, style))} is opgenomen voor {line.description(item.plan)}. Dat is een stap in de goede richting, maar neemt de noodzaak van herstel op korte termijn niet weg.",
        "report": f"Wij ontvangen graag uiterlijk {day(report)} een plan waarin u per tekortkoming aangeeft wat u doet, wie daarvoor verantwoordelijk is en wanneer het gereed is. Na afloop van de hersteltermijn voeren wij een hercontrole uit. De kosten van het niet naleven komen voor uw rekening; invordering geschiedt bij afzonderlijke beschikking.",
        "annex": dice.choice(("Het inspectierapport vindt u in de bijlage.", "Een afschrift van het rapport is als bijlage bij deze brief gevoegd.")),
    }  # fmt: skip
