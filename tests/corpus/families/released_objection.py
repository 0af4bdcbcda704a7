"""An objection of a law firm or a citizen to a municipality, covered with pen or white-out.

A4 as somebody writes at home (TeX Gyre Cursor) or as a firm does (EB Garamond): sender's block, dateline
with the place, numbered grounds, a received box to fill in. No codes; names and addresses covered.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

from tests.corpus import released, wording
from tests.corpus.families import family
from tests.corpus.writer import Writer

PLANTS = (
    "sender-missing", "amounts-disagree", "personal-data-exposed", "municipality-unknown",
    "text-illegible", "redaction-leak", "postcode-place-mismatch", "date-in-future",
    "recipient-missing",
)  # fmt: skip
TOWNS = (
    ("Veenendaal", "Ede", "Lunteren"), ("Hoorn", "Medemblik", "Kudelstaart"), ("Weert", "Nederweert", "Odiliapeel"),
    ("Zwijndrecht", "Dordrecht", "Zevenbergschen Hoek"), ("Gorinchem", "Altena", "Kudelstaart"), ("Goes", "Kapelle", "Lemelerveld"),
)  # fmt: skip
FIRMS = (
    ("Wiegers & Van Rossum Advocaten", "Zijlstraat 74", "2011 TR", "Haarlem", "023 - 531 22 84", "secretariaat@wiegersvanrossum.nl"),
    ("Lammers Bestuursrecht", "Velperplein 18", "6811 AH", "Arnhem", "026 - 442 17 30", "kantoor@lammersbestuursrecht.nl"),
    ("Huisman Tuinstra Advocatuur", "Nieuwestad 112", "8911 CX", "Leeuwarden", "058 - 213 90 45", "info@huismantuinstra.nl"),
)  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Dispute:
    """What the objection is against and why; texts with {neighbour}, {other} and {blot}."""

    subject: str
    decision: str
    facts: tuple[str, str]
    grounds: tuple[str, str, str]
    secret: str
    sums: tuple[str, str, str]
    blot: str


DISPUTES = (
    Dispute(
        "Bezwaarschrift tegen verleende omgevingsvergunning",
        "waarin u meedeelt dat een omgevingsvergunning is verleend voor een bedrijfshal op het naastgelegen perceel",
        ("De hal krijgt een nokhoogte van 11,5 meter, terwijl het bestemmingsplan 8 meter toestaat. Op een afstand van 14 meter van {house} verdwijnt daarmee vrijwel alle middagzon.", "De aanvrager, {neighbour}, heeft de plannen niet met de omwonenden besproken. In de gemeente {other} is een vergelijkbaar plan na overleg {blot}."),
        ("Het besluit is in strijd met artikel 2.12 van de Wet algemene bepalingen omgevingsrecht, omdat een goede ruimtelijke onderbouwing ontbreekt.", "Het bezonningsonderzoek gaat uit van een andere hoogte dan de tekeningen bij de vergunning.", "De belangen zijn niet afgewogen zoals artikel 3:4 van de Algemene wet bestuursrecht voorschrijft."),
        "In het voorjaar is mondeling toegezegd dat de hal lager zou worden gebouwd als van een zienswijze zou worden afgezien. Die toezegging is later door dezelfde ambtenaar ontkend.",
        ("tegemoetkoming", "waardevermindering van de woning", "taxatierapport"),
        "met twee meter verlaagd",
    ),
    Dispute(
        "Bezwaar tegen afwijzing vergoeding wateroverlast",
        "waarin u het verzoek om vergoeding van de schade door wateroverlast afwijst",
        ("Na de herinrichting van de straat ligt de kruin van de weg zes centimeter hoger. Sindsdien loopt bij iedere stevige bui het water over de stoep de kelder van {house} in.", "Ook de buren, onder wie {neighbour}, hebben schade gemeld. In de gemeente {other} zijn de kolken na dezelfde klachten {blot}."),
        ("Uw stelling dat sprake is van een bui die eens in de honderd jaar voorkomt, wordt door de metingen van het waterschap weersproken.", "De gemeente is op grond van artikel 3.5 van de Waterwet verantwoordelijk voor de inzameling van hemelwater.", "Het rapport waarnaar u verwijst, is niet ter inzage gegeven, in strijd met artikel 7:4 van de Algemene wet bestuursrecht."),
        "De toezichthouder heeft tijdens de schouw gezegd dat de aannemer de kolken verkeerd heeft gesteld en dat de gemeente dat bij de oplevering had moeten zien. Hij wilde dat niet op papier zetten.",
        ("schadevergoeding", "herstel van de keldervloer", "vervanging van de cv-ketel"),
        "opnieuw gesteld en van grotere roosters voorzien",
    ),
    Dispute(
        "Bezwaarschrift inzake weigering maatwerkvoorziening Wmo",
        "waarin u de aanvraag voor een aangepaste badkamer en een traplift afwijst",
        ("Door een spierziekte is het gebruik van de trap in {house} niet langer mogelijk. De badkamer bevindt zich op de eerste verdieping.", "De ergotherapeut, {neighbour}, heeft de noodzaak bevestigd. In de gemeente {other} wordt in zulke gevallen {blot}."),
        ("Het onderzoek voldoet niet aan artikel 2.3.2 van de Wet maatschappelijke ondersteuning 2015: er is geen huisbezoek afgelegd.", "Het primaat van verhuizen is toegepast zonder na te gaan of een geschikte woning beschikbaar is.", "Het medisch advies is opgesteld door een arts die het dossier niet heeft opgevraagd."),
        "De ziekte is progressief en de behandelend neuroloog verwacht dat binnen twee jaar een rolstoel nodig is. Deze informatie is bij het keukentafelgesprek gegeven, maar staat niet in het verslag.",
        ("vergoeding", "traplift", "aanpassing van de badkamer"),
        "wel een voorziening toegekend",
    ),
)  # fmt: skip


@family("unseen", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    base = released.workday(dt.date(w.dice.choice((2016, 2018, 2019, 2021)), w.dice.randint(2, 11), w.dice.randint(2, 26)))
    w.day = base.replace(year=base.year + 18) if w.planted("date-in-future") else base
    w.style = w.dice.choice(("pen", "pen", "white-out", "black"))
    w.leak = w.planted("redaction-leak")
    release = released.Release("Wob", "")
    dispute, (town, other, unknown), firm = w.dice.choice(DISPUTES), w.dice.choice(TOWNS), w.dice.choice(FIRMS)
    lawyer, persons = w.dice.random() < 0.5, released.people(w.dice, 4)
    street = f"{w.dice.choice(('Lindenlaan', 'Achterweg', 'Kerkstraat', 'Molenpad'))} {w.dice.randint(3, 88)}"
    nameless = w.planted("sender-missing")
    data = {"lawyer": lawyer, "received": w.dice.random() < 0.6}
    data |= _sender(w, release, firm if lawyer else None, (persons[0].name, street), town, nameless)
    data |= _recipient(w, town) | _head(w, dispute, lawyer, base, firm[3] if lawyer else released.postal(town, w)[2])
    named = unknown if w.planted("municipality-unknown") else w.municipality(other, "mentioned")
    data |= _text(w, release, dispute, lawyer, (persons, street, named)) | _money(w, dispute, lawyer, base)
    return data | _closing(w, release, persons, lawyer, nameless, base)


def _sender(w: Writer, release: released.Release, firm: tuple[str, ...] | None, citizen: tuple[str, str], town: str, nameless: bool) -> dict[str, Any]:
    area = released.postal(town, w)
    if nameless:
        return {"sender": []}
    if firm:
        name, street, postcode, place, phone, mail = firm
        return {"sender": [
            w.field("sender.organisation", name),
            w.field("sender.address", street),
            f"{w.field('sender.postcode', postcode)} {w.field('sender.place', place)}",
            f"tel. {w.field('sender.phone', phone)}",
            w.field("sender.email", mail),
        ]}  # fmt: skip
    return {"sender": [
        release.hide(w, "person", citizen[0]),
        release.hide(w, "contact", citizen[1]),
        release.hide(w, "contact", f"{area[1][:4]} {citizen[0][0]}K {area[2]}"),
    ]}  # fmt: skip


def _recipient(w: Writer, town: str) -> dict[str, Any]:
    line, postcode, place = released.postal(town, w)
    wrong = "Zutphen" if w.planted("postcode-place-mismatch") else place
    if w.planted("recipient-missing"):
        return {"address": [], "dear": "Geachte heer, mevrouw,"}
    w.silent("recipient.organisation_id", released.identifier(town, w))
    return {
        "address": [
            w.field("recipient.role", "Het college van burgemeester en wethouders"),
            "van de " + w.field("recipient.organisation", f"Gemeente {town}", "gemeente " + w.municipality(town, "recipient")),
            w.field("recipient.address", line),
            f"{w.field('recipient.postcode', postcode)}  {w.field('recipient.place', wrong)}",
        ],
        "dear": "Geacht college,",
    }


def _head(w: Writer, dispute: Dispute, lawyer: bool, base: dt.date, place: str) -> dict[str, Any]:
    decided = released.workday(base - dt.timedelta(days=w.dice.randint(12, 38)))
    number = f"{w.dice.choice(('Z', 'BZW', 'OV'))}-{base.year}-{w.dice.randint(1000, 9999)}"
    style = w.dice.choice(("long", "padded"))
    who = "Namens mijn cliënt maak ik bezwaar" if lawyer else "Hierbij maak ik bezwaar"
    return {
        "dateline": f"{place}, {w.date(wording.day(w.day, style))}",
        "subject": w.field("subject", dispute.subject),
        "yours": w.field("references.yours", number),
        "intro": f"{who} tegen uw brief van {w.field('replies_to', decided.isoformat(), wording.day(decided))}, {dispute.decision}. Dit bezwaar is ingediend binnen de termijn van zes weken die artikel 6:7 van de Algemene wet bestuursrecht daarvoor stelt.",
    }


def _text(w: Writer, release: released.Release, dispute: Dispute, lawyer: bool, known: tuple[list[released.Person], str, str]) -> dict[str, Any]:
    persons, street, named = known
    blot = w.smudge("", dispute.blot) if w.planted("text-illegible") else dispute.blot
    born = wording.day(dt.date(w.dice.randint(1949, 1958), w.dice.randint(1, 12), w.dice.randint(1, 28)))
    client = [f"Als gemachtigde van {persons[0].address} {release.hide(w, 'person', persons[0].name)}, geboren op {release.hide(w, 'person', born)}, bericht ik u als volgt."] if lawyer else []
    house = f"de woning aan de {release.hide(w, 'contact', street)}"
    values = {"house": house, "neighbour": release.hide(w, "person", persons[1].whole), "other": named, "blot": blot}
    return {
        "client": client,
        "facts": [text.format(**values) for text in dispute.facts] + [release.hide(w, "passage", dispute.secret)],
        "grounds": list(dispute.grounds),
    }  # fmt: skip


def _money(w: Writer, dispute: Dispute, lawyer: bool, base: dt.date) -> dict[str, Any]:
    parts = [Decimal(w.dice.randrange(low, high) * 50) for low, high in ((90, 190), (14, 60))]
    total = sum(parts, Decimal(0))
    style = w.dice.choice(("comma-dash", "cents", "word"))
    penalty = "€ 23,- per dag, met een maximum van € 1.442,-" if base.year > 2018 else "€ 20,- per dag, met een maximum van € 1.260,-"
    whole = w.budget(dispute.sums[0], "total", total)
    items = [w.budget(name, "item", part) for name, part in zip(dispute.sums[1:], parts, strict=True)]
    said = total + 360 if w.planted("amounts-disagree") else total
    if said != total:
        w.either[f"{whole.path}.amount"] = [f"{said:.2f}"]
    wish = f"{'Cliënt verzoekt' if lawyer else 'Ik verzoek'} u om een {whole.description(dispute.sums[0])} van {whole.amount(wording.euro(total, style))}, bestaande uit "
    wish += " en ".join(f"{line.amount(wording.euro(part, style))} voor {line.description(name)}" for line, name, part in zip(items, dispute.sums[1:], parts, strict=True))
    return {
        "wish": wish + f". Als u niet tijdig beslist, verbeurt u op grond van artikel 4:17 van de Algemene wet bestuursrecht een dwangsom van {penalty}.",
        "conclusion": f"Gelet op het voorgaande {'verzoekt cliënt' if lawyer else 'verzoek ik'} u het bezwaar gegrond te verklaren, het bestreden besluit te herroepen en het bedrag van {whole.amount(wording.euro(said, style))} te betalen.",
    }  # fmt: skip


def _closing(w: Writer, release: released.Release, persons: list[released.Person], lawyer: bool, nameless: bool, base: dt.date) -> dict[str, Any]:
    number = released.mobile(w.dice, "06 - {} {} {} {}")
    shown = number if w.planted("personal-data-exposed") else release.hide(w, "contact", number)
    account = release.hide(w, "contact", wording.account("INGB", w.dice.randrange(1000000, 9999999)))
    listed = w.dice.random() < 0.5
    if listed:
        w.expect("enclosure-not-included")
    if shown == number and not lawyer and not nameless:
        shown = w.field("sender.phone", number)
    holder = "" if nameless else f" ten name van {persons[0].address} {release.hide(w, 'person', persons[0].surname)}"
    reach = f"{'Cliënt is' if lawyer else 'Ik ben'} overdag bereikbaar op {shown}. Een vergoeding kan worden overgemaakt op rekening {account}{holder}."
    data: dict[str, Any] = {"reach": reach, "signed": [], "enclosures": [w.enclosure(text) for text in (("Kopie van het bestreden besluit", "Foto's") if listed else ())]}
    if nameless:
        return data
    signer = persons[2] if lawyer else persons[0]
    open_name = lawyer and w.dice.random() < 0.5
    name = w.field("sender.person", f"mr. {signer.name}") if open_name else release.hide(w, "person", signer.name)
    data["signed"] = [release.hide(w, "signature", "handtekening"), name, w.field("sender.role", "advocaat") if lawyer else ""]
    return data
