"""A university, housing corporation or clinic accounts for a joint project to province or town.

A4 in Liberation Sans and Caladea: a rounded mark, bar code, square code and photo on the page, boxes
of a form, a table with a dark head and shaded rows; every cover has a style of its own.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

from tests.corpus import released, wording
from tests.corpus.families import family
from tests.corpus.writer import STYLES, Writer

PLANTS = (
    "sender-signature-mismatch", "total-unverifiable", "redaction-without-ground", "text-illegible",
    "personal-data-exposed", "table-cell-illegible", "redaction-ground-odd", "redaction-leak",
    "postcode-invalid",
)  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Partner:
    """Who writes (and its like, that might sign instead), to whom, about what."""

    names: tuple[str, str]
    home: tuple[str, str, str, str]
    role: str
    to: tuple[str, str, str, str, str, str]  # kind, name, code, address, postcode, place
    other: str
    subject: str
    opening: str
    result: tuple[str, str]
    hidden: tuple[str, str]
    posts: tuple[str, str, str, str]
    extra: str
    form: tuple[str, str, str]


PARTNERS = (
    Partner(
        ("Universiteit Twente", "Saxion"), ("Drienerlolaan 5", "7522 NB", "Enschede", "053 - 489 91 11"), "decaan",
        ("provincie", "Provincie Overijssel", "pv23", "Postbus 10078", "8000 GB", "Zwolle"), "Hengelo",
        "Tussentijdse verantwoording proeftuin waterstof",
        "In uw brief van {asked} vraagt u ons de voortgang van de proeftuin toe te lichten en een herziene begroting te overleggen. Aan dat verzoek voldoen wij met deze brief.",
        ("De proefopstelling is in gebruik genomen en heeft inmiddels 1.180 uur gedraaid. In samenwerking met de gemeente {other} wordt onderzocht of de restwarmte voor het nabijgelegen zwembad kan worden benut.", "De hogeschool levert zes afstudeerders. Een artikel over de eerste metingen is aangeboden aan een internationaal tijdschrift."),
        ("De leverancier van de membranen heeft in een vertrouwelijk gesprek gemeld dat de levensduur de helft is van wat in het contract is toegezegd. Wij houden rekening met een arbitrageprocedure en hebben de laatste termijn niet betaald. De universiteit heeft hierover advies ingewonnen bij een advocaat, die de kans op succes als redelijk inschat.", "Wij overwegen de samenwerking met deze partij te beëindigen."),
        ("Personele inzet onderzoekers", "Proefopstelling en meetapparatuur", "Veiligheidsonderzoek", "Communicatie en bezoekersruimte"),
        "reservering voor vervanging van membranen", ("Tussenrapportage", "Eindrapportage", "Wijziging begroting"),
    ),
    Partner(
        ("Woonstichting De Sluiswachter", "Woningstichting Ons Belang"), ("Veerallee 62", "8019 AE", "Zwolle", "038 - 456 72 22"), "directeur-bestuurder",
        ("gemeente", "Kampen", "gm0166", "Postbus 5009", "8260 GA", "Kampen"), "Zwartewaterland",
        "Verantwoording leefbaarheidsfonds en herstructurering Flevowijk",
        "Naar aanleiding van uw verzoek van {asked} zenden wij u de verantwoording over de herstructurering. De cijfers zijn besproken met de bewonerscommissie en gecontroleerd door onze afdeling Control.",
        ("Van de 142 woningen zijn er 96 gesloopt en 61 nieuw gebouwd. Met de gemeente {other} bereiden wij een gezamenlijke aanpak van het zwerfafval voor, nu bewoners tussen beide wijken verhuizen.", "De buurtkamer aan het plein is op 38 weken van het jaar geopend geweest; gemiddeld kwamen er 44 bezoekers per week."),
        ("Drie huishoudens weigeren te vertrekken. In een geval speelt een schuld van meer dan een jaar huur en is de ontruiming aangezegd; het gezin heeft vier minderjarige kinderen en staat onder toezicht. Jeugdbescherming heeft ons verzocht de ontruiming tot na de zomer uit te stellen, waarmee wij onder voorwaarden hebben ingestemd.", "De wijkagent raadt ons af hierover een bewonersavond te houden."),
        ("Inrichting openbaar groen", "Buurtkamer en sociaal beheer", "Verhuisbegeleiding", "Kunst in de wijk"),
        "aankoop van een hoekpand", ("Voorschot", "Vaststelling", "Wijziging planning"),
    ),
    Partner(
        ("Stichting Zorggroep De Rijnstroom", "Stichting GGZ Veluwezoom"), ("Velperweg 140", "6824 HN", "Arnhem", "026 - 352 18 00"), "voorzitter raad van bestuur",
        ("gemeente", "Renkum", "gm0274", "Postbus 9100", "6860 HA", "Oosterbeek"), "Rheden",
        "Rapportage en begroting wijkteam geestelijke gezondheid",
        "Op {asked} verzocht u ons om een inhoudelijke en financiële rapportage over het wijkteam. Graag informeren wij u als volgt.",
        ("Het wijkteam heeft 213 inwoners begeleid, van wie 57 procent na een half jaar geen tweedelijns zorg meer nodig had. De gemeente {other} heeft gevraagd of de werkwijze daar kan worden overgenomen.", "De wachttijd voor een eerste gesprek daalde van zeven naar drie weken. Daarmee voldoen wij aan de norm in de uitvoeringsovereenkomst."),
        ("Bij een van de cliënten heeft zich een ernstig incident voorgedaan, waarvan melding is gedaan bij de Inspectie Gezondheidszorg en Jeugd. De betrokken medewerker is vrijgesteld van werk. Het calamiteitenonderzoek is nog niet afgerond; de familie heeft een klacht ingediend en overweegt aangifte te doen.", "Wij verwachten dat de arbeidsovereenkomst wordt beëindigd."),
        ("Verpleegkundigen en begeleiders", "Huur werkruimte", "Scholing en intervisie", "Ervaringsdeskundigen"),
        "inhuur van een onafhankelijke onderzoeker", ("Jaarrapportage", "Begroting", "Melding"),
    ),
)  # fmt: skip


@family("unseen", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    act = w.dice.choice(("Wob", "Woo"))
    year = w.dice.choice((2017, 2019, 2021) if act == "Wob" else (2022, 2023, 2024))
    w.day = released.workday(dt.date(year, w.dice.randint(6, 11), w.dice.randint(2, 26)))
    w.leak = w.planted("redaction-leak")
    release = released.Release(act, w.dice.choice(("dotted", "short", "words", "spaced")))
    partner, persons = w.dice.choice(PARTNERS), released.people(w.dice, 5)
    data = {
        "mark": released.blocks(w.dice, ("#2f6b3a", "#b8c94b", "#16394f")),
        "bars": released.bars(w.dice), "squares": released.squares(w.dice), "photo": released.photo(w.dice),
        "scanned": f"{w.dice.randint(10, 99)}.{w.dice.randint(100, 999)}.{w.dice.randint(100, 999)}",
    }  # fmt: skip
    data |= _sender(w, partner) | _recipient(w, release, partner, persons[0])
    data |= _references(w, release, partner, persons[1]) | _text(w, release, partner, persons)
    return data | _table(w, release, partner) | _closing(w, release, partner, persons[4])


def _hide(w: Writer, release: released.Release, covers: str, text: str, ground: str | None = None) -> str:
    """A cover in a style of its own."""
    w.style = w.dice.choice(STYLES)
    return release.hide(w, covers, text, ground)


def _sender(w: Writer, partner: Partner) -> dict[str, Any]:
    street, postcode, place, phone = partner.home
    if w.planted("postcode-invalid"):
        postcode = f"{postcode[:5]}SA"
        w.either["sender.postcode"] = [None]
    return {
        "name": w.field("sender.organisation", partner.names[0]),
        "home": [
            w.field("sender.address", street),
            f"{w.field('sender.postcode', postcode)} {w.field('sender.place', place)}",
            w.field("sender.phone", phone),
        ],
    }


def _recipient(w: Writer, release: released.Release, partner: Partner, reader: released.Person) -> dict[str, Any]:
    kind, name, code, address, postcode, place = partner.to
    w.silent("recipient.organisation_id", code)
    if kind == "provincie":
        head = w.field("recipient.organisation", name)
    else:
        head = w.field("recipient.organisation", f"Gemeente {name}", "Gemeente " + w.municipality(name, "recipient"))
    return {
        "address": [
            head,
            f"t.a.v. {reader.address} {_hide(w, release, 'person', reader.name)}",
            w.field("recipient.address", address),
            f"{w.field('recipient.postcode', postcode)} {w.field('recipient.place', place)}",
        ],
        "dear": [f"Geachte {'mevrouw' if reader.address == 'mevrouw' else 'heer'} ", _hide(w, release, "person", reader.surname), ","],
    }


def _references(w: Writer, release: released.Release, partner: Partner, contact: released.Person) -> dict[str, Any]:
    mobile, mail = released.mobile(w.dice, "06 {} {} {} {}"), contact.mail("instelling.example")
    style = w.dice.choice(STYLES)
    if w.planted("personal-data-exposed"):
        shown = w.field("sender.email", mail)
    else:
        w.style = style
        shown = release.hide(w, "contact", mail)
    number = f"{w.dice.choice(('BES', 'FIN', 'PR'))}/{w.day.year % 100}.{w.dice.randint(1000, 9999)}"
    yours = f"{w.dice.randint(2010000, 2989999)}"
    return {
        "boxes": [
            ["Datum", w.date(wording.day(w.day, w.dice.choice(("long", "figures", "short"))))],
            ["Onze referentie", _hide(w, release, "reference", number) if w.dice.random() < 0.4 else w.field("references.ours", number)],
            ["Uw referentie", w.field("references.yours", yours)],
            ["Contactpersoon", _hide(w, release, "person", contact.whole)],
            ["Mobiel", _hide(w, release, "contact", mobile)],
            ["E-mail", shown],
        ],
        "subject": w.field("subject", partner.subject),
        "form": list(partner.form),
        "ticked": w.dice.randrange(3),
    }  # fmt: skip


def _text(w: Writer, release: released.Release, partner: Partner, persons: list[released.Person]) -> dict[str, Any]:
    asked = released.workday(w.day - dt.timedelta(days=w.dice.randint(15, 40)))
    ground = {"Wob": ("10.2.g", "11.1"), "Woo": ("5.1.2.i", "5.2.1")}[release.act]
    bare = "" if w.planted("redaction-without-ground") else ground[0]
    blot = w.planted("text-illegible")
    values = {"asked": w.field("replies_to", asked.isoformat(), wording.day(asked)), "other": w.municipality(partner.other, "mentioned")}
    second = partner.result[1].partition(" ")
    words = "met de nodige zorg gevolgd"
    return {
        "opening": partner.opening.format(**values),
        "result": [
            partner.result[0].format(**values),
            _hide(w, release, "passage", partner.hidden[0], bare),
            "".join(second) + f" De ontwikkelingen worden {w.smudge('', words) if blot else words} door {persons[2].address} {_hide(w, release, 'person', persons[2].whole)}, die hierover aan het bestuur rapporteert.",
            _hide(w, release, "passage", partner.hidden[1], ground[1]),
        ],
    }  # fmt: skip


def _table(w: Writer, release: released.Release, partner: Partner) -> dict[str, Any]:
    old = [w.dice.randrange(24, 160) * 500 for _ in partner.posts]
    new = [amount + w.dice.randrange(-8, 18) * 500 for amount in old]
    hidden, blotted = w.dice.randrange(4), w.dice.randrange(4)
    gone, smudged, odd = w.planted("total-unverifiable"), w.planted("table-cell-illegible"), w.planted("redaction-ground-odd")
    rows = []
    for at, (post, before, after) in enumerate(zip(partner.posts, old, new, strict=True)):
        covered, style = gone and at == hidden, w.dice.choice(STYLES)
        first = w.budget(post, "item", Decimal(before))
        second = w.budget(post, "item", None if covered else Decimal(after))
        shown = wording.figures(Decimal(after), "")
        cell = second.amount(shown)
        if covered:
            w.style = style
            cell = second.amount(release.hide(w, "amount", shown))
        if smudged and at == blotted:
            cell = w.smudge(f"tables.0.rows.{at}.2", w.smudge(f"{second.path}.amount", cell))
            w.allow("total-unverifiable")
        rows.append([second.description(first.description(post)), first.amount(wording.figures(Decimal(before), "")), cell])
    totals = [w.budget("Totaal", "total", Decimal(sum(column))) for column in (old, new)]
    rows.append(["Totaal", *(line.amount(wording.figures(Decimal(sum(column)), "")) for line, column in zip(totals, (old, new), strict=True))])
    extra = w.budget(partner.extra, "item", None)
    privacy = GROUND_OF_PRIVACY[release.act] if odd else None
    spare = Decimal(w.dice.randrange(10, 60) * 500)
    shown = extra.amount(_hide(w, release, "amount", wording.euro(spare), privacy))
    return {
        "table": w.table(["Onderdeel (in euro)", "Begroting", "Herzien"], rows),
        "extra": f"In de herziene begroting is de {extra.description(partner.extra)} niet opgenomen; daarvoor is {shown} apart gehouden. Verschillen kleiner dan € 1.000 zijn niet toegelicht. De accountant rapporteert hierover bij de jaarrekening.",
    }  # fmt: skip


GROUND_OF_PRIVACY = {"Wob": "10.2.e", "Woo": "5.1.2.e"}


def _closing(w: Writer, release: released.Release, partner: Partner, signer: released.Person) -> dict[str, Any]:
    signed = partner.names[1] if w.planted("sender-signature-mismatch") else partner.names[0]
    if signed != partner.names[0]:
        w.either["sender.organisation"] = [signed]
    named = w.dice.random() < 0.4
    listed = w.dice.random() < 0.4
    if listed:
        w.expect("enclosure-not-included")
    return {
        "body": signed if signed != partner.names[0] else w.field("sender.organisation", signed),
        "scrawl": _hide(w, release, "signature", "handtekening"),
        "signer": w.field("sender.person", signer.name) if named else _hide(w, release, "person", signer.name),
        "role": w.field("sender.role", partner.role),
        "enclosures": [w.enclosure("Voortgangsrapportage")] if listed else [],
    }
