"""A fax of 1989-1999: a cover head with 'Aan', 'Van' and the number of pages, the line that the machine
prints at the top of each, then a letter with a table of hours and rates in guilders.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make import art
from tests.corpus import oldletters as old
from tests.corpus.families import family
from tests.corpus.oldfaxes import BUREAUS, OFFERS, PROJECTS, PROVINCES, TOWNS, Job
from tests.corpus.wording import day, figures
from tests.corpus.writer import Writer

Town = tuple[str, str, str, str]
SHORT = ("JAN", "FEB", "MRT", "APR", "MEI", "JUN", "JUL", "AUG", "SEP", "OKT", "NOV", "DEC")
PLANTS = (
    "sender-missing", "recipient-missing", "dates-disagree", "date-weekday-mismatch", "line-arithmetic-mismatch",
    "total-mismatch", "amounts-disagree", "text-illegible", "page-missing",
)  # fmt: skip


@family("tuned", plants=PLANTS)
def write(w: Writer) -> dict[str, Any]:
    dice = w.dice
    w.day = old.working_day(dice, dt.date(1989, 2, 1), dt.date(1999, 10, 29))
    town, offer = dice.choice(TOWNS), dice.random() < 0.5
    job = dice.choice(OFFERS if offer else PROJECTS)
    long = dice.random() < 0.65
    if w.planted("page-missing"):
        w.pages = (1, 3) if long else (1,)
        w.allow("total-mismatch")
    data = _cover(w, town, job, offer)
    data |= _sums(w, job, offer, long) | _text(w, job, offer, long)
    return data


def _phone(w: Writer, before: str, since: str) -> str:
    return (before if w.day < dt.date(1995, 10, 10) else since) + f"{w.dice.randint(11_000, 98_900)}"


def _cover(w: Writer, town: Town, job: Job, offer: bool) -> dict[str, Any]:
    dice = w.dice
    bureau, street, area, seat, *codes = dice.choice(BUREAUS)
    sender, receiver = old.persons(dice, 2, ("", "drs.", "ing.", "ir."))
    codes = codes if offer else [town[1], town[2]]
    phone, fax, theirs = _phone(w, *codes), _phone(w, *codes), f"0{dice.randint(20, 79)}-{dice.randint(211, 688)}{dice.randint(100, 999)}"
    code = f"{area} {dice.choice('ABCEG')}{dice.choice('ABCDEH')}"
    role = "projectleider" if offer else dice.choice(("hoofd afdeling Economische Zaken", "beleidsmedewerker Europese programma's"))
    title = dice.choice(("de heer ", "dhr. ", "mevr. "))
    date = w.date(day(w.day, dice.choice(("long", "figures", "bare"))))
    hidden, nobody = w.planted("sender-missing"), w.planted("recipient-missing")
    logo, line, foot, van, name = "", "", "", "", ""
    if offer and not hidden:
        shown = w.field("sender.organisation", bureau)
        logo, line, van = shown, bureau.upper()[:20], shown
        foot = f"{w.field('sender.address', street)}, {w.field('sender.postcode', code)} {w.field('sender.place', seat)}"
    elif not hidden:
        w.silent("sender.organisation_id", _identifier(w, town[0]))
        own = w.municipality(town[0], "sender", "gemeente " + town[0])
        logo, line, van = w.field("sender.organisation", f"Gemeente {town[0]}"), f"GEM {town[0].upper()}", w.field("sender.organisation", f"Gemeente {town[0]}", own)
    if not hidden:
        signed = old.signatories(w, [sender], [role])[0]
        van, name = f"{signed['name']}, {van}", f"{signed['name']}"
    # The machine's line: its clock, who set it up, its own number.
    clock = f"{w.day.day:02}-{SHORT[w.day.month - 1]}-{w.day.year % 100:02}" if dice.random() < 0.6 else f"{w.day.day:02}/{w.day.month:02} '{w.day.year % 100:02}"
    time = f"{dice.randint(8, 17):02}:{dice.randint(0, 59):02}"
    rows = [
        ("Aan", "" if nobody else _to(w, town, offer)),
        ("T.a.v.", "" if nobody else w.field("recipient.person", receiver, title + receiver)),
        ("Faxnr.", theirs),
        ("Van", van),
        ("Telefoon", "" if hidden else w.field("sender.phone", phone)),
        ("Ons faxnr.", "" if hidden else fax),
        ("Datum", date),
        ("Betreft", w.field("subject", dice.choice(job.subjects))),
    ]
    return {
        "logo": logo, "foot": foot, "rows": [row for row in rows if row[0] not in ("Telefoon", "Ons faxnr.") or row[1]],
        "machine": [f"{clock} {time}", line, "" if hidden else fax],
        "title": dice.choice(("TELEFAX", "FAXBERICHT", "F A X")), "of": dice.choice((True, False)),
        "signed": (name, role if hidden else ""), "role": "" if hidden else signed["role"],
        "signature": art.signature(dice.randrange(10_000), "#111111"),
        "font": dice.choice(("Liberation Sans", "TeX Gyre Heros", "Courier Prime Code")), "boxed": dice.random() < 0.5,
    }  # fmt: skip


def _identifier(w: Writer, town: str) -> str:
    item = registers.municipality(town, w.day)
    assert item
    return item.identifier


def _to(w: Writer, town: Town, offer: bool) -> str:
    w.either["recipient.role"] = [None]
    if offer:
        w.silent("recipient.organisation_id", _identifier(w, town[0]))
        return w.field("recipient.organisation", f"Gemeente {town[0]}", w.municipality(town[0], "recipient", "Gemeente " + town[0])) + ", " + w.field("recipient.role", "Openbare Werken")
    w.silent("recipient.organisation_id", PROVINCES[town[3]])
    return w.field("recipient.organisation", f"Provincie {town[3]}") + ", " + w.field("recipient.role", "bureau Europese programma's")


def _sums(w: Writer, job: Job, offer: bool, long: bool) -> dict[str, Any]:
    dice = w.dice
    sign = dice.choice(("f", "Hfl."))
    vat = Decimal("18.5") if w.day < dt.date(1992, 10, 1) else Decimal("17.5")
    names = dice.sample(job.rows, dice.randint(3, len(job.rows)))
    rates = [Decimal(dice.randint(13, 34) * 5) for _ in names]
    wrong, off = dice.randrange(len(names)), Decimal(dice.choice((90, 450, 900)))
    hours = [dice.randint(4, 42) * 8 for _ in names]
    net = sum((hour * rate for hour, rate in zip(hours, rates, strict=True)), Decimal(0))
    tax = (net * vat / 100).quantize(Decimal("0.01")) if offer else Decimal(0)
    total = net + tax + (off if w.planted("total-mismatch") else 0)
    told = total + 10 * off if w.planted("amounts-disagree") else total
    # The cover says the total first, so that it is the first line of the record.
    whole = old.gulden(w, "Totaal", "total", total)
    if told != total:
        w.either[f"{whole.path}.amount"] = [f"{told:.2f}"]
    share = dice.choice((40, 45, 50))
    money = "" if offer or not long else _asked(w, share, net, sign)
    rows = []
    for number, (name, hour, rate) in enumerate(zip(names, hours, rates, strict=True)):
        stated = hour + 16 if number == wrong and w.planted("line-arithmetic-mismatch") else hour
        line = old.gulden(w, name, "item", hour * rate, unit="uren", quantity=str(stated), unit_price=rate)
        w.either[f"{line.path}.unit"] = ["uur", "Uren"]
        rows.append([line.description(name), str(stated), figures(rate), line.amount(figures(hour * rate))])
    if offer:
        for text, kind, amount in (("Subtotaal", "subtotal", net), (f"BTW {figures(vat, '')}%".replace("50%", "5%"), "item", tax)):
            line = old.gulden(w, text, kind, amount)
            rows.append([line.description(text), "", "", line.amount(figures(amount))])
    rows.append([whole.description("Totaal"), "", "", whole.amount(figures(total))])
    return {
        "table": w.table(["Activiteit", "Uren", "Tarief", f"Bedrag ({sign})"], rows),
        "total": whole.amount(old.typed(told, sign, ",00")),
        "money": money if offer or long else _asked(w, share, net, sign),
    }  # fmt: skip


def _asked(w: Writer, share: int, net: Decimal, sign: str) -> str:
    grant = net * share / 100
    ask, own = old.gulden(w, "Europese bijdrage", "item", grant), old.gulden(w, "eigen bijdrage", "item", net - grant)
    return f"Van de begroting vragen wij {share}% uit het structuurfonds, ofwel een {ask.description('Europese bijdrage')} van {ask.amount(old.typed(grant, sign, ',00'))}. De {own.description('eigen bijdrage')} van {own.amount(old.typed(net - grant, sign, ',00'))} is in de gemeentebegroting opgenomen."


def _text(w: Writer, job: Job, offer: bool, long: bool) -> dict[str, Any]:
    dice = w.dice
    met = old.days_before(dice, w.day, 3, 30)
    when = old.on_weekday(met, wrong=w.planted("date-weekday-mismatch"))
    later = w.day + dt.timedelta(days=dice.choice((1, 2, 4)))
    shown = day(later) if w.planted("dates-disagree") else w.date(day(w.day))
    if w.plant == "dates-disagree":
        w.either["date"] = [later.isoformat()]
    words = "is dit onderwerp reeds kort aan de orde geweest"
    blot = w.smudge("", words) if w.planted("text-illegible") else words
    term = w.day + dt.timedelta(days=dice.randint(20, 60))
    until = "Deze aanbieding is geldig tot {}." if offer else "In verband met de vergadering van het comité zien wij uw reactie graag tegemoet vóór {}."
    note = dice.choice((
        "Hierbij ontvangt u {} voor {}. Het totaalbedrag komt uit op",
        "In aansluiting op ons telefoongesprek treft u hierbij {} aan voor {}. De kosten bedragen in totaal",
    )).format(dice.choice(("onze offerte", "onze prijsopgave")) if offer else dice.choice(("ons projectvoorstel", "het voorstel")), job.name)  # fmt: skip
    return {
        "note": note,
        "tail": dice.choice(("Indien deze fax niet goed leesbaar of onvolledig is, gelieve u contact op te nemen met bovenstaand nummer.", "Bij onjuiste of onvolledige ontvangst s.v.p. onmiddellijk bellen.")),
        "date": shown,
        "salute": dice.choice(("Geachte heer, mevrouw,", "Geachte heer/mevrouw,", "L.S.,")),
        "first": [f"Tijdens onze bespreking van {when} {blot}. Zoals afgesproken leggen wij thans een uitgewerkt voorstel aan u voor.", *job.texts],
        "intro": "De opbouw van de kosten vindt u op de laatste bladzijde van dit faxbericht." if long else "De kosten zijn als volgt opgebouwd:",
        "sheet": dice.choice(("KOSTENOPZET", "BEGROTING", "Specificatie van kosten")), "under": "Tarieven per uur, inclusief reis- en verblijfkosten en exclusief omzetbelasting." if offer else "Tarieven per uur, inclusief een opslag voor indirecte kosten.",
        "more": [*(job.more if long else job.more[:1]), until.format(day(term))],
        "long": long,
    }  # fmt: skip
