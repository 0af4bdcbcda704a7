"""A ministry grants a contribution, 1978-1994: daisy wheel under small printed labels in a row, a ruled
table of numbers and norms, 'blad 2 van 3' with the date again on each following page.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make import art
from tests.corpus import oldletters as old
from tests.corpus.families import family
from tests.corpus.oldgrants import HOUSING, WELFARE, WORK, Scheme
from tests.corpus.wording import day, figures
from tests.corpus.writer import Writer

TOWNS = (
    ("Helmond", "Oss", "Deurne"), ("Kampen", "Zwolle", "Deventer"), ("Hoogeveen", "Meppel", "Emmen"),
    ("Venlo", "Roermond", "Weert"), ("Heerlen", "Kerkrade", "Maastricht"), ("Delfzijl", "Winschoten", "Appingedam"),
    ("Gouda", "Schiedam", "Vlaardingen"), ("Gorinchem", "Dordrecht", "Zwijndrecht"), ("Goes", "Middelburg", "Vlissingen"),
    ("Terneuzen", "Hulst", "Goes"), ("Zutphen", "Doetinchem", "Winterswijk"), ("Harderwijk", "Ermelo", "Nunspeet"),
)  # fmt: skip
HEADS = {"Directie": "de directeur {}", "Directoraat-Generaal": "de directeur-generaal {}"}
PLANTS = (
    "recipient-missing", "date-impossible", "dates-disagree", "percentage-mismatch", "line-arithmetic-mismatch",
    "enumeration-count-mismatch", "body-not-in-force", "page-missing", "page-order",
)  # fmt: skip


@family("tuned", plants=PLANTS)
def write(w: Writer) -> dict[str, Any]:
    dice = w.dice
    scheme = dice.choice((HOUSING, WELFARE, WORK))
    early = dice.random() < 0.3
    span = (dt.date(1978, 9, 1), dt.date(1981, 5, 29)) if early else (dt.date(1983, 3, 1), dt.date(1994, 6, 17))
    w.day = old.working_day(dice, *span)
    town, *near = dice.choice(TOWNS)
    if w.planted("page-missing"):
        w.pages = (1, 3)
        w.allow("enumeration-count-mismatch", "total-mismatch")
    if w.planted("page-order"):
        w.pages = (1, 3, 2)
        w.allow("enumeration-count-mismatch", "total-mismatch")
    portfolio = _ministry(w, scheme, early)
    data = _head(w, scheme, portfolio) | {"to": _to(w, town)}
    data |= _text(w, scheme, near) | _sums(w, scheme) | _end(w, scheme, portfolio)
    return data


def _ministry(w: Writer, scheme: Scheme, early: bool) -> str:
    """The portfolio as the letter names it, and the sender of the truth."""
    right, wrong = (scheme.early, scheme.late) if early else (scheme.late, scheme.early)
    shown = wrong if w.planted("body-not-in-force") else right
    body = registers.body(f"Ministerie van {right}", w.day)
    w.silent("sender.organisation_id", body.identifier if body else None)
    if shown != right:
        w.either["sender.organisation"] = [f"Ministerie van {right}"]
        other = next(b.identifier for b in registers.bodies() if b.name == f"Ministerie van {shown}")
        w.either["sender.organisation_id"] = [None, other]
    return shown


def _head(w: Writer, scheme: Scheme, portfolio: str) -> dict[str, Any]:
    dice = w.dice
    asked = old.days_before(dice, w.day, 25, 140)
    known = dice.random() < 0.75
    yours = f"{dice.choice(('SZ', 'VH', 'AZ', 'WZ', 'Fin.'))}/{dice.randint(112, 4900)}"
    if not known:
        w.expect("reference-missing")
    letters = "".join(word[0] for word in scheme.office.replace("-", " ").split() if word[0].isupper())
    ours = dice.choice((f"{letters} {dice.randint(112_000, 389_000)}", f"{letters}/{w.day.year % 100}-{dice.randint(1100, 8900)}", f"U-{dice.randint(1100, 8900)}"))
    direct = f"070-{'3' if w.day.year > 1990 else ''}{dice.randint(210, 469)}{dice.randint(100, 999)}"
    again = w.day + dt.timedelta(days=dice.choice((1, 7, 8)))
    head = w.date(day(w.day))
    if w.planted("dates-disagree"):
        w.either["date"] = [again.isoformat()]
        later = day(again)
    else:
        later = head
    numbered = dice.random() < 0.55
    if numbered:
        w.expect("enclosure-not-included")
    w.field("sender.organisation", f"Ministerie van {portfolio}")
    return {
        "ministry": w.field("sender.organisation", f"Ministerie van {portfolio}"),
        "office": scheme.office,
        "foot": [w.field("sender.address", scheme.address), f"{w.field('sender.postcode', scheme.postcode)}  {w.field('sender.place', scheme.place)}"],
        "first": [
            ("Uw brief van", w.field("replies_to", asked.isoformat(), day(asked))),
            ("Uw kenmerk", w.field("references.yours", yours) if known else ""),
            ("Ons kenmerk", w.field("references.ours", ours)),
            ("Datum", head),
        ],
        "second": [
            ("Onderwerp", w.field("subject", dice.choice(scheme.subjects))),
            ("Doorkiesnummer", w.field("sender.phone", direct)),
            ("Bijlage(n)", "1" if numbered else "geen"),
        ],
        "again": [("Ons kenmerk", w.field("references.ours", ours)), ("Datum", later)],
        "form": "Een declaratieformulier treft u als bijlage bij deze brief aan." if numbered else "Het declaratieformulier wordt u te zijner tijd door mijn directie toegezonden.",
        "font": dice.choice(("Courier Prime Code", "Liberation Mono", "DejaVu Sans Mono")),
        "beside": dice.random() < 0.5,
    }  # fmt: skip


def _to(w: Writer, town: str) -> list[str]:
    item = registers.municipality(town, w.day)
    assert item
    box, _, rest = item.postal_address.partition(", ")
    if w.planted("recipient-missing"):
        return []
    w.silent("recipient.organisation_id", item.identifier)
    code, place = rest[:7], rest[8:]
    return [
        w.field("recipient.role", "Het college van burgemeester en wethouders"),
        "van " + w.field("recipient.organisation", f"Gemeente {town}", w.municipality(town, "recipient")),
        w.field("recipient.address", box),
        w.field("recipient.postcode", code) + "  " + w.field("recipient.place", place),
    ]


def _text(w: Writer, scheme: Scheme, near: list[str]) -> dict[str, Any]:
    dice = w.dice
    talked = old.days_before(dice, w.day, 10, 60)
    asked = dice.choice((
        f"In uw bovengenoemde brief hebt u mij verzocht om {scheme.opening} met een rijksbijdrage mogelijk te maken. Naar aanleiding daarvan deel ik u het volgende mee.",
        f"Bij uw in hoofde dezes vermelde brief vroeg u mijn medewerking aan {scheme.opening}. Over deze aangelegenheid is op {old.on_weekday(talked)} met vertegenwoordigers van uw gemeente van gedachten gewisseld.",
    )) if scheme is not HOUSING else dice.choice((
        f"Met uw brief hebt u een aanvraag ingediend om een bijdrage in de kosten van {scheme.opening}. Hierover kan ik u het volgende meedelen.",
        f"Uw aanvraag om geldelijke steun voor {scheme.opening} heeft geleid tot het overleg van {old.on_weekday(talked)}, waarvan u het verslag inmiddels hebt ontvangen.",
    ))  # fmt: skip
    towns = f"Ik teken hierbij aan dat ook uit de gemeenten {w.municipality(near[0], 'mentioned')} en {w.municipality(near[1], 'mentioned')} aanvragen van enige omvang zijn ontvangen. Bij de afweging daarvan is gelet op de stand van de voorbereiding; uw aanvraag was de enige die zonder nadere aanvulling in behandeling kon worden genomen."
    rules = old.days_before(dice, w.day, 200, 900)
    extra = [
        "De toekenning geschiedt onder het voorbehoud dat de begrotingswetgever de daarvoor benodigde gelden ter beschikking stelt. Mocht in de loop van het jaar blijken dat gelden die elders in uw provincie voor hetzelfde doel zijn gereserveerd niet tot besteding komen, dan ben ik bereid een aanvullende aanvraag in overweging te nemen; daarover dient in dat geval tijdig overleg te worden gevoerd met mijn directie.",
        f"Voor de administratieve afwikkeling verwijs ik naar mijn circulaire van {day(rules)}, nr. {dice.randint(11, 89)}-{dice.randint(11, 48)}. De daarin opgenomen modellen gelden ook voor gemeenten die hun administratie met behulp van een computer voeren. Van de aldaar gegeven voorschriften kan slechts met mijn schriftelijke toestemming worden afgeweken.",
    ]
    return {"extra": extra, "opening": [asked, scheme.policy, scheme.judged, towns]}


def _sums(w: Writer, scheme: Scheme) -> dict[str, Any]:
    dice = w.dice
    share = dice.choice((40, 60, 75, 80))
    names = dice.sample(scheme.rows, dice.randint(3, 4))
    least, most, step = scheme.price
    wrong = dice.randrange(len(names))
    rows, total = [], Decimal(0)
    for number, name in enumerate(names):
        quantity = dice.randint(*scheme.quantity)
        price = Decimal(dice.randint(least, most) * 1000 + dice.choice((0, step)))
        amount = quantity * price
        total += amount
        stated = quantity + 2 if number == wrong and w.planted("line-arithmetic-mismatch") else quantity
        line = old.gulden(w, name, "item", amount, unit=scheme.counted[2], quantity=str(stated), unit_price=price)
        rows.append([line.description(name), str(stated), figures(price), line.amount(figures(amount))])
    whole = old.gulden(w, "Totaal", "total", total)
    rows.append([whole.description("Totaal"), "", "", whole.amount(figures(total))])
    grant = old.gulden(w, "rijksbijdrage", "item", total * share / 100)
    rest = old.gulden(w, "gemeentelijke bijdrage", "item", total - total * share / 100)
    said = share + 5 if w.planted("percentage-mismatch") else share
    return {
        "intro": "Met inachtneming van de geldende normbedragen heb ik de kosten die voor een rijksbijdrage in aanmerking komen, vastgesteld zoals in het onderstaande overzicht is weergegeven. De bedragen luiden in guldens.",
        "table": w.table(["Onderdeel", scheme.counted[0], scheme.counted[1], "Bedrag"], rows),
        "give": f"De {grant.description('rijksbijdrage')} bedraagt {said}% van {whole.amount('Hfl. ' + figures(total))}, dat is {grant.amount('Hfl. ' + figures(total * share / 100))}. Het resterende gedeelte, te weten een {rest.description('gemeentelijke bijdrage')} van {rest.amount('Hfl. ' + figures(total - total * share / 100))}, dient in uw begroting te worden opgenomen. Prijsstijgingen die zich na de datum van deze brief voordoen, leiden niet tot een hogere rijksbijdrage.",
    }  # fmt: skip


def _end(w: Writer, scheme: Scheme, portfolio: str) -> dict[str, Any]:
    dice = w.dice
    terms = dice.sample(scheme.terms, 4)
    terms[-1] = terms[-1].rstrip(";") + "."
    count = old.SMALL[4 + (1 if w.planted("enumeration-count-mismatch") else 0)]
    until = f"{31 if w.planted('date-impossible') else 30} november {w.day.year + (w.day.month > 8)}"
    kind, _, field = scheme.office.partition(" ")
    role = HEADS[kind].format(field)
    name = old.person(dice, ("mr.", "drs.", "ir.", "mr. drs.", "dr."))
    proxy = dice.choice(("namens deze,", "voor deze,"))
    account = f"28.50.{dice.randint(10, 99)}.{dice.randint(100, 999)}"
    return {
        "binding": f"Aan de toekenning verbind ik de volgende {count} voorwaarden:",
        "terms": terms,
        "pay": f"De rijksbijdrage wordt uitbetaald in vier gelijke termijnen, door overschrijving op uw rekening {account} bij de N.V. Bank voor Nederlandsche Gemeenten. De eerste termijn wordt overgemaakt zodra ik het bericht heb ontvangen dat met de uitvoering is begonnen; dat bericht dient vóór {until} in mijn bezit te zijn, bij gebreke waarvan ik mij het recht voorbehoud de toekenning in te trekken. De laatste termijn volgt na goedkeuring van de einddeclaratie, die vergezeld gaat van een verklaring van een accountant als bedoeld in artikel 265a van de gemeentewet.",
        "law": "Tegen dit besluit kan een belanghebbende op grond van de Algemene wet bestuursrecht binnen zes weken na de dag van bekendmaking bij mij een bezwaarschrift indienen. Het bezwaarschrift schorst de werking van het besluit niet." if w.day.year > 1993 else "Ik wijs u er ten slotte op dat tegen deze beschikking binnen dertig dagen na de dag van verzending bij mij een bezwaarschrift kan worden ingediend op de voet van de Wet administratieve rechtspraak overheidsbeschikkingen. Een beroepschrift bij de Afdeling rechtspraak van de Raad van State heeft geen schorsende werking.",
        "closing": scheme.closing,
        "minister": f"DE MINISTER VAN {portfolio.upper()},",
        "proxy": proxy,
        "signed": old.signatories(w, [name], [role], ",")[0],
        "signature": art.signature(dice.randrange(10_000), "#1b2a5b"),
    }  # fmt: skip
