"""An environment service to a firm on an inspection, an order or a permit: logo left, references in a column on the right, released with covers."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from samples.make import art
from tests.corpus import circulars
from tests.corpus.environment_cases import CASES, FIRMS, SERVICES, STREETS, Case, Service
from tests.corpus.families import family
from tests.corpus.wording import day, in_words
from tests.corpus.writer import STYLES, Writer

PLANTS = (
    "reference-missing",
    "deadline-passed",
    "sender-signature-mismatch",
    "postcode-invalid",
    "postcode-place-mismatch",
    "enumeration-count-mismatch",
    "date-in-future",
    "personal-data-exposed",
    "redaction-ground-odd",
    "redaction-leak",
)
PRINTED = {"5.1.2.e": ("5.1.2e", "5.1.2.e", "art. 5.1 lid 2 sub e"), "10.2.e": ("10.2.e", "10.2 e", "(10)(2e)")}


@dataclasses.dataclass(frozen=True, slots=True)
class Ground:
    """The privacy ground of the act in force on the day, in one spelling throughout the letter."""

    code: str
    printed: str

    def other(self) -> tuple[str, str]:
        """That of the other act, which cannot be in the same release."""
        code = "10.2.e" if self.code == "5.1.2.e" else "5.1.2.e"
        return code, PRINTED[code][0]

    @property
    def both(self) -> tuple[str, str]:
        return self.code, self.printed


@family("tuned", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    """One letter; the kind of case decides its tone."""
    service, case = w.dice.choice(SERVICES), w.dice.choice(CASES)
    w.day = circulars.random_day(w.dice, service.first, dt.date(2025, 11, 1))
    w.style, w.leak = w.dice.choice(STYLES), w.planted("redaction-leak")
    code = "5.1.2.e" if w.day >= dt.date(2022, 5, 1) else "10.2.e"
    ground = Ground(code, w.dice.choice(PRINTED[code]))
    town, place, first, count = w.dice.choice(service.towns)
    inspector, contact, leader = circulars.people(w.dice, 3)
    street = f"{w.dice.choice(STREETS)} {w.dice.randint(1, 98)}"
    w.silent("sender.organisation_id", service.identifier)
    palette = w.dice.choice((("#00695c", "#8bc34a"), ("#1b5e87", "#7cb342"), ("#4a5d23", "#f9a825")))
    return {
        "ink": palette[0],
        "mark": circulars.leaf_mark(*palette),
        "name": w.field("sender.organisation", service.name),
        "foot": _foot(w, service),
        "to": _to(w, service, (street, place, first + w.dice.randrange(count)), contact, ground),
        "labels": _labels(w, case, inspector, ground),
        **_body(w, case, street, town, ground),
        **_closing(w, service, town, leader, ground),
    }


def _foot(w: Writer, service: Service) -> list[str]:
    street, postcode, place = circulars.address(service.postal)
    return [
        f"{w.field('sender.address', street)}, {w.field('sender.postcode', postcode)} {w.field('sender.place', place)}",
        f"T {w.field('sender.phone', circulars.phone(w.dice))}",
        w.field("sender.email", f"info@{service.domain}"),
    ]


def _to(w: Writer, service: Service, at: tuple[str, str, int], contact: circulars.Person, ground: Ground) -> list[str]:
    street, place, number = at
    letters = f"{w.dice.choice('ABCEGHJKLNPRTVWXZ')}{w.dice.choice('BCEGHJKLNPRTVWXZ')}"
    away = w.dice.choice([other for other in SERVICES if other.identifier != service.identifier]).towns[0][2]
    missing = w.dice.choice(("0512", "2499", "6209", "8155"))
    shown = f"{number} {letters}"
    if w.planted("postcode-invalid"):
        shown = f"{missing} {letters}"
        w.allow("postcode-place-mismatch")
    if w.planted("postcode-place-mismatch"):
        shown = f"{away} {letters}"
    firm = w.dice.choice(FIRMS).format(name=contact.surname.removeprefix("Van "))
    caps = place.upper() if w.dice.random() < 0.6 else place
    return [
        w.field("recipient.organisation", firm),
        f"T.a.v. {w.cover('person', contact.name, *ground.both)}",
        w.field("recipient.address", street),
        f"{w.field('recipient.postcode', shown)} {w.field('recipient.place', caps)}",
    ]


def _date(w: Writer) -> str:
    if not w.planted("date-in-future"):
        return w.date(day(w.day))
    w.allow("deadline-passed")
    future = w.day.replace(year=w.day.year + 20, day=min(w.day.day, 28))
    return w.field("date", future.isoformat(), day(future))


def _labels(w: Writer, case: Case, inspector: circulars.Person, ground: Ground) -> list[list[str]]:
    number = f"{w.dice.choice(('D', 'Z', 'UIT'))}{w.dice.choice(('-', ''))}{w.day.year % 100}{w.dice.randint(100_000, 999_999)}"
    olo = f"OLO {w.dice.randint(2_000_000, 7_999_999)}"
    ours = "" if w.planted("reference-missing") else w.field("references.ours", number)
    rows = [["Datum", _date(w)], ["Ons kenmerk", ours]]
    if case.replies:
        rows.append(["Uw kenmerk", w.field("references.yours", olo)])
    rows += [
        ["Zaaknummer", f"{w.dice.randint(1000, 9999)}-{w.day.year}"],
        ["Behandeld door", w.cover("person", inspector.name, *ground.both)],
        ["Doorkiesnummer", w.cover("contact", f"06-{w.dice.randint(10_000_000, 59_999_999)}", *ground.both)],
        ["Bijlagen", "geen"],
    ]
    if w.dice.random() < 0.4:
        rows[0], rows[1] = rows[1], rows[0]
    return [*rows, ["Onderwerp", w.field("subject", w.dice.choice(case.subjects))]]


def _body(w: Writer, case: Case, street: str, town: str, ground: Ground) -> dict[str, Any]:
    visit = circulars.random_day(w.dice, w.day - dt.timedelta(40), w.day - dt.timedelta(6))
    before = circulars.workday(w.day - dt.timedelta(w.dice.randint(44, 80)))
    ahead, behind = w.dice.choice((14, 21, 28, 42)), w.dice.randint(5, 60)
    by = w.day - dt.timedelta(behind) if w.planted("deadline-passed") else circulars.workday(w.day + dt.timedelta(ahead))
    points = [case.points[at] for at in sorted(w.dice.sample(range(len(case.points)), w.dice.choice((2, 3, 4))))]
    count = len(points) + (1 if w.planted("enumeration-count-mismatch") else 0)
    fine = w.dice.choice((500, 1000, 2500, 5000))
    attendant, neighbour = circulars.people(w.dice, 2)
    mobile = f"06 {w.dice.randint(10, 58)} {w.dice.randint(10, 99)} {w.dice.randint(10, 99)} {w.dice.randint(10, 99)}"
    earlier = w.field("replies_to", before.isoformat(), day(before)) if case.replies else day(before)
    given = {
        "visit": day(visit, w.dice.choice(("long", "weekday"))), "before": earlier, "street": street, "by": day(by),
        "count": in_words(count), "fine": f"{fine:,}".replace(",", "."), "most": f"{fine * 5:,}".replace(",", "."),
    }  # fmt: skip
    who = w.cover("person", attendant.formal, *(ground.other() if w.planted("redaction-ground-odd") else ground.both))
    reach = mobile if w.planted("personal-data-exposed") else w.cover("contact", mobile, *ground.both)
    paragraphs = [text.format(**given) for text in case.paragraphs]
    also = w.dice.choice(
        (
            f"Uw vestiging werd vertegenwoordigd door {who} (telefoon {reach}), die de gelegenheid heeft gehad een toelichting te geven.",
            f"Wij hebben hierover gesproken met {who}, telefonisch bereikbaar onder nummer {reach}. Het verslag daarvan maakt deel uit van het dossier.",
        )
    )
    aside = w.cover("person", neighbour.formal, *ground.both)
    return {
        "opening": [case.opening.format(**given), also],
        "lead": case.lead.format(**given),
        "points": [*(point.rstrip(";.") + ";" for point in points[:-1]), points[-1].rstrip(";.") + "."],
        "after": [
            case.demand.format(**given),
            *paragraphs,
            f"Omgevingsdienst en brandweer werken samen bij het toezicht. Van {aside} ontvangt u mogelijk een afzonderlijk bericht over de "
            "brandveiligheid van het gebouw.",
            f"Onze dienst voert deze taak uit voor de gemeente {w.municipality(town, 'party')}. Voor vragen kunt u het algemene nummer onder aan "
            "deze brief bellen.",
        ],
    }  # fmt: skip


def _closing(w: Writer, service: Service, town: str, leader: circulars.Person, ground: Ground) -> dict[str, Any]:
    other = w.dice.choice([item for item in SERVICES if item.identifier != service.identifier])
    role = w.dice.choice(("teamleider Toezicht en Handhaving", "afdelingshoofd Vergunningverlening", "manager Toezicht"))
    pen, hidden = w.dice.randint(1, 9999), w.dice.random() < 0.5
    hail = w.dice.choice(("Hoogachtend,", "Met vriendelijke groet,"))
    if w.planted("sender-signature-mismatch"):
        body = other.name
        w.either["sender.organisation"] = [other.name]
        w.either["sender.organisation_id"] = [other.identifier]
    else:
        body = w.field("sender.organisation", service.name)
    signer = w.cover("person", leader.name, *ground.both) if hidden else w.field("sender.person", leader.name)
    return {
        "hail": hail,
        "above": [f"Namens burgemeester en wethouders van {w.municipality(town, 'party')},"],
        "signature": w.cover("signature", "Handtekening", *ground.both) if hidden else "",
        "pen": art.signature(pen),
        "signer": [signer, w.field("sender.role", role), body],
    }
