"""Make models/entities: the spaCy pipeline that names bodies and persons no register knows.

    python models/make.py

It is a Dutch tokenizer with an entity ruler, made from the patterns below; nothing in it is
trained. Made anew it has the same bytes.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import spacy

TARGET = Path(__file__).parent / "entities"

BODY_KINDS = [
    "stichting", "vereniging", "coöperatie", "universiteit", "hogeschool", "federatie", "comité",
    "platform", "museum", "bibliotheek", "woningstichting", "woningcorporatie", "omgevingsdienst",
    "scholengroep", "scholengemeenschap", "ziekenhuis", "dorpsraad", "wijkraad", "buurtvereniging",
    "bewonersvereniging", "sportvereniging", "muziekvereniging", "maatschap",
    "ondernemersvereniging",
]  # fmt: skip
COMPANY_FORMS = ["B.V.", "BV", "N.V.", "NV", "V.O.F.", "VOF"]
JOINTS = ["de", "het", "van", "voor", "en", "&", "in", "der", "den", "op", "te", "'t", "d'", "aan"]

CAPITALISED = {"TEXT": {"REGEX": r"^['’]?[A-ZÀ-Þ0-9]"}}
JOINT = {"LOWER": {"IN": JOINTS}, "OP": "*"}
PATTERNS = [
    {"label": "ORG", "pattern": [{"LOWER": {"IN": BODY_KINDS}}, JOINT, CAPITALISED, *rest]}
    for rest in (
        [],
        [JOINT, CAPITALISED],
        [JOINT, CAPITALISED, JOINT, CAPITALISED],
        [JOINT, CAPITALISED, JOINT, CAPITALISED, JOINT, CAPITALISED],
    )
] + [
    {"label": "ORG", "pattern": [CAPITALISED, *[JOINT, CAPITALISED] * n, {"TEXT": form}]}
    for n in range(3)
    for form in COMPANY_FORMS
]


def main() -> None:
    """Write the pipeline to models/entities."""
    nlp = spacy.blank("nl")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(PATTERNS)  # type: ignore[attr-defined]
    shutil.rmtree(TARGET, ignore_errors=True)
    nlp.to_disk(TARGET, exclude=["tokenizer", "vocab"])  # those of spaCy itself serve


if __name__ == "__main__":
    main()
