"""Names of towns that are a place, or a part of another name, and no municipality."""

from __future__ import annotations

import re

from pipeline.dutch.dates import MONTHS

_POSTCODE = re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}[\s,]+$")
_STREET = re.compile(
    r"(?:straat|weg|laan|plein|dreef|kade|gracht|singel|markt|hof|dijk|pad|ring|plantsoen|park|baan|"
    r"steeg|boulevard|allee|poort|brink|burg|postbus|erf|veld|oord|haven|wal|hoek)"
    r"\s?\d{1,5}\s?[a-zA-Z]?(?:\s?[-–/]\s?\w{1,4})?\s*[,|·•–-]?\s*(?:(?:te|in)\s+)?$",
    re.IGNORECASE,
)
# Before a name these say what it belongs to, other than a municipality.
_OF_ANOTHER = re.compile(
    r"(?<!\w)(?:provincies?|universiteit|hogeschool|college|school|lyceum|academie|rechtbank|(?:kanton|bestuurs|politie|straf|voorzieningen|kinder)?rechter|rb\.|"
    r"gerechtshof|hof|arrondissement|ressort|parket|politie|politiekorps|korps|eenheid|district|"
    r"brandweer|veiligheidsregio|veiligheidshuis|regio|stadsregio|metropoolregio|agglomeratie|"
    r"omgevingsdienst|milieudienst|ggd|ggz|waterschap|hoogheemraadschap|wetterskip|kamer van "
    r"koophandel|station|treinstation|luchthaven|vliegveld|haven|ziekenhuis|museum|theater|"
    r"bibliotheek|\w*stichting|\w*vereniging|\w*club|harmonie|fanfare|bisdom|parochie|"
    r"(?:gedeputeerde|provinciale) staten|"
    r"commissaris van de koning(?:in)?|locatie|vestiging|filiaal|standplaats|plaats|woonplaats|"
    r"kern|dorp|kerkdorp|dorpskern|buurtschap|wijk|afslag|knooppunt|sluis|kanaal|polder|"
    r"kadaster|archief|hotel|stadion|fc)(?:\s+(?:van|te|in|de|het|voor))*\s+$",
    re.IGNORECASE,
)
_TO_LIVE = re.compile(
    r"(?<!\w)(?:te|wonende\s+in|gevestigd\s+in|woonachtig\s+in|geboren\s+in|kantoorhoudend\w*\s+in)"
    r"\s+$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    rf",?\s*(?:d\.?\s?d\.?|den|de)?\s*\d{{1,2}}(?:\s*[-/.]\s*\d|e?\s+(?:{'|'.join(MONTHS)})\b)",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(
    r"(?P<start>^|[.!?:]\s+|\n\n|\f|[\t(•–-]\s*)?(?P<word>[^\W\d_][\w’'.-]*) $"
)
_SMALL = frozenset(
    {
        "aan", "als", "behalve", "bij", "binnen", "buiten", "burgemeester", "college", "de", "den",
        "door", "en", "gemeente", "gemeenten", "het", "in", "langs", "met", "nabij", "naar",
        "namens", "of", "om", "onder", "ook", "op", "over", "raad", "richting", "rond", "rondom",
        "sinds", "stad", "te", "tussen", "uit", "van", "vanuit", "voor", "wethouder", "wethouders",
        "zoals", "zowel",
    }
)  # fmt: skip

_OF_SURNAMES = frozenset({"Van", "Den", "Ter", "Ten"})  # 'wethouder Van Velsen'


def is_only_a_place(text: str, start: int, end: int) -> bool:
    """Whether what stands around [start, end) makes a town's name a place or a part of a name.

    An address, a dateline, 'te Utrecht', 'Universiteit Utrecht', 'provincie Groningen', 'Almere
    Buiten', 'het Taalhuis Almere'.
    """
    before, after = text[max(0, start - 80) : start], text[end : end + 40]
    return (
        any(p.search(before) for p in (_POSTCODE, _STREET, _OF_ANOTHER, _TO_LIVE))
        or _is_dateline(before, after)
        or _joins_before(before)
        or re.match(r" [A-Z][\w-]", after) is not None
    )


def _is_dateline(before: str, after: str) -> bool:
    begins = not before.rpartition("\n")[2].strip() or "\t" in before[-1:]
    return begins and _DATELINE.match(after) is not None


def _joins_before(before: str) -> bool:
    """A capitalised word right before the name, which no sentence begins with."""
    match = _WORD_BEFORE.search(before)
    if match is None or match["start"] is not None or not match["word"][0].isupper():
        return False
    if match["word"] in _OF_SURNAMES:
        return True
    return match["word"].lower() not in _SMALL
