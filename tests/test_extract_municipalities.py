"""Municipalities: what names one, what is only a place, and which part it has."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline import layout, zones
from pipeline.extract import Reading
from pipeline.extract.municipalities import municipalities
from pipeline.extract.place_names import is_only_a_place
from pipeline.extract.tables import tabulated
from pipeline.intake import text
from pipeline.letter import Letter
from pipeline.record import Field, Municipality

DAY = dt.date(2016, 1, 28)


def reading(content: str, date: dt.date | None = DAY) -> Reading:
    """A letter's text, between a salutation and a closing."""
    whole = f"Geachte heer,\n\n{content}\n\nHoogachtend,\n"
    return of_whole(whole, date)


def of_whole(content: str, date: dt.date | None = DAY) -> Reading:
    (pages,) = zones.letters([layout.arrange(sheet) for sheet in text.sheets(content)])
    return Reading(Letter(pages), date)


def side(code: str | None) -> Field[str] | None:
    """The field of an organisation's id."""
    if code is None:
        return None
    return Field[str](value=code, text=code, confidence=0.9, evidence=(), source="test")


def entries(
    content: str | Reading, sender: str | None = None, recipient: str | None = None
) -> tuple[Municipality, ...]:
    letter = reading(content) if isinstance(content, str) else content
    return municipalities(letter, tabulated(letter), side(sender), side(recipient))


def names(content: str | Reading, **sides: str) -> list[str]:
    return [entry.name for entry in entries(content, **sides)]


def parts(content: str | Reading, **sides: str) -> dict[str, str]:
    return {entry.name: entry.part.value for entry in entries(content, **sides)}


# --- what names one

NAMED = [
    ("De buurgemeente Best doet niet mee.", ["Best"]),
    ("Op het stadhuis van Asten lag het plan.", ["Asten"]),
    (
        "In tegenstelling tot Nieuwkoop en Steenbergen hebben wij een eigen dienst.",
        ["Nieuwkoop", "Steenbergen"],
    ),
    ("De gemeente Urk heeft dit gevraagd.", ["Urk"]),
    ("In Ede en Best zijn zulke huizen gebouwd.", ["Ede", "Best"]),
    ("Best zijn zulke huizen niet. Ede dingen.", []),
    ("Wij keken naar Heerde.", ["Heerde"]),
    ("De heer Van Heerde keek.", []),
    (
        "Hillegom, Lisse, Noordwijk en Teylingen doen mee.",
        ["Hillegom", "Lisse", "Noordwijk", "Teylingen"],
    ),
    ("De provincies Utrecht en Groningen doen mee.", []),
    ("De gemeenten, Lelystad en Urk, doen mee.", ["Lelystad", "Urk"]),
    ("De gemeenten Dronten, Lelystad en Urk doen mee.", ["Dronten", "Lelystad", "Urk"]),
    ("de gemeenten:\n- Dronten\n- Lelystad\n- Urk", ["Dronten", "Lelystad", "Urk"]),
    ("Het college van burgemeester en wethouders van\nUrk besloot.", ["Urk"]),
    ("Burgemeester en wethouders van Ede en van Best.", ["Ede", "Best"]),
    ("De gemeenteraad van Ede en B&W van Tiel.", ["Ede", "Tiel"]),
    ("De gemeente Noordoost-\npolder doet mee.", ["Noordoostpolder"]),
    ("De gemeente Den Haag en de gemeente De Bilt.", ["'s-Gravenhage", "De Bilt"]),
    ("De gemeenten 8arneveld en Urk.", ["Barneveld", "Urk"]),
    ("De gemeente Bergen\n\nop Zoom", ["Bergen op Zoom"]),
    ("De gemeente Urk\n\nop Texel", ["Urk", "Texel"]),
    ("De gemeenten Epe, Ede eu Urk.", ["Epe", "Ede", "Urk"]),
    ("De gemeenten Putten en Best werken samen.", ["Putten", "Best"]),
    ("In Almere en Zeist zijn trainingen verzorgd.", ["Almere", "Zeist"]),
    ("De gemeenle Urk en de gerneente Ede.", ["Urk", "Ede"]),
    (
        "De gemeenten Dronten, Noordoostpoider en Zeewoide.",
        ["Dronten", "Noordoostpolder", "Zeewolde"],
    ),
    (
        "Gemeente   Uren   Kosten\nUrk        12     € 40\nLelvstad   10     € 30",
        ["Urk", "Lelystad"],
    ),
]


@pytest.mark.parametrize(("content", "expected"), NAMED, ids=[row[0][:40] for row in NAMED])
def test_named(content: str, expected: list[str]) -> None:
    assert names(content) == expected


NOT_NAMED = [
    "Sportvereniging Urk speelt hier.",
    "Ik sprak wethouder Van Putten op de receptie.",
    "De kantonrechter Almelo deed uitspraak.",
    "Mevrouw Van Bergen en de heer Putten kwamen langs.",
    "Best lastig. Laren is een werkwoord. Wij putten uit de reserve.",
    "De Universiteit Utrecht en de provincie Groningen doen mee.",
    "De Veiligheidsregio Utrecht, de rechtbank Den Haag en de politie Amsterdam.",
    "Het Taalhuis Almere aan de Almerestraat 12.",
    "De bijeenkomst is op Stationsplein 1, 1315 KT Almere.",
    "De stichting is gevestigd te Utrecht.",
    "Utrecht, 14 maart 2019",
    "Wij wonen in Emmeloord en in Heesch.",
    "In Almere Buiten en Utrecht Centraal.",
    "De zes Flevolandse gemeenten in de regio Midden-Nederland.",
    "De gemeente Xyzdorp bestaat niet.",
    "Een gemeente heeft gevraagd, in gemeente en provincie, om hulp.",
]


@pytest.mark.parametrize("content", NOT_NAMED)
def test_not_named(content: str) -> None:
    assert names(content) == []


# --- at a date


def test_a_former_one_counts_where_it_is_called_a_municipality() -> None:
    later = dt.date(2023, 5, 1)
    assert [e.code for e in entries(reading("De gemeente Boxmeer.", later))] == ["GM0756"]
    assert names(reading("De kermis in Boxmeer en Cuijk.", later)) == []
    assert names(reading("De kermis in Boxmeer en Cuijk.")) == ["Boxmeer", "Cuijk"]


def test_those_that_became_one_are_municipalities() -> None:
    later = dt.date(2019, 5, 22)
    merged = "Leek en Marum zijn samengevoegd tot Westerkwartier."
    assert names(reading(merged, later)) == ["Leek", "Marum", "Westerkwartier"]
    assert names(reading("Er zijn scholen bij Leek en Marum.", later)) == []


def test_province_at_the_date() -> None:
    (entry,) = entries(reading("De gemeente Urk.", dt.date(1980, 5, 1)))
    assert entry.province == "Overijssel"


def test_of_two_with_one_name_the_one_in_the_province_of_the_others() -> None:
    content = "De gemeenten Venlo, Gennep en Bergen."
    assert [entry.code for entry in entries(content)][-1] == "GM0893"
    assert [entry.code for entry in entries("De gemeenten Alkmaar en Bergen.")][-1] == "GM0373"


# --- parts

PARTS = [
    ("Met de gemeenten Urk en Ede vragen wij u de regeling te verruimen.",
     {"Urk": "party", "Ede": "party", "Almere": "sender"}),
    ("De gemeenten Urk en Ede dienen deze aanvraag mede in.",
     {"Urk": "party", "Ede": "party", "Almere": "sender"}),
    ("Partners in deze aanvraag zijn de gemeenten Urk en Ede.",
     {"Urk": "party", "Ede": "party", "Almere": "sender"}),
    ("Als centrumgemeente vragen wij dit bedrag aan voor de gemeenten Urk en Ede.",
     {"Urk": "party", "Ede": "party", "Almere": "sender"}),
    ("De gemeenten die meedoen zijn Urk en Ede.",
     {"Urk": "party", "Ede": "party", "Almere": "sender"}),
    ("Mede uit naam van de gemeenten Urk en Ede dank ik u.",
     {"Urk": "party", "Ede": "party", "Almere": "sender"}),
    ("Voor dit project kregen wij geen steun van de gemeente Urk.",
     {"Urk": "mentioned", "Almere": "sender"}),
    ("Een afschrift van deze brief zonden wij mede aan de gemeente Urk.",
     {"Urk": "mentioned", "Almere": "sender"}),
    ("De gemeenten Urk en Ede sluiten zich bij dit verzoek aan.",
     {"Urk": "party", "Ede": "party", "Almere": "sender"}),
    ("De burgemeesters van Urk en Ede steunen dit en hebben mij gevraagd mede namens hen te schrijven.",
     {"Urk": "party", "Ede": "party", "Almere": "sender"}),
    ("Dit is een gezamenlijke aanvraag van de gemeenten Almere, Urk en Ede.",
     {"Urk": "party", "Ede": "party", "Almere": "sender"}),
    ("Naast onze gemeente nemen ook Urk en Zeewolde deel aan dit project.",
     {"Urk": "party", "Zeewolde": "party", "Almere": "sender"}),
    ("Aan dit project nemen de volgende gemeenten deel: Urk en Ede.",
     {"Urk": "party", "Ede": "party", "Almere": "sender"}),
    ("Onze gemeente is penvoerder; de overige deelnemers zijn Urk en Zeewolde.",
     {"Urk": "party", "Zeewolde": "party", "Almere": "sender"}),
    ("Dit project doen wij samen met Urk en Zeewolde. Wij vragen u om geld.",
     {"Urk": "party", "Zeewolde": "party", "Almere": "sender"}),
    ("In samenwerking met de gemeente Urk is vorig jaar een folder gemaakt.",
     {"Urk": "mentioned", "Almere": "sender"}),
    ("Wij hebben contact gehad met de heer Bakker van de gemeente Urk.",
     {"Urk": "mentioned", "Almere": "sender"}),
    ("De raden van Tholen en Urk zijn het eens. Mede namens Tholen laat ik u dit weten.",
     {"Almere": "sender", "Tholen": "party", "Urk": "mentioned"}),
    ("De twee gemeenten in onze regio (Delft en Rijswijk) vragen u om geld.",
     {"Almere": "sender", "Delft": "party", "Rijswijk": "party"}),
    ("Dit gaat naar de deelnemende gemeenten\n\nUrk, 1 mei 2016 en de gemeente Urk.",
     {"Almere": "sender", "Urk": "mentioned"}),
    ("Mede namens de gemeenten Dronten en Urk vraagt de gemeente Almere steun.",
     {"Dronten": "party", "Urk": "party", "Almere": "sender"}),
    ("Wij schrijven u namens de colleges van burgemeester en wethouders van Ede en Tiel.",
     {"Ede": "party", "Tiel": "party", "Almere": "sender"}),
    ("De deelnemende gemeenten: Urk, Ede.", {"Urk": "party", "Ede": "party", "Almere": "sender"}),
    ("Samen met de gemeenten Urk en Ede vragen wij u een bijdrage.",
     {"Urk": "party", "Ede": "party", "Almere": "sender"}),
    ("Uw verzoek deed u voor uw gemeente en voor de gemeenten Urk en Ede, die u daartoe hebben "
     "gemachtigd.", {"Urk": "party", "Ede": "party", "Almere": "sender"}),
    ("Onze dienst voert deze taak uit voor de gemeente Urk.",
     {"Urk": "party", "Almere": "sender"}),
    ("Wij schrijven in opdracht van de gemeente Urk.", {"Urk": "party", "Almere": "sender"}),
    ("U deed de aanvraag mede na-\nmens de gemeente Urk.", {"Urk": "party", "Almere": "sender"}),
    ("De gemeente Urk voert deze taak uit voor haar inwoners in Ede.",
     {"Urk": "mentioned", "Ede": "mentioned", "Almere": "sender"}),
    ("Ook de gemeente Urk werkt zo.", {"Urk": "mentioned", "Almere": "sender"}),
    ("Namens de minister deel ik u mee dat de gemeente Urk dit al doet.",
     {"Urk": "mentioned", "Almere": "sender"}),
    ("Wij vragen een bijdrage.\n\n"
     "Gemeente   Uren   Kosten\nUrk        12     € 40\nEde        10     € 30",
     {"Urk": "party", "Ede": "party", "Almere": "sender"}),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), PARTS, ids=[row[0][:40] for row in PARTS])
def test_parts(content: str, expected: dict[str, str]) -> None:
    assert parts(content, sender="gm0034") == expected


def test_a_trial_with_others_is_no_request_of_theirs() -> None:
    content = "U vraagt om een bijdrage voor de proef die u samen met de gemeente Urk wilt doen."
    assert parts(content, recipient="gm0034")["Urk"] == "mentioned"
    content = "Uw aanvraag deed u samen met de gemeente Urk."
    assert parts(content, recipient="gm0034")["Urk"] == "party"


def test_a_proof_done_together_makes_no_party_of_a_ministry() -> None:
    content = "U vraagt een bijdrage voor de proef die u samen met de gemeenten Meppel en Urk doet."
    assert set(parts(content, sender="mnre1034").values()) == {"mentioned"}


AWARD = "Gemeente   Uren   Bijdrage\nUrk        12     € 40\nEde        10     € 30"


def test_those_listed_with_the_applicant_take_part() -> None:
    granted = f"Op uw aanvraag verlenen wij:\n\n{AWARD}"
    assert parts(granted, recipient="gm0184") == {"Urk": "recipient", "Ede": "party"}
    assert parts(granted, recipient="gm0034")["Ede"] == "mentioned"
    assert parts(f"Ter kennisneming:\n\n{AWARD}", recipient="gm0184")["Ede"] == "mentioned"


def test_recipients_are_in_the_address() -> None:
    content = (
        "Aan de colleges van burgemeester en wethouders van\nde gemeenten Ede, Urk en Tiel\n"
        "Postbus 12\n1234 AB EDE\n\nGeachte colleges,\n\nIn Epe gaat het goed.\n\nHoogachtend,\n"
    )
    assert parts(of_whole(content)) == {
        "Ede": "recipient", "Urk": "recipient", "Tiel": "recipient", "Epe": "mentioned",
    }  # fmt: skip


def test_a_side_known_by_its_address_alone_comes_first_with_its_evidence() -> None:
    assert parts("De gemeente Urk.", sender="gm0034", recipient="gm0228") == {
        "Almere": "sender", "Ede": "recipient", "Urk": "mentioned",
    }  # fmt: skip


# --- evidence


def test_each_once_with_all_its_places() -> None:
    (entry,) = entries("De gemeente Almere vraagt dit.\nIn Almere is het druk.")
    assert [place.lines for place in entry.evidence] == [(3, 3), (4, 4)]
    assert entry.text == "Almere"


def test_less_sure_of_a_spoilt_or_bare_name() -> None:
    (clean,), (spoilt,), (bare,) = (
        entries(content)
        for content in (
            "De gemeente Lelystad.",
            "De gemeente Lelvstad.",
            "In Lelystad is het druk.",
        )
    )
    assert clean.confidence > spoilt.confidence
    assert clean.confidence > bare.confidence
    assert spoilt.text == "Lelvstad"


# --- places

PLACES = [
    ("op het adres Dorpsstraat 19, ", "Urk", "", True),
    ("1315 KT ", "Almere", "", True),
    ("gevestigd te ", "Utrecht", " en elders", True),
    ("de Hogeschool van ", "Utrecht", "", True),
    ("", "Utrecht", ", 14 maart 2019", True),
    ("het Jongerenwerk ", "Almere", "", True),
    ("in ", "Almere", " Poort", True),
    ("in ", "Almere", " wordt", False),
    ("Ook ", "Renkum", " doet mee", False),
    ("tussen Urk en ", "Ede", ".", False),
    ("Op 14 maart 2019, ", "Ede", " was erbij", False),
]


@pytest.mark.parametrize(("before", "name", "after", "expected"), PLACES)
def test_places(before: str, name: str, after: str, expected: bool) -> None:
    content = before + name + after
    assert is_only_a_place(content, len(before), len(before) + len(name)) is expected
