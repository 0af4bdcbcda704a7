"""A club, church or foundation asks burgemeester en wethouders for money, 1960-1989: typed without a
letterhead, a budget with dots, the sum in words; grey-blue carbon ink.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make import art
from tests.corpus import oldletters as old
from tests.corpus.families import family
from tests.corpus.oldclubs import BAND, CHURCH, ICE, PLAY, VILLAGES, Club
from tests.corpus.wording import MONTHS, day
from tests.corpus.writer import Writer

PLANTS = (
    "sender-missing", "recipient-missing", "subject-missing", "date-missing", "date-weekday-mismatch", "date-impossible",
    "amounts-disagree", "total-mismatch", "enumeration-count-mismatch", "text-illegible",
)  # fmt: skip


@family("unseen", plants=PLANTS)
def write(w: Writer) -> dict[str, Any]:
    dice = w.dice
    w.day = old.working_day(dice, dt.date(1960, 1, 20), dt.date(1989, 11, 30))
    club = dice.choice((BAND, ICE, CHURCH, PLAY))
    village, town, area, near = dice.choice(VILLAGES)
    data = _head(w, club, village, town, area)
    data |= _story(w, club, near) | _budget(w, club)
    return data | _end(w, club)


def _head(w: Writer, club: Club, village: str, town: str, area: str) -> dict[str, Any]:
    dice = w.dice
    name = dice.choice(club.names).format(village=village)
    street = dice.choice(("Dorpsstraat", "Kerkweg", "Molenstraat", "Stationsweg", "Wilhelminalaan", "Achterweg")) + f" {dice.randint(3, 120)}"
    code = f"{area} {dice.choice('ABCEGHK')}{dice.choice('ABCDEGHKLNP')}"
    phone = f"0{dice.randint(2100, 8900)}-{dice.randint(1210, 2890)}"
    called = dice.random() < 0.6
    place, date = w.field("sender.place", village), "" if w.planted("date-missing") else w.date(day(w.day))
    data: dict[str, Any] = {"dateline": f"{place}, {date}" if date else f"{place},"}
    if w.planted("sender-missing"):
        w.either["sender.place"] = [None]
        data["from"] = []
    else:
        house = w.field("sender.address", street)
        data["from"] = [
            w.field("sender.organisation", name),
            dice.choice(("Secretariaat: ", "Secr.: ", "p/a ")) + house,
            (w.field("sender.postcode", code) + "  " if w.day.year >= 1979 else "") + place,
            *(["tel. " + w.field("sender.phone", phone)] if called else []),
        ]
    if w.plant == "sender-missing":
        dice.choice(("Secretariaat: ", "Secr.: ", "p/a "))
    item = registers.municipality(town, w.day)
    assert item
    style = dice.choice((0, 1, 2))
    if w.planted("recipient-missing"):
        data["to"] = []
    else:
        w.silent("recipient.organisation_id", item.identifier)
        own = w.field("recipient.organisation", f"Gemeente {town}", w.municipality(town, "recipient"))
        at = w.field("recipient.place", town.upper())
        data["to"] = [
            ["Aan het College van", w.field("recipient.role", "Burgemeester en Wethouders"), "der gemeente " + own, "te " + at],
            ["Aan " + w.field("recipient.role", "Burgemeester en Wethouders") + " van " + own, at],
            ["Aan Heren", w.field("recipient.role", "Burgemeester en Wethouders"), "der Gemeente " + own, "Gemeentehuis", at],
        ][style]
        if style == 2:
            w.either["recipient.address"] = ["Gemeentehuis"]
        w.either["recipient.role"] = ["het College van Burgemeester en Wethouders", "Heren Burgemeester en Wethouders"]
    subject = dice.choice(club.subjects)
    label = dice.choice(("Betreft: ", "Onderwerp: ", "Betr.: "))
    data["subject"] = "" if w.planted("subject-missing") else label + w.field("subject", subject)
    data["salute"] = "Edelachtbaar College," if w.day.year < 1975 else dice.choice(("Geacht College,", "Edelachtbaar College,", "Geachte Heren,"))
    data["font"] = dice.choice(("TeX Gyre Cursor", "TeX Gyre Cursor", "Courier Prime Code", "DejaVu Sans Mono"))
    data["ink"] = dice.choice(("#2d3350", "#3c3f4a", "#24262b", "#35405f"))
    return data


def _story(w: Writer, club: Club, near: str) -> dict[str, Any]:
    dice = w.dice
    met = old.days_before(dice, w.day, 9, 60)
    when = old.on_weekday(met, wrong=w.planted("date-weekday-mismatch"))
    founded = club.founded.format(year=w.day.year - dice.randint(*club.age), number=dice.randint(28, 96))
    other = w.municipality(near, "mentioned")
    count = old.SMALL[3 + (1 if w.planted("enumeration-count-mismatch") else 0)]
    heard = "is het vraagstuk uitvoerig besproken"
    blot = w.smudge("", heard) if w.planted("text-illegible") else heard
    first = dice.choice((
        f"Ondergetekenden, handelende namens het bestuur, verzoeken U beleefd het navolgende in Uw welwillende overweging te willen nemen. Wij schrijven U namens {club.our}. {_upper(club.we)}, {founded}.",
        f"Namens het bestuur veroorloven wij ons de vrijheid U het volgende voor te leggen. {_upper(club.we)}, {founded}.",
    ))  # fmt: skip
    second = f"In de vergadering van {when} {blot} en is met algemene stemmen besloten ons tot Uw College te wenden. Het gaat ons om de volgende {count} {club.listed[0]}:"
    third = dice.choice((
        f"Wij mogen er op wijzen, dat in de gemeente {other} voor een soortgelijk doel reeds meermalen een bijdrage uit de gemeentekas werd verstrekt.",
        f"Naar wij vernamen, kent de gemeente {other} voor zulke gevallen een vaste regeling, waarvan wij de tekst gaarne voor U willen opvragen.",
    ))  # fmt: skip
    return {"first": [first, *club.why, second], "items": list(club.listed[1]), "after": third}


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _budget(w: Writer, club: Club) -> dict[str, Any]:
    dice = w.dice
    sign, cents = dice.choice((("f", ",--"), ("f", ",-"), ("fl.", ",--")))
    what, least, most, few, many, unit = club.counted
    price, quantity = Decimal(dice.randint(least, most)), dice.randint(few, many)
    off = Decimal(dice.choice((60, 150, 240)))
    line = old.gulden(w, what, "item", price * quantity, unit=unit, quantity=str(quantity), unit_price=price)
    posts = [(f"{line.description(what)}, {quantity} {unit} à {old.typed(price, sign, cents)}", line.amount(old.typed(price * quantity, sign, cents)))]
    total = price * quantity
    for number, (text, low, high) in enumerate(club.rows):
        amount = Decimal(dice.randint(low, high) // 5 * 5)
        total += amount
        stated = amount + off if number == 1 and w.planted("total-mismatch") else amount
        line = old.gulden(w, text, "item", stated)
        posts.append((line.description(text), line.amount(old.typed(stated, dice.choice((sign, sign)), cents))))
    whole = old.gulden(w, "Totaal", "total", total)
    posts.append((whole.description("Totaal"), whole.amount(old.typed(total, sign, cents))))
    own, action = (Decimal(int(total) * share // 100 // 25 * 25) for share in (dice.randint(14, 30), dice.randint(18, 32)))
    asked = total - own - action
    said = asked + 100 if w.planted("amounts-disagree") else asked
    first, second = (old.gulden(w, text, "item", amount) for text, amount in zip(club.funds, (own, action), strict=True))
    ask = old.gulden(w, "bijdrage", "item", asked)
    w.either[f"{ask.path}.description"] = ["subsidie", "bijdrage van Uw gemeente"]
    if said != asked:
        w.either[f"{ask.path}.amount"] = [f"{said:.2f}"]
    asking = dice.choice((
        f"Wij verzoeken Uw College daarom {club.we} een {ask.description('bijdrage')} te willen verlenen van {ask.amount(old.typed(asked, sign, cents))} (zegge: {old.spelled(said)} gulden).",
        f"Het is voor dit resterende bedrag, dat wij een beroep doen op Uw College. Wij verzoeken U derhalve ons een {ask.description('bijdrage')} ad {ask.amount(old.typed(asked, sign, cents))}, zegge {old.spelled(said)} gulden, te willen toekennen.",
    ))  # fmt: skip
    return {
        "costs": dice.choice(("De kosten zijn aan de hand van offertes als volgt begroot:", "Blijkens de ingewonnen prijsopgaven bedragen de kosten:")),
        "posts": posts,
        "cover": f"Een deel hiervan kunnen wij zelf opbrengen. Uit {first.description(club.funds[0])} is {first.amount(old.typed(own, sign, cents))} beschikbaar, terwijl de {second.description(club.funds[1])} {second.amount(old.typed(action, sign, cents))} heeft bedragen. Een hoger bedrag zou onze kas, die ook de gewone uitgaven moet dragen, niet kunnen lijden.",
        "asking": asking,
    }  # fmt: skip


def _end(w: Writer, club: Club) -> dict[str, Any]:
    dice = w.dice
    year = w.day.year + 1
    month = dice.choice((4, 6, 9))
    date = f"{31 if w.planted('date-impossible') else 30} {MONTHS[month - 1]} {year}"
    giro = f"{dice.randint(112, 998)}{dice.randint(1000, 9998)}"
    names = old.persons(dice, dice.choice((1, 2, 2)))
    roles = ("voorzitter", "secretaris") if len(names) == 2 else (dice.choice(("secretaris", "secretaresse")),)
    papers = dice.sample(("balans en exploitatierekening", "offertes", "ledenlijst", "situatietekening"), 2) if dice.random() < 0.5 else []
    if papers:
        w.expect("enclosure-not-included")
    signed = [] if w.plant == "sender-missing" else old.signatories(w, names, roles)
    thanks = dice.choice((
        "In de hoop, dat U in gunstige zin op dit verzoek zult willen beschikken, tekenen wij, met verschuldigde hoogachting,",
        "U bij voorbaat dankend voor de aandacht, die U aan dit schrijven zult willen schenken, verblijven wij, hoogachtend,",
    ))  # fmt: skip
    return {
        "last": [
            f"Gaarne zouden wij de werkzaamheden voltooid zien vóór {date}, de dag die voor {club.thing} is bestemd. De bijdrage kan worden overgemaakt op postrekening {giro} ten name van de penningmeester.",
            "Vanzelfsprekend zijn wij tot het geven van een mondelinge toelichting gaarne bereid.",
            thanks,
        ],
        "names": [(who["name"], who["role"]) for who in signed],
        "signatures": [art.signature(dice.randrange(10_000), "#1a2f7a") for _ in names],
        "papers": [w.enclosure(paper) for paper in papers],
    }  # fmt: skip
