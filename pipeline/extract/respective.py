"""Sums that a sentence shares out in order: 'voor 2020 en 2021 respectievelijk € 500 en € 600'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.extract.noun_phrases import Span, ending_at, phrase
from pipeline.extract.sums import Sum

_RESPECTIVELY = re.compile(r"\b(?:respectievelijk|resp\.|achtereenvolgens)", re.IGNORECASE)
_BETWEEN_SUMS = re.compile(r"(?:,?[-–—=]+)?(?:\s+per\s+\w+)?\s*(?:,|(?:,\s*)?\ben\b)\s*(?:van\s+)?")
_YEAR = re.compile(r"(?<![\w.,])(?:19|20)\d\d(?![\w.]\d)")
_AND = re.compile(r"\s+en\s+")
_COMMA = re.compile(r",\s+")
_FOR = re.compile(r"(?:,?[-–—=]+)?\s+(?:\w+\s+){0,4}?(?:voor|aan|over|in)\s+(?=\w)")


def respective(text: str, found: Sequence[Sum]) -> dict[int, Span]:
    """By the start of each such sum the words that it is for."""
    shared: dict[int, Span] = {}
    for _, group in groupby(found, key=lambda one: (one.first, one.last)):
        for run in _runs(text, list(group)):
            things = _things(text, run)
            shared |= {one.start: thing for one, thing in zip(run, things, strict=False)}
    return shared


def _runs(text: str, sums: Sequence[Sum]) -> Iterator[list[Sum]]:
    """Two sums or more with nothing but commas and 'en' between them."""
    run: list[Sum] = []
    for one in sums:
        if run and not _BETWEEN_SUMS.fullmatch(text, run[-1].end, one.start):
            if len(run) > 1:
                yield run
            run = []
        run.append(one)
    if len(run) > 1:
        yield run


def _things(text: str, run: Sequence[Sum]) -> list[Span]:
    """As many things as sums, out of the words before or after them; none where they do not fit."""
    first, last = run[0].first, run[-1].last
    if _RESPECTIVELY.search(text, first, last) is None:
        return []
    after = _FOR.match(text, run[-1].end, last)
    ways = [_years(text, first, run[0].start), _before(text, first, run[0].start, len(run))]
    if after is not None:
        ways += [_years(text, after.end(), last), _listed(text, after.end(), last)]
    return next((way for way in ways if len(way) == len(run)), [])


def _years(text: str, start: int, end: int) -> list[Span]:
    return [match.span() for match in _YEAR.finditer(text, start, end)]


def _before(text: str, first: int, end: int, number: int) -> list[Span]:
    """The last list of so many things: 'het onderzoek, de zaal en de drank'."""
    for joint in reversed(list(_AND.finditer(text, first, end))):
        last = phrase(text[:end], joint.end())
        found = [last] if last else []
        until = joint.start()
        while len(found) < number and (one := _ending(text, first, until)) is not None:
            found.insert(0, one)
            until = len(text[: one[0]].rstrip().removesuffix(","))
            before = list(_COMMA.finditer(text, first, one[0] + 1))
            if not before or len(found) == number:
                break
            until = before[-1].start()
        if len(found) == number:
            return found
    return []


def _ending(text: str, first: int, until: int) -> Span | None:
    commas = list(_COMMA.finditer(text, first, until))
    return ending_at(text, commas[-1].end() if commas else first, until)


def _listed(text: str, start: int, end: int) -> list[Span]:
    """'het onderzoek, de zaal en de drank' from an offset on."""
    parts = re.split(r"(,\s+|\s+en\s+)", text[start:end].rstrip(" .;"))
    found: list[Span] = []
    at = start
    for index, part in enumerate(parts):
        span = phrase(text[: at + len(part)], at) if index % 2 == 0 else None
        if span is not None:
            found.append(span)
        at += len(part)
    return found
