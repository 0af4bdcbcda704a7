"""A safety region, the police or a public health service writes to a mayor; released under the Woo.

A4 in Open Sans: sender's block at the top right, references as label and value, a classification
with boxes to tick, thick rules; whole paragraphs, names, numbers and signatures are covered.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

from tests.corpus import released, wording
from tests.corpus import released_texts as safety
from tests.corpus.families import family
from tests.corpus.writer import Writer

PLANTS = (
    "personal-data-exposed", "municipality-unknown", "sender-missing", "redaction-ground-odd",
    "text-illegible", "redaction-without-ground", "recipient-missing", "redaction-leak",
    "postcode-invalid",
)  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Setting:
    """One letter's sender, towns and people, drawn before anything is written."""

    body: safety.Body
    case: safety.Case
    town: str
    other: str
    unknown: str
    persons: list[released.Person]


@family("tuned", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    w.day = released.workday(dt.date(w.dice.choice((2022, 2023, 2024)), w.dice.randint(6, 11), w.dice.randint(2, 26)))
    w.style = w.dice.choice(("black", "colour", "pen", "white-out", "grey"))
    w.leak = w.planted("redaction-leak")
    release = released.Release("Woo", w.dice.choice(("dotted", "short", "short", "words")))
    region = w.dice.choice(safety.REGIONS)
    number = w.dice.randrange(3)
    towns = w.dice.sample(region.towns, 2)
    setting = Setting(region.bodies[number], safety.CASES[number], *towns, region.unknown, released.people(w.dice, 5))
    nameless = w.planted("sender-missing")
    data = {"mark": released.blocks(w.dice, ("#b3122b", "#1f3f77")), "nameless": nameless}
    data |= _head(w, release, setting, nameless) | _recipient(w, release, setting)
    data |= _text(w, release, setting) | _closing(w, release, setting, nameless)
    return data


def _head(w: Writer, release: released.Release, setting: Setting, nameless: bool) -> dict[str, Any]:
    body, contact = setting.body, setting.persons[0]
    number = f"{w.dice.choice(('Z', 'UIT', 'D'))}{w.day.year}-{w.dice.randint(10000, 99999)}"
    line, mobile = w.dice.choice(("Contactpersoon", "Behandeld door")), released.mobile(w.dice)
    references = [["Datum", w.date(wording.day(w.day))], ["Ons kenmerk", w.field("references.ours", number)]]
    if nameless:
        return {"block": [], "references": references, "title": ""}
    if body.official != body.name:
        w.either["sender.organisation"] = [body.name]
    w.silent("sender.organisation_id", body.identifier)
    block = [
        w.field("sender.address", body.address),
        f"{w.field('sender.postcode', body.postcode)} {w.field('sender.place', body.place)}",
        f"T {w.field('sender.phone', body.phone)}",
    ]
    references += [
        [line, release.hide(w, "person", contact.whole)],
        ["Telefoon", release.hide(w, "contact", mobile)],
        ["E-mail", release.hide(w, "contact", contact.mail("voorbeeld.nl"))],
    ]
    return {"block": block, "references": references, "title": w.field("sender.organisation", body.official, body.name)}


def _recipient(w: Writer, release: released.Release, setting: Setting) -> dict[str, Any]:
    mayor = setting.persons[1]
    if w.planted("recipient-missing"):
        return {"address": [], "dear": "Geachte heer, mevrouw,"}
    line, postcode, place = released.postal(setting.town, w)
    if w.planted("postcode-invalid"):
        postcode = f"{postcode[:5]}SS"
    w.silent("recipient.organisation_id", released.identifier(setting.town, w))
    town = w.field("recipient.organisation", f"Gemeente {setting.town}", "Gemeente " + w.municipality(setting.town, "recipient"))
    return {
        "address": [
            town,
            f"t.a.v. {w.field('recipient.role', 'de burgemeester')}, {release.hide(w, 'person', mayor.name)}",
            w.field("recipient.address", line),
            f"{w.field('recipient.postcode', postcode)} {w.field('recipient.place', place.upper())}",
        ],
        "dear": "Geachte burgemeester,",
    }


def _text(w: Writer, release: released.Release, setting: Setting) -> dict[str, Any]:
    case = setting.case
    asked = released.workday(w.day - dt.timedelta(days=w.dice.randint(9, 24)))
    event = w.day - dt.timedelta(days=w.dice.randint(30, 50))
    street = f"{w.dice.choice(safety.STREETS)} {w.dice.randint(3, 148)}"
    first, second = (Decimal(w.dice.randrange(14, 96) * 125) for _ in range(2))
    dated = any("{born}" in text for _, texts in case.sections for text in texts)
    mobile, born = released.mobile(w.dice), wording.day(dt.date(w.dice.randint(1958, 1999), w.dice.randint(1, 12), w.dice.randint(1, 28)))
    phone = mobile if w.planted("personal-data-exposed") else release.hide(w, "contact", mobile)
    bare = "" if w.planted("redaction-without-ground") else None
    odd = "10.2.e" if w.planted("redaction-ground-odd") else None
    blot = w.planted("text-illegible")
    other = setting.unknown if w.planted("municipality-unknown") else w.municipality(setting.other, "mentioned")
    lines = [w.budget(case.posts[0], "item", first), w.budget(case.posts[1], "item", None)]
    values = {
        "asked": w.field("replies_to", asked.isoformat(), wording.day(asked)) if case.replies else "",
        "event": wording.day(event, w.dice.choice(("weekday", "long"))),
        "address": release.hide(w, "contact", street, bare),
        "person": release.hide(w, "person", setting.persons[2].name, odd),
        "neighbour": release.hide(w, "person", setting.persons[3].whole),
        "born": release.hide(w, "person", born) if dated else "",
        "phone": phone,
        "other": other,
        "first": lines[0].amount(wording.euro(first, "cents")),
        "second": lines[1].amount(release.hide(w, "amount", wording.euro(second, "cents"))),
        "blot": w.smudge("", case.blot) if blot else case.blot,
        "secret": release.hide(w, "passage", case.secret, "5.1.2.d"),
        "opinion": release.hide(w, "passage", case.opinion),
    }
    return {
        "subject": w.field("subject", w.dice.choice(case.subjects)),
        "classified": w.dice.choice((1, 2)),
        "sections": [[title, [text.format(**values) for text in texts]] for title, texts in case.sections],
        "advice": list(case.advice),
        "end": case.end,
    }  # fmt: skip


def _closing(w: Writer, release: released.Release, setting: Setting, nameless: bool) -> dict[str, Any]:
    open_name = w.dice.random() < 0.4
    if nameless:
        return {"signed": []}
    signer = setting.persons[4]
    name = w.field("sender.person", signer.name) if open_name else release.hide(w, "person", signer.name)
    scrawl = release.hide(w, "signature", "handtekening")
    return {"signed": [scrawl, name, w.field("sender.role", setting.body.role)]}
