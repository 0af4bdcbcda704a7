"""Numbers and addresses by which a person, a body or a place is known.

Checksums come from python-stdnum, imported when a number is first checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.dutch.misread import DIGIT, digits_of

Kind = Literal["iban", "bsn", "postcode", "email", "phone", "po-box"]


@dataclass(frozen=True, slots=True)
class FoundIdentifier:
    """An identifier; `text` stands at [start, end), `value` is its canonical form.

    - iban 'NL91ABNA0417164300'; bsn nine digits; postcode '2500 EH'; email lower case;
      phone '+31384998899', short numbers as '14036' and '08001234'; po-box its number.
    - `valid`: the checksum holds, or there is none to fail.
    - `labelled`: a word before it says what it is ('BSN', 'KvK', 'Tel.').
    - `repaired`: a letter was read as the digit that it must be, or a space taken out.
    """

    kind: Kind
    start: int
    end: int
    text: str
    value: str
    valid: bool
    labelled: bool
    repaired: bool


@dataclass(frozen=True, slots=True)
class FoundAddress:
    """A street and a house number: 'Lange Voorhout', '12-a'."""

    start: int
    end: int
    text: str
    street: str
    number: str


_IBAN: Final = re.compile(
    r"(?<![A-Za-z0-9])[A-Z]{2}[ ]?[0-9OIl]{2}(?:[ .]?[A-Z0-9]){11,30}(?![A-Za-z0-9])"
)
_DUTCH_IBAN: Final = re.compile(
    r"(?<![A-Za-z0-9])NL[ ]?[0-9OIl]{2}[ .\n]?(?:[A-Z][ ]?){4}[ .\n]?(?:[0-9OIl][ .\n]?){9}[0-9OIl]"
    r"(?![A-Za-z0-9])"
)
_BSN: Final = re.compile(
    r"(?<![\w.,/-])(?:\d{9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})"
    r"(?!\w|[.,/-]\w)"
)
_BSN_LABEL: Final = re.compile(
    r"(?:\bBSN|burgerservicenummer|sofi-?\s?nummer|\bsofinr\.?|persoonsnummer)\W{0,4}(?:nummer|nr\.?)?"
    r"[\s:(.-]{0,6}$",
    re.IGNORECASE,
)
_POSTCODE: Final = re.compile(
    rf"(?<!\w)(?<![\w/]-)(?<!\w/)(?<!\d[:.])(?P<digits>[1-9Il|]{DIGIT}{{3}})"
    rf"[ \u00a0]{{0,2}}(?P<letters>[A-Z]{{2}}|0[A-Z]|[A-Z]0)"
    r"(?!\w|-\d)"
)
_A_YEAR: Final = re.compile(
    r"(?<!\w)(?:in|van|voor|over|jaar|vanaf|sinds|eind|begin|medio)\s$", re.IGNORECASE
)
_NO_POSTCODE_LETTERS: Final = frozenset(("SA", "SD", "SS"))
_EMAIL: Final = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}[ ]?@[ ]?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}"
    r"\.[A-Za-z]{2,12}(?![\w@])"
)
_SEPARATOR: Final = r"[ \u00a0()./–-]{0,3}"
_AREA: Final = r"(?:6|1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7[0-9]|8[24578]|91|[1-5]\d{2})"
_PHONE: Final = re.compile(
    rf"(?<![\w+])(?<!\d[.,/-])(?:\+31|0031|\(\+31\))[ ]?[-.]?(?:\(0\))?{_SEPARATOR}"
    rf"(?P<abroad>\d(?:{_SEPARATOR}\d){{8}})(?!\w)"
    rf"|(?<![\w+/])(?<!\d[.,-])\(?0(?P<area>{_AREA})\)?[ \u00a0./–-]{{0,3}}"
    r"(?P<rest>\d(?:[ \u00a0.-]{0,2}\d){4,8})(?!\w)(?![.,:]\d)"
    r"|(?<![\w+/.-])(?P<short>0[89]00[ .-]{0,3}\d{4}(?:\d{3})?"
    r"|0[89]00[ .-]\d{3}[ .-]\d{2}[ .-]\d{2}|14[ ]0\d{2,3})(?!\w|[.,-]\d)"
)
_DIGITS_BEFORE_1995: Final = 9  # with the 0; ten since October 1995
_DATE_FIRST: Final = re.compile(r"\d\d([-./])\d\d\1(?:19|20)\d\d")
_IN_ACCOUNT: Final = re.compile(r"[A-Z]{2}\d{2}[ .]?[A-Z]{4}[ .]?$")
_PHONE_LABEL: Final = re.compile(
    r"(?:tel(?:efoon)?(?:nummer|nr)?|doorkies\w*|mobiel|fax\w*|telefax|toestel|\bT|\bM|\bF)[.:\s]{1,4}$",
    re.IGNORECASE,
)
_PO_BOX: Final = re.compile(
    r"(?<!\w)(?:Post-?\s?bus|POSTBUS|postbus|Antwoordnummer)[ \u00a0]{0,3}"
    rf"(?P<number>{DIGIT}{{1,2}}\.{DIGIT}{{3}}|{DIGIT}{{1,5}})(?!\w)"
)


def find_ibans(text: str) -> Iterator[FoundIdentifier]:
    """Bank accounts: Dutch ones whether their checksum holds or not, foreign ones where it does."""
    from stdnum import iban

    end = 0
    found = [*_DUTCH_IBAN.finditer(text), *_IBAN.finditer(text)]
    for match in sorted(found, key=lambda match: match.start()):
        compact = re.sub(r"[\s.]", "", match[0])
        value, repaired = _repaired_iban(compact)
        # Not the bank code of the country: a bank that python-stdnum does not know may exist.
        valid = bool(iban.is_valid(value, check_country=False))
        if match.start() >= end and (valid or match.re is _DUTCH_IBAN):
            yield FoundIdentifier("iban", *match.span(), match[0], value, valid, True, repaired)
            end = match.end()


def _repaired_iban(compact: str) -> tuple[str, bool]:
    """Digits where a Dutch account has digits; other countries' accounts are left as they are."""
    if not compact.startswith("NL"):
        return compact, False
    check, account = digits_of(compact[2:4], letters_only=True), digits_of(compact[8:])
    value = f"NL{check or compact[2:4]}{compact[4:8]}{account or compact[8:]}"
    return value, value != compact


def find_bsns(text: str) -> Iterator[FoundIdentifier]:
    """Citizen service numbers: labelled ones, valid or not; unlabelled ones that pass the test.

    One in eleven nine-digit numbers passes by chance: trust an unlabelled one accordingly.
    """
    from stdnum.nl import bsn

    for match in _BSN.finditer(text):
        value = re.sub(r"\D", "", match[0])
        labelled = _BSN_LABEL.search(text, max(0, match.start() - 40), match.start()) is not None
        valid = bool(bsn.is_valid(value))
        if labelled or valid:
            yield FoundIdentifier("bsn", *match.span(), match[0], value, valid, labelled, False)


def find_postcodes(text: str) -> Iterator[FoundIdentifier]:
    """Postcodes: '2500 EH', '2500EH'; '25OO EH' repaired. SA, SD and SS are not given out.

    Only the form speaks here: whether the postcode exists is for the registers. A number that the
    word before makes a year ('in 2016 EU-subsidie') is none.
    """
    for match in _POSTCODE.finditer(text):
        digits = digits_of(match["digits"])
        letters = match["letters"].replace("0", "O")
        if digits is None or len(letters) != 2 or letters in _NO_POSTCODE_LETTERS:
            continue
        if _A_YEAR.search(text, max(0, match.start() - 10), match.start()):
            continue
        repaired = digits != match["digits"] or letters != match["letters"]
        value = f"{digits} {letters}"
        yield FoundIdentifier("postcode", *match.span(), match[0], value, True, False, repaired)


def find_emails(text: str) -> Iterator[FoundIdentifier]:
    """E-mail addresses, also with the space that OCR puts beside the @."""
    for match in _EMAIL.finditer(text):
        value = match[0].replace(" ", "").lower()
        repaired = " " in match[0]
        yield FoundIdentifier("email", *match.span(), match[0], value, True, False, repaired)


def find_phones(text: str) -> Iterator[FoundIdentifier]:
    """Dutch telephone and fax numbers: national, with +31, 0800 and 0900, and '14 036'."""
    for match in _PHONE.finditer(text):
        value = _phone_value(match)
        before, start = max(0, match.start() - 24), match.start()
        if value is not None and not _IN_ACCOUNT.search(text, before, start):
            labelled = _PHONE_LABEL.search(text, before, start) is not None
            if len(value) == _DIGITS_BEFORE_1995 and not labelled:
                continue  # too short to be told from a reference by its form alone
            yield FoundIdentifier("phone", *match.span(), match[0], value, True, labelled, False)


def _phone_value(match: re.Match[str]) -> str | None:
    if match["short"]:
        return re.sub(r"\D", "", match["short"])
    if _DATE_FIRST.match(match[0]):
        return None
    national = re.sub(r"\D", "", match["abroad"] or match["area"] + match["rest"])
    if len(national) == _DIGITS_BEFORE_1995 - 1 and not match["abroad"]:
        return f"0{national}"
    return f"+31{national}" if len(national) == 9 and national[0] != "0" else None


def find_po_boxes(text: str) -> Iterator[FoundIdentifier]:
    """'Postbus 20301', 'Post-bus 1', 'Antwoordnummer 12'; the value is the number."""
    for match in _PO_BOX.finditer(text):
        plain = match["number"].replace(".", "")  # 'Postbus 10.000'
        number = digits_of(plain)
        if number is not None:
            repaired = number != plain
            yield FoundIdentifier("po-box", *match.span(), match[0], number, True, True, repaired)


_SUFFIX: Final = (
    r"(?:straat(?:weg)?|str\.|laan|ln\.|weg|plein|kade|gracht|singel|dreef|steeg|plantsoen|boulevard|"
    r"allee|markt|hof|pad|dijk|park|wal|haven|hout|baan|brink|poort|ring|erf|zoom|kwartier|burg|huis|"
    r"waard|akker|veld|kamp|toren|bos|spui|daal|berg|horst|rade)"
)
_HOUSE: Final = (
    r"(?P<number>[1-9]\d{0,4}"
    r"(?:[ ]?(?:-|–|t/m|tot[ ]en[ ]met)[ ]?\d{1,4}(?![ ]?[A-Z]{2}\b)|"
    r"[ ]?[-/]?[ ]?(?:[a-zA-Z](?!\w)|bis|hs|[IV]{1,3}))?)"
)
_WORD: Final = r"[A-ZÀ-Þ'’][\w'’.-]{0,30}"
_LINK: Final = r"van|de|den|der|het|'t|en|ten|ter"
_NO_LABEL: Final = r"(?!(?i:\w{0,16}adres|gemeente|locatie|lokatie|aan|te|het adres)\b)"
_STREET: Final = re.compile(
    rf"(?<![\w-])(?P<street>(?:{_NO_LABEL}{_WORD}[ ](?:(?:{_WORD}|{_LINK})[ ]){{0,3}})?{_NO_LABEL}"
    rf"(?:(?:['’]s-)?[A-ZÀ-Þ][\w'’.-]{{0,30}}?{_SUFFIX}"
    r"|(?i:voorhout|plein|markt|spui|rokin|damrak|brink|singel|dam)"
    r"|Wal|Haven|Gracht|Kade|Dijk|Laan|Weg|Hof|Baan|Steeg|Dreef|Straat))"
    rf"[ \u00a0]{{1,3}}{_HOUSE}(?![\w%]|[.,]\d|[ ]?(?:%|euro|procent))"
)
_BEFORE_POSTCODE: Final = re.compile(
    rf"(?<![\w-])(?P<street>{_NO_LABEL}{_WORD}(?:[ ](?:{_WORD}|{_LINK})){{0,4}})"
    rf"[ \u00a0]{{1,3}}{_HOUSE}[ ]{{0,3}}[,|·•;]?\s{{0,4}}"
    r"(?=[1-9]\d{3}[ ]{0,2}[A-Z]{2}(?!\w))"
)
_NO_STREET: Final = re.compile(
    r"^\W*\w{1,2}$|\b(?:Postbus|Antwoordnummer|Artikel|Art\.|Bijlage|Pagina|Nummer|Kamer|Telefoon|Tel\.?|Lid)\b",
    re.IGNORECASE,
)


def find_street_addresses(text: str) -> Iterator[FoundAddress]:
    """Streets with a house number: 'Stadhuisplein 1', 'Lange Voorhout 12-a', 'Kerkstraat 3bis'.

    A name that does not end as streets do ('Het Bat 4') is one only where a postcode follows.
    """
    end = 0
    found = [*_STREET.finditer(text), *_BEFORE_POSTCODE.finditer(text)]
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        if match.start() < end or _NO_STREET.search(match["street"]):
            continue
        stop = match.end("number")
        written = text[match.start() : stop]
        yield FoundAddress(match.start(), stop, written, match["street"], match["number"])
        end = stop
