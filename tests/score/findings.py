"""Findings: what was planted is found, and nothing is said that a letter gives no cause for.

A code counts once a letter, however often it is said.

- Recall of a code: of the letters that expect it, the share in which it is said.
- False alarm: a code said that the letter neither expects nor allows. Counted in innocent letters
  (no plant), as many per hundred of them; in letters with a plant apart, since one contradiction
  may rightly draw a second finding that the truth did not foresee.
- Twins: a planted letter whose innocent twin (same family, seed and tier) is in the corpus is right
  where the plant is found in it and not said of the twin.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from tests.score.corpus import Pair
from tests.score.outcome import ratio

BATCH = {"duplicate-letter"}  # said of a batch, never of one file


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """The codes of one letter: expected, allowed, said."""

    pair: Pair
    expected: frozenset[str]
    allowed: frozenset[str]
    codes: frozenset[str]

    @property
    def alarms(self) -> frozenset[str]:
        return self.codes - self.expected - self.allowed

    @property
    def twin(self) -> tuple[str, str, int]:
        truth = self.pair.truth or {}
        return self.pair.file.tier, truth["family"], truth["seed"]


def of_pair(pair: Pair) -> Said:
    """What was expected of a letter and what was said of it; without a letter all is an alarm."""
    truth, record = pair.truth or {}, pair.record or {}
    return Said(
        pair,
        frozenset(truth.get("expected", ())) - BATCH,
        frozenset(truth.get("allowed", ())),
        frozenset(finding["code"] for finding in record.get("findings", ())),
    )


def figures(pairs: Iterable[Pair]) -> dict[str, Any]:
    """Recall and alarms in all and per code, twins; letters expecting a batch finding."""
    letters = [of_pair(pair) for pair in pairs]
    innocent = [one for one in letters if one.pair.innocent]
    planted = [one for one in letters if not one.pair.innocent]
    expected = Counter(code for one in letters for code in one.expected)
    found = Counter(code for one in letters for code in one.expected & one.codes)
    alarms = Counter(code for one in innocent for code in one.alarms)
    beside = Counter(code for one in planted for code in one.alarms)
    count = sum(one.pair.truth is not None for one in innocent)
    sought = [one for one in planted if one.pair.truth is not None]
    return {
        "expected": expected.total(),
        "recall": ratio(found.total(), expected.total()),
        "innocent": count,
        "alarms_per_100": _per_hundred(alarms.total(), count),
        "silent": ratio(sum(not one.alarms for one in innocent), len(innocent)),
        "planted": len(sought),
        "planted_found": ratio(sum(_plant_found(one) for one in sought), len(sought)),
        "alarms_beside_plant_per_100": _per_hundred(beside.total(), len(sought)),
        **_twins(letters),
        "only_in_a_batch": sum(bool(BATCH & set(_expected(one))) for one in letters),
        "codes": {
            code: {
                "expected": expected[code],
                "recall": ratio(found[code], expected[code]),
                "alarms_per_100": _per_hundred(alarms[code], count),
                "beside_plant": beside[code],
            }
            for code in sorted({*expected, *alarms, *beside})
        },
    }


def _expected(one: Said) -> Sequence[str]:
    return (one.pair.truth or {}).get("expected", ())


def _plant_found(one: Said) -> bool:
    return one.pair.truth is not None and one.pair.truth["plant"] in one.codes


def _twins(letters: Iterable[Said]) -> dict[str, Any]:
    with_truth = [one for one in letters if one.pair.truth is not None]
    innocent = {one.twin: one for one in with_truth if one.pair.innocent}
    pairs = [
        (one, innocent[one.twin])
        for one in with_truth
        if not one.pair.innocent and one.twin in innocent
    ]
    right = sum(_plant_found(one) and _plant(one) not in twin.codes for one, twin in pairs)
    return {"twins": len(pairs), "twins_right": ratio(right, len(pairs))}


def _plant(one: Said) -> str:
    return str((one.pair.truth or {}).get("plant"))


def _per_hundred(number: int, of: int) -> float | None:
    share = ratio(number, of)
    return None if share is None else 100 * share
