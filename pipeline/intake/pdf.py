"""A PDF becomes sheets: each page from its text layer where that can be trusted, else its picture.

Two readers stand beside each other: pdfium looks (what is drawn, pictures, rendering), pdfplumber
reads the letters.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from pipeline.errors import CannotRead
from pipeline.intake.mend import Source, flattened, sound
from pipeline.intake.survey import Survey, survey
from pipeline.intake.trust import PICTURE, why_not
from pipeline.page import Sheet, TextFrom, Word

if TYPE_CHECKING:
    from pdfplumber.pdf import PDF

    from pipeline.intake.words import Layer

SHORTEST, LONGEST = 3.0, 14_400.0  # points of a page's sides; the longest is that of the standard
REOPEN = 50  # pages after which the reader of letters starts afresh: it keeps all it has seen


def open_pdf(path: Path) -> tuple[int, Iterator[Sheet], tuple[str, ...]]:
    """Page count, the pages one by one, and notes. CannotRead where it cannot be opened."""
    source, count, notes = sound(path)
    return count, _sheets(source, count), notes


def _sheets(source: Source, count: int) -> Iterator[Sheet]:
    """The pages one by one; the file is closed at the end, also of a loop that is left early."""
    with ExitStack() as stack:
        document = stack.enter_context(closing(pdfium.PdfDocument(source)))
        document.init_forms()  # before its pages; without it, what is filled in is not drawn
        letters = stack.enter_context(closing(_Letters(source)))
        for number in range(1, count + 1):
            try:
                with closing(document[number - 1]) as page:
                    sheet = _sheet(number, page, letters)
            except CannotRead as problem:
                raise CannotRead(f"page {number}: {problem.what}", problem.remedy) from problem
            except (pdfium.PdfiumError, ValueError) as error:
                raise CannotRead(
                    f"page {number} of the PDF is damaged", "download, export or scan it again"
                ) from error
            yield sheet


class _Letters:
    """pdfplumber on the same file, opened only when a page has letters."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.flat = False
        self.opened: PDF | None = None
        self.pages = 0

    def read(self, number: int, found: Survey) -> Layer:
        """The text layer of page `number`; raises what pdfminer raises."""
        from pipeline.intake.words import read_layer

        if found.notes:
            self._flatten()
        if self.opened is None or self.pages == REOPEN:
            self._open()
        assert self.opened is not None
        self.pages += 1
        page = self.opened.pages[number - 1]
        try:
            return read_layer(page, found)
        finally:
            page.close()

    def with_notes(self, number: int, found: Survey) -> Survey:
        """A survey with the drawings of its notes, which stand over all that is on the page."""
        self._flatten()
        if isinstance(self.source, Path):
            return found
        with (
            closing(pdfium.PdfDocument(self.source)) as document,
            closing(document[number - 1]) as page,
        ):
            whole = survey(page)
        return replace(found, drawings=whole.drawings, under=whole.under)

    def _flatten(self) -> None:
        """Letters in notes and fields are not on the page yet; make them part of it, once."""
        if not self.flat:
            self.close()
            self.source, self.flat = flattened(self.source) or self.source, True

    def _open(self) -> None:
        import pdfplumber

        self.close()
        logging.getLogger("pdfminer").setLevel(logging.ERROR)
        file = self.source if isinstance(self.source, Path) else io.BytesIO(self.source)
        self.opened, self.pages = pdfplumber.open(file), 0

    def close(self) -> None:
        if self.opened is not None:
            self.opened.close()
        self.opened = None


def _sheet(number: int, page: pdfium.PdfPage, letters: _Letters) -> Sheet:
    _check_paper(page)
    found = survey(page)
    if found.notes and found.texts:
        found = letters.with_notes(number, found)
    layer, failure = _layer(number, found, letters)
    reason = failure or _trust(page, found, layer)
    if not reason and layer is not None:
        return _read(number, page, found, layer)
    return _to_recognise(number, page, found, (layer, reason))


def _check_paper(page: pdfium.PdfPage) -> None:
    """CannotRead where nothing on a page could be seen, so small or large is its paper."""
    width, height = page.get_size()
    if not (width >= SHORTEST and height >= SHORTEST and max(width, height) <= LONGEST):
        raise CannotRead(
            f"its paper is {width / 72 * 2.54:,.1f} × {height / 72 * 2.54:,.1f} cm",
            "print it to a PDF of A4 pages",
        )


def _layer(number: int, found: Survey, letters: _Letters) -> tuple[Layer | None, str]:
    """The text layer, and why there is none where pdfminer cannot read it."""
    if not found.texts:
        return None, "no text"
    try:
        return letters.read(number, found), ""
    except Exception as error:  # pdfminer raises whatever a broken page makes it trip over
        return None, f"the text layer is broken ({type(error).__name__})"


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


def _read(number: int, page: pdfium.PdfPage, found: Survey, layer: Layer) -> Sheet:
    """A page whose text layer is taken; with a picture where more is drawn than thin lines."""
    raster = None
    if found.drawn:
        from pipeline.intake.raster import TO_LOOK_AT, check_size, rendered, turned

        check_size(page)
        raster = turned(rendered(page, TO_LOOK_AT), layer.turns)
    notes = (f"{layer.slanted} slanted letters left out",) if layer.slanted else ()
    return Sheet(
        number,
        layer.width,
        layer.height,
        layer.words,
        TextFrom.text_layer,
        raster,
        rotation=layer.turns * 90,
        rules=layer.rules,
        notes=notes,
        unseen=layer.unseen,
        drawings=tuple(
            replace(one, box=one.box.turned(layer.turns, *found.frame.size))
            for one in found.drawings
        ),
    )


def _to_recognise(
    number: int, page: pdfium.PdfPage, found: Survey, known: tuple[Layer | None, str]
) -> Sheet:
    """A page whose words OCR has to find; without a picture where nothing stands on it."""
    from pipeline.intake.raster import check_size, scan

    layer, reason = known
    width, height = found.frame.size
    if not found.drawn and not found.texts:
        return Sheet(number, width, height, (), TextFrom.text_layer)
    check_size(page)
    raster = scan(page, found)
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
        dpi=raster.dpi if found.pictures else None,
        notes=notes,
        unseen=unseen,
    )
