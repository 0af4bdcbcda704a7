"""Registers: who existed, under which name, on which day; each beside its innocent twin."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import registers
from pipeline.registers.names import NameIndex, key

REFERENCE = Path(__file__).parents[2] / "shared" / "reference"
IN_2016 = dt.date(2016, 1, 28)
VENJ = "Ministerie van Veiligheid en Justitie"
BZK = "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties"
VROM = "Ministerie van Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer"
FLEVOLAND = ("Almere", "Dronten", "Lelystad", "Noordoostpolder", "Urk", "Zeewolde")


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def code(text: str, date: str, province: str | None = None) -> str | None:
    found = registers.municipality(text, day(date), province)
    return found and found.code


def body_name(text: str, date: str) -> str | None:
    found = registers.organisation(text, day(date))
    return found and found.name


# Municipalities


@pytest.mark.parametrize(
    ("year", "count"),
    [
        (1950, 1013), (1990, 672), (2010, 431), (2011, 418), (2012, 415), (2013, 408), (2014, 403),
        (2015, 393), (2016, 390), (2017, 388), (2018, 380), (2019, 355), (2020, 355), (2021, 352),
        (2022, 345), (2023, 342), (2025, 342),
    ],
)  # fmt: skip
def test_as_many_municipalities_as_were_counted(year: int, count: int) -> None:
    first = dt.date(year, 1, 1)
    here = [m for m in registers.municipalities() if m.kind == "gemeente" and m.in_force(first)]
    assert len(here) == count


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("Almere", "2016-01-28", "GM0034"),
        ("Almere", "1983-12-31", None),
        ("Almere", "1984-01-01", "GM0034"),
        ("Hengelo", "2004-12-31", "GM0164"),
        ("Hengelo (Gld)", "2004-12-31", "GM0248"),
        ("Hengelo (Gld)", "2005-01-01", None),
        ("Hengelo Gld.", "2004-12-31", "GM0248"),
        ("Rijswijk", "1960-01-01", "GM0603"),
        ("Rijswijk (NB)", "1960-01-01", "GM0842"),
        ("Rijswijk (NB)", "1980-01-01", None),
        ("Bergen (NH)", "2016-01-28", "GM0373"),
        ("BERGEN (N.H.)", "2016-01-28", "GM0373"),
        ("Bergen (L)", "2016-01-28", "GM0893"),
        ("Bergen op Zoom", "2016-01-28", "GM0748"),
        ("Laren", "1960-01-01", "GM0417"),
        ("Noordwijk", "2020-01-01", "GM0575"),
        ("Noordwijkerhout", "2018-12-31", "GM0576"),
        ("Noordwijkerhout", "2019-01-01", None),
        ("Sluis", "1994-12-31", "GM0713"),
        ("Sluis", "1999-01-01", None),
        ("Sluis", "2003-01-01", "GM1714"),
        ("De Friese Meren", "2014-06-01", "GM1921"),
        ("De Fryske Marren", "2016-06-01", "GM1940"),
        ("Utrecht", "2016-01-28", "GM0344"),
        ("Emmeloord", "2016-01-28", None),
        ("Flevoland", "2016-01-28", None),
        ("", "2016-01-28", None),
    ],
)
def test_the_municipality_of_that_name_on_that_day(
    text: str, date: str, expected: str | None
) -> None:
    assert code(text, date) == expected


@pytest.mark.parametrize(
    ("province", "expected"),
    [(None, "GM0373"), ("Limburg", "GM0893"), ("Noord-Holland", "GM0373"), ("Zeeland", "GM0373")],
)
def test_the_province_decides_between_twins(province: str | None, expected: str) -> None:
    assert code("Bergen", "2016-01-28", province) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("den haag", "'s-Gravenhage"),
        ("’s-Gravenhage", "'s-Gravenhage"),
        ("s GRAVENHAGE", "'s-Gravenhage"),
        ("Den Bosch", "'s-Hertogenbosch"),
        ("Alphen a/d Rijn", "Alphen aan den Rijn"),
        ("ALPHEN AAN DE RIJN", "Alphen aan den Rijn"),
        ("Noord-Oostpolder", "Noordoostpolder"),
        ("Noordoost-\npolder", "Noordoostpolder"),
        ("\u0132sselstein", "IJsselstein"),
        ("Ysselstein", "IJsselstein"),
        ("St. Anthonis", "Sint Anthonis"),
        ("Sint Michielsgestel", "Sint-Michielsgestel"),
        ("Sudwest Fryslan", "Súdwest-Fryslân"),
        ("Su\u0301dwest-Frysla\u0302n", "Súdwest-Fryslân"),
        ("'t Bildt", "het Bildt"),
        ("de Bilt", "De Bilt"),
    ],
)
def test_spellings_of_one_name(text: str, name: str) -> None:
    found = registers.municipality(text, IN_2016)
    assert found is not None
    assert found.name == name


def test_no_date_asks_for_today() -> None:
    assert registers.municipality("Zeevang", None) is None
    assert registers.municipality("Dijk en Waard", None) is not None


@pytest.mark.parametrize(
    ("text", "date", "former", "successors"),
    [
        ("Zeevang", "2016-01-28", "Zeevang", ["Edam-Volendam"]),
        ("Zeevang", "2015-12-31", None, []),
        ("Dijk en Waard", "2016-01-28", "Dijk en Waard", []),
        ("Hengelo (Gld)", "2016-01-28", "Hengelo (Gld)", ["Bronckhorst"]),
        ("Hengelo", "2016-01-28", None, []),
        ("Maasdonk", "2016-01-28", "Maasdonk", ["'s-Hertogenbosch", "Oss"]),
        ("Sluis", "1999-01-01", "Sluis", []),
        ("Atlantis", "2016-01-28", None, []),
    ],
)
def test_a_municipality_of_another_time(
    text: str, date: str, former: str | None, successors: list[str]
) -> None:
    found = registers.former_municipality(text, day(date))
    assert (found and found.name) == former
    after = registers.successors(found) if found else ()
    assert sorted(m.name for m in after) == successors


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Noordoostpoider", "Noordoostpolder"),
        ("Lelvstad", "Lelystad"),
        ("Zeewo1de", "Zeewolde"),
        ("Drontcn", "Dronten"),
        ("Urkk", None),
        ("Niekerk", None),
        ("Emmeloord", None),
        ("Almere", None),
        ("Zeevanq", None),
        ("worden", None),
        ("Houden", None),
        ("Woerdcn", "Woerden"),
        ("gemeente", None),
    ],
)
def test_nearest_forgives_ocr_and_nothing_else(text: str, name: str | None) -> None:
    found = registers.nearest_municipality(text, IN_2016)
    assert (found and found[0].name) == name
    assert found is None or 0.8 < found[1] < 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Almere, Dronten en Urk", ["Almere", "Dronten", "Urk"]),
        ("aan de Bilt en de Ronde Venen", ["de Bilt", "de Ronde Venen"]),
        ("de gemeente Noordoost-\n   polder en", ["Noordoost-\n   polder"]),
        ("in Alphen aan den\nRijn wonen", ["Alphen aan den\nRijn"]),
        ("in Bergen op Zoom", ["Bergen op Zoom"]),
        ("van Bergen (NH), dat", ["Bergen (NH)"]),
        ("te 's-Gravenhage", ["'s-Gravenhage"]),
        ("het Bildt en de Bilt", ["het Bildt", "de Bilt"]),
        ("GEMEENTE ALMERE", ["ALMERE"]),
        ("Capelle a/d IJssel", ["Capelle a/d IJssel"]),
        ("Pijnacker, Nootdorp", ["Pijnacker", "Nootdorp"]),
        ("Pijnacker-Nootdorp", ["Pijnacker-Nootdorp"]),
        ("Almere's plannen", ["Almere"]),
        ("almere en urk", []),
        ("Amsterdam-Noord", []),
        ("info@Almere.nl", []),
        ("Haar lem", []),
        ("Almerense plannen", []),
        ("De wijk telt", []),
        ("Bergen\n\nop Zoom", ["Bergen"]),
    ],
)
def test_municipalities_in_running_text(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end, _ in registers.find_municipalities(text)] == names


def test_a_name_that_two_have_is_found_with_both() -> None:
    (hit,) = registers.find_municipalities("te Hengelo")
    assert {item.code for item in hit.items} == {"GM0164", "GM0248"}


@pytest.mark.parametrize(
    ("name", "ordinary"),
    [
        ("Best", True), ("Putten", True), ("Buren", True), ("Bergen", True), ("Heerde", True),
        ("Ede", True), ("Soest", True), ("Weesp", True), ("WAARDE", True),
        ("Almere", False), ("Noordoostpolder", False), ("Utrecht", False), ("Zwolle", False),
    ],
)  # fmt: skip
def test_names_that_are_words_too(name: str, ordinary: bool) -> None:
    assert registers.is_ordinary_word(name) is ordinary


@pytest.mark.parametrize(
    ("text", "date", "count"),
    [
        ("de Flevolandse gemeenten", "2016-01-28", 6),
        ("Zeeuwse gemeenten", "2016-01-28", 13),
        ("Drentse gemeenten", "2016-01-28", 12),
        ("alle gemeenten in de provincie\nFlevoland", "2016-01-28", 6),
        ("gemeenten in Friesland", "2016-01-28", 24),
        ("Noord-Hollandse gemeenten", "2016-01-28", 48),
        ("de G4", "2016-01-28", 4),
        ("de Flevolandse gemeenten", "1985-12-31", None),
        ("de deelnemende gemeenten", "2016-01-28", None),
        ("Flevolandse waterschappen", "2016-01-28", None),
        ("de zes gemeenten", "2016-01-28", None),
    ],
)
def test_municipalities_named_as_a_group(text: str, date: str, count: int | None) -> None:
    found = registers.group(text, day(date))
    assert (found and len(found)) == count


def test_the_six_of_flevoland_in_2016() -> None:
    found = registers.municipalities_of_province("Flevoland", IN_2016)
    assert tuple(m.name for m in found) == FLEVOLAND


def test_urk_was_in_overijssel_until_1986() -> None:
    urk = registers.municipality("Urk", day("1985-12-31"))
    assert urk is not None
    assert urk.province_on(day("1985-12-31")) == "Overijssel"
    assert urk.province_on(day("1986-01-01")) == urk.province == "Flevoland"


def test_every_name_is_found_in_a_sentence_and_in_capitals() -> None:
    for item in registers.municipalities():
        for text in (f"Aan {item.name} gericht", f"AAN {item.name.upper()} GERICHT"):
            found = [hit.items for hit in registers.find_municipalities(text)]
            assert any(item in items for items in found), text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_survived(text: str) -> None:
    for hit in registers.find_municipalities(text):
        assert 0 <= hit.start < hit.end <= len(text)
    for start, end, found in registers.find_organisations(text, IN_2016):
        assert 0 <= start < end <= len(text)
        assert found
    registers.organisation(text, IN_2016)
    registers.organisation_by_address(text, IN_2016)
    registers.nearest_municipality(text, IN_2016)
    registers.group(text, IN_2016)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aAéÉijIJ'’ -./&Sint\n", max_size=30).filter(lambda t: "-\n" not in t))
def test_a_key_does_not_see_case(text: str) -> None:
    """Whether a hyphen at the end of a line is the name's own, a capital after it tells."""
    assert key(text) == key(text.upper()) == key(text.lower())


def test_the_longest_name_wins() -> None:
    index = NameIndex([("Bergen", 1), ("Bergen op Zoom", 2), ("Zoom", 3)])
    assert [hit.items for hit in index.scan("Bergen op Zoom, Bergen op het Zoom")] == [
        (2,),
        (1,),
        (3,),
    ]


# Bodies and organisations


@pytest.mark.parametrize(
    ("text", "date", "name"),
    [
        ("Ministerie van Justitie", "2005-01-01", "Ministerie van Justitie"),
        ("Ministerie van Justitie", "2010-11-15", "Ministerie van Justitie"),
        ("Ministerie van Justitie", "2016-01-28", None),
        ("VenJ", "2016-01-28", VENJ),
        ("ministerie van V&J", "2016-01-28", VENJ),
        (VENJ, "2010-10-13", None),
        (VENJ, "2017-12-31", VENJ),
        (VENJ, "2018-01-01", None),
        ("JenV", "2018-01-01", "Ministerie van Justitie en Veiligheid"),
        ("Ministerie van Justitie en Veiligheid", "2016-01-28", None),
        ("V&W", "2005-01-01", "Ministerie van Verkeer en Waterstaat"),
        ("IenM", "2015-01-01", "Ministerie van Infrastructuur en Milieu"),
        ("IenW", "2020-01-01", "Ministerie van Infrastructuur en Waterstaat"),
        ("VROM", "2005-01-01", VROM),
        ("VROM", "2015-01-01", None),
        ("EL&I", "2011-06-01", "Ministerie van Economische Zaken, Landbouw en Innovatie"),
        ("Ministerie van EZ", "2005-01-01", "Ministerie van Economische Zaken"),
        ("Ministerie van EZ", "2011-06-01", None),
        ("Ministerie van EZ", "2015-01-01", "Ministerie van Economische Zaken"),
        ("EZK", "2019-01-01", "Ministerie van Economische Zaken en Klimaat"),
        ("LNV", "1995-01-01", "Ministerie van Landbouw, Natuurbeheer en Visserij"),
        ("LNV", "2005-01-01", "Ministerie van Landbouw, Natuur en Voedselkwaliteit"),
        ("LNV", "2015-01-01", None),
        ("LNV", "2019-01-01", "Ministerie van Landbouw, Natuur en Voedselkwaliteit"),
    ],
)  # fmt: skip
def test_ministries_under_the_name_of_their_day(text: str, date: str, name: str | None) -> None:
    assert body_name(text, date) == name


def test_a_ministry_of_another_day_says_what_it_is_called_now() -> None:
    former = registers.former_body("Ministerie van Justitie", IN_2016)
    assert former is not None
    assert former.identifier == "mnre1058"
    assert former.official_name(IN_2016) == VENJ
    assert registers.former_body("Ministerie van Justitie", day("2005-01-01")) is None


@pytest.mark.parametrize(
    ("text", "name", "identifier"),
    [
        ("Gemeente Almere", "Gemeente Almere", "gm0034"),
        ("GEMEENTE\nALMERE", "Gemeente Almere", "gm0034"),
        ("gemeente zwolle", "Gemeente Zwolle", "gm0193"),
        ("Gemeente Hengelo", "Gemeente Hengelo", "gm0164"),
        ("Gemeente Bergen (L)", "Gemeente Bergen (L)", "gm0893"),
        ("Gemeente Bergen op Zoom", "Gemeente Bergen op Zoom", "gm0748"),
        ("gemeente Noordoostpoider", "Gemeente Noordoostpolder", "gm0171"),
        ("Gemeenle Urk", "Gemeente Urk", "gm0184"),
        ("Het college van burgemeester en wethouders van Almere", "Gemeente Almere", "gm0034"),
        ("Aan het college van B&W van de gemeente Urk", "Gemeente Urk", "gm0184"),
        ("Burgemeester en wethouders van de Bilt", "Gemeente De Bilt", "gm0310"),
        ("De gemeenteraad van Utrecht", "Gemeente Utrecht", "gm0344"),
        ("De burgemeester van Lelystad", "Gemeente Lelystad", "gm0995"),
        ("provincie Utrecht", "Provincie Utrecht", "pv26"),
        ("PROVlNCIE OVERIJSSEL", "Provincie Overijssel", "pv23"),
        ("Gedeputeerde Staten van Overijssel", "Provincie Overijssel", "pv23"),
        ("Provinciale Staten van Flevoland", "Provincie Flevoland", "pv24"),
        ("waterschap Vallei & Veluwe", "Waterschap Vallei en Veluwe", "ws0662"),
        ("hoogheemraadschap Delfland", "Hoogheemraadschap van Delfland", "ws0372"),
        ("Dagelijks bestuur van het waterschap Rivierenland", "Waterschap Rivierenland", "ws0621"),
        ("Veiligheidsregio Utrecht", "Veiligheidsregio Utrecht", "so0588"),
        ("Nationale Politie", "Politie", "oorg10264"),
        ("Regionale eenheid Limburg", "Politie, Eenheid Limburg", None),
        ("Ministerie van Veiligheid\nen Justitle", VENJ, "mnre1058"),
        ("De minister van Veiligheid en Justitie", VENJ, "mnre1058"),
        ("minister voor Wonen en Rijksdienst", BZK, "mnre1034"),
        ("De minister-president", "Ministerie van Algemene Zaken", "mnre1010"),
        ("Rijkswaterstaat", "Rijkswaterstaat", "oorg10004"),
    ],
)  # fmt: skip
def test_organisations_of_2016(text: str, name: str, identifier: str | None) -> None:
    found = registers.organisation(text, IN_2016)
    assert found is not None
    assert (found.name, found.identifier) == (name, identifier)


@pytest.mark.parametrize(
    "text",
    [
        "Almere",
        "Utrecht",
        "gemeente heel goed",
        "gemeenten Almere en Dronten",
        "Stichting Vrienden van de gemeente Almere",
        "Gemeente Atlantis",
        "de heer G.A. van der Steur",
        "VRF",
        "",
    ],
)
def test_no_organisation(text: str) -> None:
    assert registers.organisation(text, IN_2016) is None
    assert registers.former_organisation(text, IN_2016) is None


@pytest.mark.parametrize(
    ("text", "date", "name"),
    [
        ("Gemeente Zeevang", "2016-01-28", "Gemeente Zeevang"),
        ("Gemeente Zeevang", "2015-12-31", None),
        ("Waterschap Groot Salland", "2016-01-28", "Waterschap Groot Salland"),
        ("Waterschap Vallei en Veluwe", "2012-12-31", "Waterschap Vallei en Veluwe"),
        ("Provincie Friesland", "1990-01-01", None),
        ("Provincie Flevoland", "1985-12-31", "Provincie Flevoland"),
        ("Inspectie voor de Gezondheidszorg", "2018-01-01", "Inspectie voor de Gezondheidszorg"),
        # When a joint body was registered is no proof that it was not there before.
        ("Veiligheidsregio Zuid-Limburg", "2010-01-01", None),
    ],
)
def test_an_organisation_of_another_time(text: str, date: str, name: str | None) -> None:
    found = registers.former_organisation(text, day(date))
    assert (found and found.name) == name


def test_friesland_until_1997() -> None:
    assert body_name("Gedeputeerde Staten van Friesland", "1990-01-01") == "Provincie Friesland"
    assert body_name("provincie Friesland", "2016-01-28") == "Provincie Fryslân"


def test_without_a_tooi_code_there_is_no_identifier() -> None:
    for item in registers.bodies():
        assert item.identifier != ""
        assert not (item.identifier or "").startswith(("k-", "ws-k-", "pol-"))


def test_organisations_in_running_text() -> None:
    text = (
        "PROVINCIE OVERIJSSEL\nOnder verwijzing naar het Ministerie van Volksgezondheid,\n"
        "Welzijn en Sport, de gemeente Zwolle en het RIVM; in Utrecht, Waarde. De gemeente heel."
    )
    found = [
        (text[a:b], o.name)
        for a, b, all_of_it in registers.find_organisations(text, IN_2016)
        for o in all_of_it
    ]
    assert found == [
        ("PROVINCIE OVERIJSSEL", "Provincie Overijssel"),
        (
            "Ministerie van Volksgezondheid,\nWelzijn en Sport",
            "Ministerie van Volksgezondheid, Welzijn en Sport",
        ),
        ("gemeente Zwolle", "Gemeente Zwolle"),
        ("RIVM", "Rijksinstituut voor Volksgezondheid en Milieu"),
    ]


def test_every_body_is_found_by_its_own_name() -> None:
    for item in registers.bodies():
        assert item in registers.bodies_named(item.name), item.name


@pytest.mark.parametrize(
    ("text", "date", "name"),
    [
        ("Postbus 20301\n2500 EH DEN HAAG", "2016-01-28", VENJ),
        ("Postbus 20301\n2500 EH DEN HAAG", "2005-01-28", "Ministerie van Justitie"),
        ("2500 EH", "2019-01-28", "Ministerie van Justitie en Veiligheid"),
        ("Postbus 20.301", "2016-01-28", VENJ),
        ("Postbus 200, 1300 AE Almere", "2016-01-28", "Gemeente Almere"),
        ("Postbus 10078 8000 GB Zwolle", "2016-01-28", "Provincie Overijssel"),
        ("Stadhuisplein 1, 1315 HR Almere", "2016-01-28", "Gemeente Almere"),
        ("Postbus 201, 1300 AE Almere", "2016-01-28", None),
        ("Postbus 200", "2016-01-28", None),
        ("Dorpsstraat 1, 1315 HR Almere", "2016-01-28", None),
        ("Turfmarkt 147, 2511 DP Den Haag", "2016-01-28", None),
        ("28 januari 2016", "2016-01-28", None),
    ],
)
def test_who_answers_for_an_address(text: str, date: str, name: str | None) -> None:
    found = registers.organisation_by_address(text, day(date))
    assert (found and found.name) == name


def test_an_address_that_two_ministries_share_names_both() -> None:
    found = registers.organisations_by_address("Turfmarkt 147, 2511 DP Den Haag", IN_2016)
    assert {o.identifier for o in found if o.kind == "ministry"} == {"mnre1034", "mnre1058"}


# Ministers


def test_ministers_of_a_ministry_on_a_day() -> None:
    found = registers.ministers("mnre1058", IN_2016)
    assert {(m.whole_surname, m.function) for m in found} == {
        ("van der Steur", "minister"),
        ("Dijkhoff", "staatssecretaris"),
    }
    assert registers.ministers("venj", IN_2016) == found


@pytest.mark.parametrize(
    ("text", "date", "count"),
    [
        ("van der Steur", "2016-01-28", 1),
        ("mr. G.A. Van der Steur", "2016-01-28", 1),
        ("De heer mr. G.A. van der Steur", "2017-01-26", 1),
        ("mr. G.A. van der Steur", "2017-02-28", 0),
        ("I.W. Opstelten", "2016-01-28", 0),
        ("I.W. Opstelten", "2014-01-28", 1),
        ("A. de Jonge", "2020-01-01", 0),
        ("H.M. de Jonge", "2020-01-01", 1),
        ("Jansen", "2020-01-01", 0),
    ],
)
def test_a_minister_by_name(text: str, date: str, count: int) -> None:
    assert len(registers.minister_named(text, day(date))) == count


@pytest.mark.parametrize(
    ("role", "key_of_ministry"),
    [
        ("De minister van Veiligheid en Justitie,\nnamens deze", "venj"),
        ("staatssecretaris van Sociale Zaken en Werkgelegenheid", "szw"),
        ("minister voor Wonen en Rijksdienst", "bzk"),
        ("de minister van Justitie", None),
        ("de burgemeester van Almere", None),
    ],
)
def test_the_ministry_of_a_role(role: str, key_of_ministry: str | None) -> None:
    found = registers.ministry_of(role, IN_2016)
    assert (found and found.key) == key_of_ministry


def test_where_the_table_of_ministers_ends() -> None:
    assert registers.ministers_are_known(IN_2016)
    assert not registers.ministers_are_known(day("2026-03-01"))
    assert not registers.ministers_are_known(day("1999-12-31"))


# Places, postcodes, provinces, grounds


@pytest.mark.parametrize(
    ("pc4", "place", "kind"),
    [
        ("2500", "DEN HAAG", "pobox"),
        ("2500 EH", "'s-Gravenhage", "pobox"),
        ("1300", "Almere", "pobox"),
        ("8250", "Dronten", "pobox"),
        ("1315", "ALMERE", "street"),
    ],
)
def test_the_place_of_a_postcode(pc4: str, place: str, kind: str) -> None:
    area = registers.postcode_place(pc4)
    assert area is not None
    assert area.lies_in(place)
    assert not area.lies_in("Maastricht")
    assert area.kind == kind


@pytest.mark.parametrize("pc4", ["0999", "1004x", "abcd", ""])
def test_no_such_postcode(pc4: str) -> None:
    area = registers.postcode_place(pc4)
    assert area is None or area.pc4 == pc4[:4]


def test_a_place_and_its_municipality_through_the_years() -> None:
    (place,) = registers.place_named("Oosthuizen")
    before = registers.municipality_of_place(place, day("2015-12-31"))
    after = registers.municipality_of_place(place, day("2016-01-01"))
    assert before is not None
    assert after is not None
    assert (before.name, after.name) == ("Zeevang", "Edam-Volendam")


def test_three_places_are_called_nes() -> None:
    assert len(registers.place_named("Nes")) == 3


@pytest.mark.parametrize(
    ("text", "code_of_province"),
    [
        ("Flevoland", "PV24"),
        ("provincie Limburg", "PV31"),
        ("Friesland", "PV21"),
        ("Noord Brabant", "PV30"),
        ("Twente", None),
    ],
)
def test_provinces(text: str, code_of_province: str | None) -> None:
    found = registers.province(text)
    assert (found and found.code) == code_of_province


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("10.2.e", "10.2.e"),
        ("10.2E", "10.2.e"),
        ("(10)(2e)", "10.2.e"),
        ("5.1.2e", "5.1.2.e"),
        ("5.1 lid 2 onder e", "5.1.2.e"),
        ("5.2.1", "5.2"),
        ("art. 67 AWR", "67 AWR"),
        ("67", None),
        ("10.2.z", None),
        ("", None),
    ],
)
def test_grounds_as_they_are_printed(printed: str, normal: str | None) -> None:
    found = registers.ground(printed)
    assert (found and found.code) == normal


def test_a_ground_has_its_law_its_days_and_what_it_may_cover() -> None:
    finance, privacy = registers.ground("10.2.b"), registers.ground("5.1.2.e")
    assert finance is not None
    assert privacy is not None
    assert (finance.law, privacy.law) == ("Wob", "Woo")
    assert finance.plausible_for_amount
    assert not privacy.plausible_for_amount
    changed = day("2022-05-01")
    assert [item.in_force(changed) for item in (finance, privacy)] == [False, True]
    assert len({item.code for item in registers.grounds()}) == len(registers.grounds())


# The data


def test_the_readme_names_every_file_and_the_day() -> None:
    folder = Path(registers.__file__).parents[1] / "data"
    text = (folder / "README.md").read_text(encoding="utf-8")
    for path in folder.glob("*.*"):
        assert path.suffix in (".md", ".py") or f"`{path.name}`" in text
    assert str(registers.reference_date()) in text


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference tables are not beside this clone")
def test_the_data_is_what_the_command_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.data import build

    committed = Path(build.__file__).parent
    monkeypatch.setattr(build, "HERE", tmp_path)
    build.build(REFERENCE)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (committed / path.name).read_bytes(), path.name
