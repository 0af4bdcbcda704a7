"""A municipality asks a minister for money on behalf of its neighbours.

Letterhead and references in a column at the right of every page; numbers per municipality in a
ruled table; posts in lettered sentences, their total less an own share is what is asked.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make import art
from tests.corpus import asking
from tests.corpus.asking import series, town
from tests.corpus.asking_texts import region_to_minister as texts
from tests.corpus.families import family
from tests.corpus.wording import day, euro, in_words
from tests.corpus.writer import Writer

PLANTS = (
    "recipient-missing", "reference-missing", "sender-signature-mismatch", "municipality-unknown", "municipality-count-mismatch",
    "municipality-missing-from-table", "municipality-only-in-table", "deadline-passed", "total-mismatch", "dates-disagree",
)  # fmt: skip


@family("tuned", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    """The letter of a burgemeester to a minister."""
    topic = w.dice.choice(texts.TOPICS)
    w.day = asking.workday(w.dice, topic.first, topic.last)
    region = w.dice.choice(asking.REGIONS)
    lead, dialling = w.dice.choice(region.leads)
    others = [name for name in region.towns if name != lead]
    w.dice.shuffle(others)
    spare, *others = others
    parties = sorted(others[: w.dice.randint(3, 5)])
    style = w.dice.choice(("comma-dash", "cents", "whole"))
    heads = _head(w, topic, lead, dialling)
    opening = _opening(w, topic, lead, parties, region.name)
    numbers = _numbers(w, topic, [lead, *parties], spare)
    money = _money(w, topic, style)
    return heads | opening | numbers | money | _closing(w, lead, spare, len(parties) + 1)


def _head(w: Writer, topic: texts.Topic, lead: str, dialling: str) -> dict[str, Any]:
    dice = w.dice
    name = asking.write_sender(w, lead)
    line, postcode, place = asking.postal(lead, w.day)
    visit = asking.visiting(lead, w.day)
    for leaf, other in zip(("address", "postcode", "place"), visit, strict=True):
        w.either[f"sender.{leaf}"] = [other]
    phone = f"({dialling}) {asking.subscriber(dice, dialling)}"
    ours = dice.choice((f"{w.day.year}-{dice.randint(10000, 99999)}", f"Z.{dice.randint(10000, 99999)}/D.{dice.randint(100000, 999999)}", f"BEST/{dice.randint(1000, 9999)}"))  # fmt: skip
    other_day = asking.after(w.day, dice.choice((-9, 12, 20)))
    shape = dice.choice(("long", "figures", "long"))
    shown = w.date(day(w.day, shape))
    again = shown
    if w.planted("dates-disagree"):
        again = day(other_day, shape)
        w.either["date"] = [other_day.isoformat()]
    handler = asking.person(dice, ("", "mr.", "drs."))
    no_reference = w.planted("reference-missing")
    labels = [
        ("Datum", shown),
        ("Ons kenmerk", "" if no_reference else w.field("references.ours", ours)),
        (dice.choice(("Contactpersoon", "Behandeld door", "Inlichtingen bij")), handler),
        (dice.choice(("Telefoon", "Doorkiesnummer")), w.field("sender.phone", phone)),
        ("E-mail", w.field("sender.email", f"{dice.choice(('gemeente', 'info', 'postbus'))}@{asking.web_name(lead)}.nl")),
    ]  # fmt: skip
    return {
        "name": name,
        "colour": dice.choice(("#005a8c", "#7a1f3d", "#2e6b34", "#8a5a00")),
        "font": dice.choice(("Open Sans", "Lato", "Carlito")),
        "visit": ["Bezoekadres", visit[0], f"{visit[1]} {visit[2]}"],
        "post": ["Postadres", w.field("sender.address", line), f"{w.field('sender.postcode', postcode)} {w.field('sender.place', place)}"],
        "labels": [{"label": label, "value": value} for label, value in labels],
        "again": again,
        "to": _recipient(w, topic),
        "subject": w.field("subject", dice.choice(topic.subjects)),
        "subject_label": dice.choice(("Onderwerp", "Betreft")),
    }  # fmt: skip


def _recipient(w: Writer, topic: texts.Topic) -> list[str]:
    named = w.dice.random() < 0.5
    if w.planted("recipient-missing"):
        return []
    house = registers.body(topic.ministry, w.day)
    minister = next(m for m in registers.ministers(house.identifier, w.day) if m.function == "minister")
    w.silent("recipient.organisation_id", house.identifier)
    role = f"De minister van {topic.ministry.removeprefix('Ministerie van ')}"
    lines = [w.field("recipient.organisation", topic.ministry, w.field("recipient.role", role))]
    if named:
        person = f"{minister.initials} {minister.whole_surname}"
        lines.append(f"{topic.title(minister.surname)} {w.field('recipient.person', person)}")
    lines.append(w.field("recipient.address", house.postal_address))
    place = w.field("recipient.place", house.place.upper())
    return [*lines, f"{w.field('recipient.postcode', house.postcode)}  {place}"]


def _opening(w: Writer, topic: texts.Topic, lead: str, parties: list[str], region: str) -> dict[str, Any]:
    dice = w.dice
    count = len(parties) + 1
    wrong = count + dice.choice((-1, 1))
    opening = dice.choice(topic.openings)
    if not w.planted("municipality-count-mismatch"):
        wrong = count
    names = series([town(w, name, "party") for name in parties])
    own = town(w, lead, "sender", "gemeente ")
    earlier = Decimal(dice.randrange(40, 120) * 1000)
    background = [text.format(region=region, year=w.day.year - 1) for text in topic.background]
    grant = w.budget("bijdrage", "item", earlier)
    paragraph = dice.choice(texts.EARLIER).format(
        year=w.day.year - 2, description=grant.description("bijdrage"), amount=grant.amount(euro(earlier, "whole"))
    )
    return {
        "opening": opening.format(names=names, own=own, count=in_words(wrong), region=region),
        "background": [*background, paragraph],
    }


def _numbers(w: Writer, topic: texts.Topic, towns: list[str], spare: str) -> dict[str, Any]:
    dice = w.dice
    figures = {name: [dice.randint(low, high) for low, high in topic.ranges] for name in [*towns, spare]}
    gone = dice.randrange(1, len(towns))
    total = dice.random() < 0.5
    rows = list(towns)
    if w.planted("municipality-missing-from-table"):
        rows.pop(gone)
    if w.planted("municipality-only-in-table"):
        rows.insert(gone, spare)
    parts = dict.fromkeys(towns[1:], "party") | {towns[0]: "sender", spare: "mentioned"}
    cells = [[town(w, name, parts[name]), *map(_points, figures[name])] for name in rows]
    if total:
        sums = [sum(figures[name][place] for name in rows) for place in range(len(topic.ranges))]
        cells.append(["Totaal", *map(_points, sums)])
    header = ["Gemeente", *(text.format(year=w.day.year - 1) for text in topic.columns)]
    intro = dice.choice(topic.table_intros).format(year=w.day.year - 1)
    return {"table": w.table(header, cells), "table_intro": intro, "table_total": total}


def _points(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _money(w: Writer, topic: texts.Topic, style: str) -> dict[str, Any]:
    dice = w.dice
    posts = dice.sample(topic.posts, dice.randint(3, 4))
    sums = [Decimal(dice.randrange(low, high, 500)) for _, _, low, high in posts]
    whole = sum(sums, Decimal(0))
    own = Decimal(int(whole * dice.choice((Decimal("0.2"), Decimal("0.25"), Decimal("0.3")))) // 500 * 500)
    slip = dice.choice((-1500, 2000, 10000, 500))
    written = [w.budget(words, "item", amount) for (words, _, _, _), amount in zip(posts, sums, strict=True)]
    said = whole + slip if w.planted("total-mismatch") else whole
    asked = said - own
    named = (("totale kosten", "total", said), ("eigen bijdrage", "item", own), ("rijksbijdrage", "item", asked))
    total, share, wish = [w.budget(*line) for line in named]
    return {
        "posts_intro": dice.choice(texts.POSTS_INTRO).format(count=in_words(len(posts))),
        "posts": [
            (sentence if line is not written[-1] else sentence[:-1] + ".").format(description=line.description(words), amount=line.amount(euro(amount, style)))
            for (words, sentence, _, _), line, amount in zip(posts, written, sums, strict=True)
        ],
        "request": texts.REQUEST.format(
            total=total.description("totale kosten"), total_sum=total.amount(euro(said, style)),
            own=share.description("eigen bijdrage"), own_sum=share.amount(euro(own, style)),
            asked=wish.description("rijksbijdrage"), asked_sum=wish.amount(euro(asked, style)),
        ),
        "repeat": dice.choice(texts.REPEAT).format(amount=wish.amount(euro(asked, style))),
    }


def _closing(w: Writer, lead: str, spare: str, count: int) -> dict[str, Any]:
    dice = w.dice
    start = dt.date(w.day.year + 1, 1, 1) if w.day.month < 11 else dt.date(w.day.year + 1, 7, 1)
    term = asking.after(w.day, dice.randint(40, 60))
    past = asking.after(w.day, -dice.randint(20, 50))
    invented = dice.choice(asking.NO_MUNICIPALITIES)
    example = dice.choice(("Zwolle", "Helmond", "Breda", "Dordrecht", "Leeuwarden"))
    if w.planted("deadline-passed"):
        term = past
    known = f"gemeente {invented}" if w.planted("municipality-unknown") else town(w, example, "mentioned", "gemeente ")
    listed = [w.enclosure(text) for text in ("plan van aanpak", "begroting") if dice.random() < 0.4]
    if listed:
        w.expect("enclosure-not-included")
    signed = asking.person(dice, ("", "drs.", "mr.", "ir."))
    place = town(w, lead, "sender")
    if w.planted("sender-signature-mismatch"):
        place = town(w, spare, "mentioned")
        w.either["sender.organisation"] = [f"Gemeente {spare}"]
        w.either["sender.organisation_id"] = [registers.municipality(spare, w.day).identifier]
    role = w.field("sender.role", f"burgemeester van {asking.spoken(spare if w.plant == 'sender-signature-mismatch' else lead)}", f"burgemeester van {place}")
    return {
        "example": dice.choice(texts.EXAMPLES).format(town=known, count=in_words(count)),
        "term": dice.choice(texts.TERMS).format(start=day(start), term=day(term)),
        "copy": dice.choice(("", "Een afschrift van deze brief zend ik aan de commissaris van de Koning en aan de Vereniging van Nederlandse Gemeenten.")),
        "salutation": dice.choice(("Excellentie,", "Excellentie,", "Geachte heer, mevrouw,")),
        "greeting": dice.choice(("Hoogachtend,", "Met de meeste hoogachting,")),
        "person": w.field("sender.person", signed),
        "role": role,
        "signature": art.signature(dice.randint(1, 999)),
        "enclosures": listed,
    }  # fmt: skip


