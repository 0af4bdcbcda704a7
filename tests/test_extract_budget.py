"""Budget lines: in sentences, lists and tables; kinds, units, products; what is none."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import layout, zones
from pipeline.extract import Reading
from pipeline.extract.budget import budget_lines
from pipeline.extract.noun_phrases import completed, phrase, written
from pipeline.extract.tables import tabulated
from pipeline.intake import text
from pipeline.letter import Letter
from pipeline.record import BudgetLine, Status


def reading(content: str, date: dt.date | None = None) -> Reading:
    """A letter's text, between a salutation and a closing."""
    whole = f"Geachte heer,\n\n{content}\n\nHoogachtend,\n"
    (pages,) = zones.letters([layout.arrange(sheet) for sheet in text.sheets(whole)])
    return Reading(Letter(pages), date)


def lines(content: str, date: dt.date | None = None) -> tuple[BudgetLine, ...]:
    letter = reading(content, date)
    return budget_lines(letter, tabulated(letter))


def short(content: str) -> list[tuple[str | None, str, str | None]]:
    """Each line as description, kind and amount."""
    return [
        (
            line.description.value if line.description else None,
            line.kind.value,
            f"{line.amount.value:.2f}" if line.amount and line.amount.value is not None else None,
        )
        for line in lines(content)
    ]


# --- sentences

SENTENCES = [
    ("Voor de brug vragen wij 12.500,-.", [("brug", "item", "12500.00")]),
    ("Voor de brug vragen wij een bedrag van 12.500.", [("brug", "item", "12500.00")]),
    ("De huur bedraagt thans 650,- per maand.", [("huur", "unit_price", "650.00")]),
    ("De kosten zijn begroot op 2,5 miljoen.", [("kosten", "item", "2500000.00")]),
    ("Voor de brug vragen wij vijfhonderd euro (€ 500).", [("brug", "item", "500.00")]),
    ("Voor de brug vragen wij minimaal € 500 en maximaal € 600.", [("brug", "item", "600.00")]),
    ("Dit is er voor het koor: € 500; volgend jaar nog € 600.",
     [("koor", "item", "500.00"), ("koor", "item", "600.00")]),
    ("De gunning van de brug vond plaats voor een bedrag van € 700.",
     [("gunning van de brug", "item", "700.00")]),
    ("De Rabobank steunt ons met € 500.", [("Rabobank", "item", "500.00")]),
    ("Hoewel de inkoop duurder is geworden, blijft onze bijdrage € 900.",
     [("bijdrage", "item", "900.00")]),
    ("Inmiddels is € 500 van de factuur voldaan.", [("factuur", "item", "500.00")]),
    ("Ten eerste bankjes, begroot op € 500. Ten tweede de heg, begroot op € 700.",
     [("bankjes", "item", "500.00"), ("heg", "item", "700.00")]),
    ("De begroting van het plan is € 900, waarvan € 500 door vrijwilligers wordt opgebracht.",
     [("begroting van het plan", "item", "900.00"), ("vrijwilligers", "item", "500.00")]),
    ("Voor taallessen aan nieuwkomers is € 500 nodig.",
     [("taallessen aan nieuwkomers", "item", "500.00")]),
    ("Wij keren € 500 voor het bosbad aan de stichting uit.", [("bosbad", "item", "500.00")]),
    ("Voor het bad De Dolfijn kennen wij € 500 toe.", [("bad De Dolfijn", "item", "500.00")]),
    ("Voor een meldpunt voor geluid is € 500 nodig.", [("meldpunt voor geluid", "item", "500.00")]),
    ("De lasten van telefoons komen uit op € 500.", [("lasten van telefoons", "item", "500.00")]),
    ("Wij geven € 500 aan het pad en de rest aan de heg.", [("pad", "item", "500.00")]),
    ("Er gaat € 500 naar de molen en € 600 naar het park.",
     [("molen", "item", "500.00"), ("park", "item", "600.00")]),
    ("Voor rekening van de provincie komt € 500.", [("provincie", "item", "500.00")]),
    ("Voor elke aangesloten woning wordt € 95 vergoed.", [(None, "unit_price", "95.00")]),
    ("De opdracht is lager omdat de vloer slechts € 900 heeft gekost.", [("vloer", "item", "900.00")]),
    ("De bijdrage bestaat uit € 500 (eerste fase) en € 600 (tweede fase).",
     [("eerste fase", "item", "500.00"), ("tweede fase", "item", "600.00")]),
    ("Van de brug komt € 700 voor subsidie in aanmerking.", [("brug", "item", "700.00")]),
    ("De minister heeft € 800 vrijgemaakt om de bouw te versnellen.", [("bouw", "item", "800.00")]),
    ("Onze prijs voor de vloer bedraagt € 900.", [("vloer", "item", "900.00")]),
    ("Ik draag in de kosten van de kade bij tot een bedrag van € 900.",
     [("kosten van de kade", "item", "900.00")]),
    ("Daarvan nemen wij zelf € 5.000 voor onze rekening.", [("eigen bijdrage", "item", "5000.00")]),
    ("Wij willen € 5.000 inzetten om het orgel te laten stemmen en de kerk te verwarmen.",
     [("orgel", "item", "5000.00")]),
    ("Per deelnemer brengen wij € 95 in rekening voor de cursus.", [("cursus", "unit_price", "95.00")]),
    ("Bij besluit van 3 mei 2018 kenden wij u € 5.000 toe voor het bosbad.",
     [("bosbad", "item", "5000.00")]),
    ("Aan de heg gaven wij in 2010 € 5.000 uit.", [("heg", "item", "5000.00")]),
    ("Het uurtarief van het bureau bedraagt € 75.", [("uurtarief van het bureau", "unit_price", "75.00")]),
    ("Met de brug is een bedrag van € 7.500 gemoeid.", [("brug", "item", "7500.00")]),
    ("Wij begroten het herstel op € 900.", [("herstel", "item", "900.00")]),
    ("De aannemer heeft de sloop aangeboden voor € 500 exclusief btw (€ 605 inclusief btw).",
     [("sloop", "item", "500.00"), ("sloop", "item", "605.00")]),
    ("Wij kunnen u € 650 ook dit jaar toezeggen voor het koor, mits de raad instemt.",
     [("koor", "item", "650.00")]),
    ("Om de kermis te kunnen houden vragen wij u € 4.000.", [("kermis", "item", "4000.00")]),
    ("Wij denken dat de vloer tussen € 800 en € 900 zal kosten.", [("vloer", "item", "900.00")]),
    ("Over de jaren 2018 en 2019 vragen wij respectievelijk € 500 en € 600.",
     [("2018", "item", "500.00"), ("2019", "item", "600.00")]),
    ("Wij vragen achtereenvolgens € 500 en € 600 voor het onderzoek en de zaal.",
     [("onderzoek", "item", "500.00"), ("zaal", "item", "600.00")]),
    ("De dekking is als volgt: € 500 uit de reserve en € 600 van de provincie.",
     [("reserve", "item", "500.00"), ("provincie", "item", "600.00")]),
    ("Het omvat drie delen: de gids (€ 500) en het pad (€ 700).",
     [("gids", "item", "500.00"), ("pad", "item", "700.00")]),
    ("Wij kopen 40 stoelen van € 55 per stuk.", [("stoelen", "unit_price", "55.00")]),
    ("Een dagdeel begeleiding kost € 500.", [("dagdeel begeleiding", "unit_price", "500.00")]),
    ("Wij vragen € 500 voor het project Samen Sterk.", [("project Samen Sterk", "item", "500.00")]),
    ("Wij doen dit met een eenmalige bijdrage ad € 500 aan u.", [("eenmalige bijdrage", "item", "500.00")]),
    ("Voor de training vragen wij een bedrag van € 12.500.", [("training", "item", "12500.00")]),
    ("Wij vragen een bijdrage van € 12.500,- aan u.", [("bijdrage", "item", "12500.00")]),
    ("De bijdrage bedraagt € 0,85 per inwoner.", [("bijdrage", "unit_price", "0.85")]),
    ("Wij dragen € 25.000 tot € 30.000 bij aan het onderzoek.",
     [("onderzoek", "item", "30000.00")]),  # a range is one sum: what it may come to
    ("De bijdrage aan het plein is verhoogd van € 25.000 tot € 30.000.",
     [("bijdrage", "item", "25000.00"), ("bijdrage", "item", "30000.00")]),
    ("Wij verlenen u een subsidie van ten hoogste € 210.000 voor de periode 1 mei tot 1 juni 2020.",
     [("subsidie", "item", "210000.00")]),
    ("Wij ontvingen uw aanvraag voor een subsidie van € 45.000 voor de verbouwing van het huis.",
     [("subsidie voor verbouwing van het huis", "item", "45000.00")]),
    ("Wij geven € 475.000 voor de vernieuwing van de kades langs het kanaal.",
     [("vernieuwing van de kades langs het kanaal", "item", "475000.00")]),
    ("Wij vragen 60 uur coaching à € 85, in totaal € 5.100.", [("coaching", "item", "5100.00")]),
    ("Meerwerk wordt verrekend tegen € 105 per uur.", [("Meerwerk", "unit_price", "105.00")]),
    ("Per huishouden is de vergoeding ten hoogste € 5.000.", [("vergoeding", "unit_price", "5000.00")]),
    ("Per deelnemende gemeente is maximaal € 45.000 subsidiabel.",
     [("deelnemende gemeente", "unit_price", "45000.00")]),
    ("Uit kaartverkoop verwachten wij € 1.500.", [("kaartverkoop", "item", "1500.00")]),
    ("Daarvan neemt Ede € 9.950 voor haar rekening.", [("Ede", "item", "9950.00")]),
    ("Het tekort liep op tot 480 miljoen euro.", [("tekort", "item", "480000000.00")]),
    ("Een training kost € 450.", [("training", "item", "450.00")]),
    ("De kosten voor de zaal bedragen € 300.", [("zaal", "item", "300.00")]),
    ("De kosten van aanleg worden door u geraamd op € 150.000,-.",
     [("kosten van aanleg", "item", "150000.00")]),
    ("Wij verlenen u een eenmalige subsidie van ten hoogste € 7.500 voor het project Oud en Jong.",
     [("eenmalige subsidie voor project Oud en Jong", "item", "7500.00")]),
    ("Voor 2021 stel ik € 98.000 beschikbaar en voor 2022 € 147.000.",
     [("2021", "item", "98000.00"), ("2022", "item", "147000.00")]),
    ("Wij geven € 10.000 voor het plein en € 5.000 voor speeltoestellen.",
     [("plein", "item", "10000.00"), ("speeltoestellen", "item", "5000.00")]),
    ("De posten zijn: personeel € 12.000, materiaal € 3.000 en zaalhuur € 500.",
     [("personeel", "item", "12000.00"), ("materiaal", "item", "3000.00"),
      ("zaalhuur", "item", "500.00")]),
    ("De stichting draagt uit eigen middelen en giften € 750,00 bij.",
     [("eigen middelen en giften", "item", "750.00")]),
    ("De gemeente Ommen draagt zelf\n€ 88.000,00 bij.",
     [("eigen bijdrage gemeente Ommen", "item", "88000.00")]),
    ("Het college is bereid daaraan eenmalig € 25.000 bij te dragen.",
     [("bijdrage", "item", "25000.00")]),
    ("U ontvangt een voorschot van 80% van de subsidie, te weten € 105.600,00.",
     [("voorschot", "item", "105600.00")]),
    ("De raad heeft voor openbare orde bij evenementen in 2023 een budget van € 62.000.",
     [("openbare orde bij evenementen in 2023", "item", "62000.00")]),
    ("In totaal vragen wij € 15.500.", [(None, "total", "15500.00")]),
    ("Voor de proef is een totaalbedrag van ca. € 5.000 begroot.", [("proef", "total", "5000.00")]),
    ("De prijs per dagdeel bedraagt € 350,-.", [("prijs per dagdeel", "unit_price", "350.00")]),
    ("Wij hebben € 3.500 uitgegeven aan drukwerk.", [("drukwerk", "item", "3500.00")]),
    ("De gemeenten nemen een eigen bij-\ndrage van € 84.500 voor hun re-\nkening, zodat een "
     "rijksbijdrage van € 255.000 resteert.",
     [("eigen bijdrage", "item", "84500.00"), ("rijksbijdrage", "item", "255000.00")]),
    ("Uw eigen inbreng, uit contributies en een actie, is € 1.150,-. Een deel van de subsidie,\n"
     "namelijk € 750,-, is bestemd voor de opleiding van trainers.",
     [("eigen inbreng", "item", "1150.00"), ("opleiding van trainers", "item", "750.00")]),
    ("Daarvan is 55% (€ 22 miljoen) bestemd voor gemeenten in de regio, 30% (€ 12 miljoen) voor\n"
     "werkgevers en 15% (€ 6 miljoen) voor onderzoek.",
     [("gemeenten in de regio", "item", "22000000.00"), ("werkgevers", "item", "12000000.00"),
      ("onderzoek", "item", "6000000.00")]),
    ("Onze bijdrage is 45% van € 174.000, te weten € 78.300.",
     [(None, "item", "174000.00"), ("bijdrage", "item", "78300.00")]),
    ("Er is in uw begroting voor 2023 een bedrag van € 42.000 opgenomen voor nieuwe toestellen.",
     [("nieuwe toestellen", "item", "42000.00")]),
    ("De inzet kost € 9.000, waarvan € 4.000 ten laste komt van het programma veiligheid.",
     [("inzet", "item", "9000.00"), ("programma veiligheid", "item", "4000.00")]),
    ("Daarvan wordt € 6.000 gedekt uit eigen middelen.", [("eigen middelen", "item", "6000.00")]),
    ("Voor thuiswerken geldt een vergoeding van € 18,- per maand.",
     [("vergoeding voor thuiswerken", "unit_price", "18.00")]),
    ("Met de bijdrage van de provincie Drenthe van € 5.000 is dit gedekt.",
     [("bijdrage van de provincie Drenthe", "item", "5000.00")]),
    ("De aanneemsom bedraagt € 1.250.000.", [("aanneemsom", "item", "1250000.00")]),
    ("De personele kosten zijn € 60.000, de materiële kosten € 15.000.",
     [("personele kosten", "item", "60000.00"), ("materiële kosten", "item", "15000.00")]),
    ("Het gaat om de inzet van een gids (€ 800) en een tolk (€ 400).",
     [("inzet van een gids", "item", "800.00"), ("tolk", "item", "400.00")]),
    ("De gemeente Ede ontvangt € 100.000.", [("gemeente Ede", "item", "100000.00")]),
    ("Ten laste van het programma Veiligheid wordt € 35.000 gebracht.",
     [("programma Veiligheid", "item", "35000.00")]),
    ("Een bedrag van € 900 is bedoeld voor drukwerk en een bedrag van € 500 voor bloemen.",
     [("drukwerk", "item", "900.00"), ("bloemen", "item", "500.00")]),
    ("Wij stellen een projectleider aan. Hiervoor is € 5.000 nodig.",
     [("projectleider", "item", "5000.00")]),
    ("De factuur ad € 605,00 is voldaan.", [("factuur", "item", "605.00")]),
    ("Voor de bewaking rekenen wij 8 uur x € 45 = € 360.", [("bewaking", "item", "360.00")]),
    ("Het verschil van € 12,50 dient u te betalen.", [("verschil", "item", "12.50")]),
    ("Op korte termijn is € 700 nodig voor verf.", [("verf", "item", "700.00")]),
    ("Voor Almelo gaat het om € 30.000, voor Hengelo om € 40.000.",
     [("Almelo", "item", "30000.00"), ("Hengelo", "item", "40000.00")]),
    ("Wij bieden u de training aan voor € 2.250,- per groep.",
     [("training", "unit_price", "2250.00")]),
    ("De leden betalen elk € 45 contributie.", [("contributie", "item", "45.00")]),
    ("Ons uurtarief bedraagt € 85,-.", [("uurtarief", "unit_price", "85.00")]),
    ("Het tarief van de heffing voor 2019 is bepaald op € 62,50 per eenheid.",
     [("tarief van de heffing voor 2019", "unit_price", "62.50")]),
    ("Van het Cultuurfonds verwachten wij € 3.000.", [("Cultuurfonds", "item", "3000.00")]),
    ("De eindafrekening sluit op € 45.670,12.", [("eindafrekening", "item", "45670.12")]),
    ("Een overzicht van de in 2014 ontvangen versterkingsgelden ad € 385.000.",
     [("versterkingsgelden", "item", "385000.00")]),
    ("Voor 3 trainingsdagen à € 1.450 komt dit neer op € 4.350.",
     [("trainingsdagen", "item", "4350.00")]),
    ("Wij brengen zelf € 1.800 bijeen als eigen bijdrage.", [("eigen bijdrage", "item", "1800.00")]),
    ("De huur van de zaal bedraagt voor het hele seizoen € 4.800.",
     [("huur van de zaal", "item", "4800.00")]),
    ("Voor ballen, matten en ander materiaal is € 1.250 nodig.",
     [("ballen, matten en ander materiaal", "item", "1250.00")]),
    ("Aan drukwerk en publiciteit denken wij € 650 kwijt te zijn.",
     [("drukwerk en publiciteit", "item", "650.00")]),
    ("Daarmee komt de begroting op € 16.300.", [("begroting", "item", "16300.00")]),
    ("Wij moeten een coach inhuren; dat kost ons € 9.600.",
     [("coach inhuren", "item", "9600.00")]),
    ("Blijkens het rapport worden de kosten van het metselwerk begroot op € 38.500, die van de\n"
     "dakbedekking op € 21.750.",
     [("kosten van het metselwerk", "item", "38500.00"), ("dakbedekking", "item", "21750.00")]),
    ("Met het honorarium van de architect, zijnde € 5.572, is gerekend.",
     [("honorarium van de architect", "item", "5572.00")]),
    ("Er komt een bureau, waarvan de inrichting op € 85.000 is geraamd.",
     [("inrichting", "item", "85000.00")]),
    ("De kosten van het concert begroot u op € 6.600.",
     [("kosten van het concert", "item", "6600.00")]),
    ("Wij kennen u een vergoeding van de proceskosten toe van € 534.",
     [("vergoeding van de proceskosten", "item", "534.00")]),
    ("Op uw verzoek om subsidie antwoorden wij u. U had € 900 gevraagd.",
     [("subsidie", "item", "900.00")]),
    ("Wij verhogen de subsidie met € 3.200 tot € 10.700.",
     [("subsidie", "item", "3200.00"), ("subsidie", "item", "10700.00")]),
    ("Voor elke extra groep rekenen wij een starttarief van € 600.",
     [("starttarief", "item", "600.00")]),
    ("De eerste termijn, 40 procent van de subsidie ofwel € 800, volgt snel. De tweede termijn\n"
     "van € 800 volgt later.",
     [("eerste termijn", "item", "800.00"), ("tweede termijn", "item", "800.00")]),
    ("Uit de reserve onderhoud kan € 500 worden ingezet.",
     [("reserve onderhoud", "item", "500.00")]),
    ("De inschrijving van de aannemer viel € 3.500 lager uit.",
     [("inschrijving van de aannemer viel", "item", "3500.00")]),
    ("De post docenten is verlaagd van € 20.400 naar € 14.400.",
     [("post docenten", "item", "20400.00"), ("post docenten", "item", "14400.00")]),
    ("De bijdrage per inwoner stijgt van € 14,10 naar € 14,62.",
     [("bijdrage", "unit_price", "14.10"), ("bijdrage", "unit_price", "14.62")]),
    ("Wij saneren de bodem van het terrein, waarvoor € 1.850 nodig is.",
     [("bodem van het terrein", "item", "1850.00")]),
    ("Regelaars vergen 1.900 uur tegen een tarief van € 48 per uur, dus € 91.200.",
     [("Regelaars", "item", "91200.00")]),
    ("Het gaat ten laste van de algemene reserve. Die bedraagt na deze onttrekking € 44.120.",
     [("algemene reserve", "item", "44120.00")]),
    ("U stelt dat u een omzetverlies heeft geleden van € 900.",
     [("omzetverlies", "item", "900.00")]),
    ("Neemt u ook het toezicht af, dan komt daar € 8.400 bij.", [("toezicht", "item", "8400.00")]),
    ("Jansma heeft een ontwerp gemaakt (kosten: € 1.815) dat ons bevalt.",
     [("ontwerp gemaakt", "item", "1815.00")]),
    ("De bijdrage zou met € 300 toenemen tot € 4.500.",
     [("bijdrage", "item", "300.00"), ("bijdrage", "item", "4500.00")]),
    ("Er komt een indexering van 2,1%, ongeveer € 25.700.",
     [("indexering", "item", "25700.00")]),
    ("Voor de rekening 2017 ad € 412 geldt dit.", [("rekening 2017", "item", "412.00")]),
    ("Een coach begroot € 96.000 (1.600 bezoeken van € 60).", [("coach", "item", "96000.00")]),
    ("Het is een prijs. Het weghalen van de tegels zou € 6.400 gaan kosten.",
     [("weghalen van de tegels", "item", "6400.00")]),
    ("De kosten zijn f 44.679.-- . De huur zal f 187,50 per maand belopen.",
     [("kosten", "item", "44679.00"), ("huur", "unit_price", "187.50")]),
    ("U vraagt ons om het feest met € 500,- te subsidiëren.",
     [("subsidie voor feest", "item", "500.00")]),
    ("Zij verwerpen een boete. De bijdrage bedraagt thans € 600.", [("bijdrage", "item", "600.00")]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), SENTENCES, ids=[row[0][:50] for row in SENTENCES])
def test_sentences(content: str, expected: list[tuple[str | None, str, str | None]]) -> None:
    assert short(content) == expected


NO_BUDGET = [
    "De subsidie van 2018 is besteed.",
    "De kosten van 12.500 deelnemers zijn hoog.",
    "De bijdrage is vastgesteld op 250 uur.",
    "De begroting van 2019 bedraagt 40 pagina’s.",
    "De verdachte had € 8.000 bij zich.",
    "De opbrengst van de loterij mag niet hoger zijn dan € 4.500.",
    "Uw vermogen is hoger dan € 50.000.",
    "Bij een schade van minder dan € 500 keert de verzekeraar niet uit.",
    "Er mag ten hoogste € 500 in kas zijn.",
    "De staatsschuld bedraagt € 410 miljard.",
    "Het bedrijf heeft een omzet van € 500.000.",
    "Subsidies van € 125.000 of meer verantwoordt u met een verklaring.",
    "De maximale subsidie per aanvrager bedraagt € 5.000.",
    "De grens voor het vragen van drie offertes ligt bij € 30.000.",
    "Het college is bevoegd overeenkomsten tot een bedrag van € 50.000 aan te gaan.",
    "Aanvragers met een inkomen boven € 40.000 vallen buiten de regeling.",
    "Per aanvrager kan ten hoogste € 2.500 worden verleend.",
    "Bij de doorzoeking trof de politie € 8.000 aan contant geld aan.",
    "Bij subsidies van meer dan € 125.000 is een accountantsverklaring verplicht.",
    "Wij leggen u een boete op van € 500.",
    "U verbeurt een dwangsom van € 1.000 per dag.",
    "De Europese aanbestedingsdrempel van € 221.000 wordt niet overschreden.",
    "Posten van minder dan € 2.500 heb ik niet beoordeeld.",
    "Voor aanvragen boven € 5.000,- is een begroting vereist.",
    "Onderdelen waarmee minder dan € 5.000,- is gemoeid, dragen wij zelf.",
    "De raad heeft het subsidieplafond voor 2025 vastgesteld op € 62.000,-.",
    "Op die dag resteerde nog € 850,-.",
    "Het eigen vermogen van de stichting bedraagt € 45.000.",
    "In een kluis lag een contant geldbedrag van € 14.350, dat in beslag is genomen.",
    "De gemeente heeft 120.000 inwoners en 3.500 leerlingen.",
    "Op rekening NL12 TRIO 0198 7654 32 ten name van de stichting.",
    "De heer █ is bereikbaar op nummer █.",
    "In het jaar 2016 kwamen 12,5 procent meer bezoekers.",
]


@pytest.mark.parametrize("content", NO_BUDGET)
def test_no_budget(content: str) -> None:
    assert short(content) == []


BUDGET_ALL_THE_SAME = [
    ("In de jaren 2018 en 2019 was het € 5.000.", ["5000.00"]),
    ("In 2012 €\n7.500 en in 2013 € 900.", ["7500.00", "900.00"]),
    ("De maximale subsidie voor uw project bedraagt € 5.000.", ["5000.00"]),
    ("Wij betalen de troep € 8.000.", ["8000.00"]),
    ("De kosten bedragen meer dan € 40.000.", ["40000.00"]),
    ("De opslag van de in beslag genomen goederen kost € 350.", ["350.00"]),
    ("Er resteert een tekort van € 900.", ["900.00"]),
    ("De verkeersdrempels in de Kerkstraat kosten € 8.000.", ["8000.00"]),
]


@pytest.mark.parametrize(("content", "amounts"), BUDGET_ALL_THE_SAME)
def test_what_looks_like_none_and_is_one(content: str, amounts: list[str]) -> None:
    assert [amount for _, _, amount in short(content)] == amounts


def test_a_sentence_goes_on_past_the_edge_of_a_page() -> None:
    content = "Er is € 3.000 bestemd voor de\f\nbibliotheek en € 400 voor drukwerk."
    assert short(content) == [("bibliotheek", "item", "3000.00"), ("drukwerk", "item", "400.00")]


# --- covered and unreadable

ALMERE = """We onderscheiden een eendaagse basistraining voor wijkagenten. En een
tweedaagse verdiepingstraining voor professionals.

De kosten voor de eendaagse bedragen █ per dag, de kosten voor de tweedaagse
bedragen █ . Voor deze trainingen vragen wij een totaalbudget aan van █

Voor deze
netwerkregisseur vragen wij een bedrag aan van █"""


def test_covered_sums_of_a_letter() -> None:
    found = lines(ALMERE)
    assert [
        (line.description and line.description.value, line.kind, line.unit) for line in found
    ] == [
        ("eendaagse basistraining", "unit_price", "per dag"),
        ("tweedaagse verdiepingstraining", "unit_price", None),
        ("trainingen", "total", None),
        ("netwerkregisseur", "item", None),
    ]
    assert all(line.redacted and line.amount and line.amount.value is None for line in found)
    assert {line.amount.status for line in found if line.amount} == {Status.redacted}


def test_a_covered_sum_in_brackets_beside_one_that_is_not() -> None:
    content = "Wij hebben kosten gemaakt voor opslag (€ 11.750) en voor herstel van de deur ( █ )."
    assert short(content) == [
        ("opslag", "item", "11750.00"), ("herstel van de deur", "item", None)
    ]  # fmt: skip
    assert len(lines(content.replace("( █ )", "█"))) == 2
    assert short("De kosten zijn met de heer Jansen ( █ ) besproken.") == []
    assert len(lines("De kosten (€ 500) zijn besproken met de heer █ .")) == 1


def test_a_covered_part_of_a_sum() -> None:
    content = "De eigen bijdrage bedraagt █ , waarvan █ ten laste komt van het programma zorg."
    assert short(content) == [("eigen bijdrage", "item", None), ("programma zorg", "item", None)]


def test_debris_of_a_box_is_no_hindrance() -> None:
    content = (
        "De kosten voor een gids bedragen! █ |perdag, de kosten voor een bus bedragen| █ per uur."
    )
    assert [line.unit for line in lines(content)] == ["per dag", "per uur"]


def test_a_sign_without_figures_is_unreadable_not_covered() -> None:
    (line,) = lines("Wij vragen een bedrag van € voor de training.")
    assert line.amount and line.amount.status is Status.illegible
    assert not line.redacted


# --- quantities


def test_quantity_price_and_product_are_one_item() -> None:
    (line,) = lines("Wij geven 12 trainingen à € 450 = € 5.400 per jaar.")
    assert (line.kind, line.quantity, line.unit, line.unit_price) == ("item", 12, "trainingen", 450)
    assert line.amount and line.amount.value == 5400


def test_a_quantity_further_off_where_it_comes_out() -> None:
    content = "Wij hebben 12 dagen gewerkt, wat bij een dagtarief van € 500 uitkomt op € 6.000."
    (line,) = lines(content)
    assert (line.quantity, line.unit, line.unit_price) == (12, "dagen", 500)


def test_a_quantity_and_a_price_without_product_is_a_price() -> None:
    (line,) = lines("Wij rekenen 48 pakketten à € 18,75.")
    assert (line.kind, line.quantity, line.unit) == ("unit_price", 48, "pakketten")


# --- lists

LISTS = [
    ("Kramen         775,-\nMuziek         400,-",
     [("Kramen", "item", "775.00"), ("Muziek", "item", "400.00")]),
    ("De verdeling is:\n  aan Ommen     € 52.000\n  aan Den Ham   € 12.000",
     [("Ommen", "item", "52000.00"), ("Den Ham", "item", "12000.00")]),
    ("- taaldocent, 60 uur à € 42,50 . . . . . € 2.550,00\n- drukwerk ......... € 480,00\n"
     "Totaal ........... € 3.030,00",
     [("taaldocent", "item", "2550.00"), ("drukwerk", "item", "480.00"),
      ("Totaal", "total", "3030.00")]),
    ("gemeente Urk        € 84.000,--\ngemeente Ede        € 52.500,--\n\n"
     "totaal             € 136.500,--",
     [("gemeente Urk", "item", "84000.00"), ("gemeente Ede", "item", "52500.00"),
      ("totaal", "total", "136500.00")]),
    ("- Personeel: 12.000\n- Zaalhuur: € 400\n- Catering: 1.250,50",
     [("Personeel", "item", "12000.00"), ("Zaalhuur", "item", "400.00"),
      ("Catering", "item", "1250.50")]),
    ("a. coördinatie: € 5.000;\nb. scholing van vrijwilligers, in het bijzonder van de\n"
     "nieuwe groep: € 2.500;\nc. onvoorzien: € 500.",
     [("coördinatie", "item", "5000.00"),
      ("scholing van vrijwilligers, in het bijzonder van de nieuwe groep", "item", "2500.00"),
      ("onvoorzien", "item", "500.00")]),
    ("a. een analist bij de dienst, voor 24 uur per week gedetacheerd vanuit\nde regio: € 105.500;\n"
     "b. controles in het buitengebied, waarbij telkens ook de netbeheerder\nen de dienst aansluiten: "
     "€ 59.000,-;",
     [("analist bij de dienst", "item", "105500.00"),
      ("controles in het buitengebied", "item", "59000.00")]),
    ("huur    f 24.900,--\ngas     f 41.600,--\n-----------\nTezamen f 66.500,--",
     [("huur", "item", "24900.00"), ("gas", "item", "41600.00"), ("Tezamen", "total", "66500.00")]),
    ("- zaal: € 200 per dag\n- Subtotaal: € 800", [("zaal", "unit_price", "200.00"),
                                                   ("Subtotaal", "subtotal", "800.00")]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), LISTS)
def test_lists(content: str, expected: list[tuple[str | None, str, str | None]]) -> None:
    assert short(content) == expected


def test_a_bullet_that_is_a_sentence_is_read_as_one() -> None:
    content = (
        "- voor de training vragen wij een bedrag van € 500;\n- voor de zaal een bedrag van € 90;"
    )
    assert short(content) == [("training", "item", "500.00"), ("zaal", "item", "90.00")]


# --- tables


def test_quantity_price_and_amount_of_a_row() -> None:
    found = lines(
        "Gemeente       Dagdelen      Tarief        Bedrag\n"
        "Ede            12            € 450,00      € 5.400,00\n"
        "Urk            8             € 450,00      € 3.650,00\n"
        "Totaal         20                          € 9.050,00"
    )
    assert [(b.kind, b.quantity, b.unit, b.unit_price) for b in found] == [
        ("item", 12, "dagdelen", 450),
        ("item", 8, "dagdelen", 450),
        ("total", None, None, None),
    ]
    assert [b.amount.value for b in found if b.amount] == [5400, 3650, 9050]


def test_columns_that_multiply_are_quantity_price_and_amount() -> None:
    """Whatever their heads say."""
    (first, *_) = lines(
        "Gemeente    Haltes   Vast bedrag   Bijdrage\n"
        "Urk             11       € 7.500   € 82.500\n"
        "Ede             20      € 10.000  € 200.000\n"
        "Totaal          31                € 282.500"
    )
    assert (first.quantity, first.unit, first.unit_price) == (11, "haltes", 7500)


def test_two_lists_side_by_side() -> None:
    found = short(
        "Lasten     Bedrag     Baten      Bedrag\n"
        "Zaal        € 500     Entree      € 300\n"
        "Muziek      € 700     Fondsen     € 900"
    )
    assert [(words, amount) for words, _, amount in found] == [
        ("Zaal", "500.00"), ("Entree", "300.00"), ("Muziek", "700.00"), ("Fondsen", "900.00")
    ]  # fmt: skip


def test_a_row_is_named_by_its_number_rather_than_its_date() -> None:
    (first, *_) = short(
        "Factuur      Datum         Bedrag\n2018-014     3 mei 2018     € 500\n"
        "2018-022     7 juni 2018    € 700"
    )
    assert first[0] == "2018-014"


def test_covered_sums_of_items() -> None:
    found = lines("Wij vragen u:\na. voor de zaal: █;\nb. voor de muziek: █.")
    assert [line.description and line.description.value for line in found] == ["zaal", "muziek"]


def test_a_quantity_may_stand_with_its_unit() -> None:
    (first, *_) = lines(
        "Kosten        Aantal      Tarief       Bedrag\n"
        "ontwerp       32 uur     € 67,50   € 2.160,00\n"
        "palen         64 stuks   € 58,00   € 3.712,00\n"
        "Totaal                             € 5.872,00"
    )
    assert (first.quantity, first.unit, first.unit_price) == (32, "uur", Decimal("67.50"))


def test_inhabitants_are_no_quantity() -> None:
    found = lines(
        "Gemeente       Inwoners      Bijdrage\nEde            113.400       € 96.390\n"
        "Urk            20.000        € 17.000"
    )
    assert [(b.kind, b.quantity, b.amount and b.amount.value) for b in found] == [
        ("item", None, 96390),
        ("item", None, 17000),
    ]


def test_a_table_of_prices() -> None:
    found = lines(
        "Dienst       Tarief per uur\nGids         € 40\nTolk         € 60\nBus          € 90"
    )
    assert [(b.kind, b.unit, b.amount and b.amount.value) for b in found] == [
        ("unit_price", "per uur", 40),
        ("unit_price", "per uur", 60),
        ("unit_price", "per uur", 90),
    ]


def test_covered_unreadable_and_empty_cells() -> None:
    found = lines(
        "Gemeente       Uren     Kosten\nEde            12       █\n"
        "Urk            8        € 17.000\nEpe            4        □\nTiel           6"
    )
    assert [(b.amount and b.amount.status, b.redacted) for b in found] == [
        (Status.redacted, True),
        (Status.found, False),
        (Status.illegible, False),
    ]


def test_thousands() -> None:
    (first, _, _) = lines(
        "Bedragen x € 1.000\n\nPost         2016         Totaal\nHuur         12           24\n"
        "Gas          10           20\nTotaal       22           44"
    )
    assert first.amount and first.amount.value == 24000


def test_the_first_head_may_say_that_all_are_sums() -> None:
    content = (
        "Onderdeel (x € 1.000)      2018       2019       Mutatie\n"
        "Brandweer                 1.240      1.390           150\n"
        "Meldkamer                 2.055      2.110            55\n"
        "Beheer                      815        960           145"
    )
    assert short(content) == [
        ("Brandweer", "item", "1390000.00"),
        ("Meldkamer", "item", "2110000.00"),
        ("Beheer", "item", "960000.00"),
    ]


def test_what_was_spent_says_more_than_what_was_to_be() -> None:
    content = (
        "Lasten          Werkelijk 2017     Begroot 2017\n"
        "Personeel            € 148.210        € 150.000\n"
        "Huisvesting           € 41.377         € 39.500\n"
        "Programma             € 62.904         € 70.000"
    )
    assert [amount for _, _, amount in short(content)] == ["148210.00", "41377.00", "62904.00"]


def test_a_table_without_money_gives_nothing() -> None:
    assert (
        short(
            "School       Leerlingen       Groepen\nDe Brug      120              6\n"
            "Kompas       95               5"
        )
        == []
    )


def test_a_list_names_a_sum_better_than_the_sentence_before_it() -> None:
    content = (
        "De kosten worden geraamd op € 5.000:\n\nhuur    € 3.000\ngas     € 2.000\nTotaal  € 5.000"
    )
    assert short(content) == [
        ("Totaal", "total", "5000.00"), ("huur", "item", "3000.00"), ("gas", "item", "2000.00")
    ]  # fmt: skip


# --- each sum once

ONCE = [
    ("De subsidie bedraagt € 12.500. Dit bedrag van € 12.500 maken wij over.", ["12500.00"]),
    ("Wij vragen een bedrag van € 12.500 (zegge: twaalfduizend vijfhonderd euro) voor de zaal.",
     ["12500.00"]),
    ("Post         Kosten\nHuur         € 100\nGas          € 100\n\nIn totaal vragen wij € 200.",
     ["100.00", "100.00", "200.00"]),
    ("Voor de training vragen wij € 500. Voor de zaal vragen wij € 500.", ["500.00", "500.00"]),
    ("Wij dragen zelf € 400 bij. Wij vragen een subsidie van € 400.", ["400.00", "400.00"]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "amounts"), ONCE)
def test_each_sum_once(content: str, amounts: list[str]) -> None:
    assert [amount for _, _, amount in short(content)] == amounts


def test_said_again_is_further_evidence() -> None:
    (line,) = lines("De subsidie bedraagt € 12.500.\n\nDit bedrag van € 12.500 maken wij over.")
    assert line.amount and [place.lines for place in line.amount.evidence] == [(3, 3), (5, 5)]


# --- guilders


def test_guilders() -> None:
    found = lines(
        "Harmelen          f  12.500,--\nKockengen         f   8.750,--\n"
        "totaal          Hfl. 21.250,--"
    )
    assert [(b.currency, b.amount and b.amount.value) for b in found] == [
        ("NLG", Decimal(12500)),
        ("NLG", Decimal(8750)),
        ("NLG", Decimal(21250)),
    ]


def test_a_misread_sign_is_a_guilder_before_the_euro() -> None:
    content = "Harmelen          £  12.500,--\nKockengen         £   8.750,--"
    assert {b.currency for b in lines(content, dt.date(1987, 11, 9))} == {"NLG"}
    assert {b.currency for b in lines(content, dt.date(2017, 11, 9))} == {"EUR"}


NAMELESS = "Post         Bedrag\nHuur         1.200,00\nGas            300,00"


@pytest.mark.parametrize(
    ("around", "date", "currency"),
    [
        ("De bedragen luiden in guldens.", None, "NLG"),
        ("Wij vragen een bijdrage van f 1.500,--.", None, "NLG"),
        ("Wij vragen een bijdrage van € 1.500,--.", dt.date(1987, 1, 1), "EUR"),
        ("Ziehier.", dt.date(1987, 1, 1), "NLG"),
        ("Ziehier.", dt.date(2017, 1, 1), "EUR"),
        ("De bedragen zijn in euro's.", dt.date(2001, 11, 1), "EUR"),
    ],
)
def test_a_table_without_a_currency_has_that_of_its_letter(
    around: str, date: dt.date | None, currency: str
) -> None:
    found = lines(f"{around}\n\n{NAMELESS}", date)
    assert {b.currency for b in found} == {currency}
    assert {b.amount and b.amount.value for b in found} >= {1200, 300}


def test_a_head_in_guilders() -> None:
    found = lines("Post         Uren     Tarief     Bedrag (f)\nAdvies       10       100,00     1.000,00\n"
                  "Toezicht     20       100,00     2.000,00", dt.date(2020, 1, 1))  # fmt: skip
    assert {b.currency for b in found} == {"NLG"}


def test_a_ditto_mark_is_the_currency_above() -> None:
    content = 'garage f 40.900,--\nweg " 21.000,--\nTotaal f 61.900,--'
    assert short(content) == [
        ("garage", "item", "40900.00"), ("weg", "item", "21000.00"), ("Totaal", "total", "61900.00")
    ]  # fmt: skip


# --- lists whose columns are lost

HEADED = [
    ("Jaar Bedrag in euro\n2020 133.000\n2021 128.000\nTotaal 261.000",
     [("2020", "item", "133000.00"), ("2021", "item", "128000.00"),
      ("Totaal", "total", "261000.00")]),
    ("Kostenpost x € 1.000\nontwerp van de zaal 45,0\nteksten 25,5\nSubtotaal 70,5",
     [("ontwerp van de zaal", "item", "45000.00"), ("teksten", "item", "25500.00"),
      ("Subtotaal", "subtotal", "70500.00")]),
    ("Onderdeel Kosten\nwerving € 1.500\ntoezicht █\nTotaal € 4.000",
     [("werving", "item", "1500.00"), ("toezicht", "item", None), ("Totaal", "total", "4000.00")]),
    ("scholen 13 23.250,00 302.250,00\nsportvelden 17 25.250,00 429.250,00\nTotaal 731.500,00",
     [("scholen", "item", "302250.00"), ("sportvelden", "item", "429250.00"),
      ("Totaal", "total", "731500.00")]),
    ("Gemeente Inwoners\nEde 113.400\nUrk 20.000\nTotaal 133.400", []),
    ("scholen 13 23.250,00 302.250,00\nsportvelden 17 25.250,00 429.250,00\nTotaal 731.600,00",
     []),  # without a head only what adds up
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), HEADED)
def test_headed_lists(content: str, expected: list[tuple[str | None, str, str | None]]) -> None:
    assert short(content) == expected


def test_a_row_of_a_headed_list_may_be_a_product() -> None:
    (first, _) = lines("Onderdeel Aantal uren Tarief Bedrag\ncoaching 12 90,00 1.080,00\n"
                       "advies 10 100,00 1.000,00")  # fmt: skip
    assert (first.quantity, first.unit, first.unit_price) == (12, "uren", 90)


def test_a_list_that_says_how_many_at_what_price_is_not_one_of_bare_columns() -> None:
    first, *_, total = lines(
        "-\ttaaldocent, 60 uur à € 42,50\t€ 2.550,00\n-\tzaalhuur, 30 dagdelen à € 35,00 …\t€ 1.050,00\n"
        "-\tvoorlichting en drukwerk\t€ 480,00\nTotaal\t€ 4.080,00"
    )
    assert (first.description.value, first.quantity, first.unit) == ("taaldocent", 60, "uur")
    assert (total.kind, total.amount.value) == ("total", 4080)


# --- phrases


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("deze netwerkregisseur vragen wij", "netwerkregisseur"),
        ("de gehele opdracht geldt een totaal", "gehele opdracht"),
        ("de inrichting van het plein en een", "inrichting van het plein"),
        ("2022 € 12", "2022"),
        ("in 2022", None),
        ("12 stuks", None),
        ("wij vragen", None),
    ],
)
def test_phrase(content: str, expected: str | None) -> None:
    span = phrase(content, 0)
    assert (written(content, span) if span else None) == expected


def test_an_adjective_gets_the_noun_that_it_had_at_first() -> None:
    before = "Er is een korte cursus en een eendaagse training. De subsidie verleend in mei. "
    assert completed(before, "eendaagse", len(before)) == "eendaagse training"
    assert completed(before, "subsidie", len(before)) == "subsidie"
    assert completed(before, "driedaagse", len(before)) == "driedaagse"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="a €1.,-\n█□:(à x0totaal van per dag", max_size=60))
def test_survives_anything(content: str) -> None:
    for line in lines(content):
        assert line.amount is not None
        assert line.amount.evidence
