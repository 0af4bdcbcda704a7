"""The README's tables are made from the code; `make accept` writes them anew."""

from __future__ import annotations

import inspect
import json
import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer.main

from pipeline import cli
from pipeline.check import rules
from pipeline.extract import finders
from tests.benchmarks import committed
from tests.benchmarks.targets import targets
from tests.score import summary
from tests.score import targets as score_targets

README = Path(__file__).parents[1] / "README.md"
SCORE = Path(__file__).parent / "corpus" / "score.json"
FIGURES = {
    "letters": ("letters", "letters"),
    "heads right": ("letters", "heads"),
    "whole letters right": ("letters", "whole"),
    **{
        name: ("fields", name, "f1")
        for name in (
            "date",
            "replies_to",
            "sender.organisation",
            "recipient.organisation",
            "references.ours",
            "subject",
            "municipalities",
            "budget_lines",
            "tables",
            "redactions",
        )
    },
    "character error rate": ("text", "cer"),
    "findings: recall": ("findings", "recall"),
    "false alarms per 100 innocent letters": ("findings", "alarms_per_100"),
    "twins right": ("findings", "twins_right"),
    "calibration error": ("calibration", "all", "ece"),
}


def first_sentence(function: Any) -> str:
    text = " ".join((inspect.getdoc(function) or "").split("\n\n")[0].split())
    return text.replace("|", "\\|")


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines)


def findings() -> str:
    order = ["error", "warning", "info"]
    known = sorted(rules, key=lambda item: (order.index(item[1].severity.value), item[0]))
    rows = [(f"`{code}`", rule.severity.value, first_sentence(rule.check)) for code, rule in known]
    return table(("finding", "severity", "the rule that is broken"), rows)


def commands() -> str:
    group = typer.main.get_command(cli.app)
    rows = [
        (f"`kenmerk {name}`", (command.help or "").split("\n")[0])
        for name, command in group.commands.items()  # type: ignore[attr-defined]
    ]
    return table(("command", "does"), rows)


def exits() -> str:
    help_text = inspect.getdoc(cli.kenmerk) or ""
    epilog = typer.main.get_command(cli.app).epilog or help_text
    found = re.findall(r"^\s*(\d)\s{2,}(\S.*)$", epilog, re.MULTILINE)
    return table(("exit status", "when"), [(code, text.strip()) for code, text in found])


def found_by() -> str:
    by_field: dict[str, list[str]] = defaultdict(list)
    for _, registered in finders:
        by_field[registered.field].append(first_sentence(registered.finder))
    rows = [(f"`{field}`", "<br>".join(texts)) for field, texts in sorted(by_field.items())]
    return table(("field", "found by"), rows)


def score() -> str:
    """The committed figures of the half that nothing was tuned on."""
    tiers = summary.undigested(json.loads(SCORE.read_text("utf-8")))
    columns = {name: topics["unseen"] for name, topics in tiers.items() if "unseen" in topics}
    letters = {name: of for name, of in columns.items() if not name.startswith("bundle")}
    rows = [
        (name, *(shown(of, *path) for of in letters.values())) for name, path in FIGURES.items()
    ]
    return table(("", *letters), rows)


def heads() -> str:
    """The targets of the head of a letter beside the same figures."""
    return beside(score_targets.HEADS)


def applications() -> str:
    """The targets of municipalities, money and tables beside the same figures."""
    return beside(score_targets.APPLICATIONS)


def beside(targets: score_targets.Targets) -> str:
    tiers = summary.undigested(json.loads(SCORE.read_text("utf-8")))
    unseen = {name: topics["unseen"] for name, topics in tiers.items() if "unseen" in topics}
    return table(("", *targets.tiers), score_targets.rows(unseen, targets))


def race() -> str:
    """The committed figures of the reading of pages beside others."""
    return table(*committed.rows(committed.known()["tiers"]))


def goals() -> str:
    words = {True: "yes", False: "no", None: ""}
    rows = [
        (row.what, row.least, row.measured, words[row.met]) for row in targets(committed.known())
    ]
    return table(("", "target", "measured", "met"), rows)


def shown(topics: Any, *path: str) -> str:
    for name in path:
        topics = (topics or {}).get(name)
    return "" if topics is None else f"{topics:.3g}"


SECTIONS: dict[str, Callable[[], str]] = {
    "findings": findings,
    "commands": commands,
    "exits": exits,
    "finders": found_by,
    "score": score,
    "heads": heads,
    "applications": applications,
    "race": race,
    "targets": goals,
}


@pytest.mark.parametrize("name", SECTIONS)
def test_the_readme_says_what_the_code_does(name: str, request: pytest.FixtureRequest) -> None:
    expected = f"<!-- {name} -->\n{SECTIONS[name]()}\n<!-- /{name} -->"
    text = README.read_text("utf-8")
    pattern = re.compile(rf"<!-- {name} -->.*?<!-- /{name} -->", re.DOTALL)
    assert pattern.search(text), f"README.md has no section {name}"
    if request.config.getoption("--accept"):
        text = pattern.sub(lambda _: expected, text)
        README.write_text(text, "utf-8")
    assert expected in text, "make accept brings it up to date"


def test_every_table_has_rows() -> None:
    assert all(section().count("\n") > 2 for section in SECTIONS.values())
