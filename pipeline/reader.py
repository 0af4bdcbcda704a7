"""From a file to records: the stages, in their order. The only module that knows them all."""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import replace
from functools import partial
from pathlib import Path

from pipeline import intake, layout, ocr, redaction, zones
from pipeline.check import Case, Language, check
from pipeline.extract.fields import extract
from pipeline.geometry import Box
from pipeline.letter import Letter
from pipeline.page import Page, Sheet
from pipeline.record import Record, Source

log = logging.getLogger("kenmerk")

LEGIBLE = 0.3  # of a word in a picture on a digital page; less is a drawing taken for letters


def read(
    path: Path | str,
    *,
    today: dt.date,
    language: Language = "en",
    ocr_languages: str = "nld",
    explain: bool = False,
) -> list[Record]:
    """Read a file; one record for each letter in it.

    `today` is the day of processing, `language` that of the findings' messages, `ocr_languages` as
    Tesseract takes them ('nld+fra'). Raises CannotRead for a file that cannot be read, Missing
    where Tesseract or a language is not installed and the file needs it.
    """
    opened = intake.open_file(Path(path))
    pages = _pages(opened, path, ocr_languages)
    records = []
    for of_letter in zones.letters(pages):
        letter = Letter(of_letter)
        source = Source(
            name=opened.name,
            sha256=opened.sha256,
            media_type=opened.media_type,
            pages=tuple(page.number_in_file for page in of_letter),
            page_count=opened.page_count,
        )
        record = extract(letter, source, explain=explain)
        covered = redaction.describe(letter, record.date.value if record.date else None)
        record = record.model_copy(update={"redactions": covered})
        findings = check(Case(letter, record, today), language)
        records.append(record.model_copy(update={"findings": findings}))
    return records


def text_of(path: Path | str, *, ocr_languages: str = "nld") -> str:
    """The text of each page in reading order, form feed between pages: what was read, no fields.

    Blocks are parted by an empty line, the cells of a table's row by a tab.
    """
    opened = intake.open_file(Path(path))
    letter = Letter(tuple(_pages(opened, path, ocr_languages)))
    read = letter.passage(0, len(letter.text)).text
    return "\f".join(page.strip("\n") + "\n" for page in read.removesuffix("\f").split("\f"))


def _pages(opened: intake.Intake, path: Path | str, ocr_languages: str) -> list[Page]:
    """Every page of a file; what a person should know of how it was read goes to the log."""
    name = intake.written(str(path))
    for note in opened.notes:
        log.warning("%s: %s", name, note)
    pages = []
    for sheet in opened.sheets:
        for note in sheet.notes:
            log.warning("%s: page %d: %s", name, sheet.number, note)
        pages.append(_page(sheet, ocr_languages))
    return pages


def _page(sheet: Sheet, ocr_languages: str) -> Page:
    """A sheet as a page: recognised where it has no words, with its covered places marked."""
    if not sheet.words and sheet.raster is not None:
        sheet = ocr.recognise(sheet, ocr_languages)
    elif sheet.unread:
        sheet = _with_parts(sheet, ocr_languages)
    read_code = partial(
        ocr.read_crops, languages=ocr_languages, characters=redaction.CODE_CHARACTERS
    )
    covers = redaction.read_codes(sheet, redaction.find_covers(sheet), read_code)
    return redaction.mark_garble(layout.arrange(sheet, covers))


def _with_parts(sheet: Sheet, ocr_languages: str) -> Sheet:
    """A digital sheet with the words in those parts of it that only its picture tells."""
    known = [word.box for word in sheet.words]
    added = []
    for part in sheet.unread:
        cut = sheet.part(part)
        read = ocr.recognise(cut, ocr_languages)
        for word in read.words:
            shown = read.warp.box(word.box) if read.warp else word.box
            box = shown.turned(-read.rotation // 90, read.width, read.height)
            box = Box(box.x0 + part.x0, box.top + part.top, box.x1 + part.x0, box.bottom + part.top)
            if word.legibility >= LEGIBLE and not any(other.holds(box.middle) for other in known):
                added.append(replace(word, box=box))
    return replace(sheet, words=(*sheet.words, *added))
