"""The wording of reminders: by kind, and what all of them say about paying, crossing and questions."""

from __future__ import annotations

import dataclasses
import random
from decimal import Decimal


@dataclasses.dataclass(frozen=True, slots=True)
class Kind:
    """First reminder, formal demand or last notice; `costs`: whether it charges the demand."""

    subjects: tuple[str, ...]
    openings: tuple[str, ...]
    threats: tuple[str, ...]
    costs: bool


KINDS = {
    "herinnering": Kind(
        ("Betalingsherinnering", "Herinnering openstaande aanslag", "Herinnering: wij hebben uw betaling nog niet ontvangen"),
        (
            "Op {sent} stuurden wij u een aanslag. De laatste betaaldag was {due}. Tot vandaag is het bedrag niet op onze rekening "
            "bijgeschreven. Waarschijnlijk is de betaling aan uw aandacht ontsnapt. Hieronder ziet u waaruit de vordering bestaat.",
            "Uit onze administratie blijkt dat de aanslag met dagtekening {sent} nog niet is voldaan. U had het bedrag vóór {due} moeten "
            "betalen. Het gaat om de volgende posten.",
        ),
        (
            "Betaalt u niet op tijd, dan ontvangt u een aanmaning. Daaraan zijn kosten verbonden.",
            "Voor deze herinnering brengen wij niets in rekening. Voor een aanmaning en een dwangbevel doen wij dat wel, op grond van de "
            "Kostenwet invordering rijksbelastingen.",
        ),
        False,
    ),
    "aanmaning": Kind(
        ("Aanmaning", "Aanmaning tot betaling", "Aanmaning gemeentelijke heffingen"),
        (
            "U heeft niet gereageerd op onze herinnering. De betaaltermijn van de aanslag van {sent} is op {due} verstreken. Daarom maan ik "
            "u aan het openstaande bedrag alsnog te voldoen.",
            "De aanslag die op {sent} aan u is opgelegd, had uiterlijk op {due} betaald moeten zijn. Dat is niet gebeurd. Overeenkomstig "
            "artikel 11 van de Invorderingswet 1990 wordt u aangemaand.",
        ),
        (
            "Blijft betaling uit, dan vaardig ik een dwangbevel uit. De kosten daarvan komen voor uw rekening en kunnen hoog oplopen.",
            "Na deze termijn wordt de vordering zonder verder bericht overgedragen aan de belastingdeurwaarder. Deze kan beslag leggen op "
            "uw loon, uw uitkering of uw inboedel.",
        ),
        True,
    ),
    "rappel": Kind(
        ("Laatste rappel", "Tweede en laatste herinnering", "Rappel openstaande vordering"),
        (
            "Ondanks onze eerdere herinnering staat onderstaande vordering van {sent} nog open. De uiterste betaaldatum, {due}, is ruimschoots "
            "verstreken.",
            "Wij schreven u al eerder over de nota van {sent}, die u tot en met {due} kon betalen. Volgens ons staat nog open:",
        ),
        (
            "Dit is de laatste keer dat wij u hierover zonder extra kosten schrijven.",
            "Reageert u niet, dan zijn wij genoodzaakt de vordering uit handen te geven. De buitengerechtelijke kosten worden dan op u verhaald.",
        ),
        False,
    ),
}  # fmt: skip
PAY = (
    "Maak het bedrag van {total} uiterlijk {by} over op rekening {iban}. Vermeld daarbij het betalingskenmerk {key}.",
    "Ik verzoek u {total} te voldoen. Het bedrag moet vóór {by} zijn bijgeschreven op IBAN {iban}, onder vermelding van kenmerk {key}.",
    "U kunt betalen door {total} over te schrijven naar {iban} met betalingskenmerk {key}. Zorg dat het geld er uiterlijk {by} is.",
)
CROSSED = (
    "Heeft u in de afgelopen dagen betaald, dan kunt u deze brief als niet verzonden beschouwen.",
    "Hebben uw betaling en deze brief elkaar gekruist? Dan hoeft u niets te doen.",
)
QUESTIONS = (
    "Kunt u het bedrag niet ineens betalen, neem dan zo spoedig mogelijk contact met ons op. Houd uw klantnummer bij de hand.",
    "Bezwaar tegen de aanslag schort uw betalingsplicht niet op. Een verzoek om uitstel kunt u schriftelijk of via de website doen.",
    "Vragen? Wij zijn op werkdagen bereikbaar van 9.00 tot 12.30 uur. Noem altijd uw klantnummer.",
)
STREETS = ("Kerkstraat", "Dorpsweg", "Beukenlaan", "Van Puttenstraat", "Molenpad", "Stationsweg", "Julianastraat", "Industrieweg",
           "Nieuwe Markt", "Burgemeester Van Edestraat", "Havenkade", "Zuiderzeelaan")  # fmt: skip
FIRMS = ("Bouwbedrijf {name} B.V.", "Stichting Dorpshuis De Brink", "V.o.f. Bakkerij {name}", "Eetcafé Het Anker", "{name} Installaties B.V.",
         "Vereniging van Eigenaars Lindenhof", "Tuincentrum {name} V.O.F.")  # fmt: skip
TAXES = ("Onroerendezaakbelasting eigenaar", "Afvalstoffenheffing", "Rioolheffing", "Precariobelasting", "Watersysteemheffing", "Zuiveringsheffing")
SINGLE = ("Huur sporthal", "Marktgeld tweede kwartaal", "Leges omgevingsvergunning", "Precariobelasting terras", "Reclamebelasting", "Liggeld haven")


def posts(dice: random.Random, municipal: bool) -> list[tuple[str, Decimal]]:
    """What is owed: two to four taxes of one assessment, or a bill with its administrative charge."""
    single, amount = dice.choice(SINGLE), Decimal(dice.randint(4500, 189_000)) / 100
    known = TAXES[:4] if municipal else TAXES
    taxes = sorted(dice.sample(known, dice.choice((2, 3, 4))), key=TAXES.index)
    parts = [(name, Decimal(dice.randint(3600, 38_500)) / 100) for name in taxes]
    charge = Decimal(dice.choice(("7.50", "12.50", "15.00")))
    bill = [(single, amount), ("Administratiekosten", charge)]
    return bill if municipal and dice.random() < 0.4 else parts
