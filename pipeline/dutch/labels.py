"""The labels of a letter's head: 'Ons kenmerk', 'Datum', 'Betreft' and what they introduce."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

LabelKind = Literal[
    "our_reference",
    "your_reference",
    "their_date",
    "date",
    "received",
    "subject",
    "enclosures",
    "contact",
    "phone",
    "email",
    "copy_to",
    "to",
    "from",
    "visiting_address",
    "postal_address",
    "return_address",
    "page",
    "bank",
    "other",
]

# No numbers of letters: those by which somebody is reached, paid, registered or housed.
_NOT_REACHED = (
    r"(?!(?:tel|fax|door|mobiel|bank|reken|giro|iban|kvk|btw|rsin|bsn|burger|huis|pagina|blad|post|"
    r"vestig|loon|handels|artikel|kamer|straat|bus|volg|uw|ons|alarm|nood|service|geboorte|kenteken|"
    r"naam|perceel|klant|correspondentie|relatie|team|kantoor|debiteur|crediteur|polis|lid|leden|deelnemer|inwoner))"
)
# What somebody sends that is answered: 'Uw brief van', 'Uw bezwaarschrift d.d.'.
_MESSAGE = (
    r"(?:brief|bericht|schrijven|mail|verzoek(?:schrift)?|aanvraag|aanmelding|bezwaar(?:schrift)?|"
    r"beroep(?:schrift)?|zienswijze|melding|klacht|vraag|vragen|missive|formulier|fax|offerte)"
)
# 'Kenmerk ODMH', 'Zaaknummer gemeente': whose it is, where the label ends there.
_OWNER = (
    r"(?:\s+(?:(?-i:[A-Z]{2,6})|gemeente|provincie|waterschap|omgevingsdienst|bevoegd\s+gezag)"
    r"(?=\s*(?:[:;]|$)))?"
)
# 'Uw ken.', 'Ons dossier': what is numbered, named short; 'Kenmerk/zaaknr.': two names of one.
_SHORT_NAME = r"(?:kenm?|dossier|zaak(?:-?id)?|code|reg|briefref)(?![\w-])"
_REF = r"ref(?:\.?\s?-?(?:nr|nummer))?"
_ALSO = (
    r"(?:\s?/\s?(?:[^\W\d_]{0,10}(?:kenmerk|referentie|nummer|nr|datum)\b|"
    r"[^\W\d_]+(?=\s*(?:[:;]|$))))?"
)
# 'Datum / Date': the same in another language; 'Ons kenmerk (bij antwoord vermelden)': a remark.
_ENGLISH = (
    r"(?:\s?/\s?(?:date|our|your|re(?:ference)?|subject|encl(?:osures?)?)\b"
    r"[.\s]*(?:ref(?:erence)?|letter(?:\s+(?:of|dated))?)?(?:\(s\))?)?"
)
_REMARK = (
    r"(?:\s*\((?:(?:bij|graag|gaarne|gelieve|s\.?v\.?p|in|indien|altijd)\b[^()\d]{0,40}|"
    r"aantal|datum|nummer|nr\.?|datum\s?/\s?n[ru]\w*\.?)\))?"
)
_AFTER = (  # a row of points that leads to the value is as good as a colon
    r"(?P<point>\.?)['’‘`\"]?\s*(?P<leader>(?:[.…·_]\s?){3,})?\s*(?P<colon>[:;])?\s*"
)
# Longer forms first where one begins with another.
_FORMS: dict[LabelKind, str] = {
    "their_date": r"(?:datum\s+|(?:in\s+)?(?:antwoord|reactie|bericht)\s+op\s+|"
    r"(?:onder|met)\s+verwijzing\s+naar\s+|naar\s+aanleiding\s+van\s+|op\s+(?=uw\s+\S+\s+(?:van|d\.)))?"
    rf"uw\s+[\w-]*{_MESSAGE}(?!\w)(?!\s*(?:nr|no|nummer|kenmerk)\b)"
    r"(?:\s*(?:van|d\.?\s?d\.?|met\s+datum|op))?(?:\s*(?:/|en)\s*(?:nr|no|nummer|kenmerk)\.?)?(?!\w)|"
    r"datum\s+(?:ontvangen\s+)?[\w-]*(?:aanvraag|verzoek|bezwaar\w*|(?<=ontvangen\s)brief)\b|"
    r"(?:bericht|(?:in\s+)?antwoord)\s+op(?:\s+(?:brief|schrijven)\s+(?:van|d\.?d\.?))?\b|"
    r"naar\s+aanleiding\s+van\b",
    "your_reference": r"(?:kenmerk|referentie|(?:brief|zaak)?nummer)\s+(?:van\s+(?:de\s+)?)?"
    r"(?:afzender|aanvrager|indiener|verzoeker|geadresseerde|ontvanger|opdrachtgever)\b|"
    rf"uw\s+[\w-]*{_MESSAGE}[\s-]*(?:nr|no|nummer|kenmerk)\b|"
    rf"u\s?w\s+(?:{_NOT_REACHED}[a-z-]*(?:kenmerk|referentie|{_REF}|nummer|nr)\b|{_SHORT_NAME})"
    rf"(?:\s*(?:en|/)\s*datum)?{_ALSO}{_OWNER}",
    "our_reference": rf"(?:(?:o\s?ns|onze)\s+{_NOT_REACHED}[a-z-]*"
    rf"(?:kenmerk|referentie|{_REF}|nummer|nr)|(?:ons|onze)\s+{_SHORT_NAME}|"
    r"kenmerk(?:\s+(?:brief|besluit|zaak|nr\.?|nummer))?|referentie|zaak-?(?:nummer|nr|id|kenmerk)|"
    r"(?:dossier|zaak)(?:-?(?:nummer|nr))?|(?:registratie|brief|document|besluit)-?(?:nummer|nr|kenmerk)|"
    rf"verzendkenmerk|{_REF}|nummer|nr|no)\b"
    rf"{_ALSO}{_OWNER}",
    "received": r"(?:datum\s+)?(?:ontvangst(?:datum)?|ontvangen|ingekomen)\b",
    "date": r"(?:(?:plaats\s*(?:en|,|/|&)\s*)?datum(?:\s+(?:van\s+)?(?:(?:de(?:ze)?\s+)?"
    r"(?:verzending|ondertekening|besluit|beschikking|brief|dagtekening)|verzonden)(?:\s+brief)?)?|"
    r"dagtekening|(?:brief|besluit|verzend)datum|verzonden(?:\s+(?:op|d\.?d\.?))?|verzending|"
    r"gedateerd|gedagtekend|opgemaakt|dat(?=\.?\s?:|\.\s)|sent|date)\b",
    "subject": r"(?:onderwerp(?:\s+(?:van\s+)?(?:de(?:ze)?\s+)?(?:brief|schrijven|bericht)"
    r"(?=\s*(?:[:;]|$|(?-i:[A-Z]))))?|"
    r"(?:korte\s+(?:inhoud|omschrijving)|titel|omschrijving|project)(?=\s*:)|ond(?=\.)|inz(?=\.)|re(?=\s?:)|onderw|betreft|betreffende(?:\s+dossier)?|betr|"
    r"(?:uw\s+zaak\s+)?inzake(?:\s+dossier)?|in\s+zake|ter\s?zake|aangaande|subject|over)\b"
    rf"{_ALSO}",
    "enclosures": r"(?:(?:aantal\s+)?bijlagen?(?:\s+bij\s+deze\s+brief)?(?:\s?\(n\))?|"
    r"(?:bijgevoegde|meegezonden)\s+(?:stukken|documenten)|bijl\b|(?:bijgevoegd|meegestuurd|meegezonden|bijgesloten|ingesloten|bijgaand)\b|"
    r"attachments?\b)(?:\s*\([\dlo]{1,2}\))?",  # the figure as `_MISREAD` has it
    "contact": r"(?:(?:uw\s+)?contact(?:persoon)?|behandel(?:d|aar|end\s+ambtenaar)(?:\s+door)?|"
    r"inlichtingen(?:\s+bij)?|informatie\s+bij|(?:op)?steller|auteur)\b",
    "phone": r"(?:telefoon(?:nummer|nr)?|doorkies(?:nummer|nr)?|tel|mobiel|t)\b",
    "email": r"(?:e-?mail(?:adres)?|mail|e)\b",
    "copy_to": r"(?:cc|c\.c|kopie(?:\s+aan)?|afschrift(?:\s+aan)?|in\s+afschrift\s+aan)\b",
    "to": r"(?:aan|to|bestemd\s+voor|geadresseerde)\b",
    "from": r"(?:van|afzender|from)\b",
    "visiting_address": r"bezoek-?adres\b",
    "postal_address": r"(?:post-?adres|correspondentie-?adres)\b",
    "return_address": r"retour-?adres\b",
    "page": r"(?:pagina|blad(?:nummer)?|blz)\b",
    "bank": r"(?:iban|bank(?:rekening)?|kvk(?:-?nummer)?|btw(?:-?nummer)?|rekeningnummer)\b",
    "other": r"(?:afdeling|afd|dienst\s*/\s*afdeling|onderdeel|functie|plaats|"
    r"directie|team|sector|dienst|organisatieonderdeel|(?:(?:ons|uw)\s+)?(?:tele)?fax(?:nummer|nr)?|"
    r"internet|website|via|"
    r"portefeuillehouder|portefeuille|status|versie|behandelwijze|openbaar|procedure)\b",
}
_PATTERNS = {
    kind: re.compile(
        rf"\s*(?:[>*|\[\]{{}}‚‘’„“”\"•_~«»]|[,.'`]\s)?\s*(?P<label>(?:{form}){_ENGLISH}{_REMARK})"
        rf"{_AFTER}",
        re.IGNORECASE,
    )
    for kind, form in _FORMS.items()
}
assert set(get_args(LabelKind)) == set(_PATTERNS)
_NUMBERED = re.compile(  # what an office numbers: 'Offertenr.', 'Projectnummer'
    rf"\s*(?P<label>{_NOT_REACHED}[^\W\d_]{{3,16}}[.-]?\s?(?:nummer|nr|kenmerk)\b)"
    rf"{_AFTER}",
    re.IGNORECASE,
)
_WEAK = re.compile(  # words of sentences and of names too
    r"nummer|onderdeel|functie|plaats|afdeling|afd|directie|team|sector|dienst|"
    r"openbaar|status|versie|procedure|portefeuille|betreffende|aan|van|afzender|over|contact|via|"
    r"from|to|sent|date|aangaande|attachments?|dossier|zaak|meegestuurd|meegezonden|bijgesloten|ingesloten|bijgaand",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(r"van|op|d\.|dd|nr|no|\w+dag\b|de[rn]?\b|met\b|['’]s")
_LISTED = re.compile(r"\w; \w|\w\.(?:pdf|docx?|xlsx?|zip|jpe?g|tiff?|pptx?)\b", re.IGNORECASE)
_LOWER_WORD = re.compile(r"[a-zà-ÿ]{4,}")  # 'Onze zaak tegen 3 buren'
_CODED = re.compile(r"(?=\S*\d)\S*[\w/]")  # one word with a figure
_SHORT = re.compile(r"n[or]", re.IGNORECASE)  # 'No. 1234'; without its point no label
_SHORTENED = re.compile(
    r"[Bb]ijl|[Bb]etr|[Oo]nderw"
)  # 'Bijl. taxatierapport': the point is as a colon
_SPECK = re.compile(r"[.,'`’‘·•]")  # after a label no value: a speck of the scan
_ONE_LETTER = re.compile(r"[te]\b", re.IGNORECASE)
_MISREAD = str.maketrans({"0": "o", "1": "l", "|": "l", "€": "e"})
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_NEAR: dict[str, LabelKind] = {  # long enough to be known with one letter misread
    "ons kenmerk": "our_reference",
    "onze referentie": "our_reference",
    "zaaknummer": "our_reference",
    "uw kenmerk": "your_reference",
    "uw referentie": "your_reference",
    "uw brief van": "their_date",
    "onskenmerk": "our_reference",
    "uwkenmerk": "your_reference",
    "uwbrief van": "their_date",
    "antwoordop": "their_date",
    "behandelddoor": "contact",
    "dagtekening": "date",
    "datum": "date",
    "onderwerp": "subject",
    "bijlagen": "enclosures",
    "bijlage": "enclosures",
    "behandeld door": "contact",
    "contactpersoon": "contact",
    "inlichtingen bij": "contact",
    "doorkiesnummer": "phone",
    "telefoon": "phone",
    "bezoekadres": "visiting_address",
    "postadres": "postal_address",
    "retouradres": "return_address",
}
# Of 'Ons kenmerk' in small print the second word may be lost.
_CUT_OFF: dict[str, LabelKind] = {"Ons": "our_reference", "Uw": "your_reference"}
_TWO_FOR_ONE = {"rn": "m", "cl": "d", "vv": "w"}  # pairs that OCR reads for one letter
_FAR = ("ons kenmerk", "onze referentie", "uw kenmerk", "uw referentie")
_TWO_WORDS = re.compile(r"(?:[ou]\w{0,3}|\w{1,2}s|\w{1,3}ze) \w{6,11}(?!\w)")
_WRONG = 2  # letters of them
_SHORTEST_IN_ROW = 4
_SURE = 6  # letters of a misread label that may stand alone


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line. `value_at` is where its value begins; `text` the label."""

    kind: LabelKind
    text: str
    value_at: int
    colon: bool
    value: str


def label_at(line: str, at: int) -> tuple[LabelKind, int] | None:
    """As `form_at`; also what an office numbers by a name of its own, 'Verseonnummer'."""
    known = form_at(line, at)
    if known is not None:
        return known
    numbered = _NUMBERED.match(line, at)
    return ("our_reference", numbered.end("label")) if numbered is not None else None


def form_at(line: str, at: int) -> tuple[LabelKind, int] | None:
    """The longest label of more than three letters that stands at an offset, and where it ends."""
    readable = line.translate(_MISREAD)
    found: list[tuple[int, LabelKind]] = []
    for kind, pattern in _PATTERNS.items():
        match = pattern.match(readable, at)
        if match is not None and match.end("label") - at >= _SHORTEST_IN_ROW:
            end = match.end("label")
            if not readable[end : end + 1].isalnum():
                found.append((end, kind))
    if found:
        end, kind = max(found, key=lambda item: item[0])
        return kind, end
    near = _near_prefix(line[at:])
    return (near[0], at + near[1]) if near is not None else None


@lru_cache(maxsize=4096)
def label_of(line: str) -> Label | None:
    """The label that a line begins with, its value after it ('' where the line ends there).

    A label in running text ('kenmerk van deze aanpak is ...') counts for none: without a colon
    the value must be short. OCR's 0 for o and 1 for l in the label are read through, and one
    letter more of a long label ('Ous kenmerk').
    """
    readable = line.translate(_MISREAD)
    if line in _CUT_OFF:
        return Label(_CUT_OFF[line], line, len(line), False, "")
    if any(ligature in line for ligature in _LIGATURES):
        return _without_ligatures(line)
    for kind, pattern in _PATTERNS.items():
        found = _as_label(line, kind, pattern.match(readable))
        if found is not None:
            return found
    return _near_label(line) or _as_label(line, "our_reference", _NUMBERED.match(readable))


def _as_label(line: str, kind: LabelKind, match: re.Match[str] | None) -> Label | None:
    """The label of a match, where what follows it may be its value."""
    if match is None:
        return None
    value = line[match.end() :].strip()
    value = "" if _SPECK.fullmatch(value) else value
    shortened = bool(match["point"]) and _SHORTENED.fullmatch(match["label"]) is not None
    colon = bool(match["colon"] or match["leader"]) or shortened
    if colon or (not _needs_colon(match, value) and _may_be_value(kind, match["label"], value)):
        start, end = match.span("label")
        return Label(kind, line[start:end], match.end() if value else len(line), colon, value)
    return None


def _without_ligatures(line: str) -> Label | None:
    """The label of a line in which 'ff' or 'fi' is one character."""
    whole = [_LIGATURES.get(character, character) for character in line]
    label = label_of("".join(whole))
    if label is None:
        return None
    value_at = next(n for n in range(len(whole) + 1) if len("".join(whole[:n])) >= label.value_at)
    return Label(label.kind, label.text, value_at, label.colon, line[value_at:].strip())


def _near_label(line: str) -> Label | None:
    """A long label with one letter of it misread, or with two letters read for one."""
    found = _near_prefix(line)
    if found is None:
        return None
    kind, end = found
    mark = re.compile(r"\s*([:;])?\s*").match(line, end)
    at = mark.end() if mark else end
    colon, value = bool(mark and mark[1]), line[at:].strip()
    alone = end >= _SURE and not value
    if colon or alone or (value and _may_be_value(kind, line[:end], value)):
        return Label(kind, line[:end], at, colon, value)
    return None


def _near_prefix(line: str) -> tuple[LabelKind, int] | None:
    """The kind of a misread label with which a line begins, and where it ends."""
    head = line[:20]
    for pair, letter in _TWO_FOR_ONE.items():
        if pair in head:
            whole = _near_prefix(line.replace(pair, letter, 1))
            if whole is not None and whole[1] > head.index(pair):
                return whole[0], whole[1] + 1
    folded = head.lower().translate(_MISREAD)
    for form, kind in _NEAR.items():
        size = len(form)
        ends = len(folded) >= size and not line[size : size + 1].isalnum()
        if ends and sum(a != b for a, b in zip(form, folded, strict=False)) <= 1:
            return kind, size
    return _far_prefix(folded)


def _far_prefix(folded: str) -> tuple[LabelKind, int] | None:
    """The same, where two letters of a label of two words are wrong, lacking or too many."""
    from rapidfuzz.distance import Levenshtein

    words = _TWO_WORDS.match(folded)
    if words is None:
        return None
    for form in _FAR:
        if Levenshtein.distance(words[0], form, score_cutoff=_WRONG) <= _WRONG:
            return _NEAR[form], words.end()
    return None


def _needs_colon(match: re.Match[str], value: str) -> bool:
    """Whether a word is a label only with its colon: it is too short, or one of any sentence."""
    label = match["label"]
    if _ONE_LETTER.fullmatch(label):
        return re.match(r"[+\d(]|\S+@", value) is None
    if _SHORT.fullmatch(label):
        return not match["point"]
    if label.lower() == "nummer" and _CODED.fullmatch(value):
        return False
    if (label == "Betreffende" and value[:1].isupper()) or _LISTED.search(value):
        return False
    return bool(value) and _WEAK.fullmatch(label) is not None


def _may_be_value(kind: LabelKind, label: str, value: str) -> bool:
    """Whether what follows a label with no colon is its value, not the rest of a sentence."""
    words = value.split()
    if not words:
        return True
    if kind == "subject":
        return label[:1].isupper() or value[:1].isupper()
    if kind == "return_address":
        return label[:1].isupper()
    if kind in {"our_reference", "your_reference"} and len(words) == 1 and not value.endswith("."):
        return any(character.isdigit() for character in value)
    if kind in {"our_reference", "your_reference"} and _LOWER_WORD.fullmatch(words[0]):
        return False
    if not label[:1].isupper() or len(words) > 6 or (value.endswith((".", ";")) and len(words) > 4):
        return False
    if kind in {"our_reference", "your_reference", "page", "phone", "bank"}:
        return any(character.isdigit() for character in value) or value in {"-", "—", "–"}
    if kind == "their_date" and words[0].islower() and not _BEFORE_DATE.match(words[0]):
        return False
    if kind in {"date", "their_date", "received"}:
        return any(character.isdigit() for character in value)
    if kind == "enclosures" and (_LISTED.search(value) or "(n)" in label):
        return True
    return not words[0].islower()
