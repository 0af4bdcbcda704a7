"""Bodies that their kind gives away ('Stichting …', '… B.V.'): patterns over tokens."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import spacy
from spacy.language import Language

BODY_KINDS = [
    "stichting", "vereniging", "coöperatie", "universiteit", "hogeschool", "federatie", "comité",
    "platform", "museum", "bibliotheek", "woningstichting", "woningcorporatie", "omgevingsdienst",
    "scholengroep", "scholengemeenschap", "ziekenhuis", "dorpsraad", "wijkraad", "buurtvereniging",
    "bewonersvereniging", "sportvereniging", "muziekvereniging", "maatschap", "veiligheidsregio",
    "ondernemersvereniging", "zwemvereniging", "ggd", "inspectie", "rijksdienst", "adviesbureau",
    "ingenieursbureau", "accountantskantoor", "tankstation",
]  # fmt: skip
COMPANY_FORMS = ["B.V.", "BV", "N.V.", "NV", "V.O.F.", "VOF"]
JOINTS = ["de", "het", "van", "voor", "en", "&", "in", "der", "den", "op", "te", "'t", "d'", "aan"]

CAPITALISED = {"TEXT": {"REGEX": r"^['’]?[A-ZÀ-Þ0-9]"}}
JOINT = {"LOWER": {"IN": JOINTS}, "OP": "*"}
PATTERNS = [
    {"label": "ORGANISATION", "pattern": [{"LOWER": {"IN": BODY_KINDS}}, JOINT, CAPITALISED, *rest]}
    for rest in (
        [],
        [JOINT, CAPITALISED],
        [JOINT, CAPITALISED, JOINT, CAPITALISED],
        [JOINT, CAPITALISED, JOINT, CAPITALISED, JOINT, CAPITALISED],
    )
] + [
    {"label": "ORGANISATION", "pattern": [CAPITALISED, *[JOINT, CAPITALISED] * n, {"TEXT": form}]}
    for n in range(3)
    for form in COMPANY_FORMS
]


def bodies_by_kind(text: str) -> Iterator[tuple[int, int]]:
    """Where bodies stand that a word of their name gives away."""
    for entity in _ruler()(text).ents:
        yield entity.start_char, entity.end_char


@cache
def _ruler() -> Language:
    nlp = spacy.blank("nl")
    nlp.add_pipe("entity_ruler").add_patterns(PATTERNS)  # type: ignore[attr-defined]
    return nlp
