"""What several rules ask of a letter: its dates, its own pages, whether a reading is doubtful."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from pipeline.check import Case, HasEvidence
from pipeline.dutch.dates import FoundDate, find_dates
from pipeline.letter import Letter, Passage
from pipeline.page import Page, TextFrom
from pipeline.record import Covers, Field, Redaction, Severity

DOUBTFUL: Final = 0.6
"""Below this a character may be another; a contradiction that rests on it is no error."""

_PAST: Final = re.compile(
    r"\b(?:voormalige?|toenmalige?|vroegere?|vm\.?|oud|destijds|indertijd|toen|opgeheven|"
    r"gefuseerd\w*|opgegaan|samengevoegd\w*|rechtsvoorganger\w*|gevormd|ontstaan\w*|was|waren|"
    r"werd|werden|had|hadden|deed|deden|gaf|gaven|nam|namen|kwam|kwamen|ging|gingen|kreeg|kregen|"
    r"stelden?|schreef|vroeg|eerder|archief|voorheen|thans\s+(?:het|de)|tegenwoordig)\b",
    re.IGNORECASE,
)
_CHANGE: Final = re.compile(
    r"\b(?:her(?:in)?deel\w*|herindeling\w*|fusie\w*|fuseren|opgaan|samenvoeging|nieuwe|"
    r"toekomstige)\b",
    re.IGNORECASE,
)
_NEAR: Final = 70  # characters from a name to the change that it is named in
_YEAR: Final = re.compile(r"(?<![\d.,/-])(1[89]\d\d|20\d\d)(?![\d/-])")
_ENCLOSURE: Final = re.compile(r"(?:bijlagen?|annex|appendix)\b(?![^\n]*[.;,]$)", re.IGNORECASE)
_CLOSES: Final = re.compile(
    r"hoogachting|hoogachtend|vriendelijke groet|namens deze", re.IGNORECASE
)
_ENCLOSED: Final = 3  # words under the heading
_TOP_LINES: Final = 4


def doubt(*read: Passage | Field[Any]) -> Severity | None:
    """`warning` where one of the readings is doubtful, else None: the rule's own severity."""
    sure = (r.legibility if isinstance(r, Passage) else r.confidence for r in read)
    return Severity.warning if min(sure, default=1.0) < DOUBTFUL else None


def is_currency_misread(letter: Letter, place: HasEvidence, stated: Decimal, due: Decimal) -> bool:
    """Whether OCR took a currency sign for a digit: '€40.000' read as '240.000'."""
    pages = {evidence.page for evidence in place.evidence}
    scanned = any(p.number in pages and p.text_from is TextFrom.ocr for p in letter.pages)
    read, wanted = (f"{value:.2f}" for value in (stated, due))
    return scanned and read[1:] == wanted and read[0] in _LIKE_CURRENCY


_LIKE_CURRENCY: Final = "2368"


def certain_redactions(case: Case) -> tuple[Redaction, ...]:
    """The covered places that are ones for certain.

    In the picture of a page a stamp, a bar or a form's box may look like one; there a place counts
    that shows a ground, or stands where something is to be expected.
    """
    scanned = {p.number for p in case.letter.pages if p.text_from is TextFrom.ocr}
    return tuple(
        redaction
        for redaction in case.record.redactions
        if redaction.grounds
        or redaction.covers is not Covers.unknown
        or redaction.page not in scanned
    )


def dates_of(letter: Letter) -> tuple[FoundDate, ...]:
    """Every full date in the letter's text."""
    return _dates(letter.text)


@lru_cache(maxsize=4)
def _dates(text: str) -> tuple[FoundDate, ...]:
    return tuple(find_dates(text))


def own_pages(letter: Letter) -> tuple[Page, ...]:
    """The letter's pages up to the first that is an enclosure."""
    for number, page in enumerate(letter.pages):
        if number and is_enclosure(page):
            return letter.pages[:number]
    return letter.pages


def is_enclosure(page: Page) -> bool:
    """A page with 'Bijlage' standing as a heading in its first lines, over what it encloses.

    Not the end of a letter, where the enclosures are listed under who signs.
    """
    lines = [line.text for block in page.blocks for line in block.lines]
    for at, text in enumerate(lines[:_TOP_LINES]):
        if _CLOSES.search(text):
            return False
        if _ENCLOSURE.match(text) and len(text.split()) <= 12:
            return sum(len(line.split()) for line in lines[at + 1 :]) >= _ENCLOSED
    return False


def is_told_as_past(letter: Letter, date: dt.date, offset: int) -> bool:
    """'de voormalige gemeente X', 'in 2003 had de gemeente X', 'X is opgegaan in Y'."""
    first, last = letter.sentence(offset)
    sentence = letter.text[first:last]
    past_year = any(int(year) < date.year for year in _YEAR.findall(sentence))
    near = letter.text[max(first, offset - _NEAR) : min(last, offset + _NEAR)]
    return past_year or bool(_PAST.search(sentence) or _CHANGE.search(near))
