"""The score: truth scored as a record is perfect, and every kind of damage costs what it should."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samples.make.truth import recipient, sender
from tests.score import figures, floor, readings
from tests.score.corpus import Case, File, Reading, case, chosen, files
from tests.score.findings import figures as finding_figures
from tests.score.match import aligned, best_pairs, lenient
from tests.score.show import figure
from tests.score.summary import AGAIN, digest, undigested, written
from tests.score.targets import APPLICATIONS, HEADS
from tests.score.targets import rows as target_rows
from tests.score.text import errors
from tests.score.worst import write

Tree = dict[str, Any]
BOX = [100.0, 200.0, 180.0, 212.0]
PAGE = """Gemeente Ede
Postbus 9022
Datum 3 maart 2016
Wij vragen een bijdrage van € 12.500,00 voor een netwerkregisseur.
Hoogachtend, het college van burgemeester en wethouders"""


def truth_letter(**changes: Any) -> Tree:
    plain = {
        "sender": sender(organisation="Gemeente Ede", organisation_id="gm0228"),
        "recipient": recipient(organisation="Provincie Gelderland", person="A. de Vries"),
        "date": "2016-03-03",
        "references": {"ours": "2016/123", "yours": None},
        "replies_to": None,
        "subject": "Aanvraag bijdrage netwerkregisseur",
        "municipalities": [
            {"name": "Ede", "code": "GM0228", "province": "Gelderland", "part": "sender"},
            {"name": "Barneveld", "code": "GM0203", "province": "Gelderland", "part": "party"},
        ],
        "budget_lines": [line("netwerkregisseur", "12500.00"), line("training", None)],
        "tables": [
            {
                "page": 1,
                "header": ["Post", "Bedrag", "Jaar"],
                "rows": [
                    ["regisseur", "100", "2016"],
                    ["training", None, ""],
                    ["zaal", "7", "2017"],
                ],
            }
        ],
        "redactions": [
            {
                "page": 1,
                "bbox": BOX,
                "lines": None,
                "covers": "person",
                "grounds": ["10.2.e"],
                "text": "10.2.e",
            }
        ],
        "enclosures": ["Begroting 2016"],
    }
    letter = {
        "family": "made",
        "half": "tuned",
        "seed": 1,
        "plant": None,
        "source": {"pages": [1], "page_count": 1},
        "plain": plain,
        "expected": ["enclosure-not-included"],
        "allowed": ["text-illegible"],
        "either": {},
        "text": [PAGE],
        "places": {"date": [[1, [400.0, 100.0, 480.0, 112.0]]]},
        "sizes": [[595.0, 842.0]],
    }
    return letter | changes


def line(description: str, amount: str | None) -> Tree:
    return {
        "description": description,
        "kind": "item",
        "amount": amount,
        "currency": "EUR",
        "unit": None,
        "quantity": None,
        "unit_price": None,
        "redacted": amount is None,
    }


def field(value: Any, bbox: list[float] | None = None, confidence: float = 1.0) -> Tree | None:
    evidence = [{"page": 1, "bbox": bbox}] if bbox else []
    return {"value": value, "confidence": confidence, "evidence": evidence, "text": value}


def record_of(letter: Tree) -> Tree:
    """The full record that says just what is true, on pages drawn at half the size."""
    plain = copy.deepcopy(letter["plain"])

    def half(bbox: list[float]) -> list[float]:
        return [side / 2 for side in bbox]

    def leaf(path: str, value: Any) -> Tree | None:
        at = letter["places"].get(path, [])
        return None if value is None else field(value, half(at[0][1]) if at else None)

    record = {
        side: {k: leaf(k, v) for k, v in plain[side].items()}
        for side in ("sender", "recipient", "references")
    }
    record |= {name: leaf(name, plain[name]) for name in ("date", "replies_to", "subject")}
    entry = {"confidence": 1.0, "evidence": []}
    return record | {
        "source": letter["source"],
        "pages": [
            {"width": 297.5, "height": 421.0, "rotation": 0} for _ in letter["source"]["pages"]
        ],
        "municipalities": [one | entry for one in plain["municipalities"]],
        "budget_lines": [
            one | {"description": field(one["description"]), "amount": field(one["amount"])}
            for one in plain["budget_lines"]
        ],
        "tables": [
            {
                "page": 1,
                "header": list(map(field, one["header"])),
                "rows": [list(map(field, row)) for row in one["rows"]],
            }
            for one in plain["tables"]
        ],
        "redactions": [one | entry | {"bbox": half(one["bbox"])} for one in plain["redactions"]],
        "enclosures": list(map(field, plain["enclosures"])),
        "findings": [{"code": code} for code in letter["expected"]],
    }


def read_as(
    letters: list[Tree], records: list[Tree], texts: tuple[str, ...] = (PAGE,), name: str = "a.pdf"
) -> Case:
    file = File(Path(name), name, "office", tuple(letters))
    return case(file, Reading(name, "", tuple(records), texts, 2.0, 1.0))


def score(change: Callable[[Tree], None] | None = None, **of_truth: Any) -> Tree:
    """The figures of one letter whose record is its truth, changed."""
    letter = truth_letter(**of_truth)
    record = record_of(letter)
    if change:
        change(record)
    return figures([read_as([letter], [record])])["office"]["both"]


# --- a perfect record


def test_the_truth_is_perfect() -> None:
    found = score()
    for name, row in found["fields"].items():
        assert {row[k] for k in row if k != "support"} == {1.0}, name
    assert found["fields"]["all"]["support"] == sum(
        r["support"] for n, r in found["fields"].items() if n not in ("all", *AGAIN)
    )
    right = {"whole": 1.0, "heads": 1.0, "amounts": 1.0}
    assert found["letters"] == {"letters": 1, "failed": 0} | right
    assert (found["text"]["cer"], found["text"]["wer"]) == (0, 0)
    assert (found["findings"]["recall"], found["findings"]["alarms_per_100"]) == (1.0, 0)
    assert (found["bundles"]["exact"], found["redactions"]["area_f1"]) == (1.0, 1.0)
    assert found["calibration"]["all"]["ece"] == found["calibration"]["all"]["brier"] == 0
    assert found["seconds"] == {"cpu_per_page": 2.0, "wall_per_page": 1.0}
    assert found["fields"]["date"]["place"] == 1.0


# --- one kind of damage at a time: the figure that falls, and one that stays


def _set(*path: Any, to: Any) -> Callable[[Tree], None]:
    def change(record: Tree) -> None:
        node: Any = record
        for name in path[:-1]:
            node = node[name]
        node[path[-1]] = to

    return change


def _swap_cells(record: Tree) -> None:
    one, other = record["tables"][0]["rows"][0], record["tables"][0]["rows"][2]
    one[1], other[1] = other[1], one[1]


def _drop(name: str, index: int = 0) -> Callable[[Tree], None]:
    return lambda record: record[name].pop(index)


def _again(name: str) -> Callable[[Tree], None]:
    return lambda record: record[name].append(copy.deepcopy(record[name][0]))


@pytest.mark.parametrize(
    ("change", "name", "precision", "recall"),
    [
        (_set("date", to=field("2016-03-08")), "date", 0, 0),
        (_set("date", to=None), "date", None, 0),
        (_set("replies_to", to=field("2016-01-01")), "replies_to", 0, None),
        (_set("references", "ours", to=field("2016/124")), "references.ours", 0, 0),
        (_set("references", "ours", to=field("2016 /123")), "references.ours", 1, 1),
        (_set("subject", to=field("Aanvraag bijdrage netwerkregiseur")), "subject", 1, 1),
        (_set("subject", to=field("Aanvraag netwerkregisseur")), "subject", 0, 0),
        (_drop("municipalities"), "municipalities", 1, 0.5),
        (_again("municipalities"), "municipalities", 0.6667, 1),
        (_set("municipalities", 1, "part", to="mentioned"), "municipalities.part", 0.5, 0.5),
        (_set("budget_lines", 0, "amount", to=field("12500.01")), "budget_lines", 0.5, 0.5),
        (_set("budget_lines", 0, "amount", to=field("12500")), "budget_lines", 1, 1),
        (_set("budget_lines", 0, "currency", to="NLG"), "budget_lines", 0.5, 0.5),
        (
            _set("budget_lines", 0, "description", to=field("inzet netwerkregisseur")),
            "budget_lines",
            1,
            1,
        ),
        (_set("budget_lines", 0, "description", to=field("huur")), "budget_lines", 0.5, 0.5),
        (_set("budget_lines", 0, "description", to=field("huur")), "budget_lines.sum", 1, 1),
        (_set("budget_lines", 0, "kind", to="total"), "budget_lines.kind", 0.5, 0.5),
        (_set("budget_lines", 0, "kind", to="total"), "budget_lines.line", 0.5, 0.5),
        (_set("budget_lines", 0, "unit", to="per dag"), "budget_lines.line", 1, 1),
        (_set("budget_lines", 0, "description", to=field("huur")), "budget_lines.line", 0.5, 0.5),
        (_drop("enclosures"), "enclosures", None, 0),
        (_swap_cells, "tables", 0.8182, 0.8182),
        (lambda record: record["tables"][0]["rows"].pop(0), "tables", 1, 0.7273),
        (_drop("tables"), "tables", None, 0),
        (_set("redactions", 0, "bbox", to=[100, 110, 140, 116]), "redactions", 0, 0),
        (_set("redactions", 0, "bbox", to=[51, 100, 91, 106]), "redactions", 1, 1),
        (_set("redactions", 0, "page", to=1), "redactions", 1, 1),
        (_set("redactions", 0, "covers", to="amount"), "redactions.covers", 0, 0),
        (_set("redactions", 0, "grounds", to=[]), "redactions.grounds", 0, 0),
    ],
)
def test_damage(
    change: Callable[[Tree], None], name: str, precision: float | None, recall: float | None
) -> None:
    row = score(change)["fields"][name]
    assert (row["precision"], row["recall"]) == (precision, recall)


def test_exact_is_stricter_than_lenient() -> None:
    row = score(_set("budget_lines", 0, "unit", to="per dag"))["fields"]["budget_lines"]
    assert (row["exact_f1"], row["f1"]) == (0.5, 1.0)


def test_a_wrong_head_is_no_whole_letter() -> None:
    assert score(_set("date", to=None))["letters"] == {
        "letters": 1,
        "whole": 0,
        "heads": 0,
        "amounts": 1.0,
        "failed": 0,
    }
    assert score(_drop("enclosures"))["letters"] == {
        "letters": 1,
        "whole": 0,
        "heads": 1,
        "amounts": 1.0,
        "failed": 0,
    }


def test_a_right_value_elsewhere() -> None:
    away = score(_set("date", "evidence", to=[{"page": 1, "bbox": [10, 10, 50, 16]}]))["fields"][
        "date"
    ]
    assert (away["f1"], away["place"]) == (1.0, 0.0)


def test_either_is_as_right() -> None:
    other = _set("date", to=field("2016-03-08"))
    assert score(other, either={"date": ["2016-03-08"]})["fields"]["date"]["exact_f1"] == 1.0
    assert score(other, either={"date": ["2016-03-09"]})["fields"]["date"]["f1"] == 0.0
    assert "date" not in score(_set("date", to=None), either={"date": [None]})["fields"]
    left_out = score(_drop("enclosures"), either={"enclosures.0": [None]})
    assert left_out["letters"]["whole"] == 1.0


def test_lines_of_a_text_file() -> None:
    covered = {"page": 1, "bbox": None, "covers": "person", "grounds": [], "text": "fx®e"}
    truth = truth_letter()
    truth["plain"]["redactions"] = [covered | {"lines": [4, 5]}]
    for lines, right in (([5, 6], 1.0), ([6, 7], 0.0)):
        record = record_of(truth_letter()) | {
            "redactions": [covered | {"lines": lines, "confidence": 1.0, "evidence": []}]
        }
        assert (
            figures([read_as([truth], [record])])["office"]["both"]["fields"]["redactions"]["f1"]
            == right
        )


@pytest.mark.parametrize(
    ("path", "truth", "said", "same"),
    [
        ("sender.person", "A. de Vries", "a de vries", True),
        ("sender.address", "Postbus 9022", "Postbus 9022.", True),
        ("sender.address", "Postbus 9022", "Postbus 9023", False),
        ("sender.phone", "14 0318", "140318", True),
        ("sender.phone", "070 426 4200", "070 426 4201", False),
        ("date", "2016-03-03", "2016-03-08", False),
    ],
)
def test_lenient(path: str, truth: str, said: str, same: bool) -> None:
    assert lenient(path, truth, said) is same


# --- findings


def test_findings_said_and_unsaid() -> None:
    def say(*codes: str) -> Callable[[Tree], None]:
        return _set("findings", to=[{"code": code} for code in codes])

    assert score(say())["findings"]["recall"] == 0
    allowed = score(say("enclosure-not-included", "text-illegible"))["findings"]
    assert (allowed["recall"], allowed["alarms_per_100"], allowed["silent"]) == (1, 0, 1)
    invented = score(say("enclosure-not-included", "total-mismatch"))["findings"]
    assert (invented["alarms_per_100"], invented["silent"]) == (100, 0)
    assert invented["codes"]["total-mismatch"]["alarms_per_100"] == 100


@pytest.mark.parametrize(
    ("in_plant", "in_twin", "right"),
    [
        (["total-mismatch"], [], 1.0),
        ([], [], 0.0),
        (["total-mismatch"], ["total-mismatch"], 0.0),
        (["total-mismatch"], ["iban-invalid"], 1.0),
    ],
)
def test_twins(in_plant: list[str], in_twin: list[str], right: float) -> None:
    planted = truth_letter(plant="total-mismatch", expected=["total-mismatch"])
    pairs = []
    for letter, codes, name in ((planted, in_plant, "p.pdf"), (truth_letter(), in_twin, "t.pdf")):
        record = record_of(letter) | {"findings": [{"code": code} for code in codes]}
        pairs += read_as([letter], [record], name=name).pairs
    found = finding_figures(pairs)
    assert (found["twins"], found["twins_right"]) == (1, right)


def test_a_second_finding_beside_a_plant_is_told_apart() -> None:
    letter = truth_letter(plant="total-mismatch", expected=["total-mismatch"])
    record = record_of(letter) | {
        "findings": [{"code": "total-mismatch"}, {"code": "iban-invalid"}]
    }
    found = finding_figures(read_as([letter], [record]).pairs)
    assert (found["alarms_beside_plant_per_100"], found["alarms_per_100"]) == (100, None)
    assert found["planted_found"] == 1.0


def test_a_double_is_told_by_a_batch_alone() -> None:
    found = score(expected=["duplicate-letter"])["findings"]
    assert (found["expected"], found["only_in_a_batch"]) == (0, 1)


# --- files with several letters, files that fail


def _bundle() -> list[Tree]:
    return [
        truth_letter(source={"pages": pages, "page_count": 3}, seed=seed)
        for seed, pages in enumerate(([1, 2], [3]))
    ]


def test_a_bundle_cut_right() -> None:
    letters = _bundle()
    found = figures([read_as(letters, [record_of(one) for one in letters])])["office"]["both"]
    assert (found["bundles"]["exact"], found["bundles"]["boundary_f1"]) == (1, 1)
    assert found["letters"]["whole"] == 1.0


def test_a_blank_page_between_two_letters_is_of_neither() -> None:
    letters = _bundle()
    letters[1]["source"] = {"pages": [4], "page_count": 4}
    records = [record_of(one) for one in letters]
    records[0]["source"] = {"pages": [1, 2, 3], "page_count": 4}
    assert figures([read_as(letters, records)])["office"]["both"]["bundles"]["exact"] == 1
    records[0]["source"] = {"pages": [1], "page_count": 4}
    assert figures([read_as(letters, records)])["office"]["both"]["bundles"]["exact"] == 0


def test_a_bundle_left_whole_misses_a_letter() -> None:
    letters = _bundle()
    record = record_of(letters[0]) | {"source": {"pages": [1, 2, 3], "page_count": 3}}
    record["pages"] *= 2
    found = figures([read_as(letters, [record])])["office"]["both"]
    assert (found["bundles"]["exact"], found["bundles"]["boundary_f1"]) == (0, 0)
    assert (found["fields"]["date"]["precision"], found["fields"]["date"]["recall"]) == (1, 0.5)


def test_a_letter_cut_in_two_says_too_much() -> None:
    letter = truth_letter()
    extra = record_of(letter) | {"source": {"pages": [9], "page_count": 1}}
    found = figures([read_as([letter], [record_of(letter), extra])])["office"]["both"]
    assert (found["fields"]["date"]["precision"], found["fields"]["date"]["recall"]) == (0.5, 1)
    assert found["bundles"]["exact"] == 0


def test_a_file_that_fails_misses_all() -> None:
    file = File(Path("a.pdf"), "a.pdf", "office", (truth_letter(),))
    found = figures([case(file, Reading("a.pdf", "", (), (), 1.0, 1.0, "CannotRead: …"))])[
        "office"
    ]["both"]
    assert (found["letters"]["failed"], found["letters"]["whole"]) == (1, 0)
    assert (
        found["fields"]["all"]["recall"],
        found["text"]["cer"],
        found["findings"]["recall"],
    ) == (0, 1, 0)


# --- text


def test_reading_order_costs_nothing() -> None:
    turned = "\n".join(reversed(PAGE.splitlines()))
    woven = PAGE.replace("\nPostbus 9022\n", " Postbus 9022\t")
    for text in (turned, woven):
        assert errors(PAGE, text).characters == errors(PAGE, text).words == 0


def test_garbled_characters_cost_what_they_are() -> None:
    found = errors(PAGE, PAGE.replace("netwerkregisseur", "netwerkreqisseur").replace("Ede", "Fde"))
    assert (found.characters, found.words) == (2, 2)


@pytest.mark.parametrize(
    ("read", "cost"),
    [("", 12), ("Gemeente Ed", 1), ("Gemeente Ede en meer", 7), ("xxxxxxxxxxxxxxxxxxxx", 20)],
)
def test_characters_missing_and_too_many(read: str, cost: int) -> None:
    assert errors("Gemeente Ede", read).characters == cost


def test_codes_in_covered_places_are_no_text() -> None:
    assert errors("van de heer", "van de heer 10.2.e █ 10 .2.e", ["10.2.e"] * 2).characters == 0
    assert errors("van de heer", "van de heer 10.2.e 10.2.e", ["10.2.e"]).characters == 7 - 1


def test_a_cut_word_may_lose_its_hyphen() -> None:
    found = errors("de netwerk\nregisseur van A-B", "de netwerk-\nregisseur van A-B")
    assert found.characters == found.words == 0
    assert errors("de wet - en regels", "de wet en regels").characters == 2


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text("abcde ", min_size=1, max_size=12), max_size=6),
    st.randoms(use_true_random=False),
)
def test_text_properties(lines: list[str], dice: Any) -> None:
    shuffled = list(lines)
    dice.shuffle(shuffled)
    same = errors("\n".join(lines), "\n".join(shuffled))
    assert same.characters == same.words == 0
    nothing = errors("\n".join(lines), "")
    assert (nothing.characters, nothing.words) == (nothing.of_characters, nothing.of_words)


# --- calibration


def test_overconfidence_is_seen() -> None:
    def shy(record: Tree) -> None:
        record["date"] = field("2016-03-08", confidence=0.96)

    found = score(shy)["calibration"]["head"]
    assert found["values"] == 3  # two right with 1.0, one wrong with 0.96
    assert (found["ece"], found["brier"], found["surely_wrong"]) == (0.32, 0.3072, 0.3333)


def test_a_wrong_value_of_which_we_are_not_sure_is_not_surely_wrong() -> None:
    def shy(record: Tree) -> None:
        record["date"] = field("2016-03-08", confidence=0.9)

    assert score(shy)["calibration"]["head"]["surely_wrong"] == 0


def test_targets_stand_beside_what_was_measured() -> None:
    digital = {"fields": {"date": {"exact_f1": 1.0}}, "letters": {"heads": 0.5}}
    found = {row[0]: row[1:] for row in target_rows({"digital": digital}, HEADS)}
    assert found["date"] == ("**100.0** (99.5)", "not measured", "not measured")
    assert found["all of these right in one letter"][0] == "50.0 (92)"
    names = {row[0] for row in target_rows({"digital": digital}, APPLICATIONS)}
    assert {"municipalities, P", "letters with every amount right"} <= names


def test_letters_with_every_amount_right() -> None:
    """A sum too many or wrong makes a letter wrong; one without any sum is not asked."""
    wrong = _set("budget_lines", 0, "amount", to=field("12500.01"))
    assert score(wrong)["letters"]["amounts"] == 0
    assert score(_set("budget_lines", 0, "kind", to="total"))["letters"]["amounts"] == 1


# --- matching


def test_pairs_and_alignments() -> None:
    import numpy as np

    assert best_pairs(np.array([[0.9, 0.8], [0.9, 0.1]]), 0.5) == [(0, 1), (1, 0)]
    assert best_pairs(np.zeros((2, 0)), 0.5) == []
    assert aligned(np.array([[0.0, 1.0], [1.0, 0.0]])) in ([(0, 1)], [(1, 0)])
    assert aligned(np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])) == [(0, 0), (1, 2)]


# --- what is kept and shown


def test_the_digest_is_what_is_compared() -> None:
    letter = truth_letter()
    tree = figures([read_as([letter], [record_of(letter)])])
    kept = json.loads(written(digest(tree)))
    assert kept == digest(tree)
    back = undigested(kept)["office"]["both"]
    assert back["fields"]["date"]["f1"] == 1.0
    assert back["codes"]["enclosure-not-included"]["recall"] == 1.0
    assert max(map(len, written(digest(tree)).splitlines())) < 400


def test_floor() -> None:
    letter = truth_letter()
    tree = figures([read_as([letter], [record_of(letter)])])
    assert floor(tree, {"office": {"date": 0.97, "characters": 0.99, "twins": 0.0}}) == [
        "office twins: None, at least 0.0"
    ]
    assert floor(tree, {"poor": {"date": 0.5}}) == ["poor date: None, at least 0.5"]


@pytest.mark.parametrize(
    ("now", "then", "shown"),
    [
        (0.953, 0.949, ".953 (+.004)"),
        (0.9, 1.0, ".900 (-.100)"),
        (1.0, None, "1.000"),
        (None, 0.5, "–"),
        (3, 2, "3 (+1)"),
        (0.5, 0.5, ".500"),
    ],
)
def test_figure(now: float | None, then: float | None, shown: str) -> None:
    assert figure(now, then) == shown


def test_a_file_is_read_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, content in (("good.txt", b"Gemeente Ede\n\nEde, 3 maart 2016\n"), ("bad.pdf", b"")):
        (tmp_path / name).write_bytes(content)
    corpus = [File(tmp_path / n, n, "text", (truth_letter(),)) for n in ("good.txt", "bad.pdf")]
    good, bad = readings.readings(corpus, tmp_path / "kept.jsonl", jobs=1)
    assert good.error is None and good.records[0]["date"]["value"] == "2016-03-03"
    assert "Gemeente Ede" in good.texts[0] and good.cpu > 0
    assert (bad.records, bad.texts) == ((), ()) and bad.error.startswith("CannotRead: ")
    monkeypatch.setattr(readings, "read", lambda *args: pytest.fail("read again"))
    again = list(readings.readings(corpus, tmp_path / "kept.jsonl", jobs=1))
    assert again == [good, bad]
    monkeypatch.setattr(readings, "fingerprint", lambda: "other code")
    with pytest.raises(pytest.fail.Exception, match="read again"):
        list(readings.readings(corpus, tmp_path / "kept.jsonl", jobs=1))


def test_what_the_model_adds_is_read_without_it(tmp_path: Path) -> None:
    pytest.importorskip("spacy")
    letter = "Geachte heer,\n\nHierbij vraagt Stichting Taalhuis De Oever subsidie aan.\n"
    (tmp_path / "a.txt").write_text(letter, "utf-8")
    corpus = [File(tmp_path / "a.txt", "a.txt", "text", (truth_letter(),))]
    sender = {
        model: one.records[0]["sender"]["organisation"]
        for model in (True, False)
        for one in readings.readings(corpus, tmp_path / "kept.jsonl", jobs=1, model=model)
    }
    assert sender[True]["value"] == "Stichting Taalhuis De Oever"
    assert sender[False] is None


def test_files_and_choice(tmp_path: Path) -> None:
    for tier, half in (("office", "tuned"), ("office", "unseen"), ("poor", "tuned")):
        folder = tmp_path / tier
        folder.mkdir(exist_ok=True)
        data = {"file": f"{half}.pdf", "tier": tier, "letters": [truth_letter(half=half)]}
        (folder / f"{half}.truth.json").write_text(json.dumps(data), "utf-8")
    whole = files(tmp_path)
    assert [one.name for one in whole] == [
        "office/tuned.pdf",
        "office/unseen.pdf",
        "poor/tuned.pdf",
    ]
    assert [one.name for one in chosen(whole, ["office"], "unseen", None)] == ["office/unseen.pdf"]
    assert len(chosen(whole, [], None, 1)) == 2
    with pytest.raises(ValueError, match="no file with"):
        files(tmp_path / "nothing")


def test_the_page_of_the_worst(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("<Gemeente Ede>", "utf-8")
    letter = truth_letter()
    record = record_of(letter) | {"subject": field("iets <anders>")}
    made = case(
        File(file, "a.txt", "text", (letter,)), Reading("a.txt", "", (record,), ("",), 1, 1)
    )
    write([made], 3, tmp_path / "worst.html")
    page = (tmp_path / "worst.html").read_text("utf-8")
    assert "&lt;Gemeente Ede&gt;" in page and "iets &lt;anders&gt;" in page
    assert page.count("<section>") == 1 and "class=wrong" in page
