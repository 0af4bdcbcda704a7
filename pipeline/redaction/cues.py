"""What a sentence or a label wants in a gap: an amount, a name, a telephone number, a reference."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from pipeline.record import Covers

_MONEY_NOUN: Final = (
    r"(?:\w*bedrag|\w*budget|\w*kosten|\w*subsidie|\w*bijdrage|\w*tarief|\w*prijs|\w*krediet|"
    r"\w*voorschot|\w*vergoeding|\w*tegemoetkoming|\w*totaal|\w*som|\w*lening|\w*waarde|"
    r"\w*begroting|\w*raming|\w*uitkering|\w*gelden|\w*offerte|\w*factuur|\w*honorarium|\w*boete)"
)
_ABOUT: Final = (
    r"(?:(?:circa|ca\.?|ongeveer|ruim|maximaal|max\.?|minimaal|totaal|in totaal|ten hoogste|"
    r"minstens|slechts|rond|bijna)\s+){0,2}"
)
_CONTACT_LABEL: Final = (
    r"(?:telefoon(?:nummer|nr)?|doorkies(?:nummer)?|tel|mobiel(?:e nummer)?|mob|fax|"
    r"e-?mail(?:adres)?|mailadres|website|adres|bezoekadres|woonadres|postcode)"
)
_NAME_LABEL: Final = (
    r"(?:contactpersoon|behandel(?:d|aar|end ambtenaar)(?:\s+door)?|"
    r"inlichtingen(?:\s+bij)?|steller|auteur|medewerker|naam|aanvrager|van|aan|cc|bcc|from|to|opgesteld\s+door|t\.?a\.?v\.?)"
)
_PERSON_LABEL: Final = (
    r"(?:contactpersoon|behandel(?:d door|aar|end ambtenaar)|inlichtingen(?: bij)?|steller|auteur|"
    r"aanvrager|opgesteld door|ondertekend door)"
)
_REFERENCE_LABEL: Final = (
    r"(?:(?:ons|uw)\s+(?:kenmerk|referentie|nummer)|kenmerk|referentie(?:nummer)?|"
    r"(?:zaak|dossier|registratie|brief|document|contract|factuur|klant|order)-?(?:nummer|nr)|iban|"
    r"(?:bank)?rekening(?:nummer|nr)?|bsn|burgerservicenummer|kvk(?:-?nummer)?|kenteken)"
)
_HONORIFIC: Final = (
    r"(?:heer|mevrouw|mevr\.?|mw\.?|dhr\.?|hr\.?|mr\.?|drs\.?|ir\.?|ing\.?|dr\.?|prof\.?|"
    r"burgemeester|wethouder|collega)"
)
_ROLE: Final = (
    r"(?:omwonende|bewoner|hoofdbewoner|melder|getuige|huurder|verhuurder|aangever|betrokkene|"
    r"contactpersoon|wijkagent|projectleider|accountmanager|penningmeester)"
)
_STRONG_BEFORE: Final = [
    (Covers.amount, r"\b(?:bedra(?:agt|gen)|bedroeg(?:en)?|kost(?:te|ten)?)\s+" + _ABOUT),
    (
        Covers.amount,
        _MONEY_NOUN + r"(?:\s+(?!van\b)\w+){0,3}?\s+(?:van|ad|à|tot|op|is)\s+" + _ABOUT,
    ),
    (Covers.amount, _MONEY_NOUN + r"\s+van\s+(?:(?:de|het|uw|onze)\s+)?(?:\w+\s+){1,3}van\s+"),
    (Covers.amount, _MONEY_NOUN + r"\s*:\s*"),
    (Covers.amount, r"\b(?:begroot|geraamd|vastgesteld|gesteld|afgerond)\s+op\s+" + _ABOUT),
    (Covers.amount, r"(?:€|\bEUR|\beuro)\s*"),
    (Covers.amount, r"\bwaarvan\s+"),
    (Covers.contact, r"(?:^|[\s|(])" + _CONTACT_LABEL + r"(?:[ ]?[:.]\s*|[ ]|\n+)"),
    (Covers.contact, r"(?:^|\n|[|/]\s)[TMEF]\s?[:.]?[ ]"),
    (
        Covers.contact,
        r"\b(?:bereik(?:en|baar)|bellen|mailen)\b[^.]{0,40}?\b(?:op|via|onder|naar)\s+"
        r"(?:het\s+)?(?:mobiele\s+)?(?:telefoon-?)?(?:(?:nummer|e-?mailadres)\s+)?",
    ),
    (Covers.contact, r"\be-\s*mail(?:adres)?:?\s+"),
    (
        Covers.contact,
        r"\b(?:woning|pand|perceel|panden|adres|gelegen|gevestigd|woonachtig|wonende?|locatie)\s+"
        r"(?:\w+\s+){0,2}?(?:aan|op|te|in)\s+(?:(?:de|het)\s+)?",
    ),
    (Covers.contact, r"(?<![\d.,])0\d{1,3}[-– ][ ]?\d*[ ]?"),
    (Covers.reference, r"\b" + _REFERENCE_LABEL + r"\s*[:.]?\s*"),
    (
        Covers.person,
        r"\b(?:geachte?|beste|hoi|hi|hallo|dag|ha|lieve|waarde)\s+(?:" + _HONORIFIC + r"\s+)*",
    ),
    (Covers.person, r"\b" + _HONORIFIC + r"\s+"),
    (Covers.person, r"(?:^|[\s|])" + _NAME_LABEL + r"\s*:\s*[\"<“']*"),
    (Covers.person, r"(?:^|[\n\t]| {2,})" + _PERSON_LABEL + r"[ ]*:?\s+"),
    (Covers.person, r"\bt\.?a\.?v\.?[ ](?:[^\n]{0,30},[ ])?"),
    (Covers.person, r"\b(?:groet(?:en|jes)?|gr)\b[.,]?\s*"),
    (Covers.person, r"\bgeboren\s+(?:op|te|in)\s+"),
    (Covers.person, r"\b" + _ROLE + r",?\s+(?:was(?:\s+aanwezig)?\s+)?"),
    (Covers.person, r"\b(?:gesproken|overlegd?|gesprek|contact(?:\s+opgenomen)?)\s+met\s+"),
    (Covers.person, r"\b(?:inlichtingen bij|behandeld door|ondertekend door|opgesteld door)\s+"),
]
_STRONG_AFTER: Final = [
    (Covers.contact, r"\s*>?\s*\\?@\s*\w"),
    (Covers.amount, r"\s*(?:,[-–—]+)?\s*per\s*(?:dag|uur|jaar|maand|week|stuk|persoon|deelnemer|"
     r"inwoner|training|bijeenkomst|dagdeel|gemeente|traject|leerling|cliënt|kwartaal)\b"),
    (Covers.amount, r"\s*(?:,[-–—]+|,00\b|euro\b|EUR\b|miljoen\b|mln\b)"),
    (Covers.amount, r"\s*\(?(?:excl(?:usief|\.)?|incl(?:usief|\.)?)\s+(?:\d+\s*%\s*)?btw\b"),
    (Covers.person, r"\s*[<(]\s*█"),
    (Covers.person, r",?\s*(?:telefonisch|per\s+e-?mail|via)\s+bereikbaar"),
]  # fmt: skip
_WEAK_BEFORE: Final = re.compile(
    r"(?:\b(?:van|aan|met|door|namens|en|voor|bij|via|dat|heeft|is|zijn|op|tussen|of|tot|ad|à|om|"
    r"wordt|werd|volgens|mij|kamer)\s+|[<\"“(]\s*)$",
    re.IGNORECASE,
)
_DEBRIS_BEFORE: Final = re.compile(r"[ ]*[|\[\]{}\\]+[ ]*$")
_DEBRIS_AFTER: Final = re.compile(r"^[ ]*[|\[\]{}\\]+[ ]*")
"""What OCR makes of the sides of a box."""
_BEFORE: Final = [(kind, re.compile(rule + "$", re.IGNORECASE)) for kind, rule in _STRONG_BEFORE]
_AFTER: Final = [(kind, re.compile(rule, re.IGNORECASE)) for kind, rule in _STRONG_AFTER]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a gap asks for; `strong` where the words leave little doubt."""

    covers: Covers
    strong: bool


def wanted(before: str, after: str) -> Wanted | None:
    """What the words around a gap want in it; None where they want nothing.

    `before` ends and `after` begins at the gap, spaces included.
    """
    before, after = _DEBRIS_BEFORE.sub(" ", before), _DEBRIS_AFTER.sub(" ", after)
    joined = before if before.endswith((" ", "\n", "<", '"')) or not before else before + " "
    for kind, rule in _BEFORE:
        if rule.search(joined[-90:]):
            return Wanted(kind, True)
    for kind, rule in _AFTER:
        if rule.match(after):
            return Wanted(kind, True)
    return Wanted(Covers.unknown, False) if _WEAK_BEFORE.search(joined) else None
