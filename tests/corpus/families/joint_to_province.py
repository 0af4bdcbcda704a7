"""Several municipalities apply to their province together.

Centred letterhead of the one that holds the pen, dateline, names in running text and works in
bullets, sums as 'EUR 12.500' and '12.500 euro'; everybody signs, side by side.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make import art
from tests.corpus import asking
from tests.corpus.asking import series, town
from tests.corpus.asking_texts import joint_to_province as texts
from tests.corpus.families import family
from tests.corpus.wording import day, euro, in_words
from tests.corpus.writer import Writer

PLANTS = (
    "sender-signature-mismatch", "municipality-count-mismatch", "amounts-disagree", "total-mismatch", "municipality-unknown",
    "date-weekday-mismatch", "enumeration-count-mismatch", "dates-disagree", "recipient-missing",
)  # fmt: skip


@family("unseen", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    """The letter of two to five municipalities to gedeputeerde staten."""
    dice = w.dice
    subject = dice.choice(texts.SUBJECTS)
    year = dice.randint(2014, 2024)
    w.day = asking.workday(dice, w.day.replace(year=year, month=1, day=10), w.day.replace(year=year, month=11, day=20))
    region = dice.choice(asking.REGIONS)
    lead, dialling = dice.choice(region.leads)
    others = [name for name in region.towns if name != lead]
    dice.shuffle(others)
    spare, example, *others = others
    towns = [lead, *others[: dice.randint(2, 4)]]
    heads = _head(w, subject, lead, dialling, region.province)
    opening = _opening(w, subject, towns, region.name)
    works = _works(w, subject, towns)
    return heads | opening | works | _rest(w, subject, example) | _signed(w, subject, towns, spare)


def _head(w: Writer, subject: texts.Subject, lead: str, dialling: str, province: str) -> dict[str, Any]:
    dice = w.dice
    name = asking.write_sender(w, lead)
    line, postcode, place = asking.postal(lead, w.day)
    phone = f"{dialling} - {asking.subscriber(dice, dialling)}"
    foot = " · ".join(
        [
            w.field("sender.address", line),
            f"{w.field('sender.postcode', postcode)} {w.field('sender.place', place)}",
            f"telefoon {w.field('sender.phone', phone)}",
            w.field("sender.email", f"{dice.choice(('info', 'gemeente', 'bestuur'))}@{asking.web_name(lead)}.nl"),
        ]
    )
    shape = dice.choice(("long", "weekday", "long"))
    other = asking.after(w.day, dice.choice((-6, 7, 15)))
    shown, again = w.date(day(w.day, shape)), w.date(day(w.day))
    if w.planted("dates-disagree"):
        again = day(other)
        w.either["date"] = [other.isoformat()]
    reference = dice.choice((f"U{w.day:%y}.{dice.randint(1000, 9999)}", f"{dice.randint(200000, 899999)}/{w.day:%y}", None))
    ours = None if reference is None else w.field("references.ours", reference)
    return {
        "name": name,
        "foot": foot,
        "serif": dice.random() < 0.5,
        "ink": dice.choice(("#1f3a5f", "#5b1a1a", "#2b2b2b", "#37552b")),
        "dateline": f"{place}, {shown}",
        "again": again,
        "ours_label": dice.choice(("Kenmerk", "Nummer", "Ons kenmerk")),
        "ours": ours,
        "subject_label": dice.choice(("Betreft", "Onderwerp")),
        "subject": w.field("subject", dice.choice(subject.titles)),
        "to": _recipient(w, province),
    }


def _recipient(w: Writer, province: str) -> list[str]:
    dice = w.dice
    attention = dice.random() < 0.4
    officer = asking.person(dice, ("de heer", "mevrouw"))
    if w.planted("recipient-missing"):
        return []
    body = registers.body(f"Provincie {province}", w.day)
    w.silent("recipient.organisation_id", body.identifier)
    lines = [w.field("recipient.organisation", body.name), w.field("recipient.role", "Gedeputeerde Staten")]
    if attention:
        title = officer.split(" ")[0] if officer.startswith("mevrouw") else "de heer"
        bare = officer.removeprefix(title).strip()
        lines.append(f"t.a.v. {title} {w.field('recipient.person', bare)}")
    lines.append(w.field("recipient.address", body.postal_address))
    return [*lines, f"{w.field('recipient.postcode', body.postcode)} {w.field('recipient.place', body.place)}"]


def _opening(w: Writer, subject: texts.Subject, towns: list[str], region: str) -> dict[str, Any]:
    dice = w.dice
    template = dice.choice(subject.openings)
    wrong = len(towns) + dice.choice((-1, 1, 2))
    count = wrong if w.planted("municipality-count-mismatch") else len(towns)
    marked = [town(w, name, "party" if place else "sender") for place, name in enumerate(towns)]
    held = asking.after(w.day, -dice.randint(15, 45))
    false = asking.after(held, 1) if held.weekday() < 4 else asking.after(held, -1)
    meeting = day(held, "weekday")
    if w.planted("date-weekday-mismatch"):
        meeting = f"{day(false, 'weekday').split(' ')[0]} {day(held)}"
    return {
        "opening": template.format(names=series(marked), region=region, scheme=subject.scheme),
        "reasons": [text.format(region=region, year=w.day.year - 1) for text in subject.reasons],
        "meeting": dice.choice(texts.MEETINGS).format(meeting=meeting, count=in_words(count)),
    }


def _works(w: Writer, subject: texts.Subject, towns: list[str]) -> dict[str, Any]:
    dice = w.dice
    chosen = dice.sample(subject.works, len(towns))
    dash = dice.choice(("code", "code", "word"))
    other = "word" if dash == "code" else "code"
    bullets, whole = [], Decimal(0)
    for place, (name, (words, rest, low, high)) in enumerate(zip(towns, chosen, strict=True)):
        amount = Decimal(dice.randrange(low, high, 500))
        whole += amount
        bare = words.removeprefix("een ")
        article = words.removesuffix(bare)
        line = w.budget(bare, "item", amount)
        where = town(w, name, "party" if place else "sender", "gemeente ")
        bullets.append(f"{where}: {article}{line.description(bare)} {rest}, {line.amount(euro(amount, dash))}{'.' if place == len(towns) - 1 else ';'}")
    slip = dice.choice((-4500, 1000, 9000, 20000))
    said = whole + slip if w.planted("total-mismatch") else whole
    share = dice.choice((40, 50, 60))
    own = said * share / 100
    wish = said - own
    off = wish + dice.choice((-9000, 4500, 900))
    total, part, asked = w.budget("projectkosten", "total", said), w.budget("eigen bijdrage", "item", own), w.budget("subsidie", "item", wish)
    again = asked.amount(euro(wish, dash))
    if w.planted("amounts-disagree"):
        again = euro(off, dash)
        w.either[f"{asked.path}.amount"] = [f"{off:.2f}"]
    sums = dice.choice(texts.SUMS).format(
        total=total.description("projectkosten"), total_sum=total.amount(euro(said, dash)),
        own=part.description("eigen bijdrage"), own_sum=part.amount(euro(own, other)), share=share,
        asked=asked.description("subsidie"), asked_sum=asked.amount(euro(wish, other)),
    )  # fmt: skip
    return {"works_intro": dice.choice(texts.WORKS_INTRO), "works": bullets, "sums": sums, "request": dice.choice(texts.REQUESTS).format(amount=again)}


def _rest(w: Writer, subject: texts.Subject, example: str) -> dict[str, Any]:
    dice = w.dice
    terms = dice.sample(subject.conditions, dice.choice((3, 4)))
    wrong = len(terms) + dice.choice((1, -1))
    count = wrong if w.planted("enumeration-count-mismatch") else len(terms)
    invented = f"gemeente {dice.choice(asking.NO_MUNICIPALITIES)}"
    where = invented if w.planted("municipality-unknown") else town(w, example, "mentioned", "gemeente ")
    return {
        "example": f"{dice.choice(('Wij hebben ons laten inspireren door de', 'Een goed voorbeeld zien wij in de'))} {where}, {dice.choice(subject.examples)}.",
        "terms_intro": f"Aan de toekenning zouden wat ons betreft de volgende {in_words(count)} voorwaarden verbonden kunnen worden:",
        "terms": [f"{text}{'.' if place == len(terms) - 1 else ';'}" for place, text in enumerate(terms)],
    }


def _signed(w: Writer, subject: texts.Subject, towns: list[str], spare: str) -> dict[str, Any]:
    dice = w.dice
    signing = towns[: dice.choice((2, 3, len(towns)))][:3]
    persons = asking.persons(dice, len(signing), ("", "", "drs.", "ir."))
    roles = dice.choice((["burgemeester"] * 3, [f"wethouder {subject.portfolio}"] * 3, ["burgemeester", "wethouder", "wethouder"]))[: len(signing)]
    names = [town(w, name, "party" if place else "sender", "gemeente ") for place, name in enumerate(signing)]
    if w.planted("sender-signature-mismatch"):
        names[0] = town(w, spare, "mentioned", "gemeente ")
        w.either["sender.organisation"] = [f"Gemeente {spare}"]
        w.either["sender.organisation_id"] = [registers.municipality(spare, w.day).identifier]
    whole, all_roles = "; ".join(persons), "; ".join(roles)
    return {
        "signed": [
            {"for": f"{'Namens de' if place == 0 else 'namens de'} {name},", "person": w.field("sender.person", whole, one), "role": w.field("sender.role", all_roles, role), "pen": art.signature(dice.randint(1, 999))}
            for place, (name, one, role) in enumerate(zip(names, persons, roles, strict=True))
        ],
        "greeting": dice.choice(("Hoogachtend,", "Met vriendelijke groet,")),
    }  # fmt: skip
