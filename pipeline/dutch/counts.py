"""Statements of how many: 'de zes Flevolandse gemeenten', 'de volgende drie onderdelen'."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.dutch.numbers import NUMBER_WORDS, parse_number_word


@dataclass(frozen=True, slots=True)
class FoundCount:
    """A number of things; [start, end) runs from the number (or 'elk van de') to the noun.

    `noun` is what `nouns_regex` matched, as written; None for a number that stands for things
    named before ('de overige vijf', 'elk van de vier') and for 'tweeledig'. `qualifier` is the
    word before it that says which of them, or how exactly: 'andere', 'overige', 'alle', 'deze',
    'volgende', 'elk van', 'ruim', 'in totaal' …; lower case.
    """

    start: int
    end: int
    value: int
    noun: str | None
    qualifier: str | None


_GAP: Final = r"(?:[ \t\u00a0]{1,3}(?:\n[ \t]{0,3})?|\n[ \t]{0,3})"
_NUMBER: Final = rf"(?P<number>\d{{1,3}}(?:\.\d{{3}})?|beide|{NUMBER_WORDS})"
_NO_ADJECTIVE: Final = (
    "aan|al|als|bij|binnen|buiten|dan|dat|de|deze|die|dit|door|dus|een|en|er|geen|heeft|het|hun|in|"
    "is|kan|maar|met|mijn|na|naar|niet|nog|of|om|onder|ons|onze|ook|op|over|per|te|tegen|tot|tussen|"
    "uit|uw|van|vanaf|via|voor|want|was|waren|we|wel|wij|worden|wordt|werd|werden|zal|zich|zijn|zo|"
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "hebben|procent|euro|gulden|uur|jaar|dagen|weken|maanden|miljoen|miljard|duizend|honderd|à|t/m"
)
_ADJECTIVE: Final = rf"(?!(?:{_NO_ADJECTIVE})\b)[^\W\d_][\w’'-]{{2,40}}"
_WHICH: Final = (
    r"andere|overige|resterende|volgende|onderstaande|bovenstaande|genoemde|bovengenoemde|"
    r"betrokken|deelnemende|deze|die|onze|alle|(?:elk|ieder)(?:e)?\svan(?:\sde)?|in\stotaal|totaal|"
    r"ruim|circa|ca\.|ongeveer|bijna|meer\sdan|minder\sdan|minstens|ten\sminste|tenminste|minimaal|"
    r"maximaal|ten\shoogste|hoogstens|slechts|zo['’]n"
)
_QUALIFIER: Final = re.compile(rf"(?<!\w)(?P<which>{_WHICH})\s{{1,3}}$", re.IGNORECASE)
_LONGEST_QUALIFIER: Final = 24
# A number after these is a name; after a number with a link it is the end of a range.
_NO_COUNT_BEFORE: Final = re.compile(
    r"(?:(?<!\w)(?:artikel(?:en)?|art\.?|lid|leden|punt|nr\.?|nummer|bijlage|pagina|blz\.?|hoofdstuk|"
    r"paragraaf|fase|deel|vraag|zaak|categorie|groep|klasse|niveau|tabel|figuur|wijk|zone)\s{1,3}"
    r"|[€$ƒ%]\s?|[/:.,–-]|\d[ ]?[,–-]?[ ])$"
    rf"|(?<!\w)(?:\d{{1,4}}|{NUMBER_WORDS})\s{{1,3}}(?:à|t/m|tot|tot\sen\smet|of|en)\s{{1,3}}$",
    re.IGNORECASE,
)
_STANDS_FOR: Final = re.compile(
    rf"(?<!\w)(?:(?P<which>overige|andere|resterende){_GAP}|(?P<each>(?:elk|ieder)e?\svan\sde){_GAP})"
    rf"{_NUMBER}(?=\s{{0,3}}(?:$|[.,;:)!?\n])|\s{{1,3}}(?:{_NO_ADJECTIVE})\b)",
    re.IGNORECASE,
)
_FOLD: Final = re.compile(rf"(?<!\w)(?P<number>{NUMBER_WORDS})ledige?(?!\w)", re.IGNORECASE)


def find_counts(text: str, nouns_regex: str) -> Iterator[FoundCount]:
    """Every count of the things that `nouns_regex` names, from left to right.

    At most two adjectives may stand between number and noun; 'bijlagen: 2' is a count as well.
    A year, an article of law, a range, an ordinal and the article 'een' (but 'één') are none.
    `nouns_regex` is matched as whole words, without regard to case.
    """
    counted, labelled = _patterns(nouns_regex)
    nouns = list(_before_noun(text, counted))
    ends = {count.end - len(count.noun or "") for count in nouns}
    # 'de andere vijf' / 'gemeenten' on the next line has its noun.
    alone = (one for one in _standing_for(text) if one.end + 1 not in ends)
    found = [*nouns, *_after_label(text, labelled), *alone, *_folds(text)]
    end = 0
    for count in sorted(found, key=lambda count: (count.start, -count.end)):
        if count.start >= end:
            yield count
            end = count.end


@functools.lru_cache(maxsize=32)
def _patterns(nouns_regex: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    counted = (
        rf"(?<!\w){_NUMBER}(?:{_GAP}{_ADJECTIVE}){{0,2}}?{_GAP}(?P<noun>(?:{nouns_regex}))(?!\w)"
    )
    labelled = (
        rf"(?<!\w)(?P<noun>(?:{nouns_regex}))(?:\(\w{{1,2}}\))?[ \t]{{0,3}}:[ \t]{{0,12}}"
        rf"{_NUMBER}(?![\w]|[.,/:-]\w|\.[ \t]*\w|\))"
    )
    return re.compile(counted, re.IGNORECASE), re.compile(labelled, re.IGNORECASE)


def _before_noun(text: str, pattern: re.Pattern[str]) -> Iterator[FoundCount]:
    position = 0
    while match := pattern.search(text, position):
        value = _value(match["number"])
        if value is None or _is_no_count(text, match.start()):
            position = match.end("number")
            continue
        yield FoundCount(*match.span(), value, match["noun"], _qualifier(text, match.start()))
        position = match.end()


def _after_label(text: str, pattern: re.Pattern[str]) -> Iterator[FoundCount]:
    for match in pattern.finditer(text):
        if (value := _value(match["number"])) is not None:
            yield FoundCount(*match.span(), value, match["noun"], None)


def _standing_for(text: str) -> Iterator[FoundCount]:
    for match in _STANDS_FOR.finditer(text):
        if (value := _value(match["number"])) is not None:
            qualifier = " ".join((match["which"] or match["each"]).lower().split())
            yield FoundCount(*match.span(), value, None, qualifier.removesuffix(" de"))


def _folds(text: str) -> Iterator[FoundCount]:
    for match in _FOLD.finditer(text):
        if (value := _value(match["number"])) is not None:
            yield FoundCount(*match.span(), value, None, None)


def _value(word: str) -> int | None:
    if word.replace(".", "").isdigit():
        return int(word.replace(".", ""))
    value = None if word.lower() == "een" else parse_number_word(word)
    return value if isinstance(value, int) else None


def _is_no_count(text: str, start: int) -> bool:
    return _NO_COUNT_BEFORE.search(text, max(0, start - 40), start) is not None


def _qualifier(text: str, start: int) -> str | None:
    match = _QUALIFIER.search(text, max(0, start - _LONGEST_QUALIFIER), start)
    return " ".join(match["which"].lower().split()).removesuffix(" de") if match else None
