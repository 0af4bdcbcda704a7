"""Short noun phrases out of a sentence, without a parser: what a sum of money is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.cells import one_line

_MOST_WORDS, _ITEM_WORDS, _MOST_BACK = 8, 5, 12
_LEADING = re.compile(
    r"(?!(?-i:D[ae]n?|Het)\s(?-i:[A-Z]))"  # of a name: 'Den Ham', 'De Bilt'
    r"(?:(?:de|het|een|deze|dit|die|dat|onze|ons|uw|hun|haar|zijn|elke?|iedere?|ieder|alle|'t|’t|den|"
    r"ten\s+(?:eerste|tweede|derde|vierde|vijfde|slotte)|allereerst|exclusief|inclusief|alsmede|plus|eventuele|mogelijke|latere|eerdere|betreffende|(?:boven|voor)?genoemde|bedoelde|dergelijke)"
    r"\s+)+(?=\S)",
    re.IGNORECASE,
)
# A phrase ends before these: verbs, pronouns, conjunctions, and what opens another phrase.
_STOPS = frozenset(
    {
        "aan", "bedraagt", "bedragen", "bedroeg", "bedroegen", "beschikbaar", "betreft", "betalen",
        "betaalt", "daarom", "dan", "dat", "deze", "die", "dient", "dienen", "dit", "dragen",
        "draagt", "er", "geeft", "geldt", "gelden", "geraamd", "begroot", "geven", "gevraagd",
        "hebben", "hebt", "heeft", "hij", "hierbij", "hiervan", "hiervoor", "ik", "indien", "is",
        "kan", "komen", "komt", "kost", "kostte", "kostten", "kunnen", "kunt", "maar", "maken",
        "moet", "moeten", "nodig", "omdat", "ontvangen", "ontvangt", "ook", "opgenomen",
        "rekenen", "reserveert", "reserveren", "ramen", "stel", "stellen", "stelt", "te", "ter",
        "toegekend", "toe", "tot", "u", "uitgegaan", "vergoeden", "vergoedt", "verlenen",
        "verleen", "verleend", "verleent", "verstrekken", "verzoek", "verzoeken", "vinden",
        "vraag", "vraagt", "vragen", "waarbij", "waarvan", "waarvoor", "was", "waren", "we",
        "werd", "werden", "wij", "wil", "willen", "wordt", "worden", "zal", "zij", "zijn", "zijnde",
        "zo", "zodat", "zullen", "want", "welke", "eenmalig", "jaarlijks", "maximaal", "minimaal",
        "neemt", "nemen", "neer", "alles", "liep", "liepen", "loopt", "lopen",
        "krijgt", "krijgen", "daarvan", "verwacht", "verwachten",
        "om", "brengt", "brengen", "sluit", "staat", "staan", "bereid", "gevonden", "ligt",
        "liggen", "volgt", "blijft", "doet", "laat", "leidt", "mag", "mogen", "levert", "kreeg",
        "kregen", "stond", "vastgesteld", "geschat", "bepaald",
        "af", "terug", "zou", "zouden", "hierdoor", "daardoor",
        "ad", "à", "ofwel", "oftewel", "exclusief", "inclusief", "excl", "incl",
        "thans", "gaat", "ten", "neerkomt", "varieerden", "varieert", "variëren", "tegenover",
        "voornemens", "hoger", "lager", "structureel", "incidenteel", "mogelijk", "vast", "zelf",
        "bevoorschot",
        "voldaan", "betaald", "besteed", "vergoed", "terugbetaald", "teruggevorderd", "toegezegd",
        "uitgekeerd", "uitgegeven", "gereserveerd", "opgebracht", "verrekend", "gekost", "verdeeld",
        "aangevraagd", "opgehaald", "gebruikt",
        "daarmee", "hiermee", "dus", "derhalve", "echter", "bovendien", "inmiddels", "vervolgens",
        "nu", "nog", "reeds", "slechts", "alleen", "niet", "elk", "daarnaast", "voorts", "verder",
        "beloopt", "belopen", "beliep", "vergt", "vergen", "vergde", "betekent", "kwam", "kwamen",
        "stijgen", "dalen", "verlaagd", "verhoogd", "overgemaakt", "uitbetaald", "sloot", "lag",
        "lagen", "stijgt", "daalt", "steeg", "daalde", "had", "hadden", "werkelijk",
        "circa", "ongeveer", "ruim", "totaal", "samen", "tezamen", "gezamenlijk", "hooguit",
    }
)  # fmt: skip
_IS_NAME = re.compile(r"(?:De|Het|Den|Ons|’t|'t)\s+[A-Z]")  # 'zwembad De Dolfijn'
# 'onderhoud aan de brug', 'taallessen aan nieuwkomers'; not 'een bedrag aan de gemeente'
_DONE_TO = re.compile(
    r"\s+(?!(?:de|het|een|onze|uw|ons|deze|die|dit|dat|u|hen|hem|haar|mij|wie|te|twee|derden|alle)\b)[a-zà-ÿ-]{4,}(?:en|s)\b"
    r"|\s+(?:(?:de|het|een|onze|deze)\s+)(?!(?:gemeenten?|provincies?|stichting|vereniging|orde|hand|slag|aanvrager|minister)\b)"
    r"[a-zà-ÿ-]{3,}(?<!aar)(?<!ger)\b"
)
_POLITE = frozenset({"U", "Uw", "Ik", "Wij", "Er", "Dit", "Dat"})
_ARTICLES = frozenset({"de", "het", "een", "deze", "dit", "die", "dat", "onze", "ons", "uw"})
_JOINING = frozenset(
    {
        "binnen",
        "bij",
        "door",
        "en",
        "in",
        "langs",
        "met",
        "naar",
        "nabij",
        "onder",
        "op",
        "over",
        "rond",
        "rondom",
        "tegen",
        "tussen",
        "uit",
        "van",
        "voor",
    }
)
# A phrase may begin after these.
_OPENS = _ARTICLES | _JOINING - {"van"} | frozenset({"om", "aan", "plus", "hun", "haar", "zijn"})
_NO_START = _JOINING | frozenset({"per", "om", "aan", "na", "sinds", "vanaf", "tot", "plus"})
_JOINT = re.compile(r"\s*(?:(?P<comma>,)|(?<=\s)(?:en|alsmede|plus)(?=\s))\s+")
_ELSE = re.compile(  # another thing, or what goes with it
    r"(?:de\s+rest|het\s+(?:restant|restende|overige|resterende)|de\s+overige|inclusief|exclusief|incl\.|excl\.|waaronder)\b",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(r"\s+(?:van|ad|à)\s+")  # 'voor verf en een bedrag van € 500'
_WORD = re.compile(r"\s*(?P<word>[^\s,;:()„“”\".!?█□€|\[\]{}=+]+)")
# 'denken wij', 'kennen wij u': a verb, whatever its form.
_BEFORE_PRONOUN = re.compile(r"\s+(?:wij|we|ik|u|hij|men|jullie|je)\b")
_COUNT = re.compile(r"(?!(?:19|20)\d\d$)[\d.,%]+")
_ADJECTIVE = re.compile(
    r"[a-zà-ÿ-]+(?:daagse|jarige|ige|lijke|ende|ische|aire|ieve|ele|ale|eerde|zame|bare|ste|ere|"
    r"nde|rde|tste)|(?:grote|kleine|nieuwe|oude|korte|lange|lichte|zware|jonge|hoge|lage|brede|vaste|"
    r"losse|hele|halve|eerste|tweede|derde|vierde|beide|externe|interne|digitale)"
)
_NO_NOUN = re.compile(r"(?:ge|be|ver|ont)\w+(?:d|t|en)")

_OPENED = re.compile(r"(?:^|\s)(['‘’„“\"])[^'‘’”“\"]+$")
_CLOSING = {"'": "'", "‘": "’", "’": "’", "„": "”", "“": "”", '"': '"'}

Span = tuple[int, int]


def phrase(text: str, at: int, most: int = _MOST_WORDS) -> Span | None:
    """The noun phrase that begins at an offset, articles left out; None where none does.

    It runs to a verb, a pronoun, a mark or a figure of money; 'van', 'in', 'met' may stand inside.
    """
    leading = _LEADING.match(text, at) or _LEADING.match(text, _first(text, at))
    start = leading.end() if leading else _first(text, at)
    words: list[re.Match[str]] = []
    position = start
    while len(words) < most and (match := _WORD.match(text, position)):
        word = match["word"].lower()
        counts = words and "%" in word
        verb = words and _BEFORE_PRONOUN.match(text, match.end()) and word not in _JOINING
        parted = words and word in _ARTICLES and not (_joins(words) and _says_of_what(words))
        parted = parted and not _IS_NAME.match(text, match.start("word"))
        of_it = words and word == "aan" and _DONE_TO.match(text, match.end())
        named = words and match["word"][0].isupper() and match["word"] not in _POLITE
        if counts or verb or (word in _STOPS and not (named or of_it)) or parted:
            break
        words.append(match)
        position = match.end()
    while words and (_joins(words) or words[-1]["word"].lower() in _ARTICLES):
        words.pop()
    if not words or words[0]["word"].lower() in _JOINING or _COUNT.fullmatch(words[0]["word"]):
        return None
    return words[0].start("word"), words[-1].end()


def enumerated(text: str, at: int, end: int) -> Span | None:
    """The phrase at an offset with those joined to it: 'ballen, matten en ander materiaal'."""
    text = text[:end]
    found = phrase(text, at)
    if found is None:
        return None
    reached, last = found[1], found[1]
    while (joint := _JOINT.match(text, reached, end)) is not None:
        if _ELSE.match(text, joint.end()):
            break
        more = phrase(text, joint.end(), _ITEM_WORDS)
        if (
            more is None
            or _skipped(text, joint.end(), more[0])
            or _LEADS_ON.fullmatch(text, more[1])
        ):
            break
        reached = more[1]
        if not joint["comma"] or " en " in text[slice(*more)]:
            last = reached
    return found[0], last


def _skipped(text: str, start: int, end: int) -> bool:
    """Whether more than articles stands between."""
    return bool(_LEADING.sub("", text[start:end] + "x", count=1).strip() != "x")


def ending_at(text: str, first: int, end: int) -> Span | None:
    """The longest phrase from `first` on that ends at an offset: 'de huur van de zaal'|."""
    end = first + len(text[first:end].rstrip())
    text = text[:end]
    words = list(re.finditer(r"\S+", text[first:end]))[-_MOST_BACK:]
    for number, word in enumerate(words):
        before = words[number - 1][0].lower() if number else ""
        opens = (
            word.start() == 0 or before.endswith((",", ";", ":", ".", "(")) or number == 0 < first
        )
        named = word[0][0].isupper() and before in _STOPS
        if word[0].lower() in _NO_START or not (opens or before in _OPENS or named):
            continue
        found = enumerated(text, first + word.start(), end)
        if found is not None and found[1] == end:
            return found
    return None


def _first(text: str, at: int) -> int:
    match = re.compile(r"\s*").match(text, at)
    return match.end() if match else at


def _joins(words: list[re.Match[str]]) -> bool:
    return words[-1]["word"].lower() in _JOINING | {"aan"}


def _says_of_what(words: list[re.Match[str]]) -> bool:
    """'van het', 'voor een', but not 'en een': there another thing begins."""
    return words[-1]["word"].lower() != "en"


def written(text: str, span: Span) -> str:
    """A phrase as a description: on one line, without articles before it and marks around it."""
    line = one_line(text[slice(*span)]).strip(" .,;:-–—•*·…‘’'\"□").rstrip(" (")
    line = _LEADING.sub("", line, count=1) if _LEADING.match(line) else line
    quote = _OPENED.search(line)
    return f"{line}{_CLOSING[quote[1]]}" if quote else line


def ends_phrase(word: str) -> bool:
    """Whether a word is no part of a phrase: a verb, a pronoun, an adverb."""
    return word.lower() in _STOPS


def is_adjective(word: str) -> bool:
    """Whether a word alone is likely an adjective, whose noun is not said with it."""
    return _ADJECTIVE.fullmatch(word) is not None


def completed(text: str, description: str, before: int) -> str:
    """'eendaagse' as 'eendaagse basistraining': an adjective with the noun it had at first."""
    if " " in description or not _ADJECTIVE.fullmatch(description):
        return description
    for noun in _nouns(text[:before], description):
        return f"{description} {noun}"
    return description


def _nouns(text: str, adjective: str) -> Iterator[str]:
    """The nouns that an adjective stands before."""
    for match in re.finditer(rf"\b{re.escape(adjective)}\s+([^\W\d_][\w-]{{2,40}})", text, re.I):
        noun = match[1]
        if noun.lower() not in _STOPS | _JOINING | _ARTICLES and not _NO_NOUN.fullmatch(noun):
            yield noun
