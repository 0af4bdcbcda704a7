"""A reminder to pay, of a municipality or a tax office: one page, address in the left window, a small table, typed on a cheap printer."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make import art
from tests.corpus import circulars, reminder_words
from tests.corpus.families import family
from tests.corpus.wording import account, broken_account, day, euro
from tests.corpus.writer import Writer

PLANTS = (
    "reference-missing",
    "deadline-passed",
    "sender-missing",
    "postcode-invalid",
    "postcode-place-mismatch",
    "iban-invalid",
    "municipality-unknown",
    "date-in-future",
    "total-mismatch",
)
TOWNS = {
    "Zutphen": (7201, 7), "Hulst": (4561, 2), "Kampen": (8261, 7), "Meppel": (7941, 4), "Houten": (3991, 5),
    "Veenendaal": (3901, 7), "Heerenveen": (8441, 8), "Roosendaal": (4701, 8), "Leiden": (2311, 8), "Gouda": (2801, 9),
    "Tiel": (4001, 7), "Culemborg": (4101, 7), "Nieuwegein": (3431, 9), "Apeldoorn": (7311, 7), "Weert": (6001, 6),
    "Roermond": (6041, 5), "Oss": (5341, 9), "Assen": (9401, 8), "Terneuzen": (4531, 3),
}  # fmt: skip
OWN = ("Zutphen", "Hulst", "Kampen", "Meppel", "Veenendaal", "Heerenveen", "Roosendaal", "Terneuzen")
OFFICES = (
    ("so0680", "Belastingsamenwerking Gouwe-Rijnland", "Postbus 1141, 2302 BC Leiden", ("Leiden", "Gouda"), "bsgr.nl"),
    ("so0860", "Tribuut belastingsamenwerking", "Postbus 4160, 7320 AD Apeldoorn", ("Apeldoorn",), "tribuut.nl"),
    ("so0648", "Belastingsamenwerking Rivierenland", "Postbus 18, 4000 AA Tiel", ("Tiel", "Culemborg"), "bsr.nl"),
    ("so0715", "Belastingsamenwerking Gemeenten en Waterschappen", "Postbus 1275, 6040 KG Roermond", ("Roermond", "Weert"), "bsgw.nl"),
    ("so0772", "Belastingsamenwerking Oost-Brabant", "Postbus 154, 5340 AD Oss", ("Oss",), "bs-ob.nl"),
)  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Office:
    """Who collects: its name, identifier, address, the town whose inhabitants it writes to."""

    name: str
    identifier: str
    postal: str
    town: str
    domain: str
    is_municipality: bool


@family("unseen", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    """One reminder to a person or a firm."""
    w.day = circulars.random_day(w.dice, dt.date(2016, 2, 1), dt.date(2026, 3, 1))
    office = _office(w)
    named = not w.planted("sender-missing")
    kind = w.dice.choice(tuple(reminder_words.KINDS))
    words = reminder_words.KINDS[kind]
    head = _letterhead(w, office, named)
    to, salutation = _to(w, office)
    ours = f"{w.dice.choice(('INV', 'B', 'DEB'))}{w.dice.choice(('-', '/', '.'))}{w.day.year}{w.dice.randint(1000, 99999)}"
    customer = str(w.dice.randint(100_000, 9_999_999))
    labels = [
        ["Klantnummer", customer],
        ["Ons kenmerk", "" if w.planted("reference-missing") else w.field("references.ours", ours)],
        ["Dagtekening", _date(w)],
    ]
    return {
        "font": w.dice.choice(("Liberation Sans", "Liberation Mono", "Liberation Serif", "DejaVu Sans")),
        "slip": w.dice.random() < 0.5,
        "head": head,
        "to": to,
        "labels": labels,
        "subject": w.field("subject", w.dice.choice(words.subjects)),
        "salutation": salutation,
        **_body(w, office, words, named),
        "closing": _closing(w, office, named),
    }


def _office(w: Writer) -> Office:
    town = w.dice.choice(OWN)
    identifier, name, postal, towns, domain = w.dice.choice(OFFICES)
    other = w.dice.choice(towns)
    if w.dice.random() < 0.45:
        return Office(name, identifier, postal, other, domain, False)
    item = registers.municipality(town, w.day)
    assert item is not None
    return Office(f"Gemeente {item.name}", item.code.lower(), item.postal_address, town, f"{town.lower()}.nl", True)


def _letterhead(w: Writer, office: Office, named: bool) -> list[str]:
    street, postcode, place = circulars.address(office.postal)
    tel, caps = circulars.phone(w.dice), w.dice.random() < 0.4
    mail = f"{w.dice.choice(('invordering', 'belastingen', 'info'))}@{office.domain}"
    team = w.dice.choice(("Afdeling Belastingen en Invordering", "Team Invordering", "Financiële administratie"))
    if not named:
        return []
    w.silent("sender.organisation_id", office.identifier)
    own = w.field("sender.organisation", office.name, office.name.upper() if caps else office.name)
    if office.is_municipality:
        own = w.municipality(office.town, "sender", own)
    where = w.field("sender.place", circulars.town(place))
    return [
        own,
        team,
        f"{w.field('sender.address', street)}, {w.field('sender.postcode', postcode)} {where}",
        f"Tel. {w.field('sender.phone', tel)} / {w.field('sender.email', mail)}",
    ]


def _to(w: Writer, office: Office) -> tuple[list[str], str]:
    person, owner = circulars.people(w.dice, 2)
    first, count = TOWNS[office.town]
    number = first + w.dice.randrange(count)
    letters = f"{w.dice.choice('ABCEGHJKLNPRTVWXZ')}{w.dice.choice('BCEGHJKLNPRTVWXZ')}"
    street = f"{w.dice.choice(reminder_words.STREETS)} {w.dice.randint(2, 214)}{w.dice.choice(('', '', '', 'a', '-2'))}"
    away = w.dice.choice([town for town in TOWNS if town != office.town])
    missing, shown = w.dice.choice(("0187", "0451", "2499", "8155", "6209")), f"{number} {letters}"
    if w.planted("postcode-invalid"):
        shown = f"{missing} {letters}"
        w.allow("postcode-place-mismatch")
    if w.planted("postcode-place-mismatch"):
        shown = f"{TOWNS[away][0]} {letters}"
    caps = w.dice.random() < 0.7
    city = office.town.upper() if caps else office.town
    where = [w.field("recipient.address", street), f"{w.field('recipient.postcode', shown)}  {w.field('recipient.place', city)}"]
    firm = w.dice.choice(reminder_words.FIRMS).format(name=owner.surname.removeprefix("Van "))
    if w.dice.random() < 0.4:
        name = w.field("recipient.organisation", firm)
        return [name, *w.dice.choice(([], ["t.a.v. de administratie"])), *where], w.dice.choice(("Geachte heer, mevrouw,", "Geachte relatie,"))
    title = "Mevrouw" if person.woman else "De heer"
    hail = f"Geachte {'mevrouw' if person.woman else 'heer'} {person.surname},"
    return [f"{title} {w.field('recipient.person', person.name)}", *where], hail


def _date(w: Writer) -> str:
    said = w.dice.choice(("long", "figures", "padded", "bare"))
    if not w.planted("date-in-future"):
        return w.date(day(w.day, said))
    w.allow("deadline-passed")
    future = w.day.replace(year=w.day.year % 10 + 2030, day=min(w.day.day, 28))
    return w.field("date", future.isoformat(), day(future, said))


def _table(w: Writer, words: reminder_words.Kind, municipal: bool) -> tuple[list[list[str]], str]:
    posts = reminder_words.posts(w.dice, municipal)
    if words.costs:
        dear = sum(amount for _, amount in posts) >= 454
        posts.append(("Aanmaningskosten", Decimal(17 if dear else 8) if w.day.year >= 2019 else Decimal(16 if dear else 7)))
    rows = []
    for name, amount in posts:
        line = w.budget(name, "item", amount)
        rows.append([line.description(name), line.amount(euro(amount, "cents"))])
    total = sum((amount for _, amount in posts), Decimal())
    slip = Decimal(w.dice.choice((9, 10, 27, 90)))
    if w.planted("total-mismatch"):
        total += slip
    shown, word = euro(total, "cents"), w.dice.choice(("Te betalen", "Totaal te betalen", "Openstaand bedrag"))
    line = w.budget(word, "total", total)
    rows.append([line.description(word), line.amount(shown)])
    return w.table(["Omschrijving", "Bedrag"], rows), line.amount(shown)


def _body(w: Writer, office: Office, words: reminder_words.Kind, named: bool) -> dict[str, Any]:
    due = w.day - dt.timedelta(w.dice.randint(18, 60))
    sent = due - dt.timedelta(w.dice.choice((30, 31, 61)))
    ahead, behind = w.dice.choice((10, 14, 15)), w.dice.randint(5, 30)
    by = w.day - dt.timedelta(behind) if w.planted("deadline-passed") else circulars.workday(w.day + dt.timedelta(ahead))
    number = w.dice.randint(10_000_000, 9_999_999_999)
    bank = w.dice.choice(("BNGH", "INGB", "ABNA", "RABO"))
    iban = broken_account(bank, number) if w.planted("iban-invalid") else account(bank, number)
    key = " ".join(str(w.dice.randint(1000, 9999)) for _ in range(4))
    table, total = _table(w, words, office.is_municipality)
    elsewhere = w.dice.choice(("Ommen", "Raalte", "Buren", "Borne", "Vught", "Goirle", "Tholen"))
    bogus = w.dice.choice(("Kootwijkerbroek", "Emmer-Compascuum", "Wolfheze", "Rossumerveld", "Hoogeind"))
    place = bogus if w.planted("municipality-unknown") else w.municipality(elsewhere, "mentioned")
    behalf = ""
    if not office.is_municipality and named:
        behalf = f"Wij heffen en innen namens de gemeente {w.municipality(office.town, 'party')}. "
    given = {"due": day(due), "sent": day(sent), "by": day(by, w.dice.choice(("long", "weekday"))), "iban": iban, "key": key, "total": total}
    return {
        "before": [behalf + w.dice.choice(words.openings).format(**given)],
        "table": table,
        "after": [
            w.dice.choice(reminder_words.PAY).format(**given),
            w.dice.choice(words.threats),
            f"{w.dice.choice(reminder_words.CROSSED)} Een betalingsregeling die u eerder met de gemeente {place} trof, geldt niet voor dit bedrag.",
            w.dice.choice(reminder_words.QUESTIONS),
        ],
        "slip_rows": [["Rekeningnummer", iban], ["Betalingskenmerk", key], ["Bedrag", total]],
    }  # fmt: skip


def _closing(w: Writer, office: Office, named: bool) -> dict[str, Any]:
    signer, pen = circulars.people(w.dice, 1)[0], w.dice.randint(1, 9999)
    role = w.dice.choice(("invorderingsambtenaar", "ambtenaar belast met de invordering", "hoofd Invordering"))
    hail, signed = w.dice.choice(("Hoogachtend,", "Met vriendelijke groet,")), w.dice.random() < 0.55
    if not named:
        return {"hail": hail, "lines": [], "pen": art.signature(pen) if signed else ""}
    if not signed:
        return {"hail": "", "lines": ["Deze brief is automatisch aangemaakt en daarom niet ondertekend."], "pen": ""}
    own = w.field("sender.organisation", office.name, office.name)
    title = w.field("sender.role", role)
    return {"hail": hail, "lines": [own, w.field("sender.person", signer.name), title], "pen": art.signature(pen)}
