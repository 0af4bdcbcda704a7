"""Terms that were over before the letter was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline.check import Breach, Case, breach, rule
from pipeline.check.reading import dates_of
from pipeline.record import Severity


@rule(
    "deadline-passed",
    Severity.warning,
    en="The letter of {date} sets a term that ended on {term} ('{text}').",
    nl="De brief van {date} stelt een termijn die op {term} al voorbij was ('{text}').",
)
def deadline_passed(case: Case) -> Iterator[Breach]:
    """What a letter asks for by a day ('uiterlijk', 'vóór') lies ahead of it.

    A sentence that tells of a term of the past ('had u uiterlijk') asks for nothing.
    """
    dated = case.record.date
    if dated is None or dated.value is None or dated.value > case.today:
        return
    text = case.letter.text
    for found in dates_of(case.letter):
        if found.value is None or found.repaired or found.value >= dated.value:
            continue
        first, last = case.letter.sentence(found.start)
        lead = _BY.search(text, max(first, found.start - 50), found.start)
        after = text[found.end : min(last, found.end + _AFTER)]
        told = text[first : found.end] + _ASKED_TO_HERE.split(after)[0]
        if lead is None or not _ASKS.search(text, first, last) or _TELLS.search(told):
            continue
        passage = case.letter.passage(lead.start(), found.end)
        words = " ".join(passage.text.split())
        yield breach(dated, passage, date=dated.value, term=found.value, text=words)


_BY: Final = re.compile(
    r"\b(?:uiterlijk(?:\s+(?:tot(?:\s+en\s+met)?|op|vóór|voor))?|v[oó][oó]r|niet\s+later\s+dan|"
    r"tot(?:\s+en\s+met)?)"
    r"\s+(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+)?$",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    r"\b(?:verzoek(?:en)?\s+(?:wij|ik|we|u|de|het|alle|uw)|(?:wij|ik|we)\s+vra(?:ag|gen)\s+u|"
    r"vra(?:ag|gen)\s+(?:wij|ik|we)\s+u|(?:wij|ik|we)\s+verzoek(?:en)?|graag|gelieve|"
    r"dien(?:t|en)|behoor(?:t|en)\s+te|moet(?:en)?|"
    r"u\s+kunt|kunt\s+u|wilt\s+u|verneem|vernemen|zien?\s+(?:wij|ik)|"
    r"ontvang(?:en)?\s+(?:wij|ik)|(?:wij|ik)\s+ontvang(?:en)?|tegemoet)\b",
    re.IGNORECASE,
)
_TELLS: Final = re.compile(
    r"\b(?:had|hadden|was|waren|werd|werden|heeft|hebben|hebt|heb|moest(?:en)?|diende[n]?|kon(?:den)?|"
    r"zou(?:den)?|ontvingen?|gevraagd|verzocht|eerder|destijds|periode|looptijd|"
    r"(?:vanaf|van)\s+(?:\d|(?:maan|dins|woens|donder|vrij|zater|zon)dag))\b",
    re.IGNORECASE,
)
_ASKED_TO_HERE: Final = re.compile(r",|\bte\s+\w+en\b")
_AFTER: Final = 40  # characters behind the term that may say that it is told of
