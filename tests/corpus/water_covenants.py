"""Declarations of intent on water and climate: who takes part where, what about, and the usual clauses."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Area:
    """A water board with its province and towns; a board beside it, one long gone, a town outside."""

    board: str
    identifier: str
    postal: str
    mail: str
    province: str
    code: str
    towns: tuple[str, ...]
    beside: str
    gone: str
    outside: str
    river: str


AREAS = (
    Area("Waterschap Rijn en IJssel", "ws0152", "Postbus 148, 7000 AC Doetinchem", "secretariaat@wrij.nl", "Gelderland", "pv25",
         ("Bronckhorst", "Doetinchem", "Lochem", "Zutphen"), "Waterschap Vallei en Veluwe", "Waterschap Veluwe", "Epe", "de Berkel"),
    Area("Waterschap Drents Overijsselse Delta", "ws0664", "Postbus 60, 8000 AB Zwolle", "bestuur@wdodelta.nl", "Overijssel", "pv23",
         ("Dalfsen", "Kampen", "Ommen", "Zwartewaterland", "Zwolle"), "Waterschap Vechtstromen", "Waterschap Velt en Vecht", "Raalte",
         "de Overijsselse Vecht"),
    Area("Waterschap Vechtstromen", "ws0663", "Postbus 5006, 7600 GA Almelo", "bestuurszaken@vechtstromen.nl", "Overijssel", "pv23",
         ("Almelo", "Hof van Twente", "Rijssen-Holten", "Wierden"), "Waterschap Rijn en IJssel", "Waterschap Groot Salland", "Deventer", "de Regge"),
    Area("Waterschap Limburg", "ws0665", "Postbus 2207, 6040 CC Roermond", "bestuur@waterschaplimburg.nl", "Limburg", "pv31",
         ("Horst aan de Maas", "Peel en Maas", "Venlo", "Venray"), "Waterschap Aa en Maas", "Waterschap Peel en Maasvallei", "Nederweert",
         "de Groote Molenbeek"),
    Area("Waterschap Scheldestromen", "ws0661", "Postbus 1000, 4330 ZW Middelburg", "info@scheldestromen.nl", "Zeeland", "pv29",
         ("Hulst", "Sluis", "Terneuzen"), "Waterschap Brabantse Delta", "Waterschap Zeeuwse Eilanden", "Borsele", "de Braakman"),
    Area("Waterschap Aa en Maas", "ws0654", "Postbus 5049, 5201 GA 's-Hertogenbosch", "info@aaenmaas.nl", "Noord-Brabant", "pv30",
         ("Bernheze", "Boekel", "Meierijstad", "Oss"), "Waterschap De Dommel", "Waterschap De Maaskant", "Heusden", "de Leijgraaf"),
    Area("Waterschap Hunze en Aa's", "ws0646", "Postbus 195, 9640 AD Veendam", "waterschap@hunzeenaas.nl", "Groningen", "pv20",
         ("Oldambt", "Pekela", "Stadskanaal", "Veendam", "Westerwolde"), "Waterschap Noorderzijlvest", "Waterschap Reest en Wieden", "Emmen",
         "de Westerwoldse Aa"),
    Area("Waterschap Zuiderzeeland", "ws0650", "Postbus 229, 8200 AE Lelystad", "waterschap@zuiderzeeland.nl", "Flevoland", "pv24",
         ("Dronten", "Lelystad", "Noordoostpolder", "Urk", "Zeewolde"), "Waterschap Drents Overijsselse Delta", "Waterschap Groot Salland",
         "Steenwijkerland", "de Lage Vaart"),
    Area("Waterschap Rivierenland", "ws0621", "Postbus 599, 4000 AN Tiel", "bestuur@wsrl.nl", "Gelderland", "pv25",
         ("Buren", "Culemborg", "Neder-Betuwe", "Tiel", "West Betuwe"), "Hoogheemraadschap De Stichtse Rijnlanden",
         "Waterschap Vallei & Eem", "Zaltbommel", "de Linge"),
)  # fmt: skip
TITLES = (
    "Intentieverklaring klimaatbestendig {river}",
    "Intentieverklaring waterveiligheid en gebiedsontwikkeling",
    "Gezamenlijke intentieverklaring waterberging",
)
REASONS = (
    "De droge zomers van 2018 en de wateroverlast van de jaren daarna hebben laten zien dat het watersysteem rond {river} niet op de uitersten "
    "is berekend. Boeren, natuurbeheerders en bedrijven ondervinden daarvan al schade. Afzonderlijke maatregelen helpen onvoldoende: wie "
    "bovenstrooms water vasthoudt, lost een probleem benedenstrooms op en omgekeerd.",
    "Uit de stresstesten die alle overheden in het gebied hebben uitgevoerd, volgt dat vooral de lage wijken en de tunnels bij hevige neerslag "
    "onderlopen. Ook {river} kan de afvoer dan niet verwerken. Het Deltaprogramma vraagt ons in 2050 klimaatbestendig te zijn ingericht; dat "
    "vergt afspraken die verder reiken dan één bestuursperiode.",
)
CLAUSES = (
    "partijen stellen vóór het einde van het volgende jaar een gezamenlijk uitvoeringsprogramma vast;",
    "het waterschap treedt op als trekker en voert het secretariaat;",
    "de provincie past zo nodig haar omgevingsverordening aan;",
    "elke gemeente neemt de waterbergingsgebieden op in haar omgevingsplan;",
    "grond die een van de partijen verwerft, wordt tegen kostprijs ingebracht;",
    "een partij die uittreedt, vergoedt de schade die daaruit voortvloeit.",
)
REMARKS = (
    "De verklaring is geen overeenkomst in de zin van het Burgerlijk Wetboek. Zij laat de publiekrechtelijke bevoegdheden van partijen onverlet.",
    "Het algemeen bestuur, provinciale staten en de raden hebben elk het recht wensen en bedenkingen te uiten voordat een bindende overeenkomst "
    "wordt gesloten.",
    "Landbouworganisaties en terreinbeheerders zijn geen partij, maar nemen deel aan het gebiedsoverleg dat tweemaal per jaar plaatsvindt.",
    "Vergoeding van planschade is geregeld in een afzonderlijke overeenkomst en maakt geen deel uit van de raming.",
)
