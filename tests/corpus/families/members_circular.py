"""A circular to all municipalities, of their association or a ministry: title, labels over values, a summary in a tint, numbered sections."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from samples.make import art
from tests.corpus import circular_themes, circulars
from tests.corpus.families import family
from tests.corpus.wording import account, broken_account, day
from tests.corpus.writer import Writer

PLANTS = (
    "date-in-future",
    "sender-missing",
    "municipality-unknown",
    "municipality-not-in-force",
    "enumeration-count-mismatch",
    "enclosure-not-included",
    "postcode-place-mismatch",
    "iban-invalid",
    "body-not-in-force",
)


@dataclasses.dataclass(frozen=True, slots=True)
class Body:
    """Who writes: name, identifier, address, general e-mail and the roles that sign."""

    name: str
    identifier: str | None
    postal: str
    mail: str
    ink: str
    roles: tuple[str, ...]


VNG = Body(
    "Vereniging van Nederlandse Gemeenten", None, "Postbus 30435, 2500 GK Den Haag", "info@vng.nl", "#003a70",
    ("voorzitter directieraad", "directeur Beleid", "directeur Informatiesamenleving"),
)  # fmt: skip
BZK = Body(
    "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties", "mnre1034", "Postbus 20011, 2500 EA Den Haag",
    "postbus.verkiezingen@minbzk.nl", "#154273", ("directeur Democratie en Bestuur", "directeur Bestuur, Financiën en Regio's"),
)  # fmt: skip
VWS = Body(
    "Ministerie van Volksgezondheid, Welzijn en Sport", "mnre1025", "Postbus 20350, 2500 EJ Den Haag",
    "gemeenten@minvws.nl", "#154273", ("directeur Maatschappelijke Ondersteuning", "directeur-generaal Langdurige Zorg"),
)  # fmt: skip
KINDS = (
    (VNG, circular_themes.contribution),
    (VNG, circular_themes.consultation),
    (VWS, circular_themes.grant),
    (BZK, circular_themes.election),
)


@family("tuned", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    """One circular; which body writes decides what it is about."""
    body, theme = w.dice.choice(KINDS)
    w.day = circulars.random_day(w.dice, dt.date(2009, 3, 1), dt.date(2025, 10, 1))
    said = w.dice.choice(("long", "padded", "figures")) if body is VNG else "long"
    if w.planted("date-in-future"):
        future = w.day.replace(year=w.day.year % 10 + 2030, day=min(w.day.day, 28))
        shown = w.field("date", future.isoformat(), day(future, said))
        w.allow("deadline-passed", "body-not-in-force")
    else:
        shown = w.date(day(w.day, said))
    named = not w.planted("sender-missing")
    told = theme(w)
    return {
        "ink": body.ink,
        "letterhead": _letterhead(w, body, named),
        "mark": circulars.blocks_mark(body.ink, "#e4032e") if body is VNG else art.state_mark(),
        "title": w.dice.choice(("Brief aan de leden", "Ledenbrief")) if body is VNG else "Circulaire",
        "to": _to(w),
        "labels": _labels(w, body, shown, told.subject),
        "summary": told.summary,
        "sections": told.sections,
        "salutation": w.dice.choice(("Geacht college,", "Geachte colleges,", "Geachte leden van het college,")),
        "enclosures": _enclosures(w),
        **_closing(w, body, named),
    }


def _letterhead(w: Writer, body: Body, named: bool) -> dict[str, Any]:
    street, postcode, place = circulars.address(body.postal)
    number = w.dice.randint(100_000_000, 999_999_999)
    tel = circulars.phone(w.dice, "070")
    wrong = w.dice.choice(("7300 EA", "3500 GK", "9700 AC", "5200 GZ"))
    if w.planted("postcode-place-mismatch"):
        postcode = wrong
    bank = broken_account if w.planted("iban-invalid") else account
    account_line = f"IBAN {bank('BNGH', number)}"
    if not named:
        return {"name": "", "footer": [account_line]}
    w.silent("sender.organisation_id", body.identifier)
    footer = [
        w.field("sender.organisation", body.name),
        w.field("sender.address", street),
        f"{w.field('sender.postcode', postcode)} {w.field('sender.place', place)}",
        f"T {w.field('sender.phone', tel)}",
        w.field("sender.email", body.mail),
        account_line,
    ]
    return {"name": w.field("sender.organisation", body.name), "footer": footer}


def _to(w: Writer) -> list[str]:
    w.either["recipient.organisation"] = ["alle gemeenten", "Alle gemeenten"]
    w.either["recipient.role"] = [
        "de colleges van burgemeester en wethouders van alle gemeenten",
        "De colleges van burgemeester en wethouders van alle gemeenten",
    ]
    role = w.field("recipient.role", "de colleges van burgemeester en wethouders")
    copy = w.dice.choice((None, "i.a.a. de gemeenteraad", "ter kennisneming aan de griffiers"))
    return [f"Aan {role} van alle gemeenten", *([copy] if copy else [])]


def _labels(w: Writer, body: Body, shown: str, subject: str) -> list[list[str]]:
    year = w.day.year % 100
    number = f"{w.day.year}{w.dice.randint(10_000, 99_999)}"
    ours = {
        VNG.name: f"{w.dice.choice(('ECFD', 'TIS', 'COR', 'BAWI'))}/U{number}",
        BZK.name: f"{w.day.year}-0000{w.dice.randint(100_000, 999_999)}",
        VWS.name: f"{w.dice.randint(100_000, 999_999)}-{w.dice.randint(100_000, 999_999)}-DMO",
    }[body.name]
    circular = f"Lbr. {year:02}/{w.dice.randint(4, 98):03}"
    rows = [["datum", shown], ["ons kenmerk", w.field("references.ours", ours)]]
    if body is VNG:
        rows.append(["ledenbrief", circular])
        w.either["references.ours"] = [circular, f"{ours}, {circular}", f"{ours} {circular}"]
    if w.dice.random() < 0.4:
        w.dice.shuffle(rows)
    rows.append(["bijlage(n)", "1" if w.plant == "enclosure-not-included" else "geen"])
    return [["onderwerp", subject], *rows]


def _enclosures(w: Writer) -> str:
    name = w.dice.choice(("Overzicht per gemeente", "Toelichting op de berekening", "Modelbrief voor de raad"))
    return f"Bijlage: {w.enclosure(name)}" if w.planted("enclosure-not-included") else ""


def _closing(w: Writer, body: Body, named: bool) -> dict[str, Any]:
    first, second = circulars.people(w.dice, 2)
    role = w.dice.choice(body.roles)
    pen, two = w.dice.randint(1, 9999), w.dice.random() < 0.4
    hail = w.dice.choice(("Hoogachtend,", "Met vriendelijke groet,"))
    if not named:
        return {"hail": hail, "above": [], "signers": [], "pens": [art.signature(pen)]}
    if body is not VNG:
        w.either["sender.role"] = [f"De minister van {body.name.removeprefix('Ministerie van ')}"]
        above = [f"De minister van {body.name.removeprefix('Ministerie van ')},", "namens deze,"]
        signers = [[w.field("sender.person", first.name), w.field("sender.role", role)]]
        return {"hail": "Hoogachtend,", "above": above, "signers": signers, "pens": [art.signature(pen)]}
    above = [w.field("sender.organisation", body.name)]
    if not two:
        signers = [[w.field("sender.person", first.name), w.field("sender.role", role)]]
        return {"hail": hail, "above": above, "signers": signers, "pens": [art.signature(pen)]}
    person, roles = f"{first.name}; {second.name}", f"voorzitter; {role}"
    signers = [
        [w.field("sender.person", person, first.name), w.field("sender.role", roles, "voorzitter")],
        [w.field("sender.person", person, second.name), w.field("sender.role", roles, role)],
    ]
    return {"hail": hail, "above": above, "signers": signers, "pens": [art.signature(pen), art.signature(pen + 1)]}
