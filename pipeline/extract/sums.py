"""Sums of money in a letter's text: read, covered, or there and unreadable; budget or not."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.dutch.amounts import (
    Currency,
    FoundAmount,
    find_amounts,
    find_empty_amounts,
    find_unreadable_amounts,
)
from pipeline.extract import covered, field_of
from pipeline.extract.cells import one_line
from pipeline.extract.not_budget import is_no_budget
from pipeline.extract.running_text import ITEM, RunningText
from pipeline.page import COVERED
from pipeline.record import Amount, Field, Status

_LEAST = 10
_EURO = dt.date(1999, 1, 1)
_MONEY = (
    r"\w*(?:bedrag|budget|subsidie|bijdrage|vergoeding|voorschot|krediet|tarief|prijs|kosten|som|"
    r"lening|raming|begroting|honorarium|uitkering|tegemoetkoming|waarde|hoogte|aanneemsom|injectie|impuls)"
)
_DEBRIS = r"[\s|!\[\]{}’'‘/\\]*"  # what OCR makes of the sides of a box
_SLOT_BEFORE = re.compile(
    rf"(?:€|\bEUR|\beuro|\bbedra(?:agt|gen)|\bbedroeg(?:en)?|{_MONEY}(?:\s+[\w’'-]+){{0,5}}\s+"
    r"(?:va[nr]|ad|op|is|zijn|was|à)(?:\s+(?:maximaal|minimaal|circa|ca\.|ongeveer|ruim|"
    r"(?:ten\s+)?hoogste|in\s+totaal|totaal))*(?:\s+van)?"
    rf"|{_MONEY}(?:\s+[\w’'-]+){{0,9}}\s+(?:komt|komen|kwam|sluit|sluiten|uitkomt|ligt|liggen)\s+(?:uit\s+|neer\s+|rond\s+)?op"
    rf"|(?<!\w)(?:kost|kosten|à|totaal|subtotaal|{_MONEY})(?:\s+is)?\s*:?"
    rf"|(?:ge)?(?:raamd|begroot)(?:\s+\w+)?\s+op|(?:totaal|totaalbedrag|saldo)\s+komt\s+(?:uit\s+|neer\s+)?op|ten\s+hoogste|maximaal|ten\s+bedrage\s+van|ter\s+(?:hoogte|grootte)\s+van){_DEBRIS}$",
    re.IGNORECASE,
)
_SLOT_AFTER = re.compile(
    rf"{_DEBRIS}(?:,-|euro\b|per\s*(?:uur|dag|dagdeel|week|maand|jaar|stuk|deelnemer|persoon|inwoner|"
    r"leerling|evenement|training|bijeenkomst|m2|m²|kilometer|eenheid|keer)\b|p/|/uur"
    r"|\(?(?:ex|in)cl(?:usief|\.)?\s+(?:de\s+)?btw|(?:be|ge)groot\b|gereserveerd\b)",
    re.IGNORECASE,
)
# 'kosten voor de opslag (€ 500) en voor het herstel (█)': sums in brackets, one like the other.
_OPENS = re.compile(r"\(\s*$")
_CLOSES = re.compile(r"\s*\)")
_CLOSED = re.compile(r"\s*[.,;]")  # where the brackets are covered as well
_OF_A_PERSON = re.compile(
    r"\b(?:heer|mevrouw|mw|dhr|door|telefoon\w*|adres|straat|namens|nummer)\b", re.IGNORECASE
)
_PERSON_NEAR = 25
_COSTS = re.compile(
    r"\b(?:\w*kosten|posten|bedragen|subsidies?|bijdragen?|budgetten)\b", re.IGNORECASE
)
_SUM_IN_BRACKETS = re.compile(r"\(\s*(?:€|EUR|f)\s?\d")
_DRAWS = re.compile(r"\bdra(?:agt|gen)\b[^.;]*$")
_DRAWN = re.compile(r"[^.;\n]{0,40}\bbij\b")
_IS_THERE = re.compile(
    r"\b(?:is|zijn|was|wordt|worden|komt|hebben\s+wij|hebben\s+we|heeft)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_NEEDED = re.compile(
    r"\s*(?:\w+\s+){0,2}(?:nodig|benodigd|beschikbaar|vereist|gemoeid|uitgetrokken|toegekend|opgenomen|besteed)\b",
    re.IGNORECASE,
)
_CLOSED_ITEM = re.compile(r"\s*[.;,]?\s*(?:en)?\s*")
_FOR_ITEM = re.compile(
    rf"(?:{ITEM.pattern})?(?:voor|aan|kosten|huur|aanschaf|inhuur)\b", re.IGNORECASE
)
_ENDS_IN_SUM = re.compile(r"(?:€|EUR|ƒ|\bf)\s?[\d.]*\d(?:,(?:\d\d|[-–=]+))?\s*[.;,]?\s*(?:en)?\s*$")
_PART_BEFORE = re.compile(r"\b(?:waarvan|daarvan|hiervan)\s+(?:\w+\s+)?$", re.IGNORECASE)
_PART_AFTER = re.compile(
    r"\s*(?:\w+\s+){0,3}(?:ten\s+laste|gedekt|bekostigd|gefinancierd|bestemd|begroot|geraamd|"
    r"gereserveerd|subsidiabel)\b",
    re.IGNORECASE,
)
_UNIT_AFTER = re.compile(rf"{_DEBRIS}per\s*(?P<unit>[^\W\d]{{2,30}})\b", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:[-–—]|à|tot(?:\s+en\s+met)?|t/m)\s*(?:maximaal\s+|ca\.\s+|circa\s+)?")
_AND = re.compile(r"\s+en\s+(?:de\s+)?")
_BETWEEN = re.compile(r"\btussen\s+(?:de\s+|circa\s+)?$", re.IGNORECASE)
_AT_LEAST = re.compile(r"\b(?:minimaal|ten\s+minste|minstens)\s+$", re.IGNORECASE)
_AT_MOST = re.compile(
    r"(?:,?[-–—=]+)?\s+en\s+(?:maximaal|ten\s+hoogste|hoogstens|hooguit)\s+", re.IGNORECASE
)
_CHANGED = re.compile(
    r"\b(?:verhoog|verhog|verla(?:ag|g)|(?:ge)?ste(?:gen|eg)|bijgesteld|gedaald)\w*\b",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    r"\b(?:ca|max|min|incl|excl|resp|bijv|nr|art|blz|p|d|m|t|zgn|evt|o|b|v|w)\.\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money at [start, end); `value` is None where it is covered or cannot be read.

    `first` and `last` are the ends of its sentence. `in_words`: it only says again what stands
    before it ('zegge: vijfhonderd euro').
    """

    start: int
    end: int
    value: Decimal | None
    status: Status
    currency: Currency
    unit: str | None
    score: float
    first: int
    last: int
    in_words: bool = False

    def amount(self, letter: RunningText, source: str) -> Field[Amount]:
        """Its field."""
        passage = letter.passage(self.start, self.end)
        if self.value is None:
            return covered(passage, self.score, source, self.status)
        return field_of(self.value, passage, self.score, source)


def sums(letter: RunningText, date: dt.date | None, house: Currency) -> list[Sum]:
    """Every sum of the letter itself that may be a budget's, in the order of the text.

    `date` is that of the letter: a sign that OCR misread is a guilder's before the euro. `house`
    is the currency of what names none.
    """
    read = _without_ranges(letter.text, _read(letter, date))
    found = [*read, *_covered(letter, house), *_unread(letter)]
    return [
        one
        for one in sorted(found, key=lambda one: one.start)
        if not is_no_budget(letter.text, (one.start, one.end), (one.first, one.last))
    ]


def _read(letter: RunningText, date: dt.date | None) -> Iterator[Sum]:
    for found in find_amounts(letter.text):
        if _is_speck(letter, found):
            continue
        again = found.in_words and (
            _says_again(letter.text, found.start) or _said_in_figures(letter.text, found)
        )
        yield Sum(
            found.start,
            found.end,
            found.value,
            Status.found,
            _currency(found, date),
            one_line(found.unit) if found.unit else None,
            0.75 if found.repaired else 0.94,
            *sentence(letter, found.start),
            in_words=again,
        )


def _without_ranges(text: str, found: Iterable[Sum]) -> Iterator[Sum]:
    """'€ 25.000 tot € 30.000' is one stated sum: what it may come to at most."""
    before: Sum | None = None
    for one in found:
        if before is not None and _is_range(text, before, one):
            one = replace(one, start=before.start)
        elif before is not None:
            yield before
        before = one
    if before is not None:
        yield before


def _is_range(text: str, low: Sum, high: Sum) -> bool:
    between, before = text[low.end : high.start], text[max(0, low.start - 40) : low.start]
    linked = (
        _RANGE.fullmatch(between)
        or (_AND.fullmatch(between) and _BETWEEN.search(before))
        or (_AT_MOST.fullmatch(between) and _AT_LEAST.search(before))
    )
    rises = low.value is not None and high.value is not None and low.value < high.value
    return bool(linked) and rises and not _CHANGED.search(text[low.first : low.start])


def _is_speck(letter: RunningText, found: FoundAmount) -> bool:
    """What OCR makes of a box with a code in it: '€ 4', where nothing leads to a sum."""
    small = found.value < _LEAST and "," not in found.text and found.unit is None
    return small and not _is_slot(letter, found.start, found.end)


def _currency(found: FoundAmount, date: dt.date | None) -> Currency:
    """Where OCR misread the sign: guilders, in a letter older than the euro."""
    misread = found.repaired and "€" not in found.text and date is not None
    return "NLG" if misread and date is not None and date < _EURO else found.currency


def _says_again(text: str, start: int) -> bool:
    return re.search(r"(?:zegge:?|\()\s*$", text[max(0, start - 12) : start], re.I) is not None


def _said_in_figures(text: str, found: FoundAmount) -> bool:
    """'vijfhonderd euro (€ 500)': the figures in brackets say the same."""
    opened = re.match(r"\s*\(\s*(?:zegge:?\s*)?", text[found.end : found.end + 12])
    if opened is None:
        return False
    at = found.end + opened.end()
    return any(one.start == at and one.value == found.value for one in find_amounts(text))


def _covered(letter: RunningText, house: Currency) -> Iterator[Sum]:
    """Covered places where a sum must stand: after 'een bedrag van', '€', or before 'per dag'."""
    text = letter.text
    for match in re.finditer(rf"(?:(?:€|EUR)\s?)?{COVERED}(?:\s?{COVERED})*", text):
        signed = match[0][0] != COVERED
        if signed or _is_slot(letter, *match.span()):
            one = _without_value(letter, match.span(), Status.redacted)
            yield one if signed else replace(one, currency=house)


def _unread(letter: RunningText) -> Iterator[Sum]:
    """A currency sign where a sum must stand, with nothing; or with unreadable figures."""
    for found in find_empty_amounts(letter.text):
        followed = COVERED in letter.text[found.end : found.end + 2]
        if not followed and _is_slot(letter, found.start, found.end):
            yield _without_value(letter, (found.start, found.end), Status.illegible)
    for found in find_unreadable_amounts(letter.text):
        if COVERED not in found.text:
            yield _without_value(letter, (found.start, found.end), Status.illegible)


def _is_slot(letter: RunningText, start: int, end: int) -> bool:
    """Whether a sum must stand there: after 'een bedrag van', before 'per dag'."""
    text = letter.text
    first, last = sentence(letter, start)
    before = text[max(first, start - 80) : start]
    if _SLOT_BEFORE.search(before) or _SLOT_AFTER.match(text, end):
        return True
    if _DRAWS.search(before) and _DRAWN.match(text, end):
        return True
    if _IS_THERE.search(before) and _NEEDED.match(text, end):
        return True
    if _is_item_slot(text, (start, end)):
        return True
    in_brackets = _OPENS.search(before) and _CLOSES.match(text, end)
    if _COSTS.search(text, first, start) and (in_brackets or _CLOSED.match(text, end)):
        alike = _SUM_IN_BRACKETS.search(text, first, last) is not None
        return alike and not _OF_A_PERSON.search(before[-_PERSON_NEAR:])
    return bool(_PART_BEFORE.search(before) and _PART_AFTER.match(text, end))


def _is_item_slot(text: str, span: tuple[int, int]) -> bool:
    """'a. voor de zaal: █;': all that an item says after its colon, where it speaks of money.

    Or where the line above or below ends so in a sum.
    """
    begins = text.rfind("\n", 0, span[0]) + 1
    ends = text.find("\n", span[1])
    ends = len(text) if ends < 0 else ends
    label = text[begins : span[0]]
    if not label.rstrip().endswith(":") or not _CLOSED_ITEM.fullmatch(text, span[1], ends):
        return False
    if _FOR_ITEM.match(label):
        return True
    above = text[text.rfind("\n", 0, max(begins - 1, 0)) + 1 : max(begins - 1, 0)]
    below = text[ends + 1 : text.find("\n", ends + 1)]
    return any(_ENDS_IN_SUM.search(line) for line in (above, below))


def _without_value(letter: RunningText, span: tuple[int, int], status: Status) -> Sum:
    unit = _UNIT_AFTER.match(letter.text, span[1])
    return Sum(
        *span,
        None,
        status,
        "EUR",
        f"per {unit['unit'].lower()}" if unit else None,
        0.9,
        *sentence(letter, span[0]),
    )


def sentence(letter: RunningText, offset: int) -> tuple[int, int]:
    """The sentence around an offset; a point after 'ca.', a colon before '€' end none."""
    first, last = letter.sentence(offset)
    for _ in range(3):
        before = letter.text[max(0, first - 12) : first]
        leads = before.rstrip()[-1:] in "!:" and letter.text[first : first + 1] in ("€", COVERED)
        if not (leads or _ABBREVIATED.search(before)) or "\n\n" in before:
            break
        first = letter.sentence(first - len(before) + len(before.rstrip()) - 1)[0]
    return first, last
