"""A minister writes to a mayor or a colleague, 2000 to 2009: serif type, labels beside their values, received stamp, note by hand."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make.art import signature
from tests.corpus import state
from tests.corpus.families import family
from tests.corpus.old_matters import MATTERS, Matter
from tests.corpus.wording import SHORT_MONTHS, day, euro, guilders
from tests.corpus.writer import Writer

TOWNS = ("Zwolle", "Leiden", "Assen", "Breda", "Venlo", "Zeist", "Gouda", "Almelo", "Oss", "Helmond", "Deventer", "Middelburg")
NOTES = ("graag bespreken in staf", "kopie naar financiën, Joke", "cf. ons telefoongesprek", "spoed! afd. Bouwzaken", "archief, na afdoening")
EURO = dt.date(2002, 1, 1)
PLANTS = (
    "date-missing", "subject-missing", "deadline-passed", "text-illegible", "body-not-in-force",
    "minister-not-in-office", "date-weekday-mismatch", "reply-precedes-letter",
)  # fmt: skip


@family("unseen", plants=PLANTS)
def write(w: Writer) -> dict[str, Any]:
    dice = w.dice
    matter = dice.choice(MATTERS)
    first, last = (dt.date(2000, 5, 1), dt.date(2001, 11, 1)) if dice.random() < 0.4 else (dt.date(2003, 7, 10), dt.date(2009, 11, 1))
    w.day = state.working_day(dice, first, last)
    town = dice.choice(TOWNS)
    office = state.ministry(matter.ministry, w.day)
    street, code, place = state.split_address(office.postal)
    w.silent("sender.organisation_id", office.identifier)
    ours = matter.reference.format(year=w.day.year, short=f"{w.day.year % 100:02}", number=dice.randrange(10000, 99000))
    recipient = _recipient(w, matter, town)
    yours, wrong = _yours(w, matter), w.planted("minister-not-in-office") and not matter.to
    signer = (_other if wrong else state.minister)(matter.ministry, w.day)
    phone = f"(070) {dice.randrange(339, 427)} {dice.randrange(10, 99)} {dice.randrange(10, 99)}"
    clerk = state.person(dice)
    facts = [
        [dice.choice(("Uw kenmerk", "Uw brief, kenmerk")), w.field("references.yours", yours)],
        [dice.choice(("Ons kenmerk", "Kenmerk")), w.field("references.ours", ours)],
        ["Onderdeel", matter.unit],
        [dice.choice(("Inlichtingen", "Contactpersoon")), f"{dice.choice(('mw.', 'dhr.'))} {clerk}"],
        ["Doorkiesnummer", w.field("sender.phone", phone)],
    ]
    if dice.random() < 0.5:
        facts = [*facts[2:], *facts[:2]]
    style, label, chosen = dice.choice(("long", "padded")), dice.choice(("Onderwerp", "Betreft")), dice.choice(matter.subjects)
    dated = [] if w.planted("date-missing") else [["Datum", w.date(day(w.day, style))]]
    about = [] if w.planted("subject-missing") else [[label, w.field("subject", chosen)]]
    return {
        "ministry": w.field("sender.organisation", office.name),
        "footer": [w.field("sender.address", street), f"{w.field('sender.postcode', code)} {w.field('sender.place', place)}", f"Bezoekadres {state.split_address(office.visit)[0]}"],
        "facts": [*dated, *facts, *about],
        **recipient,
        **_text(w, matter, town),
        **_noise(w, matter, town),
        "role": w.field("sender.role", f"De minister van {office.field}"),
        "signature": signature(dice.randrange(10**6), dice.choice(("#1b2a6b", "#101010"))),
        "signer": w.field("sender.person", signer),
    }  # fmt: skip


def _other(identifier: str, date: dt.date) -> str:
    """Who was minister there before or, where the register does not say, after the one of that day."""
    now = next(m for m in registers.ministers(identifier, date) if m.function == "minister")
    if now.start < dt.date(1999, 1, 1):
        assert now.end is not None
        return state.minister(identifier, now.end + dt.timedelta(days=30))
    return state.minister_before(identifier, date)


def _recipient(w: Writer, matter: Matter, town: str) -> dict[str, Any]:
    dice = w.dice
    mayor, title = state.person(dice, title=True), dice.choice(("De heer", "Mevrouw"))
    capital = dice.random() < 0.6
    if matter.to:
        office = state.ministry(matter.to, w.day)
        street, code, place = state.split_address(office.postal)
        w.silent("recipient.organisation", office.name)
        w.silent("recipient.organisation_id", office.identifier)
        who = (_other if w.planted("minister-not-in-office") else state.minister)(matter.to, w.day)
        role = w.field("recipient.role", f"De minister van {office.field}").replace("recipient.role", "recipient.role+recipient.organisation")
        first = [role, w.field("recipient.person", who)]
        dear = dice.choice(("Geachte collega,", "Waarde ambtgenoot,"))
    else:
        found = registers.municipality(town, w.day)
        assert found is not None
        street, code, _ = state.split_address(found.postal_address)
        place = town
        w.either["recipient.role"] = ["burgemeester", "De burgemeester"]
        w.silent("recipient.organisation", f"Gemeente {town}")
        w.silent("recipient.organisation_id", found.identifier)
        role = w.field("recipient.role", f"De burgemeester van {town}").replace("recipient.role", "recipient.role+recipient.organisation")
        first = [w.municipality(town, "recipient", role), f"{title} {w.field('recipient.person', mayor)}"]
        dear = f"Geachte {'heer' if title == 'De heer' else 'mevrouw'} {state.surname(mayor)},"
    shown = place.upper() if capital else place
    last = [w.field("recipient.address", street), f"{w.field('recipient.postcode', code)} {w.field('recipient.place', shown)}"]
    return {"address": [*first, *last], "salutation": dear}


def _yours(w: Writer, matter: Matter) -> str:
    number = w.dice.randrange(1000, 9900)
    if matter.to:
        return f"52{number}/{w.day.year % 100:02}/6"
    return w.dice.choice((f"BSD/{w.day.year}/{number}", f"{w.day.year % 100:02}.00{number}", f"SB/{number}/MK"))


def _text(w: Writer, matter: Matter, town: str) -> dict[str, Any]:
    dice = w.dice
    written = state.moved(w.day, -dice.randrange(25, 60))
    written = written.replace(day=min(written.day, 28))
    if w.planted("reply-precedes-letter"):
        written = written.replace(year=written.year + 1)
    talk = state.moved(w.day, -dice.randrange(8, 20))
    deadline = state.moved(w.day, dice.randrange(30, 60))
    if w.planted("deadline-passed"):
        deadline = deadline.replace(year=deadline.year - 1, day=min(deadline.day, 28))
    parts = [Decimal(dice.randrange(8, 90)) * 5000 for _ in range(2)]
    old = w.day < EURO
    style = dice.choice(("f", "fl", "word") if old else ("comma-dash", "word", "comma-dashes"))
    show = guilders if old else euro
    currency = {"currency": "NLG"} if old else {}
    years = [w.day.year, w.day.year + 1]
    total = w.budget(matter.purpose, "total", sum(parts, Decimal(0)), **currency)
    lines = [w.budget(str(year), "item", part, **currency) for year, part in zip(years, parts, strict=True)]
    first, second = (line.amount(show(part, style)) for line, part in zip(lines, parts, strict=True))
    for index in (1, 2):
        w.either[f"budget_lines.{index}.description"] = [matter.purpose]
    values = {
        "answer": f"uw brief van {w.field('replies_to', written.isoformat(), day(written))}",
        "weekday": state.dated(talk, w.planted("date-weekday-mismatch")),
        "total": total.amount(show(sum(parts, Decimal(0)), style)),
        "first": first, "second": second, "year1": years[0], "year2": years[1],
        "partner": _partner(w, matter),
        "blot": w.smudge("", matter.blot) if w.planted("text-illegible") else matter.blot,
        "town": w.municipality(town, "mentioned") if matter.to else "",
    }  # fmt: skip
    annex = dice.random() < 0.5
    if annex:
        w.expect("enclosure-not-included")
    return {
        "opening": matter.opening.format(**values),
        "body": [text.format(**values) for text in matter.body],
        "request": dice.choice((f"Ik verzoek u vóór {day(deadline)} {matter.request}.", f"Gaarne ontvang ik uiterlijk {day(deadline)} uw antwoord. Daarbij verzoek ik u {matter.request}.")),
        "annex": w.enclosure(matter.annex) if annex else "",
    }  # fmt: skip


def _partner(w: Writer, matter: Matter) -> str:
    name = state.ministry("mnre1150", dt.date(2004, 1, 1)).field if matter.partner == "LNV" else matter.partner
    if matter.partner == "LNV" and w.day < dt.date(2003, 7, 1):
        name = "Landbouw, Natuurbeheer en Visserij"
    return matter.former if w.planted("body-not-in-force") else name


def _noise(w: Writer, matter: Matter, town: str) -> dict[str, Any]:
    """The stamp of the day on which the letter came in, and what someone wrote on it."""
    dice = w.dice
    came = state.moved(w.day, dice.randrange(1, 4))
    where = "MINISTERIE" if matter.to else f"GEMEENTE {town.upper()}"
    stamped = f"{came.day:02} {SHORT_MONTHS[came.month - 1].strip('.').upper()} {came.year}"
    return {
        "stamp": [where, f"INGEK. {stamped}", f"nr. {dice.randrange(1000, 9900)}"] if dice.random() < 0.8 else [],
        "ink": dice.choice(("#5a3a8a", "#a02020", "#23406e")),
        "note": dice.choice(NOTES),
        "low": dice.random() < 0.5,
        "size": dice.choice((10.5, 11.5)),
        "copy": "de korpsbeheerder" if matter.to else "de commissaris der Koningin",
        "turn": dice.choice((-4, -2, 3)),
    }  # fmt: skip
