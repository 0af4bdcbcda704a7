"""Which names are ordinary words too, and which words look like a name that OCR spoilt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from pipeline.registers.municipal import SHORTEST_NEAR, near_enough
from pipeline.registers.names import folded, key

# Places that are common surnames too ('mevrouw van Putten'); large cities are left out, since
# 'Tilburg' in a letter is nearly always the city.
SURNAMES = """
    Aalst Aarle Amerongen Arkel Asperen Asten Baarle Beek Beers Beest Bemmel Bergen Berkel
    Beusichem Bladel Boekel Borne Boxtel Breukelen Brummen Bunnik Buren Cothen Dalen Dalfsen
    Delden Deursen Dinther Dongen Doorn Driel Druten Duiven Echt Ede Eersel Eijsden Elburg Elst
    Essen Geffen Geldrop Gemert Gendt Gennep Goch Goor Grave Haaften Haaren Haren Hattem Hees
    Heel Heemstra Heerde Heerden Heeren Heeswijk Heeze Heiningen Helden Helvoirt Herpen
    Herwijnen Heukelum Heumen Heusden Hilvarenbeek Hoof Hoogstraten Horn Horst Houten Hulst
    IJsselstein Kempen Kessel Laar Laren Leersum Lent Leur Leusden Lier Lieshout Lith Lochem
    Loenen Loon Loosdrecht Lopik Maarn Maarssen Maren Mierlo Moergestel Montfoort Naarden Nes
    Nieuwkoop Nispen Nistelrode Noordwijk Nuland Oers Oirschot Ommen Ommeren Oosterwijk
    Ootmarsum Ossendrecht Oudenaarde Oudheusden Overbeek Putten Ravenstein Rhee Rheden Rhenen
    Rijen Rijn Rijswijk Rossum Ruinen Rumpt Schaijk Schalkwijk Schijndel Sluis Someren Soest Son
    Steen Steenbergen Steenwijk Stein Strijen Tongeren Urk Valkenburg Veen Velsen Velzen Vianen
    Vliet Vlijmen Voorst Vught Vuren Wamel Weesp Wel Well Wezel Wijchen Wijk Winssen Woudenberg
    Wouw Zanten Zeeland Zelhem Zevenbergen Zuilen Zundert Zwieten Zwol Vries Hoek Waal Wit Haan
    Smit
"""


def ordinary_words(names: set[str], words: set[str]) -> list[str]:
    """Those of `names` that are also Dutch words, or surnames; in lower case."""
    plain = {re.sub(r" \(.*\)$", "", name) for name in names}
    found = {name.lower() for name in plain if " " not in name and name.lower() in words}
    return sorted(found | {name.lower() for name in SURNAMES.split() if name in plain})


def near_words(names: set[str], words: set[str]) -> list[str]:
    """Keys of Dutch words that a letter or two make a municipality: 'worden' is no bad Woerden."""
    towns = by_length(key(name) for name in names)
    plain = by_length(folded(word) for word in words if word.islower() and word.isalpha())
    found: set[str] = set()
    for length, here in plain.items():
        far = near_enough(length)
        near = chain.from_iterable(towns.get(length + n, []) for n in range(-far, far + 1))
        found |= set(within(here, list(near), far))
    return sorted(found)


def by_length(keys: Iterable[str]) -> dict[int, list[str]]:
    """Those long enough to be looked for with wrong letters."""
    found: dict[int, list[str]] = {}
    for one in sorted(set(keys)):
        if len(one) >= SHORTEST_NEAR:
            found.setdefault(len(one), []).append(one)
    return found


def within(words: list[str], names: list[str], far: int) -> Iterator[str]:
    """The words at `far` letters or less from one of the names."""
    if names:
        table = cdist(words, names, scorer=Levenshtein.distance, score_cutoff=far)
        yield from (words[at] for at in np.flatnonzero(np.any(table <= far, axis=1)))
