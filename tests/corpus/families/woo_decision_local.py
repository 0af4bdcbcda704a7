"""A Woo decision of a municipality or province in plain language: coloured title, boxes with facts, decision first, covers."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make import art
from tests.corpus import state
from tests.corpus.families import family
from tests.corpus.woo_matters import GROUNDS, LOCAL, REGIONAL
from tests.corpus.wording import MONTHS, day, euro
from tests.corpus.writer import Writer

PLANTS = (
    "sender-missing", "date-impossible", "date-in-future", "total-unverifiable",
    "personal-data-exposed", "redaction-without-ground", "redaction-ground-odd", "redaction-leak",
)  # fmt: skip
TOWNS = ("Zwolle", "Leiden", "Assen", "Breda", "Venlo", "Zeist", "Gouda", "Almelo", "Oss", "Helmond")
PROVINCES = ("Overijssel", "Utrecht", "Noord-Brabant", "Zuid-Holland", "Gelderland", "Drenthe")
LATE = {2022: 2032, 2023: 2032, 2024: 2042, 2025: 2052}


@family("unseen", plants=PLANTS)
def write(w: Writer) -> dict[str, Any]:
    dice = w.dice
    w.day = state.working_day(dice, dt.date(2022, 7, 1), dt.date(2025, 10, 1))
    w.style = dice.choice(("black", "grey", "border", "colour", "hatched", "pen", "white-out"))
    w.leak = w.planted("redaction-leak")
    provincial = dice.random() < 0.4
    name = dice.choice(PROVINCES if provincial else TOWNS)
    topic = dice.choice(REGIONAL if provincial else LOCAL)
    spelling = dice.choice(("5.1.2e", "5.1.2.e", "art. 5.1 lid 2 sub e", "5.1.2e"))
    number = str(dice.randrange(100000, 990000))
    ours = dice.choice((f"Z{w.day.year % 100}-{number}", f"{w.day.year}-{number}", f"WOO-{w.day.year % 100}{number[:3]}", number))
    request = state.moved(w.day, -dice.randrange(40, 60))
    return {
        "accent": dice.choice(("#8a1538", "#00677f", "#3c7d22", "#c4500a", "#2f3f8f")),
        "mark": dice.choice((art.region_mark, art.cuijk_mark, art.water_mark, art.province_mark))(),
        "labels": dice.choice((["Datum", "Zaaknummer", "Uw verzoek van", "Behandeld door", "Telefoon"], ["Verzonden op", "Ons kenmerk", "Datum verzoek", "Contactpersoon", "Tel."])),
        "date": _date(w),
        "ours": w.field("references.ours", ours),
        "request": w.field("replies_to", request.isoformat(), day(request, dice.choice(("long", "bare")))),
        "subject": w.field("subject", dice.choice((f"Besluit op uw Woo-verzoek over {topic[0]}", f"Wij nemen een besluit op uw verzoek om informatie over {topic[0]}"))),
        **_sender(w, name, provincial, spelling),
        **_recipient(w, spelling),
        **_request(w, topic[0], request),
        **_documents(w, topic[1], topic[3]),
        **_costs(w, topic[2]),
        **_ending(w),
    }  # fmt: skip


def _date(w: Writer) -> str:
    style = w.dice.choice(("long", "long", "bare", "figures"))
    if w.planted("date-in-future"):
        late = w.day.replace(year=LATE[w.day.year], day=min(w.day.day, 28))
        w.allow("deadline-passed")
        return w.field("date", late.isoformat(), day(late, style))
    return w.date(day(w.day, style))


def _sender(w: Writer, name: str, provincial: bool, spelling: str) -> dict[str, Any]:
    dice = w.dice
    body = "gedeputeerde staten" if provincial else "burgemeester en wethouders"
    role = dice.choice(("teammanager Juridische Zaken", "afdelingshoofd Bestuur", "manager Informatie en Recht"))
    clerk, signer = state.person(dice), state.person(dice, title=True)
    mobile = f"06 {dice.randrange(1000, 5999)} {dice.randrange(1000, 9999)}"
    phone = w.field("sender.phone", mobile) if w.planted("personal-data-exposed") else w.cover("contact", mobile, "5.1.2.e", "5.1.2e")
    odd = w.planted("redaction-ground-odd")
    data = {
        "clerk": w.cover("person", clerk, "10.2.e" if odd else "5.1.2.e", "10.2.e" if odd else "5.1.2e"),
        "phone": phone,
        "signature": w.cover("signature", "M" * 6, "5.1.2.e", spelling),
        "signer": w.cover("person", signer, "5.1.2.e", "5.1.2e"),
        "role": w.field("sender.role", role),
        "body": f"Namens {body}" + ("," if w.planted("sender-missing") else " van "),
        "own": "", "letterhead": "", "footer": "",
    }  # fmt: skip
    w.either["sender.role"] = [body, f"{body} van {name}"]
    if w.plant == "sender-missing":
        return data
    full = f"{'Provincie' if provincial else 'Gemeente'} {name}"
    found = registers.organisation(full, w.day)
    w.silent("sender.organisation_id", found.identifier if found else None)
    own, head = w.field("sender.organisation", full, name), w.field("sender.organisation", full)
    if provincial:
        address = next(b.postal_addresses[0] for b in registers.bodies() if b.name == full)
    else:
        address = registers.municipality(name, w.day).postal_address  # type: ignore[union-attr]
        own, head = w.municipality(name, "sender", own), w.municipality(name, "sender", head)
    street, code, place = state.split_address(address)
    place = place if provincial else place.title()
    footer = f"{w.field('sender.address', street)}, {w.field('sender.postcode', code)} {w.field('sender.place', place)}"
    return data | {"own": own + ",", "letterhead": head, "footer": footer}


def _recipient(w: Writer, spelling: str) -> dict[str, Any]:
    dice = w.dice
    name = state.person(dice)
    title = dice.choice(("heer", "mevrouw"))
    bare = w.planted("redaction-without-ground")
    first = w.cover("person", name, "5.1.2.e", "5.1.2e")
    street = w.cover("contact", f"{dice.choice(('Beukenlaan', 'Nieuwstraat', 'Hoofdweg', 'Wilgenhof'))} {dice.randrange(3, 180)}", "" if bare else "5.1.2.e", "" if bare else "5.1.2e")
    place = w.cover("contact", f"{dice.randrange(3512, 3532)} {dice.choice(('AB', 'KD', 'PS'))} Utrecht", "5.1.2.e", "5.1.2e")
    w.allow("recipient-missing")
    dear = w.cover("person", state.surname(name), "5.1.2.e", "5.1.2e")
    return {"address": [first, street, place], "salutation": f"{dice.choice(('Geachte', 'Beste'))} {title} {dear},"}


def _request(w: Writer, about: str, request: dt.date) -> dict[str, Any]:
    dice = w.dice
    talk = state.moved(request, dice.randrange(6, 14))
    later = state.moved(request, 27)
    stated = day(talk)
    if w.planted("date-impossible"):
        month = 2 if talk.month < 4 else max(number for number in (4, 6, 9, 11) if number <= talk.month)
        stated = f"{30 if month == 2 else 31} {MONTHS[month - 1]} {talk.year}"
    return {
        "asked": [
            f"U heeft ons gevraagd om alle documenten over {about}. Uw verzoek valt onder de Wet open overheid (Woo). Op {stated} hebben wij met u gebeld om te bespreken welke periode voor u van belang is. U heeft toen aangegeven dat agenda's en dubbele exemplaren voor u niet nodig zijn.",
            dice.choice((
                f"Op {day(later)} hebben wij u laten weten dat wij twee weken langer nodig hadden om te beslissen. Dat mag op grond van artikel 4.4, tweede lid, van de Woo.",
                f"Omdat wij ook anderen om een reactie moesten vragen, hebben wij de beslistermijn bij brief van {day(later)} met twee weken verlengd (artikel 4.4, tweede lid, van de Woo).",
            )),
        ]
    }  # fmt: skip


def _documents(w: Writer, kinds: tuple[str, ...], secret: str) -> dict[str, Any]:
    dice = w.dice
    count = dice.randrange(4, 7)
    chosen = dice.sample(kinds, count)
    dates = sorted(state.moved(w.day, -dice.randrange(250, 800)) for _ in chosen)
    codes = [dice.choice(("", "5.1.2e", "5.1.2e, 5.1.2b", "5.1.2i", "5.1.1c, 5.1.2e")) for _ in chosen]
    codes[0] = "5.1.2e"
    judged = {"": "Ja", "5.1.2i": "Nee"}
    rows = [[f"{index:02}", day(date, "bare"), kind[0].upper() + kind[1:], judged.get(code, "Deels"), code] for index, (date, kind, code) in enumerate(zip(dates, chosen, codes, strict=True), start=1)]
    used = [code for code in GROUNDS if any(_short(code) in row[4] for row in rows)]
    passage = dice.random() < 0.5
    secret = f"{secret[0].upper()}{secret[1:]}."
    return {
        "found": f"Wij hebben {count} documenten gevonden. In de tabel ziet u per document of wij het openbaar maken en welke uitzondering van toepassing is.",
        "inventory": w.table(["Nr", "Datum", "Omschrijving", "Openbaar", "Grondslag"], rows),
        "grounds": [[f"{_short(code)} {GROUNDS[code][0]}", GROUNDS[code][1]] for code in used],
        "views": ["Een van de betrokken bedrijven heeft bezwaar tegen openbaarmaking van de volgende zin in het eerste document:", w.cover("passage", secret, "5.1.1.c", "5.1.1c"), "Wij volgen die zienswijze, omdat de zin iets zegt over de werkwijze van het bedrijf."]
        if passage
        else ["De betrokken bedrijven hebben wij gevraagd naar hun zienswijze. Zij hebben binnen de gestelde twee weken niet gereageerd."],
    }


def _short(code: str) -> str:
    """'5.1.2e' of '5.1.2.e'."""
    return code[:5] + code[6:]


def _costs(w: Writer, posts: tuple[str, ...]) -> dict[str, Any]:
    dice = w.dice
    chosen = posts[: dice.choice((3, 4))]
    style = dice.choice(("whole", "comma-dash", "word"))
    amounts = [Decimal(dice.randrange(900, 48000)) for _ in chosen]
    hidden = w.planted("total-unverifiable")
    pieces = []
    for index, (post, amount) in enumerate(zip(chosen, amounts, strict=True)):
        covered = hidden and index == 1
        line = w.budget(post, "item", None if covered else amount)
        figure = w.cover("amount", euro(amount, style), "5.1.2.b", "5.1.2b") if covered else line.amount(euro(amount, style))
        pieces.append(f"{figure} voor {line.description(post)}")
    total = w.budget("totale kosten", "total", whole := sum(amounts, Decimal(0)))
    return {"costs": f"U vroeg ook wat dit heeft gekost. Volgens onze administratie is {state.listed(pieces)} betaald. De {total.description('totale kosten')} komen daarmee op {total.amount(euro(whole, style))}, exclusief btw. Uren van eigen medewerkers zijn daarin niet meegerekend."}


def _ending(w: Writer) -> dict[str, Any]:
    dice = w.dice
    town = dice.choice(("Apeldoorn", "Enschede", "Tilburg", "Roermond", "Haarlem"))
    w.expect("enclosure-not-included")
    return {
        "decided": dice.choice((
            "Wij maken de documenten gedeeltelijk openbaar. U vindt ze in de bijlage bij deze brief. Wat wij niet openbaar maken, is onleesbaar gemaakt, met de uitzondering erbij.",
            "U krijgt een deel van de informatie waar u om heeft gevraagd. De documenten vindt u in de bijlage. Namen en enkele passages hebben wij onleesbaar gemaakt.",
        )),
        "elsewhere": f"Een aantal stukken berust bij de gemeente {w.municipality(town, 'mentioned')}. Dat deel van uw verzoek hebben wij op grond van artikel 4.2 van de Woo doorgestuurd; u krijgt daarover rechtstreeks bericht.",
        "published": dice.choice(("Dit besluit en de documenten plaatsen wij over twee weken zonder uw persoonsgegevens op onze website.", "De documenten staan vanaf vandaag ook op onze website.")),
    }  # fmt: skip
