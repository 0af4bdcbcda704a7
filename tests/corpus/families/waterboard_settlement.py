"""A water board settles a subsidy and reclaims part of it: granted, spent and difference for each part.

References stand in a column at the right of the text; a second table divides what the partners pay.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make import art
from tests.corpus import awards
from tests.corpus.award_texts import BOARDS, SETTLED_OPENINGS, SETTLED_PROJECTS
from tests.corpus.families import family
from tests.corpus.wording import account, day, euro
from tests.corpus.writer import Line, Writer


@family(
    "unseen",
    plants=(
        "municipality-missing-from-table",
        "municipality-only-in-table",
        "total-mismatch",
        "percentage-mismatch",
        "amounts-disagree",
        "table-cell-illegible",
        "total-unverifiable",
        "date-impossible",
        "reply-precedes-letter",
    ),
)
def write(w: Writer) -> dict[str, Any]:
    """One settlement; differences are no budget lines, what is granted and spent of a part are two."""
    w.day = awards.some_day(w.dice, dt.date(2018, 3, 1), dt.date(2026, 2, 1))
    board = w.dice.choice(BOARDS)
    project, posts = w.dice.choice(SETTLED_PROJECTS)
    names = w.dice.sample(board[5], 7)
    count = w.dice.randint(4, 5)
    style = w.dice.choice(("cents", "cents", "code-cents"))
    data: dict[str, Any] = {"mark": art.water_mark(), "signature": art.signature(w.dice.randrange(999), "#13233f")}
    data |= _sender(w, board)
    data |= _recipient(w, names[0])
    data |= _head(w, project, names[1:count], names[6])
    data |= _spent(w, posts, style)
    data |= _partners(w, names[:count], style)
    return data


def _sender(w: Writer, board: Any) -> dict[str, Any]:
    name, identifier, (line, postcode, place), area, site, _ = board
    w.silent("sender.organisation_id", identifier)
    first = w.dice.randint(20, 89) if len(area) == 4 else w.dice.randint(210, 890)
    role = w.dice.choice(("hoofd afdeling Planvorming", "manager Bestuur en Financiën", "secretaris-directeur"))
    return {
        "name": w.field("sender.organisation", f"Waterschap {name}"),
        "post": [w.field("sender.address", line), f"{w.field('sender.postcode', postcode)} {w.field('sender.place', place)}"],
        "phone": w.field("sender.phone", f"{area}-{first} {w.dice.randint(10, 99)} {w.dice.randint(10, 99)}"),
        "mail": w.field("sender.email", f"subsidies@{site}"),
        "signed": [w.field("sender.person", awards.person(w.dice)), w.field("sender.role", role)],
        "account": account("NWAB", w.dice.randrange(600_000_000, 640_000_000)),
        "board": name,
    }


def _recipient(w: Writer, lead: str) -> dict[str, Any]:
    town = registers.municipality(lead, w.day)
    assert town is not None
    post = awards.address(town)
    w.silent("recipient.organisation_id", town.identifier)
    seen = w.municipality(lead, "recipient")
    return {
        "to": [
            w.field("recipient.organisation", f"Gemeente {lead}", f"Gemeente {seen}"),
            f"t.a.v. {w.field('recipient.role', 'het college van burgemeester en wethouders')}",
            w.field("recipient.address", post.line),
            f"{w.field('recipient.postcode', post.postcode)} {w.field('recipient.place', post.place)}",
        ]
    }


def _head(w: Writer, project: str, others: list[str], extra: str) -> dict[str, Any]:
    asked = awards.some_day(w.dice, w.day - dt.timedelta(days=140), w.day - dt.timedelta(days=30))
    granted = awards.working_day(asked - dt.timedelta(days=w.dice.randint(800, 1400)))
    shown = asked + dt.timedelta(days=364) if w.planted("reply-precedes-letter") else asked
    named = list(others)
    if w.planted("municipality-missing-from-table"):
        named.insert(1, extra)
    if w.planted("municipality-only-in-table"):
        named.pop()
    towns = [w.municipality(name, "party") for name in named]
    labels = [
        ["datum", w.date(day(w.day))],
        ["ons kenmerk", w.field("references.ours", f"{w.day.year}{w.dice.randint(100000, 999999)}")],
        ["uw kenmerk", w.field("references.yours", w.dice.choice((f"{asked.year}-{w.dice.randint(10000, 99999)}", f"UIT/{w.dice.randint(100000, 999999)}")))],
        ["behandeld door", awards.person(w.dice, title=False)],
    ]
    title = w.dice.choice(("Vaststelling subsidie {0}", "vaststelling en terugvordering subsidie ‘{0}’", "Eindafrekening project {0}")).format(project)
    return {
        "labels": labels,
        "subject": w.field("subject", title),
        "project": project,
        "opening": w.dice.choice(SETTLED_OPENINGS).format(asked=w.field("replies_to", shown.isoformat(), day(shown)), project=project, towns=f"{', '.join(towns[:-1])} en {towns[-1]}", granted=day(granted)),
        "due": _due(w),
    }


def _due(w: Writer) -> str:
    ends = [dt.date(w.day.year + more, month, 30) for more in (0, 1) for month in (4, 6, 9, 11)]
    due = next(end for end in ends if end > w.day + dt.timedelta(days=35))
    shown = day(due)
    return shown.replace("30 ", "31 ") if w.planted("date-impossible") else shown


def _spent(w: Writer, posts: tuple[str, ...], style: str) -> dict[str, Any]:
    granted = awards.parts(w.dice, w.dice.randrange(60, 300) * 1000, [5, 4, 3, 2, 2], 500)
    shares = [Decimal(w.dice.randint(600, 790)) / 1000 for _ in posts]
    over, taxed, wrong = w.dice.randrange(3, 5), w.dice.randrange(2), w.dice.randrange(1, 3)
    shares[over] = Decimal(w.dice.randint(1010, 1060)) / 1000
    cents = [Decimal(w.dice.randrange(100)) / 100 for _ in posts]
    spent = [(amount * share).quantize(Decimal(1)) + cent for amount, share, cent in zip(granted, shares, cents, strict=True)]
    spent[taxed] = spent[taxed].quantize(Decimal(1))
    told = [amount + (1500 if w.plant == "total-mismatch" and number == wrong else 0) for number, amount in enumerate(granted)]
    if w.planted("total-mismatch"):
        w.allow("line-arithmetic-mismatch")
    code = awards.exemption(w)
    hide = 2 if w.planted("total-unverifiable") else None
    blot = 2 if w.planted("table-cell-illegible") else None
    if blot or hide:
        w.allow("personal-data-exposed" if hide else "total-unverifiable")
    rows, lines = [], []
    for number, post in enumerate(posts):
        row, line = _part(w, post, (told[number], spent[number], granted[number] - spent[number]), style, code if hide == number else None)
        if blot == number:
            row[2] = w.smudge(f"tables.0.rows.{number}.2", w.smudge(f"{line.path}.amount", row[2]))
        rows.append(row)
        lines.append(line)
    row, whole = _part(w, "Totaal", (sum(granted, Decimal(0)), sum(spent, Decimal(0)), sum(granted, Decimal(0)) - sum(spent, Decimal(0))), style, None)
    rows.append(row)
    taxes = lines[taxed].amount(euro(spent[taxed], style)), posts[taxed], spent[taxed]
    return {"parts": w.table(["Onderdeel", "Verleend", "Besteed", "Verschil"], rows)} | _words(w, sum(granted, Decimal(0)), (whole, sum(spent, Decimal(0))), taxes, style)


def _part(w: Writer, post: str, sums: tuple[Decimal, ...], style: str, code: tuple[str, str] | None) -> tuple[list[str], Line]:
    kind = "total" if post == "Totaal" else "item"
    given = w.budget(post, kind, sums[0])
    line = w.budget(post, kind, None if code else sums[1])
    rest = euro(sums[2], style) if sums[2] >= 0 else f"-/- {euro(-sums[2], style)}"
    cells = [given.description(line.description(post)), given.amount(euro(sums[0], style))]
    if code:
        return [*cells, w.cover("amount", euro(sums[1], style), *code), w.cover("amount", rest, *code)], line
    return [*cells, line.amount(euro(sums[1], style)), rest], line


def _words(w: Writer, granted: Decimal, whole: tuple[Line, Decimal], taxed: tuple[str, str, Decimal], style: str) -> dict[str, Any]:
    rate = Decimal("0.19") if w.planted("percentage-mismatch") else Decimal("0.21")
    tax = w.budget("omzetbelasting", "item", taxed[2] * rate)
    paid = w.budget("voorschotten", "item", granted * 90 / 100)
    back = granted * 90 / 100 - whole[1]
    assert back > 0
    reclaim = w.budget("terugvordering", "item", back)
    cent = back % 1
    said = awards.swapped(back - cent) + cent if w.planted("amounts-disagree") else back
    if said != back:
        w.either[f"{reclaim.path}.amount"] = [f"{said:.2f}"]
    return {
        "tax": f"Bij het onderdeel ‘{taxed[1]}’ heeft u bovendien {tax.description('omzetbelasting')} opgevoerd: 21% van {taxed[0]}, dat is {tax.amount(euro(taxed[2] * rate, style))}.",
        "settled": whole[0].amount(euro(whole[1], style)),
        "paid": f"Aan {paid.description('voorschotten')} heeft u 90% van het verleende bedrag ontvangen, in totaal {paid.amount(euro(granted * 90 / 100, style))}.",
        "reclaim": f"{reclaim.description('terugvordering')} van {reclaim.amount(euro(back, style))}",
        "again": euro(said, style) if said != back else reclaim.amount(euro(back, style)),
        "variant": w.dice.choice((0, 1)),
    }


def _partners(w: Writer, names: list[str], style: str) -> dict[str, Any]:
    shares = [40, 25, 20, 15] if len(names) == 4 else [30, 25, 20, 15, 10]
    w.dice.shuffle(shares)
    whole = w.dice.randrange(12, 60) * 1000
    rows = []
    for name, share in zip(names, shares, strict=True):
        line = w.budget(name, "item", Decimal(whole * share // 100))
        town = w.municipality(name, "mentioned" if w.plant == "municipality-only-in-table" else "party")
        rows.append([line.description(town), f"{share}%", line.amount(euro(Decimal(whole * share // 100), style))])
    if w.plant == "municipality-only-in-table":
        w.either[f"municipalities.{len(w.truth['municipalities']) - 1}.part"] = ["party"]
    total = w.budget("Totaal", "total", Decimal(whole))
    rows.append([total.description("Totaal"), "100%", total.amount(euro(Decimal(whole), style))])
    return {"partners": w.table(["Gemeente", "Aandeel", "Bijdrage"], rows)}
