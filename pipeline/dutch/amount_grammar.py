"""How a sum of money is put together: the regular expressions that `amounts` reads with."""

from __future__ import annotations

import re
from typing import Final

from pipeline.dutch.figures import DASHES, FIGURE
from pipeline.dutch.numbers import NUMBER_WORDS

BLANK: Final = r"[ \t\u00a0\u202f]"
GAP: Final = rf"{BLANK}{{0,3}}(?:\n{BLANK}{{0,3}})?"
COLUMN: Final = rf"{BLANK}{{0,24}}(?:\n{BLANK}{{0,3}})?"
"""Between a currency sign and its figure a table leaves room."""

SCALES: Final = {
    "miljoen": 10**6, "mln": 10**6, "mio": 10**6, "M": 10**6,
    "miljard": 10**9, "mld": 10**9, "mrd": 10**9,
    "duizend": 1000, "k": 1000, "K": 1000, "ton": 100_000,
}  # fmt: skip
_SCALE: Final = (
    r"(?P<scale>(?i:miljoen|miljard|duizend|mln|mio|mld|mrd|ton)(?!\w)|[kKM](?!\w))"
    r"(?:(?<=ln|io|ld|rd)\.)?"
)
_SIGN: Final = r"(?P<sign>-/-[ ]?|(?<!\d[ ])(?<![\w,.=–—-])[-−](?=[€ƒfEH\d]))?"
_HOLDS_DIGIT: Final = rf"(?={BLANK}*[OlI|]{{0,3}}[.,]?[0-9])"
_LINE_ENDS: Final = rf"(?={BLANK}*\n{BLANK}*[0-9])"
_BEFORE: Final = (
    # What OCR makes of a euro sign comes first, so that '€.' is not '€' and a stray point.
    rf"(?:(?P<misread>€[ ]?[.:](?=[ ]?[0-9OlI])|[eEéÉC£]{_HOLDS_DIGIT})"
    rf"|(?P<euro>€|EURO?\.?(?![A-Za-z])|[Ee]uro(?=[ \t]{{1,9}}[0-9]))"
    rf"|(?P<guilder>(?i:hfl|dfl|fl|[hd]?ﬂ|gld)\.?|ƒ|NLG|(?P<letter>[fF]\.?)(?:{_HOLDS_DIGIT}|{_LINE_ENDS})))"
)
_AFTER: Final = (
    r"(?:(?P<euro_after>(?<!\n)€(?![ ]?\d)|(?i:euro|eur)['’]?s?(?!\w))"
    r"|(?P<guilder_after>(?i:gulden|nlg|gld)s?(?!\w)))"
)
_SAID_AGAIN: Final = rf"(?:{GAP}(?i:euro|eur|gulden)(?!\w))?"
_ENDS: Final = r"(?!\w|[ ]?%|[?*#][.,\d]|[.,'’](?![A-Z][a-z])\w)"
"""After a figure: nothing that could be one more digit of it, badly read."""
_NUMBER: Final = rf"(?P<figure>{FIGURE})(?P<dashes>{DASHES})?"
_SCALED_OR_ENDS: Final = rf"(?:{GAP}{_SCALE}|{_ENDS})"
_LINK: Final = rf"{GAP}(?P<link>-|–|—|tot(?: en met)?|t/m|à|en){GAP}"

PREFIXED: Final = re.compile(
    rf"{_SIGN}(?<!\w){_BEFORE}{COLUMN}(?P<inner>(?:-/-|[-−–])[ ]?)?"
    rf"{_NUMBER}{_SCALED_OR_ENDS}{_SAID_AGAIN}"
)
SUFFIXED: Final = re.compile(
    rf"{_SIGN}(?<![\w€ƒ])(?<!\d[.,/]){_NUMBER}(?:{GAP}{_SCALE})?{GAP}{_AFTER}"
)
YEAR_THEN_SUM: Final = re.compile(rf"(?:19|20)\d\d{BLANK}*€{BLANK}*\n{BLANK}*\d")
"""'in 2012 €' at the end of a line, with the figure on the next."""
RANGE_SECOND: Final = re.compile(rf"{_LINK}{_NUMBER}{_SCALED_OR_ENDS}{_SAID_AGAIN}")
RANGE_FIRST: Final = re.compile(rf"(?<![\w€ƒ])(?<!\d[.,/-]){_NUMBER}(?:{GAP}{_SCALE})?{_LINK}$")
BARE: Final = re.compile(rf"(?P<sign>-/-[ ]?|[-−–][ ]?)?{_NUMBER}(?:{GAP}{_SCALE})?")
NIL: Final = re.compile(r"(?:€|EUR|ƒ|f)\s{0,9}(?:[-–—]|[-–—]?[.,][-–—]{1,2})")

WORD_CURRENCY: Final = re.compile(r"(?<!\w)(?:(?P<euro_after>(?i:euro|eur))|(?i:gulden))(?!\w)")
CENTS: Final = re.compile(
    rf"{GAP}en{GAP}(?P<number>\d{{1,2}}|(?i:{NUMBER_WORDS})){GAP}(?:euro)?cent(?!\w)"
)
SAY: Final = re.compile(
    rf"\b(?i:zegge)\b[:;]?\s{{0,3}}"
    rf"(?P<words>(?i:{NUMBER_WORDS}(?:\s{{1,3}}{NUMBER_WORDS}){{0,8}}))(?!\w)"
)

SAID_MORE: Final = re.compile(r"\b(?i:zegge)\b[:;]?\s+\w[^.)]*$")
"""Between 'zegge' and a number word stands another word: part of the number, badly read."""

EMPTY: Final = re.compile(
    rf"(?:€|ƒ|\bEUR(?!\w)|(?:(?<=van )|(?<=ad )|(?<=bedraagt )|(?<=bedragen )|(?<=[:|] ))"
    rf"euro(?!\w))(?!{COLUMN}-?(?:\d|[OlI|][\d.,]))(?!{BLANK}?[)\]])(?!{BLANK}{{0,9}}[-–—](?:$|[\s,.]))"
)
HEAD_BEFORE: Final = re.compile(r"(?:\d|\b(?:in|x)|[x×(\[]|,[-–=]{1,2})[ ]{0,2}$", re.IGNORECASE)
"""Before a sign without a number that is no gap: a figure, or the wording of a column's head."""
UNREADABLE: Final = re.compile(rf"(?:€|\bEUR\b|ƒ){BLANK}{{0,3}}[^\s€\d]{{0,8}}\d[^\s€]{{0,16}}")
POSTCODE_LETTERS: Final = re.compile(r"[ ]?[A-Z]{2}(?!\w)")
NUMBERED_LETTER: Final = re.compile(r"\b(?:sub|onder|lid|onderdeel|letter|en)[ ]$", re.IGNORECASE)
BETWEEN: Final = re.compile(r"\btussen(?: de)?\s{1,3}$", re.IGNORECASE)
TABLE_SCALE: Final = re.compile(r"(?<!\d)(?<!\d[ ])[x×][ ]?$", re.IGNORECASE)
"""'bedragen x € 1.000' says what a table counts in; '2 x € 1.000' is a sum."""
