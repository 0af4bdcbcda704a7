"""Covered places: with which ground, and whether they cover what they should."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from pipeline import registers
from pipeline.check import Breach, Case, breach, rule
from pipeline.check.reading import certain_redactions
from pipeline.record import Covers, Evidence, Redaction, Severity

_WOO: Final = dt.date(2022, 5, 1)  # from this day decisions are taken under the Woo
_PRIVACY: Final = {"10.2.e", "10.1.d", "5.1.2.e", "5.1.1.d"}


@rule(
    "redaction-without-ground",
    Severity.info,
    en="{count} of {total} covered places should give a ground and show no exemption code.",
    nl="{count} van de {total} gelakte plekken horen een grond te noemen en tonen geen code.",
)
def without_ground(case: Case) -> Iterator[Breach]:
    """Each covered place shows the exemption code on which it rests. One finding a letter.

    On a scanned page a place where something is printed that could not be read may well show it;
    and where no place of the letter shows one, all of them must be covered for certain.
    """
    redactions = certain_redactions(case)
    sure = any(r.grounds for r in redactions) or len(redactions) == len(case.record.redactions)
    unread = set(_with_unread_print(case))
    bare = [r for r in redactions if not r.grounds and not unread & set(r.evidence)]
    if bare and sure:
        yield breach(*bare, count=len(bare), total=len(redactions))


def _with_unread_print(case: Case) -> Iterator[Evidence]:
    for word, passage in case.letter.covered:
        if word.cover is not None and word.cover.printed and not word.cover.text:
            yield from passage.evidence


@rule(
    "redaction-leak",
    Severity.error,
    en="{count} covered place(s) should hide their text; the file still gives away {characters} "
    "characters under them.",
    nl="{count} gelakte plek(ken) horen hun tekst te verbergen; het bestand geeft er nog "
    "{characters} tekens onder prijs.",
)
def leak(case: Case) -> Iterator[Breach]:
    """Text under a box cannot be read out of the file. The message never says what it is."""
    leaking = [
        (word.cover.hidden, passage)
        for word, passage in case.letter.covered
        if word.cover is not None and word.cover.hidden > 0
    ]
    if leaking:
        places = [passage for _, passage in leaking]
        hidden = sum(count for count, _ in leaking)
        yield breach(*places, count=len(leaking), characters=hidden)


@rule(
    "redaction-ground-odd",
    Severity.info,
    en="'{code}' is {odd_en}.",
    nl="'{code}' is {odd_nl}.",
)
def ground_odd(case: Case) -> Iterator[Breach]:
    """A ground is one of the act in force, and an amount is not covered for someone's privacy.

    What is released under one act has no grounds of the other: the fewer are the odd ones.
    """
    yield from _of_two_acts(case)
    for code in dict.fromkeys(code for r in case.record.redactions for code in r.grounds):
        under = [r for r in case.record.redactions if code in r.grounds]
        amounts = [r for r in under if r.covers is Covers.amount and set(r.grounds) <= _PRIVACY]
        if amounts:
            yield breach(
                *amounts,
                code=code,
                odd_en="a ground of privacy, and what it covers is an amount",
                odd_nl="een grond voor privacy, en wat eronder staat is een bedrag",
            )
        date = case.record.date.value if case.record.date else None
        if date is not None:
            yield from _out_of_time(code, date, under)


def _of_two_acts(case: Case) -> Iterator[Breach]:
    """Wob and Woo beside each other in an older letter, which may be released under either."""
    date = case.record.date.value if case.record.date else None
    if date is None or date >= _WOO:
        return
    by_act: dict[str, list[tuple[str, Redaction]]] = {}
    for redaction in case.record.redactions:
        for code in redaction.grounds:
            if (known := registers.ground(code)) is not None:
                by_act.setdefault(known.law, []).append((code, redaction))
    if not {"Wob", "Woo"} <= by_act.keys():
        return
    odd, usual = sorted(("Woo", "Wob"), key=lambda act: len(by_act[act]))
    for code in dict.fromkeys(code for code, _ in by_act[odd]):
        yield breach(
            *(redaction for found, redaction in by_act[odd] if found == code),
            code=code,
            odd_en=f"a ground of the {odd}; those of the other places are of the {usual}",
            odd_nl=f"een grond uit de {odd}; die van de andere plekken komen uit de {usual}",
        )


def _out_of_time(code: str, date: dt.date, under: list[Redaction]) -> Iterator[Breach]:
    """A letter of after 1 May 2022 cannot have been released under the Wob.

    The other way round says nothing: an old letter may be released under the Woo today.
    """
    known = registers.ground(code)
    if date >= _WOO and known is not None and known.law == "Wob":
        yield breach(
            *under,
            code=code,
            odd_en=f"a ground of the Wob; in a letter of {date} one of the Woo is expected",
            odd_nl=f"een grond uit de Wob; in een brief van {date} hoort er een uit de Woo",
        )
