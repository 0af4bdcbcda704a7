"""A municipality refuses an association's grant: three pages of reasons without a table, numbered '2/3'.

Labels with colons at the right of the address; the date and the reference again at the head of each page.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from samples.make import art
from tests.corpus import awards
from tests.corpus.families import family
from tests.corpus.markup import mark
from tests.corpus.wording import day, euro
from tests.corpus.writer import Writer

PROVINCES = ("Gelderland", "Overijssel", "Noord-Brabant", "Zuid-Holland", "Limburg", "Drenthe")
ASSOCIATIONS = (
    ("Muziekvereniging Excelsior", "de jubileumuitvoering", "de inhuur van een gastdirigent", "muziekverenigingen"),
    ("Toneelvereniging De Vriendenkring", "het openluchtspel", "de huur van een tribune", "amateurkunstverenigingen"),
    ("Historische Vereniging Oud Goed", "de wandelroute met informatiepanelen", "de druk van een gids", "erfgoedorganisaties"),
    ("Oranjevereniging Wilhelmina", "het dorpsfeest", "de verkeersbegeleiding", "organisatoren van evenementen"),
    ("Zwemvereniging De Waterratten", "het aangepaste zwemuur", "de opleiding van begeleiders", "sportverenigingen"),
)
OPENINGS = (
    "Op {asked} heeft u bij ons een aanvraag ingediend voor een subsidie van {sum} voor {project}. Wij hebben besloten uw aanvraag af te wijzen. In deze brief leggen wij uit hoe wij tot dit besluit zijn gekomen.",
    "Met uw brief van {asked} vraagt u ons om {project} met {sum} te subsidiëren. Helaas kunnen wij aan uw verzoek niet voldoen. Hieronder lichten wij dat toe.",
    "Wij hebben uw aanvraag van {asked} beoordeeld. Daarin vraagt u een subsidie van {sum} voor {project}. Wij begrijpen dat het besluit dat wij u hierbij toezenden een teleurstelling is: wij verlenen de subsidie niet.",
)
SUBJECTS = ("Afwijzing subsidieaanvraag {0}", "besluit op uw aanvraag om subsidie voor {1}", "Weigering subsidie {0}")


@family(
    "tuned",
    plants=(
        "date-missing",
        "date-weekday-mismatch",
        "dates-disagree",
        "reply-precedes-letter",
        "reference-missing",
        "amounts-disagree",
        "page-missing",
        "page-order",
        "enclosure-not-included",
    ),
)
def write(w: Writer) -> dict[str, Any]:
    """One refusal; the ceiling of the regulation and its thresholds are no budget lines."""
    w.day = awards.some_day(w.dice, dt.date(2013, 2, 1), dt.date(2026, 4, 1))
    town = w.dice.choice(awards.towns(w.dice.choice(PROVINCES), w.day))
    topic = w.dice.choice(ASSOCIATIONS)
    data: dict[str, Any] = {"mark": art.cuijk_mark(), "fund": topic[3], "town": town.name}
    if w.planted("page-missing"):
        w.pages = (1, 3)
    if w.planted("page-order"):
        w.pages = (1, 3, 2)
    data |= _sender(w, town)
    data |= _recipient(w, town, topic[0])
    data |= _head(w)
    data |= _request(w, topic)
    data |= _grounds(w)
    data["opening"] = data["opening"].format(asked=data["asked"], sum=data["sum"], project=topic[1])
    return data


def _sender(w: Writer, town: Any) -> dict[str, Any]:
    w.silent("sender.organisation_id", town.identifier)
    post = awards.address(town)
    seen = w.municipality(town.name, "sender")
    two = w.dice.random() < 0.45
    names = [awards.person(w.dice), awards.person(w.dice)]
    single = w.dice.choice(("teamleider Samenleving", "afdelingshoofd Maatschappelijke Ontwikkeling", "manager Leefomgeving"))
    if names[0] == names[1]:
        names[1] = f"R. {names[1].partition('. ')[2]}"
    people = names if two else names[:1]
    roles = ["secretaris", "burgemeester"] if two else [single]
    w.silent("sender.person", "; ".join(people))
    w.silent("sender.role", "; ".join(roles))
    signed = [[mark("sender.person", name), mark("sender.role", role)] for name, role in zip(people, roles, strict=True)]
    return {
        "name": w.field("sender.organisation", f"Gemeente {town.name}", f"gemeente {seen}"),
        "letterhead": [
            w.field("sender.address", post.line),
            f"{w.field('sender.postcode', post.postcode)} {w.field('sender.place', post.place)}",
            f"telefoon {w.field('sender.phone', f'14 0{w.dice.randint(111, 599)}')}",
        ],
        "signed": signed,
        "signatures": [art.signature(w.dice.randrange(999)) for _ in people],
        "mail": w.field("sender.email", f"info@{town.name.lower().replace(' ', '')}.nl"),
        "college": f"burgemeester en wethouders van {w.municipality(town.name, 'sender')}",
        "box": f"{post.line}, {post.postcode} {post.place}",
    }


def _recipient(w: Writer, town: Any, name: str) -> dict[str, Any]:
    house = awards.street(w.dice, town)
    who = awards.person(w.dice, title=False)
    courtesy = w.dice.choice(("de heer", "mevrouw"))
    role = w.dice.choice(("secretaris", "penningmeester", "voorzitter"))
    surname = who.partition(" ")[2]
    return {
        "to": [
            w.field("recipient.organisation", name),
            f"t.a.v. {courtesy} {w.field('recipient.person', who)}, {w.field('recipient.role', role)}",
            w.field("recipient.address", house.line),
            f"{w.field('recipient.postcode', house.postcode)} {w.field('recipient.place', house.place.upper())}",
        ],
        "hail": f"Geachte {courtesy.removeprefix('de ')} {surname[:1].upper()}{surname[1:]},",
        "club": name,
    }


def _head(w: Writer) -> dict[str, Any]:
    asked = awards.some_day(w.dice, w.day - dt.timedelta(days=100), w.day - dt.timedelta(days=56))
    late = asked + dt.timedelta(days=371)
    shown = late if w.planted("reply-precedes-letter") else asked
    ours = w.dice.choice((f"{w.dice.randint(100000, 999999)}/{w.dice.randint(100000, 999999)}", f"Z/{w.day:%y}/{w.dice.randint(10000, 99999)}", f"D{w.day.year}-{w.dice.randint(10, 99)}-{w.dice.randint(1000, 9999)}"))
    style = w.dice.choice(("long", "long", "figures"))
    date = "" if w.planted("date-missing") else w.date(day(w.day, style))
    again = date
    if w.planted("dates-disagree"):
        other = w.day - dt.timedelta(days=w.dice.choice((7, 14, 28)))
        again = day(other, style)
        w.either["date"] = [other.isoformat()]
    else:
        w.dice.choice((7, 14, 28))
    labels = [["Ons kenmerk", "" if w.planted("reference-missing") else w.field("references.ours", ours)]]
    labels += [["Datum", date]] if date else []
    if w.dice.random() < 0.5:
        labels.reverse()
    return {
        "labels": labels,
        "again": again,
        "ours": labels[0][1] if labels[0][0] == "Ons kenmerk" else labels[-1][1],
        "asked": w.field("replies_to", shown.isoformat(), day(shown)),
    }


def _request(w: Writer, topic: tuple[str, ...]) -> dict[str, Any]:
    style = w.dice.choice(("cents", "comma-dash", "whole"))
    grant = Decimal(w.dice.randrange(52, 190) * 50)
    extra = Decimal(w.dice.randrange(8, 24) * 50)
    own = Decimal(w.dice.randrange(20, 60) * 50)
    bare = topic[2].partition(" ")[2]
    asked = w.budget("subsidie", "item", grant)
    costs = w.budget(f"kosten van {topic[1]}", "item", grant + own)
    ours = w.budget("eigen inbreng", "item", own)
    part = w.budget(bare, "item", extra)
    said = awards.swapped(grant) if w.planted("amounts-disagree") else grant
    if said != grant:
        w.either["budget_lines.0.amount"] = [f"{said:.2f}"]
    earlier = w.budget("subsidie", "item", Decimal(w.dice.randrange(10, 30) * 100))
    paid = Decimal(w.truth["budget_lines"][-1]["amount"])
    return {
        "sum": asked.amount(euro(grant, style)),
        "project": topic[1],
        "costs": f"De {costs.description(f'kosten van {topic[1]}')} begroot u op {costs.amount(euro(grant + own, style))}. Uw {ours.description('eigen inbreng')}, uit contributies en een actie onder de leden, is {ours.amount(euro(own, style))}.",
        "part": f"Een deel van de aangevraagde subsidie, namelijk {part.amount(euro(extra, style))}, is bestemd voor {topic[2].partition(' ')[0]} {part.description(bare)}.",
        "sum-again": euro(said, style) if said != grant else asked.amount(euro(grant, style)),
        "earlier": earlier.amount(euro(paid, style)),
        "subject": w.field("subject", w.dice.choice(SUBJECTS).format(topic[1].partition(" ")[2], topic[1])),
        "threshold": euro(Decimal(5000), style),
        "ceiling": euro(Decimal(w.dice.randrange(40, 160) * 1000), style),
        "left": euro(Decimal(w.dice.randrange(2, 18) * 50), style),
    }


def _grounds(w: Writer) -> dict[str, Any]:
    talk = awards.working_day(w.day - dt.timedelta(days=w.dice.randint(17, 30)))
    enclosed = w.dice.choice(("Advies van de commissie Cultuur en Sport", "Tekst van de Subsidieregeling", "Gespreksverslag"))
    listed = w.planted("enclosure-not-included")
    return {
        "talk": awards.other_weekday(talk) if w.planted("date-weekday-mismatch") else day(talk, "weekday"),
        "year": str(w.day.year),
        "before": str(w.day.year - w.dice.randint(1, 3)),
        "next": str(w.day.year + 1),
        "enclosure": w.enclosure(enclosed) if listed else "",
        "opening": w.dice.choice(OPENINGS),
        "order": w.dice.choice((0, 1)),
        "count": str(w.dice.randint(14, 41)),
    }
