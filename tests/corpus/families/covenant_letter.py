"""A water board, a province and their municipalities to the minister on a declaration of intent: two marks, shares in percent, two columns of signatures."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from samples.make import art
from tests.corpus import circulars
from tests.corpus.families import family
from tests.corpus.markup import mark
from tests.corpus.water_covenants import AREAS, CLAUSES, REASONS, REMARKS, TITLES, Area
from tests.corpus.wording import WEEKDAYS, day, euro, in_words
from tests.corpus.writer import Writer

PLANTS = (
    "municipality-count-mismatch",
    "municipality-missing-from-table",
    "municipality-only-in-table",
    "sender-signature-mismatch",
    "enumeration-count-mismatch",
    "enclosure-not-included",
    "body-not-in-force",
    "minister-not-in-office",
    "percentage-mismatch",
    "date-weekday-mismatch",
)
MINISTRY = "Ministerie van Infrastructuur en Waterstaat"
SHARES = ((40, 35, 25), (45, 30, 25), (50, 20, 30), (35, 40, 25), (60, 20, 20))


@family("unseen", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    """One letter of one area."""
    area = w.dice.choice(AREAS)
    w.day = circulars.random_day(w.dice, dt.date(2019, 2, 1), dt.date(2025, 5, 1))
    inks = w.dice.choice((("#005ca9", "#4fb3d9"), ("#00707a", "#7bc4a4"), ("#1c4f7c", "#89b832")))
    w.silent("sender.organisation_id", f"{area.identifier}; {area.code}")
    w.either["sender.organisation"] = [area.board]
    w.either["sender.organisation_id"] = [area.identifier]
    both = f"{area.board}; Provincie {area.province}"
    number = f"{w.dice.choice(('WS', 'Z', 'DB'))}{w.day.year % 100}.{w.dice.randint(1000, 9999)}"
    title = w.dice.choice(TITLES).format(river=area.river.removeprefix("de "))
    return {
        "ink": inks[0],
        "marks": [circulars.drop_mark(*inks), circulars.lion_mark("#b5121b", "#e8b600")],
        "names": [w.field("sender.organisation", both, area.board), w.field("sender.organisation", both, f"Provincie {area.province}")],
        "secretariat": _secretariat(w, area),
        "to": _to(w),
        "head": [
            ["datum", w.date(day(w.day, w.dice.choice(("long", "long", "padded"))))],
            ["onze referentie", w.field("references.ours", number)],
            ["onderwerp", w.field("subject", title)],
        ],
        **_body(w, area),
        **_closing(w, area, both),
    }


def _secretariat(w: Writer, area: Area) -> str:
    street, postcode, place = circulars.address(area.postal)
    where = f"{w.field('sender.address', street)}, {w.field('sender.postcode', postcode)} {w.field('sender.place', place)}"
    tel = w.field("sender.phone", circulars.phone(w.dice))
    return f"Secretariaat stuurgroep: {where} | {tel} | {w.field('sender.email', area.mail)}"


def _to(w: Writer) -> list[str]:
    wrong = w.planted("minister-not-in-office")
    person = (circulars.other_minister if wrong else circulars.minister)("mnre1130", w.day)
    role = w.field("recipient.role", "De minister van Infrastructuur en Waterstaat")
    w.silent("recipient.organisation", MINISTRY)
    w.silent("recipient.organisation_id", "mnre1130")
    return [
        mark("recipient.organisation", role),
        w.field("recipient.person", circulars.minister_name(person)),
        w.field("recipient.address", "Postbus 20901"),
        f"{w.field('recipient.postcode', '2500 EX')} {w.field('recipient.place', w.dice.choice(('Den Haag', 'DEN HAAG')))}",
    ]


def _split(w: Writer, count: int) -> list[int]:
    """Whole percentages that make a hundred, none below ten."""
    spare, cuts = 100 - 10 * count, sorted(w.dice.randint(0, 100 - 10 * count) for _ in range(count - 1))
    return [10 + end - start for start, end in zip([0, *cuts], [*cuts, spare], strict=True)]


def _table(w: Writer, area: Area, whole: int) -> tuple[list[list[str]], str]:
    parts = dict(zip(area.towns, _split(w, len(area.towns)), strict=True))
    absent = w.dice.choice(area.towns[1:])
    if w.planted("municipality-missing-from-table"):
        parts[area.towns[0]] += parts.pop(absent)
        w.allow("municipality-count-mismatch")
    if w.planted("municipality-only-in-table"):
        parts = {area.outside: 5} | parts | {area.towns[0]: parts[area.towns[0]] - 5}
        w.allow("municipality-count-mismatch")
    rows = []
    for name, share in parts.items():
        amount = Decimal(whole * share // 100)
        line = w.budget(name, "item", amount)
        town = w.municipality(name, "party" if name in area.towns else "mentioned")
        rows.append([line.description(town), f"{share}%", line.amount(euro(amount, "comma-dash"))])
    return rows, f"{sum(parts.values())}%"


def _clauses(w: Writer) -> tuple[list[str], str]:
    chosen = sorted(w.dice.sample(range(len(CLAUSES)), w.dice.choice((3, 4, 5))))
    texts = [CLAUSES[at].rstrip(";.") for at in chosen]
    less = w.planted("enumeration-count-mismatch")
    return [*(f"{text};" for text in texts[:-1]), f"{texts[-1]}."], in_words(len(texts) - less)


def _body(w: Writer, area: Area) -> dict[str, Any]:
    names = circulars.listed([w.municipality(name, "party") for name in area.towns])
    total = w.dice.randint(12, 60) * 200_000
    board, province, towns = w.dice.choice(SHARES)
    off = w.dice.choice((5, 10))
    stated = province + (off if w.planted("percentage-mismatch") else 0)
    style = w.dice.choice(("comma-dash", "whole", "word"))
    count = in_words(len(area.towns) + (1 if w.planted("municipality-count-mismatch") else 0))
    met = circulars.random_day(w.dice, w.day - dt.timedelta(50), w.day - dt.timedelta(7))
    shift = w.dice.choice((1, 2, 3))
    weekday = WEEKDAYS[(met.weekday() + (shift if w.planted("date-weekday-mismatch") else 0)) % 7]
    other = area.gone if w.planted("body-not-in-force") else area.beside
    sums = [Decimal(total * share // 100) for share in (board, province, towns)]
    whole = w.budget("projectkosten", "total", Decimal(total))
    lines = [w.budget(name, kind, amount) for name, kind, amount in zip(("waterschap", "provincie", "gemeenten"), ("item", "item", "subtotal"), sums, strict=True)]
    shown = [line.amount(euro(amount, style)) for line, amount in zip(lines, sums, strict=True)]
    rows, hundred = _table(w, area, int(sums[2]))
    rows.append(["Totaal gemeenten", hundred, lines[2].amount(euro(sums[2], "comma-dash"))])
    w.either[f"{lines[2].path}.description"] = ["Totaal gemeenten", "de gezamenlijke gemeenten"]
    w.either[f"{lines[2].path}.kind"] = ["item", "total"]
    clauses, many = _clauses(w)
    if w.planted("percentage-mismatch"):
        w.allow("total-mismatch")
    answer = circulars.workday(w.day + dt.timedelta(w.dice.randint(40, 75)))
    remarks = [REMARKS[at] for at in sorted(w.dice.sample(range(len(REMARKS)), 2))]
    return {
        "sections": [
            ["Aanleiding", [
                f"Op {weekday} {day(met)} hebben {area.board}, de provincie {area.province} en de gemeenten {names} een intentieverklaring ondertekend. "
                "Met deze brief stellen wij u daarvan in kennis en vragen wij u om een bijdrage aan het vervolg.",
                w.dice.choice(REASONS).format(river=area.river),
            ]],
            ["Inhoud", [f"De verklaring bevat de volgende {many} afspraken:"]],
        ],
        "clauses": clauses,
        "costs": [
            f"De {whole.description('projectkosten')} voor de eerste fase zijn geraamd op {whole.amount(euro(Decimal(total), style))}. Daarvan neemt het "
            f"{lines[0].description('waterschap')} {board}% ({shown[0]}) voor zijn rekening, de {lines[1].description('provincie')} {stated}% ({shown[1]}) en "
            f"de gezamenlijke {lines[2].description('gemeenten')} {towns}% ({shown[2]}).",
            f"De {count} gemeenten verdelen hun aandeel naar de oppervlakte die in het stroomgebied ligt:",
        ],
        "table": w.table(["Gemeente", "Aandeel", "Bijdrage"], rows),
        "after": [
            *remarks,
            f"{other} neemt als toehoorder deel aan de stuurgroep en bekijkt of het zich op termijn aansluit.",
            "Het rijk is geen partij bij de verklaring. Uw ministerie heeft wel aangegeven onder voorwaarden middelen uit het Deltafonds te willen "
            f"inzetten. Wij vernemen graag uiterlijk {day(answer)} of u daartoe bereid bent, zodat de besluiten in het najaar kunnen worden voorbereid.",
            w.dice.choice((
                "Ondergetekenden handelen krachtens mandaat van hun besturen; de gemeenten hebben het waterschap gemachtigd mede namens hen te schrijven.",
                "Deze brief wordt mede namens de colleges van burgemeester en wethouders verzonden, die daartoe een volmacht hebben verleend.",
            )),
        ],
    }  # fmt: skip


def _closing(w: Writer, area: Area, both: str) -> dict[str, Any]:
    first, second = circulars.people(w.dice, 2)
    pen = w.dice.randint(1, 9999)
    elsewhere = w.dice.choice([other for other in AREAS if other.province != area.province])
    chief = w.dice.choice(("dijkgraaf", "loco-dijkgraaf", "lid van het dagelijks bestuur"))
    province = area.province
    if w.planted("sender-signature-mismatch"):
        province = elsewhere.province
        w.either["sender.organisation"].append(f"{area.board}; Provincie {province}")
        w.either["sender.organisation_id"].append(f"{area.identifier}; {elsewhere.code}")
    person, roles = f"{first.name}; {second.name}", f"{chief}; gedeputeerde"
    own = w.field("sender.organisation", both, area.board)
    paper = w.dice.choice(("Bijlage: intentieverklaring", "Bijlage: intentieverklaring met ondertekeningen"))
    enclosure = ""
    if w.planted("enclosure-not-included"):
        enclosure = f"Bijlage: {w.enclosure(paper.removeprefix('Bijlage: '))}"
    return {
        "hail": w.dice.choice(("Hoogachtend,", "Met vriendelijke groet,")),
        "pens": [art.signature(pen), art.signature(pen + 3)],
        "signers": [
            [f"Het dagelijks bestuur van {own},", "namens dit bestuur,", w.field("sender.person", person, first.name), w.field("sender.role", roles, chief)],
            [f"Gedeputeerde staten van {province},", "namens deze,", w.field("sender.person", person, second.name), w.field("sender.role", roles, "gedeputeerde")],
        ],
        "enclosure": enclosure,
    }
