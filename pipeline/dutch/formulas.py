"""The fixed lines of a letter: the salutation, the closing, and who signs."""

from __future__ import annotations

import re

_SALUTATION = re.compile(
    r"(?:(?:hoog|zeer\s+)?geacht(?:e|\s+(?:college|bestuur|raad))\b|beste\s+\S|mijne?\s*heren\b|"
    r"mijnheer\b|(?:(?:hoog|wel|zeer)\s?)?(?:edel|geleerd|eerwaard)\w*\s+(?:\w+\s+)?(?:heer|heren|vrouwe|"
    r"college|raad)\b|excellentie|waarde\s+\S|dames\s+en\s+heren|l\.\s?s\.,?$).{0,80}$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:hoogachtend|met\s+(?:de\s+meeste\s+)?hoogachting|(?:met\s+)?(?:\w+e\s+)?groet(?:en)?\b)"
    r".{0,40}$",
    re.IGNORECASE,
)
_BODY = (
    r"(?:burgemeester\s+en\s+wethouders|b\s*(?:en|&)\s*w\b|(?:het\s+|de\s+)?(?:college|bestuur|"
    r"dagelijks\s+bestuur|algemeen\s+bestuur|directie|raad)\b|gedeputeerde\s+staten|provinciale\s+staten|"
    r"dijkgraaf\s+en\s+\w+)"
)
_BODY_ALONE = re.compile(
    rf"{_BODY}\s+van\s+(?-i:[A-Z][\w'-]+(?:[ -][A-Z][\w'-]+)*)\s?:", re.IGNORECASE
)
_OFFICE = (
    r"(?:minister|staatssecretaris|directeur|korpschef|burgemeester|voorzitter|commissaris|secretaris|"
    r"griffier|dijkgraaf|wethouder|gedeputeerde)"
)
_SIGNS = re.compile(
    rf"(?:(?:namens|voor)\s+(?:deze[n]?\b|{_BODY}|(?:de|het)\s+\S)|{_BODY}\s+(?:van|der)\b|"
    rf"(?:de|het)\s+(?:\w+-)?{_OFFICE}\b)",
    re.IGNORECASE,
)


def is_salutation(line: str) -> bool:
    """'Geachte heer De Vries,', 'Mijne heren,', 'Excellentie,'."""
    return _SALUTATION.match(line) is not None


def is_closing(line: str) -> bool:
    """'Hoogachtend,', 'Met vriendelijke groet,'."""
    return _CLOSING.match(line) is not None


def is_signing(line: str) -> bool:
    """A line that may open a signature: a body or an office that signs, or 'namens ...'.

    It may also open a sentence: what stands around it must tell.
    """
    alone = _BODY_ALONE.fullmatch(line.rstrip()) is not None
    return alone or (_SIGNS.match(line) is not None and not line.rstrip().endswith((".", ":", ";")))


_DISPATCHED = re.compile(
    r"(?:(?:tevens|alleen|ook|uitsluitend|verzonden|verstuurd|vooraf|en)\s+){0,3}(?:per|via)\s|"
    r"aangetekend\b",
    re.IGNORECASE,
)


def is_dispatched(line: str) -> bool:
    """'Per e-mail: ...', 'Verzonden per e-mail aan ...': how a letter goes, and where to."""
    return _DISPATCHED.match(line) is not None


_QUOTED = re.compile(
    r"[-_\s>]*(?:oorspronkelijk(?:e)?\s+bericht|original\s+message|doorgestuurd\s+bericht|"
    r"forwarded\s+message)\b|op\s.{6,60}\sschreef\s.{2,80}:$",
    re.IGNORECASE,
)


def is_quoted(line: str) -> bool:
    """'-----Oorspronkelijk bericht-----': what follows is another's letter."""
    return _QUOTED.match(line) is not None


_COUNTRY = re.compile(
    r"(?:belgi[ëe]|belgique|belgium|duitsland|deutschland|germany|frankrijk|france|luxemb(?:o?u)rg|"
    r"(?:groot-brittanni[ëe]|verenigd\s+koninkrijk|united\s+kingdom|engeland|great\s+britain)|"
    r"oostenrijk|zwitserland|spanje|portugal|itali[ëe]|denemarken|zweden|noorwegen|finland|polen|"
    r"ierland|tsjechi[ëe]|hongarije|roemeni[ëe]|bulgarije|griekenland|turkije|marokko|suriname|"
    r"cura[çc]ao|aruba|sint\s+maarten|u\.?s\.?a\.?|verenigde\s+staten)\W*",
    re.IGNORECASE,
)


def is_country(line: str) -> bool:
    """The name of a country alone on its line, as the last of an address abroad."""
    return _COUNTRY.fullmatch(line.strip()) is not None
