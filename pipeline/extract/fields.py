"""All fields of a letter together: the date first, since names are understood at a date."""

from __future__ import annotations

from typing import Any

from pipeline.extract import Reading, choose
from pipeline.letter import Letter
from pipeline.page import Page
from pipeline.record import PageInfo, Recipient, Record, References, Sender, Source


def extract(letter: Letter, source: Source, *, explain: bool = False) -> Record:
    """Everything that is read off the letter; redactions and findings are not yet in it."""
    date = choose("date", Reading(letter, None), explain=explain)
    reading = Reading(letter, date.value if date else None)

    def field(name: str) -> Any:
        return choose(name, reading, explain=explain)

    return Record(
        source=source,
        pages=tuple(_page_info(page) for page in letter.pages),
        sender=Sender(**{name: field(f"sender.{name}") for name in Sender.model_fields}),
        recipient=Recipient(
            **{name: field(f"recipient.{name}") for name in Recipient.model_fields}
        ),
        date=date,
        references=References(ours=field("references.ours"), yours=field("references.yours")),
        replies_to=field("replies_to"),
        subject=field("subject"),
    )


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
