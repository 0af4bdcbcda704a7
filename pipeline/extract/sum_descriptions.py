"""What a sum of money is for, by the sentence that it stands in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.extract import field_of
from pipeline.extract.cells import one_line
from pipeline.extract.noun_phrases import Span, completed, phrase, written
from pipeline.extract.sums import Sum
from pipeline.letter import Letter
from pipeline.record import Field

_HEADS = (
    r"subsidie|bijdrage|voorschot|krediet|budget|vergoeding|uitkering|lening|tegemoetkoming|dotatie|"
    r"garantie|garantstelling|cofinanciering|toeslag|waarborgsom|aanneemsom|opdrachtsom|investering|"
    r"tekort|overschot|saldo|reservering|plafond|opbrengst|restant|lasten|baten|schade"
)
COST_FOR = re.compile(
    r"\b(?:kosten|prijs|tarief|vergoeding|bijdrage|budget|raming|die|dat|bedrag|subsidie)\s+voor\s+",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?<!\w)(?:voor|ten\s+behoeve\s+van|t\.b\.v\.|ter\s+dekking\s+van)\s+"
    r"(?!(?:(?:de\s+)?(?:periode|jaren|duur|looptijd|termijn)|(?:het\s+)?(?:jaar|boekjaar)|"
    r"(?:haar|hun|zijn)\s+rekening|\w+\s+in\s+aanmerking|\d{1,2}\s+[a-z]+|u|uw\s+(?:gemeente|rekening|deel)|ons|mij|eigen\s+rekening|rekening|zover|wat|het\s+overige|een\s+deel|"
    r"akkoord|vragen|meer\s+informatie)\b)",
    re.IGNORECASE,
)
_COSTS_OF = re.compile(
    r"\b(?:\w*kosten|lasten|aanschaf|huur|inkoop)\s+(?:van|in)\s+", re.IGNORECASE
)
_FOR_AFTER = re.compile(
    r"(?:,-+)?\s*(?:\([^)]{0,40}\)\s*)?(?:,?\s*\(?(?i:(?:ex|in)cl\w*\.?\s+(?:de\s+)?btw)\)?,?\s*)?"
    r"(?:(?:per\s+\w+|beschikbaar|nodig|subsidie|aan|bij(?:\s+te\s+dragen)?|[a-z]+(?:d|t|en))\s+)?"
    r"(?:voor|ten\s+behoeve\s+van|t\.b\.v\.|bestemd\s+voor|aan|gaat\s+naar)\s+"
    r"(?!(?:de\s+kosten|u|uw|ons|mij|rekening|eigen|(?:de\s+)?(?:periode|jaren|duur|looptijd)|"
    r"(?:haar|hun|zijn)\s+rekening|(?:het\s+)?(?:jaar|boekjaar)|(?:19|20)\d\d)\b)"
)
_OUT_OF = re.compile(r"(?<!\w)uit\s+(?=[^.;]{3,60}$)", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:(?<=[.!?]\s)|(?<=\n\n)|(?<=[,;:]\s)|(?<=\ben\s))(?=(?P<subject>[^,;:]{3,70}?)\s+"
    r"(?:(?:bedra(?:agt|gen)|kost(?:en(?!\s+(?:bedragen|zijn|worden|van|voor|in)))?)\b[^,;:]*"
    r"|(?:wordt|worden|is|zijn)\s+(?:[\w\s]{0,25}\s)?"
    r"(?:geraamd|begroot|geschat|vastgesteld|berekend|verrekend|vergoed|gefactureerd)\b[^,;:]*"
    r"|(?:is|zijn)\s+(?:[a-z]+\s+)?)$)",
    re.IGNORECASE,
)
_HEAD = re.compile(
    rf"\b(?P<een>een\s+(?:[\w-]+\s+){{0,2}})?(?P<own>eigen\s+)?(?P<noun>\w*(?:{_HEADS}))\b(?=[^.;]{{0,90}}$)",
    re.IGNORECASE,
)
_WHICH_BUDGET = re.compile(
    rf"\b(?:aanvullende?|extra|resterende?|structurele|incidentele)\s+\w*(?:{_HEADS})",
    re.IGNORECASE,
)
_A_SUM = re.compile(rf"(?:\w+e\s+)?\w*(?:{_HEADS})(?:\s+van)?", re.IGNORECASE)
_AT = re.compile(r"(?<!\w)(?:[Bb]ij|[Nn]a|Per)\s+")
_CONTRIBUTES = re.compile(
    r"\b(?:bij\s+te\s+dragen|bijdragen|bijdraagt|bijgedragen|dra(?:agt|gen)\b(?:[^.;]|\.\d){1,80}?\bbij)\b",
    re.IGNORECASE,
)
_COMES = re.compile(
    r"\b(?:verwacht\w*|ontvang\w*|beschikbaar|gereserveerd|bekostig\w*|(?:ge)?dekt|dekken|betal\w*)\b",
    re.IGNORECASE,
)
_GIVER = re.compile(r"(?<!\w)(?P<who>gemeente\s+[A-Z][\w’'-]+(?:[\s-][A-Z][\w’'-]+)*)")
_PLAIN = re.compile(
    r"\w*(?:bedrag|budget|kosten|som|totaal)\w*(?:\s+(?:daarvan|hiervan|daarvoor|hiervoor))?",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[,;:(]\s+(?=\S)|(?<!\w)en\s+(?:in\s+)?(?=\S)|[.!?]\s+(?=\S)", re.IGNORECASE)
_BESIDE_WORDS = 5
_WORDS = re.compile(r"[^\W\d]{3}|(?:19|20)\d\d")


Finder = Callable[[str, Sum, int], Span | None]


def describe(letter: Letter, one: Sum, before: int) -> tuple[Field[str] | None, bool]:
    """What a sum is for, and whether that is said in words of its own ('voor …').

    `before` is where the words that lead to it begin: its sentence, or the end of a sum before it.
    """
    own = _first_of(letter, one, before, _FINDERS)
    if own is not None:
        return own, not own.source.endswith("head")
    said = _contribution(letter, one, before)
    if said is None and before > one.first:
        said = _first_of(letter, one, one.first, ((_costs_for, 0.6), (_for, 0.6)))
    return said or _first_of(letter, one, before, ((_plain_head, 0.6),), plain=True), False


def _first_of(
    letter: Letter,
    one: Sum,
    before: int,
    finders: Sequence[tuple[Finder, float]],
    plain: bool = False,
) -> Field[str] | None:
    """What the first finder says that finds more than another word for money."""
    text = letter.text
    for finder, score in finders:
        span = finder(text, one, before)
        said = written(text, span) if span is not None else ""
        if span is not None and _WORDS.search(said) and (plain or not _PLAIN.fullmatch(said)):
            value = completed(text, said, one.first)
            source = f"sentence{finder.__name__.replace('_', '-')}"
            return field_of(value, letter.passage(*span), score, source)
    return None


def _contribution(letter: Letter, one: Sum, before: int) -> Field[str] | None:
    """'de gemeente Ommen draagt zelf € 500 bij' is a contribution of its own."""
    verb = _CONTRIBUTES.search(letter.text, before, one.last)
    if verb is None:
        return None
    giver = _last(_GIVER, letter.text, before, one.start)
    own = re.search(r"\bzelf\b", letter.text[before : one.last]) is not None
    value = f"bijdrage {one_line(giver['who'])}" if giver else "bijdrage"
    passage = letter.passage(*(giver.span("who") if giver else verb.span()))
    return field_of(f"eigen {value}" if own else value, passage, 0.7, "sentence-contribution")


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    matches = list(pattern.finditer(text, start, end))
    return matches[-1] if matches else None


def _within(text: str, at: int, end: int) -> Span | None:
    """The phrase at an offset, as far as it stands before `end`."""
    found = phrase(text, at)
    if found is None or found[0] >= end:
        return None
    return found[0], min(found[1], end)


def _costs_for(text: str, one: Sum, before: int) -> Span | None:
    """'de kosten voor X bedragen'."""
    match = _last(COST_FOR, text, before, one.start)
    return _within(text, match.end(), one.start) if match else None


def _for(text: str, one: Sum, before: int) -> Span | None:
    """'voor X vragen wij'."""
    match = _last(_FOR, text, before, one.start)
    found = _within(text, match.end(), one.start) if match else None
    said_after = found is not None and _A_SUM.fullmatch(written(text, found))
    return (_for_after(text, one, before) or found) if said_after else found


def _for_after(text: str, one: Sum, before: int) -> Span | None:
    """'een bedrag van € 500 voor X'."""
    match = _FOR_AFTER.match(text, one.end, one.last)
    return _within(text, match.end(), one.last) if match else None


def _costs_of(text: str, one: Sum, before: int) -> Span | None:
    """'de kosten van X', with its head: 'kosten van aanleg'."""
    match = _last(_COSTS_OF, text, before, one.start)
    found = _within(text, match.end(), one.start) if match else None
    return (match.start(), found[1]) if match and found else None


def _out_of(text: str, one: Sum, before: int) -> Span | None:
    """'draagt uit eigen middelen € 750 bij'."""
    match = _last(_OUT_OF, text, before, one.start)
    around = text[before : one.last]
    if match is None or not (_CONTRIBUTES.search(around) or _COMES.search(around)):
        return None
    return _within(text, match.end(), one.start)


def _subject(text: str, one: Sum, before: int) -> Span | None:
    """'X bedraagt', 'X kost', 'X wordt geraamd op'."""
    match = _last(_SUBJECT, text, before, one.start)
    if match is None or _AT.match(text, match.start("subject")):
        return None
    return _within(text, *match.span("subject"))


def _head(text: str, one: Sum, before: int) -> Span | None:
    """'een subsidie van': the noun for the sum itself; one after 'een' first."""
    matches = [
        match
        for match in _HEAD.finditer(text, before, one.start)
        if not _PLAIN.fullmatch(match["noun"])
    ]
    if not matches:
        return None
    match = next((m for m in reversed(matches) if m["een"]), matches[-1])
    return match.start("own") if match["own"] else match.start("noun"), match.end("noun")


def _plain_head(text: str, one: Sum, before: int) -> Span | None:
    """'het budget van', where nothing better is said."""
    match = _last(_HEAD, text, before, one.start)
    if match is None:
        return None
    more = _last(_WHICH_BUDGET, text, before, match.end("noun"))
    return (more or match).start(0 if more else "noun"), match.end("noun")


def _beside(text: str, one: Sum, before: int) -> Span | None:
    """'personeel € 12.000, materiaal € 3.000': a few words before it, no verb."""
    end = before + len(text[before : one.start].rstrip(" \n:("))
    parted = _last(_PARTED, text, before, end)
    start = parted.end() if parted else before
    found = None if _AT.match(text, start) else phrase(text, start, _BESIDE_WORDS)
    rest = text[found[1] : one.start] if found else "…"
    return found if found and not rest.strip(" \n:(à") and found[1] <= one.start else None


def _second_for_after(text: str, one: Sum, before: int) -> Span | None:
    """'€ 5.000 voor X', after a first sum in the sentence with its own 'voor …'."""
    return _for_after(text, one, before) if before > one.first else None


def _at(text: str, one: Sum, before: int) -> Span | None:
    """'bij een latere afgelasting vergoeden wij'."""
    match = _last(_AT, text, before, one.start)
    return _within(text, match.end(), one.start) if match else None


_FINDERS = (
    (_second_for_after, 0.88),
    (_costs_for, 0.9),
    (_for, 0.88),
    (_for_after, 0.88),
    (_costs_of, 0.88),
    (_out_of, 0.8),
    (_beside, 0.8),
    (_subject, 0.85),
    (_head, 0.85),
    (_at, 0.7),
)
