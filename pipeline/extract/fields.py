"""All fields of a letter together: the date first, since names are understood at a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from pipeline.extract import Reading, choose, field_of
from pipeline.extract.budget import budget_lines
from pipeline.extract.enclosures import enclosures
from pipeline.extract.groups import groups
from pipeline.extract.municipalities import municipalities
from pipeline.extract.organisations import identifier
from pipeline.extract.tables import tabulated
from pipeline.letter import Letter
from pipeline.page import Page
from pipeline.record import PageInfo, Recipient, Record, References, Sender, Source


def extract(letter: Letter, source: Source, *, explain: bool = False) -> Record:
    """Everything that is read off the letter; redactions and findings are not yet in it."""
    date = choose("date", Reading(letter, None), explain=explain)
    reading = Reading(letter, date.value if date else None)

    def field(name: str) -> Any:
        return choose(name, reading, explain=explain)

    sender = Sender(**_party("sender", Sender, field, reading.date))
    recipient = Recipient(**_party("recipient", Recipient, field, reading.date))
    found = tabulated(reading)
    return Record(
        source=source,
        pages=tuple(_page_info(page) for page in letter.pages),
        sender=sender,
        recipient=recipient,
        date=date,
        references=References(ours=field("references.ours"), yours=field("references.yours")),
        replies_to=field("replies_to"),
        subject=field("subject"),
        municipalities=municipalities(
            reading, found, sender.organisation_id, recipient.organisation_id
        ),
        municipality_groups=groups(reading),
        budget_lines=budget_lines(reading, found),
        tables=tuple(table.table for table in found),
        enclosures=tuple(
            field_of(found.value, found.passage, found.score, "enclosures")
            for found in enclosures(letter)
        ),
    )


def _party(
    side: str, model: type[Recipient], field: Callable[[str], Any], date: dt.date | None
) -> dict[str, Any]:
    """The fields of one side; the code of its organisation follows from the organisation's name."""
    values = {name: field(f"{side}.{name}") for name in model.model_fields}
    named = values["organisation"]
    code = identifier(named.value, date) if named is not None and named.value else None
    if named is not None and code is not None:
        values["organisation_id"] = named.model_copy(update={"value": code, "candidates": None})
    return values


def _page_info(page: Page) -> PageInfo:
    return PageInfo(
        number=page.number,
        width=round(page.width, 1) if page.measured else None,
        height=round(page.height, 1) if page.measured else None,
        rotation=page.rotation,
        text_from=page.text_from.value,
        dpi=page.dpi,
        legibility=round(page.legibility, 3),
    )
