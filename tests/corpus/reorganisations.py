"""Municipal reorganisations that took place: old and new names, day, inhabitants, neighbours."""

from __future__ import annotations

import dataclasses
import datetime as dt


@dataclasses.dataclass(frozen=True, slots=True)
class Merger:
    """Municipalities (inhabitants in hundreds) that became one on `day`.

    `area` is what they are called together. `stays` lay beside them and went on, `others` too;
    `gone` had been abolished years before.
    """

    province: str
    day: dt.date
    new: str
    old: dict[str, int]
    area: str
    stays: str
    others: str
    gone: str


MERGERS = (
    Merger("Gelderland", dt.date(2005, 1, 1), "Bronckhorst",
           {"Hengelo (Gld)": 84, "Hummelo en Keppel": 45, "Steenderen": 48, "Vorden": 84, "Zelhem": 114}, "Achterhoekse gemeenten",
           "Winterswijk", "Brummen", "Heteren"),
    Merger("Gelderland", dt.date(2005, 1, 1), "Berkelland",
           {"Borculo": 103, "Eibergen": 166, "Neede": 108, "Ruurlo": 80}, "Achterhoekse gemeenten", "Winterswijk", "Brummen", "Gendt"),
    Merger("Utrecht", dt.date(2006, 1, 1), "Utrechtse Heuvelrug",
           {"Amerongen": 71, "Doorn": 101, "Driebergen-Rijsenburg": 184, "Leersum": 75, "Maarn": 57}, "gemeenten op de Heuvelrug",
           "Zeist", "Woudenberg", "Harmelen"),
    Merger("Limburg", dt.date(2007, 1, 1), "Leudal",
           {"Haelen": 101, "Heythuysen": 121, "Hunsel": 62, "Roggel en Neer": 84}, "Midden-Limburgse gemeenten", "Weert", "Nederweert", "Grubbenvorst"),
    Merger("Limburg", dt.date(2010, 1, 1), "Peel en Maas",
           {"Helden": 194, "Kessel": 42, "Maasbree": 130, "Meijel": 60}, "Peelgemeenten", "Venray", "Nederweert", "Grubbenvorst"),
    Merger("Groningen", dt.date(2010, 1, 1), "Oldambt",
           {"Reiderland": 70, "Scheemda": 142, "Winschoten": 182}, "Oost-Groningse gemeenten", "Veendam", "Pekela", "Ezinge"),
    Merger("Fryslân", dt.date(2011, 1, 1), "Súdwest-Fryslân",
           {"Bolsward": 97, "Nijefurd": 109, "Sneek": 334, "Wûnseradiel": 118, "Wymbritseradiel": 161}, "gemeenten in de Zuidwesthoek",
           "Littenseradiel", "Lemsterland", "Utingeradeel"),
    Merger("Utrecht", dt.date(2011, 1, 1), "Stichtse Vecht",
           {"Breukelen": 147, "Loenen": 84, "Maarssen": 394}, "Vechtgemeenten", "De Bilt", "Woerden", "Harmelen"),
    Merger("Noord-Holland", dt.date(2012, 1, 1), "Hollands Kroon",
           {"Anna Paulowna": 143, "Niedorp": 124, "Wieringen": 86, "Wieringermeer": 126}, "gemeenten in de Noordkop", "Schagen", "Medemblik",
           "Akersloot"),
    Merger("Zuid-Holland", dt.date(2013, 1, 1), "Goeree-Overflakkee",
           {"Dirksland": 84, "Goedereede": 115, "Middelharnis": 179, "Oostflakkee": 100}, "gemeenten op Goeree-Overflakkee", "Hellevoetsluis",
           "Westvoorne", "Heerjansdam"),
    Merger("Zuid-Holland", dt.date(2015, 1, 1), "Krimpenerwaard",
           {"Bergambacht": 99, "Nederlek": 141, "Ouderkerk": 82, "Schoonhoven": 119, "Vlist": 98}, "Krimpenerwaardse gemeenten", "Zuidplas",
           "Krimpen aan den IJssel", "Heerjansdam"),
    Merger("Noord-Brabant", dt.date(2017, 1, 1), "Meierijstad",
           {"Schijndel": 234, "Sint-Oedenrode": 179, "Veghel": 377}, "Meierijse gemeenten", "Boxtel", "Bernheze", "Vierlingsbeek"),
    Merger("Groningen", dt.date(2018, 1, 1), "Midden-Groningen",
           {"Hoogezand-Sappemeer": 343, "Menterwolde": 122, "Slochteren": 155}, "Midden-Groningse gemeenten", "Veendam", "Pekela", "Winschoten"),
    Merger("Zuid-Holland", dt.date(2019, 1, 1), "Hoeksche Waard",
           {"Binnenmaas": 290, "Cromstrijen": 128, "Korendijk": 108, "Oud-Beijerland": 246, "Strijen": 88}, "Hoeksche Waardse gemeenten",
           "Barendrecht", "Zwijndrecht", "Rozenburg"),
    Merger("Noord-Brabant", dt.date(2019, 1, 1), "Altena",
           {"Aalburg": 131, "Werkendam": 270, "Woudrichem": 147}, "gemeenten in het Land van Heusden en Altena", "Geertruidenberg", "Drimmelen",
           "Prinsenbeek"),
    Merger("Groningen", dt.date(2021, 1, 1), "Eemsdelta",
           {"Appingedam": 117, "Delfzijl": 246, "Loppersum": 97}, "Eemsdeltagemeenten", "Oldambt", "Midden-Groningen", "Slochteren"),
    Merger("Noord-Brabant", dt.date(2022, 1, 1), "Land van Cuijk",
           {"Boxmeer": 296, "Cuijk": 252, "Grave": 125, "Mill en Sint Hubert": 110, "Sint Anthonis": 116}, "Cuijkse gemeenten", "Bernheze",
           "Boekel", "Vierlingsbeek"),
    Merger("Zuid-Holland", dt.date(2023, 1, 1), "Voorne aan Zee",
           {"Brielle": 177, "Hellevoetsluis": 403, "Westvoorne": 148}, "gemeenten op Voorne", "Nissewaard", "Goeree-Overflakkee", "Bernisse"),
)  # fmt: skip
