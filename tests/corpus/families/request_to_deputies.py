"""A municipality asks Gedeputeerde Staten to approve a joint work, 1952-1964: printed letterhead with
coat of arms and printed labels, typed body, costs typed under each other, a typed table of shares.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make import art
from tests.corpus import oldletters as old
from tests.corpus.families import family
from tests.corpus.oldworks import REFUSE, ROAD, SCHOOL
from tests.corpus.wording import day, figures
from tests.corpus.writer import Writer

# Province, its seat, the writer and its neighbours, one further off, some of another time.
REGIONS: tuple[tuple[str, str, tuple[str, ...], str, tuple[str, ...]], ...] = (
    ("Gelderland", "Arnhem", ("Barneveld", "Ede", "Nijkerk", "Putten", "Scherpenzeel", "Ermelo"), "Zutphen", ("Neerijnen", "Hurwenen", "Hemmen")),
    ("Gelderland", "Arnhem", ("Lienden", "Kesteren", "Maurik", "Echteld", "Dodewaard", "Zoelen"), "Doesburg", ("Neerijnen", "Lingewaal", "Wadenoijen")),
    ("Overijssel", "Zwolle", ("Ommen", "Dalfsen", "Avereest", "Den Ham", "Hellendoorn", "Gramsbergen"), "Kampen", ("Brederwiede", "IJsselham")),
    ("Noord-Brabant", "'s-Hertogenbosch", ("Oirschot", "Best", "Hilvarenbeek", "Oost-, West- en Middelbeers", "Veldhoven"), "Dongen", ("Aalburg", "de Werken en Sleeuwijk")),
    ("Noord-Brabant", "'s-Hertogenbosch", ("Gemert", "Boekel", "Bakel en Milheeze", "Beek en Donk", "Aarle-Rixtel", "Lieshout"), "Waalwijk", ("Aalburg", "Bernheze")),
    ("Zuid-Holland", "'s-Gravenhage", ("Stolwijk", "Haastrecht", "Berkenwoude", "Bergambacht", "Lekkerkerk", "Gouderak"), "Sliedrecht", ("Graafstroom", "Oostflakkee", "Bernisse")),
    ("Friesland", "Leeuwarden", ("Lemsterland", "Gaasterland", "Doniawerstal", "Haskerland"), "Harlingen", ("Skarsterlân", "Dongeradeel")),
    ("Drenthe", "Assen", ("Beilen", "Westerbork", "Rolde", "Smilde", "Zweeloo", "Oosterhesselen"), "Meppel", ("Midden-Drenthe", "Aa en Hunze")),
)  # fmt: skip
SEATS = {"Lemsterland": "Lemmer"}
PLANTS = (
    "date-missing", "subject-missing", "date-weekday-mismatch", "reply-precedes-letter", "municipality-not-in-force",
    "municipality-count-mismatch", "total-mismatch", "amounts-disagree", "text-illegible", "table-cell-illegible",
)  # fmt: skip


@family("tuned", plants=PLANTS)
def write(w: Writer) -> dict[str, Any]:
    dice = w.dice
    w.day = old.working_day(dice, dt.date(1952, 1, 20), dt.date(1964, 11, 30))
    province, seat, towns, far, away = dice.choice(REGIONS)
    work = dice.choice((SCHOOL, ROAD, REFUSE))
    town, others = towns[0], dice.sample(towns[1:], dice.randint(2, len(towns) - 2))
    data = _head(w, town, province, seat) | _reply(w)
    subject = dice.choice(work["subjects"])
    data["subject"] = "" if w.planted("subject-missing") else w.field("subject", subject)
    data |= _reasons(w, work, town, others) | _costs(w, work, town, others)
    stranger = old.not_then(w, away)
    other = old.of_another_time(w, stranger, "mentioned") if w.planted("municipality-not-in-force") else w.municipality(far, "mentioned")
    data["example"] = dice.choice((
        f"Voor de inhoud der regeling mogen wij verwijzen naar die, welke enkele jaren geleden door de gemeente {other} met haar buurgemeenten is getroffen en door Uw College is goedgekeurd; zij is hiervan op ondergeschikte punten een navolging.",
        f"Ten overvloede merken wij op, dat een nagenoeg gelijkluidende regeling in de gemeente {other} reeds geruime tijd tot tevredenheid werkt.",
    ))  # fmt: skip
    return data | _end(w, town)


def _head(w: Writer, town: str, province: str, seat: str) -> dict[str, Any]:
    dice = w.dice
    w.silent("sender.organisation_id", _code(w, town))
    w.silent("recipient.organisation_id", {"Gelderland": "pv25", "Overijssel": "pv23", "Noord-Brabant": "pv30", "Zuid-Holland": "pv28", "Friesland": "pv21", "Drenthe": "pv22"}[province])
    w.either["recipient.role"] = ["Heren Gedeputeerde Staten", "de Heren Gedeputeerde Staten", f"Gedeputeerde Staten van {province}"]
    street = dice.choice(("Dorpsstraat", "Raadhuisstraat", "Kerkstraat", "Hoofdstraat", "Marktplein")) + f" {dice.randint(2, 88)}"
    shown = w.field("sender.organisation", f"Gemeente {town}", f"GEMEENTE {old.capital(town)}")
    number = dice.choice((f"K {dice.randint(1700, 8900)}-{dice.randint(201, 899)}", f"0{dice.randint(1700, 8900)}-{dice.randint(1201, 2899)}"))
    date = "" if w.planted("date-missing") else w.date(day(w.day))
    call = dice.choice(("Aan de Heren", "Aan Heren"))
    state = w.field("recipient.organisation", f"Provincie {province}", province)
    return {
        "shown": shown,
        "house": ("Raadhuis: ", w.field("sender.address", street)),
        "phone": w.field("sender.phone", number),
        "place": w.field("sender.place", SEATS.get(town, town)),
        "date": date,
        "number": w.field("references.ours", dice.choice((f"{dice.randint(212, 3900)}", f"{dice.randint(212, 3900)}/{dice.choice(('II', 'III', 'Fin.'))}"))),
        "to": [call, w.field("recipient.role", "Gedeputeerde Staten") + dice.choice((f" van {state}", f" der provincie {state}")), "te", w.field("recipient.place", old.capital(seat))],
        "salute": dice.choice(("Hoogedelgestrenge Heren,", "Hoog Edel Gestrenge Heren,")),
        "coat": old.coat(dice.randrange(12)),
        "font": dice.choice(("Courier Prime Code", "TeX Gyre Cursor", "TeX Gyre Cursor")),
        "wide": dice.random() < 0.5,
    }  # fmt: skip


def _code(w: Writer, town: str) -> str:
    item = registers.municipality(town, w.day)
    assert item
    return item.identifier


def _reply(w: Writer) -> dict[str, Any]:
    dice = w.dice
    asked = old.days_before(dice, w.day, 12, 70)
    if w.planted("reply-precedes-letter"):
        asked = w.day + (w.day - asked)
    date = w.field("replies_to", asked.isoformat(), day(asked))
    yours = w.field("references.yours", dice.choice((f"G {dice.randint(1100, 6900)}", f"{dice.randint(3100, 48000)}/{dice.randint(12, 480)}")))
    section = dice.choice(("1e", "2e", "3e"))
    labelled = dice.random() < 0.4
    first = dice.choice(("hebben wij de eer Uw College het navolgende te berichten", "hebben wij de eer U als volgt te berichten"))
    said = f"Naar aanleiding van het schrijven van Uw College van {date}, {section} afdeling, No. {yours}, {first}."
    short = f"In antwoord op Uw nevenvermeld schrijven {first}."
    return {"answers": f"{date}, No. {yours}" if labelled else "", "opening": short if labelled else said}


def _reasons(w: Writer, work: dict[str, Any], town: str, others: list[str]) -> dict[str, Any]:
    dice = w.dice
    met = old.days_before(dice, w.day, 10, 60)
    when = old.on_weekday(met, wrong=w.planted("date-weekday-mismatch"))
    own = w.municipality(town, "sender")
    count = old.SMALL[len(others) + (3 if w.planted("municipality-count-mismatch") else 1)]
    council = (
        f"De raad onzer gemeente heeft in zijn openbare vergadering van {when} besloten over te gaan tot {work['aim']}, zulks te zamen met de gemeenten {old.named(w, others, 'party')}. "
        f"De onderlinge verhouding is geregeld bij een gemeenschappelijke regeling op de voet van de Wet gemeenschappelijke regelingen (Staatsblad 1950, No. K 120), waarmede de raden van de {count} gemeenten zich inmiddels hebben verenigd. {own} treedt daarbij als centrumgemeente op."
    )  # fmt: skip
    why = work["why"].format(older=day(old.days_before(dice, w.day, 90, 400)))
    builder = old.person(dice, ("", "ir."))
    blot = w.smudge("", "geen enkel bezwaar bestaat") if w.planted("text-illegible") else "geen enkel bezwaar bestaat"
    return {"council": council, "why": why, "plan": f"{work['plan'].format(builder=builder)} Van de zijde der belanghebbenden is gebleken, dat tegen de uitvoering {blot}."}


def _costs(w: Writer, work: dict[str, Any], town: str, others: list[str]) -> dict[str, Any]:
    dice = w.dice
    cents = dice.choice((",--", ",—"))
    total = Decimal(int(work["total"] * dice.uniform(0.7, 1.4)) // 100 * 100)
    off = Decimal(dice.choice((400, 900, 1800)))
    told = total - off * 10 if w.planted("amounts-disagree") else total
    sums = old.parts(dice, int(total), work["sizes"])
    stated = total + off if w.planted("total-mismatch") else total
    told = stated if stated != total else told
    whole = old.gulden(w, "Totaal", "total", stated)
    w.either["budget_lines.0.description"] = ["kosten"]
    if told != stated:
        w.either["budget_lines.0.amount"] = [f"{told:.2f}"]
    posts = [(text, old.gulden(w, text, "item", amount), amount) for text, amount in zip(work["posts"], sums, strict=True)]
    grant = Decimal(int(total * Decimal("0.35")) // 500 * 500)
    aid = old.gulden(w, "rijksbijdrage", "item", grant)
    letter = old.days_before(dice, w.day, 20, 120)
    return {
        "costs": f"De kosten van een en ander worden, ingevolge de bij deze brief gevoegde begroting, geraamd op {whole.amount(old.typed(told, 'f', cents))}, en wel als volgt:",
        "posts": [(line.description(text), line.amount(old.typed(amount, 'f' if not n else '"', cents))) for n, (text, line, amount) in enumerate(posts)] + [(whole.description("Totaal"), whole.amount(old.typed(stated, "f", cents)))],
        "aid": f"Blijkens een schrijven van {work['minister']} van {day(letter)} mag te dezer zake worden gerekend op een {aid.description('rijksbijdrage')}, groot {aid.amount(old.typed(grant, 'f', cents))} (zegge: {old.spelled(grant)} gulden). Het alsdan resterende bedrag wordt over de deelnemende gemeenten omgeslagen naar {work['by']}. Deze omslag leidt tot de navolgende bijdragen:",
        "shares": _shares(w, work, [town, *others], total - grant, cents),
    }  # fmt: skip


def _shares(w: Writer, work: dict[str, Any], towns: list[str], rest: Decimal, cents: str) -> list[list[str]]:
    head, least, most = work["base"]
    bases = [w.dice.randint(least, most) for _ in towns]
    unit = rest / sum(bases)
    amounts = [Decimal(round(base * unit)) for base in bases[:-1]]
    amounts.append(rest - sum(amounts))
    rows = []
    for town, base, amount in zip(towns, bases, amounts, strict=True):
        line = old.gulden(w, town, "item", amount)
        name = w.municipality(town, "party", line.description(town))
        rows.append([name, figures(Decimal(base), ""), line.amount(old.typed(amount, "f", cents))])
    whole = old.gulden(w, "Tezamen", "total", rest)
    rows.append([whole.description("Tezamen"), figures(Decimal(sum(bases)), ""), whole.amount(old.typed(rest, "f", cents))])
    if w.planted("table-cell-illegible"):
        rows[1][1] = w.smudge("tables.0.rows.1.1", rows[1][1])
    return w.table(["Gemeente", head, "Bijdrage"], rows)


def _end(w: Writer, town: str) -> dict[str, Any]:
    dice = w.dice
    listed = dice.random() < 0.5
    papers = ["raadsbesluit in tweevoud", "begroting van kosten", dice.choice(("situatietekening", "tekst der regeling"))]
    w.expect("enclosure-not-included")
    until = w.day + dt.timedelta(days=dice.randint(45, 90))
    roles = dice.choice((("De Secretaris", "De Burgemeester"), ("de secretaris", "de burgemeester")))
    return {
        "plea": f"Onder overlegging in tweevoud van het desbetreffende raadsbesluit en van de daarbij behorende begrotingswijziging verzoeken wij Uw College dit besluit ingevolge artikel 228 der gemeentewet te willen goedkeuren. Aangezien de laagste inschrijver zijn aanbod slechts tot {day(until)} gestand doet, zouden wij een spoedige beslissing zeer op prijs stellen.",
        "enclosed": "3",
        "papers": [w.enclosure(paper) for paper in papers] if listed else [],
        "board": "Burgemeester en Wethouders van " + w.municipality(town, "sender") + ",",
        "signed": old.signatories(w, old.persons(dice, 2, ("", "", "mr.")), roles, ","),
        "signatures": [art.signature(dice.randrange(10_000), "#20242e") for _ in range(2)],
    }  # fmt: skip
