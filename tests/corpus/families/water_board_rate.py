"""A water board or polder board of 1955-1995 charges a municipality by the hectare: letterhead in the
middle, a margin with typed labels ('dagtekening'), a table of hectares and rates.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pipeline import registers
from samples.make import art
from tests.corpus import oldletters as old
from tests.corpus.families import family
from tests.corpus.wording import MONTHS, day, figures
from tests.corpus.writer import Line, Writer

# Board, its later name, seat, street, who is written to and PC4, its neighbours, last year.
Board = tuple[str, str, str, str, str, str, tuple[str, ...], int]
BOARDS: tuple[Board, ...] = (
    ("Waterschap Salland", "Waterschap Groot Salland", "Raalte", "Zwolsestraat 24", "Raalte", "8100", ("Heino", "Wijhe", "Olst", "Dalfsen"), 1994),
    ("Waterschap De Maaskant", "Waterschap Aa en Maas", "Oss", "Raadhuislaan 23", "Ravenstein", "5370", ("Lith", "Grave", "Schaijk"), 1992),
    ("Waterschap Mark en Weerijs", "Waterschap Brabantse Delta", "Breda", "Bouvignelaan 5", "Zundert", "4880", ("Rijsbergen", "Prinsenbeek", "Terheijden"), 1994),
    ("Polderdistrict Betuwe", "Waterschap Rivierenland", "Elst", "Aamsestraat 90", "Elst", "6660", ("Heteren", "Valburg", "Kesteren", "Dodewaard"), 1994),
    ("Hoogheemraadschap van de Krimpenerwaard", "Hoogheemraadschap van Schieland en de Krimpenerwaard", "Schoonhoven", "Oude Haven 31", "Bergambacht", "2860", ("Stolwijk", "Haastrecht", "Schoonhoven"), 1983),
    ("Waterschap De Berkel", "Waterschap Rijn en IJssel", "Lochem", "Barchemseweg 11", "Lochem", "7240", ("Borculo", "Eibergen", "Neede", "Vorden"), 1994),
    ("Waterschap Schouwen-Duiveland", "Waterschap Zeeuwse Eilanden", "Zierikzee", "Laan van Sint Hilaire 2", "Zierikzee", "4300", ("Brouwershaven", "Bruinisse", "Duiveland"), 1994),
)  # fmt: skip
AREAS = ("Binnenpolder", "Broekland", "Oosterhoek", "De Lage Weide", "Kerkebroek", "Achterhoek-Zuid", "Veldzicht", "Nieuwe Gaarden", "'t Rot", "Hoge Kamp")
PLANTS = (
    "body-not-in-force", "line-arithmetic-mismatch", "table-cell-illegible", "date-impossible", "reply-precedes-letter",
    "dates-disagree", "percentage-mismatch", "recipient-missing", "subject-missing",
)  # fmt: skip


@family("unseen", plants=PLANTS)
def write(w: Writer) -> dict[str, Any]:
    dice = w.dice
    board = dice.choice(BOARDS)
    first = 1962 if board[2] == "Zierikzee" else 1955
    w.day = old.working_day(dice, dt.date(first, 2, 1), dt.date(board[7], 11, 30))
    name = _name(w, board)
    data = _head(w, board, name)
    sums = _sums(w)
    return data | sums | _text(w, board, name)


def _name(w: Writer, board: Board) -> str:
    """The board as the letter has it; its id is what the register knows at that day."""
    right, later = board[0], board[1]
    if not w.planted("body-not-in-force"):
        return right
    body = registers.former_body(later, w.day)
    w.either["sender.organisation"] = [right]
    w.either["sender.organisation_id"] = [None]
    w.silent("sender.organisation_id", body.identifier if body else None)
    return later


def _head(w: Writer, board: Board, name: str) -> dict[str, Any]:
    dice = w.dice
    _, _, seat, street, town, area, _, _ = board
    asked = old.days_before(dice, w.day, 9, 90)
    if w.planted("reply-precedes-letter"):
        asked = w.day + (w.day - asked)
    item = registers.municipality(town, w.day)
    assert item
    box, code = f"Postbus {dice.randint(2, 96)}", f"{area} A{dice.choice('ABCD')}"
    coded = w.day.year >= 1979
    subject = dice.choice(("omslag over bebouwde gronden", "bijdrage in de kosten van waterbeheersing", "bijdrage onderhoud watergangen bebouwde kom", "aandeel gemeente in de kosten van bemaling"))
    call = dice.choice(("Burgemeester en Wethouders", "het college van burgemeester en wethouders"))
    numbered = dice.random() < 0.6
    if numbered:
        w.expect("enclosure-not-included")
    phone = f"0{dice.randint(2100, 8900)}-{dice.randint(1210, 2890)}"
    to: list[str] = []
    if not w.planted("recipient-missing"):
        w.silent("recipient.organisation_id", item.identifier)
        own = w.field("recipient.organisation", f"Gemeente {town}", w.municipality(town, "recipient"))
        last = [w.field("recipient.address", box), w.field("recipient.postcode", code) + " " + w.field("recipient.place", town)] if coded else ["te " + w.field("recipient.place", old.capital(town))]
        to = ["Aan " + w.field("recipient.role", call), "der gemeente " + own, *last]
    words = dice.choice(("ons nummer", "nummer", "kenmerk"))
    return {
        "board": w.field("sender.organisation", name, name.upper()),
        "under": f"{w.field('sender.address', street)} - {w.field('sender.place', seat)} - telefoon {w.field('sender.phone', phone)}",
        "margin": [
            ("dagtekening", w.date(day(w.day))),
            (words, w.field("references.ours", dice.choice((f"{dice.randint(112, 2900)}", f"{dice.randint(11, 99)}/{w.day.year % 100}", f"A {dice.randint(112, 990)}")))),
            ("uw brief van", w.field("replies_to", asked.isoformat(), day(asked))),
            ("betreft", "" if w.planted("subject-missing") else w.field("subject", subject)),
            ("bijlagen", "1" if numbered else "geen"),
        ],
        "form": "Een kaart, waarop de begrenzing van de gebieden is aangegeven, gaat hierbij als bijlage." if numbered else "De kaart, waarop de begrenzing is aangegeven, ligt te onzen kantore voor U ter inzage.",
        "to": to,
        "mark": art.water_mark(),
        "font": dice.choice(("TeX Gyre Cursor", "Liberation Mono", "DejaVu Sans Mono")),
        "face": dice.choice(("TeX Gyre Bonum", "TeX Gyre Pagella", "TeX Gyre Schola")),
    }  # fmt: skip


def _sums(w: Writer) -> dict[str, Any]:
    dice = w.dice
    sign = dice.choice(("f", "fl."))
    names = dice.sample(AREAS, dice.randint(3, 5))
    base = (dice.randint(9, 16) + (w.day.year - 1955) * Decimal("1.4")) // 1
    wrong, blot = dice.randrange(len(names)), dice.randrange(len(names))
    ditch = old.gulden(w, "onbebouwde gronden", "unit_price", base / 2 // 1 + Decimal("0.75"), unit="per ha")
    w.either[f"{ditch.path}.description"] = ["tarief onbebouwde gronden", "tarief"]
    rows, total = [], Decimal(0)
    for number, name in enumerate(names):
        hectares, rate = dice.randint(14, 390), base + dice.choice((0, 2, 3, 5)) + Decimal(dice.choice((0, 25, 50, 75))) / 100
        amount = hectares * rate
        total += amount
        stated = hectares + 10 if number == wrong and w.planted("line-arithmetic-mismatch") else hectares
        line = old.gulden(w, name, "item", amount, unit="ha", quantity=str(stated), unit_price=rate)
        shown = line.amount(figures(amount))
        if number == blot and w.planted("table-cell-illegible"):
            w.allow("total-unverifiable", "total-mismatch")
            shown = w.smudge(f"tables.0.rows.{number}.3", w.smudge(f"{line.path}.amount", shown))
        rows.append([line.description(name), str(stated), figures(rate), shown])
    whole = old.gulden(w, "Totaal", "total", total)
    rows.append([whole.description("Totaal"), "", "", whole.amount(figures(total))])
    return {
        "rate": f"Voor {ditch.description('onbebouwde gronden')} geldt, evenals in vorige jaren, een tarief van {ditch.amount(old.typed(base / 2 // 1 + Decimal('0.75'), sign, ',00'))} per ha, hetwelk door de ingelanden rechtstreeks aan onze ontvanger wordt voldaan. Deze gronden zijn in de onderstaande opstelling dus niet begrepen.",
        "table": w.table(["Gebied", "Oppervlakte (ha)", f"Tarief per ha ({sign})", f"Bedrag ({sign})"], rows),
        "owed": _owed(w, whole, total, sign),
    }  # fmt: skip


def _owed(w: Writer, whole: Line, total: Decimal, sign: str) -> str:
    share = w.dice.choice((4, 5, 6))
    fee = (total * share / 100).quantize(Decimal("0.01"))
    said = share + 3 if w.planted("percentage-mismatch") else share
    cost, all_ = old.gulden(w, "administratiekosten", "item", fee), old.gulden(w, "verschuldigd bedrag", "total", total + fee)
    w.either[f"{all_.path}.kind"] = ["item"]
    return f"Het totaal van {whole.amount(old.typed(total, sign, ',00'))} wordt verhoogd met {said}% {cost.description('administratiekosten')}, zijnde {cost.amount(old.typed(fee, sign, ',00'))}, zodat door Uw gemeente in het geheel {all_.amount(old.typed(total + fee, sign, ',00'))} {all_.description('verschuldigd')} is."


def _text(w: Writer, board: Board, name: str) -> dict[str, Any]:
    dice = w.dice
    near = old.named(w, board[6][: dice.randint(2, len(board[6]))], "mentioned")
    met = old.days_before(dice, w.day, 40, 200)
    year = w.day.year + (w.day.month > 4)
    until = f"{31 if w.planted('date-impossible') else 30} {MONTHS[5]} {year}"
    later = w.day + dt.timedelta(days=dice.choice((3, 7, 14)))
    again = day(later) if w.planted("dates-disagree") else w.date(day(w.day))
    if w.plant == "dates-disagree":
        w.either["date"] = [later.isoformat()]
    kind = name.split()[0].lower()
    secretary = dice.choice(("de secretaris", "de secretaris-rentmeester", "de secretaris-ontvanger"))
    head = "de dijkgraaf" if kind != "waterschap" else dice.choice(("de watergraaf", "de voorzitter"))
    opening = dice.choice((
        f"Naar aanleiding van Uw nevenvermelde brief delen wij U mede, dat het algemeen bestuur in zijn vergadering van {old.on_weekday(met)} de grondslagen heeft vastgesteld, waarnaar de gemeenten met ingang van het lopende dienstjaar in de kosten van de waterbeheersing bijdragen.",
        f"In antwoord op Uw in margine aangehaalde brief, waarbij U om een opgave van het aandeel van Uw gemeente verzocht, berichten wij U dat daaromtrent in de vergadering van {old.on_weekday(met)} is besloten.",
    ))  # fmt: skip
    return {
        "opening": [
            opening,
            "Zoals U bekend is, heeft de uitbreiding van de bebouwde kommen tot gevolg, dat het hemelwater aanmerkelijk sneller tot afvoer komt dan voorheen. De leidingen, die indertijd op landelijke afvoer zijn berekend, moeten daarom worden verruimd, terwijl ook de capaciteit van het gemaal bij langdurige regenval onvoldoende is gebleken. In het natte najaar van vorig jaar hebben de peilen gedurende elf etmalen meer dan veertig centimeter boven het zomerpeil gestaan.",
            f"De gemeenten {near} hebben zich met deze grondslagen reeds verenigd. Ook het provinciaal bestuur heeft, blijkens een mededeling van de griffie, tegen de wijze van verdeling geen bedenkingen.",
        ],
        "intro": "Voor Uw gemeente leidt een en ander tot de volgende opstelling:",
        "last": [
            f"Wij verzoeken U het verschuldigde te doen overmaken vóór {until}. Bij latere betaling wordt op grond van artikel {dice.randint(61, 98)} van het reglement rente in rekening gebracht. Bezwaren tegen de opgegeven oppervlakten kunnen binnen dertig dagen schriftelijk bij ons worden ingediend; zij schorten de verplichting tot betaling niet op.",
            "Voorts vragen wij Uw aandacht voor het volgende. Bij de laatste schouw is gebleken, dat op verschillende plaatsen puin en tuinafval in de schouwsloten wordt gestort. De keur verbiedt zulks uitdrukkelijk. Onze opzichter heeft tot dusver volstaan met een waarschuwing, doch hij zal in het vervolg proces-verbaal opmaken. Het zou op prijs worden gesteld, indien U hieraan in het plaatselijk nieuwsblad enige bekendheid zoudt willen geven.",
            "Tenslotte delen wij U mede, dat het onderhoud van de duikers onder de gemeentewegen, anders dan in Uw brief wordt verondersteld, ingevolge de legger ten laste van de wegbeheerder blijft. Wij zijn gaarne bereid U daarvan een uittreksel te doen toekomen.",
        ],
        "again": f"vervolg brief van {again}",
        "close": dice.choice((f"Het dagelijks bestuur van het {_lower(name)},", f"Namens het bestuur van het {_lower(name)},")),
        "signed": old.signatories(w, old.persons(dice, 2, ("", "ir.", "mr.", "")), (secretary, head), ","),
        "signatures": [art.signature(dice.randrange(10_000), "#22305c") for _ in range(2)],
    }  # fmt: skip


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
