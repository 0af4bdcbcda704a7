"""Invented values to stand where a letter has its own, so that names are learnt by their form.

The families of letters draw from a few dozen names; a model would know them by heart. Places and
ministries are those of the registers; persons, societies and companies are put together here.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from decimal import Decimal
from functools import cache

from models.labelled import Labelled, Span
from pipeline import registers
from tests.corpus.wording import day, euro

CHANGED = 0.6  # share of the entities that get another value

FIRST_NAMES = """Aad Ab Abdel Adriaan Ahmed Albert Alex Ali Anja Anke Anna Annelies Anouk Arie Arjan Astrid Ayşe Bart Bas
Bernard Bert Bianca Bram Brigitte Carla Caroline Chantal Chris Christa Claudia Coen Corine Daan Danny David Dennis Diana Dick
Dirk Edwin Elif Elisabeth Ellen Els Emma Erik Erna Esther Eva Fatima Femke Ferdinand Floor Frank Frans Fred Geert Gerard
Gerda Gerrit Gijs Greetje Guus Hanneke Hans Harm Hassan Heleen Hendrik Henk Herman Hilde Ineke Inge Ingrid Ivo Jaap Jacqueline
Jan Jannie Janneke Jasmijn Jelle Jeroen Joke Johan Joost Joris José Judith Karel Karim Kees Kim Klaas Koen Lars Laura Leo
Liesbeth Lieke Lisette Loes Lotte Maaike Maarten Marc Margriet Marieke Marijke Marja Mark Marleen Marlies Martijn Mehmet Meindert
Merel Michiel Mieke Mohamed Monique Naima Nel Nico Nienke Noor Olaf Otto Paul Peter Petra Piet Pieter Ralf Renate René Rianne
Rob Robert Roel Rolf Ronald Ruben Rutger Sander Saskia Sietske Simon Sjoerd Sofie Stefan Suzanne Tamara Ted Theo Thijs Tineke
Tjeerd Tom Ton Truus Vincent Wendy Wibo Wiebe Wil Willem Wim Wouter Yvonne Zeynep""".split()  # fmt: skip
SURNAMES = """Aalbers Aarts Abma Achterberg Adema Akkerman Alberts Alders Appelman Arends Baars Bakhuis Banga Barends Bax Beekman
Belt Bervoets Beumer Biemans Bijlsma Blaauw Blom Bloemendal Boer Bogaard Bolhuis Bos Boukhari Bouma Brandsma Brink Broekhuizen
Bruin Brouwer Buitenhuis Burger Cats Celik Claassen Cornelissen Cramer Daalder Damen Dekker Demir Derksen Dijk Dijkstra Dirksen
Doeve Donkers Drent Driessen Duin Eck Eggink Elzinga Engelen Eskes Evers Faber Feenstra Fokkema Franken Galema Geerts Gerritsen
Goossens Graaf Groen Groot Haan Haarsma Hartman Heemskerk Heij Hendriks Hermans Hoek Hoekstra Hofman Holtrop Horst Huisman Jacobs
Jager Jansen Janssens Jonge Jongsma Kamp Kaya Keizer Kerkhof Keuning Klaassen Klein Kluft Koning Koopmans Koster Kramer Kroon Kuiper
Kuipers Laan Lamers Leeuwen Lindeman Linden Loon Louwerse Maas Martens Meer Meijer Mertens Meulen Mol Molenaar Mulder Nagel Niehof
Nieuwenhuis Noort Offerman Olthof Oomen Oosten Ooms Otten Overbeek Peeters Peters Pieters Plas Ploeg Poelman Pol Pool Postma Prins
Raaijmakers Ramdin Reijnders Rietveld Ritsema Roos Rosier Ruiter Sanders Scholten Schouw Schut Schuurman Sikkema Slot Smit Snijders
Spaan Steen Stoffels Stolk Swart Tazelaar Timmer Tromp Uittenbogaard Veen Veenstra Velde Veldhuizen Ven Verbeek Verhoeven Vermeulen
Visser Vliet Voogd Vos Vries Vroom Wagenaar Wal Wassenaar Weert Westra Wiersma Wijk Willems Winkel Wit Wolff Wouda Yilmaz Zanten
Zijlmans Zuidema Zwart""".split()  # fmt: skip
PREFIXES = (
    "",
    "",
    "",
    "",
    "van ",
    "van de ",
    "van der ",
    "van den ",
    "de ",
    "ter ",
    "te ",
    "van 't ",
    "den ",
    "El ",
    "in 't ",
)
TITLES = (
    "drs. ",
    "mr. ",
    "ir. ",
    "ing. ",
    "dr. ",
    "mr. drs. ",
    "prof. dr. ",
    "dr. ir. ",
    "jhr. mr. ",
)
DEGREES = (" MSc", " MBA", " LLM", " MPA", ", MSc", " BSc", " RA", " PhD")
NOUNS = """Anker Akker Bron Brug Boog Kring Dageraad Eik Golf Haven Horizon Hoeve Kade Kompas Kern Korf Lelie Linde Meent
Molen Oever Parel Poort Rank Regenboog Roos Schakel Sleutel Sluis Spil Ster Toren Tuin Vlinder Vuurtoren Waag Werf Wiek Wilg
Zwaluw Zonnebloem Ark Berk Brink Cirkel Duif Einder""".split()  # fmt: skip
THEMES = """Armoedefonds Buurtwerk Cultuur Dierenwelzijn Dorpsbelang Erfgoed Filmhuis Huurdersbelang Jeugdwerk Kinderopvang
Kunstencentrum Landschap Mantelzorg Molenbehoud Monumenten Muziekschool Natuurbeheer Oranjecomité Ouderenzorg Peuterwerk
Poppodium Schuldhulp Speelotheek Sporthal Streektaal Taalhuis Thuiszorg Toneel Vluchtelingenwerk Voedselbank Volkshuisvesting
Vrijwilligerswerk Wijkbeheer Zorgboerderij Zwembad""".split()  # fmt: skip
KINDS = ("Stichting", "Stichting", "Stichting", "Vereniging", "Coöperatie", "Federatie", "Werkgroep", "Bewonersvereniging", "Platform",
         "Sportvereniging", "Ondernemersvereniging", "Woningstichting", "Zorggroep", "Scholengroep", "Harmonie", "Historische Kring")  # fmt: skip
TRADES = ("Advies", "Aannemers", "Accountants", "Advocaten", "Architecten", "Bouw", "Catering", "Consultancy", "Drukkerij", "Energie",
          "Groenvoorziening", "Infra", "Ingenieurs", "Installatietechniek", "Makelaars", "Notarissen", "Onderzoek", "Reclame", "Transport",
          "Vastgoed", "Beveiliging", "Software", "Techniek")  # fmt: skip
FORMS = (
    " B.V.",
    " B.V.",
    " BV",
    " N.V.",
    " V.O.F.",
    " & Zonen",
    " & Zn.",
    " & Partners",
    " Nederland",
    " Groep",
    "",
)
OFFICES = ("GGD", "Veiligheidsregio", "Omgevingsdienst", "Regionale Uitvoeringsdienst", "Recreatieschap", "Werkvoorzieningschap",
           "Streekarchief", "Bibliotheek", "Museum", "Kamer van Koophandel", "Rechtbank", "Gerechtshof", "Regiopolitie",
           "Milieudienst", "Waterschap", "Hoogheemraadschap", "Universiteit", "Hogeschool", "ROC", "Metropoolregio", "Regio",
           "Energiecoöperatie", "Dorpsraad", "Wijkraad", "Buurtvereniging", "Protestantse Gemeente", "Parochie")  # fmt: skip


def varied(letter: Labelled, dice: random.Random) -> Labelled:
    """The letter with other names, places, days and references in it."""
    text = letter.text
    return letter.with_values(lambda span: _value(text[span.start : span.end], span, dice))


def _value(had: str, span: Span, dice: random.Random) -> str:
    if dice.random() > CHANGED:
        return had
    new = {
        "PERSON": _person,
        "ORGANISATION": _organisation,
        "PLACE": lambda _, dice: place(dice),
        "DATE": _date,
        "AMOUNT": _amount,
        "REFERENCE": lambda _, dice: reference(dice),
    }[span.label](had, dice)
    return new.upper() if had.isupper() and span.label != "REFERENCE" else new


def _person(had: str, dice: random.Random) -> str:
    return person(dice) if " " in had or "." in had else _capital(surname(dice))


def person(dice: random.Random) -> str:
    """A name as it may stand under a letter, in a window or a sentence."""
    first = dice.choice(FIRST_NAMES)
    given = first if dice.random() < 0.3 else initials(dice)
    if given is not first and dice.random() < 0.1:
        given = f"{given} ({first})"
    title = dice.choice(TITLES) if given is not first and dice.random() < 0.4 else ""
    degree = dice.choice(DEGREES) if dice.random() < 0.1 else ""
    return f"{title}{given} {surname(dice)}{degree}"


def initials(dice: random.Random) -> str:
    """'J.P.', 'H. J.', 'ThM.' and what else stands before a surname."""
    letters = dice.choices("ABCDEFGHIJKLMNPRSTVWY", k=dice.choice((1, 1, 2, 2, 2, 3, 4)))
    joint = dice.choice((".", ".", ".", ".", ". "))
    return joint.join(letters) + "."


def surname(dice: random.Random) -> str:
    """'de Vries', 'Bos-van den Brink'."""
    name = dice.choice(PREFIXES) + _family(dice)
    return f"{name}-{dice.choice(PREFIXES[:8])}{_family(dice)}" if dice.random() < 0.12 else name


def _family(dice: random.Random) -> str:
    if dice.random() < 0.2:
        return dice.choice(_ministers())
    return dice.choice(SURNAMES)


def _organisation(had: str, dice: random.Random) -> str:
    """One of the same kind: a municipality for a municipality."""
    for pattern, new in (
        (r"(?i)(?:het\s+)?(?:ministerie|(?:de\s+)?minister|staatssecretaris)\s+van\s+", ministry),
        (
            r"(?i)(?:burgemeester en wethouders van|b en w van|(?:de\s+)?(?:gemeente|burgemeester van))\s+",
            place,
        ),
        (r"(?i)provincie\s+", province),
    ):
        led = re.match(pattern, had)
        if led is not None and dice.random() < 0.8:
            return led[0] + new(dice)
    return organisation(dice)


def organisation(dice: random.Random) -> str:
    """A body as no register has it, or one that may be in a register."""
    chance = dice.random()
    if chance < 0.3:
        return f"{dice.choice(KINDS)} {_own_name(dice)}"
    if chance < 0.5:
        return _company(dice)
    if chance < 0.65:
        return f"{dice.choice(OFFICES)} {place(dice)}"
    if chance < 0.75:
        return dice.choice(_bodies())
    if chance < 0.85:
        return f"{dice.choice(('Gemeente', 'gemeente', 'Gemeente'))} {place(dice)}"
    return (
        f"{dice.choice(('Ministerie van', 'ministerie van', 'Ministerie voor'))} {ministry(dice)}"
    )


def _own_name(dice: random.Random) -> str:
    noun, theme = dice.choice(NOUNS), dice.choice(THEMES)
    return dice.choice(
        (f"De {noun}", f"{theme} {place(dice)}", f"'t {noun}tje", f"{theme} De {noun}", f"Het {noun}huis",
         f"{theme}", f"Vrienden van de {noun}", f"{place(dice)} Vooruit", f"tot Behoud van de {noun}")
    )  # fmt: skip


def _company(dice: random.Random) -> str:
    family, form = _family(dice), dice.choice(FORMS)
    trade = dice.choice(TRADES)
    return dice.choice(
        (f"{family} {trade}{form}", f"{_family(dice)} & {family}{form}", f"{trade} {family}{form}",
         f"{dice.choice(NOUNS)} {trade}{form}", f"{trade}bureau {family}{form}", f"Van {family} {trade}{form}")
    )  # fmt: skip


def place(dice: random.Random) -> str:
    """Any place or municipality of the registers."""
    return dice.choice(_places())


def province(dice: random.Random) -> str:
    return dice.choice(registers.provinces()).name


def ministry(dice: random.Random) -> str:
    """What a ministry is for: 'Binnenlandse Zaken'."""
    return dice.choice(_portfolios())


def reference(dice: random.Random) -> str:
    """A number under which a letter is kept, in one of many forms."""
    year, number = dice.randint(1985, 2025), dice.randint(100, 9_999_999)
    code = "".join(dice.choices("ABCDEFGHKLMNPRSTUVWZ", k=dice.randint(1, 5)))
    return dice.choice(
        (f"{year}/{number}", f"{code}/{year}/{number}", f"{code}-{number}", f"{number}", f"{code} {number}",
         f"{year}-{number:07}", f"{code}/{code[::-1]}/{number}", f"{number}-{code}", f"{code}.{year % 100:02}.{number}",
         f"Z{year % 100}-{number:06}", f"{number}/{code.lower()}", f"{code}{number}", f"{year}.{number}.{dice.randint(1, 99)}",
         f"{year % 100:02}{code.lower()}{number % 10000}", f"D{year}-{number}/Z{number % 4999}", f"{code}/{dice.randint(1, 999)}")
    )  # fmt: skip


def _date(had: str, dice: random.Random) -> str:
    when = dt.date(1955, 1, 1) + dt.timedelta(days=dice.randrange(26_000))
    if re.search("[A-Za-z]", had):
        style = dice.choice(("long", "long", "long", "padded", "short", "weekday"))
    else:
        style = dice.choice(("figures", "figures", "bare", "dots", "slashes"))
    return day(when, style)


def _amount(had: str, dice: random.Random) -> str:
    if not had.startswith("€") or dice.random() < 0.5:
        return had
    amount = Decimal(
        dice.choice(
            (dice.randint(5, 900), dice.randint(10, 990) * 100, dice.randint(1, 40) * 50_000)
        )
    )
    return euro(
        amount, dice.choice(("comma-dash", "cents", "close", "whole", "code", "word", "thousand"))
    )


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


@cache
def _places() -> tuple[str, ...]:
    names = {item.name for item in registers.places()} | set(registers.municipality_names())
    return tuple(sorted(name for name in names if "(" not in name))


@cache
def _portfolios() -> tuple[str, ...]:
    names = (item.name for item in registers.bodies() if item.kind == "ministry")
    return tuple(sorted({name.removeprefix("Ministerie van ") for name in names}))


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(sorted({item.name for item in registers.bodies() if item.kind != "ministry"}))


@cache
def _ministers() -> tuple[str, ...]:
    from pipeline.registers.offices import all_ministers

    return tuple(sorted({item.surname for item in all_ministers()}))
