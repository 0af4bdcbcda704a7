"""How sure it is that a mark in a text stands for a covered place.

Its sentence, label or line must want something there. A citation of the law ('artikel 5.1, tweede
lid, onder e') covers nothing, nor does a box to tick.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from pipeline.page import Word
from pipeline.record import Covers
from pipeline.redaction.codes import grounds_in, ranked_codes
from pipeline.redaction.cues import Wanted, wanted
from pipeline.redaction.marks import Kind, Mark, letters_of_code, marks

_LEGAL_BEFORE: Final = re.compile(
    r"\b(?:art(?:ikel(?:en)?|t)?|lid|leden|"
    r"onder(?:deel|delen)?(?=\s+(?:$|[a-i\d]\b|\d))|sub|aanhef|juncto|jo|wet|wob|woo|"
    r"(?:weigerings|uitzonderings)?grond(?:en|slag)?|code|codes|aanduiding|(?:weg|zwart)?gelakt|onleesbaar|ingevolge|ex(?=\s)|letter|"
    r"(?:deels|gedeeltelijk|niet|geheel)\s+(?:openbaar|verstrekt|geweigerd)|geweigerd|beoordeling)\b"
    r"[^!?]{0,60}$",
    re.IGNORECASE,
)
_LEGAL_AFTER: Final = re.compile(
    r"\s*(?:,?\s*(?:van\s+de\s+)?(?:wob|woo|wet)\b|[-–:=]\s*[a-z])", re.I
)
_CITING: Final = re.compile(r"\b(?:art(?:ikel(?:en)?)?\.?|lid|onder|sub|grond(?:en)?)\s*$", re.I)
_CITED: Final = re.compile(
    r"\b(?:op grond van|ingevolge|krachtens|volgens|conform|bedoeld in|op basis van|"
    r"toepassing van|in)\s+$",
    re.IGNORECASE,
)
_WORN: Final = re.compile(
    r"\d{3,4}[a-i]|(?!5\.1\.\d\.?[a-i])5[.,\s]?1[.,\s]?\d[.,\s]?[a-i]|10[,\s]\d[.,\s]?[a-i]"
)
_MENTIONED: Final = re.compile(
    r"^[(\[“\"'‘„](?!\d+\)\()|(?<!\([\da-i]\))(?<!\(\d[a-i]\))[)\]”\"'’]$"
)
_NUMBERED_EURO: Final = re.compile(
    r"\s*(?:[\d(█xX*/)|,.\-–]*[\d█]|[(/)x`~'^°|]|-|(?:nihil|nul|p\.?m|n\.?v\.?t)\b)", re.IGNORECASE
)
_COLUMN_EURO: Final = re.compile(r"\b(?:in|x|per)\s*$|[(/]$", re.IGNORECASE)
_IN_SENTENCE: Final = re.compile(r"[a-zà-ÿ,] ?(?:\|| |\n) ?\(?$")
"""In the middle of a sentence that does not speak of the law nobody writes a code."""
_ODD_END: Final = re.compile(r"[®©¢][ec]$")  # of a code's last letter: no word ends so
_SQUARE: Final = re.compile(r"\d\s*$")  # '40 m®': square metres
_QUOTING: Final = re.compile(r"[“„][^”]*$")
_TICKED: Final = re.compile(r"(?:^|\n)[ \t]*\[ ?[xX×v]? ?\] +\w")


@dataclass(frozen=True, slots=True)
class Place:
    """A mark with what stands before and after it in its block."""

    mark: Mark
    words: tuple[Word, ...]
    before: str
    after: str
    alone: bool  # nothing but marks on its line
    first: bool  # of its line
    gap: bool = False  # it stands in a gap of its line, on a scan

    @property
    def around(self) -> tuple[str, str]:
        """What stands before and after the mark itself, its punctuation included."""
        text = self.mark.text
        return self.before + text[: self.mark.start], text[self.mark.end :] + self.after

    @property
    def want(self) -> Wanted | None:
        return wanted(*self.around)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a place's block and page."""

    table: bool
    many: bool  # other covered places stand on the page
    law: bool  # the page speaks of the act under which codes are given
    closed: bool  # a letter's closing stands in the block or just over it


def verdict(place: Place, setting: Setting) -> float:
    """How sure it is that a covered place was read here; 0 where it is not one."""
    kind = place.mark.kind
    if kind in (Kind.blocks, Kind.label):
        return 0.95
    if kind is Kind.euro:
        return 0.0 if setting.table else _empty_euro(place, setting)
    if kind in (Kind.empty, Kind.dots):
        return _brackets(place, setting)
    if kind is Kind.code:
        return _printed_code(place, setting)
    if kind in (Kind.odd, Kind.odd_short):
        return _odd(place, setting)
    return _near_code(place)


def _brackets(place: Place, setting: Setting) -> float:
    """Brackets with nothing in them: no box to tick, no part left out of what is quoted."""
    before, after = place.around
    in_sentence = _IN_SENTENCE.search(before) is not None
    words_follow = after.lstrip(" ").split("\n")[0][:1].isalpha()
    ticked = place.first and words_follow and _TICKED.search(before)
    if ticked or (place.first and words_follow and not in_sentence):
        return 0.0
    if place.mark.kind is Kind.dots and _quoted(before):
        return 0.0
    want = place.want
    if want is not None and (want.strong or place.mark.kind is Kind.empty):
        return 0.9 if want.strong else 0.75
    if place.alone and (place.mark.kind is Kind.empty or setting.many or setting.closed):
        return 0.7
    if setting.many and not words_follow:
        return 0.5
    if setting.table or not in_sentence:
        return 0.0
    return 0.65 if place.mark.kind is Kind.empty else 0.55 if setting.many else 0.0


def _quoted(before: str) -> bool:
    return bool(_QUOTING.search(before) or _LEGAL_BEFORE.search(before[-90:]))


def _odd(place: Place, setting: Setting) -> float:
    """Signs among letters: where something is wanted, or where no word ends so."""
    before, _ = place.around
    if place.mark.core.startswith("m") and _SQUARE.search(before):
        return 0.0
    want = place.want
    if want is not None:
        return 0.9 if want.strong else 0.6
    if place.mark.kind is Kind.odd and _ODD_END.search(place.mark.core):
        return 0.55
    return 0.5 if setting.many or (place.alone and setting.closed) else 0.0


def _printed_code(place: Place, setting: Setting) -> float:
    """A code where something else belongs; not one that the text itself speaks of."""
    if place.gap and any(code[-1].isalpha() for code in grounds_in(place.mark.core)):
        return 0.0 if _CITING.search(place.before[-12:]) else 0.8
    if _LEGAL_BEFORE.search(place.before[-90:]) or _LEGAL_AFTER.match(place.after):
        return 0.0
    core = place.mark.core
    worn = _WORN.fullmatch(core) is not None  # nobody types '512e' or '5.1,2,e'
    if not worn and (grounds_in(place.before.rstrip()[-8:]) or _CITED.search(place.before)):
        return 0.0  # one of a list, or the law
    if not any(code[-1].isalpha() for code in grounds_in(core)):
        return 0.5 if place.alone and setting.many and not setting.law else 0.0
    want = place.want
    if want is not None and want.strong:
        return 0.95
    mentioned = setting.table or _MENTIONED.search(place.mark.text)
    if want is not None:
        return 0.7 if worn or not mentioned else 0.0
    if not mentioned and _IN_SENTENCE.search(place.before):
        return 0.6
    if setting.law and not (place.alone and setting.closed):
        return 0.0
    likely = worn or setting.many or setting.closed
    return 0.7 if place.alone and likely else 0.5 if setting.many else 0.0


def _near_code(place: Place) -> float:
    """'S12e', '&t2e': nearly a code, with a digit or a mark among letters."""
    core, want = place.mark.core, place.want
    if want is None:
        return 0.0
    ranked = ranked_codes(core)
    if core.isalpha():
        people = want.covers in (Covers.person, Covers.contact)
        return 0.6 if want.strong and people and letters_of_code(core) else 0.0
    if not ranked or ranked[0][0] > 0.75:
        return 0.0
    return 0.85 if want.strong else 0.55


def _empty_euro(place: Place, setting: Setting) -> float:
    """A euro sign with no number, where a sum is named; not one before the mark itself."""
    before, after = place.around
    following = after.split()[:8]
    if any(mark.first == 0 and mark.kind is not Kind.near for mark in marks(following)):
        return 0.0
    if _NUMBERED_EURO.match(after) or _COLUMN_EURO.search(before):
        return 0.0
    around = wanted(before, ""), wanted("", after)
    if any(want and want.covers is Covers.amount for want in around):
        return 0.8
    return 0.5 if setting.many and around[0] is not None else 0.0
