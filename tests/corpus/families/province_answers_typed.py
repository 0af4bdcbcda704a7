"""A province answers a municipality and grants a subsidy, 1971-1984: three typed pages with '- 2 -',
labels typed under each other, shares in running text, an advance and what is left.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make import art
from tests.corpus import oldletters as old
from tests.corpus.families import family
from tests.corpus.oldworks import MUSIC, PATHS
from tests.corpus.wording import day
from tests.corpus.writer import Writer

# Province, id, seat, its house, telephone; who is answered and PC4, neighbours, one far off, of another time.
Region = tuple[str, str, str, str, str, str, str, tuple[str, ...], str, tuple[str, ...]]
REGIONS: tuple[Region, ...] = (
    ("Noord-Brabant", "pv30", "'s-Hertogenbosch", "Brabantlaan 1", "073-125466", "Gemert", "5420", ("Boekel", "Deurne", "Uden", "Veghel"), "Oosterhout", ("Bernheze", "Stiphout")),
    ("Overijssel", "pv23", "Zwolle", "Luttenbergstraat 2", "05200-16611", "Ommen", "7730", ("Dalfsen", "Hardenberg", "Gramsbergen", "Avereest", "Den Ham"), "Haaksbergen", ("Twenterand", "Zwollerkerspel")),
    ("Gelderland", "pv25", "Arnhem", "Markt 11", "085-452541", "Neede", "7160", ("Borculo", "Eibergen", "Groenlo", "Lichtenvoorde", "Ruurlo"), "Culemborg", ("Berkelland", "Lingewaal", "Hemmen")),
    ("Drenthe", "pv22", "Assen", "Westerbrink 1", "05920-22441", "Zuidlaren", "9470", ("Vries", "Rolde", "Gieten", "Anloo", "Gasselte"), "Ruinen", ("Tynaarlo", "Midden-Drenthe")),
    ("Limburg", "pv31", "Maastricht", "Bouillonstraat 3", "043-14755", "Venray", "5800", ("Horst", "Sevenum", "Helden", "Meijel", "Meerlo-Wanssum"), "Echt", ("Peel en Maas", "Maasniel")),
    ("Zeeland", "pv29", "Middelburg", "Abdij 9", "01180-11851", "Kapelle", "4420", ("Goes", "Reimerswaal", "Borsele", "Kortgene"), "Hulst", ("Schouwen-Duiveland", "Zonnemaire")),
    ("Noord-Holland", "pv27", "Haarlem", "Dreef 3", "023-319350", "Schagen", "1740", ("Zijpe", "Callantsoog", "Harenkarspel", "Anna Paulowna", "Wieringen"), "Edam-Volendam", ("Hollands Kroon", "Spanbroek")),
)  # fmt: skip
PLANTS = (
    "date-missing", "dates-disagree", "reply-precedes-letter", "percentage-mismatch", "amounts-disagree", "total-mismatch",
    "municipality-not-in-force", "municipality-count-mismatch", "page-missing", "page-order",
)  # fmt: skip


@family("unseen", plants=PLANTS)
def write(w: Writer) -> dict[str, Any]:
    dice = w.dice
    w.day = old.working_day(dice, dt.date(1971, 1, 20), dt.date(1983, 11, 30))
    region = dice.choice(REGIONS)
    topic = dice.choice((PATHS, MUSIC))
    others = dice.sample(region[7], dice.randint(2, len(region[7]) - 1))
    if w.planted("page-missing"):
        w.pages = (1, 3)
        w.allow("enumeration-count-mismatch", "total-mismatch", "municipality-count-mismatch")
    if w.planted("page-order"):
        w.pages = (1, 3, 2)
        w.allow("total-mismatch", "enumeration-count-mismatch")
    data = _head(w, region, topic)
    data["first"] = _first(w, region, topic, others)
    data |= _sums(w, topic, region[5], others)
    data |= _rest(w, region, others)
    return data


def _head(w: Writer, region: Region, topic: dict[str, Any]) -> dict[str, Any]:
    dice = w.dice
    province, identifier, seat, house, phone, town, area, *_ = region
    item = registers.municipality(town, w.day)
    w.silent("sender.organisation_id", identifier)
    w.silent("recipient.organisation_id", item.identifier if item else None)
    coded = w.day.year >= 1979
    number = dice.choice((f"{dice.randint(3100, 48000)}", f"{dice.randint(11, 98)}.{dice.randint(100, 999)}", f"{dice.randint(2100, 9900)}/{dice.randint(12, 480)}"))
    yours = w.field("references.yours", dice.choice((f"{dice.randint(112, 4900)}", f"{dice.randint(112, 990)}-II", f"{w.day.year % 100}/{dice.randint(112, 1990)}")))
    asked = old.days_before(dice, w.day, 30, 190)
    if w.planted("reply-precedes-letter"):
        asked = w.day + dt.timedelta(days=dice.randint(4, 20))
    else:
        dice.randint(4, 20)
    again = w.day - dt.timedelta(days=dice.choice((7, 10, 21)))
    bare = w.planted("date-missing")
    later = day(again) if w.planted("dates-disagree") else "" if bare else w.date(day(w.day))
    if w.plant == "dates-disagree":
        w.either["date"] = [again.isoformat()]
    role = dice.choice(("burgemeester en wethouders", "het college van burgemeester en wethouders"))
    box = f"Postbus {dice.randint(2, 98)}"
    code = f"{area} A{dice.choice('ABC')}"
    ours = w.field("references.ours", number)
    state = f"Provincie {province}"
    printed = dice.choice((f"PROVINCIAAL BESTUUR VAN {province.upper()}", f"PROVINCIE {province.upper()}"))
    return {
        "printed": w.field("sender.organisation", state, printed),
        "coat": old.coat(dice.randrange(12), crowned=True),
        "house": f"Provinciehuis, {w.field('sender.address', house)}, {w.field('sender.place', seat)} - tel. {w.field('sender.phone', phone)}",
        "to": ["Aan " + w.field("recipient.role", role), "van " + w.field("recipient.organisation", f"Gemeente {town}", w.municipality(town, "recipient")), *([w.field("recipient.address", box), w.field("recipient.postcode", code) + "  " + w.field("recipient.place", town)] if coded else ["te " + w.field("recipient.place", town)])],
        "place": w.field("sender.place", seat, seat) + ",",
        "date": "" if bare else w.date(day(w.day)),
        "labels": [
            ("Afdeling", str(dice.randint(1, 6)) + dice.choice(("", "e", " B"))),
            ("Nummer", ours),
            ("Antwoord op schrijven van", f"{w.field('replies_to', asked.isoformat(), day(asked))}, nr. {yours}"),
            ("Onderwerp", w.field("subject", dice.choice(topic["subjects"]))),
        ],
        "again": (f"Vervolgvel brief d.d. {later}, nr. {ours}" if later else f"Vervolgvel brief nr. {ours}"),
        "salute": dice.choice(("Geacht College,", "Edelachtbaar College,", "")),
    }  # fmt: skip


def _first(w: Writer, region: Region, topic: dict[str, Any], others: list[str]) -> list[str]:
    dice = w.dice
    year = w.day.year - dice.randint(2, 5)
    decided = old.days_before(dice, w.day, 300, 700)
    count = old.SMALL[len(others) + (3 if w.planted("municipality-count-mismatch") else 1)]
    stranger = old.not_then(w, region[9])
    other = old.of_another_time(w, stranger, "mentioned") if w.planted("municipality-not-in-force") else w.municipality(region[8], "mentioned")
    asked = dice.choice((
        f"Bij Uw hierboven aangehaalde brief hebt U ons, mede namens de gemeenten {old.named(w, others, 'party')}, verzocht om toekenning van een provinciale subsidie in de kosten van {topic['for']}.",
        f"Met Uw bovenvermelde brief richtte U zich, mede namens de besturen van de gemeenten {old.named(w, others, 'party')}, tot ons met het verzoek een provinciale bijdrage te verlenen in de kosten van {topic['for']}.",
    )) + " Naar aanleiding daarvan delen wij U het volgende mede."  # fmt: skip
    rules = f"Op grond van {topic['rules']}, vastgesteld door provinciale staten in hun vergadering van {old.on_weekday(decided)} (Provinciaal blad no. {dice.randint(11, 180)} van {decided.year}), kan aan gemeenten een subsidie worden verleend voor werken, welke een bovengemeentelijke betekenis hebben. Naar ons oordeel is van zodanige betekenis in het onderhavige geval sprake, nu de {count} gemeenten een gemeenschappelijke regeling hebben getroffen, die door ons in {year} werd goedgekeurd."
    like = f"Een soortgelijk verzoek van de gemeente {other} hebben wij eerder dit jaar ingewilligd; op de daarbij gevolgde gedragslijn sluiten wij thans aan."
    return [asked, topic["need"], rules, topic["advice"], like]


def _sums(w: Writer, topic: dict[str, Any], town: str, others: list[str]) -> dict[str, Any]:
    dice = w.dice
    sign, cents = dice.choice((("f", ",--"), ("fl.", ",--"), ("f", ",00")))
    share = dice.choice((20, 25, 30, 40))
    total = Decimal(dice.randint(*topic["base"]) * 1000)
    land = Decimal(dice.randint(18, 70) * 500)
    grant = total * share / 100
    off = Decimal(dice.choice((450, 1350, 2700)))
    bare = old.gulden(w, topic["left"], "item", land)
    posts = []
    for number, (text, amount) in enumerate(zip(topic["posts"], old.parts(dice, int(total), topic["sizes"]), strict=True)):
        stated = amount + off if number == 2 and w.planted("total-mismatch") else amount
        line = old.gulden(w, text, "item", stated)
        posts.append((line.description(text), line.amount(old.typed(stated, sign if not number else "-", cents))))
    whole = old.gulden(w, "totaal", "total", total)
    posts.append((whole.description("totaal"), whole.amount(old.typed(total, sign, cents))))
    subsidy = old.gulden(w, "subsidie", "item", grant)
    again = grant + 10 * off if w.planted("amounts-disagree") else grant
    if again != grant:
        w.either[f"{subsidy.path}.amount"] = [f"{again:.2f}"]
    said = share + 5 if w.planted("percentage-mismatch") else share
    give = f"Wij hebben besloten U een {subsidy.description('subsidie')} toe te kennen ten bedrage van {said}% van de aldus vastgestelde kosten van {whole.amount(old.typed(total, sign, cents))}, derhalve {subsidy.amount(old.typed(grant, sign, cents))}."
    return {
        "costs": f"Met betrekking tot de kosten merken wij op, dat {bare.description(topic['left'])}, waarmede volgens Uw opgave een bedrag van {bare.amount(old.typed(land, sign, cents))} is gemoeid, op grond van artikel 4, tweede lid, van de verordening buiten de subsidiëring dient te blijven. De overige kosten zijn, na enkele correcties van ondergeschikte aard, door ons als volgt vastgesteld:",
        "posts": posts,
        "give": [give, _shares(w, sign, cents, total - grant, town, others)],
        "pay": _advance(w, sign, cents, grant) + f" De in totaal te verlenen subsidie kan in geen geval hoger worden dan het genoemde bedrag van {subsidy.amount(old.typed(again, sign, cents))}.",
    }  # fmt: skip


def _shares(w: Writer, sign: str, cents: str, rest: Decimal, town: str, others: list[str]) -> str:
    amounts = old.parts(w.dice, int(rest), [2.0, *[1.0] * len(others)], 100)
    own = old.gulden(w, "gemeente " + town, "item", amounts[0])
    w.either[f"{own.path}.description"] = ["Uw gemeente", "aandeel Uw gemeente"]
    said = [f"{own.amount(old.typed(amounts[0], sign, cents))} voor rekening van {own.description('Uw gemeente')}"]
    for name, amount in zip(others, amounts[1:], strict=True):
        line = old.gulden(w, f"gemeente {name}", "item", amount)
        w.either[f"{line.path}.description"] = [name]
        said.append(f"{line.amount(old.typed(amount, sign, cents))} voor rekening van {line.description('de gemeente ' + w.municipality(name, 'party'))}")
    return "Wij gaan er van uit, dat het na aftrek van deze subsidie resterende gedeelte overeenkomstig de getroffen regeling wordt verdeeld, zodat daarvan " + ", ".join(said[:-1]) + " en " + said[-1] + " komt."


def _advance(w: Writer, sign: str, cents: str, grant: Decimal) -> str:
    part = w.dice.choice((60, 75, 80))
    first = old.gulden(w, "voorschot", "item", grant * part / 100)
    last = old.gulden(w, "restant", "item", grant - grant * part / 100)
    month = w.dice.choice(("na ontvangst van het bericht, dat met het werk een aanvang is gemaakt", "zodra de aanbesteding heeft plaatsgevonden"))
    w.either[f"{last.path}.description"] = ["resterende gedeelte"]
    return f"Op de subsidie zullen wij, {month}, een {first.description('voorschot')} van {part}%, zijnde {first.amount(old.typed(grant * part / 100, sign, cents))}, doen uitbetalen. Het {last.description('restant')} ad {last.amount(old.typed(grant - grant * part / 100, sign, cents))} wordt betaalbaar gesteld, nadat de eindafrekening door ons is goedgekeurd."


def _rest(w: Writer, region: Region, others: list[str]) -> dict[str, Any]:
    dice = w.dice
    province, town = region[0], region[5]
    until = w.day.year + 1
    names = old.persons(dice, 2, ("", "mr.", "dr.", "mr. dr."))
    clerk = dice.choice(("griffier", "wnd. griffier", "griffier"))
    arob = w.day >= dt.date(1976, 7, 1)
    return {
        "terms": [
            "met de uitvoering van het werk mag niet worden begonnen, alvorens de bestekken en tekeningen door onze dienst zijn gezien en van een stempel zijn voorzien;",
            f"het werk dient op zo kort mogelijke termijn, doch uiterlijk op 31 december {until}, gereed te zijn;",
            "de gunning geschiedt na een openbare of onderhandse aanbesteding, waarvan het proces-verbaal in afschrift aan ons wordt toegezonden;",
            "van wijzigingen in het werk, welke een overschrijding van de raming met meer dan 5% tot gevolg hebben, wordt ons tevoren mededeling gedaan;",
            "binnen zes maanden na de oplevering wordt, in drievoud, een door de gemeente-ontvanger gewaarmerkte eindafrekening overgelegd.",
        ],
        "last": [
            "Voor een vooruitbetaling in het lopende dienstjaar bestaat, gelet op de stand van de desbetreffende post van de provinciale begroting, geen ruimte. Wij merken daarbij op, dat de middelen, welke provinciale staten ter uitvoering van de verordening beschikbaar plegen te stellen, in de komende jaren slechts in beperkte mate zullen kunnen toenemen, zodat U er goed aan zult doen bij volgende plannen ook andere mogelijkheden van financiering in Uw overwegingen te betrekken.",
            "Tegen deze beschikking kan ingevolge de Wet administratieve rechtspraak overheidsbeschikkingen binnen dertig dagen na de dag, waarop zij U is toegezonden, bij ons college een bezwaarschrift worden ingediend." if arob else "Van deze beslissing kan binnen dertig dagen na de dag van verzending beroep worden ingesteld bij de Kroon.",
            f"Afschrift van deze brief zonden wij heden aan de besturen van de gemeenten {old.named(w, others, 'party')} en aan de hoofdingenieur-directeur van de provinciale waterstaat.",
        ],
        "board": f"Gedeputeerde Staten van {w.field('sender.organisation', f'Provincie {province}', province)},",
        "signed": old.signatories(w, names, ("voorzitter", clerk), "."),
        "signatures": [art.signature(dice.randrange(10_000), "#1d2440") for _ in names],
        "town": town,
    }  # fmt: skip
