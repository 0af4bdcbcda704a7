"""A minister tells the Tweede Kamer how a programme's money is spent: ribbon centred at the top, colophon at the right."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from samples.make.art import signature
from tests.corpus import state
from tests.corpus.families import family
from tests.corpus.markup import mark
from tests.corpus.state_topics import TOPICS, Topic
from tests.corpus.wording import MONTHS, day, euro
from tests.corpus.writer import Writer

NUMBERS = {3: "drie", 4: "vier", 5: "vijf"}
SPLITS = ((60, 25, 15), (55, 30, 15), (50, 35, 15), (70, 20, 10), (65, 20, 15))
PLANTS = (
    "date-missing", "date-weekday-mismatch", "enumeration-count-mismatch", "percentage-mismatch",
    "page-missing", "page-order", "body-not-in-force", "minister-not-in-office", "deadline-passed",
    "text-illegible",
)  # fmt: skip



@family("tuned", plants=PLANTS)
def write(w: Writer) -> dict[str, Any]:
    dice = w.dice
    topic = dice.choice(TOPICS)
    first = dt.date(2018, 2, 1) if dice.random() < 0.6 else dt.date(2022, 3, 1)
    w.day = state.working_day(dice, first, first + dt.timedelta(days=600))
    office = state.ministry(topic.ministry, w.day)
    postal = state.split_address(office.postal)
    visit = state.split_address(office.visit)
    w.silent("sender.organisation_id", office.identifier)
    w.silent("recipient.organisation_id", "oorg10002")
    number = dice.randrange(1100000, 3900000)
    ours = dice.choice((f"{number}-{number // 7}-{topic.unit}", f"{w.day.year}-00{number // 10}"))
    place = w.field("recipient.place", dice.choice(("DEN HAAG", "Den Haag")))
    w.silent("recipient.organisation", "Tweede Kamer der Staten-Generaal")
    w.silent("recipient.role", "De Voorzitter van de Tweede Kamer der Staten-Generaal")
    w.either["recipient.role"] = ["De Voorzitter"]
    return {
        "ribbon": state.ribbon(),
        "ministry": w.field("sender.organisation", office.name),
        "retour": f"> Retouradres {w.field('sender.address', postal[0])} {w.field('sender.postcode', postal[1])}  {w.field('sender.place', postal[2])}",
        "address": [
            *(mark("recipient.organisation", mark("recipient.role", text)) for text in ("De Voorzitter van de Tweede Kamer", "der Staten-Generaal")),
            w.field("recipient.address", "Postbus 20018"),
            f"{w.field('recipient.postcode', '2500 EA')}  {place}",
        ],
        "date": "" if w.planted("date-missing") else w.date(day(w.day)),
        "subject": w.field("subject", dice.choice(topic.subjects)),
        "visit": [visit[0], f"{visit[1]} {visit[2]}", f"T {w.field('sender.phone', topic.phone)}", dice.choice(("www.rijksoverheid.nl", "www.minocw.nl" if topic.unit == "MBO" else "www.rijksoverheid.nl"))],
        "ours": w.field("references.ours", ours),
        **_body(w, topic),
        **_end(w, topic, office),
    }


def _body(w: Writer, topic: Topic) -> dict[str, Any]:
    dice = w.dice
    request = state.moved(w.day, -dice.randrange(16, 30))
    debate = state.moved(w.day, -dice.randrange(45, 100))
    earlier = state.moved(w.day, -dice.randrange(150, 330))
    session = earlier.year - (earlier.month < 9)
    asked = dice.random() < 0.6
    yours = f"{request.year}Z0{dice.randrange(1000, 9900)}/{request.year}D{dice.randrange(10000, 48000)}"
    debate_shown = state.dated(debate, w.planted("date-weekday-mismatch"))
    opening = f"In mijn brief van {day(earlier)} (Kamerstukken II {session}/{(session + 1) % 100}, {topic.file}, nr. {dice.randrange(40, 320)}) heb ik uw Kamer geïnformeerd over {topic.name}."
    if asked:
        opening += f" {dice.choice(('Bij brief van', 'In uw brief van'))} {w.field('replies_to', request.isoformat(), day(request))} heeft de vaste commissie voor {topic.committee} mij verzocht in te gaan op de verdeling van de beschikbare middelen."
    promise = dice.choice((
        f"In het debat van {debate_shown} heb ik daarnaast toegezegd uw Kamer te informeren over de eerste ervaringen van gemeenten. Met deze brief kom ik die toezegging na.",
        f"Tijdens het algemeen overleg op {debate_shown} is door verschillende fracties aandacht gevraagd voor de positie van kleinere gemeenten. Ik ga daar hieronder op in.",
    ))  # fmt: skip
    count = dice.choice((3, 4))
    said = count + 1 if w.planted("enumeration-count-mismatch") else count
    partner = _partner(w)
    return {
        "yours": w.field("references.yours", yours) if asked else "",
        "opening": [opening, promise],
        "why": [dice.choice(topic.why), f"Bij de uitwerking van de aanpak trek ik samen op met {partner}, de Vereniging van Nederlandse Gemeenten en de betrokken uitvoeringsorganisaties. De afspraken die wij daarover op {day(state.moved(earlier, -60))} hebben gemaakt, blijven onverkort van kracht."],
        "lines_intro": f"{dice.choice(('De aanpak bestaat uit de volgende', 'Ik richt mij daarbij op de volgende'))} {NUMBERS[said]} {dice.choice(('onderdelen', 'actielijnen'))}:",
        "lines": [*topic.lines[: count - 1], topic.lines[count - 1].rstrip(";.") + "."],
        "money": _money(w, topic, earlier),
        "places": _places(w, topic),
    }  # fmt: skip


def _partner(w: Writer) -> str:
    name = "Justitie en Veiligheid"
    if w.planted("body-not-in-force"):
        name = "Veiligheid en Justitie"
    return f"het ministerie van {name}"


def _money(w: Writer, topic: Topic, earlier: dt.date) -> list[str]:
    dice = w.dice
    whole = Decimal(dice.choice((20, 40, 60, 80, 120))) * 1_000_000
    parts = list(dice.choice(SPLITS))
    years = (w.day.year, w.day.year + 1)
    article, name = state.noun(topic.name)
    total = w.budget(name, "total", whole)
    sentence = f"Voor {article}{total.description(name)} is in de jaren {years[0]} en {years[1]} in totaal {total.amount(euro(whole, 'million'))} beschikbaar. "
    shown = []
    for part, share in zip(parts, topic.shares, strict=True):
        amount = whole * part / 100
        article, name = state.noun(share)
        line = w.budget(name, "item", amount)
        shown.append((part, line.amount(euro(amount, "million")), article + line.description(name)))
    last = shown[-1][0] + (5 if w.planted("percentage-mismatch") else 0)
    sentence += f"Daarvan is {shown[0][0]}% ({shown[0][1]}) bestemd voor {shown[0][2]}, {shown[1][0]}% ({shown[1][1]}) voor {shown[1][2]} en {last}% ({shown[2][1]}) voor {shown[2][2]}."
    deadline = state.moved(w.day, dice.randrange(70, 150))
    if w.planted("deadline-passed"):
        deadline = state.moved(w.day, -40)
    term = dice.choice((
        f"Gemeenten kunnen tot en met {day(deadline)} een aanvraag indienen. Aanvragen worden behandeld op volgorde van binnenkomst, waarbij ik erop toezie dat ook gemeenten met minder dan 50.000 inwoners aan bod komen.",
        f"Ik verzoek de gemeenten die nog niet deelnemen hun plan uiterlijk {day(deadline)} aan mij te zenden. Een plan van gemeenten samen heeft de voorkeur, mits één gemeente namens de andere optreedt als aanspreekpunt.",
    ))  # fmt: skip
    control = "De middelen worden verstrekt als specifieke uitkering op grond van artikel 15a, eerste lid, van de Financiële-verhoudingswet. Verantwoording vindt plaats volgens het beginsel van single information, single audit, zodat gemeenten daarvoor geen afzonderlijk verslag hoeven in te dienen. Voor uitkeringen van minder dan € 125.000 volstaat een verklaring van het college dat de activiteiten zijn verricht. Niet bestede middelen vloeien na afloop terug naar de begroting van mijn ministerie."
    return [sentence, term, control]


def _places(w: Writer, topic: Topic) -> list[str]:
    dice = w.dice
    names = dice.sample(state.STEADY, 5)
    sums = [Decimal(dice.randrange(24, 190)) * 12_500 for _ in range(2)]
    works = dice.sample(topic.works, 2)
    style = dice.choice(("whole", "comma-dash", "word"))
    nouns = [state.noun(work) for work in works]
    first, second = (w.budget(noun, "item", amount) for (_, noun), amount in zip(nouns, sums, strict=True))
    purposes = [article + line.description(noun) for (article, noun), line in zip(nouns, (first, second), strict=True)]
    report = state.moved(w.day, -dice.randrange(20, 60))
    blot = "blijkt dat de samenwerking tussen de betrokken organisaties in de wijk"
    if w.planted("text-illegible"):
        blot = w.smudge("", blot)
    told = dice.choice((
        f"Aan de gemeente {w.municipality(names[0], 'mentioned')} heb ik {first.amount(euro(sums[0], style))} toegekend voor {purposes[0]}. De gemeente {w.municipality(names[1], 'mentioned')} ontvangt {second.amount(euro(sums[1], style))} voor {purposes[1]}.",
        f"De gemeente {w.municipality(names[0], 'mentioned')} heeft {first.amount(euro(sums[0], style))} ontvangen voor {purposes[0]}. Voor {purposes[1]} is aan de gemeente {w.municipality(names[1], 'mentioned')} {second.amount(euro(sums[1], style))} verleend.",
    ))  # fmt: skip
    joined = state.listed([w.municipality(name, "mentioned") for name in names[2:]])
    return [
        f"{told} Uit het verslag dat ik op {day(report)} van beide gemeenten heb ontvangen, {blot} duidelijk is verbeterd, maar ook dat de werving van personeel meer tijd vraagt dan bij de aanvraag was voorzien.",
        f"De gemeenten {joined} sluiten in het najaar aan. In deze drie gemeenten is het plan door de raad vastgesteld; de beschikking volgt zodra de begroting is goedgekeurd.",
        topic.story,
        "Kleinere gemeenten blijken vooral te zoeken naar een vorm van samenwerking die past bij de schaal van hun regio. De Vereniging van Nederlandse Gemeenten heeft daarvoor een ondersteuningsteam ingericht dat tot nu toe 27 gemeenten heeft bezocht. Het team helpt bij het opstellen van een plan, deelt voorbeelden van verordeningen en werkprocessen en brengt gemeenten met een vergelijkbare opgave met elkaar in contact. Ik heb met de VNG afgesproken dat het team ten minste tot het einde van de looptijd beschikbaar blijft.",
    ]


def _end(w: Writer, topic: Topic, office: state.Ministry) -> dict[str, Any]:
    dice = w.dice
    who, previous = state.minister(office.identifier, w.day), state.minister_before(office.identifier, w.day)
    signer = previous if w.planted("minister-not-in-office") else who
    later = f"{dice.choice(('vóór het zomerreces van', 'in het voorjaar van'))} {w.day.year + 1}"
    annex = dice.random() < 0.6
    if annex:
        w.expect("enclosure-not-included")
    attached = f" Het tussenrapport van {topic.research[0]} over {topic.research[1]} vindt u in de bijlage." if annex else ""
    if w.planted("page-missing"):
        w.pages = (1, 3)
    if w.planted("page-order"):
        w.pages = (1, 3, 2)
    return {
        "annexes": "1" if annex else "",
        "later": [
            f"{topic.research[0][0].upper()}{topic.research[0][1:]} heeft op mijn verzoek onderzoek gedaan naar {topic.research[1]}. De onderzoekers spraken tussen {MONTHS[dice.randrange(0, 5)]} en {MONTHS[dice.randrange(6, 11)]} {w.day.year - 1} met 64 professionals en 31 deelnemers. Zij bevelen aan de inzet ten minste drie jaar vol te houden, omdat de resultaten in het eerste jaar vooral zichtbaar zijn in het bereik en pas later in de uitstroom. Ik neem deze aanbeveling over.{attached}",
            f"Met het voorgaande beschouw ik de motie van {topic.motion} als afgedaan. Over de uitkomsten van de eindevaluatie informeer ik uw Kamer {later}. Indien de uitgaven daartoe aanleiding geven, betrek ik dat bij de voorjaarsnota.",
        ],
        "closing": dice.choice(("Ik vertrouw erop uw Kamer hiermee voldoende te hebben geïnformeerd.", "Ik hoop u hiermee voldoende te hebben geïnformeerd.")),
        "close": dice.choice(("Hoogachtend,", "")),
        "role": w.field("sender.role", f"De minister van {office.field}"),
        "signature": signature(dice.randrange(10**6)),
        "signer": w.field("sender.person", signer),
    }
