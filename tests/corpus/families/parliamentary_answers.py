"""Two ministers answer written questions from the Tweede Kamer: labels over their values in a row, questions in italics, answers below."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from samples.make.art import signature
from tests.corpus import state
from tests.corpus.families import family
from tests.corpus.markup import mark
from tests.corpus.questions import SETS, Questions
from tests.corpus.wording import day, euro
from tests.corpus.writer import Writer

NUMBERS = {3: "drie", 4: "vier", 5: "vijf"}
PARTIES = ("CDA", "D66", "ChristenUnie", "SP", "VVD", "GroenLinks", "SGP")
PERIODS = ((dt.date(2013, 2, 1), dt.date(2016, 12, 1)), (dt.date(2018, 3, 1), dt.date(2021, 11, 1)), (dt.date(2022, 3, 1), dt.date(2024, 4, 1)))  # fmt: skip
PLANTS = (
    "date-weekday-mismatch", "reply-precedes-letter", "enumeration-count-mismatch",
    "percentage-mismatch", "page-missing", "page-order", "minister-not-in-office",
    "body-not-in-force",
)  # fmt: skip


@family("unseen", plants=PLANTS)
def write(w: Writer) -> dict[str, Any]:
    dice = w.dice
    asked = dice.choice(SETS)
    w.day = state.working_day(dice, *dice.choice(PERIODS[asked.since :]))
    first, second = state.ministry(asked.first, w.day), state.ministry(asked.second, w.day)
    street, code, place = state.split_address(first.postal)
    sent = w.day - dt.timedelta(days=dice.randrange(20, 45))
    sent = state.on_working_day(sent).replace(day=min(sent.day, 28))
    if w.planted("reply-precedes-letter"):
        sent = sent.replace(year=sent.year + 1)
    yours = f"{sent.year if w.plant != 'reply-precedes-letter' else sent.year - 1}Z{dice.randrange(1000, 23000):05}"
    number = dice.randrange(100000, 990000)
    for page, kept in (("page-missing", (1, 3)), ("page-order", (1, 3, 2))):
        if w.planted(page):
            w.pages = kept
    return {
        "ribbon": state.ribbon(width=44, height=92),
        "ministry": w.field("sender.organisation", first.name),
        "footer": f"{w.field('sender.address', street)}, {w.field('sender.postcode', code)} {w.field('sender.place', place)}  ·  telefoon {w.field('sender.phone', asked.phone)}",
        "address": _address(w),
        "labels": dice.choice((["Datum", "Uw kenmerk", "Ons kenmerk"], ["Datum", "Uw brief (kenmerk)", "Kenmerk"])),
        "date": w.date(day(w.day)),
        "yours": w.field("references.yours", yours),
        "ours": w.field("references.ours", dice.choice((f"{number}-{number // 6}-{asked.first[-3:]}", f"{w.day.year}-0000{number}", f"{number}"))),
        **_letter(w, asked, sent, yours, (first, second)),
        "pairs": _pairs(w, asked),
        **_signatures(w, first, second),
    }  # fmt: skip


def _address(w: Writer) -> list[str]:
    w.silent("recipient.organisation", "Tweede Kamer der Staten-Generaal")
    w.silent("recipient.organisation_id", "oorg10002")
    w.silent("recipient.role", "de voorzitter van de Tweede Kamer der Staten-Generaal")
    w.either["recipient.role"] = ["de voorzitter", "voorzitter van de Tweede Kamer der Staten-Generaal", "Aan de voorzitter van de Tweede Kamer der Staten-Generaal"]
    return [
        "Aan " + mark("recipient.role", "de voorzitter van de"),
        mark("recipient.organisation", mark("recipient.role", "Tweede Kamer der Staten-Generaal")),
        w.field("recipient.address", "Postbus 20018"),
        f"{w.field('recipient.postcode', '2500 EA')} {w.field('recipient.place', w.dice.choice(('DEN HAAG', 'Den Haag')))}",
    ]


def _letter(w: Writer, asked: Questions, sent: dt.date, yours: str, who: tuple[state.Ministry, state.Ministry]) -> dict[str, Any]:
    dice = w.dice
    names = [state.surname(state.person(dice)) for _ in range(dice.choice((1, 2)))]
    party = dice.choice(PARTIES)
    members = f"het lid {names[0]} ({party})" if len(names) == 1 else f"de leden {names[0]} en {names[1]} (beiden {party})"
    shown = w.field("replies_to", sent.isoformat(), day(sent))
    opening = dice.choice((
        f"In antwoord op uw brief van {shown} zend ik u hierbij, mede namens de minister van {who[1].field}, de antwoorden op de vragen van {members} over {asked.about}.",
        f"Hierbij bied ik u, mede namens de minister van {who[1].field}, de antwoorden aan op de vragen van {members} over {asked.about}, die u mij bij brief van {shown} heeft toegezonden.",
    ))  # fmt: skip
    return {
        "subject_label": dice.choice(("Onderwerp", "Betreft")),
        "subject": w.field("subject", dice.choice((f"Beantwoording Kamervragen over {asked.about}", f"Antwoorden op vragen van {members} over {asked.about}"))),
        "opening": opening,
        "heading": f"{yours}  Vragen van {members} aan de ministers van {who[0].field} en van {who[1].field} over {asked.about}",
    }  # fmt: skip


def _pairs(w: Writer, asked: Questions) -> list[dict[str, Any]]:
    dice = w.dice
    seen = state.moved(w.day, -dice.randrange(52, 70))
    meeting = state.moved(w.day, -dice.randrange(14, 50))
    towns = dice.sample(state.STEADY, 2)
    count = dice.choice((3, 4))
    said = NUMBERS[count + 1 if w.planted("enumeration-count-mismatch") else count]
    whole = Decimal(dice.choice((8, 12, 16, 24, 28, 40))) * 1_000_000
    percent = dice.choice((35, 40, 55, 60, 65))
    share = whole * percent / 100
    stated = share + 1_000_000 if w.planted("percentage-mismatch") else share
    grant = Decimal(dice.randrange(14, 160)) * 2500
    article, work = state.noun(asked.work)
    before, purpose = state.noun(asked.money)
    lines = [w.budget(purpose, "total", whole), w.budget(asked.share, "item", stated), w.budget(work, "item", grant)]
    w.either["budget_lines.0.kind"] = ["item"]
    style = dice.choice(("whole", "comma-dash", "word"))
    values = {
        "weekday": state.dated(seen, w.planted("date-weekday-mismatch")),
        "meeting": day(meeting),
        "whole": lines[0].amount(euro(whole, "million")),
        "money": before + lines[0].description(purpose),
        "percent": percent,
        "part": lines[1].amount(euro(stated, "million")),
        "share": lines[1].description(asked.share),
        "grant": lines[2].amount(euro(grant, style)),
        "work": article + lines[2].description(work),
        "town1": w.municipality(towns[0], "mentioned"),
        "town2": w.municipality(towns[1], "mentioned"),
        "count": said,
        "next": w.day.year + 1,
        "past": w.day.year - 4,
        "partner": _partner(w),
    }  # fmt: skip
    measures = [*asked.measures[: count - 1], asked.measures[count - 1].rstrip(";.") + "."]
    pairs = []
    for question, answer in asked.pairs:
        start, listed, rest = answer.partition(" {list} ")
        pairs.append({
            "question": question.format(**values),
            "answer": start.format(**values),
            "items": measures if listed else [],
            "rest": rest.format(**values),
        })  # fmt: skip
    return pairs


def _partner(w: Writer) -> str:
    """The ministry of economic affairs under its name of the day, or under the one of another time."""
    office = state.ministry("mnre1045", w.day).name
    other = {"Ministerie van Economische Zaken": "Ministerie van Economische Zaken en Klimaat"}
    if w.planted("body-not-in-force"):
        office = other.get(office, "Ministerie van Economische Zaken, Landbouw en Innovatie")
    return f"het {office[0].lower()}{office[1:]}"


def _signatures(w: Writer, first: state.Ministry, second: state.Ministry) -> dict[str, Any]:
    dice = w.dice
    w.silent("sender.organisation_id", first.identifier)
    names = [state.minister(first.identifier, w.day), state.minister(second.identifier, w.day)]
    if w.planted("minister-not-in-office"):
        names[1] = state.minister_before(second.identifier, w.day)
    roles = [f"De minister van {office.field}" for office in (first, second)]
    w.silent("sender.person", "; ".join(names))
    w.silent("sender.role", "; ".join(roles))
    return {
        "roles": [mark("sender.role", role) for role in roles],
        "names": [mark("sender.person", name) for name in names],
        "drawn": [signature(dice.randrange(10**6)) for _ in range(2)],
        "side": dice.random() < 0.6,
    }
