"""Every sample letter gives the record that stands beside it, and what is known to stand in it.

Two things are kept apart. `record.json` is what came out when it was last looked at (golden): any
change shows. `truth.json` is what stands in the letter, made with it: where the record differs,
the difference must be in `known_misses.json`, so that nothing that is right is lost unseen.
`make accept` writes the first and the last anew; look at the difference before you commit it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.record import Record, plain

SAMPLES = Path(__file__).parents[1] / "samples"
FOLDERS = sorted(path.parent for path in SAMPLES.glob("*/truth.json"))
MISSES = Path(__file__).with_name("known_misses.json")

POINTS = 2.0  # by which a box may differ from one version of Tesseract to the next
OVERLAP = 0.5  # of the box of a redaction with the true one (intersection over union)
OF_THE_MACHINE = {"confidence", "legibility"}  # figures that differ from one machine to the next

every_sample = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
Reads = Callable[[Path], list[Record]]
Miss = tuple[str, str]  # what is wrong, in words that stand still; how it was read, which may not


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


def test_there_are_samples() -> None:
    """A folder of samples/ holds a letter with its truth and its note; `make` holds their maker."""
    folders = {path for path in SAMPLES.iterdir() if path.is_dir() and path.name != "make"}
    assert folders == set(FOLDERS)
    for folder in folders:
        assert len(list(folder.glob("letter.*"))) == 1
        assert (folder / "README.md").is_file()


# --- golden records


@every_sample
def test_record(folder: Path, records_of: Reads, accept: bool) -> None:
    actual = [record.model_dump(mode="json") for record in records_of(folder)]
    file = folder / "record.json"
    if accept:
        file.write_text(json.dumps(actual, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert file.is_file(), "make accept writes it"
    expected = json.loads(file.read_text("utf-8"))
    assert list(differences("", expected, actual)) == []


def differences(path: str, expected: Any, actual: Any) -> Iterator[str]:
    """Where two trees of JSON differ, boxes a little and figures of the machine aside."""
    key = path.rpartition(".")[2]
    if key in OF_THE_MACHINE:
        return
    if key == "bbox" and expected and actual:
        if max(abs(a - b) for a, b in zip(expected, actual, strict=True)) > POINTS:
            yield f"{path}: {expected} is now {actual}"
    elif isinstance(expected, dict) and isinstance(actual, dict):
        for name in expected.keys() | actual.keys():
            yield from differences(f"{path}.{name}", expected.get(name), actual.get(name))
    elif isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        for number, pair in enumerate(zip(expected, actual, strict=True)):
            yield from differences(f"{path}[{number}]", *pair)
    elif expected != actual:
        yield f"{path}: {expected!r} is now {actual!r}"


@pytest.mark.parametrize(
    ("actual", "count"),
    [
        ({"a": 1, "bbox": [1, 2, 3, 4], "confidence": 0.5}, 0),
        ({"a": 1, "bbox": [1, 3, 3, 4], "confidence": 0.9}, 0),
        ({"a": 1, "bbox": [1, 9, 3, 4], "confidence": 0.5}, 1),
        ({"a": 2, "bbox": None, "confidence": 0.5}, 2),
        ({"a": 1, "bbox": [1, 2, 3, 4], "more": [1]}, 1),
    ],
)
def test_a_difference_is_seen(actual: Any, count: int) -> None:
    expected = {"a": 1, "bbox": [1, 2, 3, 4], "confidence": 0.5}
    assert len(list(differences("", expected, actual))) == count


# --- the truth


@every_sample
def test_truth(folder: Path, records_of: Reads, accept: bool) -> None:
    truth = json.loads((folder / "truth.json").read_text("utf-8"))["letters"]
    found = [plain(record) for record in records_of(folder)]
    actual = dict(sorted(misses(truth, found)))
    known = json.loads(MISSES.read_text("utf-8")) if MISSES.is_file() else {}
    if accept:
        known = dict(sorted((known | {folder.name: actual}).items()))
        MISSES.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", "utf-8")
    expected = known.get(folder.name, {})
    new = {what: actual[what] for what in actual.keys() - expected.keys()}
    assert new == {}, "wrong now, and it was right"
    assert expected.keys() - actual.keys() == set(), "right now: make accept takes it off the list"


def misses(truth: list[dict[str, Any]], found: list[dict[str, Any]]) -> Iterator[Miss]:
    """What the records of a file have wrong."""
    if len(truth) != len(found):
        yield "letters", f"{len(truth)} read as {len(found)}"
    for number, (one, other) in enumerate(zip(truth, found, strict=False), 1):
        for what, how in _misses(one, other):
            yield f"letter {number}: {what}", how


def _misses(truth: dict[str, Any], found: dict[str, Any]) -> Iterator[Miss]:
    for part in ("sender", "recipient", "references"):
        for name, value in truth[part].items():
            yield from _miss(f"{part}.{name}", value, found[part][name])
    for name in ("date", "replies_to", "subject"):
        yield from _miss(name, truth[name], found[name])
    for name in ("municipalities", "budget_lines", "tables", "enclosures"):
        wanted, had = ([_said(entry) for entry in side[name]] for side in (truth, found))
        yield from _unpaired(name, Counter(wanted), Counter(had))
    yield from _redactions(truth["redactions"], found["redactions"])
    yield from _findings(truth, Counter(finding["code"] for finding in found["findings"]))


def _miss(name: str, value: Any, read: Any) -> Iterator[Miss]:
    if _said(value) != _said(read):
        yield name, f"{value} read as {read}"


def _said(value: Any) -> str:
    """A value for comparison: letters and blanks of any kind are as good as each other."""
    return " ".join(json.dumps(value, ensure_ascii=False, sort_keys=True).casefold().split())


def _unpaired(name: str, wanted: Counter[str], had: Counter[str]) -> Iterator[Miss]:
    for number, entry in enumerate((wanted - had).elements(), 1):
        yield f"{name}: not read, {number}", entry
    for number, entry in enumerate((had - wanted).elements(), 1):
        yield f"{name}: not there, {number}", entry


def _redactions(truth: list[dict[str, Any]], found: list[dict[str, Any]]) -> Iterator[Miss]:
    """Each covered place is found where it is, with what it covers and its grounds."""
    left = list(found)
    for one in truth:
        same = next((other for other in left if _same_place(one, other)), None)
        if same is None:
            yield f"redactions: {_place(one)}: not found", one["text"]
            continue
        left.remove(same)
        for name in ("covers", "grounds"):
            yield from _miss(f"redactions: {_place(one)}: {name}", one[name], same[name])
    for number, other in enumerate(left, 1):
        yield f"redactions: not there, {number}", _place(other)


def _place(redaction: dict[str, Any]) -> str:
    return f"page {redaction['page']} at {redaction['bbox'] or redaction['lines']}"


def _same_place(one: dict[str, Any], other: dict[str, Any]) -> bool:
    if one["page"] != other["page"]:
        return False
    if one["bbox"] and other["bbox"]:
        return _overlap(one["bbox"], other["bbox"]) >= OVERLAP
    return bool(one.get("lines") == other.get("lines"))


def _overlap(one: list[float], other: list[float]) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    both = max(width, 0) * max(height, 0)
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return both / (sum(areas) - both)


def _findings(truth: dict[str, Any], found: Counter[str]) -> Iterator[Miss]:
    """Those that must come, as often as they must; none of those that must not."""
    for wanted in truth["findings"]:
        code, count = wanted["code"], wanted["count"]
        if found[code] != count if count is not None else not found[code]:
            yield f"findings: {code}", f"{count or 'some'} expected, {found[code]} found"
    for code in truth["findings_absent"]:
        if found[code]:
            yield f"findings: {code}", f"none expected, {found[code]} found"
