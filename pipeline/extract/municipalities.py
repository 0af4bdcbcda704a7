"""The municipalities of a letter, each once, with the strongest part that it has in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline import registers
from pipeline.extract import Reading, calibration, field_of
from pipeline.extract.cells import one_line
from pipeline.extract.mentions import Mention, mentions, stands_in_text
from pipeline.extract.tabulated import Tabulated
from pipeline.letter import Letter
from pipeline.page import Zone
from pipeline.record import Field, Municipality, Part

_MOST_EVIDENCE = 20
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_NO_CLAUSE = r"(?!(?:dat|die|wie|is|was|deel|heb|heeft|hebben|wij|ik|u|wordt|werd|om)\b)"
_ON_BEHALF = re.compile(
    rf"(?<!\w)(?:namens|uit\s+naam\s+van|mede\s+(?:ten\s+behoeve\s+van|voor)|(?:mede)?ondertekend\s+door|penvoerder\s+(?:van|voor))(?:\s+{_NO_CLAUSE}[\w&’'-]+){{0,12}}(?:\s+te\s+weten)?\s*[:(,]?[\s•*▪·–-]*$",
    re.IGNORECASE,
)
_TAKING_PART = re.compile(
    r"(?:(?:nemen|doen)\s+(?:(?:ook|thans|nu|verder|naast\s+(?:onze|de)\s+gemeente(?:\s+\w+)?)\s+)?(?:de\s+)?"
    r"(?:(?:volgende|\w+)\s+)?gemeenten\s+(?:deel|mee)|(?:deelnemende|aanvragende|samenwerkende|participerende|meedoende|onze(?:\s+\w+)?)\s+gemeenten?|"
    r"gemeenten\s+(?:in|van|uit|binnen)\s+(?:onze|deze|de)\s+\w*regio|"
    r"gemeenten\s+die\s+(?:\w+\s+){0,3}(?:meedoen|deelnemen|participeren|samenwerken|meewerken))\b"
    r"(?:\s+(?:zijn|te\s+weten|van|uit))?\s*[:(,]?[\s•*▪·–-]*$",
    re.IGNORECASE,
)
_OTHER_PARTIES = re.compile(
    r"\b(?:(?:overige|andere|mede)-?\s?)?(?:deelnemers?|deelnemende\s+\w+|partners?|partijen|aanvragers?|aanvragende\s+\w+|"
    r"ondertekenaars?|initiatiefnemers?)\s*(?:zijn|is|:|,|\()\s*(?:de\s+)?(?:gemeenten?\s+)?[\s•*▪·–-]*$",
    re.IGNORECASE,
)
_MANDATE = re.compile(
    r"(?:\b(?:in\s+opdracht|(?:in|bij|krachtens|onder)\s+mandaat|penvoerder|gemachtigd|gemandateerd)"
    r"\s+(?:van|voor|door)|\b(?:taak|taken|werkzaamheden|toezicht)\b[^.;]{0,40}\buit\s+(?:voor|namens))"
    r"(?:\s+[\w&’'-]+){0,8}\s*[:(,]?\s*$",
    re.IGNORECASE,
)
_MANDATED = re.compile(
    r",?\s+(?:die|welke)\s[^.;]{0,60}\b(?:gemachtigd|gemandateerd|machtiging|volmacht)\b",
    re.IGNORECASE,
)
# 'Ook de colleges van … steunen deze aanvraag en hebben ons gemachtigd'
_EMPOWERS = re.compile(
    r"[^.;]*\b(?:hebben|heeft)\s+(?:ons|mij|onze\s+gemeente)\s(?:[^.;]*\s)?(?:gemachtigd|gemandateerd|"
    r"machtiging|volmacht|mandaat|gevraagd|verzocht)\b|,?\s+namens\s+(?:welke|wie)\s+(?:u|wij|ik)\b|"
    r",?\s+(?:uw|onze)\s+(?:\w+\s+)?(?:partners?|mede-?aanvragers?)\b",
    re.IGNORECASE,
)
_TAKE_PART_AFTER = re.compile(
    r"\)?,?\s+(?:neemt|nemen|doet|doen)\s+(?:\w+\s+){0,3}?(?:deel|mee)\s+aan\s+(?:dit|deze|het|de)\b",
    re.IGNORECASE,
)
_IN = re.compile(r"\)?\s+(?:deel|mee)\b")
_IN_OURS = re.compile(r"\)?\s+(?:deel|mee)\s+aan\s+(?:dit|deze|ons|onze)\b")
_TAKES = re.compile(r"\b(?:neemt|nemen|doet|doen)\s+(?:[a-z]+\s+){0,4}$", re.IGNORECASE)
_TAKE_PART_BEFORE = re.compile(
    r"\baan\s+(?:dit|deze|het|de)\s+[\w\s-]{3,50}\s(?:nemen|doen)\s+[\w\s]{0,30}$", re.IGNORECASE
)
_OURS = re.compile(
    r"\b(?:dit|deze|ons|onze|uw|de|het|een)\s+(?:gezamenlijke?\s+)?(?:subsidie)?(?:project|aanvraag|verzoek|brief|voorstel|initiatief|"
    r"samenwerkingsverband|bedrag|subsidie|bijdrage|pilot|proef)\b",
    re.IGNORECASE,
)
# In a reply the request is theirs; 'een proef die u samen met Urk wilt doen' asked nobody's leave.
_THEIR_REQUEST = re.compile(
    r"\b(?:dit|deze|uw|de|het)\s+(?:gezamenlijke?\s+)?(?:subsidie)?(?:aanvraag|verzoek|subsidie)\b",
    re.IGNORECASE,
)
_DONE_TOGETHER = re.compile(
    r"\b(?:gezamenlijke?|samen(?!\s*gevoegd)|mede(?!\s*(?:deel|gedeeld|werk))|nam(?:ens)|deelnem\w*|meedoen|meedoet|doen\s+mee|penvoerder|aanvragers?|"
    r"partners?|ondertekenen|medeondertek\w*|ondertekend|initiatief\s+van|centrumgemeente|gastgemeente|samenwerkingsverband|"
    r"betreft\s+ook|participe\w+|trekken\s+(?:wij\s+)?op)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:niet|geen|nooit|zonder|vorig(?:e)?\s+jaar|destijds|eerder|afschrift|kopie|gelijkluidende)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:zoals|bijvoorbeeld|waaronder|behalve|tegenstelling\s+tot|anders\s+dan|net\s+als|evenals|ervaringen?\s+(?:in|van|met))"
    r"(?:\s+[\w’'-]+){0,3}\s*$",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b(?:u|uw)\b", re.IGNORECASE)
_WITH = re.compile(r"\s*(?:Ook\s+)?[Mm]et\s+(?:(?:de|het)\s+)?(?:[\w’'-]+\s+){0,3}$")
_WE_ASK = re.compile(r"\)?,?\s+(?:vragen|verzoeken|dienen|pleiten|roepen|dringen)\s+wij\b")
_THIS_PLAN = re.compile(
    r"\b(?:dit|deze|ons|onze|het)\s+(?:\w+e\s+)?(?:project|aanvraag|plan|verzoek|voorstel|initiatief|programma|pilot|"
    r"proef|samenwerking|opgave)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"(?:samen|gezamenlijk|te\s?zamen|in\s+samenwerking)\s+met(?:\s+[\w’'-]+){0,5}\s*[:(,]?\s*$",
    re.IGNORECASE,
)
_WE = re.compile(
    r"\b(?:wij|ondergetekenden),?\s+(?:(?:de|het)\s+)?(?:(?:colleges?|burgemeesters?|besturen|gemeenten?|raden)\b"
    r"[\w\s&]{0,60}|(?-i:[A-Z])[\w\s&’'-]{0,60})?$",
    re.IGNORECASE,
)
# 'sluiten zich bij dit verzoek aan', 'hebben mij gevraagd mede namens hen te schrijven'
_JOIN_AFTER = re.compile(
    r"[);,]*\s+(?:sluit(?:en)?\s+zich\s[^.;]{0,60}\baan\b|[^.]{0,120}\bnamens\s+(?:hen|hun|deze|beide|die|alle|welke|wie)\b|"
    r"(?:doet|doen|neemt|nemen)\s+[^.;]{0,40}\b(?:dit|deze|ons|onze|het)\s+(?:project|aanvraag|verzoek|plan|pilot|proef|"
    r"initiatief|programma|samenwerking\w*)\b|namens\s+welke|(?:is|zijn|treden|treedt)\s+(?:\w+\s+){0,3}mede-?(?:aanvrag|indien|onderteken)\w+)",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\bgezamenlijke?\s+(?:\w+)?(?:aanvraag|verzoek|brief|project|plan|initiatief|reactie|zienswijze|voorstel)\s+"
    r"(?:van|door)\s+[^.;]{0,60}$|\b(?:aanvraag|verzoek)\s+(?:is|wordt|werd)\s+(?:\w+\s+)?(?:gezamenlijk|gesteund)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:vraag|vragen|verzoek|verzoeken)\s+(?:wij|ik|we|u)\b|\b(?:wij|ik|we)\s+(?:vraag|vragen|"
    r"verzoek|verzoeken)\b|\broep(?:en)?\s+(?:wij|ik|we)\b|\bdring(?:en)?\s+(?:wij|ik|we)\b|\baanvra(?:ag|gen)\b|\bdien(?:en)?\s+(?:wij|ik)\b|\b(?:wij|ik)\s+dienen?\b",
    re.IGNORECASE,
)
_APPLIED = re.compile(
    r"\buw\s+(?:\w+\s+)?(?:aanvraag|verzoek)\b|\b(?:vroeg|verzocht)\s+u\b|"
    r"\b(?:u\s+(?:heeft|hebt)|(?:heeft|hebt)\s+u)\s[^.]{0,80}\b(?:gevraagd|verzocht|aangevraagd|ingediend)\b",
    re.IGNORECASE,
)
_ASK_AFTER = re.compile(
    r"\)?,?\s+(?:vragen|verzoeken|dienen|doen)\s+(?:u|hierbij|gezamenlijk|samen)\b"
)


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who writes and who is written to, by TOOI id, as far as they are municipalities."""

    sender: frozenset[str]
    recipient: frozenset[str]


def municipalities(
    reading: Reading,
    tables: Sequence[Tabulated],
    sender: Field[str] | None = None,
    recipient: Field[str] | None = None,
) -> tuple[Municipality, ...]:
    """Every municipality that the letter names, in the order in which it first does.

    `sender` and `recipient` are the fields of the two organisations' ids ('gm0034'). One that the
    letter nowhere calls by name, known by its address or office, comes first.
    """
    sides = _Sides(_codes(sender), _codes(recipient))
    found = mentions(reading, tables)
    counted: dict[str, list[Mention]] = {}
    for mention in found:
        own = mention.item.identifier in sides.sender | sides.recipient
        if mention.said or own or stands_in_text(reading.letter, mention):
            counted.setdefault(mention.item.identifier, []).append(mention)
    named = [
        _entry(reading, of_one, _part(reading.letter, of_one, found, sides))
        for of_one in counted.values()
    ]
    unnamed = [
        _of_field(reading, item, field, part)
        for field, part in ((sender, Part.sender), (recipient, Part.recipient))
        for item in registers.municipalities()
        if field is not None and item.identifier in _codes(field) - counted.keys()
    ]
    return (*unnamed, *named)


def _codes(field: Field[str] | None) -> frozenset[str]:
    """The ids of municipalities in a field of organisations' ids."""
    written = field.value if field is not None and field.value else ""
    return frozenset(code for code in re.split(r"[;,\s]+", written) if code.startswith("gm"))


# --- its part


def _part(
    letter: Letter, named: Sequence[Mention], found: Sequence[Mention], sides: _Sides
) -> Part:
    """The strongest part that one of the mentions gives it."""
    identifier = named[0].item.identifier
    if identifier in sides.sender:
        return Part.sender
    addressed = any(m.said and letter.zone_at(m.start) is Zone.address for m in named)
    if identifier in sides.recipient or addressed:
        return Part.recipient
    takes_part = any(_on_behalf(letter, found, mention) for mention in named) or any(
        (bool(sides.sender) and _applies(letter, found, mention))
        or (mention.listed and _listed_with_applicant(letter, found, sides))
        or _shares_head(letter, found, mention)
        for mention in named
        if mention.said
    )
    takes_part = takes_part or any(_is_joint(letter, found, mention, sides) for mention in named)
    takes_part = takes_part or any(_joins(letter, found, mention, sides) for mention in named)
    return Part.party if takes_part else Part.mentioned


def _list_of(found: Sequence[Mention], mention: Mention) -> tuple[int, int]:
    """Where the list that a mention stands in begins and ends."""
    chain = [other for other in found if other.chain == mention.chain]
    return chain[0].start, chain[-1].end


def _on_behalf(letter: Letter, found: Sequence[Mention], mention: Mention) -> bool:
    """'mede namens de gemeenten Lochem en Zutphen', 'de deelnemende gemeenten: …', 'in opdracht van
    de gemeente Epe', 'de gemeenten …, die ons daartoe hebben gemachtigd'.
    """
    start, end = _list_of(found, mention)
    before = _HYPHEN.sub("", letter.text[max(0, start - 160) : start])
    if "\n\n" in before and not before.rstrip(" \n•*▪·–-").endswith((":", "(", ",")):
        before = before.rpartition("\n\n")[2]
    if _ON_BEHALF.search(before) or _OTHER_PARTIES.search(before) or not mention.said:
        return _ON_BEHALF.search(before) is not None or _OTHER_PARTIES.search(before) is not None
    said = any(p.search(before) for p in (_TAKING_PART, _MANDATE))
    after = any(p.match(letter.text, end) for p in (_MANDATED, _EMPOWERS))
    return said or after


def _listed_with_applicant(letter: Letter, found: Sequence[Mention], sides: _Sides) -> bool:
    """In the table of an award: the one written to applied, and stands in it with the others."""
    own = any(m.listed and m.item.identifier in sides.recipient for m in found)
    return own and _APPLIED.search(letter.text) is not None


def _applies(letter: Letter, found: Sequence[Mention], mention: Mention) -> bool:
    """In a municipality's application: 'samen met de gemeente Urk vragen wij', 'wij, de gemeenten
    …', and the rows of a table of municipalities.
    """
    start, end = _list_of(found, mention)
    first, last = letter.sentence(start)
    if mention.listed:
        return _ASKS.search(letter.text) is not None
    before, after = letter.text[first:start], letter.text[end:last]
    own = _TAKES.search(before) and _IN_OURS.match(after)
    takes_part = own or (_TAKE_PART_BEFORE.search(before) and _IN.match(after))
    joined = any(p.match(after) for p in (_ASK_AFTER, _TAKE_PART_AFTER, _JOIN_AFTER))
    return bool(joined or takes_part or _WE.search(before) or _JOINT.search(before))


def _is_joint(letter: Letter, found: Sequence[Mention], mention: Mention, sides: _Sides) -> bool:
    """A sentence about 'deze aanvraag', 'dit project', that says who do it together.

    Of more than one name, or one that is said to be a municipality; not where it is denied.
    """
    start, end = _list_of(found, mention)
    first, last = letter.sentence(start)
    around = f"{letter.text[first:start]} … {letter.text[end:last]}"
    several = sum(other.chain == mention.chain for other in found) > 1
    if mention.listed or not (mention.said or several) or _DENIED.search(around):
        return False
    if _ASIDE.search(letter.text[first:start]):
        return False
    theirs = not sides.sender
    if theirs and not (sides.recipient and _YOU.search(around)):
        return False
    about = (_THEIR_REQUEST if theirs else _OURS).search(around)
    return bool(about and _DONE_TOGETHER.search(around))


def _joins(letter: Letter, found: Sequence[Mention], mention: Mention, sides: _Sides) -> bool:
    """'samen met Urk en Zeewolde vragen wij', where names without a word beside them are said.

    Or, in a letter to a municipality: 'u hebt samen met Urk gevraagd'.
    """
    start, end = _list_of(found, mention)
    first, last = letter.sentence(start)
    before, after = letter.text[first:start], letter.text[end:last]
    around = before + after
    if _TAKES.search(before) and _IN_OURS.match(after):
        return bool(sides.sender)
    if sides.sender and _WITH.match(before) and _WE_ASK.match(after):
        return True
    if _TOGETHER.search(before) is None:
        return False
    if sides.sender:
        plan = _THIS_PLAN.search(around) and _ASKS.search(letter.text)
        return bool(_ASKS.search(around) or plan)
    return bool(sides.recipient) and _APPLIED.search(around) is not None


def _shares_head(letter: Letter, found: Sequence[Mention], mention: Mention) -> bool:
    """One of several that stand in the letterhead, or sign."""
    zone = letter.zone_at(mention.start)
    if zone not in (Zone.letterhead, Zone.signature):
        return False
    there = {m.item.code for m in found if m.said and letter.zone_at(m.start) is zone}
    return len(there) > 1


# --- its entry


def _entry(reading: Reading, named: Sequence[Mention], part: Part) -> Municipality:
    letter = reading.letter
    passages = [letter.passage(mention.start, mention.end) for mention in named]
    clearest = max(named, key=lambda mention: (mention.said, mention.likeness))
    score = (0.96 if clearest.said else 0.75) * clearest.likeness
    best = max(passages, key=lambda passage: passage.legibility)
    evidence = dict.fromkeys(place for passage in passages for place in passage.evidence)
    seen = field_of(named[0].item, passages[0], score, "named" if clearest.said else "bare-name")
    ground = calibration.ground_of(best, score, agreeing=min(len(named) - 1, 3))
    agreed = calibration.confidence(ground)
    update = {"confidence": agreed, "evidence": tuple(evidence)[:_MOST_EVIDENCE]}
    return _of_field(reading, named[0].item, seen.model_copy(update=update), part)


def _of_field(
    reading: Reading, item: registers.Municipality, field: Field[Any], part: Part
) -> Municipality:
    """The entry of a municipality, with text and evidence of a field."""
    return Municipality(
        name=item.official_name(reading.date),
        code=item.code,
        province=item.province_on(reading.date) or None,
        part=part,
        text=one_line(field.text),
        confidence=field.confidence,
        evidence=field.evidence,
        source=field.source,
    )
