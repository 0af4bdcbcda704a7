"""The budget lines of a letter: out of its tables, its lists and its sentences."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.dutch.amounts import Currency
from pipeline.extract import Reading
from pipeline.extract.bare_sums import bare_sums
from pipeline.extract.budget_lists import in_lists
from pipeline.extract.budget_posts import Post
from pipeline.extract.budget_tables import in_table
from pipeline.extract.budget_text import in_sentences
from pipeline.extract.headed_lists import headed_lists
from pipeline.extract.house_currency import house_currency
from pipeline.extract.not_budget import is_no_budget
from pipeline.extract.running_text import RunningText, running_text
from pipeline.extract.sums import Sum, sums
from pipeline.extract.tables import in_tables
from pipeline.extract.tabulated import Tabulated
from pipeline.extract.unsigned_sums import unsigned_sums
from pipeline.record import BudgetLine, Kind

_TURN = re.compile(r"\b(?:eerste|tweede|derde|vierde|vijfde|laatste|slot\w*|(?:19|20)\d\d)\b")
# Before a figure: then it was read as a sum, and left out for what it is.
_SIGNED = re.compile(r"(?:[€ƒ]|\bEUR|\bH?fl?\.?)\s?$")
# Nouns for a sum itself: they do not tell one from another.
_ANY_SUM = re.compile(
    r"(?:(?:eigen|gevraagde|totale|verleende|aangevraagde|maximale)\s+)?\w*(?:subsidie|bijdrage|bedrag|"
    r"budget|vergoeding|uitkering|krediet|totaal|kosten|voorschot)",
    re.IGNORECASE,
)


def budget_lines(reading: Reading, tables: Sequence[Tabulated]) -> tuple[BudgetLine, ...]:
    """Money asked for, granted, spent or budgeted, in order of appearance, each sum once."""
    text = running_text(reading.letter)
    house = house_currency(text.text, reading.date)
    of_tables = [(table, tuple(in_table(reading.letter, table, house))) for table in tables]
    read = [table for table, posts in of_tables if posts]
    posts = [
        *(post for _, own in of_tables for post in own),
        *_of_text(text, (reading.date, house), read),
    ]
    kept: list[Post] = []
    for post in sorted(posts, key=lambda post: post.at):
        same = next((n for n, other in enumerate(kept) if _is_again(other, post)), None)
        if same is None:
            kept.append(post)
        else:
            kept[same] = _with_evidence(kept[same], post)
    return tuple(post.line() for post in kept)


def _of_text(
    text: RunningText, manner: tuple[dt.date | None, Currency], tables: Sequence[Tabulated]
) -> Iterator[Post]:
    """The posts of lists and sentences, placed in `Letter.text`.

    `manner`: the date of the letter, and the currency of what names none.
    """
    date, house = manner

    headed = list(headed_lists(text, house))

    def outside(one: Sum) -> bool:
        in_list = any(start <= one.start < end for start, end in (h.span for h in headed))
        return not in_list and not in_tables(tables, text.source(one.start))

    found = [*filter(outside, sums(text, date, house))]
    bare = [
        one
        for one in filter(outside, _unsigned(text, found, house))
        if not _SIGNED.search(text.text, max(0, one.start - 6), one.start)
        and not is_no_budget(text.text, (one.start, one.end), text.sentence(one.start))
    ]
    found = sorted([*found, *bare], key=lambda one: one.start)
    listed = list(in_lists(text, found))
    taken = {id(one) for _, own in listed for one in own}
    loose = [one for one in found if id(one) not in taken]
    rows = [post for one in headed for post in one.posts]
    posts = [post for post in rows if not in_tables(tables, text.source(post.at))]
    for post in (*posts, *(post for post, _ in listed), *in_sentences(text, loose)):
        yield replace(post, at=text.source(post.at), sentence=text.source(post.sentence))


def _unsigned(text: RunningText, found: Sequence[Sum], house: Currency) -> Iterator[Sum]:
    """The sums without a currency of their own: those of lists, then those of sentences."""
    listed = list(bare_sums(text, found, house))
    yield from listed
    yield from unsigned_sums(text, [*found, *listed], house)


def _is_again(before: Post, post: Post) -> bool:
    """The same sum, stated again: not two rows of lists, nor two sums of one sentence."""
    if before.amount.value is None or before.amount.value != post.amount.value:
        return _same_hidden(before, post)
    if before.currency != post.currency or before.sentence == post.sentence:
        return False
    names = [_name(one) for one in (before, post)]
    if before.kind is post.kind is Kind.total or names[0] == names[1]:
        return not (before.listed and post.listed and before.kind is not Kind.total)
    if before.listed and post.listed:
        return False
    if Kind.unit_price in (before.kind, post.kind):
        return before.kind is post.kind and _alike(*names)
    if names[0].startswith("eigen") != names[1].startswith("eigen"):
        return False
    return not all(names) or _alike(*names) or any(_ANY_SUM.fullmatch(name) for name in names)


def _same_hidden(before: Post, post: Post) -> bool:
    """Two covered sums of one kind that are said to be for the same thing."""
    hidden = before.amount.value is None and post.amount.value is None
    loose = not (before.listed or post.listed) and before.sentence != post.sentence
    named = bool(_name(post)) and _name(before) == _name(post) and post.own_words
    return hidden and loose and named and before.kind is post.kind


def _name(post: Post) -> str:
    return (post.description.value or "").lower() if post.description else ""


def _alike(left: str, right: str) -> bool:
    """Whether two descriptions share a word that says something, and tell no other turn."""
    turns = [set(_TURN.findall(name)) for name in (left, right)]
    if all(turns) and turns[0] != turns[1]:
        return False
    words = [set(re.findall(r"\w{5,}", name)) for name in (left, right)]
    return bool(words[0] & words[1])


def _with_evidence(post: Post, again: Post) -> Post:
    """A line with the places where its sum is said again.

    A list or a table says better what a sum is than the sentence that leads to it.
    """
    places = dict.fromkeys((*post.amount.evidence, *again.amount.evidence))
    amount = post.amount.model_copy(update={"evidence": tuple(places)})
    if again.listed and not post.listed and again.description is not None:
        return replace(again, at=post.at, sentence=post.sentence, amount=amount)
    return replace(post, amount=amount, description=post.description or again.description)
