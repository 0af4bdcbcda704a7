"""All figures of a corpus, per tier and half; their digest beside the corpus; the floor.

`figures` is a tree: tier → half (`both`, `tuned`, `unseen`) → topic. Figures are rounded to four
places; null means that there is nothing to measure. The digest, `tests/corpus/score.json`, holds
one short list a figure (`COLUMNS` names them), so that a change reads as a change of lines.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

from tests.score import bundles, calibration, findings, redactions, text
from tests.score.corpus import Case, Pair, of_tiers
from tests.score.fields import HEAD, filled, outcomes
from tests.score.outcome import Outcome, count, ratio
from tests.score.places import Places

Tree = dict[str, Any]
HALVES = ("both", "tuned", "unseen")
KEPT = ("both", "unseen")
COLUMNS = {
    "fields": ("support", "exact_f1", "precision", "recall", "f1", "place"),
    "letters": ("letters", "whole", "heads", "amounts", "failed"),
    "text": ("pages", "cer", "wer"),
    "codes": ("expected", "recall", "alarms_per_100", "beside_plant"),
    "calibration": ("values", "ece", "brier", "surely_wrong"),
}
SUM = "budget_lines.sum"
AGAIN = ("budget_lines.line", SUM)  # other counts of what `budget_lines` counts
Scored = list[tuple[Case, list[tuple[Pair, list[Outcome]]]]]


def scored(cases: Iterable[Case]) -> Scored:
    """Every case with the outcomes of its letters."""
    return [(case, [(pair, outcomes(pair)) for pair in case.pairs]) for case in cases]


def figures(cases: Iterable[Case]) -> Tree:
    """All figures, by tier and half."""
    tree: Tree = {}
    for tier, of_tier in of_tiers(cases):
        whole = scored(of_tier)
        errors = {case.file.name: text.of_case(case) for case, _ in whole}
        for half in HALVES:
            rows = [
                (case, [pair for pair in pairs if half in ("both", pair[0].half)])
                for case, pairs in whole
                if half in ("both", case.file.half) or any(p.half == half for p, _ in pairs)
            ]
            if rows:
                tree.setdefault(tier, {})[half] = _of_half(rows, errors)
    return rounded(tree)


def _of_half(rows: Scored, errors: Mapping[str, text.Errors]) -> Tree:
    cases = [case for case, _ in rows]
    letters = [pair for _, pairs in rows for pair in pairs]
    pairs = [pair for pair, _ in letters]
    flat = [one for _, of_letter in letters for one in of_letter]
    total = sum((errors[case.file.name] for case in cases), text.Errors())
    pages = sum(_page_count(case) for case in cases)
    covered = sum((redactions.area(Places(*filled(pair))) for pair in pairs), redactions.Area())
    return {
        "fields": _fields(flat),
        "redactions": {"area_f1": covered.f1},
        "letters": _letters(letters) | {"failed": sum(c.reading.error is not None for c in cases)},
        "text": {"pages": pages, "cer": total.cer, "wer": total.wer},
        "findings": findings.figures(pairs),
        "bundles": bundles.figures(cases),
        "seconds": {
            "cpu_per_page": ratio(sum(case.reading.cpu for case in cases), pages),
            "wall_per_page": ratio(sum(case.reading.wall for case in cases), pages),
        },
        "calibration": calibration.figures(calibration.by_group(flat)),
    }


def _page_count(case: Case) -> int:
    return int(case.file.letters[0]["source"]["page_count"])


def _fields(flat: Sequence[Outcome]) -> Tree:
    """Each field, and all of them: no budget line twice, and its place without cells of tables."""
    names = sorted({one.field for one in flat})
    of_field = {name: count(o for o in flat if o.field == name).figures() for name in names}
    once = [one for one in flat if one.field not in AGAIN]
    whole = count(once).figures()
    place = count(one for one in once if one.field != "tables").figures().get("place")
    whole.pop("place", None)
    return {"all": whole if place is None else whole | {"place": place}} | of_field


def _letters(letters: Sequence[tuple[Pair, list[Outcome]]]) -> Tree:
    """Of the letters there are: the share with everything right, with the head, with all amounts.

    The last is of the letters that have an amount, and of those where one was said.
    """
    rows = [of_letter for pair, of_letter in letters if pair.truth is not None]
    money = [row for row in rows if any(one.field == SUM for one in row)]
    right = {
        "whole": ratio(sum(not any(one.wrong for one in row) for row in rows), len(rows)),
        "heads": ratio(sum(_all_right(row, HEAD) for row in rows), len(rows)),
        "amounts": ratio(sum(_all_right(row, (SUM,)) for row in money), len(money)),
    }
    return {"letters": len(rows), **right}


def _all_right(row: Sequence[Outcome], fields: Container[str]) -> bool:
    return not any(one.wrong and one.field in fields for one in row)


def rounded(node: Any) -> Any:
    """Every float in a tree to four places."""
    if isinstance(node, dict):
        return {name: rounded(value) for name, value in node.items()}
    return round(node, 4) if isinstance(node, float) else node


def digest(tree: Tree) -> Tree:
    """The figures worth keeping beside the corpus, a list each: all letters, and the unseen half."""
    return {
        tier: {half: _digest_of(halves[half], half) for half in KEPT if half in halves}
        for tier, halves in tree.items()
    }


def _digest_of(topics: Tree, half: str) -> Tree:
    found = {k: v for k, v in topics["findings"].items() if k != "codes"}
    kept: Tree = {
        "fields": {name: _row("fields", row) for name, row in topics["fields"].items()},
        "letters": _row("letters", topics["letters"]),
        "text": _row("text", topics["text"]),
        "redactions": topics["redactions"],
        "findings": found,
        "bundles": topics["bundles"],
        "calibration": {"all": _row("calibration", topics["calibration"]["all"])},
    }
    if half == "both":
        codes = topics["findings"]["codes"]
        kept["codes"] = {name: _row("codes", row) for name, row in codes.items()}
        groups = topics["calibration"]
        kept["calibration"] = {name: _row("calibration", row) for name, row in groups.items()}
    return kept


def _row(topic: str, row: Tree) -> list[Any]:
    return [row.get(name) for name in COLUMNS[topic]]


def undigested(tree: Tree) -> Tree:
    """The digest with its lists as trees again, to be looked things up in."""

    def named(topic: str, node: Any) -> Any:
        if isinstance(node, list):
            return dict(zip(COLUMNS[topic], node, strict=True))
        return {name: named(topic, value) for name, value in node.items()}

    return {
        tier: {
            half: {
                topic: named(topic, rows) if topic in COLUMNS else rows
                for topic, rows in topics.items()
            }
            for half, topics in halves.items()
        }
        for tier, halves in tree.items()
    }


def written(tree: Tree) -> str:
    """A digest as JSON with one line a figure, keys sorted."""
    return _written(tree, "") + "\n"


def _written(node: Any, indent: str) -> str:
    flat = not isinstance(node, dict) or not any(isinstance(v, (dict, list)) for v in node.values())
    if flat:
        return json.dumps(node, ensure_ascii=False, sort_keys=True)
    inner = indent + " "
    rows = [f"{inner}{json.dumps(k)}: {_written(node[k], inner)}" for k in sorted(node)]
    return "{\n" + ",\n".join(rows) + f"\n{indent}}}"


def floor(tree: Tree, least: Mapping[str, Mapping[str, float]]) -> list[str]:
    """What lies below a floor, as lines 'digital date: 0.95, at least 0.97'.

    `least`: tier → figure → value, over both halves; figures are those of `flat`. A tier that was
    not read, or a figure with nothing to measure, is below its floor.
    """
    low = []
    for tier, wanted in least.items():
        had = flat(tree[tier]["both"]) if tier in tree else {}
        for name, value in wanted.items():
            figure = had.get(name)
            if figure is None or figure < value:
                low.append(f"{tier} {name}: {figure}, at least {value}")
    return low


def flat(topics: Tree) -> dict[str, float | None]:
    """The figures for which more is better, by name, a field's lenient F1 under the field's own."""
    errors, found = topics["text"], topics["findings"]
    return {
        **{name: row["f1"] for name, row in topics["fields"].items()},
        "whole": topics["letters"]["whole"],
        "heads": topics["letters"]["heads"],
        "amounts": topics["letters"]["amounts"],
        "characters": None if errors["cer"] is None else round(1 - errors["cer"], 4),
        "words": None if errors["wer"] is None else round(1 - errors["wer"], 4),
        "findings": found["recall"],
        "silent": found["silent"],
        "twins": found["twins_right"],
        "split": topics["bundles"]["exact"],
        "redactions.area": topics["redactions"]["area_f1"],
    }
