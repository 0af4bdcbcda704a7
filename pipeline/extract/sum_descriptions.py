"""What a sum of money is for, by the sentence that it stands in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline import registers
from pipeline.extract import antecedents, clauses, field_of, origins, own_nouns, purposes, subjects
from pipeline.extract.clauses import Clause
from pipeline.extract.noun_phrases import Span, completed, is_adjective, written
from pipeline.extract.running_text import RunningText
from pipeline.extract.sums import Sum
from pipeline.record import Field

_WORDS = re.compile(r"[^\W\d]{3}|(?:19|20)\d\d")
_NO_NAME = re.compile(
    r"(?:(?:totaal|eind)?(?:bedrag|bedragen|som)|totaal|namelijk|daarvan|hiervan|waarvan|verder|bovendien|daarnaast|voorts|ook|dus|nog|rekening|"
    r"(?:volgende?|vorige?|komende?|dit|deze)\s+(?:jaar|week|maand)|week|maand|dag|activiteiten|werkzaamheden|doel|doeleinden|gemeenten?|jaar|jaren|periode|maanden|\w+\s+(?:keer|maal)\b.*|"
    r"project|plan|(?:19|20)\d\d\s+\w+)",
    re.IGNORECASE,
)
_THAT_IS = re.compile(
    r"[\s,-]*(?:dat\s+is|te\s+weten|ofwel|oftewel|zijnde|dus|derhalve|is|=|namelijk|of)[\s:]*",
    re.IGNORECASE,
)
_BASE = re.compile(r"(?:\d+[.,])?\d+\s?%\s+van\s+(?:[^;.]|\.\s?\d){0,60}$", re.IGNORECASE)
_CHANGED_TO = re.compile(
    r"(?:\s+(?:verhoogd|verlaagd|bijgesteld|gedaald|gestegen))?\s(?:van|met|is|ad)\s+(?P<sum>(?:€|EUR|f|fl\.)\s?[\d.,=–-]*\d(?:,[-–=]+)?)"
    r"(?:\s+(?:is|wordt|werd|zal|kan|hebben|wij|we|ik|worden|dan\s+ook|daarom|thans|nu))*"
    r"(?:\s+(?:verhoogd|verlaagd|bijgesteld|opgehoogd|teruggebracht|verminderd|gewijzigd|aangepast))?"
    r"\s+(?:\w+en\s+)?(?:tot|naar|op)\s+$"
)
_SUBSIDISED = re.compile(r"(?:,[-–—=]+)?\s+te\s+subsidi[eë]ren\b")  # 'het feest met € 500'
_OWN_ACCOUNT = re.compile(r"\bvoor\s+(?:onze|eigen|haar|zijn|hun|mijn)(?:\s+eigen)?\s+rekening\b")
_THE_NAME = re.compile(r"(?:De|Het)\s+[A-Z]")
_NAMED = re.compile(r"\b[A-Z]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SAYS_LITTLE = re.compile(
    r"(?:[\w-]+e\s+)?(?:subsidie|bijdrage|vergoeding|tegemoetkoming|uitkering|krediet|lening|factuur|nota|offerte|declaratie)",
    re.IGNORECASE,
)

Finder = Callable[[Clause], Span | None]

_PURPOSES: tuple[tuple[Finder, float], ...] = (
    (purposes.in_brackets, 0.85),
    (purposes.share_after, 0.88),
    (purposes.for_after, 0.88),
    (purposes.costs_for, 0.9),
    (purposes.for_before, 0.88),
    (purposes.involved, 0.85),
    (purposes.to_pay, 0.85),
    (purposes.to_do, 0.8),
    (purposes.estimated, 0.8),
)
_THINGS: tuple[tuple[Finder, float], ...] = (
    (subjects.will_cost, 0.85),
    (purposes.costs_for, 0.9),
    (subjects.subject, 0.88),
)
_OTHERS: tuple[tuple[Finder, float], ...] = (
    (origins.one_of_several, 0.85),
    (origins.charged, 0.85),
    (origins.charged_before, 0.85),
    (purposes.costs_of, 0.88),
    (purposes.for_later, 0.8),
    (subjects.done_for, 0.8),
    (origins.out_of, 0.8),
    (subjects.named, 0.8),
    (subjects.noun_after, 0.8),
    (subjects.offered, 0.8),
    (antecedents.pointed_at, 0.7),
    (own_nouns.loose_head, 0.75),
    (purposes.part_of, 0.75),
    (subjects.at, 0.7),
    (origins.out_of_after, 0.65),
    (origins.of_after, 0.65),
)

_IN_WHOLE: tuple[tuple[Finder, float], ...] = (
    (purposes.costs_for, 0.6),
    (purposes.for_before, 0.6),
    (purposes.costs_of, 0.6),
)
_FALLBACKS: tuple[tuple[Finder, float], ...] = (
    (purposes.for_in_sentence, 0.6),
    (subjects.agent, 0.6),
    (subjects.opening, 0.55),
    (antecedents.called_before, 0.5),
)
# Where no more is said than 'de kosten' or 'het verschil'.
_LAST_RESORTS: tuple[tuple[Finder, float], ...] = (
    (own_nouns.plain_head, 0.6),
    (subjects.subject, 0.5),
    (subjects.named, 0.5),
    (antecedents.pointed_at, 0.5),
)


def describe(letter: RunningText, one: Sum, within: Span) -> tuple[Field[str] | None, bool]:
    """What a sum is for, and whether that is said in words of its own ('voor …').

    `within`: the words that may say it run from its sentence, or the end of the sum before it, to
    the end of its sentence, or the start of the next sum.
    """
    before, after = within
    clause = Clause(letter.text, one.first, before, one.start, one.end, after, one.last)
    if clause.share() is not None:
        return None, False
    item = _first_of(letter, clause, ((subjects.item, 0.88),))
    if item is not None:
        return item, True
    clause = _of_share(clause)
    head = _first_of(letter, clause, ((own_nouns.head, 0.88),))
    purpose = _first_of(letter, clause, _PURPOSES)
    if head is not None:
        return _with_purpose(head, purpose), False
    thing = _first_of(letter, clause, _THINGS)
    if thing is not None:
        return thing, True
    others = None if _names(purpose) else _first_of(letter, clause, _OTHERS)
    own = others or purpose
    if own is not None and _SUBSIDISED.match(clause.text, clause.end, clause.last):
        own = own.model_copy(update={"value": f"subsidie voor {own.value}"})
    if own is not None:
        return own, not own.source.endswith("head")
    said = _contribution(letter, clause)
    if said is None and before > one.first:
        whole = replace(clause, before=one.first)
        said = _first_of(letter, whole, _IN_WHOLE)
    said = said or _first_of(letter, clause, _FALLBACKS)
    return said or _first_of(letter, clause, _LAST_RESORTS, plain=True), False


def _names(purpose: Field[str] | None) -> bool:
    """Whether a purpose is more than the year that the money is for."""
    return purpose is not None and _YEAR.fullmatch(purpose.value or "") is None


def _of_share(clause: Clause) -> Clause:
    """'De bijdrage is 45% van € 174.000, te weten € 78.300': what the share itself is of.

    And 'wij verhogen de subsidie met € 500 tot € 2.000': what became of what it was.
    """
    was = _CHANGED_TO.search(clause.text, clause.first, clause.start)
    if was is not None and was.end("sum") >= clause.before > clause.first:
        return replace(clause, before=clause.first, start=was.start())
    if clause.before == clause.first or not _THAT_IS.fullmatch(
        clause.text, clause.before, clause.start
    ):
        return clause
    base = _BASE.search(clause.text, clause.first, clause.before)
    return replace(clause, before=clause.first, start=base.start()) if base else clause


def _with_purpose(head: Field[str], purpose: Field[str] | None) -> Field[str]:
    """'subsidie voor het dorpsfeest': a plain word for the sum with what it is given for."""
    said = purpose.value or "" if purpose else ""
    if (
        purpose is None
        or not _SAYS_LITTLE.fullmatch(head.value or "")
        or (head.value or "") in said
    ):
        return head
    update = {
        "value": f"{head.value} voor {purpose.value}",
        "text": f"{head.text} … {purpose.text}",
        "evidence": tuple(dict.fromkeys((*head.evidence, *purpose.evidence))),
        "confidence": min(head.confidence, purpose.confidence),
    }
    return head.model_copy(update=update)


def _first_of(
    letter: RunningText,
    clause: Clause,
    finders: Sequence[tuple[Finder, float]],
    plain: bool = False,
) -> Field[str] | None:
    """What the first finder says that finds more than another word for money."""
    for finder, score in finders:
        span = finder(clause)
        said = written(clause.text, span) if span is not None else ""
        if span is not None and span[0] == clause.first and _begins_with_article(said):
            said = said.split(maxsplit=1)[1]
        if span is None or not _WORDS.search(said) or _NO_NAME.fullmatch(said):
            continue
        if (
            " " not in said
            and is_adjective(said)
            and said == completed(clause.text, said, clause.first)
        ):
            continue
        if finders in (_OTHERS, _FALLBACKS, _IN_WHOLE) and _YEAR.fullmatch(said):
            continue  # 'gaven wij in 2010 € 500 uit'
        if plain or not own_nouns.PLAIN.fullmatch(said):
            value = completed(clause.text, said, clause.first)
            source = f"sentence-{finder.__name__.replace('_', '-')}"
            return field_of(value, letter.passage(*span), score, source)
    return None


def _begins_with_article(said: str) -> bool:
    """'De Rabobank' at the start of a sentence; not 'De Bilt'."""
    named = " ".join(said.split()[:2])
    return _THE_NAME.match(said) is not None and not registers.place_named(named)


def _contribution(letter: RunningText, clause: Clause) -> Field[str] | None:
    """'de gemeente Ommen draagt zelf € 500 bij' is a contribution of its own."""
    around = clause.text[clause.before : clause.last]
    if _OWN_ACCOUNT.search(around):
        span = (clause.before, clause.last)
        return field_of("eigen bijdrage", letter.passage(*span), 0.65, "sentence-own-account")
    verb = clauses.CONTRIBUTES.search(clause.text, clause.before, clause.last)
    if verb is None:
        return None
    giver = subjects.agent(clause)
    if giver is not None and not _NAMED.search(clause.text, *giver):
        giver = None  # 'het bestuur' that decides on it
    value = f"bijdrage {written(clause.text, giver)}" if giver else "bijdrage"
    passage = letter.passage(*(giver or verb.span()))
    own = re.search(r"\bzelf\b", around) is not None
    return field_of(f"eigen {value}" if own else value, passage, 0.7, "sentence-contribution")
