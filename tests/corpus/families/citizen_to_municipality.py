"""A citizen or small entrepreneur asks the municipality for money.

No letterhead: plain Word, the writer at the top left or only under the signature; all sums in
sentences, some from the newspaper that are nobody's budget; neighbours, drains and what is best.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from samples.make import art
from tests.corpus import asking
from tests.corpus.asking import town
from tests.corpus.asking_texts.citizen_to_municipality import CASES, Case
from tests.corpus.families import family
from tests.corpus.wording import account, broken_account, day, euro
from tests.corpus.writer import Line, Writer

PLANTS = (
    "recipient-missing", "line-arithmetic-mismatch", "iban-invalid", "subject-missing", "enclosure-not-included",
    "amounts-disagree", "postcode-invalid", "date-weekday-mismatch", "municipality-unknown", "total-mismatch",
)  # fmt: skip
HOMES = ("Best", "Ede", "Putten", "Heerde", "Tiel", "Goes", "Meppel", "Winterswijk", "Gennep", "Schagen", "Wierden", "Zundert")
STREETS = ("Lindestraat", "Burgemeester van Edelaan", "Dorpsstraat", "Bergweg", "Oude Dijk", "Kastanjelaan")
FIRST_NAMES = ("Gerda", "Henk", "Mariëtte", "Karim", "Willem", "Joke", "Sandra", "Ahmet", "Theo")


@family("unseen", PLANTS)
def write(w: Writer) -> dict[str, Any]:
    """The letter of somebody who has no letterhead."""
    dice = w.dice
    case = dice.choice(CASES)
    w.day = asking.workday(dice, dt.date(2014, 3, 1), dt.date(2025, 11, 28)) + dt.timedelta(dice.choice((0, 0, 1, 2)))
    home = dice.choice(HOMES)
    style = dice.choice(("comma-dash", "word", "close", "whole"))
    who = _writer(w, case, home)
    to, subject = _recipient(w, home), _subject(w, case)
    story = _story(w, case)
    costs = _costs(w, case, style)
    return who | {"to": to, "subject": subject} | story | costs | _end(w, case, home)


def _writer(w: Writer, case: Case, home: str) -> dict[str, Any]:
    dice = w.dice
    _, code, place = asking.visiting(home, w.day)
    postcode = f"{code[:4]} {dice.choice('ABCDEGHJK')}{dice.choice('BCEGHKLX')}"
    wrong = asking.no_postcode(dice, postcode)
    surname = dice.choice(asking.SURNAMES)
    name = dice.choice((f"{dice.choice(FIRST_NAMES)} {surname}", f"{dice.choice(asking.INITIALS)} {surname}"))
    firm = dice.choice(case.firms) if case.firms else None
    street = f"{dice.choice(STREETS)} {dice.randint(1, 96)}{dice.choice(('', '', 'a'))}"
    phone, mail = f"06-{dice.randint(10000000, 57999999)}", dice.random() < 0.5
    if w.planted("postcode-invalid"):
        postcode = wrong
        w.allow("postcode-place-mismatch")
    address = [w.field("sender.address", street), f"{w.field('sender.postcode', postcode)} {w.field('sender.place', place)}"]
    reach = [f"{dice.choice(('tel. ', 'Tel: ', ''))}{w.field('sender.phone', phone)}"]
    if mail:
        box = surname.lower().replace(" ", "").encode("ascii", "ignore").decode()
        reach.append(w.field("sender.email", f"{box}{dice.randint(1, 99)}@{dice.choice(('ziggo.nl', 'kpnmail.nl', 'hetnet.nl'))}"))
    top = dice.random() < 0.55
    owner = [w.field("sender.role", dice.choice(("eigenaar", "eigenaresse")))] if firm else []
    signed = w.field("sender.person", name)
    house = [w.field("sender.organisation", firm)] if firm else []
    shown = w.date(day(w.day, dice.choice(("long", "bare", "long", "weekday"))))
    return {
        "head": [*(house or [signed]), *address, *reach] if top else [],
        "foot": [signed, *owner] if top else [signed, *owner, *house, *address, *reach],
        "dateline": f"{place}, {shown}",
        "font": dice.choice(("Carlito", "Liberation Serif", "Liberation Sans", "TeX Gyre Cursor")),
        "right": dice.random() < 0.3,
        "signature": art.signature(dice.randint(1, 999), "#222222"),
    }


def _recipient(w: Writer, home: str) -> list[str]:
    dice = w.dice
    college, short = dice.random() < 0.6, dice.random() < 0.4
    line, postcode, place = asking.postal(home, w.day)
    if w.planted("recipient-missing"):
        return []
    lines = [asking.write_recipient(w, home)]
    if college:
        role = dice.choice(("college van burgemeester en wethouders", "college van B en W"))
        lines.append(f"t.a.v. het {w.field('recipient.role', role)}")
    if not short:
        lines.append(w.field("recipient.address", line))
        lines.append(f"{w.field('recipient.postcode', postcode)} {w.field('recipient.place', place)}")
    return lines


def _subject(w: Writer, case: Case) -> str | None:
    text, label = w.dice.choice(case.subjects), w.dice.choice(("Betreft: ", "Onderwerp: ", "Betr. "))
    return None if w.planted("subject-missing") else f"{label}{w.field('subject', text)}"


def _story(w: Writer, case: Case) -> dict[str, Any]:
    dice = w.dice
    event = asking.after(w.day, -dice.randint(25, 80))
    false = event + dt.timedelta(dice.choice((1, 2, -1)))
    shown = day(event, "weekday")
    if w.planted("date-weekday-mismatch"):
        shown = f"{day(false, 'weekday').split(' ')[0]} {day(event)}"
    return {
        "salutation": dice.choice(("Geacht college,", "Geachte heer, mevrouw,", "Beste mensen,")),
        "opening": dice.choice(case.openings),
        "stories": [text.format(event=shown) for text in case.stories],
        "news": dice.choice(case.news),
        "grounds": dice.choice(case.grounds),
    }


def _costs(w: Writer, case: Case, style: str) -> dict[str, Any]:
    dice = w.dice
    words, unit, before, counts, prices = case.counted
    count, price = dice.choice(counts), Decimal(dice.choice(prices)) / 100
    slip = Decimal(dice.choice((-40, 35, 110)))
    product = count * price + (slip if w.planted("line-arithmetic-mismatch") else 0)
    line = w.budget(words, "item", product, quantity=str(count), unit=unit, unit_price=price)
    begin = before.format(count=count, words=line.description(words))
    sentences = [f"{begin} à {euro(price, 'cents')}, dat is samen {line.amount(euro(product, style))}."]
    whole = product
    for text, phrase, low, high in dice.sample(case.lumps, dice.choice((2, 3))):
        amount = Decimal(dice.randrange(low, high, 5))
        line = w.budget(text, "item", amount)
        sentences.append(phrase.format(words=line.description(text), amount=line.amount(euro(amount, style))))
        whole += amount
    off = whole + dice.choice((-75, 80, 100, 240))
    said = off if w.planted("total-mismatch") else whole
    total = w.budget("totaal", "total", said)
    sentences.append(dice.choice(TOTALS).format(total=total.description("totaal"), amount=total.amount(euro(said, style))))
    return {"costs": " ".join(sentences), "asked": _asked(w, case, said, style)}


TOTALS = ("In {total} kom ik uit op {amount}.", "Dat maakt in {total} {amount}.")


def _asked(w: Writer, case: Case, said: Decimal, style: str) -> str:
    dice = w.dice
    wish = Decimal(int(said * dice.choice((55, 65, 75)) / 100 // 25 * 25))
    off = wish + dice.choice((-50, 100, 175))
    line = w.budget(case.asked, "item", wish)
    bank, number = dice.choice(("INGB", "RABO", "ABNA", "SNSB")), dice.randint(100000000, 799999999)
    broken = w.planted("iban-invalid")
    iban = broken_account(bank, number) if broken else account(bank, number)
    iban = iban if dice.random() < 0.6 else iban.replace(" ", "")
    again = off if w.planted("amounts-disagree") else wish
    if again != wish:
        w.either[f"{line.path}.amount"] = [f"{off:.2f}"]
    return _request(w, case, (line, wish, again), style).format(iban=iban)


def _request(w: Writer, case: Case, sums: tuple[Line, Decimal, Decimal], style: str) -> str:
    line, wish, again = sums
    repeated = euro(again, style) if again != wish else line.amount(euro(wish, style))
    return w.dice.choice(REQUESTS).format(
        asked=line.description(case.asked), amount=line.amount(euro(wish, style)), again=repeated, iban="{iban}"
    )


REQUESTS = (
    "Ik verwacht niet dat u alles betaalt, maar een {asked} van {amount} vind ik redelijk. Als u het daarmee eens bent, kunt u die {again} overmaken op {iban}.",
    "Daarom vraag ik u om een {asked} van {amount}. Mijn rekeningnummer is {iban}. Met die {again} kan ik het overige zelf wel dragen.",
)


def _end(w: Writer, case: Case, home: str) -> dict[str, Any]:
    dice = w.dice
    invented = f"gemeente {dice.choice(asking.NO_MUNICIPALITIES)}"
    name = dice.choice([name for name in ("Zwolle", "Oss", "Kampen", "Gouda") if name != home])
    where = invented if w.planted("municipality-unknown") else town(w, name, "mentioned", "gemeente ")
    attached = w.planted("enclosure-not-included")
    return {
        "example": dice.choice(EXAMPLES).format(town=where),
        "papers": dice.choice(ATTACHED if attached else KEPT).format(papers=case.papers),
        "close": dice.choice(CLOSES),
        "greeting": dice.choice(("Met vriendelijke groet,", "Hoogachtend,", "Met vriendelijke groeten,")),
        "stamp": ["INGEKOMEN", day(asking.after(w.day, 4), "short")] if dice.random() < 0.4 else [],
    }


EXAMPLES = (
    "Bij mijn zus in de {town} was zoiets binnen een maand geregeld, met een telefoontje en een kop koffie.",
    "Ik begreep dat de {town} voor dit soort gevallen een vast contactpersoon heeft. Dat lijkt mij voor u ook wel iets.",
)
ATTACHED = ("Kopieën van de {papers} vindt u in de bijlage.", "De {papers} heb ik als bijlage bijgevoegd.")
KEPT = ("De {papers} heb ik bewaard en kunt u bij mij komen bekijken.", "Alle {papers} heb ik bewaard; u kunt ze krijgen als u daarom vraagt.")
CLOSES = (
    "Ik hoop snel iets van u te horen, het liefst per telefoon, want met formulieren op de computer ben ik niet zo handig.",
    "Graag ontvang ik van u een bevestiging dat deze brief is aangekomen. Voor een gesprek kom ik graag naar het gemeentehuis.",
    "Ik ga ervan uit dat u mij binnen acht weken laat weten wat u besluit, zoals in de wet staat.",
)
