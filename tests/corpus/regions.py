"""Safety regions and health services with their municipalities, rounded inhabitants and neighbours."""

from __future__ import annotations

import dataclasses
import datetime as dt


@dataclasses.dataclass(frozen=True, slots=True)
class Region:
    """A joint body in a period in which these were its municipalities (inhabitants in hundreds).

    `neighbour` lies outside it and was there throughout, `gone` was abolished before `first`.
    """

    identifier: str
    name: str
    short: str
    postal: str
    domain: str
    first: dt.date
    last: dt.date
    people: dict[str, int]
    neighbour: str
    gone: str


FLEVOLAND = {"Almere": 2077, "Dronten": 409, "Lelystad": 778, "Noordoostpolder": 470, "Urk": 208, "Zeewolde": 225}
ZAANSTREEK = {"Edam-Volendam": 362, "Landsmeer": 115, "Oostzaan": 97, "Purmerend": 801, "Waterland": 173, "Wormerland": 163, "Zaanstad": 1561}
ZEELAND = {"Borsele": 227, "Goes": 380, "Hulst": 275, "Kapelle": 128, "Middelburg": 487, "Noord-Beveland": 74, "Reimerswaal": 226,
           "Schouwen-Duiveland": 338, "Sluis": 235, "Terneuzen": 545, "Tholen": 257, "Veere": 219, "Vlissingen": 444}  # fmt: skip
KENNEMERLAND = {"Beverwijk": 413, "Bloemendaal": 234, "Haarlem": 1613, "Haarlemmermeer": 1554, "Heemskerk": 391, "Heemstede": 273,
                "Uitgeest": 135, "Velsen": 684, "Zandvoort": 171}  # fmt: skip
AMSTELLAND = {"Aalsmeer": 317, "Amstelveen": 908, "Amsterdam": 8630, "Diemen": 293, "Ouder-Amstel": 139, "Uithoorn": 294}
DRENTHE = {"Aa en Hunze": 254, "Assen": 680, "Borger-Odoorn": 255, "Coevorden": 353, "De Wolden": 242, "Emmen": 1072, "Hoogeveen": 556,
           "Meppel": 339, "Midden-Drenthe": 331, "Noordenveld": 312, "Tynaarlo": 337, "Westerveld": 194}  # fmt: skip
IJSSELLAND = {"Dalfsen": 285, "Deventer": 1000, "Hardenberg": 608, "Kampen": 538, "Olst-Wijhe": 182, "Ommen": 179, "Raalte": 378,
              "Staphorst": 171, "Steenwijkerland": 442, "Zwartewaterland": 226, "Zwolle": 1287}  # fmt: skip
HAAGLANDEN = {"Delft": 1031, "Den Haag": 5379, "Leidschendam-Voorburg": 754, "Midden-Delfland": 194, "Pijnacker-Nootdorp": 545,
              "Rijswijk": 543, "Wassenaar": 263, "Westland": 1088, "Zoetermeer": 1249}  # fmt: skip
DRECHTSTEDEN = {"Alblasserdam": 201, "Dordrecht": 1189, "Gorinchem": 370, "Hardinxveld-Giessendam": 182, "Hendrik-Ido-Ambacht": 311,
                "Hoeksche Waard": 866, "Molenlanden": 440, "Papendrecht": 322, "Sliedrecht": 252, "Zwijndrecht": 446}  # fmt: skip

END = dt.date(2025, 11, 1)
REGIONS = (
    Region("so0638", "Veiligheidsregio Flevoland", "Flevoland", "Postbus 501, 8200 AM Lelystad", "veiligheidsregioflevoland.nl",
           dt.date(2012, 1, 1), END, FLEVOLAND, "Kampen", "IJsselmuiden"),
    Region("so0910", "Gemeentelijke Gezondheidsdienst Flevoland", "Flevoland", "Postbus 1120, 8200 BC Lelystad", "ggdflevoland.nl",
           dt.date(2012, 1, 1), END, FLEVOLAND, "Kampen", "Brederwiede"),
    Region("so0624", "Veiligheidsregio Zaanstreek-Waterland", "Zaanstreek-Waterland", "Prins Bernhardplein 112, 1508 XB Zaandam", "vrzw.nl",
           dt.date(2016, 1, 1), dt.date(2021, 12, 1), {"Beemster": 100} | ZAANSTREEK, "Castricum", "Graft-De Rijp"),
    Region("so0436", "Gemeenschappelijke Gezondheidsdienst Zaanstreek-Waterland",
           "Zaanstreek-Waterland", "Postbus 2056, 1500 GB Zaandam", "ggdzw.nl", dt.date(2022, 5, 1), END, ZAANSTREEK, "Castricum", "Beemster"),
    Region("so0346", "Gemeenschappelijke Gezondheidsdienst Zeeland", "Zeeland", "Postbus 345, 4460 AS Goes", "ggdzeeland.nl",
           dt.date(2011, 1, 1), END, ZEELAND, "Bergen op Zoom", "Halsteren"),
    Region("so0640", "Veiligheidsregio Kennemerland", "Kennemerland", "Postbus 5514, 2000 GM Haarlem", "vrk.nl",
           dt.date(2019, 2, 1), END, KENNEMERLAND, "Hillegom", "Akersloot"),
    Region("so0636", "Veiligheidsregio Amsterdam-Amstelland", "Amsterdam-Amstelland", "Postbus 92171, 1090 AD Amsterdam", "brandweeraa.nl",
           dt.date(2012, 1, 1), END, AMSTELLAND, "De Ronde Venen", "Abcoude"),
    Region("so0474", "GGD Drenthe", "Drenthe", "Postbus 144, 9400 AC Assen", "ggddrenthe.nl",
           dt.date(2019, 2, 1), END, DRENTHE, "Stadskanaal", "Vlagtwedde"),
    Region("so0616", "Veiligheidsregio Drenthe", "Drenthe", "Postbus 402, 9400 AK Assen", "vrd.nl",
           dt.date(2014, 2, 1), END, DRENTHE, "Stadskanaal", "Avereest"),
    Region("so0003", "Veiligheidsregio IJsselland", "IJsselland", "Postbus 1453, 8001 BL Zwolle", "vrijsselland.nl",
           dt.date(2011, 1, 1), END, IJSSELLAND, "Twenterand", "Bathmen"),
    Region("so0044", "Veiligheidsregio Haaglanden", "Haaglanden", "Postbus 52155, 2505 CD Den Haag", "vrh.nl",
           dt.date(2011, 1, 1), END, HAAGLANDEN, "Lansingerland", "Bleiswijk"),
    Region("so0660", "Veiligheidsregio Zuid-Holland Zuid", "Zuid-Holland Zuid", "Postbus 350, 3300 AJ Dordrecht", "vrzhz.nl",
           dt.date(2019, 2, 1), END, DRECHTSTEDEN, "Krimpenerwaard", "Nederlek"),
)  # fmt: skip
