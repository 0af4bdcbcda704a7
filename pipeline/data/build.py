"""Make the data files beside this module: `python -m pipeline.data.build REFERENCE`.

REFERENCE is the folder with the reference tables (its README says where they come from). The word
list that tells which names are ordinary words is read from `../corpora/opentaal` beside it. The
same input gives the same bytes; what is left out or mended is said at each function.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from pipeline.data.words import near_words, ordinary_words

HERE = Path(__file__).parent
Row = dict[str, str]
MINISTER = (
    "function", "portfolio", "initials", "prefix", "surname", "first_name", "start", "end",
)  # fmt: skip

KINDS = {
    "agentschap": "agency",
    "caribisch openbaar lichaam": "public_body",
    "ggd": "ggd",
    "hoog college van staat": "high_council",
    "inspectie": "inspectorate",
    "omgevingsdienst": "environment_service",
    "overig": "other",
    "politie": "police",
    "provincie": "province",
    "rechterlijke macht": "court",
    "samenwerkingsorganisatie": "joint_body",
    "veiligheidsregio": "safety_region",
    "waterschap": "water_board",
    "zbo": "zbo",
}


def read(folder: Path, name: str) -> list[Row]:
    with (folder / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def write(name: str, header: str, rows: Iterable[Sequence[str]]) -> None:
    with (HERE / name).open("w", encoding="utf-8", newline="") as stream:
        stream.write(header + "\n")
        csv.writer(stream, lineterminator="\n").writerows(rows)


def write_json(name: str, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    (HERE / name).write_text(text + "\n", encoding="utf-8")


def parts(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def municipalities(folder: Path) -> Iterator[list[str]]:
    """One row a municipality, with the address of those that have one in the contact table."""
    contact = {row["gm_code"]: row for row in read(folder, "gemeente_contact.csv")}
    for row in read(folder, "gemeenten.csv"):
        where = contact.get(row["gm_code"], {})
        successors = "|".join(f"GM{code}" for code in parts(row["successor_codes"]))
        yield [
            row["gm_code"], row["name"], row["aliases"], row["kind"], row["province"],
            row["province_history"], row["valid_from"], row["valid_to"], successors,
            where.get("postal_address", ""), where.get("visiting_address", ""),
        ]  # fmt: skip


def places(folder: Path) -> Iterator[list[str]]:
    for row in read(folder, "woonplaatsen.csv"):
        yield [
            row["woonplaats_code"], row["name"], row["aliases"], row["gm_code"],
            row["valid_from"], row["valid_to"],
        ]  # fmt: skip


def postcodes(folder: Path) -> Iterator[list[str]]:
    for row in read(folder, "postcodes.csv"):
        yield [row["pc4"], row["kind"], row["place"], row["other_places"]]


def provinces(folder: Path) -> Iterator[list[str]]:
    for row in read(folder, "provinces.csv"):
        yield [row[c] for c in ("code", "name", "aliases", "abbreviation", "capital", "valid_from")]


def addresses(cell: str) -> str:
    """Without the years in brackets: they say when an address held, which we do not ask."""
    return re.sub(r" \((?:until|from) about \d{4}\)", "", cell)


def ministries(folder: Path) -> Iterator[list[str]]:
    """One row a name of a ministry; the last day that TOOI gives a name is made half-open."""
    for row in read(folder, "ministries.csv"):
        yield [
            row["id"], row["tooi_code"], "ministry", row["full_name"],
            "|".join([row["name"], *parts(row["aliases"])]), row["abbreviations"],
            row["valid_from"], row["valid_to"], day_after(row["tooi_name_to"]),
            addresses(row["postal_address"]), addresses(row["visiting_address"]),
        ]  # fmt: skip


def day_after(day: str) -> str:
    return str(dt.date.fromisoformat(day) + dt.timedelta(days=1)) if day else ""


def is_abbreviation(alias: str) -> bool:
    """'HDSR', 'VrAA', 'OD NZKG', 'No': nine signs at most with two capitals, or three signs."""
    return len(alias) <= 3 or (len(alias) <= 9 and sum(sign.isupper() for sign in alias) >= 2)


def without_twins(rows: list[Row]) -> list[Row]:
    """The police stands in two registers: one row, with the TOOI code and the aliases."""
    own = next(row for row in rows if row["id"] == "pol-nl")
    return [
        row | {"type": own["type"], "aliases": own["aliases"]} if row["id"] == "oorg10264" else row
        for row in rows
        if row["id"] != "pol-nl"
    ]


def by_period(row: Row) -> list[Row]:
    """Fryslân was called Friesland until 1997; every other row has one name."""
    if row["id"] != "pv21":
        return [row]
    old = row | {"name": "Provincie Friesland", "aliases": "", "valid_to": "1997-01-01"}
    return [old, row | {"valid_from": "1997-01-01"}]


def aliases_of(row: Row) -> list[str]:
    """A bare 'Utrecht' or 'Limburg' names a place: a province needs its word before it."""
    aliases = [] if row["type"] == "provincie" else parts(row["aliases"])
    if "Fryslân" in row["name"]:
        aliases += [row["name"].replace("Fryslân", "Friesland")]
    if row["id"] == "pv21":
        aliases += ["Provinsje Fryslân"]
    return aliases


def name_of(row: Row) -> str:
    """Without the register's '(oud)'; 'Saba' is an island, its body the openbaar lichaam."""
    island = row["type"] == "caribisch openbaar lichaam"
    return f"Openbaar lichaam {row['name']}" if island else row["name"].removesuffix(" (oud)")


def bodies(folder: Path) -> Iterator[list[str]]:
    """All bodies but ministries; the identifier is left empty where it is not a TOOI code."""
    rows = without_twins(read(folder, "bodies.csv"))
    for row in chain.from_iterable(map(by_period, rows)):
        aliases = aliases_of(row)
        ours = row["id"].startswith(("k-", "ws-k-", "pol-"))
        yield [
            row["id"], "" if ours else row["id"], KINDS[row["type"]],
            name_of(row),
            "|".join(alias for alias in aliases if not is_abbreviation(alias)),
            "|".join(alias for alias in aliases if is_abbreviation(alias)),
            row["valid_from"], row["valid_to"], "",
            row["postal_address"], row["visiting_address"],
        ]  # fmt: skip


def ministers(folder: Path) -> Iterator[list[str]]:
    for row in read(folder, "ministers.csv"):
        yield [row[column] for column in ("ministry_id", *MINISTER)]


def grounds(folder: Path) -> dict[str, Any]:
    """Grounds with code, law and dates; labels that are no ground; glyphs taken for others."""
    source = json.loads((folder / "redaction_grounds.json").read_text(encoding="utf-8"))
    periods = {law: dates for law, dates in source["in_force"].items() if law != "note"}
    kept = ("law", "kind", "name_nl", "name_en", "printed_forms", "plausible_for_amount")
    rows = [
        {
            "code": code_of(ground),
            **{column: ground[column] for column in kept},
            "valid_from": periods.get(ground["law"], [None, None])[0],
            "valid_to": periods.get(ground["law"], [None, None])[1],
        }
        for ground in source["grounds"]
    ]
    labels = {label["id"]: label["printed_forms"] for label in source["labels"]}
    return {"grounds": rows, "labels": labels, "glyph_confusions": source["glyph_confusions"]}


def code_of(ground: dict[str, Any]) -> str:
    """'10.2.e' of the Wob, '5.1.2.e' of the Woo; of another act '67 AWR', so that 67 is no code."""
    code = str(ground["id"].partition("-")[2])
    return code if ground["law"] in ("Wob", "Woo") else f"{code} {ground['law']}"


def vocabulary(folder: Path) -> object:
    """The prefixes of surnames, common ones and those of the official list."""
    source = json.loads((folder / "letter_vocabulary.json").read_text(encoding="utf-8"))
    prefixes = source["surname_prefixes"]
    return {"surname_prefixes": {kind: prefixes[kind] for kind in ("common", "official")}}


def dutch(folder: Path) -> set[str]:
    """The approved words and inflections of OpenTaal."""
    lists = folder.parent / "corpora" / "opentaal"
    names = ("basiswoorden-gekeurd.txt", "flexies-ongekeurd.txt")
    return {word for name in names for word in (lists / name).read_text("utf-8").splitlines()}


def names_in(rows: Iterable[Row]) -> set[str]:
    return {name for row in rows for name in (row["name"], *parts(row["aliases"]))}


def made_on(folder: Path) -> str:
    found = re.search(r"\bMade (\d{4}-\d\d-\d\d)", (folder / "README.md").read_text("utf-8"))
    if found is None:
        raise SystemExit(f"{folder}/README.md does not say when the tables were made")
    return found[1]


def build(folder: Path) -> None:
    """Write every data file from the tables in `folder`."""
    for name, (header, rows) in TABLES.items():
        write(name, header, rows(folder))
    write_json("grounds.json", grounds(folder))
    write_json("vocabulary.json", vocabulary(folder))
    words = dutch(folder)
    towns = names_in(read(folder, "gemeenten.csv"))
    others = names_in(read(folder, "woonplaatsen.csv") + read(folder, "bodies.csv"))
    write_json("ordinary_words.json", ordinary_words(towns | others, words))
    write_json("near_words.json", near_words(towns, words))
    write_json("made.json", {"made": made_on(folder)})


BODY = "key,identifier,kind,name,aliases,abbreviations,valid_from,valid_to,name_to,postal,visit"
TABLES: dict[str, tuple[str, Callable[[Path], Iterable[Sequence[str]]]]] = {
    "municipalities.csv": (
        "code,name,aliases,kind,province,history,valid_from,valid_to,successors,postal,visit",
        municipalities,
    ),
    "places.csv": ("code,name,aliases,municipality,valid_from,valid_to", places),
    "postcodes.csv": ("pc4,kind,place,other_places", postcodes),
    "provinces.csv": ("code,name,aliases,abbreviation,capital,valid_from", provinces),
    "ministries.csv": (BODY, ministries),
    "bodies.csv": (BODY, bodies),
    "ministers.csv": (",".join(["ministry", *MINISTER]), ministers),
}

if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m pipeline.data.build REFERENCE")
    build(Path(sys.argv[1]))
