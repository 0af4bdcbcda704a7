"""The corpus: enough families, every contradiction with its innocent twin, the same letter each time."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from samples.make.truth import CODES
from tests.corpus import files, plan
from tests.corpus.families import HALVES, families
from tests.corpus.truth import shown, unmarked
from tests.corpus.typeset import typeset

WHOLE = 500
# All but duplicate-letter, which is of a batch: a copy under another name, files.write_copy.
FINDINGS = set(CODES)
LETTERS = plan.letters(WHOLE, 0)


def test_thirty_families_in_two_halves_of_the_same_size() -> None:
    halves = Counter(family.half for family in families().values())
    assert len(families()) >= 30
    assert set(halves) == set(HALVES)
    assert max(halves.values()) - min(halves.values()) <= 2


def test_every_finding_is_planted_in_five_letters_of_families_of_both_halves() -> None:
    planted = [item for item in LETTERS if item.plant]
    assert len(LETTERS) == WHOLE
    counts = Counter(item.plant for item in planted)
    assert {code: counts[code] for code in FINDINGS if counts[code] < 5} == {}
    for half in HALVES:
        of_half = {item.plant for item in planted if families()[item.family].half == half}
        assert FINDINGS - of_half == set(), half


def test_every_planted_letter_has_its_innocent_twin() -> None:
    twins = {(item.family, item.seed) for item in LETTERS if item.plant is None}
    assert all((item.family, item.seed) in twins for item in LETTERS)
    assert len(twins) >= 100


def test_a_plant_is_expected_and_its_twin_is_innocent_of_it() -> None:
    for item in LETTERS:
        if item.plant:
            assert item.plant in item.letter().expected, item
            twin = families()[item.family].letter(item.seed)
            assert item.plant not in twin.expected | twin.allowed, item


@pytest.mark.parametrize("name", families())
def test_every_value_of_a_family_stands_on_its_pages(name: str) -> None:
    family = families()[name]
    for plant in (None, *family.plants[:2]):
        letter = family.letter(3, plant)
        pages = typeset(letter)
        assert unmarked(letter, pages) == []
        truth = shown(letter, pages, blotted=False, leaks=True)
        assert all(text.strip() for text in truth.text)
        assert len(truth.text) == len(pages.sheets)


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    item = LETTERS[0]
    for folder in (tmp_path / "one", tmp_path / "two"):
        files.write_letter(item, ("text", "digital", "poor"), folder)
        files.write_bundle(0, LETTERS[:2], "digital", folder)
    names = [path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.*")]
    assert len(names) == 8
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_the_pages_of_a_bundle_are_those_of_its_letters(tmp_path: Path) -> None:
    files.write_bundle(1, LETTERS[:3], "digital", tmp_path)
    truth = json.loads((tmp_path / "bundles" / "bundle-01-digital.truth.json").read_text("utf-8"))
    taken = [page for letter in truth["letters"] for page in letter["source"]["pages"]]
    assert taken == sorted(set(taken))
    assert {letter["source"]["page_count"] for letter in truth["letters"]} == {taken[-1]}
    assert [len(letter["text"]) for letter in truth["letters"]] == [
        len(letter["source"]["pages"]) for letter in truth["letters"]
    ]


def test_a_copy_is_a_double_of_its_letter(tmp_path: Path) -> None:
    files.write_letter(LETTERS[0], ("digital",), tmp_path)
    files.write_copy(LETTERS[0], "digital", tmp_path)
    one, two = sorted((tmp_path / "digital").glob("*.pdf"))
    assert one.read_bytes() == two.read_bytes()
    for truth in (tmp_path / "digital").glob("*.truth.json"):
        assert "duplicate-letter" in json.loads(truth.read_text("utf-8"))["letters"][0]["expected"]


def test_bundles_take_a_third_of_the_letters_once() -> None:
    stacks = plan.bundles(LETTERS, 0)
    taken = [item for stack in stacks for item in stack]
    assert len(taken) == len(set(taken))
    assert abs(len(taken) - WHOLE / plan.LETTERS_A_BUNDLE_LETTER) < 4
    assert {len(stack) for stack in stacks} <= set(range(2, 13))
