"""A water board asks the ministry for a contribution, mede namens municipalities in its area.

References as a list of labels above the salutation, numbered sections over three pages, each with
'Pagina 2 van 3' and the date; a table of what the municipalities pay.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make import art
from tests.corpus import asking
from tests.corpus.asking import series, town
from tests.corpus.asking_texts import waterboard_to_ministry as texts
from tests.corpus.families import family
from tests.corpus.wording import day, euro, in_words
from tests.corpus.writer import Writer

PLANTS = (
    "municipality-missing-from-table", "municipality-only-in-table", "reference-missing", "deadline-passed", "dates-disagree",
    "enumeration-count-mismatch", "total-mismatch", "sender-signature-mismatch", "line-arithmetic-mismatch", "page-order", "page-missing",
)  # fmt: skip


@family("unseen", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    """The letter of a dijkgraaf and the secretaris."""
    dice = w.dice
    board, plan = dice.choice(texts.BOARDS), dice.choice(texts.PLANS)
    first = dt.date(2021, 11, 1) if plan is texts.PUMPING else board.since
    last = dt.date(2024, 6, 1) if dice.random() < 0.5 else dt.date(2025, 5, 20)
    w.day = asking.workday(dice, first, last)
    towns = dice.sample(board.towns, dice.choice((4, 5)))
    *parties, spare = towns
    heads = _head(w, board, plan)
    opening = _opening(w, plan, board, parties)
    costs, whole = _costs(w, plan)
    shares, paid = _table(w, plan, parties, spare)
    wish = _wish(w, board, whole - paid)
    if w.planted("page-missing"):
        w.pages = (1, 3)
        w.allow("enumeration-count-mismatch", "total-mismatch")
    if w.planted("page-order"):
        w.pages = (1, 3, 2)
        w.allow("enumeration-count-mismatch", "total-mismatch")
    return heads | opening | costs | shares | wish | _end(w, plan, board)


def _head(w: Writer, board: texts.Board, plan: texts.Plan) -> dict[str, Any]:
    dice = w.dice
    body = registers.body(board.name, w.day)
    w.silent("sender.organisation_id", body.identifier)
    other = asking.after(w.day, dice.choice((-7, 9, 13)))
    shown = again = w.date(day(w.day))
    if w.planted("dates-disagree"):
        again = day(other)
        w.either["date"] = [other.isoformat()]
    answered = asking.after(w.day, -dice.randint(20, 60))
    theirs = f"{'IENW' if w.day >= dt.date(2017, 10, 26) else 'IENM'}/BSK-{answered.year}/{dice.randint(20000, 290000)}"
    reply, missing = dice.random() < 0.5, w.planted("reference-missing")
    ours = dice.choice((f"{w.day:%Y%m}{dice.randint(1000, 9999)}", f"WS/{dice.randint(100000, 999999)}", f"D{w.day:%y}.{dice.randint(10000, 99999)}"))
    labels = [("Datum", shown), ("Ons kenmerk", "" if missing else w.field("references.ours", ours))]
    if reply:
        labels.append(("Uw kenmerk", w.field("references.yours", theirs)))
        labels.append(("Uw brief van", w.field("replies_to", answered.isoformat(), day(answered))))
    labels.append(("Behandeld door", asking.person(dice, ("ing.", "drs.", ""))))
    labels.append(("Telefoon", w.field("sender.phone", f"088 {dice.randint(200, 899)} {dice.randint(10, 99)} {dice.randint(10, 99)}")))
    labels.append(("E-mail", w.field("sender.email", f"{dice.choice(('info', 'post', 'bestuur'))}@{board.web}.nl")))
    listed = [w.enclosure(text) for text in ("uitvoeringsprogramma", "raming", "overzichtskaart") if dice.random() < 0.3]
    if listed:
        w.expect("enclosure-not-included")
        labels.append(("Bijlagen" if len(listed) > 1 else "Bijlage", ", ".join(listed)))
    labels.append(("Onderwerp", w.field("subject", dice.choice(plan.subjects))))
    address = f"{w.field('sender.address', body.postal_address)}, {w.field('sender.postcode', body.postcode)} {w.field('sender.place', body.place)}"
    return {
        "name": w.field("sender.organisation", body.name), "address": address, "again": again,
        "mark": art.water_mark(), "to": _recipient(w),
        "labels": [{"label": label, "value": value} for label, value in labels],
        "font": dice.choice(("TeX Gyre Pagella", "Caladea", "Lato")),
    }  # fmt: skip


def _recipient(w: Writer) -> list[str]:
    dice = w.dice
    name = "Ministerie van Infrastructuur en Waterstaat" if w.day >= dt.date(2017, 10, 26) else "Ministerie van Infrastructuur en Milieu"
    body = registers.body(name, w.day)
    w.silent("recipient.organisation_id", body.identifier)
    if dice.random() < 0.5:
        role = f"De minister van {name.removeprefix('Ministerie van ')}"
        lines = [w.field("recipient.organisation", name, w.field("recipient.role", role))]
    else:
        office = f"directeur-generaal {'Water en Bodem' if name.endswith('Waterstaat') else 'Ruimte en Water'}"
        lines = [w.field("recipient.organisation", name), f"t.a.v. de {w.field('recipient.role', office)}"]
    lines.append(w.field("recipient.address", body.postal_address))
    return [*lines, f"{w.field('recipient.postcode', body.postcode)} {w.field('recipient.place', body.place.upper())}"]


def _opening(w: Writer, plan: texts.Plan, board: texts.Board, parties: list[str]) -> dict[str, Any]:
    dice = w.dice
    names = series([town(w, name, "party") for name in parties])
    us = dice.choice(("ons waterschap", board.name))
    text = dice.choice(plan.openings).format(names=names, board=us)
    return {
        "opening": text[0].upper() + text[1:],
        "causes": [text.format(year=w.day.year - 1, next=w.day.year + 1) for text in plan.causes],
        "agreed": dice.choice(texts.AGREED).format(count=in_words(len(parties))),
        "planning": [text.format(year=w.day.year - 1, next=w.day.year + 1) for text in plan.planning],
    }


def _costs(w: Writer, plan: texts.Plan) -> tuple[dict[str, Any], Decimal]:
    dice = w.dice
    works = dice.sample(plan.works, dice.choice((3, 4)))
    words, unit, phrase, counts, prices = plan.measured
    count, price = dice.choice(counts), Decimal(dice.choice(prices))
    slip = Decimal(dice.choice((-1000, 900, 5000)))
    product = count * price + (slip if w.planted("line-arithmetic-mismatch") else 0)
    line = w.budget(words, "item", product, quantity=str(count), unit=unit, unit_price=price)
    start = phrase.format(count=count, words=line.description(words), price=euro(price, "comma-dash"))
    items, whole = [f"{start}: {line.amount(euro(product, 'comma-dash'))}"], product
    for text, rest, low, high in works:
        amount = Decimal(dice.randrange(low, high, 1000))
        line = w.budget(text, "item", amount)
        items.append(f"{rest.format(words=line.description(text))}: {line.amount(euro(amount, 'comma-dash'))}")
        whole += amount
    off = whole + Decimal(dice.choice((-20000, 9000, 45000)))
    said = off if w.planted("total-mismatch") else whole
    total = w.budget("kosten", "total", said)
    number = len(items) + dice.choice((-1, 1))
    announced = number if w.planted("enumeration-count-mismatch") else len(items)
    ends = [";"] * (len(items) - 1) + ["."]
    return {
        "items_intro": dice.choice(texts.ITEMS).format(count=in_words(announced)),
        "items": [text + end for text, end in zip(items, ends, strict=True)],
        "total": dice.choice(texts.TOTALS).format(words=total.description("kosten"), amount=total.amount(euro(said, "comma-dash"))),
    }, said


def _table(w: Writer, plan: texts.Plan, parties: list[str], spare: str) -> tuple[dict[str, Any], Decimal]:
    dice = w.dice
    names = [*parties, spare]
    works = dice.sample(plan.local, len(names))
    sums = [Decimal(dice.randrange(12000, 64000, 500)) for _ in names]
    gone = dice.randrange(len(parties))
    shown = list(range(len(parties)))
    if w.planted("municipality-missing-from-table"):
        shown.pop(gone)
    if w.planted("municipality-only-in-table"):
        shown.insert(gone, len(parties))
    rows, paid = [], Decimal(0)
    for place in shown:
        name = names[place]
        line = w.budget(asking.spoken(name), "item", sums[place])
        words = line.description(town(w, name, "mentioned" if name == spare else "party"))
        rows.append([words, works[place], line.amount(euro(sums[place], "comma-dash"))])
        paid += sums[place]
    total = w.budget("Totaal", "total", paid)
    rows.append([total.description("Totaal"), "", total.amount(euro(paid, "comma-dash"))])
    table = w.table(["Gemeente", plan.column, dice.choice(("Bijdrage", "Eigen bijdrage"))], rows)
    return {"table": table, "table_intro": dice.choice(texts.TABLES)}, paid


def _wish(w: Writer, board: texts.Board, rest: Decimal) -> dict[str, Any]:
    dice = w.dice
    own = Decimal(int(rest * dice.choice((52, 55, 60)) / 100 // 1000 * 1000))
    share = w.budget("aandeel van het waterschap", "item", own)
    wish = w.budget("rijksbijdrage", "item", rest - own)
    return {
        "wish": dice.choice(texts.WISHES).format(
            own=share.description("aandeel van het waterschap"), own_sum=share.amount(euro(own, "comma-dash")),
            wish=wish.description("rijksbijdrage"), wish_sum=wish.amount(euro(rest - own, "comma-dash")),
        )
    }  # fmt: skip


def _end(w: Writer, plan: texts.Plan, board: texts.Board) -> dict[str, Any]:
    dice = w.dice
    term, past = asking.after(w.day, dice.randint(45, 75)), asking.after(w.day, -dice.randint(15, 40))
    shown = past if w.planted("deadline-passed") else term
    stranger = dice.choice([item.name for item in texts.BOARDS if item is not board and item.since <= w.day])
    signing = board.name
    if w.planted("sender-signature-mismatch"):
        signing = stranger
        w.either["sender.organisation"] = [stranger]
        w.either["sender.organisation_id"] = [registers.body(stranger, w.day).identifier]
    both = asking.persons(dice, 2, ("", "drs.", "ir.", "mr."))
    whole, roles = "; ".join(both), ("dijkgraaf", dice.choice(("secretaris-directeur", "secretaris")))
    return {
        "term": dice.choice(texts.TERMS).format(term=day(shown)),
        "board": f"het dagelijks bestuur van {signing},",
        "signed": [
            {"person": w.field("sender.person", whole, one), "role": w.field("sender.role", "; ".join(roles), role), "pen": art.signature(dice.randint(1, 999))}
            for one, role in zip(both, roles, strict=True)
        ],
    }  # fmt: skip


