"""A PDF becomes sheets: each page from its text layer where that can be trusted, else its picture.

pdfium reads it all: what is drawn, the letters, the pictures; pikepdf mends and flattens before.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from pipeline.errors import CannotRead
from pipeline.geometry import Box
from pipeline.intake.mend import Source, flattened, sound
from pipeline.intake.nesting import check_nesting
from pipeline.intake.stored import Stored
from pipeline.intake.survey import Survey, survey
from pipeline.intake.trust import PICTURE, has_odd, stands_by_itself, why_not
from pipeline.page import Drawing, Raster, Sheet, TextFrom, Word

if TYPE_CHECKING:
    from pipeline.intake.words import Layer

SHORTEST, LONGEST = 3.0, 14_400.0  # points of a page's sides; the longest is that of the standard

MOST_COVERED = 0.85  # share of the page under pictures from which it is one, with text over it


def open_pdf(path: Path) -> tuple[int, Iterator[Sheet], tuple[str, ...]]:
    """Page count, the pages one by one, and notes. CannotRead where it cannot be opened."""
    source, count, notes = sound(path)
    check_nesting(source)
    return count, _sheets(source, count), notes


def _sheets(source: Source, count: int) -> Iterator[Sheet]:
    """The pages one by one; the file is closed at the end, also of a loop that is left early."""
    with ExitStack() as stack:
        document = stack.enter_context(closing(pdfium.PdfDocument(source)))
        document.init_forms()  # before its pages; without it, what is filled in is not drawn
        flat = stack.enter_context(closing(_Flat(source)))
        stored = stack.enter_context(closing(Stored(source)))
        for number in range(1, count + 1):
            try:
                with closing(document[number - 1]) as page:
                    sheet = _sheet(number, page, flat, stored)
            except CannotRead as problem:
                raise CannotRead(f"page {number}: {problem.what}", problem.remedy) from problem
            except (pdfium.PdfiumError, ValueError) as error:
                raise CannotRead(
                    f"page {number} of the PDF is damaged", "download, export or scan it again"
                ) from error
            yield sheet


class _Flat:
    """The same file with its notes and fields made part of the pages; made when one has any."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.document: pdfium.PdfDocument | None = None

    @contextmanager
    def page(self, number: int) -> Iterator[pdfium.PdfPage | None]:
        """Page `number` with what is filled in and noted on it; None where that cannot be had."""
        if self.document is None:
            flat = flattened(self.source)
            if flat is None:
                yield None
                return
            self.document = pdfium.PdfDocument(flat)
        with closing(self.document[number - 1]) as page:
            yield page

    def close(self) -> None:
        if self.document is not None:
            self.document.close()
        self.document = None


def _sheet(number: int, page: pdfium.PdfPage, flat: _Flat, stored: Stored) -> Sheet:
    _check_paper(page)
    found = survey(page)
    layer, failure, drawings = _layer(number, page, found, flat)
    found = replace(found, drawings=drawings)
    reason = failure or _trust(page, found, layer)
    if layer is not None and (not reason or _mixed(found, layer)):
        sheet = _read(number, page, found, layer)
        if not reason or sheet.unread:
            return sheet
    return _to_recognise(number, page, found, (layer, reason), stored)


def _check_paper(page: pdfium.PdfPage) -> None:
    """CannotRead where nothing on a page could be seen, so small or large is its paper."""
    width, height = page.get_size()
    if not (width >= SHORTEST and height >= SHORTEST and max(width, height) <= LONGEST):
        raise CannotRead(
            f"its paper is {width / 72 * 2.54:,.1f} × {height / 72 * 2.54:,.1f} cm",
            "print it to a PDF of A4 pages",
        )


def _layer(
    number: int, page: pdfium.PdfPage, found: Survey, flat: _Flat
) -> tuple[Layer | None, str, tuple[Drawing, ...]]:
    """The text layer, why there is none where pdfium cannot read it, and what is drawn over it."""
    if found.notes:  # what stands in notes and fields is not on the page itself
        with flat.page(number) as with_notes:
            if with_notes is not None:
                whole = survey(with_notes)
                return *_layer_of(with_notes, whole), whole.drawings
    return *_layer_of(page, found), found.drawings


def _layer_of(page: pdfium.PdfPage, found: Survey) -> tuple[Layer | None, str]:
    if not found.texts:
        return None, "no text"
    from pipeline.intake.words import read_layer

    try:
        return read_layer(page, found), ""
    except pdfium.PdfiumError:
        return None, "the text layer is broken"


def _trust(page: pdfium.PdfPage, found: Survey, layer: Layer | None) -> str:
    """Why the page must be recognised, '' where its text layer can be trusted."""
    if layer is None:
        return "no text"
    pictures = found.covered
    outside = 0.0
    if pictures >= PICTURE and layer.words:
        from pipeline.intake.raster import ink_outside

        width, height = layer.width, layer.height
        outside = ink_outside(
            page, [w.box.turned(-layer.turns, width, height) for w in layer.words]
        )
    return why_not(
        [word.text for word in layer.words],
        pictures=pictures,
        hidden=found.hidden_share,
        ink_outside=outside,
    )


def _mixed(found: Survey, layer: Layer) -> bool:
    """Whether a page is text for one part and pictures for another, not a picture as a whole."""
    if found.covered > MOST_COVERED:
        return False
    pictures = [box.turned(layer.turns, *found.frame.size) for box in found.pictures]
    beside = [
        word.text
        for word in layer.words
        if not any(picture.holds(word.box.middle) for picture in pictures)
    ]
    return stands_by_itself(beside)


def _read(number: int, page: pdfium.PdfPage, found: Survey, layer: Layer) -> Sheet:
    """A page whose text layer is taken; with a picture where more is drawn than thin lines.

    Where pictures of text or letters without a code stand on it, these parts are named, and the
    picture is fine enough to recognise them.
    """
    words: tuple[Word, ...] = layer.words
    unread: tuple[Box, ...] = ()
    raster = None
    odd = has_odd(word.text for word in words)
    if found.drawn or odd:
        from pipeline.intake.raster import TO_LOOK_AT, TO_RECOGNISE, check_size, rendered, turned

        check_size(found)
        raster = turned(rendered(page, TO_LOOK_AT), layer.turns)
        words, unread = _in_parts(found, layer, raster)
        if unread:
            raster = turned(rendered(page, TO_RECOGNISE), layer.turns)
    return Sheet(
        number,
        layer.width,
        layer.height,
        words,
        TextFrom.text_layer,
        raster,
        rotation=layer.turns * 90,
        rules=layer.rules,
        notes=_remarks(layer.slanted, len(unread)),
        unseen=layer.unseen,
        unread=unread,
        drawings=tuple(
            replace(one, box=one.box.turned(layer.turns, *found.frame.size))
            for one in found.drawings
        ),
        art=tuple(box.turned(layer.turns, *found.frame.size) for box in found.art),
    )


def _in_parts(
    found: Survey, layer: Layer, raster: Raster
) -> tuple[tuple[Word, ...], tuple[Box, ...]]:
    """The words that can be believed, and the parts of the page that have to be recognised."""
    from pipeline.intake.regions import joined, pictures_of_text, without_codes

    words, unread = without_codes(layer.words)
    pictures = [box.turned(layer.turns, *found.frame.size) for box in found.pictures]
    page = Box(0, 0, layer.width, layer.height)
    unread += pictures_of_text(pictures, words, raster, page)
    return tuple(words), tuple(joined(unread))


def _remarks(slanted: int, unread: int) -> tuple[str, ...]:
    """What a person should know of a page whose text layer was taken."""
    places = "place" if unread == 1 else "places"
    return (
        *((f"{slanted} slanted letters left out",) if slanted else ()),
        *((f"read from its picture in {unread} {places}",) if unread else ()),
    )


def _to_recognise(
    number: int,
    page: pdfium.PdfPage,
    found: Survey,
    known: tuple[Layer | None, str],
    stored: Stored,
) -> Sheet:
    """A page whose words OCR has to find; without a picture where nothing stands on it."""
    from pipeline.intake.raster import check_size, scan

    layer, reason = known
    width, height = found.frame.size
    if not found.drawn and not found.texts:
        return Sheet(number, width, height, (), TextFrom.text_layer)
    check_size(found)
    raster = scan(page, found, stored.shows(number, found))
    unseen = () if layer is None else (*layer.words, *layer.unseen)
    if layer is not None and layer.turns:
        size = layer.width, layer.height
        unseen = tuple(Word(w.text, w.box.turned(-layer.turns, *size), bold=w.bold) for w in unseen)
    notes = () if reason == "no text" else (f"recognised: {reason}",)
    return Sheet(
        number,
        width,
        height,
        (),
        TextFrom.ocr,
        raster,
        dpi=round(raster.dpi, 1) if found.pictures else None,
        notes=notes,
        unseen=unseen,
    )
