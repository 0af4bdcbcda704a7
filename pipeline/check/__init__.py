"""Rules that a letter must keep. A rule is a function; what it yields is wrong with the letter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from pipeline.letter import Letter
from pipeline.record import Evidence, Finding, Record, Severity
from pipeline.registry import Registry

Language = Literal["en", "nl"]


@dataclass(frozen=True, slots=True)
class Case:
    """All that a rule may look at: the letter, what was read off it, and the day of processing."""

    letter: Letter
    record: Record
    today: dt.date


class HasEvidence(Protocol):
    """A passage of the letter, or a field or entry of the record."""

    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


@dataclass(frozen=True, slots=True)
class Breach:
    """One place where a rule is broken, and the words that its message needs."""

    evidence: tuple[Evidence, ...]
    details: dict[str, str]
    severity: Severity | None = None  # other than the rule's own


def breach(*places: HasEvidence, severity: Severity | None = None, **details: object) -> Breach:
    """A breach with the places that show it; details fill the rule's message."""
    evidence = dict.fromkeys(item for place in places for item in place.evidence)
    return Breach(tuple(evidence), {k: str(v) for k, v in details.items()}, severity)


Check = Callable[[Case], Iterator[Breach]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A registered rule: how bad a breach is, its messages by language, the function."""

    code: str
    severity: Severity
    messages: dict[Language, str]
    check: Check


rules: Registry[Rule] = Registry(__name__)


def rule(code: str, severity: Severity, *, en: str, nl: str) -> Callable[[Check], Check]:
    """Register a rule under the code of the finding that it gives."""

    def register(check: Check) -> Check:
        rules.add(code, Rule(code, severity, {"en": en, "nl": nl}, check))
        return check

    return register


def check(case: Case, language: Language = "en") -> tuple[Finding, ...]:
    """Every breach of every rule, errors first."""
    findings = [
        Finding(
            code=code,
            severity=found.severity or rule.severity,
            message=rule.messages[language].format(**found.details),
            evidence=found.evidence,
        )
        for code, rule in rules
        for found in rule.check(case)
    ]
    order = [Severity.error, Severity.warning, Severity.info]
    return tuple(sorted(findings, key=lambda finding: order.index(finding.severity)))
