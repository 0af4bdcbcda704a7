"""A ministry's grant decision of 2003-2008: letterhead in the left margin, labels over values, '- 2 -' on top.

The date stands under the label 'Den Haag'; sums for several years in a list, the whole also in words.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from samples.make import art
from tests.corpus import awards
from tests.corpus.families import family
from tests.corpus.wording import day, euro, in_words
from tests.corpus.writer import Writer

MINISTRIES = (
    ("Ministerie van Volksgezondheid, Welzijn en Sport", "mnre1025", "De Minister van Volksgezondheid, Welzijn en Sport", ("Postbus 20350", "2500 EJ"), ("Parnassusplein 5", "2511 VX"), "DJB/JZ", "Jeugdbeleid",
     "de Welzijnswet 1994 en de Subsidieregeling welzijnsbeleid", "Opvoeden in de buurt", "de opvoedingsondersteuning van jonge ouders"),
    ("Ministerie van Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer", "mnre0180", "De Minister van Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer", ("Postbus 20951", "2500 EZ"), ("Rijnstraat 8", "2515 XP"), "LMV", "Lokale Milieukwaliteit en Verkeer",
     "de Wet milieubeheer en het Besluit milieusubsidies", "Stille wegen, schone lucht", "het meten en terugdringen van geluidhinder in woonwijken"),
    ("Ministerie van Onderwijs, Cultuur en Wetenschap", "mnre1109", "De Minister van Onderwijs, Cultuur en Wetenschap", ("Postbus 16375", "2500 BJ"), ("Rijnstraat 50", "2515 XP"), "DK/B", "Cultureel Erfgoed",
     "de Wet overige OCenW-subsidies en de Bekostigingsregeling cultuuruitingen", "Archief dichtbij", "het toegankelijk maken van archieven voor scholen"),
    ("Ministerie van Landbouw, Natuur en Voedselkwaliteit", "mnre1150", "De Minister van Landbouw, Natuur en Voedselkwaliteit", ("Postbus 20401", "2500 EK"), ("Bezuidenhoutseweg 73", "2594 AC"), "DN", "Natuur",
     "de Kaderwet LNV-subsidies en de Subsidieregeling natuurbeheer", "Groen om de stad", "het openstellen van landschap voor wandelaars en fietsers"),
)  # fmt: skip
FOUNDATIONS = ("Stichting Samenspel", "Stichting De Brug", "Stichting Landschap en Leefmilieu", "Stichting Werkplaats Oost", "Stichting Het Open Huis")
LABELS = (("Ons kenmerk", "Inlichtingen bij", "Doorkiesnummer", "Den Haag"), ("Onderwerp", "Bijlage(n)", "Uw brief van", "Uw kenmerk"))


@family(
    "unseen",
    plants=(
        "date-missing",
        "dates-disagree",
        "reference-missing",
        "municipality-not-in-force",
        "amounts-disagree",
        "total-mismatch",
        "page-missing",
        "page-order",
    ),
)
def write(w: Writer) -> dict[str, Any]:
    """One decision of three pages; the sums of the years make the whole."""
    w.day = awards.some_day(w.dice, dt.date(2003, 8, 1), dt.date(2008, 12, 1))
    ministry = w.dice.choice(MINISTRIES)
    province = w.dice.choice(("Gelderland", "Overijssel", "Limburg", "Noord-Brabant"))
    town, other = w.dice.sample(awards.towns(province, w.day), 2)
    if w.planted("page-missing"):
        w.pages = (1, 3)
    if w.planted("page-order"):
        w.pages = (1, 3, 2)
    data: dict[str, Any] = {"mark": art.state_mark(), "signature": art.signature(w.dice.randrange(999), "#222222")}
    data |= _sender(w, ministry)
    data |= _recipient(w, town)
    data |= _head(w, ministry)
    data |= _sums(w)
    lost = w.dice.choice(awards.gone(province, w.day))
    data["near"] = awards.former(w, lost, "mentioned") if w.planted("municipality-not-in-force") else w.municipality(other.name, "mentioned")
    return data | _terms(w, ministry)


def _sender(w: Writer, ministry: Any) -> dict[str, Any]:
    name, identifier, minister, post, house, _, part, *_ = ministry
    w.silent("sender.organisation_id", identifier)
    w.either["sender.address"], w.either["sender.postcode"] = [house[0]], [house[1]]
    place = w.dice.choice(("Den Haag", "’s-Gravenhage"))
    role = w.dice.choice((f"de directeur {part}", f"de plaatsvervangend directeur {part}"))
    return {
        "name": w.field("sender.organisation", name),
        "post": [w.field("sender.address", post[0]), f"{w.field('sender.postcode', post[1])} {w.field('sender.place', place)}"],
        "house": [house[0], f"{house[1]} {place}"],
        "fax": f"(070) 3{w.dice.randint(10, 99)} {w.dice.randint(10, 99)} {w.dice.randint(10, 99)}",
        "phone": w.field("sender.phone", f"(070) 3{w.dice.randint(10, 99)} {w.dice.randint(10, 99)} {w.dice.randint(10, 99)}"),
        "minister": minister,
        "signed": [w.field("sender.role", role), w.field("sender.person", awards.person(w.dice))],
        "clerk": awards.person(w.dice, title=False),
        "division": part,
    }


def _recipient(w: Writer, town: Any) -> dict[str, Any]:
    foundation = w.dice.random() < 0.4
    house = awards.street(w.dice, town) if foundation else awards.address(town)
    called = w.dice.choice(FOUNDATIONS)
    place = [w.field("recipient.address", house.line), f"{w.field('recipient.postcode', house.postcode)}  {w.field('recipient.place', house.place.upper())}"]
    if foundation:
        return {"to": [w.field("recipient.role", "Het bestuur"), f"van de {w.field('recipient.organisation', called)}", *place], "hail": "Geacht bestuur,", "you": "uw stichting"}
    w.silent("recipient.organisation_id", town.identifier)
    body = w.field("recipient.organisation", f"Gemeente {town.name}", f"gemeente {w.municipality(town.name, 'recipient')}")
    return {
        "to": [w.field("recipient.role", "Het college van burgemeester en wethouders"), f"van de {body}", *place],
        "hail": "Geacht college,",
        "you": "uw gemeente",
    }


def _head(w: Writer, ministry: Any) -> dict[str, Any]:
    asked = awards.some_day(w.dice, w.day - dt.timedelta(days=130), w.day - dt.timedelta(days=45))
    ours = f"{ministry[5]}-{w.dice.randint(2300000, 2899999)}"
    yours = w.dice.choice((f"{w.dice.randint(1000, 9999)}/{w.day:%y}", f"MO/{asked.year}/{w.dice.randint(100, 999)}", f"{asked:%y}.{w.dice.randint(10000, 99999)}"))
    other = w.day + dt.timedelta(days=w.dice.choice((-21, -14, 14)))
    own = "" if w.planted("date-missing") else w.date(day(w.day))
    again = own
    if w.planted("dates-disagree"):
        again = day(other)
        w.either["date"] = [other.isoformat()]
    ref = "" if w.planted("reference-missing") else w.field("references.ours", ours)
    count = w.dice.choice(("1", "geen", "-"))
    if count == "1":
        w.expect("enclosure-not-included")
    title = w.dice.choice(("Subsidieverlening ‘{0}’", "Beschikking tot subsidieverlening project ‘{0}’", "Subsidie project ‘{0}’")).format(ministry[8])
    values = {
        "Ons kenmerk": ref,
        "Den Haag": own,
        "Onderwerp": w.field("subject", title),
        "Bijlage(n)": count,
        "Uw brief van": w.field("replies_to", asked.isoformat(), day(asked)),
        "Uw kenmerk": w.field("references.yours", yours),
    }
    return {"labels": LABELS, "values": values, "again": again, "ref": ref}


def _sums(w: Writer) -> dict[str, Any]:
    style = w.dice.choice(("comma-dash", "comma-dashes", "cents", "code"))
    first = w.day.year + (w.day.month > 9)
    count = w.dice.choice((2, 3, 3))
    total = w.dice.randrange(160, 980) * 500
    yearly = awards.parts(w.dice, total, [3, 3, 2][:count], 250)
    spoilt = w.dice.randrange(1, count)
    spent = [amount + (5000 if w.plant == "total-mismatch" and number == spoilt else 0) for number, amount in enumerate(yearly)]
    w.planted("total-mismatch")
    whole = w.budget("subsidie", "total", Decimal(total))
    years = []
    for number, amount in enumerate(spent):
        line = w.budget(str(first + number), "item", amount)
        years.append(f"voor {line.description(str(first + number))}: {line.amount(euro(amount, style))}")
    said = int(awards.swapped(Decimal(total))) if w.planted("amounts-disagree") else total
    if said != total:
        w.either["budget_lines.0.amount"] = [f"{said:.2f}"]
    study = w.budget("evaluatie", "item", Decimal(w.dice.randrange(16, 60) * 500))
    evaluated = Decimal(w.truth["budget_lines"][-1]["amount"])
    own = w.budget("eigen bijdrage", "item", Decimal(w.dice.randrange(20, 90) * 1000))
    added = Decimal(w.truth["budget_lines"][-1]["amount"])
    share = w.dice.choice((80, 90))
    advance = spent[0] * share / 100
    paid = w.budget("voorschot", "item", advance)
    return {
        "total": f"{whole.amount(euro(Decimal(total), style))} (zegge: {in_words(said)} euro)",
        "years": years,
        "period": f"{first}-{first + count - 1}",
        "study": f"Van dit bedrag is ten hoogste {study.amount(euro(evaluated, style))} bestemd voor een {study.description('evaluatie')} door een onafhankelijk bureau.",
        "own": f"Ik ga er daarbij van uit dat u zelf een {own.description('eigen bijdrage')} van {own.amount(euro(added, style))} in het project steekt, zoals in het dekkingsplan is vermeld.",
        "advance": f"Voor {first} verstrek ik u een {paid.description('voorschot')} van {share}%, dat is {paid.amount(euro(advance, style))}.",
        "limit": euro(Decimal(125000), style),
    }


def _terms(w: Writer, ministry: Any) -> dict[str, Any]:
    until = w.day.year + 4
    return {
        "law": ministry[7],
        "project": ministry[8],
        "aim": ministry[9],
        "settle": day(dt.date(until, w.dice.choice((4, 7)), 1)),
        "opening": w.dice.choice((0, 1, 2)),
        "closing": w.dice.choice((0, 1)),
        "lawday": day(w.dice.choice((dt.date(2001, 6, 20), dt.date(1999, 12, 3), dt.date(2002, 3, 14)))),
    }
