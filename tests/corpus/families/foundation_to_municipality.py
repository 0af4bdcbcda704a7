"""A foundation applies to its municipality.

Its name alone at the head, everything else about it in the footer; a budget in columns without
rules, quantity × unit price; own money and other funds in a sentence; an account number.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from samples.make import art
from tests.corpus import asking
from tests.corpus.asking_texts import foundation_to_municipality as texts
from tests.corpus.families import family
from tests.corpus.wording import account, broken_account, day, euro, in_words
from tests.corpus.writer import Line, Writer

PLANTS = (
    "line-arithmetic-mismatch", "iban-invalid", "total-mismatch", "subject-missing",
    "amounts-disagree", "date-weekday-mismatch", "postcode-invalid", "recipient-missing",
)  # fmt: skip
STREETS = ("Kerkstraat", "Lindelaan", "Molenweg", "Oranjestraat", "Beatrixlaan", "Stationsweg")


@family("tuned", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    """The letter of a foundation's board."""
    dice = w.dice
    project = dice.choice(texts.PROJECTS)
    w.day = asking.workday(dice, dt.date(2014, 2, 1), dt.date(2025, 9, 30))
    region = dice.choice(asking.REGIONS)
    home, dialling = dice.choice(region.leads)
    neighbour = dice.choice([name for name in region.towns if name != home])
    heads = _head(w, project, home, dialling)
    text = _text(w, project, neighbour)
    budget = _budget(w, project)
    return heads | text | budget | _end(w, budget["asked"])


def _head(w: Writer, project: texts.Project, home: str, dialling: str) -> dict[str, Any]:
    dice = w.dice
    name = dice.choice(project.foundations)
    _, code, place = asking.visiting(home, w.day)
    postcode = f"{code[:4]} {dice.choice('ABCDEGHJK')}{dice.choice('BCEGHKLX')}"
    wrong = asking.no_postcode(dice, postcode)
    if w.planted("postcode-invalid"):
        postcode = wrong
        w.allow("postcode-place-mismatch")
    street = f"{dice.choice(STREETS)} {dice.randint(2, 148)}"
    phone = f"06 - {dice.randint(10000000, 57999999)}" if dice.random() < 0.5 else f"{dialling} - {asking.subscriber(dice, dialling)}"
    site = name.lower().removeprefix("stichting ").replace(" ", "")
    foot = [
        f"{w.field('sender.address', street)}, {w.field('sender.postcode', postcode)} {w.field('sender.place', place)}",
        f"tel. {w.field('sender.phone', phone)} | {w.field('sender.email', f'bestuur@{site}.nl')} | KvK {dice.randint(8000000, 68999999):08}",
    ]
    shown = w.date(day(w.day, dice.choice(("long", "padded", "short"))))
    subject = dice.choice(project.titles)
    label = dice.choice(("Betreft: ", "Onderwerp: ", "Betr.: ", ""))
    titled = None if w.planted("subject-missing") else f"{label}{w.field('subject', subject)}"
    return {
        "name": w.field("sender.organisation", name),
        "ring": art.ring(dice.randint(1, 99)),
        "foot": foot,
        "place_date": f"{place}, {shown}",
        "subject": titled,
        "to": _recipient(w, home),
        "font": dice.choice(("Carlito", "Lato", "TeX Gyre Adventor", "TeX Gyre Schola")),
    }


def _recipient(w: Writer, home: str) -> list[str]:
    dice = w.dice
    college = dice.random() < 0.5
    desk = dice.choice(("Afdeling Subsidies", "Team Samenleving", "afdeling Maatschappelijke Ontwikkeling"))
    officer = asking.person(dice)
    title = dice.choice(("de heer", "mevrouw", ""))
    line, postcode, place = asking.postal(home, w.day)
    if w.planted("recipient-missing"):
        return []
    lines = [asking.write_recipient(w, home)]
    if college:
        lines.append(w.field("recipient.role", "College van burgemeester en wethouders"))
    else:
        lines.append(w.field("recipient.role", desk))
        if title:
            lines.append(f"t.a.v. {title} {w.field('recipient.person', officer)}")
    lines.append(w.field("recipient.address", line))
    return [*lines, f"{w.field('recipient.postcode', postcode)} {w.field('recipient.place', place.upper())}"]


def _text(w: Writer, project: texts.Project, neighbour: str) -> dict[str, Any]:
    dice = w.dice
    event = w.day + dt.timedelta(dice.randint(90, 200))
    false = event + dt.timedelta(dice.choice((-1, 1, 2)))
    shown = day(event, "weekday")
    if w.planted("date-weekday-mismatch"):
        shown = f"{day(false, 'weekday').split(' ')[0]} {day(event)}"
    where = asking.town(w, neighbour, "mentioned", dice.choice(("de gemeente ", "")))
    return {
        "opening": dice.choice(project.openings),
        "stories": [text.format(neighbour=where) for text in project.stories],
        "event": dice.choice(project.dates).format(day=shown),
    }


def _budget(w: Writer, project: texts.Project) -> dict[str, Any]:
    dice = w.dice
    posts = dice.sample(project.posts, dice.choice((3, 4, 5)))
    drawn = [(words, unit, dice.choice(counts), Decimal(dice.choice(prices)) / 100) for words, unit, counts, prices in posts]
    lumps = [(words, Decimal(dice.randrange(low, high, 10))) for words, low, high in dice.sample(project.lumps, dice.choice((1, 2)))]
    wrong, slip = dice.randrange(len(drawn)), dice.choice((-45, 60, 150, 270))
    bad = wrong if w.planted("line-arithmetic-mismatch") else None
    rows, whole = [], Decimal(0)
    for place, (words, unit, count, price) in enumerate(drawn):
        amount = count * price + (slip if place == bad else 0)
        line = w.budget(words, "item", amount, quantity=str(count), unit=unit, unit_price=price)
        rows.append([line.description(words), f"{count} {unit}", euro(price, "cents"), line.amount(euro(amount, "cents"))])
        whole += amount
    for words, amount in lumps:
        line = w.budget(words, "item", amount)
        rows.append([line.description(words), "", "", line.amount(euro(amount, "cents"))])
        whole += amount
    off = whole + dice.choice((-100, 90, 250, 1000))
    said = off if w.planted("total-mismatch") else whole
    total = w.budget("Totaal", "total", said)
    rows.append([total.description("Totaal"), "", "", total.amount(euro(said, "cents"))])
    header = dice.choice((["Kosten", "Aantal", "Tarief", "Bedrag"], ["Post", "Hoeveelheid", "Prijs per eenheid", "Bedrag"], ["Omschrijving", "Aantal", "à", "Totaal"]))
    return {"budget_intro": dice.choice(texts.INTROS), "budget": w.table(header, rows)} | _cover(w, project, said)


def _cover(w: Writer, project: texts.Project, said: Decimal) -> dict[str, Any]:
    dice = w.dice
    own = Decimal(int(said * dice.choice((10, 12, 15)) / 100 // 50 * 50))
    fund = Decimal(int(said * dice.choice((20, 25, 30)) / 100 // 100 * 100))
    asked = said - own - fund
    name = dice.choice(project.funds)
    lines = [w.budget(words, "item", amount) for words, amount in (("eigen bijdrage", own), ("bijdrage", fund), ("subsidie", asked))]
    text = dice.choice(texts.COVERS).format(
        own=lines[0].description("eigen bijdrage"), own_sum=lines[0].amount(euro(own, "cents")), fund=name,
        gift=lines[1].description("bijdrage"), gift_sum=lines[1].amount(euro(fund, "cents")),
        asked=lines[2].description("subsidie"), asked_sum=lines[2].amount(euro(asked, "cents")),
    )  # fmt: skip
    return {"cover": text, "asked": _again(w, lines[2], asked)}


def _again(w: Writer, line: Line, asked: Decimal) -> str:
    """The sum asked, said once more: with its words where it is whole, else in figures."""
    off = asked + w.dice.choice((-100, 100, 900, -1000))
    shown = off if w.planted("amounts-disagree") else asked
    if shown != asked:
        w.either[f"{line.path}.amount"] = [f"{off:.2f}"]
    if asked == int(asked):
        return f"{line.amount(euro(asked, 'cents'))} (zegge: {in_words(int(shown))} euro)"
    return euro(shown, "cents") if shown != asked else line.amount(euro(asked, "cents"))


def _end(w: Writer, asked: str) -> dict[str, Any]:
    dice = w.dice
    bank, number = dice.choice(("TRIO", "RABO", "INGB", "ABNA", "SNSB")), dice.randint(100000000, 799999999)
    broken = w.planted("iban-invalid")
    iban = broken_account(bank, number) if broken else account(bank, number)
    signers = asking.persons(dice, dice.choice((1, 2)))
    roles = ["voorzitter", dice.choice(("penningmeester", "secretaris"))][: len(signers)]
    whole, all_roles = "; ".join(signers), "; ".join(roles)
    listed = [w.enclosure(text) for text in ("projectplan", "jaarrekening", "statuten", "offertes") if dice.random() < 0.35]
    if listed:
        w.expect("enclosure-not-included")
    return {
        "asked": dice.choice(texts.PAYMENTS).format(asked=asked, iban=iban),
        "signed": [
            {"person": w.field("sender.person", whole, one), "role": w.field("sender.role", all_roles, role), "pen": art.signature(dice.randint(1, 999))}
            for one, role in zip(signers, roles, strict=True)
        ],
        "greeting": dice.choice(("Met vriendelijke groet,", "Hoogachtend,", "In afwachting van uw bericht,")),
        "enclosures": listed,
        "close": dice.choice(texts.CLOSES),
    }  # fmt: skip


