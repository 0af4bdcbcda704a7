"""Names of organisations in official form: registered ones, and those no register has."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from pipeline import registers
from pipeline.dutch.identifiers import find_po_boxes, find_postcodes, find_street_addresses
from pipeline.dutch.misread import mended

_KINDS = re.compile(
    r"\b(?:\w*stichting|\w*vereniging|openbaar\s+lichaam|gemeenschappelijke\s+regeling|"
    r"provinciale\s+waterstaat|coöperatie|maatschap|universiteit|hogeschool|\w*bond|federatie|"
    r"\w*comit[ée]|dagblad|courant|"
    r"platform|fonds|unie|instituut|omgevingsdienst|woningcorporatie|museum|bibliotheek|school|"
    r"advoca\w+|notari\w+|accountants|\w*makelaars|\w*deurwaarders|ingenieurs(?:bureau)?(?!-)|adviseurs|\w*bureau|"
    r"architecten(?:bureau)?|b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|\w*ziekenhui(?:s|zen)|\w*zorggroep|"
    r"\w+centrum|scholengroep|lyceum|\w*bedrijf|kerk|parochie|politie|brandweer|ggd|veiligheidsregio|"
    r"waterschap|hoogheemraadschap|recreatieschap|milieudienst|woonstichting|werkvoorzieningsschap|"
    r"rijksdienst|belastingdienst|inspectie|agentschap|productschap|bedrijfschap|ombudsman|rekenkamer|"
    r"commissariaat|rechtbank|gerechtshof|kantongerecht|parket|"
    r"belastingsamenwerking|belastingkantoor|samenwerkingsverband|sociale\s+dienst|isd|(?:stads|metropool)regio|"
    r"(?:bewoners|werk|actie|buurt)groep|dorpsbelang(?:en)?|fractie|"
    r"(?:bewoners|huurders|wijk|dorps|cliënten)(?:raad|commissie|platform))(?![\w/])",
    re.IGNORECASE,
)
_LEADING_KIND = re.compile(r"\b(?:Stichting|Vereniging|Coöperatie|Universiteit|Hogeschool)\s", re.I)
_ACTING = re.compile(
    r"(?:aan\s+|namens\s+|voor\s+|van\s+|het\s+|de\s+|college\s+van\s+|(?:\w+\s+)?bestuur\s+|"
    r"directie\s+|raad\s+van\s+\w+\s+|voorzitter\s+)+",
    re.IGNORECASE,
)
_ORGAN = re.compile(
    r"(?:(?:de|het|namens)\s+){0,2}(?:(?:raad|college)\s+van\s+(?:bestuur|toezicht|commissarissen|advies)|"
    r"(?:(?:algemeen|dagelijks)\s+)?bestuur|directie|college|(?:ondernemings|medezeggenschaps|gemeente)raad)",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(  # says what somebody is or does, not his name
    r"\b(?:sinds|anno)\s+\d{4}\b|^(?:afdeling|afd\.|sector|team)\s|^(?:staf|programma|project)bureau\b",
    re.IGNORECASE,
)
_SHORT_NAME = 4  # letters; of more a domain may spell a province or a water board
_IS_A = re.compile(  # at the foot of a page
    r"(?P<name>[A-Z][\w&' -]{2,40}?)\s+is\s+een\s+(?:\w+\s+)?"
    r"(?:stichting|vereniging|coöperatie|maatschap)\b"
)
_STREET_AFTER = re.compile(  # what stood beside a name in larger print
    r"[,\s]+[A-Z][\w'’-]*(?:straat|laan|weg|plein|kade|gracht|singel|dijk|dreef|plantsoen|haven|"
    r"steeg|wal|boulevard)\s+\d+\s?[a-zA-Z]?$"
)
_SHOUTED = re.compile(r"\s+(?:F ?A ?X|T ?E ?L ?E ?F ?A ?X|FAXBERICHT|MEMO(?:RANDUM)?|NOTA)$")
_LEGAL_FORM = re.compile(  # what comes after it in small letters is a sentence
    r"(?P<name>\S.*?\s(?:B\.?V|N\.?V|V\.?O\.?F|U\.?A)\b\.?)\s+(?:is|zijn|gevestigd|statutair|ingeschreven|handel\w+|"
    r"staat|heeft|te)\b",
    re.IGNORECASE,
)
_MISREAD = 3  # letters of a kind's name
_STROKE = re.compile(r"\s[|·•*]\s")
DOMAIN = re.compile(
    r"\b(?:rijksoverheid\.nl/(?P<part>\w{2,6})|(?P<label>[a-z][a-z\d-]+)\.nl)\b", re.IGNORECASE
)
_MUNICIPALITIES = re.compile(r"\bgemeenten\s+(?P<names>[A-Z'’].+)", re.DOTALL)
_MAYOR = re.compile(
    r"(?i:burgemeester|wethouder|gemeentesecretaris)\s+(?:van\s+)?(?:de\s+gemeente\s+)?"
    r"(?P<name>(?:['’][st]-?)?[A-Z][\w'’\-]+(?:[ -][A-Z(][\w'’\-)]*)*)",
)


def official(text: str, date: dt.date | None) -> str | None:
    """The registered organisation that a text names, in its name at the date; several by '; '."""
    text = mended(" ".join(text.split()))
    several = _MUNICIPALITIES.search(text)
    if several is not None:
        names = re.split(r",\s*|\s+en\s+", several["names"])
        found = [registers.organisation(f"gemeente {name}", date) for name in names if name]
        known = [item.name for item in found if item is not None]
        if len(known) > 1:
            return "; ".join(known)
    one = registers.organisation(text, date)
    if one is None and date is None:  # a letter without a date may be of any day
        one = registers.former_organisation(text, None)
    return one.name if one is not None else _of_mayor(text, date)


def _of_mayor(text: str, date: dt.date | None) -> str | None:
    """'Burgemeester Almere' signs for Almere; a name after the office may be a person's too."""
    match = _MAYOR.match(text)
    if match is None or registers.municipality(match["name"], date) is None:
        return None
    found = registers.organisation(f"gemeente {match['name']}", date)
    return found.name if found is not None else None


def identifier(name: str, date: dt.date | None) -> str | None:
    """The TOOI code of an organisation in its official name; of several, each by '; '."""
    found = [registers.organisation(part, date) for part in name.split("; ")]
    codes = [item.identifier for item in found if item is not None and item.identifier]
    return "; ".join(codes) if codes and len(codes) == len(found) else None


def of_domain(match: re.Match[str], date: dt.date | None) -> str | None:
    """The body to which a `DOMAIN` belongs: a ministry by its short name, any other by its own."""
    label = (match["part"] or match["label"]).lower()
    ministry = match["part"] or (label[3:] if label.startswith("min") else None)
    if ministry is not None:
        found = registers.organisation(ministry.upper(), date)
        return found.name if found is not None else None
    spelled = registers.body_of_domain(label, date)
    if spelled is not None:
        return spelled.name
    plain = re.sub(r"[^a-z]", "", label)
    name = _by_letters().get(plain.removeprefix("gemeente"))
    if name is not None:
        return official(f"gemeente {name}", date)
    plain = re.sub(r"^(?:provincie|waterschap|hoogheemraadschap)", "", plain)
    for kind in ("provincie", "waterschap", "hoogheemraadschap"):
        body = registers.organisation(f"{kind} {plain}", date) if len(plain) > _SHORT_NAME else None
        if body is not None and re.sub(r"[^a-z]", "", body.name.lower()).endswith(plain):
            return body.name
    return None


@cache
def _by_letters() -> dict[str, str]:
    """Municipalities by their name as a domain spells it: 'landvancuijk'."""
    return {re.sub(r"[^a-z]", "", n.lower()): n for n in registers.municipality_names()}


def is_organ(text: str) -> bool:
    """'Raad van Bestuur', 'de directie': who acts for a body, whichever it is."""
    return _ORGAN.fullmatch(text.strip(" ,.:")) is not None


def _with_plain_kind(text: str) -> str:
    """The kind with which a name begins, where one or two of its letters were misread."""
    first, _, rest = text.partition(" ")
    for kind in ("Stichting", "Vereniging", "Coöperatie"):
        wrong = sum(a != b for a, b in zip(first, kind, strict=False))
        if rest and len(first) == len(kind) and 0 < wrong <= _MISREAD:
            return f"{kind} {rest}"
    return text


def unregistered(text: str) -> str | None:
    """The organisation that a line names by its kind: 'Stichting ...', '... B.V.'; else None.

    What a scan makes of a logo before the kind is left out, and so is who acts for the body
    ('Namens het bestuur van Stichting ...'); an address after a stroke is no part of the name.
    """
    text = _STROKE.split(mended(" ".join(text.split())))[0].strip(" ,")
    text = _SHOUTED.sub("", text)
    told = _IS_A.match(text)
    if told is not None:
        return told["name"]
    text = _STREET_AFTER.sub("", text)
    code = next(find_postcodes(text), None)
    if code is not None:
        before = text[: code.start]
        houses = [found.start for found in find_street_addresses(before)]
        houses += [found.start for found in find_po_boxes(before)]
        before = before[: min(houses, default=len(before))]
        text = before.partition(",")[0].strip(" -–")
    formed = _LEGAL_FORM.match(text)
    text = _with_plain_kind(formed["name"] if formed is not None else text)
    leading = _LEADING_KIND.search(text)
    if leading is not None and (leading.start() < 6 or _ACTING.fullmatch(text[: leading.start()])):
        text = text[leading.start() :]
    reached = "@" in text or "www." in text
    named = _KINDS.search(text) and text[:1].isupper() and len(text.split()) <= 9 and not reached
    return text if named and not _OTHERWISE.search(text) else None
