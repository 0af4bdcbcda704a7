"""Names of persons, where something says that they are one: a style, a title or initials."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.dutch.misread import initials_mended
from pipeline.dutch.vocabulary import surname_prefixes


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person. `text` stands at [start, end), with 'de heer' and its like.

    `name` is the name without style words, titles kept, on one line: 'mr. G.A. van der Steur';
    the surname alone where no more is there ('Geachte heer Van der Steur').
    """

    start: int
    end: int
    text: str
    name: str


_GAP: Final = r"(?:[ \t\u00a0]{1,3}\n?[ \t]{0,3}|\n[ \t]{0,3})"
_NO_GAP: Final = r"[ \t\u00a0]{0,3}\n?[ \t]{0,3}"
_BLANK: Final = r"[ \t\u00a0]{1,3}"
UPPER: Final = "A-ZÀ-ÖØ-ÞĆČĎĐĞİŁŃŇŘŚŞŠŤŮŹŻŽȘȚ"
LOWER: Final = "a-zß-ÿćčďđğıłńňřśşšťůźżžșț"
_STYLE: Final = (
    r"(?:(?:[Dd]e[nr]?|[Mm]ijn|[Gg]eachte|[Ww]aarde|[Bb]este)\s{1,3})?"
    r"(?:(?:[Ww]eledel|[Hh]oog|[Ee]del)\w{0,20}\s{1,3})?"
    r"(?:[Hh]eer(?:\sen\s[Mm]evrouw)?|HEER|[Mm]evrouw|MEVROUW|[Mm]eneer|[Mm]ijnheer|[Vv]rouwe|"
    r"[Dd]hr|DHR|[Mm]evr|[Mm]w|MW|[Mm]ej)(?:\.|\b)"
)
_TITLE: Final = (
    r"(?:(?:[Mm]r|MR|[Dd]rs|DRS|[Ii]r|IR|[Ii]ng|ING|[Dd]r|DR|[Pp]rof|PROF|[Bb]c|[Jj]hr|[Jj]kvr|"
    r"[Dd]s|[Ll]ic)\.|(?:mr|drs|ir|ing|dr|prof|jhr|jkvr|ds|[Jj]onkheer|[Jj]onkvrouw)(?=\s))"
)
_TITLES: Final = rf"{_TITLE}(?:[ ]?{_TITLE}){{0,3}}(?:\sh\.?c\.)?"
_INITIAL: Final = rf"(?:IJ|Chr|Joh|[{UPPER}](?:h|j)?)\."
# 'WJ.L.', 'ThJ.': OCR lost a point.
_TWO_IN_ONE: Final = rf"(?:[{UPPER}]{{2}}\.(?=[ ]?[{UPPER}]\.)|[CPT]h[{UPPER}]\.)"
_TWO_ALONE: Final = (  # 'CX. Sikkema', 'LK. van Engelshoven'
    rf"[{UPPER}]{{2}}\."
    rf"(?=[ ](?:(?:van|de|den|der|ter|ten|te|in|'t)[ ]){{0,3}}[{UPPER}][{LOWER}])"
)
_INITIALS: Final = (
    rf"(?:{_INITIAL}|{_TWO_IN_ONE}|{_TWO_ALONE})"
    rf"(?:[ ]?-?(?:{_INITIAL}|(?<=\.)[{UPPER}]{{2}}\.)){{0,6}}"
)
_LOST_POINT: Final = re.compile(
    rf"\b(?!IJ)(?:(?<=[{UPPER}]\.)[{UPPER}](?=[{UPPER}]\.)|"
    rf"(?:[CPT]h|[{UPPER}])"
    rf"(?=[{UPPER}]\.[ ](?:[a-z]|[{UPPER}][{LOWER}])|[{UPPER}]\.[ ]?[{UPPER}]\.))"
)
_NOBLE: Final = r"(?:[Bb]aron(?:es|esse)?|[Gg]raaf|[Gg]ravin|[Rr]idder|[Jj]onkheer|[Jj]onkvrouwe?)"
_FARM: Final = r"(?:Oude|Olde|Klein|Kleine|Groot|Grote|Lutke|Luttik|Nije|Lange)(?=[ ][A-Z])"
_LETTER: Final = r"[^\W\d_]"
_FIRST_NAME: Final = rf"[{UPPER}]{_LETTER}{{1,15}}(?:-[{UPPER}]{_LETTER}{{1,15}})?"
# OCR lost their points: 'de heer AB Jansen', 'drs. MJ. van Rijn'.
_BARE_INITIALS: Final = (
    rf"[{UPPER}]{{2,4}}(?:(?=[ ][{UPPER}][{LOWER}])|"
    rf"\.(?=[ ](?:[a-z'’]+[ ]){{0,3}}[{UPPER}][{LOWER}]))"
)
_SURNAME: Final = rf"(?:[ODdLl]['’])?[{UPPER}](?:{_LETTER}|['’](?={_LETTER})){{1,30}}"
DEGREES: Final = (
    r"(?:,?\s(?:BA|BSc|LLB|MA|MSc|LLM|MBA|MPA|MPM|MBM|PhD|RA|AA|RC|EMBA|EMPA|BEd|MEd|MSocSci|CIPM|"
    r"RI|RE|MCM|MCDm|EMPM|RO|[BM]\.?Sc\.|LL\.[BM]\.)(?!\w)){0,3}"
)
# A single preposition after 'de heer' is more often one ('de heer uit Urk') than part of a name.
_LONE_PREPOSITIONS: Final = frozenset(
    (
        "a", "aan", "af", "am", "auf", "aus", "bij", "d", "i", "im", "in", "l", "of", "onder", "op",
        "over", "s", "t", "to", "toe", "tot", "uijt", "uit", "unter", "voor", "vor",
    )
)  # fmt: skip
_MISREAD_PREFIXES: Final = frozenset(
    (
        "vau",
        "vau de",
        "vau den",
        "vau der",
        "van dcr",
        "van dc",
        "in t",
        "van t",
        "op t",
        "in't",
        "van't",
    )
)
_LOST_APOSTROPHE: Final = re.compile(r"(?<= in| op|van)(?: t|'t) ")
_SECOND_PREFIX: Final = r"(?:von|zu|thoe|tot|van\sden|van\sder|ten|ter)\s"
# Capitalised words that follow a style, a title or initials and are no surname.
_NO_SURNAME: Final = (
    r"(?i:(?:De|Het|Een|Dit|Deze|Die|Dat|In|Op|Aan|Voor|Met|Bij|Door|Naar|Over|Uit|Om|Als|Er|En|Of|"
    r"Ons|Onze|Uw|U|Wij|We|Ik|Zij|Hij|Niet|Ook|Geen|Na|Te|Tot|Van|Hoogachtend|Graag|Zie|Indien|"
    r"Wanneer|Heer|Mevrouw|Meneer|Mijnheer|Mw|Dhr|Geachte?|Naam|Adres|"
    r"(?:[\w-]{0,16}burgemeester|wethouder|minister|staatssecretaris|secretaris|voorzitter|president|"
    r"directeur|griffier|commissaris|gedeputeerde|raads|college|hoofd|gemeente|provincie|waterschap|"
    r"stichting|vereniging|dienst|afdeling|directie|team|bijlage|artikel|doel|conclusie|besluit|"
    r"financi|nederland|europe|beleids|project|programma)\w*|"
    r"Raad|Postbus|Datum|Telefoon|Tel|Fax|Betreft|Onderwerp|Kenmerk|Pagina|Lid|Wet|Awb|Wob|Woo|Box|"
    r"Inleiding|Algemeen|Algemene|Kosten|Aanleiding|Planning|Toelichting|Samenvatting|Achtergrond|"
    r"Aanpak|Huidige|Overige|Overwegingen|Wettelijk|Juridisch|Januari|Februari|Maart|April|Juni|Juli|"
    r"Augustus|September|Oktober|November|December|\w+(?:heid|heden|atie|aties|iteit|iteiten))(?!\w))"
)
# Abbreviations that look like initials.
_NO_INITIALS: Final = re.compile(
    r"N\.?V|B\.?V|V\.O\.F|C\.V|O\.M|Z\.E|H\.E|B\.W|N\.B|P\.S|P\.O|K\.V\.K|S\.G|D\.G|P\.M|L\.S|W\.G|"
    r"I\.O|U\.S|V\.N|E\.G|E\.U|B\.A|U\.A|A\.W\.B|W\.O\.B|W\.O\.O|A\.V\.G|G\.G\.D|T\.A\.V|I\.A\.A|W\.M\.O"
)
_STREET: Final = re.compile(
    r"\b(?!Ver)\w{2,}(?:straat|laan|plein|kade|gracht|singel|dreef|steeg|plantsoen)\b|"
    r"\w+(?:weg|hof|pad|park|dijk|markt|baan|school|kazerne|tunnel|brug|huis|college)\s\d",
    re.IGNORECASE,
)
_NUMBERED_BEFORE: Final = re.compile(
    r"(?<!\w)(?:artikel|art\.?|sub|lid|bijlage|onderdeel|onder|categorie|optie|variant|letter|het|de|een|B\.?\sen|\d)\s?$",
    re.IGNORECASE,
)
_LONG_SURNAME: Final = re.compile(rf"[{UPPER}][{LOWER}'’]{{2}}|[{UPPER}]{{4}}")
_DOUBLE_NAME: Final = re.compile(
    rf"[ ](?!{_NO_SURNAME})(?!\w+(?:er|ist|eur|or|ent|aar)\b){_SURNAME}{DEGREES}(?=[ ]*(?:\n|$))"
)
_ALONE: Final = re.compile(r"[ ]*(?:,|\n|$)")
_ACTING: Final = r"(?:l\.?[sbo]\.|lo\.|wnd\.|plv\.|w\.?g\.)"  # 'C. de Vries l.s.' signs as such
_ITEM_GOES_ON: Final = re.compile(rf"[ ](?!en[ ](?:{_STYLE}|{_TITLE}|{_INITIAL})|{_ACTING})[a-z]")
"""After a letter, a point and a word: 'A. Gemeenten krijgen …' is an item of a list."""


PREFIX = (
    r"(?:van|de|den|der|ten|ter|te|het|'t|in|op|el|al|ben|bin|da|dos|di|du|la|le|von|tot|thoe|zu|y)"
)
_BARE_NAME = re.compile(
    rf"(?!(?:De|Het|Een|Onze)\s)[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?(?:\s{PREFIX})*"
    rf"(?:\s(?:{PREFIX}\s)*(?:[dDlL]['’])?[{UPPER}][\w'’\-]+){{1,2}}{DEGREES}$"
)


def looks_like_name(text: str) -> bool:
    """Capitalised words that may be a first name and a surname; a body's name may look so too."""
    return _BARE_NAME.fullmatch(text) is not None


def find_persons(text: str) -> Iterator[FoundPerson]:
    """Every person in `text` that a style ('de heer'), a title ('drs.') or initials announce.

    Not companies (N.V., B.V.), bodies (B. en W.), streets named after someone, nor headings that
    begin with a letter ('A. Inleiding').
    """
    position = 0
    pattern, as_read, text = _pattern(), text, initials_mended(text)
    while match := pattern.search(text, position):
        if not _is_person(text, match):
            position = max(match.start("surname"), match.start() + 1)
            continue
        end = _with_double_name(text, match)
        start = match.end("style") if match["style"] else match.start()
        name = _LOST_POINT.sub(lambda lost: f"{lost[0]}.", " ".join(text[start:end].split()))
        name = _LOST_APOSTROPHE.sub(" 't ", name)
        yield FoundPerson(match.start(), end, as_read[match.start() : end], name)
        position = end


@functools.cache
def _pattern() -> re.Pattern[str]:
    known = set(surname_prefixes()) - _LONE_PREPOSITIONS | _MISREAD_PREFIXES
    words = sorted(known, key=len, reverse=True)
    prefix = "|".join(
        re.escape(word).replace(r"\ ", r"\s").replace("'", "['’‘`]") for word in words
    )
    # After a style the first prefix takes a capital: 'de heer Van der Steur'.
    prefixes = rf"(?i:(?:{prefix})(?:(?<=['’‘`])|[ \t]{{1,2}}|\n))"
    later = rf"(?:[ ]?-[ ]?(?:{prefixes})?{_SURNAME}|\s{_SECOND_PREFIX}(?!{_NO_SURNAME}){_SURNAME})"
    return re.compile(
        rf"(?<![\w.@])(?={_STYLE}|{_TITLE}|{_INITIAL}|{_TWO_IN_ONE}|{_TWO_ALONE})"
        rf"(?>(?:(?P<style>{_STYLE}){_GAP})?)(?>(?:(?P<titles>{_TITLES}){_NO_GAP})?)"
        rf"(?>(?:(?P<initials>{_INITIALS}(?:[ ]\({_FIRST_NAME}\))?){_NO_GAP})?)"
        r"(?(style)|(?(titles)|(?(initials)|(?!))))"
        # After initials a capitalised word is the surname, after a style it may be a first name.
        rf"(?(initials)|(?:(?!{_NO_SURNAME})(?:{_FIRST_NAME}|{_BARE_INITIALS}){_BLANK}){{0,2}}"
        rf"(?:{_INITIALS}[ ](?={prefixes}|{_SURNAME}))?)"
        rf"(?:{_NOBLE}\s)?(?P<surname>(?P<prefix>{prefixes})?(?:{_FARM}[ ])?"
        rf"(?!{_NO_SURNAME}){_SURNAME}{later}{{0,2}}){DEGREES}"
    )


def _is_person(text: str, match: re.Match[str]) -> bool:
    if match["style"]:
        return True
    if _STREET.search(text[match.start("surname") : match.end() + 2].rstrip()):
        return False
    if match["titles"]:
        # 'ir Ee', 'dr VA': a title without its point needs a word that reads as a name.
        named = match["initials"] or re.search(rf"[{UPPER}][{LOWER}]{{2}}", match["surname"])
        return "." in match["titles"] or named is not None
    initials = match["initials"]
    if initials is None or _NO_INITIALS.fullmatch(initials.replace(" ", "").rstrip(".")):
        return False
    start = match.start()
    if initials[1:2].isupper() and initials.count(".") == 1 and not _is_alone(text, match):
        return False  # 'EG. Verdrag'
    if _NUMBERED_BEFORE.search(text, max(0, start - 14), start):
        return False
    if initials.count(".") > 1:
        return True
    between = text[match.end("initials") : match.start("surname")]
    between = re.sub(rf"{_NOBLE}\s$", "", between)
    if between not in (" ", "  ") or not _LONG_SURNAME.search(match["surname"]):
        return False
    return not (_begins_line(text, start) and _ITEM_GOES_ON.match(text, match.end()))


_OF_MAIL: Final = re.compile(
    rf"(?P<last>(?:(?!\d)[\w'’-]+ ?){{1,4}}), ?(?P<first>[{UPPER}][\w.\- ]{{0,25}}?)"
    r"(?: ?\([^)]*\))? ?[<\[(]\S+@\S+[>\])]|"
    rf"(?P<whole>[{UPPER}][\w.'’-]+(?: [\w.'’-]+){{1,4}}) ?[<\[(]\S+@\S+[>\])]"
)


_NO_PERSON: Final = re.compile(
    r"\b(?:meldpunt|info\w*|contact|klant\w*|secretariaat|griffie|postbus|post|mail(?:box)?|loket|team|"
    r"afdeling|dienst|bureau|redactie|administratie|servicedesk|helpdesk|bestuur|gemeente|provincie|"
    r"ministerie|inspectie|woo|wob|bezwaar|noreply|no-reply)\b",
    re.IGNORECASE,
)


def person_of_mailbox(text: str) -> str | None:
    """The person of 'Bakker, Jeroen <j.bakker@ergens.nl>': 'Jeroen Bakker'; None where none is."""
    match = _OF_MAIL.match(re.sub(r"['’\"](?=\s|$)|(?<!\S)['‘\"]", "", " ".join(text.split())))
    if match is None or _NO_PERSON.search(match[0].partition("@")[0]):
        return None
    return match["whole"] or f"{match['first'].strip()} {match['last'].strip()}"


def _with_double_name(text: str, match: re.Match[str]) -> int:
    """Where the name ends: a second surname without hyphen, on a line of its own, belongs to it."""
    announced = match["prefix"] or (match["style"] and match["initials"])
    if not announced or not _begins_line(text, match.start()):
        return match.end()
    double = _DOUBLE_NAME.match(text, match.end())
    return double.end() if double else match.end()


def _is_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a name is all there is on its line, but for what follows a comma."""
    return _begins_line(text, match.start()) and _ALONE.match(text, match.end()) is not None


def _begins_line(text: str, start: int) -> bool:
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()
