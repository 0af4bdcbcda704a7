"""A municipality completes an earlier application to a fund or agency.

Green band at the head, labels above their values in one row; numbered answers; a table with a
head over two columns, subtotals and sums in thousands ('x € 1.000').
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make import art
from tests.corpus import asking
from tests.corpus.asking import town
from tests.corpus.asking_texts import supplement_to_fund as texts
from tests.corpus.families import family
from tests.corpus.wording import day, euro, figures, in_words
from tests.corpus.writer import Writer

PLANTS = (
    "enumeration-count-mismatch", "amounts-disagree", "total-mismatch", "dates-disagree", "reference-missing",
    "enclosure-not-included", "sender-signature-mismatch", "date-weekday-mismatch", "deadline-passed",
)  # fmt: skip


@family("tuned", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    """The letter that goes with the missing pieces."""
    dice = w.dice
    file = dice.choice(texts.FILES)
    w.day = asking.workday(dice, file.first, dt.date(2025, 11, 20))
    region = dice.choice(asking.REGIONS)
    lead, dialling = dice.choice(region.leads)
    spare = dice.choice([name for name in region.towns if name != lead])
    applied, asked = asking.after(w.day, -dice.randint(60, 110)), asking.after(w.day, -dice.randint(12, 30))
    heads = _head(w, file, lead, dialling, asked)
    return heads | _points(w, file, applied) | _table(w, file) | _end(w, file, lead, spare)


def _head(w: Writer, file: texts.File, lead: str, dialling: str, asked: dt.date) -> dict[str, Any]:
    dice = w.dice
    name = asking.write_sender(w, lead)
    line, postcode, place = asking.postal(lead, w.day)
    other = asking.after(w.day, dice.choice((-14, 8, 21)))
    shape = dice.choice(("long", "figures", "bare"))
    shown = again = w.date(day(w.day, shape))
    if w.planted("dates-disagree"):
        again = day(other, shape)
        w.either["date"] = [other.isoformat()]
    yours = file.number.format(year=asked.year, serial=dice.randint(10000, 99999))
    no_value = w.planted("reference-missing")
    labels = [
        ("Datum", shown),
        (dice.choice(("Uw kenmerk", "Uw nummer", "Uw referentie")), "" if no_value else w.field("references.yours", yours)),
        (dice.choice(("Ons kenmerk", "Zaaknummer")), w.field("references.ours", f"{dice.choice(('Z', 'ZK', ''))}{w.day.year}{dice.randint(10000, 99999)}")),
        ("Behandeld door", asking.person(dice)),
        ("Telefoon", w.field("sender.phone", f"{dialling} {asking.subscriber(dice, dialling)}")),
    ]
    return {
        "name": name,
        "labels": [{"label": label, "value": value} for label, value in labels],
        "foot": f"{w.field('sender.address', line)}  |  {w.field('sender.postcode', postcode)} {w.field('sender.place', place)}  |  www.{asking.web_name(lead)}.nl",
        "again": again,
        "to": _recipient(w, file),
        "subject": w.field("subject", dice.choice(file.subjects)),
        "font": dice.choice(("Liberation Sans", "DejaVu Sans", "Open Sans")),
        "opening": _opening(w, file, asked),
    }


def _recipient(w: Writer, file: texts.File) -> list[str]:
    body = registers.body(file.body, w.day)
    w.silent("recipient.organisation_id", body.identifier)
    attention, title = asking.person(w.dice), w.dice.choice(("de heer", "mevrouw", None))
    lines = [w.field("recipient.organisation", body.name)]
    lines += [w.field("recipient.role", text) for text in file.lines[1:]]
    if title:
        lines.append(f"T.a.v. {title} {w.field('recipient.person', attention)}")
    lines.append(w.field("recipient.address", body.postal_address))
    return [*lines, f"{w.field('recipient.postcode', body.postcode)}  {w.field('recipient.place', body.place.upper())}"]


def _opening(w: Writer, file: texts.File, asked: dt.date) -> str:
    answered = w.field("replies_to", asked.isoformat(), day(asked))
    return w.dice.choice(texts.OPENINGS).format(asked=answered, project=w.dice.choice(file.projects), scheme=file.scheme)


def _points(w: Writer, file: texts.File, applied: dt.date) -> dict[str, Any]:
    dice = w.dice
    points = dice.sample(file.points, dice.choice((3, 4, 5)))
    wrong = len(points) + dice.choice((-1, 1))
    count = wrong if w.planted("enumeration-count-mismatch") else len(points)
    called = asking.after(w.day, -dice.randint(5, 10))
    false = asking.after(called, 1 if called.weekday() < 4 else -1)
    spoken = day(called, "weekday")
    if w.planted("date-weekday-mismatch"):
        spoken = f"{day(false, 'weekday').split(' ')[0]} {day(called)}"
    attached = w.planted("enclosure-not-included")
    return {
        "history": dice.choice(texts.HISTORY).format(applied=day(applied), called=spoken),
        "intro": dice.choice(texts.INTROS).format(count=in_words(count)),
        "points": [{"title": title, "text": text.format(year=w.day.year - 1)} for title, text in points],
        "inspect": dice.choice(texts.ATTACHED if attached else texts.INSPECTED),
    }


def _table(w: Writer, file: texts.File) -> dict[str, Any]:
    dice = w.dice
    rows, kinds, whole, number, first = [], [], Decimal(0), 0, None
    off = Decimal(dice.choice((-6500, 3000, 10000)))
    slip = off if w.planted("total-mismatch") else Decimal(0)
    for heading, posts in file.parts:
        part = Decimal(0)
        for words, low, high in posts:
            amount = Decimal(dice.randrange(low, high, 5) * 100)
            number, part = number + 1, part + amount
            line = w.budget(words, "item", amount)
            first = first or (words, amount)
            rows.append([str(number), line.description(words), line.amount(_thousands(amount))])
            kinds.append("item")
        line = w.budget(f"Subtotaal {heading}", "subtotal", part)
        rows.append(["", line.description(f"Subtotaal {heading}"), line.amount(_thousands(part))])
        kinds.append("subtotal")
        whole += part
    said = whole + slip
    total = w.budget("Totaal", "total", said)
    rows.append(["", total.description("Totaal"), total.amount(_thousands(said))])
    wrong = said + dice.choice((-9000, 18000, 27000))
    text = total.amount(euro(said, "whole"))
    if w.planted("amounts-disagree"):
        text = euro(wrong, "whole")
        w.either[f"{total.path}.amount"] = [f"{wrong:.2f}"]
    header = [dice.choice(("Onderdeel", "Kostenpost", "Omschrijving")), "", dice.choice(("Bedrag x € 1.000", "Kosten (x € 1.000)", "x € 1.000"))]
    return {
        "table": w.table(header, rows), "kinds": [*kinds, "total"],
        "table_intro": dice.choice(texts.TABLE_INTROS),
        "sums": _sums(w, text, said, first),
    }  # fmt: skip


def _sums(w: Writer, text: str, said: Decimal, first: tuple[str, Decimal]) -> str:
    dice = w.dice
    words, now = first
    before = now + dice.choice((2000, 4500, 7500))
    own = said * dice.choice((40, 50, 60)) / 100
    lines = [w.budget(words, "item", before), w.budget("eigen middelen", "item", own), w.budget("bijdrage", "item", said - own)]
    return dice.choice(texts.SUMS).format(
        post=lines[0].description(words), before=lines[0].amount(euro(before, "whole")), text=text,
        own=lines[1].description("eigen middelen"), own_sum=lines[1].amount(euro(own, "whole")),
        asked=lines[2].description("bijdrage"), asked_sum=lines[2].amount(euro(said - own, "whole")),
    )  # fmt: skip


def _thousands(amount: Decimal) -> str:
    whole, rest = divmod(amount, 1000)
    return f"{figures(whole, '')},{int(rest) // 100}"


def _end(w: Writer, file: texts.File, lead: str, spare: str) -> dict[str, Any]:
    dice = w.dice
    term, past = asking.after(w.day, dice.randint(30, 50)), asking.after(w.day, -dice.randint(20, 40))
    if w.planted("deadline-passed"):
        term = past
    place = town(w, lead, "sender", "gemeente ")
    if w.planted("sender-signature-mismatch"):
        place = town(w, spare, "mentioned", "gemeente ")
        w.either["sender.organisation"] = [f"Gemeente {spare}"]
        w.either["sender.organisation_id"] = [registers.municipality(spare, w.day).identifier]
    return {
        "term": dice.choice(texts.TERMS).format(term=day(term)),
        "college": f"Burgemeester en wethouders van de {place},",
        "person": w.field("sender.person", asking.person(dice, ("", "drs.", "mr."))),
        "role": w.field("sender.role", dice.choice((file.role, "gemeentesecretaris", "burgemeester"))),
        "signature": art.signature(dice.randint(1, 999)),
        "greeting": dice.choice(("Met vriendelijke groet,", "Hoogachtend,")),
    }  # fmt: skip


