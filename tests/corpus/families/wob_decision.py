"""A decision under the Wob as it was put online: address and salutation covered, labels in a block, inventory and costs in tables."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from samples.make.art import signature
from tests.corpus import state
from tests.corpus.families import family
from tests.corpus.wob_matters import GROUNDS, MATTERS, Matter
from tests.corpus.wording import MONTHS, day, euro
from tests.corpus.writer import Writer

NUMBERS = {4: "vier", 5: "vijf", 6: "zes"}
PLANTS = (
    "subject-missing", "date-impossible", "reply-precedes-letter", "total-unverifiable",
    "personal-data-exposed", "redaction-without-ground", "redaction-ground-odd", "redaction-leak",
)  # fmt: skip



@family("tuned", plants=PLANTS)
def write(w: Writer) -> dict[str, Any]:
    dice = w.dice
    matter = dice.choice(MATTERS)
    w.day = state.working_day(dice, dt.date(2014, 2, 1), dt.date(2021, 12, 1))
    w.style = dice.choice(("black", "grey", "border", "colour", "white-out", "black"))
    w.leak = w.planted("redaction-leak")
    printed = dice.choice(("10.2.e", "10.2e", "(10)(2e)", "10.2 e"))
    organisation, postal, acts = _body(w, matter)
    w.silent("sender.organisation_id", matter.body)
    number = dice.randrange(100000, 980000)
    applicant = state.person(dice)
    subject = dice.choice(("Besluit op uw Wob-verzoek", "Beslissing op Wob-verzoek", f"Wob-verzoek inzake {matter.about}"))
    rest = _address(w, applicant, printed)
    clerk = state.person(dice)
    mail = f"{state.surname(clerk).lower().replace(' ', '').replace(chr(39), '')}@{matter.domain}"
    if w.day >= dt.date(2017, 10, 26):
        mail = mail.replace("minienm", "minienw")
    if w.planted("personal-data-exposed"):
        contact = w.field("sender.email", mail)
    else:
        contact = w.cover("contact", mail, "10.2.e", printed)
    return {
        "ribbon": state.ribbon() if matter.body.startswith("mnre") else "",
        "organisation": w.field("sender.organisation", organisation),
        "postal": [w.field("sender.address", postal[0]), f"{w.field('sender.postcode', postal[1])} {w.field('sender.place', postal[2])}"],
        "contact": [w.cover("person", clerk, "10.2.e", printed), contact],
        "date": w.date(day(w.day)),
        "ours": w.field("references.ours", dice.choice((f"Wob-{w.day.year}-{number % 400:03}", f"{number}-{number // 3}-WJZ", f"{w.day.year}/{number}"))),
        "subject": "" if w.planted("subject-missing") else w.field("subject", subject),
        **rest,
        **_procedure(w, matter),
        **_inventory(w, matter),
        **_decision(w, matter, acts, printed),
    }  # fmt: skip


def _body(w: Writer, matter: Matter) -> tuple[str, tuple[str, str, str], str]:
    if matter.body.startswith("mnre"):
        office = state.ministry(matter.body, w.day)
        return office.name, state.split_address(office.postal), f"De minister van {office.field}"
    return "Nederlandse Zorgautoriteit", ("Postbus 3017", "3502 GA", "Utrecht"), "Nederlandse Zorgautoriteit"


def _address(w: Writer, applicant: str, printed: str) -> dict[str, Any]:
    dice = w.dice
    odd = w.planted("redaction-ground-odd")
    bare = w.planted("redaction-without-ground")
    lines = [("person", applicant), ("contact", f"{dice.choice(('Lindelaan', 'Kerkstraat', 'Molenweg'))} {dice.randrange(3, 90)}"), ("contact", f"{dice.randrange(3512, 3532)} {dice.choice(('AB', 'KD', 'PS'))} UTRECHT")]
    covered = [w.cover(kind, text, "5.1.2.e" if odd and index == 0 else "10.2.e", "5.1.2.e" if odd and index == 0 else printed) for index, (kind, text) in enumerate(lines)]
    group = dice.choice(("", "Stichting Openbaar Water", "Redactie De Ronde Tafel", "Vereniging Burgers voor Inzage"))
    if group:
        first = [w.field("recipient.organisation", group), "T.a.v. " + covered[0]]
    else:
        first = [covered[0]]
        w.allow("recipient-missing")
    title = dice.choice(("heer", "mevrouw"))
    name = state.surname(applicant)
    salutation = w.cover("person", name, "" if bare else "10.2.e", "" if bare else printed)
    return {"address": [*first, *covered[1:]], "salutation": f"Geachte {title} {salutation},"}


def _procedure(w: Writer, matter: Matter) -> dict[str, Any]:
    dice = w.dice
    request = state.moved(w.day, -dice.randrange(50, 75))
    receipt = state.moved(request, dice.randrange(1, 4))
    confirmed = state.moved(receipt, dice.randrange(3, 8))
    postponed = state.moved(receipt, 25)
    shown = request.replace(day=min(request.day, 28))
    if w.planted("reply-precedes-letter"):
        shown = shown.replace(year=shown.year + 1)
    stated = day(confirmed)
    if w.planted("date-impossible"):
        stated = f"{_no_day(confirmed)} {confirmed.year}"
    channel = dice.choice(("brief", "brief", "e-mail"))
    start = f"Bij {channel} van {w.field('replies_to', shown.isoformat(), day(shown))}, door mij ontvangen op {day(receipt)}, heeft u met een beroep op de Wet openbaarheid van bestuur (hierna: Wob) verzocht om informatie over {matter.about}."
    return {
        "start": [
            start,
            f"De ontvangst van uw verzoek heb ik bevestigd bij brief van {stated}. {dice.choice(('In diezelfde procedure heb ik u', 'Ik heb u'))} op {day(postponed)} bericht dat de beslistermijn op grond van artikel 6, tweede lid, van de Wob met vier weken wordt verdaagd, omdat derden in de gelegenheid moesten worden gesteld hun zienswijze te geven.",
        ]
    }  # fmt: skip


def _no_day(near: dt.date) -> str:
    """A day that no calendar has, in a month near by."""
    if near.month <= 3:
        return "30 februari"
    month = max(number for number in (4, 6, 9, 11) if number <= near.month)
    return f"31 {MONTHS[month - 1]}"


def _inventory(w: Writer, matter: Matter) -> dict[str, Any]:
    dice = w.dice
    count = dice.choice((4, 5, 6))
    town = dice.choice(state.STEADY)
    rows = []
    chosen = [item for item in matter.documents if "{}" in item[0]] + [item for item in matter.documents if "{}" not in item[0]][: count - 1]
    dates = sorted(state.moved(w.day, -dice.randrange(200, 900)) for _ in chosen)
    for index, ((name, ground), date) in enumerate(zip(chosen, dates, strict=True), start=1):
        judged = {"-": "Openbaar", "11.1": "Geweigerd"}.get(ground, "Deels openbaar")
        rows.append([str(index), name.replace("{}", w.municipality(town, "mentioned")) if "{}" in name else name, day(date, "figures"), judged, ground])
    used = [code for code in GROUNDS if any(row[4] == code for row in rows)]
    told = f"Op basis van uw verzoek heb ik {dice.choice((f'in totaal {NUMBERS[count]}', f'{NUMBERS[count]}'))} documenten aangetroffen. Deze staan vermeld op de onderstaande inventarislijst. In dit besluit wordt verwezen naar de nummers op die lijst, zodat per document duidelijk is wat is besloten."
    return {
        "found": told,
        "inventory": w.table(["Nr.", "Document", "Datum", "Beoordeling", "Wob"], rows),
        "grounds": [{"title": GROUNDS[code][0], "text": GROUNDS[code][1]} for code in used],
        **_costs(w, matter),
    }


def _costs(w: Writer, matter: Matter) -> dict[str, Any]:
    dice = w.dice
    posts = matter.posts[: dice.choice((3, 4))]
    style = dice.choice(("cents", "comma-dash"))
    amounts = [Decimal(dice.randrange(1200, 64000)) + Decimal(dice.choice(("0", "0.50", "0"))) for _ in posts]
    hidden = w.planted("total-unverifiable")
    rows = []
    for index, (post, amount) in enumerate(zip(posts, amounts, strict=True)):
        covered = hidden and index == 1
        line = w.budget(post[0].upper() + post[1:], "item", None if covered else amount)
        figure = w.cover("amount", euro(amount, style), "10.2.b", "10.2.b") if covered else line.amount(euro(amount, style))
        rows.append([line.description(post[0].upper() + post[1:]), figure])
    total = w.budget("Totaal", "total", sum(amounts, Decimal(0)))
    rows.append([total.description("Totaal"), total.amount(euro(sum(amounts, Decimal(0)), style))])
    return {
        "costs_intro": f"U heeft ook gevraagd naar de uitgaven. Hoewel de Wob niet verplicht tot het vervaardigen van nieuwe documenten, geef ik u uit een oogpunt van dienstverlening het volgende overzicht van de betalingen aan {matter.firm}, exclusief btw.",
        "costs": w.table(["Onderdeel", "Bedrag"], rows),
    }


def _decision(w: Writer, matter: Matter, acts: str, printed: str) -> dict[str, Any]:
    dice = w.dice
    signer = state.person(dice, title=True)
    covered = dice.random() < 0.6
    w.expect("enclosure-not-included")
    w.either["sender.role"] = [acts, f"{acts}; {matter.unit}"]
    if matter.body == "zb000158":
        del w.either["sender.role"]
    return {
        "views": f"Bij de openbaarmaking zijn belangen van derden betrokken. Zij zijn op grond van artikel 4:8 van de Algemene wet bestuursrecht in de gelegenheid gesteld hierover binnen twee weken hun zienswijze te geven. {dice.choice((f'{matter.firm} heeft laten weten geen bezwaar te hebben tegen openbaarmaking van het overzicht.', 'De zienswijzen zijn in de belangenafweging meegenomen.'))}",
        "decision": dice.choice((
            "Ik besluit aan uw verzoek deels tegemoet te komen. De documenten zend ik u als bijlage bij dit besluit toe; de geweigerde passages zijn daarin onleesbaar gemaakt.",
            "Ik heb besloten de door u gevraagde informatie gedeeltelijk openbaar te maken. Een kopie van de documenten treft u aan in de bijlage. Dit besluit en de documenten worden geanonimiseerd op de website geplaatst.",
        )),
        "acts": acts,
        "signature": w.cover("signature", "M" * 5, "10.2.e", printed) if covered else "",
        "drawn": "" if covered else signature(dice.randrange(10**6)),
        "signer": w.cover("person", signer, "10.2.e", printed) if covered else w.field("sender.person", signer),
        "role": w.field("sender.role", matter.unit),
    }  # fmt: skip
